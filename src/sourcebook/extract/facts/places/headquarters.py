"""Where bodies have their seats: "the secretariat of the Union is in Lund", "Headquartered in Lund, the Union", "Lund, the seat of the Union"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.meant import THE_BODY, body_meant
from sourcebook.extract.facts.places.placing import COMPASS, placed
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, FOLK, PERSON, PLACE, STATE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.statements import Statement

_ASIDE = r"(?:\s+\([^)]{1,40}\))?"
_SEAT = (
    r"(?:(?:global|world|regional|main|new|current|permanent|principal|official|international|central|general)\s+)*"
    r"(?:headquarters?|HQ|head\s+offices?|main\s+offices?|seat|secretariat|base)"
)
_THE_BODY = rf"(?:the\s+)?(?P<body>{BODY}){_ASIDE}"
_TOWN = (
    rf"(?:the\s+)?{COMPASS}(?:{FOLK}\s+|[{STATE}{PLACE}][’']s\s+)?(?:(?:[a-z-]+\s+)?(?:city|town|capital|port|village|island|suburb|district)(?:\s+city)?,?\s+(?:of\s+)?)?"
    rf"(?P<place>[{PLACE}{STATE}])(?![’'])"
)
_FRAMES = (
    # "the secretariat of the Union is located in Lund", "the seat of the Union is Lund"
    re.compile(
        rf"\b{_SEAT}\s+(?:of|for)\s+{_THE_BODY},?\s+(?:which\s+)?(?:is|are|was|were|lies|sits|stands)\s+"
        rf"(?:(?:also|now|currently|still)\s+)?(?:(?:located|situated|based|housed|found)\s+)?(?:(?:in|at|on)\s+)?{_TOWN}"
    ),
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE}(?:[’']s?)\s+{_SEAT}\s+(?:is|are|was|were|lies|sits|stands)\s+"
        rf"(?:(?:also|now|currently|still)\s+)?(?:(?:located|situated|based|housed|found)\s+)?(?:(?:in|at|on)\s+)?{_TOWN}"
    ),
    # "Headquartered in Lund, the Union"
    re.compile(
        rf"\A\W*(?:[Hh]eadquartered|[Bb]ased|[Ss]eated|[Ll]ocated|[Ss]ituated|[Hh]oused|(?:[Ww]ith|[Ff]rom|[Aa]t)\s+(?:its\s+|an?\s+)?{_SEAT})\s+(?:in|at|out\s+of)\s+"
        rf"{_TOWN}(?:,\s+{STATE})?,\s+{_THE_BODY}(?![’'])"
    ),
    # "the Union, with its seat in Lund", "the Union, which has its headquarters in Lund"
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE},?\s+(?:(?:which|and|that)\s+)?(?:with|ha[sd]|having|maintains|keeps|retains)\s+"
        rf"(?:its\s+|an?\s+|the\s+|their\s+)?{_SEAT}\s+(?:in|at)\s+{_TOWN}"
    ),
    # "the Union, whose seat is in Lund"
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE},\s+whose\s+{_SEAT}\s+(?:is|are|was|were)\s+(?:(?:located|situated|based)\s+)?(?:in|at)\s+{_TOWN}"
    ),
    # "the Union moved its headquarters from Lund to Oslo"
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE}\s+(?:(?:has|had|then|later|also)\s+)*(?:moved|relocated|transferred|shifted|set\s+up|established|opened)\s+"
        rf"(?:its|their|an?)\s+{_SEAT}\s+(?:from\s+(?:the\s+)?[{PLACE}{STATE}](?:,\s+{STATE},?)?\s+)?(?:to|in|at)\s+{_TOWN}"
    ),
    # "the Lund headquarters of the Union", "the Union's Lund headquarters"
    re.compile(rf"(?P<place>{PLACE})\s+{_SEAT}\s+of\s+{_THE_BODY}"),
    re.compile(rf"(?P<body>{BODY})[’']s?\s+(?P<place>{PLACE})(?:[-–]based)?\s+{_SEAT}\b"),
    # "the Union, whose Lund headquarters"
    re.compile(rf"(?P<body>{BODY}){_ASIDE},\s+whose\s+(?P<place>{PLACE})\s+{_SEAT}\b"),
    # "the Union is headquartered in the Norwegian capital, Oslo", "the Tribunal, which sits in Lund"
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE}(?:,\s[^,;.“”{BODY}{PERSON}]{{3,90}},|,)?\s+(?:(?:which|that)\s+)?(?:(?:also|now|currently)\s+)?"
        rf"(?:(?:(?:is|was|has\s+been)\s+)?(?:headquartered|seated|based)|sits)\s+(?:in|at|out\s+of)\s+{_TOWN}"
    ),
    # "Harbour Watch, a Lund think tank"
    re.compile(
        rf"(?P<body>{BODY}){_ASIDE},\s+an?\s+(?:(?!former\b)[a-z-]+\s+){{0,2}}(?P<place>{PLACE})\s+(?:[a-z-]+\s+){{0,2}}"
        r"(?:think[\s-]tank|consultanc(?:y|ies)|firm|company|bank|brokerage|start-?up|charity|newspaper|publisher|retailer|trader|manufacturer|NGO|university|hospital)\b"
    ),
    # "Lund, the seat of the Union"
    re.compile(
        rf"(?P<place>{PLACE})(?:,\s+{STATE})?,\s+(?:(?:which\s+is|where)\s+)?(?:the\s+|an?\s+)?"
        rf"(?:(?:seat|home|headquarters|base|host\s+city)\s+(?:to|of)|which\s+hosts)\s+{_THE_BODY}(?=\s*(?:[,.;:)–—]|\Z)|\s+(?:in|on|and|since|is|was|has|had|which|for|to|will)\b)"
    ),
)
_OFFICES = re.compile(
    rf"(?P<body>{BODY}){_ASIDE},?\s+(?:which\s+)?(?:also\s+)?(?:has|have|had|maintains|keeps|runs|operates|with)\s+"
    rf"(?:(?:\d+|two|three|four|five|six|its|country|regional|branch|field|liaison|representative)\s+)*(?:offices|branches|bureaus|bureaux|campuses)\s+in\s+"
    rf"(?P<places>(?:the\s+)?[{PLACE}{STATE}](?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:in\s+)?(?:the\s+)?[{PLACE}{STATE}])*)"
)
_ITS_SEAT = re.compile(
    rf"\W*(?:(?:Its|{THE_BODY}[’']s?)\s+{_SEAT}\s+(?:is|are|was|were|lies|sits|stands)|(?:It|{THE_BODY})\s+(?:is|was|has\s+its\s+{_SEAT}|has\s+been))\s+"
    rf"(?:(?:also|now|currently|still)\s+)?(?:(?:located|situated|based|housed|headquartered|seated)\s+)?(?:in|at)\s+{_TOWN}"
)
"""As in "The organization's secretariat is located in Lund", "It is based in Lund"."""
_WORDS = words_of(
    "headquarters headquarter hq secretariat seat home base office hosts headquartered seated sits tank consultancy firm company brokerage startup charity"
)
_LAID = words_of("based headquartered seated located situated housed")
_OPENS = re.compile(rf"\W*(?:Headquartered|Based|Seated|Located|Situated|Housed|It\s|{THE_BODY})")
_TOWNS_OWN = re.compile(rf"(?P<place>[{PLACE}{STATE}])[’']s\s+(?P<body>{BODY})(?![’'])")
_SCHOOL = re.compile(
    r"\b(?:University|Institute|College|Academy|Hospital|Museum|Stock Exchange|Polytechnic|Library|Conservatory"
    r"|(?<!Central )(?<!Reserve )(?<!National )(?<!Federal )(?<!State )(?<!Development )Bank|Banco|Banque|Airways|Airlines|Orchestra|Opera|Theat(?:re|er)|Cathedral)\b"
)
_SCHOOLS = words_of(
    "university institute college academy hospital museum exchange polytechnic library conservatory bank banco banque airways airlines orchestra opera theatre theater cathedral"
)
"""What a town has of its own, where "Lund's Foreign Ministry" is a state's."""
_MANY = words_of("offices branches bureaus bureaux campuses")


