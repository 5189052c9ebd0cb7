"""Organizations: capitalised phrases that say by a word of theirs what they are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.agreements import BODY_FIRST, LEAD
from sourcebook.extract.agreements.treaties import SHORT
from sourcebook.extract.bodies.holders import PORTFOLIO, without_holders
from sourcebook.extract.bodies.names import body_at, parts
from sourcebook.extract.bodies.shared_heads import shared_heads
from sourcebook.extract.bodies.small import bodies_of_states, small_bodies
from sourcebook.extract.bodies.units import units, with_number
from sourcebook.extract.bodies.words import CUE, CUES, TITLE, WORD, is_short_of
from sourcebook.extract.document import HEADING, Document, Sentence, beginning_with, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names import arabic
from sourcebook.extract.phrases import MONTH, WEEKDAY, heads
from sourcebook.extract.phrases import words as words_of

_JOIN = r"(?:\s+(?:of|for|on|and|&|the|to|de|bin|bint|ibn)(?:\s+(?:the|of|and|a|an))?)?"
_PHRASE = re.compile(
    rf"(?:{WORD})(?:{_JOIN}\s+{WORD}|,\s+{PORTFOLIO},\s+and\s+{PORTFOLIO}\b|,\s+and\s+(?!(?:President|Director|Chair\w*|Head|Chief|Minister|Secretary|Member|Commander|Ambassador|Governor|Professor|Dean)\b){WORD}(?=\s+of\s+[A-Z]|\s+\()|,\s+{WORD}(?=(?:\s+{WORD})?(?:,\s+{WORD}(?:\s+{WORD})?)*,?\s+and\s+{WORD}))*"
)
_OF_BODY = re.compile(r"([A-Z][\w-]+)(?:\s+[A-Z][\w.’'-]*){1,3}\s+of\s+(?=[A-Z])")
_FOR_WHOM = re.compile(r".*\s(?:of|for)\s+(?:the\s+)?(?=[A-Z])")
_STATESMEN = re.compile(
    r"(?:[A-Z][\w-]+\s+){0,2}Heads of (?:State|Government)(?: (?:and|or) (?:of )?(?:State|Government))?(?:\s(?:on|for)\s.*)?"
    r"|(?:National|Member|International) (?:Federations|Associations)|(?:First )?Deputy Parliament|Mission of (?:the )?.{2,24}Embass(?:y|ies)"
)
"""People or many, no body: "EU Heads of State and Government", "106 National Federations"."""
_OF_A_CUP = re.compile(r"Groups? [A-L]")
_SENT_TO = re.compile(r".*\sto\s+(?:the\s+)?(?=[A-Z])")
_OF_THE = re.compile(r"(.+?)\s+(?:(?:of|for|on|to)\s+the|for\s+an?|to\s+an?)\s+(?=\S+\s)")
_DESCRIBING = (
    r"(?:company|firm"
    r"|(?:mining|oil|gas|energy|tech|technology|telecom|telecoms|media|steel|defen[cs]e|shipping|commodities"
    r"|internet|retail|drug|banking|insurance|chip|battery|e-commerce|nuclear|auto|aerospace|arms|food"
    r"|aviation|cement|tobacco|logistics|gaming|streaming|software) "
    r"(?:giant|major|group|maker|producer|trader|supplier|conglomerate)"
    r"|(?:investment|commercial|state|private|development|central|retail) bank|lender|miner|watchdog"
    r"|(?:rebel|militant|insurgent|militia|armed|rights|human rights|advocacy|opposition|research|lobby"
    r"|campaign|monitoring|environmental|extremist|jihadist|Islamist|paramilitary|separatist|guerrilla"
    r"|civil society|industry) group|militia|news agency|news outlet|news site|think-tank|NGO|startup|start-up"
    r"|consultancy|retailer|carmaker|automaker|shipbuilder|pollster|law firm|operator|subsidiary"
    r"|(?:rights|aid|human rights|terrorist|militant|relief|advocacy) organi[sz]ation|(?<=the )organi[sz]ation|newspaper|broadcaster"
    r"|channel|magazine|website|manufacturer|developer|airline|daily|weekly|think tank|charity|conglomerate"
    r"|contractor|supplier|(?:defen[cs]e|industrial|steel|energy|arms|media|state) concern"
    r"|(?:education|service|internet|energy) provider|group|network|movement|band|club|team)"
)
_DESCRIBED = re.compile(
    rf"\b{_DESCRIBING},?\s+"
    rf"(?!(?:{MONTH}|{WEEKDAY}|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Sir|Lt)\b)((?:{WORD})(?:\s+(?:(?:and|&|of)\s+)?{WORD}){{0,3}})"
)
_DESCRIBED_BY = frozenset({"defence", "defense", "organization", "organisation", "e", *re.findall(r"[A-Za-z]{3,}", _DESCRIBING)} - {"the"})
_KIND = r"(?:company|companies|firm|airline|manufacturer|conglomerate|enterprise|corporation|broadcaster|newspaper|bank|think tank|news agency|contractor|supplier|operator|producer|developer|carrier|militia|insurgent group|armed group|rebel group|militant group|political party|non-profit|nonprofit|charity|watchdog|NGO|non-governmental organi[sz]ation|concern|provider|manufacturer|holding|subsidiary|shipbuilder|automaker|start-?up|TV channel|television channel|TV station|radio station|TV network|news outlet|pollster|polling firm)"
_WHAT_IT_IS = re.compile(
    rf"(?<![\w-])((?:{WORD})(?:\s+(?:(?:&|des?|du|del|pour|sans|y|et)\s+(?:l[ae]s?\s+|los\s+)?)?{WORD}){{0,3}})(?:\s+\([^()]{{2,12}}\))?(?:[’']s)?(?:,|\s+[—–])\s+(?:an?|the|its|their)\s+(?:(?!(?:publisher|editor|owner|founder|head|director|leader|chief|voice)\s)[\w’-]+\s+){{0,4}}?(?:{_KIND}\b(?![’'])|(?:group|organi[sz]ation|coalition|alliance|movement|collective|consortium|network|institute|agency)(?=\s+(?:that|which|of|for|in|based|linked|led|with|run|owned|founded|established|representing|working|fighting|backed|headquartered|operating|focused|dedicated|campaigning|close|affiliated|allied|set|seeking|formed)\b|[,.;—–]))"
)
_MARK = re.compile('[“"«]')
_ASIDE = re.compile(r"(?:,|[—–])\s+(?:an?|the|its|their)\s")
_QUOTED = re.compile(
    rf"({_KIND[:-1]}|compan(?:y|ies)|enterprises?|plants?|factory|factories|concern|agenc(?:y|ies))(?:,\s+including)?\s+)?[“\"«]((?:{WORD})(?:\s+{WORD}){{0,3}})[”\"»](\s+(?:{_KIND}|plant|factory|concern|JSC|LLC|Group))?"
)
_OFFICE = re.compile(
    r"(?:Deputy |Vice |First |Former )*(?:Chairman|Chairwoman|Chair|Chairperson|Speaker|Director|President|Head|Chief of Staff|Chief|Secretary|Secretary General|Minister|Ambassador|Member|Commander|Director General|Fellow|Founder|Editor|Dean|Rector|Governor|Mayor|Prosecutor|Commissioner|Representative|Spokesman|Spokeswoman|Spokesperson|Chief of Staff|Deputy|Leader|Envoy|Chief Executive|Executive Director|Managing Director|Secretary-General|Director-General|CEO|CFO|COO|Chief Executive Officer|Vice-President|Vice President|Co-founder|Editor-in-Chief|Chief Editor|Principal|Officer|Minister of State|DG|MPs?|Under-?[Ss]ecretary)"
    r"\s+(?:of|for|to)\s+(?:the\s+)?"
)
_OF_HOLDERS = re.compile(
    r"\bHouse of Representatives\b|\b(?:Council|Cabinet|Committee|College|Conference|Association) of (?:the )?(?:[A-Z]\w+ )*(?:Ministers|Ambassadors|Commissioners|Representatives|Speakers|Presidents)\b|\b(?:Representatives|Ministers|Ambassadors|Presidents|Speakers) (?:Committee|Council|Conference)\b|\bOffice of the (?:[A-Z]\w+ )*?(?:Secretary|President|Prime Minister|Minister|Chairman|Commissioner|Director|Spokesperson|Representative|Coordinator|Speaker|Envoy)\b|\bChamber of (?:Senators|Representatives|Ministers)\b"
)
"""Bodies of several holders of an office: "Council of Ministers"."""
_JOINT = words_of("joint bilateral intergovernmental interparliamentary trilateral governmental international")
_COMMISSION = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(_JOINT))})\s+)+(?:commission|committee|council|working group|centre|center)"
    r"(?:\s+(?:on|for)\s+[a-z][\w-]*(?:(?:,|\s+and)?\s+(?!in\b|at\b|with\b|was\b|is\b|has\b|were\b)[a-z][\w-]*){0,6})?"
)
_CUED = beginning_with({each[:4].lower() for each in re.findall(r"[^\W_]+", CUES)})
_CUE_WORDS = heads(CUES) | {"laboratory", "laboratories", "commission", "committee", "council", "group", "centre", "center"}
_KIND_WORDS = heads(
    _KIND[3:],
    "organization|organisation|coalition|alliance|collective|consortium|institute|startup|outlet|based|company|firm|newspaper|broadcaster|channel|magazine|website|manufacturer|developer|airline|daily|weekly|think tank|charity|conglomerate|contractor|supplier|group|network|movement|band|club|team|giant|major|maker|producer|trader|bank|lender|miner|watchdog|militia|think-tank|NGO|retailer|carmaker|consultancy|operator|subsidiary|enterprises|plant|factory|factories|concern|agency|agencies|companies|JSC|LLC",
)


def organizations(document: Document, gazetteer: Gazetteer, offices: Sequence[int] = ()) -> Iterator[Found]:
    """Institutions, with the short names that follow in parentheses; units by number; what is called a company. `offices` are the ends of these."""
    yield from _institutions(document, gazetteer, offices)
    yield from (body_at(document, *found.span(), 4) for found in document.begun(_COMMISSION, document.where(_JOINT)))
    yield from units(document, gazetteer)
    yield from _of_bodies(document, gazetteer)
    for found in document.begun(arabic.NAME, document.where(arabic.FIRST)):
        if not found["place"] and found[0].replace("’", "'") not in gazetteer.names:
            yield body_at(document, *found.span(), 6)
    yield from (body_at(document, *found.span(1), 5) for found in document.finds(_CALLED_SO, _CALLING))
    yield from _companies(document, gazetteer)
    yield from small_bodies(document)
    yield from shared_heads(document, gazetteer)
    yield from bodies_of_states(document, gazetteer)


def _of_bodies(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Offices and organs of bodies: "SOUTHCOM Public Affairs", "U.S. Army Europe", "Commission of the African Union"."""
    for found in document.finds(_PUBLIC_AFFAIRS, {"affairs"}):
        lead = LEAD.match(document.text, *found.span())
        yield body_at(document, lead.end() if lead else found.start(), found.end(), 6)
    yield from (body_at(document, *found.span(), 6) for found in document.finds(_SMALL_MISSION, {"mission"}))
    yield from (body_at(document, *found.span(1), 5) for found in document.finds(_OWN_OFFICE, {"office"}))
    for found in document.finds(_OF_KNOWN, _ORGANS):
        if gazetteer.body(found["body"] or found["known"]):
            each = body_at(document, *found.span(), 6)
            # "African Union (AU) Commission" is the African Union Commission.
            yield each.called(re.sub(r"\s\([^)]*\)", "", each.name))


