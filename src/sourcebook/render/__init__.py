"""A knowledge base -> the pages of its site. Pure: no file but the package's own assets, no clock, no network."""

from collections.abc import Iterator, Mapping
from importlib import resources

from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render import feeds, search
from sourcebook.render.components.article import article_page
from sourcebook.render.components.entity import entity_page
from sourcebook.render.components.graph import changes, connections, graph
from sourcebook.render.components.home import home
from sourcebook.render.components.indexes import article_index, type_index
from sourcebook.render.components.maps import world_map
from sourcebook.render.components.notes import redirect, resolve_links
from sourcebook.render.components.open_questions import open_questions
from sourcebook.render.components.timeline import timeline
from sourcebook.render.pages import CHANGES, HOME, Page

__all__ = ["Page", "assets", "render"]

ASSETS = (
    "assets/sourcebook.css",
    "assets/sourcebook.js",
    "assets/explore.js",
    "assets/vendor/iframe-worker-1.0.4/shim.js",
    "assets/vendor/force-graph-1.52.0/force-graph.min.js",
)


def render(kb: KnowledgeBase, *, pages: Mapping[str, str] | None = None) -> Iterator[Page]:
    """All pages of the site, each once, in a fixed order.

    Args:
        kb: what to show.
        pages: hand-written Markdown by its uri; `index.md` becomes the top of the home page.
    """
    written = dict(pages or {})
    yield home(kb, without_front_matter(written.pop(HOME, "")))
    for kind in kb.schema.types.values():
        yield type_index(kb, kind)
        for entity in kb.of_type(kind.name):
            yield entity_page(kb, entity)
            for old_id in entity.merged:
                if old_id not in kb.entities:
                    uri, markdown = redirect(kb, old_id, entity)
                    yield Page(uri=uri, title=old_id, markdown=markdown, source=entity.path)
    yield article_index(kb)
    for article in kb.articles.values():
        yield article_page(kb, article)
    yield open_questions(kb)
    yield timeline(kb)
    yield world_map(kb)
    yield graph(kb)
    yield connections(kb)
    yield changes(kb, CHANGES)
    for uri, text in sorted(written.items()):
        yield Page(uri=uri, title="", markdown=resolve_links(kb, text, uri), source=f"content/pages/{uri}")


def without_front_matter(text: str) -> str:
    """Hand-written Markdown without the settings at its head."""
    if not text.startswith("---\n"):
        return text
    _, _, body = text[4:].partition("\n---\n")
    return body


def assets(kb: KnowledgeBase) -> Mapping[str, bytes]:
    """The style sheet, the scripts, what they read, the feed and the plain copies of pages, by their uri."""
    here = resources.files("sourcebook.render")
    made = {uri: text.encode() for uri, text in (*search.files(kb), *feeds.files(kb))}
    return {name: here.joinpath(name).read_bytes() for name in ASSETS} | made
