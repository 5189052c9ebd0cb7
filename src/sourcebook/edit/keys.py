"""The keys of an entity file beside its facts: giving one a value, adding to a list."""

import yaml

from sourcebook.diagnostics import SourcebookError
from sourcebook.edit.patches import Patch, patched, respelled
from sourcebook.store.articles import plain_or_quoted
from sourcebook.store.nodes import Node, entries, parse_yaml
from sourcebook.store.writing import in_list, scalar_lines

ORDER = (
    "type",
    "name",
    "aliases",
    "mentioned_as",
    "summary",
    "when",
    "kind",
    "status",
    "cite",
    "facts",
    "same_as",
    "merged",
    "not_same_as",
    "notes",
    "note",
)
"""The order in which people write the keys of an entity."""


def with_value(text: str, key: str, value: str) -> str:
    """The text with a key that has this value; it is put in at its place if it is not there."""
    node = _values(text).get(key)
    if node is None:
        return _put_in(text, key, _lines(key, value))
    if not isinstance(node, yaml.ScalarNode):
        msg = f"`{key}` is not one text here: change it by hand"
        raise SourcebookError(msg)
    if node.style not in {"|", ">"} and "\n" not in value and len(value) <= 80:
        return patched(text, [respelled(text, node, value)])
    end = "\r\n" if "\r\n" in text else "\n"
    below = end.join(_lines(key, value)).removeprefix(f"{key}: ")
    raw = text[node.start_mark.index : node.end_mark.index]
    return patched(text, [Patch(node.start_mark.index, node.start_mark.index + len(raw.rstrip()), below)])


def with_items(text: str, key: str, items: list[str]) -> str:
    """The text with more items at the end of a list; the list is put in at its place if it is not there."""
    if not items:
        return text
    node = _values(text).get(key)
    if node is None:
        return _put_in(text, key, [f"{key}:", *(f"  - {plain_or_quoted(each)}" for each in items)])
    if isinstance(node, yaml.ScalarNode):
        return patched(text, [respelled_list(text, node, [node.value.strip(), *items])])
    if not isinstance(node, yaml.SequenceNode):
        msg = f"`{key}` is no list here: change it by hand"
        raise SourcebookError(msg)
    if node.flow_style:
        at = node.value[-1].end_mark.index if node.value else node.start_mark.index + 1
        more = ", ".join(map(in_list, items))
        return patched(text, [Patch(at, at, f", {more}" if node.value else more)])
    end = "\r\n" if "\r\n" in text else "\n"
    at = after_line(text, node.value[-1])
    begin = "" if text[:at].endswith("\n") else end
    rows = end.join(f"{' ' * node.start_mark.column}- {plain_or_quoted(each)}" for each in items)
    return patched(text, [Patch(at, at, f"{begin}{rows}{end}")])


def without_item(text: str, key: str, item: str) -> str:
    """The text without one item of a list; without the key if it was the only one."""
    node = _values(text).get(key)
    each = next((one for one in node.value if one.value.strip() == item), None) if isinstance(node, yaml.SequenceNode) else None
    if node is None or (each is None and node.value != item):
        return text
    if each is None or len(node.value) == 1:
        key_node = next(key_node for name, key_node, _ in entries(_root(text)) if name == key)
        return patched(text, [Patch(key_node.start_mark.index, after_line(text, node), "")])
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        rest = [one for one in node.value if one is not each]
        inside = ", ".join(text[one.start_mark.index : one.end_mark.index] for one in rest)
        return patched(text, [Patch(node.start_mark.index + 1, node.end_mark.index - 1, inside)])
    return patched(text, [Patch(text.rfind("\n", 0, each.start_mark.index) + 1, after_line(text, each), "")])


def items(text: str, key: str) -> list[str]:
    """The texts of a list, or the one text in its place."""
    node = _values(text).get(key)
    found = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [each.value.strip() for each in found if isinstance(each, yaml.ScalarNode)]


def with_citation(text: str, lines: list[str]) -> str:
    """The text with a citation at the end of those of the entity itself; `lines` are indented by two columns."""
    node = _values(text).get("cite")
    if node is None:
        return _put_in(text, "cite", ["cite:", *lines])
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        msg = "`cite` is written in brackets here: write it as a list with dashes first"
        raise SourcebookError(msg)
    end = "\r\n" if "\r\n" in text else "\n"
    last = node.value[-1]
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    at = after_line(text, last)
    begin = "" if text[:at].endswith("\n") else end
    return patched(text, [Patch(at, at, begin + "".join(" " * node.start_mark.column + line[2:] + end for line in lines))])


def respelled_list(text: str, node: Node, values: list[str]) -> Patch:
    """The patch that puts a list in brackets in the place of one value."""
    start = node.start_mark.index
    raw = text[start : node.end_mark.index].rstrip()
    return Patch(start, start + len(raw), f"[{', '.join(map(in_list, values))}]")


def after_line(text: str, node: Node) -> int:
    """Where the line after the last one of a node begins (the end of the text if there is none)."""
    start = node.start_mark.index
    last = start + len(text[start : node.end_mark.index].rstrip())
    found = text.find("\n", last)
    return len(text) if found < 0 else found + 1


def _root(text: str) -> Node:
    root = parse_yaml(text, "").root
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        msg = "The file is written in brackets, where nothing can be put in: write each key on a line of its own"
        raise SourcebookError(msg)
    return root


def _values(text: str) -> dict[str, Node]:
    return {name: value for name, _, value in entries(_root(text))}


def _put_in(text: str, key: str, lines: list[str]) -> str:
    """The lines of a key after the last key that stands before it in `ORDER`."""
    root = _root(text)
    place = ORDER.index(key)
    found = [(name, key_node, value) for name, key_node, value in entries(root)]
    before = [each for each in found if each[0] in ORDER and ORDER.index(each[0]) < place]
    anchor = (before[-1] if before else found[0])[1]
    following = [key_node.start_mark.index for _, key_node, _ in found if key_node.start_mark.index > anchor.start_mark.index]
    limit = min(following, default=len(text))
    at = _end(text, anchor, limit) if before else anchor.start_mark.index - root.start_mark.column
    end = "\r\n" if "\r\n" in text else "\n"
    begin = "" if not at or text[:at].endswith("\n") else end
    indent = " " * root.start_mark.column
    return patched(text, [Patch(at, at, begin + "".join(f"{indent}{line}{end}" if line else end for line in lines))])


def _end(text: str, anchor: Node, limit: int) -> int:
    """Where a key's lines end: before the blank lines and comments that stand above the next key."""
    at = text.rfind("\n", 0, limit) + 1 if limit < len(text) else limit
    start = anchor.start_mark.index
    while at > start:
        line_start = text.rfind("\n", 0, at - 1) + 1
        line = text[line_start:at]
        if line_start <= start or (line.strip() and not line.startswith("#")):
            return at
        at = line_start
    return at


def _lines(key: str, value: str) -> list[str]:
    if "\n" not in value:
        return scalar_lines(key, value, "  ")
    lines = value.split("\n")
    if value.startswith(" ") or not all(line.isprintable() and line == line.rstrip() for line in lines):
        return [f"{key}: {plain_or_quoted(value)}"]
    return [f"{key}: |-", *(f"  {line}" if line else "" for line in lines)]
