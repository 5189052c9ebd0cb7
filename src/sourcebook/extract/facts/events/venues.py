"""Where events are, past the words that say whose they are, when and on what: "talks between Norway and Chile on fish on Monday in Oslo"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.events.last_event import ATTENDED
from sourcebook.extract.facts.events.slack import SLACK
from sourcebook.extract.facts.events.waged import owner_of
from sourcebook.extract.facts.places.placing import COMPASS, placed
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.facts.spoken_of import CALLING, called
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, size_of
from sourcebook.extract.statements import Statement

_WHOSE = re.compile(
    r",?\s+(?:(?:was|were|is|will\s+be|being)\s+(?=(?:(?:co-)?hosted|organi[sz]ed|convened)\s))?"
    r"(?:of|between|among|with|involving|mediated\s+by|brokered\s+by|facilitated\s+by|attended\s+by|hosted\s+by|co-hosted\s+by|(?:jointly\s+|co-)?organi[sz]ed\s+by|convened\s+by|supported\s+by|sponsored\s+by"
    r"|led\s+by|chaired\s+by|by|alongside|along\s+with|together\s+with|(?:carried\s+out|conducted|waged|mounted|launched|staged)\s+by)\s+(?:its\s+|his\s+|her\s+|their\s+)?"
)
_WHEN = re.compile(
    rf",\s+an?\s+(?:[\w-]+\s+){{0,5}}(?:gathering|event|meeting|conference|summit|forum|fair|exhibition|exercise|drill|festival)(?=\s+(?:in|at|on|held|organi[sz]ed|hosted)\s)|"
    rf"\s+for\s+the\s+(?:first|second|third|fourth|last)\s+time(?:\s+(?:ever|since\s+{DATE}|in\s+[\w ]{{3,16}}))?"
    rf"|,?\s+(?:(?:that|which)\s+)?"
    rf"(?:(?:(?:was|were|is|are|will\s+be|has\s+been)\s+)?"
    rf"(?:held|hosted|convened|taking\s+place|took\s+place|takes\s+place|launched|conducted|scheduled|due"
    rf"|planned)\s+)?(?:(?:on|from|in|for|since|during|until|to)\s+)?(?:the\s+)?"
    rf"(?:{DATE}|today|yesterday|(?:last|this|next|earlier\s+this)\s+(?:week|month|year|weekend))"
)
_ON_WHAT = re.compile(
    r",\s+attended\s+by\s[^,;.“”]{3,90},|\s+(?:on|under)\s+the\s+theme(?:\s+of)?:?\s+[“\"‘'][^”\"]{3,160}[”\"’']|\s*\([^)]{1,60}\)"
    r"|\s+(?:on|about|over|to|for)\s+(?!the\s+(?:sidelines|margins))"
    r"(?:(?!(?:in|at|near|with|held|that|which|who|was|were|is|are|said|and\s+the)\b)[a-z][\w’'-]*,?\s*){1,8}"
    r"(?<!\s)"
)
_WHERE = re.compile(
    rf",?\s+(?:(?:that|which)\s+)?(?:(?:was|were|is|are|will\s+be|will|(?:has|have|had)\s+been|to\s+be|being)\s+)?"
    rf"(?:(?:now\s+|currently\s+|also\s+|scheduled\s+|due\s+|slated\s+|planned\s+)?"
    rf"(?:to\s+take\s+place|to\s+be\s+held|held|taking\s+place|took\s+place|takes\s+place|hosted|convened"
    rf"|conducted|staged|open(?:s|ed)?|beg[ai]ns?|starts?|started|kick(?:s|ed)?\s+off|got\s+under\s+way|collapsed|broke\s+down|resume[sd]?|continue[sd]?|conclude[sd]?|end(?:s|ed)|close[sd]|wrapped\s+up"
    rf"|underway|under\s+way)\s+(?:(?:on\s+)?{DATE}\s+)?)?"
    rf"(?:in|at|near|around|outside|off|(?P<on>on))\s+(?:the\s+)?"
    rf"(?:(?:[a-z-]+\s+){{0,3}}"
    rf"(?:cit(?:y|ies)|towns?|capital|port|village|province|region|resort|island|state)\s+of\s+"
    rf"|{FOLK}\s+(?:[a-z-]+\s+)?(?:city|town|capital|port|village|province|region|resort|island|state)"
    rf"(?:\s+of|,)?\s+"
    rf"|[{STATE}{PLACE}](?:[’']s?)?\s+(?:[a-z-]+\s+){{0,2}}"
    rf"(?:city|town|capital|port|village|province|region|resort)(?:\s+of|,)?\s+|{COMPASS})?"
    rf"(?P<place>[{PLACE}{STATE}])(?![’'/-])(?!\s+(?:and|or)\s+[a-z]+ed\b|\s+(?:[A-Z]\w+\s+)?format\b)"
)
_HERE = re.compile(
    r"(?i)\b"
    r"(?:summit|conference|session|talks|meetings?|forum|negotiations|round|attacks?|bombings?|clashes|siege"
    r"|ceremony|symposium|olympics|games|shooting|congress|drills|massacre|consultations)\b"
)
_BATTLE_OF = re.compile(r"(?:[\w-]+\s+){0,2}(?:Battle|[Ss]iege|Fall|Sack)\s+of\s+(?:the\s+)?")
_ABOUT = re.compile(r"(?i)\b(?:election|referendum|visit|trip|tour|crisis|war|campaign|relations|anniversary|process|aid|call)\b")
STEPS = 4
"""Phrases between an event and where it is."""


def venues(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Where the events of a sentence are."""
    signs, happenings = signs_of(reading, sentence), reading.inside(sentence.span, "event")
    for position in signs.events:
        event = signs.at[position]
        own = _AT_HOME.search(event.found.name)
        if lands := _gone_into(reading, event):
            # "Ana Ruiz's visit to Chile" is told by who visited what.
            yield from (replace(placed(event, each, sentence), derived=event.found.kind == "visit") for each in lands)
            continue
        if _ABOUT.search(event.found.name) and not own:
            named = _named_in(reading, event) if _PROCESS.search(event.found.name) else None
            if named:
                yield placed(event, named, sentence)
            continue
        place = (
            past_whose(signs, position + 1, event.found.name)
            or _named_in(reading, event)
            or _at_home(signs, position)
            or _told_first(signs, position)
        )
        # "To end the Chilean war at an Oslo summit": the summit is there.
        elsewhere = place and any(each is not event and each.span.contains(place.span) for each in happenings)
        if place and place.entity != event.entity and not elsewhere:
            yield placed(event, place, sentence)


