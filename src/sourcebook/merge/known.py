"""Which entity of the knowledge base an article means by a name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache

from sourcebook.extract.gazetteer import gazetteer
from sourcebook.extract.identity.same_bodies import body_of_state
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import name_key, person_key
from sourcebook.model.proposals import ProposedEntity
from sourcebook.model.references import means_one
from sourcebook.model.wordings import wording

_HALF = 0.5


class Known:
    """The entities of a knowledge base by what they are called."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._named: dict[tuple[str, str], str] = {}
        for entity in kb.entities.values():
            self._named.setdefault(_key(entity.type, entity.name), entity.id)
        for entity in kb.entities.values():
            for alias in entity.aliases:
                self._named.setdefault(_key(entity.type, alias.text), entity.id)

    def by_name(self, each: ProposedEntity) -> str:
        """The one with its name, an alias of it, or another wording or spelling of its name; "" if there is none, or more than one."""
        return self._named.get(_key(each.type, each.name)) or self._by_alias(each) or self._by_wording(each)

    def is_of_another(self, each: ProposedEntity, alias: str) -> bool:
        """Whether an alias of an entity is a name of another one."""
        return self._named.get(_key(each.type, alias), each.id) != each.id

    def with_brackets(self, each: ProposedEntity) -> list[str]:
        """Those that are called so with something in brackets after it."""
        called = f"{_key(each.type, each.name)[1]} ("
        return list(dict.fromkeys(entity for (kind, name), entity in self._named.items() if kind == each.type and name.startswith(called)))

    def _by_alias(self, each: ProposedEntity) -> str:
        # A name that two share is no alias of either; of bodies it may still say which one is meant, of persons it is a surname.
        names = (*each.aliases, *(() if each.type == "person" else each.mentioned_as))
        # What was called after its article or its year is not what others are called.
        own = [one for one in names if means_one(each.type, one) and not each.name.startswith(f"{one} (")]
        found = {self._named[key] for one in own if (key := _key(each.type, one)) in self._named and self._may_share(each, key)}
        return found.pop() if len(found) == 1 else ""

    def _may_share(self, each: ProposedEntity, key: tuple[str, str]) -> bool:
        """Whether a short name that two bodies have says that they are one: of two full names, most words must be the same ("IDB", "MEC")."""
        other = self._kb.entities[self._named[key]].name
        if each.type != "organization" or " " not in each.name or " " not in other or key == _key(each.type, other):
            return True
        one, two = ({*wording("organization", name).split()} for name in (each.name, other))
        return len(one & two) > _HALF * len(one | two) or _of_state(each.name) == _of_state(other) != ("", "")

    def _by_wording(self, each: ProposedEntity) -> str:
        key = _wording(each.type, each.name) if each.type in _REWORDED else ""
        if not key:
            return ""
        found = self._reworded.get((each.type, key), set())
        if each.type == "organization" and (state := _of_state(each.name)) != ("", ""):
            found = found | self._by_state.get(state, set())
        return next(iter(found)) if len(found) == 1 else ""

    @cached_property
    def _reworded(self) -> Mapping[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entity, name in self._names(*_REWORDED):
            if key := _wording(entity.type, name):
                found[entity.type, key].add(entity.id)
        return found

    @cached_property
    def _by_state(self) -> Mapping[tuple[str, str], set[str]]:
        """Bodies by whose they are and what: "Libyan Foreign Ministry", "Ministry of Foreign Affairs of Libya"."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entity, name in self._names("organization"):
            found[_of_state(name)].add(entity.id)
        return found

    def _names(self, *kinds: str) -> Iterator[tuple[Entity, str]]:
        for kind in kinds:
            for entity in self._kb.of_type(kind):
                for name in (entity.name, *(alias.text for alias in entity.aliases)):
                    yield entity, name


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
