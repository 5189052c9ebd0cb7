"""Where the name of a body ends: before a person's, a day's or an aircraft's begins, and with what is its own too."""

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.ends import further_end, known_end
from sourcebook.extract.bodies.holders import trailing_name, unknown
from sourcebook.extract.bodies.words import CUES, HARDWARE, HOLDER, PEOPLE_AFTER, RANK_AFTER, TITLE
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import MONTH, WEEKDAY


def end_before_others(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name ends before a person's, a day's or an aircraft's begins."""
    end -= text.endswith(("’", "'"), start, end)
    led = _BASED_ON.search(text, start, end) or _OWN_SHORT.search(text, start, end)
    end = known_end(text, start, led.start() if led else end, gazetteer)
    if _ENDS_CLOSED.search(text[start:end]):
        # "London Stock Exchange"
        return end
    day = _DAY_AFTER.search(text, start, end)
    end = day.start() if day else end
    end -= trailing_name(text[start:end], gazetteer)
    spoken = _NAME_AFTER.search(text[start:end])
    end = start + spoken.start(1) if spoken and not _FOREIGN_SCHOOL.match(text, start) else end
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
    for pattern in (_AND_TITLE, _NUMBER_MARK, _FLIGHT, *held, _EMBASSY_TO, *whose, *_NO_PART_OF_IT):
        found = pattern.search(text, start, end)
        end = found.start() if found else end
    return end


_BASED_ON = re.compile(
    r"-(?:sponsored|led|hosted|linked|aligned|allied|dominated|occupied|nominated|winning|themed|backed|funded|based|run|owned|affiliated"
    r"|supported|organi[sz]ed|controlled|held|brokered|mediated)\Z"
)
_OWN_SHORT = re.compile(r"(?<=[a-z])(?<! to)(?<! of)(?<! for)(?<! the)\s(?!SARL|OJSC|PJSC|DMCC|FZCO)[A-Z]{4,}\Z")
"""A short name right after the name: "State Oil Company of Azerbaijan SOCAR"."""
_ENDS_CLOSED = re.compile(r"\b(?:Head Quarters|Stock Exchange|Airport Authority|Task Force|Working Group|Coast Guard)\Z")
_DAY_AFTER = re.compile(
    rf"\s+(?:(?:on|in|by|from|for|last|next)\s+)?(?:(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b|{WEEKDAY}"
    # "March" and "May" are words of names too.
    r"|January|February|April|June|July|August|September|October|November|December)\b.*|\s+on\s+(?:March|May)\b.*"
)
_NAME_AFTER = re.compile(rf"(?:{CUES})((?:\s+(?!(?:{CUES})\b)[A-Z][a-zé’'-]+){{2,3}})\Z")
_FOREIGN_SCHOOL = re.compile(
    r"(?:Institut|Instituto|Movimento|Movimiento|Universidad|Universidade|Université|Universität|Ministerio|Fundación|Académie)\b"
)
_OF_LAND = re.compile(r"\s+of\s+the\s+(?:US|U\.S|UK|U\.K|UAE)\Z")
_HOUSE_OF_ONE = re.compile(r"(?:Parliament|National Assembly|Senate|Congress|Seimas|Saeima|Sejm|Majlis|Knesset|Khural)(\s[A-Z][a-z]{3,})\Z")
_OF_DEMONYM = re.compile(r"\s+of\s+the\s+(\w+)\Z")
_OFFICE_OF = re.compile(r"(?:[A-Z]\w+ ){0,2}Office of the ")
_COUNTED_THEN = re.compile(r"\b(?:Battalion|Brigade|Division|Regiment|Squadron|Company|Unit)[ -]\d{1,4}(?=\s+(?:of|on|in|at|and|to|for)\s)")
_OF_PEOPLE = re.compile(
    r"(?:[A-Z][\w-]+ )?(?:Organi[sz]ation|Association|Union|Federation|League|Foundation|Council|Society|Committee) (?:of|for) "
)
_AND_TITLE = re.compile(r"\s+(?:and|to|with|from|by)\s+(?:Dr|Mr|Mrs|Ms|Prof|Gen|Hon|H\.?E)\Z")
_NUMBER_MARK = re.compile(r"\s+Nos?\Z|(?<=Forces) the [A-Z].*|(?<=Army) the [A-Z].*|(?<=Navy) the [A-Z].*")
_FLIGHT = re.compile(r"(?<=[a-z])\sFlight\Z")
_EMBASSY_TO = re.compile(r"(?<=Embassy)\s+to\s+(?:the\s+)?(?=(?:Presidential|President|Palace|Airport|Ministry)\b).*")
_CRAFT_AFTER = re.compile(
    r"(?<=Air Force)\s(?:Typhoon|Hornet|Hercules|Tornado|Reaper|Rafale|Mirage|Chinook|Poseidon|Voyager|Lightning|Raptor|Globemaster"
    r"|Stratotanker)s?\b.*"
)
_FOR_ONE = re.compile(r"\s(?:for|on|to)\san?\s(?:UN|U\.N\.|EU|NATO)\Z")
_NO_PART_OF_IT = (_CRAFT_AFTER, _FOR_ONE, _DAY_AFTER, HARDWARE, RANK_AFTER)


def end_with_its_own(text: str, start: int, end: int) -> int:
    """Where a name ends with what is its own too: a number, a task force's name, an operation, a region."""
    name = text[start:end]
    called = _CALLED.match(text, end) if name.endswith("Task Force") else None
    numbered = _NUMBERED.match(text, end) if _COUNTED.search(name) else None
    campus = _CAMPUS.match(text, end) if name.endswith("University of California") else None
    campus = campus or (_AT_TOWN.match(text, end) if re.search(r"\bUniversity of (?:\w+ )?[A-Z]\w+\Z", name) else None)
    if suffix := campus or _SUFFIX.match(text, end):
        return suffix.end()
    end = called.end() if called else numbered.end() if numbered else end
    if _MISSION_THERE.search(name) and (inside := _IN_COUNTRY.match(text, end)) and not text.startswith(" and the ", inside.end()):
        return inside.end()
    operation = _OPERATION.match(text, end) if re.search(r"(?:Force|Command)\Z", text[start:end]) else None
    if operation:
        title = TITLE.search(text, end, operation.end())
        end += len(text[end : title.start() if title else operation.end()].rstrip())
    return _with_region(text, further_end(text, end))


_CALLED = re.compile(r"(?:\s+(?!(?:In|On|At|The|Marines|Soldiers)\b)[A-Z][a-z]+){1,2}(?=\s+[a-z]|[,.)])")
_COUNTED = re.compile(
    r"\b(?:Group|Squadron|Wing|Division|Battalion|Fleet|Force|Brigade|Team|Regiment|Corps|Unit|Reactor|Bureau|Joint Stock Company)\Z"
)
_NUMBERED = re.compile(rf"(?:\s+(?:No\.?\s?)?|-)\d{{1,3}}(?![\w%,.]\d|\w|\s+(?:percent|people|members|{MONTH}|million))")
_CAMPUS = re.compile(r",\s(?:Berkeley|Los Angeles|San Diego|Davis|Irvine|Santa Barbara|Santa Cruz|Riverside|Merced|San Francisco)\b")
_AT_TOWN = re.compile(r"\sat\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\b")
_SUFFIX = re.compile(r",?\s(?:Inc|Ltd|Corp|LLC|Plc|PLC|Limited|Co(?!-)|FZC|FZE|DMCC|JSC|SARL|Pvt|BV|NV)\b")
_MISSION_THERE = re.compile(
    r"\b(?:Training|Assistance|Stabili[sz]ation|Support|Advisory|Monitoring|Observer|Verification|Transition|Partnership|Police|Border|Civilian"
    r"|Peacekeeping|Aid|Capacity[- ]Building|SADC|ECOWAS|AU|EU|UN|OSCE) Mission\Z"
)
_IN_COUNTRY = re.compile(r"\s+in\s+(?:the\s+)?(?:[A-Z][\w-]+\s(?=[A-Z])){0,2}[A-Z]\w+(?:-[A-Z][a-z]+)*")
_OPERATION = re.compile(r"\s*[-–]\s*(?:Operation\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+")


def _with_region(text: str, end: int) -> int:
    """Where a name ends whose short name shows that it goes on: "Mission in Somalia (ATMIS)", "Task Force – Horn of Africa (CJTF-HOA)"."""
    further = _REGION_WITH_SHORT.match(text, end)
    if further is None:
        return end
    rest = iter(re.sub(r"[^A-Z]", "", further["short"])[1:])
    if any(word[:4].upper() in further["short"].upper() for word in further["name"].split() if len(word) > 3):
        # As in "Mission in the Sahel (MISAHEL)".
        return further.end("name")
    # Its initials come in that order in the short name.
    return further.end("name") if all(letter in rest for letter in re.findall(r"\b[A-Z]", further["name"])) else end


_REGION_WITH_SHORT = re.compile(
    r"\s+(?:(?:in|for|to|against|on)\s+(?:the\s+)?|[-–—]\s+)"
    r"(?P<name>[A-Z][\w-]*(?:\s+(?:and the|and|of|the|for)?\s*[A-Z][\w-]*){0,4})\s+\((?P<short>[A-Z][A-Za-z-]{2,11})(?:\s+[A-Z][\w-]+)?[);,]"
)
