"""Doing what a plan says: all new texts are made and read again first; `store.pending` puts them in place."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sourcebook.diagnostics import SourcebookError
from sourcebook.edit.keys import with_items
from sourcebook.merge.plan import Action, Edit, Plan
from sourcebook.model.facts import value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import ProposedEntity
from sourcebook.model.schema import Schema
from sourcebook.store.articles import write_record
from sourcebook.store.locks import lock_path, write_lock
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.pending import Change
from sourcebook.store.splice import UnspliceableError, insert_fact, remove_fact, replace_fact
from sourcebook.store.writing import canonical_key, write_entity, write_fact


def changes_of(
    content: Path, kb: KnowledgeBase, plan: Plan, extractor: str, sources: Mapping[str, Mapping[str, str]], article: str
) -> tuple[Change, ...]:
    """What each file will hold after the plan, those left out that stay as they are. Nothing is written.

    The lock comes last: whoever is stopped in between has facts that were not noted as proposed, and finds them again. The other way
    round, facts that were never written would pass for rejected.

    Raises:
        SourcebookError: If a file cannot be changed without touching what stands beside the change.
    """
    made: list[Change] = []
    by_entity: dict[str, list[Edit]] = defaultdict(list)
    for each in plan.edits:
        by_entity[each.entity].append(each)
    needed = {each.proposal.source for each in plan.edits if each.proposal}
    for source, record in sources.items():
        if source not in kb.articles and source in needed:
            made.append(change(content, content / "articles" / f"{source}.md", write_record(record, "").encode(), new=True))
    for entity in plan.entities:
        path = content / kb.schema.types[entity.type].plural / f"{entity.id}.yml"
        made.append(change(content, path, _new_file(entity, by_entity.pop(entity.id, []), kb.schema, extractor).encode(), new=True))
    names = {each.id: each for each in plan.names}
    for entity_id in sorted(by_entity.keys() | names.keys()):
        standing = kb.entities[entity_id]
        path = content / kb.schema.types[standing.type].plural / f"{entity_id}.yml"
        before = path.read_bytes()
        try:
            after = _changed(before, by_entity.get(entity_id, []), names.get(entity_id), kb.schema, extractor, standing.path)
        except UnspliceableError as error:
            error.path = standing.path
            raise
        made.append(Change(path=path, shown=standing.path, before=before, after=after))
    made += [change(content, content / kb.schema.types[gone.type].plural / f"{gone.id}.yml", None) for gone in plan.withdrawn]
    made.append(change(content, lock_path(content, article), write_lock(plan.lock).encode()))
    return tuple(each for each in made if each.before != each.after)


def change(content: Path, path: Path, after: bytes | None, *, new: bool = False) -> Change:
    """What becomes of a file below `content`; `new` if there must be none yet."""
    before = path.read_bytes() if path.is_file() and not new else None
    return Change(path=path, shown=path.relative_to(content.parent).as_posix(), before=before, after=after)


def _new_file(entity: ProposedEntity, edits: list[Edit], schema: Schema, extractor: str) -> str:
    facts = sorted((each.proposal for each in edits if each.proposal), key=lambda one: canonical_key(schema, one.property, one.value))
    return write_entity(entity, [write_fact(each, extractor) for each in facts], extractor)


def _changed(raw: bytes, edits: list[Edit], names: ProposedEntity | None, schema: Schema, extractor: str, shown: str) -> bytes:
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    text = raw[len(mark) :].decode()
    # From the bottom up, so that the lines above keep their numbers; additions come last.
    standing = sorted((each for each in edits if each.current), key=lambda one: (-_line(one), _action_order(one)))
    for each in standing:
        text = _edited(text, each, extractor)
    for each in sorted(
        (one for one in edits if one.action is Action.ADD),
        key=lambda one: canonical_key(schema, one.proposal.property, one.proposal.value) if one.proposal else (0, ""),
    ):
        if each.proposal:
            text = insert_fact(
                text, write_fact(each.proposal, extractor), canonical_key(schema, each.proposal.property, each.proposal.value), schema
            )
    if names:
        text = _with_names(text, names)
    broken = parse_yaml(text, shown).diagnostics
    if broken:
        msg = f"{shown} cannot be changed safely ({broken[0].message}, line {broken[0].place.line}); nothing was written"
        raise SourcebookError(msg)
    return mark + text.encode()


def _with_names(text: str, names: ProposedEntity) -> str:
    try:
        return with_items(with_items(text, "aliases", list(names.aliases)), "mentioned_as", list(names.mentioned_as))
    except SourcebookError:
        # Somebody wrote the file in brackets: names are not worth failing over.
        return text


def _line(edit: Edit) -> int:
    return edit.current.block.line if edit.current else 0


def _action_order(edit: Edit) -> str:
    return edit.action.value


def _edited(text: str, edit: Edit, extractor: str) -> str:
    if edit.current is None:
        return text
    if edit.action is Action.WITHDRAW:
        return remove_fact(text, edit.current.block.line, _value(edit))
    if edit.proposal is None:
        return text
    # A person who accepted it is not made to doubt again.
    proposal, auto = (edit.proposal, extractor) if edit.current.auto else (replace(edit.proposal, unsure=""), "")
    return replace_fact(text, edit.current.block.line, write_fact(proposal, auto))


def _value(edit: Edit) -> str:
    return value_text(edit.current.value) if edit.current else ""
