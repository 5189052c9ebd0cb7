"""Places within places."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.places.sizes import is_land, is_wider, of_a_sea, rank
from sourcebook.extract.facts.reading import NEAR, OWNED, Reading
from sourcebook.extract.facts.rows import row_to
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, is_state, size_of
from sourcebook.extract.statements import Statement

COMPASS = r"(?:(?:(?:present|modern)[- ]day|former)\s+)?(?:(?:far\s+|mostly\s+|war-torn\s+|neighbou?ring\s+|coastal\s+|rural\s+|mountainous\s+|remote\s+|restive\s+)?(?:northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|north-?east|north-?west|south-?east|south-?west|north-central|south-central|Northern|Southern|Eastern|Western|Central|North|South|East|West)\s+|(?:neighbou?ring|war-torn|nearby|coastal|mountainous|remote|restive|troubled|rural|landlocked)\s+)?"
_PART = r"(?:(?:(?:far\s+)?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|centre|center|heart|middle|outskirts|suburbs|vicinity|interior)|(?:[a-z]+ern|central)\s+(?:parts?|highlands|lowlands|hills|mountains|plains|corner|tip|fringes))\s+of\s+(?:the\s+)?)?"
_CALLED = r"(?:(?:,\s+(?:(?:also|formerly|locally|better|previously|then)\s+)?|\s+(?:also|formerly|locally|better|previously|then)\s+)(?:called|known\s+as|named)\s+[“\"]?[\w’ -]{2,40}[”\"]?,?(?=\s+in\s))?"
WITHIN = re.compile(
    rf"{_CALLED}(?:,\s+(?!(?:far\s+|just\s+)?(?:north|south|east|west)(?:-?(?:east|west))?\s+of\b)(?:(?:also\s+)?in\s+)?(?:the\s+)?{_PART}{COMPASS}|\s+in\s+(?:the\s+)?{_PART}{COMPASS}|,?\s+in\s+what\s+is\s+(?:now|today)\s+|,?\s+in\s+(?:the\s+)?(?:(?:[a-z-]+|then-[A-Z][a-z]+)\s+){{0,2}}(?:province|region|state|district|county|country|kingdom|governorate|republic|territory|department|oblast|area|nation|[Cc]ity|town|village|island|peninsula|port|commune)\s+of\s+(?:the\s+)?|\s+\()"
)
_TITLE_FOLLOWS = re.compile(
    r"\s+(?:Ambassador|President|Prime|Minister|Foreign|Secretary|Defen[cs]e|Vice|King|Queen|Embassy|Army|Navy|Air|Marine|Special|Deputy|Senator|Gen\.|Governor|Chancellor|Crown|Prince|Coast|(?:(?:air|naval|military|army)\s+)?(?:base|facility|embassy|mission)\b)\b"
)
_KINDS = r"(?:(?:breakaway|separatist|disputed|restive|autonomous|semi-autonomous|mountainous|remote|occupied|capital|commercial|administrative|economic|political|provincial|regional|border|port|garrison|coastal|second|largest|(?:north|south)?-?(?:eastern|western)|(?:north|south)?-?(?:east|west)|north|south|northern|southern|central|third-largest|second-largest|resort|island|besieged|strategic|key|restive|rebel-held|holy|historic|ancient|industrial|main)\s+){0,2}(?:cit(?:y|ies)|towns?|seat\s+of\s+government|capital|provinces?|regions?|villages?|ports?|districts?|islands?|capitals|resort|enclave|exclave|archipelago|peninsula|governorates?|states?)"
_NATIONAL = re.compile(rf"\s+{_KINDS}(?:\s+of)?,?\s+(?:the\s+)?")
_OWN_TOWN = re.compile(
    rf"(?:[’']s?)?\s+{_KINDS}(?:\s+of)?,?\s+(?:the\s+)?"
    rf"|[’']s?\s+(?:(?!(?:in|with|for|to|from|on|by|of|at|as|or)\b)[a-z-]+\s+|[A-Z][a-z]+\s+(?:[A-Z][a-z]+\s+)?(?=[a-z]+\s)){{1,4}}(?:cit(?:y|ies)|towns?|provinces?|regions?|sea-?ports?|ports?|islands?|districts?)(?:\s+of|,)\s+(?:the\s+)?|[’']s\s+(?:(?:far\s+)?(?:north|south)?-?(?:northern|southern|eastern|western|central|east|west|north|south)|contested|disputed|breakaway|restive|troubled|remote|oil-rich|neighbou?ring|coastal|mountainous|landlocked|war-torn|rebel-held|semi-autonomous|autonomous)\s+"
)
IS_IN = re.compile(
    rf"\s+has\s+(?:its|their)\s+(?:secretariat|headquarters|seat|offices?|base)\s+in\s+"
    rf"|(?:,[^,.;]{{0,90}},)?\s+has\s+its\s+(?:secretariat|headquarters|seat)\s+in\s+"
    rf"|(?:\s+\([^)]*\))?"
    rf"(?:,?\s+(?:is|was|are|were)\s+|,\s+(?=(?:an?|the|located|situated|based|headquartered|capital|once)\s)"
    rf"|\s+(?=(?:located|situated|based|headquartered|lying)\b))(?:an?\s+|the\s+)?"
    rf"(?:(?!(?:around|against|from|near|outside|after|before|during|with)\b)[\w-]+\s+){{0,7}}?"
    rf"(?:located|situated|based|headquartered|village|city|town|district|capital|province|island|centre|center|hamlet|settlement|suburb|commune|township|municipality|county|enclave|outpost"
    rf"|lying)\s+(?:(?!(?:and|but|which|who)\b)[\w-]+\s+){{0,4}}?(?:in|on|of)\s+(?:the\s+)?{COMPASS}"
)
_LIES_IN = re.compile(
    rf"\s+(?:(?:also\s+)?(?:lies?|lay|sits?|stands?|(?:is|was)(?:\s+also)?)\s+|(?:is|was)\s+among\s+the\s+(?:(?!in\b)[a-z-]+\s+){{1,6}})(?:in|within)\s+(?:the\s+)?{_PART}{COMPASS}"
)
_DISTRICT_OF = re.compile(
    rf"\s+(?:of|(?:district|area|neighbou?rhood|suburb|quarter|part|parts|province|region|(?P<many>(?:oblast|region|province|district|governorate|county|countie|[Cc]ountie|prefecture|island|town)s)) (?:of|in|on)|and other parts of)\s+(?:the\s+)?{COMPASS}"
)
_INCLUDES = words("including such like")
_INCLUDING = re.compile(
    r"\b(?:(?:towns?|cities|villages|districts|places|areas|provinces|regions|sites)\s+(?P<in>(?:in|of|across)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:[A-Z][\w-]+,?\s+){1,3})|(?P<of>(?:[A-Z][\w-]+\s+){1,2})(?:territory|soil|land|towns|cities|villages|provinces|regions|islands|countries|nations|states|republics),?\s+)(?:including|such as|like)\s+(?:the\s+)?"
)


def placed(one: Linked, other: Linked, sentence: Sentence) -> Statement:
    """That one is in another."""
    return stated(one, "located_in", other, sentence)


def locations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Places within places."""
    # "Norway's Arctic port of Bodø"
    places = [each for each in reading.inside(sentence.span, "place", "demonym") if not of_a_sea(reading, each, sentence.span.end)]
    for first, second in pairwise(places):
        yield from _in_place(reading, sentence, first, second)
    yield from _described(reading, sentence, places)
    yield from _in_lists(reading, sentence, places)
    yield from _past_parentheses(reading, sentence, places)


