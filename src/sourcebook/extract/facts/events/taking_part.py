"""Who takes part in an event: the lists of states, bodies and persons that the words around it make the ones who hold or join it."""

from collections.abc import Iterable, Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.events.acting_there import acting_there
from sourcebook.extract.facts.events.attendance import acting_alone
from sourcebook.extract.facts.events.company import company, inverted
from sourcebook.extract.facts.events.delegates import before_acting, fronted, men_of_sides, speakers_there, visiting
from sourcebook.extract.facts.events.doers import doers_of
from sourcebook.extract.facts.events.hosts import HOSTING, hosts, is_thanked
from sourcebook.extract.facts.events.last_event import OF_MANY, each_of, is_of
from sourcebook.extract.facts.events.slack import NEAR, SLACK
from sourcebook.extract.facts.events.told_after import ATTENDED, ATTENDING, BETWEEN_WHOM, PITS, PITTING, WHO_WAS_THERE
from sourcebook.extract.facts.events.waged import CAMPAIGN, REMEMBERED, WAGED, fighters, waging
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, EVENT, PERSON, SUBJECTS
from sourcebook.extract.facts.spoken_of import CALLING, called, is_talks
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span


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
            and not _NO_EVENT.search(signs.words, position - NEAR, position)
        ):
            doers, governs = doers_of(signs, position)
            if governs is None and before and (too := _AND_EVENT.match(signs.words, before[0] + 1)) and too.end() == position:
                # "Ana Ruiz addressed the Copper Summit, the Amber Forum and the Salt Conference."
                _, doers, governs = before
            before = (position, doers, governs) if governs or doers else None
            yield from each_of(event, who_takes_part(signs, position, doers), sentence) if acted else ()
            if governs and not doers and not is_thanked(signs, position):
                yield from _alone(reading, sentence, signs, position, governs)
            if not doers and is_talks(event):
                yield from _with_states(reading, sentence, signs, position)


_BEFALLING = words("famine flood floods earthquake cyclone storm typhoon hurricane tsunami")
"""What nobody holds."""
_NOT_HELD = re.compile(r"\s(?:was|were|is|are|has|have|had|did)\s+not\b|\b(?:cancel\w+|called\s+off|boycott\w*)\b")
_NO_EVENT = re.compile(
    # "refused to hold any further"
    r"\b(?:no|without|never|nor|neither|rul(?:ed|es?|ing)\s+out|refus\w+|declin\w+)\s+"
    r"(?:(?:to\s+(?!condemn|discuss|mention|end|stop|recogni[sz]e|call|criticise)\w+|an?|the|any|such)\s+){0,2}(?:[a-z-]+\s+){0,2}\Z"
    r"|\b(?:not|[Nn]or\s+(?:did|does|do|has|had|have)\b[^.;,]{2,40}?)\s+play\b[^.;,]{0,60}\Z"
    r"|\b(?:barred|banned|prevented|blocked|stopped|prohibited|excluded)\b[^.;]{0,90}\bfrom\s+[a-z]+ing\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,2}\Z"
)
"""Before an event that nobody took part in."""
_AND = (
    r"(?:,?\s+(?:(?:most\s+)?notably|including|particularly|especially|such\s+as|like|as\s+well\s+as)\s+|\s+[–—-]\s+|:\s+"
    r"|,\s+(?:and\s+)?|\s+and\s+)"
)
_AND_EVENT = re.compile(
    rf"(?:\s+of\s[^.;,{PERSON}]{{2,70}}?)?(?:\s*\([^)]{{1,20}}\))?{_AND}"
    rf"(?:(?:the\s+)?{BODY}(?:,\s+(?:and\s+)?|\s+and\s+))?(?:in\s+)?(?:the\s+|an?\s+)?(?:[a-z]+-[a-z-]+\s+|[Ee]xercises?\s+)?"
    rf"(?={EVENT}(?:[,.;]|\s*\(|\Z|\s+(?:in|on|at|of|and|hosted|held|organi[sz]ed|this|last)\b))"
)
"""Between two events of a list."""


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
    found = signs.after(None if signs.spoken.isdisjoint(ATTENDING) else ATTENDED.search(text, after, next_event))
    yield from those(found)
    pits = PITS.match(text, after) if not signs.spoken.isdisjoint(PITTING) else None
    for side in (pits.end(), pits.end("other")) if pits else ():
        yield from those(signs.list_at(side))
    bond = is_of(event, _BONDS)
    for pattern, fewest, cues in WHO_WAS_THERE:
        if signs.spoken.isdisjoint(cues):
            continue
        led = pattern.match(text, after) if fewest == 1 or not bond else None
        found = signs.after(led) if led and not _SAID_THAT.search(led[0]) and not _AND_ANOTHER.search(led[0]) else None
        if found and led and (_ANOTHER_NOUN.search(led[0]) or (event.found.kind in _FOUGHT and _BROKERED.search(led[0]))):
            # "The war in Chile, the worst crisis of a region led by", "the truce of the war, sponsored by": what else is led by them.
            continue
        # Persons between whom talks are have met.
        if found and max(len(found.who), found.many) >= fewest and not (pattern is BETWEEN_WHOM and talks and _persons(found.who)):
            yield from found.who
            yield from those(signs.after(_AND_OTHERS.match(text, found.end)))
    if not bond and is_of(event, _OF_TWO_SIDES):
        beside = list(company(signs, position))
        with_states = not _persons(beside)
        yield from () if talks and _persons((*beside, *doers)) else beside
        # "Talks with counterparts from Norway and Chile": nobody is named whom they met.
        yield from doers if plain and with_states else ()
    if (is_of(event, WAGED) and not is_of(event, REMEMBERED)) or CAMPAIGN.search(event.found.name):
        yield from waging(signs, position)
    if event.found.kind in _FOUGHT_OUT:
        yield from fighters(signs, position)
    yield from acting_there(signs, position, doers)
    yield from () if signs.spoken.isdisjoint(HOSTING) else hosts(signs, position)
    if is_of(event, _WITH_SPEAKERS):
        speakers = speakers_there(signs, position)
        # Those who said something at their own talks have met.
        yield from () if plain and len(speakers) > 1 else speakers
    yield from inverted(signs, position, after)


