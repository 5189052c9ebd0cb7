"""What a page is, and where each one stands."""

from dataclasses import dataclass

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase


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


HOME, OPEN_QUESTIONS, ARTICLE_INDEX = "index.md", "open-questions.md", "articles/index.md"
TIMELINE, MAP, GRAPH, CONNECTIONS, CHANGES = "timeline.md", "map.md", "graph.md", "connections.md", "changes.md"


def entity_uri(kb: KnowledgeBase, entity: Entity) -> str:
    """Where an entity's page stands."""
    return f"{kb.schema.types[entity.type].plural}/{entity.id}.md"


def article_uri(article: Article) -> str:
    """Where an article's page stands."""
    return f"articles/{article.id}.md"


def index_uri(plural: str) -> str:
    """Where the index of a type stands."""
    return f"{plural}/index.md"
