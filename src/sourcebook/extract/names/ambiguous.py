"""Names that are a town's, a firm's and a person's alike: what the words beside them say, throughout the text, decides."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.sides import sides
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.names.beside import hints
from sourcebook.extract.phrases import CAPITAL_AFTER
from sourcebook.model.spans import Span

_LED = re.compile(r"([^\s,.;:!?”\"’)—–-]+) \Z")
_THE = re.compile(r"\b[Tt]he \Z")
_FIRM = re.compile(
    r"\b(?:giant|owner|maker|company|firm|startup|start-up|retailer|airline|carmaker|brand|mercenary group|mercenaries|militia) \Z"
)
_FIRM_AFTER = re.compile(
    r"(?:[’']s)? (?:group|mercenar(?:y|ies)|shares|spokes\w+|CEO|chief executive|employees|executives|app|shareholders)\b"
)
_WITH_ARTICLE = frozenset({"Treasury", "Greens", "Conservatives", "Rangers", "Emirates", "Commons", "Lords"})
_PARTIES = frozenset({"Labour", "Labor", "Greens", "Conservatives"})
_IN_FULL = {"Commons": "House of Commons", "Lords": "House of Lords"}
_OF_PARTY = re.compile(r" (?:MPs?|MEPs?|MSPs?|MLAs?|AMs|TDs|Lords?|peers?)\b")
_APPOSED = re.compile(
    r",\s(?:an?|the|one\sof\s(?:the|its))\s(?:[\w’'-]+\s){0,5}?"
    r"(?:lenders?|banks?|insurers?|retailers?|airlines?|carriers?|brewers?|publishers?|broadcasters?|newspapers?"
    r"|makers?|manufacturers?|company|firm|carmakers?|operators?|conglomerate|supermarket|chain|brand|startup"
    r"|start-up|hedge\sfund|building\ssociety)\b(?![’'])"
)
"""What no town is, right after a name: "Halifax, the country’s biggest lender"."""
_PARTY_AFTER = re.compile(
    r"(?:[’']s)? (?:[a-z]+ )?"
    r"(?:MPs?|conference|manifesto|leadership|leader|rebels|peers?|councillors?|majority|backbench\w*|spokes\w+"
    r"|voters?|supporters|activists|politicians?|frontbench\w*|minister|government|candidates?|campaign"
    r"|election|would|has|is|was|will|won|lost|plans|wants)\b"
)
ENOUGH = 2
"""How often the words beside a name must speak for a person where the tables know a large town, and for a firm where they know a town."""


def told_by_context(document: Document, known: Iterable[Found], gazetteer: Gazetteer) -> list[Found]:
    """The known names without towns that the text speaks of as firms or persons; and the words that are firms where it does so.

    "Social media giant Meta", "the Wagner group", "Ayane Hama says".
    """
    found = [*_states_of_america(list(known), document.text, gazetteer)]
    clubs = [*sides(document, gazetteer)]
    playing = {each.span for each in clubs}
    found = [each for each in found if each.span not in playing] + clubs if clubs else found
    spelled = [(each, each.span.of(document.text)) for each in found]
    towns = {
        word
        for each, word in spelled
        if each.entry is not None
        and (each.entry.kind == "city" or word in gazetteer.words["ambiguous"])
        and not each.entry.capital
        and " " not in word
    }
    bodies = document.where(gazetteer.words["ambiguous"])
    if not towns and not bodies:
        return found
    words = towns | {_word(document.text, at) for at in bodies}
    places = {word: document.where([word]) for word in words}
    meant = {word: _meant(document, word, starts, gazetteer) for word, starts in places.items()}
    firms = [word for word, kind in meant.items() if kind == "organization"]
    none = {word for word in towns if meant[word] in {"organization", "person"}}
    # "in the Amazon" is none of the firm.
    there = (" in the ", " of the ", " across the ")
    kept = [each for each, word in spelled if word not in none or document.text.endswith(there, 0, each.span.start)]
    kept += [
        Found(span=Span(at, at + len(word)), type="organization", name=_IN_FULL.get(word, word), priority=5)
        for word in firms
        for at in places[word]
        if not _part_of_name(document.text, at, at + len(word), gazetteer)
        and not (word not in _WITH_ARTICLE and document.text.endswith(there, 0, at))
    ]
    return kept


def _states_of_america(found: list[Found], text: str, gazetteer: Gazetteer) -> Iterator[Found]:
    """The mentions, with the state rather than the country after its towns or before its country: "Macon, Georgia", "Georgia, United States"."""
    for before, each in zip([None, *found], found, strict=False):
        if each.name == "Georgia" and each.type == "place":
            town = before.entry if before and text[before.span.end : each.span.start] == ", " else None
            if (town and town.country == "US") or _IN_AMERICA.match(text, each.span.end):
                yield replace(each, entry=gazetteer.names["Georgia State"])
                continue
        yield each


_IN_AMERICA = re.compile(r",\s(?:the\s)?(?:United States|U\.?S\.?A?\.?)(?!\w)")


def _word(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _meant(document: Document, word: str, starts: list[int], gazetteer: Gazetteer) -> str:
    """What a word is throughout a text: person, organization, or "" if nothing says that it is no town."""
    text = document.text
    votes: Counter[str] = Counter()
    led, apposed, firm = False, False, 0
    for at in starts:
        before = _LED.search(text, at - 24, at)
        if before and before[1][0].isupper() and _plain(before[1], gazetteer):
            led = True
            continue
        if _part_of_name(text, at, at + len(word), gazetteer):
            continue
        votes.update(hints(text, at, at + len(word)))
        # "the Delta" may be anything.
        votes["organization"] -= word not in _WITH_ARTICLE and _THE.search(text, at - 5, at) is not None
        firm += (
            (word in _PARTIES and _PARTY_AFTER.match(text, at + len(word)) is not None)
            or _FIRM.search(text, at - 24, at) is not None
            or _FIRM_AFTER.match(text, at + len(word)) is not None
        )
        apposed = apposed or _APPOSED.match(text, at + len(word)) is not None
    listed = word in gazetteer.words["ambiguous"]
    entry = gazetteer.names.get(word)
    sure = entry is not None and entry.sure
    if (listed and firm and not led) or (apposed and not votes["place"]):
        # A firm says things too.
        return "organization"
    if votes["organization"] > max(votes["person"], votes["place"]) and (listed or (not votes["place"] and firm >= ENOUGH)):
        return "organization"
    if votes["person"] > max(votes["organization"], votes["place"], ENOUGH - 1 if sure else 0) and (led or not sure):
        return "person"
    return ""


def _plain(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word before a name may be a given name."""
    listed = word in gazetteer.demonyms or gazetteer.lists(word, "opening", "institution", "other")
    return len(word) > 1 and word[0].isalpha() and not listed


def _part_of_name(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether capitalised words touch a name: "Harrison Ford", "Apple Daily"."""
    before = _LED.search(text, start - 24, start)
    led = before is not None and len(before[1]) > 1 and before[1][0].isupper() and before[1] not in gazetteer.words["opening"]
    return led or (CAPITAL_AFTER.match(text, end) is not None and not (text[start:end] in _PARTIES and _OF_PARTY.match(text, end)))
