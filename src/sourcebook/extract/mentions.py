"""The mentions of a text as they are written down."""

from collections.abc import Iterable, Sequence

from sourcebook.extract.agreements.topics import whole_instruments
from sourcebook.extract.bodies.states_within import states_within
from sourcebook.extract.document import Document
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.identity.registry import Registry
from sourcebook.model.proposals import Spotted
from sourcebook.model.spans import Span


def mentions(
    document: Document, linked: Sequence[Linked], verbal: Iterable[tuple[str, Span]], registry: Registry, tables: Gazetteer
) -> dict[tuple[int, int, str], Spotted]:
    """The mentions by place and type: of names, of states inside those of bodies, and of events told by verbs."""
    # "the Chilean leader" means a person without naming one: known to the facts, no mention of a name.
    named = [Spotted(span=each.span, type=each.found.type, entity=each.entity) for each in linked if each.found.kind != "office"]
    named += states_within(document.text, linked, registry, tables)
    spotted = {(each.span.start, each.span.end, each.type): each for each in whole_instruments(document.text, named)}
    for event, span in verbal:
        spotted.setdefault((span.start, span.end, "event"), Spotted(span=span, type="event", entity=event))
    return spotted
