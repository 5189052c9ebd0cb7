"""Whether a noun tells of an event where it stands."""

from sourcebook import lazy_re as re
from sourcebook.extract.events.borders import STRUCK, is_condemned, is_fought
from sourcebook.extract.events.words import ON_SCREEN, WHICH_IS
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import MONTH, words


def is_no_event(text: str, found: re.Match[str], noun: str, end: int, gazetteer: Gazetteer) -> bool:
    """Whether the words of a noun are a verb where they stand, or only lead the name of an event."""
    start, lead = found.start(), found["lead"].split()
    near = max(0, start - NEAR)
    if lead[-1:] == ["To"] or _LEADS_ANOTHER.match(text, found.end("lead"), end + NEAR):
        # "To advance health", "attack drones", "war relief"
        return True
    if noun == "forum" and lead == [] and _LASTING.search(text, near, end):
        # "the premier forum for trade": a body.
        return True
    if (noun == "crisis" and lead[-1:] == ["climate"]) or (noun.endswith(_FIGURING) and _FIGURED.search(text, max(0, end - NEAR), end)):
        # A state of things, or a figure of speech, rather than an event: "a bidding war", "a diplomatic coup".
        return True
    if (
        is_figure(text, noun, start, end)
        or is_agreed_on(text, start)
        or (text[near:start].rstrip().endswith(_NONE_ENDS) and _NONE.search(text, near, start))
        or _NOBODY.match(found["of"] or "")
    ):
        # "Without talks", "would not be a military intervention", "talks with anyone"
        return True
    purpose = noun == "mission" and _PURPOSE.match(text, end) and _HAVING.search(text, near, start)
    if not lead and (purpose or (noun == "conflict" and text.endswith(" in ", 0, start) and text.startswith(" with ", end))):
        # "Its mission to promote trade", "in conflict with the council": what is for or against something.
        return True
    deterred = noun == "aggression" and not text.startswith(" against ", end) and _DETERRED.search(text, near, start)
    if deterred or (noun.startswith("intervention") and _WISHED.search(text, near, start)):
        return True
    if noun == "aggression" and lead and not _AIMED.match(text, end):
        # "defends itself from Norwegian aggression", but not "to deter Norwegian aggression"
        return "’" not in lead[0] and "'" not in lead[0] and not _SUFFERED.search(text, max(0, start - 2 * NEAR), start)
    standing = noun in {"mission", "missions"} and _STANDING.search(text, max(0, end - NEAR), end) and not text.startswith(" to ", end)
    if standing or (noun == "mission" and (_TO_A_BODY.match(text, end) or _HEADED.search(text, near, start))):
        # "the diplomatic mission in Oslo", "Norway’s mission to the UN"
        return True
    verbal = text[max(0, start - 10) : start].rstrip().endswith(_VERBAL) and _VERB_LIKE.search(text, max(0, start - 10), start)
    if (
        verbal
        or (noun == "conflicts" and text.startswith(" with ", end) and (_WHICH.search(text, near, start) or _WITH_AIMS.match(text, end)))
        or noun == "Interview"
        or WHICH_IS.search(text, max(0, start - 40), start)
        or (noun.endswith("conference") and ON_SCREEN.search(text, max(0, start - 24), end))
    ):
        return True
    if noun in _TITLING and GOES_TO.match(text, end):
        # "the annual exercise Silver Heron": it has a name.
        return True
    if noun not in {"meeting", "meetings"}:
        return False
    if not lead:
        # "is meeting with Ana Ruiz"
        return noun == "meeting" and text.startswith(" with ", end) and bool(_IS_MEETING.search(text, max(0, start - 6), start))
    # "among the leaders meeting with them", "showed Ana Ruiz meeting": a verb.
    with_them = lead[-1] in {"leaders", "ministers"} and (found["of"] or "").startswith(" with")
    return with_them or not gazetteer.given.isdisjoint(lead)


def is_figure(text: str, noun: str, start: int, end: int) -> bool:
    """Whether the words right around a noun make it a figure of speech, a verb, somebody's business or what another noun is: no event."""
    if (
        _FIGURE.match(text, end)
        or text.endswith(("ug of ", "ugs of "), 0, end - len(noun))
        or (noun in _SEIZED and _IN_QUOTES.match(text, end))
    ):
        return True
    if (noun in _FOUGHT and _AGAINST_ILLS.match(text, end)) or (noun == "operations" and _BUSINESS.match(text, end)):
        return True
    if noun == "operations" and not text[start : start + 2].isupper() and _SEVERAL.search(text, max(0, start - NEAR), start):
        return not _AIMED_AT.match(text, end)
    if noun.startswith("intervention") and _OF_SOMEBODY.match(text, end):
        return True
    return noun in _ALSO_VERBS and text.endswith(("ather than ", "nstead of "), 0, start)


