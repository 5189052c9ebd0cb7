"""`sourcebook diff`."""

import sys
from pathlib import Path

import click

from sourcebook import changes as use
from sourcebook.cli.console import Progress, coloured, open_project, project_option


@click.command("diff", short_help="what changed between two versions, in words")
@click.argument("revisions", metavar="[REV [REV]]", nargs=-1)
@project_option
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True, help="How to report.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
def command(revisions: tuple[str, ...], folder: Path, form: str, *, exit_code: bool) -> None:
    """Says which entities, facts, citations, ranks, names, articles and settings differ between versions that git has.

    Without REV, it compares the last commit with the files as they are; with one, that version with the files; with two, these.
    `A...B` is what B changed since it left A, as a pull request shows it.

    Exit status: 0, with --exit-code 1 if anything changed; 2 wrong usage.

    \b
    Examples:
      sourcebook diff                       # what is not committed yet
      sourcebook diff HEAD~5
      sourcebook diff v1.0 v2.0 --format json
      sourcebook diff --format markdown origin/main...HEAD    # for a comment on a pull request
    """
    if len(revisions) > 2:
        msg = f"At most two revisions are compared, not {len(revisions)}."
        raise click.UsageError(msg)
    project = open_project(folder)
    with Progress("comparing") as progress:
        found = use.diff(project, revisions, watch=progress)
    reports = {
        "text": lambda: use.text_report(found, colour=coloured(sys.stdout)),
        "markdown": lambda: use.markdown_report(found),
        "json": lambda: use.json_report(found),
    }
    for line in reports[form]():
        click.echo(line)
    if exit_code and found.changes:
        raise click.exceptions.Exit(1)
