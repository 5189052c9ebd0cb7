"""Towns told by what they are to a land named before: "Troms, whose capital, Tromsø, is", "Its largest city is Bergen"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.places import placed
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import size_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = frozenset({"whose", "its"})
_OWN_TOWN = re.compile(
    r"(?P<whose>,\s+whose|\b[Ii]ts)\s+"
    r"(?:(?:provincial|regional|administrative|largest|main|biggest|chief|second|port|state|district|only|former)\s+){0,3}"
    r"(?:capital|seat|cent(?:er|re)|city|town|port|settlement)(?:\s+city)?"
    r"(?:\s+(?:is|was)\s+(?:the\s+(?:[a-z]+\s+){0,2}(?:city|town)\s+of\s+)?|,?\s+)"
)


@where(_WORDS)
def capitals(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Each town that "whose capital" or "its largest city" names, in the land that is named before."""
    text, span = reading.text, sentence.span
    for found in _OWN_TOWN.finditer(text, span.start, span.end):
        town = reading.next(found.end(), span.end, "place", within=0)
        before = reading.inside(Span(span.start, found.start()), "place") if found.start() > span.start else []
        if found["whose"].startswith(","):
            land = before[-1] if before and before[-1].span.end == found.start() else None
        elif before:
            land = before[0]
        else:
            land = _spoken_of(reading, sentence)
        if town and land and size_of(land) > size_of(town) and town.entity != land.entity:
            yield placed(town, land, sentence)


def _spoken_of(reading: Reading, sentence: Sentence) -> Linked | None:
    """The place with which the sentence before begins."""
    last = reading.document.sentences[sentence.number - 1] if sentence.number else None
    if last is None or last.paragraph < sentence.paragraph - 1:
        return None
    first = next(iter(reading.inside(last.span, "place")), None)
    return first if first and first.span.start - last.span.start < NEAR // 4 else None
