"""Turn the hand-written annotations into the gold files that the scorer reads.

``python -m tests.eval.annotate [--articles DIR] [STEM ...]`` reads ``annotations/<stem>.yml`` and writes ``gold/<stem>.json``.
Offsets are computed from the words, never typed: code points of the article's body, which begins after the closing ``---`` line.
The format is described in ``README.md``.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.eval.score import NAMES

HERE = Path(__file__).parent
TYPES = ("person", "place", "organization", "agreement", "area", "event")
# A name inside one of these names is nested in it and optional: the country in an institute's name.
CONTAINERS = ("person", "place", "organization", "agreement")
PREDICATES = frozenset(n.lstrip("~") for n in NAMES.values())
ELISION = " … "
TOP_KEYS = {"readings", "entities", "roles", "dates", "relations", "quotes", "negatives"}
ENTITY_KEYS = {"id", "type", "name", "aliases", "optional", "kind", "mentions"}
MENTION_KEYS = {"text", "demonym", "nth", "type", "kind", "optional", "within", "note"}
ROLE_KEYS = {"text", "entity", "nth", "optional", "within"}
DATE_KEYS = {"text", "value", "nth", "optional", "within"}
RELATION_KEYS = {"s", "p", "o", "evidence", "optional", "qualifiers"}
QUOTE_KEYS = {"text", "speaker", "optional", "nth", "note"}


class Problem(Exception):
    """An annotation that its article does not bear out."""


class Row(dict[str, Any]):
    """A mapping of the file that knows its line."""

    line: int


class _Loader(yaml.SafeLoader):
    pass


def _row(loader: _Loader, node: yaml.MappingNode) -> Iterator[Row]:
    row = Row()
    row.line = node.start_mark.line + 1
    yield row
    row.update((str(k), v) for k, v in loader.construct_mapping(node).items())


_Loader.add_constructor("tag:yaml.org,2002:map", _row)
# A date stays the words it is written with, as the gold file's JSON needs it.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_article(path: Path) -> tuple[dict[str, str], str]:
    """The front matter and the body, which is exactly what follows the closing line."""
    text = path.read_bytes().decode("utf-8")
    if not text.startswith("---\n"):
        return {}, text
    head, found, body = text[4:].partition("\n---\n")
    if not found:
        raise Problem(f"{path.name}: the front matter does not close")
    return {k: str(v) for k, v in yaml.safe_load(head).items()}, body


def occurrences(body: str, surface: str) -> list[tuple[int, int]]:
    """Where the words stand on their own.

    >>> occurrences("ISIL-held, not ISILs", "ISIL")
    [(0, 4)]
    """
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", body)]


def locate(body: str, passage: str, nth: int | None = None) -> tuple[int, int]:
    """The one place of a passage; `` … `` stands for what is left out between its start and its end.

    >>> locate("He came, he saw, he won.", "came … saw")
    (3, 15)
    """
    first, _, last = passage.partition(ELISION)
    starts = [m.start() for m in re.finditer(re.escape(first), body)]
    if not starts:
        raise Problem(f"not in the text: {first!r}")
    if len(starts) > 1 and nth is None:
        raise Problem(f"occurs {len(starts)} times, lengthen it or give nth: {first!r}")
    start = starts[(nth or 1) - 1]
    if not last:
        return start, start + len(first)
    end = body.find(last, start + len(first))
    if end < 0:
        raise Problem(f"not in the text after {first!r}: {last!r}")
    return start, end + len(last)


def spans(body: str, row: Mapping[str, Any], text: str) -> list[tuple[int, int]]:
    """Every place that a mention's row chooses."""
    found = occurrences(body, text)
    if "within" in row:
        start, end = locate(body, row["within"])
        found = [s for s in found if start <= s[0] and s[1] <= end]
        if len(found) != 1:
            raise Problem(f"{text!r} occurs {len(found)} times within {row['within']!r}")
    if not found:
        raise Problem(f"not in the text as words of their own: {text!r}")
    if "nth" in row:
        chosen = row["nth"] if isinstance(row["nth"], list) else [row["nth"]]
        if max(chosen) > len(found):
            raise Problem(f"{text!r} occurs only {len(found)} times")
        found = [found[n - 1] for n in chosen]
    return found


def only(row: Mapping[str, Any], keys: set[str]) -> None:
    """Raise if the row has a key that the format does not know."""
    if unknown := sorted(set(row) - keys):
        raise Problem(f"unknown key {', '.join(unknown)} (known: {', '.join(sorted(keys))})")


