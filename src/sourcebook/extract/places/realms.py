"""States under their long names, past ones, and parts of the world: "Republic of Artsakh", "Turkish Republic", "Portuguese Empire"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_SIDE = r"(?:Central|South|East|West|North|Southeast|Northeast|Western|Eastern|Southern|Northern)"
_LONG_STATE = re.compile(
    r"\b"
    r"(?P<of>(?:(?:People[’']s|Democratic|Islamic|Federal|Autonomous|Hashemite|Bolivarian|Socialist|United|Arab) )*"
    r"(?:Republic|Kingdom) of (?:the )?(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+)?))"
    r"|\b(?P<empire>[A-Z]\w+) Empire\b"
    r"|\b(?P<realm>[A-Z]\w+(?:-[A-Z]\w+)?) (?:Caliphate|Sultanate|Khanate|Khaganate)\b"
    r"|\b(?<!\ba )(?<!\ban )(?<!another )(?!The )(?P<people>[A-Z]\w+(?: [A-Z]\w+)?) (?:(?:Arab|Islamic) )?(?:Republic|Kingdom)\b(?! of\b|[ -][A-Z]|-)"
    r"|\b(?P<region>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:State|Republic|(?P<small>state))\b(?![ -][A-Z]|-)"
    rf"|(?<!and )\b(?P<parts>{_SIDE} and {_SIDE} (?:Asia|Africa|Europe|America))\b"
)
_STATES = words("state republic kingdom empire caliphate sultanate khanate khaganate")
_CONTINENTS = words("asia africa europe america")
_NO_REALM = words("Islamic Muslim Arab World New The So-Called Self-Styled")
_LANDS = frozenset({"country", "region", "macro-region", "water"})


def states(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Found]:
    """States under their long names, and parts of the world: "Republic of Artsakh", "Benin Republic", "Saudi Kingdom", "Central and South Asia"."""
    if sentence.words.isdisjoint(_STATES) and ("and" not in sentence.words or sentence.words.isdisjoint(_CONTINENTS)):
        return
    for found in matches(_LONG_STATE, document.text, within(document.capitals, sentence.span), sentence.span.end):
        name = " ".join(found[0].split())
        entry = None if name in gazetteer.names else _meant(found, name, gazetteer)
        if entry:
            yield Found(span=Span(*found.span()), type="place", name=entry.name, entry=entry, priority=5 if found["parts"] else 6)


def _meant(found: re.Match[str], name: str, gazetteer: Gazetteer) -> Entry | None:
    """The state or part of the world that a long name means."""
    people = gazetteer.demonyms.get(found["people"] or "")
    land = gazetteer.names.get(found["land"] or found["region"] or found["people"] or "")
    past = found["empire"] in gazetteer.demonyms or found["realm"] not in {None, *_NO_REALM}
    if past or found["parts"]:
        return Entry(name=name, type="place", kind="macro-region" if found["parts"] else "former country")
    if people and people.kind == "country":
        return people
    if land is None or land.type != "place" or land.kind not in _LANDS or (found["small"] and land.kind != "region"):
        return None
    return Entry(name=name, type="place", kind="region") if land.kind == "water" else land
