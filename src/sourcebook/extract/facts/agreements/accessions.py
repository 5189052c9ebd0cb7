"""Who joins an agreement where no verb before it says so: "A's accession to the treaty", "its parties are A and B", "signed by A, the treaty"."""

from collections.abc import Iterator
from itertools import product

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.agreements.unsigned import HOUSE
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.combined import spelled
from sourcebook.extract.facts.events.delegates import named_before
from sourcebook.extract.facts.groups import parties, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, OFFICE, PERSON, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

NEAR = 110
"""Signs and letters before an agreement in which a noun is sought."""
MOST = 40
SLACK = (
    rf"(?:(?!(?:and|or|in|at|on|with|to|by|from|that|which|who|before|after|for|not|no)\b)[\w’'-]+\s+"
    rf"|[“\"‘'{FOLK}{STATE}{DATE}{OFFICE}](?:[’']s?)?\s*){{0,7}}"
)
"""The words between a verb or a noun and the agreement that it governs."""
_AND_ANOTHER = re.compile(
    rf"(?:\s*\([^)]{{1,60}}\))?(?:,\s+(?:and\s+)?|\s+and\s+|,?\s+as\s+well\s+as\s+)(?:(?:an?|the|two|three|several)\s+)?(?:(?!(?:and|or|in|at|on|with|to|by|from|that|which|who|before|after|for|not|no|of)\b)[a-z-]+\s+|{DATE}\s+){{0,3}}"
)


def row(signs: Signs, position: int) -> tuple[int, int]:
    """The positions of the first and the last of the agreements that are told of in one breath with that at a position: "signed a treaty and a protocol"."""
    places = [at for at, each in signs.at.items() if each.found.type == "agreement"]
    first = last = places.index(position)
    while first and _AND_ANOTHER.fullmatch(signs.words, places[first - 1] + 1, places[first]):
        first -= 1
    while last + 1 < len(places) and _AND_ANOTHER.fullmatch(signs.words, places[last] + 1, places[last + 1]):
        last += 1
    return places[first], places[last]


