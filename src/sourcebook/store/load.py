"""A folder of files -> a knowledge base and everything that is wrong with it."""

import os
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from sourcebook.diagnostics import Diagnostic, Place, by_path
from sourcebook.memory import uncollected
from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase, Settings
from sourcebook.model.learned import Learned, Stands, where_it_stands
from sourcebook.model.schema import Schema, Type
from sourcebook.slug import is_id, slug, why_no_id
from sourcebook.store.articles import read_article
from sourcebook.store.entities import read_entity
from sourcebook.store.files import GONE, MAX_ARTICLE_BYTES, MAX_YAML_BYTES, Look, looks, no_file, read_text
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.packing import Packed, pack, unpack
from sourcebook.store.schemas import built_in_schema, extend_schema
from sourcebook.store.settings import LANGUAGE_FILE, SETTINGS_FILE, Read, read_settings
from sourcebook.store.snapshot import Snapshot, differing
from sourcebook.suggest import did_you_mean
from sourcebook.workers import cores, each_in_parallel

SCHEMA_FILE, ARTICLES, PAGES, LOCK = "schema.yml", "articles", "pages", ".lock"
RUN = 100
"""Files that a process reads at a time."""
MANY = 2_000
"""Files; with fewer, one process is as quick as several."""


def load(content: Path, shown: str = "content", *, watch: Callable[[str], None] = lambda _: None) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """The knowledge base of a folder. Loading never fails as a whole: a broken file costs itself.

    Args:
        content: the folder that holds `articles/`, `people/` and so on.
        shown: how that folder is called in places: relative to the project, with `/`.
        watch: called with the shown path of each file before it is read.

    Returns:
        The knowledge base, and the findings in the order of their places.
    """
    snapshot, found = read(content, shown, None, watch=watch)
    return snapshot.knowledge, found


def read(
    content: Path,
    shown: str,
    known: Snapshot | None,
    *,
    seen: Mapping[str, Look] | None = None,
    watch: Callable[[str], None] = lambda _: None,
) -> tuple[Snapshot, list[Diagnostic]]:
    """The same as `load`; of what a snapshot knows, only files that changed since are read.

    Args:
        content: the folder that holds `articles/`, `people/` and so on.
        shown: how that folder is called in places.
        known: the snapshot, if there is one.
        seen: the looks of the folder's files, if somebody looked a moment ago.
        watch: called with the shown path of each file before it is read.

    Returns:
        A snapshot of what there is now, and the findings in the order of their places.
    """
    found: list[Diagnostic] = []

    def text_of(name: str) -> str | Diagnostic | None:
        path = content / name
        return read_text(path, f"{shown}/{name}") if path.is_file() else None

    with uncollected():
        settings, schema = read_settings(text_of, shown, found), read_schema(text_of, shown, found)
        there = {f"{shown}/{name}": look for name, look in (seen or looks(str(content))).items()}
        articles = list(_files(content / ARTICLES, f"{shown}/{ARTICLES}", ".md", found))
        entities = {
            kind.name: list(_files(content / kind.plural, f"{shown}/{kind.plural}", ".yml", found)) for kind in schema.types.values()
        }
        every = list(chain(*entities.values()))
        now = {name: there.get(name, GONE) for _, name, _ in chain(articles, every)}
        changed = differing(known.looks, now) if known else list(now)
        # Which of two files with one id counts is told where all are read.
        holders = Counter(entity_id for _, _, entity_id in every)
        told_apart = len(holders) == len(every)
        runs: Sequence[Packed] = ()
        before = known
        if known and known.knowledge.schema == schema and told_apart and len(changed) < len(now) // 2:
            knowledge, findings = _renewed(known, content, shown, changed, settings)
        else:
            changed, before = list(now), None
            knowledge, findings, runs = _from_nothing(articles, entities, schema, settings, watch)
        found.extend(_strangers(content, shown, schema))
    # One of them is all that is known of an id; when it goes, the other has to be read.
    sure = now if told_apart else {**now, **{name: GONE for _, name, entity_id in every if holders[entity_id] > 1}}
    snapshot = Snapshot(
        knowledge,
        sure,
        by_path(findings),
        changed=len(changed),
        learned=bool(known and known.learned),
        packed=runs if told_apart else (),
        before=before,
    )
    return snapshot, sorted([*found, *findings], key=lambda one: one.sort_key)


