"""Which body speaks where the words beside a quotation do not name it: "it", "the ministry"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import OWNED, Reading
from sourcebook.extract.identity.linking import LOOK_BACK
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.speech.words import SPEECH
from sourcebook.model.spans import Span

IT = re.compile(r"\W*[Ii]t\s+(?:(?:also|further|then|later|has|had)\s+)?[a-z]+")
_ITS_SPOKESMAN = re.compile(
    r"[\s,”\"’]*(?:[Aa]|[Ii]ts|[Tt]heir)\s+spokes(?:man|woman|person)\s+(?:also\s+|later\s+)?(?:said|says|told|added|stated|confirmed)\b"
)
_THEY_SAID = re.compile(
    r"\W*(?:[Ii]n\s+(?:an?|the|its|their)\s+(?:[a-z]+\s+)?(?:statement|release|letter|post|tweet|message|report)\b[^,“”\"]{0,50},\s+)?(?:[Ii]t|[Tt]hey)\s+"
    r"(?:also\s+|later\s+)?(?:said|say|says|added|add|stated|wrote|noted|claimed|warned|announced)\b"
)


def body_meant(reading: Reading, cue: Span) -> str:
    """The body that "it" or "they" means in a cue, or for which "a spokesman said" it; or ""."""
    if any(each.match(reading.text, cue.start, cue.end) for each in (IT, _ITS_SPOKESMAN)):
        return body_before(reading, cue)
    previous = reading.document.before(reading.document.sentence_of(cue.start))
    they = previous and reading.opening_body(previous.span) and _THEY_SAID.match(reading.text, cue.start, cue.end)
    return body_before(reading, cue) if they else ""


def body_before(reading: Reading, clause: Span) -> str:
    """The body that "it" means: in the same paragraph the one that the sentence before says to have said something, or names first."""
    previous = reading.document.before(reading.document.sentence_of(clause.start))
    if previous is None:
        return ""
    told = _IT_SAID.search(reading.text, previous.span.start, previous.span.end)
    if told:
        # "Ana Ruiz will come, the ministry said."
        return generic_body(reading, Span(told.start(), previous.span.end), None)
    if reading.people(previous.span):
        return ""
    bodies = reading.inside(previous.span, "organization")
    if not bodies:
        return ""
    # "The Harbour Group's Research Lab": the Lab.
    owned = OWNED.match(reading.text, bodies[0].span.end)
    return next((each for each in bodies if owned and each.span.start == owned.end()), bodies[0]).entity


_GENERIC = re.compile(
    r"\b[Tt]he\s+(?:[\w.-]+\s+)?(?:(?!of\b)[a-z-]+\s+){0,3}?(?P<head>ministry|council|bank|commission|company|agency|group|party|army|court|embassy|department|organi[sz]ation|union|alliance|committee|fund|institute|university|parliament|mission|force|office|service|secretariat|association|federation|foundation|authority|bureau|bloc|movement|coalition|body|watchdog|charity|newspaper|paper|magazine|daily|broadcaster|network|firm|grouping|regulator|commissioner[’']s office)\b"
)
_IT_SAID = re.compile(rf"{_GENERIC.pattern}\s+(?:(?:also|has|had|later)\s+)?{SPEECH.pattern}")
"""A body without its name that says something."""


def generic_body(reading: Reading, cue: Span, said: re.Match[str] | None) -> str:
    """The body that "the ministry said" means: the last one named before whose name has that word."""
    found = _GENERIC.search(reading.text, cue.start, said.start() if said else cue.end)
    if found is None and said and said.start() - cue.start < FEW:
        # "…," said the defense ministry.
        found = _GENERIC.match(reading.text, said.end() + 1, cue.end)
    if found is None or _ITS_PEOPLE.match(reading.text, found.end()) or _OF_IT.search(reading.text, cue.start, found.start()):
        return ""
    words = [_PLAIN.get(each, each) for each in found[0].casefold().split()[1:]] or [""]
    earlier = reading.inside(Span(0, cue.start), "organization") if cue.start else []
    near = [each for each in earlier if words[-1] in each.found.name.casefold()]
    whole = [
        each for each in near if all(_PLAIN.get(word, word) in each.found.name.casefold().replace("defence", "defense") for word in words)
    ]
    if not whole and not _FIELDS.isdisjoint(words):
        # "the foreign ministry" is not the Ministry of Health.
        return ""
    # "the university" is Columbia University rather than its medical centre.
    own = [each for each in whole or near if words[-1] in {(parts := each.found.name.casefold().split())[-1], parts[0]}]
    if near or words[-1] not in _DESCRIBES:
        return (own or whole or near)[-1].entity if near else ""
    # "the 15-nation bloc said": whichever body the last sentences speak of.
    return _foremost_body(reading, cue.start, firm=words[-1] in _FIRMS)


_FIELDS = words_of("foreign defense interior finance trade health justice energy commerce economy education transport")
_OF_IT = re.compile(r"\b(?:leader|head|member|chief|director|founder|president|chair\w*|boss|owner|manager|editor|part) of \Z")
_ITS_PEOPLE = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+){0,2}(?:chiefs?|ministers?|officials?|commanders?|critics|supporters|lawyers?|employees)\b"
)
_DESCRIBES = words_of(
    "bloc group grouping organization organisation movement body watchdog charity newspaper paper magazine daily broadcaster network agency company firm alliance union association regulator party"
)
"""Kinds of bodies whose names need not say so."""
_FIRMS = frozenset({"company", "firm", "retailer", "airline", "carmaker", "operator", "manufacturer"})
_PUBLIC = re.compile(r"\b(?:Ministry|Government|Council|Parliament|Commission|Court|Police|Union|Department|Congress|Senate|Nations)\b")


def _foremost_body(reading: Reading, before: int, *, firm: bool) -> str:
    """The first body of the last sentence that names one."""
    document = reading.document
    number = document.sentence_of(before).number
    for sentence in reversed(document.sentences[max(0, number - LOOK_BACK) : number]):
        bodies = reading.inside(sentence.span, "organization")
        bodies = [each for each in bodies if not (firm and _PUBLIC.search(each.found.name))]
        if bodies:
            return bodies[0].entity
    return ""


FEW = 6
"""Code points before a verb of speech that begins a cue."""
_PLAIN = {"defence": "defense"}
_AGENCY = re.compile(r"\([^()\n]{2,40}\)\s*(?:--?|[–—:]{1,2})\s|/[^/\n]{2,30}/\.?\s*(?:--?|[–—])?\s|[A-Z][\w ]{2,30}\s--?\s")


def datelines(reading: Reading) -> Iterator[Span]:
    """What stands before the dash of a first paragraph: agencies there say nothing that is quoted: "OSLO, May 3 (Nordnews) -- The council said"."""
    for block in reading.document.article.blocks[:HEADS]:
        if found := _AGENCY.search(reading.text, block.start, min(block.end, block.start + LONGEST_HEAD)):
            yield Span(block.start, found.end())


HEADS = 3
"""Paragraphs of which one may begin with a dateline."""
LONGEST_HEAD = 90
"""Code points of a dateline."""
