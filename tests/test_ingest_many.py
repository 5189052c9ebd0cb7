"""Many documents at once: in any order, with any number of workers, with broken ones among them."""

import os
import random
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook import ingestion, project
from sourcebook.diagnostics import SourcebookError
from sourcebook.merge import Known, linked, prepared
from sourcebook.model.facts import Entity, Name
from sourcebook.model.gists import Gist, namers_of, namers_renewed
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.proposals import Proposals, ProposedEntity
from sourcebook.project import Project, empty_knowledge
from sourcebook.read.text import article_of
from sourcebook.store import seen
from sourcebook.store.load import load
from sourcebook.store.locks import Lock
from tests.conftest import ROOT, run_cli

ARTICLES = sorted((ROOT / "tests/eval/articles").glob("*_*.md"))[:9]


def content_of(folder):
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in sorted(Path(folder).rglob("*")) if each.is_file()}


def taken_in(folder, documents, jobs=1):
    (folder / "content").mkdir(parents=True)
    results = list(project.ingest(Project(folder), documents, {}, jobs=jobs))
    return results, content_of(folder / "content")


def test_neither_order_nor_workers_change_a_byte(tmp_path):
    _, plain = taken_in(tmp_path / "a", ARTICLES)
    shuffled = ARTICLES[:]
    random.Random(7).shuffle(shuffled)
    assert shuffled != ARTICLES
    _, other = taken_in(tmp_path / "b", shuffled)
    _, parallel = taken_in(tmp_path / "c", shuffled, jobs=3)
    assert plain == other == parallel
    assert sum(name.startswith("articles/") for name in plain) >= len(ARTICLES)


def test_a_second_run_changes_nothing(tmp_path):
    taken_in(tmp_path / "a", ARTICLES)
    before = content_of(tmp_path / "a/content")
    for documents in (ARTICLES, []):
        for each in project.ingest(Project(tmp_path / "a"), documents, {}):
            assert not each.changed
    assert content_of(tmp_path / "a/content") == before


def test_what_was_done_with_each_document_is_a_sentence(tmp_path):
    (tmp_path / "kb/content/articles").mkdir(parents=True)
    (tmp_path / "kb/content/articles/book.md").write_text("---\ntitle: A book\ntext: none\nurl: https://example.org\n---\n")
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("Nothing to be found here.\n")
    first = run_cli("ingest", "../one.txt", "../two.txt", cwd=tmp_path / "kb").stdout
    assert sorted(first.splitlines()) == [
        "../one.txt -> articles/one: nothing new",
        "../two.txt -> articles/one: 1 copy of a text that was read before",
    ]
    again = run_cli("ingest", cwd=tmp_path / "kb").stdout
    assert "content/articles/book.md -> articles/book: 1 source without a text" in again.splitlines()


def test_two_articles_share_what_both_name(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/one.txt").write_text(
        "Foreign Minister Anna Lindqvist of Norway visited Lisbon in May 2024. Lindqvist met Prime Minister António Costa there.\n", "utf-8"
    )
    (tmp_path / "in/two.txt").write_text(
        "Prime Minister António Costa received Foreign Minister Anna Lindqvist in Lisbon. Costa thanked Lindqvist.\n", "utf-8"
    )
    _, files = taken_in(tmp_path / "kb", [tmp_path / "in/two.txt", tmp_path / "in/one.txt"])
    assert [name for name in files if "costa" in name and name.startswith("people/")] == ["people/antonio-costa.yml"]
    assert b"src: one" in files["people/anna-lindqvist.yml"]
    assert b"src: two" in files["people/antonio-costa.yml"] or b"src: two" in files["people/anna-lindqvist.yml"]


def test_a_surname_alone_is_the_one_person_who_bears_it_and_is_marked():
    one = article_of("President Anna Lindqvist visited Oslo. Later President Anna Lindqvist left.", "one", "one")
    two = article_of("President Lindqvist visited Rome last year.", "two", "two")
    kb = empty_knowledge()
    read = [(each, ingestion.read_with(each, kb, frozenset(), ()), Lock()) for each in (one, two)]
    ready = prepared(read, kb)
    facts = [each for each in ready[1].facts if each.property == "visited"]
    assert [(each.subject, each.unsure) for each in facts] == [("anna-lindqvist", "The article gives the surname alone.")]
    assert linked(ready[1], kb, Lock()) == ready[1]


def in_turn(folder, *texts):
    """What becomes of texts that are taken in one after the other, each knowing what those before said."""
    (folder / "kb/content").mkdir(parents=True)
    for number, text in enumerate(texts, start=1):
        (folder / f"a{number}.txt").write_text(text, "utf-8")
        list(project.ingest(Project(folder / "kb"), [folder / f"a{number}.txt"], {}))
    before = content_of(folder / "kb/content")
    list(project.ingest(Project(folder / "kb"), [], {}))
    assert content_of(folder / "kb/content") == before
    return {name: text.decode() for name, text in before.items() if name.endswith(".yml")}


