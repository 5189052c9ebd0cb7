"""What is kept of a large knowledge base between two commands, and reading it by several processes."""

import os
import pickle
import random
import shutil

import pytest

from sourcebook import check as checks
from sourcebook.diagnostics import Diagnostic, Place
from sourcebook.project import Project, checked, load, load_checked, read_checked, remember
from sourcebook.store import files, sealed, snapshot
from sourcebook.store import load as loading
from tests.synthetic import put, write


@pytest.fixture
def project(tmp_path, monkeypatch):
    """One that is kept although it is small, and is old enough for its times to be trusted."""
    write(tmp_path, 20)
    monkeypatch.setattr(snapshot, "LEAST", 0)
    monkeypatch.setattr(snapshot, "FRESH", 0)
    monkeypatch.setattr(files, "FRESH", 0)
    return Project(tmp_path)


def state(found):
    """All that one can tell of a loaded knowledge base: what it holds, what is wrong, and what follows from it."""
    kb, findings = found
    mentions = {name: kb.mentions(name) for name in kb.articles}
    incoming = {name: (kb.facts_naming(name), [(one.id, spans) for one, spans in kb.mentioned_in(name)]) for name in kb.entities}
    return (dict(kb.entities), dict(kb.articles), kb.settings, findings, mentions, incoming)


def from_nothing(project):
    file = project.root / snapshot.FILE
    kept = file.with_suffix(".kept")
    if file.exists():
        file.rename(kept)
    found = state(load_checked(project))
    file.unlink(missing_ok=True)
    if kept.exists():
        kept.rename(file)
    return found


def kept(project):
    """Writes a snapshot that knows mentions too."""
    read, _ = read_checked(project)
    read.knowledge.mentioned_in("city-0")
    assert all(each.length for each in read.knowledge.articles.values())
    remember(project, read)
    assert snapshot.kept(project.root).learned


EDITS = {
    "a fact": lambda kb: swap(kb / "people/person-7.yml", "director 7", "director of 7"),
    "a broken file": lambda kb: put(kb / "people/person-7.yml", "name: [\n"),
    "an alias": lambda kb: swap(kb / "people/person-7.yml", "type: person\n", "type: person\naliases: [Cityville]\n"),
    "an article": lambda kb: swap(kb / "articles/first.md", "genre: news", "genre: opinion"),
    "an article that went": lambda kb: (kb / "articles/second.md").unlink(),
    "an entity that went": lambda kb: (kb / "people/nobody.yml").unlink(),
    "a new entity": lambda kb: put(kb / "people/someone.yml", "type: person\nname: Cityville\n"),
    "the schema": lambda kb: swap(kb / "schema.yml", "label: crew", "label: sailors"),
    "settings": lambda kb: put(kb / "sourcebook.yml", "title: Another\nunreviewed: hide\n"),
    "another folder": lambda kb: (kb / "people/person-8.yml").rename(kb / "places/person-8.yml"),
    "one id twice": lambda kb: shutil.copy(kb / "people/person-8.yml", kb / "places/person-8.yml"),
    "bytes": lambda kb: (kb / "people/person-9.yml").write_bytes(b"\xff\0"),
    "a stranger": lambda kb: put(kb / "people/Notes.txt", "x"),
}


def swap(path, before, after):
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_it_is_what_is_there(project, name):
    kept(project)
    EDITS[name](project.content)
    assert state(load_checked(project)) == from_nothing(project)


def test_after_edits_in_any_order(project):
    kept(project)
    dice = random.Random(1)
    for name in dice.sample(["a fact", "an alias", "an article", "a new entity", "settings", "a broken file", "an entity that went"], 7):
        EDITS[name](project.content)
        assert state(load_checked(project)) == from_nothing(project), name


