"""Names that are known: of the knowledge base, and of the gazetteer; with nationalities."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook.extract.document import Document, Sentence, Token
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.holders import ARABIC, PLACE_WORDS
from sourcebook.extract.phrases import heads
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import NameFinder, first_word, words_in
from sourcebook.model.spans import Span

MOST_TOKENS = 11
_SMALL = frozenset({"al", "counter", "anti"})
_PLACE_BEFORE = frozenset(
    [
        "in",
        "at",
        "to",
        "from",
        "near",
        "of",
        "around",
        "outside",
        "into",
        "through",
        "toward",
        "towards",
        "across",
        "visited",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "downtown",
        "leaving",
        "on",
        "including",
        "via",
        "beyond",
        "inside",
        "entering",
        "liberated",
    ]
)


def known_names(document: Document, kb: KnowledgeBase, gazetteer: Gazetteer, own: frozenset[str]) -> Iterator[Found]:
    """Names and aliases of the knowledge base's own entities: the surest gazetteer.

    Those that the loader itself made of this article are left to the rules that found them,
    so that reading the article again finds the same.
    """
    exact: dict[str, tuple[str, str, str]] = {}
    common: dict[str, tuple[str, str, str]] = {}
    for entity in kb.entities.values():
        if entity.id in own:
            continue
        into = common if kb.schema.types[entity.type].common else exact
        for name in (entity.name, *(each.text for each in entity.aliases)):
            into.setdefault(name, (entity.id, entity.type, entity.name))
        for name in entity.mentioned_as:
            into.setdefault(name, (entity.id, "demonym" if entity.type == "place" else entity.type, entity.name))
    # Of thousands of names an article holds a few: the others are not worth a place in the finder.
    words = words_in(document.text)
    here = [{name: each for name, each in table.items() if first_word(name) in words} for table in (exact, common)]
    for finder, table in ((NameFinder(here[0]), here[0]), (NameFinder(here[1], ignore_case=True), here[1])):
        for start, end, names in finder.find(document.text) if table else ():
            entity_id, kind, name = table[min(names)]
            surface = document.text[start:end]
            entry = gazetteer.names.get(surface) or gazetteer.demonyms.get(surface) or gazetteer.names.get(name)
            yield Found(span=Span(start, end), type=kind, name=name, known=entity_id, entry=entry, priority=9)


def gazetteer_names(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Countries, regions, cities, waters and international organizations, longest first; and demonyms."""
    for sentence in document.sentences:
        at = 0
        tokens = sentence.tokens
        while at < len(tokens):
            opens = tokens[at].capital or tokens[at].text in _SMALL
            found = _longest(document.text, sentence, at, gazetteer) if opens else None
            if found is None:
                at += 1
                continue
            yield found
            while at < len(tokens) and tokens[at].end <= found.span.end:
                at += 1


def unplaced(found: Iterable[Found], text: str) -> list[Found]:
    """Small towns under the name they are written with, and nowhere in particular, where the text does not name the country that the tables put them in."""
    mentions = list(found)
    countries = {each.entry.country for each in mentions if each.entry and each.entry.kind in {"country", "region"}}
    out = []
    for each in mentions:
        entry = each.entry
        if entry and entry.kind == "city" and not entry.sure and entry.country not in countries and not each.known:
            name = " ".join(each.span.of(text).split())
            # Another town of that name is as likely meant.
            out.append(
                replace(each, name=name, entry=replace(entry, name=name, country="", geonames="", latitude="", longitude="", aliases=()))
            )
        else:
            out.append(each)
    return out


