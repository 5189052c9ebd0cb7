"""Mentions -> entities: short names, titles and pronouns of a document, and what the knowledge base knows already."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import OFFICE_WORDS, POINTING
from sourcebook.extract.document import Document, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.people.genders import may_mean
from sourcebook.memory import quick
from sourcebook.model.spans import Span

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_ADVERBIAL = re.compile(
    r"\W*(?:[A-Z][a-z]{2,}ing|After|Before|During|While|When|Following|Upon|On|In|As|Since|With|At|Having|Earlier|Later)\b"
)
_TOLD = re.compile(
    r"\b"
    r"(?:said|says|stated|announced|noted|added|stressed|reported|confirmed|indicated|explained|emphasi[sz]ed"
    r"|underlined|underscored|revealed|disclosed|recalled|declared|affirmed|claimed|believes|hoped"
    r"|pointed\s+out|told\s+\w+)\s+(?:(?:on|in)\s+[A-Z]\w+(?:\s+\d{1,2})?\s+)?(?:that\s+)?"
)
_INVITED = re.compile(r"\b[Aa]t\s+the\s+(?:\w+\s+)?(?:invitation|request)\s+of\b")
_LEADER = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er)\s+(?:[a-z-]+\s+)?"
    r"(?P<of>[A-Z][\w-]+"
    r"(?:\s(?:Lankan|Zealand|Arabian|African|Korean|Sudanese|Leonean|Verdean|Rican|Timorese|Islands?))?)\s+"
    r"(?:(?:[Ss]tate\s+)?[Ll]eader|guest|visitor|dignitary|(?:parliament(?:ary)?\s+)?speaker|top diplomat|FM|king"
    r"|monarch|emir|chancellor|army chief|PM|counterpart|president|[Pp]remier|prime minister|minister"
    r"|head of state|foreign minister|Foreign Minister|Prime Minister|President|Foreign Secretary"
    r"|foreign secretary|defen[cs]e minister|Defen[cs]e Minister)\b(?!,?\s+(?!On\b|In\b)[A-Z])"
)
"""Without "The Danish prime minister, Mette Frederiksen": an office beside its holder's name."""


@quick
@dataclass(frozen=True, slots=True)
class Linked:
    """A mention with the id of its entity; "" for a date, and for a role whose holder is not known. `span` is where it stands."""

    found: Found
    entity: str
    span: Span = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", self.found.span)


