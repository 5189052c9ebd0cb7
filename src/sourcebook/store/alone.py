"""Keeping two runs of a command apart that would write the same files."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO

from sourcebook.diagnostics import SourcebookError
from sourcebook.store.files import MAY_NOT, keep_out_of_git

try:
    import fcntl
except ImportError:  # Windows: two runs at the same time are not kept apart
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_one(lock: Path, otherwise: str) -> Iterator[None]:
    """Holds a lock, a file in a folder of the cache, while something is done; where none can be made, for nothing may be written, none.

    Raises:
        SourcebookError: If another process holds it; says `otherwise`.
    """
    try:
        keep_out_of_git(lock.parent)
        held: AbstractContextManager[IO[str] | None] = lock.open("w")
    except OSError as error:
        if error.errno not in MAY_NOT:
            raise
        held = nullcontext()
    with held as file:
        if fcntl and file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise SourcebookError(otherwise) from error
        yield
