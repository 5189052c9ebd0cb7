"""Mentions in a row: those that a comma or "and" joins, one to the next."""

from collections.abc import Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.identity.linking import Linked


def row(text: str, those: Sequence[Linked], joint: re.Pattern[str]) -> list[Linked]:
    """The first of some mentions, which are in order, with those that follow as long as such words join each to the one before."""
    found = [*those[:1]]
    for each in those[1:]:
        if not joint.fullmatch(text, found[-1].span.end, each.span.start):
            break
        found.append(each)
    return found


def row_to(text: str, those: Sequence[Linked], joint: re.Pattern[str]) -> list[Linked]:
    """The last of some mentions, which are in order, with those before it as long as such words join each to the next."""
    at = max(len(those) - 1, 0)
    while at and joint.fullmatch(text, those[at - 1].span.end, those[at].span.start):
        at -= 1
    return [*those[at:]]
