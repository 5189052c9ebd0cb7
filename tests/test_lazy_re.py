"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

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


def test_every_pattern_of_the_loader_is_right() -> None:
    known = 0
    for module in pkgutil.walk_packages(sourcebook.extract.__path__, "sourcebook.extract."):
        for value in vars(importlib.import_module(module.name)).values():
            if type(value).__module__ == "sourcebook.lazy_re":
                known += value.groups >= 0
    assert known > 500
