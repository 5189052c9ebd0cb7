"""The layers and the size of modules, and the files that travel with the code."""

import ast
import subprocess
import sys
import tomllib
from collections import Counter
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parent.parent


def test_layers_hold():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_no_module_is_long():
    long = {path.name: lines for path in (ROOT / "src").rglob("*.py") if (lines := len(path.read_text().splitlines())) > 400}
    assert long == {}


def test_no_name_of_a_module_hides_another():
    twice = []
    for path in (ROOT / "src").rglob("*.py"):
        names = Counter(
            each.id
            for line in ast.parse(path.read_text()).body
            if isinstance(line, ast.Assign | ast.AnnAssign)
            for each in (line.targets if isinstance(line, ast.Assign) else [line.target])
            if isinstance(each, ast.Name)
        )
        twice += [f"{path.name}: {name}" for name, times in names.items() if times > 1]
    assert twice == []


def test_vendored_files_are_those_of_their_package():
    import base64
    import hashlib

    vendor = ROOT / "src/sourcebook/render/assets/vendor"
    listed = tomllib.loads((vendor / "vendor.toml").read_text())
    assert {path.name for path in vendor.iterdir() if path.is_dir()} == set(listed)
    for name, package in listed.items():
        assert (vendor / name / "LICENSE").is_file()
        for file, expected in package["files"].items():
            assert base64.b64encode(hashlib.sha512((vendor / name / file).read_bytes()).digest()).decode() == expected


def test_pins_install_with_the_oldest_python():
    """Pins are frozen with whatever Python is at hand, while a fresh machine may have the oldest that pyproject.toml allows."""
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"].removeprefix(">=") + ".0"
    pinned = (line.split("==")[0] for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line)
    too_new = {}
    for name in pinned:
        try:
            needs = metadata(name).get("Requires-Python")
        except PackageNotFoundError:  # what only another system needs
            continue
        if needs and not SpecifierSet(needs).contains(oldest):
            too_new[name] = needs
    assert too_new == {}, f"pin an older release in constraints.txt, which Python {oldest} can install"
