"""What was built last time, so that only what changed is built again.

The record of a site says of every file in it from what it was made (a digest) and what it looked like on the disk afterwards.
A file is kept only if both are still so; whatever else happened (a build that was killed, a file changed by hand) costs time, never truth.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.store.files import Look, looks, write_cached

FORMAT = 1


@dataclass(slots=True)
class Record:
    """What is known of a site that was built.

    Attributes:
        site: its folder.
        stamp: of the files that went into it; "" if they changed while it was built.
        inputs: these files and folders.
        environment: the variables that the configuration asks for, with their values.
        files: by its place in the site: a digest of what it was made from, one of its content, and its look.
    """

    site: str
    stamp: str = ""
    inputs: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    files: dict[str, tuple[str, str, int, int]] = field(default_factory=dict)


def read_record(path: Path) -> Record | None:
    """The record in a file, if there is one and it can be understood."""
    try:
        found = json.loads(path.read_bytes())
        if found["format"] != FORMAT:
            return None
        files = {
            str(uri): (str(key), str(content), int(size), int(changed)) for uri, (key, content, size, changed) in found["files"].items()
        }
        return Record(str(found["site"]), str(found["stamp"]), list(found["inputs"]), dict(found["environment"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_record(path: Path, record: Record) -> None:
    """Writes the record at once."""
    found = {
        "format": FORMAT,
        "site": record.site,
        "stamp": record.stamp,
        "inputs": record.inputs,
        "environment": record.environment,
        "files": record.files,
    }
    write_cached(path, json.dumps(found, separators=(",", ":")).encode())


def site_looks(site: Path) -> dict[str, Look]:
    """The looks of the files of a site; what begins with a dot (`.git`, `.nojekyll`) is not ours."""
    return {uri: look for uri, look in looks(str(site)).items() if not uri.startswith(".")} if site.is_dir() else {}


def untouched(record: Record) -> bool:
    """Whether the site's folder holds exactly what the record says."""
    there = site_looks(Path(record.site))
    return len(there) == len(record.files) and all(there.get(uri) == (size, changed) for uri, (_, _, size, changed) in record.files.items())


def kept(record: Record | None, site: Path, there: Mapping[str, Look]) -> Mapping[str, tuple[str, str]]:
    """Of files that are as the record says: the digests of what they were made from and of their contents.

    Of what was made together with one that is not so, nobody knows any more what it was made from ("").

    Args:
        record: of the last build, if there was one.
        site: the folder that is built into.
        there: the looks of what stands in it.
    """
    if record is None or record.site != str(site):
        return {}
    spoiled = {key for uri, (key, _, size, changed) in record.files.items() if there.get(uri) != (size, changed)}
    return {
        uri: ("" if key in spoiled else key, content)
        for uri, (key, content, size, changed) in record.files.items()
        if there.get(uri) == (size, changed)
    }
