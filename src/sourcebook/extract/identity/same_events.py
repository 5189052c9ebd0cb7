"""Visits, meetings and other events that a text tells of several times: one entity each."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.events.borders import ORDINALS
from sourcebook.extract.events.names import BY_NOUN, is_named
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.apart_events import Beside, Marks
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.identity.registry import Registry
from sourcebook.extract.identity.tellings import CLASSES, CONFLICT, EXERCISE, GATHERINGS, MEETING, NEAR, VISIT, Telling, conflict
from sourcebook.extract.identity.told_events import ToldEvents
from sourcebook.extract.phrases import WEEKDAY, words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_OF_FEW = words("trilateral quadrilateral")
_GENERIC = words(
    "joint bilateral key annual military naval high-level multilateral trilateral current brief important maritime "
    "phone telephone large-scale combined multinational week-long weeklong three-day two-day four-day five-day week-long"
)
"""What is said of an event without making it another one: "the joint exercise"."""
_DEFINITE = re.compile(
    r"\b"
    r"(?P<word>[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Bb]oth|[Hh]is|[Hh]er|[Ii]ts|[Mm]y|[Oo]ur"
    rf"|{WEEKDAY}[’']s)\s+"
    r"(?:same\s+|two-day\s+|three-day\s+|current\s+|official\s+|bilateral\s+)?\Z|[’']s?\s+\Z"
)
_OTHER = re.compile(
    r"\b(?:last|previous|next|another|earlier|past|former|separate|other|each|every|any|no|further|similar|future|possible|second|third)\s+(?:[\w’']+\s+)?\Z"
)
_WITH = re.compile(r"\s+(?:(?:today|yesterday|on\s+\w+|in\s+\w+|at\s+[\w ]+)\s+)?(?:with|between|of)\s")


def same_events(
    reading: Reading,
    linked: Sequence[Linked],
    verbal: Sequence[tuple[str, Span]],
    made: Sequence[tuple[Statement, Span]],
    registry: Registry,
) -> dict[tuple[str, Span], str]:
    """What the tellings of events mean that another name of the same event stands for: (entity, where) -> entity."""
    wider = _wider(reading)
    events = ToldEvents(wider)
    beside = Beside((each.found for each in linked), reading.text)
    told = sorted(_tellings(reading, linked, verbal, made, registry, beside), key=lambda one: one.span)
    is_one = _called(reading, linked) | _of_one_body(reading, linked, beside)
    pairs: list[tuple[Telling, str]] = []
    resolved: dict[Span, str] = {}
    for each in told:
        called = is_one.get(each.span)
        entity = events.same(replace(each, entity=resolved.get(called.span, called.entity)) if called else each)
        resolved[each.span] = entity
        pairs.append((each, entity))
    # "The visit ... Ana Ruiz visited Oslo": who and where is the better name.
    full = {statement.subject for statement, _ in made}
    names: dict[str, str] = {}
    for each, entity in pairs:
        if entity not in full and each.entity in full:
            names.setdefault(entity, each.entity)
    meant: dict[tuple[str, Span], str] = {}
    for one in linked if is_one else ():
        if called := is_one.get(one.span):
            entity = resolved.get(called.span, called.entity)
            meant[one.entity, one.span] = names.get(entity, entity)
    for each, entity in pairs:
        name = names.get(entity, entity)
        if name != each.entity:
            meant[each.entity, each.span] = name
    return meant


def _called(reading: Reading, linked: Sequence[Linked]) -> dict[Span, Linked]:
    """The events that are what a sentence says of one with a name: "the Salt War was a border conflict", by where they stand."""
    events = [each for each in linked if each.found.type == "event"]
    found: dict[Span, Linked] = {}
    for one, other in pairwise(events):
        start, end = one.span.end, other.span.start
        if one.found.kind == other.found.kind == "exercise" and other.found.priority > BY_NOUN and _DRILL.search(one.found.name):
            # "The Norwegian-Chilean Exercise, COLDFJORD"; "its largest exercise, COLDFJORD" has no other name.
            if _APPOSED.fullmatch(reading.text, start, end):
                named = one.found.priority > BY_NOUN
                found[other.span if named else one.span] = one if named else other
        elif other.found.priority <= BY_NOUN and (
            (is_named(reading.text, one.found) and _IS_A.fullmatch(reading.text, start, end))
            or (_FIRST.match(reading.text, end) and _IS_THE_FIRST.fullmatch(reading.text, start, end))
        ):
            found[other.span] = one
    return found


def _of_one_body(reading: Reading, linked: Sequence[Linked], beside: Beside) -> dict[Span, Linked]:
    """The events whose names differ in nothing but what they call a body, or in how they count: "the 6th AU Summit" after "the sixth African Union Summit".

    Talks are one where they are on one agreement: "the Fjord Compact talks" after "negotiations to revive the Fjord Compact".
    """
    found: dict[Span, Linked] = {}
    first: dict[tuple[str, str], Linked] = {}
    for each in linked:
        key = _what_of(reading, each) if each.found.type == "event" else None
        if key is None:
            continue
        one = first.setdefault(key, each)
        if one.entity != each.entity and not beside.marks(each.found).apart(beside.marks(one.found)):
            found[each.span] = one
    return found


def _what_of(reading: Reading, each: Linked) -> tuple[str, str] | None:
    """The body or agreement in an event's words, and what else they say."""
    text, span = reading.text, each.span
    if _TALKS.search(text, span.start, span.end) and (on := next(iter(reading.inside(span, "agreement")), None)):
        return on.entity, "talks"
    body = next(iter(reading.inside(span, "organization")), None)
    if body is None:
        return None
    lead, rest = text[span.start : body.span.start].casefold(), text[body.span.end : span.end].casefold()
    if body.span.end >= span.end:
        of = _OF_BODY.fullmatch(lead)
        if of is None:
            return None
        lead, rest = of["which"] or "", f" {of['what'] or of['summit']}"
    return body.entity, f"{ORDINALS.get(lead.strip(), lead).strip()}{rest}"


