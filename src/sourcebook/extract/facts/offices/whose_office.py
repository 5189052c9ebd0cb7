"""Whose an office is where a list of offices and names, another's talks or a line of its own tells it."""

from collections import defaultdict
from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.people.words import AFTER_NAMES
from sourcebook.extract.phrases import alternatives
from sourcebook.model.spans import Span

HONORIFIC = (
    r"(?:(?:H\.? ?[EH]\.?|HRH|(?:the |The )?Rt|Mr|Mrs|Ms|Dr|Prof|(?:the |The )?Hon|(?:His|Her) Excellency"
    r"|(?:the |The )?(?:Right )?Honou?rable|Hon[’']ble|Sir|Dame|Sheikh?|Shaikh|Sayyid|Sayed|Sayyed|Don|Smt|Shrimati|Shri|Lord|Lady"
    r"|Dato[’']?|Datuk|Datin|Seri|Tan Sri|Tun|Amar|Patinggi|Setia|Utama|Paduka|Panglima|Pehin|Pengiran|Hajah|Hj"
    r"|Baroness|Baron|Viscount|Earl|Count|Countess|Marquis|Eng|Engr|Engineer|Arch|Adv|Amb|Alhaji|Hajia|Haji|Chief|Justice"
    r"|(?:His|Her) (?:Royal )?Highness|Comrade|U|Daw|(?:Grand )?Ayatollah)\.?\s+){0,6}"
)
LETTERS_AFTER = rf"(?:,?\s(?:{alternatives(AFTER_NAMES)}))*"
"""After a name: "Ann Lee KC MP"."""

WHAT = r"(?:(?:then|former|ex|immediate|incoming|senior|veteran|leading|prominent|top|new|[a-z]+ly[ -][a-z]+(?:ed|en|lar|ful|ial|ent)|newly|outgoing|retiring|departing|inaugural|acting|interim|current|currently|longtime|long-time|also|now|next|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|(?:first|second|third|[a-z]+th|\d{1,3}(?:st|nd|rd|th))\s+and|independent|elected|\d{1,3}(?:st|nd|rd|th)|female|woman|only|late|deposed|ousted|exiled|founding|long-serving|longest-serving|permanent|designated|resident|non-resident|youngest|caretaker|transition|transitional|de\s+facto|self-proclaimed|influential|powerful|presently|until\s+(?:now|recently|then|lately)|at\s+the\s+time|one-time|onetime|sometime|concurrently|simultaneously|Hon[’']ble|Honou?rable|(?:[A-Z]\w+)?-(?:appointed|backed|installed|imposed|recogni[sz]ed|elected)|army|police|military|naval|government|ministry|party|company|presidential|provincial|local|regional|district|municipal|federal|national|tribal|coalition|militia|rebel|opposition|chief|official|previously|formerly|himself|herself|still|once|most\s+recently)[\s-]+){0,4}"
"""What is said of an office beside its name."""
WHOSE = r"(?:(?:the|an?|its|his|her|their|our|my|one\s+of\s+the)\s+)?(?:\s*[’']s?\s+)?(?:(?:the\s+)?[a-z]+[’']s\s+)?"


def offices_go_on(reading: Reading, role: Linked, roles: list[Linked], people: list[Linked]) -> bool:
    """Whether after the name that follows an office "and" leads to an office and its holder: "Minister A, the Head of X, B, and the Head of Y, C": not A is Head of X."""
    holder = next((each for each in people if each.span.start >= role.span.end), None)
    further = next((each for each in roles if holder and each.span.start >= holder.span.end), None)
    last = next((each for each in people if further and each.span.start >= further.span.end), None)
    if holder is None or further is None or last is None:
        return False
    joined = _AND_A.fullmatch(reading.text, holder.span.end, further.span.start)
    return bool(joined and _COMMA_NAME.fullmatch(reading.text, further.span.end, last.span.start))


_AND_A = re.compile(r",\s+and\s+(?:the\s+)?(?:\w+[’']s\s+)?")
_COMMA_NAME = re.compile(rf",\s+{HONORIFIC}")


