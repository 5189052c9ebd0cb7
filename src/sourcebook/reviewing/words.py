"""A proposal in words, and the passage of the article that it rests on. All of it is plain text."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.spans import Span
from sourcebook.render.markup import isolated
from sourcebook.render.pages import HOME
from sourcebook.render.words import attribution, label_words, qualifier_words, value_words
from sourcebook.reviewing.proposals import Proposal

LONGEST = 400
"""Code points of a passage between two parts of a quote that are shown in full."""
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences that hold the quoted words, with their neighbours.

    Attributes:
        before, after: the sentences beside it, or "".
        parts: the passage cut at the words quoted: each part, and whether it is quoted.
    """

    before: str
    parts: tuple[tuple[str, bool], ...]
    after: str


def in_words(kb: KnowledgeBase, proposal: Proposal) -> str:
    """What is proposed, on one line."""
    if proposal.fact is None:
        return _entity(kb, proposal.entity)
    fact = proposal.fact
    details = qualifier_words(kb, fact, HOME)
    said = (isolated(proposal.entity.name), label_words(kb, kb.schema.properties[fact.property].label), value_words(kb, fact.value, HOME))
    return _text(" – ".join(said) + (f" ({details})" if details else ""))


def how_said(kb: KnowledgeBase, proposal: Proposal) -> tuple[str, ...]:
    """Who says it, in what kind of text and how, for each citation; with the locator where no words are held."""
    cited = proposal.fact.citations if proposal.fact else ()
    where = (f", {each.locator}" if each.locator else "" for each in cited)
    return tuple(_text(attribution(kb, each, HOME)) + more for each, more in zip(cited, where, strict=True))


def passage(kb: KnowledgeBase, proposal: Proposal) -> Passage | None:
    """The passage that a proposal rests on; None if its words are not held or not there."""
    article = kb.articles.get(proposal.article)
    if article is None or not article.text or not proposal.spans:
        return None
    first, last = article.sentence_at(proposal.spans[0].start), article.sentence_at(proposal.spans[-1].end - 1)
    sentences = article.sentences
    whole = Span(sentences[first - 1].start, sentences[last - 1].end)
    quoted = proposal.spans if proposal.fact else _named(article.text, whole, proposal.entity) or proposal.spans
    return Passage(
        before=_spaced(sentences[first - 2].of(article.text)) if first > 1 else "",
        parts=tuple(_parts(article, whole, quoted)),
        after=_spaced(sentences[last].of(article.text)) if last < len(sentences) else "",
    )


def sentence_of(kb: KnowledgeBase, proposal: Proposal) -> tuple[str, int] | None:
    """The article and the number of the sentence that a proposal rests on."""
    article = kb.articles.get(proposal.article)
    return (article.id, article.sentence_at(proposal.spans[0].start)) if article and proposal.spans else None


def _named(text: str, whole: Span, entity: Entity) -> tuple[Span, ...]:
    """Where the longest name of an entity stands in a passage first."""
    for name in sorted({entity.name, *(each.text for each in entity.aliases), *entity.mentioned_as}, key=len, reverse=True):
        start = text.find(name, whole.start, whole.end)
        if start >= 0:
            return (Span(start, start + len(name)),)
    return ()


def _parts(article: Article, whole: Span, quoted: tuple[Span, ...]) -> Iterator[tuple[str, bool]]:
    text, at = article.text or "", whole.start
    for span in (*quoted, None):
        start = span.start if span else whole.end
        between = _spaced(text[at:start])
        if len(between) > LONGEST:
            between = f"{between[: LONGEST // 2].rsplit(' ', 1)[0]} … {between[-LONGEST // 2 :].split(' ', 1)[-1]}"
        if between:
            yield between, False
        if span:
            yield _spaced(span.of(text)), True
            at = span.end


def _entity(kb: KnowledgeBase, entity: Entity) -> str:
    kind = kb.schema.types[entity.type].label.lower()
    said = [
        *(f"also {each.text}" for each in entity.aliases),
        *(f"referred to as {each}" for each in entity.mentioned_as),
        *(each for each in (entity.kind, entity.when.words if entity.when else "", *entity.same_as) if each),
    ]
    return f"New {kind}: {entity.name}" + (f" ({'; '.join(said)})" if said else "")


def _spaced(text: str) -> str:
    """Text with single spaces; those at its ends stay, for more of the line may stand beside it."""
    return re.sub(r"\s+", " ", text)


def _text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", markup)).split())
