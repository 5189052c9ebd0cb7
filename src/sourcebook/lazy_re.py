"""The standard library's `re`, whose patterns are compiled when they are first used: `from sourcebook import lazy_re as re`.

The loader has hundreds of patterns, and most texts need but a part of them; to compile all takes a quarter of a second. Many
hold long lists of words, which `re` would try one by one wherever they may stand: they are grouped by their first letters.

Where a search is to begin before the text begins, as in `search(text, found - 40, found)`, it begins with the text; so it does in `re`.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import DOTALL, IGNORECASE, Match, Pattern, escape
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


_known = lru_cache(maxsize=1 << 10)(re.compile)
"""Patterns by how they are written. The functions of `re` itself take longer to look one up than most take to be tried."""


def search(pattern: str, text: str) -> Match[str] | None:
    """As in `re`."""
    return _known(pattern).search(text)


def match(pattern: str, text: str) -> Match[str] | None:
    """As in `re`."""
    return _known(pattern).match(text)


def fullmatch(pattern: str, text: str) -> Match[str] | None:
    """As in `re`."""
    return _known(pattern).fullmatch(text)


def findall(pattern: str, text: str) -> list[Any]:
    """As in `re`."""
    return _known(pattern).findall(text)


def finditer(pattern: str, text: str) -> Iterator[Match[str]]:
    """As in `re`."""
    return _known(pattern).finditer(text)


def split(pattern: str, text: str, maxsplit: int = 0) -> list[Any]:
    """As in `re`."""
    return _known(pattern).split(text, maxsplit)


def sub(pattern: str, new: str | Callable[[Match[str]], str], text: str) -> str:
    """As in `re`."""
    return _known(pattern).sub(new, text)


_PUBLIC = [each for each in dir(re.Pattern) if not each.startswith("_") and each != "pattern"]


MANY = 4
"""Alternatives of which it is worth while to group them."""
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|[:=!]|<[=!]|i:))?|[)|]|[^\\\[()|]+", re.DOTALL)


def grouped(pattern: str, flags: int = 0) -> str:
    """A pattern that matches the same in the same order, where the alternatives of long lists stand by their first letters.

    >>> grouped("(?:oil|air|gas|oily|army)s?")
    '(?:o(?:il|ily)|a(?:ir|rmy)|gas)s?'
    """
    if pattern.count("|") < MANY - 1 or "(?(" in pattern:
        return pattern
    # Where the case is ignored, either letter of a pair stands for both.
    letter: Callable[[str], str] = str.lower if flags & re.IGNORECASE or pattern.startswith("(?i)") else str
    around: list[tuple[str, list[str], list[bool], Callable[[str], str]]] = []
    opening, done, capturing = "", [""], [False]
    for piece in _PIECE.findall(pattern):
        if piece == "|":
            done.append("")
            capturing.append(False)
        elif piece == ")":
            if not around:
                return pattern
            inner = f"{opening}{_by_first_letter(done, capturing, letter)})"
            captures = any(capturing) or opening == "(" or opening.startswith("(?P")
            opening, done, capturing, letter = around.pop()
            done[-1] += inner
            capturing[-1] |= captures
        elif piece[0] == "(":
            around.append((opening, done, capturing, letter))
            opening, done, capturing, letter = piece, [""], [False], str.lower if piece == "(?i:" else letter
        else:
            done[-1] += piece
    # What no mark closes, `re` tells of.
    return pattern if around else _by_first_letter(done, capturing, letter)


def _by_first_letter(alternatives: list[str], capturing: list[bool], letter: Callable[[str], str]) -> str:
    """Alternatives with those together that begin with the same letter; what captures keeps its place, as groups are numbered."""
    if len(alternatives) < MANY:
        return "|".join(alternatives)
    groups: list[list[str]] = []
    at: dict[str, list[str]] = {}
    for each, captures in zip(alternatives, capturing, strict=True):
        if captures or not (each[:1].isascii() and each[:1].isalnum()) or each[1:2] in {"?", "*", "+", "{"}:
            # Nothing may pass what begins with anything else.
            groups.append(["", each])
            at = {}
            continue
        first = letter(each[0])
        if first not in at:
            at[first] = [first]
            groups.append(at[first])
        at[first].append(each[1:])
    # `re` passes by an alternative at once if it begins with another letter, but where the case is ignored it enters each.
    begun = [
        (f"(?-i:[{_CASES.get(first, first + first.upper())}])" if first and letter is not str else first, rest) for first, *rest in groups
    ]
    return "|".join(f"{first}(?:{'|'.join(rest)})" if len(rest) > 1 else f"{first}{rest[0]}" for first, rest in begun)


_CASES = {"i": "iI\u0130\u0131", "k": "kK\u212a", "s": "sS\u017f"}
"""What stands for a letter where the case is ignored, if it is more than that letter small and large."""


class _Used:
    """A pattern that has taken over all that the compiled one has."""


class _Pattern(_Used):
    """A pattern that is compiled as soon as it is asked for what only a compiled one has."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(grouped(self.pattern, self._flags), self._flags)
        for each in _PUBLIC:
            setattr(self, each, getattr(compiled, each))
        # The class without this function: its mere presence makes each look-up of an attribute slower.
        self.__class__ = _Used  # type: ignore[assignment]
        return getattr(compiled, name)
