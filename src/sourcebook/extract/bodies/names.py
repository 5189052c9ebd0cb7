"""Where the names of bodies begin and end, and where a phrase names two: "the Progress Party and the Greens"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.agreements import AGREEMENT, BODY_FIRST
from sourcebook.extract.agreements.treaties import SHORT
from sourcebook.extract.bodies.ends import (
    OF_FOLK,
    country_in_full,
    further_end,
    is_coined,
    is_none,
    is_person,
    is_turn,
    is_within,
    known_end,
    listed_lands,
    one_land,
    own_heads,
    pieces,
    sent_to,
)
from sourcebook.extract.bodies.holders import trailing_name, unknown
from sourcebook.extract.bodies.words import (
    CLOSED_BODY,
    CUE,
    CUES,
    FIELDS_TOO,
    GENERIC,
    HARDWARE,
    HOLDER,
    MORE,
    ORGANS,
    OWN,
    PEOPLE_AFTER,
    PLURALS,
    RANK_AFTER,
    RANKS,
    SITES,
    SMALLER,
    TITLE,
    is_short_of,
)
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import MONTH, WEEKDAY
from sourcebook.model.spans import Span

_FIELDS = re.compile(r"\s(?:of|for|on)\s")
_OPERATION = re.compile(r"\s*[-–]\s*(?:Operation\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+")
_FURTHER = re.compile(
    r"\s+(?:(?:in|for|to|against|on)\s+(?:the\s+)?|[-–—]\s+)(?P<name>[A-Z][\w-]*(?:\s+(?:and the|and|of|the|for)?\s*[A-Z][\w-]*){0,4})\s+\((?P<short>[A-Z][A-Za-z-]{2,11})(?:\s+[A-Z][\w-]+)?[);,]"
)
_HEADS_OF = re.compile(r"(?:Authority|Assembly|Council|Summit|Conference) of (?:the )?Heads of State\Z")
_NAME_AFTER = re.compile(rf"(?:{CUES})((?:\s+(?!(?:{CUES})\b)[A-Z][a-zé’'-]+){{2,3}})\Z")


def body_at(document: Document, start: int, end: int, priority: int) -> Found:
    """The body that is named from start to end."""
    return Found(span=Span(start, end), type="organization", name=" ".join(document.text[start:end].split()), priority=priority)


def parts(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    """An institution of an institution is two: "Institute of X of the Academy of Y"; and so are two that "and" joins."""
    for first, last in pieces(document.text, start, end):
        yield from _parts(document, first, last, gazetteer)


def _parts(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Found]:
    words = document.text[start:end]
    other = _OTHER_OFFICE.search(document.text, start, end)
    if other:
        yield from _parts(document, start, other.start(), gazetteer)
        yield from _parts(document, other.end(), end, gazetteer)
        return
    short = SHORT.match(document.text, end)
    into = _TO_ONE.search(words) if short and not is_short_of(short[1], words) else None
    if short and into and is_short_of(short[1], words[into.end() :]):
        # As in "the Mission to a Harbour Guard Force (HGF)": the short name is of what follows.
        yield from _parts(document, start + into.end(), end, gazetteer)
        return
    cut = next(
        (
            each
            for each in re.finditer(
                r",\s+(?:and\s+)?(?:the\s+)?|\s+(?:of|and)\s+(?:the\s+)?|\s+to\s+(?:(?:the|an?)\s+)?|(?<=s)[’']\s+", words
            )
            if _two(words[: each.start()], each[0], words[each.end() :], gazetteer)
            or (short and "the" in each[0].split() and CUE.search(words[: each.start()]) and is_short_of(short[1], words[each.end() :]))
        ),
        None,
    )
    if cut:
        yield from _parts(document, start, start + cut.start(), gazetteer)
        yield from _parts(document, start + cut.end(), end, gazetteer)
        return
    name = " ".join(words.split())
    if (
        not name[:1].isupper()
        or name.startswith("Joint and ")
        or is_none(name)
        or is_turn(document.text, start, end)
        or (AGREEMENT.fullmatch(name) and not BODY_FIRST.match(name) and not name.endswith("Baptist Convention"))
        or end - start < 4
        or not (CUE.search(name) or (short and is_short_of(short[1], name)))
        or len(name.split()) < 2
    ):
        return
    known = gazetteer.names.get(name.replace("’", "'"))
    if land := country_in_full(name, gazetteer):
        yield Found(span=Span(start, end), type="place", name=land.name, entry=land, priority=5)
        return
    if (known and known.type == "place") or _UNIVERSITY_OF_NONE.match(name) or (words.endswith("Banks") and words[:-6] in gazetteer.given):
        return
    end = _shorter(document.text, start, end, gazetteer)
    if gazetteer.place(" ".join(document.text[start:end].split())):
        return
    if not (CUE.search(document.text, start, end) or short) or document.text.endswith((" and", " of", " for", " the"), start, end):
        return
    left = document.text[start:end].split()
    if left[-1] in SITES or " ".join(left) in ORGANS or " ".join(left).removesuffix("s") in GENERIC:
        return
    if name.endswith(("Policing Mission", "Resolute Support Mission")) or left[0] in PLURALS or left[-1] in SMALLER or left[-1] in RANKS:
        return
    end = _further(document.text, start, end)
    name = " ".join(document.text[start:end].split())
    short = short or SHORT.match(document.text, end)
    british = _BRITISH.match(name)
    entry = (
        known
        if known and known.type == "organization" and known.name == name
        else gazetteer.names.get(name[british.end() :] if british else name)
    )
    entry = (
        entry
        if entry and entry.type == "organization" and not (name == "General Assembly" and _OF_OTHERS.match(document.text, end))
        else None
    )
    if short and PROGRAMME.match(document.text, short.end()):
        # As in "the Effective Governance for Development (EGD) program": no body.
        return
    yield Found(span=Span(start, end), type="organization", name=entry.name if entry else name, entry=entry, priority=5)
    if short and (sum(each.isupper() for each in short[1]) > 1 or is_coined(short[1], name, gazetteer)):
        yield Found(span=Span(*short.span(1)), type="organization", name=entry.name if entry else name, entry=entry, priority=6)


_COUNTED_THEN = re.compile(r"\b(?:Battalion|Brigade|Division|Regiment|Squadron|Company|Unit)[ -]\d{1,4}(?=\s+(?:of|on|in|at|and|to|for)\s)")
_UNIVERSITY_OF_NONE = re.compile(
    r"University (?!of\b|for\b)(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+\Z(?<!Hospital)(?<!Center)(?<!Centre)(?<!Press)(?<!Club)"
)
"""A person's name after the university that is not named: "the rector of the University Ann Maria Lee"."""
_OF_PEOPLE = re.compile(
    r"(?:[A-Z][\w-]+ )?(?:Organi[sz]ation|Association|Union|Federation|League|Foundation|Council|Society|Committee) (?:of|for) "
)
_ALONE = frozenset({"State", "Party", "Government", "Parliament", "Army", "Police"})
"""What names a body alone in lists: "leaders of the Party, State and National Assembly"."""
_AND_TITLE = re.compile(r"\s+(?:and|to|with|from|by)\s+(?:Dr|Mr|Mrs|Ms|Prof|Gen|Hon|H\.?E)\Z")
_OF_OTHERS = re.compile(r"\s+of\s+(?:the\s+)?(?!U)[A-Z]")
_NUMBER_MARK = re.compile(r"\s+Nos?\Z|(?<=Forces) the [A-Z].*|(?<=Army) the [A-Z].*|(?<=Navy) the [A-Z].*")
_FLIGHT = re.compile(r"(?<=[a-z])\sFlight\Z")
_OFFICE_OF = re.compile(r"(?:[A-Z]\w+ ){0,2}Office of the ")
_EMBASSY_TO = re.compile(r"(?<=Embassy)\s+to\s+(?:the\s+)?(?=(?:Presidential|President|Palace|Airport|Ministry)\b).*")
_BRITISH = re.compile(r"(?:UK|British|UK’s|Britain’s)\s+(?=(?:Foreign|Home|Cabinet) Office\Z|Foreign, Commonwealth)")
_TO_ONE = re.compile(r"\s(?:to|for|into|as)\s(?:an?|the)\s")
_OF_LAND = re.compile(r"\s+of\s+the\s+(?:US|U\.S|UK|U\.K|UAE)\Z")
_HOUSE_OF_ONE = re.compile(r"(?:Parliament|National Assembly|Senate|Congress|Seimas|Saeima|Sejm|Majlis|Knesset|Khural)(\s[A-Z][a-z]{3,})\Z")
_OF_DEMONYM = re.compile(r"\s+of\s+the\s+(\w+)\Z")


