"""What is kept of a large knowledge base between commands: every edit shows at once, and what others put there does nothing."""

import pickle
import time

import pytest
from click.testing import CliRunner

from sourcebook.cli import group
from sourcebook.model.later import LaterRow, LaterTable
from sourcebook.project import Project, load, load_checked
from sourcebook.store import packing, sealed, snapshot
from sourcebook.store.files import FRESH
from sourcebook.store.load import read

ARTICLE = "---\ntitle: First\n---\n\nAda Lovelace visited Rome in 1841. She met Bob there.\n"
FACT = "facts:\n  - visited: rome\n    cite:\n      - {src: first, quote: Ada Lovelace visited Rome}\n"


@pytest.fixture
def large(tmp_path, monkeypatch):
    """A knowledge base that counts as large, with a snapshot of it."""
    monkeypatch.setattr(snapshot, "LEAST", 1)
    files = {
        "articles/first.md": ARTICLE,
        "people/ada.yml": f"type: person\nname: Ada Lovelace\n{FACT}",
        "people/bob.yml": "type: person\nname: Bob\n",
        "places/rome.yml": "type: place\nname: Rome\n",
        **{f"places/place-{n}.yml": f"type: place\nname: Place {n}\n" for n in range(9)},
    }
    for name, text in files.items():
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(text)
    keep(Project(tmp_path))
    return Project(tmp_path)


def keep(project):
    """Makes a snapshot of all there is."""
    time.sleep(2 * FRESH)
    (project.root / snapshot.FILE).unlink(missing_ok=True)
    load_checked(project)
    assert snapshot.kept(project.root)


def agree(project):
    """The knowledge base is the same with the snapshot and without."""
    known, found = load(project)
    fresh, of_all = read(project.content, "content", None)
    assert dict(known.entities) == dict(fresh.knowledge.entities)
    assert dict(known.articles) == dict(fresh.knowledge.articles)
    assert found == of_all


@pytest.mark.parametrize(
    "command",
    [
        ["new", "person", "Cleo"],
        ["add", "ada", "met", "bob", "--quote", "She met Bob there."],
        ["rename", "rome", "Roma"],
        ["rename", "rome", "--id", "roma"],
        ["merge", "place-1", "rome"],
        ["fmt"],
        ["fix"],
    ],
    ids=" ".join,
)
def test_an_edit_shows_at_once(large, command):
    done = CliRunner().invoke(group, [*command, "-C", str(large.root)])
    assert done.exit_code == 0, done.output
    agree(large)


def test_of_two_files_with_one_id_the_second_is_read_when_the_first_goes(large):
    first, second = large.content / "people/rome.yml", large.content / "places/rome.yml"
    first.write_text("type: person\nname: Rome\n")
    keep(large)
    first.unlink()
    agree(large)
    assert load(large)[0].entities["rome"].path == "content/places/rome.yml"
    first.write_text("type: person\nname: Rome\n")
    keep(large)
    second.unlink()
    agree(large)


def test_a_snapshot_that_another_installation_made_is_not_even_opened(large, monkeypatch):
    path = large.root / snapshot.FILE

    def opened(_):
        raise AssertionError

    monkeypatch.setattr(sealed, "_Ours", opened)
    raw = path.read_bytes()
    # The first makes Python ask for gigabytes, the second would run a command.
    for hostile in (b"r\xff\xff\xff\x7fN.", b"cos\nsystem\n(S'exit'\ntR.", pickle.dumps([1]), b"", raw[:-1], raw[:40] + b"?" + raw[41:]):
        path.write_bytes(hostile)
        assert snapshot.kept(large.root) is None
    agree(large)


def test_what_is_read_later_is_what_would_be_read_at_once():
    read = []
    row, same, other = (LaterRow(lambda at: read.append(at) or tuple("abc"[: at + 1]), at, at + 1) for at in (2, 2, 1))
    assert (len(row), bool(row), read) == (3, True, [])
    assert row == ("a", "b", "c")
    assert ("a", "b", "c") == row == same != other
    assert (row[0], row[1:], list(row), repr(row), hash(row)) == ("a", ("b", "c"), ["a", "b", "c"], repr(tuple("abc")), hash(tuple("abc")))
    assert read == [2, 2, 1]  # each once
    assert pickle.loads(pickle.dumps(row)) == ("a", "b", "c")
    table = LaterTable(lambda at: {"at": at}, 5, 1)
    assert len(table) == 1
    assert table == {"at": 5}
    assert {**table} == {"at": 5} == pickle.loads(pickle.dumps(table))
    assert table.get("to") is None


def test_facts_are_read_of_entities_that_somebody_looks_at(large, monkeypatch):
    opened = []
    numbers = packing.Runs.__getitem__
    monkeypatch.setattr(packing.Runs, "__getitem__", lambda runs, at: opened.append(at) or numbers(runs, at))
    known, _ = load(large)
    assert not opened
    assert [each.subject for each in known.facts_naming("rome")] == ["ada"]
    assert known.times_named("rome") == 1
    assert len(known.entities["ada"].facts) == 1
    assert len(opened) == 1
