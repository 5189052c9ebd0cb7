"""Offices in small letters, where they are of something named or stand beside a name: "president of Chile", "the foreign minister, Ana Ruiz"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.appointing import appoints
from sourcebook.extract.people.beside import (
    AN,
    ANY_FIELD,
    APART,
    BRACKET,
    BY_NAME,
    COMMA_NAME,
    COMMON,
    DASH,
    DEFINITE,
    GRADED,
    IS_ONE,
    ITS_ONE,
    LANDS,
    NATIONAL_BODY,
    POSSESSED,
    SAID,
    SMALL_BODY,
    TO_SOMEBODY,
    TWO_NATIONS,
    WORD_FOLLOWS,
)
from sourcebook.extract.people.office_ends import SENT, end_of_body, title_pattern
from sourcebook.extract.people.office_fields import (
    AND_MORE,
    HIS,
    LAND_GRADED,
    begin_of_office,
    body_of_city,
    ends_with_body,
    leads_name,
    led_by_body,
    named_with,
    names_somebody,
    of_states,
    says_how,
)
from sourcebook.extract.people.posts import end_of_post, with_post
from sourcebook.extract.phrases import heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_SMALL = rf"(?:(?<![\w-])|(?<=then-)|(?<=pro-)|(?<=anti-))(?:ex-|(?:economic|military|political|legal|foreign[ -]policy|foreign|security) (?=advis[eo]r|aide|expert|analyst|correspondent|editor)|(?:defen[cs]e|terrorism|energy|nuclear) (?=expert|analyst|correspondent))?(?:(?:shadow|deputy|vice|(?:first|second|third|fourth)(?=[ -](?:deputy|vice|secretary|minister))|acting|senior|assistant|associate|joint|additional|executive|honorary|chief|special|supreme|general|official(?= spokes))[ -])*(?:{COMMON})(?P<several>s|(?<=coach)es)?(?![\w-])"
_LOWER = re.compile(_SMALL)
FIRST_CAPITAL = re.compile(rf"(?=[A-Z][a-z]+[ -][a-z])(?i:{_SMALL})")
"""One of several words that opens a sentence: "Foreign minister Ana Ruiz said"."""
SMALL_WORDS = heads(
    COMMON,
    "finance|interior|health|energy|trade|oil|economy|education|transport|justice|agriculture|environment|culture|labour|labor|home|information|planning|defense|defence|adviser|advisor|chargé"
    "|state|federal|national|provincial|regional|army|navy|police|military|gendarmerie|air|rear|naval|cultural|press|commercial|agricultural|additional|under|undersecretary"
    "|coaches|economic|political|legal|security|terrorism|nuclear|foreign|shadow|deputy|vice|first|second|third|fourth|acting|senior|assistant|associate|joint|executive|honorary|chief|special|supreme|general|official|ex",
)
FIRST_WORDS = SMALL_WORDS | {each.capitalize() for each in SMALL_WORDS}
_LOWER_OF = re.compile(
    r"\s+(?:of|for|at)\s+(?:the\s+)?(?:(?:capital\s+)?(?:city|town|village|municipality|province|district|region|county|island|state|emirate|sultanate|kingdom|republic)\s+of\s+(?:the\s+)?)?(?:(?:opposition|ruling|main|powerful|state-owned|Islamist|far-right|far-left|left-wing|right-wing|centre-right|centre-left|conservative|liberal|nationalist|separatist|rebel|influential|breakaway|[A-Z]\w+-based)\s+){0,3}(?:[a-z]+[’']s\s+)?(?:(?:[a-z][a-z-]+\s+){0,3}(?:group|party|organi[sz]ation|company|movement|association|foundation|NGO|think[ -]tank|broadcaster|newspaper|union|network|coalition|alliance|institute|firm|bank|airline|charity|militia|watchdog)\s+)?(?=(?:[A-Z]|al[- ]|\d{1,4}(?:st|nd|rd|th)\s+[A-Z]))"
)
_FOR_SOMEBODY = re.compile(
    r"\s+(?:for|to)\s+(?:(?:Vice|Deputy|Prime|Supreme)\s)?(?:President|Minister|Chancellor|King|Queen|Premier|Secretary|Leader)\s(?!of\b)[A-Z]"
)
"""For whom somebody works, who holds another office: "deputy secretary of state for President Ana Ruiz", "an aide to President Ana Ruiz"."""
_AFFAIRS = re.compile(r"(?:-[A-Z]\w+)?(?:\s+(?:[a-z]+|and)){0,4}?\s+(?:affairs|protocols?|dialogue|peace process|issues|crisis)\b")
_LOWER_TO = re.compile(
    r"\s+(?:to\s+(?:the\s+)?(?=[A-Z])|on\s+(?:the\s+)?(?=(?:[A-Z][\w-]+\s+){1,3}(?:affairs|issues|crisis|peace process|dialogue)\b))"
)
_ENVOY = re.compile(r"(?:envoy|representative|advis[eo]r|negotiator|coordinator|commissioner|rapporteur|spokes(?:man|woman|person))\Z")
_IS_NAMED = re.compile(r"\s+(?:is|was|remains|will\s+be)\s+(?:(?:Mr|Mrs|Ms|Dr|Gen|General|Sir|Sheikh)\.?\s+)?[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")
_CLOSES = re.compile(
    rf"[,.;)]|\s[–—]\s|{_FOR_SOMEBODY.pattern}|\s+(?:appointed|named|elected|under|whose|with|on|during|when)\b|\s+(?:who|said|of|for|at|in|and|until|from|since|between)\b|,\s+(?:the\s+)?[A-Z]"
)
_NAME_FOLLOWS = re.compile(
    r",?\s+(?:(?:Lieutenant|Lt|Major|Maj|Brigadier|Brig|Colonel|Col|General|Gen|Captain|Capt|Commander|Cmdr|Cdr|Rear|Vice|Admiral|Adm|Sergeant|Sgt|Wing|Group|Squadron|Leader|Dr|Mr|Mrs|Ms)\b[.-]?\s*){0,4}([A-Z][\w’'-]+)\s+(?:[A-Z]\.\s+)?[A-Z]"
)
_OF_WHAT = re.compile(
    r"Foreign, Commonwealth (?:and|&) Development(?: Affairs)?|(?:\d{1,4}(?:st|nd|rd|th)\s+)?(?:(?:al|Al)[- ])?[A-Z][\w.’'-]*(?:\s+(?:of|for|and|the|in)?(?:\s+the)?\s*[A-Z][\w.’'-]*)*"
)
_PERSONAL = words_of(
    "minister member general chief head leader secretary expert analyst candidate nominee lawyer attorney king fellow chair captain"
)
_DIRECT = words_of(
    "president chairwoman chairperson commissioner executive governor mayor senator chairman commander spokesman spokeswoman spokesperson ambassador reporter admiral commodore whip rabbi cardinal patriarch regent "
    "correspondent lieutenant captain colonel general brigadier sergeant corporal professor nominee leader chancellor king secretary commandant advisor "
    "akim khokim hokim voivode ameer adviser assemblyman assemblywoman parliamentarian alderman spymaster minister attorney emissary delegate mediator legislator lawmaker councillor councilman councilwoman representative"
)
_ROYAL = words_of(
    "emperor empress king queen tsar czar shah sultan ruler monarch vizier caliph emir maharaja nawab khedive viceroy infanta infante pharaoh"
)
_FOR_FUN = words_of(
    "beauty drag homecoming prom carnival pageant pop dance disco drama drug pizza porn burger scoring rushing comedy gossip fashion media sugar oil steel fitness soul estate cocaine run"
)
"""What nobody rules who is called its king or queen: "the beauty queen Ana Ruiz"."""
_BY_NAME_ONLY = words_of("coach producer manager captain")
"""Offices in small letters that only a whole name may follow: "coach Ana Ruiz"."""
_FIELD = (
    r"(?:foreign|external|internal|home|(?:national )?[Dd]efen[cs]e|finance|interior|justice|trade|health|education|energy|economy|economics?|agriculture|commerce"
    r"|industry|transport|labou?r|arts|culture|information|tourism|environment|planning|communications?|science|technology|sports?|youth|migration|security|development|water|oil|petroleum|mines|infrastructure|emergency situations|gas|mining|housing|labor|women|fisheries|forestry|livestock|aviation|railways|roads|lands|works|public works|public health|higher education|research|innovation|investment|immigration|religious|cultural|social|economic|parliamentary|local government|urban development|rural development|tourism|sport|family|gender|welfare|employment|climate change|natural resources|minerals|power|electricity|irrigation|food|climate|human rights|peace|counter-?terrorism|disarmament|refugees|children|arms control|trade policy|drugs|foreign relations)(?: affairs| policy| security)?"
)
_LOWER_FIELD = re.compile(
    rf"\s+(?:of|for|on)\s+(?:the\s+)?(?:state\s+(?:for|of)\s+)?{_FIELD}(?:(?:,\s+|\s+and\s+|,\s+and\s+){_FIELD})*\b(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?(?!\s+of\b|\s+and\s+[a-z])"
)
"""The field of a minister, in small letters: "minister of defence"."""
_FORCES = re.compile(r"(?:deputy )?(?:chief|commander|head|commandant|commissioner|inspector general)\Z")
_LOWER_FORCE = re.compile(
    r"\s+of\s+(?:the\s+)?(?:(?:army|air|naval|navy|defen[cs]e|joint) staff|army|navy|air force|land forces|ground forces|naval forces|armed forces|defen[cs]e(?: forces| staff)?|general staff|staff|police|(?:military |counter-?)?intelligence(?:\s+(?:services?|agency))?)\b(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?"
)
"""What forces somebody leads, in small letters: "chief of defence forces of Uganda"."""
NEAR = 120
"""Code points before a title that say what it is."""


def small_offices(document: Document, sentence: Sentence, places: list[int], gazetteer: Gazetteer) -> Iterator[Found]:
    """Offices in small letters, where they are of something named or stand beside a name; `places` are those of `FIRST_WORDS`."""
    text, last = document.text, -1
    for found in _offices(text, sentence, places):
        if _OF_A_STATE.match(text, found.end()):
            # "a member state of the Union", "a candidate for EU membership"
            continue
        for one in _small_office(document, sentence, found, gazetteer, last):
            last = one.span.end
            yield one


def _small_office(document: Document, sentence: Sentence, found: re.Match[str], gazetteer: Gazetteer, last: int) -> Iterator[Found]:
    """An office in small letters where it is somebody's; `last` is where the one before ends."""
    text = document.text
    begin, end = begin_of_office(text, sentence, found, gazetteer), found.end()
    if found["several"]:
        named = _of_many(text, found, sentence, gazetteer) if found[0].lower().endswith(_SHARED) else 0
        if named:
            yield role(document, begin, named, 6)
        return
    of = _LOWER_OF.match(text, end, sentence.span.end)
    of = of or (_LOWER_TO.match(text, end, sentence.span.end) if SENT.search(found[0]) else None)
    of = None if of and _FOR_SOMEBODY.match(text, end, sentence.span.end) else of
    if found[0] == "member" and of_states(document, found, sentence, of, gazetteer):
        return
    if of and found[0] != "general":
        yield from _of_something(document, sentence, found, of, gazetteer, begin)
        return
    minister = found[0].endswith("minister") or _ENVOY.search(found[0])
    of_field = _LOWER_FIELD if minister else _LOWER_FORCE if _FORCES.match(found[0]) else None
    field = of_field.match(text, end, sentence.span.end) if of_field else None
    end = field.end() if field else end
    if field and BY_NAME.match(text, field.end(), sentence.span.end):
        # "minister of defence Petra Kral"
        yield role(document, begin, field.end(), 6)
        return
    small = SMALL_BODY.match(text, end, sentence.span.end) or (
        TO_SOMEBODY.match(text, end, sentence.span.end) if SENT.search(found[0]) else None
    )
    small = small or ANY_FIELD.match(text, end, sentence.span.end)
    stop = small.end() if small else end
    if small and BY_NAME.match(text, stop, sentence.span.end):
        # "head of the energy department Petra Kral", "the chair of the foreign affairs committee, Petra Kral"
        yield role(document, begin, stop, 6)
        return
    lead = text[max(sentence.span.start, begin - NEAR) : begin]
    if not WORD_FOLLOWS.match(text, end) and (appoints(document, sentence, begin, end) or named_with(lead, gazetteer)):
        # "serving as the Norwegian minister to Peru"
        yield role(document, begin, end_of_post(text, end, sentence.span.end, gazetteer) or stop, 5)
        return
    stop = stop if _CLOSES.match(text, stop) else end
    more = last > 0 and AND_MORE.fullmatch(text, last, begin)
    if more and BY_NAME.match(text, end, sentence.span.end) and text.startswith(" ", end):
        yield role(document, begin, end, 5)
    elif ((more or _after_name(lead, text, stop)) and _CLOSES.match(text, stop)) or (BRACKET.search(lead) and text.startswith(")", stop)):
        # As in "Ana Ruiz, head of the department," or "Ana Ruiz (foreign minister)".
        yield role(document, begin, stop, 5)
    elif (stop > found.end() or " " in found[0]) and found[0] != "member" and IS_ONE.search(lead) and _CLOSES.match(text, stop):
        yield role(document, begin, stop, 5)
    elif _stands_beside(text, found, end, sentence, lead, gazetteer):
        yield role(document, begin, end, 5)
    elif whole := _told_of(text, found, sentence, lead, gazetteer):
        yield role(document, begin, whole, 5)


