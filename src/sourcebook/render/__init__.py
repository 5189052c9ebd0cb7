"""A knowledge base -> the pages of its site. Pure: no file but the package's own assets, no clock, no network."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from importlib import resources
from typing import TypeVar

from sourcebook.model.history import History
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render import feeds, search, search_index
from sourcebook.render.components.graph import connections, graph
from sourcebook.render.components.history import FEED, changes, changes_feed
from sourcebook.render.components.home import home
from sourcebook.render.components.indexes import article_index, article_rows, type_index, type_rows
from sourcebook.render.components.maps import world_map
from sourcebook.render.components.notes import resolve_links
from sourcebook.render.components.open_questions import open_questions
from sourcebook.render.components.timeline import all_undated, moments_of_pages, timeline
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
    index_uri,
    newest_first,
    part_of,
    part_uri,
    parts_of,
)
from sourcebook.render.plan import Plan, Planned, files_of, markdown
from sourcebook.text import digest

T = TypeVar("T")

__all__ = ["Plan", "Planned", "assets", "found", "planned"]

UNKNOWN = History()
ASSETS = (
    "assets/sourcebook.css",
    "assets/sourcebook.js",
    "assets/explore.js",
    "assets/vendor/force-graph-1.52.0/force-graph.min.js",
)


def planned(
    kb: KnowledgeBase,
    *,
    pages: Mapping[str, str] | None = None,
    history: History = UNKNOWN,
    digests: Digests | None = None,
    words: search_index.KnownWords = search_index.NO_WORDS,
) -> Plan:
    """All pages of the site and their copies as text.

    Args:
        kb: what to show.
        pages: hand-written Markdown by its uri; `index.md` becomes the top of the home page.
        history: when and how it changed, as far as that is known.
        digests: of the knowledge base, if there are some that remember others.
        words: of its runs, as far as they are remembered.
    """
    digests = digests or Digests(kb)
    written = dict(pages or {})
    return Plan(kb, digests, history, [*_of_everything(kb, written, digests, history), *_data(kb, written, digests, words)])


def found(kb: KnowledgeBase, uri: str, pages: Mapping[str, str], history: History = UNKNOWN) -> Planned | None:
    """One of the planned files by its uri, without planning all of them."""
    digests = Digests(kb)
    folder, _, name = uri.partition("/")
    own_id = name.removesuffix(".txt").removesuffix(".md").partition("--")[0]
    entity = kb.resolve(own_id)
    if entity and kb.schema.types[entity.type].plural == folder:
        candidates = files_of(kb, entity, digests, history)
    elif folder == "articles" and own_id in kb.articles:
        candidates = files_of(kb, kb.articles[own_id], digests, history)
    elif uri.startswith(search.FOLDER):
        candidates = _data(kb, pages, digests)
    else:
        candidates = _of_everything(kb, pages, digests, history)
    return next((each for each in candidates if each.uri == uri or (each.several and uri.startswith(each.uri))), None)


def _of_everything(kb: KnowledgeBase, pages: Mapping[str, str], digests: Digests, history: History) -> Iterator[Planned]:
    """Pages that show many entities or articles, and those that people wrote."""
    of_all = partial(getattr, digests, "everything")
    written = dict(pages)
    intro = without_front_matter(written.pop(HOME, ""))
    yield Planned(uri=HOME, make=lambda: home(kb, intro).markdown, shows=lambda: digest(intro, digests.everything), written=True)
    for kind in kb.schema.types.values():
        yield from _list(index_uri(kind.plural), partial(type_index, kb, kind), kb.of_type(kind.name), digests.rows)
    yield from _list(ARTICLE_INDEX, partial(article_index, kb), newest_first(kb), digests.listed)
    dated = moments_of_pages(kb)
    undated = digests.faces(all_undated(kb))
    for part, moments in enumerate(dated, 1):
        own = partial(digests.moments, moments, undated if part == len(dated) else "", str(len(dated)))
        yield Planned(uri=part_uri(TIMELINE, part), make=markdown(partial(timeline, kb, part)), shows=own)
    across = (
        (OPEN_QUESTIONS, open_questions, "questions"),
        (MAP, world_map, "placed"),
        (GRAPH, graph, "edges"),
        (CONNECTIONS, connections, "settings"),
    )
    for uri, make, shown in across:
        yield Planned(uri=uri, make=markdown(partial(make, kb)), shows=partial(getattr, digests, shown))
    recent = lru_cache(lambda: digest(digests.everything, history.recent))
    yield Planned(uri=CHANGES, make=markdown(partial(changes, kb, history)), shows=recent)
    if history.commits:
        yield Planned(uri=FEED, make=partial(changes_feed, kb, history), shows=recent)
    for uri, text in sorted(written.items()):
        yield Planned(uri=uri, source=f"content/pages/{uri}", make=partial(resolve_links, kb, text, uri), shows=of_all, written=True)
    yield Planned(uri="feed.xml", make=partial(feeds.feed, kb), shows=partial(digests.listed, kb.articles.values()))
    yield Planned(uri="llms.txt", make=partial(feeds.index, kb), shows=partial(getattr, digests, "faces_of_all"))


def _list(uri: str, make: Callable[[int], Page], rows: Sequence[T], shows: Callable[..., str]) -> Iterator[Planned]:
    """A page of rows, or as many as a long list takes; each changes with its own rows and the number of all."""
    for part in range(1, parts_of(len(rows), LISTED) + 1):
        own = partial(shows, part_of(rows, part, LISTED), str(len(rows)))
        yield Planned(uri=part_uri(uri, part), make=markdown(partial(make, part)), shows=own)


def _data(
    kb: KnowledgeBase, written: Mapping[str, str], digests: Digests, words: search_index.KnownWords = search_index.NO_WORDS
) -> Iterator[Planned]:
    """What the scripts in the browser read."""
    of_runs = lru_cache(lambda: [digests.some(shard) for shard in search.shards(kb)])
    for number, shard in enumerate(search.shards(kb)):
        shows = partial(_of_run, of_runs, number)
        yield Planned(uri=f"{search.FOLDER}names-{number}.js", make=partial(search.names, kb, shard, number), shows=shows)
        of_facts = partial(_of_run, of_runs, number, str(search.quoted(kb)))
        yield Planned(uri=f"{search.FOLDER}facts-{number}.js", make=partial(search.facts, kb, shard, number), shows=of_facts)
    for number, run in enumerate(search.lines(kb, written)):
        of_lines = partial(search.lines_shown, run)
        yield Planned(uri=f"{search.FOLDER}lines-{number}.js", make=partial(search.line_file, run, number), shows=of_lines)
    for kind in kb.schema.types.values():
        yield from _rows(kind.plural, partial(type_rows, kb, kind), kb.of_type(kind.name), digests.rows)
    yield from _rows("articles", partial(article_rows, kb), newest_first(kb), digests.listed)
    lines = partial(digest, digests.texts, repr(sorted(written.items())))
    yield Planned(uri=f"{search.FOLDER}texts/", several=partial(search_index.text_index, kb, written), shows=lines)
    yield Planned(
        uri=search.FOLDER,
        several=partial(search_index.index, kb, lambda: [digest(each, digests.settings) for each in of_runs()], words),
        shows=partial(getattr, digests, "everything"),
    )


def _rows(folder: str, make: Callable[[int], str], rows: Sequence[T], shows: Callable[..., str]) -> Iterator[Planned]:
    """The rows of each page of a long list once more, for the script that sorts and filters the whole of it."""
    if len(rows) > LISTED:
        for part in range(1, parts_of(len(rows), LISTED) + 1):
            name = f"{folder}-{part}"
            yield Planned(
                uri=f"{search.FOLDER}rows-{name}.js",
                make=partial(_row_file, make, part, name),
                shows=partial(shows, part_of(rows, part, LISTED)),
            )


def _row_file(make: Callable[[int], str], part: int, name: str) -> str:
    return search.script("rows", make(part), name)


def _of_run(of_runs: Callable[[], Sequence[str]], number: int, *more: str) -> str:
    """A digest of a run of entities or articles, and of more that its file shows."""
    return digest(of_runs()[number], *more)


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
