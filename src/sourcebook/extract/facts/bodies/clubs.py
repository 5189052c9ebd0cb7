"""Members told beside each other: of each of many bodies, beside other members, in relative clauses: "the Forum, which Chile joined"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.belonging import MEMBERS_OF, bodies_of, denied
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.bodies.memberships import the_two
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, OTHER, PERSON, PLACE, STATE
from sourcebook.extract.facts.stated import around, stated
from sourcebook.extract.facts.terms import with_term
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement

_WORDS = words("member members countries states nations allies powers partners")
_MANY_BODIES = (
    r"(?:(?:several|many|various|numerous|a\s+number\s+of|the\s+following|most|all)\s+)?"
    rf"(?:(?:[a-z-]+|{FOLK})\s+){{0,3}}(?:organi[sz]ations|bodies|institutions|agencies|groupings|groups|blocs|forums?|fora)"
    r"(?:\s*[:–—]|,?\s+(?:including|such\s+as|like|namely))\s+"
)
_OF_WHAT_KIND = rf"(?:(?!(?:with|by|in|for|to|from|of|not|no)\b|[a-z]+ing\b(?<!founding))[a-z-]+|[{FOLK}{STATE}{PLACE}])\s+"
_IS_MEMBER = re.compile(
    r"\b(?:is|are|was|were|(?:has|have|had)\s+been|became|become|becomes|remains?|remained)\s+"
    rf"(?:{_OF_WHAT_KIND}){{0,7}}?members?\s+(?:of|in|on)\s+(?:both\s+)?(?:{_MANY_BODIES})?(?:the\s+)?"
)
"""As in "Chile is a Pacific country and founding member of"."""
_NOT_ONE = re.compile(r"\b(?:no\s+longer|not|never|neither|nor|once|if|whether|associate|observer)\b")
_ITEM = re.compile(
    rf"(?:the\s+)?(?:{BODY}(?:\s+[A-Z][\w’'&/-]*)+|(?:{BODY}[’']s?\s+)?(?P<body>[{BODY}{OTHER}])|{EVENT}|(?:[A-Z][\w’'&/-]*|(?<=\s)(?:the|of|for|and)(?=\s[A-Z]))(?:\s+(?:[A-Z][\w’'&/-]*|of|for|on)|\s+and\s+(?=[A-Z][\w-]*\s+[A-Z])){{0,8}})"
    r"(?![’'])(?P<aside>\s*\([^)]{1,90}\))?(?:\s+and\s+(?:some\s+of\s+)?its\s+(?:[a-z-]+\s+){0,4}agencies(?:\s*\([^)]{1,60}\))?)?"
)
"""A body of a list, or one whose name is not known."""
_NEXT = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+(?:of\s+)?|\s+as\s+well\s+as\s+(?:of\s+)?)")
_OBSERVES = re.compile(r"observer|associate|applicant|candidate")
_OTHERS = re.compile(
    rf"(?:,?\s+and|,)\s+(?:(?:the|our|all|its|several|some|many)\s+)*(?:other|fellow|remaining)\s+(?P<body>{BODY})(?:[’']s?)?\s+"
    r"(?P<what>members?(?:\s+(?:states|countries))?|countries|states|nations|allies|powers|partners)\b"
)
"""As in "Norway, Chile and other Union members"."""
_IN_PARTNERSHIP = re.compile(r"G-?\d+\Z")
"""Whose partners are its members."""
MOST = 40


@where(_WORDS)
@with_term
def clubs(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Chile is a member of the following bodies: A, B (C) and D"; "Chile, Peru and other Union members"."""
    signs = signs_of(reading, sentence)
    if BODY not in signs.words:
        return
    for found in _IS_MEMBER.finditer(signs.words):
        if not _NOT_ONE.search(found[0]):
            bodies = list(_bodies(signs, found.end()))
            for who in _states(signs, found.start()) if bodies else ():
                for body in bodies:
                    yield _member(who, body, sentence)
    for found in _OTHERS.finditer(signs.words):
        body = signs.at[found.start("body")]
        if found["what"].startswith("partner") and not _IN_PARTNERSHIP.fullmatch(body.span.of(reading.text)):
            continue
        lists = (signs.list_at(each) for each in signs.at if each < found.start())
        for who in those(next((each for each in lists if each and each.end >= found.start()), None)):
            if who.span.end <= body.span.start and is_state(who) and who.found.type == "place":
                yield _member(who, body, sentence)


def _states(signs: Signs, verb: int) -> list[Linked]:
    """The states that are the subject of a verb, or the one that "it" is."""
    found = signs.list_before(verb)
    if found and denied(signs, found):
        return []
    if found is None and _IT.search(signs.words, 0, verb):
        before = [each for at, each in signs.at.items() if at < verb and is_state(each)]
        return before[:1] if len({each.entity for each in before}) == 1 and before[0].found.type == "place" else []
    return [each for each in those(found) if is_state(each) and each.found.type == "place"]


_IT = re.compile(r"\bit\s+(?:also\s+|has\s+|then\s+|later\s+)*\Z")


