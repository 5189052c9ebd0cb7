"""Who does what a participle or an infinitive far behind him tells of: "Norway trains sailors in partnership with Chile"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.groups import Actors
from sourcebook.extract.facts.signs import BODY, FOLK, PERSON, STATE


def leading(signs: Signs, end: int) -> Actors | None:
    """Who leads a sentence in which nobody else does anything up to a position: "Norway trains sailors in Peru in partnership with Chile"."""
    first = signs.first()
    if first is None or first.end >= end or _SAYS.search(signs.words, first.end, end):
        return None
    between = (at for at in signs.at if first.end <= at < end and signs.words[at] in _ACTING)
    return None if any(not _AT_REST.search(signs.words, at - 24, at) for at in between) else first


_ACTING = frozenset({STATE, BODY, PERSON})
_AT_REST = re.compile(r"\b(?:in|on|of|for|against|from|to|into|across|over|[a-z]+ing)\s+(?:the\s+)?\Z")
_SAYS = re.compile(r"\b(?:that|which|who|whose|when|while|said|says|if|because|but)\b")


def meaning_to(signs: Signs, verb: int) -> Actors | None:
    """Whose "commitment to work with" others it is; who leads a sentence that goes on ", working closely with"."""
    bound = _BOUND.search(signs.words, 0, verb)
    if bound:
        return Actors((signs.at[bound.start("who")],), bound.start(), bound.end())
    first = signs.first() if signs.words.endswith(", ", 0, verb) and signs.words.startswith("ing", verb + len("work")) else None
    return first if first and first.end < verb else None


_BOUND = re.compile(
    rf"(?P<who>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+(?:[a-z-]+\s+)?(?:commitment|readiness|willingness|intent(?:ion)?|resolve|efforts?|plans?|desire|determination)\s+to\s+(?:\w+\s+)?\Z"
)
