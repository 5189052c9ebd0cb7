"""Places that the words around them show: "Geneva-based", "Konna is a town in", "the towns of Azaz and Manbij"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Block, Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_WORD = r"[A-Z][\w’'-]+"
_NAME = rf"{_WORD}(?:[ -](?:{_WORD}|al-{_WORD}|el|de|du|ez-{_WORD})){{0,2}}"
_SEAT = re.compile(r"(?<![\w-])(?:[A-Z][\w’']+\s+){0,2}[A-Z][\w’']+(?=[-–](?:based|headquartered)\b)")
_KIND = r"(?:city|town|village|district|province|municipality|commune|port|island|oasis|suburb|neighbou?rhood|settlement|hamlet|sub-?district|governorate|township)"
_DESCRIBED = re.compile(
    rf"(?P<name>{_NAME})(?:\s+\([^)]{{2,80}}\))?(?:,\s+(?:(?:[a-z]+\s+){{0,2}}(?:known|called|spelled|spelt|named)\s+)[^.;]{{2,60}}?,)?"
    rf"(?:\s+(?:is|was)\s+(?:an?|the|one\s+of\s+the)\s+|,\s+(?:an?|the)\s+)(?:[\w-]+\s+){{0,5}}?{_KIND}(?=\s+(?:in|of|on|located|situated|near|along|at|under|that|which|and\s+(?:the\s+)?[a-z]+)\b)"
)
_LISTED = re.compile(
    rf"\b(?:cities|towns|villages|districts|settlements|townships)\s+of\s+(?P<names>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})"
)
_SUCH = re.compile(
    rf"\b(?i:cities|towns|villages|districts|suburbs|neighbou?rhoods|townships|municipalities|provinces|regions|areas|places|countries|nations|states|islands|counties|locations|destinations|parts\s+of\s+the\s+(?:city|country))(?:,)?\s+(?:like|such\s+as|including|namely)\s+(?:the\s+)?(?P<names>{_NAME}(?:,\s+{_NAME})*(?:,?\s+(?:and|or)\s+{_NAME})?)(?![\w-])"
)
_JOINT = re.compile(r",\s+(?:and|or)\s+|,\s+|\s+(?:and|or)\s+")
_KINDS = words(
    "city town village district province municipality commune port island oasis suburb neighbourhood neighborhood settlement hamlet governorate township"
)
_MANY = words(
    "cities towns villages districts settlements townships suburbs neighbourhoods neighborhoods municipalities provinces regions areas places countries nations states islands counties locations destinations parts"
)
_NO_PLACE = words("He She It They This That There The A An In At On Near His Her Its Their Our We One Each What")


def seats(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Places before "-based"; those that a sentence says are towns; those of a list of towns."""
    for found in _SEAT.finditer(document.text) if "-based" in document.text or "–based" in document.text else ():
        yield from _known_end(document, *found.span(), gazetteer)
    for sentence in document.sentences:
        if sentence.block is Block.HEADING:
            continue
        if not sentence.words.isdisjoint(_KINDS):
            yield from _described(document, sentence, gazetteer)
        if not sentence.words.isdisjoint(_MANY):
            for found in (*_LISTED.finditer(document.text, *_ends(sentence)), *_SUCH.finditer(document.text, *_ends(sentence))):
                at = found.start("names")
                for joint in [*_JOINT.finditer(document.text, at, found.end("names")), None]:
                    yield from _listed(document, at, joint.start() if joint else found.end("names"), gazetteer)
                    at = joint.end() if joint else at


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _listed(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """A place of a list, if no list knows it as something else."""
    name = document.text[start:end]
    entry = gazetteer.names.get(name)
    other = entry is not None and entry.type != "place"
    if not other and not any(
        each in gazetteer.demonyms
        or each in gazetteer.words["opening"]
        or each in gazetteer.words["other"]
        or each in gazetteer.words["body"]
        for each in name.split()
    ):
        yield _place(document, start, end, gazetteer)


def _known_end(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """The longest name that the tables know at the end of some words."""
    while start < end:
        entry = gazetteer.names.get(" ".join(document.text[start:end].split()))
        if entry and entry.type == "place":
            yield Found(span=Span(start, end), type="place", name=entry.name, priority=7, entry=entry)
            return
        further = re.compile(r"\S+\s+").match(document.text, start, end)
        start = further.end() if further else end


def _described(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    for found in _DESCRIBED.finditer(document.text, sentence.span.start, sentence.span.end):
        start, end = found.span("name")
        first = document.text[start:end].split()[0]
        if first in _NO_PLACE or first in gazetteer.words["opening"]:
            start += len(first) + 1
        if start < end and not any(each in gazetteer.given or each in gazetteer.demonyms for each in document.text[start:end].split()):
            yield _place(document, start, end, gazetteer)


def _place(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Found:
    name = " ".join(document.text[start:end].split())
    entry = gazetteer.names.get(name)
    known = entry if entry and entry.type == "place" else None
    return Found(span=Span(start, end), type="place", name=known.name if known else name, priority=4, entry=known)
