"""Agreements and events that a text tells of in several ways: one entity each."""

import bisect
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.agreements.agreements import SPOKEN_OF
from sourcebook.extract.agreements.known import DESCRIBED, well_known
from sourcebook.extract.agreements.topics import topic_after
from sourcebook.extract.found import Found
from sourcebook.extract.identity.apart import apart_by_partners
from sourcebook.extract.identity.apart_events import Beside
from sourcebook.extract.identity.described import by_description, described, is_description
from sourcebook.extract.identity.same_events import PRESS
from sourcebook.extract.identity.tellings import MAY_CALL
from sourcebook.extract.phrases import words
from sourcebook.model.spans import Span

_INSTRUMENT = words(
    "agreement accord pact treaty deal memorandum memoranda mou mous protocol roadmap communiqué declaration charter convention truce "
    "ceasefire cease-fire"
)
_FIGHTING = re.compile(
    r"\b(?:campaign|operations?|offensive|fight|battle|liberation|isolation|siege|advance|assault|recapture|retaking|fall|push)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:the |this )?(?:previous )?"
    r"(talks|negotiations|conference|summit|exercises?|drills|ceremony|elections?|referendum|forum|cyclone|storm"
    r"|hurricane|typhoon|earthquake|symposium|festival)",
    re.IGNORECASE,
)
_SAME_HEAD = {"drills": "exercise", "exercises": "exercise", "negotiations": "talks", "elections": "election"}
_KINDS = {
    **dict.fromkeys(("agreement", "accord", "pact", "treaty", "deal", "convention"), "agreement"),
    **dict.fromkeys(("memorandum", "mou", "memorandum of understanding"), "memorandum"),
    **dict.fromkeys(("truce", "ceasefire", "cease-fire", "armistice"), "truce"),
}
"""Words that may be said of the same instrument."""


def _may_mean(word: str, name: str, called: dict[str, str]) -> bool:
    """Whether an instrument of a name may be called by a common word: "the accord" is no roadmap, and not several contracts."""
    kind = _KINDS.get(word, word)
    if name in DESCRIBED:
        return kind == "agreement"
    names = " ".join((name, *(other for other, full in called.items() if full == name))).casefold()
    return any(_KINDS.get(each, each) == kind and re.search(rf"\b{each}\b", names) for each in (*_KINDS, *_INSTRUMENT))


_POINTING = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]oday[’']s|[Yy]esterday[’']s)\s+(?:same\s+|new\s+)?\Z")
_ANY = re.compile(r"\b(?:[Aa]n?|(?:its|his|her|their)\s+own|[Aa]nother|[Nn]ew|[Ss]uch\s+an?)\s+\Z")
_SOME_OTHER = re.compile(r"\b(?:[Aa]n?|[Aa]nother)\s+(?:[a-z-]+\s+){1,2}\Z")
_IT_IS_A = re.compile(
    r"\b(?:[Ii]t|[Tt]his|[Tt]hat|which|[Aa]greement|[Aa]ccord|[Pp]act|[Tt]reaty|[Dd]eal)\s+(?:is|was|became|remains)\s+(?:[a-z]+\s+)?(?:an?|another)\s+(?:[a-z-]+\s+){0,2}\Z|\bas\s+(?:an?|another)\s+(?:[a-z-]+\s+){0,2}\Z"
)
_OF_THEIR_OWN = re.compile(r"\s+(?:(?:reached|signed|concluded|struck)\s+)?between\s+(?:the\s+)?[A-Z]|\s+with\s+(?:the\s+)?[A-Z]")
"""After one that is with others than the one of before: "a recent agreement between Norway and Chile"."""
_OF_WHAT = re.compile(r"\s+(?:of|on)\s+(?!the\b)[a-z]")
_LOOSE = frozenset({"deal", "deals"})
"""Words that mean an instrument only if the text names one, or says that it was signed."""
POINTER = 16
"""Code points of the word that points back to an instrument."""
_KNOWN_AS = re.compile(
    r"(?:\s+\([^)]*\)|\))?(?:,|\s+[–—-])?\s+(?:(?:also|better|more|sometimes|often|[a-z]+ly)\s+){0,2}"
    r"(?:(?:known|referred\s+to)\s+as|called|named|dubbed|titled|entitled)\s+(?:the\s+)?(?:(?:[A-Z][a-z]+\s+)?\d{4}\s+)?"
)
_APPOSED = re.compile(r",\s+(?:the\s+)?|\s+[–—-]\s+(?:the\s+)?")
_CLOSED = re.compile(r"(?:\s+\([^)]*\))?(?:,(?!\s+(?:and|or|the|an?)\b)|\.|\s+[–—-])")
"""After a name that says which one was meant: "a trade deal, the Fjord Compact, with Chile"; in a list it is another."""
_IN_BRACKETS = re.compile(r"\s+\((?:the\s+)?")
_OR_IN_BRACKETS = re.compile(r"\s+\((?:or|(?:also|officially|formally|originally|properly|in\s+full),?)\s+(?:the\s+)?")
"""As in "the Oslo Pact (or the Fjord Treaty, officially the Treaty of Amity)"."""
_OR_AS = re.compile(r",?\s+(?:or|officially|formally|originally|properly)\s+(?:the\s+)?|,\s+(?:the\s+)?")
_IS_A = re.compile(r"(?:\s+\([^)]*\)|[,)])?\s+(?:is|was)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}")


