"""Finding known names in a text: longest first, at word boundaries."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\w+|[^\w\s]")
_APOSTROPHES = {"’": "'", "‘": "'", "ʼ": "'"}


@dataclass(frozen=True, slots=True)
class _Node:
    children: "dict[str, _Node]"
    names: set[str]


class NameFinder:
    """A trie over the words of many names; finding is linear in the length of the text."""

    def __init__(self, names: Iterable[str], *, ignore_case: bool = False) -> None:
        self._key = str.casefold if ignore_case else str
        self._root = _Node({}, set())
        for name in names:
            node = self._root
            for word in _words(name):
                node = node.children.setdefault(self._key(word[0]), _Node({}, set()))
            if node is not self._root:
                node.names.add(name)

    def find(self, text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Each longest occurrence, as (start, end, names): the spellings that fold to the same words."""
        words = list(_words(text))
        at = 0
        while at < len(words):
            node, best, ahead = self._root, 0, at
            names: set[str] = set()
            while ahead < len(words) and (step := node.children.get(self._key(words[ahead][0]))) is not None:
                node, ahead = step, ahead + 1
                if node.names:
                    best, names = ahead, node.names
            if best:
                yield words[at][1], words[best - 1][2], frozenset(names)
            at = best or at + 1


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _WORD.finditer(text):
        yield _APOSTROPHES.get(found[0], found[0]), found.start(), found.end()


def name_key(name: str, kind: str) -> str:
    """What two spellings of one name share: letters in one case, hyphens as spaces, no middle initials of persons.

    >>> name_key("Haider Al-Abadi", "person") == name_key("Haider al Abadi", "person")
    True
    >>> name_key("Joseph L. Votel", "person")
    'joseph votel'
    """
    words = re.sub(r"[-‐–]\s?", " ", name.casefold()).replace("’", "'").split()
    if kind == "person" and len(words) > 2:
        words = [words[0], *(each for each in words[1:-1] if len(each.rstrip(".")) > 1), words[-1]]
    return " ".join(words)
