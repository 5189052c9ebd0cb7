"""Changing an entity file where a fact stands, and nowhere else.

Every byte outside the changed fact stays as it was: comments, blank lines, line
ends, odd indentation. The functions work on the file's text and give the new
one; `files.write_atomically` puts it in place.
"""

from dataclasses import dataclass

import yaml

from sourcebook.diagnostics import SourcebookError
from sourcebook.model.schema import Schema
from sourcebook.store.nodes import entries, parse_yaml
from sourcebook.store.writing import canonical_key


class UnspliceableError(SourcebookError):
    """The facts of a file are written in brackets, where nothing can be put in without changing the rest."""

    path = ""

    def __init__(self) -> None:
        super().__init__("The facts of this file are written in brackets, where none can be put in: write them as a list with dashes")


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one entry of `facts:`, counted from 0, and its node.

    Attributes:
        head: where the comments above it begin; `start` if there are none.
        start, stop: its own rows, without the blank ones and comments after it.
    """

    head: int
    start: int
    stop: int
    node: yaml.Node


def fact_blocks(text: str) -> tuple[Block, ...]:
    """The entries of `facts:`, in the order of the file.

    Raises:
        UnspliceableError: If they are written in brackets.
    """
    rows, _ = _rows(text)
    sequence = _facts(text)
    if sequence is None:
        return ()
    blocks = _blocks(rows, sequence)
    return tuple(
        Block(_with_comments(rows, start, blocks[number - 1][1] if number else None), start, stop, node)
        for number, ((start, stop), node) in enumerate(zip(blocks, sequence.value, strict=True))
    )


def block_lines(text: str, block: Block) -> list[str]:
    """The lines of an entry with the comments above it, as for an indentation of two columns, without line ends."""
    rows, _ = _rows(text)
    column = _indent(rows[block.start])
    return [_reindented(row.rstrip("\r\n"), column) for row in rows[block.head : block.stop]]


def remove_block(text: str, block: Block) -> str:
    """The text without an entry, the comments above it and the blank line between it and the next."""
    rows, _ = _rows(text)
    start, stop = block.head, block.stop
    if stop < len(rows) and not rows[stop].strip():
        stop += 1
    elif start and not rows[start - 1].strip():
        start -= 1
    rest = [*rows[:start], *rows[stop:]]
    if len(fact_blocks(text)) == 1:
        head = next(number for number, row in enumerate(rest) if row.lstrip().startswith("facts:"))
        rest = [*rest[:head], *rest[head + 1 :]]
    return _joined(rest)


def insert_fact(text: str, lines: list[str], key: tuple[int, str], schema: Schema) -> str:
    """The text with a fact put in at its canonical place, a blank line around it."""
    rows, end = _rows(text)
    sequence = _facts(text)
    if sequence is None:
        return _joined([*_ended(rows, end), f"facts:{end}", *(line + end for line in lines)])
    indent = _dash_column(rows, sequence)
    new = [_shifted(line, indent) + end for line in lines]
    blocks = _blocks(rows, sequence)
    for number, ((start, _), node) in enumerate(zip(blocks, sequence.value, strict=True)):
        if key < _key_of(node, schema):
            # Comments above a fact belong to it.
            head = _with_comments(rows, start, blocks[number - 1][1] if number else None)
            return _joined([*rows[:head], *new, end, *rows[head:]])
    last = blocks[-1][1]
    if last == len(rows):
        rows = _ended(rows, end)
    return _joined([*rows[:last], end, *new, *rows[last:]])


def replace_fact(text: str, line: int, lines: list[str]) -> str:
    """The text with the fact that begins in a line (from 1) put in other words."""
    rows, end = _rows(text)
    sequence = _facts(text)
    if sequence is None:
        raise UnspliceableError
    start, stop = _block_at(rows, sequence, line)
    indent = _dash_column(rows, sequence)
    return _joined([*rows[:start], *(_shifted(each, indent) + end for each in lines), *rows[stop:]])


def remove_fact(text: str, line: int, value: str) -> str:
    """The text without one value of the fact that begins in a line (from 1); without the fact if it was the only one."""
    rows, _ = _rows(text)
    sequence = _facts(text)
    if sequence is None:
        raise UnspliceableError
    index = _index_at(rows, sequence, line)
    start, stop = _blocks(rows, sequence)[index]
    listed = _list_with(sequence.value[index], value)
    if listed is not None:
        return _without_value(text, listed, value)
    if stop < len(rows) and not rows[stop].strip():
        stop += 1
    elif start and not rows[start - 1].strip():
        start -= 1
    rest_rows = [*rows[:start], *rows[stop:]]
    if len(sequence.value) == 1:
        head = next(number for number, row in enumerate(rest_rows) if row.startswith("facts:"))
        rest_rows = [*rest_rows[:head], *rest_rows[head + 1 :]]
    return _joined(rest_rows)


def fact_text(text: str, line: int) -> str:
    """The rows of the fact that begins in a line (from 1), as they are, with plain line ends."""
    rows, _, (start, stop) = _standing(text, line)
    return "".join(rows[start:stop]).replace("\r\n", "\n")


def replace_text(text: str, line: int, new: str) -> tuple[str, int]:
    """The text with other rows where a fact stood; and the line (from 1) after them."""
    rows, end, (start, stop) = _standing(text, line)
    lines = [f"{each}{end}" for each in new.rstrip("\n").split("\n")]
    last = lines if stop < len(rows) or rows[-1].endswith("\n") else [*lines[:-1], lines[-1].removesuffix(end)]
    return _joined([*rows[:start], *last, *rows[stop:]]), start + len(lines) + 1


def set_apart(text: str, line: int, value: str) -> tuple[str, int]:
    """The text with one value of a fact's list in a fact of its own, and the line (from 1) where that begins.

    It stands before the others if it was the first of them, else after them, so that their order stays canonical.
    """
    _, end, (start, _) = _standing(text, line)
    listed = _list_with(_fact_at(text, line), value)
    if listed is None:
        return text, line
    first = listed.value[0].value == value
    rest = _without_value(text, listed, value)
    own = text
    for other in [each.value for each in listed.value if each.value != value]:
        known = _list_with(_fact_at(own, line), other)
        own = _without_value(own, known, other) if known else own
    _, _, (_, own_stop) = _standing(own, line)
    _, _, (_, rest_stop) = _standing(rest, line)
    rows, own_rows = _ended(_rows(rest)[0], end), _ended(_rows(own)[0], end)[start:own_stop]
    if first:
        return _joined([*rows[:start], *own_rows, end, *rows[start:]]), line
    return _joined([*rows[:rest_stop], end, *own_rows, *rows[rest_stop:]]), rest_stop + 2


def without_keys(text: str, line: int, names: tuple[str, ...]) -> str:
    """The text without some keys of the fact that begins in a line (from 1), comments on their own lines kept."""
    for name in names:
        text = _without_key(text, _fact_at(text, line), name)
    return text


def without_top_key(text: str, name: str) -> str:
    """The text without a key of the entity."""
    root = parse_yaml(text, "").root
    return _without_key(text, root, name) if root else text


def in_canonical_order(text: str, schema: Schema) -> str:
    """The text with its facts in canonical order, comments moving with the fact below them; a blank line between."""
    rows, end = _rows(text)
    sequence = _facts(text)
    if sequence is None or len(sequence.value) < 2:
        return text
    blocks = _blocks(rows, sequence)
    starts = [_with_comments(rows, start, blocks[number - 1][1] if number else None) for number, (start, _) in enumerate(blocks)]
    parts = [rows[start:stop] for start, (_, stop) in zip(starts, blocks, strict=True)]
    keys = [_key_of(node, schema) for node in sequence.value]
    order = sorted(range(len(parts)), key=lambda number: (keys[number], number))
    if order == list(range(len(parts))):
        return text
    out: list[str] = []
    for number, which in enumerate(order):
        out += ([end] if number else []) + _ended(parts[which], end)
    return _joined([*rows[: starts[0]], *out, *rows[blocks[-1][1] :]])


def _standing(text: str, line: int) -> tuple[list[str], str, tuple[int, int]]:
    """The rows of a text, its line end, and which rows are those of the fact that begins in a line."""
    rows, end = _rows(text)
    sequence = _facts(text)
    if sequence is None:
        raise UnspliceableError
    return rows, end, _block_at(rows, sequence, line)


def _fact_at(text: str, line: int) -> yaml.Node:
    sequence = _facts(text)
    if sequence is None:
        raise UnspliceableError
    found: yaml.Node = sequence.value[_index_at(_rows(text)[0], sequence, line)]
    return found


def _without_key(text: str, mapping: yaml.Node, name: str) -> str:
    keys = [key for key, _, _ in entries(mapping)]
    if name not in keys:
        return text
    at = keys.index(name)
    key, value = mapping.value[at]
    start, stop = key.start_mark.index, value.end_mark.index
    following = mapping.value[at + 1][0].start_mark.index if at + 1 < len(keys) else None
    if isinstance(mapping, yaml.MappingNode) and mapping.flow_style:
        return text[:start] + text[following:] if following else text[: mapping.value[at - 1][1].end_mark.index] + text[stop:]
    rows, _ = _rows(text)
    first, last = key.start_mark.line, _last_row(rows, key, value)
    if rows[first][: key.start_mark.column].strip():
        # Behind the dash of the fact: the next key moves up, unless a comment is in between.
        between = _joined(rows[last + 1 : mapping.value[at + 1][0].start_mark.line]) if following else "none"
        return text[:start] + text[following:] if not between.strip() else text[:start] + text[stop:]
    return _joined([*rows[:first], *rows[last + 1 :]])


def _last_row(rows: list[str], key: yaml.Node, value: yaml.Node) -> int:
    """The last row of a key's value; the end that YAML gives a block of text (`>-`) is where something else begins."""
    if not isinstance(value, yaml.ScalarNode) or value.style not in {">", "|"}:
        return int(value.end_mark.line)
    last = int(value.start_mark.line)
    for number in range(last + 1, len(rows)):
        if rows[number].strip() and _indent(rows[number]) <= key.start_mark.column:
            break
        last = number if rows[number].strip() else last
    return last


