"""Where files name entities, and the same text with other ids there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import yaml

from sourcebook.edit.patches import Patch, patched, respelled
from sourcebook.model.proposals import ProposedEntity, ProposedFact
from sourcebook.model.schema import Schema
from sourcebook.model.values import Kind
from sourcebook.store.articles import split_front_matter
from sourcebook.store.locks import FactKey, Lock, fact_key
from sourcebook.store.nodes import Node, entries, parse_yaml

_LINK = re.compile(r"\[\[(?P<id>[a-z0-9-]+)(?=[|\]])")
_EMBED = re.compile(r"(?m)^\[\[fact:(?P<subject>[a-z0-9-]+)#(?P<name>[0-9a-f]{8})\]\]")
_LISTED = re.compile(r"(?m)^(?P<head>\[\[list:[a-z][a-z0-9_]* [a-z][a-z0-9_]*=)(?P<id>[a-z0-9-]+)(?=\]\])")
_CODE = re.compile(r"(?ms)^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]*`")

FactIds = Mapping[tuple[str, str], tuple[str, str]]
"""(subject, name) of a fact as pages address it -> what they become."""


def entity_nodes(root: Node, schema: Schema) -> Iterator[Node]:
    """The scalars of an entity file that name an entity, except those under `merged`."""
    for name, _, value in entries(root):
        if name == "cite":
            yield from _speakers(value)
        elif name == "not_same_as":
            yield from _scalars(value)
        elif name == "facts" and isinstance(value, yaml.SequenceNode):
            for fact in value.value:
                yield from _in_fact(fact, schema)


def with_ids(text: str, ids: Mapping[str, str], schema: Schema, facts: FactIds) -> str:
    """The text of an entity file with other ids wherever it names entities, in its notes too.

    Of a list in which two ids become the same, one is left.
    """
    root = parse_yaml(text, "").root
    if root is None:
        return text
    patches = [respelled(text, each, ids[each.value]) for each in entity_nodes(root, schema) if each.value in ids]
    for name, _, value in entries(root):
        if name == "notes":
            start, end = value.start_mark.index, value.end_mark.index
            raw = text[start:end]
            patches += [Patch(start + at, start + stop, new) for at, stop, new in _link_patches(raw, ids, facts)]
    text = patched(text, patches)
    root = parse_yaml(text, "").root
    return text if root is None else patched(text, _repeated(text, root, schema, frozenset(ids.values())))


def with_author(text: str, ids: Mapping[str, str]) -> str:
    """The text of an article file with another id as its author; the words below the record are never touched."""
    document, _, body_line = split_front_matter(text, "")
    if document is None or document.root is None or body_line < 2:
        return text
    shift = text.index(document.text)
    found = [
        value for name, _, value in entries(document.root) if name == "author" and isinstance(value, yaml.ScalarNode) and value.value in ids
    ]
    patches = [respelled(document.text, each, ids[each.value]) for each in found]
    return patched(text, [Patch(each.start + shift, each.end + shift, each.new) for each in patches])


def with_links(markdown: str, ids: Mapping[str, str], facts: FactIds) -> str:
    """Hand-written Markdown with its links, lists and facts led to other ids, except inside code."""
    return patched(markdown, [Patch(start, end, new) for start, end, new in _link_patches(markdown, ids, facts)])


def with_ids_in_lock(lock: Lock, ids: Mapping[str, str], schema: Schema) -> Lock:
    """What the loader proposed, as if it had used the other ids."""
    facts: dict[FactKey, ProposedFact] = {}
    rejected: dict[FactKey, str] = {}
    standing: set[FactKey] = set()
    for key, each in lock.facts.items():
        new = replace(
            each,
            subject=ids.get(each.subject, each.subject),
            value=ids.get(each.value, each.value) if _names(schema, each.property) else each.value,
            by=ids.get(each.by, each.by),
            qualifiers={
                name: tuple(ids.get(value, value) for value in values) if _names(schema, name) else values
                for name, values in each.qualifiers.items()
            },
        )
        facts.setdefault(fact_key(new), new)
        if key in lock.rejected:
            rejected.setdefault(fact_key(new), lock.rejected[key])
        else:
            standing.add(fact_key(new))
    return Lock(
        entities=_under(ids, lock.entities),
        names=_under(ids, lock.names),
        facts={fact_key(each): each for each in facts.values()},
        rejected={key: why for key, why in rejected.items() if key not in standing},
        rejected_entities={
            ids.get(each, each): why for each, why in lock.rejected_entities.items() if each not in ids or ids[each] not in lock.entities
        },
    )


def _under(ids: Mapping[str, str], proposed: Mapping[str, ProposedEntity]) -> dict[str, ProposedEntity]:
    """Proposed entities under other ids. Those that keep theirs go before those that take them over."""
    moved: dict[str, ProposedEntity] = {}
    for name, one in sorted(proposed.items(), key=lambda pair: pair[0] in ids):
        moved.setdefault(ids.get(name, name), replace(one, id=ids.get(name, name)))
    return moved


def _names(schema: Schema, name: str) -> bool:
    each = schema.properties.get(name) or schema.qualifiers.get(name)
    return each is not None and each.kind is Kind.ENTITY


def _in_fact(fact: Node, schema: Schema) -> Iterator[Node]:
    for name, _, value in entries(fact):
        if name == "cite":
            yield from _speakers(value)
        elif name in schema.inverses or _names(schema, name):
            yield from _scalars(value)


def _speakers(cite: Node) -> Iterator[Node]:
    for each in cite.value if isinstance(cite, yaml.SequenceNode) else ():
        for name, _, value in entries(each):
            if name == "by":
                yield from _scalars(value)


def _scalars(node: Node) -> Iterator[Node]:
    found = node.value if isinstance(node, yaml.SequenceNode) else [node]
    yield from (each for each in found if isinstance(each, yaml.ScalarNode))


def _repeated(text: str, root: Node, schema: Schema, new: frozenset[str]) -> Iterator[Patch]:
    """Patches that take the second of two equal ids out of a list."""
    for name, _, value in entries(root):
        lists = [value] if name == "not_same_as" else []
        if name == "facts" and isinstance(value, yaml.SequenceNode):
            lists = [each for fact in value.value for key, _, each in entries(fact) if _names(schema, key)]
        for each in lists:
            seen: set[str] = set()
            for number, item in enumerate(each.value if isinstance(each, yaml.SequenceNode) else ()):
                if item.value in seen and item.value in new:
                    if isinstance(each, yaml.SequenceNode) and each.flow_style:
                        yield Patch(each.value[number - 1].end_mark.index, item.end_mark.index, "")
                    else:
                        start = text.rfind("\n", 0, item.start_mark.index) + 1
                        stop = text.find("\n", item.end_mark.index)
                        yield Patch(start, stop + 1 if stop >= 0 else len(text), "")
                seen.add(item.value)


def _link_patches(markdown: str, ids: Mapping[str, str], facts: FactIds) -> Iterator[tuple[int, int, str]]:
    code = [each.span() for each in _CODE.finditer(markdown)]
    for pattern in (_LINK, _EMBED, _LISTED):
        for found in pattern.finditer(markdown):
            if any(start <= found.start() < end for start, end in code):
                continue
            if pattern is _EMBED:
                old = (found["subject"], found["name"])
                subject, name = facts.get(old, (ids.get(old[0], old[0]), old[1]))
                if (subject, name) != old:
                    yield found.start("subject"), found.end("name"), f"{subject}#{name}"
            elif found["id"] in ids:
                yield found.start("id"), found.end("id"), ids[found["id"]]
