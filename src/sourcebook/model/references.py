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
    "|Army|Navy|Military|Air Force|Forces?|Coast Guard|Guard|Gendarmerie|Troops|Police(?: Force| Service)?|Headquarters|Head Quarters|Defen[cs]e Headquarters"
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
_MISSION = re.compile(r"(?:.+ )?(?:Embassy|Legation|High Commission|Consulate(?:[- ]General)?)(?: of .+)?")


_COMMON = re.compile(
    r"(?:(?:Memorand(?:um|a)|Understandings?|Agreements?|Joint|Statements?|Declarations?|Communiqu[ée]s?|Letters?|Intent|Treat(?:y|ies)"
    r"|Protocols?|Conventions?|Accords?|Frameworks?|Roadmaps?|M[Oo]Us?|Free|Trade|Cooperation|Friendship|Peace|Ceasefire|Truce|Deals?|Pacts?"
    r"|Comprehensive|Strategic|Partnership|Economic|Bilateral|Trilateral|Multilateral|Mutual|Cultural|Technical|Military|Defen[cs]e|Political"
    r"|Plans?|Action|Process|Visits?|State|Official|Working|Summits?|Meetings?|Talks|Dialogues?|Conferences?|Consultations?|Negotiations?"
    r"|Elections?|Presidential|Parliamentary|General|Ministerial|Annual|Plenary|Sessions?|Rounds?|Wars?|Civil|Conflicts?|Crisis|Exercises?"
    r"|Ceremony|Opening|Foreign|Ministers|Leaders|Heads|Government|First|Second|Third|High|Level|High-Level|Special|Regional|International|Press"
    r"|Alliance|Amity|Commerce|Commercial|Navigation|Extradition|Assistance|Immunity|Security|Non-Aggression|Double|Taxation|Avoidance|Investments?"
    r"|Protection|Promotion|Visa|Waiver|Air|Services|Transport"
    r"|[a-z][\w’'-]*|\d{1,3}(?:st|nd|rd|th)),?(?:\s+|\Z))+"
)
"""What talks, agreements and their like are called by, wherever they are held."""


_OF_ONE = frozenset({"Joint Comprehensive Plan of Action"})
"""What is called by nothing but such words, and yet means one."""


_STATES_OWN = re.compile(
    r"(?:(?:Native )?(?:U\.?S\.?|U\.?K\.?|U\.?N\.?|EU|AU|NATO|Soviet|Houthi|Saudi|Iraqi|Israeli|Yemeni|[A-Z]\w+(?:ian|ean|can|ish|ese|nch))|Warsaw Pact)"
    r" (?:[a-z-]+ )*(?:interventions?|invasions?|operations?|missions?|attacks?|(?:air[ -]?)?strikes?|raids?|exercises?|drills|offensives?|bombings?|sanctions)"
)
"""What one state or alliance does again and again: "U.S. intervention"."""


_MANY_THERE = re.compile(
    r"(?:UN|U\.N\.|United Nations)(?:(?: Security Council| General Assembly)? [Rr]esolutions?| [Cc]onference)|Treaty of (?:Paris|London)|(?:Geneva|London|Paris|Brussels|Vienna) (?:[Cc]onference|[Cc]onvention)"
)
"""What there is more than one of, as texts call it without the number or the year."""


_PASSING = re.compile(
    r"(?:(?:(?:Tele)?[Pp]hone )?(?:[Cc]onversations?|[Cc]alls?)|Telephone (?:conversations?|calls?)|Meetings?|Talks|Negotiations|Consultations|Discussions?"
    r"|Interviews?|Visits?|Trips?|Dinners?|Lunch|Sessions?|Briefings?|(?:News|Press) conferences?) (?:of|with|between|to|in|by) .+"
)


_ANNUAL = re.compile(
    r"(?:.*\b(?:[A-Z]{2,}\d*|G\d+|[A-Z]\w+-[A-Z]\w+|East Asia|Leaders[’']?|European Union|African Union)\b.*)? [Ss]ummit|Summit of the Americas"
)
_COUNTED = re.compile(
    r"\b(?:\d|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\w+teenth|Twent\w+|Inaugural|Extraordinary)"
)


_PARTS = re.compile(
    r"(?:[Tt]he )?(?:(?:Far |Near |Middle )?(?:North|South)?[ -]?(?:North|South|East|West|Centre|Center)"
    r"|(?:(?:Islamic|Federal|Democratic|People[’']s|Arab|Socialist) )*"
    r"(?:Republic|Kingdom|Federation|Union|Sultanate|Emirate|Commonwealth|Islands?|Strip|Peninsula|Gulf|Capital|Province|District|Region))"
)
"""What one article calls a part of the world or a state by, and another article another one."""


