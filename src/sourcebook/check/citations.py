"""The promise: the words that a fact cites stand in the article, once."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from sourcebook.diagnostics import Diagnostic
from sourcebook.model.articles import Article
from sourcebook.model.facts import Citation, Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.suggest import did_you_mean
from sourcebook.text import JOINER, MINIMUM_QUOTE, count_quote, fold, fragments, is_too_short, name_of, nearest, with_joiners

_SHOWN = 200
_COMPARED = 500
"""Code points of a quote that are compared."""
_LIKE = 50
"""Of 100: how much words must be like a quote to be shown."""
_NO_ARTICLE = "Add it with `sourcebook ingest`, or as a record with `text: none`; if it was taken out, its facts go too."


def sources_known(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:
    """Sources that are not there."""
    for each in _citations(entities):
        if each.source not in kb.articles:
            # The name of its file, or its path.
            stem = each.source.rpartition("/")[2].removesuffix(".md")
            hint = did_you_mean(each.source, kb.articles) or did_you_mean(stem, kb.articles) or _NO_ARTICLE
            message = f"No article has the id `{each.source[:60]}`"
            yield Diagnostic(code="unknown-source", message=message, place=each.place, help=hint, missing=each.source)


def quotes_found(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:
    """Quotes that are not there, are there twice, or say too little to be found."""
    for each in _citations(entities):
        article = kb.articles.get(each.source)
        if article is None or article.text is None or not each.quote:
            continue
        if is_too_short(each.quote):
            hint = "Quote the whole statement."
            yield Diagnostic(
                code="quote-too-short",
                message=f"A quote of fewer than {MINIMUM_QUOTE} letters proves nothing",
                place=each.quote_place,
                help=hint,
            )
            continue
        number = kb.readings(each)
        if number == 0:
            message = f"These words do not stand in `{article.id}`"
            yield Diagnostic(code="quote-not-found", message=message, place=each.quote_place, help=_closest(each.quote, article))
        elif number > 1:
            message = f"These words stand in `{article.id}` more than once"
            yield Diagnostic(code="quote-ambiguous", message=message, place=each.quote_place, help=_where(each.quote, article))


def _citations(entities: Iterable[Entity]) -> Iterator[Citation]:
    return chain.from_iterable(each.every_citation() for each in entities)


def _closest(quote: str, article: Article) -> str:
    """The passage most like the fragment that is missing."""
    text = fold(article.text or "").text
    missing = next((part for part in fragments(quote) if part not in text), None)
    if missing is None:
        return "The fragments stand there, but not in this order: put them in the order of the text."
    if count_quote(with_joiners(quote), article.text or ""):
        return f"Write {JOINER}, with the brackets, for words that are left out."
    words, text = missing[:_COMPARED], article.text or ""
    found = nearest(words, text, like=_LIKE)
    if found is None:
        return "Nothing like it stands there: check the source, or copy the words from the article."
    (start, end), _ = found
    passage = " ".join(text[start:end].split())
    unlike = _looks_alike(words, fold(passage).text)
    return f"The closest words there: {passage[:_SHOWN]}{'…' if len(passage) > _SHOWN else ''}{unlike}"


def _looks_alike(words: str, passage: str) -> str:
    """What in words is another character than readers see: one that shows nothing, or a letter of another script."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    for edit in Levenshtein.editops(words, passage):
        sign = words[edit.src_pos] if edit.tag != "insert" else ""
        if sign.isascii():
            continue
        code, there = name_of(sign), passage[edit.dest_pos : edit.dest_pos + 1]
        if unicodedata.category(sign) == "Cf":
            return f" (the quote holds {code}, which shows nothing)"
        if edit.tag == "replace" and there.isascii() and unicodedata.normalize("NFD", sign)[0] == sign:
            return f" (the quote has {code} for `{there}`)"
    return ""


def _where(quote: str, article: Article) -> str:
    text = fold(article.text or "").text
    part = fragments(quote)[0]
    first = text.find(part)
    second = text.find(part, first + 1)
    around = [f"“…{text[max(0, at - 25) : at + len(part) + 25][:_SHOWN]}…”" for at in (first, second) if at >= 0]
    return f"Lengthen the quote until it is the only one: {' and '.join(around)}"


def articles_unchanged(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Texts that are not those whose fingerprint the record holds."""
    for article in kb.articles.values():
        if article.text is None:
            continue
        now = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        if not article.sha256:
            if "sha256" not in article.places:
                yield Diagnostic(
                    code="missing-key",
                    message="The record has no `sha256` of the text",
                    place=article.place(""),
                    help=f"Add `sha256: {now}`.",
                )
        elif article.sha256 != now:
            hint = (
                f"Restore the text from git. If it was corrected on purpose, run `sourcebook ingest {article.path}`, which renews what nobody "
                f"reviewed, mend the quotes that are left, and write `sha256: {now}`."
            )
            yield Diagnostic(
                code="source-changed",
                message="The text is not the one that was cited: it has another fingerprint",
                place=article.place("sha256"),
                help=hint,
            )
