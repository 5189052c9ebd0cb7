"""Plain text and Markdown, with or without front matter."""

import hashlib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.model.articles import DEFAULT_GENRE, GENRES, Article
from sourcebook.model.dates import Date, parse_date
from sourcebook.read.errors import NotReadableError
from sourcebook.read.said_dates import said_date
from sourcebook.slug import slug
from sourcebook.store.articles import split_front_matter
from sourcebook.store.fields import WORDS
from sourcebook.store.files import MAX_DOCUMENT_BYTES, read_text
from sourcebook.store.nodes import Commented, Document, entries
from sourcebook.text import without_unseen

ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ""})

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "source", "site_name", "sitename"),
    "issued": ("issued", "date", "published", "publication_date"),
    "accessed": ("accessed", "retrieved"),
    "language": ("language", "lang"),
    "genre": ("genre",),
    "url": ("url", "link", "source_url"),
    "license": ("license", "licence", "rights"),
    "note": ("note",),
}
"""The keys of a record, each with the names that other tools give it in front matter."""


def read_text_file(path: Path) -> Article | None:
    """The article of a text or Markdown file; None if the file's ending says that it is neither.

    Raises:
        NotReadableError: If the file cannot be read, holds no words, or its front matter is broken.
    """
    if path.suffix.lower() not in ENDINGS:
        return None
    shown = os.fspath(path)
    if what := _really(path):
        hint = f"Give its name the ending {what}." if what.startswith(".") else what
        raise NotReadableError(
            [Diagnostic(code="unreadable", message="The file is no text, whatever its name says", place=Place(shown), help=hint)]
        )
    text = read_text(path, shown, limit=MAX_DOCUMENT_BYTES)
    if isinstance(text, Diagnostic):
        raise NotReadableError([text])
    return article_of(text, shown, path.stem)


_BEGINNINGS = (
    (b"%PDF-", ".pdf"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"pk\x03\x04", "It is a Word document (.docx), or compressed: unpack it first."),
    (b"\x1f\x8b", "It is compressed: unpack it first."),
    (b"\xd0\xcf\x11\xe0", "Open it in a word processor and save it as .docx, or as PDF."),
    (b"{\\rtf", "Open it in a word processor and save it as .docx, or as PDF."),
)


def _really(path: Path) -> str:
    """The ending that a file should have, or what to do with it, if it is no text by how it begins; else ""."""
    try:
        with path.open("rb") as file:
            head = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    except OSError:
        return ""  # The reading says it.
    return next((what for beginning, what in _BEGINNINGS if head.startswith(beginning.lower())), "")


def article_of(text: str, shown: str, stem: str, overrides: Mapping[str, str] | None = None) -> Article:
    """The article of a file's text. `overrides` win over what the front matter says.

    Raises:
        NotReadableError: If it holds no words, or its front matter is broken.
    """
    toml = _TOML.match(text)
    if toml:
        found, body, body_line = _record_of_toml(toml[1], shown), text[toml.end() :], text.count("\n", 0, toml.end()) + 1
    else:
        document, body, body_line = split_front_matter(text, shown)
        if document is not None and document.diagnostics:
            raise NotReadableError(document.diagnostics)
        found = record_of(document) if document else {}
    return article_from(body, {**found, **(overrides or {})}, shown, stem, body_line)


_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
"""Front matter as Hugo writes it."""


def _record_of_toml(text: str, shown: str) -> dict[str, str]:
    """What front matter in TOML says, as `record_of`."""
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, and lists in lists without end, too
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]) + 1, int(place[2])) if place else (1, 1)
        hint = "Mend it, or write the record as YAML between two lines `---`."
        told = str(error).partition(" (")[0] if isinstance(error, tomllib.TOMLDecodeError) else "a value is too deep or too long"
        message = f"The front matter is no TOML: {told}"
        raise NotReadableError([Diagnostic(code="unreadable", message=message, place=Place(shown, line, column), help=hint)]) from None
    return _named({key.lower(): _flat_toml(value) for key, value in values.items()}.get)


def _flat_toml(value: object) -> str:
    """A value of TOML on one line; of a table, as of an author, the name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_flat_toml, value)))
    if isinstance(value, dict):
        return _flat_toml(value.get("name", ""))
    return " ".join(str(value).split())[:500]


def article_from(body: str, record: Mapping[str, str], shown: str, stem: str, body_line: int = 1) -> Article:
    """The article of a text and of what is known of it, under the names of `SYNONYMS`.

    Raises:
        NotReadableError: If the text holds no words.
    """
    if not any(letter.isalnum() for letter in body):
        here = Place(shown, body_line)
        raise NotReadableError(
            [Diagnostic(code="unreadable", message="The document holds no words", place=here, help="Check that it is the right file.")]
        )
    # What pages and files call themselves may hold what no record can.
    record = {name: without_unseen(_UNPAIRED.sub("\ufffd", value)) for name, value in record.items()}
    sha256 = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        # A name in letters that no id has tells nobody anything: the text does, whatever else is read with it.
        id=slug(stem, fallback="") or f"article-{sha256[:8]}",
        title=record.get("title", ""),
        author=record.get("author", ""),
        publisher=record.get("publisher", ""),
        issued=_date(record.get("issued", "")),
        accessed=_date(record.get("accessed", "")),
        language=record.get("language", ""),
        genre=record["genre"] if record.get("genre") in GENRES else DEFAULT_GENRE,
        url=_address(record.get("url", "")),
        license=record.get("license", ""),
        note=record.get("note", ""),
        original=record.get("original", ""),
        sha256=sha256,
        text=body,
        path=shown,
        body_line=body_line,
    )


def record_of(document: Document) -> dict[str, str]:
    """What front matter says, under our names for it; keys that we have no use for are left out."""
    written = {key.lower(): value for key, _, value in entries(document.root)} if document.root else {}
    words = {each for name in WORDS for each in SYNONYMS.get(name, ())}
    return _named({key: _flat(value, words=key in words) for key, value in written.items()}.get)


def _named(said: Callable[[str], str | None]) -> dict[str, str]:
    """A record, under our names for what was said."""
    found = {name: next(filter(None, map(said, synonyms)), None) for name, synonyms in SYNONYMS.items()}
    return {name: text for name, text in found.items() if text}


def _flat(node: yaml.Node, *, words: bool) -> str:
    """A scalar's text on one line, or the texts of a list with commas; of a mapping, as of an author, the name; of words, also those behind a ` #`, which others write unquoted."""
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(filter(None, (_flat(each, words=words) for each in node.value)))
    if isinstance(node, yaml.MappingNode):
        return next((_flat(value, words=words) for key, _, value in entries(node) if key == "name"), "")
    if not isinstance(node, yaml.ScalarNode):
        return ""
    text = f"{node.value} {node.comment}" if words and isinstance(node, Commented) and node.cut else node.value
    return " ".join(text.split())[:500]


def _address(text: str) -> str:
    """A web address with marks that may not stand in one written as `%22`: others copy them as they are shown."""
    return _MARKS.sub(lambda mark: f"%{ord(mark[0]):02X}", text)


_UNPAIRED = re.compile("[\ud800-\udfff]")
_MARKS = re.compile(r"[ <>\"'`\\]")


def _date(text: str) -> Date | None:
    """The date of foreign front matter, its time of day left out; None if it is not one that we read."""
    for part in (text, text[:10], said_date(text)) if text else ():
        try:
            return parse_date(part)
        except ValueError:
            continue
    return None
