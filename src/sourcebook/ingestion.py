"""Taking documents in: read and extracted in parallel, then linked and merged one after the other.

What a document yields depends on its own text and on what was known before the run, and merging goes by the articles'
ids: so neither the order in which documents are named nor the order in which workers finish changes a byte.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import Diagnostic, Place, Severity, SourcebookError
from sourcebook.extract.adapters import ModelFailedError, made, read_with
from sourcebook.merge import Known, Plan, linked, merge, prepared
from sourcebook.merge.apply import change, changes_of
from sourcebook.model.articles import GENRES, Article
from sourcebook.model.dates import parse_date
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import Proposals
from sourcebook.model.reviewed import only_proposed
from sourcebook.read import NotReadableError, read
from sourcebook.slug import free_slug
from sourcebook.store.articles import write_record
from sourcebook.store.load import refreshed
from sourcebook.store.locks import Lock, lock_path, names_proposed, read_lock
from sourcebook.store.pending import carry_out
from sourcebook.store.seen import Seen
from sourcebook.store.splice import UnspliceableError
from sourcebook.text import CONTROL

FEW = 4
"""Documents up to which starting workers costs more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What became of one document.

    Attributes:
        article: the id under which it is kept.
        changed: the files that were written, relative to the project.
        counts: what happened to how many entities and facts, in words.
        findings: what a person should look at; errors mean that nothing was written.
    """

    document: str
    article: str = ""
    changed: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A document that was read, with what is remembered of an earlier reading; `new` if it is not stored yet."""

    shown: str
    article: Article
    base: Lock
    new: bool


def documents_under(paths: Sequence[Path], endings: frozenset[str]) -> tuple[list[Path], Counter[str]]:
    """The documents that paths name, folders searched through, in order; and how many files were left out, by their endings.

    What cannot be searched or is a link to nothing is among the documents: whoever reads it says what is wrong with it.
    """
    found: list[Path] = []
    skipped: Counter[str] = Counter()
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        for each in sorted(_inside(path)):
            ending = each.suffix.lower()
            if ending in endings or each.is_dir():
                found.append(each)
            else:
                skipped[ending] += 1
    return list(dict.fromkeys(found)), skipped


def _inside(path: Path) -> Iterator[Path]:
    """The files in a folder and those below it, and the folders that cannot be searched; none that is hidden."""
    closed: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=closed.append):
        folders[:] = [each for each in folders if not each.startswith(".") and not _is_part_of_page(each, files)]
        yield from (Path(folder, each) for each in files if not each.startswith("."))
    yield from (Path(each.filename) for each in closed)


_PARTS = re.compile(
    r"(.+)(?:_files|-Dateien|_fichiers|_archivos|_bestanden|_file|_arquivos|_ficheiros|-filer|_pliki|_soubory)", re.IGNORECASE
)


def _is_part_of_page(folder: str, beside: Sequence[str]) -> bool:
    """Whether a folder holds the pictures and frames of a web page that a browser saved beside it."""
    page = _PARTS.fullmatch(folder)
    return page is not None and any(f"{page[1]}{ending}" in beside for ending in (".html", ".htm"))


def check_record(record: Mapping[str, str]) -> None:
    """Refuses what cannot be noted of an article.

    Raises:
        SourcebookError: If the genre is unknown or the date is none.
    """
    if (genre := record.get("genre")) and genre not in GENRES:
        msg = f"No genre is called {genre!r}; write one of {', '.join(GENRES)}"
        raise SourcebookError(msg)
    if issued := record.get("issued"):
        try:
            parse_date(issued)
        except ValueError as error:
            raise SourcebookError(str(error)) from error


