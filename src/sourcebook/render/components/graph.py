"""Who is connected with whom: a small drawing on the page of an entity, and a page of all edges.

A drawing is SVG made at build time; each of its edges leads to the fact that it stands for, which is a cited line of text.
"""

import html
from collections.abc import Iterable
from itertools import islice

from sourcebook.model.facts import Entity, Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.components.facts import fact_address, first_quote, permalink, words_link
from sourcebook.render.components.indexes import table
from sourcebook.render.interface import count, say, text
from sourcebook.render.markup import attribute, front_matter, link, page_url, plain, relative
from sourcebook.render.pages import CONNECTIONS, GRAPH, LISTED, Page, entity_uri
from sourcebook.render.words import attribution, crumbs, entity_link, label_words, unreviewed_mark, value_words

WIDTH, ROW, EDGE = 420, 40, 84
"""Of the drawing, of the space for one neighbour, and how far from the middle the neighbours' names end; in units of the SVG."""
MOST = 7
"""Neighbours on each side."""
LONGEST = 19
"""Code points of a name in the drawing."""


def ego_graph(kb: KnowledgeBase, entity: Entity, base: str, part: int) -> str:
    """The entity with its nearest neighbours: on the left those whose facts name it, on the right those that its facts name."""
    if part > 1:
        return ""
    left = _by_neighbour(kb, ((fact.subject, fact) for fact in kb.facts_naming(entity.id)))
    right = _by_neighbour(kb, ((fact.target or "", fact) for fact in kb.facts_about(entity.id) if fact.target))
    left = [one for one in left if one[0] not in {name for name, _ in right}]
    if len(left) + len(right) < 2:
        return ""
    hidden = max(0, len(left) - MOST) + max(0, len(right) - MOST)
    left, right = left[:MOST], right[:MOST]
    height = ROW * max(len(left), len(right)) + 8
    middle = height / 2
    parts = [_side(kb, left, -1, height, base), _side(kb, right, 1, height, base)]
    name = plain(_short(entity.name, 16))
    centre = f'<circle cx="{WIDTH / 2:g}" cy="{middle:g}" r="7" class="sb-{entity.type}"/><text x="{WIDTH / 2:g}" y="{middle + 22:g}" text-anchor="middle" class="sb-ego">{name}</text>'
    label = say(kb, "Connections of {name}", name=attribute(entity.name))
    drawing = f'<svg viewBox="0 0 {WIDTH} {height + 16}" role="group" aria-label="{label}">{"".join(parts)}{centre}</svg>'
    more = f"<p>{count(kb, hidden, '{n} more neighbour in the text above', '{n} more neighbours in the text above')}</p>" if hidden else ""
    ask = link(say(kb, "How is this connected with something else?"), CONNECTIONS, base)
    note = f'<p class="sb-says">{say(kb, "Each line of the drawing leads to the fact that it stands for.")} {ask}</p>'
    return f'## {say(kb, "Connections")}\n\n<div class="sb-graph" data-search-exclude>{drawing}{more}{note}</div>\n\n'


def _by_neighbour(kb: KnowledgeBase, pairs: Iterable[tuple[str, Fact]]) -> list[tuple[str, list[Fact]]]:
    """Neighbours with the facts that connect them, those with most facts first."""
    found: dict[str, list[Fact]] = {}
    for name, fact in pairs:
        other = kb.resolve(name)
        if other:
            found.setdefault(other.id, []).append(fact)
    return sorted(found.items(), key=lambda one: (-len(one[1]), kb.entities[one[0]].name.casefold(), one[0]))


