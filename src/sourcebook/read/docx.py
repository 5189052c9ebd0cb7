"""Word documents (.docx), through python-docx."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sourcebook.read.origins import MAX_RAW_BYTES, Part, Read, raw_bytes, read_parts, unreadable

MAX_UNFOLDED = 8 * MAX_RAW_BYTES
"""Bytes that the parts of a document may unfold to."""


def read_docx(path: Path) -> Read | None:
    """The article of a Word document: paragraphs, headings, lists and tables; None if the ending says that it is none.

    Raises:
        NotReadableError: If it is broken, or unfolds to far more than it weighs.
    """
    if path.suffix.lower() != ".docx":
        return None
    from docx import Document  # noqa: PLC0415 - only who reads a Word document waits for it
    from lxml.etree import LxmlError  # noqa: PLC0415

    raw, shown = raw_bytes(path), os.fspath(path)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            unfolded = sum(each.file_size for each in parts.infolist())
        if unfolded > MAX_UNFOLDED:
            raise unreadable(shown, f"The document unfolds to {unfolded:,} bytes", "It may be made to do harm. Save its text.")
        document = Document(io.BytesIO(raw))
        found = list(_parts(document))
        record = _record(document.core_properties)
    except (zipfile.BadZipFile, LxmlError, KeyError, ValueError, AttributeError, NotImplementedError, RuntimeError) as error:
        message = f"The Word document is broken: {str(error)[:120] or type(error).__name__}"
        raise unreadable(shown, message, "Open it and save it anew, or save its text.") from None
    return read_parts(path, raw, found, record)


def _record(properties: Any) -> dict[str, str]:
    found = {"title": properties.title, "author": properties.author}
    # The template's own author is nobody's.
    return {name: " ".join(value.split())[:500] for name, value in found.items() if value and value.strip() not in {"", "python-docx"}}


def _parts(document: Any) -> Iterator[Part]:
    paragraphs = tables = 0
    for each in document.iter_inner_content():
        if hasattr(each, "rows"):
            tables += 1
            for number, row in enumerate(each.rows, 1):
                # A merged cell is given once for each column that it spans.
                cells = list(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells))
                yield Part(" | ".join(filter(None, cells)), f"table {tables}, row {number}")
        else:
            paragraphs += 1
            words = " ".join(each.text.split())
            style = (each.style.name or "") if each.style is not None else ""
            listed = style.startswith("List") and words
            yield Part(f"- {words}" if listed else words, f"paragraph {paragraphs}")
