"""Unknown places that other words show: "western Ghouta", "the Low Wala area of", "Sabari and Bak districts", "College of Music in San Vito"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, matches
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import CAPITAL_AFTER, parted, words
from sourcebook.model.spans import Span

_WORD = r"[A-Z][\w’'-]*[a-z](?<![’']s)"
_NAME = rf"(?:[Aa]l-|[Ee]l-)?{_WORD}(?: (?:(?:al|el|ez|az|ash|ad|ar)-)?{_WORD}){{0,2}}"
_SIDES = words("north south northern southern eastern western central northeastern northwestern southeastern southwestern")
"""What "north-western Ghouta" begins with, and the like."""
_IN_PART = re.compile(
    rf"\b(?:(?:nor|sou)thern|(?:(?:north|south)-?)?(?:ea|we)stern|central)\s+(?!(?:Ste?|Mt|Dr|Fr)\.)(?P<name>{_WORD})"
    r"(?=[,.;:)\]\[]|\s+(?:and|or|but|on|in|from|to|where|which|that|as|after|before|during|since|until|for|with|by|at|near|was|were|has|had|is|are|last|this|today|yesterday)\b)"
)
_LEADS = re.compile(
    r"\b(?:[Ii]n|of|from|to|across|through|throughout|into|over|near|around|toward|towards|between|and|captured|seized|took|taken|entered|entering"
    r"|left|leaving|hit|struck|hold|held|controls?|shelled|bombed|besieged|reached|visited)\s+(?:the\s+)?(?:[a-z]+(?:-[a-z]+)?\s+)?\Z"
)
_NO_END = re.compile(r"(?:[bcdefgjklmnpqrtvwxyz]s|isms?|ity|ists?|ians?|ocrats?|ox|ics?|ish|ers?|ment)\Z")
"""How names of peoples, creeds and styles end: "western Christians", "eastern Orthodox"."""
_AREA = re.compile(
    rf"(?<=[Tt]he )(?P<name>{_NAME})\s+(?:area|section)\s+"
    r"(?=(?:of|in|near)\s+(?:the\s+)?(?:[a-z]+ern\s+|central\s+)?[A-Z]|(?:[\w-]+\s+){0,4}?(?:north|south|east|west)[a-z-]*\s+of\b)"
)
_KINDS = r"(?:(?:sub-?)?districts|provinces|governorates|towns|villages|counties|municipalities|neighbou?rhoods|cities|prefectures|oblasts|regions|valleys|wards)"
_MANY = re.compile(
    rf"(?P<names>{_NAME}(?:-[a-z]{{1,2}} {_WORD})?(?:,\s+{_NAME}){{0,12}}(?:,?\s+(?:and|or)\s+{_NAME}(?=\s+{_KINDS}\b)"
    rf"|(?=,?\s+and\s+(?:[a-z]+\s+|\d+\s+)?other\s+(?:[a-z-]+\s+)?{_KINDS}\b)))"
)
_PLURALS = words(
    "districts subdistricts provinces governorates towns villages counties municipalities neighbourhoods neighborhoods cities prefectures oblasts regions valleys wards"
)
_JOINT = re.compile(r",?\s+(?:and|or)\s+|,\s+")
_SCHOOL = re.compile(
    r"\b(?:School|University|College|Institute|Academy|Conservatory|Hospital|Museum|Library|Church|Cathedral|Monastery|Factory|Brewery|Theatre|Theater|Seminary|Clinic)"
    rf"(?:\s+(?:of|for|and|the|{_WORD}))*?\s+in\s+(?P<name>{_NAME})(?=[,.;)\]\[]|\s+(?:in|and|on|where|from|until|near|before|after)\b)"
)
_STUDIED = re.compile(r"(?:ics|phy|gy|ing|ion|ure|ment|[ei]nce|[ei]nces|ine|ory|ism|[Aa]rts?|Law|Studies|Music|Design|Business|English)\Z")
"""How fields end: "the Institute of Technology in Linguistics and Philosophy"."""
_SCHOOLS = words(
    "school university college institute academy conservatory hospital museum library church cathedral monastery factory brewery theatre theater seminary clinic"
)
_PLANETS = frozenset({"Mars", "Venus", "Jupiter", "Saturn", "Uranus", "Neptune", "Pluto"})
_IN_SPACE = words(
    "planet planets planetary orbit orbits orbiter spacecraft probe lander rover nasa astronomers astronomer telescope spaceflight solar"
)


def _planets(document: Document) -> Iterator[Found]:
    """Planets, where a text tells of space: "a probe to Venus", but neither the firm Mars nor the craft "Mars Express"."""
    places = document.where(_PLANETS)
    for at in places if document.holding(_IN_SPACE) else ():
        name = next(each for each in _PLANETS if document.text.startswith(each, at))
        if not CAPITAL_AFTER.match(document.text, at + len(name)):
            yield Found(span=Span(at, at + len(name)), type="place", name=name, priority=7)


_WAYS = words(
    "road roads highway highways motorway expressway railway rail cable line route pipeline corridor ferry flight flights bridge border section interconnection"
)
_BETWEEN = re.compile(
    rf"(?<![\w’'-])(?!(?:The|A|In|On|At|For|From|And)\b)(?P<one>{_WORD}(?: {_WORD})?)[-–](?P<other>{_WORD})(?:[-–](?P<third>{_WORD}))?\s+(?:[a-z]+\s+){{0,2}}?(?:{'|'.join(sorted(_WAYS))})\b(?!-)"
)


def _ends_of_ways(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The towns that a road or a cable joins, of which the tables know one: "the Kalay-Tamu road section"."""
    for found in document.finds(_BETWEEN, _WAYS, document.capitals):
        spans = [Span(*found.span(each)) for each in ("one", "other", "third") if found[each]]
        entries = [gazetteer.names.get(each.of(document.text)) for each in spans]
        towns = [each for each in entries if each and each.type == "place" and each.kind == "city"]
        if towns and all(each is None or each.type == "place" for each in entries):
            for span in spans:
                yield from _unless_known(document, span.start, span.end, gazetteer)


