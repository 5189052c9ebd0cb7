"""Whose contracts are: who awards them and who wins them."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import DATE, FOLK, OFFICE, STATE, Signs
from sourcebook.extract.facts.groups import Actors, parties
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words

_AWARDING = words("award awards awarded awarding gave gives granted grants won wins secured received obtained landed")
_SLACK = (
    rf"(?:an?|the|its|their)\s+(?:(?!(?:and|or|in|at|on|with|to|by|from|that|which|who|before|after|for|not|no)\b)[$€£]?[\w.,’'-]+\s+"
    rf"|[“\"‘'{FOLK}{STATE}{DATE}{OFFICE}](?:[’']s?)?\s*){{0,6}}\Z"
)
_GAVE = re.compile(r"(?<!was )(?<!were )(?<!been )\b(?:award(?:s|ed|ing)?|g[ai]ves?|grant(?:s|ed)?)\s+(?:the\s+)?")
_GIVEN = re.compile(rf"\b(?:(?:was|were|been)\s+(?:awarded|given|granted)|w[io]ns?|secured|received|obtained|landed)\s+{_SLACK}")
_THEN = r"(?:\s+(?:for|on|to\s+(?=[a-z])|worth|valued)\s[^.;“”]{2,70}?)?"
_TO = re.compile(rf"{_THEN}\s+to\s+(?:the\s+)?")
_BY = re.compile(rf"{_THEN}\s+(?:by|from|with)\s+(?:the\s+)?")
_CONTRACT = re.compile(r"\b[Cc]ontracts?\b")
NEAR = 110


def awarded(signs: Signs, position: int) -> Iterator[Linked]:
    """Of "Norway awarded Copper Works the contract", "Copper Works won a contract from Norway", both sides of the contract at a position."""
    if signs.spoken.isdisjoint(_AWARDING) or not _CONTRACT.search(signs.at[position].found.name):
        return
    text, start = signs.words, max(0, position - NEAR)
    if given := _GIVEN.search(text, start, position):
        sides = [signs.doing(given), signs.after(_BY.match(text, position + 1))]
    elif gave := next(reversed([*_GAVE.finditer(text, start, position)]), None):
        winner = _winner(signs, gave.end(), position)
        sides = [signs.doing(gave), winner] if winner else []
    else:
        return
    yield from (each for found in sides for each in parties(found))


def _winner(signs: Signs, start: int, position: int) -> Actors | None:
    """Who is given a contract, before or after its position: "awarded Copper Works the contract", "awarded the contract to Copper Works"."""
    found = signs.list_at(start)
    if found and _UP_TO.fullmatch(signs.words, found.end, position):
        return found
    return signs.after(_TO.match(signs.words, position + 1) if _UP_TO.fullmatch(signs.words, start - 1, position) else None)


_UP_TO = re.compile(rf"\s+{_SLACK}")
