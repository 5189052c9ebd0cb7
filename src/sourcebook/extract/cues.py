"""The words that state facts: verbs of visiting, meeting and opening, marks of plans and denials, counts."""

from sourcebook import lazy_re as re
from sourcebook.extract.dates import COUNTS
from sourcebook.extract.phrases import words

PLAN = re.compile(
    r"\b"
    r"(?:will|plans? to|planned|intends? to|expected (?:to|in)|would|hopes? to|hoped to|is to|are to"
    r"|(?:was|were)\s+to\s+(?:travel|visit|meet|hold|attend|sign|arrive|leave|return|fly|host|join|speak)|agree[sd]?\s+to\s+(?:meet|visit|travel|host|attend|hold|receive|send)|keen"
    r"|(?:sought|seeks?|seeking|tried|tries|trying|attempt(?:s|ed|ing)?)\s+to\s+(?:visit|meet|travel|attend|host|sign|join|enter)"
    r"|prospects?|wish(?:es)?|proposed|ready to|aims? to|going to|due (?:in|to(?!\s+(?:the|an?|its|his|her|their|this|that|these|those|[A-Z]\w*|\w+(?:ed|ing|ion|ions|ment|ity|ies|ness|nce))\b))|set to|scheduled|slated to|about to|(?:likely(?:\s+soon)?|supposed|tipped|poised|hoping) to|mulling|may|might"
    r"|invit(?:ed|es|ing|ation to)|look(?:s|ed|ing)? forward to|prepar(?:es?|ed\s+to|ing|ations?)|upcoming|forthcoming|possible"
    r"|threaten(?:ed|s|ing)? to|vow(?:ed|s)? to|considering|pledged? to|promised? to|urged?"
    r"|call(?:ed|s|ing) for|could|(?:hopes?|hoped)(?:\s+(?:is|was))?\s+that|demand(?:s|ed)?\s+that"
    r"|(?:[Ii]f|[Uu]nless|[Ww]hether)(?=\s+(?:he|she|they|(?:the\s+)?(?:[a-z]+\s+)?[A-Z]))|want(?:s|ed)?\s+(?:[\w’'.-]+\s+){1,4}to)\b"
)
DENIAL = re.compile(
    r"\b(?:(?:was|were)\s+to\s+have|(?<!signed but )(?<!signed, but )(?:had|held)\s+no\s+(?:[a-z]+\s+)?(?:talks|negotiations|meetings?|contacts?|discussions|dialogue|consultations)|no\s+(?:[a-z]+\s+)?(?:plans?|intentions?)|(?:has|have|had|is|are)\s+yet\s+to|(?:might|could|would)\s+have\s+(?:been|gone|met|held|seen|sent|flown|come|taken|made|[a-z]+ed)|(?<!hether or )not(?!\s+(?:only|just|counting|least|merely|simply|to\s+mention)\b)|never|denied|denies|refused|declin(?:ed|es)\s+to|without|rejects?|rejected|[Nn]either|nor)\b"
)
VISIT = re.compile(
    r"(?<!\w)"
    r"(?:(?:made|makes|make|making|paid|pays|pay|paying|completed|completes|completing|finished|finishes|finishing|began|begins|beginning|concluded|concludes|concluding|cut\s+short|undertook|undertakes?|undertaking|started|starts|wrapped\s+up|wrapping\s+up|ended|ending|kicked\s+off|kicking\s+off|embarked\s+on|embarks\s+on|conducted)\s+(?:an?|his|her|the)?\s*(?P<kind>(?:[\w-]+\s+){0,3})(?:[Vv]isits?|[Tt]rips?|[Tt]ours?)(?:\s+\([^)]{1,80}\)|\s+(?:(?:abroad|overseas),?|today|yesterday|this\s+week|last\s+week|on\s+[A-Z]\w+))?\s+(?:to|of|through)"
    r"|visited|visits|(?<!\ba )(?<!\bthe )[Vv]isiting|(?:will|to|would)\s+(?:also\s+)?visit|toured|[Tt]ouring|inspect(?:ed|s|ing)"
    r"|(?:return(?:ed|ing)|(?:came|is|was|arrived)\s+(?:home|back))(?:\s+(?:home|today|yesterday))?\s+from|crossed\s+into"
    r"|reached(?=\s+[A-Z])|set\s+foot\s+(?:in|on)|made\s+(?:his|her|their)\s+way\s+(?:on\s+)?to|jetted\s+(?:off\s+)?(?:in)?to|swept\s+into|(?:jetted|flew)\s+in\s+to"
    r"|spent\s+(?!\d{3})[^.;,]{1,24}?\s(?:days?|weeks?|hours|nights?|weekend)\s+(?:visiting\s+)?in"
    r"|(?:(?:is|was|are|were)\s+|(?<=[a-z],\s))(?:due|expected)\s+(?:(?:to\s+arrive\s+)?in|at)(?=\s+[A-Z])"
    r"|(?:[Tt]ravel(?:l?ed|l?ing|s)?|flew|fl(?:y|ies|ying)|headed|heads|went|goes|returned|returning|returns|return"
    r"|proceed(?:ed|s|ing)?|continu(?:ed|es|ing)|moved(?=\s+on\b)|journey(?:ed|s|ing)|sail(?:ed|s|ing)|relocat(?:ed|es|ing)|defected|(?:was|were|been|being)\s+(?:sent|dispatched)|(?<!his )(?<!her )(?<!their )accompan(?:ied|ying)(?:\s+[\w.-]+){1,4}?)\s+(?:on(?:wards?)?\s+)?"
    r"(?:(?:today|yesterday|[A-Z][a-z]+day|(?:from\s+)?[A-Z][a-z]{2,8}\s+\d{1,2}(?:\s?[-–]\s?(?:[A-Z][a-z]{2,8}\s+)?\d{1,2})?(?:,\s+\d{4},?)?|(?:this|last)\s+(?:week|weekend|month|year))\s+)?(?:back\s+)?(?:from\s+[A-Z]\w+(?:\s[A-Z]\w+)?\s+)?(?:by\s+(?:train|air|road|car|bus|boat|ship|helicopter|land|sea)\s+|overland\s+|overnight\s+|secretly\s+|together\s+|straight\s+|directly\s+)?to(?!\s+(?:visit|tour)\b)"
    r"|(?:left|leaves?|leaving|depart|departed|departs|departing|flew\s+out|sailed|sets?\s+(?:off|out)|headed\s+off)\s+"
    r"(?:(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?|home|today|on\s+\w+(?:\s+\d+)?|late|early|here)\s+){0,2}for"
    r"(?=\s+(?:the\s+)?[A-Z])|stopp(?:ed|ing)(?:\s+(?:off|over|briefly))?\s+in|touched\s+down\s+in|shuttl(?:ed|es|ing)\s+(?:back\s+and\s+forth\s+)?between"
    r"|(?:made|makes?|making)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}stops?(?:over)?\s+in"
    r"|(?:[Aa]rriv(?:ed|es|ing)|(?:will|to|would)\s+arrive|landed|lands)\s+(?:in|at)|(?:flew|fl(?:y|ies))\s+into|(?:on|for)\s+(?:an?|his|her)\s+(?:[\w-]+\s+){0,4}(?:visit|trip|tour)\s+(?:to|of|through)|on\s+(?:an?|his|her)\s+(?:[\w-]+\s+){0,4}(?:mission|voyage)\s+to|came\s+to|(?<!\bit )comes\s+to|(?<=\bhas )come\s+to|led\s+an?\s+(?:[\w.-]+\s+){0,3}delegation\s+to|(?:was|is)\s+(?:(?:currently|now|also|already)\s+)?in(?=\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:,\s+[A-Z][\w-]+,?)?\s+(?:where\s+(?:he|she)|to|from|on|for|until|with|last\s+(?:week|month|year|\w+day)|earlier\s+this|this\s+week|ahead\s+of)\b))\s+"
    r"(?:the\s+)?"
)
VISIT_OF = re.compile(
    r"\b(?P<kind>(?:official|state|working|first|recent)\s+)?(?:[Vv]isits?\s+(?:to|in)|trips?\s+to|tours?\s+of|arrival\s+(?:in|at)|stay\s+in|stop-?overs?\s+in|stops\s+in)\s+(?:the\s+)?"
)
JOURNEYS = words("visit visits trip trips tour tours arrival stay stopover stopovers stops")
VISIT_BY = re.compile(
    r"\b(?P<kind>(?:official|state|working|first|recent|two-day|three-day|one-day)\s+)?(?:visits?|arrival)\s+"
    r"(?:(?:(?:recently|just|last\s+\w+)\s+)?(?:paid|made|undertaken|conducted)\s+by|by|of)\s+"
)
TO_HOLD = re.compile(
    r"\b(?:will|(?:is|are)\s+(?:set|due|expected|likely|slated|poised|about)\s+to)\s+(?:soon\s+|also\s+|now\s+)?"
    r"(?:be\s+sworn\s+in(?:to|\s+as)?(?:\s+(?:his|her))?|be|become|serve|take\s+(?:over|up|office)|step\s+in|assume|replace|succeed|appoint|name|elect)\b"
    r"|\b(?:intends?|plans?|proposes?|proposed)\s+to\s+(?:appoint|name|nominate|elect)\b"
    r"|\b(?:nominat(?:ed|es|ing)|nomination\s+of)\b"
)
"""What says that an office is still to be held."""
VISIT_WANTED = re.compile(
    r"\b(?:plan|consensus|roadmap|proposal|agreement|deal|resolution|steps)\b[^.]*?\b"
    r"(?:includ|compris|contain|foresee|envisag)(?:e?s|ing)?\s[^.]*\ba\s+\Z"
    r"|\b"
    r"(?:call(?:s|ed|ing)?\s+for|provid(?:es|ed|ing)\s+for|demand|request|propos|stipulat|envisag|foresee|seek"
    r"|sought)\w*\s[^.;]*\ba\s+\Z",
    re.IGNORECASE,
)
"""Before a visit that is only wanted."""
CALLED_OFF = re.compile(
    r"\b(?:cancel\w*|postpon\w+|call(?:s|ed|ing)\s+off|cut(?:s|ting)?\s+short|abandon\w*|denied|declin\w+|put(?:s|ting)?\s+off"
    r"|scrap\w*|shelv\w*|barr?ed|banned|prevent\w*|await\w*)\b[^.;,]{0,24}\Z"
    r"|\b(?:if|unless|whether)\s+(?:he|she|they|[A-Z]\w+(?:\s[A-Z]\w+)*)\s+(?:(?:ever|really|actually|can|could|should|also)\s+)?\Z"
    r"|\b(?:unable|inability|(?:be|is|was|were|being)\s+able)(?:\s+to)?\s+\Z"
)
"""Before a journey that is none: called off, or only supposed."""
MEETS = words(
    "met meets meet meeting meetings joint held holds holding hold had having for talks audience discussed discuss "
    "shook shakes shake shaking consulted conferred dined have shared sat called call granted grants gave "
    "offered huddled calling interacted exchanged bade came played received hosted welcomed greeted receiving welcoming hosting greeting joined paid made discussion discussions welcome host receive"
)
"""The words with which `MEET` begins."""
MEET = re.compile(
    r"\b"
    r"(?:met|meets|meet|meeting|meetings(?=\s+with)|joint\s+(?:press|news|media)\s+(?:conference|appearance|briefing|availability)(?=\s+with)|(?:held|holds|holding|hold|had|having)\s+(?:[\w-]+\s+){0,3}(?:meetings?|talks?|discussions?|consultations|negotiations|session|sessions|conversations?|(?:breakfast|lunch|luncheon|dinner|banquet)(?=\s+with))|for\s+(?:[\w-]+\s+){0,2}meetings?|talks|audience(?=\s+with)|audience\s+by|(?:granted|grants|gave)\s+an\s+(?:\w+\s+)?audience\s+to|(?:discussed|(?:(?<=opportunity to )|(?<=chance to )|(?<=able to ))discuss)\s+(?:[\w-]+\s+){1,6}?(?=with\s+)|(?:shook|shakes?|shaking)\s+hands(?=\s+with)|(?:consulted|interacted|came\s+face[\s-]to[\s-]face)(?=\s+with)|(?:bade|bid)\s+farewell\s+to|played\s+host\s+to|exchanged\s+views(?=\s+with\s[^.;:“”]{3,120}?\s(?:during|at|in)\s+(?:an?|their|the)\s+(?:(?!phone|video|virtual|online|telephone)[\w-]+\s+){0,3}(?:meeting|talks|lunch|dinner|breakfast)\b)|conferred|dined|huddled(?=\s+with)|(?:gave|offered)(?=\s+an?\s+(?:\w+\s+){0,2}(?:reception|dinner|lunch|luncheon|banquet|breakfast)\s)|(?:gave|granted)\s+(?=[^.;,]{3,80}?\san\s+audience\b)|(?:had|have|shared)\s+(?:\w+\s+)?(?:breakfast|lunch|dinner|tea|coffee)(?=\s+with)|sat\s+down|(?:held|had)\s+an?\s+(?:[\w-]+\s+){0,2}(?:one-on-one|bilateral|t[êe]te-[àa]-t[êe]te)(?=\s+with)|call(?:ed|ing)\s+on(?=\s+[^.;,]{3,90}?(?:\s+(?:at|in|on|today|yesterday|here)\b|[.,]))(?![^.;]{0,120}\s(?:to(?!\s+the\s)|for(?!\s+[A-Z]))\s)|(?:(?<=will )|(?<=would )|(?<=also )|(?<=scheduled to )|(?<=expected to ))call\s+on(?=\s+[^.;,]{3,90}?(?:\s+(?:at|in|on|during|today|tomorrow|here|and|as\s+well|to\s+discuss|to\s+exchange)\b|[.,]))(?![^.;]{0,120}\s(?:to(?!\s+(?:discuss|exchange|review|hold))|for)\s)"
    r"|received\s+an?\s+(?:courtesy|farewell|introductory|protocol|official)\s+(?:call|visit)\s+(?:from|by|of)|received\s+(?:(?:the|an?)\s+)?(?:[a-z]+\s+)?(?:cop(?:y|ies)\s+of\s+(?:the\s+)?(?:[a-z]+\s+)?)?(?:credentials|letters?\s+of\s+(?:credence|accreditation))\s+(?:of|from)|received(?! with )|host(?:ed|ing)(?!\s+(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){0,2}(?:program(?:me)?s?|shows?|podcasts?|events?|part(?:y|ies)|conferences?|exhibitions?|concerts?|series|festivals?|websites?|broadcasts?)\b)|(?:(?<=honored to )|(?<=honoured to )|(?<=pleased to )|(?<=delighted to )|(?<=proud to )|(?<=glad to )|(?<=happy to ))(?:welcome|host|receive)|welcomed|greeted|receiving|welcoming|greeting|joined|(?:paid|made)\s+(?:an?\s+)?(?:\w+\s+)?(?:calls?|courtesy\s+visits?|visit(?=\s+on))\s+(?:on|to)|paid\s+(?:an?\s+)?(?:\w+\s+)?visit\s+to|discussions?(?=\s+with\b))"
    r"\s*(?:separately\s+|also\s+|today\s+|there\s+|briefly\s+)?"
    r"(?:(?:an?|the)\s+(?:\w+\s+){0,2}(?:reception|dinner|lunch|luncheon|banquet|breakfast)\s+"
    r"(?:(?:in|at|on)\s+[^.;,]{2,40}?\s+){0,2}?(?:for|in\s+hono[u]?r\s+of))?(?:with|alongside)?\s+",
    re.IGNORECASE,
)
JOURNEY = words(
    "visit visits visited visiting toured touring travel traveled travelled traveling travelling travels stop stops stopover flew fly "
    "flies flying headed heads went goes returned returning returns return arrived arrives arriving arrive landed lands came comes trip "
    "trips tour left leaves leaving depart welcome welcomed welcomes welcoming departed leave departs departing inspected inspects "
    "inspecting crossed reached jetted spent sailed accompanied accompanying led come due proceed proceeded proceeds journeyed arrival "
    "stay stopped stopping touched set sets relocated defected sent dispatched shuttled mission voyage journey sailing"
)
TALK = words(
    "met meets meet meeting meetings welcome summit audience discussed discuss hands consulted talks discussions discussion conversation "
    "conversations visiting consultations negotiations conferred calling interacted farewell face dined huddled encounter convened "
    "convene gathered luncheon banquet breakfast lunch dinner tea coffee sat received receiving hosted hosting welcomed welcoming "
    "greeted greeting called bilateral joined call visit session conference appearance availability briefing credentials credence "
    "accreditation"
)
"""Words of which a sentence has one if it tells of a journey, or of a meeting."""
OPEN = re.compile(
    r"\b(?:inaugurat\w+|(?:re)?opened(?!\s+(?:fire|talks|negotiations|up|by|an?\s+(?:probe|investigation|inquiry|case|file|account)))"
    r"|opening|unveiled(?!\s+by)|(?:(?<=will )|(?<=would )|(?<=to ))(?:formally\s+|officially\s+)?open|declared\s+open"
    r"|cut\s+the\s+ribbon\s+(?:at|of|on|for)|commissioned(?!\s+by)(?=\s+(?:the|a)\s+(?:new\s+)?(?:[A-Z][\w’'-]*\s+){1,6}?[A-Z][\w’'-]*(?:[.,;]|\s+(?:in|on|at|last|this)\b))"
    r"|declared(?=\s+the\s+[^.;,]{3,80}?\s+open\b))\b"
)
LATE = re.compile(r"(?:After|Following|Before|While|Upon)\b")
TIMES = re.compile(
    r"(?P<bound>no fewer than|at least|more than|no less than|about|around|some|no more than|at most|up to)?\s*\b"
    r"(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty)\s+times\b"
)
WORDS = {word: number for number, word in enumerate(("zero", *COUNTS, "thirteen", "fourteen", "fifteen"))} | {"twenty": 20}
BOUNDS = {
    **dict.fromkeys(("no fewer than", "at least", "more than", "no less than"), "at-least"),
    **dict.fromkeys(("about", "around", "some"), "about"),
    **dict.fromkeys(("no more than", "at most", "up to"), "at-most"),
}
DEGREE = re.compile(r"\b(?:PhD|Ph\.D\.|Doctor|Doctorate|Candidate|Master|MA|MSc)(?:\s+(?:in|of)\s+[A-Z][\w ]+?)(?=[,.;]|$)")
PROPOSED = re.compile(
    r"\b(?:prospects?|discuss\w*|interest|propos\w+|promising|consider\w*|explor\w+|possib\w+|avenues|keen)\b", re.IGNORECASE
)
WISHED = re.compile(
    r"\b(?:should|must|ought\s+to|needs?\s+to|could|might|call(?:s|ed|ing)?\s+(?:for|on)|urg(?:e[sd]?|ing)|demand(?:s|ed|ing)?|(?:idea|possibility)\s+of)\b(?!.*?(?:,\s+(?:which|who|where)|;|:)\s)"
)
"""Before what somebody wants of others: "Norway and Chile should cooperate in fishing"."""
PLANNED = re.compile(
    r"\b(?:will|plans?|planned|agreed|(?<!was )(?<!were )intend\w*|(?<!used )to be|(?:scheduled|expected|set|slated|(?:are|is)\s+due)\s+to)\b",
    re.IGNORECASE,
)
DEALING = re.compile(
    r"(?i)\b"
    r"(?:bilateral|joint\w*|co-?operat\w+|coordinat\w+|collaborat\w+|partner\w*|together|team\w*\s+up|(?:join|pool)\w*\s+(?:their\s+)?(?:forces|hands|resources|efforts)|hand\s+in\s+hand|side\s+by\s+side|agreed?|agreements?"
    r"|memorand\w+|discuss\w*|relations(?:hip)?|ties|links|engagement|interaction|between|exchange[sd]?"
    r"|trade\s+(?:with|turnover|volume)"
    r"|(?:fields|areas|axes|subjects|topics|working\s+groups)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:includ\w+|are|were|cover\w*|compris\w+)"
    r"|(?:talks|discussions|dialogue)\s+(?:also\s+)?(?:cover|focus|dealt|address)\w*)\b"
)
"""What says that some deal with each other, where it is not said who."""
HINDERED = re.compile(
    r"\b"
    r"(?:restrict\w*|lack(?:s|ed|ing)?(?:\s+of(?:\s+[a-z-]+){0,8})?|rather\s+than|halt\w*|suspend\w*|without|no|end(?:ed|ing)?|limit\w*|undermin\w*|disput\w*"
    r"|weaponi[sz]\w*|prohibit\w*|bann?(?:s|ed|ing)?|forbade|forbid\w*|stop(?:s|ped|ping)?|ceas(?:e[sd]?|ing)|forgo(?:es|ing)?|put(?:s|ting)?\s+on\s+(?:hold|ice)|paus(?:e[sd]?|ing)|shelv(?:e[sd]?|ing)|(?:does|do|did)\s+not\s+have|sever(?:s|ed|ing)?\b|broke(?:n)?\s+off|cut(?:ting)?(?:\s+off)?)\s+(?:[a-z]+,?\s+){0,4}\Z"
    # "ended its long cooperation with Chad in"
    r"|\b"
    r"(?:end(?:s|ed|ing)?|suspend\w*|halt\w*|froze\w*|freez\w*|cancel\w*|terminat\w*|cut(?:s|ting)?(?:\s+off)?|sever(?:s|ed|ing)?\b"
    r"|br(?:oke|eaks?|eaking)\s+off|reject\w*|refus\w*|withdr\w+\s+from|abandon\w*|quit|stopp\w*|ceas\w*|rul\w+\s+out)\s+"
    r"(?:(?!(?:with|in|by|on|after|at|for)\b)[a-z-]+\s+){0,4}?"
    r"(?:co-?operat|collaborat|ties|relations|partnership|work|talks|dialogue|exchanges)\w*\s[^.;,]{0,60}\Z"
)
"""Before a field that is held back."""
BLAMED = re.compile(
    r"\b(?:critici[sz]|condemn|denounc|accus|oppos|object|protest|deplor|lament)\w*[^.;]*\Z"
    r"|\b(?:failure|collapse|breakdown|absence)\s+of\s+[^.;,]*\Z"
)
"""Before a field of others that somebody is against, or that came to nothing."""
CUT_OFF = re.compile(
    r"[^.;,]{0,40}?\s(?:has|have|had|was|were|is|are|remains?)\s+(?:been\s+)?(?:[a-z]+\s+)?"
    r"(?:suspended|halted|frozen|stopped|severed|cancel+ed|interrupted|terminated|banned|ended|cut\s+off|broken\s+off|abandoned)\b"
    r"|[^.;,]{0,40}?\s(?:collapsed|ceased|broke\s+down|(?:came|ground)\s+to\s+(?:an?\s+)?(?:end|halt|standstill)|unravel+ed|evaporated)\b"
    # "put its cooperation with Chile on ice"
    r"|[^.;,]{0,40}?\son\s+(?:hold|ice)\b"
)
"""After fields in which work has come to an end."""
GUEST = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}"
    r"(?:[Cc]ounterpart|[Mm]inister|[Pp]resident|[Pp]remier|PM|FM|[Ll]eader|[Dd]elegation|[Oo]fficials?|[Ee]nvoy"
    r"|[Dd]ignitary|[Gg]uests?|[Ss]ecretary|[Cc]hancellor|[Ll]awmakers|[Tt]eam)\b"
)
"""What follows a country after "visiting" that has not been visited: "his visiting Chile counterpart"."""
