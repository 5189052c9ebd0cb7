"""Events that only a common noun tells of, and of which no more is said than who took part: "Norway and Chile fought a war"."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook import lazy_re as re
from sourcebook.extract.document import Block, Sentence
from sourcebook.extract.event_words import ADJECTIVE
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.taking_part import doers_of, is_attended, who_takes_part
from sourcebook.extract.found import Found
from sourcebook.extract.linking import Linked
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
_NOUN = re.compile(
    rf"(?<![\w-])(?P<lead>(?:(?:{ADJECTIVE}|maritime|[\w]+-[\w]+|brief|bloody|bitter|short|long|large-scale|major|fierce|deadly|sporadic|exploratory|2\+2|final|planning|counter-[a-z]+)\s+){{0,3}})(?P<noun>{'|'.join(sorted(_KIND_OF, key=len, reverse=True))})(?![\w-])"
)
_THE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch|any|no)\s+\Z")
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Untold:
    """An event without a name of its own: its words, who took part, and the words that say so."""

    found: Found
    sentence: Sentence
    who: tuple[Linked, ...]
    focus: Span


def untold(reading: Reading) -> Iterator[Untold]:
    """Each such event of a document."""
    for sentence in reading.document.sentences:
        if sentence.block is Block.HEADING or sentence.words.isdisjoint(_KIND_OF):
            continue
        yield from _of_sentence(reading, sentence)


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Untold]:
    text, span = reading.text, sentence.span
    told = [each.span for each in reading.inside(span, "event", "organization", "agreement", "role")]
    for noun in _NOUN.finditer(text, span.start, span.end):
        here = Span(*noun.span())
        if any(each.overlaps(here) for each in told):
            continue
        event = Linked(Found(span=here, type="event", name=here.of(text), kind=_KIND_OF[noun["noun"]], priority=1), "")
        signs = Signs(reading, sentence, [event])
        position = next((at for at, each in signs.at.items() if each is event), None)
        if position is None:
            continue
        attended = is_attended(signs, position)
        if not attended and _THE.search(text, max(span.start, here.start - 12), here.start):
            continue
        doers, _ = doers_of(signs, position)
        who = tuple({each.entity: each for each in who_takes_part(signs, position, doers)}.values())
        if (attended and who) or (len(who) >= FEWEST and any(each.found.type != "person" for each in who)):
            ends = [each.span for each in who]
            focus = Span(min(here.start, *(each.start for each in ends)), max(here.end, *(each.end for each in ends)))
            yield Untold(event.found, sentence, who, focus)
