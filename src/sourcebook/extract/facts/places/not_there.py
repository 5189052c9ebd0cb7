"""Where an event or a body is not, though a place stands behind it: "talks with the government in Oslo", "troops in Chile", "at the East Fjord Summit"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import COUNTRY, is_state, size_of
from sourcebook.extract.statements import Statement


def lies_elsewhere(reading: Reading, statement: Statement) -> bool:
    """Whether the place of a statement is that of something else than its subject, or no place where it stands."""
    sentence, focus = statement.sentence, statement.focus
    there = [each for each in reading.inside(focus, "place") if each.entity == statement.value]
    what = [each for each in reading.inside(focus, "event", "organization", "place") if each.entity == statement.subject]
    if not there or not what:
        return False
    place, named = there[-1], what[0]
    if named.found.type == "place":
        return _is_in_name(reading, named, place)
    if not named.span.contains(place.span) and _LEADS_NAME.match(reading.text, place.span.end, sentence.span.end):
        # "progress in the Lima Development Agenda": no place
        return True
    if place.span.start < named.span.end:
        felt = reading.text.startswith(" for ", place.span.end) and _FELT_IN.search(reading.text, sentence.span.start, place.span.start)
        return bool(felt)
    between = reading.text[named.span.end : place.span.start]
    if named.found.type == "organization":
        posted = _POSTING_OF.search(reading.text, max(sentence.span.start, named.span.start - _NEAR), named.span.start)
        return bool(posted) or (size_of(place) > COUNTRY and between.startswith(" headquarters "))
    return _is_of_another(reading, sentence, named, between)


def _is_of_another(reading: Reading, sentence: Sentence, event: Linked, between: str) -> bool:
    """Whether the words between an event and a place put something else there."""
    if (
        (not between.startswith((" with ", " between ", " of ")) and _FELT_BY.search(between))
        or _FOR_ITS_SAKE.search(between)
        or _OF_GOVERNMENT.search(between)
        or _FOR_ANOTHER.search(between)
    ):
        return True
    if _EVERYWHERE.search(reading.text, event.span.start - len("international "), event.span.end) and _BEGAN.match(between):
        # "the global crisis began in Norway": it was not there alone.
        return True
    one = _ONE.search(reading.text, max(sentence.span.start, event.span.start - _NEAR), event.span.start)
    return bool(one and _AND_MANY.match(between))


def _is_in_name(reading: Reading, part: Linked, whole: Linked) -> bool:
    """Whether what looks like a state in a part of the world is one name, or two words name one land: "a “United States of Europe”", "the Fjord-majority province of"."""
    of = reading.text[part.span.end : whole.span.start]
    return of == " of " and ((is_state(part) and size_of(whole) > COUNTRY) or bool(_KIND.search(part.found.name)))


_NEAR = 40
_KIND = re.compile(r"-[a-z]+\s+(?:province|region|state|city|district|republic)\Z")
_POSTING_OF = re.compile(r"\b(?:stationing|deployment|rotation|dispatch|sending|basing)\s+of\s+(?:[\d,]+\s+|(?:[a-z]+\s+){1,3})?\Z")
"""Before some men of an army, which as a whole is elsewhere: "the stationing of 2,500"."""
_FELT_IN = re.compile(
    r"\b(?:appetite|support|enthusiasm|calls?|demands?|pressure|sympathy|desire|hopes?|plans?|preparations|approval|backing|will)\s+in\s+(?:the\s+)?\Z"
)
"""Before where some wish for an event: "no appetite in Oslo for a war"."""
_LEADS_NAME = re.compile(
    r"\s+(?:[A-Z][a-z]+\s+){0,2}(?:Agenda|Round|Declaration|Protocol|Consensus|Process|Agreement|Accords?|Treaty|Convention|Summit|Forum|Dialogue|Initiative|Programme|Program|Compact)\b"
)
"""After a place that an agenda or another meeting is called after."""
_OF_GOVERNMENT = re.compile(
    r"\b(?:with|between|by|and|against|of)\b[^.;]*\b(?:government|regime|authorities|administration|leadership|rulers|junta)\s+in\s+(?:the\s+)?\Z"
)
_FELT_BY = re.compile(
    r"\b(?:many|most|some|few|those|people|everyone|observers|officials|critics|voters|leaders|politicians|circles|opinion|anger|fears?|alarm|concerns?|hopes?|unease|outrage|reactions?|applause|headlines|echoes|interest)\s+in\s+(?:the\s+)?\Z"
    r"|\s(?:disappoint|alarm|shock|anger|worr|pleas|upset|rattl|unsettl|dismay|embarrass|impress|stir|provok|rais|prompt)(?:ed|s|es|ied|ies|ing)\s"
)
"""Before where somebody only looks at an event from: "The summit disappointed many in"."""
_FOR_ITS_SAKE = re.compile(
    r"\bin\s+(?:order|addition|response|return|relation|connection|exchange|contrast|opposition|accordance|line)\s+(?:to|with|for)\s"
)
_FOR_ANOTHER = re.compile(
    r"\bto\s+(?:organi[sz]e|prepare(?:\s+for)?|plan|arrange|schedule|set\s+up)\s+[^.;,]{0,60}\b(?:talks|negotiations|meetings?|summit|conference|visit|round|session|elections?)\s+(?:in|at)\s+(?:the\s+)?\Z"
)
"""Before where that is for which a meeting is: "met to organize the coming talks in"."""
_EVERYWHERE = re.compile(
    r"(?i)\b(?:global|worldwide|international|world)\s+(?:[a-z]+\s+){0,2}(?:cris[ei]s|pandemic|recession|depression)\b"
)
_BEGAN = re.compile(r"\s+(?:[a-z]+\s+)?(?:began|begun|started|originated|broke\s+out|emerged|erupted|spread)\b")
_ONE = re.compile(r"\b[Aa]n?\s+(?:[a-z-]+\s+){0,2}\Z")
_AND_MANY = re.compile(r"\s+and\s+(?:[a-z-]+\s+){0,2}[a-z-]{3,}s\s+in\s+(?:the\s+)?")
"""After one event, what there are many of, and where: "a crisis and quagmires in"."""
