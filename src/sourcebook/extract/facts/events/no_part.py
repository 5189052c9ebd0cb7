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
    return all(_is_beside(reading, sentence, each, event.span if event else None) for each in named)


def _is_beside(reading: Reading, sentence: Sentence, who: Linked, event: Span | None) -> bool:
    text, end = reading.text, who.span.end
    if who.found.type == "demonym":
        return bool(_REBELS.match(text, end, sentence.span.end))
    if who.found.type == "organization":
        # "talks with the Harbour Council's five members"
        return bool(_OF_ITS_MEMBERS.match(text, end, sentence.span.end))
    if who.found.type == "person":
        return bool(
            _OF_PERSON.match(text, end, sentence.span.end) or _IS_PRESSING.search(text, max(0, who.span.start - _NEAR), who.span.start)
        )
    if _LIE_OF_LAND.search(text, who.span.start, end):
        return True
    if size_of(who) <= COUNTRY or (event and event.contains(who.span)):
        return False
    # "Asia's realities outlast the war": no deed of Asia's.
    return bool(_OF_REGION.match(text, end, sentence.span.end) or (reading.led(_THERE, sentence, who.span.start)))


_NEAR = 90
_IS_PRESSING = re.compile(
    r"\b(?:pressure|calls?|demands?|requests?|appeals?|pleas?|orders?|advice|urging|pressed|urged|asked|told|ordered)\s+(?:from|by)\s+(?:the\s+)?(?:(?:[A-Z][\w.’-]*|of|the)\s+){0,6}\Z"
)
"""Before somebody who wants others to take part: "under pressure from Minister Ana Ruiz to attend the talks"."""
_REBELS = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:separatists?|secessionists?|dissidents?|exiles|opposition|migrants|refugees|expatriates|diaspora)\b"
)
"""After a people whose state they do not stand for: "the Norwegian separatists"."""
_OF_ITS_MEMBERS = re.compile(r"[’']s?\s+(?:(?:[a-z]+|\d+)[\s-]+){0,3}members?\b(?!\s+(?:states|countries|nations))")
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