def _longest(text: str, sentence: Sentence, at: int, gazetteer: Gazetteer) -> Found | None:
    tokens, opening = sentence.tokens, gazetteer.words["opening"]
    start = tokens[at].start
    for last in range(_run(tokens, at), at - 1, -1):
        mark = tokens[last].text[-1]
        if not (mark.isalnum() or mark == "."):
            continue
        stop = tokens[last].end
        surface = tokens[at].text if last == at else " ".join(text[start:stop].replace("’", "'").split())
        entry = gazetteer.names.get(surface)
        if surface in opening:
            continue
        if entry and _part_of_longer(tokens, at, last, entry):
            continue
        if entry is None and surface.isupper() and (len(surface) > 5 or (at == 0 and len(surface) > 3)):
            entry = gazetteer.names.get(surface.title())
        if entry and surface.startswith("The ") and entry.name != surface:
            entry = None
        if entry and entry.type == "organization" and CONTEST.match(text, stop):
            continue
        if entry and (_MONEY.match(text, stop) or (entry.type == "place" and surface in gazetteer.words["other"])):
            continue
        if entry and (entry.sure or _spoken_of_as_place(tokens, at, last, gazetteer)):
            return Found(span=Span(start, stop), type=entry.type, name=entry.name, entry=entry, priority=5)
        adjective = gazetteer.demonyms.get(surface)
        if adjective and not _MONEY.match(text, stop):
            return Found(span=Span(start, stop), type="demonym", name=adjective.name, entry=adjective, priority=5)
    return None


CONTEST = re.compile(r"(?: [A-Z][\w’']*){0,3} (?:Cup|Championships?|Trophy|Awards?|Games)\b")
_MONEY = re.compile(r"\s?[$€£]|\s(?:dollars?|rupees?|pesos?|dinars?)\b")


def _run(tokens: tuple[Token, ...], at: int) -> int:
    """The last token that a name beginning at `at` can reach: names hold capitals, small joining words and a few marks."""
    last = at
    for index in range(at + 1, min(len(tokens), at + MOST_TOKENS)):
        token = tokens[index]
        glued = token.text.isalpha() and token.start == tokens[index - 1].end
        if token.capital or glued or token.text[0].isdigit():
            last = index
        elif token.text not in _WITHIN_NAMES:
            # One small word may end a name: "Iraqi security forces", "Gulf region".
            return max(last, index if index == last + 1 and token.text.isalpha() else last) + (
                1 if index + 1 < len(tokens) and token.text in {"security", "democratic", "regional"} else 0
            )
    return last


_WITHIN_NAMES = frozenset(
    [
        "d",
        "l",
        "es",
        "las",
        "los",
        "les",
        "sur",
        "der",
        "am",
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "against",
        "de",
        "la",
        "al",
        "el",
        "von",
        "du",
        "da",
        "dos",
        "di",
        "del",
        "-",
        "'",
        "’",
        ".",
        "&",
        "/",
        ",",
        "–",
        "against",
        "counter",
    ]
)


def _part_of_longer(tokens: tuple[Token, ...], first: int, last: int, entry: Entry) -> bool:
    """Whether a city names a building ("Hyderabad House"), or a name goes on from a hyphen ("Tehrik-e-Taliban")."""
    if entry.kind == "city" and last + 1 < len(tokens) and tokens[last + 1].text in _BUILDINGS:
        return True
    if entry.type == "place" and first and tokens[first - 1].text in _SHIPS:
        return True
    joined = first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start
    return joined and entry.type == "organization" and tokens[first - 2].text.islower()


_SHIPS = frozenset({"HMAS", "HMS", "HMNZS", "HMCS", "USS", "USNS", "INS", "FS", "HNLMS", "JS", "ROKS", "KRI", "RFS", "MV", "SS", "RSS"})
_BUILDINGS = frozenset({"House", "Palace", "Hotel", "Hall", "Tower", "Street", "Road", "Avenue", "Square", "Stadium", "Hospital"})


