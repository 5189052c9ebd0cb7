"""Instruments between governments by their whole names, amendments that are signed, and what names are said to be."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.phrases import words


def between_governments(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where "the Agreement Between the Government of Norway and the Government of Chile for the Donation of Fish" stands."""
    if "between" in sentence.words:
        yield from (found.span() for found in _BETWEEN_GOVERNMENTS.finditer(document.text, sentence.span.start, sentence.span.end))


def amendments(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where amendments stand that somebody signs."""
    if "amendment" in sentence.words:
        yield from (found.span("what") for found in _AMENDMENT.finditer(document.text, sentence.span.start, sentence.span.end))


def what_it_is(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the name stands that "The Arms Act is an international treaty signed by" says to be an instrument's."""
    if not sentence.words.isdisjoint(_KINDS) and not sentence.words.isdisjoint(_BE):
        found = _IS_ONE.match(document.text, sentence.span.start, sentence.span.end)
        yield from [found.span("name")] if found else ()


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
_AMENDMENT = re.compile(r"\b(?:sign(?:s|ed|ing)?|inked|concluded)\s+(?:an?|the|two)\s+(?P<what>amendments?)(?=\s+to\b)")


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
    )
    return next((each for each in kinds if each in low), "agreement")
