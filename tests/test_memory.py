"""Values that are made in less time: nothing else about them differs."""

import copyreg
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from enum import StrEnum

import pytest

import sourcebook.model.changes  # noqa: F401 (its enumerations are listed)
from sourcebook.extract.found import Found
from sourcebook.memory import quick
from sourcebook.model.spans import Span


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    size: int = 3
    twice: int = field(init=False, compare=False)
    kind: str = field(default="", kw_only=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", self.size * 2)


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    size: int = 3
    twice: int = field(init=False, compare=False)
    kind: str = field(default="", kw_only=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", self.size * 2)


def test_what_is_quickly_made_is_made_as_before():
    slow, fast = inspect.signature(Plain).parameters, inspect.signature(Quick).parameters
    assert [(each.name, each.kind, each.default) for each in fast.values()] == [
        (each.name, each.kind, each.default) for each in slow.values()
    ]
    one = Quick("a", kind="b")
    assert (one.name, one.size, one.twice, one.kind) == ("a", 3, 6, "b")
    assert replace(one, size=4) == Quick("a", 4, kind="b") != one


def test_what_is_quickly_made_stays_as_it_is():
    with pytest.raises(FrozenInstanceError):
        Quick("a").name = "b"
    with pytest.raises(TypeError):
        Quick()
    with pytest.raises(TypeError):
        Quick("a", 1, "b")
    with pytest.raises(ValueError, match=r"Not a span: 2\.\.2"):
        Span(2, 2)
    assert hash(Found(span=Span(0, 1), type="date", name="x")) == hash(Found(span=Span(0, 1), type="date", name="x"))


def test_members_of_an_enumeration_go_into_a_cache_by_their_values():
    """As they do by themselves from Python 3.11.4 on."""
    kinds = [each for each in StrEnum.__subclasses__() if each.__module__.startswith(("sourcebook.model.", "sourcebook.diagnostics"))]
    assert len(kinds) >= 8
    for each in kinds:
        first = next(iter(each))
        assert copyreg.dispatch_table[each](first) == (each, (first.value,)), each
        assert pickle.loads(pickle.dumps(first)) is first
