"""Areas of cooperation: the fields that a sentence about relations lists, known to the vocabulary or not."""

from collections.abc import Iterator
from functools import cache
from itertools import repeat

from sourcebook import lazy_re as re
from sourcebook.extract.areas.compounds import compounded
from sourcebook.extract.areas.dealt_with import dealt_with
from sourcebook.extract.areas.in_place import is_field, whole_phrase
from sourcebook.extract.areas.items import area, begin, listed_fields
from sourcebook.extract.areas.leads import LEADING, LEADS, REGARDING
from sourcebook.extract.areas.listings import listings
from sourcebook.extract.areas.openings import after_lead, after_opening
from sourcebook.extract.areas.purposes import AID_LETTERS, JOINT_LETTERS, purposes
from sourcebook.extract.areas.values import is_value, names_nothing, shares_nothing, unvalued
from sourcebook.extract.areas.words import BEGINNINGS, FIELD_WORDS, FIRST_LETTERS, OPENS, PHRASES, SIGNS, WEAK
from sourcebook.extract.document import BYLINE, HEADING, Document, Kind, Sentence, beginning_with, folded, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import Phrases, every
from sourcebook.extract.phrases import words as words_of


def areas(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The items of lists that follow a cue; compounds of "cooperation"; and the vocabulary's words in sentences about relations."""
    text = document.text
    return (
        each
        for each in _areas(document, gazetteer)
        if not names_nothing(each.span.of(text)) and not shares_nothing(text, each.span.start, each.span.end)
    )


def _areas(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    vocabulary, first_words = _vocabulary(gazetteer)
    lower, named = document.lower, document.where_so(first_words)
    yield from listings(document, gazetteer) if ":\n" in document.text else ()
    cued = _cued(document, lower)
    opening, leading, cues, jointly, aid, small = map(document.where_so, _BEGINNINGS)
    for sentence in document.sentences:
        if sentence.block in (HEADING, BYLINE):
            continue
        text, start, end = document.text, sentence.span.start, sentence.span.end
        many = text.count(",", start, end) >= 3
        if not many and sentence.number not in cued:
            continue
        cue = any(matches(_CUE, lower, within(cues, sentence.span), end))
        openings = list(matches(OPENS, lower, begun(sentence, opening, small, FIELD_WORDS), end))
        leads = list(matches(LEADS, lower, begun(sentence, leading, small, REGARDING), end))
        known = [each for each in vocabulary.find(lower, within(named, sentence.span), end) if _is_meant(text, each, gazetteer)]
        compounds = [] if sentence.words.isdisjoint(_BEFORE_COMPOUNDS) else list(compounded(document, start, end, known, gazetteer))
        aims = list(purposes(text, lower, sentence, within(jointly, sentence.span), within(aid, sentence.span), known, gazetteer))
        yield from dealt_with(document, sentence, lower, known, gazetteer)
        if not (many or cue or openings or leads or compounds or aims):
            continue
        plain = [each for each in known if not is_value(text, sentence, each[0], each[1])]
        agenda = len(known) >= 4 and many and bool(cue or not _HARM.search(lower, start, end))
        for found, listed in (*zip(openings, repeat(after_opening)), *zip(leads, repeat(after_lead))):
            yield from unvalued(listed(document, sentence, found, known, gazetteer), text, sentence)
        if agenda:
            for first, _, _ in plain:
                yield from listed_fields(document, sentence, begin(text, start, first), known, gazetteer, sure=False)
        for first, last in compounds:
            # "science, technology and cultural cooperation": what follows a comma is an item of its own.
            two = text.find(" and ", first, last) if text[max(0, first - 2) : first].strip() == "," else -1
            yield area(document, two + 5 if two > 0 else first, last, gazetteer, 5)
        for first, last in aims:
            yield area(document, first, last, gazetteer, 4)
        if not agenda and not cue:
            continue
        for first, last, _ in plain:
            if (lower[first:last] not in WEAK or (agenda and not _WITH_WHOM.search(lower, start, first))) and is_field(
                text, start, first, last, end
            ):
                yield area(document, *whole_phrase(text, first, last, start, end), gazetteer, 2)


@cache
def _vocabulary(gazetteer: Gazetteer) -> tuple[Phrases, Kind]:
    phrases = Phrases(gazetteer.areas)
    return phrases, folded(phrases.first_words)


def _is_meant(text: str, known: tuple[int, int, str], gazetteer: Gazetteer) -> bool:
    """Whether a word of the vocabulary is meant: not "it" in small letters, nor "Chilean border guards", who are people."""
    start, _, words = known
    if words == "it":
        return text.startswith("IT", start)
    before = text[max(0, start - 30) : start].rsplit(maxsplit=1)
    return not (words.endswith(" guards") and before and before[-1] in gazetteer.demonyms)


_BEFORE_COMPOUNDS = words_of(
    "ties links integration operation operations cooperations collaborations cooperation collaboration exchange "
    "exchanges relations relationship initiatives people partnership partnerships engagement"
)
_HARM = re.compile(r"\b(?:war|attacks?|killed|hurt|damaged?|crisis|sanctions|against|decline\w*|fell|losses|strikes?|bomb\w*)\b")
_WITH_WHOM = re.compile(r"\bwith\s+(?:the\s+)?(?:[\w’'-]+,?\s+(?:and\s+)?(?:the\s+)?){0,6}\Z")
"""Before those whom somebody meets: "meetings with civil society and the media"."""


def _cued(document: Document, lower: str) -> set[int]:
    """The numbers of the sentences with a sign of cooperation."""
    places = [*document.where_so(_is_sign), *(at for each in PHRASES for at in every(each, lower))]
    return {document.sentence_of(at).number for at in places}


def _is_sign(word: str) -> bool:
    low = word.lower()
    return low.startswith(BEGINNINGS) or any(each in low for each in SIGNS)


_CUE = re.compile(
    r"\b(?:cooperat\w*|co-operat\w*|collaborat\w*|partnership|bilateral|relations|ties|agenda|(?:areas?|fields?|spheres?|sectors?) of"
    r"|joint (?:work|projects?)|exchanges?|discuss(?:ed|ions?)|prospects|coordinat\w*|among the (?:two|three|four) (?:sides|countries|nations)"
    r"|expand\w*|strengthen\w*|deepen\w*|memorand\w+|agreements?|interaction|engagement|dialogue)\b"
)
"""Words beside which a field of the vocabulary is one of cooperation."""
_CUE_LETTERS = words_of(
    "amon coop coor co coll part bila rela ties agen area fiel sphe sect join exch disc pros expa stre deep memo agre inte enga dial"
)
"""What the words begin with that `_CUE` begins with."""
SMALL_WORDS = frozenset({"in", "on", "with", "when"})
_BEGINNINGS = tuple(map(beginning_with, (FIRST_LETTERS, LEADING, _CUE_LETTERS, JOINT_LETTERS, AID_LETTERS, SMALL_WORDS)))


def begun(sentence: Sentence, places: list[int], small: list[int], needed: frozenset[str]) -> list[int]:
    """Where a pattern can begin in a sentence: at a small word only if the sentence holds a word that the pattern then needs."""
    here = within(places, sentence.span)
    return here if sentence.words.isdisjoint(needed) else sorted([*here, *within(small, sentence.span)])
