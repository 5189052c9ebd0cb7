"""Which states and bodies hold the chair of a body: "Malaysia, the current chair of ASEAN", "Chile took over its presidency from Peru"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.groups import Actors, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, EVENT, OFFICE
from sourcebook.extract.facts.stated import around, stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement

SEATS = words("chair chairmanship chairpersonship presidency chairs")
_SEAT = r"(?:co-?)?(?:chairmanship|chairpersonship|[Pp]residency|chair)"
_OF = rf"(?:{_SEAT}\s+of\s+(?:the\s+)?(?P<of>[{BODY}{EVENT}])|(?P<its>{BODY})(?:[’']s)?\s+(?:rotating\s+)?{_SEAT})(?![’'\w-])"
_HOLDS = re.compile(
    r"\b(?:holds?|held|holding|assum(?:es?|ed|ing)|takes?|took|taking|inherit(?:s|ed))\s+(?:over\s+)?(?:the|its)\s+"
    rf"(?:[a-z-]+\s+){{0,2}}{_OF}"
)
_WITH_ONE = re.compile(r",?\s+and\s+with\s")
_HANDED = re.compile(
    rf"\b(?:hand|pass)(?:s|es|ed|ing)?\s+(?:over\s+)?(?:the|its)\s+(?:[a-z-]+\s+){{0,2}}{_OF}\s+(?:over\s+)?to\s+(?:the\s+)?"
)
_OWNED = re.compile(rf"(?P<own>[’']s?)\s+(?:(?:current|rotating|ongoing|one-year|six-month|\d{{4}})\s+)*{_OF}")
_CHAIR_OF = re.compile(
    rf"\b(?:co-?)?chairs?\s+of\s+(?:the\s+)?(?P<of>{BODY})|(?P<its>{BODY})(?:[’']s)?\s+(?:current\s+|rotating\s+)?(?:co-?)?chairs?\b"
)
_NAMED = re.compile(r"(?i)(?:co-?)?chair\b")
_CURRENT = r"(?:the\s+|this\s+year[’']s\s+)?(?:current\s+|rotating\s+|\d{4}\s+)?"
_BEFORE = re.compile(rf"(?:,\s+(?:(?:which|who)\s+is\s+(?:also\s+)?|(?:in\s+its\s+\w+\s+)?as\s+)?|\s+(?:is|was|as|became)\s+){_CURRENT}\Z")
_AS = re.compile(rf"As\s+{_CURRENT}\Z")
_COMMA = re.compile(r",\s+(?:the\s+)?")
_LISTED = re.compile(r"\s*(?:\(|[–—]\s)(?:the\s+)?")
"""As in "the Group's co-chairs (Norway, Chile and Peru)"."""
_BESIDE = re.compile(r",?\s+(?:the\s+)?")


def seats(reading: Reading, sentence: Sentence, signs: Signs) -> Iterator[Statement]:
    """The states and bodies that hold the chair of what a sentence names."""
    text = signs.words
    for found in _HOLDS.finditer(text):
        who = signs.doing(found)
        if who and _WITH_ONE.search(text, who.start, who.end):
            # "With Ana Ruiz at Chile's helm, and with Peru assuming the presidency": Peru alone.
            who = Actors(who.who[-1:], who.start, who.end, who.many)
        yield from _each(signs, found, who, sentence)
    for found in _HANDED.finditer(text):
        yield from _each(signs, found, signs.after(found), sentence)
    for found in _OWNED.finditer(text):
        yield from _each(signs, found, signs.owning(found), sentence)
    for start, end, body in _chairs(reading, signs):
        who = signs.up_to(_BEFORE.search(text, 0, start))
        after = (
            None if who else _COMMA.match(text, end) if _AS.fullmatch(text, 0, start) else _BESIDE.match(text, end) if start == 0 else None
        )
        after = after or _LISTED.match(text, end)
        who = signs.after(after) if after else who
        yield from _told(body, who, sentence)


def _chairs(reading: Reading, signs: Signs) -> Iterator[tuple[int, int, Linked]]:
    """Where the words for a body's chair stand, as an office or not, and the body."""
    for found in _CHAIR_OF.finditer(signs.words):
        yield found.start(), found.end(), signs.at[found.start("of") if found["of"] else found.start("its")]
    for at, each in signs.at.items():
        if signs.words[at] == OFFICE and _NAMED.search(each.found.name):
            bodies = reading.inside(each.span, "organization")
            yield from [(at, at + 1, bodies[0])] if bodies else ()


def _each(signs: Signs, found: re.Match[str], who: Actors | None, sentence: Sentence) -> Iterator[Statement]:
    return _told(signs.at[found.start("of") if found["of"] else found.start("its")], who, sentence)


def _told(body: Linked, who: Actors | None, sentence: Sentence) -> Iterator[Statement]:
    for each in those(who):
        if (is_state(each) or is_bloc(each)) and each.entity != body.entity:
            focus = around(each, body)
            yield stated(body, "chaired_by", each, sentence, focus)
