"""Who does what the verb before an event says, and of whose part in it the words speak."""

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.events.acting_there import TOPICS
from sourcebook.extract.facts.events.delegates import named_before, part_of_those
from sourcebook.extract.facts.events.governing import GOVERNS
from sourcebook.extract.facts.events.last_event import ATTENDED, is_of
from sourcebook.extract.facts.events.slack import FAR, NEAR, SLACK
from sourcebook.extract.facts.events.waged import WAGED
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.list_items import PEOPLE
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, PLACE, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state


def doers_of(signs: Signs, position: int) -> tuple[tuple[Linked, ...], re.Match[str] | None]:
    """Those who act in the event at a position, and the verb that governs it."""
    governs = GOVERNS.search(signs.words, position - NEAR, position)
    kind, verb = signs.at[position].found.kind, governs["verb"] if governs else ""
    topic = verb.startswith("address") and (kind in TOPICS or is_of(signs.at[position], _SPOKEN_OF))
    if topic or (kind in TOPICS and _MEANWHILE.match(verb)) or (verb.startswith("withdr") and kind in ATTENDED):
        # "Ana Ruiz addressed the talks aimed at peace", "declared during the war": she spoke of them. "Norway withdrew from the summit": it never came.
        governs = None
    if governs and any(_ONLY_SPOKEN_OF.search(signs.words, 0, end) for end in (governs.end("verb"), governs.start())):
        # "gave as an example the need for negotiations", "explained the reasons for launching the operation"
        governs = None
    if governs and _CALLED_OFF.search(signs.words, 0, governs.start()):
        # "had to cancel a trip to Lima to attend the summit"
        governs = None
    return _subject(signs, position, governs), governs


_ONLY_SPOKEN_OF = re.compile(
    r"\b(?:needs?|case|reasons?|demands?|desire|plea|hopes?|prospects?|possibility|importance|necessity|urgency|threat|risk|fears?|danger|idea|calls?)\s+(?:for|of)(?:\s+(?:[a-z]+ly\s+)?)?\Z"
)
_SPOKEN_OF = words("talks negotiations negotiation dialogue discussions consultations pandemic crisis famine")
_MEANWHILE = re.compile(r"(?:said|announced|noted|warned|pledged|agreed|declared|stated|promised|spoke|appeared|met|made)\b.*during\Z")


def _subject(signs: Signs, position: int, governs: re.Match[str] | None) -> tuple[Linked, ...]:
    """Those who do what the verb before an event says, or of whose part in it the words speak; and whom they invite to it."""
    part = None if signs.spoken.isdisjoint(_PART_WORDS) else _PART_OF_THOSE.search(signs.words, position - NEAR, position)
    theirs = () if part or signs.spoken.isdisjoint(_PART_WORDS) else part_of_those(signs, position)
    if part:
        if part["own"] and not is_of(signs.at[position], WAGED | _CONTRIBUTED_TO):
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
    if found and governs and (urged := _URGED.search(signs.words, found.end, governs.start())):
        # "Norway urged Chile to join the talks": Chile.
        whom = signs.after(urged)
        found = whom if whom and _TO_DO_IT.match(signs.words, whom.end) else None
    if found is None and governs and (aim := _AIM.search(signs.words, 0, governs.start())):
        found = signs.up_to(aim)
    if found and governs and _ONLY_INVITED.search(signs.words, found.end, governs.start()):
        # "Norway will be invited to attend"
        return ()
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
    return (*doers, *_invited(signs, hosted))


def _invited(signs: Signs, hosted: re.Match[str]) -> tuple[Linked, ...]:
    """The host of an event and those invited to it, as far as they are named."""
    guests = signs.list_at(hosted.start("guests"))
    whole = guests.end == hosted.end("guests") if guests else _GUESTS.fullmatch(signs.words, *hosted.span("guests"))
    joins = hosted[0].startswith("join") and " by " not in hosted[0][: len("joined by ")]
    host = signs.doing(hosted) if (whole or joins) and not hosted[0].startswith("invit") else None
    if host and hosted[0].startswith(("sen", "dispatch")) and all(each.found.type == "person" for each in host.who):
        # "sent her deputy to attend the summit": she need not be there.
        host = None
    return (*those(host), *(guests.who if guests and (whole or joins) else ()))


