"""Capitals that are told to act, in the gold and in what the loader finds: they stand for their states, where the text names these too."""

from typing import Any

from sourcebook.extract.facts.standing import SEATS
from sourcebook.extract.gazetteer import gazetteer

Json = dict[str, Any]
OF_STATES = frozenset(
    {"signed", "cooperates-in", "cooperates-with", "ally-of", "diplomatic-relations", "sanctioned-by", "recognized", "participates-in"}
)
"""What states do, not their capitals."""


def as_states(found: Json) -> Json:
    """The same with the states of the capitals that do what only states do: readers wrote down the capital, the loader tells of the state."""
    tables, states, capitals = gazetteer(), dict[str, str](), dict[str, str]()
    bodies = {each["name"]: each["id"] for each in found.get("entities", []) if each["type"] == "organization"}
    for each in found.get("entities", []):
        entry = tables.place(each["name"]) if each["type"] == "place" else None
        if entry and entry.kind == "country":
            states.setdefault(entry.country, each["id"])
        elif entry and entry.capital:
            body = bodies.get(SEATS.get(entry.name, ""))
            capitals[each["id"]] = each["id"] if body else entry.country
            states |= {each["id"]: body} if body else {}
    acting = {capital: states[country] for capital, country in capitals.items() if country in states}
    if not acting:
        return found
    relations = [
        {**each, **{end: acting.get(each[end], each[end]) for end in ("subject", "object")}} if each["predicate"] in OF_STATES else each
        for each in found.get("relations", [])
    ]
    return {**found, "relations": relations}
