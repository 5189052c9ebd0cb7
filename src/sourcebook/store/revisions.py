"""Two versions of a knowledge base out of git: only files that differ are read, and what these rest on."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sourcebook.diagnostics import Diagnostic, Place, Severity
from sourcebook.model.articles import Article
from sourcebook.model.changes import Version
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.model.gists import AT_A_TIME, named_by
from sourcebook.model.knowledge import KnowledgeBase, Settings
from sourcebook.model.schema import Schema
from sourcebook.slug import is_id
from sourcebook.store.articles import read_article
from sourcebook.store.entities import read_entity
from sourcebook.store.files import MAX_ARTICLE_BYTES, MAX_YAML_BYTES, decode, read_text, too_large
from sourcebook.store.git import Contents, Difference, Repository
from sourcebook.store.load import ARTICLES, PAGES, SCHEMA_FILE, read_schema
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.settings import SETTINGS_FILE, Read, read_settings
from sourcebook.text import digest

_CONFLICT = re.compile(r"^<<<<<<< .*^=======\r?$.*^>>>>>>> ", re.MULTILINE | re.DOTALL)
CONFLICT = "It holds git's marks of a conflict (`<<<<<<<`): choose what is meant and remove the marks"


@dataclass(slots=True)
class _Side:
    """One of two versions while it is read.

    Attributes:
        read: gives the text of a file by its path below the knowledge base.
        unreadable: why files that differ could not be read, by their paths as shown.
        found: what is wrong in the files that differ.
    """

    shown: str
    read: Read
    unreadable: dict[str, str] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    schema: Schema = field(init=False)
    settings: Settings = field(init=False)
    articles: "_Articles" = field(init=False)

    def __post_init__(self) -> None:
        self.articles = _Articles(self)
        for name, found in ((SCHEMA_FILE, list[Diagnostic]()), (SETTINGS_FILE, [])):
            if name == SCHEMA_FILE:
                self.schema = read_schema(self.read, self.shown, found)
            else:
                self.settings = read_settings(self.read, self.shown, found)
            for each in found:
                if each.code in {"unreadable", "yaml-syntax", "tab-indent"}:
                    self.note(each)
            self.found += found

    def note(self, why: Diagnostic) -> None:
        """Notes that a file cannot be read."""
        where = "" if why.code == "unreadable" else f"line {why.place.line}: "
        self.unreadable.setdefault(why.place.path, f"{where}{why.message}{f'. {why.help}' if why.help else ''}")

    def entity(self, path: str) -> tuple[Entity | None, Sequence[Diagnostic]]:
        """The entity of a file, and what is wrong with it; nothing if there is no such file."""
        text = self.read(path)
        if not isinstance(text, str):
            return None, [text] if text else []
        folder, _, name = path.partition("/")
        document = parse_yaml(text, f"{self.shown}/{path}")
        return read_entity(document, PurePosixPath(name).stem, self.schema.folder_types()[folder], self.schema, self.articles)

    def article(self, path: str) -> tuple[Article | None, Sequence[Diagnostic]]:
        """The same for an article."""
        text = self.read(path)
        if not isinstance(text, str):
            return None, [text] if text else []
        return read_article(text, f"{self.shown}/{path}", PurePosixPath(path).stem)

    def path_of(self, entity_id: str) -> str | None:
        """Where the file of an entity is, if there is one."""
        places = (f"{folder}/{entity_id}.yml" for folder in self.schema.folder_types())
        return next((each for each in places if self.read(each) is not None), None) if is_id(entity_id) else None


class _Articles(Mapping[str, Article]):
    """The articles of a version, each read when it is asked for."""

    def __init__(self, side: _Side) -> None:
        self._side = side
        self._known: dict[str, Article | None] = {}

    def __getitem__(self, article_id: str) -> Article:
        if article_id not in self._known:
            self._known[article_id] = self._side.article(f"{ARTICLES}/{article_id}.md")[0] if is_id(article_id) else None
        found = self._known[article_id]
        if found is None:
            raise KeyError(article_id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for name, each in self._known.items() if each)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def reader(repository: Repository, contents: Contents, commit: str, shown: str) -> Read:
    """A function that reads files of the knowledge base in a commit."""

    def read(path: str) -> str | Diagnostic | None:
        limit = _limit(path)
        raw = contents.read(f"{commit}:{repository.prefix}{path}", limit)
        return _text(too_large(raw, f"{shown}/{path}", limit) if isinstance(raw, int) else raw, f"{shown}/{path}")

    return read


def disk_reader(folder: Path, shown: str) -> Read:
    """A function that reads files of the knowledge base in the work tree."""

    def read(path: str) -> str | Diagnostic | None:
        file = folder / path
        return _text(read_text(file, f"{shown}/{path}", limit=_limit(path)), f"{shown}/{path}") if file.is_file() else None

    return read


def _limit(path: str) -> int:
    return MAX_ARTICLE_BYTES if path.startswith(f"{ARTICLES}/") else MAX_YAML_BYTES


def _text(raw: bytes | str | Diagnostic | None, shown: str) -> str | Diagnostic | None:
    text = decode(raw, shown) if isinstance(raw, bytes) else raw
    if isinstance(text, str) and "<<<<<<< " in text and _CONFLICT.search(text):
        return Diagnostic(code="unreadable", message=CONFLICT, place=Place(shown))
    return text


Search = Callable[[Iterable[str]], Iterable[str]]
"""Gives the paths of entity files that hold any of some words."""


class Pair:
    """Two versions of one knowledge base, as far as they differ.

    Attributes:
        before, after: what differs, and entities elsewhere whose facts may contradict what changed, or that took over ids it names.
    """

    def __init__(self, before: Read, after: Read, differing: Iterable[Difference], shown: str, search: Search) -> None:
        """Reads them.

        Args:
            before: reads files of the one.
            after: reads files of the other.
            differing: the files that are not the same in both.
            shown: how the folder of the knowledge base is called in places.
            search: for entities that may contradict a changed fact or took over an id.
        """
        self._sides = (_Side(shown, before), _Side(shown, after))
        broken = [f"{shown}/{SCHEMA_FILE}" in side.unreadable for side in self._sides]
        for side, is_broken, other in zip(self._sides, broken, self._sides[::-1], strict=True):
            if is_broken:
                side.schema = other.schema
        # git takes every file for changed whose time changed; what is the same on both sides is not worth parsing.
        files = [
            each
            for each in sorted(differing, key=lambda one: one.path)
            if each.after is not None or not each.before or before(each.path) != after(each.path)
        ]
        there = [[each.path for each in files if each.before], [each.path for each in files if each.after != ""]]
        paths = {f"{shown}/{each.path}" for each in files}
        read = [_read(side, each) for side, each in zip(self._sides, there, strict=True)]
        beside = self._beside(read[0].entities, read[1].entities, search, paths)
        self.before, self.after = (
            Version(
                knowledge=KnowledgeBase(
                    schema=side.schema, settings=side.settings, entities=[*each.entities, *beside], articles=each.articles
                ),
                pages=each.pages,
                unreadable={path: why for path, why in side.unreadable.items() if path in paths},
                errors=sum(one.severity is Severity.ERROR and one.place.path in paths for one in side.found),
            )
            for side, each in zip(self._sides, read, strict=True)
        )

    def _beside(self, before: Sequence[Entity], after: Sequence[Entity], search: Search, known: AbstractSet[str]) -> list[Entity]:
        """Entities that did not change, whose facts may contradict one that did."""
        old, new = ({_office(fact): fact for each in one for fact in each.facts} for one in (before, after))
        words = []
        for key in old.keys() ^ new.keys():
            fact = old.get(key) or new[key]
            each = self._sides[1].schema.properties.get(fact.property)
            if each and each.unique == AT_A_TIME:
                # A value may be folded over several lines, so its longest word is looked for.
                words.append(max(value_text(fact.value).split(), key=len))
        side, found = self._sides[1], []
        # Values that name an id which another entity took over long ago may follow it only now.
        named = {name for key in old.keys() - new.keys() for name in named_by(old[key])}
        words += [each for each in sorted(named) if is_id(each) and side.path_of(each) is None]
        for path in sorted(search(words)) if words else ():
            if f"{side.shown}/{path}" not in known and _kind(path, side.schema) == "entity":
                entity, _ = side.entity(path)
                found += [entity] if entity else []
        return found

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """What readers call entities and articles, by their ids; those that there are not are left out."""
        found = {}
        for each in sorted(set(ids)):
            for side in self._sides[::-1]:
                path = side.path_of(each)
                one = side.entity(path)[0] if path else side.articles.get(each)
                if one:
                    found[each] = one.name if isinstance(one, Entity) else one.title or one.id
                    break
        return found


@dataclass(frozen=True, slots=True)
class _Files:
    entities: Sequence[Entity]
    articles: Sequence[Article]
    pages: Mapping[str, str]


def _read(side: _Side, paths: Iterable[str]) -> _Files:
    """What is in files of one version; the first of two entities with one id is meant, as everywhere."""
    entities: dict[str, Entity] = {}
    articles: dict[str, Article] = {}
    pages: dict[str, str] = {}
    for path in paths:
        kind = _kind(path, side.schema)
        if kind == "page":
            text = side.read(path)
            if text is not None:
                pages[f"{side.shown}/{path}"] = digest(text if isinstance(text, str) else f"{path} {text.message}")
        elif kind:
            one, problems = side.article(path) if kind == "article" else side.entity(path)
            side.found += problems
            if isinstance(one, Article):
                articles[one.id] = one
            elif one:
                entities.setdefault(one.id, one)
            elif problems:
                side.note(problems[0])
    return _Files(list(entities.values()), list(articles.values()), pages)


def _kind(path: str, schema: Schema) -> str:
    """What a file of the knowledge base holds: "entity", "article", "page", or "" for all others."""
    folder, _, name = path.partition("/")
    if not path.isprintable():  # as are names in no known encoding
        return ""
    if folder == PAGES and not any(part.startswith(".") for part in path.split("/")):
        return "page"
    stem, _, ending = name.rpartition(".")
    if not is_id(stem):
        return ""
    if folder == ARTICLES:
        return "article" if ending == "md" else ""
    return "entity" if ending == "yml" and folder in schema.folder_types() else ""


def _office(fact: Fact) -> tuple[object, ...]:
    qualifiers = sorted((name, tuple(map(value_text, values))) for name, values in fact.qualifiers.items())
    return (fact.subject, fact.property, value_text(fact.value), tuple(qualifiers), fact.rank, fact.unsure)
