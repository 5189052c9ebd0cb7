"""Articles: the texts we hold, verbatim, with their bibliographic records."""

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from sourcebook.diagnostics import Place
from sourcebook.model.dates import Date
from sourcebook.model.facts import Stance
from sourcebook.model.spans import Span
from sourcebook.text import HEADING_MARKS, blocks, sentences

GENRES: Mapping[str, Stance] = {
    "news": Stance.FACT,
    "opinion": Stance.CLAIM,
    "interview": Stance.CLAIM,
    "statement": Stance.CLAIM,
    "treaty": Stance.FACT,
    "reference": Stance.FACT,
}
"""The genres, each with the stance that a citation has when it names none."""

DEFAULT_GENRE = "news"
STRETCH = 40_000
"""Code points of an article that are shown at once; a longer one is cut between its paragraphs."""
FIRST_WORDS = 9
_HEADING = re.compile(rf"\s*{HEADING_MARKS}([^\n]+)")
_CUT = frozenset({"blocks", "sentences", "_sentence_starts"})
"""What is made anew where it is wanted, rather than kept with a text: tens of spans for each article."""


@dataclass(frozen=True, kw_only=True)
class Article:
    """A source: its record and, unless its text may not be stored, its text.

    Attributes:
        author: the id of an entity, or plain words.
        text: verbatim, without the front matter; None where `text: none`.
        sha256: of the stored body's UTF-8 bytes, as the record claims it; "" if not said.
        original: the document that the text was taken from, if it was no text: its name and the sha256 of its bytes.
        path: of its file, relative to the project's folder.
        body_line: the 1-based line of the file on which the text begins.
        digest: of the file's text, by which one tells whether it changed; "" if it was never in a file.
    """

    id: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    issued: Date | None = None
    accessed: Date | None = None
    language: str = ""
    genre: str = DEFAULT_GENRE
    url: str = ""
    license: str = ""
    sha256: str = ""
    text: str | None = None
    note: str = ""
    original: str = ""
    path: str
    body_line: int = 1
    places: Mapping[str, Place] = field(default_factory=dict)
    digest: str = field(default="", compare=False)

    @property
    def default_stance(self) -> Stance:
        """What a citation's stance is when it names none."""
        return GENRES.get(self.genre, Stance.FACT)

    @cached_property
    def name(self) -> str:
        """The title, else a heading with which the text begins, else its first words in quotation marks, else the publisher or id."""
        if self.title:
            return self.title
        if heading := _HEADING.match(self.text or ""):
            return heading[1].rstrip(" #")
        words = (self.text or "").split(None, FIRST_WORDS)
        if not words:
            return self.publisher or self.id
        return f"“{' '.join(words[:FIRST_WORDS]).rstrip(',.;:')} …”"

    def __getstate__(self) -> dict[str, Any]:
        return {name: each for name, each in self.__dict__.items() if name not in _CUT}

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """Its paragraphs, headings and list items."""
        return tuple(Span(*each) for each in blocks(self.text or ""))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences in order; the number of one, from 1, names it on the page (`#s12`)."""
        bounds = self._bounds
        return tuple(map(Span, bounds[::2], bounds[1::2]))

    @cached_property
    def _bounds(self) -> tuple[int, ...]:
        """Where its sentences begin and end, in turn."""
        return tuple(chain.from_iterable(sentences(self.text or "")))

    @property
    def length(self) -> int:
        """How many sentences it has."""
        return len(self._bounds) // 2

    @property
    def is_cut(self) -> bool:
        """Whether it is known already where its sentences stand."""
        return "_bounds" in self.__dict__

    @cached_property
    def stretches(self) -> tuple[int, ...]:
        """The number of the first sentence of each part in which a long article is shown; short ones have one."""
        firsts, begin = [1], 0
        for each in self.blocks:
            if each.end - begin > STRETCH and each.start > begin:
                begin = each.start
                firsts.append(self.sentence_at(begin))
        return tuple(dict.fromkeys(firsts))

    def stretch_of(self, number: int) -> int:
        """The number, from 1, of the part that holds a sentence."""
        return max(1, bisect.bisect_right(self.stretches, number))

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return self._bounds[::2]

    def sentence_at(self, position: int) -> int:
        """The number, from 1, of the sentence that holds the position or ends before it."""
        return bisect.bisect_right(self._sentence_starts, position) or 1

    def place(self, key: str) -> Place:
        """Where a key of the record stands, else where the file begins."""
        return self.places.get(key, Place(self.path))
