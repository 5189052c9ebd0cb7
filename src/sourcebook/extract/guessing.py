"""Names that only the tagger sees: which of its guesses are believed, and as what."""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook.extract.beside import hints
from sourcebook.extract.document import Block, Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names import CONTEST
from sourcebook.extract.people import SHORT_TITLES, occupation
from sourcebook.extract.phrases import Phrases
from sourcebook.extract.tagger import labelled, open_questions, words_of
from sourcebook.model.spans import Span

_NO_PERSON = frozenset(
    [
        "Cyclone",
        "Hurricane",
        "Typhoon",
        "Storm",
        "Operation",
        "Camp",
        "Base",
        "Task",
        "Team",
        "Exercise",
        "RAAF",
        "RAF",
        "Fort",
        "Port",
        "Lake",
        "Mount",
        "Tropical",
        "Battle",
        "Radio",
        "Hotel",
        "Project",
    ]
)
_NO_BODY = frozenset(
    [
        "Initiative",
        "Framework",
        "Plan",
        "Strategy",
        "Act",
        "Process",
        "Summit",
        "Conference",
        "Exercise",
        "Treaty",
        "Agreement",
        "Convention",
        "Protocol",
        "Hotel",
        "Airport",
        "Roadmap",
        "Accord",
        "Declaration",
        "Doctrine",
        "Day",
        "War",
        "Charter",
        "Certificate",
        "Degree",
        "Diploma",
        "Commanding",
        "Statement",
        "Show",
        "Gathering",
        "Custody",
        "Regulations",
        "Policy",
        "Phase",
        "Wallet",
        "Model",
        "Permit",
        "Visa",
        "Program",
        "Programme",
        "Officer",
        "Goals",
        "Technology",
        "Disease",
        "Virus",
        "Syndrome",
        "Income",
        "Product",
        "Index",
        "Area",
        "Zone",
        "Scheme",
        "Fair",
        "Festival",
        "Cup",
        "Championship",
        "Championships",
        "Award",
        "Awards",
        "Prize",
        "Games",
        "Tournament",
        "Bill",
        "Law",
        "Resolution",
        "Movie",
        "Report",
        "Survey",
        "Road",
        "Street",
        "Highway",
        "Expressway",
        "Drive",
        "Interchange",
        "Number",
        "Rate",
        "Test",
        "Examination",
        "Exam",
        "Vehicle",
        "System",
        "Fever",
        "Minister",
        "Secretary",
        "President",
        "Commissioner",
        "Inspector",
        "Plant",
    ]
)
SURE = {"person": 0.45, "place": 0.65, "organization": 0.8}
"""Probability of its least sure word, from which a name is believed."""
LONGER = 0.8
"""The same, where the name is longer than a place that the rules found in it."""
_PEOPLE = frozenset(
    {
        "Commanders",
        "Officials",
        "Leaders",
        "Ministers",
        "Officers",
        "Soldiers",
        "Troops",
        "MPs",
        "Members",
        "Lawmakers",
        "Voters",
        "Supporters",
    }
)
_PHENOMENA = frozenset({"Cyclone", "Hurricane", "Typhoon", "Storm", "Tropical", "Operation", "Exercise", "Lakes", "Mount"})
SHORT = 0.4
"""The same for capitals alone: in a text that is not all capitals they are mostly a body's short name."""
HINT = 0.3
"""What one hint of the words beside a name weighs against the model's probability."""


def guesses(document: Document, gazetteer: Gazetteer, found: Iterable[Found]) -> Iterator[Found]:
    """Persons, places and organizations that the rules left, in sentences with a capitalised word that no rule explains.

    The same words are the same thing throughout a document: all their places vote on what they are, with the words beside them;
    and what the model is sure of once is believed wherever the words stand.
    """
    covered: set[int] = set()
    places: dict[int, Found] = {}
    for each in found:
        if each.type != "event":
            covered.update(range(each.span.start, each.span.end))
        if each.type == "place":
            places[each.span.start] = each
    alike = _by_name(document, gazetteer, covered)
    votes, persons = _votes(document, alike)
    for name, ones in alike.items():
        last = name.rsplit(maxsplit=1)[-1]
        kind, sure = _decided(name, ones, votes[last], persons[last], gazetteer)
        short = kind == "organization" and name.isalpha() and name.isupper() and 2 < len(name) < 7
        for guess, _ in ones:
            within = [places[at] for at in range(guess.span.start, guess.span.end) if at in places]
            # "Boston Bruins": the longer name wins over the city in it.
            longer = kind != "place" and any(guess.span.contains(one.span) and one.span != guess.span for one in within)
            if sure >= (LONGER if longer else SHORT if short else SURE[kind]):
                yield replace(guess, type=kind, priority=8 if longer else 1)


