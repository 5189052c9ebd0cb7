"""The words by which the scripts in the browser find names, facts and lines, in files by the letters that words begin with.

* `find/XY.js` say for words that begin with the letters XY in which names and facts they stand, by running numbers;
* `texts/XY.js` say the same of lines, which change more seldom;
* `types.js` and `texts/starts.js` say at which id or number each file of `search` begins.

To cut all that is known into words takes longer than to put the words in order. So they can be remembered, run by run.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Reference
from sourcebook.render.interface import translations
from sourcebook.render.pages import Part
from sourcebook.render.search import call, facts_of, lines, name_row, script, shards
from sourcebook.text import digest

COMMON = 2_000
"""Lines or facts; a word that stands in more of them does not narrow a search, and only the first are kept."""
SAMPLE = 20
"""Of these."""
FEW, MANY = 30_000, 600_000
"""Numbers in the index; up to so many the words are cut by no letter, by the first, and else by the first two."""
SHARE = 16
"""One run in so many has to be cut anew before a memory is renewed."""
_DIACRITICS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Of scripts that are written without spaces: Thai, Lao, Khmer, Japanese, Chinese."""


class Words(NamedTuple):
    """Of a run of entities or articles.

    Attributes:
        size: how many numbers stand in its parts.
        facts: how many facts there are.
        depth: by how many letters the parts are told apart.
        parts: by the letters that words begin with, JSON of two objects: word -> the things of the run that have it in a name, with how
            much is known of each; word -> the facts in which it stands, counted from 0 in this run.
    """

    size: int
    facts: int
    depth: int
    parts: Mapping[str, str]


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
        for each in _runs().finditer(word):
            run = each[0]
            found += [run[at : at + 2] for at in range(len(run) - 1)] if each[1] and len(run) > 2 else [run]
    return found


@cache
def _runs() -> re.Pattern[str]:
    """Runs of such letters (1) and of others; made when the first word in other letters is met, for that takes as long as a page."""
    return re.compile(f"([{_LETTERS}]+)|[^{_LETTERS}]+")


def index(kb: KnowledgeBase, shown: Callable[[], Sequence[str]], memory: KnownWords = NO_WORDS) -> Mapping[str, Part]:
    """`find/XY.js` and `types.js`, by their places: word -> the names it stands in, the best known first, and the facts.

    A whole name is a word of its own, after `=`.

    Args:
        kb: the knowledge base.
        shown: gives digests of all that is known of the runs.
        memory: what is known from last time.
    """
    runs = shards(kb)
    cut = _cut(kb, runs, shown(), memory)
    depth = cut[0].depth
    things = [0, *accumulate(map(len, runs))]
    facts = [0, *accumulate(each.facts for each in cut)]
    found: dict[str, list[_Placed]] = defaultdict(list)
    for run, each, first, fact in zip(runs, cut, things, facts, strict=False):
        place = (bool(run) and isinstance(run[0], Article), first, fact)
        for letters, part in each.parts.items():
            found[letters].append((place, part))
    made = {f"find/{letters}.js": Part(_shown(each), partial(_find_file, each)) for letters, each in sorted(found.items())}
    more = {
        "ids": [run[0].id if run else "" for run in runs],
        "facts": facts,
        "depth": depth,
        "entities": len(kb.entities),
    }
    kinds = [[each.name, each.plural, each.label, each.plural_label] for each in kb.schema.types.values()]
    texts = {"types.js": script("types", [*kinds, ["article", "articles", "Article", "Articles"]], more)}
    language = translations(kb)
    if language:
        texts["words.js"] = script("words", language)
    return {**made, **{name: Part(digest(text), partial(str, text)) for name, text in texts.items()}}


_Placed = tuple[tuple[bool, int, int], str]
"""A part of the words of a run, behind whether it is of articles, and the numbers of its first thing and of its first fact."""


def _shown(parts: Sequence[_Placed]) -> str:
    return digest(*(f"{place} {words}" for place, words in parts))


