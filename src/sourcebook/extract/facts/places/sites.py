"""Where bodies and events are."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.places.placing import COMPASS, IS_IN, WITHIN, placed
from sourcebook.extract.facts.places.scenes import FRONT, before_events, fronted, homes, scenes
from sourcebook.extract.facts.reading import NEAR, OWNED, Reading
from sourcebook.extract.facts.rows import row, row_to
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import last_words
from sourcebook.extract.places.states import COUNTRY, size_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_SEAT = re.compile(
    r"(?:\s+\([^)]*\))?(?:,[^,.;]{0,90},|,)?\s+(?:has\s+its\s+(?:secretariat|headquarters|seat)|(?:(?:is|was)\s+(?:an?\s+(?:[\w-]+,?\s+){1,8}?)?)?(?:headquartered|based))\s+in\b|\s+(?:is|was)\s+located\s+in\b"
)
_TAKES_PLACE = re.compile(
    rf"(?:(?!\bwhile\b|\bwhereas\b|\bnot\b)[^.;:]){{0,60}}?\b"
    rf"(?:hit|struck|rocked|shook|held|took place|takes place|taking place|(?:will|to) take place|hosted|opened"
    rf"|began|commenced|happened|occurred|convened|concluded|ended|came to an end|closed|kicked off|wrapped up"
    rf"|started|resumed|broke out|erupted|flared(?: up)?|raged|were held|was played|unfolded)\b[^.;:]{{0,42}}?\b(?:in|at|across|throughout)\s+(?:the\s+)?{COMPASS}"
    rf"(?:\s*(?:capital|port|resort)(?:\s+city)?(?:\s+of)?,?\s+)?"
)
_IN = re.compile(
    rf"(?:\s+(?:that|which)?\s*"
    rf"(?!(?:and(?=\s+(?:then|later|also|in|at|on|to|the|an?|its|his|her|their)\b)|but|while|as|over|not|never|arriv(?:es?|ed|ing)|land(?:s|ed)|return(?:s|ed)|flew|fled)\b)[a-z][\w’'-]*){{0,8}}?"
    rf"(?:\s+on\s+[A-Z]\w+(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?"
    rf"|\s+in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    rf"(?:\s+\d{{4}})?)?,?\s+(?:in|at|near|on)\s+(?:the\s+)?"
    rf"(?:(?!(?:\w+ing|between|with|agreement|which|whom|whose|from|by)\b)[a-z’'-]+\s+){{0,4}}?(?:of\s+)?{COMPASS}"
)
_COMPANY = re.compile(r"\s+(?:company|firm|newspaper|broadcaster|bank|manufacturer|airline|agency|university)\s+")


def sites(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Where bodies and events are."""
    text, end = reading.text, sentence.span.end
    bodies = reading.inside(sentence.span, "organization", "event")
    if not bodies:
        return
    places = reading.inside(sentence.span, "place")
    happenings = [each for each in bodies if each.found.type == "event"]
    yield from before_events(reading, sentence, places)
    yield from fronted(reading, sentence, places)
    for body in bodies:
        if body.found.type == "organization":
            yield from _headquarters(reading, sentence, body)
            known = (body.found.entry and not _HOUSE.search(body.found.name)) or _MOVES.search(body.found.name)
            # Those of the tables work in many countries: "Islamic State in Iraq"; "a session of the Commission in Oslo" is there itself.
            posted = _posted(reading, body, end)
            if posted:
                yield from (placed(each, posted, sentence) for each in _all_of(reading, body, posted, bodies))
            # "The Harbour Office of the Union is located in Lund": not the Union.
            if posted or any(_OF_IT.fullmatch(text, each.span.end, body.span.start) for each in bodies if each.span.end < body.span.start):
                continue
            if (known and not _SEAT.match(text, body.span.end, end)) or any(each.span.contains(body.span) for each in happenings):
                continue
        yield from _body(reading, sentence, body, end)
    yield from _seated(reading, sentence, places)
    yield from homes(reading, sentence, places)
    yield from scenes(reading, sentence, places)
    for first in reading.inside(sentence.span, "demonym"):
        body_after = reading.next(first.span.end, end, "organization", within=24)
        if body_after and _COMPANY.fullmatch(text[first.span.end : body_after.span.start]):
            yield placed(body_after, first, sentence)


