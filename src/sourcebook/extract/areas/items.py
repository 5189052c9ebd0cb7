"""The items of a list of fields: where each begins and ends, and where the list does."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.areas.compounds import ADJECTIVE
from sourcebook.extract.areas.names import name_of
from sourcebook.extract.areas.phrases import Known, item_at
from sourcebook.extract.areas.senses import begins_well, ends_well, is_name, is_plain, stands_alone
from sourcebook.extract.areas.words import FIELDS
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.model.spans import Span

BETWEEN = re.compile(
    r"(?:\s+\([^)]{1,40}\))?(?:[,;]\s*(?:(?:and|or|as well as)\s+)?|,?\s+but\s+also\s+|\s+(?:and|or|as well as)\s+)(?:in\s+|on\s+)?(?:the\s+)?"
)
_LAST = re.compile(r"\b(?:and|or|as well as)\b")
_MORE = re.compile(
    r"[a-z][a-z’-]*(?:\s[a-z’-]+){0,3}?(?:,\s(?:the\s)?[a-z][a-z’-]*(?:\s[a-z’-]+){0,3})*,?\sand\s(?:the\s)?[a-z’-]+(?:\s[a-z’-]+){0,4}[.;]"
)
"""The rest of a list in which "A and B" was one of the items."""
_CLOSING = re.compile(r"(?:the\s)?[a-z’-]+(?:\s(?!(?:said|says|noted|added|wrote|told)\b)[a-z’-]+){1,3}[.;]")
"""The end of a list after an item of two words: "health and hygiene, and cash transfers"."""
_OTHER = re.compile(r"(?:the\s)?[a-z’-]+(?:\s[a-z’-]+)?(?:,\s|[.;])")
"""The second of two in a list of twos: "defence and security, tourism and conservation, sports"."""
_ALONE = re.compile(r"([a-z]+)(?=[,.;])")
LONGEST_ITEM = 200
"""Code points."""


def begin(text: str, start: int, position: int) -> int:
    """Where the item of a list that holds a position begins."""
    near = max(start, position - LONGEST_ITEM)
    found = list(BETWEEN.finditer(text, near, position))
    return found[-1].end() if found else near


def listed_fields(
    document: Document,
    sentence: Sentence,
    at: int,
    known: Known,
    gazetteer: Gazetteer,
    *,
    sure: bool = True,
    between: re.Pattern[str] = BETWEEN,
) -> Iterator[Found]:
    """Items from a place on, as long as they look like fields; those not of the vocabulary only where a cue opened the list."""
    text, end, ended, apart = document.text, sentence.span.end, False, False
    while at < end:
        item = item_at(text, at, end, known, gazetteer, sure=sure, apart=apart)
        if item is None or text.startswith(" against", item.last) or not (begins_well(item) and ends_well(item, gazetteer)):
            return
        if is_name(item, known, gazetteer) or not (sure or stands_alone(item, known)):
            return
        if not item.inside and not (sure and is_plain(item, gazetteer) and (item.pair or len(item.words) <= LONGEST)):
            return
        apart = apart or (item.parallel and bool(ADJECTIVE.search(item.words[0])))
        yield area(document, item.first, item.last, gazetteer, 5 if item.inside or item.doing or "of" in item.words else 4)
        there = _THERE.match(text, item.after, end) if "of" in item.words else None
        further = between.match(text, there.end() if there else item.after, end)
        if further is None or not sure:
            return
        leads_on = (
            "as well as" in further[0]
            or _MORE.match(text, further.end(), end)
            or (_LAST.search(further[0]) and _CLOSING.match(text, further.end(), end))
            or ("," not in further[0] and _OTHER.match(text, further.end(), end))
            or ((alone := _ALONE.match(text, further.end(), end)) and alone[1] in FIELDS)
        )
        if ended and not leads_on and not any(one <= further.end() < other for one, other, _ in known):
            # After "A, B and C" a comma leads on: "… and trade, officials said".
            return
        ended = ended or bool(_LAST.search(further[0]))
        at = further.end()


_THERE = re.compile(r"\s(?:in|at|near)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(?=,\s|\sand\s(?:the\s)?[a-z])")
"""Where something is done, before the next item: "the construction of a hospital in Oslo and the waiver of visas"."""
LONGEST = 6
"""Words of a field that the vocabulary does not know."""


def area(document: Document, start: int, end: int, gazetteer: Gazetteer, priority: int) -> Found:
    """A field, under the one name that it has."""
    words = " ".join(document.text[start:end].split())
    # "Security issues" are a field as a whole; what it is called says that it is security.
    issues = _ISSUES.match(document.text, end)
    words += issues[0] if issues and " " not in words else ""
    return Found(
        span=Span(start, issues.end() if issues else end),
        type="area",
        name=name_of(words, gazetteer.areas),
        priority=priority,
    )


_ISSUES = re.compile(r"\s(?:issues|matters)\b")
