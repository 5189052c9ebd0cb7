"""Which body "it", "its" and "the organization" mean, and which state "it" and "the country"."""

from collections import Counter

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import is_state

THE_BODY = (
    r"[Tt]he\s+(?:[a-z-]+\s+)?(?:organi[sz]ation|institution|body|bloc|group|grouping|union|agency|bank|commission|council|court|company"
    r"|alliance|community|association|fund|forum|league|federation|bureau|institute|network|secretariat|tribunal|corporation)"
)
THE_LAND = r"[Tt]he\s+(?:country|nation|republic|kingdom|island|archipelago|state|sultanate|principality|emirate)"
FAR = 4
"""Sentences back in which the body may be named."""
_GOES_ON = re.compile(rf"\W*(?:Its?|They|There\s+are|{THE_BODY})\b")
_OPENS = re.compile(r"\W*(?:[A-Z][a-z]+(?:ed|t)\s[^,;]{3,60},\s+)?(?:[Tt]he\s+)?")
_NO_SUBJECT = re.compile(r"[’']s?\s|,?\s+and\s|,\s+[A-Z]|\s+(?!(?:is|was|has|had|which|also|comprises|consists|does)\b)[A-Z]")


def body_meant(reading: Reading, sentence: Sentence) -> Linked | None:
    """The body of which the sentences before a sentence tell: the one with which the first of them that does not speak of "it" begins."""
    for before in reversed(reading.document.sentences[max(0, sentence.number - FAR) : sentence.number]):
        if before.block is HEADING:
            return None
        if _GOES_ON.match(reading.text, before.span.start, before.span.end):
            continue
        opens = _OPENS.match(reading.text, before.span.start, before.span.end)
        first = reading.after(opens, before.span.end, "organization", "role", "person")
        body = first if first and first.found.type == "organization" else None
        return None if body is None or _NO_SUBJECT.match(reading.text, body.span.end) else body
    return None


def states_meant(reading: Reading, sentence: Sentence, how_many: int = 1) -> list[Linked]:
    """Whom "it" and "the country" or "both countries" mean: as many as the sentence before names, and no more; one that it begins with."""
    before = reading.document.before(sentence)
    for _ in range(FAR) if how_many == 1 else ():
        if before is None or not _SPEAKS_ON.match(reading.text, before.span.start):
            break
        before = reading.document.before(before)
    if before is None:
        return []
    named = [each for each in reading.inside(before.span, "place") if is_state(each)]
    states = {each.entity: each for each in named}
    if how_many == 1 and named and len(states) > 1:
        # "Chile has a special relationship with Peru. It belongs to the Union."
        opens = _BEGINS.fullmatch(reading.text, before.span.start, named[0].span.start)
        told = opens and _DOES.match(reading.text, named[0].span.end)
        main = (
            _ITS.match(reading.text, named[0].span.end)
            if opens
            else _RELATIONS_OF.fullmatch(reading.text, before.span.start, named[0].span.start)
        )
        return named[:1] if told or (main and named[0].entity == reading.once(_main_state)) else []
    return list(states.values()) if len(states) == how_many else []


def _main_state(reading: Reading) -> str:
    """The state that a text names twice as often as any other, or ""."""
    (first, many), (_, fewer) = (Counter(each.entity for each in reading.linked if is_state(each)).most_common(2) + [("", 0)] * 2)[:2]
    return first if many >= 2 * fewer else ""


_SPEAKS_ON = re.compile(
    rf"\W*(?:(?:In|Since|On|By|From|After|Today|Currently|Today|Later)\b[^.;,A-Z]{{0,30}},\s+)?(?:[Ii]ts?|{THE_LAND})(?:[’']s)?\s+(?!is\s+(?:the|an?)\s+(?:[a-z-]+\s+){{0,3}}(?:organi[sz]ation|group|bloc|alliance|party))(?!(?:is|was)\s+[a-z]+ed\s+that)[a-z]"
)
"""A sentence that goes on about who was spoken of."""
_BEGINS = re.compile(
    r"\W*(?:(?:Today|Currently|Now|Also|Since\s+then|(?:In|Since|After|Following|During|By|As)\s+(?:its\s+[a-z][^.;,A-Z]{2,50}|[^.;,A-Z]{2,50}|[A-Z][a-z]+\s+\d{4})),?\s+)?(?:[Tt]he\s+)?"
)
_DOES = re.compile(
    r"\s+(?:(?:also|now|today|still|currently|generally|traditionally|actively|fully|strongly)\s+)?(?:is|was|has|had|have|maintain|enjoy|belong|participat|support|play|became|joined|gained|follow|seek|pursu|favor|favour|assumed|established|signed|attach|conduct|hosts?\b|hosted)\w*\s"
)
"""Verbs whose doer is spoken of further as "it"."""
_ITS = re.compile(r"[’']s?(?:\s+[a-z][a-z-]*){2}\s")
"""As in "Chile's economy is strong. It is a member"; not so "Chile's rival Peru"."""
_RELATIONS_OF = re.compile(
    r"\W*(?:The\s+)?(?:[a-z-]+\s+)?(?:[Ff]oreign\s+)?(?:[Rr]elations|[Pp]olicy|[Ee]conomy|[Gg]overnment|[Cc]onstitution|[Cc]apital)\s+of\s+(?:the\s+)?"
)
