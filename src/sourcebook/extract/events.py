"""Events that a noun names: conferences, sessions, summits, conflicts, exercises, ceremonies."""

import re
from collections.abc import Iterator

from sourcebook.extract.document import Block, Document
from sourcebook.extract.found import Found
from sourcebook.model.spans import Span

_NAMED = re.compile(
    r"\b(?:World War (?:I{1,2}|One|Two)|(?:First|Second) World War|Cold War|[A-Z][\w-]+(?:[’']s)?\s+(?:civil war|war|conflict|crisis|revolution|Revolution|War|Spring|Conflict)|"
    r"(?:Special\s+)?Military Operation|Operation\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*|(?:[A-Z][\w-]+\s+){1,4}(?:Summit|Conference|Forum|Olympics|Games|Talks|Exercise|Festival|Referendum|Election|Elections)(?:\s+\d{4})?)"
)
_NOUN = re.compile(
    r"\b(?:(?:an?|the|another|first|second|third|recent|annual|international|regional|joint|bilateral|ministerial|ceasefire|terrorist|suicide)\s+)*"
    r"(?P<head>conference|summit|session|seminars?|exercises?|drills|ceremony|referendum|elections?|coup|takeover|ceasefire|airstrikes?|attacks?|bombings?|offensive|operation|explosion|peace talks|negotiations)\b"
    r"(?:\s+(?:on|for|of)\s+(?:the\s+)?[\w-]+(?:\s+(?:and|of|on|the)\s+[\w-]+|\s+(?!in\b|at\b|by\b|on\b|that\b|which\b|was\b|were\b|is\b|has\b|have\b|will\b|to\b|with\b|as\b|against\b|this\b|near\b|and\b)[\w-]+){0,4})?"
)
_LEAD = re.compile(r"(?:an?|the|another|recent)\s+", re.IGNORECASE)


def events(document: Document) -> Iterator[Found]:
    """Events by their nouns; those of verbs are made from the facts."""
    for sentence in document.sentences:
        if sentence.block is Block.HEADING:
            continue
        for found in _NAMED.finditer(document.text, sentence.span.start, sentence.span.end):
            yield Found(span=Span(*found.span()), type="event", name=" ".join(found[0].split()), kind=_kind(found[0]), priority=6)
        for found in _NOUN.finditer(document.text, sentence.span.start, sentence.span.end):
            start = found.start()
            while lead := _LEAD.match(document.text, start, found.end()):
                start = lead.end()
            words = " ".join(document.text[start : found.end()].split())
            yield Found(
                span=Span(start, found.end()), type="event", name=words[:1].upper() + words[1:], kind=_kind(found["head"]), priority=3
            )


def _kind(words: str) -> str:
    low = words.casefold()
    kinds = {
        "conflict": ("war", "conflict", "operation", "offensive", "airstrike"),
        "attack": ("attack", "bombing", "explosion"),
        "exercise": ("exercise", "drill", "seminar"),
    }
    for kind, cues in kinds.items():
        if any(each in low for each in cues):
            return kind
    return next(
        (each for each in ("conference", "summit", "session", "ceremony", "election", "referendum", "forum") if each in low), "other"
    )
