"""What is most asked of an entity, beside its summary."""

from collections.abc import Iterator

from sourcebook.model.facts import Entity, Fact, Rank
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import fact_address
from sourcebook.render.components.maps import locator
from sourcebook.render.interface import say
from sourcebook.render.markup import isolated, outside, plain
from sourcebook.render.words import date_words, entity_link, heading_words, qualifier_words, unreviewed_mark, value_words

MOST_ROWS = 7
MOST_VALUES = 4
_REGISTERS = {"wikidata": "https://www.wikidata.org/wiki/", "geonames": "https://www.geonames.org/", "viaf": "https://viaf.org/viaf/"}


def infobox(kb: KnowledgeBase, entity: Entity, base: str, part: int = 1) -> str:
    """A table of at most seven rows as an HTML block, with a map if the entity is somewhere; "" if nothing is known."""
    if part > 1:
        return ""
    rows = list(_rows(kb, entity, base))[:MOST_ROWS]
    drawing = locator(kb, entity)
    if not rows and not drawing:
        return ""
    body = "".join(f'<tr><th scope="row">{label}</th><td>{value}</td></tr>' for label, value in rows)
    table = f'<table class="sb-rows"><caption>{isolated(entity.name)}</caption><tbody>{body}</tbody></table>' if body else ""
    return f'<div class="sb-infobox" data-search-exclude>{drawing}{table}</div>\n\n'


def _rows(kb: KnowledgeBase, entity: Entity, base: str) -> Iterator[tuple[str, str]]:
    kind = kb.schema.types[entity.type]
    if entity.when:
        yield say(kb, "Date"), date_words(kb, entity.when)
    elif "when" in kb.schema.keys_of(entity.type):
        yield say(kb, "Date"), f"<em>{say(kb, 'not stated in the sources')}</em>"
    if entity.kind:
        yield say(kb, "Kind"), plain(entity.kind)
    if entity.status:
        yield say(kb, "Status"), plain(entity.status)
    for name in kind.infobox:
        found = [each for each in kb.facts_about(entity.id) if each.property == name and each.rank is not Rank.DEPRECATED]
        if found:
            yield heading_words(kb, kb.schema.properties[name].label), _values(kb, found, base)
    inverses = [
        each
        for each in kb.schema.properties.values()
        if each.name in {"partner", "participant", "chaired_by"} and each.name not in kind.infobox
    ]
    for each in inverses:
        found = sorted((fact for fact in kb.facts_naming(entity.id) if fact.property == each.name), key=lambda one: bool(one.auto))
        # Of several facts of one subject, a reviewed one counts.
        first = {fact.subject: fact for fact in reversed(found)}
        subjects = list(dict.fromkeys(fact.subject for fact in kb.facts_naming(entity.id) if fact.property == each.name))
        if subjects:
            label = kb.schema.inverse_label(each, kb.entities[subjects[0]].type)
            shown = "<br>".join(entity_link(kb, subject, base) + unreviewed_mark(kb, first[subject]) for subject in subjects[:MOST_VALUES])
            yield heading_words(kb, label), shown + _more(kb, len(subjects))
    if entity.same_as:
        yield say(kb, "Elsewhere"), "<br>".join(identifier(each) for each in entity.same_as[:MOST_VALUES])


def _values(kb: KnowledgeBase, found: list[Fact], base: str) -> str:
    shown = list(dict.fromkeys(f"{_value(kb, each, base)}{_why(kb, each, base)}" for each in found))
    return "<br>".join(shown[:MOST_VALUES]) + _more(kb, len(shown))


def _why(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """The way to the words that a value rests on; where scripts run, they are shown on hover."""
    label = say(kb, "Show the words")
    return f' <a class="sb-why" href="{fact_address(kb, fact, base)}" aria-label="{label}">❞</a>'


def _value(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    qualifiers = qualifier_words(kb, fact, base, without=frozenset({"note", "during", "with", "count"}))
    return f"{value_words(kb, fact.value, base)}{f' <small>({qualifiers})</small>' if qualifiers else ''}{unreviewed_mark(kb, fact)}"


def _more(kb: KnowledgeBase, number: int) -> str:
    return f"<br><small>{say(kb, 'and {n} more below', n=number - MOST_VALUES)}</small>" if number > MOST_VALUES else ""


def identifier(text: str) -> str:
    """A link to the same thing elsewhere: `wikidata:Q836`, or an address."""
    register, _, number = text.partition(":")
    if register in _REGISTERS:
        return outside(f"{plain(register.capitalize())} {plain(number)}", _REGISTERS[register] + number)
    return outside(plain(text), text)