def _in_place(reading: Reading, sentence: Sentence, first: Linked, second: Linked) -> Iterator[Statement]:
    """Which of two neighbours the words put into the other."""
    text, end = reading.text, sentence.span.end
    # "Molla village in the Barg district"
    between = _KIND_WORD.sub("", text[first.span.end : second.span.start])
    if first.entity == second.entity or (between == " (" and size_of(second) == 0 and text.startswith(")", second.span.end)):
        # "Batavia (Jakarta)": another name.
        return
    if "demonym" in (first.found.type, second.found.type):
        yield from _by_adjective(reading, sentence, first, second)
        return
    if between in {", ", " in "} and rank(first) < rank(second) and rank(first) >= 0:
        # "Xuan hamlet, Tinh district, An province"
        yield placed(first, second, sentence)
        yield from _listed_there(reading, sentence, first, second) if between == " in " else ()
        return
    if between.startswith((",", " (")) and (_SEA.search(first.found.name) or _of_another_country(text, first, second)):
        # "Before the War of the Pacific, Peru sought": no sea is in a country. "Relations with Oslo, Chile hopes": a capital is in its own.
        return
    if between == ", " and second.found.type == "place" and reading.next(second.span.end, end, "role", within=1) and is_state(second):
        # "In Oslo, Chile minister Ana Ruiz said"
        return
    part = part_of(reading, second, end)
    whole = part if part and (size_of(part) > size_of(first) or is_land(part, first)) else second
    wider = (
        is_wider(whole, first)
        or _is_ward(reading, whole, first)
        or _holds(whole, first, between)
        or (whole is part and is_land(whole, first))
    ) and not _TITLE_FOLLOWS.match(text, whole.span.end, end)
    far = size_of(whole) > 3 and _IN_PART_OF_WORLD.fullmatch(between)
    lies = _LIES_IN.fullmatch(between) and not OWNED.match(text, whole.span.end, end)
    if (
        wider
        and not far
        and (lies or IS_IN.fullmatch(between) or (WITHIN.fullmatch(between) and not _in_row(reading, between, first, whole, end)))
    ):
        yield placed(first, whole, sentence)
        yield from _listed_there(reading, sentence, first, whole)
    elif wider and _ALL_IN.fullmatch(between):
        for each in [*_before(reading, first, sentence.span.start), first]:
            yield placed(each, whole, sentence)
    elif (wider and between == " on " and whole.found.name.endswith(_ISLANDS)) or (
        size_of(first) <= size_of(whole) and _PART_OF.fullmatch(between)
    ):
        yield placed(first, whole, sentence)
    elif wider and _ON_COAST.fullmatch(between) and _COAST.match(text, second.span.end, end):
        yield placed(first, second, sentence)
    elif (is_wider(first, second) or _is_own_region(text, first, second)) and (
        (OWNED.fullmatch(between) and not _NAME_GOES_ON.match(text, second.span.end) and not _COAST.match(text, second.span.end, end))
        or _OWN_TOWN.fullmatch(between)
        or (between == ", " and reading.led(_CAPITAL_OF, sentence, first.span.start))
    ):
        several = " of " in between and _OWN_TOWN.fullmatch(between)
        yield from (placed(each, first, sentence) for each in ([second, *_same_kind(reading, second, end)] if several else [second]))
    elif (wider and _BEING.fullmatch(between) and _CAPITAL.match(text, second.span.end)) or (
        (wider or size_of(first) == 1 or _is_part(text, first, whole)) and (of := _DISTRICT_OF.fullmatch(between))
    ):
        # "the Troms and Bodø regions of Norway"
        others = _before(reading, first, sentence.span.start) if of and of["many"] else []
        yield from (placed(each, whole, sentence) for each in (*others, first))


