"""`sourcebook comment`."""

import os
from collections.abc import Sequence
from pathlib import Path

import click


@click.command("comment", short_help="show reports in a comment on the pull request")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", default="report", show_default=True, help="Which comment: runs that give one name renew one comment.")
def command(files: Sequence[Path], name: str) -> None:
    """Shows the Markdown of FILES in one comment on the pull request for which GitHub Actions or GitLab CI runs this.

    The comment is written once and renewed afterwards. GitHub needs GITHUB_TOKEN, GitLab a project access token in
    SOURCEBOOK_TOKEN. Where there is none or it may not write, as for pull requests from forks, this says so and exits with 0:
    the check does not fail for that.

    \b
    Examples:
      sourcebook check --write markdown findings.md
      sourcebook diff main...HEAD --format markdown > changes.md
      sourcebook comment findings.md changes.md
    """
    from sourcebook import comments

    thread = comments.thread_of(os.environ)
    try:
        where = comments.put(thread, name, [each.read_bytes().decode("utf-8", "replace") for each in files])
    except comments.RefusedError as refused:
        click.echo(f"note: not commented: {refused}", err=True)
    else:
        click.echo(f"Commented {where}".rstrip())
