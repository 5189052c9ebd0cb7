"""Bodies of a country under one name: "Norwegian Ministry of Defence", "Ministry of Defence of Norway", "Norway's Defence Ministry"."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.acronyms import by_initials
from sourcebook.model.names import with_article
from sourcebook.model.references import is_mission, is_of_any_state
from sourcebook.model.spans import Span

_OF = re.compile(r" of (?:the )?(?:(?:Federal |Islamic |People's |Socialist )*(?:Republic|Kingdom|State) of )?(?=[A-Z])")
_OWNER = re.compile(r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)[’']s?\s+\Z")
_OWNS = ("’s", "'s", "’", "'")
_INSIDE = re.compile(r"\s+in\s+(?:the\s+)?([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)")
_FIELD_FIRST = re.compile(r"(?P<field>[A-Z]\w+(?:,? (?:and )?[A-Z]\w+){0,2}) (?P<kind>[Mm]inistry|[Dd]epartment)")
_FIELDS = {"Foreign": "Foreign Affairs", "Interior": "Internal Affairs", "the Interior": "Internal Affairs", "Defense": "Defence"}
_KINDS = re.compile(r"(?:Ministry|Department) of ")


def same_bodies(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> list[Found]:
    """Each body of a country under the name by which it is first called in full; what two countries have is told apart."""
    seated = _by_seat(document, by_initials(document, found), gazetteer)
    mentions = _with_short_names(document, _by_plain_name(_of_states(document, seated, gazetteer)))
    names = {each.name for each in mentions if each.type == "organization"}
    if not names:
        return mentions
    parts = {name: _parts(name, gazetteer) for name in names}
    full: dict[tuple[str, str], str] = {}
    owned: dict[int, str] = {}
    for at, each in enumerate(mentions):
        if each.type != "organization":
            continue
        country, core = parts[each.name]
        if not core:
            continue
        if country:
            full.setdefault((country, _kind(core)), each.name)
        elif each.entry is None or is_of_any_state(core):
            owner = _owner(document.text, each.span.start, gazetteer)
            country = owner or _land_after(document.text, each.span.end, core, gazetteer)
        if country:
            owned[at] = country
    owners: dict[str, set[str]] = {}
    for at, country in owned.items():
        owners.setdefault(parts[mentions[at].name][1], set()).add(country)
    last: dict[str, str] = {}
    sole = _sole(full)
    first: dict[str, str] = {}
    out = []
    for at, each in enumerate(mentions):
        name = each.name
        if each.type == "organization" and parts[name][1] and (each.entry is None or at in owned or is_of_any_state(parts[name][1])):
            core = parts[name][1]
            country = owned.get(at, "")
            if country:
                unsaid = not parts[name][0] and (len(owners[core]) > 1 or is_of_any_state(core))
                name = full.get((country, _kind(core))) or (f"{core} of {with_article(country)}" if unsaid else name)
                last[core] = name
            elif core in sole or _KINDS.match(core):
                # Texts often tell of two foreign ministries, and of one that is called otherwise only.
                name = last.get(core) or (name if core in _OF_GUESTS else first.setdefault(core, sole.get(core, name)))
        out.append(each.called(name) if name != each.name else each)
    return out


_OF_GUESTS = frozenset({"Ministry of Foreign Affairs", "Ministry of Defence"})
"""Which the host of a visit and the guest both have."""


def _sole(full: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """What the bodies are called that only one country of the text has: "Presidential Leadership Council" is the Yemeni one."""
    named = Counter(core for _, core in full)
    return {core: name for (_, core), name in full.items() if named[core] == 1 and " " in core and not is_of_any_state(core)}


_POST = re.compile(r"(?:.* )?(?:Embassy|Legation|Consulate|Consulate General|Interests Section)")
_SEATED = re.compile(r",? (?:in|at) (?=[A-Z])")


def _by_seat(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> list[Found]:
    """The mentions, embassies with the city in their name, since a country has many: "American Legation in Oslo"; those without it are the one there is."""
    mentions = list(found)
    posts = [each for each in mentions if each.type == "organization" and _POST.fullmatch(each.name)]
    if not posts:
        return mentions
    places = {each.span.start: each for each in mentions if each.type == "place"}
    seated: dict[tuple[str, str], list[str]] = {}
    names: dict[Span, str] = {}
    for each in posts:
        seat = _SEATED.match(document.text, each.span.end)
        place = places.get(seat.end()) if seat else None
        if place:
            names[each.span] = f"{each.name} in {' '.join(place.span.of(document.text).split())}"
            seated.setdefault(_parts(each.name, gazetteer), []).append(names[each.span])
    for each in posts:
        there = dict.fromkeys(seated.get(_parts(each.name, gazetteer), ()))
        if each.span not in names and len(there) == 1:
            names[each.span] = next(iter(there))
    return [each.called(names[each.span]) if each.type == "organization" and each.span in names else each for each in mentions]


_LEADS = ("U.S. ", "United States ", "US ", "American ", "White House ")
"""What is left out of a body's name in texts of its own country; the last is no part of any."""


