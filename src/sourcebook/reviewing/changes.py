"""Files before and after an answer, written all or none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.diagnostics import SourcebookError
from sourcebook.store.files import write_bytes_atomically


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file before and after an answer; None where there is none."""

    path: Path
    before: bytes | None
    after: bytes | None


class ChangedMeanwhileError(SourcebookError):
    """Somebody else changed a file after it was read; nothing was written."""


def put(changes: Iterable[Change]) -> None:
    """Writes all changes, or none.

    Raises:
        ChangedMeanwhileError: If a file is not what it was.
        SourcebookError: If a file cannot be written.
    """
    ready = list(changes)
    for each in ready:
        if held(each.path) != each.before:
            msg = f"{each.path.name} was changed meanwhile; nothing was written"
            raise ChangedMeanwhileError(msg)
        if each.before is not None and not each.path.stat().st_mode & 0o222:
            msg = f"{each.path} is read-only; nothing was written"
            raise SourcebookError(msg)
    done: list[Change] = []
    try:
        for each in ready:
            done.append(each)
            _write(each.path, each.after)
    except BaseException as error:
        # Also when it is interrupted: an answer is given whole or not at all.
        for each in reversed(done):
            _write(each.path, each.before)
        if isinstance(error, OSError):
            msg = f"{done[-1].path} cannot be written ({error.strerror}); nothing was changed"
            raise SourcebookError(msg) from error
        raise


def reverse(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that undo others."""
    return tuple(Change(path=each.path, before=each.after, after=each.before) for each in reversed(changes))


def held(path: Path) -> bytes | None:
    """What a file holds; None if there is none."""
    return path.read_bytes() if path.is_file() else None


def _write(path: Path, raw: bytes | None) -> None:
    if raw is not None:
        write_bytes_atomically(path, raw)
    elif path.exists():
        path.unlink()
