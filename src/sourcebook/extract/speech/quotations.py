"""Quotations and who speaks them."""

import bisect
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.speech.marks import (
    CLOSE,
    MARKS,
    MINIMUM_WORDS,
    ODDLY,
    OPEN,
    broken_off,
    closed_only,
    narrated_from,
    next_opened,
    unclosed,
)
from sourcebook.extract.speech.words import ALSO, CALLS, IN_CLAUSE, NARRATOR, OPINION, VERB
from sourcebook.model.spans import Span

_PAIR = re.compile(
    r"“([^“”«»„\"\n]+[,.?!…])\"(?=\s|\Z)|(?:“(?!\s)|(?<=[:,] )“|[«„])([^“”«»„]+)[”»]|“(?=\s)([^“”«»„]+\s)”|„([^“”«»„]+)“|“([^“”«»„\"\n]+)\"(?!\w)"
    r"|(?<![\w\"])\"(?=[^\s\"])([^“”\"\n]+)”|(?<![\w\"])\"(?=[^\s\"])([^\"\n]+)\"(?!\w)"
    # Opening marks, or closing ones, on both sides.
    r"|“\s*([^“”«»„\"\n]{20,}?)\s“(?=\s[a-z])|“(?!\s)([^“”«»„\"\n]{20,}[.!?])\s“(?=\s)"
    r"|(?<!\S)”(?=\w)([^“”\"\n]+)”(?!\w)"
    # Single marks are apostrophes too: only a whole clause, with its comma or stop inside, is believed.
    r"|(?<!\w)['‘](?=[A-Z])((?:[^'’‘\n]|(?<=\w)['’](?=\w))+[,.?!])['’](?!\w)"
    # Or a few words that somebody is said to have spoken.
    r"|(?<![\w'’‘])['‘](?=[a-z])(?P<few>(?:[^'’‘\n]|(?<=\w)['’](?=\w)){8,160}?)['’](?![\w'’])"
)
_OPENS = "“«„\"'‘”"
LONGEST_CUE = 800
"""Code points before a quotation in which its speaker is sought."""
_SHORTEST = 3
"""Words of a quotation that somebody is said, right beside it, to have spoken."""
_FEWEST = 2
"""Words of one within a clause that tells what somebody said."""
_VERB = (
    rf"(?:{VERB}|(?:(?<=ment )|(?<=tion )|(?<=tter )|(?<=port )|(?<=sage )|(?<=post )|(?<=weet )|(?<=ease )|(?<=qu[eé] )|(?<=note ))reads?)"
)
_BEFORE = re.compile(
    rf"\b(?:{_VERB}|{CALLS})\b{IN_CLAUSE}{{0,260}}[:,]?\s*\Z|\A\W*(?:{ALSO}[Aa]ccording to|In the words of|In (?:his|her) {OPINION},) {IN_CLAUSE}{{0,240}}\Z"
    rf"|\b(?:statement|message|letter|tweet|post|comment|remarks?)[,:]\s*\Z",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\s*,?\s*(?:{_VERB}\b|{IN_CLAUSE}{{1,70}}?\b{_VERB}\b)")
_NAMED = re.compile(
    r"\b"
    r"(?:(?:(?:author|co-author|editor|creator|director|star|producer|writer|host) of|starred in|stars in|theme"
    r"|slogan|motto|topic|phrase|banner|headline|headlined|title)(?:\s+(?:of|is|was|on))?|titled|entitled"
    r"|dubbed|book|article|report|paper|essay|song|film|project|programme|program|exhibition|forum|conference"
    r"|seminar|so-called|nicknamed|named)(?:\s+(?:of|on))?\s*[,:]?\s*\Z"
)
_AFTER_ACCORDING = re.compile(r"\s*,?\s*according to\s+[^.!?“\"\n]{2,90}")
_TELLS = re.compile(
    rf"\b"
    rf"(?:{_VERB}|{CALLS}|call(?:ed|s|ing)\s+(?:for|on)|welcom(?:ed|es|ing)|express(?:ed|es|ing)|voic(?:ed|es|ing)|convey(?:ed|s|ing)|agreed|hoped|hopes|stressing"
    rf"|made it clear)\b(?!\s+by\b){IN_CLAUSE}{{2,120}}\Z"
    r"|\b(?:(?:spoke|speaks|speaking|complained|talked)\s+of|condemned|denounced|hailed|deplored|promised|urged|pledged)\s+\Z"
    rf"|\A\W*{ALSO}[Aa]ccording to {IN_CLAUSE}{{2,200}}\Z|\b{CALLS}\s+by\s+{IN_CLAUSE}{{2,100}}\sas\s+(?:an?\s+|the\s+)?\Z"
)
"""A clause that goes on into the marks: "warned that there was a"."""
_CALLED = re.compile(
    r"\b"
    r"(?:so-called|known as|called|dubbed|named|nicknamed|titled|entitled|referred to as|labell?ed|term(?:ed)?"
    r"|the words?|the phrase)\s+(?:an?\s+|the\s+)?\Z"
    r"|\b(?:envisioned|planned|proposed|purported|supposed|alleged|self-styled|self-proclaimed|self-described)\s+\Z"
    r"|\b(?:(?:charges?|convicted|guilty|counts?|suspicion)\s+of|charged\s+with|(?:arrested|jailed|detained|tried)\s+for)\s+\Z"
)
_REJECTED = re.compile(
    r"(?i)\b"
    r"(?:rejected|described|dismissed|condemned|denounced|hailed|branded|labell?ed|called|criticised|criticized"
    r"|praised)\s+(?:as\s+)?(?:an?\s+)?\Z"
)
_BRANDED = re.compile(r"(?<!\bit )(?<!\bthem )\b(?:branded|dubbed|labell?ed|described\s+as|called)\s+an?\s+\Z")
BY_WHOM = re.compile(r"\s+by\s+[^.!?“\"\n]{2,90}")
"""The vote was dismissed as “…” by Ana Ruiz."""
_SIGNED = re.compile(r"\s*[—–]\s*[A-Z][^.!?“\"\n]{2,90}")
"""“…” — Ana Ruiz, foreign minister"""
_RIGHT_BEFORE = re.compile(rf"\b{_VERB}\s*(?:that\s*)?[:,]?\s*\Z|\b[A-Z]\w+:\s*\Z")
_AFTER = re.compile(rf"\s*,?\s*(?:{_VERB}\b|{IN_CLAUSE}{{1,80}}?\b{_VERB}\b)", re.IGNORECASE)
_FAR_AFTER = re.compile(rf"\s*{IN_CLAUSE}{{1,180}}?\b{_VERB}\b", re.IGNORECASE)
"""After a comma within the marks the sentence goes on: "…," the envoy, who had chaired the talks in Oslo, told reporters."""
_QUOTES_NEXT = re.compile(r"[^.!?“”\"\n]{0,90}[“\"]")
_SAID = re.compile(rf"(?<!\w)(?<!\bfollowing )(?<!\bthe )(?<!\bthese )(?<!\bmain )(?<!\bkey ){_VERB}\s*(?:[^.:\n]{{0,40}})?:\s*\Z")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between the marks, and where to look for who says them (a span of text), or None."""

    span: Span
    cue: Span | None
    cut_off: bool = False
    """Whether its opening mark, and with it perhaps its speaker, is missing."""
    unmarked: bool = False
    """Whether only the words before it show it to be one."""


def quotations(document: Document) -> Iterator[Quoted]:
    """Quotations with marks or after "X said:"; of less than five words only those that somebody is said to have spoken, others are names."""
    yield from sorted(_all(document), key=lambda one: one.span)


def _all(document: Document) -> Iterator[Quoted]:
    opened = list(_left_open(document))
    starts = [each.span.start for each in opened]
    taken = [each.span for each in opened]
    yield from opened
    for found in _pairs(document):
        group = found.lastindex or 1
        span = Span(*found.span(group))
        at = bisect.bisect_left(starts, span.end)
        if at and opened[at - 1].span.overlaps(span):
            continue
        words = len(found[group].split())
        few = words < MINIMUM_WORDS or found["few"] is not None
        if (
            words < _FEWEST
            or (few and not _told(document, found, words) and not (taken and _goes_on(document, taken[-1], span)))
            or _is_name(document, found, group)
            or _INSIDE_OUT.search(found[group])
        ):
            continue
        taken.append(span)
        yield Quoted(span, _cue(document, found.start(), found.end()))
    for unpaired in (_unmarked, _cut_off):
        taken.sort()
        begins = [each.start for each in taken]
        for each in unpaired(document):
            last = bisect.bisect_left(begins, each.span.end)
            if not (last and taken[last - 1].overlaps(each.span)):
                taken.append(each.span)
                yield each


_INSIDE_OUT = re.compile(
    r"\w:\s*\Z|\b(?:[Hh]e|[Ss]he|[Tt]hey|it|[A-Z][a-z]+)\s+(?:said|says|added|wrote|asked|replied|warned|noted),?\s*\Z"
)
"""How words end that stand between two quotations, not in marks: "” Ruiz asked, adding: “"."""


def _pairs(document: Document) -> Iterator[re.Match[str]]:
    """The words between marks, in order and without overlaps; looked for only where a mark opens."""
    text, done = document.text, 0
    for at in document.where(_OPENS):
        if at >= done and (text[at] != "”" or ODDLY.match(text, at)) and (found := _PAIR.match(text, at)):
            done = found.end()
            yield found


def _told(document: Document, found: re.Match[str], words: int) -> bool:
    """Whether a few words in marks are somebody's: a verb of speech stands right beside them, or leads the clause that they are part of."""
    if words >= _SHORTEST and found["few"] is None and _spoken(document, found.start(), found.end()):
        return True
    start = max(document.sentence_of(found.start()).span.start, found.start() - LONGEST_CUE)
    before = document.text[start : found.start()]
    by = _REJECTED.search(before) and BY_WHOM.match(document.text, found.end())
    return bool(by or _TELLS.search(before)) and not _CALLED.search(before)


def _goes_on(document: Document, last: Span, span: Span) -> bool:
    """Whether a short sentence in marks follows another quotation of its paragraph, as in: “…,” she said. “It ends.”."""
    words = span.of(document.text)
    near = 0 < span.start - last.end < ATTRIBUTION and document.block_at(last.start) == document.block_at(span.start)
    return near and words[0].isupper() and words[-1] in ".!?"


ATTRIBUTION = 120
"""Code points between two quotations with who speaks, at most."""


def _is_name(document: Document, found: re.Match[str], group: int) -> bool:
    """Whether words in marks are a title or a motto: what leads them says so, or nearly all begin with a capital letter."""
    every = re.findall(r"[^\W\d_]+", found[group])
    if _NAMED.search(document.text, found.start() - 40, found.start()) and (found[group][-1] not in ".,!?" or len(every) < LONG):
        return True
    words = [each for each in every if len(each) > 3]
    names = len(words) >= LONGEST_TITLE and not found[group].isupper() and all(each[0].isupper() for each in words)
    ends = found[group][-1] in "!?" or (found[group][-1] == "." and len(every) > LONGEST_TITLE and not names)
    title = (
        not ends
        and len(every) > 1
        and (all(each[0].isupper() for each in every) or (len(words) > 1 and sum(each[0].isupper() for each in words) > 0.8 * len(words)))
    )
    return title and not _spoken(document, found.start(), found.end())


LONG = 8
"""Words of a sentence, no name: told at a conference "It will be signed, and that before the winter."."""
LONGEST_TITLE = 4
"""Words that are a name, all with capitals, though a full stop stands inside the marks."""


def _spoken(document: Document, start: int, end: int) -> bool:
    """Whether a verb of speech stands right beside the marks."""
    text = document.text
    clause = (text[end - 2] in ",.?!" or text[end : end + 1] == ",") and _BESIDE.match(text, end, min(len(text), end + 80))
    return bool(clause or _RIGHT_BEFORE.search(text, start - 40, start))


def _before(document: Document, start: int) -> Span | None:
    """The clause before the marks that has a verb of speech."""
    index = document.block_at(start)
    block = document.article.blocks[index]
    sentence_start = max(block.start, min(start, document.sentence_of(start).span.start), start - LONGEST_CUE)
    own = next(reversed(list(_NEXT_CLAUSE.finditer(document.text, sentence_start, start))), None)
    # "“…,” Ruiz said, while Lund said it was “…”": of the last clause alone.
    sentence_start = own.end() if own and _BEFORE.search(document.text[own.end() : start]) else sentence_start
    before = document.text[sentence_start:start]
    if before and (_BEFORE.search(before) or before.rstrip().endswith(":")):
        return Span(sentence_start, start)
    last = document.article.blocks[index - 1] if index and not document.text[block.start : start].strip("*_ ") else None
    if last and (
        _SAID.search(last.of(document.text)) or (document.text[start] in MARKS and document.text.endswith(":", last.start, last.end))
    ):
        return last
    return None


_NEXT_CLAUSE = re.compile(r"[”\"»][^“”\"]{3,120}?[,;]\s+(?:while|whereas|but|and)\s+(?=(?:the\s+)?[A-Z][^“”\"]*\Z)")


def _cue(document: Document, start: int, end: int) -> Span | None:
    """The clause before or after the marks that has a verb of speech."""
    if _BRANDED.search(document.text, max(0, start - 40), start) and (by := BY_WHOM.match(document.text, end)):
        # "The envoy told the minister of a tour branded a “…” by the council": the council's words.
        return Span(end, by.end())
    found = _before(document, start)
    if found and not (_PASSIVE.search(found.of(document.text)) and _AFTER_ACCORDING.match(document.text, end)):
        return found
    return _after(document, start, end)


_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are)\s+(?:\w+\s+)?"
    r"(?:accused|charged|blamed|described|called|quoted|praised|condemned|criticised|criticized)\b"
)
"""What somebody else says: "Wei was accused of “…,” according to the broadcaster"."""
_FAR_ACCORDING = re.compile(r"[^.!?“”\"\n]{1,100}?,\s+according\s+to\s+[^.!?“\"\n]{2,60}")
_AGREED = re.compile(r"\b(?:agreed|decided|pledged|vowed|promised)\b")


