"""The outlines of the countries, and the part of them that a map shows.

Natural Earth 1:110,000,000 (public domain), made by `scripts/vendor.py`; degrees, x to the east, y to the north.
"""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

Point = tuple[float, float]
Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world in degrees. `east` may exceed 180: the window then crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class _Outline:
    """A line with the window that holds it."""

    points: Line
    window: Window


@cache
def _world() -> tuple[tuple[_Outline, ...], tuple[_Outline, ...]]:
    """Closed rings, and the lines of coasts and borders."""
    found = json.loads(resources.files("sourcebook.render").joinpath("world.json").read_text(encoding="utf-8"))
    return tuple(_outline(_closed(_points(each))) for each in found["rings"]), tuple(_outline(_points(each)) for each in found["lines"])


def _outline(points: Line) -> _Outline:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return _Outline(points, Window(min(xs), min(ys), max(xs), max(ys)))


def _points(flat: Sequence[int]) -> Line:
    """A line in degrees; where it crosses the antimeridian it goes on beyond 180, instead of around the globe."""
    x = y = 0
    points: list[Point] = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        step = dx if not points or abs(dx) <= HALF else dx - math.copysign(2 * HALF, dx)
        x, y = x + int(step), y + dy
        points.append((x / 10, y / 10))
    return tuple(points)


HALF = 1800
"""Half the globe, in tenths of a degree."""


def _closed(points: Line) -> Line:
    """A ring; one that goes around the globe (Antarctica) is closed at its pole."""
    if abs(points[-1][0] - points[0][0]) < 1:
        return points
    pole = math.copysign(90, points[0][1])
    return (*points, (points[-1][0], pole), (points[0][0], pole))


def land(window: Window) -> Iterator[Line]:
    """The countries' areas inside a window, as closed rings.

    Clipping after Sutherland and Hodgman, "Reentrant polygon clipping" (1974).
    """
    for shift in _shifts(window):
        for ring in _world()[0]:
            if not _touches(ring.window, shift, window):
                continue
            moved = [(x + shift, y) for x, y in ring.points]
            for inside, cut in _edges(window):
                moved = _clipped(moved, inside, cut)
            if len(moved) > 2:
                yield tuple(moved)


def borders(window: Window) -> Iterator[Line]:
    """The coasts and borders inside a window, each once; pieces that leave it are cut at its edge, seams are left out."""
    for shift in _shifts(window):
        for line in _world()[1]:
            piece: list[Point] = []
            for (ax, ay), (bx, by) in pairwise(line.points) if _touches(line.window, shift, window) else ():
                seam = abs(abs(ax) - 180) < 0.15 and abs(abs(bx) - 180) < 0.15
                cut = None if seam else _segment(ax + shift, ay, bx + shift, by, window)
                if cut is None:
                    if len(piece) > 1:
                        yield tuple(piece)
                    piece = []
                    continue
                first, last = cut
                if piece and piece[-1] != first:
                    yield tuple(piece)
                    piece = []
                piece = [*piece, last] if piece else [first, last]
            if len(piece) > 1:
                yield tuple(piece)


def _shifts(window: Window) -> tuple[int, ...]:
    # Outlines reach up to 360 degrees, since those that cross the antimeridian go on.
    return tuple(each for each in (-720, -360, 0, 360) if window.west < 360 + each and window.east > -360 + each)


def _touches(one: Window, shift: int, other: Window) -> bool:
    return one.west + shift < other.east and one.east + shift > other.west and one.south < other.north and one.north > other.south


Inside = Callable[[Point], bool]
Cut = Callable[[Point, Point], Point]


def _edges(window: Window) -> tuple[tuple[Inside, Cut], ...]:
    return (
        (lambda p: p[0] >= window.west, lambda a, b: _at_x(a, b, window.west)),
        (lambda p: p[0] <= window.east, lambda a, b: _at_x(a, b, window.east)),
        (lambda p: p[1] >= window.south, lambda a, b: _at_y(a, b, window.south)),
        (lambda p: p[1] <= window.north, lambda a, b: _at_y(a, b, window.north)),
    )


def _at_x(a: Point, b: Point, x: float) -> Point:
    return (x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]))


def _at_y(a: Point, b: Point, y: float) -> Point:
    return (a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y)


def _clipped(points: Sequence[Point], inside: Inside, cut: Cut) -> list[Point]:
    found: list[Point] = []
    for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(here):
            if not inside(before):
                found.append(cut(before, here))
            found.append(here)
        elif inside(before):
            found.append(cut(before, here))
    return found


def _segment(ax: float, ay: float, bx: float, by: float, window: Window) -> tuple[Point, Point] | None:
    """The part of a segment inside the window (Liang and Barsky 1984), or None."""
    start, end = 0.0, 1.0
    dx, dy = bx - ax, by - ay
    for step, room in ((-dx, ax - window.west), (dx, window.east - ax), (-dy, ay - window.south), (dy, window.north - ay)):
        if step == 0:
            if room < 0:
                return None
            continue
        at = room / step
        if step < 0:
            start = max(start, at)
        else:
            end = min(end, at)
        if start > end:
            return None
    return (ax + start * dx, ay + start * dy), (ax + end * dx, ay + end * dy)
