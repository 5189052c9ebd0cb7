"""Where embassies and branch offices are: "the Norwegian Embassy at Lima", "the Bank and the Fund have offices in Oslo"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.places.locations import placed
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement

_MISSION = re.compile(r"\b(?:Embass(?:y|ies)|Legation|Consulate|Consulate[- ]General|High\s+Commissions?|Mission|Liaison\s+Office)\b")
_MOVED = r"(?:(?:was|were|has|have|had|been|later|then|also|first|officially|formally)\s+)*(?:moved|relocated|transferred)\s+(?:from\s+(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}\s+)?to"
_OPENED = r"(?:(?:was|were|has|have|had|been|first|officially|formally)\s+)*(?:opened|established|reopened|set\s+up)(?:\s+(?:first|again))?\s+(?:in|at)"
_AT = re.compile(
    rf"(?:\s+(?:of|to)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*)?(?:\s+\([^)]*\))?\s+(?:at|in|{_MOVED}|{_OPENED})\s+(?:the\s+city\s+of\s+)?"
)
_SENT_TO = re.compile(r"\b(?:[Rr]epresentative|[Aa]mbassador|[Dd]elegate|[Oo]bserver)\b[^.,;]{0,40}\s(?:to|at)\s+(?:the\s+)?\Z")
_THERE = re.compile(r"(?:\s+\([^)]*\))?\s+(?:in|at)\s+")
"""As in "Representative of Chile to the Union in Oslo"."""
NEAR = 80
_OFFICES_IN = re.compile(
    r"\b(?:have|has|had|maintains?|maintained|opened|opens)\s+(?:(?:an?|its|their|also|regional|local|field|permanent|country|branch|representative|liaison)\s+)*offices?\s+(?:in|at)\s+"
)
_WORDS = words(
    "embassy embassies legation consulate consulates mission representative ambassador delegate observer offices office commission commissions"
)


@where(_WORDS)
def offices_in(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The places of missions and offices."""
    text, end = reading.text, sentence.span.end
    for body in reading.inside(sentence.span, "organization"):
        found = _AT.match(text, body.span.end, end) if _MISSION.search(body.span.of(text)) else None
        place = reading.next(found.end(), end, "place", within=0) if found else None
        if place is None and _SENT_TO.search(text, max(sentence.span.start, body.span.start - NEAR), body.span.start):
            there = _THERE.match(text, body.span.end, end)
            place = reading.next(there.end(), end, "place", within=0) if there else None
        if place:
            yield placed(body, place, sentence)
    if sentence.words.isdisjoint(_OFFICES):
        return
    signs = signs_of(reading, sentence)
    for found in _OFFICES_IN.finditer(signs.words):
        place, who = signs.at.get(found.end()), signs.list_before(found.start())
        for each in who.who if who and place and place.found.type == "place" else ():
            if place and each.found.type == "organization":
                yield placed(each, place, sentence)


_OFFICES = words("office offices")
