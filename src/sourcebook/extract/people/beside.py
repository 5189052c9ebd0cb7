"""The offices that are written in small letters, and what stands beside one that shows it to be somebody's."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import UPPER

GRADED = (
    r"(?:(?:then|former|ex|current|new|[a-z]+ly[ -][a-z]+(?:ed|en|lar|ful|ial|ent)|elected|outgoing|incoming|acting|interim"
    r"|caretaker|transitional|late|last|first|second|next|present|previous|long-?time|long-serving|veteran|senior|chief|leading|prominent|deposed"
    r"|ousted|de\s+facto|female|top|also|now|currently|himself|herself)[\s-]+){0,3}"
)
"""What is said of an office right before it."""
_TITLE = (
    r"(?:(?:[A-Z][a-z]{1,4}\.|General|Colonel|Major|Admiral|Brigadier|Chief|Sir|Dame|Lord|Sheikh|Professor|Ambassador"
    r"|Captain|Senator|Judge|Justice|Eng|Hon|Dr|Mr|Mrs|Ms)\s+){0,4}"
)
_FIRST = rf"(?:{UPPER}(?:[\w’'-]|\.)[\w.’'-]*|{UPPER}(?=\s))"
_PARTICLES = r"(?:(?:al|el|as|ar|ad|an|ash|bin|bint|ibn|van|von|de|da|di|du|del|dos|der|den|la|le|abu|ould|wa)[\s-]){0,3}"
POSSESSED = re.compile(rf"[A-Z][\w-]+[’']s?\s+{GRADED}\Z")
ITS_ONE = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s+{GRADED}\Z|[a-zA-Z][’']s\s+{GRADED}\Z")
DEFINITE = re.compile(
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|whose)\s+(?:(?:[a-z-]+\s+){{0,2}}[a-z]+[’']s\s+)?{GRADED}(?:[A-Z][\w-]+\s+)?{GRADED}\Z"
)
IS_ONE = re.compile(
    rf"(?:[A-Z][\w’'-]+(?:\s\([^)]*\))?|\b(?:[Ss]?he|who))\s+(?:is|was|remains)\s+(?:(?:currently|now|also)\s+)?(?:the|an?)\s+"
    rf"(?:(?:[A-Z][\w-]+\s+)?(?:(?!(?:of|for|to|in|with|by|at|on|from)\b)[a-z-]+,?\s+){{1,3}}and\s+(?:(?:the|an?)\s+)?)?{GRADED}(?:[A-Z][\w-]+\s+)?\Z"
)
"""In "Ana Ruiz is the current minister of rural development"."""
COMMA_NAME = re.compile(rf",\s*{_TITLE}{_FIRST}\s+{_PARTICLES}{UPPER}[\w’'-]+(?:,|\s+and\b|\s\(|[.;]|\s+[A-Z])")
BY_NAME = re.compile(rf",?\s*{_TITLE}{_FIRST}\s+{_PARTICLES}{UPPER}")
WORD_FOLLOWS = re.compile(rf"\s+{UPPER}(?:[\w’'-]|\.\s?[A-Z])")
APART = re.compile(
    rf"[\w.]\)?,\s+{GRADED}(?:(?:the|an?|its|their|his|her)\s+)?(?:(?:[a-z]+\s+){{1,2}}and\s+(?=(?:former|ex-|then|current)))?{GRADED}(?:(?:the\s+)?[a-z]+[’']s\s+)?(?:[A-Z0-9][\w.’'-]*\s+)*(?:\([A-Z]{{2,8}}\)\s+)?(?:[a-z]+[’']s\s+)?{GRADED}\Z"
)
"""A comma after a name, then whose office it is."""
_LAND = r"(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]+){0,3}"
LANDS = re.compile(rf"\s+of\s+{_LAND}(?:,\s+{_LAND})*,?\s+and\s+{_LAND}(?=,\s+[A-Z])")
TWO_NATIONS = re.compile(r"\b[A-Z]\w+,?\s+and\s+(?:the\s+)?[A-Z]\w+\s+\Z")
"""Of whom several are: "the presidents of Chile and Peru, Ana Ruiz and Luis Vega"."""
SAID = re.compile(r"\s+(?:said(?!\s+that\b)|told)\b")
AN = re.compile(r",\s+an?\s+(?:[a-z-]+\s+)*\Z")
"""In "Ana Ruiz, an aide said, will come" the aide is another."""
BRACKET = re.compile(rf"[a-z]\s\((?:(?:the|an?)\s+)?{GRADED}(?:[A-Z][\w.-]*(?:[’']s)?\s+)?\Z")
DASH = re.compile(rf"[a-z]\s[–—-]\s(?:(?:the|an?)\s+)?{GRADED}(?:[A-Z][\w.-]*(?:[’']s)?\s+)?\Z")
"""The same in brackets, and between dashes."""
SMALL_BODY = re.compile(
    r"\s+(?:of|for|at)\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+){0,3}?"
    r"(?:department|ministry|committee|commission|directorate|office|agency|section|division|delegation|board"
    r"|council|mission|bureau|secretariat|parliament|presidency|administration|forces|staff|army|navy|programme"
    r"|program|task force|working group|faction|party|region|province|city"
    r"|services?|opposition|government|cabinet|senate|assembly|chamber|court|police|fleet|guard|coalition"
    r"|alliance|bloc|association|authority|unit|branch|wing|junta|inquiry|tribunal)\b(?!\s+of\b|[’'])"
)
_NO_FIELD = (
    r"(?!(?:and|of|the|for|who|that|which|whose|said|says|told|has|had|have|is|was|were|are|be|to|in|at|on|with|from|by|during|under|after|before|as"
    r"|now|when|while|where|many|several|some|more|most|years?|two|three|four|five|this|last|next|not|or|but|if|he|she|it|they|a|an|whom|past)\b)"
)
_FIELD_WORD = rf"{_NO_FIELD}[a-z][\w-]*"
ANY_FIELD = re.compile(
    rf"\s+(?:of|for|in\s+charge\s+of)\s+(?:the\s+)?{_FIELD_WORD}(?:\s+(?:and\s+|of\s+(?:the\s+)?)?{_FIELD_WORD}){{0,3}}"
    rf"(?:(?:,\s+{_FIELD_WORD})+,?\s+and\s+{_FIELD_WORD})?"
    r"(?=[,.;)](?!\s[a-z]+,?\sand\s)|\s+at\s+(?:the\s+)?[A-Z])"
)
"""What else somebody heads, in a few small letters: "head of music programming"."""
TO_SOMEBODY = re.compile(
    r"\s+to\s+the\s+(?:president|prime\s+minister|king|queen|premier|chancellor|emir|sultan|governor|minister|presidency|government|cabinet)\b"
)
"""Whom somebody advises, in small letters."""
COMMON = (
    "(?:vice|rear) admiral|admiral|commodore|air chief marshal|air marshal|field marshal|whip|sheriff|superintendent|patriarch|cardinal|rabbi|regent|ombudsperson|co-leader|high representative|top diplomat|chief diplomat|(?:army|navy|air force|police|military|gendarmerie) general|under-?secretary of state|(?:foreign |interior |finance |defen[cs]e |trade )?under-?secretary"
    "|(?:(?:defen[cs]e|military|naval|air|army|cultural|trade|press|commercial|economic|agricultural|police|labou?r) )?attach[ée]|(?:deputy )?(?:chief|head) of mission|(?:additional )?chief secretary|"
    r"(?<=, )deputy(?=\s+[A-Z])|representative(?=\s+of\s+[^,.;]{3,40},\s+[A-Z]|\s+(?:in|to|at)\s+(?:the\s+)?[A-Z])|major(?=[.,;)]|\s+(?:in|at|until|from|under)\s)|"
    "consul[- ]general|minister[- ]counsell?or|(?:legal |general |special )?counsel|emissary|mediator|delegate|midshipman|speechwriter|emperor|empress|queen|tsar|czar|shah|grand vizier|vizier|caliph|maharaja|nawab|khedive|viceroy|infanta|infante|pharaoh|staff director|vice[- ](?:president|chairman|chairwoman|chancellor)|(?:army|navy|naval|air force|military|police|defen[cs]e) chief of staff"
    "|grand mufti|mufti|imam|commissar|consul|magistrate|judge|prosecutor(?![- ]general)|"
    "speaker of parliament|director[- ]general|governor[- ]general|prosecutor[- ]general|first lady|military ruler|ruler|(?:central bank|reserve bank|provincial|county|regional|district|state) governor"
    "|(?:committee|board|party|council|commission) (?:chair(?:man|woman|person)?|president|secretary)|(?:federal |district |high court |supreme court )?judge|(?:chief |federal |public |state )?prosecutor|"
    r"staff sergeant|master sergeant|sergeant|corporal|lieutenant[- ](?:colonel|general)|major general|brigadier general|brigadier|principal investigator|primary investigator|lead investigator|chief investigator"
    r"|legislator|lawmaker|assemblyman|assemblywoman|parliamentarian|alderman|spymaster|councillor|councilman|councilwoman|state (?:legislator|lawmaker|senator|representative)|representative(?=\s+[A-Z])|"
    "boss|registrar|manager|general manager|treasurer|special assistant|coach|head coach|producer|executive producer|congressman|congresswoman|"
    "chief justice|chief minister|(?:police|high|election|electoral|tax|customs|information|human rights) commissioner|commissioner|(?:regional|provincial|state) president|akim|khokim|hokim|voivode|ameer|rector|dean|provost|ombudsman|ombudswoman|prefect|archbishop|bishop|emir|sultan|crown prince(?:ss)?|majority leader|minority leader|"
    "(?:attorney|solicitor|auditor|prosecutor|comptroller|advocate|surgeon)[- ]general|chief (?!police|medical examin)(?:[a-z]+ ){1,3}officer|chief (?:economist|scientist|strategist)|chief executive|executive secretary|permanent representative|chargé d[’']affaires|deputy foreign minister"
    "|(?:(?:foreign )?(?:trade|investment)|(?:state|federal|national|provincial|regional) (?:agriculture|health|education|finance|home|transport|energy|industry|labou?r|environment|water|tourism|culture|justice|law|revenue|forest|power|planning|information)|finance|interior|health|energy|trade|oil|economy|education|transport|justice|agriculture|environment|culture|labou?r|home|information|planning|tourism|industry|water|mining|mines|fisheries|sports?|science|technology|digital|communications|immigration|migration|development|investment|commerce|infrastructure|climate|security|external affairs|foreign affairs|economic affairs|european affairs|social affairs|housing|youth|armed forces|overseas|equality|equalities|integration|civil aviation|shipping|textiles|railways|urban affairs|rural affairs|labou?r relations|home affairs|internal affairs|public health|higher education|religious affairs|women[’']s affairs"
    "|veterans[’']? affairs|rail(?:way)?s?|roads?|petroleum|power|electricity|gas|aviation|forestry|lands?|maritime|media|welfare|social welfare"
    "|(?:public )?works|local government|irrigation|food|natural resources|research|innovation|family|gender|regional development) minister"
    r"|(?:diplomatic|army|navy|air force|police|intelligence|security|military|armed forces|defen[cs]e|party|trade|foreign[ -]policy|aid|climate|human rights|refugee|migration|policy|spy|nuclear|rebel|union|fire|naval|fleet|UN|humanitarian|election|customs|prison|judiciary|bureau|station|village|township|church|central bank|cabinet|campaign|government|ministry) chief|(?:junta|floor|caucus|house|bloc|opposition|party|rebel|militia|coup|spiritual|supreme|union|tribal|guerrilla|separatist|faction|military|community) leader|coordinator(?=\s+(?:[A-Z]|of\s))|resident coordinator|country director|managing director|regional director|country representative|special rapporteur|rapporteur|chief (?:(?:nuclear|trade|peace|climate) )?negotiator|(?:nuclear|trade|peace|climate) negotiator|negotiator"
    "|(?:platoon|squad|team|section|flight) leader|(?:army|navy|naval|air force|military|police|base|fleet|militia|rebel|regional|company|battalion|brigade|squadron|division|regiment|station|garrison|mission|wing|group|task force|ground) commander|chairperson|co-chair(?:man|woman|person)?|(?:non-commissioned )?officer[- ]in[- ]charge|press secretary|presidential (?:aide|candidate|nominee|advis[eo]r|envoy|spokes(?:man|woman|person)|administrator)|trade (?:commissioner|representative|secretary)|aide"
    "|head of state|head of government|president-elect|prime minister-elect|premier|president|vice president|prime minister|deputy prime minister|foreign minister|defen[cs]e minister|(?:state|junior|cabinet) minister|minister|secretary of state|secretary general|secretary-general"
    "|chairman|chairwoman|chair|head|leader|deputy head|director|executive director|director[- ]general|commander[- ]in[- ]chief|commander|deputy commander|commandant|chief of staff|spokesman|spokeswoman|spokesperson"
    "|inspector general|ambassador|special envoy|envoy|special representative|governor|mayor|senator|national security advis[eo]r|advis[eo]r|professor emeritus|associate professor|professor|research fellow|senior fellow|fellow"
    "|general secretary|(?:permanent|state|cabinet|principal|private|party|business|culture|environment|labou?r|commerce|interior|housing|communications|homeland security|foreign|home|defen[cs]e|finance|health|trade|energy|transport|education|justice|agriculture|treasury) secretary|secretary|(?:(?:upper|lower) house|parliament|parliamentary|assembly|senate|house) speaker|(?:senate|parliament|assembly|council) president|speaker|chancellor|king|founder|co-founder|nominee|candidate|first lieutenant|second lieutenant|lieutenant|captain|colonel|general|editor[- ]in[- ]chief|editor|correspondent|reporter|member|chief|deputy director|deputy minister|analyst|expert|lawyer|attorney"
)
NATIONAL_BODY = re.compile(
    r"\s+(?:(?:foreign|defen[cs]e|interior|trade|armed|security|air|ground|naval|opposition|central|supreme|national|parliamentary|ruling|presiding)\s+)?"
    r"(?:embassy|consulate|ministry|government|army|forces?|navy|parliament|presidency|delegation|police|mission|bank|party|command|administration|bloc|upper house|lower house|coalition|cabinet|court|association|federation|chamber|council|commission|secretariat|assembly|committee|(?<=presiding )board|diplomacy|(?:intelligence|secret|security)(?:\s+(?:services?|agency))?)\b"
)
"""What may follow a nationality: "the Indonesian embassy"."""
