"""Several persons who share the words of an office: "Presidents Ana Ruiz of Chile and Luis Vega of Peru"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading, around
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.statements import Statement

MANY = re.compile(r"(?:(?!of\b)\w+ )*(?:Ministers|Presidents|Secretaries|Leaders|Chairmen|Ambassadors|Heads|Officers|Commanders)\b")


def each_of_many(reading: Reading, role: Linked, people: list[Linked], sentence: Sentence) -> Iterator[Statement]:
    """After "Presidents Ana Ruiz of Chile and Luis Vega of Peru": the office of each."""
    one = _ONE_OF.get(role.found.name.split()[-1])
    first = next((at for at, each in enumerate(people) if each.span.start >= role.span.end), len(people))
    if one is None or first == len(people) or reading.text[role.span.end : people[first].span.start].strip():
        return
    at = role.span.end
    office = f"{role.found.name.rsplit(' ', 1)[0]} {one}" if " " in role.found.name else one
    for each in people[first : first + MOST]:
        if not _NEXT_OF_MANY.fullmatch(reading.plain(at, each.span.start, "place", "demonym")):
            break
        of = of_whom(reading, each)
        yield Statement(
            subject=each.entity,
            property="position",
            value=office,
            sentence=sentence,
            focus=around(role, each),
            qualifiers={"of": (of,)} if of else {},
        )
        at = each.span.end


MOST = 5
"""Persons who share a title in the plural."""
_ONE_OF = {
    "Presidents": "President",
    "Ministers": "Minister",
    "Secretaries": "Secretary",
    "Chancellors": "Chancellor",
    "Ambassadors": "Ambassador",
    "Senators": "Senator",
    "Generals": "General",
    "Governors": "Governor",
    "ministers": "minister",
    "presidents": "president",
    "ambassadors": "ambassador",
    "senators": "senator",
}
_NEXT_OF_MANY = re.compile(r"(?:\s+of\s+(?:the\s+)?\s*)?(?:,\s+|,?\s+and\s+|\s+)")


def of_whom(reading: Reading, holder: Linked) -> str:
    """What a name is followed by: "Foreign Minister Anna Lind of Norway"."""
    of = _OF.match(reading.text, holder.span.end)
    place = reading.next(of.end(), of.end() + NEAR, "place", "organization", within=0) if of else None
    return place.entity if place else ""


_OF = re.compile(r"[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?")
NEAR = 80
"""Code points that the name of a state or a body takes at most."""
