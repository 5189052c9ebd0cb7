"""Places that the words around them show: "Geneva-based", "Konna is a town in", "the towns of Azaz and Manbij"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Document, Sentence, folded, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import parted, words
from sourcebook.model.spans import Span

_WORD = r"[A-Z][\w’'-]++"
_NAME = rf"{_WORD}(?:[ -](?:{_WORD}|al-{_WORD}|el|de|du|ez-{_WORD})){{0,2}}"
_SEAT = re.compile(r"(?<![\w-])(?:[A-Z][\w’']+\s+){0,2}[A-Z][\w’']+(?=[-–](?:based|headquartered)\b)")
_KIND = (
    r"(?:city|town|village|capital|district|province|municipality|commune|port|island|oasis|suburb|neighbou?rhood"
    r"|settlement|hamlet|sub-?district|governorate|township)"
)
_DESCRIBED = re.compile(
    rf"(?P<name>{_NAME})(?:\s+\([^)]{{2,80}}\))?(?:,\s+(?:(?:[a-z]+\s+){{0,2}}(?:known|called|spelled|spelt|named)\s+)[^.;]{{2,60}}?,)?"
    rf"(?:\s+(?:is|was)\s+(?:an?|the|one\s+of\s+the)\s+|,\s+(?:an?|the)\s+)(?:[\w-]+\s+){{0,5}}?{_KIND}"
    rf"(?=\s+(?:in|of|on|located|situated|near|along|at|under|that|which|and\s+(?:the\s+)?[a-z]+)\b)"
    rf"|(?P<other>{_NAME}),\s+(?:an?|the)\s+(?:[a-z-]+\s+){{0,2}}[A-Z][a-z]+(?:an|ese|ish|i)\s+(?:[a-z]+\s+)?{_KIND}\b"
)
_LISTED = re.compile(
    rf"\b(?:cities|towns|villages|districts|settlements|townships)\s+of\s+(?P<names>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})"
)
_SUCH = re.compile(
    rf"\b"
    rf"(?i:cities|towns|villages|districts|suburbs|neighbou?rhoods|townships|municipalities|provinces|regions|areas"
    rf"|places|countries|nations|states|islands|counties|locations|destinations"
    rf"|parts\s+of\s+the\s+(?:city|country))(?:,)?\s+(?:like|such\s+as|including|namely)\s+(?:the\s+)?"
    rf"(?P<names>{_NAME}(?:,\s+{_NAME})*(?:,?\s+(?:and|or)\s+{_NAME})?)(?![\w-])"
)
_JOINT = re.compile(r",\s+(?:and|or)\s+|,\s+|\s+(?:and|or)\s+")
_KINDS = words(
    "city town village capital district province municipality commune port island oasis suburb neighbourhood neighborhood "
    "settlement hamlet governorate township"
)
_MANY = words(
    "cities towns villages districts settlements townships suburbs neighbourhoods neighborhoods municipalities "
    "provinces regions areas places countries nations states islands counties locations destinations parts"
)
_BASED, _ANY_OF_MANY = words("based headquartered"), folded(_MANY)
_NO_PLACE = words("He She It They This That There The A An In At On Near His Her Its Their Our We One Each What")
_SMALLER = re.compile(
    rf"\b(?:in|at|near|from|to|(?:north|south|east|west|outskirts|village|town)\s+of)\s+(?P<name>(?:Sta?\.\s)?{_NAME})(?:,\s+(?:in\s+|on\s+)?|\s+(?:on|in)\s+)"
    rf"(?=(?:the\s+)?{_NAME}\s+"
    rf"(?:[Pp]rovince|[Dd]istrict|[Rr]egion|Island|[Cc]ounty|[Gg]overnorate|[Pp]refecture|[Mm]unicipality"
    rf"|[Pp]eninsula|[Vv]alley)\b)"
)
_WIDER = words("province district region island county governorate prefecture municipality peninsula valley")


def seats(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Places before "-based"; those that a sentence says are towns; those of a list of towns."""
    for found in matches(_SEAT, document.text, document.capitals) if not _BASED.isdisjoint(document.places) else ():
        yield from _known_end(document, *found.span(), gazetteer)
    yield from _states_in_short(document, gazetteer)
    yield from _described(document, gazetteer)
    for found in document.finds(_SMALLER, _WIDER, headings=False):
        if not any(gazetteer.no_name(each, "opening", "body", "institution") for each in found["name"].split()):
            yield _place(document, *found.span("name"), gazetteer)
    many = document.where_so(_ANY_OF_MANY)
    for found in (each for pattern in (_LISTED, _SUCH) for each in document.begun(pattern, many, headings=False)):
        for start, end in parted(document.text, *found.span("names"), _JOINT):
            yield from _listed(document, start, end, gazetteer)
    for sentence in document.sentences:
        head = document.text[sentence.span.start : sentence.span.start + 2]
        # "LIMA", "N’DJAMENA"
        if sentence.block is not HEADING and (head.isupper() or head.endswith(("’", "'"))):
            yield from _dateline(document, sentence, gazetteer)
            yield from _two_towns(document, sentence, gazetteer)


