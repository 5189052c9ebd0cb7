"""What a fact's property or qualifier can have as its value.

Every scalar of the YAML is a string; the schema says which of these it is.
`text` is always the value as a person writes it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from sourcebook.memory import by_value, packed
from sourcebook.model.dates import Date, parse_date
from sourcebook.slug import is_id, slug
from sourcebook.suggest import nearest
from sourcebook.text import without_unseen


@by_value
class Kind(StrEnum):
    """The kinds of value a schema can ask for."""

    ENTITY = "entity"
    TEXT = "text"
    QUOTE = "quote"
    INTEGER = "integer"
    QUANTITY = "quantity"
    DATE = "date"
    COORDINATES = "coordinates"
    URL = "url"
    ENUM = "enum"


@by_value
class Special(StrEnum):
    """Values that say what is known about a value: it exists but which? or: there is none."""

    UNKNOWN = "unknown"
    NONE = "none"


@packed
@dataclass(frozen=True, slots=True)
class Reference:
    """The id of an entity, as written (it may be an old id that was merged)."""

    text: str


@packed
@dataclass(frozen=True, slots=True)
class Text:
    """Words; also a quotation or one of an enumeration's choices."""

    text: str


@packed
@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number."""

    text: str
    number: int


@packed
@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, the one that the schema names unless written."""

    text: str
    number: float
    unit: str


@packed
@dataclass(frozen=True, slots=True)
class Coordinates:
    """Latitude and longitude in degrees, WGS 84."""

    text: str
    latitude: float
    longitude: float


@packed
@dataclass(frozen=True, slots=True)
class Url:
    """An http or https address."""

    text: str


Value = Reference | Text | Integer | Quantity | Date | Coordinates | Url | Special

_SPECIAL = frozenset(map(str, Special))
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}\Z")
_QUANTITY = re.compile(r"([+-]?[0-9]{1,18}(?:\.[0-9]{1,18})?)(?:\s+(\S.{0,30}))?\Z")
_COORDINATES = re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]{1,12})?)\s*,\s*([+-]?[0-9]{1,3}(?:\.[0-9]{1,12})?)\Z")
_URL = re.compile(r"https?://[^\s<>\"'`\\]+\Z", re.IGNORECASE)


def parse_value(text: str, kind: Kind, *, unit: str = "", choices: tuple[str, ...] = ()) -> Value:  # noqa: PLR0912 (one case per kind)
    """The value that `text` writes, read as the given kind.

    >>> parse_value("11", Kind.INTEGER)
    Integer(text='11', number=11)
    >>> parse_value("unknown", Kind.DATE)
    <Special.UNKNOWN: 'unknown'>

    Raises:
        ValueError: If the text does not fit; the message says what to write instead.
    """
    if text in _SPECIAL and kind not in {Kind.TEXT, Kind.QUOTE}:
        return Special(text)
    match kind:
        case Kind.ENTITY:
            if not is_id(text):
                raise ValueError(_complaint("an entity id", text, _id_meant(text)))
            return Reference(text)
        case Kind.TEXT | Kind.QUOTE:
            return Text(text)
        case Kind.DATE:
            return parse_date(text)
        case Kind.INTEGER:
            if not _INTEGER.match(text):
                raise ValueError(_complaint("a whole number", text, "digits only, such as 11"))
            return Integer(text, int(text))
        case Kind.QUANTITY:
            if not (found := _QUANTITY.match(text)):
                raise ValueError(_complaint("a quantity", text, "a number and its unit, such as 4200 t"))
            return Quantity(text, float(found[1]), found[2] or unit)
        case Kind.COORDINATES:
            return _parse_coordinates(text)
        case Kind.URL:
            if not _URL.match(text):
                raise ValueError(_complaint("a web address", text, "one that begins with https://"))
            return Url(text)
        case Kind.ENUM:
            if text not in choices:
                near = nearest(text, choices)
                raise ValueError(_complaint("one of the choices", text, f"{near} if that is meant" if near else ", ".join(choices)))
            return Text(text)


def _parse_coordinates(text: str) -> Coordinates:
    found = _COORDINATES.match(text)
    if found:
        latitude, longitude = float(found[1]), float(found[2])
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return Coordinates(text, latitude, longitude)
    raise ValueError(_complaint("coordinates", text, "latitude, longitude in degrees, such as 55.7558, 37.6173"))


def _id_meant(text: str) -> str:
    """What to write where an entity's id is meant.

    >>> _id_meant("ada, bob"), _id_meant("people/Ada.yml")
    ('several as a list: [ada, bob]', 'the name of its file without .yml, such as ada')
    """
    seen = without_unseen(text)
    several = [each.strip() for each in seen.split(",") if each.strip()]
    if len(several) > 1 and all(map(is_id, several)):
        return f"several as a list: [{', '.join(several)}]"
    name = seen.rpartition("/")[2].removesuffix(".yml")
    return f"the name of its file without .yml, such as {slug(name, fallback='min-aung-hlaing')}"


def _complaint(wanted: str, text: str, instead: str) -> str:
    return f"Not {wanted}: {text[:60]!r} (write {instead})"
