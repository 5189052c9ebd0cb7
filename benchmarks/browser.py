"""What a reader's browser has to do on a large site: bytes, seconds to the first result, script, shifts.

    python benchmarks/browser.py SITE [--out FILE.json]

The site (made by `sourcebook build`) is served from this machine with gzip, as hosts do. Every measurement begins with an empty
cache. Bytes are those that go over the wire; script is the browser's own count of the time that it ran scripts.
"""

import argparse
import functools
import gzip
import json
import statistics
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.chromium import find

SHIFTS = "new PerformanceObserver(list => list.getEntries().forEach(each => { window.shifts = (window.shifts || 0) + each.value; })).observe({type: 'layout-shift', buffered: true})"


class _Zipped(SimpleHTTPRequestHandler):
    sent: dict[str, int]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        content = gzip.compress(path.read_bytes()) if path.is_file() else b""
        self.send_response(200 if content else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.sent[self.path] = len(content)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


def weights(site: Path) -> dict[str, dict[str, Any]]:
    """Bytes of pages, gzipped: by folder their number, the median, the largest and its name."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for path in site.rglob("*.html"):
        uri = path.relative_to(site).as_posix()
        found[uri.rpartition("/")[0] or "top"].append((len(gzip.compress(path.read_bytes(), 6)), uri))
    return {
        folder: {
            "pages": len(sizes),
            "median": int(statistics.median(size for size, _ in sizes)),
            "largest": max(sizes)[0],
            "which": max(sizes)[1],
        }
        for folder, sizes in sorted(found.items())
    }


def visits(site: Path, queries: dict[str, str], pages: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Of searches and of pages: what was fetched, how long it took, how long scripts ran, how far things shifted."""
    sent: dict[str, int] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(type("Zipped", (_Zipped,), {"sent": sent}), directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_address[1]}"
    found = {}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        for what, text in queries.items():
            sent.clear()
            found[what] = _search(browser, f"{root}/index.html", text, sent)
        for what, uri in pages.items():
            sent.clear()
            found[what] = _page(browser, f"{root}/{uri}", sent)
        browser.close()
    server.shutdown()
    return found


def _counted(page: Any) -> Callable[[], float]:
    """Gives the seconds that scripts ran since the last navigation."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    return lambda: float({each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}["ScriptDuration"])


def _search(browser: Browser, url: str, text: str, sent: dict[str, int]) -> dict[str, Any]:
    page = browser.new_context().new_page()
    ran = _counted(page)
    page.goto(url, wait_until="load")
    page.wait_for_timeout(300)
    loaded, script = sum(sent.values()), ran()
    began = time.perf_counter()
    page.keyboard.press("Control+k")
    page.locator(".sb-jump input").fill(text)
    page.locator(".sb-results[aria-busy=false] [role=option]").first.wait_for()
    seconds = time.perf_counter() - began
    row = {
        "query": text,
        "first": page.locator(".sb-results [role=option]").first.inner_text().split("\n")[0],
        "seconds": round(seconds, 3),
        "script_ms": round(1000 * (ran() - script)),
        "fetched": sum(sent.values()) - loaded,
        "files": len(sent),
    }
    page.context.close()
    return row


def _page(browser: Browser, url: str, sent: dict[str, int]) -> dict[str, Any]:
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.add_init_script(SHIFTS)
    ran = _counted(page)
    began = time.perf_counter()
    page.goto(url, wait_until="load")
    seconds = time.perf_counter() - began
    page.wait_for_timeout(500)
    row = {
        "seconds": round(seconds, 3),
        "script_ms": round(1000 * ran()),
        "fetched": sum(sent.values()),
        "files": len(sent),
        "shift": round(page.evaluate("window.shifts || 0"), 3),
    }
    page.context.close()
    return row


def examples(site: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Queries and pages to measure with, of whatever the site holds."""
    rows = json.loads(_argument(site / "assets/data/names-0.js"))
    name = next(row[2] for row in rows if row[1] != "article")
    other = next((row[3].split("\n")[0] for row in rows if row[3] and not row[3].isascii()), name)
    line = json.loads(_argument(site / "assets/data/lines-0.js"))[0][3][0]
    queries = {
        "search: a name": name,
        "search: its beginning": name[:4],
        "search: another script": other,
        "search: words of a text": " ".join(line.split()[:6]),
    }
    heavy = weights(site)
    return queries, {f"page: largest of {folder}": heavy[folder]["which"] for folder in heavy if folder != "top"} | {
        "page: home": "index.html"
    }


def _argument(path: Path) -> str:
    """The first value that a script of data hands over, as JSON."""
    text = path.read_text(encoding="utf-8").partition(",")[2]
    value, _ = json.JSONDecoder().raw_decode(text)
    return json.dumps(value)


def table(found: dict[str, Any]) -> str:
    """The results as Markdown."""
    lines = ["| pages | number | median, kB | largest, kB |", "|---|--:|--:|--:|"]
    lines += [
        f"| {folder} | {row['pages']:,} | {row['median'] / 1000:.1f} | {row['largest'] / 1000:.1f} |"
        for folder, row in found["weights"].items()
    ]
    lines += ["", "| | seconds | script, ms | fetched, kB | files | shift |", "|---|--:|--:|--:|--:|--:|"]
    lines += [
        f"| {what} | {row['seconds']:.2f} | {row['script_ms']} | {row['fetched'] / 1000:.0f} | {row['files']} | {row.get('shift', '')} |"
        for what, row in found["visits"].items()
    ]
    return "\n".join(lines)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    queries, pages = examples(asked.site)
    found = {"weights": weights(asked.site), "visits": visits(asked.site, queries, pages)}
    if asked.out:
        asked.out.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(table(found))


if __name__ == "__main__":
    main()
