"""Places that a word beside them shows: "Samara Region", "Lake Tharthar", "the city of Husaybah"."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence, folded, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.names import arabic
from sourcebook.extract.phrases import heads
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.places.realms import states
from sourcebook.model.spans import Span

_AFTER = (
    "region|territory|province|oblast|krai|district|governorate|zone|peninsula|valley|islands?|strait|river"
    "|prefecture|county|dam|barrage|airfield|air field|airport|air base|airbase|base|bay"
    "|gulf|sea|city|village|town|basin|desert|mountains?|canal|pass|port|shoal|reef|atoll|channel|hotel|motel|resort"
    "|palace|mausoleum|cathedral|stadium|monument|barracks|prison|power plant|nuclear power plant|hydropower plant"
    "|hydroelectric power plant|hydroelectric plant|hydropower station|power station|thermal power plant|wind farm"
    "|industrial park|economic zone|free zone|refinery|pipeline|depression|hills|heights|plateau|square|bridge|camp"
    "|delta|refugee camp|border crossing|crossing|neighbou?rhood|subdistrict|municipality|regency|township|canton"
    "|reservoir|checkpoint|checkpost|border post|waterway|substation|sub-?region|castle|fortress|jetty|aimag|voivodeship"
    "|raion|woreda|okrug|sports complex|equestrian complex|memorial complex|islet|marshes|wetlands"
)
_SMALL_ONLY = "commune|hamlet|townlet|ward|parish|barangay|strip"
"""Kinds of places that are surnames or firms with a capital: "Montgomery Ward"."""
_CASED = (
    "Street|Road|Avenue|Drive|Boulevard|Highway|Expressway|Freeway|Motorway|Lane|Interchange|Chowk|Roundabout"
    "|Junction|Terminal|Railway Station|Train Station|Metro Station|Station|Circle|Conference Cent(?:re|er)"
    "|Convention Cent(?:re|er)|Exhibition Cent(?:re|er)|Exhibition Hall|Shopping Cent(?:re|er)|Mall|Plaza|Market"
    "|Castle|Fort|National Park|Park|Gardens?|Beach|Creek|Falls|Cemetery|Cosmodrome|Spaceport|Launch Site|Mosque|Temple|Shrine|Monastery"
    "|Church of the Nativity|Memorial|Bhavan|Bhawan|Tower|Towers|Theatre|Theater|Nature Reserve|(?<!Naval )(?<!Army )(?<!Federal )(?<!Force )Reserve|Glacier"
    "|Volcano|Forest|Garrison|Cantonment|AFB|NPP"
    "|(?<!Capacity )(?<!Nation )(?<!Team )(?<!Peace )(?<!State )(?<!Institution )Building|Arena|Dome|Speedway"
    "|Raceway|Racecourse|Velodrome|Pier|Wharf|Quay|Docks|Harbou?r|Marina|Lagoon|Ridge|Canyon|Gorge|Trail|Moor"
    "|Caves?|Ranch|(?<!Real )Estate|Crescent|Tunnel|Bypass|Zoo|Aquarium|Shire|Borough|Springs|Tavern|Inn|Nightclub"
    "|Caf[eé]|Casino|Ballroom|Racetrack|Opera House|Strip|Enclave|Archipelago|Escarpment|Massif|Oasis|Isthmus"
    "|Pagoda|Gol|Nuur|Assembly Hall|Congress Hall|Conference Hall|Concert Hall|Logistics Hub|Industrial Hub|Dry Port"
    "|Parliament Buildings|Union Buildings|Government Buildings"
)
"""Kinds of places that names end in; in small letters they are said of no place in particular."""
_LEADING = (
    "Île|Îles|Khor|Khawr|Nam(?= (?:Ngum|Ou|Theun|Khan|Tha|Ngiep)\\b)|Ras|Djebel|Koh|Pulau|Punta|Marine Corps Base|Marine Corps Air Station|Marine Corps Logistics Base"
    "|Naval Air Facility|River(?! Plate\\b|[- ]\\w+-)|Loch|Calle|Avenida|Rua|Rue|Plaza|Piazza|Jalan|Estadio|Stade"
    "|Stadio|Parque|Barrio|Colonia|Cerro|R[ií]o|Isla|Playa|Monte|Wadi|Jabal|Jebel|Joint Base|Forward Operating Base"
    "|FOB|COP|Naval Air Station|Air Station|Naval Support Activity|Naval Station|Naval Base|RAAF Base|RAF|Air Base"
    "|Lake|Mount|Mt\\.|Cape|Port(?! of\\b)|Fort|Camp|Gulf of|Bay of|Strait of|Straits of|Sea of|Isle of|Province of"
    "|Governorate of|Emirate of|Port of|Khor|Shatt|Islas|Ilhas?|Bah[ií]a"
)
_WORD = r"(?:[A-Z][^\W\d_]*(?:[-’'](?!s\b|born\b|held\b|led\b|based\b|controlled\b|backed\b|ruled\b|occupied\b|dominated\b|speaking\b|administered\b)[^\W\d_]+)*|[A-Z]\.)"
_ENDING = re.compile(
    rf"(?<![\w-])(?<!\bU\.)"
    rf"((?:(?:al|el|Al|El)[- ])?{_WORD}"
    rf"(?:[ ](?:(?:al|el|e[zrdsn]|a[zrdsn]|ash)-|(?:bin|ibn|du|de|del|van|der|von|la|las|los|da|do|dos)[ ])?{_WORD}){{0,3}})[ ]"
    rf"(?:{_AFTER}|{_SMALL_ONLY}|{_CASED}|(?i:{_AFTER})(?:[ ](?:North|South|East|West))?)(?![\w-])"
)
_CAPITAL = re.compile(
    rf"\b(?:whose|its)\s+(?:[a-z]+\s+)?(?:capital|largest\s+city|main\s+(?:town|city|port))(?:\s+city)?,\s+({_WORD}(?:[- ]{_WORD}){{0,2}}),"
)
_SEATS = frozenset({"capital", "largest", "main"})
_ARTICLES = frozenset({"al", "el"})
_LEADER = re.compile(rf"(?<![\w-])(?:{_LEADING})[ ](?:(?:al|el|the|de[ ]l[ao]s?|del?|do|d[ao]s?)[- ])?{_WORD}(?:[ ]{_WORD}){{0,2}}")
_KIND_OF = re.compile(
    rf"\b"
    rf"(?:[Cc]ity|[Tt]own|[Vv]illage|[Dd]istrict|[Ss]uburb|[Pp]ort|[Cc]apital|[Nn]eighbou?rhood|[Pp]rovince"
    rf"|[Ii]sland|[Gg]overnorate|[Mm]unicipality|[Rr]egion|[Ll]ocality|[Ll]ocalitie)s?\s+(?:of|called|named)\s+"
    rf"((?:(?:al|el|Al|El)[- ])?{_WORD}(?:[- ]{_WORD}){{0,2}})"
)
_STATIONED = re.compile(
    rf"\b(?:air\s+base|airbase|(?:army|naval|military)\s+(?:base|camp)|airfield|airstrip|outpost|garrison|oasis)\s+"
    rf"(?:at|in|near|of)\s+((?:(?:al|el|Al|El)[- ])?{_WORD}(?:[- ](?:al-|el-)?{_WORD}){{0,2}})"
)
"""Where a base is: "the air base at Maaten al-Sarra"."""
_BASES = frozenset({"base", "airbase", "camp", "airfield", "airstrip", "outpost", "garrison", "oasis"})
_CALLED = frozenset(
    form
    for word in words_of(
        "city town village district suburb port capital neighbourhood neighborhood province island governorate "
        "municipality region locality localitie"
    )
    for form in (word, f"{word}s", word.capitalize(), f"{word.capitalize()}s")
)
_IS = frozenset({"is", "was"})
_IS_PLACE = re.compile(
    rf"({_WORD}(?:[- ](?:(?:de|del|al-)[ -]?)?{_WORD}){{0,2}})(?:\s+\([^)]*\))?,?\s+(?:is|was)\s+(?:an?|the|one of the(?:\s[\w-]+)?)\s+"
    rf"(?:[\w-]+\s+){{0,4}}"
    rf"(?:provinces|districts|regions|municipalities|village|city|town|district|province|region|capital|island|dam"
    rf"|barrage|river|lake|mountain|valley|port|suburb|neighbou?rhood|municipality|settlement)\b"
)
_A_TOWN = re.compile(
    rf"(?<![\w’'-])(?<!\.\s)({_WORD}(?:[- ](?:(?:de|del|al-)[ -]?)?{_WORD}){{0,2}}),\s+(?:(?:an?|the)\s+(?:[a-z-]+\s+){{0,3}}"
    rf"(?:village|town|hamlet|port|suburb|settlement|municipality|city|township|islet|oasis)\s+(?:in|on|near|outside|some|about|along|just|that\s+(?:lies|sits)|which\s+(?:lies|sits)|\d+|used|held|controlled|known|inhabited|where|home\s+to|of\s+(?:some|about|around|roughly|\d))"
    rf"|(?:the\s+)?(?:provincial\s+|regional\s+|administrative\s+)?capital\s+of\s+(?=[A-Z]|the\s+[A-Z]))"
)
"""As in "Bakko, a market town in", "Bakko, capital of Norway's Troms"."""
_OFF = re.compile(
    rf"\b(?:near|off|outside|around|hit|struck|shelled|bombed|captured|seized|entered|stormed|raided)\s+(?:the\s+coast\s+of\s+)?((?:(?:al|el|Al|El)[- ])?{_WORD}(?:[- ](?:al-|el-)?{_WORD}){{0,2}}),?\s+(?:also\s+)?in\s+(?:the\s+)?"
    rf"(?:[a-z-]+\s+){{0,4}}(?=([A-Z][\w-]+(?:\s+[A-Z][\w-]+)?))"
)
"""As in "sank off Bakko in Norway's Troms county"."""
_STATE = re.compile(
    rf"(?:\b(?:in|of|across|from|to|near|throughout|over|around|entire)|[’']s)\s+(?:[a-z]+ern\s+)?((?!Islamic\b|Member\b|Head\b|Nation\b|Secretary\b|Party\b|Free\b|The\b|One\b|United\b){_WORD}(?:\s{_WORD})?\s[Ss]tate)"
    r"(?=[,.;:)]|\s+(?:and|in|on|at|where|was|were|has|have|had|who|which|that|after|before|for|as|with|during|by|to|from|since|last|police|government|governor|assembly|capital)\b|[’']s\s)"
)
"""As in "across Kogi State"."""
_BEFORE_COUNTRY = re.compile(
    rf"\b(?:in|at|near|from|of|to|outside|around)\s+((?:(?:al|el|Al|El)[- ])?{_WORD}(?:[- ]{_WORD}){{0,2}}),\s+"
    rf"(?=([A-Z][\w-]+(?:\s+[A-Z][\w-]+)?))"
)
_KINDS = heads(
    _AFTER,
    _SMALL_ONLY,
    _CASED,
    "town|villages?|district|suburb|port|capital|neighborhood|neighbourhood|province|island|governorate"
    "|municipality|municipalities|cities|provinces|territories|territory|region|lake|river|mountain|valley"
    "|settlement|barrage|dam|city|economic|country|county|counties|locality|localities|boundary|boundaries"
    "|prefecture|oblast|republic|state",
)
_LEADS = heads(_LEADING) | {"île", "îles"}
_OF_KINDS = folded(_KINDS | {"café", "cafe", "harbour", "harbor", "neighbourhood", "neighborhood"})
_WITHIN = words_of("bin ibn al el ez er ed es en az ar ad as an ash du de del van der von la las los da do dos - ’ ' .")
"""What stands between the words of a place's name."""


