"""Serving a site while people edit it: a page is made when it is asked for, so a change is seen as soon as it is read."""

import json
import logging
import mimetypes
import posixpath
import re
import socket
import threading
import time
import traceback
import webbrowser
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import unquote, urlsplit

from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import MkDocsException
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from sourcebook.diagnostics import SourcebookError
from sourcebook.memory import settled
from sourcebook.site import pages
from sourcebook.site.engine import Ours, inputs_of, settings_of
from sourcebook.site.planned_files import PLUGIN
from sourcebook.site.supply import Planned, Supply, texts

EVENTS = "/.sourcebook/events"
PAUSE = 0.05
"""Seconds without a change before changes are read: editors write a file in several steps."""
AFTER = 0.6
"""Seconds in which nobody asked for anything, before all of the knowledge base is looked at."""
_FINGERPRINTED = re.compile(r"\.[0-9a-f]{8}\.min\.(?:js|css)$")
"""The theme's files, whose names follow from their contents: a browser that renews a page need not ask for them again."""
BEAT = 15.0
"""Seconds after which a browser hears that the server is still there."""


class Content(Protocol):
    """A knowledge base that changes."""

    def supply(self) -> Supply:
        """All of it."""

    def find(self, uri: str) -> Planned | None:
        """One of its files."""

    def read(self, changed: Sequence[Path]) -> bool:
        """Reads changed files again; tells whether the site itself (its tabs, its settings) may be another now."""

    def broken(self) -> list[str]:
        """What is wrong with files that could not be read whole, as a person reads it."""

    def errors(self, idle: Callable[[], bool]) -> list[str] | None:
        """All that is wrong with it; None if the answer became `idle` meanwhile."""


class Live:
    """A site whose pages are made when they are asked for."""

    def __init__(self, config: Path, content: Content, say: Callable[[str], None]) -> None:
        self._config, self._content, self.say = config, content, say
        self._lock = threading.RLock()
        self._news = threading.Condition()
        self.generation = 0
        self._asked = 0.0
        self.problems: list[str] = []
        self._made: dict[str, bytes] = {}
        self._prepare()
        self.problems = content.errors(lambda: False) or []

    def _prepare(self) -> None:
        settings = settings_of(self._config)
        ours = cast("Ours", settings.plugins[PLUGIN])
        ours.supply, ours.quick = self._content.supply(), True
        self.slow = pages.slow_plugin(settings) or (
            "`" + "`, `".join(sorted(set(settings.plugins) - pages.OWN)) + "`" if pages.foreign(settings) else ""
        )
        self.inputs = inputs_of(self._config, settings)
        settings.site_url = ""
        self._prepared = pages.prepare(settings)

    def changed(self, paths: Sequence[Path]) -> None:
        """Reads files again, tells browsers, and then looks for all that is wrong."""
        self._asked = time.monotonic()
        with self._lock:
            try:
                if self._content.read(paths):
                    self._prepare()
                found = self._content.broken()
            except SourcebookError as error:
                found = [str(error)]
            self._made.clear()
            self._tell(found or self.problems)

    def look_for_errors(self) -> None:
        """Looks for all that is wrong after each change, for ever; a new change ends a look that it makes idle."""
        looked_at = self.generation
        while True:
            time.sleep(PAUSE)
            now = self.generation
            # Who edits or reads is served first.
            if now == looked_at or time.monotonic() - self._asked < AFTER:
                continue
            found = self._content.errors(partial(self._moved_on, now))
            if found is None:
                continue
            looked_at = now
            if found != self.problems:
                self._tell(found, renewed=False)
                for problem in found:
                    self.say(problem)

    def _moved_on(self, generation: int) -> bool:
        return self.generation != generation or time.monotonic() - self._asked < AFTER

    def _tell(self, problems: list[str], *, renewed: bool = True) -> None:
        with self._news:
            self.problems = problems
            self.generation += renewed
            self._news.notify_all()

    def news(self, known: tuple[int, list[str]] | None) -> tuple[int, list[str]] | None:
        """The generation and what is wrong, once they are others than those known; None if nothing happens for long."""
        with self._news:
            self._news.wait_for(lambda: (self.generation, self.problems) != known, BEAT)
            now = (self.generation, list(self.problems))
        return now if now != known else None

    def get(self, uri: str) -> bytes | None:
        """The file at a place of the site."""
        self._asked = time.monotonic()
        with self._lock:
            if uri not in self._made:
                content = self._make(uri)
                if content is None:
                    return None
                self._made[uri] = content
            return self._made[uri]

    def missing(self) -> bytes:
        """The page that says that there is no such page."""
        with self._lock:
            return (
                next((make().encode() for uri, make in self._prepared.templates() if uri == "404.html"), b"") or b"There is no such page."
            )

    def _make(self, uri: str) -> bytes | None:
        prepared = self._prepared
        file = prepared.statics.get(uri)
        if file:
            return file.content_bytes
        source = f"{uri.removesuffix('.html')}.md" if uri.endswith(".html") else uri
        planned = self._content.find(source)
        if planned and planned.several:
            return dict(texts(planned)).get(uri, "").encode() or None
        if planned and not uri.endswith(".html"):
            return planned.make().encode()
        if planned:
            prepared.renew(uri, planned)
            return self._with_news(prepared.html(uri))
        for name, make in prepared.templates():
            if name == uri:
                return make().encode() or None
        if uri in prepared.pages:
            return self._with_news(prepared.html(uri))
        return None

    def _with_news(self, html: str) -> bytes:
        script = _SCRIPT.replace("GENERATION", str(self.generation)).replace("EVENTS", EVENTS)
        before, end, after = html.rpartition("</body>")
        return f"{before}{script}{end}{after}".encode()


