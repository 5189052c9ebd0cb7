"""In which clause of its sentence fields stand: whoever is named in another alone has no part in them, nor who only tells of them."""

from collections.abc import Iterator, Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.standing import is_city
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.model.spans import Span

_KINDS = ("place", "demonym", "organization")
PAIR = 2


def in_its_clause(reading: Reading, sentence: Sentence, fields: Span, partners: Sequence[str]) -> list[str]:
    """Those of some partners who have part in fields by the clause that these stand in: "While Norway and Chile boost trade, Peru waits".

    All of them where the clause does not say whose the fields are: "As its trade grows, Norway".
    """
    named = [each for each in reading.inside(sentence.span, *_KINDS) if each.entity in partners]
    left = _of_clause(reading, sentence, fields, named) if named and len(partners) >= PAIR else {}
    told = {each.entity for each in named}
    return [*(each for each in left if each not in partners), *(each for each in partners if not left or each in left or each not in told)]


def _of_clause(reading: Reading, sentence: Sentence, fields: Span, named: Sequence[Linked]) -> dict[str, None]:
    """Who of some that a sentence names have part in fields by their clause, and who else does what it tells; nobody where it does not say so."""
    clause, asides = _clause_of(reading.text, sentence.span, fields)
    here = _within(named, clause, asides)
    inside = dict.fromkeys(
        each.entity for each in here if not (_only_tells(reading, sentence, each) or _is_scene(reading.text, sentence.span, each))
    )
    if len(inside) != 1:
        return inside
    if own := _its_subject(reading, clause, fields):
        theirs = _of_capital(reading, own.entity) or (own.entity if is_state(own) or is_bloc(own) else "")
        return {} if own.entity in inside else {theirs: None, **inside} if theirs else inside
    if not _IT.match(reading.text, clause.start, clause.end):
        return {}
    # "Peru sent ships to deter Chile, and it has improved its ties with Norway": Peru, not Chile.
    before = reading.between(sentence.span.start, clause.start, *_KINDS)
    doer = next((each for each in before if (is_state(each) or is_bloc(each)) and _is_subject(reading, sentence, each)), None)
    return {doer.entity: None, **inside} if doer else inside


def of_one_clause(reading: Reading, sentence: Sentence, fields: Span, parties: Sequence[Linked]) -> list[Linked]:
    """Those of several parties that the clause of fields names: "Peru said that Norway and Chile would cooperate in fishing"."""
    return _within(parties, *_clause_of(reading.text, sentence.span, fields))


def _within(those: Sequence[Linked], clause: Span, asides: Sequence[Span]) -> list[Linked]:
    return [each for each in those if clause.contains(each.span) and not any(one.contains(each.span) for one in asides)]


def _clause_of(text: str, sentence: Span, fields: Span) -> tuple[Span, list[Span]]:
    """The clause of a sentence in which fields stand, and the relative clauses within it, which are others: "Norway, whose trade with Chile grows, has"."""
    asides = [Span(*each.span("aside")) for each in _RELATIVE.finditer(text, sentence.start, sentence.end)]
    for each in asides:
        if each.contains(fields):
            # With the one of whom it tells.
            return Span(text.rfind(" ", sentence.start, each.start - 2) + 1 or sentence.start, each.end), []
    start = sentence.start
    for border in _borders(text, sentence):
        if any(each.start <= border < each.end for each in asides):
            continue
        if border <= fields.start:
            start = border
        elif border >= fields.end:
            return Span(start, border), asides
    return Span(start, sentence.end), asides


def _borders(text: str, sentence: Span) -> Iterator[int]:
    """Where further clauses of a sentence begin."""
    opens = _OPENS.match(text, sentence.start, sentence.end)
    first = next((each.start() for each in _MAIN.finditer(text, opens.end(), sentence.end)), 0) if opens else 0
    if first:
        yield first
    yield from (each.start() for each in _FURTHER.finditer(text, first or sentence.start, sentence.end))


