"""Paragraphs out of the lines of pages: by where they stand, how large they are, and how they end."""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sourcebook.read.origins import Part

_PAGE_NUMBER = re.compile(r"\W*(?:[Pp]age\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*")
_SENTENCE_END = re.compile(r"[.!?:”\"’)\]]\s*\Z")
_BULLET = re.compile(r"\s*(?:[•▪◦‣●○■□–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)([-‐\u00ad])\n(\w+)")
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\w+\s*\Z")
"""A line of a table of contents."""
_COMPOUND = re.compile(r"[^\W\d_]+[-‐][^\W\d_]+")
_FORMS = re.compile("[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]")
_NOTED = re.compile(r"(?:[a-z]{3}|[.,;:!?”\"’)])\Z")
REPEATED, REPEATED_TOUCHING = 0.4, 0.6
"""Share of pages that have a line at their edge from which it counts as a running header or footer; left and right pages may differ."""
EDGE = 2
"""Lines at the head and at the foot of a page in which running headers and page numbers stand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on a page: where its base line begins, from the lower left corner, and how high its letters are, in points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; without a place (0, 0) if it is empty. `row` if it is one of a table, of contents too."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    row: bool = False


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    page: int
    parts: list[str] = field(default_factory=list)

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def open(self) -> bool:
        """Whether its last sentence may go on."""
        return not _SENTENCE_END.search(self.lines[-1].text) and not self.lines[-1].row


def line_of(pieces: Sequence[Piece]) -> Line:
    """The line of some pieces: ligatures as letters, the numbers of notes in brackets, the cells of a table apart."""
    filled = [each for each in pieces if each.text.strip()]
    if not filled:
        return Line("")
    size = max(filled, key=lambda one: len(one.text)).size
    text, row, before = "", False, filled[0]
    for each in pieces:
        words = each.text
        if words.strip().isdigit() and each.size < 0.8 * size and _NOTED.search(text):
            words = f"[{words.strip()}]"
        # How wide letters are is not known; half their height is near enough for short pieces.
        far = (
            text.strip() and words.strip() and len(before.text) < 40 and each.x - before.x - len(before.text) * before.size / 2 > 2.5 * size
        )
        row = bool(row or far)
        text += f" | {words.strip()}" if far else words
        before = each if words.strip() else before
    row = row or _CONTENTS.search(text[-100:]) is not None
    return Line(_FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text), filled[0].x, filled[0].y, size, row)


def title_in(pages: Sequence[Sequence[Line]]) -> str:
    """The largest words of the first page, if they are larger than the text; else ""."""
    sizes = Counter[float]()
    for page in pages:
        for each in page:
            sizes[round(each.size)] += len(each.text)
    largest = max((each.size for each in pages[0] if each.text.strip()), default=0.0) if pages else 0.0
    if not sizes or largest < 1.25 * sizes.most_common(1)[0][0]:
        return ""
    title = " ".join(" ".join(each.text for each in pages[0] if each.size > 0.95 * largest).split())
    return title if len(title) <= 300 else ""


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Part]:
    """The paragraphs of a document; one that goes on over a page's end is one, and what stands at that page's foot follows it."""
    compounds = {each.lower() for page in pages for line in page for each in _COMPOUND.findall(line.text)}
    found: list[_Paragraph] = []
    last: _Paragraph | None = None
    for number, lines in enumerate(_without_running(pages), 1):
        cut = list(_cut(lines, number))
        if cut and last and last.open and _alike(last, cut[0]) and not _BULLET.match(cut[0].lines[0].text):
            last.lines += cut.pop(0).lines
        found += cut
        # Notes at the foot are smaller than what they are notes to.
        size = max((each.size for each in cut), default=0.0) if len(cut) == 1 else _usual_size(lines)
        last = next((each for each in reversed(cut) if each.size > 0.92 * size), last)
    for each in found:
        yield Part(_joined(each.lines, compounds), f"page {each.page}")


def _alike(one: _Paragraph, other: _Paragraph) -> bool:
    return abs(one.size - other.size) <= 0.08 * max(one.size, other.size)


def _usual_size(lines: Sequence[Line]) -> float:
    sizes = Counter[float]()
    for each in lines:
        sizes[round(each.size, 1)] += len(each.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _cut(lines: Sequence[Line], page: int) -> Iterator[_Paragraph]:
    """The paragraphs of a page."""
    leading = _leading(lines)
    longest: dict[int, int] = {}
    for each in lines:
        longest[round(each.x / 10)] = max(longest.get(round(each.x / 10), 0), len(each.text))
    paragraph: list[Line] = []
    for each in lines:
        last = paragraph[-1] if paragraph else None
        if last and (
            not each.text.strip() or _begins(last, each, leading.get(round(last.size), 1.4 * last.size), longest[round(last.x / 10)])
        ):
            yield _Paragraph(paragraph, page)
            paragraph = []
        if each.text.strip():
            paragraph.append(each)
    if paragraph:
        yield _Paragraph(paragraph, page)


def _leading(lines: Sequence[Line]) -> dict[int, float]:
    """How far the lines of each size stand from each other, mostly."""
    gaps: dict[int, Counter[float]] = {}
    filled = [each for each in lines if each.text.strip()]
    for one, other in itertools.pairwise(filled):
        if round(one.size) == round(other.size) and 0 < one.y - other.y < 3 * one.size:
            gaps.setdefault(round(one.size), Counter())[round((one.y - other.y) * 2) / 2] += 1
    return {size: min((-count, gap) for gap, count in counted.items())[1] for size, counted in gaps.items()}


def _begins(last: Line, line: Line, leading: float, longest: int) -> bool:
    """Whether a line begins a paragraph after `last`."""
    ends = _SENTENCE_END.search(last.text) is not None
    gap = last.y - line.y
    if last.row or line.row or abs(last.size - line.size) > 0.12 * max(last.size, line.size):
        return True
    if gap < -0.5 * line.size:
        # The head of another column.
        return ends
    indented = line.x > last.x + 0.6 * line.size and not _BULLET.match(last.text) and gap > 0
    return (
        gap > 1.35 * leading
        or indented
        or _BULLET.match(line.text) is not None
        or line.text.startswith(("    ", "\t"))
        or (ends and len(last.text) < 0.75 * longest)
        # A line that is much shorter ends its paragraph even without a full stop: a title, an item, a line of an address.
        or (len(last.text) < 0.5 * longest and not line.text.lstrip()[0].islower())
    )


def _without_running(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The pages without the lines at their edges that many have, and without page numbers.

    A line that stands apart may differ by its numbers, as headers do; one that touches the text must be the same on most pages.
    """
    edges = [_edges(lines) for lines in pages]
    counted = Counter(key for at in edges for key in set(at.values()))
    share = {True: REPEATED, False: REPEATED_TOUCHING}
    running = {key for key, count in counted.items() if len(pages) > 2 and count >= max(2, share[key[1]] * len(pages))}
    for lines, at in zip(pages, edges, strict=True):
        gone = {number for number, key in at.items() if key in running or _is_page_number(*key)}
        # A page of nothing but its number has something to say.
        gone = gone if len(pages) > 2 or len(gone) < sum(bool(each.text.strip()) for each in lines) else set()
        yield [replace(line, text=line.text.rstrip()) for number, line in enumerate(lines) if number not in gone]


