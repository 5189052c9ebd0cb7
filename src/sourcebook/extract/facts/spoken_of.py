"""Events that were spoken of before: what "the meeting" means, and at what somebody "was also present"."""

import bisect
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.coming import is_coming
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.times.happened import is_ahead
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span


def called(reading: Reading, sentence: Sentence) -> Iterator[Linked]:
    """The words of a sentence that mean an event spoken of before by a common noun or a pronoun: "the meeting", "It was attended by"."""
    if it := _it(reading, sentence):
        yield it
    earlier: list[Linked] | None = None
    for found in _THE_EVENT.finditer(reading.text, sentence.span.start, sentence.span.end):
        if earlier is None:
            first = reading.document.sentences[max(0, sentence.number - FAR_BACK)].span.start
            span = Span(first, sentence.span.start) if first < sentence.span.start else None
            earlier = (
                [each for each in _events(reading, span) if each.found.kind != "visit" and not _is_another(reading, sentence, each)][::-1]
                if span
                else []
            )
        noun = found["noun"].casefold().removesuffix("s")
        event = next((each for each in earlier if _may_be(noun, each)), None)
        if reading.next(found.end(), sentence.span.end, "event", within=2):
            # "The exercise Salt Wind" is told by its name.
            continue
        # "A meeting with them" in between is another one.
        if event and not re.search(
            rf"\b(?:[Aa]n?|another|their|his|her)\s+(?:[\w-]+\s+){{0,3}}{noun}", reading.text[event.span.end : sentence.span.start]
        ):
            yield replace(event, found=replace(event.found, span=Span(*found.span("noun"))))


def _it(reading: Reading, sentence: Sentence) -> Linked | None:
    """The event that "It" means before what is told of events only: the one with which the sentence before begins, or its only one."""
    it = None if "it" not in sentence.words else _IT.match(reading.text, sentence.span.start, sentence.span.end)
    before = sentence.number - 1
    while it and before > 0 and reading.document.sentences[before].tokens[0].text == "It":
        before -= 1
    if it is None or before < 0:
        return None
    told = reading.document.sentences[before].span
    events = [each for each in _events(reading, told) if each.found.kind not in _NOT_ATTENDED]
    first = events[0] if events else None
    opens = first and not any(
        each.span.end <= first.span.start for each in reading.inside(told, "person", "organization", "place", "agreement")
    )
    alone = it["came"] and len({each.entity for each in events}) == 1
    return replace(first, found=replace(first.found, span=Span(it.start(), it.start() + 2))) if first and (opens or alone) else None


_IT = re.compile(
    r"It\s+(?:(?:was|is|will\s+be|has\s+been|had\s+been|is\s+being)\s+(?:(?:also|jointly|formally|officially|earlier|later)\s+)?"
    r"(?:(?P<came>attended|addressed|graced)|(?:co-?)?(?:chaired|hosted|organi[sz]ed)|presided|moderated|opened|inaugurated|convened|held|mediated|brokered)"
    r"|(?:(?:also|will)\s+)*(?:br(?:ought|ings?)\s+together|dr(?:ew|aws)|gather(?:ed|s)|attracted|featured|t(?:ook|akes?)\s+place"
    r"|saw\s+the\s+participation))\b"
)


def _may_be(noun: str, event: Linked) -> bool:
    """Whether a common noun may mean an event."""
    # "Leaders were present at the event": no war.
    anything = noun in _ANY and event.found.kind not in _FOUGHT and not _DISCUSSED.match(event.found.name)
    return anything or noun in event.found.name.casefold() or noun in _SAME.get(event.found.kind, ())


def _events(reading: Reading, span: Span) -> list[Linked]:
    """The events that begin in a span, by noun or by verb, in order."""
    first = bisect.bisect_left(reading.told, span.start, key=_START)
    told = reading.told[first : bisect.bisect_left(reading.told, span.end, key=_START)]
    named = reading.inside(span, "event")
    return sorted([*named, *told], key=_START) if told else named


_START = attrgetter("span.start")


FAR_BACK = 5
"""Sentences back in which "the meeting" was named."""