class Ingestion:
    """One run over many documents. What people save while it works is read before it is written to.

    To be made before the knowledge base is read that it is given.

    Args:
        content: the folder of the knowledge base.
        shown: how a path is called in findings.
        record: what to note of new articles beyond what they say of themselves.
        article_id: the id to keep a single document under, or "".
        jobs: worker processes; 1 does all in this one.
        models: adapters that read too, as `NAME:ARGUMENT`.
        watch: called with what is done, of how many documents it is done already, and how many there are.

    Attributes:
        knowledge: what is known when all is done; None before, and if nothing could be.
    """

    def __init__(
        self,
        content: Path,
        shown: Callable[[Path], str],
        record: Mapping[str, str],
        *,
        article_id: str,
        jobs: int,
        models: Sequence[str] = (),
        watch: Callable[[str, int, int], None],
    ) -> None:
        self.content = content
        self.shown = shown
        self.record = record
        self.article_id = article_id
        self.jobs = jobs
        self.models = tuple(models)
        for each in self.models:
            # A model that is missing is told before anything is read.
            made(each)
        self.watch = watch
        self.knowledge: KnowledgeBase | None = None
        self._seen = Seen(content)
        self._names: Known | None = None

    def run(self, documents: Sequence[Path], knowledge: KnowledgeBase, found: Sequence[Diagnostic]) -> Iterator[Ingested]:
        """Yields what became of each document; one that fails costs only itself.

        Args:
            documents: files.
            knowledge: what is known before.
            found: what is wrong with it; errors end the reading before it begins.
        """
        broken = tuple(each for each in found if each.severity is Severity.ERROR)
        if broken:
            yield from (Ingested(document=os.fspath(each), findings=broken) for each in documents)
            return
        taken: list[_Taken] = []
        for document, article in self._read(documents):
            known = self._taken(document, article, knowledge, taken)
            if isinstance(known, Ingested):
                yield known
            else:
                taken.append(known)
        articles = {each.article.id: each.article for each in taken}
        before = _with(knowledge, articles)
        taken.sort(key=lambda one: one.article.id)
        read: list[tuple[_Taken, Proposals]] = []
        self.watch("finding facts", 0, len(taken))
        for number, (each, proposals) in enumerate(zip(taken, self._extracted(before, taken), strict=True), 1):
            self.watch("finding facts", number, len(taken))
            if isinstance(proposals, Diagnostic):
                yield Ingested(document=each.shown, findings=(proposals,))
            else:
                read.append((each, proposals))
        ready = prepared([(each.article, proposals, each.base) for each, proposals in read], knowledge)
        for (each, _), proposals in zip(read, ready, strict=True):
            knowledge, done = self._merged(knowledge, each, proposals)
            yield done
        self.knowledge = knowledge

    def _merged(self, knowledge: KnowledgeBase, taken: _Taken, proposals: Proposals) -> tuple[KnowledgeBase, Ingested]:
        """What is known when a document's proposals are written, and what became of it."""
        knowledge, findings = self._up_to_date(knowledge)
        if findings:
            return knowledge, Ingested(document=taken.shown, findings=findings)
        known = _with(knowledge, {taken.article.id: taken.article})
        base = read_lock(lock_path(self.content, taken.article.id), taken.shown)
        if isinstance(base, Diagnostic):
            return knowledge, Ingested(document=taken.shown, findings=(base,))
        self._names = self._names or Known(known)
        found = linked(proposals, known, base, self._names)
        plan = merge(base, known, taken.article, found, lambda each: self._called.get(each, frozenset()), self._names)
        if self._seen.differ(_touched(plan, known)):
            # Somebody saved one of these a moment ago.
            return self._merged(knowledge, taken, proposals)
        try:
            changes = changes_of(self.content, known, plan, found.extractor, found.sources, taken.article.id)
        except UnspliceableError as error:
            # Its file stays as it is; the other documents are read all the same.
            hint = "Then ingest the article again; nothing was written."
            finding = Diagnostic(code="unreadable", message=str(error), place=Place(error.path or taken.shown), help=hint)
            return knowledge, Ingested(document=taken.shown, findings=(finding,))
        if taken.new:
            path, text = self._stored(taken.article)
            changes = (change(self.content, path, text.encode(), new=True), *changes)
        carry_out(changes)
        for each in changes:
            self._seen.note(each.path.relative_to(self.content).as_posix())
        changed = tuple(each.shown for each in changes)
        if changed:
            knowledge, _ = refreshed(knowledge, self.content, self.shown(self.content), changed)
        return knowledge, Ingested(
            document=taken.shown, article=taken.article.id, changed=changed, counts=plan.counts, findings=plan.findings
        )

    def _up_to_date(self, knowledge: KnowledgeBase) -> tuple[KnowledgeBase, tuple[Diagnostic, ...]]:
        """What is known with the files as they are now, and the errors in those that somebody else changed."""
        changed, shown = self._seen.changed(), self.shown(self.content)
        if not changed:
            return knowledge, ()
        knowledge, found = refreshed(knowledge, self.content, shown, [f"{shown}/{each}" for each in changed])
        return knowledge, tuple(each for each in found if each.severity is Severity.ERROR)

    @cached_property
    def _called(self) -> Mapping[str, AbstractSet[str]]:
        """What any article called entities when it was read before this run."""
        return names_proposed(self.content)

    def _taken(
        self, document: Path, article: Article | tuple[Diagnostic, ...], knowledge: KnowledgeBase, taken: list[_Taken]
    ) -> "_Taken | Ingested":
        """The article that a document is kept as, or why it cannot be."""
        inside = document.resolve().parent == (self.content / "articles").resolve()
        shown = self.shown(document) if inside else os.fspath(document)
        if inside and document.stem in knowledge.articles:
            return self._known(knowledge.articles[document.stem], shown)
        if isinstance(article, tuple):
            return Ingested(document=shown, findings=article)
        article = _with_record(article, self.record)
        earlier = {each.article.id: each.article for each in taken}
        every = {**knowledge.articles, **earlier}
        held = next((each for each in every.values() if each.text is not None and each.sha256 == article.sha256), None)
        if held and self.article_id in {"", held.id}:
            if held.id in earlier:
                return Ingested(document=shown, article=held.id, counts={"copy of a text that was read before": 1})
            return self._known(held, shown)
        wanted = self.article_id or (article.id if article.id not in every else "")
        if not wanted or wanted in every:
            standing = every[wanted or article.id]
            hint = f"If this is a correction, put its words there and ingest that file; if not, keep it apart: --id {free_slug(standing.id, every)}"
            message = f"The article `{standing.id}` is held with another text ({standing.path})"
            return Ingested(document=shown, findings=(Diagnostic(code="source-changed", message=message, place=Place(shown), help=hint),))
        return self._known(replace(article, id=wanted), shown, new=True)

    def _known(self, article: Article, shown: str, *, new: bool = False) -> "_Taken | Ingested":
        if article.text is None:
            return Ingested(document=shown, article=article.id, counts={"source without a text": 1})
        path = lock_path(self.content, article.id)
        base = read_lock(path, self.shown(path))
        if isinstance(base, Diagnostic):
            return Ingested(document=shown, article=article.id, findings=(base,))
        return _Taken(shown=shown, article=article, base=base, new=new)

    def _stored(self, article: Article) -> tuple[Path, str]:
        """The file that will hold a new article, and its text."""
        names = ("title", "author", "publisher", "genre", "issued", "accessed", "language", "url", "license", "sha256", "original", "note")
        record = {name: CONTROL.sub("", str(getattr(article, name) or "")) for name in names}
        return self.content / "articles" / f"{article.id}.md", write_record(record, article.text or "")

    def _read(self, documents: Sequence[Path]) -> Iterator[tuple[Path, Article | tuple[Diagnostic, ...]]]:
        for number, (document, article) in enumerate(zip(documents, self._each(_read_one, documents, None), strict=True), 1):
            self.watch("reading documents", number, len(documents))
            if isinstance(article, BrokenProcessPool):
                yield document, (_died(os.fspath(document)),)
            else:
                yield document, article

    def _extracted(self, knowledge: KnowledgeBase, taken: Sequence[_Taken]) -> Iterator[Proposals | Diagnostic]:
        guessed = self._guessed(knowledge)
        tasks = [(each.article, guessed | frozenset(each.base.entities), self.models) for each in taken]
        for each, found in zip(taken, self._each(_extract_one, tasks, knowledge), strict=True):
            yield _died(each.shown) if isinstance(found, BrokenProcessPool) else found

    @staticmethod
    def _guessed(knowledge: KnowledgeBase) -> frozenset[str]:
        """The entities that the loader made and nobody has accepted anything of: their names are no sure knowledge yet.

        So a wrong guess does not spread to other articles, and reading all of them again finds the same.
        """
        return frozenset(each.id for each in knowledge.entities.values() if only_proposed(each))

    def _each(self, work: Callable[[Any], Any], tasks: Sequence[Any], knowledge: KnowledgeBase | None) -> Iterator[Any]:
        """The result of each task, in order; where a worker died, the error."""
        if self.jobs == 1 or len(tasks) <= FEW:
            _know(knowledge)
            yield from map(work, tasks)
            return
        at = 0
        while at < len(tasks):
            with ProcessPoolExecutor(min(self.jobs, len(tasks)), initializer=_know, initargs=(knowledge,)) as pool:
                waiting: list[Future[Any]] = [pool.submit(work, task) for task in tasks[at:]]
                try:
                    for each in waiting:
                        yield each.result()
                        at += 1
                except BrokenProcessPool:
                    # Nobody says which task killed it: the one that is waited for is tried alone, the rest in a new pool.
                    yield _alone(work, tasks[at], knowledge)
                    at += 1


