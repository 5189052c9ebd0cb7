"""The pages as a folder on disk, for any builder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sourcebook.diagnostics import SourcebookError
from sourcebook.store.files import write_bytes_atomically

MANIFEST = ".sourcebook-pages"
"""Names what we wrote, a uri on each line, so that pages that are gone can be removed and nothing else is."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written because they changed, and how many removed."""

    changed: int
    removed: int


def write_folder(files: Mapping[str, bytes], out: Path) -> Written:
    """Writes files by their uri into a folder: only what changed, each at once; and removes what it wrote earlier.

    Raises:
        SourcebookError: If the folder holds files that this function did not write.
    """
    manifest = out / MANIFEST
    if out.is_dir() and any(out.iterdir()) and not manifest.is_file():
        msg = f"{out} is not empty and was not written by this command: name an empty or a new folder"
        raise SourcebookError(msg)
    before = set(manifest.read_text(encoding="utf-8").splitlines()) if manifest.is_file() else set()
    out.mkdir(parents=True, exist_ok=True)
    # Noted first: what is written is ours even if we are interrupted.
    write_bytes_atomically(manifest, "".join(f"{uri}\n" for uri in sorted(before | set(files))).encode())
    changed = sum(write_bytes_atomically(_inside(out, uri), content) for uri, content in files.items())
    gone = sorted(before - set(files))
    for uri in gone:
        _inside(out, uri).unlink(missing_ok=True)
    write_bytes_atomically(manifest, "".join(f"{uri}\n" for uri in sorted(files)).encode())
    return Written(changed, len(gone))


def _inside(out: Path, uri: str) -> Path:
    path = PurePosixPath(uri)
    if path.is_absolute() or ".." in path.parts:
        msg = f"Not a place inside the folder: {uri}"
        raise SourcebookError(msg)
    return out.joinpath(*path.parts)
