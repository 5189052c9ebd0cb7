"""Visits, meetings, attendance and openings."""

import itertools
import re
from collections.abc import Iterator

from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import LONGEST, Reading
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import size_of
from sourcebook.model.spans import Span

_ANOTHER = re.compile(r"(?:\s+(?:from|on)?\s*[\w -]{0,24}?)?,?\s+and\s+(?:then\s+)?(?:to|in)\s+(?:the\s+)?")
_NEXT_STOP = re.compile(r"(?:\s+on\s+[A-Z]\w+(?:\s+\d{1,2})?)?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?(?=[A-Z])")
_LED_BY = re.compile(
    r"(?:[A-Z][\w-]+\s+){1,2}(?:capital|city|town|port|region|province|resort)(?:\s+city)?(?:\s+of)?\s+|(?:[a-z]+\s+)?(?:capital|city|town|port|region|province|resort|village|island|district)(?:\s+city)?\s+of\s+"
)
_BETWEEN = re.compile(r"\b(?:meeting|talks|negotiations|consultations|discussions)\s+between\s+", re.IGNORECASE)
_FOR = re.compile(r"(?:[’']s)?\s+(?:for|from|to|on|after)\s+\Z")
_TOGETHER = re.compile(
    r",?\s+(?:met(?!\s+(?:[A-Z]|the\s|his\s|her\s|their\s|an?\s|separately|with))|held\s+(?:\w+\s+){0,2}(?:talks|meetings?|discussions|consultations|negotiations))\b(?!\s+(?:separately\s+)?with)"
)
_BOTH_OF = re.compile(
    r",?\s+and\s+(?:(?:his|her|the)\s+)?(?:[^.;]|(?<=\b[A-Z])\.|(?<=\bMr|\bDr|\bMs|\bLt|\bSt)\.|(?<=\bHon|\bMrs|\bGen|\bCol|\bAmb|\bSen|\bRep|\bAdm)\.){0,90}"
)
_ATTEND = re.compile(
    r"\b(?:attend(?:ed|s|ing)?|(?:take|takes|took|taking)\s+part\s+in|participat(?:e|es|ed|ing)\s+in|address(?:ed|es|ing)?|speak(?:s|ing)?\s+at|spoke\s+at|host(?:ed|s|ing)?|"
    r"launch(?:ed|es|ing)?|began|begun|begin|conduct(?:ed|s|ing)?|executed|supporting|in support of|joined|chaired|co-hosted|will host)\s+(?:\w+\s+){0,3}?(?:the\s+|an?\s+|their\s+|its\s+)?"
)


