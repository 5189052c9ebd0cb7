"""Bodies that end the items of a roll: "- Ana Ruiz, Executive Director, Harbour Forward - Karl Berg, President & CEO, Fishers of the North"."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.office_ends import title_pattern
from sourcebook.model.spans import Span

_HOLDER = re.compile(
    r"(?:\A|[\n;]\s*|[-–—•*]\s)(?:(?:Dr|Mr|Mrs|Ms|Rev)\.?\s)?\w[\w.’'-]*(?:\s\w[\w.’'-]*){1,3},(?:\s[A-Z][a-z]+\.)?\s(?:[A-Z][\w&]*\s){0,3}\Z"
)
_AND_OFFICE = re.compile(r"\s(?:and|&)\s\Z")
_BODY = re.compile(
    r",\s(?:the\s)?(?P<name>[A-Z][\w/’'-]+(?:\s(?:(?:of|for|and|the|&|La|de|del)\s){0,2}[A-Z][\w/’'-]*){1,8})(?=\s*(?:;|\n|\Z|\s[-–—•*]\s[A-Z]|\s\([A-Z]))"
)
_NEAR = 70
"""Code points of a name before an office."""


def rolls(document: Document, titles: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """What stands after the name and the office of an item, up to its end."""
    text = document.text
    pattern = title_pattern(gazetteer.titles)
    last: Found | None = None
    for role in sorted(titles, key=lambda one: one.span):
        second = last is not None and _AND_OFFICE.fullmatch(text, last.span.end, role.span.start)
        begin = last.span.start if second and last else role.span.start
        last = role
        body = _BODY.match(text, role.span.end) if _HOLDER.search(text, max(0, begin - _NEAR), begin) else None
        if (
            body
            and body["name"] not in gazetteer.names
            and not pattern.search(body["name"])
            and body["name"].split()[0] not in gazetteer.given
        ):
            yield Found(span=Span(*body.span("name")), type="organization", name=body["name"], priority=7)