def _without_value(text: str, listed: yaml.SequenceNode, value: str) -> str:
    """The text without one value of a list; where one is left of a list in brackets, it stands alone."""
    at = next(number for number, each in enumerate(listed.value) if each.value == value)
    each, rest = listed.value[at], [*listed.value[:at], *listed.value[at + 1 :]]
    if not listed.flow_style:
        rows, _ = _rows(text)
        return _joined([*rows[: each.start_mark.line], *rows[each.end_mark.line + (0 if each.end_mark.column == 0 else 1) :]])
    if len(rest) == 1:
        begin, finish = listed.start_mark.index, listed.end_mark.index
        return text[:begin] + text[rest[0].start_mark.index : rest[0].end_mark.index] + text[finish:]
    if at < len(rest):
        return text[: each.start_mark.index] + text[rest[at].start_mark.index :]
    return text[: rest[-1].end_mark.index] + text[each.end_mark.index :]


def _facts(text: str) -> yaml.SequenceNode | None:
    document = parse_yaml(text, "")
    found = next((value for key, _, value in entries(document.root) if key == "facts"), None) if document.root else None
    if isinstance(found, yaml.SequenceNode) and found.flow_style:
        raise UnspliceableError
    return found if isinstance(found, yaml.SequenceNode) and found.value else None


