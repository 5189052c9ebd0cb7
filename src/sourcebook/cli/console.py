"""What all commands share: the project option, colour, progress, and the report of findings."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click

from sourcebook.diagnostics import Diagnostic

if TYPE_CHECKING:
    from sourcebook.project import Project

_PATIENCE = 1.0
"""Seconds after which a command says what it is doing."""

_Command = TypeVar("_Command", bound=Callable[..., Any])


def project_option(command: _Command) -> _Command:
    """Adds `-C DIR`, which becomes the parameter `folder`."""
    return click.option(
        "-C",
        "--project",
        "folder",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="Folder of the knowledge base (that with content/ in it); the current one if not given.",
    )(command)


def reviewed_only_option(command: _Command) -> _Command:
    """Adds `--reviewed-only`, which becomes the parameter `unreviewed`: "hide", or "" for what the settings say."""
    return click.option(
        "--reviewed-only", "unreviewed", flag_value="hide", default="", help="Leave out what the loader proposed and nobody reviewed."
    )(command)


def open_project(folder: Path) -> "Project":
    """The project of the option's folder."""
    from sourcebook.project import find_project

    return find_project(folder)


def coloured(stream: Any) -> bool:
    """Whether a stream is a terminal whose user did not ask for no colour (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and hasattr(stream, "isatty") and bool(stream.isatty())


class Progress:
    """One line on the terminal that says what is going on, once a second has passed; nothing elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._start = self._began = self._last = time.monotonic()
        self._count = 0
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def clear(self) -> None:
        """Takes the line away, for something else to be printed; it comes again with what is noted next."""
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
            self._shown = False

    def __call__(self, current: str) -> None:
        """Notes that work on `current` begins."""
        self._count += 1
        self._show(lambda: f"{self._what} {self._count:,}: {current}")

    def say(self, text: str) -> None:
        """Prints a line of its own."""
        self.clear()
        click.echo(text, err=True)

    def of(self, what: str, done: int, total: int) -> None:
        """Notes that so many of so many are done; how long the rest will take is told from how long these took."""
        if what != self._what:
            self._what, self._began = what, time.monotonic()
        self._show(lambda: f"{what}: {done:,} of {total:,}, {self._left(done, total)} left" if done else what)

    def _left(self, done: int, total: int) -> str:
        seconds = round((time.monotonic() - self._began) * (total - done) / done)
        return f"{seconds // 60} min {seconds % 60} s" if seconds > 59 else f"{seconds} s"

    def _show(self, line: Callable[[], str]) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._start > _PATIENCE and now - self._last > 0.1:
            self._last, self._shown = now, True
            width = max(20, shutil.get_terminal_size().columns)
            sys.stderr.write("\r\x1b[2K" + line()[: width - 1])
            sys.stderr.flush()


def line_reader(project: "Project | None") -> Callable[[str, int], str]:
    """A function that gives a line (from 1) of a file that a finding names, or ""."""
    cache: dict[str, Sequence[str]] = {}

    def read_line(path: str, line: int) -> str:
        if path not in cache:
            file = (project.root / path) if project and not Path(path).is_absolute() else Path(path)
            try:
                cache[path] = file.read_bytes().decode("utf-8-sig", "replace").split("\n") if file.is_file() else ()
            except OSError:
                cache[path] = ()
        lines = cache[path]
        wanted = lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""
        # A line of a file that is no text tells nobody anything.
        return "" if "\0" in wanted else wanted

    return read_line


def report(findings: Iterable[Diagnostic], project: "Project | None", *, to_stdout: bool = False, counted: bool = True) -> None:
    """Prints findings as text with their source lines, and how many there are; on stderr, unless they are what was asked for."""
    from sourcebook.check.report import text_report

    stream = sys.stdout if to_stdout else sys.stderr
    for line in text_report(list(findings), line_reader(project), colour=coloured(stream), counted=counted):
        click.echo(line, file=stream)
