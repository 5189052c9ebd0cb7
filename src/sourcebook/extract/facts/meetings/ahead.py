"""Whether a meeting or a journey is still to come, only wanted or asked for, or never was, by words that stand apart from it."""

from sourcebook import lazy_re as re
from sourcebook.extract.statements import Statement

NEAR = 60
"""Code points before a meeting or a journey in which is said that it is to come."""
FAR = 240
"""Code points before it of the verb with which it goes on."""
_SPAN = r"(?:week|weekend|month|year|summer|autumn|fall|winter|spring|[A-Z][a-z]+day)"
_NAMED = re.compile(
    r"(?!to\s)(?:[a-z-]+\s+){0,3}(?:visits?|trips?|tours?|meetings?|talks|summit|encounter|discussions|conversations?|negotiations|arrival|stay)\b"
)
_ANY = re.compile(r"\b(?:[Aa]n?|[Aa]ny|[Aa]nother)\s+(?:(?!last\b|recent\b|first\b|previous\b)[a-z-]+\s+){0,3}\Z")
_MIGHT = re.compile(r"[^,;:.“”]{0,60}?\s(?:would|could|might|may|must|should|will)\s")
_MAY = re.compile(
    rf"(?:\s+(?:this|next)\s+{_SPAN})?(?:\s+(?:to|for|as)\s(?!(?:be|have)\b)[^,;:.“”]{{3,80}}?)?"
    r"\s+(?:(?:should|must)\s+(?!(?:have|be\s+(?:seen|understood|viewed|remembered|interpreted|read))\b)|will\b(?!\s+(?:be\s+remembered|always|go\s+down|remain|long))|ha(?:s|ve)\s+the\s+(?:potential|chance)\s+to)\b"
    r"|,\s+(?:which|that)\s+(?:will\s+)?(?:begins?|starts?|opens?|takes?\s+place)\s+(?:on|in|next|tomorrow|later)\b"
    r"|,\s+(?:(?:which|that)\s+(?:is\s+)?)?(?:due|scheduled|set|planned|expected)\s+(?:for|on|in|to\s+(?:begin|start|take))\b"
)
"""After a visit or a meeting of which is told when it is, or what it will bring."""
_TO = re.compile(
    # "wants to", "offered to"
    r"\b(?:(?:want|wish|hope|offer|need|intend|long|mean)(?:s|ed|ing)?|(?:promis|pledg|agre)e?(?:s|d|ing)?|eager|keen|willing|ready|reluctant|unlikely|likely|free"
    # "his willingness to"
    # "invited Ana Ruiz to", "would allow her to"
    r"|(?:invit|urg|ask|press|encourag|beg|implor|advis|expect|(?:would|could|might|to)\s+(?:allow|enabl|permit))\w*\s+[^,;:.“”]{2,60}?"
    r"|willingness|readiness|desire|eagerness|intentions?|plans?|promises?|pledges?|offers?|agreements?|attempts?|efforts?|requests?|proposals?"
    # "has to", "ought to"
    r"|ought|ha(?:s|ve)|had\s+better)\s+(?:[a-z]+ly\s+)?to\s+(?:[a-z]+ly\s+)?\Z"
    # "it is time for her to", "better for her to"
    r"|\b(?:time|essential|important|necessary|better|wise|unwise|premature|difficult|hard|easy|easier|possible|impossible|useful|pointless|vital|crucial|right|foolish|opportunity|occasion|chance)\s+for\s+[^,;:.“”]{2,40}?\s+to\s+\Z"
    r"|\b(?:should|must|shall|needs?|ought\s+to|had\s+better|let\s+[^,;:.“”]{2,30})\s+(?:[a-z]+ly\s+|now\s+|also\s+|soon\s+|first\s+|at\s+least\s+){0,2}\Z"
)
"""Before a verb that tells of what somebody wants or ought to do."""
_NOT_TO = re.compile(r"\b(?:refusal|unwillingness|inability|failure|reluctance)\s+to\s+(?:even\s+)?\Z")
_AND_TO = re.compile(
    r"\b(?:(?:scheduled|due|set|expected|slated|plan(?:s|ning)?|intend(?:s|ing)?|hop(?:es|ing)|going|about|preparing)\s+to|will)\s+[a-z]+\b[^;.“”]{0,160}?,?\s+and\s+(?:then\s+|later\s+|also\s+|finally\s+)?(?:to\s+)?\Z"
)
"""Before a verb that goes on with what is to come: "is scheduled to travel to Chile in May, and to"."""
_AN = r"(?:even\s+|ever\s+)?(?:(?:an?|any|another)\s+(?:[a-z-]+\s+){0,2})?"
_AVOIDS = re.compile(
    r"\b(?:resist(?:s|ed|ing)?|avoid(?:s|ed|ing)?|shun(?:s|ned|ning)?|skip(?:s|ped|ping)?|eschew(?:s|ed|ing)?|oppos(?:es?|ed|ing)"
    r"|(?:refrain|abstain|shr[aiu]nk)\w*\s+(?:[a-z]+\s+)?from|(?:balk|bridl)\w*\s+at|stop(?:s|ped|ping)?\s+short\s+of|(?:averse|opposed)\s+to|instead\s+of|rather\s+than)\s+"
    rf"{_AN}\Z"
)
"""Before what somebody will not do: "has resisted meeting"."""
_CONSIDERS = re.compile(
    r"\b(?:(?:wary|leery|afraid|fearful|in\s+favou?r)\s+of|consider\w*|contemplat\w*|weigh(?:s|ed|ing)|dread(?:s|ed|ing)?|delay(?:s|ed|ing)?|postpon\w*|open\s+to|(?:keen|intent|bent|set)\s+on)\s+"
    rf"{_AN}\Z"
)
"""Before what somebody may still do: "is wary of meeting"."""
_DOING = re.compile(r"(?:meet|visit|travel(?:l)?|host|receiv|hold|fly|return|welcom)ing\b|(?:meetings?|talks|visits?|trips?|summit)\b")
_BARE = re.compile(r"(?:meet|visit|host|receive|welcome|hold|travel|go|fly|return|arrive|sit|call|come|tour|greet)\b")
_HAD = re.compile(r"\b(?:Had|[Ii]f)\s+[^,;.“”]{2,60}?(?:\s+had)?\s*\Z")
_WOULD_HAVE = re.compile(r"[^;.“”]{0,90}?,\s[^;.“”]{2,90}?\s(?:would|might|could)\s+(?:[a-z]+\s+)?have\b")
_ASKS = re.compile(r"(?:Will|Would|Could|Can|Should|Might|May|Is|Are)\s")
_WHEN = re.compile(r"\bWhen\s+(?:[A-Z][\w.’-]*\s+|the\s+|and\s+|of\s+){0,8}\Z")
_MEETS = re.compile(r"\b(?:meets?|visits?|arrives?|travels?|flies|fly|goes|go|comes?|sits?\s+down)\b")
_MEETS_NOW = re.compile(rf"[^,;.“”]{{0,60}}?\b(?:meet|are\s+meeting)\s+(?:[a-z]+\s+)?(?:(?:this|next)\s+{_SPAN}|tomorrow|today)\b")
_NEXT = re.compile(rf"\W*(?:Next\s+{_SPAN}|Tomorrow|Later\s+this\s+{_SPAN}|(?:In|Over)\s+the\s+coming\s+(?:days|weeks|months))\b")
_WHEN_LAST = re.compile(
    r"\b(?:will|should|must|may|might|hopes?|expects?|plans?|is|are)\b[^;.“”]{0,120}\s(?:when|once|before|until)\s+(?:[A-Z][\w.’-]*\s+|the\s+|and\s+|of\s+|s?he\s+|they\s+){0,8}\Z"
)
"""Before what has not come when the rest is told: "Little is expected when Ana Ruiz and Ola Lund"."""
_THEN_WILL = re.compile(r"[^;.“”]{0,90}?,\s[^;.“”]{3,90}?\s(?:will|should|must|(?:is|are)\s+(?:going|likely|set|due|expected)\s+to)\s")
_OFF = r"(?:cancel+ed|called\s+off|scrapped|shelved)\b"
_OTHERS_TOO = re.compile(
    r",?\s+(?:and|as\s+well\s+as)\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,2}(?:meetings?|talks|visits?|trips?|summit|lunch|dinner)\s+(?:between|with|to|by|of)\s[^;.“”]{3,160}?,?"
    rf"\s+(?:was|were|ha(?:s|ve|d)\s+been)\s+(?:also\s+|both\s+)?{_OFF}"
)
"""After the first of two meetings that came to nothing."""
_ALSO_OFF = re.compile(rf",?\s+(?:was|were|ha(?:s|ve|d)\s+been)\s+(?:also\s+|both\s+){_OFF}")


