"""What states and bodies have with one another: cooperation, agreements, recognition, sanctions."""

import itertools
import re
from collections.abc import Iterator

from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import NEAR, Reading, around
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import is_bloc, is_state
from sourcebook.model.spans import Span

_GOVERNMENT = re.compile(r"\b(?:Government|Coalition|Administration|Palestinian Authority)(?:\Z|\s+of\b)")
_SIGNS = re.compile(r"\b(?:sign|adopt|conclu|ratif|reach|exchang|initial|ink|agree|between)\w*")
_BETWEEN = re.compile(r"\s+(?:[^.;]{0,40}?\s)?between\s+")


def _parties(reading: Reading, span: Span) -> list[Linked]:
    """States and governments of a span, each entity once, a government before the country that its name holds."""
    bodies = [each for each in reading.inside(span, "organization") if is_bloc(each) or _GOVERNMENT.search(each.found.name)]
    states = [
        each
        for each in reading.inside(span, "place", "demonym")
        if is_state(each) and not any(one.span.contains(each.span) for one in bodies)
    ]
    once: dict[str, Linked] = {}
    for each in sorted([*bodies, *states], key=lambda one: one.span):
        once.setdefault(each.entity, each)
    return list(once.values())


def cooperation(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who cooperates in the areas of a sentence: those it names, or the two countries of the article."""
    # A word of the vocabulary that no list or cue leads to is a mention, but states nothing.
    areas = [each for each in reading.inside(sentence.span, "area") if each.found.priority > 2]
    if not areas:
        return
    partners = _partners(reading, sentence)
    words = sentence.span.of(reading.text)
    status = "proposed" if cues.PROPOSED.search(words) else "planned" if cues.PLANNED.search(words) else "active"
    for area in areas:
        for partner in partners:
            yield Statement(
                subject=area.entity,
                property="partner",
                value=partner,
                sentence=sentence,
                focus=area.span,
                qualifiers={"status": (status,)},
                plain=False,
            )


def _partners(reading: Reading, sentence: Sentence) -> list[str]:
    """Who cooperates in a sentence: the two or the list that it names, else the two countries spoken of, unless it names somebody else."""
    parties = _parties(reading, sentence.span)
    named = [each.entity for each in parties]
    if len(named) == 2:
        return named
    if 2 < len(named) <= MOST_PARTNERS and all(
        _LISTED.fullmatch(reading.text, one.span.end, other.span.start) for one, other in itertools.pairwise(parties)
    ):
        return named
    groups = _WORKING_GROUPS.search(reading.text, sentence.span.start, sentence.span.end)
    if groups and groups.start() > sentence.span.start:
        # "The Coalition, with its working groups on": its own fields.
        bodies = reading.inside(Span(max(sentence.span.start, groups.start() - NEAR), groups.start()), "organization")
        if bodies:
            return [bodies[-1].entity]
    both = reading.two(sentence)
    return both if not named or set(named) & set(both) else []


_WORKING_GROUPS = re.compile(r"\b(?:its|their)\s+(?:[a-z-]+\s+){0,2}working\s+groups?\s+on\b")
MOST_PARTNERS = 6
_LISTED = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_SIGNED = re.compile(r"\b(?:signed|initialled|initialed|inked|sign)\b")
_SUBJECT_OF = re.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?(?:\s+and\s+[^,.;]{0,60}|,[^,.;]{0,80},)?(?:,\s+who)?\s+(?:(?:also|then|later|have|has|today|jointly|on [A-Z]\w+day)\s+)*"
)


MOST_PARTIES = 12
"""Names looked at for the two sides of an agreement; lists of thousands have none."""
_OWNER = re.compile(r"(?:[’']s?)?\s+(?:the\s+)?")


def _joined(reading: Reading, start: int, end: int) -> list[Linked]:
    """The two that "between A and B" names, states or bodies, whichever is longer."""
    names = [
        each
        for each in (reading.inside(Span(start, end), "organization", "place", "demonym") if end > start else ())
        if each.found.type == "organization" or is_state(each)
    ]
    names = names[:MOST_PARTIES]
    outer = [
        each
        for each in names
        if not any(other.span.contains(each.span) and other.span != each.span for other in names)
        # "Slovakia's Security Authority": the body is meant, not whose it is.
        and not (each.found.type != "organization" and any(_OWNER.fullmatch(reading.text, each.span.end, one.span.start) for one in names))
    ]
    if not outer:
        return []
    # The short name in parentheses is the same body once more.
    second = next((each for each in outer[1:] if each.entity != outer[0].entity), None)
    if second is None or not re.search(r"\band\b|,", reading.text[outer[0].span.end : second.span.start]):
        return []
    return [outer[0], second]


def _signatories(reading: Reading, sentence: Sentence, agreement: Linked) -> Iterator[Statement]:
    """After "Silva also signed a memorandum with Maria Costa": the persons on both sides."""
    span = sentence.span
    passive = _BY_PERSONS.match(reading.text, agreement.span.end, span.end)
    if passive:
        witnessed = _WITNESSED.search(reading.text, passive.end(), span.end)
        stop = reading.clause_end(passive.end(), witnessed.start() if witnessed else span.end)
        clause = Span(passive.end(), max(stop, passive.end() + 1))
        for each in reading.people(clause)[:MOST_SIGNATORIES]:
            yield Statement(
                subject=agreement.entity, property="signatory", value=each.entity, sentence=sentence, focus=around(agreement, each)
            )
        return
    signed = _SIGNED.search(reading.text, span.start, agreement.span.start)
    if signed is None:
        return
    people = [
        each
        for each in reading.people(Span(span.start, max(signed.start(), span.start + 1)))
        if _SUBJECT_OF.fullmatch(reading.text, each.span.end, signed.start())
    ]
    after = reading.text[agreement.span.end : span.end]
    joint = re.match(r"[^.;]{0,80}?\bwith\b", after)
    other = reading.people(Span(agreement.span.end, span.end))[:1] if joint else []
    for each in [*people[:2], *other]:
        yield Statement(subject=agreement.entity, property="signatory", value=each.entity, sentence=sentence, focus=around(each, agreement))


_WITNESSED = re.compile(r"\b(?:in\s+(?:the\s+)?presence|witness\w*|attended|on\s+behalf|under|at\s+an?|and\s+received)\b")
MOST_SIGNATORIES = 4
_BY_PERSONS = re.compile(
    r"(?:\s+\([^)]*\))?(?:\s+(?:on|in|for|of|between)\s+[^.;,]{1,220}?)?,?\s+(?:which\s+|that\s+)?(?:(?:was|were|is|are|has\s+been|have\s+been|will\s+be)\s+(?:\w+\s+)?)?(?:signed|initialled|initialed|inked)\s+(?:(?:in|on|at)\s+[^.;,]{1,40}?\s+)?by\s+"
)
_WITH_WHOM = re.compile(r"(?:\s+\([^)]*\))?(?:\s+(?:on|in|for)\s+[^.;,]{1,60}?)?\s+with\s+(?:the\s+)?")
_NAMELESS = re.compile(
    r"\s+(?:between|among|with)\s+(?:the\s+|its\s+|their\s+|all\s+|several\s+|other\s+)*+(?!sides|countries|nations|two (?:sides|countries|nations|states))[a-z]"
)
_CLAUSE = re.compile(r";\s|,?\s+(?:while|but|whereas)\s|,\s+and\s")
_SIGNED_BY = re.compile(
    r"\b(?:signed|initialled|initialed|concluded|adopted|ratified|reached)\s+(?:[^.;,]{0,40}?\s)?(?:by|between)\s+(?:the\s+)?"
)
_DOES = re.compile(r"\b(?:sign|ink|seal|conclud|initial|adopt|ratif|reach|agree|struck|penned)\w*")


def _named_parties(reading: Reading, sentence: Sentence, agreement: Linked) -> list[Linked] | None:
    """The parties that the sentence names; [] if it names none, None if it speaks of others without their names."""
    text, span, end = reading.text, agreement.span, sentence.span.end
    inside = _parties(reading, span)
    if len(inside) == 2:
        return inside
    between = _BETWEEN.match(text, span.end, end)
    listed = _joined(reading, between.end(), end) if between else []
    if listed:
        return listed
    if _NAMELESS.match(text, span.end, end):
        return None
    clauses = [each.end() for each in _CLAUSE.finditer(text, sentence.span.start, span.start)]
    start = clauses[-1] if clauses else sentence.span.start
    before = _parties(reading, Span(start, span.start)) if span.start > start else []
    joint = _WITH_WHOM.match(text, span.end, end)
    other = reading.next(joint.end(), end, "place", "organization", "demonym", within=1) if joint else None
    verb = _DOES.search(text, start, span.start)
    if other:
        own = [each for each in before if each.entity != other.entity][:1] or (_doer(reading, start, verb.start()) if verb else [])
        return [*own, other, *_and_others(reading, other, end)]
    if joint:
        return None
    doers = _doers(reading, start, verb.start()) if verb else []
    if len(doers) == 2:
        return doers
    by = _SIGNED_BY.search(text, span.end, end)
    signed_by = _joined(reading, by.end(), end) if by else []
    if signed_by:
        return [*signed_by, *_and_others(reading, signed_by[-1], end)]
    if verb and len(before) == 2:
        return before
    whole = _parties(reading, Span(sentence.span.start, span.start)) if span.start > sentence.span.start else []
    return whole if len(whole) == 2 and _DOES.search(text, whole[0].span.end, span.start) else []


def _and_others(reading: Reading, first: Linked, end: int) -> list[Linked]:
    """The states that "and" or a comma joins to one: "with Cyprus and Greece"."""
    found = [first]
    while is_state(found[-1]):
        joint = _LISTED.match(reading.text, found[-1].span.end, end)
        further = reading.next(joint.end(), end, "place", within=0) if joint else None
        if further is None or not is_state(further) or _VERB_AFTER.match(reading.text, further.span.end, end):
            break
        found.append(further)
    return found[1:MOST_PARTNERS]


_VERB_AFTER = re.compile(r"\s+(?:is|was|has|have|had|will|would|agreed|said|signed|are|were)\b")


def _doer(reading: Reading, start: int, verb: int) -> list[Linked]:
    """The body right before a verb: "Rosatom has signed"."""
    names = reading.inside(Span(start, verb), "organization") if verb > start else []
    return [each for each in names[-1:] if _ALSO.fullmatch(reading.text, each.span.end, verb)]


def _doers(reading: Reading, start: int, verb: int) -> list[Linked]:
    """Two bodies or states joined by "and" right before a verb: "Rosatom and the Ministry of Energy signed"."""
    names = reading.inside(Span(start, verb), "organization", "place", "demonym")[-MOST_PARTIES:] if verb > start else []
    outer = [each for each in names if not any(other.span.contains(each.span) and other.span != each.span for other in names)]
    two = outer[-2:]
    if len(two) < 2 or two[0].entity == two[1].entity or not _ALSO.fullmatch(reading.text, two[1].span.end, verb):
        return []
    fit = all(each.found.type == "organization" or is_state(each) for each in two)
    return two if fit and re.fullmatch(r",?\s+and\s+(?:the\s+)?", reading.text[two[0].span.end : two[1].span.start]) else []


_ALSO = re.compile(r"\s+(?:\([^)]*\)\s+)?(?:(?:also|then|later|have|has|had|today|jointly|recently|on [A-Z]\w+(?: \d+)?)\s+)*")


def agreements(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The parties of an agreement that is said to be signed, adopted or reached, or to be between them."""
    found = reading.inside(sentence.span, "agreement")
    if not found or not _SIGNS.search(sentence.span.of(reading.text)):
        return
    for each in found:
        yield from _signatories(reading, sentence, each)
        named = _named_parties(reading, sentence, each)
        if named is None:
            continue
        parties = [one.entity for one in named] if 1 <= len(named) <= 4 else reading.two(sentence)
        sure = {one.entity for one in named}
        parties = list(dict.fromkeys(parties))
        for party in parties[:4]:
            note = {} if party in sure else {"note": ("The sentence does not name the party; the countries of the article are meant.",)}
            yield Statement(
                subject=each.entity, property="party", value=party, sentence=sentence, focus=each.span, qualifiers=note, plain=bool(named)
            )
