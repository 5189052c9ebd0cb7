"""The words of events: named ones, common nouns with what leads and follows them."""

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.phrases import MONTH, WEEKDAY, every
from sourcebook.extract.phrases import words as words_of

CAPITALISED = r"[A-Z][\w–-]*+(?:\.[A-Z]\.?)*(?:-[A-Z][\w–-]*)?"
_CARDINAL = "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
_ROUND_OF = (
    rf"(?:The\s+)?(?:\d{{1,4}}(?:st|nd|rd|th)|{_CARDINAL}|Extraordinary|Ordinary|Emergency|Special|Inaugural|Annual|Ministerial|Plenary|Opening|Closing|Biennial)\s+"
    rf"(?:{CAPITALISED}\s+){{0,3}}(?:Session|Meeting|Round|Summit|Conference|Dialogue|Ministerial)\s+of\s+"
)
_WHOSE = rf"(?:the\s+)?{CAPITALISED}(?:(?:[’'](?=\s+[A-Z]))?\s+(?:(?:of|on|for|and)\s+(?:the\s+)?)?{CAPITALISED}){{0,14}}"
_OF_HISTORY = (
    rf"(?:(?:{_CARDINAL})\s+(?:{CAPITALISED}\s+)?(?:Council|Congress|Synod) of (?:the )?(?!State|Ministers|Europe){CAPITALISED}(?:\s{CAPITALISED})*"
    r"|Council of (?:Nica?ea|Trent|Chalcedon|Ephesus|Constance|Constantinople|Florence|Basel|Clermont|Pisa|Lyon)|Diet of (?:Worms|Augsburg)|Synod of (?:Whitby|Dort)"
    r"|Congress of (?:Vienna|Berlin|Lausanne|Verona|Panama|Laibach|Troppau|Rastatt|Angostura|Aix-la-Chapelle|Chilpancingo|Tucumán))"
)
"""Councils and congresses, of a time, not bodies that last."""
OF_HISTORY = re.compile(_OF_HISTORY)
NAMED = re.compile(
    rf"\b(?!(?:Prevent|End|Stop|Resolve|Avoid|Manag|Mitigate|Address|Counter|Ending|Wage|Win)(?:s|ed|ing)?\s)"
    rf"(?:(?:Global )?[Ww]ar on [Tt]error(?:ism)?\b|(?:State|Official|Royal) Visit(?:\s+to\s+(?:the\s+)?{CAPITALISED}(?:\s{CAPITALISED})*)?|World\s+War\s+(?:I{{1,3}}(?!\w)|One|Two|Three)|(?:First|Second|Third) World War|Cold War|(?:The )?War of (?:\d{{4}}|(?:the )?{CAPITALISED}(?:\s{CAPITALISED})*)|(?:\d{{4}}(?:[–-]\d{{2,4}})?\s+)?(?:{CAPITALISED}\s+){{0,2}}(?:(?<=[Tt]he )(?<!between the ){CAPITALISED}\s+and\s+(?={CAPITALISED}\s+War\b))?{CAPITALISED}(?:[’']s?)?\s+(?:[Cc]ivil [Ww]ar|proxy (?:war|conflict)|Insurgency|Offensive|Clashes|War of Independence|[Ww]ars?|[Cc]onflict|[Cc]risis|[Rr]evolution|Spring|[Uu]prising|[Ii]ntifada|[Rr]ebellion|[Rr]evolt|[Ii]nsurrection|[Ii]ncident|Affair|Purchase|Depression)(?!\w)(?!\s+(?:I{{1,2}}|One|Two)\b)(?!\s+(?:Games|Memorial|Museum|College|Office|Cabinet|Graves|Crimes))"
    rf"|{_ROUND_OF}(?!(?:the\s+)?(?:Heads|Leaders|Ministers)\s+of\s){_WHOSE}"
    rf"|(?:Special\s+)?Military Operation\b"
    rf"|Operation:?\s+(?!Cent(?:re|er)|Room|Manager|Division|Director|Commander|Officer){CAPITALISED}(?:[’']s)?"
    rf"(?:\s+{CAPITALISED})*"
    rf"|(?:\d{{1,3}}(?:st|nd|rd|th)\s+)?"
    rf"(?!(?:Prime|Foreign|Defen[cs]e|Vice|Deputy)\s(?:Minister|President)\b(?![’'])"
    rf"|(?:Minister|President|Chair|Chairman|Chairwoman|Chairperson|Co-[Cc]hair|Secretary|Director"
    rf"|Commissioner|Ambassador|Host|Leader|Governor|Member)(?:\s(?:of|and)|[\s-][Gg]eneral)\b)"
    rf"(?:{CAPITALISED}(?:\+\d\d)?[’']?\s+(?:\([A-Z]{{2,8}}\)\s+)?"
    rf"(?:and\s+(?={CAPITALISED}\s)|of\s+(?=(?:the\s+)?{CAPITALISED}\s)(?:the\s+)?)?(?:(?:2\+2|(?<=Rio )\d\d|(?<=COP )\d\d|(?<=\bG )\d{{1,2}})\s+)?){{1,7}}"
    rf"(?:(?:Mini-)?Summits?|(?:Peace )?Process|Conference|Forum|Olympics|Games|Talks|Exercise|Festival"
    rf"|Referendum|Elections?|Dialogue|Meeting|Retreat|Ministerial|Expo|Fair|Consultations?)"
    rf"(?=\s+(?:and\s+)?[a-z]|-Plus\b|\s+Plus\b|\s+(?:{CAPITALISED}\s){{0,3}}(?:Ministers|Leaders|Chiefs)[’']\s"
    rf"|[.,;:)’']|\s+\(|\s+\d{{4}}|\s[“\"«]|[”\"»])"
    rf"(?:\s+\d{{4}}|\s[“\"«][^”\"»\n]{{3,90}}[”\"»]"
    rf"|(?:(?<=Ministerial)|(?<=Dialogue)|(?<=Consultations)|(?<=Process))\s(?:meetings?|sessions?)\b|-Plus"
    rf"|\s[Pp]lus\b|\s(?:{CAPITALISED}\s){{0,3}}(?:Ministers|Leaders|Chiefs)[’']\s[Mm]eeting\b"
    rf"|(?<=Summit)\sof\s(?:the\s)?{CAPITALISED}(?:\s(?:of\s|and\s|the\s)*{CAPITALISED})*"
    rf"|\sof Heads of States?(?: and Governments?)?"
    rf"(?:\sof\s(?:the\s)?(?:Central|South|East|West|North|Southeast)\s{CAPITALISED})?"
    rf"|\s(?:for|on)"
    rf"(?!\s(?:{WEEKDAY}|{MONTH})\b)(?:\s(?:the\s|and\s)?{CAPITALISED})+)?"
    rf"|(?<=[Ee]xercise )(?:{CAPITALISED}(?:[ -](?:\d{{2,4}}|{CAPITALISED})){{0,3}})(?=\s+(?:[a-z]|\d)|[.,;)])"
    rf"|(?:{CAPITALISED}\s+){{1,3}}(?:(?:naval|military|joint|bilateral|multinational|air)\s+)*"
    rf"(?:exercise|drills|war games)\b(?!s)"
    rf"|{_ROUND_OF}{_WHOSE}"
    rf"|(?:(?:{_CARDINAL})\s+)?(?:Battle|Siege|Fall|Sack|Invasion|Conquest|Annexation|Occupation|Bombing) (?:of|for) (?:the )?{CAPITALISED}(?:\s(?:{CAPITALISED}|\d+))*"
    rf"|(?:\d{{4}}(?:[–-]\d{{2,4}})?\s+)?(?:{CAPITALISED}\s+){{1,4}}(?:Grand Prix|Cup(?: of Nations)?(?: [Ff]inals?)?|Championships?|Super Bowl)(?! (?:[Ww]inners?|[A-Z]))"
    rf"|\d{{4}}\s+(?:{CAPITALISED}\s+){{1,4}}(?:Challenge|Marathon|Rally|Regatta|Derby|Masters|Playoffs|Finals?)\b(?! [A-Z])|Marathon (?:of|for) {CAPITALISED}"
    rf"|(?:\d{{4}}\s+)?(?:(?:{CAPITALISED}\s+){{0,2}}(?:Constitutional|Ratifying|Ratification|Secession|Nominating)|Virginia|Annapolis|Philadelphia|Hartford|Federal"
    rf"|(?:Democratic|Republican)(?:\s+National)?)\s+Convention\b(?!\s+(?:on|for|[A-Z]))(?:\s+of\s+\d{{4}})?"
    rf"|{_OF_HISTORY}|(?:Hurricane|Cyclone|Typhoon|Storm)\s+{CAPITALISED})"
)
_NAMING = words_of(
    "War war Wars Visit Conflict conflict Crisis crisis Revolution revolution Spring Uprising uprising Intifada "
    "intifada Rebellion rebellion Revolt revolt Insurrection insurrection Incident incident Affair Purchase Depression Operation Summit Summits Process Conference "
    "Forum Olympics Games games Talks Exercise exercise drills Festival Referendum Election Elections Dialogue "
    "Meeting Retreat Ministerial Expo Fair Consultation Consultations "
    "Insurgency Offensive Clashes Invasion Conquest Annexation Occupation Bombing Prix Cup Championship Championships Bowl "
    "Session Round Battle Siege Fall Sack Hurricane Cyclone Typhoon Storm "
    "Challenge Marathon Rally Regatta Derby Masters Playoffs Final Finals Council Congress Synod Diet Convention"
)
_ENDLESS = ("State Visit", "Official Visit", "Royal Visit", "Cold War", "xercise ")


