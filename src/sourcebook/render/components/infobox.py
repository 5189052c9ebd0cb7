"""What is most asked of an entity, beside its summary."""

from collections.abc import Iterator
from typing import NamedTuple

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
UNTOLD = frozenset({"note", "during", "with", "count"})
"""Qualifiers for which a row has no room."""
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
        most = _fullest(own)
        if most:
            yield heading_words(kb, kb.schema.properties[name].label), [(_value(kb, each, base), each) for each in most]
    for each in kb.schema.properties.values():
        if each.name not in INVERSES or each.name in kind.infobox:
            continue
        others = [fact for fact in kb.facts_naming(entity.id) if fact.property == each.name and fact.rank is not Rank.DEPRECATED]
        if others:
            label = kb.schema.inverse_label(each, kb.entities[others[0].subject].type)
            yield heading_words(kb, label), [(entity_link(kb, fact.subject, base) + _unless_active(kb, fact), fact) for fact in others]


class _Row(NamedTuple):
    """What a row shows of a fact: its value, what is told beside it, what is to doubt, and whether the loader alone says so."""

    value: str
    beside: frozenset[tuple[str, str]]
    doubts: tuple[str, ...]
    new: bool

    def says_less(self, other: "_Row") -> bool:
        """Whether another row says the same and more; what somebody has reviewed is not passed over for what nobody has."""
        return self.beside < other.beside and self.doubts == other.doubts and self.new >= other.new


def _fullest(facts: list[Fact]) -> list[Fact]:
    """Facts without words of which another says more: "president" where "President" is told with the land."""
    rows = [_row(each) for each in facts]
    alike: dict[str, dict[_Row, None]] = {}
    for row in rows:
        alike.setdefault(row.value, {})[row] = None
    # Where somebody went several times, each time counts.
    return [
        each for each, row in zip(facts, rows, strict=True) if each.target or not any(row.says_less(other) for other in alike[row.value])
    ]


def _row(fact: Fact) -> _Row:
    beside = frozenset((name, value_text(each)) for name, values in fact.qualifiers.items() if name not in UNTOLD for each in values)
    return _Row(value_text(fact.value).casefold(), beside, tuple(doubts(fact)), bool(fact.auto))


def _values(kb: KnowledgeBase, found: list[Said], base: str, *, new: bool) -> str:
    """Each value once; of several facts that say the same, those count that somebody reviewed, if there are any."""
    facts: dict[str, list[tuple[str, Fact]]] = {}
    for value, fact in found:
        # "President" and "president" are one office.
        facts.setdefault(value.casefold(), []).append((value, fact))
    told = {
        same[0][0]: together([each for _, each in same if not each.auto] or [each for _, each in same])
        for same in list(facts.values())[:MOST_VALUES]
    }
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
    qualifiers = qualifier_words(kb, fact, base, without=UNTOLD)
    return f"{value_words(kb, fact.value, base)}{f' <small>({qualifiers})</small>' if qualifiers else ''}"


def _more(kb: KnowledgeBase, number: int) -> str:
    return f"<small>{say(kb, 'and {n} more below', n=number - MOST_VALUES)}</small>" if number > MOST_VALUES else ""


def identifier(text: str) -> str:
    """A link to the same thing elsewhere: `wikidata:Q836`, or an address."""
    register, _, number = text.partition(":")
    if register in _REGISTERS:
        return outside(f"{plain(register.capitalize())} {plain(number)}", _REGISTERS[register] + number)
    return outside(plain(text), text)
