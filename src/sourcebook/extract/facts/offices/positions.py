"""Offices."""

import bisect
from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.offices.careers import AROUND, CHOSEN_FOR, also_held, chosen_him, named_as, served
from sourcebook.extract.facts.offices.former import status_of, without_ex
from sourcebook.extract.facts.offices.many_offices import MANY, each_of_many
from sourcebook.extract.facts.offices.of_what import AND_OFFICE, NEAR, of_beside, of_body_at, of_the_next, of_what, sent_to
from sourcebook.extract.facts.offices.tenures import term
from sourcebook.extract.facts.offices.whose_office import (
    HONORIFIC,
    LETTERS_AFTER,
    WHAT,
    WHOSE,
    follows_clause,
    is_anothers,
    is_head_beside,
    is_met,
    is_none,
    offices_go_on,
    opens_line,
)
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import around
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_MARKS = "\u200e\u200f"
_JOINED = re.compile(
    rf"(?:-(?:[Dd]esignate|[Ee]lect))?(?:,?\s\((?:[A-Z][A-Za-z-]{{1,9}}|[Rr]etired|[Rr]e?td?\.?)\))?[\s,/{_MARKS}]*(?:(?:and|&)\s+)?[\s,{_MARKS}]*{HONORIFIC}"
)
_APPOSED = re.compile(
    rf"{LETTERS_AFTER}(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w’'-]+)?\s*)?(?:\s+\([^)]*\))?(?:,\s+(?:aged\s+)?\d\d)?(?:,\s+|\s+\(|\s[–—-]\s+)"
    rf"(?:(?:(?:who\s+(?:was|is|ha[sd]\s+been)\s+)?(?:(?:newly|recently|first|later|previously|originally|initially|formerly|subsequently|eventually|already|then)\s+)?{CHOSEN_FOR}\s+(?:(?:in|on)\s+,?\s*)?(?:as\s+)?)|who\s+(?:is|was|has\s+been|had\s+been|became|remains|(?:also\s+|currently\s+|previously\s+|now\s+|concurrently\s+)?(?:serve[sd]|doubl(?:es|ed)|acts|acted)\s+(?:concurrently\s+)?as)\s+)?(?:an?\s+(?:(?!(?:who|of|was|is|had|for|by|on|to)\b)[a-z-]+\s+){{1,5}}and\s+)?{WHAT}{WHOSE}{WHAT}(?:the\s+)?\s*(?:[A-Z][\w.-]+(?:[’']s)?\s+)?{WHAT}"
)
_IS = re.compile(
    rf"(?:\s+\([^)]*\))?,?\s+(?:is|was|will be|will become|will serve as|became|becomes|becoming|served as|serves as|has been|was appointed|was elected|was named)\s+(?:an?\s+\s*(?:(?!(?:of|for|to|in|with|by|at|on|from|and)\b)[a-z-]+,?\s+){{1,4}}(?:(?:(?<=,\s)(?:former|founding|current|then)\s[^,;.]{{3,70}},?\s+){{1,3}})?and\s+)?{WHAT}{WHOSE}{WHAT}\s*(?:[A-Z][\w.-]+(?:[’']s)?\s+)?{WHAT}"
)
_DESCRIBED = re.compile(
    r",\s+(?:an?\s+|the\s+)?\s*(?:-born\s+|-\s*)?(?:(?:militant|diplomat|politician|lawyer|economist|general|businessman|businesswoman|leader|commander|veteran|career|former|retired|technocrat|cleric|academic|judge|officer|soldier|lawmaker|banker|professor|millionaire|billionaire|tycoon|journalist|activist|engineer|doctor|physician|scholar|warlord|rebel|jihadist|nationalist|socialist|conservative|opposition|independent|fellow|senior|army)\s+){1,3}"
)
"""Between an office and its holder: "the leader of the Front, Chadian-born militant X"."""


