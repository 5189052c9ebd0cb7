"""When and how a knowledge base changed: a value that pages show, whoever found it out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sourcebook.model.changes import Change, Section
from sourcebook.model.dates import Date, parse_date
from sourcebook.text import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One step of the history.

    Attributes:
        when: of its author, ISO 8601 with the zone; "" if it has no date that can be.
        subject: the first line of its message.
        changes: what it changed; empty if it changed nothing that pages show, or too much to be told.
        files: how many files of the knowledge base it touched.
        told: whether `changes` says all of it.
    """

    id: str
    when: str
    subject: str = ""
    changes: Sequence[Change] = ()
    files: int = 0
    told: bool = True

    @property
    def date(self) -> Date | None:
        """The day, as its author's calendar had it."""
        try:
            return parse_date(self.when[:10])
        except ValueError:
            return None

    @property
    def short(self) -> str:
        """The id as people write it."""
        return self.id[:7]


@dataclass(frozen=True, kw_only=True)
class History:
    """The history of a knowledge base, as far as it is known; all of it empty where nothing is.

    Attributes:
        commits: the newest ones that changed something, the newest first.
        last: the last commit that touched a file, by its path relative to the project.
        cut: whether older commits are not known.
        uncommitted: paths of files that are not as in the newest commit.
        known: whether there is a history at all, or all that is not in it would count as not committed.
        prefix: of the project's folder in the repository: "" or `sub/folder/`.
    """

    commits: Sequence[Commit] = ()
    last: Mapping[str, Commit] = field(default_factory=dict)
    cut: bool = False
    uncommitted: frozenset[str] = frozenset()
    known: bool = False
    prefix: str = ""

    @cached_property
    def _by_commit(self) -> Mapping[tuple[str, str], Sequence[Change]]:
        found: dict[tuple[str, str], list[Change]] = defaultdict(list)
        for commit in self.commits:
            for each in commit.changes:
                if each.section is Section.ENTITIES:
                    found[commit.id, each.subject].append(each)
        return found

    def changes_of(self, entity_id: str, commit: Commit) -> Sequence[Change]:
        """What a commit changed of an entity, if it is one of those that are told."""
        return self._by_commit.get((commit.id, entity_id), ())

    def of_entity(self, entity_id: str, path: str) -> str:
        """A digest of all that is known of when an entity changed."""
        commit = self.last.get(path)
        if commit is None and path not in self.uncommitted:
            return ""
        seen = (commit.id, commit.when, self.changes_of(entity_id, commit)) if commit else None
        return digest(repr(seen), repr(path in self.uncommitted), self.prefix)

    @cached_property
    def recent(self) -> str:
        """A digest of the newest commits and all that they changed."""
        return digest(repr(self.commits), repr(self.cut), self.prefix)