def _alone(work: Callable[[Any], Any], task: object, knowledge: KnowledgeBase | None) -> Any:
    with ProcessPoolExecutor(1, initializer=_know, initargs=(knowledge,)) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool as error:
            return error


def _died(shown: str) -> Diagnostic:
    hint = "The other documents were taken in. Perhaps memory ran out: try it alone, or with --jobs 1."
    return Diagnostic(code="unreadable", message="The process that read it ended without a word", place=Place(shown), help=hint)


@cache
def _shared() -> dict[str, KnowledgeBase | None]:
    """What the workers of one pool know; each process has its own."""
    return {}


def _know(knowledge: KnowledgeBase | None) -> None:
    _shared()["knowledge"] = knowledge


def _read_one(document: Path) -> Article | tuple[Diagnostic, ...]:
    try:
        return read(document)
    except NotReadableError as error:
        return error.findings


def _extract_one(task: tuple[Article, frozenset[str], tuple[str, ...]]) -> Proposals | Diagnostic:
    article, own, models = task
    knowledge = _shared()["knowledge"]
    if knowledge is None:
        msg = "a worker must know the knowledge base"
        raise AssertionError(msg)
    try:
        return read_with(article, knowledge, own, models)
    except ModelFailedError as error:
        hint = "The other documents were taken in. Ingest this one again: what was answered already is remembered."
        return Diagnostic(code="unreadable", message=str(error), place=Place(article.path), help=hint)


def _touched(plan: Plan, kb: KnowledgeBase) -> set[str]:
    """The files of entities that a plan changes, makes or removes, as they are called in the content."""
    types = {each.id: each.type for each in (*plan.entities, *plan.names, *plan.withdrawn)}
    types |= {each.entity: kb.entities[each.entity].type for each in plan.edits if each.entity in kb.entities}
    return {f"{kb.schema.types[kind].plural}/{name}.yml" for name, kind in types.items()}


def _with(knowledge: KnowledgeBase, articles: Mapping[str, Article]) -> KnowledgeBase:
    return KnowledgeBase(
        schema=knowledge.schema,
        entities=knowledge.entities.values(),
        articles={**knowledge.articles, **articles}.values(),
        settings=knowledge.settings,
    )


def _with_record(article: Article, record: Mapping[str, str]) -> Article:
    changes: dict[str, Any] = {name: value for name, value in record.items() if value}
    for name in ("issued", "accessed"):
        if name in changes:
            changes[name] = parse_date(changes[name])
    return replace(article, **changes)
