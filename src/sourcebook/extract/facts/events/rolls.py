"""Who came to an event as a roll tells it: one a line after "Present at the summit were:"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.spoken_of import called, spoken_of
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement

_WORDS = words("present attended attend attending attendance participated participants participating part represented attendees delegates")
_ENDS = re.compile(r":\s*\Z")
_LEAD = re.compile(
    r"(?:[\s●•*·–—-]|\(?[a-z0-9ivx]{1,4}[.)]\s"
    r"|(?:H\.\s?E\.?|His|Her|Their|Excellency|Excellencies|Rt|Right|Hon|Honou?rable|Dr|Mr|Mrs|Ms|Prof|Madam"
    r"|Sir|Gen|General|Ambassador|the|President|Prime|Vice|Minister)\b\.?,?|[A-Z][\w’'-]+(?=\s[A-Z]))*\s*"
)
MOST_APART = 2
"""Lines in a row that name nobody, after which a roll has ended."""


@where(_WORDS)
def rolls(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Each who came, from the lines after a sentence that says who did."""
    span = sentence.span
    if not reading.led(_ENDS, sentence, span.end, 3):
        return
    events = [each for each in reading.inside(span, "event") if each.found.kind != "visit"]
    event = next(iter(events), None) or next(called(reading, sentence), None) or spoken_of(reading, sentence)
    apart = 0
    for line in reading.document.sentences[sentence.number + 1 :] if event else ():
        one = _named_first(reading, line)
        apart = 0 if one else apart + 1
        if apart == MOST_APART:
            return
        for each in _all(reading, line, one) if one and event else ():
            if event and each.entity != event.entity:
                yield stated(event, "participant", each, line, each.span)


def _all(reading: Reading, line: Sentence, first: Linked) -> tuple[Linked, ...]:
    """All whom a line names, where it is a list itself: "Ana Ruiz, Minister of Trade; Luis Vega, Ambassador"."""
    listed = signs_of(reading, line).list_at(0) if ";" in reading.text[line.span.start : line.span.end] else None
    return listed.who if listed and any(each.entity == first.entity for each in listed.who) else (first,)


def _named_first(reading: Reading, line: Sentence) -> Linked | None:
    """The person or state that a line begins with."""
    before = reading.text[max(0, line.span.start - 6) : line.span.start]
    if "\n" not in before:
        return None
    lead = _LEAD.match(reading.text, line.span.start, line.span.end)
    person = reading.next(line.span.start, line.span.end, "person", within=60)
    if person and lead and person.span.start <= lead.end():
        return None if _ACTS.match(reading.text, person.span.end, line.span.end) else person
    place = reading.after(lead, line.span.end, "place", within=1)
    if place is None or not is_state(place) or not _ALONE.match(reading.text, place.span.end, line.span.end):
        return None
    # "Norway – President Ana Ruiz": who came for it.
    return person if person and _DASH.match(reading.text, place.span.end, person.span.start) else place


_ACTS = re.compile(
    r"(?:,[^,.;]{3,60},)?\s+(?:(?:also|then|later|has|had|have)\s+)*"
    r"(?:is|was|will|met|held|led|said|told|spoke|took|gave|made|left"
    r"|(?!(?:accompanied|represented|assisted|appointed|retired|honou?red|elected)\b)[a-z]+ed)\s"
)
"""After whom a sentence tells of rather than a roll names."""
_DASH = re.compile(r"\s*[–—-]\s")
_ALONE = re.compile(r"\s*[.,;]?\s*(?:and\s*)?\Z|\s*[–—-]\s|,\s+represented")
