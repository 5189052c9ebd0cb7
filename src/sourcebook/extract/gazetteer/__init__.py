"""Names that the loader knows before it has read anything: tables beside this file.

Each table is plain text with a header line, so that a wrong name can be mended
in any editor. `ATTRIBUTION.md` says where they come from.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from sourcebook.extract.phrases import words as words_of

SURE_POPULATION = 400_000
"""A city of one word with fewer people is only believed in where the text speaks of a place."""
SMALL = 15_000
"""A city of several words with fewer people, too: "Black Hawk" is a helicopter first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thing with a name.

    Attributes:
        kind: country, former country, region, macro-region, city, water, or organization.
        type: the type of entity: place or organization.
        country: ISO 3166 code, or "".
        latitude, longitude: degrees, WGS 84, or "".
        sure: whether the name alone is enough, without a place's context.
        capital: of its country.
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
    capital: bool = False


class _Cities(dict[str, dict[str, str]]):
    """The lines of the cities' table, which is sorted, by name, by the two letters that names begin with; read when these are asked for."""

    def __init__(self) -> None:
        self._table = resources.files("sourcebook.extract.gazetteer").joinpath("cities.tsv").read_bytes()

    def __missing__(self, letters: str) -> dict[str, str]:
        table = self._table
        # A name of one letter ends there.
        sought = (letters if len(letters) == 2 else f"{letters}\t").encode(errors="surrogatepass")

        def of_line(at: int) -> bytes:
            """What the line begins with that holds a position."""
            start = table.rfind(b"\n", 0, at) + 1
            return table[start : start + len(sought)]

        # As every position of a line begins alike, what is found is where a line begins.
        positions = range(table.index(b"\n") + 1, len(table))
        first = bisect_left(positions, sought, key=of_line)
        last = bisect_right(positions, sought, lo=first, key=of_line)
        lines = table[positions[0] + first : positions[0] + last].decode().splitlines()
        self[letters] = {line[: line.index("\t")]: line for line in lines}
        return self[letters]

    def all_names(self) -> Iterator[str]:
        """The names of all cities, in the order of the table."""
        return (line[: line.index("\t")] for line in self._table.decode().splitlines()[1:])


MOST_ASKED = 1 << 16
"""Names of which it is remembered whether there is one."""
_LETTERS = str.maketrans("đĐłŁøØıəƏ", "dDlLoOiaA")
"""Letters whose marks cannot be taken off."""


