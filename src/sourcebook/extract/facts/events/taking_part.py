"""Who takes part in an event: the lists of states, bodies and persons that the words around it make the ones who hold or join it."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.actors import BODY, DATE, EVENT, FOLK, OFFICE, OTHER, PEOPLE, PERSON, PLACE, STATE, SUBJECTS, Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.events.acting_there import TOPICS, acting_there
from sourcebook.extract.facts.events.attendance import acting_alone
from sourcebook.extract.facts.events.company import company, inverted
from sourcebook.extract.facts.events.delegates import (
    before_acting,
    fronted,
    men_of_sides,
    named_before,
    part_of_those,
    speakers_there,
    visiting,
)
from sourcebook.extract.facts.events.hosts import HOSTING, hosts, is_thanked
from sourcebook.extract.facts.events.last_event import ATTENDED, OF_MANY, each_of, is_of
from sourcebook.extract.facts.events.slack import AMONG_SEVERAL, FAR, NEAR, SLACK
from sourcebook.extract.facts.events.waged import CAMPAIGN, WAGED, fighters, waging
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.spoken_of import CALLING, called, is_talks
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_DOING = (
    r"(?:(?:is|was|were|are)\s+among\s+(?:the|those)\s+[^.;,“”]{0,30}?\b)?attend(?:s|ed|ing)?"
    r"|(?:re)?join(?:s|ed|ing)?(?:\s+in)?"
    r"|(?:co-|jointly\s+)?"
    r"(?:host|organi[sz]|convok|conven|sponsor|stag|hold|launch|mount|conduct|wag|coordinat|implement|institut|undertak|initiat|inaugurat|grac|witness|moderat|mediat|broker|orchestrat|engineer|impos|pursu"
    r"|facilitat)(?:e?s|ed|ing|e)?|(?:co-)?held|fought|fights?|fighting"
    r"|began|begins?|begun|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?|clos(?:es?|ed|ing)|conclud(?:es?|ed|ing)|complet(?:es?|ed|ing)|finish(?:es|ed|ing)?|end(?:s|ed|ing)?|(?:resum|continu|attempt|supervis|overs|step)(?:e?s|ed|ing|ees?|aw|een)(?:\s+up)?|continue|attempt"
    r"|(?:halt|suspend|re-?start|re-?open)(?:s|ed|ing)?|br(?:eak|eaks|oke|eaking)\s+off|(?:walk(?:s|ed|ing)?|pull(?:s|ed|ing)?)\s+out\s+of|kick(?:s|ed)?\s+off|wrap(?:s|ped)?\s+up|wound\s+up|carr(?:y|ies|ied|ying)\s+out|runs?|ran|led|leading|address(?:es|ed|ing)?|execut(?:es?|ed|ing)|perform(?:s|ed|ing)?|hold|holds|holding|staged?"
    r"|mark(?:s|ed)?|return(?:s|ed|ing)?\s+from|came\s+from|emerg(?:es?|ed|ing)\s+from|(?:stop|drop)(?:s|ped)\s+by|(?:went|appear(?:s|ed)|spoke)\s+before|(?:is|was|were|are)\s+in\s+(?:charge|command)\s+of|with(?:drew|draws?|drawn|drawing)\s+from"
    r"|(?:is|was|were|are|been)\s+(?:also\s+|still\s+|already\s+)?(?:among\s+(?:those|the\s+(?:[a-z-]+\s+)?[a-z]+s)\s+)?at"
    r"|(?:had|have|having)"
    r"(?!\s+"
    r"(?:oppos|condemn|critici[sz]|reject|denounc|protest|cover|surviv|stud|describ|predict|avoid|watch)[a-z]*ed\b)"
    r"|(?:respond|retaliat)ed\s+with|supporting|in\s+support\s+of|enter(?:s|ed|ing)?(?:\s+into)?|plan(?:s|ned)?|undertook"
    r"|sen(?:t|ds?|ding)\s+(?:[\w-]+\s+){0,4}(?:representatives?|delegations?|delegates|commissioners|officials|envoys|negotiators|observers)\s+to"
    r"|told(?=\s+(?:the\s+|an?\s+|this\s+)?(?:[a-z-]+\s+){0,3}\Z)|committed|commits?|perpetrated|convened?|declar(?:es?|ed|ing)|w[io]n(?:s|ning)?|los(?:es?|t|ing)|contest(?:s|ed|ing)?"
    r"|(?:co-)?chair(?:s|ed|ing)?"
)
_BESIDE = rf"(?:,?\s+(?:together|along|jointly)\s+with\s[^.;:“”{EVENT}]{{3,140}}?,?)?"
_WITHIN = (
    rf"(?:(?:t(?:ake|akes|ook|aking)|play(?:s|ed|ing)?)\s+(?:an?\s+)?(?:(?:active|leading|key|large|important|major|central|crucial|prominent|significant|substantial|constructive|pivotal|vital|critical|decisive)\s+)?(?:part|role){_BESIDE}|participat(?:es?|ed|ing){_BESIDE}|engag(?:es?|ed|ing)|interven(?:es?|ed|ing)(?:\s+[a-z]+ly)?|involv(?:es?|ed|ing)\s+(?:itself|himself|herself|themselves)(?:\s+(?:more\s+)?[a-z]+ly)?|involved|locked|embroiled|entangled|mired|ensnared|enmeshed|bogged\s+down|caught\s+up|(?:fought|fights?|fighting|defeated)(?:\s+(?:(?:alongside|against|with|together)\s+)?[^.;,“”]{{0,60}}?)?|fac(?:e|ed)\s+off"
    r"|(?:lead|leads|leading|led|head(?:s|ed|ing)?)\s+(?:(?:the|an?|its|his|her|their)\s+[^.;,“”]{2,40}?|[^.;,“”]{1,30}?\s(?:troops|forces|soldiers))|crash(?:es|ed)|rac(?:es|ed|ing)|finish(?:es|ed)(?:\s+(?:first|second|third|last|\w+th))?|serv(?:es?|ed|ing)|contribut(?:es?|ed|ing)|compet(?:es?|ed|ing)|represented|t(?:ake|akes|ook|aking)\s+the\s+floor|(?:made|gave|deliver(?:ed|s)|presented|submitted)\s+(?:an?|their|its|his|her)\s+(?:[a-z]+\s+)?(?:statement|speech|address|presentation|report|"
    + OTHER
    + r")|travel+(?:ed|s|ing)|went|came|flew|journeyed)\s+(?:in|to|at|by|(?<!serve )(?<!served )(?<!serves )(?<!serving )during|(?<=serve )with|(?<=served )with|(?<=serving )with|(?<=serves )with|(?<=involved )with)"
    r"|(?:interven(?:es?|ed|ing)|deploy(?:s|ed|ing)?|fought|operat(?:es?|ed|ing)|flew|flies|sen(?:t|ds?|ding)"
    r"|contribut(?:es?|ed|ing)|commit(?:s|ted|ting)?|dispatch(?:es|ed|ing)?)(?:\s+[^.;“”]{1,70}?)?\s+"
    r"(?:as\s+part\s+of|in\s+support\s+of|under|within|(?<=troops )to|(?<=forces )to|(?<=soldiers )to|(?<=personnel )to"
    r"|(?<=ships )to|(?<=peacekeepers )to|(?<=aircraft )to|(?<=company )to|(?<=battalion )to|(?<=unit )to|(?<=units )to|(?<=contingent )to|(?<=team )to|(?<=frigate )to|(?<=warship )to|(?<=vessels )to|(?<=platoon )to|(?<=jets )to|(?<=squadron )to|(?<=observers )to)"
)
_THERE = (
    rf"(?:(?:(?:is|was|are|were|be|been)\s+(?:currently\s+|also\s+)?in|arriv\w+\s+in|(?:travel\w*|flew|fl(?:y|ies)|went|go(?:es)?|came|head\w*)\s+to|converg\w+\s+(?:on|in)|assembl\w+\s+in)\s+(?:the\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?(?:\s+(?:on\s+)?{DATE})?(?=\s+for\s)"
    r"|sen(?:t|ds?|ding)\s+(?:[\w-]+\s+){0,4}"
    r"(?:representatives?|delegations?|delegates|officials|teams?|observers|troops|ships)|sp(?:eak|eaks|oke|eaking)"
    rf"(?:\s+(?:today|yesterday|{DATE}))?(?:\s+with\s+[^.;,“”]{{2,60}}?)?"
    r"|(?<!was )(?<!were )(?<!be )(?<!been )(?:said|stressed|announced|noted|warned|pledged|agreed|declared|stated|promised|vowed|reiterated"
    r"|joined\s+by\s+[^.;“”]{3,60}?)"
    r"|(?:is|was|were|are|be)\s+(?:also\s+|(?:recorded|listed|named|mentioned)\s+as\s+)?"
    r"(?:among\s+(?:the|those|several|other)\s+[^.;,“”]{0,40}?\b(?:who\s+were\s+)?)?"
    r"(?:present|represented|in\s+attendance"
    r"|(?:the\s+|an?\s+)?"
    r"(?:chief\s+guests?|guests?\s+of\s+honou?r|special\s+guests?|(?:keynote|main|guest)\s+(?:speakers?|"
    + OFFICE
    + r")|(?:one\s+of\s+the\s+|among\s+the\s+|an?\s+)?(?:[a-z-]+\s+)?(?:guests?|speakers?|participants?|panell?ists?|delegates?|signator(?:y|ies)|observers?|negotiators?)))"
    r"|(?:seized|took|assumed|came\s+to|rose\s+to|returned\s+to)\s+(?:power|control|leadership|office)|appear(?:s|ed|ing)?|represent(?:s|ed|ing)?\s+[^.;,“”]{1,40}?|deliver(?:s|ed|ing)?\s+[^.;,“”]{2,60}?"
    r"|gave\s+[^.;,“”]{2,40}?|(?:made|presented)\s+[^.;,“”]{2,40}?"
    r"|(?:met|meet|meets|meeting|gather(?:s|ed|ing)?|assembl(?:es?|ed|ing)|conven(?:es?|ed|ing)|came\s+together|come\s+together|sat\s+down)(?:\s+(?:today|here|in|on|at)\s+[^.;,“”]{1,80}?)?)\s+(?:at|for|in|during)"
)
_GOVERNS = re.compile(
    rf"(?<![\w-])(?P<verb>{_WITHIN}|{_THERE}|{_DOING})\s+(?:(?:(?:on|this|last|late)\s+)?(?:{DATE}|[A-Z][a-z]+day|today|yesterday|week|month)\s+|(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}]\s+){{0,2}}{SLACK}{AMONG_SEVERAL}\Z"
)
"""The verb of which an event is the object."""
_PART_OF = re.compile(
    rf"(?P<own>[’']s?)\s+(?:(?!and\b)\w+\s+){{0,4}}?contributions?\s+to\s+{SLACK}\Z|(?P<its>[’']s?)?\s+(?:(?!(?:and|no|any)\b)\w+\s+){{0,2}}?(?:participation|(?<!in )attendance|presence|involvement|role|membership|address|speech|remarks|statement|confirmation|announcement|intervention|actions?|entry|entrance|finish)\s+(?:in|at|to|into)\s+(?:both\s+)?{SLACK}\Z"
)
_THEN = (
    rf"(?:\s+(?:series|process|exercise|exercises|conference|summit|meeting|talks|drills|war))?"
    rf"(?:\s*\([^)]{{1,60}}\))?(?:,\s+which\s+[^,.;“”{PERSON}{EVENT}]{{3,60}},(?=\s+[a-z]))?"
    rf"(?:,\s+(?:co-)?(?:chaired|hosted|organi[sz]ed|led|convened|opened)\s+by\s[^.;“”{EVENT}]{{3,140}}?,(?=\s+(?:was|were|is|are|will)\s))?"
    rf"(?:,?\s+"
    rf"(?:(?:(?:(?:that|which)\s+)?"
    rf"(?:took\s+place|(?:will\s+)?takes?\s+place|conclude[sd]?|ended|closed|opened|began|kicked\s+off|wrapped\s+up|got\s+under\s+way|resumed"
    rf"|(?:was|were|is|are|will\s+be)\s+(?:also\s+)?"
    rf"(?:held|hosted|convened|organi[sz]ed|opened|launched|conducted|staged))"
    rf"|(?:is|was)\s+an?\s+(?:[\w-]+\s+){{0,5}}"
    rf"(?:operation|mission|campaign|war|conflict|exercise|conference|summit|meeting)|held|hosted"
    rf"|convened|organi[sz]ed|launched|conducted|staged|in|at|on|from|near|outside|off|last|this"
    rf"|earlier|over|for|about|aimed)\b|{DATE})[^.;“”{EVENT}]{{0,90}}?)?"
    rf"(?:,\s+[a-z][^,.;“”{PERSON}{EVENT}]{{3,70}},"
    rf"(?=\s+(?:was|were|is|are|saw|has|had|will|would|brought|gathered|drew|featured|included|involved)\b))?"
)
"""When, where and on what an event was."""
_TIED = words(
    "ties links relations relationship trade border borders differences difference gap trust tensions agreement deal treaty pact contacts "
    "friendship partnership exchanges communication dispute row feud scandal affair rivalry balance line bridge"
)
"""What is between two by itself: "the conflict is an obstacle to ties between Chile and Peru"."""
_BY = re.compile(
    rf"{_THEN}(?<! initiative)(?<! proposal)(?<! letter)(?<! effort),?\s+(?:which\s+|that\s+|and\s+)?"
    rf"(?:(?:was|were|is|are|has\s+been|have\s+been|had\s+been|will\s+be|would\s+be|being|be"
    rf"|(?:is|are|was|were)\s+(?:also\s+)?"
    rf"(?:expected|set|due|scheduled|likely|the\s+(?:\w+\s+){1, 2}(?:[a-z]+\s+)?)\s*to\s+be"
    rf"|will\s+also\s+be)\s+)?"
    rf"(?:(?:also|jointly|again|largely|mainly|formally|officially|personally|virtually)\s+)?"
    r"(?:attended|participated(?:\s+in)?|joined|conducted|(?:co-)?hosted|(?:co-)?organi[sz]ed|held|convened|led"
    r"|launched|(?:declared\s+)?open(?:ed)?|inaugurated|flagged\s+off|kicked\s+off|officiated|witnessed|observed|fought|carried\s+out|staged|sponsored|addressed|initiated|graced|waged|committed"
    r"|perpetrated|executed|undertaken|mediated|brokered|facilitated|coordinated|brokered\s+and\s+attended)"
    r"(?:\s+(?:in|at|on)\s+[^.;,“”]{1,40}?|\s+(?:jointly|together))?\s+by\b:?\s+"
)
_BRINGING = re.compile(
    rf"{_THEN}{''.join(f'(?<! {each})' for each in sorted(_TIED))},?\s+(?:which\s+|that\s+)?(?:(?:also|will|would|has|have)\s+)?"
    rf"(?:brought\s+together|(?:(?:was|is|were|are)\s+)?(?:(?:expected|set|due)\s+to\s+)?brings?\s+together|bringing\s+together|gather(?:ed|s|ing)|involv(?:ed|es|ing|e)|featur(?:ed|es|ing)|dr[ae]ws?|includ(?:ed|es)|grouping|with\s+(?:the\s+)?(?:\w+\s+)?(?:participation|presence|attendance|involvement)\s+(?:of|by|from)|attract(?:ed|s|ing)"
    rf"|(?:was\s+)?(?:honou?red|graced)\s+(?:with|by)\s+the\s+presence\s+of|in\s+the\s+presence\s+of|saw\s+(?:the\s+)?(?:(?:participation|attendance|presence)\s+of)?)\s+(?:(?:the\s+)?(?:participation|presence)\s+of\s+|(?:an?\s+)?(?:[a-z]+\s+){{0,3}}(?:address(?:es)?|remarks|speech(?:es)?|presentations?|statements?|performances?|interventions?)\s+(?:by|from|of)\s+(?:the\s+)?)?"
)
_BETWEEN = re.compile(
    rf"(?:\s+(?:process|series|meeting|talks))?(?:\s+(?:of|in)\s+{DATE})?(?:\s*\([^)]{{1,60}}\))?"
    rf"(?:(?:,?\s+(?:(?:that|which)\s+)?"
    rf"(?:was|were|is|are|has\s+been|have\s+been|will\s+be|began|started|resumed|opened|broke\s+out"
    rf"|erupted|raged|ensued|escalated|continues?|continued|took\s+place|takes\s+place|going\s+on"
    rf"|under\s+way|held|fought|waged|convened|launched|in|at|on|over|about|since|last|this)\b)[^.;“”\"{EVENT}]{{0,90}}?)?{''.join(f'(?<! {each})' for each in sorted(_TIED))},?\s+"
    rf"(?:(?:was|is)\s+an?\s+(?:[\w-]+,?\s+){{0,5}}?(?:{EVENT}|confrontation|gathering|struggle)\s+(?:(?:in|at)\s+[^.;,“”]{{2,30}}?\s+)?(?=between|among|of|involving))?"
    rf"(?:between|among|amongst|involving|(?:(?<=gathering )|(?<=meeting )|(?<={EVENT} ))of)\s+(?:the\s+)?"
)
_PITS = re.compile(
    rf"{_THEN},?\s+(?:which\s+|that\s+)?(?:has\s+|had\s+)?pit(?:s|ted|ting)?\s+(?:the\s+)?(?:[A-Z]?[a-z]+\s+(?!of\s))?(?=[^.;{EVENT}]{{1,120}}?(?P<other>\sagainst\s+(?:the\s+)?|\s+on\s+opposite\s+sides\b))"
)
_NOT_HELD = re.compile(r"\s(?:was|were|is|are|has|have|had|did)\s+not\b|\b(?:cancel\w+|called\s+off|boycott\w*)\b")
_NONE = re.compile(
    r"\b(?:no|without|never|nor|neither|rul(?:ed|es?|ing)\s+out|refus\w+|declin\w+)\s+(?:(?:to\s+(?!condemn|discuss|mention|end|stop|recogni[sz]e|call|criticise)\w+|an?|the|any|such)\s+){0,2}(?:[a-z-]+\s+){0,2}\Z"
    r"|\b(?:not|[Nn]or\s+(?:did|does|do|has|had|have)\b[^.;,]{2,40}?)\s+play\b[^.;,]{0,60}\Z"
    r"|\b(?:barred|banned|prevented|blocked|stopped|prohibited|excluded)\b[^.;]{0,90}\bfrom\s+[a-z]+ing\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,2}\Z"
)
_BONDS = words(
    "anniversary relations ties visit visits trip trips tour trade flood floods earthquake famine election elections referendum interview"
)
"""What is between two without their taking part in it."""
_BEFALLING = words("famine flood floods earthquake cyclone storm typhoon hurricane tsunami")
"""What nobody holds."""
_TWO = words(
    "talks negotiations negotiation discussions consultations dialogue dialogues war wars conflict conflicts drill drills exercise exercises "
    "summit summits meeting meetings session sessions clash confrontation standoff discussion hostilities clashes fighting battle manoeuvres "
    "maneuvers round rounds forum conversation conversations conference encounter encounters"
)
_PASSIVE = words("by")
_PITTING = words("pit pits pitted pitting")
_FRONTING = words("by participation presence attendance")
_AMONG = words("between among amongst involving gathering meeting")
_GATHERING = words(
    "together gathered gathers gathering involved involving involves involve featured featuring features drew draws attracted attracts attracting included includes include grouping participation presence attendance involvement saw"
)
_LATE = words("attended hosted addressed presence participation attendance")
_PARTS = words(
    "participation attendance presence involvement role membership address speech remarks statement confirmation announcement intervention entry entrance finish contribution contributions action actions"
)
_INVITING = words(
    "sent send sends sending dispatched dispatches host hosts hosted hosting receive receives received receiving welcome welcomes "
    "welcomed welcoming invite invites invited inviting gather gathers gathered gathering convene convenes convened convening "
    "join joins joined joining engage engages engaged engaging draw drew accompany accompanies accompanied accompanying"
)


@where(CALLING, "event")
def taking_part(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """States, bodies and persons that attend, join, fight in or hold an event, or between whom it is."""
    here = reading.inside(sentence.span, "event")
    meant = [] if sentence.words.isdisjoint(CALLING) else list(called(reading, sentence))
    if not here and not meant:
        return
    signs = Signs(reading, sentence, meant) if meant else signs_of(reading, sentence)
    # Where nobody is named, only "he" may have taken part.
    acted = any(signs.words[at] in SUBJECTS for at in signs.at)
    before: tuple[int, tuple[Linked, ...], re.Match[str] | None] | None = None
    for position in signs.events:
        event = signs.at[position]
        if event.found.kind == "visit":
            yield from each_of(event, visiting(signs, position), sentence)
        elif (
            not is_of(event, _BEFALLING)
            and not signs.words.startswith(" partner", position + 1)
            and not _NOT_HELD.search(signs.words, position, position + 60)
            and not _NONE.search(signs.words, position - NEAR, position)
        ):
            doers, governs = doers_of(signs, position)
            if governs is None and before and (too := _AND_EVENT.match(signs.words, before[0] + 1)) and too.end() == position:
                # "Ana Ruiz addressed the Copper Summit, the Amber Forum and the Salt Conference."
                _, doers, governs = before
            before = (position, doers, governs) if governs or doers else None
            yield from each_of(event, who_takes_part(signs, position, doers), sentence) if acted else ()
            if governs and not doers and not is_thanked(signs, position):
                yield from _alone(reading, sentence, signs, position, governs)


_AND_EVENT = re.compile(
    rf"(?:\s+of\s[^.;,{PERSON}]{{2,70}}?)?(?:\s*\([^)]{{1,20}}\))?(?:,?\s+(?:(?:most\s+)?notably|including|particularly|especially|such\s+as|like|as\s+well\s+as)\s+|\s+[–—-]\s+|:\s+|,\s+(?:and\s+)?|\s+and\s+)"
    rf"(?:(?:the\s+)?{BODY}(?:,\s+(?:and\s+)?|\s+and\s+))?(?:in\s+)?(?:the\s+|an?\s+)?(?:[a-z]+-[a-z-]+\s+|[Ee]xercises?\s+)?(?={EVENT}(?:[,.;]|\s*\(|\Z|\s+(?:in|on|at|of|and|hosted|held|organi[sz]ed|this|last)\b))"
)


def who_takes_part(signs: Signs, position: int, doers: tuple[Linked, ...]) -> Iterator[Linked]:
    """All who take part in the event at a position, besides those who do what the verb before it says."""
    text, event = signs.words, signs.at[position]
    # "The second “2+2 meeting” was attended by"
    after = position + 2 if text[position + 1 : position + 2] in {"”", '"'} else position + 1
    after = past.end() if (past := _OF_BODY.match(text, after)) else after
    holding = _HOLDING.search(text, position - NEAR, position)
    talks = is_talks(event) and not _ON_SCREEN.search(text, position - NEAR, position + NEAR)
    plain = bool(holding) and talks
    if not plain or not _persons(doers) or (len(doers) == 1 and " with " not in text[position:]):
        # Persons who hold talks with others have met these.
        yield from doers
    yield from those(fronted(signs, _OPENING, position) if not signs.spoken.isdisjoint(_FRONTING) else None)
    yield from before_acting(signs, position)
    if "with" in signs.spoken or "whose" in signs.spoken:
        yield from men_of_sides(signs, position)
    next_event = next((at for at in signs.events if at > position), len(text))
    found = signs.after(None if signs.spoken.isdisjoint(_LATE) else _LATER.search(text, after, next_event))
    yield from those(found)
    pits = _PITS.match(text, after) if not signs.spoken.isdisjoint(_PITTING) else None
    for side in (pits.end(), pits.end("other")) if pits else ():
        yield from those(signs.list_at(side))
    bond = is_of(event, _BONDS)
    for pattern, fewest, cues in ((_BY, 1, _PASSIVE), (_BRINGING, 1, _GATHERING), (_BETWEEN, 2, _AMONG)):
        if signs.spoken.isdisjoint(cues):
            continue
        led = pattern.match(text, after) if fewest == 1 or not bond else None
        found = signs.after(led) if led and not _SAID_THAT.search(led[0]) else None
        # Persons between whom talks are have met.
        if found and max(len(found.who), found.many) >= fewest and not (pattern is _BETWEEN and talks and _persons(found.who)):
            yield from found.who
            yield from those(signs.after(_TOO.match(text, found.end)))
    if not bond and is_of(event, _TWO):
        beside = list(company(signs, position))
        with_states = not _persons(beside)
        yield from () if talks and _persons((*beside, *doers)) else beside
        # "Talks with counterparts from Norway and Chile": nobody is named whom they met.
        yield from doers if plain and with_states else ()
    if is_of(event, WAGED) or CAMPAIGN.search(event.found.name):
        yield from waging(signs, position)
    if event.found.kind in _FOUGHT_OUT:
        yield from fighters(signs, position)
    yield from acting_there(signs, position, doers)
    yield from () if signs.spoken.isdisjoint(HOSTING) else hosts(signs, position)
    if is_of(event, _HELD):
        speakers = speakers_there(signs, position)
        # Those who said something at their own talks have met.
        yield from () if plain and len(speakers) > 1 else speakers
    yield from inverted(signs, position, after)


_SPOKEN_OF = words("talks negotiations negotiation dialogue discussions consultations")
_FOUGHT_OUT = words("conflict election referendum")
_OF_BODY = re.compile(rf"\s+of\s+(?:the\s+)?{BODY}(?=\s)")
_ON_SCREEN = re.compile(r"\bvia\s+(?:a\s+)?(?:video|tele)|\bby\s+(?:video|(?:tele)?phone)|\b(?:online|virtually)\b")
"""How those talk who do not meet."""
_TOO = re.compile(r"\s+against\s+|,?\s+and\s+(?:attended|joined|hosted|addressed|supported|mediated|brokered|led)\s+by\s+")
_MEANWHILE = re.compile(r"(?:said|announced|noted|warned|pledged|agreed|declared|stated|promised|spoke|appeared|met|made)\b.*during\Z")
_OPENING = re.compile(
    r"[\s“\"‘—–-]*(?:(?:Co-|Jointly\s+)?(?:[Hh]ost|[Oo]rgani[sz]|[Cc]onven|[Ss]ponsor)|Attend|Mediat|Broker|Orchestrat|Conduct|Plann|Launch|Open|Initiat|Facilitat|Address)ed\s+(?:[a-z]+\s+)?by\s+(?:the\s+)?|(?:With|In)\s+the\s+(?:\w+\s+)?(?:participation|presence|attendance)\s+of\s+(?:the\s+)?"
)


_SAID_THAT = re.compile(r"\b(?:said|declared|announced|stated|stressed|added|noted)\s+that\b")
_LATER = re.compile(
    r",\s+(?:(?:(?:also|and)\s+)?(?:attended|hosted|addressed)\s+by|in\s+the\s+presence\s+of|with\s+the\s+(?:\w+\s+)?(?:participation|attendance)\s+of)\s+"
)


def is_attended(signs: Signs, position: int) -> bool:
    """Whether a passive tells who came to the event at a position, or held it."""
    return bool(_BY.match(signs.words, position + 1))


def _persons(who: Iterable[Linked]) -> bool:
    return all(each.found.type == "person" for each in who)


_HOLDING = re.compile(
    rf"\b(?:held|holds?|holding|had|have|having|began|begins?|start(?:s|ed)|conclud\w+|continu\w+|(?:engaged|involved|locked)\s+in|(?:gathered|met|convened|assembled)\s+for|conduct\w*|resum\w+)\s+{SLACK}\Z"
)


def doers_of(signs: Signs, position: int) -> tuple[tuple[Linked, ...], re.Match[str] | None]:
    """Those who act in the event at a position, and the verb that governs it."""
    governs = _GOVERNS.search(signs.words, position - NEAR, position)
    kind, verb = signs.at[position].found.kind, governs["verb"] if governs else ""
    topic = verb.startswith("address") and (kind in TOPICS or is_of(signs.at[position], _SPOKEN_OF))
    if topic or (kind in TOPICS and _MEANWHILE.match(verb)) or (verb.startswith("withdr") and kind in ATTENDED):
        # "Ana Ruiz addressed the talks aimed at peace", "declared during the war": she spoke of them. "Norway withdrew from the summit": it never came.
        governs = None
    return _subject(signs, position, governs), governs


def _subject(signs: Signs, position: int, governs: re.Match[str] | None) -> tuple[Linked, ...]:
    """Those who do what the verb before an event says, or of whose part in it the words speak; and whom they invite to it."""
    part = None if signs.spoken.isdisjoint(_PARTS) else _PART_OF.search(signs.words, position - NEAR, position)
    theirs = () if part or signs.spoken.isdisjoint(_PARTS) else part_of_those(signs, position)
    if part:
        if part["own"] and not is_of(signs.at[position], WAGED | _MISSIONS):
            # "Contributions to the pandemic response"
            return ()
        found = signs.up_to(part) or signs.list_to(part.end("own" if part["own"] else "its"))
        one = signs.at.get(part.start() - 1)
        # "Norwegian involvement in the war"
        folk = (one,) if one and one.found.type == "demonym" and is_state(one) else ()
        theirs = found.who if found else folk or named_before(signs, part.start())
    if theirs:
        return theirs
    found = signs.doing(governs)
    if found is None and governs and (aim := _AIM.search(signs.words, 0, governs.start())):
        found = signs.up_to(aim)
    if found and governs and _NEVER.search(signs.words, found.end, governs.start()) and "until" not in signs.spoken:
        return ()
    doers = those(found)
    along = _ALONG.search(signs.words, found.end - 1, governs.start()) if found and governs and "by" in signs.spoken else None
    doers = (*doers, *(those(signs.after(along))))
    for side in _SIDE.finditer(signs.words, *governs.span("verb")) if governs and doers else ():
        doers = (*doers, *(those(signs.after(side))))
    hosted = None if signs.spoken.isdisjoint(_INVITING) else _HOSTED.search(signs.words, position - FAR, position)
    if hosted is None:
        return doers
    guests = signs.list_at(hosted.start("guests"))
    whole = guests.end == hosted.end("guests") if guests else _GUESTS.fullmatch(signs.words, *hosted.span("guests"))
    joins = hosted[0].startswith("join") and " by " not in hosted[0][: len("joined by ")]
    host = signs.doing(hosted) if (whole or joins) and not hosted[0].startswith("invit") else None
    return (*doers, *(those(host)), *(guests.who if guests and (whole or joins) else ()))


_MISSIONS = words("exercise exercises peacekeeping force talks conference summit forum mission missions campaign")
_ALONG = re.compile(r",\s+(?:accompanied|joined|flanked)\s+by\s+(?:the\s+)?")
_AIM = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:attempts?|efforts?|moves?|decisions?|bids?)\s+to\s+\Z")
"""After whose aim it is: "Norway's attempts to fight a war"."""
_NEVER = re.compile(r"\b(?:not|never)\s(?!only\b)")
_GUESTS = re.compile(
    rf"(?:the\s+)?(?:gathering|event|occasion|proceedings)|(?:[\w-]+\s+|{FOLK}\s+){{0,6}}(?:{PEOPLE})(?:\s+(?:of|from)\s+[^,.;]{{2,40}})?"
)
_SIDE = re.compile(
    r"\b(?:alongside|(?<!speech )(?<!remarks )(?<!statement )against|with|fought|fights?|fighting|defeated|represent(?:s|ed|ing)?)\s+(?:the\s+)?"
)
_HOSTED = re.compile(
    rf"\b(?:(?:host|receiv|welcom|invit|gather|conven|join|dispatch|engag)(?:e?s|ed|ing|e)?|sen(?:t|ds?|ding)|dr[ae]w|accompan(?:y|ies|ied|ying))"
    rf"(?:\s+by)?\s+(?P<guests>(?:[^.;:“”{EVENT}]|(?<=Dr)\.|(?<=M[rs])\.){{1,150}}?)"
    rf"(?:\s+(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}{BODY}](?:,\s+[{PLACE}{STATE}],?)?)?(?:\s+(?:on\s+)?{DATE})?\s+(?:for|to|at|during|in)\s+"
    rf"(?:(?:talks|discussions)\s+(?:at|during)\s+)?{SLACK}\Z"
)


def _alone(reading: Reading, sentence: Sentence, signs: Signs, position: int, governs: re.Match[str]) -> Iterator[Statement]:
    """One person who does what the verb before an event says, where no name stands right before it: "he attended"."""
    if not _OF_ONE.match(governs["verb"]) or (_GOING.search(signs.words, 0, governs.start()) and not _OF_PERSONS.match(governs["verb"])):
        return
    event, verb = signs.at[position], signs.place(governs.start())
    if is_of(event, OF_MANY) or (governs["verb"].startswith("support") and event.found.priority == BY_NOUN):
        # "supporting the peace process" is no part in it.
        return
    for who in acting_alone(reading, sentence.span.start, verb):
        if who != event.entity:
            yield Statement(event.entity, "participant", who, sentence, Span(verb, event.span.end))
    yield from each_of(event, iter(those(signs.after(_WITH.search(signs.words, *governs.span("verb"))))), sentence)


_WITH = re.compile(r"\b(?:together|along|jointly)\s+with\s+")
_GOING = re.compile(r"\bto\s+(?:\w+\s+)?\Z")
_OF_PERSONS = re.compile(r"attend|t(?:ake|ook|aking)|particip|address|sp(?:eak|oke)|host|join|chair|represent|deliver|gave")
_OF_ONE = re.compile(
    r"attend|told|t(?:ake|ook|aking)|particip|address|sp(?:eak|oke)|(?:co-)?host|launch|beg[aiu]n|conduct|execut|support|in\s+support|join|fought|wag|engag|involv|represent|deliver|gave|conven|organi[sz]|lead|led|head|serv|crash|rac|finish|w[io]n|los[et]|contest"
)


_HELD = words(
    "summit conference forum meeting meetings session sessions talks conversation conversations call discussion discussions negotiation "
    "negotiations ceremony dialogue consultations symposium workshop seminar assembly roundtable congress debate hearing ministerial"
)
