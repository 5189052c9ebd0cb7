"""Whose names events bear, who acts alone in one, and who opened institutions."""

from collections.abc import Iterator
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract import cues
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.combined import spelled
from sourcebook.extract.facts.events.delegates import fronted
from sourcebook.extract.facts.events.last_event import is_of
from sourcebook.extract.facts.events.waged import REMEMBERED, WAGED
from sourcebook.extract.facts.groups import persons, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.several import all_doing, following_subject
from sourcebook.extract.facts.signs import EVENT, PLACE, STATE
from sourcebook.extract.facts.stated import around
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import COUNTRY, is_bloc, is_state, size_of
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span


def attendance(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who speaks with whom in an event, and the two whose names it bears."""
    happenings = reading.inside(sentence.span, "event")
    for event in happenings:
        yield from _with(reading, sentence, event)
        yield from _of_two(reading, sentence, event)
        yield from _of_one(reading, sentence, event)


def acting_alone(reading: Reading, start: int, verb: int) -> Iterator[str]:
    """Who does what the verb at a position says: the person whom the sentence speaks of, by name, office or pronoun, and who goes along."""
    if _OF_WHOM.search(reading.text, start, verb) or _ANOTHER_DOES.search(reading.text, start, verb):
        return
    who = _invited(reading, start, verb) or _guest(reading, start, verb) or reading.subject(verb, start)
    along = _ALONGSIDE.search(reading.text, start, verb) if who else None
    others = reading.people(Span(along.end(), verb)) if along and along.end() < verb else []
    yield from dict.fromkeys([who, *(each.entity for each in others)] if who else [])


def _guest(reading: Reading, start: int, verb: int) -> str | None:
    """The last one named before a verb of aim, of whom a journey is told: "received Ana Ruiz, who is on a visit to Chile to attend"."""
    people = reading.people(Span(start, verb)) if verb > start and reading.text.find(" who ", start, verb) >= 0 else []
    return people[-1].entity if people and _WHO_CAME.fullmatch(reading.text, people[-1].span.end, verb) else None


_WHO_CAME = re.compile(
    r",?\s+who\s+(?:(?:is|was|are|were|has|had|have|currently|also|just)\s+)*"
    r"(?:on\s|in\s|visiting\s|arriv|com(?:e|ing)\s|came\s|paying\s|here\s|there\s|attend)[^.;,]{0,90}?\b"
    r"(?:to|who)\s+(?:also\s+)?"
)


def _of_two(reading: Reading, sentence: Sentence, event: Linked) -> Iterator[Statement]:
    """The two whose names an event bears: "the ASEAN-China Summit", "the Georgian–Armenian War"; of ministers' meetings it is the ministers."""
    name = event.span.of(reading.text)
    many = _MANY_OF.search(reading.text, event.span.start, event.span.end)
    theirs = [each for each in reading.inside(Span(many.end(), event.span.end), "place") if is_state(each)] if many else []
    for each in theirs if len(theirs) > 1 else ():
        # "the Meeting of the Foreign Ministers of Norway, Chile and Peru"
        yield _took_part(event, each.entity, sentence, event.span)
    inside = reading.inside(event.span, "place", "demonym", "organization") if _HELD.search(name) and "inisters" not in name else []
    # "The Chile-Shining Path conflict": other bodies wage war too.
    fought = bool(_FOUGHT.search(name))
    for one, other in pairwise(inside):
        if (
            _HYPHEN.fullmatch(reading.text, one.span.end, other.span.start)
            and one.entity != other.entity
            and (any(is_state(each) or is_bloc(each) for each in (one, other)) or all(_is_capital(each) for each in (one, other)))
            and all(is_state(each) or is_bloc(each) or size_of(each) > COUNTRY or fought for each in (one, other))
            and not _ABOUT.search(_ROUND_OF.sub("", reading.text[event.span.start : one.span.start]))
        ):
            for each in (one, other):
                yield _took_part(event, each.entity, sentence, event.span)


def _is_capital(place: Linked) -> bool:
    """Whether a place is the capital of a state, for which it stands in "the Oslo-Lima talks"."""
    return bool(place.found.type == "place" and place.found.entry and place.found.entry.capital)


def _of_one(reading: Reading, sentence: Sentence, event: Linked) -> Iterator[Statement]:
    """Whom the words of an event name: "Norwegian invasion", "Norwegian-led talks", "ASEAN summit", "the Bank's raid", "withdrawal of Norwegian troops"; "declared war on Chile"."""
    text, start, end = reading.text, event.span.start, event.span.end
    if is_of(event, REMEMBERED):
        return
    noun = _NOUN.search(text, start, end)
    first = noun.start() if noun else end
    inside = reading.inside(event.span, "demonym", "place", "organization")
    for each in inside:
        body, folk = each.found.type == "organization", each.found.type == "demonym"
        half = _HALF.search(text, max(start, each.span.start - LONGEST_HALF), each.span.start)
        moved = _ITS_TROOPS.match(text, each.span.end, end) and _MOVE_OF.search(text, start, each.span.start)
        if not moved and not _ALLY.match(text, each.span.end) and _WAR_ON.fullmatch(text, start, each.span.start):
            moved = reading.led(_DECLARED, sentence, start, NEAR)
        if moved or each.span.end > first:
            named = bool(moved)
        elif half or _HYPHEN.match(text, each.span.end):
            named = bool(_LED.match(text, each.span.end) or (half and noun and noun["fought"]))
        else:
            # "The Chilean war" is rather fought there.
            # "A Harbour Group mission" may be to it.
            # "The UK invasion", "the UK raid on Chile": before what befalls another state, initials serve as an adjective.
            initials = each.span.of(text).isupper() and (
                any(is_state(one) for one in inside if one.span.start > first) or _ABROAD.search(text, each.span.end, end)
            )
            own = (
                folk
                or initials
                or _OWNS.match(text, each.span.end)
                or (body and noun and (not noun[0].startswith(_OF_ANY) or _ON_OTHERS.match(text, noun.end())))
            )
            mission = bool(noun and body and (is_bloc(each) or _SENDS.search(each.found.name)) and noun[0].startswith(_OF_ANY[1:]))
            fights = bool(
                noun
                and folk
                and noun[0].casefold() == "war"
                and (abroad := _FOUGHT_ABROAD.match(text, noun.end()))
                and reading.next(abroad.end() - 1, abroad.end() + NEAR, "place", within=1)
            )
            named = fights or bool(
                noun
                and (
                    (noun["waged"] and (own or mission))
                    or (noun["met"] and body and (is_bloc(each) or not _MORE_NAMES.search(text, each.span.end, noun.start())))
                    or (noun["freed"] and folk)
                )
            )
        if named and (body or is_state(each)):
            yield _took_part(event, each.entity, sentence, event.span)
            # "the Franco-Chilean War": France too, if the text names it.
            other = spelled(reading, half[0][:-1]) if half and named else None
            others = [other] if other else _and_before(reading, sentence, event) if folk else []
            yield from (_took_part(event, one.entity, sentence, event.span) for one in others if one.entity != each.entity)


def _and_before(reading: Reading, sentence: Sentence, event: Linked) -> list[Linked]:
    """In "Norwegian and Chilean exercises", the words of which begin with the second, the first."""
    joint = reading.led(_AND, sentence, event.span.start, NEAR)
    before = reading.inside(Span(sentence.span.start, joint.start()), "demonym") if joint and joint.start() > sentence.span.start else []
    return [each for each in before[-1:] if joint and each.span.end == joint.start() and is_state(each)]


_AND = re.compile(r",?\s+and\s+\Z")
_DRILLS = words("exercise exercises manoeuvres maneuvers drill drills")
_OF_ANY = ("attack", "operation", "mission")
_SENDS = re.compile(r"\b(?:United Nations|African Union)\Z")
_OF_A_PEOPLE = words("war struggle revolt rebellion uprising insurgency mutiny")
"""What the name of a state before it tells where it was, or of some of its people."""
_ABROAD = re.compile(r"(?i)\b(?:invasion|intervention|blockade|occupation|bombing|military)\b")
_MORE_NAMES = re.compile(
    r"\s(?:(?!(?:Economic|Foreign|Defen[cs]e|Trade|Security|Finance|Heads|Prime|Council|Committee|Commission|Board|[A-Z][a-z]+(?:ters|ders|ials|iefs))\b)[A-Z][a-z]+\b(?![’'])\s+){2}"
)
"""Between a sponsor and the noun of the event that bears its name: "the Harbour Bank Investor Daily Summit"."""
_OWNS = re.compile(r"[’']s?\s")
_ON_OTHERS = re.compile(r"\s+(?:on|against)\s")
"""After an attack that is not on the body of which it is called: "Harbour Group attacks on ships"."""
_FOUGHT_ABROAD = re.compile(r"\s+(?:in|on|against)\s+(?:the\s+)?[A-Z]")
"""After "the Norwegian war", where it is fought elsewhere."""
_MOVE_OF = re.compile(r"\b(?:withdrawal|pull-?out|deployment|advance|retreat|landing|arrival|entry|build-?up)\s+of\s+(?:(?:all|the)\s+)*\Z")
_WAR_ON = re.compile(r"war\s+(?:on|upon|against)\s+(?:the\s+)?(?:[A-Z][a-z]+\s+ally\s+)?")
_ALLY = re.compile(r"\s+all(?:y|ies)\b")
_DECLARED = re.compile(r"\bdeclar(?:e[sd]?|ing|ations?\s+of)\s+(?:the\s+)?\Z")
"""Before a war that is one of both: "declared war on Chile"."""
NEAR = 24
_ITS_TROOPS = re.compile(r"(?:[’']s?)?\s+(?:[a-z]+\s+)?(?:troops|forces|soldiers|army|military)\b")
_NOUN = re.compile(
    rf"(?i)\b(?:(?P<fought>wars?(?!\s+of\s+independence)|conflicts?|standoff|confrontation|talks|negotiations|clashes|hostilities)"
    rf"|(?P<waged>{'|'.join(sorted((WAGED | _DRILLS) - _OF_A_PEOPLE))})"
    rf"|(?P<met>summit|meetings?|sessions?)"
    rf"|(?P<freed>war\s+of\s+independence))\b"
)
_LED = re.compile(
    r"-(?:led|backed|planned|orchestrated|imposed|organi[sz]ed|brokered|mediated|negotiated|sponsored|hosted|initiated|chaired)\b"
)
_HALF = re.compile(r"(?<![\w-])[A-Z]\w+[-–]\Z")
"""The other half, whose name is no mention: "Russo-Japanese War"."""
LONGEST_HALF = 24
"""Code points of it."""
_ABOUT = re.compile(r"\b(?:on|about|for|(?<!eeting )(?<!ession )(?<!ound )of)\s")
_MANY_OF = re.compile(r"\b(?:[Mm]inisters|[Hh]eads|[Ll]eaders|[Pp]residents|[Cc]hiefs)\b[^,;]{0,60}?\s(?:of|from)\s+(?=[A-Z]|the\s)")
_ROUND_OF = re.compile(r"(?:[\w-]+\s+){0,2}(?:[Rr]ounds?|[Ee]dition)\s+of\s+")
_HYPHEN = re.compile(r"\s?[-–]\s?")
_FOUGHT = re.compile(r"(?i)\b(?:wars?|conflict|clashes|fighting|hostilities|talks)\b")
_HELD = re.compile(
    r"(?i)\b"
    r"(?:summit|dialogue|consultations|meeting|talks|forum|war|session|conference|negotiations|exercise|conflict"
    r"|clashes|hostilities)s?\b"
)


def _took_part(event: Linked, who: str, sentence: Sentence, focus: Span) -> Statement:
    return Statement(event.entity, "participant", who, sentence, focus)


def _invited(reading: Reading, start: int, verb: int) -> str | None:
    """Who is to attend after "an invitation for Ana Ruiz to attend"."""
    before = reading.people_between(start, verb)
    to = before and reading.text[before[-1].span.end : verb] == " to "
    return before[-1].entity if to and _INVITED.search(reading.text, start, before[-1].span.start) else None


_ANOTHER_DOES = re.compile(
    # "announced her country's readiness to host", "including the monk who led"
    r"\b(?:his|her|its|their)\s+(?:own\s+)?(?:country|government|nation|part(?:y|ies)|side|army)[’']s?\s+(?:[a-z]+\s+){1,3}to\s+\Z"
    r"|\b(?:[Tt]he|[Aa]n?|[Tt]hose|[Mm]any|[Ss]ome|[Aa]ll)\s+(?!(?:president|minister|chancellor|premier|king|queen|leader)\b)(?:[a-z-]+\s+){1,3}who\s+(?:[a-z]+\s+){0,2}\Z"
    r"|\b(?:while|whereas|as|when)\s+(?:the|an?|its|their)\s+[^,;]{2,60}\Z"
    r"|\bthat\s+[^,;“”]{0,50}?\b"
    r"(?:thousands|hundreds|millions|dozens|scores|citizens|people|voters|residents|students|soldiers|troops"
    r"|government|regime|administration|authorities|workers|countries|companies|parties|candidates|lawmakers|observers)\b[^,;“”]{0,60}?\s"
    r"(?:were|are|will|would|could|can|should|must|have|had|may|might)\b[^;“”]*\Z"
    r"|\b"
    r"(?:den(?:ied|ies|ying)|refus(?:ed|es|ing)|barr?(?:ed|ing)|forb(?:ade|idden)|prevent(?:ed|s|ing)|banned"
    r"|prohibit(?:ed|s))\b[^.;,“”]{0,80}\Z"
)
"""In "She visited the ship while the crew conducted", "He said that many citizens were unable to join", another acts."""
_ALONGSIDE = re.compile(r"\b(?:along|together)\s+with\s+")
_INVITED = re.compile(r"\binvit(?!ation\s+(?:of|from|by)\s)\w+\s")
_OF_WHOM = re.compile(
    r"\b(?:of\s+(?:whom|them)|(?:requests?|offers?|bids?|proposals?|appl(?:y|ied|ication)|rights?)\s+to|(?:their|its|our|the\s+[a-z]+[’'])\s+(?:[a-z]+\s+){0,2}(?:invitations?|willingness|readiness|decisions?|refusal|plans?|promises?|agreement|attempts?|efforts?|intention|desire|ability)\s+to)\s+(?:\w+\s+)?\Z"
)
"""Before what others do, or what is only asked for: "accepted the request to host the Copper Summit"."""


def _with(reading: Reading, sentence: Sentence, event: Linked) -> Iterator[Statement]:
    """After "in a joint news conference with Ana Ruiz", "held a telephone conversation with Ana Ruiz": both."""
    text, end = reading.text, sentence.span.end
    joint = _WITH.match(text, event.span.end, end) if _CALL.search(text, event.span.start, event.span.end) else None
    other = reading.after(joint, end, "person", within=90)
    if other is None or not reading.straight(joint.end() if joint else 0, other.span.start):
        return
    who = reading.subject(event.span.start, sentence.span.start)
    signs = signs_of(reading, sentence)
    listed = signs.list_at(signs.spot(joint.end())) if joint else None
    others = [each.entity for each in persons(listed)]
    late = signs.after(_THEN.match(signs.words, listed.end) if listed and not who else None)
    # "At a joint press conference with Ana Ruiz, Ola Lund said"
    others += [each.entity for each in persons(late)]
    for each in dict.fromkeys([*([who] if who else []), other.entity, *others]):
        yield _took_part(event, each, sentence, Span(event.span.start, other.span.end))


_THEN = re.compile(r"(?:\s+(?:in|at|on)\s[^.;,“”]{2,30})?,\s+(?:the\s+)?")
_WITH = re.compile(r"\s+(?:(?:today|yesterday|on\s+[A-Z]\w+)\s+)?with\s+(?:the\s+)?")
_CALL = re.compile(r"(?i)\b(?:(?:news|press|media)\s+(?:conference|briefing)|(?:tele)?phone|video|telephonic|call|debate)\b")


_DONE = words("opened reopened inaugurated unveiled commissioned opening inauguration open")
_OPENED = words("inaugurate inaugurated inaugurates inaugurating inauguration opened reopened opening unveiled open ribbon commissioned")


@where(_OPENED)
def openings(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Who opened an institution."""
    for found in cues.OPEN.finditer(reading.text, sentence.span.start, sentence.span.end):
        what = reading.next(found.end(), sentence.span.end, "organization", within=40)
        if what and any(each.span.contains(what.span) for each in reading.inside(sentence.span, "event")):
            # "The opening of the 64th session of the Assembly"
            continue
        if what and _ANEW.search(reading.text, found.end(), what.span.start):
            # "the inauguration, said that the Centre"
            continue
        if what and _ITS_EVENT.match(reading.text, what.span.end):
            # Who opens "the Harbour Group (HG) forum" does not open the Group.
            continue
        # "After meeting X and opening Y, he ...": the doer follows.
        late = cues.LATE.match(reading.text, sentence.span.start)
        following = following_subject(reading, sentence, found.start()) if late else None
        for who in ([following] if following else all_doing(reading, sentence, found.start())) if what else ():
            if what:
                yield _opened(who, what, sentence, Span(found.start(), what.span.end))
    if "by" in sentence.words and not sentence.words.isdisjoint(_DONE):
        yield from _opened_by(reading, sentence)


def _opened_by(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "it was opened on Monday by A", "Opened by A in 2012, it", "the inauguration of it by A"."""
    signs = signs_of(reading, sentence)
    for at, what in [(at, each) for at, each in signs.at.items() if each.found.type == "organization"]:
        of = _OPENING_OF.search(signs.words, 0, at)
        event = signs.at.get(of.start()) if of else None
        # "The opening session of the Council": no opening of that.
        opening = of and (event is None or _OPENING.fullmatch(event.found.span.of(reading.text).partition(" of ")[0]))
        by = (_BY if opening else _OPENED_BY).match(signs.words, at + 1)
        for one in those(signs.after(by) if by else fronted(signs, _FRONTED, at)):
            if one.found.type == "person":
                focus = around(what, one)
                yield _opened(one.entity, what, sentence, focus)


def _opened(who: str, what: Linked, sentence: Sentence, focus: Span) -> Statement:
    return Statement(who, "opened", what.entity, sentence, focus)


_OPENS = r"(?:re)?(?:opened|inaugurated|unveiled|declared\s+open|commissioned)"
_OPENED_BY = re.compile(
    rf"(?:\s*\([^)]{{1,12}}\))?(?:\s+(?:in|at)\s+(?:the\s+)?[{PLACE}{STATE}])?,?\s+(?:(?:which|that)\s+)?"
    rf"(?:(?:was|were|is|has\s+been|had\s+been|will\s+be|to\s+be)\s+)?(?:[a-z]+ly\s+)?{_OPENS}\s+"
    r"(?:(?:(?:on|in|at|last)\s+[^.;,]{1,30}?|today|yesterday)\s+){0,2}by\s+(?:the\s+)?"
)
_OPENING = re.compile(r"(?i)(?:the\s+)?(?:official\s+|formal\s+)?(?:opening|inauguration)")
_OPENING_OF = re.compile(rf"(?:\b(?:opening|inauguration)|{EVENT})\s+of\s+(?:the\s+)?(?:[a-z-]+\s+){{0,2}}\Z")
_BY = re.compile(r"(?:\s+(?:in|on|at)\s[^.;,]{1,30}?)?\s+by\s+(?:the\s+)?")
_FRONTED = re.compile(
    r"(?:Officially\s+|Formally\s+)?(?:Opened|Inaugurated|Unveiled)\s+(?:(?:on|in|at)\s+[^.;,]{1,30}?\s+)?by\s+(?:the\s+)?"
)
_ITS_EVENT = re.compile(
    r"(?:\s*\([^)]{1,20}\))?[’']?s?\s+(?:[a-z\d-]+\s+){0,3}(?i:forum|summit|conference|meeting|session|exhibition|expo|congress|assembly|talks|ceremony|workshop|seminar|games|festival)\b"
)
_ANEW = re.compile(r"[,;:]\s+(?:said|says|told|who|which|where|that|and)\b|\b(?:said|says|that)\b")
"""Where something else is told than what was opened."""
