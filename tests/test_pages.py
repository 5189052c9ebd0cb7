"""Pages as golden files: what the renderer writes for the example, before any builder sees it."""

import math
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sourcebook.model.history import History
from sourcebook.project import Project, load_checked
from sourcebook.publishing import supply
from sourcebook.render import outlines
from sourcebook.render.components.entity import _BY_NAME
from sourcebook.render.components.maps import Projection, _ground, _labels, _span
from sourcebook.render.outlines import Window, borders, land
from sourcebook.site.supply import texts
from tests.synthetic import write

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests/golden/pages"
PAGES = (
    "people/sergei-shoigu.md",
    "organizations/state-duma.md",
    "places/saint-petersburg.md",
    "agreements/joint-statement-of-the-leaders.md",
    "areas/tourism.md",
    "articles/geonames.md",
    "people/index.md",
    "timeline.md",
    "open-questions.md",
    "connections.md",
    "people/sergei-shoigu.md.txt",
    "feed.xml",
    "assets/data/types.js",
)


@pytest.fixture(scope="module")
def files():
    # Without the history of the repository that the example happens to lie in.
    given = supply(Project(ROOT), history=History())
    return {**{uri: text.encode() for each in given.planned for uri, text in texts(each)}, **given.assets}


@pytest.mark.parametrize("uri", PAGES)
def test_page_is_as_agreed(files, uri):
    path = GOLDEN / f"{uri}.golden"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[uri])
    assert files[uri].decode() == path.read_text(encoding="utf-8")


def test_every_component_has_a_name_that_settings_know():
    from sourcebook.model.knowledge import COMPONENTS

    assert tuple(_BY_NAME) == COMPONENTS


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    west=some.one_of(some.floats(-180, 180), some.integers(-180, 180), some.sampled_from([-180, 180, 179.9])),
    south=some.one_of(some.floats(-90, 89), some.integers(-90, 89)),
    size=some.tuples(some.one_of(some.floats(0.1, 60), some.integers(1, 190)), some.one_of(some.floats(0.1, 30), some.integers(1, 90))),
)
def test_what_is_passed_over_is_not_in_the_window(monkeypatch, west, south, size):
    window = Window(west, south, west + size[0], min(90, south + size[1]))
    found = list(land(window)), list(borders(window))
    with monkeypatch.context() as all_of_it:
        all_of_it.setattr(outlines, "NEAR", math.inf)
        assert (list(land(window)), list(borders(window))) == found


def test_outlines_reach_across_the_antimeridian():
    """Chukotka lies beyond 180 degrees; a window there shows land and coast on both sides."""
    window = Window(170, 60, 190, 72)
    for lines in (list(land(window)), list(borders(window))):
        assert any(x < 179 for line in lines for x, _ in line)
        assert any(x > 181 for line in lines for x, _ in line)
        assert all(window.west <= x <= window.east and window.south <= y <= window.north for line in lines for x, y in line)


def test_the_south_pole_is_land():
    rings = list(land(Window(-60, -90, 60, -85)))
    assert rings
    assert min(y for ring in rings for _, y in ring) == -90


def test_the_narrowest_stretch_of_longitudes():
    assert _span([10.0, 30.0]) == (10.0, 30.0)
    assert _span([170.0, -170.0]) == (170.0, 190.0)
    projection = Projection(165, 195, 60, 72, (300, 200))
    assert projection(-170, 66)[0] > projection(170, 66)[0]
    assert 'd="M' in _ground(projection)


def test_labels_do_not_cover_each_other(tmp_path):
    write(tmp_path, 60)
    knowledge, _ = load_checked(Project(tmp_path))
    points = [(each, 100 + 7 * number, 100 + number) for number, each in enumerate(knowledge.of_type("place"))]
    labels = _labels(points)
    assert 0 < len(labels) < len(points)
    boxes = []
    for name, (x, y, anchor) in labels.items():
        width = min(28, len(knowledge.entities[name].name)) * 7
        left = x - {"start": 0, "middle": width // 2, "end": width}[anchor]
        boxes.append((left, y - 11, left + width, y + 3))
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_pages_do_not_depend_on_hash_seed_or_order(tmp_path):
    import subprocess
    import sys

    write(tmp_path, 30)
    code = "import hashlib,sys; from pathlib import Path; from sourcebook.project import Project; from sourcebook.publishing import supply; from sourcebook.site.supply import texts; print(hashlib.sha256(repr([one for each in supply(Project(Path(sys.argv[1]))).planned for one in texts(each)]).encode()).hexdigest())"
    found = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
