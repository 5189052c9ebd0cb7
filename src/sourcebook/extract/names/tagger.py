"""Names that no rule is sure of: a conditional random field over the words, their shapes and the gazetteer.

The model is trained by `scripts/train_tagger.py`; see `tagger.md` for what on, and what it is worth. Linear-chain CRF:
Lafferty, McCallum and Pereira 2001; the engine is CRFsuite (Okazaki 2007).
"""

from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import compress, count
from typing import Any

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence, Token
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

LABELS = {"PER": "person", "LOC": "place", "ORG": "organization"}
AROUND = 3
"""Tokens on each side of an unexplained word that are read with it."""
LONGEST_ENTRY = 6
"""Tokens of a name that is looked up in the gazetteer."""
CUES = ("says", "someone", "business", "where")
"""Lists of words in small letters that stand beside names."""
MOST_LISTED = 50_000
"""Words that are remembered at most."""
_JOINING = words_of("of the and for in on to de la al el du da do dos des - ' ’ . & / , –")
"""What stands within names, besides capitalised words."""


@lru_cache(maxsize=1 << 15)
def _shape(word: str) -> str:
    """The word's form: "Xx" for "Paris", "X" for "UN", "9" for "2016"."""
    form = "".join("X" if each.isupper() else "x" if each.isalpha() else "9" if each.isdigit() else each for each in word)
    return re.sub(r"(.)\1+", r"\1", form)


def _flags(words: Sequence[str], capital: Sequence[bool], gazetteer: Gazetteer) -> list[tuple[bytes, ...]]:
    """What the lists say of each word."""
    flags: list[list[bytes]] = [[] for _ in words]
    for at in compress(count(), capital):
        last, stop = at + 1, min(len(words), at + LONGEST_ENTRY)
        while last < stop and (capital[last] or words[last] in _JOINING):
            last += 1
        for end in range(last, at, -1):
            entry = gazetteer.names.get(" ".join(words[at:end]))
            if entry:
                kind = f"{entry.type[0]}{entry.kind[:2]}{int(entry.sure)}"
                for index in range(at, end):
                    flags[index].append((kind + ("B" if index == at else "I")).encode())
                break
    listed = [_lists_with(word, gazetteer) for word in words]
    return [(*of_name, *lists) if of_name else lists for of_name, lists in zip(flags, listed, strict=True)]


@lru_cache(maxsize=MOST_LISTED)
def _lists_with(word: str, gazetteer: Gazetteer) -> tuple[bytes, ...]:
    """The lists that a word stands in; words come again and again."""
    if not word[0].isupper():
        return tuple(kind.encode() for kind in CUES if word in gazetteer.words[kind])
    tables = {
        b"demonym": word in gazetteer.demonyms,
        b"given": word in gazetteer.given,
        b"family": word.casefold() in gazetteer.family,
        b"title": word in _title_words(gazetteer.titles),
    }
    kinds = (kind.encode() for kind in ("firm", "other", "body", "institution", "opening") if word in gazetteer.words[kind])
    return (*(each for each, holds in tables.items() if holds), *kinds)


@lru_cache(maxsize=1 << 15)
def _of_word(word: str) -> tuple[bytes, ...]:
    lower = word.lower()
    return tuple(each.encode() for each in (f"w={lower}", f"s={_shape(word)}", f"p={lower[:3]}", f"x={lower[-3:]}", f"y={lower[-2:]}"))


@lru_cache(maxsize=1 << 15)
def _of_neighbour(word: str, flags: tuple[bytes, ...]) -> tuple[tuple[bytes, ...], ...]:
    """What a word, and what the lists say of it, tell of the one it stands two before, one before, … (in the order of `_STEPS`)."""
    lower, shape = word.lower(), _shape(word)
    forms = [(f"w={lower}".encode(), f"s={shape}".encode()) if abs(step) == 1 else (f"w={lower}".encode(),) for step in _STEPS]
    return tuple(tuple(b"%d%b" % (step, each) for each in (*form, *flags)) for step, form in zip(_STEPS, forms, strict=True))