def is_ahead(text: str, statement: Statement) -> bool:
    """Whether a meeting or a journey is to come or only wanted: "her coming trip to Chile", "It is time for her to meet Ana Ruiz"."""
    sentence, focus = statement.sentence.span, statement.focus
    near = max(sentence.start, focus.start - NEAR)
    if _NAMED.match(text, focus.start, focus.end) and (
        _MAY.match(text, focus.end, sentence.end) or (_ANY.search(text, near, focus.start) and _MIGHT.match(text, focus.end, sentence.end))
    ):
        return True
    verb = _verb(text, statement)
    if _BARE.match(text, verb) and (_TO.search(text, max(sentence.start, verb - NEAR), verb) or _is_asked(text, statement)):
        return True
    if _BARE.match(text, verb) and _AND_TO.search(text, max(sentence.start, verb - FAR), verb):
        return True
    if _gerund(text, statement, _CONSIDERS):
        return True
    if _MEETS_NOW.match(text, focus.start, min(sentence.end, focus.end + NEAR)):
        return True
    meets = _MEETS.search(text, focus.start, focus.end)
    if meets and _NEXT.match(text, sentence.start):
        return True
    if meets and _WHEN_LAST.search(text, max(sentence.start, meets.start() - FAR), meets.start()):
        return True
    when = meets and _WHEN.search(text, near, focus.start)
    return bool(when and _THEN_WILL.match(text, focus.end, sentence.end))


