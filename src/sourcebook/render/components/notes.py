"""Editors' prose with links between pages."""

import re
from collections.abc import Callable

from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.markup import isolated, link, relative
from sourcebook.render.pages import article_uri, entity_uri

_LINK = re.compile(r"\[\[(?P<id>[a-z0-9-]+)(?:\|(?P<text>[^\]\n|]+))?\]\]")
_CODE = re.compile(r"(?ms)^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]*`")
_HTML = re.compile(r"<(?=[/!?A-Za-z])")
_BRACES = re.compile(r"\{(?=\s*[:.#%{])")
_SCHEMES = re.compile(r"(\]\(\s*<?|^\s*\[[^\]]+\]:\s*<?)(?!https?:|mailto:|[\w./#-]+(?:[)#?\s]|$))[^)\s]*", re.MULTILINE | re.IGNORECASE)


def notes(kb: KnowledgeBase, entity: Entity, base: str) -> str:
    """The entity's notes as Markdown; HTML in them is shown, not obeyed."""
    if not entity.notes:
        return ""
    # Footnote marks would collide with the page's own.
    quiet = _HTML.sub("&lt;", entity.notes).replace("[^", "&#91;^")
    quiet = _SCHEMES.sub(r"\1#", _BRACES.sub("&#123;", quiet))
    deeper = re.sub(r"^(#{1,4}) ", r"##\1 ", quiet, flags=re.MULTILINE)
    return f"## Notes\n\n{resolve_links(kb, deeper, base)}\n\n"


def resolve_links(kb: KnowledgeBase, markdown: str, base: str) -> str:
    """Markdown with `[[id]]` and `[[id|text]]` as links, except inside code. An unknown id stays as it is written."""
    out, position = [], 0
    for code in _CODE.finditer(markdown):
        out += [_LINK.sub(_replacer(kb, base), markdown[position : code.start()]), code[0]]
        position = code.end()
    return "".join([*out, _LINK.sub(_replacer(kb, base), markdown[position:])])


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


def redirect(kb: KnowledgeBase, old_id: str, entity: Entity) -> tuple[str, str]:
    """(uri, markdown) of the page that sends readers from a merged id to its entity."""
    folder = kb.schema.types[entity.type].plural
    uri = f"{folder}/{old_id}.md"
    target = relative(f"{folder}/{entity.id}.html", uri)
    body = f'<meta http-equiv="refresh" content="0; url={target}">\n\nThis page moved to {link(isolated(entity.name), entity_uri(kb, entity), uri)}.\n'
    return uri, f'---\ntitle: "{old_id}"\nsearch:\n  exclude: true\nhide: ["navigation", "toc"]\n---\n\n# Moved\n\n{body}'
