"""Words for two or three that deal with each other, without their names: "both sides", "the two ministers", "the three countries"."""

from typing import TYPE_CHECKING

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.sides.named import NEAR, states_in
from sourcebook.model.spans import Span

if TYPE_CHECKING:
    from sourcebook.extract.facts.reading import Reading

BOTH_SIDES = re.compile(
    r"\b(?:[Tt]he\s+two|[Bb]oth|[Tt]heir\s+two|[Oo]ur\s+two)\s+(?:[a-z]+\s+)?"
    r"(?:countries|sides|nations|states|[Ll]eaders|[Mm]inisters|[Pp]residents|[Gg]overnments|officials|[Pp]arties|[Ss]ecretaries"
    r"|regions|neighbou?rs|capitals|republics|kingdoms|allies|organi[sz]ations|blocs)\b"
    r"|\b(?:[Tt]heir|[Oo]ur)\s+(?:countries|nations|states|peoples)\b|\b[Tt]he\s+(?:duo|pair)\s+(?!of\b)"
)
TWO_SAID = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Oo]ur)\s+two\s+(?:[a-z]+\s+)?[A-Za-z][a-z]+s\b|\b[Bb]oth\s+(?:countries|sides|nations|states)\b"
)
ALL_THREE = re.compile(
    r"\b(?:[Tt]he|[Aa]ll|[Oo]ur|[Tt]heir|from|of|between|among)\s+three\s+(?:[a-z]+\s+)?"
    r"(?:countries|sides|nations|states|leaders|ministers|governments|parties|delegations|presidents|neighbou?rs|republics|kingdoms|allies)\b"
    r"|\b(?:[Tt]rilateral|[Tt]ripartite|[Tt]hree-way)\b"
)


def speaks_of_all(words: str) -> bool:
    """Whether words speak of the two or the three that deal with each other, without their names."""
    return bool(BOTH_SIDES.search(words) or ALL_THREE.search(words))


def is_of_others(text: str, span: Span) -> bool:
    """Whether a sentence is not of the two states of a text which says nowhere before that they deal with each other."""
    return bool(_COUNTERPART.search(text, span.start, span.end)) or not _SEVERAL.search(text, span.start, span.end)


_COUNTERPART = re.compile(r"\b(?:his|her|their|its)\s+(?:[a-z]+\s+)?[A-Z][a-z]+\s+(?:[a-z]+\s+)?counterparts?\b")
"""The state of one side; of the other's nothing is told here."""
_SEVERAL = re.compile(
    r"\b(?:two|[Bb]oth|three|[Ss]ides|[Pp]arties|[Mm]inisters|[Ll]eaders|[Pp]residents|officials|delegations|countries|nations"
    r"|governments|[Tt]hey|[Tt]heir|[Ww]e|[Oo]ur|us|[Mm]utual\w*|[Bb]ilateral\w*|[Tt]rilateral|[Jj]oint\w*|[Mm]eeting|[Tt]alks|[Dd]ocument"
    r"|[Aa]greements?|[Tt]reaty|[Mm]emorand\w+|MoUs?|[Dd]eal|[Vv]isit|[Ss]ummit|[Cc]ounterpart)\b"
)
"""What says that a sentence is of some who deal with each other, where it does not name them."""


def three_before(reading: "Reading", sentence: Sentence) -> list[str]:
    """The three states that the last sentence names which names three: of whom "the three countries" and "trilateral" speak."""
    for each in reversed(reading.document.sentences[: sentence.number + 1]):
        states = states_in(reading, each.span)
        # "met the ministers of Chile and Peru in Oslo, Norway": only there.
        named = dict.fromkeys(one.entity for one in states if not _OF_TOWN.search(reading.text, one.span.start - NEAR, one.span.start))
        if len(named) == 3:
            return list(named)
    return []


_OF_TOWN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s+(?:the\s+)?\Z")
