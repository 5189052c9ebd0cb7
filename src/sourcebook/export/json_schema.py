"""JSON Schemas (draft 7) of the files that people edit, for editors that complete and check while one types.

Names of files and what they describe: `entity.json`, `article.json` (front matter), `settings.json`
(`content/sourcebook.yml`), `schema.json` (`content/schema.yml`), `language.json`, and `ids.json`, which holds the ids
that the others refer to. All but the last follow from the types and properties alone.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sourcebook.export.entity_files import entity_file
from sourcebook.export.ids import FILE, ids_file
from sourcebook.export.record_files import article_file, language_file, schema_file, settings_file
from sourcebook.export.values import Json
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.schema import Schema

UNSAID: Mapping[str, str] = {
    "unreadable": "whether the file can be read at all",
    "yaml-syntax": "YAML itself: the editor's own parser reports it; anchors, aliases and tags, which YAML allows",
    "tab-indent": "see yaml-syntax",
    "cut-by-comment": "comments, which an editor's own parser passes over",
    "merge-conflict": "see yaml-syntax",
    "duplicate-key": "see yaml-syntax",
    "missing-key": "a file that is empty; a key without a value where words are allowed, which an editor reads like the word `null`; an article without a text",
    "bad-id": "the name of a file",
    "duplicate-id": "two files with one id; an id that is merged and still has a file",
    "folder-mismatch": "the folder that a file stands in",
    "bad-schema": "names in schema.yml that clash with each other",
    "unknown-type": "in schema.yml: types that are added in the same file",
    "unknown-entity": "links in `notes`",
    "bad-date": "an interval that ends before it begins",
    "date-order": "two dates of one fact, compared",
    "bad-value": "`text: none` above a text",
    "quote-not-found": "the text of the article",
    "quote-ambiguous": "the text of the article",
    "quote-too-short": "how many letters a quote has when it is looked for",
    "source-changed": "the text of the article",
    "self-merge": "the id of the file itself",
    "merge-cycle": "other files",
    "alias-of-two-entities": "other files",
}
"""The errors that no schema can report, or not all of their cases, each with what would have to be known."""

KINDS: Mapping[str, str] = {
    "entity": "content/<type>/*.yml",
    "article": "the front matter of content/articles/*.md",
    "settings": "content/sourcebook.yml",
    "schema": "content/schema.yml",
    "language": "content/language.yml",
    "ids": "the ids that the others refer to",
}
"""The kinds of file, each with where it stands."""

_WIDTH = 140
_FORM = ("type", "pattern", "errorMessage")


def json_schemas(kb: KnowledgeBase, built_in: Schema, interface: Iterable[str]) -> dict[str, Json]:
    """The schema of every kind of file, by the name of the kind.

    Args:
        kb: whose types, properties and ids.
        built_in: the schema without what the knowledge base adds.
        interface: the English texts of the interface.
    """
    return {
        "entity": _shared(entity_file(kb.schema)),
        "article": _shared(article_file()),
        "settings": _shared(settings_file(kb.schema)),
        "schema": _shared(schema_file(kb.schema, built_in)),
        "language": language_file(interface),
        "ids": ids_file(kb),
    }


def in_one(schema: Json, ids: Json) -> Json:
    """A schema that needs no other file: the ids that it refers to are put into it."""
    if schema is ids:
        return schema
    text = json.dumps(schema)
    if f'"{FILE}#' not in text:
        return schema
    found: Json = json.loads(text.replace(f'"{FILE}#', '"#'))
    return {**found, "definitions": {**found.get("definitions", {}), **ids["definitions"]}}


def _shared(schema: Json) -> Json:
    """The same with every text form that occurs more than once written once, among the definitions."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}

    def count(part: Any) -> None:
        for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            count(each)
        if isinstance(part, dict) and "pattern" in part:
            counts[_form(part)] += 1

    def put(part: Any) -> Any:
        if isinstance(part, list):
            return [put(each) for each in part]
        if not isinstance(part, dict):
            return part
        if "pattern" in part and counts[_form(part)] > 1:
            name = names.setdefault(_form(part), f"form-{len(names) + 1}")
            rest = {key: each for key, each in part.items() if key not in _FORM}
            # What stands beside a `$ref` does not count in draft 7.
            reference = {"$ref": f"#/definitions/{name}"}
            return {**rest, "allOf": [reference]} if rest else reference
        return {key: put(each) for key, each in part.items()}

    count(schema)
    found: Json = put(schema)
    forms = {name: json.loads(form) for form, name in names.items()}
    return {**found, "definitions": {**found.get("definitions", {}), **forms}}


def _form(part: Json) -> str:
    return json.dumps({key: part[key] for key in _FORM if key in part})


def written(schema: Any, indent: int = 0) -> str:
    """A schema as text: whatever fits on a line stands on one, so that each id is a line of its own."""
    line = json.dumps(schema, ensure_ascii=False)
    if (indent and len(line) + indent <= _WIDTH) or not isinstance(schema, dict | list) or not schema:
        return line
    pad = " " * (indent + 1)
    if isinstance(schema, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {written(each, indent + 1)}" for key, each in schema.items()]
    else:
        parts = [written(each, indent + 1) for each in schema]
    opening, closing = "{}" if isinstance(schema, dict) else "[]"
    return f"{opening}\n{pad}" + f",\n{pad}".join(parts) + f"\n{' ' * indent}{closing}"
