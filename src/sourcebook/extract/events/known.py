"""Events of history whose names no noun of events tells: "the Holocaust", "the Quasi-War"."""

from collections.abc import Iterator
from functools import cache

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import Phrases
from sourcebook.model.spans import Span


def known_events(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Those of the table, but not as a part of a longer name: "the Holocaust Museum"."""
    for start, end, name in document.named(_phrases(gazetteer.words["event"])):
        if not _LONGER.match(document.text, end):
            yield Found(span=Span(start, end), type="event", name=name, kind="other", priority=7)


@cache
def _phrases(names: frozenset[str]) -> Phrases:
    return Phrases(names)


_LONGER = re.compile(
    r"(?:[’']s)?\s+(?:and\s+\w+\s+)?(?:[A-Z](?!\S*[’'])\w+)|\s+(?:pilgrim\w*|management|quotas?|flights?|visas?|affairs|season)\b"
)
