"""Who is at an event as a delegate, or as one who speaks there."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.events.slack import FAR, NEAR, SLACK
from sourcebook.extract.facts.events.waged import owner_of
from sourcebook.extract.facts.groups import Actors, persons, those
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state


def delegates(signs: Signs, position: int) -> Iterator[Linked]:
    """After "Norway's delegation to the summit was led by A and included B": whose it is and who goes along."""
    sent = _DELEGATION.search(signs.words, position - NEAR, position)
    if sent is None:
        return
    yield from (each for at, each in signs.at.items() if at == sent.start() and signs.words[at] in (STATE, BODY))
    for found in _MADE_UP.finditer(signs.words, position + 1, position + FAR):
        yield from those(signs.after(found))


_DELEGATION = re.compile(
    rf"(?:[{STATE}{BODY}](?:[’']s?)?|\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Aa]))\s+"
    rf"(?:[\w-]+\s+|{FOLK}\s+){{0,3}}delegation\s+(?:to|at|attending|for)\s+{SLACK}\Z"
)
_MADE_UP = re.compile(
    r"\b(?:(?:led|headed)\s+by|includ(?:es|ed|ing)|comprises|comprised|comprising|consist(?:s|ed|ing)\s+of)\s+(?:the\s+)?"
)


def posted(signs: Signs, position: int) -> Iterator[Linked]:
    """Who is sent to the event at a position, or holds it: "A served as a delegate to the summit", "A, co-host of the summit", "its coordinator"."""
    text = signs.words
    found = _POST.search(text, position - FAR, position)
    if found is None:
        lead = _SERVES_AS.search(text, position - NEAR, position) if _ITS_POST.match(text, position + 1) else None
        who = signs.doing(lead)
    elif found["verb"]:
        who = signs.doing(found, "verb")
    elif found["front"]:
        who = signs.after(_PLACE_COMMA.match(text, position + 1))
    else:
        one = signs.at.get(found.start() - 1)
        yield from [one] if one and (one.found.type == "person" or found["host"]) else ()
        return
    yield from (each for each in who.who if found is None or found["host"] or each.found.type == "person") if who else ()


_POSTS = rf"(?:delegates?|representatives?|negotiators?|commissioners?|envoys?|emissar(?:y|ies)|observers?|plenipotentiar(?:y|ies)|coordinators?|mediators?|{OFFICE})"
_POST = re.compile(
    rf"(?:\s+(?P<verb>(?:serv|act|work|function)(?:ed|es|ing)(?:\s+[a-z]+ly)?\s+as|(?:was|were|is|are|became|been)(?:\s+also)?"
    rf"(?:\s+(?:sent|appointed|named|chosen|elected|selected|nominated)(?:\s+(?:as|to\s+be))?)?)\s+|(?:[’']s?\s+(?:[a-z]+\s+)?(?:role|leadership|service|work|position|tenure))?\s+as\s+|\s*\(|,\s+(?:who\s+(?:is|was)\s+)?|(?P<front>\bAs\s+))"
    rf"(?:(?:the|an?|its|one\s+of\s+(?:the|its)(?:\s+two)?)\s+)?(?:(?:[A-Z]?[a-z-]+|[{FOLK}{STATE}{BODY}](?:[’']s?)?)\s+){{0,4}}?"
    rf"(?:{_POSTS}(?:\s+and\s+{_POSTS})?\s+(?:to|at|in)|(?:negotiator|coordinator|mediator)s?\s+(?:for|of)|(?:members?\s+of|(?<=\s)among|part\s+of)\s+(?:the|an?)\s+(?:[\w-]+\s+|{FOLK}\s+){{0,3}}delegation\s+(?:to|at)|(?P<host>(?:co-)?(?:hosts?|organi[sz]ers?|sponsors?))\s+(?:of|to|for))\s+{SLACK}\Z"
)
_PLACE_COMMA = re.compile(rf"(?:\s+(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}])?(?:\s+(?:in|of)\s+{DATE})?,\s+(?:the\s+)?")
_SERVES_AS = re.compile(
    rf"\b(?:(?:serv|act|function)\w*|remain\w*|continu\w+\s+to\s+(?:serve|act|function))\s+as\s+{SLACK}\Z|\b(?:is|was|are|were)\s+{SLACK}\Z"
)
_ITS_POST = re.compile(r"[’']s?\s+(?:[a-z]+\s+)?(?:coordinator|mediator|facilitator|host|organi[sz]er|co-host)s?\b")


def speakers_there(signs: Signs, position: int) -> tuple[Linked, ...]:
    """After "Speaking at the summit, A said", "On Monday, at the summit in Oslo, A and B agreed": who was there."""
    front = _FRONT.fullmatch(signs.words, 0, position)
    return acting_after(signs, position) if front else ()


def acting_after(signs: Signs, position: int, passed: re.Pattern[str] | None = None) -> tuple[Linked, ...]:
    """Those who do something after words with the event at a position that open a sentence; persons are passed over after some words only."""
    text = signs.words
    straight = WHERE_AND_WHEN.match(text, position + 1)
    commas = (each.end() for each in COMMA.finditer(text, position + 1, position + FAR))
    for start in (*([straight.end()] if straight else []), *commas):
        if PERSON in text[position:start] and not (passed and passed.match(text, position + 1)):
            break
        found = signs.list_at(start)
        if found and ACTED.match(text, found.end) and "official" not in text[found.start : found.end]:
            return found.who
    return ()


COMMA = re.compile(r",\s+(?:the\s+)?")
OPENS = rf"[\s“\"‘—–-]*(?:[A-Z{DATE}][^.;:“”{PERSON}{EVENT}{BODY}{FOLK}]{{0,70}}?,\s+)?"
"""What may stand before the words that open a sentence with an event: "Importantly, ", "On 3 May, ", "Today in Oslo, Norway, "."""
_FRONT = re.compile(
    rf"{OPENS}(?i:(?:Speaking(?:\s+to\s+(?:(?:reporters|journalists)|the\s+(?:press|media)))?|Talking|Appearing|Participating|Taking\s+part"
    rf"|In\s+(?:(?:his|her|an?)\s+(?:\w+\s+)?)?(?:speech|remarks|address|statement|intervention))\s+"
    rf"(?:at|in|to|during|on\s+the\s+(?:sidelines|margins|fringes)\s+of)|Addressing|Attending|Joining|Hosting|Opening|Closing|At|During|Throughout)\s+{SLACK}"
)
WHERE_AND_WHEN = re.compile(
    rf"(?:\s+(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?)?"
    rf"(?:\s+(?:on\s+|in\s+)?(?:{DATE}|today|yesterday|last\s+\w+|this\s+\w+|earlier\s+\w+))?\s+(?:the\s+)?"
)
ACTED = re.compile(
    r"(?:,[^,.;]{3,90},)?\s+(?:(?:also|has|had|have|jointly|both|again|will|would)\s+)*"
    r"(?:said|told|spoke|gave|held|made|met|[a-z]+ed|says|called|outlined|set|took|saw|heard|found|sought|brought|led|drew|laid|paid|wrote"
    r"|kept|won|left|came|went|sent|began)\b"
)


def fronted(signs: Signs, verbs: re.Pattern[str], event: int) -> Actors | None:
    """Those by whom the participle that opens a sentence says the event at a position was held: "Hosted by Norway, the summit"."""
    found = signs.after(verbs.match(signs.words))
    return found if found and _EVENT_FOLLOWS.fullmatch(signs.words, found.end, event) else None


_EVENT_FOLLOWS = re.compile(
    rf"(?:\s+(?:in|at|on)\s[^,;]{{1,40}})?,\s+(?:(?:the\s+)?{BODY}\s+(?:held|opened|convened|began|concluded)\s+(?=(?:its|the|an?)\s))?"
    r"(?:(?:the|this|an?|its)\s+(?:[\w-]+\s+){0,4})?"
)


def before_acting(signs: Signs, position: int) -> tuple[Linked, ...]:
    """After "After attending the summit, A and B flew to Oslo": who was there before."""
    text = signs.words
    front = _AFTER_DOING.match(text, 0, position)
    for comma in COMMA.finditer(text, position + 1, position + FAR) if front and front.end() == position else ():
        found = signs.after(comma)
        if found and found.who[0].found.type != "event" and _THEN_DID.match(text, found.end):
            return found.who
        if PERSON in text[position : comma.start()]:
            break
    return ()


def said_there(signs: Signs, position: int) -> tuple[Linked, ...]:
    """After '"We agree," said A at the summit': A."""
    found = signs.up_to(_AT.search(signs.words, position - NEAR, position) if not signs.spoken.isdisjoint(_SAYING) else None)
    return found.who if found and _SAID.search(signs.words, found.start - NEAR, found.start) else ()


_SAYING = words("said says told added noted stressed explained warned announced")
_SAID = re.compile(r"\b(?:said|says|added|noted|stressed|explained|warned|announced)\s+(?:the\s+)?\Z")
_AT = re.compile(rf"\s+(?:at|during|in\s+(?:an?|the)\s+address\s+to)\s+{SLACK}\Z")


def visiting(signs: Signs, position: int) -> Iterator[Linked]:
    """Whose a visit is that no journey tells of: "Ana Ruiz's visit in May", "a visit to Chile by a Norwegian delegation"."""
    owner = owner_of(signs, position)
    by = _VISIT_BY.match(signs.words, position + 1)
    visitors = signs.after(by)
    if by and by[0].startswith(" of") and _TOUR.match(signs.at[position].found.name):
        # "Her tour of Chile": where it goes.
        visitors = None
    leads = bool(signs.within(signs.at[position], "place")) or (by and by["goal"])
    who = (*(those(owner)), *(those(visitors)))
    yield from (each for each in who if (each.found.type != "person" or not leads) and not is_lone(signs, each))


def is_lone(signs: Signs, folk: Linked) -> bool:
    """Whether one person or some travel without a name, for whom their state stands: "the Chilean deputy minister", but no delegation."""
    at = next((at for at, each in signs.at.items() if each is folk), None)
    return at is not None and signs.words[at] == FOLK and not _SENT_MEN.match(signs.words, at + 1)


_SENT_MEN = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?i:delegations?|teams?|missions?|troops|forces|soldiers|sailors|marines|ships?|warships?|vessels?|frigates?|destroyers?"
    r"|submarines?|aircraft|navy|army|military|fleet|contingents?|government|battalion|units?)\b"
)
_VISIT_BY = re.compile(rf"(?P<goal>\s+to\s+(?:the\s+)?[{PLACE}{STATE}])?\s+(?:by|of)\s+(?:the\s+|an?\s+)?")


_TOUR = re.compile(r"(?:[\w-]+\s+){0,3}?[Tt]ours?\b")


_AFTER_DOING = re.compile(
    rf"(?:After|Before|While|Upon|Following|Since|Having|On)\s+(?:jointly\s+)?"
    rf"(?:attend(?:ing|ed)|participat(?:ing|ed)\s+in|t(?:aking|aken)\s+part\s+in|host(?:ing|ed)"
    rf"|(?:co-)?chair(?:ing|ed)|address(?:ing|ed)|winning|won|losing|lost|join(?:ing|ed)|conclud(?:ing|ed)|hold(?:ing)?|opening|closing)\s+{SLACK}\Z"
)
_THEN_DID = re.compile(r"(?:,[^,.;]{3,90},)?\s+(?:[a-z]+ly\s+)?(?:(?:also|then|has|had|have|will|is|are|was|were)\s+)*[a-z]+")


def sides(signs: Signs) -> Iterator[Linked]:
    """After "A headed the Norwegian delegation and B led the Chilean side": who came, and for whom."""
    for found in _LED_SIDE.finditer(signs.words):
        yield from those(signs.doing(found))
        yield from signs.all_in(found, "of")


_LED_SIDE = re.compile(
    rf"\b(?:head(?:s|ed|ing)?|lead|leads|led|leading|chair(?:s|ed|ing)?|represent(?:s|ed|ing)?)\s+"
    rf"(?:the|its|his|her|an?)\s+(?:[a-z-]+\s+){{0,2}}(?P<of>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+(?:[a-z-]+\s+)?"
    rf"(?:delegation|side|team|contingent)\b"
    rf"(?!\s+(?:at|to|in|for|during)\s+"
    rf"(?!(?:the|this|these|that)\s+(?:meetings?|talks|summit|conference|session|forum|event|{EVENT})))"
)


def represented(signs: Signs) -> Iterator[Linked]:
    """After "Norway was represented by A, Chile by B", "A represented the President of Chile": who came, and for whom."""
    for sent in _ITS_MEN.finditer(signs.words):
        theirs = signs.after(sent)
        yield from (signs.at[sent.start("of")], *theirs.who) if theirs else ()
    yield from those(signs.after(_SIDES_LED.search(signs.words)))
    many = list(_REPRESENTED.finditer(signs.words))
    for found in (*many, *(_BY_OTHERS.finditer(signs.words, many[0].end()) if many else ())):
        if _RECEIVED.search(signs.words, found.start() - 40, found.start()):
            # "Received a Sudanese delegation led by A": that is a meeting of its own.
            continue
        of, by = signs.list_to(found.end("of")) or signs.list_at(found.start("of")), signs.after(found)
        of = of if of and of.end <= found.end("of") else None
        if _HEADED.search(found[0]) and not _DELEGATES.search(found["of"]):
            # "The Combined Forces led by the US Navy": no delegation.
            continue
        yield from those(of)
        yield from persons(by) or those(by)[:1]


_HEADED = re.compile(r"\b(?:led|headed|spearheaded)\b")
_DELEGATES = re.compile(
    r"(?i)\b(?:delegations?|sides?|teams?|contingents?|mission|part(?:y|ies)|representation|negotiators|commission|committee)\b"
)
_RECEIVED = re.compile(
    r"\b(?:(?:receiv|welcom|greet|me?et|invit|sen[dt]|dispatch)\w*|members?\s+of)\s+(?:with\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,3}\Z"
)
_REPRESENTED = re.compile(
    rf"(?P<of>[{STATE}{BODY}{OFFICE}{FOLK}{PLACE}][^.;,{PERSON}{STATE}{BODY}{PLACE}]{{0,60}}?)"
    rf"(?:,[^.;{PERSON}{STATE}]{{3,80}},)?\s+(?:(?:was|were|is|are|will\s+(?:also\s+)?be)\s+)?(?:also\s+)?"
    rf"(?:represented|led|headed|spearheaded)(?:\s+(?:at|in)\s[^.;,]{{3,80}}?)?\s+by\s+(?:the\s+)?"
)
_ITS_MEN = re.compile(
    rf"(?P<of>[{STATE}{BODY}])[’']s?\s+(?:representatives?|delegates|delegation|team|participants)\s+"
    rf"(?:(?:was|were|are|is)\s+(?:made\s+up\s+of\s+|composed\s+of\s+)?|includ(?:es|ed)\s+|compris(?:es|ed)\s+"
    rf"|consist(?:s|ed)\s+of\s+)(?:the\s+)?"
)
_SIDES_LED = re.compile(
    r"\b(?:(?:[Tt]he|[Bb]oth)\s+(?:(?:two|three|four|respective)\s+)?(?:sides|delegations|teams|parties))\s+"
    r"(?:(?:was|were|are|is)\s+)?(?:(?:led|headed|represented|chaired|spearheaded)\s+by)\s+(?:the\s+)?"
)
_BY_OTHERS = re.compile(rf"(?P<of>[{STATE}{BODY}{PLACE}](?:[’']s)?|{FOLK}(?=\s+(?:side|delegation|team))(?:\s+[a-z]+)?)\s+by\s+(?:the\s+)?")


def men_of_sides(signs: Signs, position: int) -> Iterator[Linked]:
    """After "the talks, whose representatives were A for Norway and B for Chile", "the summit, with Norway and Chile taking part"."""
    text = signs.words
    led = _WHOSE_MEN.match(text, position + 1)
    for found in _MAN_FOR.finditer(text, led.end()) if led else ():
        yield from (signs.at[found.start("who")], signs.at[found.start("of")])
    listed = signs.after(_WITH_SOME.match(text, position + 1))
    yield from listed.who if listed and _BEING_THERE.match(text, listed.end) else ()


_WHOSE_MEN = re.compile(
    r",\s+whose\s+(?:[a-z]+\s+)?(?:representatives|participants|delegates|negotiators|members|speakers|guests|envoys)\s+(?:were|are|included?)\s+"
)
_MAN_FOR = re.compile(rf"(?P<who>{PERSON})\s+(?:for|of|from|on\s+behalf\s+of)\s+(?:the\s+)?(?P<of>[{STATE}{BODY}])")
_IS_THERE = (
    r"(?:taking\s+part|participating|attending|present|represented|in\s+attendance|among\s+(?:the|those)\s+(?:attendees|participants|guests|speakers|attending)"
    r"|mediating|moderating|facilitating|joining|on\s+hand|looking\s+on)\b"
)
_WITH_SOME = re.compile(
    rf"(?:,|[^.;“”{EVENT}{PERSON}]{{1,120}}?,?)\s+with\s+(?=[^.;{EVENT}]{{1,140}}?\s(?:also\s+)?{_IS_THERE})(?:the\s+)?"
)
_BEING_THERE = re.compile(rf"\s+(?:also\s+)?(?!joining\s+(?:the|an?|his|her|its|their)\s){_IS_THERE}")


def part_of_those(signs: Signs, position: int) -> tuple[Linked, ...]:
    """After "the participation of A and B in the summit": both."""
    found = _PART_OF.search(signs.words, position - NEAR, position)
    listed = signs.list_at(found.start("who")) if found else None
    return listed.who if listed and found and listed.end == found.end("who") else ()


_PART_OF = re.compile(
    rf"\b(?:participation|attendance|presence|involvement|entry|entrance)\s+(?:of|by)\s+(?P<who>[^.;“”{EVENT}]{{1,100}}?)\s+(?:in|at|into)\s+{SLACK}\Z"
)


def named_before(signs: Signs, position: int) -> tuple[Linked, ...]:
    """Whom "its participation in the summit" means: the one state or body that the sentence names before."""
    if not _ITS.search(signs.words, position - NEAR, position + len(" its ")):
        return ()
    named = {each.entity: each for at, each in signs.at.items() if at < position and signs.words[at] in (STATE, BODY)}
    states = [each for each in named.values() if is_state(each)] or list(named.values())
    return tuple(states) if len(states) == 1 else ()


_ITS = re.compile(r"\bits\s+(?:[a-z]+\s+){0,2}\Z")
