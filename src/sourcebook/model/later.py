"""Rows and tables of values that are read from somewhere once somebody looks at them.

Of ten thousand entities a command may look at the facts of ten. What is read later is equal to what would have been read at once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")
Read = TypeVar("Read")


class _Later(Generic[Read]):
    """What `at` is among things that `read` gives."""

    __slots__ = ("_at", "_held", "_read", "_size")

    def __init__(self, read: Callable[[int], Read], at: int, size: int) -> None:
        self._read: Callable[[int], Read] | None = read
        self._at, self._size = at, size
        self._held: Read | None = None

    @property
    def now(self) -> Read:
        """All of it."""
        held = self._held
        if held is None:
            read = self._read
            held = self._held = read(self._at) if read else None
            self._read = None
        return held  # type: ignore[return-value]

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return bool(self.now == (other.now if isinstance(other, _Later) else other))

    def __hash__(self) -> int:
        return hash(self.now)

    def __repr__(self) -> str:
        return repr(self.now)

    def __reduce__(self) -> tuple[Callable[[Any], Any], tuple[Any]]:
        return _same, (self.now,)


class LaterRow(_Later[tuple[Value, ...]], Sequence[Value]):
    """A tuple; how long it is, is known before."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: int) -> Value: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Value, ...]: ...

    def __getitem__(self, index: int | slice) -> Value | tuple[Value, ...]:
        return self.now[index]

    def __iter__(self) -> Iterator[Value]:
        return iter(self.now)


class LaterTable(_Later[Mapping[Any, Value]], Mapping[Any, Value]):
    """A dict."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Value:
        return self.now[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.now)


def _same(value: Any) -> Any:
    return value