_ADJECTIVE = re.compile(r"[\w-]+(?:al|ic|ary|ive|ous|ear|able|ible)")
"""A word that tells what kind of cooperation it is, and elsewhere tells of other things."""
_BARE_BODY = re.compile(
    r"(?:[Tt]he )?(?:(?:Joint|Special|General|Executive|Central|Regional|Working|Task|High|Steering|Advisory|Strategic|Foreign|Civil|Diplomatic|Consular|Intergovernmental"
    r"|Ministerial|Parliamentary) )*"
    r"(?:Agency|Alliance|Assembly|Association|Authority|Board|Brigade|Bureau|Centre|Center|Chamber|Coalition|Commission|Committee|Community|Company"
    r"|Conference|Corporation|Corps|Council|Department|Force|Forum|Foundation|Front|Fund|Group|Initiative|Institute|League|Mission|Movement|Office"
    r"|Organi[sz]ation|Partnership|Party|Secretariat|Service|Society|Team|Tribunal|Union|University)(?: (?:for|on) Cooperation)?"
    rf"|(?:{_FIELD})(?:(?:,| and|, and)? (?:{_FIELD}|Affairs|Relations))* Committee|Committee (?:on|for) (?:{_FIELD})(?: Affairs| Relations)?"
    r"|(?:Labou?r|Liberal|Conservative|Communist|Nationalist|Socialist|Social Democratic|National|People[’']s|Workers[’']|Opposition|Ruling) Party"
    r"|Cabinet of Ministers|Department of (?:Foreign|External|Home) Affairs|MFA|(?:Executive|Legislative|Judicial) [Bb]ranch|(?:My|Our) Administration"
    r"|Operations Cent(?:er|re)"
)
"""What one article calls a body by for short, and another article another body."""


def is_common(name: str) -> bool:
    """Whether an event or an agreement is called so that another may be called the same.

    >>> [is_common(each) for each in ("Memorandum of Understanding", "Third meeting", "MoU", "State Visit", "Mass shooting")]
    [True, True, True, True, True]
    >>> [is_common(each) for each in ("Treaty of Amity and Commerce", "U.S. intervention", "Geneva Conference", "Treaty of Paris")]
    [True, True, True, True]
    >>> [is_common(each) for each in ("Lima Declaration", "Talks with Norway", "World War II", "Meeting in 2024", "Operation Dawn")]
    [False, False, False, False, False]
    """
    if re.search(r"[A-Z0-9]", name[1:]) is None or _STATES_OWN.fullmatch(name) or _MANY_THERE.fullmatch(name):
        return True
    return name not in _OF_ONE and _COMMON.fullmatch(name) is not None


def is_passing(name: str) -> bool:
    """Whether an event is called by what those do again who take part in it or go there: it is told from others by its date alone.

    >>> [is_passing(each) for each in ("Telephone conversation with Ana Ruiz", "Visit to Lima", "Meeting of Chile with Peru")]
    [True, True, True]
    >>> [is_passing(each) for each in ("Lima Conference", "War between Chile and Peru", "Calling of Saint Matthew")]
    [False, False, False]
    """
    return _PASSING.fullmatch(name) is not None


def is_annual(name: str) -> bool:
    """Whether a summit is held again and again under one name, which does not say of which year it is.

    >>> [is_annual(each) for each in ("NATO Summit", "G20 Leaders’ Summit", "East Asia Summit", "Lima Summit", "2021 NATO Summit")]
    [True, True, True, False, False]
    """
    return _ANNUAL.fullmatch(name) is not None and _COUNTED.search(name) is None


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

    >>> [is_mission(each) for each in ("Embassy of Chile", "Australian High Commission", "American Legation", "Embassy of Chile in Oslo")]
    [True, True, True, False]
    """
    return _MISSION.fullmatch(name) is not None and " in " not in name


def means_one(kind: str, words: str) -> bool:
    """Whether words by which a text refers to an entity mean the same one in another text.

    A surname alone, "the talks", "the ministry" do not; "the Myanmar leader" and demonyms do.

    >>> means_one("person", "Smith"), means_one("person", "the Myanmar leader"), means_one("event", "third meeting")
    (False, True, False)
    >>> means_one("event", "East Asia Summit"), means_one("organization", "Foreign Ministry"), means_one("place", "Kenyan")
    (True, False, True)
    >>> [means_one("organization", each) for each in ("Council", "Joint Commission", "Iranian Embassy", "parliament", "African Union")]
    [False, False, False, False, True]
    >>> [means_one("place", each) for each in ("the North", "Islamic Republic", "West Bank", "United Kingdom", "United States")]
    [False, False, True, True, True]
    >>> means_one("area", "legal"), means_one("area", "nuclear"), means_one("area", "trade"), means_one("area", "military training")
    (False, False, True, True)
    """
    if kind == "person":
        return " " in words
    if kind in {"event", "agreement"}:
        return not is_common(words)
    if kind == "area":
        # "legal and economic cooperation": "legal" alone says something else elsewhere.
        return _ADJECTIVE.fullmatch(words) is None
    if kind == "place":
        return _PARTS.fullmatch(words) is None
    # "their parliament"
    return not (kind == "organization" and (words.islower() or is_of_any_state(words) or is_mission(words) or _BARE_BODY.fullmatch(words)))