_ACTS = words("accession adherence ratification signing signature conclusion acceptance")
_ACT = re.compile(
    rf"\b(?P<act>(?:accession|adherence)\s+(?:(?:of|by)\s+(?P<who>[^.;,]{{1,90}}?)\s+)?to"
    rf"|(?:ratification|signing|signature|conclusion|acceptance)\s+of)\s+{SLACK}\Z"
)
_OWNS = re.compile(r"(?P<own>[’']s?)\s+(?:[a-z]+\s+){0,2}\Z")
_ITS = re.compile(r"(?:With|After|Following|Upon|By|Since|Before|On|Through)\s+(?:its\s|(?=accession\b|adherence\b))")
_BY = re.compile(r"(?:\s+(?:in|on|at)\s[^.;,]{1,30}?)?\s+by\s+(?:the\s+)?(?:member\s+states\s+of\s+(?:the\s+)?)?")
_WANTED = re.compile(
    r"(?i)\b"
    r"(?:oppos|block|veto|support|back|urg|call|seek|sought|bid\b|hop[ei]|consider|toward|plan|negotiat|process|possib"
    r"|potential|eventual|future|propos|prospect|delay|postpon|reject|refus|against|before\b|pending|until|ahead\b|if\b"
    r"|expect|await|early|swift|speed|want|need|not\b|no\b|without|prevent|object|block)"
)
_ON_ACCESSION = re.compile(r"(?:\s+of\s+\d{4})?\s+on\s+the\s+[Aa]ccession\s+of\s+(?:the\s+)?")
"""As in "the Protocol to the Copper Treaty on the Accession of Norway"."""
_NOT_YET = re.compile(r"\s+(?:will|would|could|can|may|might|should|must|is\s+(?:expected|planned|due|being|under)|remains)\b")
"""After an accession that is not made yet."""
_PARTIES = words("party parties signatory signatories")
_PARTNERS = words("partner partners party parties signatory signatories member members participant participants")
_THOSE = r"(?:[Ss]tates?[\s-]+)?(?:[Pp]art(?:y|ies)|[Ss]ignator(?:y|ies))"
_PARTIES_TO = re.compile(rf"\b{_THOSE}\s+(?:to|of)\s+{SLACK}\Z")
_ARE = re.compile(
    r"(?:,?\s+(?:in|on|at|since)\s[^.;,:]{1,30}?)?"
    r"(?:\s*:|,?\s+(?:namely|including|such\s+as)|,?\s+(?:also\s+|now\s+)?(?:are|were|includ(?:es?|ed|ing))(?:\s+the\s+following)?:?)\s+"
)
_APPOSED = re.compile(
    rf",\s+(?:(?:itself|also|both|all)\s+)?(?:(?:an?|the|one\s+of\s+the)\s+)?(?:[\w-]+\s+){{0,2}}{_THOSE}\s+(?:to|of)\s+{SLACK}\Z"
)
_AS_ONE = re.compile(rf"(?:As|Being)\s+(?:an?|the|one\s+of\s+the)\s+(?:[\w-]+\s+){{0,2}}{_THOSE}\s+(?:to|of)\s+{SLACK}\Z")
_COMMA = re.compile(r"(?:\s+(?:since|from|of|on|in|at)\s[^.;,]{1,30})?,\s+(?:the\s+)?")
_ITS_PARTNERS = re.compile(
    r"(?:[’']s?)?\s+(?:partners?|signator(?:y|ies)|part(?:y|ies)|members?(?:\s+(?:states?|countries))?|participants?)"
    rf"(?:,?\s+(?:such\s+as|including|like))?\s+(?=(?:the\s+)?[{STATE}{BODY}])"
)
"""As in "the Copper Accord partners Norway and Chile"."""
_HAS = re.compile(
    r"(?:,\s+whose|[’']s|\s+(?:has|had|counts?|counted))\s+(?:[\w-]+\s+){0,3}(?:signatories|parties)\s*"
    r"(?::|[–—-]|,?\s(?:are|were|namely|includ(?:es?|ed|ing)))\s*"
)
_RELATIVE = words("which that has have had")
_TO_WHICH = re.compile(r",?\s+(?:to|of)\s+which\s+(?:both\s+)?")
_ARE_PARTIES = re.compile(
    r"\s+(?:(?:also\s+|already\s+|all\s+)*(?:belong(?:s|ed)?|subscribed?|adhered?)|(?:are|is|were|was|became)\s+(?:both\s+|all\s+|also\s+)?(?:an?\s+)?(?:part(?:y|ies)|signator(?:y|ies))|(?:has|have|had)?\s*acceded)\b"
)
_WHICH = re.compile(
    rf"(?:\s+(?:on|of|for)\s+[^.;,]{{2,60}}?)?(?:,?\s+(?:which|that)\s+(?:both\s+)?|\s+(?=(?:the\s+)?[{STATE}{BODY}]\s+(?:has|have|had)\s))"
)
_SIGNED = re.compile(
    r"\s+(?:(?:has|have|had|both|also|later|all|jointly|already)\s+)*"
    r"(?:signed|initialled|ratified|concluded|made|reached|entered\s+into|joined|acceded\s+to)\b"
)
_WITH = re.compile(r"(?:\s+(?:in|on|at)\s[^.;,]{1,30}?)?\s+with\s+(?:both\s+)?(?:the\s+)?")
_OPENING = re.compile(
    r"[\s“\"‘—–-]*(?:Jointly\s+)?(?:Signed|Concluded|Ratified|Initialled|Negotiated\s+and\s+signed|Agreed|Adopted|Reached)\s+"
    r"(?:(?:in|on|at)\s[^.;,]{1,40}?\s+){0,2}(?:by|between)\s+(?:the\s+)?"
)
_THE_PACT = re.compile(r"(?:\s+(?:in|at|on)\s[^,;]{1,40}){0,2},\s+(?:the|this|an?)\s+(?:[\w-]+\s+){0,4}")
_SIGNED_WITH = re.compile(
    r",?\s+(?:(?:which|that)\s+)?(?:(?:it|they|he|she)\s+)?(?:(?:was|were|has\s+been|had|has)\s+)?"
    r"(?:signed|concluded|reached|made|struck|agreed|inked|entered\s+into)\s+(?:(?:in|on|at|last|this)\s[^.;,]{1,40}?\s+)?with\s+(?:the\s+)?"
)
_IT_HAD = re.compile(r",?\s+(?:(?:which|that)\s+)?(?:it|they)\s")
_UNDER = re.compile(r"(?:Under|In\s+(?:line|accordance|keeping)\s+with|As\s+part\s+of|According\s+to|By|With)\s")
_DOES = re.compile(
    r"\s+(?:(?:also|then|later)\s+)?(?:will|would|is|are|was|were|has|have|had|can|could|may|must|shall|agreed|undertook|[a-z]+ed)\b"
)


