"""When and how things changed, as pages say it: out of real repositories, and in builds of only what changed."""

import itertools
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
from sourcebook.store.git import open_repository
from tests.links import dead_links
from tests.repository import begin, commit, git
from tests.synthetic import put, write
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
    return target


def files(folder):
    """All that is planned, by its place."""
    return {each.uri: each for each in publishing.supply(Project(folder)).planned}


def shown(text):
    """What a page says of its last change, without markup; None if nothing."""
    found = re.search(r'<p class="sb-edit sb-history"[^>]*>(.*?)</p>', text)
    return re.sub(r"<[^>]+>", "", found[1]) if found else None


def lines(folder, *numbers):
    """The same of the pages of persons."""
    given = files(folder)
    return [shown(given[f"people/person-{number}.md"].make()) for number in numbers]


def steps(text):
    """The commits on the page of recent changes."""
    return re.findall(r'<div class="sb-commit".*?</div>', text)


def test_pages_say_when_and_how_they_changed(made):
    head = git(made, "rev-parse", "HEAD")
    name, fact, new = lines(made, 8, 7, 5)
    assert name == f"Last changed 3 March 2025: 1 name changed (commit {head[:7]}, all changes)."
    assert re.fullmatch(r"Last changed 2 March 2025: 1 fact changed \(commit \w{7}, all changes\)\.", fact)
    assert re.fullmatch(r"Added 1 March 2025: \d facts added \(commit \w{7}, all changes\)\.", new)
    page = (made / "site/people/person-8.html").read_text()
    assert f'href="https&#58;//git.example.org/kb/commit/{head}"' in page
    assert 'href="https&#58;//git.example.org/kb/commits/main/content/people/person-8.yml"' in page
    assert dead_links(made / "site") == []


def test_recent_changes_are_told_with_links(made):
    page = (made / "site/changes.html").read_text()
    name, fact, new = told = steps(page)
    assert [re.search(r'datetime="([^"]+)"', each)[1] for each in told] == ["2025-03-03", "2025-03-02", "2025-03-01"]
    assert "Mend &lt;b&gt;the&lt;/b&gt; office &amp; &#64;all" in fact
    assert 'href="people/person-8.html"' in name
    assert "“<bdi>Person Number 8</bdi>” became “<bdi>Person VIII</bdi>”" in name
    assert "head of 7" in fact
    assert "director 7" in fact
    assert "entities added" in new
    assert "and " in new
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


def differences(before, after):
    return {uri for uri in before.keys() | after.keys() if before.get(uri) != after.get(uri)}


def test_after_each_commit_the_site_is_that_of_a_clean_build(folder):
    """Edited, built, committed, committed again without a change, rewritten, taken back."""
    build(folder)
    edit(folder / "content/people/person-5.yml", "director 5", "head of 5")
    build(folder)
    assert lines(folder, 5)[0].endswith("Changed since then, and not committed yet.")
    sites = [content(folder / "site")]
    recent = {"changes.html", "changes.xml"}
    expected = []
    for act, pages in (
        (lambda: commit(folder, "Edit", day=4), recent | {"people/person-5.html"}),
        (lambda: commit(folder, "Nothing", day=5), set()),
        (lambda: git(folder, "reset", "-q", "--soft", "HEAD~1"), set()),
        (lambda: git(folder, "commit", "-q", "--amend", "-m", "Another name", day=6), recent | {"people/person-5.html"}),
        (lambda: git(folder, "reset", "-q", "--soft", "HEAD~3"), recent | {f"people/person-{each}.html" for each in (5, 7, 8)}),
    ):
        act()
        build(folder)
        sites.append(content(folder / "site"))
        expected.append(pages)
        if len(sites) in {2, 6}:
            assert sites[-1] == from_nothing(folder)
    assert [differences(one, other) for one, other in itertools.pairwise(sites)] == expected


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