_PLACING = words("held place hosted convened staged opened began kicked concluded")


@where(_PLACING)
def later_venues(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Where the events of before are that a sentence speaks of by no name: "It took place in Lima", "The event was held at"."""
    if sentence.words.isdisjoint(CALLING):
        return
    named = {each.span for each in reading.inside(sentence.span, "event")}
    meant = [each for each in called(reading, sentence) if each.span not in named and not _ABOUT.search(each.found.name)]
    signs = Signs(reading, sentence, meant) if meant else None
    for position in signs.events if signs else ():
        event = signs.at[position] if signs else None
        place = past_whose(signs, position + 1) if signs and event in meant else None
        if event and place and place.entity != event.entity:
            yield placed(event, place, sentence)


def _named_in(reading: Reading, event: Linked) -> Linked | None:
    """The city that an event's name begins with, or where a battle was: "the Geneva talks", "the Battle of Oslo"."""
    first = next(iter(reading.inside(event.span, "place")), None)
    if first and size_of(first) < COUNTRY and _BATTLE_OF.fullmatch(reading.text, event.span.start, first.span.start):
        return first
    if first is None:
        return None
    entry = first.found.entry
    if entry and entry.kind == "city" and _PROCESS.search(event.found.name):
        # "The Oslo peace process" is called after where it began.
        return None
    if _OF_THE_LAND.fullmatch(reading.text, first.span.end, event.span.end):
        # "the Harbour Islands conflict"
        return first if reading.text[event.span.start : first.span.start] in {"", "the ", "The "} else None
    # "The Quebec Conference" was there as the Geneva talks were; "the Lapland talks" may be on Lapland.
    city = entry is not None and (
        entry.kind == "city" or (entry.kind == "region" and bool(entry.country and _MET_AT.match(reading.text, first.span.end)))
    )
    if not _HERE.search(reading.text, first.span.end, event.span.end) or size_of(first) >= COUNTRY:
        return None
    lead = reading.text[event.span.start : first.span.start]
    return first if city and _NUMBER.fullmatch(lead) and reading.text[first.span.end : first.span.end + 1] == " " else None


def _gone_into(reading: Reading, event: Linked) -> list[Linked]:
    """The lands into which an attack or a visit goes: "the invasion of Chile", "the shelling of Lima", "Peru's war on Chile", "my visit to Chile and Peru"."""
    text, start = reading.text, event.span.start
    places = reading.inside(event.span, "place")
    for at, place in enumerate(places):
        blow = _ONTO.search(text, start - NEAR, place.span.start)
        if blow is None or blow.end(blow.lastgroup or 0) <= start or _MEN_OF.match(text, place.span.end):
            continue
        if _SOMETHING_ELSE.search(text, start, max(start, blow.start(blow.lastgroup or 0))):
            # "A meeting against the backdrop of the invasion of Chile" was not there.
            continue
        if cues.CALLED_OFF.search(text, start - NEAR, start):
            return []
        further = [other for one, other in pairwise(places[at:]) if _AND_TO.fullmatch(text, one.span.end, other.span.start)]
        return [place, *further]
    return []


_AND_TO = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:to\s+)?(?:the\s+)?")
NEAR = 40
"""Code points before a war in which it is told whose it is."""
_ONTO = re.compile(
    r"(?:\b(?P<noun>(?i:invasion|occupation|bombardment|bombing|shelling|siege|conquest|blockade|aggression)s?\s+(?:of|on|against)|(?:visit|trip)s?\s+to)"
    r"|[’']s\s+(?:(?!(?:economic|trade|tariff|cyber|information|media|psychological|soft|price|ability|capacity|power|threats?|plans?|wage)\b)[\w-]+,?\s+){0,6}?(?P<war>war\s+(?:on|against)))\s+(?:the\s+)?(?:(?!(?:by|in|and|of|from)\b)[\w-]+\s+){0,2}\Z"
)
"""What is done to a whole land; where an attack or an assault on somebody is, it need not tell."""
_SOMETHING_ELSE = re.compile(r"(?<!war)(?<!acts)(?<!act)\s(?:of|on|in|at|about|against|after|before|amid|for|with|over)\s")
_MEN_OF = re.compile(
    r"[’'-]\w|\s+(?:[a-z]+\s+)?(?:forces|troops|interests|citizens|civilians|soldiers|sailors|airmen|marines|targets|positions|bases?|camps|barracks|ships|shipping|vessels"
    r"|warships|installations|facilities|personnel|embass(?:y|ies)|consulates?|officials|diplomats|people|government|regime|policy|military|army|navy)\b"
)
"""After a land whose men or ships are attacked."""