_SUBORDINATE = (
    r"(?:[Dd]espite|[Aa]s(?!\s+(?:part|well|a\s+result|an?\s|one\s|for\s|of\s))|[Ww]hile|[Ww]hereas|(?:[Ee]ven\s+)?(?:[Tt]hough|[Aa]s|[Ii]f|[Ww]hen)|[Aa]lthough|[Bb]ecause|[Ss]ince|[Aa]fter|[Bb]efore"
    r"|[Uu]nless|[Uu]ntil|[Oo]nce|[Gg]iven|[Aa]mid|[Nn]otwithstanding|[Uu]nlike|[Ll]ike|[Ff]ollowing|[Ww]ithout|[Cc]ontrary\s+to|[Ii]n\s+(?:contrast|response|reaction|opposition)\s+to"
    r"|[Ww]ith(?=\s+(?:the\s+)?[A-Z][\w’'.-]*\s+(?:[a-z]+ly\s+)?[a-z]+ing\s))"
)
_SAME = r"(?!\s+(?:[a-z]+ly\s+)?[a-z]+ing\b)"
"""Not before what the subject of the other clause does: "while maintaining ties with Chile"."""
_OPENS = re.compile(
    rf"\W*(?:(?:But|And|Yet|Still|Indeed|However),?\s+)?{_SUBORDINATE}{_SAME}\s+(?:the\s+)?[\w’'.-]+\s+(?:[\w’'.-]+,?\s+)*?(?=[\w’'.-]+,\s)"
)
_VERB = (
    r"(?:has|have|had|is|are|was|were|will|would|can|could|may|might|should|must|do|does|did|still|also|never|now|nonetheless|nevertheless"
    r"|(?!(?:towards?|across|versus|plus|less|various|countries|states|nations|others|news|goods|parties|members|leaders|allies|partners|relations|ties)\b)[a-z]{2,}(?:s|ed)|agree|told|said|held|met|saw|sees|began|grew|led|took|made|kept|won|lost|want|remain)\b"
)
_PLAIN_VERB = r"(?:has|have|had|is|are|was|were|will|would|can|could|may|might|should|must|do|does|did|said|[a-z]{2,}ed)\b"
"""No plural: "the Norwegian, Chilean, and Peruvian navies"."""
_MAIN = re.compile(
    rf"(?<=,)\s+(?=(?:the\s+|[a-z-]+\s+)?(?:[A-Z][\w’'.-]*|it|he|she|they|we|[a-z]+s)(?:\s+(?:and\s+)?(?!{_VERB})[\w’'.-]+){{0,5}}?\s+{_VERB})"
)
_RELATIVE = re.compile(rf",(?P<aside>\s+(?:which|who|whose|where)\s[^,;]{{3,160}}),(?=\s+(?:and\s+)?{_VERB})")
_FURTHER = re.compile(
    rf"(?<=,)\s+(?=(?:and\s+|but\s+|yet\s+|so\s+)?(?:while|whereas|although|though|even\s+(?:as|though|if)|which|who|whose|where|because|since|as(?!\s+(?:well|part)\b)){_SAME}\s)"
    rf"|\s(?=(?:while|whereas|although|though|because|even\s+as){_SAME}\s)"
    rf"|(?<=,)\s+(?=(?:and|but|yet|so)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*|it|he|she|they|we)\s+(?:(?:[\w’'.-]+\s+){{0,2}}?{_PLAIN_VERB}|[a-z]+s\s+(?:to|that|its|the|an?)\s))|(?<=;)\s"
    r"|(?<=\bsa(?:id|ys))\s(?=(?:that\s+)?(?:the\s+)?[A-Z])|\s(?=that\s+(?:the\s+)?[A-Z][\w’'.-]*\s)"
)


def _only_tells(reading: Reading, sentence: Sentence, state: Linked) -> bool:
    """Whether a state is named only as the one who tells the rest: ", the United States said"."""
    text, end = reading.text, sentence.span.end
    after = _TELLS.match(text, state.span.end, end)
    if after and _TAG.search(text, max(sentence.span.start, state.span.start - NEAR), state.span.start):
        return True
    return bool(reading.led(_TOLD_BY, sentence, state.span.start, NEAR))


NEAR = 60
_SAID = r"(?:said|says|told|added|noted|reported|reports|announced|confirmed|claimed|claims|stated|revealed|insisted|argued|stressed|warned|maintained)"
_TELLS = re.compile(
    rf"(?:[’']s?)?\s+(?:[A-Za-z-]+\s+){{0,4}}?{_SAID}(?=[.,;:”\"]|\s+(?:[–—-]|on\s|in\s|at\s|after\s|today|yesterday|this\s|last\s|late\s|reporters|journalists)|\s*\Z)"
)
_TAG = re.compile(r"(?:[,”\"]|\s[–—-])\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,2}\Z")
"""Before who tells what stands before it."""
_TOLD_BY = re.compile(rf"\b[Aa]ccording\s+to\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}\Z|[,”\"]\s+{_SAID}\s+(?:the\s+)?(?:[a-z-]+\s+){{0,3}}\Z")


def _is_scene(text: str, sentence: Span, state: Linked) -> bool:
    """Whether a sentence opens with where it plays: "In Peru, Norway and Chile signed"."""
    return bool(_IN.fullmatch(text, sentence.start, state.span.start)) and text.startswith(",", state.span.end)


_IN = re.compile(r"(?:In|At|From)\s+(?:the\s+)?")


def _its_subject(reading: Reading, clause: Span, fields: Span) -> Linked | None:
    """Who does what the clause of fields tells, if it names them before; nobody where only "it" does: that may be of another clause."""
    before = reading.between(clause.start, fields.start, "place", "organization")
    until = before[0].span.start if before else fields.end
    return before[0] if before and not _PRONOUN.search(reading.text, clause.start, until) else None


def _is_subject(reading: Reading, sentence: Sentence, state: Linked) -> bool:
    """Whether a state begins a clause: "it" may mean it."""
    before = reading.text[max(sentence.span.start, state.span.start - BEFORE) : state.span.start]
    return bool(_BEGINS.search(before)) and (len(before) == BEFORE or not _SUBORDINATED.match(before))


BEFORE = 24
"""Code points before a state that begins a clause."""
_BEGINS = re.compile(
    r"(?:\A|[,;:.“\"(—–-]\s*|\b(?i:and|but|that|while|whereas|as|when|if|because|although|though|since|both|which|said|says|today)\s+)(?:[Tt]he\s+)?\Z"
)
_SUBORDINATED = re.compile(r"(?:In|At|For|With|To|From|Under|On)\s")
_IT = re.compile(r"(?:\W|and\b|but\b|yet\b|so\b|while\b|as\b|although\b)*[Ii]t\s")
_PRONOUN = re.compile(r"\b(?:[Ii]ts?|[Tt]heir|[Tt]hey|[Bb]oth|[Tt]wo|[Hh]is|[Hh]er|[Oo]ur|[Ww]e|[Bb]ilateral|[Mm]utual|each)\b")


def _of_capital(reading: Reading, place: str) -> str:
    """The state for which its capital stands, if the text names both; else ""."""
    told = reading.by_entity.get(place)
    return reading.once(_by_country).get(told[0].found.entry.country, "") if told and told[0].found.entry and is_city(told[0]) else ""


def _by_country(reading: Reading) -> dict[str, str]:
    """The states of a text by the codes of their countries."""
    return {each.found.entry.country: each.entity for each in reversed(reading.linked) if each.found.entry and is_state(each)}