def is_met(reading: Reading, role: Linked, person: Linked) -> bool:
    """Whether an office is another's than who acts: "After talks with Chile's foreign minister, Prime Minister Karl Berg said"."""
    if "irst lady" in reading.text[role.span.end : person.span.start]:
        # "The president and first lady Ana Ruiz"
        return True
    start = reading.document.sentence_of(role.span.start).span.start
    if start < role.span.start and reading.people(Span(start, role.span.start)):
        return False
    return bool(_AFTER_WITH.fullmatch(reading.text, start, role.span.start) and _ACTS.match(reading.text, person.span.end))


def follows_clause(reading: Reading, role: Linked, person: Linked) -> bool:
    """Whether the comma between a name and an office closes a clause before it: "After talks with Ana Ruiz, the Foreign Secretary said"."""
    text, start = reading.text, reading.document.sentence_of(role.span.start).span.start
    if not _THEN_THE.fullmatch(text, person.span.end, role.span.start) or not _ACTS.match(text, role.span.end):
        return False
    return bool(_ADVERBIAL.match(text, start)) and "," not in reading.plain(start, person.span.start, "person", "role")


_THEN_THE = re.compile(r",\s+(?:the\s+)(?:\w+\s+)?")
_ADVERBIAL = re.compile(
    r"\W*(?:(?:Speaking|Talking)\s+)?(?:[Aa]fter|[Bb]efore|[Ff]ollowing|[Dd]uring|[Aa]t|[Ii]n|[Aa]longside|Ahead\s+of|Upon|Meeting|Welcoming)\s"
)


def is_head_beside(role: Linked, roles: list[Linked], person: Linked) -> bool:
    """Whether "and" joins the heads of a state and of a government, who are two: "The Prime Minister and President Ana Ruiz have"."""
    last = next((each for each in reversed(roles) if role.span.end <= each.span.start and each.span.end <= person.span.start), None)
    return bool(
        last
        and (
            (_OF_GOVERNMENT.match(role.found.name) and _OF_STATE.match(last.found.name))
            or (_OF_STATE.match(role.found.name) and _OF_GOVERNMENT.match(last.found.name))
            or (
                (one := _HEAD_OF.fullmatch(role.found.name))
                and (other := _HEAD_OF.fullmatch(last.found.name))
                and one["land"] != other["land"]
            )
        )
    )


