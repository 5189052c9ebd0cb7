"""Compare what the loader states with sentences that people judged: ``python -m tests.eval.judged``.

`sentences/*.jsonl` hold texts with an open licence, one a line. Readers saw the mentions that the loader had found (`marked`: start,
end, type) and none of its facts, and wrote down which of them each sentence relates, and how (`facts`: predicate, start and end of the
subject and of the object, and "?" where an editor might leave it out, "plan" where it has not happened yet). Offsets are code points.
README.md says where the texts are from.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.eval.score import NAMES

HERE = Path(__file__).parent / "sentences"
PARTS = ("development", "held-out")
SYMMETRIC = frozenset({"met", "cooperates-with", "ally-of", "diplomatic-relations"})
LOOSE = frozenset({"agreement", "area", "event"})
"""Types whose borders move: a mention that begins or ends where one was marked is that one."""
Json = dict[str, Any]
Span = tuple[int, int]
Triple = tuple[str, str, str]
"""Subject, predicate and object: entities by their ids."""


class Judged(NamedTuple):
    """A fact between two places of a text; `how` is "", "?" or "plan"."""

    predicate: str
    subject: Span
    value: Span
    how: str


class Text(NamedTuple):
    """A text with what was marked in it, a type for each span, what readers say of the marked, and what others marked (`mentions.py`)."""

    id: str
    part: str
    text: str
    marked: dict[Span, frozenset[str]]
    facts: list[Judged]
    read: dict[tuple[int, int, str], bool] = {}


def texts(part: str = "") -> Iterator[Text]:
    """The texts of a part, or all."""
    for path in sorted(HERE.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            one: Json = json.loads(line)
            if part in ("", one["part"]):
                marked: dict[Span, set[str]] = {}
                for start, end, kind in one["marked"]:
                    marked.setdefault((start, end), set()).add(kind)
                facts = [Judged(p, (a, b), (c, d), how[0] if how else "") for p, a, b, c, d, *how in one["facts"]]
                read = {(start, end, kind): bool(debatable) for start, end, kind, *debatable in one.get("read", ())}
                yield Text(one["id"], one["part"], one["text"], {k: frozenset(v) for k, v in marked.items()}, facts, read)


def predicate_of(name: str) -> tuple[str, bool]:
    """The predicate that stands for a property, and whether subject and object change places."""
    predicate = NAMES.get(name, name)
    return predicate.lstrip("~"), predicate.startswith("~")


def both_ways(one: Triple) -> list[Triple]:
    """A fact, and turned round if that says the same."""
    subject, predicate, value = one
    return [one, (value, predicate, subject)] if predicate in SYMMETRIC else [one]


def counts(text: Text, found: Json) -> Iterator[tuple[str, str]]:
    """(predicate, what) for each fact judged or stated: what is one of gold, recalled, recalled surely, sure, sure and right, …."""
    entity = {(m["start"], m["end"]): m["entity"] for m in found["mentions"] if m["entity"]}
    # Readers saw the mentions of an earlier loader: "memorandum" of "memorandum on student exchange", "third summit" for "summit".
    ends = {(m["type"], m[end]): m["entity"] for m in found["mentions"] if m["entity"] and m["type"] in LOOSE for end in ("start", "end")}
    for (start, end), kinds in text.marked.items():
        entities = [ends[key] for kind in sorted(kinds) for key in ((kind, start), (kind, end)) if key in ends]
        if entities:
            entity.setdefault((start, end), entities[0])
    said: dict[Triple, str] = {}
    gold: set[Triple] = set()
    for one in text.facts:
        # What the loader does not mark any more cannot be found.
        key = (entity.get(one.subject, f"{one.subject}"), one.predicate, entity.get(one.value, f"{one.value}"))
        for each in both_ways(key):
            said[each] = min(one.how, said.get(each, one.how))
        if not one.how and key not in gold:
            gold.update(both_ways(key))
            yield one.predicate, "gold"
            stated = [r for r in found["relations"] if key in both_ways(_triple(r))]
            if stated:
                yield one.predicate, "recalled"
            if any(not r["unsure"] for r in stated):
                yield one.predicate, "recalled surely"
    judged = {one.predicate for one in text.facts} | {p.lstrip("~") for p in NAMES.values()}
    seen: set[Triple] = set()
    for r in found["relations"]:
        key = _triple(r)
        inside = [(s, e) for (s, e) in text.marked if r["evidence"]["start"] <= s and e <= r["evidence"]["end"]]
        here = {entity.get(span) for span in inside}
        if key in seen or key[1] not in judged or not {key[0], key[2]} <= here:
            continue
        seen.update(both_ways(key))
        sure = "unsure" if r["unsure"] else "sure"
        yield key[1], sure
        if key in said:
            yield key[1], f"{sure} and right"


def _triple(relation: Json) -> Triple:
    predicate, turned = predicate_of(relation["predicate"])
    subject, value = relation["subject"], relation["object"]
    return (value, predicate, subject) if turned else (subject, predicate, value)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.judged", description="Compare the loader's facts with judged sentences.")
    parser.add_argument("--part", choices=[*PARTS, "all"], default="held-out")
    part = parser.parse_args().part
    from sourcebook.extract import to_json
    from sourcebook.extract.pipeline import extract
    from sourcebook.project import empty_knowledge
    from sourcebook.read.text import article_of

    total: Counter[tuple[str, str]] = Counter()
    for text in texts("" if part == "all" else part):
        article = article_of(text.text, "article", "article")
        for predicate, what in counts(text, to_json(extract(article, empty_knowledge()), article, detailed=True)):
            total[predicate, what] += 1
            total["all", what] += 1
    print("| predicate | judged | recall | of it surely | sure | right | unsure | right |\n|---|--:|--:|--:|--:|--:|--:|--:|")
    for name in sorted({name for name, _ in total}, key=lambda name: -total[name, "gold"]):
        of = lambda what, whole, name=name: f"{100 * total[name, what] / max(1, total[name, whole]):.1f}"  # noqa: E731
        print(
            f"| {name} | {total[name, 'gold']} | {of('recalled', 'gold')} | {of('recalled surely', 'gold')} | {total[name, 'sure']} "
            f"| {of('sure and right', 'sure')} | {total[name, 'unsure']} | {of('unsure and right', 'unsure')} |"
        )


if __name__ == "__main__":
    main()
