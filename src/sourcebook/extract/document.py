"""An article cut into blocks, sentences and tokens."""

import bisect
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, chain, compress, count, repeat
from operator import itemgetter
from typing import NamedTuple

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import Phrases
from sourcebook.memory import quick
from sourcebook.model.articles import Article
from sourcebook.model.spans import Span

# White space is passed by at once as nothing begins with it; most words are the first alternative, whose letters are told twice as fast.
_TOKEN = re.compile(r"([^\s_](?:(?<=[A-Za-z0-9])[A-Za-z0-9]*(?=[ ,\n])|(?<=\w)[^\W_]*(?:\.[^\W\d_]\b\.?)*|))")
_RUN = re.compile(r"[^\W_]+")
_LIST = re.compile(r"(?:[-*•]|\d+[.)])\s")
_VERB = re.compile(r"\b(?:is|was|were|are|has|had|have|said|says|will)\b")
_ENDS = tuple(".!?…”\"'’:;,)")
_MARKS = "\u200e\u200f.,;:!?()[]{}'\"’‘“”«»„-–—/|*#&"
LONGEST_HEADING = 90
LONGEST_CREDIT = 200
_CREDIT = re.compile(r"(?:Story|Photos?|Courtesy\s+[Ss]tory)\s+by\s+[A-Z][^.!?]*(?:(?<=\b[A-Z])\.[^.!?]*|(?<=\b[A-Z][a-z]{2})\.[^.!?]*)*\Z")
"""Whose a report is, on a line of its own."""


class Block(StrEnum):
    """What a paragraph of the text is. Headings may name entities, but never state facts."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    BYLINE = "byline"


HEADING, PARAGRAPH, ITEM, BYLINE = Block
"""By these names they are asked for: to look one up in its class takes Python ten times as long."""


class Token(NamedTuple):
    """A word or a mark."""

    text: str
    start: int
    end: int
    capital: bool
    """Whether it begins with an upper-case letter."""


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens, its number from 0, and the kind of block it stands in."""

    number: int
    span: Span
    block: Block
    paragraph: int
    tokens: tuple[Token, ...]
    capitals: tuple[int, ...]
    """The numbers, from 0, of its tokens that begin with an upper-case letter: one in seven, and where nearly all names begin."""
    words: frozenset[str] = frozenset()
    """Its words in small letters: what a recogniser looks for is mostly not among them."""


def _title_case(words: str) -> bool:
    """Whether all longer words begin with a capital letter: "What Happens Next For The Council?"."""
    long = [each for each in words.split() if len(each) > 3 and each[0].isalpha()]
    return len(long) > 3 and all(each[0].isupper() for each in long)


class _Cut(NamedTuple):
    """A text cut into tokens, and of these, side by side, the words, where each begins, and the numbers of those with a capital letter."""

    tokens: tuple[Token, ...]
    words: list[str]
    starts: list[int]
    capitals: list[int]


def _cut(text: str) -> _Cut:
    """All tokens of a text. None is looped over: that would take twice as long."""
    # What stands between tokens, and the tokens, by turns.
    pieces = _TOKEN.split(text)
    borders = list(accumulate(map(len, pieces)))
    words, starts = pieces[1::2], borders[:-1:2]
    capital = list(map(str.isupper, map(itemgetter(0), words)))
    # A named tuple's own constructor would take as long again.
    tokens = tuple(map(tuple.__new__, repeat(Token), zip(words, starts, borders[1::2], capital, strict=True)))
    return _Cut(tokens, words, starts, list(compress(count(), capital)))


Kind = Callable[[str], bool] | frozenset[str]
"""Words of some kind: what can be told from a word alone, or a set that has it; one that lasts, as what it tells is remembered by it."""


def beginning_with(letters: Collection[str]) -> Kind:
    """Of words whose first letters, four or all, are among some, which are given in small ones."""
    return lambda word: word[:4].lower() in letters


def folded(words: Collection[str]) -> Kind:
    """Of words that are among some whatever letters they are written with; these are given in small ones."""
    return lambda word: word.casefold() in words


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[1:2].isupper()


def _is_number(word: str) -> bool:
    return word[0].isdigit()


def _those(kind: Kind, words: frozenset[str]) -> Iterable[str]:
    """Those of some words that are of a kind."""
    return words & kind if isinstance(kind, frozenset) else filter(kind, words)


