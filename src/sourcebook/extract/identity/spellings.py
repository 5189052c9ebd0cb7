"""One name in several spellings: a letter more, marks or none, turned round."""

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found


def one_spelling(found: Iterable[Found]) -> list[Found]:
    """Persons whose full names are written in several ways under the one that comes first; after `full_names`."""
    mentions = list(found)
    full = list(dict.fromkeys(each.name for each in mentions if each.type == "person" and " " in each.name))
    first: dict[str, str] = {}
    for name, other in (*_misspelled(full), *_turned(full)):
        first[name] = first.get(other, other)
    return [each.called(first[each.name]) if each.type == "person" and each.name in first else each for each in mentions]


def _misspelled(names: list[str]) -> Iterator[tuple[str, str]]:
    """Names that are another one, named before, written in another way: "Abdourahmane Tchiani" and "Abdoulrahmane Tchiani"."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in names:
        plain = plain_letters(name).replace("-", " ")
        first, *_, last = plain.split() * 2
        for other in (*by_word[last], *by_word[f"{first} "]):
            same = plain_letters(other).replace("-", " ")
            if (plain == same and name != other) or (
                plain.split() != same.split()
                and (_alike(plain, same) or _sound_alike(plain, same) or _left_out(plain, same) or _folded(plain) == _folded(same))
            ):
                yield name, other
                break
        by_word[last].append(name)
        by_word[f"{first} "].append(name)


def _folded(name: str) -> str:
    """A name with its first word as one of the ways to write it in Latin letters: "Sergei" and "Sergey", "Yuri" and "Yury"."""
    first, gap, rest = name.partition(" ")
    return f"{_ENDING.sub('i', first)}{gap}{rest}" if rest else name


_ENDING = re.compile(r"(?<=[a-z]{3})(?:ei|ey|iy|ii|y|i)\Z")


def _left_out(one: str, other: str) -> bool:
    """Whether two names of one first name differ by a letter within a long surname: "Mirziyoyev" and "Mirziyoev", not "Petrov" and "Petrova"."""
    short, long = sorted((one, other), key=len)
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    surname = len(long) - long.rfind(" ") - 1
    return surname >= LONG_SURNAME and len(long) - surname < at < len(short) - 1 and short == long[:at] + long[at + 1 :]


LONG_SURNAME = 8


def _turned(names: list[str]) -> Iterator[tuple[str, str]]:
    """Names of two words that stand the other way round before: "Hayashi Yoshimasa" after "Yoshimasa Hayashi"."""
    before: dict[tuple[str, ...], str] = {}
    for name in names:
        words = tuple(name.casefold().split())
        if len(words) == FIRST_AND_LAST:
            if (other := before.get(words[::-1])) is not None:
                yield name, other
            before.setdefault(words, name)


FIRST_AND_LAST = 2


def _alike(one: str, other: str) -> bool:
    pairs = ((one, other, ALIKE), (one.partition(" ")[0], other.partition(" ")[0], FIRST_ALIKE))
    return (
        len(one) > ALIKE_FROM
        and not _exchanged(one.split(maxsplit=1)[0], other.split(maxsplit=1)[0])
        and all(difflib.SequenceMatcher(None, a, b).ratio() > least for a, b, least in pairs)
    )


ALIKE, ALIKE_FROM, FIRST_ALIKE = 0.92, 14, 0.6
"""How much two spellings of a name have in common, from how many letters on that tells, and their first words: not Salem and Faisal."""


def _exchanged(one: str, other: str) -> bool:
    """Whether two first names differ in a consonant alone, and so are two: "Salah" and "Salam"."""
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(pairs) == 1 and _VOWELS.isdisjoint(pairs[0])


def _sound_alike(one: str, other: str) -> bool:
    """Whether two names of one surname have first names that sound alike: "Asadullah" and "Assadollah"."""
    (first, _, last), (second, _, same) = one.partition(" "), other.partition(" ")
    return last == same != "" and sound(first) == sound(second) != ""


def sound(word: str) -> str:
    """The consonants of a long name, with its first vowel and how it ends: what is alike in "Tahnoun" and "Tahnoon"; "" of a short one."""
    plain = _DOUBLED.sub(r"\1", plain_letters(word))
    vowels = [_NEAR_VOWELS.get(each, each) for each in plain if each in _VOWELS]
    consonants = "".join(each for each in plain if each.isalpha() and each not in _VOWELS)
    return f"{vowels[0]}{consonants}{plain[-1] in _VOWELS}" if len(consonants) >= CONSONANTS and vowels else ""


_DOUBLED = re.compile(r"([^\W\d_])\1")
_VOWELS = frozenset("aeiouy")
_NEAR_VOWELS = {"u": "o", "e": "i", "y": "i"}
CONSONANTS = 4
"""Fewer do not tell two names from each other."""


def plain_letters(word: str) -> str:
    """A word without accents, in small letters: "Vučić" and "Vucic", "Mensah" and "MENSAH" are one."""
    if word.isascii():
        return word.casefold()
    return "".join(each for each in unicodedata.normalize("NFKD", word) if not unicodedata.combining(each)).casefold()
