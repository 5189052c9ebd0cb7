"""`sourcebook fmt`."""

from pathlib import Path

import click

from sourcebook import project as use
from sourcebook.cli.console import open_project, project_option, report
from sourcebook.store.files import write_atomically


@click.command("fmt", short_help="put entity files in canonical order")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@project_option
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a file is not in order.")
def command(files: tuple[Path, ...], folder: Path, *, only_check: bool) -> None:
    """Puts the facts of FILES (of all entity files if none is named) in canonical order, so that pull requests merge cleanly.

    No word is changed, and comments move with the fact that they stand above. Files with errors are left alone.

    \b
    Examples:
      sourcebook fmt
      sourcebook fmt content/people/ada-lovelace.yml
      sourcebook fmt --check                # for CI
    """
    project = open_project(folder)
    changed, findings = use.reformatted(project, files)
    for path, text in changed.items():
        if not only_check:
            write_atomically(path, text)
        click.echo(f"{'not in order' if only_check else 'put in order'}: {project.shown(path)}")
    if findings:
        report(findings, project)
    if findings or (only_check and changed):
        raise click.exceptions.Exit(1)
