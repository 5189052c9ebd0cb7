"""Instruments between governments by their whole names, amendments that are signed, and what names are said to be."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import words


def between_governments(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where "the Agreement Between the Government of Norway and the Government of Chile for the Donation of Fish" stands."""
    if "between" in sentence.words:
        yield from (found.span() for found in _BETWEEN_GOVERNMENTS.finditer(document.text, sentence.span.start, sentence.span.end))


def adopted(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where amendments stand that somebody signs, and resolutions without a number that a body adopts."""
    if not sentence.words.isdisjoint(ADOPTED):
        for pattern in _ADOPTED:
            yield from (found.span("what") for found in pattern.finditer(document.text, sentence.span.start, sentence.span.end))


def what_it_is(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the name stands that "The Arms Act is an international treaty signed by" says to be an instrument's."""
    if not sentence.words.isdisjoint(_KINDS) and not sentence.words.isdisjoint(_BE):
        found = _IS_ONE.match(document.text, sentence.span.start, sentence.span.end)
        yield from [found.span("name")] if found else ()


def again(text: str, found: Iterable[Found]) -> Iterator[tuple[tuple[int, int], str]]:
    """Where "the Treaty" and the like stand after an agreement whose name has that word, and its name."""
    named = sorted((each for each in found if each.priority >= BY_NAME and " " in each.name), key=lambda one: one.span)
    for lone in _LONE.finditer(text, named[0].span.end) if named else ():
        before = (each.name for each in reversed(named) if each.span.end <= lone.start() and lone["what"] in each.name.split())
        if name := next(before, None):
            yield lone.span("what"), name


BY_NAME = 6
"""The least priority of those that have a name."""
_LONE = re.compile(
    r"\b[Tt]he\s(?P<what>Treat(?:y|ies)|Conventions?|Pacts?|Accords?|Charter|Agreements?|Protocol|Declaration|Memorandum|Framework|Covenant|Compact|Armistice)\b"
    r"(?![-’'](?!s\b)|\s+(?:[A-Z]|(?:of|on|for|between)\b))"
)


def by_letters(text: str, found: Iterable[Found]) -> Iterator[tuple[tuple[int, int], str]]:
    """Where the letters stand that an instrument without a name is given, and what it is called: "a free trade agreement (FTA)"."""
    given: dict[str, Found] = {}
    for each in found:
        short = SHORT.match(text, each.span.end) if text.startswith(" (", each.span.end) else None
        if short and short[1].removesuffix("s").casefold() == "".join(word[0] for word in re.split(r"[\s-]", each.name.casefold())):
            given.setdefault(short[1], each)
    for letters, each in given.items():
        for place in re.compile(rf"\b{re.escape(letters)}\b").finditer(text, each.span.end):
            yield place.span(), each.name


SHORT = re.compile(r"(?:\s*\(\s*|, (?=or [A-Z]{3,}[,.]))(?:or\s+|the\s+|also known as\s+)?[“\"']?([A-Z][A-Za-z+-]{1,12})[”\"']?\s*[);,.]")


def of_peace(text: str, end: int, last: int) -> int:
    """Where an instrument ends that is told by what it makes: "treaty of peace, friendship, and commerce"."""
    found = _OF_PEACE.match(text, end, last) if text.endswith(_TREATIES, 0, end) else None
    return found.end() if found else end


_TREATIES = ("treaty", "treaties", "pact", "pacts", "agreement", "agreements")
_PEACE = (
    r"(?:(?:perpetual\s+)?peace|friendship|amity|alliance|commerce|navigation|mutual\s+(?:assistance|aid|defen[cs]e)|non-?aggression"
    r"|arbitration|extradition|naturali[sz]ation|cession|annexation|neutrality|reciprocity|commercial\s+reciprocity|limits|guarantee)"
)
_OF_PEACE = re.compile(rf"\s+of\s+{_PEACE}(?:(?:,?\s+and\s+|,\s+){_PEACE})*\b")

_BE = words("is was")
_KINDS = words("treaty agreement pact accord convention protocol entente concordat armistice memorandum")
_IS_ONE = re.compile(
    r"The\s+(?P<name>[A-Z][\w’'–-]*(?:\s+(?:(?:of|on|for|and|the|to)\s+){0,2}[A-Z][\w’'–-]*){1,6})(?:\s+\([^)]{1,80}\))?\s+"
    r"(?:is|was)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:treaty|agreement|pact|accord|convention|protocol|entente|concordat|armistice|memorandum\s+of\s+understanding)\s+"
    r"(?:(?:[\w-]+\s+)?(?:between|among)|(?:that\s+was\s+|which\s+was\s+)?(?:signed|concluded|ratified|reached|agreed|initialled))\b"
)
_NAMES = r"[A-Z][\w’'.-]*(?:\s+(?:of\s+|and\s+)?(?:the\s+)?[A-Z][\w’'.-]*){0,5}?"
_BETWEEN_GOVERNMENTS = re.compile(
    # Whose governments make it.
    rf"(?:[A-Z][\w-]+\s+){{0,3}}"
    rf"(?:Agreement|Treaty|Convention|Protocol|Memorandum of Understanding|Arrangement)\s+[Bb]etween\s+"
    rf"(?:the\s+)?Government\s+of\s+(?:the\s+)?{_NAMES}\s+and\s+(?:the\s+)?Government\s+of\s+(?:the\s+)?{_NAMES}"
    # And what it is on.
    r"(?:\s+(?:for|on|[Cc]oncerning|[Rr]egarding|[Rr]elating\s+to)\s+(?:the\s+)?[A-Z][\w-]*"
    r"(?:\s+(?:(?:of|and|in|for|on|to)\s+)?(?:the\s+)?[A-Z][\w-]*)*)?(?=[,.;)]|\s+(?!(?:of|and)\s)[a-z(]|\Z)"
)
ADOPTED = words("amendment amendments resolution")
_SIGN = r"\b(?:sign(?:s|ed|ing)?|ink(?:s|ed|ing)|conclud(?:es|ed|ing))"
_ADOPTED = (
    re.compile(rf"{_SIGN}\s+(?:an?|the|two)\s+(?P<what>amendments?)(?=\s+to\b)"),
    re.compile(
        r"\b(?:adopt(?:s|ed|ing)?|pass(?:es|ed|ing)?|approv(?:es|ed|ing)|(?:adoption|passage|passing|approval)\s+of)\s+"
        r"(?:an?|the|its|another|this|that)\s+(?:[\w-]+\s+){0,4}?(?P<what>resolution)\b(?!\s+(?:to|of)\s+(?:the\s+)?(?:conflict|crisis|dispute|war|problem))"
    ),
    re.compile(
        r"\b[Tt]he\s+(?:[\w-]+\s+)?(?P<what>resolution)(?=,?\s+(?:which\s+)?(?:was|has\s+been|is)\s+(?:[a-z]+\s+)?(?:adopted|passed|approved)\b)"
    ),
)


def agreement_kind(words: str) -> str:
    """What kind of instrument its name says it is."""
    low = words.casefold()
    kinds = (
        "joint statement",
        "joint declaration",
        "memorandum",
        "treaty",
        "resolution",
        "protocol",
        "convention",
        "declaration",
        "charter",
        "communiqué",
        "accord",
        "pact",
        "armistice",
        "truce",
        "ceasefire",
    )
    low = low.replace("cease-fire", "ceasefire")
    return next((each for each in kinds if each in low), "agreement")


def of_two(text: str, each: Found, end: int, last: int) -> Found:
    """An agreement with the two between whom it is: two agreements in one text are told apart by their parties."""
    two = _BETWEEN_TWO.match(text, end, last)
    return each.called(f"{each.name} between {two['one']} and {two['other']}") if two else each


_BETWEEN_TWO = re.compile(
    r"(?:\s+\([^)]*\))?(?:\s+(?:on|of|in)\s+[^.;,]{1,60}?)?\s+between\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:of\s+(?:the\s+)?)?(?P<one>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})\s+and\s+(?:the\s+)?(?P<other>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})(?=[.,;)]|\s+(?!government|authorit|ministr|leader|president|forces|sides)[a-z])"
)
GATHERING = re.compile(
    r"\b(?:National|Party|Constitutional|Federal|International|Virginia|Annapolis|Philadelphia|Republican|Democratic|Libertarian|Labou?r|GOP|DNC|RNC|Annual|Constituent) Convention(?! (?:on|for|against|concerning|to)\b)"
)
"""A convention to which people come: "the Republican National Convention"."""
THERE_SHORT = re.compile(r"\sin\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?(?=\s\([A-Z]{2,6}\))")
"""Where a title is of, before its short name: "Treaty of Amity in Southeast Asia (TAC)"."""


def where_slashed(text: str, start: int) -> int:
    """Where a name begins whose parties a mark joins: "G8/Africa Joint Declaration", "U.S.-Chile Free Trade Agreement"."""
    before = _PARTY_BEFORE.search(text, start - 24, start)
    return before.start() if before else start


_PARTY_BEFORE = re.compile(r"(?<![\w/.–-])(?:[A-Z][\w-]*[/–]|(?:[A-Z]\.){2,}[-–]|(?:[A-Z]\w+[-–])?(?:[A-Z]\.){2,}\s)\Z")


def with_initials(text: str, end: int) -> int:
    """Where a title ends that goes on after initials: "Roadmap for a Renewed U.S.-Canada Partnership"."""
    found = _INITIALS.match(text, end)
    return found.end() if found else end


_INITIALS = re.compile(r"(?<=\s[A-Z])(?:\.[A-Z])+\.?(?:[-–][A-Z]\w+)?(?:\s[A-Z]\w+)*")
