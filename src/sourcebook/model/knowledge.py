"""The knowledge base: entities and articles, and what follows from them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from sourcebook.model.articles import Article
from sourcebook.model.facts import Citation, Entity, Fact
from sourcebook.model.gists import Gist, article_key, gist_of, named_in_qualifiers, namers_of, namers_renewed
from sourcebook.model.learned import Learned, PlainStands, Stands, where_it_stands
from sourcebook.model.mentioning import Mentioned, in_articles, touched, words_of
from sourcebook.model.names import order_of
from sourcebook.model.schema import Schema
from sourcebook.model.spans import Mention, Span

COMPONENTS = ("infobox", "facts", "connected", "timeline", "graph", "statements", "mentions", "backlinks", "names", "notes")
"""The parts of an entity's page, in the order in which it shows them unless the settings say otherwise."""


UNREVIEWED = ("show", "hide")
"""What a site can do with proposals that nobody reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`content/sourcebook.yml`; everything in it is optional.

    Attributes:
        folder, url: where it stands in the repository, "" at its top; and where the site is published, for feeds and structured data.
        language: that of the interface, a tag such as `en` or `fa`.
        texts: the interface's texts in a language of the knowledge base's own, by the English ones.
        components: type -> the parts of its pages, in order; "" stands for types that are not named.
        history: whether pages say when and how they changed.
        unreviewed: `show` what the loader proposed and nobody reviewed, marked as such, or `hide` it.
        forms: of the form editor: `show` and `review` (true or false), `backend`, `app_id`, `auth`.
    """

    title: str = "Sourcebook"
    description: str = ""
    repository: str = ""
    branch: str = "main"
    folder: str = ""
    url: str = ""
    language: str = "en"
    texts: Mapping[str, str] = field(default_factory=dict)
    components: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    history: bool = True
    unreviewed: str = UNREVIEWED[0]
    forms: Mapping[str, str] = field(default_factory=dict)

    def inside(self, path: str) -> str:
        """A path of the knowledge base, such as `content/people/ada.yml`, from the top of the repository."""
        return f"{self.folder}/{path}" if self.folder else path

    def address(self, what: str, path: str) -> str:
        """Where the repository's host shows (`blob`) or edits (`edit`) a file of the knowledge base."""
        return f"{self.repository.rstrip('/')}/{what}/{self.branch}/{self.inside(path)}"


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A fact, one of its citations, and where the quoted words stand in the article."""

    fact: Fact
    citation: Citation
    spans: tuple[Span, ...]


_BY_ID = attrgetter("id")


class KnowledgeBase:
    """Entities and articles by id, in the order of ids, with indexes computed when asked for.

    Nothing in it changes after it is made. Ids are unique over all types.
    """

    def __init__(
        self, *, schema: Schema, entities: Iterable[Entity] = (), articles: Iterable[Article] = (), settings: Settings | None = None
    ) -> None:
        self.schema = schema
        self.settings = settings or Settings()
        self.entities: Mapping[str, Entity] = MappingProxyType({each.id: each for each in sorted(entities, key=_BY_ID)})
        self.articles: Mapping[str, Article] = MappingProxyType({each.id: each for each in sorted(articles, key=_BY_ID)})
        self._before: tuple[KnowledgeBase, frozenset[str]] | None = None
        self._quotes: dict[tuple[str, str], Stands] = {}
        self._filed: Mapping[str, Mapping[str, PlainStands]] = {}

    @property
    def learned(self) -> Learned:
        """What is worked out so far, for another that holds the same."""
        return Learned(self._quotes, self._filed, self.__dict__.get("_mentions", {}), self.__dict__.get("gists", {}))

    def learn(self, learned: Learned) -> None:
        """Takes over what was worked out for one that holds the same."""
        self._quotes, self._filed = learned.quotes, learned.filed
        if learned.mentions:
            self.__dict__["_mentions"] = learned.mentions
        if learned.gists:
            self.__dict__["gists"] = learned.gists

    def changed(self, entities: Iterable[Entity], articles: Iterable[Article], settings: Settings | None = None) -> "KnowledgeBase":
        """One with other entities and articles; what cannot be different there is not worked out again.

        Entities and articles that are the same objects as here count as unchanged.
        """
        new = KnowledgeBase(schema=self.schema, entities=entities, articles=articles, settings=settings or self.settings)
        same = {name for name, each in new.articles.items() if self.articles.get(name) is each}
        new._quotes = {key: found for key, found in self._quotes.items() if key[0] in same}
        new._filed = {name: found for name, found in self._filed.items() if name in same}
        if "gists" in self.__dict__:
            old, known = self.entities, self.gists
            new.__dict__["gists"] = {
                name: known[name] if old.get(name) is each else gist_of(each, self.schema) for name, each in new.entities.items()
            }
            if "_namers" in self.__dict__:
                new.__dict__["_namers"] = namers_renewed(self._namers, known, new.gists)
        if self._before or "_mentions" in self.__dict__:
            new._before = (self, frozenset(same - touched(self, new, same)))
        return new

    def with_settings(self, settings: Settings) -> "KnowledgeBase":
        """The same with other settings."""
        return self.changed(self.entities.values(), self.articles.values(), settings)

    def __reduce__(self) -> tuple[Callable[..., "KnowledgeBase"], tuple[Any, ...]]:
        return _made, (self.schema, tuple(self.entities.values()), tuple(self.articles.values()), self.settings)

    def resolve(self, entity_id: str) -> Entity | None:
        """The entity of an id, also of one that was merged into another."""
        return self.entities.get(entity_id) or self.entities.get(self.heirs.get(entity_id, ""))

    @cached_property
    def heirs(self) -> Mapping[str, str]:
        """Ids that were merged away, and the ids of those that they were merged into."""
        heirs: dict[str, str] = {}
        for entity in self.entities.values():
            for old in entity.merged:
                heirs.setdefault(old, entity.id)
        return heirs

    @cached_property
    def several_texts(self) -> bool:
        """Whether it holds the texts of several articles, so that a fact could rest on more than one."""
        return sum(each.text is not None for each in self.articles.values()) > 1

    def of_type(self, name: str) -> tuple[Entity, ...]:
        """The entities of exactly this type, by name."""
        return self._by_type.get(name, ())

    @cached_property
    def _by_type(self) -> Mapping[str, tuple[Entity, ...]]:
        found = defaultdict(list)
        for entity in sorted(self.entities.values(), key=lambda one: (order_of(one.name), one.id)):
            found[entity.type].append(entity)
        return {name: tuple(each) for name, each in found.items()}

    def facts(self) -> Iterator[Fact]:
        """All facts that pages show, in the order of ids; doubtful proposals are left out."""
        for entity in self.entities.values():
            for fact in entity.facts:
                if not fact.unsure:
                    yield fact

    def facts_about(self, entity_id: str) -> tuple[Fact, ...]:
        """The entity's own facts that pages show, in canonical order of properties."""
        known = self._about.get(entity_id)
        if known is None:
            order = self._order
            shown = (each for each in self.entities[entity_id].facts if not each.unsure)
            known = self._about[entity_id] = tuple(sorted(shown, key=lambda one: order.get(one.property, len(order))))
        return known

    @cached_property
    def _about(self) -> dict[str, tuple[Fact, ...]]:
        return {}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {name: each.order for name, each in self.schema.properties.items()}

    @cached_property
    def gists(self) -> Mapping[str, Gist]:
        """What is asked of the facts of all entities, in the order of ids."""
        return {name: gist_of(each, self.schema) for name, each in self.entities.items()}

    @cached_property
    def _namers(self) -> Mapping[str, Sequence[str]]:
        """Key -> the entities whose files name it, in the order of ids."""
        return namers_of(self.gists)

    @cached_property
    def _former(self) -> Mapping[str, Sequence[str]]:
        """Entity -> the ids that lead to it besides its own."""
        found: dict[str, list[str]] = defaultdict(list)
        for old, heir in self.heirs.items():
            if old not in self.entities:
                found[heir].append(old)
        return found

    def ids_of(self, entity_id: str) -> tuple[str, ...]:
        """The ids by which files name an entity: its own, and those that lead to it."""
        return entity_id, *self._former.get(entity_id, ())

    def naming_id(self, *keys: str) -> Iterator[Entity]:
        """The entities whose files name one of some ids, as they stand there, in the order of ids."""
        found = [self._namers[key] for key in keys if key in self._namers]
        return (self.entities[name] for name in (found[0] if len(found) == 1 else sorted({*chain(*found)})))

    def citing(self, article_id: str) -> Iterator[Entity]:
        """The entities whose files cite an article, in the order of ids."""
        return self.naming_id(article_key(article_id))

    def times_named(self, entity_id: str) -> int:
        """How many facts of others have this entity as their value, each as often as files have it."""
        return self._times("values").get(entity_id, 0)

    def number_of_facts(self, entity_id: str) -> int:
        """How many facts pages show of an entity: its own, and those of others whose value it is. What several articles tell is one."""
        return self.gists[entity_id].told + self._times("told_values").get(entity_id, 0)

    def times_beside(self, entity_id: str) -> int:
        """How often facts of others name this entity in a qualifier only."""
        return self._times("beside").get(entity_id, 0)

    def times_speaking(self, entity_id: str) -> int:
        """How often sources put facts of others into the mouth of this entity."""
        return self._times("speakers").get(entity_id, 0)

    def _times(self, field: str) -> Mapping[str, int]:
        """How often a field of the gists of others holds an entity, by one of its ids."""
        found = self._counted.get(field)
        if found is None:
            found = self._counted[field] = defaultdict(int)
            for each, number in self._held(field).items():
                entity = self.resolve(each)
                if entity:
                    found[entity.id] += number - getattr(self.gists[entity.id], field).count(each)
        return found

    def _held(self, field: str) -> Counter[Any]:
        return Counter(chain.from_iterable(map(attrgetter(field), self.gists.values())))

    @cached_property
    def _counted(self) -> dict[str, defaultdict[str, int]]:
        return {}

    @cached_property
    def said_of_both(self) -> Mapping[str, Mapping[str, int]]:
        """Entity -> how many facts of others that are said of both have it as their value, by properties."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for (label, each), number in self._held("mutual").items():
            entity = self.resolve(each)
            if entity:
                found[entity.id][label] += number - self.gists[entity.id].mutual.count((label, each))
        return found

    def facts_naming(self, entity_id: str) -> tuple[Fact, ...]:
        """Other entities' facts whose value is this entity: the inverses."""
        return self._naming(entity_id)[0]

    def facts_beside(self, entity_id: str) -> tuple[Fact, ...]:
        """Facts that name this entity in a qualifier only (`during`, `of`, `with`, …)."""
        return self._naming(entity_id)[1]

    def statements_by(self, entity_id: str) -> tuple[CitedFact, ...]:
        """Facts that a source puts into this entity's mouth."""
        return self._naming(entity_id)[2]

    def _naming(self, entity_id: str) -> tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[CitedFact, ...]]:
        found = self._named.get(entity_id)
        if found is None:
            found = self._named[entity_id] = self._look_for(entity_id) if entity_id in self.entities else ((), (), ())
        return found

    @cached_property
    def _named(self) -> dict[str, tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[CitedFact, ...]]]:
        return {}

    def _look_for(self, entity_id: str) -> tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[CitedFact, ...]]:
        incoming, beside, spoken = [], [], []
        ids = frozenset(self.ids_of(entity_id))
        for entity in self.naming_id(*ids):
            for fact in entity.facts:
                if fact.unsure:
                    continue
                target = fact.target
                if target in ids and entity_id != fact.subject:
                    incoming.append(fact)
                if fact.qualifiers and entity_id not in (fact.subject, target) and not ids.isdisjoint(named_in_qualifiers(fact)):
                    beside.append(fact)
                spoken += [CitedFact(fact, each, self.spans(each)) for each in fact.citations if each.by in ids]
        return tuple(incoming), tuple(beside), tuple(spoken)

    def spans(self, citation: Citation) -> tuple[Span, ...]:
        """Where the quoted words stand in the article; empty if they are not there."""
        return self._found(citation)[1]

    def readings(self, citation: Citation) -> int:
        """How often the quoted words stand in the article: 0, 1, or 2 for more than once."""
        return self._found(citation)[0]

    def _found(self, citation: Citation) -> Stands:
        key = (citation.source, citation.quote)
        found = self._quotes.get(key)
        if found is None:
            filed = self._filed.get(citation.source, {}).get(citation.quote)
            number_and_spans = (filed[0], tuple(Span(*each) for each in filed[1])) if filed else where_it_stands(citation, self.articles)
            found = self._quotes[key] = number_and_spans
        return found

    def facts_from(self, article_id: str) -> tuple[CitedFact, ...]:
        """The facts that an article supports, in the order in which its text says them."""
        found = self._in_order.get(article_id)
        if found is None:
            cited = (CitedFact(fact, each, self.spans(each)) for fact, each in self._cited(article_id))
            found = self._in_order[article_id] = tuple(sorted(cited, key=_in_text_order))
        return found

    def number_from(self, article_id: str) -> int:
        """How many facts an article supports."""
        return self._supported[article_id]

    @cached_property
    def _supported(self) -> Counter[str]:
        return self._held("sources")

    @cached_property
    def _in_order(self) -> dict[str, tuple[CitedFact, ...]]:
        return {}

    def _cited(self, article_id: str) -> Iterator[tuple[Fact, Citation]]:
        for entity in self.citing(article_id):
            for fact in entity.facts:
                if not fact.unsure:
                    yield from ((fact, each) for each in fact.citations if each.source == article_id)

    def mentions(self, article_id: str) -> Sequence[Mention]:
        """Where the article names entities: longest names first, none overlapping, in order."""
        return self.mentioned_by(article_id).mentions

    def mentioned_by(self, article_id: str) -> Mentioned:
        """Whom the article names."""
        return self._mentions.get(article_id, Mentioned())

    def mentioned_in(self, entity_id: str) -> tuple[tuple[Article, tuple[Span, ...]], ...]:
        """The articles that name an entity, with the places where they do."""
        found = ((name, self.mentioned_by(name).where[entity_id]) for name in self._mentioning.get(entity_id, ()))
        return tuple((self.articles[name], tuple(Span(*each) for each in where)) for name, where in found)

    def articles_naming(self, entity_id: str) -> int:
        """How many articles name an entity."""
        return len(self._mentioning.get(entity_id, ()))

    def spots_of(self, entity_id: str) -> Iterator[tuple[str, str]]:
        """The articles that name an entity, each with a digest of where."""
        for each in self._mentioning.get(entity_id, ()):
            found = self.mentioned_by(each)
            yield each, found.spots[found.entities.index(entity_id)]

    def times_mentioned(self, entity_id: str) -> int:
        """How often articles name an entity."""
        found = map(self.mentioned_by, self._mentioning.get(entity_id, ()))
        return sum(each.times[each.entities.index(entity_id)] for each in found)

    @cached_property
    def _mentioning(self) -> Mapping[str, Sequence[str]]:
        """Entity -> the articles that name it, in the order of ids."""
        found: dict[str, list[str]] = defaultdict(list)
        for article_id in self.articles:
            for name in self.mentioned_by(article_id).entities:
                found[name].append(article_id)
        return found

    @cached_property
    def _mentions(self) -> Mapping[str, Mentioned]:
        known: dict[str, Mentioned] = {}
        if self._before:
            before, same = self._before
            known = {name: each for name, each in before._mentions.items() if name in same}  # noqa: SLF001
            self._before = None  # or all that ever was would be kept
        renewed = [each for name, each in self.articles.items() if each.text and name not in known]
        return known | dict(in_articles(self, renewed, few=words_of(renewed) if known else ()))


def _in_text_order(cited: CitedFact) -> tuple[int, int, str, str]:
    first = cited.spans[0] if cited.spans else None
    return (first.start if first else 1 << 60, first.end if first else 0, cited.fact.subject, cited.fact.id)


def _made(schema: Schema, entities: tuple[Entity, ...], articles: tuple[Article, ...], settings: Settings) -> KnowledgeBase:
    return KnowledgeBase(schema=schema, entities=entities, articles=articles, settings=settings)
