"""Score the loader on the annotated articles: ``python -m tests.eval``.

Prints one table per stage (mentions, entities, relations, quotes), with a row per type and a column group per part of the
set: development articles, held-out articles and the seed. Counts are summed over the articles of a part before precision,
recall and F1 are taken, so long articles weigh more than short ones.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.eval.annotate import HERE, PREDICATES, TYPES, read_article
from tests.eval.score import named, prf, score

Json = dict[str, Any]
# (stem, text, metadata) -> the loader's JSON
Extract = Callable[[str, str, Mapping[str, str]], Json]
AS_SCORED = "ALL, as `score.py` counts"
"""Relations without those whose predicate is annotated in no relation of the article."""
PARTS = ("development", "held-out", "seed")
STAGES = {
    "mention_exact": "Mentions, exact span",
    "mention_overlap": "Mentions, overlapping span",
    "entity": "Entities",
    "relation_triple": "Relations",
    "relation_triple+evidence": "Relations with evidence",
    "quote_span": "Quotes, span",
    "quote_span+speaker": "Quotes, span and speaker",
}


def split(folder: Path = HERE) -> dict[str, str]:
    """The part of each annotated article of a folder, and of the seed if it is there."""
    rows = [line.split() for line in (folder / "split.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
    have = {p.stem for p in (folder / "gold").glob("*.json")}
    return {stem: part for part, stem in [*rows, ("seed", "seed")] if stem in have}


def read(stem: str, folder: Path = HERE) -> tuple[str, dict[str, str], Json]:
    """The text, the metadata and the gold of one article."""
    found = json.loads((folder / "gold" / f"{stem}.json").read_text("utf-8"))
    path = folder / "seed.txt" if stem == "seed" else folder / "articles" / f"{stem}.md"
    metadata, body = ({}, path.read_bytes().decode("utf-8")) if stem == "seed" else read_article(path)
    return body, metadata, found


def loader() -> Extract:
    """The project's own loader."""
    from sourcebook.project import extract_text

    return lambda _stem, text, metadata: extract_text(text, metadata=metadata)


def stored(folder: Path) -> Extract:
    """Predictions that were written before, ``<stem>.json`` each; an article without one scores nothing."""

    def extract(stem: str, _text: str, _metadata: Mapping[str, str]) -> Json:
        path = folder / f"{stem}.json"
        return json.loads(path.read_text("utf-8")) if path.exists() else {}

    return extract


def not_verbatim(text: str, predicted: Json) -> int:
    """How many mentions are not verbatim at their place."""
    return sum(text[m["start"] : m["end"]] != m["text"] for m in predicted.get("mentions", []) if "text" in m)


def outside(found: Json, predicted: Json) -> Iterator[Json]:
    """Relations whose predicate is annotated somewhere but not in this article, which the scorer alone does not count."""
    here = {r["predicate"] for r in found["relations"]}
    return (r for r in predicted.get("relations", []) if r["predicate"] in PREDICATES - here)


def counts(found: Json, predicted: Json) -> Iterator[tuple[str, str, tuple[int, int, int, int]]]:
    """(stage, row, (right, predicted, found, gold)) of one article."""
    extra = list(outside(found, predicted))
    stages = score(found, predicted)
    exact, overlap = stages["mention_exact"], stages["mention_overlap"]
    # The guideline asks that events count where they overlap: where one begins and ends is a matter of taste.
    for sign, row in ((1, exact["MICRO(6 types)"]), (-1, exact["event"]), (1, overlap["event"])):
        yield "mention_exact", "MICRO, events overlapping", tuple(sign * row[key] for key in ("tp_p", "pred", "tp_g", "gold"))
    for stage, rows in stages.items():
        for row, d in ({"ALL": rows} if "P" in rows else rows).items():
            if isinstance(d, dict):
                yield stage, row, (d["tp_p"], d["pred"], d["tp_g"], d["gold"])
        if stage.startswith("relation"):
            yield stage, AS_SCORED, tuple(rows["ALL"][key] for key in ("tp_p", "pred", "tp_g", "gold"))
            for r in extra:
                yield stage, r["predicate"], (0, 1, 0, 0)
                yield stage, "ALL", (0, 1, 0, 0)


