"""What editors know of a knowledge base: JSON Schemas of its files, and whether they are up to date."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import Diagnostic, Severity
from sourcebook.model.knowledge import KnowledgeBase

SCHEMAS = ".sourcebook/schema"
"""Where editors find the schemas, below the project's folder. What follows from the files is not kept with them: git ignores it."""


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


def own_files(knowledge: KnowledgeBase) -> dict[str, str]:
    """What a project has for editors: name, from its folder -> text."""
    texts = {".gitignore": "*\n", **schema_texts(knowledge)}
    return {f"{SCHEMAS}/{name}": text for name, text in texts.items()}


def stale(folder: Path, texts: Mapping[str, str]) -> dict[Path, str]:
    """The files in a folder that are missing or not as they should be, each with its text."""
    found = {folder / name: text for name, text in texts.items()}
    return {path: text for path, text in found.items() if not path.is_file() or path.read_bytes() != text.encode()}


def renew_schemas(root: Path, knowledge: KnowledgeBase, found: Sequence[Diagnostic] = ()) -> None:
    """Brings a project's own schemas up to date if its `schema.yml` can be understood."""
    from sourcebook.store.files import write_atomically

    if wrong_with_types(found):
        return
    # Who may read a folder and not write to it can still serve it.
    with suppress(OSError):
        for path, text in stale(root, own_files(knowledge)).items():
            write_atomically(path, text)


def wrong_with_types(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The errors of `content/schema.yml`; while there are some, schemas would forget types."""
    from sourcebook.store.load import SCHEMA_FILE

    return [each for each in found if each.place.path.endswith(f"/{SCHEMA_FILE}") and each.severity is Severity.ERROR]
