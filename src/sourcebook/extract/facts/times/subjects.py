"""What is told of a noun phrase: by the words that lead it, and by the verb or the aside that follows it."""

from sourcebook.extract.facts.times.clauses import CLAUSE, DETERMINERS, ENDS, PREPOSITIONS, WAS, Told, is_past, past_adverbs, word_at
from sourcebook.extract.facts.times.tenses import AWAY, FAR, PLANNED, UNITS, is_finite, names_time_to_come, tense
from sourcebook.extract.facts.times.verbs import is_verb
from sourcebook.extract.phrases import words

_LEADS = words("and or of for in on at to by with from as is are was were be been has have had who which that")
_HELD = words("held hosted convened concluded launched begun opened staged organised organized signed")


_ENDED = words("resumed ended collapsed started failed lasted occurred happened followed continued stalled proceeded")
_BEGINS = words("begins starts opens convenes kicks gets")
_COMES = words("begin start open convene kick take takes resume resumes come comes continue continues fall falls happen happens get")
_NEARS = words("approach approaches near nears loom looms")
_ARTICLES = words("the a an his her its their that how")


def predicate(told: list[str], at: int, *, subject: bool) -> Told | None:
    """What is told of a noun phrase that ends before a place: "talks with Chile [will begin]"; of one that is no subject only "talks [scheduled for May]"."""
    while at < len(told):
        word, then = told[at], word_at(told, at + 1)
        if word == "(":
            at = told.index(")", at) if ")" in told[at:] else len(told)
        elif word in CLAUSE:
            return _aside(told, at)
        elif word in ENDS or word == ",":
            aside, after = _aside(told, at + 1), _after_aside(told, at)
            if aside is not None or after is None:
                return aside
            at = after
        elif (word in AWAY and told[at - 1] in UNITS) or _is_due(told, at):
            return None if word_at(told, at + 2) in _LASTING else Told.AHEAD
        elif is_past(word) and word not in _HELD | _ENDED and then in PREPOSITIONS and _goes_on(told, at + 1):
            # "Talks brokered by Norway will begin": the verb is still to come.
            pass
        elif (found := tense(told, at)) is not None or ((found := _in_present(told, at)) is not None and subject):
            return found if subject else None
        at += 1
    return None


def _after_aside(told: list[str], at: int) -> int | None:
    """Where a sentence goes on that pauses at a place: after a relative clause or a few words without a verb; None where it does not."""
    closes = next((each for each in range(at + 1, len(told)) if told[each] in ENDS or told[each] == ","), len(told))
    if told[at] in _FULL or closes == len(told):
        return None
    return closes if word_at(told, at + 1) in CLAUSE or not any(is_finite(told, each) for each in range(at + 1, closes)) else at


_FULL = frozenset(";:?!")


def _is_due(told: list[str], at: int) -> bool:
    """Whether "scheduled for", "due in" or "to be" stands at a place."""
    word, then = word_at(told, at), word_at(told, at + 1)
    return (word in PLANNED and then in {"for", "in", "on", "to"}) or (
        word == "to" and then == "be" and word_at(told, at - 1) not in _SEEMS
    )


_SEEMS = words(
    "appear appears appeared appearing seem seems seemed seeming proved proves prove turned turns out happened happens came comes continues continue continued said believed thought known considered"
)
"""Before "to be", of what is: "appear to be popular"."""


def _in_present(told: list[str], at: int) -> Told | None:
    """What a verb in the present says: "begins", "takes place next week", "provides an opportunity"."""
    word, before, then = told[at], word_at(told, at - 1), word_at(told, at + 1)
    if word in _NEARS and then not in {"to", "of"} and (word.endswith("s") or before.endswith("s")):
        return Told.AHEAD
    if word in _BEGINS:
        return Told.AHEAD
    if before not in DETERMINERS | PREPOSITIONS and (word in _COMES or (word.endswith("s") and then in _ARTICLES)):
        return Told.AHEAD if names_time_to_come(told, at + 1) else Told.NOW
    return None


_LASTING = words("last run continue end conclude finish go")
"""After "expected to", of what goes on."""


def _goes_on(told: list[str], at: int) -> bool:
    """Whether a verb follows in the same clause."""
    for here in range(at, min(len(told), at + FAR)):
        if told[here] in ENDS | CLAUSE | {","} or (told[here] == "and" and is_finite(told, past_adverbs(told, here + 1))):
            return False
        if is_finite(told, here) and not (is_past(told[here]) and told[here] not in WAS):
            return True
    return False


def _aside(told: list[str], at: int) -> Told | None:
    """What an aside says of the noun phrase before it: "which begins on Monday", "scheduled for May", "to be held in Oslo"."""
    word, then = word_at(told, at), word_at(told, at + 1)
    if word in {"which", "that"}:
        first = past_adverbs(told, at + 1)
        found = tense(told, first) if first < len(told) else None
        if found is None and (word_at(told, first) in _BEGINS or (word_at(told, first) in _COMES and names_time_to_come(told, first))):
            return Told.AHEAD
        return found if found in {Told.AHEAD, Told.DONE} else None
    if word in PLANNED or (word == "originally" and then in PLANNED) or _is_due(told, at):
        return None if word_at(told, at + 2) in _LASTING else Told.AHEAD
    return None


_NEXT = words("upcoming forthcoming coming next impending postponed delayed planned scheduled proposed imminent tomorrow future")
_LAST = words("last previous recent past earlier former yesterday ongoing current long-running continuing stalled protracted")
_LONGEST_LEAD = 8
"""Words before the noun of an event that belong to it."""


def lead_of(told: list[str], at: int) -> tuple[int, Told | None]:
    """Where a noun phrase begins whose noun stands at a place, and what its own words say: "next year's", "no", "last month's"."""
    start = at
    while start > 0 and at - start < _LONGEST_LEAD:
        word = told[start - 1]
        if word == "’s":
            # "Ana Ruiz's", "next year's"
            start -= 2 if start > 1 else 1
        elif word in DETERMINERS:
            start -= 1
            break
        elif word == "and" and told[start][:1].isupper() and told[start - 2][:1].isupper():
            # "The coming Lima and Quito summits"
            start -= 2
        elif word in _LEADS or word in PREPOSITIONS or word in ENDS or word in CLAUSE or not word[0].isalnum() or is_verb(told, start - 1):
            break
        else:
            start -= 1
    lead = told[start:at]
    if "no" in lead:
        return start, Told.NOT
    ahead = any(word in _NEXT for word in lead)
    return start, Told.AHEAD if ahead else Told.DONE if not _LAST.isdisjoint(lead) else None