def beginnings(document: Document) -> list[int]:
    """Where `NAMED` can begin."""
    return sorted([*document.capitals, *document.numbers, *document.where(_WAR)])


_WAR = frozenset(["war"])


def naming(document: Document) -> list[int]:
    """Where words stand without one of which in a sentence `NAMED` finds nothing there."""
    # What may be a part of a longer word is no word of the document.
    return sorted([*document.where(_NAMING), *(at for words in _ENDLESS for at in every(words, document.text))])


MISSION = re.compile(
    rf"\bSTS-\d{{1,3}}\b|\bExpedition\s\d{{1,3}}\b(?!\s[A-Z])|\bCOP\s?\d{{1,2}}\b|\b(?:{CAPITALISED}\s+){{0,4}}(?:Policing|Support|Presence|Guardian)\s+[Mm]ission\b"
    rf"|\b[Ee]nhanced\s+Forward\s+Presence(?:\s+mission)?\b"
)
"""Missions and conferences of parties, which few texts name."""
_PRIMARY = r"primary(?: election)?(?![\w-]|\s(?:debates?|opponents?|voters?|challengers?|campaigns?|ballots?|season|race|electorate))"
STRONG = (
    "courtesy (?:calls?|visits?)"
    "|(?:(?:state|official|working|gala|welcome|banquet|informal) )?"
    "(?:banquet dinner|dinner|lunch|luncheon|banquet)"
    "(?= "
    "(?:in honou?r|for (?:the )?[^.;,]{0,30}(?:leaders|ministers|presidents|delegat)"
    "|with (?:the )?[^.;,]{0,30}(?:leaders|ministers|presidents|delegat))"
    "|,? (?:which )?(?:(?:was|will be) )?(?:also )?(?:attended|hosted) by)"
    "|(?:state|official|working|gala) (?:dinner|lunch|luncheon|banquet)|luncheon meeting"
    "|(?:extra)?ordinary (?:sessions?|meetings?)|roundtable|press (?:appearance|availability|briefing|point)"
    "|calls?(?= with (?:the )?[A-Z])|videoconference(?! (?:meeting|format|mode|link|call))"
    "|telephone (?:conversations?|call|calls(?= (?:with|between) )|talks?)"
    "|phone (?:conversations?|call|calls(?= (?:with|between) ))|(?:video|introductory|conference) call|assassination attempt|military takeover"
    "|forum(?= on)|summit meeting|press conference|news conference|confirmation hearing|business forum|economic forum|investment forum"
    "|trade forum|conference|summit|seminars?|symposium|workshop|ceremony|referendum|elections?|coup attempts?"
    "|attempted coups?|coups? d[’']état|coups?|(?:royal|papal|private) audience"
    "|reception(?= (?:for|in honou?r of) )|(?:bilateral|trilateral) talk|talks|negotiations|consultations|interview"
    "|drills|exercises"
    r"|ministerial"
    r"(?!\s+(?:or|and)\s+[\w-]+\s+levels?"
    r"|\s+"
    r"(?:sessions?|meetings?|rounds?|councils?|committees?|statements?|declarations?|delegations?|posts?"
    r"|portfolios?|visits?|talks|decrees?)\b)|conclave"
    r"|(?:leaders[’']? |ministers[’'] |ministerial |forum |summit )retreat|mini-summits?|inauguration|round-?table|round table(?= (?:on|with|discussion|meeting|held|organi[sz]ed|in|of)\b)"
    r"|floods|famine|tsunami|festival|exhibition|trade fair|anniversary|town halls?(?! of\b)|protests"
    r"|demonstrations|rallies|rally(?= (?:in|at|outside|against) )|uprising"
    rf"|(?<=Republican ){_PRIMARY}|(?<=Democratic ){_PRIMARY}"
    r"|airstrikes?|air strikes?|air-strikes?|civil war|genocide|massacre|peace process|earthquake"
    r"|war games|military parade|debate(?= (?:with|between) (?:the )?[A-Z])|(?<=presidential )debate|(?<=televised )debate"
    r"|car (?:accident|crash)|bus (?:accident|crash)|train (?:accident|crash)|plane crash|helicopter (?:accident|crash)|road accident|traffic accident"
    r"|webinars?|colloquium|hackathon|(?:air|trade|motor|boat) ?shows?|(?:book|job|science|investment) fair|roadshow|loya jirga|biennale"
    r"|funeral(?! (?:homes?|parlou?rs?|directors?|rites|costs|expenses|prayers?|pyre|procession|cort))|swearing-in(?: ceremony)?|swearing in(?= of )|state funeral|coronation|investiture|royal wedding|by-elections?|run-?off(?: election| vote)?(?= (?:in|on|between|against) )"
    r"|plebiscite|putsch|sit-ins?|panel discussion|side event|launch event|commemoration|commemorative event|iftar(?: (?:dinner|reception|banquet))?|gala dinner|naval review|fleet review|flypast"
    r"|joint patrols?|airlift(?= (?:of|to|from) )|hijacking(?= of )|shoot-?out(?= (?:with|between|in|at|near) )|riot(?= (?:in|at|near|by) )"
    r"|protest(?= (?:in|at|outside|organi[sz]ed|by|called) )|national day reception|reception(?= (?:held|hosted|organi[sz]ed|attended|to mark|marking|at) )|plenum(?= of )|centenary celebrations"
    r"|motorcycle (?:accident|crash)|boat accident|aircraft (?:accident|crash)"
)
WEAK = (
    "campaign|operations?|offensive|battle|fight|siege|liberation|fall|isolation|recapture|assault|advance|strikes?"
    "|attacks?|bombings?|explosions?|blasts?|rioting|Rioting|riots|massacre|meetings?|discussions|visits?|trips?"
    r"|dialogue|civil war|war|conflicts?|crisis|session|cyclone|storm|hurricane|clashes|Clashes(?= [a-z])"
    r"|(?<=border )clash|(?<=armed )clash|(?<=armed )confrontations?|(?<=military )confrontations?"
    r"|clash(?= (?:in|at|along|near|on) )|(?<!of )discussion(?= (?:between|among|with) )|fighting(?! against)"
    r"|Fighting(?= (?:in|over|between|broke|began|has|had|ended|erupted|intensified|continued|resumed)\b)|bombardment|shelling|evacuation"
    r"|crackdown|mutiny|(?<!industrial )(?<!technological )(?<!digital )revolution|revolt|insurrection|expedition|(?:armed |independence |liberation )struggle|interventions?"
    r"|occupation|insurgency|rebellion|incursion|intrusion|summits|blockade|standoff|hostage crisis"
    r"|consultations|briefing|tour|invasion|conversation|annexation|aggression|shooting down(?= of )|downing(?= of )|shooting|raids?"
    r"|firefights?|gun (?:battles?|fights?)|gunbattles?|gunfights?|counter-attacks?|counterattacks?|counter-offensives?|counteroffensives?|conquests?|invasions|final match|final(?= (?:was|is|will be) (?:played|held|contested))|missions(?= (?:in|to) [A-Z])"
    r"|kidnapping|assassination|delegation visit|congress|forum|opening|negotiation|exercise|drill|mission"
    r"|roundtable|(?:high-level|general) debate"
    r"|(?:deployment|withdrawal)(?= of (?:[\w.-]+ ){0,4}(?:troops|forces?|soldiers|contingents?|peacekeepers))"
    r"|ambush|collapse(?= of (?:the )?[A-Z])|dissolution(?= of (?:the )?[A-Z])|break-up(?= of (?:the )?[A-Z])|breakup(?= of (?:the )?[A-Z])"
    r"|(?<=[Tt]he )(?<!of the )(?:Revolution|War|Rebellion|Uprising|Dialogue|Session)(?![\w’']|[\s-]+[A-Z]|\s+(?:of|on|in|against|for|and)\s)"
    r"|(?:Round|Session)(?=(?:,? which)? (?:was|were|is|will|has|had|took|takes|held|reviewed|discussed)\b)"
    r"|reunification|surrender|pandemic|(?<!essation of )hostilities|Hostilities"
    r"|(?<!based )(?<!sexual )(?<!domestic )violence"
    r"|(?<=missile )tests?|(?<=missile )launches|(?<=missile )launch|(?<=nuclear )tests?|incidents(?= (?:at|near) (?:the )?[A-Z])|meltdown|pilgrimage(?= to (?:the )?[A-Z])"
)
ADJECTIVE = (
    r"2\+2|arms control|arms|treaty|accession|cooperation|co-operation|disarmament|reconciliation|unity|coalition|status|final status"
    r"|proximity|direct|indirect|goodwill|technical|exploratory|follow-up|courtesy|training|symbolic|defen[cs]e"
    r"|economic|expert|high-profile|eighth|ninth|tenth|eleventh|twelfth"
    r"|[\w]+-(?:day|year|month|week|hour|nation|party|way)|fourth|fifth|sixth|seventh|luncheon|historic|forthcoming"
    r"|planned|ongoing|latest|brief|surprise|unannounced|landmark|successful|productive|fact-finding|liberation"
    r"|peacekeeping|car|truck|security|emergency|guerrilla|border|overseas|foreign|maiden|hybrid|combined|live-fire|wreath laying|award|handover"
    r"|groundbreaking|ground-breaking|flag-raising|swearing-in|quadrilateral|trade|welcome|cease-?fire|nuclear"
    r"|climate|tariff|security policy|strategic|diplomatic|farewell|midterm|snap|local|federal|municipal"
    r"|consultative|joint committee|joint commission|committee|commission|working-level|closed-door|face-to-face"
    r"|emergency|preparatory|intergovernmental|wreath-laying|signing|precision|donors?[’']?|pledging|investment"
    r"|hostage|barrel bomb|roadside bomb|gun|grenade|mortar|chemical weapons|reprisal|retaliatory|revenge|gas"
    r"|(?:intra|inter|pan)-[A-Z][\w]+|terrorist|terror|armed|aerial|drone|missile|rocket|cross-border"
    r"|counter-terrorism|counterterrorism|humanitarian|relief|multinational|trilateral|special|inaugural"
    r"|extraordinary|virtual|informal"
    r"|(?:foreign |defen[cs]e |finance |trade |energy |health |interior |prime )?(?:ministers|leaders)[’']?|news"
    r"|phone|telephone|precision|military|joint|bilateral|trilateral|peace|car bomb|suicide|suicide bomb|terrorist"
    r"|chemical|civil|presidential|parliamentary|gubernatorial|general|annual|quarterly|developers[’']?|televised|international|legislative|mayoral|provincial|gubernatorial"
    "|regional|national|financial|banking|ballistic|coronavirus|ministerial|high-level|official|state|working|first|second|third|recent|last|naval|command post"
    "|anti-terrorist|opening|closing|press|summer|plenary|previous|upcoming|donor|security|ground|air|global"
    "|political|separate|council|cabinet|board"
    r"|(?:anti|pro)-(?!air|aircraft|tank|submarine|missile)[a-z]+"
)
STOP = (
    r"(?:never|not|now|then|soon|already|still|yesterday|today|tomorrow|here|there|happened|resumed|started|killed"
    r"|left|marked|showed|failed|collapsed|opened|concluded|caused|triggered|forced|prompted|followed|focused"
    r"|discussed|included|injured|wounded|sparked|shook|rocked|he|she|they|it|we|you|I|whose|whom|both|than"
    r"|beginning|starting|becoming|being|may|might|can|could|must|should|shall|serves?|constitutes?|represents?"
    r"|demonstrates?|provides?|becomes?|marks|highlights|reflects|underscores|underlines|amid|within|among"
    r"|until|till|if|despite|without|came|comes|takes|brought|gets|got|due|scheduled|slated|planned|held|set"
    r"|including|in|at|by|on|that|which|who|was|were|is|are|has|have|had|will|would|with|as|against|near|and|or"
    r"|but|during|from|after|before|since|while|when|where|took|said|through|into|also|remains?|continues?"
    r"|detaining|capturing|arresting|targeting|using|destroying|reporting|claiming|saying|according|resulting|damaging|seizing|prompting|sparking|displacing|spread|erupted|escalated|intensified|went"
    r"|known|continued|ceased|lasted|ensued|began|ended|heard|hears|saw|drew|draws|gathered|featured|brings|kicked|kicks|opens|currently|underway|rather|does|over|how|what|why|whether|because|causing|killing|wounding|injuring|leaving"
    r"|[a-z]{3,}(?:ously|ively|edly|ngly|ntly|cially))\b"
)
NUMBERED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural)\s\Z|(?<![\w.])(?:[A-Z]\.){2,}\s?[-–]\s\Z"
)
"""What may lead an event's name and is a part of it: "second", and a party as in "the U.S. – Chile Trade Dialogue"."""
_WORD = r"(?:(?:[A-Z]\w+[-–])?(?:[A-Z]\.){2,}(?:\s?[-–]\s?[A-Z][\w’'-]*|[\w’'-]*)|[\w’'-]+(?:–[A-Z][\w’'-]+)*)"
NOUN = re.compile(
    rf"(?<!-)\b"
    rf"(?P<lead>(?:(?!air[\s-]+strikes?\b)(?:{ADJECTIVE}|{CAPITALISED}(?:[’']s|(?<=s)[’'])?|\d{{4}}|\d{{1,4}}(?:st|nd|rd|th))\s+){{0,4}})"
    rf"(?:(?P<strong>(?i:{STRONG}))|(?P<weak>{WEAK}))\b(?!-)"
    rf"(?!\s+"
    rf"(?:[Rr]ooms?|[Hh]alls?|[Cc]ent(?:re|er)s?|tables?|councils?|levels?|commissions?|committees?|officials?"
    rf"|observers?|monitors?|workers?|leaders?|partners?|platforms?|plotters?|results|victory|win|laws?|agreements?|accords?"
    rf"|deals?|pacts?|treaty|calls?|teams?|managers?|directors?|ads?|adverts?|advertis\w+|spokes\w+|slogans?|promises?|pledges?|staff|trail|styles?|rifles?|skills?|tactics)\b)"
    # The men of a candidate: "Ruiz's campaign did not respond".
    rf"(?!(?<=campaign)\s+(?:did\s+not\s+(?:respond|reply|return|comment)|(?:said|says|declined|denied|issued|responded|tweeted|told|aides?)\b))"
    rf"(?!\sof\sits\skind)"
    rf"(?P<of>(?:\s+of\s+aggression(?=\s+against\s))?\s+(?:targeting|Against|over(?!\s+(?:it|them|this|that|these|those|here|there|how|what|whether|who|which|where)\b)|on(?!\s+(?:the\s+)?(?:behalf|sidelines|margins|[\w’']+\s+sidelines))|for|of|against|with|between)\s+(?!each other\b|one another\b|(?:how|what|why|whether|which|whom)\b)(?:the\s+|an?\s+)?{_WORD}(?:\s+(?!an?\s)(?:and(?!\s+(?:report|conduct|detain|facilitat|attack|captur|kill|caus|forc|lead|leav)ing\b)(?!\s+(?:the|an?|this|his|her|its|their|other|today|yesterday|last|first|second|also|then|to|in|on|of)\b)\s+|of\s+|the\s+|from\s+)?(?!{STOP}|(?:to|this|these)\b|-){_WORD}){{0,4}}"
    rf"|\s+to\s+(?!the\b|a\b|an\b|be\b|{CAPITALISED})[a-z]+(?:\s+(?!{STOP})[\w’'-]+){{0,7}})?"
)
ACTED = frozenset(
    ["offensive", "campaign", "operation", "operations", "advance", "attack", "attacks", "raid", "raids", "assault", "strikes"]
)
"""What is done with something."""
VIOLENT = words_of(
    "attack attacks bombing bombings explosion explosions blast blasts rioting Rioting riots shooting clash clashes Clashes confrontation confrontations fighting strike "
    "strikes conflict war siege offensive massacre crisis crackdown raid raids invasion incursion assault revolution revolt rebellion insurrection uprising mutiny "
    "firefight firefights gunfight gunfights counterattack counterattacks counter-attack counter-attacks counter-offensive counteroffensive conquest conquests invasions "
    "downing violence hostilities Hostilities occupation intervention interventions incidents meltdown"
) | {"shooting down"}
"""Nouns of what is done to somebody, which the place tells apart."""

