"""Files as people have them: front matter and its traps, encodings, order."""

import errno
import hashlib
import os
import re
import subprocess
import unicodedata
from bisect import bisect_right
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.read import NotReadableError, read
from sourcebook.store import alone, files
from sourcebook.store.articles import HANDLER, read_article, write_record
from sourcebook.store.load import load
from sourcebook.store.nodes import MOST_FORBIDDEN, parse_yaml
from sourcebook.store.schemas import built_in_schema
from sourcebook.store.splice import in_canonical_order
from sourcebook.text import count_quote, find_quote, fold


@pytest.mark.parametrize(
    "body",
    [
        "\n\nWords.  \n\n",
        "---\nA text that begins with a rule.\n",
        "words",
        "\r\nWords.\r\n",
        "\n---\nkey: value\n---\n",
        "\ttab and trailing   \n",
    ],
)
def test_the_body_is_kept_to_the_last_byte(body):
    text = write_record({"language": "en", "sha256": hashlib.sha256(body.encode()).hexdigest()}, body)
    article, found = read_article(text, "a.md", "a")
    assert article.text == body
    assert found == []


def test_a_text_that_begins_with_a_rule_is_no_front_matter(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("---\nOnce upon a time, there was a rule.\n---\nIt ended.\n")
    assert read(path).text == path.read_text()


def test_a_byte_order_mark_does_not_hide_the_front_matter(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf---\ntitle: Words\n---\nWords here.\n")
    assert (read(path).title, read(path).text) == ("Words", "Words here.\n")


def test_duplicate_keys_in_front_matter_are_found(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: One\ntitle: Two\n---\nWords.\n")
    with pytest.raises(NotReadableError) as caught:
        read(path)
    assert [str(each.place).rpartition("/")[2] for each in caught.value.findings] == ["a.md:3:1"]


def test_scalars_stay_as_they_are_written():
    assert HANDLER.load("a: no\nb: 12:30\nc: 007\nd: 2025-03-04\n") == {"a": "no", "b": "12:30", "c": "007", "d": "2025-03-04"}


def test_keys_of_other_tools_are_understood(tmp_path):
    path = tmp_path / "a.md"
    path.write_text('---\ntitle: "T"\nsource: "UK Government"\ndate: 2016-07-04T12:00:00Z\nlicense: OGL\ncorpus: x\n---\nWords.\n')
    article = read(path)
    assert (article.publisher, str(article.issued), article.license) == ("UK Government", "2016-07-04", "OGL")


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.txt", b"", "no words"),
        ("a.txt", b"\x89PNG\0\0", "binary"),
        ("a.txt", b"caf\xe9 au lait", "UTF-8"),
        ("a.txt", b" \n\t\n", "no words"),
        ("a.xyz", b"words", "No reader"),
        ("gone.txt", None, "no file"),
    ],
)
def test_what_cannot_be_read_says_why(name, raw, words, tmp_path):
    path = tmp_path / name
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(NotReadableError) as caught:
        read(path)
    assert words in caught.value.findings[0].message


def test_a_book_is_not_read_as_an_article(tmp_path):
    path = tmp_path / "book.txt"
    path.write_text("President Maria Silva visited Norway. " * 280_000)
    with pytest.raises(NotReadableError) as caught:
        read(path)
    assert "10,640,000 bytes" in caught.value.findings[0].message


def test_an_entity_file_with_mark_and_crlf_is_read(tmp_path):
    folder = tmp_path / "content/people"
    folder.mkdir(parents=True)
    (folder / "ada.yml").write_bytes("\ufefftype: person\r\nname: Ада 👩‍💻\r\n".encode())
    knowledge, found = load(tmp_path / "content")
    assert (knowledge.entities["ada"].name, found) == ("Ада 👩‍💻", [])


FACTS = """type: person
name: Ada
facts:
  # about Bob
  - met: bob
    cite: [{src: a, quote: Ada met Bob}]

  - visited: rome   # by coach
    cite:
      - src: a
        quote: Ada visited Rome

  - position: Countess
    cite: [{src: a, quote: Countess}]
notes: Words.
"""


@pytest.mark.parametrize("name", ["articles/a.md", "people/ada.yml", "events", "sourcebook.yml", "ada"])
def test_a_link_to_itself_is_a_finding(name, tmp_path):
    for folder in ("articles", "people"):
        (tmp_path / folder).mkdir()
    (tmp_path / name).symlink_to(Path(name).name)
    (tmp_path / "people" / "bo.yml").write_text("type: person\nname: Bo\n")
    kb, found = load(tmp_path)
    assert list(kb.entities) == ["bo"]
    told = [f"content/{name}:1:1: The link leads nowhere"] if name != "ada" else []
    assert [f"{each.place}: {each.message}" for each in found] == told


@pytest.mark.parametrize(
    ("name", "make", "message", "remedy"),
    [
        ("people/ada.yml", os.mkfifo, "It is not a file that can be read", "put a file in its place"),
        ("people/ada.yml", os.mkdir, "Only <id>.yml files belong in content/people/", "Move it elsewhere."),
        ("schema.yml", os.mkdir, "schema.yml is a folder here, and should be a file", "Move it elsewhere."),
        ("events", Path.touch, "events is a file here, and should be a folder", "Move it elsewhere."),
    ],
)
def test_what_is_no_file_or_no_folder_is_told_as_such(name, make, message, remedy, tmp_path):
    (tmp_path / "people").mkdir()
    make(tmp_path / name)
    (finding,) = load(tmp_path)[1]
    assert (finding.place.path, finding.message) == (f"content/{name}", message)
    assert remedy in finding.help


def test_of_two_files_whose_names_differ_in_case_none_takes_the_place_of_the_other(tmp_path):
    (tmp_path / "people").mkdir()
    for name in ("Ada", "ada"):
        (tmp_path / f"people/{name}.yml").write_text(f"type: person\nname: {name} Lovelace\n")
    if len(list((tmp_path / "people").iterdir())) < 2:
        pytest.skip("this disk holds them to be one file")
    (finding,) = load(tmp_path)[1]
    assert finding.help == "ada.yml is there already: move what is new into it, or give this file a name of its own."


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_what_is_no_line_end_to_editors_is_none_here(sign, tmp_path):
    (tmp_path / "people").mkdir()
    text = f"type: person # one{sign}two: x\nname: Ada{sign}Lovelace\nsummery: x\n"
    (tmp_path / "people/ada.yml").write_text(text, encoding="utf-8")
    kb, (finding,) = load(tmp_path)
    assert (kb.entities["ada"].name, str(finding.place)) == ("Ada Lovelace", "content/people/ada.yml:3:1")


def test_of_a_file_full_of_aliases_the_first_are_told():
    text = "a: &a x\nb: [" + ", ".join(["*a"] * 400_000) + "]\n"
    assert len(parse_yaml(text, "x.yml").diagnostics) == MOST_FORBIDDEN


ITEM = '  - note: {}\n    cite:\n      - src: a1\n        quote: >-\n          Bob said: "- no: [really]\n          - he did\n'
MISTAKES = ("a: b", '"open', "[open", "*star", "{ a", "'it''s' here", "%", "- a\n   b: c")


@given(st.lists(st.sampled_from(["sound", "'quoted: it''s'", *MISTAKES]), max_size=8))
def test_every_broken_fact_of_a_file_is_told_and_no_sound_one(values):
    broken = [number for number, value in enumerate(values) if value in MISTAKES]
    text = "type: person\nname: Ada\nfacts:\n" + "".join(ITEM.format(value) for value in values) + "notes: >-\n  Fine: [so far\n"
    starts = [text[: each.start()].count("\n") + 1 for each in re.finditer("^  - note", text, re.MULTILINE)]
    found = [bisect_right(starts, each.place.line) - 1 for each in parse_yaml(text, "x.yml").diagnostics]
    assert sorted({*found}) == broken


def test_of_a_file_with_a_mark_the_broken_byte_is_named(tmp_path):
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "ada.yml").write_bytes(b"\xef\xbb\xbftype: person\nname: Ad\xe4\n")
    (finding,) = load(tmp_path)[1]
    assert (str(finding.place), "0xe4" in finding.message) == ("content/people/ada.yml:2:9", True)


