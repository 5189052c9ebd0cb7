"""Whom lists name as the members of a body: "its members are A, B and C", "the Union (A, B and C)"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, is_bloc, is_state, size_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_MEMBERS = re.compile(
    r"\b(?:[Mm]embers?(?: [Ss]tates?| countries)?|signatories)\s*(?:,\s+(?:which\s+)?)?(?:are|is|include[sd]?|:|–|—|--?|\(|were|comprise|such as|like|including)\s*:?\s*(?:\d+\s*\()?(?:the\s+)?|\b(?:comprises?|comprising|consists? of|consisting of|composed of|made up of|includes?)\s+(?:the\s+)?|\bmembers?\s*(?:states?|countries)?,?\s+(?=[A-Z])|\bis\s+an?\s+(?:[\w-]+\s+){0,5}?(?:union|alliance|bloc|grouping|organi[sz]ation|group)\s+(?:between|of|comprising|grouping|linking|uniting)\s+(?:the\s+)?"
)
PARAGRAPH = 900
"""Code points in which a body named before is still spoken of."""
_WITH = re.compile(r",?[^.;]*\swith\s(?:[\w-]+\s){1,3}")
"""In "the Board, set up in 1980 with six permanent members (…", members of that one and of none that was named before."""
_WHICH = re.compile(
    r"\)?(?:\s+[a-z]+)?(?:\s+\([^)]*\))?,?\s+(?:(?:which|that)\s+|an?\s+(?:[a-z-]+\s+){0,3}(?:alliance|group|grouping|bloc|union|league|body|forum|organi[sz]ation)\s+)?"
)
"""What stands between a body and its members: "the Andean Union (AU), an alliance" consisting of."""
_ITS_MEMBERS = re.compile(
    r"(?:\s+\([^)]*\))?\s+(?:are|were|include[sd]?|comprise[sd]?)\s+(?:the\s+)?|(?:[’']s?)?\s+(?:\w+\s+){0,2}members?(?:\s+(?:states?|countries|nations))?\s*(?:,\s+(?:including|such\s+as|namely)\s+|\s+(?:are|include)\s+|:\s+|\s+\()(?:the\s+)?|\s+[–—]\s+(?:the\s+)?"
)
_ITS_MINISTERS = re.compile(
    r"(?:[’']s?)?\s+(?:(?!(?:[a-z]+ed|met|told|and|the)\b)[A-Z]?[a-z]+\s+){0,2}(?:[Mm]inisters|[Ll]eaders|[Hh]eads\s+of\s+(?:[Ss]tate|[Gg]overnment)|[Cc]ountries)\s+(?:of|from)\s+(?:the\s+)?"
)
"""As in "the Union Foreign Ministers of Chile, Peru and Bolivia"."""
_MEMBERS_OF = re.compile(r"\b(?:[Mm]embers?(?:\s+(?:states?|countries|nations))?|signatories)\s+(?:of|to|joining)\s+(?:the\s+)?\Z")


def _own_members(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "the members of the G20 are A, B and C": the states of the list."""
    text, span = reading.text, sentence.span
    for body in reading.inside(span, "organization"):
        led = reading.led(_MEMBERS_OF, sentence, body.span.start, 40)
        then = (_ITS_MEMBERS if led else _ITS_MINISTERS).match(text, body.span.end, span.end)
        states = [each for each in reading.listed(then.end(), span.end) if size_of(each) == COUNTRY] if then else []
        for state in states if len(states) > (1 if led else 2) else ():
            yield stated(state, "member_of", body, sentence)


_LISTING = words(
    "member members signatories comprise comprises comprising consist consists consisting composed made ministers leaders heads "
    "countries include includes union alliance bloc grouping organization organisation group"
)
"""Words of which a sentence has one if it lists members."""


