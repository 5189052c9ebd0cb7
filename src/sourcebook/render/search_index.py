"""The words by which the scripts in the browser find names, facts and lines, in files by the letters that words begin with.

* `find/XY.js` say for words that begin with the letters XY in which names and facts they stand, by running numbers;
* `texts/XY.js` say the same of lines, which change more seldom;
* `types.js` and `texts/starts.js` say at which id or number each file of `search` begins.

To cut all that is known into words takes longer than to put the words in order. So they can be remembered, run by run.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Reference
from sourcebook.render.interface import translations
from sourcebook.render.search import call, facts_of, lines, name_row, script, shards, weight

COMMON = 2_000
"""Lines or facts; a word that stands in more of them does not narrow a search, and only the first are kept."""
SAMPLE = 20
"""Of these."""
FEW, MANY = 30_000, 600_000
"""Numbers in the index; up to so many the words are cut by no letter, by the first, and else by the first two."""
SHARE = 8
"""One run in so many has to be cut anew before a memory is renewed."""
_DIACRITICS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Of scripts that are written without spaces: Thai, Lao, Khmer, Japanese, Chinese."""
_NO_SPACES = re.compile(f"[{_LETTERS}]")
_UNSPACED = re.compile(f"[{_LETTERS}]+|[^{_LETTERS}]+")


class Words(NamedTuple):
    """Of a run of entities or articles.

    Attributes:
        weights: how much is known of each; 0 for articles.
        names: the words of the names of each.
        facts: how many facts there are.
        told: word -> the facts in which it stands, counted from 0 in this run.
    """

    weights: Sequence[int]
    names: Sequence[Sequence[str]]
    facts: int
    told: Mapping[str, tuple[int, int, int, str]]

    @property
    def plain(self) -> tuple[object, ...]:
        """As plain values."""
        return self.weights, self.names, self.facts, self.told


class Numbers(NamedTuple):
    """Ascending numbers as the files have them: the first, and how much larger each following one is than the one before it.

    Attributes:
        first, last: of the numbers.
        number: how many there are.
        steps: those after the first, as text, each after a comma.
    """

    first: int
    last: int
    number: int
    steps: str

    @classmethod
    def of(cls, numbers: Sequence[int]) -> "Numbers":
        """Of at least one number."""
        steps = "".join(f",{each - before}" for before, each in pairwise(numbers))
        return cls(numbers[0], numbers[-1], len(numbers), steps)

    def followed_by(self, first: int, last: int, number: int, steps: str) -> "Numbers":
        """With larger numbers behind them."""
        return Numbers(self.first, last, self.number + number, f"{self.steps},{first - self.last}{steps}")

    @property
    def plain(self) -> tuple[int, int, int, str]:
        """As plain values."""
        return self.first, self.last, self.number, self.steps

    @property
    def text(self) -> str:
        """JSON; of very many the first, marked as such."""
        steps = f"{self.first}{self.steps}"
        if self.number <= COMMON:
            return f"[{steps}]"
        first = accumulate(map(int, steps.split(",", SAMPLE)[:SAMPLE]))
        return f'{{"many":[{",".join(map(str, first))}]}}'


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWords:
    """What is known from last time, and to whom to tell it for the next: the words of runs, by digests of what runs show."""

    recall: Callable[[], Any] = dict
    keep: Callable[[Any], None] = lambda _: None


NO_WORDS = KnownWords()


def fold(text: str) -> str:
    """Text as it is compared: without the marks of Latin letters, in one case; the script's `fold` does the same."""
    return text.lower() if text.isascii() else _DIACRITICS.sub("", unicodedata.normalize("NFD", text)).lower()


def words(text: str) -> list[str]:
    """The words of a text as the index knows them; of scripts without spaces, each two letters that follow each other.

    >>> words("São Tomé's 2 rivers"), words("日本語")
    (['sao', 'tome', 's', '2', 'rivers'], ['日本', '本語'])
    """
    folded = fold(text)
    if folded.isascii():
        return _WORD.findall(folded)
    found = []
    for word in _WORD.findall(folded):
        for run in _UNSPACED.findall(word):
            found += [run[at : at + 2] for at in range(len(run) - 1)] if len(run) > 2 and _NO_SPACES.match(run) else [run]
    return found


