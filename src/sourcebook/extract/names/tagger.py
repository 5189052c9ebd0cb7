"""Names that no rule is sure of: a conditional random field over the words, their shapes and the gazetteer.

The model is trained by `scripts/train_tagger.py`; see `tagger.md` for what on, and what it is worth. Linear-chain CRF:
Lafferty, McCallum and Pereira 2001; the engine is CRFsuite (Okazaki 2007).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence, Token
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
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
_JOINING = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "de",
        "la",
        "al",
        "el",
        "du",
        "da",
        "do",
        "dos",
        "des",
        "-",
        "'",
        "’",
        ".",
        "&",
        "/",
        ",",
        "–",
    ]
)
"""What stands within names, besides capitalised words."""


@lru_cache(maxsize=1 << 15)
def _shape(word: str) -> str:
    """The word's form: "Xx" for "Paris", "X" for "UN", "9" for "2016"."""
    form = "".join("X" if each.isupper() else "x" if each.isalpha() else "9" if each.isdigit() else each for each in word)
    return re.sub(r"(.)\1+", r"\1", form)


def _flags(words: Sequence[str], gazetteer: Gazetteer, titles: frozenset[str]) -> list[tuple[bytes, ...]]:
    """What the lists say of each word."""
    flags: list[list[bytes]] = [[] for _ in words]
    listed = _LISTED.setdefault(id(gazetteer), {})
    if len(listed) > MOST_LISTED:
        listed.clear()
    for at, word in enumerate(words):
        if not word[0].isupper():
            if word not in listed:
                listed[word] = tuple(kind.encode() for kind in CUES if word in gazetteer.words[kind])
            flags[at] += listed[word]
            continue
        last = at + 1
        while last < len(words) and last < at + LONGEST_ENTRY and (words[last][0].isupper() or words[last] in _JOINING):
            last += 1
        for end in range(last, at, -1):
            entry = gazetteer.names.get(" ".join(words[at:end]))
            if entry:
                kind = f"{entry.type[0]}{entry.kind[:2]}{int(entry.sure)}"
                for index in range(at, end):
                    flags[index].append((kind + ("B" if index == at else "I")).encode())
                break
        if word not in listed:
            listed[word] = tuple(
                name.encode()
                for name, known in (
                    ("demonym", word in gazetteer.demonyms),
                    ("given", word in gazetteer.given),
                    ("family", word.casefold() in gazetteer.family),
                    ("title", word in titles),
                    ("firm", word in gazetteer.words["firm"]),
                    ("other", word in gazetteer.words["other"]),
                    ("body", word in gazetteer.words["body"]),
                    ("institution", word in gazetteer.words["institution"]),
                    ("opening", word in gazetteer.words["opening"]),
                )
                if known
            )
        flags[at] += listed[word]
    return list(map(tuple, flags))


_LISTED: dict[int, dict[str, tuple[bytes, ...]]] = {}
"""Which lists a capitalised word stands in, by gazetteer; words come again and again."""


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


def features(words: Sequence[str], gazetteer: Gazetteer, small: frozenset[str], capital: frozenset[str]) -> list[list[bytes]]:
    """What is seen of each word of a sentence, or of a part of it with its neighbours; in UTF-8, as the engine wants it.

    Args:
        words: the tokens.
        gazetteer: the lists of names.
        small: words that the document writes in small letters somewhere.
        capital: words that it writes with a capital letter within a sentence.
    """
    flags = _flags(words, gazetteer, _title_words(gazetteer.titles))
    count = len(words)
    beside = list(map(_of_neighbour, words, flags))
    seen = []
    for at, word in enumerate(words):
        found = [*_of_word(word), *flags[at]]
        if at == 0 or words[at - 1] in "\"“'‘":
            found.append(b"start")
        if word[0].isupper():
            found += [b"seen small"] * (word.lower() in small) + [b"seen capital"] * (word in capital)
        for number, step in enumerate(_STEPS):
            found += beside[at + step][number] if 0 <= at + step < count else _NONE[number]
        seen.append(found)
    return seen


def words_of(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """The words that a document writes small, and those that it writes with a capital letter within a sentence."""
    written = document.places
    opening = Counter([sentence.tokens[0].text for sentence in document.sentences if sentence.tokens])
    capitals = {word for word in written if word[0].isupper()}
    return frozenset(written.keys() - capitals), frozenset([word for word in capitals if len(written[word]) > opening.get(word, 0)])


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


def open_questions(sentence: Sentence, covered: set[int], gazetteer: Gazetteer, small: frozenset[str]) -> list[tuple[int, int]]:
    """The stretches of tokens around capitalised words that no rule explains, nor their place at the beginning."""
    opening, honorifics, other = gazetteer.words["opening"], gazetteer.honorifics, gazetteer.words["other"]
    tokens = sentence.tokens
    found: list[tuple[int, int]] = []
    for number, token in enumerate(tokens):
        if (
            token.capital
            and token.text != "I"
            and token.start not in covered
            and token.text not in honorifics
            and (number or (token.text not in opening and token.text.lower() not in small))
            and (token.text not in other or any(each.capital for each in tokens[max(0, number - 1) : number + 2] if each is not token))
        ):
            first, last = max(0, number - AROUND), min(len(tokens), number + AROUND + 1)
            if found and first <= found[-1][1]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return found


def labelled(
    tokens: Sequence[Token], document: Document, gazetteer: Gazetteer, small: frozenset[str], capital: frozenset[str]
) -> Iterator[tuple[Found, float]]:
    """The names that the model sees in a stretch of tokens, each with the probability of its least sure word."""
    model = _model()
    model.set(features([each.text for each in tokens], gazetteer, small, capital))
    labels = model.tag()
    at = 0
    while at < len(tokens):
        kind = labels[at][2:]
        end = at + 1
        if kind:
            while end < len(tokens) and labels[end] == f"I-{kind}":
                end += 1
            span = Span(tokens[at].start, tokens[end - 1].end)
            sureness = min(model.marginal(labels[index], index) for index in range(at, end))
            yield Found(span=span, type=LABELS[kind], name=" ".join(span.of(document.text).split()), priority=1), sureness
        at = end
