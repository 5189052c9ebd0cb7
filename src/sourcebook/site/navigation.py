"""The tabs of the site. Entity pages are never among them: their number would make every page heavy."""

from collections.abc import Callable, Iterable

from sourcebook.model.knowledge import KnowledgeBase

ACROSS = (
    ("Articles", "articles/index.md"),
    ("Timeline", "timeline.md"),
    ("Map", "map.md"),
    ("Graph", "graph.md"),
    ("Open questions", "open-questions.md"),
)
GENERATED = frozenset({"index.md", "connections.md", "changes.md", *(uri for _, uri in ACROSS)})


def navigation(kb: KnowledgeBase, written: Iterable[str], say: Callable[[str], str]) -> list[dict[str, str]]:
    """Home, a tab for each type that has entities, the articles, open questions, and the hand-written pages.

    Args:
        kb: decides which types have a tab.
        written: the uris of hand-written pages.
        say: puts a label into the language of the site.
    """
    tabs = [{say("Home"): "index.md"}]
    tabs += [{say(each.plural_label): f"{each.plural}/index.md"} for each in kb.schema.types.values() if kb.of_type(each.name)]
    tabs += [{say(name): uri} for name, uri in ACROSS]
    others = sorted(uri for uri in written if uri.endswith(".md") and "/" not in uri and uri not in GENERATED)
    return tabs + [{uri.removesuffix(".md").replace("-", " ").capitalize(): uri} for uri in others]
