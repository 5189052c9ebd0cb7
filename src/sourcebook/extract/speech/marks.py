"""Marks of quotations: where one opens that nothing closes, and one closes that nothing has opened."""

import itertools
from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, within
from sourcebook.extract.speech.words import IN_CLAUSE
from sourcebook.model.spans import Span

OPEN, CLOSE = "“«„", "”»"
MARKS = frozenset('“«„"')
ODDLY = re.compile(r"(?<!\S)”(?=\w)")
"""A closing mark that stands where one opens."""
MINIMUM_WORDS = 5
"""Of what is believed to be quoted without more to show it."""


_ENDS = frozenset(".!?…:;’'")


def closed_only(document: Document, block: Span) -> int:
    """Where a mark closes that the paragraph has not opened, or the end of the paragraph."""
    mark = next(iter(within(document.where(OPEN + CLOSE), block)), block.end)
    closes = block.start < mark < block.end and document.text[mark] in CLOSE and not ODDLY.match(document.text, mark)
    return mark if closes else block.end


def next_opened(document: Document, index: int) -> int:
    """How many paragraphs on the next one stands that opens with a mark: the next, or after one without any marks; or 0."""
    raw = [each.of(document.text) for each in document.article.blocks[index + 1 : index + 3]]
    if raw and raw[0][:1] in MARKS:
        return 1
    unmarked = len(raw) > 1 and raw[1][:1] in MARKS and not any(each in raw[0] for each in (*MARKS, *CLOSE))
    # A headline is no part of what is said.
    return 2 if unmarked and raw[0].rstrip("*_ ")[-1:] in _ENDS and len(raw[0].split()) > MINIMUM_WORDS else 0


def unclosed(raw: str) -> int:
    """Where a mark opens that the paragraph does not close, or -1."""
    lead = len(raw) - len(raw.lstrip("*_ "))
    if raw[lead : lead + 1] in {*OPEN} and 0 not in itertools.accumulate(_steps(raw[lead:])):
        # The marks within are closed, those around are not.
        return lead
    curly = max([raw.rfind(each) for each in OPEN])
    if curly >= 0 and raw[curly + 1 : curly + 2].isspace():
        # A mark before a space opens nothing.
        return -1
    if curly >= 0:
        return curly if not any(each in raw[curly:] for each in (*CLOSE, '"')) else -1
    straight = raw.rfind('"')
    opens = raw.count('"') % 2 == 1 and not any(each in raw[straight:] for each in CLOSE) and (straight == 0 or raw[straight - 1].isspace())
    return straight if opens else -1


def _steps(raw: str) -> Iterator[int]:
    """By how many marks more are open after each letter; a straight one closes after a stop: "“It ends," she said"."""
    before = ""
    for each in raw:
        yield (each in OPEN) - (each in CLOSE or (each == '"' and before in _STOPS))
        before = each


_STOPS = frozenset(",.?!…")


_NARRATED = re.compile(
    rf",(?=\s+(?:(?:he|she|they|it|(?:[Tt]he\s)?[a-z]{{3,}}|[A-Z][\w’.-]+(?:\s[A-Z][\w’.-]+){{0,3}})\s+(?:said|says|told|added|noted|explained|warned|stressed)\b"
    rf"|(?:said|says|added|warned|noted|explained)\s+(?:the\s+)?[A-Z]){IN_CLAUSE}*[.!?]?\s*\Z)"
)
"""What follows words whose closing mark was forgotten: "“It is late. We must go, she said in an interview."."""


def narrated_from(document: Document, index: int, start: int) -> int:
    """Where the narrator goes on after words that a mark has opened and none closes, as the last sentence of their paragraph shows; or 0."""
    found = _NARRATED.search(document.text, start, document.article.blocks[index].end)
    return found.end() if found and len(document.text[start : found.start()].split()) >= MINIMUM_WORDS else 0


def broken_off(document: Document, index: int, start: int) -> int:
    """Where words end that go on in the next paragraph, which a page has broken off within a sentence; or 0."""
    blocks, text = document.article.blocks, document.text
    if index + 1 == len(blocks) or text[blocks[index].end - 1] in '.!?,:;…”"' or not text[blocks[index + 1].start].islower():
        return 0
    mark = closed_only(document, blocks[index + 1])
    return mark if mark < blocks[index + 1].end and len(text[start:mark].split()) >= MINIMUM_WORDS else 0
