"""Where things are, what they are part of, and who belongs to what."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import size_of
from sourcebook.model.spans import Span

_COMPASS = r"(?:(?:far\s+|mostly\s+|war-torn\s+|neighbou?ring\s+|coastal\s+|rural\s+)?(?:northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|north-central|south-central|Northern|Southern|Eastern|Western|Central)\s+|(?:neighbou?ring|war-torn|nearby|coastal)\s+)?"
_WITHIN = re.compile(rf",\s+(?:in\s+)?(?:the\s+)?{_COMPASS}|\s+in\s+(?:the\s+)?{_COMPASS}|\s+\(")
_TITLE_FOLLOWS = re.compile(
    r"\s+(?:Ambassador|President|Prime|Minister|Foreign|Secretary|Defen[cs]e|Vice|King|Queen|Embassy|Army|Navy|Air|Marine|Special|Deputy|Senator|Gen\.|Governor|Chancellor)\b"
)
_OWNED = re.compile(r"[’']s?\s+")
_NATIONAL = re.compile(r"\s+(?:city|town|capital|province|region|village|port|district|capital city|border town)(?:\s+of)?,?\s+(?:the\s+)?")
_IS_IN = re.compile(
    rf"\s+has\s+(?:its|their)\s+(?:secretariat|headquarters|seat|offices?|base)\s+in\s+|(?:,[^,.;]{{0,90}},)?\s+has\s+its\s+(?:secretariat|headquarters|seat)\s+in\s+|(?:\s+\([^)]*\))?(?:,?\s+(?:is|was|are|were)\s+|,\s+(?=(?:an?|the|located|situated|based|headquartered)\s)|\s+(?=(?:located|situated|based|headquartered|lying)\b))(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,5}}?(?:located|situated|based|headquartered|village|city|town|district|capital|province|island|centre|center|lying)\s+(?:(?!(?:and|but|which|who)\b)[\w-]+\s+){{0,4}}?(?:in|on|of)\s+(?:the\s+)?{_COMPASS}"
)
_SEAT = re.compile(
    r"(?:\s+\([^)]*\))?(?:,[^,.;]{0,90},|,)?\s+(?:has\s+its\s+(?:secretariat|headquarters|seat)|(?:is\s+)?(?:headquartered|based))\s+in\b"
)
_TAKES_PLACE = re.compile(
    rf"[^.;:]{{0,60}}?\b(?:hit|struck|rocked|shook|held|took place|takes place|taking place|will take place|hosted|opened|began|happened|occurred|convened)\b[^.;:]{{0,30}}?\b(?:in|at)\s+(?:the\s+)?{_COMPASS}"
)
_IN = re.compile(
    rf"(?:\s+(?:that|which)?\s*(?!(?:and(?=\s+(?:in|at|on|to|the|an?|its|his|her|their)\b)|but|while|as|over)\b)[a-z][\w’'-]*){{0,8}}?(?:\s+on\s+[A-Z]\w+(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?)?\s+(?:in|at|near|on)\s+(?:the\s+)?(?:(?!\w+ing\b)[a-z’'-]+\s+){{0,4}}?(?:of\s+)?{_COMPASS}"
)
_DISTRICT_OF = re.compile(
    r"\s+(?:of|(?:district|area|neighbou?rhood|suburb|quarter|part|parts|province|region) of|and other parts of)\s+(?:the\s+)?"
)
_INCLUDING = re.compile(
    r"\b(?:(?:towns?|cities|villages|districts|places|areas|provinces|regions|sites)\s+(?P<in>(?:in|of|across)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:[A-Z][\w-]+,?\s+){1,3})|(?P<of>[A-Z][\w-]+\s+)(?:territory|soil|land|towns|cities|villages|provinces),?\s+)(?:including|such as|like)\s+(?:the\s+)?"
)
_MEMBERS = re.compile(
    r"\b(?:members?(?: states?| countries)?|signatories)\s*(?:,\s+(?:which\s+)?)?(?:are|is|include[sd]?|:|–|-|were|comprise|such as|like|including)\s*:?\s*(?:the\s+)?|\b(?:comprises?|comprising|consists? of|consisting of|composed of|made up of|includes?)\s+(?:the\s+)?|\bmembers?\s*(?:states?|countries)?,?\s+(?=[A-Z])"
)
_COMPANY = re.compile(r"\s+(?:company|firm|newspaper|broadcaster|bank|manufacturer|airline|agency|university)\s+")
_MEMBER = re.compile(
    r"\b(?:members?\s+of|joined|joining|join|member\s+states?\s+of|accede[ds]?\s+to|acceded\s+to|accession\s+to|membership\s+(?:of|in)|admitted\s+(?:in)?to)\s+(?:the\s+)?\Z"
)
_IS_ONE = re.compile(
    r"\b(?:is|are|was|were|be|been|became|become|becomes|remain\w*|as)\b|,\s+(?:an?\s+|the\s+|both\s+|all\s+)?(?:(?:founding|full|new|key|permanent|leading|long-standing|fellow|active|associate)\s+)?members?\b"
)
_NOT_YET = re.compile(
    r"\b(?:candidates?|apply|appl(?:y|ies|ied|ication)|bids?|aspir\w+|seeks?|seeking|sought|hopes?|hoping|wants?|prospects?|path|talks|negotiat\w+|let|lets|letting|allow\w*|invited|oppos\w+|future|potential|possible)\b"
)
_PART_OF = re.compile(
    r",?\s+(?:is\s+|was\s+|are\s+|as\s+)?(?:an?\s+)?(?:integral\s+)?(?:[a-z-]+\s+){0,2}?(?:part|branch|arm|unit|subsidiary|division|agency|department|wing|body|component|affiliate)\s+of\s+(?:the\s+)?"
)
_TAKES = re.compile(
    r"\b(?:seiz|liberat|captur|recaptur|free|clear|retak|retook|t[ao]k|took|wrest|receiv|separat|withdr|purchas|buy|bought)\w*\b[^.;]{0,40}\Z"
)
_LISTED = re.compile(r"\b(?:regions|provinces|districts|cities|states)\s+of\s+(?:the\s+)?")


def _located(one: Linked, other: Linked, sentence: Sentence) -> Statement:
    return Statement(subject=one.entity, property="located_in", value=other.entity, sentence=sentence, focus=around(one, other))


def locations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Places within places, and where bodies and events are."""
    text, end = reading.text, sentence.span.end
    places = reading.inside(sentence.span, "place", "demonym")
    for first, second in pairwise(places):
        yield from _in_place(reading, sentence, first, second)
    yield from _in_lists(reading, sentence, places)
    yield from _before_events(reading, sentence, places)
    yield from _past_parentheses(reading, sentence, places)
    for body in reading.inside(sentence.span, "organization", "event"):
        if body.found.type == "organization" and body.found.entry and not _SEAT.match(text, body.span.end, end):
            # Those of the tables work in many countries: "Islamic State in Iraq".
            continue
        if body.found.type == "organization" and _MOVES.search(body.found.name) and not _SEAT.match(text, body.span.end, end):
            continue
        yield from _body(reading, sentence, body, end)
    yield from _seated(reading, sentence, places)
    for first in reading.inside(sentence.span, "demonym"):
        body_after = reading.next(first.span.end, end, "organization", within=24)
        if body_after and _COMPANY.fullmatch(text[first.span.end : body_after.span.start]):
            yield _located(body_after, first, sentence)