def otherwise_told(document: Document, quoted: Quoted) -> Quoted | None:
    """A quotation that a verb leads, with the clause after its marks for a cue: "They agreed to “…,” the ministry said"."""
    start, end = quoted.span.start - 1, quoted.span.end + 1
    agreed = quoted.cue and quoted.cue.end <= quoted.span.start and _AGREED.search(document.text, quoted.cue.start, quoted.cue.end)
    later = _after(document, start, end) if agreed else None
    return replace(quoted, cue=later) if later and document.sentence_of(start).span.end >= later.end else None


def _after(document: Document, start: int, end: int) -> Span | None:
    """The clause after the marks that has a verb of speech."""
    block = document.article.blocks[document.block_at(start)]
    stop = min(len(document.text), end + 200, block.end)
    rejected = _REJECTED.search(document.text, max(block.start, start - 40), start)
    after = (
        (BY_WHOM.match(document.text, end, stop) if rejected else None)
        or _AFTER_ACCORDING.match(document.text, end, stop)
        or _SIGNED.match(document.text, end, stop)
        or _FAR_ACCORDING.match(document.text, end, stop)
        or _AFTER.match(document.text, end, stop)
    )
    if after is None and document.text[end - 2] == ",":
        after = _FAR_AFTER.match(document.text, end, stop)
    if after and document.text[end - 2] in ".!?" and _QUOTES_NEXT.match(document.text, after.end(), block.end):
        # "… agree." The chairman said it was “…”: what follows leads to other words.
        return None
    if after and document.text[end - 2] == "." and _NEXT_SENTENCE.match(document.text, end, stop):
        # "It ends." Yukos had argued that …: the narrator goes on with something else.
        return None
    if after and after.end() > end:
        return Span(end, min(block.end, max(after.end() + 60, document.sentence_of(after.end() - 1).span.end)))
    return None


