"""YAML as nodes that know their places. Every scalar is a string; nothing is guessed.

PyYAML's libyaml parser composes the nodes; anchors, aliases, tags and
duplicate keys, which YAML allows and people trip over, are findings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice, pairwise
from typing import Any

import yaml

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.store.syntax import syntax_error

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML without libyaml: the same nodes, slower
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]


class _Nodes(_Loader):
    """Makes nodes without tags: nobody asks for them, and to look for that of each scalar takes a fifth of the time."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: Any) -> str:  # noqa: ARG002 (as PyYAML calls it)
        return ""


MAX_DEPTH = 40
MOST_FORBIDDEN = 20
"""Anchors, aliases and tags of one file that are told: two megabytes hold a million of them."""
MOST_FURTHER = 20
"""Mistakes after the first that are told of one file."""
_BEGINS = re.compile(r"^(?:[a-z_]+:(?=\s)| {0,2}- (?=[a-z_]+:\s))", re.MULTILINE)
"""Where a key of the file or an item of one of its lists begins: the value of the one before it is over there, whatever it is."""
_SUSPECT = re.compile(r"[&*!]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_UNUSUAL_BREAK = re.compile("[\x85\u2028\u2029]")
_COMMENT = re.compile(r"(?P<apart>[ \t]*(?:\r?\n[ \t]*)?)(?P<comment>#[^\r\n]*)")
_SIGN = re.compile(r"#\w")
_SIGN_IN_LINE = re.compile(r"\s#")

Node = yaml.Node


class Commented(yaml.ScalarNode):
    """A scalar without quotation marks, right behind which a comment begins.

    Attributes:
        apart: the white space between the two; with a line break in it, the comment has a line of its own.
        comment: from its `#` to the end of the line.
        comment_line, comment_column: where the `#` stands, from 0.
    """

    def __init__(self, node: yaml.ScalarNode, apart: str, comment: str) -> None:
        super().__init__(node.tag, node.value, node.start_mark, node.end_mark, node.style)
        self.apart, self.comment = apart, comment.rstrip()
        below = "\n" in apart
        self.comment_line = node.end_mark.line + below
        self.comment_column = len(apart.rpartition("\n")[2]) + (0 if below else node.end_mark.column)

    @property
    def cut(self) -> bool:
        """Whether the comment looks like words that were meant: `Room #5`, `met #Bob`.

        Who comments writes a space behind the sign, `Ada # a countess`, or more than one before it.
        """
        return self.apart == " " and _SIGN.match(self.comment) is not None


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
    # Line ends to libyaml, but to no editor, nor to YAML 1.2: with them, every place below would be a line off.
    if _UNUSUAL_BREAK.search(text):
        return replace(parse_yaml(_UNUSUAL_BREAK.sub(" ", text), path, first_line=first_line), text=text)
    if lone := _LONE_RETURN.search(text):
        message = "A carriage return without a line feed, which is a line end to some programs only"
        where = Place(path, text.count("\n", 0, lone.start()) + 1 + shift, lone.start() - text.rfind("\n", 0, lone.start()))
        hint = "Save the file with the line ends of Unix (LF) or Windows (CRLF)."
        return Document(text, path, None, (Diagnostic(code="yaml-syntax", message=message, place=where, help=hint),))
    found: list[Diagnostic] = []
    try:
        for each in chain(_depth_problems(text, path, shift), _forbidden(text, path, shift) if _SUSPECT.search(text) else ()):
            found.append(each)  # noqa: PERF402 (what was found stays where the parser gives up)
        if found:
            return Document(text, path, None, tuple(found))
        root = _Nodes(text).get_single_node()
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        first = _fault(error, text, path, shift)
        further = () if first.code == "merge-conflict" else islice(_further(text, path, shift, first), MOST_FURTHER)
        return Document(text, path, None, (*found, first, *further))
    duplicates: list[Diagnostic] = []
    if root is not None:
        _note_duplicates(root, path, shift, duplicates)
        if _SIGN_IN_LINE.search(text):
            root = _with_comments(root, text)
    return Document(text, path, root, tuple(duplicates))


def _further(text: str, path: str, shift: int, first: Diagnostic) -> Iterator[Diagnostic]:
    """What is no YAML in the keys and facts that begin below the first mistake, each of which is read by itself.

    The parser gives up at the first; who has to mend three wants to see three.
    """
    line, last = 1, 0
    for start, end in pairwise([*(each.start() for each in _BEGINS.finditer(text)), len(text)]):
        line, last = line + text.count("\n", last, start), start
        if line + shift <= first.place.line:
            continue
        piece = text[start:end]
        try:
            yield from _forbidden(piece, path, shift + line - 1)
        except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
            yield _fault(error, piece, path, shift + line - 1)


def _fault(error: yaml.MarkedYAMLError | yaml.reader.ReaderError, text: str, path: str, shift: int) -> Diagnostic:
    """The finding that an error of the parser is."""
    if isinstance(error, yaml.MarkedYAMLError):
        return syntax_error(error, text, path, shift)
    line = text.count("\n", 0, error.position) + 1
    message = f"The character U+{_code_point(error):04X} is not allowed in YAML"
    place = Place(path, line + shift, error.position - (text.rfind("\n", 0, error.position) + 1) + 1)
    return Diagnostic(code="yaml-syntax", message=message, place=place, help="Remove it.")


def _with_comments(node: Node, text: str) -> Node:
    """The node, with those in it that a comment follows as `Commented`."""
    if isinstance(node, yaml.MappingNode):
        node.value = [(key, _with_comments(value, text)) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        node.value = [_with_comments(each, text) for each in node.value]
    elif isinstance(node, yaml.ScalarNode) and not node.style and (found := _COMMENT.match(text, node.end_mark.index)):
        return Commented(node, found["apart"], found["comment"])
    return node


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
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style


def _start(event: yaml.Event, path: str, shift: int) -> Place:
    mark = event.start_mark
    return Place(path, mark.line + 1 + shift, mark.column + 1) if mark else Place(path)


def _code_point(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


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
    """The first anchors, aliases and tags, found in the event stream, where nothing has been expanded yet."""
    found = (one for event in yaml.parse(text, Loader=_Loader) for one in _forbidden_in(event))
    for event, message, hint in islice(found, MOST_FORBIDDEN):
        yield Diagnostic(code="yaml-syntax", message=message, place=_start(event, path, shift), help=hint)


def _forbidden_in(event: yaml.Event) -> Iterator[tuple[yaml.Event, str, str]]:
    hint = "Remove it, or put the text in quotes."
    if isinstance(event, yaml.AliasEvent):
        yield event, f"A YAML alias: `*{event.anchor}`", "Write the value out, or put the text in quotes."
    elif isinstance(event, yaml.NodeEvent) and event.anchor:
        yield event, f"A YAML anchor: `&{event.anchor}`", hint
    elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag and event.tag != "!":
        yield event, f"A YAML tag: `{event.tag.replace('tag:yaml.org,2002:', '!!')[:40]}`", hint
    elif isinstance(event, yaml.ScalarEvent) and event.tag == "!" and event.style is None:
        yield event, "A YAML tag: `!`", "Put the text in quotes."


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
