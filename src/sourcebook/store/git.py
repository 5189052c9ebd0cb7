"""Asking git: what a revision is, which files differ, and their contents. Nothing here changes a repository or its work tree."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from sourcebook.diagnostics import SourcebookError

REGULAR = frozenset({"100644", "100755", "100664"})
"""Modes of files; links and submodules have others, and their content is none of a knowledge base."""
_RAW = ("--raw", "-z", "--no-renames", "--no-abbrev", "--ignore-submodules=all", "--relative")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)\Z")
_OPTIONS = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.quotePath=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "color.ui=false",
    "-c",
    "diff.autoRefreshIndex=false",
)
_LOCAL = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS")
"""What hooks set for the repository that they run in, which need not be the one asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A file of a folder that two versions have not in common.

    Attributes:
        path: relative to the folder.
        before, after: the ids of its contents; "" if it was or is not there as a file, None if it is as in the work tree.
    """

    path: str
    before: str
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A commit, and the files of the folder that it changed against its first parent.

    Attributes:
        when: the author's date, ISO 8601 with its zone; "" if there is none that can be.
        parent: "" for one that has none here.
    """

    id: str
    parent: str
    when: str
    subject: str
    differing: Sequence[Difference]


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that holds a folder; all paths are relative to that folder, and nothing outside it is looked at.

    Attributes:
        folder: of the knowledge base.
        prefix: of the folder within the repository: "" or `sub/folder/`.
    """

    folder: Path
    prefix: str = field(default="")

    def ask(self, *arguments: str) -> str:
        """What git answers.

        Raises:
            SourcebookError: If git refuses; the message is git's first line.
        """
        return _checked(self.folder, arguments).decode("utf-8", "surrogateescape")

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names.

        Raises:
            SourcebookError: If there is no such revision, or no commit at all.
        """
        name = "" if revision.startswith("-") or "\0" in revision else revision
        found = _run(self.folder, ("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")) if name else None
        if found is not None and found.returncode == 0:
            return found.stdout.decode().strip()
        if _run(self.folder, ("rev-parse", "--verify", "--quiet", "HEAD")).returncode:
            msg = "The repository has no commit yet, so there is nothing to compare with: make one with `git commit`"
            raise SourcebookError(msg)
        msg = f"There is no revision {revision[:100]!r} in this repository: name a commit, a branch or a tag{self._deeper()}"
        raise SourcebookError(msg)

    def merge_base(self, one: str, other: str) -> str:
        """The last commit that two have in common.

        Raises:
            SourcebookError: If there is none here.
        """
        found = _run(self.folder, ("merge-base", one, other))
        if found.returncode == 0:
            return found.stdout.decode().split()[0]
        msg = f"{one[:12]} and {other[:12]} have no commit in common"
        raise SourcebookError(msg + (self._deeper() or ": compare them with two dots instead of three"))

    def is_shallow(self) -> bool:
        """Whether the repository holds only the last part of its history."""
        return self.ask("rev-parse", "--is-shallow-repository").strip() == "true"

    def _deeper(self) -> str:
        if not self.is_shallow():
            return ""
        return ". This clone is shallow: run `git fetch --unshallow`, or in a workflow give the checkout step `fetch-depth: 0`"

    def differing(self, before: str, after: str | None) -> Iterator[Difference]:
        """The files that differ between two commits, or between a commit and the work tree (`after` is None)."""
        if after is not None:
            yield from _committed(self.ask("diff-tree", "-r", *_RAW, before, after, "--", ".").split("\0"))
            return
        for path, one, _ in _raw(self.ask("diff", "--no-ext-diff", "--no-textconv", *_RAW, before, "--", ".").split("\0")):
            yield Difference(path=path, before=one, after=None)
        # Whether git ignores a file says nothing: what lies in the folder is part of the knowledge base.
        for path in filter(None, self.ask("ls-files", "--others", "-z").split("\0")):
            yield Difference(path=path, before="", after=None)

    def uncommitted(self) -> Iterator[str]:
        """Paths of files that are not as in the newest commit; of those that git ignores, nothing is known."""
        rows = self.ask("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all", "--", ".")
        for row in filter(None, rows.split("\0")):
            # Here git names all paths as seen from the top.
            yield row[3:].removeprefix(self.prefix)

    def state(self) -> str:
        """The id of the newest commit, and where the history is cut; "" if there is no commit."""
        found = _run(self.folder, ("rev-parse", "HEAD"))
        return "" if found.returncode else " ".join([found.stdout.decode().strip(), *sorted(self.boundary())])

    def boundary(self) -> frozenset[str]:
        """The commits at which a shallow clone is cut: what they changed is not known."""
        path = self.folder / self.ask("rev-parse", "--git-path", "shallow").strip("\n")
        return frozenset(path.read_text(encoding="ascii").split()) if path.is_file() else frozenset()

    def log(self, most: int) -> Iterator[Logged]:
        """Of the newest commits those that changed something in the folder, each against its first parent, the newest first.

        That way, a pull request is one step, and the steps together are the history of the branch.
        """
        return self._log(most)

    def newest(self, most: int) -> Iterator[Logged]:
        """The newest so many that changed something in the folder; for all of a long history, `log` takes half the time."""
        return self._log(most, "--", ".")

    def _log(self, most: int, *where: str) -> Iterator[Logged]:
        form = "--format=%x01%H%x00%P%x00%aI%x00%s"
        options = ("--first-parent", "-m", f"--max-count={most}", "--no-ext-diff", *_RAW, form, "HEAD", *where)
        tokens = iter(self.ask("log", *options).split("\0"))
        head, rows = next(tokens, ""), list[str]()
        while head.startswith("\x01"):
            parents, when, subject = next(tokens), next(tokens), next(tokens)
            rows = []
            following = ""
            for token in tokens:
                row = token.lstrip("\n")
                if row.startswith("\x01"):
                    following = row
                    break
                if row.startswith(":"):
                    rows += [row, next(tokens)]
            found = tuple(_committed(rows))
            if found:
                day = when if _MOMENT.match(when) else ""
                words = subject.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
                yield Logged(id=head[1:], parent=parents.partition(" ")[0], when=day, subject=words, differing=found)
            head = following

    def holding(self, words: Iterable[str], commit: str | None) -> Iterator[str]:
        """Paths of entity files that hold any of some words, in a commit or in the work tree."""
        patterns = [each for word in sorted(set(words)) for each in ("-e", word)]
        if not patterns:
            return
        where = (commit,) if commit else ("--untracked", "--no-exclude-standard")
        found = _run(self.folder, ("grep", "-z", "-l", "-I", "-F", *patterns, *where, "--", "*.yml"))
        for path in filter(None, found.stdout.decode("utf-8", "surrogateescape").split("\0")):
            yield path.removeprefix(f"{commit}:")


