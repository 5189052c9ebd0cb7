"""Proposals of several articles meet: what one adds, the next one links to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from sourcebook.extract.gazetteer import gazetteer
from sourcebook.merge.known import Known
from sourcebook.merge.people import OF_SEVERAL, People, ties_of
from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import name_key
from sourcebook.model.proposals import Proposals, ProposedEntity, ProposedFact
from sourcebook.model.references import is_annual, is_common, is_mission, is_passing, means_one
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
        self._deeds = {each.name for each in proposals.entities if each.type in _DEED}
        self._ties = ties_of(proposals)
        self.unsure: dict[str, str] = {}

    def entity(self, each: ProposedEntity) -> ProposedEntity | None:
        """The entity under the id and name that all articles give it; None if it has no name and nothing is said of it."""
        if each.known and (each.id in self._base.entities or not self._is_unnamed(each)):
            return each
        if each.id in self._base.entities:
            # A person keeps how other articles of that run spelt the name.
            return replace(each, aliases=self._base.entities[each.id].aliases) if each.type == "person" else each
        if each.type in {"person", "place"} and each.name in self._deeds and each.name not in gazetteer().names:
            # "the Gadsden Purchase" is nobody.
            return None
        if each.type == "person":
            return self._person(each)
        if each.type == "place":
            return self._place(each)
        if each.type in _DEED:
            # "Talks": another article's talks are others.
            if not is_common(each.name):
                return None if self._is_nowhere(each) else self._of_its_year(each)
            return self._after_the_article(each) if each.id in self._stated else None
        return self._body(each) if each.type == "organization" else each

    def _body(self, each: ProposedEntity) -> ProposedEntity | None:
        mission = is_mission(each.name)
        if means_one("organization", each.name) or name_key(each.name, "organization") in self._known_bodies:
            return each
        if each.id not in self._used:
            return None
        place = self._place_of(each) if mission else ""
        return _called(each, f"{each.name} in {place}") if place else self._after_the_article(each)

    def _place(self, each: ProposedEntity) -> ProposedEntity:
        """A part of a state that is called like another state is called after the state it is in: "Georgia (United States)"."""
        state = gazetteer().names.get(each.name)
        if each.kind in {"", "country"} or state is None or (state.kind, state.name) != ("country", each.name):
            return each
        inside = self._place_of(each) or each.kind
        return _called(each, f"{each.name} ({inside})") if inside != each.name else each

    def _is_nowhere(self, each: ProposedEntity) -> bool:
        """Whether nothing is said of it and no words of the article are its names: "Visit to Oslo Harbour" of "They visited the Oslo Harbour"."""
        text = self._article.text or ""
        names = (each.name, *each.aliases, *each.mentioned_as)
        return each.id not in self._used and each.id not in self._stated and not any(name in text for name in names)

    def _is_unnamed(self, each: ProposedEntity) -> bool:
        """Whether the loader, and no person, calls an entity by what is no name of it alone: another article means another."""
        standing = self._kb.entities[each.id]
        if each.type == "place":
            return bool(standing.auto) and each.kind != "country"
        named = means_one(each.type, standing.name) and not (each.type == "event" and is_annual(standing.name))
        return each.type in {*_DEED, "organization"} and bool(standing.auto) and not named

    def _person(self, each: ProposedEntity) -> ProposedEntity:
        person = self._people.of(each, self._ties.get(each.id, set()))
        if person is None:
            return each
        if person.entity == OF_SEVERAL:
            return self._after_the_article(each)
        if person.unsure:
            self.unsure[person.entity] = person.unsure
        return replace(each, id=person.entity, name=person.name, aliases=person.aliases or each.aliases)

    @staticmethod
    def _of_its_year(each: ProposedEntity) -> ProposedEntity:
        """A summit that is held every year, with its year if the article tells it; without, it is all of them."""
        year = each.when[: len("2020")]
        return _called(each, f"{each.name} ({year})") if each.type == "event" and year.isdigit() and is_annual(each.name) else each

    def _after_the_article(self, each: ProposedEntity) -> ProposedEntity:
        # Nor are its other names its own: "NSC".
        shared = tuple(sorted({*each.mentioned_as, *each.aliases}))
        return _called(replace(each, aliases=(), mentioned_as=shared), _after(each.name, self._article))

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


def _called(each: ProposedEntity, name: str) -> ProposedEntity:
    # Its article goes on calling it by what was its name.
    return replace(each, id=slug(name), name=name, known=False, mentioned_as=tuple(sorted({*each.mentioned_as, each.name})))


def _after(name: str, article: Article) -> str:
    return f"{name} ({article.title or article.id})"


def linked(proposals: Proposals, kb: KnowledgeBase, base: Lock, known: Known | None = None) -> Proposals:
    """The proposals with new entities replaced by those of the knowledge base that have their type and name.

    An entity of another type or name that took the id keeps it; the new one gets a free id. Those that an earlier
    reading of this article made (`base`) keep theirs. `known` is what an earlier article of the run was linked with, made new.
    """
    known = known or Known(kb)
    known.renew(kb)
    taken = set(kb.entities) | {each.id for each in proposals.entities}
    ids: dict[str, str] = {}
    apart: dict[str, ProposedEntity] = {}
    meetings = _meetings(kb)
    # Events come last: they are told apart by the ids of those who take part in them.
    for each in sorted(proposals.entities, key=lambda one: one.type == "event"):
        if each.id in base.entities:
            continue
        met = _same_meeting(each, proposals, ids, meetings) if _is_named_by_parties(each) else ""
        if met:
            ids[each.id] = met
            continue
        same = each.id if each.known else known.by_name(each)
        if same and each.type in _DEED and _is_another(each, kb.entities[same]):
            # "the Lima Summit" of another year, another visit: that of the same time, or a new one.
            apart[each.id] = replace(_called(each, _told_apart(each, kb, proposals.article)), id=each.id)
            ids[each.id] = _of_that_time(apart[each.id], each, known, kb) or free_slug(slug(apart[each.id].name), taken)
            taken.add(ids[each.id])
        elif each.known:
            continue
        elif same:
            ids[each.id] = same
        elif each.id in kb.entities:
            ids[each.id] = free_slug(each.id, taken)
            taken.add(ids[each.id])
    if apart:
        proposals = replace(proposals, entities=tuple(apart.get(each.id, each) for each in proposals.entities))
    found = _without_names_of_others(_renamed(proposals, ids, kb) if ids else proposals, known, base)
    # Where a place lies is looked up when it is new; here another article brought it in meanwhile.
    standing = {each.id for each in found.entities if each.id in kb.entities and each.id not in base.entities}
    return replace(found, facts=tuple(each for each in found.facts if each.source == proposals.article or each.subject not in standing))


def _meetings(kb: KnowledgeBase) -> Mapping[frozenset[str], list[Entity]]:
    """The meetings of the knowledge base that have no name but their parties', by these."""
    found: dict[frozenset[str], list[Entity]] = defaultdict(list)
    for each in kb.entities.values():
        if each.type == "event" and _is_named_by_parties(each):
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