_HOUSE_OF = re.compile(
    r"(?:Palace|Great Hall|Hall|Square|Tomb)\s+of\s+(?:the\s+)?(?:Republic|Nations?|Independence|Peoples?|Justice|Friendship|Parliament|Sports|Culture|Congress(?:es)?|Unknown\s+Soldier|Martyrs)\b(?!\s+of\b)"
    r"|(?:Church|Basilica|Cathedral|Grotto)\s+of\s+(?:the\s+)?(?:(?:Holy|Sacred|Immaculate)\s+[A-Z]\w+|Nativity|Annunciation|Ascension|Assumption|Dormition|Resurrection|Transfiguration|Savio(?:u)?r|Christ\s+the\s+Savio(?:u)?r|Saints?\s+[A-Z]\w+|St\.?\s+[A-Z]\w+)"
    r"|Dome\s+of\s+the\s+Rock|Mount\s+of\s+Olives"
    r"|(?:Parliament|Union|Government)\s+Buildings\b"
)


def _houses(document: Document) -> Iterator[Found]:
    """Houses and squares that are called after what is done there: "the Palace of the Republic"."""
    for found in matches(_HOUSE_OF, document.text, document.where(_HOUSES)):
        yield Found(span=Span(*found.span()), type="place", name=" ".join(found[0].split()), priority=7)


_HILL = re.compile(rf"(?<=[Oo]n )(?P<name>(?P<first>{_WORD}) (?:Hill|Heights|Ridge))(?=[,.;]|\s[a-z])")
_HILLS = frozenset({"hill", "heights", "ridge"})


