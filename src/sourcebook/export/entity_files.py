"""The schema of entity files."""

from sourcebook.export import ids, values, wording
from sourcebook.export.values import DRAFT, Json, never, told
from sourcebook.model.facts import UNKNOWN_SPEAKER, Rank, Stance
from sourcebook.model.schema import Property, Schema, Type
from sourcebook.model.values import Kind, Special
from sourcebook.store.entities import CITATION_KEYS, COMMON_KEYS, FACT_KEYS, MAX_PROSE, MAX_QUOTE


def entity_file(schema: Schema) -> Json:
    """Entity files of every type; which one it is follows from `type:`."""
    kinds = values.one_of(schema.types, f"There is no such type. There are: {', '.join(schema.types)}.", _labels(schema))
    definitions: Json = {"citations": _citations(schema)}
    definitions |= {f"property-{name}": _property(each, schema) for name, each in schema.properties.items()}
    definitions |= {f"qualifier-{name}": _qualifier(each, schema) for name, each in schema.qualifiers.items()}
    for name, kind in schema.types.items():
        definitions |= {f"fact-{name}": _fact(name, schema), f"entity-{name}": _entity(kind, schema)}
    choices = [
        {"if": {"required": ["type"], "properties": {"type": values.exactly([name], "")}}, "then": {"$ref": f"#/definitions/entity-{name}"}}
        for name in schema.types
    ]
    return {
        "$schema": DRAFT,
        "title": "Entity",
        "type": "object",
        "required": ["type", "name"],
        "properties": {
            "type": told(kinds, wording.with_choices(wording.ENTITY["type"], _labels(schema))),
            "name": told(values.text(), wording.ENTITY["name"]),
        },
        "allOf": choices,
        "definitions": definitions,
    }


def _labels(schema: Schema) -> dict[str, str]:
    return {name: f"{each.label}; its files stand in {each.plural}/." for name, each in schema.types.items()}


def _targets(each: Property, schema: Schema) -> list[str]:
    return [name for name in schema.types if schema.is_a(name, each.to)]


