"""Who went where, told by those who take, welcome or accompany somebody, or by where somebody is when something else happens."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.journeys.travel import named_next, went
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.several import all_doing
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = words(
    "here host hosts hosted hosting receive receives receiving welcome welcomes welcomed welcoming received greeted visit trip tour while currently already presently now where took takes take brought included includes covered accompanied sent dispatched"
)
_VISITED = words(
    "welcome welcomes welcomed welcoming host hosts hosted hosting receive receives received receiving sent dispatched accompanied visit trip tour"
)


@where(_WORDS)
def journeys(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who was where, other than by a verb of going."""
    yield from _here(reading, sentence)
    if not sentence.words.isdisjoint(_VISITED):
        yield from _welcomed(reading, sentence)
    yield from _received_in(reading, sentence)
    yield from _taken(reading, sentence)
    yield from _meanwhile(reading, sentence)


def _received_in(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Ana Ruiz was welcomed in Oslo by Luis Vega": she was there."""
    text, span = reading.text, sentence.span
    for found in _RECEIVED_IN.finditer(text, span.start, span.end) if "by" in sentence.words else ():
        place = reading.next(found.end(), span.end, "place", within=0)
        host = _BY.match(text, place.span.end, span.end) if place else None
        for each in all_doing(reading, sentence, found.start()) if place and host else ():
            if place:
                yield from went(reading, each, place, sentence, Span(found.start(), place.span.end), "")


_RECEIVED_IN = re.compile(
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:received|welcomed|greeted|hosted)\s+(?:today\s+|yesterday\s+)?in\s+(?:the\s+)?(?=[A-Z])"
)
_BY = re.compile(r"(?:,\s+[A-Z]\w+,?)?(?:\s+on\s+[A-Z]\w+(?:\s+\d{1,2})?)?\s+by\s")


