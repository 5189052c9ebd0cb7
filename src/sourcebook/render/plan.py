"""The files of a site that can be made, each planned in full once somebody asks for it: of tens of thousands a build may make ten."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.history import History
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render import feeds
from sourcebook.render.components.article import article_page
from sourcebook.render.components.entity import entity_page
from sourcebook.render.components.notes import moved
from sourcebook.render.digests import Digests
from sourcebook.render.pages import Page, Part, article_uri, entity_uri, part_uri
from sourcebook.text import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A file of the site that can be made.

    Attributes:
        uri: relative to the site's folder, with `/`; pages end in `.md`.
        source: the file that people edit to change it, relative to the project; "" if there is none.
        make: gives its text; a page's is Markdown.
        shows: gives a digest of all that it shows: as long as that stays the same, so does the text.
        written: whether Markdown of a person stands in it as it is.
        several: gives several files by their places below `uri`, which is then a folder, ending in `/`.
    """

    uri: str
    source: str = ""
    make: Callable[[], str] = str
    shows: Callable[[], str]
    written: bool = False
    several: Callable[[], Mapping[str, Part]] | None = None


class Plan:
    """All files that can be made, each once, in a fixed order.

    Args:
        kb: what to show.
        digests: of it.
        history: of it.
        rest: the files that are not about one entity or article.

    Attributes:
        shown: of the files of entities and articles, by their uris: digests of all that they show.
        rest: the others.
    """

    def __init__(self, kb: KnowledgeBase, digests: Digests, history: History, rest: Sequence[Planned]) -> None:
        self._kb, self._digests, self._history = kb, digests, history
        self._owners: dict[str, Entity | Article] = {}
        self.rest = rest
        self._rest = {each.uri: each for each in rest}
        self.shown: Mapping[str, str] = dict(self._shown())

    def __iter__(self) -> Iterator[Planned]:
        for uri in self.shown:
            yield self[uri]
        yield from self.rest

    def __contains__(self, uri: str) -> bool:
        return uri in self.shown or uri in self._rest

    def __getitem__(self, uri: str) -> Planned:
        """The plan of a file.

        Raises:
            KeyError: If there is none.
        """
        found = self._rest.get(uri)
        if found is None:
            files = files_of(self._kb, self._owners[uri], self._digests, self._history)
            found = next(each for each in files if each.uri == uri)
        return found

    def _shown(self) -> Iterator[tuple[str, str]]:
        kb, digests, owners, history = self._kb, self._digests, self._owners, self._history
        for kind in kb.schema.types.values():
            for entity in kb.of_type(kind.name):
                uri, (shown, parts) = f"{kind.plural}/{entity.id}.md", digests.pages(entity)
                page = _with_history(history, entity, shown)
                for part in range(1, parts + 1):
                    own = part_uri(uri, part)
                    owners[own] = entity
                    yield own, page
                owners[f"{uri}.txt"] = entity
                yield f"{uri}.txt", shown
                for old_id in _given_up(kb, entity):
                    own = f"{kind.plural}/{old_id}.md"
                    owners[own] = entity
                    yield own, digests.moved(old_id, entity)
        for article in kb.articles.values():
            for each in files_of(kb, article, digests, self._history):
                owners[each.uri] = article
                yield each.uri, each.shows()


def files_of(kb: KnowledgeBase, thing: Entity | Article, digests: Digests, history: History) -> Iterator[Planned]:
    """The pages of an entity or an article, each also as text, and pages where it stood before."""
    if isinstance(thing, Article):
        uri, shows = article_uri(thing), partial(digests.article, thing)
        yield from parts(uri, partial(article_page, kb, thing), digests.parts(thing), shows, thing.path)
        yield Planned(uri=f"{uri}.txt", make=partial(feeds.article_text, kb, thing), shows=shows)
        return
    uri, shows = entity_uri(kb, thing), partial(digests.entity, thing)

    def make(part: int) -> Page:
        return entity_page(kb, thing, part, history)

    yield from parts(uri, make, digests.parts(thing), lambda: _with_history(history, thing, shows()), thing.path)
    yield Planned(uri=f"{uri}.txt", make=partial(feeds.entity_text, kb, thing), shows=shows)
    for old_id in _given_up(kb, thing):
        uri = f"{kb.schema.types[thing.type].plural}/{old_id}.md"
        yield Planned(
            uri=uri, source=thing.path, make=markdown(partial(moved, kb, old_id, thing)), shows=partial(digests.moved, old_id, thing)
        )


def _with_history(history: History, entity: Entity, shown: str) -> str:
    """A digest of what a page shows that says how the entity changed."""
    known = history.of_entity(entity.id, entity.path) if history.last or history.uncommitted else ""
    return digest(shown, known) if known else shown


def _given_up(kb: KnowledgeBase, entity: Entity) -> list[str]:
    """The ids that an entity had, which nothing else has now."""
    return [each for each in entity.merged if each not in kb.entities]


def parts(uri: str, make: Callable[[int], Page], number: int, shows: Callable[[], str], source: str = "") -> Iterator[Planned]:
    """A page, or as many as a long one takes."""
    for part in range(1, number + 1):
        yield Planned(uri=part_uri(uri, part), source=source, make=markdown(partial(make, part)), shows=shows)


def markdown(make: Callable[[], Page]) -> Callable[[], str]:
    """Gives the text of a page."""
    return lambda: make().markdown
