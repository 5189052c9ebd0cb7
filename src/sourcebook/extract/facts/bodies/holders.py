"""Who is told to be a member of a body: whoever is named right before the words that say so, rather than the first of the sentence."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.bonds.untrue import are_its_friends
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.offices.whose_office import HONORIFIC
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.rows import row_to
from sourcebook.extract.identity.linking import Linked
from sourcebook.model.spans import Span

_ITS_PLACE = re.compile(r"[’']s?\s+(?:[a-z\d]+\s+){0,2}(?:membership|accession|entry)\s+(?:of|in|to|into)\s+(?:the\s+)?")
_IS_ONE = re.compile(
    r",?\s+(?:is|are|was|were|became|remains?|ha(?:s|ve)\s+been)\s+(?:both\s+|also\s+|now\s+|an?\s+|the\s+|all\s+)?"
    r"(?:[a-z-]+\s+){0,2}members?\s+of\s+(?:the\s+)?"
    r"|\s+(?:re)?joining\s+(?:the\s+)?"
)
_NEXT = re.compile(r"(?:\s+\([^)]*\))?(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_A_MEMBER = re.compile(
    r"\)?(?:\s+\([^)]{1,12}\))?\s+(?:members?,\s|(?:member\s+)?(?:nation|state|country|economy|power)\b|(?:member\s+)?(?:nations|states|countries|economies|powers)\b)"
)
_ONLY_ITS_MEMBERS = re.compile(r"\b[Mm]embers?\s+(?:states?\s+)?of\s+(?:the\s+)?\Z")


def no_whole(reading: Reading, earlier: list[Linked]) -> list[Linked]:
    """Those of some states and bodies whose members alone are not meant: "all members of the Group joined the Union"."""
    text = reading.text
    return [
        each
        for each in earlier
        if not (
            _ONLY_ITS_MEMBERS.search(text, each.span.start - NEAR, each.span.start)
            or _A_MEMBER.match(text, each.span.end)
            or _is_beside(text, each)
        )
    ]


def _is_beside(text: str, each: Linked) -> bool:
    """Whether somebody is named only beside who is told of: "Norway, unlike Chile, is a member", "Chile's neighbours are members"."""
    return bool(_UNLIKE.search(text, max(0, each.span.start - NEAR), each.span.start)) or are_its_friends(text, each.span.end)


_UNLIKE = re.compile(r"\b(?:[Uu]nlike|[Cc]ompared\s+(?:with|to)|[Ii]n\s+contrast\s+(?:with|to)|[Dd]espite|[Aa]gainst)\s+(?:the\s+)?\Z")


def holder(reading: Reading, earlier: list[Linked], body: Linked) -> Linked | None:
    """The first of those right before "are members of the Union" and "joining the Union", or the one of "Chile's membership of the Union"."""
    text = reading.text
    for at in reversed(range(len(earlier))):
        if _ITS_PLACE.fullmatch(text, earlier[at].span.end, body.span.start):
            return earlier[at]
        if _IS_ONE.fullmatch(text, earlier[at].span.end, body.span.start) and not _is_beside(text, earlier[at]):
            return row_to(text, earlier[: at + 1], _NEXT)[0]
    return None


def doers(reading: Reading, sentence: Sentence, joins: int) -> list[Linked]:
    """The states and bodies that are the subject of "joined" or of "is a member of" at a position: not the first of the sentence."""
    signs = signs_of(reading, sentence)
    verb = signs.spot(joins)
    copula = _COPULA.search(signs.words, 0, verb) if signs.words.startswith("member", verb) else None
    verb = copula.start() if copula else verb
    found = signs.list_before(verb)
    if found is None:
        # "after Norway joined the Union"
        close = signs.list_to(verb - 1)
        found = close if close and _ONCE.search(signs.words, 0, close.start) else None
    return [each for each in those(found) if each.found.type in {"place", "organization"}]


_ONCE = re.compile(r"\b(?:before|after|since|until|once|when|while|because|that|as)\s+(?:[a-z]+\s+){0,3}\Z")
_COPULA = re.compile(
    r"\b(?:is|are|was|were|became|become|becomes|remains?|remained|(?:has|have|had)\s+been)\s+(?:(?!(?:with|by|in|for)\b)[\w-]+\s+){0,5}\Z"
)


def person_acts(reading: Reading, sentence: Sentence, body: Linked) -> bool:
    """Whether somebody opens the sentence, who acts rather than a body named aside: "Ana Ruiz, of the University, joined the Party"."""
    if body.found.type != "organization":
        return False
    start, end = sentence.span.start, sentence.span.end
    if any(_JOINS.match(reading.text, each.span.end) for each in reading.people(Span(body.span.end, end))):
        # "With a degree from the University, Ana Ruiz joined the Party"
        return True
    first = next(iter(reading.people(Span(start, body.span.start))), None) if body.span.start > start else None
    if first is None or not _OPENS.fullmatch(reading.plain(start, first.span.start, "role")):
        return False
    return not _CLAUSE.search(reading.text, first.span.end, body.span.start)


_JOINS = re.compile(r"(?:\s+(?:also|then|later|has|had|recently))*\s+(?:re)?joined\b")
_OPENS = re.compile(rf"\W*{HONORIFIC}\s*")
_CLAUSE = re.compile(r"\b(?:said|says|told|added|noted|announced|explained|that|whose|which|when|while|but)\b|;|[’']s?\s")


ITS_PEOPLE = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z]+\s+)?"
    r"(?i:leaders|ministers|members|officials|counterparts|colleagues|allies|partners|commanders|soldiers|troops"
    r"|forces|heads|meetings?|summits?|talks|sessions?|conferences?|discussions|calls?|efforts?|sanctions|missions?)\b"
    # "joined the Union in working together"
    r"|\s+in\s+(?:[a-z]+ly\s+)?(?!being\b)[a-z]+ing\b"
    # "joined the Union in the Reactor project"
    r"|\s+in\s+(?:the|an?|its|their)\s+(?:[\w’'&()-]+\s+){0,8}?(?i:team|project|programme|program|initiative|effort|mission|campaign|fight|venture|consortium|boycott|operation|exercises?)\b"
)