def _institutions(document: Document, gazetteer: Gazetteer, offices: Sequence[int]) -> Iterator[Found]:
    """Capitalised phrases with a word of institutions, or with the short name that their initials make."""
    cues = document.where_so(_CUED)
    for sentence in document.sentences:
        if not sentence.words.isdisjoint(_CUE_WORDS) or "(" in sentence.span.of(document.text):
            yield from _institutions_of(document, sentence, cues, gazetteer, offices)


def _institutions_of(
    document: Document, sentence: Sentence, cues: list[int], gazetteer: Gazetteer, offices: Sequence[int]
) -> Iterator[Found]:
    """Those of a sentence; `cues` are where words of institutions stand."""
    text = document.text
    for begin, last in without_holders(text, _phrases(document, sentence, cues), offices, gazetteer):
        start, end, at = begin, last, bisect_left(cues, begin)
        if not (at < len(cues) and cues[at] < end and CUE.search(text, start, end)) and not SHORT.match(text, end):
            continue
        if _PORTFOLIO_OF.match(text, start, end) or _THING_FOR.match(text, start, end):
            # "Minister of Works and Transport": a field, no body. "Initiative on New Technologies": neither.
            continue
        while (
            lead := LEAD.match(text, start, end)
            or _OFFICE.match(text, start, end)
            or _AND_OFFICE.match(text, start, end)
            or _BASED.match(text, start, end)
            or _SESSION.match(text, start, end)
            or _WHO.match(text, start, end)
            or _HOLDER_FIRST.match(text, start, end)
            or _of_country(text, start, end, gazetteer)
        ):
            start = lead.end()
        own = _FOR_WHOM.match(text, start, end) or _PAIRED.match(text, start, end)
        if own and not CUE.search(own[0]) and gazetteer.body(text[own.end() : end]):
            # "Programs for U.S. Africa Command", "China-European Union"
            start = own.end()
        sent = _SENT_TO.match(text, start, end)
        if sent and not CUE.search(sent[0]) and CUE.search(text, sent.end(), end):
            # "Permanent Representative of Norway to the European Union"
            start = sent.end()
        someone = _OF_THE.match(text, start, end)
        if (
            someone
            and not CUE.search(someone[1])
            and CUE.search(text, someone.end(), end)
            and (len(someone[1].split()) > 1 or "of the" not in someone[0] or start > begin or _is_land(someone[1], gazetteer))
        ):
            # "Ann Oye of the Labour Party": the body begins after whom it has.
            start = someone.end()
        elif (
            (someone := _OF_BODY.match(text, start, end))
            and not gazetteer.given.isdisjoint(someone[0].split()[:-1])
            and not CUE.search(someone[0])
        ):
            start = someone.end() if CUE.search(text, someone.end(), end) else start
        # Few names hold a title.
        spoken = text[start:end].split()
        titled = not _TITLE_WORDS.isdisjoint(spoken)
        end = led.start() if titled and (led := _TITLES.search(text, start, end)) else end
        start = _after_holder(text, start, end)
        nation = _nation_and(text, start, end, gazetteer)
        start = nation.end() if nation else start
        held = _HELD.search(text, start, end)
        end = held.start() if held else end
        words = text[start:end]
        chambers = words.endswith(" Chambers") and words.count(" ") == 1
        if chambers or _STATESMEN.fullmatch(words) or _OF_A_CUP.fullmatch(words) or _is_title(words, gazetteer):
            continue
        short = SHORT.match(text, end)
        if short and start > begin and short[1].isupper() and is_short_of(short[1], _small_joints(text[begin:end])):
            # "Chief of Army Staff (COAS)": an office.
            continue
        cue = CUE.search(words) or (short and not _INSTRUMENT.search(words) and is_short_of(short[1], words) and len(short[1]) > 2)
        if all(part in gazetteer.names and gazetteer.names[part].type == "place" for part in re.split(r"\s+and\s+(?:the\s+)?", words)):
            continue
        heading = sentence.block is HEADING and not BODY_FIRST.match(words)
        if cue and not heading and len(words.split()) > 1 and not TITLE.search(_OF_HOLDERS.sub("", words)):
            yield from with_number(document, parts(document, start, end, gazetteer), sentence.span.start, start)


