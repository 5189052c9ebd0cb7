"""Who of several articles is one person: "Iván Duque" and "Ivan Duque", "S. Jaishankar", "Duque" of Colombia."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sourcebook.model.facts import value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import name_key, names_fit
from sourcebook.model.proposals import Proposals, ProposedEntity

BY_SURNAME = "The article gives the surname alone."
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
        known: the entity of the knowledge base that bears it, or "".
        spellings: in the articles of the run, with the number of articles that have them; and the ids they got there.
        ties: the states and bodies for which the articles let them act.
    """

    words: tuple[str, ...]
    surname: str
    known: str = ""
    spellings: Counter[str] = field(default_factory=Counter)
    ids: dict[str, str] = field(default_factory=dict)
    ties: set[str] = field(default_factory=set)


class People:
    """Those whom the knowledge base and the articles of a run know by more than one word.

    Two names are one person's if one is the other turned round, or if one is a part of the other or has initials for some of its words
    and both act for one state or body. Where a third name fits only one of the two, or the knowledge base has them as two people, all stay
    apart: two pages are merged by a person in a moment, one page of two people is hard to take apart.
    """

    def __init__(self, every: Iterable[Proposals], kb: KnowledgeBase) -> None:
        self._kb = kb
        self._bearers: dict[str, _Bearer] = {}
        for entity in kb.of_type("person"):
            for name in (entity.name, *(each.text for each in entity.aliases)):
                if " " in name:
                    bearer = self._bearer(name)
                    bearer.known = bearer.known or entity.id
        for proposals in every:
            ties = ties_of(proposals)
            for each in proposals.entities:
                if each.type == "person" and not each.known and " " in each.name:
                    bearer = self._bearer(each.name)
                    bearer.spellings[each.name] += 1
                    bearer.ids.setdefault(each.name, each.id)
                    bearer.ties |= ties.get(each.id, set())
        self._persons: dict[str, Person] = {}
        self._groups: dict[str, list[_Bearer]] = {}
        self._by_surname: dict[str, dict[str, Person]] = defaultdict(dict)
        for group in self._grouped():
            person = self._person(group)
            self._groups.setdefault(person.entity, []).extend(group)
            for bearer in group:
                self._persons[" ".join(bearer.words)] = person
                self._by_surname[bearer.surname].setdefault(person.entity, person)

    def of(self, entity: ProposedEntity, ties: set[str]) -> Person | None:
        """Whom an article means that calls somebody so and lets them act for these states and bodies; None if that is nobody else."""
        if " " in entity.name:
            return self._persons.get(name_key(entity.name, "person"))
        bearers = self._by_surname.get(_surname(entity.name), {})
        tied = [each for each in bearers.values() if ties & self._ties(self._groups[each.entity])]
        if len(tied) == 1:
            return tied[0]
        if len(bearers) != 1:
            return None
        (only,) = bearers.values()
        return Person(only.entity, only.name, only.aliases, BY_SURNAME)

    def _bearer(self, name: str) -> _Bearer:
        key = name_key(name, "person")
        if key not in self._bearers:
            self._bearers[key] = _Bearer(tuple(key.split()), _surname(name))
        return self._bearers[key]

    def _grouped(self) -> Iterator[list[_Bearer]]:
        """The bearers, those together who are one person."""
        by_word: dict[str, list[_Bearer]] = defaultdict(list)
        for each in self._bearers.values():
            for word in set(each.words):
                by_word[word].append(each)
        grouped: set[int] = set()
        for each in self._bearers.values():
            if not each.spellings or id(each) in grouped:
                continue
            alike = {id(one): one for word in sorted(each.words) for one in by_word[word] if one is not each and self._same(each, one)}
            group = [each, *alike.values()]
            known = {one.known for one in group if one.known}
            whole = all(self._same(one, other) for at, one in enumerate(group) for other in group[:at])
            if len(group) > 1 and whole and len(known) < 2 and not any(id(one) in grouped for one in group):
                grouped |= {id(one) for one in group}
                yield group
        yield from ([each] for each in self._bearers.values() if id(each) not in grouped)

    def _same(self, one: _Bearer, other: _Bearer) -> bool:
        if one.known and one.known == other.known:
            return True
        if sorted(one.words) == sorted(other.words):
            ties = (self._ties([one]), self._ties([other]))
            return not all(ties) or bool(ties[0] & ties[1])
        return names_fit(one.words, other.words) and bool(self._ties([one]) & self._ties([other]))

    def _ties(self, group: Sequence[_Bearer]) -> set[str]:
        known = (self._kb.entities[each.known] for each in group if each.known)
        facts = (fact for entity in known for fact in entity.facts if fact.property in _BODY and not fact.unsure)
        ties = {value_text(each) for fact in facts for each in _tied_to(fact)}
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
    """For each person of an article the states and bodies for which it lets them act."""
    ties: dict[str, set[str]] = defaultdict(set)
    for fact in proposals.facts:
        if not fact.unsure and fact.property in _BODY:
            ties[fact.subject].update(_tied_to(fact))
    return ties


def _tied_to(fact: Any) -> Sequence[Any]:
    """What a fact of `_BODY` ties its person to: of a proposal as text, of the knowledge base as values."""
    qualifier = _BODY[fact.property]
    return fact.qualifiers.get(qualifier, ()) if qualifier else (fact.value,)


def _surname(name: str) -> str:
    return name_key(name.rsplit(maxsplit=1)[-1], "person").removeprefix("al ")
