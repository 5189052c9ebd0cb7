"""States that speak: "Chile said" names nobody, and so not whoever is named before it either."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.places.states import is_state
from sourcebook.model.spans import Span

_OPENS = re.compile(r"\W*(?:[^,;“”\"]{1,60},\s+)?(?:the\s+)?|[^“”\"]*\bthat\s+(?:the\s+)?")
"""What may stand before a state that says something: "In its statement, the", "The court noted that"."""
_THEN = re.compile(r"(?:,\s+in\s+[^;“”\"]{3,120},)?\s+(?:(?:also|later|then|has|had|further|earlier|meanwhile|today|yesterday)\s+){0,2}")


def state_says(reading: Reading, cue: Span, said: re.Match[str]) -> bool:
    """Whether before the verb of speech of a cue, or its last, stands a state that opens the clause: "In its statement, Chile said"."""
    verbs = [said, *list(reading.speech(cue))[-1:]]
    return any(_state_before(reading, cue, each.start()) for each in verbs if each.start() > cue.start)


def _state_before(reading: Reading, cue: Span, verb: int) -> bool:
    states = (each for each in reading.inside(Span(cue.start, verb), "place") if is_state(each))
    return any(
        _THEN.fullmatch(reading.text, each.span.end, verb) and _OPENS.fullmatch(reading.text, cue.start, each.span.start) for each in states
    )