@where(_WORDS | _LAID | _MANY | _SCHOOLS)
def headquarters(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Bodies where a sentence says that they have their seat or their offices."""
    words, span = sentence.words, sentence.span
    seat = not words.isdisjoint(_WORDS) or (not words.isdisjoint(_LAID) and _OPENS.match(reading.text, span.start, span.end))
    many = not words.isdisjoint(_MANY)
    if not (seat or many) and words.isdisjoint(_SCHOOLS):
        return
    signs = signs_of(reading, sentence)
    for found in (each for frame in _FRAMES for each in frame.finditer(signs.words)) if seat and BODY in signs.words else ():
        # "Lund Bank, a unit of the Harbour Group, is based in Oslo": not the Group.
        if not _OF_ANOTHER.search(signs.words, 0, found.start()):
            yield from _there(signs, found, sentence)
    its = _ITS_SEAT.match(signs.words) if seat else None
    body = body_meant(reading, sentence) if its else None
    if its and body:
        place = signs.at[its.start("place")]
        yield stated(body, "located_in", place, sentence, place.span)
    for found in _TOWNS_OWN.finditer(signs.words) if seat or not words.isdisjoint(_SCHOOLS) else ():
        if _SCHOOL.search(signs.at[found.start("body")].found.name):
            yield from _there(signs, found, sentence)
    for found in _OFFICES.finditer(signs.words) if many else ():
        yield from _there(signs, found, sentence, "places")


_OF_ANOTHER = re.compile(r",\s+(?:an?|the|part)\s[^,;.]{0,60}(?:\bof\s+(?:the\s+)?|[’']s\s+)\Z")


def _there(signs: Signs, found: re.Match[str], sentence: Sentence, group: str = "place") -> Iterator[Statement]:
    body = signs.at[found.start("body")]
    for each in signs.all_in(found, group):
        if each.entity != body.entity and each.found.type == "place":
            yield placed(body, each, sentence)
