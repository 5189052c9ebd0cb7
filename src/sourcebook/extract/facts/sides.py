"""Which two states deal with each other where a text says "the two ministers", "both sides", "they"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.settings import HOSTS, is_forum
from sourcebook.extract.facts.talked_of import HOSTILE, is_helped, is_talked_of
from sourcebook.extract.gazetteer import gazetteer
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import HYPHENS, words
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.model.spans import Span

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading

_CONTACT = words(
    "met meet meets meeting meetings talks visit visits visited visiting received receives hosted hosts welcomed "
    "call phone spoke telephone conversation discussed discuss signed sign agreement agreements "
    "agreed summit cooperation relations ties between partnership counterpart counterparts delegation trip tour "
    "arrive arrives arrived land landed lands travelled traveled travel invitation memorandum mou consultations "
    "negotiations dialogue exercise exercises cooperate cooperates cooperated cooperating collaborate collaborates collaborated working pact pacts "
    "accord accords treaty treaties deal protocol concluded ratified inked initialled struck"
)
_OFFICE_OF = re.compile(
    r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,4}?"
    r"(?:[Gg]overnments?|[Dd]elegations?|(?:[a-z]+\s+)?[Mm]inist(?:er|ers|ry|ries)|[Pp]residents?|[Pp]rime\s+[Mm]inisters?|[Pp]remier|[Cc]ounterparts?|[Aa]mbassadors?|officials?|sides?|leaders?"
    r"|[Aa]rmy|[Nn]avy|[Mm]ilitary|[Aa]rmed\s+[Ff]orces|authorities|parliament|companies|[Cc]hancellor|[Kk]ing|[Ss]ecretary|[Ee]nvoy|[Cc]hief|[Ss]peaker)\b"
)
_OFFICERS_OF = re.compile(
    r"\b(?:presidents|ministers|leaders|governments|representatives|officials|chiefs|premiers|envoys)\s+(?:of|from)\s+(?:the\s+)?\Z"
)
_BETWEEN = re.compile(
    # "the ties that bind Norway and Chile"
    r"\b(?:between|(?:that|which)\s+(?:link|bind|unite|join|connect))\s+(?:the\s+)?(?:[^.;]{3,60}?\s+and\s+(?:the\s+)?)?\Z"
)
_DOES = re.compile(
    r"(?:\s+\([^)]{1,12}\))?\s+"
    r"(?:(?:countries|leaders|governments|have|has|had|also|both|will|today|yesterday|recently|jointly)\s+){0,3}"
    r"(?:held|hold|signed|sign|agreed|agree|established|concluded|discussed|met|launched|cooperate|share|exchanged"
    r"|inked|reached|are|plans?|wants?|seeks?|hopes?|intends?|pledged|vowed|resolved|committed|renewed|opened|began"
    r"|deepened|expanded|strengthened|upgraded|enjoy(?:ed)?|maintain(?:ed)?|celebrated?|mark(?:ed)?|cooperated"
    r"|collaborated?|reviewed|explored|collaborate|working|work|entered|ratified|initialled|struck|sealed|clinched|finali[sz]ed|have\s+an?)\b"
)
_PAIR = re.compile(rf"(?<![\w-])(?P<one>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)[{HYPHENS}/](?P<other>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)(?=\s)")
"""The two of "the Chile-Peru Council", whose names are no mentions of their own."""
_AND = re.compile(r"(?:\s+\([^)]{1,12}\))?(?:,?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?)")
_HYPHEN = re.compile(rf"\s?[{HYPHENS}]\s?")
_TO = re.compile(r"\b(?:to|in|with|visit(?:ed|ing|s)?|tour(?:ed|ing)?|[Aa]rriv\w+\s+in|land(?:ed|s)?\s+in)\s+(?:the\s+)?\Z")
BOTH_SIDES = re.compile(
    r"\b(?:[Tt]he\s+two|[Bb]oth|[Tt]heir\s+two|[Oo]ur\s+two)\s+(?:[a-z]+\s+)?"
    r"(?:countries|sides|nations|states|[Ll]eaders|[Mm]inisters|[Pp]residents|[Gg]overnments|officials|[Pp]arties|[Ss]ecretaries"
    r"|regions|neighbou?rs|capitals|republics|kingdoms|allies|organi[sz]ations|blocs)\b|\b(?:[Tt]heir|[Oo]ur)\s+(?:countries|nations|states|peoples)\b|\b[Tt]he\s+(?:duo|pair)\s+(?!of\b)"
)
TWO_SAID = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Oo]ur)\s+two\s+(?:[a-z]+\s+)?[A-Za-z][a-z]+s\b|\b[Bb]oth\s+(?:countries|sides|nations|states)\b"
)
_COUNTERPART = re.compile(r"\b(?:his|her|their|its)\s+(?:[a-z]+\s+)?[A-Z][a-z]+\s+(?:[a-z]+\s+)?counterparts?\b")
"""The state of one side; of the other's nothing is told here."""
_SEVERAL = re.compile(
    r"\b(?:two|[Bb]oth|three|[Ss]ides|[Pp]arties|[Mm]inisters|[Ll]eaders|[Pp]residents|officials|delegations|countries|nations"
    r"|governments|[Tt]hey|[Tt]heir|[Ww]e|[Oo]ur|us|[Mm]utual\w*|[Bb]ilateral\w*|[Tt]rilateral|[Jj]oint\w*|[Mm]eeting|[Tt]alks|[Dd]ocument"
    r"|[Aa]greements?|[Tt]reaty|[Mm]emorand\w+|MoUs?|[Dd]eal|[Vv]isit|[Ss]ummit|[Cc]ounterpart)\b"
)
"""What says that a sentence is of some who deal with each other, where it does not name them."""
ALL_THREE = re.compile(
    r"\b(?:[Tt]he|[Aa]ll|[Oo]ur|[Tt]heir|from|of|between|among)\s+three\s+(?:[a-z]+\s+)?"
    r"(?:countries|sides|nations|states|leaders|ministers|governments|parties|delegations|presidents|neighbou?rs|republics|kingdoms|allies)\b"
    r"|\b(?:[Tt]rilateral|[Tt]ripartite|[Tt]hree-way)\b"
)
NEAR = 80


