"""Two entities become one, and one gets another name: what beside the facts becomes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sourcebook.diagnostics import SourcebookError
from sourcebook.edit import keys
from sourcebook.edit.facts import comments
from sourcebook.edit.meaning import citation_key
from sourcebook.edit.names import same
from sourcebook.model.facts import Citation, Entity, Name
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import ProposedFact
from sourcebook.store.splice import block_lines, fact_blocks
from sourcebook.store.writing import write_citation

_SINGLE = ("summary", "when", "kind", "status")


def refuse(kb: KnowledgeBase, loser: Entity, winner: Entity) -> None:
    """Nothing, if the two may become one.

    Raises:
        SourcebookError: If they are of two types, or known to be different, or if a fact relates the two.
    """
    if loser.id == winner.id:
        msg = f"Both are {winner.id} ({winner.path})"
        raise SourcebookError(msg)
    if loser.type != winner.type:
        msg = f"{loser.id} is of type {loser.type} and {winner.id} of type {winner.type}: two types cannot be merged"
        raise SourcebookError(msg)
    for one, other in ((loser, winner), (winner, loser)):
        if other.id in one.not_same_as:
            where = next(
                (one.places[key] for key in (f"not_same_as.{n}" for n in range(len(one.not_same_as))) if key in one.places), one.path
            )
            msg = f"{where}: somebody noted `not_same_as: {other.id}`. Remove that first if it is wrong"
            raise SourcebookError(msg)
        for fact in one.facts:
            target = kb.resolve(fact.target) if fact.target else None
            if target and target.id == other.id:
                msg = (
                    f"{fact.place}: `{fact.property}: {fact.target}` relates the two to each other. Delete that fact first if they are one"
                )
                raise SourcebookError(msg)


def renamed(text: str, entity: Entity, name: str, kept: Sequence[str]) -> tuple[str, Entity]:
    """The text and the entity with another name; an alias that becomes the name is none any more.

    Args:
        text: of its file.
        entity: as it is.
        name: the new one.
        kept: names that become aliases.
    """
    text = keys.with_value(text, "name", name)
    aliases = [each for each in entity.aliases if each.text != name]
    for each in entity.aliases:
        if each.text == name:
            for written in keys.items(text, "aliases"):
                if written == each.text or written.startswith(f"{each.text} @"):
                    text = keys.without_item(text, "aliases", written)
    more = [each for each in kept if each not in {one.text for one in aliases}]
    text = keys.with_items(text, "aliases", more)
    return text, replace(entity, name=name, aliases=(*aliases, *map(Name, more)))


def joined(text: str, loser: Entity, winner: Entity, gone: str) -> tuple[str, Entity, list[str]]:
    """What beside the facts the winner takes over.

    Args:
        text: of the winner's file.
        loser: with the ids that hold after the merge.
        winner: likewise.
        gone: the text of the loser's file.

    Returns:
        The winner's text, the winner, and what could not be joined and went into its `note`.
    """
    known = {same(each) for each in (winner.name, *(one.text for one in winner.aliases))}
    names = [each for each in (Name(loser.name), *loser.aliases) if same(each.text) not in known]
    mentioned = [each for each in loser.mentioned_as if each not in winner.mentioned_as and same(each) not in known]
    elsewhere = [each for each in loser.same_as if each not in winner.same_as]
    others = [each for each in loser.not_same_as if each not in {*winner.not_same_as, winner.id}]
    merged = [loser.id, *(each for each in loser.merged if each not in winner.merged)]
    for key, items in (
        ("aliases", [each.text + (f" @{each.language}" if each.language else "") for each in names]),
        ("mentioned_as", mentioned),
        ("same_as", elsewhere),
        ("merged", merged),
        ("not_same_as", others),
    ):
        text = keys.with_items(text, key, items)
    changes: dict[str, Any] = {
        "aliases": (*winner.aliases, *names),
        "mentioned_as": (*winner.mentioned_as, *mentioned),
        "same_as": (*winner.same_as, *elsewhere),
        "merged": (*winner.merged, *merged),
        "not_same_as": (*winner.not_same_as, *others),
    }
    aside: list[str] = []
    for key in _SINGLE:
        theirs, ours = str(getattr(loser, key) or ""), str(getattr(winner, key) or "")
        if theirs and not ours:
            text = keys.with_value(text, key, theirs)
            changes[key] = getattr(loser, key)
        elif theirs and theirs != ours:
            aside.append(f"{key} of {loser.id}: {theirs}")
    for key, prose in (("notes", [loser.notes]), ("note", [loser.note, *aside])):
        ours = getattr(winner, key)
        parts = [each for each in prose if each and each not in ours]
        if parts:
            whole = ("\n\n" if key == "notes" else "\n").join(each for each in (ours, *parts) if each)
            text = keys.with_value(text, key, whole)
            changes[key] = whole
    cited = {citation_key(each) for each in winner.citations}
    more = [each for each in loser.citations if citation_key(each) not in cited]
    for each in more:
        text = keys.with_citation(text, [line[4:] for line in write_citation(_cited(loser, each))])
    changes["citations"] = (*winner.citations, *more)
    return _with_comments(text, gone), replace(winner, **changes), aside


def _cited(entity: Entity, each: Citation) -> ProposedFact:
    return ProposedFact(
        subject=entity.id, property="", value="", source=each.source, quote=each.quote, locator=each.locator, by=each.by, stance=each.stance
    )


def _with_comments(text: str, gone: str) -> str:
    """The text with the comments at its end that stand in the other beside the facts."""
    rest = comments(gone)
    for block in fact_blocks(gone):
        for each in comments("\n".join(block_lines(gone, block))):
            rest.remove(each)
    if not rest:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    return text + ("" if text.endswith("\n") else end) + "".join(each + end for each in rest)


def fact_addresses(kb: KnowledgeBase, ids: Mapping[str, str], moved: Mapping[str, Entity]) -> dict[tuple[str, str], tuple[str, str]]:
    """(subject, name) of each fact whose address changes with the ids -> its new address.

    Args:
        kb: as it is.
        ids: old -> new.
        moved: the entities that have or name one of the old ids, with the new ones.
    """
    found = {}
    for entity_id, new in moved.items():
        for one, other in zip(kb.entities[entity_id].facts, new.facts, strict=True):
            if (entity_id, one.id) != (ids.get(entity_id, entity_id), other.id):
                found[entity_id, one.id] = (ids.get(entity_id, entity_id), other.id)
    return found
