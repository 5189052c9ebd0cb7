"""Titles beside the other mentions: with the bodies that they are of, without the places that they only sound like."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found, covered
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.holders import PORTFOLIOS
from sourcebook.model.spans import Span


def no_places_of_office(found: list[Found]) -> list[Found]:
    """Without the cities that are called like an office's field: "Secretary of State for Justice"."""
    titled = covered(each.span for each in found if each.type == "role")
    return [
        each
        for each in found
        if not (each.type == "place" and each.entry and each.entry.kind == "city" and PORTFOLIOS.fullmatch(each.name) and titled(each.span))
    ]


_REST = re.compile(
    r",?\s(?:(?:of|for|on)\s|\d|[A-Z](?:(?!\sand\s).)*\b(?:Division|Department|Command|Center|Centre|Committee|Commission|Council|Institute|Bank|Force|Agency|Group)\Z)"
)
_WORDS = re.compile(r"[^\W\d_]+")
_OF_IT = re.compile(r"\s(?:of|for|to|at)\s(?:the\s)?\Z")


def with_bodies(document: Document, titles: Iterable[Found], bodies: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """The roles, with the organization that leads or follows them: "407th AEG commander", "commander, U.S. Central Command"."""
    text = document.text
    ends = {each.span.end: each for each in sorted(bodies, key=lambda one: len(one.span)) if each.type == "organization"}
    starts = {each.span.start: each for each in ends.values()}
    for role in titles:
        span = role.span
        # "Royal Jordanian Air Force lieutenant": the body's name may reach into what the title took for its own.
        led = (ends.get(span.start - 1) if text[span.start - 1 : span.start] == " " else None) or next(
            (each for each in ends.values() if each.span.start < span.start < each.span.end < span.end), None
        )
        if led is None and text.endswith(") ", 0, span.start) and (short := ends.get(span.start - 2)):
            # As in "U.S. Southern Command (SOUTHCOM) commander".
            led = ends.get(short.span.start - 2)
        followed = next(
            (starts[at] for at in (span.end + 2, span.end + 6) if at in starts and re.fullmatch(r",\s+(?:the\s+)?", text[span.end : at])),
            None,
        )
        if led and led.span.end > led.span.start:
            span = Span(led.span.start, span.end)
        if followed and re.search(r"(?i:commander|director|chairman|president|secretary|head|chief|representative)\Z", role.name):
            span = Span(span.start, followed.span.end)
        within = next((each for each in ends.values() if span.start < each.span.start < span.end < each.span.end), None)
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
