"""Who does something at an event: "A told reporters at the summit", "leaders at the summit, including A and B", "A's troops trained in the exercise"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.actors import Signs
from sourcebook.extract.facts.events.delegates import delegates, posted, said_there
from sourcebook.extract.facts.events.last_event import ATTENDED
from sourcebook.extract.facts.events.slack import FAR, NEAR, SLACK
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.list_items import PEOPLE
from sourcebook.extract.facts.signs import DATE, EVENT, OFFICE, PERSON, PLACE, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words

_NO_OTHER_VERB = r"(?!(?:that|which|who|whom|whose|about|and|but|while|when|where|after|before|during|as|if|to|[a-z]+ed|made|held|taken|given|begun|on|for)\b)"
_REACTED = (
    r"(?!(?:welcom|prais|hail|applaud|condemn|criticis|criticiz|denounc|recall|expect|plann|want|hop|wish|wait|refus|declin|fail|boycott|cancel|postpon"
    r"|skipp|miss|back|support|follow|watch|cover|report|describ|schedul|need|fear|target|attack|kill|injur|wound|arrest|protest|demonstrat"
    r"|rall|prepar|us|call|ask|invit|inform|bas|locat|interest|involv|pas|lack|remain|occurr|happen|open|end|start|featur|includ|indicat|reflect)[a-z]*ed\b)"
)
"""What is done elsewhere about an event, or befalls it."""
_NOT_DONE = r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!being )"
_DID = (
    r"(?:met|talked|spoke)(?=\s+(?:with|to)\s)|(?:shak(?:es?|ing)|shook)\s+hands|pos(?:es?|ed|ing)(?:\s+for\s+(?:an?|the|their)\s+(?:[a-z-]+\s+){0,2}(?:photos?|pictures?|photographs?))?|(?:was|were)\s+(?:re-?)?(?:elected|awarded|honou?red|sworn)"
    rf"|{_NOT_DONE}(?:told|worked|briefed|unveiled|proposed|discussed|argued|signed|launched|established"
    r"|agreed|announced|decided|pledged|committed|outlined|urged|reminded|assured)"
)
# Whom or what the verb has for its object: no other verb, whose doer another may be.
_IT_AT = rf"\s+(?:{_NO_OTHER_VERB}[^\s.;,“”{EVENT}]+(?:\s+|,\s+(?=during\s))){{0,8}}?(?:at|during|in)\s+{SLACK}\Z"
_ACTED_IN = re.compile(rf"\b(?:{_DID}){_IT_AT}")
_ACTED_AT = re.compile(rf"\b(?:{_DID}|{_NOT_DONE}(?:made|gave|cast|took|set|put|laid|lit|paid|sang|{_REACTED}[a-z]+ed(?:\s+for)?)){_IT_AT}")
_WITH = re.compile(r"(?:met|talked|spoke|(?:shak(?:es?|ing)|shook)\s+hands)\s+(?:with|to)\s+")
_WAS_AT = re.compile(rf",\s+who\s+(?:is|was|are|were)\s+(?:also\s+)?at\s+{SLACK}\Z")
_OTHERS_AT = re.compile(rf"(?:\b(?!state\b)(?i:{PEOPLE})|{OFFICE})(?=\s+(?:at|attending)\s+{SLACK}\Z)")
_WHERE = re.compile(r"(?:\s+in\s[^.;,]{1,30})?,\s+(?:where|(?:at|in|during)\s+which)\s+(?:the\s+)?")
_ACTS = re.compile(
    r"\s+(?:(?:also|will|would|had|has|is|was|to|both)\s+)*"
    r"(?:sp[eo]ak\w*|spoke|address\w*|deliver\w*|attend\w*|participat\w*|represent\w*|unveil\w*|announc\w*|took\s+part|takes?\s+part"
    r"|presid\w*|chair\w*|urg\w+|call\w*|pledg\w*|told|said|gave|made|joined|met|signed|held)\b"
)
_AS_DID = re.compile(
    rf"(?:\s+(?:in|on|at)\s+(?:the\s+)?[{DATE}{PLACE}{STATE}]){{0,2}},?\s+as\s+(?:did|do|does|will|would|have|has|were|was)\s+(?:the\s+)?(?!so\b)"
)
"""As in "Norway attended the summit, as did Chile"."""
_WHICH = re.compile(r",?\s+(?:that|which)\s+(?:the\s+)?")
_HOLD = re.compile(
    r"\s+(?:(?:had|has|have|jointly|also|recently)\s+)*"
    r"(?:beg[au]n|held|started|opened|convened|conducted|attended|hosted|concluded|resumed|launched|joined)\b"
)
"""What those do whose an event is: "the negotiations that Norway and Chile had begun"."""
_PARTICIPATE = re.compile(rf"\b(?:participat\w+|attend\w*|t(?:ook|aking|akes?)\s+part|represented|present)\s+(?:in\s+|at\s+)?{SLACK}\Z")
_INCLUDING = re.compile(r",\s+(?:including|among\s+them|such\s+as)\s+(?:the\s+)?")
_TRAINED = re.compile(
    rf"\b(?:(?:is|are|was|were)\s+)?"
    rf"(?:train(?:s|ed|ing)?|exercis(?:es?|ed|ing)|sail(?:s|ed|ing)?|drill(?:s|ed|ing)?|manoeuv(?:re|res|red|ring)"
    rf"|practis(?:es?|ed|ing))(?:\s+(?:alongside|together\s+with|with)\s+(?P<side>[^.;,“”{EVENT}]{{2,70}}?))?\s+"
    rf"(?:in|at|during|as\s+part\s+of|under)\s+{SLACK}\Z"
)
_ALONG = re.compile(r",?\s+(?:along\s+with|together\s+with|alongside)\s+(?:its\s+)?")
_HEARD = re.compile(r"\s+(?:also\s+)?heard\s+(?:(?:speeches|remarks|briefings|presentations|statements)\s+)?(?:from|by)\s+(?:the\s+)?")

_THERE = words("at during in attending")
_TRAIN = words(
    "train trains trained training exercise exercises exercised exercising sail sails sailed sailing drilled drilling practised practising"
)
_BESIDE = words("along alongside together")


def acting_there(signs: Signs, position: int, doers: tuple[Linked, ...]) -> Iterator[Linked]:
    """All who are told to do something at the event at a position."""
    text, event = signs.words, signs.at[position]
    start = position - FAR
    yield from said_there(signs, position)
    if event.found.kind not in TOPICS and not signs.spoken.isdisjoint(_POSTED):
        yield from posted(signs, position)
    yield from delegates(signs, position) if "delegation" in text else ()
    if event.found.kind in ATTENDED or event.found.priority > BY_NOUN:
        if not signs.spoken.isdisjoint(_THERE):
            yield from _at(signs, start, position)
            yield from () if signs.spoken.isdisjoint(_SIGN) else _signing(signs, position)
        yield from _after(signs, _HEARD, position) if "heard" in signs.spoken else ()
        yield from _after(signs, _WHERE, position) if "where" in signs.spoken or "which" in signs.spoken else ()
    yield from _after(signs, _WHICH, position) if "that" in signs.spoken or "which" in signs.spoken else ()
    if doers and "as" in signs.spoken:
        yield from _after(signs, _AS_DID, position)
    if doers or "joined" in signs.spoken:
        yield from _too(signs, start, position)
    if not signs.spoken.isdisjoint(_SPOKEN):
        yield from _on_record(signs, start, position)
    if "including" in signs.spoken and _PARTICIPATE.search(text, start, position):
        # "Others take part in the meeting, including Norway and Chile."
        yield from _after(signs, _INCLUDING, position)
    if event.found.kind != "exercise" and "operation" not in event.found.name.casefold():
        return
    trained = None if signs.spoken.isdisjoint(_TRAIN) else _TRAINED.search(text, position - NEAR, position)
    found = signs.doing(trained)
    side = signs.list_at(trained.start("side")) if trained and trained["side"] else None
    yield from (*found.who, *(those(side))) if found else ()
    along = _ALONG.match(text, position + 1) if (doers or found) and not signs.spoken.isdisjoint(_BESIDE) else None
    yield from those(signs.after(along))


def _too(signs: Signs, start: int, position: int) -> Iterator[Linked]:
    """After "A was joined at the summit by B", "A joined the war, and so did B", "A entered the war, B did too": A and B."""
    joined = _JOINED_AT.search(signs.words, start, position) if signs.words.startswith(" by ", position + 1) else None
    yield from those(signs.doing(joined))
    yield from _after(signs, _SO_DID, position)
    yield from _after(signs, _DID_TOO, position)


_JOINED_AT = re.compile(rf"\b(?:(?:is|was|were|are|be)\s+)?joined\s+(?:at|for|in|during)\s+{SLACK}\Z")
_SO_DID = re.compile(r"(?:\s+in\s[^.;,]{1,30})?,?\s+(?:and\s+)?so\s+(?:did|do|does|will|has|have)\s+(?:the\s+)?")
_DID_TOO = re.compile(r"(?:\s+in\s[^.;,]{1,30})?,\s+(?:and\s+|but\s+)?(?:the\s+)?")
_DO_TOO = re.compile(r"\s+(?:did|does|do|will|soon\s+did|soon\s+followed)(?:\s+(?:too|so|as\s+well|likewise|the\s+same))?\s*(?:[.;,]|\Z)")


_ACTING = {_WHERE: _ACTS, _WHICH: _HOLD, _DID_TOO: _DO_TOO}


def _at(signs: Signs, start: int, position: int) -> Iterator[Linked]:
    text = signs.words
    event = signs.at[position].found
    acted = _ACTED_IN if event.kind in TOPICS or _HAPPENED.search(event.name) else _ACTED_AT
    verb = acted.search(text, start, position) or _WAS_AT.search(text, start, position)
    found = (signs.list_to if verb and verb[0].startswith(",") else signs.list_before)(verb.start()) if verb else None
    yield from those(found)
    yield from those(signs.after(_WITH.match(text, verb.start()) if verb and found else None))
    others = _OTHERS_AT.search(text, start, position)
    yield from those(signs.list_to(others.end()) if others else None)
    yield from _after(signs, _INCLUDING, position) if others else ()


def _signing(signs: Signs, position: int) -> tuple[Linked, ...]:
    """Those who sign something at the event at a position: "A and B signed a treaty at a ceremony", "it was signed by A at a ceremony"."""
    by = _SIGNED_BY.search(signs.words, position - FAR, position)
    found = signs.after(by, "by")
    if found and by and _AT_IT.fullmatch(signs.words, found.end, position):
        return found.who
    return those(signs.doing(None if by else _SIGNED_AT.search(signs.words, position - FAR, position)))


_SIGN = words("signed signing inked exchanged")
_AT_IT = re.compile(
    rf"(?:\s+(?:on\s+)?{DATE}|\s+in\s+(?:the\s+)?[{PLACE}{STATE}](?:,\s+[{PLACE}{STATE}],?)?)?,?\s+(?:at|during|in)\s+{SLACK}"
)
_SIGNED_BY = re.compile(
    rf"\b(?P<by>(?:signed|inked|exchanged)(?:\s+(?:on\s+)?{DATE}|\s+in\s+[{PLACE}{STATE}])?\s+by\s+(?:the\s+)?)[^.;“”{EVENT}]{{1,200}}\Z"
)
_SIGNED_AT = re.compile(
    rf"(?<!was )(?<!were )\b(?:signed|inked|exchanged)\s+(?!by\b)[^.;“”{EVENT}{PERSON}]{{2,160}}?\s(?:at|during)\s+{SLACK}\Z"
)


def _on_record(signs: Signs, start: int, position: int) -> Iterator[Linked]:
    """The speaker of a record, and with whom: "Beginning of talks with Ana Ruiz. President Ola Lund: Dear colleagues"."""
    if not _RECORD_OF.search(signs.words, start, position):
        return
    other = signs.after(_TALKS_WITH.match(signs.words, position + 1))
    speaker = _SPEAKER.match(signs.words, other.end if other else position + 1)
    if speaker:
        yield from (*(those(other)), signs.at[speaker.start("who")])


_SPOKEN = words("beginning speech address remarks statement excerpts")
_RECORD_OF = re.compile(
    rf"\b(?:(?:[Bb]eginning|[Ee]xcerpts)\s+(?:of|from)|(?:[Ss]peech|[Aa]ddress|[Rr]emarks|[Ss]tatement)\s+(?:at|to|during))\s+{SLACK}\Z"
)
_TALKS_WITH = re.compile(r"\s+with\s+")
_SPEAKER = re.compile(rf"[^:“”{EVENT}]{{0,160}}?(?P<who>{PERSON})(?:\s?\([a-z ]{{3,24}}\))?:\s")


def _after(signs: Signs, leads: re.Pattern[str], position: int) -> tuple[Linked, ...]:
    """Those of the list that some words lead to, right after the event at a position."""
    found = signs.after(leads.match(signs.words, position + 1))
    acts = _ACTING.get(leads)
    return found.who if found and (acts is None or acts.match(signs.words, found.end)) else ()


_HAPPENED = re.compile(r"\b(?:Cris[ie]s|Affair|Revolution|Rebellion|Uprising|Depression|Panic|Famine|Pandemic|Scandal|Incident)\Z")
"""During which much is done that is no part of it, as during wars and elections."""
TOPICS = words("conflict attack election")
"""Kinds of events of which is spoken, rather than at them."""
_POSTED = words(
    "delegate delegates representative representatives negotiator negotiators commissioner commissioners envoy envoys emissary observer observers "
    "plenipotentiary coordinator mediator facilitator delegation host hosts co-host organizer organiser sponsor"
)
