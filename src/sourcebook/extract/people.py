"""Persons: capitalised names that something beside them shows to be a person's."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sourcebook.extract.document import Block, Document, Sentence, of_headline
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.holders import BODY_WORDS, PLACE_WORDS
from sourcebook.extract.roles import title_pattern, title_words
from sourcebook.model.spans import Span

UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ]"
_WORD = rf"(?:{UPPER}[^\W\d_]*(?:[-’'][^\W\d_]+)*(?<![’']s))"
_PREFIXED = rf"(?:[ae][ltnrsdzh]{{1,2}}-\s?{UPPER}[^\W\d_]+(?:-[^\W\d_]+)*)"
_NAME = rf"(?:{_PREFIXED}|(?!U\.[SKN]\.|E\.U\.|D\.C\.)(?:{UPPER}\.){{1,3}}(?!\w)(?:[ -]?{UPPER}\.)*|{_WORD})"
_PARTICLE = r"(?:al|el|bin|ibn|bint|van|von|der|den|ter|de|da|di|du|del|dos|la|le|ben|abu|ul|e|ka|ould|y|zu|af|bte|binti)"
_NICKNAME = r"(?:[“\"][^\W\d_]+[”\"][ ])?"
FULL = re.compile(
    rf"(?<![\w-]){_NAME}(?:[ \u00a0]{_NICKNAME}(?:{_PARTICLE}[ ]){{0,3}}(?:[dl][’'])?{_NAME}){{0,8}}(?:,? (?:Jr|Sr)\.|(?<= [JS]r)\.| the (?:Elder|Younger|Great)(?!\s+[A-Z]))?"
)
_GENERATION = re.compile(r"(?:I{1,3}|IV|VI{0,3}|Jr\.?|Sr\.?)")
_HUMAN = (
    "said|says|told|stated|added|noted|stressed|emphasi[sz]ed|announced|declared|thanked|welcomed|spoke|wrote|argued|explained|warned|met|visited|"
    "arrived|travel+ed|joined|served|was born|was appointed|was elected|replied|insisted|recalled|praised|urged|congratulated|resigned|died"
)
_SAYS = re.compile(rf"(?:\s+\([^)]*\))?,?\s+(?:has |had |also |then |later )*(?:{_HUMAN})\b")
_SAID_BY = re.compile(r"[”\"’',]\s+(?:said|says|added|noted|explained|stressed|continued|wrote|told)\s+\Z|\bborn\s+\Z")
_LIFE = re.compile(r"\s*\((?:[^()]{0,80}[;,]\s*)?(?:born|b\.|died|d\.|\d{4}\s*[–-])")
_HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Hon|Honou?rable|H\.E|Sir|Lady|Lord|Dame|Sheikh|Shaikh|Ayatollah|Prof|Professor|Pope|U|Daw|King|Queen|Prince|Princess)\.?\s+\Z"
)
_NEXT_WORD = re.compile(r"[\s\u200e\u200f,-]*(\S+)")
_COMMA = re.compile(r",\s+")
_COUNTERPART = re.compile(r"\bcounterpart,?\s+\Z")
_WITH_WHOM = re.compile(
    r"\b(?:(?:leader|commander|chairman|chairwoman|founder|president|minister|head|director|spokesman|ambassador|chief|king|emir|chair)\s+(?:is|was)|worked under|served under|succeeded|replaced|succeeding|replacing|married to|alongside|defeated|defeating|son of|daughter of)\s+\Z"
)
_REGIME = re.compile(r"(?:[’']s)?\s+(?:regime|administration|family|era|clan|presidency)\b")
_APPOSED = re.compile(r",\s+(?:who\b|aged\s+\d|\d\d,|(?:the|an?|its|his|her|former|then|U\.S\.|US|[A-Z][a-z]+[’']s)\s+)")
_DESCRIBED = re.compile(
    r"\b(?:philosopher|activist|journalist|militant|bomber|physician|doctor|scientist|politician|diplomat|lawyer|attorney|Attorney|singer|actor|actress|artist|writer|"
    r"author|poet|businessman|businesswoman|entrepreneur|historian|economist|analyst|scholar|researcher|soldier|officer|leader|premier|interviewee|candidate|"
    r"nominee|incumbent|colleague|counterpart|student|teacher|cleric|preacher|surgeon|geologist|lawmaker|legislator|councillor|councilor|congressman|congresswoman|prosecutor|detective|welder|driver|farmer|firefighter|manager|midfielder|"
    r"striker|defender|goalkeeper|winger|batsman|bowler|sprinter|swimmer|cyclist|boxer|wrestler|golfer|skier|skater|quarterback|pitcher|composer|conductor|pianist|violinist|guitarist|drummer|bassist|vocalist|"
    r"executive|coach|captain|skipper|minister|spokesman|spokeswoman|spokesperson|secretary|governor|mayor|senator|ambassador|director|chairman|chairwoman|founder|inspector|superintendent|sergeant|commissioner|magistrate|rapper|comedian|novelist|biologist|chemist|physicist|astronomer|archaeologist|psychologist|sociologist|anthropologist|programmer|blogger|columnist|presenter|photographer|filmmaker|painter|sculptor|designer|"
    r"chef|nurse|paramedic|veteran|prisoner|suspect|victim|witness|survivor|resident|tourist|campaigner|astronaut|cosmonaut|monk|nun|priest|rabbi|imam|judge|engineer|expert|pilot|player|coach|brother|sister|son|daughter|wife|husband|father|mother|(?:man|woman|boy|girl|person|national|citizen|militant|official|soldier|student) named|artist|(?:written|authored|directed|led|headed|chaired|commanded|accompanied|represented|signed|founded|coached|interviewed|photographed|edited|translated|moderated|convened|hosted|received|greeted|appointed|elected|succeeded|replaced|assassinated|joined) by)\s+\Z"
)
_SOMEONE_ENDS = ("ist", "ists", "ian", "ians", "man", "men", "woman", "women", "person", "persons", "ologist", "crat")
"""Ends of words for what people do or are: "activist", "spokeswoman"."""
_IS = re.compile(
    r"\s+(?:is|was)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:professor|politician|journalist|activist|lawyer|diplomat|philosopher|militant|officer|soldier|writer|economist|historian|leader|native)\b"
)
_BORN = re.compile(r"-(?:born|led|backed|based|held|controlled|style|era|funded|owned)\Z")
_LABEL = re.compile(r"(?:^|\n|\.\s)\s*(?:Image|Photo|By|Interviewer|Author)s?:?\s*\Z")
_BYLINE = re.compile(r"(?:\A|\n)\s*(?:By|Written by|Text:|Author:)\s+\Z")
_ALSO_NAMES = frozenset(
    {
        "Amir",
        "Emir",
        "Sayyid",
        "Sayed",
        "Sayyed",
        "Mullah",
        "Khan",
        "Sheikh",
        "Shaikh",
        "King",
        "Prince",
        "Major",
        "Baron",
        "Dean",
        "Marshal",
        "Judge",
        "Imam",
        "Sultan",
        "Bishop",
        "Pope",
    }
)
_SYLLABLES = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
LONGEST_NAME = 6
"""Words."""


def persons(document: Document, gazetteer: Gazetteer, titles: Iterable[Found]) -> Iterator[Found]:
    """Names after a title, an honorific or a given name, before a verb of speech or an office; and leaders known by surname.

    `titles` are the roles of the document, as `roles` finds them.
    """
    text = document.text
    titled = list(titles)
    ends = sorted({each.span.end for each in titled})
    roles = {each.span.start for each in titled}
    for sentence in document.sentences:
        last = -1
        for found in FULL.finditer(text, sentence.span.start, sentence.span.end):
            if _plainly_none(text, found, gazetteer, ends):
                continue
            for span, after_title in _names(document, found.span(), gazetteer, ends):
                place = after_title and _is_place(document.text, span, gazetteer)
                priority = 6 if after_title and not place else _evidence(document, sentence, span, gazetteer, roles)
                joined = last > 0 and _AND.fullmatch(document.text, last, span.start)
                if not priority and joined and len(span.of(document.text).split()) in {2, 3} and not _no_person(document, span, gazetteer):
                    priority = 3
                if priority and not (sentence.block is Block.HEADING and of_headline(span.of(text), text, gazetteer.given)):
                    last = span.end
                    yield Found(span=span, type="person", name=" ".join(span.of(document.text).split()), priority=priority)


def _plainly_none(text: str, found: re.Match[str], gazetteer: Gazetteer, ends: list[int]) -> bool:
    """Whether a capitalised word alone has nothing beside it that could show a person: most have not."""
    word, start, end = found[0], found.start(), found.end()
    return (
        " " not in word
        and "\u00a0" not in word
        and word not in gazetteer.words["leader"]
        and not _touches(text, start, ends)
        and not _HONORIFIC.search(text, max(0, start - 24), start)
        and not _REGIME.match(text, end)
    )


_ALSO_SURNAMES = frozenset(
    [
        "Hall",
        "Park",
        "Lake",
        "Law",
        "Church",
        "Day",
        "March",
        "West",
        "North",
        "Marsh",
        "House",
        "Street",
        "Post",
        "Wing",
        "Price",
        "Temple",
        "Base",
        "Bay",
        "Board",
        "Tower",
        "Valley",
        "Unit",
        "Justice",
        "Spring",
        "Bridge",
    ]
)
"""Words of institutions that are surnames as well: "Spc. Tom Hall"."""
_AGE = re.compile(r"(?:,\s+(?:aged\s+)?[1-9]\d,|\s\((?:aged\s+)?[1-9]\d\))")
_AFTER_NAMES = frozenset({"MP", "MPs", "MEP", "MLA", "QC", "KC", "CBE", "OBE", "KCMG", "CMG", "PhD", "TD", "MSP"})
_AND = re.compile(r",?\s+and\s+")


def _is_place(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether what follows a title is a country, or after a comma a capital: "the Prime Ministers of Denmark, Finland and Iceland", "Miss Namibia"."""
    known = gazetteer.names.get(span.of(text))
    listed = text[: span.start].rstrip().endswith(",") or (known is not None and known.kind == "country")
    return bool(known and known.type == "place" and known.sure and listed)


