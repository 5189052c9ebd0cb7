r"""JSON Schema of single values: what the loader accepts of a text, as patterns.

The loader reads every scalar as a text, while an editor's YAML makes numbers, booleans and nulls of some. A schema
here accepts what an editor makes of a text if some text of which it makes that is accepted: so `2025` and `No` pass,
and what an editor cannot tell apart (`0123` and `123`, `null` and nothing at all) passes if one of the two does.

All patterns are read alike by Python and by JavaScript in Unicode mode, so classes are written out: the two disagree
on what `\s` and `\d` stand for.

The alternatives of an `anyOf` have titles, because yaml-language-server tells them apart by these when it is asked what
to show of a value.
"""

import math
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from sourcebook.model.values import Kind, Special
from sourcebook.slug import MAX_LENGTH, NOT_AN_ID
from sourcebook.text import MAX_LINE

Json = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"

_BLANK = r"\t\n\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069"
_AROUND = rf"[{_BLANK}\x0b-\r\x1c-\x1f]*"
"""White space around a value, which the loader takes away."""

_ANY = rf"[^{_CONTROL}]"
_INK = rf"[^{_CONTROL}{_BLANK}]"
_YEAR = "-?[0-9]{4}"
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_DAYS = "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
_POINT = (
    f"(?:[0-9]{{3}}X|[0-9]{{2}}XX|{_YEAR}(?:-(?:XX(?:-(?:[0-9]{{2}}|XX))?|2[1-4]|{_MONTH}(?:-XX)?|{_DAYS}))?"
    f"|{_LEAP}-02-29|(?:0000|-[0-9]{{4}})-{_MONTH}-{_DAY})[?~%]?"
)
_DATE = rf"(?:{_POINT}(?:/(?:{_POINT}|\.\.)?)?|(?:\.\.)?/{_POINT})"
_ID = rf"(?!{NOT_AN_ID}{_AROUND}$)(?=[a-z0-9-]{{1,{MAX_LENGTH}}}{_AROUND}$)[a-z0-9]+(?:-[a-z0-9]+)*"
_END = r"(?![\s\S])"
_DECIMAL = r"(?:\.[0-9]{1,12})?"
_LATITUDE = rf"[+-]?(?:0?[0-8]?[0-9]{_DECIMAL}|0?90(?:\.0{{1,12}})?)"
_LONGITUDE = rf"[+-]?(?:(?:0?[0-9]{{1,2}}|1[0-7][0-9]){_DECIMAL}|180(?:\.0{{1,12}})?)"
_COORDINATES = f"{_LATITUDE}[{_BLANK}]*,[{_BLANK}]*{_LONGITUDE}"
_QUANTITY = rf"[+-]?[0-9]{{1,18}}(?:\.[0-9]{{1,18}})?(?:[{_BLANK}]+{_INK}(?:[^{_CONTROL}\n]{{0,29}}{_INK})?)?"
_ADDRESS = rf"[^<>\x22\x27`\\{_CONTROL}{_BLANK}]+"
_MOST = 10**18

_NOTHING: Mapping[str, str] = MappingProxyType({})
_YEAR_ALONE: Json = {"title": "year", "type": "integer", "minimum": -9999, "maximum": 9999}
NOT_A_DATE = "Not a date: write 2025, 2025-03, 2025-03-04, 2025-03? (uncertain), 2025-03~ (about), 202X, or 2025-03-04/2025-03-09."
SPECIAL: Mapping[str, str] = {
    Special.UNKNOWN: "There is one, but it is not known which.",
    Special.NONE: "It is known that there is none.",
}
DATE_EXAMPLES = "`2025`, `2025-03`, `2025-03-04`, `2025-03?` (uncertain), `2025-03~` (about), `202X` (the decade), `2025-21` (spring), `2025-03-04/2025-03-09`, `../2021`, `2021/..`"

_NULL = re.compile(r"(?:~|null|Null|NULL)?\Z")
_BOOLEAN = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_BASED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")


