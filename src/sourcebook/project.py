"""The use cases, as the command line and the MkDocs plugin call them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.diagnostics import Diagnostic, Severity, SourcebookError, by_path
from sourcebook.editors import own_files, renew_schemas
from sourcebook.memory import uncollected
from sourcebook.model.articles import Article
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.slug import is_id, why_no_id

if TYPE_CHECKING:
    from sourcebook.check import FactRule
    from sourcebook.extract.look import Piece, Told
    from sourcebook.ingestion import Ingested
    from sourcebook.site.starting import Started
    from sourcebook.store.files import Look
    from sourcebook.store.snapshot import Findings, Snapshot
    from sourcebook.store.verdict import Verdict

CONTENT = "content"
Watch = Callable[[str], None]
Counting = Callable[[str, int, int], None]


def silent(_: str) -> None:
    """Watches nothing."""


def uncounted(_what: str, _done: int, _total: int) -> None:
    """A `Counting` that says nothing."""


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


def load(project: Project, *, watch: Watch = silent) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """The knowledge base of a project, with what loading found."""
    snapshot, found = _read(project, watch)
    return snapshot.knowledge, found


def load_checked(
    project: Project, *, seen: "Mapping[str, Look] | None" = None, watch: Watch = silent
) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """The knowledge base of a project, with everything that is wrong with it, in the order of places."""
    snapshot, found = read_checked(project, seen=seen, watch=watch)
    remember(project, snapshot)
    return snapshot.knowledge, found


def read_checked(
    project: Project, *, seen: "Mapping[str, Look] | None" = None, watch: Watch = silent
) -> "tuple[Snapshot, list[Diagnostic]]":
    """The same with what `remember` needs, for who has a better moment for that.

    Args:
        project: whose.
        seen: the looks of the files of its content, if somebody looked a moment ago.
        watch: called with the name of each file that is read.
    """
    from sourcebook.check import warn_of_whole

    with uncollected():
        snapshot, found = read_sound(project, seen=seen, watch=watch)
        found = [*found, *_warnings(snapshot), *warn_of_whole(snapshot.knowledge)]
        return snapshot, sorted(found, key=lambda one: one.sort_key)


def read_sound(project: Project, *, seen: "Mapping[str, Look] | None" = None, watch: Watch = silent) -> "tuple[Snapshot, list[Diagnostic]]":
    """The same with all errors and such warnings as are found beside them: for who only asks whether something is wrong."""
    from sourcebook.check import check_facts, check_whole, facts_again, without_echoes

    with uncollected():
        snapshot, found = _read(project, watch, seen)
        kb, known = snapshot.knowledge, snapshot.before
        old = known.checked if known else None
        again = facts_again(known.knowledge, kb, old) if known and old is not None else kb.entities.keys()
        snapshot.checked = _renewed(kb, old or {}, again, check_facts)
        every = without_echoes([*found, *chain(*snapshot.checked.values()), *check_whole(kb), *in_pages(project, kb)])
        return snapshot, sorted(every, key=lambda one: one.sort_key)


def in_pages(project: Project, kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """What is wrong with the hand-written pages."""
    from sourcebook.check import wrong_in_page

    for path, text in page_texts(project):
        if isinstance(text, Diagnostic):
            yield text
        else:
            yield from wrong_in_page(kb, text, project.shown(path))


def page_texts(project: Project) -> Iterator[tuple[Path, str | Diagnostic]]:
    """The hand-written Markdown of `content/pages/`, each with why it cannot be read instead if it cannot."""
    from sourcebook.store.files import read_text

    folder = project.content / "pages"
    for path in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
        yield path, read_text(path, project.shown(path))


def _warnings(snapshot: "Snapshot") -> Iterator[Diagnostic]:
    """What each file by itself makes us warn of; the snapshot then knows it."""
    from sourcebook.check import check_files, files_again

    kb, known = snapshot.knowledge, snapshot.before
    old = known.warned if known else None
    again = files_again(known.knowledge, kb) if known and old is not None else kb.entities.keys()
    snapshot.warned = _renewed(kb, {} if old is None else old, again, check_files)
    return chain(*snapshot.warned.values())


def _renewed(kb: KnowledgeBase, old: "Findings", again: AbstractSet[str], check: "FactRule") -> "Findings":
    """What was found in files, with what is found now in those of some entities."""
    entities = [kb.entities[each] for each in sorted(again)]
    others = {each.path for each in kb.entities.values()} - {each.path for each in entities} if old else set()
    return {path: found for path, found in old.items() if path in others} | by_path(check(kb, entities))


def checked(project: Project, *, watch: Watch = silent) -> "Verdict":
    """What a project's knowledge base holds and what is wrong with it; said again if nothing changed since that was found out."""
    from sourcebook.check import of_others
    from sourcebook.store.files import looks_of, stamp
    from sourcebook.store.snapshot import LEAST
    from sourcebook.store.verdict import Verdict, keep_verdict, kept_verdict

    # What the rules of others look at, nobody knows.
    folder = str(project.content)
    seen = looks_of([folder])
    now = "" if of_others() else stamp(seen)
    known = kept_verdict(project.root, now) if now else None
    if known:
        return known
    kb, found = load_checked(project, seen=seen[folder], watch=watch)
    verdict = Verdict(
        entities=len(kb.entities), facts=sum(each.told for each in kb.gists.values()), articles=len(kb.articles), findings=tuple(found)
    )
    if now and len(kb.entities) + len(kb.articles) >= LEAST:
        keep_verdict(project.root, now, verdict)
    return verdict


