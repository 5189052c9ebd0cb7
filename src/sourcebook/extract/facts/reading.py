"""A document with its linked mentions, and the questions that the rules ask of it."""

import bisect
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, TypeVar, cast

from sourcebook import lazy_re as re
from sourcebook.extract import dates
from sourcebook.extract.document import ITEM, Document, Sentence, matches, within
from sourcebook.extract.facts.groups import BY_WHOM, FOR_WHOM, acting_late, after_invitation, group_acts, received_and
from sourcebook.extract.facts.settings import is_forum, is_setting
from sourcebook.extract.facts.sides.contacts import sides
from sourcebook.extract.found import covered
from sourcebook.extract.identity.linking import Linked, subject_before
from sourcebook.extract.phrases import words as words_of
from sourcebook.extract.places.states import is_bloc, is_state
from sourcebook.extract.speech.words import FIRST, SPEECH
from sourcebook.model.spans import Span

if TYPE_CHECKING:
    from sourcebook.extract.facts.actors import Signs

Answer = TypeVar("Answer")
NEAR = 120
"""Code points; what stands further away does not belong to a title."""
FEW = 12
"""Persons who act together, at most."""
LONGEST = 1_500
"""Code points of a sentence before a verb in which its subject is sought."""
_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Oo]ur two|[Tt]heir two)\s+(?:countries|sides|nations|states|[Ll]eaders|[Mm]inisters|[Pp]residents|[Gg]overnments|capitals|peoples|parliaments|delegations|neighbou?rs|republics|kingdoms|allies|organi[sz]ations|blocs)\b|\b[Tt]heir\s+(?:countries|nations|states|peoples|capitals)\b|\b(?:[Tt]he\s+)?(?:[Ss]ides|[Pp]arties|[Cc]ountries|[Ll]eaders|[Pp]residents|[Mm]inisters|[Pp]rime [Mm]inisters|interlocutors)\s+(?:also\s+|then\s+|have\s+)?(?:agreed|discussed|exchanged|noted|reaffirmed|expressed|signed|reviewed|stressed|committed|welcomed|decided|underlined|addressed|emphasi[sz]ed|confirmed|spoke|talked|covered|agree|share)\b|(?:(?<=[.“\"]\s)|(?<=[\n“\"]))They\s+(?:also\s+)?(?:agreed|discussed|exchanged|reaffirmed|reviewed|committed|decided|pledged|underlined)\b|\bbilateral\b"
)
_PAIR = words_of(
    "Both both The the Our our Their their Sides sides Parties parties Countries countries Leaders leaders Presidents presidents "
    "Ministers ministers Prime prime interlocutors They bilateral"
)
"""What speaks of both begins with one of these."""
_IN_LIST = re.compile(r"(?:,\s+)?(?:\s*and\s+)?(?:[Tt]he\s+)?")
_COUNTERPART = re.compile(r"\b(?:his|her|their)\s+(?:[A-Z][\w-]+\s+){0,3}counterpart\s+(?:\w+\s+)?\Z")
_RELATIVE_CLAUSE = re.compile(r",\s+(?:who|which|where|whose|since|because|although|whereas)\b[^,;]*(?:,|\Z)")
_DAYS_BEFORE = re.compile(
    r"(?:\b(?:before|until)|(?<!hours )\bahead\s+of|\bon\s+the\s+eve\s+of)\s+(?:(?!(?:he|she|it|they|on|in|at|to)\b)[\w.’'-]+\s+){0,9}\Z"
)
"""Between a day and what is told to be later: "said on Monday, two weeks before her"."""
MONTH_LONG = len("2000-01")
_CLAUSE = re.compile(
    r";|,\s+(?:he|she|but|who|which|where|while|and\s+(?:he|she|then|also\s+\w+ed|visited|discussed))\b|,\s+to\s+(?:offer|express|convey|deliver|congratulate|thank|mark|review|reaffirm|reiterate|underscore|advance|follow|build|coordinate|consult|talk|speak|explore|exchange|discuss)\b|\b(?:to discuss|on behalf of|on the (?:sidelines|margins)|building on|during|after|before|and discussed|and provided|and (?:also )?spoke|as well as visit)\b"
)
_GUEST = re.compile(
    r"(?:[\s,.]|[’']s?|\(\s*\)|\b(?:office|residence|palace|headquarters|Palace|today|yesterday|here|on|this|morning|afternoon|evening|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|Sheikh|Sheikha|Grand|Ayatollah|Imam|Pope|Patriarch|Metropolitan|Archbishop|Bishop|Cardinal|Reverend|opposite|number|Prince|Princess|King|Queen|Lord|Department|Ministry|Office|at|in|his|her|their|its|the|an?|by|of|and|for|visiting|new|outgoing|then|counterpart|delegation|led|headed|former|late|newly|newly-appointed|newly-elected|newly-accredited|accredited|designate|resident|non-resident|elected|appointed|H|E|HE|Mr|Mrs|Ms|Dr|Sir|Hon|Honou?rable|Right|Rt|Smt|Shri|U|Daw|Dato|Datuk|Tun|Tan|Sri|Adv|Eng|(?:Lt|Maj|Brig|Vice|Rear)-(?:Gen|General|Adm|Admiral|Col)|MP|His|Her|Excellency|Majesty|Highness|Royal|foreign|prime|defen[cs]e|minister|president|secretary|with|commander|chief|general|ambassador|envoy|head|leader|chairman|chairwoman|director|deputy|vice|governor|speaker|chancellor|king|queen|premier|senator|chair|representative|special|high|commissioner|official|diplomat|spokesman|spokeswoman|counterparts|designate)\b)*"
)
_THEY = re.compile(r"\b[Tt]hey\s+(?:\w+\s+){0,2}\Z")
_AND_VERB = re.compile(
    r"(?:,\s+[^;“”\"]{2,90},|,)?(?:\s+(?:visited|toured|arrived\s+in|travel+ed\s+to|went\s+to)\s+[^.;,“”\"]{2,60}\s+and(?=\s))?\s*(?:(?:also|then|later|both|has|have|had|were|are|jointly|separately|today|recently|will|earlier|on\s+[A-Z]\w+day)\s+){0,3}"
)
"""Between a name and its verb: the office, adverbs."""
OWNED = re.compile(r"[’']s?\s+")
"""Between an owner and what is its: "Norway's Troms province"."""


_HIS_MEN = re.compile(
    r"[’']s?\s+(?:(?:[Ss]pecial|[Pp]ersonal|[Pp]residential|[Ss]enior|[Tt]op|own)\s+){0,2}(?:[Ee]nvoy|[Ee]missary|[Rr]epresentative|[Dd]elegation|[Aa]dvis[eo]r)s?\b"
)
"""After somebody whose envoy or delegation it is that comes, meets or says something."""


NO_MORE = sys.maxsize
"""Where the mention after the last would stand."""


class Reading:
    """A document with its mentions.

    Attributes:
        linked: the mentions, in order.
        subjects: the mentions and, besides, offices that stand for their holders ("the Foreign Secretary"); not whose envoy acts.
        main: the two countries that the article is about, or fewer.
        signs: sentences by their numbers, as `signs_of` has made them.
        told: the events that verbs tell of, in order, once these are known.
        happened: of the events that journeys and meetings make, the words that state these.
    """

    def __init__(self, document: Document, linked: list[Linked], references: list[Linked] | None = None) -> None:
        self.document = document
        self.text = document.text
        self.keep(linked)
        acting = [
            each for each in (*linked, *(references or ())) if each.found.type != "person" or not _HIS_MEN.match(self.text, each.span.end)
        ]
        self.subjects = sorted(acting, key=attrgetter("span.start", "span.end", "found.type"))
        self.subject_starts = [each.span.start for each in self.subjects]
        self.main = self._main()
        self.signs: dict[int, Signs] = {}
        self.told: list[Linked] = []
        self.happened: dict[str, list[Span]] = {}

    def keep(self, linked: list[Linked]) -> None:
        """Sets the mentions, and beside them what of them is asked for thousands of times."""
        self._answers: dict[Callable[[Reading], object], object] = {}
        self.linked, self._types = linked, [each.found.type for each in linked]
        self.starts = [*[each.span.start for each in linked], NO_MORE]
        of_type = {kind: [each for each in linked if each.found.type == kind] for kind in {*self._types}}
        self._of_type = {kind: ([*[each.span.start for each in those], NO_MORE], those) for kind, those in of_type.items()}
        self._kinds: dict[int, frozenset[str]] = {}

    def outside(self, spans: Iterable[Span]) -> "Reading":
        """The same without the mentions in some spans: what the narrator names, but those whom he quotes do not."""
        inside = covered(spans)
        held = {id(each) for each in self.linked if inside(each.span)}
        other = copy(self)
        other.keep([each for each in self.linked if id(each) not in held])
        other.subjects = [
            each for each in self.subjects if id(each) not in held and not (each.found.kind == "office" and inside(each.span))
        ]
        other.subject_starts = [each.span.start for each in other.subjects]
        return other

    def once(self, question: "Callable[[Reading], Answer]") -> "Answer":
        """What a function tells of the mentions, which it is asked but once: it would look through all of them each time."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return cast("Answer", self._answers[question])

    @property
    def by_entity(self) -> dict[str, list[Linked]]:
        """The mentions by what they are linked to."""
        return self.once(_by_entity)

    @cached_property
    def spoken(self) -> list[int]:
        """Where the first words of verbs of speech stand."""
        return self.document.where(FIRST)

    def speech(self, span: Span) -> Iterator[re.Match[str]]:
        """The verbs of speech in a span."""
        return matches(SPEECH, self.text, within(self.spoken, span), span.end)

    def _main(self) -> list[str]:
        """The two countries or blocs named far more often than any third; fewer times are enough where the text speaks of "both sides"."""
        countries = Counter(each.entity for each in self.linked if is_state(each) or is_bloc(each))
        for each in [one.entity for one in self.linked if is_bloc(one) and countries[one.entity] == 1]:
            # A body named once is where they met, or what one of them belongs to.
            del countries[each]
        first, second, third = ([each for each, _ in countries.most_common(3)] + ["", "", ""])[:3]
        few, many = (2, 4) if third else (1, 2)
        if countries[second] < few or countries[third] * 2 > countries[second]:
            return []
        if countries[second] < many and sum(1 for _ in self.both_said(Span(0, len(self.text)))) < 2:
            return []
        # Two that no sentence names together are not what the article is about.
        where = {name: {self.document.article.sentence_at(each.span.start) for each in self.by_entity[name]} for name in (first, second)}
        return [first, second] if where[first] & where[second] else []

    def both_said(self, part: Span) -> Iterator[re.Match[str]]:
        """What a part of the text says of "both sides"."""
        return matches(_BOTH, self.text, within(self._pairs, part), part.end)

    @cached_property
    def _pairs(self) -> list[int]:
        return self.document.where(_PAIR)

    @cached_property
    def contacts(self) -> list[tuple[int, tuple[str, ...]]]:
        """Who dealt with whom, sentence by sentence."""
        return sides(self)

    def contacts_in(self, sentence: Sentence) -> list[tuple[str, ...]]:
        """Who deals with whom in one sentence."""
        first = bisect.bisect_left(self.contacts, sentence.number, key=itemgetter(0))
        return [who for _, who in self.contacts[first : bisect.bisect_right(self.contacts, sentence.number, first, key=itemgetter(0))]]

    def told_by(self, number: int) -> tuple[int, tuple[str, ...]] | None:
        """Who dealt with whom last up to a sentence, and in which."""
        told = bisect.bisect_right(self.contacts, number, key=itemgetter(0))
        return self.contacts[told - 1] if told else None

    def between(self, start: int, end: int, kind: str, *others: str) -> list[Linked]:
        """The mentions of one or some types between two positions, if the one is before the other."""
        return self.inside(Span(start, end), kind, *others) if start < end else []

    def people_between(self, start: int, end: int) -> list[Linked]:
        """The persons between two positions, if the one is before the other."""
        return self.people(Span(start, end)) if start < end else []

    def named(self, span: Span) -> list[str]:
        """The states and blocs that a span names, each once."""
        return list(
            dict.fromkeys(
                each.entity
                for each in self.inside(span, "place", "demonym", "organization")
                if (is_state(each) or (is_bloc(each) and not is_forum(self.text, each)))
                and not self.owns_body(each)
                and not is_setting(self.text, each)
            )
        )

    def owns_body(self, state: Linked) -> bool:
        """Whether a state is named for a body of its own: "Ukraine's Foreign Intelligence Service reported"."""
        owned = OWNED.match(self.text, state.span.end)
        return bool(owned and self.next(owned.end(), owned.end() + NEAR, "organization", within=0))

    def introduced(self, item: Sentence) -> Sentence | None:
        """The sentence that ends in a colon before a list, of one of its items."""
        for each in reversed(self.document.sentences[max(0, item.number - FEW) : item.number]):
            if each.block is not ITEM:
                return each if self.text[each.span.end - 1] == ":" else None
        return None

    def inside(self, span: Span, kind: str, *others: str) -> list[Linked]:
        """The mentions of one or some types in a span."""
        if not others and kind not in self._of_type:
            return []
        starts, those = (self.starts, self.linked) if others else self._of_type[kind]
        at, end, found = bisect.bisect_left(starts, span.start), span.end, list[Linked]()
        # Mostly there are few or none.
        while starts[at] < end:
            each = those[at]
            if each.span.end <= end and (not others or each.found.type == kind or each.found.type in others):
                found.append(each)
            at += 1
        return found

    def opening_body(self, span: Span) -> Linked | None:
        """The body with which a span begins: "The council"."""
        first = next(iter(self.inside(span, "organization")), None)
        return first if first and self.text[span.start : first.span.start] in {"", "The "} else None

    def kinds(self, sentence: Sentence) -> frozenset[str]:
        """The types of the mentions of a sentence."""
        if sentence.number not in self._kinds:
            first, end = bisect.bisect_left(self.starts, sentence.span.start), sentence.span.end
            here = self._types[first : bisect.bisect_left(self.starts, end, first)] if self.starts[first] < end else ()
            self._kinds[sentence.number] = frozenset(here)
        return self._kinds[sentence.number]

    def people(self, span: Span) -> list[Linked]:
        """The persons in a span, by name or by office."""
        first, last = bisect.bisect_left(self.subject_starts, span.start), bisect.bisect_left(self.subject_starts, span.end)
        return [each for each in self.subjects[first:last] if each.span.end <= span.end and each.found.type == "person"]

    def subject(self, position: int, sentence_start: int) -> str | None:
        """Who does what the verb at a position says."""
        sentence_start = max(sentence_start, position - LONGEST)
        spoken = self.text[sentence_start:position]
        if FOR_WHOM.search(spoken) or BY_WHOM.match(spoken):
            sentence_start = after_invitation(self, sentence_start, position)
        received = received_and(self.text, position, sentence_start) if " by " in spoken else None
        if received is not None:
            return self.subject(received, sentence_start)
        counterpart = "counterpart" in spoken and _COUNTERPART.search(self.text, max(sentence_start, position - NEAR), position)
        if counterpart or group_acts(self, position, sentence_start):
            # "At the invitation of A, his Chilean counterpart visited": not A.
            return None
        return acting_late(self, position, sentence_start) or subject_before(self.document, self.subjects, position, sentence_start)

    def plural(self, position: int, sentence_start: int) -> bool:
        """Whether "they" is who does what the verb at a position says."""
        return bool(_THEY.search(self.text, max(sentence_start, position - NEAR), position))

    def doers(self, position: int, sentence_start: int) -> list[str]:
        """All who do what the verb at a position says: "A, B and C met"; "they" are those who acted in the sentence before."""
        if self.plural(position, sentence_start):
            if position > sentence_start and self.people(Span(sentence_start, position)):
                return []
            number = self.document.sentence_of(sentence_start).number
            before = self.document.sentences[number - 1].span if number else None
            run = self._run(self.people(before)[:FEW]) if before else []
            return [each.entity for each in run] if len(run) > 1 else []
        subject = self.subject(position, sentence_start)
        if subject is None:
            return []
        start = max(sentence_start, position - LONGEST)
        people = self.people(Span(start, position))[-FEW:] if position > start else []
        if len(people) > 1 and _AND_VERB.fullmatch(self.text, people[-1].span.end, position):
            first = next((at for at, each in enumerate(people) if each.entity == subject), len(people))
            run = self._run(people[first:])
            if len(run) > 1 and run[-1] is people[-1]:
                return list(dict.fromkeys(each.entity for each in run))
        return [subject]

    def together(self, start: int, end: int) -> list[str]:
        """The persons of the first list that a part of a sentence names, if there are several."""
        run = self._run(self.people(Span(start, end))[:FEW]) if end > start else []
        return list(dict.fromkeys(each.entity for each in run)) if len(run) > 1 else []

    def _run(self, people: list[Linked]) -> list[Linked]:
        """The first of some persons and those whom commas and "and" join to it."""
        found = people[:1]
        joined = False
        for each in people[1:]:
            between = self.text[found[-1].span.end : each.span.start]
            if not (between.startswith((",", " and ")) and self.straight(found[-1].span.end, each.span.start)):
                break
            found.append(each)
            if " and " in between:
                joined = True
        return found if joined else found[:1]

    def straight(self, start: int, end: int) -> bool:
        """Whether nothing but titles, countries and bodies stands between two positions, such as a verb and whom it names."""
        if end <= start:
            return True
        return bool(_GUEST.fullmatch(self.plain(start, end, "role", "demonym", "place", "organization")))

    def plain(self, start: int, end: int, *types: str) -> str:
        """The words between two positions with blanks for the mentions of some types."""
        if end <= start:
            return ""
        words = list(self.text[start:end])
        for each in self.inside(Span(start, end), *types):
            words[each.span.start - start : each.span.end - start] = " " * len(each.span)
        return "".join(words)

    def led(self, pattern: re.Pattern[str], sentence: Sentence, position: int, near: int = NEAR) -> re.Match[str] | None:
        """What a pattern finds in the words of a sentence that lead to a position, at most so many code points before it."""
        return pattern.search(self.text, max(sentence.span.start, position - near), position)

    def before(self, position: int) -> list[Linked]:
        """The mentions that begin within a line before a position."""
        return self.linked[bisect.bisect_left(self.starts, position - NEAR) : bisect.bisect_left(self.starts, position)]

    def next(self, start: int, end: int, *types: str, within: int) -> Linked | None:
        """The first mention of a type that begins at most `within` code points after `start`."""
        at = bisect.bisect_left(self.starts, start)
        while self.starts[at] <= start + within:
            each = self.linked[at]
            if each.found.type in types and each.span.end <= end:
                return each
            at += 1
        return None

    def after(self, found: re.Match[str] | None, end: int, *types: str, within: int = 0) -> Linked | None:
        """The first mention of a type that begins right after some words, or at most `within` code points after them."""
        return self.next(found.end(), end, *types, within=within) if found else None

    def listed(self, start: int, end: int) -> list[Linked]:
        """The places of a list that begins at a position."""
        found: list[Linked] = []
        at = start
        while place := self.next(at, end, "place", within=12):
            if not _IN_LIST.fullmatch(self.text, at, place.span.start):
                break
            found.append(place)
            at = place.span.end
        return found

    def when(self, sentence: Sentence, focus: Span) -> dict[str, tuple[str, ...]]:
        """The date of what the focus states, if the sentence gives it one only; a dateline counts where there is no other."""
        # "X, who came to power in 2003, visited Y": the date of an aside belongs to the aside.
        asides = _RELATIVE_CLAUSE.finditer(self.text, sentence.span.start, sentence.span.end)
        outside = [each.span() for each in asides if not each.start() <= focus.start < each.end()]
        found = {
            each.found.value: each.found.kind
            for each in self.inside(sentence.span, "date")
            if not any(start <= each.span.start < end for start, end in outside)
            and not dates.of_another(self.text, each.span)
            and not (len(each.found.value) > MONTH_LONG and self._stands_apart(each.span, sentence, focus))
        }
        plain = [value for value, kind in found.items() if not kind] or [*found]
        return {"when": tuple(plain)} if len(plain) == 1 and plain[0] else {}

    def _stands_apart(self, date: Span, sentence: Sentence, focus: Span) -> bool:
        """Whether a day is that of what was told before it came: "said on Monday, two weeks before her visit", "Ahead of her visit, he said on Monday"."""
        if date.start >= focus.end:
            return "," in self.text[focus.end : date.start] and _DAYS_BEFORE.search(self.text, sentence.span.start, focus.start) is not None
        return date.end <= focus.start and _DAYS_BEFORE.search(self.text, date.end, focus.start) is not None

    def clause_end(self, start: int, end: int) -> int:
        """Where the list of those met ends: at a new clause."""
        stop = _CLAUSE.search(self.text, start, end)
        return stop.start() if stop else end

    def spoken_of(self, sentence: Sentence) -> str | None:
        """Who was spoken of last before a sentence."""
        earlier = (self.subjects[at] for at in reversed(range(bisect.bisect_left(self.subject_starts, sentence.span.start))))
        last = next((each for each in earlier if each.found.type == "person" and each.span.end <= sentence.span.start), None)
        if last is None:
            return None
        inside = self.people(self.document.sentence_of(last.span.start).span)
        return inside[0].entity if inside else last.entity


def _by_entity(reading: Reading) -> dict[str, list[Linked]]:
    found: dict[str, list[Linked]] = defaultdict(list)
    for each in reading.linked:
        found[each.entity].append(each)
    return found
