"""Compare the loader's mentions with those that readers marked in many texts: ``python -m tests.eval.mentions``.

881 of the texts in `sentences/*.jsonl` have events, organizations, agreements and areas marked by quick readers, who saw nothing of the
loader's (`read`: start, end, type, and "?" where a mention is debatable; code points). As in the scorer, what overlaps a debatable one
is neither right nor wrong.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from tests.eval.judged import PARTS, Span, Text, texts
from tests.eval.score import prf

TYPES = ("event", "organization", "agreement", "area")
Marked = tuple[int, int, str]


def counts(text: Text, found: Iterable[Marked]) -> Iterator[tuple[str, str, str]]:
    """(type, "exact" or "overlap", what) for each mention found or marked: what is right, wrong, met or missed."""
    found = sorted(set(found))
    for kind in TYPES:
        required = [span for (*span, name), debatable in text.read.items() if name == kind and not debatable]
        debatable = [span for (*span, name), debatable in text.read.items() if name == kind and debatable]
        here = [span for *span, name in found if name == kind]
        for how, same in _HOW.items():
            for one in here:
                if any(same(one, other) for other in required):
                    yield kind, how, "right"
                elif not any(_overlap(one, other) for other in debatable):
                    yield kind, how, "wrong"
            for one in required:
                yield kind, how, "met" if any(same(one, other) for other in here) else "missed"


def _overlap(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


_HOW: dict[str, Callable[[list[int], list[int]], bool]] = {"exact": lambda one, other: one == other, "overlap": _overlap}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.mentions", description="Compare the loader's mentions with marked texts.")
    parser.add_argument("--part", choices=[*PARTS, "all"], default="held-out")
    part = parser.parse_args().part
    from sourcebook.project import extract_text

    total: Counter[tuple[str, str, str]] = Counter()
    for text in texts("" if part == "all" else part):
        if text.read:
            mentions = extract_text(text.text, metadata={})["mentions"]
            total.update(counts(text, ((m["start"], m["end"], m["type"]) for m in mentions)))
    print("| mentions | exact P | R | F1 | overlap P | R | F1 | found | marked |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for kind in TYPES:
        cells = []
        for how in _HOW:
            right, met = total[kind, how, "right"], total[kind, how, "met"]
            d = prf(right, right + total[kind, how, "wrong"], met, met + total[kind, how, "missed"])
            cells += [f"{d[name]:.1f}" for name in ("P", "R", "F1")]
        print(f"| {kind} | {' | '.join(cells)} | {d['pred']} | {d['gold']} |")


if __name__ == "__main__":
    main()
