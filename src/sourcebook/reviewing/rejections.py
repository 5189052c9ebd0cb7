"""What the locks remember of proposals that a person rejected, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcebook.diagnostics import Diagnostic, SourcebookError
from sourcebook.model.facts import Citation, Entity, Fact, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import ProposedEntity, ProposedFact
from sourcebook.project import Project
from sourcebook.reviewing.changes import Change, held
from sourcebook.store.locks import FactKey, Lock, fact_key, lock_path, read_lock, write_lock
from sourcebook.text import fold_words


def locks_after(
    project: Project, kb: KnowledgeBase, facts: Sequence[Fact], entities: Sequence[tuple[Entity, str]], reason: str
) -> Iterator[Change]:
    """The lock files with the rejections noted.

    Args:
        project: whose locks.
        kb: as it was before.
        facts: what was rejected.
        entities: what was rejected, each with the article that speaks of it first, or "".
        reason: why, or "".

    Raises:
        SourcebookError: If a lock is broken.
    """
    locks = _Locks(project)
    for fact in facts:
        for cited in fact.citations:
            _reject_fact(locks, kb, fact, cited, reason)
    for entity, article in entities:
        _reject_entity(locks, entity, article, reason)
    yield from locks.changes()


class _Locks:
    """The locks of a project, read when they are asked for."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._read: dict[str, tuple[bytes | None, Lock]] = {}
        self._new: dict[str, Lock] = {}

    def get(self, article: str) -> Lock:
        if article not in self._read:
            path = lock_path(self._project.content, article)
            found = read_lock(path, self._project.shown(path))
            if isinstance(found, Diagnostic):
                msg = f"{found.place}: {found.message}. {found.help}"
                raise SourcebookError(msg)
            self._read[article] = (held(path), found)
        return self._new.get(article, self._read[article][1])

    def set(self, article: str, lock: Lock) -> None:
        self._new[article] = lock

    def naming(self, entity: str) -> Iterator[str]:
        """The articles whose locks may hold something of an entity."""
        word = f'"{entity}"'.encode()
        for path in sorted((self._project.content / ".lock").glob("*.jsonl")):
            if word in (held(path) or b""):
                yield path.stem

    def changes(self) -> Iterator[Change]:
        for article, lock in sorted(self._new.items()):
            path = lock_path(self._project.content, article)
            yield Change(path=path, before=self._read[article][0], after=write_lock(lock).encode())


def _reject_fact(locks: _Locks, kb: KnowledgeBase, fact: Fact, cited: Citation, reason: str) -> None:
    proposed = _as_proposed(fact, cited)
    article = kb.articles.get(cited.source)
    read = article is not None and article.text is not None
    # Where a place lies is said by a reference work; the lock is that of the article that names the place.
    for name in [cited.source] if read else list(locks.naming(fact.subject)):
        lock = locks.get(name)
        keys = _keys(lock, kb, fact, proposed)
        if not keys and read:
            # Nothing is remembered of it: from now on it is, or the next reading would propose it again.
            keys = [fact_key(proposed)]
            lock = replace(lock, facts={**lock.facts, keys[0]: proposed})
        if keys:
            locks.set(name, replace(lock, rejected={**lock.rejected, **dict.fromkeys(keys, reason)}))


def _keys(lock: Lock, kb: KnowledgeBase, fact: Fact, proposed: ProposedFact) -> list[FactKey]:
    """The remembered proposals that a fact is: the same, else one that a person gave another value."""
    wanted = fact_key(_resolved(kb, proposed))
    known = {key: fact_key(_resolved(kb, each)) for key, each in lock.facts.items()}
    same = [key for key, resolved in known.items() if resolved == wanted]
    standing = {(each.property, value_text(each.value)) for each in kb.entities[fact.subject].facts}
    return same or [
        key
        for key, (subject, name, value, source, _) in known.items()
        if (subject, name, source) == (wanted[0], wanted[1], wanted[3])
        and (name, value) not in standing
        and fold_words(lock.facts[key].quote) == fold_words(proposed.quote)
    ]


def _resolved(kb: KnowledgeBase, each: ProposedFact) -> ProposedFact:
    subject, value = kb.resolve(each.subject), kb.resolve(each.value)
    return replace(each, subject=subject.id if subject else each.subject, value=value.id if value else each.value)


def _as_proposed(fact: Fact, cited: Citation) -> ProposedFact:
    return ProposedFact(
        subject=fact.subject,
        property=fact.property,
        value=value_text(fact.value),
        qualifiers={name: tuple(value_text(each) for each in values) for name, values in fact.qualifiers.items()},
        source=cited.source,
        quote=cited.quote,
        locator=cited.locator,
        by=cited.by,
        stance=cited.stance,
        unsure=fact.unsure,
    )


def _reject_entity(locks: _Locks, entity: Entity, article: str, reason: str) -> None:
    made = [name for name in locks.naming(entity.id) if entity.id in locks.get(name).entities]
    for name in made or ([article] if article else []):
        lock = locks.get(name)
        known = lock.entities if entity.id in lock.entities else {**lock.entities, entity.id: _made(entity)}
        locks.set(name, replace(lock, entities=known, rejected_entities={**lock.rejected_entities, entity.id: reason}))


def _made(entity: Entity) -> ProposedEntity:
    return ProposedEntity(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        aliases=tuple(each.text for each in entity.aliases),
        mentioned_as=entity.mentioned_as,
        when=str(entity.when or ""),
        kind=entity.kind,
        same_as=entity.same_as,
    )
