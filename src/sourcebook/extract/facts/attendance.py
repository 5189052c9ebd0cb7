"""Who took part in events, and who opened institutions."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import is_bloc, is_state, size_of
from sourcebook.model.spans import Span

_ATTEND = re.compile(
    r"\b(?:attend(?:ed|s|ing)?|(?:take|takes|took|taking)\s+part\s+in|participat(?:e|es|ed|ing)\s+in|address(?:ed|es|ing)?|speak(?:s|ing)?\s+at|spoke\s+at|host(?:ed|s|ing)?|"
    r"launch(?:ed|es|ing)?|began|begun|begin|conduct(?:ed|s|ing)?|executed|supporting|in support of|joined|chaired|co-hosted|will host|fought(?:\s+in)?|waged|engaged\s+in|involved\s+in)\s+(?:\w+\s+){0,3}?(?:the\s+|an?\s+|their\s+|its\s+)?"
)


def attendance(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who took part in an event that has a name or a noun."""
    happenings = reading.inside(sentence.span, "event")
    yield from _also_there(reading, sentence, happenings)
    for found in _ATTEND.finditer(reading.text, sentence.span.start, sentence.span.end) if happenings else ():
        event = reading.next(found.end(), sentence.span.end, "event", within=6)
        if event is None or event.found.kind == "visit" or _OF_WHOM.search(reading.text, sentence.span.start, found.start()):
            continue
        who = _invited(reading, sentence, found.start()) or reading.subject(found.start(), sentence.span.start)
        along = _ALONGSIDE.search(reading.text, sentence.span.start, found.start()) if who else None
        others = reading.people(Span(along.end(), found.start())) if along and along.end() < found.start() else []
        acting = [who, *(each.entity for each in others)] if who else _joint_subject(reading, sentence.span.start, found.start())
        for entity in dict.fromkeys(acting):
            yield _took_part(event, entity, sentence, Span(found.start(), event.span.end))
    yield from _chairs(reading, sentence, happenings)
    for event in happenings:
        yield from _attended_by(reading, sentence, event)
        yield from _between(reading, sentence, event)
        yield from _with(reading, sentence, event)
        yield from _of_two(reading, sentence, event)
        owner = _TAKES_PART.search(reading.text, max(sentence.span.start, event.span.start - NEAR), event.span.start)
        before = (
            reading.inside(Span(sentence.span.start, owner.start()), "person", "place", "organization")
            if owner and owner.start() > sentence.span.start
            else []
        )
        if owner and before and before[-1].span.end == owner.start():
            yield _took_part(event, before[-1].entity, sentence, Span(before[-1].span.start, event.span.end))


def _of_two(reading: Reading, sentence: Sentence, event: Linked) -> Iterator[Statement]:
    """The two whose names an event bears: "the ASEAN-China Summit", "the Georgian–Armenian War"; of ministers' meetings it is the ministers."""
    name = event.span.of(reading.text)
    inside = reading.inside(event.span, "place", "demonym", "organization") if _HELD.search(name) and "inisters" not in name else []
    for one, other in pairwise(inside):
        if (
            _HYPHEN.fullmatch(reading.text, one.span.end, other.span.start)
            and one.entity != other.entity
            and (is_state(one) or is_state(other))
            and all(is_state(each) or is_bloc(each) or size_of(each) > COUNTRY for each in (one, other))
            and not _ABOUT.search(reading.text, event.span.start, one.span.start)
        ):
            for each in (one, other):
                yield _took_part(event, each.entity, sentence, event.span)


_ABOUT = re.compile(r"\b(?:on|about|of|for)\s")
_HYPHEN = re.compile(r"\s?[-–]\s?")
_HELD = re.compile(r"(?i)\b(?:summit|dialogue|consultations|meeting|talks|forum|war|session|conference|negotiations|exercise)s?\b")


def _chairs(reading: Reading, sentence: Sentence, happenings: list[Linked]) -> Iterator[Statement]:
    """After "A and B co-chaired the session", "the session was chaired by A": who chairs an event."""
    text, span = reading.text, sentence.span
    if not happenings or sentence.words.isdisjoint(_CHAIRING):
        return
    for event in happenings:
        led = _CHAIR.search(text, max(span.start, event.span.start - 60), event.span.start)
        passive = _CHAIRED_BY.match(text, event.span.end, span.end)
        end = reading.clause_end(passive.end(), span.end) if passive else 0
        chairs = [each.entity for each in reading.people(Span(passive.end(), end))] if passive and end > passive.end() else []
        for who in chairs or (reading.doers(led.start(), span.start) if led else []):
            yield Statement(subject=event.entity, property="chaired_by", value=who, sentence=sentence, focus=event.span)


