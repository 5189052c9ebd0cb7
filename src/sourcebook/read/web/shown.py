"""The words of a web page as a browser shows them: one block for each paragraph, heading, list item or table row.

The first word of each block is marked in the page's tree, so that whoever cuts the article out of it may do with the
words what he likes: the marks that are left say which blocks he kept.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from sourcebook.read.raised import is_after_words
from sourcebook.read.web.decoding import typeset

_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
"""What begins on a line of its own."""
_UNSEEN_NAMES = """
script style noscript template svg iframe object embed audio video canvas button select textarea input datalist head map progress meter
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:(?:u-)?(?:sr-only|visually-?hidden|screen-?reader-text)|mw-editsection|headerlink)(?:\s|$)", re.IGNORECASE
)
"""For those who hear the page, or for those who edit it."""
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_NOTE = re.compile(r"\[?(\d{1,3}|[a-z*†‡])\]?")
_ICON = re.compile("[\ue000-\uf8ff]")
_MARKS = re.compile("[\U000f0000-\U0010ffff]")
_FIRST_MARK, MOST = 0xF0000, 0x1FFF0
LONGEST_CELL = 200
"""Code points of a table's cell; one that is longer was made for its layout."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading, list item or table row of a page.

    Attributes:
        words: as they are shown, on one line.
        element: the innermost block element that they begin in.
        line: of the page on which that begins; 0 if unknown.
        linked: how many code points of the words are links.
    """

    words: str
    element: Any
    line: int
    linked: int


def blocks_of(tree: Any) -> list[Block]:
    """The blocks of a tree that lxml made, in its order; the tree is marked. It may be some hundred elements deep at most."""
    walk = _Walk()
    walk.into(tree, linked=False)
    walk.end()
    for number, element, after, offset in reversed(walk.places):
        text = element.tail if after else element.text
        marked = f"{text[:offset]}{chr(_FIRST_MARK + number)} {text[offset:]}"
        if after:
            element.tail = marked
        else:
            element.text = marked
    return walk.blocks


def marked_in(tree: Any) -> set[int]:
    """The numbers of the blocks whose marks stand in a tree."""
    return {ord(mark) - _FIRST_MARK for text in tree.itertext() for mark in _MARKS.findall(text)}


def without_marks(text: str) -> str:
    """Text that was cut out of a marked tree."""
    return _MARKS.sub("", text)


@dataclass(slots=True)
class _Walk:
    """Gathers the blocks of a tree.

    Attributes:
        places: where a block's words begin, and those of each cell of a row: the block's number, the element, whether
            the text after it is meant, and the offset in that.
        here: the same of the block that is gathered.
        seeking: whether the next word is such a beginning.
        row: within how many table rows this is: their cells are one block.
        verbatim: within how many `pre` this is: empty lines part paragraphs there.
    """

    blocks: list[Block] = field(default_factory=list)
    places: list[tuple[int, Any, bool, int]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    here: list[tuple[Any, bool, int]] = field(default_factory=list)
    seeking: bool = True
    linked: int = 0
    bullet: bool = False
    row: int = 0
    verbatim: int = 0

    def into(self, element: Any, *, linked: bool) -> None:
        """Takes in an element; what follows it is the caller's."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
            return
        if tag == "br":
            self._break()
        elif tag == "sup" and (note := _note(element, "".join(self.words[-3:]))):
            self.words.append(note)
        elif tag in BLOCKS:
            self.end()
            self.bullet = self.bullet or tag == "li"
            row = tag == "tr" and _is_row(element)
            self.row += row
            self.verbatim += tag == "pre"
            self._inside(element, linked=linked)
            self.verbatim -= tag == "pre"
            self.row -= row
            self.end()
            self.bullet = self.bullet and tag != "li"
        else:
            self._inside(element, linked=linked or tag == "a")

    def _inside(self, element: Any, *, linked: bool) -> None:
        self._text(element, after=False, linked=linked)
        for child in element:
            if self.row and child.tag in {"td", "th"}:
                self.seeking = True
                self.words += [" | "] if "".join(self.words).strip() else []
            self.into(child, linked=linked)
            self._text(child, after=True, linked=linked)

    def _text(self, element: Any, *, after: bool, linked: bool) -> None:
        text = (element.tail if after else element.text) or ""
        offset = 0
        for number, part in enumerate(_EMPTY_LINE.split(text) if self.verbatim else [text]):
            if number:
                self.end()
                offset = text.index(part, offset)
            words = part.lstrip()
            if words and self.seeking:
                self.here.append((element, after, offset + len(part) - len(words)))
                self.seeking = False
            self.words.append(part)
            self.linked += len(part) if linked else 0
            offset += len(part)

    def _break(self) -> None:
        """A line's end is a space, and two of them end the paragraph."""
        at = len(self.words) - 1
        while at >= 0 and not self.words[at].strip() and self.words[at] != "\n":
            at -= 1
        if at >= 0 and self.words[at] == "\n":
            self.end()
        self.words.append("\n")

    def end(self) -> None:
        """What was gathered is a block; within a table's row only a space."""
        if self.row:
            self.words.append(" ")
            return
        words = " ".join(_ICON.sub("", typeset("".join(self.words))).split()).removesuffix(" |").rstrip("¶ ")
        if self.here and any(map(str.isalnum, words)) and len(self.blocks) < MOST:
            element, after, _ = self.here[0]
            around = element.getparent() if after else element
            while around.tag not in BLOCKS and around.getparent() is not None:
                around = around.getparent()
            self.places += ((len(self.blocks), *place) for place in self.here)
            self.blocks.append(Block(f"- {words}" if self.bullet else words, around, element.sourceline or 0, self.linked))
            self.bullet = False
        self.words, self.here, self.seeking, self.linked = [], [], True, 0


def _is_hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or _UNSEEN_CLASS.search(element.get("class") or "") is not None
        or _UNSEEN_STYLE.search(element.get("style") or "") is not None
    )


def _note(element: Any, before: str) -> str:
    """The number of a note in brackets: it is no part of the word before it. It is a link, or stands raised behind words."""
    found = _NOTE.fullmatch("".join(element.itertext()).strip())
    linked = next(element.iter("a"), None) is not None
    return f"[{found[1]}]" if found and (linked or (found[1].isdigit() and is_after_words(before))) else ""


def _is_row(element: Any) -> bool:
    """Whether a table's row holds data: several short cells; others are there for the layout."""
    cells = [" ".join("".join(each.itertext()).split()) for each in element.iterchildren("td", "th")]
    nested = next(element.iter("table", "ul", "ol", "h1", "h2", "h3"), None) is not None
    return not nested and sum(map(bool, cells)) > 1 and max(map(len, cells)) <= LONGEST_CELL
