"""Whether an office is told as one that is no longer held: "former Chilean president Ana Ruiz", "the then minister", "the late king", "who was ousted"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.model.spans import Span

FORMER = ("former",)
"""The `status` of such an office."""
_NEAR = 80
"""Code points before an office in which is said that it is over."""
_GONE = (
    r"(?:\b[Ee]x(?:\s*[-–]\s*|\s+)"
    r"|\b(?:[Ff]ormer|[Ff]ormerly|[Pp]reviously|[Oo]ne-?time|[Ss]ometime|[Ee]rstwhile|[Dd]eposed|[Oo]usted|[Tt]oppled|[Oo]verthrown|[Mm]urdered|[Ss]lain|[Aa]ssassinated|[Ee]xecuted|[Rr]etired|(?:[Ii]mmediate\s+)?[Pp]ast|[Pp]revious)\s+"
    # Not "since then president Ana Ruiz has", "and then president Ana Ruiz came".
    r"|(?<![Ss]ince\s)(?<![Bb]y\s)(?<![Uu]ntil\s)(?<![Aa]nd\s)(?<![Bb]ut\s)(?<!,\s)(?<!from\s)\bthen\s+|\b[Tt]hen\s*[-–]\s*"
    r"|\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+late\s+|[’']s\s+late\s+)"
)
_ITS_RANK = r"(?:served\s+as\s+)?(?:(?:an?|the)\s+)?(?:(?!and\b|or\b|of\b|who\b|which\b|in\b|at\b|by\b|for\b|to\b|with\b|on\b)[a-z-]+\s+){0,2}(?:[A-Z](?:[\w.-]|[’'](?!s\b))*\s+){0,5}"
"""Between the word and the name of the office: "former acting Chilean deputy". A possessive begins somebody else's: "former president Ruiz's minister"."""
_OVER = re.compile(rf"{_GONE}{_ITS_RANK}\Z")
_WHEN_ONE_WAS = re.compile(
    r"\b(?:[Ww]hen|[Ww]hile|where)\s+(?:[^\s;:,.“”]+\s+){1,4}(?:was|served\s+as|had\s+been)\s+(?:still\s+)?(?:(?:an?|the|its|their)\s+)?(?:[A-Z][\w.-]*(?:[’']s)?\s+){0,2}\Z"
)
"""As in "when Ana Ruiz was president"."""
_HAVING_SERVED = re.compile(
    r"\b(?:[Hh]aving|[Aa]fter)\s+(?:[a-z]+\s+){0,2}(?:served|serving)\s+(?:[a-z]+\s+){0,4}?as\s+(?:(?:the|an?|its|his|her|their)\s+)?(?:[\w’'-]+\s+){0,3}\Z"
)
"""As in "Having served as president, Ana Ruiz"."""
_LOST = r"(?:assassinated|murdered|killed|executed|overthrown|ousted|deposed|toppled|impeached|dismissed|sacked|fired|unseated|voted\s+out|forced\s+(?:out|to\s+resign)|removed\s+from)"
_LEFT = (
    r"(?:resigned(?!\s+(?:(?:him|her)self|to\s+(?:defeat|fate|losing|living|being|the|his|her|its|this|that)\b))|died|st(?:epped|ood)\s+(?:down|aside)|left\s+office|retired|was\s+(?:[a-z]+ly\s+)?"
    + _LOST
    + r")\b"
)
_LATER_LEFT = re.compile(
    rf"(?:,\s+who\s+(?:(?:had|later|then|soon|recently|eventually)\s+)*|,?\s+(?:(?:has|had|soon|later|then|recently)\s+){{0,2}}){_LEFT}(?!\s+(?:if|unless))"
    r"|,\s+who\s+(?:(?:later|then|subsequently|eventually|soon)\s+became|(?:went\s+on|was)\s+to\s+become|would\s+(?:later\s+|go\s+on\s+to\s+)?become)\s"
)
"""After an office with its holder: "President Ana Ruiz, who was ousted in May", "President Ana Ruiz died"."""
_SUCCEEDED = r"(?:succeed|replac|follow|t(?:ook|aking)\s+over\s+from)"
_THEN_SUCCEEDED = re.compile(
    rf",\s+whom\s+[^,;.]{{2,60}}\s+(?:{_SUCCEEDED}ed|ousted|deposed|overthrew|toppled|defeated)\b|[’']s?\s+successor(?:\s+as\s+[^,;.]{{3,40}})?,?\s+[A-Z]"
)
"""After it: "President Ana Ruiz, whom Ola Lund succeeded", "President Ana Ruiz's successor, Ola Lund"."""
_RATHER = r"(?:(?:the|its|his|her)\s+)?(?:[A-Z][\w-]*(?:[’']s)?\s+){0,3}"
_SUCCEEDING = re.compile(
    r"(?:(?<!to )(?:succeeded|replaced|t(?:ook|aking)\s+over\s+from|overthrew|unseated|dethroned|brought\s+down|forced\s+out)|\b(?:chosen|elected|selected|appointed|named)\s+to\s+(?:succeed|replace)"
    rf"|\bpredecessors?,)\s+{_RATHER}\Z"
)
"""Before an office, or the name of who held it: "succeeded President Ana Ruiz", "her predecessor, President Ana Ruiz"."""
_END_OF = re.compile(
    rf"\b[Tt]he\s+(?:[a-z]+\s+)?(?:assassination|murder|death|execution)\s+of\s+{_RATHER}\Z|"
    r"\b[Tt]he\s+(?:[a-z]+\s+)?"
    rf"(?:assassination|murder|death|overthrow|oust(?:er|ing)|toppling|(?:down)?fall|resignation|impeachment|removal|execution|defeat)\s+of\s+{_RATHER}\Z"
)
"""Before it: "after the overthrow of President Ana Ruiz"."""
_NOT_ENDED = re.compile(
    r"\b(?:call\w*|demand\w*|seek\w*|sought|want\w*|urg\w+|predict\w*|fear\w*|hop\w+|if|would|could|might|may|will|plot\w*|plan\w*|attempt\w*|threat\w*|aim\w*|before|toward|towards|for)\s"
    r"(?:[a-z]+\s+){0,4}(?:assassination|murder|death|overthrow|oust(?:er|ing)|toppling|(?:down)?fall|resignation|impeachment|removal|execution|defeat)\s"
)
"""Where nobody has lost it yet: "calls for the resignation of President Ana Ruiz"."""
_THEN_A = re.compile(r",\s+then\s+(?:(?:an?|the|its|his|her|[A-Z][\w-]+[’']s)\s+)(?:[a-z-]+\s+){0,2}\Z")
_AGO = r"[Ii]n\s+the\s+(?:early\s+|mid[- ]?|late\s+)?(?:19|18)\d0s"
_LONG_AGO = re.compile(rf"\A(?:{_AGO}|(?:[A-Z]\w*\s+)?(?:decades|generations?|centur(?:y|ies))\s+ago),\s+{_RATHER}\Z")
"""Before it, at the beginning of a sentence."""
_BACK_THEN = re.compile(rf"\s+(?:at\s+the\s+time|at\s+that\s+time|back\s+then|in\s+those\s+days|{_AGO})\b")
"""After it: "who was president at the time"."""
_THEN = re.compile(r"(?:\A|,\s+)(?:[Ii]n|[Oo]n|[Dd]uring|[Aa]t|[Bb]y|[Uu]nder)\s[^,;:]{2,50},\s+then\s+\Z")
"""Before it, where "then" goes on with nothing: "In May 2007, then President Ana Ruiz"."""
_FOUNDED = re.compile(r"\b(?:founder|(?:founding\s+)?father)\s+and\s+(?:the\s+|its\s+|our\s+)?first\s+\Z")
"""Before it: "our founder and the first President, Ana Ruiz"."""
_QUIT = re.compile(
    r"\b(?:resigned|st(?:epped|ood)\s+(?:down|aside)|retired|left\s+office|(?:been|was)\s+(?:succeeded|replaced)|(?:dismiss|sack|remov|oust|depos|overthr|topple)\w*)"
    r"(?:\s+[^,;.“”]{2,60}?)?\s+(?:as|from\s+(?:the|his|her)\s+(?:post|office|position)\s+(?:of|as))\s+(?:the\s+)?(?:\S+\s+){0,2}\Z"
    r"|\b(?:was|were)\s+once\s+(?:the\s+|an?\s+)?(?:\S+\s+){0,2}\Z|\bused\s+to\s+be\s+(?:the\s+|an?\s+)?(?:\S+\s+){0,2}\Z"
)
"""What one did as whom: "resigned as minister"."""
_SERVED = re.compile(
    r"(?<!has )(?<!have )\b(?:(?:served|worked|acted)\s+(?:[a-z]+\s+)?as|was)\s+(?:the\s+|an?\s+|its\s+|his\s+|her\s+)?(?:\S+\s+){0,2}\Z"
)
_ONCE_SERVED = re.compile(
    r"(?:(?<!has )(?<!have )\bserved\s+(?:for\s+(?:[a-z-]+\s+){1,4}|(?:two|three|four|several)\s+terms\s+|[a-z]+\s+)?as|\b(?:after|before|while|when|previously|formerly|later|briefly|then|first|eventually|and|or|,)\s+serving\s+(?:[a-z]+\s+)?as)\s+"
    r"(?:(?:the|an?|its|his|her|their|one\s+of)\s+)?(?:[\w’'.-]+\s+){0,5}\Z"
)
"""What somebody has done for a time: "served as minister", "rose quickly, serving as an aide"."""
SOON = 16
"""Code points before the verb of an office, in which is said when somebody came to do it."""
_FOR_A_DAY = re.compile(
    r"(?i)(?:.* )?(?:host|(?:co-)?chair|moderator|mediator|facilitator|interpreter|translator|witness|judge|speaker|observer|representative)\b"
)
"""What one is at a single meeting: "served as moderator"."""
_UNDER = re.compile(
    r"(?:\s+of\s+[A-Z]\w+)?\s+(?:under\s+(?:the\s+)?(?:former\s+)?[A-Z]|in\s+(?:(?:his|her)\s+(?:(?:first|second|last|previous|own)\s+)?|(?:the\s+)?(?:[A-Z][\w.-]*(?:[’']s?)?\s+){1,3})\s*(?:administration|government|cabinet)\b)"
)
"""After an office that somebody served in: "served as minister under Ana Ruiz", "in her government"."""
_PREDECESSOR_AS = re.compile(r"\bpredecessor\s+as\s+(?:\S+\s+){0,3}\Z")
_AND = re.compile(r"(?:\s+of\s+[A-Z]\w+)?,?\s+and\s+(?:then\s+)?(?:\s*[A-Z]\w+[’']s\s+)?")


