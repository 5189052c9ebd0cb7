"""Bodies in capitals that no table knows, where the words beside them show what they are: "the DFA would", "KNEC Director"."""

from collections.abc import Container, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Document, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.known import SHIPS
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_CAPITALS = re.compile(r"(?<![\w@#/])(?<![\w)]-)[A-Z]{3,8}(?:-[A-Z]{2,4})?(?!\w)")
_NUMERAL = re.compile(r"[IVXLC]+")
_OTHER = words_of(
    "AIDS ATM BSC CBRN CCTV CEO CEOS CFE CFO COAS COC COO COP COVID CTBT CV DDR DNA EAM EEZ EST EUR FAQ FDI FILE "
    "FOB FTA GBP GDP GDPR GMT GNP GPS GST HADR "
    "HIV ICBM ICT IED IEDS IDP IDPS INF INR ISR IST LGBT LLC LNG LPG LTD MBA MFN MOU MP MPS MSC NCO NCOS NEW NGO "
    "NGOS NPP NPT PDF PHD PHOTO PKR PM POW PPE "
    "PPP PTSD RMB SAM SDG SDGS SME SMES SMS SOP SOPS START STEM THE TV UAE UAV UAVS UCAV UNCLOS URL USA USB USD "
    "UTC VAT VIDEO VIP VIPS WMD XXL YOU ISBN ISSN OBE CBE "
    "KCMG CMG MVO OAM PSC RTD HRH HMG SSC AND FOR NOT ALL FAX TEL WEB APP DVD MENA OPEN BREAKING UPDATE AFP MAP"
)
"""Short for what is no body."""
_MINISTRIES = words_of("MFA MOFA MOFCOM MOFAIC DFA MOD")
"""Short for ministries, whatever stands beside them."""
_HOLDER = (
    r"(?:commander|commandant|director|chief|spokes(?:man|woman|person)|chair(?:man|woman|person)?|president|secretary|head|leader|official|representative|coordinator|rapporteur|officer"
    r"|lawmaker|executive|boss|rebel|militant|guerrilla|supporter|candidate|activist|delegate|inspector|economist|analyst|troops|soldiers|fighters|peacekeepers|personnel|staff|headquarters|delegation|mission|member\s+(?:states?|countries))s?"
)
_THEN_HOLDER = re.compile(
    rf"(?:[’']s?)?\s+"
    rf"(?:(?:(?:deputy|vice|acting|executive|senior|regional|country|former|public\s+affairs|civilian|chief"
    rf"|managing|assistant|general|special|programme?)\s+){{0,2}}(?i:{_HOLDER})\b(?!\s+of\s+[a-z]+s\b)"
    rf"|(?:Brig|Maj|Gen|Lt|Col|Adm|Capt|Cmdr|Sgt)\.)"
)
_OF_ONE = re.compile(
    rf"\b"
    rf"(?:(?i:{_HOLDER})|CEO|members?|membership|institut(?:es?|ions)|cent(?:re|er)s|programmes?|programs?"
    rf"|schemes?|scholarships?|branch(?:es)?)\s+(?:of|for)\s+(?:the\s+)?\Z"
    rf"|\b(?:collaborat\w+|coordinat\w+|partner(?:ship|s|ed|ing)?|co-?operat\w+)\s+with\s+(?:the\s+)?\Z"
    rf"|\b(?:according\s+to|told|confirmed\s+to|informed|spoke\s+to|interview\s+with)\s+(?:the\s+)?\Z"
    r"|\b"
    r"(?:agency|ministry|party|union|organi[sz]ation|body|firm|militia|broadcaster|newspaper|council|commission"
    r"|group|movement),?\s+\Z"
    r"|\b"
    r"(?:funded|run|led|owned|backed|supported|organi[sz]ed|hosted|issued|published|commanded|launched|operated"
    r"|provided|reported)\s+by\s+(?:the\s+)?\Z"
)
_THE = re.compile(r"\b[Tt]he\s+\Z")
_DOES = re.compile(
    r"\s+(?:also\s+|has\s+|had\s+|have\s+)?"
    r"(?:said|says|added|announced|would|will|expressed|confirmed|reported|stated|noted|called|issued|plans|wants"
    r"|agreed|approved|condemned|launched|urged|warned|denied|told|claimed|declined|hosts?|hosted|organi[sz]ed"
    r"|signed|supports|supported|provides|provided|believes|hopes|welcomed|welcomes|rejected|published|released"
    r"|decided|estimates|estimated|invited|deployed|carried|conducted|works|worked)\b"
)
_OWNS = re.compile(
    r"[’']s\s+(?:(?:new|own|first|current|long-standing|recent|annual|regional|political|military|armed)\s+){0,2}"
    r"(?:statement|decision|members|position|role|efforts?|work|support|report|leadership|headquarters|mandate"
    r"|mission|secretariat|board|council|president|director|chief|forces|fighters|policy|position|\d|[A-Z])"
)
_HAS = re.compile(
    r"[’']s\s+(?:[A-Z][a-z]+\s){1,4}"
    r"(?:Plan|Strategy|Office|Board|Committee|Council|Secretariat|Department|Directorate|Programme|Program|Agenda"
    r"|Report|Charter|Policy|Division|Unit|Fund)\b"
)
"""What only bodies have: "CIDI’s Strategic Plan"."""
_ALONE_AT_END = re.compile(r"\)?\s*(?:\n|\Z)")
_SIGNED_OFF = re.compile(r"[.!?”\"]\s*(?:/\.?)?\s*[-–—(]*\s*\Z")
_BESIDE_NAME = re.compile(r"[a-z],\s\Z")
_DATELINE = re.compile(r"\b\d{4},?\s*\(?\Z")
_DASH = re.compile(r"\)?\s*(?:--|—|–)")
LONGEST_LINE = 70
"""Code points of a line that is a byline or a signature."""


