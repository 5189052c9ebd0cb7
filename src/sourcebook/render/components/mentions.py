"""Where articles name the entity, sentence by sentence."""

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.spans import Span
from sourcebook.render.interface import count, say
from sourcebook.render.markup import link, plain_inside
from sourcebook.render.pages import article_uri
from sourcebook.render.words import article_link

SHOWN, MOST = 12, 200
"""Sentences of an article that are in sight, and that are on the page at all."""


def mentions(kb: KnowledgeBase, entity: Entity, base: str) -> str:
    """The sentences that name the entity, by article, with the words marked; Markdown."""
    found = kb.mentioned_in(entity.id)
    if not found:
        return ""
    parts = [f"<h3>{article_link(article, base)}</h3>{_sentences(kb, article, spans, base)}" for article, spans in found]
    return f'## {say(kb, "Mentioned in")}\n\n<div class="sb-mentions" data-search-exclude>{"".join(parts)}</div>\n\n'


def _sentences(kb: KnowledgeBase, article: Article, spans: tuple[Span, ...], base: str) -> str:
    by_sentence: dict[int, list[Span]] = {}
    for span in spans:
        by_sentence.setdefault(article.sentence_at(span.start), []).append(span)
    items = [
        f"<li>{marked(article, number, each)} {_jump(kb, article, number, base)}</li>" for number, each in list(by_sentence.items())[:MOST]
    ]
    listed = f'<ul class="sb-sentences">{"".join(items[:SHOWN])}</ul>'
    if len(items) > SHOWN:
        rest = count(kb, len(items) - SHOWN, "{n} more sentence", "{n} more sentences")
        listed += f'<details><summary>{rest}</summary><ul class="sb-sentences">{"".join(items[SHOWN:])}</ul></details>'
    if len(by_sentence) > MOST:
        listed += f"<p>{count(kb, len(by_sentence) - MOST, '{n} more sentence of the article', '{n} more sentences of the article')}</p>"
    return listed


def _jump(kb: KnowledgeBase, article: Article, number: int, base: str) -> str:
    return link(say(kb, "Show in the article"), article_uri(article), base, anchor=f"s{number}", kind="sb-show")


def marked(article: Article, number: int, spans: list[Span]) -> str:
    """A sentence as HTML with the given words marked."""
    text, sentence = article.text or "", article.sentences[number - 1]
    parts, at = [], sentence.start
    for span in spans:
        start, end = max(span.start, at), min(span.end, sentence.end)
        if start < end:
            parts += [plain_inside(text[at:start]), f"<mark>{plain_inside(text[start:end])}</mark>"]
            at = end
    return "".join([*parts, plain_inside(text[at : sentence.end])])