_OF_A_STATE = re.compile(r"(?<=member)\s+(?:states?|countr|nations?|econom)|(?<=candidate)\s+for\s+(?:[\w-]+\s+){0,3}(?:member|access)")


def _told_of(text: str, found: re.Match[str], sentence: Sentence, lead: str, gazetteer: Gazetteer) -> int:
    """Where an office ends that is said to be somebody's: "The vice chairman of the group was Ana Ruiz", "was a captain in the Navy"; 0 if none is."""
    named = _OF_A_THING.match(text, found.end(), sentence.span.end) if found[0] not in _PROFESSIONS else None
    if named and ITS_ONE.search(lead):
        return named.end("what")
    land = _IS_OF_LAND.search(lead) if found[0] in _SEATS and _CLOSES.match(text, found.end()) else None
    if land and (land["land"] in gazetteer.demonyms or gazetteer.place(land["land"])):
        return found.end()
    body = _AND_OF_BODY.search(lead) if " and " in lead and _CLOSES.match(text, found.end()) else None
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


def _with_another(text: str, end: int, stop: int) -> bool:
    """Whether another office and then a name follow: "deputy premier and transport minister Ana Ruiz"."""
    joined = _AND.match(text, end, stop)
    second = _LOWER.match(text, joined.end(), stop) if joined else None
    return second is not None and text.startswith(" ", second.end()) and BY_NAME.match(text, second.end(), stop) is not None


