"""What the words beside a name say of it: lists of places, "X's shares", "X users", "north of X"."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.shared_heads import is_field
from sourcebook.extract.document import Document, matches, within
from sourcebook.extract.found import Found, overlapping
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.phrases import Phrases, parted
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*+"
_NAME = rf"(?:(?:al|el)-)?{_CAPITAL}(?:[ -](?:(?:de|del|la|las|los|al|el|of|y)[ -]){{0,2}}{_CAPITAL}){{0,3}}"
_LIST = re.compile(rf"(?<![\w.’'-]){_NAME}(?:(?:, (?:and |or )?| and | or | nor )(?:the )?{_NAME})+(?![\w-])")
_ARTICLES = frozenset({"al", "el"})
_OWNED = re.compile(rf"[’']s ({_NAME})(?=[,.;]| and | [a-z])")
_PART = re.compile(r"(?:, (?:and |or )?| and | or | nor )(?:the )?")
_JOINED = (", ", " and ", " or ", " nor ", " the ", "al-", "el-")
"""What stands before the further names of a list."""
_PLACED = re.compile(
    r"\b"
    r"(?:in|at|near|from|to|across|around|outside|between|of|through|towards?|cities|towns|villages|municipalities"
    r"|districts|provinces|regions|states|islands|including)\s+(?:the\s+)?\Z"
)
_OWNS = (
    "app|apps|platform|users?|accounts?|website|site|shares?|stock|customers?|products?|profits?|revenues?|sales"
    "|CEO|chief executive|spokes\\w+|subsidiary|factory|factories"
    "|mine|plant|network|services?|technology|employees|staff|workers|management|board|fans|players|squad|coach"
    "|manager|season|defen[cs]e|fighters|militants|members|membership"
    "|headquarters|owner|founder|co-founder|parent|boss|engineers?|executives?|researchers|shareholders?|investors?"
    "|earnings|drivers|mercenar(?:y|ies)|phones?|tablets?|laptops?|jets|planes|group|journalist|reporter"
    "|correspondent|editor|report|newspaper|magazine|daily|poll|survey|index|flight|flights|pilots?|aircraft|store"
    "|stores|brand|software|device|devices"
)
_BODY_AFTER = re.compile(rf"(?:[’']s?)?\s+(?:[a-z][\w-]*\s+)?(?:{_OWNS})\b")
_BODY_BEFORE = re.compile(
    r"\b"
    r"(?:on|via|joined|joining|by|company|firm|organi[sz]ation|group|giant|retailer|bank|airline|carrier|newspaper"
    r"|daily|agency|broadcaster|channel|startup|start-up|platform|app|website|network|told|hired by|working for"
    r"|works for|worked for|employed by|owned by|owner|parent|mercenary|mercenaries|subsidiary of|shares of"
    r"|shares in|founder of|co-founder of|CEO of|chairman of|chief executive of)\s+(?:the\s+)?\Z"
)
_THE = re.compile(r"\b[Tt]he\s+\Z")
_PLACE_BEFORE = re.compile(
    r"(?:\b"
    r"(?:[Ii]n|[Nn]ear|visited|visiting|visits|outside|around|lives? in|born in|north of|south of|east of"
    r"|west of|town of|city of|village of|district of|road to|resident of|residents of|people of)|,)\s+\Z"
)
_PLACE_AFTER = re.compile(
    r"(?:,\s+(?:in|near)\s+"
    r"|\s+"
    r"(?:city|town|village|district|province|region|area|county|state|municipality|suburb|township|residents?"
    r"|police|airport|port|border|valley|river|coast)\b)"
)
_PERSON_AFTER = re.compile(
    r"(?:,\s+(?:who|\d\d,|aged\b)|\s+(?:said|says|told|added|tweeted|wrote|recalled|explained|smiled|laughed|thinks|believes|hopes|himself|herself|died|was born|was arrested|was killed|married|retired|scored|resigned|spent|studied|lives|lived|grew up|graduated|teaches|taught|smiles|laughs|wept|cried|decided|knew|felt|wanted|began|went|described|noted|continued|warned|argued|insisted|stressed|claimed|predicted|testified|pleaded|admitted|acknowledged|remembers|remembered|worked|works|joked|replied|appeared|apologi[sz]ed|vowed|tells|sat|stood|walked|suffered|earned)\b"
    r"|[’']s?\s+(?:meeting|remarks|speech|trip|tour|comments|resignation|appointment|arrival|departure|wife|husband|son|daughter|brother|sister|mother|father|parents|family|lawyer|career|death|life|body|hand|hands|face|eyes|mind|words|speech|home|house|book|novel|birthday|childhood)\b)"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lady)\.?\s+\Z"
    r"|\b"
    r"(?:said|says|added|explained|recalled|named|called|whose|brother|sister|wife|husband|son|daughter|mother"
    r"|father|striker|midfielder|defender|singer|actor|actress|coach|captain)\s+\Z"
)
_LEAD_PERSON = words_of(
    "mr mrs ms dr sir lady said says added explained recalled named called whose brother sister wife husband son daughter mother father "
    "striker midfielder defender singer actor actress coach captain"
)
_LEAD_BODY = words_of(
    "on via joined joining by company firm organisation organization group giant retailer bank airline carrier "
    "newspaper daily agency broadcaster channel startup "
    "platform app website network told for owner parent mercenary mercenaries of in the"
)
_LEAD_PLACE = words_of("in near visited visiting visits outside around of to")
"""The words of letters alone that the patterns of what stands before a name end in."""


def hints(text: str, start: int, end: int) -> dict[str, int]:
    """How strongly the words around a name show what it is, by type."""
    before, after = text[max(0, start - 30) : start], text[end : end + 40]
    last = next(iter(before.split()[-1:]), "").lower()
    other = not last.isalpha()
    found = {"person": 0, "organization": 0, "place": 0}
    if _PERSON_AFTER.match(after) or ((other or last in _LEAD_PERSON) and _PERSON_BEFORE.search(before)):
        found["person"] += 1
    if _BODY_AFTER.match(after) or ((other or last in _LEAD_BODY) and _BODY_BEFORE.search(before)):
        found["organization"] += 1
    if ((other or last in _LEAD_PLACE) and _PLACE_BEFORE.search(before)) or _PLACE_AFTER.match(after):
        found["place"] += 1
    if last == "the" and _THE.search(before):
        found["organization"] += 1
        found["person"] -= 1
    return found


def _before_joints(text: str, places: list[int]) -> list[int]:
    """Those of some places after which the names of a list are joined: `_LIST` begins nowhere else."""
    last = len(places) - 1
    while last > 0 and not text.endswith(_JOINED, 0, places[last]):
        last -= 1
    return places[: max(0, last)]


def listed(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Of a list of names in which places or persons stand, the others: "Zinacantán, San Juan Chamula, Tenejapa and San Juan Cancuc"."""
    text = document.text
    at = {(each.span.start, each.span.end): each for each in found}
    starts = {each.span.start for each in at.values() if each.type != "event"}
    begins = sorted([*document.capitals, *document.where(_ARTICLES)])
    named = {document.sentence_of(each.span.start).number for each in at.values() if each.type in {"place", "person", "organization"}}
    for sentence in (document.sentences[number] for number in sorted(named)):
        for run in matches(_LIST, text, _before_joints(text, within(begins, sentence.span)), sentence.span.end):
            parts = [*parted(text, *run.span(), _PART)]
            known = [at.get(part) for part in parts]
            unknown = [part for part, each in zip(parts, known, strict=True) if each is None and part[0] not in starts]
            kinds = {each.type for each in known if each is not None}
            # "the High Commissioner to Tonga, Ana Tipoki": a comma alone makes no list of two.
            aside = len(parts) == 2 and text[parts[0][1] : parts[1][0]].startswith(",")
            if aside or not unknown or len(kinds) != 1 or sum(each is None for each in known) > len(unknown):
                continue
            count = len(parts) - len(unknown)
            if kinds == {"place"}:
                shown = count > len(unknown) or _PLACED.search(text, run.start() - 30, run.start())
                in_tables = (part for part in unknown if text[part[0] : part[1]] in gazetteer.names)
                yield from (each for part in (unknown if shown else in_tables) for each in _further_place(document, part, gazetteer))
            elif kinds == {"organization"} and count >= len(unknown):
                yield from (each for part in unknown for each in _further_body(text, part, gazetteer))
                if len(unknown) == 1 and count > 1:
                    yield from _called_as_town(text, unknown[0], gazetteer)
            elif kinds == {"person"} and count >= len(unknown):
                yield from (each for part in unknown for each in _further_person(text, part, gazetteer))


