"""Whether a meeting or a journey is still to come, or was called off, by words that stand apart from it."""

from sourcebook import lazy_re as re
from sourcebook.extract.statements import Statement

NEAR = 60
"""Code points before a meeting or a journey in which is said that it is to come."""
_COMING = re.compile(r"\bcoming\s+(?:[a-z-]+\s+){0,2}\Z")
_NOUN = r"(?:[a-z-]+\s+){0,3}(?:visits?|trips?|tours?|meetings?|talks|summit|encounter)\b"
_NAMED = re.compile(_NOUN)
_WHEN = re.compile(r"\bWhen\s+(?:[A-Z][\w.’-]*\s+|the\s+|and\s+|of\s+){0,8}\Z")
_MEETS = re.compile(r"\b(?:meets?|visits?|arrives?|travels?|flies|fly|goes|go|comes?|sits?\s+down)\b")
_THEN_WILL = re.compile(r"[^;.“”]{0,90}?,\s[^;.“”]{3,90}?\s(?:will|should|must|(?:is|are)\s+(?:going|likely|set|due|expected)\s+to)\s")
_MAY = re.compile(
    r"(?:\s+(?:this|next)\s+(?:week|weekend|month|year|summer|autumn|fall|winter|spring|\w+day))?(?:\s+(?:to|for)\s(?!(?:be|have)\b)[^,;:.“”]{3,80}?)?"
    r"\s+(?:will\b(?!\s+(?:be\s+remembered|always|go\s+down|remain|long))|ha(?:s|ve)\s+the\s+(?:potential|chance)\s+to)\b"
)
"""After a visit or a meeting of which is told what it will bring."""
_OTHERS_TOO = re.compile(
    r",?\s+(?:and|as\s+well\s+as)\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,2}(?:meetings?|talks|visits?|trips?|summit|lunch|dinner)\s+(?:between|with|to|by|of)\s[^;.“”]{3,160}?,?"
    r"\s+(?:was|were|ha(?:s|ve|d)\s+been)\s+(?:also\s+|both\s+)?(?:cancel+ed|called\s+off|scrapped|shelved)\b"
)
"""After the first of two meetings that came to nothing."""
_ALSO_OFF = re.compile(r",?\s+(?:was|were|ha(?:s|ve|d)\s+been)\s+(?:also\s+|both\s+)(?:cancel+ed|called\s+off|scrapped|shelved)\b")


def is_ahead(text: str, statement: Statement) -> bool:
    """Whether a meeting or a journey is to come: "her coming trip to Chile", "When they meet in Oslo in June, trade will be on the table"."""
    sentence, focus = statement.sentence.span, statement.focus
    near = max(sentence.start, focus.start - NEAR)
    named = _NAMED.match(text, focus.start, focus.end) is not None
    if named and _COMING.search(text, near, focus.start):
        return True
    if named and _MAY.match(text, focus.end, sentence.end):
        return True
    return bool(
        _WHEN.search(text, near, focus.start)
        and _MEETS.search(text, focus.start, focus.end)
        and _THEN_WILL.match(text, focus.end, sentence.end)
    )


def came_to_nothing(text: str, statement: Statement) -> bool:
    """Whether one of several meetings or journeys is told not to have been: "talks with Chile, and a meeting with Peru, were called off"."""
    end = statement.sentence.span.end
    return bool(_OTHERS_TOO.match(text, statement.focus.end, end) or _ALSO_OFF.match(text, statement.focus.end, end))
