"""Of whom the words beside an event speak without saying that they take part: "Ana Ruiz's son", "the loss of the Salt Heights in the war"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import COUNTRY, size_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span


def takes_no_part(reading: Reading, statement: Statement) -> bool:
    """Whether whom a statement makes one who takes part is only named for somebody or something else."""
    sentence, focus = statement.sentence, statement.focus
    named = [each for each in reading.inside(focus, "person", "place", "organization", "demonym") if each.entity == statement.value]
    named = named or [each for each in reading.inside(sentence.span, "person") if each.entity == statement.value]
    if not named:
        return False
    event = next((each for each in reading.inside(sentence.span, "event") if each.entity == statement.subject), None)
    other = _who_does(reading, sentence, event.span) if event else None
    if other and all(each.span.end < other.span.start and each.found.type == "person" for each in named):
        # "Ana Ruiz came for Ola Lund, who will attend the summit": not she.
        return True
    outside = _OUTSIDE.search(reading.text, max(sentence.span.start, event.span.start - _NEAR), event.span.start) if event else None
    return all(
        (outside is not None and each.span.end <= outside.start()) or _is_beside(reading, sentence, each, event.span if event else None)
        for each in named
    )


def _is_beside(reading: Reading, sentence: Sentence, who: Linked, event: Span | None) -> bool:
    text, end = reading.text, who.span.end
    if who.found.type == "demonym":
        return bool(_REBELS.match(text, end, sentence.span.end))
    if who.found.type == "organization":
        # "talks with the Harbour Council's five members"
        return bool(_OF_ITS_MEMBERS.match(text, end, sentence.span.end) or _OF_ITS_BRANCH.match(text, end, sentence.span.end))
    if who.found.type == "person":
        return bool(
            _OF_PERSON.match(text, end, sentence.span.end) or _IS_PRESSING.search(text, max(0, who.span.start - _NEAR), who.span.start)
        )
    if _LIE_OF_LAND.search(text, who.span.start, end):
        return True
    if size_of(who) <= COUNTRY or (event and event.contains(who.span)):
        return False
    # "Asia's realities outlast the war", "Europe condemned the war": no deed of theirs.
    theirs = reading.led(_OF_THE_REGION, sentence, who.span.start, _NEAR) or _MEN_OF_REGION.match(text, end, sentence.span.end)
    return not theirs or bool(_OF_REGION.match(text, end, sentence.span.end) or reading.led(_THERE, sentence, who.span.start))


def _who_does(reading: Reading, sentence: Sentence, event: Span) -> Linked | None:
    """The person of whom a clause tells in which an event stands: ", who attended the summit"."""
    who = _WHO.search(reading.text, sentence.span.start, event.start)
    people = reading.people_between(sentence.span.start, who.start()) if who else []
    return people[-1] if people and who and people[-1].span.end == who.start() else None


_WHO = re.compile(
    r",\s+who\s[^,;]*\b(?:attend(?:s|ed|ing)?|join(?:s|ed|ing)?|fought(?:\s+in)?|(?:t(?:ake|ook|akes|aking)\s+part|participat(?:e[sd]?|ing))\s+in|w[io]ns?|led|leads?|host(?:s|ed|ing)?)\s+"
    r"(?:(?:the|an?|its|his|her|their)\s+)?(?:(?!(?:in|at|of|on|for|with|by|and|to|from)\b)[\w-]+\s+){0,3}\Z"
)
_NEAR = 90
_OUTSIDE = re.compile(
    r"(?<![\w-])(?<!\bthe )(?<!\ba )(?<!\ban )(?:condemn|critici[sz]|denounc|deplor|decr(?:y|i)|welcom|prais|hail|applaud|prevent|avert|forestall|avoid|unsettl|complicat|overshadow|derail|disrupt|undermin|jeopardi[sz]|trigger"
    r"|caus|spark|provok|prompt|fuel|precipitat|foment|predict|foresaw|describ|mention|recall|remember|mourn|explain|justif|exploit|ignor|analy[sz]|assess|regret|lament|downplay"
    r"|outlast|surviv)\w*\s+(?:(?:the|an?|this|that|these|those|any|such)\s+)?(?:(?!(?:in|at|of|on|for|with|by|and|to|from|its|their|his|her)\b)[\w-]+\s+){0,3}\Z"
)
"""What is done to an event from outside: "Norway condemned the crackdown", "her win unsettled the talks"."""
_OF_THE_REGION = re.compile(
    r"\b(?:with|between|against|(?:[Ll]eaders|diplomats|[Mm]inisters|states|countries|nations|delegates|officials|representatives|heads|presidents|troops|forces|powers)\s+(?:from|of)(?:\s+[^.;]{0,60}?(?:,|\band))?)\s+(?:the\s+)?\Z"
)
_MEN_OF_REGION = re.compile(
    r"(?:[’']s?|n)?\s+(?:[a-z-]+\s+){0,2}(?:leaders|states|countries|nations|governments|ministers|heads|presidents|forces|armies|powers|delegations?|participation)\b"
)
_IS_PRESSING = re.compile(
    r"\b(?:pressure|calls?|demands?|requests?|appeals?|pleas?|orders?|advice|urging|pressed|urged|asked|told|ordered)\s+(?:from|by)\s+(?:the\s+)?(?:(?:[A-Z][\w.’-]*|of|the)\s+){0,6}\Z"
)
"""Before somebody who wants others to take part: "under pressure from Minister Ana Ruiz to attend the talks"."""
_REBELS = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:separatists?|secessionists?|dissidents?|exiles|opposition|migrants|refugees|expatriates|diaspora)\b"
)
"""After a people whose state they do not stand for: "the Norwegian separatists"."""
_OF_ITS_MEMBERS = re.compile(r"[’']s?\s+(?:(?:[a-z]+|\d+)[\s-]+){0,3}members?\b(?!\s+(?:states|countries|nations))")
_OF_ITS_BRANCH = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:affiliates?|branch(?:es)?|offshoots?|franchises?|prox(?:y|ies)|all(?:y|ies))\b")
_OF_PERSON = re.compile(
    r"(?:[’']s?|,\s+whose)?\s+(?:(?:late|eldest|elder|younger|own|first|second|former|new|[a-z]+ist)\s+){0,2}"
    r"(?:son|sons|daughters?|wife|husband|brothers?|sisters?|father|mother|family|nephew|cousin|widow|children"
    r"|communists|supporters|followers|loyalists|rivals?|opponents?|critics|predecessor|successor|rule|reign|presidency|premiership|tenure|era)\b"
)
"""After somebody whose kin, followers or time it is; what a government does is also told of its head."""
_LIE_OF_LAND = re.compile(r"\s(?:Heights|Peninsula|Plateau|Sea|Gulf|Straits?|River|Valley|Mountains|Desert|Ocean|Basin|Canal)\Z")
_OF_REGION = re.compile(
    r"[’']s?\s+(?!(?:[a-z-]+\s+){0,2}(?:leaders|states|countries|nations|governments|ministers|heads|presidents|forces|armies|powers|participation|role|first|war|conflict|talks|summit)\b)"
)
_THERE = re.compile(r"\b(?:in|across|throughout|within|into|to|as\s+well\s+as|towards?|on|from)\s+(?:the\s+)?\Z")
