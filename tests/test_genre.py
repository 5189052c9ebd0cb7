"""Texts in the genre's many styles, written for these tests, with what a careful reader finds and never finds in them."""

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.extract import extract
from sourcebook.project import empty_knowledge
from sourcebook.read.text import article_of

CASES = sorted((Path(__file__).parent / "genre").rglob("*.yml"))
READ_ALL = """
import sys
from pathlib import Path
from sourcebook.extract import extract
from sourcebook.project import empty_knowledge
from sourcebook.read.text import article_of
for path in sorted(Path(sys.argv[1], "genre").rglob("*.yml")) + sorted(Path(sys.argv[1]).glob("eval/articles/*.md")):
    print(path.name, extract(article_of(path.read_text("utf-8"), "a", "a"), empty_knowledge()))
"""


def test_the_order_of_sets_changes_nothing():
    """Sets of strings are in another order in each process: nothing of what is found, nor its order, may follow from it."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", READ_ALL, str(Path(__file__).parent)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.splitlines()
        for seed in ("1", "2")
    ]
    assert len(runs[0]) > 100
    assert [one[:60] for one, other in zip(*runs, strict=True) if one != other] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_a_careful_reader_finds(path):
    case = yaml.safe_load(path.read_text("utf-8"))
    text = case["text"]
    found = extract(article_of(text, "a", "a"), empty_knowledge())
    names = {each.id: each.name for each in found.entities}
    spans = {(each.type, each.span.of(text)) for each in found.mentions}
    missing = [(kind, words) for kind, all_words in case["mentions"].items() for words in all_words if (kind, words) not in spans]
    assert not missing
    assert not {each.span.of(text) for each in found.mentions} & set(case.get("unmentioned", ()))
    assert set(case.get("entities", ())) <= set(names.values())
    assert not set(case.get("nobody", ())) & set(names.values())
    facts = {
        f"{names.get(each.subject, each.subject)} | {each.property} | {names.get(each.value, each.value)}": each for each in found.facts
    }
    assert all(each.subject and each.value for each in found.facts)
    for wanted in case["facts"] or ():
        # "A | member_of | B | from 2004" asks for the date, too, "no status" for none, "plan", "denial", "unsure" and "sure" for how it is put.
        subject, name, value, *more = wanted.split(" | ")
        fact = f"{subject} | {name} | {value}"
        assert fact in facts
        assert (facts[fact].stance == "plan") is ("plan" in more)
        assert facts[fact].stance == "denial" or "denial" not in more
        assert facts[fact].unsure or "unsure" not in more
        assert not facts[fact].unsure or "sure" not in more
        for name, value in (each.split() for each in more if " " in each):
            assert facts[fact].qualifiers.get(value if name == "no" else name) == (None if name == "no" else (value,))
    assert not set(case["never"] or ()) & set(facts)
    said = {f"{names.get(each.speaker, each.speaker)}: {each.span.of(text)}" for each in found.quotations}
    assert all(any(one.startswith(wanted) for one in said) for wanted in case["quotes"] or ())
    assert not {each.span.of(text) for each in found.quotations} & set(case.get("unspoken", ()))


SENTENCES = [each for path in CASES for each in re.split(r"(?<=[.!?”\"])\s+", yaml.safe_load(path.read_text("utf-8"))["text"]) if each]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=12), st.lists(st.sampled_from([" ", "\n\n"]), min_size=11, max_size=11))
def test_sentences_in_any_order_are_read(sentences, joints):
    text = "".join(itertools.chain.from_iterable(itertools.zip_longest(sentences, joints[: len(sentences) - 1], fillvalue="")))
    found = extract(article_of(text, "a", "a"), empty_knowledge())
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in (*found.mentions, *found.quotations))
    assert all(each.subject and each.value for each in found.facts)
