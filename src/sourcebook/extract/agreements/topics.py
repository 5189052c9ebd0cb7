"""What instruments are on: "a memorandum on student exchange" is called so as a whole, and told apart by it from others of its kind."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import MONTH, WEEKDAY
from sourcebook.model.proposals import Spotted
from sourcebook.model.spans import Span

_KINDS = re.compile(
    r"(?i)(?:.*[\s-])?"
    r"(?:agreements?|(?:memorand(?:um|ums|a)|memos?)(?:\sof\s\w+)?|mous?|protocols?|treaty|treaties|accord|pacts?|deals?|communiqu[eé]s?|roadmaps?"
    r"|road\smap|(?:letters?|declarations?|statements?)\sof\sintent|declarations?|joint\sstatements?|arrangements?|contracts?|conventions?|resolutions?)",
    re.DOTALL,
)
_STOP = (
    r"(?!(?:was|were|is|are|be|been|has|had|have|will|would|could|may|should|can|which|that|who|whom|whose|signed|inked|concluded|reached|struck"
    r"|adopted|ratified|initialled|agreed|announced|issued|between|among|with|by|during|at|after|before|while|when|where|until|since|under|within"
    r"|without|following|as|than|but|because|so|if|here|there|today|yesterday|tomorrow|earlier|later|last|next|this|these|those|also|not|it|they|he|she|we|said|says"
    r"|covers?|provid(?:es?|ed)|allows?|allowed|enables?|enabled|aims?|aimed|includ(?:es?|ed|ing)|calls?|called|sets?|gives?|gave|makes?|enter(?:s|ed)|c[ao]mes?|expire[sd]?|ended|marks|marked"
    r"|proposed|drafted|submitted|takes|took|requires?|required|remains?|remained|creates|created|paves?|paved|opens|opened|helps|helped|follow(?:s|ed)|led|leads)\b"
    # Where and when it was made.
    rf"|on\s+(?:(?:the\s+)?(?:margins?|sidelines|occasion|eve|fringes|behalf)|\d|{WEEKDAY}|[A-Z])"
    r"|(?:for|from|until|to|of|in)\s+(?:the\s+(?:period|years?)\b|\d{4})"
    r"|in\s+(?:early|late|mid|front|return|exchange|order|response|line|(?:the\s+)?presence|place|the\s+(?:capital|city|town)|[A-Z]"
    r"|the\s+[A-Z][\w’'-]*(?!\s+(?:Sea|Strait|Ocean|Gulf|Bay|Basin|Region|Field|Economy)\b))"
    # What else is told.
    r"|(?:and|or)\s+(?:(?:an?|another|his|her|its|their|our|it|they|he|she|we|two|three|others?|also|then|to|in|on|by|with|at|for|will|would|was|were|is|are"
    r"|has|have|had|said|cooperates?|works?|seeks?|calls?|[a-z]+ed)\b|[A-Z][\w’'-]*\s+[a-z]+ed\b|the\s+(?:two\b|sides?\b|parties\b|countries\b|ministers?\b|presidents?\b|leaders?\b|[A-Z])))"
)
_WORD = rf"{_STOP}[\w’'&/–-]++"
_RUN = rf"{_WORD}(?:\s{_WORD})*(?!\s{_WORD})"
_BARE = rf"{_WORD}(?:\s(?!and\b){_WORD})*(?!\s(?!and\b){_WORD})"
_NO_TOPIC = (
    r"(?!(?:(?:the|this|that|an?|its|their|his|her|our|any)\s)?(?:[a-z]+\s)?(?:basis|grounds?|behalf|margins?|sidelines|fringes|occasion|eve|spot|table|agenda|brink"
    r"|conditions?|terms|part|side|day|morning|anniversary|verge|track|hold)\b"
    r"|(?:which|whether|how|what|it|them|him|us|both|two|three|four|several|many|some|top|every|each|same|other|all)\b"
    rf"|\d|(?:{WEEKDAY}|{MONTH})\b)"
)
_DOING = r"[a-z-]*(?:tion|sion|ment|ing|ance|ence|al|ery|purchase|sale|lease|supply|transfer|use|exchange|release)"
_TOPIC = re.compile(
    r"(?:\s\([A-Z][A-Za-z]{1,5}\))?\s"
    r"(?:(?:on|concerning|regarding|relating\sto|governing)\s|in\sthe\s(?:fields?|areas?|spheres?)\sof\s"
    rf"|for\s(?=(?:the\s|mutual\s|joint\s)?(?:[a-z-]+\s)?{_DOING}\s(?:of|to)\b|the\s(?:first|second|third|final|next)\sphase\b)"
    r"|of\s(?=the\s(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|inaugural)\s(?:session|meeting|round)\b))"
    rf"{_NO_TOPIC}{_RUN}"
)
"""What follows an instrument of a kind: "on student exchange", "for the supply of gas"."""
_FURTHER = re.compile(rf"(?:,\s(?!and\s){_BARE}){{0,6}},?\sand\s{_RUN}")
"""The rest of a list: "agreements on trade, disaster relief and coast guard training"."""
_TITLED = re.compile(r".*\s(?:on|for)\s.*", re.DOTALL)
_MORE = re.compile(
    rf"(?:(?<=ooperation)|(?<=ollaboration))\sin\s(?:the\s)?(?:[Ff]ields?\sof\s|[Aa]reas?\sof\s)?(?=[A-Z][\w-]+\s[A-Z]|[a-z]){_RUN}"
    rf"|\sfor\s(?=(?:the\s)?(?:holders|nationals|citizens|ordinary|diplomatic|official|service|national)\b){_RUN}"
)
"""What goes on after a title that says what it is on: "Agreement on Visa Exemption for holders of passports"."""
_NAMES = r"(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for)\s(?:the\s)?)?[A-Z][\w’'-]*)*(?:\sof\sthe\s(?:two|three)\s[a-z]+)?"
_BETWEEN = re.compile(
    r"(?:(?<=ooperation)|(?<=ollaboration)|(?<=onsultations)|(?<=elations)|(?<=xchanges)|(?<=xchange))\sbetween\s"
    rf"(?:the\s(?:two|three)\s[a-z]+(?:\s[a-z]+)?|{_NAMES}(?:\sand\s{_NAMES})?)"
)
"""Between whom it makes cooperation: "a memorandum on cooperation between the Harbour Academy and the Coast Institute"."""
LONGEST = 160
"""Code points of what an instrument is on; what goes on longer is a sentence."""


def with_topic(text: str, span: Span) -> Span:
    """The words of an instrument with what it is on, where they say no more than its kind."""
    words, end = span.of(text), span.end
    titled = bool(_TITLED.fullmatch(words))
    topic = _TOPIC.match(text, end) if _KINDS.fullmatch(words) else None
    if topic:
        end = topic.end()
        further = _FURTHER.match(text, end) if words.endswith("s") and " and " not in topic[0] else None
        end = further.end() if further else end
    for pattern in (_MORE, _BETWEEN) if topic or titled else ():
        more = pattern.match(text, end)
        end = more.end() if more else end
    while dangling := _DANGLING.search(text, span.end, end):
        end = dangling.start()
    return Span(span.start, end) if end - span.end <= LONGEST else span


_DANGLING = re.compile(r"\s(?:and|or|of|the|an?|in|on|for|to|from)\Z")


def topic_after(text: str, at: int) -> str:
    """What an instrument is on that ends at a place, with the word that leads to it; nothing if that is not said."""
    found = _TOPIC.match(text, at)
    return " ".join(_DANGLING.sub("", _SHORT.sub("", found[0])).split()) if found else ""


def by_topic(found: Iterable[Found], text: str) -> list[Found]:
    """Instruments under names that say what they are on: two memoranda of one text are told apart."""
    mentions = list(found)
    on = {each.span: named for each in mentions if each.type == "agreement" and (named := _name(each, text))}
    first: dict[str, str] = {}
    for each in mentions:
        if each.span in on and not _INDEFINITE.search(text, each.span.start - NEAR, each.span.start):
            first.setdefault(each.name, on[each.span])
    last: dict[str, str] = {}
    out = []
    for each in mentions:
        if each.type != "agreement" or not on:
            out.append(each)
            continue
        named = on.get(each.span, "")
        before = last.get(each.name, "")
        if named and not (before and (before.startswith(named) or named.startswith(before))):
            last[each.name] = named
        elif not named and _INDEFINITE.search(text, each.span.start - NEAR, each.span.start):
            out.append(each)
            continue
        out.append(each.called(last.get(each.name) or first.get(each.name) or each.name))
    return out


def _name(each: Found, text: str) -> str:
    """What an instrument is called with what it is on; nothing if no words say that."""
    words, wide = " ".join(each.span.of(text).split()), with_topic(text, each.span)
    if wide == each.span or words.casefold() != each.name.casefold():
        return ""
    topic = " ".join(_SHORT.sub("", text[each.span.end : wide.end]).split())
    return f"{each.name} {topic}"


_SHORT = re.compile(r"\A\s\([^)]*\)")
_INDEFINITE = re.compile(r"(?i)(?<![\w-])(?:an?|another|one|two|three|four|several)\s+(?:[a-z-]+\s+)?\Z")
NEAR = 24
"""Code points before an instrument."""


def whole_instruments(text: str, spotted: Iterable[Spotted]) -> Iterator[Spotted]:
    """Mentions, those of instruments with what they are on: "a Memorandum of Understanding (MoU) on trade" is one."""
    last: Spotted | None = None
    for each in spotted:
        if each.type != "agreement":
            yield each
        elif not (last and last.span.contains(each.span) and last.entity == each.entity):
            last = replace(each, span=with_topic(text, each.span))
            yield last
