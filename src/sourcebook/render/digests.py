"""What each page shows, as a digest: a page need not be made again as long as its digest stays the same.

A page that only names another entity depends on that entity's face (its name, type, date, ...); a page that shows a fact depends on
the whole file in which the fact is written. Both are cautious: a page may be made again in vain, but never stay as it was when
something on it changed.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.quality import disputed
from sourcebook.model.values import Reference
from sourcebook.text import digest


class Digests:
    """The digests of one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

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
    def texts(self) -> str:
        """Of all articles as they stand in their files."""
        return digest(*(f"{each.path} {each.digest or repr(each)}" for each in self._kb.articles.values()))

    def entity(self, entity: Entity) -> str:
        """Of all that the page of an entity shows."""
        if entity.id not in self._entities:
            self._entities[entity.id] = self._entity(entity)
        return self._entities[entity.id]

    @cached_property
    def _entities(self) -> dict[str, str]:
        return {}

    def _entity(self, entity: Entity) -> str:
        kb = self._kb
        if "[[" in entity.notes or "](" in entity.notes or "]:" in entity.notes:
            return self.everything
        spoken = [each.fact for each in kb.statements_by(entity.id)]
        others = [*kb.facts_naming(entity.id), *kb.facts_beside(entity.id), *spoken]
        places = kb.mentioned_in(entity.id)
        own = [fact for fact in entity.facts if not fact.unsure]
        articles = {each.source for fact in (*own, *others) for each in fact.citations}
        articles |= {each.source for each in entity.citations}
        named = self._named((*own, *others)) | {each.by for each in entity.citations if each.by}
        return digest(
            self._file(entity),
            *(self._file(kb.entities[each]) for each in sorted({fact.subject for fact in others})),
            *(self._face(each) for each in sorted(named)),
            *(self._article(each) for each in sorted(articles)),
            *(f"{article.id} {self._article(article.id)} {[(each.start, each.end) for each in spans]}" for article, spans in places),
        )

    def article(self, article: Article) -> str:
        """Of all that the page of an article shows."""
        kb = self._kb
        facts = [each.fact for each in kb.facts_from(article.id)]
        mentions = kb.mentions(article.id)
        return digest(
            self._article(article.id),
            *(self._file(kb.entities[each]) for each in sorted({fact.subject for fact in facts})),
            *(self._face(each) for each in sorted(self._named(facts))),
            *(f"{each.span.start} {each.span.end} {self._face(each.entity)}" for each in mentions),
        )

    def some(self, shown: Iterable[Entity | Article], *more: str) -> str:
        """Of what is known of several, and of more that stands beside it."""
        return digest(*more, *(self.entity(each) if isinstance(each, Entity) else self._article(each.id) for each in shown))

    def listed(self, articles: Iterable[Article], *more: str) -> str:
        """Of a list of articles with the number of facts that rest on each."""
        return digest(*more, *(f"{self._article(each.id)} {len(self._kb.facts_from(each.id))}" for each in articles))

    def moments(self, shown: Iterable[Fact | Entity], *more: str) -> str:
        """Of facts and dated entities in a row, and of more that stands beside them."""
        kb = self._kb
        parts = list(more)
        for each in shown:
            if isinstance(each, Entity):
                parts.append(self._face(each.id))
            else:
                sources = sorted({one.source for one in each.citations})
                parts += [each.id, self._file(kb.entities[each.subject]), *map(self._face, sorted(self._named([each])))]
                parts += [self._article(one) for one in sources]
        return digest(*parts)

    def moved(self, old_id: str, entity: Entity) -> str:
        """Of the page that stands where an entity stood before it was merged."""
        return digest(old_id, self._face(entity.id))

    def _named(self, facts: Iterable[Fact]) -> set[str]:
        """The ids that facts name in any role."""
        found: set[str] = set()
        for fact in facts:
            found.add(fact.subject)
            if fact.target:
                found.add(fact.target)
            for values in fact.qualifiers.values():
                found.update(each.text for each in values if isinstance(each, Reference))
            found.update(each.by for each in fact.citations if each.by)
        return found

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
        """Of a file, and of which of its facts are in dispute, for that stands in other files."""
        if entity.id not in self._files:
            self._files[entity.id] = digest(entity.id, entity.digest or repr(entity), *self._disputed.get(entity.id, ()))
        return self._files[entity.id]

    @cached_property
    def _files(self) -> dict[str, str]:
        return {}

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
