"""Events and agreements that a text calls alike and that are others: by where they were, when, and whose: "the war in Chile", and "the war in Peru"."""

import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook import lazy_re as re
from sourcebook.extract.found import Found
from sourcebook.extract.phrases import MONTH, WEEKDAY, words
from sourcebook.model.spans import Span


@dataclass(frozen=True, slots=True)
class Marks:
    """What the words for an event and right beside it say of which one it is, as far as they do.

    Attributes:
        where: the country that it is in, and the town or region.
        when: its year, or how that lies to the one of the text: "last", "next", "this".
        whose: the states and bodies between or with which it is.
        owner: the one that it is called after: "Norway's talks".
        number: whether it is numbered.
        told: the words that say so, to name it by.
    """

    where: tuple[str, str] = ("", "")
    when: str = ""
    whose: frozenset[str] = frozenset()
    owner: str = ""
    number: bool = False
    told: str = ""

    def apart(self, other: "Marks") -> bool:
        """Whether two cannot be of one event."""
        (land, town), (its_land, its_town) = self.where, other.where
        elsewhere = bool(land and its_land and land != its_land) or bool(town and its_town and town != its_town)
        another_time = bool(self.when and other.when) and self.when != other.when
        # "The 18th Copper Summit", and "the Copper Summit last year".
        another_number = any(
            one.number and not two.number and not one.when and _OVER.match(two.when) for one, two in ((self, other), (other, self))
        )
        # "Iraq's government" may stand for Iraq: only states are told from states.
        others = any(map(_is_code, self.whose)) and any(map(_is_code, other.whose)) and self.whose.isdisjoint(other.whose)
        # "Norway's war on Chile" and "the war with Norway" are one.
        others = others and self.owner not in other.whose and other.owner not in self.whose
        others = others or (bool(self.owner and other.owner and self.owner != other.owner) and not (self.whose or other.whose))
        return elsewhere or another_time or another_number or others

    def shared(self, other: "Marks") -> bool:
        """Whether both say the same of one event, and nothing else of it."""
        same = bool(self.where[0]) and self.where[0] == other.where[0]
        return not self.apart(other) and (same or (bool(self.when) and self.when == other.when) or not self.whose.isdisjoint(other.whose))

    def joined(self, other: "Marks") -> "Marks":
        """What both say together."""
        land, town = self.where[0] or other.where[0], self.where[1] or other.where[1]
        return Marks(
            (land, town),
            self.when or other.when,
            self.whose | other.whose,
            self.owner or other.owner,
            self.number or other.number,
            self.told or other.told,
        )