_NEXT_SENTENCE = re.compile(
    r"\s+"
    r"(?!(?:[A-Z][\w.’'-]*\s+){1,4}"
    r"(?:said|says|added|adds|told|tells|explained|explains|noted|notes|continued|concluded|stressed|wrote"
    r"|writes|recalled|asked|replied|tweeted|warned|insisted|joked)\b)[A-Z]"
)


def _cut_off(document: Document) -> Iterator[Quoted]:
    """A closing mark without an opening one in its block: the speaker stays unknown."""
    for block in document.article.blocks:
        mark = closed_only(document, block)
        if mark < block.end and len(document.text[block.start : mark].split()) >= MINIMUM_WORDS:
            yield Quoted(Span(block.start, mark), None, cut_off=True)


def _left_open(document: Document) -> Iterator[Quoted]:
    """Paragraphs of a long quotation open with a mark each, and only the last one closes: one utterance."""
    text, blocks = document.text, document.article.blocks
    index = 0
    while index < len(blocks):
        raw = blocks[index].of(text)
        opening = unclosed(raw)
        if opening > 0 and raw[opening + 1 : opening + 2].islower():
            # A mark that was forgotten: what goes on for paragraphs begins with a sentence.
            opening = -1
        if opening >= 0 and (ended := _closed_otherwise(document, index, opening)):
            yield ended
            index += 1
            continue
        last = index
        end = -1
        while opening >= 0 and end < 0 and (step := next_opened(document, last)):
            last += step
            raw = blocks[last].of(text)
            close = next((at for at, each in enumerate(raw) if at and each in {*CLOSE, '"'}), -1)
            end = blocks[last].start + close if close > 0 else -1
        if last > index:
            start, end = blocks[index].start + opening + 1, end if end > 0 else blocks[last].end
            if len(text[start:end].split()) >= MINIMUM_WORDS:
                yield Quoted(Span(start, end), _before(document, start - 1) or _after(document, end, end + 1))
        elif opening >= 0 and (forgotten := _never_closed(document, index, opening)):
            yield forgotten
        index = last + 1


