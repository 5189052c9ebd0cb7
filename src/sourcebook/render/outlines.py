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
    """A line with the window that holds it, and those that hold its stretches, each of which ends where the next begins."""

    points: Line
    window: Window
    stretches: tuple[tuple[int, Window], ...] = ()


@cache
def _world() -> tuple[tuple[_Outline, ...], tuple[_Outline, ...]]:
    """Closed rings, and the lines of coasts and borders."""
    found = json.loads(resources.files("sourcebook.render").joinpath("world.json").read_text(encoding="utf-8"))
    return tuple(_outline(_closed(_points(each))) for each in found["rings"]), tuple(_outline(_points(each)) for each in found["lines"])


def _outline(points: Line) -> _Outline:
    starts = range(0, max(1, len(points) - 1), STRETCH)
    return _Outline(points, _around(points), tuple((start, _around(points[start : start + STRETCH + 1])) for start in starts))


def _around(points: Line) -> Window:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Window(min(xs), min(ys), max(xs), max(ys))


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
NEAR = 1e-6
"""Degrees; what is farther off is out of reach of rounding."""
STRETCH = 12
"""Points of an outline that are passed over together if none is near the window."""


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
        for ring in _near(0, shift, window):
            moved = [(x + shift, y) for x, y in ring.points]
            for room, inside, cut in _edges(window, ring.window, shift):
                if room < NEAR:
                    moved = _clipped(moved, inside, cut)
            if len(moved) > 2:
                yield tuple(moved)


def borders(window: Window) -> Iterator[Line]:
    """The coasts and borders inside a window, each once; pieces that leave it are cut at its edge, seams are left out."""
    for shift in _shifts(window):
        for line in _near(1, shift, window):
            piece: list[Point] = []
            for (ax, ay), (bx, by) in _steps(line, shift, window):
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
                piece += [last] if piece else [first, last]
            if len(piece) > 1:
                yield tuple(piece)


def _steps(line: _Outline, shift: int, window: Window) -> Iterator[tuple[Point, Point]]:
    """The segments of a line that may be in a window; of each stretch that is not, the last."""
    wide = Window(window.west - NEAR, window.south - NEAR, window.east + NEAR, window.north + NEAR)
    for start, around in line.stretches:
        near = _touches(around, shift, wide)
        stretch = line.points[start : start + STRETCH + 1]
        yield from pairwise(stretch if near else stretch[-2:])


def _shifts(window: Window) -> tuple[int, ...]:
    # Outlines that cross the antimeridian go on beyond it.
    west, east = _reach()
    return tuple(each for each in (-720, -360, 0, 360) if window.west < east + each and window.east > west + each)


@cache
def _reach() -> tuple[float, float]:
    windows = [each.window for kind in _world() for each in kind]
    return min(each.west for each in windows), max(each.east for each in windows)


@cache
def _boxes(kind: int) -> tuple[tuple[float, float, float, float, _Outline], ...]:
    """All outlines of a kind behind what tells whether a window touches them, which is asked of all for each map."""
    return tuple((each.window.west, each.window.east, each.window.south, each.window.north, each) for each in _world()[kind])


def _near(kind: int, shift: int, window: Window) -> list[_Outline]:
    """The rings (0) or lines (1) whose windows touch one."""
    left, right, bottom, top = window.west, window.east, window.south, window.north
    return [
        each
        for west, east, south, north, each in _boxes(kind)
        if south < top and north > bottom and west + shift < right and east + shift > left
    ]


def _touches(one: Window, shift: int, other: Window) -> bool:
    return one.west + shift < other.east and one.east + shift > other.west and one.south < other.north and one.north > other.south


Inside = Callable[[Point], bool]
Cut = Callable[[Point, Point], Point]


def _edges(window: Window, ring: Window, shift: int) -> tuple[tuple[float, Inside, Cut], ...]:
    """The edges of a window, each with how far inside of it all of a ring stands."""
    return (
        (ring.west + shift - window.west, lambda p: p[0] >= window.west, lambda a, b: _at_x(a, b, window.west)),
        (window.east - ring.east - shift, lambda p: p[0] <= window.east, lambda a, b: _at_x(a, b, window.east)),
        (ring.south - window.south, lambda p: p[1] >= window.south, lambda a, b: _at_y(a, b, window.south)),
        (window.north - ring.north, lambda p: p[1] <= window.north, lambda a, b: _at_y(a, b, window.north)),
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
