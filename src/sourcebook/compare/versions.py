"""Two versions of a knowledge base -> all that differs."""

import dataclasses
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath
from typing import Any

from sourcebook.compare.entities import entity_changes
from sourcebook.compare.matching import match
from sourcebook.model.articles import Article
from sourcebook.model.changes import Action, Change, Section, Version, What
from sourcebook.model.dates import Date
from sourcebook.model.facts import Fact
from sourcebook.model.knowledge import Settings
from sourcebook.model.quality import disagreements
from sourcebook.model.schema import Schema

RECORD = (
    "title",
    "author",
    "publisher",
    "genre",
    "issued",
    "accessed",
    "language",
    "url",
    "license",
    "sha256",
    "original",
    "note",
)
SCHEMA, SETTINGS, LANGUAGE = "content/schema.yml", "content/sourcebook.yml", "content/language.yml"
AROUND, MOST = 40, 240
"""Code points shown around and of words that changed in a text."""
_SECTIONS = list(Section)


def compare(before: Version, after: Version) -> tuple[Change, ...]:
    """All that differs between two versions: by section, then by what readers call it, then in the order of files.

    A file that cannot be read in one of them is reported as such, and nothing is said of what is in it.
    """
    broken = {*before.unreadable, *after.unreadable}
    unknown = {PurePosixPath(path).stem for path in broken}
    old, new = before.knowledge, after.knowledge
    entities = [{name: each for name, each in kb.entities.items() if name not in unknown} for kb in (old, new)]
    articles = [{name: each for name, each in kb.articles.items() if name not in unknown} for kb in (old, new)]
    found = [
        *_unreadable(before.unreadable, "before"),
        *_unreadable(after.unreadable, "after"),
        *entity_changes(*entities),
        *_disagreements(before, after, unknown),
        *_articles(*articles),
        *(_schema(old.schema, new.schema) if SCHEMA not in broken else ()),
        *(_settings(old.settings, new.settings) if SETTINGS not in broken else ()),
        *_pages(before.pages, after.pages),
    ]
    names = {**_names(before), **_names(after)}
    named = [dataclasses.replace(each, name=names.get(each.subject, each.subject)) for each in found]
    return tuple(sorted(named, key=_order))


def _order(change: Change) -> tuple[Any, ...]:
    whole = change.what not in {What.ENTITY, What.ARTICLE}
    return (_SECTIONS.index(change.section), change.name.casefold(), change.subject, whole, change.path, change.line)


def _names(version: Version) -> dict[str, str]:
    kb = version.knowledge
    return {
        **{name: each.title for name, each in kb.articles.items() if each.title},
        **{name: each.name for name, each in kb.entities.items()},
    }


def _unreadable(paths: Mapping[str, str], side: str) -> Iterator[Change]:
    for path, why in sorted(paths.items()):
        change = Change(action=Action.UNREADABLE, what=What.FILE, subject=path, key=side, path=path)
        yield dataclasses.replace(change, before=why) if side == "before" else dataclasses.replace(change, after=why)


def _disagreements(before: Version, after: Version, unknown: AbstractSet[str]) -> Iterator[Change]:
    """Groups of facts that contradict each other in one version, and not all of them in the other."""
    sides = [disagreements(each.knowledge) for each in (before, after)]
    known = [{_who(fact) for group in groups for fact in group} for groups in sides]
    for action, groups, others in ((Action.SETTLED, sides[0], known[1]), (Action.DISPUTED, sides[1], known[0])):
        for group in groups:
            news = [fact for fact in group if _who(fact) not in others]
            if news and not any(fact.subject in unknown for fact in group):
                first = news[0]
                facts = (first, *(each for each in group if each is not first))
                where = first.place
                yield Change(action=action, what=What.DISAGREEMENT, subject=first.subject, facts=facts, path=where.path, line=where.line)


def _who(fact: Fact) -> tuple[str, str]:
    return (fact.subject, fact.id)


