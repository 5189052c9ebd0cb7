"""Where places, bodies and events are."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import NEAR, OWNED, Reading, around
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import size_of
from sourcebook.model.spans import Span

_COMPASS = r"(?:(?:far\s+|mostly\s+|war-torn\s+|neighbou?ring\s+|coastal\s+|rural\s+)?(?:northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|north-central|south-central|Northern|Southern|Eastern|Western|Central)\s+|(?:neighbou?ring|war-torn|nearby|coastal)\s+)?"
_PART = r"(?:(?:(?:far\s+)?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|centre|center|heart|middle|outskirts|suburbs|vicinity|interior)|(?:[a-z]+ern|central)\s+part)\s+of\s+(?:the\s+)?)?"
_WITHIN = re.compile(
    rf",\s+(?:in\s+)?(?:the\s+)?{_PART}{_COMPASS}|\s+in\s+(?:the\s+)?{_PART}{_COMPASS}|,?\s+in\s+what\s+is\s+(?:now|today)\s+|,?\s+in\s+(?:the\s+)?(?:[a-z-]+\s+){{0,2}}(?:province|region|state|district|county|governorate|republic|territory|department|oblast|area)\s+of\s+(?:the\s+)?|\s+\("
)
_TITLE_FOLLOWS = re.compile(
    r"\s+(?:Ambassador|President|Prime|Minister|Foreign|Secretary|Defen[cs]e|Vice|King|Queen|Embassy|Army|Navy|Air|Marine|Special|Deputy|Senator|Gen\.|Governor|Chancellor)\b"
)
_KINDS = r"(?:(?:capital|border|port|garrison|coastal|second|largest|eastern|western|northern|southern|central|third-largest|second-largest|resort|island)\s+){0,2}(?:cit(?:y|ies)|towns?|capital|provinces?|regions?|villages?|ports?|districts?|islands?|resort|enclave|exclave|archipelago|peninsula|governorates?|states?)"
_NATIONAL = re.compile(rf"\s+{_KINDS}(?:\s+of)?,?\s+(?:the\s+)?")
_OWN_TOWN = re.compile(rf"[’']s?\s+{_KINDS}(?:\s+of)?,?\s+(?:the\s+)?")
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
_COMPANY = re.compile(r"\s+(?:company|firm|newspaper|broadcaster|bank|manufacturer|airline|agency|university)\s+")


def _located(one: Linked, other: Linked, sentence: Sentence) -> Statement:
    return Statement(subject=one.entity, property="located_in", value=other.entity, sentence=sentence, focus=around(one, other))


def locations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Places within places, and where bodies and events are."""
    text, end = reading.text, sentence.span.end
    places = reading.inside(sentence.span, "place", "demonym")
    for first, second in pairwise(places):
        yield from _in_place(reading, sentence, first, second)
    yield from _described(reading, sentence, places)
    yield from _in_lists(reading, sentence, places)
    yield from _before_events(reading, sentence, places)
    yield from _past_parentheses(reading, sentence, places)
    yield from _fronted(reading, sentence, places)
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
            # "The Syrian towns of Azaz and Manbij": all of the list.
            for each in [second, *_same_kind(reading, second, end)] if " of " in between else [second]:
                yield _located(each, first, sentence)
        return
    if second.found.type == "demonym":
        if _BEING.fullmatch(between) and _CAPITAL.match(text, second.span.end):
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
    elif wider and _ALL_IN.fullmatch(between):
        for each in [*_before(reading, first, sentence.span.start), first]:
            yield _located(each, whole, sentence)
    elif size_of(first) > size_of(second) and (
        OWNED.fullmatch(between)
        or _OWN_TOWN.fullmatch(between)
        or (between == ", " and _CAPITAL_OF.search(text, max(sentence.span.start, first.span.start - NEAR), first.span.start))
    ):
        yield _located(second, first, sentence)
    elif (wider or size_of(first) == 1) and _DISTRICT_OF.fullmatch(between):
        yield _located(first, whole, sentence)


def _same_kind(reading: Reading, first: Linked, end: int) -> list[Linked]:
    """The places of the list that one begins."""
    joint = _LISTED.match(reading.text, first.span.end, end)
    return [each for each in reading.listed(joint.end(), end) if size_of(each) == size_of(first)] if joint else []


def _before(reading: Reading, last: Linked, start: int) -> list[Linked]:
    """The places of the list that one ends."""
    found: list[Linked] = []
    earlier = reading.inside(Span(max(start, last.span.start - 2 * NEAR), last.span.start), "place") if last.span.start > start else []
    for each in reversed(earlier):
        stop = found[-1].span.start if found else last.span.start
        if not _LISTED.fullmatch(reading.text, each.span.end, stop):
            break
        found.append(each)
    return found[::-1]


_ALL_IN = re.compile(rf",\s+(?:both|all)\s+in\s+(?:the\s+)?{_PART}{_COMPASS}")
_LISTED = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?(?=[A-Z])")
_BEING = re.compile(r",\s+(?:the|an?)\s+(?:(?:historic|ancient|strategic|key|major|small|former|northern|southern|eastern|western)\s+)*")