def test_canonical_order_moves_facts_with_their_comments():
    schema = built_in_schema()
    ordered = in_canonical_order(FACTS, schema)
    assert sorted(ordered.split("\n")) == sorted(FACTS.split("\n"))
    assert (
        ordered.index("position")
        < ordered.index("visited")
        < ordered.index("# about Bob")
        < ordered.index("met: bob")
        < ordered.index("notes")
    )
    assert in_canonical_order(ordered, schema) == ordered


def test_insertions_of_two_branches_merge_cleanly(tmp_path):
    """Two people add different facts to one file; canonical order keeps them apart, so git merges them."""
    from sourcebook.store.splice import insert_fact
    from sourcebook.store.writing import canonical_key

    schema = built_in_schema()
    path = tmp_path / "ada.yml"

    def git(*command):
        return subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *command], cwd=tmp_path, check=True, capture_output=True
        )

    path.write_text(in_canonical_order(FACTS, schema))
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "base")
    for branch, name in (("one", "degree"), ("two", "supports")):
        git("switch", "-q", "-c", branch, "main")
        lines = [f"  - {name}: x", "    cite: [{src: a, quote: Ada}]"]
        path.write_text(insert_fact(path.read_text(), lines, canonical_key(schema, name, "x"), schema))
        git("commit", "-qam", branch)
    git("merge", "-q", "one", "-m", "both")
    assert "degree: x" in path.read_text()
    assert "supports: x" in path.read_text()


