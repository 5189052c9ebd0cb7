"""What git calls to merge two people's edits of a file, and how git is told to call it."""

import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from sourcebook.diagnostics import Diagnostic, SourcebookError
from sourcebook.model.schema import Schema
from sourcebook.store.files import MAX_ARTICLE_BYTES, MAX_YAML_BYTES, decode, read_text, write_bytes_atomically
from sourcebook.store.git import open_repository
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.schemas import built_in_schema, extend_schema
from sourcebook.versions.lockfiles import merged_lock
from sourcebook.versions.threeway import Merged, merged
from sourcebook.versions.units import UnmergeableError

DRIVER = "sourcebook"
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a merge ended.

    Attributes:
        conflicts: what a person must decide, with its place in the merged file.
        clean: whether there is nothing to decide.
        note: why the file was merged line by line, as git does it; "" if it was merged by fact.
    """

    conflicts: tuple[Diagnostic, ...]
    clean: bool
    note: str = ""


def merge_files(base: Path, ours: Path, theirs: Path, shown: str, size: int = 7) -> Outcome:
    """Merges what became of a file on two sides, and writes the result in place of ours.

    Args:
        base: the version that both began from; empty if there is none.
        ours: our version, which is overwritten.
        theirs: the other one.
        shown: the file's path in the repository, from the current folder.
        size: how many characters a conflict marker has.
    """
    raw = [each.read_bytes() for each in (base, ours, theirs)]
    found, why = None, "it failed"
    try:
        found = _by_fact(raw, shown, size)
    except UnmergeableError as error:
        why = str(error)
    finally:
        # Whatever went wrong, both sides are in the file when git reads it.
        clean = found is None and _by_line(base, ours, theirs, size)
    if found is None:
        return Outcome((), clean=clean, note=f"Merged line by line, as git does, and not by fact ({why})")
    mark = raw[2] if raw[1].startswith(_MARK) == raw[0].startswith(_MARK) else raw[1]
    write_bytes_atomically(ours, (_MARK if mark.startswith(_MARK) else b"") + found.text.encode())
    return Outcome(found.conflicts, clean=not found.conflicts)


def _by_fact(raw: Sequence[bytes], shown: str, size: int) -> Merged:
    lock = shown.endswith(".jsonl")
    texts = []
    for name, each in zip(("base", "ours", "theirs"), raw, strict=True):
        if len(each) > (MAX_ARTICLE_BYTES if lock else MAX_YAML_BYTES):
            msg = f"{name} is too large"
            raise UnmergeableError(msg)
        text = decode(each, shown)
        if isinstance(text, Diagnostic):
            msg = f"{name}: {text.message}"
            raise UnmergeableError(msg)
        texts.append(text)
    if lock:
        return Merged(merged_lock(*texts))
    base, ours, theirs = texts
    return merged(base, ours, theirs, _schema(Path(shown).parent.parent), shown, size=size)


def _schema(content: Path) -> Schema:
    """The schema of a knowledge base as far as it can be read: here it only says in which order facts stand."""
    path = content / "schema.yml"
    text = read_text(path, path.as_posix()) if path.is_file() else ""
    return extend_schema(built_in_schema(), parse_yaml(text if isinstance(text, str) else "", path.as_posix()))[0]


def _by_line(base: Path, ours: Path, theirs: Path, size: int) -> bool:
    """Git's own merge, written in place of ours; gives whether it was clean."""
    names: list[str | Path] = ["-L", "ours", "-L", "base", "-L", "theirs", ours, base, theirs]
    try:
        done = subprocess.run(["git", "merge-file", f"--marker-size={size}", *names], check=False, capture_output=True)  # noqa: S603, S607
    except OSError:
        msg = "The file cannot be merged by fact, and there is no git to merge it line by line: merge it by hand"
        raise SourcebookError(msg) from None
    return done.returncode == 0


def install(folder: Path) -> list[str]:
    """Tells the git repository of a folder to merge its knowledge base by fact; gives what was done.

    Raises:
        SourcebookError: If the folder is in no git repository, or git may not write there.
    """
    open_repository(folder)
    done = [f"wrote {each}" for each in _with_attributes(folder)]
    _git(folder, "config", f"merge.{DRIVER}.name", "Sourcebook: merges facts, not lines")
    _git(folder, "config", f"merge.{DRIVER}.driver", command())
    if _git(folder, "config", f"merge.{DRIVER}.driver") != command():
        msg = f"git could not note it in its configuration: see that `git -C {shlex.quote(str(folder))} config --edit` can write there"
        raise SourcebookError(msg)
    return [*done, "this clone now merges the knowledge base fact by fact"]


def in_repository(folder: Path) -> bool:
    """Whether a folder is in the working tree of a git repository."""
    return _git(folder, "rev-parse", "--is-inside-work-tree") == "true"


def command() -> str:
    """What git is to run: this installation, and git's own merge wherever that cannot run, for instance when it was removed."""
    python = shlex.quote(Path(sys.executable).as_posix()).replace("%", "%%")
    # -P: what lies in the working tree is not code to run.
    ours = f"{python} -P -m sourcebook merge-driver %O %A %B %P %L"
    return f"{ours}; s=$?; test $s -lt 2 || {{ git merge-file --marker-size=%L %A %O %B && s=0 || s=1; }}; exit $s"


def _with_attributes(folder: Path) -> list[str]:
    """Adds to `.gitattributes` the lines that are not there; gives its name if there were any."""
    path = folder / ".gitattributes"
    wanted = resources.files("sourcebook.site").joinpath("starter/gitattributes").read_text(encoding="utf-8").splitlines()
    before = path.read_bytes() if path.is_file() else b""
    there = {line.strip() for line in before.decode("utf-8", "replace").splitlines()}
    lines = [line for line in wanted if line not in there]
    if all(line.startswith("#") for line in lines):
        return []
    start = b"\n" if before and not before.endswith(b"\n") else b""
    write_bytes_atomically(path, before + start + "".join(f"{line}\n" for line in lines).encode())
    return [".gitattributes"]


def _git(folder: Path, *arguments: str) -> str:
    """What git prints; "" if it fails or is not there."""
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], check=False, capture_output=True, text=True)  # noqa: S603, S607
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
