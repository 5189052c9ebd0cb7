"""Who wages or fights what is fought: "Norway's invasion", "In the Salt War, A and B defeated C"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.events.slack import NEAR, SLACK
from sourcebook.extract.facts.groups import Actors, those
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, PERSON, PLACE, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state


def fighters(signs: Signs, position: int) -> Iterator[Linked]:
    """All who the words around a war or a vote say fought in it, won or lost it, or were drawn into it."""
    text, start = signs.words, position - NEAR
    yield from _fronted(signs, position)
    ran = signs.doing(_UNDER.search(text, start, position) if signs.at[position].found.name.startswith("Operation") else None)
    yield from those(ran)
    if not signs.spoken.isdisjoint(_ENDINGS):
        yield from _faring(signs, start, position)
    drawn = _DRAWN.search(text, start, position) if "into" in signs.spoken or "toward" in signs.spoken else None
    if drawn is None and not signs.spoken.isdisjoint(_HELPING):
        drawn = _HELPED.search(text, start, position)
    found = signs.after(drawn, "verb")
    if found and drawn and _UP_TO.fullmatch(text, found.end, drawn.end("whom")):
        yield from found.who
        # "France was an ally of Norway in the war": both.
        yield from those(signs.doing(_WERE_ALLIES.search(text, start, drawn.start("verb"))))
    yield from those(signs.up_to(_MEN_IN.search(text, start, position)))
    if "lost" in signs.spoken and _LOST.search(text, start, position):
        yield from those(signs.list_at(position + len(f"{EVENT} to ")) if text.startswith(" to ", position + 1) else None)
    did = _DID_IN.search(text, start, position)
    found = signs.doing(did)
    yield from (*found.who, *(those(signs.after(did, "foe") if found and did and did["foe"] else None))) if found else ()


def _fronted(signs: Signs, position: int) -> tuple[Linked, ...]:
    """After "In the Salt War, A and B defeated C": all three; of "During the Salt War, A lost the island" A."""
    front = _IN_WAR.match(signs.words, 0, position)
    found = signs.after(_COMMA.match(signs.words, position + 1) if front and front.end() == position else None)
    if found is None:
        return ()
    enemy = signs.after(_FOUGHT.match(signs.words, found.end))
    if enemy:
        return (*found.who, *enemy.who)
    did = (_THEN_DID if front and front["its"] else _ACTED if front and front["under"] else _DID).match(signs.words, found.end)
    return found.who if did else ()


def _faring(signs: Signs, start: int, position: int) -> tuple[Linked, ...]:
    """After "the defeat of A by B in the war", "Norway's victory in the war", "the British surrender at the battle": who fought."""
    of = _DEFEAT_OF.search(signs.words, start, position)
    found = signs.after(of, "of")
    if found and of:
        victors = signs.after(_BY_THEM.match(signs.words, found.end))
        return (*found.who, *(those(victors))) if _UP_TO.fullmatch(signs.words, (victors or found).end, of.end("whom")) else ()
    fared = _FARED.search(signs.words, start, position)
    found = signs.owning(fared)
    if found and len(found.who) > 1 and _AS_TOLD_BY.search(signs.words, 0, found.start):
        # "According to Ana Ruiz, Ola Lund's defeat": his.
        return found.who[1:]
    one = signs.at.get(fared.start() - 1) if fared else None
    outcome = _OUTCOME_AT.search(signs.words, start, position)
    if outcome and _IS_OUTCOME.search(signs.at[outcome.start()].found.name):
        # "The British surrender at the battle", which is an event of its own.
        return tuple(each for each in signs.within(signs.at[outcome.start()], "demonym") if is_state(each))
    return found.who if found else (one,) if one and one.found.type == "demonym" and is_state(one) else ()


_AS_TOLD_BY = re.compile(r"\b[Aa]ccording\s+to\s+(?:the\s+)?\Z")


WAGED = words(
    "invasion war attack attacks offensive incursion aggression strike strikes bombardment shelling annexation occupation airstrike "
    "airstrikes raid raids assault operation operations blockade fight crackdown intervention coup siege expedition mission onslaught "
    "bombing bombings bombardments invasions offensives incursions interventions counteroffensive insurgency uprising "
    "revolt rebellion mutiny putsch clashes struggle conquest counterattack counterattacks attempt attempts"
)
"""What those do whose it is."""
REMEMBERED = words("anniversary commemoration centenary")
"""What is held long after a war: in the anniversary of Norway's invasion it takes no part."""
CAMPAIGN = re.compile(r"(?i)\b[a-z-]{3,}\s+campaigns?\b")
"""One of a kind that is told: "military campaign"."""


