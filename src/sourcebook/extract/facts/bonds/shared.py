"""The ties of two whom a sentence does not name: "The two leaders reaffirmed their commitment to strengthening bilateral cooperation"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.both import of_others, partners_of, states_of_people
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_TIES = words(
    "coordination coordinate coordinating collaborating cooperating working cooperation co-operation partnership ties relations relationship interaction collaboration alliance cooperate cooperated collaborate collaborated together"
)
_SHARED = re.compile(
    r"(?:\b(?:(?P<heads>(?:[Tt]he|[Bb]oth|[Tt]he\s+two|[Tt]wo)\s+(?:leaders|presidents|heads\s+of\s+(?:state|government)|(?:prime\s+|foreign\s+|defen[cs]e\s+)?ministers|premiers))"
    r"|(?:[Tt]he|[Bb]oth|[Tt]he\s+two|[Tt]wo)\s+(?:sides|parties|countries|nations|governments|officials|interlocutors))\s"
    r"(?:[^.;:“”\"]{0,120}?\s)?(?:reaffirm|confirm|agree|express|pledg|commit|underlin|underscor|stress|emphasi[sz]|vow|reiterat|voic|resolv|renew|affirm)\w*\s"
    r"|\b(?:reaffirmed|confirmed|expressed|reiterated|affirmed)\s(?:their|an?|the)\s(?:(?:mutual|shared|common|joint|firm|strong)\s){0,2}(?:commitment|intention|interest|desire|readiness|willingness|resolve|determination)\s(?:to|in|of|for)\s)"
    r"(?:[^.;:“”\"]{0,90}?\s)?(?:strengthen|deepen|expand|develop|enhanc|promot|boost|broaden|intensif|continu|further|advanc|consolidat|upgrad|bolster|build|stepping|cooperat|elevat)\w*\s"
    r"(?:(?!(?:multilateral|international|regional|global|trilateral|no|not|with|between|for|in)\b)[a-z-]+,?\s){0,6}?"
    r"(?:co-?operation|partnership|ties|relations|relationship|interaction|collaboration|alliance)\b"
    r"(?!\s+(?:with|among|of)\b|\s+between\s+(?!the\s+two\b|both\b|our\b|their\b)|\s+(?:within|in)\s+(?:the\s+)?[A-Z])"
)
"""Two who mean to go on with what they do together."""
_WORK = re.compile(
    r"\b(?:[Tt]he\s+two|[Bb]oth)\s+(?:sides|countries|nations|states|governments)\s+(?:(?:also|already|now|today|closely|actively|long|have)\s+){0,3}"
    r"(?:cooperated?|collaborated?|work(?:ed)?\s+(?:closely\s+)?together)\b"
)
_JOINT = r"(?:co-?operation|partnership|collaboration|coordination)"
_SIDES = r"(?:countries|nations|states|sides|governments|peoples|militaries|parties)"
_HOW = r"(?:(?!(?:multilateral|international|regional|global|trilateral|no|not|with|between|among|for|in|of|its|his|her|any)\b)[a-z-]+,?\s){0,5}?"
_OF_TWO = re.compile(
    rf"\b(?P<what>{_JOINT})\s+(?:(?:between|of)\s+(?:the\s+two|both|our(?:\s+two)?|their(?:\s+two)?|these\s+two)\s+{_SIDES}|(?:that\s+)?(?:our|the\s+two|both|their)\s+{_SIDES}\s+(?:enjoy|share|have)\b)"
    rf"|\b(?:[Oo]ur|[Tt]heir)\s+(?:two\s+)?{_SIDES}[’']\s+{_HOW}{_JOINT}\b"
    rf"|\b(?:[Bb]ilateral|[Tt]heir\s+{_HOW}(?:strong|close|strategic|ongoing|continu\w+|enduring|robust|deep\w*))\s{_HOW}{_JOINT}\b(?!\s+(?:with|among|between)\b)"
    r"|\b(?:[Tt]hey|[Ll]eaders|[Pp]residents|[Mm]inisters|officials|[Ss]ecretar(?:y|ies)|[Mm]inister|[Pp]resident|[Cc]hancellor|[Kk]ing|sides|countries|governments|nations)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:agree|pledg|commit|vow|promis|reaffirm|resolv|undert|decid|determin)\w*\s(?:[^.;:“”\"]{0,60}?\s)?(?:to\s+)?(?:continu\w+\s+(?:to\s+|with\s+)?)?(?:closely\s+)?"
    rf"(?:work(?:ing)?\s+(?:closely\s+|even\s+)*together|co-?operat(?:e|ing)|collaborat(?:e|ing)|coordinat(?:e|ing)|their\s+{_HOW}{_JOINT}|close\s+{_JOINT})\b(?!\s+(?:[a-z]+ly\s+)?with\b)"
)
"""What two do together, by words that say that it is theirs: "cooperation between our two countries", "they pledged to work together"."""
TWO = 2


@where(_TIES)
def shared(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """That two cooperate who are only called "the two sides"."""
    span, text = sentence.span, reading.text
    means = _SHARED.search(text, span.start, span.end)
    sure = means or _WORK.search(text, span.start, span.end)
    found = sure or _OF_TWO.search(text, span.start, span.end)
    pair = (_leaders if means and means["heads"] else _sides)(reading, sentence) if found else []
    if found and len(pair) == TWO and _can_be(reading, pair, Span(span.start, found.end()), states=not sure):
        doubt = "" if sure else of_others(reading, sentence, pair)
        note = {"note": (doubt,)} if doubt else {}
        yield Statement(pair[0], "cooperates_with", pair[1], sentence, Span(*found.span()), qualifiers=note, plain=False)


def _can_be(reading: Reading, pair: list[str], span: Span, *, states: bool) -> bool:
    """Whether two can be those of whom a part of a sentence tells: both govern, and it names none but them and their people.

    Args:
        reading: the document.
        pair: the two.
        span: the part.
        states: whether both must be states, as those are of whom "bilateral" is said.
    """
    # A continent, of whose states one was told to deal with Norway, has no government.
    for each in pair:
        if not any(is_state(one) or (one.found.type == "organization" and not states) for one in reading.by_entity.get(each, ())):
            return False
    named = {*reading.named(span)}
    if not named <= {*pair}:
        return False
    if not states:
        return True
    if named and _HOSTILE.search(reading.text, span.start, span.end):
        # "They discussed Chile's attack on Peru and their close cooperation"
        return False
    whose = reading.once(states_of_people)
    if any(whose.get(each.entity) and whose[each.entity].isdisjoint(pair) for each in reading.people(span)):
        return False
    if reading.main or named == {*pair}:
        return named == {*pair} or {*pair} == {*reading.main}
    # "In Chile she will discuss bilateral cooperation", and before it was told of Peru's dealings with Chile: she may be of neither.
    number = reading.document.sentence_of(span.start).number
    return {frozenset(who) for at, who in reading.contacts if at <= number} == {frozenset(pair)}


_HOSTILE = re.compile(r"\b(?:attack|aggress|inva(?:de|sion)|threat|missile|strike|hostil|sanction|ceasefire|truce)\w*")


def _sides(reading: Reading, sentence: Sentence) -> list[str]:
    """Those last told to deal with each other, if no others are told before them."""
    here = list({frozenset(each): each for each in reading.contacts_in(sentence)}.values())
    if len(here) == 1 and len(here[0]) == TWO and {*here[0]} <= {*reading.named(sentence.span)}:
        return [*here[0]]
    pair, first = partners_of(reading, sentence), reading.contacts[0][1] if reading.contacts else ()
    return pair if not first or {*pair} == {*first} else []


def _leaders(reading: Reading, sentence: Sentence) -> list[str]:
    """The same, or those whose talks a text begins with."""
    at, first = reading.contacts[0] if reading.contacts else (0, ())
    callers = {each.entity for each in reading.inside(reading.document.sentences[0].span, "person")}
    if at and len(callers) == TWO:
        # "Ana Ruiz called Minister Ola Lund of Chile", and of others only later: who the leaders are is not told.
        return []
    return _sides(reading, sentence) or ([] if at else [*first])
