"""What is wrong with a knowledge base: one rule for each function, grouped by subject."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sourcebook.check.citations import articles_unchanged, quotes_found, sources_known
from sourcebook.check.explained import explain
from sourcebook.check.identity import aliases_unique, merges_sound, near_duplicates, ranks_explained
from sourcebook.check.quality import disagreements_named, folded, lonely, one_source, speakers_known, to_review
from sourcebook.check.references import dates_in_order, targets_fit, targets_known
from sourcebook.diagnostics import Diagnostic
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.plugins import entry_points

__all__ = ["check", "check_facts", "check_rest", "explain", "of_others", "rules"]

Rule = Callable[[KnowledgeBase], Iterator[Diagnostic]]
FactRule = Callable[[KnowledgeBase, Iterable[Entity]], Iterator[Diagnostic]]

FACT_RULES: tuple[FactRule, ...] = (targets_known, targets_fit, dates_in_order, sources_known, quotes_found, ranks_explained)
"""Those that look at each fact by itself. What they find in the file of an entity follows from that file, the articles, the schema,
and the id, type, name and merged ids of the other entities."""

RULES: tuple[Rule, ...] = (
    articles_unchanged,
    merges_sound,
    aliases_unique,
    disagreements_named,
    speakers_known,
    to_review,
    one_source,
    near_duplicates,
    lonely,
    folded,
)
"""Our others, which look at all of it; those of other people come as entry points of the group `sourcebook.checks`."""


def rules() -> tuple[Rule, ...]:
    """Our own rules, and those of others."""
    return (*(partial(_of_all, each) for each in FACT_RULES), *RULES, *of_others())


def _of_all(rule: FactRule, kb: KnowledgeBase) -> Iterator[Diagnostic]:
    return rule(kb, kb.entities.values())


def of_others() -> tuple[Rule, ...]:
    """The rules of other people."""
    return entry_points("sourcebook.checks")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Everything that the rules find, rule by rule."""
    for rule in rules():
        yield from rule(kb)


def check_facts(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:
    """What is wrong with single facts of some entities."""
    listed = list(entities)
    for rule in FACT_RULES:
        yield from rule(kb, listed)


def check_rest(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """What else is wrong with the whole, rule by rule."""
    for rule in (*RULES, *of_others()):
        yield from rule(kb)
