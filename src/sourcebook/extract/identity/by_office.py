"""Whom an office without a name means: "the Myanmar leader", "the Foreign Secretary", "the minister"."""

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from sourcebook import lazy_re as re
from sourcebook.extract.bodies.holders import OFFICE_WORDS, POINTING
from sourcebook.extract.document import Document, matches, within
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_LEADER = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er)\s+(?:[a-z-]+\s+)?"
    r"(?P<of>[A-Z][\w-]+"
    r"(?:\s(?:Lankan|Zealand|Arabian|African|Korean|Sudanese|Leonean|Verdean|Rican|Timorese|Islands?))?)\s+"
    r"(?:(?:[Ss]tate\s+)?[Ll]eader|guest|visitor|dignitary|(?:parliament(?:ary)?\s+)?speaker|top diplomat|FM|king"
    r"|monarch|emir|chancellor|army chief|PM|counterpart|president|[Pp]remier|prime minister|minister"
    r"|head of state|official|diplomat|(?:[Dd]eputy|[Vv]ice)[ -](?:[Pp]rime [Mm]inister|PM|[Pp]remier|[Pp]resident|[Ff]oreign [Mm]inister|[Mm]inister)|foreign minister|Foreign Minister|Prime Minister|President|Foreign Secretary"
    r"|foreign secretary|defen[cs]e minister|Defen[cs]e Minister)\b(?!,?\s+(?!On\b|In\b)[A-Z])"
)
"""Without "The Danish prime minister, Mette Frederiksen": an office beside its holder's name."""