_OF_BODY = re.compile(rf"\s+of\s+(?:the\s+)?{BODY}(?=\s)")
_ON_SCREEN = re.compile(r"\bvia\s+(?:a\s+)?(?:video|tele)|\bby\s+(?:video|(?:tele)?phone)|\b(?:online|virtually)\b")
"""How those talk who do not meet."""
_HOLDING = re.compile(
    r"\b(?:held|holds?|holding|had|have|having|began|begins?|start(?:s|ed)|conclud\w+|continu\w+|(?:engaged|involved|locked)\s+in"
    rf"|(?:gathered|met|convened|assembled)\s+for|conduct\w*|resum\w+)\s+{SLACK}\Z"
)


def _persons(who: Iterable[Linked]) -> bool:
    return all(each.found.type == "person" for each in who)


_FRONTING = words("by participation presence attendance")
_OPENING = re.compile(
    r"[\s“\"‘—–-]*(?:(?:Co-|Jointly\s+)?(?:[Hh]ost|[Oo]rgani[sz]|[Cc]onven|[Ss]ponsor)"
    r"|Attend|Mediat|Broker|Orchestrat|Conduct|Plann|Launch|Open|Initiat|Facilitat|Address)ed\s+(?:[a-z]+\s+)?by\s+(?:the\s+)?"
    r"|(?:With|In)\s+the\s+(?:\w+\s+)?(?:participation|presence|attendance)\s+of\s+(?:the\s+)?"
)
"""What opens a sentence before those who were there: "Jointly hosted by", "With the participation of"."""
_SAID_THAT = re.compile(r"\b(?:said|declared|announced|stated|stressed|added|noted)\s+that\b")
_AND_ANOTHER = re.compile(
    r"\band\s+(?:[a-z-]+\s+){0,4}(?:talks|negotiations|meetings?|summits?|wars?|conflicts?|attacks?|strikes|drills?|exercises?|man(?:o)?euv(?:er|re)s?|clashes|operations?)\b"
)
"""What leads to those of another event: "a drill in Lima and naval maneuvers involving Norway"."""
_ANOTHER_NOUN = re.compile(
    r",\s+(?:the|an?|its|their)\s+(?!(?:[a-z-]+\s+){0,3}(?:summit|conference|talks|meeting|exercise|drills?|forum|operation|mission|session|event|war|conflict)\b)(?:[a-z-]+\s+){0,3}[a-z-]+,\s+(?:led|headed|backed)\b"
    r"|\b(?:since|after|before|while|when|because|until|which\s+began\s+after)\b.*\b(?:agreement|deal|accord|truce|ceasefire|cease-fire|plan|resolution|statement|letter|proposal|initiative|pact|treaty)\b"
)
"""What stands between an event and the passive of another noun: "fighting has slowed since an agreement brokered by"."""
_BROKERED = re.compile(r"\b(?:sponsored|brokered|mediated|facilitated|signed)\b[^a-z]*(?:by)?\W*\Z")
"""What is done with a truce rather than a war."""
_FOUGHT = words("conflict attack")
_BONDS = words(
    "anniversary relations ties visit visits trip trips tour trade flood floods earthquake famine election elections referendum interview"
)
"""What is between two without their taking part in it."""
_AND_OTHERS = re.compile(r"\s+against\s+|,?\s+and\s+(?:attended|joined|hosted|addressed|supported|mediated|brokered|led)\s+by\s+")
_OF_TWO_SIDES = words(
    "talks negotiations negotiation discussions consultations dialogue dialogues war wars conflict conflicts drill drills exercise exercises "
    "summit summits meeting meetings session sessions clash confrontation standoff discussion hostilities clashes fighting battle manoeuvres "
    "maneuvers round rounds forum conversation conversations conference encounter encounters"
)
_FOUGHT_OUT = words("conflict election referendum")
_WITH_SPEAKERS = words(
    "summit conference forum meeting meetings session sessions talks conversation conversations call discussion discussions negotiation "
    "negotiations ceremony dialogue consultations symposium workshop seminar assembly roundtable congress debate hearing ministerial"
)


