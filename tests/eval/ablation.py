"""What each part of the loader is worth: ``python -m tests.eval.ablation``.

Prints F1 of mentions (exact span), entities and relations, first with parts added one after the other, then with one part
left out of the whole. A part is taken out by replacing what the pipeline calls; nothing else changes.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from tests.eval.__main__ import PARTS, Extract, counts, loader, named, prf, read, split

STAGES = {"mention_exact": "MICRO(6 types)", "entity": "MICRO", "relation_triple": "ALL"}
PIPELINE = "sourcebook.extract.pipeline"


def nothing(*_: object, **__: object) -> list[Any]:
    """What a part that was left out finds."""
    return []


def as_they_are(found: list[Any], *_: object) -> list[Any]:
    """Mentions under the names they were found with."""
    return list(found)


@contextmanager
def without_tagger() -> Iterator[None]:
    """No conditional random field."""
    with mock.patch(f"{PIPELINE}.guesses", nothing):
        yield


@contextmanager
def without_propagation() -> Iterator[None]:
    """No surnames, acronyms, short names of bodies and phrases such as "the Chilean leader" after a full name."""
    with ExitStack() as stack:
        for name in ("again", "acronyms", "shortened", "spelled_out", "leaders"):
            stack.enter_context(mock.patch(f"{PIPELINE}.{name}", nothing))
        for name in ("full_names", "one_spelling", "full_bodies"):
            stack.enter_context(mock.patch(f"{PIPELINE}.{name}", as_they_are))
        yield


@contextmanager
def without_gazetteer() -> Iterator[None]:
    """No names of places and organizations, no demonyms, no given names; titles and the words of rules stay."""
    from sourcebook.extract.gazetteer import gazetteer

    bare = replace(gazetteer(), names={}, demonyms={}, countries={}, given=frozenset())
    with mock.patch(f"{PIPELINE}.gazetteer", lambda: bare):
        yield


WITHOUT: dict[str, Callable[[], Any]] = {"tagger": without_tagger, "propagation": without_propagation, "gazetteer": without_gazetteer}
VARIANTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("rules", ("tagger", "propagation", "gazetteer")),
    ("+ tagger", ("propagation", "gazetteer")),
    ("+ propagation", ("gazetteer",)),
    ("+ gazetteer (all)", ()),
    ("all but the tagger", ("tagger",)),
    ("all but propagation", ("propagation",)),
)


def scores(extract: Extract, part: str) -> list[float]:
    """F1 of each stage over the articles of a part."""
    totals = {stage: [0, 0, 0, 0] for stage in STAGES}
    for stem in sorted(stem for stem, its in split().items() if its == part):
        text, metadata, gold = read(stem)
        for stage, row, four in counts(gold, named(extract(stem, text, metadata))):
            if STAGES.get(stage) == row:
                totals[stage] = [a + b for a, b in zip(totals[stage], four, strict=True)]
    return [prf(*totals[stage])["F1"] for stage in STAGES]


def table() -> str:
    """The variants as a Markdown table."""
    lines = [
        "| F1 of mentions, entities, relations | " + " | ".join(PARTS) + " |",
        "|---|" + "---|" * len(PARTS),
    ]
    for name, left_out in VARIANTS:
        with ExitStack() as stack:
            for each in left_out:
                stack.enter_context(WITHOUT[each]())
            cells = [" ".join(f"{each:.1f}" for each in scores(loader(), part)) for part in PARTS]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.ablation", description="Score the loader with parts left out.")
    parser.add_argument("--write-results", type=Path, metavar="FILE", help="append the table to this Markdown file")
    given = parser.parse_args()
    found = table()
    print(found, end="")
    if given.write_results:
        with given.write_results.open("a", encoding="utf-8") as file:
            file.write(f"\n{found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
