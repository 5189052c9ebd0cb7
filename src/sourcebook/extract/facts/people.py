"""Offices and affiliations."""

import re
from collections.abc import Iterator

from sourcebook.extract.document import Block, Sentence
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.linking import Linked
from sourcebook.extract.statements import Statement

_MARKS = "\u200e\u200f"
_JOINED = re.compile(rf"[\s,{_MARKS}]*(?:and\s+)?[\s,{_MARKS}]*")
_APPOSED = re.compile(r",\s+(?:(?:the|an?|its|his|her|then|former|the former|the new|the then)\s+)?(?:[A-Z][\w.-]+(?:[’']s)?\s+)?")
_IS = re.compile(
    r"(?:\s+\([^)]*\))?,?\s+(?:is|was|became|served as|serves as|has been|was appointed|was elected|was named)\s+(?:the\s+|an?\s+)?(?:[A-Z][\w.-]+(?:[’']s)?\s+)?"
)


def positions(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who holds an office, and of what."""
    roles = reading.inside(sentence.span, "role")
    people = reading.inside(sentence.span, "person")
    for role in roles:
        holder = _holder(reading, role, roles, people)
        if holder is None or (
            re.match(
                r"(?:\w+ )*(?:Ministers|Presidents|Secretaries|Leaders|Chairmen|Ambassadors|Heads|Officers|Commanders)\b", role.found.name
            )
        ):
            continue
        of = _of(reading, role)
        yield Statement(
            subject=holder.entity,
            property="position",
            value=role.found.name,
            sentence=sentence,
            focus=around(role, holder),
            qualifiers={"of": (of,)} if of else {},
        )


def _of(reading: Reading, role: Linked) -> str:
    inside = [each.entity for each in reading.inside(role.span, "organization", "place") if each.entity]
    if inside:
        return inside[0]
    return next(
        (
            each.entity
            for each in reading.before(role.span.start)
            if each.found.type in {"demonym", "place", "organization"}
            and each.span.end <= role.span.start
            and re.fullmatch(r"(?:[’']s?)?\s+", reading.text[each.span.end : role.span.start])
        ),
        "",
    )


def _holder(reading: Reading, role: Linked, roles: list[Linked], people: list[Linked]) -> Linked | None:
    text = reading.text
    for person in people:
        if role.span.end <= person.span.start:
            between = text[role.span.end : person.span.start]
            for other in roles:
                if role.span.end <= other.span.start and other.span.end <= person.span.start:
                    between = between.replace(other.found.name, "", 1)
            if _JOINED.fullmatch(between) and len(between) < 8:
                return person
        elif person.span.end <= role.span.start:
            between = text[person.span.end : role.span.start]
            last = text[role.span.end : role.span.end + 2].strip(" ,.;)")[:1]
            if (_APPOSED.fullmatch(between) and not last.isupper()) or _IS.fullmatch(between):
                return person
            # "Joseph Votel, commander, U.S. Central Command, and former director of X"
            chained = [one for one in roles if person.span.end <= one.span.start and one.span.end <= role.span.start]
            if (
                chained
                and _APPOSED.match(between)
                and re.fullmatch(r"\s*(?:,|and)\s+(?:the\s+|an?\s+|also\s+|former\s+)*", text[chained[-1].span.end : role.span.start])
            ):
                return person
    return None


def affiliations(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The bodies in a byline, and whom "X of the Y Institute" belongs to."""
    bodies = reading.inside(sentence.span, "organization")
    for person in reading.inside(sentence.span, "person"):
        if sentence.block is Block.BYLINE:
            for body in bodies:
                yield Statement(
                    subject=person.entity, property="affiliation", value=body.entity, sentence=sentence, focus=around(person, body)
                )
            continue
        after = reading.next(person.span.end, sentence.span.end, "organization", within=12)
        if after and re.fullmatch(r",?\s+(?:of|from)\s+(?:the\s+)?", reading.text[person.span.end : after.span.start]):
            yield Statement(
                subject=person.entity, property="affiliation", value=after.entity, sentence=sentence, focus=around(person, after)
            )
