"""Words of the vocabulary in which nobody works where they stand: troubles, values, aims of all, and what one has alone."""

from collections.abc import Sequence

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words


def is_led_away(reading: Reading, sentence: Sentence, first: Linked) -> bool:
    """Whether the words before the first of a list say that it is of no fields: of concerns, sanctions, what ties rest on."""
    return bool(reading.led(_LED_AWAY, sentence, first.span.start))


def are_goods(reading: Reading, sentence: Sentence, last: Linked, partners: Sequence[str]) -> bool:
    """Whether only those are named from whom goods come: "IT services from Norway, Chile and Peru"."""
    found = _FROM.match(reading.text, last.span.end, sentence.span.end)
    named = [each for each in reading.inside(sentence.span, "place", "demonym", "organization") if each.entity in partners] if found else []
    return bool(found and named) and all(each.span.start > last.span.end for each in named)


_FROM = re.compile(r"\s+(?:products\s+|services\s+|goods\s+|companies\s+)?(?:from|by\s+companies\s+of)\s+(?:the\s+)?[A-Z]")


def is_ones_own(reading: Reading, sentence: Sentence, field: Linked) -> bool:
    """Whether a field is what one state does or has, whatever it has to do with others: "Norway's diplomacy must be cautious"."""
    alone = field.found.name in _OF_ONE
    return alone and bool(reading.led(_WHOSE, sentence, field.span.start))


def is_quarrel(text: str, field: Linked) -> bool:
    """Whether two are at odds over a field rather than work in it: "the trade gap", "their energy dispute"."""
    return bool(_QUARREL.match(text, field.span.end))


_QUARREL = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:gaps?|deficits?|surplus(?:es)?|imbalances?|wars?|disputes?|rows?|frictions?|tensions?|rivalr(?:y|ies)|competition|race|spats?"
    r"|feuds?|clash(?:es)?|quarrels?|stand-?offs?|sanctions|embargo(?:es)?|blockade|espionage|coercion|confrontation|conflicts?)\b"
)


def is_of_others(reading: Reading, sentence: Sentence, fields: Sequence[Linked], partners: Sequence[str]) -> bool:
    """Whether a clause that names none of the partners is told of others: "the army and the police cooperate in", "her close military ties"."""
    text, span = reading.text, sentence.span
    if _EACH_AT_HOME.search(text, span.start, fields[0].span.start):
        return True
    if any(each.entity in partners for each in reading.inside(span, "place", "demonym", "organization")):
        return False
    begins = [each.end() for each in CLAUSES.finditer(text, span.start, fields[0].span.start)]
    clause = begins[-1] if begins else span.start
    ends = _CLAUSE_ENDS.search(text, fields[-1].span.end, span.end)
    if OF_BOTH.search(text, clause, ends.start() if ends else span.end):
        return False
    within = next(reversed(list(_DEALS_AT_HOME.finditer(text, clause, fields[0].span.start))), None)
    if within or _WITH_SOMEBODY.match(text, fields[-1].span.end, span.end) or _AT_HOME.search(text, clause, fields[-1].span.end):
        return True
    return bool(_MADE_THEM.search(text, clause, fields[0].span.start))


