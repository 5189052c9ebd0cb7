"""Who signs agreements: the persons before the verb and after "by", those of whom "they" and "the two ministers" tell, each side's own."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.agreements.accessions import SLACK
from sourcebook.extract.facts.groups import persons
from sourcebook.extract.facts.reading import NEAR, Reading
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_SIGNED = re.compile(r"\b(?:signed|initialled|initialed|inked|sign)\b")
_SUBJECT_OF = re.compile(
    r",?(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?(?:\s+and\s+[^,.;]{0,60}|,[^,.;]{0,130},)?(?:,\s+who)?\s+(?:(?:also|then|later|have|has|today|jointly|on [A-Z]\w+day|\([^)]{1,30}\))\s+)*"
)


def signatories(reading: Reading, sentence: Sentence, agreement: Linked) -> Iterator[Statement]:
    """After "Silva also signed a memorandum with Maria Costa": the persons on both sides."""
    span = sentence.span
    passive = _BY_PERSONS.match(reading.text, agreement.span.end, span.end)
    if passive:
        witnessed = _WITNESSED.search(reading.text, passive.end(), span.end)
        stop = reading.clause_end(passive.end(), witnessed.start() if witnessed else span.end)
        clause = Span(passive.end(), max(stop, passive.end() + 1))
        for each in reading.people(clause)[:MOST_SIGNATORIES]:
            if _WHOSE_MEN.search(reading.text, clause.start, each.span.start):
                continue
            yield stated(agreement, "signatory", each, sentence)
        return
    signed = _SIGNED.search(reading.text, span.start, agreement.span.start)
    if signed is None:
        return
    people = [
        each
        for each in reading.people_between(span.start, signed.start())
        if _SUBJECT_OF.fullmatch(reading.text, each.span.end, signed.start()) and not reading.led(_SERVED, sentence, each.span.start)
    ]
    after = reading.text[agreement.span.end : span.end]
    joint = re.match(r"[^.;]{0,80}?\bwith\b", after)
    other = reading.people(Span(agreement.span.end, span.end))[:1] if joint else []
    # "signed the agreement with the Union reached in June, Minister Ruiz said": with nobody else.
    other = [each for each in other if joint and not _ELSE.search(reading.text, agreement.span.end + joint.end(), each.span.start)]
    they = [] if people else _they(reading, sentence, signed.start())
    for one in they:
        yield Statement(agreement.entity, "signatory", one, sentence, agreement.span)
    for each in [*people[:2], *other]:
        yield stated(agreement, "signatory", each, sentence)


_ELSE = re.compile(r",|\b(?:and\s+[a-z]+ed|which|that|who|by|after)\b")
_WHOSE_MEN = re.compile(r"\b(?:representatives?|delegates|delegations?|envoys)\s+(?:of|for|from)\b[^,;]*\Z|\bloyal\s+to\b[^,;]*\Z")
"""Before whom only his men sign: "signed by representatives of President Ana Ruiz"."""
_SERVED = re.compile(r",\s[^,]{3,90}\s(?:to|of|for|under)\s+(?:[A-Z][\w-]+\s+){0,3}\Z")
"""Before whom an aside names: "Ana Ruiz, an aide to President Hugo Paz, signed"."""
_WITNESSED = re.compile(
    r"\b(?:in\s+(?:the\s+)?presence|witness\w*|attended|with\s+[^,;]{3,60}\sas\s+(?:an?\s+)?witness|on\s+behalf|under|at\s+an?|and\s+received)\b"
)
MOST_SIGNATORIES = 12
_BY_PERSONS = re.compile(
    r"[”\"]?(?:\s+\([^)]*\))?(?:,[^,.;]{1,60},)?"
    r"(?:\s+(?:on|in|for|of|between|allows?|provides?|covers?|sets?|calls?|emerged|resulted|came)\s+[^.;,]{1,220}?)?,?\s+"
    r"(?:which\s+|that\s+|and\s+)?(?:(?:was|were|is|are|has\s+been|have\s+been|will\s+be)\s+(?:\w+\s+)?)?"
    r"(?:signed|initialled|initialed|inked)\s+(?:(?:in|on|at)\s+[^.;,]{1,40}?\s+)?(?:in\s+(?:the\s+)?presence\s+of\s[^.;]{1,200}?,\s+)?by\s+"
)


def _they(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """The two of whom the sentences before tell, where "they" or "the two ministers" sign; nobody where more are told of."""
    if not _THE_TWO.search(reading.text, sentence.span.start, verb) or reading.people(
        Span(sentence.span.start, max(verb, sentence.span.start + 1))
    ):
        return []
    for back in range(1, min(sentence.number, FEW_BACK) + 1):
        before = reading.document.sentences[sentence.number - back].span
        found = list(dict.fromkeys(each.entity for each in reading.people(before)))
        if found:
            return found if len(found) == PAIR else []
    return []


_THE_TWO = re.compile(
    r"(?:\b[Tt]hey|\b(?:[Tt]he(?:\s+two)?|[Bb]oth)\s+(?:(?:foreign|defen[cs]e|prime|trade|energy|health|interior|finance)\s+)?"
    r"(?:ministers|men|women|presidents|leaders|diplomats|officials|counterparts|ambassadors|secretaries|premiers))"
    r"(?:\s+(?:also|then|later|jointly|have|had))*\s+\Z"
)
FEW_BACK = 3
"""Sentences back in which two persons are named."""


def each_side(signs: Signs, position: int) -> Iterator[Linked]:
    """After "signed on behalf of Norway by A and on behalf of Chile by B", "signed by A for Norway and by B for Chile": the four."""
    told = _SIGNED_AT.match(signs.words, position + 1)
    if told is None:
        return
    rest = told.start("rest"), told.end("rest")
    sides = [each.start("side") for each in _BEHALF.finditer(signs.words, *rest)]
    by = list(_BY_WHOM.finditer(signs.words, *rest))
    if not sides and len(by) < PAIR:
        return
    yield from (signs.at[each] for each in sides)
    for each in by:
        yield from persons(signs.after(each))


_SIGNED_AT = re.compile(
    rf"(?:[^.;“”{PERSON}]{{0,110}}?)?\s(?:was|were|is|are|been)\s+(?:signed|inked|initialled)\b(?P<rest>[^;]*?)(?=,?\sin\s(?:the\s)?presence|\switness|;|\Z)"
)
_BEHALF = re.compile(
    rf"\b(?:on\s+behalf\s+of|for)\s+(?:the\s+)?(?:[Gg]overnment\s+of\s+(?:the\s+)?)?(?P<side>[{STATE}{BODY}])(?=,|\s+(?:by|and|while)\b|\.|\Z)"
)
_BY_WHOM = re.compile(rf"(?:\A|(?<=and\s)|(?<=,\s)|(?<=[{STATE}{BODY}{DATE}{PLACE}]\s)|(?<=\A\s))by\s+(?:the\s+)?")


def with_whom(signs: Signs, position: int) -> Iterator[Linked]:
    """After "A, with whom B signed it", "the Lake Region, with which the Hill Region signed it": both."""
    found = _WITH_WHICH.search(signs.words, position - NEAR, position)
    if found is None:
        return
    first = signs.first() if found["pronoun"] else None
    yield signs.at[found.start("one")]
    yield from (
        (first.who[:1] if first and first.who[0].found.type == "person" else ()) if found["pronoun"] else (signs.at[found.start("two")],)
    )


_WHO = f"[{PERSON}{STATE}{BODY}{PLACE}]"
_WITH_WHICH = re.compile(
    rf"(?P<one>{_WHO})(?:\s+(?:and|in|of)\s+[^,.;“”]{{2,40}})?,\s+with\s+(?:which|whom)\s+(?:the\s+)?(?:(?P<pronoun>s?he)|(?:(?:{OFFICE}|{FOLK}|[A-Z][\w-]+)\s+){{0,3}}(?P<two>{_WHO})(?:\s+(?:region|government|province|city|county))?)"
    rf"(?:\s+(?:has|had|have|also|later|recently))*\s+(?:signed|inked|concluded|exchanged|initialled)\s+{SLACK}\Z"
)


def regions(signs: Signs, position: int) -> Iterator[Linked]:
    """The parts of states that sign for themselves: "the government of Lake Province and Hill County signed", "the Goa government signed"."""
    found = _REGIONS.search(signs.words, position - NEAR, position)
    if found is None:
        return
    two = [signs.at[found.start(each)] for each in ("one", "two") if found[each]]
    if found["led"] or found["told"] or all(_REGION.search(each.found.name) for each in two):
        yield from two


_GOVERNS = (
    r"(?:\s+(?:state\s+|regional\s+|provincial\s+|city\s+)?(?:government|administration|authorities|municipality|region|province|county)s?)"
)
_REGIONS = re.compile(
    rf"(?P<led>\b(?:[Gg]overnments?|[Aa]dministrations?|[Cc]it(?:y|ies)|[Mm]unicipalit(?:y|ies)|[Rr]egions?|[Pp]rovinces?)\s+of\s+(?:the\s+)?)?(?P<one>{PLACE})(?P<told>{_GOVERNS})?"
    rf"(?:\s+and\s+(?:the\s+)?(?P<two>[{PLACE}{STATE}]){_GOVERNS}?)?"
    rf"(?:\s+(?:on\s+)?{DATE}|\s+on\s+[A-Z][a-z]+day|\s+(?:also|has|have|had|later|recently|jointly))*\s+(?:signed|inked|concluded|exchanged|initialled)\s+{SLACK}\Z"
)
_REGION = re.compile(
    r"\b(?:Region|Province|County|Oblast|Republic|Governorate|Prefecture|Canton|District|aimag|Territory|Municipality|City|State)\b"
)


PAIR = 2