def at_once(folder, *texts):
    """The same for texts that are taken in together."""
    folder.mkdir()
    documents = [folder / f"a{number}.txt" for number in range(1, len(texts) + 1)]
    for document, text in zip(documents, texts, strict=True):
        document.write_text(text, "utf-8")
    _, files = taken_in(folder / "kb", documents)
    again = list(project.ingest(Project(folder / "kb"), [], {}))
    assert not any(each.changed for each in again)
    return {name: text.decode() for name, text in files.items() if name.endswith(".yml")}


def people_in(files):
    return sorted(name.removeprefix("people/") for name in files if name.startswith("people/"))


BOTH = pytest.mark.parametrize("taken", [in_turn, at_once])


@BOTH
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President Iván Ruiz of Chile visited Oslo.", "President Ivan Ruiz of Chile visited Rome."),
        ("Prime Minister Abe Hanako of Japan visited Oslo.", "Prime Minister Hanako Abe of Japan visited Rome."),
        ("Prime Minister Selam Tesfaye of Ethiopia visited Oslo.", "Prime Minister Selam Tesfaye Alemu of Ethiopia visited Rome."),
        ("Foreign Minister S. Ramanathan of India visited Oslo.", "Foreign Minister Subrahmanya Ramanathan of India visited Rome."),
        ("President Iván Ruiz of Chile visited Oslo.", "President Ruiz of Chile visited Rome."),
        ("President Joseph R. Ruiz, Jr. of Chile visited Oslo.", "President Joe Ruiz of Chile visited Rome."),
        ("President Joseph Ruiz, Jr. of Chile visited Oslo.", "President Ruiz of Chile visited Rome."),
        ("President Bashir al-Omari of Yemen visited Oslo.", "Bashir Omari visited Rome."),
        ("President Ursula von der Berg of Chile visited Oslo.", "President von der Berg of Chile visited Rome."),
        ("President Mikhail Ruizeli of Georgia visited Oslo.", "President Mikheil Ruizeli of Georgia visited Rome."),
    ],
)
def test_one_person_under_two_names_is_one(tmp_path, taken, one, other):
    files = taken(tmp_path / "x", one, other)
    (person,) = people_in(files)
    said = files[f"people/{person}"]
    assert "visited: oslo" in said
    assert "visited: rome" in said
    assert "unsure" not in said


@BOTH
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President Ivan Ruiz of Chile visited Oslo.", "President Ivan Ruiz Soto of Peru visited Rome."),
        ("Foreign Minister S. Ramanathan of India visited Oslo.", "Foreign Minister Suresh Ramanathan of Fiji visited Rome."),
        ("President John Smith of Kenya visited Oslo.", "Finance Minister Jane Smith of Norway visited Rome. Smith was glad."),
        ("President George H. W. Smith of Kenya visited Oslo.", "President George W. Smith of Kenya visited Rome."),
        ("President Thomas Grant of Kenya visited Oslo.", "Grant Thomas visited Rome."),
        ("President Dmitriy Ruiz of Georgia visited Oslo.", "Finance Minister Dmitry Ruiz of Norway visited Rome. Ruiz was glad."),
    ],
)
def test_who_acts_for_another_state_is_another(tmp_path, taken, one, other):
    assert len(people_in(taken(tmp_path / "x", one, other))) == 2


@BOTH
def test_a_surname_that_two_bear_is_neither_s(tmp_path, taken):
    texts = (
        "President John Smith of Kenya visited Oslo.",
        "President Jane Smith of Norway visited Rome.",
        "Mr Smith visited Madrid.",
        "Mr Smith visited Lisbon.",
    )
    files = taken(tmp_path / "x", *texts)
    assert people_in(files) == ["jane-smith.yml", "john-smith.yml", "smith-a3.yml", "smith-a4.yml"]
    assert "visited: madrid" in files["people/smith-a3.yml"]


@BOTH
def test_a_name_without_the_initials_that_tell_two_apart_is_neither_s(tmp_path, taken):
    texts = (
        "President George H.W. Smith of Kenya visited Oslo.",
        "President George W. Smith of Kenya visited Rome.",
        "President George Smith of Kenya visited Madrid.",
    )
    assert people_in(taken(tmp_path / "x", *texts)) == ["george-h-w-smith.yml", "george-smith.yml", "george-w-smith.yml"]


@BOTH
def test_of_two_who_bear_a_surname_the_one_in_that_office_is_meant(tmp_path, taken):
    texts = (
        "President John Smith of Kenya visited Oslo.",
        "Finance Minister Robert Smith of Kenya visited Rome.",
        "President Smith of Kenya visited Madrid.",
    )
    files = taken(tmp_path / "x", *texts)
    assert people_in(files) == ["john-smith.yml", "robert-smith.yml"]
    assert "visited: madrid" in files["people/john-smith.yml"]