Listed = tuple[str, str, str]
"""A file's path, how it is called in places, and the id that it is named after."""


def _from_nothing(
    listed: Sequence[Listed], kinds: Mapping[str, Sequence[Listed]], schema: Schema, settings: Settings, watch: Callable[[str], None]
) -> tuple[KnowledgeBase, list[Diagnostic], list[Packed]]:
    """All of it, from lists of the articles and of the entities of each type; and the entities as other processes sent them."""
    found: list[Diagnostic] = []
    articles = {each.id: each for each in _articles(listed, found, watch)}
    entities: dict[str, Entity] = {}
    quotes: dict[tuple[str, str], Stands] = {}
    runs = list(_runs(kinds, schema, articles, watch))
    for run in runs:
        found += run.findings
        for each in run.entities:
            if each.id in entities:
                _report_duplicate(each, entities[each.id], found)
            else:
                entities[each.id] = each
        if run.places:
            cited = (one for each in run.entities for one in each.every_citation())
            quotes.update(((one.source, one.quote), place) for one, place in zip(cited, run.places, strict=True))
    kb = KnowledgeBase(schema=schema, entities=entities.values(), articles=articles.values(), settings=settings)
    kb.learn(Learned(quotes))
    return kb, found, [run.packed for run in runs if run.packed]


def _renewed(
    known: Snapshot, content: Path, shown: str, changed: Sequence[str], settings: Settings
) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """What a snapshot knows, with what stands in the files that changed."""
    kb = known.knowledge
    entities, articles = dict(kb.entities), dict(kb.articles)
    found = {path: list(each) for path, each in known.findings.items()}
    for each in _read_again(kb, content, shown, changed, articles):
        found[each.path] = each.findings
        held: dict[str, Any] = articles if each.folder == ARTICLES else entities
        if each.content:
            held[each.id] = each.content
        elif each.id in held and held[each.id].path == each.path:
            del held[each.id]
    new = kb.changed(entities.values(), articles.values(), settings)
    return new, [each for own in found.values() for each in own]


def refreshed(kb: KnowledgeBase, content: Path, shown: str, changed: Iterable[str]) -> tuple[KnowledgeBase, list[Diagnostic]]:
    """The knowledge base after some of its files were written, without reading the others again.

    Args:
        kb: what was loaded before.
        content: the folder of the knowledge base.
        shown: how that folder is called in places.
        changed: shown paths of the files that were written or removed.

    Returns:
        The knowledge base, and what was found in these files. One that is broken leaves things as they were before.
    """
    entities, articles = dict(kb.entities), dict(kb.articles)
    found: list[Diagnostic] = []
    for each in _read_again(kb, content, shown, changed, articles):
        found += each.findings
        held: dict[str, Any] = articles if each.folder == ARTICLES else entities
        if each.content:
            held[each.id] = each.content
        elif each.gone and each.id in held and held[each.id].path == each.path:
            del held[each.id]
    return kb.changed(entities.values(), articles.values()), found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Again:
    """A file that was read again: what it holds, or None if it is broken or gone."""

    path: str
    folder: str
    id: str
    content: Article | Entity | None = None
    findings: list[Diagnostic] = field(default_factory=list)
    gone: bool = False


