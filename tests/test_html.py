"""Markup: every page is valid HTML by html-validate, but for what the theme does. Needs Node.js; without it nothing is proved."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.synthetic import write
from tests.tools import npm_package

ROOT = Path(__file__).resolve().parent.parent
VERSION = "9.7.1"
"""html-validate, MIT; fetched into the folder of the virtual environment, once."""


@pytest.fixture(scope="module")
def validator():
    return npm_package("html-validate", VERSION) / ".bin/html-validate"


@pytest.mark.parametrize("which", ["example", "synthetic"])
def test_pages_are_valid(validator, tmp_path, which):
    if which == "example":
        shutil.copytree(ROOT / "content", tmp_path / "content")
    else:
        write(tmp_path, 60)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    subprocess.run([sys.executable, "-m", "sourcebook", "build"], cwd=tmp_path, check=True, capture_output=True)
    # The theme's page for missing addresses is not ours.
    pages = [str(path) for path in sorted((tmp_path / "site").rglob("*.html")) if path.name != "404.html"]
    assert len(pages) > 50
    done = subprocess.run(
        [str(validator), "-c", str(ROOT / "tests/htmlvalidate.json"), *pages], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_validator_sees_what_is_wrong(validator, tmp_path):
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><html lang=en><title>x</title><p><div id=a>x</p><i id=a></i>")
    done = subprocess.run(
        [str(validator), "-c", str(ROOT / "tests/htmlvalidate.json"), str(bad)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "no-dup-id" in done.stdout
