"""Where instruments between governments stand by their whole names, and amendments that are signed."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence


def between_governments(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where "the Agreement Between the Government of Norway and the Government of Chile for the Donation of Fish" stands."""
    if "between" in sentence.words:
        yield from (found.span() for found in _BETWEEN_GOVERNMENTS.finditer(document.text, sentence.span.start, sentence.span.end))


def amendments(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where amendments stand that somebody signs."""
    if "amendment" in sentence.words:
        yield from (found.span("what") for found in _AMENDMENT.finditer(document.text, sentence.span.start, sentence.span.end))


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
