"""Who takes part in the event that was spoken of last: "Participants were A and B"."""

from collections.abc import Iterator
from functools import lru_cache

from sourcebook import lazy_re as re
from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.events.names import BY_NOUN
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.events.delegates import represented, sides
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, EVENT, FOLK, OFFICE, PERSON, PLACE, STATE, SUBJECTS
from sourcebook.extract.facts.spoken_of import NOUNS, about_many, called, last_before, spoken_of
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_LISTED = re.compile(
    rf"\b"
    rf"(?:[Tt]he\s+(?:rest|others)\b|[Aa]mong\s+(?:them|these|those\s+(?:who\s+(?:spoke|attended|came|took\s+part)|speaking|attending|present|there|who\s+were\s+present))\b"
    rf"|[Pp]artic?ip(?:ants|ating\s+(?:nations|countries|states|units|forces))|[Aa]ttendees|[Gg]uests"
    rf"|[Ss]peakers|[Ii]n\s+attendance|[Aa]ttending|[Pp]resent|[Rr]epresented|[Pp]articipating|[Tt]aking\s+part"
    rf"|[Jj]oining)\b[^.;:{PERSON}{STATE}{EVENT}]{{0,60}}?"
    r"\s*(?:\b(?:include[sd]?|are|were|was|came\s+from)\b)\s*:?\s+(?:were\s+)?"
)
_CAME = re.compile(
    rf"(?:represented(?=\s+(?:the\s+)?[{STATE}{OFFICE}{BODY}])"
    rf"|(?:attended|took\s+part|participated|(?<=to )attend"
    rf"|(?:were|was|are|is|be)\s+(?:also\s+)?"
    rf"(?:present|in\s+attendance|represented|participating|taking\s+part|attending)"
    rf"|joined(?=\s+(?:as\s+(?:an?\s+)?(?:observer|guest)|virtually|remotely|online|by\s+video|via\s))|spoke(?=\s*[.;])"
    rf"|(?:were|was)\s+among\s+(?:those|the\s+\w+)\s+"
    rf"(?:attending|present|taking\s+part|participating|in\s+attendance|who\s+attended)))"
    rf"(?:(?P<list>:\s+)"
    rf"|(?=\s*[.,;]|\s+(?:the\s+)?[{STATE}{OFFICE}{BODY}]|\s+as\s|\s+on\s|\s+in\s+(?:person|[{PLACE}{STATE}])"
    rf"|\s+(?:virtually|remotely|via)|\s+at\s+(?:the\s+)?(?:\w+\s+)?level))"
)
_AS_DID = re.compile(r",?\s+as\s+(?:did|do|does|will|were|was)\s+(?:the\s+)?")
_AMONG_THEM = re.compile(r"[Aa]mong\s+the[ms]")
_AND_SO = re.compile(r"(?:,|;)?\s+(?:while|whereas|and)\s+(?:the\s+)?[^,;]{1,60}\Z|;\s[^;]{1,60}\Z")
OF_MANY = words("campaign campaigns")
"""What states and bodies wage; a person's is for an office."""
_SIDES = words("delegation side team contingent")
_LED = words("representatives representative delegates represented led headed chaired spearheaded")


def is_of(event: Linked, nouns: frozenset[str]) -> bool:
    """Whether an event's name has one of some nouns."""
    return not nouns.isdisjoint(_words_of(event.found.name))


@lru_cache(maxsize=1 << 10)
def _words_of(name: str) -> list[str]:
    return name.casefold().replace("-", " ").split()


_SPEAKS = words(
    "representatives representative sides delegations teams parties them these rest accompanied delegation side guests speakers "
    "represented attending attend attended attends join joined joins participants attendees present attendance participating "
    "took taking part participated flanked joined spoke"
)


def bystanders(reading: Reading) -> Iterator[Statement]:
    """Who was at events that sentences spoke of before, by noun or by verb: "Ana Ruiz received Ola Lund. Also present was Luis Vega"."""
    for sentence in reading.document.holding(_SPEAKS):
        signs = signs_of(reading, sentence)
        if sentence.block is HEADING or not any(signs.words[at] in SUBJECTS for at in signs.at):
            continue
        company = None if sentence.words.isdisjoint(_WITH_THEM) else _company(reading, sentence, signs)
        if company:
            yield from each_of(*company, sentence)
        last = spoken_of(reading, sentence)
        meant = next(called(reading, sentence), None) if last and not sentence.words.isdisjoint(NOUNS) else None
        # Who led a delegation was at the talks, not at the drills that were agreed there.
        drill = last if last and last.found.kind == "exercise" and not sentence.words.isdisjoint(_WITH_THEM) else None
        last = (last_before(reading, sentence, sentence.span.end) or last) if drill else meant or last
        if last:
            yield from of_last_event(reading, sentence, Signs(reading, sentence, [meant]) if meant else signs, last)


def _company(reading: Reading, sentence: Sentence, signs: Signs) -> tuple[Linked, Iterator[Linked]] | None:
    """Those who came along, after "She was accompanied by A and B", with the event told before that."""
    for joined in _JOINED.finditer(signs.words):
        # "Ana Ruiz, who was accompanied by A, travelled to Oslo": not to what was told before.
        apart = _WHO.search(signs.words, 0, joined.start())
        event = None if apart else last_before(reading, sentence, signs.place(joined.start()))
        if event and event.found.kind == "meeting" and _ON_A_JOURNEY.match(joined[0]) and not _same_block(reading, sentence, event):
            # "She met students. … Ana Ruiz is accompanied by Luis Vega": on her journey.
            event = None
        found = signs.after(joined) if event else None
        if event and found:
            return event, iter(found.who)
    return None


