"""Words that refer to an entity: which mean it in every article, and which only in their own."""

import re

_FIELD = (
    "Foreign|External|Home|Internal|Interior|Defen[cs]e|Finance|Health|Education|Trade|Commerce|Justice|Agriculture|Energy|Transport"
    "|Sports?|Culture|Tourism|Labou?r|Environment|Economy|Economic|Information|Oil|Petroleum|Water|Planning|Development|Industry|Mines|Mining"
)
_LEAD = (
    "National|Federal|State|Supreme|Central|People[’']s|Joint|Interim|Transitional|Provisional|Constitutional|High|Upper|Lower"
    "|Permanent|Independent|Presidential|Military|Armed|Air|Coast|Border|Internal|General|Union|Legislative|Constituent"
)
_HEAD = (
    "Parliament|Assembly|Senate|Congress|House of Representatives|Chamber of Deputies|Cabinet|Council of Ministers|Government|Presidency"
    "|Army|Navy|Air Force|Forces?|Coast Guard|Guard|Gendarmerie|Troops|Police(?: Force| Service)?|Headquarters|Head Quarters|Defen[cs]e Headquarters"
    "|General Staff|Joint Staff|Joint Chiefs of Staff(?: Committee)?|National Security (?:Council|Committee|Service)|Intelligence Service"
    "|Court|Bank|Elect(?:ion|oral) (?:Commission|Council|Committee|Authority)|Administration|Treasury|Prosecutor[’']s Office"
    "|Office of the (?:President|Prime Minister)|Prime Minister[’']s Office"
)
_WORDS = r"(?:the )?[A-Z][\w’'-]+(?:(?:,| and|, and| &)? (?:the )?[A-Z][\w’'-]+)*"
_OF_ANY_STATE = re.compile(
    rf"Ministr(?:y|ies) of {_WORDS}"
    rf"|(?:(?:{_FIELD})(?:(?:,| and|, and)? (?:{_FIELD}|Affairs))* )?Ministry"
    rf"|Foreign Office|(?:(?:{_LEAD}) )*(?:{_HEAD})"
)
_MISSION = re.compile(r"(?:.+ )?(?:Embassy|High Commission|Consulate(?:[- ]General)?)(?: of (?!.* in ).+)?")


def is_of_any_state(name: str) -> bool:
    """Whether the bodies of many states are called so.

    >>> [is_of_any_state(each) for each in ("Ministry of Foreign Affairs", "Foreign Ministry", "National Security Council", "Navy")]
    [True, True, True, True]
    >>> [is_of_any_state(each) for each in ("Ministry of Defence of Kenya", "State Duma", "Royal Navy of Oman", "Boko Haram")]
    [False, False, False, False]
    """
    return _OF_ANY_STATE.fullmatch(name) is not None


def is_mission(name: str) -> bool:
    """Whether it is an embassy or a consulate whose name does not say where: a state has many of them.

    >>> [is_mission(each) for each in ("Embassy of Chile", "Australian High Commission", "Embassy of Chile in Oslo")]
    [True, True, False]
    """
    return _MISSION.fullmatch(name) is not None and " in " not in name


def means_one(kind: str, words: str) -> bool:
    """Whether words by which a text refers to an entity mean the same one in another text.

    A surname alone, "the talks", "the ministry" do not; "the Myanmar leader" and demonyms do.

    >>> means_one("person", "Smith"), means_one("person", "the Myanmar leader"), means_one("event", "third meeting")
    (False, True, False)
    >>> means_one("event", "East Asia Summit"), means_one("organization", "Foreign Ministry"), means_one("place", "Kenyan")
    (True, False, True)
    """
    if kind == "person":
        return " " in words
    if kind in {"event", "agreement"}:
        return re.search(r"[A-Z0-9]", words[1:]) is not None
    return not (kind == "organization" and is_of_any_state(words))
