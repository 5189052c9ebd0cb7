"""Reading and writing files so that nothing is lost: strict UTF-8, atomic replacement."""

import os
import secrets
from pathlib import Path

from sourcebook.diagnostics import Diagnostic, Place

MAX_YAML_BYTES = 2 * 1024 * 1024
"""A file that people edit is never larger; a larger one is a mistake or an attack."""

MAX_ARTICLE_BYTES = 64 * 1024 * 1024

CACHE = ".cache/sourcebook"
"""The folder, below that of a project, for what can be made again; git ignores it."""

MAX_DOCUMENT_BYTES = 2 * 1024 * 1024
"""Some 300,000 words: a longer document is a book, and is ingested chapter by chapter."""


def read_text(path: Path, shown: str, *, limit: int = MAX_YAML_BYTES) -> str | Diagnostic:
    """The file's text with its line ends as they are and without a byte order mark, or why it cannot be read."""
    here = Place(shown)
    try:
        if not path.is_file():
            return Diagnostic(code="unreadable", message=f"There is no file {shown}", place=here, help="Check the path.")
        size = path.stat().st_size
        if size > limit:
            message = f"The file has {size:,} bytes; at most {limit:,} can be read"
            return Diagnostic(code="unreadable", message=message, place=here, help="Split it, or look for what made it so large.")
        raw = path.read_bytes()
    except OSError as error:
        return Diagnostic(
            code="unreadable", message=f"The file cannot be read: {error.strerror}", place=here, help="Check its permissions."
        )
    return decode(raw, shown)


def decode(raw: bytes, shown: str) -> str | Diagnostic:
    """The text of UTF-8 bytes, without a byte order mark, or why they are none."""
    if b"\0" in raw[:65536]:
        return Diagnostic(
            code="unreadable",
            message="The file is binary, not text",
            place=Place(shown),
            help="Save it as plain text in UTF-8.",
        )
    try:
        return raw.decode("utf-8-sig")
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


def write_bytes_atomically(path: Path, raw: bytes) -> bool:
    """The same for bytes."""
    if path.is_file() and path.read_bytes() == raw:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # The name is never seen by anyone: it is gone or renamed before this returns.
    beside = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True


def write_cached(path: Path, raw: bytes) -> None:
    """Writes a file of the cache at once, and has git ignore the folder it stands in."""
    write_bytes_atomically(path, raw)
    ignore = path.parent / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