class Beside:
    """The marks of events, read off the names that stand in their words and right beside them."""

    def __init__(self, mentions: Iterable[Found], text: str) -> None:
        self._text = text
        self._names = [each for each in mentions if each.type in _NAMED]
        self._starts = [each.span.start for each in self._names]

    def marks(self, event: Found) -> Marks:
        """What tells an event from others of its name."""
        text, span = self._text, event.span
        within = self._within(span)
        row: list[Found] = []
        company = _COMPANY.match(text, span.end) or _DONE_BY.match(text, span.end)
        if company and event.kind != "visit":
            row = [*self._row(company.end())]
        last = row[-1].span.end if row else span.end
        there = self._at(found.end()) if (found := _THERE.match(text, span.end) or _THERE.match(text, last)) else None
        there = there or self._fronted(span)
        owner = self._owner(span)
        if there is None and _OF_A_LAND.search(event.name):
            there = next((each for each in within if each.entry and each.type == "place"), None) or owner
        elif there is None and (city := next((each for each in within if each.entry and each.entry.kind == "city"), None)):
            # "the Oslo talks"
            there = city if _HELD_THERE.match(text, city.span.end) else None
        inner = _COMPANY_WITHIN.search(text, span.start, span.end)
        whose = [*row, *(each for each in within if inner and each.span.start >= inner.end())]
        told = text[span.end : last] if row else f" in {there.name}" if there else ""
        when = self._when(span, there.span.end if there else span.end)
        told = told or (f" of {when}" if when.isdigit() else "")
        return Marks(
            _where(there),
            when,
            frozenset(_land(each) for each in whose if each.type != "person"),
            "" if owner is None or there is owner or owner.type == "person" else _land(owner),
            bool(_NTH.match(text, span.start, span.end)),
            told,
        )

    def _when(self, span: Span, end: int) -> str:
        text = self._text
        after = _WHEN.match(text, end) or _WHEN.match(text, span.end)
        year = _YEAR.search(text, span.start, span.end) or _YEAR_BEFORE.search(text, max(0, span.start - NEAR), span.start)
        if year or (after and after["year"]):
            return year["year"] if year else after["year"]  # type: ignore[index]
        if clause := _IN_YEAR_WHEN.search(text, max(0, span.start - FAR), span.start):
            return clause["year"]
        before = _WHICH.search(text, max(0, span.start - NEAR), span.start)
        word = (after["which"] if after else before["which"] if before else "").casefold()
        return _LIES.get(word, word)

    def _at(self, start: int) -> Found | None:
        at = bisect.bisect_left(self._starts, start)
        return self._names[at] if at < len(self._names) and self._starts[at] == start and self._names[at].type == "place" else None

    def _within(self, span: Span) -> Sequence[Found]:
        first = bisect.bisect_left(self._starts, span.start)
        return self._names[first : bisect.bisect_left(self._starts, span.end)]

    def _owner(self, span: Span) -> Found | None:
        """The land right before an event: "Chile's civil war"."""
        at = bisect.bisect_left(self._starts, span.start) - 1
        one = self._names[at] if at >= 0 else None
        return one if one and one.type != "organization" and _OWNS.fullmatch(self._text, one.span.end, span.start) else None

    def _fronted(self, span: Span) -> Found | None:
        """The place before an event with which a clause begins: "In Chile, the election"."""
        at = bisect.bisect_left(self._starts, span.start) - 1
        one = self._names[at] if at >= 0 else None
        led = (
            one and _FRONTED.fullmatch(self._text, one.span.end, span.start) and self._text.endswith(("In ", "In the "), 0, one.span.start)
        )
        return one if led and one and one.type == "place" else None

    def _row(self, start: int) -> Iterable[Found]:
        """Those who are listed from a place on."""
        at = bisect.bisect_left(self._starts, start) if start >= 0 else len(self._names)
        end = start
        while at < len(self._names) and (self._starts[at] == end or (end > start and _AND.fullmatch(self._text, end, self._starts[at]))):
            yield self._names[at]
            end = self._names[at].span.end
            at += 1


def apart_events(found: Sequence[Found], text: str) -> list[Found]:
    """Mentions with names of their own for those events that are others than the ones of before with the same name."""
    many = Counter(each.name for each in found if _is_told_apart(each))
    if not any(times > 1 for times in many.values()):
        return list(found)
    beside = Beside(found, text)
    told: dict[str, list[tuple[Marks, str]]] = {}
    out = []
    for each in found:
        if not _is_told_apart(each) or many[each.name] == 1:
            out.append(each)
            continue
        marks, earlier = beside.marks(each), told.setdefault(each.name, [])
        # "Attacks by the Coast Guard" after those in Oslo, but not "the attacks".
        new = bool(marks.told) and not _POINTED.search(text, max(0, each.span.start - NEAR), each.span.start)
        at = _which(marks, earlier, new=new)
        if at is None:
            name = f"{_without_number(each.name)}{marks.told}" if earlier and marks.told else each.name
            earlier.append((marks, name))
        else:
            whole, name = earlier.pop(at)
            earlier.append((whole.joined(marks), name))
        out.append(each.called(name[:1].upper() + name[1:]) if name != each.name else each)
    return out


def _is_told_apart(each: Found) -> bool:
    """Whether a mention is of an event, or of an agreement that has no name but a common noun."""
    return each.type == "event" or (each.type == "agreement" and each.name.casefold() in _COMMON)


_COMMON = words("agreement deal pact treaty accord truce ceasefire cease-fire armistice")


def _which(marks: Marks, earlier: Sequence[tuple[Marks, str]], *, new: bool) -> int | None:
    """Which of those told of before is meant, the last one rather: of which the same is said, or of which nothing else is."""
    shared = [at for at, (whole, _) in enumerate(earlier) if marks.shared(whole)]
    fitting = shared or [at for at, (whole, _) in enumerate(earlier) if not marks.apart(whole) and not (new and whole.told)]
    return fitting[-1] if fitting else None


def _without_number(name: str) -> str:
    nth = _NTH.match(name)
    return name[nth.end() :] if nth else name


def _where(place: Found | None) -> tuple[str, str]:
    """The country and the town of a place, as far as the tables know them."""
    entry = place.entry if place else None
    if place is None or entry is None:
        return "", ""
    return entry.country, entry.name if entry.kind == "city" else ""


