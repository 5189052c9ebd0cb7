"""Random files in odd layouts, random edits: they say what was meant, the rest stays byte for byte, and the way back leads back."""

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.edit import keys, references
from sourcebook.edit.facts import comments, folded, with_citation
from sourcebook.edit.meaning import facts_said, names_said
from sourcebook.edit.meaning import folded as once
from sourcebook.edit.merging import renamed
from sourcebook.edit.patches import Patch, patched
from sourcebook.model.proposals import ProposedFact
from sourcebook.store.entities import read_entity
from sourcebook.store.nodes import parse_yaml
from sourcebook.store.pending import Change, carry_out
from sourcebook.store.schemas import built_in_schema
from sourcebook.store.splice import block_lines, fact_blocks, insert_fact, remove_block
from sourcebook.store.writing import canonical_key, write_citation, write_fact

SCHEMA = built_in_schema()
RANDOM = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
)
IDS = ("ada", "bob", "eve", "old-id", "rome")
NAMES = st.sampled_from(
    [
        "Zed",
        "Ada: a life",
        "Żółć 🚢",
        "«Х» — y",
        "- dash",
        "no",
        "007",
        "a, b",
        "it's",
        'say "no"',
        "[x]",
        "مصر",
        "#1",
        "{a}",
        "Zed @ home",
        "a  #b",
        "\\x",
        "?",
        "x:",
    ]
)
COMMENT = st.sampled_from(["", "", "", "   # why", " # [x]: 'y'", "  # é 🚢"])
QUOTES = st.sampled_from(
    [
        "Ada visited Rome.",
        "He said: “no”; # 1",
        "It's 'so'",
        "a [...] b c d",
        "words that go on and on until they are longer than any line of eighty columns allows them to be",
        "  - x: y",
    ]
)


@st.composite
def scalars(draw, text):
    from sourcebook.store.writing import in_list

    plain = in_list(text)
    single = "'" + text.replace("'", "''") + "'"
    return draw(st.sampled_from([plain, single]))


@st.composite
def citations(draw, indent):
    if draw(st.booleans()):
        quote = draw(QUOTES).strip().replace("'", "''")
        return [f"{indent}cite: [{{src: a, quote: '{quote}'}}]{draw(COMMENT)}"]
    step = draw(st.sampled_from(["", "  ", "    "]))
    lines = [f"{indent}cite:{draw(COMMENT)}"]
    for _ in range(draw(st.integers(1, 2))):
        quote = draw(QUOTES).strip()
        lines.append(f"{indent}{step}- src: {draw(st.sampled_from(['a', 'b']))}{draw(COMMENT)}")
        if draw(st.booleans()):
            lines.append(f"{indent}{step}  by: {draw(st.sampled_from(IDS))}{draw(COMMENT)}")
        style = draw(st.sampled_from(["plain", "folded", "literal"]))
        if style == "plain":
            lines.append(f"{indent}{step}  quote: {draw(scalars(quote))}{draw(COMMENT)}")
        else:
            lines += [f"{indent}{step}  quote: {'>-' if style == 'folded' else '|-'}{draw(COMMENT)}", f"{indent}{step}      {quote}"]
    return lines


@st.composite
def facts(draw, column):
    indent = " " * (column + 2)
    name, values = draw(
        st.sampled_from([("visited", IDS), ("met", IDS), ("supports", IDS), ("position", ("Prime Minister", "'King: I'", "Queen"))])
    )
    chosen = draw(st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True))
    dash = f"{' ' * column}- "
    if len(chosen) == 1:
        lines = [f"{dash}{name}: {chosen[0]}{draw(COMMENT)}"]
    elif draw(st.booleans()):
        lines = [f"{dash}{name}: [{', '.join(chosen)}]{draw(COMMENT)}"]
    else:
        lines = [f"{dash}{name}:{draw(COMMENT)}", *(f"{indent}  - {each}{draw(COMMENT)}" for each in chosen)]
    if draw(st.booleans()):
        lines.append(f"{indent}when: {draw(st.sampled_from(['1840', '2025-03?']))}{draw(COMMENT)}")
    if draw(st.integers(0, 3)) == 0:
        lines.append(f"{indent}with: {draw(st.sampled_from(IDS))}")
    if draw(st.integers(0, 3)) == 0:
        lines += [f"{indent}# inside", f"{indent}note: >-", f"{indent}  # no comment", f"{indent}  but words"]
    lines += draw(citations(indent))
    above = draw(st.sampled_from([[], [], [f"{' ' * column}# above"], ["# at the edge", "", f"{' ' * column}# alone"]]))
    between = draw(st.sampled_from([[], [""], ["", ""]]))
    return [*between, *above, *lines]


