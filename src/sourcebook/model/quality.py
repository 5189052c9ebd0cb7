"""What is open about a knowledge base: facts that disagree, that nobody reviewed, whose speaker is unknown."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sourcebook.model.facts import Fact, Rank, has_unknown_speaker, with_single_source
from sourcebook.model.gists import Day, holds_subject
from sourcebook.model.knowledge import KnowledgeBase

Row = tuple[str, str, Day, Day, int]
"""What one fact says: the id of its entity, its value, when it may hold, and its number."""


@lru_cache(maxsize=1)
def disagreements(kb: KnowledgeBase) -> tuple[tuple[Fact, ...], ...]:
    """Groups of facts that cannot all hold: one subject and property, several values, times that overlap.

    Only properties that the schema declares `single` or `unique` are looked at, and
    deprecated facts are not: the editors have settled these.
    """
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for subject, gist in kb.gists.items():
        for name, value, of, number, begin, end in gist.claims:
            key = (subject, name, "") if of is None else ("", name, f"{_resolved(kb, value)}|{of}")
            groups[key].append((subject, value[1:], begin, end, number))
    found = []
    for (subject, _, _), rows in sorted(groups.items()):
        if len(rows) > 1:
            differ = 1 if subject else 0
            clashing = [each for each in rows if any(each[differ] != other[differ] and _overlap(each, other) for other in rows)]
            if clashing:
                found.append(tuple(kb.entities[each[0]].facts[each[-1]] for each in clashing))
    return tuple(found)


@lru_cache(maxsize=1)
def disputed(kb: KnowledgeBase) -> frozenset[tuple[str, str]]:
    """(subject, id) of every fact that another one contradicts; worked out once for a knowledge base, which never changes."""
    return frozenset((fact.subject, fact.id) for group in disagreements(kb) for fact in group)


def _resolved(kb: KnowledgeBase, value: str) -> str:
    entity = kb.resolve(value[1:]) if value.startswith("@") else None
    return entity.id if entity else value[1:]


def _overlap(one: Row, other: Row) -> bool:
    """Whether two facts may hold at the same time; without dates they may."""
    return one[2] <= other[3] and other[2] <= one[3]


Open = tuple[int, Iterator[Fact]]
"""How many facts are open, and these facts one by one: who shows the first need not read all."""


def speaker_unknown(kb: KnowledgeBase) -> Open:
    """Facts put into the mouth of somebody whom the text does not name."""
    return _open(kb, 0, lambda facts: filter(has_unknown_speaker, _sure(facts)))


def unreviewed(kb: KnowledgeBase) -> Open:
    """Facts that the loader proposed and no person has accepted, doubtful ones too."""
    return _open(kb, 1, lambda facts: (each for each in facts if each.auto))


def single_source(kb: KnowledgeBase) -> Open:
    """Facts that rest on one article, alone and with those that say the same, in a knowledge base that holds several with texts."""
    return _open(kb, 2, lambda facts: with_single_source(_sure(facts))) if kb.several_texts else (0, iter(()))


def _sure(facts: Iterable[Fact]) -> list[Fact]:
    """Those that pages show."""
    return [each for each in facts if not each.unsure]


def _open(kb: KnowledgeBase, question: int, among: Callable[[Iterable[Fact]], Iterable[Fact]]) -> Open:
    """`among` gives those of an entity's facts that are open."""
    having = [name for name, gist in kb.gists.items() if gist.open[question]]
    facts = (fact for name in having for fact in among(kb.entities[name].facts))
    return sum(kb.gists[name].open[question] for name in having), facts


def circles(kb: KnowledgeBase) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """Facts that name their own subject, and one of each round of facts that say in what an entity lies and end where they began.

    Yields:
        The fact, and the ids on the way from its subject back to it; no more than the subject if it names that itself.
    """
    holders = {each: sorted({_id(kb, holder) for holder in gist.within} - {each}) for each, gist in kb.gists.items() if gist.within}
    for each, gist in kb.gists.items():
        if each in gist.values:
            itself = (fact for fact in kb.entities[each].facts if fact.target == each and not fact.unsure)
            yield from ((fact, (each,)) for fact in itself if fact.rank is not Rank.DEPRECATED)
        way = _round(holders, each)
        # Told at the first of its ids alone.
        if way and each == min(way):
            second = way[1]
            yield next(fact for fact in kb.entities[each].facts if holds_subject(fact) and _id(kb, fact.target or "") == second), way


def _round(holders: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    """The shortest way from holder to holder that leads back to its start; () if there is none."""
    pending: deque[tuple[str, ...]] = deque([(start,)])
    seen = {start}
    while pending:
        way = pending.popleft()
        for each in holders.get(way[-1], ()):
            if each == start:
                return way
            if each not in seen:
                seen.add(each)
                pending.append((*way, each))
    return ()


def _id(kb: KnowledgeBase, name: str) -> str:
    entity = kb.resolve(name)
    return entity.id if entity else name


def orphans(kb: KnowledgeBase) -> tuple[str, ...]:
    """Ids of entities of which nothing is said, which no fact names and no article mentions."""
    return tuple(
        each
        for each, entity in kb.entities.items()
        if not (
            entity.facts
            or entity.citations
            or kb.times_named(each)
            or kb.facts_beside(each)
            or kb.statements_by(each)
            or kb.times_mentioned(each)
        )
    )
