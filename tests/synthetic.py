"""A knowledge base of any size, made up: every type, a type of its own, two articles that disagree, and names that are hard to show."""

import hashlib
from pathlib import Path

import yaml

LONG = "The Very Long Name of an Interdepartmental Coordinating Council " * 3
NAMES = ["Ада Лавлейс", "عائشة المنصوري", "山田太郎", "שרה כהן", "🚢 Ángström & Søn", LONG.strip()[:200]]
SCHEMA = """
types:
  ship:
    plural: ships
    label: Ship
    plural_label: Ships
    rdf: schema:Vehicle
    infobox: [crew, home_port]
    columns: [home_port, crew]
properties:
  crew:      {on: ship, value: integer, label: crew, single: true}
  home_port: {on: ship, to: place, inverse: ships_of, label: home port, inverse_label: ships}
"""


def write(folder: Path, people: int = 300) -> int:
    """Writes `content/`; gives the number of entities. With 300 people there are some 500."""
    places, bodies, ships = people // 4, people // 5, people // 20
    one, other = [], []
    files: dict[str, dict] = {}

    def fact(kind: str, entity: str, line: str, /, *, src: str = "first", **said: object) -> None:
        (one if src == "first" else other).append(line)
        files[f"{kind}/{entity}"].setdefault("facts", []).append({**said, "cite": [{"src": src, "quote": line}]})

    for n in range(places):
        files[f"places/city-{n}"] = {"type": "place", "name": f"Cityville {n}", "kind": "city"}
        where = [(0, 179.9), (10, -179.9), (90, 0), (-90, 20)][n] if n < 4 else ((n * 37) % 160 - 80, (n * 61) % 360 - 180)
        fact("places", f"city-{n}", f"Cityville {n} lies at {where[0]}, {where[1]}.", coordinates=f"{where[0]}, {where[1]}")
        if n:
            fact("places", f"city-{n}", f"Cityville {n} is in the county of Cityville {n // 5}.", located_in=f"city-{n // 5}")
    for n in range(bodies):
        files[f"organizations/body-{n}"] = {"type": "organization", "name": f"Institute {n} of Things", "aliases": [f"I{n}T"]}
        fact("organizations", f"body-{n}", f"Institute {n} of Things works in Cityville {n % places}.", located_in=f"city-{n % places}")
    for n in range(people):
        name = NAMES[n] if n < len(NAMES) else f"Person Number {n}"
        files[f"people/person-{n}"] = {"type": "person", "name": name, "summary": f"Somebody, the {n}th of many."}
        fact(
            "people",
            f"person-{n}",
            f"{name} is director {n} of Institute {n % bodies} of Things.",
            position=f"director {n}",
            of=f"body-{n % bodies}",
        )
        if n:
            year = 1990 + n % 30
            fact("people", f"person-{n}", f"{name} went to Cityville {n % places} in {year}.", visited=f"city-{n % places}", when=str(year))
            fact("people", f"person-{n}", f"{name} met number {n // 2} by the sea.", met=f"person-{n // 2}")
    for n in range(ships):
        files[f"ships/ship-{n}"] = {"type": "ship", "name": f"Ship of Line {n}"}
        fact("ships", f"ship-{n}", f"Ship of Line {n} has a crew of {n + 20}.", crew=str(n + 20))
        fact("ships", f"ship-{n}", f"They say that Ship of Line {n} has a crew of {n + 21}.", src="second", crew=str(n + 21))
        fact("ships", f"ship-{n}", f"Ship of Line {n} lies in Cityville {n}.", home_port=f"city-{n}")
    forty = [f"person-{n}" for n in range(min(40, people))]
    files["events/gathering"] = {"type": "event", "name": "Gathering of forty", "when": "2020-05?", "kind": "conference"}
    fact("events", "gathering", "Forty of them gathered in May.", participant=forty)
    files["agreements/pact"] = {"type": "agreement", "name": "Pact of the Two Cities", "kind": "pact"}
    fact("agreements", "pact", "Cityville 1 and Cityville 2 signed the Pact of the Two Cities.", party=["city-1", "city-2"])
    files["areas/tin"] = {"type": "area", "name": "tin"}
    fact("areas", "tin", "Cityville 1 works with others in tin.", partner="city-1")
    files["people/nobody"] = {"type": "person", "name": "Nobody At All"}
    content = folder / "content"
    for name, lines in (("first", one), ("second", other)):
        text = "\n" + " ".join(lines) + "\n"
        head = f"---\ntitle: The {name} report\ngenre: {'news' if name == 'first' else 'opinion'}\nissued: 2021\nlanguage: en\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n---\n"
        put(content / f"articles/{name}.md", head + text)
    for name, found in files.items():
        put(content / f"{name}.yml", yaml.safe_dump(found, allow_unicode=True, sort_keys=False))
    put(content / "schema.yml", SCHEMA)
    put(content / "sourcebook.yml", "title: Synthetic\nurl: https://example.org/kb\nrepository: https://git.example.org/kb\n")
    put(
        content / "pages/index.md",
        "# Synthetic\n\nA list of ships:\n\n[[list:ship]]\n\nAnd those in the first city:\n\n[[list:ship home_port=city-0]]\n",
    )
    return len(files)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
