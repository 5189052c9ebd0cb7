"""States by the names that they have before a hyphen: "Sino-Indian relations", "the Franco-German border"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import HYPHENS
from sourcebook.model.spans import Span

COMBINING = {
    "Franco": "France",
    "Anglo": "United Kingdom",
    "Sino": "China",
    "Russo": "Russia",
    "Austro": "Austria",
    "Greco": "Greece",
    "Italo": "Italy",
    "Indo": "India",
    "Luso": "Portugal",
    "Dano": "Denmark",
    "Polono": "Poland",
    "Turco": "Türkiye",
    "Nippo": "Japan",
}
"""States by such names."""
_WORDS = frozenset(each.casefold() for each in COMBINING)
_PAIR = re.compile(rf"\b(?P<one>{'|'.join(COMBINING)})[{HYPHENS}](?P<other>(?:U\.S\.|[A-Z][\w.]*\w))(?!\w)")
_PEOPLE = re.compile(r"(?:Fijian|Trinidadian|Guyanese|Caribbean|Mauritian|Surinamese|Canadian|Burmese|Chinese)s?\Z|\w+ns\Z")
"""Those whose forebears came from there: "Indo-Fijians"."""


def combining(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The first state of two, where the other is one too: "Indo-European" is no such pair."""
    for found in document.finds(_PAIR, _WORDS):
        other = gazetteer.demonyms.get(found["other"]) or gazetteer.names.get(found["other"])
        of_people = found["one"] == "Indo" and _PEOPLE.match(found["other"])
        state = gazetteer.names.get(COMBINING[found["one"]])
        if state and other and other.kind in {"country", "former country"} and other is not state and not of_people:
            yield Found(span=Span(*found.span("one")), type="demonym", name=state.name, entry=state, priority=6)