def _is_code(whose: str) -> bool:
    """Whether one of those whose an event is, is a state, of which the code is told."""
    return len(whose) == len("NO") and whose.isupper()


def _land(each: Found) -> str:
    """A state by its code, so that a people and its country are one."""
    return each.entry.country if each.entry and each.entry.country else each.name


_NAMED = frozenset({"place", "organization", "demonym", "person"})
NEAR, FAR = 24, 80
_HELD_THERE = re.compile(
    r"\s+(?:[A-Za-z-]+\s+){0,2}(?:[Tt]alks|[Mm]eetings?|[Ss]ummits?|[Cc]onference|[Nn]egotiations|[Rr]ound|[Ss]ession|attacks?|bombings?|explosions?|blasts?|shootings?|earthquake|massacre|siege|riots?)\b"
)
_THERE = re.compile(
    r"(?:,?\s+(?:(?:(?:that|which)\s+)?(?:(?:was|were)\s+)?(?:held|took\s+place|convened)|under\s+way|raging|going\s+on))?\s+(?:in|at|near)\s+(?:the\s+)?"
    r"(?:[a-z]+ed\s+|(?:[A-Z][a-z]+\s+)?(?:city|town|capital|port|village|province|region|resort|state)(?:\s+of|,)?\s+|(?:northern|southern|eastern|western|central)\s+)?"
)
_OF_A_LAND = re.compile(
    r"(?i)\b(?:civil\s+war|conflict|crisis|election|elections|coup|uprising|revolution|referendum|unrest|insurgency|genocide|famine|massacre|violence|riots|protests)\Z"
)
"""What is in the land whose it is called."""
_FRONTED = re.compile(r",\s+(?:the|an?|its)\s+(?:[a-z-]+\s+){0,2}")
_OWNS = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,2}|\s+")
_COMPANY = re.compile(
    r"(?:\s+(?:on|over|about|in|for)\s(?:(?!(?:between|with|against|and|that|which)\b)[\w’'-]+\s?){1,4}(?<!\s))?\s+(?:between|with|against)\s+(?:the\s+)?(?=[A-Z])"
)
_POINTED = re.compile(
    rf"(?:\b(?:[Tt]he|[Tt]h(?:is|at|ese|ose)|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Bb]oth|{WEEKDAY}[’']s)|[’']s?)\s+(?:[\w-]+\s+){{0,2}}\Z"
)
_DONE_BY = re.compile(r"\s+(?:(?:carried\s+out|committed|perpetrated|launched|staged|waged)\s+)?by\s+(?:the\s+)?(?=[A-Z])")
_COMPANY_WITHIN = re.compile(r"\s(?:between|with|against)\s+(?:the\s+)?")
_AND = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
_WHEN = re.compile(
    rf",?\s+(?:held\s+)?(?:(?:in|of|on|from)\s+(?:(?:early|late|mid)[\s-])?(?:(?:\d{{1,2}}\s+)?{MONTH}\s+(?:\d{{1,2}},\s+)?)?(?P<year>1[6-9]\d\d|20\d\d)(?![\d-])"
    r"|(?P<which>last|next)\s+(?:year|month|week|spring|summer|autumn|fall|winter|[A-Z][a-z]+)\b)"
)
_YEAR = re.compile(r"(?<![\d-])(?P<year>1[6-9]\d\d|20\d\d)(?![\d-])")
_YEAR_BEFORE = re.compile(r"(?<![\d-])(?P<year>1[6-9]\d\d|20\d\d)\s+\Z")
_WHICH = re.compile(
    r"\b(?P<which>(?:[Ll]ast|[Nn]ext|[Tt]his)(?=\s+(?:year|month|week|spring|summer|autumn|fall|winter)[’']s\s+\Z)|[Uu]pcoming|[Ff]orthcoming|[Pp]revious|[Tt]oday|[Yy]esterday)(?:\s+(?:year|month|week|spring|summer|autumn|fall|winter))?(?:[’']s)?\s+\Z"
)
_IN_YEAR_WHEN = re.compile(r"\b[Ii]n\s+(?P<year>1[6-9]\d\d|20\d\d),?\s+(?:when|as|while)\s[^.;]{0,60}\Z")
_OVER = re.compile(r"last\Z|\d")
_LIES = {"upcoming": "next", "forthcoming": "next", "previous": "last", "today": "this", "yesterday": "this"}
_NTH = re.compile(r"(?i)(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural)\s+")
