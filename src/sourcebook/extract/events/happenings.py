"""Visits and meetings that verbs tell of, as events of their own."""

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.events.party_names import listed, listed_few
from sourcebook.extract.facts import Reading
from sourcebook.extract.facts.events.untold import untold
from sourcebook.extract.facts.journeys.travel import ON_VISIT
from sourcebook.extract.facts.places.sites import where_met
from sourcebook.extract.facts.stances import stance_of
from sourcebook.extract.found import Found
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.identity.registry import Registry
from sourcebook.extract.phrases import phrases
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span


def happenings(reading: Reading, statements: list[Statement], registry: Registry) -> list[tuple[Statement, Span]]:
    """Visits and meetings as events of their own, with who took part and where."""
    made: list[tuple[Statement, Span]] = []
    groups: dict[tuple[str, int], list[Statement]] = {}
    journeys: dict[tuple[str, int], list[Statement]] = {}
    for each in statements:
        if each.property not in {"met", "visited"} or stance_of(reading, each) is Stance.DENIAL:
            # What was refused, or never was, is no event.
            continue
        if each.property == "met":
            groups.setdefault((each.subject, each.focus.start), []).append(each)
        elif "count" not in each.qualifiers and not _BEING.match(reading.text, each.focus.start):
            journeys.setdefault((each.subject, each.focus.start), []).append(each)
    for (subject, _), each_visited in journeys.items():
        # "Visited Oslo, Bergen and Malmö" is one journey.
        first = each_visited[0]
        places = listed(_name(registry, each.value) for each in each_visited)
        name = f"Visit of {_name(registry, subject)} to {places}"
        event = registry.id_of(Found(span=first.focus, type="event", name=name, kind="visit", value=_first(first, "when")))
        words = _visit_words(reading, each_visited)
        made.append((replace(first, subject=event, property="participant", value=subject, qualifiers={}, derived=True), words))
        # "Visited the fleet's headquarters in Lima": where that is, is told besides.
        there = _THERE.match(reading.text, words.end)
        site = bool(
            there
            and not _AIMED.match(reading.text, first.focus.start)
            and any(each.span.start == there.end() for each in reading.inside(each_visited[0].focus, "place"))
        )
        made += [
            (replace(each, subject=event, property="located_in", value=each.value, qualifiers={}, derived=not site), words)
            for each in each_visited
        ]
    told: dict[tuple[Span, str], str] = {}
    for subject, each_met in [(subject, each) for (subject, _), found in groups.items() for each in _apart(reading, found)]:
        if all((each.focus, each.value) in told for each in each_met):
            # "A, B and C met": of B with C in the meeting of A with both; "A and B met C": of B in that of A with C.
            of, meeting = each_met[0], told[each_met[0].focus, each_met[0].value]
            words = _meeting_words(reading, of.focus)
            made.append((replace(of, subject=meeting, property="participant", value=subject, qualifiers={}, derived=True), words))
            continue
        others = listed(_name(registry, each.value) for each in each_met)
        each_met.sort(key=lambda each: each.focus)
        first = each_met[0]
        event = registry.id_of(
            Found(
                span=first.focus,
                type="event",
                name=f"Meeting of {_name(registry, subject)} with {others}",
                kind="meeting",
                value=_first(first, "when"),
            )
        )
        told |= {(each.focus, each.value): event for each in each_met}
        focus = Span(first.focus.start, max(each.focus.end for each in each_met))
        words = _meeting_words(reading, first.focus)
        made += [
            (replace(first, subject=event, property="participant", value=who, qualifiers={}, focus=focus, derived=True), words)
            for who in (subject, *(each.value for each in each_met))
        ]
        place = where_met(reading, first.sentence, focus)
        if place:
            whole = Span(min(focus.start, place.span.start), max(focus.end, place.span.end))
            made.append((replace(first, subject=event, property="located_in", value=place.entity, qualifiers={}, focus=whole), words))
    return [*made, *_without_names(reading, registry)]