def _led(names: Collection[str], known: Collection[str]) -> dict[str, str]:
    """Bodies with and without the country that texts of it leave out, where no other country has one: "Congress" and "U.S. Congress"."""
    same: dict[str, str] = {}
    for name in names:
        fuller = [f"{lead}{name}" for lead in _LEADS if f"{lead}{name}" in names]
        called = name if " " in name and name in known else next((each for each in fuller if not each.startswith(_LEADS[-1])), name)
        others = [each for each in names if (each.endswith(f" {name}") or each.startswith(f"{name} of ")) and each not in fuller]
        if fuller and not others and (" " in name or name in _HOUSES):
            same |= dict.fromkeys([name, *fuller], called)
    return same


_UNIONS = ("United Nations ", "European Union ", "African Union ")
_HOUSES = frozenset({"Parliament", "Congress", "Senate", "Cabinet"})
_HOUSE = ("Assembly", "Parliament", "Senate", "Congress", "Council", "Army", "Navy")
_WHOLE = (" University", " College", " Hospital", " School")
"""Ends of names that are whole: what has more words is a part of that body."""
_UNIT_SHORT = re.compile(r"\d{1,4}(?:st|nd|rd|th) [A-Z]{2,5}")


def full_bodies(found: Iterable[Found]) -> list[Found]:
    """Bodies under their full names: "Ministry of Education" is that of Chile where only "Ministry of Education of Chile" is named."""
    mentions = list(found)
    names = {each.name for each in mentions if each.type == "organization"}
    led = _led(names, {each.name for each in mentions if each.entry is not None})
    longer = {name: [each for each in names if each.startswith(f"{name} of ")] for name in names if len(name.split()) > 2}
    order = {each.name: at for at, each in reversed([*enumerate(mentions)])}
    # "the Ministry of Defence" that is named first is another one than "the Ministry of Defence of Chile" later.
    whole = {name: each[0] for name, each in longer.items() if len(each) == 1 and order[each[0]] < order[name]}
    plain = {each.name for each in mentions if each.type == "organization" and (each.entry is None or each.name in _HOUSES)}
    for name in sorted(plain - whole.keys()):
        # "the Bruins" are the Boston Bruins, "Northfield" is Northfield Holdings.
        wider = [each for each in names if each.endswith(f" {name}") or each.startswith(f"{name} ")]
        if name.endswith(_WHOLE) or name == "Administration":
            # "Columbia University" is no medical centre of it; "the Administration" is the president's, not that of food and drugs.
            continue
        if name.endswith(_HOUSE) and any(order[each] > order[name] or " and " in each for each in wider):
            # "the National Assembly" that is named first is another one than "the Cambodian National Assembly".
            continue
        if _UNIT_SHORT.fullmatch(name):
            # "173rd ABN" is the 173rd Airborne Brigade.
            wider = [each for each in names if each != name and each.split()[0] == name.split()[0]]
        if len(name.split()) < 3 and len(wider) == 1 and " of " not in wider[0]:
            whole[name] = wider[0]
    # "the Human Rights Council" after "the United Nations Human Rights Council"
    whole |= {name: f"{lead}{name}" for name in names if " " in name for lead in _UNIONS if f"{lead}{name}" in names}
    if "Department of the Treasury" in names:
        whole["Treasury"] = "Department of the Treasury"
    whole |= led
    return [each.called(whole[each.name]) if each.type == "organization" and each.name in whole else each for each in mentions]