_TIES_WITH = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z-]+\s+){0,6}"
    r"(?:co-?operation|collaboration|partnership|ties|relations|relationship|friendship|engagement|cooperat\w+"
    r"|collaborat\w+|partners?|works?|working"
    r"|(?:coordinat|align|harmoni[sz])\w+(?:\s+(?:its|their)\s+[a-z]+(?:\s[a-z]+)?)?)\s+(?:closely\s+)?with\s+"
    r"(?:the\s+)?"
)
_BETWEEN_THESE = re.compile(r"\bbetween\s+(?:the\s+)?\Z")


def tied(text: str, parties: Sequence[Linked]) -> list[str]:
    """The two of several whose ties a sentence names: "Chad's cooperation with Niger", "partnership between Chad and Niger"."""
    for one, other in pairwise(parties):
        between = _BETWEEN_THESE.search(text, one.span.start - NEAR, one.span.start)
        if _TIES_WITH.fullmatch(text, one.span.end, other.span.start) or (between and _AND.fullmatch(text, one.span.end, other.span.start)):
            return [one.entity, other.entity]
    return []


def _start(each: Linked) -> int:
    return each.span.start


def sides(reading: "Reading") -> list[tuple[int, tuple[str, ...]]]:
    """The sentences that tell of a contact of two states, or of a list of more, by number, with the states."""
    found: list[tuple[int, tuple[str, ...]]] = []
    whose = _first_speaker(reading)
    spelled: dict[str, str] = {}
    for each in reading.linked:
        if each.found.type != "demonym" and (is_state(each) or is_bloc(each)):
            spelled.setdefault(each.span.of(reading.text), each.entity)
    for sentence in reading.document.sentences:
        states = _states(reading, sentence.span)
        for person in reading.inside(sentence.span, "person"):
            state = _state_of(reading, states, person)
            if state:
                whose.setdefault(person.entity, state)
        if sentence.block is HEADING or sentence.words.isdisjoint(_CONTACT):
            continue
        acting = [each for each in states if not is_talked_of(reading.text, sentence.span.start, sentence.span.end, each)]
        two = _two(reading, sentence, acting, whose) or _of_name(reading, sentence, spelled)
        if not two and (led := _led(reading, sentence.span)):
            # "The Chilean minister met the Secretary General of the Organization of Fjord States": the two that dealt with each other.
            two = _two(reading, sentence, sorted([*states, *(each for each in led if each not in states)], key=_start), whose)
        others = found and any(reading.led(_TALKS_OF_OTHERS, sentence, each.span.start, NEAR) for each in acting)
        if two and not others:
            found.append((sentence.number, two))
    return found


_TALKS_OF_OTHERS = re.compile(
    r"\b(?:about|of|on|sabotag\w+|undermin\w+|disrupt\w+)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}(?:talks|negotiations|consultations)\s+between\s+(?:the\s+)?\Z"
)
"""Before two of whose talks others speak: "He informed his colleague about the progress of talks between Norway and Chile"."""