def table(stage: str, rows: Mapping[str, Mapping[str, list[int]]], parts: Iterable[str]) -> Iterator[str]:
    """One stage as Markdown."""
    parts = list(parts)
    yield f"| {STAGES[stage]} | " + " | ".join(f"{p} P | R | F1 | predicted | gold" for p in parts) + " |"
    yield "|---|" + "--:|" * 5 * len(parts)
    for row in sorted(rows, key=lambda r: (r.startswith(("ALL", "MICRO")), [*TYPES, r].index(r), r)):
        cells = []
        for part in parts:
            d = prf(*rows[row].get(part, [0, 0, 0, 0]))
            cells += [f"{d[k]:.1f}" if d["pred"] or d["gold"] else "" for k in ("P", "R", "F1")] + [str(d["pred"]), str(d["gold"])]
        yield f"| {row} | " + " | ".join(cells) + " |"


def report(extract: Extract, wanted: Iterable[str], folder: Path = HERE) -> str:
    """All tables."""
    wanted = list(wanted)
    totals: dict[str, dict[str, dict[str, list[int]]]] = defaultdict(lambda: defaultdict(dict))
    articles: dict[str, int] = defaultdict(int)
    ungrounded: dict[str, int] = defaultdict(int)
    for stem, part in sorted(split(folder).items()):
        if part not in wanted:
            continue
        text, metadata, found = read(stem, folder)
        predicted = named(extract(stem, text, metadata))
        articles[part] += 1
        ungrounded[part] += not_verbatim(text, predicted)
        for stage, row, four in counts(found, predicted):
            total = totals[stage][row].setdefault(part, [0, 0, 0, 0])
            total[:] = [a + b for a, b in zip(total, four, strict=True)]
    lines = [f"{part}: {articles[part]} article{'s' * (articles[part] != 1)}, {ungrounded[part]} mentions not verbatim" for part in wanted]
    return "\n\n".join(["; ".join(lines) + ".", *("\n".join(table(s, totals[s], wanted)) for s in STAGES)]) + "\n"


def reduced(**kept: list[Json]) -> Json:
    """A gold or a prediction of nothing but the lists given."""
    return {"entities": [], "mentions": [], "relations": [], "quotes": [], **kept}


def parts_of(p: Json, relations: list[Json]) -> Json:
    """A prediction with these relations, the entities at their ends and the mentions of those."""
    ends = {r[k] for r in relations for k in ("subject", "object")}
    mentions = [m for m in p.get("mentions", []) if m.get("entity") in ends]
    return reduced(relations=relations, mentions=mentions, entities=[e for e in p.get("entities", []) if e["id"] in ends])


def wrong(stage: str, found: Json, predicted: Json, row: str = "") -> tuple[bool, bool]:
    """Whether the scorer counts a false alarm, and a miss."""
    d = score(found, predicted)[stage]
    d = d[row] if row else d
    return d["tp_p"] < d["pred"], d["tp_g"] < d["gold"]


def show(text: str, what: str, kind: str, span: Json) -> str:
    """One line for a developer."""
    line = text.count("\n", 0, span["start"]) + 1
    return f"{what:11s} {kind:22s} line {line}: {text[span['start'] : span['end']]!r}"


def wrong_mentions(text: str, found: Json, predicted: Json) -> Iterator[str]:
    """Missed mentions with what stands there instead, then false alarms."""
    have = predicted.get("mentions", [])
    # Without a demonym among the predictions the scorer takes places on demonyms as neither right nor wrong.
    sentinel = [{"start": -1, "end": 0, "type": "demonym"}] * any(m["type"] == "demonym" for m in have)
    for m in found["mentions"]:
        if not m["optional"] and wrong("mention_exact", reduced(mentions=[m]), reduced(mentions=have), m["type"])[1]:
            near = [p for p in have if p["start"] < m["end"] and m["start"] < p["end"]]
            yield show(text, "missed", m["type"], m) + "".join(f", have {p['type']} {text[p['start'] : p['end']]!r}" for p in near)
    for p in have:
        one = [{k: p[k] for k in ("start", "end", "type")}, *(sentinel if p["type"] != "demonym" else [])]
        if wrong("mention_exact", reduced(mentions=found["mentions"], entities=found["entities"]), reduced(mentions=one), p["type"])[0]:
            yield show(text, "false alarm", p["type"], p)


