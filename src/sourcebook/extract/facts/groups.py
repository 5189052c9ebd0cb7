"""Whether some without a name do what a verb says: "Ana Ruiz said that Norwegian envoys met", not "Ana Ruiz and her officials met"."""

from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.model.spans import Span

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading

NEAR = 120
"""Code points before a verb in which its subject is sought."""
_GROUP_ACTS = re.compile(
    r"\b(?:delegations?|envoys|officials|representatives|ministers|leaders|troops|forces|soldiers|experts|diplomats|lawmakers|mediators|negotiators|teams?|delegates|members)"
    r"(?:\s+(?:in|from|of|to)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w-]+)*)?\s+(?:(?:has|have|had|also|then|later|will|would|was|were|are|is|recently)\s+){0,3}\Z"
)
_WITH_THEM = re.compile(r"(?:,[^,.;]{3,80},|,)?\s+(?:and|with|along\s+with|as\s+well\s+as|or)\s[^,.;]{0,80}|[’']s?\s[^,.;]{0,60}")

_GROUP = re.compile(
    r",\s+(?:the\s+)?(?:two|three|four|both)\s+(?:[a-z-]+\s+){0,2}(?:officials|leaders|ministers|presidents|sides|delegations|men|women|parties|countries|diplomats)\b"
)


def group_acts(reading: "Reading", position: int, start: int) -> bool:
    """Whether "officials", "a delegation" and the like are the subject of the verb at a position, in a sentence that begins at `start`."""
    spoken = reading.text[start:position]
    many = "two" in spoken or "three" in spoken or "both" in spoken or "four" in spoken
    counted = next(reversed(list(_GROUP.finditer(reading.text, start, position))), None) if many else None
    if counted and not reading.people(Span(counted.end(), max(position, counted.end() + 1))):
        # "After meeting A and B, the three officials toured": nobody alone.
        return True
    group = _GROUP_ACTS.search(reading.text, max(start, position - NEAR), position)
    if group is None or reading.people(Span(group.start(), position)):
        return False
    before = reading.people(Span(start, group.start())) if group.start() > start else []
    return not before or not _WITH_THEM.fullmatch(reading.text, before[-1].span.end, group.start())
