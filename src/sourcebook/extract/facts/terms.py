"""Since when and until when what is told of states holds: that one belongs to a body, or has relations with another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import wraps

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.asking import Rule
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, STATE
from sourcebook.extract.statements import Statement

_PAST_BODIES = (
    rf"(?:\s+\([^)]{{1,40}}\))?(?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:of|to|from)\s+)?(?:the\s+)?[{BODY}{STATE}])*"
    r"(?:(?:[’']s?)?(?:\s+[\w-]+){0,3}?\s+(?:members?(?:\s+(?:states?|countries))?|membership|accession|entry|admission)(?:,\s+[a-z]+)?)?"
    r"(?:\s+as\s+(?:an?\s+|its\s+|the\s+)?(?:[\w-]+\s+){0,3}members?(?:\s+(?:states?|countries))?)?"
    r"(?:\s+(?:were|was|has\s+been|have\s+been|had\s+been)\s+(?:severed|broken(?:\s+off)?|cut(?:\s+off)?|ended|terminated|completed|finali[sz]ed))?"
    r"(?:\s+for\s+the\s+\w+\s+time)?"
)
_TERM = re.compile(
    rf"{_PAST_BODIES},?\s+(?P<how>in|on|since|from|between|until|till|(?:that\s+)?dat(?:es|ing)\s+(?:back\s+)?(?:from|to))\s+(?:the\s+)?"
    rf"(?P<first>{DATE})(?:,?\s*(?:to|until|till|and|–|—|-)\s*(?P<last>{DATE}))?"
)
_OPENING = re.compile(
    rf"\W*(?P<how>[Ii]n|[Oo]n|[Ss]ince|[Ff]rom|[Uu]ntil)\s+(?P<first>{DATE}),?\s+(?P<who>(?:(?:the|and)\s+|{STATE},?\s+)+)"
)
_BEGINS = re.compile(
    r"\b"
    r"(?:(?:re-?)?(?:join|enter|acced|admit)\w*|accession|admission|entry|becoming|became|become|returned|accepted|welcomed|inducted"
    r"|seat|elected|obtained|gained|granted|secured|(?:co-)?founded|formed|set\s+up|established)\b"
)
"""What says that a state became a member then; of "is a member" nothing began in that year."""
NEAR = 40
"""Signs and letters before a state and a body in which is said what they begin: "On becoming a member of"."""


def with_term(rule: Rule) -> Rule:
    """A rule that also tells since when and until when: "joined the Union in 2004", "a member of the Union until 2003"."""

    @wraps(rule)
    def told(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
        for each in rule(reading, sentence):
            yield replace(each, qualifiers=_term(reading, each, _BEGINS, "from")) if each.property == "member_of" else each

    return told


def until_left(rule: Rule) -> Rule:
    """A rule of agreements that tells of those who have left one until when they were parties: "Norway quit the treaty in 2003"."""

    @wraps(rule)
    def told(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
        for each in rule(reading, sentence):
            pact = next((one for one in reading.inside(each.focus, "agreement") if one.entity == each.subject), None)
            if pact is None or not _LEFT.search(reading.text, each.focus.start, pact.span.start):
                yield each
            elif each.property == "party":
                # A president who withdraws from what another one signed is no signatory.
                yield from ended(reading, [each])

    return told


_LEFT = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!may )(?<!could )(?<!might )\b"
    r"(?:(?:withdrew|withdrawn|withdrawal|exit(?:ed)?|pulled\s+out|pull-?out)\s+(?:from|of)|quit|left)\s+(?:(?!and\b|or\b)[^\s,;]+\s+){0,6}\Z"
)


def ended(reading: Reading, told: Iterable[Statement]) -> Iterator[Statement]:
    """Those of some statements of what has ended of which the text says when: "left the Union in 2003"."""
    for each in told:
        term = _term(reading, each, _ANY, "until")
        if "until" in term:
            yield replace(each, qualifiers=term)


_ANY = re.compile("")


def _term(reading: Reading, told: Statement, turn: re.Pattern[str], point: str) -> Mapping[str, tuple[str, ...]]:
    if "date" not in reading.kinds(told.sentence):
        return {}
    signs = signs_of(reading, told.sentence)
    body = next((at for at, each in reversed(signs.at.items()) if each.entity == told.value and told.focus.contains(each.span)), None)
    state = next((at for at, each in signs.at.items() if each.entity == told.subject and told.focus.contains(each.span)), None)
    if body is None or state is None:
        return {}
    ends = sorted((body, state))
    found = next(filter(None, (_TERM.match(signs.words, at + 1) for at in (body, *reversed(ends)))), None)
    opening = _OPENING.match(signs.words) if found is None else None
    found = found or (opening if opening and opening.start("who") <= state < opening.end("who") else None)
    if found is None:
        return {}
    how, first = found["how"].casefold(), signs.at[found.start("first")].found.value
    last = signs.at[found.start("last")].found.value if found.groupdict().get("last") else ""
    if how in {"until", "till"}:
        return {"until": (first,)} if first else {}
    if how in {"in", "on"} and not turn.search(signs.words, ends[0] - NEAR, max(ends[1], found.start("first"))):
        return {}
    term = {"until": last, (point if how in {"in", "on"} else "from"): first}
    return {name: (value,) for name, value in sorted(term.items()) if value}