NOUNS = words(
    "event gathering occasion proceedings deliberations meeting talks discussions negotiations consultations "
    "summit conference exercise exercises drills ceremony session forum dialogue war conflict round operation reception audience call "
    "fair exhibition expo festival retreat workshop seminar symposium congress funeral drill dinner banquet inauguration"
)
CALLING = NOUNS | {"it"}
"""What an event of before may be called by."""
_THE_EVENT = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hese)\s+(?:[a-z-]+\s+)?(?P<noun>{'|'.join(sorted(NOUNS))})\b"
    rf"(?!\s+(?:of|between|with(?!\s+[a-z]+s\b(?!\s+(?:from|of)\b))|on|to|for)\b|-)(?<!audience(?!\s+(?:was|were)\b))"
)
_ANY = words("event gathering occasion proceeding deliberation")
_DISCUSSED = re.compile(r"(?:Discussions|Negotiations|Dialogue)\b")
"""What is no event to which people come."""
_FOUGHT = frozenset({"conflict", "attack"})
"""Kinds of events that nobody comes to."""
_SAME = {
    "meeting": ("meeting", "talk", "discussion", "negotiation", "consultation", "session", "dialogue", "reception", "audience", "call"),
    "summit": ("meeting", "talk"),
    "conference": ("meeting", "forum"),
    "forum": ("meeting", "conference"),
    "session": ("meeting",),
    "exercise": ("exercise", "drill"),
    "conflict": ("war", "conflict"),
}


def spoken_of(reading: Reading, sentence: Sentence) -> Linked | None:
    """The one event that was spoken of last before a sentence, or the only one of the sentence."""
    first = max(0, sentence.number - FEW)
    loose: Linked | None = None
    for each in reversed(reading.document.sentences[first : sentence.number + 1]):
        events = [
            one for one in _events(reading, each.span) if one.found.kind not in _NOT_ATTENDED and "nniversary of" not in one.found.name
        ]
        many = [one for one in events if one.found.kind != "meeting" or one.found.priority > BY_NOUN] or events
        surest = max((one.found.priority for one in many), default=0)
        named = [one for one in many if one.found.priority == surest and not _is_another(reading, sentence, one)]
        if named and len({one.entity for one in named}) > 1:
            return loose
        if named and (named[0].found.kind != "meeting" or named[0].found.priority > BY_NOUN):
            # "The talks" of some are rather not what many attend.
            return named[0]
        loose = loose or (named[0] if named else None)
    return loose


def _is_another(reading: Reading, sentence: Sentence, event: Linked) -> bool:
    """Whether an event was still to come when a sentence tells who was there, or long over: "the next meeting, to be held in Oslo", "previous meetings"."""
    told = reading.document.sentence_of(event.span.start)
    if told is sentence:
        return False
    over = event.found.name.startswith(_OVER)
    return over or (
        _COMES.isdisjoint(sentence.words) and (is_ahead(reading, told, event) or is_coming(reading.text, told.span, event, event.span.end))
    )


_OVER = ("Previous ", "Earlier ", "Past ", "Former ", "Next ", "Upcoming ", "Forthcoming ", "Future ", "Another ")

_COMES = words("will would shall expected set due scheduled planned may might could likely to")
_NOT_ATTENDED = words("visit attack election")


def last_before(reading: Reading, sentence: Sentence, position: int) -> Linked | None:
    """The meeting, journey or other event that the words before a position named last; for delegations, a meeting."""
    first = reading.document.sentences[max(0, sentence.number - FEW)].span.start
    if first >= position:
        return None
    events = [
        each
        for each in _events(reading, Span(first, position))
        if each.found.kind not in _NO_COMPANY and not _is_another(reading, sentence, each)
    ]
    if "delegation" in sentence.words:
        # A delegation rather comes to a meeting than to what is spoken of there.
        meeting = next((each for each in reversed(events) if each.found.kind == "meeting"), None)
        if meeting:
            return meeting
    return events[-1] if events else None


_NO_COMPANY = words("attack election conflict")
FEW = 3
"""Sentences back in which an event is still spoken of."""


def about_many(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence before is about an event and the many who came to it: "Ministers gathered for the summit. Among them were"."""
    before = reading.document.sentences[sentence.number - 1] if sentence.number else None
    return bool(before and _CAME_MANY.search(before.span.of(reading.text)) and reading.inside(before.span, "event"))


_CAME_MANY = re.compile(
    r"\b"
    r"(?:attend\w*|gather\w*|conven\w*|participa\w*|t(?:ook|aking|ake)\s+part|present|brought\s+together|guests"
    r"|delegates|delegations|met)\b"
)


def is_talks(event: Linked) -> bool:
    """Whether an event is a meeting that a common noun tells of, at which those who met are told as such."""
    return (
        bool(event.found.kind == "meeting" or _DISCUSSIONS.search(event.found.name))
        and event.found.priority == BY_NOUN
        and not _CALL.search(event.found.name)
    )


_DISCUSSIONS = re.compile(r"(?i)\bdiscussions?\b")
_CALL = re.compile(r"(?i)\b(?:(?:news|press|media)\s+(?:conference|briefing)|(?:tele)?phone|video|telephonic|call)\b")
