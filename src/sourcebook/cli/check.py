"""`sourcebook check`."""

import sys
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

import click

from sourcebook import project as use
from sourcebook.cli.console import Progress, coloured, line_reader, open_project, project_option
from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.project import Project

FORMATS = ("text", "json", "github", "gitlab", "sarif", "markdown")
MOST_ALIKE = 20
"""Warnings of one code that are told as text to a person who did not ask for all."""
WHOLE = frozenset({"gitlab", "sarif"})
"""Formats that hosts compare with those of other versions: they always hold everything."""


@click.command("check", short_help="prove that every fact cites words that are there")
@project_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to report.")
@click.option(
    "--write",
    "files",
    type=(click.Choice(FORMATS), click.Path(dir_okay=False, path_type=Path)),
    multiple=True,
    metavar="FORMAT FILE",
    help="Write a report into FILE as well; may be repeated.",
)
@click.option(
    "--since",
    metavar="REV",
    help="Leave out warnings in files that are as in REV, which may be `A...B` as for `diff`; errors are always told.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option("--no-warnings", is_flag=True, help="Report errors only.")
@click.option("--all", "everything", is_flag=True, help="Tell every warning, not only the first of each code.")
def command(
    folder: Path, form: str, files: Sequence[tuple[str, Path]], since: str | None, *, strict: bool, no_warnings: bool, everything: bool
) -> None:
    """Checks every file of the knowledge base and reports what is wrong, each finding with its place and its remedy.

    All errors are told. Of warnings that are alike the first 20 are, and how many more there are; other formats than text hold all.

    `github`, `gitlab` and `sarif` name files from the current folder, as the host of the repository does; run them at its top.
    `gitlab` and `sarif` ignore --since, for hosts compare versions themselves.

    Exit status: 0 no errors, 1 errors (with --strict also warnings), 2 wrong usage.

    \b
    Examples:
      sourcebook check
      sourcebook check --format github      # annotations in a pull request
      sourcebook check --since main         # no warnings of what is on main already
      sourcebook check --all                # every warning, however many are alike
      sourcebook check --write gitlab gl-code-quality-report.json --write markdown findings.md
      sourcebook explain quote-not-found    # what a code means
    """
    from sourcebook.store.files import write_output

    project = open_project(folder)
    changed = _changed(project, since) if since is not None else None
    with Progress("checking") as progress:
        verdict = use.checked(project, watch=progress)
    found = [each for each in verdict.findings if not no_warnings or use.has_errors([each])]
    told = found if changed is None else [each for each in found if each.place.path in changed or use.has_errors([each])]
    for each, path in files:
        text = "\n".join(_report(each, found if each in WHOLE else told, project)) + "\n"
        # Names of files need not be UTF-8; what is printed writes them so too.
        write_output(path, text.encode("utf-8", "backslashreplace").decode())
    for line in _report(form, found if form in WHOLE else told, project, colour=coloured(sys.stdout), most=0 if everything else MOST_ALIKE):
        click.echo(line)
    if form == "text" and not told:
        click.echo(f"{verdict.entities:,} entities, {verdict.facts:,} facts, {verdict.articles:,} articles: every quote is there.")
    if use.has_errors(told) or (strict and told):
        raise click.exceptions.Exit(1)


def _changed(project: Project, since: str) -> AbstractSet[str]:
    from sourcebook.changes import changed_files

    return changed_files(project, since)


def _report(form: str, found: Sequence[Diagnostic], project: Project, *, colour: bool = False, most: int = 0) -> Iterator[str]:
    from sourcebook.check import hosts, report

    read_line = line_reader(project)
    reports = {
        "text": lambda: report.text_report(found, read_line, colour=colour, most=most),
        "json": lambda: report.json_report(found),
        "markdown": lambda: report.markdown_report(found, read_line),
        "github": lambda: hosts.github_report(_from_here(found, project)),
        "gitlab": lambda: hosts.gitlab_report(_from_here(found, project)),
        "sarif": lambda: hosts.sarif_report(_from_here(found, project)),
    }
    return reports[form]()


def _from_here(found: Sequence[Diagnostic], project: Project) -> Sequence[Diagnostic]:
    """The findings with paths from the current folder, if the project is below it."""
    here = Path.cwd().resolve()
    if not project.root.is_relative_to(here):
        return found
    below = project.root.relative_to(here)
    return [replace(each, place=_moved(each.place, below)) for each in found]


def _moved(place: Place, below: Path) -> Place:
    return Place((below / place.path).as_posix(), place.line, place.column, place.width)
