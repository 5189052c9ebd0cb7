"""A document with its linked mentions, and the questions that the rules ask of it."""

import bisect
import re
from collections import Counter

from sourcebook.extract import cues
from sourcebook.extract.document import Document, Sentence
from sourcebook.extract.linking import Linked, subject_before
from sourcebook.extract.statements import Statement
from sourcebook.extract.states import is_bloc, is_state
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span

NEAR = 120
"""Code points; what stands further away does not belong to a title."""
FAR = 2
"""Paragraphs back in which "both sides" are named."""
LONGEST = 1_500
"""Code points of a sentence before a verb in which its subject is sought."""
PARAGRAPH = 900
"""Code points in which a body named before is still spoken of."""
_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Oo]ur two|[Tt]heir two)\s+(?:countries|sides|nations|states|leaders|ministers|governments|capitals|peoples|parliaments|delegations)\b|\b[Tt]heir\s+(?:countries|nations|states|peoples|capitals)\b|\b(?:[Tt]he\s+)?(?:[Ss]ides|[Pp]arties|[Cc]ountries|[Ll]eaders|[Pp]residents|[Mm]inisters|[Pp]rime [Mm]inisters|interlocutors)\s+(?:also\s+|then\s+|have\s+)?(?:agreed|discussed|exchanged|noted|reaffirmed|expressed|signed|reviewed|stressed|committed|welcomed|decided|underlined|addressed|emphasi[sz]ed|confirmed)\b|\bbilateral\b"
)
_FIXED = frozenset({"diplomatic_relations", "position", "located_in", "part_of", "affiliation", "degree"})
"""Properties that a plan or a denial beside them does not touch."""
_IN_LIST = re.compile(r"(?:,\s+)?(?:\s*and\s+)?(?:the\s+)?")
_SOON = re.compile(r"\s+(?:next\s+(?:week|month|year)|tomorrow|later\s+this\s+(?:week|month|year))\b")
_TO_BE_HELD = re.compile(
    r"\b(?:will|may|might|to|would)\s+(?:be\s+(?:held|hosted|convened)|take\s+place|open|convene|begin|start)\b|\b(?:scheduled|slated|planned|due)\b"
)
_GROUP = re.compile(
    r",\s+(?:the\s+)?(?:two|three|four|both)\s+(?:[a-z-]+\s+){0,2}(?:officials|leaders|ministers|presidents|sides|delegations|men|women|parties|countries|diplomats)\b"
)
_TO_SIGN = re.compile(r"\b(?:to|will|would|may|could|might)\s+(?:\w+\s+)?(?:sign|ink|conclude|initial|ratify|finali[sz]e)\b")
_COUNTERPART = re.compile(r"\b(?:his|her|their)\s+(?:[A-Z][\w-]+\s+){0,3}counterpart\s+(?:\w+\s+)?\Z")
_TO_ESTABLISH = re.compile(r"\b(?:to|will|would|may|might|could)\s+(?:\w+\s+)?(?:establish|restore|resume|set\s+up)\b")
_RELATIVE_CLAUSE = re.compile(r",\s+(?:who|which|where|whose)\b[^,;]*(?:,|\Z)")
_CLAUSE = re.compile(
    r";|,\s+(?:he|she|who|which|where|while|and\s+(?:he|she|then|also\s+\w+ed|visited|discussed))\b|\b(?:to discuss|on the sidelines|during|after|before|and discussed|and provided|as well as visit)\b"
)


OWNED = re.compile(r"[’']s?\s+")
"""Between an owner and what is its: "Norway's Troms province"."""


def around(one: Linked, other: Linked) -> Span:
    """From the beginning of the first of two mentions to the end of the last."""
    return Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))


