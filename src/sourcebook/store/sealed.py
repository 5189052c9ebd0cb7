"""Values of ours, and code, in files of the cache which only this very installation can have written.

Pickles are quick and can do anything. So each stands behind a seal, which breaks with any damage and which nobody can make who
does not know when our code was installed; and with nothing but our own classes in it. One that comes with somebody's repository
is not even opened.
"""

import io
import pickle
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from sourcebook import __version__
from sourcebook.store.files import looks, write_cached
from sourcebook.text import digest

_SEAL = 32
_OURS = ("sourcebook.model.", "sourcebook.store.verdict", "sourcebook.diagnostics")
DAMAGED = (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, IndexError, KeyError, ImportError)
"""What reading a pickle of another shape may raise."""


def write_sealed(path: Path, parts: Iterable[bytes]) -> None:
    """Writes bytes, such as pickles, one behind the other and all at once."""
    out = io.BytesIO(bytes(_SEAL))
    out.seek(_SEAL)
    for each in parts:
        out.write(each)
    with out.getbuffer() as raw:
        raw[:_SEAL] = seal(raw[_SEAL:])
        write_cached(path, raw)


def read_sealed(path: Path) -> memoryview | None:
    """What stands in such a file, or None if there is none that this installation wrote."""
    found = _unbroken(path)
    return memoryview(found)[_SEAL:] if found else None


def sealed_values(path: Path) -> "Values | None":
    """The same as values."""
    found = _unbroken(path)
    return Values(found) if found else None


def _unbroken(path: Path) -> bytes | None:
    """The bytes of a file with its seal."""
    try:
        found = path.read_bytes()
    except OSError:
        return None
    raw = memoryview(found)
    return found if len(raw) > _SEAL and raw[:_SEAL] == seal(raw[_SEAL:]) else None


class Values:
    """Values that stand in pickles one behind the other, after a seal."""

    def __init__(self, sealed: bytes) -> None:
        self._sealed = sealed
        self._stream = self._at(_SEAL)

    @property
    def position(self) -> int:
        """How many bytes are read."""
        return self._stream.tell()

    def next(self) -> Any:
        """The following value.

        Raises:
            pickle.UnpicklingError: If it has a class that is none of ours.
        """
        return _Ours(self._stream).load()

    def at(self, position: int) -> Any:
        """The value that begins after so many bytes; the order of reading stays as it is.

        Raises:
            pickle.UnpicklingError: If it has a class that is none of ours.
        """
        return _Ours(self._at(position)).load()

    def _at(self, position: int) -> io.BytesIO:
        # A stream of its own for each, since several threads may read; it copies nothing.
        stream = io.BytesIO(self._sealed)
        stream.seek(position)
        return stream


class _Ours(pickle.Unpickler):
    """Makes values of our own classes and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a name.

        Raises:
            pickle.UnpicklingError: If it is none of ours.
        """
        found = _class(module, name)
        if found is None:
            msg = f"{module}.{name} has no place in the cache"
            raise pickle.UnpicklingError(msg)
        return found


@cache
def _class(module: str, name: str) -> type | None:
    found = getattr(import_module(module), name, None) if module.startswith(_OURS) else None
    return found if isinstance(found, type) else None


def seal(raw: memoryview | bytes) -> bytes:
    """What stands before the pickles."""
    found = sha256(_version().encode())
    found.update(raw)
    return found.digest()


@cache
def _version() -> str:
    """Of our own code and of Python: another may read the same file otherwise."""
    here = Path(__file__).resolve().parent.parent
    parts = [f"{name} {look}" for name, look in sorted(looks(str(here)).items()) if name.endswith((".py", ".yml"))]
    return digest(__version__, sys.version, *parts)
