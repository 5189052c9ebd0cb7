"""Facts in the text of an entity file: another citation, one value taken out of a list, copies folded into one."""

from collections.abc import Sequence

import yaml

from sourcebook.diagnostics import SourcebookError
from sourcebook.edit.keys import after_line
from sourcebook.edit.patches import Patch, patched
from sourcebook.model.schema import Schema
from sourcebook.store.nodes import Node, entries, parse_yaml
from sourcebook.store.splice import Block, block_lines, fact_blocks, insert_fact, remove_block, remove_fact
from sourcebook.store.writing import canonical_key, in_list
from sourcebook.text import fold_words

Row = tuple[str, ...]


def block_at(text: str, line: int) -> Block:
    """The entry of `facts:` that begins in a line (from 1).

    Raises:
        SourcebookError: If the facts are written in brackets.
    """
    return next(each for each in fact_blocks(text) if each.start == line - 1)


def with_citation(text: str, line: int, lines: Sequence[str]) -> str:
    """The text with a citation at the end of those of the fact that begins in a line (from 1).

    Args:
        text: of the file.
        line: where the entry begins.
        lines: of the citation, written for an indentation of six columns.
    """
    block = block_at(text, line)
    end = "\r\n" if "\r\n" in text else "\n"
    rows = text.split("\n")
    found = [(name, key, value) for name, key, value in entries(block.node)]
    cite = next((value for name, _, value in found if name == "cite"), None)
    if cite is None:
        column = found[0][1].start_mark.column
        new = [f"{' ' * column}cite:", *(" " * (column + 2) + each[6:] for each in lines)]
        at = sum(len(row) + 1 for row in rows[: block.stop])
        return _put(text, min(at, len(text)), new, end)
    if not isinstance(cite, yaml.SequenceNode) or not cite.value:
        msg = f"The citations of the fact in line {line} are no list: mend them first"
        raise SourcebookError(msg)
    if _flow(cite):
        at = cite.value[-1].end_mark.index
        return patched(text, [Patch(at, at, f", {_in_brackets(lines)}")])
    column = cite.start_mark.column
    return _put(text, _end_of(text, cite.value[-1]), [" " * column + each[6:] for each in lines], end)


def apart(text: str, line: int, value: str, schema: Schema) -> tuple[str, int]:
    """The text in which one value of a fact's list is a fact of its own, just like it; and the line where that begins."""
    block = block_at(text, line)
    name, listed = _value(block.node, schema)
    if not isinstance(listed, yaml.SequenceNode) or len(listed.value) < 2:
        return text, line
    start = listed.start_mark.index
    stop = start + len(text[start : listed.end_mark.index].rstrip())
    beside: list[str] = []
    if listed.flow_style:
        single = patched(text, [Patch(start, stop, in_list(value))])
    else:
        # The value moves up beside its key, and the rows of the list go; a comment on its row goes with it.
        key = next(key for each, key, _ in entries(block.node) if each == name).end_mark.index
        single = patched(text, [Patch(key + 1, key + 1, f" {in_list(value)}"), Patch(_end_of_row(text, key), _end_of_row(text, stop), "")])
        row = next(each for each in listed.value if each.value.strip() == value)
        beside = comments(text[row.start_mark.index : _end_of_row(text, row.end_mark.index)])
    copy = block_lines(single, block_at(single, line))
    rest = remove_fact(text, line, value)
    lines = [*(f"  {each}" for each in beside), *copy[block.start - block.head :]]
    made = insert_fact(rest, lines, canonical_key(schema, name, value), schema)
    key = [key for key in fact_blocks(made) if _value(key.node, schema)[0] == name and _values(key.node, schema) == [value]]
    wanted = _shape(block.node, schema)
    return made, next(each.start + 1 for each in key if _shape(each.node, schema) == wanted)


def folded(text: str, schema: Schema, concerned: frozenset[str]) -> str:
    """The text in which facts that say the same are one, with the citations of all, and with their comments.

    Only facts are folded that have a value or a qualifier among `concerned`, or all if it is empty.
    """
    while True:
        found = _copies(text, schema, concerned)
        if found is None:
            return text
        kept, copy, value = found
        several = next((each for each in (kept, copy) if len(_values(each.node, schema)) > 1), None)
        text = _joined(text, kept, copy) if several is None else apart(text, several.start + 1, value, schema)[0]


def _copies(text: str, schema: Schema, concerned: frozenset[str]) -> tuple[Block, Block, str] | None:
    seen: dict[tuple[object, ...], Block] = {}
    for each in fact_blocks(text):
        shape = _shape(each.node, schema)
        beside = {item for _, items in _qualifiers(each.node, schema) for item in items}
        for value in _values(each.node, schema):
            first = seen.setdefault((value, *shape), each)
            if first is not each and (not concerned or concerned & {value, *beside}):
                return first, each, value
    return None


