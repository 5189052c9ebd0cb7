"""Which body "it", "its" and "the organization" mean."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked

THE_BODY = (
    r"[Tt]he\s+(?:[a-z-]+\s+)?(?:organi[sz]ation|institution|body|bloc|group|grouping|union|agency|bank|commission|council|court|company"
    r"|alliance|community|association|fund|forum|league|federation|bureau|institute|network|secretariat|tribunal|corporation)"
)
FAR = 4
"""Sentences back in which the body may be named."""
_GOES_ON = re.compile(rf"\W*(?:Its?|They|There\s+are|{THE_BODY})\b")
_OPENS = re.compile(r"\W*(?:[A-Z][a-z]+(?:ed|t)\s[^,;]{3,60},\s+)?(?:[Tt]he\s+)?")
_NO_SUBJECT = re.compile(r"[’']s?\s|,?\s+and\s|\s+(?!(?:is|was|has|had|which|also|comprises|consists|does)\b)[A-Z]")


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
