"""Fields before the verb that says of them that they were dealt with, or are central to ties: "Trade and migration were discussed"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.areas.items import listed_fields
from sourcebook.extract.areas.phrases import Known, knows
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of


def dealt_with(document: Document, sentence: Sentence, lower: str, known: Known, gazetteer: Gazetteer) -> Iterator[Found]:
    """The fields that the verbs after them say to have been dealt with."""
    words = sentence.words
    dealt = not words.isdisjoint(_DEALING)
    central = not words.isdisjoint(_CENTRAL) and not words.isdisjoint(_BONDS)
    for pattern in (*([_DEALT_WITH] if dealt else ()), *([_CENTRAL_TO] if central else ())):
        for found in pattern.finditer(lower, sentence.span.start, sentence.span.end):
            yield from _before_verb(document, sentence, found.start(), known, gazetteer)


_DEALING = words_of(
    "discussed reviewed raised covered addressed tackled explored agenda table topics issues areas area sector "
    "field subjects priorities priority matters fields dominated topped featured figured"
)
_CENTRAL = words_of(
    "cornerstone cornerstones pillar pillars backbone foundation foundations bedrock priority focus heart core centre center forefront top"
)
_BONDS = words_of("cooperation co collaboration partnership relations relationship ties engagement alliance")
_ON_THE_TABLE = r"discussed|reviewed|raised|covered|addressed|tackled|explored|high\s+on|on\s+the\s+(?:agenda|table)"
_AMONG_TOPICS = (
    r"among(?:st)?\s+(?:the\s+)?(?:[a-z]+\s+){0,3}(?:topics|issues|areas|subjects|priorities|matters|fields|sectors)"
    r"|(?:the\s+|our\s+|their\s+)?(?:[a-z]+\s+){0,3}?(?:priority\s+)?(?:areas|fields|sectors|topics|priorities)"
    r"|(?:an?other|an?)\s+(?:[a-z]+\s+)?(?:area|field|sector|priority)\s+(?:of|where|for|in\s+which)"
)
_DEALT_WITH = re.compile(
    rf"\s+(?:(?:was|were|is|are|ha(?:s|ve)\s+been|will\s+be|remains?)\s+(?:also\s+|all\s+)?(?:{_ON_THE_TABLE}|{_AMONG_TOPICS})"
    r"|dominated|topped|featured|figured)\b"
)
"""After what was dealt with: "Trade and migration were discussed"."""
_CENTRAL_TO = re.compile(
    r"\s+(?:was|were|is|are|ha(?:s|ve)\s+been|remains?)\s+(?:also\s+)?"
    r"(?:(?:the|an?|one\s+of\s+the)\s+(?:[a-z]+\s+){0,2}?(?:cornerstones?|pillars?|backbone|foundations?|bedrock|priority|focus)"
    r"|at\s+the\s+(?:very\s+)?(?:heart|core|cent(?:re|er)|forefront|top))\s+of\s+"
    r"(?:(?:the|their|our|its|bilateral|strategic|joint)\s+){0,3}(?:[a-z–-]+\s+)?"
    r"(?:co-?operation|collaboration|partnership|relations(?:hip)?|ties|engagement|alliance)\b"
)
"""After what is central to ties: "Education is a cornerstone of their relations"."""


def _before_verb(document: Document, sentence: Sentence, verb: int, known: Known, gazetteer: Gazetteer) -> list[Found]:
    """The fields that a verb after them says to have been dealt with, if nothing else stands before it."""
    text, start = document.text, sentence.span.start
    begins = [start, *(each.end() for each in _CLAUSE.finditer(text, max(start, verb - LONGEST_CLAUSE), verb))]
    for begin_at in reversed(begins):
        items = list(listed_fields(document, sentence, begin_at, known, gazetteer))
        told = items and _REST.fullmatch(text, items[-1].span.end, verb)
        if told and (len(items) > 1 or knows(known, items[0].span)):
            return items
    return []


_CLAUSE = re.compile(
    r"(?:,\s+(?:where|when|while|during\s+which|at\s+which|in\s+which|and)\s+"
    r"|\b(?:said|noted|added|stressed)\s+(?:that\s+)?|;\s+|:\s+|[“\"])(?:issues\s+of\s+|the\s+)?"
)
LONGEST_CLAUSE = 200
"""Code points before a verb."""
_REST = re.compile(r"(?:\s+(?:issues|sectors?|matters|areas|fields|cooperation|ties|concerns))?")
