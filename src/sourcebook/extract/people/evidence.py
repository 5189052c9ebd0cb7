"""What beside capitalised words shows that they are a person's name: a title, a verb of speech, an office, what somebody does."""

from collections.abc import Collection

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Document, Sentence
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names import arabic
from sourcebook.extract.names.known import SHIPS
from sourcebook.extract.people.words import ALSO_SURNAMES
from sourcebook.extract.phrases import last_words, phrases
from sourcebook.model.spans import Span

_HUMAN = (
    "said|says|told|stated|added|noted|stressed|emphasi[sz]ed|announced|declared|thanked|welcomed|spoke|wrote"
    "|argued|explained|warned|met|visited"
    "|arrived|travel+ed|joined|served|was born|was (?:re)?appointed|was (?:re-?)?elected|was sworn in|was (?:dismissed|ousted|sacked|fired|installed) as|st(?:epped|ood) down|took office|retired as|replied|insisted|recalled|praised|urged|congratulated|resigned|died|presented (?:his|her) (?:credentials|letters?)"
)
_SAYS = re.compile(rf"(?:\s+\([^)]*\))?,?\s+(?:has |had |also |then |later |once )*(?:{_HUMAN})\b")
_SAID_BY = re.compile(r"[”\"’',]\s+(?:said|says|added|noted|explained|stressed|continued|wrote|told)\s+\Z|\bborn\s+\Z")
_LIFE = re.compile(r"\s*\((?:[^()]{0,80}[;,]\s*)?(?:born|b\.|died|d\.|\d{4}\s*[–-])")
_IN_ONE_WORD = (
    "Mr|Mrs|Ms|Dr|Hon|HRH|Amb|Eng|Engr|Sir|Lady|Lord|Dame|Sheikh|Sheik|Shaikh|Ayatollah|Prof|Professor|Pope|U|Daw|King|Queen|Prince|Princess"
    "|Smt|Shri|Alhaji|Hajia|Datuk|Adv"
)
HONORIFIC = re.compile(rf"\b(?:{_IN_ONE_WORD}|Honou?rable|H\.?\s?[EH])\.?\s+\Z")
HONOURS = phrases(_IN_ONE_WORD) | {"Honourable", "Honorable", "HE", "HH", "H"}
"""What `HONORIFIC` begins with."""
_COMMA = re.compile(r",\s+|\s\((?:the\s+)?")
_COUNTERPART = re.compile(
    r"\bcounterparts?(?:\s+(?:from|of|in)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+(?:of\s+)?(?:the\s+)?){0,3}[A-Z][\w-]+)?,?\s+\Z"
)
_WITH_WHOM = re.compile(
    r"\b"
    r"(?:(?:leader|commander|chairman|chairwoman|founder|president|minister|head|director|spokesman|ambassador"
    r"|chief|king|emir|chair|governor|mayor|premier|secretary)(?:\s+(?:of|for)\s+[^.;,()]{2,40}?)?\s+(?:is|was)"
    r"|worked under|served under|succeeded|replaced|succeeding|replacing|married to|alongside|defeated"
    r"|defeating|son of|daughter of"
    r"|(?:head|commander|chief|director|chairman|chairwoman|leader|president)\s+of\s+(?:the\s+)?"
    r"(?:[A-Z][\w-]+\s+)?(?:[a-z-]+\s+){0,2}"
    r"(?:services?|troops|forces|agency|guards?|police|army|navy|authority|department|committee|commission"
    r"|directorate|administration|police\s+force)"
    r"|(?:[Aa]ffaires|[Aa]mbassador|[Cc]onsul|[Aa]ttach[ée]|[Cc]ounsell?or|[Ss]ecretary)\s+(?:at|of|in)\s+the\s+(?:[A-Z][\w-]+\s+){0,3}"
    r"(?:[Ee]mbassy|[Cc]onsulate|[Mm]ission)(?:\s+in\s+[A-Z]\w+)?,?)\s+\Z"
)
REGIME = re.compile(r"(?:[’']s)?\s+(?:regime|administration|family|era|clan|presidency)\b")
_APPOSED = re.compile(r",\s+(?:who\b|aged\s+\d|\d\d,|(?:the|an?|its|his|her|former|then|U\.S\.|US|[A-Z][a-z]+[’']s)\s+)")
_DESCRIBED = re.compile(
    r"\b"
    r"(?:philosopher|activist|journalist|militant|bomber|physician|doctor|scientist|politician|diplomat|lawyer|attorney|Attorney|singer|actor|actress|artist|writer"
    r"|author|poet|businessman|businesswoman|entrepreneur|historian|economist|analyst|scholar|researcher|soldier"
    r"|officer|leader|premier|interviewee|candidate"
    r"|nominee|incumbent|colleague|counterpart|student|teacher|cleric|preacher|surgeon|geologist|lawmaker|legislator"
    r"|councillor|councilor|congressman|congresswoman|prosecutor|detective|welder|driver|farmer|firefighter|manager"
    r"|midfielder"
    r"|striker|defender|goalkeeper|winger|batsman|bowler|sprinter|swimmer|cyclist|boxer|wrestler|golfer|skier|skater"
    r"|quarterback|pitcher|composer|conductor|pianist|violinist|guitarist|drummer|bassist|vocalist"
    r"|executive|coach|captain|skipper|ministers|presidents|premiers|leaders|minister|spokesman|spokeswoman"
    r"|spokesperson|secretary|governor|mayor|senator|ambassador|director|chairman|chairwoman|founder|inspector"
    r"|superintendent|sergeant|commissioner|magistrate|rapper|comedian|novelist|biologist|chemist|physicist"
    r"|astronomer|archaeologist|psychologist|sociologist|anthropologist|programmer|blogger|columnist|presenter"
    r"|photographer|filmmaker|painter|sculptor|designer"
    r"|chef|nurse|paramedic|veteran|prisoner|suspect|victim|witness|survivor|resident|tourist|campaigner|astronaut|cosmonaut|monk|nun|priest|rabbi|imam|judge|engineer|expert|pilot|player|coach|brother|sister|son|daughter|wife|husband|father|mother|(?:man|woman|boy|girl|person|national|citizen|militant|official|soldier|student) named|artist|(?:written|authored|directed|led|headed|chaired|commanded|accompanied|represented|signed|founded|coached|interviewed|photographed|edited|translated|moderated|convened|hosted|received|greeted|appointed|elected|succeeded|replaced|assassinated|joined) by)\s+\Z"
)
_SOMEONE_ENDS = ("ist", "ists", "ian", "ians", "man", "men", "woman", "women", "person", "persons", "ologist", "crat")
"""Ends of words for what people do or are: "activist", "spokeswoman"."""
_IS = re.compile(
    r"\s+(?:is|was)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:[Ff]ellow|analyst|scholar|researcher|diplomat|ambassador|lecturer|correspondent|editor|economist"
    r"|physician|engineer|businessman|chairman|president|director|minister|spokesman|spokeswoman"
    r"|member of (?:the )?[Pp]arliament|senator|professor|politician|journalist|activist|lawyer|diplomat"
    r"|philosopher|militant|officer|soldier|writer|economist|historian|leader|native)\b"
)
_LABEL = re.compile(r"(?:^|\n|\.\s)\s*(?:Image|Photo|By|Interviewer|Author)s?:?\s*\Z")
_BYLINE = re.compile(r"(?:\A|\n)\s*(?:By:?|Written by|Translat(?:ion|ed) by:?|Text:|Author:)\s+\Z")
SYLLABLES = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+"
    r"|(?:Ahn|Bae|Baek|Chang|Chen|Chiang|Cho|Choi|Han|Hong|Hsu|Huang|Hwang|Jang|Jeong|Jung|Kang|Kim|Kwon|Lai|Lee"
    r"|Lim|Lin|Liu|Moon|Nam|Noh|Park|Ryu|Seo|Shin|Song|Tsai|Wang|Woo|Wu|Yang|Yoon) [A-Z][a-z]+-[A-Z][a-z]+"
)
LONGEST_NAME = 6
"""Words."""
POST_NOMINAL = re.compile(r",?\s(?:MEP|MP|MPs|MLA|MSP|MHA|TD|KC|QC|CBE|OBE|MBE|KCMG|CMG|AO|OAM)\b(?!\s[A-Z])")
"""What stands after a name of a member of parliament or of an order."""
_AGE = re.compile(r"(?:,\s+(?:aged\s+)?[1-9]\d,|\s\((?:aged\s+)?[1-9]\d\))")
WORK = re.compile(
    r",?\s+(?:is\s+|was\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:story|novel|musical|opera|play|film|album|song|ballad|racehorse|horse|yacht|series|sitcom|drama|comedy"
    r"|painting|sculpture|video game|game)\s+"
    r"(?:about|by|of|set|that|which|in which|based|starring|written|directed)\b"
)
_NICKNAME = re.compile(r" (?:“[^\W\d_]+[”“]|\"[^\W\d_]+\"|[‘'][^\W\d_]+['’]) ")
"""As in "Edson “Pelu” Costa"."""
INITIALLED = re.compile(r"(?:(?:[^\W\d_a-z]|Lkh|Kh|Ch|Sh|Ts|Zh|Dz|Y[aeou])\.){1,2}[^\W\d_a-z][^\W\d_]{2,}")
_INITIALS = re.compile(r"(?:[B-HJ-Z] ){1,2}[A-Z][a-z]+")
_LAND = re.compile(r"\s\(([A-Z][A-Za-z.]+(?:\s[A-Z][a-z]+)?)\)")


