"""Who takes part in an event: the lists of states, bodies and persons before and after the words that say so."""

import itertools
from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import is_bloc, is_state
from sourcebook.model.spans import Span

_PEOPLE = (
    r"ministers?|leaders?|heads|representatives?|delegations?|delegates?|officials?|forces|troops|soldiers|personnel|units|ships|warships|vessels|"
    r"aircraft|navy|navies|army|armies|military|militaries|sailors|marines|envoys?|presidents?|participants?|experts|teams?|contingents?|members|governments?|diplomats|companies"
)
_WORDS_BEFORE = re.compile(
    rf"\s*(?:(?:both|all|the|its|their|several|senior|high-level|also|\d[\d,]*|some|more|than|over|about|nearly|and|foreign|defen[cs]e|prime|finance|interior|chief|armed|naval|of|state|government|from|{_PEOPLE})\s+)*:?\s*"
)
"""Between "attended by" and the first who attends: "the foreign ministers of", "troops from"."""
_WORDS_AFTER = re.compile(
    rf"(?:[’']s?)?(?:,?\s+(?:{_PEOPLE}|foreign|defen[cs]e|armed|naval|also|then|jointly|both|have|has|had|will|are|were|was|is|recently|together|of\s+which))*\s+"
)
_JOINT = re.compile(
    r"(?:[’']s)?(?:,\s+(?:and\s+)?|\s+and\s+|,?\s+as\s+well\s+as\s+|,?\s+along\s+with\s+)(?:both\s+|also\s+)?(?:the\s+|its\s+)?"
)
MOST = 30
"""Names of one list."""
_TAKES_PART = re.compile(
    r"\b(?:attend(?:ed|s|ing)?|(?:took|takes?|taking)\s+part\s+in|participat(?:ed|es?|ing)\s+in|join(?:ed|s|ing)?|fought\s+in|engaged\s+in|conduct(?:ed|s|ing)?|h[eo]ld|holds|holding|staged|(?:met|meet|gather(?:ed)?|convened?)\s+(?:for|at))\s+"
    r"(?:(?:the|an?|this\s+year[’']s|their|annual|joint|military|naval|ongoing|second|first|third|combined)\s+)*(?:[Ee]xercises?\s+)?"
)
_IS_ATTENDED = re.compile(
    r"(?:\s+(?:series|exercise|exercises|conference|summit|meeting))?(?:,?\s+(?:held|in|at|on)\s+[^.;,]{2,50})?,?\s+(?:which\s+|that\s+)?(?:(?:also|again|will|would)\s+)?"
    r"(?:(?:was|were|is|are|be)\s+(?:also\s+)?(?:attended|joined|conducted)\s+by|brought\s+together|brings\s+together|gathered|gathers|involv(?:ed|es|ing)|includ(?:ed|es)|featur(?:ed|es|ing)|drew|saw)\s+"
)
_BETWEEN = re.compile(
    r"(?:\s+(?:process|series))?(?:,?\s+(?:was|were|is|are|has\s+been|will\s+be|began|started|resumed|opened|continues?)(?:\s+(?:held|fought|waged|convened))?[^.;“”\"]{0,70}?)?\s+(?:between|among)\s+"
)
_PARTICIPANTS = re.compile(
    r"\b[Pp]articip(?:ants|ating\s+(?:nations|countries|states|units|forces))\b[^.;:]{0,60}?\b(?:include[sd]?|are|were|came\s+from)\s*:?\s+"
)


def taking_part(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States, bodies and persons that attend, join, fight in or hold an event, or between whom it is."""
    text, start, end = reading.text, sentence.span.start, sentence.span.end
    events = reading.inside(sentence.span, "event")
    for found in _TAKES_PART.finditer(text, start, end):
        event = next((each for each in events if 0 <= each.span.start - found.end() <= 1), None)
        who = _before(reading, start, found.start()) if event else []
        # One alone is told of elsewhere, by the subject of the verb.
        if event and who and (len(who) > 1 or _FORCES.search(text, who[0].span.end, found.start())):
            yield from _each(event, who, sentence, Span(who[0].span.start, event.span.end))
    for event in events:
        attended = _IS_ATTENDED.match(text, event.span.end, end)
        if attended is None and not _BONDS.search(text, event.span.start, event.span.end):
            attended = _BETWEEN.match(text, event.span.end, end)
        who = _after(reading, attended.end(), end) if attended and not _NOT_HELD.search(text, event.span.end, end) else []
        if len(who) > 1 or (who and attended and "attended" in attended[0]):
            yield from _each(event, who, sentence, Span(event.span.start, who[-1].span.end))
    listed = _PARTICIPANTS.search(text, start, end) if events else None
    if listed and events[0].span.start < listed.end():
        who = _after(reading, listed.end(), end)
        yield from _each(events[0], who, sentence, Span(listed.start(), who[-1].span.end)) if who else ()


_NOT_HELD = re.compile(r"\s(?:was|were|is|are|has|have|had)\s+not\b|\b(?:cancel\w+|called\s+off)\b")
_BONDS = re.compile(r"\b(?:anniversary|relations|visit|trip|tour)\b")
"""What is between two without their taking part in it."""
_FORCES = re.compile(rf"\b(?:{_PEOPLE})\s+(?:\w+\s+)?\Z")


def _each(event: Linked, who: list[Linked], sentence: Sentence, focus: Span) -> Iterator[Statement]:
    for entity in dict.fromkeys(each.entity for each in who):
        if entity != event.entity:
            yield Statement(subject=event.entity, property="participant", value=entity, sentence=sentence, focus=focus)


def _names(reading: Reading, span: Span) -> list[Linked]:
    """The persons, states and bodies of a span, none within another."""
    found = [
        each
        for each in reading.inside(span, "person", "place", "organization", "demonym")
        if each.found.type in {"person", "organization"} or is_state(each) or is_bloc(each)
    ]
    return [each for each in found if not any(other.span.contains(each.span) and other.span != each.span for other in found)]


def _after(reading: Reading, start: int, end: int) -> list[Linked]:
    """The list that begins right after a position; of persons with their offices only the persons."""
    names = _names(reading, Span(start, end)) if end > start else []
    people = [each for each in names if each.found.type == "person"]
    if people and reading.straight(start, people[0].span.start):
        return _joined(reading, people)
    return _joined(reading, names) if names and _WORDS_BEFORE.fullmatch(reading.text, start, names[0].span.start) else []


def _before(reading: Reading, start: int, verb: int) -> list[Linked]:
    """The list that ends right before a verb."""
    names = _names(reading, Span(start, verb)) if verb > start else []
    if not names or not _WORDS_AFTER.fullmatch(reading.text, names[-1].span.end, verb):
        return []
    found = [names[-1]]
    for one, other in itertools.pairwise(reversed(names[-MOST:])):
        if not _JOINT.fullmatch(reading.text, other.span.end, one.span.start):
            break
        found.append(other)
    return found[::-1]


def _joined(reading: Reading, names: list[Linked]) -> list[Linked]:
    """The first of some names and those that commas and "and" join to it."""
    found = names[:1]
    for each in names[1:MOST]:
        between = reading.text[found[-1].span.end : each.span.start]
        people = each.found.type == "person" and found[-1].found.type == "person"
        if not (_JOINT.fullmatch(between) or (people and _AND.search(between) and reading.straight(found[-1].span.end, each.span.start))):
            break
        found.append(each)
    return found


_AND = re.compile(r"\band\b|,")
