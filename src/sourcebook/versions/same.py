"""Which blocks of two versions of a file are the same fact, citation or name, though one of them was changed."""

import operator
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from sourcebook.model.schema import Schema
from sourcebook.store.entities import FACT_KEYS
from sourcebook.text import fold_words
from sourcebook.versions.units import Said, Unit

Score = tuple[int, ...]
Cited = Mapping[str, str]
_Read = TypeVar("_Read")
_ANOTHER = ("count", "order")
"""Qualifiers that make another fact of the same words: "visited eleven times" beside "visited in March"."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Blocks that are about the same, by their numbers in each version; mostly one of each."""

    base: tuple[int, ...]
    ours: tuple[int, ...]
    theirs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a fact's block says, ready to compare."""

    property: str
    values: frozenset[str]
    qualifiers: Mapping[str, Said]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Likeness(Generic[_Read]):
    """How blocks of one kind are recognised.

    Attributes:
        read: a block, ready to compare.
        identity: what stays when a block is changed in most ways; two blocks that alone have it are the same.
        like: how much a changed block is like one before the change; None if it is another.
        same: whether two blocks, written independently, are the same.
        parts: what a block shares with others when it is split or joined.
    """

    read: Callable[[Unit], _Read]
    identity: Callable[[_Read], Hashable]
    like: Callable[[_Read, _Read], Score | None]
    same: Callable[[_Read, _Read], bool]
    parts: Callable[[_Read], frozenset[str]]


def facts(schema: Schema) -> Likeness[Told]:
    """Facts: by property, value and qualifiers, else by the words they rest on."""
    return Likeness(lambda unit: told(unit, schema), _identity, _like_fact, _same_fact, lambda one: one.values)


def citations() -> Likeness[Cited]:
    """Citations: by source and words."""
    return Likeness(lambda unit: _cited(unit.said), _where, _like_citation, lambda one, other: _where(one) == _where(other), _no_parts)


def values() -> Likeness[Said]:
    """Names and other values in lists: by what they say."""
    return Likeness(lambda unit: unit.said, repr, lambda one, other: (1,) if one == other else None, operator.eq, _no_parts)


def _no_parts(_: object) -> frozenset[str]:
    return frozenset()


def told(unit: Unit, schema: Schema) -> Told:
    """What a fact's block says."""
    if not isinstance(unit.said, tuple) or unit.said[0] != "{":
        return Told("", frozenset((str(unit.said),)), {}, ())
    said = dict(unit.said[1:])
    name = property_of(tuple(said), schema)
    qualifiers = {key: value for key, value in said.items() if key not in {name, "note", *FACT_KEYS}}
    cited = said.get("cite", ())
    return Told(name, frozenset(listed(said.get(name, ""))), qualifiers, tuple(map(_cited, cited[1:])) if cited else ())


def property_of(keys: Sequence[str], schema: Schema) -> str:
    """The property among the keys of a fact, or ""."""
    free = [key for key in keys if key not in FACT_KEYS and key not in schema.qualifiers]
    return next((key for key in free if key in schema.properties), free[0] if free else "")


def listed(said: Said) -> tuple[str, ...]:
    """The values of a key that holds one or a list of them."""
    if isinstance(said, tuple):
        return tuple(map(str, said[1:]))
    return (said,) if said else ()


def clusters(base: Sequence[Unit], ours: Sequence[Unit], theirs: Sequence[Unit], how: Likeness[_Read]) -> list[Cluster]:
    """All blocks of three versions, those together that are about the same."""
    read = [[how.read(unit) for unit in units] for units in (base, ours, theirs)]
    links: list[tuple[tuple[int, int], tuple[int, int]]] = []
    left: list[set[int]] = []
    for side, units in ((1, ours), (2, theirs)):
        pairs = _pairs(base, units, read[0], read[side], how)
        links += [((0, before), (side, after)) for before, after in pairs.items()]
        free = set(range(len(units))) - set(pairs.values())
        left.append(free)
        links += [((0, before), (side, after)) for before, after in _split_or_joined(read[0], read[side], pairs, free, how)]
    origins = [{after[1]: before[1] for before, after in links if after[0] == side} for side in (1, 2)]
    met = (*_both_added(read[1], read[2], left, how), *_made_alike(read, origins, how))
    links += [((1, one), (2, other)) for one, other in met]
    groups = _groups([(side, number) for side in range(3) for number in range(len(read[side]))], links)
    return [Cluster(*(tuple(number for each, number in group if each == side) for side in range(3))) for group in groups]


def _pairs(
    base: Sequence[Unit], side: Sequence[Unit], before: Sequence[_Read], after: Sequence[_Read], how: Likeness[_Read]
) -> dict[int, int]:
    """Each block of the base with the one that became of it; the most alike first, each once."""
    scored: list[tuple[Score, int, int]] = []
    pairs: dict[int, int] = {}
    free = list(range(len(side)))
    for one, unit in enumerate(base):
        found = next((other for other in free if side[other].said == unit.said), None)
        if found is not None:
            pairs[one] = found
            free.remove(found)
    alone = [
        {name: numbers[0] for name, numbers in _by_identity(read, free, how).items() if len(numbers) == 1}
        for read, free in ((before, [one for one in range(len(base)) if one not in pairs]), (after, free))
    ]
    for name, one in alone[0].items():
        if name in alone[1]:
            pairs[one] = alone[1][name]
            free.remove(alone[1][name])
    for one in range(len(base)):
        if one not in pairs:
            scored += [(score, -one, -other) for other in free if (score := how.like(before[one], after[other])) is not None]
    taken: set[int] = set()
    for _, one, other in sorted(scored, reverse=True):
        if -one not in pairs and -other not in taken:
            pairs[-one] = -other
            taken.add(-other)
    return pairs