def _first_speaker(reading: "Reading") -> dict[str, str]:
    """The state of the one of two named first who is told of it by an office alone: "Ana Ruiz called President of Chile Ola Lund. The Norwegian President thanked him"."""
    first = next((each for each in reading.document.sentences if each.block is not HEADING), None)
    people = list(dict.fromkeys(each.entity for each in reading.inside(first.span, "person"))) if first else []
    if len(people) != 2 or first is None or first.words.isdisjoint(_CONTACT):
        return {}
    held: dict[str, str] = {}
    vacant = set()
    for role in reading.inside(Span(0, len(reading.text)), "role"):
        states = _states(reading, Span(max(0, role.span.start - NEAR), role.span.end))
        state = next((each for each in reversed(states) if role.span.contains(each.span) or each.span.end + 1 == role.span.start), None)
        holder = reading.next(role.span.end, role.span.end + NEAR, "person", within=2)
        if state and holder and holder.entity in people:
            held[holder.entity] = state.entity
        elif state and not holder and _HEADS.search(role.span.of(reading.text)):
            vacant.add(state.entity)
    lone, theirs = [each for each in people if each not in held], vacant - {*held.values()}
    return {lone[0]: theirs.pop()} if len(lone) == 1 and len(theirs) == 1 else {}


_HEADS = re.compile(r"\b(?:President|(?:Prime|Foreign) Minister|Premier|Chancellor|King|Queen|Emir|Sultan|Minister of Foreign Affairs)\b")


def speaks_of_all(words: str) -> bool:
    """Whether words speak of the two or the three that deal with each other, without their names."""
    return bool(BOTH_SIDES.search(words) or ALL_THREE.search(words))


def doubt_of(reading: "Reading", sentence: Sentence, partners: list[str]) -> str:
    """Why partners are not sure, or "": of such facts every second is right, of the others four of five."""
    if len(partners) == 1:
        return "The sentence does not say with whom."
    here = {each.entity for each in reading.inside(sentence.span, "place", "demonym", "organization")}
    if 0 < len(here & {*partners}) < len(partners):
        return "The sentence names only one of them; the countries of the article are meant."
    if here >= {*partners} and not _are_bound(reading, sentence, partners):
        return "The sentence names them, but does not say that they deal with each other."
    return ""


def _are_bound(reading: "Reading", sentence: Sentence, partners: list[str]) -> bool:
    """Whether a sentence joins the states that it names: by a contact, a list, their ties, or what one gives to the other."""
    text = reading.text
    parties = [each for each in _states(reading, sentence.span) if each.entity in partners]
    if len({each.entity for each in parties}) < len(partners):
        # Bodies, which are only named as those who act.
        return True
    if any({*partners} <= {*told} for told in reading.contacts_in(sentence)) or tied(text, parties):
        return True
    joined = [
        one.entity != other.entity
        and bool(
            _HYPHEN.fullmatch(text, one.span.end, other.span.start)
            or _GIVES_TO.fullmatch(text, one.span.end, other.span.start)
            or (_AND.fullmatch(text, one.span.end, other.span.start) and not reading.led(_BESIDE, sentence, one.span.start, NEAR))
        )
        for one, other in pairwise(parties)
    ]
    return sum(joined) >= len(partners) - 1


_BESIDE = re.compile(
    r"\b(?:for|including|like|such\s+as|against|than|in|to|toward|towards|on|over)\s+(?:both\s+)?(?:the\s+)?\Z"
    r"|\b(?:met|meets?|meeting|spoke|consult\w*)\s+(?:[a-z]+\s+)?with\s+[^.;:]{0,60}\Z"
)
"""Before a list of those of whom others speak, or whom another meets: "security for Norwegians and Chileans", "met with officials of Norway and Chile"."""
_GIVES_TO = re.compile(
    # "Norway has long provided food aid to Chile"
    r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,4}?(?:provid|extend|giv|gave|offer|suppl|deliver|send|sent|contribut|pledg)\w*\s+[^.;:]{3,90}?\s(?:to|for)\s+"
    r"(?:the\s+)?(?:(?:people|government)\s+of\s+)?"
    # "Norway provides Chile with", "Norway assists Chile in", "Norway cooperates with Chile"
    r"|\s+(?:[\w-]+\s+){0,3}?(?:provid|assist|support|help|equip|train)\w*\s+"
    r"|\s+(?:[\w-]+\s+){0,3}?(?:co-?operat|collaborat|work|partner)\w*\s+(?:[a-z]+ly\s+)?with\s+(?:the\s+)?"
    # "Norway's support for Chile"
    r"|(?:[’']s?)?\s+(?:[a-z-]+\s+){0,3}(?:support|assistance|aid)\s+(?:for|to)\s+(?:the\s+)?"
    # "Norway is a key trade partner of Chile"
    r"|\s+(?:[a-z]+\s+){0,4}partners?\s+(?:of|for)\s+(?:the\s+)?"
)
"""Between two of whom one gives to the other or works with it."""


