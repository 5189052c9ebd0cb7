"""Words after an event that tell who was there: "the summit, held in Oslo, was attended by", "brought together", "the war between"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.signs import DATE, EVENT, PERSON
from sourcebook.extract.phrases import words

_ANOTHER_NOUN = r"(?:\s+(?:series|process|exercise|exercises|conference|summit|meeting|talks|drills|war))?"
_SHORT_NAME = r"(?:\s*\([^)]{1,60}\))?"
_WHICH_IS = rf"(?:,\s+which\s+[^,.;“”{PERSON}{EVENT}]{{3,60}},(?=\s+[a-z]))?"
_LED_BY_WHOM = (
    r"(?:,\s+(?:co-)?(?:chaired|hosted|organi[sz]ed|led|convened|opened)\s+by"
    rf"\s[^.;“”{EVENT}]{{3,140}}?,(?=\s+(?:was|were|is|are|will)\s))?"
)
"""As in ", chaired by Minister Ana Ruiz,"."""
_TOOK_PLACE = (
    r"(?:(?:(?:that|which)\s+)?"
    r"(?:took\s+place|(?:will\s+)?takes?\s+place|conclude[sd]?|ended|closed|opened|began|kicked\s+off|wrapped\s+up|got\s+under\s+way|resumed"
    r"|(?:was|were|is|are|will\s+be)\s+(?:also\s+)?(?:held|hosted|convened|organi[sz]ed|opened|launched|conducted|staged))"
    r"|(?:is|was)\s+an?\s+(?:[\w-]+\s+){0,5}(?:operation|mission|campaign|war|conflict|exercise|conference|summit|meeting)"
    r"|held|hosted|convened|organi[sz]ed|launched|conducted|staged"
    r"|in|at|on|from|near|outside|off|last|this|earlier|over|for|about|aimed)"
)
_WHAT_FOR = (
    rf"(?:,\s+[a-z][^,.;“”{PERSON}{EVENT}]{{3,70}},"
    r"(?=\s+(?:was|were|is|are|saw|has|had|will|would|brought|gathered|drew|featured|included|involved)\b))?"
)
"""As in ", the first since 1990, brought"."""
_HAVING_BEEN = (
    rf"{_ANOTHER_NOUN}{_SHORT_NAME}{_WHICH_IS}{_LED_BY_WHOM}"
    rf"(?:,?\s+(?:{_TOOK_PLACE}\b|{DATE})[^.;“”{EVENT}]{{0,90}}?)?"
    rf"{_WHAT_FOR}"
)
"""When, where and on what an event was."""

_IS_TO_BE = (
    r"(?:was|were|is|are|has\s+been|have\s+been|had\s+been|will\s+be|would\s+be|being|be"
    r"|(?:is|are|was|were)\s+(?:also\s+)?(?:expected|set|due|scheduled|likely)\s*to\s+be"
    r"|will\s+also\s+be)"
)
_DONE = (
    r"(?:attended|participated(?:\s+in)?|joined|conducted|(?:co-)?hosted|(?:co-)?organi[sz]ed|held|convened|led"
    r"|launched|(?:declared\s+)?open(?:ed)?|inaugurated|flagged\s+off|kicked\s+off|officiated|witnessed|observed|fought|carried\s+out|staged|sponsored"
    r"|addressed|initiated|graced|waged|committed|perpetrated|executed|undertaken|mediated|brokered|facilitated|coordinated|brokered\s+and\s+attended)"
)
_ATTENDED_BY = re.compile(
    rf"{_HAVING_BEEN}(?<! initiative)(?<! proposal)(?<! letter)(?<! effort),?\s+(?:which\s+|that\s+|and\s+)?"
    rf"(?:{_IS_TO_BE}\s+)?(?:(?:also|jointly|again|largely|mainly|formally|officially|personally|virtually)\s+)?"
    rf"{_DONE}(?:\s+(?:in|at|on)\s+[^.;,“”]{{1,40}}?(?<!ed)|\s+(?:jointly|together))?\s+by\b:?\s+"
)
"""As in ", held in Oslo, was also attended by"; "held on questions raised by" tells of the questions."""


def is_attended(signs: Signs, position: int) -> bool:
    """Whether a passive tells who came to the event at a position, or held it."""
    return bool(_ATTENDED_BY.match(signs.words, position + 1))


_BETWEEN_TWO = words(
    "ties links relations relationship trade border borders differences difference gap trust tensions agreement deal treaty pact contacts "
    "friendship partnership exchanges communication dispute row feud scandal affair rivalry balance line bridge"
)
"""What is between two by itself: "the conflict is an obstacle to ties between Chile and Peru"."""
_AFTER_NONE_OF_THEM = "".join(f"(?<! {each})" for each in sorted(_BETWEEN_TWO))
_BROUGHT = (
    r"(?:brought\s+together|(?:(?:was|is|were|are)\s+)?(?:(?:expected|set|due)\s+to\s+)?brings?\s+together|bringing\s+together"
    r"|gather(?:ed|s|ing)|involv(?:ed|es|ing|e)|featur(?:ed|es|ing)|dr[ae]ws?|includ(?:ed|es)|grouping"
    r"|with\s+(?:the\s+)?(?:\w+\s+)?(?:participation|presence|attendance|involvement)\s+(?:of|by|from)|attract(?:ed|s|ing)"
    r"|(?:was\s+)?(?:honou?red|graced)\s+(?:with|by)\s+the\s+presence\s+of|in\s+the\s+presence\s+of"
    r"|saw\s+(?:the\s+)?(?:(?:participation|attendance|presence)\s+of)?)"
)
_SPEECHES_BY = (
    r"(?:(?:the\s+)?(?:participation|presence)\s+of\s+|(?:an?\s+)?(?:[a-z]+\s+){0,3}"
    r"(?:address(?:es)?|remarks|speech(?:es)?|presentations?|statements?|performances?|interventions?)\s+(?:by|from|of)\s+(?:the\s+)?)?"
)
_BRINGING_TOGETHER = re.compile(
    rf"{_HAVING_BEEN}{_AFTER_NONE_OF_THEM},?\s+(?:which\s+|that\s+)?(?:(?:also|will|would|has|have)\s+)?{_BROUGHT}\s+{_SPEECHES_BY}"
)
"""As in ", which took place in June, featured speeches by"."""
_GATHERING = words(
    "together gathered gathers gathering involved involving involves involve featured featuring features drew draws attracted attracts attracting "
    "included includes include grouping participation presence attendance involvement saw"
)

_HAS_BEEN = (
    r"(?:was|were|is|are|has\s+been|have\s+been|will\s+be|began|started|resumed|opened|broke\s+out"
    r"|erupted|raged|ensued|escalated|continues?|continued|took\s+place|takes\s+place|going\s+on"
    r"|under\s+way|held|fought|waged|convened|launched|in|at|on|over|about|since|last|this)"
)
_WAS_A_STRUGGLE = (
    rf"(?:(?:was|is)\s+an?\s+(?:[\w-]+,?\s+){{0,5}}?(?:{EVENT}|confrontation|gathering|struggle)\s+"
    r"(?:(?:in|at)\s+[^.;,“”]{2,30}?\s+)?(?=between|among|of|involving))?"
)
BETWEEN_WHOM = re.compile(
    rf"(?:\s+(?:process|series|meeting|talks))?(?:\s+(?:of|in)\s+{DATE})?{_SHORT_NAME}"
    rf"(?:(?:,?\s+(?:(?:that|which)\s+)?{_HAS_BEEN}\b)[^.;“”\"{EVENT}]{{0,90}}?)?{_AFTER_NONE_OF_THEM},?\s+{_WAS_A_STRUGGLE}"
    rf"(?:between|among|amongst|involving|(?:(?<=gathering )|(?<=meeting )|(?<={EVENT} ))of)\s+(?:the\s+)?"
)
"""As in " of 1990 in the north was a struggle between"."""
_BETWEEN_WORDS = words("between among amongst involving gathering meeting")

WHO_WAS_THERE = ((_ATTENDED_BY, 1, frozenset({"by"})), (_BRINGING_TOGETHER, 1, _GATHERING), (BETWEEN_WHOM, 2, _BETWEEN_WORDS))
"""The patterns after an event, how many names each wants after it, and the words without any of which none matches."""

PITTING = words("pit pits pitted pitting")
PITS = re.compile(
    rf"{_HAVING_BEEN},?\s+(?:which\s+|that\s+)?(?:has\s+|had\s+)?pit(?:s|ted|ting)?\s+(?:the\s+)?(?:[A-Z]?[a-z]+\s+(?!of\s))?"
    rf"(?=[^.;{EVENT}]{{1,120}}?(?P<other>\sagainst\s+(?:the\s+)?|\s+on\s+opposite\s+sides\b))"
)
"""Before the first of two sides; "other" ends before the second: "pitted Norway against Chile"."""
ATTENDING = words("attended hosted addressed presence participation attendance")
ATTENDED = re.compile(
    r",\s+(?:(?:(?:also|and)\s+)?(?:attended|hosted|addressed)\s+by|in\s+the\s+presence\s+of|with\s+the\s+(?:\w+\s+)?(?:participation|attendance)\s+of)\s+"
)
"""Who was there, told later in the sentence: ", in the presence of"."""
