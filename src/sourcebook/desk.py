"""Where edits are made: a knowledge base, the files of one edit, and what all edits have in common."""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sourcebook.diagnostics import Diagnostic, Severity, SourcebookError
from sourcebook.edit import meaning, merging, names, references
from sourcebook.model.facts import Entity
from sourcebook.project import CONTENT, Project, Watch, load
from sourcebook.slug import slug
from sourcebook.store.entities import read_entity
from sourcebook.store.locks import read_lock, write_lock
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.pending import Change, Pending, carry_out

_Made = TypeVar("_Made")
MOST_NAMED = 6
"""Files that the command to undo an edit names one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What an edit changes, what it says it did, and what a person should know beside."""

    changes: tuple[Change, ...]
    said: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def write(project: Project, edited: Edited) -> str:
    """Puts all changes in place; gives the command that undoes them, or "" if git cannot.

    Raises:
        SourcebookError: If a file cannot be written; then none is.
    """
    undo = _undo(project, edited.changes)
    carry_out(edited.changes)
    return undo


class Desk:
    """A knowledge base and the files of one edit of it."""

    def __init__(self, project: Project, watch: Watch) -> None:
        self.project = project
        self.kb, self.found = load(project, watch=watch)
        self.pending = Pending(project.root)

    def edited(self, said: Sequence[str], remarks: Sequence[str]) -> Edited:
        """The edit as it stands."""
        return Edited(changes=self.pending.changes(), said=tuple(said), remarks=tuple(remarks))

    def entity(self, words: str) -> Entity:
        """The one entity of an id, a name or an alias.

        Raises:
            SourcebookError: If there is none, or several, or if its file is broken.
        """
        return self.explained(lambda: names.entity_named(self.kb, words), words)

    def explained(self, make: Callable[[], _Made], *words: str) -> _Made:
        """What a function makes; if it cannot because a file is broken, that is said instead."""
        try:
            return make()
        except SourcebookError:
            named = {each for one in words if one for each in (one, slug(one))}
            for each in self.found:
                if each.severity is Severity.ERROR and Path(each.place.path).stem in named - set(self.kb.entities):
                    self.pending.text(each.place.path)
            raise

    def read(self, shown: str, entity_id: str) -> Entity:
        """The entity of a file as the edit leaves it.

        Raises:
            SourcebookError: If something is wrong with it that was not wrong before.
        """
        _, folder, _ = shown.split("/")
        kind = self.kb.schema.folder_types()[folder]
        entity, found = read_entity(parse_yaml(self.pending.text(shown), shown), entity_id, kind, self.kb.schema, self.kb.articles)
        before = {(each.code, each.message) for each in self.found}
        worse = next((each for each in found if each.severity is Severity.ERROR and (each.code, each.message) not in before), None)
        if worse or entity is None:
            msg = f"{worse.message}. {worse.help}".rstrip() if worse else f"{shown} would not be an entity any more"
            raise SourcebookError(msg)
        return entity

    def compare(self, shown: str, entity_id: str, meant: Entity) -> None:
        """Makes sure that a file says what is meant."""
        got = self.read(shown, entity_id)
        if meaning.facts_said(got) != meaning.facts_said(meant) or meaning.names_said(got) != meaning.names_said(meant):
            raise unsafe(shown)

    def rename(self, ids: Mapping[str, str]) -> references.FactIds:
        """Writes other ids wherever a file names entities: facts, speakers, authors, links in prose, what the loader proposed.

        Returns:
            The addresses of facts that change with them.
        """
        kb, content = self.kb, self.project.content
        naming = {
            each.id: meaning.with_ids(each, ids, str) for each in kb.entities.values() if each.id in ids or meaning.named(each) & ids.keys()
        }
        links = merging.fact_addresses(kb, ids, naming)
        files = sorted(path for folder in kb.schema.folder_types() for path in (content / folder).glob("*.yml"))
        changed = [path for path in files if self._replace(path, ids, lambda text: references.with_ids(text, ids, kb.schema, links))]
        for path in changed:
            entity = kb.entities.get(path.stem)
            if entity and entity.id not in {*ids, *ids.values()}:
                # In a list, two ids may have become one; else everything is as it was, under the new ids.
                meant = meaning.with_ids(entity, ids, lambda prose: references.with_links(prose, ids, links))
                got = self.read(self._shown(path), entity.id)
                if meaning.folded(got) != meaning.folded(meant) or meaning.names_said(got) != meaning.names_said(meant):
                    raise unsafe(self._shown(path))
        for article in kb.articles.values():
            if article.author in ids:
                self._replace(self.project.root / article.path, ids, lambda text: references.with_author(text, ids))
        for path in sorted((content / "pages").rglob("*.md")):
            self._replace(path, {**ids, **{name: "" for _, name in links}}, lambda text: references.with_links(text, ids, links))
        for path in sorted((content / ".lock").glob("*.jsonl")):
            self._replace(path, ids, lambda _, path=path: self._lock(path, ids))  # type: ignore[misc]
        return links

    def _shown(self, path: Path) -> str:
        """As findings name it; a link to elsewhere is named as it stands here."""
        return path.relative_to(self.project.root).as_posix()

    def _lock(self, path: Path, ids: Mapping[str, str]) -> str:
        lock = read_lock(path, self._shown(path))
        if isinstance(lock, Diagnostic):
            msg = f"{lock.place}: {lock.message}. {lock.help}"
            raise SourcebookError(msg)
        return write_lock(references.with_ids_in_lock(lock, ids, self.kb.schema))

    def _replace(self, path: Path, ids: Mapping[str, str], change: Callable[[str], str]) -> bool:
        """Changes a file that holds one of the ids; whether it did. Files that need no change are not asked for more."""
        shown = self._shown(path)
        raw = path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else b""
        if not any(each.encode() in raw for each in ids):
            return False
        if self.pending.holds(shown) or (path.suffix == ".yml" and parse_yaml(raw.decode("utf-8-sig", "replace"), shown).diagnostics):
            text = self.pending.text(shown)
        else:
            text = raw.decode("utf-8-sig", "replace")
        new_text = change(text)
        if new_text == text:
            return False
        self.pending.text(shown)
        self.pending.put(shown, new_text)
        return True


def unsafe(shown: str) -> SourcebookError:
    """The error of a file whose new text would not say what is meant."""
    return SourcebookError(f"{shown} is written in a way that cannot be changed safely; nothing was written. Change it by hand")


def _undo(project: Project, changes: Sequence[Change]) -> str:
    """The command that undoes the changes: only where git holds the files as they are now."""
    # What is changed, new or ignored before the edit, git could not give back.
    if (
        not changes
        or _git(project, "status", "--porcelain", "--ignored", "--untracked-files=all", "--", *(each.shown for each in changes)) != ""
    ):
        return ""
    inside = Path.cwd().resolve().is_relative_to(project.root.resolve())
    git = "git" if inside else f"git -C {shlex.quote(str(project.root))}"
    old = [os.path.relpath(each.path) if inside else each.shown for each in changes if each.before is not None]
    made = [os.path.relpath(each.path) for each in changes if each.before is None]
    if len(old) > MOST_NAMED and _git(project, "diff", "--name-only", "--", CONTENT) == "":
        old = [os.path.relpath(project.content) if inside else CONTENT]
    steps = [f"{git} restore {shlex.join(old)}"] if old else []
    return " && ".join([*steps, *([f"rm {shlex.join(made)}"] if made else [])])


def _git(project: Project, *arguments: str) -> str | None:
    """What git says; None if it cannot."""
    command = ["git", "-C", str(project.root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (no shell, and paths stand behind `--`)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
