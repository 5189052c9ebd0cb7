"""The use cases, as the command line and the MkDocs plugin call them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.diagnostics import Diagnostic, Severity, SourcebookError
from sourcebook.model.articles import Article
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.slug import is_id

if TYPE_CHECKING:
    from sourcebook.extract.look import Piece
    from sourcebook.ingestion import Ingested
    from sourcebook.render import Planned
    from sourcebook.site.engine import Built
    from sourcebook.site.supply import Supply

CONTENT = "content"
Watch = Callable[[str], None]


def _silent(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `content/`, and usually `mkdocs.yml`."""

    root: Path

    @property
    def content(self) -> Path:
        """The folder of the knowledge base."""
        return self.root / CONTENT

    @property
    def config(self) -> Path:
        """The site's configuration."""
        return self.root / "mkdocs.yml"

    def shown(self, path: Path) -> str:
        """A path as findings name it: relative to the project, with `/`."""
        return path.resolve().relative_to(self.root.resolve()).as_posix()


def find_project(start: Path) -> Project:
    """The project of a folder: the folder itself or the nearest one above that holds `content/`.

    Raises:
        SourcebookError: If there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / CONTENT).is_dir():
            return Project(folder)
    msg = f"There is no folder {CONTENT}/ in {start} or above it. Run `sourcebook init DIR` to begin a knowledge base, or name its folder with -C."
    raise SourcebookError(msg)


def load(project: Project, *, watch: Watch = _silent) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """The knowledge base of a project, with what loading found."""
    from sourcebook.store.load import load as load_folder

    return load_folder(project.content, CONTENT, watch=watch)


def load_checked(project: Project, *, watch: Watch = _silent) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """The knowledge base of a project, with everything that is wrong with it, in the order of places."""
    from sourcebook.check import check

    knowledge, found = load(project, watch=watch)
    found = [*found, *check(knowledge)]
    return knowledge, sorted(found, key=lambda one: one.sort_key)


def has_errors(findings: Sequence[Diagnostic]) -> bool:
    """Whether a finding is more than a warning."""
    return any(each.severity is Severity.ERROR for each in findings)


def extract_text(text: str, *, metadata: Mapping[str, str] | None = None, name: str = "article") -> dict[str, Any]:
    """What the loader finds in a text that no knowledge base knows of, as the JSON contract says.

    Offsets count the code points of the text without its front matter.
    """
    from sourcebook.read.text import article_of

    return extract_article(article_of(text, name, name, metadata), empty_knowledge())


def look(path: Path, project: Project | None = None, models: Sequence[str] = ()) -> tuple[Article, dict[str, Any]]:
    """The article of a document and what the loader finds in it; with a project, its entities are known.

    Raises:
        NotReadableError: If the document cannot be read.
        SourcebookError: If one of `models` (such as `spacy:en_core_web_sm`) cannot be used.
    """
    from sourcebook.extract import to_json
    from sourcebook.extract.adapters import read_with
    from sourcebook.read import read

    article = read(path)
    found = read_with(article, load(project)[0] if project else empty_knowledge(), frozenset(), models)
    return article, to_json(found, article, detailed=True)


def extract_file(path: Path, project: Project | None = None) -> dict[str, Any]:
    """What the loader finds in a document, as the JSON contract says."""
    return contract(look(path, project)[1])


def contract(found: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that the JSON contract names; who says a fact, and how, is left out."""
    keys = ("subject", "predicate", "object", "qualifiers", "evidence")
    return {**found, "relations": [{key: each[key] for key in keys} for each in found["relations"]]}


def write_page(out: Path, article: Article, found: Mapping[str, Any]) -> None:
    """Writes what was found as a web page in one file."""
    from sourcebook.extract.look import page
    from sourcebook.store.files import write_atomically

    write_atomically(out, page(article, found))


def facts_in_words(found: Mapping[str, Any], text: str) -> Iterator[tuple[str, str, str, int]]:
    """Each fact in words, how it is put, the sentence it rests on, and where that begins."""
    from sourcebook.extract.look import facts_in_words as told

    return told(found, text)


def pieces(text: str, mentions: Sequence[Mapping[str, Any]], start: int, end: int) -> Iterator["Piece"]:
    """A stretch of text, cut at its mentions."""
    from sourcebook.extract.look import pieces as cut

    return cut(text, mentions, start, end)


def extract_article(article: Article, knowledge: KnowledgeBase) -> dict[str, Any]:
    """What the loader finds in an article, as the JSON contract says."""
    from sourcebook.extract import extract, to_json

    return to_json(extract(article, knowledge), article)


def empty_knowledge() -> KnowledgeBase:
    """A knowledge base that knows the built-in schema and nothing else."""
    from sourcebook.store.schemas import built_in_schema

    return KnowledgeBase(schema=built_in_schema())


