"""The order in which the lines of a page are read: columns one after the other, and what stands above and below all of them."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from sourcebook.read.pdf_lines import SPACE, Line, is_entry, is_right_to_left

_SQUARE = re.compile("[\u2e81-\uff9f]")
FEWEST = 3
"""Lines of a column."""
NARROWEST = 0.6
"""Share of the letters' height that two columns are apart at least."""
FILLED, MOST_FILLED = 0.7, 0.6
"""Share of a column's width that most of its lines take, and how many do: those of tables are shorter."""
SHORTEST = 11
"""Letters that the lines of a column have on average; those of letters that fill a square count twice."""
LARGER, NOTHING_BESIDE = 1.15, 3.2
"""How much larger than the text a heading above columns is, and how far, in heights of letters, the lines of the other column part for it."""
APART = 2.0
"""Share of the letters' height from which what stands on one line are cells of a table."""
LEVEL_CELLS, LINE_OF_CELL = 0.9, 1.6
"""Shares of the letters' height between base lines: nearer than the first, none is below the other; nearer than the second, they follow each other."""

_Row = list[Line]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of rows that a gap cuts in two: rows `first` to `last` (its end), and where between left and right the gap is."""

    first: int
    last: int
    at: float
    weight: float


def in_order(lines: Sequence[Line], columns: Collection[float] = ()) -> list[list[Line]]:
    """The lines of a page, block after block as they are read; within one from top to bottom, whole rows of tables as one line.

    Args:
        lines: of the page.
        columns: where on other pages columns begin: the last of them may hold a line or two.
    """
    return [block for block in _blocks(_rows(lines), columns, to_left=is_right_to_left(lines)) if block]


def columns_in(lines: Sequence[Line]) -> list[float]:
    """Where columns of text begin on a page, but for the first ones."""

    def cuts(rows: list[_Row]) -> Iterator[float]:
        if cut := _best_cut(rows, ()):
            yield cut.at
            for part in _around(rows, cut):
                yield from cuts(part)

    return list(cuts(_rows(lines)))


def _rows(lines: Sequence[Line]) -> list[_Row]:
    rows: list[_Row] = []
    for each in sorted(lines, key=lambda one: (-one.y, one.x)):
        if rows and rows[-1][0].y - each.y <= SPACE * min(each.size, rows[-1][0].size):
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows


def _blocks(rows: list[_Row], columns: Collection[float], *, to_left: bool) -> Iterator[list[Line]]:
    cut = _best_cut(rows, columns)
    if cut is None:
        yield _block([sorted(row, key=lambda one: one.x) for row in rows], to_left=to_left) if rows else []
        return
    above, left, right, below = _around(rows, cut)
    for part in (above, *((right, left) if to_left else (left, right)), below):
        yield from _blocks(part, columns, to_left=to_left)


def _around(rows: list[_Row], cut: _Cut) -> tuple[list[_Row], list[_Row], list[_Row], list[_Row]]:
    """The rows above a cut, left and right of it, and below."""
    inside = rows[cut.first : cut.last]
    left = [kept for row in inside if (kept := [each for each in row if each.x < cut.at])]
    right = [kept for row in inside if (kept := [each for each in row if each.x >= cut.at])]
    return rows[: cut.first], left, right, rows[cut.last :]


def _best_cut(rows: Sequence[_Row], columns: Collection[float]) -> _Cut | None:
    """The gap that most lines keep free, between two columns of text; None if there is none."""
    if len(rows) < FEWEST:
        return None
    starts = Counter(round(each.x) for row in rows for each in row)
    found = [
        cut
        for at, count in starts.items()
        if count + starts[at - 1] + starts[at + 1] >= FEWEST
        for cut in _cuts(rows, min(each.x for row in rows for each in row if abs(each.x - at) < 1.5) - 0.5)
    ]
    # Where columns begin on the right, letters of languages that are read from there end; so do those that are set to the right.
    ends = Counter(round(each.end) for row in rows for each in row)
    found += [cut for at, count in ends.items() if count + ends[at - 1] + ends[at + 1] >= FEWEST for cut in _cuts(rows, at + 1.5)]
    if not found:
        found = [cut for at in columns for cut in _cuts(rows, at, known=True)]
    return max(found, key=lambda one: (one.weight, -one.at), default=None)


def _cuts(rows: Sequence[_Row], at: float, *, known: bool = False) -> Iterator[_Cut]:
    """The stretches of rows that nothing crosses at a place, if there is a column on each side of it."""
    first, usual = 0, median(each.size for row in rows for each in row)
    for number in range(len(rows) + 1):
        if number == len(rows) or any(each.x < at < each.end for each in rows[number]) or _heads_both(rows, number, at, usual):
            if number - first >= FEWEST and (cut := _cut(rows, first, number, at, known=known)):
                yield cut
            first = number + 1


def _cut(rows: Sequence[_Row], first: int, last: int, at: float, *, known: bool) -> _Cut | None:
    sides = [(number, left, right) for number in range(first, last) for left, right in [_sides(rows[number], at)]]
    both = [number for number, left, right in sides if left and right]
    lefts, rights = [number for number, left, _ in sides if left], [number for number, _, right in sides if right]
    fewest = 1 if known else FEWEST
    if min(len(lefts), len(rights)) < fewest:
        return None
    # What stands above both columns and is set otherwise than they are belongs to neither.
    upper, lower = sorted((max(lefts[0], rights[0]), min(lefts[-1], rights[-1])))
    held = [(left, right) for number, left, right in sides if upper <= number <= lower]
    usual = [Counter(each.size for row in column for each in row).most_common(1)[0][0] for column in zip(*held, strict=True) if any(column)]
    first, last = _trimmed(rows, upper, lower, first, last, usual)
    inside = [(left, right) for number, left, right in sides if first <= number < last]
    left_column, right_column = [left for left, _ in inside if left], [right for _, right in inside if right]
    if min(len(left_column), len(right_column)) < fewest:
        return None
    gap = min(row[0].x for row in right_column) - max(row[-1].end for row in left_column)
    size = median(each.size for left, right in inside for each in (*left, *right))
    if gap < NARROWEST * size:
        return None
    # Tables are drawn row after row, or cell after cell.
    apart = max(each.drawn for row in left_column for each in row) < min(each.drawn for row in right_column for each in row)
    if not (apart or known) and not (_is_text([row[::-1] for row in left_column]) and _is_text(right_column)):
        return None
    return _Cut(first, last, at, len(left_column) + len(right_column) + len(both) + gap / 1000)


def _heads_both(rows: Sequence[_Row], number: int, at: float, usual: float) -> bool:
    """Whether a row is a short heading above both columns: large, with nothing beside it."""
    row = rows[number]
    if max(each.size for each in row) < LARGER * usual or row[0].x >= at or row[-1].x >= at:
        return False
    beside = [row[0].y - each.y for other in rows for each in other if each.x >= at]
    above, below = max((each for each in beside if each < 0), default=None), min((each for each in beside if each >= 0), default=None)
    return above is not None and below is not None and below - above > NOTHING_BESIDE * usual


def _sides(row: _Row, at: float) -> tuple[_Row, _Row]:
    ordered = sorted(row, key=lambda one: one.x)
    return [each for each in ordered if each.x < at], [each for each in ordered if each.x >= at]


def _trimmed(rows: Sequence[_Row], upper: int, lower: int, first: int, last: int, usual: Sequence[float]) -> tuple[int, int]:
    """The stretch without the rows at its ends that only one side has and that are larger or smaller than the text of both."""

    def other(row: _Row) -> bool:
        return any(all(abs(each.size - size) > 0.15 * size for size in usual) for each in row)

    while first < upper and other(rows[first]):
        first += 1
    while last - 1 > lower and other(rows[last - 1]):
        last -= 1
    return first, last


def _is_text(column: Sequence[_Row]) -> bool:
    """Whether rows, each from the gap outward, are the lines of a column of text, not the cells of a table."""
    nearest = [list(_nearest(row)) for row in column]
    widths = sorted(max(each.end for each in row) - min(each.x for each in row) for row in nearest)
    filled = sum(each > FILLED * widths[len(widths) * 3 // 4] for each in widths)
    letters = sum(len(each.text) + len(_SQUARE.findall(each.text)) for row in nearest for each in row) / len(nearest)
    return filled >= MOST_FILLED * len(column) and letters >= SHORTEST


def _nearest(row: _Row) -> Iterator[Line]:
    """The lines of a row that may be of the column beside a gap: the lines of several columns need not be level, so others may follow."""
    before = row[0]
    for each in row:
        if max(each.x - before.end, before.x - each.end) > APART * each.size / 2:
            return
        yield each
        before = each


def _block(rows: Sequence[_Row], *, to_left: bool) -> list[Line]:
    """The rows of a block as one line each, their cells apart if they are those of a table."""
    left, right = min(row[0].x for row in rows), max(row[-1].end for row in rows)
    wide: list[bool] = []
    for number, row in enumerate(rows):
        above = rows[number - 1] if number and wide[-1] else []
        below_cells = len(row) > 1 and all(any(abs(one.x - other.x) < 1 for other in above[1:]) for one in row[1:])
        wide.append(below_cells or any(other.x - one.end > APART * max(one.size, other.size) for one, other in itertools.pairwise(row)))
    found: list[Line] = []
    cells: list[_Row] = []
    for number, row in enumerate(rows):
        beside = [each.x for other in (*rows[max(number - 1, 0) : number], *rows[number + 1 : number + 2]) for each in other[1:]]
        aligned = 2 * sum(any(abs(one.x - other) < 1 for other in beside) for one in row[1:]) >= len(row)
        # The words of a narrow column that is filled from edge to edge may stand far apart.
        filled = row[0].x - left < row[0].size and right - row[-1].end < 1 and sum(right - other[-1].end < 1 for other in rows) > 1
        stretched = filled and not aligned and len(rows) > FEWEST and sum(wide) < len(rows) / 2
        columns = [[each] for each in row] if wide[number] and not stretched else [row]
        if cells and _same_row(cells, columns):
            found.pop()
            cells = _in_columns(each for cell in (*cells, *columns) for each in cell)
        else:
            cells = columns
        found.append(_one_line(cells, to_left=to_left))
    return found


def _same_row(above: Sequence[_Row], below: Sequence[_Row]) -> bool:
    """Whether lines belong to the cells of one row of a table: those of two columns need not be level, and what goes on has no first cell."""
    lowest, size = min(each.y for cell in above for each in cell), max(each.size for cell in (*above, *below) for each in cell)
    gap = lowest - below[0][0].y
    goes_on = len(above) > 1 and all(any(_share(each, cell) for cell in above[1:]) for (each, *_) in below)
    return gap < LEVEL_CELLS * size or (gap < LINE_OF_CELL * size and goes_on and not any(_share(each, above[0]) for (each, *_) in below))


def _share(line: Line, cell: Sequence[Line]) -> bool:
    return any(line.x < each.end and each.x < line.end for each in cell)


def _in_columns(lines: Iterable[Line]) -> list[_Row]:
    """Lines of one row of a table by its cells, each from top to bottom."""
    cells: list[_Row] = []
    for each in sorted(lines, key=lambda one: one.x):
        if cells and _share(each, cells[-1]):
            cells[-1].append(each)
        else:
            cells.append([each])
    return [sorted(cell, key=lambda one: (-one.y, one.x)) for cell in cells]


def _one_line(cells: Sequence[_Row], *, to_left: bool) -> Line:
    if len(cells) == 1 and len(cells[0]) == 1:
        return cells[0][0]
    whole = [each for cell in cells for each in cell]
    texts = [" ".join(each.text.strip() for each in (reversed(cell) if to_left and len(cells) == 1 else cell)) for cell in cells]
    words = max(whole, key=lambda one: len(one.text))
    text = " | ".join(reversed(texts) if to_left else texts)
    return Line(
        text,
        min(each.x for each in whole),
        words.y,
        words.size,
        max(each.end for each in whole),
        row=len(cells) > 1 or any(each.row for each in whole) or is_entry(text),
        bold=all(each.bold for each in whole),
        drawn=min(each.drawn for each in whole),
    )