_AND = re.compile(rf"\s+and\s+{GRADED}(?=[a-z])")


def _of_many(text: str, found: re.Match[str], sentence: Sentence, gazetteer: Gazetteer) -> int:
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
    return end if COMMA_NAME.match(text, end, stop) else 0


_LAND_AND_NAME = re.compile(
    r"\s+of\s+(?:the\s+)?(?P<land>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),\s(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,3}),\s+and\s+(?:the\s+)?[A-Z]"
)
_ALL_OF_THEM = re.compile(rf"(?:{ITS_ONE.pattern})|\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:two|three|four|five)\s+{GRADED}\Z")
_SHARED = (
    *("ministers", "presidents", "premiers", "governors", "senators", "ambassadors", "chancellors", "mayors", "leaders", "commanders"),
    *("directors", "producers", "coaches", "founders", "co-founders", "managers", "captains", "judges", "editors", "chairs", "officers"),
    *("commissioners", "lawmakers", "legislators", "councillors", "assemblymen", "envoys", "advisers", "advisors", "admirals"),
)


def _after_name(lead: str, text: str, end: int) -> bool:
    """Whether a name and a comma or a dash stand before an office, with no more than whose it is between."""
    apart = APART.search(lead) or DASH.search(lead)
    if apart and HIS.search(lead) and not text.startswith((",", ".", ";", ")"), end):
        # "After talks with Ana Ruiz, her spokesman told reporters": he is another.
        return False
    return apart is not None and not (SAID.match(text, end) and AN.search(lead))


