"""Bodies that are written in small letters, in part or whole."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.names import body_at
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.unlikely import small_body, spelled
from sourcebook.model.spans import Span

_SMALL_MINISTRY = re.compile(
    r"\b(?:(?P<of>[A-Z]\w+) )?"
    r"(?P<field>(?:Foreign(?: Affairs)?|Defen[cs]e|Interior|Finance|Justice|Health|Energy|Education|Trade|Economy"
    r"|Agriculture|Transport|Culture|Oil|Labou?r)(?: and [A-Z]\w+)?) ministry\b"
)


def small_ministries(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    """A ministry whose field alone is a name: "the Greek Foreign ministry"."""
    for found in _SMALL_MINISTRY.finditer(document.text, sentence.span.start, sentence.span.end):
        country = found["of"] is not None and found["of"] in gazetteer.demonyms
        yield body_at(document, found.start() if country else found.start("field"), found.end(), 5)


_SMALL_SHORT = re.compile(r"(?<=[a-z]) \(([A-Z]{2,6})\)")


def small_bodies(document: Document, sentence: Sentence) -> Iterator[Found]:
    """The short name of a body that is written in small letters: "the special investigation team (SIT)"."""
    text, first, last = document.text, sentence.span.start, sentence.span.end
    for short in _SMALL_SHORT.finditer(text, first, last) if text.find(" (", first, last) >= 0 else ():
        words = text[first : short.start()].split()
        spelling = spelled(short[1], words[-3 * len(short[1]) :])
        if small_body(short[1], words):
            at = text.rindex(spelling[0], first, short.start())
            name = " ".join(text[at : short.start()].split())
            yield Found(span=Span(*short.span(1)), type="organization", name=name[:1].upper() + name[1:], priority=6)