def positions(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who holds an office, and of what."""
    roles = reading.inside(sentence.span, "role")
    people = reading.inside(sentence.span, "person")
    if sentence.block is HEADING and not _is_signature(reading, sentence, roles, people):
        return
    last, shared = None, ""
    over: Linked | None = None
    for at, role in enumerate(roles):
        if is_none(reading, role):
            continue
        if reading.led(_AIDE_TO, sentence, role.span.start, AIDE):
            # "Assistant to the President and Secretary of the Council Ana Ruiz": she is not the President.
            continue
        if reading.led(_SUPPOSED, sentence, role.span.start, NEAR):
            continue
        if MANY.match(role.found.name):
            yield from each_of_many(reading, role, people, sentence)
            continue
        others, near = _near(roles, role), _near(people, role)
        holder = None if chosen_him(reading, role, sentence) else _holder(reading, role, others, near)
        if holder and role.span.start < holder.span.start and _of_another(reading, role, holder) and not _is_of_land(reading, role, holder):
            continue
        each_his = not holder and "respectively" in sentence.words
        who, focus = (
            (holder.entity, around(role, holder)) if holder else ("", role.span) if each_his else served(reading, role, others, sentence)
        )
        held = [(who, focus)] if who else named_as(reading, role, near, sentence)
        held += [one for one in also_held(reading, role, near, sentence) if one[0] not in {name for name, _ in held}]
        if not held or (role.found.name == "member" and not of_what(reading, role)):
            continue
        of = of_what(reading, role) or (of_beside(reading, role, holder) if holder else "")
        if last and not of and AND_OFFICE.fullmatch(reading.text, last.span.end, role.span.start):
            # "China's State Councillor and Foreign Minister"
            of = _of_state(reading, role, last) or shared
        of = of or (of_the_next(reading, role, roles[at + 1]) if at + 1 < len(roles) else "")
        last, shared = role, "" if " of " in role.found.name else of
        there, sent = of_body_at(reading, role), sent_to(reading, role)
        earlier, over = over, None
        for who, focus in held:
            status = term(reading, role, focus, sentence) or status_of(reading, role, focus, earlier)
            over = role if "status" in status else over
            if there and there != of:
                # "She is the director for Asia at the Harbour Council."
                yield Statement(who, "affiliation", there, sentence, focus)
            yield Statement(
                who,
                "position",
                without_ex(role.found.name),
                sentence,
                focus,
                qualifiers=({"of": (of,)} if of else {}) | ({"at": sent} if sent else {}) | status | _doubt(reading, role),
            )


def _is_signature(reading: Reading, sentence: Sentence, roles: list[Linked], people: list[Linked]) -> bool:
    """Whether a heading is no more than a name and its office, as over a statement: "Ana Ruiz, Secretary of State"."""
    return (
        len(people) == 1
        and bool(roles)
        and people[0].span.start == sentence.span.start
        and reading.text[people[0].span.end : roles[0].span.start] == ", "
    )


def _of_another(reading: Reading, role: Linked, holder: Linked) -> bool:
    """Whether an office stands for somebody else: "the Foreign Secretary and Defence Secretary Karl Berg", where the first is known."""
    first = bisect.bisect_left(reading.subject_starts, role.span.start - len("the "))
    return any(
        each.found.kind == "office" and each.span.contains(role.span) and each.entity != holder.entity
        for each in reading.subjects[first : first + FEW]
    )


def _near(found: list[Linked], role: Linked) -> list[Linked]:
    """The mentions of a long list that may have to do with an office."""
    if len(found) < FEW:
        return found
    first = bisect.bisect_left(found, role.span.start - AROUND, key=lambda one: one.span.start)
    return found[first : bisect.bisect_left(found, role.span.end + AROUND, key=lambda one: one.span.start)]


def _of_state(reading: Reading, role: Linked, last: Linked) -> str:
    """The state whose head leads its party too: "China's Communist Party General Secretary and President"."""
    if not _HEAD_OF_STATE.fullmatch(role.found.name) or not reading.inside(last.span, "organization"):
        return ""
    before = reading.before(last.span.start)
    state = before[-1] if before and before[-1].found.type in {"place", "demonym"} else None
    return state.entity if state and _ITS.fullmatch(reading.text, state.span.end, last.span.start) else ""


def _doubt(reading: Reading, role: Linked) -> dict[str, tuple[str, ...]]:
    """Why it is not sure of what an office is: in "NDP President Ana Ruiz" she may lead the party, or the state for it."""
    led = next(iter(reading.inside(role.span, "organization")), None)
    party = led is not None and " Party" in led.found.name and led.span.start == role.span.start
    if led and party and _HEAD_OF_STATE.fullmatch(reading.text, led.span.end + 1, role.span.end):
        return {"note": ("A party's name before the office may tell of which party the head of a state is.",)}
    return {}


_HEAD_OF_STATE, _ITS = re.compile(r"(?i:president|premier|prime minister|chancellor)"), re.compile(r"(?:[’']s?)?\s+")
_AIDE_TO = re.compile(
    r"\b(?:(?:[Aa]ssistant|[Aa]dvis[eo]r|[Aa]ide|[Ss]taff|[Cc]ounsell?or|[Cc]ounsel|[Dd]eputy|[Ee]nvoy)\s+to\s+the|[Ss]pokes(?:man|woman|person)\s+for\s+the"
    r"|(?:[Cc]andidate|[Nn]ominee|[Cc]ontender|[Hh]opeful|[Rr]ace|[Bb]id|running|[Cc]hoice|[Pp]ick|[Ff]avou?rite)\s+(?:for|as|to\s+be(?:come)?)(?:\s+(?:the|its|his|her))?(?:\s+(?:next|new))?)\s+\Z"
)
_SUPPOSED = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|Should|Were)\s+(?:[A-Z][\w.’'-]*\s+){1,4}(?:ever\s+)?(?:becomes?|became|to\s+become|is|were|is\s+(?:re-?)?(?:elected|chosen|appointed|named))\s+"
    r"(?:as\s+)?(?:the\s+|an?\s+|its\s+)?(?:[\w’'-]+\s+)?\Z"
    r"|\b[Ii]f\s+(?:(?:he|she)\s+(?:is|were|was)\s+)?(?:re-?)?(?:elected|appointed|chosen|confirmed|named)\s+(?:as\s+)?(?:the\s+|its\s+)?\Z"
    r"|\b(?:prospects?|ideas?|fears?|possibility|chances?|hopes?|odds|thought|risks?|danger|likelihood|dreams?)\s+of\s+"
    r"[^,;.]{2,40}?\s+(?:becoming|being\s+\w+ed)\s+(?:as\s+)?(?:the\s+|an?\s+|its\s+)?(?:[\w’'-]+\s+)?\Z"
)
"""Before an office that nobody may come to hold: "If elected president, Ana Ruiz would"."""
_AS = re.compile(rf"{LETTERS_AFTER}\s+as\s+")
_AS_ITS = re.compile(rf"{_AS.pattern}(?:the\s+|its\s+)?(?:new\s+)?")
_LED_BY_AS = re.compile(r"\sas\s+(?:the\s+|its\s+)?(?:new\s+)?\Z")
AIDE = 32
FEW = 12
LONGEST_GAP = 40
"""Code points between an office and its holder's name: "Minister Dato Seri Setia Dr Haji Ali Hamzah"."""


def _holder(reading: Reading, role: Linked, roles: list[Linked], people: list[Linked]) -> Linked | None:
    """Whose name stands beside an office: between two the second, if he goes on to do something."""
    following = next((each for each in people if each.span.start >= role.span.end), None)
    between = following is not None and people[0].span.end <= role.span.start
    return following if following and between and _goes_on_with(reading, role, following) else _beside(reading, role, roles, people)


def _beside(reading: Reading, role: Linked, roles: list[Linked], people: list[Linked]) -> Linked | None:
    """Whose name stands beside an office, whatever follows."""
    text = reading.text
    following = next((each for each in people if each.span.start >= role.span.end), None)
    before = next((each for each in reversed(people) if each.span.end <= role.span.start), None)
    if before and _AS_ITS.fullmatch(text, before.span.end, role.span.start):
        # "Ana Ruiz MP as treasurer, Karl Berg MP as Minister for Communications"
        earlier = any(one.span.end < before.span.start and _LED_BY_AS.search(text, one.span.start - AIDE, one.span.start) for one in roles)
        if earlier or (following and _AS.match(text, following.span.end)):
            return before
    if following and (opens_line(reading, role, following) or _JOINED.fullmatch(text, role.span.end, following.span.start)):
        between = text[role.span.end : following.span.start]
        if "," not in between and "and" not in between.split():  # "Senator the Hon. X"
            return following
        lists = (_offices_first, offices_go_on)
        if "and" not in between.split() and any(goes(reading, role, roles, people) for goes in lists):
            return following
    # "Ana Ruiz has been appointed Chile's ambassador to Norway, Ola Lund said": she.
    chosen = before and _CHOSEN.search(text, max(before.span.end, role.span.start - NEAR), role.span.start)
    for person in people[: people.index(before) + 1] if before and chosen else people:
        if role.span.end <= person.span.start and (
            _past_its_land(reading, role, person) or _SERVES_AT.fullmatch(_without_names(reading, role.span.end, person.span.start))
        ):
            # "Deputy Head of Mission at the Embassy of Chile in Peru, Ana Ruiz"
            return person
        if role.span.end <= person.span.start:
            between, joint = _between(reading, role, roles, person)
            if "and" in between.split() and not joint:
                # "X, who is Minister of Trade, and Y": Y is somebody else.
                continue
            told = _DESCRIBED.fullmatch(reading.plain(role.span.end, person.span.start, "demonym", "place"))
            if told or _WAS.fullmatch(between) or _is_of_land(reading, role, person):
                # "The last governor was Ana Ruiz."
                return person
            if _JOINED.fullmatch(between) and len(between) < LONGEST_GAP and not (between.split()[:1] == ["and"] and not joint):
                another = joint and (is_met(reading, role, person) or ("and" in between.split() and is_head_beside(role, roles, person)))
                return None if another else person
        elif person.span.end <= role.span.start and _apposed(reading, role, roles, people, person):
            # "After talks with the Chilean president, the Foreign Secretary said": two persons.
            return None if person.found.kind == "office" and text.startswith(", the ", person.span.end) else person
    return None


def _goes_on_with(reading: Reading, role: Linked, person: Linked) -> bool:
    """Whether the one named between commas after an office is who then acts: "after the fall of Ola Lund, the foreign minister, Ana Ruiz, spoke"."""
    beside = _COMMA_RANKED.fullmatch(reading.plain(role.span.end, person.span.start, "role"))
    return beside is not None and _HE_ACTS.match(reading.text, person.span.end) is not None


_COMMA_RANKED = re.compile(rf",\s+{HONORIFIC}\s*")
_HE_ACTS = re.compile(
    r",\s+(?:(?:for|in|on|at|after|during|last|this)\s[^,;]{2,40}?\s+|[a-z]+ly\s+|also\s+|then\s+){0,2}"
    r"(?:said|told|was|is|has|had|will|would|spoke|made|took|gave|went|came|held|began|met|[a-z]{3,}ed)\b(?!\s+by\b)"
)
_CHOSEN = re.compile(
    rf"\b(?:been|was|is)\s+(?:\w+ly\s+)?{CHOSEN_FOR}\s+(?:as\s+)?(?:the\s+|an?\s+)?(?:(?:new|next)\s+)?(?:[A-Z][\w.-]+[’']s?\s+)?\Z"
)


def _is_of_land(reading: Reading, role: Linked, person: Linked) -> bool:
    """Whether no more than the holder's country and rank stand between an office and a name: "The High Representative, Chile's Ana Ruiz, said"."""
    between = reading.text[role.span.end : person.span.start]
    if not between.startswith(", ") or not _CLOSED.match(reading.text, person.span.end):
        return False
    lands = _OWNS.fullmatch(reading.plain(role.span.end, person.span.start, "demonym", "place", "role"))
    return lands is not None and not is_met(reading, role, person)


_OWNS = re.compile(rf",\s+[’']s?\s+{HONORIFIC}\s*")
_CLOSED = re.compile(r"[,;.)]")


def _past_its_land(reading: Reading, role: Linked, person: Linked) -> bool:
    """Whether the land of a city stands between its office and a name: "The mayor of Lyon, France, Ana Ruiz"."""
    land = reading.next(role.span.end, person.span.start, "place", within=4) if " of " in role.found.name else None
    return (
        land is not None
        and not (land.found.entry and land.found.entry.kind == "city")
        and _TWO_COMMAS.fullmatch(reading.plain(role.span.end, person.span.start, "place")) is not None
    )


_TWO_COMMAS = re.compile(rf",\s+(?:,\s+)+{HONORIFIC}")


def _between(reading: Reading, role: Linked, roles: list[Linked], person: Linked) -> tuple[str, bool]:
    """The words from an office to a name, without other offices; and whether there are any."""
    between, joint = reading.text[role.span.end : person.span.start], False
    for other in roles:
        if role.span.end <= other.span.start and other.span.end <= person.span.start:
            between, joint = between.replace(other.found.name, "", 1), True
    formerly = _FORMERLY.match(reading.plain(role.span.end, person.span.start, "demonym", "place")) if joint else None
    if formerly and (formerly[0].startswith(",") or role.span.start == reading.document.sentence_of(role.span.start).span.start):
        # "Chair of the Forum, former Chilean president Ana Ruiz"
        return " ", True
    return between, joint


_FORMERLY = re.compile(r"(?:,|\s+and)\s+(?:the\s+)?(?:former|de\s+facto|current|acting|interim|outgoing|now)\s+")
_WAS = re.compile(
    rf"(?:\s+\([^)]*\))?(?:,?\s+(?:with\s+residence|resident|based|accredited|as\s+of)\s[^.;]{{2,40}}?,?)?\s+(?:is|was|remains|will\s+be|(?:has\s+gone|goes|went|passed|fell|(?:is|was|has\s+been)\s+(?:given|handed|awarded|entrusted))\s+to"
    rf"|(?:is|was|has\s+been)\s+(?:(?:now|then|also|first)\s+)?(?:held|taken|filled|occupied)\s+by)\s+{HONORIFIC}"
)
_HONOURED = re.compile(rf"\s+{HONORIFIC}")
_COMMA_HONOURED = re.compile(rf",\s+(?=H\.?\s?[EH]|[SU]h|Mr|Ms|His\s|Her\s){HONORIFIC}")
_COMMA = re.compile(rf",\s+{HONORIFIC}")
_POST_NOMINAL = words("MP MEP TD MLA MSP MHA")


def _apposed(reading: Reading, role: Linked, roles: list[Linked], people: list[Linked], person: Linked) -> bool:
    """Whether an office is told after a name: "X, the minister of trade and former ambassador to Y"."""
    text = reading.text
    if role.found.name in _POST_NOMINAL and role.span.start - person.span.end == 1:
        # "Ann Lee MP"
        return True
    further = next((one for one in roles if one.span.start >= role.span.end), role)
    end = further.span.end if AND_OFFICE.fullmatch(text, role.span.end, further.span.start) else role.span.end
    another = next((each for each in people if each.span.start >= end), None)
    titled = another and any(one.span.end == person.span.start - 1 for one in roles)
    if another and titled and (_HONOURED if end > role.span.end else _COMMA_HONOURED).fullmatch(text, end, another.span.start):
        # "Crown Prince Hamad, Prime Minister and Foreign Minister Sheikh Rashid": both are Rashid's.
        return False
    last = text[role.span.end : role.span.end + 2].strip(" ,.;)")[:1]
    plain = reading.plain(person.span.end, role.span.start, "organization", "place", "demonym", "date")
    if is_anothers(text, role, plain) or follows_clause(reading, role, person):
        return False
    chosen = another and _CHOOSES.match(text, person.span.end, role.span.start)
    if chosen and another and _COMMA_OR_NOT.fullmatch(text, role.span.end, another.span.start):
        # "The king, Ola Lund, dismissed the minister, Ana Ruiz": she is the minister.
        return False
    if any(person.span.end <= each.span.start and each.span.end <= role.span.start for each in people):
        # "President Ana Ruiz, asked again, named Ola Lund Minister of Trade"
        return False
    if _APPOSED.fullmatch(plain) and not last.isupper():
        # "After lunch with Ana Ruiz, the President left for Lima": two persons.
        aside = text.startswith(", the ", person.span.end) and _ASIDE.search(text, person.span.start - NEAR, person.span.start)
        return not (aside and _THEN_ACTS.match(text, role.span.end))
    if _IS.fullmatch(plain):
        # "Ana Ruiz is a lawyer and the minister, Luis Vega, a judge": he is.
        return not (another and " and " in plain and _COMMA.fullmatch(text, role.span.end, another.span.start))
    # "Joseph Votel, commander, U.S. Central Command, and former director of X"
    chained = [one for one in roles if person.span.end <= one.span.start and one.span.end <= role.span.start]
    gaps = [reading.plain(one.span.end, other.span.start, "organization", "place") for one, other in pairwise([*chained, role])]
    return (
        bool(chained)
        and bool(_APPOSED.fullmatch(reading.plain(person.span.end, chained[0].span.start, "organization", "place", "demonym")))
        and all(_CHAIN.fullmatch(each) is not None for each in gaps)
        and not (_AND_THEN.match(gaps[-1]) and _ACTS.match(text, role.span.end))
    )


_CHOOSES = re.compile(rf",?\s+(?:(?:has|had|also|then|later)\s+)*{CHOSEN_FOR}\s+(?!as\b)")
_COMMA_OR_NOT = re.compile(rf",?\s+{HONORIFIC}")
_ASIDE = re.compile(
    r"\b(?:with|by|of|to|from|for|and|alongside|[Mm]eeting|[Hh]osting|[Rr]eceiving)\s+(?:the\s+)?(?:[A-Z][\w.’-]*\s+){0,5}\Z"
)
_THEN_ACTS = re.compile(
    r"\s+(?:(?:also|then|later|again|further)\s+[a-z]+|(?:has|had|will|would|is|was|says|said|told|left|met|held|went|spoke|took|gave|made|began"
    r"|thanked|reviewed|expressed|stressed|noted|added|welcomed|discussed|reaffirmed|underlined|announced|praised|urged|toured|visited))\b"
)
"""After an office between commas nobody acts: what follows it at once is another's deed."""


def _offices_first(reading: Reading, role: Linked, roles: list[Linked], people: list[Linked]) -> bool:
    """Whether in a list of offices and holders the offices come first: "President of A, H.E. X, the Prime Minister of B, H.E. Y"."""
    start, first, seen = role.span.start, "role", False
    items = sorted([each for each in (*roles, *people) if each.span.end <= start], key=lambda one: one.span)
    for each in reversed(items):
        # "Ana Ruiz, Chilean Minister of Trade, Ola Lund, …"
        gap = reading.plain(each.span.end, start, "demonym")
        if not _LINK.fullmatch(gap):
            break
        # "General X" counts as a name.
        rank = each.found.type == "role" and first == "person" and "," not in gap and " of " not in each.found.name
        first = "person" if rank else each.found.type
        seen = seen or each.found.type == "person"
        start = each.span.start
    return seen and first == "role"


_LINK = re.compile(rf"(?:\s+(?:MP|MEP|AM|CMG|CBE|OBE|KC|QC))?[\s,/]*(?:and\s+)?(?:the\s+|an?\s+)?{HONORIFIC}")
_AND_THEN, _ACTS = re.compile(r",\s+and\s+the\s"), re.compile(r"\s+[a-z]+(?:ed|s)\b|\s+(?:has|had|will|is|was|met|held|told|said)\b")
"""After a comma somebody else does something: "Ana Ruiz, chair of the board, and the Speaker thanked Luis Vega"."""
_CHAIN = re.compile(
    r"(?:\s+\([^)]{0,12}\))?(?:\s*\b(?:of|at|in|with|for)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}\s*){0,2}\s*(?:,\s*(?:and)?|and|&)\s+(?:(?:the|an?|also|former|now|currently|current|previously|formerly|later|then|once|until\s+recently|concurrently)\s+)*"
)
_SERVES_AT = re.compile(
    rf"(?:\s+\((?:_|[A-Z]{{2,8}})\))?\s+(?:at|with|in)\s+(?:the\s+)?_(?:\s+(?:embassy|consulate|mission|delegation))?(?:(?:\s+(?:in|of)\s+(?:the\s+)?_)?,\s+|\s+){HONORIFIC}"
)


def _without_names(reading: Reading, start: int, end: int) -> str:
    """Some words with "_" for each body and place."""
    out: list[str] = []
    at = start
    for each in reading.inside(Span(start, end), "organization", "place", "demonym") if 0 < end - start < LONGEST_OFFICE else ():
        if each.span.start >= at:
            gap = reading.text[at : each.span.start]
            # "the Moroccan Embassy" is one.
            out.append("" if not gap.strip() and out else f"{gap}_")
            at = each.span.end
    return "".join(out) + reading.text[at:end]


LONGEST_OFFICE = 120
"""Code points between an office and its holder, with where it is held."""