def _at_home(signs: Signs, position: int) -> Linked | None:
    """The state whose civil war or elections they are: "Chile's civil war"."""
    if _WITH_OTHERS.match(signs.words, position + 1):
        return None
    owner = owner_of(signs, position) if _AT_HOME.search(signs.at[position].found.name) else None
    return next((each for each in owner.who if each.found.type == "place"), None) if owner else None


_AT_HOME = re.compile(
    r"(?i)\b(?:civil\s+war|elections?|referendum|conflict|crisis|uprising|revolution|genocide|insurgency|rebellion|unrest|protests?)\Z"
)
_WITH_OTHERS = re.compile(r"\s+(?:with|against|over|between|in|at)\b|\s+to\s+(?:the\s+)?(?![a-z])")
"""After a conflict that need not be at home, or an election to a body: "Chile's conflict with Peru", "Chile's election to the Council"."""


def _told_first(signs: Signs, position: int) -> Linked | None:
    """The place of "the venue of the summit was Oslo", "Held in Oslo in May, the summit", "In Oslo, the summit opened", "the summit (Oslo, 2013)"."""
    text, after = signs.words, position + 1
    if not signs.spoken.isdisjoint(_HOSTING):
        host = _HOSTED_BY.match(text, after) or _HOSTS.search(text, position - 2 * NEAR, position)
        which = None if host else _WHICH_HOSTS.match(text, after)
        if which:
            return signs.at[which.start("place" if which["place"] else "town")]
        if host:
            return signs.at[host.start("place")]
    if not signs.spoken.isdisjoint(_GATHERING) and (met := _GATHERED_IN.search(text, position - 2 * NEAR, position)):
        return signs.at[met.start("place")] if signs.at[position].found.kind in ATTENDED else None
    if "held" in signs.spoken and (aside := _HELD_AT.match(text, after)):
        return signs.at[aside.start("place")]
    if text.startswith("In ") and (front := _IN_IT.match(text, 0, position)) and front.end() == position:
        return signs.at[front.start("place")]
    venue = "venue" in signs.spoken and _VENUE_OF.search(text, 0, position)
    found = _VENUE_IS.match(text, after) if venue else _IN_BRACKETS.match(text, after)
    if found is None:
        opens = _HELD_IN.match(text, 0, position)
        found = (
            opens
            if opens and _THE_EVENT.fullmatch(text, opens.end(), position) and (opens["held"] or _GOES_ON.match(text, after))
            else None
        )
    return signs.at[found.start("place")] if found else None


