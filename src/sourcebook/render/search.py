"""Names and facts for the scripts in the browser: jump to a name, hover cards, ways between two, what changed.

Plain scripts that call one function, because a page from the disk can load nothing else.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from anyascii import anyascii

from sourcebook.model.facts import Fact, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import first_quote
from sourcebook.render.interface import translations
from sourcebook.render.markup import page_url
from sourcebook.render.pages import sentence_uri

SHARD = 1_000
"""Entities in one file of names; their facts stand in a file of the same number."""
SUMMARY, QUOTE = 140, 220
"""Code points that are kept of each."""
MOST_QUOTED = 20_000
"""Facts; with more than that, files of facts leave the quotes to the pages."""
_MARKS = {0x2028: "\\u2028", 0x2029: "\\u2029"}


def files(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """(uri, text) of each file.

    `names-N.js`: [id, type, name, other names, summary, number of facts]; articles follow with the type `article`.
    `facts-N.js`: [subject, label, other entity or "", value or "", anchor, quote, address of the words].
    """
    entities = list(kb.entities.values())
    shards = [entities[at : at + SHARD] for at in range(0, len(entities), SHARD)] or [[]]
    quoted = sum(len(each.facts) for each in entities) <= MOST_QUOTED
    kinds = [[each.name, each.plural, each.label, each.plural_label] for each in kb.schema.types.values()]
    own = translations(kb)
    if own:
        yield "assets/data/words.js", _script("words", own)
    yield "assets/data/types.js", _script("types", [*kinds, ["article", "articles", "Article", "Articles"]], len(shards))
    for number, shard in enumerate(shards):
        rows: list[Sequence[object]] = []
        for entity in shard:
            facts = len(kb.facts_about(entity.id)) + len(kb.facts_naming(entity.id))
            others = _others([entity.name], [each.text for each in entity.aliases])
            rows.append([entity.id, entity.type, entity.name, others, _cut(entity.summary, SUMMARY), facts])
        if number == len(shards) - 1:
            rows += [
                [each.id, "article", each.name, _others([each.name], [each.author, each.publisher]), each.genre, 0]
                for each in kb.articles.values()
            ]
        yield f"assets/data/names-{number}.js", _script("names", rows)
        facts_of = [
            _fact(kb, fact, quoted=quoted) for entity in shard for fact in kb.facts_about(entity.id) if fact.rank is not Rank.DEPRECATED
        ]
        yield f"assets/data/facts-{number}.js", _script("facts", facts_of)


def _others(names: Sequence[str], aliases: Sequence[str]) -> str:
    """Aliases, and how names in other scripts are written in Latin letters without marks; a line each."""
    plain = [anyascii(each) for each in (*names, *aliases) if each and not each.isascii()]
    return "\n".join(dict.fromkeys(each for each in (*aliases, *plain) if each))


def _fact(kb: KnowledgeBase, fact: Fact, *, quoted: bool) -> list[str]:
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
    return [
        fact.subject,
        label,
        other.id if other else "",
        "" if other else _cut(value_text(fact.value), QUOTE),
        f"f-{fact.id}",
        words,
        where,
    ]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _script(kind: str, rows: Sequence[object] | Mapping[str, str], more: int = 0) -> str:
    """A call that hands the rows over; it does nothing where our script is not loaded."""
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).translate(_MARKS)
    return f'window.sourcebook&&sourcebook("{kind}",{text}{f",{more}" if more else ""});\n'
