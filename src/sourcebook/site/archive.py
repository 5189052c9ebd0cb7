"""After a build: what no page loads is removed, and the site packed into one file to pass on."""

import io
import zipfile
from pathlib import Path

from sourcebook.store.files import write_output_bytes

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive, so that the same site gives the same bytes."""


ONLINE = ("admin/", "assets/vendor/sveltia-cms-", "assets/vendor/yaml-")
"""The form editor, which saves to a repository and needs a server."""


def pack(folder: Path, archive: Path) -> None:
    """Writes all files of a folder into a zip archive, below a folder named like the archive, but for what is of use only online."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as files:
        for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.resolve() != archive.resolve()):
            uri = path.relative_to(folder).as_posix()
            if uri.startswith(ONLINE):
                continue
            entry = zipfile.ZipInfo(f"{archive.stem}/{uri}", FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            files.writestr(entry, path.read_bytes())
    write_output_bytes(archive, packed.getvalue())


def is_unused(uri: str, language: str) -> bool:
    """Whether no page loads a file of the theme: source maps, and for English the word stems of other languages."""
    return uri.startswith("assets/") and (uri.endswith(".map") or (language == "en" and uri.startswith("assets/javascripts/lunr/")))


def prune(folder: Path, language: str) -> None:
    """Removes from a built site what no page loads."""
    for path in sorted(each for each in (folder / "assets").rglob("*") if each.is_file()):
        if is_unused(path.relative_to(folder).as_posix(), language):
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
