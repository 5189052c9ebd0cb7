"""The beginning of a knowledge base of one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from sourcebook.diagnostics import SourcebookError
from sourcebook.model.schema import Schema
from sourcebook.store.files import write_atomically

RENAMED = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "gitlab-ci.yml": ".gitlab-ci.yml"}
"""Files whose real names would have an effect in our own repository."""
CI_FILES = {"github": ".github/", "gitlab": ".gitlab-ci.yml"}
"""What begins the name of a file that only one host reads."""
EVERYONES = ("README.md", ".gitignore", ".gitattributes", ".vscode/")
"""What begins the name of a file that a repository may well have before: it is kept as it is."""


@dataclass(frozen=True, slots=True)
class Started:
    """The files that were written, and those that were there already and kept."""

    written: Sequence[str]
    kept: Sequence[str]


def host_of(repository: str) -> str:
    """The host whose CI a repository most likely has: GitLab where its address says so, else GitHub.

    >>> host_of("https://gitlab.example.org/press/kb"), host_of("")
    ('gitlab', 'github')
    """
    return "gitlab" if "gitlab" in repository.partition("//")[2].partition("/")[0].lower() else "github"


def start(folder: Path, schema: Schema, title: str, repository: str, more: Mapping[str, str], ci: str = "", inside: str = "") -> Started:
    """Writes the starter's files.

    Args:
        folder: where to.
        schema: what editors are told of.
        title: of the site; made from the folder's name if "".
        repository: its address on the web, or "".
        more: other files, name -> text.
        ci: the host whose CI is set up: a key of `CI_FILES`, "none", or "" for that of the repository.
        inside: the folder's path in the repository, "" if it is the top, as hosts read what is to run only there.

    Raises:
        SourcebookError: If one of them is there already; nothing is written then.
    """
    here = resources.files("sourcebook.site").joinpath("starter")
    name = title or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize() or "Sourcebook"
    if any(mark in name + repository + inside for mark in '"\\\n') or len(name) > 200:
        msg = "A title of at most 200 characters is needed, and neither it nor the path may have quotation marks or backslashes"
        raise SourcebookError(msg)
    texts = {
        path: text.replace("@TITLE@", name).replace("@REPOSITORY@", repository).replace("@INSIDE@", f"{inside}/" if inside else "")
        for path, text in sorted(_files(here).items())
        if not path.startswith(tuple(begin for host, begin in CI_FILES.items() if inside or host != (ci or host_of(repository))))
    }
    if repository:
        texts["content/sourcebook.yml"] += f'repository: "{repository}"\n'
    if inside:
        texts["content/sourcebook.yml"] += f'folder: "{inside}"\n'
    texts |= more
    kept = sorted(path for path in texts if path.startswith(EVERYONES) and (folder / path).exists())
    texts = {path: text for path, text in texts.items() if path not in kept}
    there = [path for path in texts if (folder / path).exists()]
    if there:
        msg = f"Files are there already and would be overwritten: {', '.join(there)}. Choose another folder"
        raise SourcebookError(msg)
    for path, text in texts.items():
        write_atomically(folder / path, text)
    for each in ("articles", *(kind.plural for kind in schema.types.values())):
        (folder / "content" / each).mkdir(parents=True, exist_ok=True)
    return Started(sorted(texts), kept)


def _files(folder: Traversable, prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            found |= _files(each, f"{prefix}{each.name}/")
        else:
            found[prefix + RENAMED.get(each.name, each.name)] = each.read_text(encoding="utf-8")
    return found
