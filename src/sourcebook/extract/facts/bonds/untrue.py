"""Bonds that there are not, or not yet: over, denied, or only thought of."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import HYPHENS

_NOT = re.compile(
    r"\b"
    r"(?:not|no|never|without|lack(?:s|ed)?|former|ended|end|ending|suspend\w*|halt\w*|refus\w+|withdr\w+|break\w*"
    r"|broke|severed)\s+(?:[\w-]+\s+){0,3}\Z"
    r"|\b(?:unlikely|not\s+likely|too\s+weak|unable|impossible|difficult|hard)\s+to\s+(?:[\w-]+\s+){1,6}\Z"
)
_NOT_SO = re.compile(
    r"\b(?:hardly|scarcely|barely|no\s+longer|anything\s+but|far\s+from|rather\s+than|instead\s+of|(?:was|were)\s+once|used\s+to\s+be|formerly|not|never)\s"
)
_ASKS = re.compile(r"\W*(?:Is|Are|Was|Were|Can|Could|Will|Would|Should|Does|Do|Did|Has|Have)\s.*\?\W*\Z")
_IS_ONE = re.compile(r"\b(?:an?|become|be)\s+(?:[\w-]+\s+){0,4}(?:partners?|all(?:y|ies))\b")
_OUGHT = re.compile(
    r"\b(?:should|must|ought\s+to|needs?\s+to|have\s+to|has\s+to|could|might|may|can|let)\s+(?:[a-z]+\s+){0,2}(?:co-?operat|collaborat|work|team|join|stand|coordinat|consult|partner|ally)\w*"
)
"""In what joins them, what they are to do: "Norway and Chile must work together"."""
_ANY = re.compile(
    r"(?:\b(?:[Aa]|[Aa]n|[Aa]ny|potential|possible|hypothetical)\s+(?:(?!of\b)[\w-]+\s+){0,3}|\b(?:idea|prospects?|possibility|talk|hope|fear|spectre|specter|whether)\s+(?:of\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2})\Z"
)
_WOULD = re.compile(r"[^.;:]{0,60}?\s(?:could|would|might|may\s+(?:well\s+)?be)\b")
_OVER = re.compile(
    r"[^.;:,]{0,30}?(?:,[^.;:,]{3,110},)?(?:,?\s+(?:then|soon|eventually|finally|later|abruptly))?\s+(?:(?:has|had|have)\s+(?:(?:since|now|all\s+but|effectively)\s+)*)?"
    r"(?:(?:ended|collapsed|dissolved|ceased|evaporated|vanished|died|disintegrated|expired|lapsed|soured)(?=[,.;]|\s+(?:in|on|after|when|with|by)\s|\Z)|broke(?:n)?\s+(?:down|up)|fell\s+apart|(?:come|came|fallen)\s+(?:to\s+an\s+end|apart)|unravel+ed|no\s+longer\s+exist"
    r"|(?:is|are|was|were|lies?|lay|stands?|been|left|remains?)\s+(?:(?:now|all\s+but|effectively|already|virtually|clearly)\s+)*(?:over\b(?!\s+[a-z\d])|(?:in|on)\s+(?:tatters|ruins|shambles|pieces|shreds|rags|life\s+support)|dead\b|finished\b|defunct\b|moribund\b|a\s+thing\s+of\s+the\s+past))"
)
"""After one that is over: "the alliance with Chile collapsed in 1990"."""
_MAKING_ONE = r"(?:(?:sign|form|launch|forg|establish|buil|conclud|creat|announc|enter)[\w-]*|(?:ha[sd]|have|is|are|was|into)\b)"
_ONE = re.compile(rf"(?:\A|(?<![\w-]))(?:(?!{_MAKING_ONE})[\w’'-]+,?\s+){{1,2}}[Aa]n?\s+\Z|\A[Aa]n?\s+\Z")
"""Before one that is thought of: "the problems with a Norwegian-Chilean alliance"."""


_ENDED_BY = re.compile(
    r"\b(?:(?:destroy|wreck|shatter|ruin|doom|abandon|jettison|end|suspend|halt|torpedo|sever|bury)(?:s|ed|ing)?"
    r"|(?:terminat|dissolv|scuttl|renounc|sabotag|sever)(?:e[sd]?|ing)|buri(?:es|ed)|undo(?:es|ing)?|undid|undone|s[iau]nk"
    r"|(?:put|spell|mark|mean|bring|brought)\w*\s+(?:an?|the)\s+(?:final\s+|abrupt\s+)?end\s+(?:to|of)|(?:breakdown|breakup|break-up|collapse|demise|dissolution|rupture|end|death)\s+of)"
    r"\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?(?:[a-z-]+\s+){0,3}\Z"
)
"""Before one that something ends: "the war put an end to the alliance of"."""


def is_over(text: str, sentence: int, start: int, end: int) -> bool:
    """Whether a bond, of which a part of a sentence tells that begins at `sentence`, is over: "Norway's partnership with Chile lies in ruins"."""
    return bool(_OVER.match(text, end) or _ENDED_BY.search(text, max(sentence, start - ENDS), start))


ENDS = 70
"""Code points before a bond in which is said that something ends it."""


def is_untrue(words: str, start: int, end: int) -> bool:
    """Whether what tells of a bond, between two places of a sentence's signs, is said of none that there is."""
    told = words[start:end]
    return bool(
        _NOT.search(words, max(0, start - NEAR), start)
        or _NOT_SO.search(told)
        or (_IS_ONE.search(told) and _ASKS.match(words))
        or _OUGHT.search(told)
        or is_over(words, 0, start, end)
        or (told[1:2] in HYPHENS and _ONE.search(words, max(0, start - NEAR), start))
        or (_ANY.search(words, max(0, start - NEAR), start) and _WOULD.match(words, end))
    )


def are_its_friends(text: str, end: int) -> bool:
    """Whether not a state or body is meant whose name ends at a place, but its friends or rivals: "in coordination with Chile's partners"."""
    return bool(_FRIENDS.match(text, end))


_FRIENDS = re.compile(
    r"[’']s?\s+(?:[a-z-]+\s+){0,2}(?:partners|allies|neighbou?rs|friends|rivals|enemies|foes|adversaries|opponents|critics|creditors|donors)\b"
)
NEAR = 40
"""Signs and letters before a bond."""
