"""Words that nobody with a name speaks: "Chile said" names nobody, and so not whoever is named before it either."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_state
from sourcebook.extract.speech.unnamed import LONGEST_NAME, MANY
from sourcebook.model.spans import Span

_OPENS = re.compile(
    r"\W*(?:[^;“”\"]{1,200},\s+)?(?:the\s+)?|[^“”\"]*\bthat\s+(?:the\s+)?|[^“”\".]*,\s+[A-Z]\w+(?:,\s+[A-Z]\w+)*,?\s+and\s+(?:the\s+)?"
    r"|\W*(?:[Tt]he\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?\s+and\s+(?:the\s+)?"
)
"""What may stand before a state that says something: "In its statement, the", "The court noted that", "In a letter to the council, Norway and"."""
_THEN = re.compile(r"(?:,\s+in\s+[^;“”\"]{3,120},)?\s+(?:(?:also|later|then|has|had|further|earlier|meanwhile|today|yesterday)\s+){0,2}")
_FOR_A_PURPOSE = re.compile(
    r"\b(?:set\s+up|established|created|formed|founded|mandated|tasked|empowered)\b[^.;“”\"]{0,120}\bto\s*[“\"]?\s*\Z"
)
"""What something was made for is quoted from its statute: "a court set up by the two states to “…”"."""
_CHARGED = re.compile(
    r"\b(?:is|was|are|were|been|being|stands|stood)\s+(?:also\s+|now\s+)?"
    r"(?:accused|convicted|acquitted|suspected|guilty|charged|indicted)\s+(?:of|with|for)\s*[“\"]?\s*\Z"
)
"""What somebody is charged with, and the name of a work, are no words of whom they are told of: "she was accused of “…”"."""
_OFFICE_OF = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+){0,2}"
    r"(?:office|team|campaign|spokes(?:man|woman|person)|lawyers?|attorneys?|aides?|administration|government"
    r"|cabinet|adviser|advisor)\b"
)
_CHAIR = re.compile(r"(?:The\s+)?[A-Z][\w-]*\s+(?:chair|president|host|member|candidate)\s+[A-Z]\w+\s+(?:has|had|also)?\s*[a-z]+ed\b")
"""A state by what it is in a body, which does not speak itself: "ASEAN chair Norway has vowed"."""
_SIDE = re.compile(r"(?:The\s+)?[A-Z][\w-]*\s+(?:side|delegation|party|authorities)\s+(?:(?:has|had|also)\s+)?[a-z]+")
"""Nor by its delegates: "The Chilean side said"."""
_COURT = re.compile(
    r"\W*[Tt]he\s+(?:[a-z]+\s+){0,2}(?:court|tribunal|jury|judges)\s+(?:in|of|at)\s[^,;“”\"]{2,60}?\s(?:said|ruled|wrote|found|stated)\b"
)
_AND_WHO = re.compile(r",\s+whose\s[^“”\"]{5,160},?\s+and\s+who\s+(?:called|described|said|denounced|branded|dubbed)\s[^“”\"]{0,60}\Z")
_TITLED = re.compile(r"(?:\s+[A-Z][\w.-]*){0,3}\s+")
_WORK = re.compile(r"\b(?:wrote|writes|recalls?|recalled|recounts?|recounted|noted|argue[sd]|describe[sd]|told)\s+in\s*[“\"]?\s*\Z")


def nobody_says(reading: Reading, cue: Span, said: re.Match[str]) -> bool:
    """Whether a state opens the clause of a cue's verb of speech, or its last ("In its statement, Chile said"), or nobody speaks at all."""
    if any(each.search(reading.text, cue.start, cue.end) for each in (_FOR_A_PURPOSE, _CHARGED, _WORK, _AND_WHO)):
        return True
    if any(
        each.span.start > said.end()
        and _TITLED.fullmatch(reading.text, said.end(), each.span.start)
        and _OFFICE_OF.match(reading.text, each.span.end)
        for each in reading.people(cue)
    ):
        # "wrote President Ruiz's press office"
        return True
    chair = _CHAIR.match(reading.text, cue.start, cue.end) or _SIDE.match(reading.text, cue.start, cue.end)
    if chair and not reading.people(cue) and reading.inside(Span(*chair.span()), "place", "demonym"):
        return True
    if _COURT.match(reading.text, cue.start, cue.end) and not reading.inside(cue, "person", "organization"):
        return True
    verbs = [said, *list(reading.speech(cue))[-1:]]
    if any(each.search(reading.text, max(cue.start, verbs[-1].start() - LONGEST_NAME), verbs[-1].start()) for each in (MANY, _PLURAL)):
        return True
    return any(state_says(reading, cue, each.start()) for each in verbs) or _state_acts(reading, cue, verbs[-1])


_OTHER = r"(?!(?:who|which|that|as|in|on|at|for|from|of|with|while|when|he|she|it|they|and|but|or|has|is|was|does|also|then|always|sometimes|perhaps|thus|nevertheless|regardless|afterwards|besides|this)\b)"
_PLURAL = re.compile(
    rf",\s+(?:(?:the|some|many|most|several|few|other|all)\s+)?(?:{_OTHER}[a-z-]+\s+){{0,2}}{_OTHER}[a-z]{{3,}}[^s\W]s\s+\Z"
)
"""Things or people without a name right before a verb: "In Oslo, where Ana Ruiz spoke, posters called for"."""
_CLAUSE = re.compile(r"(?:[^“”\"]*(?:;|,\s+(?:but|and|while|although|whereas)))?\s*(?:[Tt]he\s+)?")
_DOES = re.compile(r"\s+(?:(?:also|has|had|later)\s+)?[a-z]+(?:s|ed|[a-z])\s[^;“”\"]*,\s*\Z")


def _state_acts(reading: Reading, cue: Span, said: re.Match[str]) -> bool:
    """Whether a state does what a clause tells that goes on with "saying": "but Chile supported its ally, saying"."""
    return said[0].endswith("ing") and any(
        is_state(each)
        and _CLAUSE.fullmatch(reading.text, cue.start, each.span.start)
        and _DOES.match(reading.text, each.span.end, said.start())
        for each in reading.inside(Span(cue.start, said.start()), "place")
    )


def _speaks_for_one(place: Linked) -> bool:
    """Whether a city may stand for its state: "Oslo said"."""
    return place.found.entry is not None and place.found.entry.capital


def state_says(reading: Reading, cue: Span, verb: int) -> bool:
    """Whether the subject of the verb at a position is a state, with which a cue or its last clause begins."""
    named = reading.inside(Span(cue.start, verb), "place") if verb > cue.start else []
    states = (each for each in named if is_state(each) or _speaks_for_one(each))
    return any(
        _THEN.fullmatch(reading.text, each.span.end, verb) and _OPENS.fullmatch(reading.text, cue.start, each.span.start) for each in states
    )