def test_a_name_that_fits_two_known_people_is_neither_s(tmp_path):
    content = tmp_path / "kb/content"
    for folder in ("people", "places", "articles"):
        (content / folder).mkdir(parents=True)
    for name, other in (("ana-maria-soto", "ana-maria-soto-lima"), ("ana-maria-soto-lima", "ana-maria-soto")):
        (content / f"people/{name}.yml").write_text(
            f"type: person\nname: {name.replace('-', ' ').title()}\nnot_same_as: [{other}]\nfacts:\n"
            "  - position: Minister\n    of: chile\n    cite: [{src: a0, locator: '1'}]\n"
        )
    (content / "places/chile.yml").write_text("type: place\nname: Chile\n")
    (content / "articles/a0.md").write_text("---\ntitle: A\ntext: none\nurl: https://example.org\n---\n")
    (tmp_path / "one.txt").write_text("President Ana Maria of Chile visited Rome.")
    (done,) = project.ingest(Project(tmp_path / "kb"), [tmp_path / "one.txt"], {})
    assert not done.findings
    assert sorted(each.stem for each in (content / "people").iterdir()) == ["ana-maria", "ana-maria-soto", "ana-maria-soto-lima"]


@BOTH
def test_each_state_has_ministries_of_its_own(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "Kenya's Ministry of Defence signed an agreement with Norway in Oslo.",
        "The Ministry of Defence of Nepal signed an agreement with Chile. The Ministry of Defence is in Kathmandu.",
        "“We are glad,” the Ministry of Defence said. Parliament met on Monday.",
    )
    bodies = {name.removeprefix("organizations/") for name in files if name.startswith("organizations/")}
    assert {"ministry-of-defence-of-kenya.yml", "ministry-of-defence-of-nepal.yml", "ministry-of-defence-a3.yml"} <= bodies
    assert not {"ministry-of-defence.yml", "parliament.yml"} & bodies
    assert "a3" not in files["organizations/ministry-of-defence-of-kenya.yml"] + files["organizations/ministry-of-defence-of-nepal.yml"]


def test_a_body_that_the_knowledge_base_calls_so_is_meant(tmp_path):
    content = tmp_path / "kb/content/organizations"
    content.mkdir(parents=True)
    (content / "mod.yml").write_text("type: organization\nname: Ministry of Defence\n")
    (tmp_path / "one.txt").write_text("“We are glad,” the Ministry of Defence said.")
    list(project.ingest(Project(tmp_path / "kb"), [tmp_path / "one.txt"], {}))
    assert [each.name for each in content.iterdir()] == ["mod.yml"]
    assert "We are glad" in (content / "mod.yml").read_text()


@pytest.mark.parametrize(("auto", "apart"), [("auto: rules@1\n", True), ("", False)])
def test_what_the_loader_called_by_a_common_name_is_nobody_else_s(tmp_path, auto, apart):
    content = tmp_path / "kb/content"
    for folder, text in {
        "organizations/mod": "type: organization\nname: Ministry of Defence\n",
        "agreements/mou": "type: agreement\nname: Memorandum of Understanding\n",
    }.items():
        (content / folder).parent.mkdir(parents=True)
        (content / f"{folder}.yml").write_text(text + auto)
    (tmp_path / "one.txt").write_text(
        "“We are glad,” the Ministry of Defence said. Ghana and Peru signed a Memorandum of Understanding on mining in Lima."
    )
    project_ = Project(tmp_path / "kb")
    list(project.ingest(project_, [tmp_path / "one.txt"], {}))
    before = content_of(content)
    list(project.ingest(project_, [], {}))
    assert content_of(content) == before
    for name in ("organizations/mod.yml", "agreements/mou.yml"):
        assert (b"src: one" in before[name]) is not apart
    assert ("agreements/memorandum-of-understanding-on-mining-one.yml" in before) is apart
    assert ("organizations/ministry-of-defence-one.yml" in before) is apart


@BOTH
def test_embassies_are_told_apart_by_where_they_are(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "The High Commission of India in Nairobi signed an agreement with the Ministry of Health of Kenya.",
        "The High Commission of India in Suva signed an agreement with the Ministry of Health of Fiji.",
    )
    bodies = [name for name in files if "high-commission" in name]
    assert sorted(bodies) == [f"organizations/high-commission-of-india-in-{place}.yml" for place in ("nairobi", "suva")]


@BOTH
def test_the_talks_of_one_article_are_not_those_of_the_next(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "Norway and Chile held talks on fisheries in Oslo. The talks ended on Monday. Chile attended the conference in Oslo.",
        "Ghana and Peru held talks in Lima. The talks were long. Peru attended the conference in Lima.",
    )
    of_second = [text for name, text in files.items() if name.startswith("events/") and "src: a2" in text]
    assert of_second
    assert not any("src: a1" in text for text in of_second)


@BOTH
def test_each_memorandum_is_its_own(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "Norway and Chile signed a Memorandum of Understanding on fisheries in Oslo.",
        "Ghana and Peru signed a Memorandum of Understanding on mining in Lima.",
    )
    parties = {name: {each for each in ("norway", "chile", "ghana", "peru") if f"party: {each}" in files[name]} for name in files}
    assert sorted(map(sorted, filter(None, parties.values()))) == [["chile", "norway"], ["ghana", "peru"]]


