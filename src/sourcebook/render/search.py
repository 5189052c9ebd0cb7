"""Names, facts and words for the scripts in the browser: search, hover cards, ways between two, what changed.

Plain scripts that call one function, because a page from the disk can load nothing else. They are cut so small that a reader
who looks for something fetches a few of them, however large the knowledge base is:

* `names-N.js` and `facts-N.js` hold a run of entities each, in the order of ids, the articles after them;
* `lines-N.js` hold the sentences of articles and the paragraphs of hand-written pages;
* `find/XY.js` say for words that begin with the letters XY in which names and facts they stand, by running numbers;
* `texts/XY.js` say the same of lines, which change more seldom;
* `types.js` and `texts/starts.js` say at which id or number each file begins.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import first_quote
from sourcebook.render.interface import translations
from sourcebook.render.markup import page_url
from sourcebook.render.pages import article_uri, part_uri, sentence_uri

FOLDER = "assets/data/"
SHARD = 200
"""Entities in one file of names; their facts stand in a file of the same number. Also the least of lines in a file."""
SUMMARY, QUOTE = 140, 220
"""Code points that are kept of each."""
MOST_QUOTED = 20_000
"""Facts; with more than that, files of facts leave the quotes to the pages."""
COMMON = 2_000
"""Lines or facts; a word that stands in more of them does not narrow a search, and only the first are kept."""
SAMPLE = 20
"""Of these."""
FEW, MANY = 30_000, 600_000
"""Numbers in the index; up to so many the words are cut by no letter, by the first, and else by the first two."""
_MARKS = {0x2028: "\\u2028", 0x2029: "\\u2029"}
_DIACRITICS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Of scripts that are written without spaces: Thai, Lao, Khmer, Japanese, Chinese."""
_NO_SPACES = re.compile(f"[{_LETTERS}]")
_UNSPACED = re.compile(f"[{_LETTERS}]+|[^{_LETTERS}]+")

Group = tuple[str, str, int, Sequence[str]]
"""Address of a page, its title, the number of the first sentence (0 where they have none), the sentences."""


def shards(kb: KnowledgeBase) -> list[Sequence[Entity | Article]]:
    """The runs of entities, and of articles, that share a file."""
    entities: list[Entity | Article] = list(kb.entities.values())
    articles: list[Entity | Article] = list(kb.articles.values())
    return [each[at : at + SHARD] for each in (entities, articles) for at in range(0, len(each), SHARD)] or [()]


def names(kb: KnowledgeBase, shard: Sequence[Entity | Article], number: int) -> str:
    """`names-N.js`: [id, type, name, other names, summary, number of facts]; the type of articles is `article`.

    A 1 follows where nobody reviewed the entity, as with facts.
    """
    return _script("names", [_name(kb, each) for each in shard], number)


def _name(kb: KnowledgeBase, each: Entity | Article) -> Sequence[object]:
    if isinstance(each, Article):
        return [each.id, "article", each.name, _others([each.name], [each.author, each.publisher]), each.genre, 0]
    others = _others([each.name], [one.text for one in each.aliases])
    return [each.id, each.type, each.name, others, _cut(each.summary, SUMMARY), _weight(kb, each), *([1] if each.auto else [])]


def _weight(kb: KnowledgeBase, entity: Entity) -> int:
    return len(kb.facts_about(entity.id)) + len(kb.facts_naming(entity.id))


def facts(kb: KnowledgeBase, shard: Sequence[Entity | Article], number: int) -> str:
    """`facts-N.js`: [subject, label, other entity or "", value or "", anchor, quote, address of the words], and 1 if nobody reviewed it."""
    quoted = _quoted(kb)
    return _script("facts", [_fact(kb, fact, quoted=quoted) for fact in _facts_of(kb, shard)], number)


@lru_cache(maxsize=1)
def _quoted(kb: KnowledgeBase) -> bool:
    return sum(len(each.facts) for each in kb.entities.values()) <= MOST_QUOTED


def _facts_of(kb: KnowledgeBase, shard: Sequence[Entity | Article]) -> Iterator[Fact]:
    for each in shard:
        if isinstance(each, Entity):
            yield from (fact for fact in kb.facts_about(each.id) if fact.rank is not Rank.DEPRECATED)


def _others(own: Sequence[str], aliases: Sequence[str]) -> str:
    """Aliases, and how names in other scripts are written in Latin letters without marks; a line each."""
    plain = [anyascii(each) for each in (*own, *aliases) if each and not each.isascii()]
    return "\n".join(dict.fromkeys(each for each in (*aliases, *plain) if each))


def _fact(kb: KnowledgeBase, fact: Fact, *, quoted: bool) -> list[object]:
    other = kb.resolve(fact.target) if fact.target else None
    cited = first_quote(kb, fact)
    where = ""
    if cited:
        article = kb.articles[cited.source]
        spans = kb.spans(cited)
        number = article.sentence_at(spans[0].start) if spans else 1
        where = page_url(sentence_uri(article, number)) + (f"#s{number}" if spans else "")
    words = _cut(cited.quote, QUOTE) if cited and quoted else ""
    label = kb.schema.properties[fact.property].label
    value = "" if other else _cut(value_text(fact.value), QUOTE)
    return [fact.subject, label, other.id if other else "", value, f"f-{fact.id}", words, where, *([1] if fact.auto else [])]


def lines(kb: KnowledgeBase, written: Mapping[str, str]) -> Iterator[Sequence[Group]]:
    """The sentences of all articles and the paragraphs of hand-written pages, in runs that share a file."""
    run: list[Group] = []
    for each in _groups(kb, written):
        run.append(each)
        if sum(len(one[3]) for one in run) >= SHARD:
            yield run
            run = []
    if run:
        yield run


