"""Building a site: only what changed, in several processes, and not before all is made.

Where a plugin of others has to see every page, MkDocs builds all of it as always, and the result says why.
"""

import gzip
import hashlib
import importlib.metadata
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Protocol, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from sourcebook import __version__
from sourcebook.diagnostics import SourcebookError
from sourcebook.memory import settle, settled, uncollected
from sourcebook.site import pages
from sourcebook.site.archive import is_unused
from sourcebook.site.planned_files import PLUGIN
from sourcebook.site.publish import beside, only_one, publish, write
from sourcebook.site.record import Record, kept, read_record, site_looks, untouched, write_record
from sourcebook.site.supply import Planned, Supply
from sourcebook.store.files import CACHE, looks, stamp
from sourcebook.text import digest
from sourcebook.workers import cores, each_in_parallel

MEANWHILE = ""
"""Stands among pages to make for what is done beside them."""
RUN = 100
"""Pages after which a process has come to know so much more that it would take long to look for garbage in that again and again."""
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pymdown-extensions", "PyYAML")
"""Whose versions have a say in how a page looks."""
_VARIABLE = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\w+))")

Watch = Callable[[str, int, int], None]
"""Told what is going on, how many files are done, and of how many."""


class Ours(Protocol):
    """Our plugin, as far as a build talks to it."""

    supply: Supply | None
    quick: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did.

    Attributes:
        written: how many files differ from what stood there.
        total: how many files the site has.
        slow: what made MkDocs build all of it, in words, or "".
    """

    folder: Path
    written: int = 0
    total: int = 0
    slow: str = ""
    warnings: list[str] = field(default_factory=list)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What is known of an earlier build, and what its files looked like just now.

    Attributes:
        record: of that build, if there was one.
        stamp: of the files that went into it, as they are now; "" if nobody looked.
        site: the site, if nothing that went into it has changed since.
    """

    record: Record | None = None
    stamp: str = ""
    site: Built | None = None


def earlier(root: Path, config: Path, out: Path | None, state: str = "") -> Earlier:
    """Looks at the files of an earlier build, but at no content.

    `state` stands for what went into it besides files: a text that changes whenever that does.
    """
    record = read_record(_record_path(root, config, out))
    if record is None or not record.stamp or record.environment != {name: os.environ.get(name, "") for name in record.environment}:
        return Earlier(record=record)
    now = stamp(record.inputs, digest(_versions(), state))
    same = now == record.stamp and untouched(record)
    return Earlier(record=record, stamp=now, site=Built(folder=Path(record.site), total=len(record.files)) if same else None)


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
        now = before.stamp if known else stamp(inputs, digest(_versions(), state))
        present = site_looks(site)
        if present and "index.html" not in present and before.record is None:
            msg = f"{site} holds files and is no site: name an empty or a new folder with --site-dir"
            raise SourcebookError(msg)
        with only_one(_record_path(root, config, out).with_suffix(".lock")), beside(site) as staging:
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
            new = [uri for uri, (_, _, is_new) in made.items() if is_new]
            publish(staging, site, new, present, made)
            # One by one, unless most are new.
            there = looks(str(site)) if len(new) > len(present) else {**present, **{uri: looks(f"{site}/{uri}")[""] for uri in new}}
            record.files = {uri: (key, content, *there[uri]) for uri, (key, content, _) in made.items() if uri in there}
            write_record(_record_path(root, config, out), record)
        return Built(folder=site, written=len(new), total=len(made), slow=slow, warnings=list(dict.fromkeys(warnings)))


Made = dict[str, tuple[str, str, bool]]
"""By place: a digest of what a file is made from, one of its content, and whether it is new."""


def _plain(settings: MkDocsConfig, staging: Path) -> Made:
    """All of it by MkDocs."""
    mkdocs_build(settings)
    return dict.fromkeys(looks(str(staging)), ("", "", True))


