"""Where embassies, branch offices and schools are: "the Norwegian Embassy at Lima", "the Bank has offices in Oslo", "the Staff College, Lima"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.places.placing import placed
from sourcebook.extract.facts.places.sizes import PROVINCE
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import size_of
from sourcebook.extract.statements import Statement

_MISSION = re.compile(r"\b(?:Embass(?:y|ies)|Legation|Consulate|Consulate[- ]General|High\s+Commissions?|Mission|Liaison\s+Office)\b")
_MOVED = r"(?:(?:was|were|has|have|had|been|later|then|also|first|officially|formally)\s+)*(?:moved|relocated|transferred)\s+(?:from\s+(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}\s+)?to"
_OPENED = r"(?:(?:was|were|has|have|had|been|first|officially|formally)\s+)*(?:opened|established|reopened|set\s+up)(?:\s+(?:first|again))?\s+(?:in|at)"
_AT = re.compile(
    rf"(?:\s+(?:of|to)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*)?(?:\s+\([^)]*\))?,?\s+(?:at|in|{_MOVED}|{_OPENED})\s+(?:the\s+city\s+of\s+)?"
)
_LIES = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s(?!(?:which|that|who|whose)\b)[^,;.“”]{3,90},|,(?!\s+(?:is|are|was|has)\b))?\s+(?:(?:which|that)\s+|whose\s+(?:[Ss]ecretariat|[Hh]eadquarters|seat|campus)\s+)?"
    r"(?:(?:(?:is|are|was|has\s+been)\s+)?(?:(?:also|now|currently|permanently|temporarily)\s+)*(?:located|situated|headquartered|housed|seated|functioning|operating)|(?<=ariat )is|(?<=uarters )(?:is|are))\s+(?:in|at|on)\s+(?:the\s+)?"
    r"(?:(?:(?:historic|central|capital|nearby|northern|southern|eastern|western)\s+)?(?:(?:city|town|village|district|municipality|port|capital|province)\s+of\s+)?)(?=[A-Z])"
)
"""As in "the University, opened in 2019 by both ministries, is located in the city of Lund", "the Union, whose Secretariat is located in Lund"; "the mission, which the
Council set up, is located in Lund" is not of the last body."""
_OF_TOWN = re.compile(r"(?:\s+\([^)]*\))?\s+(?:of|in)\s+the\s+(?:city|town|village)\s+of\s+(?=[A-Z])")
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


@where(
    _WORDS
    | words(
        "university institute college school academy hospital museum library conservatory seminary laboratory at to located situated headquartered housed seated"
        " functioning operating secretariat ministry"
    )
)
def offices_in(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The places of missions and offices."""
    text, end = reading.text, sentence.span.end
    bodies = reading.inside(sentence.span, "organization")
    for body in bodies:
        found = _AT.match(text, body.span.end, end) if _MISSION.search(body.span.of(text)) else None
        place = reading.after(found, end, "place")
        if place is None and reading.led(_SENT_TO, sentence, body.span.start, NEAR):
            place = reading.after(_THERE.match(text, body.span.end, end), end, "place")
        lies = _LIES.match(text, body.span.end, end) if place is None else None
        if lies is None and place is None and _SCHOOL.search(body.found.name):
            lies = _OF_TOWN.match(text, body.span.end, end)
        place = reading.next(lies.end(), end, "place", within=0) if lies else place
        organ = next((one for one in bodies if lies and _OF.fullmatch(text, one.span.end, body.span.start)), body)
        place = place or _behind(reading, sentence, body)
        if place:
            # "The Harbour Office of the Union is located in Lund": the office.
            yield placed(organ, place, sentence)
    if sentence.words.isdisjoint(_OFFICES):
        return
    signs = signs_of(reading, sentence)
    for found in _OFFICES_IN.finditer(signs.words):
        place, who = signs.at.get(found.end()), signs.doing(found)
        for each in who.who if who and place and place.found.type == "place" else ():
            if place and each.found.type == "organization":
                yield placed(each, place, sentence)


_OF = re.compile(r"(?:\s+\([^()]{1,16}\))?\s+of\s+(?:the\s+)?")


def _behind(reading: Reading, sentence: Sentence, body: Linked) -> Linked | None:
    """The town or the land behind a school, or behind a body at which somebody is: "the Staff College, Lima", "at the Council in Oslo"."""
    text, end = reading.text, sentence.span.end
    school = _SCHOOL.search(body.found.name)
    comma = text.startswith(", ", body.span.end) and (school or _MINISTRY.match(body.found.name))
    place = reading.next(body.span.end + 2, end, "place", within=0) if comma else None
    if place and (school or size_of(place) < PROVINCE):
        return place if _CLOSES.match(text, place.span.end, end) else None
    led = _AT_THE.search(text, body.span.start - len("within the "), body.span.start)
    sits = led and (led["at"] or _SITS.search(body.found.name))
    town = reading.after(_THERE.match(text, body.span.end, end) if sits else None, end, "place")
    return town if town and size_of(town) <= PROVINCE and not _OWNS.match(text, town.span.end) else None


_SCHOOL = re.compile(
    r"\b(?:University|Universities|Institute|College|School|Academy|Hospital|Museum|Library|Conservatory|Seminary|Laboratory|Cent(?:re|er))\b"
)
_MINISTRY = re.compile(r"(?:Ministry|Secretariat|Department)\b")
_CLOSES = re.compile(
    r"\s*(?:[.;)]|,(?!\s+(?:and\s+)?(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*,?\s+and\s)|\Z)|\s+(?:in|from|between|where|and\s+(?:the|an?|was|is|has|later))\b"
)
"""After the place of a school: no list goes on."""
_AT_THE = re.compile(r"\b(?:(?P<at>at|to)|on|of|in|before)\s+(?:the\s+)?\Z")
_SITS = re.compile(r"\b(?:Council|Court|Commission|Committee|Conference|Assembly|Tribunal|Secretariat|Parliament)\b")
"""Bodies with a seat; whoever is of others, met in a town, need not be at home."""
_OWNS = re.compile(r"[’']s?\s")
_OFFICES = words("office offices")