def _is_own_region(text: str, country: Linked, part: Linked) -> bool:
    """Whether a part of the world that several share is told to be a country's own: "Norway's Lapland region"."""
    return is_state(country) and size_of(part) > COUNTRY and part.span.of(text).endswith((" region", " Region"))


_KIND_WORD = re.compile(
    r"\A\s+(?:village|town|city|hamlet|hotel|airport|airfield|camp|neighbou?rhood|district|province|region|area|suburb|port|square|prison|stadium|valley)(?=,?\s+in\s|,\s+[A-Z])"
)


def _is_ward(reading: Reading, whole: Linked, part: Linked) -> bool:
    """Whether a place of unknown size is by its word a part of a land: "Gatamwarwa ward"."""
    ward = _WARD.match(reading.text, whole.span.end) or rank(whole) > max(0, rank(part))
    return whole.found.entry is None and size_of(part) == 0 and bool(ward)


def _holds(whole: Linked, part: Linked, between: str) -> bool:
    """Whether "in" alone, right between two places of which the tables know no size, puts one into the other: "RAF Leeming in North Yorkshire"."""
    entry = whole.found.entry
    untold = entry is None or (entry.kind in {"region", "zone"} and size_of(whole) < PROVINCE)
    to = _TO_LAND if is_land(whole, part) else _IN_COUNTRY
    return untold and size_of(part) < PROVINCE and bool(to.fullmatch(between))


