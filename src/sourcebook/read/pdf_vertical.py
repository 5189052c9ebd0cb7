"""Text that is written from top to bottom, its columns from right to left, as in Chinese and Japanese."""

import itertools
from collections.abc import Sequence

from sourcebook.read.pdf_shown import Piece

LEVEL = 0.1
"""How far, as a share of the letters' height, letters may stand beside each other that are of one column."""
NEAREST, FURTHEST = 0.8, 1.35
"""How far, in heights of letters, a letter stands below the one before it."""
SQUARE = 0.9
"""Width, as a share of the height, from which a letter is of a script that is written downward, too; digits below each other are no word."""


def with_columns_turned(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page; letters that stand below each other do as if the page were turned to make them a line.

    >>> column = [Piece(letter, 50, y, 10, 60) for letter, y in (("\u5916", 90), ("\u4ea4", 80))]
    >>> [(each.text, each.x, each.y, each.end, each.angle) for each in with_columns_turned(column)]
    [('\u5916', -90, 50, -80, 270), ('\u4ea4', -80, 50, -70, 270)]
    """
    below = {number for number, (one, other) in enumerate(itertools.pairwise(pieces)) if _is_below(one, other)}
    held = below | {number + 1 for number in below}
    return [
        each._replace(x=-each.y, y=each.x, end=each.size - each.y, angle=270) if number in held else each
        for number, each in enumerate(pieces)
    ]


def _is_below(one: Piece, other: Piece) -> bool:
    return (
        _may_be_of_column(one)
        and _may_be_of_column(other)
        and one.size == other.size
        and abs(one.x - other.x) < LEVEL * one.size
        and NEAREST * one.size < one.y - other.y < FURTHEST * one.size
    )


def _may_be_of_column(letter: Piece) -> bool:
    """Whether a piece is one letter that is square, or whose font is made for columns: it moves no further to the right."""
    return len(letter.text) == 1 and not letter.angle and (letter.end == letter.x or letter.end - letter.x > SQUARE * letter.size)