def short_bodies(document: Document, gazetteer: Gazetteer, otherwise: Container[str]) -> Iterator[Found]:
    """Capitals alone that an office, a verb, a signature or "the" shows to be a body; not what is `named_otherwise`."""
    text, loud = document.text, dict[int, bool]()
    for found in matches(_CAPITALS, text, document.where_so(_in_capitals)):
        words = found[0]
        if words in gazetteer.names or words in _OTHER or words in SHIPS or words in gazetteer.titles or _NUMERAL.fullmatch(words):
            continue
        sentence = document.sentence_of(found.start())
        if sentence.number not in loud:
            capitals = [each for each in sentence.tokens if each.capital and each.text.isupper() and len(each.text) > 2]
            loud[sentence.number] = 2 * len(capitals) > len(sentence.tokens)
        if loud[sentence.number]:
            continue
        heading = sentence.block is HEADING
        if not (_signed(text, *found.span()) if heading else _shown(text, *found.span(), words, gazetteer)):
            continue
        if words not in otherwise:
            yield Found(span=Span(*found.span()), type="organization", name=words, priority=1)


def _in_capitals(word: str) -> bool:
    return len(word) > 2 and word.isupper()


def _signed(text: str, start: int, end: int) -> bool:
    """Whether capitals end a short line after a comma: "Chairman, MISIS"."""
    beside = _BESIDE_NAME.search(text, start - 3, start) and _ALONE_AT_END.match(text, end)
    return bool(beside) and start - text.rfind("\n", 0, start) < LONGEST_LINE


def _shown(text: str, start: int, end: int, words: str, gazetteer: Gazetteer) -> bool:
    """Whether the words around capitals show a body."""
    before = text[max(0, start - 40) : start]
    whole = gazetteer.body(words.partition("-")[0]) if "-" in words else None
    if words in _MINISTRIES or whole or _THEN_HOLDER.match(text, end) or _OF_ONE.search(before):
        return True
    if _HAS.match(text, end):
        return True
    if _THE.search(before):
        return bool(_DOES.match(text, end) or _OWNS.match(text, end))
    nation = next(iter(before.split()[-1:]), "")
    if nation in gazetteer.demonyms and before.endswith(" "):
        return bool(_DOES.match(text, end))
    if _signed(text, start, end) or (_SIGNED_OFF.search(before) and _ALONE_AT_END.match(text, end)):
        return True
    return bool(_DATELINE.search(before) and _DASH.match(text, end))