def _is_page_number(text: str, apart: bool) -> bool:  # noqa: FBT001 (what `_edges` tells of a line)
    # A year may end a text, or a column of a table.
    return _PAGE_NUMBER.fullmatch(text) is not None and (apart or not re.search(r"\d{4}", text))


def _edges(lines: Sequence[Line]) -> dict[int, tuple[str, bool]]:
    """The lines at the head and the foot of a page by their numbers: the words by which they are compared, and whether they stand apart."""
    leading = _leading(lines)
    filled = [number for number, each in enumerate(lines) if each.text.strip()]
    heights = sorted({round(lines[each].y) for each in filled})
    if len(heights) < 2:
        return {number: (" ".join(lines[number].text.split()), False) for number in (*filled[:1], *filled[-1:])}
    extreme = {*heights[:EDGE], *heights[-EDGE:]} if len(heights) > 2 * EDGE else {heights[0], heights[-1]}
    found = {}
    for number in filled:
        line = lines[number]
        if round(line.y) in extreme:
            near = [
                each
                for each in lines
                if each.text.strip() and 0 < abs(each.y - line.y) < 1.35 * leading.get(round(line.size), 1.4 * line.size)
            ]
            apart = all(abs(each.size - line.size) > 0.12 * max(each.size, line.size) for each in near)
            if apart or (round(line.y) in {heights[0], heights[-1]} and not _SENTENCE_END.search(line.text)):
                found[number] = (_plain(line.text) if apart and not _PAGE_NUMBER.fullmatch(line.text.strip()) else line.text.strip(), apart)
    return found


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _joined(lines: Sequence[Line], compounds: set[str]) -> str:
    """The text of lines; a hyphen at a line's end goes, unless a capital or a number follows or the text has that compound elsewhere."""

    def mended(found: re.Match[str]) -> str:
        before, hyphen, after = found.groups()
        compound = f"{before}{hyphen}{after}".lower() in compounds or before.lower() == "self"
        kept = hyphen != "\u00ad" and (compound or not after[0].islower())
        return f"{before}{hyphen}{after}" if kept else before + after

    text = "\n".join(each.text.strip() for each in lines)
    bullet = re.sub(r"\A[•▪◦‣●○■□]\s+", "- ", _BROKEN_WORD.sub(mended, text))
    return " ".join(bullet.split())