_OF_IT = re.compile(r"(?:\s+\([^()]{1,16}\))?\s+of\s+(?:the\s+)?")


def _posted(reading: Reading, body: Linked, end: int) -> Linked | None:
    """Where a body is based or deployed, units too: "the 6th Squadron, which is currently deployed to Lielvarde Air Base", "the 2nd Rifles in Vilseck"."""
    posted = _POSTED.match(reading.text, body.span.end, end)
    if posted is None and _NUMBERED.match(reading.text, body.span.start):
        posted = _UNIT_IN.match(reading.text, body.span.end, end)
    place = _place_at(reading, posted, end) if posted else None
    return None if place is None or _OWNS.match(reading.text, place.span.end) else place


def _place_at(reading: Reading, found: re.Match[str], end: int) -> Linked | None:
    """The place at which some words end, or whose first word they take for a compass word: "Central African Republic"."""
    place = reading.next(max(found.start() + 1, found.end() - len("Northern ")), end, "place", within=len("Northern "))
    return place if place and place.span.end > found.end() else None


def _all_of(reading: Reading, body: Linked, place: Linked, bodies: list[Linked]) -> list[Linked]:
    """A body, with those listed before it where several are said to be there: "A and B, two firms based in Chad"."""
    several = _SEVERAL.match(reading.text, body.span.end, place.span.start)
    return row_to(reading.text, bodies[: bodies.index(body) + 1], _AND_OR_COMMA)[::-1] if several else [body]


_SEVERAL = re.compile(r",\s+(?:two|three|four|five|both|all)\s")
_POSTED = re.compile(
    rf"(?:\s+\([^)]*\))?(?:,[^,.;]{{0,90}},|,\s+(?:two|three|four|five|both|all)\s+(?:[a-z-]+\s+){{0,4}}?|,)?\s*(?:\b(?:that|which)\s+)?(?:\b(?:is|are|was|were|has\s+been)\s+)?(?:(?:also|currently|now|permanently|temporarily|jointly|normally|mainly|primarily|largely|mostly)\s+){{0,2}}(?:\bforward[ -])?"
    rf"\b(?:(?:deployed|stationed|garrisoned|quartered|home-?ported|berthed)\s+(?:in|at|to|on)|(?:based|headquartered)\s+(?:in|at|out\s+of|on)|operat(?:es?|ed|ing)\s+(?:from|out\s+of))\s+(?:the\s+)?{COMPASS}(?:(?:[a-z]+\s+)?(?:city|town|capital|port|village|island)\s+of\s+)?"
)
_NUMBERED = re.compile(r"\d")
_UNIT_IN = re.compile(rf"\s+(?:(?:is|are|was|were)\s+)?(?:in|at)\s+(?:the\s+)?{COMPASS}")


def where_met(reading: Reading, sentence: Sentence, focus: Span) -> Linked | None:
    """Where those met whom some words name: "met X today at his office in Oslo", "met X, Minister of Fish, in Oslo", "in Oslo, A met X", "went to Oslo, where he met X"."""
    text, span = reading.text, sentence.span
    for each in reading.inside(focus, "place"):
        # "held talks in Nairobi with X"
        if _HELD_IN.search(text, focus.start, each.span.start) and _WITH.match(text, each.span.end):
            return each
    place = reading.after(_THEN_THERE.match(text, focus.end, span.end), span.end, "place", within=1)
    if place:
        return place
    places = reading.between(span.start, focus.start, "place")
    for each in reversed(places):
        if _WHERE_HE.fullmatch(text, each.span.end, focus.start):
            return each
    if reading.led(cues.PLAN, sentence, focus.start, PLANNED):
        # Where they are to meet is not where they met.
        return None
    beside = next((each for each in places if _BESIDE.fullmatch(text, span.start, each.span.start)), None)
    if beside and text.startswith(",", beside.span.end):
        return beside
    front = places[0] if places else None
    opens = front and FRONT.fullmatch(text, span.start, front.span.start) and _FRONTED.match(text, front.span.end, focus.start)
    return front if opens and len(places) == 1 else None


