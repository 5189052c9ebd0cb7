"""Who does together what a verb says: those of a list, or whom "the Ministers" means, of whom the sentences before have told."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.reading import OWNED, Reading
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_SEVERAL = words("ministers secretaries presidents leaders premiers envoys ambassadors senators commissioners")
_THE_SEVERAL = re.compile(
    rf"\W*(?:(?:During|On)\s+their\s+[^,;]{{3,40}},\s+)?(?:[Tt]he|[Bb]oth)\s+(?:(?P<two>two)\s+|(?P<three>three)\s+|[A-Z]\w+\s+)?"
    rf"(?i:{'|'.join(sorted(_SEVERAL))})\s+(?:[a-z][^;“”]{{0,90}}?\s)?\Z"
)
LOOK_BACK = 2
"""Sentences in which those are named whom "the Ministers" means."""


def several_doing(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """Those who do what a verb says after "The Ministers": the list of persons that the sentences before name."""
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


def all_doing(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """The persons who do what the verb at a position of the text says; all of a list that stands before it, whatever is told of each."""
    found = reading.doers(verb, sentence.span.start)
    if len(found) != 1 or len(reading.people(Span(sentence.span.start, verb))) == 1:
        return found
    listed = (signs := signs_of(reading, sentence)).list_before(signs.spot(verb))
    who = [each.entity for each in listed.who if each.found.type == "person"] if listed else []
    # "Ana Ruiz's adviser Ola Lund met": he.
    owners = [each.entity for each in reading.people(sentence.span) if OWNED.match(reading.text, each.span.end)]
    return who if listed and who and found[0] in (*who, *owners) and len(who) == len(listed.who) else found
