"""The MkDocs plugin: glue between MkDocs' events and the renderer."""

import logging
import os
import re
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from sourcebook.project import Project, has_errors, head_tags, load_checked, prune, rendered, site_navigation

NO_DATE = "1980-01-01"
"""MkDocs wants a date of each page for the time stamp of the compressed sitemap."""

_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")

log = logging.getLogger("mkdocs.plugins.sourcebook")


class SourcebookConfig(Config):
    """The plugin's options in `mkdocs.yml`: none but where the project stands."""

    project = config_options.Type(str, default=".")


class SourcebookPlugin(BasePlugin[SourcebookConfig]):
    """Adds the pages of the knowledge base to a MkDocs site."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Loads and checks the knowledge base; findings are MkDocs warnings, so that --strict fails on errors."""
        root = (Path(config.config_file_path or ".").parent / self.config.project).resolve()
        self.project = Project(root)
        self.knowledge, found = load_checked(self.project)
        for each in found:
            report = log.warning if has_errors([each]) else log.debug
            report(f"{each.place}: {each.severity}[{each.code}]: {each.message}{f' ({each.help})' if each.help else ''}")
        language = self.knowledge.settings.language
        if "language" in config.theme and config.theme["language"] == "en" and language != "en":
            config.theme["language"] = language
        if config.nav is None:
            config.nav = site_navigation(self.project, self.knowledge)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds every page and asset; hand-written pages are replaced by themselves with their links resolved."""
        in_nav = {uri for entry in config.nav or [] if isinstance(entry, dict) for uri in entry.values() if isinstance(uri, str)}
        docs = Path(config.docs_dir)
        sources, pages = rendered(self.project, self.knowledge)
        for uri, content in pages.items():
            before = files.get_file_from_path(uri)
            if before is not None:
                files.remove(before)
            inclusion = InclusionLevel.INCLUDED if uri in in_nav or not uri.endswith(".md") else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, uri, content=content.decode() if uri.endswith(".md") else content, inclusion=inclusion)
            source = sources.get(uri, "")
            file.edit_uri = Path(os.path.relpath(self.project.root / source, docs)).as_posix() if source else None
            files.append(file)
        return files

    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> str:
        """Pages carry no date of the build, so that two builds are the same bytes."""
        page.update_date = NO_DATE
        return markdown

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """What link previews and feed readers look for in the head of a page."""
        return output.replace("</head>", f"{head_tags(self.knowledge, page.meta, page.file.url)}</head>", 1)

    def on_post_template(self, output_content: str, *, template_name: str, **_: object) -> str:
        """The sitemap claims no dates of change, which nobody knows."""
        return _LASTMOD.sub("", output_content) if template_name == "sitemap.xml" else output_content

    def on_post_build(self, config: MkDocsConfig, **_: object) -> None:
        """Leaves out what no reader's browser asks for: maps of the theme's sources, and word stems of other languages."""
        prune(Path(config.site_dir), self.knowledge.settings.language)

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Builds again when a file of the knowledge base is saved."""
        server.watch(str(self.project.content))
        return server
