"""What the sentences state: one function per kind of fact, each `(reading, sentence) -> statements`."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache, reduce
from operator import or_

from sourcebook.extract.document import HEADING
from sourcebook.extract.facts.agreements.accessions import joined_it
from sourcebook.extract.facts.agreements.dealings import agreements
from sourcebook.extract.facts.agreements.pacts import pacts
from sourcebook.extract.facts.asking import NEEDED, Rule
from sourcebook.extract.facts.bodies.belonging import belonging
from sourcebook.extract.facts.bodies.clubs import clubs
from sourcebook.extract.facts.bodies.entries import entries
from sourcebook.extract.facts.bodies.founders import founders
from sourcebook.extract.facts.bodies.later_members import later_members
from sourcebook.extract.facts.bodies.member_lists import member_lists
from sourcebook.extract.facts.bodies.memberships import memberships
from sourcebook.extract.facts.bodies.missions import missions
from sourcebook.extract.facts.bodies.of_which import of_which
from sourcebook.extract.facts.bodies.owners import owners
from sourcebook.extract.facts.bodies.ownership import ownership
from sourcebook.extract.facts.bodies.parts import parts
from sourcebook.extract.facts.bonds.bonds import bonds
from sourcebook.extract.facts.bonds.listings import listings
from sourcebook.extract.facts.bonds.recognition import recognition
from sourcebook.extract.facts.bonds.relations import relations
from sourcebook.extract.facts.bonds.sanctions import sanctions
from sourcebook.extract.facts.bonds.shared import shared
from sourcebook.extract.facts.events.attendance import attendance, openings
from sourcebook.extract.facts.events.both_sides import both_sides
from sourcebook.extract.facts.events.chairs import chairs
from sourcebook.extract.facts.events.last_event import bystanders
from sourcebook.extract.facts.events.own_events import own_events
from sourcebook.extract.facts.events.rolls import rolls
from sourcebook.extract.facts.events.taking_part import taking_part
from sourcebook.extract.facts.events.venues import later_venues, venues
from sourcebook.extract.facts.fields import cooperation
from sourcebook.extract.facts.journeys.abroad import abroad
from sourcebook.extract.facts.journeys.journeys import journeys
from sourcebook.extract.facts.journeys.noun_visits import noun_visits
from sourcebook.extract.facts.journeys.travel import visits
from sourcebook.extract.facts.meetings.meetings import meetings
from sourcebook.extract.facts.offices.affiliations import affiliations, where_served
from sourcebook.extract.facts.offices.counterparts import counterparts
from sourcebook.extract.facts.offices.degrees import degrees
from sourcebook.extract.facts.offices.positions import positions
from sourcebook.extract.facts.offices.signatures import signatures
from sourcebook.extract.facts.offices.unnamed_leads import unnamed_leads
from sourcebook.extract.facts.places.among import among
from sourcebook.extract.facts.places.capitals import capitals, described
from sourcebook.extract.facts.places.fronted import within_fronted
from sourcebook.extract.facts.places.headquarters import headquarters
from sourcebook.extract.facts.places.lands import lands
from sourcebook.extract.facts.places.locations import locations
from sourcebook.extract.facts.places.offices_in import offices_in
from sourcebook.extract.facts.places.sites import sites
from sourcebook.extract.facts.places.wholes import wholes
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.statements import Statement

RULES: tuple[tuple[Rule, frozenset[str]], ...] = tuple(
    (rule, frozenset(types.split()))
    for rule, types in (
        (positions, "role"),
        (counterparts, "person"),
        (unnamed_leads, "role"),
        (affiliations, "person"),
        (where_served, "organization"),
        (visits, "place"),
        (abroad, "place"),
        (noun_visits, "place"),
        (journeys, "place"),
        (meetings, ""),
        (attendance, "event"),
        (own_events, "event"),
        (both_sides, "event"),
        (missions, "organization"),
        (openings, "organization"),
        (locations, "place demonym"),
        (within_fronted, "place"),
        (capitals, "place"),
        (described, "place"),
        (sites, "place demonym"),
        (among, "place"),
        (offices_in, "organization"),
        (wholes, "place"),
        (lands, "place"),
        (headquarters, "place"),
        (venues, "event"),
        (parts, "organization place"),
        (owners, "organization"),
        (ownership, "organization"),
        (memberships, "organization"),
        (member_lists, "place"),
        (founders, "place"),
        (clubs, "place"),
        (belonging, "organization place"),
        (entries, "organization"),
        (of_which, "organization"),
        (later_members, "organization"),
        (cooperation, "area"),
        (agreements, "agreement"),
        (pacts, "agreement"),
        (joined_it, "place organization person"),
        (relations, ""),
        (recognition, "place date"),
        (bonds, ""),
        (shared, ""),
        (sanctions, ""),
        (listings, "person organization"),
        (degrees, ""),
    )
)
"""Each rule with the types of mentions of which a sentence must have one; "" asks for none."""
LATER: tuple[Rule, ...] = (taking_part, chairs, rolls, later_venues)
"""Rules that ask what "the meeting" and "the reception" are, when it is known which events verbs tell of."""


@cache
def _needing() -> dict[str, int]:
    """For each word that rules need, a bit for each of these rules, in the order of `RULES`."""
    needing: dict[str, int] = defaultdict(int)
    for number, (rule, _) in enumerate(RULES):
        for word in NEEDED.get(rule, ()):
            needing[word] |= 1 << number
    return dict(needing)


@lru_cache(maxsize=1 << 12)
def _rules(kinds: frozenset[str], worded: int) -> tuple[Rule, ...]:
    """The rules for a sentence with mentions of some types, and with words that some of the rules need."""
    return tuple(
        rule
        for number, (rule, types) in enumerate(RULES)
        if (not types or not types.isdisjoint(kinds)) and (rule not in NEEDED or worded & 1 << number)
    )


def statements(reading: Reading) -> Iterator[Statement]:
    """All facts of a document, sentence by sentence; headings state none, but for the office of who signs."""
    needing = _needing()
    for sentence in reading.document.sentences:
        kinds = reading.kinds(sentence.span)
        if sentence.block is not HEADING:
            worded = reduce(or_, map(needing.__getitem__, needing.keys() & sentence.words), 0)
            for rule in _rules(kinds, worded):
                yield from rule(reading, sentence)
        elif {"person", "role"} <= kinds:
            yield from positions(reading, sentence)
        elif "role" in kinds:
            yield from signatures(reading, sentence)


def afterwards(reading: Reading) -> Iterator[Statement]:
    """Who was at the events of a document, and who chaired them, when it is known which of them verbs tell of."""
    for sentence in reading.document.sentences:
        if sentence.block is not HEADING:
            for rule in LATER:
                if rule not in NEEDED or not NEEDED[rule].isdisjoint(sentence.words):
                    yield from rule(reading, sentence)
    yield from bystanders(reading)


__all__ = ["Reading", "afterwards", "statements"]