_HOSTING = words("host hosts hosted hosting which that")
_IN_IT = re.compile(
    rf"In\s+(?:the\s+)?(?P<place>[{PLACE}{STATE}])(?:,\s+[{PLACE}{STATE}])?(?:\s+(?:on\s+)?{DATE})?,\s+[^.;“”{EVENT}]{{1,160}}?\s"
    rf"(?:held|hosted|convened|opened|attended|(?:co-)?chaired|addressed|(?:took\s+part|participated)\s+in)\s+(?:(?:on\s+)?{DATE}\s+)?{SLACK}"
)
"""As in "In Lima, the ministers of Norway and Chile held a"."""
_GATHERING = words("gathered gather gathering met meet meeting convened assembled arrived converged flew")
_GATHERED_IN = re.compile(
    rf"\b(?:gather(?:ed|ing)?|met|meet(?:ing)?|convened|assembled|arrived|converged|flew)\s+(?:today\s+|yesterday\s+|{DATE}\s+)?(?:in|on|to)\s+(?:the\s+)?"
    rf"(?P<place>[{PLACE}{STATE}])(?:,\s+[{PLACE}{STATE}],?)?(?:\s+(?:on\s+)?(?:{DATE}|today|yesterday))?\s+for\s+{SLACK}\Z"
)
"""Where those came together who came for an event."""
_HOSTED_BY = re.compile(
    rf"(?:,?\s+(?:that|which)\s+)?(?:\s*(?:was|is|will\s+be|to\s+be)\s+|\s+|,\s+)hosted\s+by\s+(?:the\s+(?:city|town)\s+of\s+)?(?P<place>{PLACE})(?![’'-])"
)
"""A town that hosts an event; a state may do it elsewhere."""
_WHICH_HOSTS = re.compile(
    rf",?\s+(?:which|that)\s+(?:the\s+)?(?:(?:[{STATE}{BODY}]|{OFFICE}\s+{PERSON}|{PERSON})\s+(?:(?:will|is|was|to|has|had|also|jointly)\s+)*(?:host|hosts|hosted|hosting|held|organi[sz]ed|convened|opened|launched)"
    rf"\s+(?:(?:on\s+)?{DATE}\s+)?(?:in|at)\s+(?:the\s+)?(?P<place>[{PLACE}{STATE}])|(?P<town>{PLACE})\s+(?:(?:will|is|was|to|has|had|also)\s+)*host(?:s|ed|ing)?\b)"
)
"""As in "the summit, which Chile hosted in Lima", "the summit, which Lima is hosting"."""
_HOSTS = re.compile(
    rf"(?P<place>{PLACE})(?:,\s+[{STATE}{PLACE}],?)?\s+(?:(?:will|is|was|set|due|to|has|had|have|would|also|recently|again|last|this|year|month|week)\s+)*"
    rf"host(?:s|ed|ing)?\s+{SLACK}\Z"
)
_HELD_AT = re.compile(
    rf"\s+(?:to|for|of|on|marking)\s[^.;:“”{EVENT}]{{3,200}}?,\s+(?:which\s+was\s+)?held\s+(?:(?:on\s+)?{DATE}\s+)?(?:in|at)\s+(?:the\s+)?(?P<place>[{PLACE}{STATE}])(?![’'-])"
)
"""After "the ceremony to sign the treaty between A and B, held at"."""
_VENUE_OF = re.compile(r"\b[Vv]enue\s+(?:of|for)\s+(?:the\s+|this\s+)?(?:[\w-]+\s+){0,2}\Z")
_VENUE_IS = re.compile(
    rf"(?:\s+(?:was|is|will\s+be)|:)\s+(?:in\s+)?(?:the\s+)?(?:[a-z]+\s+(?:city|town|resort|port)\s+of\s+)?(?P<place>[{PLACE}{STATE}])"
)
_IN_BRACKETS = re.compile(rf"\s+\((?P<place>{PLACE}),\s+[^)]{{0,30}}(?:{DATE}|\d)[^)]{{0,20}}\)")
_HELD_IN = re.compile(
    rf"(?:(?P<held>(?:Held|Convened|Hosted|Staged)(?:\s+(?:on\s+|in\s+)?{DATE})?)\s+in|In)\s+(?:the\s+)?(?P<place>[{PLACE}{STATE}])(?![’'-])"
)
_THE_EVENT = re.compile(
    rf"(?:,\s+[{PLACE}{STATE}])?(?:\s+(?:on|in|from)\s+[^,;{PLACE}{STATE}]{{1,40}}|\s+{DATE})?,\s+(?:the|this|an?)\s+(?:[\w-]+\s+){{0,3}}"
)
_GOES_ON = re.compile(
    r"\s+(?:has\s+|had\s+|is\s+|was\s+|were\s+|are\s+)?(?:opened|open|began|begun|ended|got\s+under\s+way|convened|met|held|took\s+place|under\s+way|continued|resumed|concluded)\b"
)
_MET_AT = re.compile(r"\s+(?:(?:Peace|G\d+|NATO|Leaders[’']|Ministerial)\s+)*(?:Conference|Summit|Congress)\b")
_OF_THE_LAND = re.compile(r"(?i)\s+(?:conflict|crisis|peace\s+process|genocide|uprising|civil\s+war)")
_PROCESS = re.compile(r"(?i)\bpeace\s+process\b")
_NUMBER = re.compile(
    r"(?i)(?:(?:\d{4}|\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural|annual|latest|recent)\s+)*"
)


