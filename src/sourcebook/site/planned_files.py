"""What is planned, among MkDocs' files: each becomes one of them once somebody looks for it.

MkDocs wants an object for every file of a site. Of ten thousand pages a build may have to make five.
"""

import os
import posixpath
from collections.abc import Container, Iterable, Iterator, MutableMapping
from pathlib import Path, PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from sourcebook.site.supply import Plan, Planned, Supply, texts

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
        self.plan = supply.planned
        for uri in (*self._made.in_nav, *self.src_uris):
            self.get_file_from_path(uri)

    def get_file_from_path(self, path: str) -> File | None:
        """The file of a path, which is made now if it was only planned."""
        uri = PurePath(path).as_posix()
        found = super().get_file_from_path(uri)
        if not isinstance(found, PlannedFile) and uri in self.plan:
            found = self._made(self.plan[uri])
            add(self, found, self._made.in_nav)
        return found


class Places(MutableMapping[str, Planned]):
    """What is planned, by where it will stand in the site.

    Args:
        shown: of files that a plan knows: the uri and a digest of all that it shows, by place.
        others: files of which more is known.
        plan: that plan.
    """

    def __init__(self, shown: dict[str, tuple[str, str]], others: dict[str, Planned], plan: Plan | None = None) -> None:
        self._shown, self._others, self._plan = shown, others, plan

    @classmethod
    def of(cls, plan: Plan, *, directories: bool) -> "Places":
        """All that is planned."""
        others = {destination(each.uri, directories=directories): each for each in plan.rest if not each.several}
        shown = {destination(uri, directories=directories): (uri, shown) for uri, shown in plan.shown.items()}
        for place in others.keys() & shown.keys():
            del shown[place]
        return cls(shown, others, plan)

    def __getitem__(self, place: str) -> Planned:
        if self._plan and place in self._shown:
            return self._plan[self._shown[place][0]]
        return self._others[place]

    def __setitem__(self, place: str, planned: Planned) -> None:
        self._shown.pop(place, None)
        self._others[place] = planned

    def __delitem__(self, place: str) -> None:
        if self._shown.pop(place, None) is None:
            del self._others[place]

    def __iter__(self) -> Iterator[str]:
        yield from self._shown
        yield from self._others

    def __len__(self) -> int:
        return len(self._shown) + len(self._others)

    def pages(self) -> Iterator[str]:
        """The places of pages."""
        yield from (place for place, (uri, _) in self._shown.items() if uri.endswith(".md"))
        yield from (place for place, each in self._others.items() if each.uri.endswith(".md"))

    def written(self) -> Iterator[str]:
        """The places of pages in which Markdown of a person stands as it is."""
        return (place for place, each in self._others.items() if each.written)

    def shown(self) -> dict[str, str]:
        """Digests of all that the others show."""
        others = {place: each.shows() for place, each in self._others.items() if not each.written}
        return {place: shown for place, (_, shown) in self._shown.items()} | others


class _Maker:
    """Makes files of plans."""

    def __init__(self, config: MkDocsConfig, root: Path) -> None:
        self._config = config
        self._docs = os.path.relpath(root, config.docs_dir).replace(os.sep, "/")
        self.in_nav = set(_named(config.nav))
        # Without an address, MkDocs makes a link into the site, where nothing can be edited.
        self._editable = bool(config.repo_url) or "://" in f"{config.edit_uri} {config.edit_uri_template}"

    def __call__(self, planned: Planned) -> PlannedFile:
        made = PlannedFile(planned.uri, None, self._config.site_dir, self._config.use_directory_urls)
        made.planned = planned
        made.edit_uri = posixpath.normpath(f"{self._docs}/{planned.source}") if planned.source and self._editable else None
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
    if not uri.endswith(".md"):
        return uri
    folder, _, name = uri.rpartition("/")
    stem = "index" if name == "README.md" else name.removesuffix(".md")
    page = f"{stem}/index.html" if directories and stem != "index" else f"{stem}.html"
    return f"{folder}/{page}" if folder else page
