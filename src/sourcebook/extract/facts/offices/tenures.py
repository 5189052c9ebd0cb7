"""From when until when an office was held: "from 2010 to 2014", "(since 2019)", "was appointed in May 2011", "resigned on 3 June"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.model.spans import Span

FAR = 120
"""Code points between an office and its dates."""
_BEGINS = re.compile(
    r"\b"
    r"(?:(?:re-?)?appoint(?:ed|ment)|named|made|bec(?:ame|oming)|t(?:ook|aking)\s+(?:over|office|up|the)|sw(?:orn|ore)\s+in"
    r"|inaugurat(?:ed|ion)|install(?:ed|ation)|promot(?:ed|ion)|assum(?:ed|ing)|succe(?:eded|eding)|replac(?:ed|ing)"
    r"|(?:re)?join(?:ed|ing)|enter(?:ed|ing)|hired|brought\s+in|elevated)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b"
    r"(?:resign(?:ed|ation|ing)|st(?:epped|ood|epping)\s+(?:down|aside)|retire[dm]|quit|dismiss(?:ed|al)|sack(?:ed|ing)"
    r"|fired|firing|remov(?:ed|al)|oust(?:ed|er)|deposed|toppled|overthrown|suspended|relieved|left|recalled|relinquish(?:ed|ing)|vacat(?:ed|ing)|g(?:ave|iving)\s+up|lost|ceased"
    r"|(?:term|tenure|mandate)\s+(?:as\s+)?\Z)",
    re.IGNORECASE,
)
_SINCE_WHEN = re.compile(r"\b(?:first|only|last|second|third|sole)\b")
"""Who is "the first president since 1990" has not been one since."""
_LEADS = re.compile(
    r"(?:\s+(?:at|in|with|for|of|to|on)\s+(?:the\s+)?\s*){0,3}"
    r"(?:,?\s+|\s*,\s*|\s*\()(?:(?P<how>from|between|since|until|till|in|on|as\s+of|effective|with\s+effect\s+from)\s+)?"
)
"""Between an office, with where it is held, and a date."""
_LED = re.compile(
    r"(?:\A\W*|[,;]\s+(?:and\s+|then\s+)?|\band\s+|[a-z]{4,}(?:ed|ing)\s+(?:(?:in|down)\s+)?|\bserved\s+)"
    r"(?P<how>from|between|since|until|till|in|on)\s+\Z",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:,\s+)?(?:to|until|till|through|and|[–—-])\s*")
_SAME_CLAUSE = re.compile(
    r"(?!.*\b(?:and|while|when|where|after|before|who|which|said|told|that|but|then)\b)(?:[^.;:()]|(?<=[MDJS][rs])\.|(?<=Mrs)\.|(?<=Prof)\.){0,100}",
    re.DOTALL,
)
_YEARS = re.compile(r"(\d{4})/(\d{4})")


def term(reading: Reading, role: Linked, focus: Span, sentence: Sentence) -> dict[str, tuple[str, ...]]:
    """The dates of an office, as qualifiers; `focus` says who holds it and how."""
    verb = reading.text[focus.start : role.span.start]
    after = (
        reading.inside(Span(role.span.end, min(sentence.span.end, role.span.end + FAR)), "date")
        if role.span.end < sentence.span.end
        else []
    )
    if after:
        led = _LEADS.fullmatch(reading.plain(role.span.end, after[0].span.start, "organization", "place", "demonym"))
        if led:
            return _told(reading, led["how"], after, verb)
    before = reading.between(sentence.span.start, role.span.start, "date")[-2:]
    if before and _SAME_CLAUSE.fullmatch(reading.plain(before[-1].span.end, role.span.start, "person", "role", "organization")):
        pair = len(before) > 1 and _TO.fullmatch(reading.text, before[0].span.end, before[1].span.start)
        dates = before if pair else before[-1:]
        lead = reading.text[sentence.span.start : dates[0].span.start]
        led = _LED.search(lead)
        if led:
            return _told(reading, led["how"].lower(), dates, f"{lead} {verb}")
    return {}


def _told(reading: Reading, how: str | None, dates: list[Linked], verb: str) -> dict[str, tuple[str, ...]]:
    """What a date that "from", "in" or nothing leads tells of an office, or two that "to" joins."""
    first, last = dates[0].found.value, ""
    if len(dates) > 1 and _TO.fullmatch(reading.text, dates[0].span.end, dates[1].span.start):
        last = dates[1].found.value
    years = _YEARS.fullmatch(first)
    if years and how in {None, "from", "between"}:
        # As in "(2001-2004)".
        first, last = years.groups()
    elif how is None or (how == "between" and not last):
        first = last = ""
    elif how in {"until", "till"}:
        first, last = "", first
    elif how in {"in", "on"}:
        last = first if _ENDS.search(verb) else ""
        first = first if _BEGINS.search(verb) and not last else ""
    elif how == "since" and _SINCE_WHEN.search(verb):
        first = ""
    held = {"from": first, "until": last}
    return {name: (value,) for name, value in held.items() if value and "/" not in value}