_OF_BODY = re.compile(r"(?:(?P<which>\d+(?:st|nd|rd|th)|\w+(?:st|nd|rd|th)|\d{4})\s+(?P<what>\w+)|(?P<summit>summit))\s+of\s+(?:the\s+)?")
"""The 6th Summit of the African Union is the 6th AU Summit."""
_TALKS = re.compile(r"\b(?:[Tt]alks|[Nn]egotiations)\b")
_DRILL = re.compile(r"(?i)\b(?:exercises?|drills?)\Z")
_APPOSED = re.compile(r",\s+[‘'“\"]?|\s+[‘'“\"(]")
_FIRST = re.compile(r"(?:[Ff]irst|second|third|fourth|fifth|latest)\b")
_IS_THE_FIRST = re.compile(
    r"(?:\s+[\w ]{2,30})?\s+(?:is|was|marks|marked|will\s+be|became|represents|represented)\s+(?:the|their|his|her|its)\s+(?:very\s+)?"
)
_IS_A = re.compile(
    r"[’'”\"]?(?:\s+\([^)]{1,60}\))?(?:\s+in\s+(?:the\s+)?[A-Z][\w-]+(?=,))?"
    r"(?:(?:,\s+(?:also|or|formerly|better)\s[^,.;]{3,60},)?\s+(?:is|was|were|are)|,)\s+(?:an?|the)\s+"
    r"(?:(?!first|second|third|last|latest|biggest|largest|result|part|(?:of|to|(?<!name )for|in|from|on|at|by|with|after|before|between|against|that|which|who)\b)[\w-]+\s+){0,4}"
)


def _tellings(
    reading: Reading,
    linked: Iterable[Linked],
    verbal: Sequence[tuple[str, Span]],
    made: Sequence[tuple[Statement, Span]],
    registry: Registry,
    beside: Beside,
) -> Iterator[Telling]:
    people: dict[str, set[str]] = {}
    places: dict[str, set[str]] = {}
    for statement, _ in made:
        found = people if statement.property == "participant" else places
        found.setdefault(statement.subject, set()).add(statement.value)
    for entity, span in verbal:
        kind = registry.entities[entity].kind
        goals = places.get(entity) or {each.entity for each in reading.inside(span, "place")}
        yield Telling(
            entity,
            span,
            kind,
            people=frozenset(people.get(entity, ())),
            places=frozenset(goals) if kind == VISIT else frozenset(),
            bare=False,
            definite=kind == MEETING,
            # "Norway invaded Chile": an invasion.
            noun=registry.entities[entity].name.split(maxsplit=1)[0].lower() if kind == CONFLICT else "",
            beside=beside.marks(replace(registry.entities[entity], span=span)) if kind == CONFLICT else Marks(),
        )
    for each in linked:
        if each.found.type == "event" and (telling := _noun(reading, each, people, places, beside)):
            yield telling


