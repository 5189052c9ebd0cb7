"""How long it takes from saving a file to the page in the browser: `python benchmarks/serving.py DIR [--rounds N]`.

DIR holds a knowledge base (see generate.py). `sourcebook serve` runs on it, a page is open in Chromium, and the summary of its
entity is changed again and again; then the file is broken and mended. Seconds on the clock, from the write to what a person sees.
The files are put back.
"""

import argparse
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as DriverError
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.chromium import find

ADDRESS = "127.0.0.1:8391"
LIMIT = 120_000
"""Milliseconds to wait for anything."""


def seconds_until(page: Any, path: Path, text: str, shown: str) -> float:
    """Of a write, until something that matches a selector is there."""
    began = time.perf_counter()
    path.write_text(text, encoding="utf-8")
    page.wait_for_selector(shown, timeout=LIMIT)
    return time.perf_counter() - began


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Of a knowledge base: seconds to start, from edits to the page, to the overlay of an error, and until it is gone."""
    path = folder / "content/people/pe-9.yml"
    before = path.read_text(encoding="utf-8")
    plain = re.sub(r"^summary: .*\n", "", before, flags=re.MULTILINE)
    with (
        sync_playwright() as driver,
        subprocess.Popen([sys.executable, "-m", "sourcebook", "serve", "--address", ADDRESS], cwd=folder) as server,
    ):
        try:
            browser = driver.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page()
            began = time.perf_counter()
            while True:
                try:
                    page.goto(f"http://{ADDRESS}/people/pe-9.html")
                    break
                except DriverError:  # until the server is there
                    if time.perf_counter() - began > LIMIT / 1000:
                        raise
                    time.sleep(0.1)
            started = time.perf_counter() - began
            edits = []
            for number in range(rounds):
                time.sleep(2)
                summary = f"Edited for time {number}."
                text = plain.replace("\nfacts:", f"\nsummary: {summary}\nfacts:", 1)
                edits.append(seconds_until(page, path, text, f"text={summary}"))
            time.sleep(2)
            broken = seconds_until(page, path, plain.replace("type: person", "type: [", 1), "#sb-errors")
            time.sleep(2)
            mended = time.perf_counter()
            path.write_text(before, encoding="utf-8")
            page.wait_for_selector("#sb-errors", state="detached", timeout=LIMIT)
            mended = time.perf_counter() - mended
            browser.close()
        finally:
            path.write_text(before, encoding="utf-8")
            server.terminate()
    return {
        "start": started,
        "edit to page, median": statistics.median(edits),
        "edit to page, slowest": max(edits),
        "error to overlay": broken,
        "mended to gone": mended,
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    print("| | seconds |\n|---|--:|")
    for what, seconds in measure(asked.folder.resolve(), asked.rounds).items():
        print(f"| {what} | {seconds:.2f} |")


if __name__ == "__main__":
    main()