_BESIDE = re.compile(r"On\s+the\s+(?:sidelines|margins|side\s+lines|fringes)\s+of\s+[^,;.]{2,110}?\s(?:in|at)\s+(?:the\s+)?")
"""What opens a sentence with the event beside which somebody meets, up to where that is."""
PLANNED = 40
"""Code points before a meeting in which a plan is told."""
_HELD_IN = re.compile(
    r"\b(?:met|meetings?|talks|discussions|consultations|negotiations)\s+(?:(?:today|yesterday|earlier|again)\s+)?(?:in|at)\s+(?:the\s+)?\Z"
)
_WITH = re.compile(r"(?:,\s+[A-Z][\w-]+,?)?(?:\s+on\s+[A-Z]\w+)?\s+with\b")
_THEN_THERE = re.compile(
    rf"(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w.-]+(?:\s+(?:of\s+)?[A-Z][\w.-]+){{0,3}}(?:\s+\([A-Z.]+\))?)?"
    rf"(?:\s+and\s+(?:his|her)\s+(?:accompanying\s+)?(?:delegation|entourage|team))?"
    rf"(?:\s+"
    rf"(?:today|yesterday|here|again|separately|face-to-face|in\s+person|one-on-one|privately|briefly|on\s+[A-Z]\w+(?:\s+\d{{1,2}})?|(?:this|last)\s+\w+|[A-Z]\w+day"
    rf"|\([^)]*\))){{0,3}}(?:,\s+(?:the\s+)?(?=[A-Z])[^,.;:“”]{{3,90}}(?=,))?,?(?:\s+(?:at|on\s+the\s+(?:margins|sidelines)\s+of)\s+(?:(?!\s(?:to\s+(?!(?:the|an?|his|her|its|their)\s)[a-z]+|and\s+[a-z]+ed|after|before|where|when|while|which|that|who|as|during)\s)[^.,;:]){{2,100}}?)?\s+(?:in|at)\s+(?:the\s+)?"
    rf"(?:(?:[a-z]+[’']s\s+)?(?:capital|city|town)(?:\s+city)?,?\s+(?:of\s+)?)?{COMPASS}"
)
_WHERE_HE = re.compile(r"(?:\s+on\s+[A-Z]\w+(?:\s+\d{1,2})?)?,?\s+where\s+(?:he|she|they|[A-Z][\w.]+)\s+(?:also\s+|then\s+|later\s+)?")
_FRONTED = re.compile(r"(?:\s+(?:on|last|this|earlier)\s+[\w ]{3,16})?,?\s")


def _headquarters(reading: Reading, sentence: Sentence, body: Linked) -> Iterator[Statement]:
    """After "NATO headquarters in Brussels", "the headquarters of the Bank in Manila"."""
    text, end = reading.text, sentence.span.end
    seat = _HEADQUARTERS.match(text, body.span.end, end)
    if seat is None and _HEADQUARTERS_OF.search(text, last_words(text, sentence.span.start, body.span.start, 3), body.span.start):
        seat = _THERE.match(text, body.span.end, end)
    place = _place_at(reading, seat, end) if seat else None
    if place:
        yield placed(body, place, sentence)


_ON_A_JOURNEY = re.compile(
    r"\b(?:during|on)\s+(?:an?|his|her|their|its|the)\s+(?:[a-z-]+\s+){0,3}(?:visit|trip|tour|stop-?over|stop|swing)\b"
)
"""Somebody speaks of a war on the way: "on the war during a stopover in Lima"."""
_HEADQUARTERS = re.compile(
    rf"(?:\s+\([^)]*\))?(?:[’']s?)?\s+(?:(?:global|regional|main|new|current|permanent|African|European|Asian)\s+)?(?:[Hh]eadquarters?|[Ss]ecretariat|HQ)\s+(?:(?:is|are|was)\s+)?(?:(?:located|situated|based)\s+)?(?:in|at)\s+(?:the\s+)?(?:(?:city|town)\s+of\s+)?{COMPASS}"
)
_HEADQUARTERS_OF = re.compile(r"\b[Hh]eadquarters\s+of\s+(?:the\s+)?\Z")
_THERE = re.compile(rf"(?:\s+\([^)]*\))?,?\s+(?:(?:is|are|was)\s+)?(?:(?:located|situated|based)\s+)?in\s+(?:the\s+)?{COMPASS}")


