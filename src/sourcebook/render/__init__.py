"""A knowledge base -> the pages of its site. Pure: no file but the package's own assets, no clock, no network."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources
from itertools import chain
from typing import TypeVar

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.history import History
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render import feeds, search, search_index
from sourcebook.render.components.article import article_page
from sourcebook.render.components.entity import entity_page
from sourcebook.render.components.graph import connections, graph
from sourcebook.render.components.history import FEED, changes, changes_feed
from sourcebook.render.components.home import home
from sourcebook.render.components.indexes import article_index, type_index
from sourcebook.render.components.maps import world_map
from sourcebook.render.components.notes import moved, resolve_links
from sourcebook.render.components.open_questions import open_questions
from sourcebook.render.components.timeline import all_moments, all_undated, timeline
from sourcebook.render.digests import Digests
from sourcebook.render.pages import (
    ARTICLE_INDEX,
    CHANGES,
    CONNECTIONS,
    GRAPH,
    HOME,
    LISTED,
    MAP,
    OPEN_QUESTIONS,
    TIMELINE,
    Page,
    article_uri,
    entity_uri,
    index_uri,
    part_of,
    part_uri,
    parts_of,
)
from sourcebook.text import digest

T = TypeVar("T")

__all__ = ["Planned", "assets", "found", "planned"]

UNKNOWN = History()
ASSETS = (
    "assets/sourcebook.css",
    "assets/sourcebook.js",
    "assets/explore.js",
    "assets/vendor/force-graph-1.52.0/force-graph.min.js",
)


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
    several: Callable[[], Mapping[str, str]] | None = None


def planned(
    kb: KnowledgeBase,
    *,
    pages: Mapping[str, str] | None = None,
    history: History = UNKNOWN,
    digests: Digests | None = None,
    words: search_index.KnownWords = search_index.NO_WORDS,
) -> Iterator[Planned]:
    """All pages of the site and their copies as text, each once, in a fixed order.

    Args:
        kb: what to show.
        pages: hand-written Markdown by its uri; `index.md` becomes the top of the home page.
        history: when and how it changed, as far as that is known.
        digests: of the knowledge base, if there are some that remember others.
        words: of its runs, as far as they are remembered.
    """
    digests = digests or Digests(kb)
    for kind in kb.schema.types.values():
        for entity in kb.of_type(kind.name):
            yield from _of_entity(kb, entity, digests, history)
            yield from _of_merged(kb, entity, digests)
    for article in kb.articles.values():
        yield from _of_article(kb, article, digests)
    yield from _of_everything(kb, dict(pages or {}), digests, history)
    yield from _data(kb, dict(pages or {}), digests, words)


def found(kb: KnowledgeBase, uri: str, pages: Mapping[str, str], history: History = UNKNOWN) -> Planned | None:
    """One of the planned files by its uri, without planning all of them."""
    digests = Digests(kb)
    folder, _, name = uri.partition("/")
    own_id = name.removesuffix(".txt").removesuffix(".md").partition("--")[0]
    entity = kb.resolve(own_id)
    if entity and kb.schema.types[entity.type].plural == folder:
        candidates = chain(_of_entity(kb, entity, digests, history), _of_merged(kb, entity, digests))
    elif folder == "articles" and own_id in kb.articles:
        article = kb.articles[own_id]
        candidates = chain(_of_article(kb, article, digests))
    elif uri.startswith(search.FOLDER):
        candidates = chain(_data(kb, pages, digests))
    else:
        candidates = chain(_of_everything(kb, pages, digests, history))
    return next((each for each in candidates if each.uri == uri or (each.several and uri.startswith(each.uri))), None)


def _of_everything(kb: KnowledgeBase, pages: Mapping[str, str], digests: Digests, history: History) -> Iterator[Planned]:
    """Pages that show many entities or articles, and those that people wrote."""
    of_all = partial(getattr, digests, "everything")
    written = dict(pages)
    intro = without_front_matter(written.pop(HOME, ""))
    yield Planned(uri=HOME, make=lambda: home(kb, intro).markdown, shows=lambda: digest(intro, digests.everything), written=True)
    for kind in kb.schema.types.values():
        yield from _list(index_uri(kind.plural), partial(type_index, kb, kind), kb.of_type(kind.name), digests.some)
    yield from _list(ARTICLE_INDEX, partial(article_index, kb), list(kb.articles.values()), digests.listed)
    undated = digests.faces(all_undated(kb))
    yield from _list(TIMELINE, partial(timeline, kb), all_moments(kb), lambda shown, *more: digests.moments(shown, undated, *more))
    across = (
        (OPEN_QUESTIONS, open_questions, "questions"),
        (MAP, world_map, "placed"),
        (GRAPH, graph, "edges"),
        (CONNECTIONS, connections, "settings"),
    )
    for uri, make, shown in across:
        yield Planned(uri=uri, make=_markdown(partial(make, kb)), shows=partial(getattr, digests, shown))
    recent = lru_cache(lambda: digest(digests.everything, history.recent))
    yield Planned(uri=CHANGES, make=_markdown(partial(changes, kb, history)), shows=recent)
    if history.commits:
        yield Planned(uri=FEED, make=partial(changes_feed, kb, history), shows=recent)
    for uri, text in sorted(written.items()):
        yield Planned(uri=uri, source=f"content/pages/{uri}", make=partial(resolve_links, kb, text, uri), shows=of_all, written=True)
    yield Planned(uri="feed.xml", make=partial(feeds.feed, kb), shows=partial(digests.listed, kb.articles.values()))
    yield Planned(uri="llms.txt", make=partial(feeds.index, kb), shows=of_all)


def _markdown(make: Callable[[], Page]) -> Callable[[], str]:
    return lambda: make().markdown


def _parts(uri: str, make: Callable[[int], Page], parts: int, shows: Callable[[], str], source: str = "") -> Iterator[Planned]:
    """A page, or as many as a long one takes."""
    for part in range(1, parts + 1):
        yield Planned(uri=part_uri(uri, part), source=source, make=_markdown(partial(make, part)), shows=shows)


def _list(uri: str, make: Callable[[int], Page], rows: Sequence[T], shows: Callable[..., str]) -> Iterator[Planned]:
    """A page of rows, or as many as a long list takes; each changes with its own rows and the number of all."""
    for part in range(1, parts_of(len(rows), LISTED) + 1):
        own = partial(shows, part_of(rows, part, LISTED), str(len(rows)))
        yield Planned(uri=part_uri(uri, part), make=_markdown(partial(make, part)), shows=own)


def _data(
    kb: KnowledgeBase, written: Mapping[str, str], digests: Digests, words: search_index.KnownWords = search_index.NO_WORDS
) -> Iterator[Planned]:
    """What the scripts in the browser read."""

    def shows_run(run: Sequence[Entity | Article]) -> str:
        return digests.some(run, digests.settings)

    for number, shard in enumerate(search.shards(kb)):
        shows = lru_cache(partial(digests.some, shard))
        yield Planned(uri=f"{search.FOLDER}names-{number}.js", make=partial(search.names, kb, shard, number), shows=shows)
        of_facts = partial(digests.some, shard, str(search.quoted(kb)))
        yield Planned(uri=f"{search.FOLDER}facts-{number}.js", make=partial(search.facts, kb, shard, number), shows=of_facts)
    for number, run in enumerate(search.lines(kb, written)):
        of_lines = partial(search.lines_shown, run)
        yield Planned(uri=f"{search.FOLDER}lines-{number}.js", make=partial(search.line_file, run, number), shows=of_lines)
    lines = partial(digest, digests.texts, repr(sorted(written.items())))
    yield Planned(uri=f"{search.FOLDER}texts/", several=partial(search_index.text_index, kb, written), shows=lines)
    yield Planned(
        uri=search.FOLDER, several=partial(search_index.index, kb, shows_run, words), shows=partial(getattr, digests, "everything")
    )


def _of_entity(kb: KnowledgeBase, entity: Entity, digests: Digests, history: History) -> Iterator[Planned]:
    uri = entity_uri(kb, entity)
    shows = partial(digests.entity, entity)

    def make(part: int) -> Page:
        return entity_page(kb, entity, part, history)

    def with_history() -> str:
        known = history.of_entity(entity.id, entity.path)
        return digest(shows(), known) if known else shows()

    yield from _parts(uri, make, digests.parts(entity), with_history if history.last or history.uncommitted else shows, entity.path)
    yield Planned(uri=f"{uri}.txt", make=partial(feeds.entity_text, kb, entity), shows=shows)


def _of_merged(kb: KnowledgeBase, entity: Entity, digests: Digests) -> Iterator[Planned]:
    for old_id in entity.merged:
        if old_id not in kb.entities:
            uri = f"{kb.schema.types[entity.type].plural}/{old_id}.md"
            shows = partial(digests.moved, old_id, entity)
            yield Planned(uri=uri, source=entity.path, make=_markdown(partial(moved, kb, old_id, entity)), shows=shows)


def _of_article(kb: KnowledgeBase, article: Article, digests: Digests) -> Iterator[Planned]:
    uri = article_uri(article)
    shows = partial(digests.article, article)
    yield from _parts(uri, partial(article_page, kb, article), digests.parts(article), shows, article.path)
    yield Planned(uri=f"{uri}.txt", make=partial(feeds.article_text, kb, article), shows=shows)


def without_front_matter(text: str) -> str:
    """Hand-written Markdown without the settings at its head."""
    if not text.startswith("---\n"):
        return text
    _, _, body = text[4:].partition("\n---\n")
    return body


def assets() -> Mapping[str, bytes]:
    """The style sheet and the scripts, by their uri."""
    here = resources.files("sourcebook.render")
    return {name: here.joinpath(name).read_bytes() for name in ASSETS}