_PART_WORDS = words(
    "participation attendance presence involvement role membership address speech remarks statement confirmation announcement intervention "
    "entry entrance finish contribution contributions action actions"
)
_PART_IN = (
    r"(?:participation|(?<!in )attendance|presence|involvement|role|membership|address|speech|remarks|statement|confirmation|announcement"
    r"|intervention|actions?|entry|entrance|finish)\s+(?:in|at|to|into)"
)
_PART_OF_THOSE = re.compile(
    rf"(?P<own>[’']s?)\s+(?:(?!and\b)\w+\s+){{0,4}}?contributions?\s+to\s+{SLACK}\Z"
    rf"|(?P<its>[’']s?)?\s+(?:(?!(?:and|no|any)\b)\w+\s+){{0,2}}?{_PART_IN}\s+(?:both\s+)?{SLACK}\Z"
)
"""After whose part in an event it is: "Norway's active participation in"."""
_URGED = re.compile(
    r"\b(?:urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|call(?:s|ed|ing)?\s+(?:up)?on|press(?:es|ed|ing)?|persuad(?:es?|ed|ing)|want(?:s|ed|ing)?|request(?:s|ed|ing)?|encourag(?:es?|ed|ing)"
    r"|implor(?:es?|ed|ing)|push(?:es|ed|ing)?|forc(?:es?|ed|ing)|begg(?:ed|ing)|appeal(?:s|ed|ing)?\s+to|allow(?:s|ed|ing)?|order(?:s|ed|ing)?|told|tell(?:s|ing)?)\s+(?:the\s+)?"
    rf"(?=[^.;,{EVENT}]{{1,60}}\sto\s)"
)
_TO_DO_IT = re.compile(r"(?:\s*\([^)]{1,12}\))?\s+to\s")
_CONTRIBUTED_TO = words("exercise exercises peacekeeping force talks conference summit forum mission missions campaign")
_AIM = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:attempts?|efforts?|moves?|decisions?|bids?|willingness|readiness)\s+to\s+\Z")
"""After whose aim it is: "Norway's attempts to fight a war"."""
_NEVER = re.compile(r"\b(?:not|never)\s(?!only\b)")
_CALLED_OFF = re.compile(
    r"\b(?:cancel(?:s|l?ed|l?ing)?|scrap(?:s|ped)?|abandon(?:s|ed)?|call(?:s|ed)?\s+off)\s+(?:an?|the|his|her|its|their|plans)\s[^.;]{1,90}?\sto\s+\Z"
)
_ONLY_INVITED = re.compile(
    r"\b(?:will|would|could|may|might|should|must|to)\s+(?:also\s+|not\s+|then\s+)?be\s+(?:invited|asked|urged|encouraged)\b"
)
_ALONG = re.compile(r",\s+(?:accompanied|joined|flanked)\s+by\s+(?:the\s+)?")
_SIDE = re.compile(
    r"\b(?:alongside|(?<!speech )(?<!remarks )(?<!statement )against|with|fought|fights?|fighting|defeated|represent(?:s|ed|ing)?)\s+(?:the\s+)?"
)
_INVITING = words(
    "sent send sends sending dispatched dispatches host hosts hosted hosting receive receives received receiving welcome welcomes "
    "welcomed welcoming invite invites invited inviting gather gathers gathered gathering convene convenes convened convening "
    "join joins joined joining engage engages engaged engaging draw drew accompany accompanies accompanied accompanying"
)
_HOST = r"(?:(?:host|receiv|welcom|invit|gather|conven|join|dispatch|engag)(?:e?s|ed|ing|e)?|sen(?:t|ds?|ding)|dr[ae]w|accompan(?:y|ies|ied|ying))"
_HOSTED = re.compile(
    rf"\b{_HOST}(?:\s+by)?\s+(?P<guests>(?:[^.;:“”{EVENT}]|(?<=Dr)\.|(?<=M[rs])\.){{1,150}}?)"
    rf"(?:\s+(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}{BODY}](?:,\s+[{PLACE}{STATE}],?)?)?(?:\s+(?:on\s+)?{DATE})?\s+(?:for|to|at|during|in)\s+"
    rf"(?:(?:talks|discussions)\s+(?:at|during)\s+)?{SLACK}\Z"
)
"""As in "welcomed Ana Ruiz and Ola Lund in Oslo for"."""
_GUESTS = re.compile(
    rf"(?:the\s+)?(?:gathering|event|occasion|proceedings)|(?:[\w-]+\s+|{FOLK}\s+){{0,6}}(?:{PEOPLE})(?:\s+(?:of|from)\s+[^,.;]{{2,40}})?"
)
