"""Bodies that are written in small letters, in part or whole."""

from collections.abc import Callable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.names import body_at
from sourcebook.extract.document import Document, beginning_with
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Entry, Gazetteer
from sourcebook.extract.names.unlikely import SMALL_BODIES, small_body, spelled
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_FIELD = (
    r"(?:(?P<name>Foreign|Defen[cs]e|Interior|Finance|Justice|Health|Energy|Education|Trade|Economy|Agriculture|Transport|Culture|Oil|Labou?r)"
    r"|foreign|defen[cs]e|interior|internal|finance|justice|health|energy|education|trade|economy|agriculture|transport|culture|oil|labou?r"
    r"|environment|tourism|information|industry|science|security|emergenc(?:y|ies)|planning)"
    r"(?: [Aa]ffairs)?(?: and [A-Za-z]\w+)?"
)
_OF_STATE = re.compile(
    rf"(?:{_FIELD} ministry"
    r"|(?:(?:lower|upper) house of )?parliament|senate|(?:(?:supreme|constitutional|high) court|central bank|national assembly)"
    # An army that acts is its state, as readers take it; one that speaks is a body.
    r"|(?:army|navy|air force|armed forces|military|coast ?guard)"
    r"(?=\s(?:(?:also|has|had|later|then)\s)?(?:said|says|told|denie[sd]|confirm(?:s|ed)|announced?|claim(?:s|ed)|added|report(?:s|ed)|stated)\b)"
    r")\b"
)
_OWNER = re.compile(r"(?P<of>[A-Z][\w.-]*(?: [A-Z]\w+)?)(?P<own>[’']s?)? \Z")
_BEGINNING = beginning_with({each[:4].lower() for each in re.findall(r"[A-Za-z]{3,}", _OF_STATE.pattern)})
"""Of the words that `_OF_STATE` begins with, and others of it."""
_STATE_BODIES = words("ministry parliament senate court bank assembly army navy force forces military guard coastguard")
"""With what the bodies of a state end."""


def bodies_of_states(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Bodies of a state whose words are no names: "the Greek foreign ministry", "Norway's parliament"; without the state only "Foreign ministry"."""
    text = document.text
    for found in document.finds(_OF_STATE, _STATE_BODIES, document.where_so(_BEGINNING)):
        start = document.sentence_of(found.start()).span.start
        owner = _OWNER.search(text, max(start, found.start() - 40), found.start())
        whose = _state(owner["of"], gazetteer.names.get if owner["own"] else gazetteer.demonyms.get) if owner else ""
        if owner and whose:
            # "Greece's foreign ministry" has its state told from the words before it, as other bodies have.
            start = found.start() if owner["own"] else owner.end() - 1 - len(whose)
            body = body_at(document, start, found.end(), 5)
            yield body.called(" ".join(each[:1].upper() + each[1:] if each not in _SMALL else each for each in body.name.split()))
        elif found["name"]:
            yield body_at(document, *found.span(), 5)


_SMALL = words("of and")


def _state(phrase: str, known: Callable[[str], Entry | None]) -> str:
    """All of a phrase, or its last word, if that is a state or a nationality by what is `known`; "" otherwise."""
    for each in (phrase, phrase.rpartition(" ")[2]):
        entry = known(each)
        if each in _STATES or (entry and entry.kind == "country"):
            return each
    return ""


_STATES = frozenset({"US", "U.S.", "UK", "U.K.", "UAE"})
"""Whose names serve as nationalities."""
_SMALL_SHORT = re.compile(r"(?<=[a-z]) \(([A-Z]{2,6})\)")


def small_bodies(document: Document) -> Iterator[Found]:
    """The short name of a body that is written in small letters: "the special investigation team (SIT)"."""
    text = document.text
    for short in document.finds(_SMALL_SHORT, SMALL_BODIES) if " (" in text else ():
        first = document.sentence_of(short.start()).span.start
        words = text[first : short.start()].split()
        spelling = spelled(short[1], words[-3 * len(short[1]) :])
        if small_body(short[1], words):
            at = text.rindex(spelling[0], first, short.start())
            name = " ".join(text[at : short.start()].split())
            yield Found(span=Span(*short.span(1)), type="organization", name=name[:1].upper() + name[1:], priority=6)