def _spoken_of_as_place(tokens: tuple[Token, ...], first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a doubtful city's name follows a preposition of place, or a country follows it after a comma."""
    after = tokens[last + 1 : last + 3]
    if len(after) == 2 and after[0].text == "," and after[1].text in gazetteer.names:
        return True
    if first == 0 or (after and after[0].capital):
        return False
    before = tokens[first - 1].text
    if before.casefold() == "the" or (tokens[first].text in gazetteer.given and before != "in"):
        return False
    return before in _PLACE_BEFORE or before.casefold() in {"city", "town", "village", "province", "district"}


_AFTER = (
    "region|territory|province|oblast|krai|district|governorate|zone|peninsula|valley|islands?|strait|river|prefecture|county|dam|barrage|airfield|airport|air base|airbase|base|bay|"
    "gulf|sea|city|village|town|basin|desert|mountains?|canal|pass|port|shoal|reef|atoll|channel|hotel|motel|resort|palace|mausoleum|cathedral|stadium|monument|barracks|prison|power plant|hydropower plant|industrial park|economic zone|free zone|refinery|pipeline|depression|hills|heights|plateau|square|bridge|camp|delta|refugee camp|crossing|neighbou?rhood|subdistrict|municipality|township|canton|reservoir"
)
_CASED = "Street|Road|Avenue|Drive|Boulevard|Highway|Expressway|Freeway|Motorway|Lane|Interchange|Chowk|Roundabout|Junction|Terminal|Railway Station|Train Station|Metro Station|Station|Circle|Conference Cent(?:re|er)|Convention Cent(?:re|er)|Exhibition Cent(?:re|er)|Exhibition Hall|Shopping Cent(?:re|er)|Mall|Plaza|Market|Castle|Fort|National Park|Park|Gardens?|Beach|Creek|Falls|Cemetery|Mosque|Temple|Shrine|Monastery|Church of the Nativity|Memorial|Tower|Towers|Theatre|Theater|Nature Reserve|Reserve|Glacier|Volcano|Forest"
"""Kinds of places that names end in; in small letters they are said of no place in particular."""
_LEADING = "Joint Base|Forward Operating Base|Naval Station|Naval Base|RAAF Base|RAF|Air Base|Lake|Mount|Mt\\.|Cape|Port|Fort|Camp|Gulf of|Bay of|Strait of|Straits of|Sea of|Isle of|Province of|Governorate of|Emirate of"
_WORD = r"(?:[A-Z][^\W\d_]*(?:[-’'](?!s\b|born\b|held\b|led\b|based\b|controlled\b|backed\b)[^\W\d_]+)*|[A-Z]\.)"
_ENDING = re.compile(
    rf"(?<![\w-])((?:(?:al|el|Al|El)[- ])?{_WORD}(?:[ ](?:al-|el-|(?:du|de|del|van|der|von|la|las|los|da|do|dos)[ ])?{_WORD}){{0,3}})[ ](?:{_AFTER}|{_CASED}|(?i:{_AFTER})(?:[ ](?:North|South|East|West))?)(?![\w-])"
)
_LEADER = re.compile(rf"(?<![\w-])(?:{_LEADING})[ ](?:(?:al|el|the)[- ])?{_WORD}(?:[ ]{_WORD}){{0,2}}")
_KIND_OF = re.compile(
    rf"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Dd]istrict|[Ss]uburb|[Pp]ort|[Cc]apital|[Nn]eighbou?rhood|[Pp]rovince|[Ii]sland|[Gg]overnorate|[Mm]unicipality|[Rr]egion)s?\s+(?:of|called|named)\s+((?:(?:al|el|Al|El)[- ])?{_WORD}(?:[- ]{_WORD}){{0,2}})"
)
_IS_PLACE = re.compile(
    rf"({_WORD}(?:[- ]{_WORD}){{0,2}})(?:\s+\([^)]*\))?,?\s+(?:is|was)\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}(?:village|city|town|district|province|region|capital|island|dam|barrage|river|lake|mountain|valley|port|suburb|neighbou?rhood|municipality|settlement)\b"
)
_BEFORE_COUNTRY = re.compile(
    rf"\b(?:in|at|near|from|of|to|outside|around)\s+((?:(?:al|el|Al|El)[- ])?{_WORD}(?:[- ]{_WORD}){{0,2}}),\s+(?=([A-Z][\w-]+(?:\s+[A-Z][\w-]+)?))"
)


_KINDS = heads(
    _AFTER,
    _CASED,
    "town|villages?|district|suburb|port|capital|neighborhood|neighbourhood|province|island|governorate|municipality|municipalities|cities|provinces|territories|territory|region|lake|river|mountain|valley|settlement|barrage|dam|city|economic|country|county|counties|localit|localities|boundary|boundaries|prefecture|oblast|republic|state",
)


_LEADS = heads(_LEADING)


def compass_and_regions(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Places that a word beside them shows: "Samara Region", "Lake Tharthar", "the city of Husaybah", "in Sarmada, Syria"."""
    text = document.text
    for sentence in document.sentences:
        start, end = sentence.span.start, sentence.span.end
        kinds = not sentence.words.isdisjoint(_KINDS)
        for found in _ENDING.finditer(text, start, end) if kinds else ():
            yield from _named_place(document, found.start(), found.end(), gazetteer)
        for found in ARABIC.finditer(text, start, end) if "al" in sentence.words or "el" in sentence.words else ():
            if found[1] in PLACE_WORDS:
                yield _place(document, *found.span(), gazetteer, 5)
        for found in _LEADER.finditer(text, start, end) if not sentence.words.isdisjoint(_LEADS) else ():
            yield from _named_place(document, found.start(), found.end(), gazetteer)
        for found in _IS_PLACE.finditer(text, start, end) if kinds else ():
            if not any(each in gazetteer.words["opening"] for each in found[1].split()):
                yield _place(document, *found.span(1), gazetteer, 4)
        for found in _KIND_OF.finditer(text, start, end) if kinds else ():
            if not any(each in gazetteer.words["institution"] for each in found[1].split()):
                yield _place(document, *found.span(1), gazetteer, 4)
        for found in _BEFORE_COUNTRY.finditer(text, start, end) if text.find(", ", start, end) >= 0 else ():
            wider = gazetteer.names.get(found[2]) or gazetteer.names.get(found[2].split()[0])
            if wider and wider.type == "place" and not any(each in gazetteer.words["institution"] for each in found[1].split()):
                yield _place(document, *found.span(1), gazetteer, 4)


_BODIES = frozenset(
    [
        "Council",
        "Agency",
        "University",
        "Authority",
        "Commission",
        "Committee",
        "Association",
        "Organization",
        "Organisation",
        "Institute",
        "Union",
        "Bank",
        "Ministry",
        "Company",
        "Corporation",
        "Police",
        "Department",
    ]
)
_BUILT = frozenset(re.findall(r"[A-Z]\w+(?=\||\Z)", _CASED))
_SAID_OF = frozenset({"city", "town", "village", "resort", "hotel", "motel", "neighbourhood", "neighborhood", "municipality"})
"""Kinds of places that are said of a name rather than a part of it."""
_GOES_ON = re.compile(r"(?:[ ](?:(?:and|of|the|for)[ ]){0,2}[A-Z][\w-]+){1,4}")
_NEXT = re.compile(r" ([A-Z]\w+)")


def _named_place(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """The words without what opens the sentence; nothing if only a nationality is left before the kind of place."""
    words = document.text[start:end].split(" ")
    while len(words) > 1 and (
        words[0] in gazetteer.words["opening"] or words[0] in gazetteer.demonyms or re.fullmatch(r"[A-Z]\w+ing", words[0])
    ):
        start += len(words.pop(0)) + 1
    first = gazetteer.names.get(words[0])
    further = _NEXT.match(document.text, end)
    longer = gazetteer.names.get(f"{' '.join(words)} {further[1]}") if further else None
    if longer and longer.type == "organization":
        # "Pacific Islands Forum"
        return
    if words[-1] in _BODIES or (words[-1] == "District" and not gazetteer.words["body"].isdisjoint(words[:-1])):
        # "Lake Victoria Fisheries Council", "Los Angeles Unified School District"
        return
    goes_on = _GOES_ON.match(document.text, end)
    if goes_on and words[-1][0].isupper() and not gazetteer.words["body"].isdisjoint(goes_on[0].split()):
        # "Okavango River Basin Water Commission", "Western Cape High Court"
        return
    if words[-1] in _SAID_OF and len(words) > 1:
        end -= len(words.pop()) + 1
        if len(words) == 1 and first and first.sure:
            return
        if not any(each in gazetteer.words["institution"] or each in gazetteer.words["other"] for each in words) and len(words[0]) > 2:
            yield _place(document, start, end, gazetteer, 4)
        return
    if len(words) > 1 and len(words[0]) > 1 and words[0] != "An" and not (first and first.kind == "country" and words[-1].islower()):
        yield _place(document, start, end, gazetteer, 6 if words[-1][0].isupper() and words[-1] not in _BUILT else 5)


def _place(document: Document, start: int, end: int, gazetteer: Gazetteer, priority: int) -> Found:
    words = " ".join(document.text[start:end].split())
    known = gazetteer.names.get(words.replace("’", "'"))
    entry = (
        known if known and known.type == "place" else Entry(name=words, type="place", kind="zone" if words.endswith("Zone") else "region")
    )
    return Found(span=Span(start, end), type="place", name=entry.name, entry=entry, priority=priority)
