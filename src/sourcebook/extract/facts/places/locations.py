"""Places within places: which of two neighbours in a sentence the words between them put into the other."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.places.descriptions import described_place, including, past_parentheses
from sourcebook.extract.facts.places.in_rows import is_row
from sourcebook.extract.facts.places.nationalities import by_nationality
from sourcebook.extract.facts.places.placing import (
    BEING,
    CAPITAL_OF,
    COMPASS,
    IN_COUNTRY,
    IS_IN,
    KIND,
    KIND_FOLLOWS,
    MANY,
    PART_OF_LAND,
    WITHIN,
    list_before,
    part_of,
    placed,
    same_kind,
)
from sourcebook.extract.facts.places.sizes import PROVINCE, is_land, is_own_region, is_part, is_ward, is_wider, known_within, of_a_sea, rank
from sourcebook.extract.facts.reading import OWNED, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import COUNTRY, is_state, size_of
from sourcebook.extract.statements import Statement


def locations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Places within places."""
    # "Norway's Arctic port of Bodø"
    places = [each for each in reading.inside(sentence.span, "place", "demonym") if not of_a_sea(reading, each, sentence.span.end)]
    for first, second in pairwise(places):
        yield from _of_neighbours(reading, sentence, first, second)
    yield from described_place(reading, sentence, places)
    yield from including(reading, sentence, places)
    yield from past_parentheses(reading, sentence, places)


def _of_neighbours(reading: Reading, sentence: Sentence, first: Linked, second: Linked) -> Iterator[Statement]:
    """Which of two places that follow each other the words put into the other."""
    text, end = reading.text, sentence.span.end
    # "Molla village in the Barg district"
    between = _KIND_WORD.sub("", text[first.span.end : second.span.start])
    if first.entity == second.entity or (between == " (" and size_of(second) == 0 and text.startswith(")", second.span.end)):
        # "Batavia (Jakarta)": another name.
        return
    if "demonym" in (first.found.type, second.found.type):
        yield from by_nationality(reading, sentence, first, second)
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
        or is_ward(reading, whole, first)
        or _lies_right_in(whole, first, between)
        or (whole is part and is_land(whole, first))
    ) and not _TITLE_FOLLOWS.match(text, whole.span.end, end)
    far = size_of(whole) > COUNTRY and _IN_PART_OF_WORLD.fullmatch(between)
    lies = _LIES_IN.fullmatch(between) and not OWNED.match(text, whole.span.end, end)
    if (
        wider
        and not far
        and (lies or IS_IN.fullmatch(between) or (WITHIN.fullmatch(between) and not is_row(reading, between, first, whole, end)))
    ):
        yield placed(first, whole, sentence)
        yield from _listed_there(reading, sentence, first, whole)
    elif wider and _ALL_IN.fullmatch(between):
        for each in [*list_before(reading, first, sentence.span.start), first]:
            yield placed(each, whole, sentence)
    elif (wider and between == " on " and whole.found.name.endswith(_ISLANDS)) or (
        size_of(first) <= size_of(whole) and _IS_PART_OF.fullmatch(between)
    ):
        yield placed(first, whole, sentence)
    elif wider and _ON_COAST.fullmatch(between) and _COAST.match(text, second.span.end, end):
        yield placed(first, second, sentence)
    elif (is_wider(first, second) or is_own_region(text, first, second)) and (
        (OWNED.fullmatch(between) and not _NAME_GOES_ON.match(text, second.span.end) and not _COAST.match(text, second.span.end, end))
        or _OWN_TOWN.fullmatch(between)
        or (between == ", " and reading.led(CAPITAL_OF, sentence, first.span.start))
    ):
        several = " of " in between and _OWN_TOWN.fullmatch(between)
        yield from (placed(each, first, sentence) for each in ([second, *same_kind(reading, second, end)] if several else [second]))
    elif (wider and BEING.fullmatch(between) and KIND_FOLLOWS.match(text, second.span.end)) or (
        (wider or size_of(first) == 1 or is_part(text, first, whole))
        # "the visit to Oslo of Chile's president"
        and not (between.startswith(" of ") and OWNED.match(text, whole.span.end, end))
        and (of := _DISTRICT_OF.fullmatch(between))
    ):
        # "the Troms and Bodø regions of Norway"
        others = list_before(reading, first, sentence.span.start) if of and of["many"] else []
        yield from (placed(each, whole, sentence) for each in (*others, first))


_KIND_WORD = re.compile(
    r"\A\s+(?:village|town|city|hamlet|hotel|airport|airfield|camp|neighbou?rhood|district|province|region|area|suburb|port|square|prison|stadium|valley)"
    r"(?=,?\s+in\s|,\s+[A-Z])"
)


def _of_another_country(text: str, city: Linked, country: Linked) -> bool:
    """Whether a capital, or a city that is known, stands before a country that is not its own, and nothing closes the two: not so "Tripoli, Lebanon, was"."""
    one, other = city.found.entry, country.found.entry
    known = one is not None and other is not None and (one.capital or one.sure) and other.kind == "country" and one.country != other.country
    return known and not _CLOSES.match(text, country.span.end)


