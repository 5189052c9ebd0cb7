"""Whether a phrase means a field of cooperation."""

from sourcebook import lazy_re as re
from sourcebook.extract.areas.compounds import ADJECTIVE
from sourcebook.extract.areas.heads import VAGUE, is_somebody, names_field
from sourcebook.extract.areas.phrases import OF_A_FIELD, OF_KIND, Item, Known, is_known, item_at
from sourcebook.extract.areas.words import ACTIVITIES, ALONE, FIELDS, GENERIC, HEADLESS, NO_FIELD, NOUNS, PARALLEL, SOME
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of

_PRONOUNS = frozenset({"them", "him", "her", "us", "it"})
_TALKED = frozenset({"conversation", "conversations", "call", "calls"})
"""How people spoke: "cooperation in a telephone conversation"."""
TWO = 2
_HOW = frozenset({"early", "globally", "internationally", "environmentally", "socially", "commercially"})
"""What may begin a field's name in -ly: "environmentally sound technologies"."""
_WHOSE = words_of(
    "country countrie nation state government world region side party partie people minister president leader official today year "
    "week month company one other continent ministry bloc alliance group organisation organization union council bank neighbour "
    "neighbor capital city"
)
"""Whose are no fields: "the country's exports"; but "farmers' rights" are one."""
_PREPOSITIONS = frozenset(
    ["since", "in", "on", "at", "for", "with", "from", "to", "by", "of", "as", "under", "through", "during", "within"]
)
_DETERMINERS = frozenset(["the", "a", "an", "its", "their"])
_PARTICIPLES = frozenset(["organised", "organized", "advanced", "applied"])
_PEOPLE = re.compile(
    r"(?<!fertiliz)(?<!fertilis)(?<!pow)(?<!wat)(?<!riv)(?<!bord)(?<!pap)(?<!comput)(?<!disast)(?<!helicopt)ers\Z"
    r"|(?<!semiconduct)(?<!corrid)(?<!react)(?<!tract)(?<!sect)ors\Z|ists\Z"
)
_MANNER = re.compile(
    r"-"
    r"(?:efficient|friendly|effective|free|tech|intensive|wide|sensitive|compliant|neutral|looking|oriented|based"
    r"|led|driven|style|quality|level|term)\Z"
)


def begins_well(item: Item) -> bool:
    """Whether the first word may be that of a field's name."""
    first, words = item.words[0], item.words
    low = first.casefold()
    if (
        (_IN_LY.search(first) and not (low in _HOW and len(words) > 2))
        or low in SOME
        or low in _PREPOSITIONS
        or "range" in words[:3]
        or "covering" in words
    ):
        return False
    if first.endswith("ed") and "-" not in first and first not in _PARTICIPLES:
        return False
    if low.endswith(("’", "'", "’s", "'s")):
        return first[0].islower() and low.rstrip("s'’") not in _WHOSE
    if len(words) > 1 and low in _VERBS:
        return False
    if len(words) == 1:
        told = "-" not in first and first not in ACTIVITIES and ADJECTIVE.search(first)
        lone = not item.inside and (told or _MANNER.search(first))
        return len(low) > TWO - item.inside and low not in ALONE and low not in GENERIC and bool(not lone or item.parallel)
    if (words[1] == "of" and low in ALONE and low != "control") or (first == "support" and words[1] not in {"for", "to", "services"}):
        return False
    any_doing = first not in ACTIVITIES or (words[1] in _DETERMINERS and "of" not in words)
    if first.endswith("ing") and not item.inside and not item.doing and any_doing:
        return False
    return (
        low not in GENERIC
        or item.pair
        or (first == "regional" and (item.inside or words[-1] in FIELDS))
        or (first in {"ground", "field"} and words[1] != "of" and names_field(words[-1]))
        or (first == "mutual" and (item.inside or _is_deed(words)) and len(words) > 2)
    )


def _is_deed(words: list[str]) -> bool:
    """Whether words tell what is done with something, whatever that is: "digital archiving of historical documents"."""
    return "of" in words[1:-1] and bool(_DEED.search(words[words.index("of", 1) - 1]))


_DEED = re.compile(r"(?:[ts]ion|ment|ing|al|change|waiver)\Z")
_VERBS = words_of(
    "elevate drive invest resolve achieve establish launch create bring build ensure maintain uphold defend make take give keep urge"
)
"""What somebody does, of a clause that goes on: "and elevate the voices of the young"."""
_IN_LY = re.compile(r"(?<!supp)(?<!assemb)(?<!fami)ly\Z")
_ADVERB = re.compile(r"(?<!supp)(?<!assemb)(?<!fami)ly\Z|ed\Z")
_EXCHANGED = re.compile(r"exchanges? of (?:[a-z-]+ )?(?:delegations|visits|students|experts|specialists|officers|personnel|staff|youth)")


