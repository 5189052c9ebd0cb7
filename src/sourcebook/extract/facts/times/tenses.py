"""What a verb says of the time of what it tells, and what the days and weeks say that a clause names."""

from sourcebook.extract.facts.times.clauses import (
    CLAUSE,
    DAYS,
    ENDS,
    HAS,
    IS,
    MAY,
    MONTHS,
    WAS,
    WILL,
    Told,
    is_past,
    is_small,
    past_adverbs,
    word_at,
)
from sourcebook.extract.phrases import words

PLANNED = words(
    "due set scheduled slated planned expected supposed meant tipped poised proposed envisaged foreseen mooted intended pencilled"
)
_TO_COME = PLANNED | words("likely unlikely possible coming approaching nearing looming imminent pending upcoming forthcoming going about")
AWAY = words("away off")
_OFF = words("cancelled canceled scrapped shelved")
_REMEMBERED = words("remembered go")
"""After "will", of what has been: "will be remembered", "will go down"."""
_LASTS = words("remain always forever long seen")
_PROVED = words(
    "prove become last end continue turn later eventually go escalate worsen spread intensify deteriorate widen spill flare drag"
)
"""After "would", of what has been when the rest is told."""


def tense(told: list[str], at: int) -> Told | None:
    """What the verb at a place says; None where there is none."""
    verb, after = told[at], past_adverbs(told, at + 1)
    then, last = word_at(told, after), word_at(told, past_adverbs(told, after + 1))
    if verb in WILL:
        what = last if then == "be" else then
        return Told.DONE if what in _REMEMBERED else Told.NOW if what in _LASTS else Told.AHEAD
    if verb in MAY:
        what = last if then == "be" else then
        return Told.DONE if what == "remembered" else Told.NOW if what == "have" or what in _PROVED | _LASTS else Told.MAYBE
    if verb in IS:
        return _being(told, after)
    if verb in WAS:
        if then in _OFF or (then, last) == ("called", "off"):
            return Told.NOT
        to_do = then in PLANNED or (then == "to" and is_small(last))
        return Told.MAYBE if to_do else Told.AHEAD if then in _LATER else _about(then)
    if verb in HAS:
        if told[at + 1 : at + 3] == ["yet", "to"]:
            return Told.AHEAD
        if then == "been":
            put_off = last in _LATER or (last == "put" and not _BACK.isdisjoint(told[after + 2 : after + 4]))
            return Told.NOT if last in _OFF else Told.AHEAD if put_off else Told.MAYBE if last in PLANNED else _about(last)
        if told[at + 1 : at + 2] == ["the"] and word_at(told, at + 2) in {"potential", "chance"}:
            return Told.MAYBE
        return Told.DONE if is_past(then) or then in _PARTICIPLES else Told.NOW
    return Told.DONE if verb in {"had", "did"} or is_past(verb) else None


def _about(verb: str) -> Told:
    """What was, or what was said about it: "has been announced" leaves open whether it was."""
    return Told.BESIDE if verb in _SAID else Told.DONE


_LATER = words("postponed delayed rescheduled")
_BACK = words("back off")
_PARTICIPLES = words("been become come gone done had begun won led put set run grown drawn broken chosen written fallen risen")
_SAID = words(
    "announced confirmed discussed agreed arranged suggested mooted offered welcomed criticised criticized condemned opposed rejected requested demanded called feared hoped doubted threatened "
    "considered mentioned promised prepared wanted needed required urged"
)


def is_finite(told: list[str], at: int) -> bool:
    """Whether the word at a place is a verb that stands for itself."""
    return at < len(told) and tense(told, at) is not None


def _being(told: list[str], at: int) -> Told:
    """What "is" says with the words after it: "is due in May", "is only three weeks away", "is under way"."""
    then = word_at(told, at)
    if told[at : at + 4] == ["out", "of", "the", "question"]:
        return Told.NOT
    if then == "to":
        return Told.AHEAD if is_small(word_at(told, at + 1)) else Told.NOW
    if then in {"about", "going"}:
        return Told.AHEAD if word_at(told, at + 1) == "to" else Told.NOW
    return Told.AHEAD if then in _TO_COME or not AWAY.isdisjoint(told[at : at + 5]) else Told.NOW


_SOON = words("tomorrow soon shortly")
_SPANS = words("week weekend month year summer autumn fall winter spring")
UNITS = words("days weeks months years hours week month year")
_COUNTS = words("a an one two three four five six seven eight nine ten several few couple")
_UP_TO = words("till until through since")
_PAST_TIMES = words("last ago yesterday earlier previously recently past")
FACES = words("left right center centre l r c file")
FAR = 20
"""Words of a clause in which a day is named, or a verb that governs."""


def names_time_to_come(told: list[str], at: int, *, goes_on: bool = False) -> bool:
    """Whether a clause in the present names a time that is still to come: "next week", "on Tuesday", "this week" unless it tells what goes on."""
    for here in range(at, min(len(told), at + FAR)):
        word, then = told[here], word_at(told, here + 1)
        if (
            word in ENDS
            or word in _PAST_TIMES
            or word in _UP_TO
            or (word == "," and any(is_finite(told, each) for each in range(here + 1, here + 4)))
        ):
            return False
        if (
            word in _SOON
            or (word in {"next", "coming"} and (then in _SPANS | DAYS | MONTHS | UNITS or then in _COUNTS))
            or (word == "this" and not goes_on and then in _SPANS | DAYS | {"coming"} and word_at(told, here + 2) != "’s")
            or (word == "later" and (then in DAYS | {"this", "today"} or word_at(told, here - 1) in UNITS))
            or (word == "in" and then in _COUNTS and not UNITS.isdisjoint(told[here + 2 : here + 4]))
            or (word in DAYS and word_at(told, here - 1) != "last")
            or (word == "on" and _is_day(told, here + 1))
        ):
            return True
    return False


def time_after(told: list[str], at: int) -> Told | None:
    """What the time says that follows soon, before any verb: "in Oslo last month", "yesterday", "tomorrow"."""
    for here in range(at, min(len(told), at + FAR)):
        word, then = told[here], word_at(told, here + 1)
        if word == "yesterday" or (word == "last" and then in _SPANS | DAYS | MONTHS) or (word, then) == ("earlier", "this"):
            return Told.DONE
        if word == "tomorrow" or (word == "next" and then in _SPANS | DAYS | MONTHS) or (word, then) == ("later", "this"):
            return Told.AHEAD
        if word in ENDS or word in CLAUSE or word in _UP_TO or word == "," or is_finite(told, here):
            return None
    return None


def _is_day(told: list[str], at: int) -> bool:
    """Whether "February 8" or "8 February" stands at a place, of no year."""
    one, two, three = (word_at(told, at + each) for each in range(3))
    month = (one in MONTHS and two.isdigit()) or (one.isdigit() and two in MONTHS)
    year = word_at(told, at + 3) if three == "," else three
    return month and not (year.isdigit() and len(year) == len("2000"))