_SCRIPT = """<script>(function () {
  var box, source = new EventSource("EVENTS");
  source.onmessage = function (event) {
    var news = JSON.parse(event.data);
    if (news[0] !== GENERATION) { source.close(); location.reload(); return; }
    if (box) { box.remove(); box = null; }
    if (!news[1].length) return;
    box = document.createElement("div");
    box.id = "sb-errors";
    box.setAttribute("role", "alert");
    box.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:99;max-height:60vh;overflow:auto;padding:1rem 1.5rem;background:#3b0d0c;color:#fff;font:13px/1.5 monospace;white-space:pre-wrap;border-top:4px solid #ff6b5e";
    box.textContent = news[1].join("\\n");
    document.body.appendChild(box);
  };
  addEventListener("pagehide", function () { source.close(); });
})();</script>"""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    live: Live

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._events()
            return
        uri = posixpath.normpath(path).lstrip("/")
        uri = "index.html" if uri in {"", "."} else f"{uri}/index.html" if path.endswith("/") else uri
        status = HTTPStatus.OK
        try:
            content = self.live.get(uri)
        except Exception:  # noqa: BLE001 (whatever a template does wrong is shown, and the server goes on)
            content, status = traceback.format_exc().encode(), HTTPStatus.INTERNAL_SERVER_ERROR
        kind = mimetypes.guess_type(uri)[0] or "application/octet-stream"
        if content is None:
            content, status, kind = self.live.missing(), HTTPStatus.NOT_FOUND, "text/html"
        if status is HTTPStatus.INTERNAL_SERVER_ERROR:
            kind = "text/plain"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(("text/", "application/j")) else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=86400, immutable" if _FINGERPRINTED.search(uri) else "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_HEAD = do_GET  # noqa: N815 (the name that the base class calls)

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        known: tuple[int, list[str]] | None = None
        try:
            while True:
                now = self.live.news(known)
                known = now or known
                self.wfile.write(f"data: {json.dumps(now)}\n\n".encode() if now else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name of the base class)
        """Requests are of no interest to who edits."""


