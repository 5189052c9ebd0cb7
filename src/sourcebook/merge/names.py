"""Names that an article has for entities which the loader made before, and of which nobody has reviewed anything."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sourcebook.edit.names import same
from sourcebook.merge.known import Known
from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import ProposedEntity
from sourcebook.model.references import means_one
from sourcebook.model.reviewed import only_proposed
from sourcebook.model.schema import Schema
from sourcebook.store.locks import Lock


def names_found(proposed: Iterable[ProposedEntity], base: Lock, kb: KnowledgeBase, article: Article) -> Mapping[str, ProposedEntity]:
    """What the article calls entities that it did not make itself, and what it called them when it was read before: by their ids.

    A name that an earlier reading found and the file no longer has was taken out by a person; so all stay remembered.
    """
    found = {key: each for key, each in base.names.items() if key in kb.entities}
    for each in proposed:
        entity = kb.resolve(each.id)
        if entity is None or entity.id in base.entities or not only_proposed(entity):
            continue
        before = found.get(entity.id)
        called = _called(each, entity, article, kb.schema)
        if before:
            aliases = {*before.aliases, *called.aliases}
            others = {*before.mentioned_as, *called.mentioned_as} - aliases
            called = replace(called, aliases=tuple(sorted(aliases)), mentioned_as=tuple(sorted(others)))
        if called.aliases or called.mentioned_as:
            found[entity.id] = called
    return found


def further_names(
    found: Mapping[str, ProposedEntity],
    kb: KnowledgeBase,
    new: Iterable[ProposedEntity],
    proposed: Callable[[str], AbstractSet[str]],
    known: Known,
) -> list[ProposedEntity]:
    """Of the names found those to write: neither in the entity's file nor proposed before. An alias that another has is no alias.

    Args:
        found: what the article calls entities of the knowledge base.
        kb: all entities.
        new: entities that the article brings in.
        proposed: the names that the loader has proposed for an entity, this article's and others': what its file lacks of them
            a person took out.
        known: the names of all entities.
    """
    more = []
    owners = {(one.type, same(name)) for one in new for name in (one.name, *one.aliases)}
    for key, each in sorted(found.items()):
        entity = kb.entities[key]
        if not only_proposed(entity):
            continue
        own = {same(one) for one in (entity.name, *(alias.text for alias in entity.aliases), *entity.mentioned_as)}
        if all(same(one) in own for one in (*each.aliases, *each.mentioned_as)):
            continue
        own |= {same(one) for one in proposed(key)}
        aliases = {same(one): one for one in reversed(each.aliases) if same(one) not in own}
        others = {same(one): one for one in reversed(each.mentioned_as) if same(one) not in own | aliases.keys()}
        shared = {one for one in aliases if (entity.type, one) in owners or known.is_name(entity.type, one)}
        others |= {one: aliases.pop(one) for one in shared}
        if aliases or others:
            more.append(replace(each, aliases=tuple(sorted(aliases.values())), mentioned_as=tuple(sorted(others.values()))))
            owners |= {(entity.type, one) for one in aliases}
    return more


def _called(each: ProposedEntity, entity: Entity, article: Article, schema: Schema) -> ProposedEntity:
    """What the article calls an entity beside its name. A name that the loader made up stands nowhere in the text."""
    name = [each.name] if each.name in (article.text or "") else []
    called = {one for one in (*name, *each.aliases, *each.mentioned_as) if same(one) != same(entity.name)}
    names = {one for one in (*name, *each.aliases) if means_one(entity.type, one) and not schema.types[entity.type].common}
    return ProposedEntity(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        aliases=tuple(sorted(called & names)),
        mentioned_as=tuple(sorted(called - names)),
    )
