"""The beginning of a knowledge base of one's own."""

import json
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import SourcebookError
from sourcebook.model.facts import Rank, Stance
from sourcebook.model.schema import Property, Schema
from sourcebook.model.values import Kind
from sourcebook.store.files import write_atomically

EXAMPLE_REPOSITORY = "https://git.example.org/knowledge-base"
RENAMED = {"gitignore": ".gitignore"}
"""Files whose real names would have an effect in our own repository."""


def start(folder: Path, schema: Schema, title: str, repository: str) -> list[str]:
    """Writes the starter's files; gives their names.

    Raises:
        SourcebookError: If one of them is there already; nothing is written then.
    """
    here = resources.files("sourcebook.site").joinpath("starter")
    name = title or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize() or "Sourcebook"
    if any(mark in name + repository for mark in '"\\\n') or len(name) > 200:
        msg = "A title of at most 200 characters without quotation marks and backslashes is needed"
        raise SourcebookError(msg)
    texts = {
        path: text.replace("@TITLE@", name).replace("@REPOSITORY@", repository or EXAMPLE_REPOSITORY)
        for path, text in sorted(_files(here).items())
    }
    texts[".vscode/entity.schema.json"] = json.dumps(entity_schema(schema), indent=1) + "\n"
    if repository:
        texts["content/sourcebook.yml"] += f'repository: "{repository}"\n'
    there = [path for path in texts if (folder / path).exists()]
    if there:
        msg = f"Files are there already and would be overwritten: {', '.join(there)}. Choose another folder"
        raise SourcebookError(msg)
    for path, text in texts.items():
        write_atomically(folder / path, text)
    for each in ("articles", *(kind.plural for kind in schema.types.values())):
        (folder / "content" / each).mkdir(parents=True, exist_ok=True)
    return sorted(texts)


def _files(folder: Traversable, prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            found |= _files(each, f"{prefix}{each.name}/")
        else:
            found[prefix + RENAMED.get(each.name, each.name)] = each.read_text(encoding="utf-8")
    return found


def entity_schema(schema: Schema) -> dict[str, Any]:
    """A JSON Schema (draft 7) of entity files, for editors that complete and check YAML while one types."""
    texts = {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    prose = {"type": "string"}
    citation = {
        "type": "object",
        "required": ["src"],
        "additionalProperties": False,
        "properties": {
            "src": prose,
            "by": prose,
            "stance": {"enum": [each.value for each in Stance]},
            "quote": prose,
            "locator": prose,
            "note": prose,
        },
    }
    citations = {"type": "array", "minItems": 1, "items": citation}
    fact = {name: _value(each) for name, each in {**schema.properties, **schema.qualifiers}.items()}
    fact |= {"cite": citations, "rank": {"enum": [each.value for each in Rank]}, "why": prose, "auto": prose, "unsure": prose}
    entity = {
        "type": {"enum": list(schema.types)},
        **dict.fromkeys(("name", "summary", "notes", "note", "when", "kind", "status", "auto"), prose),
        **dict.fromkeys(("aliases", "mentioned_as", "same_as", "merged", "not_same_as"), texts),
        "cite": citations,
        "facts": {"type": "array", "items": {"type": "object", "additionalProperties": False, "required": ["cite"], "properties": fact}},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "required": ["type", "name"],
        "additionalProperties": False,
        "properties": entity,
    }


def _value(each: Property) -> dict[str, Any]:
    one: dict[str, Any] = {"enum": list(each.choices)} if each.kind is Kind.ENUM else {"type": ["string", "number", "boolean"]}
    said = {"description": each.label + (f" ({', '.join(each.to)})" if each.to else "")}
    return {**said, "oneOf": [one, {"type": "array", "items": one}]}
