"""Persons of whom a word before them tells that they are such, several or with one name: "his sons Amos and Eban", "actors Ann Lee, Bo Sand and Cy Marr"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document, folded
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import UPPER, heads, parted
from sourcebook.model.spans import Span

_WORD = rf"(?:{UPPER}[^\W\d_]*(?:[-’']{UPPER}?[^\W\d_]+)*(?<![’']s)|{UPPER}\.)"
_NAME = rf"{_WORD}(?:\s(?:(?:al|el|bin|van|de|da|der|von)[\s-])?{_WORD}){{0,3}}"
_AGED = r"(?:\s\(\d{1,2}\)|,\s\d{1,2}(?=,|\sand\s|\.))?"
_LIST = rf"{_NAME}{_AGED}(?:(?:,\s|,?\sand\s|,?\sor\s){_NAME}{_AGED})*"
_KIN = (
    "sons?|daughters?|brothers?|sisters?|twins|siblings|wife|husband|mother|father|nephews?|nieces?|grandsons?"
    "|granddaughters?|grandchildren|children|kids|parents|stepson|stepdaughter|widow|fianc[ée]e?|girlfriend"
    "|boyfriend"
)
_SEVERAL = (
    "actors|actresses|singers|songwriters|artists|authors|writers|playwrights|poets|novelists|directors|producers"
    "|screenwriters|comedians|rappers|musicians|bandmates|teammates|team-mates|strikers|midfielders|defenders"
    "|goalkeepers|forwards"
    "|colleagues|reporters|journalists|correspondents|photographers|researchers|scientists|professors|lawyers"
    "|attorneys|prosecutors|judges|justices|senators|lawmakers|legislators|councillors|ministers|candidates"
    "|co-founders"
    "|founders|brothers|sisters|officers|soldiers|astronauts|suspects|victims|defendants|newcomers|debutants|doubles"
    "|veterans|players|athletes|swimmers|sprinters|runners|cyclists|boxers|golfers|students|activists|leaders"
    "|billionaires|tycoons|philosophers|presidents|premiers|secretaries|MPs|MLAs|MEPs|convicts"
)
_RELATED = re.compile(rf"\b(?:{_KIN})(?:\s(?:named|called)\s|,\s|:\s|\s[–—]\s|\s)[“\"‘]?(?P<list>{_LIST})(?![\w-])")
_GROUP = re.compile(
    rf"\b(?:{_SEVERAL})(?:,?\s(?:such\sas|like|including|namely)\s|\s[–—-]\s|:\s|,\s|\s)"
    rf"(?P<list>{_NAME}(?:(?:,\s|,?\sand\s){_NAME})+)(?![\w-]|[’']s?\b)"
)
_STARRING = re.compile(
    rf"\b(?:[Ss]tarring|[Ss]tars|played\sby|written\sby|directed\sby|headlined\sby|featuring)\s"
    rf"(?P<list>{_NAME}(?:(?:,\s|,?\sand\s){_NAME})+)(?![\w-])"
)
_JOINT = re.compile(rf"{_AGED}(?:,\s(?:and\s)?|\sand\s|\sor\s)")
_AGE = re.compile(rf"{_AGED}\Z")
_KINDS = heads(_KIN, _SEVERAL) | {"co", "fiancé", "fiancée", "fiance", "fiancee", "team", "mps", "mlas", "meps"}
_SHOWS = frozenset({"starring", "stars", "played", "written", "directed", "headlined", "featuring"})
_FIRST = folded(_KINDS | _SHOWS)


def kin(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """The persons of lists that a word for kin, for several of a trade, or for those who play in something begins."""
    text, begins = document.text, document.where_so(_FIRST)
    for pattern in (_RELATED, _GROUP, _STARRING):
        for found in document.begun(pattern, begins, headings=False):
            parts = [*_parts(text, *found.span("list"))]
            if all(_may_be(text[start:end], gazetteer) for start, end in parts):
                for start, end in parts:
                    # One name alone is less sure than a name and a surname.
                    yield Found(span=Span(start, end), type="person", name=text[start:end], priority=4 if " " in text[start:end] else 3)


def _parts(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where the names of a list stand, without ages."""
    for start, end in parted(text, first, last, _JOINT):
        age = _AGE.search(text, start, end) if end == last else None
        yield start, age.start() if age else end


def _may_be(name: str, gazetteer: Gazetteer) -> bool:
    """Whether no list knows a name, or a word of it, as something else than a person's."""
    words = name.split()
    known = gazetteer.names.get(name)
    return (
        1 <= len(words) <= 4
        and len(name) > 2
        and not name.isupper()
        and (known is None or (known.kind == "city" and not known.sure))
        and not any(each in gazetteer.demonyms or each in gazetteer.titles or each.endswith("ism") for each in words)
        and not any(
            gazetteer.lists(each, "opening", "institution", "other", "firm", "body", "team")
            for each in words
            if each not in gazetteer.given
        )
        and not (len(words) > 1 and (first := gazetteer.names.get(words[0])) is not None and first.sure and words[0] not in gazetteer.given)
    )
