"""Quotations and who speaks them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.extract.document import Document
from sourcebook.model.spans import Span

_OPEN, _CLOSE = "“«„", "”»"
_PAIR = re.compile(
    r"[“«„]([^“”«»„]+)[”»]|(?<![\w\"])\"(?=[^\s\"])([^\"\n]+)\"(?!\w)"
    # Single marks are apostrophes too: only a whole clause, with its comma or stop inside, is believed.
    r"|(?<!\w)['‘](?=[A-Z])((?:[^'’\n]|(?<=\w)['’](?=\w))+[,.?!])['’](?!\w)"
)
_MINIMUM_WORDS = 5
_SHORTEST = 3
"""Words of a quotation that somebody is said, right beside it, to have spoken."""
_VERB = r"(?:said|says|stated|told|added|noted|stressed|emphasized|emphasised|announced|declared|stating|saying|adding|noting|remarked|continued|explained|concluded|asked|replied|responded|argued|warned|commented|wrote|observed|recalled|insisted|claimed)"
_CALLS = r"(?:called|calls|calling|described|describes|describing|praised|condemned|dismissed|denounced|criticized|criticised|warning|promised|vowed|hailed|labelled|labeled|quoted)"
_BEFORE = re.compile(rf"\b(?:{_VERB}|{_CALLS})[^.!?“\"]{{0,60}}[:,]?\s*\Z|\A\W*According to [^.!?“\"]{{2,90}},\s*\Z", re.IGNORECASE)
_BESIDE = re.compile(rf"\s*,?\s*(?:{_VERB}\b|(?:(?:[A-Z][\w.’'-]*|the|of|[a-z]+)\s+){{1,5}}?{_VERB}\b)")
_RIGHT_BEFORE = re.compile(rf"\b{_VERB}\s*(?:that\s*)?[:,]?\s*\Z|\b[A-Z]\w+:\s*\Z")
_AFTER = re.compile(rf"\s*,?\s*(?:{_VERB}\b|[^.!?“\"\n]{{1,80}}?\b{_VERB}\b)", re.IGNORECASE)
_SAID = re.compile(rf"\b{_VERB}\s*(?:[^.:\n]{{0,40}})?:\s*\Z")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between the marks, and where to look for who says them (a span of text), or None."""

    span: Span
    cue: Span | None
    cut_off: bool = False
    """Whether its opening mark, and with it perhaps its speaker, is missing."""


def quotations(document: Document) -> Iterator[Quoted]:
    """Quotations of five words or more, with marks or after "X said:"; shorter ones are names or scare quotes."""
    yield from sorted(_all(document), key=lambda one: one.span)


def _all(document: Document) -> Iterator[Quoted]:
    text = document.text
    taken: list[Span] = []
    for found in _PAIR.finditer(text):
        group = found.lastindex or 1
        words = len(found[group].split())
        if words < _MINIMUM_WORDS and (words < _SHORTEST or not _spoken(document, found.start(), found.end())):
            continue
        span = Span(*found.span(group))
        taken.append(span)
        yield Quoted(span, _cue(document, found.start(), found.end()))
    yield from _cut_off(document)
    yield from _left_open(document)
    if not taken:
        yield from _unmarked(document)


def _spoken(document: Document, start: int, end: int) -> bool:
    """Whether a verb of speech stands right beside the marks."""
    text = document.text
    clause = text[end - 2] in ",.?!" and _BESIDE.match(text, end, min(len(text), end + 80))
    return bool(clause or _RIGHT_BEFORE.search(text, max(0, start - 40), start))


def _cue(document: Document, start: int, end: int) -> Span | None:
    """The clause before or after the marks that has a verb of speech."""
    index = document.block_at(start)
    block = document.article.blocks[index]
    sentence_start = max(block.start, min(start, document.sentence_of(start).span.start))
    before = document.text[sentence_start:start]
    if before and (_BEFORE.search(before) or before.rstrip().endswith(":")):
        return Span(sentence_start, start)
    if start == block.start and index and _SAID.search(document.article.blocks[index - 1].of(document.text)):
        return document.article.blocks[index - 1]
    after = _AFTER.match(document.text, end, min(len(document.text), end + 200, block.end))
    if after and after.end() > end:
        return Span(end, min(block.end, after.end() + 60))
    return None


def _cut_off(document: Document) -> Iterator[Quoted]:
    """A closing mark without an opening one in its block: the speaker stays unknown."""
    for block in document.article.blocks:
        raw = block.of(document.text)
        close = next((at for at, each in enumerate(raw) if each in _CLOSE), -1)
        if close > 0 and not any(each in _OPEN for each in raw[:close]) and len(raw[:close].split()) >= _MINIMUM_WORDS:
            yield Quoted(Span(block.start, block.start + close), None, cut_off=True)


def _left_open(document: Document) -> Iterator[Quoted]:
    """Paragraphs of a long quotation open with a mark each, and only the last one closes."""
    blocks = document.article.blocks
    for block, following in pairwise(blocks):
        raw = block.of(document.text)
        opening = max(raw.rfind(each) for each in _OPEN)
        straight = raw.count('"') % 2 == 1 and raw.startswith('"') and following.of(document.text).startswith('"')
        curly = opening >= 0 and not any(each in _CLOSE for each in raw[opening:]) and following.of(document.text)[:1] in _OPEN
        start = block.start + (0 if straight else opening) + 1
        if (straight or curly) and len(document.text[start : block.end].split()) >= _MINIMUM_WORDS:
            yield Quoted(Span(start, block.end), _cue(document, start - 1, block.end))


def _unmarked(document: Document) -> Iterator[Quoted]:
    """Paragraphs after one that ends in "X said:" are X's words, to the end or the next such line."""
    blocks = document.article.blocks
    start: int | None = None
    for index, block in enumerate(blocks):
        raw = block.of(document.text)
        if _SAID.search(raw):
            if start is not None:
                yield from _words_of(document, start, index)
            start = index
    if start is not None:
        yield from _words_of(document, start, len(blocks))


_NARRATOR = re.compile(
    r"\b[Tt]he\s+(?:(?:Foreign|Prime|Defen[cs]e|Deputy|Home|Vice|State)\s+)?(?:Secretary|Minister|President|Ambassador|Spokes(?:man|woman|person)|Chancellor|Commissioner)\s+(?:will|was|is|said|has|also|today|then|later|met|went|spoke)\b"
    r"|\A(?:#|Notes? (?:to|for) [Ee]ditors|Further [Ii]nformation|Background\b|Follow (?:the|us)\b|Media enquiries)"
)


def _words_of(document: Document, announced: int, stop: int) -> Iterator[Quoted]:
    """The paragraphs after an announcement, until the narrator speaks of the speaker, or a note follows."""
    blocks = document.article.blocks
    last = announced
    while last + 1 < stop and not _NARRATOR.search(blocks[last + 1].of(document.text)):
        last += 1
    if last > announced:
        yield Quoted(Span(blocks[announced + 1].start, blocks[last].end), blocks[announced])
