"""Running text in a terminal, whatever its width, its colours and the script of its words."""

from collections.abc import Callable, Iterable, Iterator

from sourcebook.text import columns, visible

WIDEST = 100
"""Columns; longer lines are hard to read."""

Style = Callable[[str], str]


def wrapped(width: int, parts: Iterable[tuple[str, Style]], indent: str = "") -> Iterator[str]:
    """Running text in lines of at most so many columns, each part in its style; what a terminal would obey is shown as text.

    >>> list(wrapped(9, [("one two ", str), ("three", str.upper)], "  "))
    ['  one two', '  THREE']
    """
    line = _Line(indent)
    room = max(10, width)
    for text, style in parts:
        for number, word in enumerate(visible(text).split(" ")):
            space = " " if number else ""
            for piece in _pieces(word, room - len(indent)):
                if line.length + len(space) + columns(piece) > room and line.length > len(indent):
                    yield line.text()
                    line = _Line(indent)
                # A line does not begin with the space between two words.
                line.add(piece if line.length == len(indent) else space + piece, style)
                space = ""
    if line.length > len(indent):
        yield line.text()


class _Line:
    """A line in the making: runs of one style, so that a highlight has no gaps."""

    def __init__(self, indent: str) -> None:
        self.length = len(indent)
        self._runs: list[tuple[str, Style]] = [(indent, str)]

    def add(self, text: str, style: Style) -> None:
        before, same = self._runs[-1]
        self.length += columns(text)
        if same == style:
            self._runs[-1] = (before + text, style)
        else:
            self._runs.append((text, style))

    def text(self) -> str:
        return "".join(style(text) for text, style in self._runs if text).rstrip()


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word, cut where it takes more columns than there are: scripts without spaces are words of a whole paragraph."""
    piece, length = "", 0
    for letter in word:
        wide = columns(letter)
        if length + wide > room:
            yield piece
            piece, length = "", 0
        piece += letter
        length += wide
    yield piece
