"""Whether an event has happened or is still to come: by the clause of each of its mentions, and by all that an article tells of it."""

from sourcebook.extract.document import HEADING, Sentence
from sourcebook.extract.facts.coming import goes_on
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.times.clauses import Clause, Told
from sourcebook.extract.facts.times.governors import denies, governed, verb_told
from sourcebook.extract.facts.times.subjects import lead_of, predicate
from sourcebook.extract.facts.times.tenses import FAR, time_after
from sourcebook.extract.facts.times.verbs import ENDS_IT
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_VERBS = words("begin begins start starts resume resumes open opens continue continues get gets under way")
"""What may stand at the end of an event's words and be the verb that tells of it."""


_NEAR, _FEW = 40, 3
"""Code points and words before an event among which its article stands."""
_DEFINITE = words("the this that these those its his her their our ’s")


def clause_of(reading: Reading, sentence: Sentence) -> Clause:
    """A sentence as its words, made but once."""
    clauses = reading.once(_clauses)
    if sentence.number not in clauses:
        clauses[sentence.number] = Clause(sentence)
    return clauses[sentence.number]


def _clauses(_: Reading) -> dict[int, Clause]:
    return {}


def gathers(event: Linked) -> bool:
    """Whether an event is one to which people come at some time: no war, no crisis."""
    return event.found.kind in _KINDS or not _GATHERINGS.isdisjoint(event.found.name.lower().split())


_KINDS = words("summit conference visit session forum election meeting")
_GATHERINGS = words(
    "summit summits meeting meetings talks negotiations negotiation dialogue conference forum election elections visit visits trip tour session round referendum ceremony inauguration consultations "
    "discussions games olympics hearing debate vote poll polls hall gathering briefing appearance banquet audience workshop seminar symposium congress assembly retreat launch call reception dinner lunch exercise exercises drill drills championship tournament festival expo interview event"
)


def told_of(reading: Reading, sentence: Sentence, event: Span) -> Told | None:
    """How a sentence tells of an event that a noun names; None where nothing says so."""
    clause = clause_of(reading, sentence)
    told, first, end = clause.words, clause.at(event.start), clause.at(event.end)
    while end > first + 1 and told[end - 1] in _VERBS:
        end -= 1
    start, lead = lead_of(told, first)
    if lead is not None:
        return lead
    if (when := time_after(told, end)) is not None:
        return when
    if denies(told, start) and _DEFINITE.isdisjoint(told[start:first]):
        return Told.NOT
    found = governed(told, start, end)
    tail = predicate(told, end, subject=found is None)
    if found is tail is None and told[start] in _HIS and start > 1 and told[start - 1] == ",":
        # "She is due to meet Ola Lund, her first visit to Chile"
        due = verb_told(told, start - 1)
        return due if due is Told.AHEAD or not _WAS.isdisjoint(told[max(0, start - FAR) : start]) else None
    if tail is Told.AHEAD and start and told[start - 1] == "for" and told[start] not in _DEFINITE:
        # "The wish for talks to be held"
        tail = None
    if found is not None:
        return tail if tail in {Told.DONE, Told.AHEAD, Told.NOT} and found is not Told.DONE else found
    if start and told[start - 1] in _IF:
        return None if tail is Told.DONE else Told.AHEAD
    if start and tail is Told.NOW and told[start - 1] in _WHEN:
        return Told.AHEAD
    # "The talks may take on a new dynamic": they may go on already.
    return None if tail in {Told.MAYBE, Told.AHEAD} and _lasts(told, start, end) else tail


def _lasts(told: list[str], start: int, end: int) -> bool:
    """Whether an event is one that may go on while others talk of what will come of it: "the negotiations with Chile", of which is not told that they will begin."""
    ongoing = not _DURING.isdisjoint(told[start:end]) and not _DEFINITE.isdisjoint(told[start:end])
    return ongoing and _STARTS.isdisjoint(told[end : end + FAR])


_WHEN = words("when once")
_IF = words("if unless")
_WAS = words("was were")
_HIS = words("his her its their")
_DURING = words("negotiations talks dialogue discussions consultations process campaign debate exercises drills tour")
_STARTS = words(
    "begin start resume open held place convene hosted due scheduled set slated planned expected begins starts resumes opens approach near loom"
)


_JOURNEYS = words(
    "return travel stop visit visits trip trips tour tours stay arrival meeting meetings talks summit encounter discussions conversation conversations negotiations stopover stop-over journey"
)
_GOES = words(
    "visit visits visited visiting meet meets met meeting arrive arrives arrived arriving travel travels traveled travelled traveling travelling fly flies flew flying go goes went going head heads headed "
    "heading return returns returned returning receive receives received receiving host hosts hosted hosting welcome welcomes welcomed welcoming hold holds held holding leave leaves left leaving tour tours "
    "toured come comes came coming stop stops stopped greet greets greeted sit sat talk talks talked paid pays pay paying made make makes making"
)


