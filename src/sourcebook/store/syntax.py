"""What is wrong with a text that is no YAML, in the words of who wrote it rather than in those of the parser.

libyaml says where it gave up, which is often not where the mistake is, and names what it expected there.
"""

import re
from collections.abc import Mapping

import yaml

from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.text import name_of

A_SECOND_COLON = "Not YAML: a colon in the text of this line"
CLOSED_EARLY = "Not YAML: what opens here is closed before the text ends"
CONFLICT = re.compile(r"^(?:<{7,} .*|={7,}[ \t\r]*$|>{7,} .*)", re.MULTILINE)
"""A line that git leaves where it could not merge."""
RESOLVE = "Keep what is right of the two, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."
_BREAK = re.compile(r"\r\n|\r|\n")
_TAB = re.compile(r"[ ]*\t")
_ONLY_A_KEY = re.compile(r"[ ]*(?:- +)*[^\s:\"'\[{#]+")
_NO_SPACE = re.compile(r"[ ]*(?P<before>(?:-|- *[\w-]+:|[\w-]+:))(?=[^\s:/-])")
_LOOKS_LIKE_A_SPACE = r"[\u00a0\u2000-\u200b\u202f\u205f\u3000]"
"""What editors and web pages put where one sees a space, and YAML takes for a letter."""
_INDENTED_OTHERWISE = re.compile(rf" *{_LOOKS_LIKE_A_SPACE}")
_A_COLON_OTHERWISE = re.compile(rf" *(?:- +)*[\w-]+(?P<sign>[：﹕]|:(?P<space>{_LOOKS_LIKE_A_SPACE}))")
_CUT = re.compile(r"[^\"'#]*\S( #\w)")
_BELOW = "below `>-` on a line of its own"
_UNLIKE = "Not YAML: this line does not fit the lines above it"
_NO_KEY = ("Not YAML: there is no colon after a key", "Each line here is `key: value`; a text of several lines begins with `>-`.")
_INDENTED = "Keys of one entry stand exactly below each other, and so do the items of one list; a text of several lines begins with `>-`."
_IN_QUOTES = f"Put the text in quotation marks, or {_BELOW}."
_BACKSLASH = ("Not YAML: a backslash has a meaning between double quotation marks", f"Write it twice, or put the text {_BELOW}.")
_BY_CONTEXT: Mapping[str, tuple[str, str]] = {
    "while scanning a quoted scalar": (
        "Not YAML: the quotation mark that opens here is not closed",
        f"Close it, or put the text without it {_BELOW}.",
    ),
    "while scanning a simple key": _NO_KEY,
    "while scanning an alias": ("Not YAML: a text cannot begin with `*`", _IN_QUOTES),
    "while scanning an anchor": ("Not YAML: a text cannot begin with `&`", _IN_QUOTES),
    "while scanning a tag": ("Not YAML: a text cannot begin with `!`", _IN_QUOTES),
    "while scanning a block scalar": (
        "Not YAML: a text does not stand beside `>` or `|`",
        "It begins on the next line, further in; or put it in quotation marks, if it begins with that sign itself.",
    ),
    "while parsing a flow sequence": ("Not YAML: the bracket that opens here is not closed, or a comma is missing", ""),
    "while parsing a flow mapping": ("Not YAML: the brace that opens here is not closed, or a comma is missing", ""),
}
"""What the parser was doing -> what is wrong where that began, and what to write instead."""
_BY_PROBLEM: Mapping[str, tuple[str, str]] = {
    "but found another document": ("Not YAML: a second document begins here", "One file holds one entity: remove the line `---`."),
    "block sequence entries are not allowed": (
        "Not YAML: a list cannot begin on this line",
        "Begin it on the next line; a text that begins with `-` goes into quotation marks.",
    ),
    "mapping keys are not allowed": ("Not YAML: a text cannot begin with `?`", _IN_QUOTES),
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
}
"""The parser's problem -> what is wrong there, and what to write instead."""


def syntax_error(error: yaml.MarkedYAMLError, text: str, path: str, shift: int) -> Diagnostic:
    """The finding that a parser's error is.

    Args:
        error: as PyYAML raises it.
        text: the whole YAML.
        path: for the place.
        shift: the number of lines in the file before the YAML.
    """
    marker = CONFLICT.search(text)
    if marker:
        where = Place(path, text.count("\n", 0, marker.start()) + 1 + shift, 1, len(marker[0].rstrip()))
        message = "A merge left two versions here, of which a person must choose"
        return Diagnostic(code="merge-conflict", message=message, place=where, help=RESOLVE)
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Diagnostic(code="yaml-syntax", message=f"Not YAML: {error.problem}", place=Place(path, 1 + shift))
    rows = _BREAK.split(text)
    here = (mark.line, mark.column)
    row = rows[mark.line] if mark.line < len(rows) else ""
    problem = error.problem or "not YAML"
    if ("cannot start any token" in problem or "tab character" in problem) and _TAB.match(row):
        code, message, hint = "tab-indent", "A tab indents this line", "Indent with spaces, two for each level."
    else:
        code = "yaml-syntax"
        here, message, hint = _told(error, problem, text, rows, here)
    return Diagnostic(code=code, message=message, place=Place(path, here[0] + 1 + shift, here[1] + 1), help=hint)


_Told = tuple[tuple[int, int], str, str]
"""Line and column, both from 0, what is wrong there, and what to write instead."""


