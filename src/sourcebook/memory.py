"""What hundreds of thousands of small values cost: Python's collector of cycles, putting them into bytes and back, taking them apart."""

import atexit
import copyreg
import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")
_SETTLED = threading.Event()
"""Set while what there is is not looked at; to count how much that is would take as long as to look at it."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected meanwhile: for work that makes many objects, all of them to stay, and no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not _SETTLED.is_set():
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
    _SETTLED.set()
    try:
        yield
    finally:
        _SETTLED.clear()
        gc.unfreeze()
        if not enabled:
            gc.disable()


def settle() -> None:
    """Has what came to stay meanwhile looked at no more either; for work that ends, since nothing of it is ever collected."""
    gc.collect()
    gc.freeze()


def packed(cls: type[Value]) -> type[Value]:
    """The class of a frozen dataclass with slots, whose values go into a pickle and out of it several times as fast.

    What `dataclasses` puts there itself looks up the fields of each value anew.
    """
    names: tuple[str, ...] = cls.__slots__  # type: ignore[attr-defined]
    read = attrgetter(*names)
    alone = len(names) == 1

    def state_of(self: Value) -> tuple[Any, ...]:
        return (read(self),) if alone else read(self)

    def reduced(self: Value) -> tuple[Any, ...]:
        return copyreg.__newobj__, (cls,), (read(self),) if alone else read(self)  # type: ignore[attr-defined]

    copyreg.pickle(cls, reduced)
    cls.__getstate__ = state_of  # type: ignore[method-assign,assignment]
    cls.__setstate__ = _restoring(cls, names)  # type: ignore[attr-defined]
    return cls


def by_value(cls: type[Value]) -> type[Value]:
    """The class of an enumeration, whose members go into a pickle as the class and their value.

    The first releases of Python 3.11 write a call of `getattr` there, and what may call that may call anything.
    """

    def reduced(self: Any) -> tuple[Any, ...]:
        return cls, (self.value,)

    copyreg.pickle(cls, reduced)
    return cls


def quick(cls: type[Value]) -> type[Value]:
    """The class of a frozen dataclass with slots, whose values are made in two thirds of the time.

    What `dataclasses` puts there itself looks up how a field is set for each field of each value anew.
    """
    puts: dict[str, Any] = {}
    parameters, lines, keyword_only = ["self"], ["pass"], False
    for number, each in enumerate(fields(cls)):  # type: ignore[arg-type]
        if not each.init:
            continue
        if each.default_factory is not MISSING:
            msg = f"{cls.__name__}.{each.name} has a default that is made anew for each value"
            raise TypeError(msg)
        if each.kw_only and not keyword_only:
            parameters.append("*")
            keyword_only = True
        puts[f"put{number}"], puts[f"default{number}"] = getattr(cls, each.name).__set__, each.default
        parameters.append(each.name if each.default is MISSING else f"{each.name}=default{number}")
        lines.append(f"put{number}(self, {each.name})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines), puts, made)  # noqa: S102 (of names in our own code)
    cls.__init__ = made["__init__"]  # type: ignore[method-assign]
    return cls


def _restoring(cls: type[Value], names: tuple[str, ...]) -> Callable[[Value, tuple[Any, ...]], None]:
    """What puts a value's fields into it; made from text as `dataclasses` does it, for a loop would take twice as long."""
    puts = {f"put{number}": getattr(cls, name).__set__ for number, name in enumerate(names)}
    values = "".join(f"value{number}, " for number in range(len(names)))
    lines = [f"{values}= state", *(f"put{number}(self, value{number})" for number in range(len(names)))]
    made: dict[str, Any] = {}
    exec("def restore(self, state):\n " + "\n ".join(lines), puts, made)  # noqa: S102 (of names in our own code)
    restore: Callable[[Value, tuple[Any, ...]], None] = made["restore"]
    return restore


def end_quickly(status: object) -> None:
    """Ends the process as `sys.exit` does, but leaves its memory to the system: to take apart millions of values takes seconds.

    Returns, so that the interpreter ends as always, where more is to be done than to run what was registered for the end and to
    hand over the output: other threads at work, output that cannot be written, a debugger or profiler, a prompt that follows.
    """
    if threading.active_count() > 1 or sys.flags.interactive or not isinstance(status, int | None) or _observed():
        return
    try:
        _flush()
        atexit._run_exitfuncs()  # noqa: SLF001 (there is no other way to run them)
        _flush()
    except (OSError, ValueError):
        return
    os._exit((status or 0) & 0xFF)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream and not stream.closed:
            stream.flush()


def _observed() -> bool:
    """Whether a debugger, a profiler or a measurement of coverage looks on, which may want to tell what it saw."""
    if sys.gettrace() or sys.getprofile():
        return True
    monitoring = getattr(sys, "monitoring", None)  # since Python 3.12
    return monitoring is not None and any(monitoring.get_tool(number) for number in range(6))
