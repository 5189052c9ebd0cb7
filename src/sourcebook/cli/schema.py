"""`sourcebook schema`."""

from pathlib import Path

import click

from sourcebook import editors
from sourcebook import project as use
from sourcebook.cli.console import Progress, open_project, project_option, report
from sourcebook.export.json_schema import KINDS
from sourcebook.store.files import write_atomically


@click.command("schema", short_help="what editors need to complete and check the files")
@project_option
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=f"Folder to write to; {editors.SCHEMAS} if not given.")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a file is missing or not up to date.")
@click.option("--kind", type=click.Choice(list(KINDS)), help="Print the schema of one kind of file instead; it needs no other file.")
def command(folder: Path, out: Path | None, kind: str | None, *, only_check: bool) -> None:
    """Writes JSON Schemas (draft 7) of all files that people edit, with the ids that this knowledge base has.

    Editors that speak to yaml-language-server complete and check with them: types, properties, ids by the name of the
    thing, dates, choices. `sourcebook init` writes the settings for VS Code; docs/editing.md has those for others.
    `ingest` and `serve` renew the schemas too. git ignores them: they follow from the files.

    \b
    Examples:
      sourcebook schema                     # after cloning, or when a file was added by hand
      sourcebook schema --check             # are they up to date?
      sourcebook schema --kind entity       # one of them, on stdout
    """
    if kind and (out or only_check):
        raise click.UsageError("--kind prints a schema; --out and --check are about the files.")
    project = open_project(folder)
    with Progress("reading") as progress:
        knowledge, found = use.load(project, watch=progress)
    if wrong := editors.wrong_with_types(found):
        report(wrong, project)
        click.echo("Mend content/schema.yml first; the schemas were left as they are.", err=True)
        raise click.exceptions.Exit(1)
    if kind:
        click.echo(editors.one_schema(knowledge, kind), nl=False)
        return
    stale = editors.stale(out, editors.schema_texts(knowledge)) if out else editors.stale(project.root, editors.own_files(knowledge))
    for path, text in stale.items():
        if not only_check:
            write_atomically(path, text)
        click.echo(f"{'not up to date' if only_check else 'wrote'}: {path}")
    if only_check and stale:
        raise click.exceptions.Exit(1)
    if not stale:
        click.echo(f"{len(KINDS)} schemas are up to date.")