def index(kb: KnowledgeBase, shows: Callable[[Sequence[Entity | Article]], str], memory: KnownWords = NO_WORDS) -> Mapping[str, str]:
    """`find/XY.js` and `types.js`, by their places: word -> the names it stands in, the best known first, and the facts.

    A whole name is a word of its own, after `=`.

    Args:
        kb: the knowledge base.
        shows: gives a digest of all that is known of a run.
        memory: what is known from last time.
    """
    runs = shards(kb)
    keys = [shows(run) for run in runs]
    before = memory.recall()
    known = before if isinstance(before, dict) else {}
    cut = [Words(*known[key]) if key in known else _cut_into_words(kb, run) for key, run in zip(keys, runs, strict=True)]
    if sum(key not in known for key in keys) > len(keys) // SHARE:
        memory.keep({key: each.plain for key, each in zip(keys, cut, strict=True)})
    things = [
        (isinstance(one, Article), -weight, one.id, spelt)
        for run, each in zip(runs, cut, strict=True)
        for one, weight, spelt in zip(run, each.weights, each.names, strict=True)
    ]
    named: dict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(things)), key=things.__getitem__):
        for word in things[at][3]:
            named[word].append(at)
    told: dict[str, Numbers] = {}
    starts = [0]
    for each in cut:
        start = starts[-1]
        for word, (first, last, number, steps) in each.told.items():
            so_far = told.get(word)
            if so_far:
                told[word] = so_far.followed_by(start + first, start + last, number, steps)
            else:
                told[word] = Numbers(start + first, start + last, number, steps)
        starts.append(start + each.facts)
    depth = _depth(chain(map(len, named.values()), (each.number for each in told.values())))
    kinds = [[each.name, each.plural, each.label, each.plural_label] for each in kb.schema.types.values()]
    more = {
        "ids": [run[0].id if run else "" for run in runs],
        "facts": starts,
        "depth": depth,
        "entities": len(kb.entities),
    }
    language = translations(kb)
    found = {
        word: f"[[{','.join(map(str, named.get(word, ())))}],{told[word].text if word in told else '[]'}]"
        for word in named.keys() | told.keys()
    }
    made = {f"find/{name}": each for name, each in _by_letters("find", found, depth).items()}
    made["types.js"] = script("types", [*kinds, ["article", "articles", "Article", "Articles"]], more)
    return {**made, **({"words.js": script("words", language)} if language else {})}


def _cut_into_words(kb: KnowledgeBase, run: Sequence[Entity | Article]) -> Words:
    one: dict[str, str] = {}
    """Each word once, however often it stands there."""
    names = []
    for each in run:
        name = name_row(kb, each)
        spellings = [str(name[2]), *(str(name[3]).split("\n") if name[3] else ())]
        spelt = {f"={' '.join(own)}" for each in spellings if (own := words(each))}
        spelt |= {word for each in spellings for word in words(each)}
        names.append([one.setdefault(word, word) for word in sorted(spelt | set(words(str(name[4]))))])
    told: dict[str, list[int]] = defaultdict(list)
    number = 0
    for fact in facts_of(kb, run):
        for word in set(words(_told(kb, fact))):
            told[one.setdefault(word, word)].append(number)
        number += 1
    return Words(
        [weight(kb, each) if isinstance(each, Entity) else 0 for each in run],
        names,
        number,
        {word: Numbers.of(each).plain for word, each in told.items()},
    )


def text_index(kb: KnowledgeBase, written: Mapping[str, str]) -> Mapping[str, str]:
    """`XY.js` and `starts.js`, by their places: word -> the lines that it stands in."""
    found: dict[str, list[int]] = defaultdict(list)
    starts: list[int] = []
    number = 0
    for run in lines(kb, written):
        starts.append(number)
        for group in run:
            for text in group.texts():
                for word in set(words(text)):
                    found[word].append(number)
                number += 1
    depth = _depth(map(len, found.values()))
    made = _by_letters("texts", {word: Numbers.of(numbers).text for word, numbers in found.items()}, depth)
    return {**made, "starts.js": script("starts", [*starts, number], depth)}


def _depth(sizes: Iterable[int]) -> int:
    """By how many letters words are put into files, of the numbers at which each stands."""
    size = sum(sizes)
    return 0 if size <= FEW else 1 if size <= MANY else 2


def _by_letters(kind: str, found: Mapping[str, str], depth: int) -> Mapping[str, str]:
    """A file for all words with the same first letters, of JSON by words, in which there is nothing that JSON would escape."""
    files: dict[str, list[str]] = defaultdict(list)
    for word in sorted(found):
        files[_file(word, depth)].append(f'"{word}":{found[word]}')
    return {f"{name}.js": call(kind, f"{{{','.join(each)}}}") for name, each in files.items()}


def _told(kb: KnowledgeBase, fact: Fact) -> str:
    """A fact as the words by which one would look for it."""
    other = kb.resolve(fact.target) if fact.target else None
    parts = [kb.entities[fact.subject].name, kb.schema.properties[fact.property].label, other.name if other else value_text(fact.value)]
    for values in fact.qualifiers.values():
        for each in values:
            named = kb.resolve(each.text) if isinstance(each, Reference) else None
            parts.append(named.name if named else value_text(each))
    return " ".join(parts)


def _file(word: str, depth: int) -> str:
    """The file of a word: its first letters, or their code points where they are no plain ones."""
    bare = word.removeprefix("=")
    letters = bare[: depth if bare.isascii() else min(depth, 1)]
    return letters if letters.isascii() and letters else "-".join(f"{ord(each):x}" for each in letters) or "all"
