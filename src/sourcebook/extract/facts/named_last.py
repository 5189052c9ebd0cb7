"""The states named last before a text says "both sides", where nobody is told to deal with anybody in the sentence itself."""

import bisect
from operator import itemgetter
from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.model.spans import Span

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading

FAR = 2
"""Paragraphs back in which "both sides" are named."""
PAIR = 2
AT_WAR = re.compile(
    r"\b(?:warring|rival|belligerent|feuding|opposing|competing)\s+(?:[a-z]+\s+)?(?:sides|parties|factions|generals|camps|governments|administrations|groups|leaders|forces)\b"
    r"|\b(?:sides|parties)\s+(?:to|in|of)\s+the\s+(?:conflict|war|fighting|dispute)\b"
)
"""Sides of a struggle within a state or of others: not those who deal with each other in the text."""


def named_last(reading: "Reading", sentence: Sentence, many: int) -> list[str]:
    """The two, or as many as there are, that this paragraph or the one before names."""
    blocks = reading.document.article.blocks
    for first in range(sentence.paragraph, max(-1, sentence.paragraph - FAR), -1):
        named = reading.named(Span(blocks[first].start, sentence.span.end))
        if len(named) > 1:
            pair = _met_last(reading, sentence) if many == PAIR else ()
            # "The two sides" after "Norway's support to the African Union" are those who met before, if Norway was one of them.
            return ([*pair] if len({*named} & {*pair}) == 1 else named) if len(named) == many else []
    return []


def _met_last(reading: "Reading", sentence: Sentence) -> tuple[str, ...]:
    """Those last told to deal with each other before a sentence, in its paragraph or the one before."""
    told = bisect.bisect_left(reading.contacts, sentence.number, key=itemgetter(0))
    at, pair = reading.contacts[told - 1] if told else (0, ())
    near = pair and sentence.paragraph - reading.document.sentences[at].paragraph < FAR
    return pair if near and len(pair) == PAIR else ()
