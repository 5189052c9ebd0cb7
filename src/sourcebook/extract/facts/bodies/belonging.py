"""Which states belong to a body: by verbs, by its newest member, by what a sentence says of "the country"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.bodies.founders import members
from sourcebook.extract.facts.groups import Actors, those
from sourcebook.extract.facts.meant import THE_BODY, THE_LAND, body_meant, states_meant
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.facts.terms import with_term
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement

_WORDS = words(
    "belongs belong belonged member members founder founders accession admission entry participant participants signatory role active party joined rejoined"
)
_NAME = (
    rf"(?:the\s+)?(?:(?:now-)?defunct\s+|former\s+)?"
    rf"(?:{BODY}(?:\+\d+)?(?:[’']s?\s+(?=[A-Z{BODY}]))?)?"
    rf"(?:(?<={BODY})|(?<={BODY}\+\d)|[A-Z{BODY}][\w’'-]*(?:\s+(?:(?:of|for|the|and|de|la|in)\s+)*(?:[A-Z{BODY}{STATE}{PLACE}{FOLK}][\w’'-]*|\d+))*)"
    rf"(?:\s+\([^)]{{1,60}}\))*(?:,\s+(?:now|formerly|later)\s+(?:the\s+)?{BODY})?(?:\s+(?:since|in)\s+{DATE})?"
)
"""A body, also one that nothing but its capitals tells."""
_MANY = (
    r"(?:(?:several|many|most|various|numerous|other|some|a\s+number\s+of|all|both|major|\d+)\s+)*(?:[a-z]+\s+){0,3}(?:organi[sz]ations|institutions|bodies|groups|groupings|forums|fora|blocs)"
    r"(?:,\s+|\s*[—–]\s*|\s+)(?:(?:most\s+notably|notably|including|such\s+as|like|among\s+them|namely)\s+)?"
)
_AGENCIES = r"(?:,?\s+(?:and|along\s+with|as\s+well\s+as)\s+(?:(?:several|many|most|some|all)\s+(?:of\s+)?)?its\s+(?:[a-z]+,?\s+(?:and\s+)?){0,3}(?:agencies|bodies|organs)(?:,?\s+(?:including|such\s+as|like)\s+{name})?)"
_AS_WELL = r"(?:(?:an?\s+)?(?:[a-z-]+\s+){0,2}(?:member\s+of|participant\s+in|signatory\s+to)\s+|of\s+|to\s+|in\s+)?"
_BODIES = rf"(?P<bodies>(?:{_MANY})?{_NAME}(?:{_AGENCIES.replace('{name}', _NAME)}|(?:[,;]\s+(?:and\s+)?|\s+and\s+|\s+as\s+well\s+as\s+){_AS_WELL}{_NAME})*)"
"""A list of them, past "several organizations, most notably", "and its agencies, including" and "; and an elected member of"."""
ENDS = (
    rf"(?=\s*(?:[.,;:)”—–]|\Z)|\s+(?:{DATE}|[a-z]+ly|in|on|as|and|or|after|before|since|at|with|for|from|by|during|under|over|until|to|when|while"
    r"|but|because|following|again|along|together|alongside|despite|without|amid|last|this|next|two|three|that|which|where|is|was|has|had)\b)"
)
"""After a body that is meant itself: not in "entered the Union talks"."""
_KIND = r"(?:(?:founding|full|active|associate|charter|elected|high-profile|key|leading|permanent|new|non-permanent|fellow|proud|committed|original|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+)*"
MEMBERS_OF = rf"(?:an?\s+|the\s+|one\s+of\s+the\s+)?{_KIND}"
MEMBERS_OF += rf"(?:(?:members?|founders?)(?:\s+(?:states?|countries|country|nations?))?(?:\s+or\s+[a-z]+)?\s+of|(?:participants?|signator(?:y|ies))\s+(?:in|to|of))\s+(?:both\s+)?{_BODIES}"
_BELONGS = re.compile(
    rf"\b(?:(?:belongs?|belonged)\s+to|(?:is|are|was|were|has\s+been|have\s+been)\s+(?:also\s+|very\s+|extremely\s+|particularly\s+)*(?:active\s+in|a\s+party\s+to(?=\s+(?:[\w-]+\s+){{1,4}}(?:organi[sz]ations|bodies)\b))|(?:(?:has|have|had)\s+(?:[a-z]+ly\s+|also\s+)?)?play(?:s|ed)?\s+(?:also\s+)?an?\s+(?:[a-z]+,?\s+(?:and\s+)?){{0,2}}active\s+(?:and\s+[a-z]+\s+)?role\s+in)\s+{_BODIES}{ENDS}"
)
_ARE = re.compile(
    rf"\b(?:is|are|was|were|became|has\s+been|have\s+been|remains?)\s+(?:(?:also|both|all|now|currently|formerly|once|still|already)\s+)*{MEMBERS_OF}"
)
_IT_IS = re.compile(
    r"\W*"
    rf"(?:It|{THE_BODY}|They|{THE_LAND}"
    r"|Both\s+(?:countries|states|nations))"
    rf"\s+(?:also\s+|still\s+)?(?:(?:is|are|was|were|became|has\s+been|have\s+been|remains?)\s+(?:(?:also|both|now|currently|formerly|once|still|already)\s+)*{MEMBERS_OF}"
    rf"|(?:also\s+|now\s+|both\s+)?(?:belongs?|belonged)\s+to\s+{_BODIES.replace('bodies', 'others')}"
    rf"|(?:(?:also|then|later|formally|first|has|had)\s+)*(?:re)?joined\s+{_BODIES.replace('bodies', 'joined')})"
)
"""As in "The country is also a member of the Union and the League", "It joined the Union in 1974, and the League in 1975"."""
_NEWEST = re.compile(
    rf"\b(?:became|becomes|become|is|was|as)\s+(?:the\s+)?(?P<bodies>{BODY})[’']s?\s+(?:(?!partner\b|observer\b|former\b)[\w-]+\s+){{1,2}}member\b(?!\s+of\b)"
)
"""As in "Chile became the Union's ninth member"."""
_ENTRY = re.compile(
    rf"\b(?:[Aa]ccession|[Aa]dmission|[Ee]ntry)\s+of\s+(?:the\s+)?(?=[{STATE}])"
    rf"(?P<who>[^.;{BODY}{PERSON}{OFFICE}]*?)\s+(?:in)?to\s+(?:the\s+)?(?P<bodies>{BODY})"
    r"\s+(?:(?:in|on)\s+(?![a-z])|took\s+place|was\s+(?:completed|formali[sz]ed|celebrated|marked|hailed|finali[sz]ed)|came\s+into\s+(?:force|effect))"
)
"""Of what has happened: as in "the accession of Chile to the Union took place"."""
_AS = re.compile(rf"(?:\bAs\s+|\A\W*(?=An?\s|One\s)){MEMBERS_OF.replace('an?', '[Aa]n?', 1).replace('one', '[Oo]ne', 1)},\s+")
_PLANNED = re.compile(
    r"\b(?:not|never|[Nn]either|nor|no\s+longer|hopes?|hoped|wants?|wanted|wish(?:es|ed)?|seeks?|sought|aims?|would|could|might|may|if|should|until)\b"
)


@where(_WORDS)
@with_term
def belonging(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States that are told to be members of bodies."""
    signs = signs_of(reading, sentence)
    for pattern in (_BELONGS, _ARE, _NEWEST):
        for found in pattern.finditer(signs.words):
            who = signs.doing(found)
            if who and not denied(signs, who) and not _PLANNED.search(signs.words, max(who.end, found.start() - 40), found.start()):
                yield from members(who.who, bodies_of(signs, found, "bodies"), sentence)
                others = signs.after(_ALONG.match(signs.words, found.end()))
                yield from members(those(others), bodies_of(signs, found, "bodies"), sentence)
    for found in _ENTRY.finditer(signs.words):
        who = signs.list_at(found.start("who"))
        if who and who.end == found.end("who"):
            yield from members(who.who, bodies_of(signs, found, "bodies"), sentence)
    for found in _AS.finditer(signs.words):
        who = signs.after(found)
        if who:
            yield from members(who.who, bodies_of(signs, found, "bodies"), sentence)
    if told := _IT_IS.match(signs.words):
        bodies = bodies_of(signs, told, next(each for each in ("bodies", "others", "joined") if told[each]))
        several = told[0].lstrip().startswith(("They", "Both"))
        one = None if several else body_meant(reading, sentence)
        if one:
            yield from (_belongs(one, each, sentence) for each in bodies if each.entity != one.entity)
        else:
            yield from members(states_meant(reading, sentence, 2 if several else 1), bodies, sentence)
    for found in _THERE_ARE.finditer(signs.words) if "there" in signs.spoken else ():
        who, one = signs.after(found), body_meant(reading, sentence)
        yield from members(who.who if who and one else (), [one] if one else [], sentence)


