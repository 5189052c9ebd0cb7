"""Firms, newspapers and universities said in short: "Northfield" after Northfield Holdings Ltd, "Columbia" after Columbia University."""

from collections.abc import Container, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import PORTFOLIOS
from sourcebook.extract.bodies.words import FIRM, is_short_of
from sourcebook.extract.document import HEADING, Document
from sourcebook.extract.found import Found, covered
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.short_names import doubtful
from sourcebook.extract.names.beside import hints
from sourcebook.extract.names.unlikely import no_body
from sourcebook.extract.phrases import CAPITAL_AFTER, LED_BY, Phrases
from sourcebook.model.spans import Span

_STUDIOS = frozenset({"Pictures", "Entertainment", "Holdings", "Technologies", "Electronics"})
_FIRM = FIRM | _STUDIOS | {"University"}
_PRESS = frozenset({"Shimbun", "Ilbo"})
_GOES_ON = re.compile(r"[ -](?:[A-Z]|of [A-Z])")
SCHOOL = 2
"""Words of a university's name that is shortened to the first: "Columbia"."""


def firms(document: Document, found: list[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Firms by their own word alone: "Northfield" after Northfield Holdings Ltd."""
    meant: dict[str, Found] = {}
    surnames = {each.name.rsplit(maxsplit=1)[-1] for each in found if each.type == "person" and " " in each.name}
    for each in found:
        words = each.name.rstrip(".").split()
        press = words[-1] in _PRESS
        school = words[-1] == "University"
        if (
            each.type == "organization"
            and (each.entry is None or press or school or words[-1] in _STUDIOS or words[0].casefold() in gazetteer.family)
            and len(words) in {2, 3}
            and not _FIRM.isdisjoint(words[1:])
        ):
            known = gazetteer.names.get(words[0])
            # "Columbia" of Columbia University is a small town's name too, and so is "Paramount"; "Ford" may be somebody of the text.
            other = (known is not None and (known.sure or known.kind != "city")) or words[0] in surnames
            if len(words[0]) > 2 and not other and not doubtful(words[0], gazetteer) and (not school or len(words) == SCHOOL):
                meant.setdefault(words[0], each)
    yield from _groups(document, found, meant, gazetteer)
    yield from _partners(document, gazetteer)
    yield from _networks(document, found)
    yield from _by_last_word(document, found)
    for start, end, words_alone in document.named(Phrases(meant)):
        last = meant[words_alone].name.split()[-1]
        town = last == "University" or words_alone in gazetteer.names
        named = words_alone.casefold() in gazetteer.family and last != "University"
        if (town or named) and (_GOES_ON.match(document.text, end) or hints(document.text, start, end)["place"] > 0):
            # "Columbia University", "in Princeton"
            continue
        if named and (start < meant[words_alone].span.end or LED_BY.search(document.text, start - 24, start)):
            continue
        priority = 6 if town or named else 4 if last in _PRESS else 2
        yield Found(span=Span(start, end), type="organization", name=meant[words_alone].name, priority=priority)


def spelled_out(document: Document, found: list[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """A body by the words whose initials the text uses as its name: "British Kite Industry" where "BKI chief Ann Lee" stands."""
    within = covered(each.span for each in found if each.type in {"agreement", "event"})
    letters = {each.name for each in found if each.type == "organization" and each.entry is None and _LETTERS.fullmatch(each.name)}
    for short in sorted(letters):
        words = r"\s(?:(?:of|for|and|on|the|in)\s){0,2}".join(rf"{each}[a-z]+(?:-\w+)?" for each in short)
        for each in re.finditer(rf"(?<![\w’'-])(?<![A-Z][a-z]\s){words}(?![\w-]|\s[A-Z])", document.text):
            first, *_, last = each[0].split()
            span = Span(*each.span())
            none = gazetteer.place(each[0]) or last in gazetteer.titles or first in gazetteer.words["opening"] or no_body(last)
            if not none and not within(span):
                yield Found(span=span, type="organization", name=" ".join(each[0].split()), priority=5)


_LETTERS = re.compile(r"[A-Z]{3,6}")
_CLUB_ENDS = frozenset({"United", "Rovers", "Wanderers", "Albion", "Villa", "Hotspur"})


def _by_last_word(document: Document, found: list[Found]) -> Iterator[Found]:
    """A club by the last word of its name, after it has stood in full: "United" after Northfield United."""
    meant: dict[str, Found] = {}
    for each in found:
        _, several, last = each.span.of(document.text).rpartition(" ") if each.type == "organization" else ("", "", "")
        if several and last in _CLUB_ENDS:
            meant.setdefault(last, each)
    for start, end, word in document.named(Phrases(meant)):
        led = LED_BY.search(document.text, start - 24, start)
        if start > meant[word].span.start and not CAPITAL_AFTER.match(document.text, end) and not led:
            yield Found(span=Span(start, end), type="organization", name=meant[word].name, entry=meant[word].entry, priority=6)


_SHORT = re.compile(r"[’']?s? \((?!Research|Women|Men|Boys|Girls|Retired|Acting|North|South|East|West)([A-Z][a-z]{2,9})\)")
_BEFORE_FULL = re.compile(r"(?<![\w-])([A-Z][a-z]{2,9}) \((?:[Tt]he )?\Z")


def in_brackets(document: Document, found: list[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """A body by the short name in brackets after it that is no row of initials, wherever else that stands: "Demographic Center (Celade)"."""
    meant: dict[str, Found] = {}
    for each in found:
        short = _SHORT.match(document.text, each.span.end) if each.type == "organization" and " " in each.name else None
        other = short is None or short[1] in gazetteer.words["other"] or short[1] in gazetteer.names
        bracketed = each.type == "organization" and document.text.endswith((" (", "he "), 0, each.span.start)
        led = _BEFORE_FULL.search(document.text, each.span.start - 20, each.span.start) if bracketed else None
        if led and document.text.startswith(")", each.span.end) and is_short_of(led[1].upper(), each.name):
            # As in "Balco (The Bay Area Laboratory Cooperative)".
            meant.setdefault(led[1], each)
        if short and not other and short[1] not in gazetteer.given and not doubtful(short[1], gazetteer):
            meant.setdefault(short[1], each)
    for start, end, words in document.named(Phrases(meant)):
        yield Found(span=Span(start, end), type="organization", name=meant[words].name, priority=6)


_PARTNERS = re.compile(
    r"(?<![\w&’'-])(?<!& )(?P<one>[A-Z][\w’'-]{2,}) & (?P<other>[A-Z][\w’'-]{2,})(?: (?:Co|Company|Sons|Partners|Associates|Group)\b)?(?! &| [A-Z])"
)


def _partners(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Firms by two names: "Lund & Berg"."""
    for found in _PARTNERS.finditer(document.text) if " & " in document.text else ():
        words = (found["one"], found["other"])
        plain = any(
            gazetteer.lists(word, "opening", "institution", "other", "body") or word in gazetteer.titles or PORTFOLIOS.fullmatch(word)
            for word in words
        )
        known = any(each and each.sure for each in map(gazetteer.names.get, words))
        if not plain and not known and document.sentence_of(found.start()).block is not HEADING:
            yield Found(span=Span(*found.span()), type="organization", name=found[0], priority=5)


_NETWORK = re.compile(r"(?P<name>[A-Z][\w’'-]{3,}) [Nn]etwork")
_OF_NETWORK = re.compile(
    r" (?:leaders?|fighters?|commanders?|financiers?|facilitators?|members?|militants?|insurgents?|operatives?|cells?)\b"
)


def _networks(document: Document, found: list[Found]) -> Iterator[Found]:
    """Of a network of fighters its people by its name alone: "a Haqqani financier" beside the Haqqani network."""
    meant = {
        network["name"]: each
        for each in found
        if each.type == "organization" and (network := _NETWORK.fullmatch(each.span.of(document.text)))
    }
    for start, end, word in document.named(Phrases(meant)):
        if _OF_NETWORK.match(document.text, end):
            yield Found(span=Span(start, end), type="organization", name=meant[word].name, entry=meant[word].entry, priority=6)


_GROUP = re.compile(r"[A-Z][\w-]{3,} Group")


def _groups(document: Document, found: list[Found], meant: Container[str], gazetteer: Gazetteer) -> Iterator[Found]:
    """Groups by their first word, where nobody bears it as a name: "Wagner" of the Wagner Group."""
    surnames = {each.name.rsplit(maxsplit=1)[-1] for each in found if each.type == "person" and " " in each.name}
    groups = {
        each.name.split()[0]: each for each in found if each.type == "organization" and each.entry is None and _GROUP.fullmatch(each.name)
    }
    for start, end, word in document.named(Phrases(each for each in groups if each not in meant and each not in surnames)):
        known = gazetteer.names.get(word)
        if not (known and known.sure) and not doubtful(word, gazetteer) and not CAPITAL_AFTER.match(document.text, end):
            yield Found(span=Span(start, end), type="organization", name=groups[word].name, priority=6)
