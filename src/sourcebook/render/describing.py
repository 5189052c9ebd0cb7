"""What a thing is, in a line, where there is no room for its page: in previews and among the results of a search."""

from collections.abc import Iterator

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Kind
from sourcebook.render.components.infobox import OTHER
from sourcebook.render.interface import date_text, text
from sourcebook.render.markup import beginning
from sourcebook.render.words import doubts

LONGEST = 140
"""Code points."""
MOST_VALUES = 2


def description(kb: KnowledgeBase, thing: Entity | Article) -> str:
    """The summary of an entity, else what the table of its type says of it; of an article, what it is, whose, and of which day."""
    if isinstance(thing, Article):
        author = kb.resolve(thing.author) if thing.author else None
        whose = author.name if author else thing.author or thing.publisher
        day = date_text(kb, thing.issued) if thing.issued else ""
        return beginning(", ".join(each for each in (text(kb, thing.genre), whose, day) if each), LONGEST)
    return beginning(thing.summary or "; ".join(_parts(kb, thing)), LONGEST)


def _parts(kb: KnowledgeBase, entity: Entity) -> Iterator[str]:
    for name in kb.schema.types[entity.type].columns:
        if name == "when":
            yield from [date_text(kb, entity.when)] if entity.when else []
        elif name in {"kind", "status"}:
            own = getattr(entity, name)
            yield from [own] if own and own != OTHER else []
        else:
            known = kb.schema.properties[name]
            facts = (each for each in kb.facts_about(entity.id) if each.property == name and _holds(entity, each))
            found = list({value.casefold(): value for value in (_value(kb, each) for each in facts)}.values())
            label = f"{text(kb, known.label)} " if known.kind is Kind.ENTITY else ""
            if found:
                yield label + ", ".join(found[:MOST_VALUES]) + (", …" if len(found) > MOST_VALUES else "")


def _holds(entity: Entity, fact: Fact) -> bool:
    """Whether a fact can stand without its words: nobody doubts it, and it is reviewed as much as the entity is."""
    return fact.rank is not Rank.DEPRECATED and not doubts(fact) and (not fact.auto or bool(entity.auto))


def _value(kb: KnowledgeBase, fact: Fact) -> str:
    other = kb.resolve(fact.target) if fact.target else None
    return other.name if other else value_text(fact.value)
