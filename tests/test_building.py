"""Builds of only what changed, against builds from nothing; builds that are cut off; what other plugins do to a build."""

import errno
import gc
import hashlib
import json
import marshal
import os
import pickle
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import jinja2.bccache
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from mkdocs.structure.files import File

from sourcebook import memory, publishing, workers
from sourcebook.diagnostics import SourcebookError
from sourcebook.project import Project, load_checked
from sourcebook.site import earlier, engine, templates
from sourcebook.site.pages import prepare
from sourcebook.site.planned_files import PlannedFile, destination
from sourcebook.store import snapshot
from tests.conftest import interruptible
from tests.links import dead_links
from tests.synthetic import put, write

ROOT = Path(__file__).resolve().parent.parent
RUN = [sys.executable, "-c", "from sourcebook.cli import main; main()"]


@pytest.fixture(scope="module", autouse=True)
def large():
    """However small it is, a knowledge base is remembered as a large one is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshot, "LEAST", 0)
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small knowledge base of all types with a schema, a page and a configuration of its own, and its site."""
    folder = tmp_path_factory.mktemp("made")
    write(folder, 20)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    put(folder / "content/pages/about.md", "# About\n\nOf [[person-3]] and [the index](people/index.md).\n")
    ship = folder / "content/ships/ship-0.yml"
    ship.write_text(ship.read_text() + "notes: |\n  Seen by [[person-3|a person]] and [another](../people/person-4.md).\n")
    build(folder)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    target = tmp_path / "kb"
    shutil.copytree(made, target, symlinks=True)
    # The record names the folder that it is of.
    shutil.rmtree(target / ".cache")
    shutil.rmtree(target / "site")
    build(target)
    assert snapshot.kept(target).learned
    return target


def build(folder, **more):
    done, errors = publishing.build(Project(folder), **more)
    assert not errors
    return done


def content(site):
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def from_nothing(folder):
    """What a clean build of the same files gives; the site that is there stays."""
    for each in ("site", ".cache"):
        (folder / each).rename(folder / f"{each}.kept")
    build(folder)
    found = content(folder / "site")
    for each in ("site", ".cache"):
        shutil.rmtree(folder / each)
        (folder / f"{each}.kept").rename(folder / each)
    return found


def edit(path, before, after, count=1):
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, count))


def article(folder, before, after):
    path = folder / "content/articles/first.md"
    edit(path, before, after)
    _, head, body = path.read_text().split("---\n", 2)
    digest = hashlib.sha256(body.encode()).hexdigest()
    path.write_text(f"---\n{re.sub('sha256: .*', f'sha256: {digest}', head)}---\n{body}")


def merged(folder):
    (folder / "content/people/nobody.yml").unlink()
    path = folder / "content/people/person-8.yml"
    path.write_text(path.read_text() + "merged: nobody\n")


def further(folder, fact):
    quote = "cite: [{src: first, quote: Cityville 1 and Cityville 2 signed}]"
    edit(folder / "content/people/person-7.yml", "facts:\n", f"facts:\n- {fact}\n  {quote}\n")


def fact_gone(folder):
    path = folder / "content/people/person-7.yml"
    path.write_text(path.read_text().partition("- met: ")[0])


