"""Whether an event that a noun names is still to come, may come, or has not come."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.only_meant import is_only_meant
from sourcebook.extract.identity.linking import Linked
from sourcebook.model.spans import Span

_GOING_ON = re.compile(
    r"(?i)\b(?:wars?|conflict|fighting|offensive|battle|siege|attacks?|bombings?|strikes?|raid|massacre|standoff|stalemate|deadlock|invasion|assault|aggression|crisis|occupation|blockade|violence|genocide|incursion"
    r"|assassination|killings?|murder|death|coup|revolution|uprising|rebellion|protests?|riots?|earthquake|floods?|disaster|explosion|crash)\b"
)
_WAR_BY_NAME = re.compile(r"\s(?:War|Conflict|Revolution|Crisis|Uprising|Rebellion|Genocide)\b")
_REST = re.compile(r"\s(?:of|in|on|to|for|against|with|between|by)\s")
_SLACK = r"(?:[\w’'.-]+\s+){0,3}?"
_ANY = r"\b(?:[Aa]n?|any|[Aa]nother|further)\s+(?:(?!(?:the|to|of|in|on|for|with|by|from|at|against|between|its|his|her|their|this)\b)[\w’'.-]+\s+){0,3}?\Z"
_PAST = r"(?:(?!United\b)\w+ed|made|taken|held|reached|met|spoke|told|said|gave|was|were|last|support|thank|praise)\b"
"""What ends that which is to come: "will build on what ministers agreed at the summit"."""
_AHEAD = re.compile(
    rf"\b(?:upcoming|forthcoming|coming|next|future|planned|proposed|imminent|(?:tomorrow|next\s+(?:week|month|year))[’']s)\s+(?!(?:as|by|for|to|in|at|on)\b){_SLACK}\Z"
)
_WILL = re.compile(
    r"\b(?:will|(?:is|are)\s+(?:(?:due|set|scheduled|expected|slated|planned|likely|going|preparing|about)\s+)?to|look(?:s|ed|ing)?\s+forward\s+to|(?:prepares?|(?:is|are)\s+preparing|gears?\s+up|gets?\s+ready)\s+(?:to|for)|(?:want|hope|seek|aim|plan|intend)s?\s+to|upcoming)\s"
    rf"(?:(?:be\s+(?:[a-z]+ly\s+)?[a-z]+ed|(?!{_PAST}|whether\b)[^\s;:,“”]+)\s+){{0,24}}?"
    r"(?:(?:(?:co-)?(?:host|chair)|hold|attend|join|conven|open)(?:e|ing)?|(?:participate|engage|take\s+part)\s+in|at|for|during|on)\s+"
    rf"(?:an?|the|its|his|her|their|our|this|[A-Z][\w-]+[’']s?)?\s*{_SLACK}\Z"
)
_GOVERNED = re.compile(r"\b(?:to|of|on|at|for|in|about|with|from|after|before|by)\s+(?:the\s+|an?\s+)?\Z")
_WILL_BE = re.compile(
    r"(?:\s+(?:of|between|in|at|on|with|and\s+(?:its|his|her|their))\s[^.;,]{0,60}?)?(?:\s+\([^)]*\))?,?\s+(?P<own>(?:which|that)\s+)?"
    r"(?:will\b(?!\s+(?:not|remain|always|forever|go\s+down)\b)|(?:is|are|was|were)\s+(?:due|scheduled|slated|planned|expected|possible|likely|to\s+be)"
    r"|(?:could|may|might)\s+(?:soon\s+|still\s+|only\s+)?(?:start|begin|resume|take\s+place|open|be\s+(?:held|hosted|convened|postponed|cancell?ed|moved))"
    r"|(?:begins|starts|opens|convenes|kicks\s+off|gets\s+under\s+way)|(?P<day>(?:planned|scheduled|slated|due|expected)\s+(?:for|in|on)|tomorrow|next\s+(?:week|month|year)|later\s+this\s+\w+|to\s+be\s+(?:\w+-)?(?:held|hosted|convened)))\b"
    r"|\s+(?:(?:is|are)\s+(?:fast\s+|now\s+)?(?:approaching|near(?:ing)?|looming|imminent|around\s+the\s+corner)|(?:approach|draw\s+near|loom|lie\s+ahead)(?:e?s)?)\b(?!\s+to\b|-)"
)
_OF_ITS = re.compile(
    r"\b(?:goals?|aims?|purpose|tasks?|priorit(?:y|ies)|agenda|test|challenge|focus|theme|outcome|success)\s+(?:of|for|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}\Z"
)
_MUST_BE = re.compile(r"(?:\s+(?:to|in)\s[^.;,]{2,30}?)?\s+(?:must|should|will|ought\s+to|needs?\s+to)\s+(?:be|lie|focus|depend)\b")
"""After the visit for whose aim something is to be: "a key goal of Ruiz's visit must be to"."""
_IF_IT = re.compile(r"\b(?:[Ii]f|[Uu]nless)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?:[\w’'-]+\s+){0,2}\Z")
_GOES_WELL = re.compile(
    r"(?:\s+(?:in|with|between|on)\s[^.;,]{2,50}?)?\s+(?:is\s+to|are\s+to|do(?:es)?\s+not|(?:go|succeed|fail|produce|yield|lead|achieve|result|take\s+place|prove|end|bring|make)(?:e?s)?)\b"
)
"""After an event of which nobody knows yet how it ends: "If the Lima talks go well"."""
_WHEN_IT_IS = re.compile(
    r"\b(?:will|can|must|should|could|may|might|shall|[Aa]head\s+of|[Bb]efore)\b[^.;:“”]{1,140}?\b(?:when|where|once|as|until|before)\s+(?:[\w’'.-]+\s+){1,5}?"
    r"(?:hosts?|attends?|chairs?|meets?\s+(?:at|for)|opens?|convenes?|gathers?\s+(?:at|for)|visits?|holds?|arrives?\s+(?:at|in|for)|travels?\s+to|goes?\s+to)\s+"
    rf"(?:an?\s+|the\s+|its\s+|his\s+|her\s+|their\s+)?{_SLACK}\Z"
)
"""Before what is told in the present of a time to come: "can begin to do so when he hosts the summit"."""
_IN_THE_RUNNING = re.compile(
    r"\b(?:(?:ha(?:s|ve)\s+(?:fallen|pulled|slipped)|is|are|remains?|leads?|trails?|running|favou?red)\b[^.;,]{0,40}?\b(?:behind|ahead|leading|trailing|favou?rites?|front-?runners?|poised|set|campaigning|candidates?|in\s+the\s+lead|to\s+win)"
    r"|leads?|trails?|contenders?|candidates?)\s+(?:in|for)\s+(?:the\s+|its\s+|next\s+)?(?:[\w’'-]+\s+){0,5}\Z"
)
"""Before an election of which it is told who may win."""
_MUST_DO = re.compile(
    r"(?:\s+(?:of|between|in|at|on|with)\s[^.;,]{0,60}?)?\s+(?:can\s+and\s+)?(?:must|should|needs?\s+to|ha(?:s|ve)\s+to)\s+(?!(?:be|have|not)\b)[a-z]"
)
"""After a gathering of which something is wanted: "The summit must adopt a treaty"."""
_INDEFINITE = re.compile(_ANY)
_MAY_COME = re.compile(
    r"\b(?:could|might|may|would|can|avoid|(?:risk|threat|danger|fears?|prospect|possibility|likelihood|event|case)\s+of"
    r"|recommendation|proposal|aim|idea|[Pp]lans?|need|wish(?:es|ed)?|preparations|ready|readiness|willing(?:ness)?|tr(?:y|ies|ied|ying)\s+to|offer(?:s|ed|ing)?\s+to|prepared|likely|[Ii]f|unless|invit(?:e[sd]?|ing|ations?)|call(?:s|ed|ing)?\s+(?:for|on)|seeks?|(?:agree|decide)[sd]?\s+to"
    r"|propos(?:es|ed))"
    rf"(?:\s+(?!{_PAST})[^\s;:,“”]+){{0,9}}?"
    rf"(?:(?<!\sat)(?<!\sin)(?<!\sduring)(?<!\safter)(?<!\sfollowing)\s+{_ANY}|\s+(?:engage|participate|take\s+part)\s+in\s+{_ANY}"
    r"|\s+(?:hold|host|convene|begin|start|resume|facilitate|broker|mediate|arrange)\s+(?:[\w-]+\s+){0,2}?\Z)"
)
_WOULD_BE = re.compile(
    r"(?:\s+(?!that\b|which\b|who\b)[^\s;:,“”]+){0,10}?\s+(?:would|could|might|is\s+(?:\w+\s+)?(?:possible|likely|needed)|(?:became|was)\s+likely)\b"
)
_AVERTED = re.compile(
    r"\b(?:(?:c[ao]me|been|were|was)\s+(?:very\s+)?close\s+to|(?:on|to|from)\s+the\s+(?:brink|verge)\s+of|averted)\s+(?:[\w-]+\s+){0,3}?\Z"
)
_GATHERINGS = frozenset({"summit", "conference", "visit", "session", "forum", "election"})
_FAR, _NEAR = 220, 60
"""Code points before an event in which is said whether it is to come, and in which its article stands."""


def is_coming(text: str, sentence: Span, event: Linked, last: int) -> bool:
    """Whether an event is still to be held, or only may happen: "will attend the Oslo summit", "could end in a war with Chile"."""
    start, first, end = max(sentence.start, event.span.start - _FAR), event.span.start, max(event.span.end, last)
    if not _goes_on(event):
        told = _WILL_BE.match(text, event.span.end, sentence.end)
        # "The date of the talks will be set": not the talks will.
        if told and (told["own"] or told["day"] or not _GOVERNED.search(text, start, first)):
            return True
        if event.found.kind in _GATHERINGS and _MUST_DO.match(text, event.span.end, sentence.end):
            return True
        if _AHEAD.search(text, start, first) or _WILL.search(text, start, first) or _WHEN_IT_IS.search(text, start, first):
            return True
        if _OF_ITS.search(text, start, first) and _MUST_BE.match(text, event.span.end, sentence.end):
            return True
        if event.found.kind == "election" and _IN_THE_RUNNING.search(text, start, first):
            return True
    if _IF_IT.search(text, start, first) and _GOES_WELL.match(text, event.span.end, sentence.end):
        return True
    if _MAY_COME.search(text, start, first):
        return True
    # "The looming Salt War delayed the sale": what has a name came.
    if not _WAR_BY_NAME.search(event.found.name) and is_only_meant(text, sentence, event.span):
        return True
    return bool(_INDEFINITE.search(text, start, first) and _WOULD_BE.match(text, end, sentence.end))


_JOINS = re.compile(
    r"\b(?:will|would|could|might|may|shall|should|(?:want|threaten|prepar|plan|promis|intend|refus|expect|agree|wish|hope|seek|due|set|about|ready)(?:e?[sd]?|ing|ned|ed)?\s+to)\s+"
    r"(?:(?:[a-z]+ly|also|then|soon|ever|have|be)\s+){0,3}"
    r"(?:(?:re)?join|enter|intervene|(?:br(?:ing|ought)|dr(?:aw|awn|ag|agged)|pull(?:ed)?|push(?:ed)?|plunged?)\b[^.;,]{1,50}?\sin(?:to)?|declare|step|get\s+(?:involved|drawn|dragged)"
    r"|participate|take\s+part)\s(?:(?:in(?:to)?|on)\s+)?(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,3}?\Z"
)


_UNDECIDED = re.compile(
    r"\b(?:decid|decision|question|doubt|uncertain|debat|object|oppos|resist|block|veto|invit|propos|plan|announc|wish|hope|offer|interest|consider)\w*\s"
    r"(?:[^.;,]{1,50}?\s)?(?:[’']s?\s+)?(?:participation|attendance|presence|involvement)\s+(?:in|at)\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,3}?\Z"
)


_MAY_JOIN = re.compile(
    r"\b(?:discuss|consider|contemplat|mull|explor|weigh|debat|ponder|envisag)(?:e?[sd]|ing|e)?\s+(?:[a-z]+ly\s+)?(?:(?:re)?joining|entering|attending|hosting|(?:participating|taking\s+part)\s+in)\s+"
    r"(?:the\s+|an?\s+)?(?:[\w’'.-]+\s+){0,3}?\Z"
)
"""Before an event of which somebody only thinks: "began to discuss joining the talks"."""


def joins_later(text: str, sentence: Span, event: Linked) -> bool:
    """Whether somebody is still to have a part in what goes on: "Norway could enter the war in Chile"."""
    start, first = max(sentence.start, event.span.start - _FAR), event.span.start
    return bool(_JOINS.search(text, start, first) or _MAY_JOIN.search(text, start, first) or _UNDECIDED.search(text, start, first))


def is_averted(text: str, sentence: Span, event: Linked) -> bool:
    """Whether an event has not come, though it was near: "came close to a war with Chile"."""
    return _goes_on(event) and bool(_AVERTED.search(text, max(sentence.start, event.span.start - _FAR), event.span.start))


_UNTIL = r"(?:\s+(?:to|of|between|in|at|on|with|by|for)\s[^.;,]{0,80}?)?,?\s+(?:(?:has|have|had)\s+been|was|were|is|are)\s+(?:[a-z]+ly\s+)?"
_CALLED_OFF = re.compile(
    rf"{_UNTIL}(?:cancel+ed|called\s+off|shelved|scrapped)\b"
    r"|(?:\s+(?:to|of|between|in|at|on|with|by|for)\s[^.;,]{0,80}?)?\s+(?:never|did\s+not|didn[’']t|failed\s+to)\s+(?:t(?:ake|ook)\s+place|happen(?:ed)?|materiali[sz]ed?|occur(?:red)?|come\s+about)\b"
)
_PUT_OFF = re.compile(rf"{_UNTIL}(?:postponed|put\s+off|rescheduled|delayed)\b")


def is_called_off(text: str, end: int, last: int) -> bool:
    """Whether what is told up to a place is said not to come at all: "Talks with Chile were called off"."""
    return bool(_CALLED_OFF.match(text, end, last))


def is_put_off(text: str, end: int, last: int) -> bool:
    """Whether what is told up to a place is said to come later: "Ana Ruiz's visit to Chile has been postponed"."""
    return bool(_PUT_OFF.match(text, end, last))


def is_certain(text: str, event: Linked) -> bool:
    """Whether an event is spoken of as one that goes on, whatever somebody will do about it: "will discuss the war in Chile"."""
    return _goes_on(event) and not _INDEFINITE.search(text, event.span.start - _NEAR, event.span.start)


def _goes_on(event: Linked) -> bool:
    return bool(_GOING_ON.search(_REST.split(event.found.name, maxsplit=1)[0]))
