"""Whom "both sides" and "the two countries" mean, where a sentence does not name them."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import ITEM, Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.sides.unnamed import ALL_THREE, TWO_SAID, is_of_others, three_before
from sourcebook.extract.identity.by_office import countries_of
from sourcebook.extract.places.states import is_state
from sourcebook.model.spans import Span

FAR = 2
"""Paragraphs back in which "both sides" are named."""
PAIR = 2
_AT_WAR = re.compile(
    r"\b(?:warring|rival|belligerent|feuding|opposing|competing)\s+(?:[a-z]+\s+)?(?:sides|parties|factions|generals|camps|governments|administrations|groups|leaders|forces)\b"
    r"|\b(?:sides|parties)\s+(?:to|in|of)\s+the\s+(?:conflict|war|fighting|dispute)\b"
)
"""Sides of a struggle within a state or of others: not those who deal with each other in the text."""


def two(reading: Reading, sentence: Sentence) -> list[str]:
    """The two countries that "both sides" of a sentence are: those of the article, or the only two that the last paragraphs name.

    Three where it speaks of "the three ministers".
    """
    blocks = reading.document.article.blocks
    if sentence.block is ITEM and (lead := reading.introduced(sentence)):
        sentence = lead
    three = ALL_THREE.search(reading.text, sentence.span.start, sentence.span.end)
    if _AT_WAR.search(reading.text, sentence.span.start, sentence.span.end):
        return []
    if not three and not any(reading.both_said(sentence.span)):
        return reading.main
    many = 3 if three else 2
    here = reading.named(Span(blocks[sentence.paragraph].start, sentence.span.end))
    if reading.main and not three:
        return here if len(here) == many else reading.main
    return _named_last(reading, sentence, many)


def partners_of(reading: Reading, sentence: Sentence) -> list[str]:
    """The two of whose joint work a sentence speaks without names: those last told to deal with each other, else those of the article.

    Nobody, or those of the article, where somebody of another state comes to them: "During Ruiz's visit, the two leaders signed".
    """
    both = _partners(reading, sentence)
    if both and _MEN_ACT.match(reading.text, sentence.span.start, sentence.span.end) and _are_of_others(reading, both):
        return []
    guests = _guests(reading, sentence) if both else set()
    if guests and guests.isdisjoint(both):
        return reading.main if not guests.isdisjoint(reading.main) else []
    return both


def _guests(reading: Reading, sentence: Sentence) -> set[str]:
    """The states of those whose visits and meetings a sentence names, as far as the text tells them."""
    guests = [each.entity for each in reading.people(sentence.span) if _JOURNEY_OF.match(reading.text, each.span.end, sentence.span.end)]
    return {state for each in guests for state in reading.once(states_of_people).get(each, ())}


def _are_of_others(reading: Reading, both: list[str]) -> bool:
    """Whether the persons of a text are of other states than two: "they" does not mean the two of whom these speak."""
    states = {state for each in reading.once(states_of_people).values() for state in each}
    bodies = any(reading.by_entity[each][0].found.name in _WITHOUT_MEN for each in both if each in reading.by_entity)
    return len(states) >= PAIR and (states.isdisjoint(both) or (bodies and not states <= {*both}))


_WITHOUT_MEN = frozenset(
    {"North Atlantic Treaty Organization", "United Nations", "BRICS", "ASEAN", "Association of Southeast Asian Nations"}
)
"""Bodies that have no presidents and ministers of their own."""
_MEN_ACT = re.compile(
    r"The\s+(?:two\s+(?!countries|nations|states|sides|blocs)|[Ll]eaders|[Pp]residents|(?:[Pp]rime\s+)?[Mm]inisters|[Ss]ecretaries)"
)
_JOURNEY_OF = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,3}?(?:visits?|trip|tour|stay|talks|meetings?|summit)\b")


def states_of_people(reading: Reading) -> dict[str, set[str]]:
    """The states beside whose names the text puts its persons: "the Chilean president, Ana Ruiz"."""
    states = {each.found.name: each.entity for each in reading.linked if each.found.type != "person" and is_state(each)}
    told = countries_of(reading.document, reading.linked)
    return {who: {states[each] for each in names if each in states} for who, names in told.items()}


def of_others(reading: Reading, sentence: Sentence, partners: list[str]) -> str:
    """Why it is not sure that those are meant of whom a sentence speaks without their names; else ""."""
    here = {each.entity for each in reading.inside(sentence.span, "place", "demonym", "organization")}
    if not here.isdisjoint(partners) or any({*partners} <= {*who} for who in reading.contacts_in(sentence)):
        return ""
    several = len({frozenset(who) for _, who in reading.contacts}) > 1 and not reading.main
    others = several or bool(reading.main and {*partners} != {*reading.main})
    return _NONE_NAMED if several or _is_of_one(reading, sentence) or (others and not _means_them(reading, sentence)) else ""


_NONE_NAMED = "The sentence names none of them; those are meant of whom the text spoke last."


def _is_of_one(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is of one alone: "It promises closer cooperation"."""
    text, span = reading.text, sentence.span
    return bool(_OF_ONE.match(text, span.start, span.end)) and not _OF_BOTH.search(text, span.start, span.end)