def wrong_entities(found: Json, predicted: Json) -> Iterator[str]:
    """Missed entities, then those that are not in the gold or repeat one that is."""
    for kind in TYPES:
        entities = [e for e in found["entities"] if e["type"] == kind]
        ids = {e["id"] for e in entities}
        gold = reduced(mentions=[m for m in found["mentions"] if m["entity"] in ids], entities=entities)
        have = [e for e in predicted.get("entities", []) if e["type"] == kind]
        ids = {e["id"] for e in have}
        mentions = [m for m in predicted.get("mentions", []) if m.get("entity") in ids]
        for e in entities:
            others = [x if x is e else {**x, "optional": True} for x in entities]
            if not e["optional"] and wrong("entity", {**gold, "entities": others}, reduced(mentions=mentions, entities=have), kind)[1]:
                yield f"missed      entity {kind:15s} {e['name']}"
        right = 0
        for i, e in enumerate(have, 1):
            d = score(gold, reduced(mentions=mentions, entities=have[:i]))["entity"][kind]
            if d["pred"] - d["tp_p"] > right:
                right = d["pred"] - d["tp_p"]
                yield f"false alarm entity {kind:15s} {e['name']} (not in the gold, or a second entity for the same one)"


def wrong_relations(text: str, found: Json, predicted: Json) -> Iterator[str]:
    """Missed relations, then false alarms."""
    have = predicted.get("relations", [])
    for r in found["relations"]:
        same = parts_of(predicted, [p for p in have if p["predicate"] == r["predicate"]])
        if not r["optional"] and wrong("relation_triple", {**found, "relations": [r]}, same, "ALL")[1]:
            yield show(text, "missed", f"{r['subject']} {r['predicate']} {r['object']}", r["evidence"])
    extra = [id(r) for r in outside(found, predicted)]
    for r in have:
        if id(r) in extra or wrong("relation_triple", found, parts_of(predicted, [r]), "ALL")[0]:
            yield show(text, "false alarm", f"{r['subject']} {r['predicate']} {r['object']}", r.get("evidence") or {"start": 0, "end": 0})


def wrong_quotes(text: str, found: Json, predicted: Json) -> Iterator[str]:
    """Missed quotes, then false alarms, by span and speaker."""
    have = predicted.get("quotes", [])
    for q in found["quotes"]:
        if not q.get("optional") and wrong("quote_span+speaker", {**found, "quotes": [q]}, predicted)[1]:
            yield show(text, "missed", f"quote by {q['speaker']}", q)
    for q in have:
        if wrong("quote_span+speaker", found, {**predicted, "quotes": [q]})[0]:
            yield show(text, "false alarm", f"quote by {q.get('speaker')}", q)


def misses(text: str, found: Json, predicted: Json) -> Iterator[str]:
    """What the prediction of one article lacks and has too much.

    Each item is put to the scorer alone, so that one rule says what is right.
    """
    yield from wrong_mentions(text, found, predicted)
    yield from wrong_entities(found, predicted)
    yield from wrong_relations(text, found, predicted)
    yield from wrong_quotes(text, found, predicted)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description="Score the loader on the annotated articles.")
    parser.add_argument("--split", choices=[*PARTS, "all"], default="all")
    parser.add_argument("--articles", type=Path, metavar="DIR", default=HERE, help="a folder like tests/eval with other annotated articles")
    parser.add_argument("--predictions", type=Path, metavar="DIR", help="score <stem>.json of this folder instead of the loader")
    parser.add_argument("--errors", metavar="STEM", help="print the misses and false alarms of one article that is not held out")
    parser.add_argument("--write-results", type=Path, metavar="FILE", help="append the tables to this Markdown file")
    parser.add_argument("--date", help="the date to write above them")
    given = parser.parse_args()
    if given.write_results and not given.date:
        parser.error("--write-results needs --date")
    if given.errors:
        part = split(given.articles).get(given.errors)
        if part is None:
            parser.error(f"no annotated article {given.errors!r}")
        if part == "held-out":
            parser.error(f"{given.errors} is held out: whoever tunes the loader must not look at its errors")
    if given.predictions and not given.predictions.is_dir():
        parser.error(f"no folder {given.predictions}")
    try:
        extract = stored(given.predictions) if given.predictions else loader()
    except ImportError as error:
        parser.error(f"{error}: install the package, or score stored predictions with --predictions")
    if given.errors:
        text, metadata, found = read(given.errors, given.articles)
        print("\n".join(misses(text, found, named(extract(given.errors, text, metadata)))))
        return 0
    tables = report(extract, PARTS if given.split == "all" else [given.split], given.articles)
    print(tables, end="")
    if given.write_results:
        with given.write_results.open("a", encoding="utf-8") as file:
            file.write(f"\n## {given.date}\n\n{tables}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
