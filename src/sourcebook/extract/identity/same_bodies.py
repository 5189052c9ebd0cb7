"""Bodies of a country under one name: "Norwegian Ministry of Defence", "Ministry of Defence of Norway", "Norway's Defence Ministry"."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.acronyms import by_initials
from sourcebook.extract.identity.body_spellings import by_plain_name, with_short_names
from sourcebook.extract.identity.embassies import by_seat
from sourcebook.extract.identity.shared_bodies import of_states
from sourcebook.extract.identity.state_bodies import MINISTRY, kind_of, land_after, owner_before, state_and_core
from sourcebook.model.names import with_article
from sourcebook.model.references import is_of_any_state


def same_bodies(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> list[Found]:
    """Each body of a country under the name by which it is first called in full; what two countries have is told apart."""
    seated = by_seat(document, by_initials(document, found), gazetteer)
    mentions = with_short_names(document, by_plain_name(of_states(document, seated, gazetteer)))
    names = {each.name for each in mentions if each.type == "organization"}
    if not names:
        return mentions
    parts = {name: state_and_core(name, gazetteer) for name in names}
    full: dict[tuple[str, str], str] = {}
    owned: dict[int, str] = {}
    for at, each in enumerate(mentions):
        if each.type != "organization":
            continue
        country, core = parts[each.name]
        if not core:
            continue
        if country:
            full.setdefault((country, kind_of(core)), each.name)
        elif each.entry is None or is_of_any_state(core):
            owner = owner_before(document.text, each.span.start, gazetteer)
            country = owner or land_after(document.text, each.span.end, core, gazetteer)
        if country:
            owned[at] = country
    owners: dict[str, set[str]] = {}
    for at, country in owned.items():
        owners.setdefault(parts[mentions[at].name][1], set()).add(country)
    last: dict[str, str] = {}
    sole = _sole(full)
    first: dict[str, str] = {}
    out = []
    for at, each in enumerate(mentions):
        name = each.name
        if each.type == "organization" and parts[name][1] and (each.entry is None or at in owned or is_of_any_state(parts[name][1])):
            core = parts[name][1]
            country = owned.get(at, "")
            if country:
                unsaid = not parts[name][0] and (len(owners[core]) > 1 or is_of_any_state(core))
                name = full.get((country, kind_of(core))) or (f"{core} of {with_article(country)}" if unsaid else name)
                last[core] = name
            elif core in sole or MINISTRY.match(core):
                # Texts often tell of two foreign ministries, and of one that is called otherwise only.
                name = last.get(core) or (name if core in _OF_GUESTS else first.setdefault(core, sole.get(core, name)))
        out.append(each.called(name) if name != each.name else each)
    return out


_OF_GUESTS = frozenset({"Ministry of Foreign Affairs", "Ministry of Defence"})
"""Which the host of a visit and the guest both have."""


def _sole(full: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """What the bodies are called that only one country of the text has: "Presidential Leadership Council" is the Yemeni one."""
    named = Counter(core for _, core in full)
    return {core: name for (_, core), name in full.items() if named[core] == 1 and " " in core and not is_of_any_state(core)}
