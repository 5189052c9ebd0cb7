"""Entities in two parts: what is asked of all of them, and their facts, which are asked of few.

A row of the first has what an entity has, and instead of its facts and the places of its keys how many there are. The second, in
small runs, are the facts and the places.
"""

import pickle
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from sourcebook.diagnostics import Place
from sourcebook.model.facts import Entity, Fact
from sourcebook.model.later import LaterRow, LaterTable

RUN = 2
"""Entities whose facts are read together."""
Row = tuple[Any, ...]
Rest = tuple[tuple[Fact, ...], Mapping[str, Place]]
_NAMES: tuple[str, ...] = Entity.__slots__
_FACTS, _PLACES = _NAMES.index("facts"), _NAMES.index("places")


class Packed(NamedTuple):
    """Some entities as bytes.

    Attributes:
        rows: a pickle of the list of their rows.
        numbers: of how many entities each of the following holds the rest.
        rests: pickles of lists.
    """

    rows: bytes
    numbers: Sequence[int]
    rests: Sequence[bytes]


def pack(entities: Sequence[Entity]) -> Packed:
    """Entities as bytes."""
    runs = [entities[at : at + RUN] for at in range(0, len(entities), RUN)]
    rests = [pickle.dumps([(tuple(each.facts), dict(each.places)) for each in run], 5) for run in runs]
    return Packed(pickle.dumps([_row(each) for each in entities], 5), [len(run) for run in runs], rests)


def unpack(packed: Packed) -> list[Entity]:
    """All of it, of bytes that our own process sent."""
    rests = [rest for each in packed.rests for rest in pickle.loads(each)]  # noqa: S301
    return [_entity(row, *rest) for row, rest in zip(pickle.loads(packed.rows), rests, strict=True)]  # noqa: S301


def _row(entity: Entity) -> Row:
    row = list(entity.__getstate__())  # type: ignore[call-overload]
    row[_FACTS], row[_PLACES] = len(entity.facts), len(entity.places)
    return tuple(row)


def _entity(row: Row, facts: Sequence[Fact], places: Mapping[str, Place]) -> Entity:
    made = object.__new__(Entity)
    made.__setstate__((*row[:_FACTS], facts, *row[_FACTS + 1 : _PLACES], places, *row[_PLACES + 1 :]))  # type: ignore[attr-defined]
    return made


class Runs:
    """Lists of values of which each is read when the first of its values is asked for.

    Args:
        numbers: of values in each list.
        read: gives a list by its number.
    """

    def __init__(self, numbers: Sequence[int], read: Callable[[int], Sequence[Any]]) -> None:
        self._starts = [0, *accumulate(numbers)]
        self._read = read
        self._held: dict[int, Sequence[Any]] = {}

    def __getitem__(self, at: int) -> Any:
        run = bisect_right(self._starts, at) - 1
        held = self._held.get(run)
        if held is None:
            held = self._held[run] = self._read(run)
        return held[at - self._starts[run]]


def entities_of(rows: Iterable[Row], rests: Runs) -> Iterator[Entity]:
    """Entities whose facts are read when somebody looks at them."""

    def facts(at: int) -> tuple[Fact, ...]:
        return rests[at][0]  # type: ignore[no-any-return]

    def places(at: int) -> Mapping[str, Place]:
        return rests[at][1]  # type: ignore[no-any-return]

    for at, row in enumerate(rows):
        yield _entity(row, LaterRow(facts, at, row[_FACTS]) if row[_FACTS] else (), LaterTable(places, at, row[_PLACES]))
