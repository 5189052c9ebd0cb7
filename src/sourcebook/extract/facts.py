"""What the sentences state: one function per kind of fact."""

import bisect
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from sourcebook.extract import cues
from sourcebook.extract.document import Block, Document, Sentence
from sourcebook.extract.linking import Linked, Registry, is_state, size_of, subject_before
from sourcebook.extract.statements import Statement
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span

NEAR = 120
"""Code points; what stands further away does not belong to a title."""


def _around(one: Linked, other: Linked) -> Span:
    """From the beginning of the first of two mentions to the end of the last."""
    return Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))


class Reader:
    """The facts of one document. Holds the linked mentions; nothing else is shared between its methods."""

    def __init__(self, document: Document, linked: list[Linked], registry: Registry) -> None:
        self.document = document
        self.linked = linked
        self.starts = [each.span.start for each in linked]
        self.registry = registry
        countries = Counter(each.entity for each in linked if is_state(each))
        self.main = [each for each, _ in countries.most_common(2)]

    def inside(self, span: Span, *types: str) -> list[Linked]:
        """The mentions of some types in a span."""
        first, last = bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.starts, span.end)
        return [each for each in self.linked[first:last] if each.span.end <= span.end and each.found.type in types]

    def statements(self) -> Iterator[Statement]:
        """All facts, sentence by sentence."""
        for sentence in self.document.sentences:
            if sentence.block is Block.HEADING:
                continue
            for rule in (
                self._positions,
                self._visits,
                self._meetings,
                self._openings,
                self._locations,
                self._parts,
                self._cooperation,
                self._agreements,
                self._relations,
                self._degrees,
            ):
                yield from rule(sentence)

    def stance(self, statement: Statement) -> Stance | None:
        """How the text puts it; None leaves it to the genre."""
        text = self.document.text
        around = text[max(statement.sentence.span.start, statement.focus.start - 40) : statement.focus.end]
        if cues.DENIAL.search(around) and statement.property not in {"position", "located_in", "part_of"}:
            return Stance.DENIAL
        if cues.PLAN.search(around) and statement.property not in {"position", "located_in", "part_of"}:
            return Stance.PLAN
        return Stance.FACT if statement.plain else None

    def _when(self, sentence: Sentence) -> dict[str, tuple[str, ...]]:
        found = [each.found.value for each in self.inside(sentence.span, "date") if each.found.value]
        return {"when": (found[0],)} if len(set(found)) == 1 else {}

    def _positions(self, sentence: Sentence) -> Iterator[Statement]:
        text = self.document.text
        roles = self.inside(sentence.span, "role")
        people = self.inside(sentence.span, "person")
        for role in roles:
            holder = self._holder(role, roles, people)
            if holder is None:
                continue
            of = [each.entity for each in self.inside(role.span, "organization", "place") if each.entity]
            if not of:
                of = [
                    each.entity
                    for each in self._before(role.span.start)
                    if each.found.type in {"demonym", "place", "organization"}
                    and each.span.end <= role.span.start
                    and re.fullmatch(r"(?:[’']s?)?\s+", text[each.span.end : role.span.start])
                ]
            qualifiers = {"of": (of[0],)} if of else {}
            focus = _around(role, holder)
            yield Statement(
                subject=holder.entity, property="position", value=role.found.name, sentence=sentence, focus=focus, qualifiers=qualifiers
            )

    def _holder(self, role: Linked, roles: list[Linked], people: list[Linked]) -> Linked | None:
        text = self.document.text
        for person in people:
            between = text[role.span.end : person.span.start] if role.span.end <= person.span.start else None
            if between is not None:
                for other in roles:
                    if role.span.end <= other.span.start and other.span.end <= person.span.start:
                        between = between.replace(other.found.name, "", 1)
                if re.fullmatch(r"[\s,]*(?:and\s+)?[\s,]*", between) and len(between) < 8:
                    return person
            elif (
                re.fullmatch(r",\s+(?:the\s+|a\s+)?(?:[A-Z][\w-]+(?:[’']s)?\s+)?", text[person.span.end : role.span.start])
                and not text[role.span.end : role.span.end + 2].strip(" ,.;)")[:1].isupper()
            ):
                return person
        return None

    def _visits(self, sentence: Sentence) -> Iterator[Statement]:
        text, span = self.document.text, sentence.span
        for found in cues.VISIT.finditer(text, span.start, span.end):
            place = self._next(found.end(), span.end, "place", within=2)
            visitor = subject_before(self.document, self.linked, found.start(), span.start)
            if place and visitor:
                yield from self._visit(visitor, place, sentence, Span(found.start(), place.span.end), (found["kind"] or "").strip())
        for found in cues.VISIT_OF.finditer(text, span.start, span.end):
            place = self._next(found.end(), span.end, "place", within=2)
            if place is None or cues.VISIT.search(text, max(span.start, found.start() - 30), found.end() + 1):
                continue
            by = re.match(r"\s+by\s+", text[place.span.end : span.end])
            person = self._next(place.span.end, span.end, "person", within=90) if by else None
            if person:
                yield from self._visit(person.entity, place, sentence, Span(found.start(), person.span.end), (found["kind"] or "").strip())

    def _visit(self, visitor: str, place: Linked, sentence: Sentence, focus: Span, kind: str) -> Iterator[Statement]:
        qualifiers: dict[str, tuple[str, ...]] = dict(self._when(sentence))
        times = cues.TIMES.search(self.document.text, focus.start, sentence.span.end)
        if times:
            number = cues.WORDS.get(times["number"], 0) or int(times["number"])
            qualifiers = {"count": (str(number),)}
            if times["bound"]:
                qualifiers["bound"] = (cues.BOUNDS[times["bound"]],)
        elif kind not in {"his", "her", "a", "the", ""}:
            qualifiers["kind"] = (f"{kind} visit",)
        yield Statement(subject=visitor, property="visited", value=place.entity, sentence=sentence, focus=focus, qualifiers=qualifiers)

    def _meetings(self, sentence: Sentence) -> Iterator[Statement]:
        text, span = self.document.text, sentence.span
        for found in cues.MEET.finditer(text, span.start, span.end):
            end = self._clause_end(found.end(), span.end)
            others = self.inside(Span(found.end(), end), "person") if end > found.end() else []
            if not others and re.search(r"with|met", found[0]):
                others = [
                    each
                    for each in self.inside(Span(found.end(), max(end, found.end() + 1)), "organization")
                    if each.span.start - found.end() < 40
                ]
            subject = subject_before(self.document, self.linked, found.start(), span.start)
            if subject is None and others:
                # "After meeting X, he ...": the subject follows.
                subject = self._following_subject(sentence, found.start())
            for other in others:
                if subject and other.entity != subject:
                    yield Statement(
                        subject=subject,
                        property="met",
                        value=other.entity,
                        sentence=sentence,
                        focus=Span(found.start(), other.span.end),
                        qualifiers=self._when(sentence),
                    )

    def _following_subject(self, sentence: Sentence, position: int) -> str | None:
        if re.search(r"\b(?:he|she)\b", self.document.text[position : sentence.span.end]):
            return subject_before(
                self.document,
                [each for each in self.linked if each.span.end <= sentence.span.start],
                sentence.span.end,
                sentence.span.start - 1,
            ) or self._last_subject(sentence)
        return None

    def _last_subject(self, sentence: Sentence) -> str | None:
        earlier = [each for each in self.linked if each.span.end <= sentence.span.start and each.found.type == "person"]
        if not earlier:
            return None
        number = self.document.sentence_of(earlier[-1].span.start).number
        return next(each.entity for each in earlier if self.document.sentence_of(each.span.start).number == number)

    def _openings(self, sentence: Sentence) -> Iterator[Statement]:
        for found in cues.OPEN.finditer(self.document.text, sentence.span.start, sentence.span.end):
            what = self._next(found.end(), sentence.span.end, "organization", within=40)
            # "After meeting X and opening Y, he ...": the doer follows.
            late = cues.LATE.match(self.document.text, sentence.span.start)
            who = (self._following_subject(sentence, found.start()) if late else None) or subject_before(
                self.document, self.linked, found.start(), sentence.span.start
            )
            if what and who:
                yield Statement(
                    subject=who, property="opened", value=what.entity, sentence=sentence, focus=Span(found.start(), what.span.end)
                )

    def _locations(self, sentence: Sentence) -> Iterator[Statement]:
        text = self.document.text
        places = self.inside(sentence.span, "place")
        for first, second in pairwise(places):
            between = text[first.span.end : second.span.start]
            wider = size_of(second) > size_of(first)
            if first.entity != second.entity and wider and re.fullmatch(r",\s+(?:the\s+)?|\s+in\s+(?:the\s+)?|\s+\(", between):
                yield Statement(
                    subject=first.entity,
                    property="located_in",
                    value=second.entity,
                    sentence=sentence,
                    focus=_around(first, second),
                )
            if first.entity != second.entity and not wider and size_of(first) > size_of(second) and re.fullmatch(r"[’']s?\s+", between):
                yield Statement(
                    subject=second.entity,
                    property="located_in",
                    value=first.entity,
                    sentence=sentence,
                    focus=_around(first, second),
                )
        for body in self.inside(sentence.span, "organization", "event"):
            after = self._next(body.span.end, sentence.span.end, "place", within=8)
            if after and re.fullmatch(r"\s+in\s+(?:the\s+)?(?:city of\s+)?", text[body.span.end : after.span.start]):
                yield Statement(
                    subject=body.entity,
                    property="located_in",
                    value=after.entity,
                    sentence=sentence,
                    focus=_around(body, after),
                )

    def _parts(self, sentence: Sentence) -> Iterator[Statement]:
        text = self.document.text
        bodies = self.inside(sentence.span, "organization")
        for first, second in pairwise(bodies):
            if first.entity != second.entity and re.fullmatch(r"\s+of\s+(?:the\s+)?", text[first.span.end : second.span.start]):
                yield Statement(
                    subject=first.entity,
                    property="part_of",
                    value=second.entity,
                    sentence=sentence,
                    focus=_around(first, second),
                )
        lists = re.search(
            r"\b(?:regions|provinces|districts|cities|states)\s+of\s+(?:the\s+)?", text[sentence.span.start : sentence.span.end]
        )
        if lists:
            whole = self._next(sentence.span.start + lists.end(), sentence.span.end, "place", within=1)
            if whole and text[whole.span.end : whole.span.end + 1] == ":":
                for part in self.inside(Span(whole.span.end, sentence.span.end), "place"):
                    yield Statement(
                        subject=part.entity,
                        property="part_of",
                        value=whole.entity,
                        sentence=sentence,
                        focus=_around(whole, part),
                    )
        for person in self.inside(sentence.span, "person"):
            if sentence.block is Block.BYLINE:
                for body in bodies:
                    yield Statement(
                        subject=person.entity,
                        property="affiliation",
                        value=body.entity,
                        sentence=sentence,
                        focus=_around(person, body),
                    )

    def _cooperation(self, sentence: Sentence) -> Iterator[Statement]:
        areas = self.inside(sentence.span, "area")
        if not areas:
            return
        states = list(dict.fromkeys(each.entity for each in self.inside(sentence.span, "place", "demonym") if is_state(each)))
        partners = states if len(states) == 2 else self.main
        if len(partners) < 2:
            return
        words = sentence.span.of(self.document.text)
        status = "proposed" if cues.PROPOSED.search(words) else "planned" if cues.PLANNED.search(words) else "active"
        for area in areas:
            for partner in partners:
                yield Statement(
                    subject=area.entity,
                    property="partner",
                    value=partner,
                    sentence=sentence,
                    focus=area.span,
                    qualifiers={"status": (status,)},
                    plain=False,
                )

    def _agreements(self, sentence: Sentence) -> Iterator[Statement]:
        found = self.inside(sentence.span, "agreement")
        if not found or not re.search(r"\b(?:sign|adopt|conclu|ratif|reach|exchang)\w*", sentence.span.of(self.document.text)):
            return
        states = list(dict.fromkeys(each.entity for each in self.inside(sentence.span, "place", "demonym") if is_state(each)))
        parties = states if len(states) >= 2 else self.main
        for each in found:
            for party in parties[:4]:
                note = (
                    {} if party in states else {"note": ("The sentence does not name the party; the countries of the article are meant.",)}
                )
                yield Statement(
                    subject=each.entity,
                    property="party",
                    value=party,
                    sentence=sentence,
                    focus=each.span,
                    qualifiers=note,
                    plain=bool(states),
                )

    def _relations(self, sentence: Sentence) -> Iterator[Statement]:
        text, span = self.document.text, sentence.span
        words = span.of(text)
        states = [each for each in self.inside(span, "place") if is_state(each)]
        pair = list(dict.fromkeys(each.entity for each in states))
        focus = Span(states[0].span.start, states[-1].span.end) if states else span
        if re.search(r"[Dd]iplomatic relations", words) and len(pair) == 2:
            yield Statement(subject=pair[0], property="diplomatic_relations", value=pair[1], sentence=sentence, focus=focus)
        recognized = re.search(r"\brecogni[sz]ed?\b", words)
        if recognized and len(pair) == 2:
            yield Statement(
                subject=pair[0], property="recognized", value=pair[1], sentence=sentence, focus=focus, qualifiers=self._when(sentence)
            )
        sanctions = re.search(r"\b([A-Z]\w+)\s+sanctions\b", words)
        if sanctions:
            by = next((each for each in self.inside(span, "place", "demonym") if each.span.start == span.start + sanctions.start(1)), None)
            on = next((each for each in states if each.entity != (by.entity if by else "")), None)
            target = next((each for each in reversed(states) if by and each.span.end <= by.span.start), on)
            if by and target and by.entity:
                yield Statement(
                    subject=target.entity,
                    property="sanctioned_by",
                    value=by.entity,
                    sentence=sentence,
                    focus=_around(by, target),
                    plain=False,
                )
        for body in self.inside(span, "organization"):
            before = text[max(span.start, body.span.start - 60) : body.span.start]
            subject = next((each for each in states if each.span.end <= body.span.start), None)
            if subject and re.search(
                r"\b(?:engagement|cooperation|exchanges|ties|relations|dialogue|partnership|participate\w*)\s+(?:with|within|in)\s+(?:the\s+)?\Z",
                before,
            ):
                yield Statement(
                    subject=subject.entity,
                    property="cooperates_with",
                    value=body.entity,
                    sentence=sentence,
                    focus=_around(subject, body),
                    plain=False,
                )
            if subject and re.search(r"\b(?:members?\s+of|joined|member\s+states?\s+of|part\s+of)\s+(?:the\s+)?\Z", before):
                yield Statement(
                    subject=subject.entity,
                    property="member_of",
                    value=body.entity,
                    sentence=sentence,
                    focus=_around(subject, body),
                )
            chaired = re.search(r"\bco-chaired\s+(?:by\s+)?(?:the\s+)?\Z", before)
            if chaired:
                for state in [each for each in states if each.span.end <= body.span.start and body.span.start - each.span.end < 30]:
                    yield Statement(
                        subject=body.entity,
                        property="chaired_by",
                        value=state.entity,
                        sentence=sentence,
                        focus=_around(state, body),
                    )

    def _degrees(self, sentence: Sentence) -> Iterator[Statement]:
        for person in self.inside(sentence.span, "person"):
            found = cues.DEGREE.search(self.document.text, person.span.end, min(sentence.span.end, person.span.end + 60))
            if found:
                yield Statement(
                    subject=person.entity, property="degree", value=found[0], sentence=sentence, focus=Span(person.span.start, found.end())
                )

    def _before(self, position: int) -> list[Linked]:
        """The mentions that begin within a line before a position."""
        return self.linked[bisect.bisect_left(self.starts, position - NEAR) : bisect.bisect_left(self.starts, position)]

    def _next(self, start: int, end: int, kind: str, *, within: int) -> Linked | None:
        return next(
            (
                each
                for each in self.linked
                if each.found.type == kind and start <= each.span.start <= start + within and each.span.end <= end
            ),
            None,
        )

    def _clause_end(self, start: int, end: int) -> int:
        """Where the list of those met ends: at a new clause."""
        stop = re.search(
            r";|,\s+(?:he|she|who|which|where|while|and\s+(?:he|she|then|also\s+\w+ed|visited|discussed))\b|\b(?:to discuss|on the sidelines|during|after|before)\b",
            self.document.text[start:end],
        )
        return start + stop.start() if stop else end
