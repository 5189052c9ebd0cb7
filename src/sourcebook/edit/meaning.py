"""What an entity says, without places and order: by this an edit is compared with what was meant."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sourcebook.model.facts import Citation, Entity, Fact, value_text
from sourcebook.model.values import Reference, Value
from sourcebook.text import fold_words

Key = tuple[str, str, tuple[tuple[str, tuple[str, ...]], ...], str, str]


def fact_key(fact: Fact) -> Key:
    """What makes two facts of one entity the same: what they say and what the editors think of it, notes aside."""
    said = tuple(sorted((name, tuple(map(value_text, values))) for name, values in fact.qualifiers.items() if name != "note"))
    return (fact.property, value_text(fact.value), said, fact.rank.value, fact.unsure)


def citation_key(citation: Citation) -> tuple[str, str, str, str, str]:
    """What makes two citations the same."""
    return (citation.source, fold_words(citation.quote), citation.locator, citation.by, citation.stance.value)


def facts_said(entity: Entity) -> list[tuple[Any, ...]]:
    """All facts, each with everything that is said with it, sorted."""
    return sorted(map(_said, entity.facts), key=repr)


def names_said(entity: Entity) -> tuple[Any, ...]:
    """Everything but the facts."""
    return (
        entity.type,
        entity.name,
        tuple((each.text, each.language) for each in entity.aliases),
        entity.mentioned_as,
        entity.summary,
        str(entity.when or ""),
        entity.kind,
        entity.status,
        tuple(map(citation_key, entity.citations)),
        entity.same_as,
        entity.merged,
        entity.not_same_as,
        entity.notes,
        entity.note,
    )


def folded(entity: Entity) -> Mapping[Key, frozenset[tuple[str, ...]]]:
    """Each fact once, with all citations that any of its copies has."""
    found: dict[Key, frozenset[tuple[str, ...]]] = {}
    for each in entity.facts:
        found[fact_key(each)] = found.get(fact_key(each), frozenset()) | {citation_key(one) for one in each.citations}
    return found


def named(entity: Entity) -> set[str]:
    """The ids that an entity's facts, citations and `not_same_as` name."""
    found = {*entity.not_same_as, *(each.by for each in entity.citations)}
    for fact in entity.facts:
        found |= {fact.target or "", *(each.by for each in fact.citations)}
        found |= {each.text for values in fact.qualifiers.values() for each in values if isinstance(each, Reference)}
    return found


def with_ids(entity: Entity, ids: Mapping[str, str], prose: Callable[[str], str]) -> Entity:
    """The entity with other ids wherever it names entities; `prose` does it for its notes."""

    def cited(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(replace(each, by=ids.get(each.by, each.by)) for each in citations)

    def value(each: Value) -> Value:
        return Reference(ids.get(each.text, each.text)) if isinstance(each, Reference) else each

    facts = tuple(
        replace(
            each,
            value=value(each.value),
            citations=cited(each.citations),
            qualifiers={name: tuple(dict.fromkeys(map(value, values))) for name, values in each.qualifiers.items()},
        )
        for each in entity.facts
    )
    return replace(
        entity,
        facts=facts,
        citations=cited(entity.citations),
        not_same_as=tuple(dict.fromkeys(ids.get(each, each) for each in entity.not_same_as)),
        notes=prose(entity.notes),
    )


def _said(fact: Fact) -> tuple[Any, ...]:
    notes = tuple(map(value_text, fact.qualifiers.get("note", ())))
    return (fact_key(fact), notes, tuple(map(citation_key, fact.citations)), fact.why, fact.auto)
