"""Names that are known: of the knowledge base, and of the gazetteer; with nationalities."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, Sentence, Token
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.phrases import words
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.mentioning import referring
from sourcebook.model.names import NameFinder, first_word, words_in
from sourcebook.model.spans import Span

MOST_TOKENS = 11
_SMALL = frozenset({"al", "counter", "anti"}) | {"central", "southeast"}
_PLACE_BEFORE = words(
    "in at to from near of around outside into through toward towards across visited northern southern eastern western "
    "central downtown leaving on including via beyond inside entering liberated"
)


def known_names(document: Document, kb: KnowledgeBase, gazetteer: Gazetteer, own: frozenset[str]) -> Iterator[Found]:
    """Names and aliases of the knowledge base's own entities: the surest gazetteer.

    Those that the loader itself made of this article are left to the rules that found them,
    so that reading the article again finds the same.
    """
    exact: dict[str, tuple[str, str, str]] = {}
    common: dict[str, tuple[str, str, str]] = {}
    others = [each for each in kb.entities.values() if each.id not in own]
    # What is the name of one is not another's alias.
    names = [(each, each.name) for each in others] + [(each, alias.text) for each in others for alias in each.aliases]
    for entity, name in names:
        into = common if kb.schema.types[entity.type].common else exact
        into.setdefault(name, (entity.id, entity.type, entity.name))
    for entity, reference in referring(kb, document.article):
        if entity.id not in own:
            into = common if kb.schema.types[entity.type].common else exact
            into.setdefault(reference, (entity.id, "demonym" if entity.type == "place" else entity.type, entity.name))
    for entity in kb.of_type("person"):
        for reference in entity.mentioned_as if entity.id not in own else ():
            # A surname: somebody is meant, though not this one for sure, and not the first of two.
            if exact.setdefault(reference, ("", entity.type, reference))[0] not in {"", entity.id}:
                exact[reference] = ("", entity.type, reference)
    if not exact and not common:
        return
    # Of thousands of names an article holds a few: the others are not worth a place in the finder.
    held = words_in(document.text)
    here = [{name: each for name, each in table.items() if first_word(name) in held} for table in (exact, common)]
    for finder, table in ((NameFinder(here[0]), here[0]), (NameFinder(here[1], ignore_case=True), here[1])):
        for start, end, spellings in finder.find(document.text) if table else ():
            entity_id, kind, name = table[min(spellings)]
            surface = document.text[start:end]
            entry = gazetteer.names.get(surface) or gazetteer.demonyms.get(surface) or gazetteer.names.get(name)
            yield Found(span=Span(start, end), type=kind, name=name, known=entity_id, entry=entry, priority=9)


def gazetteer_names(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Countries, regions, cities, waters and international organizations, longest first; and demonyms."""
    for sentence in document.sentences:
        done, tokens, begins = 0, sentence.tokens, sentence.capitals
        if not sentence.words.isdisjoint(_SMALL):
            begins = tuple(at for at, token in enumerate(tokens) if token.capital or token.text in _SMALL)
        for at in begins:
            found = _longest(document.text, sentence, at, gazetteer) if tokens[at].end > done else None
            if found is None or (found.name.startswith("The ") and _GOES_ON.match(document.text, found.span.end)):
                # "The East African Chiefs of Defence"
                continue
            yield found
            if found.type == "organization" and document.text.startswith(" (", found.span.end):
                yield from _short_name(document.text, found)
            done = found.span.end


_GOES_ON = re.compile(r"\s[A-Z][a-z]")
_PARENTHESIS = re.compile(r" \((?P<short>[A-Z][A-Za-z]{2,8})\)")