def _shorter(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name ends before a person's, a day's or an aircraft's begins."""
    end -= text.endswith(("’", "'"), start, end)
    led = _BASED_ON.search(text, start, end) or _OWN_SHORT.search(text, start, end)
    end = known_end(text, start, led.start() if led else end, gazetteer)
    if _CLOSED.search(text[start:end]):
        # "London Stock Exchange"
        return end
    day = _DAY.search(text, start, end)
    end = day.start() if day else end
    end -= trailing_name(text[start:end], gazetteer)
    spoken = _NAME_AFTER.search(text[start:end])
    end = start + spoken.start(1) if spoken and not _FOREIGN.match(text, start) else end
    owned = _OF_LAND.search(text, start, end)
    # "Millennium Challenge Corporation of the US"
    end = owned.start() if owned and gazetteer.body(text[start : owned.start()]) else end
    house = _HOUSE_OF_ONE.search(text, start, end)
    # "Mongolian Parliament Zandanshatar"
    end = house.start(1) if house and unknown(house[1].strip(), gazetteer) else end
    people = _OF_DEMONYM.search(text, start, end)
    # "Board of Directors of the Chilean newspaper": no body ends in a nationality.
    end = people.start() if people and people[1] in gazetteer.demonyms else end
    held = () if _OFFICE_OF.match(text, start, end) else (HOLDER,)
    counted = _COUNTED_THEN.search(text, start, end)
    end = counted.end() if counted else end
    whose = () if _OF_PEOPLE.match(text, start, end) else (PEOPLE_AFTER,)
    for pattern in (_AND_TITLE, _NUMBER_MARK, _FLIGHT, *held, _EMBASSY_TO, *whose, _CRAFT_AFTER, _FOR_ONE, _DAY, HARDWARE, RANK_AFTER):
        found = pattern.search(text, start, end)
        end = found.start() if found else end
    return end


def _further(text: str, start: int, end: int) -> int:
    """Where a name ends with what is its own too: a number, a task force's name, an operation, a region."""
    name = text[start:end]
    called = _CALLED.match(text, end) if name.endswith("Task Force") else None
    numbered = _NUMBERED.match(text, end) if _COUNTED.search(name) else None
    campus = _CAMPUS.match(text, end) if name.endswith("University of California") else None
    campus = campus or (_AT.match(text, end) if re.search(r"\bUniversity of (?:\w+ )?[A-Z]\w+\Z", name) else None)
    if suffix := campus or _SUFFIX.match(text, end):
        return suffix.end()
    end = called.end() if called else numbered.end() if numbered else end
    if _MISSION.search(name) and (inside := _IN_COUNTRY.match(text, end)) and not text.startswith(" and the ", inside.end()):
        return inside.end()
    operation = _OPERATION.match(text, end) if re.search(r"(?:Force|Command)\Z", text[start:end]) else None
    if operation:
        title = TITLE.search(text, end, operation.end())
        end += len(text[end : title.start() if title else operation.end()].rstrip())
    return _with_region(text, further_end(text, end))


_OWN_SHORT = re.compile(r"(?<=[a-z])(?<! to)(?<! of)(?<! for)(?<! the)\s(?!SARL|OJSC|PJSC|DMCC|FZCO)[A-Z]{4,}\Z")
"""A short name right after the name: "State Oil Company of Azerbaijan SOCAR"."""
_BASED_ON = re.compile(
    r"-(?:sponsored|led|hosted|linked|aligned|allied|dominated|occupied|nominated|winning|themed|backed|funded|based|run|owned|affiliated|supported|organi[sz]ed|controlled|held|brokered|mediated)\Z"
)
_CLOSED = re.compile(r"\b(?:Head Quarters|Stock Exchange|Airport Authority|Task Force|Working Group|Coast Guard)\Z")
PROGRAMME = re.compile(
    r"\s*(?:(?:program(?:me)?|campaign|process|mission)s?|projects?(?!\s+(?:that|an?|the|its?)\b)|initiatives?|exercises?|scheme|mechanism|agreement|treaty|strategy|framework|plan)\b"
)
_CRAFT_AFTER = re.compile(
    r"(?<=Air Force)\s(?:Typhoon|Hornet|Hercules|Tornado|Reaper|Rafale|Mirage|Chinook|Poseidon|Voyager|Lightning|Raptor|Globemaster|Stratotanker)s?\b.*"
)
_OTHER_OFFICE = re.compile(
    r"\s+and\s+(?:the\s+)?(?:Deputy\s+|First\s+)*(?:Chief|Head|Commander|Director|Chairman|Secretary|Minister|President|Rector|Governor) of\s+(?:the\s+)?(?:Board of (?:Executive )?(?:Directors|Trustees|Governors) of\s+(?:the\s+)?)?"
)
"""A further office of the same holder: "Ministry of Justice and Chief of the Prison Police"."""
_IN_COUNTRY = re.compile(r"\s+in\s+(?:the\s+)?(?:[A-Z][\w-]+\s(?=[A-Z])){0,2}[A-Z]\w+(?:-[A-Z][a-z]+)*")
_MISSION = re.compile(
    r"\b(?:Training|Assistance|Stabili[sz]ation|Support|Advisory|Monitoring|Observer|Verification|Transition|Partnership|Police|Border|Civilian|Peacekeeping|Aid|Capacity[- ]Building|SADC|ECOWAS|AU|EU|UN|OSCE) Mission\Z"
)
_AT = re.compile(r"\sat\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\b")
_FOR_ONE = re.compile(r"\s(?:for|on|to)\san?\s(?:UN|U\.N\.|EU|NATO)\Z")
_CAMPUS = re.compile(r",\s(?:Berkeley|Los Angeles|San Diego|Davis|Irvine|Santa Barbara|Santa Cruz|Riverside|Merced|San Francisco)\b")
_FOREIGN = re.compile(
    r"(?:Institut|Instituto|Movimento|Movimiento|Universidad|Universidade|Université|Universität|Ministerio|Fundación|Académie)\b"
)
_SUFFIX = re.compile(r",?\s(?:Inc|Ltd|Corp|LLC|Plc|PLC|Limited|Co(?!-)|FZC|FZE|DMCC|JSC|SARL|Pvt|BV|NV)\b")
_COUNTED = re.compile(
    r"\b(?:Group|Squadron|Wing|Division|Battalion|Fleet|Force|Brigade|Team|Regiment|Corps|Unit|Reactor|Bureau|Joint Stock Company)\Z"
)


def _with_region(text: str, end: int) -> int:
    """Where a name ends whose short name shows that it goes on: "Mission in Somalia (ATMIS)", "Task Force – Horn of Africa (CJTF-HOA)"."""
    further = _FURTHER.match(text, end)
    if further is None:
        return end
    rest = iter(re.sub(r"[^A-Z]", "", further["short"])[1:])
    if any(word[:4].upper() in further["short"].upper() for word in further["name"].split() if len(word) > 3):
        # As in "Mission in the Sahel (MISAHEL)".
        return further.end("name")
    # Its initials come in that order in the short name.
    return further.end("name") if all(letter in rest for letter in re.findall(r"\b[A-Z]", further["name"])) else end


def _two(left: str, joint: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands left and right of a joint are bodies of their own."""
    if joint.split()[:1] == ["to"]:
        return sent_to(left, joint, right, gazetteer) or bool(CUE.search(left) and CUE.fullmatch(right))
    if joint[0] in "’'":
        # "Ministry for Foreign Affairs’ Policy Department", but not "Farmers’ Union".
        return bool(_FIELDS.search(left) and CUE.match(left) and CUE.search(right))
    if joint.split()[:1] == ["and"] and not CUE.search(left) and (CUE.fullmatch(right) or is_person(left, gazetteer)):
        # "Ann Lee and the University"
        return True
    if (joint.split()[:1] == ["and"] and own_heads(left, right, gazetteer)) or (joint.strip() == "of" and is_within(left, right)):
        return True
    return _apart(left, joint, right, gazetteer)


def _listed_apart(left: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether two parts of a list are bodies of their own.

    "Ministry of Trade, Industry and Energy" is one; "KAMAZ, Gazprom Neft and Russian Railways" are three, and so are
    "Ministry of Finance, Central Bank": a kind of body ends what is no field.
    """
    first = re.split(r",| and ", right, maxsplit=1)[0].split()
    ends = len(first) > 1 and first[-1] not in FIELDS_TOO and CUE.fullmatch(first[-1]) is not None
    kind = CUE.search(left.rsplit(maxsplit=1)[-1]) and (CUE.match(right) or right.split(maxsplit=1)[0] in gazetteer.names)
    town = gazetteer.names.get(" ".join(first))
    return not _FIELDS.search(left) or ends or bool(kind) or OF_FOLK.match(left) is not None or (town is not None and town.capital)


def _apart(left: str, joint: str, right: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands left and right of a comma, "of the" or "and" are bodies of their own."""
    whole = gazetteer.names.get(left)
    if joint.startswith(",") or (_HEADS_OF.search(left) and right.startswith("Government")):
        return _listed_apart(left, right, gazetteer) or listed_lands(left, right, gazetteer)
    # "the Nationalist Party of Khaleda Zia", "DMK and the Congress"
    of_someone = joint.strip() == "of" and _PARTY.search(left) and right.split(maxsplit=1)[0] in gazetteer.given and not CUE.search(right)
    known = (
        "and" in joint.split()
        and whole
        and not one_land(left, right, gazetteer)
        and (whole.type == "organization" or (whole.sure and CUE.search(right)))
    )
    # "Vice Premier Ho Lin and Central Bank"
    someone = (
        joint.split()[:1] == ["and"]
        and left != "Justice"
        and not CUE.search(left)
        and not gazetteer.titles.isdisjoint(left.split())
        and CUE.search(right)
    )
    # Not "King Salman Humanitarian Aid and Relief Center".
    someone = None if joint.split() == ["and"] and _ROYAL.match(left) else someone
    # "the Chinese Coast Guard and Chinese militia"
    people = "and" in joint.split() and right in gazetteer.demonyms and CUE.search(left)
    if (
        of_someone
        or someone
        or people
        or known
        or PEOPLE_AFTER.search(left)
        or left[-1].isdigit()
        or (left in _ALONE and "and" in joint.split() and CUE.search(right))
        or (joint.split() == ["and", "the"] and left.isupper() and " " not in left)
    ):
        return True
    if one_land(left, right, gazetteer) or (
        joint.split() == ["of", "the"] and (_ALL.match(f"{left}: {right}") or (_SERVICES.search(left) and right.startswith("Armed Forces")))
    ):
        # "Association of the U.S. Army", "Department of the Navy", "Naval Forces of the Armed Forces of Ukraine"
        return False
    if "and" not in joint.split():
        country = gazetteer.names.get(right) if re.search(r"\b(?:Party|Bank|Academy|Church|University|Government)\Z", left) else None
        return (
            "the" in joint.split()
            and bool(CUE.search(left) and CUE.search(right.split(" and ", maxsplit=1)[0]))
            and not (country and country.type == "place")
        )
    if not _FIELDS.search(left) and right.split(maxsplit=1)[0] in gazetteer.demonyms and CUE.search(right):
        return True
    if (
        "the" in joint.split()
        and (CUE.search(left) or len(left.split()) == 1 or ((len(left.split()) < 4 or not _FIELDS.search(left)) and CUE.search(right)))
        and len(right.split()) > 1
        and (CUE.search(right) or not _FIELDS.search(left))
    ):
        return True
    if CUE.search(left) and _PLACE_END.search(left) and (CUE.search(right) or not _FIELDS.search(right)):
        # "Security Committee of the Republic of Belarus and Belavia": no field follows a country.
        last = _PLACE_END.search(left)
        if last and last[1] in gazetteer.names and gazetteer.names[last[1]].kind in {"country", "region"}:
            return True
    if (len(right.split()) > 1 and CLOSED_BODY.search(left)) or (
        CUE.search(left) and (OWN.fullmatch(right) or ("the" in joint.split() and CUE.fullmatch(left.rsplit(maxsplit=1)[-1])))
    ):
        # "Honduran Red Cross and Ciudad Mujer", "the Progress Party and the Greens"
        return True
    if (_NEXT_BODY.match(right) and CUE.search(left)) or (gazetteer.country(right) and CUE.fullmatch(left.rsplit(maxsplit=1)[-1])):
        # "the Chilean Foreign Ministry and Peru's"
        return True
    if (
        CUE.fullmatch(left.rsplit(maxsplit=1)[-1])
        and len(left.split()) > 1
        and (len(right.split()) > 1)
        and right.split(maxsplit=1)[0] not in MORE
    ):
        # "the Religious Party and United Torah": what ends in its kind of body ends.
        return True
    # "African Union Electoral and Security Assistance Mission" is one.
    goes_on = not _FIELDS.search(left) and joint.split() == ["and"] and not CUE.fullmatch(left.rsplit(maxsplit=1)[-1])
    # "Northern Hospital and Research Centre" is one.
    goes_on = goes_on or (joint.split() == ["and"] and right.count(" ") == 1 and right.partition(" ")[0] in MORE)
    if not (CUE.search(left) and CUE.search(right)) or len(right.split()) < 2 or goes_on:
        return False
    # "Ministry of Trade and Industry Development" is one; "Government of Iraq and the Regional Government" are two.
    return "the" in joint.split() or not re.search(r"\b(?:of|for|on)\b", left)


_ROYAL = re.compile(r"(?:King|Queen|Prince|Princess|Sultan|Emir|Sheikh)(?:\s\S+){2}")
_ALL = re.compile(r"(?:Association|Council|Society|Federation|Union|Friends|League|General Staff):|Department: (?:Navy|Army|Air)")
_SERVICES = re.compile(r"\b(?:Forces|Staff|Command|Force)\Z")
_PARTY = re.compile(r"\b(?:Party|Movement|Front|Coalition|Government|Cabinet|Bloc|Alliance|League)\Z")
_PLACE_END = re.compile(r"\bof\s+(?:the\s+)?(?:Republic of\s+)?([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\Z")
_NEXT_BODY = re.compile(
    r"(?:(?:U\.?[SKN]\.?|[A-Z]\w+(?:an|ese|ish))\s)?(?:University|Ministry|Bank|Embassy|Government|Department|Chamber|Council|Institute|Academy|Parliament|Secretariat|(?:Permanent\s)?Mission)\s+of\s"
)
_DAY = re.compile(
    rf"\s+(?:(?:on|in|by|from|for|last|next)\s+)?(?:(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b|{WEEKDAY}|January|February|April|June|July|August|September|October|November|December)\b.*|\s+on\s+(?:March|May)\b.*"
)
_CALLED = re.compile(r"(?:\s+(?!(?:In|On|At|The|Marines|Soldiers)\b)[A-Z][a-z]+){1,2}(?=\s+[a-z]|[,.)])")
_NUMBERED = re.compile(rf"(?:\s+(?:No\.?\s?)?|-)\d{{1,3}}(?![\w%,.]\d|\w|\s+(?:percent|people|members|{MONTH}|million))")
