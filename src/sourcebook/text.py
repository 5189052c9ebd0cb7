"""Texts as sequences of code points: blocks, sentences, and where quoted words stand.

Matching folds only what typography changes: Unicode NFC, white space,
typographic quotes, dashes and the ellipsis. Everything else must be verbatim.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

JOINER = "[...]"
MINIMUM_QUOTE = 3
"""A quote has at least so many letters or digits."""

_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "\u00ad": "",
    "\u200b": "",
    "\ufeff": "",
}
_SPACE = re.compile(r"\s+")
_PLAIN = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*\Z")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable, with the way back.

    `origin[i]` is the code point of the original that made the folded one `i`;
    one more entry holds the original's length.
    """

    text: str
    origin: tuple[int, ...]


@lru_cache(maxsize=64)
def fold(text: str) -> Folded:
    r"""The text with white space as single spaces, plain quotes and dashes, in NFC.

    >>> fold("“Two\n  words” –").text
    '"Two words" -'
    """
    out: list[str] = []
    origin: list[int] = []
    spaced = True
    for start, end in _clusters(text):
        cluster = text[start:end]
        if cluster.isspace():
            if not spaced:
                out.append(" ")
                origin.append(start)
            spaced = True
            continue
        for letter in unicodedata.normalize("NFC", cluster):
            for plain in _TYPOGRAPHY.get(letter, letter):
                out.append(plain)
                origin.append(start)
                spaced = False
    while out and out[-1] == " ":
        out.pop()
        origin.pop()
    return Folded("".join(out), (*origin, len(text)))


def fold_words(text: str) -> str:
    """Only the folded text, without the way back."""
    return text if _PLAIN.match(text) else fold(text).text


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with the combining marks after it."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not unicodedata.combining(text[index]):
            yield start, index
            start = index


def fragments(quote: str) -> tuple[str, ...]:
    """The folded fragments of a quote, in order.

    >>> fragments("one two [...] four")
    ('one two', 'four')
    """
    parts = (fold(part).text for part in quote.replace("[…]", JOINER).split(JOINER))
    return tuple(part for part in parts if part)


def find_quote(quote: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the fragments of a quote stand in a text, as (start, end) pairs, at most two readings.

    Returns the pairs of the first reading; an empty tuple if the words are not
    there. See `count_quote` for how many readings there are.
    """
    return next(_readings(quote, text), ())


def count_quote(quote: str, text: str) -> int:
    """How often a quote can be found in a text: 0, 1, or 2 for "more than once"."""
    return sum(1 for _, _ in zip(_readings(quote, text), range(2), strict=False))


def _readings(quote: str, text: str) -> Iterator[tuple[tuple[int, int], ...]]:
    parts = fragments(quote)
    if not parts:
        return
    folded = fold(text)
    start = _find(parts[0], folded.text, 0)
    while start >= 0:
        spans, at = [], start
        for part in parts:
            at = _find(part, folded.text, at)
            if at < 0:
                return
            last = folded.origin[at + len(part) - 1]
            spans.append((folded.origin[at], _cluster_end(text, last)))
            at += len(part)
        yield tuple(spans)
        start = _find(parts[0], folded.text, start + 1)


def _find(part: str, text: str, start: int) -> int:
    """The next place of a fragment that does not begin or end inside a word."""
    at = text.find(part, start)
    while at >= 0:
        end = at + len(part)
        inside = (at > 0 and text[at - 1].isalnum() and part[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and part[-1].isalnum()
        )
        if not inside:
            return at
        at = text.find(part, at + 1)
    return -1


def _cluster_end(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def quote_length(quote: str) -> int:
    """How many letters and digits a quote has."""
    return sum(letter.isalnum() for letter in quote.replace(JOINER, ""))


_BLOCK = re.compile(r"[^\n]*[^\s][^\n]*")
_ENDS_SENTENCE = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\sa-z])|[。！？]")
_ABBREVIATION = re.compile(
    r"(?<![^\s(\"“])(?:[A-Z]\.)*(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Sgt|Capt|Gov|Sen|Rep|Hon|Rev|Jr|Sr|vs|cf|No|Nos|Vol|pp|p|Art|Fig"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|U\.S|U\.K|U\.N|e\.g|i\.e|a\.m|p\.m|approx|ca|est)\.\Z"
)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs, headings and list items of a text: its lines that are not blank, trimmed."""
    for found in _BLOCK.finditer(text):
        line = found[0]
        yield found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip())


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as (start, end); none crosses a line break.

    >>> [("U.S. forces left. “Why?” he asked. Mr. X knew.")[a:b] for a, b in sentences("U.S. forces left. “Why?” he asked. Mr. X knew.")]
    ['U.S. forces left.', '“Why?” he asked.', 'Mr. X knew.']
    """
    for start, end in blocks(text):
        begin = start
        for found in _ENDS_SENTENCE.finditer(text, start, end):
            if found[0] == "." and _ABBREVIATION.search(text, max(begin, found.end() - 12), found.end()):
                continue
            yield begin, found.end()
            begin = found.end()
            while begin < end and text[begin].isspace():
                begin += 1
        if begin < end:
            yield begin, end
