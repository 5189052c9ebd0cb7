"""Events beside the names of bodies, places and persons in their words: where they end, whose and with whom they are."""

import bisect
from collections.abc import Iterable
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.events.borders import JUDGED
from sourcebook.extract.found import OVER, Found, covered
from sourcebook.model.spans import Span

BY_NOUN = 3
"""The priority of events that a common noun or verb names."""
CALLED, GUESSED = 6, 2
"""The least priority of events by names of their own, and the greatest of names that are but guessed."""
_THE_NAMED = re.compile(r"The\s(?=[A-Z])")


def is_named(text: str, event: Found) -> bool:
    """Whether an event has a name of its own, or opens a sentence with one: "The Norwegian–Chilean border conflict was a proxy war"."""
    return event.priority > BY_NOUN or _THE_NAMED.match(text, event.span.start - len("The ")) is not None


_TAIL = re.compile(
    r"\s+(?:terrorists|militants|fighters|forces|positions|targets|members|insurgents|rebels|troops|soldiers|sailors|citizens|civilians|diplomats|ships|bases)\b"
)
_ONE_OF_TWO = re.compile(r" between (?!.*\band\b)")
WITH_OTHER = re.compile(
    r"(?:,\s+(?:the\s+)?[A-Z][\w’'-]+)*,?\s+and\s+(?:(?:the|his|her|its|their)\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}"
    r"(?:(?:\s+[a-z]+)?\s+"
    r"(?:ministers|leaders|presidents|officials|governments|sides|delegations|teams|companies|forces|troops"
    r"|counterparts?|diplomats|experts)\b)?"
)


def told_apart(found: Iterable[Found]) -> list[Found]:
    """Without the events that are but words of a body's name: "Task Force Crisis" of Task Force Crisis Response."""
    mentions = list(found)
    named = covered(each.span for each in mentions if each.type == "event" and each.priority == 7)
    # What is but guessed to be a body: "the Copper Coast Insurgency".
    called = {each.span for each in mentions if each.type == "event" and each.priority >= CALLED}
    # "African Lion" is no animal's place, and the exercise "SLAN" no body.
    mentions = [
        each
        for each in mentions
        if each.type in OVER
        or (each.entry and each.entry.sure)
        or not (named(each.span) or (each.priority <= GUESSED and each.span in called))
    ]
    ends = {each.span.end: each.span.start for each in mentions if each.type == "event" and each.priority >= CALLED}
    # "The Archipelagic and Island States Forum" is no island.
    mentions = [
        each for each in mentions if each.type != "place" or each.entry or ends.get(each.span.end, each.span.start) >= each.span.start
    ]
    inside = covered(each.span for each in mentions if each.type == "organization")
    return [each for each in mentions if each.type != "event" or each.name.startswith(("Operation", "Exercise")) or not inside(each.span)]


def snapped(found: Iterable[Found], text: str) -> list[Found]:
    """Events that end within a name end where the name does: "talks with the Shanghai" of the Shanghai Cooperation Organisation."""
    mentions = list(found)
    names = sorted((each.span.start, each.span.end) for each in mentions if each.type in {"organization", "place", "person", "agreement"})
    titles = sorted((each.span.start, each.span.end) for each in mentions if each.type == "role")
    bodies = sorted((each.span.start, each.span.end) for each in mentions if each.type == "organization")
    return [_snapped(_led(each, text, bodies), text, names, titles) if each.type == "event" else each for each in mentions]


def _led(event: Found, text: str, bodies: list[tuple[int, int]]) -> Found:
    """An event with the name of the body right before it."""
    start = _led_by_body(text, event.span.start, bodies) if event.priority == BY_NOUN else event.span.start
    start -= len("intra-") if text.endswith("intra-", 0, start) else 0
    if start == event.span.start:
        return event
    name = " ".join(f"{text[start : event.span.start]}{event.name}".split())
    return replace(event, span=Span(start, event.span.end), name=name)


