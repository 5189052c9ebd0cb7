"""`sourcebook new`."""

from pathlib import Path

import click

from sourcebook import edits
from sourcebook.cli.changing import dry_run_option, finish
from sourcebook.cli.completing import type_names
from sourcebook.cli.console import Progress, open_project, project_option


@click.command("new", short_help="make the file of an entity")
@click.argument("kind", metavar="TYPE", shell_complete=type_names)
@click.argument("name")
@project_option
@click.option("--id", "entity_id", default="", help="Its id, and so the name of its file; made from the name if not given.")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name of it; several times for several.")
@click.option("--summary", default="", help="One neutral sentence.")
@dry_run_option
def command(kind: str, name: str, folder: Path, entity_id: str, aliases: tuple[str, ...], summary: str, *, dry_run: bool) -> None:
    """Makes the file of a new entity and prints its path. TYPE is a type of the schema, singular or plural.

    Where another entity has the name, nothing is made unless --id says that this one is another.

    \b
    Examples:
      sourcebook new person "Ada Lovelace"
      sourcebook new places "Springfield" --id springfield-ohio --alias "Springfield, Ohio"
      sourcebook new event "Visit to Rome" --summary "A journey." --dry-run
    """
    project = open_project(folder)
    with Progress("reading") as progress:
        edited = edits.new(project, kind, name, entity_id=entity_id, aliases=aliases, summary=summary, watch=progress)
    finish(project, edited, dry_run=dry_run)