def _apart(reading: Reading, each_met: list[Statement]) -> Iterator[list[Statement]]:
    """Those met together: of "met Ana Ruiz in Oslo and Luis Vega in Lima" each alone."""
    ordered = sorted(each_met, key=lambda each: each.focus)
    first = 0
    for number, (one, other) in enumerate(pairwise(ordered), 1):
        between = Span(one.focus.end, max(one.focus.end + 1, other.focus.end))
        there = [each for each in reading.inside(between, "place") if _MET_IN.fullmatch(reading.text, one.focus.end, each.span.start)]
        last = reading.next(other.focus.end, other.sentence.span.end, "place", within=LONGEST_MENTION)
        if there and last and _MET_IN.match(reading.text, other.focus.end, last.span.start):
            yield ordered[first:number]
            first = number
    yield ordered[first:] if first else each_met


_MET_IN = re.compile(r"(?:,\s[^,]{3,60},)?\s+(?:(?:on|last|this)\s+\w+\s+)?(?:in|at)\s+(?:the\s+)?")


def _without_names(reading: Reading, registry: Registry) -> Iterator[tuple[Statement, Span]]:
    """Wars, talks and drills of which is said no more than whose they are."""
    for each in untold(reading):
        words, whose = (
            "meeting" if each.found.name == "Meeting" else each.found.span.of(reading.text),
            [_name(registry, one.entity) for one in each.who],
        )
        # What a sentence says of one with a name has that.
        named = each.found if each.found.priority > 1 else each.found.called(f"{words[:1].upper()}{words[1:]} of {listed_few(whose)}")
        event = registry.id_of(named)
        for one in each.who:
            yield (
                Statement(event, "participant", one.entity, each.sentence, each.focus),
                each.found.span,
            )
        if each.place:
            focus = Span(min(each.focus.start, each.place.span.start), max(each.focus.end, each.place.span.end))
            yield (
                Statement(event, "located_in", each.place.entity, each.sentence, focus),
                each.found.span,
            )


LONGEST_MENTION = 60
"""Code points of a visit told by its noun, the visitor and the place; where it is longer, the noun is the mention."""
_LIGHT = re.compile(
    r"(?:to|will|would)\s+(?:also\s+)?"
    r"|(?:on|for|made|makes|make|making|paid|pays|pay|paying|completed|began|concluded|undertook|undertaking"
    r"|started|ended)\s+(?:an?|his|her|the)\s+"
)
_BEING = re.compile(r"(?:in|from)\s")
"""Where somebody is told to have been: "met Ola Lund in Oslo" is the meeting."""
_AIMED = re.compile(r"to\s+visit\s")
_THERE = re.compile(r",?\s+(?:in|at)\s+(?:the\s+)?(?=[A-Z])")
_WHERE = re.compile(r"\s(?:in|at)\s+(?:the\s+)?[A-Z]")
_CLOSES = re.compile(r"\s+(?:in|on|from|this|last|next|today|to|for|[A-Z]\w+\s+\d)|[.;)]|,\s+(?:to|where|in|on)\b")
_SEAT = re.compile(r"[’']s?\s+(?:capital|largest\s+city)(?:\s+city)?(?:\s+of)?,?\s+")
_JOINING = re.compile(r",?\s+(?:and\s+)?(?:the\s+)?|,\s*")


def _visit_words(reading: Reading, visits: list[Statement]) -> Span:
    """The words that name a visit: without the verb that only carries them, and up to the place, or the last of its list."""
    visit = visits[0]
    light = _LIGHT.match(reading.text, visit.focus.start, visit.focus.end)
    places = [each.span.end for each in reading.inside(visit.focus, "place") if each.entity == visit.value]
    named = re.match(r"(?:\w+\s+)?visits?(?=\s+(?:by|of)\s)", visit.focus.of(reading.text))
    if named and len(visit.focus) > LONGEST_MENTION:
        return Span(visit.focus.start, visit.focus.start + named.end())
    end = places[0] if places else visit.focus.end
    seat = _SEAT.match(reading.text, end)
    if seat and (town := reading.next(seat.end(), visit.sentence.span.end, "place", within=0)):
        # "arrived in Namibia's capital Windhoek"
        end = town.span.end
    inside = _WHERE.search(reading.text, visit.focus.start, end)
    if inside and visit.focus.of(reading.text).startswith(("visit", "to visit")):
        # "visited the fleet's headquarters in Bahrain"
        return Span(light.end() if light else visit.focus.start, inside.start())
    goals = {each.value for each in visits}
    while (
        (further := reading.next(end, visit.sentence.span.end, "place", within=len(", and the ")))
        and (further.entity in goals or _CLOSES.match(reading.text, further.span.end))
        and _JOINING.fullmatch(reading.text, end, further.span.start)
        # "Bogota, Colombia": the country is no second goal.
        and not (is_state(further) and "and" not in reading.text[end : further.span.start] and further.entity not in goals)
    ):
        end = further.span.end
    noun = None if light or visit.focus.of(reading.text).startswith("visit") else ON_VISIT.match(reading.text, end, visit.sentence.span.end)
    return Span(light.end() if light else visit.focus.start, noun.end() if noun else end)


