"""How states stand to each other and to bodies: diplomatic relations, recognition, alliances, sanctions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import is_bloc, is_state
from sourcebook.model.spans import Span

_DEALINGS = frozenset(
    [
        "diplomatic",
        "relations",
        "ambassador",
        "ambassadors",
        "ambassadorial",
        "recognise",
        "recognised",
        "recognises",
        "recognising",
        "recognize",
        "recognized",
        "recognizes",
        "recognizing",
        "ally",
        "allies",
        "partner",
        "partners",
        "partnered",
        "partnering",
        "sanctions",
        "sanctioned",
        "collaborates",
        "collaborated",
        "coordination",
        "collaboration",
        "engagement",
        "cooperation",
        "exchanges",
        "ties",
        "dialogue",
        "partnership",
        "work",
        "working",
        "works",
        "worked",
        "cooperate",
        "cooperates",
        "cooperated",
        "cooperating",
        "cooperate",
        "together",
    ]
)


def relations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Diplomatic relations, recognition, alliances, sanctions, and cooperation with an organization."""
    if sentence.words.isdisjoint(_DEALINGS):
        return
    states = [each for each in reading.inside(sentence.span, "place") if is_state(each)]
    yield from _diplomatic(reading, sentence, states)
    yield from _recognition(reading, sentence, states)
    yield from _alliances(reading, sentence, states)
    yield from _sanctions(reading, sentence, states)
    yield from _joint_work(reading, sentence)


def _state_fact(
    name: str, one: Linked, other: Linked, sentence: Sentence, *, when: dict[str, tuple[str, ...]] | None = None, plain: bool = True
) -> Statement:
    return Statement(
        subject=one.entity,
        property=name,
        value=other.entity,
        sentence=sentence,
        focus=around(one, other),
        qualifiers=when or {},
        plain=plain,
    )


def _diplomatic(reading: Reading, sentence: Sentence, states: list[Linked]) -> Iterator[Statement]:
    text, span = reading.text, sentence.span
    if not _TIES.search(text, span.start, span.end):
        return
    at = span.start
    for joint in [*_CLAUSES.finditer(text, span.start, span.end), None]:
        stop = joint.start() if joint else span.end
        if stop > at:
            yield from _ties(reading, sentence, Span(at, stop), [each for each in states if at <= each.span.start < stop])
        at = joint.end() if joint else span.end


_CLAUSES = re.compile(r";\s+|,\s+(?:while|but|whereas)\s+")


def _ties(reading: Reading, sentence: Sentence, span: Span, states: list[Linked]) -> Iterator[Statement]:
    """The relations that a clause tells of."""
    text = reading.text
    words = span.of(text)
    if not _TIES.search(words):
        return
    broken = _BROKEN.search(words)
    pair = list(dict.fromkeys(each.entity for each in states))
    both = reading.two(sentence) if not pair and not broken and _BOTH.search(words) else []
    if both:
        yield Statement(
            subject=both[0],
            property="diplomatic_relations",
            value=both[1],
            sentence=sentence,
            focus=span,
            plain=False,
            qualifiers=_since(reading, sentence, words, span),
        )
    when = _since(reading, sentence, words, around(states[0], states[-1])) if states else {}
    for found in _TIES_WITH.finditer(text, span.start, span.end):
        others = _from(states, found.end(), text)
        end = found.end("how") if found["how"] else found.start()
        own = next((each for each in reversed(states) if each.span.end <= end), None)
        owns = _list_before(text, [each for each in states if each.span.end <= end], own.span.end) if own else []
        if owns and (len(pair) > 2 or len(others) > 1) and not _BROKEN.search(found["how"] or ""):
            yield from (
                _state_fact("diplomatic_relations", one, each, sentence, when=when)
                for one in owns
                for each in others
                if each.entity != one.entity
            )
    for found in _TIES_BETWEEN.finditer(text, span.start, span.end) if len(pair) > 2 and not broken else ():
        one = next((each for each in states if each.span.start == found.end()), None)
        further = _AND_THOSE_OF.match(text, one.span.end, span.end) if one else None
        others = _from(states, further.end(), text) if further else []
        if one:
            yield from (_state_fact("diplomatic_relations", one, each, sentence, when=when) for each in others if each.entity != one.entity)
    if len(pair) == 2 and not broken:
        yield _state_fact("diplomatic_relations", states[0], states[-1] if states[-1].entity != pair[0] else states[1], sentence, when=when)


def _since(reading: Reading, sentence: Sentence, words: str, span: Span) -> dict[str, tuple[str, ...]]:
    """When relations began; an anniversary is of another day, unless the sentence says of which."""
    begun = _WERE_BEGUN.search(words) or (_BEGUN.search(words) and "anniversary" not in sentence.words)
    return dict(reading.when(sentence, span)) if begun else {}


_WERE_BEGUN = re.compile(r"\b(?:was|were|had been)\s+(?:established|set up|restored)\b")