@BOTH
def test_a_summit_of_another_year_is_another(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "The Lima Forum Summit was held in Oslo on 21 November 2020.",
        "The Lima Forum Summit was held in Rome on 15 November 2022.",
        "The Lima Forum Summit took place in Rome in November 2022.",
    )
    events = {name: text for name, text in files.items() if name.startswith("events/")}
    assert {name: [each for each in ("a1", "a2", "a3") if f"src: {each}" in text] for name, text in events.items()} == {
        "events/lima-forum-summit.yml": ["a1"],
        "events/lima-forum-summit-2022-11-15.yml": ["a2", "a3"],
    }


@BOTH
def test_a_meeting_told_from_two_sides_is_one(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "President Ana Ruiz of Chile met Prime Minister Lars Berg of Norway in Oslo on 3 May 2020.",
        "Prime Minister Lars Berg of Norway held talks with President Ana Ruiz of Chile in Oslo on 3 May 2020.",
        "Prime Minister Lars Berg of Norway met President Ana Ruiz of Chile in Santiago on 2 July 2021.",
        "President Ana Ruiz of Chile met Prime Minister Lars Berg of Norway and Foreign Minister Eva Dahl of Norway on 3 May 2020.",
    )
    events = [text for name, text in files.items() if name.startswith("events/")]
    told = sorted([each for each in ("a1", "a2", "a3", "a4") if f"src: {each}" in text] for text in events)
    assert told == [["a1", "a2"], ["a3"], ["a4"]]


@BOTH
def test_a_meeting_without_a_date_is_not_taken_for_one_told_from_the_other_side(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "President Ana Ruiz of Chile met Prime Minister Lars Berg of Norway in Oslo on 3 May 2020.",
        "Prime Minister Lars Berg of Norway held talks with President Ana Ruiz of Chile.",
    )
    assert len([name for name in files if name.startswith("events/")]) == 2


def test_one_article_s_talks_are_not_another_s():
    texts = [
        "Norway and Chile held talks in Oslo. The talks in Oslo ended.",
        "Ghana and Peru held talks in Lima. The talks in Lima went on.",
    ]
    kb = empty_knowledge()
    read = [
        (one, ingestion.read_with(one, kb, frozenset(), ()), Lock())
        for one in (article_of(text, f"a{n}", f"a{n}") for n, text in enumerate(texts))
    ]
    ids = [{each.id for each in proposals.entities if each.type == "event"} for proposals in prepared(read, kb)]
    assert not ids[0] & ids[1]


def test_a_folder_stands_for_its_documents_and_failures_are_listed(tmp_path):
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for each in ARTICLES[:5]:
        shutil.copy(each, folder / "deeper")
    (folder / "broken.pdf").write_bytes(b"%PDF no")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden/a.txt").write_text("Norway.")
    assert run_cli("init", tmp_path / "kb").returncode == 0
    done = run_cli("ingest", "-C", tmp_path / "kb", folder, "--jobs", 2)
    assert done.returncode == 1
    assert "1 file of other kinds left out (.png)" in done.stderr
    assert "broken.pdf:1:1: error[unreadable]" in done.stderr
    assert "empty.txt:1:1: error[unreadable]" in done.stderr
    assert done.stdout.count("-> articles/") == 5
    assert run_cli("check", "-C", tmp_path / "kb", "--no-warnings").returncode == 0


def test_the_parts_of_a_saved_page_are_no_documents(tmp_path):
    folder = tmp_path / "in"
    words = "<p>Norway and Chile held talks in Oslo on fish, ships and the wind of the north, the ministry said on Wednesday.</p>"
    for each in ("visit.html", "visit_files/frame.html", "visit-photos/more.html", "Besuch.htm", "Besuch-Dateien/frame.html"):
        (folder / each).parent.mkdir(parents=True, exist_ok=True)
        (folder / each).write_text(f"<html><body>{words}<p>{each} tells of it.</p></body></html>")
    found, skipped = project.documents_under([folder])
    assert [each.relative_to(folder).as_posix() for each in found] == ["Besuch.htm", "visit-photos/more.html", "visit.html"]
    assert not skipped


