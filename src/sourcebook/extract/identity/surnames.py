"""Who of several that share a surname is meant by it."""

import bisect
from collections.abc import Iterable

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import LED_BY


def spouses(found: Iterable[Found], text: str) -> dict[str, str]:
    """The surnames by which another than the spouse is meant, with the spouse: "President Lund and First Lady Eva Lund"."""
    if "irst Lady" not in text and "irst lady" not in text:
        return {}
    people = [each for each in found if each.type == "person"]
    ladies = {
        each.name.split()[-1]: each.name
        for each in people
        if " " in each.name and _LADY.search(text, each.span.start - 24, each.span.start)
    }
    heads = {each.name.split()[-1] for each in people if _HEAD.search(text, each.span.start - 24, each.span.start)}
    return {surname: name for surname, name in ladies.items() if surname in heads}


_LADY = re.compile(r"\b[Ff]irst [Ll]ady,?\s(?:Dr\.?\s)?\Z")
_HEAD = re.compile(r"\b(?:President|Prime Minister|Premier|Chancellor|Governor)\s\Z")


def owner(text: str, words: str, named: list[tuple[int, str]]) -> tuple[int, str] | None:
    """Who is meant by a surname that several have, and from where on: who was already called so when the others were first named, and named little."""
    named = [each for each in named if text.startswith(" ".join(each[1].split()[:2]), each[0])]
    first = named[0][1] if named else ""
    others = [position for position, name in named if name != first]
    if not others or len(others) > FEW_TIMES or any(_BEGINS.search(text, each - 60, each) for each in others):
        return None
    alone = re.compile(rf"(?<![\w-]){re.escape(words)}(?!\w|[- ][A-Z])")
    begin = named[0][0]
    called, aside = title(text, begin), _KIN.search(text, max(0, begin - 60), begin)
    for found in alone.finditer(text, begin + len(first) if aside else 0, others[0]):
        # "Colonel Karimi" before "Colonel Ali Karimi and Omar Karimi" too
        if not LED_BY.search(text, max(0, found.start() - 24), found.start()) or (called and title(text, found.start()) == called):
            return others[0], first
    return None


_KIN = re.compile(r"\b(?:brother|sister|wife|husband|father|mother|son|daughter|cousin|uncle|nephew|niece|grand\w+)\b")
_BEGINS = re.compile(r"(?:\A|\n|[.!?…][”\"’']*\s)(?:[A-Z][\w.-]*\s){0,4}\Z")
"""Before a name with which a sentence begins: from there on its bearer acts."""
FEW_TIMES = 2
"""How often another one of the same surname may be named in full for the surname to stay with whom the text is about."""


def of_title(text: str, start: int, named: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Who of one surname may be meant: "President Obama" is whom the text called president, not his wife whom it named since."""
    called = title(text, start)
    return [each for each in named if each[0] < start and title(text, each[0]) == called] or named if called else named


def styled(text: str, named: Iterable[tuple[int, str]]) -> dict[tuple[str, str], str]:
    """Who is meant by a title and a given name: "Sultan Ibrahim" after "Sultan Ibrahim Iskandar", though somebody else is Ola Ibrahim.

    Args:
        text: the text.
        named: where full names stand in it, and the names.
    """
    found: dict[tuple[str, str], str] = {}
    others: set[tuple[str, str]] = set()
    for start, name in named:
        if called := title(text, start):
            found.setdefault((called, name.split()[0]), name)
            others.add((called, last_name(name)))
    # Of "President Ibrahim" and "President Ola Ibrahim" nobody can tell.
    return {words: name for words, name in found.items() if words not in others}


def title(text: str, start: int) -> str:
    """The word with a capital right before a name."""
    before = text[max(0, start - 24) : start]
    found = _CAPITALISED.search(before[:-1].rpartition(" ")[2]) if before.endswith(" ") else None
    return found[1] if found else ""


_CAPITALISED = re.compile(r"(?<![\w-])([A-Z][\w-]*)\.?\Z")


def named_last(named: list[tuple[int, str]], position: int) -> str:
    """Of those called by the same words the one whose name stands last before a position."""
    at = bisect.bisect_right(named, position, key=lambda one: one[0])
    return named[max(0, at - 1)][1]


GENERATION = re.compile(r"I{1,3}|IV|VI{0,3}|Jr\.?|Sr\.?")


def last_name(name: str) -> str:
    """The surname: the last part that is no "Jr." or "IV"."""
    parts = name.split()
    while len(parts) > 1 and GENERATION.fullmatch(parts[-1]):
        parts.pop()
    return parts[-1]
