"""Events that only a common noun tells of, and of which no more is said than who took part: "Norway and Chile fought a war"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.events.telling import is_figure, leads_another
from sourcebook.extract.events.words import ADJECTIVE
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.events.doers import doers_of
from sourcebook.extract.facts.events.taking_part import who_takes_part
from sourcebook.extract.facts.events.told_after import is_attended
from sourcebook.extract.facts.events.venues import past_whose
from sourcebook.extract.facts.groups import Actors, persons, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.facts.spoken_of import called
from sourcebook.extract.found import Found
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, size_of
from sourcebook.model.spans import Span

_KINDS = {
    "conflict": ("war", "wars", "clashes", "fighting", "skirmish", "skirmishes", "battle", "conflict", "fight", "offensive"),
    "meeting": ("talks", "negotiation", "negotiations", "dialogue", "consultations", "discussions", "meeting", "session", "round"),
    "exercise": ("drill", "drills", "exercise", "exercises", "manoeuvres", "maneuvers", "patrol", "patrols"),
    "conference": ("conference", "seminar", "workshop", "forum", "event"),
    "summit": ("summit",),
    "ceremony": ("ceremony", "signing"),
    "attack": ("massacre", "attack", "attacks", "ambush", "raid", "airstrikes"),
}
_KIND_OF = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns}
_NOUN = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(sorted(_KIND_OF))})(?![\w-])")
_LEAD = re.compile(
    rf"(?<![\w-])"
    rf"(?:(?:{ADJECTIVE}|maritime|[\w]+-[\w]+|brief|bloody|bitter|short|long|large-scale|major|fierce|deadly"
    rf"|sporadic|exploratory|2\+2|final|planning|counter-[a-z]+)\s+){{1,3}}\Z"
)
_IS_A = re.compile(r"(?:\s+\([^)]{1,60}\))?\s+(?:is|was|were)\s+an?\s+(?:(?!of\b|in\b|to\b|for\b)[\w-]+\s+){0,3}\Z")
LONGEST_LEAD = 48
_ACTORS = frozenset({PERSON, STATE, BODY, FOLK})
_THE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch|any|no)\s+\Z")
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Untold:
    """An event without a name of its own: its words, who took part, and the words that say so."""

    found: Found
    sentence: Sentence
    who: tuple[Linked, ...]
    focus: Span
    place: Linked | None = None


def untold(reading: Reading) -> Iterator[Untold]:
    """Each such event of a document."""
    for sentence in reading.document.holding(_TELLING):
        if sentence.block is HEADING:
            continue
        if not sentence.words.isdisjoint(_KIND_OF):
            yield from _of_sentence(reading, sentence)
        if not sentence.words.isdisjoint(_MEETING):
            yield from _met(reading, sentence)


_MEETING = words("met meet gathered convened meeting convening gathering")
_TELLING = _MEETING | _KIND_OF.keys()
_MEETS = re.compile(
    r"(?<!a )(?<!the )(?<!their )\b"
    r"(?:met|(?:(?:will|would|to|are\s+to|is\s+to|are\s+due\s+to)\s+)?meet"
    r"|(?:are|were)\s+(?:meeting|convening|gathering)"
    r"|(?:gathered|convened)(?!\s+(?:the|an?|its|their|support|evidence|information|more)\b))\b"
    r"(?!\s+(?:(?:its|their|his|her)\b|(?:the|an?|all|most|certain|these|such)\s+(?:[a-z-]+\s+){0,2}(?:needs?|demands?|requirements?|criteria|challenges?|conditions?|standards?|targets?|goals?|terms|thresholds?|definition|deadline|obligations?|test)\b|all\s+the\b))"
)
_FOR_EVENT = re.compile(
    rf"(?:\s+(?:here|today|yesterday|(?:on\s+)?{DATE}|(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?))*\s+(?:for|at|during)\s[^.;,{EVENT}]{{0,40}}(?P<event>{EVENT})"
)
_THEN_WITH = re.compile(
    rf"(?:,?\s+"
    rf"(?:here|again|also|today|yesterday|separately|(?:on\s+)?{DATE}"
    rf"|(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}](?:,\s+(?:the\s+)?[{PLACE}{STATE}],?)?))*\s+with\s+"
    rf"(?:his\s+|her\s+|their\s+|its\s+)?"
)


_WHERE = re.compile(
    r"\b(?:where|at\s+which|in\s+which)\s+(?:the\s+)?(?:borders|territories|frontiers|coasts|plates|waters)?(?:\s+of\s+)?(?:the\s+)?\Z"
)
_THEIR_MEN = re.compile(
    r"\s+"
    r"(?!(?:in|on|at|to|and|or|for|with|from|during|before|after|about|as|by|over|but|who|which|that|of|today"
    r"|yesterday|here|again|last|this|earlier|separately|while|where|when|has|have|had|was|were|is|are|will)\b)[a-z]"
)


def _met(reading: Reading, sentence: Sentence) -> Iterator[Untold]:
    """After "the ministers of Norway and Chile met in Oslo", "Minister Ana Ruiz met today with the leaders of Norway": whose men have no names."""
    signs = signs_of(reading, sentence)
    for found in _MEETS.finditer(signs.words):
        doers = signs.doing(found)
        joint = _THEN_WITH.match(signs.words, found.end())
        others = signs.after(joint) if joint else _object(signs, found.end())
        if others and others.who[-1].found.type != "person" and _THEIR_MEN.match(signs.words, others.end):
            # "Met with Air Force employees": not the body itself.
            continue
        if doers and found[0] == "meet" and _WHERE.search(signs.words, 0, doers.start):
            # "The point where Norway and Chile meet"
            continue
        if doers and found[0] == "meet" and not joint and _is_on_the_map(signs, doers, found.end()):
            continue
        if doers is None or (joint and others is None) or _is_at_event(signs, found.end()):
            # "Met for talks": the talks are told of.
            continue
        named = persons(doers)
        if named and others and len(others.who) == 1 and OFFICE in signs.words[others.start : others.end]:
            # "Met with the Chilean Minister of Trade": somebody without a name.
            continue
        met = persons(others)
        if (named and (met or others is None or len(named) == len(doers.who) > 1)) or (
            met and reading.subject(signs.place(found.start()), sentence.span.start)
        ):
            # Persons who met are told of as such.
            continue
        who = tuple({each.entity: each for each in (*doers.who, *(those(others)))}.values())
        place = past_whose(signs, found.end())
        if len(who) < FEWEST and (not place or size_of(who[0]) > COUNTRY):
            continue
        here = Span(signs.place(found.start()), signs.place(others.end if others else found.end()))
        event = Found(span=here, type="event", name="Meeting", kind="meeting", priority=1)
        ends = [here, *(each.span for each in who)]
        yield Untold(event, sentence, who, Span(min(each.start for each in ends), max(each.end for each in ends)), place)


def _is_on_the_map(signs: Signs, doers: Actors, verb: int) -> bool:
    """Whether lands rather than their men meet, in the present and without a day or a purpose: "Norway and Chile meet in Peru, and its fate"."""
    if (
        any(each.found.type != "place" for each in doers.who)
        or OFFICE in signs.words[: doers.start]
        or _MEN.search(signs.words, 0, doers.start)
    ):
        return False
    return _FOR_TALKS.match(signs.words, verb) is None


_MEN = re.compile(r"\b(?:of|from|between)\s+(?:the\s+)?\Z")
_FOR_TALKS = re.compile(
    rf"[^;“”]{{0,80}}?(?:\s(?:to\s+[a-z]|for\s|{DATE}|today|tomorrow|again|next|this|regularly|annually|(?:every|each|once|twice)\s|at\s+(?:the\s+)?[a-z]+\s+level)|{DATE})"
)


def _is_at_event(signs: Signs, verb: int) -> bool:
    """Whether those who met did so at or for an event: after a place and a day, one with a name."""
    event = _FOR_EVENT.match(signs.words, verb)
    return bool(event and (_STRAIGHT.match(signs.words, verb) or signs.at[event.start("event")].found.priority > BY_NOUN))


_STRAIGHT = re.compile(r"\s+(?:today\s+)?(?:for|at)\s")


def _object(signs: Signs, verb: int) -> Actors | None:
    """The persons right after "met"."""
    found = signs.list_at(verb + 1)
    return found if persons(found) else None


def _meant(reading: Reading, sentence: Sentence, here: Span) -> Found | None:
    """The event with a name of which some words say what it is: "The Salt War was an undeclared war fought between Norway and Chile"."""
    is_a = _IS_A.search(reading.text, sentence.span.start, here.start)
    named = reading.inside(Span(sentence.span.start, is_a.start()), "event") if is_a and is_a.start() > sentence.span.start else []
    return replace(named[-1].found, span=here) if is_a and named and named[-1].span.end == is_a.start() else None


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Untold]:
    text, span = reading.text, sentence.span
    plain = signs_of(reading, sentence)
    if sum(plain.words[at] in _ACTORS for at in plain.at) < FEWEST and "by" not in sentence.words:
        return
    told = [each.span for each in reading.inside(span, "event", "organization", "agreement", "role")]
    for found in _NOUN.finditer(text, span.start, span.end):
        noun = found[0].casefold()
        if any(each.start <= found.start() < each.end for each in told):
            continue
        lead = reading.led(_LEAD, sentence, found.start(), LONGEST_LEAD)
        here = Span(lead.start() if lead else found.start(), found.end())
        after = reading.next(here.end, span.end, "event", within=2)
        if (
            after
            or leads_another(text, span.start, here.end)
            or is_figure(text, noun, here.start, here.end)
            or any(each.overlaps(here) for each in told)
        ):
            # "Exercise Blue Harpoon" has a name, "war crimes" are no war.
            continue
        event = Linked(
            _meant(reading, sentence, here) or Found(span=here, type="event", name=here.of(text), kind=_KIND_OF[noun], priority=1), ""
        )
        signs = Signs(reading, sentence, [event])
        position = next((at for at, each in signs.at.items() if each is event), None)
        if position is None:
            continue
        attended = is_attended(signs, position)
        if attended and any(each.span.end == here.end for each in called(reading, sentence)):
            continue
        if not attended and reading.led(_THE, sentence, here.start, 12):
            continue
        doers, _ = doers_of(signs, position)
        who = tuple({each.entity: each for each in who_takes_part(signs, position, doers)}.values())
        if not doers and text.startswith(" with ", here.end) and all(each.span.start > here.end for each in who):
            # "It leads to conflict with Norway and Chile": not of these two with each other.
            continue
        loose = noun == "event" and " attended by" in text[here.end : here.end + 24]
        if (attended and who and not (loose and len(who) < FEWEST)) or (
            len(who) >= FEWEST and any(each.found.type != "person" for each in who)
        ):
            ends = [each.span for each in who]
            focus = Span(min(here.start, *(each.start for each in ends)), max(here.end, *(each.end for each in ends)))
            yield Untold(event.found, sentence, who, focus)
