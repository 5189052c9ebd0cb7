"""Who does what a verb says where the first of its sentence does not: "Ana Ruiz said that Norwegian envoys met", "After meeting Ana Ruiz, Ola Lund left"."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.model.spans import Span

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading
    from sourcebook.extract.identity.linking import Linked


@dataclass(frozen=True, slots=True)
class Actors:
    """Those of a list, and where in the sentence of signs it begins and ends."""

    who: "tuple[Linked, ...]"
    start: int
    end: int
    many: int = 1
    """How many the list has, with those who have no names."""


def those(found: Actors | None) -> "tuple[Linked, ...]":
    """Those of a list, if there is one."""
    return found.who if found else ()


def parties(found: Actors | None) -> "tuple[Linked, ...]":
    """The states and bodies of a list: of persons and offices none."""
    return tuple([each for each in those(found) if each.found.type != "person"])


def persons(found: Actors | None) -> "tuple[Linked, ...]":
    """The persons of a list."""
    return tuple([each for each in those(found) if each.found.type == "person"])


NEAR = 120
"""Code points before a verb in which its subject is sought."""
_GROUP_ACTS = re.compile(
    r"\b"
    r"(?:delegations?|envoys|officials|representatives|ministers|leaders|troops|forces|soldiers|experts|diplomats"
    r"|lawmakers|mediators|negotiators|teams?|delegates|members)"
    r"(?:\s+(?:in|from|of|to)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w-]+)*)?\s+"
    r"(?:(?:has|have|had|also|then|later|will|would|was|were|are|is|recently)\s+){0,3}\Z"
)
_LEADS = re.compile(r"\b(?:lead|leads|leading|led|head|heads|headed|heading)\s+(?:an?|the|his|her)\s+(?:[\w-]+\s+){0,3}\Z")
"""Of a delegation: "Ana Ruiz is leading a large delegation on a visit"."""
_WITH_THEM = re.compile(r"(?:,[^,.;]{3,80},|,)?\s+(?:and|with|along\s+with|as\s+well\s+as|or)\s[^,.;]{0,80}|[’']s?\s[^,.;]{0,60}")

_AND_DOES = re.compile(r"\s+and\s+(?:(?:later|then|also|will|would|to|is|was|next)\s+)*")
_AMONG_THEM = re.compile(
    r"\b"
    r"(?:officials|leaders|ministers|envoys|delegations?|representatives|delegates|diplomats|team|members)\b[^.;“”]*\b"
    r"(?:including|such\s+as|with|meet|met)\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){0,5}\Z"
)
_GROUP = re.compile(
    r",\s+(?:the\s+)?(?:two|three|four|both)\s+(?:[a-z-]+\s+){0,2}"
    r"(?:officials|leaders|ministers|presidents|sides|delegations|men|women|parties|countries|diplomats)\b"
)


def group_acts(reading: "Reading", position: int, start: int) -> bool:
    """Whether "officials", "a delegation" and the like are the subject of the verb at a position, in a sentence that begins at `start`."""
    spoken = reading.text[start:position]
    if _another_man(reading, position, start) or _some_office(reading, position, start) or _unnamed(reading, position, start):
        return True
    many = "two" in spoken or "three" in spoken or "both" in spoken or "four" in spoken
    counted = next(reversed(list(_GROUP.finditer(reading.text, start, position))), None) if many else None
    if counted and not reading.people_between(counted.end(), position):
        # "After meeting A and B, the three officials toured": nobody alone.
        return True
    alone = reading.people(Span(start, position)) if " and " in spoken else []
    if (
        len(alone) == 1
        and _AND_DOES.fullmatch(reading.text, alone[0].span.end, position)
        and _AMONG_THEM.search(reading.text, max(start, alone[0].span.start - NEAR), alone[0].span.start)
    ):
        # "The envoys are to meet officials including Ana Ruiz and later travel": not she.
        return True
    group = _GROUP_ACTS.search(reading.text, max(start, position - NEAR), position)
    if group is None or reading.people(Span(group.start(), position)) or _LEADS.search(reading.text, start, group.start()):
        return False
    before = reading.people_between(start, group.start())
    return not before or not _WITH_THEM.fullmatch(reading.text, before[-1].span.end, group.start())


def _unnamed(reading: "Reading", position: int, start: int) -> bool:
    """Whether a guest or a group acts of whom no name is told: "Ana Ruiz said the visiting official called on Ola Lund and toured"."""
    guest = _GUEST_ACTS.search(reading.text, start, position)
    if guest and not any(each.span.start < guest.end("who") for each in reading.people(Span(guest.start(), position))):
        return True
    group = _GROUP_OF.search(reading.text, max(start, position - NEAR), position)
    return group is not None and not reading.people(Span(group.start(), position))


_GUEST_ACTS = re.compile(
    r"\b(?P<who>[Tt]he\s+(?:visiting\s+[a-z]+|guests?|visitors?))\s+(?:(?:also|later|then|has|had)\s+)*"
    r"(?:(?:paid|held|made|met|had|[a-z]+ed)\s[^.;:“”]{3,100}?\s+and\s+(?:(?:also|later|then)\s+)*)?\Z"
)
_GROUP_OF = re.compile(
    r"\b(?:an?|the|some|another)\s+(?:[a-z-]+\s+)?(?:group|delegation|team|mission|contingent|party)\s+of\s+(?!(?:ministers|leaders)\s+including)[^.;:,“”]{3,100}?\s+"
    r"(?:(?:has|have|had|also|then|later|recently)\s+)*\Z"
)


def received_and(text: str, position: int, start: int) -> int | None:
    """Where it is said that somebody was received who did what the verb at a position says too: "Ana Ruiz was received by Ola Lund and met"."""
    found = _RECEIVED_AND.search(text, start, position)
    return found.start() if found else None


_RECEIVED_AND = re.compile(
    r"\b(?:was|were|has\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:received|welcomed|greeted|hosted|briefed)\s+(?:[^.;:“”]{3,40}?\s)?by\s+(?![^.;]*\bwho\b)[^.;:“”]{3,120}?\s+and\s+"
    r"(?:(?:also|later|then)\s+)*\Z"
)


def _some_office(reading: "Reading", position: int, start: int) -> bool:
    """Whether an office acts of which the text does not tell who holds it: "After lunch with Ana Ruiz, the President left for Lima"."""
    role = next((each for each in reversed(reading.before(position)) if each.found.type == "role"), None)
    return (
        role is not None
        and role.span.start > start
        and _AT_ONCE.fullmatch(reading.text, role.span.end, position) is not None
        and reading.text.endswith(", the ", start, role.span.start)
        and not any(each.span.end >= role.span.end for each in reading.people(Span(role.span.start - len("the "), position)))
    )


def _another_man(reading: "Reading", position: int, start: int) -> bool:
    """Whether somebody's man acts rather than he: "Ana Ruiz's envoy visited", "the wife of Ana Ruiz visited", "she said her army had left"."""
    text, near = reading.text, max(start, position - NEAR)
    his = _HIS_MAN.search(text, near, position)
    if his:
        people = reading.people(Span(start, his.start())) if his["own"] and his.start() > start else []
        return not his["own"] or bool(people and people[-1].span.end == his.start())
    people = reading.people(Span(near, position)) if " of " in text[near:position] or " to " in text[near:position] else []
    return bool(
        people
        and _SOON.fullmatch(text, people[-1].span.end, position)
        and _MAN_OF.search(text, max(start, people[-1].span.start - NEAR), people[-1].span.start)
    )


