"""Members told in the wake of others: "A joined the Union in 1995, B in 1997 and C in 1999", "followed by D", "joining E and F", "as did G"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import BODY, DATE, STATE, Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.terms import with_term
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement

_WORDS = words(
    "joined joining entered acceded admitted member members belongs belong accession entry admission expanded enlarged grew widened include founded"
)
_BODY = rf"(?P<body>{BODY})(?:\s+\([^)]{{1,12}}\))?"
_WHEN = rf"(?:\s+(?:in|on|since|by)\s+(?:(?:early|late|mid)[\s-])?{DATE})"
_ENTERS = (
    r"(?:(?:re)?joined|entered|acceded\s+to|(?:admitted|accepted|welcomed)\s+(?:in)?to"
    r"|became\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}members?\s+of|(?:accession|entry|admission)\s+(?:in)?to)"
)
_ENTERED = re.compile(rf"(?<!to\s)\b{_ENTERS}\s+(?:the\s+)?{_BODY}(?![’'-]){_WHEN}?")
_AND = rf"(?:[,;]\s+(?:and\s+|with\s+|while\s+)?|\s+and\s+)(?:the\s+)?(?=[{STATE}])"
_NEXT = re.compile(_AND)
_THEN = re.compile(rf"(?:\s+(?:followed|following|joining|entering|did\s+so))?(?:\s+(?:suit|it))?{_WHEN}(?=\s*[,;.)]|\s+and\s|\Z)")
"""What puts a further one behind the verb: "and Chile in 1997", "with Chile following in 1997"."""
_FOLLOWED = re.compile(
    rf"{_WHEN}?,\s+(?:to\s+be\s+|and\s+was\s+)?(?:soon\s+|later\s+)?followed\s+(?:(?:[a-z]+|{DATE})\s+){{0,4}}?by\s+(?:the\s+)?(?=[{STATE}])"
)
_BESIDE = re.compile(
    rf"{_WHEN}?,?\s+(?:thus\s+|thereby\s+)?(?:joining|(?:along|together)\s+with|alongside)\s+"
    rf"(?:(?:founding|existing|current|fellow|full|the)\s+)*(?:(?:members?|states?|countries)\s+)?(?:the\s+)?(?=[{STATE}])"
)
_IS_MEMBER = re.compile(
    r"\b(?:is|are|was|were|became|remains?)\s+(?:(?:also|both|all|now|currently)\s+)*"
    rf"(?:(?:an?\s+|the\s+)?(?:(?:full|founding|new)\s+)*members?\s+of\s+(?:the\s+)?(?P<first>{BODY})(?![’'-])|(?P<body>{BODY})\s+members?\b)"
)
_AS_IS = re.compile(rf"{_WHEN}?,\s+(?:as\s+(?:is|are|was|were|did|has|have)|and\s+so\s+(?:is|are|did|has))\s+(?:the\s+)?(?=[{STATE}])")
_GREW = re.compile(
    rf"{_BODY}(?:\s+[a-z]+)?\s+(?:(?:was|has|had|were|has\s+been|later|then|since)\s+)*(?:expanded|enlarged|grew|grown|widened)(?:\s+(?:its|their)\s+(?:membership|ranks))?(?:\s+(?:in|from|on)\s+[^.;,{STATE}]{{1,30}}?)?,?\s+to\s+(?:include|take\s+in|admit|cover)\s+(?:the\s+)?(?=[{STATE}])"
)
_WITH_NEW = re.compile(rf",?\s+(?:with|while)\s+(?:the\s+)?(?=[{STATE}])")
_COMES = re.compile(
    rf"\s+(?:entering|joining|following|acceding|admitted|followed|joined|entered)(?:\s+(?:suit|it))?{_WHEN}(?=\s*[,;.)]|\Z)"
)
_NOT = re.compile(
    r"\b(?:not|never|neither|nor|if|would|could|might|may|until|before|hopes?|wants?|observer|associate|dialogue|candidate)\b"
)
NEAR = 60
MOST = 12


@where(_WORDS)
@with_term
def later_members(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The states that a sentence adds to those of which it tells at length that they are members."""
    signs = signs_of(reading, sentence)
    if BODY not in signs.words or signs.words.count(STATE) < FEWEST:
        return
    for found in _ENTERED.finditer(signs.words):
        if not _NOT.search(signs.words, max(0, found.start() - NEAR), found.end()):
            body = signs.at[found.start("body")]
            yield from _in_turn(signs, found.end(), body, sentence)
            yield from _added(signs, found.end("body"), body, sentence)
    for found in _IS_MEMBER.finditer(signs.words):
        if not _NOT.search(signs.words, max(0, found.start() - NEAR), found.end()):
            yield from _added(signs, found.end(), signs.at[max(found.start("first"), found.start("body"))], sentence)
    for found in _GREW.finditer(signs.words):
        body, who = signs.at[found.start("body")], signs.after(found)
        if _NOT.search(signs.words, max(0, found.start() - NEAR), found.end()) or (who and _AMONG.match(signs.words, who.end)):
            continue
        yield from members(those(who), [body], sentence)
        late = signs.after(_WITH_NEW.match(signs.words, who.end) if who else None)
        yield from members(late.who if late and _COMES.match(signs.words, late.end) else (), [body], sentence)


FEWEST = 2
_AMONG = re.compile(r"\s+(?:among|as|in\s+its|under)\s")


def _in_turn(signs: Signs, end: int, body: Linked, sentence: Sentence) -> Iterator[Statement]:
    """After "A joined the Union in 1995": "B and C in 1997, and D in 1999"."""
    for _ in range(MOST):
        who = signs.after(_NEXT.match(signs.words, end))
        then = _THEN.match(signs.words, who.end) if who else None
        if who is None or then is None:
            return
        yield from members(who.who, [body], sentence)
        end = then.end()


def _added(signs: Signs, end: int, body: Linked, sentence: Sentence) -> Iterator[Statement]:
    """After "A joined the Union": "followed by B", "joining C and D", "as did E"."""
    aside = _ASIDE.match(signs.words, end)
    for pattern in (_FOLLOWED, _BESIDE, _AS_IS):
        yield from members(those(signs.after(pattern.match(signs.words, aside.end() if aside else end))), [body], sentence)


_ASIDE = re.compile(r"\s+\([^)]{1,12}\)")
