"""PDF documents, through pypdf."""

import io
import logging
import os
from pathlib import Path
from typing import Any

from sourcebook.read.origins import Read, raw_bytes, read_parts, said_title, unreadable
from sourcebook.read.pdf_layout import Line, Piece, line_of, paragraphs, title_in

UNREADABLE = 0.2
"""Share of characters that mean nothing from which a PDF does not say which letters it shows."""


def read_pdf(path: Path) -> Read | None:
    """The article of a PDF; None if the file's ending says that it is none.

    Lines are joined to paragraphs by where they stand and how large they are, hyphens at line ends mended, page numbers and
    running headers left out.

    Raises:
        NotReadableError: If it is broken, encrypted, or holds pictures of text only.
    """
    if path.suffix.lower() != ".pdf":
        return None
    from pypdf import PdfReader  # noqa: PLC0415 - only who reads a PDF waits for it
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415

    raw, shown = raw_bytes(path), os.fspath(path)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        document = PdfReader(io.BytesIO(raw), strict=False)
        if document.is_encrypted and not document.decrypt(""):
            raise unreadable(shown, "The PDF is protected by a password", "Save it without the password.")
        pages = [_lines(page) for page in document.pages]
        record = _record(document.metadata)
    except DependencyError:
        hint = "Install what opens it (pip install 'pypdf[crypto]'), or print it to a new PDF."
        raise unreadable(shown, "The PDF is encrypted", hint) from None
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OverflowError,
        NotImplementedError,
    ) as error:
        # A broken PDF fails pypdf in many ways; whatever it is, the file cannot be read.
        raise unreadable(
            shown, f"The PDF is broken: {str(error)[:120] or type(error).__name__}", "Open it and save it anew, or save its text."
        ) from None
    letters = "".join("".join(line.text.split()) for page in pages for line in page)
    if not any(map(str.isalnum, letters)):
        raise unreadable(shown, "The PDF holds no text, perhaps pictures of it only", "Have its text recognised first (OCR).")
    if sum(not each.isprintable() or each == "\ufffd" for each in letters) > UNREADABLE * len(letters):
        raise unreadable(shown, "The PDF does not say which letters it shows", "Have its text recognised first (OCR), or save its text.")
    if not record.get("title"):
        record |= {"title": title_in(pages)}
    return read_parts(path, raw, paragraphs(pages), record)


def _record(metadata: object) -> dict[str, str]:
    said = {name: metadata.get(key) if hasattr(metadata, "get") else None for name, key in (("title", "/Title"), ("author", "/Author"))}
    found = {name: " ".join(value.split())[:500] for name, value in said.items() if isinstance(value, str) and value.strip()}
    return found | {"title": said_title(found.get("title", ""))}


def _lines(page: Any) -> list[Line]:
    """The lines of a page in the order in which it draws them."""
    lines: list[list[Piece]] = [[]]

    def note(text: str, around: list[float], matrix: list[float], _font: object, size: float) -> None:
        x = matrix[4] * around[0] + matrix[5] * around[2] + around[4]
        y = matrix[4] * around[1] + matrix[5] * around[3] + around[5]
        height = size * abs(matrix[3] or matrix[1]) * abs(around[3] or around[1])
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(Piece(part, x, y, height))

    page.extract_text(visitor_text=note)
    return [line_of(each) for each in lines]
