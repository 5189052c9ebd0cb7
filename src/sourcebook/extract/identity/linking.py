"""Mentions -> entities: short names, titles and pronouns of a document, and what the knowledge base knows already."""

import bisect
from dataclasses import dataclass, field
from itertools import pairwise

from sourcebook import lazy_re as re
from sourcebook.extract.document import Document
from sourcebook.extract.found import Found
from sourcebook.extract.people.genders import may_mean
from sourcebook.memory import quick
from sourcebook.model.spans import Span

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_ADVERBIAL = re.compile(
    r"\W*(?:[A-Z][a-z]{2,}ing|After|Before|During|While|When|Following|Upon|On|In|As|Since|With|At|Having|Earlier|Later)\b"
)
_TOLD = re.compile(
    r"\b"
    r"(?:said|says|stated|announced|noted|added|stressed|reported|confirmed|indicated|explained|emphasi[sz]ed"
    r"|underlined|underscored|revealed|disclosed|recalled|declared|affirmed|claimed|believes|hoped"
    r"|(?:hop|believ|expect|think|fear|suggest|suspect|argu|insist|demand|agre)(?:e?s|ed)(?=\s+that\b)|hopes|thinks|fears"
    r"|pointed\s+out|told\s+\w+)\s+(?:(?:on|in)\s+[A-Z]\w+(?:\s+\d{1,2})?\s+)?(?:that\s+)?"
)
_INVITED = re.compile(r"\b[Aa]t\s+the\s+(?:\w+\s+)?(?:invitation|request)\s+of\b")


@quick
@dataclass(frozen=True, slots=True)
class Linked:
    """A mention with the id of its entity; "" for a date, and for a role whose holder is not known. `span` is where it stands."""

    found: Found
    entity: str
    span: Span = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", self.found.span)


def _start(each: Linked) -> int:
    return each.span.start


def subject_before(
    document: Document, linked: list[Linked], position: int, sentence_start: int, *, types: tuple[str, ...] = ("person",)
) -> str | None:
    """The entity that is the subject of a verb at `position`: the first of its sentence, or what a pronoun there stands for."""
    text = document.text
    first, last = bisect.bisect_left(linked, sentence_start, key=_start), bisect.bisect_left(linked, position, key=_start)
    here = [each for each in linked[first:last] if each.span.end <= position and each.found.type in types]
    relative = _WHO.search(text, max(sentence_start, position - 80), position)
    if relative and here and here[-1].span.end <= relative.start():
        # "A received B, who was in Oslo": who is named last before the clause; not whose envoy B is, nor A where the envoy has no name.
        unnamed = _UNNAMED_MAN.fullmatch(text, here[-1].span.end, relative.start())
        return None if unnamed else next((each for each in reversed(here) if not _OWNER.match(text, each.span.end)), here[-1]).entity
    here, acting = _without_asides(text, linked, here, Span(sentence_start, max(position, sentence_start + 1)))
    if acting:
        return acting.entity
    told = [each for each in _TOLD.finditer(text, sentence_start, position) if here and here[0].span.end <= each.start()]
    if told:
        return _of_told(text, linked, here, told[-1].end(), sentence_start).entity
    if here and (own := _of_own_clause(text, linked, here, sentence_start, position)):
        return own.entity
    pronoun = _PRONOUN.search(text, sentence_start, position)
    if pronoun and not _ADVERBIAL.match(text, sentence_start):
        led = [each for each in here if each.span.start < pronoun.start() and may_mean(pronoun[0], each.entity)]
        if led and led[0] is here[0]:
            return led[0].entity
    if pronoun:
        # "After meeting X, he ...": the pronoun is bound to the one who was spoken of before this sentence.
        previous = foremost(document, linked, sentence_start, pronoun=pronoun[0])
        if previous:
            return previous
        earlier = (each for each in reversed(linked[:first]) if each.found.type == "person")
        before = next((each for each in earlier if may_mean(pronoun[0], each.entity)), None)
        if before or pronoun[0][0].isupper():
            return before.entity if before else None
        here = [each for each in here if may_mean(pronoun[0], each.entity)]
    if len(here) > 1 and _HIS_MAN.fullmatch(text, here[0].span.end, _with_title(linked, here[1])):
        # "Ana Ruiz's deputy, General Karl Berg, became": he.
        return here[1].entity
    return here[0].entity if here else None


