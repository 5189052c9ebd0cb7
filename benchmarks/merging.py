"""How many concurrent edits merge by themselves, and whether what comes out is right.

    python benchmarks/merging.py [--pairs N] [--first N] [--batch N] [--markdown FILE]

Two people each make one to four edits of an entity file: facts, citations, qualifiers, names and comments are added, changed and
removed, proposals accepted, and facts put in order. Each file is a pair of edits; many files are merged by one `git merge` of two
branches of a real repository, so that git calls the driver as it does for people. A model that knows which fact is which says what
the result should be. Three ways: new facts at the end of the file and git's own merge; new facts in canonical order and git's own
merge; canonical order and the driver.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
WAYS = ("git, appended", "git, in order", "driver, in order")
TITLES = {"edits": "Each makes one to four edits of all kinds", "additions": "Each adds one to three facts"}
ROWS = {
    "pairs": "pairs of edits",
    "clean": "merged without a conflict",
    "needless": "conflicts where the model sees none",
    "missed": "merged in silence where the model sees a conflict",
    "lost": "facts or names lost, or without an edit, in files merged without a conflict",
    "doubled": "facts that are there twice, likewise",
    "broken": "files that are no YAML any more, likewise",
    "seconds": "seconds for a file",
}


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs git as a person would, with no settings but the repository's."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False, env=env)


def repository(folder: Path, *, driver: bool) -> None:
    """An empty repository, with the driver or without."""
    folder.mkdir()
    for command in (("init", "-q", "-b", "main"), ("config", "user.name", "A"), ("config", "user.email", "a@example.org")):
        git(folder, *command)
    if driver:
        from sourcebook.merging import install

        install(folder)


def commit(folder: Path, texts: dict[str, str], branch: str) -> None:
    """A branch from main with these files; main itself, to begin with."""
    if branch != "main":
        git(folder, "switch", "-qc", branch, "main")
    for name, text in texts.items():
        path = folder / "content/people" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", branch)


def batch(folder: Path, seeds: Sequence[int], way: str, kind: str) -> Counter[str]:
    """Merges the pairs of edits with these numbers in one go, and compares each file with what it should be."""
    from tests.edits import Merge, pair, pair_of_additions, text_of

    make = {"edits": pair, "additions": pair_of_additions}[kind]
    pairs = {f"p{seed}.yml": make(seed, appending="appended" in way) for seed in seeds}
    repository(folder, driver="driver" in way)
    for number, branch in enumerate(("main", "ours", "theirs")):
        commit(folder, {name: text_of(each[number]) for name, each in pairs.items()}, branch)
    git(folder, "switch", "-q", "ours")
    begun = time.perf_counter()
    git(folder, "merge", "-q", "theirs", "-m", "both")
    found = Counter(pairs=len(pairs), milliseconds=round(1000 * (time.perf_counter() - begun)))
    unmerged = set(git(folder, "diff", "--name-only", "--diff-filter=U").stdout.split())
    for name, each in pairs.items():
        right = Merge(*each, 0)
        path = folder / "content/people" / name
        if f"content/people/{name}" in unmerged:
            found["needless"] += not right.conflicts
            continue
        found["clean"] += 1
        found["missed"] += bool(right.conflicts)
        if not right.conflicts:
            found += compared(path.read_text(), text_of(right.entity))
    return found


def compared(text: str, expected: str) -> Counter[str]:
    """What of the expected text is not there, and what is there twice."""
    import yaml
    from tests.edits import told

    try:
        found, meant = told(text), told(expected)
    except (yaml.YAMLError, KeyError, StopIteration, TypeError, AttributeError):
        return Counter(broken=1)
    facts = Counter((name, values) for name, values, *_ in found["facts"])
    wanted = Counter((name, values) for name, values, *_ in meant["facts"])
    lost = (Counter(meant["facts"]) - Counter(found["facts"])) + (Counter(meant["aliases"]) - Counter(found["aliases"]))
    return Counter(lost=lost.total(), doubled=(facts - wanted).total())


def table(found: dict[str, Counter[str]]) -> str:
    """All ways beside each other, in Markdown."""
    lines = [f"| | {' | '.join(WAYS)} |", "|---|--:|--:|--:|"]
    for key, label in ROWS.items():
        cells = []
        for way in WAYS:
            each = found[way]
            share = f" ({each[key] / each['pairs']:.1%})" if key in {"clean", "needless", "missed"} else ""
            cells.append(f"{each['milliseconds'] / each['pairs'] / 1000:.3f}" if key == "seconds" else f"{each[key]:,}{share}")
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measures all ways and prints a table for each kind of pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=2000, help="of edits of all kinds; a tenth as many of additions alone")
    parser.add_argument("--first", type=int, default=0, help="the number of the first pair")
    parser.add_argument("--batch", type=int, default=250, help="files in one merge")
    parser.add_argument("--markdown", type=Path, help="where to write the tables")
    options = parser.parse_args()
    begun = f"{git(ROOT, '--version').stdout.strip()}, Python {platform.python_version()}."
    text = ""
    for kind, number in (("edits", options.pairs), ("additions", options.pairs // 10)):
        found = {way: Counter[str]() for way in WAYS}
        done = text
        for start in range(0, number, options.batch):
            seeds = range(options.first + start, options.first + min(start + options.batch, number))
            for way in WAYS:
                with tempfile.TemporaryDirectory() as folder:
                    found[way] += batch(Path(folder) / "clone", seeds, way, kind)
            print(f"{kind}: {seeds.stop - options.first:,} of {number:,}", file=sys.stderr)
            text = f"{done}\n{TITLES[kind]}:\n\n{table(found)}"
            if options.markdown:
                options.markdown.write_text(f"{begun}\n{text}")
    print(f"{begun}\n{text}")


if __name__ == "__main__":
    main()
