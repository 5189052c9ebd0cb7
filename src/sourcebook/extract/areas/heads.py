"""The noun that ends a phrase says what the whole means: "trade promotion" is a field, "trade officials" are none."""

from functools import lru_cache

from sourcebook import lazy_re as re
from sourcebook.extract.areas.words import GENERIC, HEADLESS
from sourcebook.extract.phrases import words

STOP = (
    "etc|of|in|at|with|between|through|by|to|for|that|which|who|is|was|were|are|has|have|had|will|would|during"
    "|under|from|within|without|throughout|toward|towards|beyond|despite|amidst|amongst|using|most|least|less|given"
    "|capable|able|available|unable|even|thanks|owing|according|alongside|upon|after|before|as|including|where|wherever|when|whenever"
    "|while|facing"
    "|so|covers|covered|spans|spanned|involves|comprises|especially|particularly|notably|mainly|primarily"
    "|specifically|namely|respectively|on|into|among|amid|beginning|starting|across|along|around|near|over|about"
    "|via|against|because|but|though|although|if|than|also|the two|both|they|it|its|their|this|these|those|said|he"
    "|she|we|took|remain|remains|based|related|aimed|should|must|can|could|may|due|following|include|includes"
    "|included|help|helps|helped|becomes?|became|plays?|played|grew|rose|fell|worth"
    "|since|until|today|yesterday|tomorrow|dat(?:e|es|ed) back|goes|went|began|begins|begun|continues|reach(?:es|ed)|came"
    "|reflects|opens|demonstrates|showcases|underscores|underlines|allows|enables|requires|brings|serves|provides|contributes|creates|ensures|promises"
    "|comes|gave|gives|made|makes?|constitutes?|represents?|stood|features|featured|figured|ranks?|dominates?|dominated"
    "|might|shall|cannot|attests?|testif(?:y|ies)|proves?|suggests?|appears?|seems?|depends?|exists?|amounts?|relates?|pertains?|belongs?"
    # How something is done or told, but for "environmentally sound technologies".
    r"|(?!(?:environmental|social|commercial|global|international|ear|supp|assemb|fami|friend|anoma|monopo|rep)ly\b)[a-z]{2,}ly"
)
"""What ends a phrase of nouns."""
ATTRIBUTE = re.compile(
    r"(?<![\w-])"
    r"(?:quality|basic|primary|secondary|higher|vocational|critical|peaceful|maritime|clean|green|renewable"
    r"|sustainable|regional|cyber|organi[sz]ed|advanced|joint|citizen|border|rural|counter)\s+\Z"
)
"""What belongs to a field's name before its noun, without an adjective's ending: "quality education"."""
_BEFORE = re.compile(r"(?:(?<=\s)|\A)(?P<word>[a-z][a-z-]{3,})\s+\Z")
_QUALITY = re.compile(r"(?:al|ic|ive|ary|ous)\Z|\w-\w")
_HOW_MUCH = re.compile(
    r"(?:-"
    r"(?:[a-z]+(?:ing|ed|er|based)|level|way|term|scale|sided|round|profile|quality|in|up|to|day|year|class"
    r"|win|rate|front|edge|face|depth|old|time|back)"
    r"|\A"
    r"(?:so|well|ever|non|long|high|low|wide|large|full|first|second|third|one|two|three|multi|face|win|re|co"
    r"|pre|post)-.*)\Z"
)
"""How something is done, no part of what it is: "two-way", "far-reaching"."""

