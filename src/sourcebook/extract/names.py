"""Names that are known: of the knowledge base, and of the gazetteer; with nationalities."""

from collections.abc import Iterator

from sourcebook.extract.document import Document, Sentence, Token
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import NameFinder
from sourcebook.model.spans import Span

MOST_TOKENS = 9
_PLACE_BEFORE = frozenset(
    [
        "in",
        "at",
        "to",
        "from",
        "near",
        "of",
        "around",
        "outside",
        "into",
        "through",
        "toward",
        "towards",
        "across",
        "for",
        "between",
        "and",
        ",",
        "visited",
        "leaving",
    ]
)


def known_names(document: Document, kb: KnowledgeBase, gazetteer: Gazetteer, own: frozenset[str]) -> Iterator[Found]:
    """Names and aliases of the knowledge base's own entities: the surest gazetteer.

    Those that the loader itself made of this article are left to the rules that found them,
    so that reading the article again finds the same.
    """
    exact: dict[str, tuple[str, str, str]] = {}
    common: dict[str, tuple[str, str, str]] = {}
    for entity in kb.entities.values():
        if entity.id in own:
            continue
        into = common if kb.schema.types[entity.type].common else exact
        for name in (entity.name, *(each.text for each in entity.aliases)):
            into.setdefault(name, (entity.id, entity.type, entity.name))
        for name in entity.mentioned_as:
            into.setdefault(name, (entity.id, "demonym" if entity.type == "place" else entity.type, entity.name))
    for finder, table in ((NameFinder(exact), exact), (NameFinder(common, ignore_case=True), common)):
        for start, end, names in finder.find(document.text):
            entity_id, kind, name = table[min(names)]
            surface = document.text[start:end]
            entry = gazetteer.names.get(surface) or gazetteer.demonyms.get(surface) or gazetteer.names.get(name)
            yield Found(span=Span(start, end), type=kind, name=name, known=entity_id, entry=entry, priority=9)


def gazetteer_names(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Countries, regions, cities, waters and international organizations, longest first; and demonyms."""
    for sentence in document.sentences:
        at = 0
        tokens = sentence.tokens
        while at < len(tokens):
            found = _longest(document.text, sentence, at, gazetteer) if tokens[at].capital else None
            if found is None:
                at += 1
                continue
            yield found
            while at < len(tokens) and tokens[at].end <= found.span.end:
                at += 1


def _longest(text: str, sentence: Sentence, at: int, gazetteer: Gazetteer) -> Found | None:
    tokens = sentence.tokens
    start = tokens[at].start
    for last in range(min(len(tokens), at + MOST_TOKENS) - 1, at - 1, -1):
        if not tokens[last].text[-1].isalnum() and tokens[last].text != ".":
            continue
        surface = " ".join(text[start : tokens[last].end].replace("’", "'").split())
        span = Span(start, tokens[last].end)
        entry = gazetteer.names.get(surface)
        if entry and (entry.sure or _spoken_of_as_place(tokens, at, last, gazetteer)):
            return Found(span=span, type=entry.type, name=entry.name, entry=entry, priority=5)
        adjective = gazetteer.demonyms.get(surface)
        if adjective:
            return Found(span=span, type="demonym", name=adjective.name, entry=adjective, priority=5)
    return None


def _spoken_of_as_place(tokens: tuple[Token, ...], first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a doubtful city's name follows a preposition of place, or a country follows it after a comma."""
    after = tokens[last + 1 : last + 3]
    if len(after) == 2 and after[0].text == "," and after[1].text in gazetteer.names:
        return True
    if first == 0 or (after and after[0].capital):
        return False
    before = tokens[first - 1].text
    if before.casefold() == "the" or (tokens[first].text in gazetteer.given and before != "in"):
        return False
    return before in _PLACE_BEFORE or before.casefold() in {"city", "town", "village", "province", "district"}


def compass_and_regions(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Names that say by their last word that they are places: "Samara Region", "Dawei Special Economic Zone"."""
    for sentence in document.sentences:
        for index, token in enumerate(sentence.tokens):
            if token.text.casefold() in _PLACE_WORDS and index:
                first = index
                while (
                    first
                    and (sentence.tokens[first - 1].capital or sentence.tokens[first - 1].text in {"-", "al", "el"})
                    and index - first < 4
                ):
                    first -= 1
                while first < index and (not sentence.tokens[first].capital or sentence.tokens[first].text in {"The", "In", "At"}):
                    first += 1
                words = document.text[sentence.tokens[first].start : token.end]
                demonym = sentence.tokens[first].text in gazetteer.demonyms
                if first < index and not demonym:
                    yield Found(
                        span=Span(sentence.tokens[first].start, token.end),
                        type="place",
                        name=words,
                        entry=_region(words, gazetteer),
                        priority=6,
                    )


_PLACE_WORDS = frozenset(
    [
        "region",
        "territory",
        "province",
        "oblast",
        "krai",
        "district",
        "governorate",
        "zone",
        "peninsula",
        "valley",
        "island",
        "islands",
        "strait",
        "river",
        "prefecture",
        "county",
    ]
)


def _region(words: str, gazetteer: Gazetteer) -> Entry:
    known = gazetteer.names.get(words)
    return known or Entry(name=words, type="place", kind="zone" if words.endswith("Zone") else "region")
