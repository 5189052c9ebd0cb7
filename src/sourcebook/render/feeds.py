"""Beyond pages: a feed of the articles, an index for language models, and every page once more as plain Markdown."""

import html
from collections.abc import Iterable, Iterator, Mapping

from sourcebook.model.articles import Article
from sourcebook.model.facts import Citation, Entity, Fact, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Kind, Reference, Value
from sourcebook.render.markup import page_url
from sourcebook.render.pages import article_uri, entity_uri, index_uri, newest_first
from sourcebook.render.words import STANCES
from sourcebook.slug import slug

FEED = "feed.xml"
NO_DATE = "1980-01-01T00:00:00Z"
"""Of an article whose source states none: a feed wants one, and nobody knows when it was stored."""


def feed(kb: KnowledgeBase) -> str:
    """The articles as an Atom feed (RFC 4287), newest first."""
    articles = newest_first(kb)
    updated = max((_moment(each) for each in articles), default=NO_DATE)
    return atom(kb, FEED, "index.html", updated, (_entry(kb, each) for each in articles))


def atom(kb: KnowledgeBase, uri: str, page: str, updated: str, entries: Iterable[str]) -> str:
    """An Atom feed.

    Args:
        kb: of the site.
        uri: of the feed.
        page: of the page that says the same; "index.html" for the site.
        updated: RFC 3339.
        entries: elements as text.
    """
    settings = kb.settings
    name = "" if uri == FEED else f":{uri.removesuffix('.xml')}"
    own = f"{settings.url}{f'/{uri}' if name else ''}" if settings.url else f"urn:sourcebook:{slug(settings.title, fallback='site')}{name}"
    home = f"{settings.url}/{'' if page == 'index.html' else page}" if settings.url else page
    base = f" xml:base={attribute(settings.url + '/')}" if settings.url else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"{base}>\n<title>{xml_text(settings.title)}</title>\n'
        f"<id>{xml_text(own)}</id>\n<updated>{updated}</updated>\n"
        f'<link rel="alternate" href={attribute(home)}/>\n<link rel="self" href={attribute(f"{settings.url}/{uri}" if settings.url else uri)}/>\n'
        f"<author><name>{xml_text(settings.title)}</name></author>\n{''.join(entries)}</feed>\n"
    )


def _entry(kb: KnowledgeBase, article: Article) -> str:
    author = kb.resolve(article.author) if article.author else None
    name = author.name if author else article.author or article.publisher
    people = f"<author><name>{xml_text(name)}</name></author>\n" if name else ""
    facts = kb.number_from(article.id)
    address = page_url(article_uri(article))
    key = f"{kb.settings.url}/{address}" if kb.settings.url else f"urn:sourcebook:article:{article.id}"
    return (
        f"<entry>\n<title>{xml_text(article.name)}</title>\n<id>{xml_text(key)}</id>\n<updated>{_moment(article)}</updated>\n"
        f"<link href={attribute(address)}/>\n{people}<summary>{xml_text(article.genre)}, supports {facts} {'fact' if facts == 1 else 'facts'}</summary>\n</entry>\n"
    )


def _moment(article: Article) -> str:
    if article.issued is None or article.issued.earliest[0] < 1:
        return NO_DATE
    year, month, day = article.issued.earliest
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z"


def xml_text(text: str) -> str:
    """Text for XML; what XML 1.0 does not allow at all is left out."""
    return html.escape("".join(each for each in text if each >= " " or each in "\t\n"), quote=False)


def attribute(value: str) -> str:
    """The value of an attribute, in quotation marks."""
    return f'"{html.escape(value)}"'


