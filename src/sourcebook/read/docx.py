"""Word documents (.docx): the text as it stands when every change is accepted, through python-docx's parts."""

import io
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sourcebook.read.origins import MAX_RAW_BYTES, Part, Read, raw_bytes, read_parts, said_title, unreadable
from sourcebook.read.raised import RAISED, with_numbers_of_notes

MAX_UNFOLDED = 8 * MAX_RAW_BYTES
"""Bytes that the parts of a document may unfold to."""
LONGEST_CELL = 200
"""Code points of a table's cell; one that is longer was made for its layout."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD = b"\xd0\xcf\x11\xe0"
_GONE = frozenset({*(f"{_W}{each}" for each in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "fldData")), _FALLBACK})
"""What is not shown: text that was removed, the code of fields, a drawing's second form."""
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_OF_SYMBOL = dict(zip(
    "\xb0\xb1\xb4\xb7\xa3\xb3\xb9\xbb\xae\xde\xd7\xe5abgdezhqiklmnxoprstujcywGDQLXPSFYWVÖ",
    "°±×•≤≥≠≈→⇒·∑αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩς√",
    strict=True,
))  # fmt: skip
"""What the font Symbol shows for codes."""
_NOTES = {f"{_W}footnoteReference": "footnote", f"{_W}endnoteReference": "endnote"}


def read_docx(path: Path) -> Read | None:
    """The article of a Word document: paragraphs, headings, lists, tables, text boxes and notes; None if the ending says that it is none.

    Raises:
        NotReadableError: If it is broken, or unfolds to far more than it weighs.
    """
    if path.suffix.lower() != ".docx":
        return None
    from docx import Document  # noqa: PLC0415 - only who reads a Word document waits for it
    from lxml.etree import LxmlError  # noqa: PLC0415

    raw, shown = raw_bytes(path), os.fspath(path)
    if raw.startswith(_OLD):
        hint = "Open it in a word processor and save it as .docx, without a password."
        raise unreadable(shown, "It is a Word document of the old kind (.doc), or protected by a password", hint)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            unfolded = sum(each.file_size for each in parts.infolist())
        if unfolded > MAX_UNFOLDED:
            raise unreadable(shown, f"The document unfolds to {unfolded:,} bytes", "It may be made to do harm. Save its text.")
        document = Document(io.BytesIO(raw))
        walk = _Walk(_styles(document))
        found = [*walk.blocks(document.element.body), *_notes(document, walk)]
        record = _record(document.core_properties, walk.title)
    except (
        zipfile.BadZipFile,
        zlib.error,
        LxmlError,
        EOFError,
        KeyError,
        ValueError,
        AttributeError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        message = f"The Word document is broken: {str(error)[:120] or type(error).__name__}"
        raise unreadable(shown, message, "Open it and save it anew, or save its text.") from None
    return read_parts(path, raw, found, record)


def _record(properties: Any, heading: str) -> dict[str, str]:
    found = {"title": said_title(properties.title or "").strip() or heading, "author": properties.author}
    # The template's own author is nobody's.
    return {name: " ".join(value.split())[:500] for name, value in found.items() if value and value.strip() not in {"", "python-docx"}}


def _styles(document: Any) -> dict[str, str]:
    """The names of the styles by their ids."""
    return {each.style_id: each.name or "" for each in document.styles}


def _notes(document: Any, walk: "_Walk") -> Iterator[Part]:
    """The notes at the feet of pages, after the text, each with its number in brackets as where the text refers to it."""
    from lxml import etree  # noqa: PLC0415

    for kind in ("footnote", "endnote"):
        part = next((each.target_part for each in document.part.rels.values() if each.reltype.endswith(f"/{kind}s")), None)
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True)) if part is not None else None
        held = {each.get(f"{_W}id"): each for each in (root if root is not None else ())}
        for (sort, number), shown in walk.notes.items():
            if sort == kind and number in held:
                words = " ".join(part.text for part in walk.within_blocks(held[number]))
                yield Part(f"[{shown}] {words}" if words else "", f"{kind} {shown}")


