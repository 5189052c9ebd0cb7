"""Capitals that stand for their states: "Oslo, which is allied with both Lima and Accra"."""

from copy import copy

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import PLACE, STATE, Signs
from sourcebook.extract.identity.linking import Linked


def with_capitals(signs: Signs) -> Signs:
    """The sentence with the sign of a state for each capital that acts, or is dealt with: not for a town where something is."""
    if PLACE not in signs.words:
        return signs
    letters = list(signs.words)
    for at, each in signs.at.items():
        if letters[at] == PLACE and is_city(each) and each.found.name.istitle() and not _is_town(signs.words, at):
            letters[at] = STATE
    other = copy(signs)
    other.words = "".join(letters)
    return other


def is_city(who: Linked) -> bool:
    """Whether a mention is of a capital rather than of a state or a body."""
    return bool(who.found.entry and who.found.entry.capital and who.found.entry.kind == "city")


def _is_town(words: str, at: int) -> bool:
    return bool(_THERE.search(words, max(0, at - NEAR), at) or _IN_LAND.match(words, at + 1))


NEAR = 24
"""Signs and letters before a town in which a word says that something is there."""
_THERE = re.compile(
    r"(?:\b(?:in|at|from|near|outside|around|into|via|through|across|left|leaving|visited|visiting|reached|inside|over|where|capital,?)\s+(?:the\s+)?(?:capital,?\s+|city\s+of\s+)?"
    rf"|[{STATE}{PLACE}](?:[’']s)?\s+)\Z"
)
_IN_LAND = re.compile(rf",\s+[{STATE}{PLACE}]|\s*\(|\s+[-–—]\s|-based|\s+(?:airport|summit|talks|conference|meeting|region|province)\b")
