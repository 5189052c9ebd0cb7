"""Who went where, told by the noun of a visit: "her visit to Chile", "the visit to Chile by Ana Ruiz"."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.journeys.travel import BY_OTHERS, HOSTS, THE, chief_of, goal_of, named_next, next_stop, went
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span


@where(cues.JOURNEYS)
def noun_visits(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who went where, by a noun."""
    yield from _visits_to(reading, sentence)
    yield from _visits_by(reading, sentence)
    yield from _paying(reading, sentence)


def _visits_to(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "her visit to Chile", "the visit to Chile by Ana Ruiz", "during his visit to Chile, Ana Ruiz"."""
    text, span = reading.text, sentence.span
    for found in cues.VISIT_OF.finditer(text, span.start, span.end):
        place = goal_of(reading, found.end(), span.end)
        begun = cues.VISIT.search(text, max(span.start, found.start() - 30), found.end() + 1)
        owner = reading.led(_OWNER, sentence, found.start(), 40)
        if place is None or (begun and begun.start() < found.start() < begun.end()):
            # "Began her visit to Chile" is told by its verb; "arrived in Peru after a visit to Chile" are two.
            continue
        if reading.led(cues.CALLED_OFF, sentence, found.start(), 40):
            continue
        by = _BY_AN.match(text, place.span.end, span.end) or _BY.match(text, place.span.end, span.end)
        person = reading.next(place.span.end, span.end, "person", within=90) if by else None
        if by and person and (not reading.straight(by.end(), person.span.start) or _HIS_MAN.match(text, person.span.end)):
            # "the first visit to Chile by a minister since Ana Ruiz was there", "by Ana Ruiz's envoy"
            person = None
        theirs = reading.led(_THEIR, sentence, found.start(), 40)
        for each in reading.together(span.start, found.start()) if theirs else ():
            yield from went(reading, each, place, sentence, Span(found.start(), place.span.end), (found["kind"] or "").strip())
        others = reading.together(by.end(), span.end) if by and person else []
        for each in others if person and others[:1] == [person.entity] else ():
            # "Visits to Chile by Ana Ruiz and Luis Vega"
            yield from went(reading, each, place, sentence, Span(found.start(), place.span.end), (found["kind"] or "").strip())
        who = person.entity if person else _first_ever(reading, found, span.start) or _whose(reading, found, owner, span.start, place)
        opens = _AFTER_A.fullmatch(text, span.start, found.start())
        if who and person is None and (owner[0][:1] in "hH" if owner else _DURING_A.search(text, span.start, found.start())):
            who = _not_at_home(reading, who, place, Span(span.start, found.start()))
        latter = reading.led(_LATTER, sentence, found.start(), 40)
        if latter and (named := reading.people(Span(span.start, latter.start()))):
            # "Ana Ruiz received Ola Lund as part of the latter's visit to Chile"
            who = named[-1].entity
        if who is None and owner and owner[0][0] == "H" and owner.start() == span.start:
            # "Her visit to Chile allowed her": who was spoken of.
            who = reading.spoken_of(sentence)
        if who is None and (opens or (owner and owner[0][:1] in "hH")):
            who = named_next(reading, place, span.end)
        also = _others_of(reading, found, owner, span.start) if who and owner and owner[0][0] in "’'" else []
        for each in also:
            yield from went(reading, each, place, sentence, Span(found.start(), place.span.end), (found["kind"] or "").strip())
        while who and place:
            end = person.span.end if person else place.span.end
            yield from went(reading, who, place, sentence, Span(found.start(), end), (found["kind"] or "").strip())
            place = next_stop(reading, place, span.end) if person is None else None


def _paying(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Ana Ruiz received Ola Lund, on the visit he is paying to Chile": the guest."""
    text, span = reading.text, sentence.span
    for found in _HE_PAYS.finditer(text, span.start, span.end) if not sentence.words.isdisjoint(_PAYING) else ():
        place = goal_of(reading, found.end(), span.end)
        people = reading.people(Span(span.start, found.start())) if place and found.start() > span.start else []
        if people and _ANOTHER.search(text, people[-1].span.end, found.start()):
            # "Ana Ruiz received her counterpart on the visit he is paying": not she.
            continue
        by = people and _RECEIVED_BY.search(text, span.start, people[-1].span.start)
        who = reading.subject(by.start(), span.start) if by else people[-1].entity if people else None
        if place and who:
            yield from went(reading, who, place, sentence, Span(found.start(), place.span.end), (found["kind"] or "").strip())


_ANOTHER = re.compile(r"\b(?:received?|receives|welcomed|hosted|met|meets|counterpart|colleague|with)\b")
_PAYING = words("paying paid making made pays")
_HE_PAYS = re.compile(
    r"\b(?P<kind>(?:official|state|working|first)\s+)?visit\s+(?:that\s+|which\s+)?(?:he|she)\s+(?:(?:is|was|has|had)\s+)*(?:paying|paid|making|made|pays)\s+to\s+(?:the\s+)?"
)
_RECEIVED_BY = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:received|welcomed|greeted|hosted)\s[^.;“”]{0,40}?\bby\b")


