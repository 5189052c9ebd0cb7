"""Whom people belong to."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Block, Sentence
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_FROM = re.compile(
    r",?\s+(?:of|from)\s+(?:the\s+)?|,\s+(?:an?|the)\s+(?:[a-z][\w-]*\s+){1,5}(?:at|with)\s+(?:the\s+)?"
    r"|,?\s+(?:who\s+)?(?:works\s+(?:for|at)|worked\s+(?:for|at))\s+(?:the\s+)?"
    r"|,?\s+(?:(?:and|who)\s+)?(?:(?:is|was|also)\s+)?(?:(?:an?|the)\s+)?(?:[a-z-]+\s+){0,2}member\s+of\s+"
    r"(?:the\s+)?|\s+(?:has\s+|had\s+)?(?:also\s+|then\s+|later\s+|recently\s+)?joined\s+(?:the\s+)?"
)


_AT = re.compile(
    r"(?:\s+\([^)]*\))?"
    r"(?:,\s+(?!at\s)(?:an?\s+|the\s+)?"
    r"|\s+(?:is|was)\s+"
    r"(?!not\b|to\b|also\s+(?!an?\b)|(?!(?:based|employed)\b)[a-z]+(?:ed|en)\b"
    r"|(?:met|held|shown|told|due|set|back|there|present)\b)(?:currently\s+)?(?:an?\s+|the\s+)?"
    r"|\s+(?:currently\s+)?(?:teaches|lectures|works|studies|researches)\s+)"
    r"(?:(?!(?:states?|country|countries|guests?|observers?|speaking|spoke|arriv\w+|summit|meeting|present"
    r"|speech|remarks|while|when|said|attending)\b)[a-z][\w’'-]*\s+){0,7}at\s+(?:the\s+)?"
    r"|,\s+who\s+(?:heads|leads|directs|runs|works|teaches|chairs)\s+(?:[\w’'-]+\s+){0,7}?at\s+(?:[Tt]he\s+)?"
)


_OWNS = re.compile(r"[’']s?\s+")
_A = re.compile(r",\s+(?:an?|the)\s+(?:(?:former|senior|leading|veteran|prominent)\s+)?")
_OF_ITS = re.compile(
    r"\s+"
    r"(?:lawmaker|MP|senator|deputy|candidate|nominee|politician|member|official|analyst|reporter|correspondent"
    r"|journalist|researcher|economist|spokes(?:man|woman|person)|activist|expert|professor|executive"
    r"|councillor|legislator|veteran)\b"
)
_AUTHOR = re.compile(
    r"\W*(?:Authors?:|(?:(?:Story|Photos?|Words|Report|Courtesy [Ss]tory|[\w. ]{2,24}\s[Pp]hoto)\s+)?[Bb]y)\s+(?:[A-Z1-4][\w.]*\s+){0,6}"
)
_THIS_IS = re.compile(r"(?:This is|I[’']m)\s+")
_WITH = re.compile(r"\s+with\s+(?:the\s+)?")


def affiliations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The bodies in a byline, and whom "X of the Y Institute" and "VOA's X" belong to."""
    bodies = reading.inside(sentence.span, "organization")
    for body in bodies:
        own = reading.next(body.span.end, sentence.span.end, "person", within=3)
        if own and _OWNS.fullmatch(reading.text, body.span.end, own.span.start):
            yield _belongs(own, body, sentence)
    for person in reading.inside(sentence.span, "person"):
        if sentence.block is Block.BYLINE:
            yield from (_belongs(person, body, sentence) for body in bodies)
            continue
        yield from _at_before(reading, sentence, person)
        body_after = reading.next(person.span.end, sentence.span.end, "organization", within=64)
        own = next((each for each in reading.inside(sentence.span, "role") if body_after and each.span.contains(body_after.span)), None)
        if own and own.span.start > person.span.end and _AT_THE.match(reading.text, own.span.end, sentence.span.end):
            # "Ana Ruiz, Dean of the School of Mines at the University of Atacama"
            body_after = reading.next(own.span.end, sentence.span.end, "organization", within=8)
        if body_after and body_after.span.start > person.span.end and _works_there(reading, sentence, person, body_after):
            yield _belongs(person, body_after, sentence)


_BESIDE = re.compile(r",\s+(?:an?\s+|the\s+)?(?:[a-z]+\s+){0,2}")
_THERE = re.compile(r"(?:\s+(?:in\s+charge\s+)?(?:of|for)\s+[^.;,]{2,40}?)?\s+at\s+(?:[Tt]he\s+)?")
_AT_THE = re.compile(r"\s+at\s+(?:[Tt]he\s+)?")
_THEN_NAME = re.compile(r"(?:\s+\([^)]*\))?,?\s+(?:(?:H\.?E\.?|Mr|Mrs|Ms|Dr|Prof|Sir|Sheikh|Sheikha|Hon|Ambassador|Gen|General)\.?\s+)*")


def _at_before(reading: Reading, sentence: Sentence, person: Linked) -> Iterator[Statement]:
    """After "the Minister of State at the Ministry of Trade, Ana Ruiz": where she works."""
    start = max(sentence.span.start, person.span.start - 160)
    if reading.text.find(" at ", start, person.span.start) < 0:
        return
    body = next(reversed(reading.inside(Span(start, person.span.start), "organization")), None) if person.span.start > start else None
    role = next(reversed(reading.inside(Span(start, body.span.start), "role")), None) if body and body.span.start > start else None
    there = body and role and _AT_THE.fullmatch(reading.text, role.span.end, body.span.start)
    if body and there and _THEN_NAME.fullmatch(reading.text, body.span.end, person.span.start):
        yield _belongs(person, body, sentence)


def _belongs(person: Linked, body: Linked, sentence: Sentence) -> Statement:
    return Statement(subject=person.entity, property="affiliation", value=body.entity, sentence=sentence, focus=around(person, body))


def _works_there(reading: Reading, sentence: Sentence, person: Linked, body: Linked) -> bool:
    """Whether the words around a name and the body after it say that the one works for the other."""
    text, between = reading.text, Span(person.span.end, body.span.start)
    lead = text[sentence.span.start : person.span.start]
    words = between.of(text)
    offices = reading.inside(between, "role")
    works = (
        (_A.fullmatch(words) and _OF_ITS.match(text, body.span.end, sentence.span.end))
        or (words == ", " and _AUTHOR.fullmatch(lead))
        or (_WITH.fullmatch(words) and _THIS_IS.fullmatch(lead))
        or _FROM.fullmatch(words)
        or _AT.fullmatch(words)
        or (
            offices
            and _BESIDE.fullmatch(text, person.span.end, offices[0].span.start)
            and _THERE.fullmatch(text, offices[-1].span.end, body.span.start)
        )
    )
    # "a professor of X" is an office there, which says more; "at X" tells the affiliation as well.
    return bool(works) and (not offices or bool(re.search(r"\bat\s+(?:[Tt]he\s+)?\Z", words)))
