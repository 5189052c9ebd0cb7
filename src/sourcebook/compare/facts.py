"""Facts and their citations in two versions: which is which, and what of it changed."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache

from sourcebook.compare.matching import Matched, match
from sourcebook.model.changes import Action, Change, What
from sourcebook.model.facts import Citation, Fact, Rank, value_text
from sourcebook.model.values import Reference, Value
from sourcebook.text import fragments

Known = Callable[[str], str]
"""Gives the id that an entity has now."""
COMMON = 0.5
"""The share of words that two quotes have in common if they are taken for the same, one of them edited."""


def matched(before: Sequence[Fact], after: Sequence[Fact], known: Known) -> Matched[Fact]:
    """Pairs of facts: what says the same, else of the same value, else that rests on overlapping words."""

    def whole(fact: Fact) -> Hashable:
        return (_id(fact, known), fact.rank, fact.why, bool(fact.auto), fact.unsure, tuple(map(said, fact.citations)))

    levels: tuple[Callable[[Fact], Hashable], ...] = (
        whole,
        lambda fact: _id(fact, known),
        lambda fact: (fact.property, _text(fact.value, known)),
        lambda fact: (fact.property, *said(fact.citations[0])[:3]) if fact.citations else None,
        lambda fact: fact.property,
    )
    return match(before, after, levels, _common_words, least=COMMON)


def _id(fact: Fact, known: Known) -> Hashable:
    qualifiers = tuple((name, tuple(_text(each, known) for each in values)) for name, values in sorted(fact.qualifiers.items()))
    return (fact.property, _text(fact.value, known), qualifiers)


def _text(value: Value, known: Known) -> str:
    return known(value.text) if isinstance(value, Reference) else value_text(value)


def said(citation: Citation) -> tuple[str, ...]:
    """All that a citation says, without its place; white space in a quote says nothing."""
    return (citation.source, " ".join(citation.quote.split()), citation.locator, citation.by, citation.stance.value)


def _common_words(one: Fact, other: Fact) -> float:
    """The greatest share of words that quotes of two facts have in common, from 0 to 1."""
    return max((common_words(mine, theirs) for mine in one.citations for theirs in other.citations), default=0.0)


def common_words(one: Citation, other: Citation) -> float:
    """The share of words that two quotes of the same article have in common, of the shorter one's, from 0 to 1."""
    if one.source != other.source:
        return 0.0
    if one.quote == other.quote:
        return 1.0 if one.quote or one.locator == other.locator else 0.0
    mine, theirs = _words(one.quote), _words(other.quote)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


@lru_cache(maxsize=4096)
def _words(quote: str) -> frozenset[str]:
    return frozenset(" ".join(fragments(quote)).casefold().split())


def new_fact(fact: Fact) -> Change:
    """That a fact is there."""
    action = Action.PROPOSED if fact.auto else Action.ADDED
    return Change(action=action, what=What.FACT, subject=fact.subject, fact_after=fact, path=fact.place.path, line=fact.place.line)


def gone_fact(fact: Fact) -> Change:
    """That a fact is no longer there; one that nobody had accepted was a proposal."""
    action = Action.REJECTED if fact.auto else Action.REMOVED
    return Change(action=action, what=What.FACT, subject=fact.subject, fact_before=fact, path=fact.place.path, line=fact.place.line)


def fact_changes(before: Fact, after: Fact, known: Known) -> Iterator[Change]:
    """What of a fact that stayed changed, in a fixed order. Another version of the loader in `auto:` is no change."""

    def change(action: Action, what: What, one: str = "", other: str = "", key: str = "") -> Change:
        where = after.place
        return Change(
            action=action,
            what=what,
            subject=after.subject,
            key=key,
            before=one,
            after=other,
            fact_before=before,
            fact_after=after,
            path=where.path,
            line=where.line,
        )

    old, new = value_text(before.value), value_text(after.value)
    if old != new:
        same = _text(before.value, known) == _text(after.value, known)
        yield change(Action.RENAMED if same else Action.CHANGED, What.VALUE, old, new)
    for name in sorted({*before.qualifiers, *after.qualifiers}):
        had, has = before.qualifiers.get(name, ()), after.qualifiers.get(name, ())
        if [_text(each, known) for each in had] != [_text(each, known) for each in has]:
            yield change(_became(had, has), What.QUALIFIER, _listed(had), _listed(has), name)
    if before.auto and not after.auto:
        yield change(Action.ACCEPTED, What.FACT)
    elif after.auto and not before.auto:
        yield change(Action.REOPENED, What.FACT)
    if before.rank != after.rank:
        yield change(_ranked(before.rank, after.rank), What.RANK, before.rank.value, after.rank.value)
    elif before.why != after.why:
        yield change(Action.CHANGED, What.REASON, before.why, after.why)
    if before.unsure != after.unsure:
        yield change(_became(before.unsure, after.unsure), What.DOUBT, before.unsure, after.unsure)
    yield from citation_changes(before.citations, after.citations, after.subject, before, after)


def _listed(values: Sequence[Value]) -> str:
    return ", ".join(map(value_text, values))


def _became(before: object, after: object) -> Action:
    return Action.CHANGED if before and after else Action.ADDED if after else Action.REMOVED


def _ranked(before: Rank, after: Rank) -> Action:
    if after is Rank.DEPRECATED:
        return Action.DISPUTED
    return Action.SETTLED if before is Rank.DEPRECATED else Action.CHANGED


def citation_changes(
    before: Sequence[Citation], after: Sequence[Citation], subject: str, fact_before: Fact | None = None, fact_after: Fact | None = None
) -> Iterator[Change]:
    """What became of citations: of a fact, or of an entity itself."""
    levels: tuple[Callable[[Citation], Hashable], ...] = (
        said,
        lambda one: (one.source, said(one)[1]) if one.quote else (one.source, one.locator),
        lambda one: one.source,
    )

    def change(action: Action, key: str, texts: tuple[str, str], one: Citation | None, other: Citation | None) -> Change:
        where = (other or one or before[0]).place
        return Change(
            action=action,
            what=What.CITATION,
            subject=subject,
            key=key,
            before=texts[0],
            after=texts[1],
            fact_before=fact_before,
            fact_after=fact_after,
            citation_before=one,
            citation_after=other,
            path=where.path,
            line=where.line,
        )

    found = match(before, after, levels, common_words)
    for one, other in found.pairs:
        for name, old, new in zip(("source", "quote", "locator", "by", "stance"), said(one), said(other), strict=True):
            if old != new:
                yield change(Action.CHANGED, name, (old, new), one, other)
    for one in found.gone:
        yield change(Action.REMOVED, "", ("", ""), one, None)
    for other in found.new:
        yield change(Action.ADDED, "", ("", ""), None, other)
