"""Whether a comma lists two places rather than putting one into the other: "Myanmar, the Korean Peninsula and Ukraine"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.places.placing import list_before
from sourcebook.extract.facts.places.sizes import known_within
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import COUNTRY, size_of


def is_row(reading: Reading, between: str, first: Linked, second: Linked, end: int) -> bool:
    """Whether a comma lists two places rather than putting one into the other: "Myanmar, the Korean Peninsula and Ukraine"."""
    if not between.startswith(","):
        return False
    if between.startswith(", in ") and _IN_ANOTHER.match(reading.text, second.span.end, end):
        # "in Lapland, in the Arctic and in the Alps"
        return True
    if between == ", the " and _AND_A_THING.match(reading.text, second.span.end, end):
        # "the status of Oslo, the Harbour Heights or Lapland settlements"
        return True
    if size_of(second) == COUNTRY and _elsewhere(first, second) and _GOES_ON.match(reading.text, second.span.end, end):
        return True
    if size_of(second) == COUNTRY and _ACTS.match(reading.text, second.span.end, end) and _opened(reading, first):
        return True
    capital = first.found.entry is not None and first.found.entry.capital
    if (
        size_of(second) < COUNTRY
        and _is_list(reading, first, end)
        and (capital or not known_within(first, second) or list_before(reading, first, 0))
    ):
        # "missions in Washington, New York and London"
        return True
    third = reading.next(second.span.end, end, "place", within=12)
    joint = reading.text[second.span.end : third.span.start] if third else ""
    return (size_of(first) == COUNTRY and "in" not in between.split()) or bool(
        # "Bergen, Norway and Chile": in Norway.
        third
        and not (size_of(second) == COUNTRY and known_within(first, second))
        and size_of(third) == size_of(second)
        and re.fullmatch(r"(?:,|,?\s+(?:and|or))\s+(?:the\s+)?", joint)
    )


_AND_A_THING = re.compile(r"\s+or\s+(?:the\s+)?[A-Z]")
_IN_ANOTHER = re.compile(r",?\s+and\s+in\s|,\s+in\s")


def _elsewhere(one: Linked, country: Linked) -> bool:
    """Whether the tables know a place to be in another country: in "Bergen, Georgia and Chile"."""
    small, large = one.found.entry, country.found.entry
    return bool(small and large and small.sure and small.country and large.country and small.country != large.country)


_GOES_ON = re.compile(r",?\s+(?:and|or)\s|,\s+(?:the\s+)?[A-Z]")


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