def _described(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "Bosaso, also called X, is a port in", the place that is described, past rivers and other names; and what it is the capital of."""
    text, end = reading.text, sentence.span.end
    first = places[0] if places else None
    is_a = _IS_A.match(text, first.span.end, end) if first and first.found.type == "place" else None
    if first is None or is_a is None:
        return
    found = False
    for each in places[1:]:
        if each.span.start < is_a.end() or each.entity == first.entity or each.found.type != "place":
            continue
        lead = text[max(is_a.end() - 1, each.span.start - NEAR) : each.span.start]
        wider = size_of(first) < size_of(each) <= COUNTRY
        if wider and (_CAPITAL_OF.search(lead) or (not found and _STANDS_IN.search(lead))) and not _AWAY.search(lead):
            yield _located(first, _part_of(reading, each, end) or each, sentence)
            found = True


COUNTRY = 3
"""The size of one."""
_IS_A = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s+(?:(?:historically|formerly|also|previously|officially|locally)\s+)*(?:known|called|spelled|spelt|named|romani[sz]ed)\s+[^.;]{2,60}?,)?\s+(?:is|was)\s+(?:an?|the|one\s+of\s+the)\s+"
)
_STANDS_IN = re.compile(rf"\b(?:in|of|within)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){{0,3}}?{_PART}{_COMPASS}\Z")
_AWAY = re.compile(r"\b(?:from|away|near|north|south|east|west|bordering|next|between|with|by)\s+(?:to\s+|of\s+)?(?:the\s+)?\Z")


def _part_of(reading: Reading, whole: Linked, end: int) -> Linked | None:
    """The smaller place of "Norway's Troms province"."""
    part = reading.next(whole.span.end, end, "place", within=4)
    return part if part and OWNED.fullmatch(reading.text, whole.span.end, part.span.start) else None


_CAPITAL_OF = re.compile(rf"\b(?:[Cc]apital|[Cc]entre|[Cc]enter|[Ss]eat)(?:\s+city)?\s+of\s+(?:the\s+)?{_COMPASS}\Z")
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
        led = _THEN_BASED.search(reading.text, max(sentence.span.start, place.span.start - NEAR), place.span.start)
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
        if event and _IN_HERE.search(reading.text, max(sentence.span.start, place.span.start - NEAR), place.span.start):
            yield _located(event, place, sentence)


def _fronted(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "In Oslo, the minister will speak at the Arctic Forum": the event that is attended there, if no other place follows it."""
    text, end = reading.text, sentence.span.end
    first = next((each for each in places if each.found.type == "place"), None)
    if first is None or not _FRONT.fullmatch(text, sentence.span.start, first.span.start) or not text.startswith(",", first.span.end):
        return
    for event in reading.inside(Span(first.span.end, end), "event"):
        attended = _ATTENDS.search(text, max(first.span.end, event.span.start - NEAR), event.span.start)
        elsewhere = reading.next(event.span.end, end, "place", within=30)
        if attended and not elsewhere and not reading.inside(event.span, "place"):
            yield _located(event, first, sentence)


_FRONT = re.compile(r"(?:While\s+)?[Ii]n\s+(?:the\s+)?")
_ATTENDS = re.compile(
    r"\b(?:at|attend(?:s|ed|ing)?|(?:participat|t(?:ake|akes|aking|ook)\s+part)\w*\s+in|(?:co-)?chair(?:s|ed|ing)?|address(?:es|ed|ing)?|host(?:s|ed|ing)?|join(?:s|ed|ing)?)\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,2}\Z"
)
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
        for part in reading.listed(found.end(), sentence.span.end) if whole else ():
            if whole and size_of(part) < size_of(whole) and part.entity != whole.entity:
                yield _located(part, whole, sentence)


def _body(reading: Reading, sentence: Sentence, body: Linked, end: int) -> Iterator[Statement]:
    text = reading.text
    inside = reading.inside(body.span, "place")
    after = [
        each
        for each in reading.inside(Span(body.span.end, max(min(end, body.span.end + 2 * NEAR), body.span.end + 1)), "place")
        if each.span.start - body.span.end < 110
    ]
    if body.found.type == "event" and inside and re.search(r"\b(?:in|at)\s+(?:the\s+)?\Z", text[body.span.start : inside[-1].span.start]):
        yield _located(body, inside[-1], sentence)
        return
    if len(after) > 1 and OWNED.fullmatch(text, after[0].span.end, after[1].span.start) and size_of(after[0]) > size_of(after[1]):
        # "in northern Norway's Troms province": the smaller of the two.
        between = text[body.span.end : after[0].span.start]
        if _IN.fullmatch(between) and body.found.type == "event":
            yield _located(body, after[1], sentence)
        return
    if not after:
        return
    between = text[body.span.end : after[0].span.start]
    if re.match(r"[’']s?\s", text[after[0].span.end : after[0].span.end + 3]):
        # "A meeting in New Delhi's Hyderabad House"
        if (
            body.found.type == "event"
            and _IN.fullmatch(between)
            and re.match(r"[’']s?\s+[A-Z]", text[after[0].span.end : after[0].span.end + 4])
        ):
            yield _located(body, after[0], sentence)
        return
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
