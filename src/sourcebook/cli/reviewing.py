"""How a proposal looks in the terminal, whatever its width, its colours and the script of its words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

from sourcebook.model.facts import Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.reviewing import Proposal, how_said, in_words, passage
from sourcebook.text import columns, visible

WIDEST = 100
"""Columns; longer lines are hard to read."""
_QUOTED, _BESIDE = ">>", "<<"
"""Around the words quoted, where nothing can be highlighted."""

Style = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal: how wide it is, and how it shows what is important and what is not."""

    width: int
    colour: bool

    def strong(self, text: str) -> str:
        """A heading."""
        return click.style(text, bold=True) if self.colour else text

    def faint(self, text: str) -> str:
        """What one needs not read."""
        return click.style(text, dim=True) if self.colour else text

    def quoted(self, text: str) -> str:
        """The words that a fact rests on."""
        return click.style(text, fg="black", bg="yellow") if self.colour else text

    def doubtful(self, text: str) -> str:
        """Why the loader doubts."""
        return click.style(text, fg="yellow") if self.colour else text


def shown(screen: Screen, kb: KnowledgeBase, proposal: Proposal, position: tuple[int, int]) -> Iterator[str]:
    """A proposal: where one is, what is said, the words it rests on, who says them, what is doubtful, and where it stands."""
    number, of = position
    head = f"── {number:,} of {of:,} "
    yield ""
    yield screen.strong(head + "─" * max(0, screen.width - len(head)))
    yield from wrapped(screen.width, [(in_words(kb, proposal), screen.strong)])
    yield ""
    yield from _words(screen, kb, proposal)
    said = how_said(kb, proposal)
    for each in said:
        yield from wrapped(screen.width, [(each, str)], "  ")
    if not said and proposal.fact is None:
        yield from wrapped(screen.width, [("The loader made this entity; its facts come one by one.", str)], "  ")
    if proposal.unsure:
        yield from wrapped(screen.width, [(f"Unsure: {proposal.unsure}", screen.doubtful)], "  ")
    listed = _beside(proposal)
    if listed:
        yield from wrapped(screen.width, [(f"One of {len(listed) + 1} values of a list; the others wait too.", str)], "  ")
    made = proposal.fact.auto if proposal.fact else proposal.entity.auto
    place = f"  {proposal.place.path}:{proposal.place.line}"
    yield screen.faint(visible(place if len(place) + 2 + len(made) > screen.width else f"{place}  {made}"))


def _beside(proposal: Proposal) -> Sequence[Fact]:
    fact = proposal.fact
    return [each for each in proposal.entity.facts if fact and each is not fact and each.block == fact.block]


def _words(screen: Screen, kb: KnowledgeBase, proposal: Proposal) -> Iterator[str]:
    found = passage(kb, proposal)
    if found:
        mark: Style = screen.quoted if screen.colour else lambda text: text
        parts: list[tuple[str, Style]] = [(f"{found.before} ", screen.faint)] if found.before else []
        for text, quoted in found.parts:
            around = (_QUOTED, _BESIDE) if quoted and not screen.colour else ("", "")
            parts.append((f"{around[0]}{text}{around[1]}", mark if quoted else str))
        parts += [(f" {found.after}", screen.faint)] if found.after else []
        yield from wrapped(screen.width, parts, "  ")
        return
    article = kb.articles.get(proposal.article)
    quotes = [each.quote for each in proposal.fact.citations if each.quote] if proposal.fact else []
    why = (
        "No article names it."
        if not proposal.article
        else f"There is no article `{proposal.article}`: its words cannot be shown."
        if article is None
        else "The text of this source is not held."
        if article.text is None
        else f"These words do not stand in `{proposal.article}`:"
    )
    yield from wrapped(screen.width, [(why, screen.doubtful)], "  ")
    for each in quotes:
        yield from wrapped(screen.width, [(each, str)], "  ")


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