_STINT = re.compile(
    r"\b(?:previous|earlier|first|second|last|prior|past)\s+(?:stint|term|tenure|spell|stretch|turn|incarnation|time)\s+(?:in\s+office\s+)?as\s+(?:the\s+|[A-Z][\w-]*[’']s?\s+)?(?:[\w’'-]+\s+){0,2}\Z"
)
"""What somebody may be again: "during his previous stint as minister"."""
_EX = re.compile(r"[Ee]x[ -](?=\w)")


def without_ex(office: str) -> str:
    """The name of an office that may begin with what is told by its status: "president" of "ex-president"."""
    return _EX.sub("", office, count=1)


def status_of(reading: Reading, role: Linked, focus: Span, last: Linked | None = None) -> dict[str, tuple[str, ...]]:
    """The status of an office as a qualifier: none if it is not told to be over.

    `focus` says who holds it and how; `last` is the office before it that is over.
    """
    if _STINT.search(reading.text, max(0, role.span.start - _NEAR), role.span.start):
        return {}
    over = (
        _is_over(reading, role, owner=reading.text.startswith(("’s ", "'s "), focus.end))
        or _was_then(reading, role)
        or _has_ended(reading, role, focus)
        or (last is not None and _AND.fullmatch(reading.text, last.span.end, role.span.start))
    )
    return {"status": FORMER} if over else {}


