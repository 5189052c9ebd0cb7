"""Findings whose remedy is in another file: facts written on the wrong entity, files of the wrong name or folder."""

from collections.abc import Mapping

import yaml

from sourcebook.diagnostics import Diagnostic
from sourcebook.edit.facts import folded
from sourcebook.edit.patches import Patch, patched
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.slug import is_id, slug
from sourcebook.store.nodes import entries, parse_yaml
from sourcebook.store.splice import Block, block_lines, fact_blocks, insert_fact, remove_block
from sourcebook.store.writing import canonical_key


def turned(kb: KnowledgeBase, finding: Diagnostic, texts: Mapping[str, str]) -> tuple[dict[str, str], str] | None:
    """The inverse of a property, written: the fact on the entity where it belongs, with its citations and comments.

    Args:
        kb: as loaded.
        finding: at the key of the fact.
        texts: of the files that may be concerned, by their shown paths.

    Returns:
        The new texts and what was done; None if a value is no entity that may have the fact.
    """
    path = finding.place.path
    subject = next((each for each in kb.entities.values() if each.path == path), None)
    text = texts[path]
    for block in fact_blocks(text):
        for name, key, value in entries(block.node):
            if key.start_mark.line != finding.place.line - 1 or name not in kb.schema.inverses or subject is None:
                continue
            items = value.value if isinstance(value, yaml.SequenceNode) else [value]
            targets = [kb.resolve(each.value) for each in items if isinstance(each, yaml.ScalarNode)]
            known = kb.schema.properties[kb.schema.inverses[name]]
            if not targets or len(targets) < len(items) or not all(each and _fits(kb, name, each, subject) for each in targets):
                return None
            new = {path: remove_block(text, block)}
            for each in targets:
                if each is None:
                    continue
                # `visited_by: [ada, bob]` on Rome is `visited: rome` on each of them.
                after = text[value.start_mark.index : value.end_mark.index]
                stop = value.start_mark.index + len(after.rstrip())
                lines = block_lines(*_with(text, block.start, Patch(key.start_mark.index, stop, f"{known.name}: {subject.id}")))
                there = new.get(each.path, texts[each.path])
                made = insert_fact(there, lines, canonical_key(kb.schema, known.name, subject.id), kb.schema)
                new[each.path] = folded(made, kb.schema, frozenset({subject.id}))
            where = " and ".join(each.path for each in targets if each)
            return new, f"`{name}` is written as `{known.name}: {subject.id}` in {where}"
    return None


def _with(text: str, start: int, patch: Patch) -> tuple[str, Block]:
    made = patched(text, [patch])
    return made, next(each for each in fact_blocks(made) if each.start == start)


def _fits(kb: KnowledgeBase, inverse: str, target: Entity, subject: Entity) -> bool:
    known = kb.schema.properties[kb.schema.inverses[inverse]]
    return (
        kb.schema.is_a(target.type, known.on)
        and kb.schema.is_a(subject.type, known.to)
        and kb.schema.inverse_name(known, target.type) == inverse
    )


def right_path(kb: KnowledgeBase, finding: Diagnostic, text: str) -> str:
    """The path of a file whose name is no id, whose ending is `.yaml`, or whose folder is not its type's; "" if it is not clear."""
    path = finding.place.path
    folder, _, file = path.rpartition("/")
    stem, _, ending = file.rpartition(".")
    kinds = kb.schema.folder_types()
    kind = kinds.get(folder.partition("/")[2])
    if kind is None:
        return ""
    if not is_id(stem) or ending == "yaml":
        new = slug(stem, fallback="")
        return f"{folder}/{new}.yml" if new and kb.resolve(new) is None and ending in {"yml", "yaml"} else ""
    root = parse_yaml(text, "").root
    values = {name: value for name, _, value in entries(root)} if root is not None else {}
    written = values["type"].value if "type" in values else ""
    if written not in kb.schema.types or written == kind.name:
        return ""
    facts = values["facts"].value if "facts" in values and isinstance(values["facts"], yaml.SequenceNode) else []
    used = [kb.schema.properties[name].on for fact in facts for name, _, _ in entries(fact) if name in kb.schema.properties]
    fits = {each: all(kb.schema.is_a(each, on) for on in used) for each in (written, kind.name)}
    # What is said of it shows which of the two is meant.
    return f"{folder.partition('/')[0]}/{kb.schema.types[written].plural}/{file}" if used and fits[written] and not fits[kind.name] else ""