_MAN = (
    r"(?:envoy|emissary|aide|spokes(?:man|woman|person)|adviser|advisor|lawyer|attorney|wife|husband|son|daughter|brother|sister"
    r"|mother|father|army|troops|soldiers|militia)"
)
_SOON = re.compile(r"\s+(?:(?:had|has|have|also|then|later|recently|already|would|will)\s+)*")
_HIS_MAN = re.compile(rf"(?:(?P<own>[’']s)|(?<!and )(?<!with )\b(?:his|her))\s+(?:[a-z-]+\s+)?{_MAN}{_SOON.pattern}\Z")
_MAN_OF = re.compile(rf"\b(?:[Tt]he|[Aa]n?)\s+(?:[a-z-]+\s+)?{_MAN}\s+(?:of|to)\s+(?:(?:[Tt]he|[A-Z][a-z]+)\s+){{0,3}}\Z")


def after_invitation(reading: "Reading", start: int, end: int) -> int:
    """Where a sentence goes on after "At the invitation of Ana Ruiz, " or "Representing Ana Ruiz, ": what is told then is not of her."""
    found = INVITED.match(reading.text, start, end)
    if found and not reading.people(Span(*found.span())):
        found = INVITED_BY_NAME.match(reading.text, start, end)
    return found.end() if found and found.end() < end else start


