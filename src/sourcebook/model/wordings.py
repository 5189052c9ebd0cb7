"""What the ways share in which a name of a body, an agreement, an event or a place is put."""

import re

from sourcebook.slug import without_marks

_SPELLINGS = {"organisation": "organization", "centre": "center", "defence": "defense", "programme": "program", "labour": "labor"}
_SHORT = {"united states": "us", "united kingdom": "uk", "united nations": "un", ".": "", "’s ": " ", "'s ": " "}
_SMALL = frozenset({"the", "of", "for", "on", "in", "to", "and", "a"})
_OF_PLACES = frozenset({"university", "college", "bank", "school"})
_NUMBERS = {"first": "1", "one": "1", "i": "1", "second": "2", "two": "2", "ii": "2"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_s]+)?")


def wording(kind: str, name: str) -> str:
    """A key that two wordings of one name share.

    Of bodies and agreements: words in one spelling and number, in any order, without the small ones; but where another order is another
    body ("University of Miami", "Miami University"), in theirs.

    >>> wording("agreement", "Treaty of Lima") == wording("agreement", "Lima Treaty")
    True
    >>> wording("organization", "U.S. Defence Centre") == wording("organization", "United States Defense Center")
    True
    >>> wording("organization", "University of Miami") == wording("organization", "Miami University")
    False
    >>> wording("organization", "Sandinistas") == wording("organization", "Sandinista"), wording("organization", "UNITAS")
    (True, 'unitas')
    >>> wording("event", "First World War") == wording("event", "World War I"), wording("event", "Pacific War") == wording("event", "War of the Pacific")
    (True, False)
    >>> wording("place", "Ta’iz Governorate") == wording("place", "Taiz province")
    True
    """
    plain = without_marks(name.casefold())
    if kind == "place":
        return " ".join(re.findall(r"[^\W_]+", re.sub("['’‘]", "", plain.replace("province", "governorate"))))
    for long, short in _SHORT.items():
        plain = plain.replace(long, short)
    words = [_SPELLINGS.get(each, each) for each in _WORD.findall(plain)]
    if kind == "event":
        told = [each for each in words if each != "the"]
        return " ".join([each for each in told if each not in _NUMBERS] + [_NUMBERS[each] for each in told if each in _NUMBERS])
    # "UNITAS" is not many of "UNITA".
    kept = [each if name.isupper() else _singular(each) for each in words if each not in _SMALL]
    return " ".join(kept if _OF_PLACES & {*kept} else sorted(kept))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > len("ties") and word.endswith("s") and not word.endswith("ss") else word