def _read_again(kb: KnowledgeBase, content: Path, shown: str, changed: Iterable[str], articles: Mapping[str, Article]) -> Iterator[_Again]:
    """Files that changed, articles first, and those that have to be read otherwise because of them.

    `articles` are those that there are, kept up to date by who asks.
    """
    kinds = {kind.plural: kind for kind in kb.schema.types.values()}
    wanted = set(changed)
    sources = {Path(name).stem for name in wanted if name.startswith(f"{shown}/{ARTICLES}/")}
    # How a citation is put follows from the kind of its article unless it says so itself.
    wanted |= {each.path for name in sorted(sources) for each in kb.citing(name)}
    for name in sorted(wanted, key=lambda one: (not one.startswith(f"{shown}/{ARTICLES}/"), one)):
        folder, _, file = name.removeprefix(f"{shown}/").partition("/")
        key, path = Path(file).stem, content / folder / file
        if not path.is_file():
            yield _Again(path=name, folder=folder, id=key, gone=True)
            continue
        text = read_text(path, name, limit=MAX_ARTICLE_BYTES if folder == ARTICLES else MAX_YAML_BYTES)
        one: Article | Entity | None = None
        problems: Sequence[Diagnostic] = ()
        if isinstance(text, Diagnostic):
            problems = [text]
        elif folder == ARTICLES:
            one, problems = read_article(text, name, key)
        elif folder in kinds:
            one, problems = read_entity(parse_yaml(text, name), key, kinds[folder], kb.schema, dict(articles))
        yield _Again(path=name, folder=folder, id=key, content=one, findings=list(problems))


def read_schema(read: Read, shown: str, found: list[Diagnostic]) -> Schema:
    """The built-in schema with what the knowledge base adds; what is wrong there is added to `found`."""
    base = built_in_schema()
    name, text = f"{shown}/{SCHEMA_FILE}", read(SCHEMA_FILE)
    if text is None:
        return base
    if isinstance(text, Diagnostic):
        found.append(text)
        return base
    schema, problems = extend_schema(base, parse_yaml(text, name))
    found.extend(problems)
    return schema


def _articles(files: Sequence[Listed], found: list[Diagnostic], watch: Callable[[str], None]) -> Iterator[Article]:
    for path, name, article_id in files:
        watch(name)
        text = read_text(path, name, limit=MAX_ARTICLE_BYTES)
        if isinstance(text, Diagnostic):
            found.append(text)
            continue
        article, problems = read_article(text, name, article_id)
        found.extend(problems)
        if article:
            yield article


class _Run:
    """Entities of some files that a process read one after the other.

    Attributes:
        entities: of those files that hold one.
        findings: what is wrong with the files.
        places: of each citation of each entity in turn, how often its words stand in their article and where, if that is known.
        packed: the entities as bytes, if another process sent them.
    """

    def __init__(
        self, entities: Sequence[Entity], findings: Sequence[Diagnostic], places: Sequence[Stands] = (), packed: Packed | None = None
    ) -> None:
        self.entities, self.findings, self.places, self.packed = entities, findings, places, packed

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpacked, (pack(self.entities), self.findings, self.places)


def _unpacked(packed: Packed, findings: Sequence[Diagnostic], places: Sequence[Stands]) -> _Run:
    return _Run(unpack(packed), findings, places, packed)


def _runs(
    kinds: Mapping[str, Sequence[Listed]], schema: Schema, articles: Mapping[str, Article], watch: Callable[[str], None]
) -> Iterator[_Run]:
    """The entities in the order of types and files; many are read, and their quotes looked for, by several processes."""
    files = [(kind, each) for kind, listed in kinds.items() for each in listed]
    runs = {files[at][1][1]: files[at : at + RUN] for at in range(0, len(files), RUN)}

    jobs = cores() if len(files) >= MANY else 1

    def work(name: str) -> _Run:
        entities: list[Entity] = []
        found: list[Diagnostic] = []
        for kind, (path, shown, own_id) in runs[name]:
            entity, problems = _entity(path, shown, own_id, schema.types[kind], schema, articles)
            entities += [entity] if entity else []
            found += problems
        cited = [one for each in entities for one in each.every_citation()] if jobs > 1 else []
        return _Run(entities, found, [where_it_stands(one, articles) for one in cited])

    done = {}
    for name, run in each_in_parallel(work, list(runs), jobs):
        watch(name)
        done[name] = run
    return (done[name] for name in runs)