def _means_them(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence that names no states means those of whom the text spoke last, though it is about others: it says so, or their people act."""
    text, span = reading.text, sentence.span
    if sentence.block is ITEM or _OF_BOTH.search(text, span.start, span.end) or reading.people(span):
        return True
    at, _ = reading.told_by(sentence.number) or (-1, ())
    return at == sentence.number - 1 or bool(reading.next(span.start, span.end, "agreement", within=OPENING))


OPENING = 32
"""Code points before an agreement of which a sentence tells: "The landmark deal covers energy"."""
_OF_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]wo|[Tt]hree|[Bb]ilateral|[Tt]rilateral|each\s+other|one\s+another|[Ss]ides|[Pp]arties|[Mm]utual|us|[Oo]ur|[Ww]e)\b"
)
_OF_ONE = re.compile(
    r"(?:[^,;]{0,40},\s+)?(?:It|it)\s+(?!(?:was|is|will\s+be|has\s+been)\s)|[^.;]{0,80}\b(?:it|he|she),\s+(?:along|together)\s+with\b"
)


def _partners(reading: Reading, sentence: Sentence) -> list[str]:
    if ALL_THREE.search(reading.text, sentence.span.start, sentence.span.end):
        return two(reading, sentence) or three_before(reading, sentence)
    if _AT_WAR.search(reading.text, sentence.span.start, sentence.span.end):
        return []
    at, pair = reading.told_by(sentence.number) or (0, None)
    if pair is None and is_of_others(reading.text, sentence.span):
        return []
    if pair is None or (len(pair) > 2 and TWO_SAID.search(reading.text, sentence.span.start, sentence.span.end)):
        # "The two countries" are not three; the only two of the text may be told after this, unless it has named others by then.
        only = {two for _, two in reading.contacts} if pair is None and not reading.named(sentence.span) else set()
        both = two(reading, sentence) if next(reading.both_said(Span(0, len(reading.text))), None) else []
        lone = next(iter(only)) if len(only) == 1 else ()
        return both or ([*lone] if {*reading.named(Span(0, sentence.span.end))} <= {*lone} else [])
    if at != sentence.number and _is_with_body(reading, pair):
        # "Norway joined the Fjord League. Bilateral cooperation spans": of the two states of the article.
        return reading.main
    if reading.document.sentences[at].paragraph == sentence.paragraph:
        return list(pair)
    start = reading.document.article.blocks[sentence.paragraph].start
    here = reading.named(Span(start, sentence.span.start)) if start < sentence.span.start else []
    # "The two sides" after "her country's thanks for Norway's support to the African Union" are those who met before.
    return here if len(here) == 2 and len({*here} & {*pair}) != 1 else list(pair)


def _is_with_body(reading: Reading, pair: tuple[str, ...]) -> bool:
    """Whether one of the two states that an article is about was told to deal with a body of many."""
    bodies = {*pair} - {*reading.main}
    return len(bodies) == 1 and len(reading.main) == PAIR and reading.by_entity[bodies.pop()][0].found.type == "organization"


def _named_last(reading: Reading, sentence: Sentence, many: int) -> list[str]:
    """The two, or as many as there are, that this paragraph or the one before names."""
    blocks = reading.document.article.blocks
    for first in range(sentence.paragraph, max(-1, sentence.paragraph - FAR), -1):
        named = reading.named(Span(blocks[first].start, sentence.span.end))
        if len(named) > 1:
            pair = _met_last(reading, sentence) if many == PAIR else ()
            # "The two sides" after "Norway's support to the African Union" are those who met before, if Norway was one of them.
            return ([*pair] if len({*named} & {*pair}) == 1 else named) if len(named) == many else []
    return []


def _met_last(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """Those last told to deal with each other before a sentence, in its paragraph or the one before."""
    at, pair = reading.told_by(sentence.number - 1) or (0, ())
    near = pair and sentence.paragraph - reading.document.sentences[at].paragraph < FAR
    return pair if near and len(pair) == PAIR else ()