def _by_name(document: Document, gazetteer: Gazetteer, covered: set[int]) -> dict[str, list[tuple[Found, float]]]:
    """The model's guesses with how sure it is of each, by the words; and where else those words stand, with 0."""
    small, capital = words_of(document)
    nothing = _nothing(document)
    alike: dict[str, list[tuple[Found, float]]] = {}
    for sentence in document.sentences:
        if sentence.block is Block.HEADING:
            continue
        for first, last in open_questions(sentence, covered, gazetteer, small):
            for seen, sureness in labelled(sentence.tokens[first:last], document, gazetteer, small, capital):
                guess = _untitled(_whole(seen, document, sentence, covered, gazetteer, small), gazetteer)
                if guess.name not in nothing and _name_like(guess, document, gazetteer, small):
                    alike.setdefault(guess.name, []).append((guess, sureness))
    starts = {guess.span.start for ones in alike.values() for guess, _ in ones}
    surest = {name: max(sureness for _, sureness in ones) for name, ones in alike.items()}
    for start, end, name in Phrases(surest).find(document.text):
        if start not in starts:
            here = replace(alike[name][0][0], span=Span(start, end))
            guess = _whole(here, document, document.sentence_of(start), covered, gazetteer, small)
            # With its neighbour it is as sure as the words alone are elsewhere.
            sure = surest[name] if guess.name != name else 0.0
            alike.setdefault(guess.name, []).append((guess, sure))
    return alike


