"""An entity file as the blocks it is made of: every row belongs to one of them, so that nothing is lost when they are put together anew."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml

from sourcebook.store.nodes import Node, entries, parse_yaml

_ODD_BREAKS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")

Said = Any
"""What YAML says, whatever its layout: a string, `("[", ...)` of a list, or `("{", (key, said), ...)` of a mapping, sorted."""


class UnmergeableError(Exception):
    """A text that cannot be cut into blocks; the message says why."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's rows without their line feeds, and the comment that each holds."""

    rows: tuple[str, ...]
    comments: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """Rows of which a person must choose: what one side has, and what the other has."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    said: tuple[tuple[Said, ...], tuple[Said, ...]]
    reasons: tuple[tuple[str, str], ...]

    def __add__(self, other: "Clash") -> "Clash":
        said = (self.said[0] + other.said[0], self.said[1] + other.said[1])
        return Clash(self.ours + other.ours, self.theirs + other.theirs, said, self.reasons + other.reasons)


Rows = tuple[str | Clash, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An entry of a mapping or an item of a list.

    Attributes:
        key: of an entry; "" for an item.
        gap: the blank rows above it.
        lead: the comments above it, with the blank rows among them.
        rows: its own; some may be clashes, once it was merged.
        said: what it says; a pair of key and value for an entry.
        comments: in its own rows.
        column: where its key or its dash stands, from 0.
        node: the value, where it comes from a file, which is `source`; there it begins in row `start`, from 0.
    """

    key: str
    gap: tuple[str, ...]
    lead: tuple[str, ...]
    rows: Rows
    said: Said
    comments: tuple[str, ...]
    column: int
    start: int
    node: Node
    source: Source

    @property
    def body(self) -> tuple[Said, tuple[str, ...]]:
        """What counts as a change of it: what it says, and the comments in it."""
        return (self.said, self.comments)

    @property
    def whole(self) -> tuple[Said, tuple[str, ...], tuple[str, ...]]:
        """The same with the comments above."""
        return (*self.body, stripped(self.lead))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A mapping or a list with its parts.

    Attributes:
        prefix: what stands before the first key in its row: the dash of a list's item, else "".
        opening: the row of the key whose value this is; none for an item or a whole file.
        head: blank rows and comments about the whole, above the first part.
        tail: those below the last one.
    """

    prefix: str = ""
    opening: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    parts: tuple[Unit, ...] = ()
    tail: tuple[str, ...] = ()


def document(text: str) -> Block:
    """The entries of a file; an empty text has none.

    Raises:
        UnmergeableError: If it is no mapping in the YAML that the format allows.
    """
    if not text.strip():
        return Block()
    if _ODD_BREAKS.search(text):
        msg = "a line ends in an unusual character"
        raise UnmergeableError(msg)
    found = parse_yaml(text, "")
    if found.diagnostics:
        first = found.diagnostics[0]
        msg = f"line {first.place.line}: {first.message}"
        raise UnmergeableError(msg)
    if not isinstance(found.root, yaml.MappingNode) or found.root.flow_style or not found.root.value:
        msg = "no list of keys with values"
        raise UnmergeableError(msg)
    rows = text.removesuffix("\n").split("\n")
    source = Source(tuple(rows), _comments(text, found.root))
    parts = [(key.value, key.start_mark.line, value) for key, value in found.root.value]
    head, units, tail = _cut(source, (0, len(rows)), parts, int(found.root.start_mark.column))
    return Block(head=head, parts=units, tail=tail)


def inside(unit: Unit) -> Block | None:
    """The parts of an entry's list or of an item's mapping; None where they do not stand in rows of their own."""
    node, stop = unit.node, unit.start + len(unit.rows)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return None
    column = int(node.start_mark.column)
    if isinstance(node, yaml.SequenceNode):
        parts = [("", each.start_mark.line, each) for each in node.value]
        if not all(unit.source.rows[line].lstrip().startswith("-") and _indent(unit.source.rows[line]) == column for _, line, _ in parts):
            return None
        head, units, tail = _cut(unit.source, (unit.start + 1, stop), parts, column)
        return Block(opening=unit.source.rows[unit.start : unit.start + 1], head=head, parts=units, tail=tail)
    first = unit.source.rows[unit.start]
    prefix = first[:column]
    parts = [(key.value, key.start_mark.line, value) for key, value in node.value]
    if unit.key or parts[0][1] != unit.start or prefix.strip() != "-":
        return None
    rows = (*unit.source.rows[: unit.start], " " * column + first[column:], *unit.source.rows[unit.start + 1 :])
    head, units, tail = _cut(Source(rows, unit.source.comments), (unit.start, stop), parts, column)
    return Block(prefix=prefix, head=head, parts=units, tail=tail)


def said_by(node: Node) -> Said:
    """What a node says, whatever its layout."""
    if isinstance(node, yaml.MappingNode):
        return ("{", *sorted(((key, said_by(value)) for key, _, value in entries(node)), key=lambda one: one[0]))
    if isinstance(node, yaml.SequenceNode):
        return ("[", *map(said_by, node.value))
    return str(node.value).strip()


def settled(said: Said, side: int) -> Said:
    """What a merged block says once all its clashes are settled in favour of one side (0: ours, 1: theirs)."""
    if not isinstance(said, tuple):
        return said
    parts: list[Said] = []
    for each in said:
        parts += each.said[side] if isinstance(each, Clash) else [settled(each, side)]
    if parts and parts[0] == "{":
        return ("{", *sorted(parts[1:], key=lambda one: one[0]))
    return tuple(parts)


def comments_of(text: str) -> Counter[str]:
    """The comments of a text, and how often each stands there."""
    root = parse_yaml(text, "").root
    return Counter(_comments(text, root).values() if root else ())


def adopted(unit: Unit, column: int, end: str) -> Unit:
    """A unit of another file as it stands in this one: indented alike, its rows ending in `end` ("" or a carriage return)."""
    shift = column - unit.column
    rows = moved([row for row in unit.rows if isinstance(row, str)], shift, end)
    return replace(unit, gap=moved(unit.gap, 0, end), lead=moved(unit.lead, shift, end), rows=rows, column=column)


def moved(rows: Sequence[str], shift: int, end: str) -> tuple[str, ...]:
    """Rows of another file, indented by so many columns more, and ending in `end`."""
    return tuple(_moved(row.rstrip("\r"), shift) + end for row in rows)


def stripped(rows: Sequence[str]) -> tuple[str, ...]:
    """Rows without their indentation, and without blank ones."""
    return tuple(row.strip() for row in rows if row.strip())


def _moved(row: str, shift: int) -> str:
    if not row or not shift:
        return row
    return " " * shift + row if shift > 0 else row[min(-shift, _indent(row)) :]


def _cut(
    source: Source, bounds: tuple[int, int], parts: Sequence[tuple[str, int, Node]], column: int
) -> tuple[tuple[str, ...], tuple[Unit, ...], tuple[str, ...]]:
    """The rows between two numbers as a head, units with the comments above them, and a tail."""
    rows, (begin, limit) = source.rows, bounds
    units: list[Unit] = []
    floor = begin
    for number, (key, start, node) in enumerate(parts):
        stop = parts[number + 1][1] if number + 1 < len(parts) else limit
        while stop > start + 1 and _loose(rows[stop - 1], column):
            stop -= 1
        above = start
        if number:
            above = floor
            while not rows[above].strip():
                above += 1
        else:
            while above > begin and rows[above - 1].lstrip().startswith("#"):
                above -= 1
            head = rows[begin:above]
            floor = above
        said = said_by(node)
        units.append(
            Unit(
                key=key,
                gap=rows[floor:above],
                lead=rows[above:start],
                rows=rows[start:stop],
                said=(key, said) if key else said,
                comments=tuple(source.comments[line] for line in range(start, stop) if line in source.comments),
                column=column,
                start=start,
                node=node,
                source=source,
            )
        )
        floor = stop
    return head, tuple(units), rows[floor:limit]


def _loose(row: str, column: int) -> bool:
    """Whether a row below a block is not part of it: blank, or a comment that is not indented deeper."""
    return not row.strip() or (row.lstrip().startswith("#") and _indent(row) <= column)


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _comments(text: str, root: Node) -> dict[int, str]:
    """The comment of each row that has one: it begins with a `#` after white space, outside of all values."""
    if "#" not in text:
        return {}
    found: dict[int, str] = {}
    spans = iter(sorted(_spans(root)))
    after = (len(text) + 1, len(text) + 1)
    start, end = next(spans, after)
    position = 0
    for number, row in enumerate(text.split("\n")):
        begin = 0
        while begin <= len(row) and (each := _COMMENT.search(row, begin)):
            while end <= position + each.start():
                start, end = next(spans, after)
            if position + each.start() < start:
                found[number] = each[0].rstrip()
                break
            begin = end - position
        position += len(row) + 1
    return found


def _spans(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    else:
        for each in node.value:
            for one in each if isinstance(each, tuple) else (each,):
                yield from _spans(one)
