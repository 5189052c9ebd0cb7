"""Serving a site while people edit it."""

import logging
from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import MkDocsException

from sourcebook.diagnostics import SourcebookError


def serve(config: Path, address: str, *, open_browser: bool) -> None:
    """Serves the site and builds it again at every change, until interrupted.

    Raises:
        SourcebookError: If the configuration is wrong or the address cannot be used.
    """
    logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(message)s")
    try:
        mkdocs_serve(config_file=str(config), dev_addr=address, open_in_browser=open_browser)
    except MkDocsException as error:
        raise SourcebookError(str(error)) from error
    except OSError as error:
        msg = f"Cannot serve on {address}: {error.strerror}. Choose another with --address"
        raise SourcebookError(msg) from error
