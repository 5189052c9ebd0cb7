"""Facts grouped by property: what is said, who says it and how, and the quote."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sourcebook.model.facts import Entity, Fact, Rank
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.values import Kind
from sourcebook.render.footnotes import Footnotes
from sourcebook.render.markup import plain
from sourcebook.render.words import attribution, entity_link, qualifier_words, value_words

RANKS = {Rank.PREFERRED: "preferred by the editors", Rank.DEPRECATED: "held to be wrong or outdated by the editors"}


def facts(kb: KnowledgeBase, entity: Entity, base: str, notes: Footnotes) -> str:
    """The entity's own facts and the inverses of others', a section for each property; Markdown."""
    own = [(kb.schema.properties[each.property].label, each, value_words(kb, each.value, base)) for each in kb.facts_about(entity.id)]
    seen = {each.property for each in kb.facts_about(entity.id)}
    incoming = []
    for fact in kb.facts_naming(entity.id):
        each = kb.schema.properties[fact.property]
        incoming.append((kb.schema.inverse_label(each, kb.entities[fact.subject].type), fact, entity_link(kb, fact.subject, base)))
    incoming.sort(key=lambda one: (kb.schema.properties[one[1].property].order, one[0]))
    # A symmetric property has one heading, whichever of the two pages the fact is written on.
    merged = [one for one in incoming if one[1].property in seen and kb.schema.properties[one[1].property].symmetric]
    rest = [one for one in incoming if one not in merged]
    order = {name: index for index, name in enumerate(dict.fromkeys(label for label, _, _ in own))}
    rows = sorted([*own, *merged], key=lambda one: order[one[0]])
    sections = [_section(kb, label, list(each), entity, base, notes) for label, each in groupby([*rows, *rest], key=lambda one: one[0])]
    return "## What the sources say\n\n" + "\n".join(sections) if sections else ""


def _section(kb: KnowledgeBase, label: str, rows: Iterable[tuple[str, Fact, str]], entity: Entity, base: str, notes: Footnotes) -> str:
    items = "\n".join(
        fact_item(kb, fact, value, base, notes, anchor=f"f-{fact.id}" if fact.subject == entity.id else "") for _, fact, value in rows
    )
    return f"### {plain(label[:1].upper() + label[1:])}\n\n{items}\n"


def fact_item(kb: KnowledgeBase, fact: Fact, value: str, base: str, notes: Footnotes, *, anchor: str = "") -> str:
    """One fact as an item of a Markdown list."""
    kind = kb.schema.properties[fact.property].kind
    shown = f'<q class="sb-said">{value}</q>' if kind is Kind.QUOTE else f'<span class="sb-value">{value}</span>'
    qualifiers = qualifier_words(kb, fact, base)
    marks = "".join(notes.mark(each) for each in fact.citations)
    state = "".join(f' <span class="sb-mark">{words}</span>' for words in _state(fact))
    css = " .sb-deprecated" if fact.rank is Rank.DEPRECATED else ""
    head = f"{shown}{f' <span class=sb-qualifiers>({qualifiers})</span>' if qualifiers else ''}{marks}{state}"
    said = "<br>".join(dict.fromkeys(f'<span class="sb-says">{attribution(kb, each, base)}</span>' for each in fact.citations))
    why = f'<br><span class="sb-says">Editors: {RANKS[fact.rank]}, because {plain(fact.why)}</span>' if fact.rank in RANKS else ""
    attributes = f"{{: {f'#{anchor} ' if anchor else ''}.sb-fact{css} }}"
    return f"* {head}<br>{said}{why}\n{attributes}" if said or why else f"* {head}\n{attributes}"


def _state(fact: Fact) -> Iterator[str]:
    if fact.auto:
        yield "proposed by the loader, not yet reviewed"
    if fact.rank is Rank.DEPRECATED:
        yield "deprecated"


def beside(kb: KnowledgeBase, entity: Entity, base: str, notes: Footnotes) -> str:
    """Facts of others in which this entity is a circumstance: what happened during a visit, who holds an office of a country."""
    found = kb.facts_beside(entity.id)
    if not found:
        return ""
    items = "\n".join(fact_item(kb, each, sentence(kb, each, base), base, notes) for each in found)
    return f"## Connected facts\n\n{items}\n"


def sentence(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    """A fact as "subject - property - value", linked."""
    label = plain(kb.schema.properties[fact.property].label)
    return f"{entity_link(kb, fact.subject, base)} <span class=sb-property>{label}</span> {value_words(kb, fact.value, base)}"
