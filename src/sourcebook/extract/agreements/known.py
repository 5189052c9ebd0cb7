"""Instruments that everybody calls by a name or letters of their own, without a word of agreements."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import phrases, words

BY_NAME = re.compile(
    r"\b"
    r"(?:JCPOA|2015\s+(?:Iran(?:ian)?\s+)?nuclear\s+(?:deal|agreement|accord|pact)|Australia,\s+New\s+Zealand,?\s+and\s+(?:the\s+)?United\s+States\s+(?:Security\s+)?Treaty"
    r"|Peace\s+of\s+(?!Mind|God|Christ|Jerusalem|January|February|March|April|May|June|July|August|Europe|Asia|Africa)[A-Z][a-zéü]+(?![-’'\w])|[Tt]reaties\s+of\s+[A-Z][a-zéü]+(?![-’'\w])|NPT|UNSCR\s+\d{1,4}|Falepili\s+Union(?:\s+[Tt]reaty)?|TPP|NAFTA|USMCA|CPTPP|RCEP|AfCFTA|CEFTA|TTIP|UNCLOS|CTBT|New START|SALT\s+I{1,2}|PTBT|(?:Minsk\s+)?Package\s+of\s+Measures|(?:Marshall|Dawes|Young|Rogers|Schuman|Colombo|Albany)\s+Plan(?:\s+of\s+Union)?|ASEAN\s+Outlook\s+on\s+the\s+Indo-Pacific|Just\s+Energy\s+Transition\s+Partnership|(?:UN\s+|United\s+Nations\s+)?2030\s+Agenda(?:\s+for\s+Sustainable\s+Development)?|2030\s+agenda\s+for\s+sustainable\s+development|(?:AU(?:[’']s)?\s+)?Agenda\s+2063|African\s+Continental\s+Free\s+Trade\s+Area"
    r"|Regional\s+Comprehensive\s+Economic\s+Partnership|Joint\s+Comprehensive\s+Plan\s+of\s+Action|Trans-Pacific\s+Partnership|Sendai\s+Framework|Black\s+Sea\s+(?:Grain\s+)?Initiative|(?:UN|United\s+Nations)\s+(?:Security\s+Council\s+)?[Rr]esolution\s+(?:[Nn]o\.?\s*)?\d{2,4}(?:\s\((?:19|20)\d\d\))?|(?:[A-Z][a-z]+-[A-Z][a-z]+|Annan|Arab\s+[Pp]eace|Gulf|GCC|Saudi\s+peace)\s+(?:[Pp]eace\s+)?(?:[Pp]lan|[Ii]nitiative))\b"
)
"""Instruments by names that have no word of instruments, and resolutions in small letters."""
_NPT = "Treaty on the Non-Proliferation of Nuclear Weapons"
_JCPOA = "Joint Comprehensive Plan of Action"
IN_FULL = {
    "NPT": _NPT,
    "UNCLOS": "United Nations Convention on the Law of the Sea",
    "CTBT": "Comprehensive Nuclear-Test-Ban Treaty",
    "JCPOA": _JCPOA,
    "TPP": "Trans-Pacific Partnership",
    "NAFTA": "North American Free Trade Agreement",
    "CPTPP": "Comprehensive and Progressive Agreement for Trans-Pacific Partnership",
    "RCEP": "Regional Comprehensive Economic Partnership",
    "AfCFTA": "African Continental Free Trade Area",
}
DESCRIBED = {_JCPOA: words("2015 iran iranian tehran nuclear atomic")}
"""What texts say of an instrument instead of its name, before a common noun: "the 2015 nuclear deal"."""
BY_NAME_WORDS = words(
    "falepili jcpoa nuclear zealand peace treaties npt unscr tpp nafta usmca cptpp rcep afcfta cefta ttip unclos ctbt start agenda continental "
    "comprehensive pacific sendai resolution resolutions plan initiative salt ptbt package outlook transition"
)


def well_known(name: str, text: str) -> str:
    """The name under which all articles know an instrument: treaties in full, resolutions of the Security Council by their numbers.

    >>> well_known("Nuclear Non-proliferation Treaty", ""), well_known("UNSCR 1973", ""), well_known("Oslo Treaty", "")
    ('Treaty on the Non-Proliferation of Nuclear Weapons', 'UN Security Council Resolution 1973', 'Oslo Treaty')
    >>> well_known("Resolution 2231", "The Security Council met."), well_known("Resolution 2231", "The General Assembly met.")
    ('UN Security Council Resolution 2231', 'Resolution 2231')
    """
    low = name.casefold()
    if (full := _CALLED.get(low)) is not None:
        return full
    resolution = _RESOLUTION.fullmatch(low) if "res" in low or low.startswith("unscr") else None
    if resolution is None:
        return name
    councils = resolution["whose"] is not None or (
        "Security Council" in text and "General Assembly" not in text and len(resolution["number"]) > 2
    )
    return f"UN Security Council Resolution {resolution['number']}" if councils else name


_CALLED = {
    **dict.fromkeys(
        phrases(
            "non-proliferation treaty|nonproliferation treaty|nuclear non-proliferation treaty|nuclear nonproliferation treaty|"
            "treaty on the nonproliferation of nuclear weapons|treaty on non-proliferation of nuclear weapons"
        ),
        _NPT,
    ),
    **dict.fromkeys(
        (
            f"{lead} nuclear {each}"
            for lead in ("iran", "2015", "2015 iran", "2015 iranian")
            for each in ("deal", "agreement", "accord", "pact")
        ),
        _JCPOA,
    ),
    "convention on the law of the sea": IN_FULL["UNCLOS"],
    "un convention on the law of the sea": IN_FULL["UNCLOS"],
    "comprehensive test ban treaty": IN_FULL["CTBT"],
    "comprehensive nuclear test ban treaty": IN_FULL["CTBT"],
    "charter of the united nations": "Charter of the United Nations",
    "un charter": "Charter of the United Nations",
    "united nations charter": "Charter of the United Nations",
    "u.n. charter": "Charter of the United Nations",
}
"""Instruments by what else they are called, in small letters."""
_RESOLUTION = re.compile(
    r"(?:(?P<whose>unscr|unsc resolution|(?:(?:un|u\.n\.|united nations) )?security council resolution)|(?:(?:un|u\.n\.|united nations) )?resolution)"
    r" (?:no\.? ?)?(?P<number>\d{1,4})(?: ?\(\d{4}\))?"
)
