"""Verbs whose object is an event: "hosted the summit", "took part in the talks", "flew to Oslo for the meeting".

Each list of verbs names what those who are told of do; the three kinds differ in what stands between verb and event.
"""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.events.slack import AMONG_SEVERAL, SLACK
from sourcebook.extract.facts.signs import DATE, EVENT, FOLK, OFFICE, OTHER, PLACE, STATE

_ATTENDS = r"(?:(?:is|was|were|are)\s+among\s+(?:the|those)\s+[^.;,“”]{0,30}?\b)?attend(?:s|ed|ing)?|(?:re)?join(?:s|ed|ing)?(?:\s+in)?"
_HOSTS = (
    r"(?:co-|jointly\s+)?"
    r"(?:host|organi[sz]|convok|conven|sponsor|stag|hold|launch|mount|conduct|wag|coordinat|implement|institut|undertak|initiat|inaugurat|grac|witness"
    r"|moderat|mediat|broker|orchestrat|engineer|impos|pursu|facilitat)(?:e?s|ed|ing|e)?|(?:co-)?held"
)
_BEGINS_OR_ENDS = (
    r"began|begins?|begun|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?|clos(?:es?|ed|ing)|conclud(?:es?|ed|ing)|complet(?:es?|ed|ing)"
    r"|finish(?:es|ed|ing)?|end(?:s|ed|ing)?|(?:resum|continu|attempt|supervis|overs|step)(?:e?s|ed|ing|ees?|aw|een)(?:\s+up)?|continue|attempt"
    r"|(?:halt|suspend|re-?start|re-?open)(?:s|ed|ing)?|br(?:eak|eaks|oke|eaking)\s+off|(?:walk(?:s|ed|ing)?|pull(?:s|ed|ing)?)\s+out\s+of"
    r"|kick(?:s|ed)?\s+off|wrap(?:s|ped)?\s+up|wound\s+up"
)
_CONDUCTS = (
    r"carr(?:y|ies|ied|ying)\s+out|runs?|ran|led|leading|address(?:es|ed|ing)?|execut(?:es?|ed|ing)|perform(?:s|ed|ing)?|hold|holds|holding|staged?"
    r"|mark(?:s|ed)?"
)
_COMES_OR_GOES = (
    r"return(?:s|ed|ing)?\s+from|came\s+from|emerg(?:es?|ed|ing)\s+from|(?:stop|drop)(?:s|ped)\s+by|(?:went|appear(?:s|ed)|spoke)\s+before"
    r"|(?:is|was|were|are)\s+in\s+(?:charge|command)\s+of|with(?:drew|draws?|drawn|drawing)\s+from"
)
_IS_AT = r"(?:is|was|were|are|been)\s+(?:also\s+|still\s+|already\s+)?(?:among\s+(?:those|the\s+(?:[a-z-]+\s+)?[a-z]+s)\s+)?at"
_HAD = r"(?:had|have|having)(?!\s+(?:oppos|condemn|critici[sz]|reject|denounc|protest|cover|surviv|stud|describ|predict|avoid|watch|weather|escap)[a-z]*ed\b|\s+(?:seen|known|felt|heard|understood|forgotten|shown|made)\b)"
_GOES_INTO = r"(?:respond|retaliat)ed\s+with|supporting|in\s+support\s+of|enter(?:s|ed|ing)?(?:\s+into)?|plan(?:s|ned)?|undertook"
_SENDS_MEN_TO = (
    r"sen(?:t|ds?|ding)\s+(?:[\w-]+\s+){0,4}"
    r"(?:representatives?|delegations?|delegates|commissioners|officials|envoys|negotiators|observers)\s+to"
)
_TOLD_IT = r"told(?=\s+(?:the\s+|an?\s+|this\s+)?(?:[a-z-]+\s+){0,3}\Z)"
"""As in "told the 2nd Copper Forum"."""
_COMMITS_OR_WINS = r"committed|commits?|perpetrated|convened?|declar(?:es?|ed|ing)|w[io]n(?:s|ning)?|los(?:es?|t|ing)|contest(?:s|ed|ing)?|(?:co-)?chair(?:s|ed|ing)?"
_HOLDS = (
    rf"{_ATTENDS}|{_HOSTS}|fought|fights?|fighting|{_BEGINS_OR_ENDS}|{_CONDUCTS}|{_COMES_OR_GOES}|{_IS_AT}|{_HAD}|{_GOES_INTO}"
    rf"|{_SENDS_MEN_TO}|{_TOLD_IT}|{_COMMITS_OR_WINS}"
)
"""Before an event, with nothing between: "hosted", "withdrew from", "sent four observers to"."""

