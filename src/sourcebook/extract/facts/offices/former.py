"""Whether an office is told as one that is no longer held: "former Chilean president Ana Ruiz", "the then minister", "the late king"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked

FORMER = ("former",)
"""The `status` of such an office."""
_NEAR = 80
"""Code points before an office in which is said that it is over."""
_GONE = (
    r"(?:\b[Ee]x(?:\s*[-–]\s*|\s+)"
    r"|\b(?:[Ff]ormer|[Ff]ormerly|[Pp]reviously|[Oo]ne-?time|[Ee]rstwhile|[Dd]eposed|[Oo]usted|[Tt]oppled|[Oo]verthrown|[Rr]etired|(?:[Ii]mmediate\s+)?[Pp]ast|[Pp]revious)\s+"
    # Not "since then president Ana Ruiz has", "and then president Ana Ruiz came".
    r"|(?<![Ss]ince\s)(?<![Bb]y\s)(?<![Uu]ntil\s)(?<![Aa]nd\s)(?<![Bb]ut\s)(?<!,\s)(?<!from\s)\bthen(?:\s*[-–]\s*|\s+)|\bThen\s*[-–]\s*"
    r"|\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+late\s+|[’']s\s+late\s+)"
)
_ITS_RANK = r"(?:served\s+as\s+)?(?:(?:an?|the)\s+)?(?:(?!and\b|or\b|of\b|who\b|which\b|in\b|at\b|by\b|for\b|to\b|with\b|on\b)[a-z-]+\s+){0,2}(?:[A-Z](?:[\w.-]|[’'](?!s\b))*\s+){0,5}"
"""Between the word and the name of the office: "former acting Chilean deputy". A possessive begins somebody else's: "former president Ruiz's minister"."""
_OVER = re.compile(rf"{_GONE}{_ITS_RANK}\Z")
_WHEN_ONE_WAS = re.compile(
    r"\b(?:[Ww]hen|[Ww]hile)\s+(?:[^\s;:,.“”]+\s+){1,4}(?:was|served\s+as|had\s+been)\s+(?:still\s+)?(?:(?:an?|the|its|their)\s+)?(?:[A-Z][\w.-]*(?:[’']s)?\s+){0,2}\Z"
)
"""As in "when Ana Ruiz was president"."""


_EX = re.compile(r"[Ee]x[ -](?=\w)")


def without_ex(office: str) -> str:
    """The name of an office that may begin with what is told by its status: "president" of "ex-president"."""
    return _EX.sub("", office, count=1)


def status_of(reading: Reading, role: Linked) -> dict[str, tuple[str, ...]]:
    """The status of an office as a qualifier: none if it is not told to be over."""
    start = max(reading.document.sentence_of(role.span.start).span.start, role.span.start - _NEAR)
    over = (
        _EX.match(role.found.name)
        or _OVER.search(reading.text, start, role.span.start)
        or _WHEN_ONE_WAS.search(reading.text, start, role.span.start)
    )
    return {"status": FORMER} if over else {}