_TOLD_OF = re.compile(r"\s(?:on|about|over|for|regarding)\s")
_HELD = re.compile(
    r"\b(?:held|open(?:s|ed)?|beg[ai]ns?|starts?|started|kick(?:s|ed)?|tak(?:ing|es)\s+place|took\s+place|hosted|convened|conducted|staged)\b"
)


_LAND = re.compile(r"\b(?:Islands?|Peninsula|Square|Archipelago|Heights)\Z")
"""What an event is on."""
_HOUSE = re.compile(
    rf"(?:[’']s?|\s+government[’']s|\s+(?:embassy|mission|consulate|pavilion))\s+(?:[a-z][\w-]*\s+){{0,3}}in\s+"
    rf"(?:the\s+)?(?P<place>{PLACE})"
)
"""After "held at Japan": "’s guest house in Tokyo"."""


def past_whose(signs: Signs, at: int, name: str = "") -> Linked | None:
    """The place that follows an event past the lists of those whose it is, past its date and its topic."""
    words = signs.words
    told = bool(_TOLD_OF.search(name))
    for _ in range(STEPS):
        there = _WHERE.match(words, at)
        if there and there["on"] == "on" and not _LAND.search(signs.at[there.start("place")].found.name):
            # "Talks on Norway"
            return None
        if there:
            house = _HOUSE.match(words, there.end("place"))
            # "Talks on the situation in Mali" need not be there.
            return signs.at[(house or there).start("place")] if not told or _HELD.search(there[0]) else None
        found = signs.after(_WHOSE.match(words, at))
        when = None if found else _WHEN.match(words, at)
        what = None if found or when else _ON_WHAT.match(words, at)
        if found:
            at = found.end
        elif when or what:
            told = told or bool(what)
            at = (when or what).end()  # type: ignore[union-attr]
        else:
            return None
    return None
