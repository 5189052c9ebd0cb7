"""What places are the home or the scene of: "Bahrain hosts the headquarters of the Fleet", "Konna, where the first talks took place"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.places.locations import placed
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.statements import Statement


def homes(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "Bahrain hosts the headquarters of the Fleet", "Vienna is home to the Agency"."""
    text, end = reading.text, sentence.span.end
    for place in places:
        body = reading.after(_HOME_TO.match(text, place.span.end, end), end, "organization", within=1)
        if body and body.entity != place.entity:
            yield placed(body, place, sentence)


_HOME_TO = re.compile(
    r"(?:,\s+which)?\s+(?:is|was)\s+(?:the\s+)?(?:home|host|seat)\s+(?:to|of)\s+(?:the\s+)?"
    r"|\s+(?:has\s+)?host(?:s|ed)?\s+the\s+(?:headquarters\s+(?:of|for)\s+(?:the\s+)?)?"
)


def scenes(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "Konna, the scene of the battle", "Konna, where the first talks took place"."""
    text, end = reading.text, sentence.span.end
    told: set[str] = set()
    for place in places:
        event = reading.after(_SCENE.match(text, place.span.end, end), end, "event", within=1)
        there = reading.after(None if event else _WHERE.match(text, place.span.end, end), end, "event", within=1)
        if there and not _ROAMS.search(there.found.name) and _TOOK_PLACE.match(text, there.span.end, end):
            event = there
        for pattern in (_SUFFERED, _WHERE_HELD):
            hit = None if event else pattern.match(text, place.span.end, end)
            blow = reading.after(hit, end, "event", within=AT_MOST)
            near = hit and blow and _ADJECTIVES.fullmatch(text, hit.end(), blow.span.start)
            event = blow if near and blow and not (pattern is _WHERE_HELD and _ELSEWHERE.match(text, blow.span.end, end)) else event
        # "Oslo, Norway, where": the town.
        if event and event.entity not in told:
            told.add(event.entity)
            yield placed(event, place, sentence)


_SCENE = re.compile(
    r"(?:(?:,\s+[A-Z][\w-]+)?,\s+(?:which\s+(?:is|was|will\s+be)\s+)?(?:the\s+)?"
    r"|\s+(?:is|was|(?:will|is\s+to)\s+be|served\s+as)\s+(?:also\s+)?the\s+)(?:site|scene|location|venue|place|host)\s+(?:of|for)\s+"
    r"(?:(?:the|an?|(?:last|this|next)(?:\s+(?:year|month|week)[’']s)?)\s+)?(?:[A-Z]\w+[’']s\s+)?"
    r"|(?:,\s+which\s+(?:also\s+)?hosted|,?\s+(?:which\s+)?play(?:ed|s)\s+host\s+to)\s+(?:(?:the|an?)\s+)?"
)
_SUFFERED = re.compile(
    r"(?:,\s+[A-Z][\w-]+,)?(?:,?\s+which)?\s+(?:has\s+|had\s+)?(?:(?:also|recently|already|again)\s+)?"
    r"(?:(?:suffered|witnessed|saw|seen|experienced|endured|went\s+through|came\s+under)"
    r"|(?:is|was|were|been|being)\s+(?:hit|rocked|struck|shaken|devastated|gripped|plagued|racked|wracked|torn)\s+by)\s+"
    r"(?:(?:an?|the|several|two|three|more|its|their)\s+)?"
)
"""After a place that an event befell: " was rocked by two"."""
_ADJECTIVES = re.compile(r"(?:(?!(?:of|in|and|with|for|to)\b)[a-z-]+\s+){0,3}")
AT_MOST = 40
"""Code points of what leads the noun of an event."""
_WHERE = re.compile(r"(?:,\s+[A-Z][\w-]+)?,\s+where\s+(?:the\s+|an?\s+)?(?:(?:first|initial|latest|previous|second|next)\s+)?")
_WHERE_HELD = re.compile(
    r"(?:,\s+[A-Z][\w-]+)?,?\s+where\s+(?:(?!not\b|never\b|which\b|that\b|who\b)[\w’'.-]+\s+){1,7}?"
    r"(?:(?:will\s+)?(?:hold|have|host|attend|convene|launch|open|conduct)|holds|held|had|hosts|hosted|attends|attended|convened|(?:took\s+)?part\s+in|participated\s+in"
    r"|launched|opened|conducted|concluded|carried\s+out|committed|perpetrated)\s+"
    r"(?:(?:an?|the|their|his|her|its|two|three|several)\s+)?"
)
"""As in "Konna, where the two leaders held a working dinner"."""
_ELSEWHERE = re.compile(r"(?:\s+(?:on|with|for)\s[^.;,]{3,60}?)?\s+(?:in|at)\s+(?:the\s+)?[A-Z]")
_ROAMS = re.compile(r"(?i)\b(?:campaign|fight|effort|election|vote)\b")
"""What goes on at many places."""
_TOOK_PLACE = re.compile(
    r"(?:\s+(?:between|among|with|on|of|over)\s[^.;,]{3,90}?)?\s+"
    r"(?:was|were|is|are|will|would|has|have|had|took\s+place|takes\s+place|happened|occurred|began|begins?"
    r"|open(?:s|ed)?|ended|stalled|resumed?|continued?|failed|collapsed)\b"
)
