"""Whose agreements are where a pronoun stands for those named before: "They adopted the pact", "a treaty that both signed"."""

from collections.abc import Iterator

from sourcebook import lazy_re as re
from sourcebook.extract.facts.actors import Signs, signs_of
from sourcebook.extract.facts.agreements.accessions import SLACK
from sourcebook.extract.facts.groups import Actors
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.signs import BODY, DATE, STATE
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words

THEY = words("They Both The All both all two three trio they")
_MAKE = (
    r"(?:(?:co-)?signed|inked|initialled|initialed|concluded|ratified|adopted|struck|sealed|clinched|finali[sz]ed|renewed|exchanged|issued|approved|endorsed"
    r"|reached|entered\s+into|acceded\s+to|agreed\s+(?:to|on))"
)
_THEY = re.compile(
    rf"(?:(?:{DATE}|In\s+{DATE}|On\s+{DATE}|There|Later|Afterwards|Then|Last\s+\w+|This\s+\w+),?\s+)?"
    r"(?:[Tt]hey|[Bb]oth|(?:[Tt]he|[Aa]ll)\s+(?:of\s+the\s+)?(?P<many>two|three|four|five|six|trio|duo|pair|quartet|sides|parties|group)"
    r"(?:\s+(?:(?:[a-z]+\s+)?(?:countries|nations|states|neighbou?rs|governments|republics|kingdoms|members|sides|parties|allies|bodies|organi[sz]ations|institutions|agencies|companies|firms|groups|blocs|ministries|banks|universities)))?)"
    rf"(?:\s+(?:have|had|has|also|then|later|both|all|jointly|subsequently|recently|since|formally|{DATE}))*\s+{_MAKE}\s+{SLACK}\Z"
)
_NUMBERS = {"two": 2, "duo": 2, "pair": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5, "six": 6}
_THAT_BOTH = re.compile(
    r"(?:\s+\([^)]{1,30}\))?,?\s+(?:which|that)\s+(?:they|both|all\s+(?:three|four|five|of\s+them)|the\s+(?:two|three)(?:\s+[a-z]+)?)\s+"
    rf"(?:(?:have|had|also|jointly|recently|later|all|both)\s+)*{_MAKE}\b"
)
_BY_BOTH = re.compile(
    r"(?:\s+\([^)]{1,30}\))?,?\s+(?:signed|concluded|ratified|approved|endorsed|adopted)\s+by\s+(?:both|all\s+(?:three|four)|the\s+(?:two|three))"
    r"(?:\s+(?:countries|sides|states|nations|parliaments|governments))?(?=[.,;]|\s+(?:in|on|last|this)\b)"
)


def pronouns(reading: Reading, signs: Signs, number: int, position: int) -> Iterator[Linked]:
    """Those for whom "they" and "both" stand beside the agreement at a position."""
    if THEY.isdisjoint(signs.spoken):
        return
    they = _THEY.fullmatch(signs.words, 0, position)
    if they and number:
        before = reading.document.sentences[number - 1]
        if before.paragraph == reading.document.sentences[number].paragraph:
            yield from _several(signs_of(reading, before), _NUMBERS.get(they["many"] or "", 0))
    if _THAT_BOTH.match(signs.words, position + 1) or _BY_BOTH.match(signs.words, position + 1):
        found = signs.first()
        yield from found.who if found and len(found.who) > 1 and _no_person(found) else ()


def _several(signs: Signs, many: int) -> tuple[Linked, ...]:
    """The states or bodies that a sentence begins with, or the only ones that it tells of, if they are as many."""
    found = signs.first() or _only(signs)
    if found is None or not _no_person(found) or len(found.who) < PAIR or (many and len(found.who) != many):
        return ()
    return found.who


def _only(signs: Signs) -> Actors | None:
    """The list that holds all states and bodies of a sentence: "Work between Norway and Chile is going on"."""
    at = next((each for each in signs.at if signs.words[each] in {STATE, BODY}), None)
    found = signs.list_at(at) if at is not None else None
    rest = found and any(each >= found.end and signs.words[each] in {STATE, BODY} for each in signs.at)
    return found if found and not rest else None


def _no_person(found: Actors) -> bool:
    return all(each.found.type != "person" for each in found.who)


PAIR = 2