WORDS = st.lists(st.text("abcdé’“”–… ", min_size=1, max_size=8).filter(str.strip), min_size=6, max_size=30)


@settings(max_examples=200, deadline=None)
@given(words=WORDS, data=st.data())
def test_a_slice_is_found_however_it_is_typeset(words, data):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 3))
    part = " ".join(words[start : start + 3])
    typeset = part.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace("…", "...").replace(" ", "\n   ")
    typeset = unicodedata.normalize("NFD", typeset)
    assert count_quote(typeset, text) == count_quote(part, text)
    for begin, end in find_quote(typeset, text):
        assert fold(text[begin:end]).text == fold(part).text


UNSEEN = "\u00ad\u200b\u200e\u200f\u2060\u202b\u202c\u2067\ufeff\x07"


@given(st.text(f"ab-' \t\n\u00a0\u3000’“–…{UNSEEN}", max_size=12), st.booleans())
def test_folding_takes_away_what_typography_adds(text, apart):
    text = "e\u0301" * apart + text
    plain = text.translate({**str.maketrans("’“–", "'\"-"), **dict.fromkeys(map(ord, UNSEEN), ""), ord("…"): "..."})
    plain = plain.replace("e\u0301", "é")
    assert fold(text).text == " ".join(plain.split())


def test_fragments_follow_each_other():
    text = "One two three. Four five six."
    assert [text[a:b] for a, b in find_quote("two [...] five", text)] == ["two", "five"]
    assert find_quote("five [...] two", text) == ()
    assert find_quote("wo three", text) == ()


def test_where_nothing_may_be_written_nothing_is_kept_and_nothing_fails(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(files, "write_bytes_atomically", refuse)
    monkeypatch.setattr(alone, "keep_out_of_git", refuse)
    files.write_cached(tmp_path / "x", b"words")
    with alone.only_one(tmp_path / "lock", "busy"):
        assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_read_is_a_finding(tmp_path, monkeypatch):
    for folder in ("events", "people"):
        (tmp_path / folder).mkdir()
    (tmp_path / "people/ada.yml").write_text("type: person\nname: Ada\n")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("events"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    kb, (finding,) = load(tmp_path)
    assert (list(kb.entities), str(finding.place), finding.code) == (["ada"], "content/events:1:1", "unreadable")
    assert finding.message == "The folder cannot be read: Permission denied"