_FORM = re.compile(
    r"(?:PJSC|JSC|OJSC|CJSC|OAO|ZAO|LLC|PT|AO)\s+|,?\s+(?:Inc|Ltd|Limited|LLC|PLC|Plc|Corp|Co|S\.A|SA|AG|GmbH|NV|SE|Bhd|JSC)\.?\Z"
)
_UNIVERSITY = re.compile(r"([A-Z][\w-]+(?:\s[A-Z][\w-]+)?) University")


def _by_plain_name(mentions: list[Found]) -> list[Found]:
    """The mentions, those of one body with and without its legal form under one name."""
    names = {each.name for each in mentions if each.type == "organization"}
    same = {name: other for name in names if (other := _otherwise(name, names))} if len(names) > 1 else {}
    first: dict[str, str] = {}
    # "Centre" and "Center", "Pan-African" and "Pan African" are spellings of one name.
    for name in dict.fromkeys(each.name for each in mentions if each.type == "organization") if len(names) > 1 else ():
        if (other := first.setdefault(_plainly(name), name)) != name:
            same.setdefault(name, other)
    return (
        [each.called(same[each.name]) if each.type == "organization" and each.name in same else each for each in mentions]
        if same
        else mentions
    )


_SPELLINGS = (
    ("isation", "ization"),
    ("centre", "center"),
    ("defence", "defense"),
    ("programme", "program"),
    ("labour", "labor"),
    ("&", "and"),
)


def _plainly(name: str) -> str:
    """A name without marks and in one spelling."""
    plain = name.casefold()
    for british, american in _SPELLINGS:
        plain = plain.replace(british, american)
    return "".join(filter(str.isalnum, plain))


_BRITISH = re.compile(
    r"\b(?:UK|U\.K\.|Britain|British|United Kingdom|London|England|Whitehall|FCD?O|Commonwealth|HMA?|Her Majesty|His Majesty)\b"
)


def _of_states(document: Document, found: Iterable[Found], gazetteer: Gazetteer) -> list[Found]:
    """The mentions, "Foreign Office" and "Security Council" of a state that has one too under the state's name."""
    mentions = list(found)
    for body, short in _SHORT.items():
        called = [
            at
            for at, each in enumerate(mentions)
            if each.entry is not None and each.entry.name == body and each.span.of(document.text) == short
        ]
        if not called:
            continue
        state = _state_of(document, [mentions[at] for at in called], gazetteer)
        # Where a text speaks of the United Nations as well, "the Security Council" alone is theirs.
        theirs = short == "Security Council" and _UNITED_NATIONS.search(document.text) is not None
        own = short == "Security Council" and not theirs and _OFFICERS.search(document.text) is not None
        for at in called if state or own else ():
            if not state:
                # "Secretary of the Security Council Ana Ruiz": a state's, though the text does not say which.
                mentions[at] = replace(mentions[at], name=short, entry=None)
            elif not theirs or _owner(document.text, mentions[at].span.start, gazetteer):
                mentions[at] = replace(mentions[at], name=f"{short} of {with_article(state)}", entry=None)
    return mentions


_SHORT = {"Foreign and Commonwealth Office": "Foreign Office", "United Nations Security Council": "Security Council"}
"""Known bodies, and what states call one of their own."""
_OFFICERS = re.compile(r"\b(?:Secretary|[Cc]hair(?:man|woman|person)?|[Hh]ead) of the Security Council,?\s[A-Z]")
_UNITED_NATIONS = re.compile(r"\b(?:UN|U\.N\.|United Nations|UNSC)\b")


