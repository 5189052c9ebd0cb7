"""What `--help` says: grouped, and true of the commands as they are."""

import re
import shlex
from pathlib import Path

import click
import pytest

from sourcebook.cli import COMMANDS, GROUPS, group
from tests.conftest import run_cli

ROOT = Path(__file__).resolve().parent.parent
NAMES = ["", *COMMANDS]


def command_of(name):
    return group.get_command(click.Context(group), name) if name else group


def examples(text):
    """The calls of `sourcebook` in the examples of a help text, each as its words."""
    _, _, listed = text.partition("Examples:")
    for line in listed.splitlines():
        for call in re.split(r"&&|\||>>?", line.partition("    #")[0]):
            words = shlex.split(call, comments=True)
            if words[:1] == ["sourcebook"]:
                yield words[1:]


def test_every_command_stands_below_one_heading():
    modules = {path.stem.replace("_", "-") for path in (ROOT / "src/sourcebook/cli").glob("*.py") if "@click.command" in path.read_text()}
    assert sorted(COMMANDS) == sorted(modules - {"--init--"}) == sorted(name for listed in GROUPS.values() for name in listed)
    shown = run_cli("--help", cwd=ROOT).stdout
    assert [each for each in re.findall(r"^(\S.*):$", shown, re.MULTILINE) if each != "Options"] == list(GROUPS)
    assert re.findall(r"^  ([a-z]\S*)  ", shown, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_of_commands_and_options_that_there_are(name):
    calls = list(examples(command_of(name).help.replace("\b", "")))
    assert calls, name
    for words in calls:
        command = command_of(words[0])
        assert command, words
        known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
        used = {word.partition("=")[0] for word in words[1:] if re.match("--?[a-z]", word)}
        assert used <= known, words


@pytest.mark.parametrize("name", NAMES)
def test_the_documents_that_help_names_are_there(name):
    for each in re.findall(r"docs/[\w-]+\.md", command_of(name).help):
        assert (ROOT / each).is_file(), each
