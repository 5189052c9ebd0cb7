"""The ids of a knowledge base, as the schemas of its files refer to them.

yaml-language-server lets an editor look for what it offers by the label. So ids are offered under the name of the
thing, as snippets. But the time that it takes for them grows with the square of their number; above `MOST_NAMED`, ids
stand for themselves, with the name beside, and only names that the id does not show are offered too.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from sourcebook.export import values
from sourcebook.export.values import DRAFT, Json
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase

FILE = "ids.json"
NO_ENTITY = "No entity of a type that belongs here has this id. If its file is new, run `sourcebook schema`."
NO_ARTICLE = "No article has this id. If it is new, run `sourcebook schema`."
MOST_NAMED = 1_000
MOST_IN_LABEL = 60
"""Code units of UTF-16; yaml-language-server cuts longer labels."""

_MOST_SAID = 400
_PORTION = 50
"""Choices that stand in one list: the server compares each with each when it reads the schema."""


def ids_file(kb: KnowledgeBase) -> Json:
    """The ids of entities by type, and of articles."""
    # An id that was merged into another entity is known, and yet not to be written.
    entities = [each for each in kb.entities.values() if kb.resolve(each.id) is each]
    every = len(entities) <= MOST_NAMED
    names: dict[str, list[Json]] = {}
    for each, name in islice(chain(_names(entities, every=every), _aliases(entities)), MOST_NAMED):
        names.setdefault(each.type, []).append(_offer(each.id, name, _said_of(each, kb)))
    found: Json = {}
    for kind, type_ in kb.schema.types.items():
        here = {each.id: each for each in entities if each.type == kind}
        found[f"type-{kind}"] = {"title": type_.label, **values.exactly(here, NO_ENTITY), "defaultSnippets": names.get(kind, [])}
        found[f"offers-{kind}"] = _offers([] if every else [(one, _said_of(each, kb)) for one, each in here.items()])
    articles = kb.articles.values()
    named = [_offer(each.id, each.name, each.publisher or each.genre) for each in articles][:MOST_NAMED]
    found["article"] = {"title": "Article", **values.exactly(kb.articles, NO_ARTICLE), "defaultSnippets": named}
    found["article-offers"] = _offers([(each.id, each.name) for each in articles][MOST_NAMED:])
    found["article-without-text"] = values.exactly([each.id for each in articles if each.text is None], NO_ARTICLE)
    return {"$schema": DRAFT, "description": "The ids of this knowledge base; `sourcebook schema` renews it.", "definitions": found}


def one_of(types: Iterable[str], special: Json | None = None) -> Json:
    """The id of an entity of one of the types, or something special. Offers come last: each name is compared with all before it."""
    names = list(types)
    known = [_reference(f"type-{name}") for name in names]
    return {"anyOf": [*known, *([special] if special else []), *(_reference(f"offers-{name}") for name in names)]}


def article() -> Json:
    """The id of an article."""
    return {"anyOf": [_reference("article"), _reference("article-offers")]}


def article_without_text() -> Json:
    """The id of an article whose text is not held."""
    return _reference("article-without-text")


def _reference(name: str) -> Json:
    return {"$ref": f"{FILE}#/definitions/{name}"}


def _names(entities: Iterable[Entity], *, every: bool) -> Iterator[tuple[Entity, str]]:
    return ((each, each.name) for each in entities if every or not _shows(each.id, each.name))


def _aliases(entities: Iterable[Entity]) -> Iterator[tuple[Entity, str]]:
    return ((each, alias.text) for each in entities for alias in each.aliases if not _shows(each.id, alias.text))


def _shows(one: str, name: str) -> bool:
    """Whether somebody who types a word of the name finds the id.

    >>> _shows("min-aung-hlaing", "Min Aung Hlaing"), _shows("min-aung-hlaing", "Мин Аун Хлайн")
    (True, False)
    """
    return set(re.findall(r"\w+", name.casefold())) <= set(one.split("-"))


def _offers(said: list[tuple[str, str]]) -> Json:
    """Ids to offer, each with what is said of it. Nothing ever matches this: else all were listed when one is pointed at."""
    parts = [said[at : at + _PORTION] for at in range(0, len(said), _PORTION)]
    offered = [{"enum": [one for one, _ in part], "enumDescriptions": [words for _, words in part]} for part in parts]
    return {"title": "offers", "allOf": [False, *offered]}


def _offer(one: str, name: str, said: str) -> Json:
    return {"label": _label(one, name), "body": one, "description": said}


def _label(one: str, name: str) -> str:
    """The name, then the id; the name is cut so that the id is in sight.

    >>> _label("ada", "Ada Lovelace"), _label("c", "Council " * 20)
    ('Ada Lovelace · ada', 'Council Council Council Council Council Council Council… · c')
    """
    room = max(20, MOST_IN_LABEL - len(one) - 3)
    units = " ".join(name.split()).encode("utf-16-le")
    short = units if len(units) <= 2 * room else units[: 2 * (room - 1)]
    cut = "…" if short != units else ""
    return f"{short.decode('utf-16-le', 'ignore').rstrip()}{cut} · {one}"


def _said_of(each: Entity, kb: KnowledgeBase) -> str:
    also = ", ".join(one.text for one in each.aliases[:4])
    lines = [f"{kb.schema.types[each.type].label}: {each.name}", f"Also: {also}" if also else "", each.summary]
    return "\n".join(filter(None, lines))[:_MOST_SAID]
