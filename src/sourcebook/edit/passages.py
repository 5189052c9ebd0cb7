"""Whether words stand in an article, and if not, which ones there are closest: with their places, ready to copy."""

import shlex
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz, process

from sourcebook.model.articles import Article
from sourcebook.text import (
    JOINER,
    MINIMUM_QUOTE,
    count_quote,
    find_quote,
    fold_words,
    fragments,
    is_too_short,
    nearest,
    quote_length,
    with_joiners,
)

_LIKE = 60
"""Of 100: how much a passage must be like the words to be shown."""
NEARLY = 0.9
"""How much a passage must be like a quote to be what was meant: a few letters or a word differ."""
MOST = 3
SHOWN = 0.75
"""How much a stretch of words must be like a quote to be shown rather than its whole sentence."""
LONGEST = 1000
"""Code points of a quote that are compared."""


def complaint(quote: str, article: Article) -> str:
    """Why the quote cannot be cited from the article, with what to write instead; "" if it can."""
    if article.text is None:
        return f"The text of `{article.id}` is not held: say with --locator where the words stand"
    if is_too_short(quote):
        return f"A quote of fewer than {MINIMUM_QUOTE} letters proves nothing: quote the whole statement"
    number = count_quote(quote, article.text)
    if number > 1:
        return "\n".join(
            [f"These words stand in `{article.id}` more than once: lengthen the quote", *_offers(article, longer(quote, article))]
        )
    if number:
        return ""
    if count_quote(joined := with_joiners(quote), article.text) == 1:
        return f"These words do not stand in `{article.id}`. Write {JOINER} for words that are left out:\n    --quote {shlex.quote(joined)}"
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
    part = max(fragments(quote), key=len, default="")[:LONGEST]
    sentences = [(each.start, each.end) for each in article.sentences]
    folded = [fold_words(text[start:end]) for start, end in sentences]
    alike = process.extract(part, folded, scorer=fuzz.partial_ratio, processor=str.casefold, score_cutoff=_LIKE, limit=12)
    ranked = sorted(alike, key=lambda one: (-fuzz.ratio(part.casefold(), one[0].casefold()) - one[1] * 2, one[2]))
    best = _passage(part, article)
    found = [best[0]] if best and best[1] >= SHOWN and count_quote(best[0][1], text) == 1 else []
    for _, _, index in ranked:
        start, end = sentences[index]
        whole = " ".join(text[start:end].split())
        if not any(start <= at < end for at, _ in found) and count_quote(whole, text) == 1:
            found.append((start, whole))
    return found[:MOST]


def likeness(quote: str, article: Article) -> float:
    """How much the passage that is most like the quote is like it (0 to 1)."""
    found = _passage(max(fragments(quote), key=len, default=""), article)
    return found[1] if found else 0


def nearly(quote: str, article: Article) -> tuple[int, str] | None:
    """The one passage that differs from the quote in a few letters; None if there is none, or another as near."""
    text = article.text or ""
    parts = fragments(quote)
    if len(parts) != 1 or quote_length(quote) < 12 or len(parts[0]) > LONGEST:
        return None
    first = _passage(parts[0], article)
    if first is None or first[1] < NEARLY or count_quote(first[0][1], text) != 1:
        return None
    begin = first[0][0]
    finish = find_quote(first[0][1], text)[-1][1]
    without = replace(article, text=text[:begin] + "\n" * (finish - begin) + text[finish:])
    second = _passage(parts[0], without)
    return None if second and second[1] >= first[1] - 0.05 else first[0]


def _passage(part: str, article: Article) -> tuple[tuple[int, str], float] | None:
    """The stretch of whole words most like a fragment: where it begins, its words, and how like it is (0 to 1)."""
    text = article.text or ""
    found = nearest(part[:LONGEST], text, like=_LIKE)
    if found is None:
        return None
    (start, end), likeness = found
    return (start, " ".join(text[start:end].split())), likeness


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