def _is_another(each: ProposedEntity, standing: Entity) -> bool:
    """Whether what is called like an event or an agreement is another one: of another time, or a visit of which nothing says that it is the same."""
    when = str(standing.when or "")
    if each.type == "event" and standing.auto and is_passing(each.name) and min(len(each.when), len(when)) < MONTH:
        return True
    return _at_other_times(each.when, when)


def _told_apart(each: ProposedEntity, kb: KnowledgeBase, article: str) -> str:
    """What it is called beside its namesakes: with its time, or after the article."""
    if each.when:
        return f"{each.name} ({each.when.rstrip('?~%')})"
    return _after(each.name, kb.articles[article]) if article in kb.articles else f"{each.name} ({article})"


def _of_that_time(apart: ProposedEntity, each: ProposedEntity, known: Known, kb: KnowledgeBase) -> str:
    """The one that bears the name under which an entity is told apart, or has its time in brackets, where the two may be of one time; or ""."""
    alike = [entity for entity in known.with_brackets(each) if not _is_another(each, kb.entities[entity])] if each.when else []
    return known.by_name(replace(apart, aliases=(), mentioned_as=())) or (alike[0] if len(alike) == 1 else "")


def _without_names_of_others(proposals: Proposals, known: Known, base: Lock) -> Proposals:
    """The proposals; what a new entity is called for short and another one as well is no alias of it."""
    entities = []
    for each in proposals.entities:
        before = base.entities.get(each.id)
        shared = (
            {one for one in each.aliases if (one in before.mentioned_as if before else known.is_of_another(each, one))}
            if not each.known
            else set()
        )
        kept = tuple(one for one in each.aliases if one not in shared)
        entities.append(replace(each, aliases=kept, mentioned_as=tuple(sorted({*each.mentioned_as, *shared}))) if shared else each)
    return replace(proposals, entities=tuple(entities))


def _at_other_times(one: str, other: str) -> bool:
    """Whether two dates exclude each other: years, months or days that both tell differ; spans of time tell nothing.

    >>> _at_other_times("2020", "2021-03"), _at_other_times("2021-03-04?", "2021"), _at_other_times("2020", "")
    (True, False, False)
    """
    parts = [each.rstrip("?~%").split("-") for each in (one, other)]
    told = all(part.isdigit() for each in parts for part in each)
    return told and any(a != b for a, b in zip(*parts, strict=False))


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
