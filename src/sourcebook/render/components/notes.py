"""Editors' prose with links between pages."""

import re
from collections.abc import Callable

from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import evidence, sentence
from sourcebook.render.interface import say
from sourcebook.render.markup import isolated, link, plain, relative
from sourcebook.render.pages import Page, article_uri, entity_uri
from sourcebook.render.words import entity_link

_LINK = re.compile(r"\[\[(?P<id>[a-z0-9-]+)(?:\|(?P<text>[^\]\n|]+))?\]\]")
_EMBED = re.compile(
    r"(?m)^\[\[(?:list:(?P<type>[a-z][a-z0-9_]*)(?: (?P<property>[a-z][a-z0-9_]*)=(?P<value>[a-z0-9-]+))?|(?P<fact>fact):(?P<subject>[a-z0-9-]+)#(?P<name>[0-9a-f]{8}))\]\][ \t]*$"
)
_CODE = re.compile(r"(?ms)^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]*`")
_HTML = re.compile(r"<(?=[/!?A-Za-z])")
_BRACES = re.compile(r"\{(?=\s*[:.#%{])")
_SCHEMES = re.compile(r"(\]\(\s*<?|^\s*\[[^\]]+\]:\s*<?)(?!https?:|mailto:|[\w./#-]+(?:[)#?\s]|$))[^)\s]*", re.MULTILINE | re.IGNORECASE)


def notes(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    """The entity's notes as Markdown; HTML in them is shown, not obeyed."""
    if not entity.notes or part > 1:
        return ""
    # Footnote marks would collide with the page's own.
    quiet = _HTML.sub("&lt;", entity.notes).replace("[^", "&#91;^")
    quiet = _SCHEMES.sub(r"\1#", _BRACES.sub("&#123;", quiet))
    deeper = re.sub(r"^(#{1,4}) ", r"##\1 ", quiet, flags=re.MULTILINE)
    return f"## {say(kb, 'Notes')}\n\n{resolve_links(kb, deeper, base)}\n\n"


def resolve_links(kb: KnowledgeBase, markdown: str, base: str) -> str:
    """Markdown with `[[id]]` and `[[id|text]]` as links, except inside code. An unknown id stays as it is written.

    On a line of its own, `[[list:TYPE]]` and `[[list:TYPE PROPERTY=ID]]` become a list of entities, and `[[fact:ID#NAME]]`
    a fact with its words (`NAME` is what follows `#f-` in its address).
    """
    markdown = _outside_code(markdown, lambda text: _EMBED.sub(lambda found: _embed(kb, found, base), text))
    return _outside_code(markdown, lambda text: _LINK.sub(_replacer(kb, base), text))


def _outside_code(markdown: str, change: Callable[[str], str]) -> str:
    out, position = [], 0
    for code in _CODE.finditer(markdown):
        out += [change(markdown[position : code.start()]), code[0]]
        position = code.end()
    return "".join([*out, change(markdown[position:])])


def _embed(kb: KnowledgeBase, found: re.Match[str], base: str) -> str:
    if found["fact"]:
        entity = kb.resolve(found["subject"])
        fact = next((each for each in kb.facts_about(entity.id) if each.id == found["name"]), None) if entity else None
        return f"\n{evidence(kb, [('', fact, sentence(kb, fact, base))], base)}\n" if fact else found[0]
    if found["type"] not in kb.schema.types:
        return found[0]
    wanted = kb.resolve(found["value"]) if found["value"] else None
    entities = [
        each
        for each in kb.of_type(found["type"])
        if not found["property"]
        or (wanted and any(one.property == found["property"] and kb.resolve(one.target or "") is wanted for one in kb.facts_about(each.id)))
    ]
    items = "".join(
        f"<li>{entity_link(kb, each.id, base)}{f' <small>{plain(each.summary)}</small>' if each.summary else ''}</li>" for each in entities
    )
    return f"\n<ul>{items}</ul>\n" if items else f"\n<p>{say(kb, 'There are none yet.')}</p>\n"


def _replacer(kb: KnowledgeBase, base: str) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        entity = kb.resolve(found["id"])
        if entity:
            return link(isolated(found["text"] or entity.name), entity_uri(kb, entity), base, kind=f"sb-link sb-{entity.type}")
        article = kb.articles.get(found["id"])
        if article:
            return link(isolated(found["text"] or article.name), article_uri(article), base)
        return found[0]

    return replace


def moved(kb: KnowledgeBase, old_id: str, entity: Entity) -> Page:
    """The page that sends readers from a merged id to its entity."""
    folder = kb.schema.types[entity.type].plural
    uri = f"{folder}/{old_id}.md"
    target = relative(f"{folder}/{entity.id}.html", uri)
    # The script keeps the part of the address after "#"; without it the page sends on after a second.
    to = f'<a data-sb-moved href="{target}">{isolated(entity.name)}</a>'
    body = f'<meta http-equiv="refresh" content="1; url={target}">\n\n<p>{say(kb, "This page moved to {name}.", name=to)}</p>\n'
    meta = '---\ntitle: "' + old_id + '"\nsearch:\n  exclude: true\nhide: ["navigation", "toc"]\n---\n\n'
    return Page(uri=uri, title=old_id, markdown=f"{meta}# {say(kb, 'Moved')}\n\n{body}", source=entity.path)
