"""What a page is, and where each one stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import order_of

T = TypeVar("T")
ROWS = 120
"""Facts, mentions or moments of an entity that one page shows; a page stays far below 100 kB that way."""
HUBS = 32
"""Entities of which is kept what all pages of one are made from: of some, thousands of facts are on dozens of pages."""
LISTED = 400
"""Rows of a table on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site.

    Attributes:
        uri: relative to the site's folder, with `/`, ending in `.md`.
        source: the file that people edit to change it, relative to the project; "" if there is none.
    """

    uri: str
    title: str
    markdown: str
    source: str = ""


class Part(NamedTuple):
    """One of several files that are made together.

    Attributes:
        shows: a digest of all that it shows.
        make: gives its text.
    """

    shows: str
    make: Callable[[], str]


HOME, OPEN_QUESTIONS, ARTICLE_INDEX = "index.md", "open-questions.md", "articles/index.md"
TIMELINE, MAP, GRAPH, CONNECTIONS, CHANGES = "timeline.md", "map.md", "graph.md", "connections.md", "changes.md"


def entity_uri(kb: KnowledgeBase, entity: Entity) -> str:
    """Where an entity's page stands."""
    return f"{kb.schema.types[entity.type].plural}/{entity.id}.md"


def article_uri(article: Article) -> str:
    """Where an article's page stands, or the first of its pages."""
    return f"articles/{article.id}.md"


def newest_first(kb: KnowledgeBase) -> Sequence[Article]:
    """All articles in the order in which lists show them: those that state no date last."""
    return sorted(kb.articles.values(), key=_age)


def _age(article: Article) -> tuple[list[int], str, str]:
    return [-each for each in article.issued.latest] if article.issued else [1], order_of(article.name), article.id


def sentence_uri(article: Article, number: int) -> str:
    """Where the page with a sentence of an article stands."""
    return part_uri(article_uri(article), article.stretch_of(number))


def part_uri(uri: str, part: int) -> str:
    """Where the further pages of a long page stand; no id holds two hyphens.

    >>> part_uri("people/ada.md", 1), part_uri("people/ada.md", 2)
    ('people/ada.md', 'people/ada--2.md')
    """
    return uri if part == 1 else f"{uri.removesuffix('.md')}--{part}.md"


def parts_of(rows: int, size: int = ROWS) -> int:
    """How many pages so many rows take; at least one."""
    return max(1, -(-rows // size))


def part_of(rows: Sequence[T], part: int, size: int = ROWS) -> Sequence[T]:
    """The rows of one page."""
    return rows[(part - 1) * size : part * size]


def index_uri(plural: str) -> str:
    """Where the index of a type stands."""
    return f"{plural}/index.md"
