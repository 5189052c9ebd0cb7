"""Building a site: only what changed, in several processes, and not before all is made.

Where a plugin of others has to see every page, MkDocs builds all of it as always, and the result says why.
"""

import gzip
import hashlib
import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Protocol, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from sourcebook.diagnostics import SourcebookError
from sourcebook.memory import settle, settled, uncollected
from sourcebook.site import pages
from sourcebook.site.archive import is_unused
from sourcebook.site.earlier import Built, Earlier, earlier, record_path, versions
from sourcebook.site.planned_files import PLUGIN
from sourcebook.site.publish import beside, publish, write
from sourcebook.site.record import Record, alone, joined, kept, site_looks, together, write_record
from sourcebook.site.supply import Part, Supply, Text
from sourcebook.store.alone import only_one
from sourcebook.store.files import looks, looks_of, stamp
from sourcebook.text import digest
from sourcebook.workers import cores, each_in_parallel

MEANWHILE = ""
"""Stands among pages to make for what is done beside them."""
FEW = 1000
"""Pages whose making needs no memory worth mentioning."""
RUN = 100
"""Pages after which a process has come to know so much more that it would take long to look for garbage in that again and again."""
_BUSY = "This site is being built by another process: wait for it, or build into another folder with --site-dir"
_VARIABLE = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\w+))")

Watch = Callable[[str, int, int], None]
"""Told what is going on, how many files are done, and of how many."""


class Ours(Protocol):
    """Our plugin, as far as a build talks to it."""

    supply: Supply | None
    quick: bool


