"""What the verb or the noun says on which a noun phrase depends: "will attend", "wants to hold", "the prospect of"."""

from sourcebook.extract.facts.times.clauses import (
    ADVERBS,
    CLAUSE,
    DAYS,
    DETERMINERS,
    ENDS,
    HAS,
    IS,
    LY,
    MAY,
    MONTHS,
    PREPOSITIONS,
    WAS,
    WILL,
    Told,
    is_past,
    is_small,
    word_at,
)
from sourcebook.extract.facts.times.subjects import predicate
from sourcebook.extract.facts.times.tenses import FACES, FAR, names_time_to_come, tense
from sourcebook.extract.facts.times.verbs import AUXILIARIES, ENDS_IT, HOLDS, LACKS, PRESENT, REFUSES, SEEKS, WANTS
from sourcebook.extract.phrases import words

_TRIES = words("tried tries try trying effort efforts attempt attempts attempted")
"""Before "to" and what somebody does in the end, or not."""
_BIDS = words(
    "invited invites invite inviting invitation urged urges urge urging asked asks ask asking expects expect expected wants want wanted allow allows enable pressed encouraged encourages persuade call calls called calling request plans plan proposals proposal preparations arrangements"
)
"""Before whom somebody wants to do it: "has invited Ana Ruiz to", "plans for Ana Ruiz to"."""
_LET = words("permitted allowed able free enabled authorised authorized")
_DID = words("managed able chose opted went helped came happened continued began returned gathered proceeded")
_MEANT = words(
    "prospect prospects possibility offer offers plans preparation preparations invitation invitations proposal proposals calls hopes idea demands requests "
    "likelihood chances risk risks threat fear fears danger pressure bid run-up date dates countdown candidate candidates prepare prepares preparing "
    "calling hoping pushing pressing attempt attempts reluctance promise arrangements talk appetite room scope road path route"
)
"""Before "of", "for", "at" and "to", what there is of an event that has not been."""
_BOUND_TO = words(
    "committed commits commit commitment commitments agreed agrees agree agreeing consented consents assented looks looking look pledged route"
)
"""Before "to" and an event that is agreed on: "committed to a trade mission"."""
_SOME = words("a an another new further direct more bilateral peace")
_ITS = words("goal goals aim aims purpose task tasks priority priorities agenda test challenge focus theme outcome success")
_READY = words("gearing gears gear bracing braces brace readying")
_CANCELLED = words("cancellation cancelation scrapping abandonment")
_TAKING_PART = words("participation attendance presence involvement")
_OUTCOMES = words("consequences implications costs cost dangers perils wisdom feasibility merits likelihood spectre specter event")
"""Of "a war", what is weighed while there is none: "the potential consequences of a withdrawal"."""
_CARRIES = words(
    "part margins sidelines occasion day days start beginning opening end conclusion course eve ahead advance first second round leg"
)
"""Nouns of an event that say no more of it than their clause does: "on the sidelines of"."""
_TRIPS = words("visit trip tour mission journey")
_THERE = words("at in during after following from")
"""Before an event at which something is."""


def governed(told: list[str], start: int, end: int) -> Told | None:
    """What governs a noun phrase from one place up to another, where it is no subject; NOW where that says nothing, None where it is a subject."""
    if start == 0:
        return None
    word = told[start - 1]
    if word == ",":
        # "Will attend, by video, the summit"
        opened = next((each for each in range(start - 2, max(0, start - _FEW - 2), -1) if told[each] == ","), 0)
        return verb_told(told, opened) if opened and told[opened - 1] in HOLDS else None
    if word in {"and", "or"} or word in CLAUSE or not word[0].isalnum():
        return None
    if word not in PREPOSITIONS:
        if (word in REFUSES or (word == "down" and told[start - 2] == "turned")) and told[start] in _SOME:
            return Told.NOT
        if word in ENDS_IT:
            # "Will complete its marathon election": it goes on.
            return Told.DONE
        found = verb_told(told, start, held=True)
        if word not in SEEKS and any(each in HOLDS for each in told[max(0, start - 2) : start]):
            return found or Told.NOW
        if word in _SOUGHT and told[start] in DETERMINERS and told[start] not in _SOME:
            # "They sought the meeting to forge an alliance"
            return Told.BESIDE
        if word in SEEKS or (found is Told.AHEAD and word in _MAKES):
            return Told.AHEAD
        # "Opposed any invasion"
        return Told.MAYBE if told[start] == "any" else Told.BESIDE
    return _by_noun(told, start, end) or _by_preposition(told, start)