def _by_identity(read: Sequence[_Read], numbers: Sequence[int], how: Likeness[_Read]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for each in numbers:
        found.setdefault(how.identity(read[each]), []).append(each)
    return found


def _both_added(ours: Sequence[_Read], theirs: Sequence[_Read], new: Sequence[set[int]], how: Likeness[_Read]) -> Iterator[tuple[int, int]]:
    """New blocks of ours with the same of theirs. Each has one partner, for a file may say the same twice, of two articles."""
    scored = [
        (how.like(ours[one], theirs[other]) or (0,), -one, -other)
        for one in new[0]
        for other in new[1]
        if how.same(ours[one], theirs[other])
    ]
    partner: dict[tuple[int, int], int] = {}
    for _, one, other in sorted(scored, reverse=True):
        mine, its = partner.get((0, -one)), partner.get((1, -other))
        if mine is None and its is None:
            partner[0, -one], partner[1, -other] = -other, -one
            yield -one, -other
        else:
            # Or it is a part of a block that the other side wrote as one.
            rest = how.parts(ours[-one]) - (how.parts(theirs[mine]) if mine is not None else frozenset())
            its_rest = how.parts(theirs[-other]) - (how.parts(ours[its]) if its is not None else frozenset())
            if rest & its_rest:
                yield -one, -other


def _made_alike(read: Sequence[Sequence[_Read]], origins: Sequence[Mapping[int, int]], how: Likeness[_Read]) -> Iterator[tuple[int, int]]:
    """Blocks of ours and theirs that say the same now and did not before: what one wrote, the other made of something else."""
    was, ours, theirs = read
    for one, mine in enumerate(ours):
        for other, its in enumerate(theirs):
            before, its_before = origins[0].get(one), origins[1].get(other)
            if before == its_before:
                continue
            old = mine if before is None else was[before]
            its_old = its if its_before is None else was[its_before]
            if how.same(mine, its) and not how.same(old, its_old):
                yield one, other


def _split_or_joined(
    before: Sequence[_Read], after: Sequence[_Read], pairs: dict[int, int], free: set[int], how: Likeness[_Read]
) -> list[tuple[int, int]]:
    """Blocks that took over a value which another one lost."""
    found = []
    for one, told_before in enumerate(before):
        kept = how.parts(after[pairs[one]]) if one in pairs else frozenset()
        lost = how.parts(told_before) - kept
        if not lost:
            continue
        for other, told_after in enumerate(after):
            if other == pairs.get(one) or not lost & how.parts(told_after) or how.like(told_before, told_after) is None:
                continue
            own = next((number for number, its in pairs.items() if its == other), None)
            if other in free or (own is not None and lost & (how.parts(told_after) - how.parts(before[own]))):
                found.append((one, other))
    return found


def _groups(every: list[tuple[int, int]], links: list[tuple[tuple[int, int], tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    group = {each: [each] for each in every}
    for one, other in links:
        if group[one] is not group[other]:
            joined = sorted(group[one] + group[other])
            for each in joined:
                group[each] = joined
    seen: dict[int, list[tuple[int, int]]] = {}
    for each in every:
        seen.setdefault(id(group[each]), group[each])
    return list(seen.values())


def _identity(one: Told) -> Hashable:
    return (one.property, one.values, repr(sorted(one.qualifiers.items())))


def _like_fact(one: Told, other: Told) -> Score | None:
    if one.property != other.property:
        return None
    shared = len(one.values & other.values)
    alike = one.values == other.values and one.qualifiers == other.qualifiers
    words = _shares_words(one, other)
    if not alike and not words:
        return None
    return (alike, bool(shared), words, shared, sum(other.qualifiers.get(key) == value for key, value in one.qualifiers.items()))


def _same_fact(one: Told, other: Told) -> bool:
    if one.property != other.property or not one.values & other.values:
        return False
    if one.qualifiers == other.qualifiers:
        return True
    return all(one.qualifiers.get(key) == other.qualifiers.get(key) for key in _ANOTHER) and _shares_words(one, other)


def _shares_words(one: Told, other: Told) -> bool:
    return any(
        a.get("src") == b.get("src") and (_overlap(a["quote"], b["quote"]) if a.get("quote") and b.get("quote") else _where(a) == _where(b))
        for a in one.citations
        for b in other.citations
    )


def _overlap(one: str, other: str) -> bool:
    """Whether two quotes are of the same words: a run of half of the shorter one stands in both."""
    if one in other or other in one:
        return True
    a, b = one.split(), other.split()
    if 2 * (Counter(a) & Counter(b)).total() < min(len(a), len(b)):
        return False
    longest = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return 2 * longest.size >= min(len(a), len(b))


def _cited(said: Said) -> Cited:
    if not isinstance(said, tuple) or said[0] != "{":
        return {"src": str(said)}
    found = {key: value for key, value in said[1:] if isinstance(value, str)}
    return found | {"quote": fold_words(found.get("quote", ""))}


def _where(one: Cited) -> tuple[str, str, str]:
    return (one.get("src", ""), one.get("quote", ""), one.get("locator", ""))


def _like_citation(one: Cited, other: Cited) -> Score | None:
    if _where(one) == _where(other):
        return (3,)
    quotes = bool(one.get("quote") and other.get("quote"))
    if one.get("src") == other.get("src"):
        return (2,) if (quotes and _overlap(one["quote"], other["quote"])) or not (one.get("quote") or other.get("quote")) else None
    return (1,) if quotes and one["quote"] == other["quote"] else None