_ON_A_JOURNEY = re.compile(r"(?:is|was)\s+(?:also\s+)?accompanied\b")


def _same_block(reading: Reading, sentence: Sentence, event: Linked) -> bool:
    return reading.document.sentence_of(event.span.start).paragraph == sentence.paragraph


def of_last_event(reading: Reading, sentence: Sentence, signs: Signs, event: Linked) -> Iterator[Statement]:
    """After "Participants were A and B", "A and B also attended", "The following attended: A and B"."""
    listed = _LISTED.search(signs.words)
    if listed and _AMONG_THEM.match(listed[0]) and not about_many(reading, sentence):
        listed = None
    all_came = list(_CAME.finditer(signs.words))
    came, more = next(iter(all_came), None), all_came[1:]
    found = signs.after(listed)
    if not sentence.words.isdisjoint(_OF_SIDES):
        yield from each_of(event, _on_sides(signs), sentence)
    if found is None and came and _is_attended(event, came[0]):
        found = signs.after(came) if came["list"] else signs.doing(came)
    if found:
        # States come to a summit, not to a meeting of two that a verb tells of.
        alone = any(each.entity == event.entity for each in reading.told)
        others = signs.after(_AS_DID.search(signs.words, came.end()) if came and "as" in sentence.words else None)
        # "Ana Ruiz also took part, while Chile attended as an observer."
        later = [signs.doing(each) for each in more if not each["list"] and _AND_SO.search(signs.words, 0, each.start())]
        who = (*found.who, *(those(others)), *(one for each in later if each for one in each.who))
        yield from each_of(event, (each for each in who if not alone or not is_state(each)), sentence)
    own = [signs.at[at] for at in signs.events if signs.at[at].found.kind != "visit"]
    if not own and _DELEGATION_S.search(signs.words):
        # "The visit to Chile by a delegation headed by Luis Vega": he was there, not at the talks of which it is told.
        return
    if not sentence.words.isdisjoint(_LED) and event.found.kind not in _NO_DELEGATES:
        yield from each_of(event, represented(signs), sentence)
    if not sentence.words.isdisjoint(_SIDES):
        yield from each_of(own[-1] if own else event, sides(signs), sentence)


_NO_DELEGATES = words("conflict attack")
_DELEGATION_S = re.compile(
    rf"(?:{EVENT}|\bvisit|\btrip)[^.;{EVENT}]{{0,30}}\sby\s+(?:an?|the)\s+(?:[\w{STATE}{FOLK}-]+\s+){{0,3}}delegation\b"
)
"""An event that is a delegation's."""


def _on_sides(signs: Signs) -> Iterator[Linked]:
    """After "Present from the Norwegian side were A and B, and from the other side C": all."""
    for found in _ON_SIDE.finditer(signs.words) if _WERE_THERE.search(signs.words) else ():
        yield from those(signs.after(found))


_OF_SIDES = words("side sides part")
_WERE_THERE = re.compile(r"\b(?:present|attend\w*|in\s+attendance|participat\w+|t(?:ook|aking)\s+part)\b", re.IGNORECASE)
_ON_SIDE = re.compile(
    rf"\b(?:[Ff]rom|[Oo]n|[Ff]or)\s+the\s+(?:[{FOLK}{STATE}](?:[’']s)?|[\w-]+)\s+side,?\s+(?:(?:were|was|included)\s+(?:also\s+)?(?:present\s+)?|by\s+)(?:the\s+)?"
)


def _is_attended(event: Linked, came: str) -> bool:
    """Whether people come to an event, or some words say no less."""
    return event.found.kind in ATTENDED or event.found.priority > BY_NOUN or any(each in came for each in ("part", "atten", "present"))


_WHO = re.compile(r"\bwho\s\Z")
_WITH_THEM = words("joined accompanied delegation flanked")
_JOINED = re.compile(
    r"(?:\b(?:is|was|were)\s+(?:also\s+)?(?:joined|accompanied|flanked)\s+by\s+(?:an?\s+(?:[\w-]+\s+)?delegation\s+(?:made\s+up\s+of|including|comprising|consisting\s+of|of)\s+)?"
    r"|\b[Dd]elegation\s+(?:also\s+)?(?:included|comprised|consisted\s+of|was\s+made\s+up\s+of)\s+)(?:the\s+)?"
)
ATTENDED = words("conference summit ceremony forum session")
"""Kinds of events to which people come."""


def each_of(event: Linked, who: Iterator[Linked], sentence: Sentence) -> Iterator[Statement]:
    """What a sentence states of each who takes part, once each."""
    once = {each.entity: each for each in who if each.entity != event.entity}
    if once and is_of(event, OF_MANY):
        once = {entity: each for entity, each in once.items() if each.found.type != "person"}
    if not once:
        return
    spans = [each.span for each in once.values()] + ([event.span] if sentence.span.contains(event.span) else [])
    focus = Span(min(each.start for each in spans), max(each.end for each in spans))
    for entity in once:
        yield Statement(event.entity, "participant", entity, sentence, focus)
