"""When an event was held or an agreement was signed, where the sentence says so beside its name."""

import bisect
from collections.abc import Sequence
from operator import attrgetter

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.identity.linking import Linked

_HELD = (
    r"(?:\s+(?:which\s+)?(?:(?:was|were|is|are|will\s+be|to\s+be|has\s+been|had\s+been)\s+(?:\w+ly\s+)?"
    r"(?:held|hosted|convened|organi[sz]ed|opened|launched|signed|adopted|concluded|initialled|scheduled)"
    r"|(?:took|takes|will\s+take|to\s+take)\s+place|opened|opens|began|begins|convened|convenes|met))"
)
_WHERE = r"(?:,?\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]*(?:,?\s+(?:of\s+|the\s+|and\s+)*[A-Z][\w’'-]*){0,4})?"
_UNTIL_DATE = re.compile(rf"{_HELD}?{_WHERE},?\s+(?:(?:on|in|of|for)\s+)?")
_BEING_HELD = re.compile(_HELD)
_LEADING = re.compile(r"\W*(?:(?:On|In)\s+)?")
REACH = 90
"""Code points between a name and its date."""
_start = attrgetter("span.start")


def dates_of(document: Document, linked: Sequence[Linked]) -> dict[str, str]:
    """The dates (EDTF) of the events and agreements that the text dates, by their ids: the first that it tells of each, else the year that leads the name."""
    dates = sorted((each for each in linked if each.found.type == "date" and each.found.value), key=_start)
    found: dict[str, str] = {}
    of_name: dict[str, str] = {}
    for each in linked:
        if each.found.type not in {"event", "agreement"} or each.found.value or each.entity in found:
            continue
        named = _LEADING_YEAR.match(each.found.name) if each.found.type == "event" else None
        if named and not _LOOKING_BACK.search(each.found.name):
            first, last = named["first"], named["last"]
            of_name[each.entity] = f"{first}/{first[: -len(last)]}{last}" if last else first
        end, sentence = each.span.end, document.sentence_of(each.span.start).span
        after = bisect.bisect_left(dates, end, key=_start)
        told = dates[after] if after < len(dates) else None
        if (
            told
            and told.span.end <= sentence.end
            and told.span.start - end <= REACH
            and _UNTIL_DATE.fullmatch(document.text, end, told.span.start)
        ):
            _note(found, each, told)
            continue
        first = bisect.bisect_left(dates, sentence.start, key=_start)
        here = [date for date in dates[first : bisect.bisect_left(dates, sentence.end, key=_start)] if date.span.end <= sentence.end]
        if (
            len(here) == 1
            and _LEADING.fullmatch(document.text, sentence.start, here[0].span.start)
            and _BEING_HELD.match(document.text, end)
        ):
            _note(found, each, here[0])
    return of_name | found


def _note(found: dict[str, str], event: Linked, date: Linked) -> None:
    year = _YEAR.search(event.found.name)
    # "The 2012 election of which he told in 2016"
    if year is None or year[0] in date.found.value:
        found[event.entity] = date.found.value


_LEADING_YEAR = re.compile(r"(?P<first>(?:1[5-9]|20)\d\d)(?:[–-](?P<last>(?:1[5-9]|20)\d\d|\d\d))?(?=\s+[^\W\d])")
"""As in "2016 Copper Valley offensive", "1990–91 Copper War"."""
_LOOKING_BACK = re.compile(
    r"\b(?:anniversary|commemorat\w+|remembrance|memorial|inquiry|investigation|trial|aftermath|negotiations)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