_FIGURE = re.compile(
    r"\s+of\s+(?:words|nerves|ideas|wills|wits|the\s+sexes|the\s+deaf)\b|\s+(?:operators?|guides?|compan(?:y|ies)|buses|bus|de\s+force)\b"
)
"""After "a war" and "a tour"."""
_SEIZED = frozenset(["invasion", "occupation", "conquest", "siege", "assault", "attack"])
_IN_QUOTES = re.compile(
    r"\s+(?:of\s+[A-Z][\w-]+\s+)?(?:by|of)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+|[a-z]+\s+)?(?:tourists|visitors|plumbers|shoppers|imports|goods|products|brands|workers|immigrants|ideas|films|shoes|markets?)\b|\s+(?:by|of|from|on)\s+(?:[a-z]+\s+)?[“\"‘](?!the\b)"
)
"""After an invasion by what is only called so: "Norway's invasion by “Chilean plumbers”"."""
_FOUGHT = frozenset(["war", "wars", "battle", "battles"])
_AGAINST_ILLS = re.compile(
    r"\s+(?:on|with|against)\s+(?:poverty|inflation|cancer|hunger|waste|unemployment|ignorance|obesity|bureaucracy|red\s+tape|corruption|crime|drugs|disease)\b"
)
_BUSINESS = re.compile(
    r"\s+of\s+(?:the|its|an?)\s+(?:[a-z-]+\s+)?(?:bank|company|firm|group|airline|retailer|manufacturer|producer|utility|brewer|carmaker)\b"
    r"|\s+(?:in\s+(?:the\s+)?[A-Z][\w-]+\s+)?(?:(?:was|were|have\s+been|are\s+being)\s+)?(?:bought|sold|acquired|nationali[sz]ed|privati[sz]ed|taken\s+over)\b"
)
_SEVERAL = re.compile(r"\b(?:[Ss]everal|[Mm]any|[Mm]ost|[Ss]ome|[Aa]ll|[Vv]arious|[Oo]ther|[Tt]wo|[Tt]hree)\s+(?:[a-z]+\s+){0,2}\Z")
_AIMED_AT = re.compile(r"\s+(?:against|in|on|near|off|around|to|under|were\s+(?:conducted|carried|launched))\b")
"""After operations that are of an army rather than of a company."""
_OF_SOMEBODY = re.compile(
    r"\s+(?:by|from)\s+(?:the\s+)?(?:[A-Z][\w.-]*\s+){0,2}(?:[Vv]ice\s+|[Pp]rime\s+|[Ff]oreign\s+)*(?:[Pp]resident|[Mm]inister|[Ss]ecretary|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Pp]ope|[Aa]mbassador|[Ss]enator|[Mm]rs?\.?|[Dd]r\.?)\s"
)
"""After an intervention that is a word put in: "intervention by Vice President Ana Ruiz"."""
_ALSO_VERBS = frozenset(["debate", "visit", "tour", "attack", "raid", "strike", "fight", "battle", "exercise", "meet", "talk"])


