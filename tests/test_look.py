"""What `extract` shows: the text with its mentions in the terminal and as a page."""

import html.parser
import re

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.extract.look import page, pieces
from sourcebook.project import contract, empty_knowledge, look, to_json_text
from sourcebook.read.text import article_of
from tests.conftest import ROOT, run_cli

SEED = ROOT / "content/articles/muratshina-2025.md"


class Wellformed(html.parser.HTMLParser):
    """Notes open elements and everything that could run."""

    void = {"meta", "br", "link"}

    def __init__(self):
        super().__init__()
        self.open, self.bad = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.void:
            self.open.append(tag)
        if tag in {"script", "iframe", "object", "img", "link"} or any(
            name.startswith("on") or str(value).startswith("javascript:") for name, value in attrs
        ):
            self.bad.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"</{tag}>")


def problems(markup):
    parser = Wellformed()
    parser.feed(markup)
    return parser.bad + parser.open


def test_the_page_holds_the_text_its_facts_and_no_outside_part(tmp_path):
    done = run_cli("extract", SEED, "--html", tmp_path / "seed.html")
    assert done.returncode == 0, done.stderr
    markup = (tmp_path / "seed.html").read_text("utf-8")
    assert problems(markup) == []
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", markup)
    assert markup.count("<mark") > 150
    assert 'href="#s1"' in markup
    assert 'id="s1"' in markup


def test_hostile_words_stay_words():
    text = 'Foreign Minister Anna <script>alert(1)</script> met "><img src=x onerror=alert(1)> in Oslo & Rome. <b>“It is what it is, he said to us all,” said Anna.'
    article = article_of(text, "x", "x")
    from sourcebook.extract import extract, to_json

    markup = page(article, to_json(extract(article, empty_knowledge()), article, detailed=True))
    assert problems(markup) == []


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(["person", "role", "event"])), max_size=8),
)
def test_pieces_give_the_text_back(text, spans):
    mentions = [
        {"start": start, "end": min(start + length, len(text)), "type": kind, "entity": ""}
        for start, length, kind in spans
        if start < len(text)
    ]
    assert "".join(each.text for each in pieces(text, mentions)(0, len(text))) == text


def test_without_colours_mentions_carry_their_type(tmp_path):
    path = tmp_path / "visit.txt"
    path.write_text("Foreign Minister Anna Lindqvist visited Lisbon on 14 May 2024.\n", "utf-8")
    done = run_cli("extract", path, env={"NO_COLOR": "1", "COLUMNS": "60"})
    assert "[person] Anna Lindqvist" in done.stdout
    assert "[place] Lisbon" in done.stdout
    assert "Anna Lindqvist – visited – Lisbon; when 2024-05-14  (fact)" in done.stdout
    assert "\x1b" not in done.stdout
    assert all(len(line) <= 78 for line in done.stdout.splitlines())


def test_the_json_keeps_to_its_contract(tmp_path):
    _, found = look(SEED)
    assert all(set(each) == {"subject", "predicate", "object", "qualifiers", "evidence"} for each in contract(found)["relations"])
    done = run_cli("extract", SEED, "--format", "json")
    assert done.stdout == to_json_text(contract(found))


TOLD = "---\ntitle: A visit\nauthor: Ada Fjell\nissued: 2024-05-15\n---\nForeign Minister Anna Lindqvist visited Lisbon on 14 May 2024 and met António Costa.\n"


def test_what_one_copies_from_the_page_is_the_text(tmp_path):
    (tmp_path / "visit.md").write_text(TOLD, "utf-8")
    article, found = look(tmp_path / "visit.md")
    markup = page(article, found)
    main = re.search(r"<main.*?</main>", markup, re.DOTALL)[0]
    assert re.sub(r"<[^>]*>", "", main).strip() == article.text.strip()
    assert "Ada Fjell · 15 May 2024" in markup


def test_facts_of_one_sentence_stand_above_it_once(tmp_path):
    (tmp_path / "visit.md").write_text(TOLD, "utf-8")
    article, found = look(tmp_path / "visit.md")
    assert len(found["relations"]) > 2
    markup = page(article, found)
    aside = markup[markup.index("<aside>") : markup.index("<h2>Quotations")]
    assert aside.count("<strong>") == len(found["relations"])
    assert aside.count("<blockquote>") == 1
    assert f'href="#f1" data-n="{len(found["relations"])}"' in markup
    shown = run_cli("extract", tmp_path / "visit.md", env={"COLUMNS": "200"}).stdout
    assert shown.startswith("A visit\nAda Fjell · 15 May 2024\n")
    assert shown.count("“Foreign Minister") == 1


def test_a_document_does_not_speak_to_the_terminal(tmp_path):
    (tmp_path / "a.txt").write_text("Anna \x1b[2J\x1b]0;x\x07Lindqvist visited Lisbon. “We \x1b[31mlike it here very much,” she said.")
    done = run_cli("extract", tmp_path / "a.txt")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", done.stdout)
    assert "\\u001b[2J" in done.stdout


def test_lines_fit_a_narrow_terminal(tmp_path):
    from sourcebook.text import columns

    words = f"緬甸外交部長訪問俄羅斯聯邦首都莫斯科並會見了總統。 Anna Lindqvist, Minister of Foreign Affairs of Norway, met Sergey Lavrov in {'x' * 90}."
    (tmp_path / "a.txt").write_text(words, "utf-8")
    done = run_cli("extract", tmp_path / "a.txt", env={"COLUMNS": "40"})
    assert max(map(columns, done.stdout.splitlines())) <= 40
    assert not any(line.endswith(" ") for line in done.stdout.splitlines())


def test_a_binary_file_is_not_shown_beside_what_is_wrong_with_it(tmp_path):
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    done = run_cli("extract", tmp_path / "a.doc")
    assert done.returncode == 1
    assert "u0000" not in done.stderr
    assert "save it as .docx" in done.stderr


def test_a_file_that_cannot_be_written_is_no_traceback(tmp_path):
    (tmp_path / "visit.txt").write_text("Anna Lindqvist visited Lisbon.")
    done = run_cli("extract", "visit.txt", "--html", f"{'a' * 300}.html", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: File name too long: ")
    assert "Traceback" not in done.stderr
