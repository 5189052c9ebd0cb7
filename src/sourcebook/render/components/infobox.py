"""What is most asked of an entity, beside its summary."""

from collections.abc import Iterator

from sourcebook.model.facts import Entity, Fact, Rank
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.markup import isolated, outside, plain
from sourcebook.render.words import date_words, entity_link, qualifier_words, value_words

MOST_ROWS = 7
MOST_VALUES = 4
_REGISTERS = {"wikidata": "https://www.wikidata.org/wiki/", "geonames": "https://www.geonames.org/", "viaf": "https://viaf.org/viaf/"}


def infobox(kb: KnowledgeBase, entity: Entity, base: str) -> str:
    """A table of at most seven rows as an HTML block; "" if nothing is known."""
    rows = list(_rows(kb, entity, base))[:MOST_ROWS]
    if not rows:
        return ""
    body = "".join(f"<tr><th scope=row>{label}</th><td>{value}</td></tr>" for label, value in rows)
    return f'<table class="sb-infobox" data-search-exclude><caption>{isolated(entity.name)}</caption><tbody>{body}</tbody></table>\n\n'


def _rows(kb: KnowledgeBase, entity: Entity, base: str) -> Iterator[tuple[str, str]]:
    kind = kb.schema.types[entity.type]
    if entity.when:
        yield "Date", date_words(entity.when)
    elif "when" in kb.schema.keys_of(entity.type):
        yield "Date", "<em>not stated in the sources</em>"
    if entity.kind:
        yield "Kind", plain(entity.kind)
    if entity.status:
        yield "Status", plain(entity.status)
    for name in kind.infobox:
        found = [each for each in kb.facts_about(entity.id) if each.property == name and each.rank is not Rank.DEPRECATED]
        if found:
            yield _label(kb, name), _values(kb, found, base)
    inverses = [
        each
        for each in kb.schema.properties.values()
        if each.name in {"partner", "participant", "chaired_by"} and each.name not in kind.infobox
    ]
    for each in inverses:
        subjects = list(dict.fromkeys(fact.subject for fact in kb.facts_naming(entity.id) if fact.property == each.name))
        if subjects:
            label = kb.schema.inverse_label(each, kb.entities[subjects[0]].type)
            shown = "<br>".join(entity_link(kb, subject, base) for subject in subjects[:MOST_VALUES])
            yield plain(label[:1].upper() + label[1:]), shown + _more(len(subjects))
    if entity.same_as:
        yield "Elsewhere", "<br>".join(identifier(each) for each in entity.same_as[:MOST_VALUES])


def _label(kb: KnowledgeBase, name: str) -> str:
    label = kb.schema.properties[name].label
    return plain(label[:1].upper() + label[1:])


def _values(kb: KnowledgeBase, found: list[Fact], base: str) -> str:
    shown = list(dict.fromkeys(_value(kb, each, base) for each in found))
    return "<br>".join(shown[:MOST_VALUES]) + _more(len(shown))


def _value(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    qualifiers = qualifier_words(kb, fact, base, without=frozenset({"note", "during", "with", "count"}))
    return f"{value_words(kb, fact.value, base)}{f' <small>({qualifiers})</small>' if qualifiers else ''}"


def _more(count: int) -> str:
    return f"<br><small>and {count - MOST_VALUES} more below</small>" if count > MOST_VALUES else ""


def identifier(text: str) -> str:
    """A link to the same thing elsewhere: `wikidata:Q836`, or an address."""
    register, _, number = text.partition(":")
    if register in _REGISTERS:
        return outside(f"{plain(register.capitalize())} {plain(number)}", _REGISTERS[register] + number)
    return outside(plain(text), text)
