"""Who chairs a body or an event: "A and B co-chaired the session", "the session was chaired by A", "under the chairmanship of A"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import BODY, DATE, EVENT, Actors, Signs, fronted, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.spoken_of import called
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = words("chair chairs chaired chairing co presided presides presiding chairmanship chairmanship presidency moderated")
_SLACK = (
    rf"(?:(?!(?:and|or|in|at|on|with|to|by|from|that|which|who|for|as|is|was)\b)[\w’'-]+[’']?\s+"
    rf"|{DATE}(?:[’']s)?\s+|(?:sessions?|meetings?|rounds?|editions?|opening|parts?)\s+of\s+(?:the\s+)?){{0,7}}"
)
_CHAIRED = re.compile(
    rf"\b(?:(?:co-?|jointly\s+)?chair(?:s|ed|ing)?|presid(?:es?|ed|ing)\s+over|moderated)\s+{_SLACK}"
    rf"(?:{BODY}(?:\s*\([^)]{{1,12}}\))?\s+(?:[A-Z][\w-]*\s+){{0,3}}(?={EVENT}))?(?P<what>[{EVENT}{BODY}])(?![’'-])"
    rf"(?!\s+(?:delegation|side|team))"
)
_BY = re.compile(
    rf"(?P<what>[{EVENT}{BODY}])(?:\s*\([^)]{{1,40}}\))?"
    rf"(?:,?\s+"
    rf"(?:held|convened|hosted|which|that|on|in|at|and|last|yesterday|today|earlier|this|{DATE})\b[^.;“”{EVENT}]{{0,90}}?)?,?\s+"
    rf"(?:(?:which|that)\s+)?(?:(?:was|were|is|are|will\s+be|being|is\s+being|has\s+been)\s+)?"
    rf"(?:(?:also|jointly|to\s+be)\s+)*(?:(?:co-?)?chaired|presided\s+over|moderated)\s+by\s+"
)
_WITH = re.compile(r"(?:\s+on\s+[A-Z]\w+)?,?\s+(?:together\s+|jointly\s+|along\s+)?with\s+(?:his\s+|her\s+)?")
_UNDER = re.compile(r"\b[Uu]nder\s+the\s+(?:co-?)?(?:chairmanship|chairpersonship|presidency)\s+of\s+(?:the\s+)?")
_OPENING = re.compile(r"[\s“\"‘—–-]*(?:(?:Co-?|Jointly\s+)?[Cc]haired|Presided\s+over|Moderated)\s+(?:[a-z]+\s+)?by\s+(?:the\s+)?")
_AND_BY = re.compile(r"\s+and\s+co-?chaired\s+by\s+")


@where(_WORDS)
def chairs(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Each who chairs what a sentence names."""
    meant = list(called(reading, sentence))
    signs = Signs(reading, sentence, meant) if meant else signs_of(reading, sentence)
    for found in _CHAIRED.finditer(signs.words):
        who = signs.list_before(found.start())
        yield from _each(signs, found.start("what"), who, sentence)
        # "Chaired a meeting with governors" is no chair of theirs.
        joint = _WITH.match(signs.words, found.end()) if who and found[0].startswith(("co", "jointly")) else None
        yield from _each(signs, found.start("what"), signs.list_at(joint.end()) if joint else None, sentence)
        what, verb = signs.at[found.start("what")], signs.place(found.start())
        for one in () if who else reading.doers(verb, sentence.span.start):
            # "He chaired the session"
            yield Statement(subject=what.entity, property="chaired_by", value=one, sentence=sentence, focus=Span(verb, what.span.end))
    for found in _BY.finditer(signs.words):
        by = signs.list_at(found.end())
        yield from _each(signs, found.start("what"), by, sentence)
        also = _AND_BY.match(signs.words, by.end) if by else None
        yield from _each(signs, found.start("what"), signs.list_at(also.end()) if also else None, sentence)
    for at in signs.events:
        yield from _each(signs, at, fronted(signs, _OPENING, at), sentence)
    under = _UNDER.search(signs.words)
    if under and len(signs.events) == 1:
        yield from _each(signs, signs.events[0], signs.list_at(under.end()), sentence)


def _each(signs: Signs, at: int, who: Actors | None, sentence: Sentence) -> Iterator[Statement]:
    what = signs.at[at]
    for each in _own(who, what):
        focus = Span(min(each.span.start, what.span.start), max(each.span.end, what.span.end))
        yield Statement(subject=what.entity, property="chaired_by", value=each.entity, sentence=sentence, focus=focus)


def _own(who: Actors | None, what: Linked) -> Iterator[Linked]:
    """The persons of a list, or else its states and bodies."""
    found = [each for each in who.who if each.entity != what.entity] if who else []
    people = [each for each in found if each.found.type == "person"]
    yield from people or found
