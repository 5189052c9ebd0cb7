"""Academic degrees."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.offices.whose_office import HONORIFIC
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_SHORT = (
    r"(?:Ph\.\s?D|[BMA]\.[ABMS]c?|[JM]\.D|LL\.[BMD]|M\.B\.A|M\.P\.[AP]|M\.Phil|Ed\.D)\."
    r"|(?:PhD|[BM]A|[BM]Sc|MBA|JD|MD|LL[BMD]|MPA|MPhil|DPhil|EdD)(?![\w-])"
)
_DEGREE = (
    r"(?:(?:[Bb]achelor|[Mm]aster|[Dd]octor)(?:[’']s)?(?:\s+[Dd]egree)?\s+of\s+(?:[A-Z]\w+(?:\s[A-Z]\w+){0,3}|[a-z]+)(?:\s+[Dd]egree)?"
    rf"|(?:{_SHORT})(?:\s+degree)?|doctorate|[Mm]aster[’']s(?: [Dd]egree)?|[Bb]achelor[’']s(?: [Dd]egree)?|law degree|degree(?!\s+of\b))"
    r"(?:\s+(?:in|of)\s+(?!\d)[\w-]+(?:\s+(?!from\b|at\b|in\b|with\b|and\s+[a-z]+ed\b)[\w-]+){0,3})?"
)
_ITS = r"(?:an?|his|her|their|the)\s+(?:(?:second|first|joint|postgraduate|undergraduate|graduate|dual|further)\s+)?"
_RECEIVED = re.compile(
    r"(?<!without )\b"
    r"(?:received|receiving|earned|earning|holds|held|holding|obtained|obtaining|completed|completing|did|has|took|taking|gained|possesses|(?:was\s+)?awarded"
    rf"|graduated\s+(?:(?:from|at)\s+[^.;]{{2,60}}?\s+|[^.;,]{{2,20}}?\s+)?with)\s+(?:also\s+)?{_ITS}(?P<degree>{_DEGREE})"
)
_FURTHER = re.compile(
    rf"(?:\s+with\s+[a-z]+)?(?:\s+(?:from|at|in)\s[^;:]{{2,90}}?)?(?:,\s+(?:and\s+)?|\s+and\s+)(?:also\s+)?(?:{_ITS})?(?P<degree>{_DEGREE})"
)
"""The next of a list: "a B.A. from the College of Oslo and an M.S. in law"."""
_GRADUATED = re.compile(
    r"\bgraduated\s+in\s+(?P<degree>(?!\d)(?:[A-Z][a-z]+|[a-z]+)(?:\s+(?:and\s+)?(?:[A-Z][a-z]+|[a-z]+)){0,2}?)\s+(?:from|at)\s+(?:the\s+)?[A-Z]"
)
"""In what somebody graduated: "graduated in Law from the Harbour University"."""
_BESIDE = re.compile(
    rf",\s+(?:himself\s+|herself\s+)?an?\s+(?P<degree>{_SHORT}(?:\s+in\s+[\w-]+(?:\s[\w-]+){{0,2}}?)?)\s+(?:from|of|at)\s+(?:the\s+)?[A-Z]"
)
_WITH_ONE = re.compile(rf"(?:With|Holding|Holder\s+of)\s+{_ITS}(?P<degree>{_DEGREE})(?:\s+(?:from|at)\s+[^,;.]{{2,60}})?,\s+{HONORIFIC}")
"""What leads the name of who has a degree."""
_MONTHS = words_of(
    "January February March April May June July August September October November December Spring Summer Autumn absentia the Early Late Mid Fall Winter His Her"
)


_DEGREES = words_of(
    "phd ph b m j ll ed doctor doctorate candidate master masters bachelor bachelors graduated ma ba msc bsc mba mpa mphil jd md llb llm degree"
)
"""A degree, or the first run of letters of one with points: "B.A."."""


@where(_DEGREES)
def degrees(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Academic degrees that follow a name, or that somebody received."""
    for received in _RECEIVED.finditer(reading.text, sentence.span.start, sentence.span.end):
        who = reading.subject(received.start(), sentence.span.start)
        degree: re.Match[str] | None = received if who else None
        while who and degree:
            focus = Span(received.start(), degree.end())
            yield Statement(who, "degree", degree["degree"], sentence, focus)
            degree = _FURTHER.match(reading.text, degree.end(), sentence.span.end)
    for graduated in _GRADUATED.finditer(reading.text, sentence.span.start, sentence.span.end):
        who = reading.subject(graduated.start(), sentence.span.start)
        if who and graduated["degree"].split()[0].capitalize() not in _MONTHS:
            focus = Span(graduated.start(), graduated.end("degree"))
            yield Statement(who, "degree", graduated["degree"], sentence, focus)
    people = reading.inside(sentence.span, "person")
    led = _WITH_ONE.match(reading.text, sentence.span.start, sentence.span.end)
    if led and people and people[0].span.start == led.end():
        yield Statement(people[0].entity, "degree", led["degree"], sentence, Span(*led.span()))
    for person in people:
        beside = _BESIDE.match(reading.text, person.span.end, sentence.span.end)
        if beside:
            focus = Span(person.span.start, beside.end("degree"))
            yield Statement(person.entity, "degree", beside["degree"], sentence, focus)
        found = cues.DEGREE.search(reading.text, person.span.end, min(sentence.span.end, person.span.end + 60))
        if found:
            yield Statement(person.entity, "degree", found[0], sentence, Span(person.span.start, found.end()))
