"""What is planned, among MkDocs' files: each becomes one of them once somebody looks for it.

MkDocs wants an object for every file of a site. Of ten thousand pages a build may have to make five.
"""

import os
import posixpath
from collections.abc import Container, Iterable, Iterator
from pathlib import Path, PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from sourcebook.site.supply import Planned, Supply, texts

PLUGIN = "sourcebook"


class PlannedFile(File):
    """A file whose text is made when it is asked for."""

    planned: Planned

    @property
    def content_string(self) -> str:
        """The text."""
        return self.planned.make()

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._content = value

    @property
    def content_bytes(self) -> bytes:
        """The text in UTF-8."""
        return self.planned.make().encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._content = value

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 (MkDocs' signature)
        """Writes the text into the site."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.content_bytes)


class FilesToBe(Files):
    """MkDocs' files and, as long as nobody looks for them, the plans of others. Iteration gives what is there already."""

    def __init__(self, files: Iterable[File], supply: Supply, config: MkDocsConfig, root: Path) -> None:
        super().__init__(files)
        self._made = _Maker(config, root)
        self.planned = {each.uri: each for each in supply.planned if not each.several}
        for uri in self._made.in_nav & self.planned.keys():
            self.get_file_from_path(uri)
        for uri in self.src_uris.keys() & self.planned.keys():
            self.get_file_from_path(uri)

    def get_file_from_path(self, path: str) -> File | None:
        """The file of a path, which is made now if it was only planned."""
        uri = PurePath(path).as_posix()
        found = super().get_file_from_path(uri)
        if uri in self.planned and not isinstance(found, PlannedFile):
            found = self._made(self.planned[uri])
            add(self, found, self._made.in_nav)
        return found


class _Maker:
    """Makes files of plans."""

    def __init__(self, config: MkDocsConfig, root: Path) -> None:
        self._config = config
        self._docs = os.path.relpath(root, config.docs_dir).replace(os.sep, "/")
        self.in_nav = set(_named(config.nav))

    def __call__(self, planned: Planned) -> PlannedFile:
        made = PlannedFile(planned.uri, None, self._config.site_dir, self._config.use_directory_urls)
        made.planned = planned
        made.edit_uri = posixpath.normpath(f"{self._docs}/{planned.source}") if planned.source else None
        return made


def _named(nav: object) -> Iterator[str]:
    """The pages that a navigation names, in sections too."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for each in nav.values() if isinstance(nav, dict) else nav:
            yield from _named(each)


def with_planned(supply: Supply, files: Files, config: MkDocsConfig, root: Path, *, bundled: bool, later: bool) -> Files:
    """Files with everything planned; hand-written pages are replaced by themselves with their links resolved.

    Args:
        supply: what is planned.
        files: to add to.
        config: of the site.
        root: the project's folder.
        bundled: leaves out what makes several files, for a build that makes these itself.
        later: makes a file only once somebody looks for it.
    """
    made = _Maker(config, root)
    if later:
        files = FilesToBe(files, supply, config, root)
    else:
        for each in supply.planned:
            if not each.several:
                add(files, made(each), made.in_nav)
    made_now = {} if bundled else {uri: text.encode() for each in supply.planned if each.several for uri, text in texts(each)}
    for uri, content in {**supply.assets, **made_now}.items():
        file = File(uri, None, config.site_dir, config.use_directory_urls)
        file.content_bytes = content
        file.edit_uri = None
        add(files, file, made.in_nav)
    return files


def add(files: Files, file: File, in_nav: Container[str]) -> None:
    """Adds a file of ours in the place of one that stands there."""
    file.inclusion = InclusionLevel.INCLUDED if file.src_uri in in_nav or not file.src_uri.endswith(".md") else InclusionLevel.NOT_IN_NAV
    file.generated_by = PLUGIN
    before = files.src_uris.get(file.src_uri)
    if before is not None:
        files.remove(before)
    files.append(file)


def destination(uri: str, *, directories: bool) -> str:
    """Where a file will stand in the site, as MkDocs has it; with `directories`, pages are the index of a folder of their own."""
    folder, _, name = uri.rpartition("/")
    if not name.endswith(".md"):
        return uri
    stem = "index" if name == "README.md" else name.removesuffix(".md")
    page = f"{stem}/index.html" if directories and stem != "index" else f"{stem}.html"
    return f"{folder}/{page}" if folder else page
