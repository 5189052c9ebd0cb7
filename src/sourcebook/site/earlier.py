"""What is known of a site that was built before, found out without MkDocs: to load that takes longer than to see that nothing changed."""

import importlib.metadata
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook import __version__
from sourcebook.site.record import Record, read_record, untouched
from sourcebook.store.files import CACHE, Look, looks, looks_of, stamp
from sourcebook.text import digest

PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pymdown-extensions", "PyYAML")
"""Whose versions have a say in how a page looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did.

    Attributes:
        written: how many files differ from what stood there.
        total: how many files the site has.
        slow: what made MkDocs build all of it, in words, or "".
    """

    folder: Path
    written: int = 0
    total: int = 0
    slow: str = ""
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What is known of an earlier build, and what its files looked like just now.

    Attributes:
        record: of that build, if there was one.
        seen: the looks of the files that went into it, as they are now.
        stamp: of these; "" if nobody looked.
        site: the site, if nothing that went into it has changed since.
    """

    record: Record | None = None
    seen: Mapping[str, Mapping[str, Look]] = field(default_factory=dict)
    stamp: str = ""
    site: Built | None = None


def earlier(root: Path, config: Path, out: Path | None, state: str = "") -> Earlier:
    """Looks at the files of an earlier build, but at no content.

    `state` stands for what went into it besides files: a text that changes whenever that does.
    """
    record = read_record(record_path(root, config, out))
    if record is None or not record.stamp or record.environment != {name: os.environ.get(name, "") for name in record.environment}:
        return Earlier(record=record)
    seen = looks_of(record.inputs)
    now = stamp(seen, digest(versions(), state))
    same = now == record.stamp and untouched(record)
    return Earlier(record=record, seen=seen, stamp=now, site=Built(folder=Path(record.site), total=len(record.looks)) if same else None)


def versions() -> str:
    """Of everything that makes pages: packages, Python, and our own code."""
    parts = [__version__, sys.version]
    for name in PACKAGES:
        try:
            parts.append(importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            parts.append("")
    here = Path(__file__).resolve().parent.parent
    parts += [f"{name} {look}" for name, look in sorted(looks(str(here)).items()) if not name.endswith(".pyc")]
    return digest(*parts)


def record_path(root: Path, config: Path, out: Path | None) -> Path:
    """Where the record of a site is kept."""
    return root / CACHE / f"{digest(str(config.resolve()), str(out.resolve()) if out else '')}.json"