def _noun(reading: Reading, each: Linked, people: dict[str, set[str]], places: dict[str, set[str]], beside: Beside) -> Telling | None:
    """A noun that tells of an event, unless it tells of several or of another than the last."""
    text, span = reading.text, each.span
    # "His first visit": no part of its name, yet which one it is.
    which = _NTH.search(text, span.start - NEAR, span.start)
    start = which.start() if which else span.start
    whole = text[start : span.end].split()
    own = _ROUND_OF.sub("", text[start : span.end]).split()
    noun = next((word for word in map(str.lower, own) if word in CLASSES), "")
    head = CLASSES.get(noun) or (EXERCISE if each.found.kind == EXERCISE else "")
    before = text[max(0, start - NEAR) : start]
    if not head or (head == "conference" and PRESS.search(text, span.start, span.end)):
        # "The meeting" is none with the press.
        return None
    if _OTHER.search(before):
        # "The last meeting" is none of those before; what follows may point to it.
        alone = head in {VISIT, CONFLICT, "attack"}
        return (
            None
            if alone
            else Telling(
                each.entity,
                span,
                head,
                frozenset(people.get(each.entity, ())),
                frozenset(),
                bare=False,
                definite=False,
                noun=noun,
                beside=beside.marks(each.found),
            )
        )
    definite = _DEFINITE.search(before)
    opening = head == MEETING and own == whole and bool(_OPENING.match(text, span.start)) and bool(_SENTENCE.search(before))
    if definite and definite["word"] in {"that", "this"} and own == whole and own[-1].endswith("s"):
        # "Said that talks": no talks of before.
        definite = None
    if head == VISIT:
        if "visits" in own or "trips" in own or any(each.isdigit() for each in own):
            # "The 2021 visit" is none of another year.
            return None
        goals = places.get(each.entity) or {one.entity for one in reading.inside(span, "place")}
        his = definite and (definite["word"] or "").lower() in {"his", "her"}
        # "She will call on Luis Vega during her visit": hers, not his.
        whose = reading.subject(span.start, reading.document.sentence_of(span.start).span.start) if his else None
        who = (
            people.get(each.entity)
            or ({whose} if whose else set())
            or {one.entity for one in reading.people(Span(span.start - min(NEAR, span.start), span.end))}
        )
        # "is to visit Chile on Monday, a trip that"
        apposed = bool(_A_JOURNEY.search(before))
        near = frozenset(one.entity for one in reading.people(reading.document.sentence_of(span.start).span))
        return Telling(each.entity, span, head, frozenset(who), frozenset(goals), len(own) == 1, bool(definite) or apposed, near=near)
    if head == CONFLICT:
        return conflict(reading, each, noun, definite=bool(definite and _points(definite, head)), beside=beside.marks(each.found))
    who = people.get(each.entity, set())
    if head == MEETING and (company := _WITH.match(text, span.end)):
        other = reading.next(company.end(), reading.document.sentence_of(span.start).span.end, "person", within=2 * NEAR)
        # Of a company in which nobody is named the words tell whether it is the same: "the talks with their envoys".
        who = who | {other.entity if other else " ".join(text[company.end() : company.end() + 2 * NEAR].split()[:3])}
    if head == MEETING and definite and definite["word"] in {"their", "Their"}:
        who = _both(reading, span) or who
    pointing = opening or bool(definite and _points(definite, head))
    of_few = head in GATHERINGS and not _OF_FEW.isdisjoint(own)
    bare = len(own) == 1 or (pointing and own[-1].lower() in CLASSES and _GENERIC.issuperset(own[:-1]))
    # "The attack in Oslo": the place says which one.
    bare = bare and not (head == "attack" and _THERE.match(text, span.end))
    past = bool(_LAST_YEAR.match(text, span.end))
    many = own[-1].endswith("s") if head == EXERCISE else own[-1] == "meetings"
    ahead = whole[0].casefold() in _AHEAD or bool(_TO_COME.match(text, span.end) or _BEFORE_IT.search(before))
    return Telling(
        each.entity,
        span,
        head,
        frozenset(who),
        _towns(reading, span) if head == MEETING else frozenset(),
        bare,
        pointing,
        noun=noun.removesuffix("s"),
        past=past,
        many=many,
        ahead=ahead,
        calling=not {"phone", "telephone"}.isdisjoint(map(str.lower, own)),
        of_few=of_few,
        named=each.found.priority > BY_NOUN or bool(_OF_HEADS.search(each.found.name)),
        beside=beside.marks(each.found),
    )


