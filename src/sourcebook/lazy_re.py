"""The standard library's `re`, whose patterns are compiled when they are first used: `from sourcebook import lazy_re as re`.

The loader has hundreds of patterns, and most texts need but a part of them; to compile all takes a quarter of a second.
"""

import re
from re import DOTALL, IGNORECASE, Match, Pattern, escape, findall, finditer, fullmatch, match, search, split, sub
from typing import Any, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]


def compile(pattern: str, flags: int = 0) -> Pattern[str]:  # noqa: A001 - named as in `re`
    """A pattern that can be used as one of `re`; only a match's `re` is another object. A wrong one raises at its first use."""
    return cast("Pattern[str]", _Pattern(pattern, flags))


_PUBLIC = [each for each in dir(re.Pattern) if not each.startswith("_")]


class _Used:
    """A pattern that has taken over all that the compiled one has."""


class _Pattern(_Used):
    """A pattern that is compiled as soon as it is asked for what only a compiled one has."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for each in _PUBLIC:
            setattr(self, each, getattr(compiled, each))
        # The class without this function: its mere presence makes each look-up of an attribute slower.
        self.__class__ = _Used  # type: ignore[assignment]
        return getattr(compiled, name)
