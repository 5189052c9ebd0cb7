"""`sourcebook merge`."""

from pathlib import Path

import click

from sourcebook import edits
from sourcebook.cli.changing import dry_run_option, finish
from sourcebook.cli.completing import entity_ids
from sourcebook.cli.console import Progress, open_project, project_option


@click.command("merge", short_help="make one entity of two")
@click.argument("loser", shell_complete=entity_ids)
@click.argument("winner", shell_complete=entity_ids)
@project_option
@dry_run_option
def command(loser: str, winner: str, folder: Path, *, dry_run: bool) -> None:
    """Makes one entity of two that are the same. WINNER keeps its id and name and takes over all that LOSER has.

    Facts that both have become one with the citations of both; names become aliases. What cannot be joined, such as a
    second summary, goes into `note`. Every file that names LOSER names WINNER instead, and old addresses lead there.

    \b
    Examples:
      sourcebook merge st-petersburg saint-petersburg
      sourcebook merge "A. Lovelace" ada-lovelace --dry-run
    """
    project = open_project(folder)
    with Progress("reading") as progress:
        edited = edits.merge(project, loser, winner, watch=progress)
    finish(project, edited, dry_run=dry_run)