def test_all_ways_to_build_say_the_same(made, folder):
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"], cwd=folder, check=True, capture_output=True)
    bare = re.compile(r"\n\s*")
    for uri in ("people/person-8.html", "people/person-5.html", "changes.html", "changes.xml"):
        assert bare.sub("", (made / "site" / uri).read_text()) == bare.sub("", (folder / "plain" / uri).read_text())
    publishing.render_to(Project(folder), folder / "rendered")
    given = files(folder)
    for uri in ("people/person-8.md", "changes.md", "changes.xml"):
        assert (folder / "rendered" / uri).read_text() == given[uri].make()


def test_files_that_only_look_changed_are_committed(folder):
    for path in (folder / "content").rglob("*.yml"):
        os.utime(path, (1, 1))
    (folder / "content/people/person-8.yml").touch()
    assert not any("not committed" in each for each in lines(folder, 8, 5))


def silent(folder):
    """Whether no page says anything of a history."""
    given = files(folder)
    return "changes.xml" not in given and not steps(given["changes.md"].make()) and lines(folder, 8, 5) == [None, None]


def test_without_git_nothing_is_said(folder):
    shutil.rmtree(folder / ".git")
    assert silent(folder)


def test_switched_off_nothing_is_said(folder, monkeypatch):
    edit(folder / "content/sourcebook.yml", "repository:", "history: off\nrepository:")
    monkeypatch.setattr(publishing, "read_history", None)
    assert silent(folder)
    edit(folder / "content/sourcebook.yml", "history: off", "history: perhaps")
    _, errors = publishing.build(Project(folder))
    assert [each.code for each in errors] == ["bad-value"]


def test_git_that_is_missing_or_broken_fails_no_build(folder, monkeypatch, tmp_path):
    (folder / ".git/HEAD").write_text("nonsense")
    build(folder)
    assert silent(folder)
    (folder / ".git/HEAD").write_text("ref: refs/heads/main\n")
    build(folder)
    assert "Last changed" in (folder / "site/people/person-8.html").read_text()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert silent(folder)


def test_a_repository_that_does_not_hold_it_says_nothing(folder):
    shutil.rmtree(folder / ".git")
    git(folder, "init", "-q", "-b", "main")
    (folder / "readme").write_text("x")
    git(folder, "add", "readme")
    assert silent(folder)
    git(folder, "commit", "-q", "-m", "Read me")
    assert silent(folder)
    git(folder, "add", "content")
    git(folder, "commit", "-q", "-m", "All")
    (folder / "content/people/person-later.yml").write_text("type: person\nname: Later\n")
    first, later = lines(folder, 8, "later")
    assert first.startswith("Added 1 March 2025")
    assert later == "Not committed yet."


def test_a_shallow_clone_says_what_it_knows(made, tmp_path):
    for depth, known in ((1, [False, False, False]), (2, [True, False, False])):
        target = tmp_path / f"depth-{depth}"
        git(tmp_path, "clone", "-q", f"--depth={depth}", f"file://{made}", str(target))
        assert [each is not None for each in lines(target, 8, 5, 7)] == known
        page = files(target)["changes.md"].make()
        assert len(steps(page)) == sum(known)
        assert ("the history is cut" in page) == any(known)
    states = {changes.history_state(Project(target))}
    git(tmp_path / "depth-1", "fetch", "-q", "--deepen=1")
    assert {changes.history_state(Project(tmp_path / "depth-1"))} == states
    git(target, "fetch", "-q", "--unshallow")
    assert changes.history_state(Project(target)) not in states
    assert lines(target, 5)[0].startswith("Added")


def test_a_reference_that_follows_an_id_merged_before_is_told_as_such(folder):
    cite = "  cite:\n  - src: first\n    quote: Forty of them gathered in May.\n"
    put(folder / "content/places/roma.yml", "type: place\nname: Roma\nmerged: [rome-old]\n")
    put(folder / "content/people/zoe.yml", f"type: person\nname: Zoe\nfacts:\n- visited: rome-old\n{cite}")
    commit(folder, "Old", day=8)
    edit(folder / "content/people/zoe.yml", "rome-old", "roma")
    commit(folder, "New", day=9)
    build(folder)
    newest = steps((folder / "site/changes.html").read_text())[0]
    assert "the id rome-old became roma" in re.sub(r"<[^>]+>", "", newest)