def as_editors_read(text: str) -> Any:
    """What an editor's YAML 1.2 (core schema) makes of a plain scalar.

    >>> as_editors_read("2025"), as_editors_read("No"), as_editors_read("true"), as_editors_read("~")
    (2025, 'No', True, None)
    """
    if _NULL.match(text):
        return None
    if _BOOLEAN.match(text):
        return text.lower() == "true"
    if _BASED.match(text):
        return int(text, 0)
    if _INTEGER.match(text):
        # Numbers of JavaScript are doubles.
        return int(float(text)) if len(text) < 300 else float(text)
    if _FLOAT.match(text):
        number = float(text)
        return int(number) if number.is_integer() else number
    return text


def told(found: Json, said: str) -> Json:
    """The same, with what an editor says of it."""
    return {"markdownDescription": said, **found} if said else found


def never(complaint: str) -> Json:
    """What nothing fits."""
    return {"allOf": [{"type": "string", "errorMessage": complaint}, {"type": "object", "errorMessage": complaint}]}


def suggested(found: Json, names: Iterable[str]) -> Json:
    """The same, with names offered that need not be taken."""
    return {**found, "defaultSnippets": [{"label": each, "body": each} for each in names]}


def matching(pattern: str, complaint: str) -> Json:
    """A text that is as the pattern says, white space around it aside."""
    return {"type": "string", "pattern": f"^{_AROUND}(?:{pattern}){_AROUND}$", "errorMessage": complaint}


def text(limit: int = MAX_LINE) -> Json:
    """Words: at least one character and at most `limit`, none of them an invisible control character."""
    found = matching(_words(limit), f"Write a text of at most {limit:,} characters, without control characters.")
    return {**found, "type": ["string", "number", "boolean", "null"]}


def an_id(*, but: Iterable[str] = ()) -> Json:
    """The id of something that need not be there any more, or not yet."""
    taken = "|".join(but)
    pattern = f"(?!(?:{taken}){_AROUND}$){_ID}" if taken else _ID
    found = matching(pattern, "Not an id that can be taken: lower-case letters, digits and single hyphens, such as min-aung-hlaing.")
    return {"anyOf": [found, {"title": "number", "type": "integer", "minimum": 0}, {"title": "word", "type": ["boolean", "null"]}]}


def date() -> Json:
    """A date in EDTF, levels 0 and 1; a year alone may have been made a number."""
    return _or_number(_DATE, NOT_A_DATE, _YEAR_ALONE)


def type_name(taken: Iterable[str]) -> Json:
    """The name of a new type; keys keep the white space around them."""
    pattern = f"^(?!(?:{'|'.join(taken)}){_END})(?=.{{1,{MAX_LENGTH}}}{_END})[a-z0-9]+(?:-[a-z0-9]+)*{_END}"
    return {"pattern": pattern, "errorMessage": "Taken, or no name: use lower-case letters, digits and hyphens."}


def property_name(taken: Iterable[str]) -> Json:
    """The name of a new property or qualifier."""
    letters = "(?=[0-9_-]*[a-z])"
    pattern = f"^(?!(?:{'|'.join(taken)}){_END}){letters}(?=.{{1,{MAX_LENGTH}}}{_END})[a-z0-9]+(?:[-_][a-z0-9]+)*{_END}"
    return {"pattern": pattern, "errorMessage": "Taken, or no name: use lower-case letters, digits and single underscores."}


def one_of(choices: Iterable[str], complaint: str, said: Mapping[str, str] = _NOTHING) -> Json:
    """One of the choices, each offered with what is said of it."""
    names = list(choices)
    offers = [{"label": each, "body": each, **({"description": said[each]} if said.get(each) else {})} for each in names]
    found = {**exactly(names, complaint), "defaultSnippets": offers}
    return found if offers else exactly((), complaint)


