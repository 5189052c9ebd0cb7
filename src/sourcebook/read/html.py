"""Web pages and saved web pages: trafilatura says what of a page is its article, the page what its words are."""

import logging
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from pathlib import Path
from typing import Any

from sourcebook.read.origins import Part, Read, raw_bytes, read_parts, unreadable
from sourcebook.read.web.archive import Archived, unpacked
from sourcebook.read.web.decoding import decoded
from sourcebook.read.web.record import article_body, record_of
from sourcebook.read.web.shown import Block, blocks_of, marked_in

ARCHIVES = frozenset({".mhtml", ".mht"})
ENDINGS = frozenset({".html", ".htm", ".xhtml"}) | ARCHIVES
DEEPEST = 200
"""Elements within elements; no article needs more, and parsers recurse."""
MOST_BLOCKS = 4000
"""Paragraphs from which a page is asked once for its article: the second opinion that trafilatura asks for takes time with their square."""
FEWEST_WORDS = 8
"""Of a paragraph that was left out among others that were not."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ELSEWHERE = re.compile(
    r"\W*(?:(?:read|see|watch)\s+(?:also|more|next)|(?:also|more)\s+(?:read|on|from)|read|related|watch|see also)\b\W*", re.IGNORECASE
)


def read_html(path: Path) -> Read | None:
    """The article of a web page: its text without menus and adverts; None if the ending says that it is none.

    Title, author, date, publisher, address and language are what the page says of itself; what it does not say
    is left out.

    Raises:
        NotReadableError: If no article is found in it.
    """
    if path.suffix.lower() not in ENDINGS:
        return None
    import trafilatura  # noqa: PLC0415 - only who reads a web page waits for it
    from lxml import etree  # noqa: PLC0415

    raw, shown = raw_bytes(path), os.fspath(path)
    page = _page(path, raw)
    text = decoded(page.raw, page.charset)
    if text is None:
        raise unreadable(shown, "The file is binary, no web page", _what_it_is(page.raw))
    for name in ("trafilatura", "htmldate", "charset_normalizer", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(text)
        if tree is None or _depth(tree) > DEEPEST:
            raise unreadable(shown, "No web page can be read from it", "Open it in a browser and save it again, or save its text.")
        blocks = blocks_of(tree)
        found: Any = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, fast=len(blocks) > MOST_BLOCKS)
        kept = _kept(blocks, found.body if found else None)
        record = record_of(tree, text, kept[0].element if kept else None, page)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        message = f"No article can be read from the web page: {str(error)[:120] or type(error).__name__}"
        raise unreadable(shown, message, "Save its text.") from None
    parts = [Part(each.words, f"line {each.line}") for each in kept] or [Part(each, "data") for each in article_body(tree)]
    if not parts:
        hint = "If a browser shows one, save the page from there (as one file, .mhtml), or save the text that you want to keep."
        raise unreadable(shown, "There is no article in the web page", hint)
    return read_parts(path, raw, parts, record)


def _page(path: Path, raw: bytes) -> Archived:
    if path.suffix.lower() not in ARCHIVES:
        return Archived(raw, "", "", "")
    page = unpacked(raw)
    if page is None:
        raise unreadable(os.fspath(path), "There is no web page in the file", "Open it in a browser and save it again.")
    return page


def _what_it_is(raw: bytes) -> str:
    if raw.startswith((b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")):
        return "It is compressed: unpack it first."
    return "Check that it is the right file."


def _depth(tree: Any) -> int:
    from lxml import etree  # noqa: PLC0415

    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
    return deepest


def _kept(blocks: Sequence[Block], body: Any) -> list[Block]:
    """The blocks that belong to the article, in the page's order."""
    if body is None:
        return []
    # Of a page with few words only these are left, without the marks.
    words = "" if (numbers := marked_in(body)) else _letters("".join(body.itertext()))
    numbers = numbers or {number for number, each in enumerate(blocks) if _letters(each.words) in words}
    beside = Counter(blocks[number].element.getparent() for number in numbers)
    alike = {_likeness(blocks[number]) for number in numbers}
    return [each for number, each in enumerate(blocks) if _belongs(blocks, number, numbers, beside, alike) and not _points_elsewhere(each)]


def _belongs(
    blocks: Sequence[Block], number: int, numbers: AbstractSet[int], beside: Mapping[Any, int], alike: AbstractSet[tuple[Any, str]]
) -> bool:
    """Whether a block was kept, or left out by mistake: prose among paragraphs that are made like it, and the heading of a kept one."""
    if number in numbers:
        return True
    each = blocks[number]
    if each.element.tag in _HEADINGS:
        around = blocks[number + 1].element.getparent() if number + 1 in numbers else None
        return around is not None and any(around is outer for outer in islice(each.element.iterancestors(), 2))
    prose = len(each.words.split()) >= FEWEST_WORDS and each.linked < len(each.words) / 3
    return prose and beside[each.element.getparent()] > 1 and _likeness(each) in alike


def _likeness(block: Block) -> tuple[Any, str]:
    """Where a block stands, and how it is called if it is called anything."""
    element = block.element
    called = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    return element.getparent(), f"{element.tag} {called}" if called else ""


def _points_elsewhere(block: Block) -> bool:
    """Whether a paragraph only names another article."""
    return block.linked > 0.4 * len(block.words) and _ELSEWHERE.match(block.words) is not None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
