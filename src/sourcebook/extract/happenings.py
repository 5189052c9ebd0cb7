"""Visits and meetings that verbs tell of, as events of their own."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import replace

from sourcebook.extract.document import Document
from sourcebook.extract.facts import Reading
from sourcebook.extract.found import Found
from sourcebook.extract.linking import Linked, Registry
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span


def happenings(reading: Reading, statements: list[Statement], registry: Registry) -> list[tuple[Statement, Span]]:
    """Visits and meetings as events of their own, with who took part and where."""
    made: list[tuple[Statement, Span]] = []
    groups: dict[tuple[str, int], list[Statement]] = {}
    for each in statements:
        if each.property == "met":
            groups.setdefault((each.subject, each.sentence.number), []).append(each)
        elif each.property == "visited" and "count" not in each.qualifiers:
            name = f"Visit of {_name(registry, each.subject)} to {_name(registry, each.value)}"
            event = registry.id_of(Found(span=each.focus, type="event", name=name, kind="visit", value=_first(each, "when")))
            words = _visit_words(reading, each)
            made.append((replace(each, subject=event, property="participant", value=each.subject, qualifiers={}, derived=True), words))
            made.append((replace(each, subject=event, property="located_in", value=each.value, qualifiers={}, derived=True), words))
    for (subject, _), each_met in groups.items():
        others = list(dict.fromkeys(_name(registry, each.value) for each in each_met))
        listed = others[0] if len(others) == 1 else f"{', '.join(others[:-1])} and {others[-1]}"
        first = each_met[0]
        event = registry.id_of(
            Found(
                span=first.focus,
                type="event",
                name=f"Meeting of {_name(registry, subject)} with {listed}",
                kind="meeting",
                value=_first(first, "when"),
            )
        )
        focus = Span(first.focus.start, each_met[-1].focus.end)
        words = _meeting_words(reading, first.focus)
        made += [
            (replace(first, subject=event, property="participant", value=who, qualifiers={}, focus=focus, derived=True), words)
            for who in (subject, *(each.value for each in each_met))
        ]
        # "met with X in Baghdad": the meeting's place follows the last of those met.
        place = reading.next(focus.end, first.sentence.span.end, "place", within=8)
        if place and re.fullmatch(r"\s+(?:in|at)\s+(?:the\s+)?", reading.text[focus.end : place.span.start]):
            whole = Span(focus.start, place.span.end)
            made.append((replace(first, subject=event, property="located_in", value=place.entity, qualifiers={}, focus=whole), words))
    return made


LONGEST_MENTION = 60
"""Code points of a visit told by its noun, the visitor and the place; where it is longer, the noun is the mention."""
_LIGHT = re.compile(
    r"(?:on|for|made|makes|make|making|paid|pays|pay|paying|completed|began|concluded|undertook|undertaking|started|ended)\s+(?:an?|his|her|the)\s+"
)


def _visit_words(reading: Reading, visit: Statement) -> Span:
    """The words that name a visit: without the verb that only carries them, and up to the place."""
    light = _LIGHT.match(reading.text, visit.focus.start, visit.focus.end)
    places = [each.span.end for each in reading.inside(visit.focus, "place") if each.entity == visit.value]
    named = re.match(r"(?:\w+\s+)?visits?(?=\s+(?:by|of)\s)", visit.focus.of(reading.text))
    if named and len(visit.focus) > LONGEST_MENTION:
        return Span(visit.focus.start, visit.focus.start + named.end())
    return Span(light.end() if light else visit.focus.start, places[0] if places else visit.focus.end)


def _meeting_words(reading: Reading, focus: Span) -> Span:
    """The words that name a meeting: of "Ana Ruiz and Ola Lund met", the verb."""
    people = reading.people(focus)
    if people and people[0].span.start == focus.start and people[-1].span.end < focus.end:
        rest = reading.text[people[-1].span.end : focus.end]
        return Span(focus.end - len(rest.lstrip(" ,")), focus.end)
    return focus


def by_nouns(linked: list[Linked], made: list[tuple[Statement, Span]]) -> dict[str, str]:
    """The events of nouns that stand in the words of one that a verb makes: of "held talks with X" and "a visit to A and B" the first."""
    nouns = [each for each in linked if each.found.type == "event"]
    starts = [each.span.start for each in nouns]
    meant: dict[str, str] = {}
    for statement, span in made:
        for each in nouns[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]:
            if span.contains(each.span):
                meant.setdefault(each.entity, statement.subject)
    return meant


def by_verbs(document: Document, linked: list[Linked], made: list[tuple[Statement, Span]]) -> Iterator[tuple[str, Span]]:
    """The mentions of events that no noun names; "visited Oslo and Bergen" is one."""
    nouns = [each for each in linked if each.found.type == "event"]
    starts = [each.span.start for each in nouns]
    taken: dict[int, str] = {}
    for statement, span in made:
        inside = nouns[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]
        told = any(each.entity == statement.subject and span.contains(each.span) for each in inside)
        # "Was in Oslo for talks" tells of a visit without a word for it.
        if (
            taken.setdefault(span.start, statement.subject) == statement.subject
            and not told
            and not document.text.startswith(("is in", "was in"), span.start)
        ):
            yield statement.subject, span


def _first(statement: Statement, name: str) -> str:
    values = statement.qualifiers.get(name, ())
    return values[0] if values else ""


def _name(registry: Registry, entity: str) -> str:
    return registry.entities[entity].name if entity in registry.entities else entity
