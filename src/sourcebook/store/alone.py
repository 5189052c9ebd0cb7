"""Keeping two runs of a command apart that would write the same files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sourcebook.diagnostics import SourcebookError
from sourcebook.store.files import keep_out_of_git

try:
    import fcntl
except ImportError:  # Windows: two runs at the same time are not kept apart
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_one(lock: Path, otherwise: str) -> Iterator[None]:
    """Holds a lock, a file in a folder of the cache, while something is done.

    Raises:
        SourcebookError: If another process holds it; says `otherwise`.
    """
    keep_out_of_git(lock.parent)
    with lock.open("w") as file:
        if fcntl:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise SourcebookError(otherwise) from error
        yield
