"""Of which states the sentences of a text tell a contact: those whom "the two ministers", "both sides" and "they" mean after it."""

from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING
from sourcebook.extract.facts.sides.acting import brought_together, two_of_name
from sourcebook.extract.facts.sides.named import NEAR, led_bodies, state_of, states_in
from sourcebook.extract.facts.talked_of import OTHERS_FIRST, is_talked_of
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading

_CONTACT = words(
    "met meet meets meeting meetings talks visit visits visited visiting received receives hosted hosts welcomed "
    "call phone spoke telephone conversation discussed discuss signed sign agreement agreements "
    "agreed summit cooperation relations ties between partnership counterpart counterparts delegation trip tour "
    "arrive arrives arrived land landed lands travelled traveled travel invitation memorandum mou consultations "
    "negotiations dialogue exercise exercises cooperate cooperates cooperated cooperating collaborate collaborates collaborated working pact pacts "
    "accord accords treaty treaties deal protocol concluded ratified inked initialled struck"
)


def sides(reading: "Reading") -> list[tuple[int, tuple[str, ...]]]:
    """The sentences that tell of a contact of two states, or of a list of more, by number, with the states."""
    found: list[tuple[int, tuple[str, ...]]] = []
    whose = _first_speaker(reading)
    for sentence in reading.document.sentences:
        states = states_in(reading, sentence.span)
        for person in reading.inside(sentence.span, "person"):
            state = state_of(reading, states, person)
            if state:
                whose.setdefault(person.entity, state)
        if sentence.block is HEADING or sentence.words.isdisjoint(_CONTACT):
            continue
        others = OTHERS_FIRST.match(reading.text, sentence.span.start, sentence.span.end)
        acting = [each for each in states if not is_talked_of(reading.text, sentence.span.start, sentence.span.end, each)]
        acting = [each for each in acting if others is None or each.span.start > others.end()]
        two = brought_together(reading, sentence, acting, whose) or (None if others else two_of_name(reading, sentence))
        if not two and (led := led_bodies(reading, sentence.span)):
            # "The Chilean minister met the Secretary General of the Organization of Fjord States": the two that dealt with each other.
            two = brought_together(reading, sentence, _in_order([*states, *(each for each in led if each not in states)]), whose)
        of_others = found and any(reading.led(_TALKS_OF_OTHERS, sentence, each.span.start, NEAR) for each in acting)
        if two and not of_others:
            found.append((sentence.number, two))
    return found


def _in_order(found: list[Linked]) -> list[Linked]:
    return sorted(found, key=lambda one: one.span.start)


_TALKS_OF_OTHERS = re.compile(
    r"\b(?:about|of|on|sabotag\w+|undermin\w+|disrupt\w+)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}"
    r"(?:talks|negotiations|consultations)\s+between\s+(?:the\s+)?\Z"
)
"""Before two of whose talks others speak: "He informed his colleague about the progress of talks between Norway and Chile"."""


def _first_speaker(reading: "Reading") -> dict[str, str]:
    """The state of the one of two named first who is told of it by an office alone: "Ana Ruiz called President of Chile Ola Lund. The Norwegian President thanked him"."""
    first = next((each for each in reading.document.sentences if each.block is not HEADING), None)
    people = list(dict.fromkeys(each.entity for each in reading.inside(first.span, "person"))) if first else []
    if len(people) != 2 or first is None or first.words.isdisjoint(_CONTACT):
        return {}
    held: dict[str, str] = {}
    vacant = set()
    for role in reading.inside(Span(0, len(reading.text)), "role"):
        states = states_in(reading, Span(max(0, role.span.start - NEAR), role.span.end))
        state = next((each for each in reversed(states) if role.span.contains(each.span) or each.span.end + 1 == role.span.start), None)
        holder = reading.next(role.span.end, role.span.end + NEAR, "person", within=2)
        if state and holder and holder.entity in people:
            held[holder.entity] = state.entity
        elif state and not holder and _HEADS_STATE.search(role.span.of(reading.text)):
            vacant.add(state.entity)
    lone, theirs = [each for each in people if each not in held], vacant - {*held.values()}
    return {lone[0]: theirs.pop()} if len(lone) == 1 and len(theirs) == 1 else {}


_HEADS_STATE = re.compile(
    r"\b(?:President|(?:Prime|Foreign) Minister|Premier|Chancellor|King|Queen|Emir|Sultan|Minister of Foreign Affairs)\b"
)
