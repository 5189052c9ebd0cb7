"""Fields that joint work is for: "works with its neighbours to address port security"; and kinds of aid."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.areas.heads import names_field
from sourcebook.extract.areas.phrases import Known, grows
from sourcebook.extract.areas.senses import aim, is_aim
from sourcebook.extract.document import Sentence, matches
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_AID = re.compile(
    r"\b"
    r"(?:provid\w+|increas\w+|deliver\w*|offer\w*|extend\w*|sen[dt]\w*|giv\w+|gave|contribut\w+|pledg\w+"
    r"|announc\w+|fund\w*|step\w*\s+up|allocat\w+)\b(?:\s+(?!and\b|to\b)[\w£$€.,’'-]+){0,6}?\s+"
    r"(?P<area>(?:maritime\s+(?=security))?"
    r"(?:humanitarian|military|economic|technical|medical|development|security|food|emergency|stabili[sz]ation)\s+"
    r"(?:support|assistance|aid|training))\b"
)
_JOINTLY = re.compile(
    r"\b"
    r"(?:collaborat(?:e|es|ed|ing|ion)|co-?operat(?:e|es|ed|ing|ion)|work(?:s|ed|ing)?"
    r"|coordinat(?:e|es|ed|ing|ion)|partner(?:s|ed|ing)?|team(?:s|ed|ing)?\s+up|join(?:s|ed|ing)?\s+(?:forces|hands)"
    r"|(?:(?:joint|collective|concerted)\s+)?(?:efforts|initiatives)"
    r"|(?:common|shared|joint|mutual) (?:interests?|commitments?|goals?|determination|resolve)"
    r"|share an interest"
    r"|(?:discuss|explor|review|consider|examin|identif)(?:e|es|ed|y|ied|ing)?\s+(?:on\s+)?"
    r"(?:the\s+|new\s+|possible\s+|potential\s+|various\s+|further\s+)*"
    r"(?:need|ways|means|measures|steps|plans|opportunities|possibilities|prospects|options|avenues|efforts)"
    r"(?:\s+and\s+(?:means|measures|opportunities))?"
    r"|(?:agreed|agree|pledged?|vowed|resolved|undertook|promised|committed)(?:\s+jointly)?)"
    r"(?:\s+(?:together|closely|jointly))*"
    r"(?:\s+(?:with|between)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+)?\s+(?:to|for|on|in|by)\s+"
    r"(?:further\s+|jointly\s+|better\s+)?(?=[a-z-]+\s)"
)
"""What is done together, before what for: "works with its neighbours to boost port security"."""
_NEXT_PURPOSE = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+|\s+as\s+well\s+as\s+)(?:to\s+)?")
_AGAINST = re.compile(
    r"(?:[a-z]+ly\s+)?"
    r"(?:(?:combat|counter|tackl|fight|prevent|disrupt|reduc|mitigat|curb|contain|overcom|confront|eradicat"
    r"|eliminat|stem|deter|dismantl|manag|protect|safeguard|conserv|preserv|detect)(?:e|t?ing)?"
    r"(?:\s+and\s+|\s+))+"
    r"(?:the\s+|our\s+)?(?P<what>(?!(?:actions?|attempts?|it|its|their|them|this|these|those|that|and|or)\b)[\w-]+)",
    re.IGNORECASE,
)
"""What is fought, or taken care of, as part of the name of a field: "to counter organised crime"."""
_COMMERCE = re.compile(
    r"\b(?:boost|increas|expand|strengthen|deepen|foster|enhanc|grow|promot|encourag)(?:e|es|ing)?\s+"
    r"(?:[\w-]+\s+){0,2}?(?P<one>trade) and (?P<other>investment)\b"
)
_BETWEEN_TWO = re.compile(
    r"(?<![\w-])(?P<area>(?:non-oil\s+)?(?:trade|investment|commerce|tourism)(?:\s+turnover)?)"
    r"(?=(?:\s+(?:volume|flows?))?\s+between\s+(?:the\s+)?[a-z])"
    r"|(?:[’']s|s[’']|\b(?:its|their|our))\s+(?:[a-z-]+\s+){0,2}?(?P<own>trade)(?=\s+with\s+(?:the\s+)?[a-z])"
    r"|(?<=\w)[-–](?!oil\b)[a-z]+\s+(?P<pair>trade|investment|commerce|tourism)\b"
    r"(?!\s+(?:war|agreement|deal|talks|treaty|pact|ties|relations|links|tension|dispute|negotiation))"
)
"""What two have with each other: "trade between Chad and Niger", "Chad's trade with Niger", "Chad–Niger trade"."""
JOINT_LETTERS = words(
    "disc expl revi cons exam iden agre pled vowe reso unde prom mutu coll coop co work part effo comm shar join init conc coor team"
)
AID_LETTERS = words("prov incr deli offe exte send sent give givi gave cont pled anno fund step allo")
"""What the words begin with that the patterns of joint work, and of aid, begin with."""


def purposes(
    text: str, lower: str, sentence: Sentence, jointly: list[int], aid: list[int], known: Known, gazetteer: Gazetteer
) -> Iterator[tuple[int, int]]:
    """Where fields stand that joint work is for, and kinds of aid that are given.

    Args:
        text: the document's.
        lower: the same in small letters.
        sentence: in which they are sought.
        jointly: where words of the sentence stand that begin with `JOINT_LETTERS`.
        aid: the same with `AID_LETTERS`.
        known: where words of the vocabulary stand in the sentence.
        gazetteer: the lists of names.
    """
    start, end = sentence.span.start, sentence.span.end
    for found in matches(_JOINTLY, lower, jointly, end):
        if found[0].startswith(("effort", "initiative")) and OF_ONE.search(text, max(start, found.start() - 48), found.start()):
            continue
        yield from _aims(text, found, end, known, gazetteer)
    for found in matches(_AID, lower, aid, end):
        yield found.span("area")
    for found in _BETWEEN_TWO.finditer(lower, start, end) if not sentence.words.isdisjoint(_TRADES) else ():
        first, last = found.span("area" if found["area"] else "own" if found["own"] else "pair")
        if found["area"] or found["own"] or text[found.start() + 1].isupper():
            yield first, last
    commerce = "trade and investment" in lower[start:end]
    for found in _COMMERCE.finditer(lower, start, end) if commerce else ():
        yield found.span("one")
        yield found.span("other")


OF_ONE = re.compile(r"(?:[a-zA-Z][’']s|\b(?:his|her|its|my))\s+(?:[a-z-]+,?\s+){0,3}\Z")
"""Before what somebody does or wants alone: "his tireless efforts to ensure peace", "Chad's commitment to"."""
_OF_WHAT_KIND = words("criminal terrorist armed extremist insurgent transnational illegal illicit violent")
_SHARED = re.compile(r"\s+and\s+(?:[a-z-]+\s+)?(?:organi[sz]ations|groups|networks|activit(?:y|ies)|gangs|threats|acts)\b")
"""What two words before it tell of: "criminal and terrorist organizations"."""
_NO_FIELD_FOUGHT = words("conflict conflicts suffering gains challenges scourge scourges aggression losses")
"""What is fought, or kept, in no field: "to mitigate the suffering"."""
_POSED = words("posed caused created")
_POSED_BY = re.compile(
    r"\s+by\s+(?:the\s+)?[\w-]+(?:\s+(?!(?:and|or|in|on|with|of|to|for|at|by|from|is|was|were|are|has|have|which|that|as)\b)[a-z-]+)?"
)
"""As in "to tackle the risks posed by the shadow fleet"."""
_TRADES = words("trade investment commerce tourism")
_JOINT = re.compile(
    r"operat|coordinat|collaborat|partner|team|forces|hands|together|jointly|closely|common|share|joint|discuss|explor|review|mutual"
    r"|agree|collective|concerted"
)
"""Work of several: what one alone fights is no field."""
_WANTED = re.compile(r"(?:security|development|growth|stability|resilience|education|health|trade|investment|governance)\Z")
"""What nobody fights: "to address port security" leads to it."""


def fights(text: str, at: int, end: int) -> bool:
    """Whether a verb stands at a place that says what is fought, or taken care of."""
    return bool(_AGAINST.match(text, at, end))


def _aims(text: str, work: re.Match[str], end: int, known: Known, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The fields after verbs that say what joint work is for: "to combat fraud, address port security, and support rural development"."""
    at, fought, joint = work.end(), None, _JOINT.search(work[0])
    while at < end:
        against = _AGAINST.match(text, at, end)
        leads = grows(text, at, end)
        if not (against or leads or fought):
            return
        item = aim(text, against.start("what") if against else at, end, known, gazetteer)
        if item is None:
            break
        if against and not (leads and _WANTED.search(item.words[-1])):
            if fought and joint:
                yield fought.start, fought.end
            shared = _SHARED.match(text, item.last, end) if item.words[-1] in _OF_WHAT_KIND else None
            posed = _POSED_BY.match(text, item.last, end) if item.words[-1] in _POSED else None
            if not _NO_FIELD_FOUGHT.isdisjoint(text[item.first : item.last].split()):
                fought = None
                break
            fought = Span(at, shared.end() if shared else posed.end() if posed else item.last)
        elif (
            fought
            and not leads
            and not against
            and not item.doing
            and (item.inside or item.words[-1].isupper() or names_field(item.words[-1]))
        ):
            # "to combat terrorism and organised crime"
            fought = Span(fought.start, item.last)
        else:
            if fought and joint:
                yield fought.start, fought.end
            fought = None
            if is_aim(item, gazetteer):
                yield item.first, item.last
        further = _NEXT_PURPOSE.match(text, item.after, end)
        if further is None:
            break
        at = further.end()
    if fought and joint:
        yield fought.start, fought.end
