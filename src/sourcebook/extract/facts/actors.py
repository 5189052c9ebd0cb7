"""Who stands beside a word: lists of persons, states and bodies, read from a sentence in which each name is a single sign."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.groups import INVITED, INVITED_BY_NAME, Actors, opens_clause
from sourcebook.extract.facts.list_items import A_PERSON, A_STATE, NOBODY, SENT_FOR_BODY
from sourcebook.extract.facts.list_joints import (
    CLOSES_LIST,
    DASHED,
    DELEGATION_LED_BY,
    HAS_VERB,
    INTRODUCED,
    JOINT,
    OF_STATES,
    OFFICE_OF_MANY,
    OPENS_LIST,
    ROW,
    SPOKE_IT,
    SUCH_AS,
    TOLD_OF_PERSON,
)
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import ANY_SIGN, BODY, EVENT, FOLK, OF_TYPE, OFFICE, OTHER, PERSON, PLACE, STATE, SUBJECTS
from sourcebook.extract.facts.standing import end_of, is_people, stands_for_state
from sourcebook.extract.facts.subjects import (
    AND_THEN,
    BESIDES,
    GOAL,
    GOVERNED,
    MEANT,
    OF_PEOPLE,
    OPENS,
    OTHERWISE,
    OWN_CLAUSE,
    RELATIVE,
    STATED,
    UNTIL_VERB,
    WHO_DOES,
)
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.places.states import COUNTRY, is_bloc, is_state, size_of

MOST = 40
"""Names of one list."""
_ALONE_NOBODY = frozenset({FOLK, OFFICE})
"""Signs of what may lead to somebody without a name: "the Chilean finance chief"."""
_WITH_MORE = frozenset({"role", "event"})
"""Types of mentions whose words may hold more than what they are."""
_NOT_FOUGHT = (f" {EVENT}", " talks", " negotiations", " conference", " summit", " meeting")
"""After a conflict whose name only says what others talk about."""


class Signs:
    """A sentence with one sign for each mention.

    Attributes:
        words: the sentence.
        at: the mentions by where their signs stand.
        events: where those of events stand.
        spoken: the sentence's words in small letters, to ask before a costly search.
    """

    def __init__(self, reading: Reading, sentence: Sentence, further: Iterable[Linked] = ()) -> None:
        self.at: dict[int, Linked] = {}
        self._mentions = _within(reading, sentence, further)
        self.spoken = sentence.words
        self._start, self._ends = sentence.span.start, dict[int, int]()
        text, done = ANY_SIGN.sub("\N{REPLACEMENT CHARACTER}", sentence.span.of(reading.text)), 0
        parts: list[str] = []
        length, person = 0, ""
        for each in self._mentions:
            begin = each.span.start - self._start
            if begin < done or (each.found.type == "event" and each.found.known and text.endswith("to ", 0, begin)):
                # What the knowledge base notes as words for an event may be the verb that tells of it: "to recognise".
                continue
            gap = text[done:begin]
            length += len(gap)
            self.at[length] = each
            # "Ana Ruiz, the Foreign Minister, and": told of her, nobody further.
            apposed = each.found.kind == "office" and each.entity == person
            parts += [gap, OFFICE if apposed else OF_TYPE[each.found.type] if each.found.type in OF_TYPE else _sign(reading, each)]
            person = each.entity if each.found.type == "person" else person
            self._ends[length] = end_of(reading, each) if each.found.type in _WITH_MORE else each.span.end
            done = self._ends[length] - self._start
            length += 1
        self.words = "".join([*parts, text[done:]])
        # "The Salt conflict talks" are no conflict.
        led = (at for at, each in self.at.items() if each.found.kind == "conflict" and self.words.startswith(_NOT_FOUGHT, at + 1))
        self.events = sorted({at for at, each in self.at.items() if each.found.type == "event"}.difference(led))

    def place(self, position: int) -> int:
        """Where in the text a position of the sentence of signs is."""
        before = next((each for each in reversed(self.at) if each < position), None)
        if before is None:
            return self._start + position
        return self._ends[before] + position - before - 1

    def spot(self, place: int) -> int:
        """Where in the sentence of signs a position of the text is, outside of mentions."""
        within = sum(self._ends[at] - each.span.start - 1 for at, each in self.at.items() if each.span.start < place)
        return place - self._start - within

    def all_in(self, found: re.Match[str], group: str) -> list[Linked]:
        """The mentions in a group of some words."""
        return [each for at, each in self.at.items() if found.start(group) <= at < found.end(group)]

    def within(self, outer: Linked, kind: str) -> list[Linked]:
        """The mentions of a type within the words of another, which have no signs."""
        return [each for each in self._mentions if each.found.type == kind and outer.span.contains(each.span)]

    def list_at(self, position: int) -> Actors | None:
        """The list that begins at a position."""
        found: list[Linked] = []
        # Past "all the leaders who were present", and the like, with a colon.
        position = led.end() if (led := INTRODUCED.match(self.words, position) or SUCH_AS.match(self.words, position)) else position
        begin, end, loose, many, closed, inner = position, position, 0, 0, False, False
        for _ in range(MOST):
            position = led.end() if found and (led := INTRODUCED.match(self.words, position)) else position
            item = A_PERSON.match(self.words, position) or A_STATE.match(self.words, position)
            loose_end = item and self.words[item.end() - 1] in _ALONE_NOBODY and not JOINT.match(self.words, item.end())
            nobody = NOBODY.match(self.words, position) if item is None or loose_end else None
            if item and OFFICE in item[0] and self.words[item.start("name")] == BODY:
                # "The Bank's Chairwoman" is not the Bank.
                item, nobody = None, NOBODY.match(self.words, position)
            if item and "permanent members" in item[0] and self.at[item.start("name")].found.name.startswith("United Nations"):
                # "The five permanent members of the UN Security Council" are not the Council.
                item, nobody = None, NOBODY.match(self.words, position)
            if nobody and item and nobody.end() > item.end():
                # "The Chilean finance chief Xu Li": somebody whose name is not known.
                item = None
            if item is None and nobody is None:
                break
            if item:
                one = self.at[item.start("name")]
                if begin < position and "and" not in self.words[end:position] and SPOKE_IT.match(self.words, item.start("name") + 1):
                    # "Envoys will meet the leaders of ten states, Ana Ruiz said."
                    break
                person = one.found.type == "person"
                apart = found and person != (found[-1].found.type == "person") and not CLOSES_LIST.search(self.words, end, position)
                if apart and not SENT_FOR_BODY.match(self.words, position):
                    # "In Norway, President Ana Ruiz and": no list.
                    break
                sent = DELEGATION_LED_BY.match(self.words, item.start(), item.start("name")) if person else None
                if sent and is_state(self.at[sent.start("of")]):
                    # "A Norwegian delegation headed by Ana Ruiz": Norway too.
                    found.append(self.at[sent.start("of")])
                if one.found.type == "demonym" and not is_state(one):
                    break
                found.append(one)
                folk = self.words[item.start("name")] == FOLK
                # "Chilean" alone is nobody: those of whom are told at the end of the list.
                loose = loose + 1 if folk and not item["whose"] else 0
            elif nobody:
                found += self._of_offices(nobody.start(), nobody.end())
            # "Heads of state of the Union" are several.
            several = item and self.words[item.start("name")] == BODY and OPENS_LIST.search(item[0])
            end, many = (item or nobody).end(), many + (2 if several else 1)  # type: ignore[union-attr]
            opens = item and (OPENS_LIST.search(item[0]) or self._several(item.start(), item.start("name")))
            # "Minister A, aides B and C, and D": the first "and" closes but the list of aides.
            closed, inner = closed and not opens, inner or (bool(opens) and many > 1)
            joint = JOINT.match(self.words, end) or (self._past_told(end) if found and found[-1].found.type == "person" else None)
            closed = closed and not (joint and ROW.match(self.words, joint.end()))
            if joint is None or (closed and not CLOSES_LIST.search(joint[0])):
                # "A and B, C said": C is none of them; all are of "between A and B, C, D and E".
                break
            closed = (closed and ";" not in joint[0]) or (" and " in joint[0] and not inner)
            inner = inner and " and " not in joint[0]
            position = joint.end()
        found = found[: len(found) - loose]
        return Actors(tuple(dict.fromkeys(found)), begin, end, many) if found else None

    def _between_dashes(self, position: int) -> Actors | None:
        """Who those are of whom was told: "The Lake leaders – Ana Ruiz, Ola Lund and Luis Vega – met"."""
        dash = DASHED.match(self.words, position)
        found = self.list_at(dash.end()) if dash else None
        return found if found and len(found.who) > 1 and DASHED.match(self.words, found.end) else None

    def _past_told(self, end: int) -> re.Match[str] | None:
        """What stands between a person and the next of a list, where it tells of the first and no verb is in it."""
        told = TOLD_OF_PERSON.match(self.words, end)
        return told if told and not HAS_VERB.search(told[0]) else None

    def _several(self, start: int, end: int) -> bool:
        """Whether an office of several stands in a part of the sentence: "Ministers Ana Ruiz, Luis Vega"."""
        return any(start <= at < end for at in self._of_many)

    @cached_property
    def _of_many(self) -> dict[int, Linked]:
        return {at: each for at, each in self.at.items() if each.found.type == "role" and OFFICE_OF_MANY.search(each.found.name)}

    def _of_offices(self, start: int, end: int) -> list[Linked]:
        """The states whose ministers some words speak of: "the Foreign Ministers of Norway and Chile"."""
        many = [each for at, each in self._of_many.items() if start <= at < end]
        states = [
            each
            for each in self._mentions
            if many and (each.found.type == "organization" or (each.found.type != "demonym" and is_state(each)))
        ]
        # The directors of a body are not all that it is of.
        return [
            one
            for each in many
            for one in states
            if each.span.contains(one.span) and (is_state(one) or is_bloc(one) or OF_STATES.search(each.found.name))
        ]

    def list_to(self, position: int) -> Actors | None:
        """The list that ends at a position."""
        lists = (self.list_at(each) for each in [each for each in self.at if each < position][-2 * MOST :])
        return next((each for each in lists if each and each.end == position), None)

    def after(self, found: re.Match[str] | None, group: str | int = 0) -> Actors | None:
        """The list that begins where some words, or one of their groups, end."""
        return self.list_at(found.end(group)) if found else None

    def up_to(self, found: re.Match[str] | None, group: str | int = 0) -> Actors | None:
        """The list that ends where some words, or one of their groups, begin."""
        return self.list_to(found.start(group)) if found else None

    def owning(self, found: re.Match[str] | None) -> Actors | None:
        """The list right before words that begin with a genitive, the group "own", if there is one."""
        return (self.up_to(found) or self.list_to(found.end("own"))) if found else None

    def doing(self, found: re.Match[str] | None, group: str | int = 0) -> Actors | None:
        """The list that is the subject of the verb with which some words, or one of their groups, begin."""
        return self.list_before(found.start(group)) if found else None

    def list_before(self, verb: int) -> Actors | None:
        """The list that is the subject of a verb."""
        places = [each for each in self.at if each < verb and self.words[each] in SUBJECTS][-MOST:]
        passed: Actors | None = None
        invited = INVITED.match(self.words)
        if invited and PERSON not in invited[0]:
            invited = INVITED_BY_NAME.match(self.words)
        for each in places:
            if invited and each < invited.end():
                # "At the invitation of Ana Ruiz, Luis Vega and Ola Lund attended": not she.
                continue
            listed = passed is not None and passed.start < each < passed.end
            apart = not listed and OWN_CLAUSE.search(self.words, each - 24, each)
            if not apart and GOVERNED.search(self.words, each - 24, each) and not OF_PEOPLE.search(self.words, each - 40, each):
                passed = self.list_at(each)
                if passed and opens_clause(self.words, each, passed.end, verb):
                    return passed
                if (
                    passed
                    and passed.end <= verb
                    and BESIDES.search(self.words, each - 40, each)
                    and UNTIL_VERB.fullmatch(self.words, passed.end, verb)
                ):
                    return passed
                relative = RELATIVE.match(self.words, passed.end, verb) if passed and passed.end <= verb else None
                if passed is None or relative is None or (relative["who"] and passed.who[0].found.type != "person"):
                    # "An analyst with the Bank who attended": not the Bank.
                    continue
            if (
                passed
                and passed.start < each < passed.end
                and (CLOSES_LIST.search(self.words, passed.start, passed.end) or "," not in self.words[passed.start : each])
            ):
                # "In Norway and Chile, Peru": only who follows the comma after the list.
                continue
            found = self.list_at(each)
            if found and found.end <= verb and UNTIL_VERB.fullmatch(self.words, found.end, verb):
                goal = GOAL.search(self.words, found.end, verb)
                if (goal and not MEANT.search(self.words, found.end, goal.start() + 1)) or STATED.search(self.words, each - 24, each):
                    # "visiting Norway to attend", "said Chile": no subject.
                    return None
                if WHO_DOES.match(self.words, found.end) and found.who[0].found.type != found.who[-1].found.type == "person":
                    # "The Harbour Group and its founder Ana Ruiz, who fought in": she.
                    return Actors(found.who[-1:], each, found.end)
                if len(found.who) == found.many == 2 and not CLOSES_LIST.search(self.words, each, found.end):
                    # "In Oslo, Norway, Chile held": the last.
                    return Actors(found.who[1:], each, found.end)
                return self._between_dashes(found.end) or found
        joined = AND_THEN.search(self.words, verb - 24, verb)
        return self.first() if joined and not OTHERWISE.search(self.words, 0, verb) else None

    def first(self) -> Actors | None:
        """The list that opens the sentence, whose second verb "and" joins: "Norway and Chile share a border, and fought"."""
        first = next((each for each in self.at if self.words[each] in SUBJECTS), None)
        return self.list_at(first) if first is not None and OPENS.fullmatch(self.words, 0, first) else None


def signs_of(reading: Reading, sentence: Sentence) -> Signs:
    """A sentence as signs, made once: several kinds of facts are read from it."""
    if sentence.number not in reading.signs:
        reading.signs[sentence.number] = Signs(reading, sentence)
    return reading.signs[sentence.number]


def _within(reading: Reading, sentence: Sentence, further: Iterable[Linked]) -> list[Linked]:
    """The mentions of a sentence and the offices that stand for persons, and further ones, the longer first where several begin."""
    first, last = bisect_left(reading.subject_starts, sentence.span.start), bisect_left(reading.subject_starts, sentence.span.end)
    found = [each for each in reading.subjects[first:last] if each.span.end <= sentence.span.end and each.found.type != "area"]
    return sorted([*found, *further], key=lambda one: (one.span.start, -one.span.end, one.found.type == "role"))


def _sign(reading: Reading, each: Linked) -> str:
    """The sign of a place, a nationality or anything else that no other is for."""
    if each.found.type == "place":
        return STATE if is_state(each) or size_of(each) > COUNTRY or stands_for_state(reading.text, each) else PLACE
    if each.found.type == "demonym":
        return STATE if is_state(each) and is_people(reading.text, each.span) else FOLK
    return OTHER
