"""Who has led states and great bodies, and when: a table by which a text tells how late it was written, and whose time was over by then."""

import unicodedata
from functools import cache
from typing import NamedTuple

from sourcebook import lazy_re as re
from sourcebook.extract.gazetteer import leaders

_ENDED = re.compile(r"\d \d\S+\Z")
STILL = "9999"
"""When the term ends of who still holds an office, as far as the table knows."""
_KINDS = (
    ("vice president", re.compile(r"\bvice[- ]president")),
    ("president", re.compile(r"\bpresident\b")),
    ("prime minister", re.compile(r"\b(?:prime minister|premier|PM)\b")),
    ("chancellor", re.compile(r"\bchancellor\b(?! of the)")),
    ("secretary of state", re.compile(r"\bsecretary of state\b(?! for)")),
    ("defense secretary", re.compile(r"\bdefen[cs]e secretary\b|\bsecretary of defen[cs]e\b")),
    ("treasury secretary", re.compile(r"\btreasury secretary\b|\bsecretary of the treasury\b")),
    ("foreign minister", re.compile(r"\bforeign minister\b")),
    ("secretary-general", re.compile(r"\bsecretary[- ]general\b")),
    ("high representative", re.compile(r"\bhigh representative\b")),
    ("supreme leader", re.compile(r"\bsupreme leader\b")),
    ("king", re.compile(r"\bking\b")),
    ("emperor", re.compile(r"\bemperor\b")),
    ("pope", re.compile(r"\bpope\b")),
    ("leader", re.compile(r"\b(?:leader|general secretary|chairman|ruler|dictator|strongman)\b")),
)
_NOT_YET = re.compile(
    r"\b(?:deputy|assistant|acting|interim|under|candidate|nominee|hopeful|former|adviser|advisor|aide|secretary to|minister of state)\b|[- ](?:elect|designate)\b"
)
_LED_BY = {"president", "prime minister", "supreme leader", "king"}
"""What is said too of those whom the table has as leaders."""


class Term(NamedTuple):
    """From which month an office was held, and until which: "2009-01", "2017-01"."""

    start: str
    end: str


@cache
def _terms() -> dict[str, dict[tuple[str, ...], list[tuple[str, Term]]]]:
    """The kinds of offices and terms by the two words of a holder's name, by each of these."""
    found: dict[str, dict[tuple[str, ...], list[tuple[str, Term]]]] = {}
    for office, holders in leaders():
        for each in holders.split("|"):
            *name, start, end = (each if _ENDED.search(each) else f"{each} {STILL}").split()
            key = tuple(_plain(" ".join(name)).split())
            for word in {*key}:
                found.setdefault(word, {}).setdefault(key, []).append((office, Term(start, end)))
    return found


def _plain(name: str) -> str:
    marked = unicodedata.normalize("NFD", name.casefold().replace("ı", "i").replace("ł", "l"))
    return "".join(each for each in marked if not unicodedata.combining(each))


def kind_of(office: str) -> str:
    """The kind of an office that one holds at a time, whatever it is of: "prime minister" of "Chilean Premier"; or ""."""
    name = office if "PM" in office else office.casefold()
    return "" if _NOT_YET.search(name) else next((kind for kind, words in _KINDS if words.search(name)), "")


def terms_of(name: str, kind: str = "") -> list[Term]:
    """The terms of all whom a name may mean, in an office of a kind, or in any."""
    words = _plain(name).split()
    table = _terms()
    named = table.get(words[-1], {}) | table.get(words[0], {}) if words else {}
    keys = [key for key in named if len(words) == 1 or all(each in words for each in key)]
    longest = max(map(len, keys), default=0)
    held = [one for key in keys if len(words) == 1 or len(key) == longest for one in named[key]]
    own = [term for office, term in held if office == kind]
    return own or [term for office, term in held if not kind or (office == "leader" and kind in _LED_BY)]