def _from(states: list[Linked], start: int, text: str) -> list[Linked]:
    """The states of a list that begins at a position."""
    found: list[Linked] = []
    for each in states:
        if (
            each.span.start == start
            if not found
            else each.span.start > found[-1].span.end and _NEXT.fullmatch(text, found[-1].span.end, each.span.start)
        ):
            found.append(each)
    return found


def _recognition(reading: Reading, sentence: Sentence, states: list[Linked]) -> Iterator[Statement]:
    text, span = reading.text, sentence.span
    if len(states) < 2 or _BROKEN.search(span.of(text)):
        return
    for found in _RECOGNIZED.finditer(text, states[0].span.end, states[-1].span.start):
        before = [each for each in states if each.span.end <= found.start()]
        target = next((each for each in states if each.span.start >= found.end()), None)
        if target is None or not before:
            continue
        near = target.span.start - found.end() < NEAR_VERB
        doers = _list_before(text, before, found.start()) if near else []
        if not doers and len({each.entity for each in states}) == 2:
            doers = before[:1]
        for each in doers:
            if each.entity != target.entity:
                yield _state_fact("recognized", each, target, sentence, when=reading.when(sentence, around(each, target)))


def _list_before(text: str, states: list[Linked], verb: int) -> list[Linked]:
    """The states right before a verb, all that "and" or a comma joins."""
    found: list[Linked] = []
    for each in reversed(states):
        if not (_NEXT.fullmatch(text, each.span.end, found[-1].span.start) if found else _ADVERBS.fullmatch(text, each.span.end, verb)):
            break
        found.append(each)
    return found[::-1]


def _alliances(reading: Reading, sentence: Sentence, states: list[Linked]) -> Iterator[Statement]:
    text = reading.text
    for one, other in pairwise(states):
        if one.entity == other.entity:
            continue
        between = text[one.span.end : other.span.start]
        joined = re.fullmatch(r"\s+and\s+(?:the\s+)?", between)
        if _ALLY_OF.fullmatch(between) or _ITS_ALLY.fullmatch(between) or (joined and _ALLIES.match(text, other.span.end)):
            yield _state_fact("ally_of", one, other, sentence)
        if joined and _PARTNERS.match(text, other.span.end):
            yield _state_fact("cooperates_with", one, other, sentence, plain=False)