def told_by_verb(reading: Reading, sentence: Sentence, focus: Span) -> Told | None:
    """How a sentence tells of a journey or a meeting that some of its words tell of, a verb or a noun."""
    clause = clause_of(reading, sentence)
    told, first, end = clause.words, clause.at(focus.start), clause.at(focus.end)
    for at in range(first, end):
        if told[at] in _JOURNEYS and not (told[at] in _GOES and _is_done_there(told, at)):
            return told_of(reading, sentence, Span(clause.starts[at], focus.end))
        if told[at] in _GOES:
            if told[at].endswith("ing") and at and told[at - 1] in _NOT_DOING:
                return None
            return time_after(told, end) or verb_told(told, at + 1)
    # "Will host Ana Ruiz in Oslo"
    return verb_told(told, first)


def _led_by(reading: Reading, sentence: Sentence, event: Span) -> str:
    """The word before a noun phrase."""
    clause = clause_of(reading, sentence)
    start, _ = lead_of(clause.words, clause.at(event.start))
    return clause.words[start - 1] if start else ""


_THERE = words("at in during after following since")


def is_ahead(reading: Reading, sentence: Sentence, event: Linked) -> bool:
    """Whether the clause of an event tells that it is to come."""
    return not goes_on(event) and told_of(reading, sentence, event.span) is Told.AHEAD


def event_told(reading: Reading, sentence: Sentence, event: Linked) -> Told | None:
    """How a text tells of an event that a sentence names: by its clause, and where this says nothing by the whole article."""
    found = told_of(reading, sentence, event.span)
    if not gathers(event):
        # What goes on is spoken of with "will" and "could" too; but "lacks conflict" denies it.
        before = reading.text[max(0, event.span.start - _NEAR) : event.span.start].lower().split()[-_FEW:]
        if found is Told.MAYBE and "any" in before:
            return Told.AHEAD
        if found is not Told.NOT and (goes_on(event) or _led_by(reading, sentence, event.span) in _THERE):
            return None
        if found is Told.NOT:
            return found
        some = _DEFINITE.isdisjoint(before)
        if _led_by(reading, sentence, event.span) in ENDS_IT:
            # "Is expected to end its war": it goes on.
            return Told.DONE
        return Told.AHEAD if found is Told.AHEAD or (found is Told.MAYBE and some) else None
    return _by_text(reading, event.entity) if found in _OPEN else found


def journey_told(reading: Reading, sentence: Sentence, focus: Span) -> Told | None:
    """The same of a journey or a meeting that some words state."""
    found = told_by_verb(reading, sentence, focus)
    if found not in _OPEN:
        return found
    event = reading.once(_events_made).get(focus, "")
    return _by_text(reading, event) if event else Told.AHEAD if found is Told.MAYBE else None


def _events_made(reading: Reading) -> dict[Span, str]:
    """The events that journeys and meetings make, by the words that state these."""
    return {focus: event for event, those in reading.happened.items() for focus in those}


def _by_text(reading: Reading, event: str) -> Told | None:
    """AHEAD if all of an article tells of an event so; that it has happened is no reason against what one sentence says."""
    return Told.AHEAD if of_text(reading, event) is Told.AHEAD else None


_OPEN = (None, Told.NOW, Told.MAYBE)


def _is_done_there(told: list[str], at: int) -> bool:
    """Whether "visit", "meeting" or "tour" is the verb: "to visit Chile", "is meeting with"; not "a visit to Chile"."""
    before, then = told[at - 1] if at else "", told[at + 1] if at + 1 < len(told) else ""
    return before in _VERB_FOLLOWS or not (before in _NOUN_FOLLOWS or then in _OF_NOUN)


_NOT_DOING = words("of about from against for than without instead as")
"""Before "meeting" and "visiting", of what somebody only thinks of: "wary of meeting"."""
_VERB_FOLLOWS = words("to will would can could may might should must is are was were not who and also")
_NOUN_FOLLOWS = words("’s a an the his her its their this that first official state recent last working bilateral s")
_OF_NOUN = words("to of by in with between at on from")


def of_text(reading: Reading, event: str) -> Told | None:
    """How an article as a whole tells of an event: AHEAD where one sentence does and none tells of it as having happened."""
    verdicts = reading.once(_verdicts)
    if event not in verdicts:
        verdicts[event] = _of_text(reading, event)
    return verdicts[event]


def _verdicts(_: Reading) -> dict[str, Told | None]:
    return {}


def _of_text(reading: Reading, event: str) -> Told | None:
    found = set()
    for each in reading.by_entity.get(event, ()):
        if not gathers(each):
            return None
        sentence = reading.document.sentence_of(each.span.start)
        if sentence.block is not HEADING:
            found.add(told_of(reading, sentence, each.span))
    for focus in reading.happened.get(event, ()):
        found.add(told_by_verb(reading, reading.document.sentence_of(focus.start), focus))
    return Told.DONE if Told.DONE in found else Told.AHEAD if {Told.AHEAD, Told.MAYBE} & found else None
