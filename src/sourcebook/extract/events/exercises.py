"""Exercises by the names that are given to them: "exercise Cobra Gold", "the Cobra Gold exercise", "drills such as Cobra Gold"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.gazetteer import Gazetteer
from sourcebook.extract.phrases import words as words_of
from sourcebook.model.spans import Span

_NOUN = r"(?:[Ee]xercises?|[Dd]rills?|[Ww]ar ?games?|[Mm]ano?euvres?|[Mm]aneuvers?)"
_WORD = r"[A-Z][\w-]+"
_NAME = rf"{_WORD}(?:\s+(?:(?:and\s+)?{_WORD}|[IVX]+|\d{{1,4}}(?:-\d+)?)){{0,4}}"
_QUOTED = r"[“\"‘']?"
_CALLED = r"(?:called|named|code-?named|dubbed|known\s+as|titled)\s+"
_AFTER = re.compile(
    rf"\b(?:{_NOUN}(?:\s+series)?,?\s+(?:{_CALLED})?|event,?\s+{_CALLED}){_QUOTED}(?P<name>{_NAME})"
    rf"(?:,?\s+(?:or\s+|\()(?P<short>[A-Z]{{3,}})\b)?"
)
_IS = re.compile(
    rf"(?<![\w-])(?P<name>{_NAME})"
    rf"(?=[’'”\"]?,?\s(?:is |was )?(?:an?|the|its|(?:[A-Z][\w.]*\s){{0,5}}[A-Z][\w.]*[’']s)\s"
    rf"(?:[\w’,.-]+\s){{0,8}}?{_NOUN}\b"
    rf"(?!\s+"
    rf"(?:lead|officers?|directors?|planners?|controllers?|coordinators?|participants?|commanders?|spokes)))"
)
_THE_EXERCISE = re.compile(r"\s+(?:[Ee]xercise|drills?)\b(?!\s+(?:series|program|participants|officer|lead|director|planner))")
_YEAR = re.compile(r"(?:\s|-)\d{2,4}(?![\w%]|,\d|\s(?:soldiers|troops|personnel|nations|countries))")
_BEFORE = re.compile(
    rf"\b(?:(?:The|This)\s+)?(?P<name>{_WORD}(?:\s+(?:{_WORD}|[IVX]+|\d{{1,4}})){{1,3}})\s+"
    rf"(?:\([A-Z][^()]{{2,50}}\)\s+)?(?:[a-z-]+\s+){{0,2}}{_NOUN}\b"
)
_SUCH_AS = re.compile(
    rf"\b{_NOUN}\b[^.;]{{0,60}}?\b(?:such\s+as|including|like|namely)\s+(?P<names>{_NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_NAME})*)"
)
_ALONE = re.compile(r"\b[Tt]he\s+(?P<name>[A-Z][a-z]{4,})\s+exercise\b(?!s)")
_SERIES = re.compile(r"([A-Z]\w{4,})\s\d{2,4}")
_NEXT = re.compile(r",\s+(?:and\s+)?|\s+and\s+")


def exercises(document: Document, gazetteer: Gazetteer) -> Iterator[Found]:
    """Exercises wherever their names stand, once the text has said of a name that it is one."""
    text = document.text
    names: dict[str, str] = {}
    for sentence in document.holding(_HEADS):
        start, end = sentence.span.start, sentence.span.end
        for found in _AFTER.finditer(text, start, end):
            if _is_a_name(found["name"], gazetteer) or _is_titled(found, gazetteer):
                names[found["name"]] = found["name"]
                if found["short"]:
                    names[found["short"]] = found["name"]
        for found in (*_BEFORE.finditer(text, start, end), *_IS.finditer(text, start, end)):
            # "Ana Ruiz, a planner of exercises"
            if _is_a_name(found["name"], gazetteer) and found["name"].split()[0] not in gazetteer.given:
                names[found["name"]] = found["name"]
        names |= {each["name"]: each["name"] for each in _ALONE.finditer(text, start, end) if not _known(each["name"], gazetteer)}
        for found in _SUCH_AS.finditer(text, start, end):
            names |= {each: each for each in _NEXT.split(found["names"]) if _is_a_name(each, gazetteer)}
    # "Tradewinds 23" is Tradewinds.
    series = {words: _SERIES.fullmatch(words) for words in names}
    names |= {each[1]: words for words, each in series.items() if each and each[1] not in names and not _known(each[1], gazetteer)}
    for words, name in names.items():
        for found in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text):
            year = _YEAR.match(text, found.end())
            last = year.end() if year else found.end()
            called = text[found.start() : last] if year and name != words else name
            noun = _THE_EXERCISE.match(text, last)
            # "the joint exercise Coldfjord", "Exercise 'Coldfjord'"
            lead = None if noun else _LED_BY.search(text, max(0, found.start() - NEAR), found.start())
            last = last + 1 if lead and lead["quoted"] and text[last : last + 1] in set("’”'\"") else last
            start = lead.start() if lead else found.start()
            yield Found(span=Span(start, noun.end() if noun else last), type="event", name=called, kind="exercise", priority=7)


NEAR = 60
_LED_BY = re.compile(
    r"\b(?:(?:joint|bilateral|trilateral|multilateral|multinational|international|combined|military|naval|maritime|air|army|field|training|tabletop"
    r"|counter-terrorism|anti-terrorist|live-fire|command|staff|post)\s+){0,3}(?:[Ee]xercises?|[Dd]rills)\s+(?P<quoted>[“‘'\"])?\Z"
)
"""What kind of exercise it is, before its name."""
_HEADS = frozenset(["exercise", "exercises", "drill", "drills", "war", "wargames", "manoeuvre", "manoeuvres", "maneuver", "maneuvers"])


def _is_titled(found: re.Match[str], gazetteer: Gazetteer) -> bool:
    """Whether a capital letter makes "Exercise" a title before a single word: "Exercise Coldfjord"."""
    return found[0].startswith("Exercise ") and " " not in found["name"] and not _known(found["name"], gazetteer)


def _known(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a word means a place, a people, a person, a body or nothing of its own."""
    tables = (gazetteer.names, gazetteer.demonyms, gazetteer.given)
    return any(name in each for each in tables) or gazetteer.lists(name, "opening", "body", "institution")


