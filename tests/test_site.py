"""Real builds: MkDocs with the plugin, the command, and Zensical over the rendered folder."""

import hashlib
import html as entities
import json
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

from sourcebook.site.archive import ONLINE
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


def test_every_fact_stands_above_its_words(sites):
    html = (sites / "by-us/people/min-aung-hlaing.html").read_text()
    blocks = re.findall(r'<div class="sb-evidence">(.*?)</div>', html, re.DOTALL)
    assert len(blocks) > 20
    for block in blocks:
        assert "<blockquote" in block or "stated as" in block
    assert html.count("Show in the article") > 20


def json_of(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])


def test_structured_data_names_the_thing_and_its_sources(sites):
    data = json_of((sites / "by-us/people/min-aung-hlaing.html").read_text())
    assert (data["@type"], data["name"]) == ("Person", "Min Aung Hlaing")
    quoted = [each["text"] for claim in data["subjectOf"] for each in claim["appearance"]]
    article = (ROOT / "content/articles/muratshina-2025.md").read_text()
    assert all(part.strip() in article for each in quoted for part in each.split("[...]"))
    assert json_of((sites / "by-us/articles/muratshina-2025.html").read_text())["@type"] == "OpinionNewsArticle"
    assert json_of((sites / "by-us/index.html").read_text())["@type"] == "WebSite"


def test_feed_index_and_plain_copies(sites):
    import xml.etree.ElementTree as ET

    feed = ET.fromstring((sites / "by-us/feed.xml").read_text())
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.tag == f"{atom}feed"
    assert len(feed.findall(f"{atom}entry")) == len(list((ROOT / "content/articles").glob("*.md")))
    index = (sites / "by-us/llms.txt").read_text()
    for link in re.findall(r"\]\(([^)]+)\)", index):
        assert (sites / "by-us" / link).is_file(), link
    copy = (sites / "by-us/people/min-aung-hlaing.md.txt").read_text()
    assert copy.startswith("# Min Aung Hlaing\n")
    assert "- visited: Russia (count 11; bound at-least)" in copy


def test_previews_of_links_under_a_published_address(example):
    path = example / "content/sourcebook.yml"
    path.write_text(path.read_text() + "url: https://example.org/kb/\n")
    run(*RUN, "build", cwd=example, env={"SITE_URL": "https://example.org/kb/"})
    html = (example / "site/people/min-aung-hlaing.html").read_text()
    assert '<link rel="canonical" href="https://example.org/kb/people/min-aung-hlaing.html">' in html
    assert '<meta property="og:url" content="https://example.org/kb/people/min-aung-hlaing.html">' in html
    assert '<meta property="og:title" content="Min Aung Hlaing">' in html
    assert "https://example.org/kb/people/min-aung-hlaing.html" in (example / "site/sitemap.xml").read_text()
    assert json_of(html)["@id"] == "https://example.org/kb/people/min-aung-hlaing.html"


def test_the_archive_is_the_whole_site_and_the_same_bytes_again(sites):
    import zipfile

    for name in ("one.zip", "two.zip"):
        run(*RUN, "build", "-d", "by-us", "--zip", f"packed/{name}", cwd=sites)
    with zipfile.ZipFile(sites / "packed/one.zip") as files:
        names = {each.removeprefix("one/") for each in files.namelist()}
    there = {path.relative_to(sites / "by-us").as_posix() for path in (sites / "by-us").rglob("*") if path.is_file()}
    assert names == {each for each in there if not each.startswith(ONLINE)}
    run(*RUN, "build", "-d", "by-us", "--zip", "packed/again/one.zip", cwd=sites)
    assert (sites / "packed/one.zip").read_bytes() == (sites / "packed/again/one.zip").read_bytes()


def test_properdocs_builds_the_same_pages(sites):
    run(*RUN, "render", "rendered-2", "--config", "properdocs.yml", cwd=sites)
    run(sys.executable, "-m", "properdocs", "build", "--strict", "-f", "properdocs.yml", "-d", "by-properdocs", cwd=sites)
    assert pages(sites / "by-properdocs") == pages(sites / "by-us")
    assert dead_links(sites / "by-properdocs") == []