_INVITATION = r"\W*(?:At|On|Upon|By|Following)\s+(?:the|an?)\s+(?:\w+\s+)?invitation\s+(?:of|from|by)\s[^,;:]{1,160},\s+"
_BY_ANOTHER = (
    r"\W*(?:Invited|Received|Welcomed|Greeted|Accompanied|Escorted|Flanked|Joined|Hosted|Met|Seen\s+off)\s+"
    r"(?:(?:warmly|at\s+[^,;:]{3,40}?|in\s+[^,;:]{3,40}?|here|there)\s+)?by\s[^,;:]{1,160},\s+"
)
_FOR_ANOTHER = r"(?:[^,.;“”]{1,24},[^,.;“”]{2,40}?(?:--?|—|–)\s+)?(?:Representing|On\s+behalf\s+of|Deputi[sz]ing\s+for)\s[^,;:]{1,160},\s+"
FOR_WHOM = re.compile(r"invitation|Representing|On behalf|Deputi[sz]ing")
"""Without one of these words nobody is left out who stands first."""
BY_WHOM = re.compile(r"\W?(?:Invited|Received|Welcomed|Greeted|Accompanied|Escorted|Flanked|Joined|Hosted|Met|Seen off)\s")
"""How a sentence begins that tells first by whom: "Accompanied by Ana Ruiz, "."""
INVITED = re.compile(rf"{_INVITATION}|{_FOR_ANOTHER}|{_BY_ANOTHER}")
INVITED_BY_NAME = re.compile(rf"(?:{_INVITATION}|{_BY_ANOTHER})[^,;:]{{1,60}},\s+")
"""The same where a comma stands before the name of who invites: "of the Prime Minister, Ana Ruiz, "."""


def _past_quote(reading: "Reading", start: int, verb: int) -> str | None:
    """Who is named between the words quoted that open a sentence and a verb: "“…,” Ana Ruiz said at talks with"."""
    text = reading.text
    opens = text[start] in '“"'
    close = text.rfind(text[start] if text[start] == '"' else "”", start + 1, verb)
    if close < 0 or text.find("“", start + opens, close) >= 0 or close + 1 >= verb:
        return None
    told = reading.people(Span(close + 1, verb))
    return told[0].entity if told and _SPOKE.match(text, close + 1, told[0].span.start + 1) else None


_SPOKE = re.compile(r"\s+(?:[a-z]+\s+)?(?:the\s+)?(?:[A-Z]|said\s)")


def acting_late(reading: "Reading", position: int, start: int) -> str | None:
    """The person after the comma of a phrase that opens a sentence, or the one who is thanked or urged for what the verb says."""
    people = reading.people_between(start, position)
    if not people:
        return None
    if told := _past_quote(reading, start, position):
        return told
    last = people[-1]
    if (
        len(people) > 1
        and _INVITES.search(reading.text, max(start, last.span.start - NEAR), last.span.start)
        and _TO_DO.fullmatch(reading.text, last.span.end, position)
    ):
        # "Ana Ruiz will go to Oslo on the invitation of Ola Lund to attend": she.
        return next((each.entity for each in reversed(people) if each.entity != last.entity), None)
    if _URGED.search(reading.text, max(start, last.span.start - NEAR), last.span.start) and (
        _FOR_IT.fullmatch(reading.text, last.span.end, position)
        or (position == last.span.end + 1 and reading.text.startswith(("to ", "for "), position))
    ):
        return last.entity
    if len(people) > 1 and _AT_ONCE.fullmatch(reading.text, last.span.end, position):
        between = reading.plain(people[-2].span.end, last.span.start, "role", "demonym", "place")
        if _NEW_CLAUSE.search(between) and last.entity != people[-2].entity:
            # "Ana Ruiz visited Oslo, and Ola Lund visited Lima"
            return last.entity
    if len(people) == 1 or not _OPENING.match(reading.text, start):
        return None
    for one, other in reversed(list(pairwise(people))):
        comma = reading.text.rfind(", ", one.span.end, other.span.start)
        if one.entity != other.entity and comma >= 0 and reading.straight(comma + 1, other.span.start):
            return other.entity if _ACTS_AT_ONCE.fullmatch(reading.text, other.span.end, position) else None
    return None