class Reading:
    """A document with its mentions.

    Attributes:
        linked: the mentions, in order.
        subjects: the mentions and, besides, offices that stand for their holders ("the Foreign Secretary").
        main: the two countries that the article is about, or fewer.
    """

    def __init__(self, document: Document, linked: list[Linked], references: list[Linked] | None = None) -> None:
        self.document = document
        self.text = document.text
        self.linked = linked
        self.starts = [each.span.start for each in linked]
        # Asked for thousands of times: side by side, not one by one.
        self.ends = [each.span.end for each in linked]
        self.types = [each.found.type for each in linked]
        self.subjects = sorted([*linked, *(references or [])], key=lambda one: (one.span, one.found.type))
        self.subject_starts = [each.span.start for each in self.subjects]
        self.main = self._main()

    def _main(self) -> list[str]:
        """The two countries or blocs named far more often than any third; fewer times are enough where the text speaks of "both sides"."""
        countries = Counter(each.entity for each in self.linked if is_state(each) or is_bloc(each))
        for each in [one.entity for one in self.linked if is_bloc(one) and countries[one.entity] == 1]:
            # A body named once is where they met, or what one of them belongs to.
            del countries[each]
        first, second, third = ([each for each, _ in countries.most_common(3)] + ["", "", ""])[:3]
        enough = (2 if third else 1) if len(_BOTH.findall(self.text)) > 1 else 4
        if countries[second] < enough or countries[third] * 2 > countries[second]:
            return []
        # Two that no sentence names together are not what the article is about.
        where = {
            name: {self.document.article.sentence_at(each.span.start) for each in self.linked if each.entity == name}
            for name in (first, second)
        }
        return [first, second] if where[first] & where[second] else []

    def two(self, sentence: Sentence) -> list[str]:
        """The two countries that "both sides" of a sentence are: those of the article, or the only two that the last paragraphs name."""
        if self.main or not _BOTH.search(self.text, sentence.span.start, sentence.span.end):
            return self.main
        blocks = self.document.article.blocks
        for first in range(sentence.paragraph, max(-1, sentence.paragraph - FAR), -1):
            near = Span(blocks[first].start, sentence.span.end)
            named = list(
                dict.fromkeys(
                    each.entity for each in self.inside(near, "place", "demonym", "organization") if is_state(each) or is_bloc(each)
                )
            )
            if len(named) > 1:
                return named if len(named) == 2 else []
        return []

    def bodies_before(self, position: int) -> list[Linked]:
        """The organizations that the text names within some lines before a position, in order."""
        first, last = bisect.bisect_left(self.starts, position - PARAGRAPH), bisect.bisect_left(self.starts, position)
        return [each for each in self.linked[first:last] if each.found.type == "organization"]

    def inside(self, span: Span, *types: str) -> list[Linked]:
        """The mentions of some types in a span."""
        first, last = bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.starts, span.end)
        end, ends, kinds = span.end, self.ends, self.types
        return [self.linked[at] for at in range(first, last) if ends[at] <= end and kinds[at] in types]

    def kinds(self, span: Span) -> set[str]:
        """The types of the mentions that begin in a span."""
        return set(self.types[bisect.bisect_left(self.starts, span.start) : bisect.bisect_left(self.starts, span.end)])

    def people(self, span: Span) -> list[Linked]:
        """The persons in a span, by name or by office."""
        first, last = bisect.bisect_left(self.subject_starts, span.start), bisect.bisect_left(self.subject_starts, span.end)
        return [each for each in self.subjects[first:last] if each.span.end <= span.end and each.found.type == "person"]

    def subject(self, position: int, sentence_start: int) -> str | None:
        """Who does what the verb at a position says."""
        sentence_start = max(sentence_start, position - LONGEST)
        spoken = self.text[sentence_start:position]
        many = "two" in spoken or "three" in spoken or "both" in spoken or "four" in spoken
        group = next(reversed(list(_GROUP.finditer(self.text, sentence_start, position))), None) if many else None
        if group and not self.people(Span(group.end(), max(position, group.end() + 1))):
            # "After meeting A and B, the three officials toured": nobody alone.
            return None
        if "counterpart" in spoken and _COUNTERPART.search(self.text, max(sentence_start, position - NEAR), position):
            # "At the invitation of A, his Chilean counterpart visited": not A.
            return None
        return subject_before(self.document, self.subjects, position, sentence_start)

    def before(self, position: int) -> list[Linked]:
        """The mentions that begin within a line before a position."""
        return self.linked[bisect.bisect_left(self.starts, position - NEAR) : bisect.bisect_left(self.starts, position)]

    def next(self, start: int, end: int, *types: str, within: int) -> Linked | None:
        """The first mention of a type that begins at most `within` code points after `start`."""
        first = bisect.bisect_left(self.starts, start)
        last = bisect.bisect_right(self.starts, start + within)
        return next((each for each in self.linked[first:last] if each.found.type in types and each.span.end <= end), None)

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

    def states(self, span: Span) -> list[str]:
        """The countries of a span, each once."""
        return list(dict.fromkeys(each.entity for each in self.inside(span, "place", "demonym") if is_state(each)))

    def when(self, sentence: Sentence, focus: Span) -> dict[str, tuple[str, ...]]:
        """The date of what the focus states, as a qualifier, if the sentence gives it one only.

        "X, who came to power in 2003, visited Y": the date of an aside belongs to the aside.
        """
        asides = [each.span() for each in _RELATIVE_CLAUSE.finditer(self.text, sentence.span.start, sentence.span.end)]
        outside = [(start, end) for start, end in asides if not start <= focus.start < end]
        found = [
            each.found.value
            for each in self.inside(sentence.span, "date")
            if not any(start <= each.span.start < end for start, end in outside)
        ]
        return {"when": (found[0],)} if len(set(found)) == 1 and found[0] else {}

    def clause_end(self, start: int, end: int) -> int:
        """Where the list of those met ends: at a new clause."""
        stop = _CLAUSE.search(self.text, start, end)
        return stop.start() if stop else end

    def following_subject(self, sentence: Sentence, position: int) -> str | None:
        """The subject of "After meeting X, he ...": who was spoken of before this sentence."""
        if not re.search(r"\b(?:he|she)\b", self.text[position : sentence.span.end]):
            return None
        earlier = self.subjects[: bisect.bisect_left(self.subject_starts, sentence.span.start)]
        last = next((each for each in reversed(earlier) if each.found.type == "person" and each.span.end <= sentence.span.start), None)
        if last is None:
            return None
        inside = self.people(self.document.sentence_of(last.span.start).span)
        return inside[0].entity if inside else last.entity

    def stance(self, statement: Statement) -> Stance | None:
        """How the text puts it; None leaves it to the genre."""
        around_it = self.text[max(statement.sentence.span.start, statement.focus.start - 40) : statement.focus.end]
        if statement.property not in _FIXED or statement.derived:
            if cues.DENIAL.search(around_it):
                return Stance.DENIAL
            if cues.PLAN.search(around_it) or _SOON.match(self.text, statement.focus.end):
                return Stance.PLAN
        if self._to_come(statement):
            return Stance.PLAN
        return Stance.FACT if statement.plain else None

    def _to_come(self, statement: Statement) -> bool:
        """Whether an event is still to be held, or relations are still to be established."""
        if statement.property in {"party", "signatory"}:
            return bool(_TO_SIGN.search(self.text, statement.sentence.span.start, statement.focus.end))
        if statement.property == "located_in":
            return bool(_TO_BE_HELD.search(statement.focus.of(self.text)))
        return statement.property == "diplomatic_relations" and bool(_TO_ESTABLISH.search(statement.sentence.span.of(self.text)))
