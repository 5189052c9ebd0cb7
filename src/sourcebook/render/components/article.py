"""The page of an article: its words, whom and what they name, and which facts rest on them."""

import bisect
import re
from collections.abc import Iterator
from itertools import takewhile

from sourcebook.model.articles import Article
from sourcebook.model.knowledge import CitedFact, KnowledgeBase
from sourcebook.model.spans import Mention, Span
from sourcebook.render.components.entity import edit_link
from sourcebook.render.components.facts import marked_sentence
from sourcebook.render.interface import count, say
from sourcebook.render.linked_data import article_data
from sourcebook.render.markup import direction, front_matter, isolated, link, outside, plain, plain_inside
from sourcebook.render.pages import ARTICLE_INDEX, LISTED, Page, article_uri, entity_uri, part_uri
from sourcebook.render.words import STANCES, author_words, crumbs, date_words, label_words, pager, speaker_words
from sourcebook.text import heading_marks

_RULE = re.compile(r"(?:[*_-]\s*){3,}\Z")
_ENDS = (".", "!", "?", "…", "”", '"', ":", ";", ",")
_LONGEST_HEADING = 90


def article_page(kb: KnowledgeBase, article: Article, part: int = 1) -> Page:
    """The text with every mention linked, and the facts that each sentence supports; of a long one, a part."""
    first = article_uri(article)
    base = part_uri(first, part)
    cited = kb.facts_from(article.id)
    ways = pager(kb, first, part, len(article.stretches))
    title = article.name if part == 1 else f"{article.name} ({part})"
    number = "" if part == 1 else f" ({part})"
    parts = [
        f"{crumbs(base, ('Articles', ARTICLE_INDEX), kb)}# {isolated(article.name)}{number} {{: data-sb-article={article.id} }}\n\n",
        _record(kb, article, base, cited) if part == 1 else "",
        ways,
        _toggles(kb, article),
        _text(kb, article, base, cited, part) if article.text is not None else _without_text(kb, article),
        pager(kb, first, part, len(article.stretches), again=True),
        _facts(kb, base, cited) if part == 1 else "",
        _unused(kb, article, cited, part),
        edit_link(kb, article.path),
        article_data(kb, article) if part == 1 else "",
    ]
    summary = f"{article.name}: the text with its sources, the people and places it names, and the facts it supports"
    meta = front_matter(title=title, description=summary, hide='["navigation"]')
    return Page(uri=base, title=title, markdown=meta + "\n".join(each for each in parts if each), source=article.path)


def _numbers(article: Article, part: int) -> range:
    """The numbers of the sentences that a part shows."""
    firsts = (*article.stretches, len(article.sentences) + 1)
    return range(firsts[part - 1], firsts[part])


def _record(kb: KnowledgeBase, article: Article, base: str, cited: tuple[CitedFact, ...]) -> str:
    rows = [("Author", author_words(kb, article, base) if article.author else ""), ("Kind of text", label_words(kb, article.genre))]
    rows += [
        ("Publisher", plain(article.publisher)),
        ("Date", date_words(kb, article.issued) if article.issued else f"<em>{say(kb, 'not stated')}</em>"),
    ]
    rows += [
        ("Language", plain(article.language)),
        ("Licence", plain(article.license)),
        ("Address", outside(plain(article.url), article.url)),
    ]
    rows += [("Supports", count(kb, len({(each.fact.subject, each.fact.id) for each in cited}), "{n} fact", "{n} facts"))]
    body = "".join(f'<tr><th scope="row">{say(kb, label)}</th><td>{value}</td></tr>' for label, value in rows if value)
    caption = say(kb, "The record")
    return f'<div class="sb-infobox" data-search-exclude><table class="sb-rows"><caption>{caption}</caption><tbody>{body}</tbody></table></div>\n\n'


def _toggles(kb: KnowledgeBase, article: Article) -> str:
    """A switch for each type of entity that the text names; the style sheet does the rest."""
    named = {kb.entities[each].type for each in kb.mentioned_by(article.id).entities}
    switches = "".join(
        f'<label class="sb-toggle sb-{each.name}"><input type="checkbox" checked data-sb-type="{each.name}"> {label_words(kb, each.plural_label)}</label>'
        for each in kb.schema.types.values()
        if each.name in named
    )
    label = say(kb, "Show in the text")
    return f'<fieldset class="sb-toggles" data-search-exclude><legend>{label}</legend>{switches}</fieldset>\n\n' if switches else ""


def _without_text(kb: KnowledgeBase, article: Article) -> str:
    where = f" {say(kb, 'It can be read at {address}.', address=outside(plain(article.url), article.url))}" if article.url else ""
    return f"<p>{say(kb, 'The text of this source is not held here; facts cite it by page, section or record number.')}{where}</p>\n\n"


