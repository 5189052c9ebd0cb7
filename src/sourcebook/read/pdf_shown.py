"""What a page of a PDF shows, and where: its pieces of text in the order in which it draws them."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_BOLD = re.compile(r"bold|black|heavy|CMBX", re.IGNORECASE)
WORD_GAP = 0.15
"""Of the height of letters: text that is moved further to the right within one command begins a new word."""
DEEPEST, MOST_DRAWINGS = 8, 2000
"""Drawings within drawings, and drawings on a page, that are looked into; others were made to do harm."""

Matrix = tuple[float, float, float, float, float, float]
_STILL: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TURNED: Mapping[int, Matrix] = {90: (0, -1, 1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, 1, -1, 0, 0, 0)}


class Piece(NamedTuple):
    """A stretch of text on a page, in points from its lower left corner.

    Attributes:
        text: as it is shown, from left to right.
        x, y: where its base line begins.
        size: how high its letters are.
        end: where its base line ends.
        angle: of the base line, in degrees; x, y and end are those of the page when it is turned so that the line is level.
        bold: whether its font is.
        drawn: its number in the order in which the page is drawn.
    """

    text: str
    x: float
    y: float
    size: float
    end: float
    angle: int = 0
    bold: bool = False
    drawn: int = 0


def pieces_of(page: Any) -> list[Piece]:
    """The pieces of text of a page (of pypdf) that are inside of what is printed of it, without running headers that say they are."""
    from pypdf.generic import ContentStream  # noqa: PLC0415 - only who reads a PDF waits for it

    contents = page.get("/Contents")
    if contents is None or contents.get_object() is None:
        return []
    box = page.cropbox
    drawing = _Drawing(_TURNED.get(int(page.rotation or 0) % 360, _STILL))
    drawing.run(ContentStream(contents.get_object(), page.pdf, "bytes"), page.get("/Resources"))
    corners = [_moved(drawing.base, float(x), float(y)) for x, y in ((box.left, box.bottom), (box.right, box.top))]
    (left, right), (bottom, top) = (sorted(values) for values in zip(*corners, strict=True))
    shown = (each for each, (x, y) in drawing.pieces if left - each.size <= x <= right and bottom - each.size <= y <= top)
    return [each for each in shown if each.text]


@dataclass(slots=True)
class _State:
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix
    font: "_Font | None" = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Marked:
    """What is between `BDC` and `EMC`: the text that it stands for, if it says so, and whether it belongs to the pages, not to the text."""

    actual: str | None
    running: bool
    since: int


@dataclass(slots=True)
class _Drawing:
    """Draws a page.

    Attributes:
        base: how the page is turned.
        pieces: what was shown, each with where it begins on the page.
    """

    base: Matrix
    pieces: list[tuple[Piece, tuple[float, float]]] = field(default_factory=list)
    states: list[_State] = field(default_factory=list)
    text: Matrix = _STILL
    line: Matrix = _STILL
    marked: list[_Marked] = field(default_factory=list)
    drawings: int = 0
    fonts: dict[int, "_Font | None"] = field(default_factory=dict)

    def run(self, content: Any, resources: Any) -> None:
        """Draws a stream of commands."""
        resources = resources.get_object() if resources is not None else {}
        begun, state = len(self.states), self.states[-1] if self.states else _State(self.base)
        self.states.append(replace(state))
        for operands, operator in content.operations:
            if operator == b"q":
                self.states.append(replace(self.states[-1]))
            elif operator == b"Q":
                if len(self.states) > begun + 1:
                    self.states.pop()
            elif command := _COMMANDS.get(operator):
                command(self, operands)
            elif operator == b"Tf":
                self._choose(operands, resources)
            elif operator == b"Do":
                self._draw(operands, resources)
            elif operator in {b"BMC", b"BDC"}:
                self.marked.append(_mark(operands, resources, len(self.pieces)))
            elif operator == b"EMC" and self.marked:
                self._end_mark(self.marked.pop())
        del self.states[begun:]

    def _choose(self, operands: Any, resources: Any) -> None:
        fonts = _inside(resources, "/Font")
        found = fonts.get(operands[0]) if operands else None
        found = found.get_object() if found is not None else None
        if id(found) not in self.fonts:
            self.fonts[id(found)] = _Font.of(found) if found is not None else None
        self.states[-1].font = self.fonts[id(found)]
        self.states[-1].size = _number(operands[1:2], self.states[-1].size)

    def _draw(self, operands: Any, resources: Any) -> None:
        from pypdf.generic import ContentStream  # noqa: PLC0415

        found = _inside(resources, "/XObject").get(operands[0]) if operands else None
        form = found.get_object() if found is not None else None
        self.drawings += 1
        if form is None or form.get("/Subtype") != "/Form" or self.drawings > MOST_DRAWINGS or len(self.states) > 200:
            return
        if sum(each.since < 0 for each in self.marked) >= DEEPEST:
            return
        kept, text, line = self.states, self.text, self.line
        matrix = _matrix(form.get("/Matrix") or ())
        self.states = [replace(kept[-1], matrix=_times(matrix, kept[-1].matrix))]
        self.marked.append(_Marked(None, running=False, since=-1))
        depth = len(self.marked)
        self.run(ContentStream(form, getattr(form.indirect_reference, "pdf", None), "bytes"), form.get("/Resources") or resources)
        del self.marked[depth - 1 :]
        self.states, self.text, self.line = kept, text, line

    def _end_mark(self, mark: _Marked) -> None:
        """Puts the text that marked pieces stand for in their place, if they stand on one line."""
        if mark.actual is None or mark.since < 0:
            return
        shown = self.pieces[mark.since :]
        if shown and len({round(piece.y) for piece, _ in shown}) == 1:
            piece, at = min(shown, key=lambda one: one[0].x)
            end = max(piece.end for piece, _ in shown)
            self.pieces[mark.since :] = [(piece._replace(text=mark.actual, end=end), at)]

    def move(self, x: float, y: float) -> None:
        self.line = _times((1, 0, 0, 1, x, y), self.line)
        self.text = self.line

    def show(self, parts: Any) -> None:
        """Shows strings, and moves between them by thousandths of the letters' height."""
        state = self.states[-1]
        words: list[str] = []
        begin = self.text
        for part in parts:
            if isinstance(part, (bytes, str)) and state.font is not None:
                letters = state.font.letters(part)
                alone = state.font.vertical or any(each.to_left for each in letters)
                apart = [[each] for each in letters] if alone else [letters]
                for some in apart:
                    if len(apart) > 1:
                        self._note(words, begin, state)
                        words, begin = [], self.text
                    words += [each.text for each in some]
                    width = sum(each.width for each in some) * state.size + len(some) * state.spacing
                    width += state.word_spacing * sum(each.is_space for each in some) if state.word_spacing else 0
                    self._go(width, state)
            elif isinstance(part, (int, float)):
                if -part / 1000 > WORD_GAP:
                    self._note(words, begin, state)
                    words = []
                self._go(-float(part) / 1000 * state.size, state)
                begin = begin if words else self.text
        self._note(words, begin, state)

    def _go(self, by: float, state: _State) -> None:
        down = state.font is not None and state.font.vertical
        self.text = _times((1, 0, 0, 1, 0, by), self.text) if down else _shifted(self.text, by * state.scale)

    def _note(self, words: list[str], begin: Matrix, state: _State) -> None:
        text = "".join(words)
        if not text or any(each.running for each in self.marked):
            return
        whole = _times((state.size * state.scale, 0, 0, state.size, 0, state.rise), _times(begin, state.matrix))
        angle = round(math.degrees(math.atan2(whole[1], whole[0]))) % 360
        # A mirrored page has its letters upside down, and shows them upright.
        size = math.hypot(whole[2], whole[3])
        end = _moved(_times(self.text, state.matrix), 0, state.rise)
        x, y = _level(whole[4], whole[5], angle)
        self.pieces.append(
            (
                Piece(
                    text, x, y, size, max(_level(*end, angle)[0], x), angle, state.font is not None and state.font.bold, len(self.pieces)
                ),
                (whole[4], whole[5]),
            )
        )