def _taken(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Ana Ruiz's tour took her to Chile and Peru", "a tour that took Ana Ruiz to Chile"."""
    text, span = reading.text, sentence.span
    for found in _TOOK.finditer(text, span.start, span.end) if not sentence.words.isdisjoint(_TAKING) else ():
        if not reading.led(_JOURNEY, sentence, found.start()):
            continue
        if found["him"] or found["in"]:
            # "Ana Ruiz's tour of Asia, which took in Laos"
            who = reading.people_between(span.start, found.start())
            who = who[-1:] if found["in"] else who[:1]
            goal = found.end()
        else:
            who = reading.people(Span(found.end(), min(span.end, found.end() + NEAR)))[:1]
            goal = who[0].span.end if who and reading.straight(found.end(), who[0].span.start) else span.end
        to = (_THE if found["in"] else _TO).match(text, goal, span.end)
        # "Began a trip to Africa that will take her to Chad": one journey.
        begun = next(reversed(list(cues.VISIT.finditer(text, span.start, found.start()))), found)
        for place in reading.listed(to.end(), span.end) if to and who else ():
            yield from went(reading, who[0].entity, place, sentence, Span(begun.start(), place.span.end), "")


_TAKING = words("took takes take brought included includes covered")
_TOOK = re.compile(
    r"\b(?:(?P<in>(?<=which )(?:also\s+)?(?:took\s+in|included|covered)|(?<=that )(?:also\s+)?(?:took\s+in|included))(?=\s)|(?:took|takes|(?:will|to)\s+take|brought)\s+(?:(?P<him>him|her)\b|(?=[A-Z]|the\s)))"
)
_THE = re.compile(r"\s+(?:stops\s+in\s+|visits\s+to\s+)?(?:the\s+)?")
_JOURNEY = re.compile(r"\b(?:trip|tour|visit|journey|itinerary|travels)\b[^.;“”]{0,60}\Z")


def _meanwhile(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "While in Oslo, Ana Ruiz met", "In Oslo, where she arrived on Monday, Ana Ruiz met"."""
    text, span = reading.text, sentence.span
    found = _WHILE_IN.match(text, span.start, span.end)
    place = reading.after(found, span.end, "place")
    there = _WHERE_HE.match(text, place.span.end, span.end) if found and place and text.startswith("In", span.start) else None
    if place is None or (there is None and text.startswith("In", span.start)):
        return
    person = reading.after(there, span.end, "person", within=90)
    who = named_next(reading, place, span.end) if there is None else person.entity if person else None
    if who and (there is None or (person and reading.straight(there.end(), person.span.start))):
        yield from went(reading, who, place, sentence, Span(span.start, there.end() if there else place.span.end), "")


_WHILE_IN = re.compile(r"(?:(?:While|Currently|Already|Presently|Now)\s+(?:(?:she|he)\s+was\s+)?)?[Ii]n\s+(?:the\s+)?(?=[A-Z])")
_WHERE_HE = re.compile(
    r"(?:,\s+[A-Z]\w+)?,\s+where\s+(?:he|she)\s+(?:(?:had|has)\s+)?(?:arrived|landed|stopped|flew|stayed)\b[^,;]{0,50},\s+"
)


def _here(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "OSLO: Ana Ruiz arrived here": the place of the line that opens the text."""
    found = _ARRIVED_HERE.search(reading.text, sentence.span.start, sentence.span.end) if "here" in sentence.words else None
    opening = reading.document.sentences[: min(sentence.number + 1, OPENING)] if found else ()
    firsts = (reading.next(each.span.start, each.span.end, "place", within=1) for each in opening)
    place = next((each for each in firsts if each and _DATELINE.match(reading.text, each.span.end)), None)
    if place and found:
        for each in all_doing(reading, sentence, found.start()):
            yield from went(reading, each, place, sentence, Span(found.start(), found.end()), "")


OPENING = 3
"""Sentences of which one has the place of writing before it."""
_ARRIVED_HERE = re.compile(r"\b(?:arriv(?:ed|es|ing)|landed|flew\s+in|reached)\s+here\b")
_DATELINE = re.compile(r"(?:\s*\([^)]{2,20}\))?\s*(?::|[–—]|-\s|,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}\b)")


def _welcomed(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "we welcome President Ana Ruiz to Norway", "sent envoy Ana Ruiz to Norway and Chile", "hosted Ana Ruiz in Oslo", "her Oslo visit, Ana Ruiz"."""
    text, span = reading.text, sentence.span
    for found in _BRINGS.finditer(text, span.start, span.end):
        guests: list[Linked] = []
        goal = None
        for guest in reading.people(Span(found.end(), min(span.end, found.end() + 2 * NEAR))):
            if goal or not reading.straight(guests[-1].span.end if guests else found.end(), guest.span.start):
                break
            guests.append(guest)
            goal = (_TO_HOST if found["host"] else _TO).match(text, guest.span.end, span.end)
        places = reading.listed(goal.end(), span.end) if goal else []
        # "After hosting Ana Ruiz in Lima, Chile and Peru signed": where one is received is one place.
        for place in places if goal and goal["to"] else places[:1]:
            # "Hosted Ana Ruiz in Oslo" tells of their meeting, and of no visit besides.
            begun = found.start() if goal and goal["to"] else place.span.start - len("in ")
            for each in dict.fromkeys(one.entity for one in guests):
                yield from went(reading, each, place, sentence, Span(begun, place.span.end), "")
    for place in reading.inside(span, "place"):
        owner = reading.led(_OWN_VISIT, sentence, place.span.start, 40)
        if owner and _VISIT_AFTER.match(text, place.span.end, span.end):
            here = reading.people(Span(span.start, owner.start() + 1))
            if owner[0][0] in "’'" and not (here and here[-1].span.end == owner.start()):
                # "ahead of the president's Oslo visit": who that is, is not said there.
                continue
            here = here[-1:] if owner[0][0] in "’'" else here
            who = here[0].entity if here else named_next(reading, place, span.end)
            if who:
                yield from went(reading, who, place, sentence, Span(owner.start(), place.span.end), "")


_BRINGS = re.compile(
    r"\b(?:(?P<host>welcom(?:e|ed|es|ing)|host(?:s|ed|ing)?|receiv(?:e|ed|es|ing))|sent|dispatched|accompanied)\s+(?!from\b|by\b)"
    r"(?:(?:an?\s+)?(?:emissary|diplomat|delegation\s+led\s+by)\s+)?"
)
_WITH_HIM = r"(?:,|\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s(?:of\s(?:the\s)?)?[A-Z]\w+){0,3})?(?:,?\s+and\s+(?:(?:his|her)\s+(?:accompanying\s+)?(?:delegation|team|wife|spouse)|myself))?"
_TO = re.compile(
    rf"{_WITH_HIM}\s+(?:(?:back|first|also)\s+)?(?:on\s+an?\s+(?:[a-z-]+\s+){{0,2}}(?:visit|trip|tour|mission)\s+)?(?P<to>to)\s+(?:the\s+)?"
)
_TO_HOST = re.compile(rf"{_WITH_HIM}\s+(?:(?:back|first|also|here|today|yesterday|on\s+[A-Z]\w+)\s+)*(?:(?P<to>to)|at|in)\s+(?:the\s+)?")
"""After a guest: he is where his host is."""
_OWN_VISIT = re.compile(r"(?:\b(?:his|her)|[’']s)\s+(?:(?:first|recent|upcoming|official|last|historic|state)\s+)?\Z")
_VISIT_AFTER = re.compile(r"\s+(?:visit|trip|tour)\b(?!\s+(?:to|of|in)\b)")
