"""Who of several articles is one person: "Iván Duque" and "Ivan Duque", "S. Jaishankar", "Duque" of Colombia."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sourcebook.model.facts import value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import name_key, names_fit, person_key
from sourcebook.model.proposals import Proposals, ProposedEntity

BY_SURNAME = "The article gives the surname alone."
OF_SEVERAL = ""
"""The entity of a `Person` whom nothing tells from others of that surname."""
_BODY = {"position": "of", "affiliated_with": "", "member_of": ""}
"""Properties that tie a person to a state or a body, and the qualifier that names it; "" where it is the value."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom an article means: the id, the name to be written, further names, and why that is doubted, or ""."""

    entity: str
    name: str
    aliases: tuple[str, ...] = ()
    unsure: str = ""


@dataclass(slots=True)
class _Bearer:
    """Whoever is called by one name, however it is spelt.

    Attributes:
        words: of the name in the form of `name_key`.
        initials: those of its middle names, "" if none are given.
        known: the entity of the knowledge base that bears it, or "".
        spellings: in the articles of the run, with the number of articles that have them; and the ids they got there.
        ties: the states and bodies for which the articles let them act.
    """

    words: tuple[str, ...]
    initials: str
    surname: str
    known: str = ""
    spellings: Counter[str] = field(default_factory=Counter)
    ids: dict[str, str] = field(default_factory=dict)
    ties: set[str] = field(default_factory=set)


class People:
    """Those whom the knowledge base and the articles of a run know by more than one word.

    Two names are one person's if they differ by an article or by middle initials that only one gives, or if both act for one state or body and
    one is the other turned round, a part of it, or has initials or short forms for some of its words. Where a third name fits only one of the
    two, or the knowledge base has them as two people, all stay apart: two pages are merged by a person in a moment, one page of two people is
    hard to take apart.
    """

    def __init__(self, every: Iterable[Proposals], kb: KnowledgeBase) -> None:
        self._kb = kb
        self._bearers: dict[tuple[tuple[str, ...], str], _Bearer] = {}
        for entity in kb.of_type("person"):
            for name in (entity.name, *(each.text for each in entity.aliases)):
                if not _is_surname(name):
                    bearer = self._bearer(name)
                    bearer.known = bearer.known or entity.id
        for proposals in every:
            ties = ties_of(proposals)
            for each in proposals.entities:
                if each.type == "person" and not each.known and not _is_surname(each.name):
                    bearer = self._bearer(each.name)
                    bearer.spellings[each.name] += 1
                    bearer.ids.setdefault(each.name, each.id)
                    bearer.ties |= ties.get(each.id, set())
        self._persons: dict[tuple[tuple[str, ...], str], Person] = {}
        self._groups: dict[str, list[_Bearer]] = {}
        self._by_surname: dict[str, dict[str, Person]] = defaultdict(dict)
        for group in self._grouped():
            person = self._person(group)
            self._groups.setdefault(person.entity, []).extend(group)
            for bearer in group:
                self._persons[bearer.words, bearer.initials] = person
                self._by_surname[bearer.surname].setdefault(person.entity, person)

    def of(self, entity: ProposedEntity, ties: set[str]) -> Person | None:
        """Whom an article means that calls somebody so and lets them act so for these states and bodies; None if that is nobody else.

        If several bear the surname that the article gives alone, and nothing tells which of them is meant, the entity is `OF_SEVERAL`.
        """
        if not _is_surname(entity.name):
            return self._persons.get(person_key(entity.name))
        bearers = self._of_surname(entity.name)
        tied = [each for each in bearers.values() if ties & self._ties(self._groups[each.entity])]
        # Of those who act for one state, one may hold the office.
        in_office = [each for each in tied if any(" " in one for one in ties & self._ties(self._groups[each.entity]))]
        for found in (tied, in_office):
            if len(found) == 1:
                return found[0]
        if len(bearers) != 1:
            return Person(OF_SEVERAL, entity.name) if bearers else None
        (only,) = bearers.values()
        return Person(only.entity, only.name, only.aliases, BY_SURNAME)

    def _of_surname(self, name: str) -> Mapping[str, Person]:
        """Who bears a surname, by their ids; of those the ones who have its article or preposition too, if there are any."""
        words = tuple(name_key(name, "person").split())
        bearers = self._by_surname.get(_surname(name), {})
        fully = {key: each for key, each in bearers.items() if any(one.words[-len(words) :] == words for one in self._groups[key])}
        return fully or (bearers if len(words) == 1 or not _ARTICLES.isdisjoint(words[:1]) else {})

    def _bearer(self, name: str) -> _Bearer:
        key = person_key(name)
        if key not in self._bearers:
            self._bearers[key] = _Bearer(*key, _surname(name))
        return self._bearers[key]

    def _grouped(self) -> Iterator[list[_Bearer]]:
        """The bearers, those together who are one person: first those of one name, then those whose names fit."""
        of_one_name = self._joined([[each] for each in self._bearers.values()], self._are_one_name)
        yield from self._joined(list(of_one_name), self._fit)

    def _joined(self, groups: Sequence[list[_Bearer]], same: Callable[[list[_Bearer], list[_Bearer]], bool]) -> Iterator[list[_Bearer]]:
        """The groups, those joined that are alike: each of them like each other, and no further one like any of them."""
        by_word: dict[str, list[int]] = defaultdict(list)
        for at, group in enumerate(groups):
            for word in {word for each in group for word in each.words}:
                by_word[word].append(at)

        @cache
        def together(at: int) -> frozenset[int]:
            near = {other for each in groups[at] for word in each.words for other in by_word[word] if other != at}
            return frozenset(
                [at, *(each for each in near if self._may_be_one(groups[at], groups[each]) and same(groups[at], groups[each]))]
            )

        done: set[int] = set()
        for at in (at for at, group in enumerate(groups) if any(each.spellings for each in group)):
            if at in done:
                continue
            found = together(at)
            known = {one.known for each in found for one in groups[each] if one.known}
            if len(known) > 1 or any(together(each) != found for each in found):
                found = frozenset([at])
            done |= found
            yield [one for each in sorted(found) for one in groups[each]]
        yield from (group for at, group in enumerate(groups) if at not in done)

    @staticmethod
    def _may_be_one(group: list[_Bearer], other: list[_Bearer]) -> bool:
        """Whether no middle initial says otherwise, as in "George H. W. Bush" and "George W. Bush", and somebody is named by the run."""
        told = [(one.initials, two.initials) for one in group for two in other]
        return any(one.spellings for one in (*group, *other)) and all(one.startswith(two) or two.startswith(one) for one, two in told)

    def _are_one_name(self, group: list[_Bearer], other: list[_Bearer]) -> bool:
        if self._is_known(group, other):
            return True
        if not any(_without_articles(one.words) == _without_articles(two.words) for one in group for two in other):
            return False
        ties = (self._ties(group), self._ties(other))
        return not all(ties) or bool(ties[0] & ties[1])

    def _fit(self, group: list[_Bearer], other: list[_Bearer]) -> bool:
        if self._is_known(group, other):
            return True
        # "Grant Thomas" need not be Thomas Grant: both must act for one state or body.
        fit = any(sorted(one.words) == sorted(two.words) or names_fit(one.words, two.words) for one in group for two in other)
        return fit and bool(self._ties(group) & self._ties(other))

    @staticmethod
    def _is_known(group: list[_Bearer], other: list[_Bearer]) -> bool:
        """Whether the knowledge base says that they are one."""
        return any(one.known and one.known == two.known for one in group for two in other)

    def _ties(self, group: Sequence[_Bearer]) -> set[str]:
        known = (self._kb.entities[each.known] for each in group if each.known)
        facts = (fact for entity in known for fact in entity.facts if fact.property in _BODY and not fact.unsure)
        ties = {tie for fact in facts for tie in _ties_by(fact.property, value_text(fact.value), map(value_text, _tied_to(fact)))}
        return ties.union(*(each.ties for each in group))

    def _person(self, group: Sequence[_Bearer]) -> Person:
        if known := next((each.known for each in group if each.known), ""):
            return Person(known, self._kb.entities[known].name)
        spellings = sum((each.spellings for each in group), Counter[str]())
        # The name that most articles have, else the longest.
        names = sorted(spellings, key=lambda name: (-spellings[name], -len(name), name))
        ids = {name: made for each in group for name, made in each.ids.items()}
        return Person(ids[names[0]], names[0], tuple(sorted(names[1:])))


