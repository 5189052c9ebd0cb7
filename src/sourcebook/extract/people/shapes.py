"""Persons by the shape of their names: after initials, after a nationality or an office, before "-led", joined by a dash."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import unknown
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.persons import occupation
from sourcebook.extract.phrases import LED_BY
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_PART = r"[A-Z][a-zß-öø-ÿ]+(?:[-’'][A-Za-zß-öø-ÿ]+)?(?<![’']s)"
_INITIALS = re.compile(
    rf"(?!(?:T C|U S|U N|U K|D C|P O|P S|N Y|L A|E U)\s)(?!(?:U\.S|U\.N|U\.K|U\.A|D\.C|P\.O|N\.Y|L\.A|E\.U|H\.E|H\.H|H\.M|H\.R|S\.E|S\.A|D\.R|P\.R|R\.O|A\.U|N\.J|N\.C|S\.C|B\.C|A\.D|U\.P|M\.P|J\.P|R\.I|N\.H|N\.M|M\.A|B\.A|M\.S|B\.S|V\.I)\.)(?:(?:[A-HJ-Z]\s){{2,3}}|(?:[A-Z]\.){{2,3}}\s)(?P<last>{_PART}(?:\s{_PART})?)(?![\w’-])"
)
_AFTER_NATION = re.compile(
    rf"(?P<nation>[A-Z][a-z]+)\s(?P<name>{_PART}\s{_PART})"
    rf"(?=,\s(?:who|aged|\d\d)\b"
    rf"|\s(?!based\b|used\b|need\b|called\b|named\b|led\b)"
    rf"(?:[a-z]+ed|will|won|who|said|says|takes|took|beat|met)\b)"
)
_LED = re.compile(r"(?<![\w’'-])(?P<name>[A-Z][\w’]+)-(?:led|backed|era|ruled|style|appointed|linked|aligned|supporting)\b")
_LEDS = words_of("led backed era ruled style appointed linked aligned supporting")
_OFFICE = re.compile(rf"(?:{_PART}\s){{0,3}}(?P<office>{_PART})\s(?P<name>{_PART}(?:\s[A-Z]\.)?\s{_PART})(?![\w’-]|\s[A-Z])")
_HOLDERS = words_of(
    "warden manager officer counsel superintendent headmaster headteacher principal engineer accountant trainer "
    "pastor vicar constable trooper paramedic ranger curator caretaker clerk organiser organizer "
    "developer designer strategist spokesperson spokesman spokeswoman coordinator supervisor treasurer auditor "
    "inspector sheriff deputy lawyer barrister solicitor"
)
"""Who somebody is, at the end of an office with capitals: "Prison Warden"."""
_CAPITALISED = frozenset(each.capitalize() for each in _HOLDERS)
_LETTERS = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZ")


def named_by_shape(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """What no title, verb or given name that the tables hold shows to be a person."""
    text = document.text
    for found in document.begun(_INITIALS, document.where(_LETTERS), headings=False):
        if not LED_BY.search(text, found.start() - 24, found.start()) and _plain(found["last"].split(), gazetteer):
            yield _person(text, found.start(), found.end())
    for found in document.begun(_AFTER_NATION, document.where_listed(gazetteer.demonyms), headings=False):
        if gazetteer.demonyms[found["nation"]].kind == "country" and _new(document, found["name"], gazetteer):
            yield _person(text, *found.span("name"))
    for found in document.begun(_OFFICE, document.where(_CAPITALISED), headings=False):
        # "Prison Warden Freddy Lang": an office that no table has.
        given, *others = found["name"].split()
        if given in gazetteer.given and _plain(others, gazetteer):
            yield _person(text, *found.span("name"))
    for found in document.finds(_LED, _LEDS):
        if found["name"] in gazetteer.words["leader"]:
            yield _person(text, *found.span("name"))


def _plain(words: list[str], gazetteer: Gazetteer) -> bool:
    """Whether no list says of any of the words that it is something else than a name."""
    return not any(gazetteer.no_name(word, "opening", "institution", "other", "body", "firm") for word in words)


def _new(document: Document, name: str, gazetteer: Gazetteer) -> bool:
    """Whether two words are unknown to the tables, and the text writes neither with a small letter."""
    words = name.split()
    return (
        gazetteer.names.get(name) is None
        and all(unknown(each, gazetteer) and not occupation(each, gazetteer) and not each.endswith("s") for each in words)
        and _plain(words, gazetteer)
        and not document.where([each.lower() for each in words])
    )


def _person(text: str, start: int, end: int) -> Found:
    return Found(span=Span(start, end), type="person", name=" ".join(text[start:end].split()), priority=3)


_JOINED = re.compile(r"([A-Z][\w’']+(?:\s[A-Z][\w.’']*)+)[-–/]([A-Z][\w’']+(?:\s[A-Z][\w.’']*)+)")


def couples(found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Mentions, with each of two persons whom a dash joins for itself: "the Ana Ruiz-Karl Weber talks"."""
    for each in found:
        pair = (
            _JOINED.fullmatch(each.name)
            if each.type == "person" and each.name.count(" ") > 1 and len(each.name) == len(each.span)
            else None
        )
        # Not "Ana Maria-Luisa Ruiz", who is one.
        if pair and {pair[1].split()[0], pair[2].split()[0]} <= gazetteer.given and pair[1].split()[-1] not in gazetteer.given:
            for half in (1, 2):
                # As sure as the family name alone, which may be found once more within it.
                yield replace(
                    each,
                    priority=each.priority + 1,
                    span=Span(each.span.start + pair.start(half), each.span.start + pair.end(half)),
                    name=pair[half],
                )
        else:
            yield each