def _in_place(reading: Reading, sentence: Sentence, first: Linked, second: Linked) -> Iterator[Statement]:
    """Which of two neighbours the words put into the other."""
    text, end = reading.text, sentence.span.end
    between = text[first.span.end : second.span.start]
    if first.entity == second.entity:
        return
    if first.found.type == "demonym":
        if second.found.type == "place" and _NATIONAL.fullmatch(between) and size_of(second) < 3:
            yield _located(second, first, sentence)
        return
    if second.found.type == "demonym":
        if between == ", the " and _CAPITAL.match(text, second.span.end):
            yield _located(first, second, sentence)
        return
    part = _part_of(reading, second, end)
    whole = part if part and size_of(part) > size_of(first) else second
    wider = size_of(whole) > size_of(first) and not _TITLE_FOLLOWS.match(text, whole.span.end, end)
    far = size_of(whole) > 3 and _IN_PART_OF_WORLD.fullmatch(between)
    if (
        wider
        and not far
        and (_IS_IN.fullmatch(between) or (_WITHIN.fullmatch(between) and not _in_row(reading, between, first, whole, end)))
    ):
        yield _located(first, whole, sentence)
    elif size_of(first) > size_of(second) and (
        _OWNED.fullmatch(between) or (between == ", " and _CAPITAL_OF.search(text, sentence.span.start, first.span.start))
    ):
        yield _located(second, first, sentence)
    elif (wider or size_of(first) == 1) and _DISTRICT_OF.fullmatch(between):
        yield _located(first, whole, sentence)


