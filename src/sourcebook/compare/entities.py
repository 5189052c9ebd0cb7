"""Entities in two versions: added, removed, renamed, merged; and what of those that stayed changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sourcebook.compare.facts import citation_changes, fact_changes, gone_fact, matched, new_fact
from sourcebook.compare.matching import match
from sourcebook.model.changes import Action, Change, What
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.text import fold_words

KEYS = ("type", "summary", "when", "kind", "status", "notes", "note")
LISTS = ("same_as", "merged", "not_same_as")
NAMES = ("aliases", "mentioned_as")
ALIKE = 0.5
"""The share of facts that two entities have in common if one of them is the other under another id."""

Pairs = tuple[tuple[Entity, Entity], ...]


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of ids that are in one version only.

    Attributes:
        renamed: what stands under another id now.
        merged: what became part of another, with that one as it is after.
        split: what was part of another, which comes first, as it was before.
        gone, new: the others.
        owners: ids that are in neither version, with the entities that name them in `merged:`, before and after.
    """

    renamed: Pairs
    merged: Pairs
    split: Pairs
    gone: tuple[Entity, ...]
    new: tuple[Entity, ...]
    owners: Mapping[str, frozenset[str]]

    def ids(self) -> dict[str, str]:
        """Ids that mean the same entity: each with the one that stands for all of them, whichever version comes first."""
        stands: dict[str, str] = {}

        def stand(name: str) -> str:
            while name in stands:
                name = stands[name]
            return name

        for one, other in (*self.renamed, *self.merged, *self.split):
            first, last = sorted((stand(one.id), stand(other.id)))
            if first != last:
                stands[last] = first
        found = {name: stand(name) for name in stands}
        for name, owners in self.owners.items():
            meant = {found.get(each, each) for each in owners}
            if len(meant) == 1:
                found[name] = meant.pop()
        return found