def _whole(guess: Found, document: Document, sentence: Sentence, covered: set[int], gazetteer: Gazetteer, small: frozenset[str]) -> Found:
    """A person with the capitalised word right before and after that nothing else explains: "Maab Esam" where the model sees "Esam"."""
    if guess.type != "person" or len(guess.name.split()) > 2 or sentence.block is Block.HEADING:
        return guess
    start, end = guess.span.start, guess.span.end
    at = bisect.bisect_left(sentence.tokens, start, key=lambda token: token.start)
    after = bisect.bisect_left(sentence.tokens, end, key=lambda token: token.start)
    for token in (*sentence.tokens[max(0, at - 1) : at], *sentence.tokens[after : after + 1]):
        plain = (
            token.capital
            and len(token.text) > 2
            and not token.text.isupper()
            and token.start not in covered
            and token.text.lower() not in small
            and not any(token.text in gazetteer.words[each] for each in ("opening", "institution", "other", "body", "firm"))
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
    known = gazetteer.names.get(name)
    if known and known.type == "place" and name not in gazetteer.given and name.casefold() not in gazetteer.family:
        votes["place"] += HINT
    kind = max(sorted(votes), key=lambda one: votes[one])
    peak = {each: max((sureness for guess, sureness in ones if guess.type == each), default=0.0) for each in SURE}
    peak["person"] = person
    # A kind that hints have changed is as sure as the guess that there is a name.
    return kind, max(peak[kind], max(peak.values()) if votes[kind] >= 2 * HINT else 0.0)


_STORM = re.compile(
    r"\b(?:[Cc]yclone|[Hh]urricane|[Tt]yphoon|[Ss]torm|[Oo]peration|[Ee]xercise|Typhoons|Hurricanes)[,:]?\s+([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)(?:\s+\(([A-Z][\w-]+)\))?"
)
_STORMS = frozenset({"cyclone", "hurricane", "typhoon", "storm", "operation", "exercise", "typhoons", "hurricanes"})
_SHORT = re.compile(r"\(([A-Z][A-Za-z&]{1,9})s?\)")


def _nothing(document: Document) -> frozenset[str]:
    """Names that the text itself gives to something else: storms, operations, and short names of programmes, agreements and offices."""
    text = document.text
    found: set[str] = set()
    for sentence in document.sentences:
        if not sentence.words.isdisjoint(_STORMS):
            for each in _STORM.finditer(text, sentence.span.start, sentence.span.end):
                found.update(filter(None, each.groups()))
    at = text.find("(")
    while at >= 0:
        short = _SHORT.match(text, at)
        words = text[max(0, at - 80) : at].rsplit("\n", 1)[-1].split()
        if short and words and (words[-1] in _NO_BODY or words[-1].removesuffix("s") in _NO_BODY):
            initial = short[1][0].casefold()
            if any(word[0].casefold() == initial for word in words[-len(short[1]) - 3 :]):
                found.add(short[1])
        elif short and _spelled_small(short[1], words):
            found.add(short[1])
        at = text.find("(", at + 1)
    return frozenset(found)


def _spelled_small(short: str, words: list[str]) -> bool:
    """Whether small words before a short name spell it: "director general of police (DGP)"."""
    spelling = [word for word in words if word not in {"of", "the", "and", "for", "in", "on", "to"}][-len(short) :]
    return len(spelling) == len(short) and all(word[0] == letter.lower() for word, letter in zip(spelling, short, strict=True))


_THING_BEFORE = re.compile(
    r"\b(?:tanker|frigate|destroyer|ship|vessel|ferry|submarine|yacht|cruiser|corvette|freighter|trawler|icebreaker|spacecraft|rocket|film|movie|novel|song|album|musical|opera|drug)\s+\Z"
)
_THING_AFTER = re.compile(
    r"(?:[’']s?)?\s+(?:missiles?|helicopters?|jets|tanks|drones|rifles?|rockets?|warplanes|disease|syndrome|theorem|vaccines?|smartphones?)\b"
)


def _name_like(guess: Found, document: Document, gazetteer: Gazetteer, small: frozenset[str]) -> bool:
    """Whether a guess is more than a letter, a title, or a common word that only begins a sentence."""
    words = guess.span.of(document.text).split()
    if _contradicted(guess, document.text) or _unlike(guess, words, gazetteer):
        return False
    other = gazetteer.words["other"]
    if len(words) > 1:
        return not all(each in other for each in words)
    only = words[0]
    if re.match(r"\s?[\d$€£]", document.text[guess.span.end : guess.span.end + 2]) and only.isupper():
        # "USD 200": a currency; "DV 8": a model.
        return False
    return len(only) > 1 and not (
        only in other
        or only in gazetteer.words["opening"]
        or only in gazetteer.words["institution"]
        or only in gazetteer.titles
        or only.lower() in small
    )


_CRAFT = re.compile(r"\b[A-Z]{1,4}-\d+[A-Z]?\s\Z|\b(?:HMAS|HMS|USS|USNS|INS|FS|MV)\s\Z|[@#]\Z")


def _contradicted(guess: Found, text: str) -> bool:
    """Whether the words beside a guess show something else: "the tanker Stena Impero", "A-29 Super Tucano", "Crohn's disease", "Pell & Co"."""
    start, end = guess.span.start, guess.span.end
    if _CRAFT.search(text[max(0, start - 10) : start]):
        return True
    if guess.type == "person" and (text.startswith(" & ", end) or text.startswith("& ", max(0, start - 2))):
        return True
    if guess.type == "organization" and (CONTEST.match(text, end) or _short_for_words(text, guess.span)):
        return True
    thing = _THING_BEFORE.search(text, max(0, start - 16), start) or _THING_AFTER.match(text, end)
    return guess.type != "place" and thing is not None


def _unlike(guess: Found, words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether a guess holds words that no name of its kind has."""
    if guess.type == "person":
        lists = ("firm", "institution", "other") if len(words) > 1 else ("firm",)
        return (
            words[0] in _NO_PERSON
            or words[-1].islower()
            or "of" in words
            or any(each in gazetteer.words[name] for each in words for name in lists)
            or all(re.fullmatch(r"(?:[A-Z]\.?)+", each) for each in words)
        )
    if guess.type == "organization":
        return (
            words[-1].rstrip(".") in _NO_BODY
            or words[0].islower()
            or words[0] in gazetteer.titles
            or words[-1] in _PEOPLE
            or words[0] in _PHENOMENA
            or words[-1] in gazetteer.demonyms
            or bool(re.fullmatch(r"Group [A-H]", guess.name))
        )
    return False


def _short_for_words(text: str, span: Span) -> bool:
    """Whether a short name in parentheses stands for the small words before it: "gross domestic product (GDP)"."""
    short = span.of(text)
    if not short.isupper() or text[span.start - 1 : span.start] != "(":
        return False
    before = re.findall(r"[A-Za-z]+", text[max(0, span.start - 90) : span.start])[-len(short) - 2 :]
    initials = "".join(each[0] for each in before if each.islower())
    return short.casefold() in initials or initials.endswith(short.casefold())
