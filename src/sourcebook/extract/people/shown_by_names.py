"""What shows beside an office in small letters that it is somebody's: a name after it or before it, whose it is, or what is said of who holds it."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.beside import (
    AN,
    APART,
    BY_NAME,
    COMMA_NAME,
    DASH,
    DEFINITE,
    GRADED,
    IS_ONE,
    ITS_ONE,
    LANDS,
    POSSESSED,
    SAID,
    TWO_NATIONS,
    WORD_FOLLOWS,
)
from sourcebook.extract.people.office_fields import HIS, LAND_GRADED, ends_with_body, leads_name, led_by_body, names_somebody
from sourcebook.extract.people.office_of import FOR_SOMEBODY
from sourcebook.extract.people.posts import with_post
from sourcebook.extract.people.small_words import NEAR, OFFICE, ROYAL
from sourcebook.extract.phrases import words as words_of


def stands_beside(text: str, found: re.Match[str], end: int, sentence: Sentence, lead: str, gazetteer: Gazetteer) -> bool:
    """Whether an office in small letters has its owner before it, or a name after it."""
    stop = sentence.span.end
    if DEFINITE.search(lead) and COMMA_NAME.match(text, end, stop):
        # "the president, Ana Ruiz,"
        return True
    if _IS_NAMED.match(text, end, stop) and ITS_ONE.search(lead):
        # "The last governor was Ana Ruiz."
        return True
    follows = WORD_FOLLOWS.match(text, end)
    by_name = text.startswith(" ", end) and BY_NAME.match(text, end, stop) is not None
    if POSSESSED.search(lead) and (by_name or not follows):
        # "Chile's foreign minister", "Chile's envoy Ana Ruiz"
        return True
    after = _NAME_FOLLOWS.match(text, end)
    direct = found[0].split()[-1] in _DIRECT and follows and found[0] not in _PERSONAL
    # "Police chief Karl Berg"
    named = by_name and (" " in found[0] or found[0] in ROYAL or (found[0] in _BY_NAME_ONLY and names_somebody(text, end, gazetteer)))
    # "party committee member Ana Ruiz"
    named = named or (by_name and leads_name(text, found, sentence, lead, gazetteer))
    # "queen Tola of Norway"
    named = named or (found[0] in ROYAL and _ONE_NAME_OF.match(text, end, stop) is not None)
    # "the Norwegian leader Ola Lund", "Norwegian leader Lund", "Harbour Front leader Omar al-Karimi"
    leads = found[0] == "leader" and (
        (follows and not gazetteer.demonyms.keys().isdisjoint(lead.split()[-1:]))
        or (by_name and (found_land := LAND_GRADED.search(lead)) and found_land[1] in gazetteer.demonyms)
    )
    # "the Harbour Service director Ana Ruiz"
    leads = leads or (by_name and found[0] not in _PROFESSIONS and led_by_body(lead, gazetteer))
    # As in "Harbour Agency (HA) director-general Ola Lund".
    leads = leads or (by_name and _SHORT_BEFORE.search(lead) is not None)
    return bool((after and after[1] in gazetteer.given) or direct or named or leads) or _with_another(text, end, stop)


_PERSONAL = words_of(
    "minister member general chief head leader secretary expert analyst candidate nominee lawyer attorney king fellow chair captain"
)
"""What may stand alone before a name that is not of who holds it."""
_DIRECT = words_of(
    "president chairman chairwoman chairperson commissioner executive governor mayor senator commander commandant spokesman spokeswoman spokesperson "
    "ambassador reporter correspondent professor nominee leader chancellor king secretary minister attorney emissary delegate mediator representative "
    "admiral commodore lieutenant captain colonel general brigadier sergeant corporal rabbi cardinal patriarch regent whip advisor adviser "
    "akim khokim hokim voivode ameer assemblyman assemblywoman parliamentarian alderman spymaster legislator lawmaker councillor councilman councilwoman"
)
"""Offices in small letters that any name may follow: "president Ruiz"."""
_BY_NAME_ONLY = words_of("coach producer manager captain")
"""Offices in small letters that only a whole name may follow: "coach Ana Ruiz"."""
_NAME_FOLLOWS = re.compile(
    r",?\s+(?:(?:Lieutenant|Lt|Major|Maj|Brigadier|Brig|Colonel|Col|General|Gen|Captain|Capt|Commander|Cmdr|Cdr|Rear|Vice|Admiral|Adm|Sergeant|Sgt"
    r"|Wing|Group|Squadron|Leader|Dr|Mr|Mrs|Ms)\b[.-]?\s*){0,4}([A-Z][\w’'-]+)\s+(?:[A-Z]\.\s+)?[A-Z]"
)
"""A whole name after its ranks: " Brig. Gen. Ana Ruiz"."""
_SHORT_BEFORE = re.compile(r"[a-z] \([A-Z]{2,8}\) \Z")
_ONE_NAME_OF = re.compile(r"\s[A-Z][\w’'-]+(?:\s[IVX]+)?\sof\s(?:the\s)?[A-Z]")
_IS_NAMED = re.compile(r"\s+(?:is|was|remains|will\s+be)\s+(?:(?:Mr|Mrs|Ms|Dr|Gen|General|Sir|Sheikh)\.?\s+)?[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")


def _with_another(text: str, end: int, stop: int) -> bool:
    """Whether another office and then a name follow: "deputy premier and transport minister Ana Ruiz"."""
    joined = _AND_ANOTHER.match(text, end, stop)
    second = OFFICE.match(text, joined.end(), stop) if joined else None
    return second is not None and text.startswith(" ", second.end()) and BY_NAME.match(text, second.end(), stop) is not None


_AND_ANOTHER = re.compile(rf"\s+and\s+{GRADED}(?=[a-z])")


def after_name(lead: str, text: str, end: int) -> bool:
    """Whether a name and a comma or a dash stand before an office, with no more than whose it is between."""
    apart = APART.search(lead) or DASH.search(lead)
    if apart and HIS.search(lead) and not text.startswith((",", ".", ";", ")"), end):
        # "After talks with Ana Ruiz, her spokesman told reporters": he is another.
        return False
    return apart is not None and not (SAID.match(text, end) and AN.search(lead))


def end_of_told(text: str, found: re.Match[str], sentence: Sentence, lead: str, gazetteer: Gazetteer) -> int:
    """Where an office ends that is said to be somebody's: "The vice chairman of the group was Ana Ruiz", "was a captain in the Navy"; 0 if none is."""
    named = _OF_A_THING.match(text, found.end(), sentence.span.end) if found[0] not in _PROFESSIONS else None
    if named and ITS_ONE.search(lead):
        return named.end("what")
    land = _IS_OF_LAND.search(lead) if found[0] in _SEATS and CLOSES.match(text, found.end()) else None
    if land and (land["land"] in gazetteer.demonyms or gazetteer.place(land["land"])):
        return found.end()
    body = _AND_OF_BODY.search(lead) if " and " in lead and CLOSES.match(text, found.end()) else None
    if body and (" " in found[0] or ends_with_body(body["body"], gazetteer)):
        return found.end()
    if (
        text.startswith(" in ", found.end())
        and DEFINITE.search(lead)
        and (city := with_post(text, found[0], found.end(), gazetteer)) > found.end()
    ):
        # "its consul general in Lima, Ola Lund,"
        return city
    ranked = found[0] in _RANKS and IS_ONE.search(lead) and _IN_FORCE.match(text, found.end(), sentence.span.end)
    return found.end() if ranked else 0