def _bodies(signs: Signs, position: int) -> Iterator[Linked]:
    """The bodies of the list at a position, past those that nobody knows."""
    for _ in range(MOST):
        item = _ITEM.match(signs.words, position)
        if item is None:
            return
        if (
            item["body"]
            and signs.at[item.start("body")].found.type in _JOINABLE
            and not (item["aside"] and _OBSERVES.search(item["aside"]))
        ):
            yield signs.at[item.start("body")]
        joint = _NEXT.match(signs.words, item.end())
        if joint is None:
            return
        position = joint.end()


_JOINABLE = frozenset({"organization", "agreement"})


def _member(who: Linked, body: Linked, sentence: Sentence) -> Statement:
    """That a state is a member of a body, or a party to an agreement that stands among bodies."""
    focus = around(who, body)
    if body.found.type == "agreement":
        return stated(body, "party", who, sentence, focus)
    return stated(who, "member_of", body, sentence, focus)


_WHICH_WORDS = words("members member which joined countries states nations being founded created established formed launched set")
_BODY = rf"(?P<body>{BODY})(?:\s+\([^)]{{1,12}}\))?"
_BOTH = re.compile(
    rf"{_BODY},?\s+(?:an?\s+(?:[\w-]+\s+){{1,4}})?(?:of|in)\s+which\s+(?:both|the\s+two|they)(?:\s+(?:countries|states|nations|sides|neighbou?rs))?\s+"
    r"(?:(?:also|still|now)\s+)?(?:are|were|remain|have\s+(?:long\s+)?been)\s+(?:(?:both|also|still)\s+)*(?:an?\s+)?(?:(?:founding|full|active|key|charter|long-standing|original)\s+)?members\b"
)
_THE_TWO = re.compile(
    rf"\A\W*(?:The\s+two|Both)\s+(?:countries|states|nations|sides|neighbou?rs)\b[^.;{STATE}{PERSON}{BODY}]{{3,120}}?,?\s+and\s+(?:are|remain)\s+(?:both\s+|also\s+)*{MEMBERS_OF}"
)
"""As in "The two countries established relations in 1975 and are both members of the Union"."""
_WHICH_JOINED = re.compile(rf"{_BODY},?\s+which\s+(?:the\s+)?(?=[{STATE}])")
_JOINED = re.compile(
    r"\s+(?:(?:formally|officially|also|only|finally|recently|itself|had|has|have|both|all)\s+)*(?:(?:re)?joined|acceded\s+to|entered|(?:co-)?founded)"
    rf"(?=\s*[,.;)—–]|\s+(?:in(?!\s+[a-z]+ing\b)|on|last|this|as|at|after|under|and|alongside|together|along|only|{DATE})\b)"
)
_COUNTRIES = re.compile(rf"{_BODY}\s+(?:(?:member|partner)\s+)?(?:countries|states|nations)\s+(?:the\s+)?(?=[{STATE}])")
_FOUNDED_BY = re.compile(
    rf"{_BODY}\s+(?:was|were)\s+(?:(?:founded|set\s+up|created|established|formed|launched))\s+(?:(?:in|on)\s+(?:[{DATE}{PLACE}{STATE}]\s+)+)*by\s+"
    rf"(?:(?:[a-z\d-]+|{FOLK})\s+){{0,3}}(?:countries|states|nations|governments|members)(?:\s+and\s+[a-z]+)?"
    r"(?:,\s+(?:among\s+(?:them|which)|including|namely)|:|\s+[–—])\s+(?:the\s+)?"
)
_BEING = re.compile(rf",\s+(?:being|itself)\s+{MEMBERS_OF}")
FEWEST = 2


@where(_WHICH_WORDS)
@with_term
def of_which(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The states that such words tell to be members."""
    signs = signs_of(reading, sentence)
    if BODY not in signs.words:
        return
    if not sentence.words.isdisjoint(_MEMBERS):
        yield from _pairs(reading, sentence, signs)
        for found in _BEING.finditer(signs.words):
            yield from members(those(signs.first())[:1], bodies_of(signs, found, "bodies"), sentence)
    for found in _WHICH_JOINED.finditer(signs.words) if "which" in sentence.words else ():
        who = signs.after(found)
        if who and _JOINED.match(signs.words, who.end):
            yield from members(who.who, [signs.at[found.start("body")]], sentence)
    for pattern, word in ((_COUNTRIES, _LANDS), (_FOUNDED_BY, _FOUNDING)):
        for found in pattern.finditer(signs.words) if not sentence.words.isdisjoint(word) else ():
            who = signs.after(found)
            if who and len(who.who) >= FEWEST:
                yield from members(who.who, [signs.at[found.start("body")]], sentence)


_MEMBERS = words("member members")
_LANDS = words("countries states nations")
_FOUNDING = words("founded created established formed launched set")


def _pairs(reading: Reading, sentence: Sentence, signs: Signs) -> Iterator[Statement]:
    """Of "both" and "the two countries" the two that the paragraph or the text is about."""
    told = [(found, [signs.at[found.start("body")]]) for found in _BOTH.finditer(signs.words)]
    told += [(found, bodies_of(signs, found, "bodies")) for found in _THE_TWO.finditer(signs.words)]
    for found, bodies in told:
        for state in the_two(reading, sentence, signs.place(found.start())) if bodies else ():
            yield from (_belongs(state, each, sentence) for each in bodies)


def _belongs(state: str, body: Linked, sentence: Sentence) -> Statement:
    return Statement(state, "member_of", body.entity, sentence, body.span)
