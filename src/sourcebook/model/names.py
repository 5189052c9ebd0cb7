"""Finding known names in a text: longest first, at word boundaries."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.slug import without_marks

_WORD = re.compile(r"\w+|[^\w\s]")
_BEFORE_WORDS = re.compile(r"^\W+(?=\w)")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


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
            for word in _WORD.findall(name.translate(_APOSTROPHES)):
                node = node.children.setdefault(self._key(word), _Node({}, set()))
            if node is not self._root:
                node.names.add(name)

    def find(self, text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Each longest occurrence, as (start, end, names): the spellings that fold to the same words."""
        words, found = _words(text)
        if self._key is not str:
            words = [self._key(each) for each in words]
        firsts = self._root.children
        past = 0
        # Most words begin no name; they are passed by in one go.
        for at in [number for number, word in enumerate(words) if word in firsts]:
            if at < past:
                continue
            node, best, ahead = self._root, 0, at
            names: set[str] = set()
            while ahead < len(words) and (step := node.children.get(words[ahead])) is not None:
                node, ahead = step, ahead + 1
                if node.names:
                    best, names = ahead, node.names
            if best:
                yield found[at].start(), found[best - 1].end(), frozenset(names)
                past = best


@lru_cache(maxsize=2)
def _words(text: str) -> tuple[list[str], list[re.Match[str]]]:
    """The words of a text, and how they were found; several finders in turn look at the same text."""
    plain = text.translate(_APOSTROPHES)
    return _WORD.findall(plain), list(_WORD.finditer(plain))


def order_of(name: str) -> str:
    """By what lists put a name in order: no case, no marks on letters, nothing before the first word.

    >>> sorted(["Zoë", "“Élysée”", "🚀 Club", "elba"], key=order_of)
    ['🚀 Club', 'elba', '“Élysée”', 'Zoë']
    """
    return _BEFORE_WORDS.sub("", without_marks(name.casefold()))


def first_word(name: str) -> str:
    """The word by which a text that holds the name can be told: in one case; "" for a name without words.

    >>> first_word("Côte d’Ivoire")
    'côte'
    """
    found = _WORD.search(name.translate(_APOSTROPHES))
    return found[0].casefold() if found else ""


def words_in(text: str) -> set[str]:
    """All words of a text in one case."""
    return {each.casefold() for each in _WORD.findall(text.translate(_APOSTROPHES))}


def any_name(names: Iterable[str]) -> Callable[[str], bool]:
    """Whether one of some names may stand in a text, as a function of the text: whether all letters of its words do.

    >>> seek = any_name(["Ada Lovelace", "O’Brien"])
    >>> seek("A Lovelace was Ada's"), seek("the o'briens"), seek("Lovelace")
    (True, True, False)
    """
    # Not with a pattern: to look for each word takes a tenth of the time.
    wanted = sorted({tuple(re.findall(r"\w+", each.translate(_APOSTROPHES).casefold())) for each in names})

    def stands(text: str) -> bool:
        folded = text.casefold()
        return any(all(word in folded for word in words) for words in wanted)

    return stands


_ORDINALS = {
    each: f"{number}{('th', 'st', 'nd', 'rd')[number if number < 4 else 0]}"
    for number, each in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"], start=1
    )
}


@lru_cache(maxsize=1 << 14)
@lru_cache(maxsize=1 << 14)
def name_key(name: str, kind: str) -> str:
    """What two spellings of one name share: Latin letters in one case and without marks, hyphens as spaces, no middle initials of persons.

    >>> name_key("Haider Al-Abadi", "person") == name_key("Haider al Abadi", "person")
    True
    >>> name_key("Joseph L. Votel", "person"), name_key("Iván Duque", "person"), name_key("U.S. Fifth Fleet", "organization")
    ('joseph votel', 'ivan duque', 'u.s. 5th fleet')
    """
    # `translate` would look up each letter.
    words = without_marks(name.casefold()).replace("-", " ").replace("‐", " ").replace("–", " ").replace("’", "'").split()
    if kind == "person":
        # "S. Ruiz", "S Ruiz"; "Matiang'i", "Matiangi".
        words = [bare for each in words if (bare := each.replace(".", "").replace(",", "").replace("'", ""))]
    if kind == "place" and words and words[-1] == "governorate":
        # Both stand for what is called so in Arabic.
        words[-1] = "province"
    if kind == "organization":
        words = [_ORDINALS.get(each, each) for each in words]
    if kind == "person" and len(words) > 2:
        words = [words[0], *(each for each in words[1:-1] if len(each) > 1), words[-1]]
    return " ".join(words)


