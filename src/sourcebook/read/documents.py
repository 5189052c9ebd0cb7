"""Choosing a reader for a document."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from sourcebook.model.articles import Article
from sourcebook.plugins import entry_points
from sourcebook.read import html
from sourcebook.read.docx import read_docx
from sourcebook.read.html import read_html
from sourcebook.read.origins import Read, unreadable
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
    for reader in () if path.is_dir() or not path.exists() else (*entry_points(GROUP), *BUILT_IN):
        found = reader(path)
        if found is not None:
            return found if isinstance(found, Read) else Read(found)
    raise unreadable(os.fspath(path), *_why_not(path))


_OFFICE = "Open it in a word processor and save it as .docx, or as PDF."
_WHAT_TO_DO = {
    **dict.fromkeys((".doc", ".docm", ".dot", ".dotx", ".odt", ".ott", ".rtf", ".pages", ".wpd"), _OFFICE),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), "Open it and export it as PDF."),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".csv", ".tsv", ".json", ".xml"), "It holds data. Save what is to be read of it as text."),
    **dict.fromkeys((".epub", ".mobi", ".azw3", ".djvu", ".ps"), "Convert it to PDF, or save its text."),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".heic"), "Have its text recognised first (OCR)."),
    **dict.fromkeys((".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz", ".zst"), "Unpack it first."),
    **dict.fromkeys(
        (".eml", ".msg", ".webarchive", ".maff", ".warc", ".url", ".webloc"), "Open it and save its text, or print it to a PDF."
    ),
}


def _why_not(path: Path) -> tuple[str, str]:
    """Why no reader takes a path, and what to do."""
    shown = os.fspath(path)
    if path.is_dir():
        return (
            f"{shown} is a folder, no document",
            "`sourcebook ingest` takes folders too. If it did not look into this one, check its permissions.",
        )
    if not path.exists():
        return f"There is no file {shown}", "It is a link to nothing." if path.is_symlink() else "Check the path."
    known = f"Known endings: {', '.join(sorted(endings()))}."
    return f"No reader knows the format of {shown}", f"{_WHAT_TO_DO.get(path.suffix.lower(), '')} {known}".strip()


def endings() -> frozenset[str]:
    """The endings of files that the built-in readers know, with their dot, in small letters."""
    return ENDINGS - {""} | html.ENDINGS | {".pdf", ".docx"}
