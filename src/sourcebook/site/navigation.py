"""The tabs of the site. Entity pages are never among them: their number would make every page heavy."""

from collections.abc import Iterable

from sourcebook.model.knowledge import KnowledgeBase

GENERATED = frozenset({"index.md", "open-questions.md"})


def navigation(kb: KnowledgeBase, written: Iterable[str]) -> list[dict[str, str]]:
    """Home, a tab for each type that has entities, the articles, open questions, and the hand-written pages.

    Args:
        kb: decides which types have a tab.
        written: the uris of hand-written pages.
    """
    tabs = [{"Home": "index.md"}]
    tabs += [{each.plural_label: f"{each.plural}/index.md"} for each in kb.schema.types.values() if kb.of_type(each.name)]
    tabs += [{"Articles": "articles/index.md"}, {"Open questions": "open-questions.md"}]
    others = sorted(uri for uri in written if uri.endswith(".md") and "/" not in uri and uri not in GENERATED)
    return tabs + [{uri.removesuffix(".md").replace("-", " ").capitalize(): uri} for uri in others]
