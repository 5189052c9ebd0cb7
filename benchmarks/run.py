"""How fast a site is built, beside plain MkDocs, Zensical and Hugo on the same pages, in one run.

    python benchmarks/run.py 1000 10000 [--peers mkdocs,zensical,hugo] [--jobs 1,2] [--rounds N] [--out FILE.json]
    python benchmarks/run.py --table FILE.json [--plot FILE.svg]

For each size a knowledge base is made up (see generate.py), then: `sourcebook build` from nothing, with nothing changed, and after
five kinds of edits; its parts alone; and the peers, which build the pages that `sourcebook render` writes. Each command is a new
process, measured from outside:

* seconds by the clock, and of the processor in all its processes (user and system);
* peak memory: the most that all its processes held together (proportional set size: shared pages count once), and the largest alone;
* bytes written: of the files in the site that the command made or changed.

With several rounds the fastest counts. What other processes do at the same time changes the clock more than the processor.
Hugo has no Material theme: it gets a bare layout, and the same Markdown.
"""

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import generate  # noqa: E402 (beside this file)

Row = dict[str, Any]
TOOL = [sys.executable, "-m", "sourcebook"]
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "-q"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as those of an installed package are."""
LIMIT = 3600
"""Seconds after which a command is ended and counts as not finished."""
HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Benchmark"\ndisableKinds = ["taxonomy", "term", "RSS"]\nuglyURLs = true\n'
    "[markup.goldmark.renderer]\nunsafe = true\n",
    "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title><body>{{ .Content }}</body>\n",
    "layouts/_default/list.html": "<!doctype html><title>{{ .Title }}</title><body>{{ .Content }}</body>\n",
}
PARTS = """
import json, sys, time
from pathlib import Path
from sourcebook.memory import uncollected
from sourcebook.project import Project, load
from sourcebook.check import check
from sourcebook.publishing import supply
from sourcebook.site.supply import texts
def spent(work):
    clock, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, [round(time.perf_counter() - clock, 3), round(time.process_time() - cpu, 3)]
project = Project(Path(sys.argv[1]))
(knowledge, found), loading = spent(lambda: load(project))
with uncollected():
    problems, checking = spent(lambda: list(check(knowledge)))
pages, rendering = spent(lambda: sum(1 for each in supply(project, (knowledge, found)).planned for _ in texts(each)))
errors = [each for each in [*found, *problems] if each.severity == "error"]
print(json.dumps({"load": loading, "check": checking, "render": rendering, "pages": pages, "errors": len(errors)}))
"""


def _tree(pid: int) -> Iterator[int]:
    """A process and all that come from it."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for each in children:
        yield from _tree(int(each))


