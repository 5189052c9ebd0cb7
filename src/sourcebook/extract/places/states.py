"""What kind of place a mention is of: a state, a body of states, and how large."""

from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import phrases


def is_state(each: Linked) -> bool:
    """Whether a mention is of a country, by its name or its adjective."""
    entry = each.found.entry
    if each.found.type not in {"place", "demonym"}:
        return False
    return entry.kind in {"country", "former country"} if entry else False


_BLOCS = phrases(
    "African Union|Andean Community|Arab League|ASEAN|Association of Southeast Asian Nations|Benelux|BRICS|Caribbean Community|"
    "Commonwealth of Independent States|Eurasian Economic Union|European Union|Gulf Cooperation Council|"
    "Economic Community of West African States|East African Community|North Atlantic Treaty Organization|"
    "Organization of Turkic States|Pacific Alliance|Pacific Islands Forum|Shanghai Cooperation Organisation|"
    "South Asian Association for Regional Cooperation|Southern African Development Community|Southern Common Market|United Nations"
)


def is_bloc(each: Linked) -> bool:
    """Whether a mention is of a body of states that deals with others as a state does."""
    return each.found.type == "organization" and each.found.name in _BLOCS


_SIZES = {"city": 0, "water": 0, "region": 2, "country": 3, "former country": 3, "macro-region": 4}
_SELF_DECLARED = frozenset({"Abkhazia", "Nagorno-Karabakh", "Northern Cyprus", "South Ossetia", "Transnistria"})
"""Parts of countries that some recognise as states."""
COUNTRY = 3
"""The size of one."""


def size_of(each: Linked) -> int:
    """How large a place is among others: 0 for a city or a dam, 1 a district, 2 a province, 3 a country, 4 a part of the world."""
    entry = each.found.entry
    if entry is None:
        return 0
    if entry.kind == "macro-region" and entry.country and entry.name not in _SELF_DECLARED:
        # "Siberia", "Catalonia"
        return _SIZES["region"]
    if entry.kind != "region" or entry.country:
        return _SIZES.get(entry.kind, 0)
    last = entry.name.casefold().split()[-1]
    if last not in {"region", "province", "territory", "governorate", "oblast", "krai", "state"}:
        return 1 if last in {"district", "county", "township", "subdistrict", "zone", "canton", "ward", "commune"} else 0
    return _SIZES.get(entry.kind, 0)
