"""PDF documents, through pypdf."""

import io
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from sourcebook.read.origins import Part, Read, raw_bytes, read_parts, unreadable

_PAGE_NUMBER = re.compile(r"\W*(?:[Pp]age\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zß-öø-ÿ])")
_SENTENCE_END = re.compile(r"[.!?:”\"’)]\s*\Z")
REPEATED = 0.6
"""Share of pages that begin or end with a line from which it counts as a running header or footer."""


def read_pdf(path: Path) -> Read | None:
    """The article of a PDF; None if the file's ending says that it is none.

    Lines are joined to paragraphs, hyphens at line ends mended where a small letter follows, page numbers and
    running headers left out.

    Raises:
        NotReadableError: If it is broken, encrypted, or holds pictures of text only.
    """
    if path.suffix.lower() != ".pdf":
        return None
    from pypdf import PdfReader  # noqa: PLC0415 - only who reads a PDF waits for it
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    raw, shown = raw_bytes(path), os.fspath(path)
    try:
        document = PdfReader(io.BytesIO(raw), strict=False)
        if document.is_encrypted and not document.decrypt(""):
            raise unreadable(shown, "The PDF is protected by a password", "Save it without the password.")
        pages = [(page.extract_text() or "").splitlines() for page in document.pages]
        record = _record(document.metadata)
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
    if not any(line.strip() for page in pages for line in page):
        raise unreadable(shown, "The PDF holds no text, perhaps pictures of it only", "Have its text recognised first (OCR).")
    return read_parts(path, raw, _paragraphs(pages), record)


def _record(metadata: object) -> dict[str, str]:
    found = {}
    for name, key in (("title", "/Title"), ("author", "/Author")):
        value = metadata.get(key) if hasattr(metadata, "get") else None
        if isinstance(value, str) and value.strip():
            found[name] = " ".join(value.split())[:500]
    return found


def _paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[Part]:
    running = _running(pages)
    for number, lines in enumerate(pages, 1):
        kept = [line.rstrip() for line in lines if _plain(line) not in running and not _PAGE_NUMBER.fullmatch(line.strip() or "x")]
        longest = max(map(len, kept), default=0)
        paragraph: list[str] = []
        for line in kept:
            ends = bool(paragraph) and _SENTENCE_END.search(paragraph[-1]) is not None and len(paragraph[-1]) < 0.75 * longest
            if not line.strip() or ends or line.startswith(("    ", "\t")):
                if paragraph:
                    yield Part(_joined(paragraph), f"page {number}")
                paragraph = []
            if line.strip():
                paragraph.append(line.strip())
        if paragraph:
            yield Part(_joined(paragraph), f"page {number}")


def _plain(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    """The lines that most pages begin or end with, numbers aside."""
    edges: Counter[str] = Counter()
    for lines in pages:
        filled = [line for line in lines if line.strip() and not _PAGE_NUMBER.fullmatch(line.strip())]
        edges.update({_plain(line) for line in (*filled[:1], *filled[-1:])})
    return {line for line, count in edges.items() if len(pages) > 2 and count >= REPEATED * len(pages)}


def _joined(lines: Sequence[str]) -> str:
    return " ".join(_BROKEN_WORD.sub("", "\n".join(lines)).split())