def _part_of(reading: Reading, whole: Linked, end: int) -> Linked | None:
    """The smaller place of "Norway's Troms province"."""
    part = reading.next(whole.span.end, end, "place", within=4)
    return part if part and _OWNED.fullmatch(reading.text, whole.span.end, part.span.start) else None


_CAPITAL_OF = re.compile(r"\b[Cc]apital(?:\s+city)?\s+of\s+(?:the\s+)?\Z")
_IN_PART_OF_WORLD = re.compile(r"\s+in\s+(?:the\s+)?")
"""A city's name often stands for its state: "Tokyo in Asia" says not where it is."""
_CAPITAL = re.compile(r"\s+(?:capital|city|town|port|province|region|village|resort|island)\b")


_MOVES = re.compile(
    r"\b(?:Forces?|Army|Navy|Guards?|Government|Corps|Brigade|Battalion|Regiment|Squadron|Division|Troops|Coalition|Militia|Party|Front|Movement)\Z"
)
"""The last words of names of bodies that are where they are sent."""


def _seated(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """Bodies whose seat an adjective tells: "the Geneva-based Centre for Dialogue", "Embraer, a São Paulo-based manufacturer"."""
    for place in places:
        based = _BASED.match(reading.text, place.span.end, sentence.span.end) if place.found.type == "place" else None
        if based is None:
            continue
        led = _THEN_BASED.search(reading.text, sentence.span.start, place.span.start)
        before = (
            reading.inside(Span(sentence.span.start, led.start()), "organization")[-1:] if led and led.start() > sentence.span.start else []
        )
        body = (
            before[0]
            if before and led and before[0].span.end == led.start()
            else reading.next(based.end(), sentence.span.end, "organization", within=2)
        )
        if body and body.entity != place.entity:
            yield _located(body, place, sentence)


_BASED = re.compile(r"[-–](?:based|headquartered)\s+(?:(?:[a-z]+\s+){1,3}(?=[A-Z]))?")
_THEN_BASED = re.compile(r"(?:\s+\([^)]*\))?,\s+(?:an?|the)\s+\Z")


def _past_parentheses(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """What stands in parentheses does not part two places: "Husaybah (Arabic: …, also X) is a town in Iraq"."""
    if reading.text.find("(", sentence.span.start, sentence.span.end) < 0:
        return
    outside = [each for each in places if not _bracketed(reading.text, sentence.span.start, each.span.start)]
    for first, second in pairwise(outside):
        between = reading.text[first.span.end : second.span.start]
        within = second.found.type == "place" and first.entity != second.entity and size_of(second) > size_of(first)
        if "(" in between and within and _IS_IN.fullmatch(between):
            yield _located(first, second, sentence)


def _bracketed(text: str, start: int, position: int) -> bool:
    """Whether a position is within parentheses of its sentence."""
    return text.count("(", start, position) > text.count(")", start, position)


def _before_events(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """Where the place stands first: "in Oslo on 3 May for talks on fishing"."""
    happenings = reading.inside(sentence.span, "event")
    for place in places if happenings else ():
        hosts = _HOSTS.match(reading.text, place.span.end, sentence.span.end)
        hosted = reading.next(hosts.end(), sentence.span.end, "event", within=1) if hosts else None
        if hosted:
            yield _located(hosted, place, sentence)
        joint = _FOR_EVENT.match(reading.text, place.span.end, sentence.span.end)
        event = reading.next(joint.end(), sentence.span.end, "event", within=1) if joint else None
        if event and _IN_HERE.search(reading.text, sentence.span.start, place.span.start):
            yield _located(event, place, sentence)


_HOSTS = re.compile(r"\s+(?:(?:will|is|was|to|has|had)\s+){0,2}(?:also\s+)?host(?:s|ed|ing)?\s+(?:the\s+|an?\s+)?")
_IN_HERE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:[A-Z][\w-]+,\s+)?\Z")
_FOR_EVENT = re.compile(
    r"(?:,\s+[A-Z][\w.]+)?,?\s+(?:(?:on\s+)?(?:[A-Z][a-z]+day,?\s+)?(?:on\s+)?(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)(?:,?\s+\d{4})?,?\s+|today\s+|this week\s+)?for\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,2}?"
)


def _in_row(reading: Reading, between: str, first: Linked, second: Linked, end: int) -> bool:
    """Whether a comma lists two places rather than putting one into the other: "Myanmar, the Korean Peninsula and Ukraine"."""
    if not between.startswith(","):
        return False
    third = reading.next(second.span.end, end, "place", within=12)
    joint = reading.text[second.span.end : third.span.start] if third else ""
    return (size_of(first) == 3 and "in" not in between.split()) or bool(
        third and size_of(third) == size_of(second) and re.fullmatch(r",?\s+and\s+(?:the\s+)?", joint)
    )


def _in_lists(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    for found in _INCLUDING.finditer(reading.text, sentence.span.start, sentence.span.end):
        group = "in" if found["in"] else "of"
        whole = next((each for each in places if found.start(group) <= each.span.start < found.end(group)), None)
        for part in _listed(reading, found.end(), sentence.span.end) if whole else ():
            if whole and size_of(part) < size_of(whole) and part.entity != whole.entity:
                yield _located(part, whole, sentence)


def _listed(reading: Reading, start: int, end: int) -> list[Linked]:
    """The places of a list that begins at a position."""
    found: list[Linked] = []
    at = start
    while place := reading.next(at, end, "place", within=12):
        if not re.fullmatch(r"(?:,\s+)?(?:\s*and\s+)?(?:the\s+)?", reading.text[at : place.span.start]):
            break
        found.append(place)
        at = place.span.end
    return found


def _body(reading: Reading, sentence: Sentence, body: Linked, end: int) -> Iterator[Statement]:
    text = reading.text
    inside = reading.inside(body.span, "place")
    after = [
        each for each in reading.inside(Span(body.span.end, max(end, body.span.end + 1)), "place") if each.span.start - body.span.end < 110
    ]
    if body.found.type == "event" and inside and re.search(r"\b(?:in|at)\s+(?:the\s+)?\Z", text[body.span.start : inside[-1].span.start]):
        yield _located(body, inside[-1], sentence)
        return
    if len(after) > 1 and _OWNED.fullmatch(text, after[0].span.end, after[1].span.start) and size_of(after[0]) > size_of(after[1]):
        # "in northern Norway's Troms province": the smaller of the two.
        between = text[body.span.end : after[0].span.start]
        if _IN.fullmatch(between) and body.found.type == "event":
            yield _located(body, after[1], sentence)
        return
    if not after or re.match(r"[’']s?\s", text[after[0].span.end : after[0].span.end + 3]):
        return
    between = text[body.span.end : after[0].span.start]
    if body.found.type == "event" and _TOPIC.search(text, body.span.start, body.span.end) and not _TAKES_PLACE.fullmatch(between):
        # "Talks on the situation in Mali" need not be held there.
        return
    if body.found.type == "event" and reading.inside(Span(body.span.end, after[0].span.start), "event"):
        # "The visit came before the forum opened in Oslo": another event is there.
        return
    near = _WITHIN.fullmatch(between) and not between.lstrip().startswith((",", "("))
    if re.search(r"\bon\s+(?:the\s+)?\Z", between) and body.found.kind not in {"attack", "conflict"}:
        # "A conference on Syria" is about it.
        return
    if near or _IS_IN.fullmatch(between) or (body.found.type == "event" and (_TAKES_PLACE.fullmatch(between) or _IN.fullmatch(between))):
        yield _located(body, after[0], sentence)


_TOPIC = re.compile(
    r"\s(?:on|about|over|regarding|of)\s+(?:[\w-]+\s+){0,3}(?:situation|crisis|conflict|developments|war|ceasefire|conditions|abuses|violations|fighting|violence|future|reconstruction)\b"
)


def parts(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Bodies of bodies, and the regions that a list names."""
    text = reading.text
    bodies = reading.inside(sentence.span, "organization")
    for first, second in pairwise(bodies):
        between = text[first.span.end : second.span.start]
        if first.entity != second.entity and (
            re.fullmatch(r"\s+of\s+(?:the\s+)?", between)
            or _PART_OF.fullmatch(between)
            or (_WITHIN_BODY.fullmatch(between) and _UNIT.match(first.found.name) and _WHOLE.match(second.found.name))
            or (
                re.fullmatch(r",?\s+(?:deployed\s+)?from\s+(?:the\s+)?", between)
                and not _TAKES.search(text, sentence.span.start, first.span.start)
            )
        ):
            yield Statement(subject=first.entity, property="part_of", value=second.entity, sentence=sentence, focus=around(first, second))
        elif first.entity != second.entity and (_OWNED.fullmatch(between) or _INCLUDES.fullmatch(between)):
            yield Statement(subject=second.entity, property="part_of", value=first.entity, sentence=sentence, focus=around(first, second))
    yield from _as_part_of(reading, sentence, bodies)
    lists = _LISTED.search(text, sentence.span.start, sentence.span.end)
    whole = reading.next(lists.end(), sentence.span.end, "place", within=1) if lists else None
    if whole and text[whole.span.end : whole.span.end + 1] == ":":
        for part in reading.inside(Span(whole.span.end, sentence.span.end), "place"):
            yield Statement(subject=part.entity, property="part_of", value=whole.entity, sentence=sentence, focus=around(whole, part))


_WITHIN_BODY = re.compile(r"\s+(?:at|in|within|under)\s+(?:the\s+)?")
_UNIT = re.compile(r"(?:[A-Z]\w+\s+)*(?:Department|Directorate|Division|Office|Bureau|Section|Unit|Secretariat)\b")
_WHOLE = re.compile(r"(?:[A-Z]\w+\s+)*(?:Ministry|Government|Office|Department|Commission|Presidency|Secretariat|Embassy|Pentagon)\b")
_INCLUDES = re.compile(r",\s+which\s+(?:also\s+)?includes?\s+(?:the\s+)?")
_AS_PART = re.compile(r"\bas part of (?:the\s+)?")
_ACTS = re.compile(r",?\s+(?:which|that|who|is|was|are|were|will|has|have|had|[a-z]+ed)\b")


def _as_part_of(reading: Reading, sentence: Sentence, bodies: list[Linked]) -> Iterator[Statement]:
    """After "the 4th Squadron, which flies as part of the 7th Group": the body that acts, not one named on the way."""
    for found in _AS_PART.finditer(reading.text, sentence.span.start, sentence.span.end) if len(bodies) > 1 else ():
        whole = next((each for each in bodies if each.span.start == found.end()), None)
        acting = [each for each in bodies if each.span.end < found.start() and _ACTS.match(reading.text, each.span.end, sentence.span.end)]
        if whole and acting and acting[-1].entity != whole.entity:
            yield Statement(
                subject=acting[-1].entity, property="part_of", value=whole.entity, sentence=sentence, focus=around(acting[-1], whole)
            )


def memberships(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Countries and bodies that are members of an organization, and who chairs one."""
    text, span = reading.text, sentence.span
    for body in reading.inside(span, "organization"):
        before = text[max(span.start, body.span.start - 60) : body.span.start]
        earlier = [
            each
            for each in reading.inside(Span(span.start, max(body.span.start, span.start + 1)), "place", "organization")
            if each.entity != body.entity
        ]
        subject = next((each for each in earlier if each.found.type == "organization" or size_of(each) == 3), None)
        found = _MEMBER.search(before)
        if subject and found and "of" in found[0].split() and not _IS_ONE.search(text, subject.span.end, body.span.start):
            continue
        if subject and found and not _NOT_YET.search(before):
            for member in _joined(reading, subject, earlier):
                yield Statement(
                    subject=member.entity, property="member_of", value=body.entity, sentence=sentence, focus=around(member, body)
                )
        leads = _AS_MEMBER.search(before)
        then = _THEN.match(text, body.span.end, span.end) if leads else None
        one = reading.next(then.end(), span.end, "place", "organization", within=1) if then else None
        if one and (one.found.type == "organization" or size_of(one) == 3) and one.entity != body.entity:
            yield Statement(subject=one.entity, property="member_of", value=body.entity, sentence=sentence, focus=around(body, one))
        chaired = re.search(r"\b(?:is|was|are|were)\s+(?:currently\s+)?chaired\s+by\s+(?:the\s+)?\Z", before)
        chairs = [each for each in earlier if each.found.type == "organization"] if chaired else []
        if chairs:
            yield Statement(
                subject=chairs[0].entity, property="chaired_by", value=body.entity, sentence=sentence, focus=around(chairs[0], body)
            )
        yield from _chaired(reading, sentence, body)
        if re.search(r"\bco-chaired\s+(?:by\s+)?(?:the\s+)?\Z", before):
            for state in [each for each in earlier if size_of(each) == 3 and body.span.start - each.span.end < 30]:
                yield Statement(
                    subject=body.entity, property="chaired_by", value=state.entity, sentence=sentence, focus=around(state, body)
                )


def _chaired(reading: Reading, sentence: Sentence, body: Linked) -> Iterator[Statement]:
    """The persons who chair a body: "the Commission was co-chaired by Foreign Ministers A and B", "A chairs the Commission"."""
    text, end = reading.text, sentence.span.end
    passive = _CHAIRED_BY.match(text, body.span.end, end)
    if passive:
        clause = reading.clause_end(passive.end(), end)
        who = reading.people(Span(passive.end(), clause))[:2] if clause > passive.end() else []
    else:
        active = _CHAIRS.search(text, sentence.span.start, body.span.start)
        who = (
            [each for each in reading.people(Span(sentence.span.start, active.start())) if each.span.end == active.start()]
            if active and active.start() > sentence.span.start
            else []
        )
    for each in who:
        yield Statement(subject=body.entity, property="chaired_by", value=each.entity, sentence=sentence, focus=around(body, each))


_CHAIRED_BY = re.compile(r"(?:\s+\([^)]*\))?\s+(?:is|was|are|were|will\s+be)\s+(?:jointly\s+)?(?:co-)?chaired\s+by\s+")
_CHAIRS = re.compile(r"\s+(?:who\s+)?(?:co-)?chair(?:s|ed)\s+(?:the\s+)?\Z")
_AS_MEMBER = re.compile(r"\bAs\s+(?:an?|the|one\s+of\s+the)\s+(?:[a-z-]+\s+){0,2}members?\s+of\s+(?:the\s+)?\Z")
_THEN = re.compile(r"(?:\s+\([^)]*\))?,\s+(?:the\s+)?")


def _joined(reading: Reading, first: Linked, others: list[Linked]) -> list[Linked]:
    """The first of a list and those that commas and "and" join to it: "Togo, Benin and Ghana joined"."""
    found = [first]
    for each in others[others.index(first) + 1 :]:
        if not re.fullmatch(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?", reading.text[found[-1].span.end : each.span.start]):
            break
        found.append(each)
    return found


def member_lists(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "its members are A, B and C": the countries of the list, where a body is named before it."""
    for found in _MEMBERS.finditer(reading.text, sentence.span.start, sentence.span.end):
        bodies = reading.inside(Span(sentence.span.start, found.end()), "organization")
        if found[0].startswith(("member", "signator")):
            # Member states are an international body's: the last one that the tables know.
            bodies = [each for each in bodies if each.found.entry] or [
                each for each in reading.bodies_before(sentence.span.start) if each.found.entry
            ]
            bodies = bodies[-1:]
        body = bodies[0] if bodies else None
        states = [each for each in _listed(reading, found.end(), sentence.span.end) if size_of(each) == 3]
        if body and len(states) > 1:
            for state in states:
                yield Statement(subject=state.entity, property="member_of", value=body.entity, sentence=sentence, focus=around(body, state))


_RECEIVED = re.compile(
    r"\b(?:received|earned|holds|held|obtained|completed|has|took|gained)\s+(?:an?|his|her|their)\s+"
    r"(?P<degree>(?:PhD|Ph\.D\.|doctorate|master[’']s(?: degree)?|bachelor[’']s(?: degree)?|MA|BA|MSc|BSc|MBA|law degree|degree)(?:\s+(?:in|of)\s+[\w-]+(?:\s+(?!from\b|at\b|in\b|and\s+[a-z]+ed\b)[\w-]+){0,3})?)"
)


def degrees(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Academic degrees that follow a name, or that somebody received."""
    for received in _RECEIVED.finditer(reading.text, sentence.span.start, sentence.span.end):
        who = reading.subject(received.start(), sentence.span.start)
        if who:
            yield Statement(subject=who, property="degree", value=received["degree"], sentence=sentence, focus=Span(*received.span()))
    for person in reading.inside(sentence.span, "person"):
        found = cues.DEGREE.search(reading.text, person.span.end, min(sentence.span.end, person.span.end + 60))
        if found:
            yield Statement(
                subject=person.entity, property="degree", value=found[0], sentence=sentence, focus=Span(person.span.start, found.end())
            )
