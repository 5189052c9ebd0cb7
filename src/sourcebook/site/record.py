"""What was built last time, so that only what changed is built again.

The record of a site says of every file in it from what it was made (a digest) and what it looked like on the disk afterwards.
A file is kept only if both are still so; whatever else happened (a build that was killed, a file changed by hand) costs time, never truth.
"""

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.store.files import Look, looks, write_cached

FORMAT = 3
UNKNOWN = "-"
_KEY = 24
"""Digits of a key; behind them stand those of the file alone, where several are made together."""


@dataclass(slots=True)
class Record:
    """What is known of a site that was built.

    Attributes:
        site: its folder.
        stamp: of the files that went into it; "" if they changed while it was built.
        inputs: these files and folders.
        environment: the variables that the configuration asks for, with their values.
        common: a digest of what each of its pages was made from.
        keys: by its place in the site, a digest of what each file was made from besides; "" if that is not known.
        contents: digests of their contents.
        looks: their looks.
    """

    site: str
    stamp: str = ""
    inputs: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    common: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)


def read_record(path: Path) -> Record | None:
    """The record in a file, if there is one and it can be understood."""
    try:
        found = json.loads(path.read_bytes())
        if found["format"] != FORMAT:
            return None
        places = found["places"].split("\n")
        return Record(
            site=str(found["site"]),
            stamp=str(found["stamp"]),
            inputs=list(map(str, found["inputs"])),
            environment=dict(found["environment"]),
            common=str(found["common"]),
            keys=dict(zip(places, found["keys"].split(), strict=True)),
            contents=dict(zip(places, found["contents"].split(), strict=True)),
            looks=dict(zip(places, zip(_numbers(found["sizes"]), _numbers(found["times"]), strict=True), strict=True)),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_record(path: Path, record: Record) -> None:
    """Writes the record at once: in rows, which are read several times as fast as an object for each file."""
    # A name with a line break, which nobody gives a page, is not noted: its file is made again each time.
    places = [uri for uri in record.looks if "\n" not in uri]
    sizes, times = zip(*[record.looks[uri] for uri in places], strict=True) if places else ((), ())
    found = {
        "format": FORMAT,
        "site": record.site,
        "stamp": record.stamp,
        "inputs": record.inputs,
        "environment": record.environment,
        "common": record.common,
        "places": "\n".join(places),
        "keys": " ".join([record.keys[uri] or UNKNOWN for uri in places]),
        "contents": " ".join([record.contents[uri] or UNKNOWN for uri in places]),
        "sizes": _row(sizes),
        "times": _row(times),
    }
    write_cached(path, json.dumps(found, separators=(",", ":")).encode())


def _row(numbers: Iterable[int]) -> str:
    """Numbers as text that is written and read several times as fast as in digits."""
    return b64encode(array("q", numbers).tobytes()).decode()


def _numbers(row: str) -> "array[int]":
    return array("q", b64decode(row, validate=True))


def together(key: str) -> str:
    """What is common to the keys of files that are made together."""
    return key[:_KEY]


def alone(key: str) -> str:
    """What tells such a file from the others; "" if nothing does."""
    return key[_KEY:]


def joined(key: str, own: str) -> str:
    """The key of such a file."""
    return f"{key}{own}" if key else ""


def site_looks(site: Path) -> dict[str, Look]:
    """The looks of the files of a site; what begins with a dot (`.git`, `.nojekyll`) is not ours."""
    return {uri: look for uri, look in looks(str(site)).items() if not uri.startswith(".")} if site.is_dir() else {}


def untouched(record: Record) -> bool:
    """Whether the site's folder holds exactly what the record says."""
    return site_looks(Path(record.site)) == record.looks


def kept(record: Record | None, site: Path, there: Mapping[str, Look]) -> Record:
    """What a record says of files that are still as it says.

    Of what was made together with one that is not so, nobody knows any more what it was made from.

    Args:
        record: of the last build, if there was one.
        site: the folder that is built into.
        there: the looks of what stands in it.
    """
    if record is None or record.site != str(site):
        return Record(str(site))
    if record.looks.items() <= there.items():
        return record
    still = {uri for uri, look in record.looks.items() if there.get(uri) == look}
    spoiled = {together(record.keys[uri]) for uri in record.looks.keys() - still}
    keys = {uri: key for uri, key in record.keys.items() if uri in still and together(key) not in spoiled}
    return Record(str(site), common=record.common, keys=keys, contents={uri: record.contents[uri] for uri in still})