def _both(reading: Reading, span: Span) -> set[str]:
    """The two of whose talks a sentence speaks that names two persons together: "At their talks, both Ana Ruiz and Ola Lund said"."""
    people = reading.people(reading.document.sentence_of(span.start).span)
    two = {each.entity for each in people}
    joined = any(_AND_HIM.fullmatch(reading.text, one.span.end, other.span.start) for one, other in pairwise(people))
    return two if len(two) == len(people) == 2 and joined else set()


_AND_HIM = re.compile(r"\s+and\s+(?:[A-Z][\w.]*\s+){0,3}")


def _towns(reading: Reading, span: Span) -> frozenset[str]:
    """The cities in the words of talks and right behind them: "the meeting in Oslo" is none of the Bergen talks."""
    behind = _THERE.match(reading.text, span.end)
    after = reading.next(span.end, span.end + 2 * NEAR, "place", within=len(behind[0])) if behind else None
    places = [*reading.inside(span, "place"), *([after] if after else [])]
    return frozenset(each.entity for each in places if each.found.entry and each.found.entry.kind == "city")


_NTH = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural)\s+\Z")
_THERE = re.compile(r"\s+(?:in|on|at|near)\s+(?:the\s+)?[A-Z](?!\w+day\b)")
PRESS = re.compile(r"(?i)\b(?:press|news|media)\s+conference\b")
_OF_HEADS = re.compile(r"(?i)\b(?:meeting|session|talks|conference)\s+of\s+(?:the\s+)?(?:heads|leaders|presidents)\b")
"""What may be called a summit."""
_TO_COME = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:will\b|(?:is|are)\s+(?:due|set|scheduled|expected|planned|to)\b|scheduled\b|slated\b|due\b|takes\s+place\b)"
)
_AHEAD = words("next upcoming forthcoming future")
_BEFORE_IT = re.compile(r"\b(?:ahead\s+of|upcoming|next|before)\s+(?:(?:the|an?|their|its)\s+)?(?:\w+\s+)?\Z")
_OPENING = re.compile(
    r"(?:Talks|Discussions)\s+(?:also\s+)?(?:during|focus+ed|cent(?:red|ered)|covered|dealt|touched|addressed|included|concerned|at\s+the)\b"
)
"""Talks that need no article: "Ana Ruiz met Ola Lund. Talks focused on trade."."""
_SENTENCE = re.compile(r"(?:[.!?”\"]\s+|\n\s*)\Z")
_A_JOURNEY = re.compile(r",\s+an?\s+\Z")
_ROUND_OF = re.compile(r"(?i)\A(?:[\w-]+\s+){0,2}(?:rounds?|edition)\s+of\s+(?:the\s+)?(?=[a-z])")
_LAST_YEAR = re.compile(r"\s+(?:last|in\s+\d{4}|of\s+\d{4})\b")


def _points(definite: re.Match[str], head: str) -> bool:
    """Whether a word before a noun points back: "his talks" may be others than the last."""
    if "day" in (definite["word"] or ""):
        # "Tuesday's summit"; there may be an attack each day.
        return head in {MEETING, "summit", "conference", "session", "ceremony", "forum"}
    return (definite["word"] or "").lower() in {"the", "this", "that", "both", *({"their"} if head == MEETING else ())}


def _wider(reading: Reading) -> dict[str, str]:
    """The country of each capital of a text that the text names itself."""
    countries = {each.found.entry.country: each.entity for each in reading.linked if is_state(each) and each.found.entry}
    return {
        each.entity: countries[each.found.entry.country]
        for each in reading.linked
        if each.found.type == "place" and each.found.entry and each.found.entry.capital and each.found.entry.country in countries
    }


def meaning(statements: Iterable[Statement], meant: dict[tuple[str, Span], str], worded: Container[str]) -> list[Statement]:
    """Statements about events under the entities that their words mean; of an event that no words are left for, the last before it."""
    where: dict[str, list[tuple[Span, str]]] = {}
    for (entity, span), other in meant.items():
        where.setdefault(entity, []).append((span, other))
    out = []
    for each in statements:
        named = where.get(each.subject, ())
        other = next((other for span, other in named if span.overlaps(each.focus)), "")
        if not other and each.subject not in worded:
            other = next((other for span, other in reversed(named) if span.start <= each.focus.start), "")
        other = other or each.subject
        out.append(replace(each, subject=other) if other != each.subject else each)
    return out
