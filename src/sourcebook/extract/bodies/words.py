"""Words and letters by which the names of bodies are told from what is none."""

from sourcebook import lazy_re as re

WORD = (
    r"(?:[A-Z][a-z]+ [-–] [A-Z][a-z]+"
    r"(?=\s+(?:Friendship|Business|Chamber|Joint|Parliamentary|Cultural|Intergovernmental)\b)"
    r"|(?:Sultan|King|Queen|Emir|People|Women|Children|Workers|Men|Citizens|Magistrate|Attorney General"
    r"|Prosecutor General|Prosecutor|Veteran|Farmer|Student|Teacher|Nurse|Trader|Writer|Player)s?[’']s?"
    r"(?=\s[A-Z])|U\.[SK]\.[-–][A-Z][\w-]*|(?:U\. ?[SKN]\.?|St\.)(?=\s[A-Z])|(?!U\. ?[SKN]\.)[A-Z](?:&[A-Z])?(?:\w|-(?!\s)|[’'](?!s\b))*)"
)
"""A pattern of one word of a body's name."""
SITES = frozenset(
    {
        "Building",
        "Station",
        "Street",
        "Road",
        "Avenue",
        "Airport",
        "Airfield",
        "Stadium",
        "Square",
        "Prison",
        "Jail",
        "Barracks",
        "Bridge",
        "Drive",
        "Highway",
    }
)
ORGANS = frozenset(
    {
        "Board of Directors",
        "Boards of Directors",
        "Board of Trustees",
        "Board of Governors",
        "Boards of Governors",
        "Executive Committee",
        "Executive Board",
        "Steering Committee",
        "Union for Foreign Affairs and Security Policy",
    }
)
"""What every body has: without its name none is meant."""
GENERIC = frozenset(
    {
        "Private Military Company",
        "Limited Liability Company",
        "Joint Stock Company",
        "Transnational Criminal Organization",
        "Foreign Terrorist Organization",
        "Honorary Consulate",
        "Senior Government",
        "Member Organization",
        "Non-Governmental Organization",
        "International Organization",
        "Armed Group",
        "Civil Society Organization",
        "Specially Designated Global Terrorist",
        "Oval Office",
        "Eastern Front",
        "Western Front",
        "Home Front",
        "Senior Bureau",
        "Deputy Force",
        "Executive Order",
    }
)
"""Kinds of bodies, which laws and lists write with capitals."""
OWN = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|[A-Z]{3,}")
"""Names that can only be of one body: "ExxonMobil", "UNICEF"."""
MORE = frozenset(
    [
        "Research",
        "Training",
        "Development",
        "Trade",
        "Industry",
        "Investment",
        "Information",
        "Social",
        "Economic",
        "Technology",
        "Science",
        "Education",
        "Culture",
    ]
)
PLURALS = frozenset(
    {
        "Missions",
        "Offices",
        "Delegations",
        "Heads",
        "Ministries",
        "Embassies",
        "Armies",
        "Governments",
        "Parliaments",
        "Universities",
        "Banks",
    }
)
SMALLER = frozenset(
    {
        "Secretaries",
        "Officials",
        "Member",
        "Members",
        "Day",
        "Week",
        "Summit",
        "Consultations",
        "Exercise",
        "Meeting",
        "Conference",
        "Agreement",
        "Treaty",
        "Framework",
        "Roadmap",
        "Initiative",
        "Statement",
        "Declaration",
    }
)
RANKS = frozenset({"Pvt", "Pfc", "Spc", "Sgt", "Maj", "Gen", "Col", "Lt", "Capt", "Cpl", "Adm", "Cmdr"})
FIRM = frozenset(
    [
        "Ltd",
        "Limited",
        "Inc",
        "Corp",
        "Corporation",
        "Company",
        "Plc",
        "PLC",
        "LLC",
        "GmbH",
        "Bhd",
        "Holdings",
        "Holding",
        "Group",
        "Technology",
        "Technologies",
        "Airlines",
        "Airways",
        "Pharmaceuticals",
        "Motors",
        "Industries",
        "Energy",
        "Solicitors",
        "Associates",
        "Partners",
        "Capital",
        "Shimbun",
        "Ilbo",
    ]
)
"""Words with which the names of firms end."""


def is_short_of(short: str, name: str) -> bool:
    """Whether the capitals of a short name are the initials of a name, or its letters begin the name's words: "COMESA"."""
    letters = re.sub(r"[^A-Z]", "", short)
    return letters == "".join(re.findall(r"\b[A-Z]", name)) or (
        len(letters) > 4 and letters == short and _begins(letters.casefold(), re.findall(r"\b[A-Z]\w+", name))
    )


def _begins(letters: str, words: list[str]) -> bool:
    """Whether letters are the beginnings of words, one after the other, each with at least a letter."""
    if not letters or not words:
        return not letters and not words
    first = words[0].casefold()
    return any(
        _begins(letters[count:], words[1:]) for count in range(1, min(len(first), len(letters), 4) + 1) if first.startswith(letters[:count])
    )


RANK_AFTER = re.compile(
    r"(?:\s+(?:Staff|Master|Senior|Tech|Gunnery|Command|Brig|Lt|Lieut|Maj|Sgt|Sr))*\s+(?:Brig|Lieut|Sen|Gen|Maj|Col|Lt|Sgt|Capt|Cpl|Adm|Cmdr|Spc|Pfc|Pvt|Sfc)\Z"
)
"""A rank after the name of a body, which is its holder's: "Chile Army Maj."."""
