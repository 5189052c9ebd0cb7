"""Plain values that a build leaves for the next one in `.cache/`; without them, or with those of another version, all is worked out anew."""

import pickle
from pathlib import Path
from typing import Any

from sourcebook.store.files import CACHE
from sourcebook.store.sealed import DAMAGED, sealed_values, write_sealed


def keep_values(root: Path, name: str, values: Any) -> None:
    """Keeps texts, numbers, and tuples, lists and dicts of these under a name."""
    write_sealed(_path(root, name), [pickle.dumps(values, 5)])


def kept_values(root: Path, name: str) -> Any:
    """What was kept under a name, or None."""
    found = sealed_values(_path(root, name))
    try:
        return found.next() if found else None
    except DAMAGED:
        return None


def _path(root: Path, name: str) -> Path:
    return root / CACHE / f"{name}.pickle"