def _with_states(reading: Reading, sentence: Sentence, signs: Signs, position: int) -> Iterator[Statement]:
    """The one who has talks with states: "she had bilateral meetings with Norway and Chile"; with persons she has met them."""
    holding = _HOLDING.search(signs.words, position - NEAR, position)
    others = list(company(signs, position)) if holding and holding[0].startswith(("held", "had")) else []
    if holding and others and not any(each.found.type == "person" for each in others):
        verb, event = signs.place(holding.start()), signs.at[position]
        for who in acting_alone(reading, sentence.span.start, verb):
            yield Statement(event.entity, "participant", who, sentence, Span(verb, event.span.end))


def _alone(reading: Reading, sentence: Sentence, signs: Signs, position: int, governs: re.Match[str]) -> Iterator[Statement]:
    """One person who does what the verb before an event says, where no name stands right before it: "he attended"."""
    if not _DONE_BY_ONE.match(governs["verb"]) or (
        _GOING.search(signs.words, 0, governs.start()) and not _OF_PERSONS.match(governs["verb"])
    ):
        return
    event, verb = signs.at[position], signs.place(governs.start())
    if is_of(event, OF_MANY) or (governs["verb"].startswith("support") and event.found.priority == BY_NOUN):
        # "supporting the peace process" is no part in it.
        return
    for who in acting_alone(reading, sentence.span.start, verb):
        if who != event.entity:
            yield Statement(event.entity, "participant", who, sentence, Span(verb, event.span.end))
    yield from each_of(event, iter(those(signs.after(_TOGETHER_WITH.search(signs.words, *governs.span("verb"))))), sentence)


_DONE_BY_ONE = re.compile(
    r"attend|told|t(?:ake|ook|aking)|particip|address|sp(?:eak|oke)|(?:co-)?host|launch|beg[aiu]n|conduct|execut|support|in\s+support|join|fought|wag"
    r"|engag|involv|represent|deliver|gave|conven|organi[sz]|lead|led|head|serv|crash|rac|finish|w[io]n|los[et]|contest"
)
_GOING = re.compile(r"\bto\s+(?:\w+\s+)?\Z")
_OF_PERSONS = re.compile(r"attend|t(?:ake|ook|aking)|particip|address|sp(?:eak|oke)|host|join|chair|represent|deliver|gave")
_TOGETHER_WITH = re.compile(r"\b(?:together|along|jointly)\s+with\s+")