class _Collected(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Notes one message."""
        self.messages.append(record.getMessage())


@contextmanager
def _collecting(config: Path) -> Iterator[list[str]]:
    """What MkDocs warns of meanwhile; its errors become ours."""
    collected = _Collected()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    try:
        yield collected.messages
    except MkDocsException as error:
        raise SourcebookError(f"{config}: {'; '.join([*collected.messages, str(error)])}") from error
    finally:
        logger.removeHandler(collected)


def settings_of(config: Path, out: Path | None = None) -> MkDocsConfig:
    """What `mkdocs.yml` says.

    Raises:
        SourcebookError: If the configuration is missing, wrong, or lacks our plugin.
    """
    if not config.is_file():
        msg = f"There is no {config}: `sourcebook init` writes one"
        raise SourcebookError(msg)
    settings = load_config(config_file=str(config), **({"site_dir": str(out.resolve())} if out else {}))
    if PLUGIN not in settings.plugins:
        msg = f"{config} does not name our plugin: add `- {PLUGIN}` below `plugins:`"
        raise SourcebookError(msg)
    return settings


def build(
    root: Path,
    config: Path,
    out: Path | None,
    supplied: Callable[[], Supply],
    before: Earlier | None = None,
    state: str = "",
    *,
    jobs: int = 0,
    watch: Watch,
) -> Built:
    """Builds the site that `mkdocs.yml` describes.

    Args:
        root: the project's folder.
        config: `mkdocs.yml`.
        out: the site's folder, if not the one that the configuration names.
        supplied: gives the knowledge base's part; asked for once, after a look at the files it comes from.
        before: what is known of an earlier build, if somebody looked.
        state: of what goes into the site besides files.
        jobs: processes; 0 means one for each core.
        watch: told of progress.

    Raises:
        SourcebookError: If the configuration is wrong, or the site cannot be built; it is then as it was.
    """
    before = before or earlier(root, config, out, state)
    with _collecting(config) as warnings:
        settings = settings_of(config, out)
        site = Path(settings.site_dir)
        inputs, environment = _inputs(root, config, settings)
        known = before.record is not None and before.stamp and before.record.inputs == inputs
        now = before.stamp if known else stamp(looks_of(inputs), digest(versions(), state))
        present = site_looks(site)
        if present and "index.html" not in present and before.record is None:
            msg = f"{site} holds files and is no site: name an empty or a new folder with --site-dir"
            raise SourcebookError(msg)
        with only_one(record_path(root, config, out).with_suffix(".lock"), _BUSY), beside(site) as staging:
            supply = supplied()
            slow = pages.slow_plugin(settings)
            ours = cast("Ours", settings.plugins[PLUGIN])
            ours.supply, ours.quick = supply, not slow
            settings.site_dir = str(staging)
            record = Record(str(site), now, inputs, environment)
            settings.plugins.on_startup(command="build", dirty=False)
            try:
                made = (
                    _plain(settings, staging)
                    if slow
                    else _quick(settings, supply, staging, kept(before.record, site, present), jobs, watch)
                )
            finally:
                settings.plugins.on_shutdown()
            watch("publishing", 0, 0)
            publish(staging, site, made.new, present, made.keys)
            # One by one, unless most are new.
            few = len(made.new) <= len(present)
            there = {**present, **{uri: looks(f"{site}/{uri}")[""] for uri in made.new}} if few else looks(str(site))
            record.looks = there if there.keys() == made.keys.keys() else {uri: there[uri] for uri in made.keys if uri in there}
            record.common, record.keys, record.contents = made.common, made.keys, made.contents
            write_record(record_path(root, config, out), record)
        return Built(folder=site, written=len(made.new), total=len(made.keys), slow=slow, warnings=list(dict.fromkeys(warnings)))


@dataclass(slots=True)
class Made:
    """The files of a site, by their places.

    Attributes:
        common: a digest of what each of its pages is made from.
        keys: digests of what they are made from besides.
        contents: digests of their contents.
        new: those that are not as they were before.
    """

    common: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)

    def add(self, uri: str, key: str, content: str, *, new: bool) -> None:
        """Notes one more."""
        self.keys[uri], self.contents[uri] = key, content
        if new:
            self.new.append(uri)


def _plain(settings: MkDocsConfig, staging: Path) -> Made:
    """All of it by MkDocs."""
    mkdocs_build(settings)
    made = dict.fromkeys(looks(str(staging)), "")
    return Made("", made, dict(made), list(made))


def _quick(settings: MkDocsConfig, supply: Supply, staging: Path, old: Record, jobs: int, watch: Watch) -> Made:
    """What changed, in several processes."""
    watch("preparing", 0, 0)
    prepared = pages.prepare(settings)
    common = _common(prepared, supply)
    tasks: dict[str, str] = dict.fromkeys([*prepared.pages, *prepared.planned.written()], "") | prepared.planned.shown()
    bundles: dict[str, Callable[[], Mapping[str, Part]]] = {}
    for each in supply.planned.rest:
        if each.several:
            bundles[each.uri], tasks[each.uri] = each.several, digest(each.uri, each.shows())
    for uri, make in prepared.templates():
        bundles[uri], tasks[uri] = partial(_of_template, uri, make), _of_all_pages(prepared, uri)
    if pages.foreign(settings):
        # Who knows what others put on a page.
        tasks |= dict.fromkeys([*prepared.planned.pages(), *(uri for uri, _ in prepared.templates())], "")
    keys = old.keys if old.common == common else {}
    of_bundles = {tasks[uri] for uri in bundles} - {""}
    same = {uri: key for uri, key in tasks.items() if key and keys.get(uri) == key}
    same |= {uri: keys[uri] for uri in keys.keys() - tasks.keys() if together(keys[uri]) in of_bundles}
    made = Made(common, same, dict(old.contents))
    for uri in old.contents.keys() - same.keys():
        del made.contents[uri]
    held = set(map(together, same.values())) & of_bundles
    todo = [uri for uri, key in tasks.items() if uri not in same and key not in held]

    def put(uri: str, key: str, text: str | bytes) -> tuple[str, str, bool]:
        content = text if isinstance(text, bytes) else text.encode("utf-8", "xmlcharrefreplace")
        found = hashlib.blake2b(content, digest_size=12).hexdigest()
        new = old.contents.get(uri) != found
        if new:
            write(staging, uri, content)
        return key, found, new

    def part(uri: str, key: str, each: Part) -> tuple[str, str, bool]:
        own = joined(key, each.shows)
        if each.shows and alone(keys.get(uri, "")) == each.shows:
            return own, old.contents[uri], False
        return put(uri, own, each.make())

    counted = count(1)

    def work(uri: str) -> dict[str, tuple[str, str, bool]]:
        if uri == MEANWHILE:
            for each in supply.meanwhile:
                each()
            return {}
        several = bundles.get(uri)
        if several:
            with uncollected():
                return {uri + name: part(uri + name, tasks[uri], each) for name, each in several().items()}
        if len(todo) > FEW and next(counted) % RUN == 0:
            settle()
        planned = prepared.planned.get(uri)
        made_of = prepared.html(uri) if planned is None or planned.uri.endswith(".md") else planned.make()
        return {uri: put(uri, tasks[uri], made_of)}

    # What shows everything takes longest, so it goes first.
    todo.sort(key=lambda uri: (uri not in bundles, uri.count("/") > 0 and not uri.endswith("index.html"), not uri.endswith(".html")))
    todo[:0] = [MEANWHILE] if supply.meanwhile else []
    # A process costs as much as some 40 pages; a bundle is worth one.
    worth = 1 + len(todo) // 40 + sum(uri in bundles for uri in todo)
    # To look for what few pages leave behind takes longer than to make them.
    with settled() if len(todo) > FEW else nullcontext():
        for number, (_, done) in enumerate(each_in_parallel(work, todo, min(jobs or cores(), worth)), 1):
            watch("making pages", number, len(todo))
            for one, (key, content, new) in done.items():
                made.add(one, key, content, new=new)
    for uri, file in prepared.statics.items():
        if not is_unused(uri, supply.language):
            _, content, new = put(uri, "", file.content_bytes)
            made.add(uri, content, content, new=new)
    settings.plugins.on_post_build(config=settings)
    for uri in looks(str(staging)).keys() - made.keys.keys():
        made.add(uri, "", "", new=True)
    return made


def _of_template(uri: str, make: Callable[[], str]) -> Mapping[str, Part]:
    """The file of a template, unless it is empty; MkDocs compresses the site map, here without a date."""
    text = make()
    if not text.strip():
        return {}
    made = {"": Text("", lambda: text)}
    return {**made, ".gz": Text("", lambda: gzip.compress(text.encode(), mtime=0))} if uri == "sitemap.xml" else made


def _common(prepared: pages.Prepared, supply: Supply) -> str:
    """A digest of what every page is made from."""
    config = prepared.config
    nav = f"{config.nav!r} {prepared.nav}"
    return digest(versions(), supply.settings, pages.options(config), nav, _theme(config))


def _of_all_pages(prepared: pages.Prepared, uri: str) -> str:
    """A digest for a page that the theme makes of all others; "" for those of people, which may show anything."""
    if uri not in prepared.config.theme.static_templates:
        return ""
    return digest(uri, prepared.addresses if prepared.only_lists(uri) else prepared.outline)


def _theme(config: MkDocsConfig) -> str:
    """Of the templates that are not part of a package whose version is known."""
    folders = [folder for folder in config.theme.dirs if "site-packages" not in folder and "dist-packages" not in folder]
    parts = []
    for folder in folders:
        for name in sorted(looks(folder)):
            path = Path(folder) / name
            parts += [name, hashlib.blake2b(path.read_bytes(), digest_size=12).hexdigest()] if path.is_file() else []
    return digest(*parts)


def _inputs(root: Path, config: Path, settings: MkDocsConfig) -> tuple[list[str], dict[str, str]]:
    """The files and folders that a site is made from, and the variables that the configuration asks for."""
    files = [config]
    texts = ""
    for each in files:
        try:
            text = each.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        texts += text
        parent = re.search(r"(?m)^INHERIT:\s*[\"']?([^\"'\n#]+)", text)
        if parent and len(files) < 20:
            files.append((each.parent / parent[1].strip()).resolve())
    custom = [folder for folder in settings.theme.dirs if "site-packages" not in folder and "dist-packages" not in folder]
    hooks = [str(config.parent / name) for name in settings.plugins if name.endswith(".py")]
    found = [str(each) for each in files] + [str(root / "content"), settings.docs_dir, *custom, *hooks]
    names = {name.strip().strip("\"'") for match in _VARIABLE.finditer(texts) for name in (match[1] or match[2] or "").split(",")}
    environment = {name: os.environ.get(name, "") for name in sorted(names) if re.fullmatch(r"\w+", name)}
    return list(dict.fromkeys(found)), environment


def inputs_of(config: Path, settings: MkDocsConfig) -> list[str]:
    """The files and folders that a site is made from."""
    return _inputs(config.parent, config, settings)[0]
