"""The schema: the built-in file and the one that a knowledge base adds."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.schema import THING, Property, Schema, Type
from sourcebook.model.values import Kind
from sourcebook.slug import is_slug
from sourcebook.store.fields import Fields
from sourcebook.store.nodes import Document, Node, entries, parse_yaml
from sourcebook.suggest import did_you_mean

TYPE_KEYS = ("plural", "label", "plural_label", "extends", "icon", "rdf", "keys", "common", "infobox", "columns")
PROPERTY_KEYS = ("on", "to", "value", "of", "unit", "inverse", "symmetric", "label", "inverse_label", "single", "unique", "rdf")
RESERVED_FOLDERS = frozenset({"articles", "pages", "assets"})
RESERVED_KEYS = frozenset({"cite", "rank", "why", "auto", "unsure"})


@cache
def built_in_schema() -> Schema:
    """The schema that ships with the package."""
    path = "sourcebook/schema.yml"
    text = resources.files("sourcebook").joinpath("schema.yml").read_text(encoding="utf-8")
    schema, found = extend_schema(Schema(types={}, properties={}, qualifiers={}), parse_yaml(text, path))
    if found:
        raise AssertionError(found)
    return schema


def extend_schema(base: Schema, document: Document) -> tuple[Schema, list[Diagnostic]]:
    """The schema with the types, properties and qualifiers of a file added, and what does not fit in it."""
    if document.root is None:
        return base, list(document.diagnostics)
    top = Fields(document.root, document.path, what="schema")
    top.found.extend(document.diagnostics)
    for _ in top.unknown(("types", "properties", "qualifiers")):
        pass
    types = dict(base.types)
    for name, node in _section(top, "types"):
        if made := _type(name, node, top, types):
            types[name] = made
    properties, qualifiers = dict(base.properties), dict(base.qualifiers)
    written = dict(_section(top, "properties"))
    for name, node in written.items():
        if each := _property(name, node, top, types, {**properties, **qualifiers}, order=len(properties)):
            properties[name] = each
    for name, node in _section(top, "qualifiers"):
        if each := _property(name, node, top, types, {**properties, **qualifiers}, order=len(qualifiers)):
            qualifiers[name] = each
    inverses = {inverse: each.name for each in properties.values() for inverse in (each.inverse, *each.inverse_on.values()) if inverse}
    for name in sorted(set(inverses) & set(properties)):
        where = written.get(inverses[name]) or written.get(name) or Place(document.path)
        top.report("bad-schema", f"`{name}` is a property and the inverse of `{inverses[name]}`", where, "Rename one of them.")
        del inverses[name]
    return Schema(types=types, properties=properties, qualifiers=qualifiers, inverses=inverses), top.found


def _section(top: Fields, name: str) -> list[tuple[str, Node]]:
    node = top.values.get(name)
    if node is None:
        return []
    if not isinstance(node, yaml.MappingNode):
        top.report("bad-schema", f"`{name}` is not a list of names with settings", node, "Write `name: {…}` below it.")
        return []
    return [(key, value) for key, _, value in entries(node)]


def _type(name: str, node: Node, top: Fields, types: Mapping[str, Type]) -> Type | None:
    fields = Fields(node, top.path, what="type", found=top.found)
    for _ in fields.unknown(TYPE_KEYS):
        pass
    plural = fields.text("plural") or f"{name}s"
    if not is_slug(name) or not is_slug(plural) or name == THING:
        fields.report(
            "bad-schema",
            f"`{name[:60]}` or its plural `{plural[:60]}` cannot name a type",
            node,
            "Use lower-case letters, digits and hyphens.",
        )
        return None
    if name in types or plural in {each.plural for each in types.values()} or plural in RESERVED_FOLDERS:
        fields.report("bad-schema", f"The type `{name}` or the folder {plural}/ is there already", node, "Choose another name and plural.")
        return None
    extends = fields.text("extends") or THING
    if extends != THING and extends not in types:
        hint = did_you_mean(extends, [*types, THING]) or f"Known types: {', '.join([*types, THING])}."
        fields.report("unknown-type", f"`{name}` extends `{extends[:60]}`, which is no type", fields.values["extends"], hint)
        extends = THING
    parent = types.get(extends)
    label = fields.text("label") or name.replace("-", " ").capitalize()
    return Type(
        name=name,
        plural=plural,
        label=label,
        plural_label=fields.text("plural_label") or (plural.replace("-", " ").capitalize()),
        icon=fields.text("icon") or "material/shape-outline",
        rdf=fields.text("rdf") or (parent.rdf if parent else "schema:Thing"),
        extends=extends,
        keys=tuple(text for text, _ in fields.texts("keys")),
        common=fields.choice("common", ("true", "false"), "true" if parent and parent.common else "false") == "true",
        infobox=tuple(text for text, _ in fields.texts("infobox")) or (parent.infobox if parent else ()),
        columns=tuple(text for text, _ in fields.texts("columns")) or (parent.columns if parent else ()),
    )


def _property(
    name: str, node: Node, top: Fields, types: Mapping[str, Type], taken: Mapping[str, Property], *, order: int
) -> Property | None:
    fields = Fields(node, top.path, what="property", found=top.found)
    for _ in fields.unknown(PROPERTY_KEYS):
        pass
    if not name.replace("_", "-").islower() or not is_slug(name.replace("_", "-")) or name in RESERVED_KEYS:
        fields.report("bad-schema", f"`{name[:60]}` cannot name a property", node, "Use lower-case letters, digits and single underscores.")
        return None
    if name in taken:
        fields.report("bad-schema", f"There is a property or qualifier `{name}` already", node, "Choose another name.")
        return None
    on = _known_types(fields, "on", types)
    to = _known_types(fields, "to", types)
    kind = fields.choice("value", tuple(Kind), Kind.ENTITY)
    if kind is not Kind.ENTITY and (to or "inverse" in fields.keys):
        fields.report(
            "bad-schema", f"`{name}` has values of kind {kind} and cannot point to entities", node, "Remove `value`, or `to` and `inverse`."
        )
        return None
    choices = tuple(text for text, _ in fields.texts("of"))
    if (kind is Kind.ENUM) != bool(choices):
        fields.report("bad-schema", f"`{name}` needs both `value: enum` and `of: [choices]`, or neither", node, "Add what is missing.")
        return None
    inverse_node = fields.values.get("inverse")
    inside = Fields(inverse_node, top.path, what="inverse", found=top.found) if isinstance(inverse_node, yaml.MappingNode) else None
    inverse_on = {key: text for key in inside.values if (text := inside.text(key))} if inside and inside.keys else {}
    return Property(
        name=name,
        on=on,
        to=to,
        kind=kind,
        choices=choices,
        unit=fields.text("unit"),
        inverse="" if inside and inside.keys else fields.text("inverse"),
        inverse_on=inverse_on,
        label=fields.text("label") or name.replace("_", " "),
        inverse_label=fields.text("inverse_label"),
        symmetric=fields.choice("symmetric", ("true", "false"), "false") == "true",
        single=fields.choice("single", ("true", "false"), "false") == "true",
        unique=fields.choice("unique", ("", "per-value-at-a-time"), ""),
        rdf=fields.text("rdf"),
        order=order,
    )


def _known_types(fields: Fields, key: str, types: Mapping[str, Type]) -> tuple[str, ...]:
    found = []
    for text, node in fields.texts(key):
        if text in types:
            found.append(text)
        elif text not in {THING, "any"}:
            hint = did_you_mean(text, types) or f"Known types: {', '.join(types)}."
            fields.report("unknown-type", f"There is no type `{text[:60]}`", node, hint)
    return tuple(found)
