"""The annotated articles are what they claim to be: verbatim, up to date, and scored 100 against themselves."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from tests.eval import judged, mentions, related
from tests.eval.__main__ import STAGES, counts, misses, read, report, split, stored
from tests.eval.annotate import HERE, gold, stems
from tests.eval.score import score

EVERY = [*stems(), "seed"]
UNREAD, NEWS, WIDER, PRESS = HERE / "unread", HERE / "news", HERE / "wider", HERE / "press"


@pytest.mark.parametrize("stem", EVERY)
def test_gold_scores_100_against_itself(stem: str) -> None:
    _, _, found = read(stem)
    for rows in score(found, found).values():
        for row in [rows] if "P" in rows else rows.values():
            assert not isinstance(row, dict) or not (row["pred"] or row["gold"]) or (row["P"], row["R"]) == (100, 100)


@pytest.mark.parametrize("stem", EVERY)
def test_every_span_is_verbatim(stem: str) -> None:
    text, _, found = read(stem)
    assert (found["length"], found["sha256"]) == (len(text), hashlib.sha256(text.encode()).hexdigest())
    for span in [*found["mentions"], *found["quotes"], *(r["evidence"] for r in found["relations"])]:
        assert text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("stem", stems())
def test_gold_follows_from_its_annotations(stem: str) -> None:
    text, problems = gold(stem)
    assert not problems
    assert text == (HERE / "gold" / f"{stem}.json").read_text("utf-8")


@pytest.mark.parametrize(("folder", "stem"), [(folder, stem) for folder in (UNREAD, NEWS, WIDER, PRESS) for stem in stems(folder)])
def test_further_gold_follows_from_its_annotations_and_is_verbatim(folder: Path, stem: str) -> None:
    text, problems = gold(stem, folder)
    assert not problems
    assert text == (folder / "gold" / f"{stem}.json").read_text("utf-8")
    body, metadata, found = read(stem, folder)
    assert {"source", "license"} <= metadata.keys()
    assert ("url" in metadata) is (folder != PRESS)
    assert all(body[span["start"] : span["end"]] == span["text"] for span in found["mentions"])


def test_judged_sentences_are_of_marked_words() -> None:
    seen = set()
    for text in judged.texts():
        ends = {end for one in text.facts for end in (one.subject, one.value)}
        assert ends <= text.marked.keys()
        assert all(0 <= start < end <= len(text.text) for start, end in text.marked)
        assert {one.how for one in text.facts} <= {"", "?", "plan"}
        seen.add(text.id)
    assert len(seen) == 1432
    assert not seen & {*stems(UNREAD), *stems(NEWS)}


def test_marked_mentions_lie_in_their_texts() -> None:
    every = [text for text in judged.texts() if text.read]
    assert Counter(text.part for text in every) == {"development": 658, "held-out": 223}
    for text in every:
        for start, end, kind in text.read:
            assert 0 <= start < end <= len(text.text)
            assert not text.text[start:end][0].isspace()
            assert kind in mentions.TYPES


def test_marked_mentions_are_counted() -> None:
    read = {(4, 9, "event"): False, (14, 20, "event"): False, (30, 35, "event"): True, (40, 44, "area"): False}
    text = judged.Text("one", "development", "", {}, [], read)
    found = [(4, 9, "event"), (14, 18, "event"), (31, 33, "event"), (50, 55, "event"), (40, 44, "place")]
    counted = Counter(mentions.counts(text, found))
    assert counted == {
        ("event", "exact", "right"): 1,
        ("event", "exact", "wrong"): 2,
        ("event", "exact", "met"): 1,
        ("event", "exact", "missed"): 1,
        ("event", "overlap", "right"): 2,
        ("event", "overlap", "wrong"): 1,
        ("event", "overlap", "met"): 2,
        ("area", "exact", "missed"): 1,
        ("area", "overlap", "missed"): 1,
    }


def test_relations_are_of_what_is_marked_and_of_known_predicates() -> None:
    for part in related.PARTS:
        seen = 0
        for text, found in related.annotated(part):
            ids = {each["id"] for each in found["entities"]}
            assert all(
                0 <= each["start"] < each["end"] <= len(text)
                for each in (*found["mentions"], *(one["evidence"] for one in found["relations"]))
            )
            for each in found["relations"]:
                assert each["predicate"] in related.PREDICATES
                assert {each["subject"], each["object"], *each["qualifiers"].values()} <= ids
            seen += 1
        assert seen > 400


def test_relations_count_what_is_required_apart_from_what_is_optional() -> None:
    one = {
        "entities": [["person", "Ana Ruiz", [[0, 8]]], ["place", "Oslo", [[17, 21]]], ["event", "Talks", [[26, 31]]]],
        "relations": [[0, 32, 0, "visited", 1, 0, None], [0, 32, 0, "participates-in", 2, 1, None]],
    }
    words = "Ana Ruiz visited Oslo for talks."
    found = related.gold(words, one)
    predicted = {**found, "relations": [{**each, "predicate": "visited"} for each in found["relations"][:1]]}
    predicted["relations"] += [
        {"subject": "2:Talks", "predicate": "participant", "object": "0:Ana Ruiz"},
        {"subject": "2:Talks", "predicate": "located_in", "object": "1:Oslo"},
    ]
    counted = dict(related.counted(found, predicted))
    assert counted["visited"] == (1, 1, 1, 1, 1, 1)
    assert counted["participates-in"] == (0, 0, 0, 0, 1, 1)
    assert counted["located-in"] == (0, 0, 0, 0, 0, 0)


def test_judged_sentences_are_counted_by_entity() -> None:
    words = "Ana Ruiz met Ola Lund in Oslo. Ruiz flew to Lima."
    marked = {
        (0, 8): frozenset({"person"}),
        (13, 21): frozenset({"person"}),
        (25, 29): frozenset({"place"}),
        (44, 48): frozenset({"place"}),
    }
    facts = [
        judged.Judged("met", (13, 21), (0, 8), ""),
        judged.Judged("visited", (0, 8), (25, 29), "?"),
        judged.Judged("visited", (31, 35), (44, 48), ""),
    ]
    mentions = [
        {"start": s, "end": e, "type": "person", "entity": who}
        for s, e, who in ((0, 8, "ruiz"), (13, 21, "lund"), (25, 29, "oslo"), (31, 35, "ruiz"))
    ]
    first = {"start": 0, "end": 30}
    found = {
        "mentions": mentions,
        "relations": [
            {"subject": "ruiz", "predicate": "met", "object": "lund", "evidence": first, "unsure": ""},
            {"subject": "ruiz", "predicate": "visited", "object": "oslo", "evidence": first, "unsure": "why"},
            {"subject": "lund", "predicate": "visited", "object": "oslo", "evidence": first, "unsure": ""},
        ],
    }
    counted = Counter(judged.counts(judged.Text("one", "development", words, marked, facts), found))
    assert counted == {
        ("met", "gold"): 1,
        ("met", "recalled"): 1,
        ("met", "recalled surely"): 1,
        ("met", "sure"): 1,
        ("met", "sure and right"): 1,
        ("visited", "gold"): 1,
        ("visited", "unsure"): 1,
        ("visited", "unsure and right"): 1,
        ("visited", "sure"): 1,
    }


@pytest.mark.parametrize("stem", EVERY)
def test_gold_has_no_errors_against_itself(stem: str) -> None:
    text, _, found = read(stem)
    assert list(misses(text, found, found)) == []


def test_split_is_by_hash() -> None:
    rows = [line.split() for line in (HERE / "split.txt").read_text("utf-8").splitlines()[1:]]
    ordered = sorted((s for _, s in rows), key=lambda s: hashlib.sha256(s.encode()).hexdigest())
    assert {s for _, s in rows} == {p.stem for p in (HERE / "articles").glob("*__*.md")}
    assert {s for p, s in rows if p == "held-out"} == set(ordered[: len(ordered) // 3])
    assert set(split()) == set(EVERY)


def test_report_sums_over_articles(tmp_path: Path) -> None:
    stem = next(s for s, part in sorted(split().items()) if part == "development")
    _, _, found = read(stem)
    wrong = {"subject": found["entities"][0]["id"], "predicate": "opened", "object": "nothing"}
    (tmp_path / f"{stem}.json").write_text(json.dumps({**found, "relations": [wrong]}), "utf-8")
    lines = report(stored(tmp_path), ["development"]).splitlines()
    assert len([line for line in lines if line.startswith("|---")]) == len(STAGES)
    assert next(line for line in lines if line.startswith("| opened ")).startswith("| opened | 0.0 | 0.0 | 0.0 | 1 |")
    assert next(line for line in lines if line.startswith("| MICRO")).startswith("| MICRO(6 types) | 100.0 |")


def test_errors_add_up_to_the_table() -> None:
    text, _, found = read("centcom__6646F63F6AC6")
    wrong = found["mentions"][0]
    predicted = {
        "mentions": [m for i, m in enumerate(found["mentions"]) if i % 3] + [{**wrong, "end": wrong["end"] + 1}],
        "entities": [e for i, e in enumerate(found["entities"]) if i % 4] + [{**found["entities"][1], "id": "again"}],
        "relations": [r for i, r in enumerate(found["relations"]) if i % 5]
        + [{"subject": "p_abadi", "predicate": "visited", "object": "l_us"}],
        "quotes": [*found["quotes"][1:], {"start": 0, "end": 30, "speaker": "p_carter"}],
    }
    lines = list(misses(text, found, predicted))
    expected = {"missed": 0, "false alarm": 0}
    for stage, row, (tp_p, pred, tp_g, right) in counts(found, predicted):
        whole = {"entity": "MICRO", "relation_triple": "ALL", "quote_span+speaker": "ALL"}
        if row == whole.get(stage) or (stage == "mention_exact" and not row.startswith("MICRO")):
            expected["missed"] += right - tp_g
            expected["false alarm"] += pred - tp_p
    assert expected == {what: sum(line.startswith(what) for line in lines) for what in expected}
    assert expected["missed"] > 20
    assert expected["false alarm"] >= 4


def test_other_articles_are_scored_alike(tmp_path: Path) -> None:
    for name in ("articles", "annotations", "gold"):
        (tmp_path / name).mkdir()
    (tmp_path / "split.txt").write_text("held-out talks\n", "utf-8")
    (tmp_path / "articles" / "talks.md").write_text("---\ntitle: Talks\n---\nAda Lovelace met Alan Turing.\n", "utf-8")
    (tmp_path / "annotations" / "talks.yml").write_text(
        "entities:\n- {id: ada, type: person, name: Ada Lovelace, mentions: [Ada Lovelace]}\n", "utf-8"
    )
    text, problems = gold("talks", tmp_path)
    assert not problems
    (tmp_path / "gold" / "talks.json").write_text(text, "utf-8")
    assert split(tmp_path) == {"talks": "held-out"}
    assert "| person | 100.0 | 100.0 | 100.0 | 1 | 1 |" in report(lambda *_: json.loads(text), ["held-out"], tmp_path)


def test_what_is_wrong_is_told_and_a_date_needs_no_quotation_marks(tmp_path: Path) -> None:
    for name in ("articles", "annotations"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "talks.md").write_text("---\ntitle: Talks\n---\nAda met Bob on 5 March. “Fine,” she said.\n", "utf-8")
    (tmp_path / "annotations" / "talks.yml").write_text(
        "entities:\n"
        "- {id: ada, type: person, name: Ada, mentions: [Ada]}\n"
        "- {id: bob, type: person, name: Bob, mentions: [Bob]}\n"
        "dates:\n- {text: 5 March, value: 2024-03-05}\n"
        "relations:\n- {s: ada, p: met, o: bob, evidence: Ada met Bob, qualifiers: {when: 2024-03-05}}\n"
        "quotes:\n- {text: “Well”, speaker: ada}\n- {text: “Fine”, speaker: carl}\n",
        "utf-8",
    )
    text, problems = gold("talks", tmp_path)
    assert problems == [
        "talks.yml:9: quotes: not in the text: '“Well”'",
        "talks.yml:10: quotes: unknown speaker 'carl'",
    ]
    found = json.loads(text)
    assert found["relations"][0]["qualifiers"] == {"when": "2024-03-05"}
    assert [m["value"] for m in found["mentions"] if m["type"] == "date"] == ["2024-03-05"]