def _is_title(words: str, gazetteer: Gazetteer) -> bool:
    """Whether words are an office, or one after a nationality: "Kenyan Chief of Defence Forces"."""
    first, _, rest = words.partition(" ")
    return words in gazetteer.titles or (first in gazetteer.demonyms and rest in gazetteer.titles)


def _phrases(document: Document, sentence: Sentence, cues: list[int]) -> Iterator[re.Match[str]]:
    """The capitalised phrases of a sentence with a word of institutions, or a short name within or behind them; "and a" parts two of them."""
    for found in matches(_PHRASE, document.text, document.capitals_by_sentence[sentence.number], sentence.span.end):
        start, end = found.span()
        at = bisect_left(cues, start)
        cued = at < len(cues) and cues[at] < end
        if not cued and "(" not in found[0] and ", or" not in found[0] and not SHORT.match(document.text, end):
            continue
        led = _ADVERB_THE.match(document.text, start, end) if start == sentence.span.start else None
        start = led.end() if led else start
        for joint in _AND_A.finditer(document.text, found.start(), end) if " a" in found[0] else ():
            if left := _PHRASE.match(document.text, start, joint.start()):
                yield left
            start = joint.end()
        whole = found if start == found.start() else _PHRASE.match(document.text, start, end)
        if whole:
            yield whole


