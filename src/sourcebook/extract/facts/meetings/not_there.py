"""Of whom a sentence speaks without saying that they met anybody or went anywhere: who looks on, whose death or adviser it is, whose spokesman tells of it."""

from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_NEAR = 60
_OF_HIS = re.compile(
    r"[’']s?\s+(?:(?:late|own|first|violent|sudden|untimely|tragic|former|senior|top|close|chief|long-?time)\s+){0,2}"
    r"(?:assassination|murder|death|killing|funeral|execution|overthrow|ouster|resignation|election|victory|defeat|rule|reign|era|legacy|widow(?:er)?|wife|husband|sons?|daughters?"
    r"|father|mother|brother|sister|aides?|advis[eo]rs?|allies|ally|rivals?|critics?|supporters?|followers|predecessor|successor|biographer|speechwriter)\b"
)
"""After somebody whose death, time or men it is: "Ana Ruiz's assassination"."""
_HIS_MAN = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:advis[eo]r|aide|ally|loyalist|confidante?|associate|spokes(?:man|woman|person)|lawyer|supporter|critic|appointee|nominee|prot[eé]g[eé]|speechwriter)\s+(?=[A-Z])"
)
"""After somebody for whom another one stands: "senior Ruiz adviser Ola Lund"."""
_MEN_OF = re.compile(
    r"\b(?:[Ss]upporters|[Aa]ides|[Aa]llies|[Rr]elatives|[Cc]ritics|[Oo]pponents|[Ff]ollowers|[Ll]awyers|[Aa]dvis[eo]rs|[Ff]riends|[Ff]amil(?:y|ies)|[Ff]ans|[Ll]oyalists|[Bb]ackers|[Oo]fficials|[Mm]inisters)\s+(?:of|to|for|from|under)\s+"
    r"(?:the\s+)?(?:[A-Z][\w.’-]*\s+|former\s+|late\s+){0,4}\Z"
)
"""Before somebody whose men it is: "supporters of Ana Ruiz"."""
_WHILE = re.compile(r"\b(?:as|while|with)\s+(?:the\s+)?(?:[\w.’'-]+\s+){0,5}\Z")
_LOOKS_ON = re.compile(
    r"(?:\s+\([^)]*\))?,?\s+(?:(?:[a-z]+ly|also)\s+)?"
    r"(?:look(?:s|ed|ing)?\s+on|watch(?:es|ed|ing)?|stand(?:s|ing)?\s+(?:by|beside|behind|near|next|nearby)|stood\s+(?:by|beside|behind|near|next)|listen(?:s|ed|ing)?|applaud(?:s|ed|ing)?|wait(?:s|ed|ing)?|smil(?:es|ed|ing))\b"
)
"""Who only looks on: "as Premier Ana Ruiz (centre) looks on"."""
_WAITS = re.compile(r"\bwait(?:s|ed|ing)?\s+(?:(?:for|to)\s+(?:(?:an?|the|his|her|their)\s+)?(?:[a-z-]+\s+){0,2})?\Z")
_SPEAKS_FOR = re.compile(r"(?i)spokes(?:man|woman|person)|press secretary")
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:chiefs|leaders|presidents|ministers|officials|envoys|heads|negotiators|diplomats|commissioners)\s+\Z"
)
"""Before two who are one side: "talks between EU chiefs Ana Ruiz and Ola Lund and Chile's president"."""
_AND_OTHERS = re.compile(r",?\s+(?:and|with)\s")
_AIDED = r"(?:(?:will|would|has|have|had|is|are|was|were|can|may|might|could|should|be|been|also|then|later|just|recently|already|soon|first|often|now)\s+){0,3}"
_THINGS = re.compile(r"(?<![\w’'.-])(?P<who>[a-z][a-z-]{2,}(?<!s)s)\s+\Z")
"""A noun that stands right before the verb of a journey: "tourists visiting", "tanks will arrive"."""
_THOSE = re.compile(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Aa]ll|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+(?:(?!of\b)[\w-]+\s+){0,3}\Z"
)
"""Before those of whom it was told who they are: "the Chilean lawmakers visited"."""
_CAME_AND = re.compile(r"\s(?:came|come|comes|went|go|goes|travel(?:l?ed|s)?)\s+(?:and|or)\s+\Z")
_GOES = re.compile(rf"{_AIDED}(?:visit|arriv|travel|return|tour|went|go|goes|came|come|fl[ey]|flew|head|mov)\w*\b")
_ANEW = re.compile(r"[(;]\s*(?:[a-z]+,?\s+)?(?:(?:Mr|Mrs|Ms|Dr|President|Premier|Minister)\.?\s+)?\Z")
"""Where a clause of another begins: "(afterwards, Ana Ruiz travels to Rome)"."""
_PEOPLE = words(
    "leaders ministers presidents officials diplomats envoys delegates premiers heads chiefs guests others secretaries members sides ambassadors governors generals negotiators lawmakers "
    "commissioners representatives monarchs kings chancellors statesmen ladies counterparts"
)
_NO_NOUN = words(
    "his hers theirs its was has does is as this thus always besides perhaps sometimes towards afterwards nevertheless regardless times days weeks months years minutes hours "
    "begins starts continues considers plans wants hopes intends decides remembers enjoys likes finishes ends concludes upwards overseas abroad news series means"
)


