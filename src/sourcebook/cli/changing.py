"""What the commands that edit files share: `--dry-run`, the difference in colour, and how to undo it."""

import difflib
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import click

from sourcebook import desk
from sourcebook.cli.console import coloured
from sourcebook.project import Project
from sourcebook.store.pending import Change

_Command = TypeVar("_Command", bound=Callable[..., Any])
_COLOURS = {"---": "bold", "+++": "bold", "@@": "cyan", "+": "green", "-": "red"}


def dry_run_option(command: _Command) -> _Command:
    """Adds `--dry-run`, which becomes the parameter `dry_run`."""
    return click.option("--dry-run", is_flag=True, help="Change nothing; print what would change, as a unified diff.")(command)


def show(changes: Sequence[Change]) -> None:
    """Prints changes as a unified diff: in colour on a terminal, and elsewhere as `git apply` and `patch` take it."""
    colour = coloured(sys.stdout)
    terminal = sys.stdout.isatty()
    for line in (one for each in changes for one in difference(each)):
        text = "".join(each if each.isprintable() or each == "\t" else f"\\u{ord(each):04x}" for each in line) if terminal else line
        style = next((_COLOURS[each] for each in _COLOURS if line.startswith(each)), "") if colour else ""
        if style == "bold":
            text = click.style(text, bold=True)
        elif style:
            text = click.style(text, fg=style)
        click.echo(text)


def difference(change: Change) -> Iterator[str]:
    """The lines of a unified diff, without line ends."""
    before, after = (_rows(each) for each in (change.before, change.after))
    old = "/dev/null" if change.before is None else f"a/{change.shown}"
    new = "/dev/null" if change.after is None else f"b/{change.shown}"
    for line in difflib.unified_diff(before, after, old, new, lineterm="\n"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _rows(raw: bytes | None) -> list[str]:
    rows = (raw or b"").decode().split("\n")
    return [row + "\n" for row in rows[:-1]] + ([rows[-1]] if rows[-1] else [])


def finish(project: Project, edited: desk.Edited, *, dry_run: bool) -> None:
    """Shows an edit, or puts it in place and says what was done and how to undo it."""
    if dry_run:
        show(edited.changes)
    else:
        undo = desk.write(project, edited)
        for each in edited.said:
            click.echo(each)
        if undo:
            click.echo(f"undo: {undo}", err=True)
    for each in edited.remarks:
        click.echo(f"note: {each}", err=True)
