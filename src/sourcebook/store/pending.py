"""The files of one edit: read with care, changed in memory, and put in place all together or not at all."""

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sourcebook.diagnostics import Diagnostic, SourcebookError
from sourcebook.store.articles import split_front_matter
from sourcebook.store.files import MAX_ARTICLE_BYTES, MAX_YAML_BYTES, decode, staged
from sourcebook.store.nodes import parse_yaml

_MARK = b"\xef\xbb\xbf"
_AT_ONCE = 16
"""Files that are written at the same time."""
_CONFLICT = ("<<<<<<<", ">>>>>>>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one file; None stands for no file.

    Attributes:
        shown: the path relative to the project, with `/`.
    """

    path: Path
    shown: str
    before: bytes | None
    after: bytes | None


class Pending:
    """The files that an edit reads and changes. Nothing is written by it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes | None] = {}

    def text(self, shown: str) -> str:
        """What a file will hold: what stands in it, unless the edit changed it already.

        Raises:
            SourcebookError: If it cannot be edited safely: it is broken, read-only, or a merge in it is unresolved.
        """
        if shown not in self._before:
            self._before[shown] = self._after[shown] = _editable(self._root / shown, shown)
        return (self._after[shown] or b"").removeprefix(_MARK).decode()

    def holds(self, shown: str) -> bool:
        """Whether a file was read by this edit."""
        return shown in self._before

    def put(self, shown: str, text: str) -> None:
        """Changes a file that was read before, or makes one that is not there.

        Raises:
            SourcebookError: If the new text is no YAML as it is meant here: then the file cannot be changed safely.
        """
        if shown not in self._before:
            if (self._root / shown).exists():
                msg = f"{shown} is there already"
                raise SourcebookError(msg)
            self._before[shown] = None
        if any("\ud800" <= each <= "\udfff" for each in text):
            msg = "What was typed is not UTF-8; nothing was written"
            raise SourcebookError(msg)
        broken = _yaml_problem(text, shown)
        if broken:
            msg = f"{shown} cannot be changed safely ({broken.message}, line {broken.place.line}); nothing was written"
            raise SourcebookError(msg)
        mark = _MARK if (self._before[shown] or b"").startswith(_MARK) else b""
        self._after[shown] = mark + text.encode()

    def move(self, shown: str, to: str) -> None:
        """Gives a file that was read before another path.

        Raises:
            SourcebookError: If there is a file of that name.
        """
        if (self._root / to).exists() or self._after.get(to) is not None:
            msg = f"{to} is there already"
            raise SourcebookError(msg)
        self._before.setdefault(to, None)
        self._after[to], self._after[shown] = self._after[shown], None

    def remove(self, shown: str) -> None:
        """Lets a file that was read before go."""
        self._after[shown] = None

    def changes(self) -> tuple[Change, ...]:
        """What differs, in the order of paths."""
        return tuple(
            Change(path=self._root / shown, shown=shown, before=self._before[shown], after=after)
            for shown, after in sorted(self._after.items())
            if after != self._before[shown]
        )


def carry_out(changes: Sequence[Change]) -> None:
    """Puts all files in place, in this order. If one cannot be, or the process is stopped, all stay as they were.

    Raises:
        SourcebookError: If a file was changed since it was read, or cannot be written.
    """
    ready: list[tuple[Change, Future[Path]]] = []
    done: list[Change] = []
    at = ""
    try:
        # To get a file onto the disk is to wait for the disk: for a dozen at once hardly longer than for one.
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            # Through a link, the file that it leads to is written.
            ready.extend((each, pool.submit(staged, each.path.resolve(), each.after)) for each in changes if each.after is not None)
        for each, beside in ready:
            at = each.shown
            beside.result()
        # Looked at as late as can be: to get new files onto the disk takes a while.
        for each in changes:
            at = each.shown
            _refuse_changed(each)
        for each, beside in ready:
            at = each.shown
            done.append(each)
            beside.result().replace(each.path.resolve())
        # Files go last: should the power fail, something is there twice rather than not at all.
        for each in (one for one in changes if one.after is None):
            at = each.shown
            done.append(each)
            each.path.unlink()
    except BaseException as error:
        for each in done:
            _put_back(each)
        if isinstance(error, OSError):
            msg = f"{at} cannot be written ({error.strerror}); nothing was changed"
            raise SourcebookError(msg) from error
        raise
    finally:
        for _, beside in ready:
            if beside.exception() is None:
                beside.result().unlink(missing_ok=True)


def _refuse_changed(change: Change) -> None:
    if (change.path.read_bytes() if change.path.is_file() else None) != change.before:
        msg = f"{change.shown} was changed by somebody else in the meantime; nothing was written. Try again"
        raise SourcebookError(msg)


def _put_back(change: Change) -> None:
    if change.before is None:
        change.path.unlink(missing_ok=True)
    else:
        staged(change.path.resolve(), change.before).replace(change.path.resolve())


def refuse_unwritable(path: Path, shown: str) -> None:
    """Nothing, if a file may be written.

    Raises:
        SourcebookError: If it is read-only.
    """
    if not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222:
        msg = f"{shown} is read-only; nothing was written"
        raise SourcebookError(msg)


def unresolved(text: str) -> int:
    """The line (from 1) in which a merge of git's was left unresolved; 0 if there is none."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if line.startswith(_CONFLICT)), 0)


def _editable(path: Path, shown: str) -> bytes:
    if not path.is_file():
        msg = f"There is no file {shown}"
        raise SourcebookError(msg)
    refuse_unwritable(path, shown)
    limit = MAX_YAML_BYTES if path.suffix == ".yml" else MAX_ARTICLE_BYTES
    raw = path.read_bytes() if path.stat().st_size <= limit else b"\0"
    text = decode(raw, shown)
    if isinstance(text, Diagnostic):
        msg = f"{shown} cannot be edited: {text.message}"
        raise SourcebookError(msg)
    if unresolved(text):
        msg = f"{shown} holds a merge that is not resolved (line {unresolved(text)}): resolve it first"
        raise SourcebookError(msg)
    broken = _yaml_problem(text, shown)
    if broken:
        msg = f"{broken.place}: {broken.message}. Mend this file first; nothing was written"
        raise SourcebookError(msg)
    return raw


def _yaml_problem(text: str, shown: str) -> Diagnostic | None:
    """The first reason why the YAML of a file, or of its front matter, cannot be read."""
    if shown.endswith(".yml"):
        found = parse_yaml(text, shown).diagnostics
    elif shown.endswith(".md"):
        document, _, _ = split_front_matter(text, shown)
        found = document.diagnostics if document else ()
    else:
        return None
    return found[0] if found else None
