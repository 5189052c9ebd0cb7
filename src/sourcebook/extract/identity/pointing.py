"""Nouns that tell of an event only because the text has told of one: "the crisis" after "the Salt Crisis"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.found import Found, covered
from sourcebook.extract.identity.tellings import CLASSES, MAY_CALL, MEETING
from sourcebook.model.spans import Span

_ITSELF = ("mission", "blockade", "occupation", "intervention", "expedition", "annexation", "airlift", "incident", "affair")
_CALLS = {
    **MAY_CALL,
    **{each: (each,) for each in _ITSELF},
    "incident": ("incident", "affair"),
    "discussion": tuple(noun for noun, kind in CLASSES.items() if kind == MEETING),
}
"""Which nouns may mean an event told of by which others."""
_NOUNS = frozenset(_CALLS)
_THE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hese)\s+\Z")
_ALONE = re.compile(
    r"(?=[.,;:)—–]|[’']s?\s|\s+(?:(?:in|on|and|or|to|that|which|who|whose|was|is|were|are|had|has|have|would|will|could|might|may|did"
    r"|with|by|at|began|came|led|took|made|grew|broke|drew|brought|during|between|for|as|from|but|while|when|also"
    r"|after|before|until|against|over|under|into|through|despite|however|so|not|both|itself)\b|(?!led\b)[a-z]+ed\b))"
)
"""After a noun that is no part of another: "the crisis ended", but not "the crisis managers"."""
_WORD = re.compile(r"[a-z]+")


def pointed(document: Document, found: Iterable[Found]) -> Iterator[Found]:
    """The nouns that point back to an event of a text, under its name."""
    mentions = list(found)
    yield from _calls(document)
    sentences = list(document.holding(_NOUNS))
    events = sorted((each for each in mentions if each.type == "event"), key=_span) if sentences else []
    if not events:
        return
    text, named = document.text, covered(each.span for each in mentions)
    told: dict[str, list[Found]] = defaultdict(list)
    for each in events:
        # Nobody calls the Cold War "the conflict".
        for word in _WORD.findall(each.name.casefold()) if each.name != COLD_WAR else ():
            for form in {word, word.removesuffix("s")}:
                told[form].append(each)
    for sentence in sentences:
        for token in sentence.tokens:
            means = _CALLS.get(token.text)
            if means is None or not _THE.search(text, max(0, token.start - NEAR), token.start) or not _ALONE.match(text, token.end):
                continue
            span = Span(token.start, token.end)
            # "The revolt" is rather a revolt than the revolution told of since.
            last = _last(told, (token.text,), token.start) or _last(told, means, token.start)
            if last and not named(span):
                yield replace(last, span=span, priority=BY_NOUN)


def _last(told: Mapping[str, list[Found]], nouns: Iterable[str], position: int) -> Found | None:
    """The event that stands last before a position of those that are told of with one of some nouns."""
    before = [one for noun in nouns if (one := next((each for each in reversed(told.get(noun, ())) if each.span.end < position), None))]
    return max(before, key=_span, default=None)


def _calls(document: Document) -> Iterator[Found]:
    """Calls after "Ana Ruiz spoke with Ola Lund": which one "the call" was, the words that tell of it say."""
    for sentence in document.holding(_CALL):
        for call in _THE_CALL.finditer(document.text, sentence.span.start, sentence.span.end):
            if _SPOKE.search(document.text, 0, call.start()):
                yield Found(span=Span(*call.span("call")), type="event", name="Call", kind="meeting", priority=BY_NOUN)


_CALL = frozenset({"call"})
_THE_CALL = re.compile(r"\b(?:[Tt]he|[Tt]his)\s+(?P<call>call)\b(?!\s+(?:to|for|of|on)\b|-)")
_SPOKE = re.compile(r"\b(?:spoke|(?:tele)?phone\s+(?:call|conversation)|call\s+with)\b")
_span = attrgetter("span")
COLD_WAR = "Cold War"
NEAR = 8
"""Code points of what points back."""