class _Vocabulary:
    """The words of the texts so far, each with the kinds it is of: texts have most words in common, and each is told once."""

    MOST = 1 << 16
    """Words that are remembered."""

    def __init__(self) -> None:
        self.kinds: dict[Kind, None] = {}
        self.kinds_of: dict[str, list[Kind]] = {}

    def with_words(self, words: frozenset[str]) -> "_Vocabulary":
        """This one with some words more, or where that would be too many a new one."""
        if len(self.kinds_of) > self.MOST:
            return _Vocabulary().with_words(words)
        new = words.difference(self.kinds_of)
        if new:
            self.kinds_of.update({word: [] for word in new})
            for kind in self.kinds:
                self._tell(kind, new)
        return self

    def learn(self, kind: Kind) -> None:
        """From now on it is told of each word whether it is of a kind."""
        if kind not in self.kinds:
            self.kinds[kind] = None
            self._tell(kind, frozenset(self.kinds_of))

    def _tell(self, kind: Kind, words: frozenset[str]) -> None:
        for word in _those(kind, words):
            self.kinds_of[word].append(kind)


_VOCABULARIES = [_Vocabulary()]
"""The one that is in use."""


@dataclass(frozen=True)
class Document:
    """An article as the recognisers see it."""

    article: Article

    @cached_property
    def text(self) -> str:
        """The article's words."""
        return self.article.text or ""

    @cached_property
    def lower(self) -> str:
        """The text in small letters, each where it stands: of all letters only "İ" would take more room."""
        return self.text.replace("İ", "I").lower()

    @cached_property
    def _cut(self) -> _Cut:
        return _cut(self.text)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All words and marks in order."""
        return self._cut.tokens

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        found = []
        plain, blocks, kinds = self.lower, self.article.blocks, self._kinds()
        # `translate` would look up each letter.
        for mark in _MARKS:
            plain = plain.replace(mark, " ")
        tokens, _, starts, capitals = self._cut
        at = first = begin = 0
        for number, span in enumerate(self.article.sentences):
            while blocks[at].end < span.end:
                at += 1
            last = bisect.bisect_left(starts, span.end, first)
            words = frozenset(plain[span.start : span.end].split())
            end = bisect.bisect_left(capitals, last, begin)
            with_capital = tuple([each - first for each in capitals[begin:end]])
            found.append(Sentence(number, span, kinds[at], at, tokens[first:last], with_capital, words))
            first, begin = last, end
        return tuple(found)

    def _kinds(self) -> list[Block]:
        """What each block is; short lines after one that ends in a colon or a semicolon are a list, not headings."""
        kinds: list[Block] = []
        for index in range(len(self.article.blocks)):
            kind = self._kind(index)
            if kind is HEADING and index and "," in (raw := self.article.blocks[index].of(self.text)) and raw[0] != "#":
                before = self.article.blocks[index - 1].of(self.text)
                kind = ITEM if before.endswith((":", ";")) or (kinds[-1] is ITEM and not _LIST.match(before)) else kind
            kinds.append(kind)
        return kinds

    def _kind(self, index: int) -> Block:
        blocks = self.article.blocks
        raw = blocks[index].of(self.text)
        if raw.startswith("#"):
            return HEADING
        if _LIST.match(raw):
            return ITEM
        if raw.endswith(("?", "!")) and len(raw) <= LONGEST_HEADING and _title_case(raw):
            return HEADING
        if _CREDIT.match(raw) and len(raw) < LONGEST_CREDIT:
            return BYLINE
        if not raw.endswith(_ENDS):
            if len(raw) <= LONGEST_HEADING and index < len(blocks) - 1:
                return HEADING
            if index == len(blocks) - 1 and len(blocks) > 1 and raw.count(",") >= 1 and len(raw) < 400 and not _VERB.search(raw):
                return BYLINE
        return PARAGRAPH

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each token stands, by its text."""
        found: dict[str, list[int]] = defaultdict(list)
        for word, start in zip(self._cut.words, self._cut.starts, strict=True):
            found[word].append(start)
        return found

    @cached_property
    def _standing(self) -> dict[str, list[int]]:
        """Where each word stands, a run of letters and digits."""
        found = dict(self.places)
        # "U.S": a token of several words.
        for several in [word for word in found if "." in word]:
            starts = found.pop(several)
            for each in _RUN.finditer(several):
                found[each[0]] = [*found.get(each[0], ()), *(start + each.start() for start in starts)]
        return found

    @cached_property
    def _places_of(self) -> dict[Kind, list[int]]:
        """Where words of each kind stand: told at once for all kinds that any text so far was asked for."""
        vocabulary = _VOCABULARIES[0] = _VOCABULARIES[0].with_words(frozenset(self._standing))
        found: dict[Kind, list[int]] = {kind: [] for kind in vocabulary.kinds}
        for word, starts in self._standing.items():
            for kind in vocabulary.kinds_of[word]:
                found[kind] += starts
        return found

    def where_so(self, kind: Kind) -> list[int]:
        """Where words of a kind stand, in order: a pattern that begins with one of them need be tried nowhere else."""
        if kind not in self._in_order:
            if kind not in self._places_of:
                _VOCABULARIES[0].learn(kind)
                self._places_of[kind] = self.where([*_those(kind, frozenset(self._standing))])
            found = self._places_of[kind]
            # Mostly there are none.
            self._in_order[kind] = sorted(found) if found else found
        return self._in_order[kind]

    @cached_property
    def _in_order(self) -> dict[Kind, list[int]]:
        """Where words of those kinds stand that have been asked for."""
        return {}

    def where(self, words: Collection[str]) -> list[int]:
        """Where any of some words stand, in order. Those of a rule are a frozenset, which is remembered; those of a text are none."""
        if isinstance(words, frozenset):
            return self.where_so(words)
        standing = self._standing
        return sorted(chain.from_iterable([standing[word] for word in set(words) if word in standing]))

    def where_listed(self, table: Mapping[str, object]) -> list[int]:
        """Where words of a table stand, which is mostly larger than the text."""
        return self.where([word for word in self._standing if word in table])

    def named(self, phrases: Phrases) -> Iterator[tuple[int, int, str]]:
        """Where phrases stand, as `Phrases.find` tells it."""
        return phrases.find(self.text, self.where(phrases.first_words), len(self.text))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset().union(*[each.words for each in self.sentences])

    def holding(self, words: AbstractSet[str]) -> list[Sentence]:
        """The sentences that hold any of some words, which are given in small letters: mostly few or none."""
        # Mostly there are none.
        return [] if self._words.isdisjoint(words) else [each for each in self.sentences if not each.words.isdisjoint(words)]

    def finds(
        self, pattern: re.Pattern[str], words: AbstractSet[str], places: list[int] | None = None, *, headings: bool = True
    ) -> Iterator[re.Match[str]]:
        """What a pattern finds in the sentences that hold any of some words, in small letters; only at some places, where these are given."""
        for each in self.holding(words):
            start, end = each.span.start, each.span.end
            if not headings and each.block is HEADING:
                continue
            if places is None:
                yield from pattern.finditer(self.text, start, end)
            else:
                yield from matches(pattern, self.text, within(places, each.span), end)

    @cached_property
    def numbers(self) -> list[int]:
        """Where words stand that begin with a digit."""
        return self.where_so(_is_number)

    @cached_property
    def capitals(self) -> list[int]:
        """Where words stand that begin with an upper-case letter, or with a small one before such: "eBay"."""
        return self.where_so(_is_capital)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [each.end for each in self.article.sentences]

    def begun(self, pattern: re.Pattern[str], places: Iterable[int], *, headings: bool = True) -> Iterator[re.Match[str]]:
        """What a pattern finds at some places, which are in order, each up to the end of its sentence; without headings, if these tell nothing."""
        match, done, stop = pattern.match, 0, 0
        for place in places:
            if place >= stop:
                sentence = self.sentences[min(bisect.bisect_right(self._sentence_ends, place), len(self.sentences) - 1)]
                stop = sentence.span.end
                done = stop if not headings and sentence.block is HEADING else sentence.span.start
            if place >= done and (found := match(self.text, place, stop)):
                done = found.end()
                yield found

    def by_sentence(self, places: list[int]) -> defaultdict[int, list[int]]:
        """Places of words, in order, by the number of the sentence that they stand in; every word stands in one."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        ends, at = self._sentence_ends, 0
        while at < len(places):
            number = bisect.bisect_right(ends, places[at])
            first, at = at, bisect.bisect_left(places, ends[number], at)
            found[number] = places[first:at]
        return found

    @cached_property
    def capitals_by_sentence(self) -> defaultdict[int, list[int]]:
        """The `capitals`, by the number of the sentence that they stand in."""
        return self.by_sentence(self.capitals)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [each.start for each in self.article.blocks]

    def block_at(self, position: int) -> int:
        """The number of the block that holds a position, or of the last one that begins before it."""
        return max(0, bisect.bisect_right(self._block_starts, position) - 1)

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before another in the same paragraph."""
        previous = self.sentences[sentence.number - 1] if sentence.number else None
        return previous if previous and previous.paragraph == sentence.paragraph else None

    def sentence_of(self, position: int) -> Sentence:
        """The sentence that holds a position."""
        return self.sentences[self.article.sentence_at(position) - 1]


def within(places: list[int], part: Span) -> list[int]:
    """Those of some places, in order, that lie in a part of the text."""
    if not places:
        return places
    first = bisect.bisect_left(places, part.start)
    # Mostly none does.
    return places[first : bisect.bisect_left(places, part.end, first)] if first < len(places) and places[first] < part.end else []


def matches(pattern: re.Pattern[str], text: str, places: Collection[int], end: int | None = None) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds if no match begins but at one of the places, which are in order."""
    # Mostly there are none.
    return _matches(pattern, text, places, len(text) if end is None else end) if places else iter(())


def _matches(pattern: re.Pattern[str], text: str, places: Iterable[int], stop: int) -> Iterator[re.Match[str]]:
    match, done = pattern.match, 0
    for place in places:
        if place >= done and (found := match(text, place, stop)):
            done = found.end()
            yield found