def _short_name(text: str, found: Found) -> Iterator[Found]:
    """The short name in parentheses after a known body: "(Celac)"."""
    short = _PARENTHESIS.match(text, found.span.end)
    if (
        short
        and short["short"].casefold()[0] in {each[0].casefold() for each in found.span.of(text).split()}
        and not short["short"].isupper()
    ):
        letters = iter(found.span.of(text).casefold())
        if all(each in letters for each in short["short"].casefold()):
            yield replace(found, span=Span(*short.span("short")), priority=6)


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
    tokens, opening, known = sentence.tokens, gazetteer.words["opening"], gazetteer.names.get
    start, final = tokens[at].start, _run(tokens, at)
    # As the tables write them are nearly all.
    plain = final == at or _is_plain(text[start : tokens[final].end])
    for last in range(final, at - 1, -1):
        word, stop = tokens[last].text, tokens[last].end
        if not (word[-1].isalnum() or word[-1] == "."):
            continue
        surface = word if last == at else text[start:stop] if plain else _plain(text[start:stop])
        entry = known(surface)
        if (entry is None and surface not in gazetteer.demonyms and not surface.isupper()) or surface in opening:
            # Most stretches of capitalised words are no names that are known.
            continue
        if surface == "Cabinet" and last + 1 < len(tokens) and tokens[last + 1].capital:
            # "Cabinet Secretary"
            continue
        if entry and entry.kind == "city" and not entry.sure and surface in gazetteer.words["institution"]:
            # "Heads of Mission"
            continue
        if entry and _part_of_longer(tokens, at, last, entry):
            continue
        if (
            entry is None
            and surface.isupper()
            and (
                len(surface) > 5
                or (at == 0 and len(surface) > 3)
                or (len(surface) > 2 and _dateline(surface, tokens[max(0, at - 1) : last + 3], at, gazetteer))
            )
        ):
            entry = _shouted(surface, gazetteer)
        first, stop = _widened(text, surface, start, stop) if entry else (start, stop)
        if (
            entry
            and surface.startswith("The ")
            and (entry.name != surface or (surface[4:] in gazetteer.demonyms and _FIRM_AFTER.match(text, stop)))
        ):
            entry = None
        if entry and entry.type == "organization" and (CONTEST.match(text, stop) or text.endswith(("Al-", "al-"), 0, start)):
            # "Al-Masdar" is not Masdar.
            continue
        if entry and (_MONEY.match(text, stop) or (entry.type == "place" and surface in gazetteer.words["other"])):
            continue
        if entry and (entry.sure or _spoken_of_as_place(tokens, at, last, gazetteer)):
            there = _met_there(sentence, at, last, entry.name)
            kind = "place" if there else entry.type
            # "The Guardian"
            first += len("The ") * (entry.type == "organization" and surface.startswith("The "))
            return Found(span=Span(first, stop), type=kind, name=entry.name, entry=None if there else entry, priority=5)
        adjective = gazetteer.demonyms.get(surface)
        if adjective and not text.endswith("Native ", 0, start) and not _MONEY.match(text, stop) and not _is_language(text, start, stop):
            return Found(span=Span(start, stop), type="demonym", name=adjective.name, entry=adjective, priority=5)
    return None


def _is_language(text: str, start: int, stop: int) -> bool:
    """Whether an adjective is a language: "greeted her in Spanish", "Portuguese-Speaking Countries"."""
    spoken = _IN_LANGUAGE.search(text, max(0, start - 24), start) and _ENDS_SO.match(text, stop)
    return bool(spoken) or text.startswith("-Speaking", stop)


_IN_LANGUAGE = re.compile(r"(?<![”\"’']\s)\b(?:in(?:to)?|speaks?|spoke|spoken|speaking|fluent|understands?|learn(?:s|ed|ing)?)\s\Z")
_ENDS_SO = re.compile(r"\s*(?:[.;!?)”\"]|\Z)|,\s|\s(?:in|at|on|to|with|during|when|as|for|by)\s")


def _is_plain(words: str) -> bool:
    """Whether the tables would write words as they stand."""
    return words.isascii() and "  " not in words and "\n" not in words


def _plain(words: str) -> str:
    """Words as the tables write them."""
    return words if _is_plain(words) else " ".join(words.replace("’", "'").split())


