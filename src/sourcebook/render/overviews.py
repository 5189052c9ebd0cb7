"""What entities add to the pages that look across all of them, so that such a page is made again only if that changes.

A list that shows its first rows and the number of all depends on the entities of these rows and on that number.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sourcebook.model.facts import UNKNOWN_SPEAKER, Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.quality import disagreements
from sourcebook.render.components.maps import where_it_is
from sourcebook.render.components.open_questions import SHOWN
from sourcebook.render.components.timeline import lines
from sourcebook.render.pages import LISTED
from sourcebook.render.remembered import Shown
from sourcebook.text import digest

Shows = Callable[[Entity], str]
"""A digest of all that the page of an entity shows."""


LISTS = 5
"""Lists of open questions."""


def facets(kb: KnowledgeBase, entity: Entity) -> tuple[str, int, str, tuple[int, ...], Mapping[int, str]]:
    """What an entity adds.

    Returns:
        How many facts it has, how many name it, and how often articles do.
        How many of its facts name another entity, or itself.
        Its coordinates, and how many facts name it; "" if it is not on the map.
        In how many rows it stands in each list of open questions: facts whose speaker is unknown, that nobody reviewed, that have
        one source; itself if nobody reviewed it, if nothing is known of it.
        Digests of its lines of the timeline, by their numbers.
    """
    facts = [each for each in entity.facts if not each.unsure]
    naming = kb.times_named(entity.id)
    known = entity.facts or entity.citations or naming or kb.facts_beside(entity.id) or kb.statements_by(entity.id)
    placed = where_it_is(kb, entity)
    return (
        f"{len(facts)} {naming} {kb.times_mentioned(entity.id)}",
        sum(1 for each in facts if each.target and kb.resolve(each.target)),
        f"{placed[1]} {naming}" if placed else "",
        (
            sum(1 for each in facts if any(one.by == UNKNOWN_SPEAKER for one in each.citations)),
            sum(1 for each in entity.facts if each.auto),
            sum(1 for each in facts if len({one.source for one in each.citations}) == 1),
            int(bool(entity.auto)),
            int(not known and not kb.times_mentioned(entity.id)),
        ),
        {number: digest(line) for number, line in lines(kb, entity)},
    )


Rows = Iterable[tuple[Entity, Shown]]


def of_graph(rows: Rows, shows: Shows) -> str:
    """A digest of what the page of all edges shows."""
    return digest(*_first(((entity, each.edges) for entity, each in rows), LISTED, shows))


def of_questions(kb: KnowledgeBase, rows: Rows, shows: Shows) -> str:
    """The same of the open questions."""
    found = list(rows)
    disputes = disagreements(kb)
    parts = [str(len(disputes)), str(min(2, sum(each.text is not None for each in kb.articles.values())))]
    for group in disputes[:SHOWN]:
        parts += [f"{each.id} {shows(kb.entities[each.subject])}" for each in group]
    for number in range(LISTS):
        parts += ["", *_first(((entity, each.questions[number]) for entity, each in found), SHOWN, shows)]
    return digest(*parts)


def _first(counted: Iterable[tuple[Entity, int]], most: int, shows: Shows) -> Iterator[str]:
    """What the first rows show, of entities with the numbers of their rows, and the number of all rows."""
    total = 0
    for entity, number in counted:
        if number:
            if total < most:
                yield shows(entity)
            total += number
    yield str(total)