def _without_asides(text: str, linked: list[Linked], here: list[Linked], span: Span) -> tuple[list[Linked], Linked | None]:
    """Those of whom a clause tells, without whom it only compares or names as inviting; and who acts, if that shows it."""
    invited = next(reversed(list(_INVITED.finditer(text, span.start, span.end))), None)
    if invited:
        # "At the invitation of A and B, C will visit": the last acts, if more than who invites are named after these words.
        after = [each for each in here if each.span.start >= invited.end()]
        if len(after) > 1:
            return here, after[-1]
        here = [each for each in here if each not in after] or here
    elif _COMPARED.match(text, span.start) and (apart := _after_comma(text, linked, here)):
        return here, apart
    elif _INTRODUCED.match(text, span.start):
        # "At the invitation of X, Y visited": who is named aside is not who acts, if somebody else is.
        here = [each for each in here if not _ASIDE.search(text, span.start, _with_title(linked, each))] or here
    return here, next((each for each in reversed(here) if _TOLD_ASIDE.fullmatch(text, each.span.end, span.end)), None)


def _after_comma(text: str, linked: list[Linked], here: list[Linked]) -> Linked | None:
    """Who acts after a comparison: "Unlike A, whose lectures annoyed all, B met C"."""
    return next(
        (
            each
            for each in here[1:]
            if text.endswith(", ", 0, _with_title(linked, each)) and not text.startswith((",", " and "), each.span.end)
        ),
        None,
    )


def _of_told(text: str, linked: list[Linked], here: list[Linked], told: int, start: int) -> Linked:
    """Who acts in what somebody tells: of "Rudenko said that Lavrov would visit" Lavrov, and who speaks where a pronoun stands."""
    clause = [each for each in here if each.span.start >= told]
    if clause or not _ADVERBIAL.match(text, start):
        return clause[0] if clause else here[0]
    # "During his talks with A, B noted that he": not A.
    tells = [each for each in here if not _ASIDE.search(text, start, _with_title(linked, each))]
    return (tells or here)[0]


def _of_own_clause(text: str, linked: list[Linked], here: list[Linked], start: int, end: int) -> Linked | None:
    """Who acts in the last clause of several: "A visited Lima, while the Foreign Minister, B, visited Oslo"."""
    done = _WHEN_HE.search(text, max(start, end - LONGEST_CLAUSE), end)
    by = here[-1] if done and here[-1].span.end == done.start() else None
    if by and done and _BY.search(text, start, _with_title(linked, by)) and may_mean(done["he"], by.entity):
        # "In May they praised the plan announced by Ana Ruiz when she visited": she.
        return by
    meanwhile = next(reversed(list(_MEANWHILE.finditer(text, max(start, end - LONGEST_CLAUSE), end))), None)
    if meanwhile is None or not here[-1].span.start >= meanwhile.end() > here[0].span.end:
        return None
    clause = [each for each in here if each.span.start >= meanwhile.end()]
    return next((each for each in clause if not _ASIDE.search(text, meanwhile.start(), _with_title(linked, each))), here[0])


