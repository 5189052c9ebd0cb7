"""Ids: lower-case ASCII letters, digits and single hyphens."""

import re
import unicodedata
from collections.abc import Container

MAX_LENGTH = 80
NOT_AN_ID = "index"
"""Pages of this name list all entities of a type, and all articles."""
_WORD = re.compile(r"[a-z0-9]+")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "þ": "th", "ð": "d", "œ": "oe"}
)
_SPECIAL = _LATIN | str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
            "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g".replace("_", "").split(" "),
            strict=True,
        )
    )
)


def is_id(text: str) -> bool:
    """Whether `text` may be the id of an entity or an article.

    >>> is_id("min-aung-hlaing"), is_id("Min"), is_id("a--b"), is_id("../x"), is_id("index")
    (True, False, False, False, False)
    """
    return is_slug(text) and text != NOT_AN_ID


def is_slug(text: str) -> bool:
    """Whether `text` has the form of an id, as names in schemas have too."""
    return len(text) <= MAX_LENGTH and _ID.match(text) is not None


def why_no_id(text: str) -> str:
    """What is wrong with a text that is no id, for messages.

    >>> why_no_id("a" * 81), why_no_id("index")
    ('ids have at most 80 characters', 'the page of this name lists all there are')
    """
    if text == NOT_AN_ID:
        return "the page of this name lists all there are"
    return f"ids have at most {MAX_LENGTH} characters" if _ID.match(text) else "lower-case letters, digits and single hyphens"


def slug(text: str, *, fallback: str = "unnamed") -> str:
    """An id made from a name, at most 80 characters; `fallback` if no letter can be kept.

    Latin letters lose their marks, Cyrillic is transliterated, other scripts are left out.

    >>> slug("Saint Petersburg’s “Port”"), slug("Мин Аун Хлайн"), slug("../../x"), slug("مصر", fallback="place"), slug("Index")
    ('saint-petersburgs-port', 'min-aun-khlayn', 'x', 'place', 'index-1')
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded.translate(_SPECIAL)).replace("’", "")
        folded = "".join(each for each in apart if not unicodedata.combining(each))
    made = "-".join(_WORD.findall(folded.replace("'", "")))
    if len(made) > MAX_LENGTH:
        made = made[: MAX_LENGTH + 1].rpartition("-")[0] or made[:MAX_LENGTH]
    return (made if made != NOT_AN_ID else f"{made}-1") or fallback


def without_marks(text: str) -> str:
    """Text in small letters, the Latin ones without their marks; other scripts keep theirs, which are letters there.

    >>> without_marks("recep tayyip erdoğan"), without_marks("łódź"), without_marks("हिन्दी") == "हिन्दी"
    ('recep tayyip erdogan', 'lodz', True)
    """
    if text.isascii():
        return text
    letters: list[str] = []
    for each in unicodedata.normalize("NFD", text.translate(_LATIN)):
        if not (unicodedata.combining(each) and letters and letters[-1].isascii()):
            letters.append(each)
    return unicodedata.normalize("NFC", "".join(letters))


def free_slug(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or the first of `wanted-2`, `wanted-3`, … that is not taken.

    >>> free_slug("ada", {"ada", "ada-2"})
    'ada-3'
    """
    if wanted not in taken:
        return wanted
    number = 2
    while True:
        tail = f"-{number}"
        made = wanted[: MAX_LENGTH - len(tail)].rstrip("-") + tail
        if made not in taken:
            return made
        number += 1
