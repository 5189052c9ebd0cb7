"""What stands before and after a list, in a sentence of signs, that shows whether it is the subject of a verb."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.list_items import OFFICE_AFTER, PEOPLE, TITLES_AFTER
from sourcebook.extract.facts.signs import DATE, EVENT, FOLK, OFFICE, PERSON, PLACE, STATE

GOVERNED = re.compile(
    r"(?<![\w-])(?:[Ii]n|to|at|with|by|against|on|near|over|into|after|before|during|between|among|of|from|for|than|via|through|under|about|around"
    r"|outside|amid|towards?|and|like|despite|following|(?:are|were|is|was|includ(?:es?|ed|ing)))\s+(?:(?:the|his|her|its|their)\s+)?\Z"
)
"""Before a list that is no subject, since a preposition or a verb governs it."""
OF_PEOPLE = re.compile(
    rf"(?:\b(?:(?!Marines|Soldiers|Sailors|Airmen|Paratroopers)(?i:{PEOPLE})|[Rr]epublics?|[Kk]ingdoms?|[Pp]eople|[Ss]tates?|economies|nations|countries"
    r"|[Ll]eaders|[Mm]inisters|[Pp]residents|[Hh]eads|[Tt]roops|[Ff]orces|[Dd]elegations|[Rr]epresentatives|[Oo]fficials|[Ss]hips)"
    rf"|{OFFICE})\s+(?:of|from)\s+(?:both\s+)?(?:the\s+)?\Z|\b(?:[Aa]ssistant|[Aa]dvis[eo]r|[Aa]ide)s?\s+to\s+the\s+\Z"
)
"""Before a list whose men are the subject: "the foreign ministers of"."""
OWN_CLAUSE = re.compile(rf"[a-z{DATE}],\s+and\s+(?:the\s+)?\Z")
"""Before who does something of its own: "Chile rejected the plan, and Norway launched"."""
BESIDES = re.compile(
    r"\b(?:[Ii]n\s+addition\s+to|[Bb]esides|[Aa]part\s+from|[Aa]longside|[Tt]ogether\s+with|[Aa]long\s+with|[Ii]ncluding)\s+(?:the\s+)?\Z"
)
RELATIVE = re.compile(r",?\s+(?:(?:both|all|each|some)\s+of\s+(?:which|whom)|which|(?P<who>who))\s")
WHO_DOES = re.compile(r",?\s+who\s")
_TRAVELLED = r"came|went|gathered|met|arrived|travel+ed|flew"
_WENT = rf"(?:{_TRAVELLED})\s+(?:in|to|at)\s+(?:the\s+)?(?:{FOLK}\s+)?(?:capital,?\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?"
"""As in "gathered in the Norwegian capital, Oslo,"."""
_THOUGHT = r"said|believed|reported|understood|known|thought|likely"
_MEANS_TO = r"set|due|expected|scheduled|slated|planned|plans?|planning|agreed|decided|voted|intends?|hopes?|wants?|going|about"
_ALL_OF_THEM = r"both\s+of\s+(?:which|whom)|all\s+of\s+(?:which|whom)|who|which|whose\s+[a-z]+"
_MEANWHILE = (
    r"(?:prior\s+to|before|after|during|following|along\s+with|accompanied\s+by|together\s+with|as\s+(?:an?|one|part)|in\s+his|in\s+her|on\s+his|on\s+her"
    r"|ahead\s+of|speaking|with\s+(?:the\s+)?(?:support|help|backing|assistance)\s+(?:of|from)|backed\s+by|supported\s+by|aided\s+by|assisted\s+by)"
)
_ASIDE = (
    # ", the head of its council,", ", both of whom", ", a former soldier,"
    rf"(?:,\s+(?:{OFFICE_AFTER}|{TITLES_AFTER}|{_ALL_OF_THEM}),?|,\s+(?:an?|the|former|now|himself|herself)\s[^,;“”{EVENT}]{{3,90}},"
    # ", together with Chile,", ", accompanied by Ana Ruiz and Ola Lund,"
    rf"|,\s+{_MEANWHILE}\s[^,;“”{PERSON}]{{3,90}},|,\s+(?:accompanied|joined|flanked)\s+by\s[^;“”{EVENT}]{{3,200}}?,(?=\s)"
    r"|\s+[–—-]\s[^–—“”]{3,90}\s[–—-]|\s+[–—-](?=\s))?"
)
_WHEN = (
    rf"(?:(?:on|in|at|since)\s+(?:the\s+)?)?"
    rf"(?:{DATE}|[A-Z][a-z]+day|last\s+\w+|this\s+\w+|early\s+\w+|the\s+same\s+day|the\s+weekend),?"
)
_HOW = (
    r"also|then|later|recently|jointly|both|each|all|again|together|separately|heavily|deeply|directly|closely|fully|strongly|briefly|simultaneously"
    r"|quickly|immediately|eventually|ultimately|voluntarily|reluctantly|independently|today|yesterday|now|earlier|still"
    r"|subsequently|previously|formally|officially|unanimously|overwhelmingly|initially|finally|successfully|personally|currently|actively|regularly"
    r"|routinely|annually|often|first|once|reportedly|secretly|soon"
)
_AUXILIARIES = r"have|has|had|having|is|are|was|were|be|been|being|will|would|may|might|could|should|can|shall|did|does|do|not|never|to"
_HELPING = r"able|became|got|invited|continue[ds]?|began|begun|started|announced|helped|used|who|which|that|responded\s+by"
UNTIL_VERB = re.compile(
    rf"(?:\s*\([^)]{{1,60}}\))?(?:,?\s+among\s+others,?)?(?:,\s+(?:who|which|whose)\s[^,“”;]{{3,160}},(?!\s+(?:and|or)\s))?{_ASIDE},?"
    rf"(?:,?\s+{_WHEN}|\s+(?:{_HOW}|(?:{_THOUGHT})(?=\s+to\s)|{_AUXILIARIES}|{_MEANS_TO}|{_HELPING}|{_TRAVELLED}|in\s+\w+|{_WENT}))*(?:,?\s+|—)"
)
"""Between a list and the verb of which it is the subject."""
GOAL = re.compile(r"\sto\s+(?:[a-z]+\s+)?\Z")
"""Before what somebody is to do, the subject or whom it visits."""
MEANT = re.compile(
    rf"\b(?:{_WENT}|{_THOUGHT}|is|are|was|were|be|been|{_MEANS_TO}|able|continue[ds]?|began|begun|started|used|{_TRAVELLED}|announced|invited)\s\Z"
)
"""Before what the subject is said to do: "are expected to"."""
STATED = re.compile(
    r"\b(?:visit\w*|tour\w*|deploy\w*|urg\w+|ask\w*|invit\w+|host\w*|help\w*|support\w*|criticis\w+|blam\w+|accus\w+|thank\w*|commend\w*|prais\w+)"
    r"\s+(?:the\s+)?\Z"
)
"""Before whom another does something to: "visited"."""
AND_THEN = re.compile(
    r"(?:,\s+|\s+)and\s+(?:(?:also|then|later|has|have|had|will|would|is|are|was|were|once|twice|recently|heavily|deeply|directly)\s+){0,2}\Z"
)
OTHERWISE = re.compile(
    r"\b(?:that|when|while|after|before|because|who|whose|where|if|since|said|says|until|though|although|(?<!known )(?<!such )(?<!well )[Aa]s(?! well))\b"
)
OPENS = re.compile(r"[\s“\"‘'—–-]*(?:[A-Z][a-z]+,\s+)?(?:[Tt]he\s+|[Bb]oth\s+)?(?:[a-z-]+\s+){0,2}")