_FINITE = re.compile(
    rf"{_AIDED}(?:met|meets?|visit(?:ed|s)|receiv(?:ed|es)|host(?:ed|s)|welcom(?:ed|es)|greet(?:ed|s)|held|holds|arriv(?:ed|es)|travel+(?:ed|s)|flew|went|came|return(?:ed|s)|tour(?:ed|s)|(?:will|would|is|was|has|had)\s)\b"
)
"""A verb of a meeting or a journey that has its own doer."""
_CLAUSE = re.compile(
    r"(?:\b(?:[Ww]hen|[Ww]hile|[Aa]s|[Tt]hat|[Bb]ecause|[Aa]fter|[Bb]efore|[Ss]ince|[Ww]here|[Ii]f|[Oo]nce|[Uu]ntil|[Bb]ut|whose(?:\s+[a-z]+){1,2})|;|:|(?P<comma>,))\s+(?:the\s+)?(?:(?:former|late|then|outgoing|new|visiting|acting)\s+)?\Z"
)
"""What begins a clause with a doer of its own."""
_SUBORDINATE = re.compile(
    r"\W*(?:While|When|As|After|Before|Although|Though|Since|Because|If|Once|Until|Even|During|Following|Despite|In|On|At|With)\s"
)


def by_its_doer(reading: Reading, statement: Statement) -> Statement:
    """A meeting or a journey, of whoever stands right before its verb at the head of a clause: "While Ana Ruiz waited, Ola Lund met Luis Vega"."""
    text, start, verb = reading.text, statement.sentence.span.start, statement.focus.start
    if _FINITE.match(text, verb) is None and not text.startswith(_TO_GO, verb):
        return statement
    people = reading.people_between(start, verb)
    last = people[-1] if people else None
    if (
        last is None
        or last.entity in {statement.subject, statement.value}
        or not (_LET if text.startswith(_TO_GO, verb) else _RIGHT_BEFORE).fullmatch(text, last.span.end, verb)
    ):
        return statement
    head = _head(reading, last)
    clause = _CLAUSE.search(text, max(start, head - _NEAR), head)
    if clause is None or (clause["comma"] and not _SUBORDINATE.match(text, start)):
        return statement
    return replace(statement, subject=last.entity)


_TO_GO = ("to ", "travel ", "visit ", "go ", "leave ", "meet ", "return ", "fly ")
_LET = re.compile(
    rf"(?:,\s[^,;]{{3,90}},)?\s+(?:{_AIDED})(?:[a-z]+ly\s+)?(?:permitted|allowed|invited|asked|urged|able|forced|expected|free|ready|due|ordered|authori[sz]ed)\s+(?:to\s+)?"
)
"""Between somebody and where they may go: ", now in prison, be permitted to"."""
_RIGHT_BEFORE = re.compile(rf"\s+{_AIDED}")


def _head(reading: Reading, person: Linked) -> int:
    """Where a name begins, with the offices and the lands that stand before it."""
    start = person.span.start
    for each in reversed(reading.before(person.span.start)):
        if each.found.type in {"role", "demonym", "place"} and 0 <= start - each.span.end <= len("’s "):
            start = each.span.start
    return start