def visits(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who went where; "and to Lebanon" is a second visit."""
    text, span, words = reading.text, sentence.span, sentence.words
    if words.isdisjoint(cues.JOURNEY) and ("in" not in words or words.isdisjoint({"was", "is"})):
        return
    for found in cues.VISIT.finditer(text, span.start, span.end):
        place = reading.next(found.end(), span.end, "place", within=2) or (
            reading.next(found.end(), span.end, "place", within=60) if re.search(r"visit\s*$|to visit\b", found[0].strip()) else None
        )
        if place is None and (led := _LED_BY.match(text, found.end(), span.end)):
            place = reading.next(led.end(), span.end, "place", within=1)
        if cues.CALLED_OFF.search(text, max(span.start, found.start() - 40), found.start()):
            continue
        thanked = _FOR.search(text, span.start, found.start())
        host = reading.people(Span(span.start, thanked.start())) if thanked and thanked.start() > span.start else []
        # "thanked the minister for visiting Oslo": the one who is thanked is the visitor.
        visitor = host[-1].entity if host else reading.subject(found.start(), span.start)
        if visitor is None and place and _ADVERBIAL.match(text, span.start) and found.start() - span.start < SHORT_LEAD:
            visitor = _named_next(reading, place, span.end)
        kind = (found["kind"] or "").strip()
        while place and visitor:
            yield from _visit(reading, visitor, place, sentence, Span(found.start(), place.span.end), kind)
            place = _next_stop(reading, place, span.end)
    yield from _noun_visits(reading, sentence)
    yield from _visits_by(reading, sentence)


def _noun_visits(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "her visit to Chile", "the visit to Chile by Ana Ruiz", "during his visit to Chile, Ana Ruiz"."""
    text, span = reading.text, sentence.span
    for found in cues.VISIT_OF.finditer(text, span.start, span.end):
        place = reading.next(found.end(), span.end, "place", within=2)
        if place is None or cues.VISIT.search(text, max(span.start, found.start() - 30), found.end() + 1):
            continue
        if cues.CALLED_OFF.search(text, max(span.start, found.start() - 40), found.start()):
            continue
        by = re.match(r"\s+by\s+", text[place.span.end : span.end])
        person = reading.next(place.span.end, span.end, "person", within=90) if by else None
        owner = re.search(r"(?:[’']s|his|her)\s+(?:\w+\s+){0,2}\Z", text[max(span.start, found.start() - 24) : found.start()])
        who = (
            person.entity
            if person
            else reading.subject(found.start(), span.start)
            if owner or re.search(r"\bon\s+an?\s+\Z", text[span.start : found.start()])
            else None
        )
        opens = _AFTER_A.fullmatch(text, span.start, found.start())
        if who is None and (opens or (owner and owner[0][:1] in "hH")):
            who = _named_next(reading, place, span.end)
        while who and place:
            end = person.span.end if person else place.span.end
            yield from _visit(reading, who, place, sentence, Span(found.start(), end), (found["kind"] or "").strip())
            place = _next_stop(reading, place, span.end) if person is None else None


def _visits_by(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "a visit by President Ana Ruiz to Chile": who comes first, then where."""
    text, span = reading.text, sentence.span
    for found in cues.VISIT_BY.finditer(text, span.start, span.end):
        visitor = next(iter(reading.people(Span(found.end(), min(span.end, found.end() + 140)))), None)
        if visitor is None or not _straight(reading, found.end(), visitor.span.start):
            continue
        goal = _GOAL.match(text, visitor.span.end, span.end)
        place = reading.next(goal.end(), span.end, "place", within=2) if goal else None
        if place:
            yield from _visit(reading, visitor.entity, place, sentence, Span(found.start(), place.span.end), (found["kind"] or "").strip())


def _named_next(reading: Reading, place: Linked, end: int) -> str | None:
    """The visitor of "during his visit to Chile, Minister Ana Ruiz met" and "following a visit to Chile and Peru, Ana Ruiz said"."""
    after = _MAIN_CLAUSE.match(reading.text, place.span.end, end)
    pronoun = _HE.match(reading.text, after.end(), end) if after else None
    if pronoun:
        return reading.subject(pronoun.end() + 1, reading.document.sentence_of(place.span.start).span.start)
    person = reading.next(after.end(), end, "person", within=90) if after else None
    return person.entity if after and person and _straight(reading, after.end(), person.span.start) else None


_ADVERBIAL = re.compile(r"(?:Following|After|During|On|Concluding|Ending)\s+(?:an?|the|his|her)\s")
SHORT_LEAD = 30
"""Code points before the verb of a clause that opens a sentence and names nobody."""
_HE = re.compile(r"(?:he|she)\b")
_AFTER_A = re.compile(r"(?:Following|After|During|On|Concluding|Ending)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}")
_MAIN_CLAUSE = re.compile(r"(?:(?:,|,?\s+and)\s+(?:the\s+)?[A-Z][\w-]+){0,3}(?:\s+(?:on|in|last|this)\s+[\w ]{3,20})?,\s+")
_GOAL = re.compile(r"(?:,\s+[^;.]{3,90},)?\s+to\s+(?:the\s+)?")


def _next_stop(reading: Reading, place: Linked, end: int) -> Linked | None:
    """The place that a journey goes on to: "to Chile and to Peru", "to Chile, Peru and Bolivia"; not the country of a city."""
    again = _ANOTHER.match(reading.text, place.span.end, end)
    if again:
        return reading.next(again.end(), end, "place", within=2)
    listed = _NEXT_STOP.match(reading.text, place.span.end, end)
    stop = reading.next(listed.end(), end, "place", within=1) if listed else None
    return stop if stop and size_of(stop) == size_of(place) and not _VERB_AFTER.match(reading.text, stop.span.end, end) else None


_VERB_AFTER = re.compile(r"\s+(?:is|was|has|have|had|will|would|agreed|said|signed|are|were)\b")


def _visit(reading: Reading, visitor: str, place: Linked, sentence: Sentence, focus: Span, kind: str) -> Iterator[Statement]:
    qualifiers: dict[str, tuple[str, ...]] = dict(reading.when(sentence, focus))
    times = cues.TIMES.search(reading.text, focus.start, sentence.span.end)
    if times:
        number = cues.WORDS.get(times["number"], 0) or int(times["number"])
        qualifiers = {"count": (str(number),)}
        if times["bound"]:
            qualifiers["bound"] = (cues.BOUNDS[times["bound"]],)
    elif plain := " ".join(each for each in kind.split() if not _COUNTED.fullmatch(each)):
        qualifiers["kind"] = (f"{plain} visit",)
    yield Statement(subject=visitor, property="visited", value=place.entity, sentence=sentence, focus=focus, qualifiers=qualifiers)


_COUNTED = re.compile(
    r"his|her|an?|the|first|second|third|fourth|fifth|sixth|\w+th|last|latest|recent|previous|next|final|short|brief|\w+-ever|historic|rare"
)
"""What is said of a visit without telling its kind."""


def meetings(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who met whom: each person of the list that follows, or, where none is, the body."""
    text, span = reading.text, sentence.span
    if sentence.words.isdisjoint(cues.TALK):
        return
    verbs = list(cues.MEET.finditer(text, span.start, span.end))
    for number, found in enumerate(verbs):
        # Whom a verb names stands before the next one.
        others = _others(reading, sentence, found, verbs[number + 1].start() if number + 1 < len(verbs) else span.end)
        subject = reading.subject(found.start(), span.start)
        if subject is None and others:
            # "After meeting X, he ...": the subject follows.
            subject = reading.following_subject(sentence, found.start())
        if subject is None and others and _OPENS_LATE.match(text, span.start):
            subject, others = _acting_last(reading, others, span.end)
        for who in _with_companion(reading, subject, span.start, found.start()) if subject else ():
            for other in others:
                if other.entity != who:
                    yield _met(reading, who, other.entity, sentence, Span(found.start(), other.span.end))
    for found in _BETWEEN.finditer(text, span.start, span.end):
        end = reading.clause_end(found.end(), span.end)
        two = reading.people(Span(found.end(), end))[:2] if end > found.end() else []
        if len(two) == 2 and re.search(r"\band\b", text[two[0].span.end : two[1].span.start]) and two[0].entity != two[1].entity:
            yield _met(reading, two[0].entity, two[1].entity, sentence, Span(found.start(), two[1].span.end))
    for one, other in itertools.pairwise(reading.people(span)):
        after = _TOGETHER.match(text, other.span.end, span.end)
        if after and one.entity != other.entity and _BOTH_OF.fullmatch(text, one.span.end, other.span.start):
            yield _met(reading, one.entity, other.entity, sentence, Span(one.span.start, after.end()))


def _acting_last(reading: Reading, others: list[Linked], end: int) -> tuple[str | None, list[Linked]]:
    """Who acts after "Following talks with A, B told", and whom he met."""
    text = reading.text
    after = reading.next(others[-1].span.end, end, "person", within=60)
    if after and _DOES.match(text, after.span.end, end) and _is_apart(reading, others[-1], after):
        return after.entity, others
    if len(others) > 1 and _DOES.match(text, others[-1].span.end, end) and _is_apart(reading, others[-2], others[-1]):
        return others[-1].entity, others[:-1]
    return None, others


def _is_apart(reading: Reading, one: Linked, other: Linked) -> bool:
    """Whether a comma, and no "and", stands between two persons."""
    between = reading.text[one.span.end : other.span.start]
    return between.startswith(",") and " and " not in between and _straight(reading, one.span.end, other.span.start)


_OPENS_LATE = re.compile(r"\W*(?:Following|After|During|At|In|Before)\b")
_DOES = re.compile(r"\s+(?:(?:also|later|then|has|had)\s+)?(?:said|told|noted|stressed|announced|added|expressed|underlined|[a-z]+ed)\b")


def _others(reading: Reading, sentence: Sentence, found: re.Match[str], stop: int) -> list[Linked]:
    """Whom a verb of meeting has for its object: persons, or else a body; nobody where it was a call."""
    text, span = reading.text, sentence.span
    if (_FAR.search(found[0]) and not found[0].startswith("paid")) or _FAR.search(text, max(span.start, found.start() - 30), found.start()):
        return []
    end = reading.clause_end(found.end(), stop) if stop > found.end() else found.end()
    people = reading.people(Span(found.end(), end)) if end > found.end() else []
    people = [
        each
        for each in people
        if not re.search(r"\b(?:said|that|who)\b", text[found.end() : each.span.start]) and not _SAYS.match(text, each.span.end, span.end)
    ]
    if people:
        lead = text[found.end() : people[0].span.start]
        loose = (
            not _HOSTS.match(found[0]) and not found[0].startswith("paid") and (not _MET.fullmatch(found[0]) or _WITH_OR_WHERE.search(lead))
        )
        joint = found[0].lower().startswith("joined") and _IN_DOING.match(text, people[-1].span.end, span.end)
        led = _DELEGATION.search(lead)
        begin = found.end() + (led.end() if led else 0)
        return people if not joint and (loose or _straight(reading, begin, people[0].span.start)) else []
    if not re.search(r"with|met", found[0]):
        return []
    return [
        each
        for each in reading.inside(Span(found.end(), max(end, found.end() + 1)), "organization")
        if each.span.start - found.end() < 40
        and not _ELSEWHERE.search(text, found.end(), each.span.start)
        and not _OF_A_BODY.match(text, each.span.end, span.end)
    ]


_OF_A_BODY = re.compile(
    r"(?:[’']s?)?\s+(?!(?:in|on|at|to|and|for|with|from|during|before|after|about|as|by|over|but|who|which|that|today|yesterday|last|this|has|have|had|was|were|is|are)\b)[a-z]+"
)
"""Who is met is not the body itself: "met with U.S. Air Force employees"."""
_ELSEWHERE = re.compile(r"\b(?:at|in|on|during|within|for|to|under)\s")
_FAR = re.compile(r"\b(?:phone|telephone|telephonic|video|virtual|virtually|online|call(?:ed)?)\b")
_HOSTS = re.compile(r"(?i:received|hosted|welcomed|greeted|joined)")
_SAYS = re.compile(r",?\s+(?:said|says|told|announced|reported|added)\b")
_DELEGATION = re.compile(r"\bdelegation\b.*\b(?:led|headed)\s+by\s", re.DOTALL)
_MET = re.compile(r"(?:met|meets?|meeting)\s+(?:(?!with\b)\w+\s+)?", re.IGNORECASE)
_WITH_OR_WHERE = re.compile(
    r"\b(?:with|delegations?|group|members|officials|leaders|representatives|counterparts?|ministers|presidents|heads|chiefs|commanders|ambassadors)\b|\A(?:in|at|on|today|yesterday|late|early|again|first|for)\b"
)
_IN_DOING = re.compile(r"\s+(?:in|at|to)\s+[a-z]+(?:ing\b|\s)")
_GUEST = re.compile(
    r"(?:[\s,.]|[’']s?|\b(?:Sheikh|Sheikha|Prince|Princess|King|Queen|Lord|Department|Ministry|Office|at|in|his|her|their|its|the|an?|by|of|and|for|visiting|new|outgoing|then|counterpart|delegation|led|headed|former|late|newly|newly-appointed|newly-elected|newly-accredited|accredited|designate|resident|non-resident|elected|appointed|H|E|HE|Mr|Mrs|Ms|Dr|Sir|His|Her|Excellency|Majesty|Highness|Royal|foreign|prime|defen[cs]e|minister|president|secretary|with)\b)*"
)


def _with_companion(reading: Reading, subject: str, start: int, verb: int) -> list[str]:
    """Who meets: with "A and B met C", both."""
    start = max(start, verb - LONGEST)
    before = reading.people(Span(start, verb)) if verb > start else []
    near = len(before) > 1 and before[-2].entity == subject and verb - before[-1].span.end <= 2
    joined = near and _BOTH_OF.fullmatch(reading.text, before[-2].span.end, before[-1].span.start)
    return [subject, before[-1].entity] if joined else [subject]


def _straight(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing but titles, countries and bodies stands between a verb and whom it names."""
    if end <= start:
        return True
    words = list(reading.text[start:end])
    for each in reading.inside(Span(start, end), "role", "demonym", "place", "organization"):
        words[each.span.start - start : each.span.end - start] = " " * len(each.span)
    return bool(_GUEST.fullmatch("".join(words)))


def _met(reading: Reading, subject: str, other: str, sentence: Sentence, focus: Span) -> Statement:
    return Statement(subject=subject, property="met", value=other, sentence=sentence, focus=focus, qualifiers=reading.when(sentence, focus))


def attendance(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who took part in an event that has a name or a noun."""
    happenings = reading.inside(sentence.span, "event")
    for found in _ATTEND.finditer(reading.text, sentence.span.start, sentence.span.end) if happenings else ():
        event = reading.next(found.end(), sentence.span.end, "event", within=3)
        if event is None:
            continue
        who = reading.subject(found.start(), sentence.span.start)
        for entity in [who] if who else _joint_subject(reading, sentence.span.start, found.start()):
            yield Statement(
                subject=event.entity, property="participant", value=entity, sentence=sentence, focus=Span(found.start(), event.span.end)
            )
    for event in happenings:
        yield from _attended_by(reading, sentence, event)
        between = _AMONG.match(reading.text, event.span.end, sentence.span.end) if event.found.priority > 5 else None
        first = reading.next(between.end(), sentence.span.end, "organization", "place", within=1) if between else None
        other = reading.next(first.span.end, sentence.span.end, "organization", "place", within=10) if first else None
        if first and other and _AND.fullmatch(reading.text, first.span.end, other.span.start):
            for each in (first, other):
                yield Statement(
                    subject=event.entity,
                    property="participant",
                    value=each.entity,
                    sentence=sentence,
                    focus=Span(event.span.start, other.span.end),
                )


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
        yield Statement(
            subject=event.entity,
            property="participant",
            value=each.entity,
            sentence=sentence,
            focus=Span(event.span.start, each.span.end),
        )


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
        if not (
            re.fullmatch(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?", between)
            if found
            else re.fullmatch(r"\s+(?:(?:also|then|later|has|have|had|jointly|is|are|was|were)\s+){0,2}", between)
        ):
            break
        found.append(each)
    if found and _FOUGHT.search(reading.text, max(start, found[-1].span.start - 40), found[-1].span.start):
        # "the fight against the militia in support of the operation": the militia does not support it.
        return []
    return [each.entity for each in reversed(found)]


_FOUGHT = re.compile(r"\b(?:against|fight(?:ing)?|counter|defeat(?:ing)?|destroy(?:ing)?|combat(?:ing)?)\s+(?:the\s+)?\Z")


def openings(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who opened an institution."""
    for found in cues.OPEN.finditer(reading.text, sentence.span.start, sentence.span.end):
        what = reading.next(found.end(), sentence.span.end, "organization", within=40)
        # "After meeting X and opening Y, he ...": the doer follows.
        late = cues.LATE.match(reading.text, sentence.span.start)
        who = (reading.following_subject(sentence, found.start()) if late else None) or reading.subject(found.start(), sentence.span.start)
        if what and who:
            yield Statement(subject=who, property="opened", value=what.entity, sentence=sentence, focus=Span(found.start(), what.span.end))