def joining(signs: Signs, position: int) -> Iterator[Linked]:
    """The parties of the agreement at a position that nouns, relative clauses and participles name."""
    text, after = signs.words, position + 1
    start = position - NEAR
    if not signs.spoken.isdisjoint(_ACTS):
        yield from _acceding(signs, start, position)
    if not signs.spoken.isdisjoint(_PARTIES):
        yield from _called_parties(signs, start, position)
    moved = _MOVED.search(text, start, position) if not signs.spoken.isdisjoint(_MOVES) else None
    if moved:
        yield signs.at[max(moved.start("who"), moved.start("out"))]
    if not signs.spoken.isdisjoint(_RELATIVE):
        for lead, then in ((_TO_WHICH, _ARE_PARTIES), (_WHICH, _SIGNED)):
            found = signs.after(lead.match(signs.words, after))
            told = then.match(text, found.end) if found else None
            yield from found.who if found and told else ()
            other = signs.after(_WITH.match(text, told.end()) if told else None)
            yield from those(other)
    if not signs.spoken.isdisjoint(_PARTNERS):
        yield from _partners(signs, position)
    first = signs.after(_OPENING.match(text, 0, position))
    yield from first.who if first and _THE_PACT.fullmatch(text, first.end, position) else ()
    other = signs.after(_SIGNED_WITH.match(signs.words, after)) if "with" in signs.spoken else None
    if other:
        yield from other.who
        own = signs.first() if _IT_HAD.match(text, after) else None
        yield from own.who if own and all(each.found.type != "person" for each in own.who) else ()
        main = signs.after(_COMMA.match(text, other.end) if _UNDER.match(text) else None)
        yield from main.who if main and _DOES.match(text, main.end) and main.who[0].found.type != "person" else ()


_MOVES = words("bring brought return returned pull pulled pulling withdrew withdrawn withdrawing take took taken taking")
_MOVED = re.compile(
    rf"\b(?:(?:brought|returned|(?:fulfil\w*|ke(?:pt|eping)|honou?r\w*)\s[^.;,]{{0,30}}?\sto\s+(?:bring|return))\s+(?:the\s+)?(?P<who>{STATE})\s+(?:back\s+)?(?:in)?to"
    rf"|(?:pull(?:ed|ing)?|withdr(?:ew|awn|awing)|t(?:ook|aken|aking))\s+(?:the\s+)?(?P<out>{STATE})\s+(?:unilaterally\s+)?(?:out\s+of|from))\s+{SLACK}\Z"
)
"""As in "brought Norway back into the Bergen Accord", "pulled Norway out of it"."""


def _acceding(signs: Signs, start: int, position: int) -> Iterator[Linked]:
    """After "A's accession to it", "the accession of A to it", "the ratification of it by A"."""
    text = signs.words
    yield from parties(signs.after(_ON_ACCESSION.match(signs.words, position + 1)))
    act = _ACT.search(text, start, position)
    if act is None or _NOT_YET.match(text, position + 1) or _WANTED.search(text, act.start() - NEAR, act.start()):
        return
    owner = _OWNS.search(text, start, act.start())
    whose = signs.list_at(act.start("who")) if act["who"] else signs.after(_BY.match(text, position + 1))
    found = signs.owning(owner) if owner else whose
    if found is None and _ITS.match(text, 0, act.start()):
        found = signs.after(_COMMA.match(signs.words, position + 1))
    if found is None:
        yield from named_before(signs, act.start())
        return
    yield from parties(found)


def for_its_country(reading: Reading, party: Linked) -> Linked | None:
    """Who is party to what somebody ratifies: for a parliament its state, which the words before or within its name tell; None where they do not."""
    house = HOUSE.search(party.found.name) if party.found.type == "organization" else None
    if house is None:
        return party
    before = reading.before(party.span.start)[-1:]
    owner = next((each for each in before if is_state(each) and _ITS_OWN.fullmatch(reading.text, each.span.end, party.span.start)), None)
    return owner or spelled(reading, _LEADS_HOUSE.sub("", party.found.name[: house.start()]))


_LEADS_HOUSE = re.compile(r"\s*(?:\b(?:National|State|Federal))?\s*\Z")
"""Between a state and its parliament: "the French National Assembly"."""
_ITS_OWN = re.compile(r"(?:[’']s?)?\s+(?:(?:lower|upper)\s+house\s+of\s+)?")


def _called_parties(signs: Signs, start: int, position: int) -> Iterator[Linked]:
    """After "the parties to it are A and B", "A, a signatory of it", "as a party to it, A", "it, whose parties are A and B"."""
    text, after = signs.words, position + 1
    yield from those(signs.after(_ARE.match(signs.words, after)) if _PARTIES_TO.search(text, start, position) else None)
    yield from those(signs.up_to(_APPOSED.search(text, start, position)))
    yield from those(signs.after(_COMMA.match(signs.words, after)) if _AS_ONE.match(text, 0, position) else None)
    yield from those(signs.after(_HAS.match(signs.words, after)))