_STEPS = (-2, -1, 1, 2)
_NONE = tuple((b"%dend" % step,) for step in _STEPS)
"""What stands there before the first and after the last word."""


@cache
def _title_words(titles: frozenset[str]) -> frozenset[str]:
    return frozenset(word for title in titles for word in title.split())


def features(words: Sequence[str], gazetteer: Gazetteer, small: Container[str], capital: Container[str]) -> list[list[bytes]]:
    """What is seen of each word of a sentence, or of a part of it with its neighbours; in UTF-8, as the engine wants it.

    Args:
        words: the tokens.
        gazetteer: the lists of names.
        small: words that the document writes, of which those in small letters are sought.
        capital: words that it writes with a capital letter within a sentence.
    """
    upper = [word[0].isupper() for word in words]
    flags = _flags(words, upper, gazetteer)
    beside = [_NONE, _NONE, *map(_of_neighbour, words, flags), _NONE, _NONE]
    seen = []
    for at, word in enumerate(words):
        found = [*_of_word(word), *flags[at]]
        if at == 0 or words[at - 1] in "\"“'‘":
            found.append(b"start")
        if upper[at]:
            found += [b"seen small"] * (word.lower() in small) + [b"seen capital"] * (word in capital)
        two_before, before, _, after, two_after = beside[at : at + 5]
        seen.append([*found, *two_before[0], *before[1], *after[2], *two_after[3]])
    return seen


def written_words(document: Document) -> tuple[Container[str], Container[str]]:
    """The words that a document writes, and those that it writes with a capital letter within a sentence."""
    return document.places.keys(), {sentence.tokens[at].text for sentence in document.sentences for at in sentence.capitals if at}


@cache
def _weights() -> bytes:
    # The engine reads these bytes without owning them: they stay as long as the process.
    return resources.files("sourcebook.extract.names").joinpath("tagger.crf").read_bytes()


@cache
def _model() -> Any:
    import pycrfsuite  # noqa: PLC0415 - 30 ms that only reading an article needs

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_weights())
    return tagger


def open_questions(sentence: Sentence, covered: bytearray, gazetteer: Gazetteer, small: Container[str]) -> list[tuple[int, int]]:
    """The stretches of tokens around capitalised words that no rule explains, nor their place at the beginning.

    `covered` says of each code point of the text whether a rule explains it.
    """
    opening, honorifics, other = gazetteer.words["opening"], gazetteer.honorifics, gazetteer.words["other"]
    tokens = sentence.tokens
    found: list[tuple[int, int]] = []
    for number in sentence.capitals:
        word, start = tokens[number].text, tokens[number].start
        if (
            not covered[start]
            and word != "I"
            and word not in honorifics
            and (number or (word not in opening and word.lower() not in small))
            and (word not in other or any(each.capital for each in tokens[max(0, number - 1) : number + 2] if each.start != start))
        ):
            first, last = max(0, number - AROUND), min(len(tokens), number + AROUND + 1)
            if found and first <= found[-1][1]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return found


_DASHES = frozenset("–—")


def labelled(
    tokens: Sequence[Token], document: Document, gazetteer: Gazetteer, small: Container[str], capital: Container[str]
) -> Iterator[tuple[Found, float]]:
    """The names that the model sees in a stretch of tokens, each with the probability of its least sure word."""
    model = _model()
    model.set(features([each.text for each in tokens], gazetteer, small, capital))
    labels = model.tag()
    at = 0
    while at < len(tokens):
        kind = labels[at][2:] if tokens[at].text not in _DASHES else ""
        end = at + 1
        if kind:
            # "LIMA – Harbour Group": a dash between blanks parts two names.
            while end < len(tokens) and labels[end] == f"I-{kind}" and tokens[end].text not in _DASHES:
                end += 1
            span = Span(tokens[at].start, tokens[end - 1].end)
            sureness = min(model.marginal(labels[index], index) for index in range(at, end))
            yield Found(span=span, type=LABELS[kind], name=" ".join(span.of(document.text).split()), priority=1), sureness
        at = end
