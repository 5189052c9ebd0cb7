"""How texts put one place into another: words for parts of lands, for where something lies, and the fact itself."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.rows import row_to
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import size_of
from sourcebook.extract.statements import Statement


def placed(one: Linked, other: Linked, sentence: Sentence) -> Statement:
    """That one is in another."""
    return stated(one, "located_in", other, sentence)


_SIDE = (
    r"(?:northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western"
    r"|north-?east|north-?west|south-?east|south-?west|north-central|south-central|Northern|Southern|Eastern|Western|Central|North|South|East|West)"
)
COMPASS = (
    r"(?:(?:(?:present|modern)[- ]day|former)\s+)?"
    r"(?:(?:far\s+|mostly\s+|war-torn\s+|neighbou?ring\s+|coastal\s+|rural\s+|mountainous\s+|remote\s+|restive\s+)?"
    rf"{_SIDE}\s+"
    r"|(?:neighbou?ring|war-torn|nearby|coastal|mountainous|remote|restive|troubled|rural|landlocked)\s+)?"
)
"""What may stand before a land: "present-day", "remote north-western"."""
PART_OF_LAND = (
    r"(?:(?:(?:far\s+)?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|centre|center|heart|middle|outskirts|suburbs|vicinity|interior)"
    r"|(?:[a-z]+ern|central)\s+(?:parts?|highlands|lowlands|hills|mountains|plains|corner|tip|fringes))\s+of\s+(?:the\s+)?)?"
)
"""As in "far north of", "southern highlands of the"."""
_ALSO = r"(?:also|formerly|locally|better|previously|then)"
_ALSO_CALLED = (
    rf"(?:(?:,\s+(?:{_ALSO}\s+)?|\s+{_ALSO}\s+)"
    r"(?:called|known\s+as|named)\s+[“\"]?[\w’ -]{2,40}[”\"]?,?(?=\s+in\s))?"
)
_BESIDE = r"(?:far\s+|just\s+)?(?:north|south|east|west)(?:-?(?:east|west))?\s+of\b"
"""As in "far north of", where a place is not in another."""
_LAND_OF = (
    r"(?:province|region|state|district|county|country|kingdom|governorate|republic|territory|department|oblast|area|nation"
    r"|[Cc]ity|town|village|island|peninsula|port|commune)\s+of\s+(?:the\s+)?"
)
WITHIN = re.compile(
    # ", in the south of"
    rf"{_ALSO_CALLED}(?:,\s+(?!{_BESIDE})(?:(?:also\s+)?in\s+)?(?:the\s+)?{PART_OF_LAND}{COMPASS}"
    rf"|\s+in\s+(?:the\s+)?{PART_OF_LAND}{COMPASS}"
    r"|,?\s+in\s+what\s+is\s+(?:now|today)\s+"
    # As in "in the breakaway province of".
    rf"|,?\s+in\s+(?:the\s+)?(?:(?:[a-z-]+|then-[A-Z][a-z]+)\s+){{0,2}}{_LAND_OF}|\s+\()"
)
"""Between a place and the one it is in."""
_SOME_PLACE = (
    r"(?:located|situated|based|headquartered|village|city|town|district|capital|province|island|centre|center|hamlet|settlement"
    r"|suburb|commune|township|municipality|county|enclave|outpost|lying)"
)
IS_IN = re.compile(
    r"\s+has\s+(?:its|their)\s+(?:secretariat|headquarters|seat|offices?|base)\s+in\s+"
    r"|(?:,[^,.;]{0,90},)?\s+has\s+its\s+(?:secretariat|headquarters|seat)\s+in\s+"
    # "is a small border town in the north of"
    r"|(?:\s+\([^)]*\))?"
    r"(?:,?\s+(?:is|was|are|were)\s+|,\s+(?=(?:an?|the|located|situated|based|headquartered|capital|once)\s)"
    r"|\s+(?=(?:located|situated|based|headquartered|lying)\b))(?:an?\s+|the\s+)?"
    r"(?:(?!(?:around|against|from|near|outside|after|before|during|with)\b)[\w-]+\s+){0,7}?"
    rf"{_SOME_PLACE}\s+(?:(?!(?:and|but|which|who)\b)[\w-]+\s+){{0,4}}?(?:in|on|of)\s+(?:the\s+)?{COMPASS}"
)
"""Between a place or a body and where it is said to be."""


def part_of(reading: Reading, whole: Linked, end: int) -> Linked | None:
    """The smaller place of "Norway's Troms province"."""
    part = reading.next(whole.span.end, end, "place", within=24)
    return part if part and _OWN_PART.fullmatch(reading.text, whole.span.end, part.span.start) else None


_OWN_PART = re.compile(rf"[’']s?\s+{COMPASS}")
KIND = (
    r"(?:(?:breakaway|separatist|disputed|restive|autonomous|semi-autonomous|mountainous|remote|occupied|capital|commercial|administrative|economic|political"
    r"|provincial|regional|border|port|garrison|coastal|second|largest|(?:north|south)?-?(?:eastern|western)|(?:north|south)?-?(?:east|west)|north|south"
    r"|northern|southern|central|third-largest|second-largest|resort|island|besieged|strategic|key|rebel-held|holy|historic|ancient|industrial|main)\s+){0,2}"
    r"(?:cit(?:y|ies)|towns?|seat\s+of\s+government|capital|provinces?|regions?|villages?|ports?|districts?|islands?|capitals|resort|enclave|exclave"
    r"|archipelago|peninsula|governorates?|states?)"
)
"""As in "besieged port town"."""
CAPITAL_OF = re.compile(rf"(?<!,\sthe\s)\b(?:[Cc]apital|[Cc]entre|[Cc]enter|[Ss]eat)(?:\s+city)?\s+of\s+(?:the\s+)?{COMPASS}\Z")
IN_COUNTRY = re.compile(rf"\s+in\s+(?:the\s+)?{PART_OF_LAND}{COMPASS}")
MANY = re.compile(r"\b(?:cities|towns|villages|districts|provinces|regions|ports|islands|municipalities|camps|areas)\s+of\s+(?:the\s+)?\Z")
_LISTED = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")


def list_before(reading: Reading, last: Linked, start: int) -> list[Linked]:
    """The places of the list that one ends."""
    earlier = reading.between(max(start, last.span.start - 2 * NEAR), last.span.start, "place")
    return row_to(reading.text, [*earlier, last], _LISTED)[:-1]


BEING = re.compile(
    r",\s+(?:the|an?)\s+(?:(?:historic|ancient|strategic|key|major|small|former|port|border|coastal"
    r"|(?:north-?|south-?)?(?:northern|southern|eastern|western)|central)\s+)*"
)
"""Before the land whose a place is said to be: "Oslo, the historic Norwegian capital"."""
KIND_FOLLOWS = re.compile(r"\s+(?:capital|city|town|port|province|region|village|resort|island|suburb|district|neighbou?rhood|area|ward)\b")


def same_kind(reading: Reading, first: Linked, end: int) -> list[Linked]:
    """The places of the list that one begins."""
    joint = _LISTED.match(reading.text, first.span.end, end)
    return [each for each in reading.listed(joint.end(), end) if size_of(each) == size_of(first)] if joint else []
