"""How fast the loader reads, beside spaCy's blank pipeline with an EntityRuler that knows the same names.

    python benchmarks/extraction.py [--rounds N] [--markdown FILE]

Both read the same annotated articles, one core, in one run, alternately; the fastest round of each counts. Cold start is a new
process that reads one sentence, measured from outside. Peak memory is that of a process that reads all articles once.
Length: the articles one after the other, repeated, as one text. spaCy is in the `test` extra.
"""

import argparse
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
LENGTHS = (50_000, 100_000, 200_000, 400_000)
SENTENCE = "Oslo is in Norway."
Reader = Callable[[str], object]


def articles() -> list[str]:
    """The texts of the annotated articles."""
    from tests.eval.annotate import read_article

    return [read_article(path)[1] for path in sorted((ROOT / "tests/eval/articles").glob("*__*.md"))]


def sourcebook_reader() -> Reader:
    """The whole default loader: mentions, entities, facts, quotations."""
    from sourcebook.project import extract_text

    return extract_text


def spacy_reader() -> Reader:
    """Tokens, sentences and names of the gazetteer; no persons, no facts."""
    import spacy

    from sourcebook.extract.gazetteer import gazetteer

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10_000_000
    ruler = nlp.add_pipe("entity_ruler")
    tables = gazetteer()
    patterns = [{"label": tables.names[name].type, "pattern": name} for name in tables.names]
    patterns += [{"label": "demonym", "pattern": name} for name in tables.demonyms]
    ruler.add_patterns(patterns)
    return nlp


READERS: dict[str, Callable[[], Reader]] = {"sourcebook": sourcebook_reader, "spaCy blank + EntityRuler": spacy_reader}


def timed(reader: Reader, texts: list[str]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - start


def in_a_process(name: str, *, everything: bool) -> tuple[float, int]:
    """Seconds from start to end of a new process that reads one sentence, or all articles; and its peak memory in bytes."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, __file__, "--child", name, *(["--all"] if everything else [])],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    return time.perf_counter() - start, int(done.stdout)


def child(name: str, *, everything: bool) -> None:
    """What the new process does."""
    reader = READERS[name]()
    for text in articles() if everything else [SENTENCE]:
        reader(text)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(kilobytes * (1 if sys.platform == "darwin" else 1024))


def rows(rounds: int) -> Iterator[str]:
    """The result as a Markdown table."""
    # New processes first: one that a large process starts would report the large one's memory.
    cold = {name: min(in_a_process(name, everything=False)[0] for _ in range(rounds)) for name in READERS}
    peak = {name: in_a_process(name, everything=True)[1] for name in READERS}
    texts = articles()
    size = sum(map(len, texts))
    readers = {name: make() for name, make in READERS.items()}
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(rounds):
        for name, reader in readers.items():
            best[name] = min(best[name], timed(reader, texts))
    whole = "\n\n".join(texts) * (LENGTHS[-1] // size + 1)
    yield f"{len(texts)} articles of {size:,} characters; Python {platform.python_version()}, {platform.machine()}; best of {rounds} rounds."
    yield ""
    yield "| | " + " | ".join(readers) + " |"
    yield "|---|" + "--:|" * len(readers)
    yield "| characters/s, the articles | " + " | ".join(f"{size / best[name]:,.0f}" for name in readers) + " |"
    for length in LENGTHS:
        speeds = [length / min(timed(reader, [whole[:length]]) for _ in range(3)) for reader in readers.values()]
        yield f"| characters/s, one text of {length:,} | " + " | ".join(f"{each:,.0f}" for each in speeds) + " |"
    yield "| cold start and one sentence, s | " + " | ".join(f"{cold[name]:.2f}" for name in readers) + " |"
    yield "| peak memory, all articles, MB | " + " | ".join(f"{peak[name] / 1e6:.0f}" for name in readers) + " |"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="How fast the loader reads, beside spaCy's EntityRuler.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table to this file as well")
    parser.add_argument("--child", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--all", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(given.child, everything=given.all)
        return
    found = "\n".join(rows(given.rounds)) + "\n"
    print(found, end="")
    if given.markdown:
        given.markdown.write_text(found, encoding="utf-8")


if __name__ == "__main__":
    main()
