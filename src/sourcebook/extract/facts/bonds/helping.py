"""Who helps whom: "Norway's support for Chile", "Norway backed Chile in the war", "Norway sends arms to Chile", "Chile, supported by Norway,"."""

from collections.abc import Iterator
from itertools import product

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.bonds.words import Bond
from sourcebook.extract.facts.groups import Actors, parties
from sourcebook.extract.facts.signs import BODY, DATE, FOLK, STATE
from sourcebook.extract.phrases import words as words_of

AID = "support"
"""The word for the bond of who helps another."""
HELPING = words_of(
    "support supports supported supporting back backs backed backing assist assists assisted assisting aid aids aided aiding help helps helped helping arm arms armed arming"
    " assistance supporter supporters backer backers patron patrons donor donors sponsored funded trained weapons troops training equipment weaponry armaments"
)
"""One of these tells of help."""


def helping(signs: Signs) -> Iterator[Bond]:
    """After "A's support for B", "A helped B", "A provides aid to B", "B, backed by A,"; "support for B's claims" is for none of them."""
    words = signs.words
    if signs.spoken.isdisjoint(HELPING):
        return
    for found in _SUPPORT.finditer(words):
        doers = signs.owning(found) if found["own"] else Actors((signs.at[found.start() - 1],), found.start() - 1, found.start())
        yield from _helped(signs, found, doers, signs.after(found))
    for pattern in (_HELPS, _GIVES, _IS_SUPPORTER):
        for found in pattern.finditer(words):
            yield from _helped(signs, found, signs.doing(found), signs.after(found))
    for found in _BACKED.finditer(words):
        yield from _helped(signs, found, _told_of(signs, found.start("how"), found["how"]), signs.after(found))
    for found in _ITS_CLIENT.finditer(words):
        yield signs.at[found.start("by")], signs.at[max(found.start("who"), found.start("folk"))], AID, found.start(), found.end()


def _told_of(signs: Signs, end: int, joint: str) -> Actors | None:
    """Of whom "backed by" is told after a place: in parentheses of the last alone."""
    if "(" in joint:
        return Actors((signs.at[end - 1],), end - 1, end)
    found = signs.list_to(end)
    return found if found and not _GOVERNED.search(signs.words, max(0, found.start - 16), found.start) else None


_GOVERNED = re.compile(r"\b(?:of|from|on|in|against|for|by|about|to|with)\s+(?:the\s+)?\Z")
"""Before a list of whose plan or envoys a sentence tells: "envoys of Chile, backed by Norway"."""


def _helped(signs: Signs, found: re.Match[str], one: Actors | None, other: Actors | None) -> Iterator[Bond]:
    """Each of some with each of others, if these are meant themselves, and it is more than meant to."""
    last = max((at for at, each in signs.at.items() if other and at < other.end and each in other.who), default=0)
    if one and other and _THEMSELVES.match(signs.words, last + 1) and not _MEANS_TO.search(signs.words, one.end, found.start()):
        yield from ((each, their, AID, found.start(), other.end) for each, their in product(parties(one), parties(other)))


