"""Which facts have to be checked again after a knowledge base changed; of all others, what was found still holds."""

from collections.abc import Container

from sourcebook.model.facts import Entity
from sourcebook.model.gists import article_key
from sourcebook.model.knowledge import KnowledgeBase


def facts_again(before: KnowledgeBase, after: KnowledgeBase, found: Container[str]) -> set[str]:
    """The ids of entities in whose files `FACT_RULES` may find something else than before.

    Args:
        before: where they looked.
        after: what there is now; what did not change is the same object as before.
        found: the paths of files in which they found something; what they advise there depends on the names of all.
    """
    changed = _changed(before, after)
    articles = {name for name in before.articles.keys() | after.articles.keys() if before.articles.get(name) != after.articles.get(name)}
    # Whose id leads elsewhere or to another type of thing than before.
    moved = {name for name in changed if _kind(before.entities.get(name)) != _kind(after.entities.get(name))}
    moved |= {name for name in before.heirs.keys() | after.heirs.keys() if before.heirs.get(name) != after.heirs.get(name)}
    again = changed & after.entities.keys()
    if moved or articles:
        again |= {each.id for each in after.naming_id(*moved, *map(article_key, articles))}
        again |= {each.id for each in after.entities.values() if each.not_same_as or "[[" in each.notes}
    if moved or articles or any(before.entities[name].name != after.entities[name].name for name in changed - moved):
        again |= {each.id for each in after.entities.values() if each.path in found}
    return again


def files_again(before: KnowledgeBase, after: KnowledgeBase) -> set[str]:
    """The same of `FILE_RULES`."""
    if before.several_texts != after.several_texts:
        return set(after.entities)
    return _changed(before, after) & after.entities.keys()


def _changed(before: KnowledgeBase, after: KnowledgeBase) -> set[str]:
    names = before.entities.keys() | after.entities.keys()
    return {name for name in names if before.entities.get(name) is not after.entities.get(name)}


def _kind(entity: Entity | None) -> tuple[str, tuple[str, ...]] | None:
    return (entity.type, entity.merged) if entity else None
