"""Dates, as EDTF; those told from the day of writing where that is known."""

from collections.abc import Iterator
from datetime import date, timedelta

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, matches
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import MONTH
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.dates import MONTHS, Date, parse_date
from sourcebook.model.spans import Span

_NUMBERS = {name: number for number, name in enumerate(MONTHS) if name}
_NUMBERS |= {name[:3]: number for name, number in _NUMBERS.items()} | {"Sept": 9}
_MONTH = "|".join(
    re.escape(each) + (r"\b\.?" if len(each) < 5 and each not in {"May", "June", "July"} else r"\b")
    for each in sorted([*_NUMBERS, *(one.upper() for one in _NUMBERS)], key=len, reverse=True)
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = "|".join(_DAYS)
_TH = r"(?:st|nd|rd|th)?"
_ORDINALS = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *(
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
    ),
]
_ORDINAL = "|".join(_ORDINALS)
_LOOSELY = r"(?=[.,;:)\]](?!\d)|\s(?:in|at|on|and|or|by|until|when|as|the|it|he|she|they|to|with|after|before|but|[–—-])\s|\s?\Z|\n)"
"""After a number that may be a year: "around 1970 in Oslo", but not "around 1970 people"."""
_YEAR_ENDS = r"(?=[.,;)\]](?!\d)|\s(?:in|at|on|and|by|until|when|as|he|she|they|after|before|but)\s|\s?\Z|\n)"
"""After a number of three digits that may be a year."""
_BEFORE_DAY = r"(?:(?:[Ll]ast|[Tt]his|[Nn]ext)\s+)?"
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_COUNT = "|".join(
    (
        *COUNTS,
        *(each.capitalize() for each in COUNTS),
        rf"(?i:{'|'.join(_TENS)})(?:-[a-z]+)?",
        r"[Aa]n?(?: hundred)?|\d{1,3}|[Ss]everal|[Aa] few|[Mm]any|[Ss]ome|[Aa] couple of",
    )
)
_DATE = re.compile(
    rf"\b"
    rf"(?:(?P<vague>(?i:first|second|third|fourth|last|final)\s+(?:week|weekend|half|days)\s+of\s+{MONTH}\b(?!\s+\d)"
    rf"|(?i:first|last)\s+(?:{_COUNT})\s+(?:days|weeks|months|quarters)\s+of\s+(?:this|last|next)\s+year\b"
    r"|(?i:first|second|third|fourth|last|final)\s+(?:half|quarter)\s+of\s+(?:this|last|next)\s+year\b"
    r"|(?:[Tt]his|[Ll]ast|[Nn]ext)\s+(?:spring|summer|autumn|fall|winter)\b(?![’'-])"
    rf"|(?:{MONTH} and )?{MONTH}(?:\s+\d{{1,2}})?(?:\s+of)?\s+(?:last|this|next)\s+year\b)"
    rf"|(?:{_BEFORE_DAY}(?:{_DAY}),?\s+)?(?:(?P<d1>\d{{1,2}}){_TH}(?:\s*(?:-|–|to|and)\s*(?P<d1b>\d{{1,2}}){_TH})?\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y1>\d{{4}}|(?<!,\s)(?!\d00)[1-9]\d\d{_YEAR_ENDS}))?)(?![^\W_])"
    rf"|(?:{_BEFORE_DAY}(?:{_DAY}),?\s+)?"
    rf"(?:(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}}){_TH}(?:\s*(?:-|–|to|and)\s*(?P<d2b>\d{{1,2}}){_TH})?"
    rf"(?:,?\s+(?P<y2>\d{{4}}))?(?!\w|:\d|/\d{{4}}))"
    rf"|(?:(?P<part>early|mid|late)[ -](?P<m3>{_MONTH})(?:\s+(?P<y3>\d{{4}}))?)"
    rf"|(?:(?:{MONTH} and |(?P<m4a>{_MONTH})\s?[-–/]\s?)?(?P<m4>{_MONTH})(?:,?|\s+of)\s+(?P<y4>\d{{4}}))"
    # "in 1922 December"
    r"|(?:(?P<y16>(?:1[5-9]|20)\d\d)\s(?P<m8>January|February|April|June|July|August|September|October|November|December)\b(?!\s+(?:\d|[A-Z])))"
    rf"|(?:(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?:(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL}))\s(?:or|and|to)\s)?(?:(?P<century>\d{{1,2}})(?:st|nd|rd|th)|(?P<counted>(?i:{_ORDINAL})))\s(?:century|(?P<thousand>millennium))(?:\s(?P<era2>B\.C\.|A\.D\.|(?:BCE?|AD|CE)\b)|\b))"
    r"|(?:(?:(?P<bc2>\d{1,4})[-–])?(?P<bc>\d{1,4})\s(?P<era>BCE?|B\.C\.|AD|CE)(?!\w))"
    r"|(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)\squarter\sof\s(?P<y11>(?:19|20)\d\d)\b)"
    rf"|(?:(?P<m7>{_MONTH})\s+(?P<d7>\d{{1,2}})/(?P<y9>(?:19|20)\d\d)\b)"
    r"|(?P<span>(?<![\w-])(?:1[5-9]|20)\d\d\s?[-–]\s?(?:(?:1[5-9]|20)\d\d|\d\d(?!\d))(?![\w-]))"
    r"|(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -](?P<y8>(?:1[89]|20)\d\d)(?!\w))"
    rf"|(?P<named>(?:[Tt]his|[Ll]ast|[Nn]ext) "
    rf"{MONTH}\b)(?! \d)"
    r"|(?:(?P<season>(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)) (?:of )?(?P<y5>\d{4}))"
    rf"|(?:(?:(?<=[Ii]n )|(?<=planned for )|(?<=cheduled for )|(?<=expected for )|(?<=[Ss]ince )|(?<=[Uu]ntil )"
    rf"|(?<=end of ))"
    rf"(?P<m5>{MONTH})\b"
    rf"(?!\s+\d))"
    # "pushed into December", "ready by September"
    r"|(?:(?:(?<=[Ii]nto )|(?<=[Bb]y )|(?<=[Bb]efore )|(?<=[Aa]fter )|(?<=[Ff]rom )|(?<=[Dd]uring ))"
    r"(?P<m9>January|February|March|April|June|July|August|September|October|November|December)\b(?![’']|\s+(?:\d|[A-Z])))"
    r"|(?P<m6>(?:January|February|March|July|September|October|November|December)(?=[’']s\s[a-z]))"
    r"|(?:(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?P<decade>\d{3}0)[’']?s\b)"
    r"|(?:(?<=[Ii]n )(?P<y6>(?:1[5-9]|20)\d\d)\b)"
    r"|(?:(?:(?<=[Ss]ince )|(?<=[Tt]he )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=\d of )|(?<=end of )|(?<=nning of )"
    r"|(?<=half of )|(?<=meeting of )|(?<=summer of )|(?<=spring of )|(?<=[Dd]uring )|(?<=[Aa]fter )"
    r"|(?<=[Bb]efore )|(?<=[Ff]rom )|(?<=back to )|(?<=[Tt]ill )|(?<=[Bb]etween )|(?<=(?:1[5-9]|20)\d\d to )|(?<=(?:19|20)\d\d and )|(?<=(?:1[5-9]|20)\d\d until ))"
    r"(?P<y7>(?:1[5-9]|20)\d\d)\b)"
    # "by 2100", "born 1970", "a 2018 study", "up to 1950", "plans for 2011"
    r"|(?:(?:(?<=[Bb]y )|(?<=[Uu]ntil ))(?P<y10>21\d\d)\b)"
    r"|(?:(?:(?<=[Aa]s of )|(?<=born )|(?<=b\. )|(?<=died )|(?<=\bc\. )|(?<=\bca\. )|(?<=until at least ))(?P<y12>(?:1[5-9]|20)\d\d)\b)"
    r"|(?:(?:(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=[’']s )|(?<=[Ii]ts )|(?<=[Tt]heir )|(?<=[Hh]is )|(?<=[Hh]er ))(?!\d\d00)"
    r"(?P<y13>(?:18|19|20)\d\d)(?=\s(?!met|mile|feet|foot|kilo|people|men\b|troops|soldiers|seat|strong|year|square|ton|page|word|point)[a-z]{3}))"
    rf"|(?:(?:(?<=[Uu]p to )|(?<=[Aa]round )|(?<=[Aa]bout ))(?!\d\d00)(?P<y14>(?:1[5-9]|20)\d\d)\b{_LOOSELY})"
    rf"|(?:(?:(?<=[a-z] for )|(?<=[A-Za-z] of ))(?!\d\d00)(?P<y15>(?:19|20)\d\d)\b(?:{_LOOSELY}|(?=\s(?:is|was|has|had|will|remains?|remained|provides?|provided|governs?|governed|entered|came|continues?|speaks?|says|sets?|gives|allows?|calls?|still|between|which|that)\s)))"
    # Years of old: "around 970", "c. 306 – 373"
    r"|(?:(?:(?<=[Ii]n )(?<!\bone in )(?<!\d in )|(?<=[Aa]round )|(?<=[Bb]efore )|(?<=[Aa]fter )|(?<=[Uu]ntil )|(?<=[Ss]ince )|(?<=\d\d\d to ))"
    rf"(?P<old>(?!\d00)[1-9]\d\d){_YEAR_ENDS})"
    rf"|(?:(?:(?<=\bc\. )|(?<=\bca\. )|(?<=\bd\. )|(?<=\bb\. )|(?<=\br\. )|(?<=\bthe year )|(?<=\d\d\d\s[–-]\s))(?P<old2>[1-9]\d\d)(?![\w%]|[.,]\d))"
    r"|(?P<reign>(?<=\()[1-9]\d\d\s?[–-]\s?1?\d\d\d(?=\)))"
    # "2008 – the first line"
    r"|(?:(?:(?<=\n)|(?<=\n- )|(?<=\n\* )|(?<=\n-   ))(?P<y17>(?:1[5-9]|20)\d\d)(?=:\s|\s[–—-]\s))"
    r"|(?P<relative>\b"
    rf"(?:(?:(?:{_COUNT}) )?(?:days?|weeks?|months?|years?|decades?) ago|(?:[Ee]arlier|[Ll]ater) in the (?:week|month|year)|(?:[Tt]his|[Ll]ast|[Nn]ext) weekend"
    r"|(?:[Ee]arlier |[Ll]ater |(?<!USA ))[Tt]oday|(?:[Yy]esterday|[Tt]omorrow)(?:\s(?:morning|afternoon|evening|night))?"
    r"|[Ll]ast decade|[Ee]arlier this (?:year|month|week)"
    r"|[Ll]ater this (?:year|month|week)|[Tt]his (?:year|week|month)|[Ll]ast (?:year|month|week)(?! of [A-Z])"
    r"|[Nn]ext (?:year|month|week))\b)"
    rf"|(?P<weekday>\b(?:[Ll]ast |[Tt]his |[Nn]ext )?(?:{_DAY})(?: morning| afternoon| evening| night)?)\b"
    r"|(?P<bare>(?<=\()(?:1[5-9]|20)\d\d(?=\)|,\s|\s?[–—-]\s?(?:present|now|[A-Z\d])|\s(?:est|census|data)\b)))"
)
_OTHERS = words_of("spring summer autumn fall winter today tomorrow yesterday early earlier late later mid last this next end")
_OTHERS |= words_of("final") | {each.split("-")[0] for each in _ORDINALS}
_FIRST = frozenset([*_NUMBERS, *(each.upper() for each in _NUMBERS), *_DAYS, *_OTHERS, *(each.capitalize() for each in _OTHERS)])
"""What any date begins with that does not begin with a number."""
_AGO = words_of("days weeks months years decades day week month year a an several few many some") | {*COUNTS, *_TENS}
_FIRST_OR_AGO = _FIRST | _AGO | {each.capitalize() for each in _AGO}
"""With what "two weeks ago" begins with, which is all over a text."""
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def _begins(document: Document) -> list[int]:
    """Where dates may begin, in code points."""
    return sorted([*document.numbers, *document.where(_FIRST_OR_AGO if document.holding({"ago"}) else _FIRST)])


