"""Where people served, as lists of their posts tell: "Her assignments include service as Consul at the Embassy in Lima and as Adviser at the Harbour Fund"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_POSTS = words(
    "served serves serve serving service assignment assignments position positions posting postings post posts role roles tour tours currently "
    "teaches taught teaching lectures lectured lecturing"
)
_SERVES = re.compile(
    r"\b(?:serv(?:ed?|es|ing|ice)|held|holds?|includ(?:ed?|es|ing)|is|was|been|worked)\b(?!\s+(?:not|never|nominated|sworn|appointed|named))"
)
_TITLE = r"(?:[A-Z][\w./’'-]*,?\s+(?:\([^()]*\)\s+)?(?:(?:of|for|and|to|the|on)\s+)*){1,12}"
_AT = re.compile(
    rf"\b(?:(?:as|and)\s+(?:also\s+)?(?:an?\s+|the\s+)?|(?:is|was)\s+(?:(?:currently|now|most\s+recently|previously)\s+)?(?:an?\s+|the\s+)){_TITLE}at\s+(?:the\s+)?\Z"
    r"|\b(?:positions?|roles?|posts?|postings|jobs?|assignments)\s+(?:(?!(?:and|or|of|to)\b)[a-z]+\s+){0,6}at\s+(?:the\s+)?\Z"
    r"|\b(?:teaches|taught|teaching|lectures|lectured|lecturing)\s+(?:(?!(?:how|that)\b)[\w-]+\s+){0,5}(?:at|in)\s+(?:the\s+)?\Z"
)
_PLANNED = re.compile(r"\b(?:not|never|will|would|may|nominee|nominated|candidate|hopes?|declined|refused|if|said|says)\b")
_HE = re.compile(r"\W*(?:[A-Z][^.;,]{2,60},\s+)?(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\s")
_NEXT = re.compile(r"(?:\s+\([^)]*\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:at|in)\s+)?(?:the\s+)?")
FAR = 160
"""Code points before a body in which the post is named."""


@where(_POSTS)
def postings(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The bodies at which the one of whom a sentence tells held posts or taught."""
    text, last = reading.text, None
    for body in reading.inside(sentence.span, "organization"):
        listed = last is not None and _NEXT.fullmatch(text, last, body.span.start)
        at = None if listed else _AT.search(text, max(sentence.span.start, body.span.start - FAR), body.span.start)
        told = listed or (
            at
            and (at[0].startswith("t") or _SERVES.search(text, sentence.span.start, at.end()))
            and not _PLANNED.search(text, sentence.span.start, body.span.start)
        )
        who = _of_whom(reading, sentence, body.span.start) if told else None
        if who is None:
            last = None
            continue
        last = body.span.end
        yield Statement(who, "affiliation", body.entity, sentence, Span(at.start() if at else body.span.start, body.span.end))


def _of_whom(reading: Reading, sentence: Sentence, position: int) -> str | None:
    """The only one whom a sentence names, before a position, or who was spoken of last before "she" and "her assignments"."""
    people = reading.people(sentence.span)
    if people:
        return people[0].entity if len({each.entity for each in people}) == 1 and people[0].span.start < position else None
    return reading.spoken_of(sentence) if _HE.match(reading.text, sentence.span.start) else None