def ties_of(proposals: Proposals) -> Mapping[str, set[str]]:
    """For each person of an article the states and bodies for which it lets them act, and as what."""
    ties: dict[str, set[str]] = defaultdict(set)
    for fact in proposals.facts:
        if not fact.unsure and fact.property in _BODY:
            ties[fact.subject].update(_ties_by(fact.property, fact.value, _tied_to(fact)))
    return ties


def _tied_to(fact: Any) -> Sequence[Any]:
    """What a fact of `_BODY` ties its person to: of a proposal as text, of the knowledge base as values."""
    qualifier = _BODY[fact.property]
    return fact.qualifiers.get(qualifier, ()) if qualifier else (fact.value,)


def _ties_by(kind: str, value: str, bodies: Iterable[str]) -> Iterator[str]:
    """What ties a person by one fact: a state or a body by its id, and an office there, which has a space."""
    for body in bodies:
        yield body
        if kind == "position":
            yield f"{value.casefold()} of {body}"


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_BEFORE_SURNAMES = frozenset({"al", "el", "bin", "ibn", "de", "del", "della", "der", "di", "da", "dos", "van", "von", "zu"})
_ARTICLES = frozenset({"al", "el", "ul", "as", "ad"})


def _without_articles(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without the Arabic article, which texts leave out: "Bashar al-Assad", "Bashar Assad"."""
    return (words[0], *(each for each in words[1:] if each not in _ARTICLES))


def _is_surname(name: str) -> bool:
    """Whether a name is a surname alone: "Ruiz", "al-Omari", "von der Leyen"."""
    # "Al Gore" has a first name.
    return " " not in name or (
        name[:3].casefold() not in {"al ", "el "} and all(each in _BEFORE_SURNAMES for each in name_key(name, "person").split()[:-1])
    )


def _surname(name: str) -> str:
    words = name_key(name, "person").split()
    named = [each for each in words if each not in _SUFFIXES] or words
    return named[-1] if named else ""