def index(kb: KnowledgeBase) -> str:
    """What there is and where, after the convention of llmstxt.org."""
    settings = kb.settings
    lines = [f"# {_line(settings.title)}", ""]
    lines += [f"> {_line(settings.description)}", ""] if settings.description else []
    lines += ["Every fact cites the exact words of a source. Statements are those of the sources, not of the editors.", ""]
    for kind in kb.schema.types.values():
        entities = kb.of_type(kind.name)
        if entities:
            lines += [f"## {_line(kind.plural_label)}", "", f"- [All]({page_url(index_uri(kind.plural))})"]
            lines += [
                f"- [{_line(each.name)}]({entity_uri(kb, each)}.txt){f': {_line(each.summary)}' if each.summary else ''}"
                for each in entities
            ]
            lines.append("")
    lines += [
        "## Articles",
        "",
        *(f"- [{_line(each.name)}]({article_uri(each)}.txt): {_line(each.genre)}" for each in kb.articles.values()),
    ]
    return "\n".join(lines) + "\n"


def entity_text(kb: KnowledgeBase, entity: Entity) -> str:
    """An entity's page as Markdown for reading and for programs."""
    made = " (proposed by the loader, not yet reviewed)" if entity.auto else ""
    lines = [f"# {_line(entity.name)}", "", _line(kb.schema.types[entity.type].label) + made]
    if entity.aliases:
        lines.append(f"Also: {', '.join(_line(each.text) for each in entity.aliases)}")
    lines += [*([_line(entity.summary)] if entity.summary else []), ""]
    for fact in kb.facts_about(entity.id):
        lines += list(_fact(kb, fact, kb.schema.properties[fact.property].label, _value(kb, fact)))
    for fact in kb.facts_naming(entity.id):
        subject = kb.entities[fact.subject]
        lines += list(_fact(kb, fact, kb.schema.inverse_label(kb.schema.properties[fact.property], subject.type), subject.name))
    return "\n".join(lines).rstrip() + "\n"


def _value(kb: KnowledgeBase, fact: Fact) -> str:
    other = kb.resolve(fact.target) if fact.target else None
    return other.name if other else value_text(fact.value)


def _fact(kb: KnowledgeBase, fact: Fact, label: str, value: str) -> Iterator[str]:
    said = kb.schema.properties[fact.property].kind is Kind.QUOTE
    details = [f"{name} {', '.join(_shown(kb, each) for each in values)}" for name, values in fact.qualifiers.items()]
    state = [
        each
        for each in ("proposed by the loader, not yet reviewed" if fact.auto else "", "deprecated" if fact.rank is Rank.DEPRECATED else "")
        if each
    ]
    more = f" ({'; '.join(_line(each) for each in [*details, *state])})" if details or state else ""
    yield f"- {_line(label)}: {'(a quotation)' if said else _line(value)}{more}"
    for each in fact.citations:
        yield f"  > {_line(each.quote or each.locator)}"
        yield f"  > ({_line(_source(kb, each))})"


def _shown(kb: KnowledgeBase, value: Value) -> str:
    return _named(kb, value.text) if isinstance(value, Reference) else value_text(value)


def _named(kb: KnowledgeBase, text: str) -> str:
    entity = kb.resolve(text)
    return entity.name if entity else text


def _source(kb: KnowledgeBase, citation: Citation) -> str:
    article = kb.articles.get(citation.source)
    speaker = kb.resolve(citation.by) if citation.by else None
    name = f"{speaker.name if speaker else citation.by}, quoted in " if citation.by else ""
    return f"{name}{article.name if article else citation.source}: {STANCES[citation.stance]}"


def article_text(kb: KnowledgeBase, article: Article) -> str:
    """The record and the words of an article."""
    rows: Mapping[str, str] = {
        "Author": _named(kb, article.author),
        "Publisher": article.publisher,
        "Date": article.issued.words if article.issued else "",
        "Kind": article.genre,
        "Address": article.url,
        "Licence": article.license,
    }
    head = "".join(f"{name}: {_line(value)}\n" for name, value in rows.items() if value)
    return f"# {_line(article.name)}\n\n{head}\n{article.text or '(The text of this source is not held.)'}\n"


def _line(text: str) -> str:
    return " ".join(text.split())