def _partners(signs: Signs, position: int) -> Iterator[Linked]:
    """Those whom "the Copper Accord partners Norway and Chile" names."""
    yield from parties(signs.after(_ITS_PARTNERS.match(signs.words, position + 1)))


_IT = words("it they these both document documents text texts behalf signed")
_JOINED = words("signed ratified acceded ratifying signing acceding")


@where(_JOINED)
def joined_it(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Norway signed the treaty": "Chile ratified it", "It was ratified by Chile"; the only agreement that it can be, or all that "they" are."""
    if sentence.words.isdisjoint(_IT):
        return
    signs = signs_of(reading, sentence)
    passive = _IT_WAS.match(signs.words)
    if passive:
        yield from _joined(reading, sentence, signs, None, passive)
    else:
        for active in _JOINED_IT.finditer(signs.words):
            yield from _joined(reading, sentence, signs, active, None)


def _joined(
    reading: Reading, sentence: Sentence, signs: Signs, active: re.Match[str] | None, passive: re.Match[str] | None
) -> Iterator[Statement]:
    found = signs.after(passive)
    if active:
        found = signs.doing(active) or signs.list_to(active.start() - 1)
    if found is None:
        return
    here = reading.inside(Span(sentence.span.start, signs.place(active.start())), "agreement") if active else []
    before = [] if here or not sentence.number else reading.inside(reading.document.sentences[sentence.number - 1].span, "agreement")
    several = MOST if passive and passive["they"] else 1
    if not 0 < len({each.entity for each in (*here, *before)}) <= several:
        return
    focus = Span(found.who[0].span.start, signs.place(active.end())) if active else Span(sentence.span.start, found.who[-1].span.end)
    for pact, each in product(dict.fromkeys(one.entity for one in here or before), found.who):
        told = "signatory" if each.found.type == "person" else "party"
        yield Statement(pact, told, each.entity, sentence, focus)


_JOINED_IT = re.compile(
    r"\b(?:(?:signed|initialled|inked|ratified|acceded\s+to)\s+(?:it|the\s+(?:document|text|papers?|instrument))\b|(?:signed|inked)\s+(?:on\s+behalf\s+of|for)\s)"
)
_IT_WAS = re.compile(
    r"(?:(?:It|This|The\s+(?:document|text))\s+(?:was|has\s+been)|(?P<they>(?:They|These|Both|The\s+(?:(?:two|three|four)\s+)?(?:documents|texts))\s+(?:were|have\s+been)))\s+"
    r"(?:(?:also|later|subsequently|then)\s+)?(?:signed|ratified|inked|initialled)\s+"
    r"(?:(?:in|on|at)\s[^.;,]{1,40}?\s+){0,2}by\s+(?:the\s+)?"
)


_FOR = re.compile(r"(?:\s+(?:in|on|at)\s[^.;,]{1,40}?)?,?\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+)?(?:[Gg]overnment\s+of\s+(?:the\s+)?)?")
_FIRST = re.compile(r"(?:Signing\s+)?(?:[Oo]n\s+[Bb]ehalf\s+of|[Ff]or)\s+(?:the\s+)?(?:[Gg]overnment\s+of\s+(?:the\s+)?)?")
_CLOSED = re.compile(r"(?:[.,;]|\s+(?:and|while|with|in|on|at|by)\b|\Z)")


def signed_for(signs: Signs, position: int) -> Iterator[Linked]:
    """The states and bodies on whose behalf the agreement at a position is signed, and who signs for the other side."""
    one = _FOR.match(signs.words, position + 1)
    pair = _AND_MAN.match(signs.words, one.end()) if one else None
    if pair:
        # "signed it for Norway and Ambassador A for Chile"
        yield from (signs.at[pair.start(each)] for each in ("one", "who", "other"))
        return
    for lead, place in ((_FOR, position + 1), (_FIRST, 0)):
        found = signs.after(lead.match(signs.words, place))
        if found and _CLOSED.match(signs.words, found.end):
            yield from parties(found)


_AND_MAN = re.compile(
    rf"(?P<one>[{STATE}{BODY}])(?:,|,?\s+and|,?\s+while)\s+(?:(?:the\s+)?(?:[A-Z]\w*|{FOLK}|{OFFICE})\s+)*(?P<who>{PERSON})\s+"
    rf"(?:(?:did\s+so|signed)\s+)?(?:for|on\s+behalf\s+of)\s+(?:the\s+)?(?P<other>[{STATE}{BODY}])"
)
