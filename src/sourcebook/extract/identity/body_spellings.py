"""One body by several names of a text: with its legal form and without, in British and American spelling, by its letters."""

from dataclasses import replace
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found


def by_plain_name(mentions: list[Found]) -> list[Found]:
    """The mentions, those of one body with and without its legal form under one name."""
    names = {each.name for each in mentions if each.type == "organization"}
    same = {name: other for name in names if (other := _other_name(name, names))} if len(names) > 1 else {}
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


def _other_name(name: str, names: set[str]) -> str:
    """The other name of a text by which the same body is called: "Gazprom" for "PJSC Gazprom", "Public Affairs Committee" for "PAC"; or ""."""
    if "TF" in name or name == "Task Force":
        return _task_force(name, names)
    if _ACRONYM.fullmatch(name):
        spelt = [each for each in names if " " in each and "".join(word[0] for word in each.split() if word[0].isupper()) == name]
        return spelt[0] if len(spelt) == 1 else ""
    plain = _LEGAL_FORM.sub("", name)
    university = _UNIVERSITY.fullmatch(name)
    others = (
        plain if plain != name else "",
        name.removesuffix(" News Agency") if name.endswith(" News Agency") else "",
        f"University of {university[1]}" if university else "",
    )
    return next((each for each in others if each in names), "")


_ACRONYM = re.compile(r"[A-Z]{3,6}")
_LEGAL_FORM = re.compile(
    r"(?:PJSC|JSC|OJSC|CJSC|OAO|ZAO|LLC|PT|AO)\s+|,?\s+(?:Inc|Ltd|Limited|LLC|PLC|Plc|Corp|Co|S\.A|SA|AG|GmbH|NV|SE|Bhd|JSC)\.?\Z"
)
_UNIVERSITY = re.compile(r"([A-Z][\w-]+(?:\s[A-Z][\w-]+)?) University")


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


_TASK_FORCE = re.compile(
    r"(?P<c>C?)(?P<j>J?)(?P<i>(?:IA)?)TF[- ](?P<own>[A-Z].*)"
    r"|(?P<combined>(?:Combined )?)(?P<joint>(?:Joint )?)(?P<agencies>(?:Interagency )?)Task Force(?: [–-] |[- ])(?P<full>[A-Z].*)"
)


def with_short_names(document: Document, mentions: list[Found]) -> list[Found]:
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
            and _IN_BRACKETS.fullmatch(apart)
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
_IN_BRACKETS = re.compile(r"\s\((?:or,?\s)?(?:the\s)?[“\"]?")


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
