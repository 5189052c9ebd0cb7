"""What a place tells that stands before what is there: "In Oslo, the minister will speak at the forum", "Konna, where the first talks took place"."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.places.placing import COMPASS, WITHIN, placed
from sourcebook.extract.facts.places.sizes import PROVINCE, known_within
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_bloc, size_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span


def within_fronted(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "In Nigeria, gunmen attacked the town of Gwoza": places that the tables know to be in the country, or districts of it."""
    text, places = reading.text, reading.inside(sentence.span, "place", "demonym")
    first = places[0] if places and places[0].found.type == "place" else None
    if first is None or size_of(first) < PROVINCE or not _FRONT_LAND.fullmatch(text, sentence.span.start, first.span.start):
        return
    if text[first.span.end : first.span.end + 1] != ",":
        return
    for each, following in pairwise([*places[1:], None]):
        if each is None or each.found.type != "place" or not known_within(each, first):
            continue
        elsewhere = following and WITHIN.fullmatch(text, each.span.end, following.span.start) and size_of(following) > size_of(each)
        if not elsewhere and _AT.search(text, max(first.span.end, each.span.start - NEAR), each.span.start):
            yield placed(each, first, sentence)


_FRONT_LAND = re.compile(rf"(?:(?:Meanwhile|Elsewhere),\s+)?[Ii]n\s+(?:the\s+)?{COMPASS}")
_AT = re.compile(r"\b(?:in|at|near|outside|around|of|on)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}\Z")