_CLOSES = re.compile(r"\s*(?:[,.;:)–—]|\Z)")
_SEA = re.compile(r"\b(?:Ocean|Sea|Gulf)\Z|\A(?:Gulf|Sea|Bay|Strait)\s+of\b")
_ISLANDS = (" Island", " Islands", " Peninsula", " Archipelago")
_TITLE_FOLLOWS = re.compile(
    r"\s+(?:Ambassador|President|Prime|Minister|Foreign|Secretary|Defen[cs]e|Vice|King|Queen|Embassy|Army|Navy|Air|Marine|Special|Deputy|Senator|Gen\.|Governor"
    r"|Chancellor|Crown|Prince|Coast|(?:(?:air|naval|military|army)\s+)?(?:base|facility|embassy|mission)\b)\b"
)
"""After a land that only says whose somebody or something is: "in Oslo, Norway President"."""
_IN_PART_OF_WORLD = re.compile(r"\s+in\s+(?:the\s+)?")
"""A city's name often stands for its state: "Tokyo in Asia" says not where it is."""
_LIES_IN = re.compile(
    r"\s+(?:(?:also\s+)?(?:lies?|lay|sits?|stands?|(?:is|was)(?:\s+also)?)\s+|(?:is|was)\s+among\s+the\s+(?:(?!in\b)[a-z-]+\s+){1,6})"
    rf"(?:in|within)\s+(?:the\s+)?{PART_OF_LAND}{COMPASS}"
)
"""As in " is among the oldest towns in"."""


def _lies_right_in(whole: Linked, part: Linked, between: str) -> bool:
    """Whether "in" alone, right between two places of which the tables know no size, puts one into the other: "RAF Leeming in North Yorkshire"."""
    entry = whole.found.entry
    untold = entry is None or (entry.kind in {"region", "zone"} and size_of(whole) < PROVINCE)
    to = _TO_LAND if is_land(whole, part) else IN_COUNTRY
    return untold and size_of(part) < PROVINCE and bool(to.fullmatch(between))


_TO_LAND = re.compile(rf"(?:,\s+(?:in\s+|on\s+)?|\s+(?:in|on)\s+)(?:the\s+)?{PART_OF_LAND}{COMPASS}")
_ALL_IN = re.compile(
    rf"(?:,\s+(?:both|all)|(?:,|\s+(?:are|were))\s+(?:(?:both|all|two|three|four|five|the)\s+)*(?:[a-z-]+\s+){{0,3}}?"
    rf"(?:countries|states|nations|republics|cities|towns|villages|provinces|districts|regions|islands|ports))"
    rf"\s+in\s+(?:the\s+)?{PART_OF_LAND}{COMPASS}"
)
_IS_PART_OF = re.compile(r"(?:,|\s+[–—-])\s+(?:a\s+|which\s+is\s+)?part\s+of\s+(?:the\s+)?")
_ON_COAST = re.compile(r",?\s+(?:an?\s+(?:[a-z]+\s+){1,3})?on\s+")
_COAST = re.compile(r"[’']s?\s+(?:[A-Z][a-z]+\s+){0,3}coast(?:line)?\b|\s+(?:coast(?:line)?|resorts?|ports?|shores?)\b")
_NAME_GOES_ON = re.compile(
    r"\s+(?!(?:Province|Region|District|State|County|Territory|Governorate|City|Island|Islands|Peninsula|Valley|Oblast)\b)[A-Z]"
)
"""As in "Australia's Pacific Step-up"."""
_OWN_TOWN = re.compile(
    rf"(?:[’']s?)?\s+{KIND}(?:\s+of)?,?\s+(?:the\s+)?"
    # "'s most Roman of towns,"
    r"|[’']s?\s+(?:(?!(?:in|with|for|to|from|on|by|of|at|as|or)\b)[a-z-]+\s+|[A-Z][a-z]+\s+(?:[A-Z][a-z]+\s+)?(?=[a-z]+\s)){1,4}"
    r"(?:cit(?:y|ies)|towns?|provinces?|regions?|sea-?ports?|ports?|islands?|districts?)(?:\s+of|,)\s+(?:the\s+)?"
    # "'s far north-eastern", "'s oil-rich"
    r"|[’']s\s+(?:(?:far\s+)?(?:north|south)?-?(?:northern|southern|eastern|western|central|east|west|north|south)"
    r"|contested|disputed|breakaway|restive|troubled|remote|oil-rich|neighbou?ring|coastal|mountainous|landlocked|war-torn|rebel-held"
    r"|semi-autonomous|autonomous)\s+"
)
"""Between a land and a place of its own."""
_DISTRICT_OF = re.compile(
    r"\s+(?:of|(?:district|area|neighbou?rhood|suburb|quarter|part|parts|province|region"
    r"|(?P<many>(?:oblast|region|province|district|governorate|county|countie|[Cc]ountie|prefecture|island|town)s)) (?:of|in|on)|and other parts of)"
    rf"\s+(?:the\s+)?{COMPASS}"
)
"""Between a part and its land: " district of"."""


def _listed_there(reading: Reading, sentence: Sentence, last: Linked, whole: Linked) -> Iterator[Statement]:
    """The others of "the towns of A, B and C in X"."""
    between = reading.text[last.span.end : whole.span.start]
    several = between == ", " or IN_COUNTRY.fullmatch(between) or _ALL_LIE.fullmatch(between)
    others = list_before(reading, last, sentence.span.start) if several else []
    many = others and reading.led(MANY, sentence, others[0].span.start)
    for each in others:
        alike = _untold(each) and _untold(last)
        if many or alike or (size_of(whole) >= COUNTRY and known_within(each, whole)):
            # "in Denver, Colorado and Mesa, Arizona": the tables know the country only.
            yield placed(each, whole, sentence)


_ALL_LIE = re.compile(r"\s+(?:lie|sit|stand)\s[^,;]*")


def _untold(place: Linked) -> bool:
    """Whether the tables do not tell where a place is, or its name says that it is a part of something: "Kandahar City", "Bak district"."""
    return place.found.entry is None or rank(place) >= 0 or place.found.name.endswith(" City")