def _stands_beside(text: str, found: re.Match[str], end: int, sentence: Sentence, lead: str, gazetteer: Gazetteer) -> bool:
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
    named = by_name and (" " in found[0] or found[0] in _ROYAL or (found[0] in _BY_NAME_ONLY and names_somebody(text, end, gazetteer)))
    # "party committee member Ana Ruiz"
    named = named or (by_name and leads_name(text, found, sentence, lead, gazetteer))
    # "queen Tola of Norway"
    named = named or (found[0] in _ROYAL and _ONE_NAME_OF.match(text, end, stop) is not None)
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


_SHORT_BEFORE = re.compile(r"[a-z] \([A-Z]{2,8}\) \Z")
_ONE_NAME_OF = re.compile(r"\s[A-Z][\w’'-]+(?:\s[IVX]+)?\sof\s(?:the\s)?[A-Z]")


def _offices(text: str, sentence: Sentence, places: list[int]) -> Iterator[re.Match[str]]:
    """The offices that begin where a word of them stands, in small letters or at the beginning of a sentence."""
    at = sentence.span.start
    for place in places:
        capital = text[place].isupper()
        found = (FIRST_CAPITAL if capital else _LOWER).match(text, place, sentence.span.end) if place >= at else None
        if found and not (capital and (found[0].isalpha() or _IN_A_NAME.search(text, max(sentence.span.start, place - NEAR), place))):
            at = found.end()
            if says_how(text, found, sentence):
                continue
            if found[0] not in _ROYAL or _FOR_FUN.isdisjoint(text[max(sentence.span.start, place - NEAR) : place].split()[-1:]):
                yield found


