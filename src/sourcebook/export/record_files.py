"""The schemas of articles' front matter and of the files at the top of a knowledge base."""

from collections.abc import Iterable

from sourcebook.export import values, wording
from sourcebook.export.values import DRAFT, Json, never, told
from sourcebook.model.articles import GENRES
from sourcebook.model.knowledge import COMPONENTS, UNREVIEWED
from sourcebook.model.schema import THING, Schema
from sourcebook.model.values import Kind
from sourcebook.store.articles import RECORD_KEYS
from sourcebook.store.schemas import PROPERTY_KEYS, RESERVED_FOLDERS, RESERVED_KEYS, TYPE_KEYS
from sourcebook.store.settings import FORM_CHOICES, FORM_KEYS, ON_OFF, SETTING_KEYS


def article_file() -> Json:
    """The front matter of articles."""
    nothing = values.one_of(["none"], "`text` says only whether the text is held: write `text: none`, or leave it out.")
    genres = values.one_of(GENRES, f"Write one of: {', '.join(GENRES)}.", wording.GENRE_STANCES)
    said = {**wording.RECORD, "genre": wording.with_choices(wording.RECORD["genre"], wording.GENRE_STANCES)}
    own: Json = {
        "genre": genres,
        "issued": values.date(),
        "accessed": values.date(),
        "language": values.language(),
        "url": values.address(),
        "sha256": values.fingerprint(),
        "text": nothing,
        "note": values.text(100_000),
    }
    return {
        "$schema": DRAFT,
        "title": "Article",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: told(own.get(key, values.text()), said[key]) for key in RECORD_KEYS},
        "if": {"required": ["text"], "properties": {"text": values.exactly(["none"], "")}},
        "then": {"required": ["url"]},
        "else": {"required": ["sha256"]},
    }


def settings_file(schema: Schema) -> Json:
    """`content/sourcebook.yml`."""
    parts = values.listed(values.one_of(COMPONENTS, f"No component of a page. There are: {', '.join(COMPONENTS)}."))
    by_type = {"title": "by type", "type": "object", "properties": dict.fromkeys([*schema.types, ""], parts), "additionalProperties": parts}
    own: Json = {
        "description": values.text(2_000),
        "url": values.site(),
        "language": values.text(35),
        "components": {"anyOf": [*parts["anyOf"], by_type]},
        "history": values.one_of(ON_OFF, "Write `on` or `off`."),
        "unreviewed": values.one_of(UNREVIEWED, "Write `show` or `hide`."),
        "forms": {"anyOf": [_form_choice("show"), _form_settings()]},
    }
    return {
        "$schema": DRAFT,
        "title": "Settings",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: told(own.get(key, values.text()), wording.SETTINGS[key]) for key in SETTING_KEYS},
    }


def _form_choice(key: str) -> Json:
    choices = FORM_CHOICES[key]
    return values.one_of(choices, f"Write one of: {', '.join(choices)}.")


def _form_settings() -> Json:
    """What a knowledge base may say of the form editor beyond whether there is one."""
    own = {**{key: _form_choice(key) for key in FORM_CHOICES}, "app_id": values.text(), "auth": values.safe_site()}
    said = {key: told(own[key], wording.FORMS[key]) for key in FORM_KEYS}
    return {"title": "forms", "type": "object", "properties": said, "additionalProperties": False}


def language_file(interface: Iterable[str]) -> Json:
    """`content/language.yml`: what it may say beyond the texts of the interface is not limited."""
    words = values.text(2_000)
    return {
        "$schema": DRAFT,
        "title": "Texts of the interface",
        "type": "object",
        "properties": {each: {"$ref": "#/definitions/words"} for each in interface},
        "additionalProperties": {"$ref": "#/definitions/words"},
        "definitions": {
            "words": {"description": "The text in your language. What stands in braces is replaced and stays as it is.", **words}
        },
    }


def schema_file(schema: Schema, built_in: Schema) -> Json:
    """`content/schema.yml`. Types that it adds may be named in it before they are known here, so names are only suggested."""
    taken = [*built_in.properties, *built_in.qualifiers, *sorted(RESERVED_KEYS)]
    properties = {
        "type": "object",
        "propertyNames": values.property_name(taken),
        "additionalProperties": {"$ref": "#/definitions/property"},
    }
    types = {
        "type": "object",
        "propertyNames": values.type_name([*built_in.types, THING]),
        "additionalProperties": {"$ref": "#/definitions/type"},
    }
    return {
        "$schema": DRAFT,
        "title": "Types and properties",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "types": told(types, wording.TYPES_SECTION),
            "properties": told(properties, wording.PROPERTIES_SECTION),
            "qualifiers": told(properties, wording.QUALIFIERS_SECTION),
        },
        "definitions": {"type": _type(schema, built_in), "property": _property(schema)},
    }


def _type(schema: Schema, built_in: Schema) -> Json:
    own: Json = {
        "plural": values.an_id(but=[*sorted(RESERVED_FOLDERS), *built_in.folder_types()]),
        "extends": values.suggested(values.an_id(), [*schema.types, THING]),
        "keys": values.listed(values.suggested(values.text(), ["when", "kind", "status"])),
        "common": values.truth(),
        "infobox": values.listed(values.suggested(values.text(), schema.properties)),
        "columns": values.listed(values.suggested(values.text(), schema.properties)),
    }
    return {
        "title": "Type",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: told(own.get(key, values.text()), wording.TYPE[key]) for key in TYPE_KEYS},
    }


def _property(schema: Schema) -> Json:
    types = values.listed(values.suggested(values.an_id(), [*schema.types, "any"]))
    own: Json = {
        "on": types,
        "to": types,
        "value": values.one_of(Kind, f"Write one of: {', '.join(Kind)}.", wording.KINDS),
        "of": values.listed(values.text()),
        "inverse": {
            "anyOf": [values.text(), {"title": "by type", "type": "object", "minProperties": 1, "additionalProperties": values.text()}],
        },
        "symmetric": values.truth(),
        "single": values.truth(),
        "unique": values.one_of(["per-value-at-a-time"], "Write per-value-at-a-time, or leave the key out."),
    }
    enum, entity = values.exactly([Kind.ENUM], ""), values.exactly([Kind.ENTITY], "")
    no_entity = "Values of this kind cannot point to entities: remove `value`, or `to` and `inverse`."
    both = "Write both `value: enum` and `of: [choices]`, or neither."
    return {
        "title": "Property",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: told(own.get(key, values.text()), wording.PROPERTY[key]) for key in PROPERTY_KEYS},
        "allOf": [
            {
                "if": {"required": ["value"], "properties": {"value": enum}},
                "then": {"required": ["of"]},
                "else": {"properties": {"of": never(both)}},
            },
            {
                "if": {"required": ["value"], "properties": {"value": {"not": entity}}},
                "then": {"properties": {"inverse": never(no_entity), "to": values.listed(values.exactly([THING, "any"], no_entity))}},
            },
        ],
    }
