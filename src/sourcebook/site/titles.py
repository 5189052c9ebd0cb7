"""Titles of pages without Python-Markdown: each is of one page only, so that keeping the last would not help.

A title of ours is a name in `<bdi>`, and most names are letters, digits, spaces and marks that no Markdown extension heeds. What
Markdown makes of such a line is always the same around the name, the id behind it and the anchor, which is what the extension `toc`
makes of the name. So Markdown is asked once, with a name of no meaning, and what it said is filled in for others; if a second such name
does not come out as foreseen, it is asked each time.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Made = tuple[str, list[Any], str | None]
"""HTML, headings as the extension `toc` describes them, and the first heading of the first level."""

_TITLE = re.compile(r"# <bdi>([^\W_](?:[^\W_]|[.,'’‘“”«»…/–—+-]| (?! ))*(?<! ))</bdi>(?: \{: (data-sb-[a-z]+)=([a-z0-9-]+) \})?")
_PROBES = (("Zqx Kvjw", "qzv-7"), ("7 Jvwk-zQ, X. Ö’Y", "x"))


class Titles:
    """Titles by what Markdown made of two.

    Attributes:
        convert: what Markdown makes of a line.
        anchor: what `toc` makes of a name.
    """

    def __init__(self, convert: Callable[[str], Made], anchor: Callable[[str], str]) -> None:
        self._convert, self._anchor = convert, anchor
        self._shapes: dict[str, _Shape | None] = {}

    def made(self, line: str) -> Made | None:
        """Of a title; None if Markdown has to be asked."""
        found = _TITLE.fullmatch(line)
        if not found:
            return None
        name, key, own_id = found.groups(default="")
        if key not in self._shapes:
            self._shapes[key] = self._learned(key)
        shape = self._shapes[key]
        anchor = self._anchor(name)
        return shape.filled(name, anchor, own_id) if shape and anchor else None

    def _learned(self, key: str) -> "_Shape | None":
        (name, own_id), (other, other_id) = _PROBES
        anchor, other_anchor = self._anchor(name), self._anchor(other)
        if not anchor or any(one in two for one, two in ((name, anchor), (anchor, name), (own_id, anchor), (anchor, own_id))):
            return None
        shape = _Shape(self._convert(_line(name, key, own_id)), name, anchor, own_id)
        return shape if shape.filled(other, other_anchor, other_id) == self._convert(_line(other, key, other_id)) else None


def _line(name: str, key: str, own_id: str) -> str:
    return f"# <bdi>{name}</bdi>" + (f" {{: {key}={own_id} }}" if key else "")


class _Shape:
    """A title with gaps."""

    def __init__(self, made: Made, name: str, anchor: str, own_id: str) -> None:
        gap = re.compile("|".join(f"({re.escape(each)})" for each in (name, anchor, own_id)))

        def parts(text: str) -> tuple[tuple[str, int], ...]:
            """Each gap's number after the text before it."""
            found, at = [], 0
            for each in gap.finditer(text):
                found.append((text[at : each.start()], each.lastindex or 0))
                at = each.end()
            return (*found, (text[at:], 0))

        content, tokens, title = made
        self._content = parts(content)
        self._tokens: list[Mapping[str, Any]] = [
            {key: parts(value) if isinstance(value, str) else value for key, value in token.items()} for token in tokens
        ]
        self._title = parts(title) if title is not None else None

    def filled(self, *values: str) -> Made:
        """The title with a name, an anchor and an id."""

        def whole(parts: Sequence[tuple[str, int]]) -> str:
            return "".join([text + (values[number - 1] if number else "") for text, number in parts])

        tokens = [{key: whole(value) if isinstance(value, tuple) else value for key, value in token.items()} for token in self._tokens]
        return whole(self._content), tokens, whole(self._title) if self._title is not None else None
