"""Index pages: one per type, and the articles."""

from collections.abc import Mapping
from types import MappingProxyType

from sourcebook.model.facts import Entity, Rank
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.schema import Type
from sourcebook.render.interface import count, say, text
from sourcebook.render.markup import front_matter, isolated, link, plain
from sourcebook.render.pages import (
    ARTICLE_INDEX,
    LISTED,
    Page,
    article_uri,
    entity_uri,
    index_uri,
    newest_first,
    part_of,
    part_uri,
    parts_of,
)
from sourcebook.render.words import author_words, crumbs, date_words, doubt_marks, heading_words, label_words, pager, value_words

MOST_VALUES = 3
NO_MARKS: Mapping[int, str] = MappingProxyType({})
PERSON = "schema:Person"
"""What types of people are. Their families' names stand first or last, which nobody can tell of a name alone: so readers choose."""


def type_index(kb: KnowledgeBase, kind: Type, part: int = 1) -> Page:
    """All entities of a type in a table, by name; of very many, a part."""
    base = part_uri(index_uri(kind.plural), part)
    entities = kb.of_type(kind.name)
    parts = parts_of(len(entities), LISTED)
    heads = [say(kb, "Name"), *(_label(kb, name) for name in kind.columns), say(kb, "Facts"), say(kb, "Mentions")]
    rows = type_rows(kb, kind, part)
    ways, below = (pager(kb, index_uri(kind.plural), part, parts, again=each) for each in (False, True))
    title = kind.plural_label
    people = " data-sb-names" if kind.rdf == PERSON else ""
    empty = "" if entities else say(kb, "There are none yet.") + "\n"
    words = say(kb, "{n} in this knowledge base.", n=f"{len(entities):,}")
    body = f"{crumbs(base, None, kb)}# {label_words(kb, title)}\n\n{words}\n\n{ways}{empty}"
    return Page(
        uri=base,
        title=title,
        markdown=front_matter(
            title=text(kb, title) if title.isascii() else title, description=f"{title}: {len(entities):,}", hide='["navigation", "toc"]'
        )
        + body
        + (
            table(heads, rows, marks={0: f' aria-sort="ascending"{people}'}, whole=_whole(kind.plural, part, parts)) + below if rows else ""
        ),
    )


def type_rows(kb: KnowledgeBase, kind: Type, part: int) -> str:
    """The rows that a page of the list of a type shows."""
    base = part_uri(index_uri(kind.plural), part)
    return "".join(_row(kb, kind, each, base) for each in part_of(kb.of_type(kind.name), part, LISTED))


def _whole(folder: str, part: int, parts: int) -> str:
    """What the script has to know to sort and filter a list of several pages as a whole: whose rows to fetch, which are here, and how many."""
    return f' data-sb-whole="{folder} {part} {parts} {LISTED}"' if parts > 1 else ""


def table(heads: list[str], rows: str, *, marks: Mapping[int, str] = NO_MARKS, whole: str = "") -> str:
    """A table that the page's script makes sortable and filterable; complete without it.

    Args:
        heads: of the columns, HTML.
        rows: HTML.
        marks: attributes of heads by their numbers.
        whole: attributes of a table that goes on on other pages.
    """
    cells = "".join(f'<th scope="col"{marks.get(number, "")}>{each}</th>' for number, each in enumerate(heads))
    return f'<div class="sb-table" data-search-exclude{whole}><table class="sb-rows"><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table></div>\n\n'


def _label(kb: KnowledgeBase, name: str) -> str:
    known = kb.schema.properties.get(name)
    label = known.label if known else {"when": "Date"}.get(name, name)
    return heading_words(kb, label)


def _row(kb: KnowledgeBase, kind: Type, entity: Entity, base: str) -> str:
    cells = [link(isolated(entity.name), entity_uri(kb, entity), base), *(_cell(kb, entity, name, base) for name in kind.columns)]
    facts = kb.number_of_facts(entity.id)
    mentions = kb.times_mentioned(entity.id)
    first, *rest = [*cells, f"{facts}", f"{mentions}"]
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{each}</td>" for each in rest)}</tr>'


def _cell(kb: KnowledgeBase, entity: Entity, name: str, base: str) -> str:
    if name == "when":
        return date_words(kb, entity.when) if entity.when else _not_stated(kb)
    if name in {"kind", "status"}:
        return plain(getattr(entity, name))
    found = [each for each in kb.facts_about(entity.id) if each.property == name and each.rank is not Rank.DEPRECATED]
    shown = list(dict.fromkeys(value_words(kb, each.value, base) + doubt_marks(kb, each) for each in found))
    return ", ".join(shown[:MOST_VALUES]) + (f" {say(kb, 'and {n} more', n=len(shown) - MOST_VALUES)}" if len(shown) > MOST_VALUES else "")


def _not_stated(kb: KnowledgeBase) -> str:
    return f"<em>{say(kb, 'not stated')}</em>"


def article_index(kb: KnowledgeBase, part: int = 1) -> Page:
    """All articles and other sources in a table; of very many, a part."""
    base = part_uri(ARTICLE_INDEX, part)
    parts = parts_of(len(kb.articles), LISTED)
    ways, below = (pager(kb, ARTICLE_INDEX, part, parts, again=each) for each in (False, True))
    rows = article_rows(kb, part)
    body = (
        f"{crumbs(base, None, kb)}# {say(kb, 'Articles')}\n\n{count(kb, len(kb.articles), '{n} source', '{n} sources')}. "
        f"{say(kb, 'Every fact on this site rests on words of one of them.')}\n\n{ways}"
    )
    heads = [say(kb, each) for each in ("Article", "Author", "Kind", "Date", "Facts")]
    meta = front_matter(title=text(kb, "Articles"), description=text(kb, "All articles and other sources"), hide='["navigation", "toc"]')
    return Page(
        uri=base,
        title="Articles",
        markdown=meta
        + body
        + (table(heads, rows, marks={3: ' aria-sort="descending"'}, whole=_whole("articles", part, parts)) + below if rows else ""),
    )


def article_rows(kb: KnowledgeBase, part: int) -> str:
    """The rows that a page of the list of articles shows."""
    base, rows = part_uri(ARTICLE_INDEX, part), ""
    for each in part_of(newest_first(kb), part, LISTED):
        author = author_words(kb, each, base) if each.author or each.publisher else _not_stated(kb)
        facts = kb.number_from(each.id)
        date = date_words(kb, each.issued) if each.issued else _not_stated(kb)
        held = "" if each.text is not None else f" <small>({say(kb, 'text not held')})</small>"
        rows += f'<tr><th scope="row">{link(isolated(each.name), article_uri(each), base)}{held}</th><td>{author}</td><td>{label_words(kb, each.genre)}</td><td>{date}</td><td>{facts}</td></tr>'
    return rows