def test_links_to_nothing_and_odd_names_are_told(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "loop").symlink_to(folder)
    (folder / "red\x1b[31m\nline.txt").write_text("Norway and Chile held talks in Oslo.")
    (folder / "wide.txt").write_text("Norway", "utf-16")
    (folder / "report.txt").write_bytes(b"%PDF-1.7 and more")
    (folder / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert run_cli("init", tmp_path / "kb").returncode == 0
    done = run_cli("ingest", "-C", tmp_path / "kb", folder, folder / "a.doc", tmp_path / "no.txt")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stdout.count("\n") == 1
    for words in (
        "It is a link to nothing",
        "UTF-16",
        "the ending .pdf",
        "save it as .docx",
        "There is no file",
        "5 of 6 documents could not",
    ):
        assert words in done.stderr


def test_what_nobody_sees_in_a_text_breaks_no_file(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    told = "Foreign Minister \u202eAnna Lindqvist\u202c of Norway visited \u2066Lisbon\u2069 and met Jon\x07as Gahr of \u200fPeru."
    (folder / "a.txt").write_text(f"{told} \u2068“We like fish and ships very much here,”\u2069 Lindqvist said.\n", "utf-8")
    page = "<html><head><title>A \u202evisit</title></head><body>" + f"<p>{told} It was a long talk, said the ministry.</p>" * 2
    (folder / "b\u202e.html").write_text(page, "utf-8")
    (folder / os.fsdecode(b"c\xff.html")).write_text(page.replace("Anna", "Clara"), "utf-8")
    assert run_cli("init", tmp_path / "kb").returncode == 0
    done = run_cli("ingest", "-C", tmp_path / "kb", folder)
    assert done.returncode == 0, done.stderr
    checked = run_cli("check", "-C", tmp_path / "kb", "--no-warnings")
    assert checked.returncode == 0, checked.stdout
    quotes = (tmp_path / "kb/content/people/anna-lindqvist.yml").read_text("utf-8")
    assert "Foreign Minister Anna Lindqvist of Norway visited Lisbon and met Jonas Gahr of Peru." in " ".join(quotes.split())
    again = run_cli("ingest", "-C", tmp_path / "kb", folder)
    assert again.stdout.count("nothing new") == 3, again.stdout + again.stderr


def test_names_in_letters_that_no_id_has_are_told_apart(tmp_path):
    for number, name in enumerate(("訪問.txt", "会談.txt", "зустріч.txt")):
        (tmp_path / name).write_text(f"Norway and Chile held talks in Oslo on day {number}.")
    documents = [tmp_path / name for name in ("訪問.txt", "会談.txt", "зустріч.txt")]
    first, _ = taken_in(tmp_path / "one", documents)
    other, _ = taken_in(tmp_path / "two", documents[::-1])
    assert {each.document: each.article for each in first} == {each.document: each.article for each in other}
    assert sorted(each.article[:8] for each in first) == ["article-", "article-", "zustrich"]


def test_a_folder_without_documents_is_said(tmp_path):
    (tmp_path / "in").mkdir()
    assert run_cli("init", tmp_path / "kb").returncode == 0
    done = run_cli("ingest", "-C", tmp_path / "kb", tmp_path / "in")
    assert (done.returncode, "no documents" in done.stderr) == (1, True)


DEADLY = "deadly"


def _dying(task):
    if DEADLY in task[0].id:
        os._exit(9)
    return _TRUE_EXTRACT(task)


_TRUE_EXTRACT = ingestion._extract_one


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers must inherit the function that dies")
def test_a_worker_that_dies_costs_its_document_only(tmp_path, monkeypatch):
    monkeypatch.setattr(ingestion, "_extract_one", _dying)
    documents = [shutil.copy(each, tmp_path) for each in ARTICLES[:6]]
    deadly = tmp_path / f"{DEADLY}.txt"
    deadly.write_text("Norway and Chile have met in Oslo today.")
    results, files = taken_in(tmp_path / "kb", [Path(each) for each in documents] + [deadly], jobs=2)
    failed = [each for each in results if each.findings and each.findings[0].code == "unreadable"]
    assert [each.document for each in failed] == [str(deadly)]
    assert "ended without a word" in failed[0].findings[0].message
    assert sum(bool(each.changed) for each in results) == 6
    assert f"articles/{DEADLY}.md" not in files


def test_what_refers_in_one_article_is_no_mention_in_another(tmp_path):
    in_turn(
        tmp_path,
        "President John Smith of Kenya visited Oslo on 3 May 2024. Smith held talks with Norway. The talks were long.",
        "“We are glad,” the Ministry of Defence said. The Ministry of Defence is in Suva.",
        "Smith is a common name. Talks were held, and the Ministry of Defence was silent.",
    )
    kb, _ = project.load(Project(tmp_path / "kb"))
    named = {name: {kb.entities[each.entity].name for each in kb.mentions(name)} for name in ("a1", "a2", "a3")}
    assert {"John Smith", "Kenya"} <= named["a1"]
    assert any(name.startswith("Ministry of Defence") for name in named["a2"])
    assert not {name for name in named["a3"] if "John" in name or "Ministry" in name or "Talks" in name}


def test_what_a_later_article_calls_somebody_is_marked_there(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("The United Kingdom and Kenya signed a treaty on fisheries in Nairobi.\n", "utf-8")
    (tmp_path / "in/b.txt").write_text("Britain recalled its envoy. British ministers met in Nairobi.\n", "utf-8")
    taken_in(tmp_path / "kb", sorted((tmp_path / "in").iterdir()))
    kb, problems = load(tmp_path / "kb/content")
    assert problems == []
    marked = {each.span.of(kb.articles["b"].text) for each in kb.mentions("b") if each.entity == "united-kingdom"}
    assert marked == {"Britain", "British"}


def test_a_name_that_somebody_deleted_does_not_come_back_with_another_article(tmp_path):
    (tmp_path / "a.txt").write_text("The United Kingdom and Kenya signed a treaty on fisheries in Nairobi.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Britain recalled its envoy. British ministers met in Nairobi.\n", "utf-8")
    (tmp_path / "c.txt").write_text("Britain sent its envoy to Nairobi again. London thanked the UK’s envoy.\n", "utf-8")
    kb = tmp_path / "kb"
    taken_in(kb, [tmp_path / "a.txt", tmp_path / "b.txt"])
    path = kb / "content/places/united-kingdom.yml"
    text = path.read_text("utf-8")
    assert "aliases:\n  - Britain\n" in text
    path.write_text(text.replace("aliases:\n  - Britain\n", ""), "utf-8")
    list(project.ingest(Project(kb), [tmp_path / "c.txt"], {}))
    assert path.read_text("utf-8") == text.replace("Britain", "UK")


@BOTH
@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The Libyan Foreign Ministry", "The Ministry of Foreign Affairs of Libya", False),
        ("Ghana’s Supreme Electoral Council", "The Ghanaian Supreme Electoral Council", False),
        ("The Libyan Foreign Ministry", "The Ministry of Foreign Affairs of Ghana", True),
        ("The Libyan Foreign Ministry", "The Libyan Ministry of Health", True),
    ],
)
def test_a_state_s_body_is_one_however_its_state_is_named(tmp_path, taken, one, other, apart):
    files = taken(tmp_path / "x", f"{one} denied the report on Monday.\n", f"{other} denied the report on Friday.\n")
    assert sum(name.startswith("organizations/") for name in files) == 1 + apart


@BOTH
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lima Broadcasting Corporation (LBC) denied it on Monday.", "The Latvian Border Council (LBC) denied it on Friday."),
        ("Kenya's parliament ratified the treaty.", "Finland's parliament ratified the treaty."),
        (
            "The Kenya-Mozambique Joint Commission for Cooperation (JCC) denied it. The Joint Commission for Cooperation met.",
            "The Ghana-Peru Joint Commission for Cooperation (JCC) denied it. The Joint Commission for Cooperation met.",
        ),
        (
            "“We are glad,” the Foreign Service said. The Foreign Service is in Suva.",
            "“We are sad,” the Foreign Service said. The Foreign Service is in Lima.",
        ),
    ],
)
def test_a_short_name_that_two_bodies_have_makes_them_no_one(tmp_path, taken, one, other):
    files = taken(tmp_path / "x", one, other)
    bodies = {name: text for name, text in files.items() if name.startswith("organizations/")}
    assert len(bodies) == 2
    assert run_cli("check", "-C", tmp_path / "x/kb").returncode == 0