def dates(document: Document) -> Iterator[Found]:
    """The dates of a text; `value` is "" where the text does not say enough."""
    places = [
        each
        for each in matches(_DATE, document.text, _begins(document))
        if not (each["y15"] and _COUNTED.search(document.text, each.start() - 24, each.start()))
        and not ((each["old"] or each["old2"] or each["reign"]) and not document.holding(_OF_OLD))
    ]
    dateline = _dateline(document, places)
    issued = document.article.issued or (parse_date(_value(dateline, None)) if dateline else None)
    for found in places:
        kind = "dateline" if found is dateline else ""
        ahead = issued is not None and _ahead(document.text, *found.span())
        yield Found(span=Span(*found.span()), type="date", name=found[0], value=_value(found, issued, ahead=ahead), kind=kind, priority=8)


_OF_OLD = words_of(
    "century centuries bc bce ad millennium dynasty caliph caliphs caliphate emir emirate emperor emperors empress byzantine roman medieval ancient"
    " saint bishop patriarch monk monastery reign reigned abbasid umayyad fatimid sasanian viking pharaoh"
)
"""Words of texts in which numbers of three digits may be years: "in 325", of a council, not of a hotel."""
_COUNTED = re.compile(
    r"\b(?:total|number|population|crowd|arm(?:y|ies)|forces?|group|capacity|crew|garrison|height|altitude|elevation|length|distance|depth"
    r"|average|maximum|minimum|score|sum|price|cost|record|team|fleet|sold|bought|paid|home|budget|loss|tolls?)\s+(?:of|for)\s\Z"
)
"""Before a number that is no year: "a population of 1950"."""
_PLACE_FIRST = re.compile(r"(?:[A-Z][\w’'. -]*)?(?:,\s+[A-Z][\w. -]*)?[\s,:/(]*")
_DASH_NEXT = re.compile(r"\)?\s*(?:\([A-Z][\w /.-]*\)\s*)?(?:[-–—]{1,2}|:)\s")


