"""Changes between versions in the words of the site, as HTML."""

from collections.abc import Sequence
from dataclasses import replace

from sourcebook.model.changes import COUNTED, Action, Change, What, counts, told
from sourcebook.model.facts import Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Text, Value
from sourcebook.render.interface import count, say
from sourcebook.render.markup import isolated, plain
from sourcebook.render.words import article_link, entity_link, label_words, qualifier_words, value_words

LONGEST = 160
"""Code points of a text that people wrote, in a sentence."""


def change_words(kb: KnowledgeBase, change: Change, base: str) -> str:
    """A change as a sentence, with the names that things have now."""
    followed = _followed(kb, change)
    template, holes = told(followed)
    filled: dict[str, str] = {}
    for name, hole in holes.items():
        match hole:
            case Fact():
                filled[name] = fact_words(kb, hole, base)
            case tuple():
                filled[name] = "; ".join(f"{entity_link(kb, each.subject, base)} {fact_words(kb, each, base)}" for each in hole)
            case _:
                filled[name] = _text(kb, followed, name, hole, base)
    return say(kb, template, **filled)


def _followed(kb: KnowledgeBase, change: Change) -> Change:
    """The change, as one of an id only if both values mean what is one entity now."""
    one, other = ((fact.target if fact else None) or "" for fact in (change.fact_before, change.fact_after))
    if change.what is What.VALUE and change.action is Action.CHANGED and one and other and kb.resolve(one) is kb.resolve(other) is not None:
        return replace(change, action=Action.RENAMED, before=one, after=other)
    return change


def fact_words(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """A fact without its subject, whether or not the schema still knows its property."""
    known = kb.schema.properties.get(fact.property)
    label = label_words(kb, known.label) if known else plain(fact.property)
    details = qualifier_words(kb, fact, base)
    return f'<span class="sb-property">{label}</span> {_value(kb, fact.value, base)}{f" ({details})" if details else ""}'


def _value(kb: KnowledgeBase, value: Value, base: str) -> str:
    return isolated(_short(value.text)) if isinstance(value, Text) else value_words(kb, value, base)


def _text(kb: KnowledgeBase, change: Change, hole: str, text: str, base: str) -> str:
    if hole == "key":
        qualifier = kb.schema.qualifiers.get(text) if change.what is What.QUALIFIER else None
        return label_words(kb, qualifier.label) if qualifier else f"<code>{plain(text)}</code>" if text else ""
    if hole == "source":
        article = kb.articles.get(text)
        return article_link(article, base) if article else isolated(text)
    if hole not in {"before", "after"}:
        return isolated(_short(text))
    return _side(kb, change, change.fact_before if hole == "before" else change.fact_after, text, base) or f"<em>{say(kb, 'nothing')}</em>"


def _side(kb: KnowledgeBase, change: Change, fact: Fact | None, text: str, base: str) -> str:
    """What was or is there."""
    match change.what:
        case What.VALUE if fact and change.action is Action.CHANGED:
            return _value(kb, fact.value, base)
        case What.QUALIFIER if fact:
            return ", ".join(value_words(kb, each, base) for each in fact.qualifiers.get(change.key, ()))
        case What.ENTITY if change.action is not Action.RENAMED:
            return entity_link(kb, text, base)
        case What.CITATION if change.key == "by":
            return entity_link(kb, text, base) if text else say(kb, "the author")
        case _:
            return isolated(_short(text)) if text else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def counted(kb: KnowledgeBase, changes: Sequence[Change]) -> str:
    """How many changes there are of which kind, in words."""
    return ", ".join(count(kb, number, *COUNTED[name]) for name, number in counts(changes).items())
