"""The entities of one document, each under one id: the knowledge base's where it has them."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field

from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.mentioning import referring
from sourcebook.model.names import name_key
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
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        entities = self.kb.entities.values()
        names = [(entity, entity.name) for entity in entities]
        names += [(entity, each.text) for entity in entities for each in entity.aliases]
        # What an earlier reading of this article made is found by the rules again.
        names += [(entity, each) for entity, each in referring(self.kb, self.document.article) if entity.id not in self.own]
        for entity, name in names:
            self._known.setdefault((entity.type, name_key(name, entity.type)), entity.id)

    def id_of(self, found: Found) -> str:
        """The id of what a mention means, made when it is first asked for."""
        kind = "place" if found.type == "demonym" else found.type
        key = (kind, name_key(found.name, kind))
        if found.known:
            self.names[key] = found.known
            self.entities.setdefault(found.known, found)
            return found.known
        if key not in self.names:
            known = self._known.get(key) or next(
                (
                    self._known[kind, name_key(each, kind)]
                    for each in (found.entry.aliases if found.entry else ())
                    if (kind, name_key(each, kind)) in self._known
                ),
                "",
            )
            taken = _Ids(self.entities, self.kb.entities)
            self.names[key] = known or free_slug(slug(found.name, fallback=kind), taken)
            self.entities.setdefault(self.names[key], found)
        elif found.entry is not None and (first := self.entities[self.names[key]]).entry is None and first.name != found.name:
            # "Priština" stands in the tables without its marks.
            self.entities[self.names[key]] = found
        return self.names[key]
