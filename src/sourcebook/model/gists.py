"""What is asked of the facts of all entities at once, in a few plain values for each.

Who names whom, what contradicts what, what happened when: so that an answer about all need not look at each fact of each.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from sourcebook.model.dates import Date
from sourcebook.model.facts import Entity, Fact, Rank, has_unknown_speaker, value_text, with_single_source
from sourcebook.model.names import first_word
from sourcebook.model.references import means_one
from sourcebook.model.schema import Schema
from sourcebook.model.values import Reference

WITHIN = frozenset({"located_in", "part_of", "belongs_to"})
"""Properties whose value holds the subject, and so never the other way round."""
AT_A_TIME = "per-value-at-a-time"
Day = tuple[int, int, int]
ALWAYS: tuple[Day, Day] = ((0, 1, 1), (9999, 12, 31))

Claim = tuple[str, str, str | None, int, Day, Day]
"""Of a fact that others may contradict: property, value, of what (None where only facts of the same entity count), its number, and from
when until when it may hold. The value begins with `@` where it is the id of an entity."""
Moment = tuple[Day, Day, str, int]
"""When a fact may have begun at the earliest and at the latest, what it says, and its number; that of the entity itself is -1."""


class Gist(NamedTuple):
    """Of one entity.

    Attributes:
        shown: how many of its facts pages show, each as often as files have it.
        told: how many these are, where what several articles tell is one.
        links: the keys of all that its file names: ids as they stand there, and `article_key` of those that it cites.
        values: the ids that are values of facts that pages show, as often as they are.
        told_values: the same of what is `told`.
        mutual: those of `values` whose facts are said of both, each behind the property.
        beside: the ids that stand in qualifiers of such facts only.
        speakers: the ids into whose mouths sources put such facts, as often as they do.
        sources: the articles on which such facts rest, each as often as there are such facts.
        open: of how many such facts the speaker is unknown; how many, doubtful ones too, nobody reviewed; how many have one source.
        claims, moments: of such facts.
        firsts: the words with which its names begin.
        within: the ids of what holds it, as such facts say that are not settled as wrong.
    """

    shown: int
    told: int = 0
    links: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    told_values: tuple[str, ...] = ()
    mutual: tuple[tuple[str, str], ...] = ()
    beside: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    open: tuple[int, int, int] = (0, 0, 0)
    claims: tuple[Claim, ...] = ()
    moments: tuple[Moment, ...] = ()
    firsts: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@cache
def article_key(article_id: str) -> str:
    """By what an article is known among entities, whose ids may be the same; one text for each, however many cite it."""
    return f"articles/{article_id}"


def is_article_key(key: str) -> bool:
    """Whether it is what an article is known by; the id of an entity is none."""
    return key.startswith("articles/")


def gist_of(entity: Entity, schema: Schema) -> Gist:
    """The gist of an entity."""
    shown = [(number, each) for number, each in enumerate(entity.facts) if not each.unsure]
    told = {each.id: each for _, each in shown}
    values = tuple(fact.target for _, fact in shown if fact.target)
    cited = chain(entity.citations, *(fact.citations for fact in entity.facts))
    named = chain.from_iterable(map(named_by, entity.facts))
    speakers = (each.by for each in entity.citations if each.by)
    return Gist(
        shown=len(shown),
        told=len(told),
        links=tuple(dict.fromkeys(chain(named, speakers, (article_key(each.source) for each in cited)))),
        values=values,
        told_values=values if len(told) == len(shown) else tuple(fact.target for fact in told.values() if fact.target),
        mutual=tuple((fact.property, fact.target) for _, fact in shown if fact.target and schema.properties[fact.property].symmetric),
        beside=tuple(
            each for _, fact in shown if fact.qualifiers for each in sorted(named_in_qualifiers(fact) - {fact.subject, fact.target or ""})
        ),
        speakers=tuple(each.by for _, fact in shown for each in fact.citations if each.by),
        sources=tuple(source for source, _ in {(each.source, fact.id): None for _, fact in shown for each in fact.citations}),
        open=(
            sum(has_unknown_speaker(fact) for _, fact in shown),
            sum(bool(fact.auto) for fact in entity.facts),
            len(with_single_source([fact for _, fact in shown])),
        ),
        claims=tuple(_claims(shown, schema)),
        moments=tuple(_moments(entity, shown)),
        firsts=tuple({first_word(words) for words, _ in spellings(entity)}),
        within=tuple(fact.target for _, fact in shown if fact.target and holds_subject(fact)),
    )


def holds_subject(fact: Fact) -> bool:
    """Whether a fact says what the subject is a part of."""
    return fact.property in WITHIN and fact.rank is not Rank.DEPRECATED


def spellings(entity: Entity) -> Iterator[tuple[str, int]]:
    """The words by which texts name an entity, each with 0 for its name, 1 for an alias, 2 for other words.

    Words that mean it only in the articles that its file cites have `OF_ITS_OWN`.
    """
    yield entity.name, 0
    for alias in entity.aliases:
        yield alias.text, 1
    for words in entity.mentioned_as:
        yield words, 2 if means_one(entity.type, words) else OF_ITS_OWN


OF_ITS_OWN = 3


def named_by(fact: Fact) -> Iterator[str]:
    """The ids that a fact names besides its subject: as its value, in qualifiers, as a speaker."""
    if fact.target:
        yield fact.target
    for values in fact.qualifiers.values():
        yield from (each.text for each in values if isinstance(each, Reference))
    yield from (each.by for each in fact.citations if each.by)


def named_in_qualifiers(fact: Fact) -> set[str]:
    """The ids that a fact names in its qualifiers."""
    return {each.text for values in fact.qualifiers.values() for each in values if isinstance(each, Reference)}


def _claims(facts: list[tuple[int, Fact]], schema: Schema) -> Iterator[Claim]:
    for number, fact in facts:
        known = schema.properties[fact.property]
        if fact.rank is Rank.DEPRECATED or not (known.single or known.unique == AT_A_TIME):
            continue
        # An office (value + of) is held by one at a time; two subjects with the same one disagree.
        of = None if known.single else ",".join(sorted(value_text(value) for value in fact.qualifiers.get("of", ())))
        mark = "@" if isinstance(fact.value, Reference) else " "
        yield fact.property, f"{mark}{value_text(fact.value)}", of, number, *_time(fact)


def _time(fact: Fact) -> tuple[Day, Day]:
    """From when until when a fact may hold; without dates always."""
    begin, end = ALWAYS
    when, since, until = (fact.qualifier(name) for name in ("when", "from", "until"))
    if isinstance(when, Date):
        return when.earliest, when.latest
    if isinstance(since, Date):
        begin = since.earliest
    if isinstance(until, Date):
        end = until.latest
    return begin, end


def _moments(entity: Entity, facts: list[tuple[int, Fact]]) -> Iterator[Moment]:
    if entity.when:
        yield entity.when.earliest, entity.when.latest, entity.id, -1
    told = set()
    for number, fact in facts:
        when = fact.when
        if when and fact.id not in told:
            told.add(fact.id)
            yield when.earliest, when.latest, f"{fact.subject} {fact.property} {value_text(fact.value)}", number


def namers_of(gists: Mapping[str, Gist]) -> dict[str, Sequence[str]]:
    """Key of `links` -> the entities whose gist has it, in the order of the gists."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, gist in gists.items():
        for key in gist.links:
            found[key].append(name)
    return dict(found)


def namers_renewed(namers: Mapping[str, Sequence[str]], before: Mapping[str, Gist], after: Mapping[str, Gist]) -> dict[str, Sequence[str]]:
    """What `namers_of` says of other gists, from what it said before; both are in the order of ids."""
    gone: dict[str, set[str]] = defaultdict(set)
    new: dict[str, set[str]] = defaultdict(set)
    for name in before.keys() | after.keys():
        old, now = before.get(name), after.get(name)
        if old is not now:
            for key in old.links if old else ():
                gone[key].add(name)
            for key in now.links if now else ():
                new[key].add(name)
    found = dict(namers)
    for key in gone.keys() | new.keys():
        found[key] = sorted({*found.get(key, ())} - gone[key] | new[key])
        if not found[key]:
            del found[key]
    return found
