"""`sourcebook build`."""

from pathlib import Path

import click

from sourcebook import project as use
from sourcebook.cli.console import Progress, open_project, project_option, report


@click.command("build", short_help="the finished site")
@project_option
@click.option(
    "-d", "--site-dir", "out", type=click.Path(file_okay=False, path_type=Path), help="Where to; `site_dir` of mkdocs.yml if not given."
)
@click.option("--zip", "archive", type=click.Path(dir_okay=False, path_type=Path), help="Pack the site into this file as well.")
def command(folder: Path, out: Path | None, archive: Path | None) -> None:
    """Checks the knowledge base and builds the site with MkDocs. A knowledge base with errors is not built.

    The site works from any web server and from the disk, without a network.

    \b
    Examples:
      sourcebook build
      sourcebook build --site-dir build/preview
      sourcebook build --zip relations.zip      # one file that works when unpacked anywhere
    """
    project = open_project(folder)
    with Progress("checking") as progress:
        _, found = use.load_checked(project, watch=progress)
    if use.has_errors(found):
        report([each for each in found if use.has_errors([each])], project)
        click.echo("Not built: mend the errors first.", err=True)
        raise click.exceptions.Exit(1)
    where, warnings = use.build(project, out, archive)
    for each in warnings:
        click.echo(f"warning: {each}", err=True)
    if archive:
        click.echo(f"Packed {archive}")
    click.echo(f"Built {where}: open {where / 'index.html'}")
