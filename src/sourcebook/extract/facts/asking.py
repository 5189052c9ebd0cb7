"""Of which sentences a rule is asked: most rules find something only where one of some words stands."""

from collections.abc import Callable, Iterator

from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.statements import Statement

Rule = Callable[[Reading, Sentence], Iterator[Statement]]
NEEDED: dict[Rule, frozenset[str]] = {}
"""The words, in small letters, without any of which a rule has nothing to look for; it is not asked then."""


def where(words: frozenset[str]) -> Callable[[Rule], Rule]:
    """Notes that a rule is to be asked only of sentences with one of some words."""

    def noted(rule: Rule) -> Rule:
        NEEDED[rule] = words
        return rule

    return noted