_ADVERB_THE = re.compile(
    r"(?:[A-Z][a-z]+(?:upon|ly|ore|less|wise|wards?|ever|while)|[A-Z][a-z]+s|Enter|Meet|Take|Ask|Call)\s+the\s+(?=[A-Z])"
)
"""As in "Thereupon the Chilean Foreign Office"."""
_AND_A = re.compile(r"\s+and\s+an?\s+")


def _after_holder(text: str, start: int, end: int) -> int:
    """Where a body's name begins after who holds an office: "Foreign Minister Ann Lee and the Norwegian Government"."""
    other = _AND_OFFICE.match(text, start, end) if text.find(" and ", start, end) >= 0 else None
    if other and (office := _OFFICE.match(text, other.end(), end)):
        # "United Nations Secretary-General and Head of the United Nations Office"
        start = office.end()
    holder = _HOLDER_AND.match(text, start, end)
    led = holder and TITLE.search(holder[0]) and not CUE.search(holder[0]) and CUE.search(text, holder.end(), end)
    return holder.end() if holder and led else start


def _of_country(text: str, start: int, end: int, gazetteer: Gazetteer) -> re.Match[str] | None:
    """The country whose office follows: "Somalia Chief of Defense Forces"."""
    found = _COUNTRYS_CHIEF.match(text, start, end)
    return found if found and gazetteer.country(found[1]) else None


