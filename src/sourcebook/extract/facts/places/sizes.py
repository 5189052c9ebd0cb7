"""Which of two places is the larger, by the tables or by the words of their names."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, is_state, size_of

_RANKS = (
    frozenset({"hamlet", "village"}),
    words("townlet town commune ward subdistrict barangay parish"),
    words("district county township municipality"),
    words("province region governorate prefecture"),
)
"""Kinds of places, the smaller first."""


def rank(place: Linked) -> int:
    """How large a place is by the last word of its name; -1 where that tells nothing."""
    last = place.found.name.rsplit(maxsplit=1)[-1].lower()
    return next((rank for rank, kinds in enumerate(_RANKS) if last in kinds), -1)


def is_wider(whole: Linked, part: Linked) -> bool:
    """Whether one place is larger than another: a city, than a park or a camp that the tables do not know."""
    known = whole.found.entry is not None and whole.found.entry.kind == "city"
    unknown = part.found.entry is None or not (part.found.entry.country or part.found.entry.geonames)
    return size_of(whole) > size_of(part) or (known and unknown and size_of(part) == 0)


def is_land(whole: Linked, part: Linked) -> bool:
    """Whether one of two places is by its name an island or a province, and the other is not."""
    return whole.found.name.rsplit(maxsplit=1)[-1] in _LANDS and part.found.name.rsplit(maxsplit=1)[-1] not in _LANDS


_LANDS = words("Island Islands Province province District district County county Governorate governorate Peninsula Prefecture prefecture")


def of_a_sea(reading: Reading, each: Linked, end: int) -> bool:
    """Whether a sea, or a part of the world, only describes what follows: "its Caspian port", "Norway's Gulf allies"."""
    entry = each.found.entry
    return entry is not None and entry.kind in {"water", "macro-region"} and bool(_DESCRIBES.match(reading.text, each.span.end, end))


_DESCRIBES = re.compile(
    r"\s+(?:(?:resort|port|island|coastal|oil)\s+)?"
    r"(?:ports?|cit(?:y|ies)|towns?|resorts?|villages?|terminals?|allies|ally|neighbou?rs?|partners?|fleets?|waters)\b"
)


PROVINCE = 2
"""The size of one."""


def known_within(one: Linked, other: Linked) -> bool:
    """Whether the tables know a smaller place to be in the country of another."""
    small, large = one.found.entry, other.found.entry
    return bool(small and large and large.country and small.country == large.country and size_of(one) < size_of(other))


def is_own_region(text: str, country: Linked, part: Linked) -> bool:
    """Whether a part of the world that several share is told to be a country's own: "Norway's Lapland region"."""
    return is_state(country) and size_of(part) > COUNTRY and part.span.of(text).endswith((" region", " Region"))


def is_ward(reading: Reading, whole: Linked, part: Linked) -> bool:
    """Whether a place of unknown size is by its word a part of a land: "Gatamwarwa ward"."""
    ward = _WARD.match(reading.text, whole.span.end) or rank(whole) > max(0, rank(part))
    return whole.found.entry is None and size_of(part) == 0 and bool(ward)


_WARD = re.compile(
    r"\s+(?:(?:local\s+)?council|ward|district|county|commune|local\s+government|municipality|township|sub-?district|area)\b"
)


def is_part(text: str, first: Linked, whole: Linked) -> bool:
    """Whether a place is by its word a part of a land that is no smaller: "Bangsamoro region of Mindanao"."""
    last = first.span.of(text).rsplit(maxsplit=1)[-1]
    return last in LANDS_PARTS and size_of(first) <= size_of(whole)


LANDS_PARTS = words("region province district county area territory division")