def test_facts_of_files_that_did_not_change_are_not_checked_again(project, monkeypatch):
    kept(project)
    asked = []
    monkeypatch.setattr(checks, "FACT_RULES", (lambda _, entities: asked.extend(each.id for each in entities) or (),))
    swap(project.content / "people/person-7.yml", "director 7", "director of 7")
    load_checked(project)
    assert asked == ["person-7"]
    asked.clear()
    naming = {each.id for each in load(project)[0].naming_id("city-1")}
    (project.content / "places/city-1.yml").unlink()
    load_checked(project)
    assert naming < set(asked) <= {"person-7", *naming, *(each.id for each in load(project)[0].entities.values() if "[[" in each.notes)}


def test_what_was_found_is_said_again_until_something_changes(project, monkeypatch):
    read = []
    parse = loading.parse_yaml
    monkeypatch.setattr(loading, "parse_yaml", lambda text, path: (read.append(path), parse(text, path))[1])
    first = checked(project)
    assert read
    assert first.findings == tuple(load_checked(project)[1])
    read.clear()
    assert checked(project) == first
    assert not read


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_the_check_finds_what_is_there(project, name):
    checked(project)
    EDITS[name](project.content)
    found = checked(project)
    assert found.findings == tuple(from_nothing(project)[3])
    assert (found.entities, found.articles) == tuple(map(len, from_nothing(project)[:2]))
    assert checked(project) == found


def test_checks_of_others_are_always_asked(project, monkeypatch):
    told = [Diagnostic(code="stale", message="Old", place=Place("content/people/person-7.yml"))]
    monkeypatch.setattr(checks, "entry_points", lambda _: (lambda kb: iter(told),))
    assert told[0] in checked(project).findings
    monkeypatch.setattr(checks, "entry_points", lambda _: (lambda kb: iter(()),))
    assert told[0] not in checked(project).findings


def test_only_what_changed_is_parsed(project, monkeypatch):
    kept(project)
    swap(project.content / "people/person-7.yml", "director 7", "director of 7")
    read = []
    parse = loading.parse_yaml
    monkeypatch.setattr(loading, "parse_yaml", lambda text, path: (read.append(path), parse(text, path))[1])
    load(project)
    assert [each for each in read if "/people/" in each or "/places/" in each] == ["content/people/person-7.yml"]


def test_a_change_in_the_same_moment_is_seen(project, monkeypatch):
    """Of the same size and with the same time: the clock of a file system may stand still between two changes."""
    monkeypatch.setattr(snapshot, "FRESH", 60)
    kept(project)
    path = project.content / "people/person-7.yml"
    before = path.stat()
    swap(path, "director 7", "director 8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert state(load_checked(project)) == from_nothing(project)


class _Evil:
    def __reduce__(self):
        return (os.mkdir, ("evil",))


@pytest.mark.parametrize(
    "content", [b"", b"\x80\x05.", b"no pickle", pickle.dumps(_Evil()), pickle.dumps((1, 2)), pickle.dumps([os.system])]
)
def test_what_stands_in_its_place_does_nothing(project, content, monkeypatch):
    monkeypatch.chdir(project.root)
    file = project.root / snapshot.FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    # Behind a seal that holds, as if this installation had written it.
    file.write_bytes(sealed.seal(content) + content)
    assert snapshot.kept(project.root) is None
    assert not (project.root / "evil").exists()
    assert load(project)[0].entities


def test_one_of_another_version_is_left_alone(project, monkeypatch):
    kept(project)
    monkeypatch.setattr(sealed, "_version", lambda: "9.9")
    assert snapshot.kept(project.root) is None


def test_a_small_knowledge_base_is_not_kept(project, monkeypatch):
    monkeypatch.setattr(snapshot, "LEAST", 500)
    load_checked(project)
    assert not (project.root / snapshot.FILE).exists()


def test_several_processes_read_what_one_reads(project, monkeypatch):
    for name in ("a broken file", "one id twice", "bytes"):
        EDITS[name](project.content)
    alone = state(load_checked(project))
    shutil.rmtree(project.root / ".cache")
    monkeypatch.setattr(loading, "MANY", 1)
    monkeypatch.setattr(loading, "RUN", 3)
    monkeypatch.setattr(loading, "cores", lambda: 3)
    assert state(load_checked(project)) == alone
