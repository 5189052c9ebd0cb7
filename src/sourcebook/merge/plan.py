"""The three-way merge of an article's proposals. Pure: it decides, `merge.apply` does."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sourcebook.diagnostics import Diagnostic
from sourcebook.merge.known import Known
from sourcebook.merge.names import further_names, names_found
from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import Proposals, ProposedEntity, ProposedFact
from sourcebook.model.reviewed import only_proposed
from sourcebook.model.spans import Span
from sourcebook.store.locks import FactKey, Lock, fact_key
from sourcebook.text import find_quote, fold_words

Counts = Counter[str]


class Action(StrEnum):
    """What an edit does to a file."""

    ADD = "add"
    UPDATE = "update"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change of one fact: the proposal to write, and the fact that stands there now."""

    action: Action
    entity: str
    proposal: ProposedFact | None = None
    current: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to write, what to remember, and what a person should look at.

    Attributes:
        names: entities that stand already, with the aliases and other words that their files get.
    """

    entities: tuple[ProposedEntity, ...]
    names: tuple[ProposedEntity, ...] = ()
    edits: tuple[Edit, ...]
    withdrawn: tuple[ProposedEntity, ...]
    lock: Lock
    findings: tuple[Diagnostic, ...]
    counts: Mapping[str, int] = field(default_factory=dict)


def merge(
    base: Lock,
    kb: KnowledgeBase,
    article: Article,
    new: Proposals,
    proposed: Callable[[str], AbstractSet[str]],
    known: Known | None = None,
) -> Plan:
    """Decides what becomes of each proposal, by the table in docs/format.md.

    Args:
        base: what was proposed last time.
        kb: all that there is.
        article: whose proposals.
        new: what is proposed now.
        proposed: the names that the loader has proposed for an entity, from whatever article.
        known: the names of all that there is, if somebody has them.
    """
    return _Merge(base, kb, article, new).plan(proposed, known or Known(kb))


class _Merge:
    def __init__(self, base: Lock, kb: KnowledgeBase, article: Article, new: Proposals) -> None:
        self.base = base
        self.kb = kb
        self.article = article
        self.new = new
        self.edits: list[Edit] = []
        self.findings: list[Diagnostic] = []
        self.counts: Counts = Counter()
        self.rejected: dict[FactKey, str] = dict(base.rejected)
        self.gone: dict[str, str] = {}
        self.taken: set[tuple[str, int]] = set()

    def plan(self, proposed: Callable[[str], AbstractSet[str]], known: Known) -> Plan:
        entities = list(self._entities())
        ids = {each.id for each in entities}
        proposals = {fact_key(each): each for each in map(self._resolved, self.new.facts) if self._stands(each, ids)}
        before = {fact_key(each): each for each in map(self._resolved, self.base.facts.values())}
        rejected_before = {
            fact_key(self._resolved(self.base.facts[key])): reason for key, reason in self.base.rejected.items() if key in self.base.facts
        }
        self.rejected = dict(rejected_before)
        pairs = {key: self._match(each, exact=True) for key, each in {**before, **proposals}.items()}
        for key, each in {**before, **proposals}.items():
            if pairs[key] is None:
                pairs[key] = self._match(each, exact=False) if key in before and key not in rejected_before else None
        for key, each in proposals.items():
            self._one(each, before.get(key), pairs[key], key)
        for key, each in before.items():
            if key not in proposals:
                self._not_found(each, pairs[key], key)
        self.counts["new entities"] = len(entities)
        facts = {**{key: each for key, each in before.items() if key in self.rejected}, **proposals}
        names = {each.id: each for each in self.new.entities if not each.known}
        kept = {key: each for key, each in self.base.entities.items() if key in self.gone or (key in self.kb.entities and key not in names)}
        empty = tuple(each for key, each in sorted(self.base.entities.items()) if key in self.kb.entities and self._unneeded(each))
        dropped = {each.id for each in empty}
        remembered = {key: each for key, each in {**kept, **names}.items() if key not in dropped}
        found = {key: each for key, each in names_found(self.new.entities, self.base, self.kb, self.article).items() if key not in dropped}
        more = further_names(found, self.kb, entities, proposed, known)
        self.counts["new names"] = sum(len(each.aliases) + len(each.mentioned_as) for each in more)
        lock = Lock(
            entities=remembered,
            names=found,
            facts=facts,
            rejected={key: reason for key, reason in self.rejected.items() if key in facts},
            rejected_entities=self.gone,
        )
        return Plan(
            entities=tuple(entities),
            names=tuple(more),
            edits=tuple(self.edits),
            withdrawn=empty,
            lock=lock,
            findings=tuple(sorted(self.findings, key=lambda one: one.sort_key)),
            counts={name: number for name, number in self.counts.items() if number},
        )

    def _entities(self) -> Iterator[ProposedEntity]:
        for each in self.new.entities:
            if self.kb.resolve(each.id):
                continue
            if each.id in self.base.entities:
                self.gone[each.id] = self.base.rejected_entities.get(each.id, "")
                self.counts["rejected earlier"] += 1
            else:
                yield each
        self.gone |= {key: reason for key, reason in self.base.rejected_entities.items() if not self.kb.resolve(key)}

    def _resolved(self, each: ProposedFact) -> ProposedFact:
        """The proposal with ids that were merged replaced by those that took them over."""
        subject, value = self.kb.resolve(each.subject), self.kb.resolve(each.value)
        return replace(
            each,
            subject=subject.id if subject else each.subject,
            value=value.id if value and each.value in self.kb.heirs else each.value,
        )

    def _stands(self, each: ProposedFact, ids: set[str]) -> bool:
        """Whether the entities that a proposal names are there, or will be."""
        known = self.kb.schema.properties[each.property]
        names = [each.subject, *([each.value] if known.kind.value == "entity" else [])]
        names += [
            value for name, values in each.qualifiers.items() if self.kb.schema.qualifiers[name].kind.value == "entity" for value in values
        ]
        return all(name in ids or self.kb.resolve(name) is not None for name in names)

    def _match(self, each: ProposedFact, *, exact: bool) -> Fact | None:
        """The fact in the files that a proposal became: the same, else one whose words overlap."""
        entity = self.kb.entities.get(each.subject)
        found = [
            fact
            for fact in (entity.facts if entity else ())
            if fact.property == each.property and any(one.source == each.source for one in fact.citations)
        ]
        free = [fact for fact in found if (fact.place.path, id(fact)) not in self.taken]
        if exact:
            same = [fact for fact in free if self._value(fact) == each.value]
            if not same and self.kb.schema.properties[each.property].symmetric:
                other = self.kb.entities.get(each.value)
                same = [
                    fact for fact in (other.facts if other else ()) if fact.property == each.property and self._value(fact) == each.subject
                ]
            count = ",".join(each.qualifiers.get("count", ()))
            same.sort(
                key=lambda fact: (
                    not self._quotes(fact, each),
                    ",".join(value_text(value) for value in fact.qualifiers.get("count", ())) != count,
                )
            )
            chosen = same[0] if same and (len(same) == 1 or self._quotes(same[0], each) or not count) else None
            if chosen and count and not self._quotes(chosen, each) and "count" not in chosen.qualifiers:
                chosen = None
        else:
            spans = self._spans(each.quote)
            others = [fact for fact in free if not self._proposed_elsewhere(fact)]
            chosen = next(
                (fact for fact in others if any(a.overlaps(b) for one in fact.citations for a in self.kb.spans(one) for b in spans)), None
            )
        if chosen:
            self.taken.add((chosen.place.path, id(chosen)))
        return chosen

    def _proposed_elsewhere(self, fact: Fact) -> bool:
        return any(
            each.subject == fact.subject and each.property == fact.property and each.value == self._value(fact)
            for each in (*self.new.facts, *self.base.facts.values())
        )

    def _value(self, fact: Fact) -> str:
        entity = self.kb.resolve(fact.target) if fact.target else None
        return entity.id if entity else value_text(fact.value)

    def _quotes(self, fact: Fact, each: ProposedFact) -> bool:
        return any(fold_words(one.quote) == fold_words(each.quote) for one in fact.citations)

    def _spans(self, quote: str) -> tuple[Span, ...]:
        return tuple(Span(*each) for each in find_quote(quote, self.article.text or "")) if quote else ()

    def _one(self, each: ProposedFact, before: ProposedFact | None, current: Fact | None, key: FactKey) -> None:
        if key in self.rejected:
            self.counts["rejected earlier"] += 1
        elif current is None and before is None:
            self.edits.append(Edit(action=Action.ADD, entity=each.subject, proposal=each))
            self.counts["new facts"] += 1
        elif current is None:
            self.rejected[key] = ""
            self.counts["rejected earlier"] += 1
        elif before is None or _same(each, before) or self._untouched(current, each):
            return
        elif self._untouched(current, before):
            self.edits.append(Edit(action=Action.UPDATE, entity=each.subject, proposal=each, current=current))
            self.counts["updated facts"] += 1
        else:
            message = f"The loader now reads `{each.property}: {each.value[:60]}` differently, and a person changed it"
            hint = f"Yours stays. The loader would write it with the words: {each.quote[:160]}"
            self.findings.append(Diagnostic(code="review-conflict", message=message, place=current.block, help=hint))

    def _not_found(self, each: ProposedFact, current: Fact | None, key: FactKey) -> None:
        if current is None:
            # Gone from the file and not found any more: still remembered, in case it is found again.
            self.rejected.setdefault(key, "")
        elif current.auto and self._untouched(current, each):
            self.edits.append(Edit(action=Action.WITHDRAW, entity=each.subject, current=current))
            self.counts["withdrawn facts"] += 1
        else:
            message = f"The loader no longer finds `{each.property}: {each.value[:60]}` in `{each.source}`"
            hint = "It stays, for a person accepted or changed it. Check it against the article."
            self.findings.append(Diagnostic(code="stale", message=message, place=current.block, help=hint))

    def _untouched(self, fact: Fact, before: ProposedFact) -> bool:
        """Whether a fact is as the loader proposed it, `auto` aside, and the doubt that goes with it."""
        if len(fact.citations) != 1 or fact.why or fact.rank.value != "normal":
            return False
        cited = fact.citations[0]
        held = self.kb.articles.get(cited.source)
        stance = before.stance or (held.default_stance if held else cited.stance)
        qualifiers = {name: tuple(value_text(value) for value in values) for name, values in fact.qualifiers.items()}
        same_words = fold_words(cited.quote) == fold_words(before.quote) and cited.locator == before.locator
        return (
            same_words
            and self._value(fact) == before.value
            and qualifiers == dict(before.qualifiers)
            and (cited.by, cited.stance) == (before.by, stance)
            and (not fact.auto or fact.unsure == before.unsure)
        )

    def _unneeded(self, each: ProposedEntity) -> bool:
        """Whether an entity that the loader made is as it was, and after the edits nothing is left that needs it."""
        entity = self.kb.entities[each.id]
        if each.id in {one.id for one in self.new.entities} or not _as_proposed(entity, each):
            return False
        leaving = {id(edit.current) for edit in self.edits if edit.action is Action.WITHDRAW}
        remaining = [fact for fact in entity.facts if id(fact) not in leaving]
        naming = [fact for fact in (*self.kb.facts_naming(each.id), *self.kb.facts_beside(each.id)) if id(fact) not in leaving]
        return not remaining and not naming


def _same(one: ProposedFact, other: ProposedFact) -> bool:
    def said(each: ProposedFact) -> tuple[object, ...]:
        return (dict(each.qualifiers), fold_words(each.quote), each.locator, each.by, each.stance, each.unsure)

    return said(one) == said(other)


def _as_proposed(entity: Entity, each: ProposedEntity) -> bool:
    written = (
        entity.name,
        tuple(one.text for one in entity.aliases),
        entity.mentioned_as,
        entity.same_as,
        entity.kind,
        str(entity.when or ""),
    )
    return only_proposed(entity) and written == (each.name, each.aliases, each.mentioned_as, each.same_as, each.kind, each.when)