_CODE = re.compile(r"(?:[A-Z]{5,}|[A-Z][A-Za-z]{3,}(?=-\d))(?:-\d{2,4})?")
"""A name of one word that looks like none of a body: "MALABAR", "Kazind-22"."""
_RANKS = words_of(
    "Major Maj General Gen Lieutenant Lt Colonel Col Brigadier Brig Captain Capt Commander Cmdr Admiral Adm Rear "
    "Vice Air Commodore Sergeant Marshal Minister President Prime Secretary Ambassador Chief Mr Mrs Ms Dr"
)


def _is_a_name(words: str, gazetteer: Gazetteer) -> bool:
    """Whether capitalised words beside "exercise" name it, rather than who holds it or where: "the Polish Army", "Baltic Sea"."""
    parts = words.split()
    if _CODE.fullmatch(words) and words.split("-", maxsplit=1)[0] not in gazetteer.names:
        return True
    if words in gazetteer.names or words in gazetteer.demonyms or parts[0] in gazetteer.words["opening"] or parts[0] in _RANKS:
        return False
    last = parts[-1]
    return len(parts) > 1 and not (
        last in gazetteer.words["institution"]
        or not gazetteer.words["body"].isdisjoint(parts)
        or last in gazetteer.demonyms
        or last in {"Sea", "Ocean", "Strait", "Gulf", "Forces", "Navy", "Army", "Guard", "Joint", "Military", "Naval"}
        or last in gazetteer.countries
    )
