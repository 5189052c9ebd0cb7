"""What people have reviewed of a knowledge base: what is left of it without the loader's proposals."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from sourcebook.model.changes import Action, Change, Section, What
from sourcebook.model.facts import Entity
from sourcebook.model.gists import named_by
from sourcebook.model.history import History
from sourcebook.model.knowledge import KnowledgeBase

_LINK = re.compile(r"\[\[(?:fact:|list:\w+ \w+=)?([a-z0-9-]+)(?:[|#][^\]\n]*)?\]\]")


def only_proposed(entity: Entity) -> bool:
    """Whether the loader made an entity, and no person has accepted anything of it or added to it."""
    added = entity.summary or entity.notes or entity.merged or entity.citations
    return bool(entity.auto) and not added and all(fact.auto for fact in entity.facts)


def without_unreviewed(kb: KnowledgeBase, prose: Iterable[str] = ()) -> KnowledgeBase:
    """The knowledge base without facts that nobody reviewed, and without entities that only these are about.

    An entity that only the loader made stays where something reviewed names it: a fact, a citation, an author, notes.

    Args:
        kb: all that there is.
        prose: other texts of people, whose links keep what they lead to.
    """
    linked = (name for text in prose for name in _LINK.findall(text))
    needed = {found.id for name in chain(_named(kb), linked) if (found := kb.resolve(name))}
    kept = [_reviewed(each) for each in kb.entities.values() if each.id in needed or not only_proposed(each)]
    return kb.changed(kept, kb.articles.values())


def history_without_unreviewed(history: History, hidden: AbstractSet[str]) -> History:
    """The history without what it tells of facts and entities that nobody reviewed.

    Args:
        history: all that is known.
        hidden: ids of entities that are left out.
    """

    def shows(change: Change) -> bool:
        facts = [*change.facts, *([change.fact] if change.fact else [])]
        proposal = change.what is What.ENTITY and change.action in {Action.PROPOSED, Action.REJECTED}
        return not (proposal or any(each.auto for each in facts) or (change.section is Section.ENTITIES and change.subject in hidden))

    commits = {each.id: replace(each, changes=tuple(filter(shows, each.changes))) for each in history.commits}
    last = {path: commits.get(each.id, each) for path, each in history.last.items()}
    return replace(history, commits=[each for each in commits.values() if each.changes or not each.told], last=last)


def _reviewed(entity: Entity) -> Entity:
    facts = tuple(fact for fact in entity.facts if not fact.auto)
    return entity if len(facts) == len(entity.facts) else replace(entity, facts=facts)


def _named(kb: KnowledgeBase) -> Iterator[str]:
    """The ids that something reviewed names."""
    for article in kb.articles.values():
        yield article.author
    for entity in kb.entities.values():
        yield from (each.by for each in entity.citations)
        yield from _LINK.findall(entity.notes)
        for fact in entity.facts:
            if not fact.auto:
                yield from named_by(fact)
