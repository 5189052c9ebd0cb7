"""Bodies that share one word: "the Ministries of Health and Education", "the State and Defense Departments"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import parted
from sourcebook.model.spans import Span

_ONE_OF = {
    "Ministries": "Ministry",
    "Departments": "Department",
    "Committees": "Committee",
    "Commissions": "Commission",
    "Directorates": "Directorate",
    "Bureaus": "Bureau",
}
_SHARED = frozenset(head.casefold() for head in _ONE_OF)
_HEADS = "|".join(_ONE_OF)
_FIELD = r"(?!(?:The|Both|For|Under|Other)\b)[A-Z][\w’-]+(?:\s(?:of\s)?[A-Z][\w’-]+){0,3}"
_LED = r"(?P<lead>(?:U\.S\.|US|UK|House|Senate|[A-Z]\w+(?:ian|ese|ish|an|i))\s)?"
_BEFORE = re.compile(
    rf"(?<![\w-]){_LED}(?P<head>{_HEADS})\s(?P<of>of|for|on)\s(?:the\s)?"
    rf"(?P<fields>{_FIELD}(?:,\s{_FIELD}(?:\sand\s{_FIELD}(?=,\s))?)*,?\sand\s(?:of\s|for\s|on\s)?(?:the\s)?{_FIELD})"
)
_ONE_FIELD = r"(?!(?:The|Both|For|Under|Other)\b)[A-Z][\w’-]+(?:\sAffairs)?"
_AFTER = re.compile(rf"(?<![\w-]){_LED}(?P<fields>{_ONE_FIELD}(?:,\s{_ONE_FIELD})*,?\sand\s{_ONE_FIELD})\s(?P<head>{_HEADS})\b(?!\sof\b)")

_NATION_AND = re.compile(r"[A-Z]\w+ and \Z")


def shared_heads(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Each body of those that share a word, under its own name."""
    text = document.text
    for found in document.finds(_BEFORE, _SHARED):
        if _NATION_AND.search(text, document.sentence_of(found.start()).span.start, found.start()):
            # "The Sudanese and Mauritanian Ministries of Health": each has its own.
            continue
        lead, fields = found["lead"] or "", _fields(found, gazetteer)
        # "Ministries of Health and Education of Kenya"
        land = fields[-1].of(text).partition(" of ")[2] if fields else ""
        for number, each in enumerate(fields):
            start = each.start if number else found.start()
            name = f"{lead}{_ONE_OF[found['head']]} {found['of']} {each.of(text)}"
            whole = f"{name} of {land}" if land and number < len(fields) - 1 else name
            yield _body(start, each.end, whole, gazetteer)
    for found in document.finds(_AFTER, _SHARED):
        lead, fields = found["lead"] or "", _fields(found, gazetteer)
        for number, each in enumerate(fields):
            start = each.start if number else found.start()
            end = found.end() if number == len(fields) - 1 else each.end
            yield _body(start, end, f"{lead}{each.of(text)} {_ONE_OF[found['head']]}", gazetteer)


def _body(start: int, end: int, name: str, gazetteer: Gazetteer) -> Found:
    """A body by the name that it has in full: "Department of State" is the State Department."""
    entry = gazetteer.body(name)
    return Found(span=Span(start, end), type="organization", name=entry.name if entry else name, entry=entry, priority=7)


_JOINT = re.compile(r"(?:,\s|\sand\s)(?:of\s|for\s|on\s)?(?:the\s)?")
_COMMA = re.compile(r",\s(?:and\s)?(?:of\s|for\s|on\s)?(?:the\s)?")


def _fields(found: re.Match[str], gazetteer: Gazetteer) -> list[Span]:
    """What the bodies are for; none where the list is one of countries: "Ministries of Defence of Chad and Niger"."""
    start, words = found.start("fields"), found["fields"]
    # "Finance, Trade and Industry, and Health" are three.
    joint = _COMMA if re.search(r",\sand\s", words) else _JOINT
    spans = [Span(start + first, start + last) for first, last in parted(words, 0, len(words), joint)]
    names = [words[each.start - start : each.end - start] for each in spans]
    *firsts, last = names
    whose = last.partition(" of ")[2]
    lands = any(" of " in each for each in firsts) or any(_is_land(each, gazetteer) for each in names)
    return [] if lands or (whose and not _is_land(whose, gazetteer)) else spans


def is_field(body: Found, text: str) -> bool:
    """Whether a mention of a body is only what the body is for, and means it only beside the word that it shares: "Education"."""
    words = body.span.of(text)
    return (
        words in body.name
        and body.name != words
        and any(
            body.name.endswith(f"{words} {head}") or any(f"{head} {joint} {words}" in body.name for joint in ("of", "for", "on"))
            for head in _ONE_OF.values()
        )
    )


def _is_land(name: str, gazetteer: Gazetteer) -> bool:
    return name in gazetteer.demonyms or gazetteer.place(name) is not None
