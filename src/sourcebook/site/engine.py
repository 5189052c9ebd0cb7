"""Running MkDocs 1.6: the one place that calls its commands."""

import logging
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from sourcebook.diagnostics import SourcebookError


class _Collected(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Notes one message."""
        self.messages.append(record.getMessage())


def build(config: Path, out: Path | None) -> tuple[Path, list[str]]:
    """Builds the site that `mkdocs.yml` describes.

    Returns:
        The folder of the site, and what MkDocs warned of.

    Raises:
        SourcebookError: If the configuration is missing, wrong, or lacks our plugin.
    """
    if not config.is_file():
        msg = f"There is no {config}: `sourcebook init` writes one"
        raise SourcebookError(msg)
    collected = _Collected()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    try:
        settings = load_config(config_file=str(config), **({"site_dir": str(out.resolve())} if out else {}))
        if "sourcebook" not in settings.plugins:
            msg = f"{config} does not name our plugin: add `- sourcebook` below `plugins:`"
            raise SourcebookError(msg)
        settings.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(settings)
        finally:
            settings.plugins.on_shutdown()
        return Path(settings.site_dir), collected.messages
    except MkDocsException as error:
        raise SourcebookError(f"{config}: {'; '.join([*collected.messages, str(error)])}") from error
    finally:
        logger.removeHandler(collected)


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
