"""From a folder of new files to the site, so that readers never meet a broken one.

Everything is made beside the site first. Then files that are new go in, then those that changed take the place of the old, each at
once, and last those that nothing leads to any more go. Whenever this is interrupted, each page is whole and each link arrives.
Where there is no site yet, the folder of new files becomes it.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(site: Path) -> Iterator[Path]:
    """An empty folder on the site's own disk, which is gone afterwards."""
    staging = site.with_name(f".{site.name}.part")
    shutil.rmtree(staging, ignore_errors=True)
    try:
        staging.mkdir(parents=True)
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def write(staging: Path, uri: str, content: bytes) -> None:
    """Puts a new file aside for the site."""
    path = f"{staging}/{uri}"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 (tens of thousands of files: no objects for their paths)
            file.write(content)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        Path(path).write_bytes(content)


def publish(staging: Path, site: Path, made: Iterable[str], present: Iterable[str], wanted: Iterable[str]) -> None:
    """Moves new files into the site and removes what does not belong there.

    Args:
        staging: holds the new files.
        site: the site's folder.
        made: the places of the new files.
        present: the places of all files that are in the site now.
        wanted: the places of all files that shall be.
    """
    if not os.path.lexists(site):
        os.replace(staging, site)  # noqa: PTH105
        return
    there = set(present)
    # A file may stand where a folder is needed, and the other way round.
    for uri in sorted(made, key=lambda one: (one in there, one)):
        target = site / uri
        try:
            os.replace(staging / uri, target)  # noqa: PTH105
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staging / uri, target)  # noqa: PTH105
        except (NotADirectoryError, IsADirectoryError):
            _make_room(site, target)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staging / uri, target)  # noqa: PTH105
    emptied = set()
    for uri in sorted(there - set(wanted)):
        (site / uri).unlink(missing_ok=True)
        emptied.add((site / uri).parent)
    for folder in sorted(emptied, reverse=True):
        while folder != site and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent  # noqa: PLW2901


def _make_room(site: Path, target: Path) -> None:
    for each in (target, *target.parents):
        if each == site:
            return
        if each.is_dir() and each == target:
            shutil.rmtree(each)
        elif each.is_file():
            each.unlink()
