"""Where words without marks end: the narrator speaks of their speaker."""

from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.speech.quotations import Quoted
from sourcebook.model.spans import Span


def to_the_narrator(reading: Reading, quoted: Quoted, speaker: str) -> Quoted:
    """Unmarked words up to the paragraph that speaks of their speaker: nobody tells of himself by name."""
    blocks = reading.document.article.blocks
    first = reading.document.block_at(quoted.span.start)
    own = next(
        (
            each.span.start
            for each in reading.people(quoted.span)
            if each.span.start > blocks[first].end and (each.entity == speaker or _narrated(reading, each))
        ),
        0,
    )
    return replace(quoted, span=Span(quoted.span.start, blocks[reading.document.block_at(own) - 1].end)) if own else quoted


_DID = re.compile(
    r"\s+(?:(?:also|then|later)\s+)?(?:thanked|said|added|told|met|welcomed|praised|visited|spoke|arrived|travelled|traveled|joined|attended|addressed|appeared|has\s+been|was|will)\b"
)


def _narrated(reading: Reading, person: Linked) -> bool:
    """Whether a paragraph begins with a person's full name and what that person did."""
    block = reading.document.article.blocks[reading.document.block_at(person.span.start)]
    return " " in person.span.of(reading.text) and block.start == person.span.start and bool(_DID.match(reading.text, person.span.end))
