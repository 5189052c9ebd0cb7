"""How MkDocs 1.6 makes a page, and how the same page is made faster: the one place that relies on MkDocs' insides.

A page of ours is HTML on lines of its own between Markdown headings. Python-Markdown parses all HTML three times, in Python; here
such lines are put aside as they are (in the same stash that it uses itself), and one converter serves all pages of a process.
The result is the same but for blank lines, which a test holds.
"""

import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, cast

import jinja2
import markdown
import mkdocs
from markdown.extensions.toc import TocTreeprocessor, nest_toc_tokens
from markdown.preprocessors import Preprocessor
from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from sourcebook.site.frames import Frames, frames
from sourcebook.site.planned_files import PLUGIN, FilesToBe, Places, PlannedFile, add
from sourcebook.site.supply import Planned
from sourcebook.site.templates import Compiled, Templates
from sourcebook.site.titles import Made, Titles

OF_PAGES = frozenset({"pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page"})
"""Events that see one page after the other: what a plugin collects in them would be lost in another process."""
SEPARABLE = frozenset(
    {"toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "abbr", "sane_lists"}
)
"""Markdown extensions that treat a heading in the same way wherever it stands."""
OWN = frozenset({PLUGIN, "offline", "material/offline"})


class QuickPage(Page):
    """A page of ours: its lines of HTML pass Markdown by, and so do headings that were seen before."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Makes `markdown` and `meta` of the text; our front matter is JSON on lines, which is quicker to read than YAML."""
        text = self.file.content_string
        head, _, body = text.removeprefix("---\n").partition("\n---\n\n")
        try:
            self.meta = {key: json.loads(value) for key, _, value in (line.partition(": ") for line in head.split("\n"))}
        except ValueError:
            super().read_source(config)
        else:
            self.markdown = body

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Makes `content` and `toc` of `markdown`."""
        converter = _converter(config, files)
        text = self.markdown or ""
        content, toc, self._title_from_render = converter.assembled(text) or converter.converted(text, self.file)
        self.content, self.toc = content, get_toc(toc)


class _Aside(Preprocessor):  # type: ignore[misc]
    """Puts lines of HTML aside as Python-Markdown's own preprocessor for HTML does."""

    def run(self, lines: list[str]) -> list[str]:
        """Each line that begins with a tag becomes a paragraph of its own that stands for it."""
        out: list[str] = []
        for line in lines:
            if line.startswith("<"):
                out += ["", self.md.htmlStash.store(line), ""]
            else:
                out.append(line)
        return out


class _Converter:
    """Python-Markdown, set up once for all pages of ours in a process."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._markdown = markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"] or {})
        # Before MkDocs' own and "html_block".
        self._markdown.preprocessors.register(_Aside(self._markdown), "sourcebook_aside", 22)
        self._links = _RelativePathTreeprocessor(None, files, config)  # type: ignore[arg-type]
        self._title = _ExtractTitleTreeprocessor()
        self._links._register(self._markdown)  # noqa: SLF001
        self._title._register(self._markdown)  # noqa: SLF001
        self._headings: dict[str, Made] = {}
        # An extension that we do not know may number headings or do what else it likes with the whole of a page.
        names = {str(each).removeprefix("markdown.extensions.") for each in config["markdown_extensions"]}
        self._separable = names <= SEPARABLE
        toc: Any = next((each for each in self._markdown.treeprocessors if isinstance(each, TocTreeprocessor)), None)
        # A glossary of abbreviations would mark words of a title.
        self._titles = Titles(self.converted, lambda name: toc.slugify(name, toc.sep)) if toc and "abbr" not in names else None

    def converted(self, text: str, file: File | None = None) -> Made:
        """Of any Markdown of ours."""
        self._links.file = file  # type: ignore[assignment]
        self._links.links_to_anchors = {}
        self._title.title = None
        self._markdown.reset()
        content = self._markdown.convert(text)
        return content, getattr(self._markdown, "toc_tokens", []), self._title.title

    def assembled(self, text: str) -> Made | None:
        """Of a page that has headings and lines of HTML only, and no heading twice; else None."""
        if not self._separable:
            return None
        out: list[str] = []
        tokens: list[dict[str, Any]] = []
        title = None
        for line in text.split("\n"):
            if line.startswith("#"):
                content, inside, first = self._heading(line)
                if len(inside) != 1:
                    return None
                title = title or (first if not out else None)
                tokens.append(inside[0])
                out.append(content)
            elif line.startswith("<"):
                out.append(line)
            elif line:
                return None
        if len({each["id"] for each in tokens}) < len(tokens):
            return None
        return "\n".join(out), nest_toc_tokens([{**each, "children": []} for each in tokens]), title

    def _heading(self, line: str) -> Made:
        if line.startswith("# "):  # that of one page only
            return (self._titles and self._titles.made(line)) or self.converted(line)
        if line not in self._headings:
            self._headings[line] = self.converted(line)
        return self._headings[line]


_converters: dict[int, _Converter] = {}


def _converter(config: MkDocsConfig, files: Files) -> _Converter:
    """The converter of this process for a site."""
    if id(files) not in _converters:
        _converters.clear()
        _converters[id(files)] = _Converter(config, files)
    return _converters[id(files)]


def slow_plugin(config: MkDocsConfig) -> str:
    """What in the configuration wants every page in one process, in words; "" if nothing does."""
    for name, plugin in config.plugins.items():
        if name not in OWN and any(hasattr(plugin, f"on_{event}") for event in OF_PAGES):
            return f"`{name.removeprefix('material/')}`"
    if config.validation.links.anchors > logging.INFO:
        return "`validation: anchors:`"
    return "`strict:`" if config.strict else ""


def foreign(config: MkDocsConfig) -> bool:
    """Whether plugins or hooks of others take part, on whose results a page may depend."""
    return bool(set(config.plugins) - OWN)


@dataclass
class Prepared:
    """A site of which everything is known but the pages' contents.

    Attributes:
        pages, statics: files that nobody planned, by where they will stand in the site.
        planned: pages and texts, likewise.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    planned: Places
    pages: Mapping[str, File] = field(default_factory=dict)
    statics: Mapping[str, File] = field(default_factory=dict)
    frames: Frames | None = None

    def html(self, uri: str) -> str:
        """The whole page, by where it will stand."""
        page = self.page(uri)
        if page.content is None:
            _populate_page(page, self.config, self.files)
        config = self.config
        config._current_page = page  # noqa: SLF001
        page.active = True
        try:
            context = get_context(self.nav, cast("Files", self.documents), config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            return str(config.plugins.on_post_page(self._rendered(template, page, context), page=page, config=config))
        finally:
            page.active = False
            config._current_page = None  # noqa: SLF001
            if isinstance(page, QuickPage):
                page.content = page.markdown = None

    def _rendered(self, template: jinja2.Template, page: Page, context: Any) -> str:
        frames = self.frames
        if frames and type(page) is QuickPage and page.file.inclusion is InclusionLevel.NOT_IN_NAV and page.parent is None:
            return frames.render(template, page, context)
        return template.render(context)

    def renew(self, uri: str, planned: Planned) -> None:
        """Takes note that a page shall be made in another way than before, or for the first time."""
        self.planned[uri] = planned
        file = self.files.get_file_from_path(planned.uri)
        if not isinstance(file, PlannedFile):
            file = PlannedFile(planned.uri, None, self.config.site_dir, self.config.use_directory_urls)
            add(self.files, file, ())
        in_nav = file.page if file.inclusion is InclusionLevel.INCLUDED else None
        file.planned, file.page = planned, in_nav
        if in_nav:
            in_nav.content = in_nav.markdown = None
            if self.frames:
                self.frames.forget()

    def page(self, uri: str) -> Page:
        """The page that will stand somewhere."""
        file = self.file(uri)
        return file.page or _page(file, self.config)

    def file(self, uri: str) -> File:
        """The file that will stand somewhere.

        Raises:
            KeyError: If there is none.
        """
        planned = self.planned.get(uri)
        found = self.files.get_file_from_path(planned.uri) if planned else self.pages.get(uri)
        if found is None:
            raise KeyError(uri)
        return found

    def page_uris(self) -> Iterator[str]:
        """Where pages will stand."""
        yield from self.pages
        yield from self.planned.pages()

    @property
    def documents(self) -> "_Documents":
        """All pages, for templates."""
        return _Documents(self)

    @cached_property
    def outline(self) -> str:
        """All that the theme's own pages are made from, besides the configuration: addresses, the navigation, what people wrote."""
        written = [*self.pages, *self.planned.written()]
        said = [(uri, page.title, page.meta, page.markdown) for uri in written for page in (self.page(uri),)]
        return repr((self.addresses, said))

    @cached_property
    def addresses(self) -> str:
        """The same without what people wrote."""
        return repr((list(self.page_uris()), self.tabs))

    def only_lists(self, name: str) -> bool:
        """Whether a page of the theme is MkDocs' own site map, which says of pages where they stand and no more."""
        try:
            file = self.env.get_template(name).filename
        except jinja2.TemplateNotFound:
            return False
        return name == "sitemap.xml" and file is not None and Path(mkdocs.__file__).parent in Path(file).parents

    @cached_property
    def tabs(self) -> str:
        """The navigation, with the titles that it takes from pages."""
        return repr([_shape(each) for each in self.nav])

    def templates(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """The theme's and the configuration's pages of their own: where each stands, and what makes it ("" if there is none)."""
        for name in sorted(self.config.theme.static_templates):
            yield name, partial(self._from_theme, name)
        for name in map(str, self.config.extra_templates):
            file = self.files.get_file_from_path(name)
            if file is not None:
                yield file.dest_uri, partial(self._from_template, name, jinja2.Template(file.content_string))

    def _from_theme(self, name: str) -> str:
        try:
            template = self.env.get_template(name)
        except jinja2.TemplateNotFound:
            return ""
        return self._from_template(name, template)

    def _from_template(self, name: str, template: jinja2.Template) -> str:
        return _build_template(name, template, cast("Files", self.documents), self.config, self.nav)


def _shape(item: Any) -> tuple[object, ...]:
    """What stands in the navigation."""
    return item.title, getattr(item, "url", ""), [_shape(each) for each in item.children or ()]


class _Documents:
    """The files of all pages, as a sequence that makes their `Page`s only for who looks at it."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared

    def __iter__(self) -> Iterator[File]:
        for uri in self._prepared.page_uris():
            yield self._prepared.page(uri).file

    def __len__(self) -> int:
        return sum(1 for _ in self._prepared.page_uris())


def _page(file: File, config: MkDocsConfig) -> Page:
    if isinstance(file, PlannedFile) and not file.planned.written:
        return QuickPage(None, file, config)
    return Page(None, file, config)


def prepare(config: MkDocsConfig) -> Prepared:
    """All that MkDocs does before it reads the first page, and hand-written pages, which may name themselves in the navigation."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    env.loader = Templates(config.theme.dirs)
    env.bytecode_cache = Compiled(Path(config.config_file_path).parent)
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    # MkDocs makes a page for each file it is shown here; those of entities are made when their turn comes.
    shown = Files([file for file in files if not isinstance(file, PlannedFile) or file.inclusion.value >= InclusionLevel.INCLUDED.value])
    nav = config.plugins.on_nav(get_navigation(shown, config), config=config, files=files)
    for file in shown:
        if file.page and isinstance(file, PlannedFile) and not file.planned.written:
            file.page.__class__ = QuickPage
    free = [file for file in files if not isinstance(file, PlannedFile) and file.inclusion.value > InclusionLevel.DRAFT.value]
    pages = {file.dest_uri: file for file in free if file.is_documentation_page()}
    statics = {file.dest_uri: file for file in free if not file.is_documentation_page()}
    made = Prepared(config, files, nav, env, _planned(files, config), pages, statics)
    for uri in [*pages, *made.planned.written()]:
        _populate_page(made.page(uri), config, files)
    for file in shown:
        if isinstance(file, PlannedFile) and file.page and not file.planned.written and file.page.title is None:
            # The navigation gives it no title, so that it goes by its own, on all pages.
            _populate_page(file.page, config, files)
            file.page.title, file.page.content, file.page.markdown = file.page.title, None, None
    made.env = config.plugins.on_env(env, config=config, files=files)
    made.frames = frames(made.env, QuickPage)
    return made


def _planned(files: Files, config: MkDocsConfig) -> Places:
    """What is planned, by where it will stand; another plugin may have taken some of it away."""
    if isinstance(files, FilesToBe):
        return Places.of(files.plan, directories=config.use_directory_urls)
    made = [file for file in files if isinstance(file, PlannedFile) and file.inclusion.value > InclusionLevel.DRAFT.value]
    return Places({}, {file.dest_uri: file.planned for file in made})


def options(config: MkDocsConfig) -> str:
    """The configuration as text that is the same for the same settings."""
    elsewhere = {"config_file_path", "docs_dir", "hooks", "plugins", "site_dir", "theme", "watch"}
    found = {name: value for name, value in config.items() if name not in elsewhere}
    theme = {name: config.theme[name] for name in config.theme}

    def shown(value: Any) -> Any:
        if isinstance(value, Mapping):
            return dict(value)
        # The text of many objects holds their address, which is another in each run.
        return re.sub(r" at 0x\w+", "", str(value))

    return json.dumps([found, theme, sorted(config.plugins)], default=shown, sort_keys=True)