def _value(each: Property, schema: Schema) -> Json:
    if each.kind is not Kind.ENTITY:
        return values.value(each.kind, each.choices, MAX_QUOTE if each.kind in {Kind.TEXT, Kind.QUOTE} else MAX_QUOTE // 10)
    return ids.one_of(_targets(each, schema), values.one_of(Special, ids.NO_ENTITY, values.SPECIAL))


def _takes(each: Property) -> str:
    if each.kind is Kind.ENUM:
        return f"one of: {', '.join(f'`{choice}`' for choice in each.choices)}"
    if each.kind is Kind.ENTITY:
        return f"the id of {wording.a(each.to) or 'an entity'}"
    return wording.KINDS[each.kind] + (f" (in {each.unit} unless written)" if each.unit else "")


def _property(each: Property, schema: Schema) -> Json:
    inverses = dict.fromkeys([each.inverse, *each.inverse_on.values()])
    there = ", ".join(f"`{name}`" for name in inverses if name)
    said = f"**{each.label}**: {_takes(each)}{'' if each.single else ', or a list of them'}."
    said += f" Shown at the other end as {there} by itself." if there else ""
    said += " Reads the same from both ends: write it once." if each.symmetric else ""
    one = _value(each, schema)
    return told(values.single(one) if each.single else values.listed(one), said)


def _qualifier(each: Property, schema: Schema) -> Json:
    said = f"{wording.QUALIFIERS.get(each.name, each.label.capitalize())}: {_takes(each)}, or a list of them."
    return told(values.listed(_value(each, schema)), said)


def _citations(schema: Schema) -> Json:
    every: Json = {
        "by": ids.one_of(
            schema.types, values.one_of([UNKNOWN_SPEAKER], ids.NO_ENTITY, {UNKNOWN_SPEAKER: "The text does not say who says it."})
        ),
        "src": ids.article(),
        "quote": values.text(MAX_QUOTE),
        "stance": values.one_of(Stance, f"Write one of: {', '.join(Stance)}.", wording.STANCES),
        "note": values.text(MAX_PROSE),
    }
    said = {**wording.CITATION, "stance": wording.with_choices(wording.CITATION["stance"], wording.STANCES)}
    one: Json = {
        "title": "Citation",
        "type": "object",
        "additionalProperties": False,
        "required": ["src"],
        "defaultSnippets": [_snippet("new citation", "An article and its exact words.", _cited(1, 4))],
        "properties": {key: told(every.get(key, values.text()), said[key]) for key in CITATION_KEYS},
        "if": {"required": ["src"], "properties": {"src": ids.article_without_text()}},
        "then": {"required": ["locator"]},
        "else": {"required": ["quote"]},
    }
    return {
        "type": "array",
        "minItems": 1,
        "errorMessage": "Write `cite:` and below it `- src: article-id`.",
        "defaultSnippets": [_whole("cite", "An article and its exact words.", [_cited(1, 6)])],
        # What stands apart from the type is left out when the key is completed: then the snippet is all.
        "allOf": [{"type": "array", "items": one}],
    }


def _fact(name: str, schema: Schema) -> Json:
    properties = schema.properties_on(name)
    one: list[Json | bool] = [{"required": [each.name]} for each in properties] or [False]
    rank = values.one_of(Rank, f"Write one of: {', '.join(Rank)}.", wording.RANKS)
    own: Json = {"cite": {"$ref": "#/definitions/citations"}, "rank": rank, "why": values.text(2_000)}
    said = {**wording.FACT, "rank": wording.with_choices(wording.FACT["rank"], wording.RANKS)}
    explained = values.exactly([Rank.PREFERRED, Rank.DEPRECATED], "")
    keys = {each.name: {"$ref": f"#/definitions/property-{each.name}"} for each in properties}
    keys |= {each: {"$ref": f"#/definitions/qualifier-{each}"} for each in schema.qualifiers}
    keys |= {key: told(own.get(key, values.text()), said[key]) for key in FACT_KEYS}
    return {
        "title": "Fact",
        "type": "object",
        "additionalProperties": False,
        "required": ["cite"],
        "properties": keys,
        "dependencies": {"why": ["rank"]},
        "allOf": [
            {"if": {"anyOf": one}, "else": never("The fact has no property. Begin it with one, such as `- visited: russia`.")},
            {
                "if": {"anyOf": one},
                "then": {"if": {"oneOf": one}, "else": never("One fact has one property. Begin a new fact with `- `.")},
            },
            {"if": {"required": ["rank"], "properties": {"rank": explained}}, "then": {"required": ["why"]}},
        ],
    }


def _entity(kind: Type, schema: Schema) -> Json:
    name = kind.name
    new = [_new_fact(each) for each in schema.properties_on(name)]
    facts: Json = {
        "type": "array",
        "errorMessage": "Begin each fact with `- `, such as `- visited: russia`.",
        "defaultSnippets": [_whole("facts", "The first fact.", [{"${1:property}": "${2:value}", "cite": [_cited(3, 10)]}])],
        "allOf": [{"type": "array", "items": {"$ref": f"#/definitions/fact-{name}"}, "defaultSnippets": new}],
    }
    listed = values.listed(values.text())
    own: Json = {
        "type": True,
        "aliases": listed,
        "mentioned_as": listed,
        "summary": values.text(2_000),
        "cite": {"$ref": "#/definitions/citations"},
        "facts": facts,
        "same_as": values.listed(values.identifier()),
        "merged": values.listed(values.an_id()),
        "not_same_as": values.listed(ids.one_of(each for each in schema.types if schema.is_a(each, (name,)))),
        "notes": values.text(MAX_PROSE),
        "note": values.text(MAX_PROSE),
        "when": values.date(),
        "kind": values.text(),
        "status": values.text(),
    }
    # A type may allow keys of which the loader reads nothing.
    keys = {key: own.get(key, values.text() if key in COMMON_KEYS else {}) for key in (*COMMON_KEYS, *schema.keys_of(name))}
    told_keys = {key: found if found is True else told(found, wording.ENTITY.get(key, "")) for key, found in keys.items()}
    return {"title": kind.label, "type": "object", "additionalProperties": False, "properties": told_keys}


def _new_fact(each: Property) -> Json:
    value = each.choices[0] if each.choices else wording.EXAMPLES[each.kind]
    body = {each.name: f"${{1:{value}}}", "cite": [_cited(2, 8)]}
    return _snippet(f"new fact: {each.name}", f"A fact with its words: {each.label}.", body)


def _cited(number: int, column: int) -> Json:
    """A citation to fill in, from the given tab stop on; its words stand that many columns in from the line where it is put."""
    return {"src": f"${{{number}:article}}", "quote": f">-\n{' ' * column}${{{number + 1}:the exact words}}"}


def _snippet(label: str, said: str, body: object) -> Json:
    return {"label": label, "description": said, "body": body}


def _whole(label: str, said: str, body: object) -> Json:
    """A snippet for a key together with its list, which has its dashes."""
    return {**_snippet(label, said, body), "type": "object"}
