"""Where articles name whom, worked out of the names of entities."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.gists import OF_ITS_OWN, spellings
from sourcebook.model.names import NameFinder, any_name, first_word, words_in
from sourcebook.model.references import means_one
from sourcebook.model.schema import Schema
from sourcebook.model.spans import Mention, Span
from sourcebook.text import digest

if TYPE_CHECKING:
    from sourcebook.model.knowledge import KnowledgeBase

Surfaces = dict[str, dict[str, int]]
"""Words -> the entities that they may mean, each with 0 for a name, 1 for an alias, 2 for other words, 3 for words that mean it only
in articles that its file cites."""


class Mentioned(NamedTuple):
    """Whom an article names.

    Attributes:
        places: a digest of where it names whom.
        entities: ids, in the order in which they are named first.
        times: how often each is named.
        spots: of each, a digest of where.
        where: entity -> the beginnings and ends of its mentions, in the order of the text.
    """

    places: str = ""
    entities: tuple[str, ...] = ()
    times: tuple[int, ...] = ()
    spots: tuple[str, ...] = ()
    where: Mapping[str, Sequence[tuple[int, int]]] = {}

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> "Mentioned":
        """Of mentions in order."""
        where: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for each in mentions:
            where[each.entity].append((each.span.start, each.span.end))
        spots = {name: digest(repr(each)) for name, each in where.items()}
        places = digest(*map(" ".join, spots.items()))
        return cls(places, tuple(where), tuple(map(len, where.values())), tuple(spots.values()), dict(where))

    @property
    def mentions(self) -> Sequence[Mention]:
        """All of them, in the order of the text."""
        rows = sorted((start, end, name) for name, each in self.where.items() for start, end in each)
        return [Mention(Span(start, end), name) for start, end, name in rows]


def _surfaces(schema: Schema, entities: Iterable[Entity]) -> tuple[Surfaces, Surfaces]:
    """What names are found as they stand, and what names in any case: those of types that common nouns name."""
    exact: Surfaces = defaultdict(dict)
    common: Surfaces = defaultdict(dict)
    for entity in entities:
        into = common if _common(schema, entity) else exact
        for words, level in spellings(entity):
            into[words].setdefault(entity.id, level)
    return exact, common


def _common(schema: Schema, entity: Entity) -> bool:
    kind = schema.types.get(entity.type)
    return bool(kind and kind.common)


def in_articles(kb: "KnowledgeBase", articles: Sequence[Article], *, few: Iterable[str] = ()) -> Iterator[tuple[str, Mentioned]]:
    """What some articles mention.

    Args:
        kb: all that may be mentioned.
        articles: the articles.
        few: words of theirs, if it is worth the while to look for no names but those that begin with one of them.
    """
    if not articles:
        return
    words = set(few)
    named = (kb.entities[name] for name, gist in kb.gists.items() if not words.isdisjoint(gist.firsts)) if words else kb.entities.values()
    exact, common = _surfaces(kb.schema, named)
    finders = ((NameFinder(exact), exact), (NameFinder(common, ignore_case=True), common))
    for each in articles:
        yield each.id, Mentioned.of(_mentions_in(kb, each, finders))


def words_of(articles: Iterable[Article]) -> set[str]:
    """All words of some articles."""
    return {word for each in articles for word in words_in(each.text or "")}


def touched(before: "KnowledgeBase", after: "KnowledgeBase", same: Iterable[str]) -> set[str]:
    """The articles among some, which did not change, whose mentions may be others in a changed knowledge base."""
    pairs = [(before.entities.get(name), after.entities.get(name)) for name in before.entities.keys() | after.entities.keys()]
    differ = [(old, new) for old, new in pairs if old is not new]
    cited = {one.source for pair in differ for each in pair if each for one in each.every_citation()}
    # Facts of others may be about another entity than before, if an id leads elsewhere.
    moved = before.entities.keys() ^ after.entities.keys()
    moved |= {each for each in before.heirs.keys() | after.heirs.keys() if before.heirs.get(each) != after.heirs.get(each)}
    if moved:
        named = (fact for each in sorted(moved) for one in after.naming_id(each) for fact in one.facts if fact.target in moved)
        cited |= {one.source for fact in named for one in fact.citations}
    others = {words for pair in differ for words in _other_names(before.schema, *pair)}
    if not others:
        return cited
    seek = any_name(others)
    return cited | {name for name in same if seek(after.articles[name].text or "")}


def _other_names(schema: Schema, *pair: Entity | None) -> set[str]:
    """Words by which only one of two versions of an entity goes, or each in another way."""
    found = []
    for each in pair:
        known: dict[str, tuple[bool, int]] = {}
        for words, level in spellings(each) if each else ():
            known.setdefault(words, (_common(schema, each), level))  # type: ignore[arg-type]
        found.append(known)
    one, other = found
    return {words for words in one.keys() | other.keys() if one.get(words) != other.get(words)}


def _mentions_in(kb: "KnowledgeBase", article: Article, finders: tuple[tuple[NameFinder, Surfaces], ...]) -> Iterator[Mention]:
    text = article.text or ""
    found = [
        (Span(start, end), {entity: level for name in names for entity, level in known[name].items()})
        for finder, known in finders
        for start, end, names in finder.find(text)
    ]
    cited: Mapping[str, Sequence[Span]] | None = None
    citing: set[str] | None = None
    end = 0
    for span, named in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if span.start < end:
            continue
        candidates = named
        if OF_ITS_OWN in named.values():
            # "Smith", "the talks": another article's are others.
            citing = {each.id for each in kb.citing(article.id)} if citing is None else citing
            candidates = {each: level for each, level in named.items() if level < OF_ITS_OWN or each in citing}
        if len(candidates) > 1 and cited is None:
            cited = _words_cited(kb, article.id)
        entity = _likeliest(span, candidates, cited or {})
        if entity:
            yield Mention(span, entity)
            end = span.end


def _likeliest(span: Span, candidates: Mapping[str, int], cited: Mapping[str, Sequence[Span]]) -> str | None:
    """The one candidate; else the one whose facts cite these very words; else the one whose name it is."""
    if len(candidates) < 2:
        return next(iter(candidates), None)
    citing = [each for each in candidates if any(words.contains(span) for words in cited.get(each, ()))]
    if len(citing) == 1:
        return citing[0]
    ranked = sorted((level, each) for each, level in candidates.items() if not citing or each in citing)
    return ranked[0][1] if ranked[0][0] < ranked[1][0] else None


def _words_cited(kb: "KnowledgeBase", article_id: str) -> Mapping[str, Sequence[Span]]:
    """Entity -> the words of an article that are cited for facts in which the entity stands, or for itself."""
    found: dict[str, list[Span]] = defaultdict(list)
    for each in kb.facts_from(article_id):
        for name in {each.fact.subject, each.fact.target}:
            if name and (entity := kb.resolve(name)):
                found[entity.id].extend(each.spans)
    for entity in kb.citing(article_id):
        for citation in entity.citations:
            if citation.source == article_id:
                found[entity.id].extend(kb.spans(citation))
    return found


def referring(kb: "KnowledgeBase", article: Article) -> Iterator[tuple[Entity, str]]:
    """Entities with the words that mean them in an article without being names of them.

    Those that do so in any article; and all of them where the entity's file cites this very one.
    """
    here: set[str] | None = None
    for entity in kb.entities.values():
        for words in entity.mentioned_as:
            if means_one(entity.type, words):
                yield entity, words
                continue
            here = words_in(article.text or "") if here is None else here
            if first_word(words) in here and _cites(entity, article.id):
                yield entity, words


def _cites(entity: Entity, article_id: str) -> bool:
    # Not by what the knowledge base remembers of all citations: to gather that takes longer than to take one article in.
    return any(each.source == article_id for each in entity.every_citation())
