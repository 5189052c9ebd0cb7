"""Putting other words in the place of nodes, by their offsets in the text."""

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from sourcebook.store.articles import plain_or_quoted
from sourcebook.store.nodes import Node
from sourcebook.store.writing import in_list


@dataclass(frozen=True, slots=True, order=True)
class Patch:
    """`text[start:end]` becomes `new`; offsets count code points."""

    start: int
    end: int
    new: str


def patched(text: str, patches: Iterable[Patch]) -> str:
    """The text with all patches made at once.

    >>> patched("ada met bob", [Patch(8, 11, "eve"), Patch(0, 3, "Ada")])
    'Ada met eve'

    Raises:
        ValueError: If two of them overlap.
    """
    out, position = [], 0
    for each in sorted(set(patches)):
        if each.start < position:
            msg = f"Patches overlap at {each.start}"
            raise ValueError(msg)
        out += [text[position : each.start], each.new]
        position = each.end
    return "".join([*out, text[position:]])


def respelled(text: str, node: Node, new: str) -> Patch:
    """The patch that gives a scalar another value, in its own style where that can say it."""
    start, end = node.start_mark.index, node.end_mark.index
    raw = text[start:end]
    style = node.style if isinstance(node, yaml.ScalarNode) else ""
    if style in {'"', "'"} and new.isprintable() and not set(new) & set("\\'\""):
        return Patch(start, end, f"{style}{new}{style}")
    # A block scalar's node holds the line ends after it.
    return Patch(start, start + len(raw.rstrip()), plain_or_quoted(new) if style in {"|", ">"} else in_list(new))