def _by_noun(told: list[str], start: int, end: int) -> Told | None:
    """What the noun says that governs a noun phrase, or the conjunction before it: "the prospect of", "before the talks begin"."""
    word, before = told[start - 1], word_at(told, start - 2)
    if (
        before in _MEANT
        or (word == "to" and before in _BOUND_TO and (told[start] in _SOME or told[start].endswith("s")))
        or not _READY.isdisjoint(told[max(0, start - 4) : start - 1])
    ):
        return Told.AHEAD
    if word == "of" and before in _CANCELLED:
        return Told.NOT
    if told[start] == "any" or (word == "of" and before in _OUTCOMES and told[start] in {"a", "an"}):
        return Told.MAYBE
    if before in _TAKING_PART:
        return Told.BESIDE
    if word in {"before", "until"} and predicate(told, end, subject=True) in {Told.NOW, Told.AHEAD}:
        # "Before the conference convenes in Oslo"
        return Told.AHEAD
    if before in _ITS and not (WILL | MAY).isdisjoint(told[end:]) and predicate(told, end, subject=True) in {Told.MAYBE, Told.AHEAD}:
        # "A key goal of the visit must be"
        return Told.AHEAD
    if word == "of" and before in _NEAR:
        return _from_now(told) if _first_verb(told) is Told.DONE else Told.MAYBE
    return Told.BESIDE if word == "of" and before not in _CARRIES else None


def _by_preposition(told: list[str], start: int) -> Told:
    """What the verb says to which a phrase belongs: "will speak at", "flew to", "ended before"."""
    word, found = told[start - 1], verb_told(told, start - 1)
    if word in {"before", "until"}:
        return Told.AHEAD if found is Told.AHEAD else _from_now(told)
    if word not in _THERE and word != "of" and not (word == "on" and not _TRIPS.isdisjoint(told[start : start + _FEW])):
        # "Travelled to a summit", "called for talks": they need not have been.
        return found if found not in {Told.DONE, None} and word in _TOWARDS else Told.BESIDE
    if found is None and start <= _OPENING:
        found = _main_verb(told, start)
    if word in {"after", "following"}:
        found = found or (_first_verb(told) if start <= _OPENING else None)
        return Told.AHEAD if found is Told.AHEAD else Told.BESIDE if found is Told.MAYBE else Told.DONE
    return found or Told.NOW


def _from_now(told: list[str]) -> Told:
    """What is said of an event before which something is told: to come, if that was in these days; "said on Tuesday, hours before"."""
    if not _LAST.isdisjoint(told) or any(map(_is_year, told)):
        return Told.BESIDE
    first = next((each for each in told if each in AUXILIARIES), "")
    return Told.MAYBE if first in IS | HAS or not (_THESE_DAYS | MONTHS).isdisjoint(told) else Told.BESIDE


def _is_year(word: str) -> bool:
    return len(word) == len("2000") and word.isdigit()


_THESE_DAYS = DAYS | words("today yesterday")
_LAST = words("last ago previous")
_NEAR = words("ahead eve advance")
_TOWARDS = words("to for into")
_SOUGHT = words("sought requested suggested offered")
_MAKES = words("initiate facilitate mediate broker arrange organise organize")
_OPENING = 4
"""Words with which a phrase that opens its sentence begins, at most."""


def _first_verb(told: list[str]) -> Told | None:
    """What the first verb of a sentence says."""
    aside = 0
    for at in range(len(told)):
        aside += (told[at] == "(") - (told[at] == ")")
        if not aside and (found := tense(told, at)) is not None:
            return found
    return None


def _main_verb(told: list[str], at: int) -> Told | None:
    """What the verb of a sentence says that opens with a phrase: "Speaking at talks in Oslo, at which others were, Ana Ruiz [praised]"."""
    relative = False
    while at < len(told) and told[at] not in ENDS:
        if told[at] == ",":
            relative = not CLAUSE.isdisjoint(told[at + 1 : at + 3])
        elif not relative and (found := tense(told, at)) is not None and "," in told[:at]:
            return found if found in {Told.DONE, Told.AHEAD} else None
        at += 1
    return None


_ABSENCE = words("absence lack free devoid bereft spared dearth want short")
_WHEN = words("when once before until as where")
_FINITE = AUXILIARIES - {"be", "been", "being"}
_STOPS = words("who which that because although whereas while if unless than ,")


