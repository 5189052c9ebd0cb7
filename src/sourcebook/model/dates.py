"""Dates as sources give them: EDTF levels 0 and 1 (Library of Congress, ISO 8601-2:2019).

A date keeps the precision and the doubt of its source: `2025-03?` stays
"March 2025 (uncertain)" and never becomes a day.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.memory import packed

MONTHS = tuple(calendar.month_name)
_SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_MARKS = {"": "", "?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}
_POINT = re.compile(r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%]?)\Z", re.ASCII)
_FIRST, _LAST = (0, 1, 1), (9999, 12, 31)
HOW = "write 2025, 2025-03, 2025-03-04, 2025-03? (uncertain), 2025-03~ (about), 202X, or 2025-03-04/2025-03-09"

_NAMED = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<month>[A-Za-z]+)\.?(?: (?P<day_after>\d{1,2}),)? (?P<year>\d{4})\Z", re.ASCII)
_NUMBERED = re.compile(r"(?P<year>\d{4})(?P<sep>[-./])(?P<month>\d{1,2})(?:(?P=sep)(?P<day>\d{1,2}))?\Z", re.ASCII)
_FROM_TO = re.compile(r"(?:from )?(.+?) ?(?: to | - |[–—]|\.\.+) ?(.+)\Z|(\d{4})-(\d{4})\Z", re.ASCII)
_ABOUT = re.compile(r"(?:c\.|ca\.|circa|about|around|~) ?(?=\S)", re.IGNORECASE)
_WITH_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ]\d\d:\d\d", re.ASCII)
_UNDIVIDED = re.compile(r"((?:1\d|20)\d\d)(\d\d)(\d\d)\Z", re.ASCII)
_DECADE = re.compile(r"(\d{3})0['’]?s\Z", re.ASCII)

Day = tuple[int, int, int]


@packed
@dataclass(frozen=True, slots=True)
class _Point:
    earliest: Day
    latest: Day
    words: str


@packed
@dataclass(frozen=True, slots=True)
class Date:
    """A date or an interval, with the first and the last day it may mean.

    Attributes:
        text: as written, EDTF.
        earliest, latest: (year, month, day); an open end is year 0 or 9999.
        words: how a page says it in English.
        iso: the part that HTML's `<time datetime>` can say, or "".
    """

    text: str
    earliest: Day
    latest: Day
    words: str
    iso: str = ""

    def __str__(self) -> str:
        return self.text

    def before(self, other: "Date") -> bool:
        """Whether this date is over before the other can begin."""
        return self.latest < other.earliest


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Date:
    """The date that `text` writes.

    >>> parse_date("2025-03?").words, parse_date("../2021").words, parse_date("202X").words, parse_date("20XX").words
    ('March 2025 (uncertain)', 'until 2021', '2020s', '21st century')
    >>> parse_date("2025-03-04/2025-03-09").earliest
    (2025, 3, 4)

    Raises:
        ValueError: If `text` is no EDTF date of level 0 or 1; the message says what to write.
    """
    try:
        return _parse(text)
    except ValueError as error:
        meant = meant_date(text)
        why = str(error) or f"Not a date: {text[:60]!r}"
        raise ValueError(f"{why} (write {meant} if that is meant)" if meant else f"{why} ({HOW})") from None


def meant_date(text: str) -> str:
    """The date that a text means which writes it otherwise than EDTF; "" if it means none, or more than one.

    >>> meant_date("4 March 2025"), meant_date("March 2025"), meant_date("spring 2025"), meant_date("2025/3/4"), meant_date("1840-1842")
    ('2025-03-04', '2025-03', '2025-21', '2025-03-04', '1840/1842')
    >>> meant_date("c. 1840"), meant_date("1840s"), meant_date("March 2025 to May 2025"), meant_date("2025-03?~"), meant_date("2025/2024")
    ('1840~', '184X', '2025-03/2025-05', '2025-03%', '2024/2025')
    >>> meant_date("2025-03-04,"), meant_date("2025-03-04T10:30:00+03:00"), meant_date("20250304"), meant_date("04032025")
    ('2025-03-04', '2025-03-04', '2025-03-04', '')
    >>> meant_date("1840-2"), meant_date("c. 1840-1842"), meant_date("04.03.2025"), meant_date("soon"), meant_date("2025-13")
    ('', '', '', '', '')
    >>> meant_date("2025-02-30"), meant_date("30 February 2025")
    ('', '')
    """
    for each in _readings(text.strip()):
        try:
            return _parse(each).text
        except ValueError:
            continue
    return ""


def _readings(text: str) -> Iterator[str]:
    """What a text that is no date may mean, each yet to be tried."""
    bare = text.rstrip(" ,;.")
    if bare != text and bare:
        yield meant_date(bare) or bare
    if found := _WITH_TIME.match(text) or _UNDIVIDED.match(text):
        yield "-".join(found.groups())
    if found := _ABOUT.match(text):
        rest = text[found.end() :]
        rest = meant_date(rest) or rest
        yield "" if "/" in rest else f"{rest}~"
    elif found := _NAMED.match(text):
        day = found["day"] or found["day_after"]
        word = found["month"].capitalize().replace("Fall", "Autumn")
        number = next((at for at, name in enumerate(MONTHS) if name and word in {name, name[:3]}), 0)
        if number and not (found["day"] and found["day_after"]):
            yield f"{found['year']}-{number:02}" + (f"-{int(day):02}" if day else "")
        season = next((at for at, name in _SEASONS.items() if word == name), 0)
        if season and not day:
            yield f"{found['year']}-{season}"
    elif text.endswith(("?~", "~?")):
        yield f"{text[:-2]}%"
    elif found := _NUMBERED.match(text):
        # "1840-2" may be two years as well.
        if found["day"] or found["sep"] != "-":
            yield "-".join(part.zfill(2) for part in (found["year"], found["month"], found["day"]) if part)
    elif found := _DECADE.match(text):
        yield f"{found[1]}X"
    elif "/" in text:
        begin, _, end = text.partition("/")
        yield f"{end}/{begin}"
    elif found := _FROM_TO.match(text):
        ends = [each for each in found.groups() if each]
        yield "/".join(meant_date(each) or each for each in ends)


def _parse(text: str) -> Date:
    """The date, or a ValueError that says what is wrong if more is to be said than that it is none."""
    start_text, slash, end_text = text.partition("/")
    if not slash:
        point = _parse_point(text)
        iso = text.rstrip("?~%")
        return Date(text, point.earliest, point.latest, point.words, iso if "X" not in iso and _is_calendar(iso) else "")
    start = _parse_point(start_text) if start_text not in {"", ".."} else None
    end = _parse_point(end_text) if end_text not in {"", ".."} else None
    if start is None and end is None:
        raise ValueError
    if start is None:
        return Date(text, _FIRST, end.latest, f"until {end.words}")  # type: ignore[union-attr]
    if end is None:
        return Date(text, start.earliest, _LAST, f"since {start.words}")
    if start.earliest > end.latest:
        msg = f"Not a date: {text!r} ends before it begins"
        raise ValueError(msg)
    return Date(text, start.earliest, end.latest, f"{start.words} to {end.words}")


def _is_calendar(iso: str) -> bool:
    return not (len(iso) >= 7 and iso[5:7].isdigit() and int(iso[5:7]) > 12)


def _parse_point(text: str) -> _Point:
    found = _POINT.match(text)
    if found is None:
        raise ValueError
    year_text, month_text, day_text = found["year"], found["month"], found["day"]
    mark = _MARKS[found["mark"]]
    tail = f" ({mark})" if mark else ""
    if "X" in year_text:
        if month_text:
            raise ValueError
        low, high = int(year_text.replace("X", "0")), int(year_text.replace("X", "9"))
        words = f"{low}s" if year_text.count("X") == 1 else f"{_ordinal(low // 100 + 1)} century"
        return _Point((low, 1, 1), (high, 12, 31), words + tail)
    year = int(year_text)
    if month_text is None or month_text == "XX":
        words = str(year) if year > 0 else f"{1 - year} BC"
        if month_text == "XX":
            words += " (month not known)" if day_text is None else " (day not known)"
        return _Point((year, 1, 1), (year, 12, 31), words + tail)
    month = int(month_text)
    if month in _SEASONS and day_text is None:
        first, last = _SEASON_MONTHS[month]
        return _Point((year, first, 1), (year, last, 31), f"{_SEASONS[month]} {year}{tail}")
    if not 1 <= month <= 12:
        msg = f"Not a date: there is no month {month_text} in {text!r}"
        raise ValueError(msg)
    if day_text is None or day_text == "XX":
        unknown = " (day not known)" if day_text else ""
        return _Point((year, month, 1), (year, month, _days(year, month)), f"{MONTHS[month]} {year}{unknown}{tail}")
    day = int(day_text)
    if not 1 <= day <= _days(year, month):
        msg = f"Not a date: {MONTHS[month]} {year} has no day {day_text}"
        raise ValueError(msg)
    return _Point((year, month, day), (year, month, day), f"{day} {MONTHS[month]} {year}{tail}")


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if dt.MINYEAR <= year <= dt.MAXYEAR else 31
