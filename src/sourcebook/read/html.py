"""Web pages and saved web pages, through trafilatura."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sourcebook.read.origins import Part, Read, raw_bytes, read_parts, unreadable

ENDINGS = frozenset({".html", ".htm", ".xhtml"})
DEEPEST = 200
"""Elements within elements; no article needs more, and parsers recurse."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_BLOCKS = ("p", "head", "item", "quote", "cell", "fw", "ab")


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
    if b"\x00" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unreadable(shown, "The file is binary, no web page", "Check that it is the right file.")
    try:
        tree = trafilatura.load_html(raw)
        if tree is None or _depth(tree) > DEEPEST:
            raise unreadable(shown, "No web page can be read from it", "Open it in a browser and save it again, or save its text.")
        lines, language = _lines(tree), (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
        found: Any = trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            as_dict=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        message = f"No article can be read from the web page: {str(error)[:120] or type(error).__name__}"
        raise unreadable(shown, message, "Save its text.") from None
    if found is None or found.body is None:
        raise unreadable(shown, "There is no article in the web page", "Save the text that you want to keep.")
    return read_parts(path, raw, _parts(found.body, lines), _record(found, language))


def _depth(tree: Any) -> int:
    deepest = depth = 0
    for event, _ in _walk(tree):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
    return deepest


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree  # noqa: PLC0415

    yield from etree.iterwalk(tree, events=("start", "end"))


def _lines(tree: Any) -> dict[str, int]:
    """The line of the file on which a paragraph begins, by its first words."""
    found: dict[str, int] = {}
    for each in tree.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td"):
        words = " ".join("".join(each.itertext()).split())[:60]
        if words and each.sourceline:
            found.setdefault(words, each.sourceline)
    return found


def _parts(body: Any, lines: dict[str, int]) -> Iterator[Part]:
    for each in body.iter(*_BLOCKS):
        if any(parent.tag in _BLOCKS for parent in each.iterancestors()):
            continue
        words = " ".join("".join(each.itertext()).split())
        line = lines.get(words[:60])
        yield Part(f"- {words}" if each.tag == "item" and words else words, f"line {line}" if line else each.tag)


def _record(found: Any, language: str) -> dict[str, str]:
    said = {
        "title": found.title,
        "author": found.author,
        "issued": found.date,
        "publisher": found.sitename,
        "url": found.url,
        "language": found.language or (language if _LANGUAGE.fullmatch(language) else ""),
        "license": found.license,
    }
    record = {name: " ".join(str(value).split())[:500] for name, value in said.items() if value}
    if not record.get("url", "").startswith(("https://", "http://")):
        record.pop("url", None)
    return record
