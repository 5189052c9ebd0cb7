"""Whom the words beside a quotation name: the person or the body of its verb of speech."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.linking import Linked
from sourcebook.extract.quotations import Quoted
from sourcebook.model.spans import Span

PRONOUN = re.compile(r"\W*(?:He|She|he|she)\b")
_PRONOUN_SAID = re.compile(
    r"\b(?:he|she|He|She)\s+(?:\w+\s+)?(?:said|says|told|added|stated|noted|stressed|explained|wrote|asked|replied|continued)\b"
)
SPEECH = re.compile(
    r"\b(?:said|says|told|added|adds|stated|noted|notes|stressed|explained|explains|announced|asked|answered|answers|replied|wrote|writes|responds?|responded|argued|argues|warned|warns|insisted|insists|remarked|commented|complained|admitted|retorted|countered|suggested|conceded|acknowledged|lamented|quipped|joked|tweeted|posted|observed|recalled|claimed|declared|emphasi[sz]ed|"
    r"concluded|continued|reiterated|underlined|underscored|affirmed|reaffirmed|pointed out|cautioned|asserted|confirmed|urged|puts? it|called|described|praised|apologi[sz]ed|reassured|promised|vowed|pledged|demanded|boasted|maintained|predicted|testified|elaborated|thinks|believes|claims|saying|adding|stating|noting|reported|reports|accused|accuses|blamed|branded|likened|compared|characteri[sz]ed|portrayed|spoke of|according to)\b",
    re.IGNORECASE,
)
_DIRECTLY = re.compile(
    r"(?:\s*[,–—]\s*(?:who|whose|an?|the)\b[^“”\"]{0,120}?\s*[,–—])?\s+(?:(?:also|later|then|has|had|have|further|earlier)\s+){0,2}"
)
_ACCOMPANIES = re.compile(r"\b(?:accompanied|joined|flanked|followed|hosted|represented|received)\s+by\s+(?:[\w’'.-]+\s+){0,6}\Z")
_QUOTED_BY = re.compile(r"\bquoted\b[^.;]{0,40}\bby\b")
_TO_WHOM = re.compile(r"\b(?:to|with|from|of|for|after|about|by)\s+(?:(?:the|his|her|its|their)\s+)?(?:[A-Z][\w-]*\s+){0,3}\Z")
_PARTICIPLE = re.compile(r"\W*(?:Calling|Describing|Citing|Noting|Stressing|Welcoming|Warning|Praising|Dubbing|Hailing|Saying)\b")
_ACCORDING = re.compile(r"\W*According\s+to\s+(?:the\s+)?")
_ACCORDING_TO_HIM = re.compile(r"\W*According\s+to\s+(?:him|her)\b")
NEAR = 40
"""Code points between "according to" and the name."""
_DOCUMENT_SAID = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|document|report|agreement|memorandum|resolution|treaty|release)\b[^,;]{0,80}\b(?:said|says|reads?|stated|states|noted|notes)\b",
    re.IGNORECASE,
)


def body_before(reading: Reading, clause: Span) -> str:
    """The body that "it" means: the first of the sentence before, in the same paragraph."""
    number = reading.document.sentence_of(clause.start).number
    previous = reading.document.sentences[number - 1] if number else None
    if previous is None or previous.paragraph != reading.document.sentences[number].paragraph or reading.people(previous.span):
        return ""
    bodies = reading.inside(previous.span, "organization")
    return bodies[0].entity if bodies else ""


def named_in_cue(reading: Reading, quoted: Quoted) -> str:
    """The id of whom a quotation's cue says to speak, or "". The quotation must have a cue."""
    text, cue = reading.text, quoted.cue
    assert cue is not None  # noqa: S101
    people = reading.people(cue)
    words = cue.of(text)
    spoken = not people and _PRONOUN_SAID.search(words)
    if (spoken or PRONOUN.match(words)) and not (cue.start < quoted.span.start and people and words.index(people[0].span.of(text)) < 4):
        found = reading.subject(cue.end, reading.document.sentence_of(cue.start).span.start)
        if found:
            return found
        earlier = [one for one in reading.subjects if one.found.type == "person" and one.span.end <= cue.start]
        return earlier[-1].entity if earlier else ""
    if not people and IT.match(words) and (body := body_before(reading, cue)):
        return body
    if _ACCORDING_TO_HIM.match(words):
        return reading.spoken_of(reading.document.sentence_of(cue.start)) or ""
    reporter = _QUOTED_BY.search(words)
    # "the minister was quoted as saying by the daily Le Matin": the paper says nothing itself.
    bodies = reading.inside(Span(cue.start, cue.start + reporter.start()) if reporter and reporter.start() else cue, "organization")
    if not people and _PARTICIPLE.match(words):
        # "Calling it “…”, Minister Ana Ruiz said": who follows.
        after = reading.next(quoted.span.end, quoted.span.end + 2 * NEAR, "person", within=2 * NEAR)
        return after.entity if after else ""
    source = _ACCORDING.match(text, cue.start, cue.end)
    by = next((each for each in [*people, *bodies] if source and source.end() <= each.span.start <= source.end() + NEAR), None)
    if by and source and by.span.start == min(each.span.start for each in [*people, *bodies] if each.span.start >= source.end()):
        return by.entity
    if len(people) > 1 and _DOCUMENT_SAID.search(words):
        # "The statement released by A and B said": neither of them alone.
        return ""
    said = _speech(text, cue)
    if people and said and cue.end <= quoted.span.start and people[0].span.start > said.start() and not _INVERTED.match(text, said.end()):
        # "The council demanded that Salva Kiir “…”": who is named after the verb does not speak.
        people = []
    if people:
        nearest = _nearest(reading, quoted, people)
        return nearest.entity if nearest else ""
    before = [each for each in bodies if said and each.span.end <= said.start()]
    if before and said:
        return doer_of(text, before, said.start()).entity
    follow = [
        each
        for each in bodies
        if said is None
        or (cue.start >= quoted.span.end and not re.search(r"[A-Z]|\b(?:who|whose|which|where)\b", text[said.end() : each.span.start]))
    ]
    return follow[0].entity if follow else generic_body(reading, cue, said)


