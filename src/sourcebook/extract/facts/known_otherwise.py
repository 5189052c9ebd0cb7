"""Facts that the world's tables know otherwise: "the ASEAN members, China and Japan" names China beside ASEAN, not in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sourcebook.extract.gazetteer import Entry, Gazetteer, members_of
from sourcebook.model.facts import Stance
from sourcebook.model.proposals import ProposedFact

_UNIONS = frozenset({"European Union", "African Union"})
"""Bodies that belong to others as states do."""


def doubted(facts: Iterable[ProposedFact], names: Mapping[str, str], tables: Gazetteer) -> Iterator[ProposedFact]:
    """The facts; who belongs to a body or lies in a part of the world is unsure where the tables list others there.

    What is planned or denied is left as it is.

    Args:
        facts: proposals, in order.
        names: id of an entity -> its name.
        tables: where states, places and bodies are looked up by name.
    """
    for each in facts:
        asked = _ASKED.get(each.property) if not each.unsure and each.stance in {None, Stance.FACT} else None
        member, whole = (tables.names.get(names.get(name, "")) for name in (each.subject, each.value)) if asked else (None, None)
        reason = asked(member, whole) if asked and member and whole else ""
        yield replace(each, unsure=reason) if reason else each


def _no_member(member: Entry, club: Entry) -> str:
    """Why a membership is doubted, or ""."""
    listed = members_of(club.name) if club.type == "organization" else frozenset()
    if not listed or (member.country in listed if member.kind == "country" else member.type == "place" or member.name in _UNIONS):
        return ""
    return f"As far as is known, {member.name} is no member of {club.name}: a candidate or a partner may be meant."


def _not_there(place: Entry, whole: Entry) -> str:
    """Why it is doubted that a state, a land or a capital lies in a state or a part of the world, or ""; in a state there may be another town of that name."""
    if not place.country or not (place.kind in {"country", "macro-region"} or (place.capital and whole.kind == "macro-region")):
        return ""
    listed = frozenset({whole.country}) if whole.kind == "country" else members_of(whole.name) if whole.type == "place" else frozenset()
    if not listed or place.country in listed:
        return ""
    return f"As far as is known, {place.name} is not in {whole.name}."


_ASKED = {"member_of": _no_member, "located_in": _not_there}
"""What tells of a fact of a property why it is doubted."""
