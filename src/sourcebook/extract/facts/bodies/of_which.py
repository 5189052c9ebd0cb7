"""Members told by relative clauses and asides: "the Union, of which both remain members", "the Forum, which Chile joined", "the Pact countries Peru and Chile"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import BODY, DATE, FOLK, PERSON, PLACE, STATE, Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.belonging import MEMBERS_OF, bodies_of
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.bodies.memberships import the_two
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.terms import with_term
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement

_WORDS = words("members member which joined countries states nations being founded created established formed launched set")
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


@where(_WORDS)
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
            yield from (_member(state, each, sentence) for each in bodies)


def _member(state: str, body: Linked, sentence: Sentence) -> Statement:
    return Statement(subject=state, property="member_of", value=body.entity, sentence=sentence, focus=body.span)
