"""Agreements and events that a text tells of in several ways: one entity each."""

import re
from collections.abc import Iterable

from sourcebook.extract.found import Found

_INSTRUMENT = frozenset(
    [
        "agreement",
        "accord",
        "pact",
        "treaty",
        "deal",
        "memorandum",
        "memoranda",
        "mou",
        "mous",
        "protocol",
        "roadmap",
        "communiqué",
        "declaration",
        "charter",
        "convention",
    ]
)
_FIGHTING = re.compile(
    r"\b(?:campaign|operations?|offensive|fight|battle|liberation|isolation|siege|advance|assault|recapture|retaking|fall|push)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:the |this )?(?:previous )?(talks|negotiations|conference|summit|exercises?|drills|ceremony|elections?|referendum|forum|cyclone|storm|hurricane|typhoon|earthquake|symposium|festival)",
    re.IGNORECASE,
)
_SAME_HEAD = {"drills": "exercise", "exercises": "exercise", "negotiations": "talks", "elections": "election"}


def one_instrument(found: Iterable[Found]) -> list[Found]:
    """Agreements under their full names: "the accord" is the one instrument that the text has named before, if there is but one."""
    out: list[Found] = []
    named: list[str] = []
    for each in found:
        if each.type == "agreement" and each.name.casefold() in _INSTRUMENT and len(named) == 1:
            out.append(each.called(named[0]))
            continue
        if each.type == "agreement" and each.name.casefold() not in _INSTRUMENT and each.name not in named:
            named.append(each.name)
        out.append(each)
    return out


def one_event(found: Iterable[Found]) -> list[Found]:
    """Events under one name: the fighting for one place, and "the talks" after the only talks that the text names."""
    mentions = list(found)
    events = [each for each in mentions if each.type == "event"]
    named = list(dict.fromkeys(each.name for each in events if not _HEAD.fullmatch(each.name)))
    places = [each for each in mentions if each.type == "place"]
    battle: dict[str, str] = {}
    out = []
    for each in mentions:
        if each.type != "event":
            out.append(each)
            continue
        if each.name.startswith("Operation: "):
            out.append(each.called(each.name.replace(": ", " ", 1)))
            continue
        head = _HEAD.fullmatch(each.name)
        if head:
            word = _SAME_HEAD.get(head[1].casefold(), head[1].casefold())
            same = [name for name in named if re.search(rf"\b{word}s?\b", name, re.IGNORECASE)]
            out.append(each.called(same[0]) if len(same) == 1 else each)
            continue
        longer = [name for name in named if name.casefold().endswith(f" {each.name.casefold()}")]
        if len(longer) == 1:
            out.append(each.called(longer[0]))
            continue
        within = [one for one in places if each.span.contains(one.span)] if _FIGHTING.search(each.name) else []
        target = within[-1].name if within and not each.name.startswith("Operation") else ""
        out.append(each.called(battle.setdefault(target, each.name)) if target else each)
    return out
