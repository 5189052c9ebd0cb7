"""The stages in order: recognise, settle, link, state, ground."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from sourcebook.extract.agreements.topics import with_topic
from sourcebook.extract.document import Document
from sourcebook.extract.events.deeds import done_by
from sourcebook.extract.events.happenings import by_nouns, by_verbs, happenings, told_by_verbs
from sourcebook.extract.events.party_names import named_by_parties
from sourcebook.extract.events.when import dates_of
from sourcebook.extract.facts import Reading, afterwards, statements
from sourcebook.extract.facts.agreements.unsigned import nobodys_treaties
from sourcebook.extract.facts.fields import nobodys_fields
from sourcebook.extract.facts.known_otherwise import doubted
from sourcebook.extract.facts.meetings.told_first import told_first
from sourcebook.extract.facts.offices.once_held import once_held
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer, gazetteer
from sourcebook.extract.grounding import grounded, said_words
from sourcebook.extract.identity.by_office import leaders, offices
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.identity.registry import Registry
from sourcebook.extract.identity.same_events import meaning, same_events
from sourcebook.extract.identity.same_facts import once
from sourcebook.extract.mentions import mentions
from sourcebook.extract.places.locating import GEONAMES, located
from sourcebook.extract.recognising import Recogniser, recognise
from sourcebook.extract.speech.speakers import speakers
from sourcebook.extract.statements import Statement
from sourcebook.memory import uncollected
from sourcebook.model.articles import Article
from sourcebook.model.facts import Stance
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import Proposals, ProposedEntity, ProposedFact, Quotation
from sourcebook.model.references import is_of_any_state, means_one
from sourcebook.model.schema import Schema

EXTRACTOR = "rules@1"


@uncollected()
def extract(article: Article, kb: KnowledgeBase, *, own: frozenset[str] = frozenset(), extra: Sequence[Recogniser] = ()) -> Proposals:
    """What one article says of whom. Depends on nothing but the arguments and the package's tables.

    Args:
        article: whose text is read.
        kb: what is known already; mentions are linked to its entities.
        own: ids of entities that an earlier reading of this same article made.
        extra: further recognisers, `(document) -> mentions`; sure rules win over them.
    """
    document = Document(article)
    tables = gazetteer()
    registry = Registry(kb, document, own)
    found = recognise(document, kb, tables, own, extra)
    linked = _link(document, found, registry, tables)
    references = offices(document, linked)
    reading = Reading(document, linked, references)
    stated = _once(each for each in statements(reading) if each.subject != each.value)
    quoted = speakers(reading)
    stated += _once(told_first(reading, quoted))
    stated = once_held(reading, stated)
    made = happenings(reading, stated, registry)
    meant = by_nouns(document.text, linked, made)
    if meant:
        linked, stated = _linked_to(meant, linked), _told_of(meant, stated)
        reading = Reading(document, linked, references)
    verbal = [*by_verbs(document, linked, made)]
    for event, span, stating in done_by(reading, [span for _, span in verbal], registry):
        verbal.append((event, span))
        made += [(each, span) for each in stating]
    reading.told = told_by_verbs(verbal, registry)
    stated += _once(each for each in afterwards(reading) if each.subject != each.value)
    same = same_events(reading, linked, verbal, made, registry)
    if same:
        linked = [replace(each, entity=same[key]) if (key := (each.entity, each.span)) in same else each for each in linked]
    verbal = [(same.get((event, span), event), span) for event, span in verbal]
    worded = {event for event, _ in verbal} | {each.entity for each in linked}
    stated = meaning(stated, same, worded)
    # What no words of the text tell of is no event of its own.
    happened = [each for each in meaning((each for each, _ in made), same, worded) if each.subject in worded]
    called = named_by_parties(stated, registry)
    if called:
        linked, stated, happened = _linked_to(called, linked), _told_of(called, stated), _told_of(called, happened)
        verbal = [(called.get(event, event), span) for event, span in verbal]
    for each in happened:
        reading.happened.setdefault(each.subject, []).append(each.focus)
    # How the text puts what it tells of an event is read off all words for it, which may now be linked to another one.
    reading.keep(linked)
    stood = list(grounded(document, [*stated, *happened], quoted, reading))
    kinds = {name: "place" if found.type == "demonym" else found.type for name, found in registry.entities.items()}
    kinds |= {name: kb.entities[name].type for name in registry.entities if name in kb.entities}
    names = {name: kb.entities[name].name if name in kb.entities else found.name for name, found in registry.entities.items()}
    facts = [*doubted(once([each for each in stood if each and _allowed(each, kb.schema, kinds)]), names, tables)]
    said = once([each for each in said_words(document, quoted) if _allowed(each, kb.schema, kinds)])
    new = {name for name in registry.entities if name not in kb.entities or name in own}
    dated = dates_of(document, linked)
    places = tuple(located(registry.entities, new, facts, tables))
    spotted = mentions(document, linked, verbal, registry, tables)
    told = {name for each in (*facts, *said) for name in (each.subject, each.value)}
    idle = nobodys_fields(reading, told) | nobodys_treaties(reading, told)
    spotted = {key: each for key, each in spotted.items() if each.entity not in idle}
    used = {name for each in (*facts, *said, *places) for name in (each.subject, each.value)} | {each.entity for each in spotted.values()}
    meant_here = sorted(used & registry.entities.keys())
    return Proposals(
        article=article.id,
        extractor=EXTRACTOR,
        mentions=tuple(spotted[key] for key in sorted(spotted)),
        entities=tuple(_unshared([_entity(each, registry, kb, own, dated.get(each, "")) for each in meant_here], kb)),
        facts=(*facts, *said, *places),
        quotations=tuple(Quotation(span=each.span, speaker=speaker) for each, speaker in quoted),
        sources={"geonames": GEONAMES} if places else {},
        dropped=sum(each is None for each in stood),
    )


def _link(document: Document, found: list[Found], registry: Registry, tables: Gazetteer) -> list[Linked]:
    linked = []
    for each in found:
        entity = "" if each.type in {"role", "date"} else registry.id_of(each)
        if entity:
            spelled = registry.adjectives if each.type == "demonym" else registry.spellings
            whole = with_topic(document.text, each.span) if each.type == "agreement" else each.span
            spelled[entity].add(" ".join(whole.of(document.text).split()))
        linked.append(Linked(each, entity))
    for span, entity in leaders(document, linked, tables):
        linked.append(Linked(Found(span=span, type="person", name=registry.entities[entity].name, kind="office"), entity))
    return sorted(linked, key=attrgetter("span.start", "span.end", "found.type"))


def _linked_to(meant: Mapping[str, str], linked: Iterable[Linked]) -> list[Linked]:
    """Mentions, those of some entities as mentions of what these are found to mean."""
    return [replace(each, entity=meant[each.entity]) if each.entity in meant else each for each in linked]


def _told_of(meant: Mapping[str, str], stated: Iterable[Statement]) -> list[Statement]:
    """What is stated, of some entities as told of what these are found to mean."""
    return [replace(each, subject=meant[each.subject]) if each.subject in meant else each for each in stated]


def _once(stated: Iterable[Statement]) -> list[Statement]:
    """What a sentence states, once each: long lists say the same again and again."""
    found: dict[tuple[object, ...], Statement] = {}
    for each in stated:
        found.setdefault((each.sentence.number, each.property, each.subject, each.value, *sorted(each.qualifiers.items())), each)
    return list(found.values())


def _allowed(fact: ProposedFact, schema: Schema, kinds: Mapping[str, str]) -> bool:
    """Whether the schema has the property for what the subject and the value are."""
    rule = schema.properties.get(fact.property)
    if rule is None or fact.subject not in kinds:
        return rule is not None and fact.subject not in kinds
    fits = not rule.on or schema.is_a(kinds[fact.subject], rule.on)
    return fits and (not rule.to or fact.value not in kinds or schema.is_a(kinds[fact.value], rule.to))


def _entity(entity_id: str, registry: Registry, kb: KnowledgeBase, own: frozenset[str], when: str) -> ProposedEntity:
    found = registry.entities[entity_id]
    kind = "place" if found.type == "demonym" else found.type
    known = None if entity_id in own else kb.entities.get(entity_id)
    itself = found.name.casefold()
    spellings = [each for each in registry.spellings[entity_id] if each.casefold() != itself]
    common = kb.schema.types[kind].common
    # A surname alone, an area's wording, "the Foreign Ministry", "the North" refer without being a name of it.
    called = [each for each in spellings if kind not in {"organization", "place"} or means_one(kind, each)]
    aliases = () if common or kind == "person" else tuple(sorted(called))
    others = tuple(sorted({*spellings, *registry.adjectives[entity_id]} - {*aliases}))
    name = found.name
    if kind == "organization" and known is None and is_of_any_state(name) and (full := [each for each in aliases if " " in each]):
        # Of "Supreme Court" and "U.S. Supreme Court" the one that says whose it is.
        name = max(full, key=len)
        aliases, others = tuple(each for each in aliases if each != name), tuple(sorted({*others, found.name}))
    return ProposedEntity(
        id=entity_id,
        type=known.type if known else kind,
        name=known.name if known else name[:1].upper() + name[1:],
        aliases=aliases,
        mentioned_as=others,
        when=(found.value if kind == "event" else "") or when,
        kind=(found.kind if kind in {"event", "agreement"} else found.entry.kind if found.entry and kind == "place" else ""),
        known=known is not None,
    )


def _unshared(entities: list[ProposedEntity], kb: KnowledgeBase) -> Iterator[ProposedEntity]:
    """The entities, with an alias that another of their type has put among the words that merely refer to them."""
    proposed = {each.id for each in entities}
    owners = {(each.type, name.casefold()): each.id for each in reversed(entities) for name in each.aliases}
    owners |= {
        (each.type, name.casefold()): each.id
        for each in kb.entities.values()
        if each.id not in proposed
        for name in (each.name, *(one.text for one in each.aliases))
    }
    owners |= {(each.type, each.name.casefold()): each.id for each in reversed(entities)}
    for each in entities:
        shared = {name for name in each.aliases if owners[each.type, name.casefold()] != each.id} if each.aliases else ()
        if shared:
            kept = tuple(name for name in each.aliases if name not in shared)
            yield replace(each, aliases=kept, mentioned_as=tuple(sorted({*each.mentioned_as, *shared})))
        else:
            yield each


def to_json(proposals: Proposals, article: Article, *, detailed: bool = False) -> dict[str, Any]:
    """The contract that other programs rely on. Offsets count code points of the text; ends are exclusive.

    With `detailed`, relations say besides who says them and how (`by`, `stance`, `unsure`).
    """
    text = article.text or ""
    return {
        "source": {"sha256": article.sha256, "length": len(text)},
        "mentions": [
            {"start": each.span.start, "end": each.span.end, "text": each.span.of(text), "type": each.type, "entity": each.entity or None}
            for each in proposals.mentions
        ],
        "entities": [
            {"id": each.id, "type": each.type, "name": each.name, "aliases": [*each.aliases, *each.mentioned_as]}
            for each in proposals.entities
        ],
        "relations": [
            {
                "subject": each.subject,
                "predicate": each.property,
                "object": each.value,
                "qualifiers": {name: list(values) for name, values in each.qualifiers.items()},
                "evidence": {"start": each.evidence.start, "end": each.evidence.end},
            }
            | ({"by": each.by, "stance": each.stance and each.stance.value, "unsure": each.unsure} if detailed else {})
            for each in proposals.facts
            # What restates another fact for an event's page is no relation of its own; what is denied is none at all.
            if each.evidence and not each.derived and (detailed or each.stance is not Stance.DENIAL)
        ],
        "quotes": [{"start": each.span.start, "end": each.span.end, "speaker": each.speaker or None} for each in proposals.quotations],
    }