def verb_told(told: list[str], end: int, *, held: bool = False) -> Told | None:
    """What the verb says on which the words depend that begin at a place, the last one before them in their clause; `held`: as its object."""
    aimed, present = False, None
    for at in range(end - 1, max(0, end - FAR) - 1, -1):
        word, before = told[at], word_at(told, at - 1)
        if word in ENDS or word in _STOPS or (word == "as" and before == "such"):
            return None
        if word == "whether":
            return Told.MAYBE
        if word == "to" and at + 1 < end and is_small(told[at + 1]):
            led = _wanted(told, at)
            if led is not None:
                return led
            if not _TRIES.isdisjoint(told[max(0, at - 2) : at]):
                return Told.AHEAD if held else Told.BESIDE
            if not _SETS_OUT.isdisjoint(told[max(0, at - _FEW) : max(0, at - 1)]):
                # "Flew to Oslo to meet Ola Lund", but "In 2003, she flew to Oslo to"
                return Told.DONE if any(map(_is_year, told)) or not _LAST.isdisjoint(told) else Told.MAYBE
            aimed = True
        elif word in _FINITE or (is_past(word) and before not in DETERMINERS | PREPOSITIONS):
            first = _auxiliary(told, at)
            found = _with_time(told, first, tense(told, first))
            # "Led to a proposal to begin", "If Norway held": they need not have begun.
            open_yet = aimed or not _IF.isdisjoint(told[max(0, first - _FEW) : first])
            return Told.BESIDE if open_yet and found is Told.DONE else found
        elif present and word in _WHEN and not (WILL | MAY).isdisjoint(told):
            # "Can begin when Chile hosts the summit"
            return Told.AHEAD
        elif not present and word in PRESENT and before != "to" and _auxiliary(told, at) == at and before not in DETERMINERS | PREPOSITIONS:
            # "Will visit Chile and attend the summit"
            present = None if before in {"and", "or", "then"} else _with_time(told, at, Told.NOW)
            if present is Told.AHEAD:
                return present
        if present and word in CLAUSE:
            return present
    return present


def _wanted(told: list[str], at: int) -> Told | None:
    """What is said before "to" and a verb: "wants to", "has been invited to", "has invited Chile to", "managed to"."""
    before = at - 1
    while before > 0 and at - before < _FEW and (told[before] in ADVERBS | DAYS | {"on", "today"} or told[before].endswith("ly")):
        before -= 1
    word = word_at(told, before)
    if word in WANTS or word in IS:
        return Told.AHEAD
    if word in WAS:
        return Told.MAYBE
    if word in _LET and word_at(told, before - 1) == "be":
        # "The demand that Ana Ruiz be allowed to travel"
        return Told.AHEAD
    if word in _DID:
        return Told.DONE
    bids = [each for each in told[max(0, at - _FEW - 2) : at] if each in _BIDS or each in {",", ";"}]
    return Told.AHEAD if bids and bids[-1] in _BIDS else None


_FEW = 6
_IF = words("if If unless Unless")
_SETS_OUT = words("flew left departed headed heading leaves way")


def _auxiliary(told: list[str], at: int) -> int:
    """Where a verb begins with its auxiliaries: of "will also be attended" at "will"."""
    here, first = at - 1, at
    while here >= 0 and at - here < _FEW:
        if told[here] in AUXILIARIES:
            first = here
        elif not (told[here] in ADVERBS or (told[here].endswith("ly") and told[here] not in LY)):
            break
        here -= 1
    return first


def denies(told: list[str], end: int) -> bool:
    """Whether the clause before a noun phrase says that none was: "nor have they been the subject of", "has never held", "lacks", "the absence of"."""
    near = told[max(0, end - 2) : end]
    if near and (near[-1] in LACKS or (near[-1] in {"of", "from"} and near[0] in _ABSENCE)):
        return True
    for at in range(end - 1, max(0, end - FAR) - 1, -1):
        if told[at] in ENDS or told[at] in CLAUSE or told[at] in {",", "and"}:
            return False
        if told[at] in {"nor", "never"}:
            return True
    return False


def _with_time(told: list[str], at: int, found: Told | None) -> Told | None:
    """A verb in the present with the time that its clause names, before it or after it."""
    if found is not Told.NOW or not FACES.isdisjoint(told) or word_at(told, at - 1) in {"we", "I"}:
        return found
    # "Is visiting Norway this week" goes on.
    led, opening = told[max(0, at - 3) : at], told[: told.index(",")] if "," in told[:_FEW] else []
    times = names_time_to_come(led, 0) or names_time_to_come(opening, 0)
    return Told.AHEAD if times or names_time_to_come(told, at + 1, goes_on=told[at] in IS) else found