def is_of_others(text: str, span: Span) -> bool:
    """Whether a sentence is not of the two states of a text which says nowhere before that they deal with each other."""
    return bool(_COUNTERPART.search(text, span.start, span.end)) or not _SEVERAL.search(text, span.start, span.end)


def three_before(reading: "Reading", sentence: Sentence) -> list[str]:
    """The three states that the last sentence names which names three: of whom "the three countries" and "trilateral" speak."""
    for each in reversed(reading.document.sentences[: sentence.number + 1]):
        states = _states(reading, each.span)
        # "met the ministers of Chile and Peru in Oslo, Norway": only there.
        named = dict.fromkeys(one.entity for one in states if not _OF_TOWN.search(reading.text, one.span.start - NEAR, one.span.start))
        if len(named) == THREE:
            return list(named)
    return []


_OF_TOWN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s+(?:the\s+)?\Z")
THREE = 3
_OF_MANY = words("summit summits conference conferences forum assembly")
"""To what those come who deal with others than their hosts."""


def _states(reading: "Reading", span: Span) -> list[Linked]:
    return [
        each
        for each in reading.inside(span, "place", "demonym", "organization")
        if is_state(each) or (is_bloc(each) and not is_forum(reading.text, each))
    ]


_LEADS = re.compile(
    r"\b(?:(?:Secretary|Director)[- ]General|(?:Executive|Managing)\s+(?:Secretary|Director|Chairman)|(?:[A-Z][a-z]+\s+)?Commissioner|President|Chair(?:man|person|woman)?|Head|Chief)(?:\s+(?:of|at|for)(?:\s+the)?)?\Z",
    re.IGNORECASE,
)


def _led(reading: "Reading", span: Span) -> list[Linked]:
    """The bodies of many states whose heads a span names by their offices: "the Secretary General of the Organization of Fjord States"."""
    roles = reading.inside(span, "role")
    return [
        each
        for each in (reading.inside(span, "organization") if roles else ())
        if each.found.entry
        and not each.found.entry.country
        and any(role.span.contains(each.span) and _LEADS.match(_rest(reading.text, role.span, each.span)) for role in roles)
    ]


def _rest(text: str, office: Span, body: Span) -> str:
    """The words of an office without those of its body."""
    return f"{text[office.start : body.start]}{text[body.end : office.end]}".strip()


_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")


def _state_of(reading: "Reading", states: Sequence[Linked], person: Linked) -> str:
    """The state whose office a person holds: "Chilean minister Ana Ruiz", "Ana Ruiz of Chile", "Ana Ruiz, minister of Chile"."""
    of = next((each for each in states if each.span.start > person.span.end), None)
    if of and _OF.fullmatch(reading.text, person.span.end, of.span.start):
        return of.entity
    before = next((each for each in reversed(states) if each.span.end <= person.span.start), None)
    if before and person.span.start - before.span.end < NEAR and reading.straight(before.span.end, person.span.start):
        return before.entity
    role = reading.next(person.span.end, person.span.end + NEAR, "role", within=8)
    inside = [each for each in states if role and role.span.contains(each.span)]
    return inside[-1].entity if inside else ""


def _listed(text: str, states: Sequence[Linked]) -> tuple[str, ...]:
    """The states of the first list of three or more: "the ministers of Chad, Niger and Mali"."""
    listed: list[Linked] = []
    for each in states:
        if listed and each.entity == listed[-1].entity:
            # As in "the Republic of Korea (ROK)", the same once more.
            continue
        if listed and not _AND.fullmatch(text, listed[-1].span.end, each.span.start):
            if len(listed) > 2:
                break
            listed = []
        listed.append(each)
    return tuple(dict.fromkeys(each.entity for each in listed)) if len(listed) > 2 else ()