_BESIDE = rf"(?:,?\s+(?:together|along|jointly)\s+with\s[^.;:“”{EVENT}]{{3,140}}?,?)?"
_TAKES_PART = (
    r"(?:t(?:ake|akes|ook|aking)|play(?:s|ed|ing)?)\s+(?:an?\s+)?"
    r"(?:(?:active|leading|key|large|important|major|central|crucial|prominent|significant|substantial|constructive|pivotal|vital|critical|decisive)\s+)?"
    rf"(?:part|role){_BESIDE}|participat(?:es?|ed|ing){_BESIDE}"
)
_IS_INVOLVED = (
    r"engag(?:es?|ed|ing)|interven(?:es?|ed|ing)(?:\s+[a-z]+ly)?|involv(?:es?|ed|ing)\s+(?:itself|himself|herself|themselves)(?:\s+(?:more\s+)?[a-z]+ly)?"
    r"|involved|locked|embroiled|entangled|mired|ensnared|enmeshed|bogged\s+down|caught\s+up"
)
_FIGHTS = (
    r"(?:fought|fights?|fighting|defeated)(?:\s+(?:(?:alongside|against|with|together)\s+)?[^.;,“”]{0,60}?)?|fac(?:e|ed)\s+off"
    # "led its forces in", "leads 300 troops in"
    r"|(?:lead|leads|leading|led|head(?:s|ed|ing)?)\s+(?:(?:the|an?|its|his|her|their)\s+[^.;,“”]{2,40}?|[^.;,“”]{1,30}?\s(?:troops|forces|soldiers))"
)
_COMPETES = (
    r"crash(?:es|ed)|rac(?:es|ed|ing)|finish(?:es|ed)(?:\s+(?:first|second|third|last|\w+th))?|serv(?:es?|ed|ing)|contribut(?:es?|ed|ing)"
    r"|compet(?:es?|ed|ing)|represented"
)
_SPEAKS = (
    r"t(?:ake|akes|ook|aking)\s+the\s+floor|(?:made|gave|deliver(?:ed|s)|presented|submitted)\s+(?:an?|their|its|his|her)\s+"
    rf"(?:[a-z]+\s+)?(?:statement|speech|address|presentation|report|{OTHER})"
)
_TRAVELS = r"travel+(?:ed|s|ing)|went|came|flew|journeyed"
_IN = (
    r"(?:in|to|at|by|(?<!serve )(?<!served )(?<!serves )(?<!serving )during"
    rf"|{'|'.join(f'(?<={each} )with' for each in ('serve', 'served', 'serving', 'serves', 'involved'))})"
)
_SENDS_FORCES = (
    r"(?:interven(?:es?|ed|ing)|deploy(?:s|ed|ing)?|fought|operat(?:es?|ed|ing)|flew|flies|sen(?:t|ds?|ding)"
    r"|contribut(?:es?|ed|ing)|commit(?:s|ted|ting)?|dispatch(?:es|ed|ing)?)(?:\s+[^.;“”]{1,70}?)?"
)
_SENT = (
    *("troops", "forces", "soldiers", "personnel", "ships", "peacekeepers", "aircraft", "company", "battalion", "unit", "units"),
    *("contingent", "team", "frigate", "warship", "vessels", "platoon", "jets", "squadron", "observers"),
)
_TAKES_PART_IN = (
    rf"(?:{_TAKES_PART}|{_IS_INVOLVED}|{_FIGHTS}|{_COMPETES}|{_SPEAKS}|{_TRAVELS})\s+{_IN}"
    rf"|{_SENDS_FORCES}\s+(?:as\s+part\s+of|in\s+support\s+of|under|within|{'|'.join(f'(?<={each} )to' for each in _SENT)})"
)
"""With "in", "to" or the like: "played a key role in", "gave a speech at", "deployed a company as part of", "sent two frigates and troops to"."""

