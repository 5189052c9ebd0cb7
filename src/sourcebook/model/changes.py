"""What differs between two versions of a knowledge base: values that say it, and the sentences that put it into words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sourcebook.memory import by_value
from sourcebook.model.facts import Citation, Fact, Rank
from sourcebook.model.knowledge import KnowledgeBase


@by_value
class Action(StrEnum):
    """What became of something. `MIRROR` says which one the other way round is."""

    ADDED = "added"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    DISPUTED = "disputed"
    SETTLED = "settled"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    REOPENED = "reopened"
    REJECTED = "rejected"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


_OPPOSITE = (
    (Action.ADDED, Action.REMOVED),
    (Action.PROPOSED, Action.REJECTED),
    (Action.ACCEPTED, Action.REOPENED),
    (Action.DISPUTED, Action.SETTLED),
    (Action.MERGED, Action.SPLIT),
)
MIRROR: Mapping[Action, Action] = {
    **{each: each for each in Action},
    **{one: other for pair in _OPPOSITE for one, other in (pair, pair[::-1])},
}


@by_value
class What(StrEnum):
    """The part of a knowledge base that something became of."""

    ENTITY = "entity"
    NAME = "name"
    KEY = "key"
    FACT = "fact"
    VALUE = "value"
    QUALIFIER = "qualifier"
    CITATION = "citation"
    RANK = "rank"
    REASON = "reason"
    DOUBT = "doubt"
    DISAGREEMENT = "disagreement"
    ARTICLE = "article"
    TEXT = "text"
    RECORD = "record"
    SCHEMA = "schema"
    SETTING = "setting"
    PAGE = "page"
    FILE = "file"


@by_value
class Section(StrEnum):
    """What a change is listed below, in this order."""

    FILES = "files"
    ENTITIES = "entities"
    ARTICLES = "articles"
    SCHEMA = "schema"
    SETTINGS = "settings"
    PAGES = "pages"


_SECTIONS = {
    **dict.fromkeys((What.ARTICLE, What.TEXT, What.RECORD), Section.ARTICLES),
    What.SCHEMA: Section.SCHEMA,
    What.SETTING: Section.SETTINGS,
    What.PAGE: Section.PAGES,
    What.FILE: Section.FILES,
}
_WHOLE = frozenset({What.ENTITY, What.NAME, What.KEY, What.FACT, What.CITATION, What.ARTICLE, What.PAGE})
"""What has a place of its own, which is gone with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference.

    Attributes:
        subject: the id of the entity or article; the name of a type, property, setting, page or file.
        name: what readers call it.
        key: which key, qualifier or field; "" where the whole is meant.
        before, after: texts, as people write them; "" where there was or is none.
        fact_before, fact_after: the fact concerned; both where it stayed and something of it changed.
        citation_before, citation_after: the same for a citation.
        facts: those that disagree, or no longer do.
        path, line: where it stands now, else where it stood.
    """

    action: Action
    what: What
    subject: str
    name: str = ""
    key: str = ""
    before: str = ""
    after: str = ""
    fact_before: Fact | None = None
    fact_after: Fact | None = None
    citation_before: Citation | None = None
    citation_after: Citation | None = None
    facts: tuple[Fact, ...] = ()
    path: str = ""
    line: int = 1

    @property
    def section(self) -> Section:
        """What it is listed below."""
        return _SECTIONS.get(self.what, Section.ENTITIES)

    @property
    def gone(self) -> bool:
        """Whether `path` and `line` are those of the version before."""
        if self.what is What.FILE:
            return self.key == "before"
        if self.what is What.DISAGREEMENT:
            return self.action is Action.SETTLED
        return self.action in {Action.REMOVED, Action.REJECTED, Action.MERGED} and self.what in _WHOLE

    @property
    def fact(self) -> Fact | None:
        """The fact as it is, else as it was."""
        return self.fact_after or self.fact_before

    @property
    def citation(self) -> Citation | None:
        """The citation as it is, else as it was."""
        return self.citation_after or self.citation_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A knowledge base at some time, or those of its parts that differ from another version.

    Attributes:
        pages: the hand-written pages and what belongs to them, each with a digest.
        unreadable: why files could not be read, by their paths; what was in them counts as unknown, not as gone.
        errors: how many errors were found in the files that were read.
    """

    knowledge: KnowledgeBase
    pages: Mapping[str, str] = field(default_factory=dict)
    unreadable: Mapping[str, str] = field(default_factory=dict)
    errors: int = 0


Hole = Fact | tuple[Fact, ...] | str
"""What stands in a hole of a sentence: a fact, facts of several entities, or a text that people wrote."""


