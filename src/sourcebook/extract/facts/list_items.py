"""The items of lists of those who act, in a sentence of signs: "Norwegian Foreign Minister Ana Ruiz", "the armies of Norway", "other officials"."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.signs import BODY, EVENT, FOLK, OFFICE, PERSON, PLACE, STATE

PEOPLE = (
    r"ministers?|leaders?|heads|chiefs?|representatives?|delegations?|delegates?|officials?"
    r"|forces|troops|soldiers|personnel|units?|ships?|warships?|vessels?|destroyers?|frigates?|corvettes?|cruisers?|submarines?|aircraft\s+carriers?"
    r"|guided-missile|flotilla|battalions?|brigades?|squadrons?|fighters|paratroopers|peacekeeping|mediators?|commandos|guerrillas?|insurgents|militias?"
    r"|factions?|aircraft|nav(?:y|ies)|arm(?:y|ies)|militar(?:y|ies)|sailors|marines"
    r"|envoys?|presidents?|participants?|experts|teams?|contingents?|members|governments?|diplomats|aides?|advis[eo]rs?|assistants?|deputies|governors?"
    r"|senators?|counterparts?|ambassadors?|negotiators?|premiers?|parliamentarians|lawmakers|commanders?"
    r"|militants|rebels|supporters|followers|loyalists|separatists|partisans|terrorists|clans|tribes|tribesmen|airmen|jets|guests|side"
    r"|secretar(?:y|ies)|defen[cs]e|foreign|finance|prime|interior|trade|energy|health|armed|naval|air|ground|special|security|coast|guards?|chief|state"
    r"|royal|vice|deputy|police|parliaments?|companies|businessmen|scientists|students|athletes|observers|sides|parties|authorities|king|queen"
    r"|chancellors?|dignitaries|speakers|visitors|peacekeepers|staff"
)
"""Words for those who act for a state or a body, and what kind they are of."""
_HEADS_OF_STATE = (
    r"[Hh]eads?\s+of\s+(?:[Ss]tate|[Gg]overnment)"
    r"(?:(?:,?\s+and|\s+or|,)\s+(?:[Hh]eads\s+of\s+)?(?:[Ss]tates?|[Gg]overnments?|[Tt]erritories|[Dd]elegations?))*|or\s+their\s+representatives"
)
_HOW_MANY = r"about|nearly|around|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands"
_LEADING = (
    rf"{_HEADS_OF_STATE}|the|The|both|Both|its|their|his|her|our|all|several|senior|high-level|top|various|other|also|then|former|new|late|visiting"
    r"|outgoing|incoming|incumbent|interim|permanent|presidential|acting|recently|newly|appointed|elected|re-elected|many|some|more|than|over"
    rf"|{_HOW_MANY}|of|from|for|including|{PEOPLE}"
    r"|Foreign|Defen[cs]e|Finance|Prime|Ministers?|Leaders?|Heads?|Presidents?|Representatives?|Troops|Forces|Delegations?|Officials?|Envoys?|Government"
    r"|Governments|State|Ships|Kingdom|Republics?|People[’']s|Democratic|Islamic|Federal|Revolutionary|Imperial|Napoleonic|Nazi|Fascist|Communist|Tsarist"
    r"|Affairs|affairs|(?:countries|sides|nations|governments)[’']"
)
"""What may stand before a name of an item: "the foreign ministers of", "several senior"."""
_STYLES = (
    r"Their|Excellencies|Highnesses|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|Baron|Viscount|Viscountess|Earl|Count|Countess|Duke|Duchess|Hon|Honou?rable"
    r"|Right|Rt|Most|Drs|H\.?\s?[EH]|HRH|His|Her|Excellency|Majesty|Highness|Royal|Sayyid|Sheikh|Sheikha|Emir|Amir|Sultan|Ayatollah|Cardinal|Archbishop"
    r"|Bishop|Reverend|Justice|Judge|Commodore|Marshal|Consul|Consul[ -]General|Prince|Princess|King|Queen|Crown|Gen|Lt|Col|Maj|Brig|Adm|Rear|Vice|Capt"
    r"|Sgt|Amb|Sen|Rep|Prof|General|Admiral|Colonel|Major|Captain|Lieutenant|Ambassador|Senator|Dato|Datuk|Datin|Seri|Setia|Paduka|Amar|Pehin|Haji|Hajah"
    r"|Tengku|Tunku|Tun|Tan|Sri|Shri|Smt|U|Daw|M|FM|PM|EAM|Minister|Secretary|Speaker|Chairman|Director|Governor|Negotiator|Counsell?or|Commissioner"
    r"|counterpart|head|leader|king|queen|president|premier|governor|speaker|ambassador|envoy|secretary|minister|chancellor|chairman|chairwoman|director"
    r"|general|commander|commissioner|spokesman|spokeswoman|representative|host|colleague|official|wife|spouse|husband|brother"
    r"|delegation\s+(?:led|headed)\s+by"
)
"""Titles and words for one person, before a name."""
_NAMES = f"[{STATE}{BODY}{PLACE}]"
_NO_LEAD = r"(?:with|by|in|on|at|to|for|from|of|and|or|but|as|that|which|who|whom|than|into|between|among|against|[a-z]+(?:ed|ing))\b"
_NO_OFFICE = r"(?:after|over|under|never|whether|rather|later|earlier|however|either|further|together)\b"
_IN_OFFICE = (
    rf"(?:(?!{_NO_LEAD})[a-z][\w-]*\s+){{0,2}}(?!{_NO_LEAD}|{_NO_OFFICE})"
    rf"[a-z-]*(?:[^s]or|er|ist|man|woman|ant|ent|tive|ary|ian|ess)\s+(?={PERSON})"
)
"""An office in common words: "trade representative Ana Ruiz"."""
WHAT_LEADS = (
    rf"(?:(?:{_LEADING}|an?|{_STYLES})\b(?:\.?,?\s+|\.(?={PERSON}))|(?:my|our|his|her|their|its)\s+(?:[a-z][\w-]*\s+){{1,2}}|{_IN_OFFICE}"
    rf"|{OFFICE}(?:,|\s+and(?:\s+the)?(?=\s+{OFFICE}))?\s+|(?:of|for|to|from|at)\s+(?:the\s+)?{_NAMES}(?:,|(?:\s+and\s+{_NAMES},?))?\s+"
    rf"|(?:[Aa]ssistant|[Aa]dvis[eo]r|[Aa]ide)\s+to\s+the\s+(?={OFFICE}\s+and\s+{OFFICE})"
    rf"|{FOLK}\s+|{_NAMES}(?:[’']s?)?\s+|in\s+{PLACE}\s+|at\s+(?:the\s+)?{FOLK}\s+[Ee]mbassy\s+|\([^)]{{1,12}}\)\s+"
    rf"|(?:[A-Z][\w&-]+\s+(?:and\s+(?=[A-Z]))?){{1,5}}(?={OFFICE}\s)|{PERSON}[’']s?\s+(?={OFFICE}\s+(?:{OFFICE}\s+)?{PERSON}))"
)
"""One of the things that stand before a person's name: a title, an office, whose it is, where it is held."""
_MEN_OF = r"(?:the\s+|senior\s+)*(?:representatives|officials|members|heads|delegates|delegations|envoys)\s+(?:of|from)\s"
SENT_FOR_BODY = re.compile(_MEN_OF)
"""Who comes for a body, in a list of persons."""
_DID = (
    r"(?!retired|appointed|(?:re-?)?elected|designated|armed|united|deposed|ousted)[a-z]+ed\s"
    r"|(?:met|held|said|told|will|has|have|had|was|were|is|are|led|took|made|gave)\s"
)
OFFICE_AFTER = (
    rf"(?!{_MEN_OF}|{_DID})(?:[a-z][\w-]*\s+|{FOLK}\s+|{_NAMES}(?:[’']s?)?\s+){{0,5}}?"
    rf"(?:{OFFICE}|(?:{PEOPLE}|{_STYLES})\b)[^,;.:“”{PERSON}]{{0,80}}?"
)
"""An office told after a name."""
_NAME_OR_SIGN = rf"(?:[{STATE}{BODY}{PLACE}{FOLK}{OFFICE}](?:[’']s?)?|[A-Z][\w’'-]*|\([^)]*\))"
_OF_NAMES = rf"(?:\s+(?:(?:of|for|and|to|in|&)\s+)?(?:the\s+)?{_NAME_OR_SIGN})*"
TITLES_AFTER = rf"(?:the\s+)?(?:{OFFICE}|[A-Z][\w’'-]*){_OF_NAMES}(?:,\s+(?:the\s+)?{_NAME_OR_SIGN}{_OF_NAMES}){{0,3}}"
"""An office told after a name, with its house: no word in small letters but small ones."""
_OF_WHERE = rf"(?:\s+(?:of|from)\s+(?:[Tt]he\s+)?(?:{_NAMES}|e?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}}))?"
_IN_PARENTHESES = r"(?:\s*\([^)]{1,60}\))?"
_AS_WHAT = rf"(?:\s+as\s+(?:an?|the|its)\s+[^,;.“”{PERSON}{EVENT}]{{3,60}}?(?=[,;]|\s+and\s))?"
_TOLD_AFTER = (
    rf"(?:,\s+(?:{TITLES_AFTER}(?=[,;]|\s+(?!(?:of|for|to|in|the)\s)[a-z]|\.?\Z)(?!\s+and\s+{OFFICE}\s+{PERSON})"
    rf"|{OFFICE_AFTER}(?=[,;]|\s+and\s(?!(?:{OFFICE}\s+)+{PERSON})|\.?\Z)))?"
)
_WHO_DID = rf"(?:,\s+(?:who|whose)\s(?:[^,;“”{PERSON}{EVENT}]{{3,90}}(?=,\s)|[^,;“”{PERSON}]{{3,90}}(?=,\s+(?:and|as\s+well\s+as)\s)))?"
A_PERSON = re.compile(
    rf"{WHAT_LEADS}{{0,12}}?(?P<name>{PERSON})(?![’']s?\s+{OFFICE}\s+(?:{OFFICE}\s+)?{PERSON})(?:\s+{OFFICE}(?=[,;]|\s+[a-z]|\.?\Z))?"
    rf"{_OF_WHERE}{_IN_PARENTHESES}{_AS_WHAT}{_TOLD_AFTER}{_WHO_DID}"
)
"""As in "Norwegian Foreign Minister Ana Ruiz of the Progress Party, head of its council, who spoke first,"."""
_MEN_FROM = (
    rf"(?:[{BODY}{FOLK}]\s+(?=[Hh]eads\s|leaders\s|members\s|ministers\s|delegates\s|delegations\s|armies\s|forces\s|troops\s)"
    r"(?=(?:[\w-]+\s+){1,10}from\s))?"
)
_KIND_OF_BODY = (
    rf"(?:(?:(?!{_NO_LEAD})[a-z-]+\s+)?"
    rf"(?:group|militia|party|movement|faction|organi[sz]ation|alliance|coalition|network|rebels|militants|insurgents|guerrillas)\s+(?={BODY}))?"
)
_SHORT_BEFORE_MEN = r"(?:\s*\([^)]{1,12}\)(?=\s+(?:foreign|defen[cs]e|finance|leaders|ministers|heads|members)\b))?"
_ITS_HEADS = r"[Hh]eads\s+of\s+(?:[Ss]tate|[Gg]overnment)(?:\s+and\s+(?:[Hh]eads\s+of\s+)?(?:[Ss]tate|[Gg]overnment))?"
_ITS_MEN = (
    rf"(?:{PEOPLE}|fleets?|Riigikogu|Knesset|Majlis|Bundestag|Duma|Sejm|Riksdag|Storting|Saeima|Seimas|legislatures?|Parliament|Congress|Senate"
    r"|Sailors|Marines|Soldiers|Airmen|Forces|Navy|Navies|Troops|Ministers|Leaders|Presidents)\b"
)
_A_LAND_SAID = r"(?!\s+(?:nation|country|countrie|region|continent|member|allie|citizen|national)s?\b)"
_TOLD_OF_IT = rf"(?:,\s+(?:the|its|an?)\s+[a-z][^,;.“”{PERSON}{STATE}{EVENT}]{{3,70}}(?=,\s+(?:and|as\s+well\s+as)\s))?"
A_STATE = re.compile(
    rf"(?:[Aa]n?\s+(?=(?:[a-z-]+\s+)*{FOLK}))?{_MEN_FROM}(?:(?:{_LEADING})\s+|{OFFICE}\s+(?:of|from)\s+(?:the\s+)?)*{_KIND_OF_BODY}"
    rf"(?P<name>[{STATE}{BODY}{FOLK}]){_SHORT_BEFORE_MEN}{_A_LAND_SAID}"
    rf"(?P<whose>(?:[’']s?)?(?:(?:\s+|-)(?:[A-Z][\w-]+\s+(?:and\s+)?){{0,3}}?(?:{OFFICE}|{_ITS_HEADS}|{_ITS_MEN}))*)"
    rf"(?!(?<=[’']s)\s+[A-Z])(?![-’'\w]){_IN_PARENTHESES}{_TOLD_OF_IT}"
)
"""As in "the foreign ministers of Norway", "Norway's armed forces", "the rebel group Harbour Front (HF)"."""
_CAPITALS = r"[A-Z][\w’'.-]+(?:\s+(?:(?:of|for)\s+)?(?:the\s+)?[A-Z][\w’'-]+){0,6}(?:\s+\([^)]{2,12}\))?"
_SOME_PEOPLE = (
    rf"(?:(?!sent\b|sends\b|deployed\b)[a-z][\w’-]*\s+){{0,4}}(?:{PEOPLE}|countries|nations|powers|partners)\b"
    r"(?:\s+(?:of|from)\s+(?:the\s+)?[a-z][\w -]{2,40}?(?=,|\s+and\s|\Z))?"
)
_MEN_OF_PLACE = rf"{FOLK}\s+{PLACE}|[{PLACE}{FOLK}](?:[’']s?)?\s+(?:[a-z-]+\s+){{0,2}}(?:{PEOPLE})\b"
_ITS_STATES = rf"[{STATE}{BODY}{FOLK}]\s+(?:member\s+)?(?:states|countries|nations|members|powers|partners)"
NOBODY = re.compile(
    rf"(?:(?:{_LEADING}|an?)\s+)*(?:{WHAT_LEADS}*{OFFICE}(?:\s+{_CAPITALS})?|{_CAPITALS}(?:\s+(?:administration|government|regime))?"
    rf"|{_SOME_PEOPLE}|others|{_MEN_OF_PLACE}|{_ITS_STATES})"
    rf"(?:\s+(?:of|for|from|to)\s+(?:the\s+)?{_NAMES})?(?:\s*\([^)]{{1,12}}\))?(?:\s+(?:member\s+)?(?:states|countries|nations))?(?!\w)"
)
"""Those who act without their names: "other senior officials", "the Chilean finance chief", "member states of the Union"."""