def _state_of(document: Document, called: list[Found], gazetteer: Gazetteer) -> str:
    """The state whose body some words are: the one that owns it, or Pakistan in a text that speaks of nothing British; or ""."""
    owners = (_owner(document.text, each.span.start, gazetteer) for each in called)
    if owner := next(filter(None, owners), ""):
        return "" if owner == "United Kingdom" else owner
    foreign = called[0].span.of(document.text) == "Foreign Office" and "Pakistan" in document.text
    return "Pakistan" if foreign and not _BRITISH.search(document.text) else ""


def _owner(text: str, start: int, gazetteer: Gazetteer) -> str:
    """The country whose a body is by the words before: "Norway's Security Council"; or ""."""
    owned = text[max(0, start - 40) : start].rstrip().endswith(_OWNS)
    before = _OWNER.search(text, max(0, start - 40), start) if owned else None
    return _country(before[1], gazetteer) if before else ""


def _with_short_names(document: Document, mentions: list[Found]) -> list[Found]:
    """The mentions, a short name under that of the body that it follows in parentheses: "International Committee of the Red Cross (ICRC)"."""
    same: dict[str, Found] = {}
    short: dict[str, str] = {}
    for one, other in pairwise(each for each in mentions if each.type == "organization"):
        apart = document.text[one.span.end : other.span.start]
        if one.name != other.name and _RENAMED.fullmatch(apart):
            # As in "Harbour College (now the University of Oslo)".
            same.setdefault(other.name, one)
            short.setdefault(other.name, other.span.of(document.text))
            continue
        if (
            one.name != other.name
            and _OR.fullmatch(apart)
            and document.text.startswith(")", other.span.end)
            and _initials_of(other.span.of(document.text), one.span.of(document.text))
        ):
            same.setdefault(other.name, one)
            short.setdefault(other.name, other.span.of(document.text))
    if not same:
        return mentions
    # A name that is written in full elsewhere is another body's: "the Parliament of the Union (PU)" is not the Union.
    whole = {
        each.name for each in mentions if each.type == "organization" and each.name in same and each.span.of(document.text) == each.name
    }
    return [
        replace(each, name=same[each.name].name, entry=same[each.name].entry)
        if each.type == "organization" and each.name in same and (each.name not in whole or each.span.of(document.text) == short[each.name])
        else each
        for each in mentions
    ]


_RENAMED = re.compile(
    r"\s\((?:now|today|later|formerly|previously|originally)\s(?:(?:known|called|named)\s(?:as\s)?)?(?:the\s)?"
    r"|(?:\sin\s\d{4})?,?\s\(?(?:now|today|then|later|formerly|previously|also)\s(?:known|called|named|renamed)\s(?:as\s)?(?:the\s)?[“\"]?"
)
_OR = re.compile(r"\s\((?:or,?\s)?(?:the\s)?[“\"]?")


def _initials_of(short: str, name: str) -> bool:
    """Whether the letters of a short name are among the initials of a name, in order, the first ones alike."""
    letters = re.sub(r"[^A-Z]", "", short)
    initials = [word[0] for word in name.split() if word[0].isupper()]
    rest = iter(initials)
    if len(letters) > 1 and letters[0] in initials[:2] and all(letter in rest for letter in letters):
        return True
    # "SETAF-AF" takes more of a word than its first letter.
    every = iter(name.casefold())
    return len(letters) > MANY_LETTERS and letters[0] in initials and all(letter in every for letter in letters.casefold())


MANY_LETTERS = 4
"""Letters of a short name of which a name may hold all by chance, at most."""
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_TASK_FORCE = re.compile(
    r"(?P<c>C?)(?P<j>J?)(?P<i>(?:IA)?)TF[- ](?P<own>[A-Z].*)"
    r"|(?P<combined>(?:Combined )?)(?P<joint>(?:Joint )?)(?P<agencies>(?:Interagency )?)Task Force(?: [–-] |[- ])(?P<full>[A-Z].*)"
)