_OPENING = re.compile(
    r"\W*(?:(?:Shortly|Soon|Immediately|Just|Hours|Days|Weeks|Months|Right|A\s+(?:day|week|month)|Two\s+\w+)\s+)?"
    r"(?:[Aa]fter|[Bb]efore|[Ff]ollowing|[Dd]uring|[Aa]head\s+of|[Pp]rior\s+to|[Hh]aving|[Uu]pon|[Uu]nder|[Uu]nlike"
    r"|[Ii]n\s+addition\s+to|[Bb]esides|[Aa]part\s+from|[Aa]side\s+from|[Aa]s\s+well\s+as|[Ii]nstead\s+of|[Rr]ather\s+than|[Dd]espite|[Ww]hile(?=\s\w+ing\b)"
    r"|In\s+the\s+(?:government|cabinet|administration|time|days|reign)\s+of|(?:Meeting|Receiving|Welcoming|Hosting)(?=\s))\b"
)
_ACTS_AT_ONCE = re.compile(
    r"(?:\s+(?:and|,)\s[^.;]{3,80}?)?(?:,\s[^,;]{3,90},|,)?"
    r"(?:\s+"
    r"(?:also|then|later|has|have|had|will|would|today|yesterday|(?:on\s+)?[A-Z][a-z]+day|recently|again"
    r"|separately))*\s+(?:[a-z]+ed\s[^.;,“”]{0,60}?\s(?:to|and)\s+)?"
)
_AT_ONCE = re.compile(r"(?:\s+(?:also|then|later|has|have|had|will|would|recently|again|further))*\s+")
_NEW_CLAUSE = re.compile(
    r"\s(?:[a-z]{2,}ed|met|held|went|flew|made|paid|spoke|told|said|was|were|is|took|left|came)\s[^;]*,?\s"
    r"(?:and|while|but|whereas)\s+(?:the\s+|[A-Z]\w+\s+)?(?:[a-z]+\s+)?\Z"
)
_INVITES = re.compile(r"\binvitation\s+(?:of|from|by)\s[^,;“”]*\Z")
_TO_DO = re.compile(r"\s+to\s(?:[^.;,“”]{0,60}\s)?")
_URGED = re.compile(
    r"\b"
    r"(?:commend|thank|prais|congratulat|urg|ask|invit|encourag|press|persuad|criticis|criticiz|blam|dispatch|sent"
    r"|accus|suspect|want|call(?:ed|s)?\s+on)\w*\s+(?:the\s+)?(?:[A-Z]?[\w’'-]+\s+){0,5}\Z"
)
_FOR_IT = re.compile(
    r"\s+(?:for|to|of)\s"
    r"(?!(?:(?:the|his|her|their|an?|such)\s+)*(?:[a-z-]+\s+(?:and\s+)?){0,3}"
    r"(?:welcome|reception|hospitality|invitation|greetings?|hosting)\b)(?:[^.;,“”]{0,80}\s)?"
)
"""What somebody is thanked for and does; the welcome another gets."""


def opens_clause(words: str, start: int, end: int, verb: int) -> bool:
    """Whether the word before those between two positions leads to what they did: "after Norway invaded", "despite Norway joining"."""
    if end > verb or not _THEIR_VERB.fullmatch(words, end, verb):
        return False
    return bool(
        _CLAUSE_AFTER.search(words, start - 24, start) or (_ITS_ING.match(words, verb) and _TO_THEM.search(words, start - 24, start))
    )


_CLAUSE_AFTER = re.compile(r"\b(?:[Aa]fter|[Bb]efore|[Tt]han)\s+(?:the\s+)?\Z")
_TO_THEM = re.compile(r"\b(?:to|with|by|despite|from)\s+(?:the\s+)?\Z")
_ITS_ING = re.compile(r"[a-z-]+ing\b")
_THEIR_VERB = re.compile(r"\s+(?:(?:had|have|has|also|first|formally|officially|again)\s+){0,2}")
