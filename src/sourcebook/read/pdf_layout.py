"""Paragraphs out of the lines of pages: by where they stand, how large they are, and how they end."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sourcebook.read.origins import Part
from sourcebook.read.pdf_columns import columns_in, in_order
from sourcebook.read.pdf_lines import Line, is_right_to_left
from sourcebook.read.pdf_running import leading_of

_SENTENCE_END = re.compile(r"[.!?:;”\"’)\]。！？：”’」』）؟۔]\s*\Z")
_BULLET = re.compile(r"\s*(?:[•▪◦‣●○■□–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\[\d{1,3}\])\s")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)([-‐\u00ad])\n(\w+)")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
_HYPHEN_END = re.compile(r"[^\W\d_][-‐\u00ad]\s*\Z")
_COMPOUND = re.compile(r"[^\W\d_]+[-‐][^\W\d_]+")
_SQUARE = "\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BROKEN_SQUARE = re.compile(rf"(?<=[{_SQUARE}])\n(?=[{_SQUARE}])")
"""Chinese and Japanese are written without spaces."""
_FIRST_WORD = re.compile(rf"[{_SQUARE}]{{2}}|\S+")
INDENTED = 0.6
"""Share of the letters' height by which a line begins further to the right."""
NEAR = 2
"""Lines above and below that tell how long a line could be."""
ROOM = 0.35
"""Share of a column's width that may be left free at the end of a line within a sentence, beyond what the next word needs."""
LARGER = 1.2
"""How much larger than the text a heading is, whose lines are broken where it looks well."""


class Page(NamedTuple):
    """The lines of a page, or those of it that are turned in one way."""

    number: int
    lines: Sequence[Line]


@dataclass(slots=True)
class _Paragraph:
    """Lines of one paragraph.

    Attributes:
        right: where the lines of its column end at most.
        indented: whether its first line begins further to the right than others of its column.
    """

    lines: list[Line]
    page: int
    right: float
    indented: bool

    @property
    def size(self) -> float:
        return self.lines[0].size

    def goes_on_in(self, other: "_Paragraph") -> bool:
        """Whether the first paragraph of another column or page continues its last sentence."""
        last, line = self.lines[-1], other.lines[0]
        return (
            0 <= other.page - self.page <= 1
            and not (last.row or line.row or _SENTENCE_END.search(last.text) or _BULLET.match(line.text))
            and last.bold == line.bold
            and abs(self.size - other.size) <= 0.08 * max(self.size, other.size)
            and (line.text.lstrip()[:1].islower() or not (other.indented or _ended_early(last, line, self.right)))
        )


def title_in(pages: Sequence[Page]) -> str:
    """The largest words of the first page, if they are larger than the text; else ""."""
    usual = _usual_size(line for page in pages for line in page.lines)
    first = [each for each in pages[0].lines if sum(map(str.isalpha, each.text)) > 2] if pages else []
    largest = max((each.size for each in first), default=0.0)
    if not usual or largest < 1.25 * round(usual):
        return ""
    title = " ".join(" ".join(each.text for each in first if each.size > 0.95 * largest).split())
    return title if len(title) <= 300 else ""


def paragraphs(pages: Sequence[Page]) -> Iterator[Part]:
    """The paragraphs of a document in the order in which they are read.

    One that goes on in the next column or over a page's end is one; what stands between, as notes at the foot do, follows it.
    """
    compounds = {each.lower() for page in pages for line in page.lines for each in _COMPOUND.findall(line.text)}
    usual = _usual_size(line for page in pages for line in page.lines)
    columns = sorted({round(at, 1) for page in pages for at in columns_in(page.lines)})
    found: list[_Paragraph] = []
    for number, lines in pages:
        leading = leading_of(lines)
        for block in in_order(lines, columns):
            cut = list(_cut(_mirrored(block) if is_right_to_left(block) else block, number, leading, usual))
            if cut and (last := _continued(found, cut[0])):
                last.lines += cut.pop(0).lines
            found += cut
    for each in found:
        yield Part(_joined(each.lines, compounds), f"page {each.page}")


