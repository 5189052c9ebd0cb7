"""Who is who: merged ids, shared names, look-alikes, and ranks with their reasons."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.facts import Entity, Rank
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.names import name_key, names_fit

_ALIKE = 0.88
_MOST_IN_BLOCK = 60


def merges_sound(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Entities merged into themselves or in a circle; ids that are merged and still have a file."""
    heirs: dict[str, list[tuple[Entity, Place]]] = defaultdict(list)
    for entity in kb.entities.values():
        for number, old in enumerate(entity.merged):
            heirs[old].append((entity, entity.place(f"merged.{number}")))
    for old, into in sorted(heirs.items()):
        for entity, place in into:
            if old == entity.id:
                yield Diagnostic(code="self-merge", message=f"`{old}` is merged into itself", place=place, help="Remove the line.")
            elif old in kb.entities and entity.id in kb.entities[old].merged:
                yield Diagnostic(
                    code="merge-cycle",
                    message=f"`{old}` and `{entity.id}` are each merged into the other",
                    place=place,
                    help="Keep one file and remove the other.",
                )
            elif old in kb.entities:
                other = kb.entities[old].path
                yield Diagnostic(
                    code="duplicate-id",
                    message=f"`{old}` is merged here and still has a file, {other}",
                    place=place,
                    help=f"Move its facts here and delete {other}.",
                )
        if len(into) > 1:
            names = " and ".join(f"`{entity.id}`" for entity, _ in into)
            yield Diagnostic(code="duplicate-id", message=f"`{old}` is merged into {names}", place=into[1][1], help="Keep one of them.")


def aliases_unique(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Names that two entities of one type share: a reader could not tell them apart, nor can the loader."""
    owners: dict[tuple[str, str], Entity] = {}
    for entity in kb.entities.values():
        for number, name in enumerate((entity.name, *(each.text for each in entity.aliases))):
            folded = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
            first = owners.setdefault((entity.type, folded), entity)
            if first is not entity and first.id != entity.id and entity.id not in first.not_same_as and first.id not in entity.not_same_as:
                place = entity.place(f"aliases.{number - 1}" if number else "name")
                message = f"“{name[:80]}” is also a name of `{first.id}` ({first.path})"
                hint = "Keep it with one of them, put it under `mentioned_as` if texts mean both, or note `not_same_as` if they are two that share a name."
                yield Diagnostic(code="alias-of-two-entities", message=message, place=place, help=hint)


def ranks_explained(kb: KnowledgeBase, entities: Iterable[Entity]) -> Iterator[Diagnostic]:  # noqa: ARG001 (as the other rules)
    """Ranks that the editors gave without saying why."""
    for entity in entities:
        reported: set[Place] = set()
        for fact in entity.facts:
            if fact.rank is not Rank.NORMAL and not fact.why and fact.block not in reported:
                reported.add(fact.block)
                message = f"`rank: {fact.rank}` without a reason"
                yield Diagnostic(code="deprecated-without-why", message=message, place=fact.block, help="Add `why:` with one sentence.")


def _one_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, as their words, may be a person's full name and a shorter one, or one turned round."""
    if min(len(one), len(other)) < SEVERAL or not (one[0] == other[0] or one[-1] in other or other[-1] in one):
        return False
    return names_fit(one, other) or sorted(one) == sorted(other)


SEVERAL = 2
_AFTER_ARTICLE = re.compile(r"(\S+) \(.+\)")


def _may_be(one: Entity, other: Entity, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether one is called after its article only because nothing there tells whether it is the other.

    "Smith (Talks in Oslo)" may be John Smith, and "Visit to Oslo (Talks on trade)" may be "Visit to Oslo" if not both are dated.
    """
    if not (one.name.endswith(")") or other.name.endswith(")")):
        return False
    if one.type == "person":
        return _of_that_surname(one.name, words[other.id]) or _of_that_surname(other.name, words[one.id])
    dated = one.type != "event" or (one.when and other.when)
    return not dated and (one.name.startswith(f"{other.name} (") or other.name.startswith(f"{one.name} ("))


def same_elsewhere(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Entities that are said to be one and the same thing elsewhere."""
    owners: dict[str, Entity] = {}
    for entity in kb.entities.values():
        for number, elsewhere in enumerate(entity.same_as):
            first = owners.setdefault(elsewhere, entity)
            if first is not entity and entity.id not in first.not_same_as and first.id not in entity.not_same_as:
                message = f"`{elsewhere}` is what `{first.id}` ({first.path}) is, too"
                hint = f"If they are one, run `sourcebook merge {entity.id} {first.id}`; if not, correct the identifier of one."
                yield Diagnostic(code="near-duplicate", message=message, place=entity.place(f"same_as.{number}"), help=hint)


def _of_that_surname(name: str, other: Sequence[str]) -> bool:
    """Whether somebody is called by a surname after an article which another's name, as its words, ends with."""
    surname = _AFTER_ARTICLE.fullmatch(name)
    return surname is not None and len(other) >= SEVERAL and name_key(surname[1], "person").split()[-1:] == [other[-1]]


def _without_shared_end(one: str, other: str) -> tuple[str, str]:
    """Two names without what both have in brackets, as "talks (title of the article)"."""
    if ")" not in one:
        return one, other
    first, _, end = one.partition(" (")
    second, _, its_end = other.partition(" (")
    return (first, second) if end == its_end else (one, other)


def near_duplicates(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Entities of one type whose names are nearly the same. Compared within blocks that share a word's beginning."""
    # A build does not ask for warnings.
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

    similarity = DamerauLevenshtein.normalized_similarity
    blocks: dict[tuple[str, str], list[tuple[str, Entity]]] = defaultdict(list)
    for entity in kb.entities.values():
        name = entity.name.casefold()
        for word in set(re.findall(r"\w{4,}", name)):
            blocks[entity.type, word[:5]].append((name, entity))
    words = {each.id: name_key(each.name, "person").split() for each in kb.of_type("person")}
    seen: set[tuple[str, str]] = set()
    for _, entities in sorted(blocks.items(), key=lambda block: block[0]):
        if len(entities) > _MOST_IN_BLOCK:
            continue
        for number, (name, one) in enumerate(entities):
            for its_name, other in entities[number + 1 :]:
                alike = similarity(*_without_shared_end(name, its_name), score_cutoff=_ALIKE)
                called_so = _may_be(one, other, words)
                if name == its_name or not (alike or called_so or _one_person(words.get(one.id, ()), words.get(other.id, ()))):
                    continue
                pair = (one.id, other.id)
                if pair in seen or other.id in one.not_same_as or one.id in other.not_same_as:
                    continue
                seen.add(pair)
                # Numbers and initials tell things apart that are otherwise named alike.
                if called_so or re.findall(r"\d+", one.name) == re.findall(r"\d+", other.name):
                    likeness = "may be" if called_so else "is nearly"
                    message = f"“{other.name[:80]}” {likeness} “{one.name[:80]}” ({one.path})"
                    hint = f"If they are one, run `sourcebook merge {other.id} {one.id}`; if not, write `not_same_as: [{one.id}]` here."
                    yield Diagnostic(code="near-duplicate", message=message, place=other.place("name"), help=hint)