_WHEN_HE = re.compile(r"\s+(?:when|while|as|after|before|since)\s+(?P<he>he|she)\s+(?:(?:first|last|also|had|was|were|is|then)\s+)*\Z")
_BY = re.compile(r"\bby\s+(?:the\s+)?\Z")
_MEANWHILE = re.compile(r",\s+(?:while|whereas)\s+(?![a-z]+ing\b|(?:in|on|at|visiting)\s+(?!\d|[A-Z][a-z]+\s+\d{4}))")
_HIS_MAN = re.compile(
    r"[’']s?\s+(?:[a-z-]+\s+){0,2}(?:deputy|successor|predecessor|aide|advis[eo]r|assistant|spokes(?:man|woman|person)|brother|sister|son|daughter|wife|husband|father|mother|cousin|uncle|nephew|niece"
    r"|ally|friend|rival|colleague|counterpart|envoy|representative|protégé|lieutenant|secretary|running\s+mate|minister|partner),?\s+"
)
_WHO = re.compile(r",?\s+who\s+(?:[a-z]+\s+){0,6}\Z")
_INTRODUCED = re.compile(
    r"\W*(?:\d+[.)]\s+)?"
    r"(?:At the (?:invitation|request)|On behalf|At a (?:meeting|press)|In (?:talks|a (?:meeting|letter|call))"
    r"|Together with|Accompanied|Alongside|Besides|Unlike|Like)\b"
)
_COMPARED = re.compile(r"\W*(?:Unlike|Like|In\s+contrast\s+to|In\s+contrast\s+with|As\s+opposed\s+to)\s")
_TOLD_ASIDE = re.compile(r",\s+(?:who|whose|whom)\s[^.;“”]*[a-z],\s+(?:(?:also|then|later|now|still|once)\s+)*")
"""Between a name and its verb: "A, whose party had lost, became"."""
_UNNAMED_MAN = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,2}[a-z-]+")
"""After a name, somebody of his who has none: "A's son"."""
LONGEST_CLAUSE = 400
"""Code points between the beginning of a clause and its verb, at most."""
LOOK_BACK = 6
"""Sentences in which the person is sought whom a pronoun means."""
_ASIDE = re.compile(
    r"\b"
    r"(?:counterpart|with|by|of|(?<![Aa]ccording )to|from|than|like|invitation of|for|after|before|following|between"
    r"|alongside|call(?:ed|s)? on|[A-Z][a-z]{2,}ing)\s+(?:(?:[A-Z][\w.-]*\s+){1,4}and\s+)?(?:(?:[a-z]+(?:al|ian|ive|ior|or|ic)\s+)?(?:[A-Z][\w.-]*\s+){0,4})\Z"
)


def foremost(document: Document, linked: list[Linked], before: int, *, pronoun: str = "", besides: str = "") -> str | None:
    """Whom the last sentences speak of: their first person who is not mentioned aside; a pronoun there looks further back.

    Not the one with the id `besides`, and one whom `pronoun` may mean if there is one.
    """
    number, left = document.sentence_of(before).number, LOOK_BACK
    for sentence in reversed(document.sentences[max(0, number - 2 * LOOK_BACK) : number]):
        begin, end = (bisect.bisect_left(linked, each, key=_start) for each in (sentence.span.start, sentence.span.end))
        here = linked[begin:end]
        people = [each for each in here if each.found.type == "person" and each.entity != besides and may_mean(pronoun, each.entity)]
        earlier = _PRONOUN.search(document.text, sentence.span.start, sentence.span.end)
        if earlier and not any(each.span.start < earlier.start() for each in people):
            # "He" there is who is sought here: that sentence does not count.
            continue
        if not _OBJECTS.isdisjoint(sentence.words) and _CHOSE_HIM.search(document.text, sentence.span.start, sentence.span.end):
            # "The king made him a minister.": of him is told, not of the king.
            continue
        left -= 1
        if left < 0:
            return None
        acting = [
            each
            for each in people
            if not _ASIDE.search(document.text, max(sentence.span.start, each.span.start - 60), _with_title(linked, each))
        ]
        by = DONE_BY.search(document.text, sentence.span.start, sentence.span.end)
        present = by is None and people and _ALSO_PRESENT.match(document.text, sentence.span.start, sentence.span.end)
        if present or (by and people and all(each.span.start > by.end() for each in people)):
            # "It was signed by the ministers A and B.", "Also present were A and B.": told of aside.
            acting = []
        # "Ana Ruiz's visit helped, Karl Berg said": the visit does.
        own = [each for each in acting if not _OWNER.match(document.text, each.span.end)]
        row = _in_a_row(document.text, here)
        # "A, B and C vied for it, leaving Ana Ruiz aside. Her style": none of the three.
        own = [each for each in own or acting if each.entity not in row] or own or acting
        subject = next((each.entity for each in own if not _is_other(document.text, people, each, pronoun, sentence.span)), None)
        if subject:
            return subject
    return None


