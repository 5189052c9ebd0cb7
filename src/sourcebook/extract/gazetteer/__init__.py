"""Names that the loader knows before it has read anything: tables beside this file.

Each table is plain text with a header line, so that a wrong name can be mended
in any editor. `ATTRIBUTION.md` says where they come from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

SURE_POPULATION = 400_000
"""A city of one word with fewer people is only believed in where the text speaks of a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thing with a name.

    Attributes:
        kind: country, former country, region, macro-region, city, water, or organization.
        type: the type of entity: place or organization.
        country: ISO 3166 code, or "".
        latitude, longitude: degrees, WGS 84, or "".
        sure: whether the name alone is enough, without a place's context.
    """

    name: str
    type: str
    kind: str
    country: str = ""
    latitude: str = ""
    longitude: str = ""
    geonames: str = ""
    aliases: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Tables by name: `names` and `demonyms` -> entry; titles, areas, given names.

    `words` holds lists by kind: `opening` (begin a sentence, are no names), `institution` (in names of bodies
    and places, not of people), `leader` (known by the surname alone).
    """

    names: Mapping[str, Entry]
    demonyms: Mapping[str, Entry]
    countries: Mapping[str, Entry]
    titles: frozenset[str]
    ranks: frozenset[str]
    areas: Mapping[str, str]
    given: frozenset[str]
    words: Mapping[str, frozenset[str]]


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = resources.files("sourcebook.extract.gazetteer").joinpath(name).read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    keys = head.split("\t")
    for line in lines:
        yield dict(zip(keys, line.split("\t"), strict=False))


def _list(row: Mapping[str, str], *keys: str) -> tuple[str, ...]:
    return tuple(each for key in keys for each in row.get(key, "").split("|") if each)


@cache
def gazetteer() -> Gazetteer:
    """The tables, read once."""
    names: dict[str, Entry] = {}
    demonyms: dict[str, Entry] = {}
    countries: dict[str, Entry] = {}
    for row in _rows("countries.tsv"):
        entry = _place(row, "country", row["code"], _list(row, "official"))
        countries[row["code"]] = entry
        _add(names, entry, row["name"], *_list(row, "official", "aliases"))
        _add(demonyms, entry, *(each for each in _list(row, "adjectives", "people") if each != row["name"]))
        if row.get("capital"):
            _add(names, Entry(name=row["capital"], type="place", kind="city", country=row["code"]), row["capital"])
    for file, kind in (("former-countries.tsv", "former country"), ("macro-regions.tsv", "macro-region")):
        for row in _rows(file):
            entry = _place(row, kind, row.get("country", ""), ())
            _add(names, entry, row["name"], *_list(row, "aliases"))
            _add(demonyms, entry, *_list(row, "demonyms"))
    for row in _rows("regions.tsv"):
        entry = _place(row, "region", row["country"], _list(row, "aliases"))
        _add(names, entry, row["name"], *_list(row, "aliases"))
    for row in _rows("waters.tsv"):
        _add(names, _place(row, "water", "", ()), row["name"], *_list(row, "aliases"))
    for row in _rows("organizations.tsv"):
        entry = Entry(name=row["name"], type="organization", kind="organization", aliases=_list(row, "acronym", "aliases"))
        _add(names, entry, row["name"], *_list(row, "acronym", "aliases"))
    titles, ranks = _titles()
    areas = {variant.casefold(): row["name"] for row in _rows("areas.tsv") for variant in (row["name"], *_list(row, "variants"))}
    given = frozenset(resources.files("sourcebook.extract.gazetteer").joinpath("given-names.txt").read_text(encoding="utf-8").split())
    given |= {name for row in _rows("names.tsv") if row["kind"] == "given" for name in row["names"].split()}
    words = {row["kind"]: frozenset(_list(row, "words")) for row in _rows("words.tsv")}
    _add_cities(names, given)
    return Gazetteer(names, demonyms, countries, titles, ranks, areas, given, words)


def _place(row: Mapping[str, str], kind: str, country: str, aliases: tuple[str, ...]) -> Entry:
    return Entry(
        name=row["name"],
        type="place",
        kind=kind,
        country=country,
        latitude=row.get("latitude", ""),
        longitude=row.get("longitude", ""),
        aliases=aliases,
    )


def _add(table: dict[str, Entry], entry: Entry, *names: str) -> None:
    for each in names:
        if len(each) > 1:
            table.setdefault(each.replace("’", "'"), entry)


def _titles() -> tuple[frozenset[str], frozenset[str]]:
    rows = list(_rows("titles.tsv"))
    titles = frozenset(name for row in rows for name in (row["name"], *_list(row, "variants")))
    ranks = frozenset(name for row in rows if "military" in row.get("flags", "") for name in (row["name"], *_list(row, "variants")))
    return titles, ranks


def _add_cities(names: dict[str, Entry], given: frozenset[str]) -> None:
    best: dict[str, tuple[int, Entry]] = {}
    for row in _rows("cities.tsv"):
        people = int(row["population"])
        for each in (row["name"], *_list(row, "aliases")):
            if people > best.get(each, (0, None))[0]:
                sure = people >= SURE_POPULATION and each not in given
                best[each] = (
                    people,
                    Entry(
                        name=row["name"],
                        type="place",
                        kind="city",
                        country=row["country"],
                        latitude=row["latitude"],
                        longitude=row["longitude"],
                        geonames=row["geonames"],
                        sure=sure or " " in each,
                    ),
                )
    for each, (_, entry) in best.items():
        known = names.get(each.replace("’", "'"))
        # A capital stands in the countries' table without coordinates: the city's row completes it.
        if known is None or (known.kind == "city" and not known.geonames):
            sure = entry.sure or (known is not None and known.country == entry.country)
            names[each.replace("’", "'")] = Entry(**{**{f: getattr(entry, f) for f in Entry.__slots__}, "sure": sure})
