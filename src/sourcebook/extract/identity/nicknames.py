"""Persons called otherwise: "Hemedti" after "Mohamed Hamdan Dagalo, better known as Hemedti"."""

from collections.abc import Iterable
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found

_KNOWN_AS = re.compile(
    r"(?:\s+\([^)]*\))?,?\s+(?:(?:who\s+is|also|better|more|commonly|popularly|widely|formerly)\s+){0,3}known\s+as\s+[“\"‘']?"
    r"|(?:,\s+|\s+\()(?:also\s+)?(?:alias|a\.?k\.?a\.?|nicknamed|nom\s+de\s+guerre)\s+[“\"‘']?"
)


def nicknamed(found: Iterable[Found], text: str) -> list[Found]:
    """The mentions, with persons under the names that the text says to be theirs."""
    mentions = list(found)
    called: dict[str, str] = {}
    for one, other in pairwise(sorted((each for each in mentions if each.type == "person"), key=lambda one: one.span)):
        gap = text[one.span.end : max(one.span.end, other.span.start)]
        if one.name != other.name and (_KNOWN_AS.fullmatch(gap) or (gap == ", " and other.name.startswith("alias "))):
            called.setdefault(other.name, called.get(one.name, one.name))
    return [each.called(called[each.name]) if each.type == "person" and each.name in called else each for each in mentions]