def before_events(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """Where the place stands first: "in Oslo on 3 May for talks on fishing"."""
    happenings = reading.inside(sentence.span, "event")
    for place in places if happenings else ():
        hosted = reading.after(_HOSTS.match(reading.text, place.span.end, sentence.span.end), sentence.span.end, "event", within=1)
        if hosted and not _ELSEWHERE.match(reading.text, hosted.span.end, sentence.span.end):
            # "Ganja, Azerbaijan hosted the meeting": the city.
            city = next(
                (each for each in places if each.span.end + len(", ") == place.span.start and size_of(each) < size_of(place)), place
            )
            yield placed(hosted, city, sentence)
        joint = _FOR_EVENT.match(reading.text, place.span.end, sentence.span.end)
        event = reading.after(joint, sentence.span.end, "event", within=30)
        if joint is None or event is None or not _ADJECTIVES.fullmatch(reading.text, joint.end(), event.span.start):
            continue
        if _RECALLED.search(reading.text, sentence.span.start, place.span.start):
            # "Recalled its envoy in Lima for talks": these are at home.
            continue
        if " to " in joint[0] and reading.next(event.span.end, sentence.span.end, "place", within=NEAR):
            # "Arrived in Lima to attend the summit in Cusco"
            continue
        if reading.led(_IN_HERE, sentence, place.span.start):
            yield placed(event, place, sentence)


def fronted(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "In Oslo, the minister will speak at the Arctic Forum": the event that is attended or goes on there, if no other place follows it."""
    text, end = reading.text, sentence.span.end
    dateline = _DATELINE.match(text, sentence.span.start, end) if text.find("In ", sentence.span.start, end) > sentence.span.start else None
    start = dateline.end() if dateline else sentence.span.start
    first = next((each for each in places if each.found.type == "place" and each.span.start >= start), None)
    if first is None or not FRONT.fullmatch(text, start, first.span.start) or not text.startswith(",", first.span.end):
        return
    # "In Orgun district, Paktika province, a force"
    wider = next((each for each in places if each.span.start == first.span.end + len(", ") and size_of(each) > size_of(first)), first)
    apart = wider is first or text.startswith(",", wider.span.end)
    for event in reading.inside(Span(first.span.end, end), "event") if apart else ():
        attended = _ATTENDS.search(text, max(first.span.end, event.span.start - NEAR), event.span.start)
        elsewhere = None if _WHO_CAME.match(text, event.span.end, end) else reading.next(event.span.end, end, "place", within=30)
        told = reading.inside(Span(wider.span.end, event.span.start), "place") if attended and attended["during"] else ()
        if attended and not elsewhere and not told and all(_is_water(each) for each in reading.inside(event.span, "place")):
            yield placed(event, first, sentence)


_WHO_CAME = re.compile(r",\s+(?:in\s+which|attended\s+by|which\s+brought\s+together)\s")


def _is_water(place: Linked) -> bool:
    """Whether an event that is called after a place need not be there: "the Lake Baikal Forum", but not "the Geneva talks"."""
    return place.found.entry is not None and place.found.entry.kind == "water"


_DATELINE = re.compile(
    r"[^.;!?”]{0,120}?(?<![\w-])[A-Z][A-Z’' ]+(?:, [A-Z][\w.]+(?: [A-Z]\w+)*)?\s*(?:\([^)]{2,30}\)\s*[-–—]*|[-–—]+)\s*(?=In\b)"
)
"""As in "LIMA, Peru (May 3) – In Cusco, the minister"."""
FRONT = re.compile(r"(?:While\s+)?[Ii]n\s+(?:the\s+)?")
_ATTENDS = re.compile(
    r"\b(?:(?P<during>during)|at|attend(?:s|ed|ing)?|(?:participat|t(?:ake|akes|aking|ook)\s+part)\w*\s+in|(?:co-)?chair(?:s|ed|ing)?|address(?:es|ed|ing)?|host(?:s|ed|ing)?|join(?:s|ed|ing)?|open(?:s|ed|ing)?|inaugurat(?:es?|ed|ing))\s+(?:the\s+|an?\s+)?(?:(?:opening|closing|inauguration|launch)(?:\s+(?:session|ceremony))?\s+of\s+(?:the\s+|an?\s+)?)?(?:[a-z-]+\s+){0,2}\Z"
)
_HOSTS = re.compile(r"\s+(?:(?:will|is|was|to|has|had)\s+){0,2}(?:also\s+)?host(?:s|ed|ing)?\s+(?:the\s+|an?\s+)?")
_IN_HERE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[A-Z][\w-]+,\s+)?\Z")
_FOR_EVENT = re.compile(
    r"(?:,\s+[A-Z][\w.]+|\s+\([^)]{2,40}\))?,?\s+(?:(?:on\s+)?(?:[A-Z][a-z]+day,?\s+)?(?:on\s+)?(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)(?:,?\s+\d{4})?,?\s+|today\s+|this week\s+)?(?:for|to\s+(?:attend|participate\s+in|take\s+part\s+in|join|address|chair|co-chair|host))\s+(?:the\s+|an?\s+)?"
)
_ADJECTIVES = re.compile(r"(?:[a-z-]+\s+){0,2}")
_ELSEWHERE = re.compile(r"(?:\s+(?:on|for)\s[^.;,]{3,60}?)?\s+in\s+(?:the\s+)?[A-Z]")
"""After "Norway will host a conference": " on fish in Oslo"."""
_RECALLED = re.compile(r"\b(?:recall|summon|withdr[ae]w)\w*\b")


def homes(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "Bahrain hosts the headquarters of the Fleet", "Vienna is home to the Agency"."""
    text, end = reading.text, sentence.span.end
    for place in places:
        home = _HOME_TO.match(text, place.span.end, end)
        body = reading.after(home, end, "organization", within=1)
        # "Norway hosts the G-7 this year": those who meet there.
        guests = body and home and "host" in home[0] and "headquarters" not in home[0] and (is_bloc(body) or _MEETS.search(body.found.name))
        if body and body.entity != place.entity and not guests:
            yield placed(body, place, sentence)


_MEETS = re.compile(r"\bGroup\s+of\b|\bG-?\d|\b(?:Forum|Conference|Congress|Summit|Quad|Assembly|Economic\s+Cooperation)\b")
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
            near = hit and blow and _BEFORE_BLOW.fullmatch(text, hit.end(), blow.span.start)
            event = blow if near and blow and not (pattern is _WHERE_HELD and _HELD_ELSEWHERE.match(text, blow.span.end, end)) else event
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
_BEFORE_BLOW = re.compile(r"(?:(?!(?:of|in|and|with|for|to)\b)[a-z-]+\s+){0,3}")
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
_HELD_ELSEWHERE = re.compile(r"(?:\s+(?:on|with|for)\s[^.;,]{3,60}?)?\s+(?:in|at)\s+(?:the\s+)?[A-Z]")
_ROAMS = re.compile(r"(?i)\b(?:campaign|fight|effort|election|vote)\b")
"""What goes on at many places."""
_TOOK_PLACE = re.compile(
    r"(?:\s+(?:between|among|with|on|of|over)\s[^.;,]{3,90}?)?\s+"
    r"(?:was|were|is|are|will|would|has|have|had|took\s+place|takes\s+place|happened|occurred|began|begins?"
    r"|open(?:s|ed)?|ended|stalled|resumed?|continued?|failed|collapsed)\b"
)