def _level(x: float, y: float, angle: int) -> tuple[float, float]:
    if not angle:
        return x, y
    turn = math.radians(-angle)
    return x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)


def _next_line(drawing: _Drawing, _operands: Any) -> None:
    drawing.move(0, -drawing.states[-1].leading)


def _move(drawing: _Drawing, operands: Any) -> None:
    drawing.move(_number(operands[:1]), _number(operands[1:2]))


def _move_and_lead(drawing: _Drawing, operands: Any) -> None:
    drawing.states[-1].leading = -_number(operands[1:2])
    _move(drawing, operands)


def _place(drawing: _Drawing, operands: Any) -> None:
    drawing.text = drawing.line = _matrix(operands)


def _begin(drawing: _Drawing, _operands: Any) -> None:
    drawing.text = drawing.line = _STILL


def _transform(drawing: _Drawing, operands: Any) -> None:
    drawing.states[-1].matrix = _times(_matrix(operands), drawing.states[-1].matrix)


def _show_many(drawing: _Drawing, operands: Any) -> None:
    drawing.show(operands[0] if operands and isinstance(operands[0], list) else ())


def _show_next(drawing: _Drawing, operands: Any) -> None:
    _next_line(drawing, ())
    drawing.show(operands[-1:])


def _show_spaced(drawing: _Drawing, operands: Any) -> None:
    drawing.states[-1].word_spacing, drawing.states[-1].spacing = _number(operands[:1]), _number(operands[1:2])
    _show_next(drawing, operands)


