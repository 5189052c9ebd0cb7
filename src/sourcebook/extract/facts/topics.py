"""The states of a sentence that act, without those of which the others only speak."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.agreements.party_names import LISTED, states_and_blocs
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.rows import row
from sourcebook.extract.facts.settings import is_forum
from sourcebook.extract.facts.talked_of import OTHERS_FIRST, SITUATION, is_talked_of
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_state
from sourcebook.model.spans import Span


def acting_parties(reading: Reading, sentence: Sentence) -> list[Linked]:
    """The states and blocs of a sentence without those of whom the others only speak."""
    parties = states_and_blocs(reading, sentence.span)
    if others := OTHERS_FIRST.match(reading.text, sentence.span.start, sentence.span.end):
        parties = [each for each in parties if each.span.start > others.end()]
    war = _WAR.search(reading.text, sentence.span.start, sentence.span.end)
    if war:
        # "Chad's war on Niger has raised the interest of Peru": of Chad and Niger no field is told.
        parties = [each for each in parties if each.span.end != war.start() and not reading.led(_AT_WAR, sentence, each.span.start)]
    parties = _not_situated(reading, sentence, parties)
    # "Norway will follow up on talks at the Tin League's summit in Chile": with others than Chile.
    abroad = [each for each in parties if not _is_where(reading, sentence, each)]
    if not abroad and len(parties) >= PAIR and all(has_part_before(reading, each) for each in parties):
        return []
    parties = abroad or parties
    parties = [
        each
        for each in parties
        if not is_talked_of(reading.text, sentence.span.start, sentence.span.end, each)
        and not reading.text.startswith(("-based", "–based", "-born"), each.span.end)
        and not is_forum(reading.text, each)
        and not _OF_MEMBERS.match(reading.text, each.span.end, sentence.span.end)
    ]
    acting = [each for each in parties if not reading.led(_ASIDE, sentence, each.span.start)]
    # "The discussion included the situation in Chad": not Chad's.
    if not acting and len(parties) >= PAIR and all(_is_scene(reading, sentence, each) for each in parties):
        # "Talks in Chad with a focus on the situation in Niger": of neither.
        return []
    if len(acting) >= PAIR:
        return acting
    beside = [each for each in parties if not reading.led(_ONLY_BESIDE, sentence, each.span.start)]
    return beside if beside or all(reading.led(_BY_MEANS_OF, sentence, each.span.start) for each in parties) else parties


def _is_scene(reading: Reading, sentence: Sentence, each: Linked) -> bool:
    """Whether a state is only where something is held, or whose situation is spoken of."""
    return any(reading.led(pattern, sentence, each.span.start) for pattern in (_HELD_IN, SITUATION))


def _is_where(reading: Reading, sentence: Sentence, each: Linked) -> bool:
    """Whether a state is named only for where others meet, where a part of it lies, or for its border."""
    if reading.led(_SUMMIT_IN, sentence, each.span.start) or reading.led(_MET_IN, sentence, each.span.start):
        return True
    return has_part_before(reading, each) or bool(_BORDER.match(reading.text, each.span.end))


def has_part_before(reading: Reading, state: Linked) -> bool:
    """Whether a state is named only as where a part of it lies: "ties between the province of Troms in Norway and"."""
    before = reading.before(state.span.start)
    part = before[-1] if before and before[-1].found.type == "place" and not is_state(before[-1]) else None
    return bool(part and reading.text[part.span.end : state.span.start] in {" in ", " in the "})


_MET_IN = re.compile(
    r"\b(?:met|meet|gathered|convened|(?:was|were|is|are|be|been)\s+held|took\s+place|takes?\s+place|assembled)\s+(?:here\s+|on\s+[A-Z]\w+day\s+|last\s+[a-z]+\s+|again\s+)?in\s+(?:the\s+)?\Z"
)
_BORDER = re.compile(
    r"(?:[’']s?)?\s+(?:(?:northern|southern|eastern|western|common|shared|maritime|land)\s+)?(?:borders?|frontier|coast|coastline|shores?|airspace|territor(?:y|ial\s+waters)|soil)\b(?!\s+(?:guards?|force|police|agenc|servic|patrol|commission|troops))"
)
_HELD_IN = re.compile(
    r"\b(?:met|meet|meets|meeting|talks|summit|conference|session|forum|dialogue|gathered|convened|held|trip|days?|place)\s+(?:here\s+|[A-Z]\w+day\s+|of\s+talks\s+)?(?:in|at)\s+(?:the\s+)?\Z"
)


_SUMMIT_IN = re.compile(
    r"\b(?:summit|conference|forum|general\s+assembly|summit\s+(?:meeting|talks))\s+(?:held\s+)?(?:here\s+)?in\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _not_situated(reading: Reading, sentence: Sentence, parties: list[Linked]) -> list[Linked]:
    """The states of a sentence without the list of those of whom it only speaks: "talks on peace in Chad, Niger and Mali"."""
    told: list[Linked] = []
    for each in parties:
        listed = told and LISTED.fullmatch(reading.text, told[-1].span.end, each.span.start)
        if listed or reading.led(SITUATION, sentence, each.span.start) or (not told and reading.led(_STRUCK, sentence, each.span.start)):
            told.append(each)
    return [each for each in parties if each not in told] if len(told) >= PAIR else parties


PAIR = 2
_STRUCK = re.compile(
    r"\b(?:attacks?|bombings?|massacres?|killings?|wars?|explosions?|crises|coups|elections)\s+in\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:,\s+|,?\s+and\s+)(?:the\s+)?\Z"
)
"""Before the second of those in which something has happened, of an event that is called after the first."""
_OF_MEMBERS = re.compile(r"\s+(?:member|membership|candidate|aspirant)\b")
"""After a body to which one of those who deal with each other belongs: "Norway, a NATO member, and Chile"."""
_AT_WAR = re.compile(r"\b(?:on|in|of|against)\s+(?:the\s+)?\Z")
_WAR = re.compile(r"(?:[’']s?)?\s+(?:[a-z-]+\s+)?(?:war|invasion|aggression|attacks?|offensive)\s+(?:on|against|of|in)\b")
_ASIDE = re.compile(
    r"\b(?:in|at|near|against|amid|over|despite|about|toward|towards|regarding|concerning|through|via|like|including|than|outside|off|except(?:ing)?|excluding|besides)\s+(?:for\s+)?(?:the\s+)?(?:[a-z-]+\s+)?\Z"
)
"""Before a state that hardly is one of those who deal with each other, if two others are named."""
_ONLY_BESIDE = re.compile(
    r"\b(?:amid|despite|through|via|like|including|than|outside|except(?:ing)?(?:\s+for)?|excluding|besides|members?\s+of|(?:day|week|month|year|term)s?\s+of)\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+)?\Z"
)
"""Before a state or body that is none of them beside one other: "Norway's work to strengthen alliances, including NATO"."""
_BY_MEANS_OF = re.compile(r"\b(?:through|via)\s+(?:the\s+[a-z]+\s+of\s+)?(?:the\s+|an?\s+)?\Z")


def toured(reading: Reading) -> list[set[str]]:
    """The states that somebody visits on one journey: no partners of each other."""
    states = [each for each in reading.inside(Span(0, len(reading.text)), "place") if is_state(each)]
    journeys = []
    for at, first in enumerate(states):
        if _VISITS.search(reading.text, first.span.start - NEAR, first.span.start):
            journeys.append({each.entity for each in row(reading.text, states[at:], _AND_TO)})
    return [each for each in journeys if len(each) >= PAIR]


_AND_TO = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:to\s+)?(?:the\s+)?")
_VISITS = re.compile(
    r"\b(?:visit\w*|visits?\s+to|travel\w*\s+(?:[A-Z]\w+\s+\d+[^.;,]{0,20}\s+)?to|tour\w*(?:\s+of)?|trip\s+to|went\s+to|flew\s+to)\s+(?:the\s+)?\Z"
)