@BOTH
@pytest.mark.parametrize(
    ("kind", "one", "other", "apart"),
    [
        ("organizations", "The Lima Defence Centre denied it.", "The Lima Defense Center denied it.", False),
        ("organizations", "The Lima Court of St. James denied it.", "The Lima Court of St James denied it.", False),
        ("organizations", "The University of Lima denied it.", "Lima University denied it.", True),
        ("agreements", "Norway and Chile signed the Treaty of Suva.", "Norway and Chile ratified the Suva Treaty.", False),
        (
            "agreements",
            "Norway and Chile signed the Treaty of Amity and Commerce.",
            "Fiji and Peru signed the Treaty of Amity and Commerce.",
            True,
        ),
        ("events", "Norway and Chile fought in the First World War.", "Norway took part in World War I.", False),
        ("events", "Norway condemned Russia’s invasion of Ukraine.", "Chile condemned the war against Ukraine.", False),
        ("events", "Norway fought in the Pacific War.", "Chile fought in the War of the Pacific.", True),
    ],
)
def test_a_name_put_otherwise_is_the_same_name(tmp_path, taken, kind, one, other, apart):
    files = taken(tmp_path / "x", one, other)
    assert sum(name.startswith(f"{kind}/") for name in files) == 1 + apart


@BOTH
def test_a_governorate_is_a_province(tmp_path, taken):
    files = taken(tmp_path / "x", "Clashes broke out in the Dhale Governorate of Yemen.", "Clashes broke out in Dhale Province of Yemen.")
    assert sum(name.startswith("places/dhale") for name in files) == 1


@BOTH
def test_a_visit_or_a_call_is_one_in_two_articles_only_if_its_date_says_so(tmp_path, taken):
    call = "Vladimir Ruiz had a telephone conversation with President of Chile Ana Lima."
    files = taken(tmp_path / "x", f"{call} It was long.", f"{call} They spoke of trade.")
    assert sorted(name for name in files if name.startswith("events/")) == [
        "events/telephone-conversation-with-president-of-chile-ana-lima-a2.yml",
        "events/telephone-conversation-with-president-of-chile-ana-lima.yml",
    ]


@BOTH
def test_a_summit_of_every_year_is_told_by_its_year(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "The NATO Summit took place in Lisbon on 20 November 2010.",
        "Ministers attended the NATO Summit. The NATO Summit was held in Madrid in June 2022.",
        "The NATO Summit took place in Vilnius. Ministers attended the NATO Summit.",
    )
    events = [name for name in files if name.startswith("events/")]
    assert sorted(events) == ["events/nato-summit-2010.yml", "events/nato-summit-2022.yml", "events/nato-summit.yml"]


@BOTH
def test_a_part_of_a_state_is_not_the_state_of_its_name(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "Atlanta is a city in Georgia, United States. Georgia is a state of the United States.",
        "President Ana Lomidze of Georgia visited Oslo. Georgia is a country.",
    )
    assert {"places/georgia.yml", "places/georgia-united-states.yml"} <= files.keys()


