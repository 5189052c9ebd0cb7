"""Names, facts and words for the scripts in the browser: search, hover cards, ways between two, what changed.

Plain scripts that call one function, because a page from the disk can load nothing else. They are cut so small that a reader
who looks for something fetches a few of them, however large the knowledge base is:

* `names-N.js` and `facts-N.js` hold a run of entities each, in the order of ids, the articles after them;
* `rows-FOLDER-N.js` hold the rows of the Nth page of a list that takes several, as they stand there;
* `lines-N.js` hold the sentences of articles and the paragraphs of hand-written pages;
* what leads to them by words is in `search_index`.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from anyascii import anyascii

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.references import means_one
from sourcebook.render.components.facts import SAID, first_quote
from sourcebook.render.describing import description
from sourcebook.render.markup import beginning, page_url
from sourcebook.render.pages import article_uri, part_uri, sentence_uri
from sourcebook.render.words import doubts
from sourcebook.text import digest

FOLDER = "assets/data/"
SHARD = 200
"""Entities in one file of names; their facts stand in a file of the same number. Also the least of lines in a file."""
QUOTE = 220
"""Code points that are kept of it."""
MOST_QUOTED = 20_000
"""Facts; with more than that, files of facts leave the quotes to the pages."""
_MARKS = {0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sentences, or paragraphs, of a page that stand in one file.

    Attributes:
        address, title: of the page.
        first: the number of the first sentence; 0 where they have none.
        number: how many there are.
        source: a digest of the text that they are of.
        texts: gives them.
    """

    address: str
    title: str
    first: int
    number: int
    source: str
    texts: Callable[[], Sequence[str]]


def shards(kb: KnowledgeBase) -> list[Sequence[Entity | Article]]:
    """The runs of entities, and of articles, that share a file."""
    entities: list[Entity | Article] = list(kb.entities.values())
    articles: list[Entity | Article] = list(kb.articles.values())
    return [each[at : at + SHARD] for each in (entities, articles) for at in range(0, len(each), SHARD)] or [()]


def names(kb: KnowledgeBase, shard: Sequence[Entity | Article], number: int) -> str:
    """`names-N.js`: [id, type, name, other names, description, number of facts]; the type of articles is `article`.

    A 1 follows where nobody reviewed the entity, as with facts.
    """
    return script("names", [name_row(kb, each) for each in shard], number)


def name_row(kb: KnowledgeBase, each: Entity | Article) -> Sequence[object]:
    """One row of `names-N.js`."""
    if isinstance(each, Article):
        return [each.id, "article", each.name, _others([each.name], [each.author, each.publisher]), description(kb, each), 0]
    # Readers look for what texts call it, but not for "the talks".
    called = (words for words in each.mentioned_as if means_one(each.type, words))
    others = _others([each.name], [*(one.text for one in each.aliases), *called])
    return [each.id, each.type, each.name, others, description(kb, each), kb.number_of_facts(each.id), *([1] if each.auto else [])]


def facts(kb: KnowledgeBase, shard: Sequence[Entity | Article], number: int) -> str:
    """`facts-N.js`: [subject, label, other entity or "", value or "", anchor, quote, address of the words].

    A 1 follows where nobody reviewed the fact, and what `doubts` says of it; of one with doubts that somebody reviewed, a 0 before these.
    """
    with_quotes = quoted(kb)
    return script("facts", [_fact(kb, fact, quoted=with_quotes) for fact in facts_of(kb, shard)], number)


@lru_cache(maxsize=1)
def quoted(kb: KnowledgeBase) -> bool:
    """Whether files of facts hold quotes: only where there are not too many."""
    return sum(len(each.facts) for each in kb.entities.values()) <= MOST_QUOTED


def facts_of(kb: KnowledgeBase, shard: Sequence[Entity | Article]) -> Iterator[Fact]:
    """The facts of a run that can be searched, in order."""
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
    words = beginning(cited.quote, QUOTE) if cited and quoted else ""
    label = kb.schema.properties[fact.property].label
    value = "" if other else beginning(value_text(fact.value), SAID if cited and cited.quote == value_text(fact.value) else QUOTE)
    more = [int(bool(fact.auto)), *doubts(fact)]
    return [fact.subject, label, other.id if other else "", value, f"f-{fact.id}", words, where, *(more if any(more) else [])]


def lines(kb: KnowledgeBase, written: Mapping[str, str]) -> Iterator[Sequence[Group]]:
    """The sentences of all articles and the paragraphs of hand-written pages, in runs that share a file."""
    run: list[Group] = []
    for each in _groups(kb, written):
        run.append(each)
        if sum(one.number for one in run) >= SHARD:
            yield run
            run = []
    if run:
        yield run


def _groups(kb: KnowledgeBase, written: Mapping[str, str]) -> Iterator[Group]:
    for article in kb.articles.values():
        firsts = (*article.stretches, article.length + 1)
        source = article.digest or digest(article.text or "")
        for part, (begin, after) in enumerate(pairwise(firsts), 1):
            address = page_url(part_uri(article_uri(article), part))
            for first in range(begin, after, SHARD):
                number = min(SHARD, after - first)
                texts = partial(_sentences, article, first, number)
                yield Group(address=address, title=article.name, first=first, number=number, source=source, texts=texts)
    for uri, text in sorted(written.items()):
        paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s*\n", text) if each.strip() and not each.startswith("---\n")]
        title = next((each.removeprefix("# ") for each in paragraphs if each.startswith("# ")), uri)
        texts = partial(list, [beginning(each.lstrip("# "), 500) for each in paragraphs])
        yield Group(address=page_url(uri), title=title, first=0, number=len(paragraphs), source=digest(text), texts=texts)


def _sentences(article: Article, first: int, number: int) -> Sequence[str]:
    return [each.of(article.text or "") for each in article.sentences[first - 1 : first - 1 + number]]


def line_file(run: Sequence[Group], number: int) -> str:
    """`lines-N.js`: [address, title, number of the first sentence or 0, sentences]."""
    return script("lines", [[each.address, each.title, each.first, each.texts()] for each in run], number)


def lines_shown(run: Sequence[Group]) -> str:
    """A digest of a run."""
    return digest(*(f"{each.address} {each.first} {each.number} {each.source} {each.title}" for each in run))


def script(kind: str, rows: object, more: object = None) -> str:
    """A call that hands the rows over; it does nothing where our script is not loaded."""
    return call(kind, _json(rows), "" if more is None else f",{_json(more)}")


def call(kind: str, rows: str, more: str = "") -> str:
    """The same of rows that are JSON already."""
    return f'window.sourcebook&&sourcebook("{kind}",{rows}{more});\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_MARKS)
