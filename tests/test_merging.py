"""Two people edit one file: what the merge driver makes of it, alone and as git calls it."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example as with_example
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.merging import command, merge_files
from sourcebook.store.load import load
from sourcebook.store.schemas import built_in_schema
from sourcebook.store.splice import in_canonical_order
from sourcebook.versions.threeway import merged
from sourcebook.versions.units import UnmergeableError, comments_of, document
from tests.conftest import ROOT, run_cli
from tests.edits import Merge, fact_lines, pair, settled, text_of, told

SCHEMA = built_in_schema()
PATH = "content/people/ada.yml"

ADA = """\
# First of programmers
type: person
name: Ada   # as she signed
aliases:
  - Lady Lovelace
  - Countess
summary: A mathematician.
facts:
  # All of them are from letters.

  - position: Countess
    cite:
      - src: a1
        quote: Ada is a countess by marriage.

  # The first journey
  - visited: rome
    when: 1840
    auto: rules@1
    cite:
      - src: a1
        stance: fact
        quote: >-
          Ada visited Rome in 1840, where she
          met Bob.

  - visited: oslo
    cite:
      - src: a2
        quote: Then Ada went to Oslo by ship.   # says the diary
      - src: a3
        quote: Oslo was the next city.

  - met: [bob, carl]
    cite:
      - src: a1
        quote: Ada met Bob and Carl.
notes: |
  # no comment, but text
  Ask at the library.