def _dateline(document: Document, places: list[re.Match[str]]) -> re.Match[str] | None:
    """The day that one of the first lines begins with, after a town and before a dash: "LIMA, 3 May 2021 – "."""
    for block in document.article.blocks[:2]:
        found = next((each for each in places if block.start <= each.start() < block.end), None)
        if (
            found
            and (found["d1"] or found["d2"])
            and (found["y1"] or found["y2"])
            and _PLACE_FIRST.fullmatch(document.text, block.start, found.start())
            and _DASH_NEXT.match(document.text, found.end(), block.end)
            and _value(found, None)
        ):
            return found
    return None


def _value(found: re.Match[str], issued: Date | None, *, ahead: bool = False) -> str:
    if found["century"] or found["counted"] or found["bc"] or found["decade"]:
        return _long_ago(found)
    if found["relative"]:
        return _relative(found["relative"].casefold(), issued)
    if found["weekday"]:
        return _weekday(found["weekday"], issued, ahead=ahead)
    if found["span"] or found["reign"]:
        first, last = (each.strip() for each in re.split(r"[-–]", found["span"] or found["reign"]))
        first, last = (first, last) if found["span"] else (first.zfill(YEAR_DIGITS), last.zfill(YEAR_DIGITS))
        last = last if len(last) == 4 else first[:2] + last
        return f"{first}/{last}" if first < last else ""
    if found["named"] or found["vague"]:
        return ""
    if found["season"]:
        return f"{found['y5']}-{_SEASONS[found['season'].casefold()]}"
    month_name = next((found[each] for each in _MONTHS if found[each]), "").rstrip(".")
    year = next((found[each].zfill(YEAR_DIGITS) for each in _YEARS if found[each]), None)
    day, last = found["d1"] or found["d2"] or found["d7"], found["d1b"] or found["d2b"]
    doubt = ""
    if not year:
        if issued is None or issued.earliest[0] != issued.latest[0]:
            return ""
        year, doubt = str(issued.earliest[0] + _years_off(month_name, issued, ahead=ahead)), "?"
    if not month_name:
        return year
    text = f"{year}-{_number(month_name):02}"
    if found["m4a"]:
        first = f"{year}-{_number(found['m4a'].rstrip('.')):02}"
        return f"{first}/{text}" if first < text else ""
    if day:
        longest = _length(_number(month_name))
        if last and 1 <= int(day) < int(last) <= longest:
            return f"{text}-{int(day):02}{doubt}/{text}-{int(last):02}{doubt}"
        return f"{text}-{int(day):02}{doubt}" if 1 <= int(day) <= longest else ""
    return f"{text}{doubt}"


