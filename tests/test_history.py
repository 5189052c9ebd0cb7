"""When and how things changed, as pages say it: out of real repositories, and in builds of only what changed."""

import os
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from sourcebook import changes, publishing
from sourcebook.project import Project
from sourcebook.site import engine
from sourcebook.site.supply import texts
from tests.links import dead_links
from tests.repository import begin, commit, git
from tests.synthetic import write
from tests.test_building import build, content, edit, from_nothing

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small knowledge base in a repository with three commits, and its site."""
    folder = tmp_path_factory.mktemp("history")
    write(folder, 20)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / ".gitignore").write_text("site/\n.cache/\n")
    begin(folder)
    edit(folder / "content/people/person-7.yml", "director 7", "head of 7")
    commit(folder, "Mend <b>the</b> office & @all", day=2)
    edit(folder / "content/people/person-8.yml", "name: Person Number 8", "name: Person VIII")
    commit(folder, "A name", day=3)
    build(folder)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    target = tmp_path / "kb"
    shutil.copytree(made, target, symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
    build(target)
    return target


def line(folder, uri):
    """What a page says of its last change, without markup; None if nothing."""
    found = re.search(r'<p class="sb-edit sb-history"[^>]*>(.*?)</p>', (folder / "site" / uri).read_text())
    return re.sub(r"<[^>]+>", "", found[1]) if found else None


def files(folder):
    return {uri: text for each in publishing.supply(Project(folder)).planned for uri, text in texts(each)}


def test_pages_say_when_and_how_they_changed(made):
    head = git(made, "rev-parse", "HEAD")
    assert line(made, "people/person-8.html") == f"Last changed 3 March 2025: 1 name changed (commit {head[:7]}, all changes)."
    assert re.fullmatch(r"Last changed 2 March 2025: 1 fact changed \(commit \w{7}, all changes\)\.", line(made, "people/person-7.html"))
    assert re.fullmatch(r"Added 1 March 2025: \d facts added \(commit \w{7}, all changes\)\.", line(made, "people/person-5.html"))
    page = (made / "site/people/person-8.html").read_text()
    assert f'href="https&#58;//git.example.org/kb/commit/{head}"' in page
    assert 'href="https&#58;//git.example.org/kb/commits/main/content/people/person-8.yml"' in page
    assert dead_links(made / "site") == []


def test_recent_changes_are_told_with_links(made):
    page = (made / "site/changes.html").read_text()
    steps = re.findall(r'<div class="sb-commit".*?</div>', page)
    assert [re.search(r'datetime="([^"]+)"', each)[1] for each in steps] == ["2025-03-03", "2025-03-02", "2025-03-01"]
    assert "Mend &lt;b&gt;the&lt;/b&gt; office &amp; &#64;all" in steps[1]
    assert 'href="people/person-8.html"' in steps[0]
    assert "“<bdi>Person Number 8</bdi>” became “<bdi>Person VIII</bdi>”" in steps[0]
    assert "head of 7" in steps[1]
    assert "director 7" in steps[1]
    assert "entities added" in steps[2]
    assert "and " in steps[2]
    assert "is cut" not in page


def test_the_feed_of_changes_is_atom(made):
    tree = ET.parse(made / "site/changes.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    entries = tree.findall(f"{atom}entry")
    assert [each.findtext(f"{atom}title") for each in entries][:2] == ["1 name changed", "1 fact changed"]
    assert [each.findtext(f"{atom}updated")[:10] for each in entries] == ["2025-03-03", "2025-03-02", "2025-03-01"]
    assert tree.findtext(f"{atom}updated")[:10] == "2025-03-03"
    assert entries[1].findtext(f"{atom}summary") == "Mend <b>the</b> office & @all – Person Number 7"
    assert tree.findtext(f"{atom}id") != ET.parse(made / "site/feed.xml").getroot().findtext(f"{atom}id")


@pytest.mark.parametrize("what", ["committed edit", "commit of an edit that was built", "empty commit", "rewritten", "back to the first"])
def test_after_a_commit_the_site_is_that_of_a_clean_build(folder, what):
    before = content(folder / "site")
    expected = {"changes.html", "changes.xml", "people/person-5.html"}
    if what == "committed edit":
        edit(folder / "content/people/person-5.yml", "director 5", "head of 5")
        commit(folder, "Edit", day=4)
        expected |= {"people/person-5.md.txt"}
    elif what == "commit of an edit that was built":
        edit(folder / "content/people/person-5.yml", "director 5", "head of 5")
        build(folder)
        assert line(folder, "people/person-5.html").endswith("Changed since then, and not committed yet.")
        before = content(folder / "site")
        commit(folder, "Edit", day=4)
    elif what == "empty commit":
        commit(folder, "Nothing", day=4)
        expected = set()
    elif what == "rewritten":
        git(folder, "commit", "-q", "--amend", "-m", "Another name", day=5)
        expected = {"changes.html", "changes.xml", "people/person-8.html"}
    else:
        git(folder, "reset", "-q", "--soft", "HEAD~2")
        expected = {"changes.html", "changes.xml", "people/person-8.html", "people/person-7.html"}
    build(folder)
    after = content(folder / "site")
    differ = {uri for uri in before.keys() | after.keys() if before.get(uri) != after.get(uri)}
    assert {each for each in differ if not each.startswith("assets/")} >= expected
    if what != "committed edit":
        assert differ == expected
    assert after == from_nothing(folder)


def test_a_commit_makes_only_pages_whose_history_changed(folder, monkeypatch):
    edit(folder / "content/people/person-5.yml", "director 5", "head of 5")
    build(folder)
    made = []
    original = engine.each_in_parallel
    monkeypatch.setattr(engine, "each_in_parallel", lambda work, tasks, jobs: made.extend(tasks) or original(work, tasks, jobs))
    commit(folder, "Edit", day=4)
    build(folder)
    # Hand-written pages are made in any case.
    assert {each for each in made if "/" in each or each.startswith("changes")} == {"people/person-5.html", "changes.html", "changes.xml"}
    time.sleep(0.1)  # what was written a moment ago is looked at again
    build(folder)
    made.clear()
    monkeypatch.setattr(publishing, "load_checked", None)
    build(folder)
    assert made == []


def test_all_ways_to_build_say_the_same(folder):
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"], cwd=folder, check=True, capture_output=True)
    bare = re.compile(r"\n\s*")
    for uri in ("people/person-8.html", "people/person-5.html", "changes.html", "changes.xml"):
        assert bare.sub("", (folder / "site" / uri).read_text()) == bare.sub("", (folder / "plain" / uri).read_text())
    publishing.render_to(Project(folder), folder / "rendered")
    given = files(folder)
    for uri in ("people/person-8.md", "changes.md", "changes.xml"):
        assert (folder / "rendered" / uri).read_text() == given[uri]
    assert "Last changed" in given["people/person-8.md"]


def test_files_that_only_look_changed_are_committed(folder):
    for path in (folder / "content").rglob("*.yml"):
        os.utime(path, (1, 1))
    (folder / "content/people/person-8.yml").touch()
    build(folder)
    assert "not committed" not in line(folder, "people/person-8.html")
    assert "not committed" not in line(folder, "people/person-5.html")


def test_without_git_nothing_is_said(made, tmp_path):
    shutil.copytree(made, tmp_path / "kb", ignore=shutil.ignore_patterns(".git", ".cache", "site"))
    given = files(tmp_path / "kb")
    assert "changes.xml" not in given
    assert not [uri for uri, text in given.items() if "sb-history" in text or "sb-commit" in text]


def test_switched_off_nothing_is_said(folder, monkeypatch):
    edit(folder / "content/sourcebook.yml", "repository:", "history: off\nrepository:")
    monkeypatch.setattr(publishing, "read_history", None)
    assert not [uri for uri, text in files(folder).items() if "sb-history" in text or "sb-commit" in text]
    edit(folder / "content/sourcebook.yml", "history: off", "history: perhaps")
    _, errors = publishing.build(Project(folder))
    assert [each.code for each in errors] == ["bad-value"]


def test_git_that_is_missing_or_broken_fails_no_build(folder, monkeypatch, tmp_path):
    (folder / ".git/HEAD").write_text("nonsense")
    build(folder)
    assert line(folder, "people/person-8.html") is None
    (folder / ".git/HEAD").write_text("ref: refs/heads/main\n")
    build(folder)
    assert line(folder, "people/person-8.html").startswith("Last changed")
    monkeypatch.setenv("PATH", str(tmp_path))
    build(folder)
    assert line(folder, "people/person-8.html") is None


def test_a_repository_that_does_not_hold_it_says_nothing(folder):
    shutil.rmtree(folder / ".git")
    git(folder, "init", "-q", "-b", "main")
    (folder / "readme").write_text("x")
    git(folder, "add", "readme")
    build(folder)
    assert line(folder, "people/person-8.html") is None
    git(folder, "commit", "-q", "-m", "Read me")
    build(folder)
    assert line(folder, "people/person-8.html") is None
    git(folder, "add", "content")
    git(folder, "commit", "-q", "-m", "All")
    (folder / "content/people/later.yml").write_text("type: person\nname: Later\n")
    build(folder)
    assert line(folder, "people/person-8.html").startswith("Added 1 March 2025")
    assert line(folder, "people/later.html") == "Not committed yet."


def test_a_shallow_clone_says_what_it_knows(made, tmp_path):
    for depth, known in ((1, ()), (2, ("people/person-8.html",))):
        target = tmp_path / f"depth-{depth}"
        git(tmp_path, "clone", "-q", f"--depth={depth}", f"file://{made}", str(target))
        build(target)
        for uri in ("people/person-8.html", "people/person-5.html", "people/person-7.html"):
            assert (line(target, uri) is not None) == (uri in known), uri
        page = (target / "site/changes.html").read_text()
        assert len(re.findall('<div class="sb-commit"', page)) == len(known)
        assert ("the history is cut" in page) == bool(known)
    git(target, "fetch", "-q", "--unshallow")
    build(target)
    assert line(target, "people/person-5.html").startswith("Added")


def test_a_merge_is_one_step_at_its_time_and_a_detached_head_is_as_good(folder):
    git(folder, "checkout", "-q", "-b", "side", "HEAD~1")
    edit(folder / "content/people/person-5.yml", "director 5", "head of 5")
    commit(folder, "One", day=4)
    edit(folder / "content/people/person-5.yml", "head of 5", "leader of 5")
    commit(folder, "Two", day=5)
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "side", "-m", "Take the side in", day=6)
    git(folder, "checkout", "-q", "--detach")
    build(folder)
    assert line(folder, "people/person-5.html").startswith("Last changed 6 March 2025: 1 fact changed")
    assert "leader of 5" in (folder / "site/changes.html").read_text()
    assert re.findall(r"<small><bdi>([^<]+)</bdi>", (folder / "site/changes.html").read_text())[:2] == ["Take the side in", "A name"]


def test_many_files_in_a_commit_are_counted_only(folder, monkeypatch):
    from sourcebook.store import history as reading

    monkeypatch.setattr(reading, "MOST_FILES", 3)
    given = files(folder)
    assert "1 name changed" in re.sub("<[^>]+>", "", given["people/person-8.md"])
    assert re.search(r"Last changed 1 March 2025 \(commit", re.sub("<[^>]+>", "", given["people/person-5.md"]))
    assert re.search(r"\d+ files changed; that is not told in detail\.", given["changes.md"])


def test_in_a_folder_of_a_repository(made, tmp_path):
    shutil.copytree(made, tmp_path / "sub folder/kb", ignore=shutil.ignore_patterns(".git", ".cache", "site"))
    begin(tmp_path)
    build(tmp_path / "sub folder/kb")
    page = (tmp_path / "sub folder/kb/site/people/person-8.html").read_text()
    assert 'kb/commits/main/sub%20folder/kb/content/people/person-8.yml"' in page


def test_hostile_histories(folder):
    edit(folder / "content/people/person-5.yml", "director 5", "head of 5")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "\x01\x1b[31m</small><script>alert(1)</script> [[person-8]] {: .x} `", "--date", "99999999999 +0000")
    edit(folder / "content/people/person-6.yml", "director 6", "head of 6")
    git(folder, "add", "-A")
    git(folder, "-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "--allow-empty-message", "-m", "")
    build(folder)
    page = (folder / "site/changes.html").read_text()
    assert "<script>alert(1)" not in page
    assert "head of 5" in page
    assert line(folder, "people/person-5.html").startswith("Last changed")
    ET.parse(folder / "site/changes.xml")


def test_a_server_asks_git_once(folder, monkeypatch):
    asked = []
    original = changes.history
    monkeypatch.setattr(publishing, "read_history", lambda project: asked.append(1) or original(project))
    edited = publishing._Edited(Project(folder), lambda _: None)
    edited.supply()
    assert "Last changed" in edited.find("people/person-8.md").make()
    for number in range(3):
        edit(folder / "content/people/person-5.yml", "director", f"director {number}")
        edited.read([folder / "content/people/person-5.yml"])
        assert "Last changed 3 March 2025" in re.sub("<[^>]+>", "", edited.find("people/person-8.md").make())
    edited.read([folder / "content/sourcebook.yml"])
    edited.supply()
    assert len(asked) == 1
