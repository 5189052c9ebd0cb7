"""What hundreds of thousands of small values cost: Python's collector of cycles, and putting them into bytes and back."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected meanwhile: for work that makes many objects, all of them to stay, and no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                # All of it is old now: else the next three collections would look at each object.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@contextmanager
def settled() -> Iterator[None]:
    """What there is now is no longer looked at; new objects are collected as always, in copies of this process too."""
    enabled = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not enabled:
            gc.disable()


def packed(cls: type[Value]) -> type[Value]:
    """The class of a frozen dataclass with slots, whose values go into a pickle and out of it several times as fast.

    What `dataclasses` puts there itself looks up the fields of each value anew.
    """
    names: tuple[str, ...] = cls.__slots__  # type: ignore[attr-defined]
    read = attrgetter(*names)
    puts: list[Callable[[Any, Any], None]] = [getattr(cls, name).__set__ for name in names]
    alone = len(names) == 1

    def state_of(self: Value) -> tuple[Any, ...]:
        return (read(self),) if alone else read(self)

    def restore(self: Value, state: tuple[Any, ...]) -> None:
        for put, value in zip(puts, state, strict=True):
            put(self, value)

    cls.__getstate__ = state_of  # type: ignore[method-assign,assignment]
    cls.__setstate__ = restore  # type: ignore[attr-defined]
    return cls
