"""Whose a resolution is: the body that passed it, "created by the Council via Resolution 751", "in its Resolution 9, the Council"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.agreements.accessions import SLACK
from sourcebook.extract.facts.signs import BODY, DATE, OTHER
from sourcebook.extract.identity.linking import Linked

NEAR = 140
_PASSED = re.compile(
    rf"(?<!\bnot )(?<!\bto )(?<!\bnever )\b(?:pass(?:es|ed)|adopt(?:s|ed)|approv(?:es|ed)|endors(?:es|ed)|enact(?:s|ed))\s+(?:(?:both|two|three|several|unanimously)\s+)*{SLACK}(?:{OTHER},?\s+and\s+(?:the\s+)?)?\Z"
)
_IN_ITS_OWN = re.compile(rf"(?P<body>{BODY})(?:\s+\([^)]{{1,20}}\))?,?\s+(?:(?:in|with|by|under)\s+its|via|through)\s+{SLACK}\Z")
_ITS = re.compile(rf"\b(?:[Ii]n|[Bb]y|[Tt]hrough|[Ww]ith|[Uu]nder)\s+its\s+{SLACK}\Z")
_OF_WHEN = re.compile(rf"(?:\s*\((?:{DATE}|\d{{4}})\))?(?:\s+(?:of|from|on|in)\s+{DATE})*,\s+the\s+(?P<body>{BODY})")
_OF = re.compile(rf"\s+of\s+the\s+(?P<body>{BODY})(?![’'])")


def resolved(signs: Signs, position: int) -> Iterator[Linked]:
    """The body whose resolution is at a position."""
    if "esolution" not in signs.at[position].found.name:
        return
    text, start = signs.words, max(0, position - NEAR)
    doers = signs.doing(_PASSED.search(text, start, position))
    yield from (each for each in doers.who if each.found.type == "organization") if doers else ()
    own = _IN_ITS_OWN.search(text, start, position)
    later = _OF_WHEN.match(text, position + 1) if own is None and _ITS.search(text, start, position) else None
    yield from (signs.at[each.start("body")] for each in (own, later, _OF.match(text, position + 1)) if each)
