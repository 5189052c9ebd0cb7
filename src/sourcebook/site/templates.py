"""The theme's templates as Python code, kept between builds: compiling them takes longer than a page that changed."""

from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from sourcebook.store.files import CACHE
from sourcebook.store.sealed import read_sealed, write_sealed

FOLDER = f"{CACHE}/templates"


class Compiled(jinja2.BytecodeCache):
    """A file for each template; Jinja itself sees whether it belongs to the text that the template has now.

    Code that comes with somebody's repository would be run, so each file is sealed.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills in the code, if it is kept."""
        raw = read_sealed(self._folder / bucket.key)
        if raw is not None:
            bucket.bytecode_from_string(bytes(raw))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code."""
        write_sealed(self._folder / bucket.key, [bucket.bytecode_to_string()])
