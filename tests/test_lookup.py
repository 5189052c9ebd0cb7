"""Searching, and what shells complete: in bash, zsh and fish themselves where they are installed."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time

import pytest
from click.shell_completion import BashComplete

from sourcebook import lookup
from sourcebook.cli import COMMANDS, COMPLETE, group
from sourcebook.diagnostics import SourcebookError
from tests.conftest import run_cli
from tests.test_editing import ADA, kb, lay_out, put  # noqa: F401

# ruff: noqa: F811


def found(kb, *words):
    hits = lookup.find(kb, words)
    return {
        name: [(f"{each.path.removeprefix('content/')}:{each.line}", each.words) for each in getattr(hits, name)]
        for name in ("entities", "similar", "facts", "sentences")
    }


def test_finds_entities_facts_and_sentences(kb):
    assert found(kb, "Eternal", "city") == {"entities": [("places/rome.yml:2", "Rome")], "similar": [], "facts": [], "sentences": []}
    assert found(kb, "ADA", "rome") == {
        "entities": [],
        "similar": [],
        "facts": [
            ("people/ada.yml:9", "Ada Lovelace: visited rome"),
            ("people/ada.yml:16", "Ada Lovelace: met bob"),
            ("people/ada.yml:16", "Ada Lovelace: met eve"),
        ],
        "sentences": [
            ("articles/letter.md:7", "It is said that Ada visited Rome in the spring."),
            ("articles/news.md:6", "Ada visited Rome in 1840."),
            ("articles/news.md:6", "Ada met Bob in Rome, and Bob liked her very much."),
        ],
    }


def test_words_in_quotation_marks_stand_beside_each_other(kb):
    assert found(kb, "visited rome")["sentences"] != []
    assert found(kb, "rome visited")["sentences"] == []


@pytest.mark.parametrize("words", ["aDa lOvelace", "ada-lovelace", "Ádà", "“Ada”", "ada king", "Countess? no"])
def test_case_accents_and_marks_do_not_matter(words, kb):
    assert bool(found(kb, words)["entities"]) is not words.startswith("Countess")


@pytest.mark.parametrize(
    ("words", "name"), [("Lovelase", "Ada Lovelace"), ("Rmoe", "Rome"), ("eternl city", "Eternal City"), ("Evee", "Eve"), ("qqqq", "")]
)
def test_similar_names_where_none_has_the_words(words, name, kb):
    assert ([each for _, each in found(kb, words)["similar"]] or [""])[0] == name


def test_similar_names_are_where_they_stand(kb):
    assert [each for each, _ in found(kb, "Kingg")["similar"]] == ["people/ada.yml:5"]
    assert [each for each, _ in found(kb, "eternl")["similar"]] == ["places/rome.yml:3"]


def test_places_are_where_it_stands(kb):
    put(kb, "places/paris.yml", "# a\n\ntype: place\nsummary: The city of light.\nname: Paris\n")
    ((where, _),) = found(kb, "city of light")["entities"]
    assert where == "places/paris.yml:4"


def test_a_file_that_may_have_the_words_and_cannot_be_read_is_named(kb):
    put(kb, "people/ada.yml", "<<<<<<< ours\nname: Ada\n=======\nname: Eda\n>>>>>>> theirs\n")
    done = run_cli("find", "ada", cwd=kb.root)
    assert "content/people/ada.yml cannot be read: `sourcebook check` says why" in done.stderr


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"\0", b"a: b: rome\n", b"type: person\nname: [rome\n", b"- rome\n", b"rome: {" * 100])
def test_broken_files_are_passed_over(raw, kb):
    (kb.content / "people/zed.yml").write_bytes(raw)
    (kb.content / "articles/zed.md").write_bytes(raw)
    assert found(kb, "rome")["entities"][0][0] == "places/rome.yml:2"


def test_nothing_to_search_for(kb):
    with pytest.raises(SourcebookError, match="Say what to search for"):
        lookup.find(kb, [" ", '"'])


def test_on_the_command_line(kb):
    put(kb, "people/zed.yml", "type: person\nname: Zed \\e[31m \U0001f6a2\n")
    done = run_cli("find", "rome", "-n", "1", cwd=kb.root)
    assert done.returncode == 0
    assert done.stdout.splitlines()[:5] == [
        "entities",
        "  content/places/rome.yml:2  Rome  (place, rome)",
        "",
        "facts",
        "  content/people/ada.yml:9  Ada Lovelace: visited rome  (when: 1840 “Ada visited Rome in 1840.”)",
    ]
    assert "  … and 2 more (--limit 0 shows all)" in done.stdout
    done = run_cli("find", "qqqq", cwd=kb.root)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "Nothing has the words: qqqq\n")
    assert run_cli("find", "a*b(", "[", cwd=kb.root).returncode == 1
    assert run_cli("find", cwd=kb.root).returncode == 2


# completion


@pytest.fixture
def completed(monkeypatch):
    """What a shell is told of the words typed in a folder."""

    def ask(folder, *words):
        monkeypatch.chdir(folder)
        asked = BashComplete(group, {}, "sourcebook", COMPLETE)
        return [each.value for each in asked.get_completions(list(words[:-1]), words[-1])]

    return ask


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["ren"], ["render", "rename"]),
        (["rename", "a"], ["ada", "argo"]),
        (["add", "ada", "vi"], ["visited"]),
        (["add", "rome", "vi"], ["visited_by"]),
        (["add", "argo", "ton"], ["tonnage"]),
        (["add", "ada", "visited", "pa"], ["paris"]),
        (["add", "ada", "visited", "paris", "--src", "n"], ["news"]),
        (["add", "ada", "visited", "paris", "--by", "ev"], ["eve"]),
        (["add", "ada", "visited", "paris", "-q", "wh"], ["when="]),
        (["add", "ada", "visited", "paris", "-q", "status=pl"], ["status=planned"]),
        (["add", "ada", "visited", "paris", "--stance", "cl"], ["claim"]),
        (["merge", "ada", "b"], ["bob"]),
        (["new", "s"], ["ship"]),
        (["explain", "bad-d"], ["bad-date"]),
        (["fix", "--only", "quote-"], ["quote-not-found"]),
        (["fix", "--d"], ["--dry-run"]),
        (["rename", "../"], []),
    ],
)
def test_completes(words, expected, completed, kb):
    assert sorted(completed(kb.root, *words)) == sorted(expected)


def test_completes_for_another_folder(completed, kb, tmp_path):
    assert completed(tmp_path, "rename", "a") == []
    assert completed(tmp_path, "rename", "-C", str(kb.root), "a") == ["ada", "argo"]
    assert completed(tmp_path, "new", "p") == ["person", "place"]


def test_a_broken_schema_does_not_stop_it(completed, kb):
    put(kb, "schema.yml", "types: [a: {")
    assert completed(kb.root, "rename", "a") == ["ada"]


def test_all_commands_are_offered(completed):
    assert completed(".", "") == list(COMMANDS)


def test_ten_thousand_ids_are_quick(tmp_path):
    people = tmp_path / "content/people"
    people.mkdir(parents=True)
    for number in range(10_000):
        (people / f"person-{number}.yml").touch()
    lookup.entity_ids(tmp_path, "person-999")
    start = time.process_time()
    assert [entity for entity, _ in lookup.entity_ids(tmp_path, "person-999")][:2] == ["person-999", "person-9990"]
    assert time.process_time() - start < 0.4


@pytest.fixture
def path_of_command(tmp_path, monkeypatch):
    """A `sourcebook` that shells find, running this code."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "sourcebook"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sourcebook "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("ren\t\t", "render"),
        ("rename ad\t", "rename ada "),
        ("add ada visited paris --src n\t", "--src news "),
        ("add ada visited paris -q whe\t1840", "-q when=1840"),
        ("add ada visited paris -q status=pl\t", "-q status=planned "),
        ("add ada visited paris -q at=par\t", "-q at=paris "),
        ('add "Ada Lovelace" visited par\t', '"Ada Lovelace" visited paris '),
        ("add ada met ev\t", "met eve "),
    ],
)
def test_in_bash(typed, line, kb, path_of_command):
    ready = b"PS1='> '; eval \"$(sourcebook completion bash)\"; echo REA''DY\n"
    assert line in typed_into(["bash", "--norc", "-i"], ready, f"sourcebook {typed}", line, kb.root)


def typed_into(command, ready, typed, expected, cwd):
    """What an interactive shell shows after Tab; zsh completes nowhere else."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as process:
        os.write(ours, ready)
        assert "READY" in heard(ours, "READY")
        os.write(ours, typed.encode())
        said = heard(ours, expected)
        process.kill()
    os.close(ours)
    os.close(theirs)
    return said


def heard(terminal, words):
    said, end = "", time.monotonic() + 60
    while words not in said and time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            said += os.read(terminal, 4096).decode("utf-8", "replace")
    return said


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_in_fish(kb, path_of_command):
    script = 'sourcebook completion fish | source; complete -C "sourcebook rename a"; complete -C "sourcebook new sh"'
    done = subprocess.run(["fish", "-c", script], cwd=kb.root, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.splitlines() == ["ada\tperson", "argo\tship", "ship\tships"]


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_in_zsh(kb, path_of_command):
    ready = b"autoload -Uz compinit; compinit -u -D; eval \"$(sourcebook completion zsh)\"; echo REA''DY\n"
    assert "rename argo" in typed_into(["zsh", "-f", "-i"], ready, "sourcebook rename arg\t", "rename argo", kb.root)