def _memory(pid: int) -> int:
    """Bytes that a process holds, shared pages by its share of them."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def measured(command: Sequence[str], folder: Path, site: Path) -> Row:
    """What a command took; `failed` says with which status it ended if not with 0."""
    before = time.time()
    clock = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        running = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        peak = 0
        done = threading.Event()

        def watch() -> None:
            nonlocal peak
            while not done.wait(0.1):
                peak = max(peak, sum(map(_memory, _tree(running.pid))))
                if time.perf_counter() - clock > LIMIT:
                    os.killpg(running.pid, signal.SIGKILL)

        watcher = threading.Thread(target=watch)
        watcher.start()
        _, status, used = os.wait4(running.pid, 0)
        seconds = time.perf_counter() - clock
        done.set()
        watcher.join()
        running.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    row: Row = {
        "seconds": round(seconds, 2),
        "processor": round(used.ru_utime + used.ru_stime, 2),
        "memory": max(peak, used.ru_maxrss * 1024 if not peak else 0),
        "largest": used.ru_maxrss * 1024,
        "written": sum(size for size, changed in _files(site) if changed >= before - 0.01),
    }
    return row | ({"failed": running.returncode, "said": said[-2000:]} if running.returncode else {})


def _files(site: Path) -> Iterator[tuple[int, float]]:
    for each in site.rglob("*") if site.is_dir() else ():
        if each.is_file():
            state = each.stat()
            yield state.st_size, max(state.st_mtime, state.st_ctime)


def edit_fact(content: Path) -> None:
    """Another year in one fact of one person."""
    for path in sorted((content / "people").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        found = re.search(r"^    when: (\d{4})$", text, re.MULTILINE)
        if found:
            path.write_text(text.replace(found[0], f"    when: {int(found[1]) + 1}", 1), encoding="utf-8")
            return


def edit_name(content: Path) -> None:
    """Another name for one person, the old one an alias."""
    path = content / "people/pe-9.yml"
    text = path.read_text(encoding="utf-8")
    name = re.search(r"^name: (.*)$", text, re.MULTILINE)[1]
    text = text.replace(f"name: {name}", f"name: Dr {name} Junior", 1)
    lines = text.split("\n")
    at = lines.index("aliases:") + 1 if "aliases:" in lines else 2
    lines[at:at] = [*([] if "aliases:" in lines else ["aliases:"]), f"  - {name}"]
    path.write_text("\n".join(lines), encoding="utf-8")


def add_article(content: Path) -> None:
    """An article, and a fact that cites it."""
    path = content / "people/pe-9.yml"
    place = (content / "places/pl-1.yml").read_text(encoding="utf-8")
    named = re.search(r"^name: (.*)$", place, re.MULTILINE)[1]
    words = f"The doctor visited {named} once more."
    body = f"\n{words}\n"
    head = f"title: A new one\ngenre: news\nissued: 2026\nlanguage: en\nsha256: {hashlib.sha256(body.encode()).hexdigest()}\n"
    (content / "articles/a-new-one.md").write_text(f"---\n{head}---\n{body}", encoding="utf-8")
    fact = f"  - visited: pl-1\n    when: 2026\n    cite:\n      - src: a-new-one\n        quote: >-\n          {words}\n"
    path.write_text(path.read_text(encoding="utf-8") + fact, encoding="utf-8")


def remove_entity(content: Path) -> None:
    """One event less; no fact names events."""
    path = max((content / "events").glob("*.yml"), key=lambda each: int(each.stem.partition("-")[2]))
    path.unlink()


EDITS: dict[str, Callable[[Path], None]] = {
    "one fact changed": edit_fact,
    "one name changed": edit_name,
    "one article added": add_article,
    "one entity removed": remove_entity,
}


def _best(rounds: int, prepare: Callable[[], None], command: Sequence[str], folder: Path, site: Path) -> Row:
    rows = []
    for _ in range(rounds):
        prepare()
        rows.append(measured(command, folder, site))
    return min(rows, key=lambda row: (row.get("failed", 0) != 0, row["processor"]))


def _clean(*folders: Path) -> Callable[[], None]:
    def clean() -> None:
        for each in folders:
            shutil.rmtree(each, ignore_errors=True)

    return clean


def ours(folder: Path, jobs: int, rounds: int) -> Iterator[tuple[str, Row]]:
    """Builds by Sourcebook: from nothing, and after edits."""
    site = folder / "site"
    command = [*TOOL, "build", "--jobs", str(jobs)]
    yield "from nothing", _best(rounds, _clean(site, folder / ".cache"), command, folder, site)
    time.sleep(0.2)
    yield "nothing changed", _best(max(2, rounds), lambda: None, command, folder, site)
    for name, edit in EDITS.items():
        edit(folder / "content")
        time.sleep(0.2)
        yield name, measured(command, folder, site)


def parts(folder: Path, rounds: int) -> Iterator[tuple[str, Row]]:
    """Its steps alone."""
    done = subprocess.run([sys.executable, "-c", PARTS, str(folder)], check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    if found["errors"]:
        sys.exit(f"The made-up knowledge base has {found['errors']} errors")
    for name in ("load", "check", "render"):
        clock, processor = found[name]
        yield name, {"seconds": clock, "processor": processor, "pages": found["pages"]}
    command = [*TOOL, "check", "--no-warnings"]
    yield "check, as a command", _best(rounds, _clean(folder / ".cache"), command, folder, folder / "none")
    time.sleep(0.2)
    yield "check, nothing changed", _best(max(2, rounds), lambda: None, command, folder, folder / "none")
    edit_fact(folder / "content")
    time.sleep(0.2)
    yield "check, one fact changed", measured(command, folder, folder / "none")
    note = folder.parent / "note.txt"
    note.write_text("\nThe delegation of Norway visited Oslo on 3 March 2024.\n", encoding="utf-8")
    yield "ingest of one article", measured([*TOOL, "ingest", str(note), "--id", "note-of-one"], folder, folder / "none")


def peers(folder: Path, names: Sequence[str], rounds: int) -> Iterator[tuple[str, Row]]:
    """The same pages by others."""
    rendered, config = folder.parent / f"{folder.name}-pages", folder.parent / f"{folder.name}.yml"
    clean = _clean(rendered)
    yield "sourcebook render", _best(1, clean, [*TOOL, "render", str(rendered), "--config", str(config)], folder, rendered)
    site = Path(f"{rendered}-site")
    if "mkdocs" in names:
        yield "mkdocs, no search", _best(rounds, _clean(site), [*MKDOCS, "-f", str(config)], folder, site)
        text = config.read_text(encoding="utf-8")
        searching = config.with_name(f"{folder.name}-search.yml")
        searching.write_text(re.sub(r"^plugins:.*\n", "plugins: [search]\n", text, flags=re.MULTILINE), encoding="utf-8")
        yield "mkdocs, its search", _best(rounds, _clean(site), [*MKDOCS, "-f", str(searching)], folder, site)
    if "zensical" in names:
        command = [str(Path(sys.executable).with_name("zensical")), "build", "-f", str(config)]
        yield "zensical", _best(rounds, _clean(site, folder.parent / ".cache"), command, folder, site)
        yield "zensical, nothing changed", measured(command, folder, site)
    if "hugo" in names and shutil.which("hugo"):
        bare = folder.parent / f"{folder.name}-hugo"
        shutil.copytree(rendered, bare / "content")
        for each in (bare / "content").rglob("*"):
            if each.is_file() and each.suffix != ".md":
                each.unlink()
            elif each.name == "index.md":  # Hugo's name for the page of a folder
                each.rename(each.with_name("_index.md"))
        for name, text in HUGO.items():
            (bare / name).parent.mkdir(parents=True, exist_ok=True)
            (bare / name).write_text(text, encoding="utf-8")
        yield "hugo, bare layout", _best(rounds, _clean(bare / "public"), ["hugo", "--quiet"], bare, bare / "public")
        shutil.rmtree(bare)
    shutil.rmtree(site, ignore_errors=True)
    shutil.rmtree(rendered)


def run(sizes: Sequence[int], names: Sequence[str], jobs: Sequence[int], rounds: int) -> Iterator[Row]:
    """All measurements, a row each."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="sourcebook-bench-") as place:
            folder = Path(place) / "base"
            generate.write(size, folder)
            untouched = Path(place) / "content"
            shutil.copytree(folder / "content", untouched)

            def again(folder: Path = folder, untouched: Path = untouched) -> None:
                shutil.rmtree(folder / "content")
                shutil.copytree(untouched, folder / "content")

            for number in jobs:
                for name, row in ours(folder, number, rounds):
                    yield {"entities": size, "what": f"sourcebook, {name}", "jobs": number, **row}
                again()
            for name, row in parts(folder, rounds):
                yield {"entities": size, "what": name, "jobs": 1, **row}
            again()
            for name, row in peers(folder, names, rounds):
                yield {"entities": size, "what": name, "jobs": 1, **row}


