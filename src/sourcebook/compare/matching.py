"""Which of two lists' members are the same one: exact keys first, then what is nearest.

The result does not depend on which list comes first, or what was added one way would not be what was removed the other way.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 40_000
"""Pairs that are looked at one by one; among more, only those with an equal key are found."""


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """The pairs, and what is left over on each side, in the order of the lists."""

    pairs: tuple[tuple[T, T], ...]
    gone: tuple[T, ...]
    new: tuple[T, ...]


def match(
    before: Sequence[T], after: Sequence[T], levels: Sequence[Callable[[T], Hashable]], near: Callable[[T, T], float], *, least: float = 0
) -> Matched[T]:
    """Pairs up the members of two lists.

    Args:
        before: one list.
        after: the other list.
        levels: keys, the strictest first; members with an equal key are paired. A key of None equals nothing.
        near: how much two have in common, the same both ways; says who is paired where several have the same key.
        least: what two must have in common to be paired under the last level's key.
    """
    left, right = dict(enumerate(before)), dict(enumerate(after))
    paired: list[tuple[int, int]] = []
    for number, level in enumerate(levels, 1):
        ones, others = _grouped(left, level), _grouped(right, level)
        for key, mine in ones.items():
            found = _nearest(mine, others.get(key, []), before, after, near, least if number == len(levels) else 0)
            paired += found
            for one, other in found:
                del left[one], right[other]
    pairs = tuple((before[one], after[other]) for one, other in sorted(paired, key=lambda each: each[1]))
    return Matched(pairs, tuple(left.values()), tuple(right.values()))


def _grouped(members: dict[int, T], level: Callable[[T], Hashable]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index, each in members.items():
        key = level(each)
        if key is not None:
            found[key].append(index)
    return found


def _nearest(
    mine: list[int], theirs: list[int], before: Sequence[T], after: Sequence[T], near: Callable[[T, T], float], least: float
) -> list[tuple[int, int]]:
    """Pairs of indexes, the nearest first; among equally near ones, those that stand first."""
    if not theirs:
        return []
    if len(mine) * len(theirs) > MOST:
        return [] if least else list(zip(mine, theirs, strict=False))
    ranked = []
    for at, one in enumerate(mine):
        for where, other in enumerate(theirs):
            common = near(before[one], after[other])
            if common >= least:
                # Two pairs that share a member never have the same sum, so the order is the same both ways.
                ranked.append((-common, at + where, one, other))
    found: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, one, other in sorted(ranked):
        if one not in taken[0] and other not in taken[1]:
            found.append((one, other))
            taken[0].add(one)
            taken[1].add(other)
    return found
