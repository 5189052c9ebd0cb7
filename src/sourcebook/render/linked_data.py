"""Pages for machines: JSON-LD after schema.org, made in one place so that every page says it in the same way."""

import html
import json
import re
from typing import Any

from sourcebook.model.articles import Article
from sourcebook.model.facts import Citation, Entity, Fact, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Coordinates, Reference, Special
from sourcebook.render.markup import page_url
from sourcebook.render.pages import article_uri, entity_uri

CONTEXT = "https://schema.org"
MOST_CLAIMS = 40
"""Facts that a page states as claims; the others stand in its text."""
_MARKS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def entity_data(kb: KnowledgeBase, entity: Entity) -> str:
    """A script block that browsers do not run: who or what the page is about, and what its sources claim."""
    kind = _class(kb.schema.types[entity.type].rdf)
    found: dict[str, Any] = {"@context": CONTEXT, "@type": kind, **_where(kb, entity_uri(kb, entity)), "name": entity.name}
    if entity.aliases:
        found["alternateName"] = [each.text for each in entity.aliases]
    if entity.summary:
        found["description"] = entity.summary
    if entity.when and entity.when.iso:
        found["startDate" if kind == "Event" else "dateCreated"] = entity.when.iso
    same = [each for each in map(_same_as, entity.same_as) if each]
    if same:
        found["sameAs"] = same
    facts = [each for each in kb.facts_about(entity.id) if each.rank is not Rank.DEPRECATED]
    said: dict[str, list[Any]] = {}
    for fact in facts:
        rule = _class(kb.schema.properties[fact.property].rdf, default="")
        value = _value(kb, fact)
        # What is said above of the entity itself is not said twice in other words.
        if rule and rule not in found and value is not None and value not in said.setdefault(rule, []):
            said[rule].append(value)
    found |= said
    claims = [each for each in facts if any(one.quote for one in each.citations)][:MOST_CLAIMS]
    if claims:
        found["subjectOf"] = [_claim(kb, each) for each in claims]
    return script(found)


def article_data(kb: KnowledgeBase, article: Article) -> str:
    """The same for an article: who wrote it, when, and whom it is about."""
    found: dict[str, Any] = {"@context": CONTEXT, **_work(kb, article)}
    about = dict.fromkeys(kb.entities[each].name for each in kb.mentioned_by(article.id).entities)
    if about:
        found["mentions"] = [{"@type": "Thing", "name": name} for name in list(about)[:MOST_CLAIMS]]
    return script(found)


def site_data(kb: KnowledgeBase) -> str:
    """The same for the home page."""
    found = {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": kb.settings.title,
        "description": kb.settings.description,
        "url": kb.settings.url,
    }
    return script({key: value for key, value in found.items() if value})


def script(found: dict[str, Any]) -> str:
    """Data as an HTML block; nothing in it can end the block or begin another."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    for mark, escaped in _MARKS.items():
        text = text.replace(mark, escaped)
    return f'<script type="application/ld+json">{text}</script>\n\n'


def _class(name: str, *, default: str = "Thing") -> str:
    found = re.fullmatch(r"schema:(\w+)", name)
    return found[1] if found else default


def _where(kb: KnowledgeBase, uri: str) -> dict[str, str]:
    return {"@id": f"{kb.settings.url}/{page_url(uri)}"} if kb.settings.url else {}


def _same_as(text: str) -> str:
    registers = {"wikidata": "https://www.wikidata.org/entity/", "geonames": "https://sws.geonames.org/", "viaf": "https://viaf.org/viaf/"}
    register, _, number = text.partition(":")
    if register in registers and re.fullmatch(r"\w+", number):
        return registers[register] + number
    return text if re.match(r"https?://\S+\Z", text) else ""


def _value(kb: KnowledgeBase, fact: Fact) -> Any:
    match fact.value:
        case Special():
            return None
        case Coordinates():
            return {"@type": "GeoCoordinates", "latitude": fact.value.latitude, "longitude": fact.value.longitude}
        case Reference():
            other = kb.resolve(fact.value.text)
            return (
                {"@type": _class(kb.schema.types[other.type].rdf), "name": other.name, **_where(kb, entity_uri(kb, other))}
                if other
                else None
            )
        case _:
            return value_text(fact.value)


def _claim(kb: KnowledgeBase, fact: Fact) -> dict[str, Any]:
    other = kb.resolve(fact.target) if fact.target else None
    said = other.name if other else value_text(fact.value)
    quoted = [each for each in fact.citations if each.quote]
    words = f"{kb.entities[fact.subject].name}: {kb.schema.properties[fact.property].label}: {said}"
    state = {"creativeWorkStatus": "Proposed by the loader, not yet reviewed"} if fact.auto else {}
    return {"@type": "Claim", "identifier": fact.id, "text": words, **state, "appearance": [_quotation(kb, each) for each in quoted]}


def _quotation(kb: KnowledgeBase, citation: Citation) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Quotation", "text": citation.quote}
    speaker = kb.resolve(citation.by) if citation.by else None
    if speaker:
        found["spokenByCharacter"] = {"@type": _class(kb.schema.types[speaker.type].rdf), "name": speaker.name}
    article = kb.articles.get(citation.source)
    if article:
        found["isPartOf"] = {"@type": "Article", "name": article.name, **_where(kb, article_uri(article))}
    return found


def _work(kb: KnowledgeBase, article: Article) -> dict[str, Any]:
    kinds = {"news": "NewsArticle", "opinion": "OpinionNewsArticle"}
    found: dict[str, Any] = {"@type": kinds.get(article.genre, "Article"), **_where(kb, article_uri(article)), "name": article.name}
    author = kb.resolve(article.author) if article.author else None
    if article.author:
        kind = _class(kb.schema.types[author.type].rdf) if author else "Person"
        found["author"] = {"@type": kind, "name": author.name if author else article.author}
    if article.publisher:
        found["publisher"] = {"@type": "Organization", "name": article.publisher}
    if article.issued and article.issued.iso:
        found["datePublished"] = article.issued.iso
    if article.language:
        found["inLanguage"] = article.language
    if re.match(r"https?://", article.url):
        found["url"] = article.url
    return found


def head(kb: KnowledgeBase, title: str, description: str, url: str) -> str:
    """Open Graph and feed, as HTML for the head of a page."""
    depth = url.count("/")
    tags = {
        "og:type": "article" if "/" in url and not url.endswith("index.html") else "website",
        "og:site_name": kb.settings.title,
        "og:title": html.unescape(title) or kb.settings.title,
        "og:description": html.unescape(description),
        "og:url": f"{kb.settings.url}/{url}" if kb.settings.url else "",
        "og:locale": kb.settings.language.replace("-", "_"),
    }
    shown = "".join(f'<meta property="{name}" content="{html.escape(value)}">' for name, value in tags.items() if value)
    # Of what is an alternate alone, Material thinks it a translation, and fetches all addresses of the site for it, on each page.
    return f'{shown}<link rel="feed alternate" type="application/atom+xml" title="{html.escape(kb.settings.title)}" href="{"../" * depth}feed.xml">'