OF_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]wo|[Tt]hree|[Bb]ilateral|[Tt]rilateral|each\s+other|one\s+another|[Ss]ides|[Pp]arties|[Mm]utual|us|[Oo]ur|[Ww]e|[Tt]heir|[Tt]hey|counterparts?)\b"
)
"""What says that a clause is of the two of whom the text speaks."""
CLAUSES = re.compile(
    r";\s|\s[–—]\s|,\s+(?:and|but|while|which|who|where|so|yet)\s|(?:\A|,\s|\b)(?:[Aa]s|[Ww]hen|[Ww]hile|[Aa]fter|[Bb]efore|[Aa]lthough|[Bb]ecause)\s[^,;]{3,80},\s"
)
_CLAUSE_ENDS = re.compile(r"[,;:]|\s[-–—]\s|\sthan\s")
_EACH_AT_HOME = re.compile(
    r"\b(?:for\s+each\s+of\s+(?:the|their|our)|each\s+(?:of\s+(?:them|us)\s+)?(?:to\s+)?(?:pursues?|has|have|sets?|decides?|run|runs|conducts?)\s+(?:its|their|our)\s+own|in\s+their\s+respective|at\s+home)\b[^.;]{0,80}\Z"
)
_PEOPLE_AT_HOME = (
    r"(?:military|army|navy|police|armed\s+forces|generals|security\s+services|intelligence\s+services|ministr(?:y|ies)|agenc(?:y|ies)|provinces?|regions?|municipalit(?:y|ies)|cities"
    r"|communit(?:y|ies)|industr(?:y|ies)|compan(?:y|ies)|business(?:es)?|firms?|banks?|unions?|universit(?:y|ies)|schools?|churches|clans?|tribes|factions?|militias?|groups?"
    r"|opposition|elites?|oligarchs?|tycoons?|sectors?|departments?|civilians?|governors?|mayors?|courts?|judges|media|society|lawmakers|party|parliament)"
)
_DEALS_AT_HOME = re.compile(
    rf"\b(?:ties|links|relations|relationships?|co-?operation|collaboration|dialogue|contacts|partnerships?|coordination)\s+(?:with|to|between|among)\s+(?:(?:the|his|her|its|local|powerful|several|various|many|these|those)\s+)*(?:[a-z-]+\s+){{0,2}}{_PEOPLE_AT_HOME}\b"
    rf"|\b(?:[Tt]he|[Aa]|[Ii]ts|[Hh]is|[Hh]er)\s+(?:[a-z-]+\s+){{0,2}}{_PEOPLE_AT_HOME}(?:\s+and\s+(?:the\s+)?(?:[a-z-]+\s+)?{_PEOPLE_AT_HOME})?\s+(?:(?:has|have|had|also|now|will|is|are|was|were)\s+)*(?:[a-z]+ly\s+)?(?:co-?operat|collaborat|work|coordinat|forg|built|build|maintain|enjoy|close|strong|deep|extensive)\w*\b"
)
_WITH_SOMEBODY = re.compile(
    rf"(?:\s+(?:ties|links|relations|relationships?|co-?operation|collaboration|dialogue|contacts|partnerships?))?\s+(?:with|to|between|among)\s+(?:(?:the|his|her|its|local|powerful|several|various|many|these|those)\s+)*(?:[a-z-]+\s+){{0,2}}{_PEOPLE_AT_HOME}\b"
)
_AT_HOME = re.compile(
    r"\b(?:intra-?regional|inter-?agency|inter-?ministerial|inter-?departmental|inter-?communal|inter-?faith|inter-?religious|domestic|internal|public-private|civil-military|cross-party|bipartisan)\s+(?:[a-z-]+\s+(?:and\s+)?){0,2}"
    r"(?:ties|links|relations|co-?operation|collaboration|dialogue|partnerships?|coordination)\b"
)
_MADE_THEM = re.compile(
    r"\b(?:he|she|I)\s+(?:(?:had|has|have|also|then|quickly|carefully|long)\s+)*(?:forg|built|build|cultivat|nurtur|enjoy|maintain|kept|develop|had|has|establish|made)\w*\s+(?:[a-z-]+\s+){0,4}\Z"
)
"""After which somebody's own ties are told: "she forged close military"."""


def is_wish(field: Linked) -> bool:
    """Whether a field is a value or what everybody wishes for: several work in it only where it is said that they do."""
    return field.found.name.casefold() in _WISHES


