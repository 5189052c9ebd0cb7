"""Words of the rules for areas of cooperation, and those with which a list of areas opens."""

from sourcebook import lazy_re as re
from sourcebook.extract.phrases import phrases, words

GENERIC = words(
    "principle principles manner manners call calls foundation foundations footing conditions complementarity "
    "trilateral era fora relationships subsectors subsector responses response answers approach approaches "
    "challenges challenge negotiations tactics agencies forces delegation discussion discussions population "
    "executives leaders experts firms businesses students scientists companies first second third days sidelines "
    "occasion margins eve behalf opening closing operations ministry his her their consultations fight shift area "
    "areas field fields sphere spheres sector sectors issue issues matter matters side sides country countries "
    "cooperation "
    "co-operation collaboration relations relationship ties interest interests concern topic topics other others everything way ways "
    "level levels part parts number range variety world people time year years mutual common region regional things basis framework "
    "spirit context partnership leaders ministers situation developments progress implementation agenda steps efforts ability view "
    "views opportunity opportunities state states government governments nature form forms kind problems officials sources delegations "
    "agreement agreements memorandum memoranda mou mous protocol treaty visit meeting meetings talks reporters "
    "journalists questions terms programme "
    "programmes program programs plan plans draft drafts documents document cause course trust understanding friendship solidarity "
    "contacts alliance table ground light line case fact day week month morning nation nations question possibility possibilities "
    "effort attempt bid endeavour endeavor prospects importance need needs role measures action actions results result outcome outcomes success history future past present lockstep tandem unison hostilities system systems times stage"
)
"""Nouns that name no field by themselves."""
WEAK = words(
    "democracy ports port industry emergencies emergency diplomacy immigration freedom security aid support peace "
    "development defence defense health media sport research communications environment construction space "
    "exports imports training military economy rebuilding population"
) | {"political dialogue", "civil society", "standards", "global security", "human rights"}
"""Fields that are common words too: believed in lists and after cues only."""
NOUNS = words(
    "security defence defense energy health education technology agriculture culture investment trade tourism "
    "transport climate science environment finance infrastructure"
)
"""Fields by a noun: two of them before "cooperation" are two fields."""
LEADING_WORDS = words(
    "bilateral also further providing strong stronger close closer growing greater enhanced solid robust firm deep "
    "deeper broad broader increased continued improved better shared important core vital"
)
"""What leads a field's name without being of it."""
FIELDS = NOUNS | words(
    "water development peace stability prosperity politics climate nuclear governance migration growth business "
    "manufacturing mining weapons terrorism trafficking piracy diplomacy aid industry science sports arts labour "
    "labor employment welfare justice wildlife"
)
"""Words that are fields by themselves where they end a list."""
SIGNS = words(
    "operat coordinat provid assist work effort collaborat partner bilateral relation ties links trade agenda area field sphere "
    "sector domain joint exchange discuss prospect expand strengthen deepen memorand agreement interaction engagement dialogue issue "
    "arrangement initiative linkages synerg focus support expertise help step boost enhanc intensif develop deal accord pact treaty "
    "assistance"
)
"""Parts of words; and beginnings, and several words: without any of them, and without a list, no pattern matches."""
BEGINNINGS = ("aid", "mou", "talks", "talked", "spoke", "conferred", "touched", "together", "pool", "topics")
PHRASES = phrases(
    "people-to|common interest|shared interest|mutual interest|common commitment|shared commitment|mutual commitment|join forces|joined forces|joining forces|team up|teamed up|"
    "teaming up|hand in hand|side by side"
)
HEADLESS = words(
    "directions direction scope nature arenas arena realms realm sectors area areas field fields sphere spheres domain domains efforts issues matters"
)
"""What a field's name may be followed by: "the energy and health sectors"."""
PARALLEL = words(
    "academic agricultural commercial cultural defence defense diplomatic economic educational energy "
    "environmental financial humanitarian industrial "
    "investment judicial legal legislative medical military parliamentary political religious scientific security "
    "social technical technological trade"
)
"""What shares the noun at the end of a list: "military, humanitarian and stabilisation planning"."""
ACTIVITIES = words(
    "banking beekeeping building combating combatting countering demining engineering farming fighting financing "
    "firefighting fishing funding housing manufacturing messaging mining monitoring nursing "
    "outsourcing peacekeeping planning policing preventing processing promoting reducing managing protecting "
    "archiving breeding brewing dredging logging recycling stockbreeding weaving "
    "improving programming sharing shipbuilding shipping tackling tracking training"
)
"""Words in -ing with which a field's name may begin."""
TRADES = words(
    "banking beekeeping building demining engineering farming firefighting fishing housing manufacturing mining "
    "monitoring nursing peacekeeping planning "
    "policing processing shipbuilding shipping training messaging outsourcing"
)
"""Words in -ing that are fields by themselves."""
SOME = words(
    "and or but almost nearly about around dozens share two three four five our their its his her my your shared "
    "common several various many all different other numerous certain multiple both some any such each every help "
    "provide make give create offer ensure set"
)
"""What an enumeration begins with that names no field."""
ALONE = words(
    "effort attempt bid control effect extent respect regard sense attention emphasis principles values norms "
    "process activities activity engagement coordination establishment creation formation signing conclusion "
    "opening launch launching backdrop context wake framework light presence absence spirit board responsibility "
    "operations globe world region country continent operation favor favour return response accordance order "
    "influence difference differences disagreement disagreements priorities combat unlike "
    "addition particular general common principle person persons public private regard regards terms relation "
    "relations"
)
"""What ends a preposition's phrase: "in return"."""
NO_FIELD = words(
    "transatlantic trans-atlantic transpacific trans-pacific intercolonial hemispheric inter-american just sovereignty independence statehood affairs complementary up out general trilateral multifaceted multi-faceted "
    "multilayered sustainable emphasised emphasized all-embracing result-oriented mutually-beneficial fraternal "
    "brotherly cross-sectoral inter-agency unprecedented explore cover pursue launch start initiate accelerate "
    "reinforce consolidate cement upgrade elevate regulate coordinate examine propose offer request resist block "
    "oppose need want lack mention sustain maintain keep bring see hope urge invite encourage ensure enable begin "
    "widen broaden restart renew reaffirm reiterate "
    "exploring covering pursuing reinforcing consolidating upgrading elevating coordinating maintaining "
    "encouraging widening broadening renewing "
    "national ahead pillar essential crucial nominal partial initial actual global normal formal informal usual "
    "unusual additional fundamental vital critical total central pivotal ideal equal real exceptional annual "
    "continual eventual typical theoretical historic dynamic optimistic enthusiastic realistic public basic "
    "necessary voluntary exemplary ordinary extraordinary primary preliminary temporary tighten tightening said "
    "says told agreed posture such these those various all many key priority certain different numerous "
    "about across active advance advancing after agreed all all-out all-round alliance also among ample and annual any appreciate "
    "appreciated are areas as at be because been before beneficial between bilateral boost boosted boosting both broad broad-based "
    "broader build building by can candid close closer comprehensive concrete constructive contacts continue continued continuing "
    "continuous cordial could country decades deepen deepened deepening deeper develop developing dialogue diplomatic direct discuss "
    "discussed during each earlier economic effective enhance enhanced enhancing equal establish every excellent exemplary existing "
    "expand expanded expanding expressed extend extensive face-to-face facilitate first for foreign former foster fostering four-way "
    "frequent friendly friendship from fruitful full further future genuine good government great greater growing had hail hailed halt "
    "halting harmonious has have healthy her high-level highlight highlighted his huge if immense implement implementation implementing "
    "improve in in-depth including increase increased increasing initial intensified intensify intensifying interaction international "
    "into is its joint key last latest launching least level long-standing long-term longstanding many may meaningful more most "
    "multilateral must mutual mutually nation new next no note noted of offered on ongoing other our outstanding overall partnership "
    "people people-to-people planned possible potential practical pragmatic praise praised previous productive promised promising "
    "promote promoted promoting proposed quality real recent regional regular relations resume resuming review reviewed robust second "
    "sectors seek several should side signed significant smooth solid solidarity some sought sound special specific stable starting "
    "state steady step stepped stepping strategic strengthen strengthened strengthening strong stronger substantive successful such "
    "suggested support suspend suspending sustained systematic tactical tangible term than that the their these third this three-way "
    "through ties time-tested to toward towards traditional trust two two-sided two-way under understanding upcoming urged value valued "
    "various vast warm was welcome welcomed well were when while wide-ranging wider will win-win with within without would years"
)
"""What stands before "cooperation" without naming a field."""