LED_NOUN = re.compile(r" (?:exercise|drill|summit|conference|meeting)\b")
HEADLINE = re.compile(
    rf"(?:{CAPITALISED}\s+){{1,4}}?(?:Conducts?|Holds?|Host|Hosts|Launch(?:es)?|Begins?|Ends?|Starts?|Opens?|Attends?|Joins?|Condemns?|Resumes?|Conclude[sd]?|Announces?|Plans?)"
    r"\s+(?=[A-Z])"
)
"""What stands before an event in a headline: "Forces Conduct Air Strikes"."""
TWO_EVENTS = re.compile(
    r"(?P<one>\s(?:Summit|Conference|Forum|Talks|Consultations|Dialogue|Meeting|Games|Exercise))\s+and\s+"
    r"(?:the\s+)?"
    r"(?=[A-Z][\w-]*\s+(?:[A-Z][\w-]*\s+)*?"
    r"(?:Summit|Conference|Forum|Talks|Consultations|Dialogue|Meeting|Games|Exercise)\b)"
)
ON_SCREEN = re.compile(r"(?i)\b(?:via|through|over|by)\s+(?:an?\s+|secure\s+)*video[\s-]?conference\Z")
"""How people met who did not come."""
WHICH_IS = re.compile(r"\bwhich\s+(?:is|was)\s+(?:an?|the|its)\s+(?:[a-z-]+\s+)?\Z")
HELD_FOR = frozenset(["ceremony", "reception"])
