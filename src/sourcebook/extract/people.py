"""Persons and the titles they bear."""

import re
from collections.abc import Iterator
from functools import cache

from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.model.spans import Span

_NAME = r"(?:[A-Z][^\W\d_]*(?:[-’'][A-Z]?[^\W\d_]+)*|[A-Z]\.)"
_PARTICLE = r"(?:al|el|bin|ibn|van|von|der|den|de|da|di|du|la|le|ben|abu)"
_FULL = re.compile(rf"{_NAME}(?:[ -](?:{_PARTICLE}[ -])*{_NAME}){{0,4}}")
_OF = re.compile(
    r"\s+(?:of|for|to|in charge of)\s+(?:the\s+)?(?:[A-Z][\w’'-]*|(?:the|of|and|for|,)\s+(?=[A-Z]))(?:(?:\s+|,\s+(?=[A-Z][\w’'-]*\s+and\s))(?:[A-Z][\w’'-]*|of|the|for|and(?=\s+[A-Z])))*"
)
_NAME_AFTER_BODY = re.compile(
    r"(?:Council|Duma|Senate|Parliament|Assembly|Congress|Ministry|Committee|Commission|Department|Agency|Office|Government|Party|Staff|Affairs|Defen[cs]e|Development|Security|Trade|Finance|Interior|Health|Education|Energy|State|Forces|Army|Union|East|West|Europe|Asia|Africa)"
    r"(,?(?:\s+[A-Z][\w’'-]+){2,3})\Z"
)
_SAYS = re.compile(
    r"\s+(?:said|says|told|stated|added|noted|stressed|emphasized|emphasised|announced|declared|met|visited|arrived|travelled|traveled|thanked|expressed|welcomed|called|spoke|wrote|argued|explained|warned)\b"
)
_LED = frozenset(
    [
        "Minister",
        "Secretary",
        "Ambassador",
        "Envoy",
        "Commander",
        "Spokesman",
        "Spokesperson",
        "Spokeswoman",
        "Director",
        "Commissioner",
        "Representative",
        "Adviser",
        "Coordinator",
        "Chief",
    ]
)
_STOP = frozenset(
    [
        "The",
        "This",
        "That",
        "These",
        "Those",
        "In",
        "On",
        "At",
        "After",
        "Before",
        "During",
        "When",
        "While",
        "As",
        "If",
        "But",
        "And",
        "Or",
        "For",
        "With",
        "From",
        "By",
        "It",
        "He",
        "She",
        "They",
        "We",
        "I",
        "You",
        "His",
        "Her",
        "Their",
        "Our",
        "Its",
        "Mr",
        "Mrs",
        "Ms",
        "Today",
        "Yesterday",
        "Both",
        "Each",
        "All",
        "Some",
        "Any",
        "No",
        "Not",
        "There",
        "Here",
        "What",
        "Who",
        "How",
        "Why",
        "Even",
        "Much",
        "Following",
        "Another",
        "Notably",
        "However",
        "Beyond",
        "Meanwhile",
        "Strengthening",
    ]
)
_HONORIFIC = re.compile(rf"\b(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord|Dame|Sheikh|Ayatollah|Prof|Professor)\.?\s+({_FULL.pattern})")


@cache
def _title_pattern(titles: frozenset[str]) -> re.Pattern[str]:
    words = sorted((re.escape(each) for each in titles if len(each) > 3 or each.endswith(".")), key=lambda one: (-len(one), one))
    return re.compile(
        rf"(?<![\w-])(?:(?:Deputy|Vice|First|Former|Acting|Senior|Assistant|Chief|Special|Permanent|Joint)[ -])*(?:{'|'.join(words)})(?![\w-])"
    )


