"""When and how things changed: on the page of an entity, all of it on a page of its own, and as a feed."""

import html
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from sourcebook.model.changes import Action, Change, Section, What
from sourcebook.model.facts import Entity
from sourcebook.model.history import Commit, History
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.render.changes import change_words, counted
from sourcebook.render.feeds import NO_DATE, atom, attribute, xml_text
from sourcebook.render.interface import count, say, text
from sourcebook.render.markup import front_matter, isolated, link, outside, page_url, plain
from sourcebook.render.pages import CHANGES, Page
from sourcebook.render.words import article_link, crumbs, date_words, entity_link

SHOWN = 3
"""Sentences on what changed of one thing in one commit; if there are more, their kinds are counted."""
MOST_ROWS = 8
"""Things of which it is told that they changed in one commit."""
FEED = "changes.xml"
_HEADINGS = {
    Section.FILES: "Files",
    Section.SCHEMA: "Schema",
    Section.SETTINGS: "Settings",
    Section.PAGES: "Pages",
}


def last_change(kb: KnowledgeBase, history: History, entity: Entity) -> str:
    """When an entity changed last and how, as an HTML block; "" where nobody knows."""
    commit = history.last.get(entity.path)
    pending = history.known and entity.path in history.uncommitted
    if commit is None:
        return _line(say(kb, "Not committed yet.")) if pending else ""
    changes = history.changes_of(entity.id, commit)
    new = [each for each in changes if each.what is What.ENTITY and each.action in {Action.ADDED, Action.PROPOSED}]
    when = date_words(kb, commit.date) if commit.date else say(kb, "at a time that is not known")
    lead = say(kb, "Added {when}" if new else "Last changed {when}", when=when)
    how = counted(kb, [each for each in changes if each not in new])
    places = [say(kb, "commit {id}", id=_commit(kb, commit))]
    if kb.settings.repository:
        path = quote(f"{history.prefix}{entity.path}")
        places.append(outside(say(kb, "all changes"), f"{_repository(kb)}/commits/{quote(kb.settings.branch)}/{path}"))
    since = f" {say(kb, 'Changed since then, and not committed yet.')}" if pending else ""
    return _line(f"{lead}{f': {how}' if how else ''} ({', '.join(places)}).{since}")


def _line(words: str) -> str:
    return f'<p class="sb-edit sb-history" data-search-exclude>{words}</p>\n\n'


def _repository(kb: KnowledgeBase) -> str:
    return kb.settings.repository.rstrip("/")


def _commit(kb: KnowledgeBase, commit: Commit) -> str:
    """The short id of a commit, as a link to it where the repository is known."""
    shown = f"<code>{plain(commit.short)}</code>"
    return outside(shown, f"{_repository(kb)}/commit/{commit.id}") if kb.settings.repository else shown


def changes(kb: KnowledgeBase, history: History) -> Page:
    """What is new since the reader's last visit, which only the browser knows; and the newest commits in words."""
    base = CHANGES
    title = text(kb, "What changed")
    lead = say(kb, "Facts that are new or gone since your last visit. Your browser remembers that visit; nothing is sent anywhere.")
    feed = link(say(kb, "feed of articles"), "feed.xml", base)
    without = say(kb, "This page needs JavaScript. There is also a {feed}.", feed=feed)
    body = f'<div data-sb-changes role="status"></div><noscript><p>{without}</p></noscript>'
    page = f"{crumbs(base, None, kb)}# {plain(title)}\n\n{lead}\n\n{body}\n\n{_recent(kb, history, base)}"
    return Page(
        uri=base, title=title, markdown=front_matter(title=title, description=html.unescape(lead), hide='["navigation", "toc"]') + page
    )


