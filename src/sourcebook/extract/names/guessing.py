"""Names that only the tagger sees: which of its guesses are believed, and as what."""

import bisect
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.found import covered as lying_within
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.beside import hints
from sourcebook.extract.names.tagger import labelled, open_questions, written_words
from sourcebook.extract.names.unlikely import name_like, short_for
from sourcebook.extract.people.persons import occupation
from sourcebook.extract.people.words import SHORT_TITLES
from sourcebook.extract.phrases import Phrases
from sourcebook.model.spans import Span

SURE = {"person": 0.45, "place": 0.65, "organization": 0.8}
"""Probability of its least sure word, from which a name is believed."""
LONGER = 0.8
"""The same, where the name is longer than a place that the rules found in it."""
SHORT = 0.4
"""The same for capitals alone: in a text that is not all capitals they are mostly a body's short name."""
LONE = 0.6
"""The same for a person of one word that is neither a given name nor a surname of the lists."""
HINT = 0.3
"""What one hint of the words beside a name weighs against the model's probability."""


def guesses(document: Document, gazetteer: Gazetteer, found: Iterable[Found], otherwise: Container[str]) -> Iterator[Found]:
    """Persons, places and organizations that the rules left, in sentences with a capitalised word that no rule explains.

    The same words are the same thing throughout a document: all their places vote on what they are, with the words beside them;
    and what the model is sure of once is believed wherever the words stand. What is `named_otherwise` is none of them.
    """
    covered = bytearray(len(document.text))
    places: dict[int, Found] = {}
    found = list(found)
    in_office = lying_within(each.span for each in found if each.type == "role")
    for each in found:
        if each.type != "event":
            covered[each.span.start : each.span.end] = b"\1" * len(each.span)
        if each.type == "place":
            places[each.span.start] = each
    alike = _by_name(document, gazetteer, covered, otherwise)
    votes, persons = _votes(document, alike)
    for name, ones in alike.items():
        last = name.rsplit(maxsplit=1)[-1]
        kind, sure = _decided(name, ones, votes[last], persons[last], gazetteer)
        short = kind == "organization" and name.isalpha() and name.isupper() and 2 < len(name) < 7
        shown = short or (kind == "organization" and _FIRM.search(name) is not None) or (kind == "place" and _placed(document.text, ones))
        if kind == "person" and sure < LONE and " " not in name and _unknown(name, gazetteer) and not _shown(document, ones):
            continue
        for guess, _ in ones:
            within = [places[at] for at in range(guess.span.start, guess.span.end) if at in places]
            # "Boston Bruins": the longer name wins over the city in it.
            longer = kind != "place" and any(guess.span.contains(one.span) and one.span != guess.span for one in within)
            if document.text.startswith((" Doctrine", " Corollary"), guess.span.end):
                continue
            if kind == "person" and (in_office(guess.span) or _VOICED.match(document.text, guess.span.end)):
                # "Commander for Civil-Military Engagement", "Hope was expressed that"
                continue
            if sure >= (LONGER if longer else SHORT if shown else SURE[kind]):
                realm = kind == "organization" and _REALM.fullmatch(name)
                yield Found(span=guess.span, type="place" if realm else kind, name=guess.name, priority=8 if longer else 1)


