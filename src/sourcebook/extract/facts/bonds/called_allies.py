"""States that a noun calls allies: "Chile's two main allies, Peru and Togo", "Peru, which is Chile's closest ally", "Chilean allies such as Peru"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.called import WORD, Noun, called
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.sides.named import state_of, states_in
from sourcebook.extract.facts.signs import BODY, FOLK, PERSON, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span

_NOUN = re.compile(
    rf"(?P<of>[{STATE}{FOLK}]|[{BODY}{PERSON}](?=[’']))(?:[’']s?)?\s+{WORD}{{0,4}}?(?P<what>all(?:y|ies))\b(?!-)"
    rf"|(?P<one>all(?:y|ies))\s+of\s+(?:the\s+)?(?P<whole>[{STATE}{BODY}])(?![’'])"
    rf"|(?P<owner>[{STATE}{FOLK}])(?:\s+(?:regime|government|leadership))?,?\s+(?:and|with|along\s+with)\s+(?:(?:some|many|most|all)\s+of\s+)?(?P<its>its|their)\s+{WORD}{{0,2}}?(?P<folk>{FOLK}(?:(?:,\s+|,?\s+and\s+){FOLK})*\s+)?{WORD}{{0,2}}?(?P<own>allies)\b(?!-)"
)
_COALITION = re.compile(r"\b(?:coalition|parliamentary|domestic|political|electoral|party)\s+all(?:y|ies)\Z")


@where(words("ally allies"))
def called_allies(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who is called whose ally."""
    signs = signs_of(reading, sentence)
    for found in _NOUN.finditer(signs.words):
        owner = _owner(reading, signs, found)
        if owner is None or _COALITION.search(found[0]):
            continue
        one = found["what"] or found["one"]
        start = found.start("its") if found["own"] else found.start()
        said = called(signs, Noun(start, found.end(), many=one != "ally"))
        # "The Chilean regime and its Norwegian and Peruvian allies"
        for each in said.who or (signs.all_in(found, "folk") if found["folk"] else ()):
            entity, state = owner
            if each.entity != entity and (is_state(each) or state) and signs.at.get(found.start("of")) is not each:
                focus = Span(signs.place(min(said.start, start)), max(signs.place(found.end()), each.span.end))
                yield Statement(each.entity, "ally_of", entity, sentence, focus, plain=False, put=Stance.FACT if said.given else None)


def _owner(reading: Reading, signs: Signs, noun: re.Match[str]) -> tuple[str, bool] | None:
    """Whose ally somebody is called, and whether it is a state by name: of a person the state that he stands for."""
    one = signs.at[noun.start(next(name for name in ("of", "whole", "owner") if noun[name]))]
    if one.found.type != "person":
        # "Asian allies" are somebody else's.
        return (one.entity, is_state(one)) if is_state(one) or one.found.type == "organization" else None
    state = next((each for each in _lands(reading, one)), "")
    return (state, False) if state else None


def _lands(reading: Reading, person: Linked) -> Iterator[str]:
    for each in reading.by_entity.get(person.entity, ()):
        state = state_of(reading, states_in(reading, reading.document.sentence_of(each.span.start).span), each)
        if state:
            yield state
