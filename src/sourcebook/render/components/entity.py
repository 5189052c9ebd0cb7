"""The page of an entity."""

from collections.abc import Iterator

from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import beside, facts, sentence
from sourcebook.render.components.infobox import identifier, infobox
from sourcebook.render.components.mentions import mentions
from sourcebook.render.components.notes import notes
from sourcebook.render.footnotes import Footnotes, quote_link
from sourcebook.render.markup import front_matter, isolated, link, outside, plain
from sourcebook.render.pages import HOME, Page, entity_uri, index_uri
from sourcebook.render.words import count_of, date_words, speaker_words


def entity_page(kb: KnowledgeBase, entity: Entity) -> Page:
    """Everything that the knowledge base holds about one entity."""
    base = entity_uri(kb, entity)
    footnotes = Footnotes(kb, base)
    parts = [
        _head(kb, entity, base, footnotes),
        infobox(kb, entity, base),
        facts(kb, entity, base, footnotes),
        beside(kb, entity, base, footnotes),
        _timeline(kb, entity, base),
        _statements(kb, entity, base),
        mentions(kb, entity, base),
        _backlinks(kb, entity, base),
        _names(entity),
        notes(kb, entity, base),
        edit_link(kb, entity.path),
        footnotes.definitions(),
    ]
    meta = front_matter(title=entity.name, description=entity.summary or f"{entity.name}: what the sources say", hide='["navigation"]')
    return Page(uri=base, title=entity.name, markdown=meta + "\n".join(part for part in parts if part), source=entity.path)


def _head(kb: KnowledgeBase, entity: Entity, base: str, footnotes: Footnotes) -> str:
    kind = kb.schema.types[entity.type]
    crumbs = f"{link('Home', HOME, base)} › {link(plain(kind.plural_label), index_uri(kind.plural), base)}"
    places = kb.mentioned_in(entity.id)
    counts = [count_of(len(kb.facts_about(entity.id)) + len(kb.facts_naming(entity.id)), "fact")]
    counts.append(f"{count_of(sum(len(spans) for _, spans in places), 'mention')} in {count_of(len(places), 'article')}")
    chip = f'<span class="sb-chip sb-{entity.type}">{plain(kind.label)}</span> {", ".join(counts)}'
    marks = "".join(footnotes.mark(each) for each in entity.citations)
    summary = f"<span>{plain(entity.summary)}</span>{marks}" if entity.summary or marks else ""
    return (
        f'<nav class="sb-crumbs" aria-label="Where this page stands" data-search-exclude>{crumbs}</nav>\n\n'
        f"# {isolated(entity.name)} {{: data-sb-id={entity.id} }}\n\n{chip}\n{{: .sb-counts }}\n\n"
        + (f"{summary}\n{{: .sb-summary }}\n\n" if summary else "")
    )


def _timeline(kb: KnowledgeBase, entity: Entity, base: str) -> str:
    """Dated facts and events that concern the entity, in order; "" for fewer than two."""
    found = [*kb.facts_about(entity.id), *kb.facts_naming(entity.id), *kb.facts_beside(entity.id)]
    rows = {(each.when.earliest, sentence(kb, each, base)): date_words(each.when) for each in found if each.when}
    for each in found:
        for name in {each.subject, each.target} - {entity.id, None}:
            other = kb.resolve(str(name))
            if other and other.when:
                rows.setdefault((other.when.earliest, link(isolated(other.name), entity_uri(kb, other), base)), date_words(other.when))
    if len(rows) < 2:
        return ""
    items = "".join(f"<li>{when} {words}</li>" for (_, words), when in sorted(rows.items()))
    return f'## Timeline\n\n<ol class="sb-timeline" data-search-exclude>{items}</ol>\n'


def _statements(kb: KnowledgeBase, entity: Entity, base: str) -> str:
    """What sources put into the entity's mouth about others."""
    found = [each for each in kb.statements_by(entity.id) if each.fact.subject != entity.id]
    items = "".join(
        f"<li>{sentence(kb, each.fact, base)} {quote_link(kb, each.citation, base, 'Show in the article')}</li>" for each in found
    )
    return f"## Quoted as saying\n\n<ul>{items}</ul>\n" if items else ""


def _backlinks(kb: KnowledgeBase, entity: Entity, base: str) -> str:
    """What links here, each as a sentence with the words it rests on."""
    rows = []
    for fact in (*kb.facts_naming(entity.id), *kb.facts_beside(entity.id)):
        cited = next((each for each in fact.citations if each.quote), None)
        quoted = f" <q>{plain(cited.quote)}</q> ({speaker_words(kb, cited, base)})" if cited else ""
        rows.append(f"<li>{sentence(kb, fact, base)}{quoted}</li>")
    if not rows:
        return ""
    return f'## What links here\n\n<details class="sb-backlinks" data-search-exclude><summary>{count_of(len(rows), "fact")} on other pages</summary><ul>{"".join(rows)}</ul></details>\n'


def _names(entity: Entity) -> str:
    rows = list(_name_rows(entity))
    return f"## Names and identifiers\n\n<ul>{''.join(f'<li>{each}</li>' for each in rows)}</ul>\n" if rows else ""


def _name_rows(entity: Entity) -> Iterator[str]:
    for alias in entity.aliases:
        language = f' lang="{alias.language}"' if alias.language else ""
        yield f"Also named <bdi{language}>{plain(alias.text)}</bdi>{f' ({alias.language})' if alias.language else ''}"
    if entity.mentioned_as:
        yield f"Texts also refer to it as {', '.join(isolated(each) for each in entity.mentioned_as)}"
    for each in entity.same_as:
        yield f"The same as {identifier(each)}"
    for each in entity.merged:
        yield f"Formerly <code>{plain(each)}</code>"


def edit_link(kb: KnowledgeBase, path: str) -> str:
    """A link to the file behind a page in the repository; "" if no repository is set."""
    settings = kb.settings
    if not settings.repository or not path:
        return ""
    address = f"{settings.repository.rstrip('/')}/edit/{settings.branch}/{path}"
    return f'<p class="sb-edit" data-search-exclude>{outside(f"Edit this page: {plain(path)}", address)}</p>\n\n'
