"""All mentions of a document, each place of its text read in one way: by rules, by the tagger, and wherever else the same names stand."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import chain

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.agreements import agreements
from sourcebook.extract.agreements.topics import by_topic
from sourcebook.extract.areas.fields import areas
from sourcebook.extract.bodies.capitals import short_bodies
from sourcebook.extract.bodies.clubs import clubs
from sourcebook.extract.bodies.companies import branches, companies
from sourcebook.extract.bodies.firms import firms, in_brackets, spelled_out
from sourcebook.extract.bodies.foreign import foreign_bodies
from sourcebook.extract.bodies.organizations import organizations
from sourcebook.extract.bodies.rolls import rolls
from sourcebook.extract.dates import dates
from sourcebook.extract.document import Document
from sourcebook.extract.events.borders import shortened_events
from sourcebook.extract.events.exercises import exercises
from sourcebook.extract.events.known import known_events
from sourcebook.extract.events.names import snapped, told_apart
from sourcebook.extract.events.nouns import events
from sourcebook.extract.found import Found, covered, settle
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.acronyms import acronyms
from sourcebook.extract.identity.apart_events import apart_events
from sourcebook.extract.identity.full_bodies import full_bodies
from sourcebook.extract.identity.merging import one_event, one_instrument
from sourcebook.extract.identity.nicknames import nicknamed
from sourcebook.extract.identity.pointing import pointed
from sourcebook.extract.identity.same_bodies import same_bodies
from sourcebook.extract.identity.short_names import again, full_names, shortened
from sourcebook.extract.identity.spellings import legible, one_spelling, without_leads, without_offices
from sourcebook.extract.names.ambiguous import told_by_context
from sourcebook.extract.names.beside import listed, owned, repeated
from sourcebook.extract.names.guessing import guesses
from sourcebook.extract.names.known import gazetteer_names, known_names, unplaced
from sourcebook.extract.names.unlikely import named_otherwise
from sourcebook.extract.people.kin import kin
from sourcebook.extract.people.lone_names import spoken, with_given_names
from sourcebook.extract.people.offices import closes_with_office, in_portfolio, no_places_of_office, with_bodies
from sourcebook.extract.people.persons import persons
from sourcebook.extract.people.roles import roles
from sourcebook.extract.people.shapes import couples, named_by_shape
from sourcebook.extract.places.combining import combining
from sourcebook.extract.places.kinds import compass_and_regions
from sourcebook.extract.places.seats import seats
from sourcebook.extract.places.shown import shown_places, towns_of
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.spans import Span

Recogniser = Callable[[Document], Iterable[Found]]


def recognise(
    document: Document, kb: KnowledgeBase, tables: Gazetteer, own: frozenset[str] = frozenset(), extra: Sequence[Recogniser] = ()
) -> list[Found]:
    """The mentions in order, under one name for each thing that is meant.

    Args:
        document: whose text is read.
        kb: what is known already.
        tables: names that are known from elsewhere.
        own: ids of entities that an earlier reading of the same article made.
        extra: further recognisers; sure rules win over them.
    """
    otherwise = named_otherwise(document)
    rules = chain(_by_rules(document, kb, tables, own, otherwise), *(recogniser(document) for recogniser in extra))
    first = list(couples(rules, tables))
    settled = full_names(settle(first), document.text, tables)
    beside = [*listed(document, settled, tables), *owned(document, settled, tables)]
    settled = settle([*settled, *beside]) if beside else settled
    settled = full_names(settle([*settled, *couples(_guessed(document, settled, tables, otherwise), tables)]), document.text, tables)
    settled = no_places_of_office(_without_offices_in_names(document.text, settled))
    return _under_one_name(document, settle([*settled, *_again(document, first, settled, tables)]), tables)


def _by_rules(document: Document, kb: KnowledgeBase, tables: Gazetteer, own: frozenset[str], otherwise: Container[str]) -> Iterator[Found]:
    """What the rules find, each for itself; the places of the text that several of them read are to be settled."""
    text = document.text
    titles = list(roles(document, tables))
    bodies = list(_bodies(document, titles, tables, otherwise))
    known = list(_known(document, tables, otherwise))
    people = list(persons(document, tables, titles))
    told = [*events(document, tables), *exercises(document, tables), *known_events(document, tables)]
    told += shortened_events(document, told)
    # "the Black Sea Economic Cooperation" is no sea.
    in_bodies = covered(each.span for each in known if each.type == "organization")
    # The "Warsaw Pact" and the "JCPOA Joint Commission" are no agreements; the "Trans-Pacific Partnership" is one.
    founded = covered(each.span for each in known if each.type == "organization" and not _FOUNDING.search(each.name))
    yield from known_names(document, kb, tables, own)
    yield from known
    yield from branches(text, [*known, *bodies], tables)
    yield from (each for each in compass_and_regions(document, tables) if not in_bodies(each.span))
    yield from towns_of(text, known, tables)
    yield from combining(document, tables)
    yield from seats(document, tables)
    yield from shown_places(document, tables)
    yield from with_bodies(document, titles, [*bodies, *known], tables)
    yield from people
    yield from spoken(document, tables)
    yield from named_by_shape(document, tables)
    yield from kin(document, tables)
    yield from bodies
    yield from (each for each in agreements(document) if (each.name.isupper() or each.name not in otherwise) and not founded(each.span))
    yield from _fields(document, titles, told, people, tables)
    yield from told
    yield from dates(document)


def _bodies(document: Document, titles: list[Found], tables: Gazetteer, otherwise: Container[str]) -> Iterator[Found]:
    """Organizations that are no offices: "CEO of the Boliden Group" is none."""
    offices_held = {each.span for each in titles}
    office_at = {each.end: each for each in offices_held}
    for each in (
        *organizations(document, tables, sorted(office_at)),
        *clubs(document, tables),
        *companies(document, tables),
        *foreign_bodies(document, tables),
        *short_bodies(document, tables, otherwise),
        *rolls(document, titles, tables),
    ):
        in_office = in_portfolio(document.text, each.span, office_at) or closes_with_office(document.text, each, office_at)
        if each.span not in offices_held and not in_office:
            yield each


def _known(document: Document, tables: Gazetteer, otherwise: Container[str]) -> Iterator[Found]:
    """Names that the tables know, and that the text gives to nothing else: "Strategic Water Dialogue (SPD)" is no party."""
    for each in told_by_context(document, gazetteer_names(document, tables), tables):
        another = otherwise and each.span.of(document.text) in otherwise and not _in_full(each, document.text)
        # In "Foreign, Commonwealth and …" is a field.
        if not another and not document.text.endswith("Foreign, ", 0, each.span.start):
            yield each


def _fields(document: Document, titles: list[Found], told: list[Found], people: list[Found], tables: Gazetteer) -> Iterator[Found]:
    """Areas of cooperation that are no parts of offices, of events or of names."""
    # "joint drills" are held rather than a field.
    held = {each.span for each in told}
    # "the climate change conference": the field is in the event's name.
    leading = covered(Span(each.span.start, each.span.end - 1 - len(last)) for each in told for last in _rest(each.span.of(document.text)))
    titled = covered(each.span for each in titles)
    # "minister for labour and employment Ann Lee": no field ends with a name.
    names_end = {each.span.end for each in people}
    for each in areas(document, tables):
        if each.span not in held and not titled(each.span) and not leading(each.span) and each.span.end not in names_end:
            yield each


def _guessed(document: Document, settled: list[Found], tables: Gazetteer, otherwise: Container[str]) -> Iterator[Found]:
    """What the tagger finds beside the rules; it takes some offices for bodies: "Minister of Health"."""
    offices_held = {each.span for each in settled if each.type == "role"}
    in_office, office_at = covered(offices_held), {each.end: each for each in offices_held}
    for each in guesses(document, tables, settled, otherwise):
        office = each.span in offices_held or (each.type == "person" and in_office(each.span))
        if not office and not closes_with_office(document.text, each, office_at):
            yield each


def _without_offices_in_names(text: str, settled: list[Found]) -> list[Found]:
    """The mentions without offices that nobody holds: "Prince Sultan Air Base", "King Abdulaziz University", "Hossein Amir Abdollahian", "Hun Sen."."""
    named = covered(
        each.span for each in settled if each.type in {"place", "organization", "person", "agreement"} and " " in each.span.of(text)
    )
    return [each for each in settled if each.type != "role" or not (named(each.span) or (each.span.start and named(_begin(each.span))))]


def _again(document: Document, first: list[Found], settled: list[Found], tables: Gazetteer) -> Iterator[Found]:
    """Where else the text calls the same, in full or in short."""
    yield from again(document, settled, tables)
    yield from repeated(document, settled, tables)
    yield from firms(document, settled, tables)
    yield from in_brackets(document, settled, tables)
    # "Minister of Foreign Affairs and Cooperation (MFAC)": an office.
    titled_so = {each.span.of(document.text) for each in settled if each.type == "role"}
    yield from (each for each in spelled_out(document, settled, tables) if each.name not in titled_so)
    yield from with_given_names(document, settled, tables)
    yield from acronyms(document, first)
    yield from shortened(document, settled)


def _under_one_name(document: Document, settled: list[Found], tables: Gazetteer) -> list[Found]:
    """The mentions, those of the same under one name, with the nouns that point back to an event."""
    text, kinds = document.text, {each.type for each in settled}
    found = without_leads(without_offices(legible(snapped(told_apart(unplaced(settled, text)), text))), text)
    if "person" in kinds:
        found = nicknamed(one_spelling(full_names(one_spelling(found), text, tables)), text)
    if "organization" in kinds:
        found = full_bodies(same_bodies(document, found, tables))
    if "agreement" in kinds:
        found = by_topic(one_instrument(found, text), text)
    if not kinds.isdisjoint({"event", "agreement"}):
        found = apart_events(one_event(found, text), text)
    return [*found, *pointed(document, found)]


_FOUNDING = re.compile(r"\b(?:Treaty(?! Organi)|Agreement|Convention|Trans-Pacific Partnership|ANZUS)\b")
"""In the names of bodies that are agreements as well."""


def _rest(words: str) -> list[str]:
    """From the noun of an event on, if words lead it: "conference on trade" of "climate conference on trade"."""
    head = re.split(r"\s(?:on|to|for|of|against|with|between)\s", words, maxsplit=1)[0]
    lead = head.rfind(" ")
    return [words[lead + 1 :]] if lead > 0 else []


def _in_full(found: Found, text: str) -> bool:
    """Whether a text names in full what it calls by a short name: "UN Development Programme (UNDP)"."""
    # "NDC" is the name of a body, but not where the text calls something else so.
    named = found.type != "organization" or not found.name.isupper()
    return (named and found.name in text) or any(" " in each and each in text for each in (found.entry.aliases if found.entry else ()))


def _begin(span: Span) -> Span:
    """The first letter of a span and what stands before it: within a name only if the name begins earlier."""
    return Span(span.start - 1, span.start + 1)
