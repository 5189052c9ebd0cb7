"""Quotations and who speaks them."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.extract.document import Document
from sourcebook.model.spans import Span

_OPEN, _CLOSE = "“«„", "”»"
_PAIR = re.compile(
    r"[“«„]([^“”«»„]+)[”»]|„([^“”«»„]+)“|“([^“”«»„\"\n]+)\"(?!\w)|(?<![\w\"])\"(?=[^\s\"])([^“”\"\n]+)”|(?<![\w\"])\"(?=[^\s\"])([^\"\n]+)\"(?!\w)"
    # Single marks are apostrophes too: only a whole clause, with its comma or stop inside, is believed.
    r"|(?<!\w)['‘](?=[A-Z])((?:[^'’‘\n]|(?<=\w)['’](?=\w))+[,.?!])['’](?!\w)"
)
_CLOSES = re.compile(f"[{_CLOSE}]")
LONGEST_CUE = 800
"""Code points before a quotation in which its speaker is sought."""
_MINIMUM_WORDS = 5
_SHORTEST = 3
"""Words of a quotation that somebody is said, right beside it, to have spoken."""
_VERB = (
    r"(?:said|says|stated|told|added|noted|stressed|emphasized|emphasised|announced|declared|stating|saying|adding|noting|remarked|continued|explained|concluded|asked|replied|responded|argued|warned|commented|wrote|observed|recalled|insisted|claimed|"
    r"reiterated|underlined|underscored|affirmed|reaffirmed|pointed out|points out|cautioned|asserted|confirmed|conceded|acknowledged|complained|admitted|retorted|countered|suggested|lamented|quipped|joked|tweeted|posted|testified|predicted|elaborated|urged|maintained|vowed|pledged|puts it|put it|argues|warns|notes|adds|explains|stresses|writes|insists)"
)
_CALLS = r"(?:called|calls|calling|described|describes|describing|praised|condemned|dismissed|denounced|criticized|criticised|warning|promised|vowed|hailed|labelled|labeled|quoted|accused|accuses|accusing|blamed|branded|likened|compared|characteri[sz]ed|portrayed|referred to|speaking of|spoke of)"
_BEFORE = re.compile(rf"\b(?:{_VERB}|{_CALLS})[^.!?“\"]{{0,150}}[:,]?\s*\Z|\A\W*According to [^.!?“\"]{{2,90}},\s*\Z", re.IGNORECASE)
_IN_CLAUSE = r"(?:[^.!?“\"\n]|\b(?:Dr|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|St|Rev|Adm|Brig|[A-Z])\.)"
_BESIDE = re.compile(rf"\s*,?\s*(?:{_VERB}\b|{_IN_CLAUSE}{{1,70}}?\b{_VERB}\b)")
_NAMED = re.compile(
    r"\b(?:theme|slogan|motto|titled|entitled|dubbed|topic|phrase|banner|headline|headlined|title|book|article|report|paper|essay|song|film|project|programme|program|exhibition|forum|conference|seminar|so-called|nicknamed|named)(?:\s+(?:of|is|was|on))?\s*[,:]?\s*\Z"
)
_AFTER_ACCORDING = re.compile(r"\s*,?\s*according to\s+[^.!?“\"\n]{2,90}")
_RIGHT_BEFORE = re.compile(rf"\b{_VERB}\s*(?:that\s*)?[:,]?\s*\Z|\b[A-Z]\w+:\s*\Z")
_AFTER = re.compile(rf"\s*,?\s*(?:{_VERB}\b|{_IN_CLAUSE}{{1,80}}?\b{_VERB}\b)", re.IGNORECASE)
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
    opened = list(_left_open(document))
    starts = [each.span.start for each in opened]
    taken = bool(opened)
    yield from opened
    for found in _PAIR.finditer(text):
        group = found.lastindex or 1
        span = Span(*found.span(group))
        at = bisect.bisect_left(starts, span.end)
        if at and opened[at - 1].span.overlaps(span):
            continue
        words = len(found[group].split())
        spoken = words < _SHORTEST or words >= _MINIMUM_WORDS or _spoken(document, found.start(), found.end())
        if words < _SHORTEST or not spoken or _is_name(document, found, group):
            continue
        taken = True
        yield Quoted(span, _cue(document, found.start(), found.end()))
    yield from _cut_off(document)
    if not taken:
        yield from _unmarked(document)


def _is_name(document: Document, found: re.Match[str], group: int) -> bool:
    """Whether words in marks are a title or a motto: what leads them says so, or nearly all begin with a capital letter."""
    if _NAMED.search(document.text, max(0, found.start() - 40), found.start()):
        return True
    words = [each for each in re.findall(r"[^\W\d_]+", found[group]) if len(each) > 3]
    title = len(words) > 1 and sum(each[0].isupper() for each in words) > 0.8 * len(words)
    return title and not _spoken(document, found.start(), found.end())


def _spoken(document: Document, start: int, end: int) -> bool:
    """Whether a verb of speech stands right beside the marks."""
    text = document.text
    clause = text[end - 2] in ",.?!" and _BESIDE.match(text, end, min(len(text), end + 80))
    return bool(clause or _RIGHT_BEFORE.search(text, max(0, start - 40), start))


def _before(document: Document, start: int) -> Span | None:
    """The clause before the marks that has a verb of speech."""
    index = document.block_at(start)
    block = document.article.blocks[index]
    sentence_start = max(block.start, min(start, document.sentence_of(start).span.start), start - LONGEST_CUE)
    before = document.text[sentence_start:start]
    if before and (_BEFORE.search(before) or before.rstrip().endswith(":")):
        return Span(sentence_start, start)
    if start == block.start and index and _SAID.search(document.article.blocks[index - 1].of(document.text)):
        return document.article.blocks[index - 1]
    return None


def _cue(document: Document, start: int, end: int) -> Span | None:
    """The clause before or after the marks that has a verb of speech."""
    found = _before(document, start)
    if found:
        return found
    block = document.article.blocks[document.block_at(start)]
    stop = min(len(document.text), end + 200, block.end)
    after = _AFTER_ACCORDING.match(document.text, end, stop) or _AFTER.match(document.text, end, stop)
    if after and after.end() > end:
        return Span(end, min(block.end, max(after.end() + 60, document.sentence_of(after.end() - 1).span.end)))
    return None


def _cut_off(document: Document) -> Iterator[Quoted]:
    """A closing mark without an opening one in its block: the speaker stays unknown."""
    for block in document.article.blocks:
        raw = block.of(document.text)
        closes = _CLOSES.search(raw)
        close = closes.start() if closes else -1
        if close > 0 and not any(each in _OPEN for each in raw[:close]) and len(raw[:close].split()) >= _MINIMUM_WORDS:
            yield Quoted(Span(block.start, block.start + close), None, cut_off=True)


def _left_open(document: Document) -> Iterator[Quoted]:
    """Paragraphs of a long quotation open with a mark each, and only the last one closes: one utterance."""
    text, blocks = document.text, document.article.blocks
    index = 0
    while index + 1 < len(blocks):
        opening = _unclosed(blocks[index].of(text))
        last = index
        end = -1
        while opening >= 0 and end < 0 and last + 1 < len(blocks) and blocks[last + 1].of(text)[:1] in {*_OPEN, '"'}:
            last += 1
            raw = blocks[last].of(text)
            close = next((at for at, each in enumerate(raw) if at and each in {*_CLOSE, '"'}), -1)
            end = blocks[last].start + close if close > 0 else -1
        if last > index:
            start, end = blocks[index].start + opening + 1, end if end > 0 else blocks[last].end
            if len(text[start:end].split()) >= _MINIMUM_WORDS:
                yield Quoted(Span(start, end), _before(document, start - 1) or _cue(document, end, end + 1))
        index = last + 1


def _unclosed(raw: str) -> int:
    """Where a mark opens that the paragraph does not close, or -1."""
    curly = max(raw.rfind(each) for each in _OPEN)
    if curly >= 0:
        return curly if not any(each in raw[curly:] for each in (*_CLOSE, '"')) else -1
    straight = raw.rfind('"')
    opens = (
        raw.count('"') % 2 == 1 and not any(each in raw[straight:] for each in _CLOSE) and (straight == 0 or raw[straight - 1].isspace())
    )
    return straight if opens else -1


def _unmarked(document: Document) -> Iterator[Quoted]:
    """Paragraphs after one that ends in "X said:" are X's words, to the end or the next such line."""
    blocks = document.article.blocks
    start: int | None = None
    for index, block in enumerate(blocks):
        raw = block.of(document.text)
        if raw.endswith(":") and _SAID.search(raw):
            if start is not None:
                yield from _words_of(document, start, index)
            start = index
    if start is not None:
        yield from _words_of(document, start, len(blocks))


_NARRATOR = re.compile(
    r"\b[Tt]he\s+(?:(?:Foreign|Prime|Defen[cs]e|Deputy|Home|Vice|State)\s+)?(?:Secretary|Minister|President|Ambassador|Spokes(?:man|woman|person)|Chancellor|Commissioner)\s+(?:will|was|is|said|has|also|today|then|later|met|went|spoke)\b"
    r"|\A(?:#|The full (?:report|text|statement)|(?:For )?[Mm]ore information|This (?:press release|statement) |E(?:NDS|nds)\b|Contact|Media contact|You can (?:read|find|follow)|Read (?:the|more)|See also|Photos?\b|Notes? (?:to|for) [Ee]ditors|Further [Ii]nformation|Background\b|Follow (?:the|us)\b|Media enquiries)"
)


def _words_of(document: Document, announced: int, stop: int) -> Iterator[Quoted]:
    """The paragraphs after an announcement, until the narrator speaks of the speaker, or a note follows."""
    blocks = document.article.blocks
    last = announced
    while last + 1 < stop and not _NARRATOR.search(blocks[last + 1].of(document.text)):
        last += 1
    if last > announced:
        yield Quoted(Span(blocks[announced + 1].start, blocks[last].end), blocks[announced])