def told(change: Change) -> tuple[str, Mapping[str, Hole]]:
    """A change as an English sentence with holes (`{fact}`, `{before}`), and what goes into them.

    The sentence is also the key of its translations. `{key}` is the name of a key, qualifier or field.
    """
    fact = change.fact
    holes: dict[str, Hole] = {"before": change.before, "after": change.after, "key": change.key, "subject": change.subject}
    if fact is not None:
        holes |= {"fact": fact, "reason": fact.why}
    if change.what is What.CITATION:
        holes["source"] = change.citation.source if change.citation else ""
    if change.facts:
        holes["facts"] = change.facts
    return _sentence(change), holes


def _sentence(change: Change) -> str:
    if change.what is What.RANK:
        return RANKS[change.before, change.after]
    if change.what is What.CITATION and change.fact is None:
        return OWN_CITATIONS[change.action]
    specific = SENTENCES.get((change.what, change.action, change.key)) or SENTENCES.get((change.what, change.action, ""))
    return specific or GENERIC[change.action]


SENTENCES: Mapping[tuple[What, Action, str], str] = {
    (What.ENTITY, Action.ADDED, ""): "New",
    (What.ENTITY, Action.PROPOSED, ""): "Proposed",
    (What.ENTITY, Action.ACCEPTED, ""): "Accepted",
    (What.ENTITY, Action.REOPENED, ""): "To be reviewed again",
    (What.ENTITY, Action.REJECTED, ""): "Proposal removed",
    (What.ENTITY, Action.REMOVED, ""): "Removed",
    (What.ENTITY, Action.RENAMED, ""): "The id {before} became {after}",
    (What.ENTITY, Action.MERGED, ""): "Merged into {after}",
    (What.ENTITY, Action.SPLIT, ""): "Taken out of {before} again",
    (What.FACT, Action.ADDED, ""): "Added: {fact}",
    (What.FACT, Action.PROPOSED, ""): "Proposed: {fact}",
    (What.FACT, Action.ACCEPTED, ""): "Accepted: {fact}",
    (What.FACT, Action.REOPENED, ""): "To be reviewed again: {fact}",
    (What.FACT, Action.REJECTED, ""): "Proposal removed: {fact}",
    (What.FACT, Action.REMOVED, ""): "Removed: {fact}",
    (What.VALUE, Action.CHANGED, ""): "{fact}: was {before}",
    (What.VALUE, Action.RENAMED, ""): "{fact}: the id {before} became {after}",
    (What.QUALIFIER, Action.ADDED, ""): "{fact}: {key} {after} added",
    (What.QUALIFIER, Action.REMOVED, ""): "{fact}: {key} {before} removed",
    (What.QUALIFIER, Action.CHANGED, ""): "{fact}: {key} {before} became {after}",
    (What.CITATION, Action.ADDED, ""): "{fact}: cites {source} as well",
    (What.CITATION, Action.REMOVED, ""): "{fact}: no longer cites {source}",
    (What.CITATION, Action.CHANGED, "quote"): "{fact}: other words of {source} are cited",
    (What.CITATION, Action.CHANGED, ""): "{fact}: {key} {before} became {after} in {source}",
    (What.REASON, Action.CHANGED, ""): "{fact}: the reason for the rank became “{after}”",
    (What.DOUBT, Action.ADDED, ""): "{fact}: in doubt, because {after}",
    (What.DOUBT, Action.REMOVED, ""): "{fact}: no longer in doubt",
    (What.DOUBT, Action.CHANGED, ""): "{fact}: in doubt, because {after}",
    (What.DISAGREEMENT, Action.DISPUTED, ""): "Sources now disagree: {facts}",
    (What.DISAGREEMENT, Action.SETTLED, ""): "Sources no longer disagree: {facts}",
    (What.KEY, Action.CHANGED, "notes"): "The notes changed",
    (What.KEY, Action.CHANGED, "note"): "The editors’ note changed",
    (What.ARTICLE, Action.ADDED, ""): "New article",
    (What.ARTICLE, Action.REMOVED, ""): "Article removed",
    (What.ARTICLE, Action.RENAMED, ""): "The id {before} became {after}",
    (What.TEXT, Action.CHANGED, ""): "The text of the article changed: “{before}” became “{after}”",
    (What.TEXT, Action.ADDED, ""): "The text is held now",
    (What.TEXT, Action.REMOVED, ""): "The text is no longer held",
    (What.SCHEMA, Action.ADDED, ""): "Added to the schema: {subject}",
    (What.SCHEMA, Action.REMOVED, ""): "Removed from the schema: {subject}",
    (What.SCHEMA, Action.CHANGED, ""): "{subject}: {key} {before} became {after}",
    (What.PAGE, Action.ADDED, ""): "New page",
    (What.PAGE, Action.REMOVED, ""): "Page removed",
    (What.PAGE, Action.CHANGED, ""): "Page changed",
    (What.FILE, Action.UNREADABLE, "before"): "Could not be read before: {before}",
    (What.FILE, Action.UNREADABLE, "after"): "Cannot be read: {after}",
}
GENERIC: Mapping[Action, str] = {
    Action.ADDED: "{key}: “{after}” added",
    Action.REMOVED: "{key}: “{before}” removed",
    Action.CHANGED: "{key}: “{before}” became “{after}”",
}
RANKS: Mapping[tuple[str, str], str] = {
    **{(one, Rank.DEPRECATED.value): "Deprecated, because {reason}: {fact}" for one in (Rank.NORMAL.value, Rank.PREFERRED.value)},
    (Rank.NORMAL.value, Rank.PREFERRED.value): "Preferred, because {reason}: {fact}",
    (Rank.PREFERRED.value, Rank.NORMAL.value): "No longer preferred: {fact}",
    (Rank.DEPRECATED.value, Rank.NORMAL.value): "No longer deprecated: {fact}",
    (Rank.DEPRECATED.value, Rank.PREFERRED.value): "Preferred and no longer deprecated, because {reason}: {fact}",
}
OWN_CITATIONS: Mapping[Action, str] = {
    Action.ADDED: "It is established by words of {source} as well",
    Action.REMOVED: "It is no longer established by words of {source}",
    Action.CHANGED: "What establishes it changed: {key} {before} became {after} in {source}",
}

