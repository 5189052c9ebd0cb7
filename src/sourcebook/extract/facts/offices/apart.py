"""Offices told a line or a sentence apart from who holds them: below a name, as under a speech; where a report opens with the office alone."""

from collections.abc import Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.offices.of_what import of_what
from sourcebook.extract.facts.offices.whose_office import offices_of
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import around
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.speech.words import FIRST, VERB
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

LONGEST = 140
"""Code points of a line that holds no more than a name or an office."""
_STYLED = re.compile(
    r"[-–•*\s]*(?:(?:By|Speech by|Remarks by|Statement by|Address by)\s+)?"
    r"(?:(?:His|Her|Their|The|the|Right|Rt|Hon(?:ou?rable)?|Excellenc(?:y|ies)|H|E|HE|Mr|Mrs|Ms|Dr|Prof(?:essor)?"
    r"|Sir|Dame|Lord|Lady|Most|Reverend|Rev|Archbishop|U|Daw|Ambassador|General|Gen|Senator)\.?\s*)*"
)
_AFTER_NAME = re.compile(r"[,.]?(?:\s+(?:MP|MEP|KC|QC|AO|AC|OAM|CBE|OBE|KCMG|PhD|TD|Jr|Sr|[IVX]+)[,.]?)*\s*")
_AFTER_OFFICE = re.compile(r"(?:(?:,|\s+(?:of|for|at|and|to|in|on|the|&))*\s+[A-Z][\w.’'&-]*|\s+\([^)]*\))*[.,]?\s*")
_JOINT = re.compile(r"(?:,|\s+and|\s*&|;)?\s*(?:the\s+)?")


def signatures(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After a line "Ana Ruiz" the line "Minister of Trade": her office. Where offices stand over the names nothing is told."""
    sentences = reading.document.sentences
    offices = _offices(reading, sentence)
    if not offices or sentence.number == 0:
        return
    above = sentences[sentence.number - 1]
    name = _name(reading, above)
    first = sentence.number - 1
    while first > 0 and (_name(reading, sentences[first - 1]) or _offices(reading, sentences[first - 1])):
        first -= 1
    if name is None or _name(reading, sentences[first]) is None:
        return
    both = replace(above, span=Span(above.span.start, sentence.span.end))
    for office in offices:
        of = next((each.entity for each in reading.inside(office.span, "organization", "place")), "")
        yield Statement(name.entity, "position", office.found.name, both, around(name, office), qualifiers={"of": (of,)} if of else {})


def _name(reading: Reading, line: Sentence) -> Linked | None:
    """The person of a line that holds nothing else."""
    people = reading.inside(line.span, "person") if len(line.span) < LONGEST else []
    if len(people) != 1 or not _STYLED.fullmatch(reading.text, line.span.start, people[0].span.start):
        return None
    return people[0] if _AFTER_NAME.fullmatch(reading.text, people[0].span.end, line.span.end) else None


def _offices(reading: Reading, line: Sentence) -> list[Linked]:
    """The offices of a line that holds nothing else."""
    roles = reading.inside(line.span, "role") if len(line.span) < LONGEST else []
    at = line.span.start
    for role in roles:
        if not _JOINT.fullmatch(reading.text, at, role.span.start):
            return []
        at = role.span.end
    return roles if roles and _AFTER_OFFICE.fullmatch(reading.text, at, line.span.end) else []


_SAYS = re.compile(rf"(?:\s\([A-Z]{{2,8}}\))?,?\s+(?:(?:has|had)\s+)?(?:{VERB}|believes)\b", re.IGNORECASE)
_SPEAKS = re.compile(rf"\s+(?:(?:has|had|also)\s+)?(?:{VERB}|made\s+the\s+(?:remarks?|comments?|announcement))\b", re.IGNORECASE)


@where(frozenset(each.casefold() for each in FIRST) | {"believes"})
def unnamed_leads(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who holds the office that speaks in the first sentence, which names nobody."""
    sentences = reading.document.sentences
    if sentence.number + 1 >= len(sentences) or any(each.block is not HEADING for each in sentences[: sentence.number]):
        return
    roles = [each for each in reading.inside(sentence.span, "role") if _SAYS.match(reading.text, each.span.end)]
    further = sentences[sentence.number + 1]
    named = [each for each in reading.inside(further.span, "person") if _SPEAKS.match(reading.text, each.span.end)]
    if len(roles) != 1 or len(named) != 1 or reading.inside(sentence.span, "person"):
        return
    role, person = roles[0], named[0]
    if " " in person.found.name and next(offices_of(reading, person, len(reading.text)), None) is None:
        of = of_what(reading, role)
        yield Statement(
            person.entity,
            "position",
            role.found.name,
            replace(sentence, span=Span(sentence.span.start, further.span.end)),
            around(role, person),
            qualifiers={"of": (of,)} if of else {},
        )