def _gerund(text: str, statement: Statement, led: re.Pattern[str]) -> bool:
    """Whether some words lead the verb or the noun of a meeting or a journey: "has resisted" before "meeting Ana Ruiz"."""
    found = _DOING.search(text, statement.focus.start, statement.focus.end)
    return found is not None and led.search(text, max(statement.sentence.span.start, found.start() - NEAR), found.start()) is not None


def _verb(text: str, statement: Statement) -> int:
    """Where the verb of a meeting or a journey stands, without the "to" that may lead it."""
    start = statement.focus.start
    return start + len("to ") if text.startswith("to ", start) else start


def _is_asked(text: str, statement: Statement) -> bool:
    """Whether a sentence only asks whether somebody will do something: "Will she visit Chile?"."""
    sentence = statement.sentence.span
    return text[sentence.end - 1] == "?" and _ASKS.match(text, sentence.start) is not None


def came_to_nothing(text: str, statement: Statement) -> bool:
    """Whether a meeting or a journey is told not to have been: "talks with Chile, and a meeting with Peru, were called off", "Had she met him, …"."""
    sentence, verb = statement.sentence.span, _verb(text, statement)
    end, near = statement.focus.end, max(sentence.start, verb - NEAR)
    return bool(
        _OTHERS_TOO.match(text, end, sentence.end)
        or _ALSO_OFF.match(text, end, sentence.end)
        or _NOT_TO.search(text, near, verb)
        or _gerund(text, statement, _AVOIDS)
        or (_HAD.search(text, near, verb) and _WOULD_HAVE.match(text, end, sentence.end))
    )