_COUNTRYS_CHIEF = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)?) (?=(?:Chief|Commander|Head|Minister|Secretary|Director) (?:of|for) )")


def _nation_and(text: str, start: int, end: int, gazetteer: Gazetteer) -> re.Match[str] | None:
    """A nationality that "and" joins to that of a body: "Kenyan and U.S. Army"."""
    found = _NATION_AND.match(text, start, end)
    nation = gazetteer.demonyms.get(found[1]) if found else None
    return found if nation and nation.kind == "country" else None


_HOLDER_AND = re.compile(r".*\sand\sthe\s(?=[A-Z])")
_NATION_AND = re.compile(r"([A-Z]\w+) and (?=(?:U\.S\.|US|UK|[A-Z]\w+) [A-Z])")


def _is_land(words: str, gazetteer: Gazetteer) -> bool:
    """Whether words are a country: what follows "of the" is no part of it, as in "a meeting in Ghana of the Economic Community"."""
    known = gazetteer.names.get(words)
    return known is not None and known.kind in {"country", "macro-region"}


_AND_OFFICE = re.compile(
    r"(?:[A-Z][\w-]+\s+){0,5}(?:Minister|Secretary|Director|Chief|Commander|Head|Chairman|President)(?:[- ]General)?\s+and\s+(?:the\s+)?(?=(?:Deputy |Vice |First )*(?:Chief|Head|Commander|Director|Chairman|Minister|President)\s+of\s)"
)
_PORTFOLIO_OF = re.compile(
    r"(?:Deputy |State |Cabinet |Prime )*(?:Minister|Secretary) (?:of|for) (?:State for )?(?!the\b|Ministry|Government|Cabinet|Council|State\b)(?!.*\b(?:Ministry|Government|Council|Commission|Union)\b)"
)
_THING_FOR = re.compile(
    rf"(?:(?!(?:{CUES})\b)[A-Z][\w.’-]*\s)*(?:Initiative|Framework|Plan|Strategy|Project|Treaty|Act|Declaration|Guidelines|Order|Call)\s(?:[Oo]n|[Ff]or|[Tt]o)\s(?!the\s[A-Z]\w+\s(?:{CUES})\b)"
)
_TITLES = re.compile(r"(?:,?\sand|,)?\s(?:Mrs?|Ms|Dr|Prof|Sir|Hon|MLA|MP|MPs(?=\Z)|I(?=\Z)|Sheikh|Shri|Smt|U|Daw)(?:\s.*)?\Z")
"""Where somebody begins who stands right after a body: "Mars Society Dr"."""
_TITLE_WORDS = words_of("Mr Mrs Ms Dr Prof Sir Hon MLA MP MPs I Sheikh Shri Smt U Daw")
_HELD = re.compile(
    r"\s(?:(?<=Forces\s)|(?<=Force\s)|(?<=Army\s)|(?<=Navy\s)|(?<=Police\s)|(?<=Guard\s)|(?<=Command\s)|(?<=Ministry\s)|(?<=Affairs\s)|(?<=Council\s)|(?<=Bank\s)|(?<=Agency\s)|(?<=Bureau\s)|(?<=Institute\s)|(?<=Commission\s)|(?<=Committee\s)|(?<=Department\s)|(?<=Group\s)|(?<=Board\s)|(?<=Fund\s)|(?<=Service\s)|(?<=Troops\s)|(?<=Corps\s)|(?<=Authority\s)|(?<=Center\s)|(?<=Centre\s)|(?<=Directorate\s)|(?<=Secretariat\s)|(?<=Federation\s)|(?<=University\s)|(?<=Union\s)|(?<=Office\s)|(?<=Association\s)|(?<=Foundation\s)|(?<=Chamber\s)|(?<=League\s)|(?<=Alliance\s)|(?<=Party\s)|(?<=Company\s)|(?<=Corporation\s)|(?<=Organization\s)|(?<=Organisation\s)|(?<=Society\s)|(?<=Coalition\s)|(?<=Movement\s)|(?<=Front\s)|(?<=Airways\s)|(?<=Airlines\s)|(?<=Limited\s)|(?<=Holdings\s)|(?<=Assembly\s)|(?<=Parliament\s)|(?<=Senate\s)|(?<=Congress\s)|(?<=Duma\s)|(?<=Knesset\s))"
    r"\s*(?:(?:Deputy|Vice|Assistant|State|Executive|Managing|First|Acting|General)\s+)*"
    r"(?:Chief|Commander|Secretary|Director|Minister|President|Spokes\w+|Chairman|Chairwoman|Commissioner|Representative|Lieutenant|Colonel|Captain|Major|Sergeant|Admiral|Brigadier|Corporal|CEO|CFO|Speaker|Deputy(?= [A-Z])|Lawmaker|Senator)\b(?![’']s\s+Office|\s+(?:Council|Committee|Commission|Board|Office))"
)
"""Who holds an office in a body, right after its name: "Indonesian Navy Chief of Staff"."""


