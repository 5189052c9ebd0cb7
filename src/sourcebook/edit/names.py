"""Which entity, article or type a person means: by id, by name, by alias; never by guessing."""

import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from sourcebook.diagnostics import SourcebookError
from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.schema import Schema, Type
from sourcebook.slug import slug
from sourcebook.suggest import did_you_mean

_LIKE = 75
"""Of 100: how much a name must be like the words to be suggested."""


def same(name: str) -> str:
    """What spellings of one name share: case, white space and composed forms aside.

    >>> same("ADA  Lovelace") == same("Ada Lovelace")
    True
    """
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def bearers(kb: KnowledgeBase, name: str) -> list[Entity]:
    """The entities that have a name, as their name or as an alias."""
    wanted = same(name)
    return [each for each in kb.entities.values() if wanted in {same(each.name), *(same(one.text) for one in each.aliases)}]


def entity_named(kb: KnowledgeBase, words: str, kinds: tuple[str, ...] = ()) -> Entity:
    """The one entity of an id, a name or an alias. Where several share the name, the one of the kinds that fit.

    Raises:
        SourcebookError: If there is none (with those of a similar name) or if there are several (with all of them).
    """
    known = kb.resolve(words)
    if known:
        return known
    found = bearers(kb, words) or [each for each in kb.entities.values() if slug(each.name, fallback="") == slug(words, fallback="?")]
    fitting = [each for each in found if kb.schema.is_a(each.type, kinds)]
    if len(fitting) == 1 or len(found) == 1:
        return (fitting or found)[0]
    if found:
        msg = f"“{words[:80]}” is the name of {len(found)} entities: write the id of the one you mean\n{listed(found)}"
        raise SourcebookError(msg)
    if article := kb.articles.get(words):
        msg = f"`{words}` is an article, and no entity: its title stands in {article.path}, and its id stays, since facts cite it"
        raise SourcebookError(msg)
    near = similar(kb, words, kinds)
    hint = (
        f"Did you mean\n{listed(near)}"
        if near
        else f"`sourcebook find {words.split(maxsplit=1)[0] if words.split() else 'WORDS'}` searches for it"
    )
    msg = f"No entity has the id or the name “{words[:80]}”. {hint}"
    raise SourcebookError(msg)


def similar(kb: KnowledgeBase, words: str, kinds: tuple[str, ...] = ()) -> list[Entity]:
    """At most three entities whose id, name or alias is like the words, the most similar first."""
    names: list[str] = []
    owners: list[Entity] = []
    for each in kb.entities.values():
        if kb.schema.is_a(each.type, kinds):
            own = {each.id, same(each.name), *(same(one.text) for one in each.aliases)}
            names += own
            owners += [each] * len(own)
    found = process.extract(same(words)[:200], names, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=12)
    return list({owners[index].id: owners[index] for _, _, index in sorted(found, key=lambda one: (-one[1], one[2]))}.values())[:3]


def listed(entities: Iterable[Entity]) -> str:
    """A line for each entity: its id, type, name and file."""
    rows = [(each.id, each.type, each.name, each.path) for each in entities]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(f"  {a:{widths[0]}}  {b:{widths[1]}}  {c:{widths[2]}}  {d}" for a, b, c, d in rows)


def article_named(kb: KnowledgeBase, words: str) -> Article:
    """The article of an id or a title.

    Raises:
        SourcebookError: If there is none or if there are several.
    """
    if words in kb.articles:
        return kb.articles[words]
    found = [each for each in kb.articles.values() if each.title and same(each.title) == same(words)]
    if len(found) == 1:
        return found[0]
    if found:
        msg = f"“{words[:80]}” is the title of {len(found)} articles: write the id of the one you mean: {', '.join(each.id for each in found)}"
        raise SourcebookError(msg)
    few = ", ".join(list(kb.articles)[:8])
    hint = did_you_mean(words, kb.articles) or (
        f"There are: {few}{', …' if len(kb.articles) > 8 else ''}." if few else "Add one with `sourcebook ingest`."
    )
    msg = f"No article has the id “{words[:80]}”. {hint}"
    raise SourcebookError(msg)


def type_named(schema: Schema, words: str) -> Type:
    """The type of a name, a plural or a label.

    Raises:
        SourcebookError: If there is none.
    """
    for each in schema.types.values():
        if same(words) in {each.name, each.plural, same(each.label), same(each.plural_label)}:
            return each
    hint = did_you_mean(words, [*schema.types, *schema.folder_types()])
    msg = f"There is no type “{words[:60]}”. {hint + ' ' if hint else ''}Types: {', '.join(schema.types)}"
    raise SourcebookError(msg)


def ids_free(kb: KnowledgeBase, entity_id: str) -> None:
    """Nothing, if no entity has or had the id.

    Raises:
        SourcebookError: If one has.
    """
    standing = kb.resolve(entity_id)
    if standing:
        how = "is the id of" if standing.id == entity_id else "was the id of what is now"
        msg = f"`{entity_id}` {how} {standing.name} ({standing.path}): choose another with --id"
        raise SourcebookError(msg)
    if entity_id in kb.articles:
        msg = f"`{entity_id}` is the id of an article, and links would lead there: choose another with --id"
        raise SourcebookError(msg)


def homonyms(kb: KnowledgeBase, names: Sequence[str]) -> list[Entity]:
    """The entities that share one of the names."""
    return list({each.id: each for name in names for each in bearers(kb, name)}.values())
