"""Lines out of the pieces of text of a page: which of them stand on one line, and in what order they are read."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sourcebook.read.pdf_shown import Piece
from sourcebook.read.raised import is_after_words

_FORMS = re.compile("[\u2f00-\u2fd5\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]")
_CONTENTS = re.compile(r"(?:\.\s?){4,}[\s|]*\w+\s*\Z")
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}
_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
LEVEL = 0.2
"""How far, as a share of the smaller letters' height, base lines may be apart that are one."""
SPACE = 0.12
"""Gap between pieces, as a share of the letters' height, from which there is a space between them."""
GAP = 0.6
"""The same, from which what follows may belong to another column, or another cell of a table."""
RAISED = 0.85
"""Share of the height of a line's letters below which others beside them may be raised or lowered."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or as much of it as stands without a wide gap, in points from the lower left corner of the page.

    Attributes:
        text: in the order in which it is read.
        x, end: where it begins and ends from left to right.
        y: its base line.
        size: how high most of its letters are.
        row: whether it is one of a table, of contents too.
        bold: whether all of it is.
        drawn: the number of its first letters in the order in which the page is drawn.
    """

    text: str
    x: float
    y: float
    size: float
    end: float
    row: bool = False
    bold: bool = False
    drawn: int = 0


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """The lines of pieces that have one angle, from the top of the page downward and from left to right."""
    return [line for row in _rows(pieces) for part in _parts(row) if (line := _line(part)).text.strip()]


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces that stand on one base line each, with what is raised or lowered beside them."""
    rows: list[list[Piece]] = []
    for each in sorted((each for each in pieces if each.text.strip()), key=lambda one: (-one.y, one.x)):
        level = rows[-1][0] if rows else None
        if level and level.y - each.y <= LEVEL * min(each.size, level.size):
            rows[-1].append(each)
        else:
            rows.append([each])
    for number, row in enumerate(rows):
        for near in (number - 1, number + 1):
            if 0 <= near < len(rows):
                # Few pieces are small: most rows need not be compared piece by piece.
                largest = max((each.size for each in rows[near]), default=0.0)
                moved = {each for each in row if each.size < RAISED * largest and _is_beside(each, rows[near])}
                rows[near] += moved
                row[:] = [each for each in row if each not in moved]
    return [sorted(set(row), key=lambda one: (one.x, one.end, one.drawn)) for row in rows if row]


def _is_beside(small: Piece, row: Sequence[Piece]) -> bool:
    """Whether a piece is the number of a note, or another raised or lowered one, of a row above or below it."""
    return any(
        small.size < RAISED * each.size
        and abs(small.y - each.y) < 0.6 * each.size
        and (abs(small.x - each.end) < 0.4 * each.size or abs(each.x - small.end) < 0.2 * each.size)
        for each in row
        if each.text.strip()
    )


def _parts(row: Sequence[Piece]) -> Iterator[list[Piece]]:
    """A row cut at wide gaps; what is drawn twice to look bold is kept once."""
    part: list[Piece] = []
    for each in row:
        twin = next((one for one in part[-8:] if one.text == each.text and abs(one.x - each.x) < SPACE * each.size / 2), None)
        if twin is not None:
            continue
        if part and each.x - max(one.end for one in part[-3:]) > GAP * max(each.size, part[-1].size):
            yield part
            part = []
        part.append(each)
    if part:
        yield part


def _line(pieces: Sequence[Piece]) -> Line:
    sizes = Counter[float]()
    for each in pieces:
        sizes[each.size] += len(each.text)
    size = max(sizes, key=lambda one: (sizes[one], one))
    level = next(each.y for each in pieces if each.size == size)
    text = ""
    before: Piece | None = None
    for each in pieces:
        words = each.text
        if words.strip().isdigit() and each.size < RAISED * size and each.y > level + 0.1 * size and is_after_words(text):
            words = f"[{words.strip()}]"
        if before is not None and each.x - before.end > SPACE * size and not text[-1:].isspace() and not words[:1].isspace():
            text += " "
        text += words
        before = each
    # Ligatures and other forms of letters are those letters.
    text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), in_reading_order(text))
    return Line(
        text,
        pieces[0].x,
        level,
        size,
        max(each.end for each in pieces),
        row=is_entry(text),
        bold=all(each.bold for each in pieces),
        drawn=min(each.drawn for each in pieces),
    )


def is_entry(text: str) -> bool:
    """Whether a line is one of a table of contents."""
    return _CONTENTS.search(text[-100:]) is not None


def in_reading_order(text: str) -> str:
    """Text that is given from left to right, in the order in which it is read.

    >>> in_reading_order("2024"), in_reading_order("".join(reversed("\u0639\u0627\u0645")) + " 2024")
    ('2024', '2024 \u0639\u0627\u0645')
    """
    if text.isascii():
        return text
    kinds = [_STRONG.get(unicodedata.bidirectional(each), "") for each in text]
    if "R" not in kinds:
        return text
    if kinds.count("L") > kinds.count("R"):
        return _RIGHT_TO_LEFT_RUN.sub(lambda run: _reversed(run[0]), text)
    return _LEFT_TO_RIGHT_RUN.sub(lambda run: run[0][::-1].translate(_BACK), _reversed(text))


_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RIGHT_TO_LEFT_RUN = re.compile(rf"[{_RTL}](?:[^\n]*[{_RTL}])?")
_LEFT_TO_RIGHT_RUN = re.compile(
    r"[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z\u00c0-\u024f](?:[^\u0590-\u05ff\u0600-\u065f\u066a-\u06ef\u06fa-\u08ff\n]*[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z\u00c0-\u024f%])?"
)
_BACK = str.maketrans(_MIRRORED)


def _reversed(text: str) -> str:
    """Text from right to left; marks stay behind the letters that they are written on, and brackets open where they did."""
    return text[::-1].translate(_BACK)


def is_right_to_left(lines: Iterable[Line]) -> bool:
    """Whether most letters of lines are read from right to left."""
    counted = Counter(_STRONG.get(unicodedata.bidirectional(letter), "") for each in lines for letter in each.text[:40])
    return counted["R"] > counted["L"]
