"""What a thing is, in a line, where there is no room for its page: in previews and among the results of a search."""

import re
from collections.abc import Iterator

from sourcebook.model.articles import Article
from sourcebook.model.facts import Entity, Fact, Rank, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.schema import Property
from sourcebook.model.values import Kind
from sourcebook.render.components.infobox import OTHER
from sourcebook.render.interface import date_text, text
from sourcebook.render.markup import beginning
from sourcebook.render.words import OVER, doubts

LONGEST = 140
"""Code points."""
MOST_VALUES = 2
_TOGETHER = frozenset({"participant", "party", "partner"})
"""Properties that say with whom something is."""
_GOES_ON = re.compile(r"ed\Z|\b(?:in|of|to|by|with|at|from|on|for)\Z")
"""A label that the value goes on with, "located in" and "visited"; others name the value, "home port"."""


def description(kb: KnowledgeBase, thing: Entity | Article) -> str:
    """The summary of an entity, else what the table of its type says of it; of an article, what it is, whose, and of which day."""
    if isinstance(thing, Article):
        author = kb.resolve(thing.author) if thing.author else None
        whose = author.name if author else thing.author or thing.publisher
        day = date_text(kb, thing.issued) if thing.issued else ""
        return beginning(", ".join(each for each in (text(kb, thing.genre), whose, day) if each), LONGEST)
    return beginning(thing.summary or "; ".join(_parts(kb, thing)), LONGEST)


def _parts(kb: KnowledgeBase, entity: Entity) -> Iterator[str]:
    columns = kb.schema.types[entity.type].columns
    own = [getattr(entity, name) for name in ("kind", "status") if name in columns]
    day = [date_text(kb, entity.when)] if entity.when and "when" in columns else []
    # "treaty, 1868": what it is comes before when it was, in whatever order the table has them.
    yield from filter(None, [", ".join([*(each for each in own if each and each != OTHER), *day])])
    for name in columns:
        known = kb.schema.properties.get(name)
        if known is None:
            continue
        facts = (each for each in kb.facts_about(entity.id) if each.property == name and _holds(entity, each))
        found = list({value.casefold(): value for value in (_value(kb, each) for each in facts)}.values())
        if found:
            yield _said(kb, known, found)


def _said(kb: KnowledgeBase, known: Property, found: list[str]) -> str:
    """What facts say, as one would put it: "located in Bandung", "with China and Siam", "home port: Rome", "Ambassador"."""
    values = ", ".join(found[:MOST_VALUES]) + (", …" if len(found) > MOST_VALUES else "")
    if known.kind is Kind.ENTITY and len(found) > 1:
        template = text(kb, "{a} and {b}" if len(found) == MOST_VALUES else "{a}, {b} and others")
        values = template.replace("{a}", found[0]).replace("{b}", found[1])
    if known.kind in {Kind.TEXT, Kind.QUOTE, Kind.ENUM}:
        return values
    if known.name in _TOGETHER:
        return f"{text(kb, 'with')} {values}"
    return f"{text(kb, known.label)}{' ' if _GOES_ON.search(known.label) else ': '}{values}"


def _holds(entity: Entity, fact: Fact) -> bool:
    """Whether a fact can stand without its words: nobody doubts it, and it is reviewed as much as the entity is."""
    return fact.rank is not Rank.DEPRECATED and set(doubts(fact)) <= {*OVER} and (not fact.auto or bool(entity.auto))


def _value(kb: KnowledgeBase, fact: Fact) -> str:
    other = kb.resolve(fact.target) if fact.target else None
    over = "".join(f" ({text(kb, each)})" for each in doubts(fact))
    return (other.name if other else value_text(fact.value)) + over
