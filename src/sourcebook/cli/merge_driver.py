"""`sourcebook merge-driver`."""

import sys
from pathlib import Path

import click

from sourcebook.cli.console import coloured, open_project, project_option


@click.command("merge-driver", short_help="what git calls to merge two people's edits of a file, fact by fact")
@click.argument("versions", metavar="[BASE OURS THEIRS PATH [SIZE]]", nargs=-1)
@click.option("--install", is_flag=True, help="Tell the git repository to use it; once in each clone.")
@project_option
def command(versions: tuple[str, ...], folder: Path, *, install: bool) -> None:
    """Merges THEIRS into OURS, two versions of an entity file or lock file that began as BASE, and writes the result to OURS.

    Git calls it by itself once it is installed: in merges, rebases, cherry-picks and `stash pop`. Both people's facts, citations,
    qualifiers and names are kept. Where both changed the same one, both versions stand between conflict markers, and stderr says
    where. A file that is none of these is merged line by line, as git does it.

    PATH is the file's path in the repository; SIZE is the length of the markers, 7 if it is not given.

    Exit status: 0 merged, 1 something is left to decide, 2 wrong usage.

    \b
    Examples:
      sourcebook merge-driver --install
      git merge their-branch
      sourcebook merge-driver base.yml ours.yml theirs.yml content/people/ada-lovelace.yml
    """
    from sourcebook import merging as use

    if install:
        if versions:
            msg = "--install takes no files"
            raise click.UsageError(msg)
        for each in use.install(open_project(folder).root):
            click.echo(each)
        return
    if not 4 <= len(versions) <= 5:
        msg = "BASE, OURS, THEIRS and PATH are needed, as git gives them (%O %A %B %P); or --install"
        raise click.UsageError(msg)
    size = versions[4] if len(versions) == 5 else "7"
    if not size.isdecimal() or not 1 <= int(size) <= 1000:
        msg = f"SIZE is a number from 1 to 1000, not {size!r}"
        raise click.UsageError(msg)
    files = [Path(each) for each in versions[:3]]
    missing = next((each for each in files if not each.is_file()), None)
    if missing:
        msg = f"There is no file {missing}"
        raise click.UsageError(msg)
    outcome = use.merge_files(files[0], files[1], files[2], versions[3], int(size))
    if outcome.note:
        click.echo(f"{versions[3]}: {outcome.note}", err=True)
    if outcome.conflicts:
        from sourcebook.check.report import text_report

        # Git puts the file in its place only after this; till then its lines are in OURS.
        rows = files[1].read_bytes().decode("utf-8-sig").split("\n")
        for line in text_report(outcome.conflicts, lambda _, number: rows[number - 1].rstrip("\r"), colour=coloured(sys.stderr)):
            click.echo(line, err=True)
    if not outcome.clean:
        raise click.exceptions.Exit(1)
