"""The page of an entity: a head, and components in the order that the settings give for its type."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from sourcebook.model.facts import Citation, Entity, Fact
from sourcebook.model.history import History
from sourcebook.model.knowledge import COMPONENTS, KnowledgeBase
from sourcebook.render.components.facts import (
    beside,
    evidence,
    fact_rows,
    facts,
    first_quote,
    later_facts,
    marked_sentence,
    quote_link,
    sentence,
    words_link,
)
from sourcebook.render.components.graph import ego_graph
from sourcebook.render.components.history import last_change
from sourcebook.render.components.infobox import identifier, infobox
from sourcebook.render.components.mentions import mentions, naming
from sourcebook.render.components.notes import notes
from sourcebook.render.components.timeline import dated, entity_timeline
from sourcebook.render.forms import place, shown
from sourcebook.render.interface import count, say
from sourcebook.render.linked_data import entity_data
from sourcebook.render.markup import front_matter, isolated, link, outside, page_url, plain, quote_block, relative
from sourcebook.render.pages import HUBS, ROWS, Page, entity_uri, index_uri, part_of, part_uri, parts_of
from sourcebook.render.words import attribution, crumbs, label_words, pager, short_source_line

Component = Callable[[KnowledgeBase, Entity, str, int], str]


def entity_page(kb: KnowledgeBase, entity: Entity, part: int, history: History) -> Page:
    """All that is known of an entity, each piece with its source; of one that much is known of, a part."""
    first = entity_uri(kb, entity)
    base = part_uri(first, part)
    chosen = kb.settings.components.get(entity.type) or kb.settings.components.get("") or COMPONENTS
    parts = entity_parts(kb, entity)
    elsewhere = "".join(
        f'<a id="f-{each}" data-sb-later href="{relative(page_url(part_uri(first, number)), base)}#f-{each}"></a>'
        for each, number in (later_facts(kb, entity).items() if part == 1 else ())
    )
    ways = pager(kb, first, part, parts, elsewhere)
    shown = [_head(kb, entity, base, part), ways, *(_BY_NAME[name](kb, entity, base, part) for name in chosen)]
    shown += [pager(kb, first, part, parts, again=True), _foot(kb, entity, base, history), entity_data(kb, entity) if part == 1 else ""]
    title = entity.name if part == 1 else f"{entity.name} ({part})"
    meta = front_matter(title=title, description=entity.summary or f"{entity.name}: what the sources say", hide='["navigation"]')
    return Page(uri=base, title=title, markdown=meta + "\n".join(each for each in shown if each), source=entity.path)


def entity_parts(kb: KnowledgeBase, entity: Entity) -> int:
    """How many pages the entity takes."""
    return _entity_parts(kb, entity.id)


@lru_cache(maxsize=HUBS)
def _entity_parts(kb: KnowledgeBase, entity_id: str) -> int:
    entity = kb.entities[entity_id]
    facts_here = len(entity.facts) + kb.times_named(entity.id) + kb.times_beside(entity.id)
    # A fact may name an entity by two of its ids.
    if not entity.merged and max(facts_here, kb.times_mentioned(entity.id), kb.times_speaking(entity.id)) <= ROWS:
        return 1
    chosen = kb.settings.components.get(entity.type) or kb.settings.components.get("") or COMPONENTS
    rows = {
        "facts": len(fact_rows(kb, entity)),
        "connected": len(kb.facts_beside(entity.id)),
        "statements": len(_said(kb, entity)),
        "timeline": len(dated(kb, entity)),
        "mentions": len(naming(kb, entity)),
        "backlinks": len(kb.facts_naming(entity.id)) + len(kb.facts_beside(entity.id)),
    }
    return max(parts_of(number) for name, number in {**rows, "": 0}.items() if name in chosen or not name)


def _head(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    kind = kb.schema.types[entity.type]
    counts = [count(kb, kb.number_of_facts(entity.id), "{n} fact", "{n} facts")]
    counts.append(count(kb, kb.times_mentioned(entity.id), "{n} mention", "{n} mentions"))
    counts.append(count(kb, kb.articles_naming(entity.id), "{n} article", "{n} articles"))
    chip = f'<span class="sb-chip sb-{entity.type}">{label_words(kb, kind.label)}</span> {", ".join(counts)}'
    file = f' data-file="{_file(kb, entity)}"' if kb.settings.repository else ""
    summary = f'<p class="sb-summary" dir="auto">{plain(entity.summary)}</p>\n\n' if entity.summary else ""
    if part > 1:
        whole = link(isolated(entity.name), entity_uri(kb, entity), base)
        return f"{crumbs(base, (kind.plural_label, index_uri(kind.plural)), kb)}# {isolated(entity.name)} ({part})\n\n<p>{chip} {whole}</p>\n\n"
    return (
        f"{crumbs(base, (kind.plural_label, index_uri(kind.plural)), kb)}# {isolated(entity.name)} {{: data-sb-id={entity.id} }}\n\n"
        f'<p class="sb-counts"{file}>{chip}</p>\n\n{_unreviewed(kb, entity)}{summary}{_established(kb, entity.citations, base)}'
    )


def _unreviewed(kb: KnowledgeBase, entity: Entity) -> str:
    if not entity.auto:
        return ""
    note = say(kb, "The loader made this page, and nobody has reviewed it yet.")
    return f'<p class="sb-mark">{note} {short_source_line(kb, entity.place("auto"))}</p>\n\n'


def _file(kb: KnowledgeBase, entity: Entity) -> str:
    return plain(kb.settings.address("blob", entity.path))


def _established(kb: KnowledgeBase, citations: tuple[Citation, ...], base: str) -> str:
    """The words that show that there is such a thing."""
    rows = "".join(
        f"{quote_block(each.quote, kb.articles[each.source].language)}"
        f'<p class="sb-says">{attribution(kb, each, base)}. {quote_link(kb, each, base, "Show in the article", named=True)}</p>'
        for each in citations
        if each.quote and each.source in kb.articles
    )
    return f'<div class="sb-evidence">{rows}</div>\n\n' if rows else ""


def _statements(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    """What sources put into the entity's mouth about others."""
    rows = [("", each, sentence(kb, each, base)) for each in part_of(_said(kb, entity), part)]
    return f"## {say(kb, 'Quoted as saying')}\n\n{evidence(kb, rows, base)}\n\n" if rows else ""