def _not_at_home(reading: Reading, who: str, place: Linked, before: Span) -> str:
    """The visitor of "President Ana Ruiz of Chile held talks with Luis Vega during his visit to Chile": the other one, if there is one."""
    people = reading.people(before)
    others = list(dict.fromkeys(each.entity for each in people if each.entity != who))
    own = (
        each
        for one in people
        if one.entity == who and one.span.start > before.start
        for each in reading.inside(Span(max(before.start, one.span.start - NEAR), one.span.start), "place", "demonym")
    )
    guest = next(
        (each for one, each in pairwise(people) if one.entity == who and HOSTS.match(reading.text, one.span.end, each.span.start)), None
    )
    if guest and guest.entity != who and len(others) == 1:
        # "Ana Ruiz received Luis Vega during his visit to Chile"
        return guest.entity
    home = len(others) == 1 and any(each.entity == place.entity and _OFFICE.match(reading.text, each.span.end) for each in own)
    return others[0] if home else who


_LATTER = re.compile(r"\bthe\s+latter[’']s\s+(?:[\w-]+\s+){0,3}\Z")
_OFFICE = re.compile(r"(?:[’']s)?\s+(?:(?:Prime|Foreign|Defen[cs]e|Crown)\s+)?(?:[A-Z]\w+\s+)?[A-Z]\w+")


def _first_ever(reading: Reading, found: re.Match[str], start: int) -> str | None:
    """Whose trip is told to be the visit: "Ana Ruiz's trip is the first official visit to Chile by a Norwegian minister"."""
    told = _IS_FIRST.search(reading.text, max(start, found.start() - NEAR), found.start())
    if told is None:
        return None
    named = reading.people_between(start, told.start())
    if told["own"]:
        return named[-1].entity if named and named[-1].span.end == told.start() else None
    return reading.subject(told.start(), start)


_IS_FIRST = re.compile(
    r"(?:(?P<own>[’']s?)|\b(?:[Hh]is|[Hh]er))\s+(?:[\w-]+\s+){0,3}(?:visit|trip|tour|journey|arrival|stay)(?:\s+(?:on|this|last|that)\s+\w+|\s+to\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?,?\s+"
    r"(?:is|was|marks|marked|will\s+be|would\s+be|represents|came\s+as)\s+(?:the|his|her|an?)\s+(?:[\w-]+\s+){0,4}\Z"
)
_BY = re.compile(r"\s+(?:by|of)\s+(?:the\s+)?")
_BY_AN = re.compile(
    r"\s+by\s+an?\s+(?:[A-Za-z][\w-]*\s+){1,6}?(?:minister|president|premier|leader|head\s+of\s+(?:state|government)|monarch|chancellor),\s+"
)
_THEIR = re.compile(r"\b[Tt]heir\s+(?:[\w-]+\s+){0,3}\Z")
_AFTER_VISITS = re.compile(
    r"\b(?:after|following|(?:return(?:ed|s|ing)|back|home|fresh)\s+from)\s+(?:(?:an?|two|three|several|his|her)\s+)?(?:[a-z-]+\s+){0,3}\Z"
)


def _whose(reading: Reading, found: re.Match[str], owner: re.Match[str] | None, start: int, place: Linked) -> str | None:
    """Whose "her visit to Chile", "the minister's visit to Chile" or "on a visit to Chile" is."""
    if BY_OTHERS.match(reading.text, place.span.end):
        return None
    whose = _WHO.search(reading.text, start, found.start())
    if whose:
        named = reading.people_between(start, whose.start())
        return named[-1].entity if named and named[-1].span.end == whose.start() else None
    if owner and owner[0][0] in "’'":
        end = found.start() - len(owner[0])
        named = reading.people_between(start, end)
        return named[-1].entity if named and named[-1].span.end == end else None
    led = (
        owner
        or _ON_A.search(reading.text, start, found.start())
        or _AND_A.search(reading.text, start, found.start())
        or _AFTER_VISITS.search(reading.text, start + 1, found.start())
    )
    if led and not owner and (agent := _done_by(reading, found, start)):
        return agent
    chief = chief_of(reading, start, found.start()) if led and not owner else None
    return chief or (reading.subject(found.start(), start) if led else None)