def _is_part(text: str, first: Linked, whole: Linked) -> bool:
    """Whether a place is by its word a part of a land that is no smaller: "Bangsamoro region of Mindanao"."""
    last = first.span.of(text).rsplit(maxsplit=1)[-1]
    return last in _PARTS and size_of(first) <= size_of(whole)


def _of_another_country(text: str, city: Linked, country: Linked) -> bool:
    """Whether a capital, or a city that is known, stands before a country that is not its own, and nothing closes the two: not so "Tripoli, Lebanon, was"."""
    one, other = city.found.entry, country.found.entry
    known = one is not None and other is not None and (one.capital or one.sure) and other.kind == "country" and one.country != other.country
    return known and not _CLOSES.match(text, country.span.end)


_CLOSES = re.compile(r"\s*(?:[,.;:)–—]|\Z)")
_SEA = re.compile(r"\b(?:Ocean|Sea|Gulf)\Z|\A(?:Gulf|Sea|Bay|Strait)\s+of\b")
_ISLANDS = (" Island", " Islands", " Peninsula", " Archipelago")
_TO_LAND = re.compile(rf"(?:,\s+(?:in\s+|on\s+)?|\s+(?:in|on)\s+)(?:the\s+)?{_PART}{COMPASS}")
_PART_OF = re.compile(r"(?:,|\s+[–—-])\s+(?:a\s+|which\s+is\s+)?part\s+of\s+(?:the\s+)?")
_PARTS = words("region province district county area territory division")
_WARD = re.compile(
    r"\s+(?:(?:local\s+)?council|ward|district|county|commune|local\s+government|municipality|township|sub-?district|area)\b"
)
_ON_COAST = re.compile(r",?\s+(?:an?\s+(?:[a-z]+\s+){1,3})?on\s+")
_COAST = re.compile(r"[’']s?\s+(?:[A-Z][a-z]+\s+){0,3}coast(?:line)?\b|\s+(?:coast(?:line)?|resorts?|ports?|shores?)\b")
_NAME_GOES_ON = re.compile(
    r"\s+(?!(?:Province|Region|District|State|County|Territory|Governorate|City|Island|Islands|Peninsula|Valley|Oblast)\b)[A-Z]"
)
"""As in "Australia's Pacific Step-up"."""


def _by_adjective(reading: Reading, sentence: Sentence, first: Linked, second: Linked) -> Iterator[Statement]:
    """After "the Syrian towns of Azaz and Manbij", "Oslo, the Norwegian capital"."""
    between = reading.text[first.span.end : second.span.start]
    if first.found.type == "demonym":
        if second.found.type == "place" and between == " " and _is_its_part(reading.text, first, second):
            yield placed(second, first, sentence)
        elif second.found.type == "place" and _NATIONAL.fullmatch(between) and size_of(second) < 3:
            for each in [second, *_same_kind(reading, second, sentence.span.end)] if " of " in between else [second]:
                yield placed(each, first, sentence)
    elif _BEING.fullmatch(between) and _CAPITAL.match(reading.text, second.span.end):
        yield placed(first, second, sentence)


