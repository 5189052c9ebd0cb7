"""Lists of those who have made an agreement: "the 21st nation to sign it, joining A and B", "the following states ratified it: A", "signatories include A"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.agreements.accessions import SLACK
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.groups import parties, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, OFFICE, OTHER, PERSON, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

NEAR = 140
"""Signs and letters before an agreement in which those are named who are one more to sign it."""
_STATES = r"(?:countr(?:y|ies)|nations?|states?|part(?:y|ies)|members?|signator(?:y|ies)|governments?|organi[sz]ations?|parliaments?)"
_SIGN = r"(?:sign(?:\s+(?:on|up)\s+to)?|ratify|join|accede\s+to|adhere\s+to|adopt|endorse|approve)"
_SIGNED = r"[“\"‘]?(?:signed|ratified|joined|acceded|adhered|endorsed|approved|subscribed)[”\"’]?(?:\s+to)?"
_ONE_OF_MANY = words("first second third fourth fifth last latest only one nation country state member nations countries states")
_NTH = re.compile(
    r"(?P<is>,?\s+(?:(?:also|thus|has|have|had|recently|now)\s+)*(?:is|are|was|were|becomes?|became|become|being|becoming)\s+(?:(?:the|among|one|of)\s+)+"
    rf"(?:(?!not\b)[\w-]+\s+){{1,5}}?)to\s+{_SIGN}\s+(?:the\s+)?{SLACK}\Z"
)
"""As in "Norway is the 21st nation to sign the Copper Accord"."""
_JOINING = re.compile(
    rf"(?:\s+(?:in|on)\s+(?:the\s+)?{DATE}|\s+at\s[^.;,]{{2,40}})?,?\s+(?:joining|following|after|alongside|along\s+with)\s+(?=(?:the\s+)?[{STATE}{BODY}])"
)
_FOLLOWING = words("following additional other more further")
_THE_FOLLOWING = re.compile(
    rf"\b(?:[Tt]he\s+)?(?:following|additional|other|further|more)\s+(?:[\w-]+\s+){{0,2}}{_STATES}\s+(?:(?:have|has|had|then|also|later|subsequently|since)\s+)*{_SIGNED}\s+(?:the\s+)?{SLACK}\Z"
)
_COLON = re.compile(r"(?:\s+(?:to|in|on|for|by|at)\s[^.;:]{2,60})?:\s+")
_BY_FOLLOWING = re.compile(
    rf"\s+(?:(?:was|were|is|has|have|had|been|also|since|so|far)\s+)*{_SIGNED}\s+by\s+(?:the\s+)?(?:following|[a-z\d-]+)\s+(?:[\w-]+\s+){{0,2}}{_STATES}:\s+"
)


def one_more(signs: Signs, position: int) -> Iterator[Linked]:
    """Who is the first, the last or the 21st to sign the agreement at a position, and whom he joins."""
    found = None if signs.spoken.isdisjoint(_ONE_OF_MANY) else _NTH.search(signs.words, max(0, position - NEAR), position)
    who = parties(signs.list_to(found.start()) or signs.doing(found)) if found else ()
    if who:
        yield from who
        yield from parties(signs.after(_JOINING.match(signs.words, position + 1)))


def following(signs: Signs, position: int) -> Iterator[Linked]:
    """After "the following states adhered to it: A, B", "it was signed by four states: A, B"."""
    if ":" in signs.words:
        led = not signs.spoken.isdisjoint(_FOLLOWING) and _THE_FOLLOWING.search(signs.words, max(0, position - NEAR), position)
        yield from those(signs.after(_COLON.match(signs.words, position + 1) if led else _BY_FOLLOWING.match(signs.words, position + 1)))


def of_offices(signs: Signs, position: int) -> tuple[Linked, ...]:
    """The states whose offices have made the agreement at a position: "released by the Foreign Minister of Norway and the Secretary of State of Chile"."""
    by = _ISSUED.match(signs.words, position + 1) if "by" in signs.spoken else None
    found: list[Linked] = []
    while by and (each := _AN_OFFICE.match(signs.words, by.end())):
        office = signs.at[each.start("office")]
        inside = (one for kind in ("place", "organization") for one in signs.within(office, kind))
        found += [*(one for one in inside if is_state(one) or is_bloc(one)), *signs.all_in(each, "side"), *signs.all_in(each, "behalf")]
        by = each
    # "the Foreign Ministers of Norway and Chile, Peru and Togo"
    more = signs.after(_COMMA.match(signs.words, by.end())) if by and found else None
    return tuple(dict.fromkeys((*found, *parties(more)))) if len({each.entity for each in (*found, *parties(more))}) > 1 else ()


_COMMA = re.compile(rf",\s+(?=(?:the\s+)?{STATE},?\s)")
_ISSUED = re.compile(
    rf"(?:\s[^.;“”{OTHER}]{{2,110}}?)?\s(?:signed|issued|released|made|agreed|adopted|concluded)\s+(?:(?:today|jointly|on\s+{DATE})\s+)?by\s+"
)
_AN_OFFICE = re.compile(
    rf"(?:(?:,\s+|,?\s+)and\s+|,\s+)?(?:the\s+)?(?P<office>[{OFFICE}{PERSON}])(?:\s+of\s+(?:the\s+)?(?P<side>[{STATE}{BODY}])|\s+on\s+behalf\s+of\s+(?:the\s+)?(?P<behalf>[{STATE}{BODY}]))?"
)
_SIGNATORIES = words("signatories following")
_ARE = re.compile(
    r"\W*(?:As\s+of\s[^.;:]{1,30}?,\s+)?(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ther|[Oo]riginal|[Cc]urrent|[Pp]resent|[Ff]ounding|[Ii]nitial|[Mm]ain|first|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)\s+)*"
    r"[Ss]ignatories(?:\s+(?:so\s+far|to\s+date|now|currently|today))?\s*(?::|(?:(?:now|currently|also)\s+)?(?:include|included|are|were)(?:\s+now)?:?)\s+"
)
_THEY = re.compile(
    rf"\W*(?:[Tt]he\s+)?following\s+(?:[\w-]+\s+){{0,2}}{_STATES}\s+(?:(?:have|has|had|then|also|later|subsequently|since)\s+)*{_SIGNED}"
    r"(?:\s+(?:it|(?:the|this)\s+(?:agreement|treaty|convention|pact|accords?|charter|protocol|declaration|statement)))?(?:\s+(?:to|in|on|for|by|at)\s[^.;:]{2,60})?:\s+"
)
"""As in "The following states later adhered to the treaty: Norway and Chile"."""
LOOK_BACK = 3
"""Sentences in which the agreement is named whose signatories are told of."""


@where(_SIGNATORIES)
def signatories_are(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Norway signed the Copper Accord": "Signatories include Chile and Peru"."""
    if sentence.block is HEADING or "agreement" in reading.kinds(sentence):
        return
    signs = signs_of(reading, sentence)
    found = signs.after(_ARE.match(signs.words) or _THEY.match(signs.words))
    pact = _last_of(reading, sentence) if found else None
    for each in those(found) if pact else ():
        focus = Span(sentence.span.start, each.span.end)
        yield Statement(pact or "", "signatory" if each.found.type == "person" else "party", each.entity, sentence, focus)


def _last_of(reading: Reading, sentence: Sentence) -> str | None:
    """The only agreement of the nearest sentence before that names one."""
    for before in reversed(reading.document.sentences[max(0, sentence.number - LOOK_BACK) : sentence.number]):
        named = {each.entity for each in reading.inside(before.span, "agreement")}
        if named:
            return named.pop() if len(named) == 1 else None
    return None
