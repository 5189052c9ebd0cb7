"""What states and bodies have with one another: cooperation, agreements, recognition, sanctions."""

import re
from collections.abc import Iterator

from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.linking import Linked, is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_GOVERNMENT = re.compile(r"\b(?:Government|Coalition|Union|Administration|Authority)(?:\Z|\s+of\b)")
_WITH = re.compile(
    r"\b(?:engagement|cooperation|exchanges|ties|relations|dialogue|partnership|work(?:ing|s|ed)?(?: closely)?|partner(?:ing|s|ed)?|cooperat(?:e|es|ed|ing))\s+(?:with|within|in)\s+(?:the\s+)?\Z"
)
_SIGNS = re.compile(r"\b(?:sign|adopt|conclu|ratif|reach|exchang|initial|ink|agree|between)\w*")
_BETWEEN = re.compile(r"\s+(?:[^.;]{0,40}?\s)?between\s+")


def _parties(reading: Reading, span: Span) -> list[Linked]:
    """States and governments of a span, each entity once, a government before the country that its name holds."""
    bodies = [each for each in reading.inside(span, "organization") if _GOVERNMENT.search(each.found.name)]
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
    named = [each.entity for each in _parties(reading, sentence.span)]
    partners = named if len(named) == 2 else reading.main
    words = sentence.span.of(reading.text)
    status = "proposed" if cues.PROPOSED.search(words) else "planned" if cues.PLANNED.search(words) else "active"
    for area in areas:
        for partner in partners[:2]:
            yield Statement(
                subject=area.entity,
                property="partner",
                value=partner,
                sentence=sentence,
                focus=area.span,
                qualifiers={"status": (status,)},
                plain=False,
            )


_SIGNED = re.compile(r"\b(?:signed|initialled|initialed|inked|sign)\b")
_SUBJECT_OF = re.compile(r"(?:\s+and\s+[^,.;]{0,60}|,[^,.;]{0,80},)?\s+(?:(?:also|then|later|have|has|today|jointly|on [A-Z]\w+day)\s+)*")


def _joined(reading: Reading, start: int, end: int) -> list[Linked]:
    """The two that "between A and B" names, states or bodies, whichever is longer."""
    names = [
        each
        for each in reading.inside(Span(start, end), "organization", "place", "demonym")
        if each.found.type == "organization" or is_state(each)
    ]
    outer = [each for each in names if not any(other.span.contains(each.span) and other.span != each.span for other in names)]
    # The short name in parentheses is the same body once more.
    second = next((each for each in outer if each.entity != outer[0].entity), None)
    if second is None or not re.search(r"\band\b|,", reading.text[outer[0].span.end : second.span.start]):
        return []
    return [outer[0], second]


def _signatories(reading: Reading, sentence: Sentence, agreement: Linked) -> Iterator[Statement]:
    """After "Silva also signed a memorandum with Maria Costa": the persons on both sides."""
    span = sentence.span
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


def agreements(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The parties of an agreement that is said to be signed, adopted or reached, or to be between them."""
    found = reading.inside(sentence.span, "agreement")
    if not found or not _SIGNS.search(sentence.span.of(reading.text)):
        return
    for each in found:
        between = _BETWEEN.match(reading.text, each.span.end, sentence.span.end)
        inside = _parties(reading, each.span)
        listed = _joined(reading, between.end(), sentence.span.end) if between else inside if len(inside) > 1 else []
        yield from _signatories(reading, sentence, each)
        named = listed if len(listed) == 2 else _parties(reading, sentence.span)
        parties = [one.entity for one in named] if 2 <= len(named) <= 4 else reading.main
        sure = {one.entity for one in named}
        for party in parties[:4]:
            note = {} if party in sure else {"note": ("The sentence does not name the party; the countries of the article are meant.",)}
            yield Statement(
                subject=each.entity, property="party", value=party, sentence=sentence, focus=each.span, qualifiers=note, plain=bool(named)
            )


def relations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Diplomatic relations, recognition, sanctions, and cooperation with an organization."""
    text, span = reading.text, sentence.span
    words = span.of(text)
    states = [each for each in reading.inside(span, "place") if is_state(each)]
    pair = list(dict.fromkeys(each.entity for each in states))
    focus = around(states[0], states[-1]) if states else span
    if len(pair) == 2:
        if re.search(r"[Dd]iplomatic relations", words):
            yield Statement(subject=pair[0], property="diplomatic_relations", value=pair[1], sentence=sentence, focus=focus)
        if re.search(r"\brecogni[sz]ed?\b", words):
            yield Statement(
                subject=pair[0],
                property="recognized",
                value=pair[1],
                sentence=sentence,
                focus=focus,
                qualifiers=reading.when(sentence, focus),
            )
        if re.search(r"\b(?:allies|ally)\b", words) and re.search(r"\bis\b[^.]{0,40}\bally\b", words):
            yield Statement(subject=pair[0], property="ally_of", value=pair[1], sentence=sentence, focus=focus)
    yield from _sanctions(reading, sentence, states)
    for body in reading.inside(span, "organization"):
        before = text[max(span.start, body.span.start - 60) : body.span.start]
        subject = next((each for each in states if each.span.end <= body.span.start), None)
        if subject and _WITH.search(before):
            yield Statement(
                subject=subject.entity,
                property="cooperates_with",
                value=body.entity,
                sentence=sentence,
                focus=around(subject, body),
                plain=False,
            )


def _sanctions(reading: Reading, sentence: Sentence, states: list[Linked]) -> Iterator[Statement]:
    span = sentence.span
    found = re.search(r"\b([A-Z]\w+)\s+sanctions\b", span.of(reading.text))
    if found is None:
        return
    by = next((each for each in reading.inside(span, "place", "demonym") if each.span.start == span.start + found.start(1)), None)
    on = next((each for each in states if each.entity != (by.entity if by else "")), None)
    target = next((each for each in reversed(states) if by and each.span.end <= by.span.start), on)
    if by and target and by.entity:
        yield Statement(
            subject=target.entity, property="sanctioned_by", value=by.entity, sentence=sentence, focus=around(by, target), plain=False
        )