def never_met(reading: Reading, statement: Statement) -> bool:
    """Whether one of two who are stated to have met only stands in the sentence, or they are one side of a meeting with others."""
    text, start = reading.text, statement.sentence.span.start
    if _WAITS.search(text, max(start, statement.focus.start - _NEAR), statement.focus.start):
        return True
    people = reading.inside(statement.sentence.span, "person")
    named = [[each for each in people if each.entity == who] for who in (statement.subject, statement.value)]
    if any(_is_beside(reading, each, start) for each in named) or any(
        _tells_of_others(reading, who, each, statement) for each, who in zip(named, (statement.subject, statement.value), strict=True)
    ):
        return True
    return any(_are_one_side(text, one, other, start) for one in named[0] for other in named[1])


def never_went(reading: Reading, statement: Statement) -> bool:
    """Whether who is stated to have been somewhere has not, but something or somebody that the sentence names so has."""
    text, sentence = reading.text, statement.sentence.span
    goes = _GOES.match(text, statement.focus.start)
    start = goes.start() if goes else statement.focus.start
    joint = _CAME_AND.search(text, max(sentence.start, start - _NEAR), start)
    start = joint.start() + 1 if joint else start
    folk = next((each for each in reading.inside(sentence, "demonym") if each.span.end == start - 1), None)
    if goes and folk and text[folk.span.end - 1] == "s":
        # "Norwegians came and went to Chile"
        return True
    things = goes and _THINGS.search(text, max(sentence.start, start - _NEAR), start)
    definite = things and _THOSE.search(text, max(sentence.start, things.start() - _NEAR), things.start())
    if things and not definite and things["who"] not in _PEOPLE and things["who"] not in _NO_NOUN:
        return True
    people = reading.inside(sentence, "person")
    before = next((each for each in people if goes and each.span.end == goes.start() - 1), None)
    if (
        before
        and before.entity != statement.subject
        and _ANEW.search(text, max(sentence.start, before.span.start - _NEAR), before.span.start)
    ):
        return True
    who = _WHO.search(text, max(sentence.start, statement.focus.start - _NEAR), statement.focus.start)
    if who and goes and who["those"] not in _SOMEBODY:
        return True
    named = [each for each in people if each.entity == statement.subject]
    return _is_beside(reading, named, sentence.start) or _tells_of_others(reading, statement.subject, named, statement)


def _is_beside(reading: Reading, named: list[Linked], start: int) -> bool:
    """Whether a sentence names somebody, but only beside those of whom it tells."""
    text = reading.text
    return bool(named) and all(
        _OF_HIS.match(text, each.span.end)
        or _HIS_MAN.match(text, each.span.end)
        or _MEN_OF.search(text, max(start, each.span.start - _NEAR), each.span.start)
        or (_LOOKS_ON.match(text, each.span.end) and _WHILE.search(text, max(start, each.span.start - _NEAR), each.span.start))
        for each in named
    )


def _are_one_side(text: str, one: Linked, other: Linked, start: int) -> bool:
    first, second = sorted((one, other), key=lambda each: each.span.start)
    return (
        text[first.span.end : second.span.start] == " and "
        and _AND_OTHERS.match(text, second.span.end) is not None
        and _BETWEEN.search(text, max(start, first.span.start - _NEAR), first.span.start) is not None
    )


def _tells_of_others(reading: Reading, who: str, named: list[Linked], statement: Statement) -> bool:
    """Whether somebody is a spokesman who is not named there, or says it of others: "the spokesman, Ana Ruiz, said that at a meeting with Luis Vega, he"."""
    if named and not any(reading.speech(Span(named[0].span.end, max(named[0].span.end + 1, statement.focus.start)))):
        return False
    return _speaks_for_others(reading, who)


_WHO = re.compile(r"(?<![,’'])\s(?P<those>[a-z]{3,})\s+(?:who|that|which)\s+(?:(?:had|have|has|also|just|recently|once|first)\s+){0,2}\Z")
"""Before what they did who have no name: "praised the soldiers who visited"."""
_SOMEBODY = words(
    "minister president leader premier envoy ambassador official chancellor king senator governor general secretary man woman one diplomat he she"
)


def _speaks_for_others(reading: Reading, who: str) -> bool:
    """Whether somebody is told to be a spokesman: "he" after his words is mostly of whom he speaks."""
    return any(
        _SPEAKS_FOR.search(role.found.name)
        for each in reading.by_entity.get(who, ())
        for role in reading.before(each.span.start)
        if role.found.type == "role" and 0 <= each.span.start - role.span.end < len(", the ")
    )
