"""Who made a statement of which the words beside a quotation tell: "the statement reads", "according to the ministry"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.extract.speech.subjects import doer_of
from sourcebook.extract.speech.words import SPEECH
from sourcebook.model.spans import Span

_PAPER = (
    r"(?:statement|declaration|letter|communiqu[eé]|message|release|readout|post|tweet|document|press\s+service"
    r"|news\s+release|notice|note|decree)"
)
_PAPER_SAYS = re.compile(
    rf"[\s,”\"’]*(?:[Tt]he|[Ii]ts?|[Tt]heir|[Hh]is|[Hh]er)\s+(?:[\w-]+\s+)?{_PAPER}\s+"
    rf"(?:(?:issued|released|published|posted|carried|aired|broadcast|relayed|read\s+out|cited|quoted)\s[^,;.“”\"]{{0,60}}?\s)?(?:also\s+|further\s+|then\s+)?"
    rf"(?:added|adds|continued|concluded|went\s+on|said|says|noted|notes|stated|states|read|reads|stressed|warned"
    rf"|emphasi[sz]ed)\b"
    rf"|[\s,”\"’]*(?:said|says|added|read|reads|concluded)\s+the\s+{_PAPER}\b"
    rf"|\W*[Aa]ccording\s+to\s+the\s+{_PAPER}\b|\W*(?:In|in)\s+(?:the|its|his|her|their)\s+{_PAPER}\b"
)
_ISSUED = re.compile(
    rf"\b(?!release\s+of\b){_PAPER}\b"
    rf"(?:\s+(?:issued|released|published|made|posted|signed|sent|circulated|distributed|put\s+out))?\s+"
    rf"(?:by|from|of)\s+(?:the\s+)?"
)
_MADE = re.compile(
    rf"{_ISSUED.pattern}|\b(?:in|via|through|issued|released|published|posted|made|wrote|sent)\s+"
    rf"(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){{0,2}}{_PAPER}\b"
)
"""What tells of a statement that somebody makes."""
_SAYS = re.compile(
    rf"{SPEECH.pattern}|\b(?:issued|released|published|posted|condemned|welcomed|denounced|rejected|denied|expressed|learned\s+from)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    rf"\b(?:[Aa]ccording\s+to|[Cc]iting|[Qq]uoting)\s+"
    rf"(?:(?:an?|the)\s+(?:[a-z]+\s+){{0,2}}{_PAPER}\s+(?:[a-z]+ed\s+)?(?:by|from|of)\s+)?(?:the\s+)?"
)


def sources(reading: Reading, start: int, end: int) -> Iterator[Linked | None]:
    """Whom a part of the text rests on, the last named first: "according to Ruiz", "citing the ministry"; None where that has no name."""
    for found in reversed(list(_SOURCE.finditer(reading.text, start, end))):
        named = (reading.next(found.end(), end, each, within=NEAR) for each in ("person", "organization"))
        yield next((each for each in named if each and reading.straight(found.end(), each.span.start)), None)


_UNSIGNED = re.compile(r"\W*according\s+to\s+an?\s+(?:[a-z]+\s+){0,2}(?:statement|readout|release|report)\b[^.]*")


def is_unsigned(reading: Reading, cue: Span) -> bool:
    """Whether a cue tells of a paper of nobody with a name: "according to a readout by the presidency"."""
    found = _UNSIGNED.match(reading.text, cue.start, cue.end)
    return bool(found and not reading.inside(Span(*found.span()), "person", "organization"))


LOOK_BACK = 8
"""Sentences in which the author of "the statement" is sought."""


def author_of(reading: Reading, quoted: Quoted) -> str | None:
    """Who made the statement of a cue such as "the statement reads": the body, or else the person, said last to make one, or to have told something.

    None if that has no name: the office of Ana Ruiz is not herself, and neither are several.
    """
    cue = quoted.cue
    says = _PAPER_SAYS.match(reading.text, cue.start, cue.end) if cue else None
    if cue is None or says is None:
        return ""
    number = reading.document.sentence_of(min(cue.start, quoted.span.start)).number
    earlier = reading.document.sentences[max(0, number - LOOK_BACK) : number][::-1]
    made = [each for each in earlier if _MADE.search(reading.text, each.span.start, each.span.end)]
    for sentence in [*made, *(each for each in earlier if each not in made)]:
        span = sentence.span
        issued = _ISSUED.search(reading.text, span.start, span.end)
        if issued and _HIS_OFFICE.match(reading.text, issued.end(), span.end):
            return None
        if issued and (by := _issuer(reading, issued.end(), span.end)):
            return None if _AND_THE.match(reading.text, by.span.end) else by.entity
        source = next((each for each in sources(reading, span.start, span.end) if each), None)
        if source:
            return source.entity
        if "document" in says[0] or "declaration" in says[0]:
            # Who last said something need not have written it.
            continue
        said = next(reversed(list(_SAYS.finditer(reading.text, span.start, span.end))), None)
        if said is None or said.start() == span.start:
            continue
        if _OFFICE.search(reading.text, max(span.start, said.start() - NEAR), said.start()):
            # "the minister's press service reported": that has no name.
            return None
        bodies = reading.inside(Span(span.start, said.start()), "organization")
        if bodies and said.start() - bodies[-1].span.end < NEAR:
            return doer_of(reading.text, bodies, said.start()).entity
        who = reading.subject(said.start(), span.start)
        if who:
            return who
    return ""


def _issuer(reading: Reading, start: int, end: int) -> Linked | None:
    """Who is named after "a statement by": "the Harbour Group's diplomatic chief Ana Ruiz" is she."""
    first = reading.next(start, end, "organization", "person", within=NEAR)
    person = reading.next(first.span.end, end, "person", within=NEAR) if first and first.found.type == "organization" else None
    return person if first and person and _CHIEF.fullmatch(reading.text, first.span.end, person.span.start) else first


_CHIEF = re.compile(r"(?:[’']s?)?\s+(?:[a-z-]+\s+){1,4}(?:[A-Z][a-z]*\.?\s+)?")
_AND_THE = re.compile(r"\s+and\s")
_HIS_OFFICE = re.compile(r"[^,;.“”\"]{2,60}[’']s?\s+(?:[a-z]+\s+){0,2}(?:office|cabinet|team|press\s+service|bureau)\b|office\s+of\b")
_OFFICE = re.compile(r"\b(?:press\s+(?:service|office|centre|center|secretary)|spokes(?:man|woman|person)|office)\s+\Z")
NEAR = 60
"""Code points between a body and what it says."""


def has_written(reading: Reading, speaker: str, before: Span) -> bool:
    """Whether "it" or "the report" may stand for whoever was quoted: a body, or a person whose statement the text has told of."""
    return _ANY_PAPER.search(reading.text, before.start, before.end) is not None or is_body(reading, speaker)


def is_body(reading: Reading, speaker: str) -> bool:
    """Whether a speaker is no person."""
    return any(each.found.type != "person" for each in reading.by_entity.get(speaker, ()))


_ANY_PAPER = re.compile(
    r"\b(?:statement|declaration|letter|communiqu[eé]|document|report|message|post|tweet|readout|release|article|editorial)\b"
)
