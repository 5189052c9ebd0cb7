"""Which of two places is the larger, by the tables or by the words of their names."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import size_of

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