_DATELINE = re.compile(
    r"(?P<name>[A-Z][A-Z’']+(?:[ -][A-Z’']+){0,3}), (?P<wider>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,3}?)"
    r"(?:\s\([^)]{2,24}\)|,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)*\s*(?:[-–—]{1,2}|:)"
)
"""Where a report was written: "LARISORO, Kenya –"."""
_SHORT_STATE = re.compile(
    r"(?<=[A-Za-z], )"
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.H"
    r"|N\.J|N\.M|N\.Y|N\.C|N\.D|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo)\.(?!\w)"
)
_IN_FULL = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado", "Conn": "Connecticut", "Del": "Delaware",
    "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland",
    "Mass": "Massachusetts", "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana", "Neb": "Nebraska",
    "Nev": "Nevada", "N.H": "New Hampshire", "N.J": "New Jersey", "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina",
    "N.D": "North Dakota", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "R.I": "Rhode Island", "S.C": "South Carolina",
    "S.D": "South Dakota", "Tenn": "Tennessee", "Tex": "Texas", "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "W.Va": "West Virginia",
    "Wis": "Wisconsin", "Wyo": "Wyoming",
}  # fmt: skip
"""The American states as newspapers shorten them after a town."""
_DASH = re.compile(r"\s*[-–—]")
_FIRST_OF_STATES = frozenset(each.partition(".")[0] for each in _IN_FULL)


def _dateline(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    """The town in capitals at the head of a report."""
    start = sentence.span.start
    found = _DATELINE.match(document.text, start, min(sentence.span.end + 1, start + 90))
    if not found:
        return
    wider = found["wider"].removesuffix(".")
    known = gazetteer.names.get(_IN_FULL.get(wider, wider)) or gazetteer.names.get(wider.title())
    if known and known.type == "place" and (found["name"].title() not in gazetteer.names or " " in found["name"]):
        name = found["name"].title()
        entry = gazetteer.names.get(name)
        yield Found(span=Span(*found.span("name")), type="place", name=entry.name if entry else name, priority=6, entry=entry)


HEAD = 60
"""Code points in which the head of a report stands."""
_TWO_TOWNS = re.compile(
    r"(?P<one>[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2})/(?P<other>[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2})(?=\s*(?:\([^)]{2,24}\)\s*)?(?:[-–—,:]|\())"
)


def _two_towns(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    """Both towns in capitals at the head of a report: "LIMA/SUCRE, 3 May –"."""
    start = sentence.span.start
    found = _TWO_TOWNS.match(document.text, start, min(sentence.span.end, start + HEAD))
    for each in ("one", "other") if found and found[0].isupper() else ():
        entry = gazetteer.names.get(found[each].title()) if found else None
        if found and entry and entry.type == "place":
            yield Found(span=Span(*found.span(each)), type="place", name=entry.name, priority=6, entry=entry)


def _states_in_short(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """American states after their towns, as newspapers shorten them: "Toledo, Ohio" is none, "Macon, Ga." is one."""
    for short in matches(_SHORT_STATE, document.text, document.where(_FIRST_OF_STATES)):
        name = _IN_FULL[short[0][:-1]]
        entry = gazetteer.names.get(f"{name} state") or gazetteer.names.get(name)
        heading = document.sentence_of(short.start()).block is HEADING and not _DASH.match(document.text, short.end())
        if entry and entry.type == "place" and entry.kind == "region" and not heading:
            yield Found(span=Span(*short.span()), type="place", name=entry.name, priority=6, entry=entry)


def _listed(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """A place of a list, if no list knows it as something else."""
    name = document.text[start:end]
    if not gazetteer.body(name) and not any(
        each in gazetteer.demonyms or gazetteer.lists(each, "opening", "other", "body") for each in name.split()
    ):
        yield _place(document, start, end, gazetteer)


def _known_end(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """The longest name that the tables know at the end of some words."""
    while start < end:
        entry = gazetteer.place(" ".join(document.text[start:end].split()))
        if entry:
            yield Found(span=Span(start, end), type="place", name=entry.name, priority=7, entry=entry)
            return
        further = re.compile(r"\S+\s+").match(document.text, start, end)
        start = further.end() if further else end


def _described(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    for found in document.finds(_DESCRIBED, _KINDS, headings=False):
        start, end = found.span("name" if found["name"] else "other")
        first = document.text[start:end].split()[0]
        if first in _NO_PLACE or first in gazetteer.words["opening"]:
            start += len(first) + 1
        if start < end and not any(each in gazetteer.given or each in gazetteer.demonyms for each in document.text[start:end].split()):
            yield _place(document, start, end, gazetteer)


def _place(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Found:
    name = " ".join(document.text[start:end].split())
    known = gazetteer.place(name)
    return Found(span=Span(start, end), type="place", name=known.name if known else name, priority=4, entry=known)