def _also_called(mentions: Iterable[Found], text: str) -> dict[str, str]:
    """Further names of instruments, and what is said of them: "the Treaty of Amity, also known as the Oslo Treaty, was a defence pact"."""
    called: dict[str, str] = {}
    every = sorted((each for each in mentions if each.type == "agreement"), key=lambda one: one.span)
    for one, other in pairwise(every):
        start, end = one.span.end, other.span.start
        named = " " in one.name and one.name[0].isupper() and one.name != other.name
        if (
            other.name[0].isupper()
            and _IN_BRACKETS.fullmatch(text, start, end)
            and other.name.casefold().endswith(f" {one.name.casefold()}")
        ):
            # As in "a protocol (the Oslo Protocol)".
            called.setdefault(one.name, other.name)
        if other.name[0].isupper() and is_description(one.span, text):
            # As in "the fisheries deal, officially known as the Fjord Compact".
            if _KNOWN_AS.fullmatch(text, start, end) or (
                " " in other.name and _APPOSED.fullmatch(text, start, end) and _CLOSED.match(text, other.span.end)
            ):
                called.setdefault(one.name, called.get(other.name, other.name))
            continue
        again = (
            _KNOWN_AS.fullmatch(text, start, end)
            or _OR_IN_BRACKETS.fullmatch(text, start, end)
            or (one.name in called and _OR_AS.fullmatch(text, start, end))
        )
        if named and end > start and (again or (other.name[1:].islower() and " " in other.name and _IS_A.fullmatch(text, start, end))):
            called.setdefault(other.name, called.get(one.name, one.name))
    return called


