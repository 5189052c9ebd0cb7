"""`sourcebook check`."""

import sys
from pathlib import Path

import click

from sourcebook import project as use
from sourcebook.cli.console import Progress, coloured, line_reader, open_project, project_option


@click.command("check", short_help="prove that every fact cites words that are there")
@project_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True, help="How to report."
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option("--no-warnings", is_flag=True, help="Report errors only.")
def command(folder: Path, form: str, *, strict: bool, no_warnings: bool) -> None:
    """Checks every file of the knowledge base and reports all findings, each with its place and its remedy.

    Exit status: 0 no errors, 1 errors (with --strict also warnings), 2 wrong usage.

    \b
    Examples:
      sourcebook check
      sourcebook check --format github      # annotations in a pull request
      sourcebook explain quote-not-found    # what a code means
    """
    from sourcebook.check import report

    project = open_project(folder)
    with Progress("checking") as progress:
        knowledge, found = use.load_checked(project, watch=progress)
    if no_warnings:
        found = [each for each in found if use.has_errors([each])]
    read_line = line_reader(project)
    reports = {
        "text": lambda: report.text_report(found, read_line, colour=coloured(sys.stdout)),
        "json": lambda: report.json_report(found),
        "github": lambda: report.github_report(found),
        "sarif": lambda: report.sarif_report(found),
    }
    for line in reports[form]():
        click.echo(line)
    if form == "text" and not found:
        facts = sum(1 for _ in knowledge.facts())
        click.echo(f"{len(knowledge.entities):,} entities, {facts:,} facts, {len(knowledge.articles):,} articles: every quote is there.")
    if use.has_errors(found) or (strict and found):
        raise click.exceptions.Exit(1)
