"""What happened when: on the page of an entity, and all of it on a page of its own."""

import html
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from sourcebook.model.dates import Date
from sourcebook.model.facts import Entity, Fact, value_text
from sourcebook.model.gists import Day
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import marked_sentence, permalink, words_link
from sourcebook.render.interface import say, text
from sourcebook.render.markup import front_matter, plain
from sourcebook.render.pages import HUBS, LISTED, TIMELINE, Page, part_of, part_uri
from sourcebook.render.words import crumbs, date_words, entity_link, label_words, pager


def entity_timeline(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    """Dated facts and events that concern the entity, in order; "" for fewer than two."""
    found = dated(kb, entity)
    if len(found) < 2:
        return ""
    items = before = ""
    for _, each in part_of(found, part):
        if isinstance(each, Fact):
            day, words = _when(kb, each, each.when) if each.when else "", marked_sentence(kb, each, base)
        else:
            day, words = date_words(kb, each.when) if each.when else "", entity_link(kb, each.id, base)
        # What is of one day stands below it.
        items += f"<li>{'' if day == before else f'{day} '}{words}</li>"
        before = day
    return f'## {say(kb, "Timeline")}\n\n<ol class="sb-timeline" data-search-exclude>{items}</ol>\n\n' if items else ""


def dated(kb: KnowledgeBase, entity: Entity) -> Sequence[tuple[Day, Fact | Entity]]:
    """The facts and events with dates that concern an entity, in the order of time."""
    return _dated(kb, entity.id)


@lru_cache(maxsize=HUBS)
def _dated(kb: KnowledgeBase, entity_id: str) -> Sequence[tuple[Day, Fact | Entity]]:
    entity = kb.entities[entity_id]
    found: dict[tuple[Day, str], Fact | Entity] = {}
    events: dict[tuple[Day, str], Fact | Entity] = {}
    for fact in (*kb.facts_about(entity.id), *kb.facts_naming(entity.id), *kb.facts_beside(entity.id)):
        if fact.when:
            found[fact.when.earliest, f"{fact.subject} {fact.property} {value_text(fact.value)}"] = fact
        for name in (fact.subject, fact.target):
            other = kb.resolve(name) if name and name != entity.id else None
            if other and other.when:
                events[other.when.earliest, other.id] = other
    return [(moment, each) for (moment, _), each in sorted({**found, **events}.items(), key=lambda one: one[0])]


def timeline(kb: KnowledgeBase, part: int = 1) -> Page:
    """All dated events and facts, year by year; then the events whose date no source states."""
    base = part_uri(TIMELINE, part)
    pages = moments_of_pages(kb)
    parts = len(pages)
    years: list[str] = []
    for year, group in groupby(pages[part - 1], key=lambda one: one[0][0]):
        items = "".join(f"<li>{_line(kb, kb.entities[name], number)}</li>" for *_, name, number in group)
        years.append(f'## {_year(kb, year)}\n\n<ol class="sb-timeline">{items}</ol>\n\n')
    undated = all_undated(kb) if part == parts else []
    without = "".join(f"<li>{entity_link(kb, each.id, base)}</li>" for each in undated[:LISTED])
    more = f"<li>{say(kb, 'and {n} more', n=len(undated) - LISTED)}</li>" if len(undated) > LISTED else ""
    rest = f"## {say(kb, 'Date not stated in the sources')}\n\n<ul>{without}{more}</ul>\n\n" if without else ""
    title = text(kb, "Timeline")
    lead = say(kb, "Dates are as precise as the sources state them, and no more.")
    empty = "" if years or without else say(kb, "No source states a date yet.")
    ways, below = (pager(kb, TIMELINE, part, parts, again=each) for each in (False, True))
    body = f"{crumbs(base, None, kb)}# {plain(title)}\n\n{lead}\n\n{ways}{empty}\n\n{''.join(years)}{rest}{below}"
    return Page(uri=base, title=title, markdown=front_matter(title=title, description=html.unescape(lead), hide='["navigation"]') + body)


Moment = tuple[Day, Day, str, str, int]
"""A fact or an entity with a date: when it was at the earliest and the latest, what it says, its entity, and the number of the fact there;
-1 is the entity itself."""


@lru_cache(maxsize=1)
def moments_of_pages(kb: KnowledgeBase) -> Sequence[Sequence[Moment]]:
    """Everything that has a date, in the order of time, by pages."""
    every = sorted((first, last, says, name, number) for name, gist in kb.gists.items() for first, last, says, number in gist.moments)
    return list(_cut(every, 1)) or [()]


def _cut(moments: Sequence[Moment], depth: int) -> Iterator[Sequence[Moment]]:
    """As many whole years (1), months (2) or days (3) on each page as there is room for; a longer one is cut by the next smaller.

    Were pages of one length, one more moment would move the last of each page to the next.
    """
    page: list[Moment] = []
    for _, group in groupby(moments, key=lambda one: one[0][:depth]):
        rows = list(group)
        if page and len(page) + len(rows) > LISTED:
            yield page
            page = []
        if len(rows) <= LISTED:
            page += rows
        elif depth < len(rows[0][0]):
            yield from _cut(rows, depth + 1)
        else:
            yield from (rows[at : at + LISTED] for at in range(0, len(rows), LISTED))
    if page:
        yield page


def all_undated(kb: KnowledgeBase) -> list[Entity]:
    """What happened, but no source says when."""
    names = [each.name for each in kb.schema.types.values() if "when" in kb.schema.keys_of(each.name)]
    return [each for name in names for each in kb.of_type(name) if each.when is None]


def lines(kb: KnowledgeBase, entity: Entity) -> Iterator[tuple[int, str]]:
    """What an entity adds to the timeline: numbers as in `Moment`, and HTML."""
    return ((number, _line(kb, entity, number)) for *_, number in kb.gists[entity.id].moments)


def _line(kb: KnowledgeBase, entity: Entity, number: int) -> str:
    """A moment; the same on all pages, which stand beside each other."""
    if number < 0:
        return f"{date_words(kb, entity.when) if entity.when else ''} {entity_link(kb, entity.id, TIMELINE)}"
    fact = entity.facts[number]
    when = _when(kb, fact, fact.when) if fact.when else ""
    return f"{when} {marked_sentence(kb, fact, TIMELINE)} {permalink(kb, fact, TIMELINE)} {words_link(kb, fact, TIMELINE)}"


def _year(kb: KnowledgeBase, year: int) -> str:
    if year == 0 or year < -9000:
        return say(kb, "Earlier")
    return str(year) if year > 0 else plain(f"{1 - year} BC")


def _when(kb: KnowledgeBase, fact: Fact, when: Date) -> str:
    """The date of a fact, and whether something began or ended then."""
    word = next((each for each in ("from", "until") if fact.qualifier(each) is when and not fact.qualifier("when")), "")
    return f'<span class="sb-when">{label_words(kb, word)} {date_words(kb, when)}</span>' if word else date_words(kb, when)
