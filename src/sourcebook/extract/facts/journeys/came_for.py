"""For what one came to a place: "her visit to Lima for the energy summit"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.events.last_event import ATTENDED
from sourcebook.extract.facts.places.locations import placed
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_FOR = re.compile(r"(?:,\s+[A-Z]\w+,?)?\s+(?:(?:on|from)\s+[^.;,]{3,24}?\s+)?(?:for|to\s+(?:attend|join|address))\s+(?:an?\s+|the\s+)?")
_NOT_ATTENDED = words("visit attack election conflict exercise")


def came_for(reading: Reading, sentence: Sentence, visitor: str, place: Linked) -> Iterator[Statement]:
    """That a visitor takes part in the event that is named after a place, which is there."""
    event = reading.after(_FOR.match(reading.text, place.span.end, sentence.span.end), sentence.span.end, "event")
    if event is None or event.found.kind in _NOT_ATTENDED or (event.found.kind not in ATTENDED and event.found.priority <= BY_NOUN):
        return
    focus = Span(place.span.start, event.span.end)
    yield Statement(subject=event.entity, property="participant", value=visitor, sentence=sentence, focus=focus)
    yield placed(event, place, sentence)
