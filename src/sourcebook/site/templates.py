"""The theme's templates as Python code, kept between builds: compiling them takes longer than a page that changed."""

import os
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from sourcebook.store.files import CACHE
from sourcebook.store.sealed import read_sealed, write_sealed

FOLDER = f"{CACHE}/templates"


class Templates(jinja2.FileSystemLoader):
    """The templates of a theme's folders; what is hidden, such as Material's ten thousand icons, can be loaded and is not listed."""

    def list_templates(self) -> list[str]:
        """Their names; MkDocs asks for them to find the files that belong into each site, and leaves out what is hidden."""
        found = set()
        for folder in self.searchpath:
            for inside, folders, files in os.walk(folder):
                folders[:] = [each for each in folders if not each.startswith(".")]
                place = "" if inside == folder else f"{os.path.relpath(inside, folder).replace(os.sep, '/')}/"
                found |= {place + each for each in files if not each.startswith(".")}
        return sorted(found)


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
