"""States that speak: "Chile said" names nobody, and so not whoever is named before it either."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.places.states import is_state
from sourcebook.model.spans import Span

_OPENS = re.compile(r"\W*(?:[^,;“”\"]{1,60},\s+)?(?:the\s+)?")
"""What may stand before a state that says something: "In its statement, the"."""
_THEN = re.compile(r"\s+(?:(?:also|later|then|has|had|further|earlier|meanwhile|today|yesterday)\s+){0,2}")


def state_says(reading: Reading, cue: Span, said: re.Match[str]) -> bool:
    """Whether right before a verb of speech stands a state that opens the clause: "In its statement, Chile said"."""
    states = reading.inside(Span(cue.start, said.start()), "place") if said.start() > cue.start else []
    last = states[-1] if states else None
    return (
        last is not None
        and is_state(last)
        and _THEN.fullmatch(reading.text, last.span.end, said.start()) is not None
        and _OPENS.fullmatch(reading.text, cue.start, last.span.start) is not None
    )
