"""The events that a text has told of so far: which of them further words mean."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sourcebook.extract.identity.apart_events import Marks
from sourcebook.extract.identity.tellings import CONFLICT, GATHERINGS, MEETING, VISIT, Telling, rank

CLOSE, FAR = 200, 100
"""Code points back where "the meeting" may be a summit, and from there to a meeting that it is then not."""


def _may_call(each: Telling, event: Telling, *, only: bool) -> bool:
    """Whether a noun with an article may mean an event told of by another one."""
    noun = each.noun
    if each.of_few and event.named:
        # "The trilateral summit" is not the Copper Summit, to which many come.
        return False
    if noun == "meeting":
        return event.kind in GATHERINGS
    gathering = event.kind in GATHERINGS
    if noun == "session" and event.kind == MEETING and not event.many:
        return True
    return noun in GATHERINGS and (((gathering or event.kind == MEETING) and event.named) or (gathering and only))


class ToldEvents:
    """The events told of so far, the last one first."""

    def __init__(self, wider: dict[str, str]) -> None:
        self._wider = wider
        self._told: dict[str, list[Telling]] = defaultdict(list)
        self._pairs: dict[str, frozenset[str]] = {}
        self._talks: list[Telling] = []
        self._gatherings: set[str] = set()
        self._people: dict[str, frozenset[str]] = {}
        self._places: dict[str, frozenset[str]] = {}
        self._open: set[str] = set()
        self._marks: dict[str, Marks] = {}

    def same(self, each: Telling) -> str:
        """The entity that a telling means: one told of before, or its own."""
        fitting = (one for one in reversed(self._told[each.kind]) if self._fits(one, each))
        meant = self._nearest(fitting, each)
        pair = each.pair or self._pairs.get(meant, frozenset())
        told = each if (meant, pair) == (each.entity, each.pair) else replace(each, entity=meant, pair=pair)
        self._pairs[meant] = self._pairs.get(meant, frozenset()) | told.pair
        self._told[each.kind].append(told)
        if each.kind == MEETING or each.kind in GATHERINGS:
            self._talks.append(told)
            self._gatherings.update([meant] if each.kind in GATHERINGS else ())
        if each.bare and each.definite and meant == each.entity and meant not in self._people and not each.people:
            self._open.add(meant)
        elif not each.bare:
            self._open.discard(meant)
        self._people[meant] = self._people.get(meant, frozenset()) | each.people
        self._places[meant] = self._places.get(meant, frozenset()) | each.places
        self._marks[meant] = self._marks.get(meant, Marks()).joined(each.beside)
        return meant

    def _nearest(self, fitting: Iterator[Telling], each: Telling) -> str:
        """The last event that a telling may mean: for a bare noun rather one of the same noun, "the meeting" a meeting."""
        if each.kind == CONFLICT and each.bare and not each.places:
            # "The war" is rather a war than the invasion told of since.
            last = min(fitting, key=lambda one: rank(each.noun, one.noun), default=None)
            return last.entity if last else each.entity
        last = next(fitting, None)
        if last and last.ahead and not each.ahead:
            # "The visit comes before the talks in Oslo. After the meeting": not those to come.
            last = next((one for one in fitting if not one.ahead), last)
        if last is None:
            # "The meeting" after a summit is the summit, "the summit" after the Third Meeting of Ministers that meeting.
            loose = each.bare and each.definite and not each.people
            only = len(self._gatherings) == 1
            said = (one.entity for one in reversed(self._talks) if _may_call(each, one, only=only) and not self._apart(one, each))
            return next(said, each.entity) if loose else each.entity
        pointing = each.kind == MEETING and each.bare and each.definite and not each.people
        nearer = (
            next((one for one in reversed(self._talks) if one.kind in GATHERINGS and not one.past and not self._apart(one, each)), None)
            if pointing and each.noun == "meeting" and self._gatherings
            else None
        )
        if nearer and each.span.start - nearer.span.end < CLOSE and nearer.span.start - last.span.end > FAR:
            return nearer.entity
        close = self._people[last.entity] and each.span.start - last.span.end < CLOSE
        if not pointing or last.noun in {"", each.noun} or close:
            return last.entity
        # "The talks" are rather talks than the call told of since, "the conversation" rather a call than the talks.
        return next((one.entity for one in fitting if one.noun == each.noun or (each.noun == "meeting" and not one.noun)), last.entity)

    def _fits(self, one: Telling, each: Telling) -> bool:
        if one.entity == each.entity:
            return True
        people, places = self._people[one.entity], self._places[one.entity]
        strangers = bool(each.people and people and not each.people & people)
        if strangers or self._apart(one, each):
            return False
        if each.kind == MEETING and each.places and places and not each.places & places:
            # "The meeting in Oslo" is none of the Bergen talks.
            return False
        if each.kind == MEETING and each.people - people and people - each.people:
            # "The meeting with Ana Ruiz" is not that of the same man with Luis Vega.
            return False
        if one.many and not one.definite and not (each.many or each.noun == "discussion"):
            # "Various drills ... the exercise": not one of them. "The discussions" may be those of several meetings.
            return False
        pointing = each.definite and each.noun in {"", one.noun}
        if one.entity in self._open and not each.bare and each.kind in {VISIT, MEETING} and (pointing or each.people or each.places):
            # "After the visit ... The minister visited Oslo": the text begins with it. A meeting told of much later is another.
            return each.kind == VISIT or each.span.start - one.span.end < 2 * CLOSE
        if each.kind == CONFLICT and not each.may_call(one):
            return False
        if (each.calling and not one.calling) or (one.calling and each.noun == "meeting"):
            # "The phone call" is none of the talks, "the meeting in May" no phone call.
            return False
        if each.kind == CONFLICT and (each.sided or one.sided) and each.places and not (each.places <= places or places <= each.places):
            # "Peru's war in Norway" is not Norway's war with Chile.
            return False
        if each.kind == CONFLICT and each.places:
            return bool(each.places & places) and not (one.marks and each.marks and one.marks != each.marks)
        if each.kind == VISIT:
            return self._is_same_journey(one, each)
        return each.bare and each.definite and not (each.people and not people)

    def _is_same_journey(self, one: Telling, each: Telling) -> bool:
        """Whether further words mean a journey told of before."""
        people, places = self._people[one.entity], self._places[one.entity]
        if each.people and not people and one.near and not each.people & one.near:
            # "Ana Ruiz's visit" is not the trip of which was told beside Ola Lund.
            return False
        apart = each.places and places and not self._closure(each.places) & self._closure(places)
        said = each.definite or bool(each.people & people) or bool(each.places and places)
        return said and not apart

    def _apart(self, one: Telling, each: Telling) -> bool:
        """Whether what stands beside their words tells two events apart."""
        told = self._marks[one.entity]
        # "The conflict with Chile" need not be the World War, nor the war in Peru, told of before.
        another = each.partner and bool(one.called or told.told or self._places[one.entity]) and each.beside.whose.isdisjoint(told.whose)
        return another or each.beside.apart(told)

    def _closure(self, places: frozenset[str]) -> frozenset[str]:
        """Places and the countries that they are the capitals of: Delhi stands for India, but another city is another leg."""
        return places | {self._wider[each] for each in places if each in self._wider}
