"""What is kept of a large knowledge base between commands: every edit shows at once, and what others put there does nothing."""

import pickle
import time

import pytest
from click.testing import CliRunner

from sourcebook.cli import group
from sourcebook.project import Project, load, load_checked
from sourcebook.store import sealed, snapshot
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
