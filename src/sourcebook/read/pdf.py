"""PDF documents, through pypdf."""

import io
import logging
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from sourcebook.read.origins import Read, raw_bytes, read_parts, said_title, unreadable
from sourcebook.read.pdf_layout import Page, paragraphs, title_in
from sourcebook.read.pdf_lines import Line, lines_of
from sourcebook.read.pdf_running import without_running
from sourcebook.read.pdf_shown import Piece, pieces_of
from sourcebook.read.pdf_vertical import with_columns_turned

UNREADABLE = 0.2
"""Share of characters that mean nothing from which a PDF does not say which letters it shows."""


def read_pdf(path: Path) -> Read | None:
    """The article of a PDF; None if the file's ending says that it is none.

    Lines are put in order by where they stand, and joined to paragraphs by how large they are and how they end; hyphens at line
    ends are mended, page numbers and running headers left out.

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
        pages = _pages([with_columns_turned(pieces_of(page)) for page in document.pages])
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
    letters = "".join("".join(line.text.split()) for page in pages for line in page.lines)
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


def _pages(shown: Sequence[Sequence[Piece]]) -> list[Page]:
    """The lines of the pages without running headers; behind each page those that are turned, but for stamps that many pages have."""
    angles = [_by_angle(pieces) for pieces in shown]
    stamps = Counter(line.text for _, *others in angles for lines in others for line in lines)
    found = []
    for number, (lines, (_, *others)) in enumerate(zip(without_running([upright for upright, *_ in angles]), angles, strict=True), 1):
        found.append(Page(number, lines))
        for turned in others:
            kept = [line for line in turned if len(shown) < 3 or stamps[line.text] < len(shown) / 2]
            found += [Page(number, kept)] if kept else []
    return found


def _by_angle(pieces: Iterable[Piece]) -> list[list[Line]]:
    """The lines of pieces that have one angle each, those of most letters first; one empty list if there are none."""
    held: dict[int, list[Piece]] = {}
    for each in pieces:
        held.setdefault(each.angle, []).append(each)
    letters = {angle: sum(len(each.text) for each in some) for angle, some in held.items()}
    return [lines_of(held[angle]) for angle in sorted(held, key=lambda one: (-letters[one], one))] or [[]]
