"""The office of somebody's counterpart, which is the same: "Foreign Minister Ola Lund met his Chilean counterpart Ana Ruiz"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.offices.of_what import NEAR, of_counterpart
from sourcebook.extract.facts.offices.whose_office import HONORIFIC, offices_of
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import around
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.people.leaders import kind_of, terms_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_HIS = re.compile(rf"\b(?:his|her)\s+(?:visiting\s+|new\s+)?(?:[A-Z][\w.-]+\s+){{1,3}}counterpart,?\s+{HONORIFIC}\Z")
_OFFICE = re.compile(
    r"(?P<name>(?i:(?:(?:deputy|vice|prime|foreign|external affairs|defen[cs]e|interior|finance|trade|energy|economy|justice|health)[ -])*"
    r"(?:minister|president|premier|chancellor|speaker)(?: (?:of|for) (?:foreign affairs|defen[cs]e))?))(?: of .+)?"
)
"""What each state has one of, without the state; a secretary of state is a foreign minister's counterpart in one alone."""
_CALLED_OTHERWISE = {
    "United States": re.compile(r"(?i)minister|premier|chancellor"),
    "United Kingdom": re.compile(r"(?i)(?<!prime )minister|premier|chancellor|president"),
}
"""Offices that bear other names there: the Norwegian foreign minister's American counterpart is none."""
_HEADS = ("president", "vice president")
_APART = len(", the ")
_AND_HIS = re.compile(r"\s+and\s+(?:his|her)\s")


@where(frozenset({"counterpart"}))
def counterparts(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """What the counterpart of somebody is whose office the text tells, if it does not tell his own."""
    people = reading.inside(sentence.span, "person")
    for at, person in enumerate(people):
        near = max(sentence.span.start, person.span.start - NEAR)
        if not _HIS.search(reading.text, near, person.span.start) or _has_own(reading, person, sentence):
            continue
        of = of_counterpart(reading, person)
        other = _whose(reading, [each for each in people[:at] if each.entity != person.entity], people[at + 1 :])
        role = next(offices_of(reading, other, other.span.start), None) if other else None
        office = _OFFICE.fullmatch(role.found.name) if role else None
        kind = kind_of(office["name"]) if office else ""
        if kind == "president" and (name := person.found.name) and terms_of(name) and not any(terms_of(name, each) for each in _HEADS):
            # "Kennedy's Soviet counterpart, Nikita Khrushchev": who is known to have been no president.
            continue
        otherwise = _CALLED_OTHERWISE.get(reading.by_entity[of][0].found.name) if of and of in reading.by_entity else None
        if of and role and office and not (otherwise and otherwise.search(office["name"])):
            yield Statement(
                person.entity,
                "position",
                office["name"],
                sentence,
                around(role, person) if sentence.span.contains(role.span) else Span(near, person.span.end),
                qualifiers={"of": (of,)},
            )


def _whose(reading: Reading, before: list[Linked], after: list[Linked]) -> Linked | None:
    """Whose counterpart somebody is: of the last named before, or of who follows ("With her Chilean counterpart Ana Ruiz, Eva Lind spoke")."""
    if len(before) > 1 and _AND_HIS.match(reading.text, before[-1].span.end):
        # "Lund met Eva Dahl and his Chilean counterpart": Lund's, not hers.
        return before[-2]
    return before[-1] if before else next(iter(after), None)


def _has_own(reading: Reading, person: Linked, sentence: Sentence) -> bool:
    """Whether the text tells an office of the counterpart himself: "his Chilean counterpart, Ana Ruiz, the Minister of Trade"."""
    after = reading.next(person.span.end, sentence.span.end, "role", within=_APART)
    return after is not None or next(offices_of(reading, person, len(reading.text)), None) is not None
