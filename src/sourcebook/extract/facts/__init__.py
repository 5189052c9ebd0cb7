"""What the sentences state: one function per kind of fact, each `(reading, sentence) -> statements`."""

from collections.abc import Callable, Iterator
from itertools import chain

from sourcebook.extract.document import Block, Sentence
from sourcebook.extract.facts.bodies import degrees, locations, member_lists, memberships, parts
from sourcebook.extract.facts.dealings import agreements, cooperation, relations
from sourcebook.extract.facts.people import affiliations, positions
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.travel import attendance, meetings, openings, visits
from sourcebook.extract.statements import Statement

RULES: tuple[Callable[[Reading, Sentence], Iterator[Statement]], ...] = (
    positions,
    affiliations,
    visits,
    meetings,
    attendance,
    openings,
    locations,
    parts,
    memberships,
    member_lists,
    cooperation,
    agreements,
    relations,
    degrees,
)


def statements(reading: Reading) -> Iterator[Statement]:
    """All facts of a document, sentence by sentence; headings state none."""
    for sentence in reading.document.sentences:
        if sentence.block is not Block.HEADING:
            yield from chain.from_iterable(rule(reading, sentence) for rule in RULES)


__all__ = ["Reading", "statements"]
