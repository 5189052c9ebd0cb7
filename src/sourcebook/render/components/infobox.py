"""What is most asked of an entity, beside its summary."""

from collections.abc import Iterator

from sourcebook.model.facts import Entity, Fact, Rank, Stance, value_text
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import fact_address
from sourcebook.render.components.maps import locator
from sourcebook.render.interface import say
from sourcebook.render.markup import isolated, outside, plain
from sourcebook.render.words import (
    OVER,
    STANCES,
    date_words,
    doubt_marks,
    doubts,
    entity_link,
    heading_words,
    label_words,
    qualifier_words,
    together,
    unreviewed_mark,
    value_words,
)

MOST_ROWS = 7
MOST_VALUES = 4
INVERSES = frozenset({"partner", "participant", "chaired_by"})
"""Properties of others that say much of those that they name."""
OTHER = "other"
"""The kind of what is of no kind that the schema knows."""
Said = tuple[str, Fact]
"""A value as HTML, and a fact that says so."""
_REGISTERS = {"wikidata": "https://www.wikidata.org/wiki/", "geonames": "https://www.geonames.org/", "viaf": "https://viaf.org/viaf/"}


def infobox(kb: KnowledgeBase, entity: Entity, base: str, part: int = 1) -> str:
    """A table of at most seven rows as an HTML block, with a map if the entity is somewhere; "" if nothing is known."""
    if part > 1:
        return ""
    known = list(_known(kb, entity, base))
    # Where nobody reviewed anything, that is said once.
    new = all(fact.auto for _, found in known for _, fact in found)
    rows = [*_record(kb, entity), *((label, _values(kb, found, base, new=new)) for label, found in known)]
    if entity.same_as:
        rows.append((say(kb, "Elsewhere"), "<br>".join(identifier(each) for each in entity.same_as[:MOST_VALUES])))
    drawing = locator(kb, entity)
    if not rows and not drawing:
        return ""
    body = "".join(f'<tr><th scope="row">{label}</th><td>{value}</td></tr>' for label, value in rows[:MOST_ROWS])
    mark = unreviewed_mark(kb, known[0][1][0][1]) if known and new else ""
    table = f'<table class="sb-rows"><caption>{isolated(entity.name)}{mark}</caption><tbody>{body}</tbody></table>' if body else ""
    return f'<div class="sb-infobox" data-search-exclude>{drawing}{table}</div>\n\n'


def _record(kb: KnowledgeBase, entity: Entity) -> Iterator[tuple[str, str]]:
    """What the entity's file says of it besides facts."""
    if entity.when:
        yield say(kb, "Date"), date_words(kb, entity.when)
    elif "when" in kb.schema.keys_of(entity.type):
        yield say(kb, "Date"), f"<em>{say(kb, 'not stated in the sources')}</em>"
    if entity.kind and entity.kind != OTHER:
        yield say(kb, "Kind"), plain(entity.kind)
    if entity.status:
        yield say(kb, "Status"), plain(entity.status)


def _known(kb: KnowledgeBase, entity: Entity, base: str) -> Iterator[tuple[str, list[Said]]]:
    """What is most asked of the entity's type, each kind behind its label: its own facts, then those of others that name it."""
    kind = kb.schema.types[entity.type]
    for name in kind.infobox:
        own = [each for each in kb.facts_about(entity.id) if each.property == name and each.rank is not Rank.DEPRECATED]
        if own:
            yield heading_words(kb, kb.schema.properties[name].label), [(_value(kb, each, base), each) for each in own]
    for each in kb.schema.properties.values():
        if each.name not in INVERSES or each.name in kind.infobox:
            continue
        others = [fact for fact in kb.facts_naming(entity.id) if fact.property == each.name and fact.rank is not Rank.DEPRECATED]
        if others:
            label = kb.schema.inverse_label(each, kb.entities[others[0].subject].type)
            yield heading_words(kb, label), [(entity_link(kb, fact.subject, base) + _unless_active(kb, fact), fact) for fact in others]


def _values(kb: KnowledgeBase, found: list[Said], base: str, *, new: bool) -> str:
    """Each value once; of several facts that say the same, those count that somebody reviewed, if there are any."""
    facts: dict[str, list[Fact]] = {}
    for value, fact in found:
        facts.setdefault(value, []).append(fact)
    told = {value: together([each for each in same if not each.auto] or same) for value, same in list(facts.items())[:MOST_VALUES]}
    shown = [
        f"<div><span>{value}{'' if _told_by_status(fact) else doubt_marks(kb, fact)}{'' if new else unreviewed_mark(kb, fact)}</span>{_why(kb, fact, base)}</div>"
        for value, fact in told.items()
    ]
    return "".join(shown) + _more(kb, len(facts))


def _unless_active(kb: KnowledgeBase, fact: Fact) -> str:
    """The status of a fact of somebody else, of which nothing else is told here; what is active needs no word."""
    status = fact.qualifier("status")
    told = value_text(status) if status else "active"
    return "" if told == "active" else f" <small>({label_words(kb, told)})</small>"


def _told_by_status(fact: Fact) -> bool:
    """Whether its status, which stands beside the value, says all that there is to doubt."""
    status = fact.qualifier("status")
    told = value_text(status) if status else ""
    return doubts(fact) == ([told] if told in OVER else [STANCES[Stance.PLAN]] if told in {"planned", "proposed"} else [])


def _why(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """The way to the words that a value rests on; where scripts run, they are shown on hover."""
    label = say(kb, "Show the words")
    return f'<a class="sb-why" href="{fact_address(kb, fact, base)}" aria-label="{label}">❞</a>'


def _value(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    qualifiers = qualifier_words(kb, fact, base, without=frozenset({"note", "during", "with", "count"}))
    return f"{value_words(kb, fact.value, base)}{f' <small>({qualifiers})</small>' if qualifiers else ''}"


def _more(kb: KnowledgeBase, number: int) -> str:
    return f"<small>{say(kb, 'and {n} more below', n=number - MOST_VALUES)}</small>" if number > MOST_VALUES else ""


def identifier(text: str) -> str:
    """A link to the same thing elsewhere: `wikidata:Q836`, or an address."""
    register, _, number = text.partition(":")
    if register in _REGISTERS:
        return outside(f"{plain(register.capitalize())} {plain(number)}", _REGISTERS[register] + number)
    return outside(plain(text), text)
