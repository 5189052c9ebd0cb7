"""Places in adjectives that tell a seat: "Geneva-based"."""

import re
from collections.abc import Iterator

from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.model.spans import Span

_SEAT = re.compile(r"(?<![\w-])(?:[A-Z][\w’']+\s+){0,2}[A-Z][\w’']+(?=[-–](?:based|headquartered)\b)")


def seats(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The places before "-based", the longest name that the tables know."""
    for found in _SEAT.finditer(document.text) if "-based" in document.text or "–based" in document.text else ():
        start = found.start()
        while start < found.end():
            entry = gazetteer.names.get(" ".join(document.text[start : found.end()].split()))
            if entry and entry.type == "place":
                yield Found(span=Span(start, found.end()), type="place", name=entry.name, priority=7, entry=entry)
                break
            further = re.compile(r"\S+\s+").match(document.text, start, found.end())
            start = further.end() if further else found.end()