@dataclass(slots=True)
class _Walk:
    """Gathers the parts of a document in its order.

    Attributes:
        styles: the names of the styles by their ids.
        notes: the number in the text of each note that it refers to.
        title: the first paragraph in the style of titles, or the heading that the document begins with, or "".
        begun: whether there were words already.
        within: in how many cells, text boxes and notes this is; only the paragraphs outside are counted.
    """

    styles: Mapping[str, str]
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    title: str = ""
    begun: bool = False
    paragraphs: int = 0
    tables: int = 0
    within: int = 0

    def blocks(self, container: Any) -> Iterator[Part]:
        """The paragraphs and tables of a body, a cell or a note, those in changes and controls too."""
        for each in container:
            if each.tag == f"{_W}p":
                yield from self._paragraph(each)
            elif each.tag == f"{_W}tbl":
                yield from self._table(each)
            elif each.tag not in _GONE:
                yield from self.blocks(each)

    def _paragraph(self, element: Any) -> Iterator[Part]:
        self.paragraphs += not self.within
        where = f"paragraph {self.paragraphs}"
        boxes: list[Any] = []
        words = " ".join(with_numbers_of_notes("".join(self._words(element, boxes))).split())
        style = next((self.styles.get(each.get(f"{_W}val"), "") for each in element.iterfind(f"{_W}pPr/{_W}pStyle")), "")
        numbers = [each.get(f"{_W}val") for each in element.iterfind(f"{_W}pPr/{_W}numPr/{_W}numId")]
        listed = style.startswith("List") or (numbers not in ([], ["0"]) and not style.lower().startswith(("heading", "title")))
        if style == "Title" or (style.lower() == "heading 1" and not self.begun):
            self.title = self.title or words
        self.begun = self.begun or bool(words)
        yield Part(f"- {words}" if listed and words else words, where)
        for each in boxes:
            yield from (Part(part.text, f"text box at {where}") for part in self.within_blocks(each))

    def within_blocks(self, container: Any) -> list[Part]:
        """The same for what stands beside the text."""
        self.within += 1
        found = list(self.blocks(container))
        self.within -= 1
        return found

    def _words(self, element: Any, boxes: list[Any]) -> Iterator[str]:
        """The words of a paragraph as it is printed; what stands in text boxes is put off."""
        for each in element:
            tag = each.tag
            if tag in {f"{_W}t", _MATH}:
                yield each.text or ""
            elif tag == f"{_W}sym":
                yield _symbol(each)
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag in _NOTES:
                key = (_NOTES[tag], each.get(f"{_W}id"))
                yield f"[{self.notes.setdefault(key, len(self.notes) + 1)}]"
            elif tag == f"{_W}txbxContent":
                boxes.append(each)
            elif tag not in _GONE and not (tag == f"{_W}r" and _is_hidden(each)):
                words = self._words(each, boxes)
                yield from words if not _is_raised(each) else [f"{RAISED}{''.join(words)}{RAISED}"]

    def _table(self, element: Any) -> Iterator[Part]:
        self.tables += 1
        table = self.tables
        for number, row in enumerate(_inside(element, f"{_W}tr"), 1):
            where = f"table {table}, row {number}"
            # A cell that continues the one above has nothing of its own.
            cells = [self.within_blocks(each) for each in _inside(row, f"{_W}tc") if not _continues(each)]
            shown = [" ".join(part.text for part in cell if part.text) for cell in cells]
            if sum(map(bool, shown)) > 1 and max(map(len, shown)) <= LONGEST_CELL:
                yield Part(" | ".join(filter(None, shown)), where)
            else:
                yield from (Part(part.text, where) for cell in cells for part in cell)


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in changes and controls too."""
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag not in _GONE:
            yield from _inside(each, tag)


def _continues(cell: Any) -> bool:
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merged is not None and merged.get(f"{_W}val") != "restart"


def _is_raised(run: Any) -> bool:
    raised = run.find(f"{_W}rPr/{_W}vertAlign")
    return raised is not None and raised.get(f"{_W}val") == "superscript"


def _symbol(element: Any) -> str:
    """The sign that a code of a font shows; a space for those that are only known to the font."""
    code = int(element.get(f"{_W}char") or "20", 16)
    if not 0xF000 <= code <= 0xF0FF:
        return chr(code) if 0x20 <= code < 0xD800 else " "
    return _OF_SYMBOL.get(chr(code - 0xF000), " ") if element.get(f"{_W}font") == "Symbol" else " "


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(f"{_W}val") not in {"0", "false"}