def leaders(document: Document, linked: list[Linked], gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Phrases such as "the Myanmar leader", with the person whose office is of that country and who was named last."""
    people = [each for each in linked if each.found.type == "person"]
    phrases = list(matches(_LEADER, document.text, _pointing(document)))
    countries = _countries(document, linked) if phrases else {}
    for found in phrases:
        entry = gazetteer.demonyms.get(found["of"]) or gazetteer.names.get(found["of"])
        if entry is None:
            continue
        before = [each for each in people if each.span.start < found.start()]
        own = [each for each in before if entry.name in countries.get(each.entity, ())]
        others = [each for each in before if each.entity not in countries]
        if not own and (introduced := _introduced_next(document, people, found.end())):
            yield Span(*found.span()), introduced
        elif own or len({each.entity for each in others}) == 1:
            # Of several of no country nobody is meant rather than another.
            yield Span(*found.span()), (own or others)[-1].entity


def _introduced_next(document: Document, people: list[Linked], position: int) -> str:
    """Who is first named where the next sentence begins: "The Chilean president agreed. Ana Ruiz said"."""
    number = document.sentence_of(position - 1).number + 1
    if number >= len(document.sentences) or document.sentences[number].paragraph != document.sentences[number - 1].paragraph:
        return ""
    start = document.sentences[number].span.start
    next_one = next((each for each in people if each.span.start == start), None)
    known = next_one is None or any(each.entity == next_one.entity for each in people if each.span.start < start)
    return "" if next_one is None or known else next_one.entity


def _countries(document: Document, linked: list[Linked]) -> dict[str, set[str]]:
    """The countries that stand right before each person's name: "Azerbaijani counterpart Ilham Aliyev", "President of Chile Ana Ruiz"."""
    found: dict[str, set[str]] = {}
    last: Linked | None = None
    for each in linked:
        if each.found.type in {"place", "demonym"}:
            last = each
        if each.found.type == "person" and (of := _OF_COUNTRY.match(document.text, each.span.end)):
            after = bisect.bisect_left(linked, of.end(), key=_start)
            if after < len(linked) and linked[after].span.start == of.end() and linked[after].found.type == "place":
                found.setdefault(each.entity, set()).add(linked[after].found.name)
        if each.found.type == "person" and (told := _TOLD_OF.match(document.text, each.span.end)):
            # "Ana Ruiz, the president of the Republic of Chile"
            after = bisect.bisect_left(linked, told.end(), key=_start)
            if after < len(linked) and linked[after].span.start == told.end() and linked[after].found.type == "place":
                found.setdefault(each.entity, set()).add(linked[after].found.name)
        if each.found.type == "person" and last:
            between = document.text[last.span.end : each.span.start]
            if (
                len(between) < NEAR
                and re.fullmatch(r"(?:[’']s)?(?:[ ,]+[\w’'-]+)*[ ,]+", between)
                and not re.search(
                    r"\b"
                    r"(?:and|with|in|to|will|would|meets?|met|has|have|had|was|is|by|on|received?|welcomed|told|said|thanked"
                    r"|hosted|visited|invited|called)\b",
                    between,
                )
            ):
                found.setdefault(each.entity, set()).add(last.found.name)
                continue
            last = None
    return found


_TOLD_OF = re.compile(
    r",\s(?:the\s)?(?:[\w’-]+\s){0,3}"
    r"(?:[Pp]resident|[Mm]inister|[Ll]eader|[Kk]ing|[Pp]remier|[Cc]hancellor|[Aa]mbassador)\s(?:[\w-]+\s){0,3}?of\s"
    r"(?:the\s)?(?=[A-Z])"
)
_OF_COUNTRY = re.compile(r" of (?:the )?")
NEAR = 48
"""Code points between a country and the name of its leader."""


_OFFICE = re.compile(
    r"\b[Tt]he\s+"
    r"(?P<words>(?:(?!former|new|next|two)[\w-]+\s+){0,3}?(?P<head>[Ss]ecretary(?:[- ][Gg]eneral|\s+of\s+[Ss]tate)?|[Mm]inister|[Pp]resident|[Pp]remier|[Gg]eneral|[Cc]ommander|[Aa]mbassador|[Ss]pokes(?:man|woman|person)|[Gg]overnor"
    r"|[Cc]hancellor|[Ss]peaker|[Cc]hairman|[Cc]hairwoman|[Ee]nvoy|[Rr]epresentative|[Dd]irector(?:[- ][Gg]eneral)?|[Cc]olonel|[Cc]ommissioner|[Ll]eader|[Aa]dmiral))"
    r"(?![\w-]|\s+(?:of|for)\s+(?:the\s+)?[A-Z]"
    r"|[’']s(?!\s+(?:[\w-]+\s+){0,3}(?:visit|trip|tour|meetings?|talks)\b)"
    r"|\s+"
    r"(?:Secretary|Minister|President|Director|Commissioner|Representative|Ambassador|Directorate|Assembly"
    r"|Staff|Command|Council|Office|Authority|Union|Licen[cs]e)\b)"
)


def _pointing(document: Document) -> list[int]:
    """Where `_OFFICE` and `_LEADER` can begin."""
    places = document.where(POINTING)
    return [at for each in document.holding(OFFICE_WORDS) for at in within(places, each.span)]


def offices(document: Document, linked: list[Linked]) -> list[Linked]:
    """Of "the Foreign Secretary" and "the secretary": the person whose name stands beside that office elsewhere in the text."""
    text = document.text
    holders: list[tuple[str, int, str]] = []
    people = {each.span.start: each for each in linked if each.found.type == "person"}
    # "After talks with the Chilean President, the Foreign Secretary said": two persons.
    ends = {each.span.end: each for each in people.values() if each.found.kind != "office"}
    for role in (each for each in linked if each.found.type == "role"):
        led = _HONORIFIC.match(text, role.span.end)
        reach = max(role.span.end + 4, led.end() + 1 if led else 0)
        holder = next((people[at] for at in range(role.span.end + 1, reach) if at in people), None)
        if holder is None:
            at = next((at for at in range(role.span.start - 1, max(0, role.span.start - 32), -1) if at in ends), None)
            apposed = at is not None and re.fullmatch(
                r"(?:,\s+|\s+(?:is|was|became|becomes)\s+)(?:the\s+|an?\s+)?(?:[\w.’'-]+\s+){0,2}", text[at : role.span.start]
            )
            holder = ends[at] if at is not None and apposed else None
        holders += [(role.found.name.casefold(), role.span.start, holder.entity)] if holder else []
    # "The Chilean president" too is whom "the president" may mean.
    pointed = [each for each in linked if each.found.kind == "office"] if holders else []
    holders += [(each.span.of(text).casefold().rpartition(" ")[2], each.span.start, each.entity) for each in pointed]
    found = []
    taken = sorted(each.span for each in people.values())
    known = {each.span.start for each in pointed}
    others = [each for each in matches(_LEADER, text, _pointing(document)) if each.start() not in known] if holders else []
    for office in matches(_OFFICE, text, _pointing(document)) if holders else ():
        follows = bisect.bisect_left(taken, Span(office.end(), office.end() + 1))
        if follows < len(taken) and taken[follows].start - office.end() <= 2:
            continue
        words = office["words"].casefold().split()
        if any(each.start() < office.start() and each[0].casefold().endswith(words[-1]) for each in others):
            # "The Chilean president", of whom nobody knows who he is, may be meant.
            continue
        near = [
            (each, at, who)
            for each, at, who in holders
            if _same_office(words, office["words"].split(), each, text[max(0, at - 30) : at].casefold())
        ]
        # Somebody who has been introduced already is meant rather than one who has not.
        near = [one for one in near if one[1] <= office.start()] or near
        shared = [len({*words} & set(each.split())) for each, _, _ in near]
        meant = {who for count, (_, _, who) in zip(shared, near, strict=True) if count == max(shared)}
        if len(meant) == 1:
            found.append(Linked(Found(span=Span(*office.span()), type="person", name=(who := meant.pop()), kind="office"), who))
    return [*found, *_offices_of_states(document, linked, {at: who for _, at, who in holders})]


def _offices_of_states(document: Document, linked: list[Linked], holders: dict[int, str]) -> Iterator[Linked]:
    """Of "the Prime Minister of Niger": whose name stands beside that office of that country elsewhere."""
    states = [each for each in linked if each.found.type in {"place", "demonym"}]
    starts = [each.span.start for each in states]
    held: dict[tuple[str, str], set[str]] = {}
    named: list[tuple[Linked, tuple[str, str]]] = []
    for role in (each for each in linked if each.found.type == "role"):
        first = max(0, bisect.bisect_left(starts, role.span.start) - 1)
        last = bisect.bisect_left(starts, role.span.end)
        near = [one for one in states[first:last] if one.span.start >= role.span.start or role.span.start - one.span.end < OWNER]
        if near:
            key = (role.found.name.split(" of ")[0].casefold(), near[-1].entity)
            if role.span.start in holders:
                held.setdefault(key, set()).add(holders[role.span.start])
            elif near[-1].span.start > role.span.start and document.text[: role.span.start].endswith(("the ", "The ")):
                named.append((role, key))
    for role, key in named:
        who = held.get(key, set())
        if len(who) == 1:
            entity = next(iter(who))
            yield Linked(Found(span=role.span, type="person", name=entity, kind="office"), entity)


OWNER = 4
"""Code points between a country and its office: "Niger’s Prime Minister"."""


_HONORIFIC = re.compile(r",?\s(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Sheikh|Hon|H\.?\s?[EH])\.?\s)+")


def _same_office(words: list[str], written: list[str], role: str, before: str) -> bool:
    """Whether "the [Indian] [foreign] minister" may mean an office: what is said of it must be true of the office."""
    of_role = [_IN_FULL.get(each, each) for each in role.split()]
    if words[-1] == "premier" and "premier" not in of_role and "prime" in of_role:
        words, written = [*words[:-1], "prime", "minister"], [*written[:-1], "prime", "minister"]
    if words[-1] not in of_role:
        return False
    if {"prime", "vice", "deputy"} & set(of_role) != {"prime", "vice", "deputy"} & set(words):
        return False
    unsaid = [
        plain for plain, as_written in zip(words[:-1], written[:-1], strict=False) if plain not in of_role and as_written[0].isupper()
    ]
    return all(each in before for each in unsaid) and all(
        plain in of_role or plain in before for plain in words[:-1] if plain in _PORTFOLIOS
    )


_IN_FULL = {
    "gen.": "general",
    "col.": "colonel",
    "amb.": "ambassador",
    "gov.": "governor",
    "adm.": "admiral",
    "rep.": "representative",
    "sec.": "secretary",
}
_PORTFOLIOS = frozenset(
    [
        "foreign",
        "defense",
        "defence",
        "finance",
        "interior",
        "transport",
        "trade",
        "health",
        "energy",
        "education",
        "press",
        "state",
        "culture",
        "justice",
    ]
)


def _start(each: Linked) -> int:
    return each.span.start


def subject_before(
    document: Document, linked: list[Linked], position: int, sentence_start: int, *, types: tuple[str, ...] = ("person",)
) -> str | None:
    """The entity that is the subject of a verb at `position`: the first of its sentence, or what a pronoun there stands for."""
    text = document.text
    first, last = bisect.bisect_left(linked, sentence_start, key=_start), bisect.bisect_left(linked, position, key=_start)
    here = [each for each in linked[first:last] if each.span.end <= position and each.found.type in types]
    relative = _WHO.search(text, max(sentence_start, position - 80), position)
    if relative and here and here[-1].span.end <= relative.start():
        # "A received B, who was in Oslo": who is named last before the clause; not whose envoy B is.
        return next((each for each in reversed(here) if not _OWNER.match(text, each.span.end)), here[-1]).entity
    invited = next(reversed(list(_INVITED.finditer(text, sentence_start, position))), None)
    if invited:
        # "At the invitation of A and B, C will visit": the last acts, if more than who invites are named after these words.
        after = [each for each in here if each.span.start >= invited.end()]
        if len(after) > 1:
            return after[-1].entity
        here = [each for each in here if each not in after] or here
    elif _INTRODUCED.match(text, sentence_start):
        # "At the invitation of X, Y visited": who is named aside is not who acts, if somebody else is.
        here = [each for each in here if not _ASIDE.search(text, sentence_start, _with_title(linked, each))] or here
    told = [each for each in _TOLD.finditer(text, sentence_start, position) if here and here[0].span.end <= each.start()]
    if told:
        # "Rudenko said that Lavrov would visit": the clause has a subject of its own, or a pronoun for who speaks.
        clause = [each for each in here if each.span.start >= told[-1].end()]
        if clause or not _ADVERBIAL.match(text, sentence_start):
            return clause[0].entity if clause else here[0].entity
        # "During his talks with A, B noted that he": not A.
        tells = [each for each in here if not _ASIDE.search(text, sentence_start, _with_title(linked, each))]
        return (tells or here)[0].entity
    pronoun = _PRONOUN.search(text, sentence_start, position)
    if pronoun and not _ADVERBIAL.match(text, sentence_start):
        led = [each for each in here if each.span.start < pronoun.start() and may_mean(pronoun[0], each.entity)]
        if led and led[0] is here[0]:
            return led[0].entity
    if pronoun:
        # "After meeting X, he ...": the pronoun is bound to the one who was spoken of before this sentence.
        previous = foremost(document, linked, sentence_start, pronoun=pronoun[0])
        if previous:
            return previous
        earlier = (each for each in reversed(linked[:first]) if each.found.type == "person")
        before = next((each for each in earlier if may_mean(pronoun[0], each.entity)), None)
        if before or pronoun[0][0].isupper():
            return before.entity if before else None
        here = [each for each in here if may_mean(pronoun[0], each.entity)]
    return here[0].entity if here else None


_WHO = re.compile(r",?\s+who\s+(?:[a-z]+\s+){0,6}\Z")
_INTRODUCED = re.compile(
    r"\W*(?:\d+[.)]\s+)?"
    r"(?:At the (?:invitation|request)|On behalf|At a (?:meeting|press)|In (?:talks|a (?:meeting|letter|call))"
    r"|Together with|Accompanied|Alongside|Besides|Unlike|Like)\b"
)
LOOK_BACK = 6
"""Sentences in which the person is sought whom a pronoun means."""
_ASIDE = re.compile(
    r"\b"
    r"(?:counterpart|with|by|of|(?<![Aa]ccording )to|from|than|like|invitation of|for|after|before|following"
    r"|alongside|[A-Z][a-z]{2,}ing)\s+(?:(?:[a-z]+(?:al|ian|ive|ior|or|ic)\s+)?(?:[A-Z][\w.-]*\s+){0,4})\Z"
)


def foremost(document: Document, linked: list[Linked], before: int, *, pronoun: str = "", besides: str = "") -> str | None:
    """Whom the last sentences speak of: their first person who is not mentioned aside; a pronoun there looks further back.

    Not the one with the id `besides`, and one whom `pronoun` may mean if there is one.
    """
    number, left = document.sentence_of(before).number, LOOK_BACK
    for sentence in reversed(document.sentences[max(0, number - 2 * LOOK_BACK) : number]):
        begin, end = (bisect.bisect_left(linked, each, key=_start) for each in (sentence.span.start, sentence.span.end))
        here = linked[begin:end]
        people = [each for each in here if each.found.type == "person" and each.entity != besides and may_mean(pronoun, each.entity)]
        earlier = _PRONOUN.search(document.text, sentence.span.start, sentence.span.end)
        if earlier and not any(each.span.start < earlier.start() for each in people):
            # "He" there is who is sought here: that sentence does not count.
            continue
        if not _OBJECTS.isdisjoint(sentence.words) and _CHOSE_HIM.search(document.text, sentence.span.start, sentence.span.end):
            # "The king made him a minister.": of him is told, not of the king.
            continue
        left -= 1
        if left < 0:
            return None
        acting = [
            each
            for each in people
            if not _ASIDE.search(document.text, max(sentence.span.start, each.span.start - 60), _with_title(linked, each))
        ]
        by = DONE_BY.search(document.text, sentence.span.start, sentence.span.end)
        if by and people and all(each.span.start > by.end() for each in people):
            # "It was signed by the ministers A and B.": told of aside.
            acting = []
        # "Ana Ruiz's visit helped, Karl Berg said": the visit does.
        own = [each for each in acting if not _OWNER.match(document.text, each.span.end)]
        subject = next((each.entity for each in own or acting), None)
        if subject:
            return subject
    return None


_OBJECTS = frozenset({"him", "her"})
_CHOSE_HIM = re.compile(r"\b(?:appoint|nam|nominat|select|designat|elect|promot|recall)ed\s+(?:him|her)\s+(?!own\b|[a-z]+s\b)")
DONE_BY = re.compile(r"\b(?:was|were|been|is|are|being)\s+(?:\w+\s+)?\w+ed\s+by\b")
_OWNER = re.compile(r"[’']s?\s")


def _with_title(linked: list[Linked], person: Linked) -> int:
    """Where a person's name begins, or the title right before it: "of" in "Secretary of State" leads nobody aside."""
    at = bisect.bisect_left(linked, person.span.start, key=_start)
    roles = [each for each in linked[max(0, at - 4) : at] if each.found.type == "role" and 0 <= person.span.start - each.span.end <= 2]
    return roles[0].span.start if roles else person.span.start
