"""Bonds that there are not, or not yet: over, denied, or only thought of."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.phrases import HYPHENS
from sourcebook.extract.statements import Statement

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


_ENDS = (
    r"(?:end(?:s|ed|ing)?|terminat(?:e[sd]?|ing)|suspend(?:s|ed|ing)?|fr[eo]ez(?:e[s]?|ing)|frozen|froze|halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|ceas(?:e[sd]?|ing)|scrap(?:s|ped|ping)?|cancel(?:s|led|ed|ling)?"
    r"|call(?:s|ed|ing)?\s+off|br(?:eaks?|oke|oken|eaking)\s+off|cut(?:s|ting)?\s+(?:off|short)|cut(?:s|ting)?|sever(?:s|ed|ing)?|abandon(?:s|ed|ing)?|quit(?:s|ting)?|drop(?:s|ped|ping)?|ditch(?:es|ed|ing)?|discontinu(?:e[sd]?|ing)"
    r"|withdr(?:aw|ew|awn|aws|awing)\s+from|pull(?:s|ed|ing)?\s+out\s+of|walk(?:s|ed|ing)?\s+away\s+from|(?:put|bring|brought)(?:s|ting|ing)?\s+an\s+end\s+to|renounc(?:e[sd]?|ing)|repudiat(?:e[sd]?|ing)|dissolv(?:e[sd]?|ing)|(?:end|termination|suspension|cessation|breakdown|rupture|collapse)\s+of)"
)
_DEALING = r"(?:co-?operation|co-?operat(?:e|ing)|collaboration|collaborating|partnerships?|ties|relations(?:hip)?|links|alliances?|coordination|coordinating|dialogue|work(?:ing)?|exchanges|engagement|contacts)"
_IN_WHAT = r"(?:(?!war\b|and\s+[a-z]+ed\b)[a-z-]+(?:,\s+|\s+(?:and\s+)?)){0,3}?"
_ENDING_IT = re.compile(
    rf"\b{_ENDS}\s+(?:(?:all|any|its|their|the|his|her|our|most|further|much|of|existing|to)\s+){{0,3}}{_IN_WHAT}(?:in\s+[a-z-]+\s+)?{_DEALING}\b"
)
_ENDED = re.compile(
    r"[^.;:,]{0,40}?\s(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+(?:[a-z]+ly\s+)?"
    r"(?:terminated|suspended|ended|halted|frozen|severed|cut\s+(?:off|short)|scrapped|cancell?ed|called\s+off|broken\s+off|discontinued|put\s+on\s+(?:hold|ice)|brought\s+to\s+an\s+end|dissolved|abandoned|stopped)\b"
)
_UNDONE = re.compile(
    rf"\b(?:fail(?:s|ed|ing|ure)?|refus(?:es|ed|ing|al)|unwilling(?:ness)?|declin(?:es|ed|ing)|reluctan(?:t|ce)|lack\s+of|absence\s+of|[Ll]ittle|scant|hardly\s+any|minimal|insufficient"
    rf"|(?:prevent|block|thwart|forbid|prohibit)(?:s|ed|ing)?|preclud(?:e[sd]?|ing)|rul(?:e[sd]?|ing)\s+out)\s+(?:to\s+)?(?:(?!(?:by|this|it|and|in|with)\b)[a-z-]+\s+){{0,2}}(?!work){_DEALING}\b"
)
_UNLESS = re.compile(
    r"\b(?:not|never|no\s+plans?|n[’']t|without|would|could|might|may|threat\w*|if|deni\w+|den(?:y|ying))\s+(?:[a-z]+\s+){0,2}\Z"
)


def is_ended(text: str, start: int, end: int, until: int) -> bool:
    """Whether a part of a text says that a dealing which it tells of is ended, or undone: "Norway suspended its partnership with Chile".

    Args:
        text: the whole.
        start: where its clause begins.
        end: where the words for the dealing end.
        until: where the sentence ends.
    """
    found = _ENDING_IT.search(text, start, end) or _UNDONE.search(text, start, end)
    if found and not _UNLESS.search(text, start, found.start()):
        return True
    return text.startswith(("-turned", "–turned"), end) or bool(_ENDED.match(text, end, until))


def is_no_more(reading: Reading, told: Statement) -> bool:
    """Whether the words that tell of a bond say that it is ended."""
    span, text = told.sentence.span, reading.text
    start = max(span.start, told.focus.start - ENDS, text.rfind(";", span.start, told.focus.start))
    return is_ended(text, start, told.focus.end, span.end)


def are_its_friends(text: str, end: int) -> bool:
    """Whether not a state or body is meant whose name ends at a place, but its friends or rivals: "in coordination with Chile's partners"."""
    return bool(_FRIENDS.match(text, end))


_FRIENDS = re.compile(
    r"[’']s?\s+(?:[a-z-]+\s+){0,2}(?:partners|allies|neighbou?rs|friends|rivals|enemies|foes|adversaries|opponents|critics|creditors|donors)\b"
)
NEAR = 40
"""Signs and letters before a bond."""