_FIRM_AFTER = re.compile(r"\s(?!reported|reports|said|says|newspaper|quoted|wrote|on\b|in\b|that\b|and\b)[a-z]")
"""After "The Australian" the newspaper this does not stand: "firm"."""
_SMALL_WORDS = re.compile(r"(?<= )(?:Au|Of|De|La|Del|Da|And|Al|El)(?= )|(?<=\w['’])[A-Z]")
CONTEST = re.compile(r"(?: [A-Z][\w’']*){0,3} (?:Cup|Championships?|Trophy|Awards?|Games)\b")


def _shouted(surface: str, gazetteer: Gazetteer) -> Entry | None:
    """What a name in capitals alone is."""
    plain = surface.title()
    entry: Entry | None = gazetteer.names.get(plain) or gazetteer.names.get(_SMALL_WORDS.sub(lambda one: one[0].lower(), plain))
    return entry


def _dateline(town: str, around: tuple[Token, ...], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a comma and its country follow a town: "For Immediate Release DAKAR, Senegal", "(DAKAR, Senegal)"."""
    wider = gazetteer.names.get(around[-1].text) if len(around) > 2 and around[-2].text == "," else None
    known = _shouted(town, gazetteer) if wider else None
    return bool(wider and ((known and known.kind == "city" and known.country == wider.country) or (at and around[0].text == "(")))


def _widened(text: str, surface: str, start: int, stop: int) -> tuple[int, int]:
    """A known name with what is written around it: "U.S. Department of the Treasury", "Washington, D.C."."""
    if surface.startswith("Department of") and text.endswith(_AMERICAN, 0, start):
        return text.rindex("U", 0, start), stop
    district = (
        _DISTRICT.match(text, stop) if surface in {"Washington", "WASHINGTON"} else _MALE.match(text, stop) if surface == "Male" else None
    )
    return start, district.end() if district else stop


_AMERICAN = ("U.S. ", "US ")
_DISTRICT = re.compile(r",?\s(?:D\.C\.?|DC)(?!\w)")
_MALE = re.compile(r"[’'](?=[\s,.;:)]|\Z)")
"""As its own papers write the town: "in Male', she"."""
_MONEY = re.compile(r"\s?[$€£]|\s(?:dollars?|rupees?|pesos?|dinars?)\b")


def _run(tokens: tuple[Token, ...], at: int) -> int:
    """The last token that a name beginning at `at` can reach: names hold capitals, small joining words and a few marks."""
    last, before = at, tokens[at].end
    for index, token in enumerate(tokens[at + 1 : at + MOST_TOKENS], at + 1):
        word = token.text
        # What is glued to the word before belongs to it.
        if token.capital or word[0].isdigit() or (token.start == before and word.isalpha()):
            last = index
        elif word not in _WITHIN_NAMES:
            # One small word may end a name: "Iraqi security forces", "Gulf region".
            more = word in {"security", "democratic", "regional"} and index + 1 < len(tokens)
            return (index if index == last + 1 and word.isalpha() else last) + more
        before = token.end
    return last


_WITHIN_NAMES = words(
    "d l es las los internationale les sur der am of the and for in on to against de la al el von du da dos do das di del - ' ’ . & / + "
    ", – counter former"
)


def _part_of_longer(tokens: tuple[Token, ...], first: int, last: int, entry: Entry) -> bool:
    """Whether a city names a building ("Hyderabad House"), or a name goes on from a hyphen ("Tehrik-e-Taliban")."""
    if entry.kind == "city" and last + 1 < len(tokens) and tokens[last + 1].text in _BUILDINGS:
        return True
    if entry.kind == "city" and tokens[last].text in _SURNAMES_LEAD and last + 1 < len(tokens) and tokens[last + 1].capital:
        # "Van Royen"; "Van Province" and "Van Lake" are read by their kinds.
        return True
    if (
        entry.kind == "city"
        and not entry.sure
        and last + 2 < len(tokens)
        and tokens[last + 1].text in _PARTICLES
        and tokens[last + 2].capital
    ):
        # "Vale dos Vinhedos"
        return True
    if tokens[last].text == "Assembly" and tokens[first].text == "General" and last + 3 < len(tokens) and tokens[last + 1].text == "of":
        # "General Assembly of the Organization of American States"
        return not tokens[last + 3].text.startswith("U")
    if entry.type == "organization" and tokens[last + 1 : last + 2] and tokens[last + 1].text == "Palace":
        # "Kremlin Palace"
        return True
    if entry.type == "place" and first and tokens[first - 1].text in SHIPS:
        return True
    if entry.type == "organization" and first and tokens[first - 1].text.isdigit() and tokens[last + 1 : last + 2]:
        # "50 USC Section 1705"
        return tokens[last + 1].text in {"Section", "Sections", "§"}
    if tokens[first].text == "RFA" and first == last and last + 1 < len(tokens) and tokens[last + 1].capital:
        # "RFA Tiderace" is a ship.
        return True
    if entry.type == "organization" and tokens[last].text.isupper() and last + 2 < len(tokens) and tokens[last + 1].text == "-":
        wing = tokens[last + 2]
        if wing.text in _WINGS and tokens[last + 1].start == tokens[last].end and wing.start == tokens[last + 1].end:
            # "SPLM-IO" is no SPLM.
            return True
    joined = first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start
    return joined and entry.type == "organization" and tokens[first - 2].text.islower() and tokens[first - 2].text not in _PREFIXES


_PREFIXES = frozenset({"non", "anti", "pro", "intra", "extra", "ex", "then"})
SHIPS = words(
    "HMAS HMS HMNZS HMCS USS USNS INS FS HNLMS JS ROKS KRI RFS MV SS RSS HNoMS BNS HDMS BRP HTMS RFA RBNS ORP ITS TCG SLNS PNS JDS USCGC "
    "HSwMS FGS NRP ESPS HMML"
)
_WINGS = frozenset({"IO", "N", "IG", "IM", "K", "I", "AW", "MM", "S", "U", "ML", "PF"})
"""The letters of factions: "SPLM-IO", "NSCN-IM"."""
_SURNAMES_LEAD = frozenset({"Van", "De", "Di", "Da", "Le", "Von", "Ben"})
_PARTICLES = frozenset({"do", "da", "dos", "das", "del"})
_BUILDINGS = frozenset({"House", "Palace", "Hotel", "Hall", "Tower", "Street", "Road", "Avenue", "Square", "Stadium", "Hospital"})
_HOUSES = {"White House": {"at", "to"}, "Kremlin": {"at", "in", "to"}, "Pentagon": {"at", "to"}, "Downing Street": {"at", "in", "to"}}
"""Houses by which those who work there are called, with what stands before the house itself: "leaders in the Kremlin" are not met there."""
_MET = words(
    "met meet meets meeting meetings talks ceremony reception dinner summit forum signed hosted hosts host hosting welcomed welcome welcomes welcoming"
    " received receive receives receiving visited visit visits came arrived travelled traveled invited held holds dialogue remarks"
)


def _met_there(sentence: Sentence, first: int, last: int, house: str) -> bool:
    """Whether a house is where somebody meets or comes to: "met at the White House"; those in it are who "reported to the White House"."""
    tokens, at = sentence.tokens, first - (1 if house == "Downing Street" else 2)
    led = house in _HOUSES and at >= 0 and tokens[at].text in _HOUSES[house] and (at == first - 1 or tokens[first - 1].text == "the")
    return led and not sentence.words.isdisjoint(_MET) and not (last + 1 < len(tokens) and tokens[last + 1].capital)


def _spoken_of_as_place(tokens: tuple[Token, ...], first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a doubtful city's name follows a preposition of place, or a country follows it after a comma."""
    after = tokens[last + 1 : last + 3]
    if len(after) == 2 and after[0].text == "," and after[1].text in gazetteer.names:
        return True
    if first == 0 or (after and after[0].capital):
        return False
    before = tokens[first - 1].text
    if before.casefold() == "the" or (
        tokens[first].text in gazetteer.given and before not in {"in", "In"} and (first == last or tokens[first + 1].text != "-")
    ):
        return False
    return (
        before in _PLACE_BEFORE
        or (before in {"In", "At", "Near", "From"} and not (after and after[0].text in {"v", "vs"}))
        or before.casefold() in {"city", "town", "village", "province", "district"}
    )