# the end
"""


def changed(*replacements, text=ADA):
    for old, new in replacements:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def merge(ours, theirs, base=ADA):
    return merged(base, ours, theirs, SCHEMA, PATH)


def clean(ours, theirs, base=ADA):
    found = merge(ours, theirs, base)
    assert found.conflicts == ()
    other = merge(theirs, ours, base)
    assert other.conflicts == ()
    assert told(found.text) == told(other.text)
    return found.text


def block(text, words):
    """The rows of the fact that begins with some words."""
    rows = text.split("\n\n")
    return next(each for each in rows if f"- {words}" in each)


ROME, OSLO, MET = (block(ADA, each) + "\n\n" for each in ("visited: rome", "visited: oslo", "met:"))
PARIS = "  - visited: paris\n    cite:\n      - src: a9\n        quote: She liked Paris.\n\n"
DORA = "  - met: dora   # her friend\n    cite:\n      - src: a9\n        quote: She met Dora.\n\n"


def test_facts_added_at_the_same_place_are_both_there_in_order():
    text = clean(changed((MET[:12], PARIS + MET[:12])), changed((MET[:12], DORA + MET[:12])))
    order = [text.index(each) for each in ("visited: oslo", "visited: paris", "met: [bob", "met: dora")]
    assert order == sorted(order)
    assert PARIS in text
    assert DORA.rstrip() in text


def test_one_fact_edited_in_different_places():
    ours = changed(("    auto: rules@1\n", ""), ("when: 1840", "when: 1840-05"))
    theirs = changed(("stance: fact", "stance: claim"), ("met Bob.", "met Bob again."), ("# The first", "# Perhaps the first"))
    text = clean(ours, theirs)
    expected = changed(
        ("    auto: rules@1\n", ""), ("when: 1840", "when: 1840-05"), ("stance: fact", "stance: claim"), ("met Bob.", "met Bob again."),
        ("# The first", "# Perhaps the first"),
    )  # fmt: skip
    assert text == expected


def test_accepted_on_one_side_and_put_in_other_words_on_the_other():
    text = clean(changed(("    auto: rules@1\n", "")), changed(("auto: rules@1", "auto: rules@2"), ("met Bob.", "met Bob at last.")))
    assert "auto" not in text
    assert "met Bob at last." in text


def test_deleted_on_one_side_and_untouched_on_the_other_is_deleted():
    text = clean(changed((OSLO, "")), changed(("A mathematician.", "A mathematician and writer.")))
    assert text == changed((OSLO, ""), ("A mathematician.", "A mathematician and writer."))


@pytest.mark.parametrize("swap", [False, True], ids=["ours deleted", "theirs deleted"])
def test_deleted_on_one_side_and_edited_on_the_other_is_for_a_person(swap):
    sides = [changed((OSLO, "")), changed(("Oslo was the next city.", "Oslo was the next city of all."))]
    found = merge(*(reversed(sides) if swap else sides))
    (conflict,) = found.conflicts
    line = found.text.split("\n").index("<<<<<<< ours") + 1
    assert str(conflict.place) == f"{PATH}:{line}:1"
    assert "removed the fact `visited: oslo`" in conflict.message
    assert "next city of all" in conflict.message
    assert "<<<<<<<" in conflict.help
    assert settled(found.text, 0 if swap else 1).count("visited: oslo") == 1
    assert "oslo" not in settled(found.text, 1 if swap else 0)
    assert told(settled(found.text, 0 if swap else 1)) == told(sides[1])


def test_a_conflict_stands_around_the_key_alone():
    found = merge(changed(("when: 1840", "when: 1841")), changed(("when: 1840", "when: 1842"), ("name: Ada ", "name: Ada L. ")))
    assert "\n<<<<<<< ours\n    when: 1841\n=======\n    when: 1842\n>>>>>>> theirs\n" in found.text
    assert settled(found.text, 0) == changed(("when: 1840", "when: 1841"), ("name: Ada ", "name: Ada L. "))
    assert [each.message for each in found.conflicts] == [
        "Both sides changed `when` of the fact `visited: rome`: ours has “1841”, theirs has “1842”"
    ]


def test_a_value_that_both_changed_keeps_its_dash_on_both_sides():
    found = merge(changed(("visited: rome", "visited: milan")), changed(("visited: rome", "visited: turin")))
    assert "<<<<<<< ours\n  - visited: milan\n=======\n  - visited: turin\n>>>>>>> theirs\n    when: 1840\n" in found.text
    assert all(document(settled(found.text, side)).parts for side in (0, 1))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("name: Ada ", "name: Ada L. "), ("name: Ada ", "name: Ada B. ")),
        (("A mathematician.", "A writer."), ("summary: A mathematician.\n", "")),
        (("type: person", "type: place"), ("type: person", "type: event")),
        (("Ask at", "Enquire at"), ("Ask at", "Ask again at")),
        (("visited: rome", "visited: milan"), ("Ada visited Rome in 1840, where", "In 1840 Ada visited Rome, where")),
        (("    when: 1840\n", ""), ("when: 1840", "when: 1841")),
        (("1840\n    auto", "1840\n    rank: deprecated\n    why: No.\n    auto"), ("1840\n    auto", "1840\n    rank: preferred\n    why: Yes.\n    auto")),
        (("# says the diary", "# says she"), ("# says the diary", "# says he")),
    ],
    ids=["name", "summary", "type", "notes", "value and words", "qualifier", "rank", "comment"],
)  # fmt: skip
def test_true_conflicts(ours, theirs):
    sides = [changed(ours), changed(theirs)]
    for one, other in (sides, reversed(sides)):
        found = merge(one, other)
        assert len(found.conflicts) >= 1
        assert settled(found.text, 0) == one
        assert settled(found.text, 1) == other


def test_citations_are_merged_one_by_one():
    new = "      - src: {}\n        quote: Oslo, it says.\n"
    last = "        quote: Oslo was the next city.\n"
    ours = changed((last, last + new.format("a7")))
    theirs = changed(
        (last, last + new.format("a8")), ("      - src: a2\n        quote: Then Ada went to Oslo by ship.   # says the diary\n", "")
    )
    text = clean(ours, theirs)
    assert [text.count(f"src: {each}\n") for each in ("a2", "a3", "a7", "a8")] == [0, 1, 1, 1]
    both = clean(ours, changed((last, last + new.format("a7")), ("by ship", "by a ship")))
    assert both.count("src: a7\n") == 1


def test_a_fact_is_never_left_without_citations():
    a2 = "      - src: a2\n        quote: Then Ada went to Oslo by ship.   # says the diary\n"
    a3 = "      - src: a3\n        quote: Oslo was the next city.\n"
    found = merge(changed((a2, "")), changed((a3, "")))
    assert len(found.conflicts) == 1
    assert settled(found.text, 0) == changed((a2, ""))


def test_lists_take_what_both_add_and_lose_what_either_removes():
    ours = changed(("  - Countess\n", "  - Countess\n  - Ada King\n"), ("[bob, carl]", "[bob, carl, dora]"))
    theirs = changed(
        ("  - Lady Lovelace\n", ""), ("  - Countess\n", "  - Countess\n  - A. A. L. @en   # initials\n"), ("[bob, carl]", "[eve, bob]")
    )
    text = clean(ours, theirs)
    assert "aliases:\n  - Countess\n  - Ada King\n  - A. A. L. @en   # initials\nsummary" in text
    assert "  - met: [bob, dora, eve]\n" in text


@pytest.mark.parametrize("written", ["aliases: [Lady Lovelace, Countess]\n", "aliases: Countess\n", "aliases:\n  - Countess\n"])
@pytest.mark.parametrize(
    "others", ['aliases: ["Lovelace, Ada", Countess]\n', "aliases: Ada King\n", "", "aliases:\n- Ada King\n- Countess\n"]
)
def test_lists_may_be_written_in_any_way(written, others):
    base = ADA.replace("aliases:\n  - Lady Lovelace\n  - Countess\n", "aliases:\n  - Lady Lovelace\n  - Countess\n")
    sides = [base.replace("aliases:\n  - Lady Lovelace\n  - Countess\n", each) for each in (written, others)]
    lists = [told(each)["aliases"] for each in (base, *sides)]
    text = clean(*sides)
    expected = {each for each in lists[1] if each in lists[2] or each not in lists[0]} | set(lists[2]) - set(lists[0])
    assert told(text)["aliases"] == sorted(expected or {""} - {""}) or (not expected and told(text)["aliases"] in ([], [[]]))


def test_the_same_fact_added_by_both_is_there_once_with_the_citations_of_both():
    mine = PARIS.replace("cite:", "auto: rules@1\n    cite:")
    theirs = PARIS.replace("a9", "a8")
    text = clean(changed((MET[:12], mine + MET[:12])), changed((MET[:12], theirs + MET[:12])))
    assert text.count("visited: paris") == 1
    assert ("src: a8" in text, "src: a9" in text, text.count("auto")) == (True, True, 1)


def test_a_count_makes_another_fact_of_the_same_words():
    counted = PARIS.replace("paris\n", "paris\n    count: 3\n")
    text = clean(changed((MET[:12], PARIS + MET[:12])), changed((MET[:12], counted + MET[:12])))
    assert text.count("visited: paris") == 2


def test_the_loader_says_the_same_of_two_articles():
    """It writes a block for each article; those of one side meet those of the other, each once."""
    blocks = [PARIS.replace("a9", f"a{number}") for number in (4, 5, 6)]
    base = changed((MET[:12], blocks[0] + MET[:12]))
    text = clean(changed((MET[:12], blocks[1] + MET[:12]), text=base), changed((MET[:12], blocks[2] + MET[:12]), text=base), base)
    assert [text.count(f"src: a{number}\n") for number in (4, 5, 6)] == [1, 1, 1]
    twice = changed((MET[:12], blocks[1] + blocks[0] + MET[:12]))
    text = clean(twice, changed((MET[:12], blocks[2] + MET[:12])))
    assert [text.count(f"src: a{number}\n") for number in (4, 5, 6)] == [1, 1, 1]


def test_two_different_facts_that_became_the_same_one():
    ours, theirs = changed(("visited: rome\n    when: 1840\n", "visited: paris\n")), changed(("visited: oslo", "visited: paris"))
    found = merge(ours, theirs)
    assert len(found.conflicts) == 1
    assert [settled(found.text, side).count("visited: paris") for side in (0, 1)] == [1, 1]
    new = merge(changed((MET[:12], PARIS + MET[:12])), theirs)
    assert [settled(new.text, side).count("visited: paris") for side in (0, 1)] == [1, 1]


def test_a_file_of_a_thousand_facts():
    def text(words, value="city"):
        block = "  - visited: {1}-{0}\n    cite:\n      - src: a1\n        quote: The president {2} visited city number {0} in winter.\n"
        return "type: person\nname: A\nfacts:\n" + "\n".join(
            block.format(number, value if number % 20 == 0 else "city", words if number % 3 == 0 else "") for number in range(1000)
        )

    found = merged(text("a"), text("b"), text("a", "town"), SCHEMA, PATH)
    assert all(f"-{number}\n" in found.text for number in range(1000))
    assert len(found.conflicts) == sum(number % 60 == 0 for number in range(1000))


def test_a_list_of_values_that_one_side_split():
    one = "  - met: {}\n    cite:\n      - src: a1\n        quote: Ada met Bob and Carl.\n"
    ours = changed((one.format("[bob, carl]"), one.format("bob") + "\n" + one.format("carl\n    when: 1841")))
    assert told(clean(ours, changed(("A mathematician.", "A writer."))))["facts"] == told(ours)["facts"]
    found = merge(ours, changed(("[bob, carl]", "[bob, carl]\n    note: At tea.")))
    assert len(found.conflicts) == 1
    assert told(settled(found.text, 0))["facts"] == told(ours)["facts"]


def test_order_of_theirs_is_taken_if_only_they_changed_it():
    shuffled = changed((ROME, ""), (MET[:12], ROME + MET[:12]))
    text = merge(changed(("next city.", "next city of all.")), shuffled).text
    assert text == shuffled.replace("next city.", "next city of all.")
    back = merge(changed(("next city.", "next city of all.")), in_canonical_order(shuffled, SCHEMA), shuffled).text
    assert told(back)["facts"] == told(changed(("next city.", "next city of all.")))["facts"]


def test_other_layout_of_the_other_side():
    """Indented deeper, with other quotes, in rows of another length, ended by CRLF: what is new is put in as it is here."""
    wide = "\n".join("  " + row if row.startswith("  ") else row for row in changed((MET[:12], PARIS + MET[:12])).split("\n"))
    wide = wide.replace("where she\n            met Bob.", "where\n            she met Bob.").replace("name: Ada ", "name: 'Ada' ")
    ours = changed(("  - Countess\n", "  - Countess\n  - Ada King\n"))
    found = merge(ours, wide.replace("\n", "\r\n"), ADA.replace("\n", "\r\n"))
    assert found.conflicts == ()
    assert "\r" not in found.text
    assert told(found.text)["facts"] == told(wide)["facts"]
    crlf = merge(ours.replace("\n", "\r\n"), wide, ADA.replace("\n", "\r\n"))
    assert crlf.conflicts == ()
    assert told(crlf.text) == told(found.text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_a_missing_last_one_stay(end):
    base = ADA.replace("\n", end).removesuffix(end)
    ours, theirs = base.replace("A mathematician.", "A writer."), base.replace("when: 1840", "when: 1841")
    assert merge(ours, theirs, base).text == ours.replace("when: 1840", "when: 1841")
    found = merge(ours, base.replace("A mathematician.", "A poet."), base).text
    assert found.count("\n") == found.count(end)


def test_strange_texts_are_kept():
    odd = "عائشة 🚢 <script>alert(1)</script> ../../etc {{ x }} 山田 &amp; `a`"
    text = clean(changed(("A mathematician.", f"'{odd}'")), changed(("when: 1840", f"when: 1840\n    note: '{odd}'")))
    assert text == changed(("A mathematician.", f"'{odd}'"), ("when: 1840", f"when: 1840\n    note: '{odd}'"))


def test_a_list_of_facts_that_one_side_or_both_emptied():
    start, end = ADA.index("facts:\n"), ADA.index("notes:")
    facts = ADA[start:end]
    none = ADA.replace(facts, "")
    text = clean(none, changed((MET[:12], PARIS + MET[:12])))
    assert [each[:2] for each in told(text)["facts"]] == [("visited", ("paris",))]
    assert text.index("summary:") < text.index("facts:") < text.index("notes:")
    first, rest = "  # All of them are from letters.\n\n" + block(ADA, "position") + "\n\n", ROME + OSLO + MET[: MET.index("notes:")]
    assert facts == "facts:\n" + first + rest
    assert told(clean(none.replace("A m", "The m"), ADA.replace(rest, "")))["facts"] == []


def test_fmt_keeps_comments_that_stand_alone():
    text = changed((OSLO, ""), ("  - position", OSLO + "  # alone\n\n  # attached\n  - position"))
    ordered = in_canonical_order(text, SCHEMA)
    assert comments_of(ordered) == comments_of(text)
    assert "  # alone\n\n  # attached\n  - position" in ordered
    assert ordered.index("position") < ordered.index("visited")


# Random edits, against the model


def as_meant(seed, most=4):
    base, ours, theirs = pair(seed, most)
    texts = [text_of(each) for each in (base, ours, theirs)]
    found = merged(*texts, SCHEMA, PATH)
    about = f"seed {seed}: {ours.edits} / {theirs.edits}"
    for side in (0, 1):
        right = Merge(base, ours, theirs, side)
        assert bool(found.conflicts) == bool(right.conflicts), (about, right.conflicts, found.conflicts)
        text = settled(found.text, side)
        assert told(text) == told(text_of(right.entity)), about
        for each in right.entity.facts:
            if each in ours.facts or each in theirs.facts:
                assert "\n".join(fact_lines(each)) + "\n" in text, (about, each)
            assert all(text.count(f"{one}\n") == 1 for one in each.comments), about
    if not found.conflicts:
        other = merged(texts[0], texts[2], texts[1], SCHEMA, PATH)
        assert told(other.text) == told(found.text), about
        assert merged(found.text, found.text, found.text, SCHEMA, PATH).text == found.text
    return found


@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 10**9), most=st.sampled_from([1, 2, 4, 8]))
@with_example(seed=626, most=4)
@with_example(seed=2284, most=4)
def test_any_two_edits_merge_as_the_model_says(seed, most):
    as_meant(seed, most)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_damage_ends_in_a_merge_or_is_left_to_git(data):
    """Rows cut out, doubled or put elsewhere: no crash, and nothing of what is new on a side is lost."""
    sides = []
    for _ in range(3):
        rows = ADA.split("\n")
        for _ in range(data.draw(st.integers(0, 3))):
            at = data.draw(st.integers(0, len(rows) - 1))
            what = data.draw(st.sampled_from(["cut", "double", "indent", "swap", "junk"]))
            if what == "cut":
                del rows[at]
            elif what == "double":
                rows.insert(at, rows[at])
            elif what == "indent":
                rows[at] = "  " + rows[at]
            elif what == "swap":
                rows[at], rows[-at] = rows[-at], rows[at]
            else:
                rows.insert(
                    at, data.draw(st.sampled_from(["\t", "- x", "a: [", "? b", "- - c", '"', "# new", "  - x: y", "---", "&a b", ": c"]))
                )
            rows = rows or [""]
        sides.append("\n".join(rows))
    try:
        found = merge(sides[1], sides[2], sides[0])
    except UnmergeableError:
        return
    if sides[0] in sides[1:] or sides[1] == sides[2]:
        return
    for side in (0, 1):
        document(settled(found.text, side))
    new = {row for each in sides[1:] for row in comments_of(each) if row not in comments_of(sides[0])}
    assert all(row in found.text for row in new)


# What is no entity file


BAD = {
    "broken YAML in ours": (ADA, changed(("name: Ada ", "name: [Ada ")), changed(("when: 1840", "when: 1841"))),
    "broken YAML in theirs": (ADA, changed(("when: 1840", "when: 1841")), changed(("Lady Lovelace", "Lady: Lovelace: x"))),
    "broken base": (changed(("A math", "\tA: math")), changed(("when: 1840", "when: 1841")), changed(("A math", "The math"))),
    "markers": (ADA, changed(("    when: 1840\n", "<<<<<<< x\n    when: 1\n=======\n    when: 2\n>>>>>>> y\n")), changed(("A m", "The m"))),
    "not an entity": ("a: 1\nb: 2\nc: 3\nd: 4\n", "a: 2\nb: 2\nc: 3\nd: 4\n", "a: 1\nb: 2\nc: 3\nd: 5\n"),
    "a list": ("- a\n- b\n- c\n", "- a\n- b\n", "- z\n- b\n- c\n"),
    "duplicate keys": (ADA, changed(("type: person", "type: person\nname: Eve")), changed(("A m", "The m"))),
    "anchor": (ADA, changed(("name: Ada ", "name: &a Ada ")), changed(("A m", "The m"))),
    "emptied": (ADA, "", changed(("A m", "The m"))),
    "facts in brackets": ("type: person\nname: A\nfacts: [{visited: x}]\n", "type: person\nname: A\nfacts: [{visited: y}]\n", "type: person\nname: B\nfacts: [{visited: z}]\n"),
    "latin-1": (ADA.encode(), ADA.replace("mathematician", "mathématicienne").encode("latin-1"), changed(("when: 1840", "when: 1841"))),
    "binary": (ADA.encode(), b"\x00\x01\x02", b"\xff\xfe\x00"),
    "huge": (ADA, ADA + "# x\n" * 600_000, changed(("A m", "The m"))),
    "odd line break": (ADA, changed(("A m", "A\u2028m")), changed(("when: 1840", "when: 1841"))),
    "deep": (ADA, changed(("A mathematician.", "[" * 200 + "]" * 200)), changed(("when: 1840", "when: 1841"))),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_merged_by_fact_is_merged_as_git_does(name, tmp_path):
    raw = [each if isinstance(each, bytes) else each.encode() for each in BAD[name]]
    files = [tmp_path / each for each in ("base", "ours", "theirs", "expected")]
    for path, each in zip(files, [*raw, raw[1]], strict=True):
        path.write_bytes(each)
    base, ours, theirs, expected = files
    done = subprocess.run(
        ["git", "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", expected, base, theirs], check=False, capture_output=True
    )
    found = merge_files(base, ours, theirs, PATH)
    if found.note:
        assert ours.read_bytes() == expected.read_bytes()
        assert found.clean == (done.returncode == 0)
    else:
        assert name == "facts in brackets"
        assert b"<<<<<<<" in ours.read_bytes()


def test_whatever_fails_both_sides_are_in_the_file(tmp_path, monkeypatch):
    """A bug shows its traceback, but git must not take our half for the whole."""
    files = [tmp_path / each for each in "oab"]
    for path, text in zip(files, (ADA, changed(("when: 1840", "when: 1841")), changed(("A m", "The m"))), strict=True):
        path.write_text(text)

    def fails(*_):
        raise RecursionError

    monkeypatch.setattr("sourcebook.merging._by_fact", fails)
    with pytest.raises(RecursionError):
        merge_files(*files, PATH)
    assert files[1].read_text() == changed(("when: 1840", "when: 1841"), ("A m", "The m"))


def test_a_byte_order_mark_stays(tmp_path):
    files = [tmp_path / each for each in "oab"]
    for path, text in zip(files, (ADA, changed(("when: 1840", "when: 1841")), changed(("A m", "The m"))), strict=True):
        path.write_text("\ufeff" + text)
    assert merge_files(*files, PATH).clean
    assert files[1].read_text() == "\ufeff" + changed(("when: 1840", "when: 1841"), ("A m", "The m"))


def test_the_command_reports_and_says_how_it_ended(tmp_path):
    for name, text in (("o", ADA), ("a", changed(("when: 1840", "when: 1841"))), ("b", changed(("when: 1840", "when: 1842")))):
        (tmp_path / name).write_text(text)
    done = run_cli("merge-driver", "o", "a", "b", PATH, "9", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    line = (tmp_path / "a").read_text().split("\n").index("<<<<<<<<< ours") + 1
    assert f"{PATH}:{line}:1: error[merge-conflict]: Both sides changed `when`" in done.stderr
    assert f"  {line} | <<<<<<<<< ours" in done.stderr
    assert "help: " in done.stderr
    (tmp_path / "a").write_text(changed(("A m", "The m")))
    assert run_cli("merge-driver", "o", "a", "b", PATH, cwd=tmp_path).returncode == 0
    assert (tmp_path / "a").read_text() == changed(("A m", "The m"), ("when: 1840", "when: 1842"))
    (tmp_path / "a").write_text("type: [\n")
    done = run_cli("merge-driver", "o", "a", "b", PATH, cwd=tmp_path)
    assert (done.returncode, "line by line" in done.stderr, "Traceback" in done.stderr) == (1, True, False)


@pytest.mark.parametrize(
    "arguments", [[], ["a"], ["o", "a", "b"], ["o", "a", "nothing", "p"], ["o", "a", "b", "p", "x"], ["--install", "o"]]
)
def test_wrong_use_is_told(arguments, tmp_path):
    for name in "oab":
        (tmp_path / name).write_text(ADA)
    done = run_cli("merge-driver", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") < 6


# Lock files


def record(value, **more):
    return {"fact": {"subject": "ada", "property": "visited", "value": value, "source": "a1", "quote": f"Ada saw {value}."} | more}


def locked(*rows):
    return "".join(json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in rows)


def merge_locks(tmp_path, *texts):
    files = [tmp_path / each for each in "oab"]
    for path, text in zip(files, texts, strict=True):
        path.write_text(text)
    found = merge_files(*files, "content/.lock/a1.jsonl")
    return found, files[1].read_text()


def test_lock_files_are_united_and_rejected_wins(tmp_path):
    gone = {"rejected": True}
    entity = {"entity": {"id": "ada", "type": "person", "name": "Ada"}}
    base = locked(entity, record("oslo"), record("paris"), record("rome"), record("turin"))
    ours = locked(entity, record("bern"), record("oslo") | gone, record("rome", stance="fact"), record("turin"))
    theirs = locked(entity | gone, record("aachen"), record("bern"), record("oslo", quote="Oslo it was."), record("paris"), record("rome"))
    found, text = merge_locks(tmp_path, base, ours, theirs)
    assert found.clean
    # Paris was withdrawn by ours, Turin by theirs.
    expected = [entity | gone, record("aachen"), record("bern"), record("oslo") | gone, record("rome", stance="fact")]
    rows = [json.loads(line) for line in text.splitlines()]
    assert [each.get("fact", each.get("entity")).get("value") for each in rows] == [None, "aachen", "bern", "oslo", "rome"]
    assert rows[0] == expected[0]
    assert rows[3]["rejected"]
    assert rows[4] == expected[4]
    from sourcebook.store.locks import read_lock, write_lock

    assert write_lock(read_lock(tmp_path / "a", "a")) == text


def test_what_an_article_calls_somebody_is_united(tmp_path):
    def called(*names):
        return {"names": {"id": "rome", "type": "place", "name": "Rome", "aliases": [*names]}}

    found, text = merge_locks(
        tmp_path, locked(called("Roma")), locked(called("Roma", "Urbs"), record("oslo")), locked(called("Caput", "Roma"))
    )
    assert found.clean
    assert [json.loads(line) for line in text.splitlines()] == [called("Caput", "Roma", "Urbs"), record("oslo")]


def test_a_broken_lock_file_is_left_to_git(tmp_path):
    found, text = merge_locks(tmp_path, locked(record("oslo")), locked(record("oslo"), record("paris")), "{broken\n")
    assert "line by line" in found.note
    assert "<<<<<<<" in text


# Real repositories


class Clone:
    """A git repository in which the driver is installed, or not."""

    def __init__(self, folder: Path, *, install: bool = True):
        self.folder = folder
        self.env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_EDITOR": "true"}
        folder.mkdir(exist_ok=True)
        self("init", "-q", "-b", "main")
        self("config", "user.name", "A")
        self("config", "user.email", "a@example.org")
        self("config", "merge.conflictStyle", "merge")
        (folder / "content/people").mkdir(parents=True, exist_ok=True)
        if install:
            assert run_cli("merge-driver", "--install", cwd=folder, env=self.env).returncode == 0

    def __call__(self, *command, status=0):
        done = subprocess.run(["git", *command], cwd=self.folder, capture_output=True, text=True, check=False, env=self.env)
        assert status is None or done.returncode == status, done.stdout + done.stderr
        return done

    def file(self, name=PATH):
        return self.folder / name

    def commit(self, files, branch="", start="main"):
        if branch:
            self("switch", "-q", "-c", branch, start)
        for name, text in files.items():
            path = self.file(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        self("add", "-A")
        self("commit", "-qm", branch or "base")


@pytest.fixture
def clone(tmp_path):
    return Clone(tmp_path / "clone")


OURS, THEIRS = changed((MET[:12], PARIS + MET[:12])), changed((MET[:12], DORA + MET[:12]))


def test_hundreds_of_edits_in_one_merge(clone):
    """Many files, each edited on both branches: facts, conflicts and findings are as the model says."""
    pairs = {f"p{seed}": pair(seed) for seed in range(1000, 1024)}
    names = {key: f"content/people/{key}.yml" for key in pairs}
    clone.commit({names[key]: text_of(each[0]) for key, each in pairs.items()})
    clone.commit({names[key]: text_of(each[1]) for key, each in pairs.items()}, "one")
    clone.commit({names[key]: text_of(each[2]) for key, each in pairs.items()}, "two", "main")
    clone("switch", "-q", "one")
    clone("merge", "two", "-m", "both", status=None)
    unmerged = set(clone("diff", "--name-only", "--diff-filter=U").stdout.split())
    wrong = [key for key, each in pairs.items() if (names[key] in unmerged) != bool(Merge(*each, 0).conflicts)]
    assert wrong == []
    assert 0 < len(unmerged) < len(pairs)
    for key, each in pairs.items():
        text = clone.file(names[key]).read_text()
        assert told(settled(text, 0)) == told(text_of(Merge(*each, 0).entity)), key
        clone.file(names[key]).write_text(settled(text, 1))
    assert load(clone.folder / "content")[1] == []


@pytest.mark.parametrize("how", ["merge", "rebase", "cherry-pick", "stash"])
def test_every_way_in_which_git_merges(clone, how):
    clone.commit({PATH: ADA})
    clone.commit({PATH: THEIRS}, "two")
    clone.commit({PATH: OURS}, "one", "main")
    if how == "merge":
        clone("merge", "-q", "two", "-m", "both")
    elif how == "rebase":
        clone("rebase", "-q", "two")
    elif how == "cherry-pick":
        clone("cherry-pick", "two")
    else:
        clone("switch", "-q", "two")
        clone.file().write_text(changed((MET[:12], DORA + MET[:12]), ("A math", "The math")))
        clone("stash", "-q")
        clone("switch", "-q", "one")
        clone("stash", "pop", "-q")
        assert "The math" in clone.file().read_text()
        return
    text = clone.file().read_text()
    assert told(text)["facts"] == told(clean(OURS, THEIRS))["facts"]


def test_a_file_that_both_add(clone):
    clone.commit({"README.md": "x"})
    clone.commit({PATH: OURS}, "one")
    clone.commit(
        {PATH: changed(("A mathematician.", "A mathematician."), text=THEIRS).replace("# First of programmers\n", "# The first one\n")},
        "two",
        "main",
    )
    clone("merge", "-q", "one", "-m", "both")
    text = clone.file().read_text()
    assert told(text)["facts"] == told(clean(OURS, THEIRS))["facts"]
    assert "# First of programmers\n" in text
    assert "# The first one\n" in text


def test_a_file_that_one_side_renamed(clone):
    clone.commit({PATH: ADA})
    clone("switch", "-qc", "one")
    clone("mv", PATH, "content/people/ada-lovelace.yml")
    clone("commit", "-qam", "renamed")
    clone.commit({"content/people/ada-lovelace.yml": OURS})
    clone.commit({PATH: THEIRS}, "two", "main")
    clone("merge", "-q", "one", "-m", "both")
    assert not clone.file().exists()
    assert told(clone.file("content/people/ada-lovelace.yml").read_text())["facts"] == told(clean(OURS, THEIRS))["facts"]


def test_a_file_that_one_side_deleted_is_gits_to_report(clone):
    clone.commit({PATH: ADA})
    clone("rm", "-q", PATH)
    clone.commit({}, "one")
    clone.commit({PATH: THEIRS}, "two", "main")
    done = clone("merge", "one", status=1)
    assert "modify/delete" in done.stdout
    assert clone.file().read_text() == THEIRS


def test_merges_that_cross_do_not_confuse_it(clone):
    """Two merges of the same branches: git merges their bases first, with longer markers where they conflict."""
    clone.commit({PATH: ADA})
    clone.commit({PATH: changed(("when: 1840", "when: 1841"))}, "one")
    clone.commit({PATH: changed(("when: 1840", "when: 1842"))}, "two", "main")
    clone("switch", "-qc", "a", "one")
    clone("merge", "-q", "-s", "ours", "two", "-m", "a")
    clone("switch", "-qc", "b", "two")
    clone("merge", "-q", "-s", "ours", "one", "-m", "b")
    done = clone("merge", "a", status=None)
    assert done.returncode in (0, 1)
    text = clone.file().read_text()
    assert text.count("<<<<<<<") <= 1
    assert "when: 1841" in text
    assert "when: 1842" in text


def test_conflicts_are_left_to_a_person_and_check_says_so(clone):
    clone.commit({PATH: ADA})
    clone.commit({PATH: changed(("when: 1840", "when: 1841"))}, "one")
    clone.commit({PATH: changed(("when: 1840", "when: 1842"))}, "two", "main")
    done = clone("merge", "one", status=1)
    assert "error[merge-conflict]" in done.stderr
    assert "CONFLICT" in done.stdout
    checked = run_cli("check", cwd=clone.folder)
    assert checked.returncode == 1
    assert "error[merge-conflict]" in checked.stdout


def test_without_registration_git_merges_as_it_always_does(tmp_path):
    clone = Clone(tmp_path / "plain", install=False)
    (clone.folder / ".gitattributes").write_text((ROOT / ".gitattributes").read_text())
    clone.commit({PATH: ADA})
    clone.commit({PATH: changed(("when: 1840", "when: 1841"))}, "one")
    clone.commit({PATH: changed(("A math", "The math"))}, "two", "main")
    clone("merge", "-q", "one", "-m", "both")
    assert clone.file().read_text() == changed(("when: 1840", "when: 1841"), ("A math", "The math"))


def test_an_installation_that_is_gone_costs_nothing_but_the_driver(clone):
    """Then git's own merge is run: nobody's half is taken for the whole."""
    broken = command().replace(shlex.quote(Path(sys.executable).as_posix()), "/nonexistent/python")
    clone("config", "merge.sourcebook.driver", broken)
    clone.commit({PATH: ADA})
    clone.commit({PATH: changed(("when: 1840", "when: 1841"))}, "one")
    clone.commit({PATH: changed(("when: 1840", "when: 1842"), ("A math", "The math"))}, "two", "main")
    clone("merge", "one", status=1)
    assert "<<<<<<<" in clone.file().read_text()
    assert "when: 1841" in clone.file().read_text()


def test_what_lies_in_the_working_tree_is_not_run(clone):
    (clone.folder / "sourcebook.py").write_text("raise SystemExit('run!')\n")
    (clone.folder / "yaml.py").write_text("raise SystemExit('run!')\n")
    clone.commit({PATH: ADA})
    clone.commit({PATH: OURS}, "one")
    clone.commit({PATH: THEIRS}, "two", "main")
    assert "run!" not in clone("merge", "one", "-m", "both").stderr


def test_installing_again_changes_nothing_and_keeps_what_is_there(tmp_path):
    clone = Clone(tmp_path / "clone", install=False)
    path = clone.folder / ".gitattributes"
    path.write_text("*.pdf binary")
    for folder in (".", "content/people"):
        assert run_cli("merge-driver", "--install", cwd=clone.folder / folder).returncode == 0
    assert path.read_text() == "*.pdf binary\n" + (ROOT / ".gitattributes").read_text()
    assert clone("check-attr", "merge", PATH).stdout.strip().endswith("merge: sourcebook")
    assert clone("check-attr", "merge", "content/.lock/a.jsonl").stdout.strip().endswith("merge: sourcebook")
    assert clone("check-attr", "merge", "content/articles/a.md").stdout.strip().endswith("unspecified")


def test_installing_needs_a_repository(tmp_path):
    (tmp_path / "content").mkdir()
    done = run_cli("merge-driver", "--install", cwd=tmp_path, env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert done.returncode == 2
    assert "git init" in done.stderr


def test_installing_says_what_keeps_it_from_being_done(tmp_path):
    clone = Clone(tmp_path / "clone", install=False)
    (clone.folder / "content").mkdir(exist_ok=True)
    none = run_cli("merge-driver", "--install", cwd=clone.folder, env={"PATH": str(tmp_path)})
    assert (none.returncode, "git is needed" in none.stderr) == (2, True)
    (clone.folder / ".git/config.lock").touch()
    locked = run_cli("merge-driver", "--install", cwd=clone.folder)
    assert (locked.returncode, "could not note it" in locked.stderr) == (2, True)
    assert "now merges" not in locked.stdout


def test_init_in_a_repository_sets_it_up(tmp_path):
    clone = Clone(tmp_path / "clone", install=False)
    assert run_cli("init", "kb", cwd=clone.folder).returncode == 0
    assert clone("config", "merge.sourcebook.driver").stdout.strip() == command()
    assert clone("check-attr", "merge", "kb/" + PATH).stdout.strip().endswith("merge: sourcebook")
    name = "kb/" + PATH
    clone.commit({name: ADA})
    clone.commit({name: OURS}, "one")
    clone.commit({name: THEIRS}, "two", "main")
    clone("merge", "-q", "one", "-m", "both")


def test_two_people_ingest_different_articles(tmp_path):
    """Each branch gets an article of its own about the same people; together they are as if one person had read both."""
    clone = Clone(tmp_path / "clone", install=False)
    assert run_cli("init", ".", cwd=clone.folder).returncode == 0

    def ingest(name, text):
        (tmp_path / f"{name}.txt").write_text(text)
        done = run_cli("ingest", tmp_path / f"{name}.txt", "--genre", "news", cwd=clone.folder)
        assert done.returncode == 0, done.stderr

    ingest("zero", "President Vladimir Putin visited Beijing in 2023. Sergei Lavrov met Wang Yi in Moscow.")
    clone.commit({})
    clone("switch", "-qc", "one")
    ingest("one", "President Vladimir Putin visited Hanoi in June 2024. Sergei Lavrov met Antony Blinken.")
    clone.commit({})
    clone("switch", "-qc", "two", "main")
    ingest("two", "President Vladimir Putin visited Pyongyang in June 2024. Sergei Lavrov met Wang Yi again in Beijing.")
    clone.commit({})
    done = clone("merge", "one", "-m", "both")
    assert "CONFLICT" not in done.stdout
    checked = run_cli("check", "--no-warnings", cwd=clone.folder)
    assert checked.returncode == 0, checked.stdout
    assert run_cli("ingest", cwd=clone.folder).returncode == 0
    assert clone("status", "--porcelain").stdout == ""
