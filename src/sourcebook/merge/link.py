"""Proposals of several articles meet: what one adds, the next one links to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from sourcebook.extract.gazetteer import gazetteer
from sourcebook.extract.identity.same_bodies import body_of_state
from sourcebook.merge.people import People, ties_of
from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import name_key
from sourcebook.model.proposals import Proposals, ProposedEntity, ProposedFact
from sourcebook.model.references import is_common, is_mission, is_of_any_state, means_one
from sourcebook.model.schema import Schema
from sourcebook.slug import free_slug, slug
from sourcebook.store.locks import Lock

_DEED = frozenset({"event", "agreement"})


def prepared(every: Sequence[tuple[Article, Proposals, Lock]], kb: KnowledgeBase) -> list[Proposals]:
    """The proposals of a run, made ready to meet.

    Persons get the id and name that they have in the knowledge base or in the other articles (`people.py`); of whom an article gives
    only the surname is the one person who bears it, and facts that rest on that alone are marked as unsure. What has no name of its own,
    "talks" or a "Ministry of Defence" of which the article does not say whose it is, is called after the article.
    """
    people = People((proposals for _, proposals, _ in every), kb)
    return [_one(article, proposals, base, people, kb) for article, proposals, base in every]


def _one(article: Article, proposals: Proposals, base: Lock, people: People, kb: KnowledgeBase) -> Proposals:
    reconciliation = _Reconciliation(article, proposals, base, people, kb)
    as_known = {each.id: reconciliation.entity(each) for each in proposals.entities}
    dropped = {old for old, new in as_known.items() if new is None}
    ids = {old: new.id for old, new in as_known.items() if new is not None and new.id != old}
    if all(as_known[each.id] is each for each in proposals.entities):
        return proposals
    kept = replace(
        proposals,
        entities=tuple(replace(new, id=each.id) for each in proposals.entities if (new := as_known[each.id]) is not None),
        mentions=tuple(each for each in proposals.mentions if each.entity not in dropped),
        facts=tuple(each for each in proposals.facts if each.value not in dropped and each.subject not in dropped),
    )
    return _renamed(kept, ids, kb, reconciliation.unsure)


class _Reconciliation:
    """What becomes of an article's entities beside those of the other articles and of the knowledge base.

    Attributes:
        unsure: ids of persons with why it is doubted that they are meant.
    """

    def __init__(self, article: Article, proposals: Proposals, base: Lock, people: People, kb: KnowledgeBase) -> None:
        self._article = article
        self._base = base
        self._people = people
        self._kb = kb
        self._facts = proposals.facts
        self._names = {each.id: each.name for each in proposals.entities}
        self._ties = ties_of(proposals)
        self.unsure: dict[str, str] = {}

    def entity(self, each: ProposedEntity) -> ProposedEntity | None:
        """The entity under the id and name that all articles give it; None if it has no name and nothing is said of it."""
        if each.known and (each.id in self._base.entities or not self._is_unnamed(each)):
            return each
        if each.id in self._base.entities:
            # A person keeps how other articles of that run spelt the name.
            return replace(each, aliases=self._base.entities[each.id].aliases) if each.type == "person" else each
        if each.type == "person":
            return self._person(each)
        if each.type in _DEED:
            # "Talks": another article's talks are others.
            if not is_common(each.name):
                return None if self._is_nowhere(each) else each
            return self._after_the_article(each) if each.id in self._stated else None
        return self._body(each) if each.type == "organization" else each

    def _body(self, each: ProposedEntity) -> ProposedEntity | None:
        mission = is_mission(each.name)
        if not (mission or is_of_any_state(each.name)) or name_key(each.name, "organization") in self._known_bodies:
            return each
        if each.id not in self._used:
            return None
        place = self._place_of(each) if mission else ""
        return self._called(each, f"{each.name} in {place}") if place else self._after_the_article(each)

    def _is_nowhere(self, each: ProposedEntity) -> bool:
        """Whether nothing is said of it and no words of the article are its names: "Visit to Oslo Harbour" of "They visited the Oslo Harbour"."""
        text = self._article.text or ""
        names = (each.name, *each.aliases, *each.mentioned_as)
        return each.id not in self._used and each.id not in self._stated and not any(name in text for name in names)

    def _is_unnamed(self, each: ProposedEntity) -> bool:
        """Whether the loader, and no person, calls an entity by what is no name of it alone: another article means another."""
        common = is_common if each.type in _DEED else is_of_any_state if each.type == "organization" else None
        return common is not None and bool(self._kb.entities[each.id].auto) and common(self._kb.entities[each.id].name)

    def _person(self, each: ProposedEntity) -> ProposedEntity:
        person = self._people.of(each, self._ties.get(each.id, set()))
        if person is None:
            return each
        if person.unsure:
            self.unsure[person.entity] = person.unsure
        return replace(each, id=person.entity, name=person.name, aliases=person.aliases or each.aliases)

    def _after_the_article(self, each: ProposedEntity) -> ProposedEntity:
        return self._called(each, f"{each.name} ({self._article.title or self._article.id})")

    @staticmethod
    def _called(each: ProposedEntity, name: str) -> ProposedEntity:
        # Its article goes on calling it by what was its name.
        return replace(each, id=slug(name), name=name, known=False, mentioned_as=tuple(sorted({*each.mentioned_as, each.name})))

    def _place_of(self, each: ProposedEntity) -> str:
        at = next((fact.value for fact in self._facts if (fact.subject, fact.property) == (each.id, "located_in")), "")
        return self._names.get(at) or (self._kb.entities[at].name if at in self._kb.entities else "")

    @cached_property
    def _stated(self) -> set[str]:
        """What facts are about."""
        return {each.subject for each in self._facts if not each.derived}

    @cached_property
    def _used(self) -> set[str]:
        """What facts name anywhere."""
        beside = {value for each in self._facts for values in each.qualifiers.values() for value in values}
        return beside.union(*((each.subject, each.value, each.by) for each in self._facts))

    @cached_property
    def _known_bodies(self) -> set[str]:
        """Bodies of the knowledge base that a person called so: what they call by a name of many states is meant by it."""
        return {name_key(each.name, "organization") for each in self._kb.of_type("organization") if not each.auto}


def linked(proposals: Proposals, kb: KnowledgeBase, base: Lock) -> Proposals:
    """The proposals with new entities replaced by those of the knowledge base that have their type and name.

    An entity of another type or name that took the id keeps it; the new one gets a free id. Those that an earlier
    reading of this article made (`base`) keep theirs.
    """
    named: dict[tuple[str, str], str] = {}
    names = [(each, each.name) for each in kb.entities.values()]
    names += [(each, alias.text) for each in kb.entities.values() for alias in each.aliases]
    for entity, name in names:
        named.setdefault((entity.type, name_key(name, entity.type)), entity.id)
    taken = set(kb.entities) | {each.id for each in proposals.entities}
    ids: dict[str, str] = {}
    dated: dict[str, ProposedEntity] = {}
    meetings = _meetings(kb)
    bodies = _Bodies(kb)
    # Events come last: they are told apart by the ids of those who take part in them.
    for each in sorted(proposals.entities, key=lambda one: one.type == "event"):
        if each.id in base.entities:
            continue
        met = _same_meeting(each, proposals, ids, meetings) if _is_named_by_parties(each) else ""
        if met:
            ids[each.id] = met
            continue
        same = (
            each.id
            if each.known
            else named.get((each.type, name_key(each.name, each.type))) or _by_alias(each, named) or bodies.known(each)
        )
        if same and each.type in _DEED and _at_other_times(each.when, str(kb.entities[same].when or "")):
            # "the Lima Summit" of another year: that of the same time, or a new one.
            dated[each.id] = replace(each, name=f"{each.name} ({each.when.rstrip('?~%')})", known=False)
            ids[each.id] = _of_that_time(each, named, kb) or free_slug(slug(dated[each.id].name), taken)
            taken.add(ids[each.id])
        elif each.known:
            continue
        elif same:
            ids[each.id] = same
        elif each.id in kb.entities:
            ids[each.id] = free_slug(each.id, taken)
            taken.add(ids[each.id])
    if dated:
        proposals = replace(proposals, entities=tuple(dated.get(each.id, each) for each in proposals.entities))
    found = _renamed(proposals, ids, kb) if ids else proposals
    # Where a place lies is looked up when it is new; here another article brought it in meanwhile.
    standing = {each.id for each in found.entities if each.id in kb.entities and each.id not in base.entities}
    return replace(found, facts=tuple(each for each in found.facts if each.source == proposals.article or each.subject not in standing))


class _Bodies:
    """The bodies of states in the knowledge base, by whose they are and what: "Libyan Foreign Ministry", "Ministry of Foreign Affairs of Libya"."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def known(self, each: ProposedEntity) -> str:
        """The one that is meant by another wording of its name; "" if there is none, or more than one."""
        key = _key_of(each.name) if each.type == "organization" else ("", "")
        found = self._by_state.get(key, set()) if key[0] else set()
        return next(iter(found)) if len(found) == 1 else ""

    @cached_property
    def _by_state(self) -> Mapping[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entity in self._kb.of_type("organization"):
            for name in (entity.name, *(alias.text for alias in entity.aliases)):
                found[_key_of(name)].add(entity.id)
        return found


@lru_cache(maxsize=1 << 14)
def _key_of(name: str) -> tuple[str, str]:
    # The same names again for each article of a run.
    return body_of_state(name, gazetteer())


def _meetings(kb: KnowledgeBase) -> Mapping[frozenset[str], list[Entity]]:
    """The meetings of the knowledge base that have no name but their parties', by these."""
    found: dict[frozenset[str], list[Entity]] = defaultdict(list)
    for each in kb.of_type("event"):
        if _is_named_by_parties(each):
            found[frozenset(value_text(fact.value) for fact in each.facts if fact.property == "participant")].append(each)
    return found


def _is_named_by_parties(each: Entity | ProposedEntity) -> bool:
    """Whether an event is called "Meeting of A with B", or "Talks between A and B"."""
    return each.kind == "meeting" and each.name.split()[1:2] in (["of"], ["between"], ["with"])


def _same_meeting(
    each: ProposedEntity, proposals: Proposals, ids: Mapping[str, str], meetings: Mapping[frozenset[str], list[Entity]]
) -> str:
    """The known meeting of the same people in the same month or on the same day, whoever is named first; or ""."""
    parties = frozenset(
        ids.get(fact.value, fact.value) for fact in proposals.facts if (fact.subject, fact.property) == (each.id, "participant")
    )
    alike = [
        one.id
        for one in meetings.get(parties, ())
        if min(len(each.when), len(when := str(one.when or ""))) >= MONTH and not _at_other_times(each.when, when)
    ]
    return alike[0] if len(alike) == 1 and len(parties) > 1 else ""


MONTH = len("2020-05")
"""Code points of a date that tells at least the month."""


def _of_that_time(each: ProposedEntity, named: Mapping[tuple[str, str], str], kb: KnowledgeBase) -> str:
    """The one that is called so with its time in brackets, where the two may be of one time; or ""."""
    called = f"{name_key(each.name, each.type)} ("
    alike = [entity for (kind, name), entity in named.items() if kind == each.type and name.startswith(called)]
    found = [entity for entity in dict.fromkeys(alike) if not _at_other_times(each.when, str(kb.entities[entity].when or ""))]
    return found[0] if len(found) == 1 else ""


def _at_other_times(one: str, other: str) -> bool:
    """Whether two dates exclude each other: years, months or days that both tell differ; spans of time tell nothing.

    >>> _at_other_times("2020", "2021-03"), _at_other_times("2021-03-04?", "2021"), _at_other_times("2020", "")
    (True, False, False)
    """
    parts = [each.rstrip("?~%").split("-") for each in (one, other)]
    told = all(part.isdigit() for each in parts for part in each)
    return told and any(a != b for a, b in zip(*parts, strict=False))


def _by_alias(entity: ProposedEntity, named: Mapping[tuple[str, str], str]) -> str:
    """The one entity that bears an alias; none where two aliases lead to two."""
    # A name that two share is no alias of either; of bodies it may still say which one is meant, of persons it is a surname.
    names = (*entity.aliases, *(() if entity.type == "person" else entity.mentioned_as))
    keys = [(entity.type, name_key(each, entity.type)) for each in names if means_one(entity.type, each)]
    found = {named[key] for key in keys if key in named}
    return found.pop() if len(found) == 1 else ""


def _with_names(first: ProposedEntity, other: ProposedEntity, schema: Schema) -> ProposedEntity:
    """An entity with what another one was called that turned out to be it."""
    kept = {each.casefold() for each in (first.name, *first.aliases)}
    called = {each for each in (other.name, *other.aliases, *other.mentioned_as, *first.mentioned_as) if each.casefold() not in kept}
    names = {each for each in called & {other.name, *other.aliases} if means_one(first.type, each) and not schema.types[first.type].common}
    return replace(first, aliases=(*first.aliases, *sorted(names)), mentioned_as=tuple(sorted(called - names)))


def _renamed(proposals: Proposals, ids: Mapping[str, str], kb: KnowledgeBase, unsure: Mapping[str, str] | None = None) -> Proposals:
    # Two entities may become one: each id once, the fuller one first.
    entities: dict[str, ProposedEntity] = {}
    for each in sorted(proposals.entities, key=lambda one: (one.id in ids, one.id)):
        new = ids.get(each.id, each.id)
        first = entities.get(new)
        entities[new] = _with_names(first, each, kb.schema) if first else replace(each, id=new, known=each.known or new in kb.entities)
    facts: dict[object, ProposedFact] = {}
    for each_fact in proposals.facts:
        fact = replace(
            each_fact,
            subject=ids.get(each_fact.subject, each_fact.subject),
            value=ids.get(each_fact.value, each_fact.value),
            by=ids.get(each_fact.by, each_fact.by),
            qualifiers={name: tuple(ids.get(value, value) for value in values) for name, values in each_fact.qualifiers.items()},
        )
        doubts = [unsure[each] for each in (fact.subject, fact.value, fact.by) if each in unsure] if unsure else []
        if doubts:
            fact = replace(fact, unsure=doubts[0])
        if fact.subject != fact.value:
            facts.setdefault((fact.key, fact.qualifiers.get("count")), fact)
    return replace(
        proposals,
        entities=tuple(entities[key] for key in sorted(entities)),
        facts=tuple(facts.values()),
        mentions=tuple(replace(each, entity=ids.get(each.entity, each.entity)) for each in proposals.mentions),
        quotations=tuple(replace(each, speaker=ids.get(each.speaker, each.speaker)) for each in proposals.quotations),
    )
