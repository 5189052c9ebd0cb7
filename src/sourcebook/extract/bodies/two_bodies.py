"""Whether a phrase names two bodies: what "and", a comma or "of the" joins, as in "the Progress Party and the Greens"."""

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.ends import HAS_FIELD, OF_FOLK, is_person, is_within, listed_lands, one_land, own_heads, sent_to
from sourcebook.extract.bodies.words import CLOSED_BODY, CUE, FIELDS_TOO, MORE, OWN, PEOPLE_AFTER
from sourcebook.extract.gazetteer import Gazetteer


def are_two(left: str, joint: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands left and right of a joint are bodies of their own."""
    if joint.split()[:1] == ["to"]:
        return sent_to(left, joint, right, gazetteer) or bool(CUE.search(left) and CUE.fullmatch(right))
    if joint[0] in "’'":
        # "Ministry for Foreign Affairs’ Policy Department", but not "Farmers’ Union".
        return bool(_OF_A_FIELD.search(left) and CUE.match(left) and CUE.search(right))
    if joint.split()[:1] == ["and"] and not CUE.search(left) and (CUE.fullmatch(right) or is_person(left, gazetteer)):
        # "Ann Lee and the University"
        return True
    if (joint.split()[:1] == ["and"] and own_heads(left, right, gazetteer)) or (joint.strip() == "of" and is_within(left, right)):
        return True
    return _apart(left, joint, right, gazetteer)


_OF_A_FIELD = re.compile(r"\s(?:of|for|on)\s")


def _listed_apart(left: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether two parts of a list are bodies of their own.

    "Ministry of Trade, Industry and Energy" is one; "KAMAZ, Gazprom Neft and Russian Railways" are three, and so are
    "Ministry of Finance, Central Bank": a kind of body ends what is no field.
    """
    first = re.split(r",| and ", right, maxsplit=1)[0].split()
    ends = len(first) > 1 and first[-1] not in FIELDS_TOO and CUE.fullmatch(first[-1]) is not None
    kind = CUE.search(left.rsplit(maxsplit=1)[-1]) and (CUE.match(right) or right.split(maxsplit=1)[0] in gazetteer.names)
    town = gazetteer.names.get(" ".join(first))
    return not _OF_A_FIELD.search(left) or ends or bool(kind) or OF_FOLK.match(left) is not None or (town is not None and town.capital)


def _apart(left: str, joint: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands left and right of a comma, "of the" or "and" are bodies of their own."""
    words = joint.split()
    if joint.startswith(",") or (_HEADS_OF.search(left) and right.startswith("Government")):
        return _listed_apart(left, right, gazetteer) or listed_lands(left, right, gazetteer)
    if _of_another_kind(left, words, right, gazetteer):
        return True
    if one_land(left, right, gazetteer) or (
        words == ["of", "the"]
        and (_ONE_WITH_FIELD.match(f"{left}: {right}") or (_SERVICES.search(left) and right.startswith("Armed Forces")))
    ):
        # "Association of the U.S. Army", "Department of the Navy", "Naval Forces of the Armed Forces of Ukraine"
        return False
    if "and" in words:
        return _joined_apart(left, right, gazetteer, the="the" in words)
    land = gazetteer.names.get(right) if _MAY_BE_OF_LAND.search(left) else None
    return (
        "the" in words
        and bool(CUE.search(left) and CUE.search(right.split(" and ", maxsplit=1)[0]))
        and not (land and land.type == "place")
    )


_HEADS_OF = re.compile(r"(?:Authority|Assembly|Council|Summit|Conference) of (?:the )?Heads of State\Z")
_ONE_WITH_FIELD = re.compile(
    r"(?:Association|Council|Society|Federation|Union|Friends|League|General Staff):|Department: (?:Navy|Army|Air)"
)
_SERVICES = re.compile(r"\b(?:Forces|Staff|Command|Force)\Z")
_MAY_BE_OF_LAND = re.compile(r"\b(?:Party|Bank|Academy|Church|University|Government)\Z")


def _of_another_kind(left: str, words: list[str], right: str, gazetteer: Gazetteer) -> bool:
    """Whether one of two can be no part of the other's name: a known body, somebody with an office, a people, soldiers, a number."""
    joined, whole, cue_left, cue_right = "and" in words, gazetteer.names.get(left), CUE.search(left), CUE.search(right)
    known = joined and whole and not one_land(left, right, gazetteer) and (whole.type == "organization" or (whole.sure and cue_right))
    # "the Nationalist Party of Khaleda Zia"
    of_someone = words == ["of"] and not cue_right and _LED_BY_SOMEBODY.search(left) and right.split(maxsplit=1)[0] in gazetteer.given
    # "Vice Premier Ho Lin and Central Bank"
    someone = joined and left != "Justice" and not cue_left and cue_right and not gazetteer.titles.isdisjoint(left.split())
    # Not "King Salman Humanitarian Aid and Relief Center".
    someone = someone and not (words == ["and"] and _ROYAL.match(left))
    # "the Chinese Coast Guard and Chinese militia"
    people = joined and cue_left and right in gazetteer.demonyms
    return bool(
        of_someone
        or someone
        or people
        or known
        or PEOPLE_AFTER.search(left)
        or left[-1].isdigit()
        or (joined and cue_right and left in _BODY_IN_LISTS)
        # "DMK and the Congress"
        or (words == ["and", "the"] and left.isupper() and " " not in left)
    )


_LED_BY_SOMEBODY = re.compile(r"\b(?:Party|Movement|Front|Coalition|Government|Cabinet|Bloc|Alliance|League)\Z")
_ROYAL = re.compile(r"(?:King|Queen|Prince|Princess|Sultan|Emir|Sheikh)(?:\s\S+){2}")
_BODY_IN_LISTS = frozenset({"State", "Party", "Government", "Parliament", "Army", "Police"})
"""What names a body alone in lists: "leaders of the Party, State and National Assembly"."""


def _joined_apart(left: str, right: str, gazetteer: Gazetteer, *, the: bool) -> bool:
    """Whether what "and" joins, or "and the", are bodies of their own."""
    fields, cue_left, cue_right = bool(_OF_A_FIELD.search(left)), bool(CUE.search(left)), bool(CUE.search(right))
    closed, first, many = CUE.fullmatch(left.rsplit(maxsplit=1)[-1]) is not None, right.split()[:1], len(right.split()) > 1
    if not fields and cue_right and not gazetteer.demonyms.keys().isdisjoint(first):
        return True
    short = cue_left or len(left.split()) == 1 or (cue_right and (not fields or len(left.split()) < 4))
    if the and many and short and (cue_right or not fields):
        return True
    place = _PLACE_END.search(left) if cue_left and (cue_right or not _OF_A_FIELD.search(right)) else None
    if place and place[1] in gazetteer.names and gazetteer.names[place[1]].kind in {"country", "region"}:
        # "Security Committee of the Republic of Belarus and Belavia": no field follows a country.
        return True
    if (many and CLOSED_BODY.search(left)) or (cue_left and (OWN.fullmatch(right) or (the and closed))):
        # "Honduran Red Cross and Ciudad Mujer", "the Progress Party and the Greens"
        return True
    if (cue_left and _NEXT_BODY.match(right)) or (closed and gazetteer.country(right)):
        # "the Chilean Foreign Ministry and Peru's"
        return True
    if closed and many and len(left.split()) > 1 and MORE.isdisjoint(first):
        # "the Religious Party and United Torah": what ends in its kind of body ends.
        return True
    # "African Union Electoral and Security Assistance Mission" is one, and so is "Northern Hospital and Research Centre".
    goes_on = not the and ((not fields and not closed) or (right.count(" ") == 1 and right.partition(" ")[0] in MORE))
    # "Ministry of Trade and Industry Development" is one; "Government of Iraq and the Regional Government" are two.
    return cue_left and cue_right and many and not goes_on and (the or not HAS_FIELD.search(left))


_PLACE_END = re.compile(r"\bof\s+(?:the\s+)?(?:Republic of\s+)?([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\Z")
_NEXT_BODY = re.compile(
    r"(?:(?:U\.?[SKN]\.?|[A-Z]\w+(?:an|ese|ish))\s)?"
    r"(?:University|Ministry|Bank|Embassy|Government|Department|Chamber|Council|Institute|Academy|Parliament|Secretariat|(?:Permanent\s)?Mission)\s+of\s"
)
