"""States by other words for them than their names: "the Franco-Chilean Agreement", "the Italo-Norwegian War", "the American Embassy"."""

from operator import attrgetter
from typing import TYPE_CHECKING

from sourcebook.extract.gazetteer import gazetteer
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.combining import COMBINING
from sourcebook.extract.places.states import is_bloc, is_state

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading


def spelled(reading: "Reading", name: str) -> Linked | None:
    """The state or bloc that a name stands for elsewhere in the text, as "Franco" and "Chilean" do for theirs."""
    known = gazetteer().demonyms.get(name) or gazetteer().names.get(name)
    called = reading.once(_called)
    names = {name, _COMBINED.get(name, name), known.name if known else name}
    return min((called[each] for each in names if each in called), key=attrgetter("span"), default=None)


def _called(reading: "Reading") -> dict[str, Linked]:
    """The first mention of a state or bloc by each of its names, as the text and the tables have them, and by their initials."""
    found: dict[str, Linked] = {}
    for each in reading.linked:
        if is_state(each) or is_bloc(each):
            for name in (each.span.of(reading.text), each.found.name, _initials(each.found.name)):
                found.setdefault(name, each)
    return found


_COMBINED = {**COMBINING, "Soviet": "Soviet Union", "American": "United States"}
"""States by their names before a hyphen: "the Franco-Chilean Agreement"."""


def _initials(name: str) -> str:
    return "".join(each[0] for each in name.split() if each[0].isupper())
