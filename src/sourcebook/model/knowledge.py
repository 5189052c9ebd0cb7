"""The knowledge base: entities and articles, and what follows from them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from sourcebook.model.articles import Article
from sourcebook.model.facts import Citation, Entity, Fact
from sourcebook.model.names import NameFinder, any_word, first_word, words_in
from sourcebook.model.schema import Schema
from sourcebook.model.spans import Mention, Span
from sourcebook.model.values import Reference
from sourcebook.text import quote_readings

COMPONENTS = ("infobox", "facts", "connected", "timeline", "graph", "statements", "mentions", "backlinks", "names", "notes")
"""The parts of an entity's page, in the order in which it shows them unless the settings say otherwise."""


UNREVIEWED = ("show", "hide")
"""What a site can do with proposals that nobody reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`content/sourcebook.yml`; everything in it is optional.

    Attributes:
        url: where the site is published, for feeds and structured data.
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
    url: str = ""
    language: str = "en"
    texts: Mapping[str, str] = field(default_factory=dict)
    components: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    history: bool = True
    unreviewed: str = UNREVIEWED[0]
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A fact, one of its citations, and where the quoted words stand in the article."""

    fact: Fact
    citation: Citation
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """What took long to work out of the texts.

    Attributes:
        quotes: (article, quote) -> how often it stands there, and where.
        mentions: article -> where it names whom; empty if nobody asked for any.
        mentioned: entity -> the articles that name it, with the places.
    """

    quotes: dict[tuple[str, str], tuple[int, tuple[Span, ...]]] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    mentioned: Mapping[str, tuple[tuple[Article, tuple[Span, ...]], ...]] = field(default_factory=dict)


def where_it_stands(citation: Citation, articles: Mapping[str, Article]) -> tuple[int, tuple[Span, ...]]:
    """How often the quoted words stand in their article (0, 1, or 2 for more than once), and where first."""
    article = articles.get(citation.source)
    number, first = quote_readings(citation.quote, article.text) if article and article.text and citation.quote else (0, ())
    return number, tuple(Span(*each) for each in first)