class _Changes(FileSystemEventHandler):
    """Collects what changes until it has been quiet for a moment."""

    def __init__(self) -> None:
        self._paths: set[Path] = set()
        self._some = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in {"opened", "closed_no_write"}:
            return
        with self._some:
            self._paths |= {Path(str(each)) for each in (event.src_path, getattr(event, "dest_path", "")) if each}
            self._some.notify_all()

    def take(self) -> list[Path]:
        """The paths that changed, once there are some."""
        with self._some:
            # With a limit, so that an interrupt is noticed everywhere.
            while not self._paths:
                self._some.wait(1.0)
            while self._some.wait(PAUSE):
                pass
            found, self._paths = sorted(self._paths), set()
        return found


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Browsers hang up as they like."""


def serve(config: Path, address: str, opened: Callable[[], Content], *, open_browser: bool, say: Callable[[str], None]) -> None:
    """Serves the site until interrupted, and tells browsers of every change and of what is wrong.

    Args:
        config: `mkdocs.yml`.
        address: host and port.
        opened: reads the knowledge base.
        open_browser: whether to show the site.
        say: tells the person who started it.

    Raises:
        SourcebookError: If the configuration is wrong or the address cannot be used.
    """
    host, _, port = address.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        msg = f"`{address}` is no address: write host and port, such as 127.0.0.1:8000"
        raise SourcebookError(msg)
    slow = _slow(config)
    if slow:
        say(f"{slow} wants to see every page, so MkDocs builds all of them after each change")
        _by_mkdocs(config, address, open_browser=open_browser)
        return
    try:
        handler = type("Handler", (_Handler,), {})
        _Server.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        server = _Server((host.strip("[]"), int(port)), handler)
    except OSError as error:
        msg = f"Cannot serve on {address}: {error.strerror}. Choose another with --address"
        raise SourcebookError(msg) from error
    began = time.monotonic()
    live = Live(config, opened(), say)
    handler.live = live  # type: ignore[attr-defined]
    changes, observer = _Changes(), Observer()
    for each in live.inputs:
        path = Path(each)
        if path.exists():
            observer.schedule(changes, str(path if path.is_dir() else path.parent), recursive=path.is_dir())
    observer.start()
    for work in (server.serve_forever, live.look_for_errors):
        threading.Thread(target=work, daemon=True).start()
    url = f"http://{address}/"
    say(f"Serving on {url} after {time.monotonic() - began:.1f} s; Ctrl+C ends it")
    if open_browser:
        webbrowser.open(url)
    try:
        for problem in live.problems:
            say(problem)
        # Walking over all of a large knowledge base takes longer than making a page of it.
        with settled():
            while True:
                paths = [path for path in changes.take() if _concerns(path, live.inputs)]
                if not paths:
                    continue
                began = time.monotonic()
                live.changed(paths)
                say(f"Read {len(paths)} changed {'file' if len(paths) == 1 else 'files'} in {time.monotonic() - began:.2f} s")
    finally:
        observer.stop()
        server.shutdown()
        server.server_close()


def _concerns(path: Path, inputs: Sequence[str]) -> bool:
    return any(Path(each) == path or Path(each) in path.parents for each in inputs) and not path.name.startswith(".")


def _slow(config: Path) -> str:
    settings = settings_of(config)
    return pages.slow_plugin(settings) or (", ".join(f"`{each}`" for each in sorted(set(settings.plugins) - pages.OWN)))


def _by_mkdocs(config: Path, address: str, *, open_browser: bool) -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(message)s")
    try:
        mkdocs_serve(config_file=str(config), dev_addr=address, open_in_browser=open_browser, livereload=True)
    except MkDocsException as error:
        raise SourcebookError(str(error)) from error
    except OSError as error:
        msg = f"Cannot serve on {address}: {error.strerror}. Choose another with --address"
        raise SourcebookError(msg) from error