def supply(project: Project, loaded: tuple[KnowledgeBase, Sequence[Diagnostic]] | None = None) -> "Supply":
    """What a builder needs of a project's knowledge base; errors in it are its warnings.

    Args:
        project: whose.
        loaded: the knowledge base and what is wrong with it, if that is known.
    """
    from sourcebook.render import assets, planned
    from sourcebook.render.digests import Digests
    from sourcebook.render.linked_data import head
    from sourcebook.site.supply import Supply

    knowledge, found = loaded or load_checked(project)
    return Supply(
        planned=list(planned(knowledge, pages=written_pages(project))),
        assets=assets(),
        nav=site_navigation(project, knowledge),
        head=lambda title, description, url: head(knowledge, title, description, url),
        language=knowledge.settings.language,
        settings=Digests(knowledge).settings,
        warnings=[
            f"{each.place}: {each.severity}[{each.code}]: {each.message}{f' ({each.help})' if each.help else ''}"
            for each in found
            if each.severity is Severity.ERROR
        ],
    )


def written_pages(project: Project) -> dict[str, str]:
    """The hand-written Markdown of `content/pages/`, by uri; what is no UTF-8 is left out (`check` reports it)."""
    from sourcebook.store.files import read_text

    folder = project.content / "pages"
    found = {}
    for path in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
        text = read_text(path, project.shown(path))
        if isinstance(text, str):
            found[path.relative_to(folder).as_posix()] = text
    return found