_OF_ONE = words("diplomacy economy defence security politics industry energy environment")
_WHOSE = re.compile(r"[a-z][’']s?\s+(?:own\s+)?\Z")
_WISHES = words("democracy freedom freedoms liberty equality sovereignty tolerance unity stability growth prosperity progress") | {
    "human rights",
    "rule of law",
    "territorial integrity",
    "civil liberties",
}
_LED_AWAY = re.compile(
    # "showcase the latest achievements in": goods on show.
    r"\b(?:showcas|exhibit|display)\w*\s+(?:(?!co-?operat|collaborat|ties\b|partnership|relations)[^.;\s]+\s+){0,14}\Z"
    # "including reforms in the", "spending on": what a state does at home.
    r"|\b(?:reforms?|reforming|overhaul\w*|spending|shortages?|inequalit(?:y|ies)|(?:budget|job|tax)\s+cuts|jobs|careers?|workers|strikes)\s+(?:in|on|of|to)\s+(?:(?:the|its|his|her|their|public)\s+){0,2}(?:(?:areas?|fields?|sectors?)\s+(?:of|such\s+as)\s+)?\Z"
    # "raise the issues of freedom of speech with": what one wants of another.
    r"|\brais(?:e[sd]?|ing)\s+(?:the\s+|its\s+|their\s+)?(?:issues?|concerns?|cases?)\s+(?:of|about|over)\s+(?:the\s+)?\Z"
    # "Areas of mutual concern, including piracy": what troubles them.
    r"|\bconcerns?,?\s+(?:including|such\s+as|like|namely)\s+\Z"
    # "further sanctions, including in the areas of finance": what they are against.
    r"|\b(?:sanctions|embargo\w*|restrictive\s+measures|restrictions)(?:\s+[a-z-]+){0,3}?,?\s+(?:including\s+)?(?:in|on|against|targeting)\s+(?:the\s+)?(?:(?:areas?|fields?|sectors?)\s+of\s+)?(?:the\s+)?\Z"
    # "Ties based on openness and transparency": what they rest on.
    # "Norway's commitment to democracy": what it believes in.
    r"|(?<!shared\s)(?<!mutual\s)(?<!joint\s)(?<!common\s)\b(?:commitments?|dedication|devotion|adherence)\s+to\s+(?:the\s+)?(?:(?:shared|common|democratic|values?|principles?|of)\s+)*\Z"
    # "an alliance that is the cornerstone of peace and security"
    r"|\b(?:cornerstones?|bedrock|linchpin|guarantors?)\s+of\s+(?:[a-z]+,?\s+(?:and\s+)?){0,3}\Z"
    # "their cooperation will have implications for energy policy"
    r"|\b(?:implications|consequences|repercussions|ramifications|effects?|impact)\s+(?:for|on)\s+(?:[a-z]+\s+){0,3}\Z"
    # "the premier forum for international economic cooperation": what it is for.
    r"|\bforums?\s+(?:for|of)\s+(?:[a-z]+\s+){0,2}\Z"
    # "companies that supply gas and": what they do at home.
    r"|\b(?:compan(?:y|ies)|firms?|utilit(?:y|ies)|providers?|suppliers?|producers?|business(?:es)?|operators?|plants?|households|consumers|farmers|workers|ministry|agency)\s+(?:that|which|who)\s+(?!(?:co-?operat|collaborat|work))[a-z]+\s+(?:(?:[a-z]+,?\s+)(?:and\s+)?){0,3}\Z"
    # "companies that produce, transport, and store": verbs.
    r"|\b(?:that|which|who|can|will|must|should|would|may)\s+[a-z]{3,},\s+(?:[a-z]{3,},\s+)*(?:and\s+|or\s+)?\Z"
    # "cooperation between sectors, including education": of one state's own.
    r"|\b(?:co-?operation|collaboration|dialogue|coordination|partnerships?)\s+(?:between|among|across)\s+(?:(?:the|different|various|all|its|their|our|many|several)\s+)*(?:(?:public|private|government|economic|industrial)\s+)?"
    r"(?:sectors|agencies|departments|ministries|branches|disciplines|businesses|companies|industries|stakeholders|faculties),?\s+(?:including|such\s+as|like|especially)\s+(?:the\s+)?\Z"
    # "at the Conference on Cooperation in the Field of": its subject.
    r"|\b(?:Conference|Forum|Seminar|Workshop|Symposium|Congress|Exhibition|Committee|Centre|Center)\s+(?:on|for)\s+(?:[A-Za-z]+\s+){0,8}\Z"
    r"|\b(?:based|founded|built|rooted|grounded|anchored|premised|guided|underpinned|bound|united|rest(?:s|ed|ing)?|hing(?:es?|ed|ing)|depend(?:s|ed|ing)?)\s+(?:up)?(?:on|in|by)\s+(?:(?:the|a|an|our|their|shared|common|mutual|principles?|values?|spirit|commitment|of|to)\s+)*\Z"
    # "underpinned by a history of cooperation and a desire for peace"
    r"|\b(?:underpinned|undergirded)\s+by\s+[^.;,:]{0,120}\Z"
)