def _continued(found: Sequence[_Paragraph], first: _Paragraph) -> _Paragraph | None:
    """The paragraph that the first one of a block goes on with; text of another size, as in notes and boxes, stands between."""
    alike = [each for each in reversed(found[-40:]) if round(each.size) == round(first.size)]
    # What begins with a small letter may go on after notes of the same size, too.
    many = 6 if first.lines[0].text.lstrip()[:1].islower() else 1
    return next((each for each in alike[:many] if each.goes_on_in(first)), None)


def _usual_size(lines: Iterable[Line]) -> float:
    sizes = Counter[float]()
    for each in lines:
        sizes[round(each.size, 1)] += len(each.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _mirrored(lines: Iterable[Line]) -> list[Line]:
    """Lines that are read from right to left with places as if they were not."""
    return [replace(each, x=-each.end, end=-each.x) for each in lines]


def _cut(lines: Sequence[Line], page: int, leading: dict[int, float], usual: float) -> Iterator[_Paragraph]:
    """The paragraphs of a block of a page."""
    lefts = dict[int, Counter[int]]()
    for each in lines:
        lefts.setdefault(round(each.size), Counter())[round(each.x)] += 1
    paragraph: _Paragraph | None = None
    for number, each in enumerate(lines):
        size = round(each.size)
        left = lefts[size].most_common(1)[0][0]
        # Lines beside a picture or a box are shorter than others of their column.
        right = max(near.end for near in lines[max(number - NEAR, 0) : number + NEAR] if round(near.size) == size)
        if paragraph is None or _begins(
            paragraph.lines, each, leading.get(size, 1.4 * size), left, right, heading=each.size > LARGER * usual
        ):
            if paragraph is not None:
                yield paragraph
            paragraph = _Paragraph([], page, right, indented=each.x > left + INDENTED * each.size)
        paragraph.lines.append(each)
        paragraph.right = right
    if paragraph is not None:
        yield paragraph


def _begins(before: Sequence[Line], line: Line, leading: float, left: float, right: float, *, heading: bool) -> bool:
    """Whether a line begins a paragraph after the lines `before`."""
    last = before[-1]
    if last.row or line.row or last.bold != line.bold or abs(last.size - line.size) > 0.12 * max(last.size, line.size):
        return True
    far, slack = last.y - line.y > 1.35 * leading, INDENTED * line.size
    if far or _BULLET.match(line.text) or heading:
        return far or not heading or _NUMBERED.match(line.text) is not None
    centred = abs(last.x + last.end - line.x - line.end) < slack and last.x > left + slack
    indented = line.x > max(last.x, left) + slack and not centred and not _BULLET.match(last.text)
    # Where first lines stand further to the left than others, or where lines that were set further to the right end.
    outdented = line.x < last.x - slack and not centred and (line.x < left - slack or len(before) > 1)
    return indented or outdented or _ended_early(last, line, right)


def _ended_early(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have had room on the one before."""
    if _HYPHEN_END.search(last.text):
        return False
    word = _FIRST_WORD.search(line.text)
    needed = (len(word[0]) + 1 if word else 1) * (line.end - line.x) / max(len(line.text), 1)
    goes_on = not _SENTENCE_END.search(last.text) and line.text.lstrip()[:1].islower()
    slack = ROOM * (right - last.x) if goes_on else INDENTED * last.size
    return right - last.end > needed + slack


def _joined(lines: Sequence[Line], compounds: set[str]) -> str:
    """The text of lines; a hyphen at a line's end goes, unless a capital or a number follows or the text has that compound elsewhere."""

    def mended(found: re.Match[str]) -> str:
        before, hyphen, after = found.groups()
        compound = f"{before}{hyphen}{after}".lower() in compounds or before.lower() == "self"
        kept = hyphen != "\u00ad" and (compound or not after[0].islower())
        return f"{before}{hyphen}{after}" if kept else before + after

    text = "\n".join(each.text.strip() for each in lines)
    text = _BROKEN_SQUARE.sub("", _BROKEN_WORD.sub(mended, text))
    bullet = re.sub(r"\A[•▪◦‣●○■□]\s+", "- ", text)
    return " ".join(bullet.split())