def _of_land(after: str, gazetteer: Gazetteer) -> bool:
    """Whether a country in brackets follows: "Kenzaburo Oe (Japan)"."""
    found = _LAND.match(after)
    return found is not None and gazetteer.country(found[1]) is not None


def signed(text: str, start: int) -> bool:
    """Whether "By", "Author:" or the like stands right before, at the beginning of a line."""
    return _BYLINE.search(text, start - 24, start) is not None


def of_headline(span: Span, text: str, given: Collection[str]) -> bool:
    """Whether words of a heading begin with a verb rather than a name: "Minister Begins Tour", "Leaders Converge"; a name stands elsewhere too."""
    words = span.of(text)
    first, *_, last = words.split() * 2
    begins = (first.endswith("s") and first not in given) or (" " not in words and text.endswith("ers ", 0, span.start))
    return (begins or (first in _HOPES and last.endswith("s"))) and text.count(last) == 1


_HOPES = frozenset({"Hope", "Faith", "Peace", "Joy"})
"""Given names that are things in headings: "Hope Fades for"."""


def honoured(text: str, start: int) -> bool:
    """Whether "Mr", "Dr.", "H.E." or the like stands right before."""
    near = max(0, start - 24)
    # Most names follow a word in small letters.
    word = text[near:start].rsplit(None, 1)[-1:]
    return word != [] and not word[0][0].islower() and HONORIFIC.search(text, last_words(text, near, start, 2), start) is not None