def _rows(text: str) -> tuple[list[str], str]:
    rows = text.split("\n")
    kept = [row + "\n" for row in rows[:-1]] + ([rows[-1]] if rows[-1] else [])
    return kept, "\r\n" if kept and kept[0].endswith("\r\n") else "\n"


def _joined(rows: list[str]) -> str:
    return "".join(rows)


def _ended(rows: list[str], end: str) -> list[str]:
    return [*rows[:-1], rows[-1] if rows[-1].endswith("\n") else rows[-1] + end] if rows else rows


def _dash_column(rows: list[str], sequence: yaml.SequenceNode) -> int:
    row = rows[_dash_row(rows, sequence.value[0])]
    return len(row) - len(row.lstrip(" "))


def _shifted(line: str, indent: int) -> str:
    """A line that was written for an indentation of two columns."""
    return " " * indent + line[2:] if line else line


def _reindented(row: str, column: int) -> str:
    """The reverse: a row of a list whose dashes stand in a column, as for an indentation of two."""
    return f"  {row[column:]}" if not row[:column].strip(" ") else f"  {row.lstrip(' ')}" if row.strip() else ""


def _blocks(rows: list[str], sequence: yaml.SequenceNode) -> list[tuple[int, int]]:
    """The rows of each fact, without the blank rows and comments after it."""
    starts = [_dash_row(rows, node) for node in sequence.value]
    column = _dash_column(rows, sequence)
    limits = [*starts[1:], _end_of_list(rows, starts[-1], column)]
    found = []
    for start, limit in zip(starts, limits, strict=True):
        stop = limit
        while stop > start + 1 and (
            not rows[stop - 1].strip() or (rows[stop - 1].lstrip().startswith("#") and _indent(rows[stop - 1]) <= column)
        ):
            stop -= 1
        found.append((start, stop))
    return found


def _dash_row(rows: list[str], node: yaml.Node) -> int:
    row = int(node.start_mark.line)
    while row and not rows[row].lstrip().startswith("-"):
        row -= 1
    return row


def _end_of_list(rows: list[str], start: int, column: int) -> int:
    for number in range(start + 1, len(rows)):
        if rows[number].strip() and _indent(rows[number]) <= column and not rows[number].lstrip().startswith("#"):
            return number
    return len(rows)


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _with_comments(rows: list[str], start: int, floor: int | None) -> int:
    """Where the comments above a fact begin: all since the fact before, which ends at `floor`; for the first, those that touch it."""
    if floor is not None:
        return next(number for number in range(floor, start + 1) if rows[number].strip())
    while rows[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _block_at(rows: list[str], sequence: yaml.SequenceNode, line: int) -> tuple[int, int]:
    return _blocks(rows, sequence)[_index_at(rows, sequence, line)]


def _index_at(rows: list[str], sequence: yaml.SequenceNode, line: int) -> int:
    """Which fact stands in a line; the dash may stand above it, on a row of its own."""
    return next(number for number, (start, stop) in enumerate(_blocks(rows, sequence)) if start < line <= stop)


def _key_of(node: yaml.Node, schema: Schema) -> tuple[int, str]:
    for name, _, value in entries(node):
        if name in schema.properties:
            return canonical_key(schema, name, _text(value))
    return (len(schema.properties) + 1, "")


def _text(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return _text(node.value[0]) if node.value else ""
    return str(node.value)


def _list_with(node: yaml.Node, value: str) -> yaml.SequenceNode | None:
    """The list in which a value stands among others; None if the fact has one value only."""
    for name, _, each in entries(node):
        if (
            name not in {"cite", "with"}
            and isinstance(each, yaml.SequenceNode)
            and len(each.value) > 1
            and any(one.value == value for one in each.value)
        ):
            return each
    return None