def _find_file(parts: Sequence[_Placed]) -> str:
    named: dict[str, list[tuple[bool, int, int]]] = defaultdict(list)
    told: dict[str, Numbers] = {}
    for (articles, things, facts), text in parts:
        names, numbers = json.loads(text)
        for word, rows in names.items():
            named[word] += [(articles, -weight, things + at) for at, weight in rows]
        for word, (first, last, number, steps) in numbers.items():
            so_far, placed = told.get(word), (facts + first, facts + last, number, steps)
            told[word] = so_far.followed_by(*placed) if so_far else Numbers(*placed)
    words = {
        word: f"[[{','.join(str(at) for *_, at in sorted(named.get(word, ())))}],{told[word].text if word in told else '[]'}]"
        for word in named.keys() | told.keys()
    }
    return _file_of("find", words)


def _cut(kb: KnowledgeBase, runs: Sequence[Sequence[Entity | Article]], keys: Sequence[str], memory: KnownWords) -> Sequence[Words]:
    """The words of runs, of which each has a key."""
    before = memory.recall()
    known = {key: Words(*each) for key, each in before.items()} if isinstance(before, dict) else {}
    anew = {key: _cut_into_words(kb, run) for key, run in zip(keys, runs, strict=True) if key not in known}
    depth = _depth(each.size for each in (known.get(key) or anew[key] for key in keys))
    for key, run in zip(keys, runs, strict=True):
        if key in known and known[key].depth != depth:
            anew[key] = _cut_into_words(kb, run)
    cut = [anew[key].by_letters(depth) if key in anew else known[key] for key in keys]
    if len(anew) > len(keys) // SHARE:
        memory.keep({key: tuple(each) for key, each in zip(keys, cut, strict=True)})
    return cut


class _Cut(NamedTuple):
    """The words of a run: what stands in `Words`, by no letters yet."""

    size: int
    facts: int
    names: Mapping[str, Sequence[tuple[int, int]]]
    told: Mapping[str, Numbers]

    def by_letters(self, depth: int) -> Words:
        """By so many letters."""
        parts: dict[str, tuple[dict[str, Any], dict[str, Any]]] = defaultdict(lambda: ({}, {}))
        for number, words_of in enumerate((self.names, self.told)):
            for word, each in words_of.items():
                parts[_file(word, depth)][number][word] = each
        texts = {
            letters: json.dumps(each, ensure_ascii=False, separators=(",", ":"), sort_keys=True) for letters, each in sorted(parts.items())
        }
        return Words(self.size, self.facts, depth, texts)


def _cut_into_words(kb: KnowledgeBase, run: Sequence[Entity | Article]) -> _Cut:
    names: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, each in enumerate(run):
        name = name_row(kb, each)
        spellings = [str(name[2]), *(str(name[3]).split("\n") if name[3] else ())]
        spelt = {f"={' '.join(own)}" for spelling in spellings if (own := words(spelling))}
        spelt |= {word for spelling in spellings for word in words(spelling)}
        known = kb.number_of_facts(each.id) if isinstance(each, Entity) else 0
        # Of what only describes a thing, the facts are found.
        summary = each.genre if isinstance(each, Article) else each.summary
        for word in spelt | set(words(summary)):
            names[word].append((at, known))
    told: dict[str, list[int]] = defaultdict(list)
    number = 0
    for fact in facts_of(kb, run):
        for word in set(words(_told(kb, fact))):
            told[word].append(number)
        number += 1
    size = sum(map(len, names.values())) + sum(map(len, told.values()))
    return _Cut(size, number, names, {word: Numbers.of(each) for word, each in told.items()})


def text_index(kb: KnowledgeBase, written: Mapping[str, str]) -> Mapping[str, Part]:
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
    files: dict[str, dict[str, str]] = defaultdict(dict)
    for word, numbers in found.items():
        files[_file(word, depth)][word] = Numbers.of(numbers).text
    made = {f"{letters}.js": _file_of("texts", each) for letters, each in sorted(files.items())}
    made["starts.js"] = script("starts", [*starts, number], depth)
    return {name: Part(digest(text), partial(str, text)) for name, text in made.items()}


def _depth(sizes: Iterable[int]) -> int:
    """By how many letters words are put into files, of the numbers at which each stands."""
    size = sum(sizes)
    return 0 if size <= FEW else 1 if size <= MANY else 2


def _file_of(kind: str, found: Mapping[str, str]) -> str:
    """A file of JSON by words, in which there is nothing that JSON would escape."""
    rows = ",".join(f'"{word}":{found[word]}' for word in sorted(found))
    return call(kind, f"{{{rows}}}")


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
