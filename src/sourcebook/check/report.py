"""Findings for people and for programs. Pure: what they need of files comes as a function."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sourcebook import __version__
from sourcebook.diagnostics import CODES, Diagnostic, Severity
from sourcebook.text import columns, visible

ReadLine = Callable[[str, int], str]
MOST_COLUMNS = 110
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}


def text_report(findings: Sequence[Diagnostic], read_line: ReadLine, *, colour: bool = False) -> Iterator[str]:
    """For people: the place, what is wrong, the line with a caret, the remedy; and a count."""
    for each in findings:
        head = f"{each.severity}[{each.code}]"
        yield f"{each.place}: {_paint(head, _COLOURS[each.severity], colour)}: {visible(each.message)}"
        yield from _source(each, read_line, colour)
        if each.help:
            yield f"  {_paint('help', '36', colour)}: {visible(each.help)}"
        yield ""
    if findings:
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


def github_report(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """GitHub's workflow commands, which become annotations of a pull request."""
    for each in findings:
        end = each.place.column + each.place.width
        where = (
            f"file={_escaped(each.place.path)},line={each.place.line},col={each.place.column},endColumn={end},title={_escaped(each.code)}"
        )
        message = f"{each.message} {each.help}".strip()
        yield f"::{each.severity} {where}::{message.replace('%', '%25').replace(chr(13), '%0D').replace(chr(10), '%0A')}"


def _escaped(text: str) -> str:
    for mark, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(mark, code)
    return text


def sarif_report(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """SARIF 2.1.0 (OASIS), for code scanning."""
    results = []
    for each in findings:
        region = {"startLine": each.place.line, "startColumn": each.place.column, "endColumn": each.place.column + each.place.width}
        where = {"physicalLocation": {"artifactLocation": {"uri": each.place.path}, "region": region}}
        results.append(
            {
                "ruleId": each.code,
                "level": each.severity.value,
                "message": {"text": f"{each.message} {each.help}".strip()},
                "locations": [where],
            }
        )
    rules = [{"id": code, "defaultConfiguration": {"level": severity.value}} for code, severity in CODES.items()]
    driver = {"name": "sourcebook", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield json.dumps(
        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1
    )
