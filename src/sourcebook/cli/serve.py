"""`sourcebook serve`."""

from pathlib import Path

import click

from sourcebook import publishing
from sourcebook.cli.console import Progress, open_project, project_option, reviewed_only_option


@click.command("serve", short_help="the site, renewed at every change")
@project_option
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Address and port to serve on.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@reviewed_only_option
def command(folder: Path, address: str, unreviewed: str, *, open_browser: bool) -> None:
    """Serves the site. Pages are made when they are looked at, and renewed in the browser as soon as a file is saved.

    What is wrong is shown in the browser too; a file that is broken leaves its page as it was until it is mended.

    \b
    Examples:
      sourcebook serve
      sourcebook serve --address 127.0.0.1:9000 --open
    """
    project = open_project(folder)
    with Progress("reading") as reading:
        publishing.serve(project, address, open_browser=open_browser, unreviewed=unreviewed, watch=reading, say=reading.say)
