"""One name for one field of cooperation, whatever words tell of it."""

from collections.abc import Mapping

from sourcebook import lazy_re as re

_ADJECTIVES = {
    "academic": "academic cooperation",
    "agrarian": "agriculture",
    "agricultural": "agriculture",
    "commercial": "trade",
    "cultural": "culture",
    "diplomatic": "diplomacy",
    "economic": "economy",
    "educational": "education",
    "environmental": "environment",
    "financial": "finance",
    "humanitarian": "humanitarian cooperation",
    "industrial": "industrial cooperation",
    "judicial": "judicial cooperation",
    "legal": "judicial cooperation",
    "medical": "health",
    "military": "defence",
    "parliamentary": "interparliamentary cooperation",
    "political": "political dialogue",
    "scientific": "science",
    "tax": "taxation",
    "technological": "technology",
}
"""Adjectives that name a field in a list: "in the scientific and cultural fields"."""
_LED = re.compile(
    r"(?:(?:sustainable|effective|efficient|rational|integrated|responsible|sound)\s+(?=management|use)"
    r"|(?:strong|close|closer|shared|common|mutual|joint|growing|enhanced|greater|broader|deeper|continued"
    r"|lasting|durable)\s+"
    r"|(?:protecting|promoting|strengthening|improving|enhancing|advancing|boosting|supporting|increasing"
    r"|expanding|ensuring|fostering|promotion\s+of|protection\s+of|strengthening\s+of|development\s+of"
    r"|expansion\s+of)\s+(?:the\s+)?)+"
)
_HEAD = re.compile(
    r"\s+"
    r"(?:cooperation|collaboration|ties|links|relations|partnerships?|exchanges?|interaction|engagement|sectors?"
    r"|sphere|field|area|issues|matters|affairs|goals|interests|efforts|initiatives|concerns)\Z"
)


def name_of(words: str, areas: Mapping[str, str]) -> str:
    """The vocabulary's name of a field, else the field's own words without what only leads it.

    >>> name_of("cultural", {"culture": "culture"})
    'culture'
    >>> name_of("Port security", {})
    'port security'
    """
    key = words.casefold()
    if key in areas:
        return areas[key]
    plain = key.replace("co-operation", "cooperation").replace("defense", "defence")
    base = _HEAD.sub("", plain)
    for each in (plain, _LED.sub("", plain, count=1), base, _LED.sub("", base, count=1)):
        if each in areas:
            return areas[each]
        if each in _ADJECTIVES:
            return _ADJECTIVES[each]
    return words if words.isupper() else words[:1].lower() + words[1:]
