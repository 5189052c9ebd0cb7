"""Which entity of the knowledge base an article means by a name."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, lru_cache
from typing import Any, Generic, TypeVar

from sourcebook.edit.names import same
from sourcebook.extract.gazetteer import gazetteer
from sourcebook.extract.identity.state_bodies import body_of_state
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import name_key, person_key
from sourcebook.model.proposals import ProposedEntity
from sourcebook.model.references import means_one
from sourcebook.model.wordings import wording

_HALF = 0.5
_Key = tuple[str, str]
_K = TypeVar("_K", bound=Hashable)
_H = TypeVar("_H", bound=Any)


class _Index(Generic[_K, _H]):
    """What entities are found by, each key with those whom it leads to; kept up to date as entities come, change and go."""

    def __init__(self, entries: Callable[[Entity], Iterable[tuple[_K, _H]]], entities: Iterable[Entity]) -> None:
        self._entries = entries
        self._held: dict[_K, set[_H]] = defaultdict(set)
        self.renew((), entities)

    def renew(self, gone: Iterable[Entity], new: Iterable[Entity]) -> None:
        for entity in gone:
            for key, held in self._entries(entity):
                self._held[key].discard(held)
        for entity in new:
            for key, held in self._entries(entity):
                self._held[key].add(held)

    def get(self, key: _K) -> AbstractSet[_H]:
        return self._held.get(key) or frozenset()

    def __iter__(self) -> Iterator[_K]:
        return iter(self._held)


class Known:
    """The entities of a knowledge base by what they are called.

    Of several with one name the one meant is whose own name it is, before whose alias it is; of these the one with the lowest id.
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._named: _Index[_Key, tuple[bool, str]] = _Index(_names, kb.entities.values())

    def renew(self, kb: KnowledgeBase) -> None:
        """Knows another knowledge base. Only what differs there is looked at: else each article of a run would take longer than the last."""
        before, after = self._kb.entities, kb.entities
        gone = [each for name, each in before.items() if after.get(name) is not each]
        new = [each for name, each in after.items() if before.get(name) is not each]
        self._kb = kb
        for index in (self._named, *(self.__dict__.get(name) for name in ("_reworded", "_by_state", "_spelt"))):
            if index is not None:
                index.renew(gone, new)

    def _bearer(self, key: _Key) -> str:
        """The entity that is meant by a name; "" if none has it."""
        return min(self._named.get(key), default=(False, ""))[1]

    def by_name(self, each: ProposedEntity) -> str:
        """The one with its name, an alias of it, or another wording or spelling of its name; "" if there is none, or more than one."""
        return self._bearer(_key(each.type, each.name)) or self._by_alias(each) or self._by_wording(each)

    def is_of_another(self, each: ProposedEntity, alias: str) -> bool:
        """Whether an alias of an entity is a name of another one."""
        return (self._bearer(_key(each.type, alias)) or each.id) != each.id

    def is_name(self, kind: str, name: str) -> bool:
        """Whether an entity of a type has a name or an alias in this spelling, as `same` tells spellings."""
        return bool(self._spelt.get((kind, name)))

    def with_brackets(self, each: ProposedEntity) -> list[str]:
        """Those that are called so with something in brackets after it."""
        called = f"{_key(each.type, each.name)[1]} ("
        found = (self._bearer(key) for key in self._named if key[0] == each.type and key[1].startswith(called))
        return sorted({*found} - {""})

    def _by_alias(self, each: ProposedEntity) -> str:
        # A name that two share is no alias of either; of bodies it may still say which one is meant, of persons it is a surname.
        names = (*each.aliases, *(() if each.type == "person" else each.mentioned_as))
        # What was called after its article or its year is not what others are called.
        own = [one for one in names if means_one(each.type, one) and not each.name.startswith(f"{one} (")]
        found = {one for key in (_key(each.type, name) for name in own) if (one := self._bearer(key)) and self._may_share(each, key)}
        return found.pop() if len(found) == 1 else ""

    def _may_share(self, each: ProposedEntity, key: _Key) -> bool:
        """Whether a short name that two bodies have says that they are one: of two full names, most words must be the same ("IDB", "MEC")."""
        other = self._kb.entities[self._bearer(key)].name
        if each.type != "organization" or " " not in each.name or " " not in other or key == _key(each.type, other):
            return True
        one, two = ({*wording("organization", name).split()} for name in (each.name, other))
        return len(one & two) > _HALF * len(one | two) or _of_state(each.name) == _of_state(other) != ("", "")

    def _by_wording(self, each: ProposedEntity) -> str:
        key = _wording(each.type, each.name) if each.type in _REWORDED else ""
        if not key:
            return ""
        found = self._reworded.get((each.type, key))
        if each.type == "organization" and (state := _of_state(each.name)) != ("", ""):
            found = found | self._by_state.get(state)
        return next(iter(found)) if len(found) == 1 else ""

    @cached_property
    def _reworded(self) -> _Index[_Key, str]:
        return _Index(_wordings, self._kb.entities.values())

    @cached_property
    def _spelt(self) -> _Index[_Key, str]:
        return _Index(_spellings, self._kb.entities.values())

    @cached_property
    def _by_state(self) -> _Index[_Key, str]:
        return _Index(_states, self._kb.entities.values())


def _spellings(entity: Entity) -> Iterator[tuple[_Key, str]]:
    for name in _called(entity):
        yield (entity.type, same(name)), entity.id


def _names(entity: Entity) -> Iterator[tuple[_Key, tuple[bool, str]]]:
    yield _key(entity.type, entity.name), (False, entity.id)
    for alias in entity.aliases:
        yield _key(entity.type, alias.text), (True, entity.id)


def _wordings(entity: Entity) -> Iterator[tuple[_Key, str]]:
    """By what wordings of its names share, if they are put in several ways."""
    if entity.type in _REWORDED:
        for name in _called(entity):
            if key := _wording(entity.type, name):
                yield (entity.type, key), entity.id


def _states(entity: Entity) -> Iterator[tuple[_Key, str]]:
    """Bodies by whose they are and what: "Libyan Foreign Ministry", "Ministry of Foreign Affairs of Libya"."""
    if entity.type == "organization":
        for name in _called(entity):
            yield _of_state(name), entity.id


def _called(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *(alias.text for alias in entity.aliases))


_REWORDED = ("organization", "agreement", "event", "place")
"""Types whose names are put in several ways: "Treaty of Lima", "Lima Treaty"."""


@lru_cache(maxsize=1 << 16)
def _wording(kind: str, name: str) -> str:
    """What its wordings share; "" for what is no name of one thing. The same names are asked for again for each article of a run."""
    if not means_one(kind, name):
        return ""
    key = wording(kind, name)
    return _other_names().get(key, key) if kind == "event" else key


@cache
def _other_names() -> Mapping[str, str]:
    """What texts call events of the table otherwise, and how their names there are put."""
    lines = (each.split(" = ") for each in sorted(gazetteer().words["event names"]))
    return {wording("event", other): wording("event", name) for name, *others in lines for other in others}


@lru_cache(maxsize=1 << 16)
def _key(kind: str, name: str) -> tuple[str, str]:
    if kind != "person":
        return kind, name_key(name, kind)
    # Who is one person under two names, `People` has said before.
    words, initials = person_key(name)
    return kind, " ".join([*words, f"({initials})"] if initials else words)


@lru_cache(maxsize=1 << 16)
def _of_state(name: str) -> tuple[str, str]:
    return body_of_state(name, gazetteer())