def _entity(
    path: str, shown: str, entity_id: str, kind: Type, schema: Schema, articles: Mapping[str, Article]
) -> tuple[Entity | None, Sequence[Diagnostic]]:
    text = read_text(path, shown)
    if isinstance(text, Diagnostic):
        return None, [text]
    return read_entity(parse_yaml(text, shown), entity_id, kind, schema, articles)


def _files(folder: Path, shown: str, ending: str, found: list[Diagnostic]) -> Iterator[Listed]:
    """The files of a folder that are named `<id><ending>`; everything else in it is a finding."""
    if not folder.is_dir():
        return
    try:
        with os.scandir(folder) as scanned:
            listed = sorted(scanned, key=attrgetter("name"))
    except OSError as error:
        message = f"The folder cannot be read: {error.strerror}"
        found.append(Diagnostic(code="unreadable", message=message, place=Place(shown), help="Check its permissions."))
        return
    names = {entry.name for entry in listed}
    for entry in listed:
        name = f"{shown}/{entry.name}"
        if entry.name.startswith("."):
            continue
        stem = entry.name.removesuffix(ending)
        # A link may lead to itself, of which only `os.path.isdir` does not complain.
        folder_in_it = not entry.is_file(follow_symlinks=False) and os.path.isdir(entry.path)  # noqa: PTH112
        if stem == entry.name or folder_in_it:
            stem, suffix = os.path.splitext(entry.name)  # noqa: PTH122
            known = suffix.lower() in {".yaml", ".yml", ".md", ".txt"} and not folder_in_it
            hint = _new_name(slug(stem) + ending, names) if known else "Move it elsewhere."
            message = f"Only <id>{ending} files belong in {shown}/"
            found.append(Diagnostic(code="folder-mismatch", message=message, place=Place(name), help=hint))
        elif not is_id(stem):
            message = f"`{stem[:60]}` is no id: {why_no_id(stem)}"
            found.append(Diagnostic(code="bad-id", message=message, place=Place(name), help=_new_name(slug(stem) + ending, names)))
        else:
            yield entry.path, name, stem


def _new_name(wanted: str, taken: Container[str]) -> str:
    if wanted in taken:
        return f"{wanted} is there already: move what is new into it, or give this file a name of its own."
    return f"Rename the file to {wanted}."


def _report_duplicate(entity: Entity, first: Entity, found: list[Diagnostic]) -> None:
    message = f"The id `{entity.id}` is taken by {first.path}"
    hint = f"Rename this file, for example to {entity.id}-{entity.type}.yml, and the references to it."
    found.append(Diagnostic(code="duplicate-id", message=message, place=Place(entity.path), help=hint))


def _strangers(content: Path, shown: str, schema: Schema) -> Iterator[Diagnostic]:
    """Files and folders that have no meaning at the top of the knowledge base, or are not what they should be."""
    kinds = schema.folder_types()
    folders, files = {*kinds, ARTICLES, PAGES}, {SETTINGS_FILE, SCHEMA_FILE, LANGUAGE_FILE}
    plurals = {kind.name: plural for plural, kind in kinds.items()}
    if not content.is_dir():
        return
    for path in sorted(content.iterdir()):
        name, is_folder = path.name, path.is_dir()
        if name.startswith(".") or (is_folder and name in folders) or (path.is_file() and name in files):
            continue
        if not is_folder and not path.is_file():
            if name in folders | files:
                yield no_file(path, f"{shown}/{name}")
            continue
        if name in folders | files:
            message = f"{name} is a {'folder' if is_folder else 'file'} here, and should be a {'file' if is_folder else 'folder'}"
            hint = "Move it elsewhere."
        elif is_folder:
            message, known = f"No type has the folder {name}/", plurals.get(name.casefold())
            hint = f"Did you mean `{known}`?" if known else did_you_mean(name, sorted(folders))
            hint = hint or f"Add the type to {shown}/{SCHEMA_FILE} with `plural: {name}`, or move the folder."
        else:
            message, hint = f"{name} has no meaning here", did_you_mean(name, sorted(files)) or "Move it into a folder."
        yield Diagnostic(code="folder-mismatch", message=message, place=Place(f"{shown}/{name}"), help=hint)
