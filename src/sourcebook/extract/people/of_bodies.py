"""Those who work for a body, told by a common noun: "CIA official Ana Ruiz", "Karl Berg, a contractor for the World Bank"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.beside import APART, BY_NAME
from sourcebook.extract.people.office_ends import end_of_body
from sourcebook.extract.people.office_fields import ends_with_body
from sourcebook.extract.people.office_of import role
from sourcebook.extract.phrases import alternatives, words

WORKERS = words(
    "official contractor employee staffer journalist photographer cameraman academic economist scientist researcher consultant operative inspector columnist"
)
_WORKER = re.compile(rf"(?<![\w-])(?:senior\s+)?(?:{alternatives(WORKERS)})(?![\w-])")
_BODY_BEFORE = re.compile(r"(?<![\w-])(?P<name>[A-Z][\w.&’-]*(?:\s[A-Z][\w.&’-]*){0,3})\s+\Z")
_FOR = re.compile(r"\s+(?:for|of)\s+(?:the\s+)?(?P<name>[A-Z][\w.&’-]*(?:\s(?:(?:of|for|and)\s+(?:the\s+)?)?[A-Z][\w.&’-]*){0,5})")
_CLOSES = re.compile(r"[,.;)]|\s+(?:who|in|at|and|said|told)\b")
NEAR = 90
"""Code points before the noun in which a name or a body stands."""


def of_bodies(document: Document, sentence: Sentence, places: list[int], gazetteer: Gazetteer) -> Iterator[Found]:
    """The offices of a sentence; `places` are those of `WORKERS`, and of "senior"."""
    text, stop = document.text, sentence.span.end
    for found in matches(_WORKER, text, places, stop):
        lead = text[max(sentence.span.start, found.start() - NEAR) : found.start()]
        before = _BODY_BEFORE.search(lead)
        if before and ends_with_body(before["name"], gazetteer) and BY_NAME.match(text, found.end(), stop):
            yield role(document, found.start(), found.end(), 5)
            continue
        whom = _FOR.match(text, found.end(), stop) if APART.search(lead) else None
        end = end_of_body(text, whom.start(), whom.end(), gazetteer) if whom else 0
        if whom and _CLOSES.match(text, end) and ends_with_body(text[whom.start("name") : end], gazetteer):
            yield role(document, found.start(), end, 5)