def test_an_event_is_not_a_person_or_a_place_as_well():
    kinds = ("event", "person", "place")
    entities = tuple(ProposedEntity(id=f"lima-purchase-{kind}", type=kind, name="Lima Purchase") for kind in kinds)
    article = article_of("The Lima Purchase was long.", "a1", "a1")
    (ready,) = prepared([(article, Proposals(article="a1", extractor="rules@1", entities=entities), Lock())], empty_knowledge())
    assert [each.type for each in ready.entities] == ["event"]


def test_a_part_of_a_state_that_is_not_told_is_not_the_state_of_its_name():
    kinds = {"Georgia": "region", "Chile": "country", "Lima": "city"}
    entities = tuple(ProposedEntity(id=name.lower(), type="place", name=name, kind=kind) for name, kind in kinds.items())
    article = article_of("Georgia, Chile and Lima.", "a1", "a1")
    (ready,) = prepared([(article, Proposals(article="a1", extractor="rules@1", entities=entities), Lock())], empty_knowledge())
    assert [each.name for each in ready.entities] == ["Chile", "Georgia (region)", "Lima"]


@BOTH
def test_an_event_of_which_nothing_is_said_and_that_no_words_name_is_left_out(tmp_path, taken):
    files = taken(
        tmp_path / "x",
        "They later visited the Sarawak General Hospital. Norway and Chile held the Lima Fisheries Summit in Lima.",
        "Ana Ruiz of Chile visited Oslo.",
    )
    events = sorted(name for name in files if name.startswith("events/"))
    assert "events/lima-fisheries-summit.yml" in events
    assert not any("hospital" in name for name in events)


VISITS = {
    "one": "President Ilir Marku of Albania visited Graz on 3 May 2024.\n",
    "two": "President Ilir Marku of Albania visited Oslo on 5 June 2023.\n",
}


def documents(folder):
    (folder / "in").mkdir()
    for name, text in VISITS.items():
        (folder / f"in/{name}.txt").write_text(text)
    (folder / "kb/content").mkdir(parents=True)
    return Project(folder / "kb"), [folder / f"in/{name}.txt" for name in VISITS]


def meanwhile(change):
    """Watches, and changes something when all is read and nothing merged yet."""

    def watch(what, done, of):
        if what == "finding facts" and done == of:
            change()

    return watch


def test_what_is_saved_while_articles_are_read_is_kept(tmp_path):
    kb, (one, two) = documents(tmp_path)
    list(project.ingest(kb, [one], {}))
    person = kb.content / "people/ilir-marku.yml"
    before = person.read_text()
    # Read again, the fact moves to another day: it is changed in the lines in which it stands by then.
    article = kb.content / "articles/one.md"
    text = VISITS["one"].replace("3 May", "4 May")
    sha = article_of(text, "one", "one").sha256
    record = article.read_text().rpartition("---")[0]
    article.write_text(re.sub(r"sha256: \w+", f"sha256: {sha}", record) + "---\n" + text)
    added = "# A person's.\nsummary: |\n  Visits.\n\n  Much.\nnote: mine\nfacts:"
    results = list(project.ingest(kb, [article], {}, watch=meanwhile(lambda: person.write_text(before.replace("facts:", added)))))
    assert [each.findings for each in results] == [()]
    after = person.read_text()
    assert "2024-05-04" in after
    assert after.replace("2024-05-04", "2024-05-03").replace("4 May", "3 May") == before.replace("facts:", added)


def test_what_is_saved_between_two_looks_at_all_files_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(seen, "_SOON", -1)
    monkeypatch.setattr(seen, "_REST", 10**9)
    kb, (one, two) = documents(tmp_path)
    results = project.ingest(kb, [one, two], {})
    next(results)
    person = kb.content / "people/ilir-marku.yml"
    person.write_text(person.read_text().replace("facts:", "note: |\n  Mine.\n\n  Much.\nfacts:"))
    assert [each.findings for each in results] == [()]
    after = load(kb.content)[0].entities["ilir-marku"]
    assert after.note == "Mine.\n\nMuch."
    assert {each.source for fact in after.facts for each in fact.citations} == {"one", "two"}


def called(names):
    """A knowledge base of entities with these types, names and aliases."""
    entities = [
        Entity(id=f"e{number}", type=kind, name=name, aliases=tuple(map(Name, others)), path=f"{number}.yml")
        for number, (kind, name, others) in names.items()
    ]
    return KnowledgeBase(schema=empty_knowledge().schema, entities=entities)


NAMES = (
    "Treaty of Lima",
    "Lima Treaty",
    "Lima",
    "Libyan Foreign Ministry",
    "Ministry of Foreign Affairs of Libya",
    "Ada Marku",
    "Lima (1990)",
)
ENTITIES = st.dictionaries(
    st.integers(0, 5),
    st.tuples(
        st.sampled_from(["agreement", "organization", "person"]), st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=2)
    ),
)