def member_lists(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "its members are A, B and C": the countries of the list, where a body is named before it."""
    if reading.text.find(" (", sentence.span.start, sentence.span.end) >= 0:
        yield from _in_parentheses(reading, sentence)
    if sentence.words.isdisjoint(_LISTING):
        return
    yield from _own_members(reading, sentence)
    for found in _MEMBERS.finditer(reading.text, sentence.span.start, sentence.span.end):
        if reading.led(_NOT_ITS_OWN, sentence, found.start()):
            continue
        if found[0].endswith(", ") and _in_a_list(reading, found.start()):
            continue
        bodies = reading.inside(Span(sentence.span.start, found.end()), "organization")
        if found[0].casefold().startswith(("member", "signator")):
            # Member states are an international body's: the last one that the tables know.
            whose = [each for each in bodies if each.found.entry or reading.text.startswith(found[0].split()[0], each.span.end + 1)]
            # "The Accords are old. Signatories include Chile": of an agreement, not of the body before it.
            own = bodies and _WITH.fullmatch(reading.text, bodies[-1].span.end, found.start())
            before = Span(max(0, sentence.span.start - PARAGRAPH), max(1, sentence.span.start))
            earlier = [] if own or found[0].startswith("signator") else reading.inside(before, "organization")
            bodies = (whose or [each for each in earlier if each.found.entry])[-1:]
        # "the Commission signed with the Mercosur bloc, which includes": the last, where its name stands right before.
        near = bodies and _WHICH.fullmatch(reading.text, bodies[-1].span.end, found.start() + len(found[0]) - len(found[0].lstrip()))
        body = (bodies[-1] if near else bodies[0]) if bodies else None
        if body and not near and _another_bloc(reading.text, body.span.end, found.start()):
            continue
        states = [each for each in reading.listed(found.end(), sentence.span.end) if size_of(each) == 3]
        if body and len(states) > 1:
            for state in states:
                yield stated(state, "member_of", body, sentence)


def _another_bloc(text: str, start: int, end: int) -> bool:
    """Whether not the body that ends at a place has the members told of, but one without a name: "the Union will host a wider group that includes"."""
    return bool(_BLOC.search(text, start, end)) and not _IS_ONE.match(text, start, end)


_BLOC = re.compile(
    r"\b(?i:grouping|bloc|group|union|alliance|forum|coalition|league|community|club|summit|partnership|federation|(?<!member )(?:countries|states|nations|powers|economies))[”\"’]*,?(?:\s+(?:that|which))?\s*\Z"
)
_IS_ONE = re.compile(r"(?:\s*\([^)]*\))?,?\s+(?:[–—-]\s+)?(?:(?:is|was|as|remains|became)\s+)?(?:an?|the|one)\s")


def _in_a_list(reading: Reading, position: int) -> bool:
    """Whether a body whose members are named is one of those who are listed: "between Norway, the Union members, Chile and Peru"; "with Union members, Chile and Peru"."""
    body = next((each for each in reversed(reading.before(position)) if each.found.type == "organization"), None)
    if body and _ITEM_OF.search(reading.text, max(0, body.span.start - NEAR), body.span.start):
        return True
    before = reading.before(body.span.start) if body else []
    return bool(body and before and is_state(before[-1]) and _IN_LIST.fullmatch(reading.text, before[-1].span.end, body.span.start))


_ITEM_OF = re.compile(
    r"\b(?:including|such\s+as|like|with|between|among|to|from|of|for|by|than|and|both)\s+(?:most\s+|several\s+|many\s+|some\s+|all\s+|other\s+)?\Z"
)
NEAR = 24
"""Code points before a body whose members, without a number or an article, are one of several who are listed."""


def _in_parentheses(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The states that parentheses list after the name of a body, and the blocs beside them: "the Andean Union (Chile, Peru and Bolivia)"."""
    for body in reading.inside(sentence.span, "organization"):
        opened = _OPENED.match(reading.text, body.span.end)
        signs = signs_of(reading, sentence) if opened else None
        found = signs.list_at(signs.spot(opened.end())) if signs and opened else None
        closed = found and signs and signs.words.startswith(")", found.end)
        if found and closed and len(found.who) > 1 and all(size_of(each) == COUNTRY or is_bloc(each) for each in found.who):
            yield from members(found.who, [body], sentence)


_OPENED = re.compile(
    r"(?:\s+(?:group|grouping|bloc|format|alliance|partnership|(?:member\s+)?(?:states|countries)|members))?\s+\((?:the\s+)?"
)
_IN_LIST = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")
_NOT_ITS_OWN = re.compile(
    r"\b(?:partners?|observers?|candidates?|applicants?|guests|donors?|rivals|neighbou?rs|customers|clients|beneficiaries|markets|destinations|non-)(?:\s+(?:states?|countries|nations))?"
    r"(?:\s+(?:of|to|in|for)\s+(?:the\s+)?[A-Z][^.;,]{1,50}?)?(?:\s*\([^)]*\))?\s*(?:,\s+which\s+|also\s+|currently\s+|now\s+)*\Z"
    r"|\b(?:budget|lending|programme|program|mandate|tour|trip|project|plan|scheme|operations|loans?|campaign|talks)\s+to\s+\Z"
)
"""Who "the Union's dialogue partners include" are no members."""
