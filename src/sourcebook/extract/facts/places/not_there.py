"""Where an event or a body is not, though a place stands behind it: "talks with the government in Oslo", "troops in Chile", "at the East Fjord Summit"."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.places.governing import is_of_another
from sourcebook.extract.facts.reading import OWNED, Reading
from sourcebook.extract.facts.standing import stands_for_state
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import COUNTRY, is_state, size_of
from sourcebook.extract.statements import Statement


def lies_elsewhere(reading: Reading, statement: Statement) -> bool:
    """Whether the place of a statement is that of something else than its subject, or no place where it stands."""
    sentence, focus = statement.sentence, statement.focus
    if any(_is_not_of(reading.text, each) for each in reading.inside(sentence.span, "place", "demonym") if each.entity == statement.value):
        return True
    there = [each for each in reading.inside(focus, "place") if each.entity == statement.value]
    what = [each for each in reading.inside(focus, "event", "organization", "place") if each.entity == statement.subject]
    if not there or not what:
        return False
    place, named = there[-1], what[0]
    if named.found.type == "place":
        return _is_in_name(reading, named, place) or _is_beside(reading, sentence, named, place)
    if not named.span.contains(place.span) and _LEADS_NAME.match(reading.text, place.span.end, sentence.span.end):
        # "progress in the Lima Development Agenda": no place
        return True
    if place.span.start < named.span.end:
        felt = reading.text.startswith(" for ", place.span.end) and _FELT_IN.search(reading.text, sentence.span.start, place.span.start)
        return bool(felt)
    between = reading.text[named.span.end : place.span.start]
    if named.found.type == "organization":
        posted = _POSTING_OF.search(reading.text, max(sentence.span.start, named.span.start - _NEAR), named.span.start)
        return bool(posted or reading.led(_DEED_BY, sentence, named.span.start)) or (
            size_of(place) > COUNTRY and between.startswith(" headquarters ")
        )
    return _is_of_another(reading, sentence, named, place, between)


def _is_of_another(reading: Reading, sentence: Sentence, event: Linked, place: Linked, between: str) -> bool:
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
    if is_of_another(reading.text, sentence.span.start, event.span, between) or (
        event.found.kind == "election" and size_of(place) == 0 and _HALL.search(place.found.name)
    ):
        return True
    one = _ONE.search(reading.text, max(sentence.span.start, event.span.start - _NEAR), event.span.start)
    return bool(one and _AND_MANY.match(between))


def _is_in_name(reading: Reading, part: Linked, whole: Linked) -> bool:
    """Whether what looks like a state in a part of the world is one name, or two words name one land: "a “United States of Europe”", "the Fjord-majority province of"."""
    of = reading.text[part.span.end : whole.span.start]
    return of == " of " and ((is_state(part) and size_of(whole) > COUNTRY) or bool(_KIND.search(part.found.name)))


def _is_not_of(text: str, place: Linked) -> bool:
    """Whether a place is named for what is not of it: "non-Western states"."""
    return text.endswith(("non-", "Non-", "non–", "non\N{NON-BREAKING HYPHEN}"), 0, place.span.start)


def _is_beside(reading: Reading, sentence: Sentence, part: Linked, whole: Linked) -> bool:
    """Whether two places are only named beside each other: as what one is called in the other, as whose policy is told of, as two that act, as two of a list."""
    text = reading.text
    if whole.span.end <= part.span.start:
        own = OWNED.fullmatch(text, whole.span.end, part.span.start)
        one, other = part.found.entry, whole.found.entry
        abroad = one and other and one.country and other.kind == "country" and one.country != other.country
        return bool(own and (abroad or _POLICY.match(text, part.span.end, sentence.span.end)))
    between = text[part.span.end : whole.span.start]
    if between.startswith(" in "):
        called = reading.led(_CALLED, sentence, part.span.start, _FAR)
        twice = called and (called["other"] or called["aside"] or _AND_ELSEWHERE.match(text, whole.span.end, sentence.span.end))
        return bool(twice) or (_acts(text, part) and is_state(whole))
    return between == ", " and _is_listed(reading, sentence, part, whole)


def _acts(text: str, place: Linked) -> bool:
    """Whether a capital stands for its state: "cooperation between Oslo and Lima in Chad"."""
    return bool(place.found.entry and place.found.entry.capital and stands_for_state(text, place))


def _is_listed(reading: Reading, sentence: Sentence, one: Linked, other: Linked) -> bool:
    """Whether a place is the second of three rather than where the first lies: "Bergen, Lima, and further towns"."""
    listed = _AND_FURTHER.match(reading.text, other.span.end, sentence.span.end)
    first, second = one.found.entry, other.found.entry
    if listed is None or (first and second and first.country == second.country):
        return False
    third = reading.after(listed, sentence.span.end, "place", within=1)
    # "Bergen, Norway, and Lima, Peru"
    return not (third and _IN_ANOTHER.match(reading.text, third.span.end, sentence.span.end)) and (
        size_of(other) == 0 or (third is not None and is_state(other))
    )


_AND_FURTHER = re.compile(r",\s+(?:and|or)\s+(?:the\s+)?")
_IN_ANOTHER = re.compile(r",\s+[A-Z]")
_CALLED = re.compile(
    r"(?P<aside>,\s+(?:which\s+(?:is|are)\s+|also\s+)*)?\b(?:known|called|named|dubbed|styled|referred\s+to)\s+(?:[a-z]+\s+)?(?:as\s+)?(?:the\s+)?(?P<other>[^.;]{2,70}?\s+in\s+[^.;]{2,70}?\s+(?:and|but|or)\s+(?:as\s+)?(?:the\s+)?)?\Z"
)
"""Before what a land is called in some state: "known as the Fjord Isles in Chile and the Lund Isles in"."""
_FAR = 200
_AND_ELSEWHERE = re.compile(r"(?:\s+\([^)]*\))?,?\s+(?:and|but|or)\s+(?:as\s+)?(?:the\s+)?(?:[A-Z][\w’'-]+\s+){1,4}in\s+(?:the\s+)?[A-Z]")
_POLICY = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:settlements?|settlers?|polic(?:y|ies)|blockade|occupation|wars?|gambit|claims?|question|issue|problem|dilemma|envoys?|strateg(?:y|ies)|adventure|invasion|withdrawal|pull-?out|disengagement"
    r"|annexation|incursions?|intervention|ambitions|stance|position|approach|hands|experts?|lobby|debate|offensive|operations?|campaign|missions?|embargo|sanctions|diplomacy|obsession|quagmire|debacle)\b"
)
"""After a land that is named for what another does there: "Israel's West Bank settlements"."""
_DEED_BY = re.compile(
    r"\b(?:speech|lecture|address|remarks|talk|statement|visit|attacks?|raids?|strikes?|concert|performance|presentation|protests?|rally|briefing|event|appearance|intervention|press\s+conference"
    r"|forum|seminar|conference|discussion|dialogue|meeting|panel|reception|dinner|webinar|workshop|debate)\s+(?:[a-z-]+ed\s+|given\s+|held\s+)?by\s+(?:the\s+)?(?:[a-z]+[ -]tank\s+)?\Z"
)
"""Before whose deed was at a place, who need not be there: "a speech by the Institute in Lima"."""
_HALL = re.compile(r"\b(?:Cent(?:er|re)|Hall|Hotel|Palace|Arena|Stadium|Club|Tower|Resort|House)\Z")
"""Where somebody spoke after an election, which was held in a whole land."""
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
