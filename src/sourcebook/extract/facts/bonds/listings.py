"""Who is under sanctions that the sentence before tells of: "Norway sanctioned three firms. The listings include A; the broker B; and C"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bonds.sanctions import DID, makers_of
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, FOLK, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = words(
    "listings listing list listed firms companies entities individuals persons people targets targeted designations designated sanctioned blacklisted subject"
)
_TELLING = words(
    "sanctions sanctioned sanctioning blacklisted blacklisting designated designating restrictive ban bans freeze freezes embargo"
)
LOOK_BACK = 3
"""Sentences in which those are named who have put somebody under sanctions."""
_COUNTED = re.compile(
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|more\s+than\s+\w+|dozens\s+of|a\s+(?:number|dozen)\s+of|new)\s+"
    r"(?:(?:further|more|additional|new|other)\s+)?(?:[\w’-]+\s+){0,3}?"
    r"(?:individuals?|persons?|people|entit(?:y|ies)|firms?|compan(?:y|ies)|officials?|businessm[ae]n|organi[sz]ations?|networks?|banks?|vessels|tankers|brokers?|generals?|officers?|commanders?|ministers?|leaders?|lawmakers?|oligarchs?|judges?)\b"
)
_KINDS = r"(?:individuals|persons|people|entities|firms|companies|officials|businessmen|organi[sz]ations|networks|banks|brokers|generals|officers|commanders|ministers|lawmakers|oligarchs|judges)"
_INCLUDE = re.compile(
    rf"\W*(?:(?:The|These|Those)\s+(?:(?:new|latest|fresh|additional|sanctioned|listed|targeted|designated|blacklisted)\s+){{0,2}}(?:listings?|list|designations|targets|{_KINDS})"
    r"(?:\s+(?:sanctioned|listed|targeted|designated|blacklisted|concerned|named|on\s+the\s+list))?|Those\s+(?:sanctioned|listed|targeted|designated|blacklisted|named)|(?:Among\s+)?(?:the\s+)?(?:sanctioned|listed|targeted|designated|blacklisted)(?:\s+[a-z]+)?"
    rf"|[Aa]mong\s+(?:those|the\s+{_KINDS})\s+(?:sanctioned|listed|targeted|designated|blacklisted))\s+(?:also\s+)?(?:includ(?:es?|ed)|are|is|were|was|compris(?:es?|ed)|cover(?:s|ed)?|target(?:s|ed)?)\s+"
)
_NAMED_AS = re.compile(
    rf"\b(?:named|identified|listed)\s+(?:the\s+)?(?:two\s+|three\s+|four\s+|five\s+)?(?:{_KINDS}|them|those\s+\w+)\s+as\s+"
    rf"|\A\W*The\s+(?:two\s+|three\s+|four\s+|five\s+)?{_KINDS}\s+(?:are|were)\s+(?=(?:the\s+)?[{BODY}{PERSON}])"
)
_LISTED_FOR = re.compile(
    r"\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)(?:(?:also|now|likewise|both|itself|themselves)\s+)*"
    r"(?:(?:listed|sanctioned|designated|blacklisted|targeted)\s+(?:for|over|because|as\s+well)\b|subject\s+to\s+(?:an?\s+|the\s+)?(?:asset|travel|visa)\s)"
)
_ITEM = re.compile(r";\s+(?:and\s+|as\s+well\s+as\s+)?")
_LED = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Mm]r|[Mm]rs|[Mm]s|[Dd]r)\.?\s+)?(?:(?!(?:of|for|in|by|to|who|which|whose)\b)[a-z-]+\s+|{FOLK}\s+|[{STATE}{PLACE}](?:-based|-registered|[’']s)\s+|{OFFICE}(?:,\s+|\s+))*(?P<name>[{PERSON}{BODY}])"
)


@where(_WORDS)
def listings(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """All whom a sentence lists, with those who have put some under sanctions in one of the sentences before."""
    before = reading.document.sentences[max(0, sentence.number - LOOK_BACK) : sentence.number]
    if sentence.block is HEADING or all(each.words.isdisjoint(_TELLING) for each in before):
        return
    signs = signs_of(reading, sentence)
    named = _INCLUDE.match(signs.words) or _NAMED_AS.search(signs.words)
    listed = _listed(signs, named.end()) if named else _subject(signs)
    for maker in _makers(reading, sentence) if listed else ():
        for each in listed:
            if each.entity != maker.entity:
                focus = Span(sentence.span.start, max(one.span.end for one in listed))
                yield stated(each, "sanctioned_by", maker, sentence, focus, plain=False)


def _subject(signs: Signs) -> list[Linked]:
    """Who "is listed for" something, or is "subject to an asset freeze"."""
    found = _LISTED_FOR.search(signs.words)
    who = _LED.match(signs.words) if found else None
    return [signs.at[who.start("name")]] if who and found and who.end() <= found.start() else []


def _listed(signs: Signs, start: int) -> list[Linked]:
    """Those of a list whose items semicolons part, or commas."""
    text = signs.words
    ends = list(_ITEM.finditer(text, start))
    if not ends:
        found = signs.list_at(start)
        led = None if found else _LED.match(text, start)
        return [each for each in found.who if each.found.type in _KINDS_OF] if found else [signs.at[led.start("name")]] if led else []
    items = [start, *(each.end() for each in ends)]
    whole = [
        signs.at[one] for begin, end in zip(items, [*items[1:], len(text)], strict=True) if (one := _first(signs, begin, end)) is not None
    ]
    return [each for each in whole if each.found.type in _KINDS_OF]


_KINDS_OF = frozenset({"person", "organization"})


def _first(signs: Signs, start: int, end: int) -> int | None:
    """Whom an item of a list is: the body that it begins with, or the first person."""
    led = _LED.match(signs.words, start, end)
    if led:
        return led.start("name")
    return next((at for at in sorted(signs.at) if start <= at < end and signs.words[at] == PERSON), None)


def _makers(reading: Reading, sentence: Sentence) -> list[Linked]:
    """Those who put some that are not named under sanctions, in the sentences before."""
    for before in reversed(reading.document.sentences[max(0, sentence.number - LOOK_BACK) : sentence.number]):
        if before.block is HEADING or before.words.isdisjoint(_TELLING):
            continue
        signs = signs_of(reading, before)
        for found in DID.finditer(signs.words):
            if _COUNTED.match(signs.words, found.end()) and (who := makers_of(signs, found.start())):
                return [each for each in who if each.found.type != "person"]
        # "Norway lifted its sanctions on two firms. They are": not those of an earlier sentence.
        return []
    return []
