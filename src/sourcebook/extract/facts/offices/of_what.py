"""Of what an office is: the state, the body or the firm that stands in it, before it, or beside it and its holder."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.offices.whose_office import HONORIFIC, is_where
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.people.beside import GRADED

AND_OFFICE = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?")
_SCHOOL = re.compile(r"Universit|College|School|Institut|Academy|Polytech")


def of_what(reading: Reading, role: Linked) -> str:
    """The state or the body within the words of an office, or right before them."""
    inside = [
        each.entity
        for each in reading.inside(role.span, "organization", "place")
        if each.entity and not _POST.search(reading.text, max(role.span.start, each.span.start - BEFORE), each.span.start)
    ]
    if inside and not _FOR_AFFAIRS.search(role.found.name):
        return inside[0]
    taught = role.found.name.startswith("Prof")
    return next(
        (
            each.entity
            for each in reading.before(role.span.start)
            if (not taught or _SCHOOL.search(each.found.name))
            and not any(one.span.contains(each.span) for one in reading.before(role.span.start) if one.found.type == "role")
            if each.found.type in {"demonym", "place", "organization"}
            and each.span.end <= role.span.start
            and _OWNS.fullmatch(reading.text, each.span.end, role.span.start)
            and not is_where(reading, each, role)
        ),
        inside[0] if inside else "",
    )


_POST = re.compile(r"\b(?:[Cc]onsul|[Mm]inister|[Gg]eneral|[Aa]gent|[Aa]mbassador|[Cc]ommissioner|[Aa]ffaires)\s(?:at|in)\s(?:the\s)?\Z")
"""Where an envoy lives, who is of another state: "the American Consul at Lima"."""
_OWNS = re.compile(rf"(?:[’']s?)?[^\S\n]+{GRADED}")
_FOR_AFFAIRS = re.compile(r"\bfor [^,]*\b[Aa]ffairs\Z")
"""An office for what a part of the world has to do with, which is another state's: "assistant secretary for Asian affairs"."""


def of_beside(reading: Reading, role: Linked, holder: Linked) -> str:
    """What follows an office or its holder's name, or whose counterpart the holder is called."""
    if holder.span.start > role.span.start:
        apart = "," in reading.text[role.span.end : holder.span.start]
        return of_body_at(reading, role) or ("" if apart else of_whom(reading, holder))
    return of_body_at(reading, role) or of_counterpart(reading, holder) or _of_after_comma(reading, role)


def of_the_next(reading: Reading, role: Linked, further: Linked) -> str:
    """What two offices of one person are of: "president and chief executive of Acme", "Prime Minister and Minister of Finance of Tonga"."""
    if not AND_OFFICE.fullmatch(reading.text, role.span.end, further.span.start) or not _TOP.fullmatch(role.found.name):
        return ""
    inside = reading.inside(further.span, "organization", "place")
    of = next(iter(inside), None)
    if of is None:
        return ""
    state = of.found.type == "place"
    fits = _MINISTER.match(further.found.name) and of.span.end == further.span.end if state else _TOP.match(further.found.name)
    return of.entity if fits else ""


_TOP = re.compile(
    r"(?i:(?:co-)?(?:founder|owner)|(?:executive |board )?chair(?:man|woman|person)?|(?:vice |deputy )?president|ceo|c\.e\.o\."
    r"|chief executive(?: officer)?|(?:managing|executive) director|(?:deputy |acting )?prime minister|premier"
    r"|(?:deputy )?(?:foreign|finance|defen[cs]e|interior|justice) minister|attorney[ -]general)"
)
"""Offices that go with another in the same state or firm."""
_MINISTER = re.compile(r"(?i:(?:(?:deputy|vice|prime|foreign|finance|defen[cs]e)\s)*(?:minister|president|attorney))")


def of_body_at(reading: Reading, role: Linked) -> str:
    """The body at which an office is held: "Minister of State at the Cabinet Office"."""
    found = _AT.match(reading.text, role.span.end)
    body = reading.next(found.end(), found.end() + NEAR, "organization", within=0) if found else None
    return body.entity if body else ""


def of_counterpart(reading: Reading, holder: Linked) -> str:
    """Of which state somebody's counterpart is: "his Peruvian counterpart, Luis Vega, the Minister of Trade"."""
    text = reading.text
    for each in reversed(reading.before(holder.span.start)):
        if each.found.type in {"demonym", "place"} and each.span.end < holder.span.start:
            led = _COUNTERPART_OF.search(text, each.span.start - BEFORE, each.span.start)
            gap = _COMMA_OR_NOT if led else _COUNTERPART
            return each.entity if gap.fullmatch(text, each.span.end, holder.span.start) else ""
    return ""


def _of_after_comma(reading: Reading, role: Linked) -> str:
    """The state or the body that a line of a list ends with: "Ana Ruiz, Minister of Trade, Chile;"."""
    found = _COMMA.match(reading.text, role.span.end)
    of = reading.next(found.end(), found.end() + NEAR, "place", "organization", within=0) if found else None
    return of.entity if of and _ENDS.match(reading.text, of.span.end) else ""


BEFORE = 24
"""Code points before a counterpart's state."""
_AT = re.compile(r"\s+(?:at|with|in)\s+(?:the\s+)?")
_COUNTERPART = re.compile(rf"(?:[’']s?)?\s+(?:[a-z]+\s+){{0,2}}counterparts?,?\s+{HONORIFIC}")
_COUNTERPART_OF = re.compile(r"\bcounterpart\s+(?:from|of|in)\s+(?:the\s+)?\Z")
_COMMA_OR_NOT = re.compile(rf",?\s+{HONORIFIC}")
_COMMA = re.compile(r",\s+(?:the\s+)?")
_ENDS = re.compile(r"[,.;)\n]|\Z")


def of_whom(reading: Reading, holder: Linked) -> str:
    """What a name is followed by: "Foreign Minister Anna Lind of Norway"."""
    of = _OF.match(reading.text, holder.span.end)
    place = reading.next(of.end(), of.end() + NEAR, "place", "organization", within=0) if of else None
    return place.entity if place else ""


_OF = re.compile(r"[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?")
NEAR = 80
"""Code points that the name of a state or a body takes at most."""