_FIGURED = re.compile(
    r"\b(?:(?:bidding|price|turf|culture|star|ratings|flame)\s+wars?|charm\s+offensives?|war\s+of\s+words|(?:diplomatic|publicity|propaganda|public\s+relations|PR)\s+coup"
    r"|(?:[Cc]hiefs?|[Hh]eads?)\s+of\s+mission)\Z"
)
_FIGURING = ("war", "wars", "offensive", "offensives", "words", "coup", "mission")
"""What `_FIGURED` ends in."""
_AGREED_ON = re.compile(
    r"\b(?:[Mm]emorand(?:um|a)(?:\s+of\s+[Uu]nderstanding)?|M[Oo]Us?|[Pp]rotocol|[Aa]greement|[Tt]reaty|[Pp]act|[Aa]ccord|[Cc]onvention|[Aa]rrangement)"
    r"(?:\s*\([^)]{2,12}\))?\s+(?:on|concerning|regarding)\s+(?:the\s+)?(?:holding\s+)?\Z"
)
"""Before what will be held under an agreement: "a protocol on political consultations"."""
_NONE = re.compile(
    r"\b(?:without|no)\s+(?:further\s+|such\s+|direct\s+|any\s+)?\Z"
    r"|(?:\bnot|n[’']t)\s+(?:be|been)\s+(?:an?|any)\s+(?:[a-z]+\s+(?:or|and)\s+)?\Z|\bnot\s+an?\s+(?:[a-z]+\s+or\s+)?\Z"
    r"|\b(?:scathing|verbal|blistering|stinging)\s+\Z"
    r"|\b(?:prisoners?|weapons?|laws|rules|articles|spoils|ships?|instruments?|tugs?)\s+of\s+\Z"
)
"""Before an event that there is not, or that is but words."""
_NONE_ENDS = tuple(words("without no further such direct any a an or and scathing verbal blistering stinging of"))
"""What `_NONE` ends in."""
_NOBODY = re.compile(r"\s+with\s+(?:any(?:one|body)|nobody)\b")
_HAVING = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Mm]y|(?:has|have|had|with)\s+an?)\s+\Z")
_PURPOSE = re.compile(r"\s+to\s+(?!the\b|an?\b)[a-z]")
GOES_TO = re.compile(r"\s+(?:the\s+)?[A-Z]")
_IS_MEETING = re.compile(r"(?:\b(?:is|are|was|were|be|been)|[a-z],)\s+\Z")
_VERB_LIKE = re.compile(
    r"(?:(?<!\breturned )(?<!\bback )(?<!\breturn )\bto|\bwill|\bwould|\bcould|\bcan|\bmay|\bmust|\bshould|n[’']t|\bnot|\bthey|\bwe|\bI|\bwho|\bbase of)\s+\Z"
)
_VERBAL = ("to", "will", "would", "could", "can", "may", "must", "should", "n’t", "n't", "not", "they", "we", "I", "who", "of")
"""What `_VERB_LIKE` ends in."""
_TITLING = frozenset(["exercise", "exercises", "drill", "drills"])


def is_agreed_on(text: str, start: int) -> bool:
    """Whether an agreement is about what begins there: "a memorandum on Political Consultations"."""
    near = max(0, start - 2 * NEAR)
    return text[near:start].rstrip().endswith(_ON) and _AGREED_ON.search(text, near, start) is not None


_ON = ("on", "concerning", "regarding", "the", "holding")
"""What `_AGREED_ON` ends in."""


def is_told(text: str, noun: str, start: int, last: int) -> bool:
    """Whether a noun alone tells of an event: pointed to, and neither part of another noun nor what something is said to be."""
    before = max(0, start - 30)
    if (
        _PART_OF.match(text, last)
        or (noun in _MANY_JOURNEYS and _TO_ANYWHERE.match(text, last))
        or (noun == "meeting" and GOES_TO.match(text, last) and not _DETERMINED.search(text, before, start))
        or _IS_ONE.search(text, before, start)
    ):
        return False
    if noun in STRUCK:
        return is_condemned(text, start, last)
    if noun in _OF_WHAT_KIND:
        return bool(_OF_WHAT_KIND[noun].search(text, before if noun == "operation" else start, last))
    if noun in _WAGED and _OWNED.search(text, max(0, start - 2 * NEAR), last - len(noun)):
        # "Norway's brutal war"
        return True
    if is_fought(text, noun, start, last):
        return True
    if noun == "aggression" or (noun == "war" and not _DETERMINED.search(text, before, start) and start == last - len(noun)):
        return False
    if noun in _IF_MODIFIED:
        return start < last - len(noun)
    return noun not in {"fighting", "violence"} and bool(_POINTED.search(text, before, start))


