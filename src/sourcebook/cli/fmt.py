"""`sourcebook fmt`."""

from pathlib import Path

import click

from sourcebook import project as use
from sourcebook.cli.changing import dry_run_option, show
from sourcebook.cli.console import open_project, project_option, report
from sourcebook.store.pending import Change, carry_out


@click.command("fmt", short_help="put entity files in canonical order")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@project_option
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a file is not in order.")
@dry_run_option
def command(files: tuple[Path, ...], folder: Path, *, only_check: bool, dry_run: bool) -> None:
    """Puts the facts of FILES (of all entity files if none is named) in canonical order, so that pull requests merge cleanly.

    No word is changed, and comments move with the fact that they stand above. Files with errors are left alone.

    Exit status: 0 done, 1 if files have errors or, with --check, are not in order, 2 wrong usage.

    \b
    Examples:
      sourcebook fmt
      sourcebook fmt content/people/ada-lovelace.yml
      sourcebook fmt --dry-run              # what would change
      sourcebook fmt --check                # for CI
    """
    project = open_project(folder)
    changed, findings = use.reformatted(project, files)
    changes = [_change(project, path, text) for path, text in changed.items()]
    if dry_run:
        show(changes)
    else:
        if not only_check:
            carry_out(changes)
        for each in changes:
            click.echo(f"{'not in order' if only_check else 'put in order'}: {each.shown}")
    if findings:
        report(findings, project)
    if findings or (only_check and changed):
        raise click.exceptions.Exit(1)


def _change(project: use.Project, path: Path, text: str) -> Change:
    before = path.read_bytes()
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    return Change(path=path, shown=project.shown(path), before=before, after=mark + text.encode())