_PROFESSIONS = words_of("member lawyer attorney expert analyst fellow candidate")
_OF_A_THING = re.compile(rf"(?P<what>\s+of\s+(?:the|its|their)\s+[a-z][a-z-]+(?:\s+[a-z-]+)?)(?:\s\([^)]*\))?{_IS_NAMED.pattern}")
_SEATS = words_of("senator governor mayor congressman congresswoman ambassador minister president premier chancellor")
_IS_OF_LAND = re.compile(rf"\b(?:is|was|remains)\s+(?:an?|the)\s+{GRADED}(?P<land>(?:[A-Z][\w.-]+\s){{0,2}}[A-Z][\w-]+)\s+{GRADED}\Z")
_AND_OF_BODY = re.compile(
    rf"\b(?:is|was)\s+an?\s+(?:[A-Z][\w-]+\s+)?(?:[a-z-]+,?\s+){{1,3}}and\s+(?P<body>(?:[A-Z][\w-]+\s+){{1,4}}){GRADED}\Z"
)
"""As in "Ana Ruiz is an economist and Nordbank chairman"."""
_RANKS = words_of("lieutenant captain colonel general major sergeant corporal brigadier")
_IN_FORCE = re.compile(r"\s+in\s+the\s+(?:[A-Z][\w.’'-]+\s+){0,4}(?:Army|Navy|Air Force|Marines?|Guards?|Forces?|Police|Corps|Fleet)\b")
CLOSES = re.compile(
    rf"[,.;)]|\s[–—]\s|{FOR_SOMEBODY.pattern}|\s+(?:appointed|named|elected|under|whose|with|on|during|when)\b"
    r"|\s+(?:who|said|of|for|at|in|and|until|from|since|between)\b|,\s+(?:the\s+)?[A-Z]"
)
"""What shows that an office ends before it."""


def end_of_many(text: str, found: re.Match[str], sentence: Sentence, gazetteer: Gazetteer) -> int:
    """Where the words of an office that several hold end, if their names follow; 0 if not."""
    end, stop = found.end(), sentence.span.end
    if WORD_FOLLOWS.match(text, end) and BY_NAME.match(text, end, stop):
        # "foreign ministers Ana Ruiz and Karl Berg"
        return end
    lands = LANDS.match(text, end, stop)
    one = _LAND_AND_NAME.match(text, end, stop)
    if one and gazetteer.country(one["land"]) and one["name"] not in gazetteer.names:
        # "the ambassadors of Chile, Ana Ruiz, and Peru, Luis Vega"
        return one.end("land")
    lead = text[max(sentence.span.start, found.start() - NEAR) : found.start()]
    if lands is None and not TWO_NATIONS.search(lead) and not _ALL_OF_THEM.search(lead):
        return 0
    end = lands.end() if lands else end
    return end if COMMA_NAME.match(text, end, stop) or _DASH_NAMES.match(text, end, stop) else 0


_DASH_NAMES = re.compile(r"\s[–—-]\s(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+(?:,|\s+and\b)")
"""As in "Chile's prime ministers - Ana Ruiz, Luis Vega and Ola Lund - came"."""


_LAND_AND_NAME = re.compile(
    r"\s+of\s+(?:the\s+)?(?P<land>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),"
    r"\s(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,3}),\s+and\s+(?:the\s+)?[A-Z]"
)
_ALL_OF_THEM = re.compile(rf"(?:{ITS_ONE.pattern})|\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:two|three|four|five)\s+{GRADED}\Z")
SHARED = (
    *("ministers", "presidents", "premiers", "governors", "senators", "ambassadors", "chancellors", "mayors", "leaders", "commanders"),
    *("directors", "producers", "coaches", "founders", "co-founders", "managers", "captains", "judges", "editors", "chairs", "officers"),
    *("commissioners", "lawmakers", "legislators", "councillors", "assemblymen", "envoys", "advisers", "advisors", "admirals"),
)
