"""Places of which a sentence tells at length: "Bosaso, also called X, is a port in", "Husaybah (Arabic: …) is a town in", "towns in Chile including"."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.places.placing import CAPITAL_OF, COMPASS, IS_IN, PART_OF_LAND, part_of, placed
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, size_of
from sourcebook.extract.statements import Statement


def described_place(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
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
        if wider and (CAPITAL_OF.search(lead) or (not found and _STANDS_IN.search(lead))) and not _AWAY.search(lead):
            yield placed(first, part_of(reading, each, end) or each, sentence)
            found = True


_IS_A = re.compile(
    r"(?:\s+\([^)]*\))?"
    r"(?:,\s+(?:(?:historically|formerly|also|previously|officially|locally)\s+)*(?:known|called|spelled|spelt|named|romani[sz]ed)\s+[^.;]{2,60}?,)?"
    r"\s+(?:is|was)\s+(?:an?|the|one\s+of\s+the)\s+"
)
_PLACE_NOUN = re.compile(
    r"(?:[\w’'-]+,?\s+){0,7}?"
    r"(?:cit(?:y|ies)|towns?|capital|villages?|ports?|districts?|provinces?|regions?|islands?|municipalit\w+|communes?|settlements?|suburbs?|neighbou?rhoods?"
    r"|areas?|county|counties|states?|territor\w+|resort|seat|camp|base|airport|airfield|dam|barrage|mountain|river|lake|valley|hamlet|township|governorate"
    r"|canton|enclave|peninsula|oblast|sub-?district|centre|center|stronghold|archipelago|atoll|oasis|hub|place|site|quarter|part|facility|prison"
    r"|reservoir|bridge|crossing|stadium|hill|range|desert|bay|strait|gulf|coast)\b"
)
_STANDS_IN = re.compile(rf"\b(?:in|of|within)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){{0,3}}?{PART_OF_LAND}{COMPASS}\Z")
_AWAY = re.compile(r"\b(?:from|away|near|north|south|east|west|bordering|next|between|with|by)\s+(?:to\s+|of\s+)?(?:the\s+)?\Z")


def including(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
    """After "towns in Chile including", "Chilean cities such as": all of the list."""
    if sentence.words.isdisjoint(_INCLUDES):
        return
    for found in _INCLUDING.finditer(reading.text, sentence.span.start, sentence.span.end):
        group = "in" if found["in"] else "of"
        whole = next((each for each in places if found.start(group) <= each.span.start < found.end(group)), None)
        for part in reading.listed(found.end(), sentence.span.end) if whole else ():
            if whole and size_of(part) < size_of(whole) and part.entity != whole.entity and whole.found.name.casefold() != "the west":
                yield placed(part, whole, sentence)


_INCLUDES = words("including such like")
_INCLUDING = re.compile(
    # "towns in northern Chile including"
    r"\b(?:(?:towns?|cities|villages|districts|places|areas|provinces|regions|sites)\s+"
    r"(?P<in>(?:in|of|across)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:[A-Z][\w-]+,?\s+){1,3})"
    # "Chilean cities such as"
    r"|(?P<of>(?:[A-Z][\w-]+\s+){1,2})"
    r"(?:territory|soil|land|towns|cities|villages|provinces|regions|islands|countries|nations|states|republics),?\s+)"
    r"(?:including|such as|like)\s+(?:the\s+)?"
)


def past_parentheses(reading: Reading, sentence: Sentence, places: list[Linked]) -> Iterator[Statement]:
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
