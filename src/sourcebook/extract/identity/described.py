"""Agreements by what they are on: "the fisheries pact" is the one that the text has called "the 1999 Fjord fisheries deal"."""

from collections.abc import Mapping, Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.known import DESCRIBED
from sourcebook.extract.events.borders import JUDGED
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

HEADS = words("agreement accord pact treaty deal")
"""Words for the same instrument, whichever of them a text uses first."""
_SAY_NOTHING = JUDGED | words(
    "original multilateral international landmark old january february march april may june july august september october november december"
)
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s+(?:(?!and\b|or\b)[\w-]+\s+){0,2}\Z")
_SOME = re.compile(
    r"(?i)\b(?:an?|another|any|no|new|such|future|every|each|other)\s+"
    r"(?:(?!(?:the|this|that|these|its|of|to|in|from|with|for|by|on|at|and\s+the)\b)[\w“”‘’'\"-]+,?\s+){0,3}\Z"
)
"""Before a description of one not told of before: "a longer and stronger fisheries pact"."""
NEAR = 60


def described(name: str) -> frozenset[str] | None:
    """What a description says of an agreement without its common noun; nothing for a name.

    >>> sorted(described("historic Fjord fisheries deal")), described("Fjord Treaty"), described("fisheries deals")
    (['fisheries', 'fjord'], None, None)
    """
    *said, head = name.replace("’s", "").replace("'s", "").split()
    return frozenset(map(str.casefold, said)) - _SAY_NOTHING if head in HEADS else None


def by_description(mentions: Sequence[Found], text: str, called: Mapping[str, str]) -> list[Found]:
    """Agreements under the name of the one that a description fits: the only one told of that has all that it says.

    `called` are the names of those that the text itself gives both: "the fisheries deal, officially known as the Fjord Compact".
    """
    keys = {each.span: key for each in mentions if each.type == "agreement" and (key := _key(each, text))}
    told: dict[str, frozenset[str]] = {}
    for each in mentions:
        full = called.get(each.name, each.name)
        if full in DESCRIBED:
            told[full] = DESCRIBED[full]
        elif full != each.name and each.span in keys:
            told[full] = told.get(full, frozenset()) | keys[each.span]
    return [each.called(_meant(each, key, text, told)) if (key := keys.get(each.span)) else each for each in mentions]


def _meant(each: Found, key: frozenset[str], text: str, told: dict[str, frozenset[str]]) -> str:
    """The name of the agreement that a description means, which is told of from now on."""
    name, years = each.name, _years(key)
    if years or not _SOME.search(text, max(0, each.span.start - NEAR), each.span.start):
        # "The 1999 fisheries deal" is "the fisheries pact" of before, unless that was of another year.
        fitting = [one for one, whole in told.items() if key <= whole or (key - years == _plain(whole) and not _years(whole))]
        fitting = [one for one in fitting if not _is_of_others(told[one], text, each.span.end)]
        fitting = fitting or [one for one, whole in DESCRIBED.items() if _years(whole) < key <= whole]
        known = [one for one in fitting if one in DESCRIBED] or fitting
        name = known[0] if len(known) == 1 else name
    two = _OF_TWO.search(text, max(0, each.span.start - NEAR // 2), each.span.end)
    told[name] = told.get(name, frozenset()) | key | ({f"={two['two']}"} if two else frozenset())
    return name


def _plain(whole: frozenset[str]) -> frozenset[str]:
    """What is said of an agreement but for the two whose it is."""
    return frozenset(each for each in whole if each[0] != "=")


def _is_of_others(whole: frozenset[str], text: str, end: int) -> bool:
    """Whether a description that ends at a place is of one with somebody else: "the nuclear deal with Chile" after "the Norway-Peru nuclear deal"."""
    found = _WITH.match(text, end)
    of_two = [each[1:] for each in whole if each[0] == "="]
    # "Chile" in "the Peruvian-Chilean pact"
    return found is not None and bool(of_two) and not any(found["with"][:STEM] in each for each in of_two)


STEM = 4
"""Letters that the name of a state and its adjective share."""
_OF_TWO = re.compile(r"\b(?P<two>[A-Z][\w.]*[-–][A-Z][\w.]*)\s+(?:[a-z][\w-]*\s*){1,4}\Z")
_WITH = re.compile(r"\s+with\s+(?:the\s+)?(?P<with>[A-Z][\w.]*)")


def _key(each: Found, text: str) -> frozenset[str] | None:
    """What the words of an agreement say of it, with its year."""
    key = described(each.span.of(text))
    if key is None or " between " in each.name:
        return None
    year = _YEAR.search(text, max(0, each.span.start - NEAR), each.span.start)
    return key | {year["year"]} if year else key


def _years(key: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in key if each.isdigit())


def is_description(span: Span, text: str) -> bool:
    """Whether words say what an agreement is on, rather than name it."""
    return described(span.of(text)) is not None
