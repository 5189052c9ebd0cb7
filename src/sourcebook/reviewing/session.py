"""Going through proposals one after the other: where one is, what was answered, and the way back."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sourcebook.diagnostics import Diagnostic, Severity, SourcebookError
from sourcebook.model.facts import Entity, Fact
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.project import CONTENT, Project, Watch, load, silent
from sourcebook.reviewing import answers
from sourcebook.reviewing.changes import Change, ChangedMeanwhileError, held, put, reverse
from sourcebook.reviewing.proposals import Proposal, Wanted, entity_waiting, facts_waiting, proposals
from sourcebook.reviewing.words import sentence_of
from sourcebook.store.files import CACHE, keep_out_of_git, write_bytes_atomically, write_cached
from sourcebook.store.load import refreshed

_Made = TypeVar("_Made")


class BrokenError(Exception):
    """Files of the knowledge base cannot be read; `findings` say why."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(findings)} errors")
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """An answer, with all that undoing it takes."""

    what: str
    number: int
    changes: tuple[Change, ...]
    at: int
    queue: tuple[str, ...]
    skipped: frozenset[str]


class Session:
    """A review from its beginning to its end. Every answer is written before the next proposal is shown.

    Those that were skipped come last the next time; which these are is kept in `.cache/sourcebook/review.json`.

    Args:
        project: whose proposals.
        wanted: which of them.
        watch: called with the name of each file that is read.

    Raises:
        BrokenError: If a file cannot be read: its proposals would be missing.
        SourcebookError: If `wanted` names what is not there.
    """

    def __init__(self, project: Project, wanted: Wanted, watch: Watch = silent) -> None:
        self._project, self._wanted = project, wanted
        self.kb: KnowledgeBase
        self._queue: tuple[str, ...] = ()
        self._at = 0
        self._steps: list[_Step] = []
        self._skipped = _read_skipped(self._cache)
        self._load(watch)
        wanted.check(self.kb)

    @property
    def _cache(self) -> Path:
        return self._project.root / CACHE / "review.json"

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        """All that waits, those that were skipped last."""
        return tuple(self._waiting[key] for key in self._queue if key in self._waiting)

    @property
    def current(self) -> Proposal | None:
        """The proposal that is to be answered now; None at the end."""
        while self._at < len(self._queue) and self._queue[self._at] not in self._waiting:
            self._at += 1
        return self._waiting[self._queue[self._at]] if self._at < len(self._queue) else None

    @property
    def position(self) -> tuple[int, int]:
        """The number of the current proposal, from 1, and how many there were in the beginning."""
        return self._at + 1, len(self._queue)

    @property
    def counts(self) -> Counter[str]:
        """How many were accepted, rejected, edited and skipped."""
        found: Counter[str] = Counter()
        for each in self._steps:
            found[each.what] += each.number
        return found

    def of_sentence(self) -> tuple[Proposal, ...]:
        """The current proposal, and all others that rest on its sentence."""
        here = self.current
        where = sentence_of(self.kb, here) if here else None
        return tuple(each for each in self.waiting if each is here or (where and sentence_of(self.kb, each) == where))

    def of_entity(self) -> tuple[Proposal, ...]:
        """The current proposal, and all others in its file."""
        here = self.current
        return tuple(each for each in self.waiting if here and each.entity.id == here.entity.id)

    def along(self, proposal: Proposal) -> int:
        """How many proposed facts go with an entity that is rejected.

        Raises:
            SourcebookError: If something that was accepted needs it.
        """
        return len(answers.along(self.kb, {proposal.entity.id: proposal.entity})) if proposal.fact is None else 0

    def accept(self, chosen: Iterable[Proposal]) -> int:
        """Accepts proposals; gives how many.

        Raises:
            ChangedMeanwhileError: If a file was changed; all is read again, and nothing written.
            SourcebookError: If a file cannot be changed.
        """
        each = list(chosen)
        self._do("accepted", len(each), lambda: answers.accepted(self._project, self.kb, self._as_read(each)))
        return len(each)

    def reject(self, chosen: Iterable[Proposal], reason: str) -> int:
        """Rejects proposals; gives how many. The same errors."""
        each = list(chosen)
        self._do("rejected", len(each), lambda: answers.rejected(self._project, self.kb, self._as_read(each), " ".join(reason.split())))
        return len(each)

    def text(self, proposal: Proposal) -> str:
        """The rows of a fact in its file, to be edited. The same errors."""
        return self._again_if_changed(lambda: answers.text_of(self._project, self.kb, self._fact(proposal)))

    def edit(self, proposal: Proposal, new: str) -> None:
        """Puts other rows in the place of a fact. It goes on waiting if they still say `auto:`.

        Raises:
            UnfitError: If they are wrong.
            ChangedMeanwhileError: If the file was changed; all is read again, and nothing written.
            SourcebookError: If the file cannot be changed.
        """
        self._do("edited", 1, lambda: answers.edited(self._project, self.kb, self._fact(proposal), new), proposal.key)

    def keep_text(self, new: str) -> str:
        """Keeps what a person wrote where it could not be put back; gives the file's path."""
        path = self._cache.with_name("edited.yml")
        write_bytes_atomically(path, new.encode())
        keep_out_of_git(path.parent)
        return self._project.shown(path)

    def skip(self) -> None:
        """Leaves the current proposal for another time."""
        here = self.current
        if here:
            self._steps.append(_Step(what="skipped", number=1, changes=(), at=self._at, queue=self._queue, skipped=self._skipped))
            self._skipped |= {here.key}
            self._at += 1
            self._keep()

    def undo(self) -> str:
        """Takes the last answer back, byte for byte; says which that was, or "" if there is none.

        Raises:
            ChangedMeanwhileError: If a file was changed since; nothing is undone.
        """
        if not self._steps:
            return ""
        last = self._steps[-1]
        put(reverse(last.changes))
        self._steps.pop()
        self._queue = last.queue
        self._renew(last.changes)
        self._at, self._skipped = last.at, last.skipped
        self._keep()
        return last.what

    def _as_read(self, chosen: Iterable[Proposal]) -> list[Proposal]:
        """Proposals as their files say them now."""
        found = [self._waiting.get(each.key) for each in chosen]
        if None in found:
            msg = "It does not wait any more"
            raise ChangedMeanwhileError(msg)
        return [each for each in found if each]

    def _fact(self, proposal: Proposal) -> Fact:
        fact = self._as_read([proposal])[0].fact
        if fact is None:
            msg = f"An entity is edited in its file: {proposal.entity.path}"
            raise SourcebookError(msg)
        return fact

    def _do(self, what: str, number: int, make: Callable[[], tuple[Change, ...]], edited: str = "") -> None:
        def write() -> tuple[Change, ...]:
            changes = make()
            put(changes)
            return changes

        step = _Step(what=what, number=number, changes=self._again_if_changed(write), at=self._at, queue=self._queue, skipped=self._skipped)
        self._steps.append(step)
        self._renew(step.changes, edited)
        self._keep()

    def _again_if_changed(self, make: Callable[[], _Made]) -> _Made:
        try:
            return make()
        except ChangedMeanwhileError:
            self._load()
            raise

    def _load(self, watch: Watch = silent) -> None:
        """Reads all; what is new comes after what was to come."""
        kb, found = load(self._project, watch=watch)
        if broken := [each for each in found if each.severity is Severity.ERROR]:
            raise BrokenError(broken)
        self.kb = kb
        everything = proposals(kb)
        self._words = {each.entity.id: (each.article, each.spans) for each in everything if each.fact is None}
        self._skipped &= frozenset(each.key for each in everything)
        self._waiting = {each.key: each for each in everything if each.key in self._queue or self._wanted.fits(each)}
        new = [key for key in self._waiting if key not in set(self._queue)]
        self._queue += tuple(sorted(new, key=lambda key: key in self._skipped))

    def _renew(self, changes: Iterable[Change], edited: str = "") -> None:
        """Reads what was written, and looks what waits in it; what an edit made comes where the fact was that it changed."""
        here = self._waiting.get(edited)
        before = {each.key for each in self._of(here.entity)} if here else set()
        names = {self._project.shown(each.path) for each in changes if each.path.suffix == ".yml"}
        self.kb, _ = refreshed(self.kb, self._project.content, CONTENT, names)
        known = {each: at for at, each in enumerate(self._queue)}
        self._waiting = {key: each for key, each in self._waiting.items() if each.entity.path not in names}
        found = [each for entity in self.kb.entities.values() if entity.path in names for each in self._of(entity)]
        self._waiting |= {each.key: each for each in found if each.key in known or (here and each.key not in before)}
        if new := tuple(each.key for each in found if here and each.key not in known and each.key not in before):
            self._queue = (*self._queue[: known[edited]], *new, *self._queue[known[edited] + 1 :])
        self._skipped &= frozenset(self._waiting) | (self._skipped - known.keys())

    def _of(self, entity: Entity) -> Iterator[Proposal]:
        yield from facts_waiting(self.kb, entity)
        if entity.auto:
            yield entity_waiting(self.kb, entity, self._words.get(entity.id))

    def _keep(self) -> None:
        """Remembers what was skipped. To forget it does no harm, so nothing is said where that is not possible."""
        with suppress(OSError):
            if self._skipped or held(self._cache):
                write_cached(self._cache, (json.dumps({"skipped": sorted(self._skipped)}, indent=1) + "\n").encode())


def _read_skipped(path: Path) -> frozenset[str]:
    try:
        found = json.loads(held(path) or b"{}")["skipped"]
        return frozenset(map(str, found))
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