def _setting(name: str, factor: float = 1.0) -> "_Command":
    def set_it(drawing: _Drawing, operands: Any) -> None:
        setattr(drawing.states[-1], name, _number(operands, getattr(drawing.states[-1], name) / factor) * factor)

    return set_it


_Command = Callable[[_Drawing, Any], None]
_COMMANDS: Mapping[bytes, _Command] = {
    b"cm": _transform, b"BT": _begin, b"Td": _move, b"TD": _move_and_lead, b"T*": _next_line, b"Tm": _place, b"Tj": _Drawing.show, b"TJ": _show_many,
    b"'": _show_next, b'"': _show_spaced, b"Tc": _setting("spacing"), b"Tw": _setting("word_spacing"), b"Tz": _setting("scale", 0.01),
    b"TL": _setting("leading"), b"Ts": _setting("rise"),
}  # fmt: skip


class _Letter(NamedTuple):
    """What a code of a font shows.

    Attributes:
        text: a letter; some for ligatures.
        width: as a share of the letters' height.
        is_space: whether the space between words is added to it.
        to_left: whether it is read from right to left.
    """

    text: str
    width: float
    is_space: bool
    to_left: bool


@dataclass(frozen=True, slots=True)
class _Font:
    """How a font's codes read, and how wide they are."""

    encoding: Any
    names: Mapping[Any, str]
    widths: Mapping[str, float]
    unit: float
    bold: bool
    vertical: bool
    known: dict[str, _Letter] = field(default_factory=dict)

    @classmethod
    def of(cls, resource: Any) -> "_Font | None":
        """The font of a resource; None if its codes mean no letters."""
        from pypdf.generic._font import Font  # noqa: PLC0415 - what decodes the text is not public on its own

        font = Font.from_font_resource(resource)
        if not font.interpretable:
            return None
        matrix = resource.get("/FontMatrix") if resource.get("/Subtype") == "/Type3" else None
        unit = abs(_matrix(matrix)[0]) if matrix else 0.001
        vertical = str(resource.get("/Encoding")).endswith(("-V", "/V"))
        return cls(font.encoding, font.character_map, font.character_widths, unit, _BOLD.search(font.name) is not None, vertical)

    def letters(self, raw: bytes | str) -> list[_Letter]:
        """The letters of a string."""
        raw = raw.encode("latin-1", "replace") if isinstance(raw, str) else raw
        encoding = self.encoding if isinstance(self.encoding, str) else "latin-1"
        try:
            codes = raw.decode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict")
        except UnicodeDecodeError:
            codes = raw.decode(encoding, "replace")
        known = self.known
        return [known.get(code) or self._learn(code) for code in codes]

    def _learn(self, code: str) -> _Letter:
        letter = code if isinstance(self.encoding, str) else self.encoding.get(ord(code), code)
        text = self.names.get(letter, letter)
        # A letter of a column is as high as all others, and the next one stands below it.
        width = -1.0 if self.vertical else self.widths.get(code, self.widths.get("default", 500)) * self.unit
        self.known[code] = found = _Letter(text, width, code == " ", _RIGHT_TO_LEFT.match(text) is not None)
        return found


def _mark(operands: Any, resources: Any, since: int) -> _Marked:
    said: Any = operands[1] if len(operands) > 1 else None
    if isinstance(said, str) and said.startswith("/"):
        said = _inside(resources, "/Properties").get(said)
    said = said.get_object() if hasattr(said, "get_object") else said
    said = said if hasattr(said, "get") else {}
    actual = said.get("/ActualText")
    if isinstance(actual, bytes):
        actual = actual.decode("utf-16") if actual.startswith((b"\xfe\xff", b"\xff\xfe")) else actual.decode("latin-1")
    running = bool(operands) and operands[0] == "/Artifact" and said.get("/Type") == "/Pagination"
    return _Marked(str(actual) if isinstance(actual, str) else None, running=running, since=since)


def _inside(resources: Any, key: str) -> Any:
    found = resources.get(key) if hasattr(resources, "get") else None
    found = found.get_object() if found is not None else None
    return found if hasattr(found, "get") else {}


def _number(operands: Any, otherwise: float = 0.0) -> float:
    return float(operands[0]) if operands and isinstance(operands[0], (int, float)) else otherwise


def _matrix(operands: Any) -> Matrix:
    numbers = [float(each) for each in operands if isinstance(each, (int, float))]
    return (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]) if len(numbers) == 6 else _STILL


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    u, v, w, x, y, z = other
    return (a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z)


def _shifted(matrix: Matrix, x: float) -> Matrix:
    a, b, c, d, e, f = matrix
    return (a, b, c, d, e + x * a, f + x * b)


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]
