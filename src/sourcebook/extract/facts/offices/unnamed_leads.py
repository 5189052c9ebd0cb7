"""The office with which a report opens, and who is named in its next sentence: "The governor of the bank has said so. “…,” Ana Ruiz told reporters."."""

from collections.abc import Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.offices.of_what import of_what
from sourcebook.extract.facts.offices.whose_office import offices_of
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import around
from sourcebook.extract.speech.words import FIRST, VERB
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_SAYS = re.compile(rf"(?:\s\([A-Z]{{2,8}}\))?,?\s+(?:(?:has|had)\s+)?(?:{VERB}|believes)\b", re.IGNORECASE)
_SPEAKS = re.compile(rf"\s+(?:(?:has|had|also)\s+)?(?:{VERB}|made\s+the\s+(?:remarks?|comments?|announcement))\b", re.IGNORECASE)


@where(frozenset(each.casefold() for each in FIRST) | {"believes"})
def unnamed_leads(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who holds the office that speaks in the first sentence, which names nobody."""
    sentences = reading.document.sentences
    if sentence.number + 1 >= len(sentences) or any(each.block is not HEADING for each in sentences[: sentence.number]):
        return
    roles = [each for each in reading.inside(sentence.span, "role") if _SAYS.match(reading.text, each.span.end)]
    further = sentences[sentence.number + 1]
    named = [each for each in reading.inside(further.span, "person") if _SPEAKS.match(reading.text, each.span.end)]
    if len(roles) != 1 or len(named) != 1 or reading.inside(sentence.span, "person"):
        return
    role, person = roles[0], named[0]
    if " " in person.found.name and next(offices_of(reading, person, len(reading.text)), None) is None:
        of = of_what(reading, role)
        yield Statement(
            subject=person.entity,
            property="position",
            value=role.found.name,
            sentence=replace(sentence, span=Span(sentence.span.start, further.span.end)),
            focus=around(role, person),
            qualifiers={"of": (of,)} if of else {},
        )