def waging(signs: Signs, position: int) -> Iterator[Linked]:
    """After "Russia's invasion", "the Russian invasion", "its invasion" and "the attack on Chile by Norway": whose it is."""
    owner = None if signs.at[position].found.name.endswith("civil war") else owner_of(signs, position)
    yield from owner.who if owner else _meant(signs, position)
    beside = signs.at.get(position - len("R ")) if signs.words[position - 1 : position] == " " else None
    yield from [beside] if beside and beside.found.type == "demonym" else []
    yield from those(signs.after(_BY_WHOM.match(signs.words, position + 1) or _FROM_WHOM.match(signs.words, position + 1)))
    led = _LED_BY.search(signs.words, position - NEAR, position)
    yield from [signs.at[led.start("of")]] if led else []
    regime = _REGIME.search(signs.words, position - NEAR, position)
    yield from [signs.at[regime.start("of")]] if regime else []
    its = _BY_ITS_TROOPS.match(signs.words, position + 1)
    yield from [signs.at[its.start("of")]] if its else []


def _meant(signs: Signs, position: int) -> tuple[Linked, ...]:
    """Whom "its" and "his" before an event mean: the one named last before, as in "calls on Norway to end its war"."""
    own = _OWN.search(signs.words, position - NEAR, position)
    kinds = (PERSON,) if own and own["his"] else (STATE, BODY)
    named = [at for at in signs.at if own and at < own.start() and signs.words[at] in (PERSON, STATE, BODY, FOLK)]
    if named and own and _WITH_IT.search(signs.words, 0, named[-1]) and _AFTERWARDS.search(signs.words, named[-1], own.start()):
        # "Norway deepened ties with Chile after the start of its war": of Norway's.
        named = [at for at in named[:-1] if not _WITH_IT.search(signs.words, 0, at)]
    if (
        own
        and len(named) > 1
        and _IN_IT.search(signs.words, 0, named[-1])
        and not own["his"]
        and not _PRIOR.search(signs.words, named[-1], own.start())
    ):
        # "Norway's help for rebels in Chile contradicts its war on terror": of Norway's.
        named = [at for at in named if not _IN_IT.search(signs.words, 0, at)] or named
    if named and own and _OF_IT.search(signs.words, named[-1], own.start()):
        # "Norway put sanctions on it over its invasion": of whom "it" means.
        return ()
    if named and signs.words[named[-1]] == BODY and _ITS_PAPERS.match(signs.words, named[-1] + 1):
        # "condemned by Council resolutions since its invasion": not the Council's.
        named = named[:-1]
    if named and signs.words[named[-1]] == FOLK:
        # "The Chilean regime stepped up its campaign."
        rules = _RULES.match(signs.words, named[-1] + 1) and is_state(signs.at[named[-1]]) and not (own and own["his"])
        return (signs.at[named[-1]],) if rules else ()
    if named and any(
        named[-1] < at < own.start() and signs.words[at] == PLACE and signs.words.startswith(("’s", "'s"), at + 1) for at in signs.at if own
    ):
        # "The Chilean and Peruvian leaders fear Oslo's focus on its war": of that capital.
        return ()
    return (signs.at[named[-1]],) if named and signs.words[named[-1]] in kinds else ()


_WITH_IT = re.compile(r"\b(?:with|towards?)\s+(?:the\s+)?\Z")
_PRIOR = re.compile(r"\b(?:prior\s+to|before|since|until)\s+\Z")
"""Before what befell a land: "Peru had troops in Chile prior to its occupation"."""
_IN_IT = re.compile(r"\b(?:in|inside|near|from|across)\s+(?:the\s+)?\Z")
_AFTERWARDS = re.compile(r"\b(?:after|since|before|during|amid|despite|following)\b")
_ITS_PAPERS = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:resolutions?|sanctions|officials|experts|reports?|data|figures|rules|treat(?:y|ies)|aid|members|membership|inspectors|observers)\b"
)
_RULES = re.compile(r"\s+(?:[a-z]+\s+)?(?:regime|government|authorities|army|military|forces|troops|air\s+force|navy)\b")


_OF_IT = re.compile(r"\s(?:on|against|to|for|of|with|from|at|sanctioned|punished|condemned)\s+it\s")
_OWN = re.compile(rf"\b(?:[Ii]ts|(?P<his>[Hh]is|[Hh]er))\s+{SLACK}\Z")


def owner_of(signs: Signs, position: int) -> Actors | None:
    """Whose the event at a position is: "Russia's invasion of Ukraine", "Chile and Peru's talks"."""
    if _OWNING.isdisjoint(signs.words[max(0, position - NEAR) : position]):
        return None
    lists = (signs.list_at(each) for each in signs.at if each < position)
    return next((one for one in lists if one and one.end <= position and _OWNED.fullmatch(signs.words, one.end, position)), None)