def template(folder):
    put(folder / "overrides/main.html", '{% extends "base.html" %}{% block announce %}News{% endblock %}')
    edit(folder / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")


EDITS = {
    "fact": lambda kb: edit(kb / "content/people/person-7.yml", "director 7", "director of 7"),
    "date": lambda kb: edit(kb / "content/people/person-7.yml", "when: '1997'", "when: '1998'"),
    "further date": lambda kb: further(kb, "visited: city-2\n  when: '2003'"),
    "further fact said of both": lambda kb: further(kb, "met: person-12"),
    "circumstance": lambda kb: further(kb, "visited: city-1\n  with: person-9"),
    "fact gone": fact_gone,
    "column": lambda kb: edit(kb / "content/ships/ship-0.yml", "home_port: city-0", "home_port: city-1"),
    "name": lambda kb: edit(kb / "content/people/person-7.yml", "name: Person Number 7", "name: Person Number VII"),
    "name of a hub": lambda kb: edit(kb / "content/places/city-0.yml", "name: Cityville 0", "name: Ville"),
    "alias": lambda kb: edit(kb / "content/people/person-7.yml", "type: person\n", "type: person\naliases: [Cityville, number]\n"),
    "date of an event": lambda kb: edit(kb / "content/events/gathering.yml", "2020-05?", "2021"),
    "summary": lambda kb: edit(kb / "content/people/person-7.yml", "Somebody", "A body"),
    "notes": lambda kb: put(kb / "content/areas/tin.yml", (kb / "content/areas/tin.yml").read_text() + "notes: Of [[city-1]].\n"),
    "rank": lambda kb: edit(kb / "content/ships/ship-0.yml", "- crew: '20'\n", "- crew: '20'\n  rank: deprecated\n  why: it sank\n"),
    "unsure": lambda kb: edit(kb / "content/people/person-7.yml", "  when: '1997'\n", "  when: '1997'\n  unsure: it may be\n  auto: x@1\n"),
    "speaker": lambda kb: edit(kb / "content/people/person-7.yml", "  - src: first\n", "  - src: first\n    by: person-2\n"),
    "schema": lambda kb: edit(kb / "content/schema.yml", "label: crew", "label: sailors"),
    "settings": lambda kb: edit(kb / "content/sourcebook.yml", "title: Synthetic", "title: Synthetic indeed"),
    "texts": lambda kb: put(kb / "content/language.yml", '"Mentioned in": "Named in"\n'),
    "article text": lambda kb: article(kb, "Forty of them", "Yesterday it rained. Forty of them"),
    "article title": lambda kb: edit(kb / "content/articles/second.md", "title: The second report", "title: Another report"),
    "genre": lambda kb: edit(kb / "content/articles/first.md", "genre: news", "genre: opinion"),
    "new entity": lambda kb: put(kb / "content/people/someone.yml", "type: person\nname: Cityville\n"),
    "deleted entity": lambda kb: (kb / "content/people/nobody.yml").unlink(),
    "merged": merged,
    "theme option": lambda kb: edit(kb / "mkdocs.yml", "primary: blue grey", "primary: teal"),
    "extension": lambda kb: edit(kb / "mkdocs.yml", 'toc: {permalink: "#"', 'toc: {permalink: "§"'),
    "template": template,
    "written page": lambda kb: edit(kb / "content/pages/about.md", "Of ", "About "),
    "new page": lambda kb: put(kb / "content/pages/help.md", "# Help\n\n[[list:ship]]\n"),
    "deleted page": lambda kb: (kb / "content/pages/about.md").unlink(),
    "static file": lambda kb: put(kb / "content/pages/map.svg", "<svg/>"),
}


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_the_site_is_that_of_a_clean_build(folder, name):
    before = content(folder / "site")
    EDITS[name](folder)
    done = build(folder)
    after = content(folder / "site")
    assert after != before
    assert after == from_nothing(folder)
    changed = {uri for uri in before.keys() | after.keys() if before.get(uri) != after.get(uri)}
    assert done.written == len(changed & after.keys())
    assert build(folder).written == 0


def test_a_page_that_the_navigation_calls_by_its_own_title_changes_all_pages(folder):
    nav = "nav:\n  - index.md\n  - Some:\n      - people/index.md\n      - people/person-7.md\n      - Deeper: [about.md]\n"
    put(folder / "mkdocs.yml", (folder / "mkdocs.yml").read_text() + nav)
    build(folder)
    assert "Person Number 7" in (folder / "site/places/city-1.html").read_text()
    EDITS["name"](folder)
    build(folder)
    assert "Person Number VII" in (folder / "site/places/city-1.html").read_text()
    assert content(folder / "site") == from_nothing(folder)
    edit(folder / "content/pages/about.md", "# About", "# About all")
    build(folder)
    assert "About all" in (folder / "site/places/city-1.html").read_text()
    assert content(folder / "site") == from_nothing(folder)


def test_a_variable_of_the_environment_counts(folder, monkeypatch):
    monkeypatch.setenv("REPO_URL", "https://git.example.org/other")
    assert build(folder).written > 0
    assert content(folder / "site") == from_nothing(folder)
    assert 'href="https://git.example.org/other' in (folder / "site/index.html").read_text()


@pytest.mark.parametrize("what", ["version", "package"])
def test_another_version_makes_all_pages_again(folder, monkeypatch, what):
    made = []
    original = engine.each_in_parallel
    monkeypatch.setattr(engine, "each_in_parallel", lambda work, tasks, jobs: made.extend(tasks) or original(work, tasks, jobs))
    if what == "version":
        monkeypatch.setattr(earlier, "__version__", "999")
    else:
        monkeypatch.setattr(earlier.importlib.metadata, "version", lambda name: "999")
    build(folder)
    # All but the form editor, which is no page.
    assert len([each for each in made if each.endswith(".html")]) == len(list((folder / "site").rglob("*.html"))) - 1


def test_one_fact_makes_few_pages(folder, monkeypatch):
    made = []
    original = engine.each_in_parallel
    monkeypatch.setattr(engine, "each_in_parallel", lambda work, tasks, jobs: made.extend(tasks) or original(work, tasks, jobs))
    EDITS["date"](folder)
    build(folder)
    people = {each for each in made if each.startswith("people/person-") and each.endswith(".html")}
    assert "people/person-7.html" in people
    assert len(people) < 6
    time.sleep(0.1)  # what was written a moment ago is looked at again
    build(folder)
    made.clear()
    build(folder)
    assert made == []


EVERY = sorted(set(EDITS) - {"article text"})


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(chosen=some.lists(some.sampled_from(EVERY), min_size=2, max_size=6, unique=True), stops=some.integers(1, 3))
def test_any_edits_in_any_order(made, tmp_path_factory, chosen, stops):
    folder = tmp_path_factory.mktemp("edits") / "kb"
    shutil.copytree(made, folder, ignore=shutil.ignore_patterns(".cache", "site"))
    build(folder)
    for number, name in enumerate(chosen):
        try:
            EDITS[name](folder)
        except (AssertionError, FileNotFoundError):
            continue  # another edit took away what this one changes
        if number % stops == 0:
            _, errors = publishing.build(Project(folder))
            if errors:
                return
    _, errors = publishing.build(Project(folder))
    if not errors:
        assert content(folder / "site") == from_nothing(folder)
    shutil.rmtree(folder)


def test_several_processes_and_mkdocs_itself_make_the_same_pages(folder):
    found = content(folder / "site")
    for each in ("site", ".cache"):
        shutil.rmtree(folder / each)
    build(folder, jobs=3)
    assert content(folder / "site") == found
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"], cwd=folder, check=True, capture_output=True)
    bare = re.compile(r"\n\s*")
    for path in (folder / "site").rglob("*.html"):
        other = folder / "plain" / path.relative_to(folder / "site")
        assert bare.sub("", path.read_text()) == bare.sub("", other.read_text()), path.name
    assert {uri for uri in content(folder / "plain")} == set(found)


def test_files_changed_by_hand_are_put_right(folder):
    found = content(folder / "site")
    (folder / "site/people/person-3.html").write_text("spoiled")
    (folder / "site/people/person-4.html").unlink()
    (folder / "site/stray.html").write_text("stray")
    (folder / "site/assets/data/types.js").unlink()
    (folder / "site/sitemap.xml.gz").write_bytes(b"spoiled")
    (folder / "site/.nojekyll").write_text("")
    assert build(folder).written == 4
    assert content(folder / "site") == {**found, ".nojekyll": hashlib.sha256(b"").hexdigest()}


def test_a_record_that_is_broken_costs_time_only(folder):
    found = content(folder / "site")
    (record,) = (folder / ".cache/sourcebook").glob("*.json")
    whole = record.read_text()
    known = json.loads(whole)
    odd = [{**known, "sizes": row} for row in ("", "AAAA", known["sizes"][:-12], "ä", 3, [1, 2], known["times"])]
    for text in ("", "{", '{"format": 1, "files": {"index.html": 3}}', whole[:-200], *map(json.dumps, odd)):
        record.write_text(text)
        build(folder)
        assert content(folder / "site") == found


def test_templates_are_compiled_once_and_code_of_others_is_never_run(folder, monkeypatch):
    build(folder)
    compiled = []
    compile_one = jinja2.Environment.compile
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *given, **more: (compiled.append(given[2]), compile_one(*given, **more))[1])
    EDITS["fact"](folder)
    build(folder, jobs=1)
    assert compiled == []
    evil = jinja2.bccache.bc_magic + pickle.dumps("x") + marshal.dumps(compile("open('evil', 'w')", "evil", "exec"))
    kept = sorted((folder / templates.FOLDER).iterdir())
    monkeypatch.chdir(folder)
    for each in kept:
        raw = each.read_bytes()
        each.write_bytes(evil if each != kept[0] else raw[:-1] + b"?")
    EDITS["alias"](folder)
    build(folder, jobs=1)
    assert "main.html" in compiled
    assert not Path("evil").exists()
    assert content(folder / "site") == from_nothing(folder)


