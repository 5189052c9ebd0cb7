"""What is wrong with hand-written pages: links that lead nowhere, which readers would see as they are typed, and unresolved merges."""

import re
from collections.abc import Iterator

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.suggest import did_you_mean

_CODE = re.compile(r"(?ms)^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]*`")
_MARKER = re.compile(r"(?m)^<{7} \S.*$")
_LINK = re.compile(r"\[\[(?P<id>[a-z0-9-]+)(?:\|[^\]\n|]+)?\]\]")
_LIST = re.compile(r"(?m)^\[\[list:(?P<type>[a-z][a-z0-9_]*)(?: [a-z][a-z0-9_]*=(?P<value>[a-z0-9-]+))?\]\][ \t]*$")
_FACT = re.compile(r"(?m)^\[\[fact:(?P<subject>[a-z0-9-]+)#(?P<name>[0-9a-f]{8})\]\][ \t]*$")


def wrong_in_page(kb: KnowledgeBase, text: str, path: str) -> Iterator[Diagnostic]:
    """All that is wrong in a page's Markdown; code is passed over."""
    prose = _CODE.sub(lambda code: re.sub(r"\S", " ", code[0]), text)
    if marker := _MARKER.search(prose):
        message = "A merge left two versions here, of which a person must choose"
        hint = "Keep what is right of the two, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."
        yield Diagnostic(code="merge-conflict", message=message, place=_place(text, path, marker), help=hint)
    yield from _dead_links(kb, text, prose, path)


def _dead_links(kb: KnowledgeBase, text: str, prose: str, path: str) -> Iterator[Diagnostic]:
    """What the links in a page's Markdown name and nothing has; `prose` is the text with its code blanked out."""
    for found in _LINK.finditer(prose):
        name = found["id"]
        if kb.resolve(name) is None and name not in kb.articles:
            hint = did_you_mean(name, [*kb.entities, *kb.articles]) or "Correct the id, or write the text without brackets."
            yield _missing(f"The page links to `{name}`, and nothing has this id", hint, _place(text, path, found), name)
    for found in _LIST.finditer(prose):
        kind, value = found["type"], found["value"]
        if kind not in kb.schema.types:
            hint = did_you_mean(kind, kb.schema.types) or f"Known types: {', '.join(kb.schema.types)}."
            yield Diagnostic(code="unknown-type", message=f"There is no type `{kind[:60]}`", place=_place(text, path, found), help=hint)
        if value and kb.resolve(value) is None:
            hint = did_you_mean(value, kb.entities) or "Correct the id."
            yield _missing(f"The list names `{value}`, and no entity has this id", hint, _place(text, path, found), value)
    for found in _FACT.finditer(prose):
        subject = kb.resolve(found["subject"])
        if subject is None or all(each.id != found["name"] for each in kb.facts_about(subject.id)):
            hint = "Copy what follows `#f-` in the address of the fact, behind the id of the page."
            missing = "" if subject else found["subject"]
            yield _missing(f"There is no fact `{found['subject']}#{found['name']}`", hint, _place(text, path, found), missing)


def _missing(message: str, hint: str, place: Place, name: str) -> Diagnostic:
    return Diagnostic(code="unknown-entity", message=message, place=place, help=hint, missing=name)


def _place(text: str, path: str, found: re.Match[str]) -> Place:
    line_start = text.rfind("\n", 0, found.start()) + 1
    return Place(path, text.count("\n", 0, found.start()) + 1, found.start() - line_start + 1, len(found[0].rstrip()))
