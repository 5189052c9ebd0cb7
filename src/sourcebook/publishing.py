"""From a knowledge base to its site: rendering into a folder, building, and serving while people edit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.changes import history as read_history
from sourcebook.changes import history_state
from sourcebook.diagnostics import Diagnostic, Severity
from sourcebook.editors import renew_schemas
from sourcebook.memory import uncollected
from sourcebook.model.history import History
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.reviewed import history_without_unreviewed, without_unreviewed
from sourcebook.project import CONTENT, Project, Watch, in_pages, load, load_checked, page_texts, read_sound, remember, silent
from sourcebook.slug import is_id

if TYPE_CHECKING:
    from sourcebook.render import Planned
    from sourcebook.render.digests import Digests
    from sourcebook.render.remembered import Memory
    from sourcebook.site.earlier import Built
    from sourcebook.site.supply import Supply
    from sourcebook.store.files import Look


def supply(
    project: Project,
    loaded: tuple[KnowledgeBase, Sequence[Diagnostic]] | None = None,
    history: History | None = None,
    before: "Memory | None" = None,
) -> "Supply":
    """What a builder needs of a project's knowledge base; errors in it are its warnings.

    Args:
        project: whose.
        loaded: the knowledge base and what is wrong with it, if that is known.
        history: when and how it changed; git is asked if None.
        before: what was seen when digests were worked out last; what is seen now is then kept meanwhile.
    """
    from sourcebook.render import assets, forms, planned
    from sourcebook.render.digests import Digests
    from sourcebook.render.linked_data import head
    from sourcebook.render.search_index import NO_WORDS, KnownWords
    from sourcebook.site.supply import Supply
    from sourcebook.store.remembered import keep_values, kept_values

    whole, found = loaded or load_checked(project)
    knowledge = for_readers(project, whole)
    told = told_to_readers(history or history_of(project, knowledge), whole, knowledge)
    digests = Digests(knowledge, before) if before else Digests(knowledge)
    return Supply(
        planned=planned(
            knowledge,
            pages=written_pages(project),
            history=told,
            digests=digests,
            words=KnownWords(recall=partial(kept_values, project.root, WORDS), keep=partial(keep_values, project.root, WORDS))
            if before
            else NO_WORDS,
        ),
        assets={**assets(), **forms.files(whole)},
        nav=site_navigation(project, knowledge),
        head=lambda title, description, url: head(knowledge, title, description, url),
        language=knowledge.settings.language,
        settings=digests.settings,
        warnings=[
            f"{each.place}: {each.severity}[{each.code}]: {each.message}{f' ({each.help})' if each.help else ''}"
            for each in found
            if each.severity is Severity.ERROR
        ],
        meanwhile=[partial(_keep_seen, project, digests)] if before else (),
    )


SEEN, WORDS = "seen", "words"
"""Under what is kept what pages showed, and the words by which it is found."""


def _keep_seen(project: Project, digests: "Digests") -> None:
    from sourcebook.store.remembered import keep_values

    if digests.worth_keeping:
        keep_values(project.root, SEEN, digests.memory.plain)


def _seen_before(project: Project) -> "Memory":
    from sourcebook.render.remembered import Memory
    from sourcebook.store.remembered import kept_values

    return Memory.of(kept_values(project.root, SEEN))


def history_of(project: Project, knowledge: KnowledgeBase) -> History:
    """When and how the knowledge base changed, unless its settings want nothing of that on its pages."""
    return read_history(project) if knowledge.settings.history else History()


def for_readers(project: Project, knowledge: KnowledgeBase) -> KnowledgeBase:
    """What the site shows of a knowledge base, by its settings."""
    if knowledge.settings.unreviewed == "hide":
        return without_unreviewed(knowledge, written_pages(project).values())
    return knowledge


def told_to_readers(history: History, whole: KnowledgeBase, shown: KnowledgeBase) -> History:
    """What the site tells of the history of a knowledge base of which it shows all or a part."""
    hides = shown.settings.unreviewed == "hide"
    return history_without_unreviewed(history, whole.entities.keys() - shown.entities.keys()) if hides else history


def _loaded(project: Project, unreviewed: str, watch: Watch) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """The knowledge base and all that is wrong with it; `unreviewed` overrules the settings unless it is ""."""
    knowledge, found = load_checked(project, watch=watch)
    return _overruled(knowledge, unreviewed), found


def _overruled(knowledge: KnowledgeBase, unreviewed: str) -> KnowledgeBase:
    return knowledge.with_settings(replace(knowledge.settings, unreviewed=unreviewed)) if unreviewed else knowledge


def written_pages(project: Project) -> dict[str, str]:
    """The hand-written Markdown of `content/pages/`, by uri; what is no UTF-8 is left out (`check` reports it)."""
    folder = project.content / "pages"
    return {path.relative_to(folder).as_posix(): text for path, text in page_texts(project) if isinstance(text, str)}


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


def render_to(project: Project, out: Path, config: Path | None = None, *, unreviewed: str = "", watch: Watch = silent) -> Rendered:
    """Writes all pages into a folder, and for other builders a configuration beside it.

    Args:
        project: whose pages.
        out: the folder.
        config: where to write the configuration.
        unreviewed: `show` or `hide` what nobody reviewed; what the settings say if "".
        watch: called with the name of each file that is read.

    Raises:
        SourcebookError: If the folder holds other people's files.
    """
    from sourcebook.site.config import derived_config
    from sourcebook.site.folder import write_folder
    from sourcebook.site.supply import texts
    from sourcebook.store.files import write_atomically

    knowledge, found = _loaded(project, unreviewed, watch)
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
    unreviewed: str = "",
    jobs: int = 0,
    watch: Watch = silent,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> "tuple[Built | None, list[Diagnostic]]":
    """Checks the knowledge base and builds what changed of its site, and if wanted packs it.

    Args:
        project: whose site.
        out: where to; what `mkdocs.yml` says if None.
        archive: the zip file to pack the site into.
        unreviewed: `show` or `hide` what nobody reviewed; what the settings say if "".
        jobs: processes; 0 means one for each core.
        watch: called with the name of each file that is read.
        progress: told what is going on, how many pages are made, and of how many.

    Returns:
        What was built, or None; and the errors for which it was not.

    Raises:
        SourcebookError: If the configuration is wrong or a page cannot be made.
    """
    # Much is made that stays till the end, from imports on.
    with uncollected():
        return _built(project, out, archive, unreviewed, jobs, watch, progress)


def _built(
    project: Project,
    out: Path | None,
    archive: Path | None,
    unreviewed: str,
    jobs: int,
    watch: Watch,
    progress: Callable[[str, int, int], None],
) -> "tuple[Built | None, list[Diagnostic]]":
    from sourcebook.site.earlier import earlier

    state = f"{history_state(project)} {unreviewed}"
    before = earlier(project.root, project.config, out, state)
    built = before.site
    if built is None:
        from sourcebook.site.engine import build as build_site

        sound = partial(_sound, project, unreviewed, before.seen.get(str(project.content)), watch)
        try:
            built = build_site(project.root, project.config, out, sound, before, state, jobs=jobs, watch=progress)
        except _UnsoundError as unsound:
            return None, unsound.findings
    if archive:
        from sourcebook.site.archive import pack

        pack(built.folder, archive)
    return built, []


class _UnsoundError(Exception):
    def __init__(self, findings: list[Diagnostic]) -> None:
        super().__init__()
        self.findings = findings


def _sound(project: Project, unreviewed: str, seen: "Mapping[str, Look] | None", watch: Watch) -> "Supply":
    snapshot, found = read_sound(project, seen=seen, watch=watch)
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        raise _UnsoundError(errors)
    made = supply(project, (_overruled(snapshot.knowledge, unreviewed), found), before=_seen_before(project))
    return replace(made, meanwhile=[partial(remember, project, snapshot), *made.meanwhile])


def serve(project: Project, address: str, *, open_browser: bool, unreviewed: str = "", watch: Watch = silent, say: Watch = silent) -> None:
    """Serves the site until interrupted; `unreviewed` overrules the settings unless it is "".

    Raises:
        SourcebookError: If the configuration is wrong or the address cannot be used.
    """
    from sourcebook.site.serving import serve as serve_site

    serve_site(project.config, address, lambda: _Edited(project, watch, unreviewed), open_browser=open_browser, say=say)


class _Edited:
    """The knowledge base of a project while people edit it."""

    def __init__(self, project: Project, watch: Watch, unreviewed: str = "") -> None:
        self._project, self._unreviewed = project, unreviewed
        self._knowledge, self._loading = self._all(watch)
        # Once: git is not asked again at each change.
        self._history = history_of(project, self._knowledge)
        self._pages = written_pages(project)
        self._shown = for_readers(project, self._knowledge)
        self._told = told_to_readers(self._history, self._knowledge, self._shown)

    def _all(self, watch: Watch = silent) -> tuple[KnowledgeBase, list[Diagnostic]]:
        knowledge, found = load(self._project, watch=watch)
        return _overruled(knowledge, self._unreviewed), found

    def supply(self) -> "Supply":
        return supply(self._project, (self._knowledge, ()), self._history)

    def find(self, uri: str) -> "Planned | None":
        from sourcebook.render import found

        return found(self._shown, uri, self._pages, self._told)

    def read(self, changed: Sequence[Path]) -> bool:
        from sourcebook.store.load import refreshed

        project = self._project
        folders = {kind.plural for kind in self._knowledge.schema.types.values()} | {"articles"}
        inside = [each.resolve() for each in changed if each.resolve().is_relative_to(project.content.resolve())]
        shown = [project.shown(each) for each in inside]
        tabs = site_navigation(project, self._shown)
        files = [each for each in shown if each.split("/")[1] in folders and is_id(Path(each).stem)]
        elsewhere = any(len(each.split("/")) != 3 or each.split("/")[1] not in {*folders, "pages"} for each in shown)
        if len(inside) < len(changed) or elsewhere or self._doubled(files):
            self._knowledge, self._loading = self._all()
        else:
            broken = {each.place.path for each in self._loading if each.place.path not in files}
            self._knowledge, found = refreshed(self._knowledge, project.content, CONTENT, files)
            self._loading = [*(each for each in self._loading if each.place.path in broken), *found]
        pages, self._pages = self._pages, written_pages(project)
        self._shown = for_readers(project, self._knowledge)
        self._told = told_to_readers(self._history, self._knowledge, self._shown)
        return len(inside) < len(changed) or pages != self._pages or tabs != site_navigation(project, self._shown)

    def _doubled(self, files: Sequence[str]) -> bool:
        """Whether two files have one id, or may have had: which of them counts is told where all are read."""
        held = self._knowledge.entities
        others = (held[Path(each).stem].path != each for each in files if Path(each).stem in held)
        return any(others) or any(each.code == "duplicate-id" for each in self._loading)

    def errors(self, idle: Callable[[], bool]) -> list[str] | None:
        from sourcebook.check import rules, without_echoes

        knowledge, found = self._knowledge, list(self._loading)
        for rule in rules():
            if idle():
                return None
            found += rule(knowledge)
        found += in_pages(self._project, knowledge)
        renew_schemas(self._project.root, knowledge, self._loading)
        return self._report(without_echoes(found))

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
