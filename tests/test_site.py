"""Real builds: MkDocs with the plugin, the command, and Zensical over the rendered folder."""

import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.links import dead_links, read_site

ROOT = Path(__file__).resolve().parent.parent
RUN = [sys.executable, "-c", "from sourcebook.cli import main; main()"]


def run(*command, cwd, env=None, status=0):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **(env or {})})
    assert done.returncode == status, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The example built in three ways."""
    folder = tmp_path_factory.mktemp("sites")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    plain = run(sys.executable, "-m", "mkdocs", "build", "--strict", "-d", "by-mkdocs", cwd=folder)
    assert "WARNING" not in plain.stderr
    run(*RUN, "build", "-d", "by-us", cwd=folder)
    run(*RUN, "render", "rendered", "--config", "zensical.yml", cwd=folder)
    run(sys.executable, "-m", "zensical", "build", "-f", "zensical.yml", cwd=folder)
    return folder


def pages(folder):
    return {uri for uri in read_site(folder) if uri != "404.html"}


def test_three_builders_make_the_same_pages(sites):
    ours = pages(sites / "by-us")
    assert len(ours) > 100
    assert pages(sites / "by-mkdocs") == ours
    assert pages(sites / "rendered-site") == ours


@pytest.mark.parametrize("name", ["by-us", "by-mkdocs", "rendered-site"])
def test_no_link_is_dead(sites, name):
    assert dead_links(sites / name) == []


def test_no_page_asks_another_host(sites):
    for uri, page in read_site(sites / "by-us").items():
        html = (sites / "by-us" / uri).read_text()
        assert not re.search(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?//(?!git\.example\.org)', html), uri
        assert page.scripts == [], uri


def test_every_footnote_leads_there_and_back(sites):
    html = (sites / "by-us/people/min-aung-hlaing.html").read_text()
    marks = set(re.findall(r'href="#fn:(\d+)"', html))
    assert marks == set(re.findall(r'<li id="fn:(\d+)"', html))
    assert len(marks) > 5
    assert html.count("Show in the article") > 10


def test_the_words_of_the_article_are_on_its_page(sites):
    import html as entities

    article = (ROOT / "content/articles/muratshina-2025.md").read_bytes().decode().split("---\n", 2)[2]
    page = (sites / "by-us/articles/muratshina-2025.html").read_text()
    body = re.search(r'<div class="sb-article".*?(?=<h2)', page, re.DOTALL)[0]
    body = re.sub(r"<details.*?</details>", "", body, flags=re.DOTALL)
    text = entities.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</p>", " ", body)))
    assert text.split() == article.split()


def test_edit_links_lead_to_the_yaml(sites):
    html = (sites / "by-us/people/sergei-shoigu.html").read_text()
    assert 'href="https://git.example.org/sourcebook/edit/main/content/people/sergei-shoigu.yml"' in html


def digest(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_the_same_bytes(sites):
    run(*RUN, "build", "-d", "again", cwd=sites, env={"PYTHONHASHSEED": "77"})
    assert digest(sites / "again") == digest(sites / "by-us")


def test_render_writes_what_changed_and_removes_what_is_gone(example):
    assert "(0 files changed)" not in run(*RUN, "render", "out", cwd=example).stdout
    assert "(0 files changed)" in run(*RUN, "render", "out", cwd=example).stdout
    (example / "content/people/extra.yml").write_text("type: person\nname: Extra\n")
    run(*RUN, "render", "out", cwd=example)
    assert (example / "out/people/extra.md").is_file()
    (example / "content/people/extra.yml").unlink()
    run(*RUN, "render", "out", cwd=example)
    assert not (example / "out/people/extra.md").exists()


def test_render_leaves_other_peoples_folders_alone(example):
    (example / "mine").mkdir()
    (example / "mine/thesis.txt").write_text("precious")
    done = run(*RUN, "render", "mine", cwd=example, status=2)
    assert "not empty" in done.stderr
    assert [path.name for path in (example / "mine").iterdir()] == ["thesis.txt"]


def test_a_knowledge_base_with_errors_is_not_built(example):
    path = example / "content/people/sergei-shoigu.yml"
    path.write_text(path.read_text().replace("Defence Minister Sergei Shoigu", "Defense Minister Sergei Shoigu"))
    done = run(*RUN, "build", cwd=example, status=1)
    assert "quote-not-found" in done.stderr
    assert not (example / "site").exists()
    assert run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=example, status=1).stderr.count("quote-not-found") == 1


@pytest.mark.parametrize(
    "command", [[sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a"], [*RUN, "serve", "-a"]], ids=["mkdocs", "sourcebook"]
)
def test_serving_renews_the_page_when_yaml_is_saved(example, command):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (example / "log").open("w") as log:
        server = subprocess.Popen([*command, address], cwd=example, stdout=log, stderr=log)
        try:
            url = f"http://{address}/people/sergei-shoigu.html"
            assert wait_for(url, "Sergei Shoigu"), (example / "log").read_text()
            path = example / "content/people/sergei-shoigu.yml"
            time.sleep(1)
            path.write_text(path.read_text().replace("name: Sergei Shoigu", "name: Sergey K. Shoigu"))
            assert wait_for(url, "Sergey K. Shoigu"), (example / "log").read_text()
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(url, words):
    # A site that is served keeps its path below the host of `site_url`, which is empty here.
    for _ in range(150):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def test_a_beginning_is_accepted_at_once(tmp_path):
    run(*RUN, "init", "kb", "--title", "My base", cwd=tmp_path)
    kb = tmp_path / "kb"
    article = ROOT / "tests/eval/articles/uk_government__ED9C03D12FCA.md"
    assert "new facts" in run(*RUN, "ingest", str(article), str(ROOT / "tests/eval/seed.txt"), cwd=kb).stdout
    run(*RUN, "check", cwd=kb)
    run(*RUN, "build", cwd=kb)
    assert dead_links(kb / "site") == []
    again = run(*RUN, "init", "kb", cwd=tmp_path, status=2)
    assert "mkdocs.yml" in again.stderr


def test_the_wheel_holds_everything(tmp_path):
    """Built, installed in an empty environment with what it depends on, and used."""
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", "dist", str(ROOT), cwd=tmp_path)
    run(sys.executable, "-m", "venv", "env", cwd=tmp_path)
    python, command = str(tmp_path / "env/bin/python"), str(tmp_path / "env/bin/sourcebook")
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    run(python, "-m", "pip", "install", "--quiet", "-c", str(ROOT / "constraints.txt"), str(wheel), cwd=tmp_path)
    run(command, "init", "kb", cwd=tmp_path)
    run(command, "ingest", str(ROOT / "tests/eval/seed.txt"), cwd=tmp_path / "kb")
    run(command, "check", "--no-warnings", cwd=tmp_path / "kb")
    run(command, "build", cwd=tmp_path / "kb")
    assert (tmp_path / "kb/site/index.html").is_file()
    assert (tmp_path / "kb/.gitignore").is_file()
    assert (tmp_path / "kb/.github/workflows/sourcebook.yml").is_file()