def _said(kb: KnowledgeBase, entity: Entity) -> Sequence[Fact]:
    return list(
        {(each.fact.subject, each.fact.id): each.fact for each in kb.statements_by(entity.id) if each.fact.subject != entity.id}.values()
    )


def _backlinks(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    """What links here, by article: each fact of another page as a sentence, with the way to the words it rests on."""
    by_article: dict[str, list[str]] = {}
    found = [*kb.facts_naming(entity.id), *kb.facts_beside(entity.id)]
    for fact in part_of(found, part):
        cited = first_quote(kb, fact) or next(iter(fact.citations), None)
        name = cited.source if cited else ""
        by_article.setdefault(name, []).append(f"<li>{marked_sentence(kb, fact, base)} {words_link(kb, fact, base)}</li>")
    if not by_article:
        return ""
    lists = "".join(
        f"<p>{isolated(kb.articles[name].name) if name in kb.articles else plain(name)}</p><ul>{''.join(rows)}</ul>"
        for name, rows in by_article.items()
    )
    words = count(kb, len(found), "{n} fact on another page", "{n} facts on other pages")
    return (
        f"## {say(kb, 'What links here')}\n\n"
        f'<details class="sb-backlinks" data-search-exclude><summary>{words}</summary>{lists}</details>\n\n'
    )


def _names(kb: KnowledgeBase, entity: Entity, _: str, part: int) -> str:
    rows = list(_name_rows(kb, entity)) if part == 1 else []
    return f"## {say(kb, 'Names and identifiers')}\n\n<ul>{''.join(f'<li>{each}</li>' for each in rows)}</ul>\n\n" if rows else ""


def _name_rows(kb: KnowledgeBase, entity: Entity) -> Iterator[str]:
    for alias in entity.aliases:
        language = f' lang="{alias.language}"' if alias.language else ""
        name = f"<bdi{language}>{plain(alias.text)}</bdi>{f' ({alias.language})' if alias.language else ''}"
        yield say(kb, "Also named {name}", name=name)
    if entity.mentioned_as:
        yield say(kb, "Texts also refer to it as {names}", names=", ".join(isolated(each) for each in entity.mentioned_as))
    for each in entity.same_as:
        yield say(kb, "The same as {name}", name=identifier(each))
    for each in entity.merged:
        yield say(kb, "Formerly {name}", name=f"<code>{plain(each)}</code>")


def _foot(kb: KnowledgeBase, entity: Entity, base: str, history: History) -> str:
    copy = link(say(kb, "This page as plain text"), f"{entity_uri(kb, entity)}.txt", base)
    return f'{last_change(kb, history, entity)}{edit_link(kb, entity.path)}<p class="sb-edit" data-search-exclude>{copy}</p>\n\n'


def edit_link(kb: KnowledgeBase, path: str) -> str:
    """A link to the file behind a page in the repository; "" if no repository is set."""
    settings = kb.settings
    if not path or not (settings.repository or shown(settings)):
        return ""
    there = outside(say(kb, "Edit this page: {file}", file=plain(path)), settings.address("edit", path)) if settings.repository else ""
    return f'<p class="sb-edit" data-search-exclude{place(kb, path)}>{there}</p>\n\n'


_BY_NAME: Mapping[str, Component] = {
    "infobox": infobox,
    "facts": facts,
    "connected": beside,
    "timeline": entity_timeline,
    "graph": ego_graph,
    "statements": _statements,
    "mentions": mentions,
    "backlinks": _backlinks,
    "names": _names,
    "notes": notes,
}
