"""Buildings that are called after somebody, and cases in court: no person is meant by "the Ana Ruiz international airport", "Lund v. Norway"."""

from sourcebook import lazy_re as re

_BUILDING = re.compile(
    r"\s(?:(?:international|regional|national|memorial|general|military)\s)?"
    r"(?:airport|seaport|stadium|arena|mosque|shrine|mausoleum|hospital|bridge|dam|highway|avenue|boulevard|square|refinery|barracks|airbase)\b"
)
_VERSUS = re.compile(r"\sv\.\s[A-Z]")


def called_after(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a building or of a case."""
    return bool(_BUILDING.match(text, end) or _VERSUS.match(text, end)) or text.endswith(" v. ", 0, start)