@st.composite
def entities(draw, end=None):
    name = draw(NAMES)
    lines = draw(st.sampled_from([[], ["# head"], ["", "# head", ""]])) + ["type: person", f"name: {draw(scalars(name))}{draw(COMMENT)}"]
    style = draw(st.sampled_from(["none", "flow", "block", "one", "flush"]))
    aliases = draw(st.lists(NAMES, min_size=1, max_size=2, unique=True))
    if style == "flow":
        lines.append(f"aliases: [{', '.join([draw(scalars(each)) for each in aliases])}]{draw(COMMENT)}")
    elif style == "one":
        lines.append(f"aliases: {draw(scalars(aliases[0]))}{draw(COMMENT)}")
    elif style != "none":
        indent = "" if style == "flush" else "    "
        lines += [f"aliases:{draw(COMMENT)}", *[f"{indent}- {draw(scalars(each))}{draw(COMMENT)}" for each in aliases]]
    column = draw(st.sampled_from([0, 2, 4]))
    many = draw(st.lists(facts(column), max_size=4))
    if many:
        lines += [f"facts:{draw(COMMENT)}", *(line for each in many for line in each)]
    lines += draw(
        st.sampled_from(
            [
                [],
                ["", "# tail"],
                ["notes: |", "  See [[ada]] and [[old-id|it]].", "", "  # heading"],
                ["not_same_as: [ada, old-id]  # x", ""],
            ]
        )
    )
    end = end or draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + (end if draw(st.booleans()) or not lines[-1].strip() else "")


def entity(text):
    found, problems = read_entity(parse_yaml(text, "content/people/x.yml"), "x", SCHEMA.types["person"], SCHEMA, {})
    assert not [each for each in problems if each.severity == "error"], (problems, text)
    return found


def said(text):
    each = entity(text)
    return names_said(each), facts_said(each)


def one_change(before, after):
    """What left and what came, if everything else stayed in its place."""
    start = len(os.path.commonprefix([before, after]))
    stop = len(os.path.commonprefix([before[start:][::-1], after[start:][::-1]]))
    return before[start : len(before) - stop], after[start : len(after) - stop]


FACTS = st.builds(
    ProposedFact,
    subject=st.just("x"),
    property=st.sampled_from(["visited", "met", "opposes"]),
    value=st.sampled_from(["moscow", "aaa", "zzz"]),
    qualifiers=st.sampled_from([{}, {"when": ("1999",)}, {"with": ("ada", "bob"), "note": ("Note: # so",)}]),
    source=st.just("a"),
    quote=QUOTES.map(str.strip),
)


@RANDOM
@given(text=entities(), fact=FACTS)
def test_a_fact_is_put_in_and_taken_out(text, fact):
    after = insert_fact(text, write_fact(fact, ""), canonical_key(SCHEMA, fact.property, fact.value), SCHEMA)
    assert one_change(text, after)[0] == ""
    one = entity(after)
    assert names_said(one) == names_said(entity(text))
    assert len(one.facts) == len(entity(text).facts) + 1
    assert comments(after) == comments(text)
    block = next(each for each in fact_blocks(after) if after.split("\n")[each.start].strip() == f"- {fact.property}: {fact.value}")
    # The comment above the next fact stayed with that one.
    assert block.head == block.start or not fact_blocks(text)
    back = remove_block(after, block)
    assert said(back) == said(text)
    assert [row.strip() for row in back.splitlines() if row.strip()] == [row.strip() for row in text.splitlines() if row.strip()]


@RANDOM
@given(text=entities(), name=NAMES)
def test_another_name_and_back(text, name):
    before = entity(text)
    after, meant = renamed(text, before, name, [])
    assert names_said(entity(after)) == names_said(meant)
    assert facts_said(entity(after)) == facts_said(before)
    if not {name, before.name} & {each.text for each in before.aliases}:
        assert comments(after) == comments(text)
        left, came = one_change(text, after)
        assert "\n" not in left + came
        again, _ = renamed(after, meant, before.name, [])
        assert said(again) == said(text)
        assert one_change(text, again)[1].strip("'\"").replace("''", "'").replace("\\", "") in before.name or again == text