_MEETING = re.compile(r"meetings?\b|talks\b|audience\b")
_HOSTED = re.compile(
    r"(?:host|attend|offer|h[eo]ld|g[ai]v)(?:s|ed|ing|e)?\s+(?:an?|the)\s+"
    r"(?P<noun>(?:[a-z-]+\s+){0,2}(?:reception|dinner|luncheon|lunch|banquet|breakfast))\b"
)
"""As in "hosted a reception in Oslo for Ana Ruiz": the noun tells of it."""
_HELD = re.compile(r"(?:h[eo]ld|had|have)(?:s|ing)?\s+(?:[a-z-]+\s+){0,2}?(?P<noun>conversations?)\b")
_WHOSE = re.compile(r"(?:\b(?:his|her|their|its|the|an?|bilateral|first|second|third)|[’']s?)\s+\Z")
_FOR = re.compile(r"for\s+")
_PASSIVE = re.compile(r"(?:is|was|are|were|been)\s+(?:(?:also|warmly|later)\s+)?(?=[a-z]+ed\b)")
_LED = re.compile(r"(?<=delegation),?\s+(?:led|headed|consisting|comprising|that|which|from)\b|,?\s+(?:including|such\s+as|but\s+not)\b")


def _meeting_words(reading: Reading, focus: Span) -> Span:
    """The words that name a meeting: of "Ana Ruiz and Ola Lund met", the verb; of "met Chile's minister, Ana Ruiz, and others" up to the comma."""
    span = _whole_words(reading, focus)
    further = _ADDED.search(reading.text, span.start, span.end) if _MET.match(reading.text, span.start) else None
    closed = further and reading.text.find(",", further.end(), span.end + 1) > 0
    team = _ITS_TEAM.match(reading.text, span.end) if span == focus else None
    return Span(span.start, further.start() if further and closed else team.end() if team else span.end)


_ITS_TEAM = re.compile(r"\s(?:team|delegation|mission)\b")
"""After the body whose it is: "met with an IMF team"."""
_ADDED = re.compile(r"(?<!\bJr)(?<!\bSr),\s+(?!(?:Jr|Sr|I{1,3}|Inc)\b)")


def _whole_words(reading: Reading, focus: Span) -> Span:
    people = reading.people(focus)
    noun = _MEETING.match(reading.text, focus.start, focus.end)
    if noun and _WHOSE.search(reading.text, focus.start - 24, focus.start):
        # "his meeting today with Ola Lund"
        return Span(focus.start, noun.end())
    if hosted := _HOSTED.match(reading.text, focus.start, focus.end) or _HELD.match(reading.text, focus.start, focus.end):
        return Span(*hosted.span("noun"))
    if light := _FOR.match(reading.text, focus.start, focus.end):
        return Span(light.end(), focus.end)
    if light := _PASSIVE.match(reading.text, focus.start, focus.end):
        focus = Span(light.end(), focus.end)
    if led := _LED.search(reading.text, focus.start, focus.end):
        return Span(focus.start, led.start())
    if people and people[0].span.start == focus.start and people[-1].span.end < focus.end:
        rest = reading.text[people[-1].span.end : focus.end]
        return Span(focus.end - len(rest.lstrip(" ,")), focus.end)
    return focus


