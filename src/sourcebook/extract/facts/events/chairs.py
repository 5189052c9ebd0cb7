"""Who chairs a body or an event: "A and B co-chaired the session", "the session was chaired by A", "under the chairmanship of A"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.events.delegates import fronted
from sourcebook.extract.facts.events.seats import SEATS, seats
from sourcebook.extract.facts.groups import Actors
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.facts.spoken_of import called
from sourcebook.extract.facts.stated import around
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = words(
    "chair chairs chaired chairing co presided presides presiding chairmanship chairpersonship presidency moderated moderating moderator"
)
_SLACK = (
    rf"(?:(?!(?:and|or|in|at|on|with|to|by|from|that|which|who|for|as|is|was)\b)[\w’'-]+[’']?\s+"
    rf"|{DATE}(?:[’']s)?\s+|(?:sessions?|meetings?|rounds?|editions?|opening|parts?)\s+of\s+(?:the\s+)?){{0,7}}"
)
_DAY = rf"(?:(?:on|last|this)\s+)?(?:{DATE}|[A-Z]\w+day|today|yesterday|here|in\s+(?:the\s+)?{PLACE})"
_CHAIR = r"(?:co-?)?(?:chair(?:man|woman|person)?|moderator)"
_SIDE = rf"(?:,?\s+(?:jointly|(?:on|from|for)\s+the\s+[^.;,{PERSON}]{{1,30}}\s+side))?"
_CHAIRED = re.compile(
    rf"\b(?:(?:co-?|jointly\s+)?chair(?:s|ed|ing)?|presid(?:es?|ed|ing)\s+over|moderated|took\s+the\s+(?:chair|{OFFICE})\s+(?:at|of)"
    rf"|(?:act|serv)(?:s|es|ed|ing)\s+as\s+(?:the\s+)?{_CHAIR}\s+(?:of|at|for)(?=\s+(?:the\s+)?{EVENT}))\s+(?:{_DAY}\s+)?{_SLACK}"
    rf"(?:{BODY}(?:\s*\([^)]{{1,12}}\))?\s+(?:[A-Z][\w-]*\s+){{0,3}}(?={EVENT}))?(?P<what>[{EVENT}{BODY}])(?![’'-])"
    rf"(?!\s+(?:delegation|side|team))"
)
_BY = re.compile(
    rf"(?P<what>[{EVENT}{BODY}])(?:\s+of\s+(?:the\s+)?{BODY})?(?:\s*\([^)]{{1,40}}\))?"
    rf"(?:,?\s+"
    rf"(?:(?:was\s+|were\s+|will\s+be\s+)?(?:co-?)?(?:held|convened|hosted|opened|attended|organi[sz]ed)|which|that|on|in|at"
    rf"|and|last|yesterday|today|earlier|this|{DATE})\b[^.;“”{EVENT}]{{0,90}}?)?,?\s+"
    rf"(?:(?:which|that)\s+)?(?:(?:was|were|is|are|will\s+be|being|is\s+being|has\s+been)\s+)?"
    rf"(?:(?:also|jointly|to\s+be)\s+)*(?:(?:co-?)?chaired|presided\s+over|moderated){_SIDE}\s+by\s+(?:the\s+)?"
)
_DECLINED = re.compile(r"\b(?:declin|refus|fail)\w*\s+to\s+\Z")
_WITH = re.compile(rf"(?:\s*\([^)]{{1,20}}\))?(?:,?\s+{_DAY},?){{0,2}},?\s+(?:together\s+|jointly\s+|along\s+)?with\s+(?:his\s+|her\s+)?")
_WHICH = re.compile(
    rf"(?P<what>[{EVENT}{BODY}])(?:\s+of\s+(?:the\s+)?{BODY})?(?:\s*\([^)]{{1,20}}\))?(?:\s+(?:held\s+)?{_DAY}){{0,2}},?\s+(?:which|that)\s+(?P<who>[^,;“”{EVENT}]{{2,90}}?)\s+(?:jointly\s+|also\s+)?"
    r"(?P<verb>(?:co-?)?chair(?:s|ed)|presided\s+over)\b"
)
_THEY = re.compile(r"(?:he|she|they|the\s+(?:two|both|minister|president|secretary|ambassador|official)s?)\b")
_UNDER = re.compile(r"\b[Uu]nder\s+the\s+(?:co-?)?(?:chairmanship|chairpersonship|presidency)\s+of\s+(?:the\s+)?")
_UNDER_ITS = re.compile(rf"\b[Uu]nder\s+(?:the\s+)?(?P<who>[{STATE}{BODY}{PERSON}])[’']s?\s+(?:chairmanship|chairpersonship|presidency)\b")
_OPENING = re.compile(r"[\s“\"‘—–-]*(?:(?:Co-?|Jointly\s+)?[Cc]haired|Presided\s+over|Moderated)\s+(?:[a-z]+\s+)?by\s+(?:the\s+)?")
_AND_BY = re.compile(rf",?\s+(?:and|while)(?:\s+co-?chaired)?{_SIDE}\s+by\s+")


@where(_WORDS)
def chairs(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Each who chairs what a sentence names."""
    meant = list(called(reading, sentence))
    signs = Signs(reading, sentence, meant) if meant else signs_of(reading, sentence)
    for found in _CHAIRED.finditer(signs.words):
        if _DECLINED.search(signs.words, 0, found.start()):
            continue
        who = signs.doing(found)
        yield from _each(signs, found.start("what"), who, sentence)
        # "Chaired a meeting with governors" is no chair of theirs.
        joint = _WITH.match(signs.words, found.end()) if who and found[0].startswith(("co", "jointly")) else None
        yield from _each(signs, found.start("what"), signs.after(joint), sentence)
        what, verb = signs.at[found.start("what")], signs.place(found.start())
        for one in () if who else reading.doers(verb, sentence.span.start):
            # "He chaired the session"
            yield from _chaired(what, one, sentence, Span(verb, what.span.end))
    for found in _WHICH.finditer(signs.words):
        yield from _which_they(reading, sentence, signs, found)
    for found in _BY.finditer(signs.words):
        by = signs.after(found)
        yield from _each(signs, found.start("what"), by, sentence)
        yield from _each(signs, found.start("what"), signs.after(_AND_BY.match(signs.words, by.end) if by else None), sentence)
    for at in signs.events:
        yield from _each(signs, at, fronted(signs, _OPENING, at), sentence)
    for lead in (_UNDER, _IN_CHAIR):
        under = lead.search(signs.words)
        who = signs.after(under)
        if under and who and (lead is _UNDER or _PRESIDING.match(signs.words, who.end)):
            yield from _each(signs, _what(signs, under.start(), who.end), who, sentence)
    for under in _UNDER_ITS.finditer(signs.words):
        yield from _each(signs, _what(signs, under.start(), under.end()), signs.list_at(under.start("who")), sentence)
    opens = _CHAIRING.match(signs.words)
    if opens:
        yield from _each(signs, opens.start("what"), signs.after(_COMMA.search(signs.words, opens.end())), sentence)
    if not sentence.words.isdisjoint(SEATS):
        yield from seats(reading, sentence, signs)


