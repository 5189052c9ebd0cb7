"""The entities of one document, each under one id: the knowledge base's where it has them."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field

from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.mentioning import referring
from sourcebook.model.names import name_key, person_key
from sourcebook.slug import free_slug, slug


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids in either of two containers, without copying them."""

    own: Container[str]
    others: Container[str]

    def __contains__(self, name: object) -> bool:
        return name in self.own or name in self.others


@dataclass(slots=True)
class Registry:
    """The entities of one document: each name gets one id, the same in every run."""

    kb: KnowledgeBase
    document: Document
    own: frozenset[str] = frozenset()
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    entities: dict[str, Found] = field(default_factory=dict)
    spellings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    adjectives: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _known: dict[tuple[str, str], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        entities = self.kb.entities.values()
        names = [(entity, entity.name) for entity in entities]
        names += [(entity, each.text) for entity in entities for each in entity.aliases]
        # What an earlier reading of this article made is found by the rules again.
        names += [(entity, each) for entity, each in referring(self.kb, self.document.article) if entity.id not in self.own]
        for entity, name in names:
            self._known[entity.type, _bare(name, entity.type)].setdefault(name, entity.id)

    def _known_as(self, kind: str, name: str) -> str:
        """The entity of the knowledge base that bears a name; "" if there is none, or if it may be that of two persons who differ by their initials."""
        found = self._known.get((kind, _bare(name, kind)), {})
        if kind != "person":
            return next(iter(found.values()), "")
        initials = person_key(name)[1]
        told = {other: person_key(other)[1] for other in found}
        same = {found[other] for other in found if told[other] == initials}
        fits = {found[other] for other in found if told[other].startswith(initials) or initials.startswith(told[other])}
        return next((next(iter(each)) for each in (same, fits) if len(each) == 1), "")

    def _known_of(self, found: Found, kind: str) -> str:
        """The entity of the knowledge base that a mention means by any of its names; "" if there is none."""
        names = (found.name, *(found.entry.aliases if found.entry else ()))
        return next(filter(None, (self._known_as(kind, each) for each in names)), "")

    def id_of(self, found: Found) -> str:
        """The id of what a mention means, made when it is first asked for."""
        kind = "place" if found.type == "demonym" else found.type
        key = (kind, name_key(found.name, kind))
        if found.known:
            self.names[key] = found.known
            self.entities.setdefault(found.known, found)
            return found.known
        if key not in self.names:
            known = self._known_of(found, kind) if self._known else ""
            taken = _Ids(self.entities, self.kb.entities)
            self.names[key] = known or free_slug(slug(found.name, fallback=kind), taken)
            self.entities.setdefault(self.names[key], found)
        elif found.entry is not None and (first := self.entities[self.names[key]]).entry is None and first.name != found.name:
            # "Priština" stands in the tables without its marks.
            self.entities[self.names[key]] = found
        return self.names[key]


def _bare(name: str, kind: str) -> str:
    """The key of a name without the initials that tell persons apart."""
    return " ".join(person_key(name)[0]) if kind == "person" else name_key(name, kind)
