"""Where articles name the entity, sentence by sentence."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.spans import Span
from sourcebook.render.interface import count, say
from sourcebook.render.markup import link, plain, plain_inside
from sourcebook.render.pages import HUBS, part_of, sentence_uri
from sourcebook.render.words import article_link

SHOWN = 12
"""Sentences of an article that are in sight at once."""
Sentence = tuple[Article, int, list[Span]]


def mentions(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    """The sentences that name the entity, by article, with the words marked; Markdown."""
    shown = ""
    for _, group in groupby(part_of(naming(kb, entity), part), key=lambda one: one[0].id):
        rows = list(group)
        shown += f"<h3>{article_link(rows[0][0], base)}</h3>{_sentences(kb, rows, base)}"
    return f'## {say(kb, "Mentioned in")}\n\n<div class="sb-mentions" data-search-exclude>{shown}</div>\n\n' if shown else ""


def naming(kb: KnowledgeBase, entity: Entity) -> Sequence[Sentence]:
    """The sentences that name the entity, each with its article, its number, and where the name stands."""
    return _naming(kb, entity.id)


@lru_cache(maxsize=HUBS)
def _naming(kb: KnowledgeBase, entity_id: str) -> Sequence[Sentence]:
    found: list[Sentence] = []
    for article, spans in kb.mentioned_in(entity_id):
        by_sentence: dict[int, list[Span]] = {}
        for span in spans:
            by_sentence.setdefault(article.sentence_at(span.start), []).append(span)
        found += [(article, number, each) for number, each in by_sentence.items()]
    return found


def _sentences(kb: KnowledgeBase, rows: Sequence[Sentence], base: str) -> str:
    items = [
        f"<li>{_isolated(article, marked(article, number, spans))} {_jump(kb, article, number, base)}</li>"
        for article, number, spans in rows
    ]
    listed = f'<ul class="sb-sentences">{"".join(items[:SHOWN])}</ul>'
    if len(items) > SHOWN:
        rest = count(kb, len(items) - SHOWN, "{n} more sentence", "{n} more sentences")
        listed += f'<details><summary>{rest}</summary><ul class="sb-sentences">{"".join(items[SHOWN:])}</ul></details>'
    return listed


def _isolated(article: Article, sentence: str) -> str:
    """A sentence in its own direction, whatever that of the page is."""
    language = f' lang="{plain(article.language)}"' if article.language else ""
    return f"<bdi{language}>{sentence}</bdi>"


def _jump(kb: KnowledgeBase, article: Article, number: int, base: str) -> str:
    return link(say(kb, "Show in the article"), sentence_uri(article, number), base, anchor=f"s{number}", kind="sb-show")


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
