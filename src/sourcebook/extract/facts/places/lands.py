"""Lands of a part of the world, and what is built on a piece of land: "the Pacific island nation of Tonga", "the Island, where a port is being built"."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.places.locations import placed
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, is_state, size_of
from sourcebook.extract.statements import Statement

_WORDS = words("nation country state kingdom republic archipelago territory emirate building constructing developing built builds")
_NATION_OF = re.compile(
    r"\s+(?:(?:island|coastal|landlocked|desert|mountainous|oil-rich|tiny|small|island-)\s+){0,2}(?:nation|country|state|kingdom|republic|archipelago|territory|emirate)\s+of\s+(?:the\s+)?"
)
_IS_BUILT = re.compile(
    r",\s+where\s+[^.;:“”]{3,90}?\s(?:is|are|was|were|has\s+been|plans\s+to|will)\s+(?:(?:also|now|currently)\s+)?(?:building|constructing|developing|build|construct|develop)\s+(?:the\s+|an?\s+)?(?:new\s+)?"
)


@where(_WORDS)
def lands(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States in the parts of the world that they are named with, and sites on the land that they are built on."""
    for first, second in pairwise(reading.inside(sentence.span, "place", "demonym")):
        if second.found.type != "place" or first.entity == second.entity:
            continue
        between = reading.text[first.span.end : second.span.start]
        built = first.found.type == "place" and size_of(second) == 0 and size_of(first) < COUNTRY and _IS_BUILT.fullmatch(between)
        if built or (_is_part_of_world(first) and is_state(second) and _NATION_OF.fullmatch(between)):
            yield placed(second, first, sentence)


def _is_part_of_world(place: Linked) -> bool:
    entry = place.found.entry
    return size_of(place) > COUNTRY or (entry is not None and entry.kind == "water")