_THEMSELVES = re.compile(
    rf"(?:\s+\([^)]*\))?(?:\s*(?:[.,;:)”—–]|\Z)|\s+(?:{DATE}|[a-z]+ly|in|to|into|with|against|by|during|as|for|after|since|on|at|until|when|while|where|and|or|but|through|throughout|from"
    r"|over|via|using|under|before|because|so|along|together|amid|despite|without|within|upon|across|toward|towards|once|there|is|was|were|has|had|have|which|who|that|more|(?<!’s )(?<!'s )(?:re)?build|defend|develop|meet|achieve|fight|strengthen|improve|address|prepare|protect|resist|secure|implement|counter|become|modernize|reduce|win)\b)"
)
"""After who is helped: not of "supports Norway's claim", "supports NATO plans"."""
_MEANS_TO = re.compile(
    r"\b(?:should|must|ought|could|might|may|would|can|cannot|refus\w+|declin\w+|fail\w*|threat\w+|want\w*|wish\w*|hop(?:e|es|ed|ing)|seek\w*|sought|tr(?:y|ies|ied|ying)|urg\w+|ask\w*|call\w*"
    r"|consider\w*|plan\w*|ready|willing|able|if|whether|unless|not|never|no|nor|neither|stop\w*|ceas\w+|end(?:ed|s)?|need\w*|promis\w+|pledg\w+|accus\w+|den(?:y|ies|ied)|alleg\w+|suppos\w+|without|rather|instead|(?<!continue )(?<!continues )(?<!continued )to)\b"
)
"""Between who helps and the verb, where it is not told to happen: "Norway refused to back Chile", "must be helped"."""
_SUPPORT = re.compile(
    rf"(?:(?P<own>[’']s?)|(?<=[{STATE}{FOLK}]))\s+(?:[a-z-]+\s+){{0,3}}"
    r"(?:(?:support|assistance|aid)\s+(?:to|for)|(?:commitment|pledge|promise|efforts)\s+to\s+(?:support|assist|help))\s+(?:the\s+)?"
)
_WHOM = rf"\s+(?:the\s+)?(?:(?:government|people|authorities|forces|army)\s+(?:of|in)\s+(?:the\s+)?)?(?:both\s+)?(?=[{STATE}{BODY}])"
_HELPS = re.compile(rf"\b(?:long\s+)?(?:support|back|assist|aid|help|arm)(?:s|ed|ing)?{_WHOM}")
"""As in "has backed the government of Chile"."""
_IS_SUPPORTER = re.compile(
    r"\b(?:is|are|was|were|became|remains?|been)\s+(?:also\s+)?(?:an?\s+|the\s+|one\s+of(?:\s+the)?\s+|among\s+the\s+)?(?:[a-z-]+\s+){0,4}(?:supporters?|backers?|patrons?|donors?)\s+(?:of|to)"
    rf"{_WHOM}"
)
"""As in "is one of the main supporters of Chile"."""
_GIVES = re.compile(
    r"\b(?:provid|extend|giv|gave|offer|suppl|deliver|send|sent|contribut|donat|channel|ship)(?:e|es|ed|ing|en|s|t|ies|ied|y|ying|ped|ping)?\s+"
    r"(?:(?!(?:to|for|from|by|that|which|who|and\s+[a-z]+ed)\b)[\w$€£.,-]+\s+){0,8}?"
    r"(?:support|assistance|aid|arms|weapons|weaponry|armaments|troops|training|equipment|help)(?:\s+and\s+[a-z]+)?\s+(?:to|for)"
    rf"{_WHOM}"
)
"""As in "provides humanitarian and military aid to Chile"."""
_BACKED = re.compile(
    rf"(?<=[{STATE}{BODY}])(?P<how>\)?(?:\s+(?:forces|troops))?(?:,?\s+|\s*[(—–]\s*))(?:(?:which|who)\s+)?"
    r"(?:(?:(?:is|are|was|were|has\s+been|had\s+been)\s+)?(?:[a-z]+ly\s+|also\s+|being\s+)?(?:supported|backed|aided|assisted|helped|armed)(?:\s+and\s+[a-z]+ed)?\s+by"
    r"|(?<=\()with\s+(?:the\s+)?(?:[a-z]+\s+)?(?:support|backing|help|assistance|aid)\s+of)\s+(?:the\s+)?"
)
"""As in "Chile (backed by Norway)"."""
_ITS_CLIENT = re.compile(
    rf"(?P<by>[{STATE}{FOLK}{BODY}])[-–](?:backed|supported|funded|armed|trained|aided|sponsored)\s+(?:(?P<who>[{BODY}])(?=\s*[.,;:)]|\s+(?:in|on|and|to|has|have|had|is|are|was|were|from|militants|fighters|forces|rebels|movement|group|militia)\b)"
    rf"|(?P<folk>{FOLK})\s+(?:government|army|military|regime|troops)\b)"
)
"""As in "Norwegian-backed Harbour Front"."""
