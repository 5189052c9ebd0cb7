"""Fields that joint work is for: "works with its neighbours to address port security"; and kinds of aid."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.area_words import GENERIC
from sourcebook.extract.document import Sentence, matches
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words

_AID = re.compile(
    r"\b(?:provid\w+|increas\w+|deliver\w*|offer\w*|extend\w*|sen[dt]\w*|giv\w+|gave|contribut\w+|pledg\w+|announc\w+|fund\w*|step\w*\s+up|allocat\w+)\b(?:\s+(?!and\b|to\b)[\w£$€.,’'-]+){0,6}?\s+"
    r"(?P<area>(?:humanitarian|military|economic|technical|medical|development|security|food|emergency|stabili[sz]ation)\s+(?:support|assistance|aid|training))\b"
)
_JOINTLY = re.compile(
    r"\b(?:collaborat(?:e|es|ed|ing|ion)|co-?operat(?:e|es|ed|ing|ion)|work(?:s|ed|ing)?|partner(?:s|ed|ing)?|efforts|(?:common|shared) (?:interest|commitment|goal)|share an interest)(?:\s+(?:together|closely|jointly))*"
    r"(?:\s+(?:with|between)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+)?\s+(?:to|for|on|in|by)\s+(?=[a-z]+\s)"
)
"""What is done together, before what for: "works with its neighbours to boost port security"."""
_PURPOSE = re.compile(
    r"(?:[a-z]+ly\s+)?(?P<verb>expand|enhanc|strengthen|improv|boost|address|support|promot|advanc|ensur|increas|deepen|develop|reinforc|encourag|foster|rais|upgrad|moderni[sz])(?:e|es|ing|s)?\s+(?:the\s+|greater\s+|more\s+|our\s+|their\s+|its\s+|bilateral\s+|mutual\s+)?"
    r"(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?[’']s?\s+)?(?P<area>(?:(?!and\b)[a-z][\w/-]*\s+){0,3}?(?:of\s+(?:[a-z][\w-]*\s+){0,2}?)?"
    r"(?:security|capabilit(?:y|ies)|development|growth(?:\s+and\s+development)?|trade(?:\s+and\s+investment)?|investment|diversification|stability|migration|trafficking|education|health|infrastructure|resilience|governance|interoperability|preparedness|connectivity|agriculture|resources|energy|tourism))\b(?!\s+(?:of|co-?operation|and\s+[a-z]+\s+co-?operation|ties|relations|council|forces?|officials|situation|architecture|assistance|support))"
)
"""What is wanted: "expand port security"."""
_NEXT_PURPOSE = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:to\s+)?")
_SKIPPED = re.compile(
    r"(?:combat|counter|tackle|fight|prevent|disrupt|reduce|end|stop)(?:ing|s)?\s+(?:the\s+)?[a-z/-]+(?:\s[a-z-]+){0,2}?(?=,|\s+and\s)",
    re.IGNORECASE,
)
_COMMERCE = re.compile(
    r"\b(?:boost|increas|expand|strengthen|deepen|foster|enhanc|grow|promot|encourag)(?:e|es|ing)?\s+(?:[\w-]+\s+){0,2}?(?P<one>trade) and (?P<other>investment)\b"
)


_BETWEEN_TWO = re.compile(
    r"(?<![\w-])(?P<area>(?:non-oil\s+)?(?:trade|investment|commerce|tourism)(?:\s+turnover)?)(?=(?:\s+(?:volume|flows?))?\s+between\s+(?:the\s+)?[a-z])|(?<=\w)[-–](?!oil\b)[a-z]+\s+(?P<pair>trade|investment|commerce|tourism)\b(?!\s+(?:war|agreement|deal|talks|treaty|pact|ties|relations|links|tension|dispute|negotiation))"
)
"""What two have with each other: "trade between Chad and Niger", "Chad–Niger trade"."""


JOINT_LETTERS = words("coll coop co work part effo comm shar")
AID_LETTERS = words("prov incr deli offe exte send sent give givi gave cont pled anno fund step allo")
"""What the words begin with that the patterns of joint work, and of aid, begin with."""


def purposes(
    text: str, lower: str, sentence: Sentence, jointly: list[int], aid: list[int], gazetteer: Gazetteer
) -> Iterator[tuple[int, int]]:
    """Where fields stand that joint work is for, and kinds of aid that are given.

    Args:
        text: the document's.
        lower: the same in small letters.
        sentence: in which they are sought.
        jointly: where words of the sentence stand that begin with `JOINT_LETTERS`.
        aid: the same with `AID_LETTERS`.
        gazetteer: the lists of names.
    """
    start, end = sentence.span.start, sentence.span.end
    for found in _AGAINST.finditer(text, start, end) if not sentence.words.isdisjoint(_FIGHTS) else ():
        yield found.span("area")
    for found in matches(_JOINTLY, lower, jointly, end):
        yield from _aims(text, found.end(), end, gazetteer)
    for found in matches(_AID, lower, aid, end):
        yield found.span("area")
    for found in _BETWEEN_TWO.finditer(lower, start, end) if not sentence.words.isdisjoint(_TRADES) else ():
        first, last = found.span("area") if found["area"] else found.span("pair")
        if found["area"] or text[found.start() + 1].isupper():
            yield first, last
    commerce = lower.find("trade and investment", start, end) >= 0
    for found in _COMMERCE.finditer(lower, start, end) if commerce else ():
        yield found.span("one")
        yield found.span("other")


_AGAINST = re.compile(
    r"\b(?:[Cc]o-?operation|[Cc]ollaboration|cooperat(?:e|es|ed|ing)|collaborat(?:e|es|ed|ing)|coordination)\s+to\s+(?P<area>(?:combat|counter|tackle|fight|prevent|disrupt|reduce)\s+(?:the\s+)?[\w-]+(?:\s(?!(?:and|or|in|on|to|with|by|through|at|from|that|which|as|under|between|across|during|for|including|via|both)\b)[\w-]+){0,3})"
)
"""What is fought together: "cooperation to counter organised crime"."""


_FIGHTS = words("combat counter tackle fight prevent disrupt reduce")
_TRADES = words("trade investment commerce tourism")


def _aims(text: str, at: int, end: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The fields after verbs that say what joint work is for: "to combat fraud, address port security, and support rural development"."""
    while at < end:
        found = _PURPOSE.match(text, at, end)
        if found:
            first, last = found.span("area")
            pair = text.find(" and investment", first, last)
            if pair > 0:
                yield first, pair
                yield pair + len(" and "), last
            elif (found["area"].split()[-1] not in GENERIC and " " in found["area"]) or found["area"] in gazetteer.areas:
                yield first, last
        passed = found or _SKIPPED.match(text, at, end)
        further = _NEXT_PURPOSE.match(text, passed.end(), end) if passed else None
        if further is None:
            return
        at = further.end()