def table(found: Row) -> Iterator[str]:
    """The results as Markdown: a table for each size, with each row against plain MkDocs with its own search."""
    for size in dict.fromkeys(row["entities"] for row in found["rows"]):
        rows = [row for row in found["rows"] if row["entities"] == size]
        peer = next((row for row in rows if row["what"] == "mkdocs, its search" and "failed" not in row), None)
        yield f"\n### {size:,} entities\n"
        yield "| | processes | seconds | processor, s | memory, MB | largest process, MB | written, MB | MkDocs takes |"
        yield "|---|--:|--:|--:|--:|--:|--:|--:|"
        for row in rows:
            if row.get("failed"):
                yield f"| {row['what']} | {row['jobs']} | did not finish ({row['failed']}) | | | | | |"
                continue
            times = f"{peer['seconds'] / row['seconds']:,.1f} x" if peer and row["seconds"] and "written" in row and row["written"] else ""
            if row["what"].endswith("nothing changed") and peer:
                times = f"{peer['seconds'] / row['seconds']:,.1f} x"
            sizes = [f"{row[key] / 1e6:,.0f}" if key in row else "" for key in ("memory", "largest", "written")]
            yield f"| {row['what']} | {row['jobs']} | {row['seconds']:,.2f} | {row['processor']:,.2f} | {' | '.join(sizes)} | {times} |"


def plot(found: Row, path: Path) -> None:
    """Processor seconds over entities, both logarithmic, one line for each builder."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "sourcebook"
    from matplotlib import pyplot as plt

    most = max(row["jobs"] for row in found["rows"])
    figure, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")
    lines = [
        "mkdocs, its search", "zensical", "hugo, bare layout",
        "sourcebook, from nothing", "sourcebook, one fact changed", "sourcebook, nothing changed",
    ]  # fmt: skip
    for name in lines:
        points = [
            (row["entities"], row["processor"])
            for row in found["rows"]
            if row["what"] == name and not row.get("failed") and (row["jobs"] == most or not name.startswith("sourcebook"))
        ]
        if points:
            axes.plot(
                *zip(*points, strict=True), marker="o", linewidth=2, linestyle="-" if name.startswith("sourcebook") else "--", label=name
            )
    axes.set(xscale="log", yscale="log", xlabel="entities", ylabel="processor, seconds")
    axes.grid(visible=True, which="both", alpha=0.25)
    axes.legend(fontsize=8)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of entities")
    parser.add_argument("--peers", default="mkdocs,zensical,hugo")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--out", type=Path, help="adds the rows to those in this file")
    parser.add_argument("--table", type=Path, help="prints the table of a file made with --out")
    parser.add_argument("--plot", type=Path, help="draws that file")
    asked = parser.parse_args()
    if asked.table:
        found = json.loads(asked.table.read_text(encoding="utf-8"))
        print("\n".join(table(found)))
        if asked.plot:
            plot(found, asked.plot)
        return
    found = {"python": platform.python_version(), "cores": len(os.sched_getaffinity(0)), "rows": []}
    if asked.out and asked.out.exists():
        found["rows"] = json.loads(asked.out.read_text(encoding="utf-8"))["rows"]
    names = [each for each in asked.peers.split(",") if each]
    for row in run(asked.sizes, names, [int(each) for each in asked.jobs.split(",")], asked.rounds):
        print(json.dumps(row), flush=True)
        same = (row["entities"], row["what"], row["jobs"])
        found["rows"] = [each for each in found["rows"] if (each["entities"], each["what"], each["jobs"]) != same] + [row]
        if asked.out:
            asked.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
