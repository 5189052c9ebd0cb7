"""Whether a demonym means a people rather than says of what state something is."""

from sourcebook import lazy_re as re
from sourcebook.model.spans import Span


def is_people(text: str, span: Span) -> bool:
    """Whether a demonym means the people as such: "the British invaded", "the Germans and"; not "two Germans", "the British fleet"."""
    lead = (
        _THE_PEOPLE if _COLLECTIVE.search(text, span.start, span.end) else _NOT_SOME if text.endswith("s", span.start, span.end) else None
    )
    return bool(lead and lead.search(text, max(0, span.start - 12), span.start) and _AS_SUCH.match(text, span.end))


_COLLECTIVE = re.compile(r"(?:ese|ish|ch|ss)\Z")
_THE_PEOPLE = re.compile(r"\b[Tt]he\s\Z")
_NOT_SOME = re.compile(
    r"(?i)(?<!\d\s)(?<!\b(?:two|few)\s)(?<!\b(?:four|five|nine|some|many|most|more)\s)(?<!\b(?:three|seven|eight|other|young)\s)(?<!of\sthe\s)\Z"
)
_AS_SUCH = re.compile(
    r"[,.;]|\s+(?:and|had|have|were|are|will|would|in|at|on|to|with|against|held|fought|began|led|won|lost|took|sent|met|went|made"
    r"|(?!armed|united|combined|allied|occupied|backed|controlled|owned|based|born|educated|trained)[a-z]+ed)\b"
)
