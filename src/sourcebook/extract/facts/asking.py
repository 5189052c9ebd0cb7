"""Of which sentences a rule is asked: most rules find something only where one of some words stands, or something of some type is named."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache, reduce
from operator import or_

from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.statements import Statement

Rule = Callable[[Reading, Sentence], Iterator[Statement]]
NEEDED: dict[Rule, frozenset[str]] = {}
"""The words, in small letters, without any of which a rule has nothing to look for; it is not asked then."""
_INSTEAD: dict[Rule, frozenset[str]] = {}
"""The types of mentions one of which does as well as a word that a rule needs."""


def where(words: frozenset[str], instead: str = "") -> Callable[[Rule], Rule]:
    """Notes that a rule is to be asked only of sentences with one of some words, or with a mention of one of some types."""

    def noted(rule: Rule) -> Rule:
        NEEDED[rule], _INSTEAD[rule] = words, frozenset(instead.split())
        return rule

    return noted


class Rules:
    """Rules, each with the types of mentions of which a sentence must have one, as words; "" asks for none."""

    def __init__(self, *rules: tuple[Rule, str]) -> None:
        self.rules = tuple(rule for rule, _ in rules)
        self._types = tuple(frozenset(types.split()) for _, types in rules)
        self._chosen = lru_cache(maxsize=1 << 12)(self._choose)

    @cached_property
    def _needing(self) -> dict[str, int]:
        """For each word that rules need, a bit for each of these rules, in their order."""
        needing: dict[str, int] = defaultdict(int)
        for number, rule in enumerate(self.rules):
            for word in NEEDED.get(rule, ()):
                needing[word] |= 1 << number
        return dict(needing)

    def _choose(self, kinds: frozenset[str], worded: int) -> tuple[Rule, ...]:
        """The rules for a sentence with mentions of some types, and with words that some of the rules need."""
        return tuple(
            rule
            for number, (rule, types) in enumerate(zip(self.rules, self._types, strict=True))
            if (not types or not types.isdisjoint(kinds))
            and (rule not in NEEDED or worded & 1 << number or not _INSTEAD[rule].isdisjoint(kinds))
        )

    def told(self, reading: Reading, sentence: Sentence) -> Iterator[Statement]:
        """What the rules find in a sentence."""
        needing = self._needing
        worded = reduce(or_, map(needing.__getitem__, needing.keys() & sentence.words), 0)
        for rule in self._chosen(reading.kinds(sentence), worded):
            yield from rule(reading, sentence)