def _side(kb: KnowledgeBase, neighbours: list[tuple[str, list[Fact]]], way: int, height: float, base: str) -> str:
    parts = []
    side = WIDTH / 2 + way * EDGE
    x, bend = f"{side:g}", f"{WIDTH / 2 + way * EDGE * 0.45:g}"
    start, end = f"M{WIDTH / 2:g} {height / 2:g}C{bend} {height / 2:g} {bend}", f"{side - way * 3:g}"
    anchor = "start" if way > 0 else "end"
    arrow = "→ " if way > 0 else ""
    after = "" if way > 0 else " →"
    for number, (name, facts) in enumerate(neighbours):
        other = kb.entities[name]
        y = height / 2 + (number - (len(neighbours) - 1) / 2) * ROW
        path = f"{start} {y:g} {end} {y:g}"
        fact = facts[0]
        words = label_words(kb, kb.schema.properties[fact.property].label) + (f" +{len(facts) - 1}" if len(facts) > 1 else "")
        evidence = fact_address(kb, fact, base)
        target = attribute(relative(page_url(entity_uri(kb, other)), base))
        parts.append(
            f'<a xlink:href="{evidence}" href="{evidence}"><path d="{path}" class="sb-edge"/>'
            f'<text x="{x}" y="{y - 6:g}" text-anchor="{anchor}" class="sb-label">{arrow}{words}{after}</text></a>'
            f'<a xlink:href="{target}" href="{target}" class="sb-link sb-{other.type}"><text x="{x}" y="{y + 8:g}" text-anchor="{anchor}">{plain(_short(other.name, LONGEST))}</text></a>'
        )
    return "".join(parts)


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def graph(kb: KnowledgeBase) -> Page:
    """All edges as text; where scripts run, a drawing of them above."""
    base = GRAPH
    facts = (each for each in kb.facts() if each.target and kb.resolve(each.target))
    rows = "".join(_row(kb, each, base) for each in islice(facts, LISTED))
    title = text(kb, "Graph")
    lead = say(kb, "Every edge is a fact with its source. The drawing shows the same edges as the table.")
    body = table([say(kb, each) for each in ("From", "Property", "To", "Source")], rows)
    more = sum(kb.resolve(each) is not None for gist in kb.gists.values() for each in gist.values) - LISTED
    if more > 0:
        body += (
            count(kb, more, "{n} more edge stands on the page of its entity.", "{n} more edges stand on the pages of their entities.")
            + "\n\n"
        )
    ask = link(say(kb, "How are two of them connected?"), CONNECTIONS, base)
    drawing = '<div class="sb-drawing" data-sb-graph hidden></div>\n\n'
    page = f"{crumbs(base, None, kb)}# {plain(title)}\n\n{lead} {ask}\n\n{drawing}{body if rows else say(kb, 'No fact connects two entities yet.')}"
    return Page(
        uri=base, title=title, markdown=front_matter(title=title, description=html.unescape(lead), hide='["navigation", "toc"]') + page
    )


def _row(kb: KnowledgeBase, fact: Fact, base: str) -> str:
    cited = first_quote(kb, fact)
    source = f"{attribution(kb, cited, base)} {words_link(kb, fact, base)}" if cited else ""
    label = label_words(kb, kb.schema.properties[fact.property].label)
    return (
        f'<tr><th scope="row">{entity_link(kb, fact.subject, base)}</th><td>{label} {permalink(kb, fact, base)}{unreviewed_mark(kb, fact)}</td>'
        f"<td>{value_words(kb, fact.value, base)}</td><td>{source}</td></tr>"
    )


def connections(kb: KnowledgeBase) -> Page:
    """How two entities are connected: the shortest way from one to the other, each step with its words."""
    base = CONNECTIONS
    title = text(kb, "How are two connected?")
    lead = say(kb, "The shortest way from one entity to another, each step with the words it rests on.")
    without = say(
        kb, "This page needs JavaScript. The same edges stand in the {table}.", table=link(say(kb, "table of all edges"), GRAPH, base)
    )
    form = (
        f'<form class="sb-ask" data-sb-connections hidden><label>{say(kb, "From")} <input type="text" list="sb-names" name="a" autocomplete="off" required></label>'
        f'<label>{say(kb, "To")} <input type="text" list="sb-names" name="b" autocomplete="off" required></label><button type="submit">{say(kb, "Show")}</button>'
        f'<datalist id="sb-names"></datalist></form><div class="sb-answer" role="status" data-sb-answer></div>'
        f"<noscript><p>{without}</p></noscript>"
    )
    page = f"{crumbs(base, None, kb)}# {plain(title)}\n\n{lead}\n\n{form}\n\n"
    return Page(
        uri=base, title=title, markdown=front_matter(title=title, description=html.unescape(lead), hide='["navigation", "toc"]') + page
    )
