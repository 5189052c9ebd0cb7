"""What each page shows, as a digest: a page need not be made again as long as its digest stays the same.

A page that only names another entity depends on that entity's face (its name, type, date, ...); a page that shows a fact depends on
that fact and on the faces of all that it names; the page on which the fact is written depends on the whole file. All of it is cautious:
a page may be made again in vain, but never stay as it was when something on it changed. Digests of the last time are taken over where
nothing reaches them (see `remembered`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.model.gists import article_key, named_by
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.quality import disputed
from sourcebook.render.components.entity import entity_parts
from sourcebook.render.components.facts import long_pages
from sourcebook.render.components.timeline import Moment
from sourcebook.render.overviews import facets, of_graph, of_questions
from sourcebook.render.remembered import NOTHING, Memory, Seen, Shown, reached
from sourcebook.render.words import doubts
from sourcebook.text import digest

SHARE = 400
"""One in so many things has to be worked out anew before a memory is renewed."""


class Digests:
    """The digests of one knowledge base.

    Args:
        kb: of what.
        before: what was seen of it, or of what it was before it changed.
    """

    def __init__(self, kb: KnowledgeBase, before: Memory = NOTHING) -> None:
        self._kb = kb
        self._before = before if before.settings == self.settings else NOTHING

    @cached_property
    def settings(self) -> str:
        """Of what every page depends on: the schema and the settings."""
        kb = self._kb
        return digest(repr(sorted(kb.schema.types.items())), repr(kb.schema.properties), repr(kb.schema.qualifiers), repr(kb.settings))

    @cached_property
    def everything(self) -> str:
        """Of the whole knowledge base."""
        return digest(self.settings, self.texts, *(f"{each.path} {each.digest or repr(each)}" for each in self._kb.entities.values()))

    @cached_property
    def faces_of_all(self) -> str:
        """Of all entities and articles as pages show them that only name them."""
        return digest(self.settings, *(each.face for each in self._now.seen.values()))

    @cached_property
    def texts(self) -> str:
        """Of all articles as they stand in their files."""
        return digest(*(f"{each.path} {each.digest or repr(each)}" for each in self._kb.articles.values()))

    @property
    def memory(self) -> Memory:
        """What the next one has to know to take over what still holds of what was asked for."""
        seen = {key: each if key in self._held else each._replace(shown=self._known.get(key)) for key, each in self._now.seen.items()}
        return replace(self._now, seen=seen)

    @property
    def worth_keeping(self) -> bool:
        """Whether the next one would save much by it; what was seen before serves still, if few things changed since."""
        return len(self._now.seen) - len(self._held) > len(self._now.seen) // SHARE

    @cached_property
    def _now(self) -> Memory:
        return Memory(settings=self.settings, seen=dict(self._things()), heirs=dict(self._kb.heirs))

    @cached_property
    def _held(self) -> Mapping[str, Seen]:
        """What was seen before and still holds."""
        if not self._before.seen:
            return {}
        anew = reached(self._before, self._now)
        return {key: each for key, each in self._now.seen.items() if each.shown and key not in anew}

    def _things(self) -> Iterator[tuple[str, Seen]]:
        seen = self._before.seen
        for entity_id, entity in self._kb.entities.items():
            before, file = seen.get(entity_id), self._file(entity)
            yield (
                entity_id,
                before if before and before.file == file else Seen(file, self._face(entity_id), self._kb.gists[entity_id].links),
            )
        for article_id in self._kb.articles:
            mentioned = self._kb.mentioned_by(article_id)
            key, face = article_key(article_id), self._article(article_id)
            before, file = seen.get(key), f"{face} {mentioned.places}"
            yield key, before if before and before.file == file else Seen(file, face, mentioned.entities)

    def _shown(self, thing: Entity | Article) -> Shown:
        key = thing.id if isinstance(thing, Entity) else article_key(thing.id)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._worked_out(thing)
        return found

    @cached_property
    def _known(self) -> dict[str, Shown]:
        """What every thing shows, as far as somebody asked for it, now or before."""
        return {key: each.shown for key, each in self._held.items() if each.shown}

    def _worked_out(self, thing: Entity | Article) -> Shown:
        if isinstance(thing, Article):
            return Shown(self._of_article(thing), len(thing.stretches))
        own = self._of_own_facts(thing)
        page = self._of_entity(thing, own)
        seen = self._before.seen.get(thing.id)
        before = seen.shown if seen else None
        # What shows the same takes as many pages; to count them, all facts that name it have to be read.
        parts = before.parts if before and before.page == page else entity_parts(self._kb, thing)
        return Shown(page, parts, own, self._told(thing.id), self._of_row(thing), *facets(self._kb, thing))

    def pages(self, entity: Entity) -> tuple[str, int]:
        """Of all that the page of an entity shows, and how many pages it takes."""
        shown = self._shown(entity)
        return self.everything if _leads_anywhere(entity.notes) else shown.page, shown.parts

    def parts(self, thing: Entity | Article) -> int:
        """How many pages a thing takes."""
        return self._shown(thing).parts

    def entity(self, entity: Entity) -> str:
        """Of all that the page of an entity shows."""
        return self.pages(entity)[0]

    def article(self, article: Article) -> str:
        """Of all that the page of an article shows."""
        return self._shown(article).page

    def _of_entity(self, entity: Entity, own: str) -> str:
        kb = self._kb
        told = self._told_about(entity.id, kb.ids_of(entity.id))
        return digest(
            own,
            *(f"{self._article(each.source)} {self._face(each.by)}" for each in entity.citations),
            *(f"{self._face(subject)} {facts}" for subject, facts in told),
            *(f"{self._article(article)} {spots}" for article, spots in kb.spots_of(entity.id)),
        )

    def _of_article(self, article: Article) -> str:
        key, mentioned = article_key(article.id), self._kb.mentioned_by(article.id)
        return digest(
            self._article(article.id),
            *(f"{self._face(subject)} {facts}" for subject, facts in self._told_about(key, (key,))),
            mentioned.places,
            *map(self._face, mentioned.entities),
        )

    def _told_about(self, key: str, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The entities whose facts name a thing, by one of its ids, and these facts as `_told` has them."""
        for each in self._kb.naming_id(*ids):
            facts = self._told(each.id).get(key)
            if facts:
                yield each.id, facts

    def _told(self, entity_id: str) -> Mapping[str, str]:
        known = self._known.get(entity_id)
        if known:
            return known.told
        found = self._tellings.get(entity_id)
        if found is None:
            found = self._tellings[entity_id] = dict(self._tell(self._kb.entities[entity_id]))
        return found

    @cached_property
    def _tellings(self) -> dict[str, Mapping[str, str]]:
        return {}

    def _tell(self, entity: Entity) -> Iterator[tuple[str, str]]:
        """What pages of others show of an entity's facts, by the keys of all that these name; see `Shown.told`."""
        found: dict[str, list[str]] = defaultdict(list)
        disputed, later = self._disputed.get(entity.id, ()), self._later.get(entity.id, {})
        for fact in entity.facts:
            if fact.unsure:
                continue
            named, sources = sorted(set(named_by(fact))), sorted({each.source for each in fact.citations})
            more = f"{fact.id in disputed} {later.get(fact.id)}"
            shown = digest(*_words(fact), more, *map(self._face, named), *map(self._article, sources))
            for key in dict.fromkeys((*map(self._heir, named), *map(article_key, sources))):
                found[key].append(shown)
        return ((key, " ".join(facts)) for key, facts in found.items())

    def _heir(self, entity_id: str) -> str:
        """The id of the entity that another one leads to."""
        entity = self._kb.resolve(entity_id)
        return entity.id if entity else entity_id

    def some(self, shown: Iterable[Entity | Article], *more: str) -> str:
        """Of rows that say of each what its own facts are and how much else is known, and of more that stands beside them."""
        return digest(*more, *(self._row(each) if isinstance(each, Entity) else self._article(each.id) for each in shown))

    def _row(self, entity: Entity) -> str:
        shown = self._shown(entity)
        return f"{shown.own} {shown.known}"

    def rows(self, shown: Iterable[Entity], *more: str) -> str:
        """Of rows of a table of a type, and of more that stands beside them."""
        return digest(*more, *(f"{row.row} {row.known}" for row in map(self._shown, shown)))

    def _of_row(self, entity: Entity) -> str:
        columns = self._kb.schema.types[entity.type].columns
        shown = [each for each in entity.facts if each.property in columns and not each.unsure]
        return digest(
            self._face(entity.id), *(text for each in shown for text in (*_value(each), *doubts(each), self._face(each.target or "")))
        )

    def listed(self, articles: Iterable[Article], *more: str) -> str:
        """Of a list of articles with the number of facts that rest on each."""
        return digest(*more, *(f"{self._article(each.id)} {self._kb.number_from(each.id)}" for each in articles))

    def _of_own_facts(self, entity: Entity) -> str:
        cited = {each.source for fact in entity.facts for each in fact.citations}
        return digest(self._file(entity), *map(self._face, sorted(self._named(entity.facts))), *map(self._article, sorted(cited)))

    def moments(self, shown: Iterable[Moment], *more: str) -> str:
        """Of facts and dated entities in a row, and of more that stands beside them."""
        entities = self._kb.entities
        return digest(*more, *(f"{first[0]} {self._shown(entities[name]).moments[number]}" for first, _, _, name, number in shown))

    def faces(self, entities: Iterable[Entity]) -> str:
        """Of entities that are only named."""
        return digest(*(self._face(each.id) for each in entities))

    @cached_property
    def placed(self) -> str:
        """Of what the map shows."""
        return digest(*(f"{each.own} {each.where}" for each in self._shown_of_all if each.where))

    @cached_property
    def edges(self) -> str:
        """Of what the list of all edges shows."""
        return of_graph(self._kb.entities.values(), self._shown_of_all, self.entity)

    @cached_property
    def questions(self) -> str:
        """Of what is open."""
        return of_questions(self._kb, self._kb.entities.values(), self._shown_of_all, self.entity)

    @cached_property
    def _shown_of_all(self) -> list[Shown]:
        return [self._shown(each) for each in self._kb.entities.values()]

    def moved(self, old_id: str, entity: Entity) -> str:
        """Of the page that stands where an entity stood before it was merged."""
        return digest(old_id, self._face(entity.id))

    def _named(self, facts: Iterable[Fact]) -> set[str]:
        """The ids that facts name in any role."""
        return {each for fact in facts for each in (fact.subject, *named_by(fact))}

    def _face(self, entity_id: str) -> str:
        if entity_id not in self._faces:
            one = self._kb.resolve(entity_id)
            shown = (one.id, one.type, one.name, one.summary, one.when, one.kind, one.status, one.merged, one.path) if one else None
            self._faces[entity_id] = digest(repr(shown))
        return self._faces[entity_id]

    @cached_property
    def _faces(self) -> dict[str, str]:
        return {}

    def _file(self, entity: Entity) -> str:
        """Of a file, and of what follows from others: which of its facts are in dispute, and which stand on further pages."""
        own = f"{entity.id} {entity.digest or digest(repr(entity))}"
        disputed, later = self._disputed.get(entity.id), self._later.get(entity.id)
        return f"{own} {disputed} {later}" if disputed or later else own

    @cached_property
    def _later(self) -> Mapping[str, Mapping[str, int]]:
        return long_pages(self._kb)

    @cached_property
    def _disputed(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for subject, fact in sorted(disputed(self._kb)):
            found[subject].append(fact)
        return found

    def _article(self, article_id: str) -> str:
        if article_id not in self._articles:
            article = self._kb.articles.get(article_id)
            self._articles[article_id] = (
                digest(article_id, article.digest or repr(article), self._face(article.author)) if article else digest(article_id)
            )
        return self._articles[article_id]

    @cached_property
    def _articles(self) -> dict[str, str]:
        return {}


def _words(fact: Fact) -> Iterator[str]:
    """All that pages of others show of a fact, but what others are."""
    yield from (*_value(fact), fact.why)
    # Where it stands is shown of what somebody has to review.
    yield f"{fact.auto} {fact.place}" if fact.auto else ""
    for name, values in fact.qualifiers.items():
        yield from (name, *map(value_text, values))
    for each in fact.citations:
        yield from ("", each.source, each.quote, each.locator, each.by, each.stance)


def _value(fact: Fact) -> tuple[str, str, str, str]:
    return fact.property, type(fact.value).__name__, value_text(fact.value), fact.rank


def _leads_anywhere(notes: str) -> bool:
    """Whether there may be links in them, or lists of what there is."""
    return bool(notes) and ("[[" in notes or "](" in notes or "]:" in notes)
