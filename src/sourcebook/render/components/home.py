"""The home page: what this is, whom it quotes, how much it holds, and where to begin."""

from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.schema import Type
from sourcebook.render.components.notes import resolve_links
from sourcebook.render.markup import front_matter, isolated, link, plain
from sourcebook.render.pages import ARTICLE_INDEX, HOME, OPEN_QUESTIONS, Page, entity_uri, index_uri
from sourcebook.render.words import article_link, author_words, count_of, date_words

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
    parts = [top, _whom(kb), _holds(kb), _cards(kb), _latest(kb), _open(kb)]
    return Page(uri=HOME, title=title, markdown=meta + "\n\n".join(part for part in parts if part) + "\n")


def _whom(kb: KnowledgeBase) -> str:
    held = [each for each in kb.articles.values() if each.text is not None]
    if not held:
        return "There is no article yet. Add the first with `sourcebook ingest`."
    authors = list(dict.fromkeys(f"{author_words(kb, each, HOME)} ({plain(each.genre)})" for each in held))
    shown = ", ".join(authors[:BEST]) + (f" and {len(authors) - BEST} more" if len(authors) > BEST else "")
    return (
        f'<p class="sb-whom">The statements on these pages are those of the sources, not of the editors. Quoted here: {shown}. '
        "Each fact shows the exact words it rests on, who says them, and how they are put.</p>"
    )


def _holds(kb: KnowledgeBase) -> str:
    facts = sum(1 for _ in kb.facts())
    numbers = [(len(kb.entities), "entities", ""), (facts, "facts", ""), (len(kb.articles), "sources", ARTICLE_INDEX)]
    cells = "".join(f"<li><strong>{number:,}</strong> {link(word, uri, HOME) if uri else word}</li>" for number, word, uri in numbers)
    return f'<ul class="sb-numbers">{cells}</ul>'


def _cards(kb: KnowledgeBase) -> str:
    cards = [_card(kb, each) for each in kb.schema.types.values() if kb.of_type(each.name)]
    return f'## Where to start\n\n<div class="sb-cards">{"".join(cards)}</div>' if cards else ""


def _card(kb: KnowledgeBase, kind: Type) -> str:
    entities = sorted(
        kb.of_type(kind.name), key=lambda one: (-(len(one.facts) + len(kb.facts_naming(one.id)) + len(kb.facts_beside(one.id))), one.name)
    )
    items = "".join(f"<li>{link(isolated(each.name), entity_uri(kb, each), HOME)}</li>" for each in entities[:BEST])
    head = link(plain(kind.plural_label), index_uri(kind.plural), HOME)
    return f'<section class="sb-card sb-{kind.name}"><h3>{head} <small>{len(entities)}</small></h3><ul>{items}</ul></section>'


def _latest(kb: KnowledgeBase) -> str:
    held = sorted(
        (each for each in kb.articles.values() if each.text is not None),
        key=lambda one: (one.issued.latest if one.issued else (0, 0, 0), one.id),
        reverse=True,
    )
    if not held:
        return ""
    items = "".join(
        f"<li>{article_link(each, HOME)}{f', {author_words(kb, each, HOME)}' if each.author else ''}{f', {date_words(each.issued)}' if each.issued else ''}</li>"
        for each in held[:LATEST]
    )
    return f"## Latest articles\n\n<ul>{items}</ul>"


def _open(kb: KnowledgeBase) -> str:
    return f"## Open questions\n\n{link('What is unreviewed, unclear or in dispute', OPEN_QUESTIONS, HOME)}: {count_of(len(kb.articles), 'source')} leave gaps, and this site says so."
