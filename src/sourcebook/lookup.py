"""Looking things up in the files, without loading the whole knowledge base: searching, and what a shell completes."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from sourcebook.diagnostics import Diagnostic, SourcebookError
from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.model.schema import Schema
from sourcebook.project import CONTENT, Project, Watch, find_project, silent
from sourcebook.store.articles import read_article
from sourcebook.store.entities import read_entity
from sourcebook.store.files import MAX_ARTICLE_BYTES, MAX_YAML_BYTES, read_text
from sourcebook.store.load import ARTICLES, SCHEMA_FILE
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.schemas import built_in_schema, extend_schema
from sourcebook.text import fold_words

LIKE = 80
"""Of 100: how much a name must be like the words where none has them."""
_NAME = re.compile(r"^name:[ \t]*(?P<name>\S.*?)[ \t\r]*$", re.MULTILINE)
_ALIASES = re.compile(r"^aliases:[^\n]*\n(?P<rows>(?:[ ]*- [^\n]*\n?)*)", re.MULTILINE)

Says = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that has the words: where it stands, what it says, and what it is."""

    path: str
    line: int
    words: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What has the words, each group in the order of files; `similar` names where no entity has them."""

    entities: tuple[Hit, ...] = ()
    similar: tuple[Hit, ...] = ()
    facts: tuple[Hit, ...] = ()
    sentences: tuple[Hit, ...] = ()


def find(project: Project, phrases: Sequence[str], *, watch: Watch = silent) -> Found:
    """What has all the phrases: entities by their names, facts by what they say and cite, sentences of articles.

    Case, accents, typographic quotation marks and hyphens do not matter. Broken files are passed over.

    Raises:
        SourcebookError: If there are no words to search for.
    """
    terms = [each for one in phrases if (each := _plain(one))]
    if not terms:
        msg = "Say what to search for, such as `sourcebook find Ada Rome`"
        raise SourcebookError(msg)
    known = _schema(project)
    entities: list[Hit] = []
    facts: list[Hit] = []
    names: list[tuple[str, str, str]] = []
    for kind in known.types.values():
        for path in _files(project.content / kind.plural, ".yml"):
            shown = f"{CONTENT}/{kind.plural}/{path.name}"
            watch(shown)
            text = read_text(path, shown, limit=MAX_YAML_BYTES)
            if isinstance(text, Diagnostic):
                continue
            names += [(name, shown, kind.name) for name in _names(text)]
            if all(each in _plain(f"{path.stem} {text}") for each in terms):
                entity = _entity(text, shown, path.stem, kind.name, known)
                if entity:
                    entities += _entity_hits(entity, terms)
                    facts += _fact_hits(entity, terms)
    sentences = [hit for article in _articles(project, terms, watch) for hit in _sentence_hits(article, terms)]
    similar = () if entities else _similar(" ".join(phrases), names)
    return Found(entities=tuple(entities), similar=tuple(similar), facts=tuple(facts), sentences=tuple(sentences))


def entity_ids(folder: Path, begun: str) -> list[tuple[str, str]]:
    """(id, type) of the entities whose id begins so, in order; none where there is no knowledge base."""
    project = _project(folder)
    if project is None:
        return []
    found = []
    for kind in _schema(project).types.values():
        found += [(path.stem, kind.name) for path in _files(project.content / kind.plural, ".yml") if path.name.startswith(begun)]
    return sorted(found)


def article_ids(folder: Path, begun: str) -> list[str]:
    """Ids of the articles that begin so, in order."""
    project = _project(folder)
    return [path.stem for path in _files(project.content / ARTICLES, ".md") if path.name.startswith(begun)] if project else []


def schema(folder: Path) -> Schema:
    """The schema of the project of a folder; the built-in one where there is none."""
    project = _project(folder)
    return _schema(project) if project else built_in_schema()


def properties_for(folder: Path, entity_id: str) -> list[tuple[str, str]]:
    """(name, label) of the properties that may be said of an entity, and of inverses; all of them if it is not known."""
    known = schema(folder)
    project = _project(folder)
    kind = next(
        (each.name for each in known.types.values() if project and (project.content / each.plural / f"{entity_id}.yml").is_file()), ""
    )
    own = [(each.name, each.label) for each in known.properties.values() if not kind or known.is_a(kind, each.on)]
    turned = [
        (name, f"inverse of {canonical}")
        for name, canonical in known.inverses.items()
        if not kind or known.is_a(kind, known.properties[canonical].to)
    ]
    return [*own, *turned]


def _project(folder: Path) -> Project | None:
    try:
        return find_project(folder)
    except SourcebookError:
        return None


def _schema(project: Project) -> Schema:
    base = built_in_schema()
    shown = f"{CONTENT}/{SCHEMA_FILE}"
    text = read_text(project.content / SCHEMA_FILE, shown)
    return base if isinstance(text, Diagnostic) else extend_schema(base, parse_yaml(text, shown))[0]


def _files(folder: Path, ending: str) -> list[Path]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return sorted(Path(each.path) for each in entries if each.name.endswith(ending) and not each.name.startswith("."))


def _plain(text: str) -> str:
    """A text made comparable: one case, no accents, plain quotation marks, hyphens and underscores as spaces."""
    folded = fold_words(text).casefold()
    if not folded.isascii():
        folded = "".join(each for each in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(each))
    return " ".join(folded.replace("-", " ").replace("_", " ").split())


def _names(text: str) -> Iterator[str]:
    """The names of an entity file as they are most often written; good enough to look for similar ones."""
    for found in _NAME.finditer(text):
        yield found["name"].strip("\"'")
    for found in _ALIASES.finditer(text):
        yield from (row.strip().removeprefix("- ").strip("\"'").partition(" @")[0] for row in found["rows"].splitlines())


def _entity(text: str, shown: str, entity_id: str, kind: str, known: Schema) -> Entity | None:
    return read_entity(parse_yaml(text, shown), entity_id, known.types[kind], known, {})[0]


def _entity_hits(entity: Entity, terms: Sequence[str]) -> Iterator[Hit]:
    named = [entity.id, entity.name, *(each.text for each in entity.aliases), *entity.mentioned_as]
    # A name that has all the words, or several that have them together.
    if all(each in _plain(" / ".join(named)) for each in terms):
        also = [each for each in named[2:] if any(one in _plain(each) for one in terms)]
        said = f"{entity.type}, {entity.id}" + (f"; also: {', '.join(also)}" if also else "")
        yield Hit(entity.path, entity.place("name").line, entity.name, said)
    elif all(each in _plain(f"{entity.name} {entity.summary}") for each in terms):
        yield Hit(entity.path, entity.place("summary").line, f"{entity.name}: {entity.summary}", f"{entity.type}, {entity.id}")


def _fact_hits(entity: Entity, terms: Sequence[str]) -> Iterator[Hit]:
    for fact in entity.facts:
        own = _plain(" / ".join(_said(fact)))
        if any(each in own for each in terms) and all(each in f"{_plain(entity.name)} / {own}" for each in terms):
            said = [f"{name}: {', '.join(map(value_text, values))}" for name, values in fact.qualifiers.items() if name != "note"]
            quote = next((each.quote for each in fact.citations if any(one in _plain(each.quote) for one in terms)), "")
            what = ", ".join(said) + (f" “{quote}”" if quote else "")
            yield Hit(entity.path, fact.place.line, f"{entity.name}: {fact.property} {value_text(fact.value)}", what.strip())


def _said(fact: Fact) -> Iterator[str]:
    yield f"{fact.property} {value_text(fact.value)}"
    for values in fact.qualifiers.values():
        yield from map(value_text, values)
    yield fact.why
    for each in fact.citations:
        yield from (each.quote, each.by)


def _articles(project: Project, terms: Sequence[str], watch: Watch) -> Iterator[Article]:
    for path in _files(project.content / ARTICLES, ".md"):
        shown = f"{CONTENT}/{ARTICLES}/{path.name}"
        watch(shown)
        text = read_text(path, shown, limit=MAX_ARTICLE_BYTES)
        if isinstance(text, str) and all(each in _plain(text) for each in terms):
            article = read_article(text, shown, path.stem)[0]
            if article:
                yield article


def _sentence_hits(article: Article, terms: Sequence[str]) -> Iterator[Hit]:
    text = article.text or ""
    line, position = article.body_line, 0
    for each in article.sentences:
        words = each.of(text)
        if all(one in _plain(words) for one in terms):
            line, position = line + text.count("\n", position, each.start), each.start
            yield Hit(article.path, line, " ".join(words.split()))


def _similar(words: str, names: Sequence[tuple[str, str, str]]) -> Iterator[Hit]:
    found = process.extract(_plain(words), [_plain(name) for name, _, _ in names], scorer=fuzz.WRatio, score_cutoff=LIKE, limit=30)
    seen: set[str] = set()
    for _, score, index in sorted(found, key=lambda one: (-round(one[1]), one[2])):
        name, shown, kind = names[index]
        if shown not in seen and score >= LIKE and len(seen) < 10:
            seen.add(shown)
            yield Hit(shown, 1, name, f"{kind}, {Path(shown).stem}")