_RANK = re.compile(
    r"(?:(?:Lieutenant|Major|Brigadier|Colonel|Rear|Vice|Air|Field|First|Lt|Maj|Gen|Col)\.?[ -]){0,2}(?:General|Admiral|Colonel|Lieutenant|Major|Captain|Brigadier|Commodore|Marshal|Sergeant|Corporal|Professor|Gen|Col|Lt)\.?"
)
"""What nobody loses with a post."""


def lasts(office: str) -> bool:
    """Whether an office is a rank or a title that stays with its holder."""
    return _RANK.fullmatch(office) is not None


def _is_over(reading: Reading, role: Linked, *, owner: bool) -> bool:
    """Whether words right beside an office say so; the end of what is an `owner`'s tells nothing of him: "the death of President Ana Ruiz's aide"."""
    begin, at = reading.document.sentence_of(role.span.start).span.start, role.span.start
    start = max(begin, at - _NEAR)
    if _EX.match(role.found.name) or any(each.search(reading.text, start, at) for each in (_OVER, _WHEN_ONE_WAS, _HAVING_SERVED, _FOUNDED)):
        return True
    return not _RANK.fullmatch(role.found.name) and bool(
        _SUCCEEDING.search(reading.text, start, at)
        or (not owner and _END_OF.search(reading.text, start, at) and not _NOT_ENDED.search(reading.text, start, at))
        or (start == begin and any(each.search(reading.text[begin:at]) for each in (_LONG_AGO, _THEN)))
        or _BACK_THEN.match(reading.text, role.span.end)
    )


def _was_then(reading: Reading, role: Linked) -> bool:
    """Whether "then" tells what a person was who is named before it: "Ana Ruiz, then a vice premier"; not "was minister, then a vice premier"."""
    then = _THEN_A.search(reading.text, max(0, role.span.start - _NEAR), role.span.start)
    return then is not None and any(each.found.type == "person" and each.span.end == then.start() for each in reading.before(then.start()))


def _has_ended(reading: Reading, role: Linked, focus: Span) -> bool:
    """Whether what is told of its holder says so."""
    text, end, at = reading.text, max(focus.end, role.span.end), role.span.start
    if focus.start < at:
        return bool(
            _QUIT.search(text, focus.start, at)
            or (_SERVED.search(text, focus.start, at) and _UNDER.match(text, role.span.end))
            or (_ONCE_SERVED.search(text, max(0, focus.start - SOON), at) and not _FOR_A_DAY.fullmatch(role.found.name))
            or _SUCCEEDING.search(text, max(0, focus.start - _NEAR), focus.start)
        )
    if focus.end == role.span.end or _RANK.fullmatch(role.found.name):
        return False
    after = any(each.match(text, end) for each in (_LATER_LEFT, _THEN_SUCCEEDED, _BACK_THEN))
    return after or bool(_PREDECESSOR_AS.search(text, max(0, at - _NEAR), at))
