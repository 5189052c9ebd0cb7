"""The ties of two whom a sentence does not name: "The two leaders reaffirmed their commitment to strengthening bilateral cooperation"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.both import partners_of
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_TIES = words(
    "cooperation co-operation partnership ties relations relationship interaction collaboration alliance cooperate cooperated collaborate collaborated together"
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
TWO = 2


@where(_TIES)
def shared(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """That two cooperate who are only called "the two sides"."""
    means = _SHARED.search(reading.text, sentence.span.start, sentence.span.end)
    found = means or _WORK.search(reading.text, sentence.span.start, sentence.span.end)
    pair = (_leaders if means and means["heads"] else _sides)(reading, sentence) if found else []
    # A continent, of whose states one was told to deal with Norway, has no government.
    act = all(any(is_state(one) or one.found.type == "organization" for one in reading.by_entity.get(each, ())) for each in pair)
    if found and act and len(pair) == TWO and {*reading.named(sentence.span)} <= {*pair}:
        yield Statement(pair[0], "cooperates_with", pair[1], sentence, Span(*found.span()), plain=False)


def _sides(reading: Reading, sentence: Sentence) -> list[str]:
    """Those last told to deal with each other, if no others are told before them."""
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
