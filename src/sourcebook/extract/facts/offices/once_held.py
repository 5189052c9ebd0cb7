"""Offices told as former not by the words beside them but by the whole article: by who holds them now, by its date, by under whom they were held."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcebook import lazy_re as re
from sourcebook.extract.facts.offices.former import FORMER, lasts, without_ex
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.people.leaders import STILL, Term, kind_of, terms_of
from sourcebook.extract.phrases import words
from sourcebook.extract.statements import Statement

NEAR = 100
"""Code points beside an office in which is said under whom it was held."""
LONG = 7
"""Years after which whoever is told of for that time alone has hardly kept an office."""
_STANDS = re.compile(r"(?i)\b(?:candidate|nominee|hopeful|contender|front-?runner)\b|-(?:elect|designate)\b")
"""What nobody is for long."""
_AHEAD = words(
    "will would could should may might shall by until till through plan plans planned target targets goal goals aims aim expected projected forecast next "
    "scheduled due upcoming if vision agenda"
)
"""Words of a sentence whose years may be still to come."""
_WAS = words("was were had did became took made gave came went met said told began held led left lost rose fell won ended")
_OPENS = re.compile(
    r"\W*(?:(?:But|And|Yet|So|Then|Indeed|Already|Back|Early|Late|Earlier|For\s+example),?\s+)?(?:[Ii]n|[Oo]n|[Dd]uring)\s+(?:[a-z-]+\s+){0,3}"
    r"|In\s+this\s+(?:[a-z]+\s+)?(?:photo(?:graph)?|picture|image)\s[^,.]{0,40}?\b(?:on|in|from)\s+"
)
_SAME_CLAUSE = re.compile(r"(?:(?!\b(?:since|from|which|who|that|and|but|where|while)\b)[^,;:.“”]){1,60}\b(?:in|on|during|of)\s+")
"""Between an office and the date of what its holder did: "envoy Ana Ruiz's visit to Chile in"."""
_OF = r"(?:\s+(?:of|for|to|in|at)\s+[^,;:.“”]{2,50}?)?,?\s+"
_UNDER = re.compile(rf"{_OF}(?:under|during\s+the\s+(?:presidency|tenure|time)\s+of)\s+(?:the\s+)?(?:(?:former|late|then|ex)[- ])?\s*")
"""After an office, before whoever it was held under: "chief of staff under President Ana Ruiz"."""
_FOR = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?\s*")
_IN = re.compile(rf"{_OF}in\s+(?:the\s+|former\s+)?(?:(?:first|second|last)\s+)?\s*")
_RULE = re.compile(r"(?:[’']s?)?\s+(?:(?:first|second|last)[\s-]+)?(?:term\s+)?(?:administration|government|cabinet|White\s+House|years)\b")
_WHOSE = re.compile(
    r"[’']s?\s+(?:(?:one-?time|long-?time|then|first|last|second|own|chief|top|senior|close|trusted|national)[\s-]+){0,3}(?:[A-Z][\w-]*\s+)?\s*"
)
"""Between a person and the office that he had somebody for: "Ana Ruiz's chief of staff"."""
_REIGN = re.compile(
    r"\W*(?:Under\s+|(?:Under|During|In)\s+the\s+(?:[a-z]+\s+)?(?:presidency|premiership|leadership|rule|tenure|administration|reign|days|time)\s+of\s+)"
    r"(?:former\s+)?(?=[A-Z])"
)
"""Before the one in whose time all was that a sentence tells: "During the presidency of Ana Ruiz,"."""
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ll]ate|[Ee]x-?)\s*(?:[A-Z][\w.’-]*\s+|[a-z]+\s+){0,3}\Z")


def once_held(reading: Reading, stated: list[Statement]) -> list[Statement]:
    """What is stated, with the status of those offices that were over when the article was written."""
    offices = [each for each in stated if each.property == "position"]
    if not offices:
        return stated
    over = _Over(reading, offices)
    past = {id(each) for each in offices if _is_open(each) and over.tells(each)}
    past |= {id(each) for each in _listed_with_former(reading, over, [each for each in offices if id(each) not in past])}
    return [replace(each, qualifiers={**each.qualifiers, "status": FORMER}) if id(each) in past else each for each in stated]


def _is_open(office: Statement) -> bool:
    return not office.qualifiers.keys() & _TOLD


def _listed_with_former(reading: Reading, over: "_Over", offices: list[Statement]) -> Iterator[Statement]:
    """Those of a list of examples in which most are told to have held an office once: "heavyweights such as A, a governor, former minister B and ex-envoy C"."""
    for each in offices:
        sentence = each.sentence.span
        listed = _is_open(each) and not each.sentence.words.isdisjoint(_EXAMPLES)
        led = _SUCH_AS.search(reading.text, sentence.start, each.focus.start) if listed else None
        if led and not each.sentence.words.isdisjoint(_WAS | _BEEN):
            others = [
                one for one in offices if one.sentence is each.sentence and one.focus.start > led.end() and one.subject != each.subject
            ]
            once = {one.subject for one in others if one.qualifiers.get("status") == FORMER}
            if len(once) > 1 and not over.goes_on(each):
                yield each


_EXAMPLES = words("such including among notably")
_SUCH_AS = re.compile(r"\b(?:such\s+as|including|among\s+them|notably)\s")
_SHOWN = words("taken pictured seen")
_BEEN = words("been included counted")
_TOLD = frozenset({"status", "from", "until", "note"})
"""What says already when an office is held, or that it is not sure."""


class _Over:
    """Which offices were over when an article was written."""

    def __init__(self, reading: Reading, offices: list[Statement]) -> None:
        self.reading = reading
        self.names = {each: self._name(each) for each in {one.subject for one in offices}}
        former = [each for each in offices if each.qualifiers.get("status") == FORMER]
        self.told = {(each.subject, kind_of(each.value)) for each in former}
        self.worded = {(each.subject, each.value) for each in former}
        self.issued = reading.document.article.issued
        self.now = self._now(offices)

    def _name(self, person: str) -> str:
        return max((each.found.name for each in self.reading.by_entity.get(person, ())), key=len, default="")

    def _now(self, offices: Iterable[Statement]) -> str:
        """The month in which the article was written, or one before which it was not: "2009-01"."""
        if self.issued is not None:
            return f"{self.issued.latest[0]:04}-{self.issued.latest[1]:02}"
        return max((*self._came(offices), *self._years()), default="")

    def _came(self, offices: Iterable[Statement]) -> Iterator[str]:
        """When those came into office, at the earliest, whom the text tells to hold it, and when those left it who are told to have."""
        for each in offices:
            kind = kind_of(each.value)
            terms = terms_of(self.names[each.subject], kind) if kind else []
            if terms:
                left = min(one.end for one in terms)
                yield left if each.qualifiers.get("status") == FORMER and left != STILL else min(one.start for one in terms)

    def _years(self) -> Iterator[str]:
        """The years of which the text tells what was."""
        reading = self.reading
        for each in reading.linked:
            if each.found.type == "date" and (year := each.found.value[:4]).isdigit():
                sentence = reading.document.sentence_of(each.span.start)
                if sentence.words.isdisjoint(_AHEAD) and not sentence.words.isdisjoint(_WAS):
                    yield f"{year}-01"

    def tells(self, office: Statement) -> bool:
        """Whether an office was over by then."""
        kind = kind_of(office.value)
        terms = terms_of(self.names[office.subject], kind) if kind else []
        if terms:
            return self._is_past(terms)
        # What is told in the same words is one fact with what says that it is over.
        told = kind and (office.subject, kind) in self.told and (office.subject, office.value) not in self.worded
        return bool(told) or self._was_under(office) or self._was_then(office)

    def goes_on(self, office: Statement) -> bool:
        """Whether an office is known to be held still."""
        terms = terms_of(self.names[office.subject], kind_of(office.value))
        return bool(terms) and not self._is_past(terms)

    def _is_past(self, terms: list[Term]) -> bool:
        """Whether none of some terms goes on: between two of them somebody is only for sure where the article has a date."""
        if self.issued is not None:
            return any(each.end < self.now for each in terms) and not any(each.start <= self.now <= each.end for each in terms)
        return bool(self.now) and all(each.end <= self.now for each in terms)

    def _is_gone(self, person: Linked) -> bool:
        """Whether all offices of somebody are over that are known of him."""
        terms = terms_of(self._name(person.entity))
        return bool(terms) and self._is_past(terms)

    def _is_former(self, person: Linked) -> bool:
        return _FORMER.search(self.reading.text, max(0, person.span.start - NEAR), person.span.start) is not None or any(
            one == person.entity for one, _ in self.told
        )

    def _was_under(self, office: Statement) -> bool:
        """Whether an office is told to have been held under somebody whose own time is over."""
        reading, sentence = self.reading, office.sentence.span
        roles = reading.inside(office.focus, "role")
        role = next((each for each in roles if without_ex(each.found.name) == office.value), None)
        if role is None:
            return False
        after = reading.next(role.span.end, sentence.end, "person", within=NEAR)
        if after and after.entity != office.subject:
            between = reading.plain(role.span.end, after.span.start, "role", "demonym")
            under = _UNDER.fullmatch(between) or (_IN.fullmatch(between) and _RULE.match(reading.text, after.span.end))
            if (under and (self._is_gone(after) or self._is_former(after))) or (_FOR.fullmatch(between) and self._is_gone(after)):
                return True
        reign = _REIGN.match(reading.text, sentence.start)
        ruler = reading.next(reign.end(), role.span.end, "person", within=NEAR) if reign else None
        if reign and ruler and ruler.entity != office.subject and reading.straight(reign.end(), ruler.span.start) and self._is_gone(ruler):
            return True
        before = [each for each in reading.people_between(sentence.start, role.span.start) if each.entity != office.subject]
        whose = before and _WHOSE.fullmatch(reading.plain(before[-1].span.end, role.span.start, "demonym", "role"))
        return bool(whose and self._is_gone(before[-1]))

    def _was_then(self, office: Statement) -> bool:
        """Whether all that the text tells of somebody was years ago."""
        reading, sentence = self.reading, office.sentence
        if not self.now or sentence.words.isdisjoint(_WAS | _SHOWN) or lasts(office.value):
            return False
        text, start, end = reading.text, sentence.span.start, office.focus.end
        years = [
            int(each.found.value[:4])
            for each in reading.inside(sentence.span, "date")
            if each.found.value[:4].isdigit()
            and (
                _OPENS.fullmatch(text, start, each.span.start)
                or (each.span.start > end and _SAME_CLAUSE.fullmatch(text, end, each.span.start))
            )
        ]
        long = 1 if _STANDS.search(office.value) else LONG
        if not years or int(self.now[:4]) - max(years) < long:
            return False
        mentions = reading.by_entity.get(office.subject, ())
        return all(reading.document.sentence_of(each.span.start).paragraph == sentence.paragraph for each in mentions)