def exactly(choices: Iterable[str], complaint: str) -> Json:
    """One of the texts, as an editor reads it."""
    names = list(choices)
    pattern = "|".join(re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", each) for each in names)
    found = matching(pattern, complaint) if names else {"type": "string", "pattern": "^(?!)", "errorMessage": complaint}
    # JSON has no infinity, of which an editor makes `1e999`.
    others = [read for each in names if not isinstance(read := as_editors_read(each), str) and read not in {math.inf, -math.inf}]
    return {"anyOf": [found, {"title": "choice", "enum": others}]} if others else found


def value(kind: Kind, choices: tuple[str, ...], limit: int) -> Json:
    """A value of a property or a qualifier; `unknown` and `none` are values of every kind but words. Ids are not meant."""
    special = "|".join(Special)
    match kind:
        case Kind.TEXT | Kind.QUOTE:
            return text(limit)
        case Kind.DATE:
            return _or_number(f"{_DATE}|{special}", NOT_A_DATE, _YEAR_ALONE)
        case Kind.INTEGER:
            return _or_number(f"[+-]?[0-9]{{1,18}}|{special}", "Not a whole number: write digits only, such as 11.", _between("integer"))
        case Kind.QUANTITY:
            return _or_number(f"{_QUANTITY}|{special}", "Not a quantity: write a number and its unit, such as 4200 t.", _between("number"))
        case Kind.COORDINATES:
            complaint = "Not coordinates: write latitude, longitude in degrees, such as 55.7558, 37.6173."
            return matching(f"{_COORDINATES}|{special}", complaint)
        case Kind.URL:
            pattern = f"{_within(limit)}[hH][tT][tT][pP][sS]?://{_ADDRESS}|{special}"
            return matching(pattern, "Not a web address: write one that begins with https://.")
        case _:
            return one_of([*choices, *Special], f"Write one of: {', '.join([*choices, *Special])}.", SPECIAL)


def address() -> Json:
    """A web address, in lower case as it begins."""
    return matching(f"{_within(MAX_LINE)}https?://{_ADDRESS}", "Write an address that begins with https://.")


def site() -> Json:
    """An address where a site is published: little is asked of it."""
    return matching(f"(?=https?://){_words(MAX_LINE)}", "Write it as https://example.org/folder/.")


def safe_site() -> Json:
    """The same of one that passwords are sent to."""
    return matching(f"(?=https://){_words(MAX_LINE)}", "Write it as https://auth.example.org.")


def language() -> Json:
    """A language tag (BCP 47)."""
    return matching(f"{_within(MAX_LINE)}[a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*", "Write a language tag such as en or zh-Hant.")


def identifier() -> Json:
    """The same thing elsewhere."""
    return matching(f"{_within(MAX_LINE)}[a-z0-9]+:[^{_BLANK}]+", "Write it like wikidata:Q836, or as a web address.")


def fingerprint() -> Json:
    """A SHA-256 in hexadecimal digits."""
    return matching("[0-9a-f]{64}", "It is 64 hexadecimal digits; `sourcebook ingest` writes it.")


def truth() -> Json:
    """`true` or `false`, which editors make a boolean."""
    return {"anyOf": [{"title": "choice", "type": "boolean"}, matching("true|false", "Write true or false.")]}


def listed(one: Json) -> Json:
    """One value or a list of them, which is not empty."""
    return {"anyOf": [*one.get("anyOf", [one]), {"title": "list", "type": "array", "minItems": 1, "items": one}]}


def single(one: Json) -> Json:
    """One value, or a list of one."""
    return {"anyOf": [*one.get("anyOf", [one]), {"title": "list", "type": "array", "minItems": 1, "maxItems": 1, "items": one}]}


def _or_number(pattern: str, complaint: str, number: Json) -> Json:
    return {"anyOf": [matching(pattern, complaint), number]}


def _between(kind: str) -> Json:
    return {"title": "number", "type": kind, "minimum": -_MOST, "maximum": _MOST}


def _words(limit: int) -> str:
    return f"{_INK}(?:{_ANY}{{0,{limit - 2}}}{_INK})?"


def _within(limit: int) -> str:
    """Looks ahead: at most so many characters, white space around them aside."""
    return f"(?={_words(limit)}{_AROUND}$)"