def _snapped(each: Found, text: str, names: list[tuple[int, int]], titles: list[tuple[int, int]]) -> Found:
    end = _with_holder(text, each.span, titles, names)
    if end > each.span.end and _ONE_OF_TWO.search(text, each.span.start, end):
        other = WITH_OTHER.match(text, end)
        end = _with_holder(text, Span(each.span.start, other.end() if other else end), titles, names)
    counterpart = bisect.bisect_left(names, (end + 1, 0)) if text.endswith("counterpart", 0, end) else len(names)
    if counterpart < len(names) and names[counterpart][0] == end + 1:
        end = names[counterpart][1]
    at = bisect.bisect_left(names, (end, 0)) - 1
    if styled := _STYLE.search(text, each.span.start, end):
        # "the visit of His Highness Sheikh Omar bin Salem bin Rashid Al Khatib"
        after = bisect.bisect_left(names, (styled.end(), 0))
        holder = names[after] if after < len(names) and names[after][0] == styled.end() + 1 else (end, end)
        last = max(end, holder[1])
        end = last if last - each.span.start <= LONGEST else styled.start()
    cut = at >= 0 and each.span.start < names[at][0] < end < names[at][1]
    end = names[at][1] if cut else end
    if at >= 0 and names[at][1] == end and (goal := _VISIT_TO.match(text, end)) and _VISIT_OF.match(text, each.span.start, end):
        # "the visit of President Ana Ruiz to the Republic of Chile"
        to = bisect.bisect_left(names, (goal.end(), 0))
        end = names[to][1] if to < len(names) and names[to][0] == goal.end() else end
    further = _TAIL.match(text, end) if at >= 0 and names[at][1] == end and names[at][0] > each.span.start else None
    end = further.end() if further else end
    beside = _ELSE.search(text, each.span.start, end) if each.priority == BY_NOUN else None
    end = beside.start() if beside else end
    whole = Span(each.span.start, end)
    words = " ".join(whole.of(text).split()) if end != each.span.end else each.name
    told = _own_words(text, whole) if each.priority == BY_NOUN else whole
    if at >= 0 and names[at][1] == end and (of := _MEETING_OF.match(text, told.start, end)) and _AND.match(text, end):
        # "The meeting of Minister Ana Ruiz and Minister Ola Lund": the noun, and two.
        told = Span(told.start, of.end("noun"))
    if each.priority == BY_NOUN and (many := _OF_MANY.match(text, whole.start, end)) and _AND_OTHERS.match(text, end):
        # "The meeting of Norwegian, Chilean and Peruvian ministers": the noun; its parties name it.
        told = whole = Span(told.start, many.end("noun"))
        words = " ".join(whole.of(text).split())
    words = _NO_END.sub("", _LOOSE_END.sub("", words)) if each.priority == BY_NOUN else words
    if nth := _NTH.match(text, told.start, told.end):
        # "the inaugural Lima Dialogue", "his first visit to Chile": which one it is, is told beside its name.
        told = Span(nth.end(), told.end)
    return replace(each, span=told, name=words[:1].upper() + words[1:]) if told != each.span or words != each.name else each


_NTH = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural)(?:\s+ever)?\s+"
    r"(?:(?=[A-Z](?:\S+\s+)*?[A-Z]\S*\Z)(?!(?:\S+\s+)*?(?:Wars?|Conflict|Crisis|Intifada|Revolution|Uprising|Rebellion)\b)|(?=(?:official\s+|state\s+|working\s+|foreign\s+)?(?:visit|trip|tour)\b))"
)
_NO_END = re.compile(
    r"(?:\s+(?:of|with|between|from|on|in|and|the|to|for|by|at|over|his|her|its|their|both|several|many|some|one|two|five|H"
    r"|(?:(?:from|of|with|many|and|the|its|his|their)\s+)+(?:(?:[A-Z]\w+\s+)?(?:African|Asian|European|American|Arab|Caribbean))|[\w.-]+[’']s?))+\Z"
)
"""Words with which no name ends, where what follows them was too long for it."""
_ELSE = re.compile(
    r"\s+(?:(?:saying|adding|noting|following|including|carried\s+out|with\s+the\s+(?:goal|aim|purpose)\s+of)\b.*"
    r"|and\s+(?:noted|said|told|added|called|calls|stressed|its\s+effects?|carried\s+out)\b.*|(?<=[Tt]alks )to\s+[a-z]+)\Z",
    re.DOTALL,
)
"""What is told beside an event, and no part of its name: "talks between the two countries and noted"."""
LONGEST = 60
"""Code points of an event with the name of whose it is."""
_STYLE = re.compile(
    r"\s+of\s+(?:His|Her|Their)\s+(?:Royal\s+|Serene\s+|Imperial\s+)?(?:Highness|Majesty|Excellency|Holiness)"
    r"(?:\s+(?:Sheikh|King|Queen|Prince|Princess|Sultan|Pope|President|Dr))*"
)
_VISIT_OF = re.compile(r"(?:[\w-]+\s+){0,3}(?:[Vv]isit|[Tt]rip)\s+of\s")
_VISIT_TO = re.compile(r"\s+to\s+(?:the\s+)?")
_BESIDE = re.compile(r"\s*|\s+\([A-Z]\w+\)\s+")
_SHORT_NAME = re.compile(r"\s+\(\Z")
_NUMBER = re.compile(r"\b(?:\d{1,3}(?:st|nd|rd|th)|emergency|extraordinary|special|urgent)\s+\Z")


