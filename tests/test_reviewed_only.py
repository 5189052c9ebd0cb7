"""Sites with and without what nobody reviewed."""

import re
import shutil
import time
from pathlib import Path

import pytest

from sourcebook import publishing
from sourcebook.model.knowledge import KnowledgeBase
from sourcebook.model.reviewed import without_unreviewed
from sourcebook.project import Project, load, load_checked
from sourcebook.render import planned
from tests.conftest import run_cli
from tests.links import dead_links
from tests.repository import begin, commit
from tests.synthetic import put, write
from tests.test_building import build, content, edit, from_nothing

ROOT = Path(__file__).resolve().parent.parent
HIDDEN = "Xerxes Quillon"
"""A name that stands nowhere else."""
CITE = "  cite:\n  - src: first\n    quote: Forty of them gathered in May.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small knowledge base with proposals: facts, and entities that only the loader made."""
    folder = tmp_path_factory.mktemp("proposed")
    write(folder, 20)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    put(
        folder / "content/people/proposed.yml",
        f"type: person\nname: {HIDDEN}\nauto: rules@1\nfacts:\n- degree: a doctorate\n  auto: rules@1\n{CITE}",
    )
    put(folder / "content/places/atlantis.yml", "type: place\nname: Atlantis Below\nauto: rules@1\n")
    put(folder / "content/places/lemuria.yml", "type: place\nname: Lemuria Above\nauto: rules@1\n")
    one, two = (folder / f"content/people/person-{number}.yml" for number in (3, 4))
    one.write_text(
        f"{one.read_text()}- met: proposed\n  auto: rules@1\n{CITE}- visited: atlantis\n  when: 1871-05\n  auto: rules@1\n{CITE}"
    )
    two.write_text(f"{two.read_text()}- visited: lemuria\n{CITE}")
    put(folder / "content/pages/about.md", "# About\n\nOf [[person-3]].\n")
    return folder


@pytest.fixture
def folder(made, tmp_path):
    target = tmp_path / "kb"
    shutil.copytree(made, target)
    return target


def all_words(site):
    return "\n".join(
        path.read_text(errors="replace")
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix in {".html", ".js", ".txt", ".xml", ".md"}
    )


def test_facts_and_entities_that_nobody_reviewed_are_left_out_unless_something_reviewed_needs_them(folder):
    whole, found = load(Project(folder))
    assert not [each for each in found if each.severity == "error"]
    shown = without_unreviewed(whole)
    assert whole.entities.keys() - shown.entities.keys() == {"proposed", "atlantis"}
    assert not [fact for entity in shown.entities.values() for fact in entity.facts if fact.auto]
    assert shown.entities["person-5"] is whole.entities["person-5"]
    assert without_unreviewed(whole, ["See [[atlantis|there]] and [[fact:proposed#00000000]]."]).entities.keys() == whole.entities.keys()
    assert without_unreviewed(shown).entities == shown.entities


def test_what_was_worked_out_for_all_is_not_taken_for_the_rest(folder):
    whole, _ = load_checked(Project(folder))
    shown = without_unreviewed(whole)
    anew = KnowledgeBase(schema=whole.schema, entities=shown.entities.values(), articles=shown.articles.values(), settings=whole.settings)
    mine, other = ({each.uri: each.make() for each in planned(one) if not each.several} for one in (shown, anew))
    assert mine == other


@pytest.mark.parametrize(
    "change",
    [
        lambda kb: edit(kb / "content/people/person-3.yml", "- met: proposed\n  auto: rules@1\n", "- met: proposed\n"),
        lambda kb: edit(kb / "content/people/proposed.yml", "auto: rules@1\nfacts", "facts"),
        lambda kb: edit(kb / "content/people/proposed.yml", "  auto: rules@1\n", ""),
        lambda kb: edit(kb / "content/people/proposed.yml", "facts:", "summary: A king.\nfacts:"),
        lambda kb: edit(kb / "content/people/person-5.yml", "type:", "notes: Like [[proposed]].\ntype:"),
        lambda kb: edit(kb / "content/articles/first.md", "genre:", "author: proposed\ngenre:"),
        lambda kb: edit(kb / "content/people/person-4.yml", "- visited: lemuria\n", "- visited: lemuria\n  with: proposed\n"),
    ],
    ids=["named by a fact", "accepted", "a fact of it", "a summary", "notes", "author", "qualifier"],
)
def test_what_something_reviewed_needs_stays(folder, change):
    change(folder)
    knowledge, _ = load(Project(folder))
    assert "proposed" in without_unreviewed(knowledge).entities