def _done_by(reading: Reading, found: re.Match[str], start: int) -> str | None:
    """Who did what is told right before a visit: "a remark made by Ola Lund during a visit to Chile"."""
    person = next(reversed(reading.people_between(start, found.start())), None)
    during = person and _THEN_ON_A.fullmatch(reading.text, person.span.end, found.start())
    return (
        person.entity
        if person and during and _DONE_BY.search(reading.text, max(start, person.span.start - NEAR), person.span.start)
        else None
    )


_THEN_ON_A = re.compile(r"\s+(?:on|during|after|following)\s+an?\s+(?:[\w-]+\s+){0,3}")
_DONE_BY = re.compile(r"\b[a-z]{2,}(?:ed|en|de|id|wn|ld)\s+by\s+(?:the\s+)?(?:[A-Z][\w.’-]*\s+){0,4}\Z")


def _others_of(reading: Reading, found: re.Match[str], owner: re.Match[str], start: int) -> list[str]:
    """Whose else "Ana Ruiz and Luis Vega's visit" is."""
    end = found.start() - len(owner[0])
    named = reading.people_between(start, end)[-2:]
    joined = (
        len(named) > 1 and reading.text.startswith(" and ", named[0].span.end) and reading.straight(named[0].span.end, named[1].span.start)
    )
    return [named[0].entity] if joined and named[1].span.end == end else []


def _visits_by(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "a visit by President Ana Ruiz to Chile": who comes first, then where."""
    text, span = reading.text, sentence.span
    for found in cues.VISIT_BY.finditer(text, span.start, span.end):
        visitor = next(iter(reading.people(Span(found.end(), min(span.end, found.end() + 140)))), None)
        if visitor is None or not reading.straight(found.end(), visitor.span.start) or _HIS_MAN.match(text, visitor.span.end):
            continue
        if reading.led(cues.VISIT_WANTED, sentence, found.start(), 3 * NEAR):
            # "The plan includes a ceasefire and a visit by the envoy to Chile": not yet.
            continue
        place = reading.after(_GOAL.match(text, visitor.span.end, span.end), span.end, "place", within=2)
        while place:
            yield from went(reading, visitor.entity, place, sentence, Span(found.start(), place.span.end), (found["kind"] or "").strip())
            place = next_stop(reading, place, span.end)


_HIS_MAN = re.compile(r"[’']s?\s+[a-z]")
_AND_A = re.compile(
    r"\b(?:conclud|wrapp|end|finish|complet|begin|start|kick)(?:ed|s|ing)\s+(?:up\s+|off\s+)?[^;.]{0,160}?,?\s+and\s+(?:an?|his|her)\s+(?:[\w-]+\s+)?\Z"
)
_WHO = re.compile(r",\s+whose\s+(?:[\w-]+\s+){0,2}\Z")
_OWNER = re.compile(r"(?:[’']s?|\b(?:[Hh]is|[Hh]er))\s+(?:[\w-]+\s+){0,3}\Z")
_ON_A = re.compile(r"\b(?:on|during|at\s+the\s+(?:start|end|beginning)\s+of)\s+an?\s+(?:[\w-]+\s+){0,2}\Z")
_DURING_A = re.compile(r"\b(?:during|at\s+the\s+(?:start|end|beginning)\s+of)\s+an?\s+(?:[\w-]+\s+){0,2}\Z")
_AFTER_A = re.compile(
    r"(?:(?:Speaking|Talking|Back|Returning)\s+(?:to\s+[\w\s]{3,24}?\s+)?(?:on|during|after|following|from)|Following|After|During|On|Concluding|Ending)\s+"
    rf"(?:(?:{THE})\s+(?:[\w-]+\s+){{0,4}}|(?:[a-z-]+\s+)?(?=stops|visits|trips|stopovers))"
)
_GOAL = re.compile(r"(?:,\s+[^;.]{3,90},)?\s+(?:to|in)\s+(?:the\s+)?")