_IN_A_NAME = re.compile(r"\b(?!The\b)[A-Z][^\W_]*(?:\.[^\W\d_]\.?)*\s*\Z")
"""Before a word with a capital that goes on with a name."""
_BASED = re.compile(r"(?:\s[a-z][a-z-]+){1,3}?(?=[,.;)]|\s(?:and|who|said|says|told|has|is|was|in|on)\b)")
"""What is there: "representative to the Geneva-based international organizations"."""
_JUNTA = re.compile(
    r"\s+(?:(?:new|ruling|military|main|former|national|largest|central|joint)\s+){0,2}(?:[Jj]unta|leadership|delegation|army|navy|military|police|government|parliament|bank|mission|opposition|diplomacy|intelligence(?:\s+service)?|armed\s+forces|air\s+force|security\s+service)\b"
)
"""What of a country somebody heads: "leader of Niger's junta"."""
_THING = re.compile(
    r"\s+(?:[a-z][a-z-]+\s+){0,3}[a-z]{3,}(?<!ly)(?=[.;)]|,\s(?![a-z]+ing\b)|\s+(?:for|of|on|in|at|relative|to|who|said|says|and|has|is|was|told|with)\b|\Z)"
)
"""The same whatever it is: "head of Argentina's desk"."""
_NO_NOUN = r"(?!(?:and|or|for|of|on|in|at|to|by|who|that|said|says|told|has|had|is|was|with)\b)"
_OF_NATION = re.compile(
    rf"(?:\s+{_NO_NOUN}[a-z-]{{3,}}(?:[’']s)?){{1,3}}"
    r"(?=[,.;)]|\s+(?:and|or|for|of|on|in|at|to|by|who|that|said|says|told|has|had|is|was|with)\b|\s+[A-Z]|\Z)"
)
"""The same after a nationality: "mayor of the Chilean capital"."""
_ITS_FIRM = re.compile(  # "president of the Ruritanian state-owned pipeline company Nordgas"
    r"(?:\s+[a-z][\w-]*){0,4}\s+(?:company|firm|bank|airline|group|agency|club|party|operator|producer|broadcaster|newspaper|manufacturer)(?:\s[A-Z][\w-]+){1,3}(?=[,.;)]|\s+[a-z]|\Z)"
)


