"""Events of two whom a sentence does not name: "a war between the two countries", "the two sides held talks"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.both import partners_of
from sourcebook.extract.facts.events.last_event import is_of
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_PAIR = words("two both them three")
_WHO = (
    r"(?:the\s+two|both|their\s+two|our\s+two|these\s+two)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:countries|sides|nations|states|neighbou?rs|powers|governments|militaries|armies|navies|parties|rivals"
    r"|allies|foes|kingdoms|republics)"
)
_BETWEEN = re.compile(
    rf"(?:\s+(?:series|process|exercise|talks))?"
    rf"(?:,?\s+(?:(?:that|which)\s+)?(?:took\s+place|(?:was\s+|were\s+)?(?:held|fought)|broke\s+out|raged|erupted))?"
    rf"(?:\s+(?:in|on|at|since|last|this|from)\s+[\w’ ]{{2,30}}?)?\s+(?:between|of|by|involving)\s+(?:{_WHO}|them)"
    rf"(?!\s+(?:and|in\s+which)\s|\w)"
)
_ACTED = re.compile(
    r"\s+"
    r"(?:(?:have|has|had|also|then|later|recently|jointly|already|again|first|last|once|both|each|will|would|are"
    r"|were|to|set|due|planning|agreed|about)\s+){0,4}"
    r"(?:held|hold|fought|fight|conduct(?:ed)?|launch(?:ed)?|stag(?:ed?)|resum(?:ed?)|began|begun|conclud(?:ed?)"
    r"|start(?:ed)?|complet(?:ed?)|open(?:ed)?|engaged\s+in|went\s+to|waged|had|co-host(?:ed)?|host(?:ed)?"
    r"|took\s+part\s+in|participated\s+in)\s+"
    r"(?:(?:an?|the|their|its|several|two|three|four|five|some|many|new|further|regular|another|joint"
    r"|another\s+round\s+of|a\s+(?:\w+\s+)?round\s+of|the\s+\w+\s+round\s+of)\s+)*(?:[a-z-]+\s+){0,2}\Z"
)
_SHARED = words(
    "war wars conflict talks negotiations negotiation consultations discussions dialogue drills drill exercise "
    "exercises clashes fighting battle summit meeting session round hostilities manoeuvres "
    "maneuvers"
)
NEAR = 110


@where(_PAIR)
def both_sides(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The two states that a sentence means, as those who take part in what is theirs."""
    for event in reading.inside(sentence.span, "event"):
        if event.found.kind == "visit" or not is_of(event, _SHARED):
            continue
        words_for = _between(reading, sentence, event) or _acting(reading, sentence, event)
        if words_for is None:
            continue
        focus = Span(min(words_for.start, event.span.start), max(words_for.end, event.span.end))
        for who in _two(reading, sentence, event):
            yield Statement(event.entity, "participant", who, sentence, focus)


TWO = 2


def _two(reading: Reading, sentence: Sentence, event: Linked) -> list[str]:
    """The two that a sentence has named before the event, else those of whose dealings the text speaks."""
    start = sentence.span.start
    before = _states(reading, Span(start, event.span.start)) if event.span.start > start else []
    here = before if len(before) == TWO else _states(reading, sentence.span)
    pair = here if len(here) == TWO else partners_of(reading, sentence)
    # "Parties in Norway prevent talks between the two countries": Norway is one of these.
    others = bool(here) and not {*pair} <= {*here} and not {*here} <= {*pair}
    return pair if len(pair) == TWO and not others else []


def _states(reading: Reading, span: Span) -> list[str]:
    return list(dict.fromkeys(each.entity for each in reading.inside(span, "place", "demonym") if is_state(each)))


def _between(reading: Reading, sentence: Sentence, event: Linked) -> Span | None:
    if " on " in event.found.name:
        # "Talks on issues of interest between the two countries": the issues are.
        return None
    found = _BETWEEN.match(reading.text, event.span.end, sentence.span.end)
    return Span(*found.span()) if found else None


def _acting(reading: Reading, sentence: Sentence, event: Linked) -> Span | None:
    """The words for the two where these do what the verb before an event says."""
    first = max(sentence.span.start, event.span.start - NEAR)
    for found in _SIDES.finditer(reading.text, first, event.span.start):
        if _ACTED.fullmatch(reading.text, found.end(), event.span.start):
            return Span(*found.span())
    return None


_SIDES = re.compile(rf"\b(?:(?i:{_WHO}))(?!\w)")
