"""Titles beside the other mentions: with the bodies that they are of, without the places that they only sound like."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import PORTFOLIOS
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found, covered, overlapping
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.beside import BY_NAME
from sourcebook.extract.people.posts import with_post
from sourcebook.extract.people.words import SHORT_TITLES
from sourcebook.model.spans import Span


def no_places_of_office(found: list[Found]) -> list[Found]:
    """Without the cities that are called like an office's field: "Secretary of State for Justice"."""
    titled = covered(each.span for each in found if each.type == "role")
    return [
        each
        for each in found
        if not (each.type == "place" and each.entry and each.entry.kind == "city" and PORTFOLIOS.fullmatch(each.name) and titled(each.span))
    ]


_MINISTER = re.compile(r"(?:[A-Z][\w-]+\s)*(?:Minister|Secretary)\s(?:for|of)\s")


def in_portfolio(text: str, body: Span, offices: dict[int, Span]) -> bool:
    """Whether words are the last of a minister's fields: "Minister for Police, National Security and Prison Services"; `offices` are by their ends."""
    office = offices.get(body.end) if text.endswith((", ", " and "), 0, body.start) else None
    return office is not None and office.start < body.start and _MINISTER.match(text, office.start) is not None


def closes_with_office(text: str, body: Found, offices: dict[int, Span]) -> bool:
    """Whether what was taken for a body is an office there: "Oslo Supreme Court Justice"; `offices` are by their ends."""
    office = offices.get(body.span.end)
    if body.type != "organization" or office is None or office.start <= body.span.start:
        return False
    return " " in office.of(text) and " of " not in text[body.span.start : office.start]


_REST = re.compile(
    r",?\s"
    r"(?:(?:of|for|on)\s|\d"
    r"|[A-Z](?:(?!\sand\s).)*\b"
    r"(?:Division|Department|Command|Center|Centre|Committee|Commission|Council|Institute|Bank|Force|Agency"
    r"|Group)\Z)"
)
_GOES_ON = re.compile(r"(?:(?:\s(?:for|of|and|the))*\s[A-Z][\w’'-]+){1,5}(?=[,.;)\n]|\Z)")
_WORDS = re.compile(r"[^\W\d_]+")
_OF_IT = re.compile(r"\s(?:of|for|to|at)\s(?:the\s)?\Z")


def with_bodies(document: Document, titles: Iterable[Found], bodies: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """The roles, with the organization that leads or follows them: "407th AEG commander", "commander, U.S. Central Command"."""
    text = document.text
    bodies = list(bodies)
    # "HAVANA President Ana Ruiz arrived": where the report was written.
    written = {each.span for each in bodies if each.type == "place" and each.span.of(text).isupper()}
    named = (each for each in bodies if each.type == "organization" and each.span not in written)
    ends = {each.span.end: each for each in sorted(named, key=lambda one: len(one.span))}
    starts = {each.span.start: each for each in ends.values()}
    regions = {each.span.end: each for each in bodies if each.entry and each.entry.kind == "region"}
    titles = list(titles)
    offices = overlapping(each.span for each in titles)
    # "Speaker of the Assembly Ola Lund and Party": no body begins within an office and ends past it.
    # "Chief of Defense Forces Brig. Gen.": the body belongs to the office before the rank.
    ends = {
        end: each
        for end, each in ends.items()
        if not any(
            one.start < each.span.start and (one.end == end or (one.end < end and " and " in text[one.end : end]))
            for one in offices(each.span)
        )
    }
    reaching = overlapping(each.span for each in ends.values())
    for role in titles:
        span = role.span
        # "Royal Jordanian Air Force lieutenant": the body's name may reach into what the title took for its own.
        led = (ends.get(span.start - 1) if text[span.start - 1 : span.start] == " " else None) or next(
            (ends[each.end] for each in reaching(span) if each.start < span.start and each.end < span.end), None
        )
        if led is None and text.endswith(") ", 0, span.start) and (short := ends.get(span.start - 2)):
            # As in "U.S. Southern Command (SOUTHCOM) commander".
            led = ends.get(short.span.start - 2)
        led = led or (_leads(text, role, regions, gazetteer) if BY_NAME.match(text, span.end) else None)
        followed = next(
            (starts[at] for at in (span.end + 2, span.end + 6) if at in starts and re.fullmatch(r",\s+(?:the\s+)?", text[span.end : at])),
            None,
        )
        if led and led.span.end > led.span.start:
            # "the senior Harbour Front commander", as in "senior commander"
            senior = "senior " if text.endswith(" senior ", 0, led.span.start) else ""
            span = Span(led.span.start - len(senior), span.end)
        span = Span(span.start, max(span.end, with_post(text, role.name, role.span.end, gazetteer)))
        if followed and re.search(
            r"(?i:commander|director|chairman|president|secretary|head|chief|representative)(?:\s\([A-Z][^)]*\))?\Z", role.name
        ):
            # As in "Regional Director, WHO Eastern Region".
            more = _GOES_ON.match(text, followed.span.end)
            span = Span(span.start, more.end() if more else followed.span.end)
        within = next((ends[each.end] for each in reaching(span) if span.start < each.start and span.end < each.end), None)
        rest = text[span.end : within.span.end] if within else ""
        if (
            within
            and _OF_IT.search(text, span.start, within.span.start)
            and _REST.match(rest)
            and gazetteer.given.isdisjoint(_WORDS.findall(rest))
        ):
            # "CEO of the Center for a New American Security"
            span = Span(span.start, within.span.end)
        yield replace(role, span=span, name=" ".join(span.of(text).split())) if span != role.span else role


_SHORT = re.compile(r"(?<![\w.’'/&-])(?![IVXL]+\s)(?P<short>[A-Z][A-Za-z]{1,7})\s\Z")
_THERE = re.compile(r"\b(?:[Ii]n|[Aa]t|from|of|across|southern|northern|eastern|western|central)(?:\s[A-Z][\w’'-]+)?\s\Z")


def _leads(text: str, office: Found, regions: dict[int, Found], gazetteer: Gazetteer) -> Found | None:
    """What leads an office before its holder's name: a short name that no table has, or a region: "HBF spokesman", "Troms Province Governor"."""
    start = office.span.start
    region = regions.get(start - 1) if office.name[:1].isupper() and not office.name.endswith(".") else None
    if region and not _THERE.search(text, max(0, region.span.start - 24), region.span.start):
        return region
    found = _SHORT.search(text, max(0, start - 10), start)
    short = found["short"] if found else ""
    known = gazetteer.names.get(short) or gazetteer.names.get(short.title())
    if (
        found is None
        or not (short.isupper() or f"({short})" in text)
        or (known and known.type == "place")
        or short in SHORT_TITLES | _NO_BODIES
        or any(short in each for each in (gazetteer.demonyms, gazetteer.titles, gazetteer.words["opening"]))
    ):
        return None
    return Found(span=Span(*found.span("short")), type="organization", name=short)


_NO_BODIES = frozenset(
    {"US", "UK", "UAE", "USA", "EX", "NEW", "THE", "AND", "TV", "AI", "PRESS", "UNION", "BREAKING", "UPDATE", "DNA", "COVID"}
)
"""Capitals before an office that are no short names of bodies."""
