"""Many phrases sought in a text at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from sourcebook import lazy_re as re

_WORD = re.compile(r"[^\W_]+")
_FIRST = re.compile(r"[(?:]*([A-Za-zé]+)")
_LOOKED_AT = re.compile(r"\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
"""What a regular expression only looks at."""
_GOES_ON = re.compile(r"[\w-]")

HYPHENS = "-‐‑‒–"
"""What joins two names, in a class of signs: "Chile–Peru"."""

UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ]"
"""A capital letter."""


MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
LED_BY = re.compile(r"(?<![.!?”\"] )(?<!\n)\b[A-Z][\w’'-]* \Z")
"""Before a name, a capitalised word that begins no sentence."""
CAPITAL_AFTER = re.compile(r"[ -][A-Z]")
"""After a name, one that may be of it."""


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, longest first.

    >>> alternatives(["oil", "oily", "air"])
    '(?:oily|air|oil)'
    """
    return f"(?:{'|'.join(map(re.escape, sorted(set(phrases), key=lambda one: (-len(one), one))))})"


def words(text: str) -> frozenset[str]:
    """The words of a text, each once: how long lists of them are written.

    >>> sorted(words("oil and gas"))
    ['and', 'gas', 'oil']
    """
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text between bars, each once.

    >>> sorted(phrases("crude oil|gas"))
    ['crude oil', 'gas']
    """
    return frozenset(text.split("|"))


def every(words: str, text: str) -> Iterator[int]:
    """Where some words stand in a text, as parts of longer ones too."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def parted(text: str, start: int, end: int, joint: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the items of a list stand, between what joins them.

    >>> list(parted("oil, gas", 0, 8, re.compile(", ")))
    [(0, 3), (5, 8)]
    """
    for found in joint.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def last_words(text: str, start: int, end: int, many: int) -> int:
    """Where the last words of a part of a text begin, at most so many: what ends there is sought among them.

    >>> last_words("oil and gas ", 0, 12, 2)
    3
    """
    part = text[start:end].rsplit(maxsplit=many)
    return start + len(part[0]) if len(part) > many else start


def heads(*alternations: str) -> frozenset[str]:
    """The first words of the alternatives of regular expressions, in small letters, in both numbers: without any of them none matches.

    >>> sorted(heads("Bank|Air Forces?"))
    ['air', 'airs', 'bank', 'banks']
    """
    found: set[str] = set()
    for each in (one for alternation in alternations for one in _LOOKED_AT.sub("", alternation).split("|")):
        word = _FIRST.match(each)
        if word:
            one = word[1].casefold()
            found |= {one, f"{one}s", one.removesuffix("s")}
    return frozenset(found)


class Phrases:
    """Phrases by their first word, so that a text is read once however many they are.

    A phrase is found where neither a letter nor a hyphen touches it.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        first: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            found = _WORD.match(phrase)
            if found:
                first[found[0]].append(phrase)
        self._first = {word: sorted(each, key=lambda one: (-len(one), one)) if len(each) > 1 else each for word, each in first.items()}

    @property
    def first_words(self) -> Collection[str]:
        """What the phrases begin with."""
        return self._first.keys()

    def find(self, text: str, places: Iterable[int], stop: int) -> Iterator[tuple[int, int, str]]:
        """Where phrases stand (start, end, phrase), the longest at each place, without overlaps.

        Args:
            text: where phrases are sought.
            places: where words begin that may be the first of phrases, in order.
            stop: where the last phrase ends at the latest.

        >>> list(Phrases(["oil", "oil and gas"]).find("oil and gas, oil-rich", [0, 13], 21))
        [(0, 11, 'oil and gas')]
        """
        done = 0
        for at in places:
            if at < done or (at and text[at - 1] == "-"):
                continue
            word = _WORD.match(text, at, stop)
            for phrase in self._first.get(word[0], ()) if word else ():
                if text.startswith(phrase, at, stop) and not _GOES_ON.match(text, at + len(phrase)):
                    done = at + len(phrase)
                    yield at, done, phrase
                    break