def _of_something(
    document: Document, sentence: Sentence, found: re.Match[str], of: re.Match[str], gazetteer: Gazetteer, begin: int
) -> Iterator[Found]:
    """An office in small letters with what it is of."""
    text = document.text
    whole = _OF_WHAT.match(text, of.end(), sentence.span.end)
    if "at" in of[0].split():
        yield role(document, begin, found.end(), 5)
    elif whole:
        stop = end_of_body(text, of.end() - 1, whole.end(), gazetteer)
        joined = text.find(" and the ", of.end(), stop)
        if joined > 0 and gazetteer.body(text[of.end() : joined]):
            # "chair of the International Labour Organization and the World Bank's board"
            stop = joined
        body = text[of.end() : stop]
        stop += 2 if text.startswith(("’s ", "'s "), stop) else 0
        body = text[of.end() : stop]
        owns = body.endswith(("’s", "'s"))
        junta = (_JUNTA.match(text, stop, sentence.span.end) or _THING.match(text, stop, sentence.span.end)) if owns else None
        stop = junta.end() if junta else stop - 2 * owns
        based = _BASED.match(text, stop, sentence.span.end) if body.endswith("-based") else None
        stop = based.end() if based else stop
        affairs = _AFFAIRS.match(text, stop, sentence.span.end)
        stop = affairs.end() if affairs else stop
        last = next(iter(body.split()[-1:]), "")
        known = gazetteer.names.get(last)
        owner = last in gazetteer.demonyms or (known is not None and (last.isupper() or known.type == "organization"))
        city = body_of_city(text, of.end(), stop, sentence.span.end, gazetteer)
        stop = city.end() if city else stop
        kinds = (NATIONAL_BODY, _ITS_FIRM, _OF_NATION) if last in gazetteer.demonyms else (NATIONAL_BODY, _ITS_FIRM)
        national = next(filter(None, (each.match(text, stop, sentence.span.end) for each in kinds)), None) if last and owner else None
        # "nominee for Governor of Virginia" is no governor, nor is "adviser to the Governor of Virginia".
        other = found[0] in {"nominee", "candidate"} or of[0].split()[0] == "to"
        within = title_pattern(gazetteer.titles).match(text, of.end(), stop) if other else None
        # "treasurer for Ana Ruiz's campaign" is not hers.
        stop = national.end() if national else stop if stop > of.end() else found.end()
        aim = _FOR_AIM.match(text, stop, sentence.span.end) if SENT.search(found[0]) else None
        stop = aim.end() if aim else stop
        yield role(document, begin, stop, 8 if within else 6)


_FOR_AIM = re.compile(r"\sfor(?:\s(?!the\b|an?\b|his\b|her\b|its\b|their\b|[a-z]+ing\b)[a-z][a-z-]+){1,3}(?=[,.;)])")
"""What an envoy is for: "special envoy of the Chilean government for regional initiatives"."""
_OF_NAME = re.compile(r" (?:of|for) (?:.* )?[A-Z][^\s.]*\Z")
_REST_OF_NAME = re.compile(
    r"(?: al-[A-Z][\w’'-]+)*(?: (?:provinces?|districts?|governorates?|regions?|count(?:y|ies)|prefectures?|oblasts?|theat(?:er|re)s?|talks|summit|part(?:y|ies)|coalition|alliance|bloc|faction|movement|militia|group)\b)?"
)


def role(document: Document, begin: int, end: int, priority: int) -> Found:
    """A title between two code points of a text, with the rest of the name that it is of: "governor of Aden province"."""
    of_name = _OF_NAME.search(document.text, begin, end)
    rest = _REST_OF_NAME.match(document.text, end) if of_name else None
    end = rest.end() if rest else end
    return Found(span=Span(begin, end), type="role", name=" ".join(document.text[begin:end].split()), priority=priority)