def site_navigation(project: Project, knowledge: KnowledgeBase) -> list[dict[str, str]]:
    """The tabs of the site."""
    from sourcebook.render.interface import text
    from sourcebook.render.markup import title_text
    from sourcebook.site.navigation import navigation

    return navigation(knowledge, written_pages(project), lambda words: title_text(text(knowledge, words)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """How many pages there are, how many files changed; or the errors for which nothing was written."""

    pages: int = 0
    changed: int = 0
    findings: tuple[Diagnostic, ...] = ()


def render_to(project: Project, out: Path, config: Path | None = None, *, watch: Watch = _silent) -> Rendered:
    """Writes all pages into a folder, and for other builders a configuration beside it.

    Raises:
        SourcebookError: If the folder holds other people's files.
    """
    from sourcebook.site.config import derived_config
    from sourcebook.site.folder import write_folder
    from sourcebook.site.supply import texts
    from sourcebook.store.files import write_atomically

    knowledge, found = load_checked(project, watch=watch)
    errors = tuple(each for each in found if each.severity is Severity.ERROR)
    if errors:
        return Rendered(findings=errors)
    given = supply(project, (knowledge, found))
    files = {**{uri: text.encode() for each in given.planned for uri, text in texts(each)}, **given.assets}
    written = write_folder(files, out)
    if config:
        write_atomically(
            config, derived_config(project.config, config, out, [dict(each) for each in given.nav], knowledge.settings.language)
        )
    return Rendered(pages=sum(uri.endswith(".md") for uri in files), changed=written.changed)


def build(
    project: Project,
    out: Path | None = None,
    archive: Path | None = None,
    *,
    jobs: int = 0,
    watch: Watch = _silent,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> "tuple[Built | None, list[Diagnostic]]":
    """Checks the knowledge base and builds what changed of its site, and if wanted packs it.

    Args:
        project: whose site.
        out: where to; what `mkdocs.yml` says if None.
        archive: the zip file to pack the site into.
        jobs: processes; 0 means one for each core.
        watch: called with the name of each file that is read.
        progress: told what is going on, how many pages are made, and of how many.

    Returns:
        What was built, or None; and the errors for which it was not.

    Raises:
        SourcebookError: If the configuration is wrong or a page cannot be made.
    """
    from sourcebook.site.archive import pack
    from sourcebook.site.engine import build as build_site
    from sourcebook.site.engine import unchanged

    built = unchanged(project.root, project.config, out)
    if built is None:
        try:
            built = build_site(project.root, project.config, out, lambda: _sound(project, watch), jobs=jobs, watch=progress)
        except _UnsoundError as unsound:
            return None, unsound.findings
    if archive:
        pack(built.folder, archive)
    return built, []


class _UnsoundError(Exception):
    def __init__(self, findings: list[Diagnostic]) -> None:
        super().__init__()
        self.findings = findings


def _sound(project: Project, watch: Watch) -> "Supply":
    knowledge, found = load_checked(project, watch=watch)
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        raise _UnsoundError(errors)
    return supply(project, (knowledge, found))


def serve(project: Project, address: str, *, open_browser: bool, watch: Watch = _silent, say: Watch = _silent) -> None:
    """Serves the site until interrupted.

    Raises:
        SourcebookError: If the configuration is wrong or the address cannot be used.
    """
    from sourcebook.site.serving import serve as serve_site

    serve_site(project.config, address, lambda: _Edited(project, watch), open_browser=open_browser, say=say)


class _Edited:
    """The knowledge base of a project while people edit it."""

    def __init__(self, project: Project, watch: Watch) -> None:
        self._project = project
        self._knowledge, self._loading = load(project, watch=watch)
        self._pages = written_pages(project)

    def supply(self) -> "Supply":
        return supply(self._project, (self._knowledge, ()))

    def find(self, uri: str) -> "Planned | None":
        from sourcebook.render import found

        return found(self._knowledge, uri, self._pages)

    def read(self, changed: Sequence[Path]) -> bool:
        from sourcebook.store.load import refreshed

        project = self._project
        folders = {kind.plural for kind in self._knowledge.schema.types.values()} | {"articles"}
        inside = [each.resolve() for each in changed if each.resolve().is_relative_to(project.content.resolve())]
        shown = [project.shown(each) for each in inside]
        tabs = site_navigation(project, self._knowledge)
        if len(inside) < len(changed) or any(len(each.split("/")) != 3 or each.split("/")[1] not in {*folders, "pages"} for each in shown):
            self._knowledge, self._loading = load(project)
        else:
            files = [each for each in shown if each.split("/")[1] in folders and is_id(Path(each).stem)]
            broken = {each.place.path for each in self._loading if each.place.path not in files}
            self._knowledge, found = refreshed(self._knowledge, project.content, CONTENT, files)
            self._loading = [*(each for each in self._loading if each.place.path in broken), *found]
        pages, self._pages = self._pages, written_pages(project)
        return len(inside) < len(changed) or pages != self._pages or tabs != site_navigation(project, self._knowledge)

    def errors(self, idle: Callable[[], bool]) -> list[str] | None:
        from sourcebook.check import rules

        knowledge, found = self._knowledge, list(self._loading)
        for rule in rules():
            if idle():
                return None
            found += rule(knowledge)
        return self._report(found)

    def broken(self) -> list[str]:
        return self._report(self._loading)

    def _report(self, found: Sequence[Diagnostic]) -> list[str]:
        from sourcebook.check.report import text_report

        errors = sorted((each for each in found if each.severity is Severity.ERROR), key=lambda one: one.sort_key)
        return list(text_report(errors, self._line)) if errors else []

    def _line(self, path: str, line: int) -> str:
        file = self._project.root / path
        lines = file.read_bytes().decode("utf-8-sig", "replace").split("\n") if file.is_file() else []
        return lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""


def init(folder: Path, *, title: str, repository: str) -> list[str]:
    """Begins a knowledge base in a folder; gives the names of the files written.

    Raises:
        SourcebookError: If a file is there already.
    """
    from sourcebook.site.starting import start
    from sourcebook.store.schemas import built_in_schema

    return start(folder, built_in_schema(), title, repository)


def reformatted(project: Project, files: Sequence[Path]) -> tuple[dict[Path, str], list[Diagnostic]]:
    """The entity files that are not in canonical order, each with its text in order; and the errors of those left alone."""
    from sourcebook.store.splice import UnspliceableError, in_canonical_order

    knowledge, found = load(project)
    errors = [each for each in found if each.severity is Severity.ERROR]
    broken = {each.place.path for each in errors}
    wanted = {project.shown(each) for each in files}
    changed: dict[Path, str] = {}
    for entity in knowledge.entities.values():
        if entity.path in broken or (wanted and entity.path not in wanted):
            continue
        path = project.root / entity.path
        text = path.read_bytes().decode("utf-8-sig")
        try:
            ordered = in_canonical_order(text, knowledge.schema)
        except UnspliceableError:
            continue
        if ordered != text:
            changed[path] = ordered
    return changed, [each for each in errors if not wanted or each.place.path in wanted]


def ingest(
    project: Project,
    documents: Sequence[Path],
    record: Mapping[str, str],
    *,
    article_id: str = "",
    jobs: int = 1,
    models: Sequence[str] = (),
    watch: Watch = _silent,
) -> Iterator["Ingested"]:
    """Stores documents as articles, reads them, and merges what was found into the entity files.

    Args:
        project: where to.
        documents: files; those in the project's `articles/` are read again. None means all of these.
        record: what to note of the articles beyond what they say of themselves.
        article_id: the id to keep a single document under.
        jobs: worker processes that read and extract.
        models: adapters that read too, such as `spacy:en_core_web_sm` or `llm:NAME`.
        watch: called with a document's name as work on it begins.

    Yields:
        What became of each: first those that cannot be taken, then the others by the id of their article.

    Raises:
        SourcebookError: If the record or the id cannot be.
    """
    from sourcebook.ingestion import Ingestion, check_record

    check_record(record)
    if article_id and (not is_id(article_id) or len(documents) != 1):
        msg = "--id names one document, with lower-case letters, digits and single hyphens"
        raise SourcebookError(msg)
    every = documents or sorted((project.content / "articles").glob("*.md"))
    run = Ingestion(project.content, project.shown, record, article_id=article_id, jobs=jobs, models=models, watch=watch)
    yield from run.run(every)


def documents_under(paths: Sequence[Path]) -> tuple[list[Path], int]:
    """The documents that paths name, folders searched through; and how many files of unknown endings were left out."""
    from sourcebook.ingestion import documents_under as search
    from sourcebook.read import endings

    return search(paths, endings())


def to_json_text(found: Mapping[str, Any]) -> str:
    """JSON as the commands print it: readable, in the order given, ending with a line break."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