def _recent(kb: KnowledgeBase, history: History, base: str) -> str:
    """The newest commits, each with what it changed; "" if none are known."""
    if not history.commits:
        return ""
    feed = link(say(kb, "feed of changes"), FEED, base)
    lead = say(kb, "What the newest commits changed, in words. There is also a {feed}.", feed=feed)
    cut = f"<p>{say(kb, 'Older changes are not known here: the history is cut.')}</p>\n\n" if history.cut else ""
    commits = "".join(f"{_told(kb, each, base)}\n\n" for each in history.commits)
    return f"## {say(kb, 'Recent changes')}\n\n<p>{lead}</p>\n\n{commits}{cut}"


def _told(kb: KnowledgeBase, commit: Commit, base: str) -> str:
    when = date_words(kb, commit.date) if commit.date else say(kb, "at a time that is not known")
    head = f"<h3>{when} <small>{isolated(commit.subject)} {_commit(kb, commit)}</small></h3>"
    if not commit.told:
        many = count(kb, commit.files, "{n} file changed; that is not told in detail.", "{n} files changed; that is not told in detail.")
        return f'<div class="sb-commit" data-search-exclude>{head}<p>{many}</p></div>'
    rows = [_row(kb, each, base) for each in _things(commit.changes)]
    if len(rows) > MOST_ROWS:
        head += f"<p>{counted(kb, commit.changes)}</p>"
        rows[MOST_ROWS:] = [f"<li>{say(kb, 'and {n} more', n=len(rows) - MOST_ROWS)}</li>"]
    return f'<div class="sb-commit" data-search-exclude>{head}<ul>{"".join(rows)}</ul></div>'


def _things(found: Sequence[Change]) -> Iterator[Sequence[Change]]:
    """Changes of one entity or article together, and those of each other section."""
    for _, each in groupby(found, key=lambda one: (one.section, "" if one.section in _HEADINGS else one.subject)):
        yield list(each)


def _row(kb: KnowledgeBase, found: Sequence[Change], base: str) -> str:
    words = counted(kb, found) if len(found) > SHOWN else "; ".join(f"{_which(each)}{change_words(kb, each, base)}" for each in found)
    return f"<li>{_name(kb, found[0], base)}: {words}</li>"


def _which(change: Change) -> str:
    return f"<code>{plain(change.subject)}</code> " if change.what in {What.PAGE, What.FILE} else ""


def _name(kb: KnowledgeBase, change: Change, base: str) -> str:
    if change.section in _HEADINGS:
        return say(kb, _HEADINGS[change.section])
    article = kb.articles.get(change.subject) if change.section is Section.ARTICLES else None
    if article:
        return article_link(article, base)
    entity = kb.resolve(change.subject)
    return entity_link(kb, entity.id, base, words=change.name) if entity else isolated(change.name)


def changes_feed(kb: KnowledgeBase, history: History) -> str:
    """The newest commits as an Atom feed."""
    updated = next((each.when for each in history.commits if each.when), NO_DATE)
    return atom(kb, FEED, page_url(CHANGES), updated, (_entry(kb, each) for each in history.commits))


def _entry(kb: KnowledgeBase, commit: Commit) -> str:
    title = counted(kb, commit.changes) if commit.told else count(kb, commit.files, "{n} file changed", "{n} files changed")
    names = list(dict.fromkeys(each.name for each in commit.changes if each.section in {Section.ENTITIES, Section.ARTICLES}))
    shown = ", ".join(names[:MOST_ROWS]) + (" …" if len(names) > MOST_ROWS else "")
    address = f"{_repository(kb)}/commit/{commit.id}" if kb.settings.repository else page_url(CHANGES)
    return (
        f"<entry>\n<title>{xml_text(html.unescape(title))}</title>\n<id>urn:sourcebook:commit:{commit.id}</id>\n"
        f"<updated>{commit.when or NO_DATE}</updated>\n<link href={attribute(address)}/>\n"
        f"<summary>{xml_text(' – '.join(each for each in (commit.subject, shown) if each))}</summary>\n</entry>\n"
    )
