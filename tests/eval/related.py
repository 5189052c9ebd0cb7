"""Compare the loader's facts with the relations that readers wrote down: ``python -m tests.eval.related``.

`relations/*.jsonl` hold, for texts of `sentences/*.jsonl` (by `id`), what readers who follow the guideline of README.md wrote of the entities that the loader had found there: `entities` (type, name, spans of the
mentions) and `relations` (start and end of the sentence, subject, predicate, object, whether optional, the other partner or null; entities by their place in the list). Offsets are code points. Offices are not among them.
As the entities are the loader's own, nothing is said of mentions and entities that it misses.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.eval.__main__ import wrong_relations
from tests.eval.judged import predicate_of, texts
from tests.eval.score import NAMES, named, score

HERE = Path(__file__).parent / "relations"
PARTS = ("development", "held-out")
ALL = "ALL"
PREDICATES = frozenset(predicate_of(name)[0] for name in NAMES) - {"holds-role", "has-degree"}
Json = dict[str, Any]


def annotated(part: str = "") -> Iterator[tuple[str, Json]]:
    """The texts of a part, or all, each with its gold as `score.py` takes it."""
    words = {each.id: each.text for each in texts()}
    for path in sorted(HERE.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            one: Json = json.loads(line)
            if part in ("", one["part"]):
                yield words[one["id"]], gold(words[one["id"]], one)


def gold(text: str, one: Json) -> Json:
    """What a line says, as `score.py` takes it."""
    ids = [f"{i}:{name}" for i, (_, name, _) in enumerate(one["entities"])]
    entities = [{"id": each, "type": kind, "name": name} for each, (kind, name, _) in zip(ids, one["entities"], strict=True)]
    mentions = [
        {"start": start, "end": end, "type": kind, "entity": ids[i], "text": text[start:end], "mention_kind": "name", "optional": False}
        for i, (kind, _, spans) in enumerate(one["entities"])
        for start, end in spans
    ]
    relations = [
        {
            "subject": ids[subject],
            "predicate": predicate,
            "object": ids[value],
            "optional": bool(optional),
            "qualifiers": {} if partner is None else {"partner": ids[partner]},
            "evidence": {"start": start, "end": end},
        }
        for start, end, subject, predicate, value, optional, partner in one["relations"]
    ]
    return {"entities": entities, "mentions": mentions, "relations": relations, "quotes": []}


def asked_for(predicted: Json) -> Json:
    """What the loader tells, without where an event took place, which is not annotated."""
    events = {each["id"] for each in predicted["entities"] if each["type"] == "event"}
    stated = named(predicted)
    return {**stated, "relations": [r for r in stated["relations"] if r["predicate"] != "located-in" or r["subject"] not in events]}


def counted(found: Json, predicted: Json) -> Iterator[tuple[str, tuple[int, int, int, int, int, int]]]:
    """For each predicate: required facts stated, facts stated that are not optional, required found, required, facts stated that are required or optional, facts stated."""
    stated = asked_for(predicted)
    every = {**found, "relations": [{**each, "optional": False} for each in found["relations"]]}
    for predicate in PREDICATES:
        only = {**stated, "relations": [each for each in stated["relations"] if each["predicate"] == predicate]}
        needed = {**found, "relations": [each for each in found["relations"] if each["predicate"] == predicate]}
        strict, loose = (
            score({**each, "relations": [r for r in each["relations"] if r["predicate"] == predicate]}, only) for each in (needed, every)
        )
        a, b = strict["relation_triple"][ALL], loose["relation_triple"][ALL]
        outside = strict["relation_triple"]["_predicates_outside_gold"]
        yield predicate, (a["tp_p"], a["pred"] + outside, a["tp_g"], a["gold"], b["tp_p"], b["pred"] + outside)


def table(part: str) -> Iterator[str]:
    """Lines of Markdown."""
    from sourcebook.project import extract_text

    totals: dict[str, list[int]] = defaultdict(lambda: [0] * 6)
    for text, found in annotated(part):
        for predicate, numbers in counted(found, extract_text(text)):
            for key in (predicate, ALL):
                totals[key] = [a + b for a, b in zip(totals[key], numbers, strict=True)]
    yield "| predicate | required | P | R | F1 | stated | required or optional of them |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for predicate, (right, stated, found_, required, known, every) in sorted(totals.items(), key=lambda item: (-item[1][3], item[0])):
        p, r = 100 * right / max(1, stated), 100 * found_ / max(1, required)
        yield f"| {predicate} | {required} | {p:.1f} | {r:.1f} | {2 * p * r / max(1e-9, p + r):.1f} | {every} | {100 * known / max(1, every):.1f} |"


def misses(predicate: str) -> Iterator[str]:
    """The misses and false alarms of one predicate in the texts for development, a line each; what is optional is no false alarm."""
    from sourcebook.project import extract_text

    for text, found in annotated("development"):
        both = (found, asked_for(extract_text(text)))
        yield from wrong_relations(
            text, *({**each, "relations": [r for r in each["relations"] if r["predicate"] == predicate]} for each in both)
        )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.eval.related", description=(__doc__ or "").splitlines()[0].partition(":")[0] + "."
    )
    parser.add_argument("--part", choices=[*PARTS, "all"], default="development")
    parser.add_argument(
        "--errors",
        metavar="PREDICATE",
        choices=sorted(PREDICATES),
        help="print the misses and false alarms of a predicate in the texts for development",
    )
    given = parser.parse_args()
    for line in misses(given.errors) if given.errors else table("" if given.part == "all" else given.part):
        print(line)


if __name__ == "__main__":
    main()