def _committed(rows: Iterable[str]) -> Iterator[Difference]:
    return (Difference(path=path, before=one, after=other) for path, one, other in _raw(rows) if one or other)


def _raw(rows: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """(path, id before, id after) of git's raw format, without what is no file."""
    parts = iter(rows)
    for head in parts:
        if head.startswith(":"):
            before, after, one, other, _ = head[1:].split(" ")
            yield next(parts), one if before in REGULAR else "", other if after in REGULAR else ""


def open_repository(folder: Path) -> Repository:
    """The repository that a folder stands in.

    Raises:
        SourcebookError: If there is none, or no git.
    """
    try:
        found = _run(folder, ("rev-parse", "--is-inside-work-tree", "--show-prefix"))
    except FileNotFoundError as error:
        msg = "git is needed for this and was not found: install it from https://git-scm.com"
        raise SourcebookError(msg) from error
    lines = found.stdout.decode("utf-8", "surrogateescape").splitlines()
    if found.returncode or not lines or lines[0] != "true":
        said = found.stderr.decode("utf-8", "replace")
        if "dubious ownership" in said:
            advice = re.search(r"git config --global --add safe\.directory .*", said)
            msg = f"git does not trust this repository, for its files are another user's: run `{advice[0] if advice else 'git status'}`"
        else:
            msg = f"{folder} stands in no git repository: begin one with `git init`"
        raise SourcebookError(msg)
    return Repository(folder, lines[1] if len(lines) > 1 else "")


class Contents:
    """The contents of files in a repository, read by one process of git while this is open."""

    def __init__(self, repository: Repository) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (git, and no shell)
            _command(repository.folder, ("cat-file", "--batch")),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def read(self, name: str, limit: int) -> bytes | int | None:
        """The bytes of a file, named by its id or as `commit:path`; how many there are if there are more than `limit`; None if it is not there.

        Raises:
            SourcebookError: If git goes away.
        """
        out, answers = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        if "\n" in name:
            return None
        try:
            out.write(f"{name}\n".encode("utf-8", "surrogateescape"))
            out.flush()
            head = answers.readline()
        except OSError:
            head = b""
        if head.endswith((b" missing\n", b" ambiguous\n")):
            return None
        parts = head.split()
        if len(parts) != 3:
            msg = "git went away while files were read from the repository: try `git fsck`"
            raise SourcebookError(msg)
        size, whole = int(parts[2]), parts[1] == b"blob"
        if size <= limit and whole:
            content = answers.read(size)
            answers.read(1)
            return content
        left = size + 1
        while left > 0 and (chunk := answers.read(min(left, 1 << 20))):
            left -= len(chunk)
        return size if whole else None


def _command(folder: Path, arguments: Iterable[str]) -> list[str]:
    return ["git", "-C", str(folder), "--no-optional-locks", *_OPTIONS, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    # Messages are told apart by their words; paths are no patterns.
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _run(folder: Path, arguments: Iterable[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 (git, and no shell)
        _command(folder, arguments), capture_output=True, check=False, stdin=subprocess.DEVNULL, env=_environment()
    )


def _checked(folder: Path, arguments: Iterable[str]) -> bytes:
    done = _run(folder, arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        msg = f"git says: {said[0].removeprefix('fatal: ') if said else f'status {done.returncode}'}"
        raise SourcebookError(msg)
    return done.stdout
