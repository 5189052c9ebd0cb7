"""What all tests share."""

import os
from pathlib import Path

import pytest

os.environ["NO_MKDOCS_2_WARNING"] = "1"
ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files; refused where CI is set")


def pytest_configure(config):
    if config.getoption("--update-golden"):
        if os.environ.get("CI"):
            raise pytest.UsageError("--update-golden is refused where CI is set")
        os.environ["UPDATE_GOLDEN"] = "1"


@pytest.fixture
def example(tmp_path):
    """A copy of the example knowledge base with its configuration."""
    import shutil

    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def golden():
    """The folder of golden files."""
    return ROOT / "tests/golden"


def interruptible():
    """Has a program that is about to start heed Ctrl-C, also where the tests run in a shell's background, which does not."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run_cli(*arguments, cwd=None, env=None):
    """Runs the command as a user would, in a process of its own."""
    import subprocess
    import sys

    command = [sys.executable, "-m", "sourcebook", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **(env or {})})


@pytest.fixture
def host():
    """A host of repositories with one pull request, at an address of this machine."""
    from tests.pipelines import Host

    with Host() as host:
        yield host
        host.shutdown()