def remember(project: Project, snapshot: "Snapshot") -> None:
    """Keeps what was read of a large knowledge base, so that the next command need not read it again."""
    from sourcebook.store.snapshot import keep

    if snapshot.worth_keeping:
        if snapshot.warned is None:
            _warnings(snapshot)
        keep(project.root, snapshot)


def _read(project: Project, watch: Watch, seen: "Mapping[str, Look] | None" = None) -> "tuple[Snapshot, list[Diagnostic]]":
    from sourcebook.store.load import read
    from sourcebook.store.snapshot import kept

    with uncollected():
        return read(project.content, CONTENT, kept(project.root), seen=seen, watch=watch)


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
    from sourcebook.store.files import write_output

    write_output(out, page(article, found))


def facts_in_words(found: Mapping[str, Any], text: str) -> Iterator["Told"]:
    """The facts in words, by the sentences that they rest on."""
    from sourcebook.extract.look import facts_in_words as told

    return told(found, text)


def record_in_words(article: Article) -> str:
    """What is known of an article beside its title, on one line."""
    from sourcebook.extract.look import record_in_words as told

    return told(article)


def pieces(text: str, mentions: Sequence[Mapping[str, Any]]) -> Callable[[int, int], Iterator["Piece"]]:
    """A function that gives a stretch of a text, cut at its mentions."""
    from sourcebook.extract.look import pieces as cut

    return cut(text, mentions)


def extract_article(article: Article, knowledge: KnowledgeBase) -> dict[str, Any]:
    """What the loader finds in an article, as the JSON contract says."""
    from sourcebook.extract import extract, to_json

    return to_json(extract(article, knowledge), article)


def empty_knowledge() -> KnowledgeBase:
    """A knowledge base that knows the built-in schema and nothing else."""
    from sourcebook.store.schemas import built_in_schema

    return KnowledgeBase(schema=built_in_schema())


def init(folder: Path, *, title: str, repository: str, ci: str = "") -> "Started":
    """Begins a knowledge base in a folder, with a workflow for `ci` (that of the repository's host if "").

    Raises:
        SourcebookError: If a file of a knowledge base is there already.
    """
    from sourcebook.site.starting import start

    knowledge = empty_knowledge()
    return start(folder, knowledge.schema, title, repository, own_files(knowledge), ci, inside_repository(folder))


def inside_repository(folder: Path) -> str:
    """The path of a folder, which need not be there yet, in the git repository around it; "" if it is its top, or in none."""
    from sourcebook.store.git import open_repository

    whole = folder.resolve()
    there = next(each for each in (whole, *whole.parents) if each.is_dir())
    try:
        prefix = open_repository(there).prefix
    except SourcebookError:
        return ""
    inside = (Path(prefix) / whole.relative_to(there)).as_posix()
    return "" if inside == "." else inside


def reformatted(project: Project, files: Sequence[Path]) -> tuple[dict[Path, str], list[Diagnostic]]:
    """The entity files that are not in canonical order, each with its text in order; and the errors of those left alone.

    Raises:
        SourcebookError: If a file is not in the project.
    """
    from sourcebook.store.splice import UnspliceableError, in_canonical_order

    knowledge, found = load(project)
    errors = [each for each in found if each.severity is Severity.ERROR]
    broken = {each.place.path for each in errors}
    outside = next((each for each in files if not each.resolve().is_relative_to(project.root.resolve())), None)
    if outside:
        msg = f"{outside} is not in the knowledge base {project.root}: name its folder with -C"
        raise SourcebookError(msg)
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
    watch: Counting = uncounted,
) -> Iterator["Ingested"]:
    """Stores documents as articles, reads them, and merges what was found into the entity files.

    Args:
        project: where to.
        documents: files; those in the project's `articles/` are read again. None means all of these.
        record: what to note of the articles beyond what they say of themselves.
        article_id: the id to keep a single document under.
        jobs: worker processes that read and extract.
        models: adapters that read too, such as `spacy:en_core_web_sm` or `llm:NAME`.
        watch: called with what is done, of how many documents it is done already, and how many there are.

    Yields:
        What became of each: first those that cannot be taken, then the others by the id of their article.

    Raises:
        SourcebookError: If the record or the id cannot be, or another process takes articles in.
    """
    from sourcebook.ingestion import Ingestion, check_record
    from sourcebook.store.alone import only_one
    from sourcebook.store.files import CACHE

    check_record(record)
    if article_id and not is_id(article_id):
        msg = f"`{article_id[:60]}` is no id: {why_no_id(article_id)}"
        raise SourcebookError(msg)
    if article_id and len(documents) != 1:
        msg = "--id names one document: name a single file"
        raise SourcebookError(msg)
    every = documents or sorted((project.content / "articles").glob("*.md"))
    # Of two runs, each would make files for what both find first, and one's facts would be lost.
    busy = "Articles are being taken in here by another process: wait for it, and try again"
    with only_one(project.root / CACHE / "ingest.lock", busy):
        run = Ingestion(project.content, project.shown, record, article_id=article_id, jobs=jobs, models=models, watch=watch)
        yield from run.run(every, *load(project))
        if run.knowledge:
            renew_schemas(project.root, run.knowledge)


def documents_under(paths: Sequence[Path]) -> tuple[list[Path], Mapping[str, int]]:
    """The documents that paths name, folders searched through; and how many files of unknown endings were left out, by ending."""
    from sourcebook.ingestion import documents_under as search
    from sourcebook.read import endings

    return search(paths, endings())


def to_json_text(found: Mapping[str, Any]) -> str:
    """JSON as the commands print it: readable, in the order given, ending with a line break."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