def owned(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Of several people told by their countries or bodies the others, where one is known: "Egypt's Sameh Shukri and Jordan's Ayman Safadi"."""
    text = document.text
    mentions = list(found)
    starts = {each.span.start: each for each in mentions if each.type != "event"}
    told: dict[int, list[tuple[int, int]]] = {}
    for each in mentions:
        if each.type in {"place", "organization"} and (name := _OWNED.match(text, each.span.end)):
            told.setdefault(document.sentence_of(each.span.start).number, []).append(name.span(1))
    for names in told.values():
        if any(start in starts and starts[start].type == "person" for start, _ in names):
            for part in names:
                other = starts.get(part[0])
                if other is None:
                    yield from _further_person(text, part, gazetteer)
                elif other.type == "place" and other.span.end < part[1]:
                    # "Paraguay's Santiago Peña"
                    yield from (replace(each, priority=8) for each in _further_person(text, part, gazetteer))
        elif any(start in starts and starts[start].type == "organization" for start, _ in names):
            for part in names:
                if part[0] not in starts:
                    yield from _further_body(text, part, gazetteer)


def _further_body(text: str, part: tuple[int, int], gazetteer: Gazetteer) -> Iterator[Found]:
    """A firm or body of one word that no table holds."""
    word = text[part[0] : part[1]]
    plain = re.fullmatch(r"[A-Z][\w-]{3,}", word) and word not in gazetteer.names and not _none(word, gazetteer)
    if plain and word not in gazetteer.given and word.casefold() not in gazetteer.family and word not in gazetteer.titles:
        yield Found(span=Span(*part), type="organization", name=word, priority=3)


def _called_as_town(text: str, part: tuple[int, int], gazetteer: Gazetteer) -> Iterator[Found]:
    """A university or a club among others that is called as its town: "Harvard, Oxford and MIT"."""
    known = gazetteer.names.get(text[part[0] : part[1]])
    if known and known.kind == "city" and not known.sure:
        yield Found(span=Span(*part), type="organization", name=text[part[0] : part[1]], priority=3)


_SHIPS = ("USS", "USNS", "USCGC", "HMS", "HMAS", "HMCS", "INS", "RFA")


def _further_place(document: Document, part: tuple[int, int], gazetteer: Gazetteer) -> Iterator[Found]:
    text = document.text
    words = text[part[0] : part[1]]
    entry = gazetteer.names.get(words)
    if any(text.startswith(f" {words}", at + len(ship)) for ship in _SHIPS for at in document.places.get(ship, ())):
        # "The embassy in Chile and Boone hosted": USS Boone is a ship.
        return
    if (not entry or entry.type == "place") and not any(_none(each, gazetteer) for each in words.split()):
        meant = entry or Entry(name=words, type="place", kind="region")
        yield Found(span=Span(*part), type="place", name=meant.name, entry=meant, priority=3)


def _further_person(text: str, part: tuple[int, int], gazetteer: Gazetteer) -> Iterator[Found]:
    words = text[part[0] : part[1]].split()
    if 2 <= len(words) <= 4 and " ".join(words) not in gazetteer.names and not any(_none(each, gazetteer) for each in words):
        yield Found(span=Span(*part), type="person", name=" ".join(words), priority=3)


def _none(word: str, gazetteer: Gazetteer) -> bool:
    return gazetteer.no_name(word, "opening", "institution", "other") or word.isupper()


def repeated(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Where names of places and organizations that the words beside them showed once stand without such words."""
    shown: dict[str, Found] = {}
    parted: dict[str, Found] = {}
    taken: set[tuple[int, int]] = set()
    for each in found:
        if each.priority > 1 and each.type in {"place", "organization", "person", "demonym"}:
            taken.add((each.span.start, each.span.end))
        if each.type in {"place", "organization"} and not each.known and not is_field(each, document.text):
            words = each.span.of(document.text)
            listed = gazetteer.names.get(words)
            if not (listed and listed.sure) and "\n" not in words and words[:1].isupper() and not _common(words, gazetteer):
                shown.setdefault(words, each)
            short = _SHORT.match(document.text, each.span.end) if each.type == "place" else None
            if short and _initials(words) == short[1]:
                # As in "Grand Ethiopian Renaissance Dam (GERD)".
                shown[short[1]] = each
                yield replace(each, span=Span(*short.span(1)), priority=7)
            whole = _OF_KIND.fullmatch(words) if each.type == "place" else None
            if whole and whole[1] not in gazetteer.names and not _common(whole[1], gazetteer) and whole[1] not in gazetteer.given:
                # "Zabul Province" is Zabul.
                parted.setdefault(whole[1], each)
    reaching = overlapping(Span(*each) for each in taken)
    for start, end, words in document.named(Phrases(shown)):
        if (start, end) not in taken:
            each = shown[words]
            # "UN Harbour Mission in Chile" elsewhere has a short name of its own: it is no mission that is only there.
            longer = each.type == "organization" and " " in words and _begins_alike(start, end, reaching)
            priority = 8 if longer or (each.type == "organization" and " in " in words) else 2
            yield Found(span=Span(start, end), type=each.type, name=each.name, kind=each.kind, entry=each.entry, priority=priority)
    parted = {words: each for words, each in parted.items() if words not in shown}
    for start, end, words in document.named(Phrases(parted)):
        before = max(0, start - 30)
        led = _THE.search(document.text, before, start)
        # "the Arghandab" is a river's.
        likely = _PLACED.search(document.text, before, start) and (not led or parted[words].name.endswith(("River", "Valley")))
        if (start, end) not in taken and likely:
            yield replace(parted[words], span=Span(start, end), priority=2)


def _begins_alike(start: int, end: int, taken: Callable[[Span], list[Span]]) -> bool:
    """Whether what is taken within some words is but their beginning: "NATO" of "NATO Joint Command" in a headline."""
    inside = taken(Span(start, end))
    return bool(inside) and all(each.start >= start and each.end < end for each in inside)


_OF_KIND = re.compile(
    r"([A-Z][\w’'-]{3,}) (?:Province|District|Region|Governorate|County|Prefecture|Oblast|River|Valley|province|district|region)"
)
_SHORT = re.compile(r" \(([A-Z]{2,6})\)")


def _initials(words: str) -> str:
    return "".join(each[0] for each in words.split() if each[0].isupper())


def _common(words: str, gazetteer: Gazetteer) -> bool:
    """Whether a word alone may as well be no name at all."""
    return " " not in words and (_none(words, gazetteer) or len(words) < 3) and not (words.isupper() and len(words) > 2)