def entity_mentions(body: str, entity: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The mentions of one entity as written, before nesting is settled."""
    for given in entity.get("mentions", []):
        row = {"text": given} if isinstance(given, str) else dict(given)
        only(row, MENTION_KEYS)
        if "demonym" in row:
            row |= {"text": row.pop("demonym"), "type": "demonym"}
        kind = row.get("type", entity["type"])
        lower = row["text"][0].islower() and kind in ("event", "agreement")
        for start, end in spans(body, row, row["text"]):
            yield {
                "start": start,
                "end": end,
                "text": body[start:end],
                "type": kind,
                "entity": entity["id"],
                "mention_kind": row.get("kind", "demonym" if kind == "demonym" else "nominal" if lower else "name"),
                "optional": row.get("optional", bool(entity.get("optional")) and kind != "demonym"),
                "chosen": bool({"nth", "within"} & set(row)),
            }


def other_mentions(body: str, given: Any, kind: str, keys: set[str]) -> Iterator[dict[str, Any]]:
    """The mentions of a role or a date."""
    row = {"text": given} if isinstance(given, str) else dict(given)
    only(row, keys)
    for start, end in spans(body, row, row["text"]):
        mention = {
            "start": start,
            "end": end,
            "text": body[start:end],
            "type": kind,
            "entity": row.get("entity"),
            "mention_kind": "role" if kind == "role" else "name",
            "optional": bool(row.get("optional")),
            "chosen": bool({"nth", "within"} & set(row)),
        }
        yield mention | ({"value": str(row["value"])} if "value" in row else {})


def inside(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether the first lies in the second and is shorter."""
    return bool(b["start"] <= a["start"] and a["end"] <= b["end"] and a["end"] - a["start"] < b["end"] - b["start"])


def settle(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One mention per span and type, in order; what is nested in a required name is optional.

    A part of a longer mention of the same entity is no mention of its own ("Hammond" in "Philip Hammond"), except of a
    place; nor is a person's name in another person's, nor a role in a longer role, nor a date in a longer date.
    """
    kept: dict[tuple[int, int, str], dict[str, Any]] = {}
    for m in sorted(mentions, key=lambda m: not m["chosen"]):
        key = (m["start"], m["end"], m["type"])
        if key not in kept:
            kept[key] = m
        elif kept[key]["entity"] != m["entity"] and kept[key]["chosen"] == m["chosen"]:
            raise Problem(f"{m['text']!r} at {m['start']} is claimed by {kept[key]['entity']} and {m['entity']}")
    every = list(kept.values())
    out = []
    for m in every:
        around = [o for o in every if o["type"] == m["type"] and inside(m, o)]
        part = m["type"] != "place" and any(o["entity"] == m["entity"] for o in around)
        if not m["chosen"] and (part or (around and m["type"] in ("person", "role", "date"))):
            continue
        nested = m["type"] in (*CONTAINERS, "demonym", "area") and any(
            o["type"] in CONTAINERS and o["mention_kind"] == "name" and not o["optional"] and inside(m, o) for o in every
        )
        out.append({k: v for k, v in m.items() if k != "chosen"} | ({"optional": True, "nested": True} if nested else {}))
    out.sort(key=lambda m: (m["start"], -m["end"], m["type"]))
    return [{"id": f"m{i:03d}", **m} for i, m in enumerate(out, 1)]


def relations(body: str, row: Mapping[str, Any], ids: set[str]) -> Iterator[dict[str, Any]]:
    """The relation with its first evidence, then once more, optional, for each further place that states it."""
    only(row, RELATION_KEYS)
    name = NAMES.get(row["p"], row["p"])
    subject, target = (row["o"], row["s"]) if name.startswith("~") else (row["s"], row["o"])
    predicate = name.lstrip("~")
    if predicate not in PREDICATES:
        raise Problem(f"unknown property {row['p']!r}")
    if subject not in ids:
        raise Problem(f"unknown entity {subject!r}")
    if target not in ids:
        if predicate not in ("holds-role", "has-degree"):
            raise Problem(f"unknown entity {target!r}")
        locate(body, target, 1)
    for key in ("org", "country", "place", "partner", "event", "speaker"):
        if row.get("qualifiers", {}).get(key, subject) not in ids:
            raise Problem(f"unknown entity {row['qualifiers'][key]!r} as {key}")
    evidence = row["evidence"] if isinstance(row["evidence"], list) else [row["evidence"]]
    for i, words in enumerate(evidence):
        start, end = locate(body, words)
        yield {
            "subject": subject,
            "predicate": predicate,
            "object": target,
            "evidence": {"start": start, "end": end, "text": body[start:end]},
            "qualifiers": dict(row.get("qualifiers", {})),
            "optional": bool(row.get("optional")) or i > 0,
        }


def quotation(body: str, row: Mapping[str, Any], ids: set[str]) -> Iterator[dict[str, Any]]:
    """A quotation between its marks, with the entity that speaks."""
    only(row, QUOTE_KEYS)
    if row["speaker"] is not None and row["speaker"] not in ids:
        raise Problem(f"unknown speaker {row['speaker']!r}")
    start, end = locate(body, row["text"], row.get("nth"))
    found = {"start": start, "end": end, "text": body[start:end], "speaker": row["speaker"]}
    yield found | {"optional": bool(row.get("optional"))} | ({"note": row["note"]} if "note" in row else {})


def convert(stem: str, source: str, annotations: Mapping[str, Any], body: str) -> tuple[dict[str, Any], list[str]]:
    """The gold of one article, and one line per problem found in its annotations."""
    problems: list[str] = []

    def each(section: str) -> Iterator[tuple[Any, str]]:
        for i, row in enumerate(annotations.get(section) or []):
            yield row, f"{stem}.yml:{row.line if isinstance(row, Row) else f'{section}[{i}]'}: {section}"

    def collect(found: Iterator[dict[str, Any]], where: str) -> list[dict[str, Any]]:
        try:
            return list(found)
        except (Problem, KeyError, TypeError) as error:
            problems.append(f"{where}: {error}")
            return []

    if unknown := set(annotations) - TOP_KEYS:
        problems.append(f"{stem}.yml: unknown section {', '.join(sorted(unknown))}")
    mentions, entities, ids = [], [], set[str]()
    for row, where in each("entities"):
        try:
            only(row, ENTITY_KEYS)
            if row["type"] not in TYPES or row["id"] in ids:
                raise Problem(f"type {row['type']!r} unknown or id {row['id']!r} given twice")
        except (Problem, KeyError) as error:
            problems.append(f"{where}: {error}")
            continue
        ids.add(row["id"])
        kept = {k: row[k] for k in ("id", "type", "name")} | {"aliases": row.get("aliases", []), "optional": bool(row.get("optional"))}
        entities.append(kept | ({"kind": row["kind"]} if "kind" in row else {}))
        for i, given in enumerate(row.get("mentions", []), 1):
            mentions += collect(entity_mentions(body, {**row, "mentions": [given]}), f"{where} {row['id']} mention {i}")
    for section, kind, keys in (("roles", "role", ROLE_KEYS), ("dates", "date", DATE_KEYS)):
        for row, where in each(section):
            if isinstance(row, dict) and row.get("entity") not in {None, *ids}:
                problems.append(f"{where}: unknown entity {row['entity']!r}")
            mentions += collect(other_mentions(body, row, kind, keys), where)
    found = [r for row, where in each("relations") for r in collect(relations(body, row, ids), where)]
    quotes = [q for row, where in each("quotes") for q in collect(quotation(body, row, ids), where)]
    try:
        settled = settle(mentions)
    except Problem as error:
        problems.append(f"{stem}.yml: {error}")
        settled = []
    for m in settled:
        if body[m["start"] : m["end"]] != m["text"]:
            problems.append(f"{stem}.yml: mention {m['id']} is not verbatim")
    for e in entities:
        if not e["optional"] and not any(m["entity"] == e["id"] and not m["optional"] for m in settled):
            problems.append(f"{stem}.yml: entity {e['id']} is required but has no required mention")
    return {
        "schema": "h4-gold-1",
        "source": source,
        "sha256": hashlib.sha256(body.encode()).hexdigest(),
        "length": len(body),
        "offset_unit": "Unicode code points of the body, front matter left out, no normalisation, start inclusive, end exclusive",
        "entities": entities,
        "mentions": settled,
        "relations": [{"id": f"r{i:03d}", **r} for i, r in enumerate(found, 1)],
        "quotes": [{"id": f"q{i}", **q} for i, q in enumerate(quotes, 1)],
        "negatives": annotations.get("negatives", []),
    }, problems


def gold(stem: str, folder: Path = HERE) -> tuple[str, list[str]]:
    """The gold file's text for one article, and the problems of its annotations."""
    article = folder / "articles" / f"{stem}.md"
    annotations = yaml.load((folder / "annotations" / f"{stem}.yml").read_text("utf-8"), _Loader)
    found, problems = convert(stem, f"articles/{stem}.md", annotations, read_article(article)[1])
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n", problems


def stems(folder: Path = HERE) -> list[str]:
    """The annotated articles."""
    return sorted(p.stem for p in (folder / "annotations").glob("*.yml"))


def main() -> int:
    """Write the gold files; 1 if an annotation is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.annotate", description="Turn annotations into gold files.")
    parser.add_argument("stems", nargs="*", metavar="STEM")
    parser.add_argument("--articles", type=Path, metavar="DIR", default=HERE, help="a folder like tests/eval with other articles")
    given = parser.parse_args()
    wrong = 0
    for stem in given.stems or stems(given.articles):
        text, problems = gold(stem, given.articles)
        for problem in problems:
            print(problem)
        if problems:
            wrong = 1
        else:
            (given.articles / "gold" / f"{stem}.json").write_text(text, "utf-8")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
