"""Days as documents write them; what leaves open which day it means is no date."""

import datetime as dt
import re

_MONTHS = (
    "january januar janvier enero janeiro gennaio januari",
    "february februar février fevrier febrero fevereiro febbraio februari",
    "march märz maerz mars marzo março marco maart",
    "april avril abril aprile",
    "may mai mayo maio maggio mei maj",
    "june juni juin junio junho giugno",
    "july juli juillet julio julho luglio",
    "august août aout agosto augustus augusti",
    "september septembre septiembre setembro settembre",
    "october oktober octobre octubre outubro ottobre",
    "november novembre noviembre novembro",
    "december dezember décembre decembre diciembre dezembro dicembre desember",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NUMBER |= {name[:3]: number for number, names in enumerate(_MONTHS, 1) for name in names.split()[:1]} | {"sept": 9, "okt": 10, "dez": 12}
_MONTH = "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:1[5-9]|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?(?P<name>{_MONTH})\b\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<name>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<![\d/])(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4})(?!\d)"),
)
_MONTH_ONLY = (
    re.compile(r"\s*(?P<year>\d{4})[-/](?P<month>\d{1,2})\s*\Z"),
    re.compile(rf"\s*(?P<name>{_MONTH})\b\.?,?\s+(?P<year>\d{{4}})\s*\Z", re.IGNORECASE),
    re.compile(r"\s*(?P<year>\d{4})\s*\Z"),
)


def said_date(text: str) -> str:
    """The first day that a text names as YYYY-MM-DD, or the month or year that it consists of; "" if there is none.

    >>> said_date("Published: Wednesday, 15 May 2024, 14:05 BST"), said_date("2024-05-15T22:30:00-07:00"), said_date("May 2024")
    ('2024-05-15', '2024-05-15', '2024-05')
    >>> said_date("05/06/2024"), said_date("31/12/2024"), said_date("31 June 2024")
    ('', '2024-12-31', '')
    """
    for form in _FORMS:
        if (found := form.search(text)) and (day := _written(found.groupdict())):
            return day
    return next((day for form in _MONTH_ONLY if (found := form.match(text)) and (day := _written(found.groupdict()))), "")


def _written(said: dict[str, str]) -> str:
    year, day = int(said["year"]), int(said.get("day") or 0)
    month = int(said.get("month") or 0) or _NUMBER.get(said.get("name", "").lower(), 0)
    if "one" in said:
        # 5/6 is a day in June here and in May there.
        first, second = int(said["one"]), int(said["other"])
        if min(first, second) > 12 or (max(first, second) <= 12 and first != second):
            return ""
        day, month = max(first, second), min(first, second)
    try:
        whole = dt.date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return ""
    return whole if day else whole[:7] if month else whole[:4]
