"""Reading and writing files so that nothing is lost: strict UTF-8, atomic replacement."""

import codecs
import errno
import os
import secrets
import stat
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.text import digest

MAX_YAML_BYTES = 2 * 1024 * 1024
"""A file that people edit is never larger; a larger one is a mistake or an attack."""

MAX_ARTICLE_BYTES = 64 * 1024 * 1024

CACHE = ".cache/sourcebook"
"""The folder, below that of a project, for what can be made again; git ignores it."""

MAX_DOCUMENT_BYTES = 2 * 1024 * 1024
"""Some 300,000 words: a longer document is a book, and is ingested chapter by chapter."""

FRESH = 0.05
"""Seconds; file systems may give the same time to two changes that are nearer to each other."""

MAY_NOT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""What the system says where nothing may be written."""

Look = tuple[int, int]
"""Size in bytes, and time of change in nanoseconds."""

GONE: Look = (-1, -1)
"""Of a file that went away."""


def looks(path: str) -> dict[str, Look]:
    """The looks of a file, or of all files in a folder by their places in it."""
    found: dict[str, Look] = {}
    pending = [(path, "")]
    try:
        if not os.path.isdir(path):  # noqa: PTH112 (tens of thousands of files: no objects for their paths)
            state = os.stat(path)  # noqa: PTH116
            return {"": (state.st_size, max(state.st_mtime_ns, state.st_ctime_ns))}
    except OSError:
        return {}
    while pending:
        folder, prefix = pending.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:  # it went away, or is a link to itself
            continue
        for entry in entries:
            try:
                if entry.is_dir():
                    pending.append((entry.path, f"{prefix}{entry.name}/"))
                    continue
                state = entry.stat()
            except OSError:
                continue
            found[prefix + entry.name] = (state.st_size, max(state.st_mtime_ns, state.st_ctime_ns))
    return found


def looks_of(paths: Iterable[str]) -> dict[str, dict[str, Look]]:
    """The looks of files and of all files in folders, by their paths; those that do not exist count too."""
    return {path: looks(path) for path in sorted(set(paths))}


def stamp(seen: Mapping[str, Mapping[str, Look]], more: str = "") -> str:
    """A digest of looks; "" if one of the files changed just now.

    Args:
        seen: as `looks_of` gives them.
        more: what else to tell apart.
    """
    parts = [more]
    for path, found in seen.items():
        parts += [path, repr(sorted(found.items()))]
    newest = max((changed for found in seen.values() for _, changed in found.values()), default=0)
    return "" if newest > time.time_ns() - FRESH * 1e9 else digest(*parts)


def read_text(path: Path | str, shown: str, *, limit: int = MAX_YAML_BYTES) -> str | Diagnostic:
    """The file's text with its line ends as they are and without a byte order mark, or why it cannot be read."""
    try:
        state = os.stat(path)  # noqa: PTH116 (tens of thousands of files: no objects for their paths)
        if not stat.S_ISREG(state.st_mode):
            return no_file(path, shown)
        if state.st_size > limit:
            return too_large(state.st_size, shown, limit)
        with open(path, "rb") as file:  # noqa: PTH123
            raw = file.read()
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
            return no_file(path, shown)
        return Diagnostic(
            code="unreadable", message=f"The file cannot be read: {error.strerror}", place=Place(shown), help="Check its permissions."
        )
    return decode(raw, shown)


def no_file(path: Path | str, shown: str) -> Diagnostic:
    """That nothing can be read there: nothing is there, or it is a link that leads nowhere, or a device."""
    message, hint = f"There is no file {shown}", "Check the path."
    if os.path.islink(path) and not os.path.exists(path):  # noqa: PTH110, PTH114
        message, hint = "The link leads nowhere", "Remove it, or put the file in its place."
    elif os.path.exists(path):  # noqa: PTH110
        message, hint = "It is not a file that can be read", "Remove it, or put a file in its place."
    return Diagnostic(code="unreadable", message=message, place=Place(shown), help=hint)


def too_large(size: int, shown: str, limit: int) -> Diagnostic:
    """That a file has more bytes than are read."""
    message = f"The file has {size:,} bytes; at most {limit:,} can be read"
    return Diagnostic(code="unreadable", message=message, place=Place(shown), help="Split it, or look for what made it so large.")


def decode(raw: bytes, shown: str) -> str | Diagnostic:
    """The text of UTF-8 bytes, without a byte order mark, or why they are none."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        hint = "Convert it, for example with `iconv -f UTF-16 -t UTF-8`, or save it anew as UTF-8."
        return Diagnostic(code="unreadable", message="The file is UTF-16, not UTF-8", place=Place(shown), help=hint)
    if b"\0" in raw[:65536]:
        return Diagnostic(
            code="unreadable",
            message="The file is binary, not text",
            place=Place(shown),
            help="Save it as plain text in UTF-8.",
        )
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return Diagnostic(
            code="unreadable",
            message=f"The file is not UTF-8: byte 0x{raw[error.start]:02x} cannot be read",
            place=Place(shown, line, column),
            help="Convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`.",
        )


def write_atomically(path: Path, text: str) -> bool:
    """Puts the text in the file's place at once, or leaves the file as it is.

    Returns:
        Whether anything changed.
    """
    return write_bytes_atomically(path, text.encode())


def write_bytes_atomically(path: Path, raw: bytes | memoryview) -> bool:
    """The same for bytes."""
    if path.is_file() and path.read_bytes() == raw:
        return False
    beside = staged(path, raw)
    try:
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True


def write_output(path: Path, text: str) -> None:
    """Writes a file that the user named: through a link, and into what is no file (`/dev/stdout`, a pipe), not in its place."""
    write_output_bytes(path, text.encode())


def write_output_bytes(path: Path, raw: bytes | memoryview) -> None:
    """The same for bytes."""
    if path.exists() and not path.is_file():
        path.write_bytes(raw)
    else:
        write_bytes_atomically(path.resolve(), raw)


def staged(path: Path, raw: bytes | memoryview) -> Path:
    """A file beside `path`, on the disk and with its permissions, that only has to be renamed to take its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # The name is never seen by anyone: it is gone or renamed before the command ends.
    beside = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def write_cached(path: Path, raw: bytes | memoryview) -> None:
    """Writes a file of the cache at once, and has git ignore the folder it stands in; where nothing may be written, nothing is kept."""
    try:
        write_bytes_atomically(path, raw)
        keep_out_of_git(path.parent)
    except OSError as error:
        if error.errno not in MAY_NOT:
            raise


def keep_out_of_git(folder: Path) -> None:
    """Has git ignore a folder and all that is in it; it is made if there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