class _Names(Mapping[str, Entry]):
    """The tables' names, and behind them those of cities, whose entries are made when they are asked for."""

    def __init__(self, known: dict[str, Entry], given: frozenset[str]) -> None:
        self._known = known
        self._given = given
        self._cities = _Cities()
        self._made: dict[str, Entry | None] = {}

    def __getitem__(self, key: str) -> Entry:
        entry: Entry | None = self.get(key)
        if entry is None:
            raise KeyError(key)
        return entry

    def get(self, key: str, default: Any = None) -> Any:
        """The entry of a name, or `default`; asked for every run of capitalised words, most of which are no names."""
        try:
            return self._made[key] or default
        except KeyError:
            if len(self._made) > MOST_ASKED:
                self._made.clear()
            self._made[key] = self._make(key) if key in self else None if key.isascii() else self._unmarked(key)
            return self._made[key] or default

    def _unmarked(self, key: str) -> Entry | None:
        """The place that the tables know without the marks on its letters: "Hà Nội", "Chișinău"."""
        plain = "".join(each for each in unicodedata.normalize("NFD", key.translate(_LETTERS)) if not unicodedata.combining(each))
        entry = self._make(plain) if plain != key and plain in self else None
        return entry if entry and entry.type == "place" else None

    def __contains__(self, key: object) -> bool:
        return key in self._known or (isinstance(key, str) and key in self._cities[key[:2]])

    def __iter__(self) -> Iterator[str]:
        yield from self._known
        yield from (each for each in self._cities.all_names() if each not in self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _make(self, key: str) -> Entry:
        known, line = self._known.get(key), self._cities[key[:2]].get(key)
        # A capital stands in the countries' table without coordinates: the city's line completes it.
        if line is None or (known is not None and (known.kind != "city" or known.geonames)):
            return self._known[key]
        _, name, country, people, geonames, latitude, longitude = line.split("\t")
        capital = known is not None and known.country == country
        return Entry(
            name=known.name if known else name or key,
            type="place",
            kind="city",
            country=country,
            latitude=latitude,
            longitude=longitude,
            geonames=geonames,
            capital=capital,
            sure=capital or (" " in key and int(people) >= SMALL) or (int(people) >= SURE_POPULATION and key not in self._given),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Tables by name: `names` and `demonyms` -> entry; titles, areas, given names, family names (in small letters) and those that stand first.

    `words` holds lists by kind: `opening` (begin a sentence, are no names), `institution` (in names of bodies
    and places, not of people), `leader` (known by the surname alone), `body` (in names of bodies and teams, for the tagger),
    `firm` (no part of a person's name), `team` (nicknames), `paper` (ends of newspapers' names), `other` (capitalised, but neither person, place nor body); and in small letters, what stands
    beside names: `says`, `someone` (what people do or are), `business`, `where`.
    """

    names: Mapping[str, Entry]
    demonyms: Mapping[str, Entry]
    countries: Mapping[str, Entry]
    titles: frozenset[str]
    ranks: frozenset[str]
    honorifics: frozenset[str]
    areas: Mapping[str, str]
    given: frozenset[str]
    family: frozenset[str]
    family_first: frozenset[str]
    words: Mapping[str, frozenset[str]]

    def country(self, name: str) -> Entry | None:
        """The country of a name."""
        entry = self.names.get(name)
        return entry if entry is not None and entry.kind == "country" else None

    def place(self, name: str) -> Entry | None:
        """The place of a name."""
        entry = self.names.get(name)
        return entry if entry is not None and entry.type == "place" else None

    def body(self, name: str) -> Entry | None:
        """The organization of a name."""
        entry = self.names.get(name)
        return entry if entry is not None and entry.type == "organization" else None

    def lists(self, word: str, *kinds: str) -> bool:
        """Whether the list of any of some kinds holds a word."""
        return any(word in self.words[kind] for kind in kinds)

    def no_name(self, word: str, *kinds: str) -> bool:
        """Whether a capitalised word is an office, a nationality or a word of one of some lists rather than of a name."""
        return word in self.titles or word in self.demonyms or self.lists(word, *kinds)


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
            known_as, people = (row["name"], *_list(row, "aliases")), _list(row, "demonyms")
            _add(names, entry, *known_as, *_small(known_as))
            _add(demonyms, entry, *people, *_small(people))
    for row in _rows("regions.tsv"):
        entry = _place(row, "region", row["country"], _list(row, "aliases"))
        _add(names, entry, row["name"], *_list(row, "aliases"))
        _add(demonyms, entry, *_list(row, "adjectives"))
    for row in _rows("waters.tsv"):
        _add(names, _place(row, "water", "", ()), row["name"], *_list(row, "aliases"))
    for row in _rows("organizations.tsv"):
        entry = Entry(name=row["name"], type="organization", kind="organization", aliases=_list(row, "acronym", "aliases"))
        spellings = [row["name"], *_list(row, "acronym", "aliases")]
        spellings += [lead + name[3:] for name in spellings if name.startswith("US ") for lead in ("United States ", "U.S. ")]
        # "Asean", "Unesco": as some newspapers write what is spoken as a word.
        spellings += [
            each.capitalize() for each in (row["name"], *_list(row, "acronym")) if each.isalpha() and each.isupper() and len(each) > 4
        ]
        _add(names, entry, *spellings)
        for other in ("Qaida", "Qa'ida", "Qaeda"):
            _add(names, entry, *(each.replace("Qaeda", other) for each in spellings if "Qaeda" in each))
    titles, ranks, honorifics = _titles()
    areas = {variant.casefold(): row["name"] for row in _rows("areas.tsv") for variant in (row["name"], *_list(row, "variants"))}
    given = frozenset(resources.files("sourcebook.extract.gazetteer").joinpath("given-names.txt").read_text(encoding="utf-8").split())
    given |= {name for row in _rows("names.tsv") if row["kind"] == "given" for name in row["names"].split()}
    given -= words_of(
        "Al An In So My See Long Major Royal King Prince Duke Love Many Hong Man Von Van Del Le La Da Do To Ye Win Sun Tea Kenya Brain "
        "Numbers Chance Forest Junior Son Summer Rich Young Ward Hung Israel Chad Alberta Georgia Santiago Papa Shah Chan"
    )
    family = frozenset(resources.files("sourcebook.extract.gazetteer").joinpath("surnames.txt").read_text(encoding="utf-8").split())
    family |= {name.casefold() for row in _rows("names.tsv") if row["kind"] == "surname" for name in row["names"].split()}
    family_first = frozenset(
        name for row in _rows("names.tsv") if row["kind"] == "surname" and row["origin"] == "East Asian" for name in row["names"].split()
    )
    words = {row["kind"]: frozenset(_list(row, "words")) for row in _rows("words.tsv")}
    return Gazetteer(_Names(names, given), demonyms, countries, titles, ranks, honorifics, areas, given, family, family_first, words)


@cache
def _members() -> Mapping[str, frozenset[str]]:
    return {row["name"]: frozenset(_list(row, "members")) for row in _rows("members.tsv")}


def members_of(body: str) -> frozenset[str]:
    """ISO 3166 codes of the states that are or have been members of a body, by its name in the tables; none if they are not listed."""
    return _members().get(body, frozenset())


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


def _small(names: tuple[str, ...]) -> Iterator[str]:
    """Parts of the world as some newspapers write them: "central Asia"."""
    return (each[0].lower() + each[1:] for each in names if each.startswith(("Central ", "Southeast ")))


def _add(table: dict[str, Entry], entry: Entry, *names: str) -> None:
    for each in names:
        if len(each) > 1:
            table.setdefault(each.replace("’", "'"), entry)


def _titles() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    rows = list(_rows("titles.tsv"))
    titles = frozenset(name for row in rows for name in (row["name"], *_list(row, "variants")))
    ranks = frozenset(name for row in rows if "military" in row.get("flags", "") for name in (row["name"], *_list(row, "variants")))
    honorifics = frozenset(name for row in rows if row.get("flags", "") == "honorific" for name in (row["name"], *_list(row, "variants")))
    return titles, ranks, honorifics


def leaders() -> Iterator[tuple[str, str]]:
    """Offices that one holds at a time, and those who have held them, each with when: "prime minister", "Ana Ruiz 2001-05 2004-10|Ola Lund 2004-10"."""
    return ((row["office"], row["holders"]) for row in _rows("leaders.tsv"))
