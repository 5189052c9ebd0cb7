"""The history of a knowledge base out of git: who touched each file last, and what the newest commits changed."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from sourcebook.memory import uncollected
from sourcebook.model.changes import Change, Version
from sourcebook.model.history import Commit, History
from sourcebook.store.git import Contents, Logged, Repository
from sourcebook.store.revisions import Pair, reader
from sourcebook.store.settings import Read

MOST = 50
"""Commits that are told in words."""
MOST_FILES = 400
"""Files that are read for that; of a commit with more than are left, they are only counted."""
MOST_COMMITS = 10_000
"""How far back the history is looked through."""

Compare = Callable[[Version, Version], Sequence[Change]]


def read_history(repository: Repository, shown: str, compare: Compare) -> History:
    """What git knows of a knowledge base.

    Args:
        repository: that holds it.
        shown: how the folder of the knowledge base is called in places.
        compare: tells what differs between two versions.

    Raises:
        SourcebookError: If git cannot say.
    """
    boundary = repository.boundary()
    last: dict[str, Logged] = {}
    # git looks through the whole history while the newest commits are compared here.
    with ThreadPoolExecutor(2) as asking, uncollected():
        logged = asking.submit(lambda: list(repository.log(MOST_COMMITS)))
        uncommitted = asking.submit(lambda: list(repository.uncommitted()))
        commits = _told(repository, (each for each in repository.newest(MOST) if each.id not in boundary), shown, compare)
        for each in logged.result():
            for one in each.differing if each.id not in boundary else ():
                last.setdefault(one.path, each)
    known = {each.id: each for each in commits}
    older = {each.id: _plain(each) for each in last.values() if each.id not in known}
    folder = f"{shown}/"
    return History(
        commits=[each for each in commits if each.changes or not each.told],
        last={folder + path: known.get(each.id) or older[each.id] for path, each in last.items()},
        cut=bool(boundary),
        uncommitted=frozenset(folder + path for path in uncommitted.result()),
        known=bool(last),
        prefix=repository.prefix.removesuffix(folder),
    )


def _plain(logged: Logged) -> Commit:
    return Commit(id=logged.id, when=logged.when, subject=logged.subject, files=len(logged.differing), told=False)


def _told(repository: Repository, logged: Iterable[Logged], shown: str, compare: Compare) -> list[Commit]:
    """Commits with what they changed, as long as there are not too many files to read."""
    found = []
    left = MOST_FILES
    with Contents(repository) as contents:
        for each in logged:
            if len(each.differing) > left:
                found.append(_plain(each))
                continue
            left -= len(each.differing)
            after = reader(repository, contents, each.id, shown)
            before: Read = reader(repository, contents, each.parent, shown) if each.parent else _nothing
            # What facts elsewhere may contradict would have to be looked for in each version.
            pair = Pair(before, after, each.differing, shown, lambda _: ())
            changes = compare(pair.before, pair.after)
            found.append(Commit(id=each.id, when=each.when, subject=each.subject, changes=changes, files=len(each.differing)))
    return found


def _nothing(_: str) -> None:
    """Reads nothing: before the first commit there is no file."""