class KnowledgeBase:
    """Entities and articles by id, in the order of ids, with indexes computed when asked for.

    Nothing in it changes after it is made. Ids are unique over all types.
    """

    def __init__(
        self, *, schema: Schema, entities: Iterable[Entity] = (), articles: Iterable[Article] = (), settings: Settings | None = None
    ) -> None:
        self.schema = schema
        self.settings = settings or Settings()
        self.entities: Mapping[str, Entity] = MappingProxyType({each.id: each for each in sorted(entities, key=lambda one: one.id)})
        self.articles: Mapping[str, Article] = MappingProxyType({each.id: each for each in sorted(articles, key=lambda one: one.id)})
        self._before: tuple[KnowledgeBase, frozenset[str]] | None = None
        self._quotes: dict[tuple[str, str], tuple[int, tuple[Span, ...]]] = {}

    @property
    def learned(self) -> Learned:
        """What is worked out so far, for another that holds the same."""
        return Learned(self._quotes, self.__dict__.get("_mentions", {}), self.__dict__.get("_mentioned", {}))

    def learn(self, learned: Learned) -> None:
        """Takes over what was worked out for one that holds the same."""
        self._quotes = learned.quotes
        if learned.mentioned:
            self.__dict__ |= {"_mentions": learned.mentions, "_mentioned": learned.mentioned}

    def changed(self, entities: Iterable[Entity], articles: Iterable[Article], settings: Settings | None = None) -> "KnowledgeBase":
        """One with other entities and articles; what cannot be different there is not worked out again.

        Entities and articles that are the same objects as here count as unchanged.
        """
        new = KnowledgeBase(schema=self.schema, entities=entities, articles=articles, settings=settings or self.settings)
        same = {name for name, each in new.articles.items() if self.articles.get(name) is each}
        new._quotes = {key: found for key, found in self._quotes.items() if key[0] in same}
        if "_mentioned" in self.__dict__:
            new._before = (self, frozenset(same - self._touched(new, same)))
        return new

    def with_settings(self, settings: Settings) -> "KnowledgeBase":
        """The same with other settings."""
        return self.changed(self.entities.values(), self.articles.values(), settings)

    def _touched(self, new: "KnowledgeBase", same: Iterable[str]) -> set[str]:
        """The articles among some whose mentions may be others in a changed knowledge base."""
        differ = [
            each
            for name in self.entities.keys() | new.entities.keys()
            if self.entities.get(name) is not new.entities.get(name)
            for each in (self.entities.get(name), new.entities.get(name))
            if each
        ]
        cited = {one.source for each in differ for one in each.every_citation()}
        # Facts of others may be about another entity than before, if an id leads elsewhere.
        moved = self.entities.keys() ^ new.entities.keys()
        moved |= {each for each in self.heirs.keys() | new.heirs.keys() if self.heirs.get(each) != new.heirs.get(each)}
        if moved:
            cited |= {one.source for fact in new.facts() if fact.target in moved for one in fact.citations}
        firsts: set[str] = set()
        for before, after in zip(self._surfaces, new._surfaces, strict=True):  # noqa: SLF001
            firsts |= {first_word(name) for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        seek = any_word(firsts)
        return cited | {name for name in same if firsts and seek(self.articles[name].text or "")}

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

    def of_type(self, name: str) -> tuple[Entity, ...]:
        """The entities of exactly this type, by name."""
        return self._by_type.get(name, ())

    @cached_property
    def _by_type(self) -> Mapping[str, tuple[Entity, ...]]:
        found = defaultdict(list)
        for entity in sorted(self.entities.values(), key=lambda one: (one.name.casefold(), one.id)):
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

    def facts_naming(self, entity_id: str) -> tuple[Fact, ...]:
        """Other entities' facts whose value is this entity: the inverses."""
        return self._incoming.get(entity_id, ())

    def facts_beside(self, entity_id: str) -> tuple[Fact, ...]:
        """Facts that name this entity in a qualifier only (`during`, `of`, `with`, …)."""
        return self._beside.get(entity_id, ())

    def statements_by(self, entity_id: str) -> tuple[CitedFact, ...]:
        """Facts that a source puts into this entity's mouth."""
        return self._spoken.get(entity_id, ())

    @cached_property
    def _incoming(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts():
            if fact.target and (entity := self.resolve(fact.target)) and entity.id != fact.subject:
                found[entity.id].append(fact)
        return {entity_id: tuple(each) for entity_id, each in found.items()}

    @cached_property
    def _beside(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts():
            named = {value.text for values in fact.qualifiers.values() for value in values if isinstance(value, Reference)}
            for entity_id in sorted({entity.id for each in named if (entity := self.resolve(each))} - {fact.subject, fact.target}):
                found[entity_id].append(fact)
        return {entity_id: tuple(each) for entity_id, each in found.items()}

    @cached_property
    def _spoken(self) -> Mapping[str, tuple[CitedFact, ...]]:
        found: dict[str, list[CitedFact]] = defaultdict(list)
        for fact in self.facts():
            for citation in fact.citations:
                if citation.by and (speaker := self.resolve(citation.by)):
                    found[speaker.id].append(CitedFact(fact, citation, self.spans(citation)))
        return {entity_id: tuple(each) for entity_id, each in found.items()}

    def spans(self, citation: Citation) -> tuple[Span, ...]:
        """Where the quoted words stand in the article; empty if they are not there."""
        return self._found(citation)[1]

    def readings(self, citation: Citation) -> int:
        """How often the quoted words stand in the article: 0, 1, or 2 for more than once."""
        return self._found(citation)[0]

    def _found(self, citation: Citation) -> tuple[int, tuple[Span, ...]]:
        key = (citation.source, citation.quote)
        found = self._quotes.get(key)
        if found is None:
            found = self._quotes[key] = where_it_stands(citation, self.articles)
        return found

    def facts_from(self, article_id: str) -> tuple[CitedFact, ...]:
        """The facts that an article supports, in the order in which its text says them."""
        found = self._in_order.get(article_id)
        if found is None:
            cited = (CitedFact(fact, each, self.spans(each)) for fact, each in self._citing.get(article_id, ()))
            found = self._in_order[article_id] = tuple(sorted(cited, key=_in_text_order))
        return found

    def number_from(self, article_id: str) -> int:
        """How many facts an article supports."""
        return len({(fact.subject, fact.id) for fact, _ in self._citing.get(article_id, ())})

    @cached_property
    def _in_order(self) -> dict[str, tuple[CitedFact, ...]]:
        return {}

    @cached_property
    def _citing(self) -> Mapping[str, Sequence[tuple[Fact, Citation]]]:
        found: dict[str, list[tuple[Fact, Citation]]] = defaultdict(list)
        for fact in self.facts():
            for citation in fact.citations:
                found[citation.source].append((fact, citation))
        return found

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """Where the article names entities: longest names first, none overlapping, in order."""
        return self._mentions.get(article_id, ())

    def mentioned_in(self, entity_id: str) -> tuple[tuple[Article, tuple[Span, ...]], ...]:
        """The articles that name an entity, with the places where they do."""
        return self._mentioned.get(entity_id, ())

    @cached_property
    def _mentioned(self) -> Mapping[str, tuple[tuple[Article, tuple[Span, ...]], ...]]:
        known: Mapping[str, tuple[tuple[Article, tuple[Span, ...]], ...]] = {}
        mentions = self._mentions
        renewed = set(mentions)
        found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        if self._before:
            before, same = self._before
            known, renewed = before._mentioned, renewed - same  # noqa: SLF001
            gone = {each.entity for name, rows in before._mentions.items() if name not in same for each in rows}  # noqa: SLF001
            for entity_id in gone:
                found[entity_id].clear()
            self._before = None  # or all that ever was would be kept
        for article_id in renewed:
            for each in mentions[article_id]:
                found[each.entity][article_id].append(each.span)
        result = dict(known)
        for entity_id, places in found.items():
            rows = {
                article.id: spans for article, spans in known.get(entity_id, ()) if article.id in mentions and article.id not in renewed
            }
            rows |= {article_id: tuple(spans) for article_id, spans in places.items()}
            result[entity_id] = tuple((self.articles[article_id], spans) for article_id, spans in sorted(rows.items()))
        return result

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        known: dict[str, tuple[Mention, ...]] = {}
        if self._before:
            before, same = self._before
            known = {name: each for name, each in before._mentions.items() if name in same}  # noqa: SLF001
        renewed = [each for name, each in self.articles.items() if each.text and name not in known]
        exact, common = self._surfaces
        if known:
            words = {word for each in renewed for word in words_in(each.text or "")}
            exact, common = ({name: each for name, each in one.items() if first_word(name) in words} for one in (exact, common))
        finders = ((NameFinder(exact), exact), (NameFinder(common, ignore_case=True), common))
        return {**known, **{each.id: tuple(self._mentions_in(each, finders)) for each in renewed}}

    @cached_property
    def _surfaces(self) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
        """Words -> the entities that they may mean, each with 0 for a name, 1 for an alias, 2 for other words.

        Entities of a type that common nouns name (areas, events, agreements) are found in any case.
        """
        exact: dict[str, dict[str, int]] = defaultdict(dict)
        common: dict[str, dict[str, int]] = defaultdict(dict)
        for entity in self.entities.values():
            kind = self.schema.types.get(entity.type)
            into = common if kind and kind.common else exact
            for level, words in enumerate(((entity.name,), tuple(each.text for each in entity.aliases), entity.mentioned_as)):
                for each in words:
                    into[each].setdefault(entity.id, level)
        return exact, common

    def _mentions_in(self, article: Article, finders: tuple[tuple[NameFinder, dict[str, dict[str, int]]], ...]) -> Iterator[Mention]:
        text = article.text or ""
        found = [
            (Span(start, end), {entity: level for name in names for entity, level in surfaces[name].items()})
            for finder, surfaces in finders
            for start, end, names in finder.find(text)
        ]
        end = 0
        for span, candidates in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
            if span.start >= end and (entity := self._likeliest(article, span, candidates)):
                yield Mention(span, entity)
                end = span.end

    def _likeliest(self, article: Article, span: Span, candidates: Mapping[str, int]) -> str | None:
        """The one candidate; else the one whose facts cite these very words; else the one whose name it is."""
        if len(candidates) == 1:
            return next(iter(candidates))
        citing = [each for each in candidates if any(words.contains(span) for words in self._words_cited(article.id).get(each, ()))]
        if len(citing) == 1:
            return citing[0]
        ranked = sorted((level, each) for each, level in candidates.items() if not citing or each in citing)
        return ranked[0][1] if ranked[0][0] < ranked[1][0] else None

    def _words_cited(self, article_id: str) -> Mapping[str, list[Span]]:
        """Entity -> the words of an article that are cited for facts in which the entity stands."""
        found = self._words.get(article_id)
        if found is None:
            found = self._words[article_id] = defaultdict(list)
            for each in self.facts_from(article_id):
                for name in {each.fact.subject, each.fact.target}:
                    if name and (entity := self.resolve(name)):
                        found[entity.id].extend(each.spans)
            for entity_id, citation in self._establishing.get(article_id, ()):
                found[entity_id].extend(self.spans(citation))
        return found

    @cached_property
    def _words(self) -> dict[str, dict[str, list[Span]]]:
        return {}

    @cached_property
    def _establishing(self) -> Mapping[str, Sequence[tuple[str, Citation]]]:
        """Article -> the citations of entities themselves."""
        found: dict[str, list[tuple[str, Citation]]] = defaultdict(list)
        for entity in self.entities.values():
            for citation in entity.citations:
                found[citation.source].append((entity.id, citation))
        return found


def _in_text_order(cited: CitedFact) -> tuple[int, int, str, str]:
    first = cited.spans[0] if cited.spans else None
    return (first.start if first else 1 << 60, first.end if first else 0, cited.fact.subject, cited.fact.id)


def _made(schema: Schema, entities: tuple[Entity, ...], articles: tuple[Article, ...], settings: Settings) -> KnowledgeBase:
    return KnowledgeBase(schema=schema, entities=entities, articles=articles, settings=settings)