def test_a_site_without_them_says_nothing_of_them_and_follows_every_edit(folder):
    project = Project(folder)
    build(folder)
    whole = content(folder / "site")
    assert HIDDEN in all_words(folder / "site")
    edit(folder / "content/sourcebook.yml", "title:", "unreviewed: hide\ntitle:")
    build(folder)
    words = all_words(folder / "site")
    for hidden in (HIDDEN, "Atlantis Below", "a doctorate", "1871", "not yet reviewed</span>"):
        assert hidden not in words
    assert "Lemuria Above" in words
    assert dead_links(folder / "site") == []
    hidden = content(folder / "site")
    assert hidden == from_nothing(folder)
    assert build(folder).written == 0
    # One of them is accepted, and a person's page links to another.
    edit(folder / "content/people/person-3.yml", "- met: proposed\n  auto: rules@1\n", "- met: proposed\n")
    edit(folder / "content/pages/about.md", "Of ", "Of [[atlantis]] and ")
    build(folder)
    words = all_words(folder / "site")
    assert (HIDDEN in words, "Atlantis Below" in words) == (True, True)
    assert content(folder / "site") == from_nothing(folder)
    edit(folder / "content/people/person-3.yml", "- met: proposed\n", "- met: proposed\n  auto: rules@1\n")
    edit(folder / "content/pages/about.md", "Of [[atlantis]] and ", "Of ")
    edit(folder / "content/sourcebook.yml", "unreviewed: hide\n", "")
    build(folder)
    assert content(folder / "site") == whole
    # The same for once, whatever the settings say.
    time.sleep(0.1)
    publishing.build(project)
    assert publishing.build(project)[0].written == 0
    publishing.build(project, unreviewed="hide")
    assert content(folder / "site") == hidden
    publishing.build(project)
    assert content(folder / "site") == whole


def test_the_history_tells_of_what_was_reviewed_only(folder):
    (folder / ".gitignore").write_text("site/\n.cache/\n")
    begin(folder)
    edit(folder / "content/people/proposed.yml", "a doctorate", "a diploma")
    commit(folder, "Another degree", day=2)
    edit(folder / "content/people/person-3.yml", "  when: 1871-05\n", "  when: 1872-05\n")
    edit(folder / "content/people/person-4.yml", "name: ", "name: Sir ")
    commit(folder, "Mixed", day=3)
    (folder / "content/people/proposed.yml").unlink()
    edit(folder / "content/people/person-3.yml", f"- met: proposed\n  auto: rules@1\n{CITE}", "")
    edit(folder / "content/people/person-3.yml", "  auto: rules@1\n", "")
    commit(folder, "Reviewed", day=4)
    build(folder)
    assert HIDDEN in all_words(folder / "site")
    edit(folder / "content/sourcebook.yml", "title:", "unreviewed: hide\ntitle:")
    build(folder)
    words = all_words(folder / "site")
    for hidden in (HIDDEN, "a doctorate", "a diploma", "Another degree"):
        assert hidden not in words, hidden
    told = (folder / "site/changes.html").read_text()
    assert "Propos" not in told
    assert "Mixed" in told
    assert "Accepted" in told
    assert content(folder / "site") == from_nothing(folder)


def test_rendered_and_served_alike(folder):
    project = Project(folder)
    assert run_cli("render", "rendered", "--reviewed-only", cwd=folder).returncode == 0
    assert HIDDEN not in all_words(folder / "rendered")
    for options in ({"unreviewed": "hide"}, {}):
        if not options:
            edit(folder / "content/sourcebook.yml", "title:", "unreviewed: hide\ntitle:")
        served = publishing._Edited(project, lambda _: None, **options)
        served.supply()
        for path in sorted((folder / "rendered").rglob("*.md")):
            uri = path.relative_to(folder / "rendered").as_posix()
            assert served.find(uri).make() == path.read_text(), uri
        assert served.find("people/proposed.md") is None
    edit(folder / "content/people/proposed.yml", "auto: rules@1\nfacts", "facts")
    served.read([folder / "content/people/proposed.yml"])
    assert HIDDEN in served.find("people/proposed.md").make()
    fresh = publishing.supply(project, load_checked(project))
    for each in fresh.planned:
        if not each.several:
            assert served.find(each.uri).make() == each.make(), each.uri


def test_what_nobody_reviewed_says_so_with_its_line(folder):
    run_cli("render", "rendered", cwd=folder)
    person = (folder / "rendered/people/person-3.md").read_text()
    mark = re.search(r'not yet reviewed, <a href="([^"]+)"[^>]*>line (\d+)</a>', person)
    line = mark[2]
    assert (
        mark[1].replace("&#35;", "#").replace("&#58;", ":") == f"https://git.example.org/kb/blob/main/content/people/person-3.yml#L{line}"
    )
    assert (folder / "content/people/person-3.yml").read_text().split("\n")[int(line) - 1] in {"- met: proposed", "- visited: atlantis"}
    made = (folder / "rendered/people/proposed.md").read_text()
    assert "The loader made this page, and nobody has reviewed it yet." in made
    assert 'proposed.yml#L3"' in made.replace("&#35;", "#")
    assert '"creativeWorkStatus": "Proposed by the loader, not yet reviewed"' in made.replace('":"', '": "')
    timeline = (folder / "rendered/timeline.md").read_text()
    assert "not yet reviewed</span>" in next(each for each in timeline.split("<li>") if "Atlantis" in each)
    questions = (folder / "rendered/open-questions.md").read_text()
    assert "Entities not yet reviewed" in questions
    assert "atlantis.yml" in questions.partition("Entities not yet reviewed")[2]


def test_a_new_knowledge_base_links_to_its_repository(tmp_path):
    run_cli("init", tmp_path / "kb", "--repository", "https://git.example.org/ours")
    assert load(Project(tmp_path / "kb"))[0].settings.repository == "https://git.example.org/ours"


def test_a_wrong_setting_is_a_finding(folder):
    edit(folder / "content/sourcebook.yml", "title:", "unreviewed: hidden\ntitle:")
    done = run_cli("check", "--no-warnings", cwd=folder)
    assert "content/sourcebook.yml:1:13: error[bad-value]: `unreviewed` cannot be `hidden`" in done.stdout
    assert "hide" in done.stdout