def _text(kb: KnowledgeBase, article: Article, base: str, cited: tuple[CitedFact, ...], part: int) -> str:
    """The words of the article or of a part of it, all of them and in order, as one HTML block."""
    shown = _numbers(article, part)
    supported = _by_sentence(article, cited)
    mentions = list(kb.mentions(article.id))
    numbers = {each.start: number for number, each in enumerate(article.sentences, 1)}
    blocks = []
    # What stands between the paragraphs is of the site, and so in its language and direction.
    language = f' lang="{plain(article.language)}"' if article.language else ""
    own = f'{language} dir="{direction(article.text or "")}"'
    for block in article.blocks:
        first = bisect.bisect_left(article.sentences, block.start, key=lambda one: one.start)
        if first + 1 not in shown:
            continue
        inside = list(takewhile(block.contains, article.sentences[first:]))
        words = " ".join(_sentence(kb, article, span, numbers[span.start], mentions, base) for span in inside)
        margin = [row for span in inside for row in supported.get(numbers[span.start], ())]
        facts = "".join(_margin(kb, number, each, base) for number, each in margin)
        aside = (
            f'<details class="sb-margin"><summary>{count(kb, len(margin), "{n} fact", "{n} facts")}</summary><ul>{facts}</ul></details>'
            if margin
            else ""
        )
        blocks.append(f"{_wrapped(block.of(article.text or ''), words, own)}{aside}")
    return f'<div class="sb-article">{"".join(blocks)}</div>\n\n'


def _said(span: Span, text: str) -> str:
    words = span.of(text)
    return words[len(heading_marks(words)) :]


def _wrapped(raw: str, words: str, own: str) -> str:
    if _RULE.match(raw):
        return f'<p class="sb-rule">{words}</p>'
    if heading_marks(raw) or (len(raw) <= _LONGEST_HEADING and not raw.endswith(_ENDS) and raw[:1].isupper()):
        return f'<h2 class="sb-heading"{own}>{words}</h2>'
    return f"<p{own}>{words}</p>"


def _sentence(kb: KnowledgeBase, article: Article, span: Span, number: int, mentions: list[Mention], base: str) -> str:
    text, parts = article.text or "", []
    at = span.start + len(heading_marks(span.of(text)))
    first = bisect.bisect_left(mentions, span.start, key=_start)
    for each in mentions[first : bisect.bisect_left(mentions, span.end, key=_start)]:
        if not span.contains(each.span) or each.span.start < at:
            continue
        entity = kb.entities[each.entity]
        words = plain_inside(each.span.of(text))
        parts += [plain_inside(text[at : each.span.start]), link(words, entity_uri(kb, entity), base, kind=f"sb-link sb-{entity.type}")]
        at = each.span.end
    return f'<span id="s{number}" class="sb-sentence">{"".join(parts)}{plain_inside(text[at : span.end])}</span>'


def _start(mention: Mention) -> int:
    return mention.span.start


def _by_sentence(article: Article, cited: tuple[CitedFact, ...]) -> dict[int, list[tuple[int, CitedFact]]]:
    found: dict[int, list[tuple[int, CitedFact]]] = {}
    for each in cited:
        if each.spans:
            number = article.sentence_at(each.spans[0].start)
            found.setdefault(number, []).append((number, each))
    return found


def _margin(kb: KnowledgeBase, number: int, each: CitedFact, base: str) -> str:
    return f'<li><a href="#s{number}">{say(kb, "Sentence {n}", n=number)}</a>: {marked_sentence(kb, each.fact, base)}</li>'


def _facts(kb: KnowledgeBase, base: str, cited: tuple[CitedFact, ...]) -> str:
    rows = list(_fact_rows(kb, base, cited))
    return f'## {say(kb, "Facts that rest on this source")}\n\n<ol class="sb-supports">{"".join(rows)}</ol>\n' if rows else ""


def _fact_rows(kb: KnowledgeBase, base: str, cited: tuple[CitedFact, ...]) -> Iterator[str]:
    # Those that rest on words of the text stand beside it.
    for each in [one for one in cited if not one.spans][:LISTED]:
        said = f"{speaker_words(kb, each.citation, base)}: {say(kb, STANCES[each.citation.stance])}"
        yield f'<li>{marked_sentence(kb, each.fact, base)} <span class="sb-says">{said}</span></li>'


def _unused(kb: KnowledgeBase, article: Article, cited: tuple[CitedFact, ...], part: int) -> str:
    """The sentences on which no fact rests yet."""
    used: set[int] = set()
    for span in {span for each in cited for span in each.spans}:
        used.update(range(article.sentence_at(span.start), article.sentence_at(span.end - 1) + 1))
    shown = _numbers(article, part)
    rest = [(number, each) for number, each in enumerate(article.sentences, 1) if number not in used and number in shown]
    if not rest or not article.text:
        return ""
    items = "".join(
        f'<li data-sb-unused><a href="#s{number}">{say(kb, "Sentence {n}", n=number)}</a>: <span dir="auto">{plain_inside(_said(each, article.text))}</span></li>'
        for number, each in rest
    )
    words = count(kb, len(rest), "{n} sentence on which no fact rests", "{n} sentences on which no fact rests")
    return f"## {say(kb, 'Sentences that no fact uses')}\n\n<details data-search-exclude><summary>{words}</summary><ul>{items}</ul></details>\n\n"