def _told(error: yaml.MarkedYAMLError, problem: str, text: str, rows: list[str], here: tuple[int, int]) -> _Told:
    row = rows[here[0]] if here[0] < len(rows) else ""
    if looked_alike := _other_signs(rows, here[0]):
        return looked_alike
    if "mapping values are not allowed" in problem:
        return _unexpected_colon(rows, here)
    if cut := _comment_before(error, problem, rows, here):
        return cut, "Not YAML: a comment begins here, and the text goes on behind it", _IN_QUOTES
    if "cannot start any token" in problem or "did not find expected node content" in problem:
        return here, f"Not YAML: a text cannot begin with `{row[here[1] : here[1] + 1]}`", _IN_QUOTES
    if "did not find expected key" in problem or "did not find expected '-' indicator" in problem:
        if began := _closed_before(text, here):
            if rows[began[0]][began[1]] == "*":
                return began, "Not YAML: a text cannot begin with `*`", _IN_QUOTES
            hint = f"Put the whole text {_BELOW}: quotation marks or brackets hold all of a value or nothing of it."
            return began, CLOSED_EARLY, hint
        if not row[: here[1]].strip():
            return here, _UNLIKE, _INDENTED
    context = error.context or ""
    found = next((each for words, each in _BY_PROBLEM.items() if words in problem), None)
    if found is None and context in _BY_CONTEXT and error.context_mark:
        message, hint = _BY_CONTEXT[context]
        opening = (error.context_mark.line, error.context_mark.column)
        if (message, hint) == _NO_KEY and (joined := _joined(rows, opening[0])):
            return joined
        return opening, message, hint or f"Close it; a text that begins with such a sign goes {_BELOW}."
    message, hint = found or (f"Not YAML: {problem}", "Check the brackets, the quotation marks and the indentation around this line.")
    return here, message, hint


def _comment_before(error: yaml.MarkedYAMLError, problem: str, rows: list[str], here: tuple[int, int]) -> tuple[int, int] | None:
    """Where a comment began that looks like words, in an unclosed bracket or on the line above; None if there is none."""
    if "flow" in (error.context or "") and error.context_mark:
        first = min(error.context_mark.line, here[0] - 1)
    elif "did not find expected key" in problem:
        first = here[0] - 1
    else:
        return None
    found = ((number, _CUT.match(rows[number])) for number in range(max(0, first), min(here[0], len(rows))))
    return next(((number, cut.start(1) + 1) for number, cut in found if cut), None)


def _unexpected_colon(rows: list[str], here: tuple[int, int]) -> _Told:
    """A colon that ends a key where none can be: it belongs to a text, or its line or the one above is written otherwise than meant."""
    line, column = here
    if not _ONLY_A_KEY.fullmatch(rows[line][:column]):
        return here, A_SECOND_COLON, f"A text with a colon in it goes into quotes, or {_BELOW}."
    above = _above(rows, line)
    if above != line and (joined := _joined(rows, above)):
        return joined
    indent, indent_above = (len(rows[each]) - len(rows[each].lstrip(" ")) for each in (line, above))
    if indent <= indent_above:
        return (above, indent_above), *_NO_KEY
    return (line, indent), "Not YAML: this line is indented further than the one that it follows", _INDENTED


def _above(rows: list[str], line: int) -> int:
    """The line before one that is not blank; the line itself if there is none."""
    return next((number for number in range(line - 1, -1, -1) if rows[number].strip()), line)


def _joined(rows: list[str], line: int) -> _Told | None:
    """A `-` or a colon on a line behind which the space is missing."""
    found = _NO_SPACE.match(rows[line])
    if found is None:
        return None
    sign = found["before"][-1]
    return (line, found.end()), f"Not YAML: there is no space after `{sign}`", f"Write a space between `{sign}` and what follows."


def _other_signs(rows: list[str], line: int) -> _Told | None:
    """A sign on a line or the one above it that looks like a space or a colon and is another one to YAML."""
    for number in (_above(rows, line), line):
        row = rows[number] if number < len(rows) else ""
        if found := _INDENTED_OTHERWISE.match(row):
            told = f"Not YAML: {name_of(found[0][-1])} indents this line", "Indent with spaces of the space bar, two for each level."
            return (number, found.end() - 1), *told
        if (found := _A_COLON_OTHERWISE.match(row)) and found["space"]:
            told = f"Not YAML: {name_of(found['space'])} follows the colon", "Write a space of the space bar there."
            return (number, found.start("space")), *told
        if found:
            return (
                (number, found.start("sign")),
                f"Not YAML: {name_of(found['sign'])} stands for a colon",
                "Write `: `, with a space behind it.",
            )
    return None


def _closed_before(text: str, here: tuple[int, int]) -> tuple[int, int] | None:
    """Where the quotation or bracket began that ends on a line before the place on it; None if none does."""
    opened: list[yaml.Mark] = []
    began: yaml.Mark | None = None
    ended = -1
    try:
        for token in yaml.scan(text, Loader=yaml.CBaseLoader if hasattr(yaml, "CBaseLoader") else yaml.BaseLoader):
            if (token.start_mark.line, token.start_mark.column) >= here:
                break
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(token.start_mark)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and opened:
                began, ended = opened.pop(), token.end_mark.line
            elif isinstance(token, yaml.ScalarToken | yaml.AliasToken):
                closed = isinstance(token, yaml.AliasToken) or token.style in {"'", '"'}
                began, ended = (token.start_mark, token.end_mark.line) if closed else (None, -1)
    except yaml.YAMLError:
        pass
    return (began.line, began.column) if began and ended == here[0] else None