def _small_joints(words: str) -> str:
    """The words with capitals where a short name may have a letter for a small one: "Chief Of Army Staff"."""
    return re.sub(r"\b(?:of|and|for)\b", lambda one: one[0].capitalize(), words)


def _companies(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """What is said to be a company, a newspaper, a militia: "ASFAT, a state-owned company", ""Talco" company", "Oslo-based Northern Lab"."""
    text = document.text
    for sentence in document.holding(_KIND_WORDS):
        first, last = sentence.span.start, sentence.span.end
        for found in _WHAT_IT_IS.finditer(text, first, last) if _ASIDE.search(text, first, last) else ():
            start, end = _after_opening(text, *found.span(1), gazetteer), found.end(1)
            known = gazetteer.names.get(text[start:end])
            if start < end and (known is None or known.type == "organization") and not text.endswith(" Doctrine", start, end):
                yield body_at(document, start, end, 4)
        for found in _QUOTED.finditer(text, first, last) if _MARK.search(text, first, last) else ():
            if found[1] or found[3]:
                yield body_at(document, *found.span(2), 6)
    for found in document.finds(_SEATED, {"based"}):
        words = found[1].split()
        if words[0] not in gazetteer.given and gazetteer.names.get(found[1]) is None and words[0] not in gazetteer.titles:
            joint = re.search(r" and ", found[1]) if CUE.fullmatch(words[-1]) is None else None
            stop = found.start(1) + joint.start() if joint else found.end(1)
            yield body_at(document, found.start(1), stop, 3)
            if joint:
                yield body_at(document, found.start(1) + joint.end(), found.end(1), 3)
    yield from _described(document, gazetteer)


def _described(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Bodies after the words for what they are: "the airline Belavia"."""
    text = document.text
    for found in document.begun(_DESCRIBED, document.where(_DESCRIBED_BY)):
        first = document.sentence_of(found.start()).span.start
        word, several = found[1].split(maxsplit=1)[0], " " in found[1]
        if _CALLS.search(text, max(first, found.start() - 16), found.start()):
            # "Japan calls the group Takeshima"
            continue
        led_by_place = gazetteer.place(word) is not None
        if (
            several
            and (not led_by_place or ", " in found[0])
            and (_HELD_IN.search(text, max(first, found.start() - 90), found.start()) or word in gazetteer.given)
        ):
            # "the deputy head of the company Ann Lee"
            continue
        if word.isupper() and len(word) > 2 and " and " in found[1]:
            yield body_at(document, found.start(1), found.start(1) + len(word), 3)
            continue
        known = gazetteer.names.get(found[1])
        if word not in gazetteer.words["opening"] and (
            word not in gazetteer.names or (several and known is None and word not in gazetteer.given)
        ):
            # "the club Wellington Phoenix": the longer name wins over the city in it.
            yield body_at(document, *found.span(1), 6 if word in gazetteer.names else 3)


_CALLING = frozenset({"called", "named", "known", "dubbed"})
_CALLED_SO = re.compile(
    rf"\b(?:groups?|coalition|alliance|movement|militias?|faction|party|organi[sz]ation|company|firm|network|association|bloc|think tank|NGO|charity)\s+(?:called|named|known\s+as|dubbed)\s+(?:the\s+)?[“\"‘]?((?:{WORD})(?:\s+(?:(?:and|of|for|&)\s+)?{WORD}){{0,4}})"
)
"""A body by what it is called: "a coalition called Seleka"."""
_CALLS = re.compile(r"\bcall(?:s|ed|ing)?\s+(?:the|this|that|their)\s+(?:\w+\s+)?\Z")
_SEATED = re.compile(
    rf"\b[A-Z][\w.]+(?:\s[A-Z]\w+)?-based\s+(?!(?:[A-Z]\w+ist|[A-Z]\w+er)\b)((?:{WORD})(?:\s+(?:(?:and|&|of)\s+)?{WORD}){{0,3}})(?=[,.;:)’']|\s+(?:[a-z(]|\Z))"
)
"""A firm or a group by its seat: "Toronto-based Northern Lab"."""
_HELD_IN = re.compile(
    r"\b(?:[Hh]ead|[Dd]irector|[Pp]resident|[Cc]hair\w*|CEO|[Ff]ounder|[Cc]o-founder|[Mm]ember|[Mm]anager|[Rr]epresentative|[Ee]mployee|[Ss]pokes\w+|[Oo]fficer|[Ss]ecretary|[Ll]eader|[Gg]eneral) (?:of|for|at) (?:[\w’'-]+ ){0,12}\Z"
)
_PAIRED = re.compile(r"[A-Z]\w+[–-](?=[A-Z])")
_WHO = re.compile(
    r"(?:Personnel|Dozens|Hundreds|Thousands|Scores|Millions|Most|Medics|Soldiers|Marines|Troops|Guardsmen|Servicemen|Crews|Units|Elements|Sailors|Airmen|Pilots|Engineers|Paratroopers|Veterans|Officials|Lawmakers|Activists|Judges|Lawyers|Employees|Diplomats|Delegates|Volunteers|Students|Graduates|Alumni|Researchers|Professors|Lecturers|Doctors|Workers|Players|Fans|Heads|Chiefs|Directors|Envoys|Citizens|Residents|Shares|Customers|Users|Owners|Founders|Scientists|Experts|Officers|Commanders|Fighters|Part|Day|Anniversary|Membership|Accession|Admission|Entry|Withdrawal|Expulsion|Suspension)\s+(?:of|from|at|into|in|to)\s+(?:the\s+)?"
)
_PUBLIC_AFFAIRS = re.compile(
    rf"(?<![\w-])(?:U\.S\.\s|US\s)?(?:(?:\d{{1,3}}(?:st|nd|rd|th)|{WORD})\s){{1,5}}Public Affairs(?: Office| Detachment| Squadron)?\b(?!\s(?:Officer|Section|Specialist|Director|Chief|NCO|Committee))"
)
_ORGANS = frozenset({"commission", "secretariat", "parliament", "assembly", "press", "bank", "council", "presidium", "politburo"})
_OF_KNOWN = re.compile(
    r"\b(?:Commission|Secretariat|Parliament|Parliamentary Assembly|Presidium|Politburo) of the (?P<body>[A-Z][\w-]+(?:[’']s)?(?: (?:of |for |and |the )*[A-Z][\w-]+){0,5})"
    r"|\b(?P<known>[A-Z][\w-]+(?: [A-Z][\w-]+){1,5}) \((?:[A-Z]{2,8})\) (?:Commission|Secretariat|Parliament|Assembly|Development Bank|Business Council)\b"
)
"""An organ of a body that the tables know: "Commission of the African Union"."""
_SMALL_MISSION = re.compile(
    r"\b(?:EU|UN|AU|NATO|OSCE|ECOWAS|SADC) (?:[a-z-]+ ){1,3}mission in (?:the )?[A-Z][\w-]+(?: (?:African Republic|Sudan|Republic))?"
    r"|\b(?:(?:permanent|diplomatic) )?mission (?:to|at) (?:the )?(?:United Nations|UN|European Union|EU|NATO|OSCE|African Union)\b"
)
"""Missions in small letters: "EU training mission in Mali", "Norway’s mission to the UN"."""
_HOLDER_FIRST = re.compile(
    r"(?:(?:Deputy |Vice |Joint |Additional |Acting |Executive |Regional |Country |National |Senior |General )*(?:Governor|Chairman|Chairperson|Managing Director|Director General|Director|Commissioner|Registrar|(?:General |Station )?Officer Commanding|Commanding Officer)|Board of (?:Executive )?(?:Directors|Governors|Trustees)(?: of)?(?: the)?)\s+(?=[A-Z\d])(?!General\b|Generals?[’']|Office\b|of\b)"
)
"""An office right before its body, as it is written in South Asia: "Governor State Bank of Pakistan"."""
_SESSION = re.compile(
    r"(?:(?:[A-Z]\w+(?:th|rd|nd|st)|Extraordinary|Ordinary|Special|Annual)\s)*(?:Session|Meeting|Round|Summit|Conference) of (?:the )?(?=[A-Z])|Heads of State(?: and Government)? of (?:the )?"
    r"|Headquarters of (?:the )?(?=(?:[A-Z]\w+ ){0,4}(?:Community|Union|Organi[sz]ation|Nations|Bank|Agency|Commission|Company|Corporation|Institute|League|Party|Council)\b)"
)
_BASED = re.compile(
    r"[\w.’ ]+-(?:funded|based|led|backed|owned|sponsored|run|headquartered|controlled|linked|aligned|affiliated|registered|incorporated|listed|sanctioned)\s+"
)


def _after_opening(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name begins after a word that opens the sentence, or a nationality."""
    while (
        start < end
        and (first := re.match(r"\S+\s*", text[start:end]))
        and (first[0].strip() in gazetteer.words["opening"] or first[0].strip() in gazetteer.demonyms)
    ):
        start += len(first[0])
    return start


_INSTRUMENT = re.compile(
    r"\b(?:Agreement|Treaty|Convention|Protocol|Initiative|Framework|Declaration|Memorandum|Act|Plan|Review|Contributions?|Means|Financing|Estimates?|Strategy|Accord|Pact|Charter|Exercise|Operation|Summit|Area|Zone|Region|Corridor|Pipeline|Product|Programme|Program|Project|Goals|Nationals|Disease|Syndrome|Virus|Dam|Act|Bill|Games|Dialogue|Meeting|Talks|Consultations|Cup|Championships?|Festival|Line of|War|Technology|Index|Assessment|Study|Analysis|Method|Rate|Syndrome|Therapy|Fever|Capability|Certificate|Machine|Permit|Licen[cs]e|Award|Missile|Rocket|Vehicle|Satellite|Telescope|Reactor|Loan|Tax|Card|Degree|Diploma|Test|Vaccine|Access|Language|Imaging|Frequency|Interface|Memory|Display|Disorder|Ratio|Sequence|Reaction|Machines|Partnerships?|Mathematics|Networks|Vehicles|Activities|Learning|Transports?|Vehicles?|Missiles?)\b"
)
_OWN_OFFICE = re.compile(r"(?:\b[Tt]he\s+)((?:[A-Z][\w-]+\s+){1,3}?[A-Z][\w-]+[’']s\s+Office)\b")