def _is_its_part(text: str, people: Linked, part: Linked) -> bool:
    """Whether a place right after a nationality is a part of that country: "Pakistani Punjab province"."""
    entry, own = part.found.entry, people.found.entry
    if size_of(part) >= COUNTRY or not own or own.kind != "country":
        return False
    return part.span.of(text).rsplit(maxsplit=1)[-1] in _PARTS or bool(entry and entry.kind == "region" and entry.country == own.country)


def _listed_there(reading: Reading, sentence: Sentence, last: Linked, whole: Linked) -> Iterator[Statement]:
    """The others of "the towns of A, B and C in X"."""
    between = reading.text[last.span.end : whole.span.start]
    several = between == ", " or _IN_COUNTRY.fullmatch(between) or _ALL_LIE.fullmatch(between)
    others = _before(reading, last, sentence.span.start) if several else []
    many = others and reading.led(_MANY, sentence, others[0].span.start)
    for each in others:
        alike = _untold(each) and _untold(last)
        if many or alike or (size_of(whole) >= COUNTRY and known_within(each, whole)):
            # "in Denver, Colorado and Mesa, Arizona": the tables know the country only.
            yield placed(each, whole, sentence)


def _untold(place: Linked) -> bool:
    """Whether the tables do not tell where a place is, or its name says that it is a part of something: "Kandahar City", "Bak district"."""
    return place.found.entry is None or rank(place) >= 0 or place.found.name.endswith(" City")


def _same_kind(reading: Reading, first: Linked, end: int) -> list[Linked]:
    """The places of the list that one begins."""
    joint = _LISTED.match(reading.text, first.span.end, end)
    return [each for each in reading.listed(joint.end(), end) if size_of(each) == size_of(first)] if joint else []


def _before(reading: Reading, last: Linked, start: int) -> list[Linked]:
    """The places of the list that one ends."""
    earlier = reading.between(max(start, last.span.start - 2 * NEAR), last.span.start, "place")
    return row_to(reading.text, [*earlier, last], _LISTED)[:-1]


_ALL_IN = re.compile(
    rf"(?:,\s+(?:both|all)|(?:,|\s+(?:are|were))\s+(?:(?:both|all|two|three|four|five|the)\s+)*(?:[a-z-]+\s+){{0,3}}?"
    rf"(?:countries|states|nations|republics|cities|towns|villages|provinces|districts|regions|islands|ports))"
    rf"\s+in\s+(?:the\s+)?{_PART}{COMPASS}"
)
_ALL_LIE = re.compile(r"\s+(?:lie|sit|stand)\s[^,;]*")
_IN_COUNTRY = re.compile(rf"\s+in\s+(?:the\s+)?{_PART}{COMPASS}")
_MANY = re.compile(r"\b(?:cities|towns|villages|districts|provinces|regions|ports|islands|municipalities|camps|areas)\s+of\s+(?:the\s+)?\Z")
_LISTED = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_BEING = re.compile(
    r",\s+(?:the|an?)\s+(?:(?:historic|ancient|strategic|key|major|small|former|port|border|coastal|(?:north-?|south-?)?(?:northern|southern|eastern|western)|central)\s+)*"
)


def known_within(one: Linked, other: Linked) -> bool:
    """Whether the tables know a smaller place to be in the country of another."""
    small, large = one.found.entry, other.found.entry
    return bool(small and large and large.country and small.country == large.country and size_of(one) < size_of(other))


PROVINCE = 2
"""The size of one."""


