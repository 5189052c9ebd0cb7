"""The bodies that a phrase with capitals names: one, several, or none, each with its short name in brackets."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.agreements import AGREEMENT, BODY_FIRST
from sourcebook.extract.agreements.treaties import SHORT
from sourcebook.extract.bodies.ends import country_in_full, is_coined, is_none, is_turn, pieces
from sourcebook.extract.bodies.name_ends import end_before_others, end_with_its_own
from sourcebook.extract.bodies.two_bodies import are_two
from sourcebook.extract.bodies.words import CUE, GENERIC, ORGANS, PLURALS, RANKS, SITES, SMALLER, is_short_of
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.model.spans import Span


def body_at(document: Document, start: int, end: int, priority: int) -> Found:
    """The body that is named from start to end."""
    return Found(span=Span(start, end), type="organization", name=" ".join(document.text[start:end].split()), priority=priority)


def parts(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """An institution of an institution is two: "Institute of X of the Academy of Y"; and so are two that "and" joins."""
    for first, last in pieces(document.text, start, end):
        yield from _of_phrase(document, first, last, gazetteer)


def _of_phrase(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """The bodies of a part of a phrase: those on both sides of another office or of a joint, else the one that it names."""
    words = document.text[start:end]
    other = _OTHER_OFFICE.search(document.text, start, end)
    if other:
        yield from _of_phrase(document, start, other.start(), gazetteer)
        yield from _of_phrase(document, other.end(), end, gazetteer)
        return
    short = SHORT.match(document.text, end)
    into = _TO_ANOTHER.search(words) if short and not is_short_of(short[1], words) else None
    if short and into and is_short_of(short[1], words[into.end() :]):
        # As in "the Mission to a Harbour Guard Force (HGF)": the short name is of what follows.
        yield from _of_phrase(document, start + into.end(), end, gazetteer)
        return
    cut = next(
        (
            each
            for each in _JOINT.finditer(words)
            if are_two(words[: each.start()], each[0], words[each.end() :], gazetteer)
            or (short and "the" in each[0].split() and CUE.search(words[: each.start()]) and is_short_of(short[1], words[each.end() :]))
        ),
        None,
    )
    if cut:
        yield from _of_phrase(document, start, start + cut.start(), gazetteer)
        yield from _of_phrase(document, start + cut.end(), end, gazetteer)
        return
    yield from _of_one(document, start, end, short, gazetteer)


_OTHER_OFFICE = re.compile(
    r"\s+and\s+(?:the\s+)?(?:Deputy\s+|First\s+)*"
    r"(?:Chief|Head|Commander|Director|Chairman|Secretary|Minister|President|Rector|Governor) of\s+(?:the\s+)?"
    r"(?:Board of (?:Executive )?(?:Directors|Trustees|Governors) of\s+(?:the\s+)?)?"
)
"""A further office of the same holder: "Ministry of Justice and Chief of the Prison Police"."""
_TO_ANOTHER = re.compile(r"\s(?:to|for|into|as)\s(?:an?|the)\s")
_JOINT = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\s+(?:of|and)\s+(?:the\s+)?|\s+to\s+(?:(?:the|an?)\s+)?|(?<=s)[’']\s+")


def _of_one(document: Document, start: int, end: int, short: re.Match[str] | None, gazetteer: Gazetteer) -> Iterator[Found]:
    """The body that a phrase names as a whole, and its short name; nothing where it names none."""
    words = document.text[start:end]
    name = " ".join(words.split())
    if (
        not name[:1].isupper()
        or name.startswith("Joint and ")
        or is_none(name)
        or is_turn(document.text, start, end)
        or (AGREEMENT.fullmatch(name) and not BODY_FIRST.match(name) and not name.endswith("Baptist Convention"))
        or end - start < 4
        or not (CUE.search(name) or (short and is_short_of(short[1], name)))
        or len(name.split()) < 2
    ):
        return
    known = gazetteer.names.get(name.replace("’", "'"))
    if land := country_in_full(name, gazetteer):
        yield Found(span=Span(start, end), type="place", name=land.name, entry=land, priority=5)
        return
    if (known and known.type == "place") or _UNIVERSITY_OF_NONE.match(name) or (words.endswith("Banks") and words[:-6] in gazetteer.given):
        return
    end = end_before_others(document.text, start, end, gazetteer)
    if gazetteer.place(" ".join(document.text[start:end].split())):
        return
    if not (CUE.search(document.text, start, end) or short) or document.text.endswith((" and", " of", " for", " the"), start, end):
        return
    left = document.text[start:end].split()
    if left[-1] in SITES or " ".join(left) in ORGANS or " ".join(left).removesuffix("s") in GENERIC:
        return
    if name.endswith(("Policing Mission", "Resolute Support Mission")) or left[0] in PLURALS or left[-1] in SMALLER or left[-1] in RANKS:
        return
    end = end_with_its_own(document.text, start, end)
    name = " ".join(document.text[start:end].split())
    short = short or SHORT.match(document.text, end)
    british = _BRITISH.match(name)
    entry = (
        known
        if known and known.type == "organization" and known.name == name
        else gazetteer.names.get(name[british.end() :] if british else name)
    )
    entry = (
        entry
        if entry and entry.type == "organization" and not (name == "General Assembly" and _OF_OTHERS.match(document.text, end))
        else None
    )
    if short and PROGRAMME.match(document.text, short.end()):
        # As in "the Effective Governance for Development (EGD) program": no body.
        return
    if " & " in name and name.split()[0] in gazetteer.titles:
        # "Founder & Group CEO": two offices.
        return
    yield Found(span=Span(start, end), type="organization", name=entry.name if entry else name, entry=entry, priority=5)
    if short and (sum(each.isupper() for each in short[1]) > 1 or is_coined(short[1], name, gazetteer)):
        yield Found(span=Span(*short.span(1)), type="organization", name=entry.name if entry else name, entry=entry, priority=6)


_UNIVERSITY_OF_NONE = re.compile(
    r"University (?!of\b|for\b)(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+\Z(?<!Hospital)(?<!Center)(?<!Centre)(?<!Press)(?<!Club)"
)
"""A person's name after the university that is not named: "the rector of the University Ann Maria Lee"."""
_BRITISH = re.compile(r"(?:UK|British|UK’s|Britain’s)\s+(?=(?:Foreign|Home|Cabinet) Office\Z|Foreign, Commonwealth)")
_OF_OTHERS = re.compile(r"\s+of\s+(?:the\s+)?(?!U)[A-Z]")
PROGRAMME = re.compile(
    r"\s*(?:(?:program(?:me)?|campaign|process|mission)s?|projects?(?!\s+(?:that|an?|the|its?)\b)|initiatives?|exercises?"
    r"|scheme|mechanism|agreement|treaty|strategy|framework|plan)\b"
)
"""After the name of what is no body."""