def one_instrument(found: Iterable[Found], text: str) -> list[Found]:
    """Agreements under their full names: "the accord" is the instrument that the text has named last, or the only one that it names."""
    mentions = [each.called(well_known(each.name, text)) if each.type == "agreement" else each for each in found]
    called = _also_called(mentions, text)
    mentions = by_description(mentions, text, called)
    all_named = list(dict.fromkeys(each.name for each in mentions if each.type == "agreement" and each.name.casefold() not in _INSTRUMENT))
    out: list[Found] = []
    named: list[str] = []
    beside = 0
    told: set[str] = set()
    for each in mentions:
        if each.type != "agreement":
            out.append(each)
            continue
        beside = each.span.end if named and _is_changed(each, text, beside) else 0
        if full := called.get(each.name):
            named = _anew(named, full, aside=bool(beside))
            out.append(each.called(full))
            continue
        # "The original accord" says no more than "the accord".
        low = each.name.split()[-1] if described(each.name) == frozenset() else each.name.casefold()
        if further := _further(each, text, told):
            out.append(further)
            continue
        if low in _INSTRUMENT:
            before = text[max(0, each.span.start - POINTER) : each.span.start]
            # "They concluded a treaty of friendship. The nuclear agreement" are two.
            other = (_ANY.search(before) and (named or _OF_WHAT.match(text, each.span.end))) or (
                named
                and _SOME_OTHER.search(text, max(0, each.span.start - NEAR // 2), each.span.start)
                and _OF_THEIR_OWN.match(text, each.span.end)
                and not _IT_IS_A.search(text, max(0, each.span.start - NEAR // 2), each.span.start)
            )
            only = all_named[0] if len(all_named) == 1 and not other else ""
            last = next((one for one in reversed(named) if _may_mean(low, one, called)), "") if _POINTING.search(before) else ""
            previous = next((one for one in reversed(out) if one.type == "agreement"), None)
            # "The Oslo deal is an agreement": what it is.
            itself = previous and _IS_A.fullmatch(text, previous.span.end, each.span.start)
            # "The agreement between Chad and Mali", and only later the Copper Treaty: another one.
            alone = (
                only
                and only not in named
                and (_OF_ITS_OWN.match(text, each.span.end) or (described(only) and _WITH_ONE.match(text, each.span.end)))
            )
            only = "" if alone else only
            meant = (previous.name if itself and previous else "") or last or (only if only and _may_mean(low, only, called) else "")
            if meant and not _is_on_another(meant, topic_after(text, each.span.end)):
                out.append(each.called(meant))
            elif low not in _LOOSE or each.priority > SPOKEN_OF:
                out.append(each)
            continue
        longer = next((name for name in named if name.endswith(f" {each.name}") or _goes_on(each.name, name)), "")
        if (
            longer
            and " " in each.name
            and each.name[0].isupper()
            and not _INDEFINITE.search(text, each.span.start - POINTER, each.span.start)
        ):
            # "the Free Trade Agreement" after "the Oslo-Lima Free Trade Agreement", "the Lima Declaration" after that on trade
            out.append(each.called(longer))
            continue
        named = _anew(named, each.name, aside=bool(beside))
        out.append(each)
    return apart_by_partners(out, text)


def _anew(named: list[str], name: str, *, aside: bool) -> list[str]:
    """The names of instruments after one more, which the text speaks of from now on unless it stands aside."""
    others = [each for each in named if each != name]
    return [name, *others] if aside else [*others, name]


def _is_changed(each: Found, text: str, beside: int) -> bool:
    """Whether an instrument is named only as what another one changes: "The treaty amends the Pact of Oslo, also known as the Oslo Pact"."""
    start = each.span.start
    return bool(_CHANGES.search(text, max(0, start - NEAR), start)) or bool(
        beside and (_KNOWN_AS.fullmatch(text, beside, start) or _AND_THE.fullmatch(text, beside, start))
    )


_WITH_ONE = re.compile(r"\s+with\s+(?:the\s+)?[A-Z]")
"""After one that is told of before the text describes another: "an agreement with Chile", and later "its own gas deal with Peru"."""
_OF_ITS_OWN = re.compile(r"(?:\s+[a-z]+){0,6}\s+between\s+(?:the\s+)?[A-Z]")
NEAR = 80
"""Code points from the words for an instrument to those for another one that it changes."""
_AND_THE = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?|\s+\((?:the\s+)?")
_CHANGES = re.compile(
    r"(?:\b(?:[Ii]t|which|that)\s+(?:(?:also|partly|largely)\s+)?(?:(?:will|would|is\s+to|was\s+to)\s+(?=\w+(?<!s)\s)|(?=[a-z]+s\s))"
    r"|\b(?:[Tt]reaty|[Aa]greement|[Aa]ccord|[Pp]act|[Dd]eal|[Cc]onvention|[Pp]rotocol)(?:\s+(?:of|on)\s+[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?,?"
    r"\s+(?:(?:which|that|also|has|had|will|would|is|was|to)\s+){0,3})"
    r"(?:amend|replac|supersed|repeal|revis|updat|modif|succeed|supplement|complement|buil(?:d|t))[a-z]*\s+(?:(?:up)?on\s+)?"
    r"(?:both\s+)?(?:(?:the|an)\s+)?(?:(?:earlier|existing|previous|old|original|so-called|\d{4})\s+){0,2}\Z"
)


def _goes_on(name: str, whole: str) -> bool:
    """Whether a longer name is a name with what the instrument is about."""
    return whole.startswith((f"{name} on ", f"{name} for ", f"{name} against ", f"{name} concerning "))


def _is_on_another(name: str, topic: str) -> bool:
    """Whether a name says that an instrument is on something else than a topic: "the Agreement on Fish" is no "agreement on trade"."""
    return bool(topic) and " on " in name and topic.casefold() not in name.casefold()


def _further(each: Found, text: str, told: set[str]) -> Found | None:
    """An instrument without a name after another of its kind, told apart by its topic: "and a memorandum on fisheries"."""
    words = each.span.of(text).casefold()
    kind = _KINDS.get(words, words)
    if each.name[0].isupper() and kind == words:
        return None
    if not _INDEFINITE.search(text, each.span.start - POINTER, each.span.start):
        return None
    between = _BETWEEN_THEM.match(text, each.span.end)
    short = text.startswith(" (", each.span.end)
    topic = topic_after(text, between.end() if between else each.span.end) if kind in told and not short else ""
    told.add(kind)
    return each.called(f"{each.name} {topic}") if topic else None


_INDEFINITE = re.compile(r"(?i)(?<![\w-])(?:an?|another|one|two|three|four|several)\s+(?:[a-z-]+\s+)?\Z")
_BETWEEN_THEM = re.compile(r"\s+between\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*\s+and\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*")
_WHOSE = frozenset(["Visit", "Meeting", "Trip", "Tour", "Meetings", "Visits"])
_ABOUT = frozenset(["to", "with", "between", "of", "in", "on"])
_WORDS = re.compile(r"\w+")


class _Names:
    """The names of events, found by a word of theirs and by how they end or begin: a text has thousands, and each is sought."""

    def __init__(self, names: Iterable[str]) -> None:
        self._having: dict[str, list[str]] = defaultdict(list)
        self._parts: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            low = name.casefold()
            for word in dict.fromkeys(each.removesuffix("s") for each in _WORDS.findall(low)):
                self._having[word].append(name)
            words = low.split()
            ends = [" ".join(words[at:]) for at in range(1, len(words))]
            # "his official visit" after "an official visit to Chile"
            starts = [" ".join(words[:at]) for at in range(1, len(words)) if words[at] in _ABOUT]
            for part in dict.fromkeys([*ends, *starts]):
                self._parts[part].append(name)

    def having(self, word: str) -> list[str]:
        """Those with a word, in either number."""
        return self._having.get(word.removesuffix("s"), [])

    def longer(self, name: str) -> list[str]:
        """Those that end in a name, or begin with it and say what it was about."""
        return self._parts.get(" ".join(name.casefold().split()), [])


AHEAD = 800
"""Code points within which the name follows of what "a summit" was."""
_LAST_YEARS = re.compile(r"\b(?P<which>last\s+(?:year|month|week|spring|summer|autumn|winter)[’']s)\s+\Z")
_OTHER_ONE = re.compile(r"\b(?P<which>next|previous|another|earlier|similar|separate)\s+\Z")
_ANY_ONE = re.compile(
    r"(?i)\b(?:an?|another|any|each|every|no|fresh|new|further|future|separate|subsequent|that\s+(?:year|month)[’']s)\s+\Z"
)
_IN_ANY = re.compile(r"(?i)\b(?:in|of|into|held|hold|holding)\s+\Z")
_WHICH = re.compile(r"\s+(?:that|which|with|between|in\s+[A-Z])\b")
_IN_PLACE = re.compile(r"[”\"’]?\s+in\s+(?:the\s+)?([A-Z]\w+)")


def _is_another(text: str, span: Span, first: Span) -> bool:
    """Whether a bare noun means none with a longer name: "a meeting" after that, or what was elsewhere ("the coup in Chile")."""
    here, there = _IN_PLACE.match(text, span.end), _IN_PLACE.match(text, first.end)
    if span.start > first.start:
        # "In talks that led to a truce" are not the Lima talks.
        loose = _ANY_ONE.search(text, span.start - POINTER, span.start) or (
            _IN_ANY.search(text, span.start - POINTER, span.start) and _WHICH.match(text, span.end)
        )
        return bool(loose) or (here is not None and there is not None and here[1] != there[1])
    # "A summit that must do more", and far behind it the Millennium Summit.
    early = first.start - span.end > AHEAD and _ANY_ONE.search(text, span.start - POINTER, span.start)
    return bool(early) or (here is not None and (there is None or there[1] != here[1]))


def one_event(found: Iterable[Found], text: str) -> list[Found]:
    """Events under one name: the fighting for one place, and "the talks" after the only talks that the text names."""
    mentions = list(found)
    firsts: dict[str, Found] = {}
    for each in mentions:
        if each.type == "event" and not _HEAD.fullmatch(each.name):
            firsts.setdefault(each.name, each)
    beside = Beside(mentions, text)
    names = _Names(firsts)
    places = [each for each in mentions if each.type == "place"]
    starts = [each.span.start for each in places]
    battle: dict[str, str] = {}
    out = []
    for each in mentions:
        if each.type != "event":
            out.append(each)
            continue
        if each.name.startswith("Operation: "):
            out.append(each.called(each.name.replace(": ", " ", 1)))
            continue
        other = _OTHER_ONE.search(text, each.span.start - POINTER, each.span.start) or (
            _LAST_YEARS.search(text, each.span.start - POINTER, each.span.start) if _HEAD.fullmatch(each.name) else None
        )
        if other and other["which"].casefold() not in each.name.casefold():
            # "The next round of consultations" is none of those told of.
            # "Similar Arab Spring protests": the protests are similar, and a name keeps its capital letter.
            named = each.span.of(text)[0].isupper()
            name = each.name if named else f"{each.name[0].lower()}{each.name[1:]}"
            alike = named and other["which"] == "similar"
            out.append(each if alike else each.called(f"{other['which'].capitalize()} {name}"))
            continue
        head = _HEAD.fullmatch(each.name)
        if each.name in _WHOSE:
            # "his visit": whose it is tells which.
            out.append(each)
            continue
        same = names.having(_SAME_HEAD.get(head[1].casefold(), head[1].casefold())) if head else names.longer(each.name)
        # "A conference in Lima" is none with the press.
        same = [name for name in same if not PRESS.search(name)] if head else same
        if each.name.casefold() in MAY_CALL:
            # "The war in Peru" is told apart by the place, and nobody calls the Cold War "the war".
            same = [] if _IN_PLACE.match(text, each.span.end) else [name for name in same if name != "Cold War"]
        first = firsts[same[0]] if len(same) == 1 else None
        if first and not (head and _is_another(text, each.span, first.span)) and not beside.marks(each).apart(beside.marks(first)):
            out.append(each.called(first.name))
            continue
        fought = not head and _FIGHTING.search(each.name) and not each.name.startswith("Operation")
        near = places[bisect.bisect_left(starts, each.span.start) : bisect.bisect_left(starts, each.span.end)] if fought else []
        within = [one.name for one in near if each.span.contains(one.span)]
        out.append(each.called(battle.setdefault(within[-1], each.name)) if within else each)
    return out
