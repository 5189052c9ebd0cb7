"""Whether a demonym means a people rather than says of what state something is."""

from sourcebook import lazy_re as re
from sourcebook.model.spans import Span

NEAR = 24
"""Code points before a demonym."""
_COLLECTIVE = re.compile(r"(?:ese|ish|ch|ss)\Z")
_THE = re.compile(r"\b[Tt]he\s(?:[A-Z]\w+\sand\s)?\Z")
_SOME = re.compile(
    r"(?i)(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|few|some|many|several|most|more|other|young|(?:dozens|hundreds|thousands|of)(?:\sof)?(?:\sthe)?))\s\Z"
)
_AS_SUCH = re.compile(
    r"[,.;]|\s+(?:and|had|have|were|are|will|would|in|at|on|to|with|against|held|fought|began|led|won|lost|took|sent|met|went|made"
    r"|(?!armed|united|combined|allied|occupied|backed|controlled|owned|based|born|educated|trained)[a-z]+ed)\b"
)


def is_people(text: str, span: Span) -> bool:
    """Whether a demonym means the people as such: "the British invaded", "the Germans and"; not "two Germans", "the British fleet"."""
    start = max(0, span.start - NEAR)
    if _COLLECTIVE.search(text, span.start, span.end):
        named = bool(_THE.search(text, start, span.start))
    else:
        named = text.endswith("s", span.start, span.end) and not _SOME.search(text, start, span.start)
    return named and bool(_AS_SUCH.match(text, span.end))
