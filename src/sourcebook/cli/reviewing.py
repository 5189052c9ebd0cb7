"""How a proposal looks in the terminal, whatever its width, its colours and the script of its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from sourcebook.cli.wrapping import Style, wrapped
from sourcebook.model.facts import Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.reviewing import Proposal, how_said, in_words, passage
from sourcebook.text import visible

_QUOTED, _BESIDE = ">>", "<<"
"""Around the words quoted, where nothing can be highlighted."""


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
