"""What entities add to the pages that look across all of them, so that such a page is made again only if that changes.

A list that shows its first rows and the number of all depends on the entities of these rows and on that number.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress

from sourcebook.model.facts import Entity
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


def facets(kb: KnowledgeBase, entity: Entity) -> tuple[str, int, str, tuple[int, ...], Mapping[int, str]]:
    """What an entity adds.

    Returns:
        How many facts pages show of it, and how often articles name it.
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
        f"{kb.number_of_facts(entity.id)} {kb.times_mentioned(entity.id)}",
        sum(1 for each in facts if each.target and kb.resolve(each.target)),
        f"{placed[1]} {naming}" if placed else "",
        (*kb.gists[entity.id].open, int(bool(entity.auto)), int(not known and not kb.times_mentioned(entity.id))),
        {number: digest(line) for number, line in lines(kb, entity)},
    )


def of_graph(entities: Iterable[Entity], shown: Iterable[Shown], shows: Shows) -> str:
    """A digest of what the page of all edges shows."""
    return digest(*_first(entities, [each.edges for each in shown], LISTED, shows))


def of_questions(kb: KnowledgeBase, entities: Collection[Entity], shown: Iterable[Shown], shows: Shows) -> str:
    """The same of the open questions."""
    disputes = disagreements(kb)
    parts = [str(len(disputes)), str(min(2, sum(each.text is not None for each in kb.articles.values())))]
    for group in disputes[:SHOWN]:
        parts += [f"{each.id} {shows(kb.entities[each.subject])}" for each in group]
    for numbers in zip(*(each.questions for each in shown), strict=True):
        parts += ["", *_first(entities, numbers, SHOWN, shows)]
    return digest(*parts)


def _first(entities: Iterable[Entity], numbers: Sequence[int], most: int, shows: Shows) -> Iterator[str]:
    """What the first rows show, of entities with the numbers of their rows, and the number of all rows."""
    total = 0
    for entity, number in zip(compress(entities, numbers), filter(None, numbers), strict=True):
        if total >= most:
            break
        yield shows(entity)
        total += number
    yield str(sum(numbers))
