"""What is wrong with a knowledge base: one rule for each function, grouped by subject."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sourcebook.check.again import facts_again, files_again
from sourcebook.check.citations import articles_unchanged, quotes_found, sources_known
from sourcebook.check.echoes import without_echoes
from sourcebook.check.explained import explain
from sourcebook.check.identity import aliases_unique, merges_sound, near_duplicates, ranks_explained, same_elsewhere
from sourcebook.check.pages import wrong_in_page
from sourcebook.check.quality import circular, disagreements_named, folded, lonely, one_source, said_once, speakers_known, to_review
from sourcebook.check.references import dates_in_order, targets_fit, targets_known
from sourcebook.diagnostics import Diagnostic
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.plugins import entry_points

__all__ = [
    "check",
    "check_facts",
    "check_files",
    "check_whole",
    "explain",
    "facts_again",
    "files_again",
    "of_others",
    "rules",
    "warn_of_whole",
    "without_echoes",
    "wrong_in_page",
]

Rule = Callable[[KnowledgeBase], Iterator[Diagnostic]]
FactRule = Callable[[KnowledgeBase, Iterable[Entity]], Iterator[Diagnostic]]

FACT_RULES: tuple[FactRule, ...] = (targets_known, targets_fit, dates_in_order, sources_known, quotes_found, ranks_explained)
"""Those that look at each fact by itself. What they find in the file of an entity follows from that file, the articles, the schema,
and the id, type, name and merged ids of the other entities; see `again`."""

FILE_RULES: tuple[FactRule, ...] = (said_once, speakers_known, to_review, one_source, folded)
"""Those that warn of what follows from the file of an entity, and from whether there are several texts."""

ERROR_RULES: tuple[Rule, ...] = (articles_unchanged, merges_sound, aliases_unique)
WARNING_RULES: tuple[Rule, ...] = (disagreements_named, near_duplicates, same_elsewhere, lonely, circular)
"""Our others, which look at all of it; those of other people come as entry points of the group `sourcebook.checks`."""


def rules() -> tuple[Rule, ...]:
    """Our own rules, and those of others."""
    return (*(partial(_of_all, each) for each in (*FACT_RULES, *FILE_RULES)), *ERROR_RULES, *WARNING_RULES, *of_others())


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
    """The errors in single facts of some entities."""
    listed = list(entities)
    for rule in FACT_RULES:
        yield from rule(kb, listed)


def check_files(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:
    """What the files of some entities, each by itself, make us warn of."""
    listed = list(entities)
    for rule in FILE_RULES:
        yield from rule(kb, listed)


def check_whole(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """What else is wrong with the whole, rule by rule; rules of others may warn too."""
    for rule in (*ERROR_RULES, *of_others()):
        yield from rule(kb)


def warn_of_whole(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """What else we warn of."""
    for rule in WARNING_RULES:
        yield from rule(kb)