def _closed_otherwise(document: Document, index: int, opening: int) -> Quoted | None:
    """Words that a mark of the paragraph opens and that end where the narrator goes on, or in the next paragraph, where a page has broken one in two."""
    start = document.article.blocks[index].start + opening + 1
    if end := narrated_from(document, index, start):
        return Quoted(Span(start, end), Span(end, document.article.blocks[index].end))
    if end := broken_off(document, index, start):
        return Quoted(Span(start, end), _before(document, start - 1) or _after(document, end, end + 1))
    return None


_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b(?!\.)")
_TELLS_OF_WORDS = re.compile(r":\W*\Z|\b(?:statement|spoken|remarks|comments)\b")


def _never_closed(document: Document, index: int, opening: int) -> Quoted | None:
    """Words of which no mark tells where they end: the rest of the paragraph, and with a mark at its head those that go on in the first person."""
    text, blocks = document.text, document.article.blocks
    start, last, end = blocks[index].start + opening + 1, index, blocks[index].end
    if (
        not text[start : start + 1].isupper()
        or text[start:end].rstrip("*_ ")[-1:] not in {".", "!", "?"}
        or len(text[start:end].split()) < MINIMUM_WORDS
    ):
        return None
    led = text[blocks[index].start : start - 1]
    if led.strip("*_ ") and led.rstrip()[-1] not in '.!?,:”"':
        return None
    announced = index > 0 and _TELLS_OF_WORDS.search(blocks[index - 1].of(text))
    while not led.strip("*_ ") and last + 1 < len(blocks):
        raw = blocks[last + 1].of(text)
        if raw[:1] in MARKS or NARRATOR.search(raw) or not (announced or _FIRST_PERSON.search(raw)):
            break
        last += 1
        end = blocks[last].end
        close = next((at for at, each in enumerate(raw) if each in CLOSE and not any(one in raw[:at] for one in OPEN)), -1)
        if close >= 0:
            end = blocks[last].start + close
            break
    return Quoted(Span(start, end), _before(document, start - 1))


