"""Which files of a folder were changed by others while we work on them."""

import os
from collections.abc import Iterable
from pathlib import Path
from time import monotonic

from sourcebook.store.files import GONE, Look, looks

_SOON = 0.005
"""Seconds that a look at all files may take if one is to look whenever asked."""
_REST = 20
"""How many times as long as a look at all files takes goes by until the next one, if it takes longer."""


class Seen:
    """The looks of the files of a folder when we read or wrote them last.

    Args:
        folder: which; its files are called by their places in it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looks = looks(os.fspath(folder))
        self._rest = 0.0

    def changed(self) -> list[str]:
        """The files that look otherwise than before, which now count as seen.

        To look at tens of thousands of files again and again would take longer than all else: after a look that took its time, those that
        are asked for within the next moments find nothing changed.
        """
        begin = monotonic()
        if begin < self._rest:
            return []
        now = looks(os.fspath(self._folder))
        took = monotonic() - begin
        self._rest = begin + _REST * took if took > _SOON else 0.0
        before, self._looks = self._looks, now
        return [name for name in sorted({**before, **now}) if now.get(name, GONE) != before.get(name, GONE)]

    def differ(self, names: Iterable[str]) -> bool:
        """Whether one of some files looks otherwise than it did; then all files are looked at the next time."""
        differ = any(self._look(each) != self._looks.get(each, GONE) for each in names)
        if differ:
            self._rest = 0.0
        return differ

    def note(self, name: str) -> None:
        """A file counts as seen as it is now."""
        self._looks[name] = self._look(name)

    def _look(self, name: str) -> Look:
        return looks(os.fspath(self._folder / name)).get("", GONE)
