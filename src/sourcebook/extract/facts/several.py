"""Who does together what a verb says: those of a list, or whom "the Ministers" or "the delegation" means, of whom the sentences before have told."""

import bisect
from operator import attrgetter

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.groups import persons
from sourcebook.extract.facts.reading import OWNED, Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_SEVERAL = words("ministers secretaries presidents leaders premiers envoys ambassadors senators commissioners")
_THE_SEVERAL = re.compile(
    rf"\W*(?:(?:During|On)\s+their\s+[^,;]{{3,40}},\s+)?(?:[Tt]he|[Bb]oth)\s+(?:(?P<two>two)\s+|(?P<three>three)\s+|[A-Z]\w+\s+)?"
    rf"(?i:{'|'.join(sorted(_SEVERAL))})\s+(?:[a-z][^;“”]{{0,90}}?\s)?\Z"
)
PARAGRAPH = 240
"""Code points after "led by" in which somebody is named."""
LOOK_BACK = 2
"""Sentences in which those are named whom "the Ministers" means."""


def several_doing(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """Those who do what a verb says after "The Ministers", the list of persons that the sentences before name; who leads "the delegation"."""
    if not sentence.words.isdisjoint(_COMING) and verb > sentence.span.start:
        return _guest(reading, sentence, verb)
    if sentence.words.isdisjoint(_SEVERAL) or verb <= sentence.span.start or reading.people(Span(sentence.span.start, verb)):
        return []
    found = _THE_SEVERAL.match(reading.text, sentence.span.start, verb)
    if found is None:
        return []
    for before in reversed(reading.document.sentences[max(0, sentence.number - LOOK_BACK) : sentence.number]):
        if before.block is HEADING:
            return []
        people = reading.people(before.span)
        lists = (reading.together(each.span.start, before.span.end) for each in people)
        listed = next((each for each in lists if each), [])
        if people:
            many = 2 if found["two"] else 3 if found["three"] else len(listed)
            return listed if len(listed) == many else []
    return []


_COMING = words("delegation guest guests visitor visitors visiting parliamentarians lawmakers legislators")
_ADVERBS = r"(?:\s+(?:also|later|then|earlier|subsequently|had|has|have|is|was|were|today|yesterday|on\s+[A-Z]\w+day|[A-Z]\w+day|reportedly|further|first|next))*"
_THE_GUESTS = re.compile(
    r"\b(?:[Tt]he|[Oo]ur)\s+(?:(?:[A-Z][\w-]+|high-level|high-ranking|parliamentary|ministerial|military|government|official|distinguished|foreign)\s+){0,3}"
    r"(?:delegation(?:\s+members)?|guests?|visitors?|(?<=[a-z]\s)(?:parliamentarians|lawmakers|legislators)|visiting\s+(?:[a-z]+\s+){0,2}(?:delegation|official|minister|leader|dignitary|envoy|diplomat|guest|president|premier|general|team|party|side))"
    rf"(?:,\s+(?:which|who|accompanied|also|led|headed)\b[^;“”]{{3,160}},)?{_ADVERBS}"
    rf"(?:\s+(?:[a-z]+ed|paid|met|held|had|took|went|laid|made|saw)\b[^;“”]{{2,200}}?(?:,|,?\s+and|\s+before)(?:\s+and)?{_ADVERBS})?\s+\Z"
)
_SAID = re.compile(r"\b(?:said|says|added|noted|reported|announced|where|that|while|when)\s+(?:that\s+)?\Z")
_LED_BY = re.compile(r"\b(?:delegation|team|group|mission|contingent)\b[^.;“”]{0,140}?\b(?:led|headed)\s+by\s")
_HEADED_BY = re.compile(
    r"\b(?:(?:led|headed|represented|chaired)\s+by|(?:while|and)\s+the\s+[A-Z]\w+\s+(?:side|team|delegation|one)?\s*(?:was\s+)?by)\s"
)
_RECEIVED = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:received|receives|welcomed|welcomes|hosted|hosts)\s+(?:the\s+)?(?:(?:in|at)\s+(?:his|her)\s+office\s+)?(?!from\b|by\b|an?\s+(?:\w+\s+)*(?:call|letter|message))"
)


def _guest(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """Who leads "the delegation", or is "the visiting official", that does what a verb says: the only guest of whom the text has told."""
    found = _THE_GUESTS.search(reading.text, sentence.span.start, verb)
    if found is None:
        return []
    told = reading.people_between(sentence.span.start, found.start())
    if told and not _SAID.search(reading.text, sentence.span.start, found.start()):
        return []
    start = sentence.span.start
    led, heads, received = reading.once(_guests)
    # "The delegation was led by Ana Ruiz, the Norwegian one headed by Ola Lund": either.
    told_of = heads if led is not None and led <= start else received
    guests = {each.entity for each in told_of[: bisect.bisect_left(told_of, start, key=attrgetter("span.start"))]}
    return [*guests] if len(guests) == 1 else []


def _guests(reading: Reading) -> tuple[int | None, list[Linked], list[Linked]]:
    """Where the text first says that a delegation is led, who leads one, and who is received, in order."""
    led = _LED_BY.search(reading.text)
    told_of: dict[re.Pattern[str], list[Linked]] = {}
    for pattern in (_HEADED_BY, _RECEIVED):
        ends = [each.end() for each in pattern.finditer(reading.text) if each.end() < len(reading.text)]
        named = [(end, next(iter(reading.people(Span(end, min(len(reading.text), end + PARAGRAPH)))), None)) for end in ends]
        told_of[pattern] = sorted(
            (each for end, each in named if each and reading.straight(end, each.span.start)), key=attrgetter("span.start")
        )
    return led.end() if led else None, told_of[_HEADED_BY], told_of[_RECEIVED]


def following_subject(reading: Reading, sentence: Sentence, position: int) -> str | None:
    """The subject of "After meeting X, he ...": who was spoken of before this sentence."""
    return reading.spoken_of(sentence) if _PRONOUN.search(reading.text, position, sentence.span.end) else None


_PRONOUN = re.compile(r"\b(?:he|she)\b")


def all_doing(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """The persons who do what the verb at a position of the text says; all of a list that stands before it, whatever is told of each."""
    found = reading.doers(verb, sentence.span.start)
    if len(found) != 1 or len(reading.people(Span(sentence.span.start, verb))) == 1:
        return found
    listed = (signs := signs_of(reading, sentence)).list_before(signs.spot(verb))
    who = [each.entity for each in persons(listed)]
    # "Ana Ruiz's adviser Ola Lund met": he.
    owners = [each.entity for each in reading.people(sentence.span) if OWNED.match(reading.text, each.span.end)]
    return who if listed and who and found[0] in (*who, *owners) and len(who) == len(listed.who) else found
