"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sourcebook.extract
from sourcebook import lazy_re


def test_a_pattern_finds_what_that_of_re_finds() -> None:
    lazy, eager = (each.compile(r"(?P<word>o\w+)", each.IGNORECASE) for each in (lazy_re, re))
    text = "Oil and ore"
    assert [each.span() for each in lazy.finditer(text)] == [each.span() for each in eager.finditer(text)]
    assert lazy.search(text, 1)["word"] == "ore"
    assert (lazy.match(text, 4), lazy.fullmatch("oil")[0]) == (None, "oil")
    assert (lazy.sub("x", text), lazy.split(text), lazy.findall(text)) == (eager.sub("x", text), eager.split(text), eager.findall(text))
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (eager.pattern, eager.flags, eager.groupindex)


def test_a_wrong_pattern_is_told_at_its_first_use() -> None:
    wrong = lazy_re.compile("(")
    with pytest.raises(re.error, match="unterminated"):
        wrong.search("text")


@pytest.mark.parametrize("wrong", ["(a|b|c|d|e", "a|b|c|d|e)"])
def test_a_wrong_pattern_with_many_alternatives_is_told_too(wrong: str) -> None:
    with pytest.raises(re.error, match="unterminated|unbalanced"):
        lazy_re.compile(wrong).search("text")


def test_what_a_pattern_was_written_as_stays_after_its_use() -> None:
    pattern = lazy_re.compile("oil|air|gas|oily|army")
    assert pattern.findall("oily army") == ["oil", "army"]
    assert pattern.pattern == "oil|air|gas|oily|army"


WORDS = st.text("asAS", min_size=1, max_size=3)
PIECES = st.recursive(
    WORDS | st.sampled_from(["a?s", "s*", "[as|)]", r"\|", r"\bA", "", "(?<=a|s)A", "."]),
    lambda inner: st.builds(
        "{}{}){}".format,
        st.sampled_from(["(?:", "(", "(?i:", "(?=", "(?!"]),
        st.lists(inner, min_size=1, max_size=8).map("|".join),
        st.sampled_from(["", "?", "as"]),
    ),
    max_leaves=12,
)


@given(st.lists(PIECES, min_size=4, max_size=8), st.text("asASſ|)", max_size=12), st.sampled_from([0, re.IGNORECASE]))
def test_grouped_alternatives_find_the_same_in_the_same_order(alternatives: list[str], text: str, flags: int) -> None:
    written = "|".join(alternatives)
    assert [each.regs for each in re.finditer(lazy_re.grouped(written, flags), text, flags)] == [
        each.regs for each in re.finditer(written, text, flags)
    ]


def patterns() -> list[object]:
    return [
        value
        for module in pkgutil.walk_packages(sourcebook.extract.__path__, "sourcebook.extract.")
        for value in vars(importlib.import_module(module.name)).values()
        if type(value).__module__ == "sourcebook.lazy_re"
    ]


def test_every_pattern_of_the_loader_is_right() -> None:
    assert sum(each.groups >= 0 for each in patterns()) > 500


def test_every_pattern_of_the_loader_finds_what_it_does_as_written() -> None:
    text = (Path(__file__).parent.parent / "content/articles/muratshina-2025.md").read_text(encoding="utf-8")
    for each in patterns():
        as_written = re.compile(each.pattern, each.flags)
        assert [found.regs for found in each.finditer(text)] == [found.regs for found in as_written.finditer(text)], each.pattern


def test_no_group_is_possessive() -> None:
    """Before Python 3.11.5 such a group takes what a look ahead within it forbids (python/cpython#101955); single characters are fine."""
    sources = Path(sourcebook.__file__).parent.rglob("*.py")
    possessive = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
    assert [f"{path.name}: {line}" for path in sources for line in path.read_text("utf-8").splitlines() if possessive.search(line)] == []


def test_a_search_that_would_begin_before_the_text_begins_with_it() -> None:
    pattern = lazy_re.compile("a")
    assert [pattern.search("bab", at, 2) is not None for at in (-40, -1, 0, 1, 2)] == [True, True, True, True, False]
    assert pattern.match("abb", -3)
    assert [each.start() for each in pattern.finditer("aba", -2, 3)] == [0, 2]
