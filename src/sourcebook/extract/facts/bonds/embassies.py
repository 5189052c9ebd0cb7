"""Who has diplomatic relations because they keep embassies: "Norway maintains embassies in Chile and Peru", "Togo has a non-resident embassy for Fiji in Japan"."""

from collections.abc import Iterator
from itertools import product

from sourcebook import lazy_re as re
from sourcebook.extract.document import Sentence
from sourcebook.extract.facts.actors import signs_of
from sourcebook.extract.facts.asking import where
from sourcebook.extract.facts.groups import Actors, those
from sourcebook.extract.facts.reading import Reading
from sourcebook.extract.facts.stated import stated
from sourcebook.extract.identity.linking import Linked
from sourcebook.extract.phrases import words
from sourcebook.extract.places.states import is_state
from sourcebook.extract.statements import Statement
from sourcebook.model.spans import Span

_MISSIONS = words("embassy embassies legation legations mission missions commission commissions")
_HAS = re.compile(
    r"\b(?:has|have|had|maintain(?:s|ed)?|operate[sd]?|keeps?|kept|(?:re-?)?opened|established|set\s+up)\s+(?:(?:an?|its|her|their|the|both)\s+)?(?:(?:permanent|resident|non-resident|own|full|new|first|accredited)\s+)*"
    r"(?:embass(?:y|ies)|legations?|diplomatic\s+missions?|high\s+commissions?)\s+(?P<lead>in|to|for|with|accredited\s+to)\s+(?:the\s+)?(?:[a-z\d-]+\s+(?:[a-z]+\s+)?(?:countries|nations|states)(?:,?\s+(?:including|namely|such\s+as)|:)\s+(?:the\s+)?)?"
)
_NOT = re.compile(r"\b(?:no|not|never|without|closed|shut)\b")


@where(_MISSIONS)
def embassies(reading: Reading, sentence: Sentence) -> Iterator[Statement]:
    """The states in which, or for which, others have embassies."""
    signs = signs_of(reading, sentence)
    for found in _HAS.finditer(signs.words):
        hosts, senders = _states(signs.after(found)), _states(signs.doing(found))
        elsewhere = "non-resident" in found[0] and found["lead"] == "in" and ":" not in found[0]
        # "Norway has a non-resident embassy in Chile", for whom is not said.
        if elsewhere or _NOT.search(signs.words, max(0, found.start() - 24), found.end()):
            continue
        for one, other in product(senders, hosts):
            if one.entity != other.entity:
                focus = Span(signs.place(found.start()), other.span.end)
                yield stated(one, "diplomatic_relations", other, sentence, focus, plain=False)


def _states(found: Actors | None) -> list[Linked]:
    return [each for each in those(found) if each.found.type == "place" and is_state(each)]
