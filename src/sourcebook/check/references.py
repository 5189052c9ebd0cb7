"""Ids that facts name, and dates that have an order."""

import re
from collections.abc import Iterable, Iterator

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.dates import Date
from sourcebook.model.facts import UNKNOWN_SPEAKER, Citation, Entity, Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Reference
from sourcebook.suggest import did_you_mean

_LINK = re.compile(r"\[\[([a-z0-9-]+)(?:\|[^\]\n]*)?\]\]")


def _named(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[tuple[str, Place, tuple[str, ...], str]]:
    """Every id that the files of entities name: (id, place, types allowed, where it stands)."""
    for entity in entities:
        for citation in entity.citations:
            yield from _speaker(citation)
        for fact in entity.facts:
            known = kb.schema.properties[fact.property]
            if isinstance(fact.value, Reference):
                yield fact.value.text, fact.place, known.to, fact.property
            for name, values in fact.qualifiers.items():
                for value in values:
                    if isinstance(value, Reference):
                        yield value.text, fact.qualifier_places.get(name, fact.block), kb.schema.qualifiers[name].to, name
            for citation in dict.fromkeys(each for each in fact.citations if each.by):
                yield from _speaker(citation)
        for number, other in enumerate(entity.not_same_as):
            yield other, entity.place(f"not_same_as.{number}"), (entity.type,), "not_same_as"


def _speaker(citation: Citation) -> Iterator[tuple[str, Place, tuple[str, ...], str]]:
    if citation.by and citation.by != UNKNOWN_SPEAKER:
        yield citation.by, citation.by_place or citation.place, (), "by"


def targets_known(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:
    """Ids that no entity has; ids that were merged into another; links in prose that lead nowhere."""
    seen: set[tuple[str, Place]] = set()
    for name, place, _, what in _named(kb, entities):
        entity = kb.resolve(name)
        if (entity and entity.id == name) or (name, place) in seen:
            continue
        seen.add((name, place))
        if entity is None:
            hint = did_you_mean(name, kb.entities) or "Add a file for it, or correct the id."
            message = f"`{what}` names `{name[:60]}`, and no entity has this id"
            yield Diagnostic(code="unknown-entity", message=message, place=place, help=hint, missing=name)
        else:
            yield Diagnostic(code="id-merged", message=f"`{name}` was merged into `{entity.id}`", place=place, help=f"Write `{entity.id}`.")
    for entity in entities:
        for name in dict.fromkeys(_LINK.findall(entity.notes)):
            if kb.resolve(name) is None and name not in kb.articles:
                hint = did_you_mean(name, [*kb.entities, *kb.articles]) or "Correct the id, or write the text without brackets."
                yield Diagnostic(
                    code="unknown-entity",
                    message=f"`notes` links to `{name}`, and nothing has this id",
                    # One that is broken between lines has no place of its own.
                    place=entity.places.get(f"notes.{name}") or entity.place("notes"),
                    help=hint,
                    missing=name,
                )


def targets_fit(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:
    """Values of a type that the property does not take."""
    for name, place, wanted, what in _named(kb, entities):
        entity = kb.resolve(name)
        if entity and not kb.schema.is_a(entity.type, wanted):
            message = f"`{what}` takes {' or '.join(wanted)}, and `{name}` is of type {entity.type}"
            yield Diagnostic(code="wrong-target-type", message=message, place=place, help=_fitting(kb, entity, wanted))


def _fitting(kb: KnowledgeBase, entity: Entity, wanted: tuple[str, ...]) -> str:
    """An entity of the right type with nearly the same name, or advice."""
    names = {each.id: each.name for kind in wanted for each in kb.of_type(kind)}
    return did_you_mean(entity.id, names) or f"Name one of type {' or '.join(wanted)}, or use another property."


def dates_in_order(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:  # noqa: ARG001 (as the other rules)
    """Ends before beginnings, where the dates leave no doubt."""
    for entity in entities:
        for fact in entity.facts:
            if len(fact.qualifiers) > 1:
                yield from _order(fact, "from", "until")
                yield from _order(fact, "from", "when")
                yield from _order(fact, "when", "until")


def _order(fact: Fact, first: str, last: str) -> Iterator[Diagnostic]:
    begin, end = fact.qualifier(first), fact.qualifier(last)
    if isinstance(begin, Date) and isinstance(end, Date) and end.before(begin):
        message = f"`{last}: {end}` lies before `{first}: {begin}`"
        yield Diagnostic(
            code="date-order", message=message, place=fact.qualifier_places.get(last, fact.block), help="Exchange or correct them."
        )
