"""Areas of cooperation: a vocabulary, believed in where a sentence speaks of relations."""

import re
from collections.abc import Iterator

from sourcebook.extract.document import Block, Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.model.names import NameFinder
from sourcebook.model.spans import Span

_CUE = re.compile(
    r"\b(?:cooperat\w*|collaborat\w*|partnership|bilateral|relations|ties|agenda|(?:areas?|fields?|spheres?|sectors?) of|joint (?:work|projects?)|exchanges?|discuss(?:ed|ions?)|prospects|"
    r"expand\w*|strengthen\w*|deepen\w*|memorand\w+|agreements?|interaction|engagement|dialogue)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:cooperat\w+|collaborat\w+|partnership|ties|exchanges?|relations|work)\s+(?:in|on)\s+(?:the\s+)?(?:(?:areas?|fields?|spheres?|sectors?)\s+(?:of|such as)\s+)?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[a-z][a-z-]+(?:\s+(?:and\s+)?[a-z][a-z-]+){0,3}")
_WEAK = frozenset(
    ["security", "aid", "support", "peace", "development", "defence", "defense", "health", "media", "sport", "research", "communications"]
)


def areas(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The words of the vocabulary in sentences about relations, longest first."""
    finder = NameFinder(gazetteer.areas, ignore_case=True)
    lists = _agenda(document, finder)
    for sentence in document.sentences:
        if sentence.block is Block.HEADING or sentence.block is Block.BYLINE:
            continue
        start, end = sentence.span.start, sentence.span.end
        if not (_CUE.search(document.text, start, end) or sentence.number in lists):
            continue
        for first, last, names in finder.find(document.text[start:end]):
            span = Span(start + first, start + last)
            words = span.of(document.text)
            if len(words) < 3 and not words.isupper():
                continue
            direct = _FIELD.search(document.text, max(start, span.start - 60), span.start)
            if words.istitle() and span.start > start and " " in words:
                continue
            if words.casefold() in _WEAK and not (direct and direct.end() == span.start) and sentence.number not in lists:
                continue
            yield Found(span=span, type="area", name=gazetteer.areas[min(names)], priority=4 if direct or sentence.number in lists else 2)


def _agenda(document: Document, finder: NameFinder) -> frozenset[int]:
    """Sentences that list four areas or more: an agenda, whatever its verb."""
    return frozenset(
        each.number
        for each in document.sentences
        if sum(1 for _ in finder.find(each.span.of(document.text))) >= 4 and each.span.of(document.text).count(",") >= 3
    )
