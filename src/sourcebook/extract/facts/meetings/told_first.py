"""Whom those who are quoted met, and where they were, as they tell it: "I met Ana Ruiz", "It was a pleasure to be back in Oslo"."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence, matches, within
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_PLEASED = (
    r"\b(?:am|is|was|are|were|been|[Ii]t[’']s|I[’']m)\s+(?:(?:an?|my|our|so|very|really|also|particularly|great|real|truly|deeply|once|again|true|absolutely|both|such)\s+){0,4}"
    r"(?:pleasure|pleased|delight(?:ed)?|honou?r(?:ed)?|privileged?|happy|glad|great|good|wonderful|grateful)\s+(?:[Ff]or\s+me\s+)?to\s+(?:(?:have|once|again|also)\s+){0,2}"
)
_I = r"\bI(?:[’']ve)?\s+(?:(?:have|had|also|just|then|today|recently|yesterday|personally|again|both|first|later|once|already)\s+){0,3}"
_MET = re.compile(
    rf"{_I}(?P<did>(?:met(?:\s+(?:again|today|yesterday|briefly|earlier))?(?:\s+with)?|(?:held|had|hosted)\s+(?!no\b)(?:[a-z-]+\s+){{0,4}}?(?:talks|meetings?|discussions?|consultations)\s+(?:[a-z]+\s+){{0,2}}with|hosted|received|welcomed|sat\s+down\s+with)\s)"
    rf"|{_PLEASED}(?P<done>(?:meet(?:\s+with)?|met(?:\s+with)?|welcomed?|host(?:ed)?|receive|received|sit\s+down\s+with)\s)"
)
_WENT = re.compile(
    rf"{_I}(?P<did>(?:visited|travell?ed\s+to|went\s+to|flew\s+to|returned\s+from|arrived\s+in)\s+(?:the\s+)?)"
    rf"|{_PLEASED}(?P<done>(?:be|been|visit|visited|return\s+to|returned\s+to|travel\s+to|come\s+to)\s+(?:(?:back|here|again|with\s+you|today)\s+){{0,3}}(?:in\s+|to\s+)?(?:the\s+)?)"
    r"|\b(?:[Dd]uring|[Oo]n|[Ss]ince|[Ff]rom)\s+my\s+(?:(?:very|own|recent|last|latest|first|second|previous|earlier|official)\s+){0,2}(?P<on>(?:visits?|trips?|journeys?)\s+to\s+(?:the\s+)?)"
)
_FIRST = words("During during On on Since since From from I I’ve I've am is was are were been It’s it’s It's it's I’m I'm")
_FROM_AFAR = re.compile(r"\b(?:tele)?phone|\bcalls?\b|\bvideo|\bvirtual|\bonline\b|\bif\b|\bdream", re.IGNORECASE)
_HIS = re.compile(r"[’']s?\s|[’']s?\Z")
LONGEST = 200
"""Code points after a verb in which those met are listed."""


def told_first(reading: Reading, quoted: Iterable[tuple[Quoted, str]]) -> Iterator[Statement]:
    """The meetings and journeys of which speakers tell in the first person."""
    people = {each.entity for each in reading.linked if each.found.type == "person"}
    for each, speaker in quoted:
        if speaker not in people:
            continue
        said, places = each.span, within(reading.document.where(_FIRST), each.span)
        for found in matches(_MET, reading.text, places, said.end):
            yield from _met(reading, found, speaker)
        for found in matches(_WENT, reading.text, places, said.end):
            yield from _went(reading, found, speaker)


def _met(reading: Reading, found: re.Match[str], speaker: str) -> Iterator[Statement]:
    sentence = reading.document.sentence_of(found.start())
    end = min(sentence.span.end, found.end() + LONGEST)
    others = reading.people_between(found.end(), end)
    if not others or not reading.straight(found.end(), others[0].span.start) or _FROM_AFAR.search(reading.text, found.start(), end):
        return
    joined = reading.together(found.end(), end)
    for each in others if joined else others[:1]:
        if each.entity != speaker and (not joined or each.entity in joined) and not _HIS.match(reading.text, each.span.end):
            yield _told(reading, sentence, found, speaker, "met", each)


def _went(reading: Reading, found: re.Match[str], speaker: str) -> Iterator[Statement]:
    sentence = reading.document.sentence_of(found.start())
    for each in reading.listed(found.end(), sentence.span.end):
        if not _HIS.match(reading.text, each.span.end):
            yield _told(reading, sentence, found, speaker, "visited", each)


def _told(reading: Reading, sentence: Sentence, found: re.Match[str], speaker: str, name: str, value: Linked) -> Statement:
    focus = Span(found.start(found.lastgroup or 0), value.span.end)
    return Statement(speaker, name, value.entity, sentence, focus, qualifiers=reading.when(sentence, focus))
