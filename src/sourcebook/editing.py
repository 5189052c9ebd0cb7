"""What editors know of a knowledge base: JSON Schemas of its files, and whether they are up to date."""

from pathlib import Path

from sourcebook.diagnostics import Diagnostic, Severity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.project import CONTENT, SCHEMAS, Project, Watch, load, schema_texts, silent


def one_schema(project: Project, kind: str, *, watch: Watch = silent) -> tuple[str, list[Diagnostic]]:
    """The schema of one kind of file as a text that needs no other, and what is wrong with `content/schema.yml`."""
    from sourcebook.export.json_schema import in_one, written
    from sourcebook.project import schemas_of

    knowledge, found = load(project, watch=watch)
    schemas = schemas_of(knowledge)
    return written(in_one(schemas[kind], schemas["ids"])) + "\n", _of_the_schema(found)


def stale_schemas(project: Project, out: Path | None = None, *, watch: Watch = silent) -> tuple[dict[Path, str], list[Diagnostic]]:
    """The files of schemas that are not as they should be, each with its text; and what is wrong with `content/schema.yml`.

    Args:
        project: whose.
        out: the folder; `.sourcebook/schema` in the project if None.
        watch: called with the name of each file that is read.
    """
    knowledge, found = load(project, watch=watch)
    return _changed(out or project.root / SCHEMAS, schema_texts(knowledge)), _of_the_schema(found)


def renew_schemas(project: Project, knowledge: KnowledgeBase) -> None:
    """Brings the schemas up to date if the project keeps them; those of others stay away."""
    from sourcebook.store.files import write_atomically

    folder = project.root / SCHEMAS
    if folder.is_dir():
        for path, text in _changed(folder, schema_texts(knowledge)).items():
            write_atomically(path, text)


def _changed(folder: Path, texts: dict[str, str]) -> dict[Path, str]:
    found = {folder / name: text for name, text in texts.items()}
    return {path: text for path, text in found.items() if not path.is_file() or path.read_bytes() != text.encode()}


def _of_the_schema(found: list[Diagnostic]) -> list[Diagnostic]:
    from sourcebook.store.load import SCHEMA_FILE

    return [each for each in found if each.place.path == f"{CONTENT}/{SCHEMA_FILE}" and each.severity is Severity.ERROR]
