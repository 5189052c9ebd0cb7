"""Agreements that a text describes alike and that are of others: "a trade pact with Chile", and "Peru's trade pact with Bolivia"."""

import bisect
from collections.abc import Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found
from sourcebook.extract.identity.described import described

_SIDES = frozenset({"place", "organization", "demonym"})
_WITH = re.compile(r"(?:\s+(?:on|in|for)\s+(?:[a-z-]+\s+){0,4}?[a-z-]+)?\s+(?P<how>with|between)\s+(?:the\s+)?(?=[A-Z])")
_AND = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
_STOPS = re.compile(r"[.;?!]\s|\b(?:that|if|while|whereas|but)\s")
FAR = 160
"""Code points before an agreement in which those stand whose it may be."""
MOST = 4


def apart_by_partners(mentions: Sequence[Found], text: str) -> list[Found]:
    """Mentions with other names for those agreements that are with somebody who has not been told of beside those of before.

    Of agreements by name nothing changes, nor of what is only called "the agreement".
    """
    told: dict[str, list[tuple[frozenset[str], str]]] = {}
    plain = [each for each in mentions if each.type == "agreement" and " " in each.name and described(each.name)]
    if len(plain) < len({each.name for each in plain}) + 1:
        return list(mentions)
    sides = sorted((each for each in mentions if each.type in _SIDES), key=lambda one: one.span.start)
    renamed: dict[int, Found] = {}
    for each in plain:
        own = _WITH.match(text, each.span.end)
        partners = _row(sides, text, own.end()) if own else []
        if not partners:
            continue
        names = frozenset(one.name for one in partners)
        around = names | _before(sides, text, each)
        earlier = told.setdefault(each.name, [])
        called = next((name for whole, name in earlier if names <= whole or len(whole) == 1 <= len(whole & names)), "")
        if not called:
            called = f"{each.name} with {partners[0].name}" if own and own["how"] == "with" and earlier else ""
            called = called or (f"{each.name} between {' and '.join(one.name for one in partners)}" if earlier else each.name)
            earlier.append((around, called))
        if called != each.name:
            renamed[id(each)] = each.called(called)
    return [renamed.get(id(each), each) for each in mentions]


def _row(sides: Sequence[Found], text: str, start: int) -> list[Found]:
    """Those who are listed from a place on."""
    found: list[Found] = []
    for each in sides[bisect.bisect_left(sides, start, key=lambda one: one.span.start) :][:MOST]:
        if each.span.start == start if not found else _AND.fullmatch(text, found[-1].span.end, each.span.start):
            found.append(each)
        elif not found or each.span.start > found[-1].span.end:
            break
    return found


def _before(sides: Sequence[Found], text: str, pact: Found) -> frozenset[str]:
    """Those who stand before an agreement in its sentence."""
    start = max(0, pact.span.start - FAR)
    ends = [each.end() for each in _STOPS.finditer(text, start, pact.span.start)]
    start = ends[-1] if ends else start
    first = bisect.bisect_left(sides, start, key=lambda one: one.span.start)
    last = bisect.bisect_left(sides, pact.span.start, key=lambda one: one.span.start)
    return frozenset(each.name for each in sides[first:last])
