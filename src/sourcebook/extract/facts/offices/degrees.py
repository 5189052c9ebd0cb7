"""Academic degrees."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.offices.whose_office import HONORIFIC
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_DEGREE = (
    r"(?:(?:Bachelor|Master|Doctor)(?:[’']s)?(?:\s+degree)?\s+of\s+[A-Z]\w+(?:\s+degree)?|PhD|Ph\.D\.|doctorate|master[’']s(?: degree)?"
    r"|bachelor[’']s(?: degree)?|MA|BA|MSc|BSc|MBA|LLM|LLB|law degree|degree)"
    r"(?:\s+(?:in|of)\s+[\w-]+(?:\s+(?!from\b|at\b|in\b|and\s+[a-z]+ed\b)[\w-]+){0,3})?"
)
_ITS = r"(?:an?|his|her|their)\s+(?:(?:second|first|joint|postgraduate|undergraduate|graduate|dual|further)\s+)?"
_RECEIVED = re.compile(
    r"\b"
    r"(?:received|earned|earning|holds|held|holding|obtained|obtaining|completed|completing|has|took|taking|gained|possesses|(?:was\s+)?awarded"
    rf"|graduated\s+(?:(?:from|at)\s+[^.;]{{2,60}}?\s+|[^.;,]{{2,20}}?\s+)?with)\s+(?:also\s+)?{_ITS}(?P<degree>{_DEGREE})"
)
_WITH_ONE = re.compile(rf"(?:With|Holding|Holder\s+of)\s+{_ITS}(?P<degree>{_DEGREE})(?:\s+(?:from|at)\s+[^,;.]{{2,60}})?,\s+{HONORIFIC}")
"""What leads the name of who has a degree."""


_DEGREES = frozenset(
    [
        "phd",
        "ph",
        "doctor",
        "doctorate",
        "candidate",
        "master",
        "masters",
        "bachelor",
        "bachelors",
        "ma",
        "ba",
        "msc",
        "bsc",
        "mba",
        "degree",
    ]
)


@where(_DEGREES)
def degrees(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Academic degrees that follow a name, or that somebody received."""
    for received in _RECEIVED.finditer(reading.text, sentence.span.start, sentence.span.end):
        who = reading.subject(received.start(), sentence.span.start)
        if who:
            yield Statement(subject=who, property="degree", value=received["degree"], sentence=sentence, focus=Span(*received.span()))
    people = reading.inside(sentence.span, "person")
    led = _WITH_ONE.match(reading.text, sentence.span.start, sentence.span.end)
    if led and people and people[0].span.start == led.end():
        yield Statement(subject=people[0].entity, property="degree", value=led["degree"], sentence=sentence, focus=Span(*led.span()))
    for person in people:
        found = cues.DEGREE.search(reading.text, person.span.end, min(sentence.span.end, person.span.end + 60))
        if found:
            yield Statement(
                subject=person.entity, property="degree", value=found[0], sentence=sentence, focus=Span(person.span.start, found.end())
            )
