"""Two readings of one article as one: what both found stands once, as the first has it."""

from dataclasses import replace

from sourcebook.model.names import name_key
from sourcebook.model.proposals import Proposals, ProposedEntity, ProposedFact, Spotted
from sourcebook.model.spans import Span
from sourcebook.slug import free_slug


def combined(first: Proposals, second: Proposals) -> Proposals:
    """The first reading, and what only the second has; entities of one type and name become one."""
    entities = {each.id: each for each in first.entities}
    named = {(each.type, name_key(name, each.type)): each.id for each in first.entities for name in (each.name, *each.aliases)}
    ids: dict[str, str] = {}
    for each in second.entities:
        same = named.get((each.type, name_key(each.name, each.type)))
        ids[each.id] = same or (free_slug(each.id, entities) if each.id in entities and not each.known else each.id)
        entities.setdefault(ids[each.id], replace(each, id=ids[each.id]))
    facts = {each.key: each for each in (_renamed(one, ids) for one in second.facts)} | {each.key: each for each in first.facts}
    mentions = {(each.span, each.type): replace(each, entity=ids.get(each.entity, each.entity)) for each in second.mentions}
    mentions |= {(each.span, each.type): each for each in first.mentions}
    quotations = {each.span: replace(each, speaker=ids.get(each.speaker, each.speaker)) for each in second.quotations}
    quotations |= {each.span: each for each in first.quotations if each.speaker or each.span not in quotations}
    return replace(
        first,
        extractor=f"{first.extractor}+{second.extractor}",
        entities=tuple(_sorted(entities)),
        facts=tuple(
            facts[key]
            for key in [*(each.key for each in first.facts), *(key for key in facts if key not in {one.key for one in first.facts})]
        ),
        mentions=tuple(_in_order(mentions)),
        quotations=tuple(quotations[key] for key in sorted(quotations)),
        sources={**second.sources, **first.sources},
        dropped=first.dropped + second.dropped,
    )


def _sorted(entities: dict[str, ProposedEntity]) -> list[ProposedEntity]:
    return [entities[key] for key in sorted(entities)]


def _in_order(mentions: dict[tuple[Span, str], Spotted]) -> list[Spotted]:
    return sorted(mentions.values(), key=lambda one: (one.span, one.type))


def _renamed(fact: ProposedFact, ids: dict[str, str]) -> ProposedFact:
    return replace(
        fact,
        subject=ids.get(fact.subject, fact.subject),
        value=ids.get(fact.value, fact.value),
        by=ids.get(fact.by, fact.by),
        qualifiers={name: tuple(ids.get(value, value) for value in values) for name, values in fact.qualifiers.items()},
    )
