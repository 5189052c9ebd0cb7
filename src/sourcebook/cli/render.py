"""`sourcebook render`."""

from pathlib import Path

import click

from sourcebook import publishing
from sourcebook.cli.console import Progress, open_project, project_option, report, reviewed_only_option


@click.command("render", short_help="the knowledge base as a folder of Markdown pages")
@click.argument("out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@project_option
@click.option(
    "--config",
    "config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the site's configuration for other builders to this file.",
)
@reviewed_only_option
def command(out: Path, folder: Path, config: Path | None, unreviewed: str) -> None:
    """Writes all pages into DIR as plain Markdown, with the style sheet and script they use.

    Any builder that reads MkDocs' configuration can make the site of them. DIR must be empty, or written by this
    command before: then only what changed is written, and pages that are gone are removed.

    \b
    Examples:
      sourcebook render rendered
      sourcebook render rendered --config zensical.yml && zensical build -f zensical.yml
    """
    project = open_project(folder)
    with Progress("reading") as progress:
        result = publishing.render_to(project, out, config, unreviewed=unreviewed, watch=progress)
    if result.findings:
        report(result.findings, project)
        raise click.exceptions.Exit(1)
    click.echo(f"{result.pages:,} pages in {out} ({result.changed:,} files changed)")