def roles(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Titles with what they are of: "Speaker of the State Duma", "Foreign Minister"."""
    pattern = _title_pattern(gazetteer.titles)
    for sentence in document.sentences:
        start = sentence.span.start
        while found := pattern.search(document.text, start, sentence.span.end):
            start = found.end()
            if _is_office(document.text, found.start(), found.end()):
                continue
            of = _OF.match(document.text, found.end(), sentence.span.end)
            end = found.end()
            if of:
                end = len(of[0].rstrip(" ,")) + of.start()
                name = _NAME_AFTER_BODY.search(document.text[of.start() : end])
                end -= len(name[1]) if name else 0
                words = document.text[of.start() : end]
                last = re.search(r"(?:\s+(?:and|of|the|for))+\Z", words)
                end -= len(last[0]) if last else 0
            start = max(start, end)
            begin = _with_office(document, sentence, found, gazetteer)
            yield Found(span=Span(begin, end), type="role", name=" ".join(document.text[begin:end].split()), priority=7)


def _with_office(document: Document, sentence: Sentence, title: re.Match[str], gazetteer: Gazetteer) -> int:
    """Where a title begins that an office's name leads: "Foreign Office Minister"; a nationality stays outside."""
    begin = title.start()
    if title[0].split()[-1] not in _LED:
        return begin
    before = [each for each in sentence.tokens if each.end <= begin][-3:]
    for token in reversed(before):
        apart = document.text[token.end : begin]
        if (
            apart.strip()
            or not token.capital
            or token.text in _STOP
            or token.text in gazetteer.demonyms
            or token.text in gazetteer.names
            or token.text in gazetteer.given
        ):
            break
        begin = token.start
    return begin


def _is_office(text: str, start: int, end: int) -> bool:
    """Whether the title is part of an institution's name ("Consulate General", "President's Office")."""
    before = text[max(0, start - 12) : start]
    after = text[end : end + 12]
    return bool(re.search(r"(?:Consulate|Secretariat|Assembly|Attorney|Directorate|Inspector)\s+\Z", before)) or bool(
        re.match(r"['’]s?\s+(?:Office|Council|Meeting)", after)
    )


def persons(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Capitalised names that a title, an honorific, a verb of speech or a given name shows to be a person's."""
    ends = {each.span.end for each in roles(document, gazetteer)}
    for sentence in document.sentences:
        for found in _FULL.finditer(document.text, sentence.span.start, sentence.span.end):
            span = _trimmed(document, found.span(), sentence, gazetteer)
            if span is None:
                continue
            words = span.of(document.text)
            parts = words.split()
            titled = any(
                0 < span.start - end <= 2 and document.text[end : span.start].strip() in {"", ","} for end in ends if end <= span.start
            )
            if titled and len(parts) <= 4:
                yield Found(span=span, type="person", name=words, priority=6)
            elif len(parts) >= 2 and (parts[0] in gazetteer.given or (_SAYS.match(document.text, span.end) and len(parts) <= 3)):
                yield Found(span=span, type="person", name=words, priority=4)
        for found in _HONORIFIC.finditer(document.text, sentence.span.start, sentence.span.end):
            yield Found(span=Span(*found.span(1)), type="person", name=found[1], priority=6)


def _trimmed(document: Document, where: tuple[int, int], sentence: Sentence, gazetteer: Gazetteer) -> Span | None:
    """The name without titles and sentence starts before it; None if what is left is no name of a person."""
    del sentence
    start, end = where
    pattern = _title_pattern(gazetteer.titles)
    while start < end:
        words = document.text[start:end]
        first = words.split()[0]
        title = pattern.match(document.text, start, end)
        if title and title.end() < end:
            start = title.end()
        elif first in _STOP or first in gazetteer.demonyms:
            start += len(first)
        else:
            break
        while start < end and document.text[start] in " \t-":
            start += 1
    words = document.text[start:end]
    if not words or pattern.fullmatch(words) or words in gazetteer.names or words in _STOP or words in gazetteer.demonyms:
        return None
    if any(part.strip("’'") in _INSTITUTION for part in words.split()) or (words.isupper() and len(words) <= 6):
        return None
    return Span(start, end)


_INSTITUTION = frozenset(
    [
        "Ministry",
        "Department",
        "Council",
        "Commission",
        "Committee",
        "University",
        "Institute",
        "Academy",
        "Center",
        "Centre",
        "Agency",
        "Bank",
        "Union",
        "Association",
        "Organization",
        "Organisation",
        "Party",
        "Forces",
        "Army",
        "Group",
        "Corporation",
        "Company",
        "Command",
        "Office",
        "Embassy",
        "Consulate",
        "Parliament",
        "Duma",
        "Court",
        "Foundation",
        "Bureau",
        "Service",
        "Authority",
        "Board",
        "Federation",
        "League",
        "Coalition",
        "Front",
        "Brigade",
        "Government",
        "State",
        "Region",
        "Territory",
        "Zone",
        "Agreement",
        "Declaration",
        "Statement",
        "Treaty",
        "Convention",
        "Resolution",
        "Operation",
        "Conference",
        "Summit",
        "Forum",
        "Festival",
        "City",
        "Province",
        "District",
        "National",
        "International",
        "Security",
        "Nations",
        "Republic",
        "World",
        "War",
        "Day",
        "Month",
        "March",
        "January",
        "February",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
)
