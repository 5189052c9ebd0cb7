"""The year that belongs to what an instrument is called: "the 1955 Treaty of Amity", "the Convention of 1818"."""

from sourcebook import lazy_re as re

_YEAR = r"(?:1[4-9]|20)\d\d"
_LED = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at)|[Ii]ts|their|[A-Z]\w+[’']s?)\s+(?P<year>{_YEAR})\s+\Z")
_OF = re.compile(rf"(?<=[a-z])\sof\s{_YEAR}\b(?![-–]\d)")
NEAR = 28


def led_by_year(text: str, start: int, name: str) -> tuple[int, str]:
    """Where an instrument begins with its year, and its name: a title has its name without the year too.

    >>> text = "the 1955 Treaty of Amity"
    >>> led_by_year(text, text.index("T"), "Treaty of Amity")
    (4, 'Treaty of Amity')
    """
    before = text[max(0, start - NEAR) : start]
    led = _LED.search(before) if before[-2:-1].isdigit() else None
    if led is None:
        return start, name
    return start - len(before) + led.start("year"), name if name[:1].isupper() else f"{led['year']} {name}"


def of_year(text: str, end: int) -> int:
    """Where an instrument ends with its year: letters alone, such as "JCPOA of 2015", do not."""
    dated = _OF.match(text, end) if text.startswith(" of ", end) else None
    return dated.end() if dated else end
