"""Words by which the names of bodies are told from what is none."""

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
        "Member Organization",
        "Non-Governmental Organization",
        "International Organization",
        "Armed Group",
        "Civil Society Organization",
        "Specially Designated Global Terrorist",
    }
)
"""Kinds of bodies, which laws and lists write with capitals."""
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
    {"Missions", "Delegations", "Heads", "Ministries", "Embassies", "Armies", "Governments", "Parliaments", "Universities", "Banks"}
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
