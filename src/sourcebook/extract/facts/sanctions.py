"""Who is under whose sanctions."""

from collections.abc import Iterator
from itertools import product

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import BODY, FOLK, PERSON, STATE, Actors, Signs, signs_of
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.facts.relations import and_further, list_before, state_fact
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import is_bloc, is_state
from sourcebook.model.spans import Span

_WORDS = frozenset(
    {
        "sanctions",
        "sanctioned",
        "sanctioning",
        "designated",
        "designating",
        "blacklisted",
        "blacklisting",
        "assets",
        "ban",
        "bans",
        "sanction",
        "restrictive",
        "restrictions",
        "embargo",
        "freeze",
    }
)


def sanctions(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States, persons and bodies that others have put under sanctions."""
    if not sentence.words.isdisjoint(_WORDS):
        states = [each for each in reading.inside(sentence.span, "place") if is_state(each)]
        yield from _sanctions(reading, sentence, states)
        yield from _in_lists(reading, sentence)


def _in_lists(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """All of a list whom all of another have put under sanctions: "Norway and Chile sanctioned A, B and C", "A and B were added to the list of Norway"."""
    signs = signs_of(reading, sentence)
    for by, on, start, end in (*_actively(signs), *_passively(signs)):
        if _LIFTED.search(signs.words, max(0, start - 30), end):
            continue
        focus = Span(signs.place(start), signs.place(end))
        for one, other in product(on, by):
            if one.entity != other.entity and other.found.type != "person" and (one.found.type != "demonym"):
                yield Statement(
                    subject=one.entity, property="sanctioned_by", value=other.entity, sentence=sentence, focus=focus, plain=False
                )


NEAR = 40
"""Signs and letters before "sanctions" in which is said whose they are."""
Sides = tuple[tuple[Linked, ...], tuple[Linked, ...], int, int]


def _who(found: Actors | None) -> tuple[Linked, ...]:
    return found.who if found else ()


def _makers(signs: Signs, found: re.Match[str], group: str) -> tuple[Linked, ...]:
    """The states and bodies that a part of a match names."""
    return tuple(each for at, each in signs.at.items() if found.start(group) <= at < found.end(group))


def _actively(signs: Signs) -> Iterator[Sides]:
    """After "A imposed sanctions on B", "A sanctioned B": who did so, and on whom."""
    words = signs.words
    for found in _DID.finditer(words):
        on = signs.list_at(found.end())
        named = _NAMELY.match(words, on.end if on else found.end())
        on = (signs.list_at(named.end()) if named else None) or on
        if on and not _OTHERS_OF.match(words, on.end):
            yield _who(signs.list_before(found.start())), on.who, found.start(), on.end


def _passively(signs: Signs) -> Iterator[Sides]:
    """After "B was sanctioned by A", "B is under the sanctions of A", "sanctions were imposed on B by A"."""
    words = signs.words
    for found in _DONE_TO.finditer(words):
        by = signs.list_at(found.end())
        yield _who(by), _who(signs.list_to(found.start())), found.start(), by.end if by else found.end()
    for found in _UNDER_THEM.finditer(words):
        yield _makers(signs, found, "by"), _who(signs.list_to(found.start())), found.start(), found.end()
    for found in _WERE_IMPOSED.finditer(words):
        on = signs.list_at(found.end())
        then = _BY_THEM.match(words, on.end) if on else None
        theirs = _THEIRS.search(words, max(0, found.start() - NEAR), found.start())
        makers = _makers(signs, found, "maker") if found["maker"] else _makers(signs, theirs, "by") if theirs else ()
        makers = _who(signs.list_at(then.end())) if then else makers
        if on and not _OTHERS_OF.match(words, on.end):
            yield makers, on.who, found.start(), on.end


_MEASURES = r"(?:sanctions?(?:\s+packages?)?|(?:travel|visa|entry)\s+bans?|asset\s+freezes?|arms\s+embargo(?:es)?|visa\s+restrictions|restrictive\s+measures|punitive\s+measures)"
_DID = re.compile(
    rf"\b(?:(?:impos|announc|introduc|extend|expand|lev(?:y|i)|adopt|slapp|unveil|approv|tighten|renew|prolong|appl|enact|issu|plac|reimpos|maintain)(?:e|es|ed|s|ing|y|ies|ied|ying)?\s+(?:[\w-]+\s+){{0,5}}?{_MEASURES}\s+(?:(?:and\s+)?[\w\s]{{0,24}}?)?(?:on|against|targeting|upon|over)\s+(?:the\s+)?"
    r"|(?<!is )(?<!was )(?<!were )(?<!been )(?<!are )(?:sanction|blacklist)(?:ed|s|ing)\s+(?:the\s+)?|(?<!is )(?<!was )(?<!were )(?<!been )(?:publicly\s+)?designat(?:ed|es|ing)\s+(?:the\s+)?(?!by\b|as\b)|(?:froze|freezes|freezing|frozen)\s+(?:all\s+)?(?:the\s+)?assets\s+of\s+(?:the\s+)?)"
)
_NAMELY = re.compile(
    rf"(?:[’']s?)?[^.;“”{PERSON}{BODY}]{{0,90}}?,?\s+(?:including|among\s+them|such\s+as|namely)\s+(?:the\s+)?(?=[^.;]*{PERSON})"
)
_OTHERS_OF = re.compile(
    r"(?:[’']s?)?\s+(?:bank|compan|official|entit|individual|firm|goods|oil|product|leaders|businessm|oligarch|export|import|military|people|national|citizen|lawmaker)\w*|[’']s?\s"
)
_DONE_TO = re.compile(
    rf",?\s+(?:who\s+|which\s+)?(?:(?:is|are|was|were|has|have|had|been|being|also|already|already|later|currently|both|all)\s+)+(?:sanctioned|blacklisted|designated(?:\s+(?:as|under|pursuant\s+to)\s+[^.;]{{2,70}}?)?|hit\s+(?:with|by)\s+{_MEASURES}|placed\s+(?:under|on)\s+[^.;,]{{2,40}}?|(?:put|added|targeted)\s+[^.;,]{{2,40}}?)(?:\s+(?:in|on)\s+(?:[A-Z]\w+\s+)?[\dA-Z]\w*)?\s+(?:by|from)\s+(?:the\s+)?"
    rf"|\s+\(sanctioned\s+[^)]{{0,24}}?by\s+(?:the\s+)?"
)
_UNDER_THEM = re.compile(
    rf",?\s+(?:who\s+|which\s+)?(?:(?:is|are|was|were|has|have|had|been|remains?|also|already|currently|both|all)\s+)*(?:under|faces?|faced|facing|subject(?:ed)?\s+to|hit\s+by|hit\s+with|on|included\s+in|added\s+to|placed\s+on|put\s+on|listed\s+in)\s+(?:the\s+|an?\s+)?(?P<by>[{STATE}{BODY}{FOLK}](?:\s+and\s+(?:the\s+)?[{STATE}{BODY}{FOLK}])?)(?:[’']s?)?\s+(?:[\w-]+\s+){{0,2}}?(?:sanctions(?:\s+lists?)?|blacklist|travel\s+bans?)\b"
)
_WERE_IMPOSED = re.compile(
    rf"\b[Ss]anctions\s+(?:that\s+)?(?:(?:were|was|are|is|have\s+been|had\s+been)\s+)?(?:(?:imposed|announced|adopted|placed|levied|in\s+place|directed|aimed)\s+)?(?:by\s+(?:the\s+)?(?P<maker>[{STATE}{BODY}])\s+)?(?:on|against|at|targeting)\s+(?:the\s+)?"
)
_THEIRS = re.compile(rf"(?P<by>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+(?:[\w-]+\s+){{0,2}}?\Z")
_BY_THEM = re.compile(r"\s+(?:imposed\s+|adopted\s+)?by\s+(?:the\s+)?")


_IMPOSED = re.compile(
    r"\b(?:impos\w+|announc\w+|introduc\w+|extend\w+|expand\w+|lev(?:ied|ies|ying)|adopt\w*|slapp\w+|unveil\w+|approved|tighten\w*|renew\w*|prolong\w*)\s+(?:[\w-]+\s+){0,5}?sanctions\s+(?:on|against|targeting)\s+(?:the\s+)?"
)
_BY_WHOM = re.compile(r"\s+(?:was|were|is|are|has been|have been)\s+(?:also\s+)?sanctioned\s+by\s+(?:the\s+)?")
_AGAINST = re.compile(r"(?:[’']s?)?\s+(?:economic\s+|financial\s+|trade\s+)?sanctions\s+(?:imposed\s+)?(?:against|on)\s+(?:the\s+)?")
_SANCTIONED = re.compile(r"\s+(?:has\s+|have\s+|had\s+|also\s+)*sanctioned\s+(?:the\s+)?")


def _together(reading: Reading, actors: list[Linked]) -> list[Linked]:
    """The first of some actors, with those that "and" or a comma joins to it."""
    found = actors[:1]
    for each in actors[1:]:
        if not re.fullmatch(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?", reading.text[found[-1].span.end : each.span.start]):
            break
        found.append(each)
    return found


def _sanctioned(target: Linked, by: Linked, sentence: Sentence) -> Statement:
    return Statement(subject=target.entity, property="sanctioned_by", value=by.entity, sentence=sentence, focus=around(by, target))


_THOSE_IMPOSED = re.compile(r"\bsanctions\s+(?:that\s+)?(?:(?:were|are|was|been)\s+)?(?:imposed\s+)?(?:on|against)\s+(?:the\s+)?")
_THEN_BY = re.compile(r"\s+(?:imposed\s+)?by\s+(?:the\s+)?")


def _sanctions(reading: Reading, sentence: Sentence, states: list[Linked]) -> Iterator[Statement]:
    text, span = reading.text, sentence.span
    actors = [each for each in reading.inside(span, "place", "demonym", "organization") if is_state(each) or is_bloc(each)]
    for found in _IMPOSED.finditer(text, span.start, span.end):
        target = next((each for each in states if each.span.start == found.end()), None)
        if target and not re.match(
            r"[’']s\b|\s+(?:bank|compan|official|entit|individual|firm)", text[target.span.end : target.span.end + 12]
        ):
            for each in _together(reading, [one for one in actors if one.span.end <= found.start() and one.entity != target.entity]):
                yield from (_sanctioned(one, each, sentence) for one in and_further(states, target.span.start, text))
    for each in actors:
        verb = _SANCTIONED.match(text, each.span.end, span.end)
        target = next((one for one in states if verb and one.span.start == verb.end()), None)
        if target:
            doers = list_before(text, [one for one in actors if one.span.end <= each.span.end], each.span.end)
            yield from (_sanctioned(target, one, sentence) for one in doers if one.entity != target.entity)
        passive = _BY_WHOM.match(text, each.span.end, span.end)
        by_whom = next((one for one in actors if passive and one.span.start == passive.end()), None)
        if by_whom and is_state(each):
            yield Statement(
                subject=each.entity, property="sanctioned_by", value=by_whom.entity, sentence=sentence, focus=around(each, by_whom)
            )
    for found in _THOSE_IMPOSED.finditer(text, span.start, span.end):
        on = next((one for one in states if one.span.start == found.end()), None)
        then = _THEN_BY.match(text, on.span.end, span.end) if on else None
        maker = next((one for one in actors if then and one.span.start == then.end()), None)
        if on and maker and on.entity != maker.entity:
            yield _sanctioned(on, maker, sentence)
    yield from _by_name(reading, sentence, states)
    yield from _on_persons(reading, sentence, actors)


def _on_persons(reading: Reading, sentence: Sentence, actors: list[Linked]) -> Iterator[Statement]:
    """After "the EU imposed sanctions on Ana Ruiz and two others", "the Treasury sanctioned Luis Vega, the minister of trade"."""
    text, span = reading.text, sentence.span
    for found in (*_IMPOSED.finditer(text, span.start, span.end), *_NAMED_THEM.finditer(text, span.start, span.end)):
        people = reading.people(Span(found.end(), max(reading.clause_end(found.end(), span.end), found.end() + 1)))
        if not people or not reading.straight(found.end(), people[0].span.start):
            continue
        makers = _together(reading, [one for one in actors if one.span.end <= found.start()])[:2]
        before = reading.inside(Span(span.start, found.start()), "organization") if found.start() > span.start else []
        if before and _ADVERBS_TO.fullmatch(text, before[-1].span.end, found.start()):
            # "The US Treasury sanctioned": the body, not its state.
            makers = [before[-1]]
        targets = people[:1]
        for each in people[1:]:
            if not _AND_ALSO.fullmatch(text, targets[-1].span.end, each.span.start):
                break
            targets.append(each)
        for target in targets:
            yield from (_sanctioned(target, maker, sentence) for maker in makers)


_NAMED_THEM = re.compile(r"\b(?:sanctioned|sanctioning|publicly\s+designat(?:ed|ing|es))\s+(?:the\s+)?")
_ADVERBS_TO = re.compile(
    r"\)?(?:\s+\([^)]*\))?\s+(?:(?:has|have|had|is|also|today|publicly|later|then|on\s+[A-Z]\w+(?:\s+\d{1,2})?)\s+){0,4}"
)
_AND_ALSO = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?")


def _by_name(reading: Reading, sentence: Sentence, states: list[Linked]) -> Iterator[Statement]:
    """After "Norwegian sanctions against Chile", "Chile faces Norwegian sanctions"."""
    text, span = reading.text, sentence.span
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
            yield state_fact("sanctioned_by", target, by, sentence, plain=False)


_SANCTIONS = re.compile(r"(?:[’']s?)?\s+(?:economic\s+|financial\s+|trade\s+)?sanctions\b")
_UNDER = re.compile(r"\b(?:under|faces?|facing|subject(?:ed)?\s+to|hit\s+by|hit\s+with|despite|because\s+of|targeted\s+by)\b")
_LIFTED = re.compile(r"\b(?:lift\w*|eas\w+|remov\w+|waiv\w+|suspend\w*|end\w*|without|no)\b")
