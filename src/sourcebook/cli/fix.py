"""`sourcebook fix`."""

from pathlib import Path

import click

from sourcebook import mending
from sourcebook.cli.changing import dry_run_option, finish
from sourcebook.cli.completing import mendable_codes
from sourcebook.cli.console import Progress, open_project, project_option
from sourcebook.project import has_errors


@click.command("fix", short_help="mend what can be mended without guessing")
@project_option
@click.option(
    "--only",
    multiple=True,
    metavar="CODE",
    shell_complete=mendable_codes,
    help="Mend findings of this code only; several times for several.",
)
@click.option("--quotes", is_flag=True, help="Also put the exact words in the place of quotes that differ in a few letters.")
@dry_run_option
def command(folder: Path, only: tuple[str, ...], *, quotes: bool, dry_run: bool) -> None:
    """Mends the findings of `check` for which there is one remedy, and says which are left.

    Misspelt keys, properties, types and choices; names where ids are meant; ids that were merged; inverses, which move
    to the other entity; tabs, colons in texts, keys without a value; English dates; long lines; names of files. Where
    two remedies are possible, nothing is done.

    Exit status: 0 no errors are left, 1 errors are left, 2 wrong usage.

    \b
    Examples:
      sourcebook fix --dry-run
      sourcebook fix
      sourcebook fix --only inverse-written --only id-merged
      sourcebook fix --quotes
    """
    wanted = mending.codes(only, ["quote-not-found"] if quotes else [])
    project = open_project(folder)
    with Progress("checking") as progress:
        found = mending.fix(project, wanted, watch=progress)
    finish(project, found.edited, dry_run=dry_run)
    if not found.edited.changes:
        click.echo("Nothing to mend.", err=True)
    for each in found.left:
        if has_errors([each]):
            click.echo(f"left: {each.place}: {each.code}: {each.message}", err=True)
    warnings = len(found.left) - sum(has_errors([each]) for each in found.left)
    if warnings:
        click.echo(f"{warnings:,} warning{'' if warnings == 1 else 's'} left: `sourcebook check` shows them", err=True)
    if has_errors(found.left):
        raise click.exceptions.Exit(1)
