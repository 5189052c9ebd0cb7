"""Of which countries the text says people to be, and who only goes home."""

from collections import defaultdict

from sourcebook import lazy_re as re
from sourcebook.extract.facts.offices.whose_office import HONORIFIC
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.by_office import countries_of
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_state


def homes(reading: Reading, who: str) -> set[str]:
    """The two letters of the countries that the text names with somebody's office."""
    codes = reading.once(_codes)
    return {codes[each] for each in reading.once(_countries).get(who, ()) if each in codes}


def _countries(reading: Reading) -> dict[str, set[str]]:
    return countries_of(reading.document, reading.linked)


def _codes(reading: Reading) -> dict[str, str]:
    return {each.found.name: each.found.entry.country for each in reading.linked if each.found.entry and is_state(each)}


def is_home(reading: Reading, who: str, place: Linked) -> bool:
    """Whether somebody who goes to a place goes home: to the country of which she holds an office, or to its capital."""
    entry = place.found.entry
    if entry is None or not entry.country or not (is_state(place) or entry.capital):
        return False
    codes = reading.once(_codes)
    return {codes.get(each) for each in reading.once(_served).get(who, ())} == {entry.country}


def _served(reading: Reading) -> dict[str, set[str]]:
    """The countries whose offices stand right before people's names: "Chilean President Ana Ruiz", "Chile's foreign minister, Ana Ruiz"."""
    found: dict[str, set[str]] = defaultdict(set)
    land = role = None
    for each in reading.linked:
        if each.found.type in {"place", "demonym"}:
            land, role = each, None
        elif each.found.type == "role":
            its = land and (_OWNS if land.found.type == "place" else _ITS).fullmatch(reading.text, land.span.end, each.span.start)
            role = each if its else None
        elif each.found.type == "person" and land and role and _HELD_BY.fullmatch(reading.text, role.span.end, each.span.start):
            found[each.entity].add(land.found.name)
    return found


_OWNS, _ITS = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,2}"), re.compile(r"\s+(?:[a-z-]+\s+){0,2}")
_HELD_BY = re.compile(rf",?\s+{HONORIFIC}")
