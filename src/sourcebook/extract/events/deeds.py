"""Visits and meetings that a verb tells of where no fact does: "the Chilean minister visited Lima", "met with officials"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook import lazy_re as re
from sourcebook.extract.cues import GUEST
from sourcebook.extract.document import BYLINE, HEADING, Sentence
from sourcebook.extract.events.party_names import listed_few
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.events.delegates import is_lone
from sourcebook.extract.facts.groups import those
from sourcebook.extract.facts.places.sites import where_met
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.found import Found, covered, overlapping
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.identity.registry import Registry
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_HEADS = words_of(
    "visit visits visited visiting travel travels travelled traveled travelling traveling met meet meets meeting "
    "received receives spoke invaded toured bombed shelled bombarded called"
)
_WHEN = (
    r"(?:(?:today|yesterday|here|separately|briefly|recently|again|earlier|later|also|privately|virtually|jointly|regularly|twice|(?:several|many|two|three)\s+times|this\s+(?:morning|afternoon|evening|week)"
    r"|[A-Z][a-z]+day|by\s+(?:tele)?phone|on\s+[A-Z][a-z]+day)\s+){0,2}"
)
_DEED = re.compile(
    rf"(?P<bare>\bmet)"
    rf"(?=\s+(?:(?:again|briefly|here|recently|virtually)\s+)?"
    rf"(?:in|at|on|today|yesterday|last|this|earlier|during|behind|[A-Z][a-z]+day)\b)"
    rf"|(?P<phone>\bspoke\s+(?:again\s+)?(?:on\s+the|over\s+the|by)\s+(?:tele)?phone\b)(?!\s+{_WHEN}(?:[a-z]+\s+times\s+)?(?:with|to)\b)"
    rf"|(?P<visit>\b(?:visit(?:s|ed|ing)?|toured|invaded|bombed|shelled|bombarded)|\btravel(?:s|l?ed|l?ing)?\s+(?:back\s+)?to)\s+(?:the\s+)?"
    rf"|(?P<meet>\b"
    rf"(?:met|meets?|meeting|received(?!\s+(?:by|with|from)\b)|receives|(?P<by>(?<!positively )(?<!favourably )(?<!favorably )(?<!well )received\s+(?:today\s+)?by)"
    rf"|called\s+on|spoke(?=\s+{_WHEN}with\b|\s+(?:today|yesterday|by\s+phone)\s+to\s+(?:the\s+)?[A-Z])))\s+{_WHEN}(?P<with>(?:with|(?<=day\s)to|(?<=phone\s)to)\s+{_WHEN})?"
)
_WILL = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|shall|should|and|or|also|then|not|soon|officially|first|next|again|ever|[’']ll)\s+\Z"
)
"""Before "visit" and "meet" where they are verbs."""
_MEETING = re.compile(r"(?:\b(?:be|is|are|was|were|been|being|currently|also)|[a-z],)\s+\Z")
_BEFORE_NAME = re.compile(
    r"[’']s?\s|\s*-|\s+(?:aid|embassy|army|navy|government|troops|forces|soldiers|officials|firms|companies|diplomats)\b"
)
"""After a place that is only whose the goal is."""
_AND = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+|to\s+)?")
_MANY = (
    r"(?:officials|leaders|leadership|representatives|employees|ministers|presidents|executives|delegations?|counterparts?|colleagues?|troops|soldiers|sailors|personnel|members|officers|commanders|chiefs|heads"
    r"|students|activists|experts|lawmakers|parliamentarians|senators|journalists|businessmen|entrepreneurs"
    r"|staff|teams?|crews?|panels?|delegates|workers|veterans|scientists|scholars|teachers|artists|athletes|farmers|astronauts"
    r"|diplomats|ambassadors|envoys?|groups|organi[sz]ations|(?<!our )partners|allies|donors|victims|refugees"
    r"|residents|authorities|governments?|cabinet|negotiators|investors|families|survivors|patients"
    r"|minister|president|leader|premier|mayor|governor|ambassador|secretary|commissioner|chairman|speaker|chief|diplomat|monarch|king|general)"
)
_STOPS = (
    r"(?!(?:in|on|at|to|for|from|with|by|as|who|whom|which|that|where|when|during|after|before|about|over|against"
    r"|is|was|were|are|has|have|had|will|would|said|told|agreed|amid|ahead|and|or|but)\b)"
)
_NAMELESS = re.compile(
    rf"(?:(?:the|an?|his|her|their|its|our|my|both|several|other|many|various|some|senior|top)\s+)*"
    rf"(?:{_STOPS}[\w.’'&/-]+\s+(?:(?:and|or)\s+(?={_STOPS}[a-z-]+\s+{_MANY}))?"
    rf"(?:of\s+(?:the\s+|his\s+|her\s+|their\s+)?)?){{0,6}}?{_MANY}\b"
    rf"(?!\s+(?i:ministers?|officials|leaders?|representatives|employees|chiefs?|heads?|officers|secretary))"
    r"(?:\s+(?:of|from)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z](?:\w+-[a-z]+\s+[a-z]+|[\w-]+)"
    r"(?:\s+(?:(?:of|on|for|and)\s+(?:the\s+)?(?=[A-Z]))?[A-Z][\w-]+)*)?"
)
"""People without names: "officials", "top defence leaders and military chiefs"."""
_VISITED = re.compile(
    rf"(?:{_STOPS}[\w.()-]+\s+){{0,5}}?"
    rf"(?:soldiers|troops|units|personnel|sailors|service\s+members|students|patients|refugees|survivors|ship"
    rf"|headquarters|(?:plant|factory|shipyard|farm|exhibition|facility|hospital|museum|camp|base|school|memorial)(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+\s*)+(?<!\s))?)\b"
)
_TO_NAME = re.compile(
    r",?\s+(?:(?:Mr|Mrs|Ms|Dr|Sir|H\.?E|Sheikha?|Shaikha?|Sayyid|Prince|Princess|Prof|Professor|U|Daw|Shri|Smt"
    r"|Dato[’']?|Datuk|Datin|Seri|Sri|Tan Sri|Tun|Amar|Patinggi|Setia|Panglima|Pehin|Pengiran|Haji)\.?\s+){0,6}"
)
_SUCH_AS = re.compile(r",?\s+(?:including|such\s+as|like|led|headed|among)\b")
_WHOM = re.compile(
    r"(?:(?:the|an?|his|her|their|its|both|also|then|Hon|Honou?rable|Rt|Right|H|E|HE|Sheikha?|Shaikha?|Sayyid"
    r"|Prof|Professor|Prince|Princess|King|Queen|Pope|Lord|Sir|Dame|visiting|interim|acting|caretaker|transitional|new|outgoing|newly|elected"
    r"|counterpart|former|\w+-elect|Mr|Mrs|Ms|Dr|U|Daw|Shri|Smt|Datuk|Dato|Datin|Seri|Sri|Tan|Tun|Amar|Patinggi|Setia|Panglima|Pehin|Pengiran|Haji)\b|\(\s*\)|[\s,.]|[’']s?)*"
)


_NEVER = re.compile(
    r"(?:\b(?:never|not(?!\s+only)|nor|without|no\s+(?:plans?|intention|wish)\s+to|(?:has|have|had)\s+yet\s+to|(?:refus|declin|fail)(?:e[sd]|s|ed|ing)\s+to)|n[’']t)"
    r"\s+(?:(?:[a-z]+ly|yet|ever|even|again|been|be|to|have)\s+){0,3}\Z"
    r"|\bHad\s+(?:[A-Z][\w.’-]*\s+|the\s+|he\s+|she\s+|they\s+){1,5}\Z"
)
"""Before what did not happen: "has never met", "refused to receive", "Had Ana Ruiz met"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An event by its verb with what that acts on, and the sentence that tells of it."""

    found: Found
    sentence: Sentence


def deeds(reading: Reading, taken: Iterable[Span]) -> Iterator[Deed]:
    """Events by their verbs, where no other words for an event stand."""
    told = sorted([*taken, *(each.span for each in reading.linked if each.found.type == "event")])
    within, reaching = covered(told), overlapping(told)
    for sentence in reading.document.holding(_HEADS):
        if sentence.block in (BYLINE, HEADING):
            continue
        for found in _DEED.finditer(reading.text, sentence.span.start, sentence.span.end):
            if _NEVER.search(reading.text, max(sentence.span.start, found.start() - NEAR), found.start()):
                continue
            tell = _visit if found["visit"] else _meeting if found["meet"] else _call if found["phone"] else _met
            each = tell(reading, sentence, found)
            if each and not within(Span(each.span.start, each.span.start + 1)) and not reaching(each.span):
                yield Deed(each, sentence)


def done_by(reading: Reading, taken: Iterable[Span], registry: Registry) -> Iterator[tuple[str, Span, list[Statement]]]:
    """These events with the words for each and with who took part."""
    for deed in list(deeds(reading, taken)):
        who = doers(reading, deed)
        people = [registry.entities[one].name for one, _ in who if registry.entities[one].type == "person"]
        event = registry.id_of(with_doers(deed.found, people))
        yield event, deed.found.span, list(taking_part(reading, deed, event, who))


def doers(reading: Reading, deed: Deed) -> list[tuple[str, Span]]:
    """Who did it, and where they are named; at the verb where a pronoun means them."""
    verb, sentence = deed.found.span, deed.sentence
    signs = signs_of(reading, sentence)
    named = signs.list_before(signs.spot(verb.start))
    if named:
        return [
            (each.entity, each.span)
            for each in named.who
            if not (deed.found.kind == "visit" and is_lone(signs, each))
            and not (each.found.type == "organization" and reading.led(_MEMBERS_OF, sentence, each.span.start))
        ]
    meant = _PRONOUN.search(reading.text, max(sentence.span.start, verb.start - NEAR), verb.start)
    return [(each, verb) for each in reading.doers(verb.start, sentence.span.start)] if meant else []


def with_doers(found: Found, names: list[str]) -> Found:
    """A meeting with who met: "Call of Ana Ruiz with President Ola Lund"."""
    if found.kind != "meeting" or not names:
        return found
    who = f" of {listed_few(names)}"
    return found.called(f"{found.name}{who}" if found.name == _BY_PHONE else found.name.replace(" with ", f"{who} with ", 1))


def taking_part(reading: Reading, deed: Deed, event: str, who: list[tuple[str, Span]]) -> Iterator[Statement]:
    """Those who did it, the persons with whom, and where: of "Ana Ruiz spoke with President Ola Lund" both."""
    verb, sentence = deed.found.span, deed.sentence
    signs = signs_of(reading, sentence)
    if deed.found.kind == "meeting":
        met = _DEED.match(reading.text, verb.start, sentence.span.end)
        named_there = those(signs.list_at(signs.spot(met.end())) if met else None)
        people = [each for each in (*reading.people(verb), *named_there) if each.found.type == "person"]
        # "Spoke with the leaders of Norway and Chile": for want of names the states.
        who = [*who, *((each.entity, each.span) for each in people or named_there if each.found.type == "person" or is_state(each))]
    for entity, span in dict(who).items():
        focus = Span(min(span.start, verb.start), max(span.end, verb.end))
        yield Statement(event, "participant", entity, sentence, focus)
    if deed.found.kind == "meeting":
        place = where_met(reading, sentence, verb)
        there = [place] if place else []
    else:
        there = reading.inside(verb, "place")
    for each in there:
        focus = Span(min(each.span.start, verb.start), max(each.span.end, verb.end))
        yield Statement(event, "located_in", each.entity, sentence, focus)


_MEMBERS_OF = re.compile(r"\b(?:members|parts|branches)\s+of\s+(?:the\s+)?\Z")
"""Before a body that does nothing itself: "all five permanent members of the Council visited Chile"."""
NEAR = 24
"""Code points before a verb in which a pronoun is its subject."""
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\s+(?:\w+\s+){0,2}\Z")


def _visit(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Found | None:
    """A journey to places: "visited Oslo, Bergen and Malmö" is one."""
    text, verb = reading.text, found["visit"].split()[0]
    if verb in {"visit", "travel"} and not _WILL.search(text, found.start() - 12, found.start()):
        return None
    people = _VISITED.match(text, found.end(), sentence.span.end)
    if people:
        kind, what = _AGAINST.get(verb, _VISIT)
        return Found(span=Span(found.start(), people.end()), type="event", name=f"{what} {' '.join(people[0].split())}", kind=kind)
    goal = reading.next(found.end(), sentence.span.end, "place", "organization", within=0)
    if goal and verb == "visiting" and GUEST.match(text, goal.span.end):
        return None
    if verb == "visiting" and _CROWDS.search(text, max(sentence.span.start, found.start() - 2 * NEAR), found.start()):
        # "Millions of tourists are visiting Chile every year": no one journey.
        return None
    past = verb in {"visited", "toured"}
    if goal is None or (goal.found.type == "organization" and not past) or _BEFORE_NAME.match(text, goal.span.end):
        return None
    last = goal
    joined = [goal]
    while (joint := _AND.match(text, last.span.end, sentence.span.end)) and (
        further := reading.next(joint.end(), sentence.span.end, goal.found.type, within=0)
    ):
        if _BEFORE_NAME.match(text, further.span.end):
            break
        joined.append(further)
        last = further
        if "and" in joint[0]:
            break
    if len(joined) > 1 and "and" not in text[joined[-2].span.end : last.span.start]:
        # "Bergen, Norway": where it is rather than a second goal.
        last = goal
    end = last.span.end
    if verb.startswith(("bomb", "shell")) and not _THERE.match(text, end):
        # "bombed the U.S. fleet"
        return None
    words = " ".join(text[goal.span.start : end].split())
    kind, what = _AGAINST.get(verb, _VISIT)
    return Found(span=Span(found.start(), end), type="event", name=f"{what} {words}", kind=kind)


_CROWDS = re.compile(
    r"\b(?:[Mm]illions|[Tt]housands|[Hh]undreds|[Nn]umbers?|[Tt]ourists|[Tt]ravell?ers|[Pp]eople|[Ss]tudents)\s(?:of\s[^.;,]{1,30}?\s)?(?:[a-z]+\s+){0,2}\Z"
)
_VISIT = ("visit", "Visit to")
_AGAINST = {
    "invaded": ("conflict", "Invasion of"),
    "bombed": ("attack", "Bombing of"),
    "bombarded": ("attack", "Bombardment of"),
    "shelled": ("attack", "Shelling of"),
}
"""What is done to a place rather than that it is visited."""
_THERE = re.compile(
    r"[,;)”]|\.(?!\w)|\s+(?:in|on|from|for|during|after|before|and|as|but|with|last|this|until|while|to|at|by|again|killing|overnight)\b|\Z"
)


def _meeting(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Found | None:
    """A meeting with somebody, by name, by office or by what they are."""
    text, verb = reading.text, found["meet"]
    start = found.start()
    if verb == "meet" and not _WILL.search(text, start - 12, start) and not found["with"]:
        return None
    if verb == "meeting" and found["with"] and not _MEETING.search(text, start - 12, start):
        return None
    calls = verb.startswith("called")
    end = _titled(reading, sentence, found.end()) if calls else _whom(reading, sentence, found.end())
    if end is None or (calls and _URGED.match(text, end, sentence.span.end)):
        return None
    words = " ".join(text[found.end() : end].split())
    name = words.removeprefix("the ")
    return Found(
        span=Span(start, end), type="event", name=f"Call with {name}" if verb == "spoke" else f"Meeting with {name}", kind="meeting"
    )


_URGED = re.compile(r"(?:[’']s?\s+(?:[a-z-]+\s+){1,4}(?=to\s))?(?:,[^,.;]{1,80},)?(?:\s+and\s[^.;]{1,80}?)?(?:\s+|(?<=\s))(?:not\s+)?to\s")
"""After those who are called on to do something."""


def _call(_reading: Reading, _sentence: Sentence, found: re.Match[str]) -> Found:
    """A call of those before the verb: "the two ministers spoke by phone"."""
    return Found(span=Span(*found.span()), type="event", name=_BY_PHONE, kind="meeting")


_BY_PHONE = "Phone call"


def _met(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Found | None:
    """A meeting of those before the verb: "the two ministers met in Oslo"."""
    if _IS_MET.search(reading.text, max(sentence.span.start, found.start() - 24), found.start()):
        return None
    at_event = _AT_EVENT.match(reading.text, found.end(), sentence.span.end)
    event = reading.next(at_event.end(), sentence.span.end, "event", within=AT_MOST) if at_event else None
    if event and not _BESIDE.search(reading.text, found.end(), event.span.start):
        # "Met for talks in Oslo", "met at the summit": the talks are told of.
        return None
    place = _IN.match(reading.text, found.end(), sentence.span.end)
    where = place and reading.next(place.end(), sentence.span.end, "place", within=0)
    name = f"Meeting in {where.found.name}" if where else "Meeting"
    return Found(span=Span(*found.span()), type="event", name=name, kind="meeting")


AT_MOST = 40
"""Code points of what leads the noun of an event."""
_AT_EVENT = re.compile(
    r"(?:\s+(?:today|yesterday|here|again|(?:last|this)\s+\w+|(?:on|in)\s+[A-Z]\w+(?:\s+\d{1,2})?)){0,3}\s+"
    r"(?:at|for|during)\s+(?:the\s+|an?\s+|their\s+)?"
)
_BESIDE = re.compile(r"\b(?:sidelines|margins|before|ahead|after|between|and|with|to)\b|,")
_IS_MET = re.compile(
    r"\b(?:is|are|was|were|be|been|being|not|never|have|has|had\s+first|last|goals|demands|conditions|targets|needs|who)\s+(?:\w+\s+)?\Z"
)
_IN = re.compile(r"\s+(?:\w+\s+)?in\s+(?:the\s+)?")


def _whom(reading: Reading, sentence: Sentence, at: int) -> int | None:
    """Where the words for who is met end; None where nobody is."""
    text, end = reading.text, sentence.span.end
    first = _titled(reading, sentence, at)
    many = _NAMELESS.match(text, at, end) if first is not None else None
    if first is not None and not (many and many.end() < first and _SUCH_AS.match(text, many.end(), end)):
        return first
    people = _NAMELESS.match(text, at, end)
    if people is None:
        return None
    last = people.end()
    gap = _TO_NAME.match(text, last, end)
    named = reading.next(gap.end(), end, "person", within=0) if gap else None
    if named:
        return named.span.end
    further = _AND.match(text, last, end)
    if further and "and" in further[0]:
        other = _NAMELESS.match(text, further.end(), end)
        last = other.end() if other else last
    return last


def _titled(reading: Reading, sentence: Sentence, at: int) -> int | None:
    """Where a person's office and name, or either, end that begin at a position."""
    end = sentence.span.end
    first = _next_person(reading, at, end)
    if first is None:
        return None
    last = first.span.end
    while first is not None and first.found.type == "role":
        gap = _TO_NAME.match(reading.text, last, end)
        first = reading.next(gap.end(), end, "person", "role", within=0) if gap else None
        last = first.span.end if first else last
    return last


def _next_person(reading: Reading, at: int, end: int) -> Linked | None:
    """The person or office that the words from a position on lead to, past whose it is."""
    each = reading.next(at, end, "person", "role", within=60)
    if each is None or each.span.start < at:
        return None
    between = reading.plain(at, each.span.start, "demonym", "place", "organization")
    return each if _WHOM.fullmatch(between) else None
