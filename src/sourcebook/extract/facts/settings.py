"""States and bodies that are named only for where something is, or where others meet."""

from sourcebook import lazy_re as re
from sourcebook.extract.identity.linking import Linked

NEAR = 80
"""Code points."""
CAPITAL = re.compile(r"(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:capital|city|town|resort)\b")
"""After a state of whose city a text speaks."""
_IN_TOWN = re.compile(r"\b(?:in|at|near)\s+(?:[A-Z][\w’'-]+\s?){1,4},\s+\Z")


def is_setting(text: str, state: Linked) -> bool:
    """Whether a state is named only for one of its cities, or brings others together: "the Chilean capital", "met in Nay Pyi Taw, Myanmar"."""
    if HOSTS.match(text, state.span.end):
        return True
    return bool(CAPITAL.match(text, state.span.end) or _IN_TOWN.search(text, state.span.start - NEAR, state.span.start))


HOSTS = re.compile(
    r"\s+(?:(?:has|have|had|also|then|again)\s+){0,2}(?:host|broker|mediat|facilitat)(?:e[sd]?|ed|s|ing)?\s+(?:(?!with\b)[\w-]+\s+){0,6}?between\s"
)
"""After a state that only brings others together: "Norway hosted talks between the Chilean army and two groups"."""


def is_forum(text: str, body: Linked) -> bool:
    """Whether a body is only where others meet: "work closely at forums such as the UN and ASEAN"."""
    return bool(_AT_FORUMS.search(text, body.span.start - NEAR, body.span.start))


_AT_FORUMS = re.compile(
    r"\b(?:forums?|fora|platforms?|frameworks?|organi[sz]ations|bodies|formats?|mechanisms?|groupings?|institutions|arena|stage|level)"
    r",?\s+\(?(?:such\s+as|like|including|namely)\s+(?:the\s+)?(?:[^.;:]{1,80}?(?:,|\s+and)\s+(?:the\s+)?)?\Z"
    r"|\bat\s+(?:the\s+)?\Z"
    r"|\b(?:within|under|in|inside)\s+(?:the\s+)?(?:frameworks?|formats?|context|auspices|umbrella)\s+of\s+(?:the\s+)?\Z"
)
