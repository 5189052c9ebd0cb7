"""The home page: what this is, whom it quotes, how much it holds, and where to begin."""

from collections import Counter

from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.schema import Type
from sourcebook.render.components.notes import resolve_links
from sourcebook.render.interface import say
from sourcebook.render.linked_data import site_data
from sourcebook.render.markup import front_matter, isolated, link, plain
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
    entity_uri,
    index_uri,
    newest_first,
)
from sourcebook.render.words import article_link, author_words, date_words, label_words

BEST = 5
LATEST = 5


def home(kb: KnowledgeBase, intro: str) -> Page:
    """The home page. `intro` is the hand-written Markdown that stands on top, without front matter."""
    settings = kb.settings
    title = settings.title
    top = resolve_links(kb, intro.strip(), HOME) if intro.strip() else f"# {plain(title)}\n\n{plain(settings.description)}"
    if not any(line.startswith("# ") for line in top.splitlines()):
        top = f"# {plain(title)}\n\n{top}"
    meta = front_matter(
        title=title, description=settings.description or f"{title}: every fact with the words it rests on", hide='["navigation", "toc"]'
    )
    parts = [top, _whom(kb), _holds(kb), _cards(kb), _latest(kb), _ways(kb), site_data(kb)]
    return Page(uri=HOME, title=title, markdown=meta + "\n\n".join(part for part in parts if part) + "\n")


def _whom(kb: KnowledgeBase) -> str:
    held = [each for each in kb.articles.values() if each.text is not None]
    if not held:
        return say(kb, "There is no article yet. Add the first with {command}.", command="<code>sourcebook ingest</code>")
    authors = [
        words for words, _ in Counter(f"{author_words(kb, each, HOME)} ({label_words(kb, each.genre)})" for each in held).most_common()
    ]
    shown = ", ".join(authors[:BEST]) + (f" {say(kb, 'and {n} more', n=len(authors) - BEST)}" if len(authors) > BEST else "")
    lead = say(kb, "The statements on these pages are those of the sources, not of the editors. Quoted here: {names}.", names=shown)
    rest = say(kb, "Each fact shows the exact words it rests on, who says them, and how they are put.")
    return f'<p class="sb-whom">{lead} {rest}</p>'


def _holds(kb: KnowledgeBase) -> str:
    facts = sum(each.told for each in kb.gists.values())
    numbers = [(len(kb.entities), "entities", ""), (facts, "facts", ""), (len(kb.articles), "sources", ARTICLE_INDEX)]
    cells = "".join(
        f"<li><strong>{number:,}</strong> {link(say(kb, word), uri, HOME) if uri else say(kb, word)}</li>" for number, word, uri in numbers
    )
    return f'<ul class="sb-numbers">{cells}</ul>'


def _cards(kb: KnowledgeBase) -> str:
    cards = [_card(kb, each) for each in kb.schema.types.values() if kb.of_type(each.name)]
    return f'## {say(kb, "Where to start")}\n\n<div class="sb-cards">{"".join(cards)}</div>' if cards else ""


def _card(kb: KnowledgeBase, kind: Type) -> str:
    entities = sorted(kb.of_type(kind.name), key=lambda one: (-kb.number_of_facts(one.id) - kb.times_beside(one.id), one.name))
    items = "".join(f"<li>{link(isolated(each.name), entity_uri(kb, each), HOME)}</li>" for each in entities[:BEST])
    head = link(label_words(kb, kind.plural_label), index_uri(kind.plural), HOME)
    return f'<section class="sb-card sb-{kind.name}"><h3>{head} <small>{len(entities)}</small></h3><ul>{items}</ul></section>'


def _latest(kb: KnowledgeBase) -> str:
    held = [each for each in newest_first(kb) if each.text is not None]
    if not held:
        return ""
    items = "".join(
        f"<li>{article_link(each, HOME)}{f', {author_words(kb, each, HOME)}' if each.author else ''}{f', {date_words(kb, each.issued)}' if each.issued else ''}</li>"
        for each in held[:LATEST]
    )
    return f"## {say(kb, 'Latest articles')}\n\n<ul>{items}</ul>"


def _ways(kb: KnowledgeBase) -> str:
    """The pages that look across all entities."""
    ways = (
        ("Timeline", TIMELINE, "What happened when, as precisely as the sources say"),
        ("Map", MAP, "Where the places are"),
        ("Graph", GRAPH, "Who is connected with whom, edge by edge"),
        ("How are two connected?", CONNECTIONS, "The shortest way between two, each step with its words"),
        ("Open questions", OPEN_QUESTIONS, "What is unreviewed, unclear or in dispute"),
        ("What changed", CHANGES, "What is new since your last visit"),
    )
    items = "".join(f"<li>{link(say(kb, name), uri, HOME)}<br><small>{say(kb, words)}</small></li>" for name, uri, words in ways)
    return f'## {say(kb, "Other ways to look")}\n\n<ul class="sb-ways">{items}</ul>'
