"""What the rules of bonds have in common: words for what binds two, for how close they are, and a bond as it is found."""

from sourcebook.extract.facts.signs import DATE
from sourcebook.extract.identity.linking import Linked

Bond = tuple[Linked, Linked, str, int, int]
"""Who is bound, to whom, the word for it, and where the words that tell of it begin and end."""
PARTNER = "partner"
"""The word for a bond that a verb tells of."""
_NO_FURTHER = r"(?:and|or|with|of|in|on|at|to|from|by|for|that|which|who|is|are|was|were|not|no)"
WORD = rf"(?:(?!{_NO_FURTHER}\b)[\w’'-]+\s+|{DATE}\s+)"
"""A word that may stand before what binds two: "their new 2021 partnership"."""
BETWEEN_THEM = r"(?:[Pp]artnerships?|[Cc]ooperation|[Cc]o-operation|[Cc]ollaboration|[Cc]oordination|interaction)"
_CLOSE = r"(?:close(?:r|st)?|strong(?:er)?|deep(?:er)?|robust|solid)"
WARM_TIES = (
    rf"(?:(?:{_CLOSE}\s+)?(?:strategic|military|defen[cs]e|security)"
    r"(?:,?\s+(?:and\s+)?[a-z-]+){0,3}?\s+(?:ties|relations(?:hips?)?|links|bonds)"
    r"|(?:(?:very|significantly|increasingly|much|extremely)\s+)?close(?:r|st)?(?:,?\s+(?:and\s+)?[a-z-]+){0,2}?\s+(?:ties|relations(?:hips?)?|links))"
)
"""As in "close military and economic ties", "close ties"."""
ONE_ALONE = frozenset({"ally", "partner"})
"""Of those named after it, the first alone is meant: "Norway and its ally Chile, as well as Peru"."""
MOST = 4
"""Of a list, those who are each other's partners."""
