"""Choosing a reader for a document."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.articles import Article
from sourcebook.plugins import entry_points
from sourcebook.read import html
from sourcebook.read.docx import read_docx
from sourcebook.read.errors import NotReadableError
from sourcebook.read.html import read_html
from sourcebook.read.origins import Read
from sourcebook.read.pdf import read_pdf
from sourcebook.read.text import ENDINGS, read_text_file

Reader = Callable[[Path], Article | Read | None]
GROUP = "sourcebook.readers"
BUILT_IN: Sequence[Reader] = (read_text_file, read_html, read_pdf, read_docx)


def read(path: Path) -> Article:
    """The article that a document holds: its text and its record. Nothing is written.

    The id is made from the file's name; `path` and the places are the document's own.

    Raises:
        NotReadableError: If the file is missing, empty, binary, not UTF-8, too large or of no known format.
    """
    return read_with_origins(path).article


def read_with_origins(path: Path) -> Read:
    """The same, with a map of the text to the document: pages of a PDF, paragraphs of a Word file, lines of a web page.

    Raises:
        NotReadableError: As `read`.
    """
    for reader in (*entry_points(GROUP), *BUILT_IN):
        found = reader(path)
        if found is not None:
            return found if isinstance(found, Read) else Read(found)
    shown = os.fspath(path)
    message = f"No reader knows the format of {shown}" if path.exists() else f"There is no file {shown}"
    hint = f"Known endings: {', '.join(sorted(endings()))}."
    raise NotReadableError([Diagnostic(code="unreadable", message=message, place=Place(shown), help=hint)])


def endings() -> frozenset[str]:
    """The endings of files that the built-in readers know, with their dot, in small letters."""
    return ENDINGS - {""} | html.ENDINGS | {".pdf", ".docx"}