_SPOKESMAN = re.compile(
    r"\b(?:[Ss]pokes(?:man|woman|person)|[Oo]fficial|[Rr]epresentative|[Ss]tatement)\s+(?:for|of|from|at|by)\s+(?:the\s+)?\Z"
)


def doer_of(text: str, bodies: list[Linked], verb: int) -> Linked:
    """The body that speaks: the last before the verb ("After talks at the Forum, the Ministry said"), unless that only explains another."""
    led = next((each for each in bodies if _SPOKESMAN.search(text, max(0, each.span.start - 60), each.span.start)), None)
    explains = len(bodies) > 1 and text[:verb].rstrip().endswith(",") and text.startswith(",", bodies[-2].span.end)
    return led or bodies[-2 if explains else -1]


IT = re.compile(r"\W*It\s+(?:(?:also|further|then|later|has|had)\s+)?[a-z]+")
_AT_FIRST = re.compile(r"\W*(?:When|After|As|While|Asked|Before|Once|Although|Though)\b")


def _speech(text: str, cue: Span) -> re.Match[str] | None:
    """The verb of speech of a cue: the first, or after "When a reporter asked" the last."""
    every = list(SPEECH.finditer(text, cue.start, cue.end))
    return every[-1 if _AT_FIRST.match(text, cue.start) else 0] if every else None


_INVERTED = re.compile(r"\s+(?:(?:[a-z]+\s+){0,2}(?:[A-Z][\w.’'-]*\s+){0,3})?[A-Z][\w’'-]+\s*[:,]?\s*\Z|\s+(?:[A-Z][\w.’'-]*\s*){1,6}[:,]")
"""A name right after the verb, and nothing more: "said Maria Silva:"."""
_GENERIC = re.compile(
    r"\b[Tt]he\s+(?:[a-z]+\s+)?(?P<head>ministry|council|bank|commission|company|agency|group|party|army|court|embassy|department|organi[sz]ation|union|alliance|committee|fund|institute|university|parliament|mission|force|office|service|secretariat|association|federation|foundation|authority|bureau|bloc)\b"
)


def generic_body(reading: Reading, cue: Span, said: re.Match[str] | None) -> str:
    """The body that "the ministry said" means: the last one named before whose name has that word."""
    found = _GENERIC.search(reading.text, cue.start, said.start() if said else cue.end)
    if found is None:
        return ""
    head = found["head"]
    return next((each.entity for each in reversed(reading.bodies_before(cue.start)) if head in each.found.name.casefold()), "")


def _nearest(reading: Reading, quoted: Quoted, people: list[Linked]) -> Linked | None:
    """The person beside the verb of speech: "the minister told Maria Silva" is said by the minister."""
    text, cue = reading.text, quoted.cue
    if cue is None:
        return people[0]
    found = _speech(text, cue)
    before = [each for each in people if found and each.span.end <= found.start()]
    beside = [each for each in before if _ACCOMPANIES.search(text, cue.start, each.span.start)]
    if before and len(beside) == len(before):
        # "Ruiz, accompanied by Minister Karl Meyer, said": not he.
        return None
    before = [each for each in before if each not in beside]
    if found and before and _DIRECTLY.fullmatch(text, before[-1].span.end, found.start()):
        # "Following talks with Maria Silva, Ola Nordmann told": whose verb it is; of two who say it together, the first.
        return _first_of_all(reading, cue, before)
    if len(before) > 1:
        # "In a letter to Maria Silva, Ola Nordmann wrote": whom a preposition leads does not speak.
        before = [each for each in before if not _TO_WHOM.search(text, cue.start, each.span.start)] or before
    if found and not before:
        # "said Maria Silva": the first after the verb.
        return next((each for each in people if each.span.start >= found.end()), people[0])
    return before[0] if before else people[0]


def _first_of_all(reading: Reading, cue: Span, people: list[Linked]) -> Linked:
    """The first of those whom "and" joins to the last of some persons: "the ministers Ana Ruiz and Karl Weber said"."""
    first = people[-1]
    for each in reversed(people[:-1]):
        between = reading.text[each.span.end : first.span.start]
        alone = " and " not in between or not reading.straight(each.span.end, first.span.start)
        if alone or _TO_WHOM.search(reading.text, cue.start, each.span.start):
            break
        first = each
    return first
