"""The MkDocs plugin: glue between MkDocs' events and the renderer."""

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from sourcebook.project import Project
from sourcebook.publishing import supply
from sourcebook.site.archive import prune
from sourcebook.site.pages import foreign
from sourcebook.site.planned_files import with_planned
from sourcebook.site.supply import Supply

if TYPE_CHECKING:
    # A web server: a build has no use for it.
    from mkdocs.livereload import LiveReloadServer

NO_DATE = "1980-01-01"
"""MkDocs wants a date of each page for the time stamp of the compressed sitemap."""

_COUNTED = ' data-md-component="source"'
"""By it, Material's script finds the link to the repository, and asks the host for its stars on every reader's visit."""
_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")

log = logging.getLogger("mkdocs.plugins.sourcebook")


class SourcebookConfig(Config):
    """The plugin's options in `mkdocs.yml`: none but where the project stands."""

    project = config_options.Type(str, default=".")


class SourcebookPlugin(BasePlugin[SourcebookConfig]):
    """Adds the pages of the knowledge base to a MkDocs site.

    `supply` is what `sourcebook build` has loaded; without it, the plugin loads the knowledge base itself. A `quick` build makes by
    itself what makes several files.
    """

    supply: Supply | None = None
    quick = False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Takes the knowledge base; findings are MkDocs warnings, so that --strict fails on errors."""
        self.root = (Path(config.config_file_path or ".").parent / self.config.project).resolve()
        self.given = self.supply or supply(Project(self.root))
        for each in self.given.warnings:
            log.warning(each)
        if "language" in config.theme and config.theme["language"] == "en" and self.given.language != "en":
            config.theme["language"] = self.given.language
        if config.nav is None:
            config.nav = list(self.given.nav)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds every page and asset."""
        later = self.quick and not foreign(config)
        return with_planned(self.given, files, config, self.root, bundled=self.quick, later=later)

    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> str:
        """Pages carry no date of the build, so that two builds are the same bytes."""
        page.update_date = NO_DATE
        return markdown

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """What link previews and feed readers look for in the head of a page; it asks no other host for anything."""
        head = self.given.head(str(page.meta.get("title", "")), str(page.meta.get("description", "")), page.file.url)
        return output.replace(_COUNTED, "").replace("</head>", f"{head}</head>", 1)

    def on_post_template(self, output_content: str, *, template_name: str, **_: object) -> str:
        """The sitemap claims no dates of change, which nobody knows; no page asks a host for anything."""
        return _LASTMOD.sub("", output_content) if template_name == "sitemap.xml" else output_content.replace(_COUNTED, "")

    def on_post_build(self, config: MkDocsConfig, **_: object) -> None:
        """Leaves out what no reader's browser asks for: maps of the theme's sources, and word stems of other languages."""
        prune(Path(config.site_dir), self.given.language)

    def on_serve(self, server: "LiveReloadServer", **_: object) -> "LiveReloadServer":
        """Builds again when a file of the knowledge base is saved."""
        server.watch(str(self.root / "content"))
        return server
