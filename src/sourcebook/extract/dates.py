"""Dates, as EDTF; those told from the day of writing where that is known."""

import re
from collections.abc import Iterator

from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.model.dates import MONTHS, Date
from sourcebook.model.spans import Span

_NUMBERS = {name: number for number, name in enumerate(MONTHS) if name}
_MONTH = "|".join(_NUMBERS)
_DATE = re.compile(
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y1>\d{{4}}))?)"
    rf"|(?:(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y2>\d{{4}}))?(?!\d))"
    rf"|(?:(?P<part>early|mid|late)[ -](?P<m3>{_MONTH})(?:\s+(?P<y3>\d{{4}}))?)"
    rf"|(?:(?P<m4>{_MONTH})\s+(?P<y4>\d{{4}}))"
    rf"|(?:(?<=in )(?P<m5>January|February|March|April|June|July|August|September|October|November|December)\b(?!\s+\d))"
    rf"|(?:(?P<decade>\d{{3}}0)s\b)|(?:(?<=[Ii]n )(?P<y6>(?:1[5-9]|20)\d\d)\b)|(?:(?<=[Ss]ince )(?P<y7>(?:1[5-9]|20)\d\d)\b)"
    r"|(?P<relative>\b(?:today|yesterday|earlier this year|this year|last year|last month|last week|this week|this month)\b)",
)


def dates(document: Document) -> Iterator[Found]:
    """The dates of a text; `value` is "" where the text does not say enough."""
    issued = document.article.issued
    for found in _DATE.finditer(document.text):
        yield Found(span=Span(*found.span()), type="date", name=found[0], value=_value(found, issued), priority=8)


def _value(found: re.Match[str], issued: Date | None) -> str:
    if found["decade"]:
        return f"{found['decade'][:3]}X"
    if found["relative"]:
        return _relative(found["relative"], issued)
    month_name = found["m1"] or found["m2"] or found["m3"] or found["m4"] or found["m5"]
    year = found["y1"] or found["y2"] or found["y3"] or found["y4"] or found["y6"] or found["y7"]
    day = found["d1"] or found["d2"]
    doubt = ""
    if not year:
        if issued is None or issued.earliest[0] != issued.latest[0]:
            return ""
        # A month without a year is the last one before the day of writing.
        later = bool(month_name) and issued.text.count("-") and _NUMBERS[month_name] > issued.latest[1]
        year, doubt = str(issued.earliest[0] - (1 if later else 0)), "?"
    if not month_name:
        return year
    text = f"{year}-{_NUMBERS[month_name]:02}"
    if day:
        return f"{text}-{int(day):02}{doubt}" if 1 <= int(day) <= 28 or int(day) <= _length(_NUMBERS[month_name]) else ""
    return f"{text}{doubt}"


def _length(month: int) -> int:
    return 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31


def _relative(words: str, issued: Date | None) -> str:
    if issued is None or issued.earliest[0] != issued.latest[0]:
        return ""
    year = issued.earliest[0]
    exact = issued.earliest == issued.latest
    low = words.casefold()
    if low in {"earlier this year", "this year"}:
        return f"{year}{'' if exact else '?'}"
    if low == "last year":
        return f"{year - 1}{'' if exact else '?'}"
    if low == "today" and exact:
        return "{}-{:02}-{:02}".format(*issued.earliest)
    if low == "this month" and exact:
        return f"{year}-{issued.earliest[1]:02}"
    return ""