def by_nouns(text: str, linked: list[Linked], made: list[tuple[Statement, Span]]) -> dict[str, str]:
    """The events of nouns that stand in the words of one that a verb makes: of "held talks with X" and "a visit to A and B" the first."""
    nouns = [each for each in linked if each.found.type == "event"]
    starts = [each.span.start for each in nouns]
    meant: dict[str, str] = {}
    for statement, span in made:
        # "a working meeting with X": the noun may begin before the words of the verb's rule.
        first = max(0, bisect.bisect_left(starts, span.start) - 1)
        for each in nouns[first : bisect.bisect_left(starts, span.end)]:
            # "Met the Leader of the Salt Revolution": that is another.
            if each.span.overlaps(span) and (
                each.found.kind in {"meeting", "visit"} or (each.found.priority <= BY_NOUN and span.contains(each.span))
            ):
                meant.setdefault(each.entity, statement.subject)
        for each in nouns[bisect.bisect_left(starts, span.end) :][:1] if _MET.match(text, span.start) else ():
            kinds = _GATHERINGS if text.startswith("gather", span.start) else _TALKS
            if each.found.kind in kinds and each.found.priority <= BY_NOUN and _THEN_TALKS.fullmatch(text, span.end, each.span.start):
                # "Ana Ruiz met Ola Lund in Oslo for their first talks": of one meeting.
                meant.setdefault(each.entity, statement.subject)
    return meant


_MET = re.compile(r"(?:me?e?t|gather(?:ed)?)\b")
_TALKS = frozenset({"meeting"})
_GATHERINGS = _TALKS | {"summit", "conference", "session"}
_THEN_TALKS = re.compile(r"(?:(?!\b(?:and|before|after|who|with)\b)[^.;:,“”]){0,60}?\s(?:for|in)\s+(?:their\s+|an?\s+|)(?:[a-z]+\s+)?")
_NO_WORDS = tuple(
    phrases(
        "is in|was in|is currently in|is now in|presented|presenting|With |arrive |arrived at|arrival|returned to|departed|depart for|"
        "relocated|defected|was sent|being sent|crossed|lands in|While in|sent |told |said |welcom|greet|join"
    )
)
"""Verbs that tell of a visit or a meeting without being words for it."""


def by_verbs(document: Document, linked: list[Linked], made: list[tuple[Statement, Span]]) -> Iterator[tuple[str, Span]]:
    """The mentions of events that no noun names; "visited Oslo and Bergen" is one."""
    nouns = [each for each in linked if each.found.type == "event"]
    starts = [each.span.start for each in nouns]
    # In a list of those met, a name of its own line is no word for the meeting.
    people = {each.span for each in linked if each.found.type == "person"}
    taken: dict[int, str] = {}
    for statement, span in made:
        inside = nouns[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]
        before = nouns[max(0, bisect.bisect_left(starts, span.start) - 1) : bisect.bisect_left(starts, span.start)]
        told = (
            any(each.entity == statement.subject for each in inside)
            or any(each.span.overlaps(span) for each in before)
            or span in people
            or (document.text.startswith("visiting ", span.start) and any(span.contains(each) for each in people))
        )
        # "Was in Oslo for talks" tells of a visit without a word for it.
        if (
            taken.setdefault(span.start, statement.subject) == statement.subject
            and not told
            and not document.text.startswith(_NO_WORDS, span.start)
        ):
            yield statement.subject, span


def told_by_verbs(verbal: Iterable[tuple[str, Span]], registry: Registry) -> list[Linked]:
    """Those events as mentions, where their verbs stand."""
    found = [(registry.entities[event], event, span) for event, span in sorted(verbal, key=lambda one: one[1])]
    return [Linked(Found(span=span, type="event", name=each.name, kind=each.kind, priority=BY_NOUN), event) for each, event, span in found]


def _first(statement: Statement, name: str) -> str:
    values = statement.qualifiers.get(name, ())
    return values[0] if values else ""


def _name(registry: Registry, entity: str) -> str:
    return registry.entities[entity].name if entity in registry.entities else entity