@lru_cache(maxsize=1 << 14)
def person_key(name: str) -> tuple[tuple[str, ...], str]:
    """What two spellings of a person's name share: its words, and the middle initials written together.

    >>> person_key("George H. W. Bush") == person_key("George H.W. Bush"), person_key("Joseph R. Biden, Jr.")
    (True, (('joseph', 'biden', 'jr'), 'r'))
    """
    words = name_key(name.replace(".", ". "), "person").split()
    plain = [each for each in re.findall(r"\w+", without_marks(name.casefold()).replace("'", "")) if len(each) == 1]
    middle = plain[len(words[0]) == 1 :] if words else []
    return tuple(words), "".join(middle[: -1 if words and len(words[-1]) == 1 else None])


_WITH_ARTICLE = re.compile(
    r"(?:United|Democratic|Central African|Dominican|Czech|Holy|Soviet|European)\b.*|.*\b(?:Islands|Republic|Union|Emirates)"
    r"|Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Comoros|Vatican|Republic of .*"
)


def with_article(country: str) -> str:
    """A country's name as it stands after "of".

    >>> with_article("Philippines"), with_article("United Kingdom"), with_article("Norway")
    ('the Philippines', 'the United Kingdom', 'Norway')
    """
    return f"the {country}" if _WITH_ARTICLE.fullmatch(country) else country


def names_fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two persons' names, as words of `name_key`, may be one person's.

    One is the beginning or the end of the other, has initials short forms or other spellings for some of its words, or leaves out those in the middle.

    >>> names_fit(("abiy", "ahmed"), ("abiy", "ahmed", "ali")), names_fit(("s", "jaishankar"), ("subrahmanyam", "jaishankar"))
    (True, True)
    >>> names_fit(("dmitriy", "medvedev"), ("dmitry", "medvedev"))
    True
    >>> names_fit(("joe", "ruiz"), ("joseph", "ruiz", "jr")), names_fit(("john", "smith"), ("jane", "smith"))
    (True, False)
    """
    short, full = sorted(((_IN_FULL.get(each[0], each[0]), *each[1:]) for each in (one, other)), key=len)
    if len(short) < len(full):
        return len(short) > 1 and short in {full[: len(short)], full[-len(short) :], (full[0], full[-1])}
    return short[-1] == full[-1] and all(
        a == b or _initial(a, b) or _initial(b, a) or sound(a) == sound(b) != "" for a, b in zip(short, full, strict=True)
    )


_IN_FULL = {
    short: full
    for full, shorts in {
        "alexander": "alex sandy", "andrew": "andy", "anthony": "tony", "benjamin": "ben", "charles": "charlie chuck",
        "christopher": "chris", "daniel": "dan danny", "david": "dave", "donald": "don", "douglas": "doug", "edward": "ed eddie", "frederick": "fred",
        "gerald": "gerry", "gregory": "greg", "jacob": "jake", "james": "jim jimmy", "jeffrey": "jeff", "john": "jack johnny", "joseph": "joe",
        "joshua": "josh", "kenneth": "ken", "lawrence": "larry", "leonard": "len", "matthew": "matt", "michael": "mike", "nicholas": "nick",
        "patrick": "pat", "peter": "pete", "philip": "phil", "raymond": "ray", "richard": "dick rick", "robert": "bob bobby rob", "ronald": "ron",
        "samuel": "sam", "steven": "steve", "theodore": "ted teddy", "thomas": "tom", "timothy": "tim", "william": "bill will",
        "elizabeth": "liz", "katherine": "kate", "susan": "sue",
    }.items()
    for short in shorts.split()
}  # fmt: skip
"""English first names in full by the forms that people go by."""


def _initial(short: str, word: str) -> bool:
    return len(short) == 1 and word.startswith(short[0])


@lru_cache(maxsize=4_096)
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
