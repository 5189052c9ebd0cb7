"""What the sentences state: one function per kind of fact, each `(reading, sentence) -> statements`."""

from collections.abc import Iterator

from sourcebook.extract.document import HEADING
from sourcebook.extract.facts.agreements.accessions import joined_it
from sourcebook.extract.facts.agreements.dealings import agreements
from sourcebook.extract.facts.agreements.pacts import pacts
from sourcebook.extract.facts.agreements.signatory_lists import signatories_are
from sourcebook.extract.facts.asking import Rules
from sourcebook.extract.facts.bodies.belonging import belonging
from sourcebook.extract.facts.bodies.called_members import called_members
from sourcebook.extract.facts.bodies.clubs import clubs, of_which
from sourcebook.extract.facts.bodies.entries import entries
from sourcebook.extract.facts.bodies.entries_of_it import entries_of_it
from sourcebook.extract.facts.bodies.entries_sought import entries_sought
from sourcebook.extract.facts.bodies.founders import founders, later_members
from sourcebook.extract.facts.bodies.member_lists import member_lists
from sourcebook.extract.facts.bodies.memberships import memberships
from sourcebook.extract.facts.bodies.missions import missions
from sourcebook.extract.facts.bodies.owners import owners
from sourcebook.extract.facts.bodies.ownership import ownership
from sourcebook.extract.facts.bodies.parts import parts
from sourcebook.extract.facts.bonds.bonds import bonds
from sourcebook.extract.facts.bonds.called_allies import called_allies
from sourcebook.extract.facts.bonds.embassies import embassies
from sourcebook.extract.facts.bonds.listings import listings
from sourcebook.extract.facts.bonds.recognition import recognition
from sourcebook.extract.facts.bonds.relations import relations
from sourcebook.extract.facts.bonds.sanctions import sanctions
from sourcebook.extract.facts.bonds.shared import shared
from sourcebook.extract.facts.bonds.untrue import is_no_more
from sourcebook.extract.facts.events.attendance import attendance, openings
from sourcebook.extract.facts.events.both_sides import both_sides
from sourcebook.extract.facts.events.chairs import chairs
from sourcebook.extract.facts.events.last_event import bystanders
from sourcebook.extract.facts.events.no_part import takes_no_part
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
from sourcebook.extract.facts.meetings.not_there import by_its_doer, never_met, never_went
from sourcebook.extract.facts.offices.affiliations import affiliations, where_served
from sourcebook.extract.facts.offices.apart import signatures, unnamed_leads
from sourcebook.extract.facts.offices.counterparts import counterparts
from sourcebook.extract.facts.offices.degrees import degrees
from sourcebook.extract.facts.offices.positions import positions
from sourcebook.extract.facts.offices.postings import postings
from sourcebook.extract.facts.places.among import among, lands
from sourcebook.extract.facts.places.capitals import capitals, described
from sourcebook.extract.facts.places.headquarters import headquarters
from sourcebook.extract.facts.places.locations import locations
from sourcebook.extract.facts.places.not_there import lies_elsewhere
from sourcebook.extract.facts.places.offices_in import offices_in
from sourcebook.extract.facts.places.scenes import within_fronted
from sourcebook.extract.facts.places.sites import sites
from sourcebook.extract.facts.places.wholes import wholes
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.statements import Statement

RULES = Rules(
    (positions, "role"),
    (counterparts, "person"),
    (unnamed_leads, "role"),
    (affiliations, "person"),
    (where_served, "organization"),
    (postings, "organization"),
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
    (called_members, "organization"),
    (belonging, "organization place"),
    (entries, "organization"),
    (entries_of_it, "place"),
    (entries_sought, "organization"),
    (of_which, "organization"),
    (later_members, "organization"),
    (cooperation, "area"),
    (agreements, "agreement"),
    (pacts, "agreement"),
    (joined_it, "place organization person"),
    (signatories_are, "place organization person"),
    (relations, ""),
    (embassies, "place"),
    (recognition, "place date"),
    (bonds, ""),
    (called_allies, ""),
    (sanctions, ""),
    (listings, "person organization"),
    (degrees, ""),
)
LATER = Rules((taking_part, ""), (chairs, ""), (rolls, ""), (later_venues, ""), (shared, ""))
"""Rules that ask what "the meeting" and "the reception" are, when it is known which events verbs tell of; and what is told better of two where they are named."""


def statements(reading: Reading) -> Iterator[Statement]:
    """All facts of a document, sentence by sentence; headings state none, but for the office of who signs."""
    for sentence in reading.document.sentences:
        if sentence.block is not HEADING:
            yield from _of_those_there(reading, RULES.told(reading, sentence))
        elif {"person", "role"} <= reading.kinds(sentence):
            yield from positions(reading, sentence)
        elif "role" in reading.kinds(sentence):
            yield from signatures(reading, sentence)


def _of_those_there(reading: Reading, stated: Iterator[Statement]) -> Iterator[Statement]:
    """What is stated, but of nobody what is told of others beside whom they are only named."""
    for each in stated:
        one = by_its_doer(reading, each) if each.property in {"met", "visited"} else each
        if one.property not in _NOT_SO or not _NOT_SO[one.property](reading, one):
            yield one


_NOT_SO = {
    "participant": takes_no_part,
    "located_in": lies_elsewhere,
    "met": never_met,
    "visited": never_went,
    "cooperates_with": is_no_more,
    "ally_of": is_no_more,
}
"""What says of a statement of a property that the words do not tell it."""


def afterwards(reading: Reading) -> Iterator[Statement]:
    """Who was at the events of a document, and who chaired them, when it is known which of them verbs tell of."""
    for sentence in reading.document.sentences:
        if sentence.block is not HEADING:
            yield from _of_those_there(reading, LATER.told(reading, sentence))
    yield from bystanders(reading)


__all__ = ["Reading", "afterwards", "statements"]
