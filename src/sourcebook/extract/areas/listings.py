"""Fields that are listed line by line: "cooperation in the following areas:", and a line for each."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.areas.heads import STOP
from sourcebook.extract.areas.items import area
from sourcebook.extract.document import ITEM, Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer

_ANNOUNCED = re.compile(
    r"\b(?:areas|fields|sectors|spheres|domains|directions|priorities|topics)\b[^.:\n]{0,60}:\s*\Z",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:co-?operat\w*|collaborat\w*|partnership|bilateral|agreed?|discuss\w*|joint\w*|strengthen\w*|expand\w*)\b", re.IGNORECASE
)
_MARK = re.compile(r"\s*(?:[-–•*·]|\(?(?:\d{1,2}|[a-z])[.)])\s*")
_LED = re.compile(
    r"(?:(?:continued|further|joint|mutual)\s+)?"
    r"(?:development|enhancement|strengthening|expansion|promotion|deepening|improvement)\s+of\s+(?:the\s+|an?\s+)?"
    r"|(?:strengthening|enhancing|expanding|promoting|developing|deepening|improving)\s+(?:the\s+)?"
    r"|(?:co-?operation|collaboration)\s+(?:in|on)\s+(?:the\s+)?(?:(?:area|field|sphere)s?\s+of\s+)?",
    re.IGNORECASE,
)
_FIELD = re.compile(
    rf"(?P<field>[A-Za-z][\w’'/-]*(?:\s(?:of\s|and\s)?(?!(?:{STOP}|and)\b)[\w’'/-]+){{0,6}}"
    rf"(?:\s\([A-Z]{{2,6}}\)(?:\s[a-z]+)?)?)(?=[.,;:–—(]|\s|\Z)"
)


def listings(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The field of each line of a list that a sentence announces."""
    announced = False
    for sentence in document.sentences:
        text, start, end = document.text, sentence.span.start, sentence.span.end
        if sentence.block is not ITEM:
            announced = (
                text.endswith(":", start, end)
                and _ANNOUNCED.search(text, start, end) is not None
                and _TOGETHER.search(text, start, end) is not None
            )
            continue
        mark = _MARK.match(text, start, end) if announced else None
        if mark is None:
            continue
        led = _LED.match(text, mark.end(), end)
        found = _FIELD.match(text, led.end() if led else mark.end(), end)
        if found and " " in found["field"] and found["field"].split()[0] not in gazetteer.names:
            yield area(document, *found.span("field"), gazetteer, 7)