_CHAIRING = frozenset({"chair", "chairs", "chaired", "chairing", "co", "presided", "presides", "presiding"})
_CHAIR = re.compile(r"\b(?:(?:co-)?chair(?:s|ed|ing)|presid(?:es|ed|ing)\s+over)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,2}\Z")
_CHAIRED_BY = re.compile(r"(?:\s+\([^)]*\))?,?\s+(?:(?:was|were|is|are|will\s+be)\s+)?(?:jointly\s+)?(?:co-)?chaired\s+by\s+(?:the\s+)?")


def _took_part(event: Linked, who: str, sentence: Sentence, focus: Span) -> Statement:
    return Statement(subject=event.entity, property="participant", value=who, sentence=sentence, focus=focus)


def _invited(reading: Reading, sentence: Sentence, verb: int) -> str | None:
    """Who is to attend after "an invitation for Ana Ruiz to attend"."""
    before = reading.people(Span(sentence.span.start, verb)) if verb > sentence.span.start else []
    to = before and reading.text[before[-1].span.end : verb] == " to "
    return before[-1].entity if to and _INVITED.search(reading.text, sentence.span.start, before[-1].span.start) else None


_ALONGSIDE = re.compile(r"\b(?:along|together)\s+with\s+")
_INVITED = re.compile(r"\binvit\w+\s")
_OF_WHOM = re.compile(r"\bof\s+(?:whom|them)\s+(?:\w+\s+)?\Z")
_TAKES_PART = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+)?(?:participation|attendance|presence|involvement|address)\s+(?:in|at|to)\s+(?:both\s+)?(?:the\s+|an?\s+)?(?:[a-z]+\s+(?:of\s+the\s+)?){0,3}\Z"
)


def _with(reading: Reading, sentence: Sentence, event: Linked) -> Iterator[Statement]:
    """After "in a joint news conference with Ana Ruiz", "held a telephone conversation with Ana Ruiz": both."""
    text, end = reading.text, sentence.span.end
    joint = _WITH.match(text, event.span.end, end) if _CALL.search(text, event.span.start, event.span.end) else None
    other = reading.next(joint.end(), end, "person", within=90) if joint else None
    if other is None or not reading.straight(joint.end() if joint else 0, other.span.start):
        return
    who = reading.subject(event.span.start, sentence.span.start)
    for each in dict.fromkeys([*([who] if who else []), other.entity]):
        yield _took_part(event, each, sentence, Span(event.span.start, other.span.end))


_WITH = re.compile(r"\s+(?:(?:today|yesterday|on\s+[A-Z]\w+)\s+)?with\s+(?:the\s+)?")
_CALL = re.compile(r"(?i)\b(?:(?:news|press|media)\s+(?:conference|briefing)|(?:tele)?phone|video|telephonic|call)\b")


def _also_there(reading: Reading, sentence: Sentence, happenings: list[Linked]) -> Iterator[Statement]:
    """After "also in the meeting were A, B and C"."""
    for event in happenings:
        led = _ALSO_IN.search(reading.text, sentence.span.start, event.span.start)
        were = _WERE.match(reading.text, event.span.end, sentence.span.end) if led and led.end() == event.span.start else None
        for each in reading.people(Span(were.end(), sentence.span.end)) if were and were.end() < sentence.span.end else ():
            yield _took_part(event, each.entity, sentence, Span(event.span.start, each.span.end))


_ALSO_IN = re.compile(
    r"\b(?:[Aa]lso\s+(?:in|at|attending|present\s+(?:at|in|for)|joining)|[Pp]resent\s+(?:at|in)|[Aa]ttending)\s+(?:the\s+)?"
)
_WERE = re.compile(r"\s+(?:was|were)\s+")


def _between(reading: Reading, sentence: Sentence, event: Linked) -> Iterator[Statement]:
    """After "talks between A and B", "the summit was held in May in Oslo, between President A of X and B": both."""
    text, end = reading.text, sentence.span.end
    own = _AMONG.search(text, event.span.start, event.span.end)
    between = own or _AMONG.match(text, event.span.end, end) or _HELD_BETWEEN.match(text, event.span.end, end)
    if between is None or _NOT_HELD.search(event.span.of(text)):
        return
    stop = min(end, between.end() + 2 * NEAR)
    people = reading.people(Span(between.end(), stop))[:2]
    two = people if len(people) > 1 and reading.straight(between.end(), people[0].span.start) else []
    if not two:
        sides = [
            each
            for each in reading.inside(Span(between.end(), stop), "organization", "place")
            if each.found.type == "organization" or size_of(each) == COUNTRY
        ]
        sides = [each for each in sides if not any(one is not each and one.span.contains(each.span) for one in sides)][:2]
        two = sides if sides and sides[0].span.start == between.end() else []
    if two and two[0].found.type == "person" and _MEETING.search(event.span.of(text)) and not _CALL.search(event.span.of(text)):
        # Two who meet have met.
        return
    if len(two) == 2 and _AND_THE.fullmatch(reading.plain(two[0].span.end, two[1].span.start, "role", "demonym", "place")):
        for each in two:
            yield _took_part(event, each.entity, sentence, Span(event.span.start, two[1].span.end))


