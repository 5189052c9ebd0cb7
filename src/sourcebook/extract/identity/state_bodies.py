"""Whose body a name or the words around it tell: the state, and which of its bodies, however that is put."""

from sourcebook import lazy_re as re
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.model.references import is_mission, is_of_any_state


def body_of_state(name: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """The state that a body's name says it is of, and which body, however that is put; ("", "") if no state is named or many bodies are called so.

    >>> from sourcebook.extract.gazetteer import gazetteer
    >>> [body_of_state(each, gazetteer()) for each in ("Libyan Foreign Ministry", "Ministry of Foreign Affairs of Libya", "Bank of China")]
    [('Libya', 'Ministry of Foreign Affairs'), ('Libya', 'Ministry of Foreign Affairs'), ('', '')]
    """
    country, core = state_and_core(name, gazetteer)
    # "Bank of China" is one of many Chinese banks.
    told = country and core != "Bank" and (is_of_any_state(core) or len(core.split()) > 1) and not is_mission(name)
    return (country, kind_of(core)) if told else ("", "")


def state_and_core(name: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """A body's country, or "", and what it is without it, written in one way."""
    words = name.split()
    for count in (2, 1):
        lead = " ".join(words[:count])
        country = _country_called(lead, gazetteer) if len(words) > count else ""
        if country:
            return country, _core(" ".join(words[count:]))
    of = next((each for each in _OF_LAND.finditer(name) if _country_called(name[each.end() :], gazetteer)), None)
    return (_country_called(name[of.end() :], gazetteer), _core(name[: of.start()])) if of else ("", _core(name))


_OF_LAND = re.compile(r" of (?:the )?(?:(?:Federal |Islamic |People's |Socialist )*(?:Republic|Kingdom|State) of )?(?=[A-Z])")


def kind_of(core: str) -> str:
    """A body without its country, whether that calls it a ministry or a department."""
    return f"Ministry{core.removeprefix('Department')}" if core.startswith("Department of ") else core


def _core(words: str) -> str:
    turned = _FIELD_FIRST.fullmatch(words)
    if words.startswith("Consulate"):
        # A country has several.
        return ""
    if turned:
        words = f"{turned['kind'].capitalize()} of {turned['field']}"
    head, of, field = words.partition(" of ")
    return (
        f"{head}{of}{_CALLED_OTHERWISE.get(field, field)}"
        if of and head in {"Ministry", "Department"}
        else words.replace("Defense", "Defence")
    )


_FIELD_FIRST = re.compile(r"(?P<field>[A-Z]\w+(?:,? (?:and )?[A-Z]\w+){0,2}) (?P<kind>[Mm]inistry|[Dd]epartment)")
_CALLED_OTHERWISE = {"Foreign": "Foreign Affairs", "Interior": "Internal Affairs", "the Interior": "Internal Affairs", "Defense": "Defence"}


def _country_called(words: str, gazetteer: Gazetteer) -> str:
    entry = gazetteer.demonyms.get(words) or gazetteer.names.get(words)
    return entry.name if entry is not None and entry.kind == "country" else ""


def owner_before(text: str, start: int, gazetteer: Gazetteer) -> str:
    """The country whose a body is by the words before: "Norway's Security Council"; or ""."""
    owned = text[max(0, start - 40) : start].rstrip().endswith(_OWNS)
    before = _OWNER.search(text, max(0, start - 40), start) if owned else None
    return _country_called(before[1], gazetteer) if before else ""


_OWNER = re.compile(r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)[’']s?\s+\Z")
_OWNS = ("’s", "'s", "’", "'")


def land_after(text: str, end: int, core: str, gazetteer: Gazetteer) -> str:
    """The country that a ministry is said to be in: "the Ministry of Education in Ghana"."""
    inside = _IN_LAND.match(text, end) if MINISTRY.match(core) else None
    return (_country_called(inside[1], gazetteer) or _country_called(inside[1].split()[0], gazetteer)) if inside else ""


_IN_LAND = re.compile(r"\s+in\s+(?:the\s+)?([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)")
MINISTRY = re.compile(r"(?:Ministry|Department) of ")
