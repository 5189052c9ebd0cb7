"""YAML as nodes that know their places. Every scalar is a string; nothing is guessed.

PyYAML's libyaml parser composes the nodes; anchors, aliases, tags and
duplicate keys, which YAML allows and people trip over, are findings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from sourcebook.diagnostics import Diagnostic, Place

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML without libyaml: the same nodes, slower
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]


class _Nodes(_Loader):
    """Makes nodes without tags: nobody asks for them, and to look for that of each scalar takes a fifth of the time."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: Any) -> str:  # noqa: ARG002 (as PyYAML calls it)
        return ""


MAX_DEPTH = 40
_SUSPECT = re.compile(r"[&*!]")
_TAB = re.compile(r"[ ]*\t")
_MARKER = re.compile(r"^<{7,} .*", re.MULTILINE)

Node = yaml.Node


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text with the top node of its YAML, or None if it is empty or broken."""

    text: str
    path: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def parse_yaml(text: str, path: str, *, first_line: int = 1) -> Document:
    """The YAML of a text, with everything in it that the format forbids as findings.

    Args:
        text: the whole YAML.
        path: for the places.
        first_line: the 1-based line of the file on which the text begins.
    """
    shift = first_line - 1
    try:
        found = [*_depth_problems(text, path, shift), *(_forbidden(text, path, shift) if _SUSPECT.search(text) else ())]
        if found:
            return Document(text, path, None, tuple(found))
        root = _Nodes(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        return Document(text, path, None, (_syntax_error(error, text, path, shift),))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        message = f"The character U+{_code_point(error):04X} is not allowed in YAML"
        place = Place(path, line + shift, error.position - (text.rfind("\n", 0, error.position) + 1) + 1)
        return Document(text, path, None, (Diagnostic(code="yaml-syntax", message=message, place=place, help="Remove it."),))
    duplicates: list[Diagnostic] = []
    if root is not None:
        _note_duplicates(root, path, shift, duplicates)
    return Document(text, path, root, tuple(duplicates))


def place(node: Node, path: str, shift: int = 0) -> Place:
    """Where a node begins, as wide as its first line."""
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Place(path, start.line + 1 + shift, start.column + 1, max(1, width))


def entries(node: Node) -> Iterator[tuple[str, Node, Node]]:
    """The (key, key node, value node) of a mapping; a key that is no scalar is left to `_note_duplicates`."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, key, value


def is_empty(node: Node) -> bool:
    """Whether a key has no value at all (not even an empty string in quotes)."""
    return isinstance(node, yaml.ScalarNode) and node.value == "" and node.style is None


def _start(event: yaml.Event, path: str, shift: int) -> Place:
    mark = event.start_mark
    return Place(path, mark.line + 1 + shift, mark.column + 1) if mark else Place(path)


def _code_point(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


def _syntax_error(error: yaml.MarkedYAMLError, text: str, path: str, shift: int) -> Diagnostic:
    marker = _MARKER.search(text)
    if marker:
        where = Place(path, text.count("\n", 0, marker.start()) + 1 + shift, 1, len(marker[0].rstrip()))
        message = "A merge left two versions here, of which a person must choose"
        hint = "Keep what is right of the two, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."
        return Diagnostic(code="merge-conflict", message=message, place=where, help=hint)
    mark = error.problem_mark or error.context_mark
    where = Place(path, mark.line + 1 + shift, mark.column + 1) if mark else Place(path, 1 + shift)
    problem = error.problem or "not YAML"
    lines = text.splitlines()
    tab = "cannot start any token" in problem or "tab character" in problem
    if tab and mark and mark.line < len(lines) and _TAB.match(lines[mark.line]):
        return Diagnostic(code="tab-indent", message="A tab indents this line", place=where, help="Indent with spaces, two for each level.")
    advice = {
        "mapping values are not allowed": "A text with a colon in it goes into quotes, or below `>-` on a line of its own.",
        "could not find expected ':'": "Each line here is `key: value`; a text of several lines begins with `>-`.",
        "did not find expected key": "Check the indentation: keys of one entry stand exactly below each other.",
        "but found another document": "One file holds one entity: remove the line `---`.",
        "did not find expected '-' indicator": "Check the indentation: items of one list stand exactly below each other.",
        "while scanning a quoted scalar": "A quotation mark is open: close it, or put the text below `>-`.",
        "cannot start any token": "Put the value in quotes, or below `>-` on a line of its own.",
        "did not find expected": "Check the brackets and the indentation around this line.",
    }
    whole = f"{error.context or ''} {problem}"
    hint = next((text for words, text in advice.items() if words in whole), "Check the line and the one before it.")
    return Diagnostic(code="yaml-syntax", message=f"Not YAML: {problem}", place=where, help=hint)


def _depth_problems(text: str, path: str, shift: int) -> Iterator[Diagnostic]:
    """Nesting beyond any use; looked for before composing, which is recursive."""
    if max(text.count("["), text.count("{"), text.count("- - "), text.count("? ")) <= MAX_DEPTH and not _deeply_indented(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            where = _start(event, path, shift)
            yield Diagnostic(
                code="yaml-syntax", message=f"Nested deeper than {MAX_DEPTH} levels", place=where, help="Nothing here needs it: flatten it."
            )
            return


def _deeply_indented(text: str) -> bool:
    return f"\n{' ' * MAX_DEPTH}" in text


def _forbidden(text: str, path: str, shift: int) -> Iterator[Diagnostic]:
    """Anchors, aliases and tags, found in the event stream, where nothing has been expanded yet."""
    for event in yaml.parse(text, Loader=_Loader):
        where = _start(event, path, shift)
        if isinstance(event, yaml.AliasEvent):
            message = f"A YAML alias: `*{event.anchor}`"
            yield Diagnostic(code="yaml-syntax", message=message, place=where, help="Write the value out, or put the text in quotes.")
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            message = f"A YAML anchor: `&{event.anchor}`"
            yield Diagnostic(code="yaml-syntax", message=message, place=where, help="Remove it, or put the text in quotes.")
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag and event.tag != "!":
            message = f"A YAML tag: `{event.tag[:40]}`"
            yield Diagnostic(code="yaml-syntax", message=message, place=where, help="Remove it, or put the text in quotes.")
        elif isinstance(event, yaml.ScalarEvent) and event.tag == "!" and event.style is None:
            yield Diagnostic(code="yaml-syntax", message="A YAML tag: `!`", place=where, help="Put the text in quotes.")


def _note_duplicates(node: Node, path: str, shift: int, found: list[Diagnostic]) -> None:
    """Keys written twice in one mapping, and keys that are no plain words."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                message = "A key that is a list or a mapping"
                found.append(Diagnostic(code="yaml-syntax", message=message, place=place(key, path, shift), help="Write `key: value`."))
            elif (first := seen.setdefault(key.value, key)) is not key:
                message = f"`{key.value[:60]}` stands here for the second time; the first is in line {first.start_mark.line + 1 + shift}"
                found.append(Diagnostic(code="duplicate-key", message=message, place=place(key, path, shift), help="Keep one of them."))
            if not isinstance(value, yaml.ScalarNode):
                _note_duplicates(value, path, shift, found)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            if not isinstance(each, yaml.ScalarNode):
                _note_duplicates(each, path, shift, found)
