"""Whose embassies and consulates are: "the Norwegian Embassy", "the Embassy of Norway", "Norway's Consulate General", "Norway opened an Embassy"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.combined import spelled
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_WORDS = words("embassy consulate commission mission embassies legation liaison")
_MISSION = re.compile(
    r"(?:(?P<whose>[A-Z][\w. ]+?)(?:[’']s?)?\s+)?"
    r"(?:Embassy|High\s+Commission|Consulate(?:[- ]General)?|Permanent\s+Mission|Legation|Liaison\s+Office)"
    r"(?:\s+of\s+(?:the\s+)?"
    r"(?:(?:Republic|Kingdom|State|Federal\s+Republic|People[’']s\s+Republic|Islamic\s+Republic)\s+of\s+"
    r"(?:the\s+)?)?(?P<of>[A-Z][\w. ]+?))?(?=\s+(?:in|to|at)\s|\Z)"
)
_OWNER = re.compile(
    r"(?:[’']s?|\s+(?:(?:has|had|have|also|then|first|formally|officially|later)\s+)*(?:ha[sd]|have|maintain(?:s|ed)|operate[sd]|open(?:s|ed)|re-?opened|established|set\s+up|clos(?:es|ed)|moved)"
    r"\s+(?:an?|its|the|their))\s+(?:[a-z]+\s+){0,2}\Z"
)
"""As in "Norway’s new Embassy", "Norway opened an Embassy"."""
_SOMEWHERE = re.compile(r"\s(?:in|to|at)\s+(?:the\s+)?[A-Z]")
NEAR = 40


@where(_WORDS)
def missions(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The state of each mission that a sentence names."""
    for body in reading.inside(sentence.span, "organization"):
        found = _MISSION.match(body.span.of(reading.text))
        if found is None or (
            found["whose"] and not found["of"] and not _SOMEWHERE.search(reading.text, body.span.start, body.span.end + NEAR)
        ):
            # "The U.S. Embassy has partnered": any of many.
            continue
        named = found["of"] or found["whose"]
        state = spelled(reading, named) if named else _owner(reading, sentence, body)
        if state:
            focus = Span(min(state.span.start, body.span.start), body.span.end) if not named else body.span
            yield stated(body, "belongs_to", state, sentence, focus)


def _owner(reading: Reading, sentence: Sentence, body: Linked) -> Linked | None:
    """The state right before a mission that it owns."""
    own = reading.led(_OWNER, sentence, body.span.start, NEAR)
    return next((each for each in reading.before(body.span.start) if own and each.span.end == own.start() and is_state(each)), None)
