"""What is wrong with a knowledge base: one rule for each function, grouped by subject."""

from collections.abc import Callable, Iterator

from sourcebook.check.citations import articles_unchanged, quotes_found, sources_known
from sourcebook.check.explained import explain
from sourcebook.check.identity import aliases_unique, merges_sound, near_duplicates, ranks_explained
from sourcebook.check.quality import disagreements_named, folded, lonely, one_source, speakers_known, to_review
from sourcebook.check.references import dates_in_order, targets_fit, targets_known
from sourcebook.diagnostics import Diagnostic
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.plugins import entry_points

__all__ = ["check", "check_facts", "explain", "rules"]

Rule = Callable[[KnowledgeBase], Iterator[Diagnostic]]

FACT_RULES: tuple[Rule, ...] = (targets_known, targets_fit, dates_in_order, sources_known, quotes_found, ranks_explained)
"""Those that look at each fact by itself."""

RULES: tuple[Rule, ...] = (
    *FACT_RULES,
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
"""Our own; others come as entry points of the group `sourcebook.checks`."""


def rules() -> tuple[Rule, ...]:
    """Our own rules, and those of others."""
    return (*RULES, *entry_points("sourcebook.checks"))


def check_facts(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """What is wrong with single facts; quick, for facts that are being written."""
    for rule in FACT_RULES:
        yield from rule(kb)


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Everything that the rules find, rule by rule."""
    for rule in rules():
        yield from rule(kb)