COUNTRY = 3
"""The size of one."""
_MEETING = re.compile(r"(?i)\bmeeting\b")
_NOT_HELD = re.compile(r"(?i)\b(?:anniversary|relations|ties|visits?|trade|war|conflict|dispute)\b")
_HELD_BETWEEN = re.compile(
    r"(?:\s+(?:meeting|talks))?\s+(?:(?:was|were|have\s+been|had\s+been)\s+(?:held|taking\s+place)|took\s+place|began|started|opened)\s+[^.;]{0,80}?\bbetween\s+(?:the\s+)?"
)
_AND_THE = re.compile(r"(?:\s+\([^)]*\))?(?:\s+of\s+(?:the\s+)?\s*)?,?\s+and\s+(?:the\s+)?\s*")


def _attended_by(reading: Reading, sentence: Sentence, event: Linked) -> Iterator[Statement]:
    """After "the talks were attended by A, B and C": all who are listed."""
    passive = _ATTENDED.match(reading.text, event.span.end, sentence.span.end)
    if passive is None or passive.end() >= sentence.span.end:
        return
    end = sentence.span.end if passive["all"] else reading.clause_end(passive.end(), sentence.span.end)
    at = passive.end()
    for each in reading.people(Span(passive.end(), end)) if end > passive.end() else ():
        if _OTHER_PERSON.search(reading.text, at, each.span.start):
            return
        at = each.span.end
        yield _took_part(event, each.entity, sentence, Span(event.span.start, each.span.end))


_ATTENDED = re.compile(
    r"(?:\s+(?:in|at)\s+[^.;,]{3,40})?,?\s+(?:(?:was|were|is|will\s+be|has\s+been)\s+)?(?:also\s+|jointly\s+)?(?:(?P<all>attended)|(?:co-)?chaired|addressed|opened|hosted|led)\s+by\b:?\s*"
)
_OTHER_PERSON = re.compile(r"\b(?:who|which|that|where|said|after|before|during)\b")
_AMONG = re.compile(r"\s+between\s+(?:the\s+)?")
_AND = re.compile(r",?\s+and\s+(?:the\s+)?")


def _joint_subject(reading: Reading, start: int, verb: int) -> list[str]:
    """The states and bodies right before a verb, all that "and" joins."""
    before = (
        [
            each
            for each in reading.inside(Span(start, verb), "organization", "place")
            if each.found.type == "organization" or size_of(each) == 3
        ]
        if verb > start
        else []
    )
    found: list[Linked] = []
    for each in reversed(before):
        stop = found[-1].span.start if found else verb
        between = reading.text[each.span.end : stop]
        if not (re.fullmatch(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?", between) if found else _THOSE_WHO.fullmatch(between)):
            break
        found.append(each)
    if found and _FOUGHT.search(reading.text, max(start, found[-1].span.start - 40), found[-1].span.start):
        # "the fight against the militia in support of the operation": the militia does not support it.
        return []
    return [each.entity for each in reversed(found)]


_THOSE_WHO = re.compile(
    r"(?:,\s+(?:both|all)\s+of\s+(?:which|whom))?\s+(?:(?:personnel|troops|forces|soldiers|members|units|delegates|representatives|officials)\s+)?(?:(?:also|then|later|has|have|had|jointly|is|are|was|were)\s+){0,2}"
)
_FOUGHT = re.compile(r"\b(?:against|fight(?:ing)?|counter|defeat(?:ing)?|destroy(?:ing)?|combat(?:ing)?)\s+(?:the\s+)?\Z")


_OPENED = frozenset(["inaugurate", "inaugurated", "inaugurates", "inaugurating", "inauguration", "opened", "opening", "unveiled"])


def openings(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who opened an institution."""
    if sentence.words.isdisjoint(_OPENED):
        return
    for found in cues.OPEN.finditer(reading.text, sentence.span.start, sentence.span.end):
        what = reading.next(found.end(), sentence.span.end, "organization", within=40)
        # "After meeting X and opening Y, he ...": the doer follows.
        late = cues.LATE.match(reading.text, sentence.span.start)
        who = (reading.following_subject(sentence, found.start()) if late else None) or reading.subject(found.start(), sentence.span.start)
        if what and who:
            yield Statement(subject=who, property="opened", value=what.entity, sentence=sentence, focus=Span(found.start(), what.span.end))
