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

    Of agreements by name nothing changes; what is only called an agreement is another one where it is surely of others.
    """
    told: dict[str, list[tuple[frozenset[str], str]]] = {}
    plain = [each for each in mentions if each.type == "agreement" and described(each.name) is not None]
    if len(plain) < len({each.name for each in plain}) + 1:
        return list(mentions)
    sides = sorted((each for each in mentions if each.type in _SIDES), key=lambda one: one.span.start)
    renamed: dict[int, Found] = {}
    for each in plain:
        own = _WITH.match(text, each.span.end)
        partners = _row(sides, text, own.end()) if own else []
        earlier = told.setdefault(each.name, [])
        bare = " " not in each.name or described(each.span.of(text)) == frozenset()
        if not partners or own is None:
            if not earlier and (makers := _before(sides, text, each)):
                # "Norway and Chile struck a deal"
                earlier.append((makers, each.name))
            continue
        names = frozenset(one.name for one in partners)
        around = names | _before(sides, text, each)
        called = next((name for whole, name in earlier if names <= whole or len(whole) == 1 <= len(whole & names)), "")
        if (
            bare
            and not called
            and earlier
            and not _is_new(text, each, own["how"], names, around, frozenset().union(*(whole for whole, _ in earlier)))
        ):
            called = each.name
        if not called:
            noun = each.span.of(text) if bare else each.name
            called = f"{noun} with {partners[0].name}" if own["how"] == "with" and earlier else ""
            called = called or (f"{noun} between {' and '.join(one.name for one in partners)}" if earlier else each.name)
            earlier.append((around, called))
        if called != each.name:
            renamed[id(each)] = each.called(called)
    return [renamed.get(id(each), each) for each in mentions]


def _is_new(text: str, pact: Found, how: str, names: frozenset[str], around: frozenset[str], told: frozenset[str]) -> bool:
    """Whether what is only called an agreement is another one than those of before: it is of others altogether, or "a pact", and with somebody else."""
    if how == "between":
        return not names & told
    return not around & told or bool(not names & told and _ANOTHER.search(text, max(0, pact.span.start - NEAR), pact.span.start))


_ANOTHER = re.compile(r"\b(?:an?|another|(?:its|their)\s+own)\s+(?:[a-z-]+\s+){0,2}\Z")
NEAR = 40


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
