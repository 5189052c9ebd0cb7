"""Who met when a sentence names all of them in one list: "A, B and C met", "talks between A and B"."""

from collections.abc import Iterator
from itertools import combinations

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.groups import Actors, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, EVENT, FOLK, OFFICE, PERSON, PLACE
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

FEWEST, MOST = 2, 5
"""Persons of a list who have met each other; where more attend, few of them speak with each other."""
_TALKS = (
    rf"(?:(?:(?!(?:and|with|in|on|at|for|to|by|of|but|that|the)\b)[\w-]+\s+){{0,4}}"
    rf"(?:{EVENT}|meetings?|talks|discussions|consultations|negotiations|conversations?|encounter|exchange))"
)
_NO_OBJECT = (
    rf"(?!\s+"
    rf"(?:(?:[a-z-]+ly|today|yesterday|also|again|briefly|{DATE}|on\s+{DATE}|(?:in|at)\s+(?:the\s+)?(?:{PLACE}|[A-Z{BODY}][\w-]*(?:\s+[A-Z][\w-]+){{0,3}}))\s+)*"
    rf"(?:with\b|[{PERSON}{OFFICE}{FOLK}]|the\s|his\s|her\s|their\s|its\s|an?\s|some\s|several\s|[A-Z]))"
)
_MET = re.compile(
    rf"\b"
    rf"(?:(?:met|meet|meets|meeting)(?!\s+(?:for|at)\s+{EVENT}{EVENT}){_NO_OBJECT}|(?:held|hold|holds|holding|had|have|conducted|began|concluded|convened)\s+(?:an?\s+|their\s+|the\s+)?{_TALKS}(?!\s+(?:[a-z]+ly\s+)?(?:with|between)\b)|sat\s+down(?:\s+together)?(?!\s+with\b)|(?:convened?|gather(?:ed)?)(?=\s+(?:today|yesterday|here|again|virtually|in|at|on|for|to)\b|[,.]|\s+{DATE})|came\s+face[\s-]to[\s-]face(?!\s+with\b)|came\s+together(?=\s+(?:in|at|on|for|to|today|yesterday|again|here)\b|[.,])|shook\s+hands(?!\s+with\b)|(?:conferred|dined|huddled)(?:\s+together)?(?!\s+with\b)"
    rf"|(?:discussed|agreed|reviewed|exchanged|signed|underlined|stressed|reaffirmed|said|spoke|pledged|vowed|decided|praised|noted|expressed|emphasi[sz]ed)\b[^.;“”{PERSON}]{{0,140}}?\s(?:(?:during|at|in|after|following)\s+(?:their|an?)\s+(?:[\w-]+\s+){{0,3}}(?:meeting|talks|discussions|{EVENT})|when\s+they\s+met)(?!\w))"
)
_BETWEEN = re.compile(
    rf"(?:{EVENT}"
    rf"|\b(?:[Mm]eetings?|[Tt]alks|[Nn]egotiations|[Cc]onsultations|[Dd]iscussions|[Ss]ummit|[Ee]ncounter))"
    rf"(?:\s+(?:process|session))?"
    rf"(?:,?\s+(?:(?:that|which)\s+)?"
    rf"(?:was|were|took|takes|in|on|at|last|earlier|this|held|began|has|have|had|will|{DATE})\b[^.;“”{PERSON}{EVENT}]{{0,80}}?)?"
    rf"(?<!dispute)(?<!row)(?<!feud)(?<!rivalry)(?<!case)(?<!scandal)(?<!affair)(?<!fight)(?<!ship)(?<!presence)(?<!attendance)(?<!participation)\s+"
    rf"(?:,\s+(?:the|their|an?)\s+(?:first|second|third|fourth|fifth|latest|last)\s+(?:such\s+|ever\s+|face-to-face\s+|in-person\s+|direct\s+|of\s+its\s+kind\s+)?)?"
    rf"(?:between|among|of|brought\s+together|involving)\s+(?=[^.;]*{PERSON})"
)
_AND_OTHERS = re.compile(r"\s+and\s+(?!(?:his|her|their|between)\b)")
_WITH = re.compile(rf"\s+with\s+(?:(?:his|her|their)\s+[^.;“”{PERSON}]{{0,40}}?counterparts?,?\s+)?")
_FRONTED = re.compile(
    rf"(?:(?:Meanwhile|Earlier|Later|Also),\s+)?(?:[Ii]n|[Dd]uring|[Aa]t)\s+(?:their\s+(?:[\w-]+\s+){{0,3}}"
    rf"(?:meetings?|talks|discussions|{EVENT})|an?\s+(?P<joint>{EVENT}))(?:\s+(?:held|in|on|at|here|today|yesterday)[^,;.]{{0,60}}?)?,\s+"
)
_THEY_MET = re.compile(rf"They\s+(?:also\s+|then\s+|later\s+|last\s+)?{_MET.pattern}")
_DID = re.compile(r"(?:,[^,.;]{3,90},)?\s+(?:(?:also|both|have|had|has)\s+)*[a-z]+ed\b|\s+(?:spoke|held|made|had)\b")
_NOT_MEETING = re.compile(
    r"(?i)(?:phone|video|virtual|online|call|anniversary|war|conflict|election|conference|visit|trip|interview|relations|exercise)"
)
_CALLED = re.compile(r"\b(?:phone|telephone|telephonic|video|virtual|virtually|online)\b")