def fates(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> Fates:
    """What became of the ids that are in one version only.

    One that is gone is another that is new if either names the other in `merged:`, or if they are of one type and have the same
    name or half of their facts.
    """
    gone = [each for name, each in before.items() if name not in after]
    new = [each for name, each in after.items() if name not in before]
    heirs, parts = _owners(after), _owners(before)

    def said(one: Entity) -> str | None:
        return heirs.get(one.id) or parts.get(one.id) or (one.id if one.merged else None)

    def unsaid(one: Entity) -> bool | None:
        # Of an id that somebody wrote into `merged:`, what became of it need not be guessed.
        return None if one.id in heirs or one.id in parts else True

    def name(one: Entity) -> tuple[str, str] | None:
        return _name(one) if unsaid(one) else None

    found = match(gone, new, (said, name, unsaid), _alike, least=ALIKE)
    merged = tuple((each, after[heirs[each.id]]) for each in found.gone if each.id in heirs)
    split = tuple((before[parts[each.id]], each) for each in found.new if each.id in parts)
    lost = tuple(each for each in found.gone if each.id not in heirs)
    added = tuple(each for each in found.new if each.id not in parts)
    owners = {
        name: frozenset(each[name] for each in (parts, heirs) if name in each)
        for name in (*parts, *heirs)
        if name not in before and name not in after
    }
    return Fates(found.pairs, merged, split, lost, added, owners)


def _owners(entities: Mapping[str, Entity]) -> dict[str, str]:
    """The id that took over each id named in `merged:`."""
    return {old: each.id for each in entities.values() for old in each.merged if old not in entities}


def _name(entity: Entity) -> tuple[str, str]:
    return (entity.type, fold_words(entity.name).casefold())


def _alike(one: Entity, other: Entity) -> float:
    """How much two entities have in common: the share of their facts; more than all if one says that it was the other."""
    mine, theirs = (Counter((fact.property, value_text(fact.value)) for fact in each.facts) for each in (one, other))
    common = (mine & theirs).total() / max(mine.total(), theirs.total(), 1)
    if one.id in other.merged or other.id in one.merged:
        return 2 + common
    return common if one.type == other.type else 0.0


def entity_changes(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> Iterator[Change]:
    """All that differs in entities, one after the other."""
    became = fates(before, after)
    ids = became.ids()
    joined: dict[str, list[Entity]] = defaultdict(list)
    parted: dict[str, list[Entity]] = defaultdict(list)
    for one, other in became.merged:
        joined[other.id].append(one)
        yield _whole(Action.MERGED, one, one.id, other.id)
    for one, other in became.split:
        parted[one.id].append(other)
        yield _whole(Action.SPLIT, other, one.id, other.id)
    for each in became.gone:
        yield _whole(Action.REJECTED if each.auto else Action.REMOVED, each)
        yield from map(gone_fact, each.facts)
    for each in became.new:
        yield _whole(Action.PROPOSED if each.auto else Action.ADDED, each)
        yield from map(new_fact, each.facts)
    for one, other in became.renamed:
        yield _whole(Action.RENAMED, other, one.id, other.id)
    settled = {each for one, other in (*became.renamed, *became.merged, *became.split) for each in (one.id, other.id)}
    for one, other in (*((before[name], after[name]) for name in before if name in after), *became.renamed):
        if bool(one.auto) != bool(other.auto):
            yield _whole(Action.REOPENED if other.auto else Action.ACCEPTED, other)
        if one != other or one.id in parted or other.id in joined:
            yield from _keys(one, other, settled)
            yield from citation_changes(one.citations, other.citations, other.id)
            yield from _facts(one, other, joined[other.id], parted[one.id], ids)


def _whole(action: Action, entity: Entity, before: str = "", after: str = "") -> Change:
    return Change(action=action, what=What.ENTITY, subject=entity.id, before=before, after=after, path=entity.path)


def _keys(before: Entity, after: Entity, settled: set[str]) -> Iterator[Change]:
    """What changed at the top of the file; ids in `merged:` of which more is said already are left out."""

    def change(what: What, key: str, old: str, new: str) -> Change:
        action = Action.CHANGED if old and new else Action.ADDED if new else Action.REMOVED
        place = (after if new else before).place(key)
        return Change(action=action, what=what, subject=after.id, key=key, before=old, after=new, path=place.path, line=place.line)

    if before.name != after.name:
        yield change(What.NAME, "name", before.name, after.name)
    for key in KEYS:
        old, new = _text(before, key), _text(after, key)
        if old != new:
            yield change(What.KEY, key, old, new)
    for key in (*NAMES, *LISTS):
        had, has = _texts(before, key), _texts(after, key)
        what = What.NAME if key in NAMES else What.KEY
        known = settled if key == "merged" else frozenset[str]()
        yield from (change(what, key, each, "") for each in had if each not in has and each not in known)
        yield from (change(what, key, "", each) for each in has if each not in had and each not in known)


def _text(entity: Entity, key: str) -> str:
    found = getattr(entity, key)
    return "" if found is None else getattr(found, "text", found)


def _texts(entity: Entity, key: str) -> dict[str, None]:
    """The members of a list, each once, in its order; a name with its language."""
    if key == "aliases":
        return dict.fromkeys(f"{each.text} @{each.language}" if each.language else each.text for each in entity.aliases)
    return dict.fromkeys(getattr(entity, key))


def _facts(before: Entity, after: Entity, joined: Iterable[Entity], parted: Iterable[Entity], ids: Mapping[str, str]) -> Iterator[Change]:
    """What became of the facts, those of entities that were merged into it or taken out of it too."""
    had = [*before.facts, *(fact for each in joined for fact in each.facts)]
    has = [*after.facts, *(fact for each in parted for fact in each.facts)]

    def known(name: str) -> str:
        return ids.get(name, name)

    found = matched(had, has, known)
    for one, other in found.pairs:
        yield from fact_changes(one, other, known)
    # Two entities that become one may say the same, and it need be said once only.
    kept_before, kept_after = {_saying(each, ids) for each in had}, {_saying(each, ids) for each in has}
    for one in found.gone:
        if one.subject == before.id or _saying(one, ids) not in kept_after:
            # What is gone from an entity that has another id now is listed with what it has become.
            yield replace(gone_fact(one), subject=after.id if one.subject == before.id else one.subject)
    for other in found.new:
        if other.subject == after.id or _saying(other, ids) not in kept_before:
            yield new_fact(other)


def _saying(fact: Fact, ids: Mapping[str, str]) -> tuple[str, str]:
    text = value_text(fact.value)
    return (fact.property, ids.get(text, text))
