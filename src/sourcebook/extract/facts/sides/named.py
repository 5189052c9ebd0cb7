"""The states and bodies that a sentence may bring together, whose men its persons are, and what joins two of them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.extract.facts.settings import is_forum
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import HYPHENS
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.model.spans import Span

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading


def states_in(reading: "Reading", span: Span) -> list[Linked]:
    """The states of a span and the bodies of many states, but those at which others only meet."""
    return [
        each
        for each in reading.inside(span, "place", "demonym", "organization")
        if is_state(each) or (is_bloc(each) and not is_forum(reading.text, each))
    ]


def led_bodies(reading: "Reading", span: Span) -> list[Linked]:
    """The bodies of many states whose heads a span names by their offices: "the Secretary General of the Organization of Fjord States"."""
    roles = reading.inside(span, "role")
    return [
        each
        for each in (reading.inside(span, "organization") if roles else ())
        if each.found.entry
        and not each.found.entry.country
        and any(role.span.contains(each.span) and _HEADS_IT.match(_without_body(reading.text, role.span, each.span)) for role in roles)
    ]


_HEADS_IT = re.compile(
    r"\b(?:(?:Secretary|Director)[- ]General|(?:Executive|Managing)\s+(?:Secretary|Director|Chairman)|(?:[A-Z][a-z]+\s+)?Commissioner"
    r"|President|Chair(?:man|person|woman)?|Head|Chief)(?:\s+(?:of|at|for)(?:\s+the)?)?\Z",
    re.IGNORECASE,
)


def _without_body(text: str, office: Span, body: Span) -> str:
    """The words of an office without those of its body."""
    return f"{text[office.start : body.start]}{text[body.end : office.end]}".strip()


def state_of(reading: "Reading", states: Sequence[Linked], person: Linked) -> str:
    """The state whose office a person holds: "Chilean minister Ana Ruiz", "Ana Ruiz of Chile", "Ana Ruiz, minister of Chile"."""
    of = next((each for each in states if each.span.start > person.span.end), None)
    if of and _OF_STATE.fullmatch(reading.text, person.span.end, of.span.start):
        return of.entity
    before = next((each for each in reversed(states) if each.span.end <= person.span.start), None)
    if before and person.span.start - before.span.end < NEAR and reading.straight(before.span.end, person.span.start):
        return before.entity
    role = reading.next(person.span.end, person.span.end + NEAR, "role", within=8)
    inside = [each for each in states if role and role.span.contains(each.span)]
    return inside[-1].entity if inside else ""


_OF_STATE = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")


def tied(text: str, parties: Sequence[Linked]) -> list[str]:
    """The two of several whose ties a sentence names: "Chad's cooperation with Niger", "partnership between Chad and Niger"."""
    for one, other in pairwise(parties):
        between = _BETWEEN_THESE.search(text, one.span.start - NEAR, one.span.start)
        if _TIES_WITH.fullmatch(text, one.span.end, other.span.start) or (between and AND.fullmatch(text, one.span.end, other.span.start)):
            return [one.entity, other.entity]
    return []


_TIES_WITH = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z-]+\s+){0,6}"
    r"(?:co-?operation|collaboration|partnership|ties|relations|relationship|friendship|engagement|cooperat\w+"
    r"|collaborat\w+|partners?|works?|working"
    r"|(?:coordinat|align|harmoni[sz])\w+(?:\s+(?:its|their)\s+[a-z]+(?:\s[a-z]+)?)?)\s+(?:closely\s+)?with\s+"
    r"(?:the\s+)?"
)
_BETWEEN_THESE = re.compile(
    r"(?<!conflict )(?<!war )(?<!tensions )(?<!tension )(?<!dispute )(?<!rivalry )(?<!fighting )(?<!clashes )\bbetween\s+(?:the\s+)?\Z"
)
AND = re.compile(r"(?:\s+\([^)]{1,12}\))?(?:,?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?)")
HYPHEN = re.compile(rf"\s?[{HYPHENS}]\s?")
NEAR = 80
"""Code points before a state in which is said what it does."""