_OWNING = frozenset("’'")
_OWNED = re.compile(
    # "Ana Ruiz's programme will include a visit"
    rf"[’']s?\s+(?:[a-z-]+\s+){{0,2}}(?:program(?:me)?|schedule|itinerary|agenda|trip|tour|stay|day)\s+(?:(?:will|would|also|is|to)\s+){{0,3}}includ(?:es?|ed|ing)\s+(?:an?\s+)?{SLACK}"
    rf"|(?:[’']s?|(?<=[’']s)|(?<=[’']))\s+(?![^{EVENT}]*\b(?:about|over|concerns?|condemnation|following|after|amid|against|despite|before|the|an?|will|would|has|had|have|may|might|could|can|was|were)\b)"
    # "Ana Ruiz's win unsettled": a verb, but "Norway's brutal and failed".
    rf"(?![^{EVENT}]*[a-z]{{3,}}(?<!ly)(?<!al)(?<!ous)(?<!ive)(?<!ful)(?<!ic)(?<!ble)(?<!ent)(?<!ant)(?<!ed)(?<!long)(?<!and)\s+[a-z-]+ed\s+(?:[\w-]+\s+){{0,2}}{EVENT})(?:(?:[a-z-]+\s+){{1,3}}and\s+(?!(?:an?|the)\s))?{SLACK}"
)
_BY_WHOM = re.compile(rf"(?:\s+(?:on|against|in|near|at|of)\s+(?:[a-z]+\s+){{0,2}}[{PLACE}{STATE}])?(?:\s+on\s+{DATE})?\s+by\s+(?:the\s+)?")
_FROM_WHOM = re.compile(rf"\s+(?:from\s+(?=(?:the\s+)?{BODY})|under\s+the\s+(?:leadership|command|direction)\s+of\s+)(?:the\s+)?")
_BY_ITS_TROOPS = re.compile(
    rf"(?:\s+(?:on|against|in|of)\s[^.;,]{{2,60}}?)?\s+by\s+(?:the\s+)?(?P<of>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:troops|forces|soldiers|army|military)\b"
)
"""By whose men: "the shelling of the port by Norway's forces"."""
_LED_BY = re.compile(rf"(?P<of>[{STATE}{BODY}{FOLK}])-(?:led|backed|planned|orchestrated|sponsored)\s+{SLACK}\Z")
_REGIME = re.compile(
    rf"(?P<of>[{STATE}{BODY}{FOLK}])(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:regime|government|army|military|troops|forces|authorities|navy|militants|rebels)[’']s?\s+{SLACK}\Z"
)
"""Whose regime or men: "the Norwegian government's war"."""
_IN_WAR = re.compile(
    rf"(?:In|During|Throughout|At|(?P<under>Through|Under|Via|As\s+part\s+of)"
    rf"|(?P<its>(?:After|Following|Since|Despite|Before)\s+(?:its|his|her|their)\s+(?:[a-z]+\s+){{0,2}}?(?:defeats?|victor(?:y|ies)|loss|participation|win|surrender|role)\s+(?:in|at)))\s+{SLACK}"
)
_THEN_DID = re.compile(r"(?:,[^,.;]{3,60},)?\s+(?!(?:and|or|with|of|in)\b)[a-z]+\b")
_ADVERBS = r"(?:\s+(?:again|later|then|first|had|have|has|soon|also|was|were|successfully|briefly|jointly|both|quickly|decisively|narrowly|[a-z]+ly))*\s+"
_FOUGHT = re.compile(
    rf"{_ADVERBS}(?:fought|defeated|beat|battled|invaded|attacked|joined|sided|faced|fighting|overwhelmed|routed|crushed|repelled|repulsed)\s+"
    r"(?:(?:with|against|alongside|on\s+the\s+side\s+of)\s+)?(?:the\s+)?"
)
_DEEDS = (
    r"(?:fought|fighting|bombed|shelled|invaded|attacked|conquered|captured|seized|occupied|annexed|besieged|blockaded|surrendered|capitulated|mobili[sz]ed"
    r"|allied|sided|lost|won|regained|retook|recaptured|liberated|sank|raided|(?:re-?)?elected|voted|retained|defended)"
)
_ACTED = re.compile(rf"{_ADVERBS}(?:is|are|has|have|sent|[a-z]+(?:ed|ing))\b")
_UNDER = re.compile(
    rf"\b(?:[a-z]+ed|[a-z]+ing|sent|gave|flew)\s[^.;“”{EVENT}]{{2,80}}?\s(?:through|via|under|as\s+part\s+of|(?<!place )(?<!killed )(?<!wounded )in)\s+{SLACK}\Z"
)
_DID = re.compile(rf"{_ADVERBS}{_DEEDS}\b(?!\s+(?:by|from)\b)")
"""What those do who are at war, or for whom is voted."""
_DID_IN = re.compile(
    rf"\b(?:(?P<foe>(?:fought|defeated|beat|battled|attacked|overwhelmed|routed|crushed|repelled|repulsed)\s+(?:against\s+|alongside\s+|with\s+)?(?:the\s+)?"
    rf"|(?:ran|runs|running|stood|campaigned|competed)\s+against\s+(?:the\s+)?|(?:(?:was|were)\s+(?:[a-z]+ly\s+)?(?:defeated|beaten|routed|crushed)\s+by|lost\s+(?:out\s+)?to)\s+(?:the\s+)?(?=[^.;{EVENT}]{{0,40}}[{PERSON}{STATE}{BODY}{FOLK}]))|{_DEEDS}"
    rf"|serv(?:ed|ing)\s+(?:under|with|alongside|aboard)\b|returned\s+to\s+power|(?:stood|ran|campaigned))"
    rf"(?!\s+by\b)(?:(?<=\s)|\s+)[^.;:“”{EVENT}]{{0,60}}?(?:in|during|at|throughout)\s+{SLACK}\Z"
)
_LOST = re.compile(rf"\blost\s+{SLACK}\Z")
_MEN_IN = re.compile(
    rf"(?:(?<=forces)|(?<=troops)|(?<=soldiers)|(?<=army)|(?<=navy)|(?<=units)|(?<=fleet)|(?<=militia))\s+(?:during|throughout)\s+{SLACK}\Z"
)
"""After those who are at a war: "supplied British troops during the war"."""
_ENDINGS = words("defeat defeats victory victories surrender loss losses win triumph capitulation participation conquest")
_ENDED = r"(?:defeats?|victor(?:y|ies)|surrender|loss(?:es)?|win|triumph|capitulation)"
_FARED = re.compile(
    rf"(?P<own>[’']s?)?\s+(?:(?!and\b)[a-z]+\s+){{0,2}}?{_ENDED}\s+(?:(?:over|to|against)\s+(?:the\s+)?\S+\s+)?(?:in|at|during)\s+{SLACK}\Z"
)
_OUTCOME_AT = re.compile(rf"{EVENT}\s+(?:in|at|during)\s+{SLACK}\Z")
_IS_OUTCOME = re.compile(rf"\b{_ENDED}\Z")
_DEFEAT_OF = re.compile(
    rf"\b(?P<of>(?:{_ENDED}|conquest)\s+(?:of|by)\s+(?:the\s+)?)(?P<whom>[^.;:{EVENT}]{{1,70}}?)\s+(?:in|at|during)\s+{SLACK}\Z"
)
_BY_THEM = re.compile(r"\s+by\s+(?:the\s+)?")
_DRAWN = re.compile(
    rf"\b(?P<verb>(?:br(?:ing|ings|ought|inging)|dr(?:aw|aws|ew|awn|awing|ag|ags|agged|agging)|push(?:e[sd]|ing)?|pull(?:s|ed|ing)?"
    rf"|le(?:ad|ads|d|ading)|plung(?:e[sd]?|ing)|thr(?:ow|ows|ew|owing|ust|usts|usting)|forc(?:e[sd]?|ing)|propel(?:s|led|ling)?|suck(?:s|ed|ing)?)\s+(?:the\s+)?)"
    rf"(?P<whom>[^.;:{EVENT}]{{1,60}}?)\s+(?:in)?to(?:wards?)?\s+{SLACK}\Z"
)
"""Before whom something brings into a war."""
_HELPING = words(
    "ally allies support supported supporting supports aid aided aiding assist assisted assisting help helped helping alongside"
)
_HELPED = re.compile(
    rf"\b(?P<verb>(?:(?:all(?:y|ies))\s+of|(?:support|aid|assist|help)(?:s|ed|ing)?|alongside)\s+(?!(?:from|for|to|of)\b)(?:the\s+)?)(?P<whom>[^.;:{EVENT}]{{1,60}}?)\s+(?:in|during|at)\s+{SLACK}\Z"
)
"""Before whom others help in a war."""
_WERE_ALLIES = re.compile(r"\b(?:is|was|were|are|became|remained)\s+(?:(?:an?|the)\s+)?(?:[a-z]+\s+){0,2}\Z")
_UP_TO = re.compile(r"(?:(?:[’']s?)?\s+(?:(?:against|in|at|on)\s+[^,.;]{2,50}))?")
_COMMA = re.compile(r"(?:\s*\([^)]{1,24}\))?,\s+(?:[Ii]mperial\s+|the\s+)?")