_NEXT = re.compile(
    rf"\s+"
    rf"(?!(?:{STOP}|and|or|such|not|yet|then|today|yesterday|there|here|the|an?|all|each|some|any|no|his|her|our)\b)"
    rf"(?P<word>[a-z][\w-]*)"
)
_DEED = re.compile(r"(?:[ts]ions?|ments?|ity|[ae]nc(?:e|es|y|ies)|ing|ures?|ship|ics|log(?:y|ies)|ism|als?|graphy|ude)\Z")
"""The endings of what is done, or of how something is."""
_THINGS = words(
    "co-operation aid trade reform reforms relief response production supply supplies supply chain chains chain "
    "research security policy policies health education infrastructure transport links ties exchange exchanges "
    "cooperation collaboration contacts capacity exports imports sharing programmes programs projects services support assistance "
    "capabilities capacities securities courses growth defence defense industry industries market markets energy "
    "power development resources finance safety control work planning use transit reserves standards rights "
    "freedom freedoms controls crime law recovery care surveillance domain realm"
)
"""What names a field after another noun, without such an ending."""
_NONE = words(
    "agency agencies situation situations environment organization organizations organisation organisations "
    "institution institutions facility department departments university universities corporation "
    "corporations association associations commission commissions delegation delegations festival festivals "
    "agreement agreements document documents settlement settlements statement statements negotiation negotiations "
    "consultation consultations authority entity ministry council meeting meetings hearing briefing buildings city "
    "cities county party parties company companies "
    "obligation obligations restriction restrictions sanction sanctions station stations expectation expectations "
    "conference journals journal tension tensions officials guarantee guarantees evidence sentence audience "
    "licence license licences licenses residence "
    "dynamics identity majority minority community balance imbalance potential proposal proposals arrival "
    "increasing decreasing rising falling growing soaring declining expanding being having including concerning "
    "cabinet cabinets regarding figures figure violation violations position positions generation population populations nation "
    "nations region regions"
)
"""What has such an ending and is somebody, somewhere, or something measured."""
_BETWEEN_SOME = HEADLESS | words(
    "relations relationship relationships partnership partnerships coordination engagement dialogue interaction "
    "affairs deal deals sector agenda opportunities activities operations frameworks framework systems mechanisms "
    "responses "
    "programs programmes partnerships goals goal objectives needs concerns priorities potential benefits "
    "commitments project initiative initiatives funding"
)
"""What a field that a noun names is dealt with in: "investment relations" are of investment."""
_NOW = re.compile(
    r"\A(?:aiming|amounting|reaching|totalling|involving|according|standing|begun|said|stood|saw|hit|fell|rose|grew|led|met|made|held)\Z"
)
"""What is a verb after a noun."""


@lru_cache(maxsize=1 << 12)
def names_field(word: str) -> bool:
    """Whether a noun makes the words before it a field: what is done with them, no person, body or thing."""
    low = word.casefold()
    return low in _THINGS or bool(_DEED.search(low) and low not in _NONE and low not in GENERIC)


def is_somebody(word: str) -> bool:
    """Whether a noun means somebody, somewhere or something measured: no field, whatever stands before it."""
    return word.casefold() in _NONE


def followed(text: str, last: int, end: int) -> int | None:
    """Where the phrase of nouns ends that begins before a place; None if its last noun names no field.

    >>> followed("trade promotion in Chad", 5, 23)
    15
    >>> followed("trade officials", 5, 15)
    >>> followed("energy issues", 6, 13)
    6
    """
    at, heads = last, list[tuple[str, int]]()
    while (found := _NEXT.match(text, at, end)) and len(heads) < MOST:
        word = found["word"]
        if word.endswith("ed") or _NOW.search(word):
            break
        heads.append((word, found.end()))
        at = found.end()
    while heads and heads[-1][0] in _BETWEEN_SOME:
        heads.pop()
    if not heads:
        return last
    return heads[-1][1] if names_field(heads[-1][0]) else None


def attributed(text: str, start: int, first: int) -> int:
    """Where the phrase of nouns begins that goes on at a place, with the adjectives that say which field it is.

    >>> attributed("boost sustainable import-export trade", 0, 32)
    6
    >>> attributed("substantial bilateral trade", 0, 22)
    22
    """
    while found := ATTRIBUTE.search(text, max(start, first - 16), first) or _BEFORE.search(text, max(start, first - 32), first):
        word = found["word"] if "word" in found.re.groupindex else ""
        if word and (not _QUALITY.search(word) or _HOW_MUCH.search(word) or word in VAGUE):
            break
        first = found.start()
    return first


VAGUE = words(
    "sectoral thematic topical similar particular bilateral mutual practical regional international additional "
    "further several various special critical vital crucial essential total national global substantial potential "
    "annual official initial positive comprehensive "
    "effective massive extensive intensive significant historic democratic public people-to-people multilateral "
    "trilateral strategic general overall actual final real equal individual exceptional beneficial "
    "benevolent generous active productive constructive collective respective attractive competitive impressive "
    "key main major basic specific dynamic realistic optimistic numerous enormous tremendous serious previous "
    "continuous "
    "harmonious ambitious necessary ordinary extraordinary primary temporary contemporary voluntary illegal normal "
    "usual typical central pivotal fundamental ideal cordial crucial initial substantive domestic foreign local"
)
"""Adjectives that name no field."""
MOST = 4
"""Nouns in a row."""