JOINT = (
    r"(?:co-?operat\w+|collaborat\w+|coordination|partnerships?|(?:strategic |key |close |long-standing )partners"
    r"|ties|exchanges?|relations(?:hips?)?|joint (?:work|projects?|programmes?|programs?|research|ventures|activities)"
    r"|interaction|engagement|linkages|synergies"
    r"|contacts)"
)
_FIELD = r"(?:areas?|fields?|realms?|spheres?|sectors?|domains?)"
_FIELDS_OF = (
    rf"{_FIELD}"
    rf"(?:\s+of\s+"
    rf"(?:(?:common|mutual|shared|joint|bilateral)\s+(?:interests?|concern|importance)"
    rf"|(?:(?:common|mutual|shared|joint|bilateral|our|their)\s+)?"
    rf"(?:co-?operation|collaboration|engagement)))?(?:\s+of|,?\s+such as|,?\s+like|,?\s+including)\s+"
)
_TIES = r"(?:co-?operation|collaboration|partnership|ties|exchanges|relations)"
OPENS = re.compile(
    rf"\b"
    rf"(?:(?:(?:new|other|key|priority|main|various|several)\s+)*(?:issues|topics|areas|fields|sectors|matters|pillars|aspects|directions|spheres|domains)(?:\s+of\s+[a-z ]{{3,40}})?,?\s+(?:namely|notably|particularly|especially|specifically|primarily|mainly|in particular|among them),?\s+"
    rf"|(?:co-?operat(?:e|es|ed|ing)|collaborat(?:e|es|ed|ing)|work(?:s|ed|ing)?|partner(?:s|ed|ing)?|team(?:s|ed|ing)?\s+up"
    rf"|join(?:s|ed|ing)?\s+(?:forces|hands)|pool(?:s|ed|ing)?\s+(?:their\s+|our\s+)?(?:resources|efforts|forces))(?:,?\s+among\s+other\s+(?:fields|areas|sectors|things),?)?\s+"
    rf"(?:(?:more\s+)?[a-z]+ly\s+|together\s+|hand\s+in\s+hand\s+|side\s+by\s+side\s+|in\s+tandem\s+)*"
    rf"(?:(?:with|of)\s+(?:the\s+)?(?:[\w’'-]+\s+){{1,3}}?)?(?:both\s+|not\s+(?:only|just)\s+)?(?:in|on)\s+"
    rf"(?:the\s+(?:{_FIELD}|pursuit)\s+of\s+"
    rf"|such\s+(?:(?:priority|key|important|main|vital|various|strategic)\s+)?{_FIELD}\s+as\s+(?:the\s+)?)?"
    rf"|efforts?\s+on\s+"
    rf"|{JOINT}"
    rf"(?:\s+and\s+[a-z]+"
    rf"|\s+"
    rf"(?:endeavou?rs|efforts|projects|programmes?|programs?|activities|initiatives|opportunities|potential"
    rf"|prospects)"
    rf"|\s+of\s+(?:our|the|their|both)\s+(?:two\s+)?(?:countries|states|nations|sides)"
    rf"|\s+(?:is|are|was|were|will\s+be|(?:has|have)\s+been)\s+(?:being\s+|actively\s+|also\s+)?[a-z]+ed)?\s+"
    rf"(?:(?:(?:with|between|among)\s+(?:the\s+)?(?:[a-z]\w+,?\s+){{1,6}}?)?(?<!based\s)(?<!built\s)(?<!forged\s)(?<!rooted\s)(?<!grounded\s)(?<!founded\s)(?:in|on|across|around|against(?!\s+(?:[a-z-]+\s+){{0,3}}(?:threats|challenges|enem))|including|such as|covering)\s+(?:the\s+|their\s+|its\s+|our\s+|various\s+)?(?:(?:shared|common|joint)\s+(?:challenges?|problems?|threats?)\s+of\s+)?(?:(?:[a-z-]+\s+){{0,2}}?(?:{_FIELDS_OF}|such\s+(?:(?:priority|key|important|main|vital|various|strategic)\s+)?{_FIELD}\s+as\s+|aspects\s+(?:of|such\s+as|like)\s+))?"
    rf"|(?:between\s+[^.;:,]{{3,60}}?\s+)?(?:(?:(?:will|would|shall|also)\s+)*(?:covers?|covered|spans?|spanned|encompass(?:es|ed)?)\s+(?:the\s+{_FIELD}\s+of\s+)?"
    rf"|(?:ha(?:s|ve|d)\s+)?(?:extends?|extended|expanded|grown|widened|broadened)\s+(?:in)?to\s+(?:include\s+|cover\s+)?))"
    rf"|areas\s+(?:where|in\s+which)\s+[^,.;]{{3,60}},?\s+(?:such\s+as|like|including)\s+(?:the\s+)?"
    rf"|(?:{_TIES}|engagement|relationship),\s+(?:including|particularly|especially|notably|mainly|in\s+part,|inter\s+alia,?)\s+"
    rf"(?:in\s+|on\s+)?(?:the\s+)?(?:{_FIELD}\s+of\s+)?(?![\w-]+\s\()"
    rf"|(?:key |priority |main |other |major |new )*"
    rf"(?:areas?|fields?|sectors?|priorities|pillars|topics|issues|subjects|spheres|domains)"
    rf"(?:\s+"
    rf"(?:of|for|under|in|on|to|be|co-?operation|collaboration|discussion|discussed|the|their|our|its"
    rf"|bilateral|mutual|common|joint|interest|concern)){{0,4}}\s+"
    rf"(?:are|were|includ(?:e|es|ed)|compris(?:e|es|ed))\s+(?:the\s+)?"
    rf"(?=[a-z-]+(?:\s[a-z-]+){{0,4}}(?:,|\s+and)\s)"
    rf"|(?:(?:new|other|key|main|major|important)\s+)*(?:area|field|sector|sphere|pillar|priority)\s+(?:of|for|in)\s+(?:[a-z]+\s+)?{_TIES}"
    rf"(?:\s+(?:between|with)\s+[^.;,]{{3,60}}?)?\s+(?:is|was|remains|includes|will\s+be)\s+(?:the\s+)?"
    rf"|opportunities\s+(?:in|for)\s+(?=[a-z-]+(?:\s[a-z-]+){{0,2}},\s)"
    rf"|(?:key |priority |other |new |various |many |such |several )*{_FIELDS_OF}"
    rf"(?:{_TIES}(?:\s+between\s+[a-z ]{{3,40}}?)?\s+(?:such as|like|including|are|include)\s+)?"
    rf"|(?:pursuit\s+of|towards?\s+(?:the\s+)?(?:common|shared|mutual)\s+goals?\s+of)\s+"
    rf"|(?:in|on)\s+(?:\w+\s+)?{_FIELD}\s+(?:as|of|like)\s+|agenda(?:\s+(?:of|for|between)\s+[^.;,]{{3,60}}?)?\s+(?:also\s+)?(?:included|includes|covered|covers|comprised|were|are)\s+"
    rf"|(?:bilateral|joint|common|trilateral)\s+agenda,?\s+(?:including|such\s+as)\s+"
    rf"|(?:working\s+groups?|task\s?force|taskforce|joint\s+(?:committee|commission))\s+on\s+"
    rf"|shar(?:e|es|ed|ing)\s+(?:[a-z]+\s+)?(?:knowledge|experiences?|expertise|best\s+practices|know-how)\s+"
    rf"(?:on|in|about)\s+(?:the\s+{_FIELD}\s+of\s+)?"
    rf"|(?:agreements?|arrangements|memorand\w+(?: of understanding)?|accords?|pacts?|treat(?:y|ies)|protocols?)\s+on\s+(?:{_TIES}\s+(?:in|on)\s+)?"
    rf"(?:the\s+)?(?:{_FIELD}\s+of\s+)?"
    rf"|(?:agreements?|memorand\w+|mous?|accords?|pacts?|deals?|treat(?:y|ies)|protocols?|documents?|texts?|declarations?|statements?|roadmaps?|programmes?|partnerships?|talks)(?:,\s+[^,;.]{{3,60}},)?\s+"
    rf"(?:(?:also|will|would)\s+)*(?:covers?|covered|spans?|spanned|encompass(?:es|ed)?|embraces?|touche[sd]\s+on)\s+(?=[^.;]*\sand\s)"
    rf"|discuss(?:ed|ing)?\s+(?:{_TIES}\s+(?:in|on)\s+)?(?=[a-z-]+(?:\s[a-z-]+)?,\s)"
    rf"|(?:issues?|topics|matters)(?:\s+of\s+(?:mutual\s+|common\s+)?(?:importance|concern|interest))?[,;]?\s+"
    rf"(?:such as|like|including)\s+|issues?\s+of\s+|{_FIELD}:\s+"
    rf"|(?:agreements?|deals?|accords?|pacts?|treaty|memorand\w+(?: of \w+)?|mou)\s+(?:\([^)]*\)\s+)?"
    rf"(?:(?:reached|signed|struck|concluded)\s+(?:\w+\s+){{0,2}})?"
    rf"(?:on\s+\d+\s+\w+\s+)?between\s+[^.;:]{{3,160}}?\s(?:on|covering|concerning|regarding)\s+"
    rf"(?:(?:the\s+)?issues?\s+of\s+|{_FIELD}\s+of\s+|(?:detailed\s+)?arrangements\s+(?:on|for)\s+|{_TIES}\s+(?:in|on)\s+)?(?!\d)"
    rf"|assist(?:s|ed|ing)?\s+(?:in|with)\s+"
    rf"|(?:talks|discussions|negotiations|consultations|meetings?|forum|summit|conference|session|commission"
    rf"|exercises?|drills?|training|visit|trip|workshop|seminar|course|project|programme|program|initiative"
    rf"|package|co-?operation|partnership|agreement|memorandum|mou|deal|pact|accord|treaty|sides|ministers"
    rf"|leaders|presidents)(?:\s+\([^)]*\))?,?\s+"
    rf"(?:(?:also|which|that|will|would|is\s+expected\s+to|are\s+expected\s+to)\s+)*"
    rf"(?:focus(?:ed|es)?|cent(?:re|er)(?:d|s)|touched|concentrated)\s+(?:up)?on\s+(?:{_TIES}\s+(?:in|on)\s+)?"
    rf"|(?:assistance|support|expertise|help|capacity[- ]building)\s+(?:to\s+[\w’'-]+\s+)?(?:in|with|on|for)\s+(?:the\s+{_FIELD}\s+of\s+)?"
    rf"|(?:help|assist|support)(?:s|ed|ing)?\s+(?:the\s+)?[\w’'-]+\s+(?:with|in)\s+"
    rf"|(?:identified|listed|named|mentioned|cited|highlighted|singled\s+out|designated)\s+"
    rf"(?=[^.;:]{{5,160}}\sas\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+){{0,4}}"
    rf"(?:areas|fields|sectors|spheres|priorities|directions)\b)"
    rf"|(?:step(?:ped|ping)?\s+up|strengthen(?:ing|ed)?|deepen(?:ing|ed)?|boost(?:ing|ed)?|expand(?:ing|ed)?|enhanc(?:e|ing|ed)|intensify(?:ing)?|develop(?:ing)?)\s+(?!{_TIES}\b)(?:bilateral\s+|mutual\s+|joint\s+)?(?=[a-z][a-z-]+(?:\s[a-z-]+){{0,2}},\s))"
    rf"(?:the\s+)?"
)
FIRST_LETTERS = frozenset(
    each[:4]
    for each in words(
        "cooperation co collaboration work efforts partnership strategic key close long ties exchange relations joint "
        "interaction engagement linkages synergies contacts "
        "coordination priority other new various many such several area field sphere sector domain pursuit towards "
        "agenda agreement arrangement memorandum discuss issue deal accord "
        "pact treaty mou forum summit conference session commission assist topics matters talks negotiations "
        "consultations meeting sides ministers leaders presidents support expertise help capacity identified listed "
        "exercise drill training visit trip workshop seminar course project program initiative package task taskforce "
        "shares shared sharing main major engagement relationship bilateral trilateral common fields priorities subjects pillars aspects "
        "directions spheres realms domains named mentioned cited highlighted singled designated step strengthen deepen "
        "boost expand enhance intensify develop opportunities team join protocol pool"
    )
)
"""What the words begin with that `OPENS` begins with, but for "in" and "on"."""
FIELD_WORDS = words("area areas field fields sphere spheres sector sectors domain domains realm realms")
"""Without any of them `OPENS` begins with neither."""