def ends_well(item: Item, gazetteer: Gazetteer) -> bool:
    """Whether the last word may be that of a field's name."""
    last, words = item.words[-1], item.words
    if _EXCHANGED.fullmatch(" ".join(words)):
        return True
    if last in _PRONOUNS or last in _TALKED or last in _NO_WORK or (_ADVERB.search(last) and "-" not in last):
        return False
    if (
        (item.doing and ADJECTIVE.search(last))
        or (len(words) == 1 and not item.inside and _PEOPLE.search(last))
        or (not item.doing and is_somebody(last) and not _is_made(item) and " ".join(words).casefold() not in gazetteer.areas)
    ):
        return False
    if last[0].isupper() and len(words) > 1 and last in gazetteer.words["institution"] and last in gazetteer.words["body"]:
        return False
    common = last.casefold() in GENERIC and not (
        item.pair
        or "of" in words
        or (last == "sector" and len(words) > 1)
        or _is_headed(words)
        or _is_of_kind(words)
        or " ".join(words).casefold() in gazetteer.areas
    )
    whole = len(words) > 1 and item.after == item.last
    return not common and (item.inside or item.parallel or last not in NO_FIELD or whole)


def _is_made(item: Item) -> bool:
    """Whether the last word is only what something is done with, or what is grown: "archiving of documents", "orchid growing"."""
    words = item.words
    kept = "of" in words[1:-1] and _KEPT.search(words[words.index("of", 1) - 1])
    return bool(kept) or (len(words) == TWO and words[1] in {"growing", "breeding"} and not item.inside)


_KEPT = re.compile(
    r"(?:archiving|teaching|translating|exchange|recognition|construction|protection|preservation|conservation|restoration|digiti[sz]ation|inspection|certification)\Z"
)
_NO_WORK = frozenset({"sense", "manner"})
"""Ends of what nobody works in: "work in a real sense"."""


def _is_headed(words: list[str]) -> bool:
    """Whether a common word has a field before it: "defence industry cooperation", "promoting economic opportunity"."""
    if len(words) < 2 or words[-1] not in OF_A_FIELD:
        return False
    before = words[-2]
    operational = words[-1] in {"cooperation", "co-operation", "collaboration"} and before not in NO_FIELD and OF_KIND.search(before)
    return before in PARALLEL or before in NOUNS or before == "industry" or bool(operational and not before.endswith(("ed", "ing")))


def _is_of_kind(words: list[str]) -> bool:
    return (
        len(words) == TWO and words[1] in HEADLESS and bool(OF_KIND.search(words[0])) and words[0] not in NO_FIELD and words[0] not in VAGUE
    )


def is_name(item: Item, known: Known, gazetteer: Gazetteer) -> bool:
    """Whether the words are rather the name of something or somebody."""
    words = item.words
    capitals = [each for each in words[1:] if each[0].isupper() and not each.isupper() and each not in gazetteer.demonyms]
    if item.doing and any(each.rstrip("s").endswith(("’", "'")) or each == words[-1] for each in capitals):
        # "diversifying Chad's economy": Chad is told of.
        return True
    if words[0][0].islower() and len(capitals) > 1 and not item.pair:
        # "a subsidiary of Chad Road Construction"
        return True
    titled = len(words) > 1 and words[0][0].isupper() and words[-1].istitle() and not is_known(known, item.first, item.last)
    return titled or any(each in gazetteer.titles for each in words if each[0].isupper())


def is_plain(item: Item, gazetteer: Gazetteer) -> bool:
    """Whether no capital letter stands in the words but in abbreviations and adjectives of states."""
    first, *others = item.words
    lower = all(not word[0].isupper() or word.isupper() or gazetteer.demonyms.keys() >= {*word.split("-")} for word in others)
    abbreviated = any(len(part) > 1 and part.isupper() for part in first.split("-"))
    return item.doing or (lower and (first[0].islower() or abbreviated or first.endswith("-language")))


def aim(text: str, at: int, end: int, known: Known, gazetteer: Gazetteer) -> Item | None:
    """The phrase after what joint work is for, whatever it means, without names."""
    item = item_at(text, at, end, known, gazetteer, sure=True)
    named = item and any(
        each[0].isupper() and each not in gazetteer.demonyms and not any(map(str.isdigit, each)) and not each.isupper()
        for each in item.words[len(item.words) == 1 :]
    )
    return None if item is None or (named and not item.inside) else item


def is_aim(item: Item, gazetteer: Gazetteer) -> bool:
    """Whether what somebody wants together is a field: of the vocabulary, or by its last noun."""
    told = item.words[-1] in gazetteer.areas or (len(item.words) > 1 and (names_field(item.words[-1]) or item.inside))
    return bool(told and begins_well(item) and ends_well(item, gazetteer))


def stands_alone(item: Item, known: Known) -> bool:
    """Whether an item that no cue leads to begins as a field does."""
    first = item.words[0]
    begins = any(one == item.first for one, _, _ in known)
    return first.casefold() not in _PREPOSITIONS and (begins or (first[0].islower() and (not first.endswith("ing") or first in ACTIVITIES)))