_OF_GOVERNMENT, _OF_STATE = re.compile(r"(?i)(?:prime minister|premier)\b"), re.compile(r"(?i)president\b")
_HEAD_OF = re.compile(
    r"(?i:(?:(?:federal|acting)\s)?(?:president|prime minister|premier|chancellor|king|queen|head)) of (?:the )?(?P<land>[A-Z]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
"""Of two lands: "The President of Chile and Head of the DPR Ola Lund"; he is not both."""
_AFTER_WITH = re.compile(
    r"[A-Z](?:(?!\b(?:met|meets?|spoke|held|had|said|[a-z]+ed)\b)[^,;])*\s(?:with|alongside|beside|by)\s(?:the\s+)?(?:[\w-]+(?:[’']s)?\s+)?"
)
_ACTS = re.compile(r"\s+(?:(?:also|then|has|had)\s+)?(?:said|told|says|[a-z]+ed)\b")


def opens_line(reading: Reading, role: Linked, person: Linked) -> bool:
    """Whether a line tells an office and its holder: "Governor: Ana Ruiz"."""
    text = reading.text
    return bool(
        _COLON.fullmatch(text, role.span.end, person.span.start) and _OPENS_LINE.search(text, role.span.start - MARKS, role.span.start)
    )


MARKS = 12
"""Code points of what opens a line."""
_COLON = re.compile(rf":\s+{HONORIFIC}")
_OPENS_LINE = re.compile(r"(?:\A|\n)[\W_]*\Z")
THAT_MAN = re.compile(
    r"The\s+(?:(?:\d\d-year-old|[a-z-]+)\s+){0,3}"
    r"(?:diplomat|politician|lawyer|economist|general|officer|banker|academic|technocrat|businessman|businesswoman"
    r"|engineer|lawmaker|commander|official|leader|man|woman)\b(?:,[^,;]{3,90},)?\s"
)
"""Who was spoken of before: "The veteran diplomat served as ambassador to Peru"."""


def is_where(reading: Reading, place: Linked, role: Linked) -> bool:
    """Whether a city before an office is only where its holder does something: "In Pretoria Minister Ana Ruiz met", "In Peru Ambassador Luis Vega"."""
    city = place.found.entry is not None and place.found.entry.kind == "city"
    return (
        (city or role.found.name == "Ambassador")
        and _OF_STATES.match(role.found.name) is not None
        and reading.text[place.span.end : role.span.start].isspace()
        and _IN.search(reading.text, place.span.start - 4, place.span.start) is not None
    )


_OF_STATES = re.compile(r"(?:[A-Z][\w-]+\s+){0,3}(?:Minister|President|Premier|Chancellor|King|Queen|Ambassador)\b")
_IN = re.compile(r"\b[Ii]n\s\Z")


def is_anothers(text: str, role: Linked, between: str) -> bool:
    """Whether an office after a name is not that one's: "Ana Ruiz, the minister said, is here", or what follows a dash goes on."""
    plain = role.found.name.islower() and " of " not in role.found.name
    return bool((plain and _SAID.match(text, role.span.end)) or (_DASH.match(between) and not _CLOSES.match(text, role.span.end)))


_SAID = re.compile(r"\s+(?:said(?!\s+that\b)|told)\b")
_DASH = re.compile(r"\s[–—-]\s")
_CLOSES = re.compile(r"[^.;\n]{0,60}?\s[–—-]\s|[,.;)\n]|\Z")


def is_none(reading: Reading, role: Linked) -> bool:
    """Whether who is called so holds no office: who leads those that travel together, and who may come into one."""
    name = role.found.name
    travels = name.endswith("elegation") and _IN_A_DELEGATION.search(name) is not None
    leads = name.endswith("eader") and _AHEAD_IN.match(reading.text, role.span.end)
    bare = name in _BARE and _OF_SOME.match(reading.text, role.span.end)
    return bool(travels or leads or bare or name in _STYLES or _MAY_BE.match(reading.text, role.span.end))


_BARE = frozenset({"head", "chief", "leader", "chair", "director", "commander", "governor"})
_OF_SOME = re.compile(r"\s+of\s+(?:an?\s+(?:different|separate|second|new)|another|some|any|no|every|each)\s")
"""After what says nothing without what it is of: "the head of a different state"."""


_STYLES = frozenset({"Mullah", "Maulana", "Mawlana", "Moulana"})
"""How a cleric is called."""
_AHEAD_IN = re.compile(
    r"\s+(?:in|of|by)\s+(?:(?:the|most|all|early|recent|opinion)\s+){0,3}(?:polls?|race|field|standings|count|surveys?|vote|rankings|primar(?:y|ies))\b"
)
"""What somebody only comes first in."""


_IN_A_DELEGATION = re.compile(r"(?i:\b(?:head|leader|chief|member)s? of )(?!.*(?:\bEU\b|European Union)).*[Dd]elegation\Z")
_MAY_BE = re.compile(r"\s+(?:nominee|candidate|hopeful|aspirant|contender|pick|choice)\b")


def offices_of(reading: Reading, holder: Linked, stop: int) -> Iterator[Linked]:
    """The offices right before the name of somebody, up to a position, the last first."""
    return (each for each in reversed(reading.once(_offices).get(holder.entity, [])) if each.span.end <= stop)


def _offices(reading: Reading) -> dict[str, list[Linked]]:
    """The offices right before the names of persons, in order, by whose they are."""
    found: dict[str, list[Linked]] = defaultdict(list)
    whole = Span(0, len(reading.text))
    named = {each.span.start: each.entity for each in reading.inside(whole, "person")}
    for role in reading.inside(whole, "role"):
        joined = _HONOURED.match(reading.text, role.span.end)
        if joined and joined.end() in named:
            found[named[joined.end()]].append(role)
    return found


_HONOURED = re.compile(rf"\s{HONORIFIC}")