_ALONG = re.compile(r",?\s+(?:together|along|alongside)(?:(?<=side)|\s+with)\s+(?:the\s+)?")
"""Of "Peru belongs to the Union along with Chile and Bolivia" these too."""


def denied(signs: Signs, who: Actors) -> bool:
    """Whether a list is what is denied: "Neither Chile nor Peru is"."""
    return _NEITHER.search(signs.words, who.start - len("Neither the "), who.start) is not None


_NEITHER = re.compile(r"\b(?:[Nn]either|nor|[Nn]ot|[Nn]o)\s+(?:the\s+)?\Z")


def _belongs(one: Linked, body: Linked, sentence: Sentence) -> Statement:
    return stated(one, "member_of", body, sentence, body.span)


_THERE_ARE = re.compile(
    rf"\b[Tt]here\s+are\s+(?:[\w-]+\s+){{1,3}}(?:members?|founders)(?:\s+(?:states|countries|governments|nations))?(?:,|:|\s*[—–-])\s*"
    rf"(?:(?:i\.e\.|namely|including|that\s+is),?\s+)?(?:the\s+)?(?=[{STATE}])"
)
"""As in "There are three member states: Chile, Peru and Bolivia"."""


def bodies_of(signs: Signs, found: re.Match[str], group: str) -> list[Linked]:
    """The bodies of a list; not of "the Union's Partnership" the Union."""
    named = ((at, each) for at, each in signs.at.items() if found.start(group) <= at < found.end(group))
    return [each for at, each in named if each.found.type == "organization" and not signs.words.startswith(("’s ", "'s "), at + 1)]