def _in_a_row(text: str, here: list[Linked]) -> set[str]:
    """Those who are named in one row of three persons or more, whom no "she" alone means."""
    people = [each for each in here if each.found.type == "person"]
    found: set[str] = set()
    run = people[:1]
    for one, other in pairwise(people) if len(people) >= _ROW else ():
        run = [*run, other] if _NEXT.fullmatch(text, one.span.end, other.span.start) else [other]
        found |= {each.entity for each in run} if len(run) >= _ROW else set()
    return found


_ROW = 3
_NEXT = re.compile(r",?\s+(?:and\s+)?(?:(?:the|[A-Z][\w’'.-]*)\s+){0,5}")


def _is_other(text: str, people: list[Linked], person: Linked, pronoun: str, sentence: Span) -> bool:
    """Whether the first person of a sentence is told there to be no "he", or no "she": "Ana Ruiz will not come, her adviser said"."""
    if pronoun.casefold() in _TITLES and _TITLES[pronoun.casefold()].search(text, max(0, person.span.start - 24), person.span.start):
        return True
    said = _OF_OTHERS.get(pronoun.casefold()) if pronoun and person is people[0] else None
    if said is None or _ANYBODY.search(text, sentence.start, person.span.start):
        # "Her husband, Luis Vega, said that her letters": not his.
        return False
    return said.search(text, person.span.end, people[1].span.start if len(people) > 1 else sentence.end) is not None


_ANYBODY = re.compile(r"(?i)\b(?:her|his|he|she)\b")
_TITLES = {
    "he": re.compile(r"\b(?:Queen|Princess|Sheikha|Mrs\.?|Ms\.?|Lady|Dame|Baroness|Daw|[A-Za-z]+woman)\s+\Z"),
    "she": re.compile(
        r"\b(?:King|Prince|Sheikh|Sultan|Emir|Mr\.?|Sir|Lord|Ayatollah|Cardinal|Archbishop|Pope|Imam|Maulana|[A-Z]?[a-z]*(?<!wo)man)\s+\Z"
    ),
}
"""Before the names of those whom the other pronoun means."""
_OF_OTHERS = {"he": re.compile(r"(?<!to )(?<!with )(?<!for )(?<!of )\bher\s+[a-z]"), "she": re.compile(r"(?<!of )\bhis\s+[a-z]")}
_OBJECTS = frozenset({"him", "her"})
_CHOSE_HIM = re.compile(r"\b(?:appoint|nam|nominat|select|designat|elect|promot|recall)ed\s+(?:him|her)\s+(?!own\b|[a-z]+s\b)")
DONE_BY = re.compile(r"\b(?:was|were|been|is|are|being)\s+(?:\w+\s+)?\w+ed\s+by\b")
_ALSO_PRESENT = re.compile(
    r"\W*(?:(?:Also|Those|Others|Among\s+(?:those|others))\s+)?(?:[Pp]resent|[Aa]ttending|[Ii]n\s+attendance)\b[^.;]{0,60}?\b(?:was|were|included)\b"
)
_OWNER = re.compile(r"[’']s?\s")


def _with_title(linked: list[Linked], person: Linked) -> int:
    """Where a person's name begins, or the title right before it: "of" in "Secretary of State" leads nobody aside."""
    at = bisect.bisect_left(linked, person.span.start, key=_start)
    roles = [each for each in linked[max(0, at - 4) : at] if each.found.type == "role" and 0 <= person.span.start - each.span.end <= 2]
    return roles[0].span.start if roles else person.span.start