def test_a_merge_is_one_step_at_its_time_and_a_detached_head_is_as_good(folder):
    git(folder, "checkout", "-q", "-b", "side", "HEAD~1")
    edit(folder / "content/people/person-5.yml", "director 5", "head of 5")
    commit(folder, "One", day=4)
    edit(folder / "content/people/person-5.yml", "head of 5", "leader of 5")
    commit(folder, "Two", day=5)
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "side", "-m", "Take the side in", day=6)
    git(folder, "checkout", "-q", "--detach")
    assert lines(folder, 5)[0].startswith("Last changed 6 March 2025: 1 fact changed")
    page = files(folder)["changes.md"].make()
    assert "leader of 5" in page
    assert re.findall(r"<small><bdi>([^<]+)</bdi>", page)[:2] == ["Take the side in", "A name"]
    (folder / "readme").write_text("outside")
    commit(folder, "Read me", day=7)
    repository = open_repository(folder / "content")
    assert list(repository.newest(3)) == list(repository.log(100))[:3]


def test_many_files_in_a_commit_are_counted_only(folder, monkeypatch):
    from sourcebook.store import history as reading

    monkeypatch.setattr(reading, "MOST_FILES", 3)
    name, old = lines(folder, 8, 5)
    assert "1 name changed" in name
    assert old.startswith("Last changed 1 March 2025 (commit")
    assert re.search(r"\d+ files changed; that is not told in detail\.", files(folder)["changes.md"].make())


def test_in_a_folder_of_a_repository(folder):
    (folder / "sub folder").mkdir()
    git(folder, "mv", "content", "mkdocs.yml", "sub folder/")
    commit(folder, "Move", day=4)
    page = files(folder / "sub folder")["people/person-8.md"].make()
    assert 'kb/commits/main/sub%20folder/content/people/person-8.yml"' in page


def test_hostile_histories(folder):
    edit(folder / "content/people/person-5.yml", "director 5", "head of 5")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "\x01\x1b[31m</small><script>alert(1)</script> [[person-3]] {: .x} `", "--date", "99999999999 +0000")
    edit(folder / "content/people/person-6.yml", "director 6", "head of 6")
    git(folder, "add", "-A")
    git(folder, "-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "--allow-empty-message", "-m", "")
    (folder / "content/pages").mkdir(exist_ok=True)
    Path(os.fsdecode(os.fsencode(folder / "content/pages") + b"/\xff.md")).write_text("# Page")
    (folder / "content/people/person-4.yml").write_text("type: person\nname: Four\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Bytes")
    raw = subprocess.run(["git", "cat-file", "commit", "HEAD"], cwd=folder, capture_output=True, check=True).stdout
    write_it = ["git", "hash-object", "-w", "-t", "commit", "--literally", "--stdin"]
    made = subprocess.run(write_it, cwd=folder, input=raw.replace(b"Bytes", b"\xff\xfe \xe9"), capture_output=True, check=True).stdout
    git(folder, "update-ref", "HEAD", made.decode().strip())
    Path(os.fsdecode(os.fsencode(folder / "content/pages") + b"/\xff.md")).unlink()
    build(folder)
    page = (folder / "site/changes.html").read_text()
    assert "\ufffd\ufffd \ufffd" in page
    assert "<script>alert(1)" not in page
    assert "head of 5" in page
    assert lines(folder, 5)[0].startswith("Last changed")
    ET.parse(folder / "site/changes.xml")


def test_a_server_asks_git_once(folder, monkeypatch):
    asked = []
    original = changes.history
    monkeypatch.setattr(publishing, "read_history", lambda project: asked.append(1) or original(project))
    edited = publishing._Edited(Project(folder), lambda _: None)
    edited.supply()
    for number in range(3):
        edit(folder / "content/people/person-5.yml", "director", f"director {number}")
        edited.read([folder / "content/people/person-5.yml"])
        assert shown(edited.find("people/person-8.md").make()).startswith("Last changed 3 March 2025")
    edited.read([folder / "content/sourcebook.yml"])
    edited.supply()
    assert len(asked) == 1
