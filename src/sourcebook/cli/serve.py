"""`sourcebook serve`."""

from pathlib import Path

import click

from sourcebook import project as use
from sourcebook.cli.console import open_project, project_option


@click.command("serve", short_help="the site, renewed at every change")
@project_option
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Address and port to serve on.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def command(folder: Path, address: str, *, open_browser: bool) -> None:
    """Serves the site and builds it again whenever an article, an entity or a page is saved.

    Findings are reported as warnings; what is broken is left out until it is mended.

    \b
    Examples:
      sourcebook serve
      sourcebook serve --address 127.0.0.1:9000 --open
    """
    use.serve(open_project(folder), address, open_browser=open_browser)