_COMES_TO_TOWN = (
    rf"(?:(?:is|was|are|were|be|been)\s+(?:currently\s+|also\s+)?in|arriv\w+(?:\s+(?:on\s+)?{DATE})?\s+in|(?:travel\w*|flew|fl(?:y|ies)|went|go(?:es)?|came|head\w*)\s+to"
    rf"|converg\w+\s+(?:on|in)|assembl\w+\s+in)\s+(?:the\s+)?(?:(?:{FOLK}\s+)?(?:capital|city|town|resort)(?:\s+of)?,?\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?(?:\s+(?:on\s+)?{DATE})?(?=\s+for\s)"
)
_SENDS_MEN = r"sen(?:t|ds?|ding)\s+(?:[\w-]+\s+){0,4}(?:representatives?|delegations?|delegates|officials|teams?|observers|troops|ships)"
_SAYS = (
    rf"sp(?:eak|eaks|oke|eaking)(?:\s+(?:today|yesterday|{DATE}))?(?:\s+with\s+[^.;,“”]{{2,60}}?)?"
    r"|(?<!was )(?<!were )(?<!be )(?<!been )(?:said|stressed|announced|noted|warned|pledged|agreed|declared|stated|promised|vowed|reiterated"
    r"|joined\s+by\s+[^.;“”]{3,60}?)"
)
_GUESTS = (
    rf"(?:the\s+|an?\s+)?(?:chief\s+guests?|guests?\s+of\s+honou?r|special\s+guests?|(?:keynote|main|guest)\s+(?:speakers?|{OFFICE})"
    r"|(?:one\s+of\s+the\s+|among\s+the\s+|an?\s+)?(?:[a-z-]+\s+)?"
    r"(?:guests?|speakers?|participants?|panell?ists?|delegates?|signator(?:y|ies)|observers?|negotiators?))"
)
_IS_PRESENT = (
    r"(?:is|was|were|are|be)\s+(?:also\s+|(?:recorded|listed|named|mentioned)\s+as\s+)?"
    r"(?:among\s+(?:the|those|several|other)\s+[^.;,“”]{0,40}?\b(?:who\s+were\s+)?)?"
    rf"(?:present|represented|in\s+attendance|{_GUESTS})"
)
_COMES_TO_POWER = r"(?:seized|took|assumed|came\s+to|rose\s+to|returned\s+to)\s+(?:power|control|leadership|office)"
_DELIVERS = (
    r"appear(?:s|ed|ing)?|represent(?:s|ed|ing)?\s+[^.;,“”]{1,40}?|deliver(?:s|ed|ing)?\s+[^.;,“”]{2,60}?"
    r"|gave\s+[^.;,“”]{2,40}?|(?:made|presented)\s+[^.;,“”]{2,40}?"
)
_MEETS = (
    r"(?:met|meet|meets|meeting|gather(?:s|ed|ing)?|assembl(?:es?|ed|ing)|conven(?:es?|ed|ing)|came\s+together|come\s+together|sat\s+down)"
    r"(?:\s+(?:today|here|in|on|at)\s+[^.;,“”]{1,80}?)?"
)
_IS_THERE = rf"(?:{_COMES_TO_TOWN}|{_SENDS_MEN}|{_SAYS}|{_IS_PRESENT}|{_COMES_TO_POWER}|{_DELIVERS}|{_MEETS})\s+(?:at|for|in|during)"
"""With "at", "for" or the like: "was the chief guest at", "gathered today in Oslo for", "seized power in"."""

_WHEN_OR_WHERE = rf"(?:(?:(?:on|this|last|late)\s+)?(?:{DATE}|[A-Z][a-z]+day|today|yesterday|week|month)\s+|(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}]\s+){{0,2}}"
GOVERNS = re.compile(rf"(?<![\w-])(?P<verb>{_TAKES_PART_IN}|{_IS_THERE}|{_HOLDS})\s+{_WHEN_OR_WHERE}{SLACK}{AMONG_SEVERAL}\Z")
"""The verb of which an event is the object."""
