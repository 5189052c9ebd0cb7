"""What is open about a knowledge base: facts that disagree, that nobody reviewed, whose speaker is unknown."""

from collections import defaultdict
from functools import lru_cache

from sourcebook.model.dates import Date
from sourcebook.model.facts import UNKNOWN_SPEAKER, Fact, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Reference

AT_A_TIME = "per-value-at-a-time"


@lru_cache(maxsize=1)
def disagreements(kb: KnowledgeBase) -> tuple[tuple[Fact, ...], ...]:
    """Groups of facts that cannot all hold: one subject and property, several values, times that overlap.

    Only properties that the schema declares `single` or `unique` are looked at, and
    deprecated facts are not: the editors have settled these.
    """
    groups: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in kb.facts():
        each = kb.schema.properties[fact.property]
        if fact.rank is Rank.DEPRECATED:
            continue
        if each.single:
            groups[fact.subject, fact.property, ""].append(fact)
        elif each.unique == AT_A_TIME:
            # An office (value + of) is held by one at a time; two subjects with the same one disagree.
            of = ",".join(sorted(value_text(value) for value in fact.qualifiers.get("of", ())))
            groups["", fact.property, f"{_resolved(kb, fact)}|{of}"].append(fact)
    found = []
    for (subject, _, _), facts in sorted(groups.items()):
        key = _value if subject else _subject
        clashing = [each for each in facts if any(key(each) != key(other) and _overlap(each, other) for other in facts)]
        if clashing:
            found.append(tuple(clashing))
    return tuple(found)


@lru_cache(maxsize=1)
def disputed(kb: KnowledgeBase) -> frozenset[tuple[str, str]]:
    """(subject, id) of every fact that another one contradicts; worked out once for a knowledge base, which never changes."""
    return frozenset((fact.subject, fact.id) for group in disagreements(kb) for fact in group)


def _resolved(kb: KnowledgeBase, fact: Fact) -> str:
    entity = kb.resolve(fact.value.text) if isinstance(fact.value, Reference) else None
    return entity.id if entity else value_text(fact.value)


def _value(fact: Fact) -> str:
    return value_text(fact.value)


def _subject(fact: Fact) -> str:
    return fact.subject


def _overlap(one: Fact, other: Fact) -> bool:
    """Whether two facts may hold at the same time; without dates they may."""
    first, second = _time(one), _time(other)
    return first[0] <= second[1] and second[0] <= first[1]


def _time(fact: Fact) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    begin, end = (0, 1, 1), (9999, 12, 31)
    when, since, until = (fact.qualifier(name) for name in ("when", "from", "until"))
    if isinstance(when, Date):
        return when.earliest, when.latest
    if isinstance(since, Date):
        begin = since.earliest
    if isinstance(until, Date):
        end = until.latest
    return begin, end


def unreviewed(kb: KnowledgeBase) -> tuple[Fact, ...]:
    """Facts that the loader proposed and no person has accepted, doubtful ones too."""
    return tuple(fact for entity in kb.entities.values() for fact in entity.facts if fact.auto)


def speaker_unknown(kb: KnowledgeBase) -> tuple[Fact, ...]:
    """Facts put into the mouth of somebody whom the text does not name."""
    return tuple(fact for fact in kb.facts() if any(each.by == UNKNOWN_SPEAKER for each in fact.citations))


def orphans(kb: KnowledgeBase) -> tuple[str, ...]:
    """Ids of entities of which nothing is said, which no fact names and no article mentions."""
    return tuple(
        each
        for each, entity in kb.entities.items()
        if not (
            entity.facts
            or entity.citations
            or kb.facts_naming(each)
            or kb.facts_beside(each)
            or kb.statements_by(each)
            or kb.mentioned_in(each)
        )
    )


def single_source(kb: KnowledgeBase) -> tuple[Fact, ...]:
    """Facts that rest on one article, in a knowledge base that holds several with texts."""
    if sum(each.text is not None for each in kb.articles.values()) < 2:
        return ()
    return tuple(fact for fact in kb.facts() if len({each.source for each in fact.citations}) == 1)
