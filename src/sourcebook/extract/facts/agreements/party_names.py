"""Names that may be those of parties: the states, governments and bodies of a part of a sentence, and those that a list joins."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.agreements.unsigned import BROKERS, are_many
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.settings import CAPITAL
from sourcebook.extract.facts.standing import stands_for_state
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.model.spans import Span


def states_and_blocs(reading: Reading, span: Span) -> list[Linked]:
    """States and governments of a span, each entity once, a government before the country that its name holds."""
    bodies = [each for each in reading.inside(span, "organization") if is_bloc(each) or _GOVERNMENT.search(each.found.name)]
    states = [
        each
        for each in reading.inside(span, "place", "demonym")
        if (is_state(each) or stands_for_state(reading.text, each))
        and not any(one.span.contains(each.span) for one in bodies)
        and not _is_where(reading, each)
    ]
    once: dict[str, Linked] = {}
    for each in sorted([*bodies, *states], key=lambda one: one.span):
        once.setdefault(each.entity, each)
    return list(once.values())


_GOVERNMENT = re.compile(r"\b(?:Government|Coalition|Administration|Palestinian Authority)(?:\Z|\s+of\b)")


def _is_where(reading: Reading, each: Linked) -> bool:
    """Whether a state is told after its city: "in Suva, Fiji", "in Suva, Fiji's capital", "the Fijian capital"."""
    before = reading.before(each.span.start)
    city = before[-1] if before else None
    of_city = city and city.found.type == "place" and not is_state(city) and reading.text[city.span.end : each.span.start] == ", "
    # "While maintaining ties with Lima, Norway has": another's capital.
    apart = (
        of_city
        and city
        and _WITH.search(reading.text, max(0, city.span.start - NEAR), city.span.start)
        and _country(city) not in {"", _country(each)}
    )
    return bool((of_city and not apart) or CAPITAL.match(reading.text, each.span.end) or _in_dateline(reading, each))


def _country(place: Linked) -> str:
    return place.found.entry.country if place.found.entry else ""


_WITH = re.compile(r"\bwith\s+\Z")
NEAR = 8
"""Code points before a city."""


def _in_dateline(reading: Reading, each: Linked) -> bool:
    """Whether a state only tells where a report was written: "OSLO, Norway — The two"."""
    if not _DASH.match(reading.text, each.span.end):
        return False
    start = reading.document.sentence_of(each.span.start).span.start
    return bool(_CITY.fullmatch(reading.text, start, each.span.start))


_DASH = re.compile(r"(?:\s+\([^)]{1,40}\))?\s+(?:—|–|--|-)\s")
_CITY = re.compile(r"(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2},\s+)?")


def named_before(reading: Reading, start: int, end: int) -> list[Linked]:
    """The states and governments that a part of a sentence names before an agreement: not "signed by Norway" nor "the Norwegian-brokered"."""
    named = states_and_blocs(reading, Span(start, end)) if end > start else []
    return [
        each for each in named if not (PAST_BY.search(reading.text, start, each.span.start) or BROKERS.match(reading.text, each.span.end))
    ]


PAST_BY = re.compile(r"\b(?:by|(?:Envoy|Representative|Coordinator|Rapporteur)\s+(?:for|to|in|on))\s+(?:the\s+)?\Z")
"""Before who only stands beside the one that acts: "Envoy to Norway"."""


def two_named(reading: Reading, start: int, end: int) -> list[Linked]:
    """The two that "between A and B" names, states or bodies, whichever is longer."""
    names = [
        each
        for each in (reading.between(start, end, "organization", "place", "demonym"))
        if is_state(each) or (each.found.type == "organization" and not are_many(reading.text, each))
    ]
    names = names[:MOST_PARTIES]
    outer = [
        each
        for each in outermost(names)
        # "Slovakia's Security Authority": the body is meant, not whose it is.
        if not (each.found.type != "organization" and any(WHOSE.fullmatch(reading.text, each.span.end, one.span.start) for one in names))
    ]
    if not outer:
        return []
    # The short name in parentheses is the same body once more.
    # "the Ministry of Energy of Chile and": a country that closes a body's name is whose that is.
    second = next(
        (each for each in outer[1:] if each.entity != outer[0].entity and not _BODY_OF_STATE.search(reading.text, start, each.span.start)),
        None,
    )
    if second is None or not re.search(r"\band\b|,", reading.text[outer[0].span.end : second.span.start]):
        return []
    third = next((each for each in outer if each.span.start > second.span.end and each.found.type == second.found.type), None)
    joint = third and re.fullmatch(
        r",?(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+)?,?\s+and\s+(?:the\s+)?", reading.text[second.span.end : third.span.start]
    )
    return [outer[0], second, third] if third and joint else [outer[0], second]


MOST_PARTIES = 12
"""Names looked at for the two sides of an agreement; lists of thousands have none."""
WHOSE = re.compile(r"(?:[’']s?)?\s+(?:the\s+)?")
_BODY_OF_STATE = re.compile(r"[A-Z][\w-]+\s+of\s+(?:the\s+)?\Z")


def outermost(names: list[Linked]) -> list[Linked]:
    """Those that stand in no longer one: "the Bank of Chile", not "Chile"."""
    return [each for each in names if not any(other.span.contains(each.span) and other.span != each.span for other in names)]


def and_others(reading: Reading, first: Linked, end: int) -> list[Linked]:
    """The states, and the body that closes the list, that "and" or a comma joins to a state: "with Cyprus, Greece and the Commission"."""
    found = [first]
    while is_state(found[-1]):
        joint = LISTED.match(reading.text, found[-1].span.end, end)
        further = reading.after(joint, end, "place", "organization")
        fits = further and (is_state(further) or (further.found.type == "organization" and joint and " and " in joint[0]))
        if not further or not fits or _VERB_AFTER.match(reading.text, further.span.end, end):
            break
        found.append(further)
    return found[1:MOST_PARTIES]


LISTED = re.compile(r"(?:\s+\([^)]{1,12}\))?(?:,\s+|,?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with)\s+)(?:the\s+)?")
_VERB_AFTER = re.compile(r"\s+(?:is|was|has|have|had|will|would|agreed|said|signed|are|were)\b")
