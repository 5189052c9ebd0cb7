"""Of whom the words beside an event speak without saying that they take part: "Ana Ruiz's son", "the loss of the Salt Heights in the war"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.times.clauses import CLAUSE
from sourcebook.extract.facts.times.happened import clause_of
from sourcebook.extract.facts.times.tenses import is_finite
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, is_bloc, size_of
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
    if (
        who.found.type in {"place", "organization"}
        and not (event and event.contains(who.span))
        and _is_whose_men_have(reading, sentence, who, event)
    ):
        return True
    if who.found.type == "organization":
        # "talks with the Harbour Council's five members"
        return bool(_OF_ITS_MEMBERS.match(text, end, sentence.span.end) or _OF_ITS_BRANCH.match(text, end, sentence.span.end))
    if who.found.type == "person":
        return bool(
            _OF_PERSON.match(text, end, sentence.span.end) or _IS_PRESSING.search(text, max(0, who.span.start - _NEAR), who.span.start)
        )
    if event and _ITS_LARGEST.match(text, end, event.end):
        return True
    if _LIE_OF_LAND.search(text, who.span.start, end):
        return True
    if size_of(who) <= COUNTRY or (event and event.contains(who.span)):
        return False
    # "Asia's realities outlast the war", "Europe condemned the war": no deed of theirs.
    theirs = reading.led(_OF_THE_REGION, sentence, who.span.start, _NEAR) or _MEN_OF_REGION.match(text, end, sentence.span.end)
    return not theirs or bool(_OF_REGION.match(text, end, sentence.span.end) or reading.led(_THERE, sentence, who.span.start))


def _is_whose_men_have(reading: Reading, sentence: Sentence, who: Linked, event: Span | None) -> bool:
    """Whether firms, citizens or members do it: "Companies from lands such as Norway", "all five members of the Council"."""
    if sentence.words.isdisjoint(_MEN):
        return False
    men = _MEN_OF.search(reading.text, max(sentence.span.start, who.span.start - _FAR), who.span.start)
    if (
        men is None
        or _OWNS.match(reading.text, who.span.end)
        or (men["members"] and ("," in reading.text[men.end("of") : who.span.start] or who.found.type != "organization" or is_bloc(who)))
    ):
        return False
    if event and men.end("of") <= event.start < who.span.start:
        # "Scholars of the war with Norway"
        return False
    clause = clause_of(reading, sentence)
    told = clause.words[clause.at(men.end("of")) : clause.at(who.span.start)]
    return not any(is_finite(told, at) or word in _OTHERS for at, word in enumerate(told))


_OTHERS = (CLAUSE - {"as"}) | words("governments government delegations delegation officials ministers leaders presidents")
"""What begins a clause, or speaks of those who do act for a land."""
_OWNS = re.compile(r"[’']s?\s")
_FAR = 220
_MEN = words(
    "members member enterprises companies firms businesses businessmen businesspeople exhibitors students artists musicians athletes scholars academics investors tourists citizens nationals volunteers "
    "journalists activists buyers traders entrepreneurs manufacturers universities bands children teenagers people mercenaries migrants"
)
"""Those who act for themselves, whatever land they are from."""
_MEN_OF = re.compile(
    rf"\b(?i:(?P<members>members?(?:\s+(?:states|countries|nations))?)|{'|'.join(sorted(_MEN))})\s+(?P<of>of|from|in|across|throughout)\s[^.;:“”]{{0,200}}\Z"
)


def _who_does(reading: Reading, sentence: Sentence, event: Span) -> Linked | None:
    """The person of whom a clause tells in which an event stands: ", who attended the summit"."""
    who = _WHO.search(reading.text, sentence.span.start, event.start)
    people = reading.people_between(sentence.span.start, who.start()) if who else []
    return people[-1] if people and who and people[-1].span.end == who.start() else None


_WHO = re.compile(
    r",\s+who\s[^,;]*\b(?:attend(?:s|ed|ing)?|join(?:s|ed|ing)?|fought(?:\s+in)?|(?:t(?:ake|ook|akes|aking)\s+part|participat(?:e[sd]?|ing))\s+in|w[io]ns?|led|leads?|host(?:s|ed|ing)?)\s+"
    r"(?:(?:the|an?|its|his|her|their)\s+)?(?:(?!(?:in|at|of|on|for|with|by|and|to|from)\b)[\w-]+\s+){0,3}\Z"
)
_ITS_LARGEST = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+){0,2}(?:largest|biggest|oldest|premier|leading|flagship|most\s+[a-z]+|main)\s+(?:[a-z]+\s+){0,3}(?:forum|summit|conference|expo|exhibition|fair|festival|tournament|gathering|event|congress)\b"
)
"""After a land in which some event is the greatest of its kind."""
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
