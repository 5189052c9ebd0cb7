"""Names for events that only a common noun names, from whose they are: "War of Norway and Chile" for "the war"."""

from collections.abc import Iterable

from sourcebook import lazy_re as re
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.identity.registry import Registry
from sourcebook.extract.statements import Statement

MOST = 3
"""Of those who took part, in the name of an event."""
_SHARED = frozenset({"conflict", "meeting", "exercise"})
"""Kinds of events that are between some."""
_NAMED = re.compile(r"[A-Z0-9]")
_TELLING = re.compile(r"\s(?:on|to|for|over|about|in|at)\s|\s\S+\s\S+\s")
"""What says already which event is meant."""
_ROUND = re.compile(r"(?i).*\b(?:round|rounds|edition)\sof\s")
_WHOSE = re.compile(r"(?<!\b[Rr]ound)(?<!\b[Rr]ounds)(?<!\b[Ee]dition)\s(?:between|with|of|by|among)\s.*")


def listed(names: Iterable[str]) -> str:
    """Names in a row, each once: "A, B and C"."""
    each = list(dict.fromkeys(names))
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}"


def listed_few(names: Iterable[str]) -> str:
    """Names in a row, the first of many only: "A, B, C and others"."""
    each = list(dict.fromkeys(names))
    return f"{', '.join(each[:MOST])} and others" if len(each) > MOST else listed(each)


def named_by_parties(stated: Iterable[Statement], registry: Registry) -> dict[str, str]:
    """What wars, talks and drills without a name of their own are called instead: entity -> entity."""
    parties: dict[str, list[str]] = {}
    for each in stated:
        if each.property == "participant" and each.value in registry.entities:
            parties.setdefault(each.subject, []).append(each.value)
    meant: dict[str, str] = {}
    for event, who in parties.items():
        found = registry.entities[event]
        noun = _WHOSE.sub("", found.name)
        if (
            found.kind not in _SHARED
            or found.known
            or found.priority > BY_NOUN
            or found.value
            or event in registry.kb.entities
            or _NAMED.search(found.name, 1)
            or _TELLING.search(_ROUND.sub("", noun))
        ):
            continue
        # Persons who met name their meeting themselves; who else attended it does not.
        parties_to = [one for one in who if registry.entities[one].type != "person"]
        if len(set(parties_to)) > 1:
            meant[event] = registry.id_of(found.called(f"{noun} of {listed_few(registry.entities[one].name for one in parties_to)}"))
    return meant
