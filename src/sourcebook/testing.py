"""The golden harness: a case is a YAML file with `files:` in and `expect:` out. For authors of extensions too."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from sourcebook.diagnostics import Diagnostic


def read_case(path: Path) -> dict[str, Any]:
    """The case of a file."""
    case: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (every scalar a string)
    return case


def lay_out(case: dict[str, Any], folder: Path) -> Path:
    """Writes the files of a case below a folder, and gives the folder. `hex:` at the head of a text gives bytes."""
    for name, text in case["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex(text[4:]) if text.startswith("hex:") else text.encode())
    return folder


def check_case(path: Path, folder: Path, run: Callable[[Path], str]) -> tuple[str, str]:
    """(what came out, what was expected) of a case. With UPDATE_GOLDEN set, what came out becomes what is expected.

    Raises:
        RuntimeError: If golden files are to be rewritten where a machine judges (`CI` is set).
    """
    case = read_case(path)
    found = run(lay_out(case, folder))
    if os.environ.get("UPDATE_GOLDEN"):
        if os.environ.get("CI"):
            msg = "Golden files are not rewritten where CI is set"
            raise RuntimeError(msg)
        head = path.read_text(encoding="utf-8").partition("expect: |\n")[0]
        lines = "".join(f"  {line}\n" if line else "\n" for line in found.splitlines())
        path.write_text(f"{head}expect: |\n{lines}", encoding="utf-8")
        return found, found
    return found.rstrip("\n"), str(case.get("expect", "")).rstrip("\n")


def codes(findings: list[Diagnostic]) -> list[str]:
    """The codes of findings, in their order."""
    return [each.code for each in findings]