COUNTED: Mapping[str, tuple[str, str]] = {
    "entity added": ("{n} entity added", "{n} entities added"),
    "entity proposed": ("{n} entity proposed", "{n} entities proposed"),
    "entity accepted": ("{n} entity accepted", "{n} entities accepted"),
    "entity reopened": ("{n} entity to review again", "{n} entities to review again"),
    "entity renamed": ("{n} entity renamed", "{n} entities renamed"),
    "entity merged": ("{n} entity merged", "{n} entities merged"),
    "entity split": ("{n} entity taken out of another", "{n} entities taken out of others"),
    "entity rejected": ("{n} proposed entity removed", "{n} proposed entities removed"),
    "entity removed": ("{n} entity removed", "{n} entities removed"),
    "fact added": ("{n} fact added", "{n} facts added"),
    "fact proposed": ("{n} fact proposed", "{n} facts proposed"),
    "fact accepted": ("{n} fact accepted", "{n} facts accepted"),
    "fact changed": ("{n} fact changed", "{n} facts changed"),
    "fact disputed": ("{n} fact disputed", "{n} facts disputed"),
    "fact settled": ("{n} dispute settled", "{n} disputes settled"),
    "fact reopened": ("{n} fact to review again", "{n} facts to review again"),
    "fact rejected": ("{n} proposal removed", "{n} proposals removed"),
    "fact removed": ("{n} fact removed", "{n} facts removed"),
    "reference renamed": ("{n} reference follows", "{n} references follow"),
    "name changed": ("{n} name changed", "{n} names changed"),
    "key changed": ("{n} detail changed", "{n} details changed"),
    "article added": ("{n} article added", "{n} articles added"),
    "article text changed": ("the text of {n} article changed", "the texts of {n} articles changed"),
    "article changed": ("{n} article record changed", "{n} article records changed"),
    "article removed": ("{n} article removed", "{n} articles removed"),
    "schema changed": ("{n} change of the schema", "{n} changes of the schema"),
    "setting changed": ("{n} setting changed", "{n} settings changed"),
    "page changed": ("{n} page changed", "{n} pages changed"),
    "file unreadable": ("{n} file cannot be read", "{n} files cannot be read"),
}
"""What is counted, in the order in which it is said, with its words for one and for many."""


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """How many there are of each kind that `COUNTED` names; kinds that do not occur are left out."""
    seen: dict[str, set[object]] = {name: set() for name in COUNTED}
    for number, each in enumerate(changes):
        kind, key = _counted(each)
        seen[kind].add(key if key is not None else number)
    return {name: len(found) for name, found in seen.items() if found}


def _counted(change: Change) -> tuple[str, object]:
    """The kind as which a change counts, and what counts once however much of it changed."""
    match change.what:
        case What.ENTITY:
            return f"entity {change.action}", None
        case What.FACT | What.DISAGREEMENT:
            return f"fact {change.action}", None
        case What.RANK if change.action in {Action.DISPUTED, Action.SETTLED}:
            return f"fact {change.action}", None
        case What.VALUE if change.action is Action.RENAMED:
            return "reference renamed", None
        case What.VALUE | What.QUALIFIER | What.RANK | What.REASON | What.DOUBT:
            return "fact changed", _of_fact(change)
        case What.CITATION:
            return ("fact changed", _of_fact(change)) if change.fact else ("key changed", (change.subject, "cite"))
        case What.NAME | What.KEY:
            return f"{change.what} changed", None
        case What.ARTICLE if change.action is not Action.RENAMED:
            return f"article {change.action}", None
        case What.TEXT:
            return "article text changed", change.subject
        case What.ARTICLE | What.RECORD:
            return "article changed", change.subject
        case What.FILE:
            return "file unreadable", change.subject
        case _:
            return f"{change.what} changed", None


def _of_fact(change: Change) -> object:
    fact = change.fact
    return (change.subject, fact.id, fact.place) if fact else change.subject