_MANY_JOURNEYS = frozenset(["visits", "trips"])
_TO_ANYWHERE = re.compile(r"\s+(?:to|by|from)\s+(?:the\s+)?[a-z]")
"""After journeys of anybody: "visits to museums"."""
_DETERMINED = re.compile(r"\b(?:[Aa]n?|[Tt]he|this|that|his|her|their|its)\s+\Z")
_OF_WHAT_KIND = {
    "mission": re.compile(r"\b(?:fact-finding|trade|observer|observation|monitoring|rescue|assessment|election|electoral|verification)\b"),
    "operation": re.compile(
        r"(?:\b(?:[Tt]he|[Tt]his|[Aa]n?)|[’']s?)\s+(?:[\w-]+\s+){0,2}(?:military|peacekeeping|humanitarian|rescue|special|security|evacuation|combat)\s+operation\Z"
        r"|\b(?:conduct|launch)(?:e?s|ed|ing)?\s+(?:the|this|an?)\s+(?:[a-z-]+\s+)?operation\Z"
    ),
}
"""What a mission or an operation is called that is one event."""
_WAGED = frozenset(["war", "invasion", "aggression", "offensive", "assault", "incursion", "intervention", "occupation"])
_OWNED = re.compile(r"(?<![\w’'])[A-Z][\w.-]*[’']s?\s+(?:(?:[a-z-]+,?\s+(?:and\s+)?){0,2}[a-z-]+\s+)?\Z")
_LASTING = re.compile(r"\b(?:premier|primary|leading|main|informal|open)\s+forum\Z")
_AIMED = re.compile(r"\s+(?:against|on|in)\s")
_DETERRED = re.compile(
    r"\b(?:deter|prevent|forestall|discourag|contain|repel|resist|counter)(?:s|ed|e[sd]?|ing)?\s+(?:(?:any|further|future|possible|potential|more|new)\s+){0,2}\Z|\b(?:deterrent|bulwark|shield|protection|insurance|vigilance)\s+against\s+(?:[a-z]+\s+){0,2}\Z"
)
"""Before aggression that there need not be."""
_SUFFERED = re.compile(
    r"\b(?:(?:itself|themselves|fights?|fighting)\s+(?:from|against)|fac(?:es?|ed|ing)|in\s+the\s+face\s+of|condemn(?:s|ed|ing)?|victims?\s+of|resist(?:s|ed|ing))"
    r"\s+(?:[a-z-]+\s+){0,2}\Z"
)
_WHICH = re.compile(r"(?:\b(?:which|that|it|this|also|often|directly|clearly)|[a-z],)\s+\Z")
_WITH_AIMS = re.compile(
    r"\s+with\s+(?:[^.;,]{1,40}?[’']s?|(?:the|its|their|his|her|our|any|other))\s+(?:[a-z-]+\s+){0,2}"
    r"(?:stances?|positions?|interests?|polic(?:y|ies)|views?|laws?|principles?|goals?|rights?|claims?|aims?|obligations?|plans?|needs?|commitments?|norms?|rules?|values|constitution)\b"
)
_WISHED = re.compile(
    r"\b(?:urg(?:es?|ed|ing)|call(?:s|ed|ing)?\s+for|demand(?:s|ed|ing)?|oppos(?:es?|ed|ing|ition)(?:\s+to)?|any|possible|against|of)\s+\Z"
)
"""Before an intervention that nobody has made: "called for U.N. intervention", "in case of any intervention"."""
_TO_A_BODY = re.compile(
    r",? (?:which|that) (?:runs|ran|has|employs|staffs)\b|,? (?:based|headquartered|deployed) (?:at|in)\b| in (?:Geneva|New York|Vienna|Brussels)\b"
    r"| (?:to|at) (?:the )?(?:United Nations|UN|European Union|EU|NATO|OSCE|African Union)\b"
)
_HEADED = re.compile(
    r"\b(?:[Hh]ead|[Cc]hief|[Mm]embers?|[Ss]taff|[Ss]pokes\w+|[Ss]ource|[Oo]fficial|[Dd]iplomat)s?\s+(?:of|at|for|from|in)\s+(?:the|its|our|their)\s+\Z"
)
"""Before a mission that is a body: "the head of the Nordic mission"."""
_STANDING = re.compile(r"(?i)\b(?:diplomatic|consular|permanent|resident)\s+missions?\Z")
_LEADS_ANOTHER = re.compile(
    r"advance\s+(?:warnings?|notices?|knowledge|payments?|word|copy|copies|teams?|approval|permission|purchases?|bookings?)\b|anniversary\s+(?:date|summit|[A-Z])|campaign\s+(?:work|staff|trail|promises?)"
    r"|pandemic\s+(?:preparedness|prevention|threats?|levels?|situation|fund|agreement|treaty|instrument|accord|year)"
    r"|(?:invasion|intervention|occupation)\s+(?:forces?|troops|arm(?:y|ies)|fleet|plans?|zones?|lines?|authorities|regimes?|administrations?)\b"
    r"|crisis\s+(?:communications?|management|response|prevention|cent(?:re|er)|groups?|cell|regions?|situations?)\b|test\s+(?:bans?|sites?|explosions)\b"
    r"|(?:tsunami|floods?|earthquake|famine|storm|cyclone|hurricane)\s+(?:warnings?|watch|alarms?|alerts?|relief|victims?|early)\b"
    r"|(?:counter-?)?(?:attack|assault|strike|raid|blast|explosion)\s+(?:rifles?|weapons?|sites?|groups?|fighters?|brigades?|units?|teams?|forces?|systems?|drones?|aircraft|helicopters?|submarines?|jets?|craft|boats?|dogs?)\b"
    r"|war\s+(?:dead|chests?|machines?|relief|crimes?|criminals?|veterans?|debts?|aims|mat[eé]riel|materials?|efforts?|zones?|widows|orphans|bonds|production|scares?|time"
    r"|work|hawks?|heroes|damages?|reparations|correspondents?|weary|supplies|threats?|plans?|powers|cabinets?|profiteer\w*|memorials?|graves|footing|loans?|industr(?:y|ies)|plan(?:s|ning)|guilt)\b"
)
"""A noun that tells what kind another is."""
NEAR = 32
_HELD = re.compile(
    r"\s+(?:(?:will|would|to)\s+be|were|are|was|is|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:held|conducted)\b|\s+(?:(?:have|has|had|soon|quickly|again)\s+)?(?:took\s+place|taken\s+place|erupted|br[eo]ke?n?\s+out|spread|swept|started|began|begun|continued|continue|flared|intensified|followed|ensued|raged|turned\s+(?:violent|deadly))\b"
    r"|\s+in\s+(?:(?:early|mid|late)[\s-]|[A-Z][a-z]+\s+)?(?:1[5-9]|20)\d\d\b"
)