_YEARS = ("y1", "y2", "y3", "y4", "y6", "y7", "y8", "y9", "y10", "y11", "y12", "y13", "y14", "y15", "y16", "y17", "old", "old2", "bare")
"""The groups of years."""
_MONTHS = ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9")
"""The groups of months."""
YEAR_DIGITS = 4
"""As years are written in values: "0325"."""


def _long_ago(found: re.Match[str]) -> str:
    """A century, a decade, or a year counted before or after Christ; astronomers' year 0 is 1 BC. Centuries BC have no form."""
    if found["decade"]:
        return f"{found['decade'][:3]}X"
    if found["bc"]:
        years = [int(each) for each in (found["bc2"], found["bc"]) if each]
        points = (
            [f"{-(each - 1):05}" if each > 1 else "0000" for each in years] if "B" in found["era"] else [f"{each:04}" for each in years]
        )
        return "/".join(points) if int(points[0]) <= int(points[-1]) else ""
    if "B" in (found["era2"] or "") or found["thousand"]:
        return ""
    number = int(found["century"] or _ORDINALS.index(found["counted"].casefold()) + 1)
    return f"{number - 1:02}XX" if number else ""


def of_another(text: str, span: Span) -> bool:
    """Whether a date is that of something else than what its sentence tells: "since 2014", "to be formed by 2015", "at a 17th century palace", "right after the 2026 Games", "the 2015 constitution"."""
    if text.endswith(("since ", " by ", "until ", " till "), 0, span.start) or _OWN_LIFE.search(text, span.start - 40, span.start):
        return True
    if _CENTURY.search(text, span.start, span.end) and _OLD.match(text, span.end):
        return True
    named = _NAMES_IT.match(text, span.end) if span.end - span.start == YEAR else None
    return (
        named is not None
        and _THE.search(text, span.start - 40, span.start) is not None
        and not _AT.search(text, span.start - 40, span.start)
    )