def _unmarked(document: Document) -> Iterator[Quoted]:
    """Paragraphs after one that ends in "X said:" are X's words, to the end or the next such line; marks would say so themselves."""
    blocks = document.article.blocks
    announced = [
        index
        for index, block in enumerate(blocks)
        if document.text[block.end - 1] == ":" and _SAID.search(document.text, max(block.start, block.end - LONGEST_CUE), block.end)
    ]
    for index, stop in itertools.zip_longest(announced, announced[1:], fillvalue=len(blocks)):
        if index + 1 < len(blocks) and blocks[index + 1].of(document.text).lstrip("*_ ")[:1] not in {*OPEN, '"', "'", "‘"}:
            yield from _words_of(document, index, stop)


_POSTED = re.compile(r"\b(?:tweeted|posted|wrote)\b[^\n]*\Z")


def _words_of(document: Document, announced: int, stop: int) -> Iterator[Quoted]:
    """The paragraphs after an announcement, until the narrator speaks of the speaker, or a note follows."""
    text, blocks = document.text, document.article.blocks
    last = announced
    if _POSTED.search(blocks[announced].of(text)):
        # What is posted is one paragraph.
        stop = min(stop, announced + 2)
    while last + 1 < stop and text[blocks[last + 1].start] not in MARKS and not NARRATOR.search(blocks[last + 1].of(text)):
        last += 1
    if last > announced:
        yield Quoted(Span(blocks[announced + 1].start, closed_only(document, blocks[last])), blocks[announced], unmarked=True)