def _two(reading: "Reading", sentence: Sentence, states: Sequence[Linked], whose: dict[str, str]) -> tuple[str, ...] | None:
    """The two that a sentence brings together: by their people and bodies, else one and where its people went."""
    held = {each.entity for each in states if is_state(each) and _OFFICE_OF.match(reading.text, each.span.end, sentence.span.end)}
    # "Chad's minister met Peru's at the EU-Africa summit": the two states.
    if two := tied(reading.text, states) or (_with_region(reading, sentence, states) if len(held) < 2 else []):
        return two[0], two[1]
    acting = dict.fromkeys(
        _acting(reading, sentence, [each for each in states if not HOSTS.match(reading.text, each.span.end, sentence.span.end)])
    )
    for person in reading.people(sentence.span):
        if person.entity in whose:
            acting.setdefault(whose[person.entity])
    listed = _listed(reading.text, states)
    if acting and acting.keys() <= set(listed):
        return listed
    if len(acting) == 1 and sentence.words.isdisjoint(_OF_MANY):
        goals = [
            each
            for each in states
            if reading.led(_TO, sentence, each.span.start, 24) and not is_helped(reading.text, sentence.span.start, each)
        ]
        for each in goals:
            acting.setdefault(each.entity)
    if acting and acting.keys() <= set(listed):
        return listed
    if len(acting) != 2:
        return None
    first, second = acting
    return first, second


"""After a state that only brings others together: "Norway hosted talks between the Chilean army and two groups"."""


def _with_region(reading: "Reading", sentence: Sentence, states: Sequence[Linked]) -> list[str]:
    """A state or bloc and the part of the world it deals with: "the EU-Africa summit", "Norway's ties with Africa", "Norway and African leaders"."""
    regions = [
        each for each in reading.inside(sentence.span, "place", "demonym") if each.found.entry and each.found.entry.kind == "macro-region"
    ]
    if not regions or not states:
        return []
    both = sorted([*states, *regions], key=lambda one: one.span)
    joined = (
        [one.entity, other.entity]
        for one, other in pairwise(both)
        if (one in regions) != (other in regions)
        and (
            _HYPHEN.fullmatch(reading.text, one.span.end, other.span.start)
            or (
                _AND.fullmatch(reading.text, one.span.end, other.span.start)
                and _DEAL.match(reading.text, other.span.end, sentence.span.end)
            )
        )
    )
    return tied(reading.text, both) or next(joined, [])


_DEAL = re.compile(
    r"(?:\s+(?:leaders|countries|nations|states|ministers|officials|governments))?\s+(?:(?:also|both|have|has|had|will)\s+){0,2}(?:agree|discuss|welcom|work|co-?operat|met\b|meet|pledg|commit|reaffirm|sign|hold|held|launch|want|seek|shar)"
)


def _of_name(reading: "Reading", sentence: Sentence, spelled: Mapping[str, str]) -> tuple[str, ...] | None:
    """The two in the name of their body, agreement or meeting."""
    for each in reading.inside(sentence.span, "organization", "agreement", "event"):
        pair = _PAIR.search(reading.text, each.span.start, each.span.end)
        two = [_spelled(name, spelled) for name in pair.groups()] if pair else []
        if all(two) and len(set(two)) > 1:
            return two[0], two[1]
    return None


def _spelled(name: str, spelled: Mapping[str, str]) -> str:
    """The state of the text that a half of "Chilean-Peruvian" or "Chile-Peru" means."""
    people = gazetteer().demonyms
    halves = (name, name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1])
    return next((spelled[one] for each in halves for one in (each, people[each].name if each in people else "") if one in spelled), "")


def _acting(reading: "Reading", sentence: Sentence, states: Sequence[Linked]) -> Iterator[str]:
    """The states that a sentence names as such: by an office, a body, in "between A and B", before a verb."""
    text, start, end = reading.text, sentence.span.start, sentence.span.end
    roles = reading.inside(sentence.span, "role")
    bodies = reading.inside(sentence.span, "organization")
    for number, each in enumerate(states):
        further = states[number + 1] if number + 1 < len(states) else None
        last = further if further and _AND.fullmatch(text, each.span.end, further.span.start) else each
        if (
            _OFFICE_OF.match(text, each.span.end, end)
            or any(role.span.contains(each.span) for role in roles)
            or _OFFICERS_OF.search(text, max(start, each.span.start - NEAR), each.span.start)
            or any(body.span.contains(each.span) and body.span != each.span for body in bodies)
            or _BETWEEN.search(text, max(start, each.span.start - NEAR), each.span.start)
            or (further and _HYPHEN.fullmatch(text, each.span.end, further.span.start) and not HOSTILE.match(text, further.span.end, end))
            or (
                number
                and not HOSTILE.match(text, each.span.end, end)
                and _HYPHEN.fullmatch(text, states[number - 1].span.end, each.span.start)
            )
            or (each.found.type != "demonym" and _DOES.match(text, last.span.end, end))
        ):
            yield each.entity