@RANDOM
@given(text=entities(), names=st.lists(NAMES, min_size=1, max_size=3, unique=True))
def test_more_names(text, names):
    more = [each for each in names if each not in keys.items(text, "aliases")] if "aliases:" in text else names
    after = keys.with_items(text, "aliases", more)
    assert [each.text for each in entity(after).aliases][-len(more) or 9 :] == [
        entity(f"type: person\nname: x\naliases: ['{each.replace(chr(39), chr(39) * 2)}']\n").aliases[0].text for each in more
    ]
    assert comments(after) == comments(text)
    assert facts_said(entity(after)) == facts_said(entity(text))


@RANDOM
@given(text=entities())
def test_another_id_and_back(text):
    after = references.with_ids(text, {"old-id": "fresh"}, SCHEMA, {})
    assert after.replace("fresh", "old-id") == text or "old-id" in after
    assert {each.target for each in entity(after).facts} == {
        "fresh" if each.target == "old-id" else each.target for each in entity(text).facts
    }
    assert "old-id" not in {each.value for each in references.entity_nodes(parse_yaml(after, "").root, SCHEMA)}
    assert references.with_ids(after, {"fresh": "old-id"}, SCHEMA, {}) == text


@RANDOM
@given(text=entities(), fact=FACTS, data=st.data())
def test_a_second_citation(text, fact, data):
    blocks = fact_blocks(text)
    if not blocks:
        return
    block = data.draw(st.sampled_from(blocks))
    after = with_citation(text, block.start + 1, write_citation(fact))
    left, came = one_change(text, after)
    assert not left.strip()
    assert came.strip()
    assert comments(after) == comments(text)
    before = [(each.property, each.value, len(each.citations)) for each in entity(text).facts]
    now = [(each.property, each.value, len(each.citations)) for each in entity(after).facts]
    assert now == [
        (name, value, count + (one.block.line == block.start + 1))
        for (name, value, count), one in zip(before, entity(text).facts, strict=True)
    ]


@RANDOM
@given(text=entities(end="\n"), other=entities())
def test_two_become_one(text, other):
    both = text
    for block in fact_blocks(other):
        both = insert_fact(both, block_lines(other, block), canonical_key(SCHEMA, "visited", "x"), SCHEMA)
    assert len(entity(both).facts) == len(entity(text).facts) + len(entity(other).facts)
    after = folded(both, SCHEMA, frozenset())
    assert once(entity(after)) == once(entity(both))
    assert set(comments(both)) <= set(comments(after)) | {""}
    assert folded(after, SCHEMA, frozenset()) == after
    assert names_said(entity(after)) == names_said(entity(text))


@RANDOM
@given(
    text=entities(),
    values=st.dictionaries(
        st.sampled_from(["summary", "notes", "note"]),
        NAMES | st.sampled_from(["two\nlines", "a\n\n  b\nc", "x" * 100 + " y", " ", "tab\tin"]),
        min_size=1,
    ),
)
def test_keys_get_values(text, values):
    after = text
    for key, value in values.items():
        after = keys.with_value(after, key, value) if value.strip() else after
    one = entity(after)
    assert {key: getattr(one, key) for key, value in values.items() if value.strip()} == {
        key: value for key, value in values.items() if value.strip()
    }
    assert facts_said(one) == facts_said(entity(text))
    if "notes" not in values:
        assert comments(after) == comments(text)


@given(text=st.text(max_size=40), cuts=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3), st.text(max_size=3)), max_size=5))
def test_patches_change_what_they_name(text, cuts):
    patches, end = [], 0
    for wanted, length, new in sorted(cuts):
        start = max(wanted, end)
        stop = min(start + length, len(text))
        if start <= stop:
            patches.append(Patch(start, stop, new))
            end = stop + 1
    after, position, rest = patched(text, patches), 0, ""
    for each in patches:
        rest += text[position : each.start] + each.new
        position = each.end
    assert after == rest + text[position:]


@settings(max_examples=30, deadline=None)
@given(
    files=st.dictionaries(
        st.sampled_from("abcde"), st.tuples(st.none() | st.binary(max_size=9), st.none() | st.binary(max_size=9)), min_size=1
    )
)
def test_files_are_written_together(files):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each, (before, _) in files.items():
            if before is not None:
                (folder / each).write_bytes(before)
        carry_out(
            [
                Change(path=folder / each, shown=each, before=before, after=after)
                for each, (before, after) in files.items()
                if before != after
            ]
        )
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
            each: after for each, (_, after) in files.items() if after is not None
        }
