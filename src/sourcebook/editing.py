"""What editors know of a knowledge base: JSON Schemas of its files, and whether they are up to date."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import Diagnostic, Severity
from sourcebook.model.knowledge import KnowledgeBase

SCHEMAS = ".sourcebook/schema"
"""Where editors find the schemas, below the project's folder."""


def one_schema(knowledge: KnowledgeBase, kind: str) -> str:
    """The schema of one kind of file, as a text that needs no other."""
    from sourcebook.export.json_schema import in_one, written

    schemas = schemas_of(knowledge)
    return written(in_one(schemas[kind], schemas["ids"])) + "\n"


def schemas_of(knowledge: KnowledgeBase) -> dict[str, dict[str, Any]]:
    """The schema of every kind of file, by the kind's name."""
    from sourcebook.export.json_schema import json_schemas
    from sourcebook.render.interface import texts
    from sourcebook.store.schemas import built_in_schema

    return json_schemas(knowledge, built_in_schema(), texts())


def schema_texts(knowledge: KnowledgeBase) -> dict[str, str]:
    """The same as files: name -> text."""
    from sourcebook.export.json_schema import written

    return {f"{kind}.json": written(schema) + "\n" for kind, schema in schemas_of(knowledge).items()}


def stale_schemas(folder: Path, knowledge: KnowledgeBase) -> dict[Path, str]:
    """The schemas in a folder that are missing or not as they should be, each with its text."""
    found = {folder / name: text for name, text in schema_texts(knowledge).items()}
    return {path: text for path, text in found.items() if not path.is_file() or path.read_bytes() != text.encode()}


def renew_schemas(root: Path, knowledge: KnowledgeBase, found: Sequence[Diagnostic] = ()) -> None:
    """Brings the schemas of a project up to date, if it keeps them and its `schema.yml` can be understood."""
    from sourcebook.store.files import write_atomically

    folder = root / SCHEMAS
    if folder.is_dir() and not wrong_with_types(found):
        for path, text in stale_schemas(folder, knowledge).items():
            write_atomically(path, text)


def wrong_with_types(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The errors of `content/schema.yml`; while there are some, schemas would forget types."""
    from sourcebook.store.load import SCHEMA_FILE

    return [each for each in found if each.place.path.endswith(f"/{SCHEMA_FILE}") and each.severity is Severity.ERROR]