def _hills(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Hills on which something is: "the statues on Mansu Hill"."""
    for found in document.finds(_HILL, _HILLS):
        if found["first"] not in gazetteer.given and not _none(found["first"], gazetteer):
            yield Found(span=Span(*found.span("name")), type="place", name=found["name"], priority=7)


_HOUSES = words("Palace Great Hall Square Tomb Parliament Union Government Church Basilica Cathedral Grotto Dome Mount")


def shown_places(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Places that no table knows, by the words around them."""
    text = document.text
    for found in matches(_IN_PART, text, document.where(_SIDES)):
        if not _NO_END.search(found["name"]) and _LEADS.search(text, max(0, found.start() - 40), found.start()):
            yield from _unless_known(document, *found.span("name"), gazetteer)
    yield from _towns_of_provinces(document, gazetteer)
    yield from _planets(document)
    yield from _ends_of_ways(document, gazetteer)
    yield from _houses(document)
    yield from _hills(document, gazetteer)
    for found in document.finds(_AREA, {"area", "section"}, headings=False):
        yield from _unless_known(document, *found.span("name"), gazetteer)
    for found in document.finds(_MANY, _PLURALS, headings=False):
        for start, end in parted(text, *found.span("names"), _JOINT):
            yield from _unless_known(document, start, end, gazetteer)
    for found in document.finds(_SCHOOL, _SCHOOLS, headings=False):
        if found["name"].split()[0] not in gazetteer.given and not _STUDIED.search(found["name"]):
            yield from _unless_known(document, *found.span("name"), gazetteer)


def _towns_of_provinces(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Towns that "city" sets apart from the province of the same name: "Kandahar city" where "Kandahar province" stands elsewhere."""
    text = document.text
    for found in matches(_CITY, text, document.where(_CITIES)):
        name = _LAST.search(text, max(0, found.start() - 40), found.start())
        town = gazetteer.place(name["name"]) if name else None
        if name and town and re.search(rf"\b{re.escape(name['name'])}\W{{1,2}}{_PROVINCE}", text):
            whole = f"{name['name']} City"
            entry = replace(town, name=whole, kind="city", aliases=())
            yield Found(span=Span(name.start("name"), found.end()), type="place", name=whole, entry=entry, priority=6)


_CITIES = frozenset({"city"})
_CITY = re.compile(r"city\b(?! of\b|[-’'])")
_LAST = re.compile(rf"(?<![\w-])(?P<name>{_NAME}) \Z")
_PROVINCE = r"(?:[Pp]rovinces?|[Gg]overnorates?|[Oo]blasts?|[Pp]refectures?)\b"


def _unless_known(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """The place, if no table knows its words as something else."""
    name = " ".join(document.text[start:end].split())
    entry = gazetteer.names.get(name)
    if name.casefold() in gazetteer.areas or (entry and entry.type != "place") or any(_none(each, gazetteer) for each in name.split()):
        return
    yield Found(span=Span(start, end), type="place", name=entry.name if entry else name, entry=entry, priority=5)


def _none(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word is no part of a place's name."""
    return gazetteer.no_name(word, "opening", "institution", "body", "other", "firm", "team") or word in _OTHER


_OTHER = words("Bloc Wall Hemisphere Shi'ite Shi’ite Druze Alawite Tigers Highlands Coast")
"""Words that other things are called by: "western Allies", "the Shiite area of Basra"."""
_OWN_TOWN = re.compile(r"[’']s?\s(?P<town>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)(?=[,.;)]|\s[a-z])")


def towns_of(text: str, found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Towns that the country named before has: "Uganda’s Entebbe"."""
    for each in found:
        own = _OWN_TOWN.match(text, each.span.end) if each.entry and each.entry.kind == "country" else None
        town = gazetteer.names.get(own["town"]) if own else None
        if own and town and each.entry and town.kind == "city" and town.country == each.entry.country:
            yield Found(span=Span(*own.span("town")), type="place", name=town.name, entry=town, priority=5)
