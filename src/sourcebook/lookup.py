"""Looking things up in the files, without loading the whole knowledge base: searching, and what a shell completes."""

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

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

LIKE = 0.7
"""How much a word of a name must be like one that is searched for, where no name has it (0 to 1)."""
MOST_SIMILAR = 10
_NAME = re.compile(r"^name:[ \t]*(?P<name>\S.*?)[ \t\r]*$", re.MULTILINE)
_ALIASES = re.compile(r"^aliases:[ \t]*(?:\[(?P<listed>[^\]]*)\]|[^\n]*\n(?P<rows>(?:[ ]*- [^\n]*\n?)*))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that has the words: where it stands, what it says, and what it is."""

    path: str
    line: int
    words: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What has the words, each group in the order of files; `similar` names where no entity has them.

    Attributes:
        broken: entity files that may have them and cannot be read.
    """

    entities: tuple[Hit, ...] = ()
    similar: tuple[Hit, ...] = ()
    facts: tuple[Hit, ...] = ()
    sentences: tuple[Hit, ...] = ()
    broken: tuple[str, ...] = ()


def find(project: Project, phrases: Sequence[str], *, watch: Watch = silent) -> Found:
    """What has all the phrases: entities by their names, facts by what they say and cite, sentences of articles.

    Case, accents, typographic quotation marks and hyphens do not matter. Broken files are passed over and named.

    Raises:
        SourcebookError: If there are no words to search for.
    """
    terms = [each for one in phrases if (each := _plain(one))]
    if not terms:
        msg = "Say what to search for, such as `sourcebook find Ada Rome`"
        raise SourcebookError(msg)
    known = _schema(project)
    words = {word for each in terms for word in each.split()}
    entities: list[Hit] = []
    facts: list[Hit] = []
    texts: list[tuple[str, str, str]] = []
    broken: list[str] = []
    for kind in known.types.values():
        for path in _files(project.content / kind.plural, ".yml"):
            shown = f"{CONTENT}/{kind.plural}/{path.name}"
            watch(shown)
            text = read_text(path, shown, limit=MAX_YAML_BYTES)
            if isinstance(text, Diagnostic):
                broken.append(shown)
                continue
            texts.append((text, shown, kind.name))
            if _may_have(words, f"{path.stem} {text}") and all(each in _plain(f"{path.stem} {text}") for each in terms):
                entity = read_entity(parse_yaml(text, shown), path.stem, kind, known, {})[0]
                if entity is None:
                    broken.append(shown)
                else:
                    entities += _entity_hits(entity, terms)
                    facts += _fact_hits(entity, terms)
    sentences = [hit for article in _articles(project, terms, words, watch) for hit in _sentence_hits(article, terms)]
    similar = (
        ()
        if entities
        else _similar(
            " ".join(phrases),
            [(name, Hit(shown, line, name, f"{kind}, {Path(shown).stem}")) for text, shown, kind in texts for name, line in _names(text)],
        )
    )
    return Found(entities=tuple(entities), similar=tuple(similar), facts=tuple(facts), sentences=tuple(sentences), broken=tuple(broken))


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
    """A text made comparable: one case, no accents and quotation marks, hyphens and underscores as spaces."""
    folded = fold_words(text).casefold()
    if not folded.isascii():
        folded = "".join(each for each in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(each))
    return " ".join(folded.replace("-", " ").replace("_", " ").replace('"', "").split())


def _may_have(words: Collection[str], text: str) -> bool:
    """Whether it is worth looking closer; quick where a text is plain ASCII."""
    if not text.isascii():
        return True
    lower = text.lower()
    return all(each in lower for each in words)


def _names(text: str) -> Iterator[tuple[str, int]]:
    """The names of an entity file as they are most often written, with their lines; good enough to look for similar ones."""
    for found in _NAME.finditer(text):
        yield found["name"].strip("\"'"), text.count("\n", 0, found.start()) + 1
    for found in _ALIASES.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        rows = found["listed"].split(",") if found["listed"] else (found["rows"] or "").splitlines()
        for number, row in enumerate(rows, 1):
            yield row.strip().removeprefix("- ").strip("\"'").partition(" @")[0], line if found["listed"] else line + number


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


def _articles(project: Project, terms: Sequence[str], words: Collection[str], watch: Watch) -> Iterator[Article]:
    for path in _files(project.content / ARTICLES, ".md"):
        shown = f"{CONTENT}/{ARTICLES}/{path.name}"
        watch(shown)
        text = read_text(path, shown, limit=MAX_ARTICLE_BYTES)
        if isinstance(text, str) and _may_have(words, text) and all(each in _plain(text) for each in terms):
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


def _similar(words: str, names: Sequence[tuple[str, Hit]]) -> Iterator[Hit]:
    """Names in which each of the words has one that is like it, the most similar first."""
    asked = _plain(words).split()
    having: dict[str, set[int]] = defaultdict(set)
    for number, (name, _) in enumerate(names):
        for each in _plain(name).split():
            having[each].add(number)
    scores: list[dict[int, float]] = []
    for each in asked:
        near = process.extract(each, list(having), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=LIKE, limit=50)
        best: dict[int, float] = {}
        for word, score, _ in near:
            for number in having[word]:
                best[number] = max(score, best.get(number, 0))
        scores.append(best)
    ranked = sorted((-sum(one[number] for one in scores), number) for number in scores[0] if all(number in one for one in scores))
    seen: set[str] = set()
    for _, number in ranked:
        hit = names[number][1]
        if hit.path not in seen and len(seen) < MOST_SIMILAR:
            seen.add(hit.path)
            yield hit
