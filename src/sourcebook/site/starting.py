"""The beginning of a knowledge base of one's own."""

from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from sourcebook.diagnostics import SourcebookError
from sourcebook.model.schema import Schema
from sourcebook.store.files import write_atomically

EXAMPLE_REPOSITORY = "https://git.example.org/knowledge-base"
RENAMED = {"gitignore": ".gitignore"}
"""Files whose real names would have an effect in our own repository."""


def start(folder: Path, schema: Schema, title: str, repository: str, more: Mapping[str, str]) -> list[str]:
    """Writes the starter's files and `more` (name -> text); gives their names.

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
    texts |= more
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
