"""Organizations: capitalised phrases that say by a word of theirs what they are."""

import re
from collections.abc import Iterator

from sourcebook.extract.document import Block, Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.holders import ARABIC, BODY_WORDS, trailing_name
from sourcebook.extract.instruments import AGREEMENT, BODY_FIRST, LEAD, SHORT
from sourcebook.extract.phrases import heads
from sourcebook.model.spans import Span

_CUES = (
    "Institut|Instituto|Movimento|Movimiento|Universidad|Universidade|Université|Universität|Ministerio|Fundación|Académie|Ministry|Department|Council|Commission|Committee|University|Institute|Academy|Center|Centre|Agency|Bank|Union|Association|Organization|Organisation|Party|"
    "Forces|Army|Navy|Group|Corporation|Company|Command|Office|Embassy|Consulate|Consulate General|Parliament|Duma|Senate|Assembly|Congress|Court|Tribunal|Foundation|Bureau|"
    "Authority|Board|Force|Squadron|Wing|Battalion|Regiment|Division|Corps|Marines|Airlines|Airways|Television|Radio|Factory|Alliance|Union|Church|Inc|Ltd|Corp|Holdings|Hospital|Legion|Militia|Army|Inquiry|"
    "Federation|League|Coalition|Front|Brigade|Government|Secretariat|Police|Guard|Chamber|Fund|Movement|Mission|Task Force|Working Group|Headquarters|"
    "Directorate|Chancellery|Cabinet|Museum|School|College|Institution|Network|Society|Club|Times|Post|News|Agency|Observatory|Faculty|Red Cross|Red Crescent|Unit (?=for|of)|Joint Staff|Laborator(?:y|ie)|Parliamentary Group|"
    "Service(?! Members?| members?)|Administration|Confederation|Consortium|Works|Prosecutor[’']s Office|Treasury|General Staff|Inspectorate|Presidency|Politburo|Hluttaw|Rada|Holding|Airport Authority|Science (?:and Technology )?Park|Electric|Petroleum|Telecom|Insurance|"
    "Aerospace|Electronics|Systems|Broadcasting|Herald|Gazette|Tribune|Chronicle|Brotherhood|Syndicate|Ombudsman|Registry|Constabulary|Gendarmerie|Border Guards?|Coast Guard|Politburo|Central Committee|"
    "Team|Survey|FC|Lawyers|Solicitors|Associates|Airline|Shipyard|Motors|Industries|Technologies|Pharmaceuticals|Stock Exchange|Orchestra|Library|Trust|Railways|Studios|Entertainment|Biotech|Pharma|Foods|Ventures|Robotics|Therapeutics|Breweries|Cement|Textiles|Logistics|Semiconductors|Sciences Po"
)
_WORD = r"(?:(?:People|Women|Children|Workers|Men|Citizens|Magistrate|Attorney General|Prosecutor|Veteran|Farmer|Student|Teacher|Nurse|Trader|Writer|Player)s?[’']s?(?=\s[A-Z])|[A-Z](?:[\w-]|[’'](?!s\b))*|(?:U\.S|U\.K|U\.N)\.)"
_UNIT = re.compile(
    rf"\b\d{{1,3}}(?:st|nd|rd|th)\s+{_WORD}(?:\s+{_WORD})*(?:,\s+\d{{1,3}}(?:st|nd|rd|th)\s+{_WORD}(?:\s+(?:Infantry|Armored|Armoured|Cavalry|Airborne|Field|Artillery|Combat|Regiment|Brigade|Division|Group|Battalion|Squadron|Wing|Team|Force|Fleet|Corps))*)?"
)
_SITES = frozenset(
    {
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
_SITTING = re.compile(
    r"\b(?:Party|Congress|Session|Conference|Conclave|Summit|Meeting|Anniversary|Assembly|Council|Committee|Edition|Festival|Forum|Round|Street|Avenue)\b"
)
_JOIN = r"(?:\s+(?:of|for|on|and|the|to|de)(?:\s+(?:the|of|and|a|an))?)?"
_PHRASE = re.compile(rf"(?:{_WORD})(?:{_JOIN}\s+{_WORD}|,\s+{_WORD}(?=(?:\s+{_WORD})?(?:,\s+{_WORD}(?:\s+{_WORD})?)*,?\s+and\s+{_WORD}))*")
_FIELDS = re.compile(r"\s(?:of|for|on)\s")
_CUE = re.compile(rf"\b(?:{_CUES})s?\b")
_OF_BODY = re.compile(r"([A-Z][\w-]+)(?:\s+[A-Z][\w.’'-]*){1,3}\s+of\s+(?=[A-Z])")
_OF_THE = re.compile(r"(.+?)\s+(?:of|for|on|to)\s+the\s+(?=\S+\s)")
_OPERATION = re.compile(r"\s*[-–]\s*(?:Operation\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+")
_FURTHER = re.compile(
    r"\s+(?:(?:in|for|to|against|on)\s+(?:the\s+)?|[-–—]\s+)(?P<name>[A-Z][\w-]*(?:\s+(?:and|of|the|for)?\s*[A-Z][\w-]*){0,4})\s+\((?P<short>[A-Z][A-Za-z-]{2,11})(?:\s+[A-Z][\w-]+)?[);,]"
)
_DESCRIBED = re.compile(
    rf"\b(?:company|firm|newspaper|broadcaster|channel|magazine|website|manufacturer|developer|airline|daily|weekly|think tank|charity|conglomerate|contractor|supplier|group|network|movement|band|club|team)\s+((?:{_WORD})(?:\s+(?:(?:and|&|of)\s+)?{_WORD}){{0,3}})"
)
_KIND = r"(?:company|companies|firm|airline|manufacturer|conglomerate|enterprise|corporation|broadcaster|newspaper|bank|think tank|news agency|contractor|supplier|operator|producer|developer|carrier|militia|insurgent group|armed group|rebel group|militant group|political party|non-profit|nonprofit|charity|watchdog|NGO|non-governmental organi[sz]ation|holding|subsidiary|shipbuilder|automaker|start-?up)"
_WHAT_IT_IS = re.compile(
    rf"(?<![\w-])((?:{_WORD})(?:\s+(?:&\s+)?{_WORD}){{0,3}})(?:\s+\([^()]{{2,12}}\))?(?:[’']s)?,\s+(?:an?|the|its|their)\s+(?:[\w’-]+\s+){{0,4}}?{_KIND}\b"
)
_QUOTED = re.compile(
    rf"({_KIND[:-1]}|compan(?:y|ies)|enterprises?|plants?|factory|factories|concern|agenc(?:y|ies))(?:,\s+including)?\s+)?[“\"«]((?:{_WORD})(?:\s+{_WORD}){{0,3}})[”\"»](\s+(?:{_KIND}|plant|factory|concern|JSC|LLC|Group))?"
)
_OFFICE = re.compile(
    r"(?:Deputy |Vice |First |Former )*(?:Chairman|Chairwoman|Chair|Chairperson|Speaker|Director|President|Head|Chief|Secretary|Secretary General|Minister|Ambassador|Member|Commander|Director General|Fellow|Founder|Editor|Dean|Rector|Governor|Mayor|Prosecutor|Commissioner|Representative|Spokesman|Spokeswoman|Spokesperson|Chief of Staff|Deputy|Leader|Envoy|Chief Executive|Executive Director|Managing Director|Secretary-General|Director-General|CEO|CFO|COO|Chief Executive Officer|Vice-President|Vice President|Co-founder|Editor-in-Chief|Chief Editor|Principal|Officer|Minister of State|DG|MPs?|Under-?[Ss]ecretary)"
    r"\s+(?:of|for|to)\s+(?:the\s+)?"
)
_TITLE = re.compile(
    r"\b(?:Minister|President|Secretary|Ambassador|Chairman|Chairwoman|Spokesman|Spokeswoman|Spokesperson|Envoy|Commander|Speaker|Representative|Director(?= of))s?\b(?![’']s?\s)"
)
_NAME_AFTER = re.compile(rf"(?:{_CUES})((?:\s+(?!(?:{_CUES})\b)[A-Z][a-zé’'-]+){{2,3}})\Z")
_COMMISSION = re.compile(
    r"\b(?:(?:joint|bilateral|intergovernmental|interparliamentary|trilateral|governmental|international)\s+)+(?:commission|committee|council|working group|centre|center)"
    r"(?:\s+(?:on|for)\s+[a-z][\w-]*(?:(?:,|\s+and)?\s+(?!in\b|at\b|with\b|was\b|is\b|has\b|were\b)[a-z][\w-]*){0,6})?"
)
_CUE_WORDS = heads(_CUES) | {"laboratory", "laboratories", "commission", "committee", "council", "group", "centre", "center"}
_KIND_WORDS = heads(
    _KIND[3:],
    "company|firm|newspaper|broadcaster|channel|magazine|website|manufacturer|developer|airline|daily|weekly|think tank|charity|conglomerate|contractor|supplier|group|network|movement|band|club|team|enterprises|plant|factory|factories|concern|agency|agencies|companies|JSC|LLC",
)


def organizations(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Institutions, with the short names that follow in parentheses; units by number; what is called a company."""
    for sentence in document.sentences:
        span = sentence.span
        if not sentence.words.isdisjoint(_CUE_WORDS) or document.text.find("(", span.start, span.end) >= 0:
            yield from _institutions(document, sentence, gazetteer)
            for found in _COMMISSION.finditer(document.text, span.start, span.end):
                yield Found(span=Span(*found.span()), type="organization", name=found[0], priority=4)
        for found in _UNIT.finditer(document.text, span.start, span.end):
            if _SITTING.search(found[0]):
                continue
            words = re.sub(r"^\S+\s+", "", found[0])
            unit = _CUE.search(words) or words.endswith("Fleet")
            first = re.match(r"\S+\s+\S+", found[0])
            if unit or (re.match(r"[A-Z]{3,}\b", words) and words.split(maxsplit=1)[0] not in gazetteer.names):
                end = found.end() if unit or first is None else found.start() + len(first[0])
                yield _organization(document, found.start(), end, 6)
        for found in _OWN_OFFICE.finditer(document.text, span.start, span.end) if "office" in sentence.words else ():
            yield _organization(document, *found.span(1), 5)
        for found in ARABIC.finditer(document.text, span.start, span.end) if "al" in sentence.words else ():
            known = gazetteer.names.get(found[0].replace("’", "'"))
            if found[1] in BODY_WORDS and known is None:
                yield _organization(document, *found.span(), 5)
        if not sentence.words.isdisjoint(_KIND_WORDS):
            yield from _companies(document, sentence, gazetteer)


def _institutions(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    """Capitalised phrases with a word of institutions, or with the short name that their initials make."""
    text = document.text
    for found in _PHRASE.finditer(text, sentence.span.start, sentence.span.end):
        start, end = found.span()
        while (
            lead := LEAD.match(text, start, end)
            or _OFFICE.match(text, start, end)
            or _BASED.match(text, start, end)
            or _WHO.match(text, start, end)
        ):
            start = lead.end()
        someone = _OF_THE.match(text, start, end)
        if (
            someone
            and not _CUE.search(someone[1])
            and _CUE.search(text, someone.end(), end)
            and (len(someone[1].split()) > 1 or "of the" not in someone[0])
        ):
            # "Ann Oye of the Labour Party": the body begins after whom it has.
            start = someone.end()
        elif (
            (someone := _OF_BODY.match(text, start, end))
            and not gazetteer.given.isdisjoint(someone[0].split()[:-1])
            and not _CUE.search(someone[0])
        ):
            start = someone.end() if _CUE.search(text, someone.end(), end) else start
        words = text[start:end]
        short = SHORT.match(text, end)
        cue = _CUE.search(words) or (short and not _INSTRUMENT.search(words) and _is_short_of(short[1], words) and len(short[1]) > 2)
        if all(part in gazetteer.names and gazetteer.names[part].type == "place" for part in re.split(r"\s+and\s+(?:the\s+)?", words)):
            continue
        heading = sentence.block is Block.HEADING and not BODY_FIRST.match(words)
        if cue and not heading and len(words.split()) > 1 and not _TITLE.search(words):
            yield from _parts(document, start, end, gazetteer)


def _companies(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    """What is said to be a company, a newspaper, a militia: "ASFAT, a state-owned company", ""Talco" company", "the airline Belavia"."""
    text, first, last = document.text, sentence.span.start, sentence.span.end
    for found in _WHAT_IT_IS.finditer(text, first, last):
        start = _after_opening(text, *found.span(1), gazetteer)
        known = gazetteer.names.get(text[start : found.end(1)])
        if start < found.end(1) and (known is None or known.type == "organization"):
            yield _organization(document, start, found.end(1), 4)
    for found in _QUOTED.finditer(text, first, last):
        if found[1] or found[3]:
            yield _organization(document, *found.span(2), 6)
    for found in _DESCRIBED.finditer(text, first, last):
        word, several = found[1].split(maxsplit=1)[0], " " in found[1]
        known = gazetteer.names.get(found[1])
        if word not in gazetteer.words["opening"] and (
            word not in gazetteer.names or (several and known is None and word not in gazetteer.given)
        ):
            # "the club Wellington Phoenix": the longer name wins over the city in it.
            yield _organization(document, *found.span(1), 6 if word in gazetteer.names else 3)


def _organization(document: Document, start: int, end: int, priority: int) -> Found:
    return Found(span=Span(start, end), type="organization", name=" ".join(document.text[start:end].split()), priority=priority)


_WHO = re.compile(
    r"(?:Students|Graduates|Alumni|Researchers|Professors|Lecturers|Doctors|Workers|Players|Fans|Heads|Chiefs|Directors|Envoys|Citizens|Residents|Shares|Customers|Users|Owners|Founders|Scientists|Experts|Officers|Commanders|Fighters)\s+(?:of|from|at|in)\s+(?:the\s+)?"
)
_BASED = re.compile(r"[\w.’ ]+-(?:funded|based|led|backed|owned|sponsored|run|headquartered)\s+")


def _after_opening(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name begins after a word that opens the sentence, or a nationality."""
    while (
        start < end
        and (first := re.match(r"\S+\s*", text[start:end]))
        and (first[0].strip() in gazetteer.words["opening"] or first[0].strip() in gazetteer.demonyms)
    ):
        start += len(first[0])
    return start


def _parts(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """An institution of an institution is two: "Institute of X of the Academy of Y"; and so are two that "and" joins."""
    words = document.text[start:end]
    short = SHORT.match(document.text, end)
    cut = next(
        (
            each
            for each in re.finditer(r",\s+(?:and\s+)?(?:the\s+)?|\s+(?:of|and)\s+(?:the\s+)?", words)
            if _apart(words[: each.start()], each[0], words[each.end() :], gazetteer)
            or (short and "the" in each[0].split() and _CUE.search(words[: each.start()]) and _is_short_of(short[1], words[each.end() :]))
        ),
        None,
    )
    if cut:
        yield from _parts(document, start, start + cut.start(), gazetteer)
        yield from _parts(document, start + cut.end(), end, gazetteer)
        return
    name = " ".join(words.split())
    if (
        not name[:1].isupper()
        or name.startswith("Joint and ")
        or (AGREEMENT.fullmatch(name) and not BODY_FIRST.match(name))
        or end - start < 4
        or not (_CUE.search(name) or (short and _is_short_of(short[1], name)))
        or len(name.split()) < 2
    ):
        return
    known = gazetteer.names.get(name)
    if known and known.type == "place":
        return
    end = _shorter(document.text, start, end, gazetteer)
    left = document.text[start:end].split()
    if left[-1] in _SITES:
        return
    if left[0] in _PLURALS or left[-1] in _SMALLER or left[-1] in _RANKS:
        return
    end = _further(document.text, start, end)
    name = " ".join(document.text[start:end].split())
    short = short or SHORT.match(document.text, end)
    entry = known if known and known.type == "organization" and known.name == name else gazetteer.names.get(name)
    entry = entry if entry and entry.type == "organization" else None
    yield Found(span=Span(start, end), type="organization", name=entry.name if entry else name, entry=entry, priority=5)
    if short:
        yield Found(span=Span(*short.span(1)), type="organization", name=name, priority=6)


def _shorter(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name ends before a person's, a day's or an aircraft's begins."""
    end -= trailing_name(text[start:end], gazetteer)
    spoken = _NAME_AFTER.search(text[start:end])
    # Not in "Universidad Espíritu Santo": the kind of body alone is no name.
    end = start + spoken.start(1) if spoken and not _FOREIGN.match(text, start) else end
    for pattern in (_DAY, _HARDWARE, _HOLDER):
        found = pattern.search(text, start, end)
        end = found.start() if found else end
    return end


def _further(text: str, start: int, end: int) -> int:
    """Where a name ends with what is its own too: a number, a task force's name, an operation, a region."""
    name = text[start:end]
    called = _CALLED.match(text, end) if name.endswith("Task Force") else None
    numbered = _NUMBERED.match(text, end) if _COUNTED.search(name) else None
    campus = _CAMPUS.match(text, end) if name.endswith("University of California") else None
    suffix = campus or _SUFFIX.match(text, end)
    if suffix:
        return suffix.end()
    end = called.end() if called else numbered.end() if numbered else end
    operation = _OPERATION.match(text, end) if re.search(r"(?:Force|Command)\Z", text[start:end]) else None
    if operation:
        title = _TITLE.search(text, end, operation.end())
        end += len(text[end : title.start() if title else operation.end()].rstrip())
    return _with_region(text, end)


_CAMPUS = re.compile(r",\s(?:Berkeley|Los Angeles|San Diego|Davis|Irvine|Santa Barbara|Santa Cruz|Riverside|Merced|San Francisco)\b")
_FOREIGN = re.compile(
    r"(?:Institut|Instituto|Movimento|Movimiento|Universidad|Universidade|Université|Universität|Ministerio|Fundación|Académie)\b"
)
_SUFFIX = re.compile(r",?\s(?:Inc|Ltd|Corp|LLC|Plc|PLC|Limited|Co)\b")
_COUNTED = re.compile(r"\b(?:Group|Squadron|Wing|Division|Battalion|Fleet|Force|Brigade|Team|Regiment|Unit|Reactor|Bureau)\Z")


def _is_short_of(short: str, name: str) -> bool:
    """Whether the capitals of a short name are the initials of a name."""
    return re.sub(r"[^A-Z]", "", short) == "".join(re.findall(r"\b[A-Z]", name))


def _with_region(text: str, end: int) -> int:
    """Where a name ends whose short name shows that it goes on: "Mission in Somalia (ATMIS)", "Task Force – Horn of Africa (CJTF-HOA)"."""
    further = _FURTHER.match(text, end)
    if further is None:
        return end
    rest = iter(re.sub(r"[^A-Z]", "", further["short"])[1:])
    # Its initials come in that order in the short name.
    return further.end("name") if all(letter in rest for letter in re.findall(r"\b[A-Z]", further["name"])) else end


def _apart(left: str, joint: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands left and right of a comma, "of the" or "and" are bodies of their own."""
    whole = gazetteer.names.get(left)
    if joint.startswith(","):
        # "Ministry of Trade, Industry and Energy" is one; "KAMAZ, Gazprom Neft and Russian Railways" are three.
        return not _FIELDS.search(left) or bool(
            _CUE.search(left.rsplit(maxsplit=1)[-1]) and (_CUE.match(right) or right.split(maxsplit=1)[0] in gazetteer.names)
        )
    # "the Nationalist Party of Khaleda Zia", "DMK and the Congress"
    of_someone = joint.strip() == "of" and _PARTY.search(left) and right.split(maxsplit=1)[0] in gazetteer.given and not _CUE.search(right)
    if of_someone or (joint.split() == ["and", "the"] and left.isupper() and " " not in left):
        return True
    if "and" in joint.split() and whole and (whole.type == "organization" or (whole.sure and _CUE.search(right))):
        return True
    if "and" not in joint.split():
        country = gazetteer.names.get(right) if re.search(r"\b(?:Party|Bank|Academy|Church|University)\Z", left) else None
        return "the" in joint.split() and bool(_CUE.search(left) and _CUE.search(right)) and not (country and country.type == "place")
    if not _FIELDS.search(left) and right.split(maxsplit=1)[0] in gazetteer.demonyms and _CUE.search(right):
        return True
    if (
        "the" in joint.split()
        and (_CUE.search(left) or len(left.split()) == 1 or (len(left.split()) < 4 and _CUE.search(right)))
        and len(right.split()) > 1
        and (_CUE.search(right) or not _FIELDS.search(left))
    ):
        return True
    if _CUE.search(left) and _PLACE_END.search(left) and not _FIELDS.search(right):
        # "Security Committee of the Republic of Belarus and Belavia": no field follows a country.
        last = _PLACE_END.search(left)
        if last and last[1] in gazetteer.names and gazetteer.names[last[1]].kind in {"country", "region"}:
            return True
    if _CUE.search(left) and (_OWN.fullmatch(right) or ("the" in joint.split() and _CUE.fullmatch(left.rsplit(maxsplit=1)[-1]))):
        # "the Progress Party and the Greens"
        return True
    if _NEXT_BODY.match(right) and _CUE.search(left):
        return True
    if (
        _CUE.fullmatch(left.rsplit(maxsplit=1)[-1])
        and len(left.split()) > 1
        and (len(right.split()) > 1)
        and right.split(maxsplit=1)[0] not in _MORE
    ):
        # "the Religious Party and United Torah": what ends in its kind of body ends.
        return True
    if not (_CUE.search(left) and _CUE.search(right)) or len(right.split()) < 2:
        return False
    # "Ministry of Trade and Industry Development" is one; "Government of Iraq and the Regional Government" are two.
    return "the" in joint.split() or not re.search(r"\b(?:of|for|on)\b", left)


_PARTY = re.compile(r"\b(?:Party|Movement|Front|Coalition|Government|Cabinet|Bloc|Alliance|League)\Z")
_PLACE_END = re.compile(r"\bof\s+(?:the\s+)?(?:Republic of\s+)?([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\Z")
_INSTRUMENT = re.compile(
    r"\b(?:Agreement|Treaty|Convention|Protocol|Initiative|Framework|Declaration|Memorandum|Act|Plan|Strategy|Accord|Pact|Charter|Exercise|Operation|Summit|Area|Zone|Region|Corridor|Pipeline|Product|Programme|Program|Project|Goals|Disease|Syndrome|Virus|Dam|Act|Bill|Games|Cup|Championships?|Festival|Line of|War|Technology|Index)\b"
)
_NEXT_BODY = re.compile(r"(?:University|Ministry|Bank|Embassy|Government|Department|Chamber|Council|Institute|Academy|Parliament)\s+of\s")
_MORE = frozenset(
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
_PLURALS = frozenset({"Heads", "Ministries", "Embassies", "Armies", "Governments", "Parliaments", "Universities", "Banks"})
_SMALLER = frozenset(
    {
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
_DAY = re.compile(
    r"\s+(?:(?:on|in|by|from|for|last|next)\s+)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|April|June|July|August|September|October|November|December)\b.*"
)
_CALLED = re.compile(r"(?:\s+(?!(?:In|On|At|The|Marines|Soldiers)\b)[A-Z][a-z]+){1,2}(?=\s+[a-z]|[,.)])")
_NUMBERED = re.compile(
    r"\s+\d{1,3}(?![\w%,.]\d|\w|\s+(?:percent|people|members|January|February|March|April|May|June|July|August|September|October|November|December|million))"
)
_HARDWARE = re.compile(r"\s+[A-Z]{1,3}-\d+")
_HOLDER = re.compile(
    r"\s+(?:CEO|CFO|COO|MPs?|MEPs?|Chief Executive|Speaker|Chairman|Chairwoman|Chairperson|President|Spokes(?:man|woman|person)|Commanders?|Officials?|Leaders?|Director General)\Z"
)
_OWN_OFFICE = re.compile(r"(?:\b[Tt]he\s+)((?:[A-Z][\w-]+\s+){1,3}?[A-Z][\w-]+[’']s\s+Office)\b")
_RANKS = frozenset({"Sgt", "Maj", "Gen", "Col", "Lt", "Capt", "Cpl", "Adm", "Cmdr"})
_OWN = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|[A-Z]{3,}")
"""Names that can only be of one body: "ExxonMobil", "UNICEF"."""