def _led_by_body(text: str, start: int, bodies: list[tuple[int, int]]) -> int:
    """Where an event begins that the name of a body right before it belongs to: "the Council of the Pacific meeting"."""
    at = bisect.bisect_left(bodies, (start, 0)) - 1
    if at > 0 and text[bodies[at][1] : start] == ") " and _SHORT_NAME.fullmatch(text, bodies[at - 1][1], bodies[at][0]):
        # As in: the African Union (AU) Summit.
        at -= 1
    while (
        at >= 0
        and (bodies[at][1] >= start or _BESIDE.fullmatch(text, bodies[at][1], start))
        and len(text[bodies[at][0] : start].split()) > 1
    ):
        start = bodies[at][0]
        at -= 1
        number = _NUMBER.search(text, start - len("extraordinary  "), start)
        start = number.start() if number else start
    return start


_WHOSE = re.compile(
    r"(?!(?:\S+\s+){0,4}?(?:Leaders|Ministers|Chiefs|Heads|Presidents)[’'])"
    r"(?:(?!(?:of|on|to|against|for|in|into)\s)[\w.-]+\s+){0,3}?[A-Z][\w.-]*[’'](?:s\s+|(?<=s[’'])\s+)"
)
_WORD = re.compile(r"\S+\s+")
_LASTING = re.compile(r"\w+-(?:day|hour|week)(?:-long)?\s+(?=[a-z]+\s+(?:visit|trip|tour|meeting|summit|conference)\b)")
_COMPANY = re.compile(r"(?<!met)(?<!meet)(?<!meets)\s+(?:with|between)\s")


def _own_words(text: str, span: Span) -> Span:
    """The words that tell of an event, without whose it is and with whom: of "Italy's talks with Malta" the noun."""
    company = _COMPANY.search(text, span.start, span.end)
    end = company.start() if company else span.end
    whose = _WHOSE.match(text, span.start, end)
    start = whose.end() if whose else span.start
    while whose and (lead := _WORD.match(text, start, end)) and (lead[0].strip().casefold() in JUDGED or _LASTING.match(text, start, end)):
        start = lead.end()
    return Span(start, start + len(_LOOSE_END.sub("", text[start:end])))


_MEETING_OF = re.compile(
    r"(?P<noun>(?:[\w-]+\s+){0,3}(?:[Mm]eeting|[Tt]alks|[Cc]onversation|[Dd]iscussions))\s+of\s+(?:the\s+)?[A-Z]"
    r"(?!\S*(?:ministers|leaders|Ministers|Leaders))"
)
_AND = re.compile(r",?\s+and\s+")
_OF_MANY = re.compile(
    r"(?P<noun>(?:[\w’'-]+\s+){0,4}?"
    r"(?:[Mm]eetings?|[Tt]alks|[Ss]ummit|[Cc]onference|[Ss]ession|[Cc]onsultations|[Dd]ialogue|[Nn]egotiations"
    r"|[Ee]xercises?|[Dd]rills|[Ww]ar|[Cc]onflict))\s+(?:of|between|among)\s+"
    r"(?!(?:the\s+)?[A-Z]\w+\s+(?:of|on|for)\b)"
)
_AND_OTHERS = re.compile(r"(?:,\s+(?:the\s+)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3}){1,8},?\s+and\s+(?:the\s+)?[A-Z]")
_LOOSE_END = re.compile(r"(?:\s+(?:on|for)\s+[a-z]+ing|\s+(?:from|in)\s+the\s+rest|\s+(?:on|to|for|of|against|the|an?|and))+\Z")


def _with_holder(text: str, span: Span, titles: list[tuple[int, int]], names: list[tuple[int, int]]) -> int:
    """Where an event ends that a title cuts: after who holds it, as in "talks with Deputy Foreign Minister Ann Lee"."""
    at = bisect.bisect_left(titles, (span.end, 0)) - 1
    if at < 0 or titles[at][0] <= span.start or titles[at][1] < span.end:
        return span.end
    end = titles[at][1]
    while at + 1 < len(titles) and titles[at + 1][0] - end == 1:
        # "Minister General"
        at += 1
        end = titles[at][1]
    named = bisect.bisect_left(names, (end, 0))
    close = named < len(names) and re.fullmatch(r"\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?", text[end : names[named][0]])
    return names[named][1] if close else end
