"""States under their long names, past ones, and parts of the world: "Republic of Artsakh", "Turkish Republic", "Duchy of Parma"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_SIDE = r"(?:Central|South|East|West|North|Southeast|Northeast|Western|Eastern|Southern|Northern)"
_LONG_STATE = re.compile(
    r"\b"
    r"(?P<of>(?:(?:Former )?Yugoslav )?(?:(?:People[’']s|Democratic|Islamic|Federal|Autonomous|Hashemite|Bolivarian|Socialist|United|Arab) )*"
    r"(?:Republic|Kingdom) of (?:the )?(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?: and Northern Ireland)?(?! of\b))"
    r"|\b(?P<duchy>(?:(?:Grand|Arch)-?\s?)?(?:Duchy|duchy|Principality|Viceroyalty|Electorate|Margraviate|Landgraviate|Free City|Free State|Free Territory"
    r"|Crown Colony|(?<!Overseas )(?:Trust )?Territory|Captaincy General) of (?:the )?(?!State\b)[A-Z][\w-]+(?: (?:Islands?|Settlements)| [A-Z][\w-]+(?= (?:was|is|had|and)\b))?(?! Government\b))"
    r"|\b(?P<peoples>[A-Z][\w-]+) People[’']s Republics?\b(?! of\b)"
    r"|\b(?P<empire>[A-Z]\w+) Empire\b"
    r"|\b(?P<realm>[A-Z]\w+(?:-[A-Z]\w+)?) (?:Caliphate|Sultanate|Khanate|Khaganate)\b"
    r"|\b(?<!\ba )(?<!\ban )(?<!another )(?!The )(?P<people>[A-Z]\w+(?: [A-Z]\w+)?) (?:(?:Arab|Islamic) )?(?:Republic|Kingdom)\b(?! of\b|[ -][A-Z]|-)"
    r"|\b(?P<region>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:State|Republic|(?P<small>state))\b(?![ -][A-Z]|-)"
    rf"|(?<!and )(?<!Middle )(?<!Near )(?<!Far )\b(?P<parts>{_SIDE} and {_SIDE} (?:Asia|Africa|Europe|America))\b"
)
_STATES = words(
    "state republic republics kingdom empire caliphate sultanate khanate khaganate duchy principality viceroyalty electorate margraviate landgraviate"
    " city territory colony captaincy asia africa europe america"
)
"""Without any of them no such name stands in a sentence."""
_IN_SHORT = {
    "DPR": "Donetsk People's Republic",
    "DNR": "Donetsk People's Republic",
    "LPR": "Luhansk People's Republic",
    "LNR": "Luhansk People's Republic",
}
_SHORT = frozenset(_IN_SHORT)
_DONBAS = words("donetsk lugansk luhansk donbass donbas")
_NO_REALM = words("Islamic Muslim Arab World New The So-Called Self-Styled")
_LANDS = frozenset({"country", "region", "macro-region", "water"})


def states(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """States under their long names, and parts of the world: "Republic of Artsakh", "Benin Republic", "Saudi Kingdom", "Central and South Asia"."""
    places = document.where(_SHORT)
    for at in places if len(places) > 1 or (places and document.holding(_DONBAS)) else ():
        # "the DPR and the LPR"; alone, the first is Indonesia's parliament.
        short = document.text[at : at + 3]
        yield Found(span=Span(at, at + 3), type="place", name=_IN_SHORT[short], entry=gazetteer.names[_IN_SHORT[short]], priority=7)
    for found in document.finds(_LONG_STATE, _STATES, document.capitals):
        name = " ".join(found[0].split())
        known = gazetteer.names.get(name.replace("’", "'"))
        # "the Free City of Danzig" is longer than what else begins there.
        entry = _meant(found, name, gazetteer) if known is None else known if found["duchy"] or "’" in name else None
        if entry:
            yield Found(span=Span(*found.span()), type="place", name=entry.name, entry=entry, priority=5 if found["parts"] else 6)


def _meant(found: re.Match[str], name: str, gazetteer: Gazetteer) -> Entry | None:
    """The state or part of the world that a long name means."""
    people = gazetteer.demonyms.get(found["people"] or "")
    land = gazetteer.names.get(found["land"] or found["region"] or found["people"] or "")
    past = found["empire"] in gazetteer.demonyms or found["realm"] not in {None, *_NO_REALM}
    if past or found["parts"] or found["duchy"]:
        kind = "macro-region" if found["parts"] else "region" if _NO_STATE.search(found["duchy"] or "") else "former country"
        return Entry(name=name, type="place", kind=kind)
    if found["peoples"]:
        # "the Donetsk and Lugansk People's Republics", but "the Hungarian People's Republic" is Hungary.
        itself, of = f"{found['peoples']} People's Republic", found["peoples"]
        return gazetteer.names.get(itself) or gazetteer.demonyms.get(of) or _republic(itself, gazetteer.names.get(of))
    if people and people.kind == "country":
        return people
    if found["of"] and land and land.kind == "city" and not land.capital:
        # "Republic of Genoa"
        return Entry(name=name, type="place", kind="former country")
    if land is None or land.type != "place" or land.kind not in _LANDS or (found["small"] and land.kind != "region"):
        return None
    return Entry(name=name, type="place", kind="region") if land.kind == "water" else land


_NO_STATE = re.compile(r"Territory|Colony")


def _republic(name: str, land: Entry | None) -> Entry | None:
    """A state that is called after a town or a region."""
    return Entry(name=name, type="place", kind="former country", country=land.country) if land and land.type == "place" else None