def leaders(document: Document, linked: list[Linked], gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Phrases such as "the Myanmar leader", with the person whose office is of that country and who was named last."""
    people = [each for each in linked if each.found.type == "person"]
    phrases = list(matches(_LEADER, document.text, _pointing(document)))
    countries = countries_of(document, linked) if phrases else {}
    held = {each.span.end: each for each in linked if each.found.type == "role"} if phrases else {}
    of_country: dict[str, list[Linked]] = defaultdict(list)
    for each in people:
        for country in countries.get(each.entity, ()):
            of_country[country].append(each)
    offices_of = _told_offices(held, people)
    first = {each.entity: each.span.start for each in reversed(people)}
    for found in phrases:
        entry = gazetteer.demonyms.get(found["of"]) or gazetteer.names.get(found["of"])
        if entry is None:
            continue
        own = of_country.get(entry.name, [])
        own = own[: bisect.bisect_left(own, found.start(), key=_start)]
        own = [each for each in own if _may_be_so(found[0], [words for at, words in offices_of.get(each.entity, ()) if at < found.start()])]
        before = people[: bisect.bisect_left(people, found.start(), key=_start)]
        if not own and (introduced := _introduced_next(document, people, first, found.end())):
            yield Span(*found.span()), introduced
        elif own and (held_so := _of_rank(held, before, own, found[0])) is not None:
            if held_so:
                yield Span(*found.span()), held_so
        elif own:
            yield Span(*found.span()), own[-1].entity
        else:
            others = (each.entity for each in reversed(before) if each.entity not in countries and not _is_other(held, each, found[0]))
            # Of several of no country nobody is meant rather than another, nor who is told of with no such office.
            if (last := next(others, "")) and all(each == last for each in others) and _is_such(offices_of.get(last, ()), found[0]):
                yield Span(*found.span()), last


def _told_offices(held: dict[int, Linked], people: list[Linked]) -> dict[str, list[tuple[int, set[str]]]]:
    """The words of the offices that stand right before the names of persons, of "Prime Minister and Minister of Defence" both, and where these names stand."""
    told: dict[str, list[tuple[int, set[str]]]] = defaultdict(list)
    for each in people:
        role = held.get(each.span.start - 1)
        while role:
            told[each.entity].append((each.span.start, {*_in_full(role.found.name.casefold())}))
            start = role.span.start
            role = next((held[start - len(joint)] for joint in (" ", ", ", " and ", ", and ") if start - len(joint) in held), None)
    return told


def _may_be_so(phrase: str, told: Iterable[set[str]]) -> bool:
    """Whether "the Spanish premier" may be somebody of some offices: not the foreign minister."""
    words = {*_in_full(phrase.casefold())} | ({"prime", "minister"} if phrase.casefold().endswith("premier") else set())
    kinds = words & _KINDS
    return not kinds or not told or any(kinds <= each or not each & _KINDS for each in told)


_KINDS = frozenset({"prime", "foreign", "defence", "defense", "president", "king", "emir", "chancellor", "speaker"})
"""What tells apart the offices of one country."""


def _of_rank(held: dict[int, Linked], before: list[Linked], own: list[Linked], phrase: str) -> str | None:
    """Who is meant by a deputy, or by an official of no rank; "" for nobody, and None if the phrase tells of neither."""
    deputy = _DEPUTY.search(phrase)
    if deputy:
        names = {each.entity for each in own}
        after = {role.span.start: role for role in held.values()}
        mentions = [each for each in before if each.entity in names]
        right = [(each, held.get(each.span.start - 1) or after.get(each.span.end + len(", "))) for each in mentions]
        # "First Deputy Prime Minister, Minister of Economy Ana Ruiz"
        roles = [*right, *((each, held.get(role.span.start - len(", "))) for each, role in right if role)]
        meant = {each.entity for each, role in roles if role and _DEPUTY.search(role.found.name)}
        return next(iter(meant)) if len(meant) == 1 else ""
    if phrase.endswith((" official", " diplomat")):
        # Of several the one of whom the text speaks most.
        return Counter(each.entity for each in own).most_common(1)[0][0]
    return None


_DEPUTY = re.compile(r"(?i)\b(?:deputy|vice)\b")


def _introduced_next(document: Document, people: list[Linked], first: Mapping[str, int], position: int) -> str:
    """Who is first named where the next sentence begins: "The Chilean president agreed. Ana Ruiz said"; `first` says where each is."""
    number = document.sentence_of(position - 1).number + 1
    if number >= len(document.sentences) or document.sentences[number].paragraph != document.sentences[number - 1].paragraph:
        return ""
    start = document.sentences[number].span.start
    at = bisect.bisect_left(people, start, key=_start)
    who = people[at].entity if at < len(people) and people[at].span.start == start else ""
    return who if who and first[who] == start else ""


def _is_other(held: dict[int, Linked], person: Linked, phrase: str) -> bool:
    """Whether the office right before a name is another than that of a phrase: "the French foreign minister" is no "Secretary of State Ana Ruiz"."""
    role = held.get(person.span.start - 1)
    head = phrase.casefold().rpartition(" ")[2]
    return bool(role and head in _HEADS and head not in role.found.name.casefold().split())


def _is_such(told: Sequence[tuple[int, set[str]]], phrase: str) -> bool:
    """Whether somebody whose country is not told may be "the Mongolian president": he is a president, or a leader of some office."""
    head = phrase.casefold().rpartition(" ")[2]
    return any(head in words or head not in _HEADS for _, words in told)


_HEADS = frozenset({"minister", "secretary", "president", "chancellor", "king", "emir", "speaker"})
"""Words of which one office has no more than one; "leader" may be said of any."""


def countries_of(document: Document, linked: list[Linked]) -> dict[str, set[str]]:
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
    r"(?P<words>(?:(?!(?:former|new|next|two|previous|last|first(?!\s+(?:deputy|vice|secretary)))|(?:by|at|in|with|to|from|on|was|is|as|that|who)\s)[\w-]+\s+){0,3}?(?:[Vv]ice-)?(?P<head>[Ss]ecretary(?:[- ][Gg]eneral|\s+of\s+[Ss]tate)?|[Mm]inister|[Pp]resident|[Pp]remier|[Gg]eneral|[Cc]ommander|[Aa]mbassador|[Ss]pokes(?:man|woman|person)|[Gg]overnor"
    r"|[Cc]hancellor|[Ss]peaker|[Cc]hairman|[Cc]hairwoman|[Ee]nvoy|[Rr]epresentative|[Dd]irector(?:[- ][Gg]eneral)?|[Cc]olonel|[Cc]ommissioner|[Ll]eader|[Aa]dmiral|PM|FM))"
    r"(?![\w-]|\s+(?:and\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,4})?(?:of|for)\s+(?:the\s+)?[A-Z]"
    r"|[’']s(?!\s+(?:[\w-]+\s+){0,3}(?:visit|trip|tour|meetings?|talks)\b)"
    r"|(?<=General)\s+[A-Z]\w+\s+[A-Z]"
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
    gone: set[str] = set()
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
        if holder and _GONE.search(text, max(0, role.span.start - OWNER * 6), role.span.start):
            gone.add(holder.entity)
    # "The Chilean president" too is whom "the president" may mean.
    pointed = [each for each in linked if each.found.kind == "office"] if holders else []
    holders += [(each.span.of(text).casefold().rpartition(" ")[2], each.span.start, each.entity) for each in pointed]
    holders.sort(key=itemgetter(1))
    found: list[Linked] = []
    countries: dict[str, set[str]] | None = None
    taken = sorted(each.span for each in people.values())
    known = {each.span.start for each in pointed}
    others: dict[str, int] = {}
    for each in matches(_LEADER, text, _pointing(document)) if holders else ():
        if each.start() not in known:
            others.setdefault(each[0].casefold(), each.start())
    # Who may be meant by the words of an office: where that is said, how many of the words are, and who it is.
    of_words: dict[str, list[tuple[int, int, str]]] = {}
    for office in matches(_OFFICE, text, _pointing(document)) if holders else ():
        if office.start() in known:
            # "The Chilean president" means somebody already.
            continue
        follows = bisect.bisect_left(taken, Span(office.end(), office.end() + 1))
        if follows < len(taken) and taken[follows].start - office.end() <= 2:
            continue
        words, written = _in_full(office["words"].casefold()), _in_full(office["words"])
        if any(start < office.start() and each.endswith(words[-1]) for each, start in others.items()):
            # "The Chilean president", of whom nobody knows who he is, may be meant.
            continue
        if office["words"] not in of_words:
            of_words[office["words"]] = [
                (at, len({*words} & set(each.split())), who)
                for each, at, who in holders
                if _same_office(words, written, each, text[max(0, at - 30) : at].casefold())
            ]
        near = of_words[office["words"]]
        # Somebody who has been introduced already is meant rather than one who has not.
        told = near[: bisect.bisect_right(near, office.start(), key=itemgetter(0))]
        # "Ana Ruiz went to Lima and met with the Prime Minister": the one of that land, not one who is named further on.
        near = told or ([] if _MET_WITH.search(text, max(0, office.start() - NEAR), office.start()) else near)
        most = max([shared for _, shared, _ in near], default=0)
        meant = {who for _, shared, who in near if shared == most}
        # "His father, the late President Ola Lund": the President is his son.
        meant = meant - gone or meant
        if len(meant) > 1:
            countries = countries_of(document, linked) if countries is None else countries
            # "The Foreign Secretary" is of the country of which the text need not tell.
            at_home = {who for who in meant if who not in countries}
            meant = at_home if len(at_home) == 1 < len(words) else _told_of(document, people, meant, office.start())
        if len(meant) == 1:
            found.append(Linked(Found(span=Span(*office.span()), type="person", name=(who := meant.pop()), kind="office"), who))
    return [*found, *_offices_of_states(document, linked, {at: who for _, at, who in holders})]


_GONE = re.compile(r"\b(?:late|former|deposed|ousted|ex-?)\s?(?:[A-Z][\w-]*\s)?\Z")
_MET_WITH = re.compile(r"\b(?:met|meets|meeting|talks|called\s+on|received\s+by)\s+(?:with\s+)?\Z")


def _told_of(document: Document, people: dict[int, Linked], meant: set[str], at: int) -> set[str]:
    """Of several ministers whom "the minister" may mean the one with whom the text begins, unless another has been named since in the paragraph."""
    starts = sorted(people)
    first = people[starts[0]].entity
    begin = document.article.blocks[document.sentence_of(at).paragraph].start
    since = (people[each].entity for each in reversed(starts[: bisect.bisect_left(starts, at)]) if each >= begin)
    return {first} & meant if next((each for each in since if each in meant), first) == first else set()


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
            elif near[-1].span.start > role.span.start and document.text.endswith(("the ", "The "), 0, role.span.start):
                named.append((role, key))
    for role, key in named:
        who = held.get(key, set())
        if len(who) == 1:
            entity = next(iter(who))
            yield Linked(Found(span=role.span, type="person", name=entity, kind="office"), entity)


OWNER = 4
"""Code points between a country and its office: "Niger’s Prime Minister"."""
_HONORIFIC = re.compile(r",?\s(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Sheikh|Hon|H\.?\s?[EH])\.?\s)+")
_APART = frozenset({"prime", "vice", "deputy", "shadow"})
"""What makes another office of one."""


def _same_office(words: tuple[str, ...], written: tuple[str, ...], role: str, before: str) -> bool:
    """Whether "the [Indian] [foreign] minister" may mean an office: what is said of it must be true of the office."""
    of_role = _in_full(role)
    if words[-1] == "premier" and "premier" not in of_role and "prime" in of_role:
        words, written = (*words[:-1], "prime", "minister"), (*written[:-1], "prime", "minister")
    if words[-1] not in of_role:
        return False
    if _APART & set(of_role) != _APART & set(words):
        return False
    unsaid = [
        plain for plain, as_written in zip(words[:-1], written[:-1], strict=False) if plain not in of_role and as_written[0].isupper()
    ]
    return all(each in before for each in unsaid) and all(
        plain in of_role or plain in before for plain in words[:-1] if plain in _PORTFOLIOS
    )


@lru_cache(1 << 12)
def _in_full(words: str) -> tuple[str, ...]:
    """The words of an office without short forms."""
    return tuple([full for each in words.split() for full in _IN_FULL.get(each, each).split()])


_IN_FULL = {
    "pm": "prime minister",
    "PM": "Prime Minister",
    "fm": "foreign minister",
    "FM": "Foreign Minister",
    "gen.": "general",
    "col.": "colonel",
    "amb.": "ambassador",
    "gov.": "governor",
    "adm.": "admiral",
    "rep.": "representative",
    "sec.": "secretary",
}
_PORTFOLIOS = words("foreign defense defence finance interior transport trade health energy education press state culture justice")


def _start(each: Linked) -> int:
    return each.span.start
