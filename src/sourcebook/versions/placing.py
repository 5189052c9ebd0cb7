"""In which order merged blocks stand, and with what between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sourcebook.versions.units import Block, Clash, Unit, moved

_BASE, _OURS, _THEIRS = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A merged item of a list.

    Attributes:
        outcome: what came of it.
        key: its canonical place; None in lists that keep the order in which they were written.
        anchors: its numbers in the base, ours and theirs, where it is there.
        gap: the blank rows to put above it.
    """

    outcome: Unit | Clash
    key: tuple[int, str] | None
    anchors: tuple[int | None, int | None, int | None]
    gap: tuple[str, ...] = ()


def in_order(placed: Sequence[Placed], ours: Block, theirs: Block, blank: tuple[str, ...], end: str) -> list[Placed]:
    """The items of a list in our order, or in theirs if only they changed it; what the other side has alone goes where it belongs.

    Args:
        placed: the items.
        ours: our list, for the blank rows between items.
        theirs: theirs.
        blank: what to put between items where neither list shows it.
        end: what rows end in.
    """
    main, other = (_THEIRS, _OURS) if _reordered(placed, _THEIRS) and not _reordered(placed, _OURS) else (_OURS, _THEIRS)
    out = sorted((each for each in placed if each.anchors[main] is not None), key=lambda one: one.anchors[main] or 0)
    rest = sorted((each for each in placed if each.anchors[main] is None), key=lambda one: (one.key or (0, ""), one.anchors[other] or 0))
    for each in rest:
        out.insert(_place(each, out, other), each)
    usual = moved(next((block.parts[-1].gap for block in (ours, theirs) if len(block.parts) > 1), blank), 0, end)
    return [replace(each, gap=_gap(each, ours, usual) if number else ()) for number, each in enumerate(out)]


def emitted(outcomes: Sequence[Unit | Clash]) -> list[str | Clash]:
    """The rows of entries or items; clashes that follow each other are one."""
    return spaced([Placed(each, None, (None, None, None), each.gap if isinstance(each, Unit) else ()) for each in outcomes])


def spaced(placed: Sequence[Placed]) -> list[str | Clash]:
    """The rows of items, with what is to stand between them."""
    rows: list[str | Clash] = []
    for each in placed:
        rows += each.gap
        new = (*each.outcome.lead, *each.outcome.rows) if isinstance(each.outcome, Unit) else (each.outcome,)
        for row in new:
            last = rows[-1] if rows else ""
            if isinstance(row, Clash) and isinstance(last, Clash):
                rows[-1] = last + row
            else:
                rows.append(row)
    return rows


def _reordered(placed: Sequence[Placed], side: int) -> bool:
    """Whether a side put into another order what it kept."""
    kept = sorted(
        (anchor, base) for each in placed if (anchor := each.anchors[side]) is not None and (base := each.anchors[_BASE]) is not None
    )
    return any(one[1] > other[1] for one, other in pairwise(kept))


def _place(each: Placed, out: Sequence[Placed], side: int) -> int:
    if each.key is not None:
        return next((number for number, one in enumerate(out) if one.key is not None and one.key > each.key), len(out))
    at = each.anchors[side] or 0
    above = [(anchor, number) for number, one in enumerate(out) if (anchor := one.anchors[side]) is not None and anchor < at]
    place = max(above)[1] + 1 if above else len(out)
    # What the main side added at the same place stays together, and comes first.
    while place < len(out) and out[place].anchors[side] is None:
        place += 1
    return place


def _gap(each: Placed, ours: Block, usual: tuple[str, ...]) -> tuple[str, ...]:
    number = each.anchors[_OURS]
    return ours.parts[number].gap if number else usual
