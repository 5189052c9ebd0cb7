"""Names of bodies and places that begin with an Arabic word: "Jabhat Fateh al-Sham", "Liwa Fatemiyoun", "Ras al-Ayn"."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import words as words_of

BODY_WORDS = words_of(
    "Jabhat Jaysh Jaish Liwa Liwaa Ahrar Harakat Hizb Faylaq Hayat Hay'at Hay’at Kata'ib Kata’ib Kataib Asa'ib Asa’ib Asaib Saraya Jund "
    "Tanzim Tahrir Ansar Jamaat Jama'at Jama’at Suqour Suqur Ittihad Jamiat Hashd Firqat Tajammu Quwat Quwwat Katibat Katiba Usud Usoud Alwiya"
)
PLACE_WORDS = words_of(
    "Ras Ayn Ain Bab Khan Tell Tal Tall Wadi Jebel Jabal Umm Dar Deir Dayr Bayt Beit Kafr Madinat Nahr Qasr Qal'at Qal’at Shatt Maarat "
    "Ma'arrat Ma’arrat Burj Marj Bir Hawr Jisr Suq Birkat Hammam Hosh Urum"
)
FIRST = frozenset(re.split("['’]", each)[0] for each in BODY_WORDS | PLACE_WORDS)
"""The words with which `NAME` begins."""
_WITH_ARTICLE = r"(?:al|ash|as|at|an|ar|ad|az|ul|el|ez|Al|ed|et)[- ]\s?[A-Z][\w'’]+(?:[- ](?:al|wal|wa)-[A-Z][\w'’]+)*"
_WORD = r"[A-Z][\w'’]+(?<![’']s)"
_ALONE = r"Liwaa?|Jabhat|Ja[iy]sh|Faylaq|Kata['’]?ib|Harakat|Suqou?r|Firqat|Asa['’]?ib|Quww?at|Katibat?"
"""After these a word without an article makes a name as well: "Liwa Fatemiyoun"."""
_KIND = r"(?: (?:Brigades?|Battalions?|Divisions?|Army|Front|Movement|Legion|Forces|Company|Regiment)\b)?"


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda each: (-len(each), each)))


NAME = re.compile(
    rf"(?<![\w-])(?:(?P<place>{_any(PLACE_WORDS)}) {_WITH_ARTICLE}"
    rf"|(?P<body>{_any(BODY_WORDS)})(?: {_WORD})?(?: ibn| bin)? {_WITH_ARTICLE}(?: {_WITH_ARTICLE})?{_KIND}"
    rf"|(?P<alone>{_ALONE}) {_WORD}{_KIND})"
)