def test_killed_at_any_moment_the_site_is_whole_and_the_next_build_right(folder):
    dice = random.Random(7)
    began = time.monotonic()
    subprocess.run([*RUN, "build", "-j", "2"], cwd=folder, check=True, capture_output=True)
    for number in range(12):
        edit(folder / "content/sourcebook.yml", "title: Synthetic", f"title: Synthetic {number}")
        (folder / f"content/people/more-{number}.yml").write_text(f"type: person\nname: More {number}\n")
        if number > 3:
            (folder / f"content/people/more-{number - 3}.yml").unlink()
        killed = subprocess.Popen(
            [*RUN, "build", "-j", "2"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(dice.random() * 2.5)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
        assert dead_links(folder / "site") == []
        assert (folder / "site/index.html").read_text().rstrip().endswith("</html>")
    build(folder)
    assert content(folder / "site") == from_nothing(folder)
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == [".cache"]
    assert time.monotonic() - began < 300


def test_an_interrupt_leaves_the_site_as_it_was(folder):
    found = content(folder / "site")
    edit(folder / "content/sourcebook.yml", "title: Synthetic", "title: Other")
    stopped = subprocess.Popen(
        [*RUN, "build", "-j", "2"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=interruptible,  # noqa: PLW1509 (this test has one thread)
    )
    while not (folder / ".site.part").is_dir():
        time.sleep(0.01)
    os.killpg(stopped.pid, signal.SIGINT)
    _, said = stopped.communicate(timeout=120)
    assert stopped.returncode != 0
    assert "Traceback" not in said
    assert content(folder / "site") == found
    assert not (folder / ".site.part").exists()


INTERRUPTED_AT_THE_START = """
import multiprocessing.context, os, signal, time
from sourcebook import workers

started, start = [], multiprocessing.context.ForkProcess.start

def interrupted(process):
    start(process)
    started.append(process)
    if len(started) == 1:
        os.kill(os.getpid(), signal.SIGINT)

multiprocessing.context.ForkProcess.start = interrupted
try:
    list(workers.each_in_parallel(lambda task: time.sleep(60), "abcdefgh", 2))
except KeyboardInterrupt:
    print(len(started), "started,", sum(each.is_alive() for each in started), "at work")
"""


def test_an_interrupt_while_processes_start_leaves_none_at_work():
    """They would go on writing into the folder that was just removed."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_AT_THE_START],
        capture_output=True,
        text=True,
        timeout=50,
        preexec_fn=interruptible,  # noqa: PLW1509 (this test has one thread)
        check=False,
    )
    assert (done.stdout, done.stderr) == ("2 started, 0 at work\n", "")


def test_a_process_that_dies_names_its_page(folder, monkeypatch):
    found = content(folder / "site")
    edit(folder / "content/sourcebook.yml", "title: Synthetic", "title: Other")
    original = engine.pages.Prepared.html
    parent = os.getpid()

    def html(prepared, uri):
        if uri == "people/person-5.html" and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(prepared, uri)

    monkeypatch.setattr(engine.pages.Prepared, "html", html)
    with pytest.raises(SourcebookError, match=r"people/person-5\.html ended with signal 9"):
        publishing.build(Project(folder), jobs=2)
    assert content(folder / "site") == found


def test_work_in_processes_gives_each_result_once():
    tasks = [str(number) for number in range(500)]
    assert sorted(workers.each_in_parallel(lambda task: int(task) * 2, tasks, 4), key=lambda one: int(one[0])) == [
        (each, int(each) * 2) for each in tasks
    ]


def test_a_task_that_fails_in_a_process_says_why():
    def work(task):
        if task == "7":
            raise SourcebookError("seven")
        return task

    with pytest.raises(SourcebookError, match="seven"):
        list(workers.each_in_parallel(work, [str(number) for number in range(50)], 2))


def test_what_the_system_refuses_a_process_is_told_as_such():
    def work(task):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), f"site/{task}")

    with pytest.raises(OSError, match="No space left on device: 'site/"):
        list(workers.each_in_parallel(work, [str(number) for number in range(50)], 2))


def test_what_came_to_stay_is_looked_at_no_more():
    with memory.settled():
        before = gc.get_freeze_count()
        stays = [[] for _ in range(1000)]
        with memory.uncollected():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before
        memory.settle()
        assert gc.get_freeze_count() >= before + len(stays)
    assert gc.get_freeze_count() < before


def test_two_builds_at_once_are_told_apart(folder):
    with engine.only_one(earlier.record_path(folder, folder / "mkdocs.yml", None).with_suffix(".lock"), ""):
        EDITS["fact"](folder)
        with pytest.raises(SourcebookError, match="being built by another process"):
            publishing.build(Project(folder))


def test_git_ignores_what_a_build_that_failed_leaves(folder):
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    put(folder / "content/people/broken.yml", "type: person\n")
    assert publishing.build(Project(folder))[0] is None
    assert (folder / ".cache/sourcebook/.gitignore").read_text() == "*\n"


def test_a_folder_of_other_things_is_left_alone(folder):
    put(folder / "thesis/chapter.txt", "precious")
    with pytest.raises(SourcebookError, match="holds files and is no site"):
        publishing.build(Project(folder), folder / "thesis")
    assert (folder / "thesis/chapter.txt").read_text() == "precious"


def hook(folder, text):
    put(folder / "hook.py", text)
    edit(folder / "mkdocs.yml", "plugins:\n", "hooks: [hook.py]\nplugins:\n")


def test_a_plugin_that_sees_every_page_makes_mkdocs_build(folder):
    hook(folder, "def on_page_content(html, **_):\n    return html + '<p>hooked</p>'\n")
    done = build(folder)
    assert done.slow == "`hook.py`"
    assert "<p>hooked</p>" in (folder / "site/people/person-5.html").read_text()
    edit(folder / "hook.py", "hooked", "hooked again")
    subprocess.run([*RUN, "build"], cwd=folder, capture_output=True, check=True)  # MkDocs reads a hook once in a process
    assert "<p>hooked again</p>" in (folder / "site/people/person-5.html").read_text()
    time.sleep(0.1)
    subprocess.run([*RUN, "build"], cwd=folder, capture_output=True, check=True)
    said = subprocess.run([*RUN, "build"], cwd=folder, capture_output=True, text=True, check=True)
    assert said.stderr == ""  # nothing changed, so nothing was built
    edit(folder / "content/people/person-7.yml", "director 7", "director of 7")
    said = subprocess.run([*RUN, "build"], cwd=folder, capture_output=True, text=True, check=True)
    assert "`hook.py` wants to see every page" in said.stderr


def test_a_plugin_that_sees_no_page_does_its_work(folder):
    hook(folder, "from pathlib import Path\ndef on_post_build(config):\n    Path(config.site_dir, 'extra.txt').write_text('made')\n")
    assert build(folder).slow == ""
    assert (folder / "site/extra.txt").read_text() == "made"
    assert dead_links(folder / "site") == []
    EDITS["fact"](folder)
    build(folder)
    assert (folder / "site/extra.txt").read_text() == "made"


def test_the_theme_s_own_search_is_built_when_asked_for(folder):
    edit(folder / "mkdocs.yml", "  - sourcebook\n", "  - sourcebook\n  - search\n")
    assert build(folder).slow == "`search`"
    assert (folder / "site/search/search_index.json").is_file()
    assert "md-search" in (folder / "site/index.html").read_text()


def test_what_is_refreshed_is_what_is_loaded(folder):
    """The knowledge base of a server after edits, against one that is read anew."""
    edited = publishing._Edited(Project(folder), lambda _: None)
    edited.supply()
    for name in ("fact", "alias", "name of a hub", "genre", "deleted entity", "new entity", "unsure", "article title"):
        before = {path: path.read_bytes() for path in (folder / "content").rglob("*.*")}
        EDITS[name](folder)
        now = {path: path.read_bytes() for path in (folder / "content").rglob("*.*")}
        edited.read([path for path in before.keys() | now.keys() if before.get(path) != now.get(path)])
        fresh = publishing.supply(Project(folder), load_checked(Project(folder)))
        for each in fresh.planned:
            if each.several:
                continue
            found = edited.find(each.uri)
            assert found, each.uri
            assert found.make() == each.make(), (name, each.uri)


def test_of_two_files_with_one_id_a_server_shows_what_a_build_does(folder):
    edited = publishing._Edited(Project(folder), lambda _: None)
    first, second = folder / "content/people/person-5.yml", folder / "content/places/person-5.yml"
    text = first.read_text()

    def agree(changed):
        edited.read([changed])
        knowledge, found = load_checked(Project(folder))
        assert dict(edited._knowledge.entities) == dict(knowledge.entities)
        assert {each.code for each in edited._loading} >= {each.code for each in found if each.code == "duplicate-id"}

    second.write_text("type: place\nname: Fifth Hill\n")
    agree(second)
    first.unlink()
    agree(first)
    assert edited._knowledge.entities["person-5"].name == "Fifth Hill"
    first.write_text(text)
    agree(first)
    second.unlink()
    agree(second)


def test_pages_of_a_server_are_those_of_a_build(folder):
    from sourcebook.site.serving import Live

    live = Live(folder / "mkdocs.yml", publishing._Edited(Project(folder), lambda _: None), lambda _: None)
    for path in sorted((folder / "site").rglob("*")):
        uri = path.relative_to(folder / "site").as_posix()
        if path.is_file() and uri not in {"sitemap.xml.gz", "404.html"} and not uri.startswith("assets/"):
            served = live.get(uri).decode()
            assert re.sub(r"<script>\(function \(\) \{\n  var box.*?</script>", "", served, flags=re.DOTALL) == path.read_text(), uri


def test_what_mkdocs_is_given_is_not_made_in_advance(folder):
    given = publishing.supply(Project(folder))
    config = engine.settings_of(folder / "mkdocs.yml")
    config.plugins["sourcebook"].supply = given
    config.plugins["sourcebook"].quick = True
    prepared = prepare(config)
    assert len(prepared.planned) > 50
    assert sum(isinstance(each, PlannedFile) for each in prepared.files) < 20


@pytest.mark.parametrize("directories", [True, False])
def test_files_stand_where_mkdocs_has_them(directories):
    for uri in ("index.md", "README.md", "a.md", "a/b.md", "a/index.md", "a/b--2.md", "a/README.md", "a/b.md.txt", "feed.xml", "a/b.c.md"):
        assert destination(uri, directories=directories) == File(uri, None, "site", directories).dest_uri


def test_a_site_map_of_one_s_own_shows_what_pages_say(folder):
    put(folder / "overrides/sitemap.xml", "<all>{% for file in pages %}{{ file.page.title }} {{ file.page.markdown }}{% endfor %}</all>")
    edit(folder / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    for name in ("written page", "name", "fact"):
        EDITS[name](folder)
        build(folder)
        assert content(folder / "site") == from_nothing(folder), name


def test_of_a_theme_are_listed_all_files_that_are_not_hidden(folder):
    env = engine.settings_of(folder / "mkdocs.yml").theme.get_env()
    every = env.loader.list_templates()
    listed = templates.Templates(env.loader.searchpath).list_templates()
    assert listed == [name for name in every if not any(part.startswith(".") for part in name.split("/"))]
    assert 100 < len(listed) < len(every) / 10
