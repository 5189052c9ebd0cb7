"""Mending what findings leave no doubt about: in a copy, round by round, until nothing more can be mended."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.check import check, without_echoes
from sourcebook.desk import Edited
from sourcebook.diagnostics import CODES, Diagnostic, SourcebookError
from sourcebook.edit.mends import MENDS
from sourcebook.edit.moves import right_path, turned
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.project import CONTENT, Project, Watch, in_pages, load, silent
from sourcebook.store.files import decode, write_atomically
from sourcebook.store.load import refreshed
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.pending import Change, refuse_unwritable, unresolved
from sourcebook.suggest import did_you_mean

MENDABLE = frozenset({*MENDS, "inverse-written", "bad-id", "folder-mismatch"})
"""Codes whose findings can be mended, though not each of them."""
ASKED_FOR = frozenset({"quote-not-found"})
"""Of these, those that are mended only if a person asks for them: they change what is cited."""
MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What was mended, and the findings that are left."""

    edited: Edited
    left: tuple[Diagnostic, ...]


def codes(only: Iterable[str], also: Iterable[str] = ()) -> frozenset[str]:
    """The codes to mend: those named, or all that need not be asked for, and others beside.

    Raises:
        SourcebookError: If one is no code, or needs a person.
    """
    for each in only:
        if each not in CODES:
            msg = f"There is no code {each!r}. {did_you_mean(each, CODES) or 'See `sourcebook explain`'}"
            raise SourcebookError(msg)
        if each not in MENDABLE:
            msg = f"`{each}` needs a person: `sourcebook explain {each}` says what to do. Mended are: {', '.join(sorted(MENDABLE))}"
            raise SourcebookError(msg)
    return (frozenset(only) or MENDABLE - ASKED_FOR) | frozenset(also)


def fix(project: Project, wanted: frozenset[str], *, watch: Watch = silent) -> Mending:
    """Mends the findings of the wanted codes; gives the changes and writes none of them.

    Raises:
        SourcebookError: If a file that would change is read-only.
    """
    kb, loading = load(project, watch=watch)
    findings = without_echoes([*loading, *check(kb)])
    if not any(each.code in wanted for each in findings):
        return Mending(edited=Edited(changes=(), said=()), left=_sorted([*findings, *in_pages(project, kb)]))
    with tempfile.TemporaryDirectory(prefix="sourcebook-") as folder:
        copy = _Copy(Path(folder), kb, loading, wanted)
        _copied(project, copy.root)
        for _ in range(MOST_ROUNDS):
            if not copy.round(findings):
                break
            findings = without_echoes([*copy.loading, *check(copy.kb)])
        changes = tuple(_change(project, copy.root, shown) for shown in sorted(copy.touched))
        edited = Edited(changes=tuple(each for each in changes if each.before != each.after), said=tuple(copy.said))
    # Pages are not in the copy, for nothing mends them.
    return Mending(edited=edited, left=_sorted([*findings, *in_pages(project, copy.kb)]))


def _sorted(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(findings, key=lambda one: one.sort_key))


@dataclass(slots=True)
class _Copy:
    """A copy of the knowledge base that is mended and read again."""

    root: Path
    kb: KnowledgeBase
    loading: Sequence[Diagnostic]
    wanted: frozenset[str]
    touched: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)
    given_up: set[tuple[str, str]] = field(default_factory=set)

    def round(self, findings: Sequence[Diagnostic]) -> bool:
        """Mends once what can be mended; whether that was anything."""
        before = self._texts(findings)
        texts = dict(before)
        moved: dict[str, str] = {}
        done: list[tuple[str, str]] = []
        # From the bottom up, so that the lines above keep their numbers.
        for each in sorted(findings, key=lambda one: one.sort_key, reverse=True):
            path = each.place.path
            if each.code not in self.wanted or path not in texts or (path, each.code) in self.given_up:
                continue
            if each.code in {"bad-id", "folder-mismatch"}:
                new = right_path(self.kb, each, texts[path]) if path not in moved else ""
                if new and new not in moved.values() and not (self.root / new).exists():
                    moved[path] = new
                    done.append((path, f"{each.place}: {each.code}: the file is now {new}"))
            elif each.code == "inverse-written":
                # Lines of other files move: those are mended in the next round.
                made = turned(self.kb, each, before) if texts == before else None
                if made and all(_sound(text, name) for name, text in made[0].items()):
                    texts |= made[0]
                    done += [(name, "") for name in made[0]]
                    done.append((path, f"{each.place}: {each.code}: {made[1]}"))
                    break
            elif each.code in MENDS:
                mended = MENDS[each.code](self.kb, each, texts[path])
                if mended and mended[0] != texts[path] and _sounder(texts[path], mended[0], path):
                    texts[path] = mended[0]
                    done.append((path, f"{each.place}: {each.code}: {mended[1]}"))
        self._write(before, texts, moved)
        self.said += [said for _, said in reversed(done) if said]
        return bool(done)

    def _texts(self, findings: Sequence[Diagnostic]) -> dict[str, str]:
        """The files that may be changed, by their shown paths."""
        inverse = "inverse-written" in self.wanted and any(each.code == "inverse-written" for each in findings)
        paths = {each.place.path for each in findings if each.code in self.wanted}
        paths |= {each.path for each in self.kb.entities.values()} if inverse else set()
        found = {}
        for shown in paths:
            file = self.root / shown
            text = decode(file.read_bytes(), shown) if file.is_file() else None
            if isinstance(text, str) and not unresolved(text):
                found[shown] = text
        return found

    def _write(self, before: dict[str, str], texts: dict[str, str], moved: dict[str, str]) -> None:
        changed = {shown for shown, text in texts.items() if text != before[shown]}
        for shown in changed:
            mark = "\ufeff" if (self.root / shown).read_bytes().startswith(b"\xef\xbb\xbf") else ""
            write_atomically(self.root / shown, mark + texts[shown])
        for shown, new in moved.items():
            (self.root / new).parent.mkdir(exist_ok=True)
            (self.root / shown).rename(self.root / new)
        files = changed | set(moved) | set(moved.values())
        self.touched |= files
        self.kb, found = refreshed(self.kb, self.root / CONTENT, CONTENT, files)
        self.loading = [*(each for each in self.loading if each.place.path not in files), *found]


def _sound(text: str, shown: str) -> bool:
    return not parse_yaml(text, shown).diagnostics


def _sounder(before: str, after: str, shown: str) -> bool:
    """Whether a new text is no worse YAML than the old one."""
    if shown.endswith(".md"):
        return True
    old, new = parse_yaml(before, shown).diagnostics, parse_yaml(after, shown).diagnostics
    return not new or (bool(old) and len(new) <= len(old))


def _copied(project: Project, root: Path) -> None:
    left_out = shutil.ignore_patterns(".lock", "pages")
    try:
        shutil.copytree(project.content, root / CONTENT, copy_function=_linked, ignore=left_out, ignore_dangling_symlinks=True)
    except shutil.Error as error:
        source, _, why = error.args[0][0]
        msg = f"{source} cannot be read ({why}); nothing was changed"
        raise SourcebookError(msg) from error


def _linked(source: str, target: str) -> str:
    """A second name for a file where the disk allows it: what is changed is written anew, so the first stays as it is."""
    try:
        os.link(Path(source).resolve(), target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _change(project: Project, copy: Path, shown: str) -> Change:
    path, new = project.root / shown, copy / shown
    if path.exists():
        refuse_unwritable(path, shown)
    return Change(
        path=path,
        shown=shown,
        before=path.read_bytes() if path.is_file() else None,
        after=new.read_bytes() if new.is_file() else None,
    )
