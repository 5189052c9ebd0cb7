"""What happened when: on the page of an entity, and all of it on a page of its own."""

import html
from collections.abc import Iterator
from itertools import groupby

from sourcebook.model.dates import Date
from sourcebook.model.facts import Entity, Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import permalink, sentence, words_link
from sourcebook.render.interface import say, text
from sourcebook.render.markup import front_matter, plain
from sourcebook.render.pages import TIMELINE, Page
from sourcebook.render.words import crumbs, date_words, entity_link, label_words

Moment = tuple[int, int, int]


def entity_timeline(kb: KnowledgeBase, entity: Entity, base: str) -> str:
    """Dated facts and events that concern the entity, in order; "" for fewer than two."""
    found = [*kb.facts_about(entity.id), *kb.facts_naming(entity.id), *kb.facts_beside(entity.id)]
    rows = {(each.when.earliest, sentence(kb, each, base)): _when(kb, each, each.when) for each in found if each.when}
    for each in found:
        for name in {each.subject, each.target} - {entity.id, None}:
            other = kb.resolve(str(name))
            if other and other.when:
                rows.setdefault((other.when.earliest, entity_link(kb, other.id, base)), date_words(kb, other.when))
    if len(rows) < 2:
        return ""
    items = "".join(f"<li>{when} {words}</li>" for (_, words), when in sorted(rows.items()))
    return f'## {say(kb, "Timeline")}\n\n<ol class="sb-timeline" data-search-exclude>{items}</ol>\n\n'


def timeline(kb: KnowledgeBase) -> Page:
    """All dated events and facts, year by year; then the events whose date no source states."""
    base = TIMELINE
    rows = sorted(_moments(kb, base), key=lambda one: (one[0].earliest, one[0].latest, one[1]))
    years: list[str] = []
    for year, group in groupby(rows, key=lambda one: one[0].earliest[0]):
        items = "".join(f"<li>{words}</li>" for _, words in group)
        years.append(f'## {_year(kb, year)}\n\n<ol class="sb-timeline">{items}</ol>\n\n')
    dated = [each.name for each in kb.schema.types.values() if "when" in kb.schema.keys_of(each.name)]
    undated = [each for name in dated for each in kb.of_type(name) if each.when is None]
    without = "".join(f"<li>{entity_link(kb, each.id, base)}</li>" for each in undated)
    rest = f"## {say(kb, 'Date not stated in the sources')}\n\n<ul>{without}</ul>\n\n" if without else ""
    title = text(kb, "Timeline")
    lead = say(kb, "Dates are as precise as the sources state them, and no more.")
    empty = "" if rows or without else say(kb, "No source states a date yet.")
    body = f"{crumbs(base, None, kb)}# {plain(title)}\n\n{lead}\n\n{empty}\n\n{''.join(years)}{rest}"
    return Page(uri=base, title=title, markdown=front_matter(title=title, description=html.unescape(lead), hide='["navigation"]') + body)


def _year(kb: KnowledgeBase, year: int) -> str:
    if year == 0 or year < -9000:
        return say(kb, "Earlier")
    return str(year) if year > 0 else plain(f"{1 - year} BC")


def _moments(kb: KnowledgeBase, base: str) -> Iterator[tuple[Date, str]]:
    for entity in kb.entities.values():
        if entity.when:
            yield entity.when, f"{date_words(kb, entity.when)} {entity_link(kb, entity.id, base)}"
    for fact in kb.facts():
        if fact.when:
            yield (
                fact.when,
                f"{_when(kb, fact, fact.when)} {sentence(kb, fact, base)} {permalink(kb, fact, base)} {words_link(kb, fact, base)}",
            )


def _when(kb: KnowledgeBase, fact: Fact, when: Date) -> str:
    """The date of a fact, and whether something began or ended then."""
    word = next((each for each in ("from", "until") if fact.qualifier(each) is when and not fact.qualifier("when")), "")
    return f"<small>{label_words(kb, word)}</small> {date_words(kb, when)}" if word else date_words(kb, when)