def surname_too(words: list[str], after: str, gazetteer: Gazetteer) -> bool:
    """Whether a word of bodies ends the name of somebody who does something: "William Rufus Day was appointed"."""
    return (
        len(words) == 3
        and words[-1] in ALSO_SURNAMES
        and words[0] in gazetteer.given
        and (words[1] in gazetteer.given or _INITIAL.fullmatch(words[1]) is not None)
        and _SAYS.match(after) is not None
    )


NUMBERED = re.compile(r"(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3})")
_INITIAL = re.compile(r"(?!I\.)[A-Z]\.")


def given_first(words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether a word of bodies is a given name that a surname follows: "Christian A. Lund", but not "Christian Aid"."""
    last = words[-1]
    known = gazetteer.names.get(last)
    surname = (last.casefold() in gazetteer.family or (len(words) > 2 and _INITIAL.fullmatch(words[1]))) and last not in gazetteer.words[
        "opening"
    ]
    if words[0] == "Christian" and len(words) == 2 and NUMBERED.fullmatch(last):
        return True
    return words[0] == "Christian" and len(words) in {2, 3} and bool(surname) and (known is None or known.kind == "city")


def named_like_a_month(words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether a given name stands before a month that is a surname too: "Theresa May"."""
    return len(words) == 2 and words[1] in {"May", "March"} and words[0] in gazetteer.given and words[0] not in {"April", "June", "August"}


def evidence_of(document: Document, sentence: Sentence, span: Span, gazetteer: Gazetteer, roles: set[int]) -> int:
    """How sure a run of capitalised words is a person's name: 0 if nothing shows it."""
    text = document.text
    name = " ".join(span.of(text).split())
    parts = name.split()
    before, after = text[max(0, span.start - 64) : span.start], text[span.end : span.end + 90]
    known = gazetteer.names.get(name)
    if name in gazetteer.words["leader"] and not re.match(r"[- ][A-Z]", after) and before[-1:] != "–":
        return 6
    institution = (
        not named_like_a_month(parts, gazetteer)
        and any(
            part.strip("’'.") in gazetteer.words["institution"] for part in parts[parts[0] == "Bill" or given_first(parts, gazetteer) :]
        )
        and not SYLLABLES.fullmatch(name)
        and not surname_too(parts, after, gazetteer)
    )
    # "Fergus Crane, a story about a boy" is none.
    if institution or WORK.match(after) or any(each in gazetteer.demonyms for each in parts):
        return 0
    if known and (known.kind != "city" or known.sure) and parts[0] not in gazetteer.given:
        return 0
    if honoured(text, span.start):
        return 6
    if not 2 <= sum(each[0].isupper() for each in parts) <= LONGEST_NAME:
        return (
            4
            if _initialled(name, gazetteer)
            else 3
            if len(parts) == 1
            and REGIME.match(after)
            and len(name) > 3
            and not name.isupper()
            and not known
            and not name.endswith(("ist", "Apartheid", "Nazi", "Vichy"))
            and "-" not in name
            else 0
        )
    if all(part.isupper() and len(part) > 2 for part in parts):
        # "KHALID SAEED is a banker": how some works of reference begin.
        return 5 if span.start == sentence.span.start and is_told_of(after, gazetteer) else 0
    # A ship is no person: "USS Reuben James".
    if parts[0] in SHIPS or parts[0] in arabic.BODY_WORDS or (parts[0] in arabic.PLACE_WORDS and parts[0] not in gazetteer.given):
        return 0
    if _BYLINE.search(before):
        # "By León Valencia": the city in the surname is none.
        return 6 if any(each in gazetteer.names for each in parts) else 4
    if sentence.block is HEADING and parts[0] not in gazetteer.given:
        return 0
    if parts[-1] in _STYLED_AFTER or (SYLLABLES.fullmatch(name) and not known and parts[0] not in gazetteer.words["opening"]):
        # "Rauf Bey", "Ban Ki-moon", "Tsai Ing-wen".
        return 4
    # "R. Nazarov", "D K Patel"
    initial = re.fullmatch(r"(?:[A-Z]|Lkh|Kh|Ch|Sh|Ts|Zh|Dz|M[ad]|Mohd)\.", parts[0]) or (
        _INITIALS.fullmatch(name) and parts[-1].casefold() in gazetteer.family
    )
    given = parts[0] in gazetteer.given or bool(initial) or _NICKNAME.search(name) is not None
    # A city of several words, or a country: "San Jose", "Saint Lucia".
    placed = any(" ".join(parts[:count]) in gazetteer.names for count in range(2, len(parts) + 1))
    if not placed and (
        _LIFE.match(after)
        or POST_NOMINAL.match(after)
        or (len(parts) < LONGEST_NAME and _of_land(after, gazetteer))
        or _AGE.match(after)
        or _office_follows(text, span.end, roles)
    ):
        return 5
    if given and not placed and not re.match(r"[’']s\s+(?:law|principle)", after):
        first = gazetteer.names.get(parts[0])
        # "Abraham Lincoln", "Kanye West": the city in the surname is none.
        return 6 if any(each in gazetteer.names for each in parts[1:]) and not (first and first.sure) else 4
    return 4 if not placed and _shown(name, before, after, gazetteer) else 0


_WHAT_IS = re.compile(r"(?:\s\([^)]*\))?,?\s(?:is|was)\s(?:an?|the)\s(?P<what>[\w’' -]{3,60})")


def is_told_of(after: str, gazetteer: Gazetteer) -> bool:
    """Whether a text goes on with when somebody lived, or what somebody does: "is a Chilean banker"."""
    found = _WHAT_IS.match(after)
    return _LIFE.match(after) is not None or (found is not None and not gazetteer.words["someone"].isdisjoint(found["what"].split()))


_STYLED_AFTER = frozenset({"Bey", "Pasha", "Paşa", "Effendi", "Efendi", "Agha", "Hanım", "Saheb", "Sahib"})
"""What follows the names of persons whom one honours: "Rauf Bey"."""


def _initialled(name: str, gazetteer: Gazetteer) -> bool:
    """Whether initials are joined to a surname: "A.D.Beglov", but not "N.Korea"."""
    last = name.rpartition(".")[2]
    return bool(INITIALLED.fullmatch(name)) and not any(
        last in each for each in (gazetteer.names, gazetteer.words["body"], gazetteer.words["institution"])
    )


def _shown(name: str, before: str, after: str, gazetteer: Gazetteer) -> bool:
    """Whether a verb of speech, a byline, an Arabic prefix, an initial or a profession beside a name shows a person."""
    parts = name.split()
    said = _SAYS.match(after) or _SAID_BY.search(before) or _LABEL.search(before)
    prefixed = not re.match(r"[AaEe]l\b", name) and any(re.match(r"[ae]l-|bin\b|Abu\b|Abd", part) for part in parts)
    initial = any(re.fullmatch(r"[A-Z]\.", part) for part in parts[1:-1])
    described = (
        _introduced(after, gazetteer)
        or _DESCRIBED.search(before)
        or (len(parts) == 2 and _someone(before, gazetteer))
        or _WITH_WHOM.search(before)
        or _IS.match(after)
        or _COUNTERPART.search(before)
        or (len(parts) > 1 and _CHOOSES.search(before) and _to_office(after, gazetteer))
    )
    return bool(said or prefixed or initial or described)


_INTRODUCED = re.compile(
    r",\s+(?:(?:an?|the|his|her|their|whose)\s+|(?=[A-Z][a-z]+(?:ian|ish|ese|an|ch|i)\s))((?:[\w’'-]+\s+){0,4}[\w’'-]+)"
)
_BARE = re.compile(r",\s+(?:[a-z-]+\s+){0,3}?(?P<noun>[a-z-]+)\s+(?:of|at|for|in|with)\s")
_BOTH = frozenset(
    {"maker", "owner", "leader", "holder", "user", "star", "host", "head", "chief", "fighter", "partner", "player", "boss", "fan"}
)
"""What firms and teams are called as well."""


def _introduced(after: str, gazetteer: Gazetteer) -> bool:
    """Whether what a person does follows a name: "Sangeetha Thangavel, an assistant professor"."""
    bare = _BARE.match(after)
    if bare and bare["noun"] in gazetteer.words["someone"]:
        # "Gio Vianello, superintendent of the theatre"
        return True
    found = _INTRODUCED.match(after)
    words = found[1].split() if found else []
    return any(each not in _BOTH and (each in gazetteer.words["someone"] or each.endswith(("ist", "woman", "ologist"))) for each in words)


_CHOOSES = re.compile(
    r"\b(?:(?:re-?)?(?:elect|appoint)(?:ed|s|ing)?|nam(?:ed|es|ing)|nominat(?:ed|es|ing)|dismiss(?:ed|es|ing)|(?:appointment|election|nomination|dismissal|resignation)\s+of)\s+\Z"
)
_TO_OFFICE = re.compile(
    r"\s+(?:(?:as|to\s+be(?:come)?)\s+(?:(?:the|its|his|her|their|an?)\s+)?)?(?:[a-z-]+\s+){0,2}?(?P<noun>[A-Za-z-]+)\b"
)


def _to_office(after: str, gazetteer: Gazetteer) -> bool:
    """Whether an office follows a name to which somebody is chosen: "(elected) Wayan Putra president"."""
    found = _TO_OFFICE.match(after)
    noun = found["noun"].lower() if found else ""
    return noun in {"prime", "speaker", "head", "chief", "leader"} or (noun in gazetteer.words["someone"] and noun not in _BOTH)


def _someone(before: str, gazetteer: Gazetteer) -> bool:
    """Whether the word before a name, in small letters, says what a person does or is."""
    words = before.split()
    return (
        bool(words)
        and before[-1] == " "
        and words[-1].islower()
        and (words[-1] in gazetteer.words["someone"] or words[-1].endswith(_SOMEONE_ENDS))
    )


def _office_follows(text: str, end: int, roles: set[int]) -> bool:
    """Whether an office follows as an apposition: "Joseph Votel, commander of …"."""
    found = _APPOSED.match(text, end) or _COMMA.match(text, end)
    if found is None:
        return False
    begins = roles.intersection(range(end + 1, found.end() + 25))
    return any(start <= found.end() or _plain(text[found.end() : start]) for start in begins)


def _plain(words: str) -> bool:
    return bool(_FEW.fullmatch(words))


_FEW = re.compile(r"(?:[\w.’'-]+\s+){0,3}")
