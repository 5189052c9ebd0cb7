"""What is not settled: the page where an editor begins."""

from itertools import islice

from sourcebook.diagnostics import Place
from sourcebook.model.facts import Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.quality import Open, disagreements, orphans, single_source, speaker_unknown, unreviewed
from sourcebook.render.components.facts import sentence, words_link
from sourcebook.render.interface import count, say, text
from sourcebook.render.markup import front_matter, isolated, plain
from sourcebook.render.pages import OPEN_QUESTIONS, Page
from sourcebook.render.words import attribution, crumbs, entity_link, source_line

SHOWN = 200


def open_questions(kb: KnowledgeBase) -> Page:
    """Facts to review, speakers to find, sources that disagree, facts with one source, entities that nothing mentions."""
    base = OPEN_QUESTIONS
    lonely = _bounded(
        kb, [f"<li>{entity_link(kb, each, base)} {source_line(kb, Place(kb.entities[each].path))}</li>" for each in orphans(kb)]
    )
    proposed = [
        f"<li>{entity_link(kb, name, base)} {source_line(kb, each.place('auto'))}</li>" for name, each in kb.entities.items() if each.auto
    ]
    made = _bounded(kb, proposed)
    sections = [
        ("Sources that disagree", _bounded(kb, [_dispute(kb, each) for each in disagreements(kb)]), "No sources disagree."),
        ("Speaker unknown", _items(kb, speaker_unknown(kb)), "Every quotation has a speaker."),
        ("Not yet reviewed", _items(kb, unreviewed(kb)), "Every fact was reviewed by a person."),
        ("Entities not yet reviewed", f"<ul>{made}</ul>" if made else "", "Every entity was reviewed by a person."),
        (
            "Only one source",
            _items(kb, single_source(kb)),
            "Not looked for: facts with one source are only listed where several articles are held.",
        ),
        ("Nothing known", f"<ul>{lonely}</ul>" if lonely else "", "Every entity is mentioned somewhere."),
    ]
    body = "".join(f"## {say(kb, title)}\n\n{found or say(kb, none)}\n\n" for title, found, none in sections)
    title = text(kb, "Open questions")
    lead = say(kb, "What is not settled, and where to mend it.")
    meta = front_matter(title=title, description=text(kb, "What is unreviewed, unclear or in dispute"), hide='["navigation"]')
    return Page(uri=base, title=title, markdown=f"{meta}{crumbs(base, None, kb)}# {plain(title)}\n\n{lead}\n\n{body}")


def _bounded(kb: KnowledgeBase, rows: list[str]) -> str:
    more = f"<p>{say(kb, 'and {n} more', n=len(rows) - SHOWN)}</p>" if len(rows) > SHOWN else ""
    return "".join(rows[:SHOWN]) + (more if not rows or not rows[0].startswith("<li>") else more.replace("p>", "li>"))


def _items(kb: KnowledgeBase, found: Open) -> str:
    number, facts = found
    rows = "".join(
        f"<li>{sentence(kb, each, OPEN_QUESTIONS)} {source_line(kb, each.place)} {words_link(kb, each, OPEN_QUESTIONS)}{_doubt(kb, each)}</li>"
        for each in islice(facts, SHOWN)
    )
    if not rows:
        return ""
    more = f"<p>{say(kb, 'and {n} more', n=number - SHOWN)}</p>" if number > SHOWN else ""
    return f"{count(kb, number, '{n} fact', '{n} facts')}\n\n<ul>{rows}</ul>{more}"


def _doubt(kb: KnowledgeBase, fact: Fact) -> str:
    """Why the loader doubts a fact, which is then on no other page."""
    return f'<br><span class="sb-says">{say(kb, "Unsure: {why}", why=isolated(fact.unsure))}</span>' if fact.unsure else ""


def _dispute(kb: KnowledgeBase, facts: tuple[Fact, ...]) -> str:
    cells = "".join(
        f"<td>{sentence(kb, each, OPEN_QUESTIONS)}<br><small>{'<br>'.join(attribution(kb, one, OPEN_QUESTIONS) for one in each.citations)}</small> {source_line(kb, each.place)}</td>"
        for each in facts
    )
    return f'<div class="sb-table"><table class="sb-rows"><tbody><tr>{cells}</tr></tbody></table></div>'
