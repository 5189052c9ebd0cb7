"""A knowledge base -> the pages of its site. Pure: no file but the package's own assets, no clock, no network."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources

from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render import feeds, search
from sourcebook.render.components.article import article_page
from sourcebook.render.components.entity import entity_page
from sourcebook.render.components.graph import changes, connections, graph
from sourcebook.render.components.home import home
from sourcebook.render.components.indexes import article_index, type_index
from sourcebook.render.components.maps import world_map
from sourcebook.render.components.notes import moved, resolve_links
from sourcebook.render.components.open_questions import open_questions
from sourcebook.render.components.timeline import timeline
from sourcebook.render.digests import Digests
from sourcebook.render.pages import (
    ARTICLE_INDEX,
    CHANGES,
    CONNECTIONS,
    GRAPH,
    HOME,
    MAP,
    OPEN_QUESTIONS,
    TIMELINE,
    Page,
    article_uri,
    entity_uri,
    index_uri,
)
from sourcebook.text import digest

__all__ = ["Planned", "assets", "planned"]

ASSETS = (
    "assets/sourcebook.css",
    "assets/sourcebook.js",
    "assets/explore.js",
    "assets/vendor/iframe-worker-1.0.4/shim.js",
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
    """

    uri: str
    source: str = ""
    make: Callable[[], str]
    shows: Callable[[], str]
    written: bool = False


def planned(kb: KnowledgeBase, *, pages: Mapping[str, str] | None = None) -> Iterator[Planned]:
    """All pages of the site and their copies as text, each once, in a fixed order.

    Args:
        kb: what to show.
        pages: hand-written Markdown by its uri; `index.md` becomes the top of the home page.
    """
    digests = Digests(kb)
    written = dict(pages or {})
    intro = without_front_matter(written.pop(HOME, ""))
    of_all = partial(getattr, digests, "everything")

    def page(uri: str, make: Callable[[], Page], shows: Callable[[], str] = of_all, source: str = "") -> Planned:
        return Planned(uri=uri, source=source, make=lambda: make().markdown, shows=shows)

    yield Planned(uri=HOME, make=lambda: home(kb, intro).markdown, shows=lambda: digest(intro, digests.everything), written=True)
    for kind in kb.schema.types.values():
        yield page(index_uri(kind.plural), partial(type_index, kb, kind))
        for entity in kb.of_type(kind.name):
            uri, shows = entity_uri(kb, entity), lru_cache(partial(digests.entity, entity))
            yield page(uri, partial(entity_page, kb, entity), shows, entity.path)
            yield Planned(uri=f"{uri}.txt", make=partial(feeds.entity_text, kb, entity), shows=shows)
            for old_id in entity.merged:
                if old_id not in kb.entities:
                    old = f"{kind.plural}/{old_id}.md"
                    yield page(old, partial(moved, kb, old_id, entity), partial(digests.moved, old_id, entity), entity.path)
    yield page(ARTICLE_INDEX, partial(article_index, kb))
    for article in kb.articles.values():
        uri, shows = article_uri(article), lru_cache(partial(digests.article, article))
        yield page(uri, partial(article_page, kb, article), shows, article.path)
        yield Planned(uri=f"{uri}.txt", make=partial(feeds.article_text, kb, article), shows=shows)
    for uri, make in ((OPEN_QUESTIONS, open_questions), (TIMELINE, timeline), (MAP, world_map), (GRAPH, graph)):
        yield page(uri, partial(make, kb))
    yield page(CONNECTIONS, partial(connections, kb))
    yield page(CHANGES, partial(changes, kb, CHANGES))
    for uri, text in sorted(written.items()):
        make_written = partial(resolve_links, kb, text, uri)
        yield Planned(uri=uri, source=f"content/pages/{uri}", make=make_written, shows=lambda: digests.everything, written=True)
    for uri, make_text in (("feed.xml", feeds.feed), ("llms.txt", feeds.index)):
        yield Planned(uri=uri, make=partial(make_text, kb), shows=of_all)


def without_front_matter(text: str) -> str:
    """Hand-written Markdown without the settings at its head."""
    if not text.startswith("---\n"):
        return text
    _, _, body = text[4:].partition("\n---\n")
    return body


def assets(kb: KnowledgeBase) -> Mapping[str, bytes]:
    """The style sheet, the scripts and what they read, by their uri."""
    here = resources.files("sourcebook.render")
    made = {uri: text.encode() for uri, text in search.files(kb)}
    return {name: here.joinpath(name).read_bytes() for name in ASSETS} | made