def _task_force(name: str, names: set[str]) -> str:
    """The full name of "JTF-Bravo" among others; of "the Task Force" the only one there is."""
    if name == "Task Force":
        full = [each for each in names if "Task Force" in each and each != name]
        return full[0] if len(full) == 1 else ""
    short = _TASK_FORCE.fullmatch(name)
    if short is None or not short["own"]:
        return ""
    wanted = [bool(each) for each in short.group("c", "j", "i")]
    found = (_TASK_FORCE.fullmatch(each) for each in sorted(names))
    fits = (each for each in found if each and each["full"] == short["own"])
    return next((each[0] for each in fits if [bool(one) for one in each.group("combined", "joint", "agencies")] == wanted), "")


def _otherwise(name: str, names: set[str]) -> str:
    """The other name of a text by which the same body is called: "Gazprom" for "PJSC Gazprom", "Public Affairs Committee" for "PAC"; or ""."""
    if "TF" in name or name == "Task Force":
        return _task_force(name, names)
    if _ACRONYM.fullmatch(name):
        spelt = [each for each in names if " " in each and "".join(word[0] for word in each.split() if word[0].isupper()) == name]
        return spelt[0] if len(spelt) == 1 else ""
    plain = _FORM.sub("", name)
    university = _UNIVERSITY.fullmatch(name)
    others = (
        plain if plain != name else "",
        name.removesuffix(" News Agency") if name.endswith(" News Agency") else "",
        f"University of {university[1]}" if university else "",
    )
    return next((each for each in others if each in names), "")


def body_of_state(name: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """The state that a body's name says it is of, and which body, however that is put; ("", "") if no state is named or many bodies are called so.

    >>> from sourcebook.extract.gazetteer import gazetteer
    >>> [body_of_state(each, gazetteer()) for each in ("Libyan Foreign Ministry", "Ministry of Foreign Affairs of Libya", "Bank of China")]
    [('Libya', 'Ministry of Foreign Affairs'), ('Libya', 'Ministry of Foreign Affairs'), ('', '')]
    """
    country, core = _parts(name, gazetteer)
    # "Bank of China" is one of many Chinese banks.
    told = country and core != "Bank" and (is_of_any_state(core) or len(core.split()) > 1) and not is_mission(name)
    return (country, _kind(core)) if told else ("", "")


def _kind(core: str) -> str:
    """A body without its country, whether that calls it a ministry or a department."""
    return f"Ministry{core.removeprefix('Department')}" if core.startswith("Department of ") else core


def _parts(name: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """A body's country, or "", and what it is without it, written in one way."""
    words = name.split()
    for count in (2, 1):
        lead = " ".join(words[:count])
        country = _country(lead, gazetteer) if len(words) > count else ""
        if country:
            return country, _core(" ".join(words[count:]))
    of = next((each for each in _OF.finditer(name) if _country(name[each.end() :], gazetteer)), None)
    return (_country(name[of.end() :], gazetteer), _core(name[: of.start()])) if of else ("", _core(name))


def _land_after(text: str, end: int, core: str, gazetteer: Gazetteer) -> str:
    """The country that a ministry is said to be in: "the Ministry of Education in Ghana"."""
    inside = _INSIDE.match(text, end) if _KINDS.match(core) else None
    return (_country(inside[1], gazetteer) or _country(inside[1].split()[0], gazetteer)) if inside else ""


def _country(words: str, gazetteer: Gazetteer) -> str:
    entry = gazetteer.demonyms.get(words) or gazetteer.names.get(words)
    return entry.name if entry is not None and entry.kind == "country" else ""


def _core(words: str) -> str:
    turned = _FIELD_FIRST.fullmatch(words)
    if words.startswith("Consulate"):
        # A country has several.
        return ""
    if turned:
        words = f"{turned['kind'].capitalize()} of {turned['field']}"
    head, of, field = words.partition(" of ")
    return f"{head}{of}{_FIELDS.get(field, field)}" if of and head in {"Ministry", "Department"} else words.replace("Defense", "Defence")