def _which_they(reading: Reading, sentence: Sentence, signs: Signs, found: re.Match[str]) -> Iterator[Statement]:
    """After "the session, which she co-chaired with Ana Ruiz": both."""
    at, joint = found.start("what"), _WITH.match(signs.words, found.end())
    who = signs.list_at(found.start("who"))
    if who and who.end == found.end("who"):
        yield from _each(signs, at, who, sentence)
    elif _THEY.fullmatch(found["who"]):
        verb = signs.place(found.start("verb"))
        for one in reading.doers(verb, sentence.span.start):
            yield from _chaired(signs.at[at], one, sentence, Span(signs.at[at].span.start, verb))
    else:
        return
    if found["verb"].startswith("co") and joint:
        yield from _each(signs, at, signs.after(joint), sentence)


def _what(signs: Signs, lead: int, end: int) -> int:
    """Where that stands which is chaired by those between two positions: the one event, the body before them or the one that follows."""
    if len(signs.events) == 1:
        return signs.events[0]
    body = _THE_BODY.match(signs.words, end) if lead == 0 else _A_BODY.search(signs.words, 0, lead)
    return body.start("what") if body else -1


_IN_CHAIR = re.compile(r"\b[Ww]ith\s+(?=[^.;]{1,120}?\s(?:in\s+the|presiding|chairing|moderating|as)\b)")
_PRESIDING = re.compile(
    rf"\s+(?:in\s+the\s+(?:chair|{OFFICE})|presiding|chairing|moderating|as\s+(?:its\s+|the\s+)?(?:{_CHAIR}|{OFFICE}))\b"
)
_THE_BODY = re.compile(rf"[^,;]{{0,30}},\s+(?:the\s+)?(?P<what>{BODY})")
_A_BODY = re.compile(rf"(?P<what>{BODY})(?:\s+met\b[^.;,]{{0,60}})?,?\s+\Z")
_CHAIRING = re.compile(rf"(?:(?:Co-?)?[Cc]hairing|Presiding\s+over|Moderating)\s+{_SLACK}(?P<what>[{EVENT}{BODY}])(?![’'-])")
_COMMA = re.compile(r",\s+(?:the\s+)?")


def _each(signs: Signs, at: int, who: Actors | None, sentence: Sentence) -> Iterator[Statement]:
    what = signs.at.get(at)
    if what is None:
        return
    for each in _own(who, what):
        yield from _chaired(what, each.entity, sentence, around(each, what))


def _chaired(what: Linked, who: str, sentence: Sentence, focus: Span) -> Iterator[Statement]:
    """That somebody chairs something, and so takes part in it where it is an event."""
    yield Statement(what.entity, "chaired_by", who, sentence, focus)
    if what.found.type == "event":
        yield Statement(what.entity, "participant", who, sentence, focus)


def _own(who: Actors | None, what: Linked) -> Iterator[Linked]:
    """The persons of a list, or else its states and bodies."""
    found = [each for each in who.who if each.entity != what.entity] if who else []
    people = [each for each in found if each.found.type == "person"]
    yield from people or found
