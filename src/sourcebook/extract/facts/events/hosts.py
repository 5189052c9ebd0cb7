"""Who is thanked or praised for holding an event: "thanked Norway for hosting the summit", "Norway's hosting of the summit", "Chile, whose country hosted the summit"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.events.slack import FAR, SLACK
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.signs import EVENT, FOLK, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words

HOSTING = words("hosting organizing organising convening holding staging chairing hosted host held")
"""One of these stands in what is read here."""
_DOING = r"(?:(?:co-)?(?:host|organi[sz]|conven|hold|stag|chair)ing)"
_MORE = rf"(?:\s+[^.;:“”{EVENT}]{{2,40}}?\s(?:for|to|at))?"
"""Whom they convene for it."""
_THANKED = re.compile(
    r"\b(?P<verb>(?:thank|congratulat|prais|commend|applaud|credit|laud|compliment)(?:s|e[sd]?|ed|ing)?\s+)"
    rf"(?P<whom>[^.;:“”{EVENT}]{{1,120}}?)\s+(?:for|on|in)\s+(?:(?:his|her|its|their|the)\s+(?:[a-z]+\s+){{1,3}}?(?:in|of|for|by)\s+)?"
    rf"(?P<planned>(?:offer|agree|promis|propos|plan|prepar|consider)\w*\s+(?:to\s+(?:[a-z]+\s+)?)?)?(?:[a-z]+ly\s+)?(?:host|{_DOING}){_MORE}\s+{SLACK}\Z"
)
_OWN = re.compile(rf"(?P<own>[’']s?)\s+(?:[a-z]+\s+)?{_DOING}\s+(?:of\s+)?{SLACK}\Z")
_WHOSE = re.compile(
    rf"(?P<who>[{STATE}{FOLK}])(?:[’']s?)?\s+[^.;:,“”{EVENT}]{{3,60}},\s+whose\s+country\s+"
    rf"(?:(?:is|was|has|had|also)\s+)*(?:host(?:s|ed|ing)?|held|(?:plays?|played|playing)\s+host\s+to)\s+{SLACK}\Z"
)


def hosts(signs: Signs, position: int) -> Iterator[Linked]:
    """Those who by the words before it have held the event at a position."""
    thanked = _THANKED.search(signs.words, position - FAR, position)
    found = signs.after(thanked, "verb")
    done = thanked and not thanked["planned"]
    yield from found.who if found and thanked and done and _TO_END.fullmatch(signs.words, found.end, thanked.end("whom")) else ()
    yield from those(signs.owning(_OWN.search(signs.words, position - FAR, position)))
    whose = _WHOSE.search(signs.words, position - FAR, position)
    yield from [signs.at[whose.start("who")]] if whose else []


def is_thanked(signs: Signs, position: int) -> bool:
    """Whether somebody thanks others for what they did for the event at a position: it is no deed of his."""
    return not signs.spoken.isdisjoint(HOSTING) and bool(_THANKED.search(signs.words, position - FAR, position))


_TO_END = re.compile(r"(?:,?\s+[a-z]+)?")