def _no_person(document: Document, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer knows the words as something else, or they hold a word of institutions."""
    words = span.of(document.text)
    return words in gazetteer.names or any(
        each in gazetteer.words["institution"] or each in gazetteer.demonyms or each in gazetteer.names for each in words.split()
    )


def _names(document: Document, where: tuple[int, int], gazetteer: Gazetteer, ends: list[int]) -> Iterator[tuple[Span, bool]]:
    """The names in a run of capitalised words, without what leads them; and whether a title stands right before."""
    text = document.text
    start, end = where
    inside = ends[bisect_right(ends, start) : bisect_left(ends, end)]
    while inside and _named_so(text[start : inside[-1]].split(), gazetteer):
        inside.pop()
    if inside:
        start = inside[-1]
    titled = bool(inside) or _touches(text, start, ends)
    titles = title_words(gazetteer.titles)
    for title in title_pattern(gazetteer.titles).finditer(text, start, end) if not titles.isdisjoint(text[start:end].split()) else ():
        if (
            title[0] in _ALSO_NAMES
            and text[start : title.start()].split()[-1:]
            and text[start : title.start()].split()[-1] in gazetteer.given
        ):
            # "Hassan Sheikh Mohamud": a part of the name.
            continue
        if title.end() < end and title.start() >= start and text[title.end()] in " .\u200e\u200f":
            start, titled = title.end(), True
    start, titled = _after_opening(text, start, end, gazetteer, titled=titled)
    words = text[start:end].split()
    while len(words) > 1 and (words[-1] in _AFTER_NAMES or (words[-1] in gazetteer.words["opening"] and len(words[-1]) > 4)):
        # "Hugh McGuire Sunday, …": the day is no name.
        words.pop()
        end = start + text[start:end].rindex(words[-1]) + len(words[-1])
    surname = titled and len(words) == 2 and words[0] in gazetteer.given and words[1] in _ALSO_SURNAMES
    if words and (surname or not _no_name(text, start, end, words, gazetteer)):
        yield Span(start, end), titled


SHORT_TITLES = frozenset(
    [
        "Late",
        "MP",
        "MPs",
        "MEP",
        "MK",
        "CM",
        "Gen",
        "Lt",
        "Col",
        "Maj",
        "Capt",
        "Sgt",
        "Pol",
        "Cllr",
        "Hon",
        "Rev",
        "Counsel",
        "CFO",
        "COO",
        "CTO",
    ]
)
"""Titles too short, or too much like other words, to be offices by themselves."""


def occupation(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word says what somebody does, and is no name: "Goalkeeper", "Biologist"."""
    small = word.lower()
    return word not in gazetteer.given and (
        small in gazetteer.words["someone"] or (len(word) > 6 and small.endswith(("ist", "woman", "person")))
    )


def _named_so(words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether what looks like an office follows a given name: "Hossein Amir Abdollahian"."""
    return len(words) > 1 and words[-1] in _ALSO_NAMES and words[-2] in gazetteer.given


def _after_opening(text: str, start: int, end: int, gazetteer: Gazetteer, *, titled: bool) -> tuple[int, bool]:
    """Where a name begins after words that open a sentence and nationalities."""
    while start < end:
        found = _NEXT_WORD.match(text, start, end)
        if found is None:
            return end, False
        word = found[1]
        bare = re.sub(r"[’']s$", "", word)
        # "Goalkeeper Tomasz Wrona": what somebody does, with a capital that begins the sentence.
        does = occupation(word, gazetteer) and text.count(" ", found.end(), end) > 0
        leading = does or word in SHORT_TITLES or word in gazetteer.words["opening"] or bare in gazetteer.demonyms
        if not leading or (word in gazetteer.given and titled) or text[found.start(1) : end] == word:
            return found.start(1), titled
        start = found.end()
        titled = titled and bare in gazetteer.demonyms
    return end, False


def _no_name(text: str, start: int, end: int, words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether words with capital letters are an institution's, a title, or the first half of "J. Smith"."""
    institution = gazetteer.words["institution"]
    # "Johnson & Johnson" is a firm.
    if _BORN.search(words[0]) or text.startswith(" & ", end) or text.startswith("& ", start - 2):
        return True
    if words[0] == "Bill" and len(words) == 2 and words[1] not in institution and not text[:start].endswith((" the ", " The ")):
        return False
    if (words[0].strip("’'.") in institution or words[-1].strip("’'.") in institution) and not _SYLLABLES.fullmatch(" ".join(words)):
        return True
    if len(words) > 2 and not gazetteer.words["firm"].isdisjoint(words):
        return True
    if all(re.fullmatch(r"(?:[A-Z]\.?)+", each) for each in words) or _COURT.match(text, end) or words[-1] in _WAYS:
        return True
    pattern = title_pattern(gazetteer.titles)
    if pattern.fullmatch(text, start, end + 1) or pattern.fullmatch(text, start, end):
        return True
    if len(words) == 1:
        return len(words[0]) < 2 or words[0] in gazetteer.titles or words[0] in gazetteer.words["opening"]
    return bool(re.fullmatch(r"[A-Z]\.?", words[-1])) and text[end : end + 1] == "."


_COURT = re.compile(r"[’']s?\s+(?:Court|Office)\b")
_WAYS = frozenset(
    {"Drive", "Lane", "Highway", "Expressway", "Interchange", "Roundabout", "Complex", "Terminal", "Mine", "Chowk", "CEO", "Magistrate"}
)


def _touches(text: str, start: int, ends: list[int]) -> bool:
    near = ends[bisect_left(ends, start - 4) : bisect_right(ends, start)]
    for gap in (start - each for each in reversed(near)):
        if re.fullmatch(r"[^\S\n]?,?[^\S\n\u200e\u200f]?[\u200e\u200f]{0,2}[^\S\n]?", text[start - gap : start]):
            return gap > 0
    return False


def _evidence(document: Document, sentence: Sentence, span: Span, gazetteer: Gazetteer, roles: set[int]) -> int:
    """How sure a run of capitalised words is a person's name: 0 if nothing shows it."""
    text = document.text
    name = " ".join(span.of(text).split())
    parts = name.split()
    before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 90]
    known = gazetteer.names.get(name)
    if name in gazetteer.words["leader"] and not re.match(r"[- ][A-Z]", after):
        return 6
    institution = any(
        part.strip("’'.") in gazetteer.words["institution"] for part in parts[parts[0] == "Bill" :]
    ) and not _SYLLABLES.fullmatch(name)
    if institution or any(each in gazetteer.demonyms for each in parts):
        return 0
    if known and (known.kind != "city" or known.sure) and parts[0] not in gazetteer.given:
        return 0
    if _HONORIFIC.search(before):
        return 6
    if not 2 <= sum(each[0].isupper() for each in parts) <= LONGEST_NAME:
        return 3 if len(parts) == 1 and _REGIME.match(after) and len(name) > 3 and not name.isupper() and not known else 0
    if all(part.isupper() and len(part) > 2 for part in parts):
        return 0
    if parts[0] in BODY_WORDS or (parts[0] in PLACE_WORDS and parts[0] not in gazetteer.given):
        return 0
    if _BYLINE.search(before):
        return 4
    if sentence.block is Block.HEADING and parts[0] not in gazetteer.given:
        return 0
    if _SYLLABLES.fullmatch(name) and not known and parts[0] not in gazetteer.words["opening"]:
        # "Ban Ki-moon", "Tsai Ing-wen".
        return 4
    given = parts[0] in gazetteer.given or (len(parts[0]) == 2 and parts[0].endswith("."))
    # A city of several words, or a country: "San Jose", "Saint Lucia".
    placed = any(" ".join(parts[:count]) in gazetteer.names for count in range(2, len(parts) + 1))
    if not placed and (_LIFE.match(after) or _AGE.match(after) or _office_follows(text, span.end, roles)):
        return 5
    if given and not placed and not re.match(r"[’']s\s+(?:law|principle)", after):
        first = gazetteer.names.get(parts[0])
        # "Abraham Lincoln", "Kanye West": the city in the surname is none.
        return 6 if any(each in gazetteer.names for each in parts[1:]) and not (first and first.sure) else 4
    return 4 if not placed and _shown(name, before, after, gazetteer) else 0


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
    )
    return bool(said or prefixed or initial or described)


_INTRODUCED = re.compile(r",\s+(?:an?|the|his|her|their|whose)\s+((?:[\w’'-]+\s+){0,4}[\w’'-]+)")
_BOTH = frozenset(
    {"maker", "owner", "leader", "holder", "user", "star", "host", "head", "chief", "fighter", "partner", "player", "boss", "fan"}
)
"""What firms and teams are called as well."""


def _introduced(after: str, gazetteer: Gazetteer) -> bool:
    """Whether what a person does follows a name: "Sangeetha Thangavel, an assistant professor"."""
    found = _INTRODUCED.match(after)
    words = found[1].split() if found else []
    return any(each not in _BOTH and (each in gazetteer.words["someone"] or each.endswith(("ist", "woman", "ologist"))) for each in words)


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
    return any(start in roles for start in range(end + 1, found.end() + 25) if start <= found.end() or _plain(text[found.end() : start]))


def _plain(words: str) -> bool:
    return bool(re.fullmatch(r"(?:[\w.’'-]+\s+){0,3}", words))
