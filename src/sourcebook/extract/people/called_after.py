"""Names that are not one person's: of buildings and cases, "the Ana Ruiz international airport", "Lund v. Norway", and of two, "the Ola Lund-Ana Ruiz pair"."""

from sourcebook import lazy_re as re
from sourcebook.extract.gazetteer import Gazetteer

_BUILDING = re.compile(
    r"\s(?:(?:international|regional|national|memorial|general|military)\s)?"
    r"(?:airport|seaport|stadium|arena|mosque|shrine|mausoleum|hospital|bridge|dam|highway|avenue|boulevard|square|refinery|barracks|airbase)\b"
)
_VERSUS = re.compile(r"\sv\.\s[A-Z]")


def called_after(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a building or of a case."""
    return bool(_BUILDING.match(text, end) or _VERSUS.match(text, end)) or text.endswith(" v. ", 0, start)


_TWO = re.compile(r"(?P<first>[A-Z]\w+ (?P<family>[A-Z]\w+))[-–](?P<second>(?P<given>[A-Z]\w+) [A-Z]\w+)")


def two_persons(name: str, gazetteer: Gazetteer) -> re.Match[str] | None:
    """The `first` and the `second` of two persons whom a hyphen joins; none for two surnames, "Ana Lund-Ruiz Berg"."""
    found = _TWO.fullmatch(name)
    two = found and found["given"] in gazetteer.given and found["family"] not in gazetteer.given
    return found if found and two and found["first"].split()[0] in gazetteer.given else None