def test_old_addresses_lead_on(example):
    """An entity that was renamed: its page, and the facts that name it, are found where they were."""
    old, new = example / "content/people/sergei-shoigu.yml", example / "content/people/sergey-shoigu.yml"
    run(*RUN, "build", cwd=example)
    before = re.findall(r'<li id="(f-[0-9a-f]{8})"', (example / "site/people/min-aung-hlaing.html").read_text())
    new.write_text(old.read_text() + "merged: [sergei-shoigu]\n")
    old.unlink()
    for path in (example / "content").rglob("*.yml"):
        path.write_text(
            path.read_text()
            .replace("sergei-shoigu\n", "sergey-shoigu\n")
            .replace("sergei-shoigu,", "sergey-shoigu,")
            .replace("sergei-shoigu]", "sergey-shoigu]")
            if path != new
            else path.read_text()
        )
    run(*RUN, "build", cwd=example)
    after = (example / "site/people/min-aung-hlaing.html").read_text()
    assert [each for each in before if f'id="{each}"' not in after] == []
    assert "sergey-shoigu.html" in (example / "site/people/sergei-shoigu.html").read_text()


def test_a_type_of_ones_own_lists_and_embeds(tmp_path):
    from tests.synthetic import write

    write(tmp_path, 20)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    run(*RUN, "build", "-d", "site", cwd=tmp_path)
    page = (tmp_path / "site/ships/ship-0.html").read_text()
    assert re.search(r"<h3[^>]*>Home port", page)
    assert page.count("Sources disagree.") == 1
    assert "has a crew of 20." in page
    assert "has a crew of 21." in page
    name = re.search(r'<li id="f-([0-9a-f]{8})"', page)[1]
    (tmp_path / "content/pages/ships.md").write_text(
        f"# Ships\n\n[[list:ship]]\n\n[[list:ship home_port=city-0]]\n\n[[fact:ship-0#{name}]]\n\n`[[list:ship]]`\n"
    )
    run(*RUN, "build", "-d", "site", cwd=tmp_path)
    html = (tmp_path / "site/ships.html").read_text()
    assert html.count(">Ship of Line 0<") == 3
    assert "Ship of Line 0 has a crew of 20." in html
    assert "[[list:ship]]" in html
    questions = (tmp_path / "site/open-questions.html").read_text()
    disputes = questions[questions.index('id="sources-that-disagree"') : questions.index('id="speaker-unknown"')]
    assert disputes.count("Ship of Line 0") == 2
    assert "The second report" in disputes


def test_components_and_texts_are_chosen_in_files(example):
    path = example / "content/sourcebook.yml"
    path.write_text(path.read_text() + "components:\n  person: [facts, names]\n  '': [infobox, facts]\n")
    (example / "content/language.yml").write_text('What the sources say: "Was die Quellen <b>sagen</b>"\n"{n} facts": "{m} Tatsachen"\n')
    run(*RUN, "build", cwd=example)
    person = (example / "site/people/min-aung-hlaing.html").read_text()
    place = (example / "site/places/russia.html").read_text()
    assert "sb-infobox" not in person
    assert "Names and identifiers" in person
    assert "sb-infobox" in place
    assert "Names and identifiers" not in place
    assert "{m} Tatsachen" in person.replace("&#123;", "{").replace("&#125;", "}")
    assert "Was die Quellen &lt;b&gt;sagen&lt;/b&gt;" in person.replace("&#60;", "&lt;")


def test_a_language_that_comes_with_it_is_complete():
    from tests.strings import used

    files = sorted((ROOT / "src/sourcebook/render/languages").glob("*.json"))
    assert files
    for path in files:
        assert used() - set(json.loads(path.read_text(encoding="utf-8"))) == set()


def test_the_words_of_the_article_are_on_its_page(sites):
    article = (ROOT / "content/articles/muratshina-2025.md").read_bytes().decode().split("---\n", 2)[2]
    page = (sites / "by-us/articles/muratshina-2025.html").read_text()
    body = re.search(r'<div class="sb-article".*?(?=<h2 id)', page, re.DOTALL)[0]
    body = re.sub(r"<details.*?</details>", "", body, flags=re.DOTALL)
    text = entities.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</p>|</h2>", " ", body)))
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
            server.wait(timeout=120)


def wait_for(url, words):
    # A site that is served keeps its path below the host of `site_url`, which is empty here.
    for _ in range(600):
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
    run(command, "init", "kb2", "--ci", "gitlab", cwd=tmp_path)
    assert (tmp_path / "kb2/.gitlab-ci.yml").is_file()