_HOUSE = re.compile(
    r"\b(?:University|Institute|College|Hospital|School|Museum|Embassy|Consulate|Airport|Academy|Library|Cathedral|Stadium|Laboratory|Meeting|Summit|Conference|Tribunal|Court|Mission\s(?:in|to|for))\b"
)
"""Bodies that stand somewhere, though the tables know them."""
_MOVES = re.compile(
    r"\b(?:Forces?|Army|Navy|Guards?|Government|(?:National|Federal|State) Police|Corps|Brigade|Battalion|Regiment|Squadron|Division|Troops|Coalition|Militia|Party|Front|Movement)\Z"
)
"""The last words of names of bodies that are where they are sent."""


def _seated(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """Bodies whose seat an adjective tells: "the Geneva-based Centre for Dialogue", "Embraer, a São Paulo-based manufacturer"."""
    for land in places:
        # "Bergen, Norway-based Harbour Group": in the town.
        place = next((each for each in places if each.span.end + len(", ") == land.span.start and size_of(each) < size_of(land)), land)
        based = _BASED.match(reading.text, land.span.end, sentence.span.end) if land.found.type == "place" else None
        if based is None:
            continue
        led = reading.led(_THEN_BASED, sentence, place.span.start)
        before = (
            reading.inside(Span(sentence.span.start, led.start()), "organization")[-1:] if led and led.start() > sentence.span.start else []
        )
        body = (
            before[0]
            if before and led and before[0].span.end == led.start()
            else reading.next(based.end(), sentence.span.end, "organization", within=2)
        )
        if body and body not in before and _ITS_MEN.match(reading.text, body.span.end):
            # "Chile-based Harbour Group leaders": they are there.
            continue
        while body and body.entity != place.entity:
            yield placed(body, place, sentence)
            further = _AND_FIRM.match(reading.text, body.span.end, sentence.span.end) if body not in before else None
            body = reading.after(further, sentence.span.end, "organization", within=1)


_BASED = re.compile(
    r"(?:[-–](?:based|headquartered)|\s+based(?=\s+(?:\d|[A-Z])))\s+(?:(?!(?:and|or|but|as|in|of|with|to|by|for|from|on|at|against|that|which|who|said|says|told)\b)[a-z][a-z-]*\s+){0,4}(?=[A-Z\d])|[-–](?:based|headquartered)\s+"
)
_ITS_MEN = re.compile(
    r"[’']?s?\s+(?:[a-z]+\s+)?(?:leaders?|leadership|fighters|commanders?|militants|members?|officials?|officers?|activists|insurgents|correspondents?"
    r"|reporters?|staff|employees?|cells?|facilitators?|affiliates?|spokes\w+)\b"
)
_THEN_BASED = re.compile(
    r"(?:\s+\([^)]*\))?(?:,|\s+(?:is|was))\s+(?:an?|the)\s+(?:(?:small|large|private|leading|major|new|now-defunct)\s+)?\Z"
)
_AND_FIRM = re.compile(r"(?:\s+\([^)]*\))?\s+and\s+(?=[A-Z])")


_FOLK_OF = re.compile(
    r"\b(?:[Vv]ictims|[Vv]eterans|[Ss]urvivors|[Rr]efugees|[Cc]asualties|[Ww]ounded|[Oo]rphans)\s+(?:of|from)\s+(?:the\s+)?\Z|\brepresent(?:s|ed|ing)?\s+(?:the\s+)?\Z"
)


def _body(reading: Reading, sentence: Sentence, body: Linked, end: int) -> Iterator[Statement]:
    text = reading.text
    inside = reading.inside(body.span, "place")
    apart = _PARENTHESES.match(text, body.span.end, end)
    far = 110 + (apart.end() - apart.start() if apart else 0)
    after = [
        each
        for each in reading.between(body.span.end, min(end, body.span.end + 2 * NEAR + far), "place")
        if each.span.start - body.span.end < far
    ]
    if (
        body.found.type == "event"
        and inside
        and re.search(
            r"\b(?:in|at|across|(?<!deep )(?<!from )inside|within|throughout|on\s+the\s+territory\s+of)\s+(?:the\s+)?\Z",
            text[body.span.start : inside[-1].span.start],
        )
    ):
        yield placed(body, inside[-1], sentence)
        return
    if len(after) > 1 and OWNED.fullmatch(text, after[0].span.end, after[1].span.start) and size_of(after[0]) > size_of(after[1]):
        # "in northern Norway's Troms province": the smaller of the two.
        between = text[body.span.end : after[0].span.start]
        if _IN.fullmatch(between) and body.found.type == "event":
            yield placed(body, after[1], sentence)
        return
    if not after or (body.found.type == "organization" and _FOLK_OF.search(text, body.span.start - NEAR, body.span.start)):
        return
    # "in the Black Sea resort of Sochi"
    after = after[1:] if len(after) > 1 and _TOWN_OF.fullmatch(text, after[0].span.end, after[1].span.start) else after
    # "in the southern Philippine city of Marawi"
    between = _SHORT_NAME.sub("", text[body.span.end : after[0].span.start])
    if _ADJECTIVE_OF_TOWN.search(between):
        between = reading.plain(body.span.end, after[0].span.start, "demonym")
    if body.found.type == "event" and (
        _THAT.search(between)  # "a meeting on the condition that Tokyo"
        or (body.found.kind in {"attack", "conflict"} and _ON_A_JOURNEY.search(between))
        or _AND_ANOTHER.search(between)
        or _ON_A_THING_OF.search(between)  # "a meeting of the committee on economic cooperation of Chile"
        or (between.startswith(" on ") and any(each.span.start == body.span.start for each in reading.inside(body.span, "place")))
        or _OF_A_THING.match(text, after[0].span.end, end)
        or (_ROAMS.search(body.found.name) and _in_several(reading, after))
    ):
        return
    if _OWNS.match(text, after[0].span.end):
        # "A meeting in New Delhi's Hyderabad House"
        if body.found.type == "event" and _struck_at(body, between) and _OWNS_NAME.match(text, after[0].span.end):
            yield placed(body, after[0], sentence)
        return
    if body.found.type == "event" and (
        _is_elsewhere(reading, body, between, after[0])
        or any(each.span.contains(after[0].span) for each in reading.inside(sentence.span, "event"))
    ):
        # "to end the war at a Beijing summit": the summit is there.
        return
    # "Talks between leaders of the Forum in Oslo": they are there.
    theirs = reading.led(_MEN_OF, sentence, body.span.start)
    near = WITHIN.fullmatch(between) and not between.lstrip().startswith((",", "(")) and not theirs
    if _ON.search(between) and (
        body.found.kind not in {"attack", "conflict"} or _PRESSING.search(text, body.span.start, after[0].span.start)
    ):
        # "A conference on Syria", "a campaign for restrictions on Syria" is about it.
        return
    if body.found.type == "event" and (near or _TAKES_PLACE.fullmatch(between) or _struck_at(body, between)):
        yield from (placed(body, each, sentence) for each in _and_others(reading, after))
    elif near or IS_IN.fullmatch(between) or (body.found.type == "organization" and _SET_UP.fullmatch(between)):
        yield placed(body, after[0], sentence)


def _is_elsewhere(reading: Reading, event: Linked, between: str, place: Linked) -> bool:
    """Whether the words between an event and a place speak of something else."""
    if _TOPIC.search(reading.text, event.span.start, event.span.end) and not _TAKES_PLACE.fullmatch(between):
        # "Talks on the situation in Mali" need not be held there.
        return True
    if _TELLS_WHY.search(between) and not _TAKES_PLACE.fullmatch(between):
        # "The meeting is to discuss the situation in Mali", "Those at the talks should heed the lessons learnt in Mali"
        return True
    if between.lstrip().startswith("to ") and _FROM.search(reading.text, event.span.start - NEAR, event.span.start):
        # "From the blockade of Chile to the war in Peru": two.
        return True
    if not between.startswith(" in ") and _FOLK_OF.search(reading.text, event.span.start - NEAR, event.span.start):
        # "Victims of the war were treated in Norway."
        return True
    if _EVERYWHERE.search(event.found.name) and not _RIGHT_THERE.fullmatch(between):
        # "The Cold War brought tensions in Asia"
        return True
    # "The visit came before the forum opened in Oslo": another event is there. "The summit took place amid tensions in the Gulf": they are there.
    others = reading.inside(Span(event.span.end, place.span.start), "event")
    return _AMID.search(between) is not None or any(each.entity != event.entity for each in others)


_ON = re.compile(r"\bon\s+(?:the\s+)?\Z")
_PRESSING = re.compile(
    r"\b(?:pressure|restrictions?|sanctions?|embargo|influence|policy|focus\w*|impact|dependence|ban|tariffs|position|stance|views?)\s+on\s+(?:the\s+)?\Z"
)
_MEN_OF = re.compile(
    r"\b(?:heads|leaders|ministers|presidents|representatives|delegates|officials|envoys)(?:\s+of\s+(?:state|government))*\s+(?:of|from)\s+(?:the\s+)?\Z"
)
_TOWN_OF = re.compile(r"\s+(?:resort|port|coastal|border|island|holiday|tourist)?\s*(?:city|town|village|resort|port|island)?\s+(?:of\s+)?")
_ON_A_THING_OF = re.compile(
    r"\bon\s+(?:the\s+)?(?:(?!(?:outskirts|coasts?|shores?|islands?|banks?|edges?|borders?|sides?|territory|soil|streets?|frontlines?|peninsula)\b)[a-z’'-]+\s+){1,4}(?:of|for|to)\s+(?:the\s+)?\Z"
)
_FROM = re.compile(r"\b[Ff]rom\s+(?:the\s+)?(?:[a-z]+\s+)?\Z")
_EVERYWHERE = re.compile(r"\b(?:Cold|World)\s+War\b")
_RIGHT_THERE = re.compile(r"\s+in\s+(?:the\s+)?(?:[a-z]+\s+)?")
_AMID = re.compile(r"\b(?:amid(?:st)?|despite|because|due\s+to|backdrop|as\s+part)\b")
_TELLS_WHY = re.compile(
    r"\b(?:discuss|review|address|consider|resolv|tackl|focus|cover|aim|seek|end|eas(?:e|ing)|situation|stability|peace|crisis|developments)\w*\s"
    r"|\b(?:should|would|could|must|can|may|might)\s+(?:[a-z]+ly\s+)?(?!be\b|have\b|take\s+place\b|start\b|begin\b|open\b|resume\b|occur\b|happen\b|erupt\b|break\b|not\b|also\b)[a-z]"
)
_PARENTHESES = re.compile(r"\s+\([^)]*\)")
_SHORT_NAME = re.compile(
    r"\A,\s+(?:attended|hosted|organi[sz]ed|chaired|held|led|sponsored|convened)\s[^,;“”]{3,90},(?=\s+in\s)"
    r"|\A\s+on\s+(?:the|its|our|his|her|their|an?)\s+(?:[A-Z]?[\w-]+\s+){0,2}(?:[Ee]mbass(?:y|ies)|[Cc]onsulate|[Mm]ission|[Cc]ompound|[Bb]ase|[Cc]amp|[Aa]irport|[Hh]ospital|[Oo]ffices?|[Hh]eadquarters|[Cc]onvoy)(?=\s+in\s)"
    r"|\A\s+\((?:[A-Z][\w&-]{1,11}(?:\s\d+)?|\d{4}(?:\s?[-–—]\s?\d{2,4})?)\)|\A\s+(?:building|compound|offices?|premises)(?=\s+in\b)"
)
_THAT = re.compile(
    r"\bwith\s+(?:[a-z]+\s+){0,3}(?:countries|states|nations|partners|allies|powers|neighbou?rs|peoples|members)\s+in\s+(?:the\s+)?\Z|\bbetween\s+(?:all\s+|the\s+)?(?:[a-z]+\s+){0,2}(?:stakeholders|parties|factions|groups|sides|actors|forces)\s+in\s+(?:the\s+)?\Z|\bthat\s+(?:the\s+)?\Z|\b(?:in|at|during)\s+which\s|\b(?:whether|if|because|unless|although|though)\s|\b(?:is|are|was|were)\s+(?:\w+\s+)?about\s|\bborders?\s+(?:between|with|of|near)\s+(?:the\s+)?\Z"
)
_OWNS = re.compile(r"[’']s?\s")
_OWNS_NAME = re.compile(
    r"[’']s?\s+(?:[A-Z]|(?:[a-z-]+\s+){0,2}(?:suburbs?|outskirts|cent(?:re|er)|airport|port|streets|markets?|districts?|quarters?|neighbou?rhoods?|capital|coast|borders?|north|south|east|west|heartland|parliament)\b)"
)


def _struck_at(event: Linked, between: str) -> bool:
    """Whether words put an event in a place, or an attack into it: "strikes into an area of Lima"."""
    return bool(_IN.fullmatch(between) or (event.found.kind == "attack" and _INTO.fullmatch(between)))


_INTO = re.compile(
    rf"\s+(?:into|in|on)\s+(?:(?:an?|the)\s+(?:[a-z]+\s+)?(?:area|district|suburb|part|quarter|town|village|port|city|citie)s?\s+of\s+)?(?:the\s+)?{COMPASS}"
)


def _and_others(reading: Reading, places: list[Linked]) -> list[Linked]:
    """The first of some places with those of its list: "in Chad, Niger and Mali"; without the country of a city."""
    found = row(reading.text, places, _AND_OR_COMMA)
    joined = len(found) > 1 and " and " in reading.text[found[-2].span.end : found[-1].span.start]
    sizes = {size_of(each) for each in found}
    alike = max(sizes) >= COUNTRY and min(sizes) >= COUNTRY - 1
    return found if joined and (alike or len(sizes) == 1) else found[:1]


_AND_OR_COMMA = re.compile(rf",\s+(?:the\s+)?|,?\s+and\s+(?:in\s+)?(?:(?:some\s+)?parts\s+of\s+)?(?:the\s+)?{COMPASS}")
_SET_UP = re.compile(
    r"\s+(?:is|was)\s+an?\s+(?:[\w-]+\s+){0,8}[\w-]+,\s+(?:headquartered|based|located)\s+in\s+(?:the\s+)?|"
    r",\s+an?\s+(?:(?!(?:with|from|of|for|on|at|to|and|based)\b)[\w-]+\s+){1,4}in\s+(?:the\s+)?"
    r"|(?:\s+\([^)]*\))?,?\s+(?:(?:which|that)\s+)?(?:(?:was|were|is|has\s+been)\s+)?(?:set\s+up|established|opened|founded|inaugurated|resident|housed)\s+in\s+(?:the\s+)?"
)
_ROAMS = re.compile(r"(?i)\b(?:campaign|fight|war|effort|operations?)\b")
"""What goes on in several countries is in neither alone."""
_OF_A_THING = re.compile(
    r"[-–+]\s?[A-Z]|\s+format\b|\s+(?:[a-z]+-[a-z]+|military|government|state|security|defen[cs]e|missile|army|police|embassy|foreign)\s+[a-z]+"
)
"""As in "talks on its role in a U.S. missile system"."""


def _in_several(reading: Reading, after: list[Linked]) -> bool:
    """Whether "in both Chad and Niger" follows: what goes on in several countries is in neither alone."""
    return (
        len(after) > 1
        and size_of(after[0]) == size_of(after[1]) == COUNTRY
        and bool(_AND.fullmatch(reading.text, after[0].span.end, after[1].span.start))
    )


_AND = re.compile(r",?\s+and\s+(?:in\s+)?(?:the\s+)?")
_ADJECTIVE_OF_TOWN = re.compile(
    r"\b[A-Z][\w-]+\s+(?:[a-z-]+\s+)?(?:capital|city|town|port|village|resort|province|region|island)(?:\s+city)?,?\s+(?:of\s+)?\Z"
)
_AND_ANOTHER = re.compile(r"\band\s+(?:other|several|all|[a-z]+ing|[a-z]+ed)\s")
_TOPIC = re.compile(
    r"\s(?:on|about|over|regarding|of)\s+(?:[\w-]+\s+){0,3}(?:situation|[Pp]eace|[Ss]ecurity|crisis|conflict|developments|war|ceasefire|conditions|abuses|violations|fighting|violence|future|reconstruction)\b"
)
