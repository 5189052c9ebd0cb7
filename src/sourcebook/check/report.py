"""Findings for people and for programs. Pure: what they need of files comes as a function."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sourcebook.diagnostics import CODES, Diagnostic, Severity
from sourcebook.text import columns, visible

ReadLine = Callable[[str, int], str]
MOST_COLUMNS = 110
MOST_IN_MARKDOWN = 40
"""Findings that a comment shows; a comment of GitHub holds 65,536 characters."""
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}


def text_report(
    findings: Sequence[Diagnostic], read_line: ReadLine, *, colour: bool = False, most: int = 0, counted: bool = True
) -> Iterator[str]:
    """For people: the place, what is wrong, the line with a caret, the remedy; and a count.

    Args:
        findings: in the order in which to tell them.
        read_line: gives a line of a file.
        colour: for terminals.
        most: warnings of one code that are told; the others are only counted. 0 tells all, and errors are always told.
        counted: whether to say how many there are.
    """
    told: Counter[str] = Counter()
    for each in findings:
        told[each.code] += 1
        if most and told[each.code] > most and each.severity is Severity.WARNING:
            continue
        head = f"{each.severity}[{each.code}]"
        yield f"{visible(str(each.place))}: {_paint(head, _COLOURS[each.severity], colour)}: {visible(each.message)}"
        yield from _source(each, read_line, colour)
        if each.help:
            yield f"  {_paint('help', '36', colour)}: {visible(each.help)}"
        yield ""
    for code in sorted(code for code, number in told.items() if most and number > most and CODES[code] is Severity.WARNING):
        yield f"{told[code] - most:,} more warnings of {code}: `--all` tells them too"
    if findings and counted:
        yield summary(findings)


def summary(findings: Sequence[Diagnostic]) -> str:
    """How many errors and warnings there are, in how many files."""
    errors = sum(each.severity is Severity.ERROR for each in findings)
    warnings = len(findings) - errors
    files = len({each.place.path for each in findings})
    parts = [f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in ((errors, "error"), (warnings, "warning")) if number]
    return f"{', '.join(parts)} in {files:,} {'file' if files == 1 else 'files'}"


def _paint(text: str, code: str, colour: bool) -> str:  # noqa: FBT001 (a private helper of one switch)
    return f"\x1b[1;{code}m{text}\x1b[0m" if colour else text


def _source(each: Diagnostic, read_line: ReadLine, colour: bool) -> Iterator[str]:  # noqa: FBT001
    line = read_line(each.place.path, each.place.line)
    if not line.strip():
        return
    column = min(each.place.column, len(line) + 1)
    start = 0 if column < MOST_COLUMNS - 20 else column - 40
    shown = ("…" if start else "") + line[start : start + MOST_COLUMNS]
    before = ("…" if start else "") + line[start : column - 1]
    width = max(1, min(each.place.width, len(line) - column + 1, MOST_COLUMNS - (column - 1 - start)))
    under = line[column - 1 : column - 1 + width]
    number = str(each.place.line)
    caret = _paint("^" * max(1, columns(visible(under))), _COLOURS[each.severity], colour)
    yield f"  {number} | {visible(shown.replace(chr(9), ' '))}"
    yield f"  {' ' * len(number)} | {' ' * columns(visible(before.replace(chr(9), ' ')))}{caret}"


def worst_first(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Errors before warnings, each in the order given: what is cut off is what matters least."""
    return sorted(findings, key=lambda one: one.severity is not Severity.ERROR)


def markdown_report(findings: Sequence[Diagnostic], read_line: ReadLine) -> Iterator[str]:
    """For a comment on a pull request: the count, and the text of the worst in a block in which nothing has a meaning."""
    if not findings:
        yield "**Checked:** every quote is there, nothing to mend."
        return
    yield f"**Checked:** {summary(findings)}."
    yield ""
    text = "\n".join(text_report(worst_first(findings)[:MOST_IN_MARKDOWN], read_line)).rpartition("\n")[0].rstrip()
    # A block ends only at a fence that is as long as that which began it.
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text + "`")))
    yield f"{fence}text\n{text}\n{fence}"
    yield ""
    left = len(findings) - MOST_IN_MARKDOWN
    more = f"{left:,} more: `sourcebook check` shows them. " if left > 0 else ""
    yield f"{more}`sourcebook explain CODE` says more of each."


def rows(findings: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    """Findings as plain mappings."""
    return [
        {
            "code": each.code,
            "severity": each.severity.value,
            "message": each.message,
            "help": each.help,
            "path": each.place.path,
            "line": each.place.line,
            "column": each.place.column,
            "end_column": each.place.column + each.place.width,
        }
        for each in findings
    ]


def json_report(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """A JSON list of objects."""
    yield json.dumps(rows(findings), ensure_ascii=False, indent=1)
