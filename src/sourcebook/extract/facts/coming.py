"""Whether an event that a noun names may come, or has not come."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.only_meant import is_only_meant
from sourcebook.extract.identity.linking import Linked
from sourcebook.model.spans import Span

_GOING_ON = re.compile(
    r"(?i)\b(?:wars?|conflicts?|fighting|offensives?|battles?|siege|attacks?|bombings?|strikes?|raid|massacre|standoff|stalemate|deadlock|invasion|assault|aggression|crisis|occupation|blockade|violence|genocide|incursion"
    r"|(?:military|rescue|relief)\s+operations?|crackdowns?|assassination|killings?|murder|death|coup|revolution|uprising|rebellion|protests?|riots?|earthquake|floods?|disaster|explosion|crash)\b"
)
_WAR_BY_NAME = re.compile(r"\s(?:War|Conflict|Revolution|Crisis|Uprising|Rebellion|Genocide)\b")
_REST = re.compile(r"\s(?:of|in|on|to|for|against|with|between|by)\s")
_ANY = r"\b(?:[Aa]n?|any|[Aa]nother|further)\s+(?:(?!(?:the|to|of|in|on|for|with|by|from|at|against|between|its|his|her|their|this)\b)[\w’'.-]+\s+){0,3}?\Z"
_PAST = r"(?:(?!United\b)\w+ed|made|taken|held|reached|met|spoke|told|said|gave|was|were|last|support|thank|praise)\b"
"""What ends that which is to come: "will build on what ministers agreed at the summit"."""
_IN_THE_RUNNING = re.compile(
    r"\b(?:(?:ha(?:s|ve)\s+(?:fallen|pulled|slipped)|is|are|remains?|leads?|trails?|running|favou?red)\b[^.;,]{0,40}?\b(?:behind|ahead|leading|trailing|favou?rites?|front-?runners?|poised|set|campaigning|candidates?|in\s+the\s+lead|to\s+win)"
    r"|leads?|trails?|contenders?|candidates?)\s+(?:in|for)\s+(?:the\s+|its\s+|next\s+)?(?:[\w’'-]+\s+){0,5}\Z"
)
"""Before an election of which it is told who may win."""
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
_FAR, _NEAR = 220, 60
"""Code points before an event in which is said whether it is to come, and in which its article stands."""


def is_coming(text: str, sentence: Span, event: Linked, last: int) -> bool:
    """Whether an event only may happen: "could end in a war with Chile", "offered to host talks"."""
    start, first, end = max(sentence.start, event.span.start - _FAR), event.span.start, max(event.span.end, last)
    if _MAY_COME.search(text, start, first):
        return True
    # "The looming Salt War delayed the sale": what has a name came.
    if not _WAR_BY_NAME.search(event.found.name) and is_only_meant(text, sentence, event.span):
        return True
    return bool(_INDEFINITE.search(text, start, first) and _WOULD_BE.match(text, end, sentence.end))


def is_being_run_for(text: str, sentence: Span, event: Linked) -> bool:
    """Whether an election is one of which it is told who may win: "has fallen behind in Chile's election"."""
    start = max(sentence.start, event.span.start - _FAR)
    return event.found.kind == "election" and bool(_IN_THE_RUNNING.search(text, start, event.span.start))


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


_JOINED = re.compile(r"[^;.“”]{0,80}?\s(?:joined|entered|(?:chose|opted|managed|went\s+on)\s+to\s+(?:re)?join)\b")
"""After an event in which somebody had a part in the end: "objected to its part in the talks, but it chose to join"."""
_PART_IN = re.compile(
    r"\b(?:participation|attendance|presence|involvement|inclusion)\s+(?:in|at)\s+(?:the\s+|an?\s+|any\s+)?(?:[\w’'-]+\s+){0,3}?\Z"
)
_IS_WANTED = re.compile(
    r"(?:\s+(?:on|in|of|for|with)\s[^.;,]{2,50}?)?\s+(?:is|was|would\s+be|remains|seems|becomes)\s+(?:an?\s+)?(?:[a-z]+ly\s+|absolute\s+|also\s+|still\s+)?"
    r"(?:necess(?:ary|ity)|essential|vital|crucial|indispensable|imperative|desirable|must|needed|required|precondition|prerequisite|doubtful|uncertain|unlikely|possible|in\s+doubt)\b"
)


def joins_later(text: str, sentence: Span, event: Linked) -> bool:
    """Whether somebody is still to have a part in what goes on: "Norway could enter the war in Chile"."""
    start, first = max(sentence.start, event.span.start - _FAR), event.span.start
    if _JOINED.match(text, event.span.end, sentence.end):
        return False
    if _IS_WANTED.match(text, event.span.end, sentence.end) and _PART_IN.search(text, start, first):
        return True
    return bool(_JOINS.search(text, start, first) or _MAY_JOIN.search(text, start, first) or _UNDECIDED.search(text, start, first))


def is_averted(text: str, sentence: Span, event: Linked) -> bool:
    """Whether an event has not come, though it was near: "came close to a war with Chile"."""
    return goes_on(event) and bool(_AVERTED.search(text, max(sentence.start, event.span.start - _FAR), event.span.start))


_UNTIL = r"(?:\s+(?:to|of|between|in|at|on|with|by|for)\s[^.;,]{0,80}?)?,?\s+(?:(?:has|have|had)\s+been|was|were|is|are)\s+(?:[a-z]+ly\s+)?"
_CALLED_OFF = re.compile(
    rf"{_UNTIL}(?:cancel+ed|called\s+off|shelved|scrapped|(?:avert|avoid|forestall|prevent)ed)\b"
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
    return goes_on(event) and not _INDEFINITE.search(text, event.span.start - _NEAR, event.span.start)


def goes_on(event: Linked) -> bool:
    """Whether an event is one that lasts or strikes, to which nobody is invited: a war, a crisis, an attack."""
    return bool(_GOING_ON.search(_REST.split(event.found.name, maxsplit=1)[0]))