_MEETING = words(
    "met convened convene gathered gather meet meets meeting meetings talks discussions consultations negotiations conversation "
    "conversations encounter exchange sat face face-to-face summit lunch dinner breakfast luncheon banquet hands conferred dined huddled together"
)


def together(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """Each two of the persons who a sentence says have met, or had talks."""
    if "they" in sentence.words:
        yield from _they(reading, sentence)
    if len(reading.people(sentence.span)) < FEWEST:
        return
    signs = signs_of(reading, sentence)
    for found in _MET.finditer(signs.words) if not signs.spoken.isdisjoint(_MEETING) else ():
        if not _far(signs, found):
            who = signs.doing(found)
            yield from _each_two(reading, sentence, those(who), None, signs.place(found.end()))
    front = _FRONTED.match(signs.words)
    who = signs.after(front) if front and not _far(signs, front) else None
    who = who if who and (front is None or front["joint"] is None or _of_so_many(signs, front, who)) else None
    if who and _DID.match(signs.words, who.end):
        yield from _each_two(reading, sentence, who.who, None, who.who[-1].span.end)
    joint = "between" in signs.spoken or not signs.spoken.isdisjoint(_MEETING)
    for found in _BETWEEN.finditer(signs.words) if joint else ():
        if not _far(signs, found):
            who = signs.after(found)
            if who and len(who.who) > 1 and _AND_OTHERS.match(signs.words, who.end):
                # "Talks between the chiefs A and B and Oslo's leaders": of both with these.
                continue
            yield from _each_two(reading, sentence, those(who), signs.place(found.start()), 0)
            others = signs.after(_WITH.match(signs.words, who.end) if who and len(who.who) == 1 else None)
            for other in those(others):
                # "A meeting of Ana Ruiz with her Norwegian and Chilean counterparts, Ola Lund and Luis Vega"
                yield from _each_two(reading, sentence, (*(those(who)), other), signs.place(found.start()), 0)


def _of_so_many(signs: Signs, front: re.Match[str], who: Actors) -> bool:
    """Whether a meeting is called after how many took part: "At a trilateral meeting, A, B and C discussed"."""
    name = signs.at[front.start("joint")].found.name.casefold()
    many = len(who.who) == who.many and all(each.found.type == "person" for each in who.who)
    return many and (("bilateral" in name and who.many == FEWEST) or (bool(_SO_MANY.search(name)) and who.many > FEWEST))


_SO_MANY = re.compile(r"\b(?:trilateral|tripartite|quadrilateral|quadripartite|three-way|four-way)\b")


def _they(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """After "Minister A and Minister B have plans. They met in Oslo.": the two."""
    signs = signs_of(reading, sentence)
    met = _THEY_MET.match(signs.words)
    pair = reading.doers(signs.place(len("They ")), sentence.span.start) if met and not _far(signs, met) else []
    if met and len(pair) == FEWEST:
        focus = Span(sentence.span.start, signs.place(met.end()))
        when = reading.when(sentence, focus)
        yield Statement(pair[0], "met", pair[1], sentence, focus, qualifiers=when)


def _far(signs: Signs, found: re.Match[str]) -> bool:
    """Whether words tell of a call rather than a meeting, or of no meeting at all."""
    events = [each.found.name for at, each in signs.at.items() if found.start() <= at < found.end() and each.found.type == "event"]
    return any(_NOT_MEETING.search(each) for each in events) or bool(_CALLED.search(signs.words, found.start() - 30, found.end()))


def _each_two(reading: Reading, sentence: Sentence, who: tuple[Linked, ...], start: int | None, end: int) -> Iterator[Statement]:
    """The pairs of a list; what states it goes from `start`, or the first of them, to the last of them or to `end`."""
    people = list({each.entity: each for each in who if each.found.type == "person"}.values())
    if FEWEST <= len(people) <= MOST:
        focus = Span(people[0].span.start if start is None else start, max(end, people[-1].span.end))
        if _DOUBTFUL.match(reading.text, focus.end, sentence.span.end) or NEVER_HELD.match(reading.text, focus.end, sentence.span.end):
            return
        when = reading.when(sentence, focus)
        for one, other in combinations(people, 2):
            yield stated(one, "met", other, sentence, focus, qualifiers=when)


NEVER_HELD = re.compile(
    r"(?:,\s[^,.;]{3,60},)?(?:\s+(?:in|on|at)\s[^,.;]{2,40}?)?\s+"
    r"(?:(?:was|were|(?:has|had|have)\s+been)\s+(?:\w+ly\s+)?"
    r"(?:called\s+off|cancel+ed|postponed|scrapped|aborted|put\s+off|shelved|delayed|abandoned)"
    r"|(?:never|did\s+not|failed\s+to)\s+(?:took|take|taken)\s+place|never\s+(?:happened|came\s+about)|fell\s+through)\b"
)
"""After a meeting that was not held: "her meeting with him was called off"."""
_DOUBTFUL = re.compile(
    r"\s+(?:appears?|appeared|seems?|seemed|looks?|looked|is|was|are|were|remains?|remained)\s+"
    r"(?:[a-z]+\s+(?:and\s+(?:less|more)\s+)?){0,2}"
    r"(?:unlikely|uncertain|doubtful|less\s+likely|in\s+doubt|impossible|off\s+the\s+table)\b"
)
"""After a meeting that may never be: "a meeting between A and B appears less and less likely"."""