_VOICED = re.compile(r"\s(?:was|were|is|has\sbeen)\s(?:also\s|again\s)?(?:expressed|voiced)\b")
_REALM = re.compile(
    r"(?:Grand )?(?:Duchy|Principality|Kingdom|Electorate|Sultanate|Emirate|Free City|Free State) of [A-Z]\w+|(?:Revolutionary|Fascist|Post-?[Ww]ar|Tsarist|Napoleonic|Occupied|Royalist) [A-Z]\w+"
)
_FIRM = re.compile(
    r" "
    r"(?:Airlines?|Airways|Analytics|Apparel|Automotive|Aviation|Bakery|Biosciences|Books|Breweries|Brewery|Brewing|Builders|Capital|Cargo|Chemicals?|Co|Communications|Construction|Consultants|Consulting|Consultores|Cosmetics"
    r"|Dairy|Developers|Diagnostics|Distillery|Dynamics|Engineering|Esports|Farms|Films|Finance|Financial|Foods"
    r"|Freight|Gaming|Genomics|Gold|Healthcare|Homes|Hotels|Interactive|Investments?|Jewellers|Labs|Lines|Logistics"
    r"|Materials"
    r"|Media|Minerals|Mines|Mining|Mobile|Motorsports?|Music|Oil|Packaging|Pictures|Plastics|Polymer|Power"
    r"|Productions|Properties|Publications|Publishers|Publishing|Racing|Realty|Records|Recycling|Resorts|Resources"
    r"|Restaurants"
    r"|Shipbuilding|Software|Solar|Solutions|Sports|Steel|Stores|Supermarkets|Telecommunications|Theatre|Toys|Wireless|Worldwide)\Z"
)
"""How the names of firms end: less need speak for them."""
_SURELY_FIRM = re.compile(
    r" "
    r"(?:Airlines|Airways|Analytics|Biosciences|Consulting|Electronics|Entertainment|Foods|Healthcare|Holdings|Interactive|Logistics|Microsystems|Motors|Dynamics|Ordnance|Industries|Laboratories|Networks|Petroleum|Pharmaceuticals|Productions|Publications|Robotics"
    r"|Securities|Software|Systems|Technologies|Telecommunications|Therapeutics|Ventures|Wireless|Stockbrokers|Brokers|Advisers|Advisors)\Z"
)
_CAMEL = re.compile(
    r"(?!Mc|Mac|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Fitz|Van|Von|Du[A-Z]|Da[A-Z]|Lo[A-Z]|Del|San|Al[A-Z]|El[A-Z]"
    r"|Te[A-Z]|O[’'])[A-Z][a-z]{2,}[A-Z][a-z]{2,}"
)
_WITHIN = re.compile(r"(?:\b(?:[Ii]n|near|outside|[Ff]rom|visited|town of|village of) )\Z")


def _placed(text: str, ones: list[tuple[Found, float]]) -> bool:
    """Whether a name of letters follows "in" or "near" somewhere, and nothing shows a person."""
    name = ones[0][0].name
    if any(each.isdigit() for each in name) or name.isupper() or name.endswith(("ismo", "ism", "ese")):
        return False
    spans = [guess.span for guess, _ in ones]
    return any(_WITHIN.search(text, each.start - 12, each.start) for each in spans) and not any(
        hints(text, each.start, each.end)["person"] > 0 or text.startswith("'", each.end) for each in spans
    )


def _unknown(word: str, gazetteer: Gazetteer) -> bool:
    return word not in gazetteer.given and word.casefold() not in gazetteer.family


def _shown(document: Document, ones: list[tuple[Found, float]]) -> bool:
    """Whether words beside one of the places show a person."""
    return any(hints(document.text, guess.span.start, guess.span.end)["person"] > 0 for guess, _ in ones)


def _by_name(
    document: Document, gazetteer: Gazetteer, covered: bytearray, otherwise: Container[str]
) -> dict[str, list[tuple[Found, float]]]:
    """The model's guesses with how sure it is of each, by the words; and where else those words stand, with 0."""
    small, capital = written_words(document)
    alike: dict[str, list[tuple[Found, float]]] = {}
    for sentence in document.sentences:
        if sentence.block is HEADING:
            continue
        for first, last in open_questions(sentence, covered, gazetteer, small):
            for seen, sureness in labelled(sentence.tokens[first:last], document, gazetteer, small, capital):
                guess = _untitled(_whole(_to_the_end(seen, document.text), document, sentence, covered, gazetteer, small), gazetteer)
                if (
                    guess.name not in otherwise
                    and not short_for(guess, document.text, otherwise)
                    and name_like(guess, document, gazetteer, small)
                ):
                    alike.setdefault(guess.name, []).append((guess, sureness))
    starts = {guess.span.start for ones in alike.values() for guess, _ in ones}
    surest = {name: max(sureness for _, sureness in ones) for name, ones in alike.items()}
    for start, end, name in document.named(Phrases(surest)):
        if start not in starts:
            here = Found(span=Span(start, end), type=alike[name][0][0].type, name=name, priority=1)
            guess = _whole(here, document, document.sentence_of(start), covered, gazetteer, small)
            # With its neighbour it is as sure as the words alone are elsewhere.
            sure = surest[name] if guess.name != name else 0.0
            alike.setdefault(guess.name, []).append((guess, sure))
    return alike


