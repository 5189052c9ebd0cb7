"""Embassies and consulates by where they are: a country has many."""

from collections.abc import Iterable

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.state_bodies import state_and_core
from sourcebook.model.spans import Span


def by_seat(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> list[Found]:
    """The mentions, embassies with the city in their name, since a country has many: "American Legation in Oslo"; those without it are the one there is."""
    mentions = list(found)
    posts = [each for each in mentions if each.type == "organization" and _MISSION.fullmatch(each.name)]
    if not posts:
        return mentions
    places = {each.span.start: each for each in mentions if each.type == "place"}
    seated: dict[tuple[str, str], list[str]] = {}
    names: dict[Span, str] = {}
    for each in posts:
        seat = _SEATED.match(document.text, each.span.end)
        place = places.get(seat.end()) if seat else None
        if place:
            names[each.span] = f"{each.name} in {' '.join(place.span.of(document.text).split())}"
            seated.setdefault(state_and_core(each.name, gazetteer), []).append(names[each.span])
    for each in posts:
        there = dict.fromkeys(seated.get(state_and_core(each.name, gazetteer), ()))
        if each.span not in names and len(there) == 1:
            names[each.span] = next(iter(there))
    return [each.called(names[each.span]) if each.type == "organization" and each.span in names else each for each in mentions]


_MISSION = re.compile(r"(?:.* )?(?:Embassy|Legation|Consulate|Consulate General|Interests Section)")
_SEATED = re.compile(r",? (?:in|at) (?=[A-Z])")