@given(ENTITIES, ENTITIES)
def test_names_that_are_renewed_are_as_if_they_were_made_anew(before, after):
    """As they are where an article changed a few files of many."""
    new = called(after)
    renewed, anew = Known(called(before)), Known(new)
    for known in (renewed, anew):
        known.is_name("agreement", "lima")
        known.by_name(ProposedEntity(id="x", type="organization", name="Foreign Ministry of Libya"))
        known.renew(new)
    for kind in ("agreement", "organization", "person"):
        for name in NAMES:
            each = ProposedEntity(id="x", type=kind, name=name)
            for ask in (Known.by_name, Known.with_brackets):
                assert ask(renewed, each) == ask(anew, each)
            assert renewed.is_name(kind, name.casefold()) == anew.is_name(kind, name.casefold())
            assert renewed.is_of_another(each, "Lima") == anew.is_of_another(each, "Lima")


GISTS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("uvw"), max_size=3, unique=True)).map(
    lambda links: {name: Gist(shown=0, told=0, links=tuple(links[name])) for name in sorted(links)}
)


@given(GISTS, GISTS)
def test_who_names_whom_is_the_same_renewed_and_made_anew(before, after):
    after = {name: before[name] if before.get(name) == each else each for name, each in after.items()}
    assert namers_renewed(namers_of(before), before, after) == namers_of(after)


def test_a_file_that_is_broken_or_gone_meanwhile_stays_so(tmp_path):
    kb, (one, two) = documents(tmp_path)
    list(project.ingest(kb, [one], {}))
    person = kb.content / "people/ilir-marku.yml"
    (result,) = project.ingest(kb, [two], {}, watch=meanwhile(lambda: person.write_text("type: [person\n")))
    assert [(each.code, each.place.path) for each in result.findings] == [("yaml-syntax", "content/people/ilir-marku.yml")]
    assert person.read_text() == "type: [person\n"
    assert not (kb.content / "articles/two.md").exists()
    person.unlink()
    place = kb.content / "places/graz.yml"
    (result,) = project.ingest(kb, [two], {}, watch=meanwhile(place.unlink))
    assert not result.findings
    assert not place.exists()


def test_one_run_after_the_other(tmp_path):
    kb, (one, two) = documents(tmp_path)
    first = project.ingest(kb, [one], {})
    next(first)
    with pytest.raises(SourcebookError, match="by another process"):
        next(project.ingest(kb, [two], {}))
    list(first)
    list(project.ingest(kb, [two], {}))
    assert (kb.content / "people/ilir-marku.yml").read_text().count("visited:") == 2


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device")])
@pytest.mark.parametrize("number", [1, 3])
def test_a_run_that_is_stopped_leaves_nothing_half_written(tmp_path, monkeypatch, number, error):
    kb, (one, two) = documents(tmp_path)
    list(project.ingest(kb, [one], {}))
    before, moves, replaced = content_of(kb.content), [], Path.replace

    def stopped(self, target):
        moves.append(target)
        if len(moves) == number:
            raise error
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises((KeyboardInterrupt, SourcebookError)):
        list(project.ingest(kb, [two], {}))
    assert content_of(kb.content) == before


def test_facts_are_written_before_they_are_noted_as_proposed(tmp_path, monkeypatch):
    kb, (one, _) = documents(tmp_path)
    moves, replaced = [], Path.replace

    def noted(self, target):
        moves.append(target.relative_to(kb.content).parts[0] if target.is_relative_to(kb.content) else "")
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", noted)
    list(project.ingest(kb, [one], {}))
    written = [each for each in moves if each]
    assert written[0] == "articles"
    assert written[-1] == ".lock"


def test_marks_of_direction_in_a_text_are_no_mistake_of_anybodys(tmp_path):
    """They come with texts that are written from right to left; in what people edit they would hide what it says."""
    (tmp_path / "in.txt").write_text("\u202bPresident Ilir Marku of Albania visited Graz \u202aon\u202c 3 May 2024.\u202c\n", "utf-8")
    (tmp_path / "kb/content").mkdir(parents=True)
    run_cli("ingest", "../in.txt", "--title", "A \u202btitle", cwd=tmp_path / "kb")
    done = run_cli("check", "--no-warnings", cwd=tmp_path / "kb")
    assert done.returncode == 0, done.stdout
    person = (tmp_path / "kb/content/people/ilir-marku.yml").read_text("utf-8")
    assert "President Ilir Marku of Albania visited Graz on 3 May 2024." in person


@pytest.mark.parametrize("text", [f"Marku visited Lisbon{'x' * 600} on 3 May 2024.\n", f"President Ilir {'M' * 600} visited Graz.\n"])
def test_what_can_be_no_name_is_none(tmp_path, text):
    (tmp_path / "in.html").write_text(f"<html><head><title>{'T' * 600}</title></head><body><article><p>{text}</p></article></body></html>")
    (tmp_path / "in.txt").write_text(text)
    (tmp_path / "kb/content").mkdir(parents=True)
    done = run_cli("ingest", "../in.txt", "../in.html", cwd=tmp_path / "kb")
    assert "Traceback" not in done.stderr
    done = run_cli("check", "--no-warnings", cwd=tmp_path / "kb")
    assert done.returncode == 0, done.stdout
