"""Whether words stand in an article, and if not, which ones there are closest: with their places, ready to copy."""

import shlex
from collections.abc import Iterator

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from sourcebook.model.articles import Article
from sourcebook.text import MINIMUM_QUOTE, count_quote, find_quote, fold, fold_words, fragments, quote_length

_LIKE = 60
"""Of 100: how much a passage must be like the words to be shown."""
NEARLY = 0.9
"""How much a passage must be like a quote to be what was meant: a few letters or a word differ."""
MOST = 3


def complaint(quote: str, article: Article) -> str:
    """Why the quote cannot be cited from the article, with what to write instead; "" if it can."""
    if article.text is None:
        return f"The text of `{article.id}` is not held: say with --locator where the words stand"
    if quote_length(quote) < MINIMUM_QUOTE:
        return f"A quote of fewer than {MINIMUM_QUOTE} letters proves nothing: quote the whole statement"
    number = count_quote(quote, article.text)
    if number > 1:
        return "\n".join(
            [f"These words stand in `{article.id}` more than once: lengthen the quote", *_offers(article, longer(quote, article))]
        )
    if number:
        return ""
    near = closest(quote, article)
    if not near:
        return f"These words do not stand in `{article.id}`, and nothing like them: check the source"
    return "\n".join([f"These words do not stand in `{article.id}`. The closest there:", *_offers(article, near)])


def _offers(article: Article, found: list[tuple[int, str]]) -> Iterator[str]:
    for at, words in found:
        yield f"  {place(article, at)}"
        yield f"    --quote {shlex.quote(words)}"


def place(article: Article, at: int) -> str:
    """`path:line:column` of a position in the article's text."""
    text = article.text or ""
    start = text.rfind("\n", 0, at) + 1
    return f"{article.path}:{article.body_line + text.count(chr(10), 0, at)}:{at - start + 1}"


def closest(quote: str, article: Article) -> list[tuple[int, str]]:
    """At most three passages like the quote that can be cited: where each begins, and its words. The closest first."""
    text = article.text or ""
    part = max(fragments(quote), key=len, default="")[:1000]
    sentences = [(each.start, each.end) for each in article.sentences]
    folded = [fold_words(text[start:end]) for start, end in sentences]
    alike = process.extract(part, folded, scorer=fuzz.partial_ratio, processor=str.casefold, score_cutoff=_LIKE, limit=12)
    ranked = sorted(alike, key=lambda one: (-fuzz.ratio(part.casefold(), one[0].casefold()) - one[1] * 2, one[2]))
    exact = nearly(quote, article)
    found = [exact] if exact else []
    for _, _, index in ranked:
        start, end = sentences[index]
        whole = " ".join(text[start:end].split())
        if not any(start <= at < end for at, _ in found) and count_quote(whole, text) == 1:
            found.append((start, whole))
    return found[:MOST]


def nearly(quote: str, article: Article) -> tuple[int, str] | None:
    """The one passage that differs from the quote in a few letters or a word; None if there is none, or another as near."""
    text = article.text or ""
    parts = fragments(quote)
    if len(parts) != 1 or quote_length(quote) < 12:
        return None
    folded = fold(text)
    first = _alike(parts[0], folded.text)
    if first is None:
        return None
    start, end, likeness = first
    rest = folded.text[:start] + "\0" * (end - start) + folded.text[end:]
    second = _alike(parts[0], rest)
    if likeness < NEARLY or (second and second[2] >= likeness - 0.05):
        return None
    begin, finish = folded.origin(start), folded.origin(end - 1) + 1
    words = " ".join(text[begin:finish].split())
    return (begin, words) if count_quote(words, text) == 1 else None


def _alike(part: str, text: str) -> tuple[int, int, float] | None:
    """The stretch of whole words most like a fragment, and how much (0 to 1)."""
    found = fuzz.partial_ratio_alignment(part[:1000], text, score_cutoff=_LIKE)
    if found is None or found.dest_end <= found.dest_start:
        return None
    pairs = [(a, b) for a in _edges(text, found.dest_start) for b in _edges(text, found.dest_end) if a < b]
    # The shorter one of two that are equally like.
    best = max(pairs, key=lambda one: (Indel.normalized_similarity(part, text[one[0] : one[1]]), one[0] - one[1]), default=None)
    return (*best, Indel.normalized_similarity(part, text[best[0] : best[1]])) if best else None


def _edges(text: str, at: int) -> list[int]:
    """The edges of words near a position."""
    low, high = max(0, at - 40), min(len(text), at + 40)
    return [
        each
        for each in range(low, high + 1)
        if each in {0, len(text)}
        or (text[each - 1].isalnum() != text[each].isalnum())
        or (not text[each].isspace() and text[each - 1].isspace())
    ]


def longer(quote: str, article: Article) -> list[tuple[int, str]]:
    """For the first places of words that stand there more than once: the sentence around, if it stands there once."""
    text = article.text or ""
    found: list[tuple[int, str]] = []
    sentences = article.sentences
    for number, each in enumerate(sentences):
        if len(found) == MOST:
            break
        if not count_quote(quote, each.of(text)):
            continue
        # Two sentences that are the same are told apart by what stands beside them.
        for first, last in ((number, number), (number, number + 1), (number - 1, number)):
            if first < 0 or last >= len(sentences):
                continue
            words = " ".join(text[sentences[first].start : sentences[last].end].split())
            if count_quote(words, text) == 1:
                found.append((sentences[first].start, words))
                break
    if not found:
        spans = find_quote(quote, text)
        found = [(spans[0][0], " ".join(text[spans[0][0] : spans[0][1] + 80].split()))] if spans else []
    return found