def _joined(text: str, kept: Block, copy: Block) -> str:
    """The text with the copy's citations and comments in the fact that is kept, which stands above it."""
    known = {_cited(each) for each in _citations(kept.node)}
    fresh = [each for each in _citations(copy.node) if _cited(each) not in known]
    notes = comments("\n".join(block_lines(text, copy)))
    rows = [_as_lines(text, each) for each in fresh]
    cite = _entry(kept.node, "cite")
    if cite is None or not _flow(cite):
        # Those move with their citations; between brackets there is no room for them.
        for each in (one for lines in rows for one in comments("\n".join(lines))):
            notes.remove(each)
    accepted = _entry(kept.node, "auto") is not None and _entry(copy.node, "auto") is None
    text = remove_block(text, copy)
    for lines in rows:
        text = with_citation(text, kept.start + 1, lines)
    auto = _entry(block_at(text, kept.start + 1).node, "auto")
    if accepted and auto is not None:
        # A person accepted one of them.
        start = text.rfind("\n", 0, auto.start_mark.index) + 1
        text = patched(text, [Patch(start, after_line(text, auto), "")])
    if notes:
        end = "\r\n" if "\r\n" in text else "\n"
        block = block_at(text, kept.start + 1)
        at = sum(len(row) + 1 for row in text.split("\n")[: block.start])
        indent = " " * (block.node.start_mark.column - 2)
        text = _put(text, at, [f"{indent}{each}" for each in notes], end)
    return text


def key_of(node: Node, schema: Schema) -> tuple[int, str]:
    """The place of an entry in canonical order."""
    name, _ = _value(node, schema)
    return canonical_key(schema, name, next(iter(_values(node, schema)), ""))


def comments(text: str) -> list[str]:
    """The comments of a YAML text, in order.

    >>> comments("a: '#1'  # first" + chr(10) + "# second")
    ['# first', '# second']
    """
    found: list[str] = []
    position = 0
    for token in [*yaml.scan(text, Loader=yaml.CBaseLoader), None]:
        gap = text[position : token.start_mark.index if token else len(text)]
        found += [line[line.index("#") :].rstrip() for line in gap.split("\n") if "#" in line]
        if token:
            if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
                head = text[token.start_mark.index :].split("\n", 1)[0]
                found += [head[head.index("#") :].rstrip()] if "#" in head else []
            position = max(position, token.end_mark.index)
    return found


def _as_lines(text: str, node: Node) -> list[str]:
    """The lines of a citation, as for an indentation of six columns, without comments below it."""
    raw = text[node.start_mark.index : _end_of(text, node) if not _flow(node) else node.end_mark.index]
    if _flow(node):
        return [f"      - {raw}"]
    column = node.start_mark.column
    first, *rest = [row.rstrip() for row in raw.rstrip().split("\n")]
    return [f"      - {first}", *(f"        {row[column:] if not row[:column].strip() else row.lstrip()}" if row else "" for row in rest)]


def _flow(node: Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _citations(node: Node) -> list[Node]:
    cite = _entry(node, "cite")
    return list(cite.value) if isinstance(cite, yaml.SequenceNode) else []


def _cited(node: Node) -> Row:
    return tuple(
        sorted(
            f"{name}={fold_words(value.value) if name == 'quote' else value.value}"
            for name, _, value in entries(node)
            if isinstance(value, yaml.ScalarNode)
        )
    )


def _entry(node: Node, key: str) -> Node | None:
    return next((value for name, _, value in entries(node) if name == key), None)


def _value(node: Node, schema: Schema) -> tuple[str, Node]:
    return next(((name, value) for name, _, value in entries(node) if name in schema.properties), ("", node))


def _values(node: Node, schema: Schema) -> list[str]:
    _, value = _value(node, schema)
    return [
        each.value.strip()
        for each in (value.value if isinstance(value, yaml.SequenceNode) else [value])
        if isinstance(each, yaml.ScalarNode)
    ]


def _qualifiers(node: Node, schema: Schema) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for name, _, value in entries(node):
        if name in schema.qualifiers:
            items = value.value if isinstance(value, yaml.SequenceNode) else [value]
            found.append((name, tuple(each.value.strip() for each in items if isinstance(each, yaml.ScalarNode))))
    return sorted(found)


def _shape(node: Node, schema: Schema) -> tuple[object, ...]:
    """Everything that an entry says beside its value, citations and who proposed it."""
    rest = sorted(
        (name, value.value) for name, _, value in entries(node) if name in {"rank", "why", "unsure"} and isinstance(value, yaml.ScalarNode)
    )
    return (_value(node, schema)[0], tuple(_qualifiers(node, schema)), tuple(rest))


def _end_of(text: str, node: Node) -> int:
    """Where the lines of a block mapping end: after the last line of its last value."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return after_line(text, node)


def _end_of_row(text: str, at: int) -> int:
    """Where the row of a position ends, before its line end."""
    found = text.find("\n", at)
    found = len(text) if found < 0 else found
    return found - 1 if text[:found].endswith("\r") else found


def _put(text: str, at: int, lines: Sequence[str], end: str) -> str:
    begin = "" if not at or text[:at].endswith("\n") else end
    return patched(text, [Patch(at, at, begin + "".join(line + end for line in lines))])


def _in_brackets(lines: Sequence[str]) -> str:
    root = parse_yaml("\n".join(each[6:] for each in lines), "").root
    node = root.value[0] if isinstance(root, yaml.SequenceNode) else None
    return "{" + ", ".join(f"{name}: {in_list(value.value)}" for name, _, value in entries(node) if node is not None) + "}" if node else ""