def _before_kinds(sentence: Sentence, of_kinds: list[int], begins: list[int]) -> list[int]:
    """Those of the places where names begin that a word for kinds of places follows."""
    tokens = sentence.tokens
    found: list[int] = []
    done = 0
    for place in of_kinds:
        number = at = bisect_left(tokens, place, key=_start)
        while at and (tokens[at - 1].capital or tokens[at - 1].text in _WITHIN or (at > 1 and tokens[at - 2].text in _WITHIN)):
            at -= 1
        if at < number:
            found += within(begins, Span(max(done, tokens[at].start), place))
            done = place
    return found


_start = attrgetter("start")
_ARTICLED = re.compile(r"(?<![\w’'-])(?<![A-Z][a-z]\s)(?<![A-Z][a-z][a-z]\s)(?P<article>[ae][a-z]{1,2})-(?P<town>[A-Z][\w’']+)")
_ASSIMILATED = frozenset({"al", "el", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at", "et", "az", "ez"})


def _with_articles(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Towns with the article as it is written in the middle of a sentence: "el-Fasher", which the tables have as "El Fasher"."""
    for found in matches(_ARTICLED, document.text, document.where(_ASSIMILATED)):
        article, town = found["article"].capitalize(), found["town"].replace("’", "'")
        spellings = (f"{article} {town}", f"{article}-{town}", f"El {town}", f"Al {town}", f"Al-{town}", town)
        known = next(filter(None, map(gazetteer.place, spellings)), None)
        if known and (known.sure or _IN.search(document.text, found.start() - 10, found.start())):
            yield Found(span=Span(*found.span()), type="place", name=known.name, entry=known, priority=6)


_IN = re.compile(r"\b(?:in|to|from|near|at|of|outside|fled|left|around|into)\s\Z")


def compass_and_regions(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Places that a word beside them shows: "Samara Region", "Lake Tharthar", "the city of Husaybah", "in Sarmada, Syria"."""
    text = document.text
    yield from _with_articles(document, gazetteer)
    yield from _by_last_word(document, gazetteer)
    yield from states(document, gazetteer)
    yield from _capitals(document, gazetteer)
    for found in document.begun(arabic.NAME, document.where(arabic.FIRST)):
        if found["place"]:
            yield _place(document, *found.span(), gazetteer, 5)
    for found in document.finds(_LEADER, _LEADS):
        # "Fisher River Cree Nation"
        people = found[0].startswith(("River ", "Province of", "Governorate of", "Emirate of")) and _NAME_BEFORE.search(
            text, max(0, found.start() - 24), found.start()
        )
        if not people and not _AIRCRAFT.match(text, found.start()):
            yield from _named_place(document, found.start(), found.end(), gazetteer)
    yield from _said_to_be(document, gazetteer)
    for found in document.begun(_KIND_OF, document.where(_CALLED)):
        if gazetteer.words["institution"].isdisjoint(found[1].split()):
            yield _place(document, *found.span(1), gazetteer, 4)
    for found in document.begun(_BEFORE_COUNTRY, document.where(_WHERE)):
        if _is_wider(found[2], gazetteer) and gazetteer.words["institution"].isdisjoint(found[1].split()):
            yield _place(document, *found.span(1), gazetteer, 4)


def _by_last_word(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Those whose names end in what they are: "Samara Region"."""
    begins, of_kinds = sorted([*document.capitals, *document.where(_ARTICLES)]), document.where_so(_OF_KINDS)
    for sentence in document.holding(_KINDS):
        places = _before_kinds(sentence, within(of_kinds, sentence.span), begins)
        for found in matches(_ENDING, document.text, places, sentence.span.end):
            yield from _named_place(document, found.start(), found.end(), gazetteer)


def _said_to_be(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Places of which it is said what they are, or that stand as places do."""
    for sentence in document.holding(_KINDS):
        for found in (
            _IS_PLACE.finditer(document.text, sentence.span.start, sentence.span.end) if not sentence.words.isdisjoint(_IS) else ()
        ):
            if gazetteer.words["opening"].isdisjoint(found[1].split()):
                yield _place(document, *found.span(1), gazetteer, 4)
    for found in _beside_places(document, gazetteer):
        if not _is_other(found[1].removesuffix(" State"), gazetteer):
            yield _place(document, *found.span(1), gazetteer, 4)


def _beside_places(document: Document, gazetteer: Gazetteer) -> Iterator[re.Match[str]]:
    """Names that stand as places do: "Bakko, a town in", "off Bakko in Norway", "in Kogi State"."""
    yield from document.finds(_A_TOWN, _TOWNS)
    yield from document.finds(_STATE, {"state"})
    yield from (found for found in document.finds(_OFF, _REACHED) if _is_wider(found[2], gazetteer))


def _is_wider(words: str, gazetteer: Gazetteer) -> bool:
    """Whether two words, or the first of them, are a place in which another may be."""
    wider = gazetteer.names.get(words) or gazetteer.names.get(words.split(maxsplit=1)[0])
    return wider is not None and wider.type == "place"


_TOWNS = words_of("village town hamlet port suburb settlement municipality city township islet oasis capital")
_REACHED = words_of("near off outside around hit struck shelled bombed captured seized entered stormed raided")


def _is_other(name: str, gazetteer: Gazetteer) -> bool:
    """Whether the words are a body's or a person's, or open the sentence."""
    words = name.split()
    return (
        gazetteer.body(name) is not None
        or words[0] in gazetteer.titles
        or words[0] in gazetteer.given
        or any(each in gazetteer.demonyms or gazetteer.lists(each, "institution", "body", "opening", "firm", "other") for each in words)
    )


def _capitals(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """What is said to be the capital of somewhere, or to have a base: "whose capital, Tarin Kowt, is"."""
    for found in document.finds(_STATIONED, _BASES):
        if not gazetteer.body(found[1]):
            yield _place(document, *found.span(1), gazetteer, 4)
    yield from (_place(document, *found.span(1), gazetteer, 6) for found in document.finds(_CAPITAL, _SEATS))


_WHERE = words_of("in at near from of to outside around")
_AIRCRAFT = re.compile(
    r"RAF "
    r"(?:Typhoon|Chinook|Tornado|Reaper|Protector|Voyager|Hercules|Poseidon|Lightning|Puma|Merlin|Globemaster"
    r"|Atlas|Sentinel|Sentry|Regiment|Police|Red Arrows|Eurofighter|Jet|Pilot|Personnel|Aircraft|Wing|Group|Air"
    r"|Museum|Association|Benevolent|Chief|Sergeant|Flight|Squadron)"
)
"""What the force has, rather than where it has a station: "RAF Typhoons"."""
_NO_LAND = re.compile(r"(?i)\bno-fly zone\Z|\Aexclusive economic zone\Z")
_ADJECTIVE = ("ian", "ese", "ean", "ern", "ish")
_OF_TOWN = re.compile(r" of (?=[A-Z])")
_KINDS_OF = words_of("county city town village port district province municipality commune canton")
_NAME_BEFORE = re.compile(r"(?<![\w-])(?!The )[A-Z][\w’'-]* \Z")
_BODIES = words_of(
    "Council Agency University Authority Commission Committee Association Organization Organisation Institute Union Bank Ministry "
    "Company Corporation Police Department Initiative Programme Program Forum Declaration Agreement Treaty Convention"
)
_BUILT = frozenset(re.findall(r"[A-Z]\w+(?=\||\Z)", _CASED)) - {"Port"}
_NO_SURNAMES = frozenset({"Port", "Airport", "Hub", "Checkpoint", "Jetty"})
_HALLS = frozenset({"Assembly", "Congress", "Conference", "Concert", "Convention", "Exhibition", "Logistics", "Industrial", "Parliament"})
"""What stands before "Hall", "Hub" or "Centre" of places that are no bodies."""
_OWN_KINDS = frozenset({"Zone", "Sea", "Peninsula", "Desert", "Gulf", "Plateau", "Strait", "Highlands", "Steppe"})
"""Kinds of places whose names a people is a part of: "Korean Demilitarized Zone"."""
_SAID_OF = frozenset({"city", "town", "village", "resort", "hotel", "motel", "neighbourhood", "neighborhood", "municipality"})
"""Kinds of places that are said of a name rather than a part of it."""
_MANY_LANDS = re.compile(
    r"\s+(?:[Nn]eighbou?r(?:ing|s)?|[Cc]ountr(?:y|ies)|[Nn]ations?|[Ss]tates?|[Ll]eaders|[Gg]overnments|[Tt]erritories)\b"
)
_GOES_ON = re.compile(r"(?:[ ](?!and the )(?:(?:and|of|the|for)[ ]){0,2}[A-Z][\w’'-]+){1,4}")
_NEXT = re.compile(r" ([A-Z]\w+)")


def _named_place(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """The words without what opens the sentence; nothing if only a nationality is left before the kind of place."""
    words = document.text[start:end].split(" ")
    while len(words) > 1 and (
        (
            words[0] in gazetteer.words["opening"]
            and not (
                words[0] in {"First", "Second", "Third"} and words[-1].istitle() and " the " in document.text[max(0, start - 5) : start]
            )
        )
        or (
            words[0] in gazetteer.demonyms
            and not (words[-1] in {"region", "Region", "basin"} and " ".join(words[:-1]) in gazetteer.names)
            and not (words[-1] in _OWN_KINDS and len(words) > 2)
            and not (len(words) > 2 and words[1] in {"International", "National"} and words[-2] in _HALLS)
        )
        or re.fullmatch(r"[A-Z]\w+ing", words[0])
    ):
        start += len(words.pop(0)) + 1
    first = gazetteer.names.get(words[0])
    further = _NEXT.match(document.text, end)
    if gazetteer.body(" ".join(words)) or (further and gazetteer.body(f"{' '.join(words)} {further[1]}")):
        # "Pacific Islands Forum", "Leicester City"
        return
    folk = len(words) > 2 and " ".join(words[:2]) in gazetteer.demonyms
    if folk or (words[-1] in {"Island", "Ocean"} and _MANY_LANDS.match(document.text, end)):
        # "Cape Verdean Minister", "Pacific Island Countries"
        return
    if words[-1] in _BODIES or (words[-1] == "District" and not gazetteer.words["body"].isdisjoint(words[:-1])):
        # "Lake Victoria Fisheries Council", "Los Angeles Unified School District"
        return
    goes_on = _GOES_ON.match(document.text, end)
    if goes_on and words[-1][0].isupper() and not (gazetteer.words["body"] | {"Forum"}).isdisjoint(goes_on[0].split()):
        # "Okavango River Basin Water Commission", "Western Cape High Court", "Pacific Islands Forum"
        return
    sea = gazetteer.names.get(" ".join(words[:-1])) if words[-1] in {"port", "island", "city", "town", "resort"} else None
    if (
        (sea and sea.kind == "water")
        or _NO_LAND.search(" ".join(words))
        or (words[-1] in _KINDS_OF and words[-2:][0].endswith(_ADJECTIVE) and len(words) > 1 and _OF_TOWN.match(document.text, end))
        or (words[-1].islower() and (gazetteer.body(words[0]) or gazetteer.body(" ".join(words[:-1]))))
        or (words[-1] == "Park" and words[-2:-1] and words[-2] in gazetteer.titles)
    ):
        # "the Red Sea port of Jeddah", "the Far Eastern port of Nakhodka", "the Californian county of Napa", "EU territory", "an International Security
        # Assistance Force base", "President Park"
        return
    if (
        words[-1].lower() == "channel"
        and words[-2:-1]
        and words[-2] in {"TV", "Television", "News", "YouTube", "Telegram", "WhatsApp", "Satellite", "Sports"}
    ):
        return
    if words[-1] in _SAID_OF and len(words) > 1:
        end -= len(words.pop()) + 1
        if len(words) == 1 and first and first.sure:
            return
        if not any(each in gazetteer.words["institution"] or each in gazetteer.words["other"] for each in words) and len(words[0]) > 2:
            yield _place(document, start, end, gazetteer, 4)
        return
    if (
        words[0] == "Military"
        or (words[0].islower() and words[0] not in _WITHIN)
        or (words[-1] == "pass" and document.text.endswith((" a ", "’s ", "'s "), 0, start))
        or (words[-1] == "Market" and not {"Common", "Single", "Internal"}.isdisjoint(words))
        or gazetteer.country(" ".join(words))
    ):
        # "the 102nd Military Base"; "The power station"; "Solomon Islands" is found already, and shorter than a name that holds it.
        return
    if len(words) > 1 and len(words[0]) > 1 and words[0] != "An" and not (first and first.kind == "country" and words[-1].islower()):
        built = words[-1][0].islower() or (words[-1] in _BUILT and words[-2] not in _HALLS)
        yield _place(document, start, end, gazetteer, 7 if words[-1] in _NO_SURNAMES else 5 if built else 6)


def _place(document: Document, start: int, end: int, gazetteer: Gazetteer, priority: int) -> Found:
    words = " ".join(document.text[start:end].split())
    known = gazetteer.names.get(words.replace("’", "'"))
    if known is None and words.endswith(" region") and (part := gazetteer.names.get(words.removesuffix(" region"))):
        # "the Pacific region" is the Pacific.
        known = part if part.kind in {"macro-region", "water", "region"} else None
    entry = (
        known if known and known.type == "place" else Entry(name=words, type="place", kind="zone" if words.endswith("Zone") else "region")
    )
    return Found(span=Span(start, end), type="place", name=entry.name, entry=entry, priority=priority)
