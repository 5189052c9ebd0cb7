"""A sentence as words, and what kinds of words there are: verbs, adverbs, marks with which clauses begin and end."""

import bisect
from enum import Enum

from sourcebook.extract.document import Sentence
from sourcebook.extract.phrases import words


class Told(Enum):
    """How a clause tells of an event."""

    DONE = "done"
    AHEAD = "ahead"
    MAYBE = "maybe"
    """Perhaps to come, or not now any more: "would", "was due to"."""
    NOT = "not"
    NOW = "now"
    """In the present, which says nothing by itself."""
    BESIDE = "beside"
    """By what was done about it, which leaves open whether it was: "criticised the visit", "flew to the talks"."""


class Clause:
    """A sentence as words in small letters, but for names, with where each begins; "face-to-face" is one word, and so is "’s"."""

    def __init__(self, sentence: Sentence) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        last = -1
        for token in sentence.tokens:
            joined, opens = token.start == last, not self.words or self.words[-1] in _OPEN
            small = token.text.lower()
            word = small if opens or not token.capital or small in DAYS else token.text
            if joined and self.words and (self.words[-1].endswith(_HYPHENS) or word in _HYPHENS):
                self.words[-1] += word
            elif joined and word == "s" and self.words[-1] in _APOSTROPHES:
                self.words[-1] = "’s"
            else:
                self.words.append("’s" if joined and word in _APOSTROPHES and self.words[-1].endswith("s") else word)
                self.starts.append(token.start)
            last = token.end

    def at(self, position: int) -> int:
        """The number of the first word that begins at a position of the text or after it."""
        return bisect.bisect_left(self.starts, position)


_HYPHENS = ("-", "–", "‑")
_APOSTROPHES = words("’ '")
_OPEN = words('“ " :')
DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = words("January February March April May June July August September October November December Jan Feb Sept Oct Nov Dec")
WILL = words("will shall")
MAY = words("would could might may should must can cannot ought")
IS = words("is are")
WAS = words("was were")
HAS = words("has have")
ADVERBS = words(
    "well fast not never also now still only just then soon later already yet again both all all once next first finally even ever instead perhaps"
)
LY = words("likely unlikely july italy ally family assembly reply rely supply apply")
ENDS = frozenset(';:?!“”"—–-')
CLAUSE = words("who which that whose where when while because although though whereas if unless whether until once since as but so")
"""Words with which another clause begins."""
PREPOSITIONS = words(
    "of between in at on with by to for against over under among from about into towards toward during after before following amid within through without via near on"
)
DETERMINERS = words("the a an this that these those its his her their our my your any another no each every some")
_NO_PAST = words(
    "united indeed need embed hundred sacred speed seed feed breed deed exceed proceed succeed bed red shed naked wicked rugged kindred unprecedented "
    "planned proposed scheduled expected slated hoped feared dreaded supposed set limited so-called"
)
_IRREGULAR = words(
    "met held led took came went began saw said told gave made brought sent spoke left flew became won lost kept fell rose drew broke chose sat stood found "
    "got paid ran sought thought understood wrote heard built fought struck underwent arose withdrew overcame felt grew knew spent taken begun given shown seen shook"
)


def is_past(word: str) -> bool:
    """Whether a word may be the past of a verb."""
    return (word.endswith("ed") and len(word) > len("need") and "-" not in word and word not in _NO_PAST) or word in _IRREGULAR


def past_adverbs(told: list[str], at: int) -> int:
    """The number of the first word from some place on that is no adverb."""
    while at < len(told) and (told[at] in ADVERBS or (told[at].endswith("ly") and told[at] not in LY)):
        at += 1
    return at


def is_small(word: str) -> bool:
    """Whether a word may be a verb after "to"."""
    return word[:1].islower() and word not in DETERMINERS | PREPOSITIONS


def word_at(told: list[str], at: int) -> str:
    """The word at a place, or "" where there is none."""
    return told[at] if 0 <= at < len(told) else ""