def _described(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "Bosaso, also called X, is a port in", the place that is described, past rivers and other names; and what it is the capital of."""
    text, end = reading.text, sentence.span.end
    first = places[0] if places else None
    is_a = _IS_A.match(text, first.span.end, end) if first and first.found.type == "place" else None
    if first is None or is_a is None or not _PLACE_NOUN.match(text, is_a.end(), end):
        return
    found = False
    for each in places[1:]:
        if each.span.start < is_a.end() or each.entity == first.entity or each.found.type != "place":
            continue
        lead = text[max(is_a.end() - 1, each.span.start - NEAR) : each.span.start]
        wider = size_of(first) < size_of(each) <= COUNTRY
        if wider and (_CAPITAL_OF.search(lead) or (not found and _STANDS_IN.search(lead))) and not _AWAY.search(lead):
            yield placed(first, part_of(reading, each, end) or each, sentence)
            found = True


_IS_A = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s+(?:(?:historically|formerly|also|previously|officially|locally)\s+)*(?:known|called|spelled|spelt|named|romani[sz]ed)\s+[^.;]{2,60}?,)?\s+(?:is|was)\s+(?:an?|the|one\s+of\s+the)\s+"
)
_PLACE_NOUN = re.compile(
    r"(?:[\w’'-]+,?\s+){0,7}?(?:cit(?:y|ies)|towns?|capital|villages?|ports?|districts?|provinces?|regions?|islands?|municipalit\w+|communes?|settlements?|suburbs?|neighbou?rhoods?|areas?|county|counties|states?|territor\w+|resort|seat|camp|base|airport|airfield|dam|barrage|mountain|river|lake|valley|hamlet|township|governorate|canton|enclave|peninsula|oblast|sub-?district|centre|center|stronghold|archipelago|atoll|oasis|hub|place|site|quarter|part|facility|prison|port|reservoir|bridge|crossing|stadium|hill|range|desert|bay|strait|gulf|coast)\b"
)
_STANDS_IN = re.compile(rf"\b(?:in|of|within)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){{0,3}}?{_PART}{COMPASS}\Z")
_AWAY = re.compile(r"\b(?:from|away|near|north|south|east|west|bordering|next|between|with|by)\s+(?:to\s+|of\s+)?(?:the\s+)?\Z")


def part_of(reading: Reading, whole: Linked, end: int) -> Linked | None:
    """The smaller place of "Norway's Troms province"."""
    part = reading.next(whole.span.end, end, "place", within=24)
    return part if part and _OWN_PART.fullmatch(reading.text, whole.span.end, part.span.start) else None


_OWN_PART = re.compile(rf"[’']s?\s+{COMPASS}")
_CAPITAL_OF = re.compile(rf"(?<!,\sthe\s)\b(?:[Cc]apital|[Cc]entre|[Cc]enter|[Ss]eat)(?:\s+city)?\s+of\s+(?:the\s+)?{COMPASS}\Z")
_IN_PART_OF_WORLD = re.compile(r"\s+in\s+(?:the\s+)?")
"""A city's name often stands for its state: "Tokyo in Asia" says not where it is."""
_CAPITAL = re.compile(r"\s+(?:capital|city|town|port|province|region|village|resort|island|suburb|district|neighbou?rhood|area|ward)\b")


def _past_parentheses(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """What stands in parentheses does not part two places: "Husaybah (Arabic: …, also X) is a town in Iraq"."""
    if reading.text.find("(", sentence.span.start, sentence.span.end) < 0:
        return
    outside = [each for each in places if not _bracketed(reading.text, sentence.span.start, each.span.start)]
    for first, second in pairwise(outside):
        between = reading.text[first.span.end : second.span.start]
        within = second.found.type == "place" and first.entity != second.entity and size_of(second) > size_of(first)
        if "(" in between and within and IS_IN.fullmatch(between):
            yield placed(first, second, sentence)


def _bracketed(text: str, start: int, position: int) -> bool:
    """Whether a position is within parentheses of its sentence."""
    return text.count("(", start, position) > text.count(")", start, position)


def _in_row(reading: Reading, between: str, first: Linked, second: Linked, end: int) -> bool:
    """Whether a comma lists two places rather than putting one into the other: "Myanmar, the Korean Peninsula and Ukraine"."""
    if not between.startswith(","):
        return False
    if between.startswith(", in ") and _IN_ANOTHER.match(reading.text, second.span.end, end):
        # "in Lapland, in the Arctic and in the Alps"
        return True
    if size_of(second) == COUNTRY and _elsewhere(first, second) and _ROW.match(reading.text, second.span.end, end):
        return True
    if size_of(second) == COUNTRY and _ACTS.match(reading.text, second.span.end, end) and _opened(reading, first):
        return True
    capital = first.found.entry is not None and first.found.entry.capital
    if (
        size_of(second) < COUNTRY
        and _is_list(reading, first, end)
        and (capital or not known_within(first, second) or _before(reading, first, 0))
    ):
        # "missions in Washington, New York and London"
        return True
    third = reading.next(second.span.end, end, "place", within=12)
    joint = reading.text[second.span.end : third.span.start] if third else ""
    return (size_of(first) == 3 and "in" not in between.split()) or bool(
        # "Bergen, Norway and Chile": in Norway.
        third
        and not (size_of(second) == COUNTRY and known_within(first, second))
        and size_of(third) == size_of(second)
        and re.fullmatch(r"(?:,|,?\s+(?:and|or))\s+(?:the\s+)?", joint)
    )


_IN_ANOTHER = re.compile(r",?\s+and\s+in\s|,\s+in\s")


def _elsewhere(one: Linked, country: Linked) -> bool:
    """Whether the tables know a place to be in another country: in "Bergen, Georgia and Chile"."""
    small, large = one.found.entry, country.found.entry
    return bool(small and large and small.sure and small.country and large.country and small.country != large.country)


_ROW = re.compile(r",?\s+(?:and|or)\s|,\s+(?:the\s+)?[A-Z]")


def _opened(reading: Reading, first: Linked) -> bool:
    """Whether a place ends what opens its sentence: "In the Pacific, China is building"."""
    start = reading.document.sentence_of(first.span.start).span.start
    return first.span.start > start and bool(_OPENING.fullmatch(reading.text, start, first.span.start))


_OPENING = re.compile(
    r"[“\"]?(?:In|At|On|For|With|During|After|Before|Since|From|Concerning|Regarding|As|Besides|Unlike|Like|Across|Through)\s[^,;]{0,60}"
)
_ACTS = re.compile(
    r"\s+(?:is|was|are|were|has|had|have|will|would|could|may|might|should|can|also|said|says|announced|wants|plans|seeks|continues|remains)\b"
)


def _is_list(reading: Reading, first: Linked, end: int) -> bool:
    """Whether a place begins a list that "and" closes: "Nuristan, Farah and Kapisa", "Palawan, Basilan, and other islands"."""
    row = reading.listed(first.span.start, end)
    if len(row) < 2:
        return False
    closed = len(row) > 2 and " and " in reading.text[row[-2].span.end : row[-1].span.start]
    return closed or bool(_AND_MORE.match(reading.text, row[-1].span.end, end))


_AND_MORE = re.compile(r",?\s+and\s+(?:(?:in\s+)?(?:some\s+|several\s+|many\s+)?other|elsewhere|beyond)\b")


def _in_lists(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    if sentence.words.isdisjoint(_INCLUDES):
        return
    for found in _INCLUDING.finditer(reading.text, sentence.span.start, sentence.span.end):
        group = "in" if found["in"] else "of"
        whole = next((each for each in places if found.start(group) <= each.span.start < found.end(group)), None)
        for part in reading.listed(found.end(), sentence.span.end) if whole else ():
            if whole and size_of(part) < size_of(whole) and part.entity != whole.entity and whole.found.name.casefold() != "the west":
                yield placed(part, whole, sentence)