def _quick(settings: MkDocsConfig, supply: Supply, staging: Path, old: Mapping[str, tuple[str, str]], jobs: int, watch: Watch) -> Made:
    """What changed, in several processes."""
    watch("preparing", 0, 0)
    prepared = pages.prepare(settings)
    keys = _Keys(prepared, supply)
    made: Made = {}
    tasks: dict[str, str] = dict.fromkeys(prepared.pages, "")
    for uri, each in prepared.planned.items():
        tasks[uri] = keys.page(each) if each.uri.endswith(".md") else digest(supply.settings, each.shows())
    bundles: dict[str, Callable[[], Mapping[str, str | bytes]]] = {}
    for each in supply.planned:
        if each.several:
            bundles[each.uri], tasks[each.uri] = each.several, digest(supply.settings, each.shows())
    for uri, make in prepared.templates():
        bundles[uri], tasks[uri] = partial(_of_template, uri, make), keys.template(uri)
    todo = []
    for uri, key in tasks.items():
        same = (
            [one for one, (made_from, _) in old.items() if made_from == key] if uri in bundles else [uri] * (old.get(uri, ("",))[0] == key)
        )
        if key and same:
            made |= {one: (key, old[one][1], False) for one in same}
        else:
            todo.append(uri)

    def put(uri: str, text: str | bytes) -> tuple[str, bool]:
        content = text if isinstance(text, bytes) else text.encode("utf-8", "xmlcharrefreplace")
        found = hashlib.blake2b(content, digest_size=12).hexdigest()
        new = old.get(uri, ("", ""))[1] != found
        if new:
            write(staging, uri, content)
        return found, new

    counted = count(1)

    def work(uri: str) -> dict[str, tuple[str, bool]]:
        if uri == MEANWHILE:
            for each in supply.meanwhile:
                each()
            return {}
        several = bundles.get(uri)
        if several:
            with uncollected():
                return {uri + name: put(uri + name, text) for name, text in several().items()}
        if next(counted) % RUN == 0:
            settle()
        planned = prepared.planned.get(uri)
        return {uri: put(uri, prepared.html(uri) if planned is None or planned.uri.endswith(".md") else planned.make())}

    # What shows everything takes longest, so it goes first.
    todo.sort(key=lambda uri: (uri not in bundles, uri.count("/") > 0 and not uri.endswith("index.html"), not uri.endswith(".html")))
    todo[:0] = [MEANWHILE] if supply.meanwhile else []
    # A process costs as much as some 40 pages; a bundle is worth one.
    worth = 1 + len(todo) // 40 + sum(uri in bundles for uri in todo)
    with settled():
        for number, (uri, done) in enumerate(each_in_parallel(work, todo, min(jobs or cores(), worth)), 1):
            watch("making pages", number, len(todo))
            made |= {one: (tasks[uri], found, new) for one, (found, new) in done.items()}
    for uri, file in prepared.statics.items():
        if not is_unused(uri, supply.language):
            found, new = put(uri, file.content_bytes)
            made[uri] = (found, found, new)
    settings.plugins.on_post_build(config=settings)
    for uri in looks(str(staging)).keys() - made.keys():
        made[uri] = ("", "", True)
    return made


def _of_template(uri: str, make: Callable[[], str]) -> Mapping[str, str | bytes]:
    """The file of a template, unless it is empty; MkDocs compresses the site map, here without a date."""
    text = make()
    if not text.strip():
        return {}
    return {"": text, ".gz": gzip.compress(text.encode(), mtime=0)} if uri == "sitemap.xml" else {"": text}


class _Keys:
    """Digests of what pages are made from."""

    def __init__(self, prepared: pages.Prepared, supply: Supply) -> None:
        self._cached = not pages.foreign(prepared.config)
        config = prepared.config
        nav = f"{config.nav!r} {prepared.nav}"
        self._common = digest(_versions(), supply.settings, pages.options(config), nav, _theme(config))
        self._prepared = prepared

    def page(self, planned: Planned) -> str:
        """Of a page; "" for one that is made in any case."""
        return digest(self._common, planned.shows()) if self._cached and not planned.written else ""

    def template(self, uri: str) -> str:
        """Of a page that the theme makes of all others; "" for those of people, which may show anything."""
        return (
            digest(self._common, uri, self._prepared.outline)
            if self._cached and uri in self._prepared.config.theme.static_templates
            else ""
        )


def _theme(config: MkDocsConfig) -> str:
    """Of the templates that are not part of a package whose version is known."""
    folders = [folder for folder in config.theme.dirs if "site-packages" not in folder and "dist-packages" not in folder]
    parts = []
    for folder in folders:
        for name in sorted(looks(folder)):
            path = Path(folder) / name
            parts += [name, hashlib.blake2b(path.read_bytes(), digest_size=12).hexdigest()] if path.is_file() else []
    return digest(*parts)


def _versions() -> str:
    """Of everything that makes pages: packages, Python, and our own code."""
    parts = [__version__, sys.version]
    for name in PACKAGES:
        try:
            parts.append(importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            parts.append("")
    here = Path(__file__).resolve().parent.parent
    parts += [f"{name} {look}" for name, look in sorted(looks(str(here)).items()) if not name.endswith(".pyc")]
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


def _record_path(root: Path, config: Path, out: Path | None) -> Path:
    return root / CACHE / f"{digest(str(config.resolve()), str(out.resolve()) if out else '')}.json"
