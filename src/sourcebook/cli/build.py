"""`sourcebook build`."""

from pathlib import Path

import click

from sourcebook import publishing
from sourcebook.cli.console import Progress, open_project, project_option, report, reviewed_only_option


@click.command("build", short_help="the finished site")
@project_option
@click.option(
    "-d", "--site-dir", "out", type=click.Path(file_okay=False, path_type=Path), help="Where to; `site_dir` of mkdocs.yml if not given."
)
@click.option("--zip", "archive", type=click.Path(dir_okay=False, path_type=Path), help="Pack the site into this file as well.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Processes; one for each core if not given.")
@reviewed_only_option
def command(folder: Path, out: Path | None, archive: Path | None, jobs: int, unreviewed: str) -> None:
    """Checks the knowledge base and builds the site: only what changed since the last time. One with errors is not built.

    The site works from any web server and from the disk, without a network.

    \b
    Examples:
      sourcebook build
      sourcebook build --site-dir build/preview
      sourcebook build --reviewed-only
      sourcebook build --zip relations.zip      # one file that works when unpacked anywhere
    """
    project = open_project(folder)
    with Progress("reading") as reading, Progress("") as progress:
        built, errors = publishing.build(project, out, archive, unreviewed=unreviewed, jobs=jobs, watch=reading, progress=progress.of)
    if built is None:
        report(errors, project)
        click.echo("Not built: mend the errors first.", err=True)
        raise click.exceptions.Exit(1)
    for each in built.warnings:
        click.echo(f"warning: {each}", err=True)
    if built.slow:
        click.echo(f"note: {built.slow} wants to see every page, so MkDocs built all of them, one after the other", err=True)
    if archive:
        click.echo(f"Packed {archive}")
    click.echo(f"Built {built.folder} ({built.written:,} of {built.total:,} files changed): open {built.folder / 'index.html'}")