def is_held(text: str, noun: str, end: int) -> bool:
    """Whether what follows a plural says that it happened, or where: "elections in Norway", "drills were held"."""
    return noun.endswith("s") and bool(SOMEWHERE.match(text, end) or _HELD.match(text, end))


def leads_another(text: str, start: int, end: int) -> bool:
    """Whether the last word of an event's name tells what kind another thing is: "the Norwegian war effort"."""
    last = text.rfind(" ", start, end) + 1
    return last > start and text[last].islower() and _LEADS_ANOTHER.match(text, last) is not None


_IF_MODIFIED = frozenset(["forum", "congress", "briefing"])
_IS_ONE = re.compile(
    r"\b(?:is|was|are|were|as|be|become|became|considered)\s+(?:also\s+)?(?:an?|the|one\s+of\s+the)\s+(?:[\w,’'-]+\s+){0,3}\Z"
)
"""What says of something with a name what it is."""
_PART_OF = re.compile(
    r"(?:\s+|-)(?:rooms?|places?|points?|halls?|resolution|prevention|zones?|areas?|minerals|part(?:y|ies|ners?)|managers?|trails?|finance|promises?|programmes?|programs?|agenda|participants|venue|of\s+(?:power|authority|sovereignty|rights?|caution|restraint|discretion)|damages?|crimes?|criminals?|efforts?|veterans?|reparations|time|economy|machine|process|websites?|team|staff|headquarters|of\s+interest)\b"
)
"""After a noun that is part of another."""
_POINTED = re.compile(
    r"(?:\b(?:an?|the|this|that|his|her|their|its|our|my|another|each|these|those|any|several|two|three|four|five|for|including|during|after|following|had|has|(?:killed|wounded|injured|died|dead)\s+in|held|hold|holding|holds|past|first|second|third|earlier|recent|last|next|previous|upcoming|current|ongoing|senseless|long|lengthy|fierce|historic|brief|deadly|new|[a-z]+-ranging|[a-z]+-day|[a-z]+-?long|[a-z]+(?:ful|ive|ial))|[’']s?)\s+[“\"‘]?\Z",
    re.IGNORECASE,
)
BY_WHOM = re.compile(rf"\s+by\s+(?!(?:early|late|mid)\b|{MONTH}\b)(?:the\s+)?(?:[a-z-]+\s+){{0,3}}(?:of\s+)?[A-Z]")
"""Who did it: "attacks by Chilean militias"."""
SOMEWHERE = re.compile(r"(?:\s+(?:raging|unfolding|under\s+way))?\s+(?:in|at|near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z]")