_REST_OF_WORD = re.compile(r"['’‘ʻ](?!s\b|t\b|re\b|ll\b|ve\b)[a-z]{2,}")


def _to_the_end(guess: Found, text: str) -> Found:
    """A guess with the rest of a word that holds an apostrophe: "Mata'afa"."""
    rest = _REST_OF_WORD.match(text, guess.span.end)
    return replace(guess, span=Span(guess.span.start, rest.end()), name=f"{guess.name}{rest[0]}") if rest else guess


def _whole(guess: Found, document: Document, sentence: Sentence, covered: bytearray, gazetteer: Gazetteer, small: Container[str]) -> Found:
    """A person with the capitalised word right before and after that nothing else explains: "Maab Esam" where the model sees "Esam"."""
    if guess.type != "person" or len(guess.name.split()) > 2 or sentence.block is HEADING:
        return guess
    start, end = guess.span.start, guess.span.end
    at = bisect.bisect_left(sentence.tokens, start, key=lambda token: token.start)
    after = bisect.bisect_left(sentence.tokens, end, key=lambda token: token.start)
    for token in (*sentence.tokens[max(0, at - 1) : at], *sentence.tokens[after : after + 1]):
        plain = (
            token.capital
            and len(token.text) > 2
            and not token.text.isupper()
            and not covered[token.start]
            and token.text.lower() not in small
            and not gazetteer.lists(token.text, "opening", "institution", "other", "body", "firm")
            and token.text not in gazetteer.titles
            and token.text not in gazetteer.demonyms
            and not ((known := gazetteer.names.get(token.text)) and known.sure)
        )
        if plain and (token.end == start - 1 or token.start == end + 1):
            start, end = min(start, token.start), max(end, token.end)
    if (start, end) == (guess.span.start, guess.span.end):
        return guess
    return replace(guess, span=Span(start, end), name=" ".join(document.text[start:end].split()))


def _untitled(guess: Found, gazetteer: Gazetteer) -> Found:
    """A person without a title that leads the name: "MP Karim Darwish"."""
    words = guess.name.split()
    start = guess.span.start
    while (
        guess.type == "person"
        and len(words) > 1
        and (
            words[0] in gazetteer.titles
            or words[0] in SHORT_TITLES
            or (words[0] in gazetteer.words["opening"] and words[0] not in gazetteer.given)
            or (len(words) > 2 and occupation(words[0], gazetteer))
        )
    ):
        start += len(words.pop(0)) + 1
    return guess if start == guess.span.start else replace(guess, span=Span(start, guess.span.end), name=" ".join(words))


def _votes(document: Document, alike: dict[str, list[tuple[Found, float]]]) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """How much speaks for each kind, and how sure the surest person is, by the last word: "Niko Lehtonen" and "Lehtonen" are of one kind."""
    votes: dict[str, dict[str, float]] = {}
    persons: dict[str, float] = {}
    for name, ones in alike.items():
        last = name.rsplit(maxsplit=1)[-1]
        own = votes.setdefault(last, dict.fromkeys(SURE, 0.0))
        persons.setdefault(last, 0.0)
        for guess, sureness in ones:
            own[guess.type] += sureness
            if guess.type == "person":
                persons[last] = max(persons[last], sureness)
            for kind, strength in hints(document.text, guess.span.start, guess.span.end).items():
                own[kind] += HINT * strength
    return votes, persons


def _decided(name: str, ones: list[tuple[Found, float]], akin: dict[str, float], person: float, gazetteer: Gazetteer) -> tuple[str, float]:
    """What the same words are throughout a document, and how sure that is."""
    votes = dict(akin)
    if gazetteer.place(name) and name not in gazetteer.given and name.casefold() not in gazetteer.family:
        votes["place"] += HINT
    kind = max(sorted(votes), key=lambda one: votes[one])
    if kind != "organization" and (_CAMEL.fullmatch(name) or _SURELY_FIRM.search(name)):
        # "BankDhofar" is written so by nobody else, and nobody is called "Sierra Wireless".
        kind = "organization"
        return kind, max(sureness for _, sureness in ones)
    peak = {each: max((sureness for guess, sureness in ones if guess.type == each), default=0.0) for each in SURE}
    peak["person"] = person
    # A kind that hints have changed is as sure as the guess that there is a name.
    return kind, max(peak[kind], max(peak.values()) if votes[kind] >= 2 * HINT else 0.0)
