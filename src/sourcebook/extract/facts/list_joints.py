"""What opens, joins and closes lists of those who act, in a sentence of signs."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.list_items import WHAT_LEADS
from sourcebook.extract.facts.signs import BODY, EVENT, FOLK, OFFICE, PERSON, PLACE, STATE

INTRODUCED = re.compile(rf"(?:[a-z]|the\s+{BODY})[^.;:{PERSON}{EVENT}“”]{{2,90}}(?::|\s[—–])\s+")
_SOME = r"(?:several|many|some|other|various|international|key|numerous|number\s+of|dozens\s+of|range\s+of|host\s+of|wide\s+range\s+of|group\s+of)"
SUCH_AS = re.compile(
    rf"(?:an?\s+|the\s+)?{_SOME}\s[^.;:{PERSON}{EVENT}“”]{{2,140}}?,?\s+(?:such\s+as|including|namely|among\s+them)\s+"
    rf"|(?:[Hh]is|[Hh]er|[Tt]heir)\s+{FOLK}(?:,\s+{FOLK})*,?\s+and\s+{FOLK}\s+(?:{OFFICE}\s+)?(?:counterparts|colleagues|peers|hosts),?"
    rf"\s+(?=(?:{OFFICE}\s+)?{PERSON})"
)
"""What leads to a list of some of many: "several heads of state, such as", "her Norwegian and Chilean counterparts,"."""
JOINT = re.compile(
    r"(?:,?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with|alongside|plus)\s+(?:also\s+|both\s+|then\s+)?|[,;]\s+(?:and\s+)?)"
    r"(?:with\s+|by\s+)?"
)
ROW = re.compile(rf"(?:the\s+)?{STATE},\s+(?:(?:the\s+)?{STATE},\s+)*(?:the\s+)?{STATE},?\s+and\s+(?:the\s+)?[{STATE}{PLACE}]")
"""Three states or more in a row, the last after "and"."""
CLOSES_LIST = re.compile(r"\band\b|\bas\s+well\b|\balong|\btogether\b|;|\bplus\b")
OPENS_LIST = re.compile(
    r"\b(?:leaders|ministers|presidents|heads|chiefs|representatives|delegates|delegations|officials|envoys|ambassadors)\s+(?:of|from)\s"
    r"|\b(?:Ministers|Presidents|Senators|Ambassadors|Generals|Professors|Messrs)\s"
    rf"|\b[a-z]+[^su\W]s\s+(?={PERSON})"
)
"""What opens a list within a list: "Ana Ruiz and the leaders of Norway, Chile and Peru"."""
OFFICE_OF_MANY = re.compile(
    r"(?i)\b(?:ministers|presidents|leaders|heads|chiefs|secretaries|premiers|ambassadors|envoys|representatives|commanders|directors|advis[eo]rs"
    r"|governors|speakers)\b"
)
OF_STATES = re.compile(r"(?i)\b(?:ministers|leaders|heads)\b")
TOLD_OF_PERSON = re.compile(rf",\s[^.;:“”{PERSON}{EVENT}]{{3,120}}?,?\s+and\s+(?={WHAT_LEADS}{{0,12}}?{PERSON})")
"""Between a person and the next of a list, what is told of the first: ", a veteran of the north, and"."""
HAS_VERB = re.compile(
    r"\b(?:is|was|were|are|be|been|has|have|had|will|would|said|says|told|met|held|made|took|gave|spoke|went|came|who|which|that|when|while|where|with|by|at"
    r"|during|after|before|to\s+[a-z]+|(?!retired\b|united\b|appointed\b|elected\b|armed\b|designated\b)[a-z]+(?:ed|ing))\b"
)
SPOKE_IT = re.compile(
    rf"(?:\s+in\s+{PLACE})?\s+(?:said|says|added|told|noted|stressed|announced|confirmed|explained|reported|wrote|emphasi[sz]ed)\b"
    r"(?:\s+(?:on|in|at|to|last|during|yesterday|today)?\s?[^,;.“”]{0,40})?[.”\"’]*\s*\Z"
)
"""What the words that close a sentence say of who spoke it."""
DELEGATION_LED_BY = re.compile(
    rf"(?:[Aa]n?\s+|[Tt]he\s+)?(?:[a-z-]+\s+)?(?P<of>[{FOLK}{STATE}])(?:[’']s)?\s+(?:[a-z-]+\s+)?delegation\s+(?:led|headed)\s+by\s"
)
DASHED = re.compile(r"\s?[–—]\s?")
