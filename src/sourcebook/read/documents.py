"""Choosing a reader for a document."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.articles import Article
from sourcebook.plugins import entry_points
from sourcebook.read.errors import NotReadableError
from sourcebook.read.text import ENDINGS, read_text_file

Reader = Callable[[Path], Article | None]
GROUP = "sourcebook.readers"
BUILT_IN: Sequence[Reader] = (read_text_file,)


def read(path: Path) -> Article:
    """The article that a document holds: its text verbatim and its record. Nothing is written.

    The id is made from the file's name; `path` and the places are the document's own.

    Raises:
        NotReadableError: If the file is missing, empty, binary, not UTF-8, too large or of no known format.
    """
    for reader in (*entry_points(GROUP), *BUILT_IN):
        article: Article | None = reader(path)
        if article is not None:
            return article
    shown = os.fspath(path)
    message = f"No reader knows the format of {shown}" if path.exists() else f"There is no file {shown}"
    hint = f"Known endings: {', '.join(sorted(ENDINGS - {''}))}."
    raise NotReadableError([Diagnostic(code="unreadable", message=message, place=Place(shown), help=hint)])


def endings() -> frozenset[str]:
    """The endings of files that the built-in readers know, with their dot, in small letters."""
    return ENDINGS - {""}
