"""`sourcebook rename`."""

from pathlib import Path

import click

from sourcebook import edits
from sourcebook.cli.changing import dry_run_option, finish
from sourcebook.cli.completing import entity_ids
from sourcebook.cli.console import Progress, open_project, project_option


@click.command("rename", short_help="give an entity another name or id")
@click.argument("entity", shell_complete=entity_ids)
@click.argument("new_name", default="")
@project_option
@click.option("--no-alias", is_flag=True, help="Do not keep the old name as an alias.")
@click.option("--id", "entity_id", default="", metavar="ID", help="Give it this id too: its file and all references move.")
@dry_run_option
def command(entity: str, new_name: str, folder: Path, entity_id: str, *, no_alias: bool, dry_run: bool) -> None:
    """Gives ENTITY (its id, name or alias) NEW_NAME. The old name stays as an alias, and the id and address stay.

    With --id the id changes too: in every file that names it, in links, and in what the loader remembers. The old id
    is kept under `merged`, so that old addresses lead to the new page. Addresses of single facts that name it change.

    \b
    Examples:
      sourcebook rename ada-lovelace "Ada King, Countess of Lovelace"
      sourcebook rename "Rangoon" Yangon --id yangon
      sourcebook rename ada --id ada-lovelace --dry-run
    """
    if not new_name.strip() and not entity_id:
        raise click.UsageError("Say the new name, or the new id with --id.")
    project = open_project(folder)
    with Progress("reading") as progress:
        edited = edits.rename(project, entity, new_name, entity_id=entity_id, former=[] if no_alias else None, watch=progress)
    finish(project, edited, dry_run=dry_run)
