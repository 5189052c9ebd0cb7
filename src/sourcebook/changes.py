"""What changed between two versions of a project's knowledge base, and its history, as git has them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.diagnostics import Diagnostic, SourcebookError
from sourcebook.model.changes import Change
from sourcebook.model.history import History
from sourcebook.model.knowledge import Settings
from sourcebook.model.schema import Schema
from sourcebook.project import CONTENT, Project, Watch, silent

if TYPE_CHECKING:
    from sourcebook.compare.words import Words
    from sourcebook.store.git import Repository

WORK_TREE = "the work tree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two versions and what differs.

    Attributes:
        revisions: their names as given; the second may be `WORK_TREE`.
        commits: the ids of their commits; "" for the work tree.
        names: what readers call the entities and articles that the changes name.
        schema, settings: of the second version.
        prefix: of the folder of the knowledge base in the repository: "content/", or with folders before it.
        errors: how many errors reading the changed files found.
    """

    revisions: tuple[str, str]
    commits: tuple[str, str]
    changes: Sequence[Change]
    names: Mapping[str, str]
    schema: Schema
    settings: Settings
    prefix: str = ""
    errors: int = 0


def diff(project: Project, revisions: Sequence[str], *, watch: Watch = silent) -> Compared:
    """What changed between versions of the knowledge base.

    Args:
        project: whose.
        revisions: none for the last commit against the work tree, one for that against the work tree, `A B` or `A..B` for two
            commits, `A...B` for what B changed since it left A.
        watch: called with the name of each file that is read.

    Raises:
        SourcebookError: If there is no repository, no such revision, or no commit in common.
    """
    from sourcebook.compare import compare, ids_in
    from sourcebook.store.git import Contents, open_repository
    from sourcebook.store.revisions import Pair, disk_reader, reader

    repository = open_repository(project.content)
    names, commits = _resolved(repository, revisions)
    differing = repository.differing(commits[0], commits[1] or None)
    with Contents(repository) as contents:
        before = reader(repository, contents, commits[0], CONTENT)
        after = reader(repository, contents, commits[1], CONTENT) if commits[1] else disk_reader(project.content, CONTENT)

        def watched(path: str) -> str | Diagnostic | None:
            watch(path)
            return after(path)

        pair = Pair(before, watched, differing, CONTENT, lambda words: repository.holding(words, commits[1] or None))
        changes = compare(pair.before, pair.after)
        named = pair.names(ids_in(changes))
    knowledge = pair.after.knowledge
    return Compared(
        revisions=(_shown(names[0]), _shown(names[1])),
        commits=commits,
        changes=changes,
        names=named,
        schema=knowledge.schema,
        settings=knowledge.settings,
        prefix=repository.prefix,
        errors=pair.after.errors,
    )


def _shown(revision: str) -> str:
    """A revision as readers are told of it: ids of commits are cut."""
    return revision[:12] if re.fullmatch("[0-9a-f]{40}", revision) else revision


def changed_files(project: Project, revision: str) -> frozenset[str]:
    """The files of the knowledge base that differ between two versions, as findings name them.

    Args:
        project: whose.
        revision: as the first of `diff`.

    Raises:
        SourcebookError: If there is no repository, no such revision, or no commit in common.
    """
    from sourcebook.store.git import open_repository

    repository = open_repository(project.content)
    _, commits = _resolved(repository, (revision,))
    return frozenset(f"{CONTENT}/{each.path}" for each in repository.differing(commits[0], commits[1] or None))


def _resolved(repository: "Repository", revisions: Sequence[str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Two revisions as they are named, and their commits; "" for the work tree."""
    first = revisions[0] if revisions else "HEAD"
    if len(revisions) < 2 and "..." in first:
        one, _, other = first.partition("...")
        one, other = one or "HEAD", other or "HEAD"
        commit = repository.commit(other)
        return (one, other), (repository.merge_base(repository.commit(one), commit), commit)
    if len(revisions) < 2 and ".." in first:
        one, _, other = first.partition("..")
        revisions = (one or "HEAD", other or "HEAD")
    if len(revisions) < 2:
        return (first, WORK_TREE), (repository.commit(first), "")
    return (revisions[0], revisions[1]), (repository.commit(revisions[0]), repository.commit(revisions[1]))


def history(project: Project) -> History:
    """When and how the knowledge base changed, as far as git knows; nothing where it does not."""
    from sourcebook.store.git import open_repository

    try:
        repository = open_repository(project.content)
        from sourcebook.compare import compare
        from sourcebook.store.history import read_history

        return read_history(repository, CONTENT, compare)
    except SourcebookError:
        # A site can be built of files that git has never seen.
        return History()


def history_state(project: Project) -> str:
    """A text that stays the same as long as the history does; "" without one."""
    from sourcebook.store.git import open_repository

    try:
        return open_repository(project.content).state()
    except SourcebookError:
        return ""


def text_report(compared: Compared, *, colour: bool = False) -> Iterator[str]:
    """The changes for people at a terminal."""
    from sourcebook.compare.report import text_report as told

    return told(compared.changes, _words(compared), compared.revisions, compared.errors, colour=colour)


def json_report(compared: Compared) -> Iterator[str]:
    """The changes for programs."""
    from sourcebook.compare.report import json_report as told

    sides = [
        {"revision": name if commit else None, "commit": commit or None}
        for name, commit in zip(compared.revisions, compared.commits, strict=True)
    ]
    return told(compared.changes, _words(compared), sides, compared.errors)


def markdown_report(compared: Compared) -> Iterator[str]:
    """The changes for a comment on a pull request."""
    from sourcebook.compare.markdown import file_address
    from sourcebook.compare.markdown import markdown_report as told

    def address(change: Change) -> str:
        path = compared.prefix + change.path.removeprefix(f"{CONTENT}/")
        return file_address(compared.settings.repository, compared.commits[not change.gone], path, change.line)

    yield told(compared.changes, _words(compared), compared.revisions, compared.errors, address)


def _words(compared: Compared) -> "Words":
    from sourcebook.compare.words import Words

    return Words(schema=compared.schema, names=compared.names)
