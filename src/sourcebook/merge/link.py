"""Proposals of several articles meet: what one adds, the next one links to."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sourcebook.model.articles import Article
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import name_key
from sourcebook.model.proposals import Proposals, ProposedEntity, ProposedFact
from sourcebook.slug import free_slug, slug
from sourcebook.store.locks import Lock

BY_SURNAME = "The article gives the surname alone."
_DEED = frozenset({"event", "agreement"})


def prepared(every: Sequence[tuple[Article, Proposals, Lock]], kb: KnowledgeBase) -> list[Proposals]:
    """The proposals of a run, made ready to meet: surnames under full names, unnamed events under names of their own.

    A person of whom an article gives only the surname is the one person whom the knowledge base or the other
    articles know by it; facts that rest on that are marked as unsure. Where two bear it, the surname stays alone.
    """
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for entity in kb.of_type("person"):
        _bear(bearers, entity.name, entity.id)
    for _, proposals, _ in every:
        for each in proposals.entities:
            if each.type == "person" and not each.known:
                _bear(bearers, each.name, each.id)
    return [_one(article, proposals, base, bearers, kb) for article, proposals, base in every]


def _bear(bearers: dict[str, dict[str, str]], name: str, entity: str) -> None:
    if len(name.split()) > 1:
        bearers[name_key(name.rsplit(maxsplit=1)[-1], "person").removeprefix("al ")].setdefault(name_key(name, "person"), entity)


def _one(article: Article, proposals: Proposals, base: Lock, bearers: Mapping[str, Mapping[str, str]], kb: KnowledgeBase) -> Proposals:
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    unsure: set[str] = set()
    stated = {each.subject for each in proposals.facts if not each.derived}
    dropped = set()
    for each in proposals.entities:
        if each.known or each.id in base.entities:
            continue
        if each.type == "person" and len(each.name.split()) == 1:
            known = bearers.get(name_key(each.name, "person").removeprefix("al "), {})
            if len(known) == 1:
                ((full, entity),) = known.items()
                ids[each.id] = entity
                names[each.id] = next((one.name for one in kb.entities.values() if one.id == entity), "") or full.title()
                unsure.add(entity)
        elif each.type in _DEED and not re.search(r"[A-Z0-9]", each.name[1:]) and not each.when:
            # "Talks": another article's talks are others.
            if each.id not in stated:
                dropped.add(each.id)
            else:
                names[each.id] = f"{each.name} ({article.title or article.id})"
                ids[each.id] = slug(names[each.id])
    if not ids and not dropped:
        return proposals
    kept = replace(
        proposals,
        entities=tuple(replace(each, name=names.get(each.id, each.name)) for each in proposals.entities if each.id not in dropped),
        mentions=tuple(each for each in proposals.mentions if each.entity not in dropped),
        facts=tuple(each for each in proposals.facts if each.value not in dropped and each.subject not in dropped),
    )
    return _renamed(kept, ids, kb, unsure)


def linked(proposals: Proposals, kb: KnowledgeBase, base: Lock) -> Proposals:
    """The proposals with new entities replaced by those of the knowledge base that have their type and name.

    An entity of another type or name that took the id keeps it; the new one gets a free id. Those that an earlier
    reading of this article made (`base`) keep theirs.
    """
    named: dict[tuple[str, str], str] = {}
    for entity in kb.entities.values():
        for name in (entity.name, *(each.text for each in entity.aliases)):
            named.setdefault((entity.type, name_key(name, entity.type)), entity.id)
    taken = set(kb.entities) | {each.id for each in proposals.entities}
    ids: dict[str, str] = {}
    for each in proposals.entities:
        if each.known or each.id in base.entities:
            continue
        same = named.get((each.type, name_key(each.name, each.type))) or _by_alias(each, named)
        if same:
            ids[each.id] = same
        elif each.id in kb.entities:
            ids[each.id] = free_slug(each.id, taken)
            taken.add(ids[each.id])
    found = _renamed(proposals, ids, kb) if ids else proposals
    # Where a place lies is looked up when it is new; here another article brought it in meanwhile.
    standing = {each.id for each in found.entities if each.id in kb.entities and each.id not in base.entities}
    return replace(found, facts=tuple(each for each in found.facts if each.source == proposals.article or each.subject not in standing))


def _by_alias(entity: ProposedEntity, named: Mapping[tuple[str, str], str]) -> str:
    """The one entity that bears an alias; none where two aliases lead to two."""
    # A name that two share is no alias of either; of bodies it may still say which one is meant, of persons it is a surname.
    names = (*entity.aliases, *(() if entity.type == "person" else entity.mentioned_as))
    keys = [(entity.type, name_key(each, entity.type)) for each in names]
    found = {named[key] for key in keys if key in named}
    return found.pop() if len(found) == 1 else ""


def _renamed(proposals: Proposals, ids: Mapping[str, str], kb: KnowledgeBase, unsure: set[str] | frozenset[str] = frozenset()) -> Proposals:
    # Two entities may become one: each id once, the fuller one first.
    entities: dict[str, ProposedEntity] = {}
    for each in sorted(proposals.entities, key=lambda one: (one.id in ids, one.id)):
        new = ids.get(each.id, each.id)
        entities.setdefault(new, replace(each, id=new, known=each.known or new in kb.entities))
    facts: dict[object, ProposedFact] = {}
    for each_fact in proposals.facts:
        fact = replace(
            each_fact,
            subject=ids.get(each_fact.subject, each_fact.subject),
            value=ids.get(each_fact.value, each_fact.value),
            by=ids.get(each_fact.by, each_fact.by),
            qualifiers={name: tuple(ids.get(value, value) for value in values) for name, values in each_fact.qualifiers.items()},
        )
        if unsure & {fact.subject, fact.value, fact.by}:
            fact = replace(fact, unsure=BY_SURNAME)
        if fact.subject != fact.value:
            facts.setdefault((fact.key, fact.qualifiers.get("count")), fact)
    return replace(
        proposals,
        entities=tuple(entities[key] for key in sorted(entities)),
        facts=tuple(facts.values()),
        mentions=tuple(replace(each, entity=ids.get(each.entity, each.entity)) for each in proposals.mentions),
        quotations=tuple(replace(each, speaker=ids.get(each.speaker, each.speaker)) for each in proposals.quotations),
    )
