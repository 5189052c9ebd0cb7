"""Documents that are no text: their bytes, and where in them each paragraph stood."""

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.articles import Article
from sourcebook.model.spans import Span
from sourcebook.read.errors import NotReadableError
from sourcebook.read.text import article_from
from sourcebook.text import without_unseen

MAX_RAW_BYTES = 32 * 1024 * 1024
"""Of a document with pictures and fonts in it; its text may be far smaller."""
MAX_TEXT = 2_000_000
"""Code points of text that a document may unfold to."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a document, and where it stands there: `page 3`, `paragraph 12`, `table 1, row 2`, `line 40`."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A stretch of an article's text (code points) and where in the document it came from."""

    span: Span
    where: str


@dataclass(frozen=True, slots=True)
class Read:
    """An article with the map of its text to the document; empty for documents that are text themselves."""

    article: Article
    origins: tuple[Origin, ...] = ()

    def where(self, position: int) -> str:
        """Where in the document a position of the text came from, or ""."""
        return next((each.where for each in self.origins if each.span.start <= position < each.span.end), "")


def raw_bytes(path: Path) -> bytes:
    """The bytes of a document.

    Raises:
        NotReadableError: If it is missing, no file, empty or too large.
    """
    shown = os.fspath(path)
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_RAW_BYTES else b""
    except OSError as error:
        raise unreadable(shown, error.strerror or "It cannot be read", "Check the path and its permissions.") from None
    if size > MAX_RAW_BYTES:
        raise unreadable(shown, f"The document has {size:,} bytes; at most {MAX_RAW_BYTES:,} are read", "Split it, or save its text.")
    if not raw.strip():
        raise unreadable(shown, "The document is empty", "Check that it is the right file.")
    return raw


def unreadable(shown: str, message: str, hint: str) -> NotReadableError:
    """The error that says why no article can be made of a document."""
    return NotReadableError([Diagnostic(code="unreadable", message=message, place=Place(shown), help=hint)])


def said_title(text: str) -> str:
    """The title that a program noted in a document, or "" if it is only the name of a file.

    >>> said_title("A visit"), said_title("Microsoft Word - draft3.doc")
    ('A visit', '')
    """
    return "" if _NO_TITLE.search(text.strip()) else text


_NO_TITLE = re.compile(
    r"\AMicrosoft \w+ - |\.(?:docx?|rtf|odt|pdf|indd|qxd|tex|dvi|pptx?)\Z|\A(?:untitled|document|word document|powerpoint presentation)\W*\d*\Z",
    re.IGNORECASE,
)


def read_parts(path: Path, raw: bytes, parts: Iterable[Part], record: Mapping[str, str]) -> Read:
    """The article of a document's paragraphs, an empty line between two, and where each came from.

    Raises:
        NotReadableError: If there are no words, or far too many.
    """
    shown = os.fspath(path)
    text, origins = "", []
    pieces: list[str] = []
    length = 0
    for each in parts:
        words = without_unseen(each.text.strip())
        if not words:
            continue
        length += 2 if pieces else 0
        origins.append(Origin(Span(length, length + len(words)), each.where))
        pieces.append(words)
        length += len(words)
        if length > MAX_TEXT:
            raise unreadable(shown, f"Its text has more than {MAX_TEXT:,} characters", "Split it into documents.")
    text = "\n\n".join(pieces) + "\n"
    digest = hashlib.sha256(raw).hexdigest()
    article = article_from(text, {**record, "original": f"{path.name} sha256:{digest}"}, shown, path.stem)
    return Read(article, tuple(origins))
