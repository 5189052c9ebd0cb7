"""Where things are: a small map for a place, and a map of all places. SVG made at build time."""

import html
import math
from collections.abc import Iterable
from itertools import pairwise

from sourcebook.model.facts import Entity, Fact, Rank
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Coordinates
from sourcebook.render.components.indexes import table
from sourcebook.render.interface import say, text
from sourcebook.render.markup import attribute, front_matter, page_url, plain, relative
from sourcebook.render.outlines import Line, Window, borders, land
from sourcebook.render.pages import LISTED, MAP, Page, entity_uri
from sourcebook.render.words import coordinate_words, crumbs, entity_link, unreviewed_mark

REACH = {"country": 22.0, "former country": 22.0, "macro-region": 40.0, "region": 12.0, "city": 9.0}
"""Degrees of latitude that the map of a place shows, by its kind."""
SMALL, LARGE = (272, 190), (960, 540)
"""Width and height of the two maps, in units of the SVG."""
STEEPEST = 84.0
"""Degrees; what is nearer to a pole is drawn here, and the words beside the map say where it is."""


class Projection:
    """Degrees -> units of the drawing: plate carrée, stretched so that the middle of the window keeps its shape."""

    def __init__(self, west: float, east: float, south: float, north: float, size: tuple[int, int]) -> None:
        width, height = size
        self.squeeze = max(0.12, math.cos(math.radians((south + north) / 2)))
        self.scale = min(width / max(0.1, (east - west) * self.squeeze), height / max(0.1, north - south))
        middle_x, middle_y = (west + east) / 2, (south + north) / 2
        across, down = width / self.scale / self.squeeze / 2, height / self.scale / 2
        self.window = Window(middle_x - min(across, 180), max(-90, middle_y - down), middle_x + min(across, 180), min(90, middle_y + down))
        self._west, self._north = middle_x - across, middle_y + down

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the globe stands in the drawing; on the side of the antimeridian that the window shows."""
        if x < self.window.west and x + 360 <= self.window.east:
            x += 360
        elif x > self.window.east and x - 360 >= self.window.west:
            x -= 360
        return self.plain(x, y)

    def plain(self, x: float, y: float) -> tuple[float, float]:
        """The same for a point that is known to be in the window."""
        return (x - self._west) * self.scale * self.squeeze, (self._north - y) * self.scale


def where_it_is(kb: KnowledgeBase, entity: Entity) -> tuple[Fact, Coordinates] | None:
    """The fact that says where an entity is, if editors do not hold it to be wrong."""
    if not any(isinstance(fact.value, Coordinates) for fact in entity.facts):
        return None
    for fact in kb.facts_about(entity.id):
        if isinstance(fact.value, Coordinates) and fact.rank is not Rank.DEPRECATED:
            return fact, fact.value
    return None


def locator(kb: KnowledgeBase, entity: Entity) -> str:
    """A small map with the entity in its middle, as HTML; "" without coordinates."""
    placing = where_it_is(kb, entity)
    if placing is None:
        return ""
    fact, where = placing
    reach = REACH.get(entity.kind, 12.0)
    latitude = max(-STEEPEST, min(STEEPEST, where.latitude))
    half = reach / 2 * SMALL[0] / SMALL[1] / max(0.12, math.cos(math.radians(latitude)))
    projection = Projection(where.longitude - half, where.longitude + half, latitude - reach / 2, latitude + reach / 2, SMALL)
    x, y = projection(where.longitude, latitude)
    label = say(kb, "Map: {name} at {where}", name=attribute(entity.name), where=coordinate_words(where))
    return (
        f'<svg class="sb-map" viewBox="0 0 {SMALL[0]} {SMALL[1]}" role="img" aria-label="{label}">{_ground(projection)}'
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="5" class="sb-point{" sb-proposed" if fact.auto else ""}"/></svg>'
    )


def _ground(projection: Projection) -> str:
    areas = "".join(_path(projection, each, closed=True) for each in land(projection.window))
    lines = "".join(_path(projection, each, closed=False) for each in borders(projection.window))
    return f'<path class="sb-land" d="{areas}"/><path class="sb-border" d="{lines}"/>'


def _path(projection: Projection, line: Line, *, closed: bool) -> str:
    """A line in whole units, relative after its first point; steps too small to see are left out."""
    points: list[tuple[int, int]] = []
    for each in line:
        x, y = projection.plain(*each)
        if not points or (round(x), round(y)) != points[-1]:
            points.append((round(x), round(y)))
    if len(points) < (3 if closed else 2):
        return ""
    (x, y), *rest = points
    steps = []
    for further in rest:
        steps.append(f"{further[0] - x} {further[1] - y}")
        x, y = further
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps).replace(' -', '-')}{'z' if closed else ''}"


def world_map(kb: KnowledgeBase) -> Page:
    """All entities with coordinates on one map, and the same as a list."""
    base = MAP
    everything = [(each, *placing) for each in kb.entities.values() if (placing := where_it_is(kb, each))]
    placed = sorted(everything, key=lambda one: (-len(one[0].facts) - len(kb.facts_naming(one[0].id)), one[0].id))[:LISTED]
    title = text(kb, "Map")
    lead = say(
        kb,
        "Places whose coordinates a source states. Natural Earth draws the borders as they are held on the ground; they are no judgement of ours.",
    )
    drawing = ""
    if placed:
        borders_toggle = f'<label class="sb-toggle"><input type="checkbox" id="sb-borders" checked> {say(kb, "Borders")}</label>'
        drawing = f'<div>{borders_toggle}<div class="sb-world">{_drawing(kb, placed, base)}</div></div>\n\n'
    rows = "".join(
        f'<tr><th scope="row">{entity_link(kb, each.id, base)}</th><td>{plain(each.kind)}</td><td><bdi dir="ltr">{coordinate_words(where)}</bdi>{unreviewed_mark(kb, fact)}</td></tr>'
        for each, fact, where in sorted(placed, key=lambda one: (one[0].name.casefold(), one[0].id))
    )
    listed = table([say(kb, each) for each in ("Name", "Kind", "Coordinates")], rows)
    if len(everything) > LISTED:
        listed += f"<p>{say(kb, 'Shown are the {n} of which most is said; {m} more have maps on their own pages.', n=LISTED, m=f'{len(everything) - LISTED:,}')}</p>\n\n"
    hollow = f"\n\n{say(kb, 'Hollow points: not yet reviewed.')}" if any(fact.auto for _, fact, _ in placed) else ""
    body = f"{crumbs(base, None, kb)}# {plain(title)}\n\n{lead}{hollow}\n\n{drawing}{listed if rows else say(kb, 'No source states coordinates yet.')}"
    return Page(
        uri=base, title=title, markdown=front_matter(title=title, description=html.unescape(lead), hide='["navigation", "toc"]') + body
    )


def _drawing(kb: KnowledgeBase, placed: list[tuple[Entity, Fact, Coordinates]], base: str) -> str:
    west, east = _span([where.longitude for _, _, where in placed])
    latitudes = [max(-STEEPEST, min(STEEPEST, where.latitude)) for _, _, where in placed]
    room_x, room_y = max(8.0, (east - west) * 0.12), max(6.0, (max(latitudes) - min(latitudes)) * 0.14)
    projection = Projection(west - room_x, east + room_x, max(-88, min(latitudes) - room_y), min(88, max(latitudes) + room_y), LARGE)
    points = []
    doubtful = {entity.id for entity, fact, _ in placed if fact.auto}
    for entity, _, where in placed:
        x, y = projection(where.longitude, max(-STEEPEST, min(STEEPEST, where.latitude)))
        points.append((entity, round(x), round(y)))
    marks = []
    labels = _labels(points)
    for entity, x, y in sorted(points, key=lambda one: (one[1], one[2], one[0].id)):
        target = attribute(relative(page_url(entity_uri(kb, entity)), base))
        name = plain(entity.name)
        words = ""
        if entity.id in labels:
            label_x, label_y, anchor = labels[entity.id]
            words = f'<text x="{label_x}" y="{label_y}" text-anchor="{anchor}">{name if len(entity.name) <= LONGEST else plain(entity.name[: LONGEST - 1]) + "…"}</text>'
        state = f" ({say(kb, 'not yet reviewed')})" if entity.id in doubtful else ""
        marks.append(
            f'<a xlink:href="{target}" href="{target}" class="sb-link" aria-label="{attribute(entity.name)}{state}"><circle cx="{x}" cy="{y}" r="5" class="sb-point{" sb-proposed" if state else ""}"><title>{name}{state}</title></circle>{words}</a>'
        )
    label = say(kb, "Map of the places; the same list stands below")
    return f'<svg class="sb-map" viewBox="0 0 {LARGE[0]} {LARGE[1]}" role="group" aria-label="{label}">{_ground(projection)}{"".join(marks)}</svg>'


LONGEST = 28
"""Code points of a label."""


def _span(longitudes: list[float]) -> tuple[float, float]:
    """West and east of the narrowest stretch that holds all; across the antimeridian if that is narrower."""
    ordered = sorted(set(longitudes))
    gaps = [(after - before, index) for index, (before, after) in enumerate(pairwise(ordered))]
    widest, index = max(gaps, default=(0.0, 0))
    if 360 - (ordered[-1] - ordered[0]) >= widest:
        return ordered[0], ordered[-1]
    return ordered[index + 1], ordered[index] + 360


def _labels(points: Iterable[tuple[Entity, int, int]]) -> dict[str, tuple[int, int, str]]:
    """Where each name fits beside its point without covering another; names that fit nowhere are left to the list."""
    points = sorted(points, key=lambda one: (-len(one[0].facts), one[0].id))
    taken = [(x - 6, y - 6, x + 6, y + 6) for _, x, y in points]
    found: dict[str, tuple[int, int, str]] = {}
    for entity, x, y in points:
        width = min(LONGEST, len(entity.name)) * 7 + 4
        for label_x, label_y, anchor, left in (
            (x + 9, y + 4, "start", x + 9),
            (x - 9, y + 4, "end", x - 9 - width),
            (x, y - 10, "middle", x - width // 2),
            (x, y + 19, "middle", x - width // 2),
        ):
            box = (left, label_y - 11, left + width, label_y + 3)
            free = all(box[2] < each[0] or each[2] < box[0] or box[3] < each[1] or each[3] < box[1] for each in taken)
            if free and left >= 2 and box[2] <= LARGE[0] - 2 and box[1] >= 2 and box[3] <= LARGE[1] - 2:
                found[entity.id] = (label_x, label_y, anchor)
                taken.append(box)
                break
    return found