def _groups(kb: KnowledgeBase, written: Mapping[str, str]) -> Iterator[Group]:
    for article in kb.articles.values():
        firsts = (*article.stretches, len(article.sentences) + 1)
        for part, (first, after) in enumerate(pairwise(firsts), 1):
            texts = [each.of(article.text or "") for each in article.sentences[first - 1 : after - 1]]
            for at in range(0, len(texts), SHARD):
                yield page_url(part_uri(article_uri(article), part)), article.name, first + at, texts[at : at + SHARD]
    for uri, text in sorted(written.items()):
        paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s*\n", text) if each.strip() and not each.startswith("---\n")]
        title = next((each.removeprefix("# ") for each in paragraphs if each.startswith("# ")), uri)
        yield page_url(uri), title, 0, [_cut(each.lstrip("# "), 500) for each in paragraphs]


def line_file(run: Sequence[Group], number: int) -> str:
    """`lines-N.js`: [address, title, number of the first sentence or 0, sentences]."""
    return _script("lines", run, number)


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


def index(kb: KnowledgeBase) -> Mapping[str, str]:
    """`find/XY.js` and `types.js`, by their places: word -> the names it stands in, the best known first, and the facts.

    A whole name is a word of its own, after `=`.
    """
    found: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    runs = shards(kb)
    starts: list[int] = []
    number = 0
    for at, each in sorted(enumerate(one for run in runs for one in run), key=lambda one: _importance(kb, one[1])):
        name = _name(kb, each)
        spellings = [str(name[2]), *(str(name[3]).split("\n") if name[3] else ())]
        keys = {f"={' '.join(own)}" for one in spellings if (own := words(one))}
        for word in {*keys, *(word for one in spellings for word in words(one)), *words(str(name[4]))}:
            found[word][0].append(at)
    for run in runs:
        starts.append(number)
        for fact in _facts_of(kb, run):
            for word in set(words(_told(kb, fact))):
                found[word][1].append(number)
            number += 1
    depth = _depth(len(in_names) + len(in_facts) for in_names, in_facts in found.values())
    kinds = [[each.name, each.plural, each.label, each.plural_label] for each in kb.schema.types.values()]
    more = {
        "ids": [run[0].id if run else "" for run in runs],
        "facts": [*starts, number],
        "depth": depth,
        "entities": len(kb.entities),
    }
    language = translations(kb)
    told = {word: [in_names, _steps(in_facts)] for word, (in_names, in_facts) in found.items()}
    made = {f"find/{name}": each for name, each in _by_letters("find", told, depth).items()}
    made["types.js"] = _script("types", [*kinds, ["article", "articles", "Article", "Articles"]], more)
    return {**made, **({"words.js": _script("words", language)} if language else {})}


def text_index(kb: KnowledgeBase, written: Mapping[str, str]) -> Mapping[str, str]:
    """`XY.js` and `starts.js`, by their places: word -> the lines that it stands in."""
    found: dict[str, list[int]] = defaultdict(list)
    starts: list[int] = []
    number = 0
    for run in lines(kb, written):
        starts.append(number)
        for group in run:
            for text in group[3]:
                for word in set(words(text)):
                    found[word].append(number)
                number += 1
    depth = _depth(map(len, found.values()))
    made = _by_letters("texts", {word: _steps(numbers) for word, numbers in found.items()}, depth)
    return {**made, "starts.js": _script("starts", [*starts, number], depth)}


def _depth(sizes: Iterable[int]) -> int:
    """By how many letters words are put into files, of the numbers at which each stands."""
    size = sum(sizes)
    return 0 if size <= FEW else 1 if size <= MANY else 2


def _by_letters(kind: str, found: Mapping[str, object], depth: int) -> Mapping[str, str]:
    """A file for all words with the same first letters."""
    files: dict[str, dict[str, object]] = defaultdict(dict)
    for word in sorted(found):
        files[_file(word, depth)][word] = found[word]
    return {f"{name}.js": _script(kind, each) for name, each in files.items()}


def _importance(kb: KnowledgeBase, each: Entity | Article) -> tuple[int, int, str]:
    return (0, -_weight(kb, each), each.id) if isinstance(each, Entity) else (1, 0, each.id)


def _told(kb: KnowledgeBase, fact: Fact) -> str:
    """A fact as the words by which one would look for it."""
    other = kb.resolve(fact.target) if fact.target else None
    parts = [kb.entities[fact.subject].name, kb.schema.properties[fact.property].label, other.name if other else value_text(fact.value)]
    for values in fact.qualifiers.values():
        for each in values:
            named = kb.resolve(value_text(each))
            parts.append(named.name if named else value_text(each))
    return " ".join(parts)


def _steps(numbers: Sequence[int]) -> Sequence[int] | Mapping[str, Sequence[int]]:
    """Numbers as their differences; of very many the first, marked as such."""
    if len(numbers) > COMMON:
        return {"many": list(numbers[:SAMPLE])}
    return [each - before for before, each in zip([0, *numbers], numbers, strict=False)]


def _file(word: str, depth: int) -> str:
    """The file of a word: its first letters, or their code points where they are no plain ones."""
    bare = word.removeprefix("=")
    letters = bare[: depth if bare.isascii() else min(depth, 1)]
    return letters if letters.isascii() and letters else "-".join(f"{ord(each):x}" for each in letters) or "all"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _script(kind: str, rows: object, more: object = None) -> str:
    """A call that hands the rows over; it does nothing where our script is not loaded."""
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).translate(_MARKS)
    added = f",{json.dumps(more, ensure_ascii=False, separators=(',', ':')).translate(_MARKS)}" if more is not None else ""
    return f'window.sourcebook&&sourcebook("{kind}",{text}{added});\n'