def _articles(before: Mapping[str, Article], after: Mapping[str, Article]) -> Iterator[Change]:
    gone = [each for name, each in before.items() if name not in after]
    new = [each for name, each in after.items() if name not in before]
    found = match(gone, new, (lambda one: one.text or None,), lambda one, other: float(one.title == other.title))
    for each in found.gone:
        yield Change(action=Action.REMOVED, what=What.ARTICLE, subject=each.id, path=each.path)
    for each in found.new:
        yield Change(action=Action.ADDED, what=What.ARTICLE, subject=each.id, path=each.path)
    for one, other in found.pairs:
        yield Change(action=Action.RENAMED, what=What.ARTICLE, subject=other.id, before=one.id, after=other.id, path=other.path)
    for one, other in (*((before[name], after[name]) for name in before if name in after), *found.pairs):
        yield from _text(one, other)
        for key in RECORD:
            old, new_text = _shown(getattr(one, key)), _shown(getattr(other, key))
            if old != new_text:
                place = other.place(key)
                yield _change(What.RECORD, other.id, key, old, new_text, path=other.path, line=place.line)


def _text(before: Article, after: Article) -> Iterator[Change]:
    """That words of an article changed, which nobody should do; the words with some around them."""
    old, new = before.text, after.text
    if old == new:
        return
    if old is None or new is None:
        action = Action.ADDED if old is None else Action.REMOVED
        yield Change(action=action, what=What.TEXT, subject=after.id, path=after.path)
        return
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    line = after.body_line + new.count("\n", 0, start)
    cut = [_excerpt(text, start, len(text) - end) for text in (old, new)]
    yield Change(action=Action.CHANGED, what=What.TEXT, subject=after.id, before=cut[0], after=cut[1], path=after.path, line=line)


def _excerpt(text: str, start: int, end: int) -> str:
    """A stretch of a text with some whole words around it, on one line."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    shown = " ".join(text[first:last].split())
    return shown if len(shown) <= MOST else f"{shown[:MOST].rstrip()} […]"


def _common(one: str, other: str) -> int:
    """How many code points two texts begin with in common; by halves, for texts are long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _schema(before: Schema, after: Schema) -> Iterator[Change]:
    for section in ("types", "properties", "qualifiers"):
        old, new = getattr(before, section), getattr(after, section)
        for name in sorted(old.keys() | new.keys()):
            one, other = old.get(name), new.get(name)
            if one is None or other is None:
                action = Action.ADDED if other else Action.REMOVED
                yield Change(action=action, what=What.SCHEMA, subject=name, path=SCHEMA)
                continue
            for each in dataclasses.fields(one):
                texts = [_shown(getattr(side, each.name)) for side in (one, other)]
                # The order is only where it stands among the others.
                if texts[0] != texts[1] and each.name != "order":
                    yield _change(What.SCHEMA, name, each.name, *texts, path=SCHEMA, action=Action.CHANGED)


def _settings(before: Settings, after: Settings) -> Iterator[Change]:
    for each in dataclasses.fields(Settings):
        old, new = getattr(before, each.name), getattr(after, each.name)
        file = LANGUAGE if each.name == "texts" else SETTINGS
        if not isinstance(old, Mapping):
            old, new = {"": old}, {"": new}
        for key in sorted(old.keys() | new.keys()):
            texts = [_setting(side.get(key, "")) for side in (old, new)]
            if texts[0] != texts[1]:
                yield _change(What.SETTING, each.name, f"{each.name} {key}".strip(), *texts, path=file)


def _setting(value: object) -> str:
    """A setting as people write it."""
    return ("on" if value else "off") if isinstance(value, bool) else _shown(value)


def _pages(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            action = Action.CHANGED if path in before and path in after else Action.ADDED if path in after else Action.REMOVED
            yield Change(action=action, what=What.PAGE, subject=path, path=path)


def _change(
    what: What, subject: str, key: str, before: str, after: str, *, path: str, line: int = 1, action: Action | None = None
) -> Change:
    found = action or (Action.CHANGED if before and after else Action.ADDED if after else Action.REMOVED)
    return Change(action=found, what=what, subject=subject, key=key, before=before, after=after, path=path, line=line)


def _shown(value: object) -> str:
    """A setting or a field of the schema as text; "" for what is not set."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_shown(each)}" for name, each in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if isinstance(value, Date):
        return value.text
    if isinstance(value, bool):
        return "true" if value else ""
    return str(value or "")