def _joint_work(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who cooperates with a body, or works closely with a state."""
    text, span = reading.text, sentence.span
    actors = [each for each in reading.inside(span, "place", "organization") if is_state(each) or is_bloc(each)]
    for other in reading.inside(span, "organization", "place") if actors else ():
        before = text[max(span.start, other.span.start - 60) : other.span.start]
        subject = next((each for each in actors if each.span.end <= other.span.start and each.entity != other.entity), None)
        if subject and (_WITH if other.found.type == "organization" else _WORKS_WITH if is_state(other) else _NOBODY).search(before):
            yield _state_fact("cooperates_with", subject, other, sentence, plain=False)


_WITH = re.compile(
    r"\b(?:engagement|cooperation|exchanges|ties|relations|dialogue|partnership|coordination|collaboration|work(?:ing|s|ed)?(?: closely)?|partner(?:ing|s|ed)?|(?:cooperat|collaborat)(?:e|es|ed|ing)(?: closely)?)\s+(?:with|within|in)\s+(?:the\s+)?\Z"
)
_WORKS_WITH = re.compile(r"\b(?:(?:cooperat|collaborat)(?:es|ed)(?: closely)?|work(?:s|ed) closely)\s+with\s+(?:the\s+)?\Z")
_NOBODY = re.compile(r"(?!)")
NEAR_VERB = 48
"""Code points between "recognised" and the state that was."""
_NEXT = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")
_ADVERBS = re.compile(r"(?:\s+|\Z)(?:(?:also|formally|officially|first|then|has|have|had|jointly|later)\s+){0,3}")
_BEGUN = re.compile(r"\b(?:establish\w*|set up|entered into|restored|resumed|opened|since)\b")
_TIES_BETWEEN = re.compile(r"[Dd]iplomatic\s+(?:relations|ties)\s+between\s+(?:the\s+)?")
_AND_THOSE_OF = re.compile(r"\s+and\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:countries|states|nations|republics)\s+(?:of|:|–|-)\s+")
_ALLY_OF = re.compile(
    r"(?:,\s+(?:which\s+is\s+)?|\s+(?:is|remains|was)\s+|\s+as\s+)(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}ally\s+of\s+(?:the\s+)?"
)
_ITS_ALLY = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}ally,?\s+(?:the\s+)?")
_TIES = re.compile(r"\b(?:[Dd]iplomatic (?:relations|ties)|relations at (?:the )?ambassador\w*)\b")
_BOTH = re.compile(r"\b(?:[Bb]oth|[Tt]he two|[Oo]ur|[Tt]heir)\s+(?:two\s+)?(?:countries|sides|nations|states|peoples)\b")
_BROKEN = re.compile(
    r"\b(?:sever\w*|cut|cuts|broke|broken|suspend\w*|no|not|never|without|refus\w+|(?:to|will|would|could|should|may|might)\s+(?:\w+\s+)?(?:resume|restore)|resumption|restoration|if|unless|until)\b"
)
_RECOGNIZED = re.compile(r"\b(?:recogni[sz]e[ds]?|recogni[sz]ing)\b(?!\s+(?:that|the\s+(?:need|importance|role)|as))")
_ALLIES = re.compile(r"\s+(?:are|were|have been|remain)\s+(?:\w+\s+){0,3}?allies\b")
_PARTNERS = re.compile(
    r"\s+(?:are\s+|have\s+(?:long\s+)?(?:been\s+)?)?(?:also\s+|now\s+)?(?:work(?:ing|ed)?\s+(?:closely\s+)?together|cooperat(?:e|ing|ed)(?:\s+closely)?)\b|\s+(?:are|have been|remain|became)\s+(?:\w+\s+){0,3}?partners\b"
)
_IMPOSED = re.compile(
    r"\b(?:impos\w+|announc\w+|introduc\w+|extend\w+|expand\w+|lev(?:ied|ies|ying)|adopt\w*|slapp\w+|unveil\w+|approved|tighten\w*|renew\w*|prolong\w*)\s+(?:[\w-]+\s+){0,5}?sanctions\s+(?:on|against|targeting)\s+(?:the\s+)?"
)
_BY_WHOM = re.compile(r"\s+(?:was|were|is|are|has been|have been)\s+(?:also\s+)?sanctioned\s+by\s+(?:the\s+)?")
_AGAINST = re.compile(r"(?:[’']s?)?\s+(?:economic\s+|financial\s+|trade\s+)?sanctions\s+(?:against|on)\s+(?:the\s+)?")
_TIES_WITH = re.compile(r"(?P<how>\w+\s+(?:\w+\s+)?)?[Dd]iplomatic\s+(?:relations|ties)\s+with\s+(?:the\s+)?")
_SANCTIONED = re.compile(r"\s+(?:has\s+|have\s+|had\s+|also\s+)*sanctioned\s+(?:the\s+)?")


def _together(reading: Reading, actors: list[Linked]) -> list[Linked]:
    """The first of some actors, with those that "and" or a comma joins to it."""
    found = actors[:1]
    for each in actors[1:]:
        if not re.fullmatch(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?", reading.text[found[-1].span.end : each.span.start]):
            break
        found.append(each)
    return found


def _sanctions(reading: Reading, sentence: Sentence, states: list[Linked]) -> Iterator[Statement]:
    text, span = reading.text, sentence.span
    actors = [each for each in reading.inside(span, "place", "demonym", "organization") if is_state(each) or is_bloc(each)]
    for found in _IMPOSED.finditer(text, span.start, span.end):
        target = next((each for each in states if each.span.start == found.end()), None)
        if target and not re.match(
            r"[’']s\b|\s+(?:bank|compan|official|entit|individual|firm)", text[target.span.end : target.span.end + 12]
        ):
            for each in _together(reading, [one for one in actors if one.span.end <= found.start() and one.entity != target.entity]):
                yield Statement(
                    subject=target.entity, property="sanctioned_by", value=each.entity, sentence=sentence, focus=around(each, target)
                )
    for each in actors:
        verb = _SANCTIONED.match(text, each.span.end, span.end)
        target = next((one for one in states if verb and one.span.start == verb.end()), None)
        if target and target.entity != each.entity:
            yield Statement(
                subject=target.entity, property="sanctioned_by", value=each.entity, sentence=sentence, focus=around(each, target)
            )
        passive = _BY_WHOM.match(text, each.span.end, span.end)
        by_whom = next((one for one in actors if passive and one.span.start == passive.end()), None)
        if by_whom and is_state(each):
            yield Statement(
                subject=each.entity, property="sanctioned_by", value=by_whom.entity, sentence=sentence, focus=around(each, by_whom)
            )
    for found in _SANCTIONS.finditer(text, span.start, span.end):
        by = next((each for each in reading.inside(span, "place", "demonym", "organization") if each.span.end == found.start()), None)
        if by is None or _LIFTED.search(text, max(span.start, by.span.start - 30), by.span.start):
            continue
        against = _AGAINST.match(text, by.span.end, span.end)
        target = next((each for each in states if against and each.span.start == against.end()), None)
        if target is None and not against:
            target = next((each for each in reversed(states) if each.span.end <= by.span.start and each.entity != by.entity), None)
            target = target if target and _UNDER.search(text, target.span.end, by.span.start) else None
        if target:
            yield _state_fact("sanctioned_by", target, by, sentence, plain=False)


_SANCTIONS = re.compile(r"(?:[’']s?)?\s+(?:economic\s+|financial\s+|trade\s+)?sanctions\b")
_UNDER = re.compile(r"\b(?:under|faces?|facing|subject(?:ed)?\s+to|hit\s+by|hit\s+with|despite|because\s+of|targeted\s+by)\b")
_LIFTED = re.compile(r"\b(?:lift\w*|eas\w+|remov\w+|waiv\w+|suspend\w*|end\w*|without|no)\b")