YEAR = 4
"""Digits of one."""
_OWN_LIFE = re.compile(r"\b(?:childhood|youth|boyhood|girlhood|adolescence|birth|born|student\s+days|school\s+days)\s+(?:[a-z]+\s+){1,3}\Z")
""""my early childhood in the late"."""
_CENTURY = re.compile(r"\bcentury\Z")
_OLD = re.compile(
    r"\s(?!(?:and|or|in|on|at|by|for|with|from|was|were|is|are|has|had|when|where|as|to|until|that|which|who|the|a|an|of|it|he|she|they|but|after|before|while|during|through|saw|met|did)\b)[a-z]"
)
"""After a century that tells how old something is."""
_NAMES_IT = re.compile(
    r"\s+(?!(?:[Tt]o|[Aa]nd|[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ff]or|[Ww]ith|[Ff]rom|[Ww]as|[Ii]s|[Ww]hen|[Ww]here|[Aa]s)\b)[A-Za-z]"
)
_AT = re.compile(
    r"\b"
    r"(?:for|at|during|attend(?:s|ed|ing)?|to|of|in|host(?:s|ed|ing)?|held|on|into|won|join(?:s|ed|ing)?|by|with)\s+"
    r"(?:the|an?|its|their|his|her)\s+(?:[a-z]+\s+)?\Z"
)
_THE = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat)|[’']s?)\s+(?:[a-z]+\s+)?\Z")


def _number(month: str) -> int:
    return _NUMBERS[month.capitalize()]


def _length(month: int) -> int:
    return 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31


def _day_of(issued: Date | None) -> date | None:
    return date(*issued.earliest) if issued and issued.earliest == issued.latest else None


def _years_off(month_name: str, issued: Date, *, ahead: bool) -> int:
    """Of a month without a year: it is the last one up to the month of writing, or the first one from it on."""
    if not month_name or not issued.text.count("-"):
        return 0
    month = _number(month_name)
    return int(month < issued.earliest[1]) if ahead else -int(month > issued.latest[1])


_CLAUSE = re.compile(r"[.;:!?\n”\"](?=\s)|\b(?:after|since|because|although|while|whereas|when)\b")
_TO_COME = r"(?:to\s+be|will|shall|would|[a-z]+’ll|[a-z]+'ll|(?:is|are|was|were)\s+(?:also\s+|now\s+|then\s+)?(?:to|due|set|scheduled|expected|slated|going|planned|poised)\b|plans?\s+to|intends?\s+to|(?:hop|want|seek|agree|propos)(?:es?|s|ing)?\s+to|(?:due|scheduled|expected|slated|planned|set)\s+(?:for|on|in)\b|upcoming|forthcoming|ahead\s+of)"
_SCHEDULED = r"(?:arriv|depart|leav|fli|convene|host|meet|open|travel|visit|resume|begin|start)(?:e?s)"
"""Verbs in the present of what is due on a day: "arrives for talks on Wednesday"."""
_TENSE = re.compile(
    rf"\b(?:(?P<ahead>{_SCHEDULED}|{_TO_COME}(?:\s+(?:to|be|not|[a-z]+ly|[a-z]+ed|held|taken?|sent|met))*)|(?P<then>was|were|had|has|have|did|said|told|met|held|went|came|took|left|flew|began|gave|made|saw|spoke|[a-z]{{2,}}ed))\b"
)
_REACH = 90
"""So many code points before and after a date are looked at for the verb it belongs to."""


def _ahead(text: str, start: int, end: int) -> bool:
    """Whether the verb nearest to a date, before it or else after it, is one of what is to come: "will meet on Friday"."""
    before = text[max(0, start - _REACH) : start]
    cut = max((each.end() for each in _CLAUSE.finditer(before)), default=0)
    verbs = [*_TENSE.finditer(before, cut)]
    if verbs:
        return verbs[-1]["ahead"] is not None
    after = text[end : end + _REACH]
    stop = _CLAUSE.search(after)
    verb = _TENSE.search(after[: stop.start()] if stop else after)
    return verb is not None and verb["ahead"] is not None


def _weekday(words: str, issued: Date | None, *, ahead: bool) -> str:
    """The last day of that name up to the day of writing; if it is to come, the first one from it on; with "next", after it."""
    day = _day_of(issued)
    if day is None:
        return ""
    name = next(each for each in _DAYS if each in words)
    if words[:4].casefold() == "next":
        return (day + timedelta(days=(_DAYS.index(name) - day.weekday()) % 7 or 7)).isoformat() + "?"
    if ahead and words[:4].casefold() != "last":
        return (day + timedelta(days=(_DAYS.index(name) - day.weekday()) % 7)).isoformat() + "?"
    return (day - timedelta(days=(day.weekday() - _DAYS.index(name)) % 7)).isoformat() + "?"


def _relative(words: str, issued: Date | None) -> str:
    if issued is None or issued.earliest[0] != issued.latest[0] or words.endswith(("decade", "weekend")) or " in the " in words:
        return ""
    if words.endswith(" ago"):
        return _ago(words.split(), issued)
    year, day = issued.earliest[0], _day_of(issued)
    doubt = "" if day else "?"
    if words.endswith("year"):
        return f"{year + {'last': -1, 'next': 1}.get(words.split(maxsplit=1)[0], 0)}{doubt}"
    if day is None:
        return ""
    near = _NEAR.search(words)
    if near:
        return (day + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[near[0]])).isoformat()
    if words.endswith("month"):
        month = day.year * 12 + day.month - 1 + {"last": -1, "next": 1}.get(words.split(maxsplit=1)[0], 0)
        return f"{month // 12}-{month % 12 + 1:02}"
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks={"last": -1, "next": 1}.get(words.split(maxsplit=1)[0], 0))
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _ago(words: list[str], issued: Date) -> str:
    """About when what was "two years ago" was; of "months ago" nobody knows."""
    many = {"a": 1, "an": 1, **{each: number for number, each in enumerate(COUNTS, 1)}}.get(words[0])
    count = int(words[0]) if words[0].isdigit() else many
    unit, day = words[-2].rstrip("s"), _day_of(issued)
    if count is None or unit == "decade" or len(words) != len(("two", "weeks", "ago")):
        return ""
    if unit == "year":
        return f"{issued.earliest[0] - count:04}?" if count < issued.earliest[0] else ""
    if day is None:
        return ""
    then = day - timedelta(days=count * {"day": 1, "week": 7, "month": 30}[unit])
    return f"{then.isoformat()}?" if unit == "day" else f"{then.isoformat()[:7]}?"


_NEAR = re.compile(r"today|yesterday|tomorrow")
