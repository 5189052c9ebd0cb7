"""Places after a nationality: "the Syrian towns of Azaz and Manbij", "Pakistani Punjab province"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.places.placing import BEING, KIND, KIND_FOLLOWS, placed, same_kind
from sourcebook.extract.facts.places.sizes import LANDS_PARTS
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import COUNTRY, size_of
from sourcebook.extract.statements import Statement


def by_nationality(reading: Reading, sentence: Sentence, first: Linked, second: Linked) -> Iterator[Statement]:
    """After "the Syrian towns of Azaz and Manbij", "Oslo, the Norwegian capital"."""
    between = reading.text[first.span.end : second.span.start]
    if first.found.type == "demonym":
        if second.found.type == "place" and between == " " and _is_part_of_country(reading.text, first, second):
            yield placed(second, first, sentence)
        elif second.found.type == "place" and _TOWN_OF_ITS.fullmatch(between) and size_of(second) < COUNTRY:
            for each in [second, *same_kind(reading, second, sentence.span.end)] if " of " in between else [second]:
                yield placed(each, first, sentence)
    elif BEING.fullmatch(between) and KIND_FOLLOWS.match(reading.text, second.span.end):
        yield placed(first, second, sentence)


def _is_part_of_country(text: str, people: Linked, part: Linked) -> bool:
    """Whether a place right after a nationality is a part of that country: "Pakistani Punjab province"."""
    entry, own = part.found.entry, people.found.entry
    if size_of(part) >= COUNTRY or not own or own.kind != "country":
        return False
    return part.span.of(text).rsplit(maxsplit=1)[-1] in LANDS_PARTS or bool(
        entry and entry.kind == "region" and entry.country == own.country
    )


_TOWN_OF_ITS = re.compile(rf"\s+{KIND}(?:\s+of)?,?\s+(?:the\s+)?")
